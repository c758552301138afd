"""Dates that are given in full, whatever the day of the report."""

from __future__ import annotations

import re
from dataclasses import replace

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES
from ..numerals import CURRENCY, NumericDate, full_year
from ..periods import Period, year_text
from ..values import Value, absolute_day, of_period, other
from .base import (
    IMPOSSIBLE,
    doubted_range,
    follows_preposition,
    has_weekday_right,
    is_counted,
    month_is_sure,
    reads,
    relative_year,
    tense,
    with_clock,
    year_ahead,
    year_of,
)

COUNTED = frozenset({CODES["unit"]})
BEFORE_A_YEAR = frozenset(CODES[name] for name in ("part", "of", "since", "until", "between", "from", "season", "ord"))
FAR_YEARS = 30  # years after the report that a bare number still passes for a year
OLD_YEARS = 130
COUNTS = 60  # years: a bare number before a noun is a year only so near to the day of the text, in German
WINTER = 3
SHORT_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d\d")
LEAP_DAY = 29
AHEAD_YEARS = 20  # "1.9.39" in a report of 2011 is of 1939


@reads("date:date", "weekday:WEEKDAY comma? date:date", "date:datetime")
def numeric_date(found: Found, context: Context) -> Value | None:
    number = in_century(found, context)
    value = of_period(Period("day", number.day.toordinal()), "absolute")
    if number.other:
        swapped = Period("day", number.other.toordinal())
        value = replace(value, rule="numeric-day-first" if context.tables.day_first else "numeric-month-first",
                        confidence=0.6).also(other(swapped, "numeric-swapped", 0.4))  # fmt: skip
    return with_clock(has_weekday_right(found, value), number.clock)


def in_century(found: Found, context: Context) -> NumericDate:
    """Return the date in digits; a year of two digits lies a century back where it would be long after the report."""
    number, tokens, place = found.of("date", NumericDate), context.tokens, found.places["date"]
    if context.reference is None or number.day.year <= context.reference.year + AHEAD_YEARS:
        return number
    if not SHORT_DATE.fullmatch(tokens.text, tokens.starts[place], tokens.ends[place]) or number.day.day == LEAP_DAY:
        return number
    other = number.other and number.other.replace(year=number.day.year - 100)
    return NumericDate(number.day.replace(year=number.day.year - 100), other)


@reads("d:num dot m:num dot year:year", "weekday:WEEKDAY comma? the? d:num dot m:num dot year:year")
def spaced_numeric_date(found: Found, context: Context) -> Value | None:
    """Read "16. 1. 2005"."""
    if not context.tables.ordinal_dot or found.number("m") > 12:
        return None
    value = absolute_day(found.number("year"), found.number("m"), found.number("d"))
    return has_weekday_right(found, value) if value else None


@reads("d:num dot m:num dot", "weekday:WEEKDAY comma? the? d:num dot m:num dot")
def day_and_month_in_digits(found: Found, context: Context) -> Value | None:
    """Read "am 16.1." and "Samstag, 16. 1."."""
    before = context.tokens.word(found.start - 1) if found.start else ""
    leads = context.tables.ordinal_dot
    if not leads or ("weekday" not in found and before not in leads) or found.number("m") > 12:
        return None
    value = anchoring.day_of_month(context, found.number("m"), found.number("d"), tense(found, context))
    return has_weekday_right(found, value) if value else None


@reads("month:yearmonth")
def numeric_month(found: Found, context: Context) -> Value | None:
    pair = found.of("month", tuple)
    return of_period(Period.month(*pair), "absolute", 0.85)


@reads(
    "weekday:WEEKDAY dot? comma? paren? the? day:DAY dot? of? month:MONTH dot? comma? of? year:year|yy",
    "weekday:WEEKDAY dot? comma? paren? month:MONTH dot? the? day:DIGITS dot? comma? of? year:year|yy",
    "the? day:DAY dot? of? month:MONTH dot? comma? of? year:year|yy",
    "day:num hyphen month:MONTH hyphen year:year",
    "day:num slash month:MONTH slash year:year",
    "month:MONTH dot? the? day:num|ordnum|ord dot? comma? of? year:year|yy",
    "year:year month:MONTH day:num",
)
def day_month_year(found: Found, context: Context) -> Value | None:
    year = year_of(found)
    if found.places["year"] == found.start and context.tokens.codes[found.end : found.end + 1] == CODES["comma"]:
        return None  # "… Conference 2010, June 8, 2010"
    if year is None or is_counted(found, context, year):
        return None
    if found.places["month"] < found.places["day"] and not month_is_sure(found, context):
        return None
    value = absolute_day(year, found.number("month"), found.number("day"))
    return doubted_range(found, has_weekday_right(found, value), context) if value else IMPOSSIBLE


