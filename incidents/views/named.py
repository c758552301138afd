"""The pages of what events name: an entity, a tag. Everything published that names it, in the order of the timeline."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Prefetch, prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from .. import counts
from ..facets import by_incident
from ..models import Entity, EntityRole, Event, Incident, Tag
from ..models.entries import said
from ..models.overviews import drawn_rows
from ..querysets import EventQuerySet
from ..selection import Selection
from ..timelines import Leaf, Turn, turned
from .incident import turn_of
from .links import following


@dataclass(slots=True)
class EventRow:
    """One event in a list of events of any incidents. `anchor` is its id in the page, empty but where it is first."""

    event: Event
    date: str
    anchor: str = ""

    @property
    def incidents(self) -> list[Incident]:
        return self.event.public_incidents  # type: ignore[attr-defined, no-any-return] # by with_incidents()


@dataclass(slots=True)
class Section:
    """Events under one heading, a page of them; `before` and `after` are the queries of its other pages."""

    label: str
    rows: list[EventRow]
    before: str = ""
    after: str = ""


@require_safe
def entity(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Entity.objects.published().prefetch_related("aliases"), slug=slug)
    role, turn = request.GET.get("role", ""), turn_of(request)
    if role and role not in EntityRole.Role.values:
        raise Http404
    events = Selection(entity=found.slug).events()
    roles = EntityRole.objects.filter(entity=found, event__in=events)
    numbers = dict(roles.order_by().values_list("role").annotate(number=Count("event")))
    wanted = [one for one in EntityRole.Role if one.value in numbers and role in ("", one.value)]
    sections = []
    for one in wanted:
        in_role = events.filter(pk__in=roles.filter(role=one.value).values("event"))
        sections.append(section(in_role, f"role={one.value}&", turn if role else None, label=str(one.label)))
    return page_of(request, found, "entity", events, sections, role=role, turn=turn if role else None)


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Tag.objects.published(), slug=slug)
    events, turn = Selection(tag=found.slug).events(), turn_of(request)
    return page_of(request, found, "tag", events, [section(events, "", turn)], turn=turn)


def page_of(
    request: HttpRequest,
    found: Entity | Tag,
    kind: str,
    events: EventQuerySet[Event],
    sections: list[Section],
    *,
    role: str = "",
    turn: Turn | None,
) -> HttpResponse:
    if not any(one.rows for one in sections):  # the event that it went on from is gone, or nothing has that role
        return redirect(found)
    shown = anchored(sections)
    with_incidents(sections)
    number, address = events.count(), found.get_absolute_url()
    query = "&".join(filter(None, (role and f"role={role}", f"{turn.way}={turn.public_id}" if turn else "")))
    told_in = [(slug, title, counts.events(times)) for slug, title, times in by_incident(events)]
    return TemplateResponse(
        request,
        f"incidents/{kind}.html",
        {
            kind: found,
            "told": counts.events(number),
            "told_in": [
                {"address": f"{reverse('incident', args=[slug])}?{kind}={found.slug}", "title": title, "told": times}
                for slug, title, times in told_in
            ],
            "sections": sections,
            "continued": bool(query),
            "overview": "" if query else mark_safe(drawn_rows(events, number, shown)),  # noqa: S308 - drawn by us
            "address": f"{address}?{query}" if query else address,
            **following(address),
        },
    )


def section(events: EventQuerySet[Event], query: str, turn: Turn | None, *, label: str = "") -> Section:
    """Return a page of events in the order of the timeline, by keyset; `query` leads the addresses of the others."""
    told = turned(events, turn, newest_first=False).defer("body", "extra").told_here()
    page = Leaf.of(told, turn, events)
    found = Section(label, [EventRow(event, said(event.date, event.part)) for event in page.rows])
    if page.has_before:
        found.before = f"{query}before={page.rows[0].public_id}"
    if page.has_after:
        found.after = f"{query}after={page.rows[-1].public_id}"
    return found


def anchored(sections: list[Section]) -> set[str]:
    """Give each event its id in the page, where it is first; return the public ids of those that are shown."""
    shown: set[str] = set()
    for row in (row for one in sections for row in one.rows):
        if row.event.public_id not in shown:
            row.anchor = f"e-{row.event.public_id}"
            shown.add(row.event.public_id)
    return shown


def with_incidents(sections: list[Section]) -> None:
    """Fetch the public incidents of all events that are shown, with one query."""
    events = [row.event for one in sections for row in one.rows]
    public = Incident.objects.published().order_by("title", "pk").told_here()
    prefetch_related_objects(events, Prefetch("incidents", public, to_attr="public_incidents"))
