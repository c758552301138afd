"""RSS, Atom and JSON Feed: each item is a report, and a proposal dated by the day it was published.

When something was published is not when it happened: the proposal's date is a first reading that says so.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from html import escape
from typing import Any, BinaryIO
from urllib.parse import urljoin

from lxml import etree

from ..cleaning import UnusableText, clean_line, clean_url, decode
from ..drafts import CitationDraft, EventDraft, Finding, IncidentDraft, Origin, Reading, SourceDraft
from ..sentences import Reason, why
from ..temporal import read_plain
from ..temporal.edtf import EDTF
from . import jsontext, xmltext
from .base import FormatError, Item, Options, Refused
from .decoding import head_text
from .jsontext import list_of, object_of, text_value
from .making import Refs, headline_of, moment_text, with_whole
from .richtext import markdown_of, text_of

MAX_FEED = 15_000_000  # bytes: a feed is read as a whole
MAX_ELEMENTS = 400_000
MAX_ITEMS = 10_000
DOUBT = 0.5  # an item's day of publication is a day on which it was told, not always the day of what it tells
FEED = re.compile(r"<(?:rss|feed|rdf:RDF|RDF)\b", re.IGNORECASE)
CDF = re.compile(r"<channel\b", re.IGNORECASE)
MAILBOX = re.compile(r"[^\s@<>()]{1,200}@[^\s@<>()]{1,200}\s*(?:\(([^()]*)\))?")
WEB = re.compile(r"https?://", re.IGNORECASE)
DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}\bencoding\s*=", re.IGNORECASE)
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


class Feed:
    """RSS 0.9 to 2.0 and Atom 0.3 to 1.0."""

    name = "feed"
    label = "RSS, Atom"
    media_type = "application/atom+xml"
    extensions = (".xml", ".rss", ".atom", ".rdf")

    def recognises(self, head: bytes, name: str) -> float:
        text = without_comments(head_text(head))
        return 0.95 if FEED.match(text) else 0.6 if CDF.match(text) else 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        data = bounded(file, name)
        start = without_comments(head_text(data[:10_000]))
        if CDF.match(start):
            raise FormatError(
                "%(name)s is in the Channel Definition Format, given up long ago; take the site's RSS or Atom.",
                name=name,
            )
        if not FEED.match(start):
            raise FormatError("%(name)s is no feed: it begins with none of <rss>, <feed> and <rdf:RDF>.", name=name)
        root = xmltext.document(in_utf8(data, options.encoding), name)
        if (count := int(root.xpath("count(//*)"))) > MAX_ELEMENTS:
            raise FormatError(
                "%(name)s has %(count)s elements; at most %(most)s are read. Give a shorter feed.",
                name=name,
                count=count,
                most=MAX_ELEMENTS,
            )
        head = next((child for child in root if local(child) == "channel"), root)
        base = address_in(head, name if WEB.match(name) else "")
        channel = SourceDraft(
            title=plain(words_in(head, "title")),
            url=safe_url(base),
            language=language_of(words_in(head, "language") or root.get(LANG, "") or options.language),
        )
        yield from items_of(entries(root, base or name), channel, name)

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        from .atom_out import write

        return write(items)


class JSONFeed:
    """JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

    name = "jsonfeed"
    label = "JSON Feed"
    media_type = "application/feed+json"
    extensions = (".json",)

    def recognises(self, head: bytes, name: str) -> float:
        return 1.0 if "jsonfeed.org/version/" in head_text(head)[:4000] else 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        whole = jsontext.load(file, name)
        if not isinstance(whole, dict) or not isinstance(whole.get("items"), list):
            raise FormatError("%(name)s is no JSON Feed: it has no list “items”.", name=name)
        home = text_value(whole.get("home_page_url"))
        base = home or text_value(whole.get("feed_url")) or name
        channel = SourceDraft(
            title=clean_line(text_value(whole.get("title"))),
            url=safe_url(home),
            language=language_of(text_value(whole.get("language")) or options.language),
        )
        yield from items_of((json_entry(item, base) for item in whole["items"]), channel, name)

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        from .jsonfeed_out import write

        return write(items)


def items_of(found: Iterable[dict[str, Any]], channel: SourceDraft, name: str) -> Iterator[Item]:
    if channel.title:
        yield IncidentDraft(channel.title, language=channel.language)
    refs = Refs("feed")
    for row, entry in enumerate(found, 1):
        if row > MAX_ITEMS:
            yield Finding("many-items", params=(("limit", f"{MAX_ITEMS:,}"),))
            return
        yield draft_of(entry, channel, Origin(name, row), refs)


