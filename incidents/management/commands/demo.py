"""Load the demo: a true matter, told in our own words from published reports."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify

from incidents.models import (
    Citation,
    Entity,
    EntityAlias,
    EntityRole,
    Event,
    EventTranslation,
    Incident,
    IncidentTranslation,
    Link,
    Membership,
    Quote,
    Source,
    Tag,
    changing,
    url_key,
)

REF = "demo:"  # what the import references of the demo's events begin with
Record = dict[str, Any]


class Command(BaseCommand):
    help = "Load the demo, published. What of it is already there stays as it is, edited or not."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--force", action="store_true", help="load it beside other content")

    def handle(self, *args: Any, force: bool, **options: Any) -> None:
        if not force and (other := other_content()):
            raise CommandError(
                f"This site already holds {other} of its own, and the demo would stand among them. "
                "Add --force to load it all the same."
            )
        path = Path(settings.BASE_DIR) / "demo" / "icc.json"
        made = load(json.loads(path.read_text(encoding="utf-8")))
        self.stdout.write(f"The demo is loaded: {made} events." if made else "The demo is already there.")


def other_content() -> str:
    """Count what is not the demo's, in words; empty for none."""
    counts = {
        "events": Event.objects.exclude(import_ref__startswith=REF).count(),
        "incidents": Incident.objects.exclude(memberships__event__import_ref__startswith=REF).count(),
    }
    return " and ".join(f"{count} {name}" for name, count in counts.items() if count)


def load(demo: Record) -> int:
    """Add what is missing of the demo, as one change; return how many events that were."""
    with changing():
        loader = Loader(demo)
        made = [loader.add_event(key, record) for key, record in demo["events"].items()]
        for record in demo["links"]:
            loader.add_link(record)
        for event in filter(None, made):
            event.publish(by=None)
        for incident in loader.incidents.values():
            if incident.state == Incident.State.DRAFT:
                incident.publish(by=None)
    return len(list(filter(None, made)))


class Loader:
    """Rows of the demo by their keys in its file."""

    def __init__(self, demo: Record) -> None:
        self.sources = {key: source_of(record) for key, record in demo["sources"].items()}
        self.entities = {key: entity_of(record) for key, record in demo["entities"].items()}
        self.incidents = {key: incident_of(record) for key, record in demo["incidents"].items()}
        self.events: dict[str, Event] = {}

    def add_event(self, key: str, record: Record) -> Event | None:
        """Add an event as a draft; return None where it is already there."""
        there = Event.objects.filter(import_ref=REF + key).first()
        if there:
            self.events[key] = there
            return None
        fields = ("headline", "date", "part", "order", "kind", "place", "body")
        event = Event(import_ref=REF + key, **{name: record[name] for name in fields if name in record})
        event.save()
        for language, texts in record.get("translations", {}).items():
            tell(EventTranslation(event=event, language=language, **texts))
        for incident, role in record["incidents"].items():
            Membership(incident=self.incidents[incident], event=event, role=role).save()
        for entity, role in record["roles"]:
            EntityRole(event=event, entity=self.entities[entity], role=role).save()
        event.tags.set(tag_of(name) for name in record["tags"])
        self.cite(record["citations"], event=event)
        self.events[key] = event
        return event

    def add_link(self, record: Record) -> None:
        ends = {"from_event": self.events[record["from"]], "to_event": self.events[record["to"]]}
        if Link.objects.filter(kind=record["kind"], **ends).exists():
            return
        link = Link(kind=record["kind"], **ends)
        link.save()
        self.cite(record.get("citations", ()), link=link)

    def cite(self, records: list[Record], **target: Event | Link) -> None:
        for order, record in enumerate(records):
            date = record.get("date", {})
            passage = record.get("passage", "")
            citation = Citation(
                source=self.sources[record["source"]],
                order=order,
                about=Citation.About.PASSAGE if passage else Citation.About.ALL,
                passage=passage,
                date_words=date.get("words", ""),
                date=date.get("edtf", ""),
                date_part=date.get("part", ""),
                date_rule=date.get("rule", ""),
                date_reference=date.get("reference", ""),
                **target,
            )
            citation.save()
            for place, quote in enumerate(record.get("quotes", ())):
                Quote(citation=citation, order=place, **quote).save()


def source_of(record: Record) -> Source:
    """Return the source of that address, or without one of that title and publisher; add it where missing."""
    same = (
        {"url_key": url_key(record["url"])}
        if record["url"]
        else {name: record[name] for name in ("url", "title", "publisher")}
    )
    source = Source.objects.filter(**same).first() or Source(published_from="given", **record)
    if not source.pk:
        source.save()
    return source


def entity_of(record: Record) -> Entity:
    entity = Entity.objects.filter(slug=record["slug"]).first()
    if entity is None:
        entity = Entity(**{name: value for name, value in record.items() if name != "aliases"})
        entity.save()
        EntityAlias.objects.bulk_create(
            EntityAlias(entity=entity, name=name, language=language) for name, language in record["aliases"]
        )
    return entity


def incident_of(record: Record) -> Incident:
    incident = Incident.objects.filter(slug=record["slug"]).first()
    if incident is None:
        incident = Incident(**{name: value for name, value in record.items() if name != "translations"})
        incident.save()
        for language, texts in record.get("translations", {}).items():
            tell(IncidentTranslation(incident=incident, language=language, **texts))
    return incident


def tell(translation: EventTranslation | IncidentTranslation) -> None:
    translation.made_from_present()
    translation.publish(by=None)


def tag_of(name: str) -> Tag:
    tag = Tag.objects.filter(slug=slugify(name)).first() or Tag(name=name, slug=slugify(name))
    if not tag.pk:
        tag.save()
    return tag
