"""Ranges of days and years, and how two dates join."""

from __future__ import annotations

from dataclasses import replace

from .. import anchoring
from ..context import COARSENESS, Context
from ..grammar import Found
from ..periods import YEARS, Period, year_text
from ..values import Value, absolute_day, of_period
from .base import (
    reads,
    tense,
    with_daypart,
    year_of,
)


@reads(
    "lead:between|from? the? d1:DIGITS dot? sep:JOINT the? d2:DIGITS dot? of? month:MONTH dot? comma? of? year:year|yy",
    "lead:between|from? the? d1:DIGITS dot? sep:JOINT the? d2:DIGITS dot? of? month:MONTH",
    "lead:between|from? month:MONTH dot? d1:DIGITS sep:hyphen|to|and|until d2:DIGITS comma? of? year:year",
    "lead:between|from? month:MONTH dot? d1:DIGITS sep:hyphen|to|and|until d2:DIGITS",
)
def day_range(found: Found, context: Context) -> Value | None:
    if found.is_class("month", "mlow") and context.tokens.word(found.places["month"]) in context.tables.shy:
        return None
    first, last = found.number("d1"), found.number("d2")
    if first >= last:
        return None
    year = year_of(found)
    if year is None:
        last_value = anchoring.day_of_month(context, found.number("month"), last, tense(found, context))
    else:
        last_value = absolute_day(year, found.number("month"), last)
    if last_value is None:
        return None
    if last_value.period is None:
        return None if context.reference else open_range(found, last_value, first)
    first_value = replace(of_period(last_value.period.shifted(first - last), last_value.rule), anchor=last_value.anchor)
    if year is None:
        first_value = replace(first_value, confidence=last_value.confidence)
    spans = ((found.places["d1"], found.places["d1"] + 1), (found.places["d2"], found.end))
    if found.places["month"] < found.places["d1"]:
        spans = ((found.places["month"], found.places["d1"] + 1), (found.places["d2"], found.end))
    style = "one-of" if found.is_class("lead", "between") else "all-of" if found.is_class("sep", "and") else "through"
    return joined(first_value, last_value, style, spans)


@reads(
    "part:daypart lead:from the? d1:DIGITS dot? month:MONTH sep:on|to|and the? d2:DIGITS dot? again:MONTH year:year?",
    "part:daypart lead:from the? d1:DIGITS dot? sep:on|to|and the? d2:DIGITS dot? of? again:MONTH of? year:year?",
)
def night_between_days(found: Found, context: Context) -> Value | None:
    """Read "Nacht vom 8. auf den 9. Mai": a night that belongs to the first of two days."""
    year, month = year_of(found), found.number("again")
    last = absolute_day(year, month, found.number("d2")) if year is not None else None
    if year is None:
        last = anchoring.day_of_month(context, month, found.number("d2"), tense(found, context))
    if last is None or last.period is None:
        return None
    day = last.period.shifted(-1)
    if day.first.day != found.number("d1"):
        return None
    first = replace(of_period(day, last.rule, last.confidence), anchor=last.anchor)
    middle = found.places["sep"]
    spans = ((found.start, middle), (found.places["d2"], found.end))
    return joined(with_daypart(first, found.text("part")), last, "through", spans)


@reads("part:daypart lead:from first:WEEKDAY sep:on|to|and the? last:WEEKDAY")
def night_between_weekdays(found: Found, context: Context) -> Value | None:
    """Read "Nacht von Samstag auf Sonntag"."""
    if found.number("last") != found.number("first") % 7 + 1:
        return None
    last = replace(anchoring.weekday(context, found.number("last"), None, tense(found, context)), alternatives=())
    if last.period is None:
        return None
    first = replace(of_period(last.period.shifted(-1), last.rule, last.confidence), anchor=last.anchor)
    spans = ((found.start, found.places["sep"]), (found.places["last"], found.end))
    return joined(with_daypart(first, found.text("part")), last, "through", spans)


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
    if style == "all-of" and not adjacent:
        edtf = f"{{{start},{end}}}"
    else:
        edtf = f"[{start}..{end}]" if style == "one-of" else f"{start}/{end}"
    coarse = max(first.period, last.period, key=lambda p: COARSENESS[p.unit])
    rule = first.rule if first.rule == last.rule else last.rule
    return Value(
        "range" if rule == "absolute" else rule, edtf, f"{first.timex}/{last.timex}", precision=coarse.precision,
        confidence=min(first.confidence, last.confidence), anchor=last.anchor or first.anchor, period=last.period,
        bounds=(first, last), spans=spans,
    )  # fmt: skip


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
    if not first < last or not 1000 <= first <= 2100 or last > 2200 or last - first > 300:
        return None
    if not short and found.is_class("sep", "and") and not found.is_class("lead", "between"):
        return None
    bounds = (of_period(Period("year", first), "absolute"), of_period(Period("year", last), "absolute"))
    spans = ((found.places["y1"], found.places["y1"] + 1), (found.places["y2"], found.places["y2"] + 1))
    return joined(*bounds, "one-of" if found.is_class("lead", "between") else "through", spans)
