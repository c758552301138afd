"""Count in units from the day of the report: "last week", "three years ago", "in two months"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ..context import Context
from ..mention import Alternative
from ..periods import CALENDAR_UNITS, MULTIPLES, Period
from ..values import Value, of_period, open_value, other

IN_A_STORY = 0.6  # confidence: "last year" may be that before the one told, or before the one of writing


def trailing(unit: str, now: date) -> Alternative | None:
    """Return "last week" read as the seven days before, "last year" as the twelve months before."""
    days = {"week": 7, "month": 30, "quarter": 91, "year": 365}.get(unit)
    if not days:
        return None
    if unit == "year":
        edtf = f"[{now.year - 1:04d}-{now.month:02d}..{now.year:04d}-{now.month:02d}]"
    else:
        edtf = f"[{(now - timedelta(days=days)).isoformat()}..{(now - timedelta(days=1)).isoformat()}]"
    return Alternative(
        edtf, {"week": "P7D", "month": "P1M", "quarter": "P3M", "year": "P1Y"}[unit], "", "trailing-unit", 0.3
    )


def relative_unit(context: Context, unit: str, shift: int, tense: int = 0) -> Value | None:
    """Resolve "last week" (-1), "this month" (0), "next year" (1): counted from the report's day."""
    if unit not in CALENDAR_UNITS or (unit == "day" and shift):
        return None
    rule = {-1: "last-unit", 0: "this-unit", 1: "next-unit"}[shift]
    now = context.now
    if now is None:
        return open_value(rule)
    here = Period.containing(unit, now)
    if unit == "weekend":
        return _weekend(here, shift, tense, now)
    value = of_period(here.shifted(shift), rule, 0.92, now)
    if shift and context.narrative and context.reference and context.reference != now:
        own = Period.containing(unit, context.reference).shifted(shift)
        return replace(value, confidence=IN_A_STORY).also(other(own, "from-report", 0.3))
    return value.also(trailing(unit, now)) if shift == -1 else value


def _weekend(here: Period, shift: int, tense: int, now: date) -> Value:
    """Take "this weekend" of a Monday as the past one where the clause tells something past."""
    ahead = now < here.first
    if shift == 0 and tense < 0 and ahead:
        shift = -1
    chosen = here.shifted(shift)
    rule = {-1: "last-unit", 0: "this-unit", 1: "next-unit"}[shift]
    return of_period(chosen, rule, 0.85, now).also(
        other(chosen.shifted(-1), "weekend-before", 0.2), other(chosen.shifted(1), "weekend-after", 0.2)
    )


def counted(context: Context, count: int | None, unit: str, sign: int) -> Value | None:
    """Resolve "three weeks ago" (-1) and "in three weeks" (1) with the precision of the unit."""
    rule = "ago" if sign < 0 else "ahead"
    if unit == "day" and count and (weeks := context.tables.weeks_in_days.get(count)):
        count, unit = weeks, "week"
    if count is None and unit in ("hour", "minute") and context.now:
        return of_period(Period("day", context.now.toordinal()), "hours-ago", 0.6, context.now)
    if count is None or unit in ("night", "season"):
        return Value("vague", "", "PAST_REF" if sign < 0 else "FUTURE_REF", "vague", confidence=0.5)
    now = context.now
    if now is None:
        return open_value(rule)
    if unit in MULTIPLES:
        times, unit = MULTIPLES[unit]
        count *= times
    if unit in ("hour", "minute", "second"):
        return _hours(count, unit, sign, now)
    if unit not in CALENDAR_UNITS:
        return None
    period = Period.containing(unit, now).shifted(sign * count)
    value = of_period(period, rule, 0.9, now)
    if unit == "week":
        return value.also(other(Period("day", now.toordinal() + sign * count * 7), "to-the-day", 0.3))
    if unit == "year":
        return value.also(other(Period.containing("month", now).shifted(sign * count * 12), "to-the-month", 0.3))
    if unit == "decade":
        return value.also(other(Period("year", now.year + sign * count * 10), "to-the-year", 0.3))
    if unit == "month":
        return value.also(other(period.shifted(-1), "month-before", 0.2), other(period.shifted(1), "month-after", 0.2))
    return value


def to_the_day(context: Context, count: int | None, unit: str, base: date | None, sign: int = -1) -> Value | None:
    """Resolve "ten years ago today" and "a week from tomorrow": the same day of another week, month or year."""
    if count is None or unit not in ("week", "month", "year"):
        return None
    rule = "ago" if sign < 0 else "ahead"
    if base is None:
        return open_value(rule)
    return of_period(same_day(base, sign * count, unit), rule, 0.85, context.now)


def same_day(day: date, count: int, unit: str) -> Period:
    """Return the day so many weeks, months or years on; 29 February becomes the 28th."""
    if unit == "week":
        return Period("day", day.toordinal() + 7 * count)
    month = Period.containing("month", day).shifted(count * (12 if unit == "year" else 1))
    return Period.day(month.year, month.first.month, min(day.day, month.last.day))


def half_ago(context: Context, count: int, unit: str) -> Value | None:
    """Resolve "two and a half years ago": counted in the next smaller unit, and about."""
    now, parts = context.now, {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100),
                               "month": ("week", 4), "week": ("day", 7)}  # fmt: skip
    if unit in ("day", "hour", "minute") and now is not None:
        return of_period(Period("day", now.toordinal() - (count if unit == "day" else 0)), "hours-ago", 0.6, now)
    if unit not in parts or now is None:
        return open_value("ago") if unit in parts else None
    smaller, per = parts[unit]
    period = Period.containing(smaller, now).shifted(-(count * per + per // 2))
    value = of_period(period, "ago", 0.75, now)
    return replace(value, edtf=f"{value.edtf}~") if not value.edtf.startswith("[") else value


def _hours(count: int, unit: str, sign: int, now: date) -> Value:
    """Place hours and minutes on a day: the report's own hour is not known, so fewer than 24 stay on its day."""
    hours = count * {"hour": 3600, "minute": 60, "second": 1}[unit] // 3600
    day = Period("day", now.toordinal() + sign * (hours // 24))
    return of_period(day, "hours-ago", 0.6, now).also(other(day.shifted(sign), "day-before", 0.4))
