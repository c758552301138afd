"""MISP event JSON: each MISP event is an event, its links are sources; attributes and objects that say when are too.

The format: https://www.misp-standard.org/rfc/misp-standard-core.html. Indicators (addresses, hashes, domains) are
counted, not imported: a timeline is no feed of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from ..cleaning import clean_line
from ..drafts import CitationDraft, EntityDraft, EventDraft, Finding, IncidentDraft, LinkDraft, Origin, Reading
from ..sentences import phrase, why
from ..temporal.edtf import EDTFError
from . import jsontext
from .base import FormatError, Item, Options, Refused
from .decoding import head_text
from .jsontext import list_of, object_of, text_value
from .making import Refs, headline_of, import_ref, sorted_out, stated, web_sources, with_whole
from .stix import dates_of, moment_edtf

NAME = "misp"
MAX_CITED = 20  # of the links of a whole, beside each of its parts
GALAXY = re.compile(r'misp-galaxy:([a-z0-9-]+)="([^"]{1,200})"')
ACTORS = frozenset(
    {"threat-actor", "mitre-intrusion-set", "microsoft-activity-group", "mitre-enterprise-attack-intrusion-set"}
)
NAMING = ("title", "name", "headline", "subject", "summary", "description", "text")
PLACES = frozenset({"country", "region", "target-information"})
INTERNAL = ("workflow:", "misp-galaxy:", "tlp:", "type:", "admiralty-scale:", "osint:")


class MISP:
    name = NAME
    label = phrase("MISP event")
    media_type = "application/json"
    extensions = (".json",)

    def recognises(self, head: bytes, name: str) -> float:
        text = head_text(head)
        if re.match(r'\s*(?:\{\s*"response"\s*:\s*)?\[?\s*\{\s*"Event"\s*:\s*\{', text):
            return 0.95
        names = sum(
            f'"{key}"' in text for key in ("Attribute", "Orgc", "threat_level_id", "to_ids", "sharing_group_id")
        )
        return 0.9 if names >= 2 else 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        events = events_in(jsontext.load(file, name))
        if not events:
            raise FormatError("%(name)s is no MISP export: it has no object “Event” with an “info”.", name=name)
        refs = Refs(NAME)
        row = 0
        for event in events:
            row += 1
            yield whole_event(event, Origin(name, row), refs)
            parts = list(parts_with_times(event))
            jsontext.refuse_more(row + len(parts), jsontext.MAX_EVENTS, phrase("%(count)s events"), name)
            citations, _ = sorted_out(web_sources(links_of(event), column="Attribute"))
            for part in parts:
                row += 1
                yield part_of(part, event, citations[:MAX_CITED], Origin(name, row), refs)
            others = sum(1 for _ in attributes(event)) - sum(1 for _ in links_of(event))
            if others:
                yield Finding(
                    "indicators", "note", value=text_value(event.get("info"))[:200], params=(("count", f"{others:,}"),)
                )

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        raise FormatError("MISP events are read, not written; STIX carries the same, and MISP reads it.")


def events_in(whole: Any) -> list[dict[str, Any]]:
    """Return the events of an export: one, several, or the answer of a search."""
    if isinstance(whole, dict) and "response" in whole:
        whole = whole["response"]
    if isinstance(whole, dict) and "info" not in whole and all("info" in object_of(one) for one in whole.values()):
        whole = [{"uuid": uuid, **event} for uuid, event in whole.items()]  # the manifest of a MISP feed
    found = []
    for item in whole if isinstance(whole, list) else [whole]:
        event = object_of(object_of(item).get("Event")) or object_of(item)
        if "info" in event or "Attribute" in event:
            found.append(event)
    return found


def attributes(event: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give the attributes of an event and of its objects that are not deleted."""
    groups = [event, *(object_of(one) for one in list_of(event.get("Object")) if not object_of(one).get("deleted"))]
    for group in groups:
        for one in list_of(group.get("Attribute")):
            if isinstance(one, dict) and not one.get("deleted"):
                yield one


