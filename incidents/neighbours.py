"""What comes before and after an event in each timeline that tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from .models import Event, Incident
from .models.entries import said
from .querysets import EventQuerySet


@dataclass(frozen=True, slots=True)
class Neighbour:
    event: Event

    @property
    def date(self) -> str:
        return said(self.event.date, self.event.part)


@dataclass(frozen=True, slots=True)
class Place:
    """An event's place in a timeline: what stands before and after it there."""

    incident: Incident
    before: Neighbour | None
    after: Neighbour | None


def places_of(event: Event) -> list[Place]:
    """Return an event's places in the public timelines that tell it, in as many queries however many those are."""
    before, after = around(event)
    incidents = list(
        Incident.objects.published()
        .filter(memberships__event=event)
        .order_by("title", "pk")
        .told_here()
        .annotate(before=before, after=after)
    )
    ids = {pk for incident in incidents for pk in (incident.before, incident.after) if pk}
    found = (
        {pk: Neighbour(one) for pk, one in Event.objects.published().told_here().in_bulk(ids).items()} if ids else {}
    )
    return [Place(one, found.get(one.before), found.get(one.after)) for one in incidents]


def around(event: Event) -> tuple[Subquery[Any], Subquery[Any] | Coalesce]:
    """Return what finds the events before and after this one in a timeline, at a cost that its length does not raise.

    Bounds by position alone follow from the order, and lead the database to the place in its index.
    """
    told = Event.objects.published().in_incident(OuterRef("pk"))
    before, after = told.coming_before(event), told.coming_after(event)
    position: int | None = event.position
    if position is None:
        return last(before), first(after)
    dated = first(after.filter(position__gte=position))
    return last(before.filter(position__lte=position)), Coalesce(dated, first(told.filter(position=None)))


def first(events: EventQuerySet[Event]) -> Subquery[Any]:
    return Subquery(events.in_order().values("pk")[:1])


def last(events: EventQuerySet[Event]) -> Subquery[Any]:
    return Subquery(events.in_reverse().values("pk")[:1])
