"""What all rules share: how a builder is filed under its patterns, and what several of them ask."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ..context import Context
from ..grammar import Found, Grammar
from ..lexer import CODES, OTHER
from ..numerals import Clock, full_year
from ..values import Value, other

Builder = Callable[[Found, Context], Value | None]

GRAMMAR = Grammar()
IMPOSSIBLE = Value("impossible")  # "30 February": these words are no date, nor is a part of them
LAST_YEAR = 2200
AHEAD_YEARS = 12  # "1.9.39" in a report of 2011 is of 1939
COUNTED = frozenset({CODES["unit"]})
GLUE = frozenset(CODES[name] for name in ("hyphen", "slash", "dot"))
MONTH = "".join(CODES[name] for name in ("month", "mabbr"))
DAY = "".join(CODES[name] for name in ("num", "ordnum", "ord"))


def reads(*patterns: str) -> Callable[[Builder], Builder]:
    """File a builder under its patterns."""

    def register(build: Builder) -> Builder:
        for pattern in patterns:
            GRAMMAR.add(pattern, build)
        return build

    return register


def year_of(found: Found, context: Context, name: str = "year") -> int | None:
    """Return the year that a match gives, completed where it has two digits."""
    if name not in found:
        return None
    value = found.number(name)
    if found.is_class(name, "yy"):
        value = in_century(full_year(value), context)
    if "era" in found and found.number("era") < 0:
        return 1 - value
    return value


def in_century(year: int, context: Context) -> int:
    """Put a year of two digits a century back where it would be long after the report."""
    day = context.reference
    return year - 100 if day and year > day.year + AHEAD_YEARS else year


def tense(found: Found, context: Context) -> int:
    return context.tense(found.start, found.end)


def tense_of_unit(found: Found, context: Context, unit: str) -> int:
    """Return the tense where it counts: "this weekend" may be the last or the next, "this week" is one."""
    return tense(found, context) if unit == "weekend" else 0


def has_weekday_right(found: Found, value: Value) -> Value:
    """Doubt a date whose weekday, named beside it, is not its own; say which day the weekday would make it."""
    if "weekday" not in found or value.period is None or value.period.unit != "day":
        return value
    gap = (found.number("weekday") - value.period.first.isoweekday() + 3) % 7 - 3
    if not gap:
        return replace(value, confidence=max(value.confidence, 0.95))
    right = other(value.period.shifted(gap), "weekday-disagrees", 0.4)
    return replace(value, confidence=0.6).also(right)


def with_clock(value: Value, clock: Clock | None) -> Value:
    """Add a time of day to a day; alternatives get it too."""
    if clock is None:
        return value
    others = tuple(
        replace(a, edtf=a.edtf + clock.edtf, timex=a.timex + clock.timex)
        for a in value.alternatives
        if len(a.edtf) == 10
    )
    day = value.edtf if value.period else ""
    return replace(
        value, edtf=day + clock.edtf if day else "", timex=value.timex + clock.timex, kind="time", clock=clock,
        precision="minute" if clock.second is None else "second", alternatives=others,
    )  # fmt: skip


def with_daypart(value: Value, daypart: str) -> Value:
    """Add "morning" to a day: the day stays, TIMEX3 says which part."""
    return replace(value, timex=f"{value.timex}T{daypart}", kind="time") if daypart else value


def is_counted(found: Found, context: Context, year: int) -> bool:
    """Tell "on May 5, 2000 people …" from a year."""
    after = context.tokens.word(found.end) if found.end < len(context.tokens.starts) else ""
    return not context.whole and (year > LAST_YEAR or after in context.tables.counted)


def may_be_counted(context: Context, at: int) -> bool:
    """Tell whether the word at a place looks like what a number counts: a plural that is no verb."""
    tokens, tables = context.tokens, context.tables
    if at >= len(tokens.starts) or tokens.codes[at] != OTHER:
        return False
    word, first = tokens.word(at), tokens.text[tokens.starts[at]]
    if len(word) < 4 or not word.endswith(tables.plural_endings or ("\0",)) or first.isupper() != tables.counted_large:
        return False
    return word not in tables.past | tables.future | tables.present and not word.endswith(
        tables.past_endings or ("\0",)
    )


def relative_year(found: Found, context: Context) -> int | None:
    """Return the year of "last year" beside a date, None where the unit is no year."""
    if found.text("unit") != "year" or context.now is None:
        return None
    return context.now.year + found.number("mod")


def follows_preposition(found: Found, context: Context) -> bool:
    """Tell whether a season or named day without year or modifier is a date: only after "in", "since" and the like."""
    at, tokens = found.start - 1, context.tokens
    if at > 0 and tokens.codes[at] == CODES["the"]:
        at -= 1
    return at >= 0 and (
        tokens.word(at).rpartition(" ")[2] in context.tables.inside or tokens.codes[at] == CODES["part"]
    )


BEFORE_A_SEASON = tuple(CODES[name] for name in "the within since until on next".split())


def season_stands(found: Found, context: Context) -> bool:
    """Tell "in the fall of 1989" from "prices fall 3%" and "the fall of the wall"; "fall" is shy."""
    tokens, place = context.tokens, found.places["season"]
    if tokens.word(place) not in context.tables.shy_seasons or context.whole:
        return True
    stands = tokens.codes[found.start - 1 : found.start] in BEFORE_A_SEASON
    if "year" in found:
        return stands or found.places["year"] > place + 1 or tokens.text[tokens.starts[place]].isupper()
    return (stands or "mod" in found) and tokens.codes[found.end : found.end + 1] not in (CODES["of"], CODES["within"])


def crosses_sentence(found: Found, context: Context) -> bool:
    """Tell "It ended in June. The first man …" from "Sept. 19": after the name in full, a dot ends the sentence."""
    place, tokens = found.places["month"], context.tokens
    if place + 2 >= found.end or not found.is_class("month", "month") or tokens.codes[place + 1] != CODES["dot"]:
        return False
    return tokens.text[tokens.starts[place + 2]].isupper()


def is_plural(found: Found, context: Context, *names: str) -> bool:
    """Tell "die letzten Jahre", a stretch of time, from "im letzten Jahre", where the preposition holds the article."""
    tables = context.tables
    plural = any(context.tokens.word(found.places[name]) in tables.plurals for name in names)
    return plural and not follows_word(found, context, tables.articled)


def count_of(found: Found) -> int | None:
    value = found["n"]
    return value if isinstance(value, int) else None


def month_is_sure(found: Found, context: Context) -> bool:
    """Tell whether a month's name means one before a number, where nothing but the calendar is known of the language.

    Short forms are often words: "pro 2023" is Czech for "for 2023". They need a dot, others the word before them.
    """
    tokens, tables, place = context.tokens, context.tables, found.places["month"]
    if not tables.absolute_only or context.whole:
        return True
    if tokens.word(place) in tables.shy:
        return place > 0 and tokens.word(place - 1) in tables.inside
    return not found.is_class("month", "mabbr") or tokens.codes[place + 1 : place + 2] == CODES["dot"]


DATE_IN_LIST = rf"(?:[{DAY}]{CODES['dot']}?{CODES['of']}?)?[{MONTH}]"
LATER_YEAR = re.compile(  # what follows "June" in "June, July and August 2004"
    rf"[{CODES['comma']}{CODES['slash']}]{DATE_IN_LIST}[{CODES['and']}{CODES['slash']}]"
    rf"[{CODES['on']}{CODES['the']}{CODES['of']}{CODES['within']}]{{0,2}}{DATE_IN_LIST}{CODES['dot']}?{CODES['of']}?"
    rf"{CODES['year']}"
)


def year_ahead(found: Found, context: Context) -> int | None:
    """Return the year that stands with the last of three dates and belongs to all."""
    match = LATER_YEAR.match(context.tokens.codes, found.end)
    if match is None or context.tables.absolute_only:
        return None
    values, end = context.tokens.values, match.end()
    months = [values[place] for place in range(match.start(), end) if context.tokens.codes[place] in MONTH]
    later, year = months[-1], values[end - 1]
    if not isinstance(later, int) or not isinstance(year, int):
        return None
    return year if later >= found.number("month") else year - 1


RANGE_LOOK_BACK = 3  # words between the two days of "tra il 19 e il 21 settembre 2023"
DAY_OR_MONTH = frozenset(CODES[name] for name in ("num", "ordnum", "month", "mabbr"))


def doubted_range(found: Found, value: Value, context: Context) -> Value:
    """Doubt a date after "19 al …" where the words of ranges are not known: it may be the end of one."""
    tokens = context.tokens
    if not context.tables.absolute_only:
        return value
    place = found.start - 1
    last = max(-1, place - RANGE_LOOK_BACK)
    while place > last and tokens.codes[place] == OTHER and tokens.text[tokens.starts[place]].isalpha():
        place -= 1
    if place < 0 or tokens.codes[place] not in DAY_OR_MONTH:
        return value
    return replace(value, confidence=min(value.confidence, 0.7))


def follows_word(found: Found, context: Context, words: frozenset[str]) -> bool:
    return found.start > 0 and context.tokens.word(found.start - 1) in words


def ends_phrase(found: Found, context: Context) -> bool:
    """Tell "two days before." from "two days before the vote", which counts from something that is no date here."""
    tokens = context.tokens
    if found.end >= len(tokens.starts):
        return True
    if tokens.word(found.end) in context.tables.than:  # "three days later than planned"
        return False
    if tokens.word(found.end - 1) not in context.tables.joining:
        return True
    return not tokens.text[tokens.starts[found.end]].isalnum()
