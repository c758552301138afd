"""When a record's event was: a date column, or year, month and day apart, with an end, a time and words beside."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping as Dict
from dataclasses import replace
from typing import Any

from ..drafts import Finding, Reading
from ..temporal.edtf import EDTF, EDTFError
from . import datewords
from .cells import line_of, text_of_value
from .datecells import NO_DATE, PLAIN, DateCell, DateRule, joined, read_date, with_time
from .making import year_text
from .paths import Getter

Columns = list[tuple[str, Getter]]
_PARTS = {
    "start": "start early beginning begin anfang fruh principios inicio debut".split(),
    "mid": "mid middle mitte mediados mi milieu midden medio".split(),
    "end": "end late ende spat finales fin eind einde laat".split(),
}
_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")
_DECADE = re.compile(r"\d{3}X|\d{2}XX")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
PART_WORDS = {word: part for part, words in _PARTS.items() for word in words}


class Dates:
    """Reads an event's date out of records by a mapping."""

    def __init__(self, columns: Dict[str, Columns], rules: Dict[str, DateRule]) -> None:
        self.columns = columns
        self.rules = rules
        self.dates = [(column, get, rules.get(column, PLAIN)) for column, get in columns.get("date", ())]
        self.ends = [(column, get, rules.get(column, PLAIN)) for column, get in columns.get("end", ())]
        names = ("time", "end", "date_text", "part", "end_year", "end_time", "year")
        self.plain = not any(name in columns for name in names) and len(self.dates) == 1
        self.rule = next(iter(rules.values()), PLAIN)

    def read(
        self, values: Dict[str, Any], findings: list[Finding], extra: list[tuple[str, str]]
    ) -> tuple[Reading | None, tuple[Reading, ...]]:
        """Return the reading of a record's date and the other ways to read it."""
        if self.plain:
            column, get, rule = self.dates[0]
            value = get(values)
            cell = read_dates(value, rule)
            words = value if isinstance(value, str) else text_of_value(value)
        else:
            cell, words, column = self.whole(values, findings)
            if len(self.dates) > 1:
                others = ((name, text_of_value(get(values)).strip()) for name, get, _ in self.dates if name != column)
                extra += [(name, text) for name, text in others if text]
        if cell.findings:
            findings += [one if one.column else replace(one, column=column) for one in cell.findings]
        if cell.nothing:
            if words.strip(" -–—?."):
                extra.append((column, words))
            return None, ()
        words = line_of(words[:400])
        return cell.reading(words), cell.alternatives(words) if cell.others else ()

    def whole(self, values: Dict[str, Any], findings: list[Finding]) -> tuple[DateCell, str, str]:
        """Put start, end and time together; return the cell, its words, and the column to name."""
        start, words, column = self.start(values, findings)
        said = self.text("date_text", values)
        if not start.edtf and said and (told := read_date(said, self.rule)).edtf:
            start, words, column = told, said, self.columns["date_text"][0][0]
        elif said and not start.part and (closer := as_told(start.edtf, said, self.rule)):
            start = replace(start, edtf=closer.edtf, part=closer.part)
        if start.edtf and (time := self.text("time", values)):
            start, words = with_time(start, time, self.rule), f"{words} {time}"
        if part := PART_WORDS.get(self.text("part", values).lower(), ""):
            start = replace(start, part=part) if len(start.edtf) in (4, 7, 10) else start
        end, end_words = self.end(values, start)
        if end_words:
            start = self.spanned(start, end, end_words)
            words = f"{words} – {end_words}" if words else end_words
        return start, said or words, column

    def start(self, values: Dict[str, Any], findings: list[Finding]) -> tuple[DateCell, str, str]:
        best, words, column = NO_DATE, "", ""
        for name, get, rule in self.dates:
            value = get(values)
            cell = read_dates(value, rule)
            text = text_of_value(value).strip()
            if not cell.edtf and text and (year := self.text("year", values)) and year not in text:
                for beside in dict.fromkeys((year, *_YEAR.findall(year)[:1])):  # "March 2019" for "4", 2019 for "4 May"
                    again = read_date(f"{text} {beside}", rule)
                    if again.edtf:
                        cell, text = again, f"{text} {beside}"
                        break
            if cell.edtf and best.edtf:
                best = compared(best, cell, column, name)
            elif cell.edtf or (not best.edtf and not words and text):
                findings += [replace(one, column=column, level="note") for one in best.findings]
                best, words, column = cell, text, name
            elif text and not cell.nothing:
                findings += [replace(one, column=name, level="note") for one in cell.findings]
        if best.edtf or "year" not in self.columns:
            return best, words, column
        cell, text = self.parts("year", "month", "day", values)
        return (cell, text, self.columns["year"][0][0]) if text else (best, words, column)

    def end(self, values: Dict[str, Any], start: DateCell) -> tuple[DateCell, str]:
        for _, get, rule in self.ends:
            value = get(values)
            text = text_of_value(value).strip()
            if not text:
                continue
            if text.lower().strip(" .") in datewords.OPEN:
                return DateCell(".."), text
            cell = read_date(value, rule)
            if not cell.edtf and not cell.nothing and start.edtf[:4].isdigit():
                again = read_date(f"{text} {start.edtf[:4]}", rule)
                cell = again if again.edtf else cell
            if cell.nothing:
                continue
            if cell.edtf and (time := self.text("end_time", values)):
                cell = with_time(cell, time, rule)
            return cell, text
        if "end_year" in self.columns:
            cell, text = self.parts("end_year", "end_month", "end_day", values)
            if cell.edtf and (time := self.text("end_time", values)):
                cell = with_time(cell, time, self.rule)
            return cell, "" if cell.nothing else text
        return NO_DATE, ""

    def spanned(self, start: DateCell, end: DateCell, words: str) -> DateCell:
        if not end.edtf:
            unread = tuple(replace(one, value=words, level="note") for one in end.findings)
            return replace(start, findings=(*start.findings, *unread), nothing=start.nothing and not unread)
        if end.edtf == "..":
            if not start.edtf or start.others or start.edtf[0] in "[{" or "/" in start.edtf:
                return start
            return replace(start, edtf=str(EDTF.parse(f"{start.edtf}/..")), part="")
        if start.nothing:
            last = end.edtf.split("/")[-1]
            try:
                return replace(end, edtf=str(EDTF.parse(f"/{last}")), others=())
            except EDTFError:
                return start
        if not start.edtf or start.others or end.others or start.edtf[0] in "[{" or end.edtf[0] in "[{":
            odd = Finding("end-not-joined", "note", value=words) if start.edtf else None
            return replace(start, findings=(*start.findings, odd)) if odd else start
        return joined(start, end)

    def parts(self, year: str, month: str, day: str, values: Dict[str, Any]) -> tuple[DateCell, str]:
        """Put a date together whose parts have columns of their own."""
        texts = [self.text(name, values) for name in (year, month, day)]
        words = " ".join(filter(None, reversed(texts)))
        if not texts[0] or read_date(texts[0]) is NO_DATE:
            return NO_DATE, ""
        month_text, day_text = (text.removesuffix(".0").rstrip(".") for text in texts[1:])
        number = texts[0].removesuffix(".0")
        if month_text.isdigit() and int(month_text) and len(month_text) <= 2:
            try:
                stated = int(number)
            except ValueError:
                return read_date(f"{day_text} {month_text} {number}".strip(), self.rule), words
            text = f"{year_text(stated + 1 if stated < 0 else stated)}-{int(month_text):02}"
            if day_text.isdigit() and int(day_text) and len(day_text) <= 2:
                text += f"-{int(day_text):02}"
            return read_date(text, PLAIN), words
        if month_text.strip("0-?") and (cell := read_date(f"{day_text} {month_text} {number}".strip(), self.rule)).edtf:
            return cell, words
        if month_text.strip("0-?") and (cell := read_date(f"{month_text} {number}", self.rule)).edtf:
            return cell, words
        return read_date(number, self.rule), words

    def text(self, name: str, values: Dict[str, Any]) -> str:
        for _, get in self.columns.get(name, ()):
            if text := text_of_value(get(values)).strip():
                return text
        return ""


