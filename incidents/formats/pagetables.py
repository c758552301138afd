"""What tables on a page have in common, Markdown or HTML: which are read, and what their cells and links become."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..drafts import Finding, Origin
from .base import MAX_COLUMNS, MAX_ROWS, FormatError, Item, Options, Record
from .datecells import read_date
from .datewords import has_month
from .delimited import uneven
from .headers import distinct, find_header
from .yearrows import period_of

MAX_CELLS = 5_000_000
MANY = 50  # numbers of tables that are told
LOOKED_AT = 50  # rows by which a table's dates are known
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d/.-])", re.A)
_A_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)")
_A_DAY = re.compile(r"(?:[1-9]|[12]\d|3[01])(?:\s?[-–—]\s?(?:[1-9]|[12]\d|3[01]))?")
_MONTH_OF = re.compile(r"[^\W\d_]{3,10}\.?(?: de| del)? (?:1\d{3}|20\d{2})(?!\d)")
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
_DATE_NAMES = frozenset("date dates day datum tag fecha día dia jour dag when".split())


@dataclass(slots=True)
class Cell:
    """A cell's text without its markup, and the addresses in it."""

    text: str = ""
    links: list[dict[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table as it stands on a page: rows by line or number, the first `header` of them naming the columns."""

    section: str
    rows: list[tuple[int, list[Cell]]]
    header: int = 0
    above: str = ""  # the year or month that the headings above say, in words
    day: str = ""  # that the page says it is about
    notes: list[Finding] = field(default_factory=list)


class Headings:
    """The headings that stand above a place on a page, by their level."""

    def __init__(self, title: str = "") -> None:
        self.held: dict[int, str] = {0: title}
        self.section = ""

    def put(self, level: int, text: str) -> None:
        self.section = text
        self.held = {one: words for one, words in self.held.items() if one < level} | {level: text}

    def when(self) -> str:
        """Return the year or month that they come to: “March 2019” for March below 2019, or for a title that names
        one year."""
        words = ""
        for level, text in sorted(self.held.items()):
            if edtf := _period(text):
                words = text if len(edtf) > 4 or not words else words if words.endswith(edtf) else text
            elif words[-4:].isdigit() and len(text) < 20 and len(_period(composed := f"{text} {words[-4:]}")) == 7:
                words = composed
            elif level <= 1 and len(years := set(_A_YEAR.findall(text))) == 1:
                named = _MONTH_OF.search(text)
                words = named[0] if named and len(_period(named[0])) == 7 else years.pop()
        return words


def _period(words: str) -> str:
    """Return the EDTF of words that are a year or a month and nothing else."""
    if len(words) > 30 or not (words[-4:].isdigit() or has_month(words)):
        return ""
    edtf = read_date(words).edtf
    return edtf if _MONTH_OR_YEAR.fullmatch(edtf) else ""


def records(tables: list[Table], name: str, options: Options) -> Iterator[Item]:
    """Yield the rows of the table that the editor chose by number, or of the largest and those with its columns."""
    tables = [table for table in tables if table.rows]
    if not tables:
        raise FormatError("%(name)s holds no table. Give a page with a table, or the table alone.", name=name)
    chosen = _chosen(tables, name, options)
    if len(tables) > 1:
        taken = set(map(id, chosen))
        places = [str(at) for at, table in enumerate(tables, 1) if id(table) in taken]
        numbers = ", ".join(places[:MANY]) + (" …" if len(places) > MANY else "")
        yield Finding("tables-chosen", "note", value=numbers, params=(("count", str(len(tables))), ("tables", numbers)))
    count = 0
    for table in chosen:
        for item in _rows(table, name):
            count += isinstance(item, Record)
            if count > MAX_ROWS:
                raise FormatError("%(name)s has more than %(most)s rows. Divide it.", name=name, most=MAX_ROWS)
            yield item
    if not count:
        yield Finding("no-records")


def _chosen(tables: list[Table], name: str, options: Options) -> list[Table]:
    if stated := options.extra.get("table", ""):
        if not stated.isdecimal() or not 0 < int(stated) <= len(tables):
            raise FormatError(
                "%(name)s has %(count)s tables; %(stated)s is none of them. Say a number from 1.",
                name=name,
                count=len(tables),
                stated=repr(stated),
            )
        return [tables[int(stated) - 1]]
    groups: dict[tuple[str, ...], list[Table]] = {}
    for table in tables:
        groups.setdefault(_columns(table)[0], []).append(table)
    return max(groups.values(), key=lambda group: sum(len(table.rows) * len(_columns(table)[0]) for table in group))


def _columns(table: Table) -> tuple[tuple[str, ...], list[Finding], int]:
    """Return a table's columns, what was odd about them, and how many rows they take."""
    if table.header:
        above = [[cell.text for cell in cells] for _, cells in table.rows[: table.header]]
        width = max(map(len, above))
        stacked = [list(dict.fromkeys(row[at] for row in above if at < len(row) and row[at])) for at in range(width)]
        columns, findings = distinct(" ".join(parts) for parts in stacked)
        return columns, findings, table.header
    header = find_header([[cell.text for cell in cells] for _, cells in table.rows[:100]])
    return header.columns, list(header.findings), 0 if header.at is None else header.at + 1


def _rows(table: Table, name: str) -> Iterator[Item]:
    columns, findings, taken = _columns(table)
    if len(columns) > MAX_COLUMNS:
        raise FormatError(
            "%(name)s has a table of %(count)s columns; at most %(most)s are taken.",
            name=name,
            count=len(columns),
            most=MAX_COLUMNS,
        )
    yield from (*table.notes, *findings)
    heading, year, held = "", "", None
    above: list[Cell] = []
    day, last = table.day if not _DATE_NAMES.intersection(map(str.casefold, columns)) else "", ""
    completed = table.above != table.section and _lacks_periods(columns, table.rows[taken : taken + LOOKED_AT])
    for number, cells in table.rows[taken:]:
        texts = [cell.text for cell in cells]
        if not any(texts):
            continue
        if held and (remark := _remark(cells, above)):
            _append(held, remark)
            continue
        if held:
            yield held
            held = None
        if len(cells) > 1 and len(columns) > 1 and len(set(map(id, cells))) == 1:
            heading = texts[0]  # one cell over all columns
            continue
        if len(columns) > 1 and (period := period_of([text for text in texts if text])):
            year = found[0] if (found := _A_YEAR.search(period)) else year
            heading = f"{period} {year}" if year and not found else period
            continue
        record = uneven(columns, texts, Origin(name, number))
        for column, cell in zip(columns, cells, strict=False):
            if cell.links:
                record.values[f"{column}.links"] = cell.links
        if table.section and "section" not in record.values:
            record.values["section"] = table.section
        if day and (clock := _clock_in(texts)):
            day, last = ("", "") if clock < last else (day, clock)  # the next day, which nobody tells
            record.values.update({"date": day} if day else {})
        if completed and table.above:
            record.values.setdefault("above", table.above)
        if heading:
            record.values.setdefault("heading", heading)
        held, above = record, cells
    if held:
        yield held


def _remark(cells: list[Cell], above: list[Cell]) -> Cell | None:
    """Return the one cell that a row has below those that it shares with the row above, over all the other columns."""
    shared = next((at for at, pair in enumerate(zip(cells, above, strict=False)) if pair[0] is not pair[1]), len(cells))
    rest = cells[shared:]
    return rest[0] if shared and len(rest) > 1 and all(one is rest[0] for one in rest) else None


def _append(record: Record, remark: Cell) -> None:
    told = record.values.get("text")
    record.values["text"] = f"{told}\n\n{remark.text}" if isinstance(told, str) and told else remark.text
    if remark.links:
        record.values["text.links"] = [*record.values.get("text.links", []), *remark.links]


def _clock_in(texts: Sequence[str]) -> str:
    """Return the time of day that a row begins with, to the minute."""
    found = _CLOCK.match(texts[0]) if texts else None
    return f"{int(found[1]):02}:{found[2]}" if found else ""


def _lacks_periods(columns: Sequence[str], rows: list[tuple[int, list[Cell]]]) -> bool:
    """Tell whether a table's column of dates has days, or days and months, and no years."""
    places = [at for at, name in enumerate(columns) if _DATE_NAMES.intersection(re.findall(r"\w+", name.casefold()))]
    texts = [cells[at].text for _, cells in rows for at in places if at < len(cells) and cells[at].text]
    lacking = sum(bool(_A_DAY.fullmatch(text)) or (has_month(text) and not _A_YEAR.search(text)) for text in texts)
    return lacking * 2 > len(texts)
