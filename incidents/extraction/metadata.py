"""What a web page declares about its report: address, publication date, language, publisher, authors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html as lxml_html

from ..cleaning import UnusableText, canonical_url, clean_line, clean_url
from ..sentences import Said, said
from .pubdate import Published, from_url, read_timestamp

_MAX_JSON = 500_000
_MAX_NODES = 5_000
_MAX_TIMES = 50
_ARTICLE_TYPES = ("article", "posting", "report", "review")
_PUBLISHED_METAS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "citation_publication_date",
    "sailthru.date",
    "parsely-pub-date",
    "article.published",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "cxenseparse:recs:publishtime",
)
_CHANGED_METAS = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_ASIDE = frozenset("aside footer nav".split())
_OTHER_TIME = ("comment", "modif", "update", "relat", "sidebar", "recommend", "teaser", "promo", "most-read", "footer")


@dataclass(frozen=True, slots=True)
class Story:
    """An article object of a page's JSON-LD; empty strings for what it leaves out."""

    headline: str
    url: str
    published: str
    modified: str
    publisher: str
    authors: tuple[str, ...]
    is_article: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page with its declarations: `metas` by lower-case name, the first of each."""

    root: lxml_html.HtmlElement
    metas: dict[str, str]
    stories: tuple[Story, ...]


def read_page(root: lxml_html.HtmlElement) -> Page:
    """Collect the declarations of a page."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        content = (meta.get("content") or "")[:2_000].strip()
        if name and content:
            metas.setdefault(name[:100].lower(), content)
    return Page(root, metas, tuple(_stories(root)))


# --- JSON-LD ---------------------------------------------------------------------------------------------


def _stories(root: lxml_html.HtmlElement) -> Iterator[Story]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _MAX_JSON:
            continue
        try:
            document = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from filter(None, map(_story, _objects(document)))


def _objects(document: Any) -> Iterator[dict[str, Any]]:
    """Walk the objects of a JSON document, outermost first, without recursion."""
    waiting = [document]
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0) if len(waiting) < 100 else waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            waiting.extend(value for value in node if isinstance(value, dict | list))


def _story(node: dict[str, Any]) -> Story | None:
    kinds = [str(kind).lower() for kind in _as_list(node.get("@type"))]
    is_article = any(kind.endswith(_ARTICLE_TYPES) for kind in kinds)
    if not is_article and "webpage" not in kinds:
        return None
    return Story(
        headline=_text(node.get("headline")) if is_article else "",
        url=_text(node.get("url")) or _text(node.get("mainEntityOfPage"), "@id"),
        published=_text(node.get("datePublished")),
        modified=_text(node.get("dateModified")),
        publisher=_text(node.get("publisher")) if is_article else "",
        authors=tuple(filter(None, (_text(author) for author in _as_list(node.get("author"))[:20]))),
        is_article=is_article,
    )


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any, key: str = "name") -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get(key)
    return clean_line(value[:2_000]) if isinstance(value, str) else ""


# --- address ---------------------------------------------------------------------------------------------


def find_url(page: Page, given: str) -> tuple[str, Said | None]:
    """Give the address of a report, and a note where the page names another one as its original.

    The page's own canonical link is believed on the same site, for an AMP page, or where no address was given.
    """
    declared = _declared_url(page, given)
    if not given:
        return declared, None
    given = clean_url(given)
    if not declared or canonical_url(declared) == canonical_url(given):
        return declared or given, None
    if urlsplit(declared).path in ("", "/") and urlsplit(given).path not in ("", "/"):
        return given, None
    if _site(declared) == _site(given) or _is_amp(page):
        return declared, None
    return given, said("The page names %(address)s as its original.", address=declared)


def _declared_url(page: Page, base: str) -> str:
    links = [
        link.get("href") or "" for link in page.root.iter("link") if "canonical" in (link.get("rel") or "").split()
    ]
    for candidate in [*links[:3], page.metas.get("og:url", "")]:
        try:
            if candidate.strip():
                return clean_url(urljoin(base, candidate.strip()))
        except (UnusableText, ValueError):
            continue
    return ""


def _is_amp(page: Page) -> bool:
    return "amp" in page.root.attrib or "\u26a1" in page.root.attrib


