"""The parts of an Excel workbook (ECMA-376) that records need, read in a stream by expat: no DTD, no entity."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import Any
from xml.parsers import expat

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from .base import FormatError
from .limits import read_member

CHUNK = 1 << 20
MAX_PART = 20_000_000  # bytes of styles, relations and the list of sheets
MAX_TAIL = 8_000_000  # bytes behind a sheet's rows
MAX_SPREAD = 5_000  # merged cells that are looked at
WORKBOOK = "xl/workbook.xml"

Cell = tuple[int, str, str, int, bool]  # column, type, text, style, whether a formula gave it
RawRow = tuple[int, bool, list[Cell]]  # number, hidden, cells


@dataclass(slots=True)
class Part:
    """One sheet as the workbook lists it; merged cells as (left, top, right, bottom), links by (row, column)."""

    title: str
    path: str
    visible: bool
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    links: dict[tuple[int, int], str] = field(default_factory=dict)


class Workbook:
    """An opened workbook: sheets, texts, number formats, and from which day it counts."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        tree = self._tree(WORKBOOK)
        targets = self._relations(WORKBOOK)
        settings = next((one for one in tree if _local(one.tag) == "workbookPr"), None)
        self.from_1904 = settings is not None and settings.get("date1904", "").lower() in ("1", "true", "on")
        self.parts = [
            Part(one.get("name", ""), targets[known], one.get("state", "visible") == "visible")
            for one in next((one for one in tree if _local(one.tag) == "sheets"), ())
            if (known := next((value for key, value in one.items() if _local(key) == "id"), "")) in targets
        ]
        self.formats = self._number_formats()
        self.strings = self._strings()

    def _tree(self, path: str) -> Any:
        try:
            return fromstring(read_member(self.archive, self.archive.getinfo(path), MAX_PART), forbid_dtd=True)
        except (ParseError, DefusedXmlException) as error:
            raise FormatError(
                "%(path)s in the workbook is no XML that can be read (%(error)s).",
                path=path,
                error=error,
            ) from error

    def _relations(self, path: str) -> dict[str, str]:
        """Return what a part's relations lead to, by id: paths in the archive, or addresses outside it."""
        name = join(dirname(path), "_rels", path.rsplit("/", 1)[-1] + ".rels")
        if name not in self.archive.NameToInfo:
            return {}
        found = {}
        for one in self._tree(name):
            target = one.get("Target", "")
            if one.get("TargetMode") != "External":
                target = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(path), target))
            found[one.get("Id", "")] = target
        return found

    def _number_formats(self) -> list[str]:
        """Return the number format of each cell style."""
        from openpyxl.styles.numbers import BUILTIN_FORMATS

        path = "xl/styles.xml"
        if path not in self.archive.NameToInfo:
            return []
        own, styles = dict(BUILTIN_FORMATS), []
        for group in self._tree(path):
            if _local(group.tag) == "numFmts":
                own |= {int(one.get("numFmtId", 0)): one.get("formatCode", "") for one in group}
            elif _local(group.tag) == "cellXfs":
                styles = [int(one.get("numFmtId", 0)) for one in group]
        return [own.get(number, "General") for number in styles]

    def _strings(self) -> list[str]:
        path = "xl/sharedStrings.xml"
        if path not in self.archive.NameToInfo:
            return []
        strings, text, aside = list[str](), list[str](), 0

        def start(tag: str, _: dict[str, str]) -> None:
            nonlocal aside
            name = tag.rpartition(":")[2]
            aside += name == "rPh"  # how East Asian words are spoken
            if name == "si":
                text.clear()
            parser.CharacterDataHandler = text.append if name == "t" and not aside else None

        def end(tag: str) -> None:
            nonlocal aside
            name = tag.rpartition(":")[2]
            aside -= name == "rPh"
            parser.CharacterDataHandler = None
            if name == "si":
                strings.append("".join(text))

        parser = _parser(start, end)
        for _ in self._fed(parser, path):
            pass
        return strings

    def _fed(self, parser: expat.XMLParserType, path: str) -> Iterator[None]:
        """Feed a part to a parser, a chunk at each step."""
        try:
            with self.archive.open(path) as part:
                while chunk := part.read(CHUNK):
                    parser.Parse(chunk, False)
                    yield
            parser.Parse(b"", True)
            yield
        except expat.ExpatError as error:
            raise FormatError(
                "%(path)s in the workbook is no XML that can be read (%(error)s). Save it anew.",
                path=path,
                error=error,
            ) from error

    def rows(self, part: Part) -> Iterator[RawRow]:
        """Yield a sheet's rows as they stand in it."""
        reader = _RowReader()
        for _ in self._fed(reader.parser, part.path):
            yield from reader.rows
            reader.rows.clear()

    def look_behind(self, part: Part) -> None:
        """Find a sheet's merged cells and links, which stand behind its rows."""
        tail = self._tail(part.path)
        part.merged = [_corners(*refs) for refs in _MERGED.findall(tail)[:MAX_SPREAD]]
        marks = _LINK.findall(tail)
        targets = self._relations(part.path) if marks else {}
        for mark in marks:
            ref, known = _REF.search(mark), _ID.search(mark)
            target = targets.get(known[1].decode("utf-8", "replace"), "") if known else ""
            if ref and target.startswith(("http://", "https://")):
                part.links[int(ref[2]), column_number(ref[1].decode())] = target

    def _tail(self, path: str) -> bytes:
        before = b""
        with self.archive.open(path) as sheet:
            while chunk := sheet.read(CHUNK):
                data = before + chunk
                if end := _END.search(data):
                    return data[end.start() :] + sheet.read(MAX_TAIL)
                before = data[-20:]
        return b""


