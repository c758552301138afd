"""XLSX: the sheet of events, with the sheets that its ids lead to; dates no finer than their cells show them."""

from __future__ import annotations

import datetime as dt
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, BinaryIO

from ..drafts import EventDraft, Finding, IncidentDraft, Origin
from ..sentences import phrase, said
from .base import MAX_CELL, MAX_COLUMNS, MAX_ROWS, FormatError, Item, Options, Record
from .delimited import uneven
from .exceldates import MONTHS_AND_DAYS, precision, shown_date
from .headers import SAMPLE, Header, distinct, find_header
from .limits import open_zip, shown
from .workbook import WORKBOOK, Cell, Part, Workbook

MAX_STRINGS = 200_000_000  # bytes of shared strings, all of which stand in memory
MAX_SHEETS = 150
MAX_WIDE = 1_000  # rows wider than any table, after which a sheet is no table
Row = tuple[int, list[Any], tuple[Finding, ...]]


@dataclass(slots=True)
class Sheet:
    """One sheet: its columns, and its rows each time they are asked for."""

    book: Workbook
    part: Part
    header: Header = field(default_factory=lambda: Header((), None))
    first: list[Row] = field(default_factory=list)
    below: int = 0  # number of the last row of the header

    @property
    def title(self) -> str:
        return self.part.title

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the header: number, cells, findings."""
        return (row for row in _rows(self) if row[0] > self.below)

    def records(self, name: str) -> Iterator[Record]:
        columns, links = self.header.columns, self.part.links
        for number, cells, findings in self.rows():
            origin = Origin(name, number)
            if len(cells) <= len(columns) and not any(isinstance(cell, str) and len(cell) > MAX_CELL for cell in cells):
                record = Record(origin, dict.fromkeys(columns) | dict(zip(columns, cells, strict=False)), findings)
            else:
                record = uneven(columns, cells + [None] * (len(columns) - len(cells)), origin, findings)
            for at, column in enumerate(columns if links else (), 1):
                if target := links.get((number, at)):
                    text = str(record.values.get(column) or "")
                    record.values.setdefault(f"{column}.links", []).append({"href": target, "text": text})
            yield record


@dataclass(frozen=True, slots=True)
class XLSX:
    """An Excel workbook."""

    name: str = "xlsx"
    label: str = "Excel"
    media_type: str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    extensions: tuple[str, ...] = (".xlsx", ".xlsm")

    def recognises(self, head: bytes, name: str) -> float:
        if not head.startswith(b"PK"):
            return 0.0
        if b"xl/" in head and (b"[Content_Types].xml" in head or b"xl/workbook.xml" in head):
            return 1.0
        return 0.7 if name.lower().endswith(self.extensions) else 0.1 if b"[Content_Types].xml" in head else 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        from .sheets import joined  # it knows this module

        archive = open_zip(file, name)
        _check_parts(archive, name)
        try:
            yield from joined(*_open(archive, name, options), name, options)
        except (zipfile.BadZipFile, zlib.error, ValueError, KeyError, IndexError, EOFError, OSError) as error:
            if isinstance(error, FormatError):
                raise
            raise FormatError(
                "%(name)s is no workbook that can be read (%(kind)s: %(error)s). Open it and save it anew as .xlsx.",
                name=name,
                kind=type(error).__name__,
                error=shown(error),
            ) from error

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        from .xlsx_out import write

        return write(items)


def _check_parts(archive: zipfile.ZipFile, name: str) -> None:
    names = set(archive.namelist())
    if WORKBOOK not in names:
        what = phrase("a Word document") if "word/document.xml" in names else phrase("a zip archive")
        raise FormatError(
            "%(name)s is %(what)s, no Excel workbook. Give .xlsx, or its table as CSV.",
            name=name,
            what=said(what),
        )
    for member in archive.infolist():
        if member.filename.endswith("sharedStrings.xml") and member.file_size > MAX_STRINGS:
            raise FormatError(
                "%(name)s holds %(size)s bytes of texts; at most %(most)s are taken. Save it as CSV.",
                name=name,
                size=member.file_size,
                most=MAX_STRINGS,
            )


def _open(archive: zipfile.ZipFile, name: str, options: Options) -> tuple[list[Sheet], list[Finding]]:
    """Open the sheets that have a table, and say what was passed over."""
    book = Workbook(archive)
    titles = [part.title for part in book.parts]
    if options.sheet and options.sheet not in titles:
        raise FormatError(
            "%(name)s has no sheet %(sheet)s. There are: %(known)s.",
            name=name,
            sheet=repr(options.sheet),
            known=shown(", ".join(titles)),
        )
    if not options.sheet and len(titles) > MAX_SHEETS:
        raise FormatError(
            "%(name)s has %(count)s sheets; at most %(most)s are compared with each other. Name the sheet to read, or "
            "save it as CSV.",
            name=name,
            count=len(titles),
            most=MAX_SHEETS,
        )
    sheets, findings = list[Sheet](), list[Finding]()
    for part in book.parts:
        if options.sheet and len(titles) > MAX_SHEETS and part.title != options.sheet:
            continue
        if not part.path.startswith("xl/worksheets/"):  # a sheet that is one chart
            continue
        if not part.visible and part.title != options.sheet:
            findings.append(Finding("hidden-sheet", value=part.title, params=(("sheet", part.title),)))
            continue
        book.look_behind(part)
        sheet = Sheet(book, part)
        sheet.first = list(islice(_rows(sheet), SAMPLE))
        _find_header(sheet, options)
        if sheet.header.columns:
            sheets.append(sheet)
    if not sheets:
        raise FormatError(
            "%(name)s has no sheet with a table in it. Give a sheet with a row of column names.",
            name=name,
        )
    return sheets, findings


def _find_header(sheet: Sheet, options: Options) -> None:
    rows = [[_plain(cell) for cell in cells] for _, cells, _ in sheet.first]
    header = sheet.header = find_header(rows, options.header, [number for number, _, _ in sheet.first])
    if len(header.columns) > MAX_COLUMNS:
        raise FormatError(
            "Sheet %(sheet)s has %(count)s columns; at most %(most)s are taken.",
            sheet=sheet.title,
            count=len(header.columns),
            most=MAX_COLUMNS,
        )
    if header.at is None:
        return
    sheet.below = sheet.first[header.at][0]
    if divided := _divided(sheet, rows, header.at):
        columns, findings = distinct(divided)
        sheet.header = Header(columns, header.at, (*header.findings, *findings))
        sheet.below += 1


def _divided(sheet: Sheet, rows: list[list[Any]], at: int) -> list[str]:
    """Join a header with the row below it, where a cell is merged over columns that have names of their own there."""
    top = sheet.first[at][0]
    wide = [(one[0], one[2]) for one in sheet.part.merged if one[1] == one[3] == top and one[2] > one[0]]
    if not wide or at + 1 >= len(rows) or sheet.first[at + 1][0] != top + 1:
        return []
    width = min(MAX_COLUMNS, max(len(rows[at]), len(rows[at + 1]), *(right for _, right in wide)))
    names, below = (row + [None] * (width - len(row)) for row in rows[at : at + 2])
    parts = [cell for left, right in wide for cell in below[left - 1 : right]]
    if not parts or not all(isinstance(cell, str) for cell in parts):
        return []
    for left, right in wide:
        names[left - 1 : min(right, width)] = [names[left - 1]] * (min(right, width) - left + 1)
    return [" ".join(str(one) for one in pair if one is not None) for pair in zip(names, below, strict=True)]


def _plain(cell: Any) -> Any:
    return cell.isoformat() if isinstance(cell, dt.date) else cell


def _rows(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows that have something in them: number, cells up to the last filled one, findings."""
    wide = 0
    cells_of = _CellReader(sheet)
    for count, (number, hidden, raw) in enumerate(sheet.book.rows(sheet.part), 1):
        if count > MAX_ROWS:
            raise FormatError(
                "Sheet %(sheet)s has more than %(most)s rows. Divide it into several files.",
                sheet=sheet.title,
                most=MAX_ROWS,
            )
        cells, findings = cells_of.row(raw)
        if raw[-1][0] > MAX_COLUMNS:
            wide += 1
            if wide > MAX_WIDE:
                raise FormatError(
                    "Sheet %(sheet)s has cells beyond column %(most)s in %(wide)s rows: it is no table.",
                    sheet=sheet.title,
                    most=MAX_COLUMNS,
                    wide=wide,
                )
        if hidden:
            findings.append(Finding("hidden-row"))
        if cells or findings:
            yield number, cells, tuple(findings)