def _site(url: str) -> str:
    host = urlsplit(canonical_url(url)).hostname or ""
    for prefix in ("www.", "m.", "mobile.", "edition."):
        host = host.removeprefix(prefix)
    return host


def host_name(url: str) -> str:
    """Name the host of an address, as a stand-in for a publisher that nothing names."""
    return (urlsplit(url).hostname or "").removeprefix("www.").rstrip(".")


# --- publication date ------------------------------------------------------------------------------------


def find_published(page: Page, url: str, title: str, language: str) -> Published:
    """Find the publication date that a page declares: JSON-LD, meta, <time> by the headline, then its address.

    Never a date of change, a copyright or a date that merely stands somewhere. Notes say what was not taken.
    """
    notes: list[Said] = []
    found = Published()
    if edtf := _from_stories(page, url, title, language, notes):
        found = Published(edtf, "json-ld")
    elif edtf := _from_metas(page, language):
        found = Published(edtf, "meta")
    elif edtf := _from_time_element(page, language):
        found = Published(edtf, "time")
    elif edtf := from_url(url):
        found = Published(edtf, "url")
    elif edtf := _changed(page, language):
        notes.append(said("The page says only when it was changed (%(date)s), not when it was published.", date=edtf))
    in_url = from_url(url)
    if found.edtf and in_url and abs(_month(found.edtf) - _month(in_url)) > 1:
        notes.append(
            said("The address of the page names %(date)s, but the page says %(other)s.", date=in_url, other=found.edtf)
        )
    return Published(found.edtf, found.found_in, tuple(notes))


def _month(edtf: str) -> int:
    return int(edtf[:4]) * 12 + int(edtf[5:7])


def _from_stories(page: Page, url: str, title: str, language: str, notes: list[Said]) -> str:
    dated = [(story, edtf) for story in page.stories if (edtf := read_timestamp(story.published, language))]
    dated = [pair for pair in dated if pair[0].is_article] or dated
    own = [pair for pair in dated if _is_own(pair[0], url, title)]
    dates = list(dict.fromkeys(edtf for _, edtf in own or dated))
    if len({edtf[:10] for edtf in dates}) > 1:
        notes.append(
            said(
                "The page holds several stories, of %(date)s, %(other)s and so on.",
                date=dates[0][:10],
                other=dates[1][:10],
            )
        )
        return ""
    return dates[0] if dates else ""


def _is_own(story: Story, url: str, title: str) -> bool:
    if title and story.headline and story.headline.casefold() == title.casefold():
        return True
    try:
        return bool(url and story.url) and canonical_url(story.url) == canonical_url(url)
    except UnusableText:
        return False


def _from_metas(page: Page, language: str) -> str:
    for name in _PUBLISHED_METAS:
        if edtf := read_timestamp(page.metas.get(name, ""), language):
            return edtf
    return ""


def _from_time_element(page: Page, language: str) -> str:
    """Read the <time> marked as the publication, or the first one after the headline before the text runs long."""
    near = looked_at = 0
    after_headline = False
    for element in page.root.iter("h1", "p", "time", "abbr", "span"):
        if element.tag == "h1":
            after_headline, near = True, 0
        elif element.tag == "p":
            near += len(element.text or "")
        elif element.tag == "time" or "datepublished" in (element.get("itemprop") or "").lower():
            marked = "datepublished" in (element.get("itemprop") or "").lower() or element.get("pubdate") is not None
            if not marked and (not after_headline or near > 300):
                continue
            looked_at += 1
            if looked_at > _MAX_TIMES:
                return ""
            raw = element.get("datetime") or element.get("content") or element.text or ""
            if _belongs_to_the_story(element) and (edtf := read_timestamp(raw, language)):
                return edtf
    return ""


def _belongs_to_the_story(element: lxml_html.HtmlElement) -> bool:
    around = element
    for _ in range(6):
        marks = " ".join((around.get("class") or "", around.get("id") or "", around.get("itemprop") or "")).lower()
        if around.tag in _ASIDE or any(word in marks for word in _OTHER_TIME):
            return False
        parent = around.getparent()
        if parent is None:
            return True
        around = parent
    return True


def _changed(page: Page, language: str) -> str:
    declared = [page.metas.get(name, "") for name in _CHANGED_METAS]
    declared += [story.modified for story in page.stories]
    return next(filter(None, (read_timestamp(raw, language) for raw in declared)), "")
