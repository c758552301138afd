"""Many new events in one change, written and settled as single saves would have done it, at a tenth of the cost.

The rows in hand look to the settling code like the models do (`event.citations.all()`), so that what a version holds
and what is searched for is decided in one place. A test holds that both ways leave the same database.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.utils import timezone
from django.utils.text import slugify

from ..temporal.edtf import EDTF, narrow
from . import raw
from .base import ALPHABET
from .changes import Change
from .events import Event, EventVersion, Incident, Membership
from .people import Entity, EntityAlias, EntityRole, Tag
from .settling import WORDS, require_support, search_words
from .site import IncidentOverview, SearchDocument
from .snapshots import snapshot
from .sources import Capture, Citation, Quote, Source, sha256
from .translations import EventTranslation

ID_LENGTH = 8
_USABLE = len(ALPHABET) * (256 // len(ALPHABET))  # bytes below it stand for each letter equally often
_LETTERS = bytes(ord(ALPHABET[byte % len(ALPHABET)]) for byte in range(_USABLE)).ljust(256, b"-")
_TOO_HIGH = bytes(range(_USABLE, 256))
# ASCII as slugify() has it: small letters, blanks for what it joins words by; the rest is dropped.
_SLUG_LETTERS = bytes(ord(chr(code).lower()) if re.match(r"\w", chr(code)) else 0x20 for code in range(128)).ljust(256)
_NOT_IN_SLUG = bytes(code for code in range(128) if not re.match(r"[\w\s-]", chr(code)))
_json = json.JSONEncoder(check_circular=False).encode


class Rows(list):  # type: ignore[type-arg]
    """Rows in hand, asked for as a related manager is."""

    def all(self) -> Rows:
        return self


@dataclass(slots=True)
class NewSource:
    title: str
    publisher: str = ""
    authors: str = ""
    url: str = ""
    url_key: str = ""
    published: str = ""
    published_from: str = ""
    language: str = ""
    credit: str = ""
    genre: str = ""
    id: int = 0
    public_id: str = ""
    published_earliest: int | None = None
    published_latest: int | None = None
    copy_of: None = None
    copy_of_id: int | None = None
    copy_state: str = ""
    created_at: Any = None

    @property
    def pk(self) -> int:
        return self.id

    origin_id = pk


@dataclass(slots=True)
class NewQuote:
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    order: int = 0
    archived: str = ""  # address of a kept copy of the page
    id: int = 0
    citation_id: int = 0
    capture: Capture | None = None
    capture_id: int | None = None


@dataclass(slots=True)
class NewCitation:
    source: NewSource | Source
    stance: str = "supports"
    about: str = "all"
    passage: str = ""
    locator: str = ""
    date_words: str = ""
    date: str = ""
    date_part: str = ""
    date_reference: str = ""
    date_rule: str = ""
    order: int = 0
    quotes: Rows = field(default_factory=Rows)
    id: int = 0
    event_id: int = 0
    link_id: int | None = None
    source_id: int = 0


@dataclass(slots=True)
class NewEntity:
    name: str
    slug: str
    kind: str
    description: str = ""
    aliases: tuple[tuple[str, str], ...] = ()  # names, each with its language
    id: int = 0


@dataclass(slots=True)
class NewTag:
    name: str
    slug: str
    id: int = 0


@dataclass(slots=True)
class NewRole:
    entity: NewEntity | Entity
    role: str
    id: int = 0
    event_id: int = 0
    entity_id: int = 0


@dataclass(slots=True)
class NewTranslation:
    language: str
    headline: str
    body: str = ""
    state: str = "draft"
    of_version: int = 0
    of_words: str = ""
    id: int = 0
    event_id: int = 0
    published_at: Any = None
    created_at: Any = None
    updated_at: Any = None


@dataclass(slots=True)
class NewEvent:
    """An event that is not there yet, with what belongs to it. `state` is proposed, draft or published.

    `places` are the ids of the incidents that it belongs to, each with its role there; empty for the import's own.
    Of an event that comes from our own JSON, the id, the version and the moments of publication may be given.
    """

    headline: str
    state: str
    import_ref: str
    date: str = ""
    part: str = ""
    body: str = ""
    kind: str = "occurred"
    language: str = "en"
    place: str = ""
    order: int = 0
    extra: str = "{}"  # JSON
    citations: Rows = field(default_factory=Rows)
    roles: Rows = field(default_factory=Rows)
    tags: Rows = field(default_factory=Rows)
    places: tuple[tuple[int, str], ...] = ()
    public_links_from: tuple[()] = ()
    public_links_to: tuple[()] = ()
    translations: list[NewTranslation] = field(default_factory=list)
    number: int = 0  # of the record that it came from
    id: int = 0
    public_id: str = ""
    slug: str = ""
    earliest: int | None = None
    latest: int | None = None
    position: int | None = None
    undated: bool = False
    withdrawn_reason: str = ""
    merged_into_id: int | None = None
    known: int | None = None
    revision: int = 2  # as after a first save that was settled
    version: int = 0
    first_published_at: Any = None
    changed_at: Any = None
    created_at: Any = None
    updated_at: Any = None
    content: str = ""  # its first version as JSON, and the words that it is found by, where they are made already
    words: tuple[str, ...] | None = None

    @property
    def pk(self) -> int:
        return self.id

    @property
    def public_translations(self) -> list[NewTranslation]:
        return [one for one in self.translations if one.state == "published"]


@lru_cache(maxsize=65_536)
def bounds(edtf: str, part: str) -> tuple[str, int | None, int | None, int | None]:
    """Return a date as it is stored, with its earliest, latest and position. Raises EDTFError for what is no date."""
    if not edtf:
        return "", None, None, None
    value = EDTF.parse(edtf)
    return str(value), value.earliest, value.latest, narrow(value, part)[0]


def slug_of(headline: str) -> str:
    """Return what Django's slugify() does, which is much slower with plain letters than it need be."""
    if not headline.isascii():
        return slugify(headline)[:60].strip("-")
    words = headline.encode().translate(_SLUG_LETTERS, _NOT_IN_SLUG).decode().split()
    return "-".join(words).strip("-_")[:60].strip("-")


