"""From drafts to rows in hand: texts through the one gate, dates read, sources, names and tags found again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from django.utils.text import slugify

from ..cleaning import UnusableText, clean_line, clean_text, clean_url
from ..drafts import CitationDraft, EntityDraft, EventDraft, Finding, SourceDraft
from ..models import Citation, Entity, EntityAlias, EntityRole, Event, ImportBatch, Quote, Source, Tag, url_key
from ..models.bulk import NewCitation, NewEntity, NewEvent, NewQuote, NewRole, NewSource, NewTag, Rows, bounds
from ..temporal.edtf import EDTFError
from .sources import authors_of, fill_up

KINDS = frozenset(Event.Kind.values)
PARTS = frozenset(Event.Part.values)
ENTITY_KINDS = frozenset(Entity.Kind.values)
ROLES = frozenset(EntityRole.Role.values)
SMALL = 32_767
Key = tuple[str, ...]


class Unusable(ValueError):
    """A draft that no event can be made of; the finding says why."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.finding = Finding(code, "error", params=tuple(params.items()))


# --- An event -----------------------------------------------------------------------------------------------------


def build(draft: EventDraft, import_ref: str, batch: ImportBatch, library: Library) -> NewEvent:
    """Return the event that a draft proposes, with its citations, roles and tags. Raises Unusable."""
    try:
        headline, body = clean_line(draft.headline)[:300].rstrip(), clean_text(draft.body)
    except UnusableText as error:
        raise Unusable("unusable-text", reason=str(error)) from error
    if not headline:
        raise Unusable("no-headline")
    reading = draft.date
    date = reading.edtf if reading and not reading.edtf.startswith("XXXX") else ""
    part = reading.part if reading and date and reading.part in PARTS else ""
    try:
        date = bounds(date, part)[0]
    except EDTFError as error:
        raise Unusable("unreadable-date", reason=str(error)) from error
    return NewEvent(
        headline=headline,
        state=batch.mode,
        import_ref=import_ref,
        date=date,
        part=part,
        body=body,
        kind=draft.kind if draft.kind in KINDS else Event.Kind.OTHER.value,
        language=(draft.language or batch.incident.language)[:16],
        place=clean_line(draft.place)[:200],
        order=max(-SMALL, min(draft.order, SMALL)),
        extra=json.dumps(dict(draft.extra), ensure_ascii=False) if draft.extra else "{}",
        citations=Rows(library.citations(draft.citations)),
        roles=Rows(library.roles(draft.entities)),
        tags=Rows(library.tags(draft.tags)),
    )


# --- What is there already --------------------------------------------------------------------------------------------


@lru_cache(maxsize=16_384)
def address(url: str) -> tuple[str, str]:
    """Return an address as it is stored, and its key; two empty strings for one that cannot be."""
    try:
        return clean_url(url), url_key(url)
    except UnusableText:
        return "", ""


def key_of(draft: SourceDraft) -> Key:
    """Return what tells one source from another: its address, else its title, publisher and date; empty for none."""
    if draft.url and (key := address(draft.url)[1]):
        return (key,)
    title = clean_line(draft.title or draft.publisher)[:500]
    return (title, clean_line(draft.publisher)[:200], draft.published) if title else ()


