"""A timeline as it would read if its drafts were public."""

from __future__ import annotations

from typing import Any

from django.db.models import F

from .. import counts
from ..models import Event, Incident
from ..models.entries import entry_prefetch, event_html, view_of
from ..timelines import Row, TimelinePage, grouped, numbered, source_list, span
from ..views.links import summary_of

MOST = 200  # events; a longer timeline is previewed as far as that


def preview_of(incident: Incident) -> dict[str, Any]:
    """Return what the page of an incident shows, of its drafts and its published events, made now and kept nowhere."""
    events = list(
        Event.objects.on_timeline()
        .in_incident(incident)
        .in_order()
        .annotate(role=F("memberships__role"))
        .prefetch_related(*entry_prefetch())[:MOST]
    )
    names = ("id", "public_id", "position", "order", "earliest", "latest", "role")
    rows = [Row(*(getattr(event, name) for name in names)) for event in events]
    numbers: dict[str, int] = {}
    html = {event.pk: numbered(event_html(view_of(event)), numbers) for event in events}
    dates = [event.date for event in events if event.date]
    return {
        "incident": incident,
        "summary": summary_of(incident),
        "page": TimelinePage(grouped(rows, html), source_list(numbers), len(rows)),
        "span": span(dates[0], max(dates, key=lambda date: date.latest)) if dates else "",
        "told": counts.events(len(rows)),
        "address": "",
    }