def in_utf8(data: bytes, stated: str) -> bytes:
    """Return a document that names no encoding, and is not in UTF-8, in UTF-8; `stated` is what its server said."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:4] or DECLARED.match(data[:300]):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return decode(data, stated or None).encode()
    return data


def joined(base: str, address: str) -> str:
    """Return an address that may be relative to a page; as it stands where the page is none of the web."""
    try:
        return urljoin(base, address) if address and WEB.match(base) else address
    except ValueError:
        return address


def entries(root: etree._Element, base: str = "") -> Iterator[dict[str, Any]]:
    """Give the items of a feed under our names for their fields; `base` is what relative links are relative to."""
    for one in root.iter("{*}item", "{*}entry"):
        yield {
            "id": words_in(one, "id", "guid") or one.get(ABOUT, ""),
            "title": words_in(one, "title"),
            "link": address_in(one, base) or enclosed(one, base),
            "body": body_in(one),
            "published": words_in(one, "published", "pubDate", "issued", "date", "created", "updated", "modified"),
            "authors": [author_of(child) for child in one if local(child) in ("author", "creator")],
            "tags": [child.get("term") or child.text or "" for child in one if local(child) in ("category", "subject")],
            "language": one.get(LANG, ""),
            "publisher": publisher_in(one),
        }


def local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def words_in(parent: etree._Element, *names: str) -> str:
    """Return what the first child of these names holds, the names in order of preference; HTML as markup."""
    for name in names:
        for child in parent:
            if local(child) == name and (text := markup_of(child).strip()):
                return text
    return ""


def markup_of(element: etree._Element) -> str:
    """Return what an element holds: HTML that was escaped as it stands, XHTML with its elements, plain text escaped."""
    if element.get("type", "") in ("text", "text/plain"):
        return escape(element.text or "", quote=False)
    return xmltext.inner(element) if len(element) else element.text or ""


def body_in(item: etree._Element) -> str:
    for name in ("encoded", "content", "description", "summary"):
        for child in (*item, *item.iterfind("{http://search.yahoo.com/mrss/}group/*")):
            if local(child) == name and (text := content_of(markup_of(child), child.get("type", ""))).strip():
                return text
    return ""


def content_of(value: str, kind: str) -> str:
    """Return the text of a content; one of another type than text is in Base64 (RFC 4287, 4.1.3.3)."""
    kind = kind.lower()
    if kind in ("", "text", "html", "xhtml") or kind.startswith("text/") or kind.endswith(("xml", "/json")):
        return value
    try:
        return decode(b64decode("".join(value.split()), validate=True))
    except (ValueError, UnusableText):
        return ""  # a picture or a sound, which is nothing to read


def address_in(parent: etree._Element, base: str = "") -> str:
    """Return the page of a feed or an item: where its alternate link leads, or a guid that is an address."""
    for child in parent:
        if local(child) != "link":
            continue
        if child.get("href") and child.get("rel", "alternate") == "alternate":
            return joined(joined(base, child.base or "") or base, str(child.get("href")).strip())
        if child.text and child.text.strip():
            return joined(joined(base, child.base or "") or base, child.text.strip())
    guids = (child for child in parent if local(child) == "guid" and child.get("isPermaLink", "true") == "true")
    return next((text for guid in guids if (text := (guid.text or "").strip()).startswith("http")), "")


def enclosed(item: etree._Element, base: str = "") -> str:
    """Return the address of what comes with an item that has no page: a podcast's sound, a video."""
    for child in item:
        if local(child) == "enclosure" or (local(child) == "link" and child.get("rel") == "enclosure"):
            return joined(
                joined(base, child.base or "") or base, str(child.get("url") or child.get("href") or "").strip()
            )
    return ""


def publisher_in(item: etree._Element) -> str:
    """Return who published an item that a feed takes from elsewhere."""
    source = next((child for child in item if local(child) == "source"), None)
    return "" if source is None else plain(words_in(source, "title") or source.text)


def author_of(element: etree._Element) -> str:
    """Return an author's name; RSS has it in brackets behind an address, or not at all."""
    name = (next((child.text for child in element if local(child) == "name"), None) or element.text or "").strip()
    found = MAILBOX.fullmatch(name)
    return (found[1] or "").strip() if found else name


