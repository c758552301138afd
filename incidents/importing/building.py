"""From staged drafts to rows in hand: texts through the one gate, dates read, sources, names and tags found again.

A draft is taken here as it is staged: plain JSON without what is empty (formats/wire.py). Of a hundred thousand, what
making objects of them costs would be a sixth of the whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from json.encoder import encode_basestring
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify

from ..cleaning import UnusableText, clean_and_canonical, clean_line, clean_text
from ..drafts import Finding, SourceDraft
from ..models import Citation, Entity, EntityAlias, EntityRole, Event, ImportBatch, Incident, Quote, Source, Tag, raw
from ..models.base import ALPHABET
from ..models.bulk import (
    NewCitation,
    NewEntity,
    NewEvent,
    NewQuote,
    NewRole,
    NewSource,
    NewTag,
    Rows,
    bounds,
    captures_of,
)
from ..models.sources import sha256
from ..temporal.edtf import EDTFError
from .sources import fill_up
from .translating import new_translations

KINDS = frozenset(Event.Kind.values)
PARTS = frozenset(Event.Part.values)
ENTITY_KINDS = frozenset(Entity.Kind.values)
GENRES = frozenset(Source.Genre.values)
ROLES = frozenset(EntityRole.Role.values)
SMALL = 32_767
OURS = frozenset(ALPHABET)
Key = tuple[str, ...]
Plain = dict[str, Any]


class Unusable(ValueError):
    """A draft that no event can be made of; the finding says why."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.finding = Finding(code, "error", params=tuple(params.items()))


# --- An event -----------------------------------------------------------------------------------------------------


def build(
    draft: Plain, import_ref: str, batch: ImportBatch, library: Library, places: tuple[tuple[int, str], ...] = ()
) -> NewEvent:
    """Return the event that a draft proposes, with its citations, roles and tags. Raises Unusable."""
    given = draft.get
    try:
        headline = clean_line(given("headline", ""))[:300].rstrip()
        body = clean_text(given("body", ""))
        translations = new_translations(draft, headline, body, batch)
    except UnusableText as error:
        raise Unusable("unusable-text", reason=str(error)) from error
    if not headline:
        raise Unusable("no-headline")
    date, part = date_of(given("date") or {})
    extra = dict(given("extra") or ())
    if batch.incident is not None and not given("id"):
        extra |= elsewhere(draft, batch.incident)
    return NewEvent(
        headline=headline,
        state=batch.mode,
        import_ref=import_ref,
        date=date,
        part=part,
        body=body,
        kind=kind if (kind := given("kind", "occurred")) in KINDS else "other",
        language=(given("language") or (batch.incident.language if batch.incident else "en"))[:16],
        place=clean_line(place)[:200] if (place := given("place")) else "",
        order=max(-SMALL, min(given("order", 0), SMALL)),
        extra=extra_json(extra) if extra else "{}",
        undated=bool(given("undated")) and (not date or bool(given("id"))),
        citations=Rows(library.citations(given("citations", ()))),
        roles=Rows(library.roles(given("entities", ()))),
        tags=Rows(library.tags(given("tags", ()), exact=bool(given("id")))),
        places=places,
        translations=translations,
        **library.restored(draft) if given("id") and batch.mode == ImportBatch.Mode.PUBLISHED else {},
    )


def extra_json(extra: Iterable[tuple[str, str]]) -> str:
    """Write names and texts as json.dumps() does, in a fifth of the time."""
    pairs = dict(extra).items()
    if not all(type(text) is str for _name, text in pairs):
        return json.dumps(dict(pairs), ensure_ascii=False)
    return "{" + ", ".join([f"{encode_basestring(name)}: {encode_basestring(text)}" for name, text in pairs]) + "}"


def elsewhere(draft: Plain, chosen: Incident) -> dict[str, str]:
    """Return what is kept of the incidents that a draft names, where another one was chosen for all."""
    named = [one.get("incident", "") for one in draft.get("memberships", ())]
    others = [name for name in named if name not in (chosen.slug, chosen.title)]
    return {"incident": "; ".join(others)} if others else {}


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


