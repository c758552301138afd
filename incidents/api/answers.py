"""The API's addresses, what may be asked of each, and the answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, TypeVar
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Model, QuerySet
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
    HttpResponsePermanentRedirect,
)
from django.urls import URLPattern, reverse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Query, Schema
from ninja.errors import ValidationError
from pydantic import Field

from .. import exporting
from ..formats import native_out
from ..formats.outgoing import bounds, iso
from ..models import Event, Incident, Source
from ..selection import CERTAIN, KINDS, NAMES, BadFilter, Selection
from .shapes import Document, Faults, Incidents, IncidentSummary, Sources, SourceShape

Row = TypeVar("Row", bound=Model)
MOST = 100  # entries of one answer
USUAL = 50
PUBLIC_ID = re.compile(r"[0-9a-z]{1,12}")
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,80}")


# --- Parameters -------------------------------------------------------------------------------------------------------

After = Annotated[str, Field(description="Begin behind this one: an id, or the slug of a timeline")]
Limit = Annotated[int, Field(ge=1, le=MOST, description=f"How many at most, up to {MOST}")]
Slug = Annotated[str, Field(description="The address of a timeline")]


def one_of(*values: str, description: str) -> Any:
    """Make a parameter of a few values. That it has another one is said by the filter itself, as on a page."""
    return Field("", description=description, json_schema_extra={"enum": ["", *values]})


class Filters(Schema):
    incident: Slug = ""
    entity: str = Field("", description="The address of an entity")
    tag: str = Field("", description="The address of a tag")
    kind: str = one_of(*KINDS, description="What kind of event")
    when: str = Field("", description="EDTF or words; only what may have happened then")
    since: str = Field("", alias="from", description="EDTF or words; only what may have happened then or later")
    until: str = Field("", alias="to", description="EDTF or words; only what may have happened then or earlier")
    q: str = Field(
        "",
        description="Words, all of which an event or its quotations have; those in quotation marks, next to each other",
    )
    publisher: str = Field("", description="Only what a source of this publisher is cited for")
    language: str = Field("", description="The code of the language that an event is written in")
    certainty: str = one_of(*CERTAIN, description="How surely an event is dated")
    changed: str = Field("", description="A day; only what readers were told, or told otherwise, on it or later")
    after: After = ""
    limit: Limit = USUAL

    def selection(self) -> Selection:
        return Selection.of(self.model_dump(include=set(NAMES), by_alias=True))


class Paging(Schema):
    after: After = ""
    limit: Limit = USUAL


class SourcePaging(Paging):
    incident: Slug = ""


class Refused(Exception):
    """An answer other than 200: the status, the parameter, and what would be right."""

    def __init__(self, status: int, field: str, message: str) -> None:
        super().__init__(message)
        self.status, self.field = status, field


DESCRIPTION = (
    "Published events with their sources, read-only. An answer with events is a document of Dateline’s JSON, which a "
    "site can import. Every answer has an ETag; ask again with If-None-Match. No key and no cookie is needed."
)
api = NinjaAPI(title="Dateline", version="1", description=DESCRIPTION, docs_url=None, urls_namespace="api")
NOT_MODIFIED = {"responses": {304: {"description": "The copy that If-None-Match names still holds"}}}
SOME: dict[Any, Any] = {400: Faults}
ONE: dict[Any, Any] = {400: Faults, 404: Faults}
ONE_OR_GONE: dict[Any, Any] = {**ONE, 410: Faults}


def faults(request: HttpRequest, status: int, *errors: tuple[str, str]) -> HttpResponse:
    content = {"errors": [{"field": field, "message": message} for field, message in errors]}
    return api.create_response(request, content, status=status)


@api.exception_handler(Refused)
def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return faults(request, error.status, (error.field, str(error)))


@api.exception_handler(BadFilter)
def bad_filter(request: HttpRequest, error: BadFilter) -> HttpResponse:
    return faults(request, 400, (error.name, str(error)))


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return faults(
        request, 400, *((name, wrong(name, str(one["msg"]))) for one in error.errors for name in one["loc"][-1:])
    )


def wrong(name: str, message: str) -> str:
    """Say what would be right in place of what a parameter is; `message` is the library's."""
    return _("It is a whole number from 1 to %s.") % MOST if name == "limit" else message


