"""Our own JSON, read: what native_out.py writes comes back as the same drafts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from ..drafts import (
    CitationDraft,
    EntityDraft,
    EventDraft,
    Finding,
    IncidentDraft,
    LinkDraft,
    MembershipDraft,
    Origin,
    QuoteDraft,
    Reading,
    SourceDraft,
    TranslationDraft,
)
from ..sentences import Refusing, phrase, said, why
from ..temporal.edtf import EDTF, EDTFError
from . import jsontext
from .base import MAX_BYTES, MAX_ROWS, FormatError, Item, Options, Refused
from .decoding import head_text
from .making import import_ref
from .native_out import NAME, VERSION, write, write_lines

MAX_WHOLE = 100_000  # events of a document; JSON Lines have as many as there are
MAX_LINE = 20_000_000  # characters


class Shape(Refusing, ValueError):
    """Something is not as our JSON has it; the message says what, and what would be right."""


class Reader:
    """Turns objects of one document into drafts; sources and entities are known before the events that use them."""

    def __init__(self, name: str, ids: Iterable[str] = ()) -> None:
        self.name = name
        self.sources: dict[str, SourceDraft] = {}
        self.entities: dict[str, EntityDraft] = {}
        self.ids = set(ids)  # of the events of this document

    def add_source(self, given: Any) -> None:
        one = Fields(given, "source")
        self.sources[one.text("id")] = SourceDraft(
            **{name: one.text(name) for name in SOURCE_TEXTS}, authors=tuple(map(str, one.list("authors")))
        )

    def add_entity(self, given: Any) -> None:
        one = Fields(given, "entity")
        aliases = (Fields(alias, "alias") for alias in one.list("aliases"))
        self.entities[one.text("id")] = EntityDraft(
            one.text("name"),
            one.text("kind"),
            id=one.text("id"),
            description=one.text("description"),
            aliases=tuple((alias.text("name"), alias.text("language")) for alias in aliases),
        )

    def event(self, given: Any, row: int) -> EventDraft | Refused:
        origin = Origin(self.name, row)
        try:
            return self._event(Fields(given, "event"), origin)
        except (Shape, EDTFError) as error:
            value = json.dumps(given, ensure_ascii=False, default=str)[:200]
            return Refused(origin, (Finding("unread-value", "error", value=value, params=(("reason", why(error)),)),))

    def _event(self, one: Fields, origin: Origin) -> EventDraft:
        headline, own_id = one.text("headline"), one.text("id")
        if not headline.strip():
            raise Shape("an event needs a headline")
        date = one.object("date")
        reading = Reading("", edtf_of(date.text("edtf")), date.text("part")) if date else None
        return EventDraft(
            headline=headline,
            date=reading,
            kind=one.text("kind") or "occurred",
            body=one.text("body"),
            language=one.text("language"),
            citations=tuple(map(self._citation, one.list("citations"))),
            import_ref=self.ref(own_id or f"{headline}\n{reading.edtf if reading else ''}"),
            origin=origin,
            place=one.text("place"),
            order=one.number("order"),
            entities=tuple(map(self._entity, one.list("entities"))),
            tags=tuple(map(str, one.list("tags"))),
            links=tuple(map(self._link, one.list("links"))),
            extra=tuple((key, str(value)) for key, value in one.mapping("extra").items()),
            undated=one.flag("undated"),
            memberships=tuple(
                MembershipDraft(place.text("slug"), place.text("role"))
                for place in (Fields(given, "incident") for given in one.list("incidents"))
            ),
            id=own_id,
            address=one.text("address"),
            version=one.number("version"),
            published=one.text("published"),
            changed=one.text("changed"),
            translations=translations_of(one, "headline", "body"),
            findings=() if reading or one.flag("undated") else (Finding("undated", "note"),),
        )

    def ref(self, own_id: str) -> str:
        return import_ref(NAME, own_id)

    def _entity(self, given: Any) -> EntityDraft:
        one = Fields(given, "entity")
        known = self.entities.get(one.text("entity")) or EntityDraft(one.text("name"), one.text("kind"))
        if not known.name:
            raise Shape(
                "the entity %(id)s is not in the list of entities, and has no name", id=repr(one.text("entity"))
            )
        return EntityDraft(known.name, known.kind, one.text("role"), known.id, known.description, known.aliases)

    def _link(self, given: Any) -> LinkDraft:
        one = Fields(given, "link")
        to = one.text("to")
        return LinkDraft(
            one.text("kind"),
            self.ref(to) if to in self.ids else to,
            tuple(map(self._citation, one.list("citations"))),
            id=to,
        )

    def _citation(self, given: Any) -> CitationDraft:
        one = Fields(given, "citation")
        if one.text("source") not in self.sources:
            raise Shape("the source %(id)s is not in the list of sources", id=repr(one.text("source")))
        date = one.object("date")
        quotes = (Fields(quote, "quote") for quote in one.list("quotes"))
        return CitationDraft(
            source=self.sources[one.text("source")],
            quotes=tuple(
                QuoteDraft(
                    quote.text("exact"), quote.text("prefix"), quote.text("suffix"), archived=quote.text("archived")
                )
                for quote in quotes
            ),
            date=reading_of(date) if date else None,
            locator=one.text("locator"),
            disputes=one.text("stance") == "disputes",
            about=one.text("about") or "all",
            passage=one.text("passage"),
            order=one.number("order"),
        )


SOURCE_TEXTS = (
    *("id", "title", "url", "publisher", "published", "published_from"),
    *("language", "credit", "genre", "copy_of", "address"),
)


def reading_of(date: Fields) -> Reading:
    texts = (date.text(name) for name in ("words", "part", "rule", "reference"))
    words, part, rule, reference = texts
    return Reading(words, edtf_of(date.text("edtf")), part, rule, reference)


def edtf_of(text: str) -> str:
    """Check a date, and keep how it is written."""
    if text:
        EDTF.parse(text)
    return text


@dataclass(frozen=True, slots=True)
class Fields:
    """The values of one object, each as the type that it must have; `what` names the object in refusals."""

    given: Any
    what: str

    def __post_init__(self) -> None:
        if not isinstance(self.given, dict):
            raise Shape(
                "%(what)s: an object with names and values is expected, and this is %(kind)s",
                what=self.what,
                kind=said(kind(self.given)),
            )

    def _as(self, name: str, expected: type, empty: Any) -> Any:
        value = self.given.get(name)
        if value is None:
            return empty
        if type(value) is not expected:
            raise Shape(
                "%(name)s must be %(expected)s, and is %(kind)s",
                name=f"{self.what}.{name}",
                expected=said(kind(empty)),
                kind=said(kind(value)),
            )
        return value

    def text(self, name: str) -> str:
        return str(self._as(name, str, ""))

    def number(self, name: str) -> int:
        return int(self._as(name, int, 0))

    def flag(self, name: str) -> bool:
        return bool(self._as(name, bool, False))

    def list(self, name: str) -> Iterable[Any]:
        found: Iterable[Any] = self._as(name, list, [])
        return found

    def mapping(self, name: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self._as(name, dict, {})
        return found

    def object(self, name: str) -> Fields | None:
        return Fields(self.given[name], f"{self.what}.{name}") if self.given.get(name) is not None else None


def kind(value: Any) -> str:
    names: dict[type, str] = {
        str: phrase("text"),
        int: phrase("a whole number"),
        bool: phrase("true or false"),
        list: phrase("a list"),
    }
    return names.get(type(value), phrase("an object") if isinstance(value, dict) else repr(value)[:40])


def checked_version(head: Any, name: str) -> None:
    version = head.get("version") if isinstance(head, dict) else None
    if version != VERSION:
        raise FormatError(
            "%(name)s is of version %(version)s of Dateline’s JSON; this program reads version %(ours)s. Export it "
            "again from a site of the same age, or bring this one up to date.",
            name=name,
            version=repr(version),
            ours=VERSION,
        )


def incident_of(given: Any) -> IncidentDraft:
    one = Fields(given, "incident")
    if not one.text("title").strip():
        raise Shape("an incident needs a title")
    texts = {name: one.text(name) for name in ("title", "summary", "language", "slug", "address")}
    return IncidentDraft(**texts, translations=translations_of(one, "title", "summary"))


def translations_of(one: Fields, headline: str, body: str) -> tuple[TranslationDraft, ...]:
    given = (Fields(translation, "translation") for translation in one.list("translations"))
    return tuple(
        TranslationDraft(
            each.text("language"), each.text(headline), each.text(body), each.number("version"), each.flag("current")
        )
        for each in given
    )


@dataclass(frozen=True, slots=True)
class Dateline:
    """One document."""

    name: str = NAME
    label: str = "Dateline JSON"
    media_type: str = "application/json"
    extensions: tuple[str, ...] = (".json",)

    def recognises(self, head: bytes, name: str) -> float:
        return 1.0 if re.match(r'\s*\{\s*"format"\s*:\s*"dateline"', head_text(head)) else 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        whole = jsontext.load(file, name)
        if not isinstance(whole, dict) or whole.get("format") != NAME:
            raise FormatError(
                '%(name)s is not Dateline’s JSON: it does not begin with "format": "%(ours)s".',
                name=name,
                ours=NAME,
            )
        checked_version(whole, name)
        try:
            document = Fields(whole, "document")
            events = list(document.list("events"))
            jsontext.refuse_more(len(events), MAX_WHOLE, phrase("%(count)s events"), name)
            reader = Reader(name, (str(one.get("id")) for one in events if isinstance(one, dict)))
            for one in document.list("sources"):
                reader.add_source(one)
            for one in document.list("entities"):
                reader.add_entity(one)
            incidents = [incident_of(one) for one in document.list("incidents")]
        except (Shape, EDTFError) as error:
            raise FormatError("%(name)s is no whole Dateline document: %(error)s.", name=name, error=error) from error
        yield from incidents
        for row, one in enumerate(events, 1):
            yield reader.event(one, row)

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        return write(items)


@dataclass(frozen=True, slots=True)
class DatelineLines:
    """The same objects, one a line."""

    name: str = "dateline-lines"
    label: str = "Dateline JSON Lines"
    media_type: str = "application/x-ndjson"
    extensions: tuple[str, ...] = (".jsonl",)

    def recognises(self, head: bytes, name: str) -> float:
        text = head_text(head)
        return 1.0 if re.match(r'\s*\{"type"\s*:\s*"head"\s*,\s*"format"\s*:\s*"dateline"', text) else 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        rows = numbered(file, name)
        first = next(rows, (0, None))[1]
        if not isinstance(first, dict) or first.get("format") != NAME:
            raise FormatError(
                '%(name)s is not Dateline’s JSON Lines: the first line has no "format": "%(ours)s".',
                name=name,
                ours=NAME,
            )
        checked_version(first, name)
        reader = Reader(name, event_ids(file, name))
        file.seek(0)
        for row, one in numbered(file, name):
            what = one.get("type") if isinstance(one, dict) else None
            makers: dict[Any, Callable[[Any], Any]] = {
                "source": reader.add_source,
                "entity": reader.add_entity,
                "incident": incident_of,
            }
            if what == "event":
                yield reader.event(one, row)
            elif what in makers:
                try:
                    if made := makers[what](one):
                        yield made
                except Shape as error:
                    raise FormatError("%(name)s, line %(row)s: %(error)s.", name=name, row=row, error=error) from error

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        return write_lines(items)


def event_ids(file: BinaryIO, name: str) -> Iterator[str]:
    file.seek(0)
    for _row, one in numbered(file, name):
        if isinstance(one, dict) and one.get("type") == "event":
            yield str(one.get("id"))


def numbered(file: BinaryIO, name: str) -> Iterator[tuple[int, Any]]:
    """Read a file of one JSON value a line, with the lines' numbers. Raises FormatError."""
    taken = 0
    for number, raw in enumerate(iter(lambda: file.readline(MAX_LINE), b""), 1):
        taken += len(raw)
        if taken > MAX_BYTES or number > MAX_ROWS:
            raise FormatError(
                "%(name)s has more than %(most)s bytes or %(rows)s lines; split it.",
                name=name,
                most=MAX_BYTES,
                rows=MAX_ROWS,
            )
        if not raw.strip():
            continue
        try:
            yield number, jsontext.value_of(raw.decode("utf-8-sig"), f"{name}, line {number:,}")
        except UnicodeDecodeError as error:
            raise FormatError(
                "%(name)s, line %(number)s: this is no UTF-8: %(error)s.",
                name=name,
                number=number,
                error=error,
            ) from error


FORMATS = (Dateline(), DatelineLines())