class Library:
    """The sources, entities and tags that some drafts name: those that are there, and those to be made, each once."""

    def __init__(self, drafts: Iterable[Plain]) -> None:
        drafts = list(drafts)
        self.sources: dict[Key, NewSource | Source] = {}
        self.entities: dict[Key, NewEntity | Entity] = {}
        self.slugs: set[str] = set()  # addresses of entities that are taken
        self.own: set[str] = set()  # those that the drafts give their entities
        self.tag_by_slug: dict[str, NewTag | Tag] = {}
        self.tag_by_name: dict[str, NewTag | Tag] = {}
        self.cited = cited_by(drafts)
        if self.cited:
            self.find_sources(self.cited)
        if names := {clean_line(one["name"])[:200] for draft in drafts for one in draft.get("entities", ())}:
            own = {one["id"] for draft in drafts for one in draft.get("entities", ()) if one.get("id")}
            self.find_entities(names, own)
        if tags := {clean_line(tag)[:80] for draft in drafts for tag in draft.get("tags", ())}:
            found = Tag.objects.filter(Q(slug__in=set(map(slug_of, tags))) | Q(name__in=tags)).order_by("-pk")
            self.tag_by_slug |= {tag.slug: tag for tag in found}
            self.tag_by_name |= {tag.name: tag for tag in found}
        self.ids = free_ids(Event, [draft["id"] for draft in drafts if draft.get("id")])
        self.ids |= free_ids(Source, [source["id"] for source in self.cited.values() if source.get("id")])

    def restored(self, draft: Plain) -> dict[str, Any]:
        """Return what an event of our own JSON keeps: its id, if that is free, its version, its days of publication."""
        now = timezone.now()
        first, changed = (moment_of(draft.get(name, ""), now) for name in ("published", "changed"))
        return {
            "public_id": draft["id"] if draft["id"] in self.ids else "",
            "version": max(0, min(draft.get("version", 0), SMALL)),
            "first_published_at": raw.moment(first) if first else None,
            "changed_at": raw.moment(changed) if changed else None,
        }

    # --- Sources ---

    def find_sources(self, cited: dict[Key, Plain]) -> None:
        wanted = [key[0] for key in cited if len(key) == 1]
        keys = [row[0] for row in raw.found(Source, ["url_key"], "url_key", wanted)]
        titles = [key[0] for key in cited if len(key) > 2]
        own = [key[1] for key in cited if len(key) == 2]
        found = Source.objects.select_related("copy_of")
        for source in found.filter(url_key__in=keys).exclude(url_key="") if keys else ():
            self.sources[(source.url_key,)] = source
        for source in found.filter(url_key="", title__in=titles).order_by("-pk") if titles else ():
            self.sources[source.title, source.publisher, str(source.published or "")] = source
        for source in found.filter(public_id__in=own) if own else ():
            if not source.url and source.title == new_title(cited["id", source.public_id]):
                self.sources["id", source.public_id] = source
        for key, known in list(self.sources.items()):
            if key in cited and isinstance(known, Source):
                fill_up(known, source_draft(cited[key]), corrected=False)

    def source(self, draft: Plain) -> NewSource | Source | None:
        key = key_of(draft)
        if key and key not in self.sources:
            self.sources[key] = new_source(self.cited.get(key, draft), key, self.ids)
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
                order = draft.get("order", 0) if draft.get("source", {}).get("id") else len(found)
                made = found[which] = new_citation(draft, source, order)
                made.about, made.passage = about, passage
            for quote in draft.get("quotes", ()):
                if words := clean_text(quote.get("exact", ""))[:2000].strip():
                    made.quotes.append(new_quote(quote, words, len(made.quotes)))
        return list(found.values())

    # --- Entities ---

    def find_entities(self, names: set[str], own: set[str]) -> None:
        for alias in EntityAlias.objects.filter(name__in=names).select_related("entity").order_by("-pk"):
            self.entities[alias.name, alias.entity.kind] = self.entities[alias.name,] = alias.entity
        for entity in Entity.objects.filter(name__in=names).order_by("-pk"):
            self.entities[entity.name, entity.kind] = self.entities[entity.name,] = entity
        for entity in Entity.objects.filter(slug__in=own, name__in=names):
            self.entities["id", entity.slug, entity.name] = entity
        self.own = own
        slugs = own | {slug_of(name) for name in names if (name,) not in self.entities}
        self.slugs = set(Entity.objects.filter(slug__in=slugs).values_list("slug", flat=True))

    def roles(self, drafts: Iterable[Plain]) -> list[NewRole]:
        found: dict[tuple[int, str], NewRole] = {}
        for draft in drafts:
            if name := clean_line(draft["name"])[:200]:
                kind = kind if (kind := draft.get("kind", "")) in ENTITY_KINDS else ""
                entity = self.entity(name, kind, draft)
                role = given if (given := draft.get("role", "")) in ROLES else EntityRole.Role.MENTIONED.value
                found.setdefault((id(entity), role), NewRole(entity, role))
        return list(found.values())

    def entity(self, name: str, kind: str, draft: Plain) -> NewEntity | Entity:
        """Return the entity of a name and kind; of our own JSON that of its address, if it can have that here."""
        own = draft.get("id", "")
        own = own if own and slugify(own) == own and len(own) <= 80 else ""
        key = ("id", own, name) if own else (name, kind) if kind else (name,)
        if own and key not in self.entities and (own in self.slugs or self.is_known(name, kind, draft)):
            key = (name, kind) if kind else (name,)
        if key not in self.entities:
            slug = own if key[0] == "id" and own else slug_of(name)
            if slug in self.slugs:
                slug = f"{slug[:60]}-{blake2b(repr(key).encode(), digest_size=6).hexdigest()}"
            self.slugs.add(slug)
            description = clean_text(draft.get("description", ""))[:500]
            made = NewEntity(name, slug, kind or Entity.Kind.ORGANISATION.value, description, aliases_of(draft))
            self.entities[key] = made
            self.entities.setdefault((name, made.kind), made)
            self.entities.setdefault((name,), made)
        return self.entities[key]

    def is_known(self, name: str, kind: str, draft: Plain) -> bool:
        """Whether an entity of our own JSON is here under another address, and nothing said of it speaks against."""
        known = self.entities.get((name, kind))
        if not isinstance(known, Entity) or known.slug in self.own:
            return False
        described = clean_text(draft.get("description", ""))[:500]
        return not (known.description and described) or known.description == described

    # --- Tags ---

    def tags(self, names: Iterable[str], *, exact: bool = False) -> list[NewTag | Tag]:
        found: dict[str, NewTag | Tag] = {}
        for name in names:
            if name := clean_line(name)[:80]:
                tag = self.tag(name, exact=exact)
                found[tag.slug] = tag
        return list(found.values())

    def tag(self, name: str, *, exact: bool) -> NewTag | Tag:
        """Return the tag of a name, else one of the same address, unless the name must be exactly that (C and C++)."""
        if known := self.tag_by_name.get(name):
            return known
        slug = slug_of(name)
        known = self.tag_by_slug.get(slug)
        if known and exact and known.name != name:
            slug = f"{slug[:60]}-{blake2b(name.encode(), digest_size=6).hexdigest()}"
            known = self.tag_by_slug.get(slug)
        made = known or NewTag(name, slug)
        self.tag_by_slug[slug] = self.tag_by_name[name] = made
        return made


