"""Years and weeks by their number, years in words, years of accounting; which numbers are no years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..context import Context
from ..grammar import Found
from ..lexer import CODES, OTHER, Tokens
from ..periods import Period
from ..values import Value, absolute_day, of_period
from .base import LAST_YEAR, follows_preposition, reads, year_of

AFTER_A_COUNT = (CODES["unit"], CODES["hyphen"], CODES["card"])
NUMBERS = frozenset(CODES[name] for name in ("int", "year"))
GLUE = frozenset(CODES[name] for name in ("hyphen", "slash", "dot"))


@reads("week:isoweek", "week:weekno comma? of? year:year", "the? whole:unit week:num|int comma? of? year:year")
def week_by_number(found: Found, context: Context) -> Value | None:
    """Read "2023-W37", "W37 2023", "week 37 of 2023" (ISO 8601-1, 4.3.9)."""
    if "whole" in found and found.text("whole") != "week":
        return None
    year, week = found.of("week", tuple) if "year" not in found else (found.number("year"), found.number("week"))
    try:
        first = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return of_period(Period.containing("week", first), "absolute", 0.95)


@reads("the? year:fyear", "the? kind:fiscal whole:unit? year:year|yy", "the? mod:MOD|prev kind:fiscal whole:unit?")
def fiscal_year(found: Found, context: Context) -> Value | None:
    """Read "fiscal 2009": named after a year, but when it began is not said."""
    if "whole" in found and found.text("whole") != "year":
        return None
    if "year" in found:
        year = year_of(found, context)
    elif "whole" in found and context.now:
        year = context.now.year + found.number("mod")
    else:
        return None
    if year is None or not 1 <= year <= LAST_YEAR:
        return None
    anchor = context.now if "mod" in found else None
    return Value("fiscal-year", f"{year:04d}~", f"FY{year:04d}", precision="year", confidence=0.75, anchor=anchor)


@reads("hi:card hyphen? lo:card")
def year_in_words(found: Found, context: Context) -> Value | None:
    """Read "in nineteen eighty-four" and "nineteen hundred"."""
    hi, lo, codes = found.number("hi"), found.number("lo"), context.tokens.codes
    if not (context.whole or follows_preposition(found, context)) or not 13 <= hi <= 20 or not 10 <= lo <= 100:
        return None
    if codes[found.end : found.end + 1] in AFTER_A_COUNT or (lo == 100 and hi == 20):
        return None
    return of_period(Period("year", hi * 100 + lo % 100), "absolute", 0.85)


def is_label(found: Found, context: Context) -> bool:
    """Tell "room 2010", "No. 2010", "CVE-2023-1234", "555-1984" and "7946 2010" from years."""
    tokens, at, labels = context.tokens, found.places["year"], context.tables.labels
    if at and (
        tokens.word(at - 1) in labels or (at > 1 and tokens.word(at - 1) == "." and tokens.word(at - 2) in labels)
    ):
        return True
    if at and tokens.codes[at - 1] in NUMBERS and (is_spelled_number(tokens, at - 1)):
        return True
    if at > 1 and tokens.codes[at - 1] in GLUE and tokens.starts[at] == tokens.ends[at - 2] + 1:
        before = tokens.text[tokens.starts[at - 2]]
        if (before.isdigit() and (tokens.codes[at - 1] == CODES["hyphen"] or not is_year(tokens, at - 2))) or (
            before.isupper() and tokens.codes[at - 2] == OTHER
        ):
            return True
    end = found.end
    if (
        end + 1 < len(tokens.starts)
        and tokens.codes[end] in GLUE
        and tokens.starts[end + 1] == tokens.ends[end - 1] + 1
    ):
        after = tokens.text[tokens.starts[end + 1]]
        return after.isdigit() and not is_year(tokens, end + 1)
    return False


def is_year(tokens: Tokens, at: int) -> bool:
    value = tokens.values.get(at)
    return tokens.codes[at] == CODES["year"] and isinstance(value, int) and value <= LAST_YEAR


def is_spelled_number(tokens: Tokens, at: int) -> bool:
    """Tell digits that are no year: groups of a telephone number stand before one another."""
    return tokens.text[tokens.starts[at]].isdigit() and not is_year(tokens, at)


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


@reads("month:num slash day:num")
def known_day(found: Found, context: Context) -> Value | None:
    """Read "9/11", which names one day of one year."""
    tokens, end = context.tokens, found.end
    if tokens.codes[end : end + 1] == CODES["slash"] or (found.start and tokens.codes[found.start - 1] in GLUE):
        return None
    if tokens.ends[found.start] - tokens.starts[found.start] > 1 or tokens.starts[end - 1] > tokens.ends[end - 2]:
        return None
    month, day = found.number("month"), found.number("day")
    year = context.tables.known_days.get((month, day))
    value = absolute_day(year, month, day) if year is not None else None
    return replace(value, rule="known-day", confidence=0.75) if value else None
