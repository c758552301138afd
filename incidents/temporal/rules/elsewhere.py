"""Dates as languages write them that are known by their months and weekdays only."""

from __future__ import annotations

from ..context import Context
from ..grammar import Found
from ..periods import Period
from ..values import Value, absolute_day, of_period
from .base import IMPOSSIBLE, has_weekday_right, reads


@reads("year:year dot? of? month:MONTH dot? day:num", "year:year dot? of? day:num dot? month:MONTH")
def year_month_day(found: Found, context: Context) -> Value | None:
    """Read "2023. szeptember 19." and "2023. gada 19. septembrī"."""
    if not context.tables.year_before_day:
        return None
    return absolute_day(found.number("year"), found.number("month"), found.number("day")) or IMPOSSIBLE


@reads("year:year dot? of? month:MONTH")
def year_month(found: Found, context: Context) -> Value | None:
    if not context.tables.year_before_day or found.is_class("month", "mabbr"):
        return None
    return of_period(Period.month(found.number("year"), found.number("month")), "absolute")


@reads(
    "weekday:WEEKDAY comma? day:DIGITS of? month:MONTH slash again:MONTH of? year:year",
    "weekday:WEEKDAY comma? day:DIGITS of? month:MONTH paren again:MONTH paren of? year:year",
    "day:DIGITS of? month:MONTH slash again:MONTH of? year:year",
    "day:DIGITS of? month:MONTH paren again:MONTH paren of? year:year",
    "month:MONTH slash again:MONTH of? year:year",
    "month:MONTH paren again:MONTH paren of? year:year",
)
def month_named_twice(found: Found, context: Context) -> Value | None:
    """Read a month that stands in both its names, as Arabic papers write it."""
    year, month = found.number("year"), found.number("month")
    if month != found.number("again"):
        return None
    if "day" not in found:
        return of_period(Period.month(year, month), "absolute")
    value = absolute_day(year, month, found.number("day"))
    return has_weekday_right(found, value) if value else IMPOSSIBLE
