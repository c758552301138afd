"""Chronologies in Markdown that are kept as bullet lists, as READMEs and wikis have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from ..drafts import EventDraft, IncidentDraft
from ..sentences import phrase
from .base import FormatError, Item, Options
from .datedlists import Walk, records
from .decoding import decoding_of, head_text
from .entrydates import Entry
from .limits import check_size
from .markdowntable import addresses_of, plain

MAX_FILE = 5_000_000
MAX_LINE = 20_000  # characters of one line: what is longer is cut
MAX_TOLD = 50  # lines of one item
LOOKED_AT = 400  # lines by which a list is known
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t]*")
_APART = re.compile(r"\s*(?:\||<!--|\[[^\]]{1,200}\]:)")  # tables, comments, definitions of links
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")  # a line across the page
_ITEM = re.compile(r"([ \t]*)(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(\S.*)")
_ADDRESS_ALONE = re.compile(r"<?https?://\S+>?|\[[^\]]{0,300}\]\(https?://\S+\)")
_BOLD_DATE = re.compile(
    r"(?:\*\*|__)[^*_]{0,30}\d{4}[^*_]{0,10}(?:\*\*|__)|\d{1,4}\S{0,3}\s?(?:\w+\s){0,2}\S{0,6}\s?[:–—|]\s"
)
_DATING = re.compile(r"(?:date|published|pubdate|datum|fecha|start|year|jahr)\s*:\s*\S", re.I)
_LEAD = re.compile(r"(?:(\*\*|__|~~|[*_`])(?=\S)(.{2,80}?)(?<=\S)\1|\[([^\]\n]{2,80})\]\([^()\s]{0,2000}\))")
_DATED = re.compile(r"[\[(*_`~]*(?:\d{1,4}\b|[^\W\d_]{3,9}\.? \d{1,4}\b)")


@dataclass(frozen=True, slots=True)
class MarkdownList:
    """A chronology kept as a bullet list."""

    name: str = "markdown-list"
    label: str = phrase("Markdown list")
    media_type: str = "text/markdown"
    extensions: tuple[str, ...] = (".md", ".markdown")

    def recognises(self, head: bytes, name: str) -> float:
        lines = without_matter(head_text(head).splitlines())[:LOOKED_AT]
        if not lines or lines[0].strip() == "---" or lines[0].lstrip()[:1] in ("<", "{"):
            return 0.0
        items = [found[2] for line in lines if (found := _ITEM.fullmatch(line[:MAX_LINE]))]
        marked = [text for text in items if not _ADDRESS_ALONE.fullmatch(text)]
        seeming = sum(bool(_DATED.match(text)) for text in marked)
        headed = sum(bool(re.match(r"#{1,6} .*\d", line)) for line in lines)
        headed += sum(bool(_UNDERLINE.fullmatch(line)) for line in lines)
        headed += sum(bool(_BOLD_DATE.match(line)) for line in lines)
        if seeming + headed < (2 if len(marked) > 1 else 3):
            return 0.0
        told = [one for one in Walk().events(entries(lines)) if one.told]
        rows = sum(line.count("|") > 1 for line in lines)
        if len(told) < 3 or len(told) < rows or 3 * len(told) < len(marked):
            return 0.0
        if head_text(head[:10]).startswith("---"):
            return 0.92
        return 0.88 if name.lower().endswith((*self.extensions, ".txt")) else 0.8

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        if (size := check_size(file, name)) > MAX_FILE:
            raise FormatError(
                "%(name)s has %(size)s bytes; a page with lists may have %(most)s. Divide it.",
                name=name,
                size=size,
                most=MAX_FILE,
            )
        decoded = decoding_of(file, name, options.encoding)
        yield from decoded.findings
        text = decoded.open(file).read().replace("\r\n", "\n").replace("\r", "\n")
        yield from records(entries(without_matter(text.split("\n"))), name, options)

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        raise FormatError("Markdown lists are only read.")


def entries(lines: list[str]) -> Iterator[Entry]:
    """Yield the headings, list items and paragraphs of a page; what stands in code blocks is none."""
    addresses = addresses_of(lines)
    fence, held = "", list[str]()
    number, depth = 0, -1  # of the item in hand: its line and its indentation; no item: -1
    indents = list[int]()

    def item() -> Iterator[Entry]:
        if held:
            text = " ".join(held)
            yield Entry(number, plain(text, addresses), "item", len(indents), _lead(held[0], addresses))
            held.clear()

    for at, line in enumerate(lines, 1):
        line = line[:MAX_LINE]
        if mark := _FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
            continue
        if fence:
            continue
        if _RULE.fullmatch(line) and " " in line.strip():
            yield from item()
            depth, indents = -1, []
            continue
        heading = _HEADING.fullmatch(line)
        apart = depth < 0 or (at > 1 and not lines[at - 2].strip() and line[:1] not in " \t")
        if not heading and apart and at < len(lines) and line.strip() and _underlined(lines[at]):
            yield from item()
            depth, indents = -1, []
            yield Entry(at, plain(line.strip(), addresses), "heading", 1 if "=" in lines[at] else 2)
            continue
        if heading:
            yield from item()
            depth, indents = -1, []
            lead = _lead(heading[2], addresses)
            yield Entry(at, plain(heading[2], addresses), "heading", len(heading[1]), lead)
        elif found := _ITEM.fullmatch(line):
            yield from item()
            number, depth = at, len(found[1].expandtabs(4))
            while indents and indents[-1] >= depth:
                indents.pop()
            indents.append(depth)
            held.append(found[2])
        elif not line.strip():
            continue
        elif held and (depth >= 0 and (lines[at - 2].strip() or line[:1] in " \t")):
            if len(held) < MAX_TOLD:
                held.append(line.strip())
        elif not _UNDERLINE.fullmatch(line) and not _APART.match(line):
            yield from item()
            depth, indents = -1, []
            yield Entry(at, plain(line.strip(), addresses), "text", 0, _lead(line, addresses))
    yield from item()


def without_matter(lines: list[str]) -> list[str]:
    """Return a page's lines with those of its front matter empty; with front matter that gives a date, the page is a
    record itself, and they stay."""
    if not lines or lines[0].strip() != "---":
        return lines
    end = next((at for at, line in enumerate(lines[1:LOOKED_AT], 1) if line.strip() == "---"), 0)
    if not end or any(map(_DATING.match, lines[1:end])):
        return lines
    return [""] * (end + 1) + lines[end + 1 :]


def _underlined(line: str) -> bool:
    return len(line.strip()) > 2 and bool(_UNDERLINE.fullmatch(line))


def _lead(text: str, addresses: dict[str, list[str]]) -> str:
    found = _LEAD.match(text.lstrip())
    return plain(found[2] or found[3], addresses).text if found else ""


FORMAT = MarkdownList()
