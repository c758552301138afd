"""Why digits and signs are no date: what they lack, or name that no calendar has."""

from __future__ import annotations

import re

from ..sentences import Said, phrase, said
from .edtf import EDTF, EDTFError
from .gregorian import days_in_month
from .misread import Misread, name_of
from .refusals import LEAP_YEAR, Typed, as_edtf, day_in, one_or, shown, written_day
from .wording import say

UNPADDED = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?")
EDTF_YEAR = re.compile(r"-?(?:\d{4}|\d[\dX]{2}X|\d{2}XX|\dXXX|XXXX)(?!\d)|Y-?\d|[\[{/.].*\d")
EDTF_LIKE = re.compile(r"[\dXYES?~%.,:/+\[\]{}TZW^ -]+")
NO_YEAR = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2?")
THREE_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)")
YEAR_AND_MONTH = re.compile(r"(\d{4})[/.](0?[1-9]|1[0-2])")
SHORT_END = re.compile(r"(\d{4}-)(\d\d-)?(\d\d)/(\d\d(?:-\d\d)?)")
NUMBER = re.compile(r"\d+")


def bare_number(typed: Typed) -> Said | None:
    """Say what a number alone lacks to be a year."""
    if not NUMBER.fullmatch(typed.words):
        return None
    year = int(typed.words[:20])
    if not year:
        return year_zero()
    if len(typed.words) > 4:
        return beyond(typed, year, typed.words)
    return said(
        "“%(words)s” is no year of four digits: write AD %(year)s, %(year)s BC, or all digits, "
        "for example %(example)s.",
        words=typed.shown,
        year=str(year),
        example=str(1900 + year if year < 100 else 1000 + year),
    )


def year_zero() -> Said:
    return said("There is no year 0: 1 BC is followed by AD 1. Write 1 BC (in EDTF 0000) or AD 1 (in EDTF 0001).")


def beyond(typed: Typed, year: int, at: str) -> Said:
    if any(era in typed.words.lower().split() for era in ("bc", "bce")):
        return said(
            "The year %(year)s BC lies before 9999 BC, the first that words can name: write it in EDTF, %(edtf)s.",
            year=str(year),
            edtf=f"Y-{year - 1}",
        )
    if year > 10**18:
        return said(
            "“%(words)s” is no year: write one of four digits, for example %(example)s.",
            words=shown(at),
            example=str(typed.year),
        )
    return said(
        "The year %(year)s lies beyond 9999, the last that words can name: write it in EDTF, %(edtf)s, "
        "or a year of four digits, for example %(example)s.",
        year=str(year),
        edtf=f"Y{year}",
        example=str(typed.year),
    )


def lacks_zeros(typed: Typed) -> Said | None:
    """Give the date that "2023-9-1" means in EDTF."""
    if not UNPADDED.fullmatch(typed.words):
        return None
    year, *rest = typed.words.split("-")
    padded = as_edtf("-".join([year, *(part.zfill(2) for part in rest)]))
    return said("“%(words)s” lacks a zero: write %(edtf)s.", words=typed.shown, edtf=padded) if padded else None


def numbers_without_year(typed: Typed) -> Said | None:
    found = NO_YEAR.fullmatch(typed.words)
    if not found:
        return None
    first, second = int(found[1]), int(found[3])
    orders = ((first, second), (second, first))[: 1 if found[2] == "." else 2]
    days = [(day, month) for day, month in dict.fromkeys(orders)
            if 1 <= month <= 12 and 1 <= day <= days_in_month(LEAP_YEAR, month)]  # fmt: skip
    if not days:
        return said(
            "“%(words)s” has no year, and is no day and month either: write for example %(example)s.",
            words=typed.shown,
            example=typed.example,
        )
    written = [written_day(*one, None, typed.own) for one in days]
    right = written_day(*days[0], typed.year, typed.own)
    if len(days) == 1:
        return said(
            "“%(words)s” is %(day)s, and has no year: write the month as a word, for example %(example)s.",
            words=typed.shown,
            day=written[0],
            example=right,
        )
    return said(
        "“%(words)s” may be %(days)s, and has no year: write the month as a word, for example %(example)s.",
        words=typed.shown,
        days=one_or(*written),
        example=right,
    )


def three_numbers(typed: Typed) -> Said | None:
    """Say why neither order of day and month makes a date: "31/02/2021", "13/13/2021"."""
    found = THREE_NUMBERS.fullmatch(typed.words)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if len(found[4]) == 2:
        return said(
            "“%(words)s” is no year of four digits: write for example %(example)s.",
            words=found[4],
            example=typed.example,
        )
    orders = ((first, second), (second, first))
    day, month = next(((day, month) for day, month in orders if 1 <= month <= 12 and day), (0, 0))
    if not month:
        return said(
            "“%(words)s” has no month: neither %(first)s nor %(second)s is a number from 1 to 12. "
            "Write for example %(example)s.",
            words=typed.shown,
            first=first,
            second=second,
            example=typed.example,
        )
    return no_such_day(Misread(day, month, year or None), typed) if year else year_zero()


def year_and_month(typed: Typed) -> Said | None:
    found = YEAR_AND_MONTH.fullmatch(typed.words)
    if not found:
        return None
    month = f"{found[1]}-{int(found[2]):02d}"
    return said(
        "“%(words)s” may be a month or two years: write %(edtf)s for %(month)s.",
        words=typed.shown,
        edtf=month,
        month=day_in(month, typed.own),
    )


def short_end(typed: Typed) -> Said | None:
    """Write out the end of "2021-05-03/05", which EDTF does not cut short."""
    found = SHORT_END.fullmatch(typed.words)
    if not found:
        return None
    first = typed.words.partition("/")[0]
    whole = as_edtf(f"{first}/{first[: len(first) - len(found[4])]}{found[4]}")
    if not whole:
        return None
    return said("“%(words)s” is no date: write %(edtf)s, with both in full.", words=found[4], edtf=whole)


def wrong_edtf(typed: Typed) -> Said | None:
    """Give what is wrong with digits and signs that are EDTF but for some mistake."""
    if not EDTF_LIKE.fullmatch(typed.words) or not EDTF_YEAR.match(typed.words):
        return None
    try:
        EDTF.parse(typed.words)
    except EDTFError as error:
        return error.said
    return None


def no_such_day(found: Misread, typed: Typed, language: str = "") -> Said:
    language = language or typed.own
    last = days_in_month(found.year or LEAP_YEAR, found.month)
    wrong = written_day(found.day, found.month, found.year, language)
    right = written_day(min(max(found.day, 1), last), found.month, found.year, language)
    month = said(name_of("month", found.month, "en"))
    if found.year and found.year >= 1000:
        month = said("%(month)s %(year)s", month=month, year=str(found.year))
    elif found.year:
        month = said("%(date)s", date=say(f"{found.year:04d}-{found.month:02d}"))
    return said(
        phrase("There is no such day as %(day)s: %(month)s has at most %(last)s days. Write for example %(example)s.")
        if not found.year and found.month == 2
        else phrase("There is no such day as %(day)s: %(month)s has %(last)s days. Write for example %(example)s."),
        day=wrong,
        month=month,
        last=last,
        example=right,
    )