def refuse_unknown(request: HttpRequest, shape: type[Schema] | None = None) -> None:
    """Refuse a parameter that there is none of: a misspelt filter would select everything."""
    known = [one.alias or name for name, one in shape.model_fields.items()] if shape else []
    for name in request.GET:
        if name not in known:
            there = _("There are: %s.") % ", ".join(known) if known else _("There is none here.")
            raise Refused(400, name[:80], _("There is no such parameter.") + " " + there)


def next_address(request: HttpRequest, after: str) -> str:
    words = {**{name: request.GET[name] for name in request.GET}, "after": after}
    return f"{settings.SITE_URL}{request.path}?{urlencode(words)}"


def entry_of(selected: QuerySet[Row], public_id: str, missing: str) -> Row:
    """Return the entry of a list that a page goes on from."""
    found = selected.filter(public_id=public_id).first() if PUBLIC_ID.fullmatch(public_id) else None
    if found is None:
        raise Refused(400, "after", missing)
    return found


def first_of(selected: QuerySet[Row], limit: int) -> tuple[list[Row], bool]:
    """Return the first rows of a list, and whether there are more."""
    rows = list(selected[: limit + 1])
    return rows[:limit], len(rows) > limit


# --- Answers ----------------------------------------------------------------------------------------------------------


def document(
    incidents: list[Incident], events: list[Event], sources: list[Source] | None = None, after: str | None = None
) -> dict[str, Any]:
    beside = native_out.Beside()
    made: dict[str, Any] = {
        **native_out.HEAD,
        "incidents": [native_out.incident_object(exporting.incident_draft(one)) for one in incidents],
        "events": [],
        "sources": [],
        "entities": [],
        "next": after,
    }
    for draft in exporting.event_drafts(events):
        made["sources"] += beside.sources(draft)
        made["entities"] += beside.entities(draft)
        made["events"].append(native_out.event_object(draft))
    return made


def incident_summary(incident: Incident) -> dict[str, Any]:
    first, last = incident.told_from, incident.told_until
    return {
        **native_out.incident_object(exporting.incident_draft(incident)),
        "events": incident.told,
        "earliest": iso(bounds(first)[0]) if first else "",
        "latest": iso(bounds(last)[1]) if last else "",
    }


@api.get(
    "/incidents",
    response={200: Incidents, **SOME},
    operation_id="incidents",
    summary="Timelines, by address",
    openapi_extra=NOT_MODIFIED,
)
def incidents(request: HttpRequest, page: Query[Paging]) -> Any:
    refuse_unknown(request, Paging)
    found = Incident.objects.published().order_by("slug").told_everywhere()
    if page.after:
        if not SLUG.fullmatch(page.after):
            raise Refused(400, "after", _("It is the address of a timeline: letters, digits, hyphens."))
        found = found.filter(slug__gt=page.after)
    rows, more = first_of(found, page.limit)
    return {
        "incidents": [incident_summary(row) for row in rows],
        "next": next_address(request, rows[-1].slug) if more else None,
    }


@api.get(
    "/incidents/{slug:slug}",
    response={200: IncidentSummary, **ONE_OR_GONE},
    operation_id="incident",
    summary="One timeline",
    openapi_extra={
        "responses": {**NOT_MODIFIED["responses"], 301: {"description": "Its address has changed"}},
    },
)
def incident(request: HttpRequest, slug: str) -> Any:
    refuse_unknown(request)
    found = Incident.objects.answering(slug)
    if found is None:
        raise Refused(404, "slug", _("No public timeline has this address; /api/incidents lists those there are."))
    if found.state == Incident.State.WITHDRAWN:
        raise Refused(410, "slug", found.withdrawn_reason)
    if found.slug != slug:
        return HttpResponsePermanentRedirect(reverse("api:incident", args=[found.slug]))
    return incident_summary(found)


