"""From staged drafts to rows in hand: texts through the one gate, dates read, sources, names and tags found again.

A draft is taken here as it is staged: plain JSON without what is empty (formats/wire.py). Of a hundred thousand, what
making objects of them costs would be a sixth of the whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from json.encoder import encode_basestring
from typing import Any

from django.utils.text import slugify

from ..cleaning import UnusableText, clean_and_canonical, clean_line, clean_text
from ..drafts import Finding, SourceDraft
from ..models import Citation, Entity, EntityAlias, EntityRole, Event, ImportBatch, Quote, Source, Tag, raw
from ..models.bulk import NewCitation, NewEntity, NewEvent, NewQuote, NewRole, NewSource, NewTag, Rows, bounds
from ..models.sources import sha256
from ..temporal.edtf import EDTFError
from .sources import fill_up

KINDS = frozenset(Event.Kind.values)
PARTS = frozenset(Event.Part.values)
ENTITY_KINDS = frozenset(Entity.Kind.values)
GENRES = frozenset(Source.Genre.values)
ROLES = frozenset(EntityRole.Role.values)
SMALL = 32_767
Key = tuple[str, ...]
Plain = dict[str, Any]


class Unusable(ValueError):
    """A draft that no event can be made of; the finding says why."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.finding = Finding(code, "error", params=tuple(params.items()))


# --- An event -----------------------------------------------------------------------------------------------------


def build(draft: Plain, import_ref: str, batch: ImportBatch, library: Library) -> NewEvent:
    """Return the event that a draft proposes, with its citations, roles and tags. Raises Unusable."""
    given = draft.get
    try:
        headline = clean_line(given("headline", ""))[:300].rstrip()
        body = clean_text(given("body", ""))
    except UnusableText as error:
        raise Unusable("unusable-text", reason=str(error)) from error
    if not headline:
        raise Unusable("no-headline")
    date, part = date_of(given("date") or {})
    extra = given("extra")
    return NewEvent(
        headline=headline,
        state=batch.mode,
        import_ref=import_ref,
        date=date,
        part=part,
        body=body,
        kind=kind if (kind := given("kind", "occurred")) in KINDS else "other",
        language=(given("language") or batch.incident.language)[:16],
        place=clean_line(place)[:200] if (place := given("place")) else "",
        order=max(-SMALL, min(given("order", 0), SMALL)),
        extra=extra_json(extra) if extra else "{}",
        undated=not date and bool(given("undated")),
        citations=Rows(library.citations(given("citations", ()))),
        roles=Rows(library.roles(given("entities", ()))),
        tags=Rows(library.tags(given("tags", ()))),
    )


def extra_json(extra: Iterable[tuple[str, str]]) -> str:
    """Write names and texts as json.dumps() does, in a fifth of the time."""
    pairs = dict(extra).items()
    if not all(type(text) is str for _name, text in pairs):
        return json.dumps(dict(pairs), ensure_ascii=False)
    return "{" + ", ".join([f"{encode_basestring(name)}: {encode_basestring(text)}" for name, text in pairs]) + "}"


def date_of(reading: Plain) -> tuple[str, str]:
    """Return a reading's date and part; none where it stays open (XXXX-07-07) and waits for the editor."""
    date: str = reading.get("edtf", "")
    if not date or date.startswith("XXXX"):
        return "", ""
    part = reading.get("part", "")
    part = part if part in PARTS else ""
    try:
        return bounds(date, part)[0], part
    except EDTFError as error:
        raise Unusable("unreadable-date", reason=str(error)) from error


# --- What is there already --------------------------------------------------------------------------------------------


@lru_cache(maxsize=16_384)
def address(url: str) -> tuple[str, str]:
    """Return an address as it is stored, and its key; two empty strings for one that cannot be."""
    try:
        clean, canonical = clean_and_canonical(url)
    except UnusableText:
        return "", ""
    return clean, sha256(canonical)


def key_of(source: Plain) -> Key:
    """Return what tells one source from another: its address, else its title, publisher and date; empty for none."""
    url = source.get("url")
    if url and (key := address(url)[1]):
        return (key,)
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


