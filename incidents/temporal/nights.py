"""Nights, which belong to two days, and midnight, which ends one and begins the next."""

from __future__ import annotations

from dataclasses import replace

from .limits import period_of
from .mention import Alternative
from .numerals import Clock
from .periods import Period
from .rules.base import with_clock, with_daypart
from .tables import Tables
from .values import Value, other

EITHER_END = 0.65  # confidence: "midnight on Sunday" is as often the night to Sunday as the night to Monday


def over_night(first: Value, last: Value, part: str) -> Value:
    """Return the night between two days: both of them, as it is not said before or after midnight.

    TIMEX3 names it after the day that it begins on; the small hours ("madrugada") after the day they are of.
    """
    if first.period is None or last.period is None:
        return with_daypart(first, part)
    day = last.period if part == "MO" else first.period
    others = (night_before(reading) for reading in last.alternatives)
    return replace(
        first, edtf=f"{first.period.edtf}/{last.period.edtf}", timex=f"{day.edtf}T{part}", kind="time",
        confidence=min(first.confidence, last.confidence, 0.9), alternatives=tuple(filter(None, others)),
    )  # fmt: skip


def night_into(last: Value, part: str) -> Value:
    """Return the night that ends in a day: "in der Nacht zum Mittwoch". TIMEX3 names it after that day, the only one
    that is named."""
    if last.period is None:
        return with_daypart(last, part)
    before = last.period.shifted(-1)
    night = over_night(replace(last, edtf=before.edtf, timex=before.timex, period=before), last, part)
    return replace(night, timex=f"{last.period.edtf}T{part}")


def night_before(reading: Alternative) -> Alternative | None:
    """Return another reading of a day as the night that ends in it."""
    day = period_of(reading.edtf)
    if day is None or day.unit != "day":
        return None
    return replace(reading, edtf=f"{day.shifted(-1).edtf}/{day.edtf}", timex=f"{day.edtf}TNI")


def midnight_of(day: Value, before: str, tables: Tables) -> Value:
    """Return midnight "on Sunday": by the word before it the end of that day or its beginning."""
    if before in tables.before_hour:
        return with_daypart(day, "NI")
    value = with_clock(day, Clock(0, 0))
    if before in tables.after_hour or day.period is None:
        return value
    following: Period = day.period.shifted(1)
    end = other(following, day.rule, 0.4)
    late = replace(end, edtf=f"{end.edtf}T00:00:00", timex=f"{end.timex}T00:00")
    return replace(value, confidence=min(value.confidence, EITHER_END)).also(late)