def links_of(event: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for one in attributes(event):
        value = text_value(one.get("value"))
        is_reference = text_value(one.get("category")) in ("External analysis", "Internal reference")
        if value.startswith("http") and (one.get("type") == "link" or (one.get("type") == "url" and is_reference)):
            yield value, text_value(one.get("comment"))


def whole_event(event: dict[str, Any], origin: Origin, refs: Refs) -> EventDraft | Refused:
    findings: list[Finding] = []
    reading = day_of(text_value(event.get("date")), findings)
    citations, bad = sorted_out(web_sources(links_of(event), column="Attribute"))
    texts = [
        text_value(one.get("value"))
        for one in attributes(event)
        if one.get("type") in ("text", "comment") and text_value(one.get("category")) in ("External analysis", "Other")
    ]
    texts += [text_value(object_of(one).get("content")) for one in list_of(event.get("EventReport"))]
    tags = [text_value(object_of(tag).get("name")) for tag in list_of(event.get("Tag"))]
    headline, untitled = headline_of(text_value(event.get("info")), *texts, is_told=reading is not None)
    if not headline:
        return Refused(origin, untitled)
    organisation = clean_line(text_value(object_of(event.get("Orgc")).get("name")))
    extra = [
        (key, text_value(event.get(key)))
        for key in ("uuid", "analysis", "threat_level_id", "timestamp")
        if event.get(key)
    ]
    extra += [("Orgc", organisation)] if organisation else []
    extra += [("Tag", "; ".join(tag for tag in tags if tag.startswith(INTERNAL)))] if tags else []
    return EventDraft(
        headline=headline,
        date=reading,
        kind="disclosed",
        body=with_whole("\n\n".join(texts)[:50_000], headline, text_value(event.get("info"))),
        citations=citations,
        import_ref=refs.ref(text_value(event.get("uuid")) or headline),
        origin=origin,
        entities=tuple(dict.fromkeys(entity for tag in tags for entity in entities_in(tag))),
        tags=tuple(dict.fromkeys(clean_line(tag)[:80] for tag in tags if tag and not tag.startswith(INTERNAL))),
        extra=tuple(extra),
        findings=(*untitled, *findings, *bad),
    )


def entities_in(tag: str) -> Iterator[EntityDraft]:
    if found := GALAXY.fullmatch(tag):
        if found[1] in ACTORS:
            yield EntityDraft(clean_line(found[2]), "organisation", "actor")
        elif found[1] in PLACES:
            yield EntityDraft(clean_line(found[2]), "place", "target")


def parts_with_times(event: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give the attributes and objects that say when something was first or last seen."""
    for one in [*attributes(event), *(object_of(group) for group in list_of(event.get("Object")))]:
        if one.get("first_seen") or one.get("last_seen"):
            yield one


def part_of(
    part: dict[str, Any], event: dict[str, Any], citations: tuple[CitationDraft, ...], origin: Origin, refs: Refs
) -> EventDraft | Refused:
    """Make a sighting an event of its own, part of the whole."""
    what = text_value(part.get("comment")) or text_value(part.get("value")) or name_of(part)
    reading, problems = dates_of(part)
    headline, untitled = headline_of(what, is_told=True)
    uuid = text_value(event.get("uuid"))
    return EventDraft(
        headline=headline,
        date=reading,
        kind="detected",
        citations=citations,
        import_ref=refs.ref(text_value(part.get("uuid")) or headline),
        origin=origin,
        links=(LinkDraft("part-of", import_ref(NAME, uuid)),) if uuid else (),
        extra=tuple((key, text_value(part.get(key))) for key in ("type", "category", "value") if part.get(key)),
        findings=(*untitled, *problems),
    )


def name_of(part: dict[str, Any]) -> str:
    """Return what an object is called in its attributes, or else its kind."""
    told = {
        text_value(one.get("object_relation")): text_value(one.get("value"))
        for one in list_of(part.get("Attribute"))
        if isinstance(one, dict) and not one.get("deleted")
    }
    return next((told[name] for name in NAMING if told.get(name)), text_value(part.get("name")))


def day_of(text: str, findings: list[Finding]) -> Reading | None:
    if not text:
        return None
    try:
        return stated(moment_edtf(text), text)
    except EDTFError as error:
        findings.append(Finding("unread-date", column="date", value=text[:200], params=(("reason", why(error)),)))
        return None


FORMAT = MISP()
