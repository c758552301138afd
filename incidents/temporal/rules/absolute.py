"""Days, months, seasons and quarters that are given in full, whatever the day of the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES, OF, OTHER
from ..numerals import full_year
from ..periods import Period, year_text
from ..values import Value, absolute_day, of_period, other
from .base import (
    COUNTED,
    GLUE,
    IMPOSSIBLE,
    crosses_sentence,
    doubted_range,
    has_weekday_right,
    in_century,
    is_counted,
    month_is_sure,
    reads,
    relative_year,
    season_stands,
    tense,
    with_daypart,
    year_ahead,
    year_of,
)
from .lists import year_of_list

WINTER = 3
LAST_DAY = 31


@reads(
    "weekday:WEEKDAY dot? comma? paren? the? day:DAY dot? of? month:MONTH dot? comma? of? year:year|yy",
    "the? mod:MOD weekday:WEEKDAY? dot? comma? the? kind:unit? day:DAY dot? of? month:MONTH dot? comma? of? year:year",
    "mod:MOD weekday:WEEKDAY dot? comma? month:MONTH dot? the? day:DIGITS dot? comma? of? year:year",
    "the? kind:unit day:num of month:MONTH of? year:year",
    "the? day:DAY of? month:MONTH of? year:int",
    "weekday:WEEKDAY dot? comma? paren? month:MONTH dot? the? day:DIGITS dot? comma? of? year:year|yy",
    "the? day:DAY dot? of? month:MONTH dot? comma? of? year:year|yy",
    "day:num hyphen month:MONTH hyphen year:year",
    "the? day:num|ordnum|ord hyphen month:month of? year:year",
    "the day:card of? month:month of? year:year",
    "day:num slash month:MONTH slash year:year",
    "month:MONTH dot? the? day:num|ordnum|ord dot? comma? of? year:year|yy",
    "year:year month:MONTH day:num",
)
def day_month_year(found: Found, context: Context) -> Value | None:
    year = short_year(found, context) if found.is_class("year", "int") else year_of(found, context)
    if "kind" in found and found.text("kind") != "day":
        return None
    if crosses_sentence(found, context) or is_no_day_in_words(found, context):
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
    "the? day:DIGITS dot? of? month:MONTH of? year:ANYYEAR era:era",
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
    "the? day:num|ordnum|ord hyphen month:month",
    "the day:card of? month:month",
    "the? mod:MOD weekday:WEEKDAY? dot? comma? the? kind:unit? day:DAY dot? of? month:MONTH",
    "mod:MOD weekday:WEEKDAY? dot? comma? month:MONTH dot? the? day:DIGITS",
    "the? day:DAY dot? of? month:MONTH mod:last|next",
    "weekday:WEEKDAY comma? the? day:DAY dot? of? month:MONTH mod:last|next",
    "the? kind:unit day:num of month:MONTH",
    "weekday:WEEKDAY comma? kind:unit day:num of month:MONTH",
    "month:MONTH dot? the? day:DIGITS",
    "month:month dot? the? day:ord",
    "mod:MOD unit:unit comma? on? the? day:DAY dot? of? month:MONTH",
    "the? unit:unit mod:MOD comma? on? the? day:DAY dot? of? month:MONTH",
    "the? day:DAY dot? of? month:MONTH comma? of? the? mod:MOD unit:unit",
    "month:MONTH dot? the? day:DIGITS comma? of? the? mod:MOD unit:unit",
    "the? day:DAY dot? of? month:MONTH comma? of? the? unit:unit mod:MOD",
)
def day_month(found: Found, context: Context) -> Value | None:
    if is_no_day(found, context) or crosses_sentence(found, context):
        return None
    month, day = found.number("month"), found.number("day")
    if "unit" in found:
        year = relative_year(found, context)
        value = absolute_day(year, month, day) if year is not None else None
        return replace(value, rule="day-relative-year", confidence=0.9, anchor=context.now) if value else None
    if names_place(found, context):
        return IMPOSSIBLE
    if "mod" in found and found["mod"] and context.now:
        return modified_day(found, context.now)
    if known := happening(found, context):
        return known
    listed = year_of_list(context, found.end) if found.places["month"] < found.places["day"] else None
    if (year := listed or year_ahead(found, context)) is not None:
        value = absolute_day(year, month, day)
    else:
        value = anchoring.day_of_month(context, month, day, tense(found, context))
    if value is None:
        return IMPOSSIBLE if found.places["day"] < found.places["month"] else None
    return day_by_weekday(found, value, context) or has_weekday_right(found, value)


def is_no_day(found: Found, context: Context) -> bool:
    """Tell "in maart 12 doden", "may 3" of a verb and "the week 3 of May" from days of a month."""
    if found.is_class("month", "mlow") and context.tokens.word(found.places["month"]) in context.tables.shy:
        return True
    if not context.tables.month_first and found.places["month"] < found.places["day"]:
        return True
    if is_no_day_in_words(found, context) or is_first_half(found, context):
        return True
    return "kind" in found and found.text("kind") != "day"


def is_no_day_in_words(found: Found, context: Context) -> bool:
    """Tell "el dos de mayo" and "le onze novembre" from "los dos de mayo"."""
    if not found.is_class("day", "card"):
        return False
    tokens = context.tokens
    return tokens.word(found.start) not in context.tables.day_articles or not 1 <= found.number("day") <= LAST_DAY


def is_first_half(found: Found, context: Context) -> bool:
    """Tell "le 14-Juillet" from "1-mei-viering"."""
    tokens, month = context.tokens, found.places["month"]
    hyphened = (
        tokens.codes[month - 1 : month] == CODES["hyphen"] and tokens.codes[month + 1 : month + 2] == CODES["hyphen"]
    )
    return hyphened and tokens.starts[month + 1] == tokens.ends[month]


def day_by_weekday(found: Found, value: Value, context: Context) -> Value | None:
    """Return the day of another year where only there the weekday named beside it agrees."""
    if "weekday" not in found or value.period is None or value.anchor is None:
        return None
    days = (date.fromisoformat(edtf) for edtf in (value.edtf, *(a.edtf for a in value.alternatives)))
    fitting = next((day for day in days if day.isoweekday() == found.number("weekday")), value.period.first)
    if fitting == value.period.first:
        return None
    sure = 0.6 if against(fitting, value.anchor, found, context) else 0.8
    made = of_period(Period("day", fitting.toordinal()), "day-weekday", sure, value.anchor)
    return made.also(other(value.period, "day-nearest", 0.3))


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


def against(day: date, now: date, found: Found, context: Context) -> bool:
    """Tell whether the tense speaks against a day."""
    time = tense(found, context)
    return (day > now and time < 0) or (day < now and time > 0)


def happening(found: Found, context: Context) -> Value | None:
    """Read "the Sept. 11 attacks" as the day that is known by that name."""
    month, day = found.number("month"), found.number("day")
    year = context.tables.known_days.get((month, day))
    if year is None or "weekday" in found or not names_happening(found, context):
        return None
    value = absolute_day(year, month, day)
    if value is None or (context.now and value.period and value.period.first > context.now):
        return None
    nearest = anchoring.day_of_month(context, month, day, 0)
    value = replace(value, rule="known-day", confidence=0.75)
    return value.also(other(nearest.period, "day-nearest", 0.2)) if nearest and nearest.period else value


def names_happening(found: Found, context: Context) -> bool:
    """Tell "the Sept. 11 attacks", "the attacks of 11 September", "die Anschläge vom 11. September"."""
    tokens, names, at = context.tokens, context.tables.happenings, found.start - 1
    if found.end < len(tokens.starts) and tokens.word(found.end) in names:
        return True
    if at < 1 or tokens.codes[at] not in OF:
        return False
    return tokens.word(at - 1) in names or (at > 1 and tokens.word(at - 2) in names)  # "ataques terroristas del"


@reads("month:num slash day:num")
def known_day(found: Found, context: Context) -> Value | None:
    """Read "9/11", which names one day of one year; typed as a date it may be any year's."""
    tokens, end = context.tokens, found.end
    if context.whole or not context.tables.known_in_digits:
        return None
    if tokens.codes[end : end + 1] == CODES["slash"] or (found.start and tokens.codes[found.start - 1] in GLUE):
        return None
    if tokens.ends[found.start] - tokens.starts[found.start] > 1 or tokens.starts[end - 1] > tokens.ends[end - 2]:
        return None
    month, day = found.number("month"), found.number("day")
    year = context.tables.known_days.get((month, day))
    value = absolute_day(year, month, day) if year is not None else None
    return replace(value, rule="known-day", confidence=0.75) if value else None


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


