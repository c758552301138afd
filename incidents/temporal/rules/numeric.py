"""Days and months in digits: "2021-05-06", "16. 1. 2005", "ma. 18/9", "9/2023"."""

from __future__ import annotations

import re
from dataclasses import replace

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES
from ..mention import Alternative
from ..numerals import NumericDate
from ..periods import Period
from ..values import Value, absolute_day, of_period, other
from .base import IMPOSSIBLE, follows_preposition, has_weekday_right, in_century, reads, tense, with_clock

SHORT_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d\d")
LEAP_DAY = 29
TOLD = 0.75  # confidence: the other dates of the text tell whether the day or the month comes first
EITHER = 0.6  # confidence: "2003-07" is July 2003, or the years to 2007
JOINED = frozenset(CODES[name] for name in ("to", "until", "hyphen"))


@reads("date:date", "weekday:WEEKDAY dot? comma? paren? date:date", "date:datetime")
def numeric_date(found: Found, context: Context) -> Value | None:
    if is_version(found, context):
        return IMPOSSIBLE
    number = numeric_day(found, context)
    value = of_period(Period("day", number.day.toordinal()), "absolute")
    if number.other:
        value = either_order(value, Period("day", number.other.toordinal()), context)
    return with_clock(has_weekday_right(found, value), number.clock)


def either_order(value: Value, swapped: Period, context: Context) -> Value:
    """Take "10/12/2016" by the order that the other dates of the text have, and give the other reading too."""
    day_first, sure = context.tables.day_first, EITHER
    order, there = context.order_in_digits, value.period
    if order is not None:
        sure = TOLD
        if order != day_first and there:
            value, swapped, day_first = of_period(swapped, "absolute"), there, order
    rule = "numeric-day-first" if day_first else "numeric-month-first"
    return replace(value, rule=rule, confidence=sure).also(other(swapped, "numeric-swapped", round(1 - sure, 2)))


def is_version(found: Found, context: Context) -> bool:
    """Tell "version 2020.12.1" and "IP 10.12.20" from dates: the word before them says what they number."""
    tokens, at = context.tokens, found.start - 1
    if at > 0 and tokens.codes[at] == CODES["dot"]:
        at -= 1  # "Tel. 01.12.2020"
    return not context.whole and at >= 0 and tokens.word(at) in context.tables.numbering


def numeric_day(found: Found, context: Context) -> NumericDate:
    """Return the date in digits, its year completed where it has two."""
    number, tokens, place = found.of("date", NumericDate), context.tokens, found.places["date"]
    year = number.day.year
    if not SHORT_DATE.fullmatch(tokens.text, tokens.starts[place], tokens.ends[place]) or number.day.day == LEAP_DAY:
        return number
    year = in_century(year, context)
    return NumericDate(number.day.replace(year=year), number.other and number.other.replace(year=year))


@reads("d:num dot m:num dot year:year", "weekday:WEEKDAY comma? the? d:num dot m:num dot year:year")
def spaced_numeric_date(found: Found, context: Context) -> Value | None:
    """Read "16. 1. 2005"."""
    if not context.tables.ordinal_dot or found.number("m") > 12:
        return None
    value = absolute_day(found.number("year"), found.number("m"), found.number("d"))
    return has_weekday_right(found, value) if value else None


@reads(
    "d:num dot m:num dot",
    "weekday:WEEKDAY dot? comma? paren? the? d:num dot m:num dot",
    "weekday:WEEKDAY dot? comma? paren? d:num slash m:num",
)
def day_and_month_in_digits(found: Found, context: Context) -> Value | None:
    """Read "am 16.1.", "Samstag, 16. 1." and "ma. 18/9"."""
    before = context.tokens.word(found.start - 1) if found.start else ""
    leads = context.tables.ordinal_dot
    if context.tokens.codes[found.places["m"] - 1] == CODES["slash"]:
        if not context.tables.day_first or context.tokens.codes[found.end : found.end + 1] == CODES["slash"]:
            return None
    elif not leads or ("weekday" not in found and before not in leads):
        return None
    if found.number("m") > 12:
        return None
    value = anchoring.day_of_month(context, found.number("m"), found.number("d"), tense(found, context))
    return has_weekday_right(found, value) if value else None


@reads("month:yearmonth", "lead:from month:yearmonth")
def numeric_month(found: Found, context: Context) -> Value | None:
    """Read "2021-05"; "from 2003-07" may be the years to 2007 too, and is them after "from" with no "to" behind it."""
    pair = found.of("month", tuple)
    year, month = pair
    if context.whole or month <= year % 100:
        return None if "lead" in found else of_period(Period.month(year, month), "absolute", 0.85)
    span = f"{year:04d}/{year // 100 * 100 + month:04d}"
    if "lead" in found:
        if context.tokens.codes[found.end : found.end + 1] in JOINED:
            return None
        years = Value("range", span, span, precision="year", confidence=EITHER)
        return years.also(other(Period.month(year, month), "absolute", 0.4))
    either = of_period(Period.month(year, month), "absolute", EITHER)
    return either.also(Alternative(span, span, "", "range", 0.4))


@reads("month:num slash year:year")
def slashed_month(found: Found, context: Context) -> Value | None:
    """Read "in 9/2023"; without the word before it is as often the number of a case."""
    sure = context.whole or follows_preposition(found, context)
    if not sure or not 1 <= found.number("month") <= 12 or not 1900 <= found.number("year") <= 2100:
        return None
    return of_period(Period.month(found.number("year"), found.number("month")), "absolute", 0.7)
