"""The words of each language: data only, one module a language. The grammar over them is written once.

Languages without a module here read their months and weekdays from `calendars`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module

LANGUAGES = ("en", "es", "nl", "de", "fr")
MAX_TAG = 40  # characters of a language tag that are looked at

Words = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Wording:
    """How a language writes dates. `forms` and `explanations` are templates; `wording` says what they take."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    seasons: tuple[str, ...]
    ordinals: tuple[str, ...]
    parts: Mapping[str, str]
    forms: Mapping[str, str]
    explanations: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tables:
    """What the scan knows of a language.

    `words` maps a word class of the grammar to its words and phrases (lower case, single blanks) and their
    values. `capitals` says that names of months and weekdays are written with a capital; one written without
    counts only beside a number. `hour_words` (alternatives of a regular expression) stand after the hour ("7 Uhr").
    `shy` words are also something else ("may", "march") and count only beside a number or a word of `inside`
    ("in", "since").
    `future`, `past` and the endings tell the tense of a clause; a `deadline` word ("by") right before a date
    speaks of the future. `counted` words after a number of four digits make it a count ("2000 people").
    `stretches` are words for "last" that mean a stretch of time ("the past year"). `joining` words for earlier
    and later also join ("two days before the vote"). `names_before` and `names_after` make a weekday part of a
    name ("Bloody Sunday", "Sunday Times"). `absolute_only` says that nothing is known of the language but its
    calendar: only dates that count from nothing are read. `year_before_day` languages write "2023. szeptember 19.".
    `articled` prepositions hold an article ("am Abend").
    `ordinal_dot` words stand before a day where a dot makes ordinals ("am 24.", "am 16.1.").
    `after_year` words may close a date ("2023 года").
    `nouns` are words that belong to another class where they stand with a capital inside a sentence ("am Morgen").
    `years` are the first and last that can be Gregorian; others belong to another calendar.
    """

    code: str
    words: Mapping[str, Words]
    capitals: bool = False
    day_first: bool = True
    hour_words: str = ""
    shy: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    deadline: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    stretches: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    names_before: frozenset[str] = frozenset()
    names_after: frozenset[str] = frozenset()
    past_endings: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    absolute_only: bool = False
    year_before_day: bool = False
    articled: frozenset[str] = frozenset()
    ordinal_dot: frozenset[str] = frozenset()
    after_year: frozenset[str] = frozenset()
    nouns: Mapping[str, tuple[str, object]] = field(default_factory=dict)
    years: tuple[int, int] = (1, 9999)
    wording: Wording | None = None


def numbered(*groups: str) -> dict[str, object]:
    """Number groups of synonyms from 1: `numbered("one uno", "two dos")`; `_` stands for a blank."""
    return {word.replace("_", " "): n for n, group in enumerate(groups, 1) for word in group.split()}


def same(value: object, words: str) -> dict[str, object]:
    """Give all the words one value; `_` stands for a blank."""
    return {word.replace("_", " "): value for word in words.split()}


NUMBERS_ONLY = Tables(code="", words={}, absolute_only=True)


def tables_for(language: str) -> Tables:
    """Return the tables of a language tag (`en`, `en-GB`); for one not here, those of its calendar alone."""
    return _tables(language[:MAX_TAG].replace("_", "-").split("-")[0].lower())


@lru_cache(maxsize=256)
def _tables(code: str) -> Tables:
    if code in LANGUAGES:
        own: Tables = import_module(f"{__name__}.{code}").TABLES
        return own
    calendar: Tables = import_module(f"{__name__}.calendars").calendar_tables(code)
    return calendar
