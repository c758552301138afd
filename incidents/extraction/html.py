"""A web page as a tree, and the paragraphs of its story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree
from lxml import html as lxml_html

from ..cleaning import UnusableText, clean_line, clean_text, decode

if TYPE_CHECKING:
    from trafilatura.settings import Document

# Above these trafilatura's time grows with the square of the page (20,000 nested or sibling elements: 6 s).
MAX_ELEMENTS = 10_000
MOST_ELEMENTS = 100_000
MAX_DEPTH = 250

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""^\s{0,20}<\?xml[^>]{0,100}encoding=["']([A-Za-z0-9_.:-]{2,40})""")
_UNSEEN = frozenset(
    "script style template noscript svg math iframe object embed canvas audio video form button select option "
    "textarea nav aside footer head".split()
)
_BLOCKS = frozenset(
    "address article blockquote body center dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li main ol p "
    "pre section table td th tr ul br".split()
)


def decode_page(raw: str | bytes, charset: str = "") -> str:
    """Decode a page by `charset`, which the server named, or by what the page declares; cleaned."""
    if isinstance(raw, bytes):
        declared = _CHARSET.search(raw[:4096]) or _XML_CHARSET.match(raw[:4096])
        raw = decode(raw, charset or (declared[1].decode("ascii") if declared else None))
    return clean_text(raw)


def parse_page(markup: str) -> lxml_html.HtmlElement:
    """Build the tree of a page. libxml2 takes any soup; what it builds no tree of is refused."""
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnusableText("The page holds no readable HTML. Paste the text of the report instead.") from error
    refuse_crowd(root)
    return root


def refuse_crowd(root: lxml_html.HtmlElement) -> None:
    """Refuse what holds more elements than any report: each costs time, however little it says."""
    for count, _element in enumerate(root.iter(), start=1):
        if count > MOST_ELEMENTS:
            raise UnusableText(
                "The page has more than %(most)s elements, far more than a report. Paste its text instead.",
                most=MOST_ELEMENTS,
            )


def is_plain_enough(root: lxml_html.HtmlElement) -> bool:
    """Tell whether a page is small and flat enough for the article extractor."""
    depth = elements = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > MAX_DEPTH or elements > MAX_ELEMENTS:
            return False
    return True


def find_story(root: lxml_html.HtmlElement) -> Document | None:
    """Let trafilatura find title, authors, site and body; None where it finds no story."""
    from trafilatura import bare_extraction  # slow to load, and most processes read no page
    from trafilatura.settings import Document

    try:
        found = bare_extraction(
            root, with_metadata=True, include_comments=False, include_tables=False, include_images=False
        )
    # What trafilatura and htmldate let through on soup: their own slips, not faults of the caller.
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, OverflowError, etree.LxmlError):
        return None
    return found if isinstance(found, Document) else None


def story_paragraphs(story: Document | None) -> list[str]:
    """Give the paragraphs that trafilatura found, one a line of its text."""
    lines = (clean_line(line.lstrip("-> ")) for line in (story.text or "").split("\n")) if story else iter(())
    return [line for line in lines if line]


def all_paragraphs(root: lxml_html.HtmlElement) -> list[str]:
    """Give every visible block of text of a page, menus and footers left out; in linear time."""
    return [line for block in _blocks(root) if (line := clean_line(block))]


def _blocks(root: lxml_html.HtmlElement) -> Iterator[str]:
    pieces: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else "script"
        starts = event == "start"
        if name in _BLOCKS and not unseen:
            yield "".join(pieces)
            pieces = []
        if name in _UNSEEN:
            unseen += 1 if starts else -1
        text = element.text if starts else element.tail
        if text and not unseen:
            pieces.append(text)
    yield "".join(pieces)
