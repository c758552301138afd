"""Read one date of EDTF: year, month, day, season, date and time or long year; no interval, no set."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Literal, NamedTuple

from ..sentences import Refusing, phrase, said
from .gregorian import (
    MAX_SECONDS,
    MIN_SECONDS,
    clamp,
    day_bounds,
    days_in_month,
    first_masked_day,
    last_masked_day,
    masked_years,
    months_bounds,
)

YEAR_DIGITS = 18  # more than the years of 64-bit seconds have; the bounds of longer ones are clamped


class EDTFError(Refusing, ValueError):
    """A text is not an EDTF date; the message names the value, what is wrong and what would be right."""


class Precision(StrEnum):
    """The smallest unit of the calendar that surely holds a date, from fine to coarse.

    `season` stands for every part of a year with a code of 21 to 41, `eon` for more than a thousand years.
    """

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    EON = "eon"


class Form(StrEnum):
    DATE = "date"
    DATETIME = "datetime"
    SEASON = "season"
    INTERVAL = "interval"
    ONE_OF = "one_of"
    ALL_OF = "all_of"


Component = Literal["year", "month", "day"]


class DateFields(NamedTuple):
    """What one date says; `text` is its canonical string, the bounds are inclusive seconds from 1970, UTC."""

    text: str
    form: Form
    precision: Precision
    earliest: int
    latest: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None


_DATE = re.compile(
    r"(?P<year_left>[?~%])?(?P<year>-?[0-9X]{4})(?:S(?P<significant>[1-9][0-9]*))?(?P<year_right>[?~%])?"
    r"(?:-(?P<month_left>[?~%])?(?P<month>[0-9X]{2})(?P<month_right>[?~%])?"
    r"(?:-(?P<day_left>[?~%])?(?P<day>[0-9X]{2})(?P<day_right>[?~%])?)?)?"
)
_LONG_YEAR = re.compile(
    r"Y(?P<sign>-?)(?P<digits>[1-9][0-9]*)(?:E(?P<exponent>[1-9][0-9]*))?(?:S(?P<significant>[1-9][0-9]*))?"
    r"(?P<year_right>[?~%])?"
)
_DATETIME = re.compile(
    r"(?P<date>-?[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"(?:Z|(?P<sign>[+-])(?P<zone_hours>[0-9]{2})(?::(?P<zone_minutes>[0-9]{2}))?)?"
)
# Code: first month and number of months. 21 to 24 are read as the northern meteorological seasons.
_SEASONS = {
    "21": (3, 3),
    "22": (6, 3),
    "23": (9, 3),
    "24": (12, 3),
    "25": (3, 3),
    "26": (6, 3),
    "27": (9, 3),
    "28": (12, 3),
    "29": (9, 3),
    "30": (12, 3),
    "31": (3, 3),
    "32": (6, 3),
    "33": (1, 3),
    "34": (4, 3),
    "35": (7, 3),
    "36": (10, 3),
    "37": (1, 4),
    "38": (5, 4),
    "39": (9, 4),
    "40": (1, 6),
    "41": (7, 6),
}
_YEAR_PRECISIONS = (
    Precision.YEAR,
    Precision.DECADE,
    Precision.CENTURY,
    Precision.MILLENNIUM,
    Precision.EON,
)
# Marks that hold for a part: its own on the left, and every one to the right of it or of a part after it.
_MARKS_OF = {
    "year": ("year_left", "year_right", "month_right", "day_right"),
    "month": ("month_left", "month_right", "day_right"),
    "day": ("day_left", "day_right"),
}


def no_edtf(text: str, why: str, /, **params: object) -> EDTFError:
    shown = text if len(text) <= 60 else text[:60] + "…"
    return EDTFError("%(text)s is not an EDTF date: %(why)s.", text=repr(shown), why=said(why, **params))


def read_date(text: str) -> DateFields:
    """Read one date in time linear in its length. Raises EDTFError."""
    if found := _DATE.fullmatch(text):
        return _plain(text, found)
    if found := _DATETIME.fullmatch(text):
        return _datetime(text, found)
    if found := _LONG_YEAR.fullmatch(text):
        return _long_year(text, found)
    raise no_edtf(text, _advice(text), capitals=text.upper())


def mark_of(text: str, component: Component) -> str:
    """Give the mark that holds for a part of a date, "", ?, ~ or % (LoC EDTF, level 2, Qualification)."""
    if found := _DATE.fullmatch(text):
        marks = "".join(found[group] or "" for group in _MARKS_OF[component])
    else:
        found = _LONG_YEAR.fullmatch(text)
        marks = (found["year_right"] or "") if found and component == "year" else ""
    uncertain, approximate = "?" in marks or "%" in marks, "~" in marks or "%" in marks
    if uncertain and approximate:
        return "%"
    return "?" if uncertain else "~" if approximate else ""


def _advice(text: str) -> str:
    capitals = text.upper()
    if text in ("open", "unknown"):
        return phrase("an open end is written .., an unknown one is left empty, as in 2023-06/.. and 2023-06/")
    if capitals != text and (_DATE.fullmatch(capitals) or _DATETIME.fullmatch(capitals)):
        return phrase("its letters are capitals, %(capitals)s")
    if text.startswith("Y"):
        return phrase("a year after Y has no leading 0 and no month, but may have E and S, as in Y17E7 or Y3388E2S3")
    if "T" in text:
        return phrase("a time is written 2023-09-19T14:30:00, without fractions, then Z, +02:00 or nothing")
    if "S" in text:
        return phrase("S and the number of significant digits follow a year, as in 1950S2")
    if ".." in text:
        return phrase("a range stands in a set, as in [2023-09-11..2023-09-17]; an interval has a slash")
    return phrase("write for example 2023-09-19, 2023-09, 2023, 201X, 2023-09-19~, 2023-09-11/2023-09-17, 2023-06/..")


def _plain(text: str, found: re.Match[str]) -> DateFields:
    year, month, day = found["year"], found["month"], found["day"]
    if year == "-0000":
        raise no_edtf(text, "the year 0 has no sign, 0000")
    if found["significant"]:
        return _significant_year(text, found)
    if month is None:
        return _year(text, year)
    if month in _SEASONS:
        return _season(text, year, month, day)
    if "X" not in month and not "01" <= month <= "12":
        raise no_edtf(
            text, "there is no month %(month)s; it is 01 to 12, or 21 to 41 for a part of a year", month=month
        )
    if "X" in year or "X" in month or (day is not None and "X" in day):
        return _masked(text, year, month, day)
    y, m = int(year), int(month)
    if day is None:
        return DateFields(text, Form.DATE, Precision.MONTH, *months_bounds(y, y, m, 1), y, m)
    return _day(text, y, m, int(day))


def _day(text: str, year: int, month: int, day: int) -> DateFields:
    last = days_in_month(year, month)
    if not 1 <= day <= last:
        raise no_edtf(
            text, "there is no day %(day)s in that month; its days are 01 to %(last)s", day=f"{day:02}", last=last
        )
    whole = (year, month, day)
    return DateFields(text, Form.DATE, Precision.DAY, *day_bounds(whole, whole), *whole)


def _year(text: str, year: str) -> DateFields:
    bounds = months_bounds(*_year_range(year), 1, 12)
    return DateFields(text, Form.DATE, _year_precision(year), *bounds, _exact(year))


def _year_range(year: str) -> tuple[int, int]:
    if "X" not in year:
        return int(year), int(year)
    return next(masked_years(year)), next(masked_years(year, backwards=True))


def _year_precision(year: str) -> Precision:
    # The first X decides: whatever digits follow it, the date may lie anywhere in that decade or century.
    return _YEAR_PRECISIONS[len(year) - year.index("X")] if "X" in year else Precision.YEAR


def _exact(digits: str | None) -> int | None:
    return None if digits is None or "X" in digits else int(digits)


def _season(text: str, year: str, month: str, day: str | None) -> DateFields:
    if day is not None:
        raise no_edtf(text, "%(code)s is a part of a year, a season for example, and has no days", code=month)
    bounds = months_bounds(*_year_range(year), *_SEASONS[month])
    precision = _year_precision(year) if "X" in year else Precision.SEASON
    return DateFields(text, Form.SEASON, precision, *bounds, _exact(year), season=int(month))


def _masked(text: str, year: str, month: str, day: str | None) -> DateFields:
    first = first_masked_day(year, month, day or "XX")
    last = first and last_masked_day(year, month, day or "XX")
    if first is None or last is None:
        raise no_edtf(text, "no day of the calendar has these digits; write X for each one that is not known")
    if "X" in year:
        precision = _year_precision(year)
    elif "X" in month:
        precision = Precision.YEAR
    else:
        precision = Precision.MONTH
    parts = _exact(year), _exact(month), _exact(day)
    return DateFields(text, Form.DATE, precision, *day_bounds(first, last), *parts)


def _datetime(text: str, found: re.Match[str]) -> DateFields:
    day = read_date(found["date"])
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if (hour > 23 or minute > 59 or second > 59) and (hour, minute, second) != (24, 0, 0):
        raise no_edtf(text, "a time goes from 00:00:00 to 23:59:59, or is 24:00:00 at the end of the day")
    moment = clamp(day.earliest + hour * 3600 + minute * 60 + second - _zone_seconds(text, found))
    minutes_end = found.end("minute")
    written = text if found["second"] else f"{text[:minutes_end]}:00{text[minutes_end:]}"
    return DateFields(written, Form.DATETIME, Precision.SECOND, moment, moment, day.year, day.month, day.day)


def _zone_seconds(text: str, found: re.Match[str]) -> int:
    if found["sign"] is None:
        return 0
    hours, minutes = int(found["zone_hours"]), int(found["zone_minutes"] or 0)
    seconds = hours * 3600 + minutes * 60
    if minutes > 59 or seconds > 14 * 3600 or (found["sign"] == "-" and not seconds):
        raise no_edtf(text, "a zone is Z or goes from -14:00 to +14:00, and -00:00 is written Z")
    return -seconds if found["sign"] == "-" else seconds


def _significant_year(text: str, found: re.Match[str]) -> DateFields:
    year = found["year"]
    if found["month"] is not None or "X" in year:
        raise no_edtf(text, "S and the number of significant digits follow a year without X, as in 1950S2")
    return _digits(text, year[0] == "-", year.removeprefix("-"), 0, found["significant"])


def _long_year(text: str, found: re.Match[str]) -> DateFields:
    digits, exponent = found["digits"], found["exponent"]
    if exponent is None and len(digits) < 5:
        raise no_edtf(text, "a year of four digits has no Y, %(year)s", year=f"{found['sign']}{digits:0>4}")
    return _digits(text, bool(found["sign"]), digits, int(exponent or 0), found["significant"])


def _digits(text: str, negative: bool, digits: str, exponent: int, significant: str | None) -> DateFields:
    """Give the year of `digits` and `exponent` zeros, or those with the same first `significant` digits."""
    length = len(digits) + exponent
    open_digits = length - int(significant or length)
    if open_digits < 0:
        raise no_edtf(text, "S is the number of significant digits, here 1 to %(most)s", most=length)
    precision = _YEAR_PRECISIONS[min(open_digits, 4)]
    if length > YEAR_DIGITS:
        beyond = MIN_SECONDS if negative else MAX_SECONDS
        return DateFields(text, Form.DATE, precision, beyond, beyond)
    size, span = int(digits) * 10**exponent, 10**open_digits
    near = size - size % span
    far = near + span - 1
    first, last = (-far, -near) if negative else (near, far)
    bounds = months_bounds(first, last, 1, 12)
    return DateFields(text, Form.DATE, precision, *bounds, -size if negative else size)
