"""Ranges of days and years, and how two dates join."""

from __future__ import annotations

from dataclasses import replace

from .. import anchoring
from ..context import COARSENESS, Context
from ..grammar import Found
from ..lexer import CODES
from ..limits import period_of
from ..mention import Alternative
from ..periods import YEARS, Period, year_text
from ..values import Value, absolute_day, of_period, other
from .base import (
    IMPOSSIBLE,
    may_be_counted,
    reads,
    tense,
    year_of,
)


@reads(
    "lead:between|from? the? d1:DIGITS dot? sep:LINK the? d2:DIGITS dot? of? month:MONTH dot? comma? of? year:year|yy",
    "lead:between|from? the? d1:DIGITS dot? sep:LINK the? d2:DIGITS dot? of? month:MONTH",
    "lead:between|from? the? w1:WEEKDAY comma? d1:DIGITS dot? sep:LINK the? w2:WEEKDAY? comma? d2:DIGITS dot? of? "
    "month:MONTH dot? comma? of? year:year|yy",
    "lead:between|from? the? w1:WEEKDAY comma? d1:DIGITS dot? sep:LINK the? w2:WEEKDAY? comma? d2:DIGITS dot? of? "
    "month:MONTH",
    "lead:between|from? month:MONTH dot? d1:DIGITS sep:hyphen|to|and|until|or d2:DIGITS comma? of? year:year",
    "lead:between|from? month:MONTH dot? d1:DIGITS sep:hyphen|to|and|until|or d2:DIGITS",
)
def day_range(found: Found, context: Context) -> Value | None:
    if found.is_class("month", "mlow") and context.tokens.word(found.places["month"]) in context.tables.shy:
        return None
    first, last = found.number("d1"), found.number("d2")
    if first >= last or (found.is_class("sep", "and") and goes_on_a_list(found, context)):
        return None
    year = year_of(found, context)
    if year is None and not context.tables.month_first and found.places["month"] < found.places["d1"]:
        return None  # "en mars 10 à 12 personnes"
    if year is None:
        last_value = anchoring.day_of_month(context, found.number("month"), last, tense(found, context))
    else:
        last_value = absolute_day(year, found.number("month"), last)
    if last_value is None:
        return None
    if last_value.period is None:
        return None if context.reference else open_range(found, last_value, first)
    first_value = replace(of_period(last_value.period.shifted(first - last), last_value.rule), anchor=last_value.anchor)
    days = ((a, period_of(a.edtf)) for a in last_value.alternatives)
    first_value = first_value.also(
        *(other(day.shifted(first - last), a.rule, a.confidence) for a, day in days if day and day.unit == "day")
    )
    if year is None:
        first_value = replace(first_value, confidence=last_value.confidence)
    spans = (
        (found.places.get("w1", found.places["d1"]), found.places["d1"] + 1),
        (found.places.get("w2", found.places["d2"]), found.end),
    )
    if found.places["month"] < found.places["d1"]:
        spans = ((found.places["month"], found.places["d1"] + 1), (found.places["d2"], found.end))
    style = (
        "one-of"
        if found.is_class("lead", "between")
        else STYLES.get(context.tokens.codes[found.places["sep"]], "through")
    )
    return joined(first_value, last_value, style, spans)


def goes_on_a_list(found: Found, context: Context) -> bool:
    """Tell the last two of "3, 5 and 9 June", which are days of their own like the first."""
    codes, at = context.tokens.codes, found.start
    return at > 1 and codes[at - 1] == CODES["comma"] and codes[at - 2] in AFTER_A_DAY


@reads(
    "the? d0:num comma d1:num sep:and the? d2:num of? month:MONTH of? year:year",
    "the? d0:num comma d1:num sep:and the? d2:num of? month:MONTH",
)
def three_days(found: Found, context: Context) -> Value | None:
    """Read "los días 5, 6 y 7 de octubre" where the days run on."""
    last, year = found.number("d2"), year_of(found, context)
    if (found.number("d0"), found.number("d1")) != (last - 2, last - 1):
        return None
    if year is None:
        value = anchoring.day_of_month(context, found.number("month"), last, tense(found, context))
    else:
        value = absolute_day(year, found.number("month"), last)
    if value is None or value.period is None:
        return None
    first = replace(value, period=value.period.shifted(-2), edtf=value.period.shifted(-2).edtf,
                    timex=value.period.shifted(-2).timex, alternatives=())  # fmt: skip
    spans = ((found.places["d0"], found.places["d0"] + 1), (found.places["d2"], found.end))
    return joined(first, value, "through", spans)


def open_range(found: Found, last: Value, first_day: int) -> Value:
    """Return a range of days whose year nothing tells: no interval of EDTF can hold it."""
    return Value("range-open", "", f"{last.timex[:-2]}{first_day:02d}", precision="day", confidence=0.4)


FORMS = {"all-of": "{{{},{}}}", "one-of": "[{}..{}]", "through": "{}/{}", "either": "[{},{}]"}


