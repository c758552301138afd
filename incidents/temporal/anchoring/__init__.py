"""Resolve what words name against the day they were written on, or the last date that the text gave.

Every function here returns a `Value` with its rule, or None where the words name no date after all.
"""

from __future__ import annotations

from .focus import counted_from, from_focus, same_unit
from .holidays import holiday
from .months import day_of_month, month
from .parts import nth_weekday, ordinal_of
from .seasons import latest_ordinal, season
from .units import counted, half_ago, relative_unit, same_day, to_the_day, trailing
from .weekdays import weekday, weekday_after, weekday_from_focus, weekday_of_span

__all__ = [
    "counted",
    "counted_from",
    "day_of_month",
    "from_focus",
    "half_ago",
    "holiday",
    "latest_ordinal",
    "month",
    "nth_weekday",
    "ordinal_of",
    "relative_unit",
    "same_day",
    "same_unit",
    "season",
    "to_the_day",
    "trailing",
    "weekday",
    "weekday_after",
    "weekday_from_focus",
    "weekday_of_span",
]
