"""A timeline as it would read if its drafts were public, and either in another language with its drafts there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, prefetch_related_objects
from django.http import HttpRequest
from django.utils import translation

from .. import counts, languages
from ..models import Event, Incident
from ..models.entries import entry_prefetch, event_html, view_of
from ..timelines import Row, TimelinePage, grouped, numbered, source_list, span
from ..views.links import summary_of


def in_chosen_language(request: HttpRequest) -> translation.override:
    """Show a preview in the language that its address asks for."""
    code = request.GET.get("language", "")
    return translation.override(code if code in languages.codes() else languages.current())


def with_drafts(shown: Iterable[Event | Incident]) -> None:
    """Fetch the translations of events or incidents, public or not."""
    rows = list(shown)
    prefetch_related_objects(rows, "translations")
    for row in rows:
        row.public_translations = list(row.translations.all())  # type: ignore[union-attr] # what Words looks for


def previews_of(row: Event | Incident | None) -> list[dict[str, str]]:
    """Return the languages that an event or an incident is translated into, each with its name."""
    codes = row.translations.values_list("language", flat=True) if row and row.pk else ()
    return [{"code": code, "name": languages.named(code)} for code in codes if code in languages.codes()]


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
    with_drafts(events)
    names = ("id", "public_id", "position", "order", "earliest", "latest", "role")
    rows = [Row(*(getattr(event, name) for name in names)) for event in events]
    numbers: dict[str, int] = {}
    html = {event.pk: numbered(event_html(view_of(event)), numbers) for event in events}
    dates = [event.date for event in events if event.date]
    return {
        "incident": incident,
        "words": incident.words,
        "summary": summary_of(incident),
        "page": TimelinePage(grouped(rows, html), source_list(numbers), len(rows)),
        "span": span(dates[0], max(dates, key=lambda date: date.latest)) if dates else "",
        "told": counts.events(len(rows)),
        "address": "",
    }
