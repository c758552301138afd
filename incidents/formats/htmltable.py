"""Tables of an HTML page, as Wikipedia keeps its lists: spans spread, footnotes followed to their sources."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from ..drafts import EventDraft, Finding, IncidentDraft
from ..sentences import phrase, said
from .base import MAX_COLUMNS, MAX_ROWS, FormatError, Item, Options
from .decoding import decoding_of, head_text
from .limits import check_size, shown
from .pagetables import MAX_CELLS, Cell, Headings, Table, records

MAX_FILE = 20_000_000
MAX_WRITTEN = (  # of a whole page, by the tags that begin them
    (phrase("%(count)s rows"), ("<tr",), 100_000),
    (phrase("%(count)s cells"), ("<td", "<th"), 1_000_000),
    (phrase("%(count)s links"), ("<a ", "<a\n"), 100_000),
    (phrase("%(count)s tables"), ("<table",), 10_000),
    (phrase("%(count)s headings"), ("<h1", "<h2", "<h3", "<h4", "<h5", "<h6"), 100_000),
)
MAX_SPAN = 65_534  # rows, as browsers take it (HTML, section 4.9.11)
_TABLE = re.compile(r"<table[\s>]", re.I)
_PAGE = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|h1|p)\b", re.I | re.S)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_MARKER = re.compile(r"\s*\[[^\[\]\s]{1,12}(?: \d{1,4})?\]\s*")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SILENT = frozenset(("style", "script", "template", "noscript", "svg"))
_NOTICES = frozenset(("mw-editsection", "noprint", "Inline-Template"))  # what editors say to each other
_BLOCKS = frozenset(("p", "div", "li", "ul", "ol", "br", "dd", "dt", "blockquote", "hr"))


@dataclass(frozen=True, slots=True)
class HTMLTable:
    """A list kept as a table of a web page."""

    name: str = "html-table"
    label: str = phrase("HTML table")
    media_type: str = "text/html"
    extensions: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def recognises(self, head: bytes, name: str) -> float:
        text = head_text(head)
        named = name.lower().endswith(self.extensions)
        if "<" not in text[:2_000] or re.match(r"\s*<(?:\?xml[^>]*>\s*)?<?(?:rss|feed|rdf)\b", text[:2_000], re.I):
            return 0.0
        page = bool(_PAGE.match(text)) or (text.lstrip()[:1] == "<" and "<html" in text[:2_000].lower())
        if _TABLE.search(text):
            return 0.9 if page else 0.6 if named else 0.3
        return 0.5 if page or named else 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        text, findings = page_text(file, name, options)
        yield from findings
        yield from records(tables(text, name), name, options)

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        raise FormatError("HTML tables are only read.")


def page_text(file: BinaryIO, name: str, options: Options) -> tuple[str, tuple[Finding, ...]]:
    """Return a page's text, read as it says it is encoded, and what is odd about that."""
    if (size := check_size(file, name)) > MAX_FILE:
        raise FormatError(
            "%(name)s has %(size)s bytes; a page may have %(most)s. Give its table as CSV.",
            name=name,
            size=size,
            most=MAX_FILE,
        )
    declared = _CHARSET.search(file.read(4_096))
    decoded = decoding_of(file, name, options.encoding)
    if decoded.codec != "utf-8" and declared and not options.encoding and not decoded.mark:
        decoded = decoding_of(file, name, declared[1].decode("ascii"))
    text = decoded.open(file).read()
    _count(text, name)
    return text, decoded.findings


def tables(text: str, name: str) -> list[Table]:
    """Find the tables of a page that stand in no other table."""
    page = Page(parsed(text, name))
    found = list[Table]()
    headings = Headings(" ".join("".join(page.root.xpath("//head/title[1]//text()")).split())[:300])
    for element in page.root.iter(*HEADINGS, "table"):
        if element.tag != "table":
            headings.put(int(element.tag[1]), cell_of(element, page).text.removesuffix("[edit]").strip())
        elif next(element.iterancestors("table"), None) is None:
            found.append(_table(element, headings.section, page))
            found[-1].above = headings.when()
    return found