def joined(first: Value, last: Value, style: str, spans: tuple[tuple[int, int], ...]) -> Value | None:
    """Join two values: "one-of" is some day between, "through" all of it, "all-of" each, "either" one of the two."""
    if first.period is None or last.period is None:
        return None
    start, end = bound(first, 0), bound(last, 1)
    if first.period.index >= last.period.index and first.period.unit == last.period.unit:
        return None
    if first.clock or last.clock or not in_order(first.period, last.period):
        return None
    adjacent = first.period.unit == last.period.unit and last.period.index - first.period.index == 1
    form = FORMS["through" if style == "all-of" and adjacent else style]
    edtf = form.format(start, end)
    coarse = max(first.period, last.period, key=lambda p: COARSENESS[p.unit])
    rule = first.rule if first.rule == last.rule else last.rule
    return Value(
        "range" if rule == "absolute" else rule, edtf, f"{first.timex}/{last.timex}", precision=coarse.precision,
        confidence=min(first.confidence, last.confidence), anchor=last.anchor or first.anchor, period=last.period,
        bounds=(first, last), spans=spans, alternatives=other_ranges(first, last, form),
    )  # fmt: skip


def other_ranges(first: Value, last: Value, form: str) -> tuple[Alternative, ...]:
    """Pair the other readings of both ends that came about in the same way: both a week earlier, a year later."""
    ends = {a.rule: a for a in last.alternatives if a.edtf[:1].isdigit() and "/" not in a.edtf}
    made = []
    for a in first.alternatives:
        b = ends.get(a.rule)
        if (
            b is None
            or not a.edtf[:1].isdigit()
            or len(a.edtf) != len(b.edtf)
            or a.edtf >= b.edtf
            or "T" in a.edtf
            or "/" in a.edtf
        ):
            continue
        edtf = form.format(a.edtf, b.edtf)
        made.append(Alternative(edtf, f"{a.timex}/{b.timex}", "", a.rule, min(a.confidence, b.confidence)))
    return tuple(made)


def in_order(first: Period, last: Period) -> bool:
    if first.year < 1 or last.year < 1:
        return first.year < last.year
    return first.first <= last.first


def bound(value: Value, side: int) -> str:
    """Return a value as the end of a range: weeks and decades by their first or last day or year."""
    period = value.period
    if period and period.unit in ("week", "weekend"):
        return (period.last if side else period.first).isoformat()
    if period and period.unit in ("decade", "century"):
        return year_text(period.year + (YEARS[period.unit] - 1 if side else 0))
    return value.edtf


STYLES = {CODES["and"]: "all-of", CODES["or"]: "either"}
AFTER_A_DAY = frozenset(CODES[name] for name in ("num", "ordnum", "dot"))
NEAR_YEARS = 10  # between two of which one is meant
ROUND = 50  # counts are rounded to it more often than years are
EITHER = 0.5  # confidence: "from 1914 to 1918 soldiers died"


def confidence_of_years(found: Found, context: Context, first: int, last: int) -> float:
    """Return how sure two numbers are years, 0 for "between 1900 and 2000 people"."""
    tokens, end, is_round = context.tokens, found.end, first % ROUND == last % ROUND == 0
    if context.whole or end >= len(tokens.starts):
        return 0.98
    if tokens.codes[end] == CODES["unit"] or tokens.word(end) in context.tables.counted:
        return 0.0 if is_round else EITHER
    return 0.7 if is_round and may_be_counted(context, end) else 0.98


@reads(
    "lead:between|from? y1:year sep:hyphen|to|and|slash|until y2:year|num|int",
    "y1:year sep:or y2:year",
    "the? whole:unit y1:year sep:hyphen|slash y2:year|num|int",
)
def year_range(found: Found, context: Context) -> Value | None:
    first, last = found.number("y1"), found.number("y2")
    if "whole" in found and found.text("whole") != "year":
        return None
    short = not found.is_class("y2", "year")
    if short:
        at = found.places["y2"]
        digits = context.tokens.ends[at] - context.tokens.starts[at]
        if digits != 2 or found.is_class("sep", "and", "to"):
            return None
        last += first // 100 * 100
        if found.is_class("sep", "slash") and last - first > 10:
            return None  # "2008/09" and "1939/45" are years, "2000/31" is a number
    if not first < last or not 1000 <= first <= 2100 or last > 2200 or last - first > 300:
        return None
    if not short and found.is_class("sep", "and") and not found.is_class("lead", "between"):
        return None
    sure = confidence_of_years(found, context, first, last)
    if not sure:
        return IMPOSSIBLE
    bounds = (of_period(Period("year", first), "absolute", sure), of_period(Period("year", last), "absolute", sure))
    spans = ((found.places["y1"], found.places["y1"] + 1), (found.places["y2"], found.places["y2"] + 1))
    if found.is_class("sep", "or"):
        return joined(*bounds, "either", spans) if last - first <= NEAR_YEARS else None
    return joined(*bounds, "one-of" if found.is_class("lead", "between") else "through", spans)
