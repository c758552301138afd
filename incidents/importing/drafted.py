"""What drafts cite, as rows in hand: addresses and names through the one gate, dates read, each source once.

A draft is taken here as it is staged: plain JSON without what is empty (formats/wire.py). Of a hundred thousand, what
making objects of them costs would be a sixth of the whole. Nothing here asks the database.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from ..cleaning import UnusableText, clean_and_canonical, clean_line, clean_text
from ..drafts import SourceDraft
from ..models import Event, Source
from ..models.newrows import NewCitation, NewQuote, NewSource, bounds
from ..models.sources import sha256
from ..temporal.edtf import EDTFError

PARTS = frozenset(Event.Part.values)
GENRES = frozenset(Source.Genre.values)
Key = tuple[str, ...]
Plain = dict[str, Any]


@lru_cache(maxsize=16_384)
def address(url: str) -> tuple[str, str]:
    """Return an address as it is stored, and its key; two empty strings for one that cannot be."""
    try:
        clean, canonical = clean_and_canonical(url)
    except UnusableText:
        return "", ""
    return clean, sha256(canonical)


def key_of(source: Plain) -> Key:
    """Return what tells one source from another: its address, else its title, publisher and date; empty for none.

    Two of our own JSON that are alike, but for their ids, are two.
    """
    url = source.get("url")
    if url and (key := address(url)[1]):
        return (key,)
    if own_id := source.get("id"):
        return ("id", own_id)
    publisher = clean_line(source.get("publisher", ""))[:200]
    title = clean_line(source.get("title", ""))[:500] or publisher
    return (title, publisher, source.get("published", "")) if title else ()


def cited_by(drafts: Iterable[Plain]) -> dict[Key, Plain]:
    """Return the sources that drafts cite, each with all that any of them says of it."""
    cited: dict[Key, Plain] = {}
    for draft in drafts:
        for one in draft.get("citations", ()):
            source = one.get("source") or {}
            key = key_of(source)
            cited[key] = source | cited[key] if key in cited else source
    cited.pop((), None)
    return cited


def source_draft(given: Plain) -> SourceDraft:
    return SourceDraft(**given | {"authors": tuple(given.get("authors", ()))})


def new_title(draft: Plain) -> str:
    return clean_line(draft.get("title", ""))[:500]


def new_source(draft: Plain, key: Key, free: set[str]) -> NewSource:
    given = draft.get
    url = address(draft["url"])[0] if given("url") else ""
    try:
        published = bounds(given("published", ""), "")[0]
    except EDTFError:
        published = ""
    own = given("id", "")
    publisher = clean_line(given("publisher") or ("" if own else given("credit", "")))[:200]
    return NewSource(
        public_id=own if own in free else "",
        title=new_title(draft) or publisher or url.partition("//")[2][:500],
        publisher=publisher,
        authors="; ".join(map(clean_line, given("authors", ())))[:500],
        url=url,
        url_key=key[0] if url else "",
        published=published,
        published_from=(given("published_from") or ("" if own else "given"))[:100] if published or own else "",
        language=given("language", "")[:16],
        credit=clean_line(credit)[:100] if (credit := given("credit")) else "",
        genre=genre if (genre := given("genre", "")) in GENRES else "",
    )


def about_of(citation: Plain) -> tuple[str, str]:
    """Return what of an event a citation speaks to, and the words where that is a passage of its text."""
    about = citation.get("about", "all")
    passage = clean_line(citation.get("passage", ""))[:500] if about == "passage" else ""
    return (about, passage) if about == "date" or passage else ("all", "")


def new_citation(draft: Plain, source: NewSource | Source, order: int) -> NewCitation:
    made = NewCitation(source, "disputes" if draft.get("disputes") else "supports", order=order)
    if locator := draft.get("locator"):
        made.locator = clean_line(locator)[:100]
    if reading := draft.get("date"):
        given = reading.get
        made.date_words = clean_line(given("words", ""))[:200]
        made.date_part = part if (part := given("part", "")) in PARTS else ""
        made.date_reference, made.date_rule = given("reference", "")[:40], given("rule", "")[:60]
        try:
            made.date = bounds(given("edtf", ""), "")[0]
        except EDTFError:
            made.date = ""
    return made


def new_quote(quote: Plain, words: str, order: int) -> NewQuote:
    start, end = quote.get("start"), quote.get("end")
    if start is None or end is None or end <= start:
        start = end = None
    archived = quote.get("archived", "")
    return NewQuote(
        words,
        clean_text(quote.get("prefix", ""))[:200],
        clean_text(quote.get("suffix", ""))[:200],
        start,
        end,
        order,
        archived=address(archived)[0] if archived else "",
    )
