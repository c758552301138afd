"""CSV and TSV: delimiter, quoting, encoding and header found; rows in a stream, in constant memory."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import IO, Any, BinaryIO

from ..cleaning import looks_binary
from ..drafts import EventDraft, Finding, IncidentDraft, Origin
from .base import MAX_CELL, MAX_COLUMNS, MAX_ROWS, FormatError, Item, Options, Record
from .decoding import decoding_of, head_text
from .formulas import MARKED, restored
from .headers import SAMPLE, find_header, known_names
from .limits import check_size, long_value, shown, signs_in
from .yearrows import below, divides

DELIMITERS = {",": 1.0, ";": 1.0, "\t": 1.0, "|": 0.9}  # a bar is likelier to be part of a text
NAMES = {"comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "bar": "|", "pipe": "|"}
MAX_CELLS = 12_000_000  # of a file, empty ones too
MAX_FIELD = 20_000_000  # characters after which one quoted field is no field any more
PATIENCE = 200_000  # characters of one record over several lines, before its quote is doubted
BLOCK = 1 << 19  # characters read at a time
MAX_UNCLOSED = 100  # quotes that nobody closed, in one file

_Row = tuple[int, list[str]]  # the number of its first line, and its cells
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\s*\Z')  # what Excel reads and writes above a file
_ESCAPED_QUOTE = re.compile(r'\\"(?![ ]*(?:[,;|\t\r\n]|\Z))')
_SPACED_QUOTE = re.compile(r'[,;|\t] +"[^"\n]*"\s*[,;|\t\n]')


class Dialect(csv.Dialect):
    """How one file is delimited and quoted."""

    quotechar = '"'
    lineterminator = "\r\n"
    quoting = csv.QUOTE_MINIMAL
    doublequote = True
    strict = False
    skipinitialspace = False
    escapechar: str | None = None

    def __init__(self, delimiter: str, sample: str = "") -> None:
        self.delimiter = delimiter
        if '""' not in sample and _ESCAPED_QUOTE.search(sample):
            self.escapechar, self.doublequote = "\\", False
        edge = re.escape(delimiter)
        if '"' not in sample and len(re.findall(rf"(?:^|{edge})'[^'\n]*'(?={edge}|$)", sample, re.M)) > 3:
            self.quotechar = "'"
        if _SPACED_QUOTE.search(sample):
            self.skipinitialspace = True
        super().__init__()


def sniff(sample: str, name: str = "") -> tuple[str, float]:
    """Return the likeliest delimiter of a text and how evenly it divides the text's rows, from 0 to 1."""
    best, surest = "\t" if name.lower().endswith((".tsv", ".tab")) else ",", 0.0
    for delimiter, weight in DELIMITERS.items():
        score = _evenness(sample, delimiter) * weight * (1.2 if delimiter == best else 1.0)
        if score > surest:
            best, surest = delimiter, score
    return best, min(1.0, surest)


def _evenness(sample: str, delimiter: str) -> float:
    """Return the share of rows that have the usual number of cells, more for a first row that has it too."""
    if delimiter not in sample:
        return 0.0
    rows = _sample_rows(sample, Dialect(delimiter, sample[:20_000]))
    widths = [len(row) for row in rows if any(cell.strip() for cell in row)]
    wide = Counter(width for width in widths if width > 1)
    if not wide:
        return 0.0
    usual, count = wide.most_common(1)[0]
    share = count / len(widths)
    top = next((row for row in rows if len(row) > 1), [])
    named = 0.2 if known_names(top) > 1 else 0.0
    return 0.75 * share + (0.2 if len(top) == usual else 0.0) + min(usual, 20) / 400 + named


def _sample_rows(sample: str, dialect: Dialect) -> list[list[str]]:
    lines = _lines(sample)
    with _wide_fields():
        return list(islice(csv.reader(lines, dialect), SAMPLE))


