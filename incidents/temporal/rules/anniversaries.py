"""Days, months and seasons of another year or week: "ten years ago today", "a year ago in May", "heute in 8 Tagen"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES
from ..periods import Period
from ..values import Value, of_period, open_value, other
from .base import count_of, reads, tense

GUESSED = 0.6  # confidence: "a year ago Monday" may be the Monday or the day of the month that it is
WHOLES = ("week", "month", "weekend", "quarter")


def base_day(found: Found, context: Context) -> date | None:
    """Return the day that "today" or "yesterday" is."""
    shift, now = found.of("day", tuple)[0], context.now
    return now + timedelta(days=shift) if now else None


@reads(
    "exact? n:COUNT unit:unit ago:ago day:relday",
    "day:relday exact? n:COUNT unit:unit ago:ago",
    "ago:agopre exact? n:COUNT unit:unit day:relday",
    "ago:agopre day:relday n:COUNT unit:unit",
    "day:relday exact? ago:agopre exact? n:COUNT unit:unit",
)
def some_time_ago_to_the_day(found: Found, context: Context) -> Value | None:
    """Read "ten years ago today", "heute vor zehn Jahren", "hace hoy diez años", "a year ago yesterday"."""
    if found.of("day", tuple)[1]:
        return None
    return anchoring.to_the_day(context, count_of(found), found.text("unit"), base_day(found, context))


@reads("ago:agopre n:COUNT unit:unit last:exact", "n:COUNT unit:unit ago:ago last:exact")
def exactly_ago(found: Found, context: Context) -> Value | None:
    """Read "il y a dix ans jour pour jour"; "exactly ten years ago" says so of the year as often."""
    if " " not in context.tokens.word(found.places["last"]):
        return None
    return anchoring.to_the_day(context, count_of(found), found.text("unit"), context.now)


@reads("day:relday lead:within exact? n:COUNT unit:unit", "n:COUNT unit:unit lead:from day:relday")
def some_time_ahead_to_the_day(found: Found, context: Context) -> Value | None:
    """Read "heute in einer Woche", "two weeks from tomorrow"; "yesterday in two weeks" is none."""
    shift, daypart = found.of("day", tuple)
    if daypart or shift < 0 or (found.is_class("lead", "from", "of_from") and not leads_on(found, context)):
        return None
    return anchoring.to_the_day(context, count_of(found), found.text("unit"), base_day(found, context), 1)


def leads_on(found: Found, context: Context) -> bool:
    """Tell "two weeks from tomorrow" from "for two weeks from tomorrow" and "zwei Tage von heute"."""
    tokens, tables = context.tokens, context.tables
    return tables.weekday_week and not (found.start and tokens.word(found.start - 1) in tables.lasting)


@reads(
    "n:COUNT unit:unit ago:ago on? mod:this whole:unit",
    "mod:this whole:unit exact? n:COUNT unit:unit ago:ago",
    "ago:agopre exact? n:COUNT unit:unit mod:this whole:unit",
    "mod:this whole:unit exact? ago:agopre exact? n:COUNT unit:unit",
)
def this_unit_years_ago(found: Found, context: Context) -> Value | None:
    """Read "two years ago this week": the week that the day fell in."""
    count, whole, now = count_of(found), found.text("whole"), context.now
    if count is None or found.text("unit") != "year" or whole not in WHOLES or found.number("mod"):
        return None
    if now is None:
        return open_value("ago")
    return of_period(Period.containing(whole, anchoring.same_day(now, -count, "year").first), "ago", 0.85, now)


@reads(
    "n:COUNT unit:unit ago:ago comma? within|on|of? the? mod:this|last? month:month",
    "n:COUNT unit:unit ago:ago comma? within|on|of? the? mod:this|last? season:season",
    "month:MONTH comma? exact? n:COUNT unit:unit ago:ago",
    "season:season comma? exact? n:COUNT unit:unit ago:ago",
    "ago:agopre exact? n:COUNT unit:unit within|on|of? the? mod:this|last? month:month",
    "ago:agopre exact? n:COUNT unit:unit within|on|of? the? mod:this|last? season:season",
    "month:MONTH of? ago:agopre n:COUNT unit:unit",
    "season:season of? ago:agopre n:COUNT unit:unit",
)
def part_of_year_ago(found: Found, context: Context) -> Value | None:
    """Read "a year ago in May", "im Herbst vor zwei Jahren": that month or season of the year counted to."""
    count, now = count_of(found), context.now
    if count is None or found.text("unit") != "year" or not stands_apart(found, context):
        return None
    if now is None:
        return open_value("ago")
    year = now.year - count
    if "season" in found:
        return of_period(Period("season", year * 4 + found.number("season")), "season-this", 0.8, now)
    value = of_period(Period.month(year, found.number("month")), "month-relative-year", 0.85, now)
    return value.also(other(Period("year", year), "ago", 0.2))


def stands_apart(found: Found, context: Context) -> bool:
    """Tell "a year ago in May" from "two years ago, May said" and "a year ago in May 2004"."""
    tokens = context.tokens
    place = found.places["month" if "month" in found else "season"]
    if place < found.places["n"]:
        return True
    return tokens.codes[place - 1] in BEFORE_A_PART and tokens.codes[found.end : found.end + 1] not in YEARS


YEARS = frozenset(CODES[name] for name in ("year", "num", "ordnum", "yy"))
BEFORE_A_PART = frozenset(CODES[name] for name in ("within", "on", "of", "of_from", "the", "last", "this"))


@reads("n:COUNT unit:unit ago:ago on? mod:MOD? weekday:weekday")
def weekday_years_ago(found: Found, context: Context) -> Value | None:
    """Read "a year ago Monday": the day of the month that this Monday is, a year before."""
    unit, count = found.text("unit"), count_of(found)
    if unit not in ("year", "month") or count is None:
        return None
    shift = found.number("mod") if "mod" in found else None
    near = anchoring.weekday(context, found.number("weekday"), shift, tense(found, context))
    if near.period is None:
        return open_value("ago")
    value = anchoring.to_the_day(context, count, unit, near.period.first)
    if value is None or value.period is None:
        return None
    return replace(value, confidence=GUESSED).also(other(value.period.within(unit), "ago", 0.3))