def slug_of(name: str) -> str:
    """Return the address of a name; one without a Latin letter goes by a hash of it."""
    return slugify(name)[:80].strip("-") or blake2b(name.encode(), digest_size=6).hexdigest()


def aliases_of(draft: Plain) -> tuple[tuple[str, str], ...]:
    named = ((clean_line(name)[:200], clean_line(language)[:16]) for name, language in draft.get("aliases", ()))
    return tuple({name: (name, language) for name, language in named if name}.values())


def free_ids(model: type[Event] | type[Source], own: list[str]) -> set[str]:
    """Return those of some ids of our own JSON that no row has here."""
    shaped = {one for one in own if len(one) <= 12 and set(one) <= OURS}
    return shaped - set(model.objects.filter(public_id__in=shaped).values_list("public_id", flat=True))


def moment_of(text: str, now: datetime) -> datetime | None:
    """Read a moment of our own JSON; what is none, or still to come, is not taken over."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo and moment <= now else None


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


def existing(drafts: Iterable[Plain], library: Library) -> list[Any]:
    """Return citations as unsaved models, with their quotes as `new_quotes`; sources that are new are saved.

    save_cited() saves them, once they have an event or a link.
    """
    made: list[Any] = []
    saved: dict[int, Source] = {}
    for citation in library.citations(drafts):
        source = citation.source
        if isinstance(source, NewSource) and id(source) not in saved:
            given = {name: value for name in SOURCE_FIELDS if (value := getattr(source, name))}
            saved[id(source)] = Source.objects.create(**given)
        row = Citation(
            source=saved.get(id(source), source), **{name: getattr(citation, name) for name in CITATION_FIELDS}
        )
        kept = captures_of({(row.source_id, quote.archived) for quote in citation.quotes if quote.archived})
        row.new_quotes = [  # type: ignore[attr-defined]
            Quote(
                exact=quote.exact,
                prefix=quote.prefix,
                suffix=quote.suffix,
                order=quote.order,
                capture=kept.get((row.source_id, quote.archived)),
            )
            for quote in citation.quotes
        ]
        made.append(row)
    return made


def save_cited(citation: Any) -> None:
    """Save a citation in hand with its quotes (existing())."""
    quotes = list(citation.new_quotes)
    citation.save()
    for quote in quotes:
        quote.citation = citation
        quote.save()


SOURCE_FIELDS = (
    "public_id",
    "title",
    "publisher",
    "authors",
    "url",
    "published",
    "published_from",
    "language",
    "credit",
    "genre",
)
CITATION_FIELDS = (
    *("stance", "about", "passage", "locator", "order"),
    *("date_words", "date", "date_part", "date_reference", "date_rule"),
)
