"""Months, days and seasons of a year beside another, and whole expressions in one word ("Vorjahr", "Jahresende")."""

from __future__ import annotations

from dataclasses import replace

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..periods import Period
from ..values import Value, absolute_day, of_period
from .base import reads, tense


@reads(
    "the? rel:relunit",
    "month:month of? the? rel:relunit",
    "season:season of? the? rel:relunit",
    "the? day:DAY dot? month:MONTH of? the? rel:relunit",
)
def unit_in_one_word(found: Found, context: Context) -> Value | None:
    """Read "Vorjahr", "Vortag", "heuer", and "Dezember des Vorjahres"."""
    shift, unit, base = found.of("rel", tuple)
    counted_on = base == "last"
    if len(found.places) == 1:
        if counted_on:
            return anchoring.from_focus(context, 1, unit, shift, "neighbour-unit")
        return anchoring.relative_unit(context, unit, shift, tense(found, context))
    here = context.last_date("year") if counted_on else None
    return in_year(found, context, unit, (here.year if here else None), shift)


@reads(
    "month:month of? the? mod:same|prev|following unit:unit",
    "month:month of? the? unit:unit mod:same|prev|following",
    "season:season of? the? mod:same|prev|following unit:unit",
    "season:season of? the? unit:unit mod:same|prev|following",
    "the? day:DAY dot? of? month:MONTH of? the? mod:same|prev|following unit:unit",
    "the? day:DAY dot? of? month:MONTH of? the? unit:unit mod:same|prev|following",
)
def part_of_neighbour_year(found: Found, context: Context) -> Value | None:
    """Read "June of the same year", "3 March of the following year": counted from the last date given."""
    here = context.last_date("year")
    return in_year(found, context, found.text("unit"), here.year if here else None, found.number("mod"))


def in_year(found: Found, context: Context, unit: str, year: int | None, shift: int) -> Value | None:
    """Return the day, month or season of a match in a year near a given one or that of the report."""
    now = context.now
    if year is None and now is not None:
        year = now.year
    if unit != "year" or year is None:
        return None
    year += shift
    if "season" in found:
        return of_period(Period("season", year * 4 + found.number("season")), "season-this", 0.85, now)
    if "day" not in found:
        return of_period(Period.month(year, found.number("month")), "month-relative-year", 0.85, now)
    value = absolute_day(year, found.number("month"), found.number("day"))
    return replace(value, rule="day-relative-year", confidence=0.85, anchor=now) if value else None


@reads("mod:MOD? whole:unitpart the? year:year?", "the mod:MOD? whole:unitpart the? year:year?")
def part_in_one_word(found: Found, context: Context) -> Value | None:
    """Read "Jahresende", "Wochenbeginn", "Jahresende 2004"."""
    unit, part = found.of("whole", tuple)
    if "year" in found:
        return replace(of_period(Period("year", found.number("year")), "part"), part=part) if unit == "year" else None
    shift = found.number("mod") if "mod" in found else 0
    value = anchoring.relative_unit(context, unit, shift)
    if value is None:
        return None
    rule = f"{unit}-{part}-last" if shift == -1 and unit in ("week", "month", "year") else value.rule
    return replace(value, part=part, rule=rule, confidence=min(value.confidence, 0.8), alternatives=())
