"""The proleptic Gregorian calendar in whole numbers, for years of any size; year 0 is 1 BC (ISO 8601-1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import product

DAY_SECONDS = 86_400
MIN_SECONDS = -(2**63)
MAX_SECONDS = 2**63 - 1

_DAYS_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_TO_1970 = 719_528
_DAYS_IN_400_YEARS = 146_097

Day = tuple[int, int, int]


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    return 29 if month == 2 and is_leap(year) else _DAYS_IN_MONTH[month - 1]


def days_from_civil(year: int, month: int, day: int) -> int:
    """Count the days from 1970-01-01 to a day of the calendar; negative before it."""
    before = year - 1
    days = 365 * year + before // 4 - before // 100 + before // 400 + 1
    leap_day = 1 if month > 2 and is_leap(year) else 0
    return days + _DAYS_BEFORE_MONTH[month - 1] + leap_day + day - 1 - _DAYS_TO_1970


def civil_from_seconds(seconds: int) -> Day:
    """Give (year, month, day) of any second counted from 1970."""
    cycles, day = divmod(seconds // DAY_SECONDS + _DAYS_TO_1970 - 366, _DAYS_IN_400_YEARS)
    found = date.fromordinal(day + 1)
    return found.year + 400 * cycles, found.month, found.day


def day_bounds(first: Day, last: Day) -> tuple[int, int]:
    """Give the first second of one day and the last second of another, from 1970 and clamped to 64 bits."""
    earliest = days_from_civil(*first) * DAY_SECONDS
    latest = days_from_civil(*last) * DAY_SECONDS + DAY_SECONDS - 1
    return clamp(earliest), clamp(latest)


def clamp(seconds: int) -> int:
    return max(MIN_SECONDS, min(MAX_SECONDS, seconds))


def months_bounds(first_year: int, last_year: int, month: int, length: int) -> tuple[int, int]:
    """Bound `length` months from `month` on, from their first second in one year to their last in another.

    The months may run on into the next year, as those of a winter do.
    """
    over, last_month = divmod(month + length - 2, 12)
    end_year, end_month = last_year + over, last_month + 1
    return day_bounds((first_year, month, 1), (end_year, end_month, days_in_month(end_year, end_month)))


def masked_years(mask: str, *, backwards: bool = False) -> Iterator[int]:
    """Give the years that fit digits of which some are X, in order; `-` first for years before 0."""
    negative = mask.startswith("-")
    any_digit = "9876543210" if backwards != negative else "0123456789"
    digits = (any_digit if digit == "X" else digit for digit in mask.removeprefix("-"))
    years = (int("".join(chosen)) for chosen in product(*digits))
    return (-year for year in years if year) if negative else years


def first_masked_day(year: str, month: str, day: str) -> Day | None:
    """Find the first day of the calendar that fits digits of which some are X; None if none does."""
    return _search(masked_years(year), masked_numbers(month, 12), masked_numbers(day, 31))


def last_masked_day(year: str, month: str, day: str) -> Day | None:
    """Find the last day of the calendar that fits digits of which some are X; None if none does."""
    years = masked_years(year, backwards=True)
    return _search(years, masked_numbers(month, 12)[::-1], masked_numbers(day, 31)[::-1])


def _search(years: Iterable[int], months: tuple[int, ...], days: tuple[int, ...]) -> Day | None:
    # Some leap year must have such a day: else every year would be visited in vain. From here on only
    # a lone 29 February can pass over years, at most a thousand (XXX1-02-29).
    if not any(day <= days_in_month(2000, month) for month in months for day in days):
        return None
    for year in years:
        for month in months:
            for day in days:
                if day <= days_in_month(year, month):
                    return year, month, day
    return None


@cache  # of at most 121 masks
def masked_numbers(mask: str, highest: int) -> tuple[int, ...]:
    """Give the numbers from 1 on that fit two digits of which some are X."""
    tens, units = (range(10) if digit == "X" else (int(digit),) for digit in mask)
    return tuple(number for ten in tens for unit in units if 1 <= (number := 10 * ten + unit) <= highest)
