"""Years, decades and centuries before Christ, and two of them joined: "264–146 BC", "the 5th and 4th centuries BC"."""

from __future__ import annotations

from ..context import Context
from ..grammar import Found
from ..periods import YEARS, Period, year_text
from ..values import Value, of_period
from .base import reads
from .ranges import joined

SURE = 0.9
LETTERS = {"century": 2, "millennium": 1}  # digits that name the century or the millennium
MAX_CENTURY = 30
LAST_CENTURY = 21


def before_christ(unit: str, n: int) -> Value:
    """Return the nth century or millennium BC: the 3rd century is 300 to 201 BC, in EDTF -0299 to -0200.

    All but the first are the digits of those years; that one also holds the year 0.
    """
    digits = LETTERS[unit]
    timex = f"BC{n - 1:0{digits}d}"
    first, last = years_before_christ(unit, n)
    edtf = f"-{n - 1:0{digits}d}{'X' * (4 - digits)}" if n > 1 else f"{year_text(first)}/{year_text(last)}"
    return Value("century", edtf, timex, precision=unit, confidence=SURE)


def years_before_christ(unit: str, n: int) -> tuple[int, int]:
    """Return the first and last year, as astronomers count, of the nth century or millennium BC."""
    length = YEARS[unit]
    return 1 - n * length, -(n - 1) * length


@reads(
    "the? year:decade hyphen? whole:unit? era:era",
    "the? whole:unit year:decade|num|int era:era",
)
def decade_before_christ(found: Found, context: Context) -> Value | None:
    """Read "the 50s BC", "les années 50 av. J.-C.", "in den 50er Jahren v. Chr."."""
    value, plural = found.number("year"), context.tables.plural_years
    if "whole" in found and found.text("whole") != "year":
        return None
    if not found.is_class("year", "decade") and context.tokens.word(found.places["whole"]) not in plural:
        return None
    if value % 10 or not 10 <= value <= 9990:
        return None
    if found.number("era") > 0:
        return of_period(Period("decade", value // 10), "absolute", SURE)
    edtf = f"{year_text(1 - value - 9)}/{year_text(1 - value)}"
    return Value("absolute", edtf, f"BC{value // 10:03d}", precision="decade", confidence=SURE)


@reads(
    "lead:between|from? the? whole:unit? y1:ANYYEAR sep:JOINT y2:ANYYEAR era:era",
    "lead:between|from? era:era y1:ANYYEAR sep:JOINT y2:ANYYEAR",
)
def years_of_era(found: Found, context: Context) -> Value | None:
    """Read "from 264 to 146 BC", "70–79 AD": the era belongs to both years."""
    first, last, era = found.number("y1"), found.number("y2"), found.number("era")
    if "whole" in found and found.text("whole") != "year":
        return None
    if not first or not last or (first - last) * era >= 0:
        return None
    years = [of_period(Period("year", n if era > 0 else 1 - n), "absolute") for n in (first, last)]
    spans = ((found.places["y1"], found.places["y1"] + 1), (found.places["y2"], found.end))
    return joined(years[0], years[1], "one-of" if found.is_class("lead", "between") else "through", spans)


@reads(
    "lead:between|from? the? n1:NTH dot? sep:JOINT the? n2:NTH dot? hyphen? unit:unit dot? era:era?",
    "lead:between|from? the? n1:NTH dot? unit:unit sep:JOINT the? n2:NTH dot? hyphen? unit dot? era:era?",
    "lead:between|from? the? unit:unit n1:roman sep:JOINT the? n2:roman era:era?",
    "lead:between|from? the? unit:unit n1:roman sep:JOINT the? unit n2:roman era:era?",
)
def century_range(found: Found, context: Context) -> Value | None:
    """Read "the 17th and 18th centuries", "du XVIIIe au XIXe siècle", "los siglos V y IV a. C."."""
    first, last, unit = found.number("n1"), found.number("n2"), found.text("unit")
    if unit not in LETTERS or not 1 <= min(first, last) < max(first, last) <= MAX_CENTURY:
        return None
    style = "one-of" if found.is_class("lead", "between") else "through"
    spans = ((found.places["n1"], found.places["n1"] + 1), (found.places["n2"], found.end))
    if "era" in found and found.number("era") < 0:
        return centuries_before_christ(unit, first, last, style, spans) if first > last else None
    if first > last or last > LAST_CENTURY or unit != "century":
        return None
    bounds = [of_period(Period("century", n - 1), "century", SURE) for n in (first, last)]
    return joined(
        bounds[0], bounds[1], "all-of" if found.is_class("sep", "and") and style == "through" else style, spans
    )


def centuries_before_christ(unit: str, first: int, last: int, style: str, spans: tuple[tuple[int, int], ...]) -> Value:
    """Join two centuries BC; no period holds them, so nothing is counted from there."""
    bounds = before_christ(unit, first), before_christ(unit, last)
    start, end = year_text(years_before_christ(unit, first)[0]), year_text(years_before_christ(unit, last)[1])
    edtf = f"[{start}..{end}]" if style == "one-of" else f"{start}/{end}"
    return Value(
        "century", edtf, f"{bounds[0].timex}/{bounds[1].timex}", precision=unit, confidence=SURE, bounds=bounds,
        spans=spans,
    )  # fmt: skip
