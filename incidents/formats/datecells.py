"""Dates as people write them in cells, no finer than they write them: figures and words, read with `temporal`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from .. import temporal  # what reads words is loaded with the first cell that has some
from ..drafts import Finding
from ..sentences import Refusing, phrase, said, why
from ..temporal.edtf import EDTF, EDTFError
from . import datewords
from .base import Unread
from .datefigures import (
    CLOCK,
    DAY,
    DAY_FIRST,
    MONTH_FIRST,
    NO_DATE,
    PLAIN,
    DateCell,
    DateRule,
    cell,
    figures,
    full_year,
    is_zone,
    unread,
    with_time,
)

__all__ = [
    "DAY_FIRST",
    "MONTH_FIRST",
    "NO_DATE",
    "PLAIN",
    "DateCell",
    "DateRule",
    "is_zone",
    "joined",
    "read_date",
    "with_time",
]

MAX_WORDS = 100  # characters of a cell that could still be a date
_NAMED = re.compile(r"(?:(\d{1,2})[-\s/.])?([^\W\d_]{3,5})\.?[-\s/']{1,2}(\d\d)", re.I)
_NAMED_MOMENT = re.compile(r"(\d{1,2}[- ][^\W\d_]{3,5}[- ]\d\d) (\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?)", re.I)
_CTIME = re.compile(r"(?:[A-Za-z]{3},? )?([A-Za-z]{3}) +(\d{1,2}) (\d\d:\d\d(?::\d\d)?) (?:[A-Z]{3,4} )?(\d{4})", re.A)
_HOURS = re.compile(r"(\d{4}) ([A-Za-z]{3,9})\.? (\d{1,2}) (\d\d)(\d\d)(?::(\d\d)(?:\.\d+)?)?", re.A)
_TWO_DAYS = re.compile(r"(\d{1,2})\.(\d{1,2}\.)?\s?/\s?(\d{1,2}\.\d{1,2}\.\d{2,4})", re.A)
_UNTIL = re.compile(r"\s*(?:\s-{1,2}\s|[–—→➔]|\s(?:to|until|till|bis|hasta|a|à|tot)\s)\s*", re.I)
_MOMENTS = re.compile(r"(\d{4}-\d\d-\d\dT[^\s/]{2,30})/(\d{4}-\d\d-\d\dT[^\s/]{2,30})", re.A)
_TWO_YEARS = re.compile(r"(\d{4})[-/](\d\d)", re.A)
_STROKES = re.compile(r"[\W_]*")
_UNKNOWN_DAY = re.compile(r"(?<![\w?])(?:\?{1,2}|XX?)(?:st|nd|rd|th)?(?![\w?])(?:[-./](?=[^\W\d_])|[\s,]*)", re.I)
_DAY_NUMBER = r"\d{1,2}(?:st|nd|rd|th|er|\.)?"
_DAYS_ON_END = rf"{_DAY_NUMBER}(?:\s?[-–]\s?{_DAY_NUMBER})?"  # a day, or from one to another
_DAYS = re.compile(
    rf"(?<![\d:]){_DAYS_ON_END}(?:\s*(?:,|&|\+|\b(?:and|und|et|en|y|e|(?P<or>or|oder|ou|o|of))\b)"
    rf"\s*{_DAYS_ON_END}){{1,11}}(?![\d:])",
    re.I,
)
_ONE_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|\.)?(?:\s?[-–]\s?(\d{1,2}))?", re.I)
_DAY_OR_NEXT = re.compile(r"(?<![\d/.])(\d{1,2})\s?/\s?(\d{1,2})(?![\d/.])")
_DAYS_OF_MONTH = re.compile(r"(\d{1,2})\s?[-–]\s?(\d{1,2}[./]\d{1,2}[./]\d{2,4})", re.A)
_SHORT_SPAN = re.compile(r"(\d{4}-\d\d-)(\d\d)/(\d\d)", re.A)
_CODE = re.compile(r"[^\W\d_]+-?0\d+")  # C0028
_FULL_YEAR = re.compile(r"\d{4}")
_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")
_RUN = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)|[\d-]+")


def read_date(value: Any, rule: DateRule = PLAIN) -> DateCell:
    """Read a cell's date; never raises, and never gives a date where the cell gives none."""
    if isinstance(value, str):
        text = value.strip()
        if len(text) == 10 and (day := _day(text)):
            return day
        if len(text) > 400:
            return unread(text, said("it has %(size)s characters", size=len(text)).plain)
        return _read(text, rule) if text else NO_DATE
    if isinstance(value, dt.datetime):
        return _read(value.isoformat(), rule)
    if isinstance(value, dt.date):
        return DateCell(value.isoformat())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _read(repr(value), rule)
    return NO_DATE if value is None else unread(str(value)[:80], phrase("it is no date"))


