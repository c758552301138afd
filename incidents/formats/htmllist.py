"""Chronologies of a web page that are kept as lists: <ul>, <ol> and <dl>, below headings of years and months."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO

from ..drafts import EventDraft, IncidentDraft
from ..sentences import phrase
from .base import FormatError, Item, Options
from .datedlists import records
from .decoding import head_text
from .entrydates import Entry
from .htmltable import HEADINGS, Page, cell_of, page_text, parsed
from .pagetables import Cell

LEADS = frozenset(("b", "strong", "time", "em", "i", "a", "span", "u"))
LISTS = frozenset(("ul", "ol", "dl"))
ITEMS = frozenset(("li", "dt", "dd"))
_PASSED_OVER = frozenset(("nav", "footer", "aside", "table", "header", "form", "select"))
_NAVIGATION = re.compile(r"\b(?:nav|navbox|menu|toc|sidebar|catlinks|references|reflist|footer|breadcrumbs?)\b", re.I)
_DATED = re.compile(
    r"<(?:li|dt)\b[^>]{0,300}>\s*(?:<[^>]{1,300}>\s*){0,3}(?:\d{1,4}\b|[^\W\d_<]{3,9}\.? \d{1,4}\b)", re.I
)
_DATED_PARAGRAPH = re.compile(
    r"<p\b[^>]{0,300}>\s*<(?:b|strong|time|em)\b[^>]{0,300}>\s*(?:\d{1,4}\b|[^\W\d_<]{3,9}\.? \d{1,4}\b)", re.I
)
_DATED_HEADING = re.compile(r"<h[2-6]\b[^>]{0,300}>\s*(?:<[^>]{1,300}>\s*){0,3}[^<]{0,30}\d{4}", re.I)


MAX_WITHIN = 200  # elements of one block
_BLOCKS = frozenset(("div", "article", "section", "li"))
_BLOCK_CLASS = (
    r"(?<![\w-])(?:[\w-]{0,20}[-_])?(?:timeline|history|chronology)[-_]{1,2}(?:item|entry|event|block|row|card|post)"
)
_TIMELINE_BLOCK = re.compile(rf"{_BLOCK_CLASS}(?![\w-])", re.I)
_TIMELINE_BLOCK_TAG = re.compile(
    rf"<(?:div|article|section|li)\b[^>]{{0,100}}class=[\"'][^\"'>]{{0,100}}{_BLOCK_CLASS}(?![\w-])", re.I
)
_DATE_CLASS = re.compile(r"(?<![a-z])(?:date|year|time|datum|fecha|when)(?![a-z])", re.I)
_TITLE_CLASS = re.compile(r"(?<![a-z])(?:title|heading|headline)(?![a-z])", re.I)


@dataclass(frozen=True, slots=True)
class HTMLList:
    """A chronology kept as a list of a web page."""

    name: str = "html-list"
    label: str = phrase("HTML list")
    media_type: str = "text/html"
    extensions: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def recognises(self, head: bytes, name: str) -> float:
        text = head_text(head)
        paragraphs = len(_DATED_PARAGRAPH.findall(text))
        blocks = len(_TIMELINE_BLOCK_TAG.findall(text))
        if blocks > 2 and blocks >= text.lower().count("<tr"):
            return 0.93
        if "<li" not in text and "<dt" not in text.lower() and paragraphs < 3:
            return 0.0
        dated = len(_DATED.findall(text)) + len(_DATED_HEADING.findall(text)) + paragraphs
        rows = text.lower().count("<tr")
        if dated < 3 or dated < rows or "<" not in text[:2_000] or re.match(r"\s*<\?xml[^>]*>\s*<(?:rss|feed)", text):
            return 0.0
        items = len(re.findall(r"<(?:li|dt)\b", text, re.I))
        return 0.93 if 4 * dated > items else 0.6

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        text, findings = page_text(file, name, options)
        yield from findings
        yield from records(entries(Page(parsed(text, name))), name, options)

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        raise FormatError("HTML lists are only read.")


def entries(page: Page) -> Iterator[Entry]:
    """Yield the headings, list items and paragraphs of a page in their order; menus and tables are none."""
    number = 0
    waiting: list[tuple[Any, int]] = [(page.root, 0)]
    while waiting:
        element, depth = waiting.pop()
        tag = element.tag
        if not isinstance(tag, str) or tag in _PASSED_OVER or is_navigation(element):
            continue
        if (block := _block(element)) is not None:
            number += 1
            yield from _told_in(block, element, page, number, depth)
            continue
        if tag in HEADINGS:
            cell = cell_of(element, page)
            cell.text = cell.text.removesuffix("[edit]").strip()
            yield Entry(number, cell, "heading", int(tag[1]), lead_of(element))
            continue
        if tag in ITEMS:
            number += 1
            inner = [one for one in element.iterchildren() if one.tag in LISTS or one.tag in ITEMS]
            cell = cell_of(element, page, without=LISTS | ITEMS)
            yield Entry(number, cell, "item", depth + (tag == "dd"), "" if tag == "dt" else lead_of(element))
            waiting += [(one, depth + (one.tag in LISTS)) for one in reversed(inner)]
            continue
        if tag == "p":
            yield Entry(number, cell_of(element, page), "text", depth, lead_of(element))
            continue
        waiting += [(one, depth + (tag in LISTS)) for one in reversed(element)]


def _block(element: Any) -> tuple[Any, Any] | None:
    """Return the date and the title of a block of a timeline, each an element of its own; None for no such block."""
    if element.tag not in _BLOCKS or not _TIMELINE_BLOCK.search(element.get("class") or ""):
        return None
    within = list(islice(element.iterdescendants(), MAX_WITHIN))
    if len(within) == MAX_WITHIN or any(
        one.tag in _BLOCKS and _TIMELINE_BLOCK.search(one.get("class") or "") for one in within
    ):
        return None
    date = next((one for one in within if one.tag == "time" or _DATE_CLASS.search(one.get("class") or "")), None)
    if date is None:
        return None
    inside = set(date.iterdescendants())
    titles = (one for one in within if one.tag in HEADINGS or _TITLE_CLASS.search(one.get("class") or ""))
    return date, next((one for one in titles if one is not date and one not in inside and date not in one.iter()), None)


def _told_in(block: tuple[Any, Any], element: Any, page: Page, number: int, depth: int) -> Iterator[Entry]:
    """Give the block's date with its title, or its first line, as an item, and what else it says below that."""
    date, title = (cell_of(one, page) if one is not None else Cell() for one in block)
    for one in block:
        if one is not None:
            one.clear(keep_tail=True)
    rest = cell_of(element, page)
    lines = [line for line in rest.text.split("\n") if line.strip()]
    told = title.text.strip() or (lines.pop(0) if lines else "")
    links = title.links + rest.links
    yield Entry(number, Cell(f"{date.text}: {told}", links), "item", depth, date.text)
    if lines:
        yield Entry(number, Cell("\n".join(lines)), "text", depth + 1)


def is_navigation(element: Any) -> bool:
    said = f"{element.get('class') or ''} {element.get('role') or ''} {element.get('id') or ''}"
    return len(said) > 2 and bool(_NAVIGATION.search(said)) and element.tag not in ("html", "body", "main", "li")


def lead_of(element: Any) -> str:
    """Return the words that are set apart at an item's beginning."""
    if (element.text or "").strip():
        return ""
    first = next(element.iterchildren(), None)
    return "" if first is None or first.tag not in LEADS else " ".join("".join(first.itertext()).split())[:100]


FORMAT = HTMLList()
