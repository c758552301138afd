"""STIX 2.1: a bundle of incidents with their sources as external references, and identities related to them.

STIX has no date for an incident. An extension of ours, which the bundle defines, adds when it was first and last seen
(the bounds of its date), the date as EDTF and in words. Ids are made from addresses, so that they stay the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from ..drafts import EntityDraft, EventDraft, SourceDraft
from ..temporal.edtf import Form
from .outgoing import (
    Items,
    Publication,
    bounds,
    cited,
    dumps,
    entitled,
    in_calendar,
    iso,
    name_of,
    one_line,
    parted,
    permanent,
    plain,
    said,
    uri,
    value_of,
)

NEVER = "1970-01-01T00:00:00Z"  # of an event whose last change nobody knows
EXTENSION = "extension-definition--e91f743a-ef2b-42be-a56b-e9c3b680c71e"
EXTENDED = ("first_seen", "last_seen", "date_edtf", "date_part", "date_words", "event_kind", "place_name")
SCHEMA = "https://www.loc.gov/standards/datetime/"
CLASSES = {"person": "individual", "organisation": "organization", "place": "unspecified"}
RELATIONS = {"same-as": "duplicate-of", "background-of": "related-to", "part-of": "related-to"}
Object = dict[str, Any]


def write(items: Items, about: Publication | None = None) -> Iterator[bytes]:
    incidents, events = parted(items)
    publication = entitled(about, incidents)
    home = publication.home or publication.address or "urn:dateline"
    author = name("identity", home)
    yield b'{"type":"bundle","id":' + dumps(name("bundle", publication.file or home)) + b',"objects":['
    yield b"\n" + dumps(identity(author, publication.site, "organization", ""))
    yield b",\n" + dumps(extension(author))
    seen = set[str]()
    for event in events:
        made = [incident(event, author)]
        for entity in event.entities:
            who = identity_of(entity)
            if who["id"] not in seen:
                seen.add(who["id"])
                made.append(who)
        made += relationships(event, author)
        yield b"".join(b",\n" + dumps(one) for one in made)
    yield b"\n]}\n"


def name(kind: str, address: str) -> str:
    """Make an id from what it names, the same each time (RFC 9562, section 5.5)."""
    return f"{kind}--{uuid5(NAMESPACE_URL, f'{kind} {address}')}"


def common(kind: str, own_id: str, *, created: str = "", modified: str = "") -> Object:
    created, modified = precise(created or modified or NEVER), precise(modified)
    return {
        "type": kind,
        "spec_version": "2.1",
        "id": own_id,
        "created": created,
        "modified": max(created, modified or created),
    }


def precise(moment: str) -> str:
    """Write a moment to the millisecond, as STIX asks for."""
    return moment.removesuffix("Z") + ".000Z" if moment else ""


def identity(own_id: str, called: str, identity_class: str, description: str) -> Object:
    made = {**common("identity", own_id), "name": one_line(called) or "unnamed", "identity_class": identity_class}
    return {**made, "description": plain(description)} if description.strip() else made


def identity_of(entity: EntityDraft) -> Object:
    own_id = name("identity", f"{entity.kind}:{entity.id or entity.name}")
    return identity(own_id, entity.name, CLASSES.get(entity.kind, "unknown"), entity.description)


def extension(author: str) -> Object:
    return {
        **common("extension-definition", EXTENSION),
        "created_by_ref": author,
        "name": "Dateline dates",
        "description": "When an incident happened, as exactly as its sources say: bounds, EDTF (ISO 8601-2), words.",
        "schema": SCHEMA,
        "version": "1.0.0",
        "extension_types": ["toplevel-property-extension"],
        "extension_properties": list(EXTENDED),
    }


def event_id(event: EventDraft, public_id: str) -> str:
    """Name an event by its address without the readable part, or one of the same site by its id."""
    own = permanent(event.address, event.id)
    before = own[: -len(event.id) - 1] if event.id and own.endswith(f"{event.id}/") else "urn:dateline:"
    return name("incident", f"{before}{public_id}/")


def incident(event: EventDraft, author: str) -> Object:
    own_id = event_id(event, event.id or event.import_ref)
    made = common("incident", own_id, created=event.published, modified=event.changed)
    made |= {"created_by_ref": author, "name": one_line(event.headline)}
    if event.body.strip():
        made["description"] = plain(event.body).strip()
    if event.tags:
        made["labels"] = [one_line(tag) for tag in event.tags]
    if event.language:
        made["lang"] = event.language
    if references := list(external(event)):
        made["external_references"] = references
    added = {key: value for key, value in dates(event).items() if value}
    added |= {"event_kind": event.kind} if event.kind else {}
    added |= {"place_name": one_line(event.place)} if event.place.strip() else {}
    made["extensions"] = {EXTENSION: {"extension_type": "toplevel-property-extension"}}
    return made | added


def dates(event: EventDraft) -> dict[str, str]:
    value = value_of(event.date)
    if value is None or event.date is None:
        return {}
    first, last = bounds(value)
    moment = precise(utc(value.earliest)) if value.form is Form.DATETIME and in_calendar(first) else ""
    return {
        "first_seen": moment or f"{iso(first)}T00:00:00.000Z" * in_calendar(first),
        "last_seen": moment or f"{iso(last)}T23:59:59.000Z" * in_calendar(last),
        "date_edtf": event.date.edtf,
        "date_part": event.date.part,
        "date_words": said(event.date, event.language),
    }


def utc(seconds: int) -> str:
    """Write a second from 1970 as a moment in UTC. The clock is not read."""
    return (datetime(1970, 1, 1) + timedelta(seconds=seconds)).isoformat() + "Z"  # noqa: DTZ001


def external(event: EventDraft) -> Iterator[Object]:
    """Give the event's own page, then its sources, each once."""
    if event.address:
        yield {"source_name": "Dateline", "url": event.address, "external_id": event.id or event.address}
    seen = set[str]()
    for citation in cited(event):
        reference = reference_to(citation.source, disputes=citation.disputes)
        if (key := f"{reference}") not in seen:
            seen.add(key)
            yield reference


def reference_to(source: SourceDraft, *, disputes: bool) -> Object:
    words = name_of(source) or source.url or "a source"
    made = {
        "source_name": one_line(source.publisher or source.title) or "source",
        "description": f"Disputed by {words}" if disputes else words,
    }
    return {**made, "url": uri(source.url)} if source.url else made


def relationships(event: EventDraft, author: str) -> Iterable[Object]:
    """Give what an event has to do with people and with other events."""
    own_id = event_id(event, event.id or event.import_ref)
    for entity in event.entities:
        yield related(own_id, "related-to", identity_of(entity)["id"], entity.role or "mentioned", event, author)
    for link in event.links:
        kind = RELATIONS.get(link.kind, "related-to")
        yield related(own_id, kind, event_id(event, link.id or link.to), link.kind, event, author)


def related(source: str, kind: str, target: str, words: str, event: EventDraft, author: str) -> Object:
    own_id = name("relationship", f"{source} {kind} {words} {target}")
    return {
        **common("relationship", own_id, created=event.published, modified=event.changed),
        "created_by_ref": author,
        "relationship_type": kind,
        "description": words,
        "source_ref": source,
        "target_ref": target,
    }