class Library:
    """The sources, entities and tags that some drafts name: those that are there, and those to be made, each once."""

    def __init__(self, drafts: Iterable[EventDraft]) -> None:
        drafts = list(drafts)
        self.sources: dict[Key, NewSource | Source] = {}
        self.entities: dict[Key, NewEntity | Entity] = {}
        self.tag_by_slug: dict[str, NewTag | Tag] = {}
        cited = {key_of(one.source): one.source for draft in drafts for one in draft.citations}
        cited.pop((), None)
        if cited:
            self.find_sources(cited)
        if names := {clean_line(one.name)[:200] for draft in drafts for one in draft.entities}:
            self.find_entities(names)
        if slugs := {slug_of(tag) for draft in drafts for tag in draft.tags}:
            self.tag_by_slug |= {tag.slug: tag for tag in Tag.objects.filter(slug__in=slugs)}

    # --- Sources ---

    def find_sources(self, cited: dict[Key, SourceDraft]) -> None:
        keys = [key[0] for key in cited if len(key) == 1]
        titles = [key[0] for key in cited if len(key) > 1]
        found = Source.objects.select_related("copy_of")
        for source in found.filter(url_key__in=keys) if keys else ():
            self.sources[(source.url_key,)] = source
        for source in found.filter(url_key="", title__in=titles).order_by("-pk") if titles else ():
            self.sources[source.title, source.publisher, str(source.published or "")] = source
        for key, source in self.sources.items():
            if key in cited:
                fill_up(source, cited[key], corrected=False)

    def source(self, draft: SourceDraft) -> NewSource | Source | None:
        key = key_of(draft)
        if key and key not in self.sources:
            self.sources[key] = new_source(draft, key)
        return self.sources.get(key)

    def citations(self, drafts: Iterable[CitationDraft]) -> list[NewCitation]:
        """Return one citation a source and stance: what a record says of one source twice is one with more quotes."""
        found: dict[tuple[int, bool], NewCitation] = {}
        for draft in drafts:
            source = self.source(draft.source)
            if source is None:
                continue
            made = found.get((id(source), draft.disputes))
            if made is None:
                made = found[id(source), draft.disputes] = new_citation(draft, source, len(found))
            for quote in draft.quotes:
                if words := clean_text(quote.exact)[:2000].strip():
                    span = (quote.start, quote.end) if quote.end and (quote.start or 0) < quote.end else (None, None)
                    made.quotes.append(
                        NewQuote(words, quote.prefix[:200], quote.suffix[:200], *span, order=len(made.quotes))
                    )
        return list(found.values())

    # --- Entities ---

    def find_entities(self, names: set[str]) -> None:
        for alias in EntityAlias.objects.filter(name__in=names).select_related("entity").order_by("-pk"):
            self.entities[alias.name, alias.entity.kind] = self.entities[alias.name,] = alias.entity
        for entity in Entity.objects.filter(name__in=names).order_by("-pk"):
            self.entities[entity.name, entity.kind] = self.entities[entity.name,] = entity
        slugs = [slug for name in names if (name,) not in self.entities for slug in [slug_of(name)]]
        self.slugs = set(Entity.objects.filter(slug__in=slugs).values_list("slug", flat=True))

    def roles(self, drafts: Iterable[EntityDraft]) -> list[NewRole]:
        found: dict[tuple[int, str], NewRole] = {}
        for draft in drafts:
            if name := clean_line(draft.name)[:200]:
                entity = self.entity(name, draft.kind if draft.kind in ENTITY_KINDS else "")
                role = draft.role if draft.role in ROLES else EntityRole.Role.MENTIONED.value
                found.setdefault((id(entity), role), NewRole(entity, role))
        return list(found.values())

    def entity(self, name: str, kind: str) -> NewEntity | Entity:
        key = (name, kind) if kind else (name,)
        if key not in self.entities:
            slug = slug_of(name)
            if slug in self.slugs:
                slug = f"{slug[:60]}-{blake2b(repr(key).encode(), digest_size=6).hexdigest()}"
            self.slugs.add(slug)
            made = NewEntity(name, slug, kind or Entity.Kind.ORGANISATION.value)
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


def new_source(draft: SourceDraft, key: Key) -> NewSource:
    url = address(draft.url)[0] if draft.url else ""
    try:
        published = bounds(draft.published, "")[0]
    except EDTFError:
        published = ""
    publisher = clean_line(draft.publisher or draft.credit)[:200]
    return NewSource(
        title=clean_line(draft.title)[:500] or publisher or url.partition("//")[2][:500],
        publisher=publisher,
        authors=authors_of(draft),
        url=url,
        url_key=key[0] if url else "",
        published=published,
        published_from=(draft.published_from or "given")[:100] if published else "",
        language=draft.language[:16],
        credit=clean_line(draft.credit)[:100],
    )


def new_citation(draft: CitationDraft, source: NewSource | Source, order: int) -> NewCitation:
    made = NewCitation(
        source,
        Citation.Stance.DISPUTES.value if draft.disputes else Citation.Stance.SUPPORTS.value,
        locator=clean_line(draft.locator)[:100],
        order=order,
    )
    if reading := draft.date:
        made.date_words, made.date_part = clean_line(reading.words)[:200], reading.part if reading.part in PARTS else ""
        made.date_reference, made.date_rule = reading.reference[:40], reading.rule[:60]
        try:
            made.date = bounds(reading.edtf, "")[0]
        except EDTFError:
            made.date = ""
    return made


def existing(drafts: Iterable[CitationDraft], library: Library) -> list[Any]:
    """Return citations as unsaved models, with their quotes as `new_quotes`; sources that are new are saved."""
    made, saved = [], {}
    for citation in library.citations(drafts):
        source = citation.source
        if isinstance(source, NewSource):
            if id(source) not in saved:
                saved[id(source)] = Source.objects.create(**{name: getattr(source, name) for name in SOURCE_FIELDS})
            source = saved[id(source)]
        row = Citation(source=source, **{name: getattr(citation, name) for name in CITATION_FIELDS})
        row.new_quotes = [  # type: ignore[attr-defined]
            Quote(exact=quote.exact, prefix=quote.prefix, suffix=quote.suffix, order=quote.order)
            for quote in citation.quotes
        ]
        made.append(row)
    return made


SOURCE_FIELDS = ("title", "publisher", "authors", "url", "published", "published_from", "language", "credit")
CITATION_FIELDS = ("stance", "locator", "date_words", "date", "date_part", "date_reference", "date_rule", "order")
