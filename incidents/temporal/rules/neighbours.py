"""Days, months and seasons of a year beside another, and units in one word ("Vorjahr", "la veille", "year-end")."""

from __future__ import annotations

from dataclasses import replace

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES
from ..periods import Period
from ..values import Value, absolute_day, of_period, other
from .anaphora import compared_period, goes_on, near_day
from .base import reads, tense_of_unit

YEAR_BEFORE = (-12, -4)  # months and quarters
FROM_TOLD = 0.7  # confidence: the month or year named just now may be named in passing


@reads(
    "the? rel:relunit",
    "the? rel:relunit on|to|of|within? the? part:daypart",
    "month:month of? the? rel:relunit",
    "season:season of? the? rel:relunit",
    "the? day:DAY dot? month:MONTH of? the? rel:relunit",
)
def unit_in_one_word(found: Found, context: Context) -> Value | None:
    """Read "Vorjahr", "heuer", "le lendemain", "la veille au soir" and "Dezember des Vorjahres".

    "La veille du scrutin" counts from what is no date here.
    """
    shift, unit, base = found.of("rel", tuple)
    if context.tokens.word(found.places["rel"]) in context.tables.shy or leads_genitive(found, context):
        return None  # "Eve", "am Vorabend des Gipfels"
    if "month" in found or "season" in found:
        return in_year(found, context, shift, base == "last") if unit == "year" else None
    if base == "compared" and context.tokens.codes[found.end : found.end + 1] == CODES["year"]:
        return None  # "im Vergleichszeitraum 2015"
    if base == "compared":
        return compared_period(found, context) or anchoring.relative_unit(context, unit, shift)
    if base == "told":
        return beside_told(found, context, unit, shift)
    if base == "last" and unit == "day":
        return None if goes_on(found, context) else near_day(found, context, shift)
    if "part" in found:
        return None
    if base == "last":
        value = anchoring.from_focus(context, 1, unit, shift, "neighbour-unit")
        return replace(value, aside=True) if value and shift in YEAR_BEFORE else value
    return anchoring.relative_unit(context, unit, shift, tense_of_unit(found, context, unit))


def beside_told(found: Found, context: Context, unit: str, shift: int) -> Value | None:
    """Read "Vormonat" and "Vorjahr" as those before the month or year named just now, or else before the report's."""
    value = anchoring.relative_unit(context, unit, shift, tense_of_unit(found, context, unit))
    told = context.compared_with(unit)
    if told is None or value is None or value.period is None or told.shifted(shift) == value.period:
        return value
    made = replace(of_period(told.shifted(shift), "neighbour-unit", FROM_TOLD, told.first), aside=True)
    return made.also(other(value.period, value.rule, 0.4))


def leads_genitive(found: Found, context: Context) -> bool:
    tokens, end = context.tokens, found.end
    return end < len(tokens.starts) and tokens.word(end) in context.tables.genitive


@reads(
    "month:MONTH of? the? mod:same|prev|following unit:unit",
    "month:MONTH of? the? unit:unit mod:prev|following",
    "season:season of? the? mod:same|prev|following unit:unit",
    "season:season of? the? unit:unit mod:prev|following",
    "the? day:DAY dot? of? month:MONTH of? the? mod:same|prev|following unit:unit",
    "the? day:DAY dot? of? month:MONTH of? the? unit:unit mod:prev|following",
)
def part_of_neighbour_year(found: Found, context: Context) -> Value | None:
    """Read "en mayo de aquel año", "le 5 mai de l'année suivante": counted from the last date given."""
    return in_year(found, context, found.number("mod"), True) if found.text("unit") == "year" else None


def in_year(found: Found, context: Context, shift: int, counted_on: bool) -> Value | None:
    """Return the day, month or season of a match in a year near the last one given, or that of the report."""
    told, anchor = context.last_date("year") if counted_on else None, context.now
    if told is None and anchor is None:
        return None
    year = (told.year if told else anchor.year if anchor else 0) + shift
    if told:
        anchor = told.first if told.year > 0 else None
    sure = 0.75 if counted_on else 0.85
    if "season" in found:
        return of_period(Period("season", year * 4 + found.number("season")), "season-this", sure, anchor)
    if "day" not in found:
        return of_period(Period.month(year, found.number("month")), "month-relative-year", sure, anchor)
    value = absolute_day(year, found.number("month"), found.number("day"))
    return replace(value, rule="day-relative-year", confidence=sure, anchor=anchor) if value else None


@reads("the? mod:MOD? whole:edge", "mod:MOD? whole:edge comma? of? the? year:year", "year:year whole:edge")
def edge_in_one_word(found: Found, context: Context) -> Value | None:
    """Read "Jahresende", "by year-end", "midyear 2009": a part of a unit, and of which."""
    unit, part = found.of("whole", tuple)
    if "year" in found:
        year = of_period(Period("year", found.number("year")), "part", 0.95)
        return replace(year, part=part) if unit == "year" else None
    shift = found.number("mod") if "mod" in found else 0
    value = anchoring.relative_unit(context, unit, shift)
    if value is None:
        return None
    rule = f"{unit}-{part}-last" if shift == -1 and unit in ("week", "month", "year") else value.rule
    return replace(value, part=part, rule=rule, confidence=min(value.confidence, 0.8), alternatives=())
