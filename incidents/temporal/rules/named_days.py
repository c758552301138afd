"""Days that have a name of their own."""

from __future__ import annotations

from dataclasses import replace

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES
from ..periods import Period
from ..values import Value, of_period
from .base import follows_preposition, reads, relative_year, tense, year_of

PARTS_OF_DAYS = frozenset({CODES["daypart"], CODES["unit"]})


@reads("holiday:holiday comma? of? year:year", "holiday:holiday")
def named_day(found: Found, context: Context) -> Value | None:
    spec = found.of("holiday", tuple)
    if "year" not in found and not names_day(found, context) and not context.whole:
        return None
    return anchoring.holiday(context, spec, year_of(found, context), tense(found, context))


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
    near = anchoring.holidays_near(spec, now.year)
    if shift == 0:
        return anchoring.holiday(context, spec, now.year, 0)
    fitting = [p for p in near if (p.first.toordinal() - now.toordinal()) * shift > 0]
    if not fitting:
        return None
    return of_period(fitting[-1 if shift < 0 else 0], "holiday-nearest", 0.8, now)
