"""Days that have a name of their own."""

from __future__ import annotations

from dataclasses import replace

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..holidays import holidays_near
from ..lexer import CODES, OTHER
from ..periods import Period
from ..values import Value, of_period
from .base import follows_preposition, reads, relative_year, tense, year_of

TURN = 0.7  # confidence: "Jahreswechsel 2016" may be that into it or that out of it
EVE = ("fixed", 12, 31)
TURNS = (("fixed", 1, 1), EVE, ("turn",))
PARTS_OF_DAYS = frozenset({CODES["daypart"], CODES["unit"]})


@reads("holiday:holiday comma? of? year:year", "holiday:holiday")
def named_day(found: Found, context: Context) -> Value | None:
    spec = found.of("holiday", tuple)
    if "year" not in found and not names_day(found, context) and not context.whole:
        return None
    if is_another_calendar(found, context):
        return None
    value = anchoring.holiday(context, spec, year_of(found, context), tense(found, context))
    return replace(turned(value), confidence=min(value.confidence, TURN)) if spec[0] == "turn" else value


@reads("holiday:holiday comma? of? year:year sep:hyphen|slash until:num|int|year")
def turn_of_years(found: Found, context: Context) -> Value | None:
    """Read "New Year 2020/21", "Silvester 2015/16", "Noël 2015-2016": at the end of the first of the two years."""
    spec, year = found.of("holiday", tuple), found.number("year")
    if found.number("until") % 100 != (year + 1) % 100 or is_another_calendar(found, context):
        return None
    value = anchoring.holiday(context, spec, year, 0)
    if spec not in TURNS:
        return value
    turn = turned(anchoring.holiday(context, ("turn",), year + 1, 0))
    return turn if spec != EVE else replace(value, edtf=turn.edtf)


def turned(value: Value) -> Value:
    """Return the first day of a year together with the evening before it."""
    if value.period is None:
        return value
    edtf = f"{value.period.shifted(-1).edtf}/{value.period.edtf}"
    return replace(value, edtf=edtf, alternatives=())


def is_another_calendar(found: Found, context: Context) -> bool:
    """Tell "Chinese New Year", which a table of our own days does not know; "in the new year" names no day either."""
    tokens, at = context.tokens, found.places["holiday"]
    if tokens.word(at) not in context.tables.shy_days:
        return False
    if "year" not in found:
        return not context.whole
    before = tokens.starts[at - 1] if at and tokens.codes[at - 1] == OTHER else None
    return before is not None and tokens.text[before].isupper()


def names_day(found: Found, context: Context) -> bool:
    """Tell whether a named day is a date here: after a preposition, or the article of days ("el Viernes Santo")."""
    tokens = context.tokens
    if found.start and tokens.word(found.start - 1) in context.tables.describing:  # "las ventas de Navidad"
        return found.start > 1 and tokens.codes[found.start - 2] in PARTS_OF_DAYS
    articles = context.tables.day_articles
    return follows_preposition(found, context) or (found.start > 0 and tokens.word(found.start - 1) in articles)


@reads("holiday:holiday unit:unit year:year", "holiday:holiday unit:unit")
def weekend_of_named_day(found: Found, context: Context) -> Value | None:
    """Read "Labor Day weekend": the one that a Monday ends, or the next."""
    if found.text("unit") != "weekend":
        return None
    named = anchoring.holiday(context, found.of("holiday", tuple), year_of(found, context), tense(found, context))
    if named.period is None:
        return named
    weekend = Period.containing("weekend", named.period.first)
    if named.period.first.isoweekday() == 1:
        weekend = weekend.shifted(-1)
    return of_period(weekend, named.rule, named.confidence, named.anchor)


@reads(
    "holiday:holiday of? the? mod:MOD unit:unit",
    "holiday:holiday of? the? unit:unit mod:MOD",
    "mod:MOD holiday:holiday",
    "holiday:holiday mod:last|next",
)
def named_day_relative(found: Found, context: Context) -> Value | None:
    spec, now, shift = found.of("holiday", tuple), context.now, found.number("mod")
    if now is None:
        return anchoring.holiday(context, spec, None, 0)
    if "unit" in found:
        year = relative_year(found, context)
        return replace(anchoring.holiday(context, spec, year, 0), anchor=now) if year is not None else None
    near = holidays_near(spec, now.year)
    if shift == 0:
        return anchoring.holiday(context, spec, now.year, 0)
    fitting = [p for p in near if (p.first.toordinal() - now.toordinal()) * shift > 0]
    if not fitting:
        return None
    return of_period(fitting[-1 if shift < 0 else 0], "holiday-nearest", 0.8, now)