@reads(
    "the? day:DIGITS of? month:MONTH year:ANYYEAR era:era",
    "the? day:DIGITS of? month:MONTH era:era year:ANYYEAR",
    "month:MONTH day:DIGITS comma? year:ANYYEAR era:era",
    "month:MONTH of? year:ANYYEAR era:era",
    "month:MONTH era:era year:ANYYEAR",
)
def day_with_era(found: Found, context: Context) -> Value | None:
    """Read days and months of the ancient years; before the year 1 they are EDTF only, and count nothing else."""
    year, month = year_of(found), found.number("month")
    if year is None or not found.number("year"):
        return None
    if "day" not in found:
        return of_period(Period.month(year, month), "absolute")
    if year > 0:
        return absolute_day(year, month, found.number("day"))
    if absolute_day(2000 + year % 4, month, found.number("day")) is None:
        return None
    tail = f"-{month:02d}-{found.number('day'):02d}"
    return Value("absolute", year_text(year) + tail, f"BC{1 - year:04d}{tail}", precision="day")


@reads(
    "weekday:WEEKDAY dot? comma? paren? the? day:DAY dot? of? month:MONTH",
    "weekday:WEEKDAY dot? comma? paren? month:MONTH dot? the? day:DIGITS",
    "the? day:DAY dot? of? month:MONTH",
    "day:num hyphen month:mabbr",
    "month:MONTH dot? the? day:DIGITS",
    "month:month dot? the? day:ord",
    "the? day:DAY dot? of? month:MONTH comma? of? the? mod:MOD unit:unit",
    "month:MONTH dot? the? day:DIGITS comma? of? the? mod:MOD unit:unit",
    "the? day:DAY dot? of? month:MONTH comma? of? the? unit:unit mod:MOD",
)
def day_month(found: Found, context: Context) -> Value | None:
    if found.is_class("month", "mlow") and context.tokens.word(found.places["month"]) in context.tables.shy:
        return None
    if context.tables.ordinal_dot and found.is_class("day", "ord") and found.places["month"] < found.places["day"]:
        return None  # "im Februar das erste Schiff"
    if "unit" in found:
        year = relative_year(found, context)
        value = absolute_day(year, found.number("month"), found.number("day")) if year is not None else None
        return replace(value, rule="day-relative-year", confidence=0.9, anchor=context.now) if value else None
    if (year := year_ahead(found, context)) is not None:
        value = absolute_day(year, found.number("month"), found.number("day"))
    else:
        value = anchoring.day_of_month(context, found.number("month"), found.number("day"), tense(found, context))
    if value is None and found.places["day"] < found.places["month"]:
        return IMPOSSIBLE
    if value and "weekday" in found and value.period:
        right = [p for p in [value.period.edtf, *(a.edtf for a in value.alternatives)]
                 if Period.day(*map(int, p.split("-"))).first.isoweekday() == found.number("weekday")]  # fmt: skip
        if right and right[0] != value.edtf:  # the weekday tells which year it was
            fitting = of_period(Period.day(*map(int, right[0].split("-"))), "day-weekday", 0.8, value.anchor)
            return fitting.also(other(value.period, "day-nearest", 0.3))
    return has_weekday_right(found, value) if value else None


@reads(
    "month:MONTH dot? comma? of? year:year",
    "month:MONTH yy:yy",
    "month:MONTH slash year:year",
    "month:MONTH hyphen year:year",
    "month:MONTH of? the? whole:unit year:year",
)
def month_year(found: Found, context: Context) -> Value | None:
    year = full_year(found.number("yy")) if "yy" in found else found.number("year")
    if "whole" in found and found.text("whole") != "year":
        return None
    if is_counted(found, context, year) or not month_is_sure(found, context):
        return None
    return doubted_range(found, of_period(Period.month(year, found.number("month")), "absolute"), context)


@reads("era:era year:ANYYEAR", "year:ANYYEAR era:era", "the whole:unit year:ANYYEAR era:era")
def year_with_era(found: Found, context: Context) -> Value | None:
    year = year_of(found)
    if "whole" in found and found.text("whole") != "year":
        return None
    return of_period(Period("year", year), "absolute") if year is not None and found.number("year") else None


@reads("year:year", "the? whole:unit year:year", "year:yy")
def bare_year(found: Found, context: Context) -> Value | None:
    year = year_of(found)
    if year is None or ("whole" in found and found.text("whole") != "year"):
        return None
    sure = year_confidence(found, context, year)
    return of_period(Period("year", year), "absolute", sure) if sure else None


def year_confidence(found: Found, context: Context, year: int) -> float:
    """Return how sure a four-digit number is a year, 0 for "no"."""
    tokens, at = context.tokens, found.places["year"]
    before = tokens.word(at - 1) if at else ""
    after = tokens.word(found.end) if found.end < len(tokens.starts) else ""
    if found.end - found.start > 1 or context.whole:
        return 0.95
    follows = tokens.codes[found.end : found.end + 1]
    if follows and follows in COUNTED:  # "2000 days", "2000 hours"
        return 0.0
    if not context.whole and (after in context.tables.counted or (before and before in CURRENCY)):
        return 0.0
    if is_count(found, context, year, after, before):
        return 0.0
    lone = before in context.tables.inside or before in ("(", "/", "–", "-")
    lone = lone or (at > 0 and tokens.codes[at - 1] in BEFORE_A_YEAR)
    if found.is_class("year", "yy"):
        return 0.85 if lone else 0.0
    if year > 2100 or year < 1000:
        return 0.0
    if lone:
        return 0.95 if 1500 <= year <= 2100 else 0.8
    today = context.now.year if context.now else 2030
    if not today - OLD_YEARS <= year <= today + FAR_YEARS:
        return 0.0
    if year % 100 == 0 and after.islower():
        return 0.0
    return 0.75