@reads(
    "season:season comma? of? the? year:year",
    "the? mod:MOD season:season year:year",
    "season:season of? the? whole:unit year:year",
    "season:season slash? of? year:yy",
    "season:season of? the? year:year|yy sep:slash|hyphen|to|on until:num|int|year|yy",
    "year:year season:season",
    "season:season of? the? year:ANYYEAR era:era",
)
def season_year(found: Found, context: Context) -> Value | None:
    """Read "winter 1918", "the winter of 1918-19": it belongs to the year that it begins in."""
    year = year_of(found, context)
    if not season_stands(found, context) or ("whole" in found and found.text("whole") != "year"):
        return None
    if "until" in found and (
        found.number("season") != WINTER or found.number("until") % 100 != ((year or 0) + 1) % 100
    ):
        return None
    return of_period(Period("season", (year or 0) * 4 + found.number("season")), "absolute", 0.9)


@reads("quarter:quarter comma? of? year:year", "year:year quarter:quarter", "half:half comma? of? year:year")
def quarter_year(found: Found, context: Context) -> Value | None:
    unit = "quarter" if "quarter" in found else "half"
    per = 4 if unit == "quarter" else 2
    return of_period(Period(unit, found.number("year") * per + found.number(unit) - 1), "absolute")


@reads(
    "the? n:ord|ordnum hyphen? unit:unit year:year",
    "the? n:num dot unit:unit year:year",
    "the? year:year n:ord|ordnum hyphen? unit:unit",
)
def quarter_of_year(found: Found, context: Context) -> Value | None:
    """Read "le troisième trimestre 2009", "1. Halbjahr 2009", "the 1988 fourth quarter"."""
    if found.text("unit") not in ("quarter", "half"):
        return None
    year = of_period(Period("year", found.number("year")), "absolute")
    return anchoring.ordinal_of(year, found.number("n"), found.text("unit"))