class Library:
    """The sources, entities and tags that some drafts name: those that are there, and those to be made, each once."""

    def __init__(self, drafts: Iterable[Plain]) -> None:
        drafts = list(drafts)
        self.sources: dict[Key, NewSource | Source] = {}
        self.entities: dict[Key, NewEntity | Entity] = {}
        self.tag_by_slug: dict[str, NewTag | Tag] = {}
        self.cited = cited_by(drafts)
        if self.cited:
            self.find_sources(self.cited)
        if names := {clean_line(one["name"])[:200] for draft in drafts for one in draft.get("entities", ())}:
            self.find_entities(names)
        if slugs := {slug_of(tag) for draft in drafts for tag in draft.get("tags", ())}:
            self.tag_by_slug |= {tag.slug: tag for tag in Tag.objects.filter(slug__in=slugs)}

    # --- Sources ---

    def find_sources(self, cited: dict[Key, Plain]) -> None:
        wanted = [key[0] for key in cited if len(key) == 1]
        keys = [row[0] for row in raw.found(Source, ["url_key"], "url_key", wanted)]
        titles = [key[0] for key in cited if len(key) > 1]
        found = Source.objects.select_related("copy_of")
        for source in found.filter(url_key__in=keys).exclude(url_key="") if keys else ():
            self.sources[(source.url_key,)] = source
        for source in found.filter(url_key="", title__in=titles).order_by("-pk") if titles else ():
            self.sources[source.title, source.publisher, str(source.published or "")] = source
        for key, known in list(self.sources.items()):
            if key in cited and isinstance(known, Source):
                fill_up(known, source_draft(cited[key]), corrected=False)

    def source(self, draft: Plain) -> NewSource | Source | None:
        key = key_of(draft)
        if key and key not in self.sources:
            self.sources[key] = new_source(self.cited.get(key, draft), key)
        return self.sources.get(key)

    def citations(self, drafts: Iterable[Plain]) -> list[NewCitation]:
        """Return one citation a source, stance and passage: what is said of one twice is one with more quotes."""
        found: dict[tuple[int, bool, str, str], NewCitation] = {}
        for draft in drafts:
            source = self.source(draft.get("source") or {})
            if source is None:
                continue
            about, passage = about_of(draft)
            which = (id(source), draft.get("disputes", False), about, passage)
            made = found.get(which)
            if made is None:
                made = found[which] = new_citation(draft, source, len(found))
                made.about, made.passage = about, passage
            for quote in draft.get("quotes", ()):
                if words := clean_text(quote.get("exact", ""))[:2000].strip():
                    made.quotes.append(new_quote(quote, words, len(made.quotes)))
        return list(found.values())

    # --- Entities ---

    def find_entities(self, names: set[str]) -> None:
        for alias in EntityAlias.objects.filter(name__in=names).select_related("entity").order_by("-pk"):
            self.entities[alias.name, alias.entity.kind] = self.entities[alias.name,] = alias.entity
        for entity in Entity.objects.filter(name__in=names).order_by("-pk"):
            self.entities[entity.name, entity.kind] = self.entities[entity.name,] = entity
        slugs = [slug for name in names if (name,) not in self.entities for slug in [slug_of(name)]]
        self.slugs = set(Entity.objects.filter(slug__in=slugs).values_list("slug", flat=True))

    def roles(self, drafts: Iterable[Plain]) -> list[NewRole]:
        found: dict[tuple[int, str], NewRole] = {}
        for draft in drafts:
            if name := clean_line(draft["name"])[:200]:
                kind = kind if (kind := draft.get("kind", "")) in ENTITY_KINDS else ""
                entity = self.entity(name, kind, draft.get("description", ""))
                role = given if (given := draft.get("role", "")) in ROLES else EntityRole.Role.MENTIONED.value
                found.setdefault((id(entity), role), NewRole(entity, role))
        return list(found.values())

    def entity(self, name: str, kind: str, description: str = "") -> NewEntity | Entity:
        key = (name, kind) if kind else (name,)
        if key not in self.entities:
            slug = slug_of(name)
            if slug in self.slugs:
                slug = f"{slug[:60]}-{blake2b(repr(key).encode(), digest_size=6).hexdigest()}"
            self.slugs.add(slug)
            made = NewEntity(name, slug, kind or Entity.Kind.ORGANISATION.value, clean_text(description))
            self.entities[name, made.kind] = self.entities[name,] = made
        return self.entities[key]

    # --- Tags ---

    def tags(self, names: Iterable[str]) -> list[NewTag | Tag]:
        found: dict[str, NewTag | Tag] = {}
        for name in names:
            if name := clean_line(name)[:80]:
                slug = slug_of(name)
                found[slug] = self.tag_by_slug.setdefault(slug, NewTag(name, slug))
        return list(found.values())


def slug_of(name: str) -> str:
    """Return the address of a name; one without a Latin letter goes by a hash of it."""
    return slugify(name)[:80].strip("-") or blake2b(name.encode(), digest_size=6).hexdigest()


def source_draft(given: Plain) -> SourceDraft:
    return SourceDraft(**given | {"authors": tuple(given.get("authors", ()))})


def new_source(draft: Plain, key: Key) -> NewSource:
    given = draft.get
    url = address(draft["url"])[0] if given("url") else ""
    try:
        published = bounds(given("published", ""), "")[0]
    except EDTFError:
        published = ""
    publisher = clean_line(given("publisher") or given("credit", ""))[:200]
    return NewSource(
        title=clean_line(given("title", ""))[:500] or publisher or url.partition("//")[2][:500],
        publisher=publisher,
        authors="; ".join(map(clean_line, given("authors", ())))[:500],
        url=url,
        url_key=key[0] if url else "",
        published=published,
        published_from=(given("published_from") or "given")[:100] if published else "",
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
    return NewQuote(
        words, clean_text(quote.get("prefix", ""))[:200], clean_text(quote.get("suffix", ""))[:200], start, end, order
    )


def existing(drafts: Iterable[Plain], library: Library) -> list[Any]:
    """Return citations as unsaved models, with their quotes as `new_quotes`; sources that are new are saved."""
    made: list[Any] = []
    saved: dict[int, Source] = {}
    for citation in library.citations(drafts):
        source = citation.source
        if isinstance(source, NewSource) and id(source) not in saved:
            saved[id(source)] = Source.objects.create(**{name: getattr(source, name) for name in SOURCE_FIELDS})
        row = Citation(
            source=saved.get(id(source), source), **{name: getattr(citation, name) for name in CITATION_FIELDS}
        )
        row.new_quotes = [  # type: ignore[attr-defined]
            Quote(exact=quote.exact, prefix=quote.prefix, suffix=quote.suffix, order=quote.order)
            for quote in citation.quotes
        ]
        made.append(row)
    return made


SOURCE_FIELDS = ("title", "publisher", "authors", "url", "published", "published_from", "language", "credit", "genre")
CITATION_FIELDS = (
    *("stance", "about", "passage", "locator", "order"),
    *("date_words", "date", "date_part", "date_reference", "date_rule"),
)