def is_count(found: Found, context: Context, year: int, after: str, before: str) -> bool:
    """Tell "und 1370 Boote" from "im Jahr 1370": where nouns have capitals, a number before one far off counts it."""
    tokens = context.tokens
    if not context.tables.capitals or not after or not tokens.text[tokens.starts[found.end]].isupper():
        return False
    binding = found.start > 0 and tokens.codes[found.start - 1] in BEFORE_A_YEAR
    return not binding and context.now is not None and abs(year - context.now.year) > COUNTS


@reads(
    "season:season comma? of? the? year:year",
    "season:season of? the? whole:unit year:year",
    "season:season slash? year:yy",
    "season:season year:year slash until:num|int|year",
    "year:year season:season",
    "season:season of? the? year:ANYYEAR era:era",
)
def season_year(found: Found, context: Context) -> Value | None:
    """Read "winter 1918", "winter 1918/19": it belongs to the year that it begins in."""
    year = year_of(found)
    if "whole" in found and found.text("whole") != "year":
        return None
    if "until" in found and (found.number("season") != WINTER or found.number("until") % 100 != (year or 0) % 100 + 1):
        return None
    return of_period(Period("season", (year or 0) * 4 + found.number("season")), "absolute", 0.9)


@reads("quarter:quarter comma? of? year:year", "year:year quarter:quarter", "half:half comma? of? year:year")
def quarter_year(found: Found, context: Context) -> Value | None:
    unit = "quarter" if "quarter" in found else "half"
    per = 4 if unit == "quarter" else 2
    return of_period(Period(unit, found.number("year") * per + found.number(unit) - 1), "absolute")


@reads("the? year:decade", "the? whole:unit year:decade|int", "the? year:decade hyphen? whole:unit")
def decade(found: Found, context: Context) -> Value | None:
    value = found.number("year")
    if "whole" in found and (found.text("whole") != "year" or (value >= 100 and found.is_class("year", "int"))):
        return None
    sure = 0.95
    if value < 100:
        value, sure = 1900 + value, 0.85
    if value % 10 or value < 1000:
        return None
    if value % 100 == 0 and value < 2000:  # "the 1900s" is as often the century
        return of_period(Period("decade", value // 10), "absolute", 0.6).also(
            other(Period("century", value // 100), "century", 0.4)
        )
    return of_period(Period("decade", value // 10), "absolute", sure)


@reads(
    "the? n:ord|ordnum|int|num dot? hyphen? unit:unit",
    "the? n:ord|ordnum|num dot? hyphen? unit:unit dot? era:era",
    "the? unit:unit n:ord|ordnum|int|num|roman",
    "the? n:roman unit:unit",
)
def century(found: Found, context: Context) -> Value | None:
    if found.text("unit") not in ("century", "millennium") or not 1 <= found.number("n") <= 30:
        return None
    if found.text("unit") == "millennium":
        return (
            of_period(Period("millennium", found.number("n") - 1), "century", 0.9) if found.number("n") <= 9 else None
        )
    if "era" in found and found.number("era") < 0:
        back = found.number("n") - 1
        return Value("century", f"-{back:02d}XX" if back else "", f"BC{back:02d}", precision="century", confidence=0.9)
    return of_period(Period("century", found.number("n") - 1), "century", 0.9)


@reads("holiday:holiday comma? of? year:year", "holiday:holiday")
def named_day(found: Found, context: Context) -> Value | None:
    spec = found.of("holiday", tuple)
    if "year" not in found and not follows_preposition(found, context) and not context.whole:
        return None
    return anchoring.holiday(context, spec, year_of(found), tense(found, context))


@reads("holiday:holiday mod:MOD unit:unit", "mod:MOD holiday:holiday")
def named_day_relative(found: Found, context: Context) -> Value | None:
    spec, now, shift = found.of("holiday", tuple), context.now, found.number("mod")
    if now is None:
        return anchoring.holiday(context, spec, None, 0)
    if "unit" in found:
        year = relative_year(found, context)
        return replace(anchoring.holiday(context, spec, year, 0), anchor=now) if year is not None else None
    near = [anchoring.holiday_in(spec, now.year + y) for y in (-1, 0, 1)]
    if shift == 0:
        return anchoring.holiday(context, spec, now.year, 0)
    fitting = [p for p in near if (p.index - now.toordinal()) * shift > 0]
    return of_period(fitting[-1 if shift < 0 else 0], "holiday-nearest", 0.8, now)
