"""Our own JSON, written: everything that is published of timelines, in one document or one object a line.

docs/formats.md describes it field by field. Sources and entities stand once, and are referred to by their ids.
A document can be large, so that what stands behind the events waits in a temporary file until they are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import Any

from ..drafts import CitationDraft, EntityDraft, EventDraft, IncidentDraft, SourceDraft
from .outgoing import bounds, cited, dumps, iso, json_list, parted, said, source_key, value_of

NAME = "dateline"
VERSION = 1
HEAD = {"format": NAME, "version": VERSION}
IN_MEMORY = 1_000_000  # bytes of sources and entities; more wait in a file
Plain = dict[str, Any]


def incident_object(draft: IncidentDraft) -> Plain:
    return {
        "slug": draft.slug,
        "title": draft.title,
        "summary": draft.summary,
        "language": draft.language,
        "address": draft.address,
        "translations": [
            {"language": one.language, "title": one.headline, "summary": one.body, "current": one.current}
            for one in draft.translations
        ],
    }


def source_object(draft: SourceDraft) -> Plain:
    return {
        "id": source_key(draft),
        "title": draft.title,
        "url": draft.url,
        "publisher": draft.publisher,
        "authors": list(draft.authors),
        "published": draft.published,
        "published_from": draft.published_from,
        "language": draft.language,
        "credit": draft.credit,
        "genre": draft.genre,
        "copy_of": draft.copy_of,
        "address": draft.address,
    }


def entity_object(draft: EntityDraft) -> Plain:
    return {
        "id": entity_key(draft),
        "name": draft.name,
        "kind": draft.kind,
        "description": draft.description,
        "aliases": [{"name": name, "language": language} for name, language in draft.aliases],
    }


def entity_key(draft: EntityDraft) -> str:
    return draft.id or f"{draft.kind}:{draft.name}"


def event_object(draft: EventDraft) -> Plain:
    """Return an event as it stands in our JSON and in the API's answers: every name is always there."""
    return {
        "id": draft.id or draft.import_ref,
        "headline": draft.headline,
        "kind": draft.kind,
        "date": date_object(draft),
        "undated": draft.undated,
        "order": draft.order,
        "place": draft.place,
        "language": draft.language,
        "body": draft.body,
        "translations": [
            {
                "language": one.language,
                "headline": one.headline,
                "body": one.body,
                "version": one.version,
                "current": one.current,
            }
            for one in draft.translations
        ],
        "incidents": [{"slug": one.incident, "role": one.role} for one in draft.memberships],
        "tags": list(draft.tags),
        "entities": [{"entity": entity_key(one), "name": one.name, "role": one.role} for one in draft.entities],
        "citations": [citation_object(one) for one in draft.citations],
        "links": [
            {
                "kind": one.kind,
                "to": one.id or one.to,
                "citations": [citation_object(citation) for citation in one.citations],
            }
            for one in draft.links
        ],
        "extra": dict(draft.extra),
        "address": draft.address,
        "version": draft.version,
        "published": draft.published,
        "changed": draft.changed,
    }


def date_object(draft: EventDraft) -> Plain | None:
    """Return the date as EDTF, and what follows from it for those who do not read EDTF: words and bounds."""
    value = value_of(draft.date)
    if value is None or draft.date is None:
        return None
    first, last = bounds(value)
    return {
        "edtf": draft.date.edtf,
        "part": draft.date.part,
        "said": said(draft.date, draft.language),
        "earliest": iso(first),
        "latest": iso(last),
    }


def citation_object(draft: CitationDraft) -> Plain:
    date = draft.date
    return {
        "source": source_key(draft.source),
        "stance": "disputes" if draft.disputes else "supports",
        "about": draft.about,
        "passage": draft.passage,
        "locator": draft.locator,
        "order": draft.order,
        "date": date
        and {
            "words": date.words,
            "edtf": date.edtf,
            "part": date.part,
            "reference": date.reference,
            "rule": date.rule,
        },
        "quotes": [
            {"exact": one.exact, "prefix": one.prefix, "suffix": one.suffix, "archived": one.archived}
            for one in draft.quotes
        ],
    }


class Beside:
    """What events refer to, each once: what is new of an event's sources and entities."""

    def __init__(self) -> None:
        self._sources = set[str]()
        self._entities = set[str]()

    def sources(self, event: EventDraft) -> Iterator[Plain]:
        for citation in cited(event):
            if (key := source_key(citation.source)) not in self._sources:
                self._sources.add(key)
                yield source_object(citation.source)

    def entities(self, event: EventDraft) -> Iterator[Plain]:
        for entity in event.entities:
            if (key := entity_key(entity)) not in self._entities:
                self._entities.add(key)
                yield entity_object(entity)


def write(items: Iterable[IncidentDraft | EventDraft], about: object = None) -> Iterator[bytes]:
    """Write one document; events first, so that the first bytes come at once."""
    incidents, events = parted(items)
    beside = Beside()
    with SpooledTemporaryFile(IN_MEMORY) as sources, SpooledTemporaryFile(IN_MEMORY) as entities:

        def objects() -> Iterator[Plain]:
            for event in events:
                wait(sources, beside.sources(event))
                wait(entities, beside.entities(event))
                yield event_object(event)

        yield dumps(HEAD)[:-1] + b',\n"incidents":'
        yield from json_list(map(incident_object, incidents))
        yield b',\n"events":'
        yield from json_list(objects())
        for name, waiting in (("sources", sources), ("entities", entities)):
            yield f',\n"{name}":'.encode()
            yield from released(waiting)
        yield b"}\n"


def wait(file: Any, objects: Iterable[Plain]) -> None:
    for one in objects:
        file.write((b",\n" if file.tell() else b"\n") + dumps(one))


def released(file: Any) -> Iterator[bytes]:
    """Give the list of what waited."""
    whole = file.tell()
    file.seek(0)
    yield b"["
    while block := file.read(65_536):
        yield block
    yield b"\n]" if whole else b"]"


def write_lines(items: Iterable[IncidentDraft | EventDraft], about: object = None) -> Iterator[bytes]:
    """Write one object a line; what an event refers to stands above it, so that it can be read in a stream."""
    incidents, events = parted(items)
    beside = Beside()
    yield line({"type": "head", **HEAD})
    for incident in incidents:
        yield line({"type": "incident", **incident_object(incident)})
    for event in events:
        above = [line({"type": "source", **one}) for one in beside.sources(event)]
        above += [line({"type": "entity", **one}) for one in beside.entities(event)]
        yield b"".join([*above, line({"type": "event", **event_object(event)})])


def line(value: Plain) -> bytes:
    return dumps(value) + b"\n"
