"""STIX 2.0 and 2.1 bundles: incidents, campaigns, intrusion sets, reports and sightings become events.

The format: OASIS STIX Version 2.1. What is related to an event (threat actors, victims, places) becomes its entities;
external references become sources, and `(Citation: …)` in a description says which of them it rests on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from ..cleaning import clean_line
from ..drafts import EntityDraft, EventDraft, Finding, IncidentDraft, LinkDraft, Origin, Reading, SourceDraft
from ..sentences import phrase, why
from ..temporal import PlainDateError, read_plain
from ..temporal.edtf import EDTF, EDTFError
from . import jsontext
from .base import FormatError, Item, Options, Refused
from .decoding import head_text
from .jsontext import list_of, object_of, text_value
from .making import Refs, headline_of, import_ref, sorted_out, spanning, stated, web_sources, with_whole

NAME = "stix"
MAX_OBJECTS = 200_000  # of a bundle, of which few are events
EVENTS = frozenset(
    {"incident", "campaign", "report", "sighting", "intrusion-set", "observed-data", "grouping", "x-mitre-campaign"}
)
ALWAYS = frozenset({"incident", "campaign", "report", "sighting"})  # the others only where they say when
SPANS = (
    ("first_seen", "last_seen"),
    ("first_observed", "last_observed"),
    ("published", ""),
    ("start_time", "stop_time"),
)
ENTITY_KINDS = {
    "identity": "organisation", "threat-actor": "organisation", "intrusion-set": "organisation", "location": "place",
}  # fmt: skip
REFERENCE = re.compile(
    r"(?P<who>[^()]{2,200}?)\.?\s+\((?P<year>\d{4}|n\.d\.)(?:,? (?P<day>[A-Z][a-z]+\.?(?: \d{1,2})?))?\)\.\s*"
    r"(?P<title>.+?)\.?(?:\s+Retrieved .{1,60})?"
)
MONTH_BEGINS = re.compile(r"\d{4}-\d\d-01T0[04567]:00:00Z")  # in UTC or in the zones of the United States
MIDNIGHT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00(?:Z|[+-]00:00)")
NAMING = ("name", "key", "value", "path", "command_line", "subject", "display_name", "user_id", "type")
PEOPLE = frozenset({"individual"})
ROLES = {"attributed-to": "actor", "targets": "target", "located-at": "", "originates-from": "", "impersonates": ""}
LINKS = {
    "attributed-to": "attributed-to",
    "related-to": "part-of",
    "derived-from": "part-of",
    "duplicate-of": "same-as",
}
CITATION = re.compile(r"\s*\(Citation: ([^()]{1,200}(?:\([^()]{0,100}\)[^()]{0,100})?)\)")
KNOWN = frozenset(
    """type spec_version name title description created modified first_seen last_seen first_observed last_observed
    published external_references object_refs sighting_of_ref where_sighted_refs labels aliases created_by_ref
    object_marking_refs lang revoked date_edtf date_words date_part extensions""".split()
)


class STIX:
    name = NAME
    label = "STIX 2"
    media_type = "application/stix+json"
    extensions = (".json",)

    def recognises(self, head: bytes, name: str) -> float:
        text = head_text(head)
        return 0.95 if re.search(r'"type"\s*:\s*"bundle"', text) or re.search(r'"id"\s*:\s*"bundle--', text) else 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        whole = jsontext.load(file, name)
        objects = whole.get("objects") if isinstance(whole, dict) else whole
        if not isinstance(objects, list):
            raise FormatError("%(name)s is no STIX bundle: it has no list “objects”.", name=name)
        jsontext.refuse_more(len(objects), MAX_OBJECTS, phrase("%(count)s objects"), name)
        return _Bundle([item for item in objects if isinstance(item, dict)], name).items()

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        from .stix_out import write

        return write(items)


class _Bundle:
    """The objects of a bundle, by id, and what is related to what."""

    def __init__(self, objects: list[dict[str, Any]], name: str) -> None:
        self._objects = objects
        self._name = name
        self._by_id = {text_value(item.get("id")): item for item in objects}
        self._related: dict[str, list[tuple[str, str]]] = {}
        for item in objects:
            if item.get("type") == "relationship" and not item.get("revoked"):
                source, target = text_value(item.get("source_ref")), text_value(item.get("target_ref"))
                self._related.setdefault(source, []).append((text_value(item.get("relationship_type")), target))
        self._refs = Refs(NAME)

    def items(self) -> Iterator[Item]:
        left = 0
        told = sum(item.get("type") in EVENTS for item in self._objects)
        jsontext.refuse_more(told, jsontext.MAX_EVENTS, phrase("%(count)s events"), self._name)
        for row, item in enumerate(self._objects, 1):
            kind = text_value(item.get("type"))
            if kind in ALWAYS or (kind in EVENTS and any(item.get(first) for first, _ in SPANS)):
                yield self._event(item, row)
            elif kind not in ("relationship", "bundle", "marking-definition", *ENTITY_KINDS):
                left += 1
        if left:
            yield Finding("other-objects", "note", params=(("count", f"{left:,}"),))

    def _event(self, item: dict[str, Any], row: int) -> EventDraft | Refused:
        origin = Origin(self._name, row)
        named = self._by_id.get(text_value(item.get("sighting_of_ref")), {}) if item.get("type") == "sighting" else {}
        name = text_value(item.get("name") or item.get("title"))
        if not name and named:
            name = f"{text_value(named.get('name')) or text_value(named.get('type'))} sighted"
        if not name and item.get("type") == "observed-data":
            name = self._observed(item)
        body = text_value(item.get("description"))
        citations, findings = sorted_out(self._sources(item, body))
        reading, problems = dates_of(item)
        headline, untitled = headline_of(name, CITATION.sub("", body), is_told=reading is not None)
        if not headline:
            return Refused(origin, untitled)
        own_id = text_value(item.get("id"))
        extra = [
            (key, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
            for key, value in item.items()
            if key not in KNOWN
        ]
        revoked = (Finding("revoked"),) if item.get("revoked") is True else ()
        return EventDraft(
            headline=headline,
            date=reading,
            kind="disclosed"
            if item.get("type") == "report"
            else "detected"
            if item.get("type") == "sighting"
            else "occurred",
            body=with_whole(CITATION.sub("", body).strip(), headline, name),
            language=text_value(item.get("lang")),
            citations=citations,
            import_ref=self._refs.ref(own_id) if own_id else self._refs.ref(headline, reading.words if reading else ""),
            origin=origin,
            entities=self._entities(item),
            tags=tuple(
                dict.fromkeys(clean_line(text_value(label))[:80] for label in list_of(item.get("labels")) if label)
            ),
            links=self._links(item),
            extra=tuple(extra),
            findings=(*untitled, *findings, *problems, *revoked),
        )

    def _observed(self, item: dict[str, Any]) -> str:
        """Call observed data by the first thing that was observed."""
        things = [*object_of(item.get("objects")).values()]
        things += [self._by_id.get(text_value(ref), {}) for ref in list_of(item.get("object_refs"))]
        names = (text_value(object_of(one).get(key)) for one in things for key in NAMING)
        return next((f"{name} observed" for name in names if name), "")

    def _sources(self, item: dict[str, Any], body: str) -> Iterator[SourceDraft | Finding]:
        """Give the external references; those that the description cites come first."""
        references = [object_of(one) for one in list_of(item.get("external_references"))]
        cited = {clean_line(found): None for found in CITATION.findall(body)}
        places = {name: place for place, name in enumerate(cited)}
        names = [clean_line(text_value(one.get("source_name"))) for one in references]
        order = sorted(range(len(references)), key=lambda n: places.get(names[n], len(places)))
        for number in order:
            one = references[number]
            described = clean_line(text_value(one.get("description")))
            reference = reference_of(described)
            title = (
                reference.title
                or described
                or " ".join(part for part in (names[number], clean_line(text_value(one.get("external_id")))) if part)
            )
            url = text_value(one.get("url"))
            if not url:
                if title:
                    yield named(SourceDraft(title=title[:500]), names[number], reference)
                continue
            for made in web_sources([(url, title)], column="external_references"):
                yield named(made, names[number], reference) if isinstance(made, SourceDraft) else made
        known = set(names)
        for missing in [name for name in cited if name not in known]:
            yield SourceDraft(title=missing[:500])

    def _entities(self, item: dict[str, Any]) -> tuple[EntityDraft, ...]:
        """Return who and where: by relationships, a report's objects, and where something was sighted."""
        related = [(ROLES.get(kind, ""), target) for kind, target in self._related.get(text_value(item.get("id")), ())]
        related += [("", text_value(ref)) for ref in list_of(item.get("object_refs"))]
        related += [("target", text_value(ref)) for ref in list_of(item.get("where_sighted_refs"))]
        if sighted := text_value(item.get("sighting_of_ref")):
            related.append(("actor", sighted))
        made: dict[tuple[str, str], EntityDraft] = {}
        for role, ref in related:
            one = self._by_id.get(ref, {})
            name = clean_line(text_value(one.get("name")))[:200]
            kind = ENTITY_KINDS.get(text_value(one.get("type")))
            if name and kind and one is not item:
                kind = "person" if one.get("identity_class") in PEOPLE else kind
                made.setdefault((name, role), EntityDraft(name, kind, role))
        return tuple(made.values())

    def _links(self, item: dict[str, Any]) -> tuple[LinkDraft, ...]:
        made = []
        for kind, target in self._related.get(text_value(item.get("id")), ()):
            one = self._by_id.get(target, {})
            is_event = one.get("type") in ALWAYS or (one.get("type") in EVENTS and any(one.get(a) for a, _ in SPANS))
            if kind in LINKS and is_event:
                made.append(LinkDraft(LINKS[kind], import_ref(NAME, target)))
        return tuple(dict.fromkeys(made))


