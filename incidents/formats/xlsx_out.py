"""Excel: a sheet of events and a sheet of what is cited for them, joined by the event's id."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import Any

from .formulas import FORMULA
from .outgoing import Items, Publication, parted
from .table_out import EVENT_COLUMNS, SOURCE_COLUMNS, event_row, source_row

LONGEST = 32_767  # characters of a cell
IN_MEMORY = 5_000_000  # bytes
BLOCK = 65_536
WIDTHS = {"headline": 60, "body": 60, "title": 50, "url": 40, "quote": 50, "date_text": 24}


def write(items: Items, about: Publication | None = None) -> Iterator[bytes]:
    """Write a workbook. Its parts can only be put together when all are written, so the first bytes come late."""
    from openpyxl import Workbook

    _, events = parted(items)
    book = Workbook(write_only=True)
    first = sheet(book, "events", EVENT_COLUMNS)
    second = sheet(book, "sources", ("event_id", *(column.removeprefix("source_") for column in SOURCE_COLUMNS)))
    for event in events:
        row = event_row(event)
        first.append([cell(first, row[column]) for column in EVENT_COLUMNS])
        for citation in event.citations:
            cited = source_row(citation)
            second.append([cell(second, row["id"]), *(cell(second, cited[column]) for column in SOURCE_COLUMNS)])
    with SpooledTemporaryFile(IN_MEMORY) as file:
        book.save(file)
        file.seek(0)
        while block := file.read(BLOCK):
            yield block


def sheet(book: Any, title: str, columns: tuple[str, ...]) -> Any:
    from openpyxl.utils import get_column_letter

    made = book.create_sheet(title)
    made.freeze_panes = "A2"
    for number, column in enumerate(columns, 1):
        made.column_dimensions[get_column_letter(number)].width = WIDTHS.get(column, 14)
    made.append(list(columns))
    return made


def cell(in_sheet: Any, text: str) -> Any:
    """Return a cell that holds a text and never a formula, marked so where it looks like one."""
    from openpyxl.cell import WriteOnlyCell

    made = WriteOnlyCell(in_sheet)
    made.value = text[:LONGEST]
    made.data_type = "s" if text else "n"
    if FORMULA.match(text):
        made.quotePrefix = True
    return made if text else None
