"""Place named days: fixed ones, the nth weekday of a month, and those counted from Easter."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..context import Context
from ..periods import MAX_YEAR, OutOfCalendar, Period, easter
from ..values import Value, of_period, other


def holiday(context: Context, spec: tuple[Any, ...], year: int | None, tense: int) -> Value:
    """Resolve a named day: of its year, or without one the nearest that the tense allows."""
    if year is None:
        year = context.inherited_year
    if year is not None:
        return of_period(holiday_in(spec, year), "holiday")
    now = context.now
    if now is None:
        text = f"XXXX-{spec[1]:02d}-{spec[2]:02d}" if spec[0] == "fixed" else ""
        return Value("holiday-open", text, text or "XXXX-XX-XX", precision="day", confidence=0.4)
    near = sorted(holidays_near(spec, now.year), key=lambda p: abs(p.first.toordinal() - now.toordinal()))
    chosen = near[0]
    ahead = chosen.first.toordinal() - now.toordinal()
    if tense and abs(ahead) > 60 and (ahead > 0) != (tense > 0):
        chosen = near[1]
    return of_period(chosen, "holiday-nearest", 0.7, now).also(
        *(other(p, "another-year", 0.2) for p in near if p != chosen)
    )


def holidays_near(spec: tuple[Any, ...], year: int) -> list[Period]:
    """Return a named day of the year before, of the year and of the next one."""
    return [holiday_in(spec, y) for y in (year - 1, year, year + 1) if 1 <= y <= MAX_YEAR]


def holiday_in(spec: tuple[Any, ...], year: int) -> Period:
    """Return a named day of a year: a fixed day, the nth weekday of a month, or days from Easter."""
    if not 1 <= year <= MAX_YEAR:
        raise OutOfCalendar(f"The year {year} has no days that could be counted.")
    if spec[0] == "fixed":
        return Period.day(year, spec[1], spec[2])
    if spec[0] == "easter":
        return Period("day", easter(year).toordinal() + spec[1])
    if spec[0] == "easter-week":
        return Period.containing("week", date.fromordinal(easter(year).toordinal() + spec[1]))
    _, month_number, weekday_number, nth = spec
    first = Period.month(year, month_number)
    if nth > 0:
        start = first.first
        return Period("day", start.toordinal() + (weekday_number - start.isoweekday()) % 7 + 7 * (nth - 1))
    end = first.last
    return Period("day", end.toordinal() - (end.isoweekday() - weekday_number) % 7)