class _CellReader:
    """Turns cells as the XML has them into values."""

    def __init__(self, sheet: Sheet) -> None:
        from openpyxl.styles.numbers import is_date_format, is_timedelta_format

        self.sheet = sheet
        self.strings = sheet.book.strings
        self.dates = {at: code for at, code in enumerate(sheet.book.formats) if is_date_format(code)}
        self.spans = {at for at, code in self.dates.items() if is_timedelta_format(code)}
        self.columns = sheet.header.columns

    def row(self, raw: list[Cell]) -> tuple[list[Any], list[Finding]]:
        row, findings = list[Any](), list[Finding]()
        for column, kind, text, style, formula in raw:
            if kind == "s":
                value: Any = self.strings[int(text)] if text else None
            elif kind == "n" and text and style not in self.dates:
                value = _number(text)
            else:
                value = self._other(column, kind, text, style, formula, findings)
            if value is None or value == "":
                continue
            if column > MAX_COLUMNS:
                findings.append(Finding("too-many-cells", value=shown(value), params=_beyond(column)))
                continue
            row += [None] * (column - len(row))
            row[column - 1] = value
        return row, findings

    def _other(self, column: int, kind: str, text: str, style: int, formula: bool, findings: list[Finding]) -> Any:
        if not text:
            if formula and kind != "str":
                findings.append(Finding("formula-without-value", column=self._name(column)))
            return None
        if kind == "e":
            findings.append(Finding("cell-error", column=self._name(column), value=shown(text)))
            return None
        if kind == "b":
            return text.strip() not in ("0", "false")
        if kind == "n" or kind == "d":
            return self._date(column, kind, text, style, findings)
        return text

    def _date(self, column: int, kind: str, text: str, style: int, findings: list[Finding]) -> Any:
        from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel, from_ISO8601

        epoch = MAC_EPOCH if self.sheet.book.from_1904 else WINDOWS_EPOCH
        number_format = self.dates.get(style, "yyyy-mm-dd hh:mm:ss")
        try:
            value = from_ISO8601(text) if kind == "d" else from_excel(float(text), epoch, style in self.spans)
        except (ValueError, OverflowError):
            findings.append(Finding("no-such-date", column=self._name(column), value=shown(text)))
            return _number(text) if kind == "n" else text
        if precision(number_format) == MONTHS_AND_DAYS and isinstance(value, dt.date):
            findings.append(Finding("year-not-shown", column=self._name(column), value=value.isoformat()[:10]))
        return shown_date(value, number_format)

    def _name(self, column: int) -> str:
        columns = self.sheet.header.columns
        return columns[column - 1] if column <= len(columns) else f"column {column}"


def _number(text: str) -> int | float | str:
    try:
        value = float(text)
    except ValueError:
        return text
    return int(value) if value.is_integer() and abs(value) <= 2**53 else value


def _beyond(column: int) -> tuple[tuple[str, str], ...]:
    return (("cells", str(column)), ("columns", str(MAX_COLUMNS)))


FORMAT = XLSX()
