"""HTML inside a file's values, as the Markdown that our bodies are written in, and the links in it."""

from __future__ import annotations

import re
from html import unescape

from lxml import etree

from ..cleaning import UnusableText, clean_text, clean_url

MAX_MARKUP = 100_000  # characters of one value
MAX_LINKS = 200
_TAGS = (
    "a abbr acronym address article aside audio b base bdi bdo big blockquote body br button canvas caption center "
    "cite code col colgroup data dd del details dfn dir div dl dt em embed fieldset figcaption figure font footer form "
    "frame frameset g h[1-6] head header hr html i iframe img input ins kbd label legend li link main map mark menu "
    "meta nav nobr noscript object ol optgroup option p param path picture pre progress q rp rt ruby s samp script "
    "section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot "
    "th thead time title tr track tt u ul use var video wbr [a-z][a-z0-9]*:[a-z]+(?=[\\s/>])"
).replace(" ", "|")
_TAG = rf"/?(?:{_TAGS})(?:[\s/][^<>]*)?>|!--|!doctype|\?xml|!\[CDATA\["
LOOKS_LIKE_HTML = re.compile(rf"<(?:{_TAG})|&(?:[a-z]{{2,8}}|#\d{{1,6}}|#x[0-9a-f]{{1,5}});", re.IGNORECASE)
_NO_TAG = re.compile(rf"<(?!{_TAG})", re.IGNORECASE)  # "<joe@example.org>", "a < b"
BLOCKS = frozenset("p div li ul ol h1 h2 h3 h4 h5 h6 blockquote tr table section article br hr pre dd dt".split())
DROPPED = frozenset("script style template noscript iframe object svg head title".split())
SPECIAL = re.compile(r"([\\`*_\[\]<>])")
UNESCAPED = re.compile(r"\\([\\`*_\[\]<>])")
_LINKED = re.compile(r"(!?)\[([^\[\]\n]{0,500})\]\((?:<[^<>\n]{0,2000}>|(?:[^()\s]|\([^()\s]{0,200}\)){0,2000})\)")
_HASHES = re.compile(r"^#{1,6}[ \t]+", re.M)
BLANKS = re.compile(r"[ \t\n]+")
EMPTY_LINES = re.compile(r"\n{3,}")

Link = tuple[str, str]  # address, words


def without_marks(text: str) -> str:
    """Return Markdown as one line has it: without the marks of headings, and of links and pictures only their words."""
    return UNESCAPED.sub(r"\1", _LINKED.sub(lambda found: "" if found[1] else found[2], _HASHES.sub("", text)))


def text_of(markup: str) -> tuple[str, list[Link]]:
    """Return a value's words without markup, in paragraphs, and its links."""
    return _Writer(links_as_markdown=False).write(markup)


def markdown_of(markup: str) -> tuple[str, list[Link]]:
    """Return a value as Markdown, its links kept where their addresses can be, and the links."""
    return _Writer(links_as_markdown=True).write(markup)


class _Writer:
    """Walks one value's elements, without recursion: a value may be nested as deep as it is long."""

    def __init__(self, *, links_as_markdown: bool) -> None:
        self._pieces: list[str] = []
        self._links: list[Link] = []
        self._open: list[int] = []  # where the words of the links around this place begin
        self._as_markdown = links_as_markdown

    def write(self, markup: str) -> tuple[str, list[Link]]:
        markup = clean_text(markup[:MAX_MARKUP])
        if not LOOKS_LIKE_HTML.search(markup):
            return "\n".join(line.strip() for line in markup.strip().split("\n")), []
        markup = _NO_TAG.sub("&lt;", markup)
        parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(f"<div>{markup}</div>".encode(), parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError):
            return unescape(LOOKS_LIKE_HTML.sub(" ", markup)).strip(), []
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            self._visit(event, element, is_root=element is root)
        text = "".join(self._pieces)
        text = "\n".join(line.strip() for line in text.split("\n"))
        return EMPTY_LINES.sub("\n\n", text).strip(), self._links

    def _visit(self, event: str, element: etree._Element, *, is_root: bool) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            self._begin(element, tag)
            return
        self._finish(element, tag)
        if not is_root:
            self._say(element.tail, element.getparent())

    def _begin(self, element: etree._Element, tag: str) -> None:
        if tag in BLOCKS:
            self._pieces.append("\n" if tag == "br" else "\n\n")
        if tag == "li" and self._as_markdown:
            self._pieces.append("- ")
        if tag == "a":
            self._open.append(len(self._pieces))
        self._say(element.text, element)

    def _finish(self, element: etree._Element, tag: str) -> None:
        if tag == "a":
            self._link(element.get("href", "").strip(), self._open.pop())
        if tag in BLOCKS and tag != "br":
            self._pieces.append("\n\n")

    def _say(self, text: str | None, inside: etree._Element | None) -> None:
        if not text or inside is None or inside.tag in DROPPED or not isinstance(inside.tag, str):
            return
        words = BLANKS.sub(" ", text)
        self._pieces.append(SPECIAL.sub(r"\\\1", words) if self._as_markdown else words)

    def _link(self, address: str, begin: int) -> None:
        said = BLANKS.sub(" ", "".join(self._pieces[begin:])).strip()
        if not address or len(self._links) >= MAX_LINKS:
            return
        self._links.append((address, UNESCAPED.sub(r"\1", said) if self._as_markdown else said))
        if not self._as_markdown or not said:
            return
        try:
            target = clean_url(address)
        except UnusableText:
            return
        self._pieces[begin:] = [f"[{said}](<{target}>)"]
