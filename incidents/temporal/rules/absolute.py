"""Dates that are given in full, whatever the day of the report."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES, OF, OTHER, Tokens
from ..numerals import CURRENCY, NumericDate, full_year
from ..periods import Period, year_text
from ..values import Value, absolute_day, of_period, other
from .base import (
    IMPOSSIBLE,
    crosses_sentence,
    doubted_range,
    follows_preposition,
    has_weekday_right,
    in_century,
    is_counted,
    month_is_sure,
    reads,
    relative_year,
    season_stands,
    tense,
    with_clock,
    with_daypart,
    year_ahead,
    year_of,
)
from .years import decade_stands, is_label

COUNTED = frozenset({CODES["unit"]})
BEFORE_A_YEAR = OF | frozenset(CODES[name] for name in "part since until between from season ord".split())
NUMBERS = frozenset({CODES["num"], CODES["int"]})
PARTS_OF_DAYS = frozenset({CODES["daypart"], CODES["unit"]})
BEFORE_A_DECADE = frozenset(CODES[name] for name in ("part", "within", "since", "until"))
CIRCA = 1  # the value of words for "about" that only stand before years
FAR_YEARS = 30  # years after the report that a bare number still passes for a year
LAST_YEAR_ALONE = 2100
OLD_YEARS = 130
COUNTS = 60  # years: a bare number before a noun is a year only so near to the day of the text, in German
WINTER = 3
SHORT_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d\d")
LEAP_DAY = 29


@reads("date:date", "weekday:WEEKDAY comma? date:date", "date:datetime")
def numeric_date(found: Found, context: Context) -> Value | None:
    number = numeric_day(found, context)
    value = of_period(Period("day", number.day.toordinal()), "absolute")
    if number.other:
        swapped = Period("day", number.other.toordinal())
        value = replace(value, rule="numeric-day-first" if context.tables.day_first else "numeric-month-first",
                        confidence=0.6).also(other(swapped, "numeric-swapped", 0.4))  # fmt: skip
    return with_clock(has_weekday_right(found, value), number.clock)


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


@reads("month:num slash year:year")
def slashed_month(found: Found, context: Context) -> Value | None:
    """Read "in 9/2023"; without the word before it is as often the number of a case."""
    sure = context.whole or follows_preposition(found, context)
    if not sure or not 1 <= found.number("month") <= 12 or not 1900 <= found.number("year") <= 2100:
        return None
    return of_period(Period.month(found.number("year"), found.number("month")), "absolute", 0.7)


@reads(
    "weekday:WEEKDAY dot? comma? paren? the? day:DAY dot? of? month:MONTH dot? comma? of? year:year|yy",
    "the? mod:MOD weekday:WEEKDAY? dot? comma? the? kind:unit? day:DAY dot? of? month:MONTH dot? comma? of? year:year",
    "mod:MOD weekday:WEEKDAY dot? comma? month:MONTH dot? the? day:DIGITS dot? comma? of? year:year",
    "the? kind:unit day:num of month:MONTH of? year:year",
    "the? day:DAY of? month:MONTH of? year:int",
    "weekday:WEEKDAY dot? comma? paren? month:MONTH dot? the? day:DIGITS dot? comma? of? year:year|yy",
    "the? day:DAY dot? of? month:MONTH dot? comma? of? year:year|yy",
    "day:num hyphen month:MONTH hyphen year:year",
    "day:num slash month:MONTH slash year:year",
    "month:MONTH dot? the? day:num|ordnum|ord dot? comma? of? year:year|yy",
    "year:year month:MONTH day:num",
)
def day_month_year(found: Found, context: Context) -> Value | None:
    year = short_year(found, context) if found.is_class("year", "int") else year_of(found, context)
    if "kind" in found and found.text("kind") != "day":
        return None
    if crosses_sentence(found, context):
        return None
    if found.places["year"] == found.start and context.tokens.codes[found.end : found.end + 1] == CODES["comma"]:
        return None  # "… Conference 2010, June 8, 2010"
    if year is None or is_counted(found, context, year):
        return None
    if names_place(found, context):
        return IMPOSSIBLE
    if found.places["month"] < found.places["day"] and not month_is_sure(found, context):
        return None
    value = absolute_day(year, found.number("month"), found.number("day"))
    return doubted_range(found, has_weekday_right(found, value), context) if value else IMPOSSIBLE


def names_place(found: Found, context: Context) -> bool:
    """Tell a street from a day: "la calle 9 de Julio", "place du 14 juillet"."""
    tokens, at = context.tokens, found.start - 1
    if not context.tables.places or tokens.codes[found.start] == CODES["the"]:
        return False  # "mise en place le 5 mai"
    if at > 0 and tokens.codes[at] in OF:
        at -= 1
    return at >= 0 and tokens.word(at) in context.tables.places


def short_year(found: Found, context: Context, name: str = "year") -> int | None:
    """Return the year of "le 10 novembre 93", "mai 68": two digits that can be no day and count nothing."""
    tokens, place = context.tokens, found.places[name]
    value = found.number(name)
    if not 32 <= value <= 99 or tokens.ends[place] - tokens.starts[place] != 2:
        return None
    follows = tokens.codes[found.end : found.end + 1]
    counts = follows in COUNTED or (follows == OTHER and tokens.text[tokens.starts[found.end]].isalpha())
    if counts and tokens.codes[place - 1] not in OF:  # "mayo del 68"
        return None
    return in_century(full_year(value), context)


@reads(
    "the? day:DIGITS of? month:MONTH year:ANYYEAR era:era",
    "the? day:DIGITS of? month:MONTH era:era year:ANYYEAR",
    "month:MONTH day:DIGITS comma? year:ANYYEAR era:era",
    "month:MONTH of? year:ANYYEAR era:era",
    "month:MONTH era:era year:ANYYEAR",
)
def day_with_era(found: Found, context: Context) -> Value | None:
    """Read days and months of the ancient years; before the year 1 they are EDTF only, and count nothing else."""
    year, month = year_of(found, context), found.number("month")
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
    "the? mod:MOD weekday:WEEKDAY? dot? comma? the? kind:unit? day:DAY dot? of? month:MONTH",
    "mod:MOD weekday:WEEKDAY? dot? comma? month:MONTH dot? the? day:DIGITS",
    "the? day:DAY dot? of? month:MONTH mod:last|next",
    "weekday:WEEKDAY comma? the? day:DAY dot? of? month:MONTH mod:last|next",
    "the? kind:unit day:num of month:MONTH",
    "weekday:WEEKDAY comma? kind:unit day:num of month:MONTH",
    "month:MONTH dot? the? day:DIGITS",
    "month:month dot? the? day:ord",
    "the? day:DAY dot? of? month:MONTH comma? of? the? mod:MOD unit:unit",
    "month:MONTH dot? the? day:DIGITS comma? of? the? mod:MOD unit:unit",
    "the? day:DAY dot? of? month:MONTH comma? of? the? unit:unit mod:MOD",
)
def day_month(found: Found, context: Context) -> Value | None:
    if found.is_class("month", "mlow") and context.tokens.word(found.places["month"]) in context.tables.shy:
        return None
    if not context.tables.month_first and found.places["month"] < found.places["day"]:
        return None  # "in maart 12 doden", "im Februar das erste Schiff"
    if crosses_sentence(found, context):
        return None
    if "unit" in found:
        year = relative_year(found, context)
        value = absolute_day(year, found.number("month"), found.number("day")) if year is not None else None
        return replace(value, rule="day-relative-year", confidence=0.9, anchor=context.now) if value else None
    if "kind" in found and found.text("kind") != "day":
        return None
    if names_place(found, context):
        return IMPOSSIBLE
    if "mod" in found and found["mod"] and context.now:
        return modified_day(found, context.now)
    if known := happening(found, context):
        return known
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
            fitting = of_period(
                Period.day(*map(int, right[0].split("-"))),
                "day-weekday",
                0.8 if value.anchor and not against(right[0], value.anchor, found, context) else 0.6,
                value.anchor,
            )
            return fitting.also(other(value.period, "day-nearest", 0.3))
    return has_weekday_right(found, value) if value else None


def modified_day(found: Found, now: date) -> Value | None:
    """Read "el pasado 5 de mayo", "le 5 mai prochain": the latest such day before the report, or the next one."""
    shift = found.number("mod")
    made = [absolute_day(now.year + y, found.number("month"), found.number("day")) for y in (-shift, 0, shift)]
    gaps = [((v.period.index - now.toordinal()) * shift, v) for v in made if v and v.period]
    fitting = [pair for pair in gaps if pair[0] >= 0]
    if not fitting:
        return None
    value = min(fitting, key=lambda pair: pair[0])[1]
    return has_weekday_right(found, replace(value, rule="day-tense", confidence=0.93, anchor=now))


@reads(
    "weekday:WEEKDAY part:daypart comma? paren? the? day:DAY dot? of? month:MONTH dot? comma? of? year:year|yy",
    "weekday:WEEKDAY part:daypart comma? paren? the? day:DAY dot? of? month:MONTH",
)
def part_of_dated_day(found: Found, context: Context) -> Value | None:
    value = day_month_year(found, context) if "year" in found else day_month(found, context)
    return with_daypart(value, found.text("part")) if value and value.period else value


def against(edtf: str, now: date, found: Found, context: Context) -> bool:
    """Tell whether the tense speaks against a day."""
    return (date.fromisoformat(edtf) > now and tense(found, context) < 0) or (
        date.fromisoformat(edtf) < now and tense(found, context) > 0
    )


def happening(found: Found, context: Context) -> Value | None:
    """Read "the Sept. 11 attacks" as the day that is known by that name."""
    tokens, month, day = context.tokens, found.number("month"), found.number("day")
    year = context.tables.known_days.get((month, day))
    if year is None or "weekday" in found or found.end >= len(tokens.starts):
        return None
    if tokens.word(found.end) not in context.tables.happenings:
        return None
    value = absolute_day(year, month, day)
    if value is None or (context.now and value.period and value.period.first > context.now):
        return None
    nearest = anchoring.day_of_month(context, month, day, 0)
    value = replace(value, rule="known-day", confidence=0.75)
    return value.also(other(nearest.period, "day-nearest", 0.2)) if nearest and nearest.period else value


@reads(
    "month:MONTH dot? comma? of? year:year",
    "month:MONTH yy:yy",
    "month:MONTH of? short:int",
    "the? kind:unit of month:MONTH of? year:year",
    "month:MONTH slash year:year",
    "month:MONTH hyphen year:year",
    "month:MONTH of? the? whole:unit year:year",
)
def month_year(found: Found, context: Context) -> Value | None:
    if "kind" in found and found.text("kind") != "month":
        return None
    year: int | None
    if "short" in found:
        year = short_year(found, context, "short")
    else:
        year = year_of(found, context, "yy" if "yy" in found else "year")
    if year is None:
        return None
    if "whole" in found and found.text("whole") != "year":
        return None
    if is_counted(found, context, year) or not month_is_sure(found, context):
        return None
    return doubted_range(found, of_period(Period.month(year, found.number("month")), "absolute"), context)


@reads("era:era year:ANYYEAR", "year:ANYYEAR era:era", "the whole:unit year:ANYYEAR era:era")
def year_with_era(found: Found, context: Context) -> Value | None:
    year = year_of(found, context)
    if "whole" in found and found.text("whole") != "year":
        return None
    return of_period(Period("year", year), "absolute") if year is not None and found.number("year") else None


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
    before = tokens.word(at - 1) if at else ""
    after = tokens.word(found.end) if found.end < len(tokens.starts) else ""
    if found.end - found.start > 1 or context.whole:
        return 0.95
    if not 1000 <= year <= LAST_YEAR_ALONE:
        return 0.0
    follows = tokens.codes[found.end : found.end + 1]
    if follows and follows in COUNTED:  # "2000 days", "2000 hours"
        return 0.0
    if follows == CODES["slash"] and tokens.codes[found.end + 1 : found.end + 2] in NUMBERS:
        return 0.0  # "2000/31"
    if not context.whole and (after in context.tables.counted or (before and before in CURRENCY)):
        return 0.0
    if is_label(found, context) or is_count(found, context, year):
        return 0.0
    lone = before.rpartition(" ")[2] in context.tables.inside or before in ("(", "/", "–", "-")
    lone = lone or (at > 0 and (tokens.codes[at - 1] in BEFORE_A_YEAR or is_circa(tokens, at - 1)))
    lone = lone or (before == "." and at > 1 and tokens.word(at - 2) in context.tables.inside)
    if found.is_class("year", "yy"):
        return 0.85 if lone else 0.0
    if not lone and not tokens.text[tokens.starts[at]].isdigit():
        return 0.0  # "dos mil cinco" counts something
    if lone:
        return 0.95 if 1500 <= year <= 2100 else 0.8
    today = context.now.year if context.now else 2030
    if not today - OLD_YEARS <= year <= today + FAR_YEARS:
        return 0.0
    if year % 100 == 0 and after.islower():
        return 0.0
    return 0.75


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


@reads(
    "season:season comma? of? the? year:year",
    "season:season of? the? whole:unit year:year",
    "season:season slash? of? year:yy",
    "season:season year:year slash until:num|int|year",
    "year:year season:season",
    "season:season of? the? year:ANYYEAR era:era",
)
def season_year(found: Found, context: Context) -> Value | None:
    """Read "winter 1918", "winter 1918/19": it belongs to the year that it begins in."""
    year = year_of(found, context)
    if not season_stands(found, context) or ("whole" in found and found.text("whole") != "year"):
        return None
    if "until" in found and (found.number("season") != WINTER or found.number("until") % 100 != (year or 0) % 100 + 1):
        return None
    return of_period(Period("season", (year or 0) * 4 + found.number("season")), "absolute", 0.9)


@reads("quarter:quarter comma? of? year:year", "year:year quarter:quarter", "half:half comma? of? year:year")
def quarter_year(found: Found, context: Context) -> Value | None:
    unit = "quarter" if "quarter" in found else "half"
    per = 4 if unit == "quarter" else 2
    return of_period(Period(unit, found.number("year") * per + found.number(unit) - 1), "absolute")


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
