"""Pipe tables in Markdown (GitHub Flavored Markdown, section 4.10), with the links in their cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from ..drafts import EventDraft, IncidentDraft
from ..sentences import phrase, said
from .base import FormatError, Item, Options
from .datedlists import DATED, full_day
from .decoding import decoding_of, head_text
from .limits import check_size
from .pagetables import MAX_CELLS, Cell, Headings, Table, records

MAX_FILE = 10_000_000
MAX_LINES = 200_000  # of tables, of which most are rows
MAX_BARS = 1_000_000
MAX_NOTES = 100_000
_DELIMITER = re.compile(r":?-+:?")
_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(\S.*?)[ \t]*#*[ \t]*")
_DEFINED = re.compile(r" {0,3}\[([^\]\n]{1,200})\]:[ \t]*(?:<([^>\n]{1,2000})>|(\S{1,2000}))")
_NOTE = re.compile(r" {0,3}\[\^([^\]\n]{1,200})\]:[ \t]*(.{0,4000})")
_ADDRESS = re.compile(r"https?://[^\s<>|)\]]{1,2000}")
_IMAGE = re.compile(r"!\[([^\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)")
_LINK = re.compile(
    r"\[(?P<text>(?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){0,1000})\]"
    r"(?:\(\s*<?(?P<href>(?:[^()\s<>]|\([^()\s]{0,500}\)){0,2000})>?(?:\s+[\"'(][^\n\"')]{0,500}[\"')])?\s*\)"
    r"|\[(?P<ref>[^\]\n]{0,200})\])?"
    r"|<(?P<bracketed>https?://[^\s<>]{1,2000})>|(?P<bare>https?://[^\s<>|)\]]{1,2000})"
)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,1000}>")
_MARKS = re.compile(r"(\*\*|__|~~|`+)(?=\S)(.{1,2000}?)(?<=\S)\1|(?<!\w)([*_])(?=\S)([^*_\n]{1,2000}?)(?<=\S)\3(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class MarkdownTable:
    """A list kept as a pipe table, as in a README."""

    name: str = "markdown-table"
    label: str = phrase("Markdown table")
    media_type: str = "text/markdown"
    extensions: tuple[str, ...] = (".md", ".markdown")

    def recognises(self, head: bytes, name: str) -> float:
        lines = head_text(head).splitlines()[:2_000]
        if lines and lines[0].strip() == "---":
            return 0.0
        for at, line in enumerate(lines[1:], 1):
            if "|" in line and "-" in line and _is_delimiter_row(line) and "|" in lines[at - 1]:
                return 0.85 if name.lower().endswith(self.extensions) else 0.8
        return 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        if (size := check_size(file, name)) > MAX_FILE:
            raise FormatError(
                "%(name)s has %(size)s bytes; a Markdown page may have %(most)s.",
                name=name,
                size=size,
                most=MAX_FILE,
            )
        decoded = decoding_of(file, name, options.encoding)
        yield from decoded.findings
        lines = decoded.open(file).read().replace("\r\n", "\n").replace("\r", "\n").split("\n")
        _count(lines, name)
        yield from records(tables(lines), name, options)

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        raise FormatError("Markdown tables are only read.")


def _count(lines: list[str], name: str) -> None:
    """Refuse a page of too many rows, cells or link definitions before anything is made of them."""
    barred = [line for line in lines if "|" in line]
    for what, count, most in (
        (phrase("%(count)s rows"), len(barred), MAX_LINES),
        (phrase("%(count)s cells"), sum(line.count("|") for line in barred), MAX_BARS),
        (phrase("%(count)s footnotes and link definitions"), sum("]:" in line for line in lines), MAX_NOTES),
    ):
        if count > most:
            raise FormatError(
                "%(name)s is a page of %(counted)s; at most %(most)s are read. Give its table as CSV, or divide it.",
                name=name,
                counted=said(what, count=count),
                most=most,
            )


def tables(lines: list[str]) -> list[Table]:
    """Find the tables in a page's lines; those in code blocks are none."""
    addresses = addresses_of(lines)
    found, headings, fence, taken, cells, day = list[Table](), Headings(), "", 0, 0, ""
    for at, line in enumerate(lines):
        if at < taken:
            continue
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1]
        elif heading := _HEADING.fullmatch(line[:1_000]):
            headings.put(line.count("#", 0, line.find(heading[1])), plain(heading[1], {}).text)
        elif "|" not in line and not day and not found:
            day = full_day(dated[2]) if (dated := DATED.fullmatch(line[:200].strip(" *_->\t"))) else ""
        elif "|" in line and at + 1 < len(lines) and _delimits(line, lines[at + 1]):
            first = [plain(cell, addresses) for cell in divided(line)]
            table = Table(headings.section, [(at + 1, first)], header=1, above=headings.when(), day=day)
            taken = at + 2
            while taken < len(lines) and lines[taken].strip() and not _HEADING.fullmatch(lines[taken][:1_000]):
                row = divided(lines[taken])
                cells += len(row)
                if cells > MAX_CELLS:
                    raise FormatError("The page's tables have more than %(most)s cells.", most=MAX_CELLS)
                table.rows.append((taken + 1, [plain(cell, addresses) for cell in row]))
                taken += 1
            found.append(table)
    return found


