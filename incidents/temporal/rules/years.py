"""Years by their number, in words, and of accounting; which numbers are no years; weeks by their number."""

from __future__ import annotations

from datetime import date

from ..context import Context
from ..grammar import Found
from ..lexer import CODES, OF, OTHER, Tokens
from ..numerals import CURRENCY
from ..periods import Period
from ..values import Value, of_period
from .base import COUNTED, GLUE, LAST_YEAR, follows_preposition, may_be_counted, reads, year_of
from .decades import decade

AFTER_A_COUNT = (CODES["unit"], CODES["hyphen"], CODES["card"])
NUMBERS = frozenset(CODES[name] for name in ("int", "year"))
SMALL_NUMBERS = frozenset({CODES["num"], CODES["int"]})
BEFORE_A_YEAR = OF | frozenset(CODES[name] for name in "part since until between from season ord".split())
CIRCA = 1  # the value of words for "about" that only stand before years
FAR_YEARS = 30  # years after the report that a bare number still passes for a year
LAST_YEAR_ALONE = 2100
OLD_YEARS = 130
EITHER = 0.5  # confidence: a year, or a number of what follows
COUNTS = 60  # years: a bare number before a noun is a year only so near to the day of the text, in German


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


@reads("era:era year:ANYYEAR", "year:ANYYEAR era:era", "the whole:unit year:ANYYEAR era:era")
def year_with_era(found: Found, context: Context) -> Value | None:
    year = year_of(found, context)
    if "whole" in found and found.text("whole") != "year":
        return None
    return of_period(Period("year", year), "absolute") if year is not None and found.number("year") else None


@reads("the? mod:MOD whole:unit year:year")
def year_that_is_past(found: Found, context: Context) -> Value | None:
    """Read "el pasado año 2000", "im vergangenen Jahr 2000", "dit jaar 2001": the number tells which."""
    year, shift = found.number("year"), found.number("mod")
    if found.text("whole") != "year" or context.now is None or is_no_year(found, context, year):
        return None
    gap = year - context.now.year
    fits = gap * shift > 0 if shift else gap == 0
    return of_period(Period("year", year), "absolute", 0.9) if fits else None


@reads("year:year", "the? whole:unit year:year", "year:yy")
def bare_year(found: Found, context: Context) -> Value | None:
    year = year_of(found, context)
    if year is None or ("whole" in found and found.text("whole") != "year"):
        return None
    plural = "whole" in found and context.tokens.word(found.places["whole"]) in context.tables.plural_years
    if plural and year % 10 == 0:
        return decade(found, context)
    sure = year_confidence(found, context, year)
    return of_period(Period("year", year), "absolute", sure) if sure else None


def year_confidence(found: Found, context: Context, year: int) -> float:
    """Return how sure a four-digit number is a year, 0 for "no"."""
    tokens, at = context.tokens, found.places["year"]
    if found.end - found.start > 1 or context.whole:
        return 0.95
    if not 1000 <= year <= LAST_YEAR_ALONE:
        return 0.0
    if is_no_year(found, context, year):
        return EITHER if opens_sentence(found, context) and not is_label(found, context) else 0.0
    lone = follows_word_for_time(context, at)
    if found.is_class("year", "yy"):
        return 0.85 if lone else 0.0
    if lone:
        if year % 100 == 0 and may_be_counted(context, found.end):
            return 0.6
        return 0.95 if 1500 <= year <= 2100 else 0.8
    if not tokens.text[tokens.starts[at]].isdigit():
        return 0.0  # "dos mil cinco" counts something
    today = context.now.year if context.now else 2030
    after = tokens.word(found.end) if found.end < len(tokens.starts) else ""
    if not today - OLD_YEARS <= year <= today + FAR_YEARS or (year % 100 == 0 and after.islower()):
        return 0.0
    return 0.75


def opens_sentence(found: Found, context: Context) -> bool:
    """Tell "In 1914 houses were burned", of that year or so many, from "in 2000 houses" and "paid for 1914 houses"."""
    tokens, at = context.tokens, found.places["year"]
    if at == 0 or tokens.codes[at - 1] != CODES["within"] or not tokens.text[tokens.starts[at - 1]].isupper():
        return False
    return found.number("year") % 100 != 0 and tokens.word(found.end) in context.tables.counted


def is_no_year(found: Found, context: Context, year: int) -> bool:
    """Tell a number that counts something ("2000 days"), is a sum of money or a name ("room 2010")."""
    tokens, at = context.tokens, found.places["year"]
    before = tokens.word(at - 1) if at else ""
    after = tokens.word(found.end) if found.end < len(tokens.starts) else ""
    follows = tokens.codes[found.end : found.end + 1]
    if follows in COUNTED or after in context.tables.counted or (before and before in CURRENCY):
        return True
    if follows == CODES["slash"] and tokens.codes[found.end + 1 : found.end + 2] in SMALL_NUMBERS:
        return True  # "2000/31"
    return is_label(found, context) or is_count(found, context, year)


def follows_word_for_time(context: Context, at: int) -> bool:
    """Tell whether what stands before a number makes a year of it: "in", "since", "early", "(", "circa"."""
    tokens, inside = context.tokens, context.tables.inside
    if not at:
        return False
    before = tokens.word(at - 1)
    if before.rpartition(" ")[2] in inside or before in ("(", "/", "–", "-"):
        return True
    if tokens.codes[at - 1] in BEFORE_A_YEAR or is_circa(tokens, at - 1):
        return True
    return before == "." and at > 1 and tokens.word(at - 2) in inside


def is_circa(tokens: Tokens, at: int) -> bool:
    """Tell "circa" and "c.", which only stand before years, from other words for "about"."""
    return tokens.codes[at] == CODES["about"] and tokens.values.get(at) == CIRCA


def is_count(found: Found, context: Context, year: int) -> bool:
    """Tell "und 1370 Boote" from "im Jahr 1370": where nouns have capitals, a number before one far off counts it."""
    tokens, end = context.tokens, found.end
    if not context.tables.capitals or end >= len(tokens.starts) or not tokens.text[tokens.starts[end]].isupper():
        return False
    binding = found.start > 0 and tokens.codes[found.start - 1] in BEFORE_A_YEAR
    return not binding and context.now is not None and abs(year - context.now.year) > COUNTS


def is_label(found: Found, context: Context) -> bool:
    """Tell "room 2010", "No. 2010", "CVE-2023-1234", "555-1984" and "7946 2010" from years."""
    tokens, at, labels = context.tokens, found.places["year"], context.tables.labels
    if at and (
        tokens.word(at - 1) in labels or (at > 1 and tokens.word(at - 1) == "." and tokens.word(at - 2) in labels)
    ):
        return True
    if at and tokens.codes[at - 1] in NUMBERS and (is_spelled_number(tokens, at - 1)):
        return True
    if (
        0 < at < len(tokens.starts) - 1
        and tokens.codes[at - 1] == CODES["num"]
        and tokens.codes[at + 1] in SMALL_NUMBERS
    ):
        return True  # "01 12 2020 44"
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
