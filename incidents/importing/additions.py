"""What a record says beyond what it said before: sources, quotes, people, tags, incidents. Added, never taken away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..cleaning import clean_line, clean_text
from ..models import Citation, Entity, EntityAlias, EntityRole, Event, ImportBatch, ImportRow, Membership, Quote, Tag
from ..models.newrows import NewEntity, NewTag
from .citing import existing, save_cited
from .library import Library
from .places import Places
from .translating import add_translations, texts_of

ADDED = ("citations", "quotes", "entities", "tags", "incidents", "translations")
Plain = dict[str, Any]
Named = dict[Any, Any]  # what a draft says, by what tells one from another


def additions(event: Event, row: ImportRow, batch: ImportBatch, earlier: ImportRow) -> dict[str, list[Any]]:
    """Return what is new in a record, in words; what an editor has added by hand meanwhile is not new."""
    found = {name: new(name, row, batch, earlier) for name in ADDED}
    said = {name: [words(name, key) for key in keys if not has(event, name, key)] for name, keys in found.items()}
    return {name: [[], list(dict.fromkeys(told))] for name, told in said.items() if told}


def new(name: str, row: ImportRow, batch: ImportBatch, earlier: ImportRow) -> Named:
    now, before = told(name, row.draft, batch), told(name, earlier.draft, earlier.batch)
    if name == "quotes":  # those of a source that is new come with it
        cited = told("citations", earlier.draft, earlier.batch)
        now = {key: quote for key, quote in now.items() if key[0] in cited}
    return {key: value for key, value in now.items() if key not in before}


def told(name: str, draft: Plain, batch: ImportBatch) -> Named:
    """Return what a draft says of one kind, by what tells one from another."""
    cited = [(source_words(one), one) for one in draft.get("citations", ())]
    if name == "citations":
        return dict(cited)
    if name == "quotes":
        quotes = ((key, one, quote) for key, one in cited for quote in one.get("quotes", ()))
        return {(key, quote_words(quote)): (one, quote) for key, one, quote in quotes if quote_words(quote)}
    if name == "entities":
        given = draft.get("entities", ())
        return {(clean_line(one["name"])[:200], one.get("role") or "mentioned"): one for one in given}
    if name == "tags":
        return {clean_line(tag)[:80]: tag for tag in draft.get("tags", ()) if clean_line(tag)}
    if name == "translations":
        return dict(texts_of(draft))
    return dict.fromkeys(name for name, _role in Places(batch).names(draft)) if batch.incident_id is None else {}


def source_words(citation: Plain) -> str:
    source = citation.get("source", {})
    return str(source.get("url") or source.get("title") or source.get("publisher", ""))


def quote_words(quote: Plain) -> str:
    return clean_text(quote.get("exact", ""))[:2000].strip()


def words(name: str, key: Any) -> str:
    if name == "translations":
        return f"{key[1]} ({key[0]})"
    return " – ".join(key) if name == "quotes" else key[0] if name == "entities" else str(key)


def has(event: Event, name: str, key: Any) -> bool:
    """Whether an event has it already, by whoever's hand."""
    if name == "quotes":
        return Quote.objects.filter(citation__event=event, exact=key[1]).exists()
    if name == "entities":
        return event.roles.filter(entity__name=key[0], role=key[1]).exists()
    if name == "tags":
        return event.tags.filter(name=key).exists()
    if name == "translations":
        return event.translations.filter(language=key[0], headline=key[1], body=key[2]).exists()
    return False


def add(event: Event, row: ImportRow, batch: ImportBatch, earlier: ImportRow) -> None:
    """Add to an event what additions() said; the caller saves it afterwards."""
    fresh = {name: new(name, row, batch, earlier) for name in ADDED}
    add_citations(event, list(fresh["citations"].values()))
    for citation, quote in fresh["quotes"].values():
        add_quote(event, citation, quote)
    library = Library.of([row.draft])
    for role in library.roles(list(fresh["entities"].values())):
        EntityRole.objects.get_or_create(event=event, entity=entity_of(role.entity), role=role.role)
    tags = library.tags(list(fresh["tags"].values()), exact=bool(row.draft.get("id")))
    event.tags.add(*(tag_of(tag) for tag in tags))
    if fresh["translations"]:
        add_translations(event, fresh["translations"].values(), earlier.draft.get("translations", ()), batch)
    if fresh["incidents"]:
        for incident, kind in Places(batch).of(row.draft):
            Membership.objects.get_or_create(incident_id=incident, event=event, defaults={"role": kind})


def add_citations(event: Event, given: list[Plain]) -> None:
    """Cite sources for an event that is there, those left out that it cites already."""
    for citation in existing(given, Library.of([{"citations": given}])):
        if not event.citations.filter(source=citation.source, stance=citation.stance).exists():
            citation.event = event
            save_cited(citation)


def add_quote(event: Event, given: Plain, quote: Plain) -> None:
    """Add a quote to the citation of its source, unless an editor took that away."""
    found = next(existing_of(event, [given]), None)
    if found and not found.quotes.filter(exact=quote_words(quote)).exists():
        last = found.quotes.order_by("order").last()
        one = existing([{**given, "quotes": [quote]}], Library.of([{"citations": [given]}]))[0].new_quotes[0]
        one.citation, one.order = found, last.order + 1 if last else 0
        one.save()


def existing_of(event: Event, given: list[Plain]) -> Iterator[Citation]:
    for citation in existing(given, Library.of([{"citations": given}])):
        yield from Citation.objects.filter(event=event, source=citation.source, stance=citation.stance)[:1]


def entity_of(found: Entity | NewEntity) -> Entity:
    if isinstance(found, Entity):
        return found
    values = {"name": found.name, "kind": found.kind, "description": found.description}
    made, is_new = Entity.objects.get_or_create(slug=found.slug, defaults=values)
    for name, language in found.aliases if is_new else ():
        EntityAlias.objects.create(entity=made, name=name, language=language)
    return made


def tag_of(found: Tag | NewTag) -> Tag:
    return (
        found
        if isinstance(found, Tag)
        else Tag.objects.get_or_create(slug=found.slug, defaults={"name": found.name})[0]
    )