@lru_cache(maxsize=16_384)
def _day(text: str) -> DateCell | None:
    """Read a day as ISO 8601 has it, which means the same by every rule; days come again and again."""
    if not DAY.fullmatch(text):
        return None
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return None
    return DateCell(text)


@lru_cache(maxsize=16_384)
def _read(text: str, rule: DateRule) -> DateCell:
    try:
        return _hours(text, rule) or figures(text, rule) or _words(" ".join(text.split()), rule)
    except (EDTFError, ValueError, OverflowError) as error:
        return unread(text, why(error) if isinstance(error, Refusing) else str(error).split("\n")[0][:300])


def _hours(text: str, rule: DateRule) -> DateCell | None:
    """Read a moment and the time, or the moment, until which it lasted: "4 May 2021 10:00 – 11:30"."""
    if len(text) > MAX_WORDS or ":" not in text:
        return None
    if found := _MOMENTS.fullmatch(text):
        begun, ended = (figures(one, rule) for one in found.groups())
        return joined(begun, ended) if begun and ended else None
    parts = _UNTIL.split(text)
    if len(parts) != 2 or not (clock := CLOCK.fullmatch(parts[1])) or not (clock[2] or clock[4]):
        return None
    first = figures(parts[0], rule) or _words(" ".join(parts[0].split()), rule)
    day, _, time = first.edtf.partition("T")
    if not time or first.others:
        return None
    last = with_time(DateCell(day), parts[1], rule)
    if len(last.edtf) == len("2021-03-04T10:00:00"):
        last = replace(last, edtf=last.edtf + time[8:])  # in the zone of the beginning
    if last.edtf <= first.edtf:  # beyond midnight, or nothing that can be told
        return replace(first, findings=(*first.findings, Finding("end-not-joined", "note", value=parts[1])))
    return joined(first, last)


def _words(text: str, rule: DateRule) -> DateCell:
    plain = text.strip(" .;").lower()
    if _STROKES.fullmatch(text) or plain in datewords.NOTHING or text.lower() in datewords.NOTHING:
        return NO_DATE
    if len(text) > MAX_WORDS:
        raise Unread("it has %(size)s characters; a date has at most %(most)s", size=len(text), most=MAX_WORDS)
    if not any(char.isdigit() for char in text) and not datewords.CENTURY.search(text):
        raise Unread("it names no year; write for example 19 September 2023, 2023-09 or 2023")
    if _CODE.fullmatch(text):
        raise Unread("it is a code and no date")
    text = datewords.FALL.sub("autumn", text)
    if text[0] in "~≈" and not rule.edtf and (found := _inner(text.lstrip("~≈ "), rule)):
        return _qualified(found, "~")
    if "/" in text and datewords.has_month(text):  # "May 30/31, 2021"
        text = _DAY_OR_NEXT.sub(r"\1–\2", text)
    return (
        (None if rule.edtf else _two_years(text))
        or (_numeric(text, rule) if not any(char.isalpha() for char in text) else None)
        or _point(text, rule)
        or _two_days(text, rule)
        or _edge(text, rule)
        or _between(text, rule)
        or _marked(text, rule)
        or _several(text, rule)
        or _span(text, rule)
        or _refuse(text, rule)
    )


