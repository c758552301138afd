"""Take the nth unit or weekday out of a period: "the third quarter of 2009", "the first Monday in June"."""

from __future__ import annotations

from ..context import COARSENESS
from ..holidays import holiday_in
from ..limits import period_of
from ..periods import CALENDAR_UNITS, PER_YEAR, YEARS, Period
from ..values import Value, of_period, other


def ordinal_of(value: Value, ordinal: int, unit: str) -> Value | None:
    """Return "the third quarter of 2009", "the last week of June": the nth unit inside a period (-1 the last)."""
    whole = value.period
    if whole is None or unit not in CALENDAR_UNITS or COARSENESS[unit] >= COARSENESS[whole.unit] or whole.year < 1:
        return None
    if whole.unit in ("decade", "century", "millennium") and unit != "decade":
        return None  # "the last quarter of the 18th century" is a part of it, not three months
    if unit == "decade" and whole.unit == "century":
        first, last = whole.index * 10, whole.index * 10 + 9
    elif unit in YEARS:
        return None
    else:
        first = Period.containing(unit, whole.first).index
        last = Period.containing(unit, whole.last).index
        if unit == "week" and Period(unit, first).first < whole.first and whole.first.isoweekday() > 4:
            first += 1  # the first week of a month is the one that holds most of its first days
        if unit == "week" and ordinal < 0 and Period(unit, last).last > whole.last and whole.last.isoweekday() < 4:
            last -= 1  # and the last one the one that holds most of its last days
    index = last + 1 + ordinal if ordinal < 0 else first + ordinal - 1
    if not first <= index <= last or (unit == "quarter" and unit in PER_YEAR and whole.unit not in YEARS):
        return None
    made = of_period(Period(unit, index), value.rule, min(value.confidence, 0.9), value.anchor)
    for reading in value.alternatives:
        near = period_of(reading.edtf)
        found = ordinal_of(of_period(near, reading.rule), ordinal, unit) if near and near.unit == whole.unit else None
        if found and found.period:
            made = made.also(other(found.period, reading.rule, reading.confidence))
    return made


def nth_weekday(value: Value, nth: int, number: int) -> Value | None:
    """Return "the first Monday in June": the nth such weekday of a month (-1 the last, -2 the one before it)."""
    whole = value.period
    if whole is None or whole.unit != "month" or whole.year < 1 or not -2 <= nth <= 5:
        return None
    day = holiday_in(("nth", whole.index % 12 + 1, number, nth), whole.year)
    if day.within("month") != whole:
        return None
    made = of_period(day, value.rule, min(value.confidence, 0.9), value.anchor)
    for reading in value.alternatives:
        near = period_of(reading.edtf)
        if near and near.unit == "month":
            moved = holiday_in(("nth", whole.index % 12 + 1, number, nth), near.year)
            made = made.also(other(moved, reading.rule, reading.confidence))
    return made
