"""Days that have a name: of a month and day, the nth weekday of a month, or days from Easter or Advent."""

from __future__ import annotations

from datetime import date
from typing import Any

from .periods import MAX_YEAR, OutOfCalendar, Period


def holidays_near(spec: tuple[Any, ...], year: int) -> list[Period]:
    """Return a named day of the year before, of the year and of the next one."""
    return [holiday_in(spec, y) for y in (year - 1, year, year + 1) if 1 <= y <= MAX_YEAR]


def holiday_in(spec: tuple[Any, ...], year: int) -> Period:
    """Return a named day of a year: a fixed day, the nth weekday of a month, days from Easter or from Advent."""
    if not 1 <= year <= MAX_YEAR:
        raise OutOfCalendar(f"The year {year} has no days that could be counted.")
    if spec[0] == "fixed":
        return Period.day(year, spec[1], spec[2])
    if spec[0] == "turn":
        return Period.day(year, 1, 1)
    if spec[0] in MOVABLE:
        return Period("day", MOVABLE[spec[0]](year).toordinal() + spec[1])
    if spec[0] == "easter-week":
        return Period.containing("week", date.fromordinal(easter(year).toordinal() + spec[1]))
    _, month_number, weekday_number, nth = spec
    first = Period.month(year, month_number)
    if nth > 0:
        start = first.first
        return Period("day", start.toordinal() + (weekday_number - start.isoweekday()) % 7 + 7 * (nth - 1))
    end = first.last
    return Period("day", end.toordinal() - (end.isoweekday() - weekday_number) % 7 + 7 * (nth + 1))


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the churches that keep the Julian calendar for it, as a Gregorian day (Meeus)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date.fromordinal(date(year, month, day + 1).toordinal() + year // 100 - year // 400 - 2)


def fourth_advent(year: int) -> date:
    """Return the last Sunday before Christmas."""
    christmas = date(year, 12, 25)
    return date.fromordinal(christmas.toordinal() - christmas.isoweekday())


MOVABLE = {"easter": easter, "julian-easter": orthodox_easter, "advent": fourth_advent}
