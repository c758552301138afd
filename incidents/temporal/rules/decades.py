"""Decades and centuries."""

from __future__ import annotations

from ..context import Context
from ..grammar import Found
from ..lexer import CODES, OF, OTHER
from ..periods import Period
from ..values import Value, of_period, other
from .base import COUNTED, LAST_YEAR, reads
from .eras import before_christ
from .ranges import joined

BEFORE_A_DECADE = frozenset(CODES[name] for name in ("part", "within", "since", "until"))


@reads("the year:card|int|num")
def bare_decade(found: Found, context: Context) -> Value | None:
    """Read "en los ochenta", "a finales de los 80", which may count something too."""
    tokens, value = context.tokens, found.number("year")
    if value % 10 or not 20 <= value <= 90 or tokens.word(found.start) not in context.tables.decade_articles:
        return None
    before = tokens.codes[found.start - 1] if found.start else ""
    counts = (
        tokens.codes[found.end : found.end + 1] in (OTHER, CODES["unit"])
        and tokens.text[tokens.starts[found.end]].islower()
    )
    spelled = found.is_class("year", "card")
    if before not in BEFORE_A_DECADE and not (before in OF and not counts):
        return None
    if counts and not (spelled and before == CODES["part"]):
        return None
    return of_period(Period("decade", 190 + value // 10), "absolute", 0.8)


@reads(
    "the? year:decade",
    "the? whole:unit year:decade|int|card|num",
    "the? long:unit of? the? whole:unit? year:decade|int|card|num|year",
    "the? year:decade hyphen? whole:unit",
)
def decade(found: Found, context: Context) -> Value | None:
    value = found.number("year")
    if "long" in found and found.text("long") != "decade":
        return None
    if value < 20:
        return None
    if "whole" in found and (found.text("whole") != "year" or (value >= 100 and found.is_class("year", "int"))):
        return None
    sure = 0.95
    if value < 100:
        if "whole" not in found and not decade_stands(found, context):
            return None
        value, sure = 1900 + value, 0.85
    if value % 10 or value < 1000:
        return None
    if value % 100 == 0 and value < 2000:  # "the 1900s" is as often the century
        return of_period(Period("decade", value // 10), "absolute", 0.6).also(
            other(Period("century", value // 100), "century", 0.4)
        )
    return of_period(Period("decade", value // 10), "absolute", sure)


@reads(
    "the? first:decade sep:and|or second:card|num|int|yy",
    "the? whole:unit first:card|num|int|year sep:and|or second:card|num|int|year",
    "the? first:decade hyphen? sep:and|or the? second:decade whole:unit",
)
def two_decades(found: Found, context: Context) -> Value | None:
    """Read "jaren twintig en dertig", "les années 1920 et 1930", "zwanziger und dreißiger Jahre"."""
    first, last = (n + 1900 if n < 100 else n for n in (found.number("first"), found.number("second")))
    if not 1100 <= first < last <= LAST_YEAR or first % 10 or last % 10 or last - first > 50:
        return None
    if ("whole" in found and found.text("whole") != "year") or is_counting(context, found.end):
        return None
    tokens, plural = context.tokens, context.tables.plural_years
    if not found.is_class("first", "decade") and tokens.word(found.places["whole"]) not in plural:
        return None
    if found.is_class("first", "decade") and "whole" not in found and " " not in tokens.word(found.places["first"]):
        return None  # "the twenties and 30 men"
    decades = [of_period(Period("decade", year // 10), "absolute", 0.85) for year in (first, last)]
    spans = ((found.start, found.places["first"] + 1), (found.places["second"], found.end))
    return joined(decades[0], decades[1], "through" if found.is_class("sep", "and") else "either", spans)


def is_counting(context: Context, at: int) -> bool:
    """Tell "jaren twintig en dertig mensen"."""
    tokens = context.tokens
    return at < len(tokens.starts) and (tokens.codes[at] in COUNTED or tokens.word(at) in context.tables.counted)


def decade_stands(found: Found, context: Context) -> bool:
    """Tell "in the sixties" from "in his sixties" and "in their 60s", which are ages."""
    tokens, at = context.tokens, found.start
    if context.whole or tokens.codes[at] == CODES["the"] or not tokens.text[tokens.starts[at]].isalnum():
        return True
    if " " in tokens.word(at):
        return True  # "jaren zestig"
    if tokens.codes[at - 1 : at] == CODES["hyphen"]:
        at -= 1
    if tokens.codes[at - 1 : at] == CODES["part"]:
        at -= 1
        return tokens.codes[at - 1 : at] == CODES["the"] or tokens.word(at).startswith(context.tables.article)
    return tokens.codes[at - 1 : at] in (CODES["the"], CODES["to"], CODES["and"], CODES["until"])


@reads(
    "the? year:decade hyphen? whole:unit? of? the? n:ord|ordnum century:unit",
    "the? year:decade hyphen? whole:unit? of? the? mod:MOD century:unit",
    "the? year:decade hyphen? whole:unit? of? the? century:unit mod:MOD",
    "the? year:decade hyphen? whole:unit? of? the? century:unit n:roman",
)
def decade_of_century(found: Found, context: Context) -> Value | None:
    """Read "the thirties of the last century"."""
    value = found.number("year")
    if found.text("century") != "century" or value >= 100 or value % 10:
        return None
    if "n" in found:
        return of_period(Period("decade", (found.number("n") - 1) * 10 + value // 10), "absolute")
    if context.now is None:
        return None
    index = (context.now.year // 100 + found.number("mod")) * 10 + value // 10
    return of_period(Period("decade", index), "absolute", 0.9)


@reads(
    "the? n:ord|ordnum|int|num dot? hyphen? unit:unit",
    "the? n:ord|ordnum|num dot? hyphen? unit:unit dot? era:era",
    "the? unit:unit n:ord|ordnum|int|num|roman era:era?",
    "the? n:roman unit:unit era:era?",
)
def century(found: Found, context: Context) -> Value | None:
    unit, n = found.text("unit"), found.number("n")
    if unit not in ("century", "millennium") or not 1 <= n <= (30 if unit == "century" else 9):
        return None
    if "era" in found and found.number("era") < 0:
        return before_christ(unit, n)
    return of_period(Period(unit, n - 1), "century", 0.9)