@api.get(
    "/events",
    response={200: Document, **SOME},
    operation_id="events",
    summary="Events, by when they happened",
    openapi_extra=NOT_MODIFIED,
)
def events(request: HttpRequest, page: Query[Filters]) -> Any:
    refuse_unknown(request, Filters)
    selected = page.selection().events()
    if page.after:
        missing = _("No event of this list has this id; begin anew without it.")
        selected = selected.coming_after(entry_of(selected, page.after, missing))
    rows, more = first_of(selected.in_order().prefetch_related(*exporting.event_prefetch()), page.limit)
    told_in = {row.incident_id: row.incident for event in rows for row in exporting.memberships_of(event)}
    in_order = sorted(told_in.values(), key=lambda one: one.slug)
    return document(in_order, rows, after=next_address(request, rows[-1].public_id) if more else None)


@api.get(
    "/events/{public_id:public_id}",
    response={200: Document, **ONE_OR_GONE},
    operation_id="event",
    summary="One event",
    openapi_extra=NOT_MODIFIED,
)
def event(request: HttpRequest, public_id: str) -> Any:
    refuse_unknown(request)
    rows = list(Event.objects.published().filter(public_id=public_id).prefetch_related(*exporting.event_prefetch()))
    if rows:
        return document([row.incident for row in exporting.memberships_of(rows[0])], rows)
    if gone := Event.objects.withdrawn().filter(public_id=public_id).first():
        raise Refused(410, "public_id", gone.withdrawn_reason)
    raise Refused(404, "public_id", _("No public event has this id."))


@api.get(
    "/sources",
    response={200: Sources, **SOME},
    operation_id="sources",
    summary="Sources, in the order in which they came in",
    openapi_extra=NOT_MODIFIED,
)
def sources(request: HttpRequest, page: Query[SourcePaging]) -> Any:
    refuse_unknown(request, SourcePaging)
    selected = exporting.sources_of(Selection(incident=page.incident).events()).order_by("pk")
    if page.after:
        missing = _("No source of this list has this id; begin anew without it.")
        selected = selected.filter(pk__gt=entry_of(selected, page.after, missing).pk)
    rows, more = first_of(selected, page.limit)
    return {
        "sources": [native_out.source_object(one) for one in exporting.source_drafts(rows)],
        "next": next_address(request, rows[-1].public_id) if more else None,
    }


@api.get(
    "/sources/{public_id:public_id}",
    response={200: SourceShape, **ONE},
    operation_id="source",
    summary="One source",
    openapi_extra=NOT_MODIFIED,
)
def source(request: HttpRequest, public_id: str) -> Any:
    refuse_unknown(request)
    found = list(Source.objects.published().filter(public_id=public_id))
    if not found:
        raise Refused(404, "public_id", _("No public source has this id."))
    return native_out.source_object(exporting.source_drafts(found)[0])


def nowhere(request: HttpRequest) -> HttpResponse:
    """Answer for an address that the API has not."""
    answer: HttpResponse = opened(
        faults(request, 404, ("", _("There is nothing at this address; see /api/openapi.json.")))
    )
    return answer


# --- Addresses --------------------------------------------------------------------------------------------------------


def opened(response: Any) -> Any:
    response["Access-Control-Allow-Origin"] = "*"  # public data, and the answer is the same to everybody
    return response


def public(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let every page of the web read the answers, and HEAD be asked where GET can be (RFC 9110, section 9.3.2)."""

    @wraps(view)
    def answered(request: HttpRequest, **words: Any) -> HttpResponseBase:
        asked = request.method
        if asked not in ("GET", "HEAD"):
            return opened(HttpResponseNotAllowed(["GET", "HEAD"]))
        try:
            request.method = "GET"
            answer: HttpResponseBase = opened(view(request, **words))
        finally:
            request.method = asked
        return answer

    answered.csrf_exempt = True  # type: ignore[attr-defined] # nothing is ever changed here
    return answered


def addresses() -> tuple[list[URLPattern], str, str]:
    """Return what is under /api/; its root, which the description is made from, answers as what is not there."""
    patterns, app_name, namespace = api.urls
    kept = [one for one in patterns if isinstance(one, URLPattern)]
    for one in kept:
        one.callback = nowhere if one.name == "api-root" else public(one.callback)
    return kept, app_name, namespace
