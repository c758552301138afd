"""Ranges of days and years, and how two dates join."""

from __future__ import annotations

from dataclasses import replace

from .. import anchoring
from ..context import COARSENESS, Context
from ..grammar import Found
from ..limits import period_of
from ..mention import Alternative
from ..periods import YEARS, Period, year_text
from ..values import Value, absolute_day, of_period, other
from .base import (
    reads,
    tense,
    year_of,
)


@reads(
    "lead:between|from? the? d1:DIGITS dot? sep:JOINT the? d2:DIGITS dot? of? month:MONTH dot? comma? of? year:year|yy",
    "lead:between|from? the? d1:DIGITS dot? sep:JOINT the? d2:DIGITS dot? of? month:MONTH",
    "lead:between|from? the? w1:WEEKDAY comma? d1:DIGITS dot? sep:JOINT the? w2:WEEKDAY? comma? d2:DIGITS dot? of? "
    "month:MONTH dot? comma? of? year:year|yy",
    "lead:between|from? the? w1:WEEKDAY comma? d1:DIGITS dot? sep:JOINT the? w2:WEEKDAY? comma? d2:DIGITS dot? of? "
    "month:MONTH",
    "lead:between|from? month:MONTH dot? d1:DIGITS sep:hyphen|to|and|until d2:DIGITS comma? of? year:year",
    "lead:between|from? month:MONTH dot? d1:DIGITS sep:hyphen|to|and|until d2:DIGITS",
)
def day_range(found: Found, context: Context) -> Value | None:
    if found.is_class("month", "mlow") and context.tokens.word(found.places["month"]) in context.tables.shy:
        return None
    first, last = found.number("d1"), found.number("d2")
    if first >= last:
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
    style = "one-of" if found.is_class("lead", "between") else "all-of" if found.is_class("sep", "and") else "through"
    return joined(first_value, last_value, style, spans)


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


@reads(
    "the? n1:num dot sep:and|to|until|hyphen|slash the? n2:num dot unit:unit",
    "the? n1:ord|ordnum sep:and|to|until|hyphen|slash the? n2:ord|ordnum unit:unit",
    "the? unit:unit n1:roman sep:and|to|until|hyphen n2:roman",
)
def century_range(found: Found, context: Context) -> Value | None:
    """Read "the 17th and 18th centuries"."""
    first, last = found.number("n1"), found.number("n2")
    if found.text("unit") != "century" or not 1 <= first < last <= 21:
        return None
    bounds = [of_period(Period("century", n - 1), "century", 0.9) for n in (first, last)]
    spans = ((found.places["n1"], found.places["n1"] + 1), (found.places["n2"], found.end))
    return joined(bounds[0], bounds[1], "all-of" if found.is_class("sep", "and") else "through", spans)


def open_range(found: Found, last: Value, first_day: int) -> Value:
    """Return a range of days whose year nothing tells: no interval of EDTF can hold it."""
    return Value("range-open", "", f"{last.timex[:-2]}{first_day:02d}", precision="day", confidence=0.4)


def joined(first: Value, last: Value, style: str, spans: tuple[tuple[int, int], ...]) -> Value | None:
    """Join two values: "one-of" is some day between, "through" all of it, "all-of" each of the two."""
    if first.period is None or last.period is None:
        return None
    start, end = bound(first, 0), bound(last, 1)
    if first.period.index >= last.period.index and first.period.unit == last.period.unit:
        return None
    if first.clock or last.clock or not in_order(first.period, last.period):
        return None
    adjacent = first.period.unit == last.period.unit and last.period.index - first.period.index == 1
    form = "{{{},{}}}" if style == "all-of" and not adjacent else "[{}..{}]" if style == "one-of" else "{}/{}"
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
    ends = {reading.rule: reading for reading in last.alternatives if reading.edtf[:1].isdigit()}
    made = []
    for a in first.alternatives:
        b = ends.get(a.rule)
        if b is None or not a.edtf[:1].isdigit() or len(a.edtf) != len(b.edtf) or a.edtf >= b.edtf or "T" in a.edtf:
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


@reads("lead:between|from? y1:year sep:hyphen|to|and|slash|until y2:year|num|int")
def year_range(found: Found, context: Context) -> Value | None:
    first, last = found.number("y1"), found.number("y2")
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
    bounds = (of_period(Period("year", first), "absolute"), of_period(Period("year", last), "absolute"))
    spans = ((found.places["y1"], found.places["y1"] + 1), (found.places["y2"], found.places["y2"] + 1))
    return joined(*bounds, "one-of" if found.is_class("lead", "between") else "through", spans)
