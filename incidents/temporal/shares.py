"""Halves, thirds and quarters of centuries and decades: "the last quarter of the 19th century" is 1875 to 1899."""

from __future__ import annotations

import re
from dataclasses import replace

from .periods import year_text
from .values import Value

YEARS = re.compile(r"(-?)(\d{1,3})(X{1,3})")
SPAN = re.compile(r"(-?\d{4})/(-?\d{4})")
SURE = 0.85


def share_of(whole: Value, nth: int, parts: int) -> Value | None:
    """Return the nth of so many equal parts of a decade, a century or a millennium; -1 is the last.

    TIMEX3 has no value for it and keeps that of the whole.
    """
    years = years_of(whole.edtf)
    nth = nth if nth > 0 else parts + 1 + nth
    if years is None or not 1 <= nth <= parts:
        return None
    length = years[1] - years[0] + 1
    return spanning(whole, years[0] + length * (nth - 1) // parts, years[0] + length * nth // parts - 1)


def some_years_of(whole: Value, nth: int, count: int) -> Value | None:
    """Return the first or the last so many years of it: "the first two decades of the 20th century"."""
    years = years_of(whole.edtf)
    if years is None or nth not in (1, -1) or not 0 < count < years[1] - years[0] + 1:
        return None
    return spanning(whole, *((years[0], years[0] + count - 1) if nth > 0 else (years[1] - count + 1, years[1])))


def spanning(whole: Value, first: int, last: int) -> Value:
    edtf = f"{year_text(first)}/{year_text(last)}"
    return replace(whole, edtf=edtf, confidence=min(whole.confidence, SURE), alternatives=())


def years_of(edtf: str) -> tuple[int, int] | None:
    """Return the first and last year, as astronomers count, of `18XX`, `199X`, `-02XX` and `-0099/0000`."""
    if span := SPAN.fullmatch(edtf):
        return int(span[1]), int(span[2])
    match = YEARS.fullmatch(edtf)
    if match is None:
        return None
    sign, digits, open_digits = match.groups()
    length = 10 ** len(open_digits)
    first = int(digits) * length
    return (-first - length + 1, -first) if sign else (first, first + length - 1)