_END = re.compile(rb"</(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*/>")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_LINK = re.compile(rb"<(?:\w+:)?hyperlink\s[^>]{1,5000}>")
_REF = re.compile(rb'\sref="([A-Z]{1,3})(\d{1,7})')
_ID = re.compile(rb'\s\w+:id="([^"]+)"')


def _corners(left: bytes, top: bytes, right: bytes, bottom: bytes) -> tuple[int, int, int, int]:
    return column_number(left.decode()), int(top), column_number(right.decode()), int(bottom)


def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _parser(start: Callable[[str, dict[str, str]], None], end: Callable[[str], None]) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = _refuse_dtd
    return parser


def _refuse_dtd(*_: object) -> None:
    raise FormatError("The workbook's XML declares entities or a document type, which no workbook needs. Save it anew.")


class _RowReader:
    """Gathers rows from a sheet's elements."""

    def __init__(self) -> None:
        self.rows: list[RawRow] = []
        self.parser = _parser(self.start, self.end)
        self.number = self.column = 0
        self.hidden = False
        self.cells: list[Cell] = []
        self.kind, self.style, self.formula = "n", 0, False
        self.text: list[str] = []
        self.columns: dict[str, int] = {}
        self.aside = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            ref = attributes.get("r", "")
            letters = ref.rstrip("0123456789")
            if letters:
                self.column = self.columns.get(letters) or self._known(letters)
            else:
                self.column += 1
            self.kind = attributes.get("t", "n")
            self.style = int(attributes.get("s", 0))
            self.formula = False
            self.text.clear()
        elif tag == "v":
            self.parser.CharacterDataHandler = self.text.append
        elif tag == "f":
            self.formula = True
        elif tag == "t":
            self.parser.CharacterDataHandler = None if self.aside else self.text.append
        elif tag == "rPh":
            self.aside += 1
        elif tag == "row":
            self.number = int(attributes.get("r", self.number + 1))
            self.hidden = attributes.get("hidden") in ("1", "true")
            self.column = 0
            self.cells = []
        elif ":" in tag:
            self.start(tag.rpartition(":")[2], attributes)

    def _known(self, letters: str) -> int:
        if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
            raise FormatError(
                "The workbook names a cell %(letters)s, which no sheet has. Save it anew.",
                letters=repr(letters[:20]),
            )
        return self.columns.setdefault(letters, column_number(letters.upper()))

    def end(self, tag: str) -> None:
        if tag == "c":
            if self.text or self.formula:
                self.cells.append((self.column, self.kind, "".join(self.text), self.style, self.formula))
        elif tag in ("v", "t", "f"):
            self.parser.CharacterDataHandler = None
        elif tag == "row":
            if self.cells:
                self.rows.append((self.number, self.hidden, self.cells))
        elif tag == "rPh":
            self.aside -= 1
        elif ":" in tag:
            self.end(tag.rpartition(":")[2])
