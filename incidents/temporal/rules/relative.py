"""Words that count in days and units from the day of the report: "yesterday", "last week", "the same month"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import BREAK, CODES, OF, OTHER
from ..periods import PER_YEAR, Period
from ..values import Value, of_period, open_value, other
from .base import (
    IMPOSSIBLE,
    ends_phrase,
    follows_word,
    has_weekday_right,
    is_plural,
    reads,
    tense,
    tense_of_unit,
    with_daypart,
)
from .others import length

AROUND_THE_PAST = tuple(CODES[name] for name in ("within", "of", "from", "on"))
SPANS = frozenset({"quarter", "half", "weekend"})  # units that "the last" takes from the calendar in any language
SOMEWHERE = 0.7  # confidence: in the week of the report, or in that of the story
EITHER = 0.65  # confidence: said before Saturday, "next weekend" is one of two
BEYOND = frozenset({"week", "weekend", "month", "quarter", "year"})
WHOLE_FOLLOWS = OF | {CODES["the"]}
CLOSING = frozenset({CODES["closing"], CODES["part"], CODES["ending"]})


@reads("part:daypart mod:this|last", "mod:this|last part:daypart")
def this_daypart(found: Found, context: Context) -> Value | None:
    return relative_day(context, found.number("mod"), found.text("part"))


@reads("the? day:relday comma? weekday:WEEKDAY comma? number:num?")
def relative_day_and_weekday(found: Found, context: Context) -> Value | None:
    """Read "hoy, martes", "hier lundi", "am morgigen Freitag"."""
    shift, daypart = found.of("day", tuple)
    value = relative_day(context, shift, daypart)
    if value is None or value.period is None or "number" in found or daypart:
        return None
    return has_weekday_right(found, value)


@reads("day:relday", "day:relday part:daypart", "this day:relday", "day:relday on? the part:daypart")
def relative_day_words(found: Found, context: Context) -> Value | None:
    pair = found.of("day", tuple)
    if is_title(found, context):
        return None
    return relative_day(context, pair[0], found.text("part") if "part" in found else pair[1])


def is_title(found: Found, context: Context) -> bool:
    """Tell "the Today programme" and "USA Today" from days: a capital behind an article or such a name."""
    tokens, place = context.tokens, found.places["day"]
    if not place or not tokens.text[tokens.starts[place]].isupper():
        return False
    return tokens.codes[place - 1] == CODES["the"] or tokens.word(place - 1) in context.tables.names_before


def relative_day(context: Context, shift: int, daypart: str) -> Value | None:
    """Return "yesterday", "tonight", "this morning"."""
    now = context.now
    if context.narrative and not daypart and not shift:
        return Value("vague", "", "PRESENT_REF", "vague", confidence=0.7)  # "to this day", not a day of the story
    if now is None:
        return open_value("relative-day")
    value = of_period(Period("day", now.toordinal() + shift), "relative-day", 0.95, now)
    return with_daypart(value, daypart)


@reads("the? mod:MOD unit:unit", "the? unit:unit mod:MOD", "this mod:last unit:unit")
def modified_unit(found: Found, context: Context) -> Value | None:
    unit, shift = found.text("unit"), found.number("mod")
    if is_plural(found, context, "mod", "unit"):
        return length(None, unit)
    if unit == "day" and shift == 1:
        return anchoring.from_focus(context, 1, "day", 1, "next-day")
    if found.is_class("mod", "last") and context.tokens.word(found.places["mod"]) in context.tables.stretches:
        return stretch(found, context)
    if context.tokens.codes[found.start] == CODES["the"] and goes_on_with_article(found, context):
        return IMPOSSIBLE  # "the last week of the campaign"
    if unit == "weekend" and shift == 1 and context.now:
        return coming_weekend(found, context, context.now)
    return anchoring.relative_unit(context, unit, shift, tense_of_unit(found, context, unit))


def coming_weekend(found: Found, context: Context, now: date) -> Value:
    """Read "am kommenden Wochenende" as the first to come; "next weekend" may be that or the one after it."""
    first = Period.containing("weekend", now)
    first = first if now < first.first else first.shifted(1)
    if context.tokens.word(found.places["mod"]) in context.tables.coming:
        return of_period(first, "next-unit", 0.85, now).also(other(first.shifted(1), "weekend-after", 0.2))
    chosen = Period.containing("weekend", now).shifted(1)
    sure = 0.85 if chosen == first else EITHER
    return of_period(chosen, "next-unit", sure, now).also(other(chosen.shifted(-1), "weekend-before", 0.4))


def stretch(found: Found, context: Context) -> Value | None:
    """Read "over the past year", a length of time, and "this past weekend", which is a date."""
    unit = found.text("unit")
    if context.tokens.codes[found.start] == CODES["this"]:
        return anchoring.relative_unit(context, unit, -1)
    if unit in SPANS:
        return anchoring.relative_unit(context, unit, -1, tense_of_unit(found, context, unit))
    return length(1, unit)


def goes_on_with_article(found: Found, context: Context) -> bool:
    """Tell "the last week of the campaign", which is no week of the calendar, from "last week"."""
    codes = context.tokens.codes
    return (
        found.places["mod"] < found.places["unit"]
        and codes[found.end : found.end + 1] in OF
        and codes[found.end + 1 : found.end + 2] == CODES["the"]
    )


@reads("the stretch:last")
def the_past(found: Found, context: Context) -> Value | None:
    """Read "in the past", and neither "the past 24 hours" nor "the past president"."""
    tokens, before = context.tokens, context.tokens.codes[found.start - 1 : found.start]
    if tokens.word(found.places["stretch"]) not in context.tables.stretches or before not in AROUND_THE_PAST:
        return None
    if tokens.codes[found.end : found.end + 1] not in ("", OTHER, BREAK, CODES["dot"], CODES["comma"], CODES["and"]):
        return None
    return Value("vague", "", "PAST_REF", "vague", confidence=0.9)


@reads("the? unit:unit side:earlier|later mod:last|next")
def unit_after_next(found: Found, context: Context) -> Value | None:
    """Read "the week before last", "the year after next"."""
    if found.number("side") != found.number("mod"):
        return None
    value = anchoring.counted(context, 2, found.text("unit"), found.number("mod"))
    return replace(value, alternatives=()) if value else None


@reads("the? mod:outer|ord unit:unit", "the? unit:unit mod:outer")
def unit_beyond(found: Found, context: Context) -> Value | None:
    """Read "vorletzte Woche", "la semana antepasada", "übernächstes Jahr", but not "l'avant-dernière semaine de …"."""
    unit, shift, codes = found.text("unit"), found.number("mod"), context.tokens.codes
    is_rank = found.is_class("mod", "ord")
    if unit not in BEYOND or abs(shift) != 2 or (is_rank and shift > 0):
        return None
    if found.places["mod"] < found.places["unit"] and codes[found.end : found.end + 1] in WHOLE_FOLLOWS:
        return None
    value = anchoring.counted(context, 2, unit, 1 if shift > 0 else -1)
    return (
        replace(value, alternatives=(), confidence=min(value.confidence, 0.7 if is_rank else 0.85)) if value else None
    )


@reads(
    "the? mod:prev|following unit:unit",
    "the? unit:unit mod:prev|following",
    "the unit:unit mod:earlier|later",
    "unit:unit mod:earlier|later",
)
def neighbour_unit(found: Found, context: Context) -> Value | None:
    if found.is_class("mod", "earlier", "later") and not ends_phrase(found, context):
        return None
    bare = found.start == found.places["unit"] and found.is_class("mod", "earlier", "later")
    if bare and not follows_word(found, context, context.tables.articled):  # "im Jahr zuvor"
        return None
    if is_plural(found, context, "unit"):
        return length(None, found.text("unit"))
    return anchoring.from_focus(context, 1, found.text("unit"), found.number("mod"), "neighbour-unit")


@reads("side:earlier|later within|on|of the? unit:unit", "side:earlier|later within|on|of the? part:daypart")
def side_of_unit(found: Found, context: Context) -> Value | None:
    """Read "earlier in the week", "later op de dag", "plus tard dans la soirée": of the week or day."""
    if "part" in found:
        day = anchoring.same_unit(context, "day")
        return replace(with_daypart(day, found.text("part")), confidence=SOMEWHERE) if day and day.period else None
    unit = found.text("unit")
    if (
        unit not in ("day", "week", "month", "year")
        or context.tokens.word(found.places["unit"]) in context.tables.plurals
    ):
        return None
    value = anchoring.same_unit(context, unit) if unit == "day" or context.narrative else None
    value = value or anchoring.relative_unit(context, unit, 0)
    return replace(value, confidence=min(value.confidence, SOMEWHERE), alternatives=()) if value else None


@reads("the? same unit:unit")
def the_same_unit(found: Found, context: Context) -> Value | None:
    if found.start and context.tokens.codes[found.start - 1] == CODES["art"]:
        return length(1, found.text("unit"))  # "en un mismo día": within one day
    return anchoring.same_unit(context, found.text("unit"))


@reads("n:art? whole:unit hyphen ago:ago|earlier unit:unit", "the whole:unit hyphen ago:ago|earlier unit:unit")
def unit_a_year_ago(found: Found, context: Context) -> Value | None:
    """Read "the year-ago quarter": the last one named, or else the latest, a year before."""
    unit, now = found.text("unit"), context.now
    if found.text("whole") != "year" or unit not in ("quarter", "half", "month", "period"):
        return None
    if unit == "period":
        told = next((p for p in context.recent if p.unit in PER_YEAR), None)
        return of_period(told.shifted(-PER_YEAR[told.unit]), "same-unit", 0.65, told.first) if told else None
    told = context.last_date(unit)
    base = told or (Period.containing(unit, now).shifted(-1) if now else None)
    if base is None or base.year < 2:
        return open_value("ago")
    rule, anchor = ("same-unit", base.first) if told else ("ago", now)
    return of_period(base.within(unit).shifted(-PER_YEAR[unit]), rule, 0.75, anchor)


@reads("the unit:unit", "unit:unit")
def articled(found: Found, context: Context) -> Value | None:
    """Read "the day" after "ended", "the year" after "the rest of", "the weekend" and "am Wochenende"."""
    unit, tokens = found.text("unit"), context.tokens
    before = tokens.codes[found.start - 1] if found.start else ""
    if tokens.codes[found.end : found.end + 1] in OF or tokens.word(found.places["unit"]) in context.tables.plurals:
        return None  # "at the end of the day of …"
    if found.end - found.start == 1 and not follows_word(found, context, context.tables.articled):
        return None
    if unit == "weekend":
        time = tense(found, context)
        return anchoring.relative_unit(context, unit, -1 if time <= 0 else 0, time)
    if unit in ("day", "week", "month", "year", "quarter", "decade", "century") and before in CLOSING:
        counted_on = unit == "day" or context.narrative
        value = anchoring.same_unit(context, unit) if counted_on else anchoring.relative_unit(context, unit, 0)
        return replace(value, confidence=0.7) if value else None
    return None
