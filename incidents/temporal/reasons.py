"""Why words are no date: the first sentence that fits, from the most to the least particular."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property

from ..sentences import Said, said
from .edtf import EDTF
from .misread import impossible_day, impossible_year, is_lone_day, nearest_names, unknown_words
from .reasons_figures import (
    bare_number,
    beyond,
    lacks_zeros,
    no_such_day,
    numbers_without_year,
    short_end,
    three_numbers,
    wrong_edtf,
    year_and_month,
    year_zero,
)
from .refusals import BRACKETED, SOME_DAY, PlainDateError, Typed, as_edtf, day_in, examples_of, one_or, shown
from .respelled import respellings
from .tables.phrases import NOT_KNOWN, ZONES, phrases_of
from .tables.shorthand import WEEKS
from .tagger import read_whole

MOST_LEFT_OVER = 5  # words
TIME = re.compile(r"(?<![\d.:+-])(\d{1,2})([:.])(\d\d)(?::(\d\d))?(?![\d.]|:\d)|(?<!\d)(\d{1,2}) ?[hH] ?(\d\d)(?!\d)")
SHORT_YEAR = re.compile(r".*(?:\s|[^\W\d]-)(\d\d)", re.DOTALL)
LONE_WEEK = re.compile(rf"(?:{WEEKS}|W)\s?(\d\d?)|(\d\d?)\.\s?(?:{WEEKS})", re.IGNORECASE)
WEEK = re.compile(r"(\d{4})-W(\d\d)")
TWO_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})(\D{1,15})(\d{1,2})(\D.*\d{4})")
LETTER = re.compile(r"[^\W\d_]")


class Refusal(PlainDateError):
    """Words that are no date; why, is found out when somebody asks: who reads whole files does not."""

    def __init__(self, typed: Typed) -> None:
        super().__init__(typed.words)
        self.typed = typed

    @cached_property
    def why(self) -> PlainDateError:
        return refused(self.typed)

    @property
    def is_dated(self) -> bool:
        return self.why.is_dated

    @property
    def is_open(self) -> bool:
        return self.why.is_open

    @property
    def said(self) -> Said:
        return self.why.said


def refused(typed: Typed) -> PlainDateError:
    """Return the first sentence that fits, from the most to the least particular."""
    for reason in REASONS:
        if message := reason(typed):
            return PlainDateError(message, is_dated=reason in DATED, is_open=reason is lacks_a_day)
    examples = examples_of(typed.language)
    return PlainDateError(
        "“%(words)s” was not understood as a date: write for example %(examples)s.",
        words=typed.shown,
        examples=examples,
    )


def not_known(typed: Typed) -> Said | None:
    if typed.words.lower().strip(" .()[]") not in NOT_KNOWN:
        return None
    return said(
        "“%(words)s” is no date: leave the field empty where none is known, or write what is known, "
        "for example %(year)s or before %(year)s.",
        words=typed.shown,
        year=typed.example[-4:],
    )


def no_such_week(year: int, week: int) -> Said | None:
    last = date(max(year, 1), 12, 28).isocalendar().week
    if 1 <= week <= last:
        return None
    return said(
        "There is no week %(week)s in %(year)s: they are %(year)s-W01 to %(year)s-W%(last)s.",
        week=week,
        year=str(year),
        last=last,
    )


def day_of_no_calendar(typed: Typed) -> Said | None:
    for language in typed.languages:
        if found := impossible_day(typed.words, language):
            return no_such_day(found, typed, language)
    return None


def year_of_no_calendar(typed: Typed) -> Said | None:
    for language in typed.languages:
        year = impossible_year(typed.words, language)
        if year is not None:
            return beyond(typed, year, typed.words) if year else year_zero()
    return None


def lone_week(typed: Typed) -> Said | None:
    for other in (typed.words, *respellings(typed.words, typed.languages)):
        week = WEEK.search(other)
        if week and (message := no_such_week(int(week[1]), int(week[2]))):
            return message
    if not LONE_WEEK.fullmatch(typed.words):
        return None
    return said(
        "“%(words)s” has no year: write for example %(example)s.",
        words=typed.shown,
        example=f"{typed.words} {typed.year}",
    )


def lone_day(typed: Typed) -> Said | None:
    """Say what "the 3rd" lacks."""
    if not any(is_lone_day(typed.words, language) for language in typed.languages):
        return None
    return said(
        "“%(words)s” has no month: write the day, the month and the year, for example %(example)s.",
        words=typed.shown,
        example=typed.example,
    )


def two_dates(typed: Typed) -> Said | None:
    """Say that words and the EDTF behind them disagree."""
    found = BRACKETED.fullmatch(typed.words)
    edtf, read = (as_edtf(found[2]), typed.read(found[1])) if found else ("", "")
    if not found or not edtf or not read:
        return None
    return said(
        "“%(words)s” is %(read)s, and not %(edtf)s as in the brackets: write one of them.",
        words=shown(found[1]),
        read=read,
        edtf=edtf,
    )


def time_of_no_day(typed: Typed) -> Said | None:
    for found in TIME.finditer(typed.words):
        hour, minute, second = int(found[1] or found[5]), int(found[3] or found[6]), int(found[4] or 0)
        if found[2] == "." or (hour < 24 and minute < 60 and second < 60):
            continue
        right = f"{typed.example}, 14:30"
        return said(
            "“%(words)s” is no time of day: that is 00:00 to 23:59. Write for example %(example)s.",
            words=found[0].strip(),
            example=right,
        )
    return None


def zone_without_offset(typed: Typed) -> Said | None:
    """Ask for the offset of a zone that has two."""
    lower = typed.words.lower()
    for name, (winter, summer) in ZONES.items():
        if found := re.search(rf"(?:^|[\s(])({re.escape(name)})(?: time)?\)?$", lower):
            at = typed.words[found.start(1) : found.end(1)]
            rest = typed.words[: found.start()].rstrip(" ,(")
            right = f"{rest} {summer}"
            return said(
                "“%(words)s” may be %(winter)s or %(summer)s, an hour apart: write for example %(example)s.",
                words=at,
                winter=winter,
                summer=summer,
                example=right if typed.read(right) else f"{typed.example}, 14:00 {summer}",
            )
    return None


def doubtful_time(typed: Typed) -> Said | None:
    """Say that a time of day carries no doubt in EDTF, which marks days, months and years alone."""
    for name in ("perhaps", "about"):
        for language in typed.languages:
            for template in phrases_of(language).get(name, ()):
                before, _, after = template.lower().partition("{date}")
                lower = typed.words.lower()
                if not (lower.startswith(before) and lower.endswith(after) and len(lower) > len(before) + len(after)):
                    continue
                inner = typed.words[len(before) : len(lower) - len(after)]
                edtf = typed.read(inner)
                if "T" in edtf:
                    day = day_in(edtf[:10], typed.own)
                    return said(
                        "“%(words)s” cannot go with a time of day: write %(date)s, or %(example)s without the time.",
                        words=before.strip() or after.strip(),
                        date=inner,
                        example=f"{before}{day}{after}",
                    )
    return None


def lacks_a_day(typed: Typed) -> Said | None:
    """Say that words are a date, once there is a day to count them from."""
    if typed.reference or not typed.read(typed.words, SOME_DAY):
        return None
    return said(
        "“%(words)s” depends on the day it is said, and no such day is known here: "
        "write the date in full, for example %(example)s.",
        words=typed.shown,
        example=typed.example,
    )


def open_words(typed: Typed) -> Said | None:
    """Say of words that the tagger knows that they have no place on the calendar."""
    mentions = (read_whole(typed.words, typed.reference, code) for code in typed.languages)
    mention = next((m for m in mentions if m), None)
    if mention is None:
        return None
    if mention.kind in ("duration", "set"):
        return said(
            "“%(words)s” is a length of time or something repeated, not a date: "
            "write the date in full, for example %(example)s.",
            words=typed.shown,
            example=typed.example,
        )
    return said(
        "“%(words)s” names no date on the calendar: write the date in full, for example %(example)s.",
        words=typed.shown,
        example=typed.example,
    )


def backwards(typed: Typed) -> Said | None:
    """Offer both ends of a span the other way round."""
    for other in turned_round(typed):
        if typed.read(other):
            return said("“%(words)s” ends before it starts: write %(other)s.", words=typed.shown, other=other)
    return None


def turned_round(typed: Typed) -> Iterator[str]:
    if (found := TWO_NUMBERS.search(typed.words)) and int(found[1]) > int(found[3]):
        yield f"{typed.words[: found.start()]}{found[3]}{found[2]}{found[1]}{found[4]}"
    for language in typed.languages:
        for name in ("from-to", "and"):
            for template in phrases_of(language).get(name, ()):
                joint = template.removeprefix("{first}").removesuffix("{last}")
                first, found_joint, last = typed.words.partition(joint)
                start, end = (as_bounds(typed.read(side)) for side in (first, last)) if found_joint else (None, None)
                if start and end and start[0] > end[1]:
                    yield f"{last}{joint}{first}"


def short_year(typed: Typed) -> Said | None:
    """Ask for all digits of the year in "3 May 21"."""
    found = SHORT_YEAR.fullmatch(typed.words)
    if not found or not LETTER.search(typed.words):
        return None
    head = typed.words[: found.start(1)].rstrip("-'’ ").replace("-", " ")
    years = (1900 + int(found[1]), 2000 + int(found[1]))
    if not typed.read(f"{head} {years[1]}"):
        return None
    return said(
        "“%(words)s” is no year of four digits: write %(examples)s.",
        words=found[1],
        examples=one_or(f"{head} {years[1]}", f"{head} {years[0]}"),
    )


def unplaced(typed: Typed) -> Said | None:
    """Name the words that nothing could be made of, and what is like them."""
    unknown = unknown_words(typed.words, typed.languages)
    if not unknown:
        return None
    for name in nearest_names(unknown, typed.languages):
        other = typed.words.replace(unknown, name, 1)
        if typed.read(other):
            return said("“%(words)s” was not understood: did you mean %(other)s?", words=unknown, other=other)
    if unknown == typed.words:
        return None
    rest = " ".join(typed.words.replace(unknown, " ", 1).split()).strip(" ,;:.-–")
    examples = rest if typed.read(rest) else examples_of(typed.language)
    return not_understood(unknown, typed, examples)


def left_over(typed: Typed) -> Said | None:
    """Name the words before or behind a date that it makes sense without."""
    words = typed.words.split()
    for count in range(1, min(len(words), MOST_LEFT_OVER + 1)):
        for start, end in ((count, len(words)), (0, len(words) - count)):
            rest = " ".join(words[start:end]).strip(" ,;:")
            if typed.read(rest):
                over = " ".join(words[:start] + words[end:]).strip(" ,;:")
                return not_understood(over, typed, rest)
    return None


def not_understood(words: str, typed: Typed, examples: str | Said) -> Said:
    return said(
        "“%(words)s” was not understood, in “%(whole)s”: write for example %(examples)s.",
        words=shown(words),
        whole=typed.shown,
        examples=examples,
    )


def as_bounds(edtf: str) -> tuple[int, int] | None:
    value = EDTF.parse(edtf) if edtf else None
    return (value.earliest, value.latest) if value else None


REASONS: tuple[Callable[[Typed], Said | None], ...] = (
    not_known, lacks_zeros, bare_number, numbers_without_year, three_numbers, year_and_month, short_end,
    time_of_no_day, year_of_no_calendar, day_of_no_calendar, lone_week, lone_day, two_dates, wrong_edtf,
    zone_without_offset, lacks_a_day, open_words,
    doubtful_time, short_year, backwards, unplaced, left_over,
)  # fmt: skip
DATED = frozenset({
    lacks_zeros, numbers_without_year, three_numbers, year_and_month, short_end, time_of_no_day, year_of_no_calendar,
    day_of_no_calendar, lone_week, lone_day, two_dates, zone_without_offset, lacks_a_day, open_words,
    doubtful_time, short_year, backwards,
})  # fmt: skip
"""The reasons that know the words for a date: they go before another language's not knowing them."""