def parsed(text: str, name: str) -> Any:
    """Return a page's elements. Raises FormatError where there are none."""
    from lxml import etree

    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    text = re.sub(r"^\s*<\?xml[^>]{0,500}\?>", "", text.replace("\0", ""))
    try:
        root = etree.fromstring(text, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise FormatError("%(name)s is no page that can be read (%(error)s).", name=name, error=shown(error)) from None
    if root is None:
        raise FormatError("%(name)s is no page that can be read (there is no element in it).", name=name)
    return root


def _count(text: str, name: str) -> None:
    """Refuse a page of too many rows, cells or links before it is parsed."""
    for what, tags, most in MAX_WRITTEN:
        if (count := sum(text.count(tag) + text.count(tag.upper()) for tag in tags)) > most:
            raise FormatError(
                "%(name)s is a page of %(counted)s; at most %(most)s are read. Give its table as CSV, or divide it.",
                name=name,
                counted=said(what, count=count),
                most=most,
            )


class Page:
    """What cells point to: the page's own address, and its list of references."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.base = next(iter(root.xpath("//base/@href | //link[@rel='canonical']/@href")), "")
        self.host = urlsplit(self.base).hostname if self.base.startswith("http") else None
        self.notes: dict[str, Any] = {
            one.get("id"): one
            for one in root.xpath("//*[@id][self::li or self::p or self::div or self::span or self::cite]")
        }
        self.known: dict[str, list[dict[str, str]]] = {}

    def outward(self, href: str) -> str:
        """Return the address of another site that a link leads to; empty for the page's own site."""
        href = href.strip()
        if href.startswith("//"):
            href = "https:" + href
        if not href.startswith(("http://", "https://")):
            return ""
        if self.host is None:
            return href
        try:
            return "" if urlsplit(href).hostname == self.host else href
        except ValueError:
            return ""

    def note(self, name: str) -> list[dict[str, str]]:
        """Return the links of a footnote, by its id."""
        if name not in self.known:
            element = self.notes.get(name)
            links = [] if element is None else list(element.iter("a"))[:20]
            found = ((self.outward(one.get("href", "")), " ".join(one.itertext())[:500]) for one in links)
            self.known[name] = [{"href": href, "text": " ".join(text.split())} for href, text in found if href]
        return self.known[name]


def cell_of(element: Any, page: Page, without: frozenset[str] = frozenset()) -> Cell:
    """Return an element's text as it is shown, and its links; tables within it are left out, and elements `without`."""
    cell, parts = Cell(), list[str]()
    if not len(element):  # as most cells are
        cell.text = " ".join((element.text or "").split())
        return cell
    waiting: list[tuple[Any, bool]] = [(element, False)]
    while waiting:
        one, done = waiting.pop()
        if isinstance(one, str):
            parts.append(one)
            continue
        if done:
            if one.tag in _BLOCKS:
                parts.append("\n")
            continue
        if one is not element and (one.tag in without or _passed_over(one)):
            continue
        if one.tag == "a" and _add_link(one, cell, page):
            continue
        if one.tag in _BLOCKS:
            parts.append("\n")
        waiting.append((one, True))
        for child in reversed(one):
            if child.tail:
                waiting.append((child.tail, False))
            waiting.append((child, False))
        if one.text:
            waiting.append((one.text, False))
    lines = (" ".join(line.split()) for line in re.sub(r"[ \t\xa0]*\r?\n[ \t]*", "\n", _joined(parts)).split("\n"))
    cell.text = "\n".join(line for line in lines if line)
    return cell


def _joined(parts: list[str]) -> str:
    """Join text, in which a line break is a blank, and the breaks between blocks, which are single parts."""
    return "".join(part if part == "\n" else re.sub(r"\s+", " ", part) for part in parts)


def _passed_over(element: Any) -> bool:
    return (
        not isinstance(element.tag, str)
        or element.tag in _SILENT
        or element.tag == "table"
        or bool(_HIDDEN.search(element.get("style") or ""))
        or bool(_NOTICES.intersection((element.get("class") or "").split()))
    )


def _add_link(element: Any, cell: Cell, page: Page) -> bool:
    """Add what a link leads to; return whether it is a footnote's mark, which is no text."""
    href = element.get("href") or ""
    text = " ".join("".join(element.itertext()).split())
    if href.startswith("#"):
        links = page.note(href[1:])
        cell.links += [link for link in links if link not in cell.links]
        return bool(_MARKER.fullmatch(text)) or (bool(links) and len(text) < 5)
    if address := page.outward(href):
        cell.links.append({"href": address, "text": text[:500]})
    return bool(_MARKER.fullmatch(text)) and "#" in href


def _table(element: Any, section: str, page: Page) -> Table:
    rows, nested = list[Any](), False
    for one in element.iterdescendants("tr", "table", "caption"):
        holder = next(one.iterancestors("table"))
        if holder is not element:
            nested = True
        elif one.tag == "tr":
            rows.append(one)
        elif one.tag == "caption" and not section:
            section = cell_of(one, page).text
    table = Table(section, [])
    if nested:
        table.notes.append(Finding("nested-table", "note"))
    table.header = next((at for at, row in enumerate(rows) if not _is_header(row)), len(rows))
    _spread(table, rows, page)
    return table


def _is_header(row: Any) -> bool:
    cells = [one for one in row if one.tag in ("td", "th")]
    return row.getparent().tag == "thead" or (bool(cells) and all(one.tag == "th" for one in cells))


def _span(element: Any, name: str, most: int) -> int:
    if (said := element.get(name)) is None:
        return 1
    digits = re.match(r"\s*(\d{1,6})", said)
    return max(1, min(int(digits[1]), most)) if digits else 1


def _spread(table: Table, rows: list[Any], page: Page) -> None:
    """Put each cell into every column and row that it spans."""
    if len(rows) > MAX_ROWS:
        raise FormatError(
            "The page has a table of %(count)s rows; at most %(most)s are taken.",
            count=len(rows),
            most=MAX_ROWS,
        )
    hanging: dict[int, tuple[int, Cell]] = {}  # by column: rows still to come, and the cell
    count = 0
    for number, row in enumerate(rows, 1):
        line = list[Cell]()
        own = deque(one for one in row if one.tag in ("td", "th"))
        while own or len(line) in hanging:
            at = len(line)
            if at in hanging:
                left, cell = hanging.pop(at)
                if left > 1:
                    hanging[at] = (left - 1, cell)
                line.append(cell)
                continue
            element = own.popleft()
            cell = cell_of(element, page)
            if not element.attrib and not hanging:
                line.append(cell)
                if at >= MAX_COLUMNS:
                    raise FormatError("The page has a table of more than %(most)s columns.", most=MAX_COLUMNS)
                continue
            down, across = _span(element, "rowspan", MAX_SPAN), _span(element, "colspan", 1_000)
            for column in range(at, min(at + across, MAX_COLUMNS + 1)):
                if down > 1:
                    hanging[column] = (down - 1, cell)
                line.append(cell)
            if len(line) > MAX_COLUMNS:
                raise FormatError("The page has a table of more than %(most)s columns.", most=MAX_COLUMNS)
        count += len(line)
        if count > MAX_CELLS:
            raise FormatError("The page's table spreads over more than %(most)s cells.", most=MAX_CELLS)
        table.rows.append((number, line))


FORMAT = HTMLTable()
