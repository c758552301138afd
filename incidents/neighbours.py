"""What comes before and after an event in each timeline that tells it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from .models import Event, Incident
from .models.entries import said


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
    """Return an event's places in the public timelines that tell it, in two queries however many those are."""
    told = Event.objects.published().in_incident(OuterRef("pk"))
    incidents = list(
        Incident.objects.published()
        .filter(memberships__event=event)
        .order_by("title", "pk")
        .annotate(
            before=Subquery(told.coming_before(event).in_reverse().values("pk")[:1]),
            after=Subquery(told.coming_after(event).in_order().values("pk")[:1]),
        )
    )
    ids = {pk for incident in incidents for pk in (incident.before, incident.after) if pk}
    found = {pk: Neighbour(one) for pk, one in Event.objects.published().in_bulk(ids).items()} if ids else {}
    return [Place(one, found.get(one.before), found.get(one.after)) for one in incidents]