def read_dates(value: Any, rule: DateRule) -> DateCell:
    """Read a cell's date; of a list, as of the places where something was seen, from the first day to the last."""
    if not isinstance(value, list):
        return read_date(value, rule)
    cells = [cell for one in value if one and (cell := read_date(one, rule)) and not cell.nothing]
    plain = [cell for cell in cells if cell.edtf[:1].isdigit() and "/" not in cell.edtf and not cell.others]
    if len(cells) < 2 or len(plain) < len(cells):
        return cells[0] if len(cells) == 1 else read_date("; ".join(map(text_of_value, value)), rule)
    plain.sort(key=lambda cell: cell.edtf)
    return joined(plain[0], plain[-1])


def as_told(date: str, said: str, rule: DateRule) -> DateCell | None:
    """Return what the words of a date say where a plain date says too much: doubt, a span that it begins, or only the
    month or year of which it is the first day."""
    if not _PLAIN.fullmatch(date):
        return None
    told = read_date(said, rule)
    if not told.edtf and not _YEAR.search(said):
        told = read_date(f"{said} {date[:4]}", rule)
    bare = told.edtf.rstrip("?~%")
    if not bare or told.findings or told.edtf == date:
        return None
    doubted = bare == date
    begun = bare.startswith((f"{date}/", f"[{date},", f"{{{date},"))
    whole = bare.replace("X", "0") if _DECADE.fullmatch(bare) else bare  # "1850s" beside 1850
    coarser = bare != whole or len(bare) < len(date)
    first = _PLAIN.fullmatch(whole) and coarser and date == f"{whole}-01-01"[: len(date)]
    return told if doubted or begun or first else None


def compared(first: DateCell, other: DateCell, column: str, other_column: str) -> DateCell:
    """Say where two columns give dates that are more than a day apart."""
    try:
        apart = abs((dt.date.fromisoformat(first.edtf[:10]) - dt.date.fromisoformat(other.edtf[:10])).days)
    except ValueError:
        return first
    if apart <= 1:
        return first
    params = (("first", first.edtf), ("other", other.edtf), ("column", other_column))
    odd = Finding("dates-differ", "warning", column, params=params, offers=("other", "keep"))
    return replace(first, findings=(*first.findings, odd), others=(*first.others, (other.edtf, "other")))