def _lines(text: str) -> list[str]:
    """Divide text into lines as csv does, which knows fewer line ends than str.splitlines."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text)


class _wide_fields:  # noqa: N801  # reads as a statement: with _wide_fields()
    """The csv module's limit of one field is the process's: raised while a file is read, put back afterwards."""

    def __enter__(self) -> None:
        self.before = csv.field_size_limit(MAX_FIELD)

    def __exit__(self, *failure: object) -> None:
        csv.field_size_limit(self.before)


class _Unclosed(Exception):
    """A quote that opened a field and that nothing closes."""


class _Lines:
    """Hands a file's lines to csv.reader a block at a time and keeps those of the record in hand.

    `done` counts the lines of finished records; whoever reads keeps it. At a block's end the lines behind it are
    the record in hand: where it is long, or the file ends in it, a quote opened that nothing closes.
    """

    def __init__(self, text: IO[str]) -> None:
        self.text = text
        self.held: list[str] = []  # from line `base` on
        self.base = 0
        self.done = 0
        self.nul = 0
        self.marked = False  # whether a cell may have an apostrophe that keeps it from being a formula
        self.long = self.long_block = False  # whether a line in hand could hold a cell that is too long
        self.count = 0  # of records
        self.doubted = True
        self.width = 0  # of the header, once it is known

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(self.blocks())

    def blocks(self) -> Iterator[list[str]]:
        if self.held:
            yield self.held
        while True:
            self._forget()
            if self.doubted and sum(map(len, self.held)) > PATIENCE:
                raise _Unclosed
            block = self._block()
            if not block:
                if self.held:
                    raise _Unclosed
                return
            self.long_block = max(map(len, block)) > MAX_CELL or (self.long_block and bool(self.held))
            self.long = self.long_block
            self.held = self.held + block
            yield block

    def _block(self) -> list[str]:
        block = self.text.readlines(BLOCK)
        whole = "".join(block)
        self.marked = self.marked or MARKED.search(whole) is not None
        if "\0" in whole:
            self.nul += sum(line.count("\0") for line in block)
            block = [line.replace("\0", "") or "\n" for line in block]
        return block

    def _forget(self) -> None:
        self.held = self.held[self.done - self.base :]
        self.base = self.done

    def swallowed_rows(self, dialect: Dialect) -> bool:
        """Tell whether the lines behind the quote are rows themselves, or whether there are none."""
        widths = Counter(len(row) for line in self.held[1:SAMPLE] for row in csv.reader([line], dialect))
        if not widths:
            return True
        usual, count = widths.most_common(1)[0]
        return usual > 1 and self.width in (0, usual) and count * 2 > widths.total()


class _Bare(list[str]):
    """Cells of a line whose quote never closes, read as if quotes meant nothing."""


@dataclass(frozen=True, slots=True)
class Delimited:
    """CSV or TSV."""

    name: str
    label: str
    media_type: str
    extensions: tuple[str, ...]
    delimiter: str

    def recognises(self, head: bytes, name: str) -> float:
        text = head_text(head)
        named = name.lower().endswith(self.extensions)
        if len(head) >= 65_536:
            text = text[: max(text.rfind("\n"), text.rfind("\r")) + 1] or text
        if name.lower().endswith((".md", ".markdown", ".yaml", ".yml")):
            return 0.0  # prose has commas too
        delimiter, evenness = sniff(text, name)
        if head.startswith(b"PK\x03\x04") or looks_binary(text[:10_000]):
            return 0.0
        if evenness < 0.5:  # one column, or nothing that a table is known by
            return 0.3 if named and not name.lower().endswith(".txt") else 0.0
        if (delimiter == "\t") != (self.delimiter == "\t"):
            return 0.35 if named else 0.0
        if text.lstrip()[:1] in "{[<" and not (named and not name.lower().endswith(".txt")):
            return 0.1  # JSON and markup have commas too
        return min(0.9, 0.5 * evenness + (0.4 if named else 0.1))

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        check_size(file, name)
        decoded = decoding_of(file, name, options.encoding)
        yield from decoded.findings
        text = decoded.open(file)
        head = text.read(65_536)
        if len(head) == 65_536:
            head += text.readline(1_000_000)
        head = head.replace("\0", "")
        dialect = _dialect(head, name, options, self.delimiter)
        if (count := signs_in(file, dialect.delimiter.encode(), b"\n")) > MAX_CELLS:
            raise FormatError(
                "%(name)s has about %(count)s cells; at most %(most)s are taken. Leave out columns that hold nothing, "
                "or divide it.",
                name=name,
                count=count,
                most=MAX_CELLS,
            )
        with _wide_fields():
            yield from _records(_Lines(decoded.open(file)), dialect, name, options)

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        from .table_out import write_csv

        return write_csv(items, delimiter=self.delimiter)


def _dialect(head: str, name: str, options: Options, usual: str) -> Dialect:
    first = head.split("\n", 1)[0]
    if separator := _SEPARATOR_LINE.match(first):
        return Dialect(separator[1], head)
    stated = NAMES.get(options.delimiter.lower(), options.delimiter)
    if len(stated) > 1 or (stated and stated in '"\r\n'):
        raise FormatError(
            "%(name)s: %(stated)s cannot divide cells. Give one character, such as , ; | or tab.",
            name=name,
            stated=repr(stated),
        )
    found, evenness = sniff(head, name)
    return Dialect(stated or (found if evenness else usual), head)


def _records(lines: _Lines, dialect: Dialect, name: str, options: Options) -> Iterator[Item]:
    rows = _rows(lines, dialect, name)
    first = list(islice(rows, SAMPLE))
    skipped = bool(first) and bool(_SEPARATOR_LINE.match(dialect.delimiter.join(first[0][1])))
    first = first[skipped:]
    header = find_header([row for _, row in first], options.header, [line for line, _ in first])
    if not header.columns:
        raise FormatError(
            "%(name)s holds no cell with anything in it. Give a table with a row of column names.",
            name=name,
        )
    if len(header.columns) > MAX_COLUMNS:
        raise FormatError(
            "%(name)s has %(count)s columns; at most %(most)s are taken.",
            name=name,
            count=len(header.columns),
            most=MAX_COLUMNS,
        )
    yield from header.findings
    lines.width = len(header.columns)
    body = first if header.at is None else first[header.at + 1 :]
    read = _both(body, rows, header.columns, lines, name)
    yield from below(read) if divides(row for _, row in body) else read
    if not lines.count:
        yield Finding("no-records")
    if lines.nul:
        yield Finding("nul-removed", params=(("count", f"{lines.nul:,}"),))


def _both(
    body: Iterable[_Row], rows: Iterable[_Row], columns: tuple[str, ...], lines: _Lines, name: str
) -> Iterator[Record]:
    lines.long = True  # of these rows nobody knows
    yield from _body(body, columns, lines, name)
    lines.long = lines.long_block
    yield from _body(rows, columns, lines, name)


def _body(rows: Iterable[_Row], columns: tuple[str, ...], lines: _Lines, name: str) -> Iterator[Record]:
    width = len(columns)
    for line, cells in rows:
        if lines.marked and type(cells) is list:
            cells = list(map(restored, cells))
        if len(cells) == width and type(cells) is list and not (lines.long and max(map(len, cells)) > MAX_CELL):
            record = Record(Origin(name, line), dict(zip(columns, cells)))  # noqa: B905  # as long as each other
            if not any(cells):
                continue
        elif any(cell.strip() for cell in cells):
            record = uneven(columns, cells, Origin(name, line), _found_in(cells))
        else:
            continue
        lines.count += 1
        if lines.count > MAX_ROWS:
            raise FormatError(
                "%(name)s has more than %(most)s rows. Divide it into several files.",
                name=name,
                most=MAX_ROWS,
            )
        yield record


def _found_in(cells: list[str]) -> tuple[Finding, ...]:
    opened = next((cell for cell in cells if '"' in cell), "")
    return (Finding("unclosed-quote", "error", value=shown(opened)),) if isinstance(cells, _Bare) else ()


def uneven(columns: tuple[str, ...], cells: Sequence[Any], origin: Origin, known: tuple[Finding, ...] = ()) -> Record:
    """Make a record of a row with too many or too few cells, or with one that is too long: nothing of it is lost."""
    values = dict(zip(columns, cells, strict=False))
    findings = [*known]
    params = (("cells", str(len(cells))), ("columns", str(len(columns))))
    surplus = cells[len(columns) :]
    if any(str(cell or "").strip() for cell in surplus):
        taken = len(columns)
        values |= {f"column {number}": cell for number, cell in enumerate(surplus[:MAX_COLUMNS], taken + 1) if cell}
        findings.append(Finding("too-many-cells", value=shown(surplus[0]), params=params))
    elif len(cells) < len(columns):
        findings.append(Finding("too-few-cells", params=params))
    for column, cell in values.items():
        if isinstance(cell, str) and len(cell) > MAX_CELL:
            findings.append(long_value(column, cell))
            values[column] = cell[:MAX_CELL]
    return Record(origin, values, tuple(findings))


def _rows(lines: _Lines, dialect: Dialect, name: str) -> Iterator[_Row]:
    """Yield each record with the number of the line that it begins on."""
    unclosed = 0
    while True:
        reader = csv.reader(lines, dialect)
        base = lines.done
        try:
            for row in reader:
                after = base + reader.line_num
                if after - lines.done > 1 and sum(map(len, row)) > MAX_CELL:
                    lines.long = True
                yield lines.done + 1, row
                lines.done = after
                lines.doubted = True
            return
        except _Unclosed:
            unclosed += 1
            if unclosed > MAX_UNCLOSED:
                raise FormatError(
                    "%(name)s: from line %(line)s on, quotes open and nothing closes them (%(unclosed)s times). Write "
                    "a quote within a quoted cell twice.",
                    name=name,
                    line=lines.done + 1,
                    unclosed=unclosed,
                ) from None
            if lines.swallowed_rows(dialect):
                yield lines.done + 1, _bare(lines.held.pop(0), dialect)
                lines.done = lines.base = lines.done + 1
            elif not lines.doubted:
                yield lines.done + 1, next(csv.reader(lines.held, dialect))
                return
            else:
                lines.doubted = False
        except csv.Error as error:
            raise FormatError(
                "%(name)s, the record that begins on line %(line)s: a cell of more than %(most)s characters "
                "(%(error)s). Is a quote open that nothing closes?",
                name=name,
                line=lines.done + 1,
                most=MAX_FIELD,
                error=error,
            ) from error


def _bare(line: str, dialect: Dialect) -> _Bare:
    return _Bare(next(csv.reader([line], delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE), []))


CSV = Delimited("csv", "CSV", "text/csv", (".csv", ".txt"), ",")
TSV = Delimited("tsv", "TSV", "text/tab-separated-values", (".tsv", ".tab"), "\t")
FORMATS = (CSV, TSV)
