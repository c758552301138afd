"""Say why a typed text is no date: what is wrong, at which word, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce

from ..sentences import Refusing, Said, phrase, said
from .edtf import EDTF, EDTFError
from .mention import Mention
from .misread import name_of
from .tables import tables_for
from .tables.phrases import ENGLISH, phrases_of
from .wording import say

LEAP_YEAR = 2000
SOME_DAY = date(2001, 1, 1)  # to tell words that lack a day to count from
BRACKETED = re.compile(r"(.+) \(([^()]+?)(?:, (early|mid|late))?\)((?:, [^()]+)?)")
AS = {
    "en": phrase("as English"),
    "es": phrase("as Spanish"),
    "nl": phrase("as Dutch"),
    "de": phrase("as German"),
    "fr": phrase("as French"),
}
MAX_SHOWN = 60  # characters of what was typed that a sentence repeats


class PlainDateError(Refusing, ValueError):
    """Words that name no date; the message says what was not understood and what would be right.

    `is_dated` tells words that were understood, as a date that cannot be or may be several; `is_open` those that
    lack nothing but a day to count from.
    """

    def __init__(self, why: str | Said, /, *, is_dated: bool = False, is_open: bool = False, **params: object) -> None:
        super().__init__(why, **params)
        self._is_dated, self._is_open = is_dated, is_open

    @property
    def is_dated(self) -> bool:
        return self._is_dated

    @property
    def is_open(self) -> bool:
        return self._is_open


class WeekdayError(PlainDateError):
    """A weekday beside a date that falls on another one."""


def shown(words: str) -> str:
    return words if len(words) <= MAX_SHOWN else words[: MAX_SHOWN - 3] + "…"


def examples_of(language: str) -> Said:
    *others, last = phrases_of(tables_for(language).code).get("examples", ENGLISH["examples"])
    return one_or(", ".join(others), last)


def one_or(first: str | Said, second: str | Said) -> Said:
    return said("%(first)s or %(second)s", first=first, second=second)


# --- dates as a language writes them ---------------------------------------------------------------------------------


def day_in(edtf: str, language: str) -> str:
    """Write a date as a language does, a day also in one that has no wording of its own."""
    tables = tables_for(language)
    if tables.wording or tables.absolute_only or not re.fullmatch(r"\d{4}-\d\d-\d\d", edtf):
        return say(edtf, language=language)
    day = date.fromisoformat(edtf)
    return written_day(day.day, day.month, day.year, language)


def written_day(day: int, month: int, year: int | None, language: str) -> str:
    """Write a day by its numbers, also one that no calendar has."""
    form = phrases_of(tables_for(language).code).get("day", ENGLISH["day"])[0]
    if year is None:
        form = form.partition(" {year}")[0].removesuffix(" de")
    return form.format(day=day, month=name_of("month", month, language), year=year)


# --- what is dated, but cannot stay so -------------------------------------------------------------------------------


def two_readings(words: str, mention: Mention, language: str) -> PlainDateError:
    """Say which two days the digits may mean."""
    readings = [day_in(edtf[:10] if "T" in edtf else edtf, language)
                for edtf in (mention.edtf, mention.alternatives[0].edtf)]  # fmt: skip
    return PlainDateError(
        "“%(words)s” may be %(readings)s: write the month as a word, or as in %(example)s.",
        words=shown(words),
        readings=one_or(*readings),
        example=mention.edtf[:10],
        is_dated=True,
    )


def several_readings(words: str, readings: Iterable[tuple[str, str]]) -> PlainDateError:
    """Say what words may mean that are a date in several languages: each reading with its language."""
    written = [said("%(date)s (%(as_language)s)", date=date, as_language=said(AS[code])) for date, code in readings]
    return PlainDateError(
        "“%(words)s” may be %(readings)s: write the month as a word, or as in %(example)s.",
        words=shown(words),
        readings=reduce(one_or, written),
        example="2023-09-19",
    )


def wrong_weekday(day: date, weekday: int, language: str, reference: date | None) -> WeekdayError:
    """Ask which is meant where a weekday stands beside a day that is another one: the nearest such day, or the day."""
    gap = (weekday - day.isoweekday() + 3) % 7 - 3
    is_to_come = bool(reference and day > reference)
    near, own = (
        f"{name_of('weekday', one.isoweekday(), language)} {day_in(one.isoformat(), language)}"
        for one in (date.fromordinal(day.toordinal() + gap), day)
    )
    return WeekdayError(
        phrase("%(day)s is a %(weekday)s, not a %(other)s. Did you mean %(choices)s?")
        if is_to_come
        else phrase("%(day)s was a %(weekday)s, not a %(other)s. Did you mean %(choices)s?"),
        day=day_named(day),
        weekday=said(name_of("weekday", day.isoweekday(), "en")),
        other=said(name_of("weekday", weekday, "en")),
        choices=one_or(near, own),
        is_dated=True,
    )


def day_named(day: date) -> Said:
    """Say a day in the language of who reads the sentence: Django's catalogues name the months."""
    if day.year < 1000:
        return said("%(date)s", date=say(day.isoformat()))
    values = {"month": said(name_of("month", day.month, "en")), "year": str(day.year)}
    return (
        said("1 %(month)s %(year)s", **values)
        if day.day == 1
        else said("%(day)s %(month)s %(year)s", day=day.day, **values)
    )


# --- what is no date -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Typed:
    """What was refused, and what is needed to say why."""

    words: str
    languages: tuple[str, ...]  # by their tables, the text's own first
    language: str  # as it was asked for
    reference: date | None
    read: Callable[..., str]  # the EDTF of other words, also from another day; "" where they are no date

    @property
    def own(self) -> str:
        return self.languages[0]

    @property
    def shown(self) -> str:
        return shown(self.words)

    @property
    def example(self) -> str:
        return phrases_of(self.own).get("full", ENGLISH["full"])[0]

    @property
    def year(self) -> int:
        return self.reference.year if self.reference else int(self.example[-4:])


def as_edtf(text: str) -> str:
    """Return canonical EDTF, or "" where the text is not EDTF."""
    try:
        return str(EDTF.parse(text))
    except EDTFError:
        return ""