def reference_of(text: str) -> SourceDraft:
    """Read a reference as ATT&CK writes them: "Lee, A. (2019, March 4). Title. Retrieved May 1, 2020."."""
    found = REFERENCE.fullmatch(text[:1_000])
    if not found:
        return SourceDraft()
    published, author = "", found["who"][:200]
    author += "." if re.search(r"\b[A-Z]$", author) else ""  # an initial's
    if found["year"] != "n.d.":
        try:
            published = read_plain(f"{found['day'] or ''} {found['year']}".strip()).edtf
        except PlainDateError:
            published = found["year"]
    return SourceDraft(title=found["title"], authors=(author,), published=published)


def named(source: SourceDraft, name: str, reference: SourceDraft) -> SourceDraft:
    """Return a source with what its reference says, or else with the name that it is called by as publisher."""
    if not reference.title:
        return replace(source, publisher=name[:200])
    given = "given" if reference.published else ""
    return replace(source, authors=reference.authors, published=reference.published, published_from=given)


def dates_of(item: dict[str, Any]) -> tuple[Reading | None, tuple[Finding, ...]]:
    """Read when something was first and last seen, or published; our own bundles say it as EDTF as well."""
    try:
        if exact := text_value(item.get("date_edtf")):
            words, part = text_value(item.get("date_words")), text_value(item.get("date_part"))
            return stated(str(EDTF.parse(exact)), words, part), ()
    except EDTFError:
        pass  # somebody else's property of that name
    for first_name, last_name in SPANS:
        first, last = text_value(item.get(first_name)), text_value(item.get(last_name)) if last_name else ""
        if not first and not last:
            continue
        try:
            begin = moment_edtf(first) if first else ".."
            end = moment_edtf(last) if last else ""
            if any(key.startswith("x_mitre_") for key in item):
                begin, end = month_of(begin), month_of(end)
            if all(one in ("", "..") or MIDNIGHT.fullmatch(one) for one in (begin, end)):
                begin, end = begin[:10], end[:10]  # these formats have no day without a time
        except EDTFError as error:
            found = Finding(
                "unread-date",
                column=first_name,
                value=f"{first} {last}".strip()[:200],
                params=(("reason", why(error)),),
            )
            return None, (found,)
        words = f"{first} – {last}" if first and last else first or last
        if begin == "..":
            return stated(f"../{end}", words), ()
        if not end:
            return stated(begin, words), ()
        whole, findings = spanning(begin, end)
        return stated(whole, words), findings
    return None, ()


def month_of(moment: str) -> str:
    """Return the month where a moment is the midnight with which it begins: ATT&CK says no more than months."""
    return moment[:7] if MONTH_BEGINS.fullmatch(moment) else moment


def moment_edtf(text: str) -> str:
    """Read a STIX timestamp (RFC 3339, with fractions of a second, which are dropped)."""
    return str(EDTF.parse(re.sub(r"(T\d\d:\d\d:\d\d)\.\d{1,12}", r"\1", text.strip())))


FORMAT = STIX()
