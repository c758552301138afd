"""Excel's dates as their cells show them: a number format of years alone gives a year, never a first of January."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

# What a number format (ECMA-376, part 1, section 18.8.31) holds besides date codes: text, colours, padding.
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.I)
_CODES = re.compile(r"\[?(?:y+|e+|m+|d+|h+|s+)\]?", re.I)
MONTHS_AND_DAYS = "year-not-shown"


@lru_cache(maxsize=1_000)
def precision(number_format: str) -> str:
    """Return what a number format shows of a date: "year", "month", "day", "time", or "year-not-shown"."""
    codes = _CODES.findall(_ASIDE.sub("", number_format.split(";")[0]))
    letters = [code.strip("[]")[0].lower() for code in codes]
    if "h" in letters or "s" in letters:
        return "time"
    year = "y" in letters or "e" in letters
    if "d" in letters:
        return "day" if year or "m" not in letters else MONTHS_AND_DAYS
    if "m" in letters:
        return "month" if year else MONTHS_AND_DAYS
    return "year" if year else "day"


def shown_date(value: dt.date | dt.time | dt.timedelta, number_format: str) -> dt.date | str:
    """Return a date no finer than its cell shows it; midnight is a day; times alone are text."""
    if isinstance(value, dt.time | dt.timedelta):
        return value.isoformat() if isinstance(value, dt.time) else str(value)
    shows = precision(number_format)
    if shows == "year":
        return f"{value.year:04}"
    if shows == "month":
        return f"{value.year:04}-{value.month:02}"
    if not isinstance(value, dt.datetime):
        return value
    if shows != "time" or value.time() == dt.time():
        return value.date()
    return value.replace(microsecond=0)