def _edge(text: str, rule: DateRule) -> DateCell | None:
    """Read "before 2020" as the time up to the end of 2019, "after 3 May 2020" as from the 4th, "since" as from it."""
    if (since := datewords.SINCE.match(text)) and (day := _point(text[since.end() :], rule)):
        return cell(f"{day.edtf}/..") if _PLAIN.fullmatch(day.edtf) else None
    found = datewords.EDGE.match(text)
    if not found or not (day := _point(text[found.end() :], rule)) or not _PLAIN.fullmatch(day.edtf):
        return None
    before, value = found["before"] is not None, EDTF.parse(day.edtf)
    if len(day.edtf) == 4:
        return cell(f"[..{int(day.edtf) - 1:04}]" if before else f"[{int(day.edtf) + 1:04}..]")
    moment = dt.datetime.fromtimestamp(value.earliest - 1 if before else value.latest + 1, dt.UTC)
    edge = f"{moment:%Y-%m-%d}"[: len(day.edtf)].zfill(len(day.edtf))
    return cell(f"[..{edge}]" if before else f"[{edge}..]")


def _two_years(text: str) -> DateCell | None:
    """Read "2020-21" as people mean it, two years, although it is also how EDTF writes the spring of 2020."""
    found = _TWO_YEARS.fullmatch(text)
    if not found or int(found[2]) <= 12 or int(found[2]) != (int(found[1]) + 1) % 100:
        return None
    note = Finding("two-years", "note", value=text, params=(("season", f"{found[1]}-{found[2]}"),))
    return cell(f"{found[1]}/{int(found[1]) + 1:04}", "", note)


def _two_days(text: str, rule: DateRule) -> DateCell | None:
    """Read "29./30.05.1993", "30.04./01.05.1993", "3-4/06/2021" and "2021-06-03/04" as from one day to the next."""
    if found := _SHORT_SPAN.fullmatch(text):
        return joined(cell(found[1] + found[2]), cell(found[1] + found[3]))
    if found := _DAYS_OF_MONTH.fullmatch(text):
        rule = replace(rule, order=DAY_FIRST)
        last = figures(found[2], rule)
        first = figures(re.sub(r"\d+", found[1], found[2], count=1), rule)
        return joined(first, last) if first and last else None
    found = _TWO_DAYS.fullmatch(text)
    if not found or not (last := figures(found[3], rule)):
        return None
    month = found[2] or found[3].split(".", 1)[1].rsplit(".", 1)[0] + "."
    first = figures(f"{found[1]}.{month}{found[3].rsplit('.', 1)[1]}", rule)
    return joined(first, last) if first else None


def _between(text: str, rule: DateRule) -> DateCell | None:
    """Read "zwischen 1850 und 1860", "entre 1850 y 1860" as a moment somewhere between them."""
    found = datewords.BETWEEN.fullmatch(text)
    ends = [_point(one, rule) for one in found.groups()] if found else []
    if len(ends) != 2 or not all(one and _PLAIN.fullmatch(one.edtf) for one in ends):
        return None
    return cell("[" + "..".join(one.edtf for one in ends if one) + "]")


def _numeric(text: str, rule: DateRule) -> DateCell | None:
    """Read EDTF, or a span of figures whose order the column decides."""
    try:
        return DateCell(str(EDTF.parse(text)))
    except EDTFError:
        pass
    try:
        return _span(text, rule)
    except ValueError:
        return None