def json_entry(item: Any, base: str = "") -> dict[str, Any]:
    """Give an item of a JSON Feed under the names of ours."""
    given = object_of(item)
    authors = list_of(given.get("authors")) or [given.get("author")]
    return {
        "id": text_value(given.get("id")),
        "title": escape(text_value(given.get("title")), quote=False),  # plain text, and so is content_text
        "link": joined(base, text_value(given.get("url") or given.get("external_url"))),
        "body": text_value(given.get("content_html"))
        or escape(text_value(given.get("content_text") or given.get("summary")), quote=False),
        "published": text_value(given.get("date_published") or given.get("date_modified")),
        "authors": [text_value(object_of(author).get("name")) for author in authors],
        "tags": [text_value(tag) for tag in list_of(given.get("tags"))],
        "language": text_value(given.get("language")),
    }


def draft_of(entry: dict[str, Any], channel: SourceDraft, origin: Origin, refs: Refs) -> EventDraft | Refused:
    """Make an item a source and a proposal that cites it."""
    findings: list[Finding] = []
    body, _ = markdown_of(entry["body"])
    own_id = clean_line(entry["id"])[:500]
    published, words = published_of(entry["published"], findings)
    title = plain(entry["title"])
    headline, untitled = headline_of(title, "" if title else plain(entry["body"]), is_told=bool(entry["link"]))
    if not headline:
        return Refused(origin, untitled)
    language = language_of(entry["language"]) or channel.language
    source = SourceDraft(
        title=title or headline,
        url=web_address(entry["link"], findings),
        publisher=clean_line(entry.get("publisher", ""))[:200] or channel.title,
        authors=tuple(clean_line(author) for author in entry["authors"] if author.strip()),
        published=published,
        published_from="feed" if published else "",
        language=language,
    )
    day = published[:10] if published and EDTF.parse(published).day else published
    reading = Reading(words, day, rule="from-report", reference=day, confidence=DOUBT) if day else None
    if reading:
        findings.append(Finding("dated-by-publication", "note"))
    return EventDraft(
        headline=headline,
        date=reading,
        kind="disclosed",
        body=with_whole(body, headline, title),
        language=language,
        citations=(CitationDraft(source, date=reading),),
        import_ref=refs.ref(entry["id"] or entry["link"] or f"{headline}\n{words}"),
        origin=origin,
        extra=(("id", own_id),) if own_id and own_id != entry["link"] else (),
        tags=tuple(dict.fromkeys(clean_line(tag)[:80] for tag in entry["tags"] if tag.strip())),
        findings=(*untitled, *findings),
    )


def published_of(given: str, findings: list[Finding]) -> tuple[str, str]:
    """Return when an item was published as EDTF, and the words that said so."""
    words = clean_line(given)[:200]
    if not words:
        return "", ""
    reason: Reason = ""
    for read in (iso_text, mail_text, plain_text):
        try:
            return read(words), words
        except ValueError as error:
            reason = why(error)
    findings.append(Finding("unread-date", column="published", value=words, params=(("reason", reason),)))
    return "", words


def iso_text(words: str) -> str:
    return str(EDTF.parse(words))


def mail_text(words: str) -> str:
    """Read a date as RFC 822 and RSS write it."""
    return moment_text(parsedate_to_datetime(words))


def plain_text(words: str) -> str:
    return read_plain(words).edtf


def web_address(address: str, findings: list[Finding]) -> str:
    if not address:
        return ""
    try:
        return clean_url(address)
    except UnusableText as error:
        findings.append(Finding("bad-address", column="link", value=address[:200], params=(("reason", why(error)),)))
        return ""


def safe_url(address: str) -> str:
    return web_address(address, [])


def plain(value: Any) -> str:
    return clean_line(text_of(text_value(value))[0])


def language_of(tag: str) -> str:
    return tag.strip().lower() if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}", tag.strip()) else ""


def without_comments(text: str) -> str:
    """Return a document from its first element on."""
    return re.sub(r"\A(?:\s|\ufeff|<\?[^>]{0,300}\?>|<!--.{0,5000}?-->)+", "", text, flags=re.DOTALL)


def bounded(file: BinaryIO, name: str) -> bytes:
    data = file.read(MAX_FEED + 1)
    if len(data) > MAX_FEED:
        raise FormatError("%(name)s has more than %(most)s bytes; split it.", name=name, most=MAX_FEED)
    if not data.strip():
        raise FormatError("%(name)s is empty.", name=name)
    return data


FORMAT = Feed()
JSON_FORMAT = JSONFeed()
