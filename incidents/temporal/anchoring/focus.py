"""Count in units from a date of the text: "three weeks later", "the same day", "two days after 3 May"."""

from __future__ import annotations

from dataclasses import replace

from ..context import COARSENESS, Context
from ..limits import period_of
from ..periods import CALENDAR_UNITS, MULTIPLES, YEARS, Period
from ..values import Value, of_period, open_value, other

MINUTES = {"hour": 60, "minute": 1}
MINUTES_A_DAY = 24 * 60
AFTER_AN_HOUR = 0.6  # confidence: the hour named last may be of something else
SPANS = ("month", "season", "quarter", "half", "year")


def from_focus(context: Context, count: int | None, unit: str, sign: int, rule: str = "from-last-date") -> Value | None:
    """Resolve "three weeks later", "the following day", "the previous year": counted from the last date given."""
    if count is None:
        return Value("vague", "", "PAST_REF" if sign < 0 else "FUTURE_REF", "vague", confidence=0.5)
    if unit in MULTIPLES:
        times, unit = MULTIPLES[unit]
        count *= times
    if unit in MINUTES:
        return _from_hour(context, count * sign * MINUTES[unit], rule)
    if unit not in CALENDAR_UNITS:
        return None
    if count and (span := _from_span(context, count * sign, unit, rule)):
        return span
    base = context.last_date(unit)
    if base is None:
        base = Period("day", context.reference.toordinal()) if context.reference else None
    if base is None or (base.year < 1 and unit not in YEARS):
        return open_value(rule)
    value = of_period(base.within(unit).shifted(sign * count), rule, 0.75, base.first if base.year > 0 else None)
    now = context.now
    if now is None:
        return value
    return value.also(other(Period.containing(unit, now).shifted(sign * count), "from-report", 0.3))


def _from_hour(context: Context, minutes: int, rule: str) -> Value | None:
    """Count hours and minutes from the time of day named last: "at 5:08 a.m. … two hours later"."""
    before = context.hour_before()
    if before is None or before[0].year < 1:
        return None
    day, clock = before
    days, minute = divmod(clock.hour * 60 + clock.minute + minutes, MINUTES_A_DAY)
    there = day.shifted(days)
    hour = replace(clock, hour=minute // 60, minute=minute % 60, second=None)
    value = of_period(there, rule, AFTER_AN_HOUR, day.first)
    return replace(
        value, edtf=value.edtf + hour.edtf, timex=value.timex + hour.timex, kind="time", clock=hour, precision="minute"
    )


def _from_span(context: Context, count: int, unit: str, rule: str) -> Value | None:
    """Count from both ends of a longer time named just before: "in September 2008 … nine days later" is no one day."""
    whole = context.named_before()
    if whole is None or whole.year < 1 or unit not in ("day", "week") or COARSENESS[whole.unit] <= COARSENESS[unit]:
        return None
    if whole.unit not in SPANS:
        return None
    if count < 0 and context.now and whole.first <= context.now <= whole.last:
        return None  # in a month that still runs, "the day before" is that before the report
    first, last = (Period.containing(unit, day).shifted(count) for day in (whole.first, whole.last))
    edtf = f"[{first.first.isoformat()}..{last.last.isoformat()}]"
    return Value(rule, edtf, "XXXX-XX-XX", confidence=0.5, anchor=whole.first)


def same_unit(context: Context, unit: str) -> Value | None:
    """Resolve "that day", "the same month": the one of the last date given."""
    return from_focus(context, 0, unit, 1, "same-unit")


def counted_from(base: Value, count: int, unit: str, sign: int) -> Value | None:
    """Resolve "three weeks after 3 May 2021": counted from the date beside the words."""
    if unit in MULTIPLES:
        times, unit = MULTIPLES[unit]
        count *= times
    whole = base.period
    if whole is None or unit not in CALENDAR_UNITS or COARSENESS[unit] < COARSENESS[whole.unit] or whole.year < 1:
        return None
    period = whole.within(unit).shifted(sign * count)
    value = of_period(period, "from-date", min(base.confidence, 0.85), whole.first)
    for reading in base.alternatives:
        near = period_of(reading.edtf)
        if near and near.unit == whole.unit:
            moved = near.within(unit).shifted(sign * count)
            value = value.also(other(moved, reading.rule, reading.confidence))
    return value
