"""The data of a page, at the page's address with a suffix in place of the last slash: `/incidents/<slug>.json`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from . import exporting, followed, languages
from .drafts import EventDraft, IncidentDraft
from .followed import Followed
from .formats.outgoing import Publication
from .formats.outward import FEEDS, Outward, offered, outward_named
from .models import Event, Incident, Source
from .querysets import EventQuerySet
from .selection import BadFilter
from .views.answers import gone, other_incident

MOST_IN_FEED = 50
Items = Iterable[IncidentDraft | EventDraft]


@require_safe
def incident(request: HttpRequest, slug: str, suffix: str) -> HttpResponseBase:
    found = Incident.objects.published().filter(slug=slug).first()
    if found is None:
        return other_incident(request, slug, view="incident-data", suffix=suffix)
    return selected(request, suffix, lambda: followed.of_incident(found, request.GET))


@require_safe
def entity(request: HttpRequest, slug: str, suffix: str) -> HttpResponseBase:
    return selected(request, suffix, lambda: followed.of_named("entity", slug, request.GET))


@require_safe
def tag(request: HttpRequest, slug: str, suffix: str) -> HttpResponseBase:
    return selected(request, suffix, lambda: followed.of_named("tag", slug, request.GET))


@require_safe
def search(request: HttpRequest, suffix: str) -> HttpResponseBase:
    return selected(request, suffix, lambda: followed.of_search(request.GET))


def selected(request: HttpRequest, suffix: str, asked: Callable[[], Followed]) -> HttpResponseBase:
    """Answer with the events that are asked for and the incidents that they belong to; a feed has the latest alone."""
    kind = offered("i")[suffix]
    try:
        page = asked()
        events = page.events()
    except BadFilter as error:
        return refused(error)
    if kind.name in FEEDS:
        items: Items = feed(events)
    else:
        items = whole([page.incident] if page.incident else page.selection.incidents(), events)
    # What is written in a stream is written when the reader's language is forgotten; a feed is short.
    is_long = kind.name not in FEEDS
    return answer(request, kind, items, page.publication(suffix), page.name, events, streamed=is_long)


def refused(error: BadFilter) -> HttpResponse:
    """Say which word of the address means nothing, and what would be right."""
    return HttpResponse(f"{error.name}: {error}\n", status=400, content_type="text/plain; charset=utf-8")


@require_safe
def event(request: HttpRequest, public_id: str, suffix: str) -> HttpResponseBase:
    events = Event.objects.published().filter(public_id=public_id)
    found = events.first()
    if found is None:
        withdrawn = get_object_or_404(Event.objects.withdrawn(), public_id=public_id)
        return gone(request, withdrawn.withdrawn_reason)
    incidents = Incident.objects.published().filter(memberships__event=found).order_by("slug").told_everywhere()
    about = exporting.publication(found.headline, found.get_absolute_url(), request.path, language=found.language)
    return answer(request, offered("e")[suffix], whole(incidents, events), about, public_id, events)


@require_safe
def source(request: HttpRequest, public_id: str, suffix: str) -> HttpResponseBase:
    """Answer with a source as a record; as JSON, with the events that it is cited for."""
    found = get_object_or_404(Source.objects.published(), public_id=public_id)
    kind, events = offered("s")[suffix], exporting.citing(found)
    about = exporting.publication(found.title, found.get_absolute_url(), request.path)
    if kind.name == "dateline":
        return answer(request, kind, exporting.events(events), about, public_id, events, streamed=True)
    records = exporting.source_drafts([found])
    return answer(request, kind, records, about, public_id, events)  # type: ignore[arg-type] # records are sources


@require_safe
def latest(request: HttpRequest) -> HttpResponseBase:
    """Answer with the events of the whole site that changed last, as JSON Feed."""
    events = Event.objects.published()
    about = exporting.publication(file=request.path, reader=languages.current())
    return answer(request, outward_named("jsonfeed"), feed(events), about, "latest", events)


def whole(incidents: Iterable[Incident], events: EventQuerySet[Event]) -> Iterator[IncidentDraft | EventDraft]:
    yield from map(exporting.incident_draft, incidents)
    yield from exporting.events(events)


def feed(events: EventQuerySet[Event]) -> Iterator[EventDraft]:
    yield from exporting.latest(events, MOST_IN_FEED)


def answer(
    request: HttpRequest,
    kind: Outward,
    items: Items,
    about: Publication,
    name: str,
    events: EventQuerySet[Event],
    *,
    streamed: bool = False,
) -> HttpResponseBase:
    """Write the data; what may be long in a stream, which no cache of ours keeps."""
    made: HttpResponseBase
    if streamed or request.method == "HEAD":  # a kept answer to HEAD would be one without content to GET
        content = kind.write(items, about) if request.method == "GET" else iter(())
        made = StreamingHttpResponse(content, content_type=kind.content_type)
    else:
        made = HttpResponse(b"".join(kind.write(items, about)), content_type=kind.content_type)
    if changed := exporting.last_change(events):
        made["Last-Modified"] = http_date(changed.timestamp())
    if kind.saved:
        made["Content-Disposition"] = f'attachment; filename="{name}.{kind.suffix}"'
    made["Access-Control-Allow-Origin"] = "*"  # public data, and the answer is the same to everybody
    return made
