"""What tables on a page have in common, Markdown or HTML: which are read, and what their cells and links become."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..drafts import Finding, Origin
from .base import MAX_COLUMNS, MAX_ROWS, FormatError, Item, Options, Record
from .delimited import uneven
from .headers import distinct, find_header

MAX_CELLS = 5_000_000
MANY = 50  # numbers of tables that are told


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
    notes: list[Finding] = field(default_factory=list)


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
    heading = ""
    for number, cells in table.rows[taken:]:
        texts = [cell.text for cell in cells]
        if not any(texts):
            continue
        if len(cells) > 1 and len(columns) > 1 and len(set(map(id, cells))) == 1:
            heading = texts[0]  # one cell over all columns
            continue
        record = uneven(columns, texts, Origin(name, number))
        for column, cell in zip(columns, cells, strict=False):
            if cell.links:
                record.values[f"{column}.links"] = cell.links
        if table.section and "section" not in record.values:
            record.values["section"] = table.section
        if heading:
            record.values.setdefault("heading", heading)
        yield record