def new_public_ids(model: type[Event] | type[Source], count: int) -> list[str]:
    """Return random ids as new_public_id() does, which no row has: at a million rows chance alone would not do."""
    found: list[str] = []
    while len(found) < count:
        fresh = [one for one in random_ids(count - len(found)) if one not in found] if found else random_ids(count)
        taken = {row[0] for row in raw.found(model, ["public_id"], "public_id", fresh)}
        found += [one for one in fresh if one not in taken]
    return found


def random_ids(count: int) -> list[str]:
    """Return so many different ids as new_public_id() makes them, which rows may have."""
    found: set[str] = set()
    while len(found) < count:
        letters = os.urandom((count - len(found)) * ID_LENGTH * 5 // 4 + 16).translate(_LETTERS, _TOO_HIGH).decode()
        found |= {letters[at : at + ID_LENGTH] for at in range(0, len(letters) - ID_LENGTH + 1, ID_LENGTH)}
    return sorted(found)[:count]


def write_events(change: Change, incident: Incident | None, events: list[NewEvent]) -> None:
    """Write new events into an incident, or into those of their own places, with what belongs to them and follows.

    Sources, entities and tags that have no id yet are made on the way. Raises ValidationError for one that is to be
    published without support.
    """
    if not events:
        return
    now, by = timezone.now(), change.by.pk if change.by else None
    write_sources([one.source for event in events for one in event.citations], by=by, at=now)
    entities = [role.entity for event in events for role in event.roles]
    unnamed = [entity for entity in entities if not entity.id]
    make_named(Entity, entities, by=by, at=now)
    write_aliases(unnamed)
    make_named(Tag, [tag for event in events for tag in event.tags], by=by, at=now)
    complete(events, now)
    raw.insert_objects(Event, events)
    ids = [event.id for event in events]
    as_made = {"known": None, "revision": 1, "version": 0, "first_published_at": None, "changed_at": None}
    raw.write_history(Event, ids, by=by, at=now, **as_made)
    if incident is not None:
        for event in events:
            event.places = event.places or ((incident.pk, ""),)
    write_memberships(events, by=by, at=now)
    write_citations(events, by=by, at=now)
    write_roles(events, by=by, at=now)
    write_tags(events)
    write_translations(events, by=by, at=now)
    settle_new(change, [event for event in events if event.state == Event.State.PUBLISHED], now)


def complete(events: list[NewEvent], now: datetime) -> None:
    """Give events their ids and what is derived from their other fields."""
    ids, public_ids, at = raw.new_ids(Event, len(events)), new_public_ids(Event, len(events)), raw.moment(now)
    for event, pk, public_id in zip(events, ids, public_ids, strict=True):
        event.id, event.public_id = pk, event.public_id or public_id
        event.slug = event.slug or slug_of(event.headline)
        event.date, event.earliest, event.latest, event.position = bounds(event.date, event.part)
        event.known = min(
            (
                citation.source.published_latest
                for citation in event.citations
                if citation.stance == "supports" and citation.source.published_latest is not None
            ),
            default=None,
        )
        event.created_at = event.updated_at = at
        if event.state == "published":
            event.version = event.version or 1
            event.first_published_at = event.first_published_at or at
            event.changed_at = event.changed_at or at


def write_sources(sources: Iterable[NewSource | Source], *, by: int | None, at: datetime) -> None:
    new = list({id(one): one for one in sources if isinstance(one, NewSource) and not one.id}.values())
    ids, public_ids = (
        raw.new_ids(Source, len(new)),
        iter(new_public_ids(Source, sum(not source.public_id for source in new))),
    )
    made = raw.moment(at)
    for source, pk in zip(new, ids, strict=True):
        source.id, source.public_id = pk, source.public_id or next(public_ids)
        source.published, source.published_earliest, source.published_latest, _ = bounds(source.published, "")
        source.created_at = made
    raw.insert_objects(Source, new)
    raw.write_history(Source, ids, by=by, at=at)


def make_named(model: type[Entity] | type[Tag], named: Iterable[Any], *, by: int | None, at: datetime) -> None:
    """Make the entities or tags that have no id yet."""
    new = list({id(one): one for one in named if not one.id}.values())
    ids = raw.new_ids(model, len(new))
    for one, pk in zip(new, ids, strict=True):
        one.id = pk
    raw.insert_objects(model, new)
    raw.write_history(model, ids, by=by, at=at)


def write_aliases(entities: Iterable[NewEntity]) -> None:
    named = {entity.id: entity.aliases for entity in entities if entity.aliases}
    rows = [(pk, name, language) for pk, aliases in named.items() for name, language in aliases]
    raw.insert(EntityAlias, ["entity_id", "name", "language"], rows)


def write_memberships(events: list[NewEvent], *, by: int | None, at: datetime) -> None:
    places = [(incident, event.id, role) for event in events for incident, role in event.places]
    keys = raw.new_ids(Membership, len(places))
    rows = [(key, *place) for key, place in zip(keys, places, strict=True)]
    raw.insert(Membership, ["id", "incident_id", "event_id", "role"], rows)
    raw.write_history(Membership, keys, by=by, at=at)


def write_citations(events: list[NewEvent], *, by: int | None, at: datetime) -> None:
    citations = [(event, citation) for event in events for citation in event.citations]
    ids = raw.new_ids(Citation, len(citations))
    for (event, citation), pk in zip(citations, ids, strict=True):
        citation.id, citation.event_id, citation.source_id = pk, event.id, citation.source.pk
    raw.insert_objects(Citation, (citation for _event, citation in citations))
    raw.write_history(Citation, ids, by=by, at=at)
    quotes = [(citation, quote) for _event, citation in citations for quote in citation.quotes]
    ids = raw.new_ids(Quote, len(quotes))
    for (citation, quote), pk in zip(quotes, ids, strict=True):
        quote.id, quote.citation_id = pk, citation.id
    archived = [(citation.source.pk, quote) for citation, quote in quotes if quote.archived]
    kept = captures_of({(source, quote.archived) for source, quote in archived}) if archived else {}
    for source, quote in archived:
        quote.capture = kept[source, quote.archived]
        quote.capture_id = quote.capture.pk
    raw.insert_objects(Quote, (quote for _citation, quote in quotes))
    raw.write_history(Quote, ids, by=by, at=at)


def captures_of(archived: set[tuple[int, str]]) -> dict[tuple[int, str], Capture]:
    """Return a capture for each source and address of an archived copy; of what is not known, one without a text."""
    sources = {source for source, _address in archived}
    found = Capture.objects.filter(source__in=sources).exclude(archived_url="").defer("text").order_by("-pk")
    kept = {(one.source_id, one.archived_url): one for one in found}
    new = sorted(archived - kept.keys())
    made = [Capture(source_id=pk, archived_url=url, text_hash=sha256(f"archived {url}")) for pk, url in new]
    Capture.objects.bulk_create(made)
    return kept | dict(zip(new, made, strict=True))


def write_roles(events: list[NewEvent], *, by: int | None, at: datetime) -> None:
    roles = [(event, role) for event in events for role in event.roles]
    ids = raw.new_ids(EntityRole, len(roles))
    for (event, role), pk in zip(roles, ids, strict=True):
        role.id, role.event_id, role.entity_id = pk, event.id, role.entity.id
    raw.insert_objects(EntityRole, (role for _event, role in roles))
    raw.write_history(EntityRole, ids, by=by, at=at)


def write_translations(events: list[NewEvent], *, by: int | None, at: datetime) -> None:
    translations = [(event, one) for event in events for one in event.translations]
    ids, moment = raw.new_ids(EventTranslation, len(translations)), raw.moment(at)
    for (event, one), pk in zip(translations, ids, strict=True):
        one.id, one.event_id, one.created_at, one.updated_at = pk, event.id, moment, moment
        one.published_at = moment if one.state == "published" else None
    raw.insert_objects(EventTranslation, (one for _event, one in translations))
    raw.write_history(EventTranslation, ids, by=by, at=at)


def write_tags(events: list[NewEvent]) -> None:
    """File events under their tags, in their history's record too."""
    filed = [(event.id, tag.id) for event in events for tag in event.tags]
    if not filed:
        return
    raw.insert(Event.tags.through, ["event_id", "tag_id"], filed)
    records = dict(Event.history.filter(id__in={event for event, _tag in filed}).values_list("id", "history_id"))
    through = Event.tags.through.objects.filter(event_id__in=records).values_list("id", "event_id", "tag_id")
    rows = [(key, event, tag, records[event]) for key, event, tag in through]
    raw.insert(apps.get_model("incidents", "HistoricalEvent_tags"), ["id", "event_id", "tag_id", "history_id"], rows)


def settle_new(change: Change, published: list[NewEvent], now: datetime) -> None:
    """Do for new events what settle() does for changed ones; entries are made when they are first shown."""
    if not published:
        return
    for event in published:
        require_support(event)  # type: ignore[arg-type]
    at, by = raw.moment(now), change.by.pk if change.by else None
    raw.insert(
        EventVersion,
        ["event_id", "number", "snapshot", "by_id", "at"],
        [(event.id, event.version, event.content or content_of(event), by, at) for event in published],
    )
    raw.insert(
        SearchDocument,
        ["event_id", *WORDS],
        [
            (event.id, *(event.words or search_words(event)))  # type: ignore[arg-type]
            for event in published
        ],
    )
    told: dict[int, list[NewEvent]] = {}
    for event in published:
        for incident, _role in event.places:
            told.setdefault(incident, []).append(event)
    for incident, events in sorted(told.items()):
        add_told(incident, events)
    change.visible = True


def content_of(event: NewEvent) -> str:
    """Return what a version of an event holds, as JSON."""
    return _json(snapshot(event))  # type: ignore[arg-type]


def add_told(incident: int, published: list[NewEvent]) -> None:
    """Count new public events in, and widen the dates between which an incident is told, as update_told() does."""
    stored = Incident.objects.select_for_update().get(pk=incident)
    IncidentOverview.objects.filter(incident=incident).delete()  # drawn when it is read, not batch by batch
    dated = [(event.earliest, event.latest, event.date) for event in published if event.date]
    known = [(date.earliest, date.latest, str(date)) for date in (stored.told_from, stored.told_until) if date]
    spans: list[Any] = dated + known
    first = min(spans, key=lambda span: span[:2], default=("", "", ""))[2]
    last = max(spans, key=lambda span: (span[1], span[0]), default=("", "", ""))[2]
    Incident.objects.filter(pk=incident).update(told=stored.told + len(published), told_from=first, told_until=last)
