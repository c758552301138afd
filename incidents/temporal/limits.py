"""What "before 2020" and "no later than 3 May" leave open: one of the days up to a limit, or from it on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from .lexer import CODES, Tokens
from .mention import Alternative
from .periods import HALF_1, PER_YEAR, QUARTER_1, SPRING, OutOfCalendar, Period
from .tables import Tables
from .values import Value

JOINING = frozenset(CODES[name] for name in ("earlier", "later", "agopre"))  # "before", "after", "vor"
LEADING = frozenset(CODES[name] for name in ("on", "within"))  # "by", "d'ici"
EXACT = ("day", "month", "year")
BY_MONTH = ("quarter", "season", "half")
PLAIN = re.compile(r"(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?")
SPANS_OF_YEARS = {"decade": 9, "century": 99, "millennium": 999}


def limit_at(tokens: Tokens, tables: Tables, at: int) -> tuple[int, bool] | None:
    """Return the side that a word leaves open, and whether the date behind it belongs to it: "no later than", "by"."""
    code = tokens.codes[at : at + 1]
    if code == CODES["bound"]:
        return tokens.values[at]  # type: ignore[return-value]
    if code in JOINING and tokens.word(at) in tables.joining:
        return int(str(tokens.values[at])), False
    return (-1, True) if code in LEADING and tokens.word(at) in tables.deadline else None


def side_at(tokens: Tokens, tables: Tables, at: int) -> int:
    """Return the side that is counted to in "two days before" (-1) and "after" (1), 0 for neither."""
    limit = limit_at(tokens, tables, at)
    return limit[0] if limit and not limit[1] else 0


def limited(value: Value, side: int, inclusive: bool) -> Value | None:
    """Return the value as a limit: up to it (-1) or from it on (1); None where it is no date that can be one.

    TIMEX3 has no value for this: it keeps that of the limit. In EDTF it is one of a set, `[..2019]` (ISO 8601-2,
    6.4): what happened before 2020 did so on some day, and did not go on until then.
    """
    period = value.period
    if period is None or value.kind != "date" or value.part or value.bounds or not is_plain(value.edtf):
        return None
    if period.year < 1 and period.unit in BY_MONTH:
        return None
    edge = edge_of(period, side, inclusive)
    others = (limited_reading(a, side, inclusive) for a in value.alternatives)
    return replace(value, edtf=written(edge, side), rule="bounded", alternatives=tuple(filter(None, others)))


def is_plain(edtf: str) -> bool:
    """Tell a date, a period of the calendar or a week from what is approximate or open."""
    return bool(edtf) and "~" not in edtf and not edtf.startswith("XXXX") and "/" not in edtf


def written(edge: str, side: int) -> str:
    return f"[..{edge}]" if side < 0 else f"[{edge}..]"


def edge_of(period: Period, side: int, inclusive: bool) -> str:
    """Return the last day, month or year that "before" leaves, or the first that "after" does."""
    step = 0 if inclusive else side
    if period.unit in EXACT:
        return period.shifted(step).edtf
    outer = 1 if (side < 0) == inclusive else -1  # which end of a longer period counts: 1 its last, -1 its first
    if period.unit in SPANS_OF_YEARS:
        year = period.year + (SPANS_OF_YEARS[period.unit] if outer > 0 else 0)
        return Period("year", year + step).edtf
    day = period.last if outer > 0 else period.first
    if period.unit in BY_MONTH:
        return Period.containing("month", day).shifted(step).edtf
    return (day + timedelta(days=step)).isoformat()


def limited_reading(reading: Alternative, side: int, inclusive: bool) -> Alternative | None:
    """Return another reading as a limit too; those that are no day, month or year are dropped."""
    made = period_of(reading.edtf)
    try:
        edge = edge_of(made, side, inclusive) if made else ""
        return replace(reading, edtf=written(edge, side), rule="bounded") if edge else None
    except (OutOfCalendar, OverflowError, ValueError):
        return None


def period_of(edtf: str) -> Period | None:
    """Return the period that a plain date is: a day, month, season or quarter, year, decade or century."""
    match = PLAIN.fullmatch(edtf)
    if match is None:
        return None
    digits, part, day = match.groups()
    if digits.endswith("X"):
        unit = "century" if digits.endswith("XX") else "decade"
        return None if part else Period(unit, int(digits.rstrip("X")))
    year, number = int(digits), int(part or 0)
    if day:
        return Period.day(year, number, int(day))
    if number > 12:
        return _part_of_year(year, number)
    return Period.month(year, number) if number else Period("year", year)


def _part_of_year(year: int, code: int) -> Period | None:
    """Return a season, quarter or half by its code (ISO 8601-2, 4.8)."""
    for unit, first in (("season", SPRING), ("quarter", QUARTER_1), ("half", HALF_1)):
        if first <= code < first + PER_YEAR[unit]:
            return Period(unit, year * PER_YEAR[unit] + code - first)
    return None