def _is_delimiter_row(line: str) -> bool:
    return all(_DELIMITER.fullmatch(cell.strip()) for cell in divided(line[:20_000]))


def _delimits(header: str, line: str) -> bool:
    return "-" in line and _is_delimiter_row(line) and len(divided(header)) == len(divided(line))


def divided(line: str) -> list[str]:
    """Divide a row into cells at its bars; `\\|` is a bar in a cell."""
    if "\\" not in line:
        cells = line.split("|")
        if len(cells) > 1:
            if not cells[0].strip():
                del cells[0]
            if not cells[-1].strip():
                del cells[-1]
        return [cell.strip() for cell in cells]
    ends = [found.end() for found in _BAR.finditer(line)]
    cells = [line[start:end] for start, end in zip([0, *ends], [*(end - 1 for end in ends), len(line)], strict=True)]
    if not cells[0].strip() and len(cells) > 1:
        del cells[0]
    if not cells[-1].strip() and ends:
        del cells[-1]
    return [cell.strip().replace("\\|", "|") for cell in cells]


def addresses_of(lines: list[str]) -> dict[str, list[str]]:
    """Return what the page's link definitions and footnotes lead to, by folded label, footnotes with their ^."""
    found: dict[str, list[str]] = {}
    for line in lines:
        if note := _NOTE.match(line):
            found.setdefault("^" + note[1].casefold(), [one.rstrip(".,;:!?") for one in _ADDRESS.findall(note[2])])
        elif defined := _DEFINED.match(line):
            found.setdefault(defined[1].casefold(), [defined[2] or defined[3]])
    return found


def plain(cell: str, addresses: dict[str, list[str]]) -> Cell:
    """Take the markup off a cell and gather its links."""
    if "[" not in cell and "://" not in cell and not any(mark in cell for mark in "*_`~\\<"):
        return Cell(cell)
    made = Cell()

    def link(found: re.Match[str]) -> str:
        label = found["text"]
        if label is None:
            href = (found["bracketed"] or found["bare"]).rstrip(".,;:!?")
            made.links.append({"href": href, "text": ""})
            return found[0].strip("<>")
        if label.startswith("^"):
            hrefs, text = addresses.get(label.casefold(), []), ""
        elif found["href"] is not None:
            hrefs, text = [found["href"]], label
        else:
            hrefs = addresses.get((found["ref"] or label).casefold(), [])
            text = label if hrefs or found["ref"] is not None else found[0]
        said = _bare(text)
        made.links += [{"href": href, "text": said} for href in hrefs if href.startswith(("http://", "https://"))]
        return said

    text = _LINK.sub(link, _IMAGE.sub(r"\1", cell))
    made.text = _bare(text)
    return made


def _bare(text: str) -> str:
    text = _TAG.sub("", _BREAK.sub("\n", text))
    for _ in range(2):  # bold within italics
        text = _MARKS.sub(lambda found: found[2] or found[4] or "", text)
    return _ESCAPED.sub(r"\1", text).strip()


FORMAT = MarkdownTable()
