"""What the API answers, as its schema tells programs."""

from __future__ import annotations

from typing import Literal

from ninja import Schema
from pydantic import Field


class TranslatedIncidentShape(Schema):
    language: str
    title: str
    summary: str = Field(description="Markdown")
    current: bool = Field(description="Whether the original says the same now")


class IncidentShape(Schema):
    """A timeline."""

    slug: str
    title: str
    summary: str = Field(description="Markdown")
    language: str
    address: str = Field(description="Its page")
    translations: list[TranslatedIncidentShape]


class IncidentSummary(IncidentShape):
    """A timeline, with how much it tells, and of which time."""

    events: int = Field(description="How many public events it has")
    earliest: str = Field(description="The first day that its dates can mean, ISO 8601; empty for none")
    latest: str = Field(description="The last day that its dates can mean, ISO 8601; empty for none or no end")


class DateShape(Schema):
    """When it happened, as exactly as the sources say."""

    edtf: str = Field(description="ISO 8601-2 (EDTF)")
    part: Literal["", "start", "mid", "end"] = Field(description="Which part of the date is meant")
    said: str = Field(description="In words")
    earliest: str = Field(description="The first day that it can mean, ISO 8601; empty for no beginning")
    latest: str = Field(description="The last day that it can mean, ISO 8601; empty for no end")


class ReadingShape(Schema):
    """The date as one source gives it, and how its words were read."""

    words: str
    edtf: str
    part: str
    reference: str = Field(description="The day that the words were counted from, ISO 8601")
    rule: str


class QuoteShape(Schema):
    exact: str
    prefix: str
    suffix: str
    archived: str = Field(description="Address of an archived copy")


class CitationShape(Schema):
    source: str = Field(description="The source’s id, in `sources`")
    stance: Literal["supports", "disputes"]
    about: Literal["all", "date", "passage"]
    passage: str
    locator: str
    order: int
    date: ReadingShape | None
    quotes: list[QuoteShape]


class LinkShape(Schema):
    kind: str
    to: str = Field(description="The other event’s id")
    citations: list[CitationShape]


class PlaceShape(Schema):
    slug: str
    role: Literal["", "background"]


class RoleShape(Schema):
    entity: str = Field(description="The entity’s id, in `entities`")
    name: str
    role: str


class TranslationShape(Schema):
    language: str
    headline: str
    body: str = Field(description="Markdown")
    version: int = Field(description="Of the original that it was made from")
    current: bool = Field(description="Whether the original says the same now")


class EventShape(Schema):
    """One dated happening."""

    id: str
    headline: str
    kind: Literal["occurred", "detected", "disclosed", "responded", "attributed", "other"]
    date: DateShape | None
    undated: bool
    order: int
    place: str
    language: str
    body: str = Field(description="Markdown")
    translations: list[TranslationShape]
    incidents: list[PlaceShape]
    tags: list[str]
    entities: list[RoleShape]
    citations: list[CitationShape]
    links: list[LinkShape]
    extra: dict[str, str]
    address: str = Field(description="Its page")
    version: int
    published: str = Field(description="ISO 8601, UTC")
    changed: str = Field(description="ISO 8601, UTC")


class SourceShape(Schema):
    """A report."""

    id: str
    title: str
    url: str
    publisher: str
    authors: list[str]
    published: str = Field(description="ISO 8601-2 (EDTF)")
    published_from: str
    language: str
    credit: str
    genre: str
    copy_of: str = Field(description="Id of the source whose text it repeats")
    address: str = Field(description="Its page")


class AliasShape(Schema):
    name: str
    language: str


class EntityShape(Schema):
    """A person, an organisation or a place."""

    id: str
    name: str
    kind: str
    description: str
    aliases: list[AliasShape]


class Document(Schema):
    """A document of Dateline’s JSON: events, and once each what they refer to."""

    format: Literal["dateline"]
    version: int
    incidents: list[IncidentShape]
    events: list[EventShape]
    sources: list[SourceShape]
    entities: list[EntityShape]
    next: str | None = Field(description="Address of the next page; null on the last one")


class Incidents(Schema):
    incidents: list[IncidentSummary]
    next: str | None = Field(description="Address of the next page; null on the last one")


class Sources(Schema):
    sources: list[SourceShape]
    next: str | None = Field(description="Address of the next page; null on the last one")


class Fault(Schema):
    field: str = Field(description="The parameter that it is about")
    message: str = Field(description="What is wrong, and what would be right")


class Faults(Schema):
    errors: list[Fault]