def _point(text: str, rule: DateRule) -> DateCell | None:
    """Read one date or span that needs no other help than the order of its figures."""
    if made := figures(text, rule):
        return made
    if found := _HOURS.fullmatch(text):
        text = f"{found[3]} {found[2]} {found[1]} {found[4]}:{found[5]}" + (f":{found[6]}" if found[6] else "")
    if found := _CTIME.fullmatch(text):
        text = f"{found[2]} {found[1]} {found[4]} {found[3]}"
    if (timed := _NAMED_MOMENT.fullmatch(text)) and (day := _point(timed[1], rule)) and day.edtf:
        return with_time(day, timed[2], rule)
    if (found := _NAMED.fullmatch(text)) and (month := datewords.MONTHS.get(found[2].lower())):
        year = full_year(found[3])
        note = Finding("two-digit-year", "note", value=text, params=(("year", year),))
        return cell(f"{year}-{month:02}" + (f"-{int(found[1]):02}" if found[1] else ""), "", note)
    for language in datewords.likely_languages(text, rule.language):
        try:
            read = temporal.read_plain(text, language=language)
        except temporal.PlainDateError:
            continue
        return DateCell(read.edtf, read.part)
    return None


def _marked(text: str, rule: DateRule) -> DateCell | None:
    """Read a date behind words of doubt, with a part left out, or behind words that say nothing."""
    if (told := datewords.TOLD.search(text)) and (found := _inner(text[: told.start()], rule)):
        return found
    for pattern, mark in ((datewords.PERHAPS, "?"), (datewords.ABOUT, "~")):
        inner = pattern.sub("", text, count=1).strip(" ,;:()[]")
        if inner != text and inner and (found := _inner(inner, rule)):
            return _qualified(found, mark)
    if text.endswith("?") and (found := _inner(text.rstrip("? "), rule)):
        return _qualified(found, "?")
    if text[0] + text[-1] in ("()", "[]") and (found := _inner(text[1:-1].strip(), rule)):
        return found
    inner = _UNKNOWN_DAY.sub("", text, count=1).strip(" ,")
    if inner != text and (found := _point(inner, rule)):
        return cell(f"{found.edtf}-XX", found.part) if re.fullmatch(r"\d{4}-\d\d", found.edtf) else found
    inner = datewords.UNKNOWN.sub("", text, count=1).strip(" ,()-")
    if inner != text and inner and (found := _inner(inner, rule)):
        return found
    inner = datewords.ASIDE.sub("", text)
    return _inner(inner, rule) if inner != text else None


def _inner(text: str, rule: DateRule) -> DateCell | None:
    if not any(char.isdigit() for char in text):
        return None
    return _point(text, rule) or _marked(text, rule) or _several(text, rule)


def _qualified(found: DateCell, mark: str) -> DateCell:
    """Put a mark of doubt to a date, to both ends of an interval; a set or a time stays as it is."""
    ends = [end if end in ("", "..") or end[-1] in "?~%" else end + mark for end in found.edtf.split("/")]
    try:
        return replace(found, edtf=str(EDTF.parse("/".join(ends))))
    except EDTFError:
        return replace(found, confidence=min(found.confidence, 0.5))


def _several(text: str, rule: DateRule) -> DateCell | None:
    """Read "November 4 & 8, 2024" and "June 3–5 & 7, 2021" as all those days, "3 or 5 May 2021" as one of them."""
    if found := _DAYS.search(text):
        days = [one.groups() for one in _ONE_DAY.finditer(found[0])]
        ends = (text[: found.start()], text[found.end() :])
        if 2 <= len(days) <= 12 and _FULL_YEAR.search(ends[0] + ends[1]):
            runs = [[_point(f"{ends[0]}{day}{ends[1]}", rule) for day in run if day] for run in days]
            if all(one and DAY.fullmatch(one.edtf) for run in runs for one in run):
                return _set(["/".join(one.edtf for one in run if one) for run in runs], either=bool(found["or"]))
    for joint in (datewords.AND, datewords.OR, datewords.COMMA):
        parts = joint.split(text)
        if not 2 <= len(parts) <= 6 or not (year := _FULL_YEAR.search(parts[-1])):
            continue
        if joint is datewords.COMMA and not all(map(datewords.has_month, parts)):
            continue
        made = [_point(part if _FULL_YEAR.search(part) else f"{part.strip(' ,')} {year[0]}", rule) for part in parts]
        if all(one and not one.part and _RUN.fullmatch(one.edtf) for one in made):
            return _set([one.edtf for one in made if one], either=joint is datewords.OR)
    return None


def _set(dates: list[str], *, either: bool) -> DateCell:
    """Return all of several dates, or one of them; days from one to another are given as an interval."""
    inner = ",".join(sorted({one.replace("/", "..") for one in dates}))
    return cell(f"[{inner}]" if either else f"{{{inner}}}")


def _span(text: str, rule: DateRule) -> DateCell | None:
    """Read two dates with "to" or a dash between them, and an end that is still open."""
    lowered = text.lower()
    for word in datewords.OPEN:
        if lowered.endswith(word) and (head := text[: -len(word)].rstrip(" -–—")) and head != text:
            for suffix in (" to", " until", " bis", " hasta", " tot"):
                head = head.removesuffix(suffix)
            found = _point(head.rstrip(" -–—"), rule)
            if found and "/" not in found.edtf and not found.others:
                return cell(f"{found.edtf}/..", "", *found.findings)
    parts = datewords.TO.split(text)
    if len(parts) != 2:
        parts = next((text.split(sign) for sign in "-/" if text.count(sign) == 1), parts)
        if "/" in text and _FULL_YEAR.fullmatch(parts[-1].strip()) and not _FULL_YEAR.fullmatch(parts[0].strip()):
            return None  # "May 2020/2021" is of either year
    if len(parts) != 2 or not all(parts):
        return None
    first, last = (_inner(part.strip(" ,"), rule) for part in parts)
    if first is None and last and (year := _FULL_YEAR.search(parts[1])) and year[0] != parts[1].strip():
        first = _point(f"{parts[0].strip(' ,')} {year[0]}", rule)
    if not first or not last or not first.edtf or not last.edtf:
        return None
    if first.others or last.others:
        return _open_span(first, last)
    return joined(first, last)


def _open_span(first: DateCell, last: DateCell) -> DateCell | None:
    """Join two dates of which neither order is known: both readings stand side by side."""
    ends = [{rule: edtf for edtf, rule in one.others} for one in (first, last)]
    spans = []
    for rule in (f"numeric-{DAY_FIRST}", f"numeric-{MONTH_FIRST}"):
        one, other = (end.get(rule, cell.edtf) for end, cell in zip(ends, (first, last), strict=True))
        spans.append((f"{one}/{other}", rule))
    bounds = sorted(bound for span, _ in spans for bound in span.split("/"))
    question = next(finding for cell in (first, last) for finding in cell.findings if finding.offers)
    made = cell(
        f"{bounds[0]}/{bounds[-1]}",
        "",
        replace(question, params=tuple((rule[8:].replace("-", "_"), span) for span, rule in spans)),
    )
    return replace(made, others=tuple(spans), confidence=0.5, rule="numeric-swapped")


def joined(first: DateCell, last: DateCell) -> DateCell:
    """Make the interval from one date to another; the start alone, with a finding, where the end lies before it."""
    start, end = (edtf.split("/") for edtf in (first.edtf, last.edtf))
    findings = (*first.findings, *last.findings)
    try:
        whole = EDTF.parse(f"{start[0]}/{end[-1]}" if start[0] != end[-1] else start[0])
        backwards = EDTF.parse(end[-1]).latest < EDTF.parse(start[0]).earliest if end[-1].strip(".") else False
    except EDTFError:
        backwards = True
    if backwards:
        params = (("start", first.edtf), ("end", last.edtf))
        wrong = Finding("end-before-start", params=params, offers=("swap", "start-only"))
        return replace(first, findings=(*findings, wrong), others=((last.edtf, "end"),))
    part = first.part if "/" not in str(whole) else ""
    return DateCell(str(whole), part, first.rule, min(first.confidence, last.confidence), findings=findings)


def _refuse(text: str, rule: DateRule) -> DateCell:
    if rule.explains:
        try:
            temporal.read_plain(text, language=rule.language or "en")
        except temporal.PlainDateError as error:
            return unread(text, why(error))
    return unread(text, phrase("it was not understood"))
