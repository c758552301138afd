"""The page of one event."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import get_template
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from .. import exporting
from ..formats import citing, jsonld
from ..framing import Framed
from ..models import Event, Incident
from ..models.entries import entry_prefetch, view_of
from ..models.words import untranslated
from ..neighbours import places_of
from ..oldversions import corrections_of, versions_of
from ..passages import words_of
from ..prose import MAX_PROSE, render_markdown
from ..sharing import shared
from ..timelines import numbered, source_list
from .answers import gone
from .links import changed_on, data_links, described, script


@require_safe
def event(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponse:
    found = Event.objects.published().filter(public_id=public_id).prefetch_related(*entry_prefetch()).first()
    if found is None:
        withdrawn = get_object_or_404(Event.objects.withdrawn(), public_id=public_id)
        return gone(request, withdrawn.withdrawn_reason)
    if slug != found.slug:
        return redirect(found, permanent=True)
    if "original" in request.GET:
        untranslated(found)
    context = event_context(found)
    context["data"] = data_links("e", reverse("event", args=[public_id]))
    context["json_ld"] = script(event_thing(found))
    context |= {
        "places": places_of(found),
        "corrections": corrections_of(found),
        "said_before": versions_of(found),
        "citations": citation_links(public_id),
    }
    context["embed"] = Framed.of(found)
    return TemplateResponse(request, "incidents/event.html", context)


def event_context(event: Event) -> dict[str, Any]:
    """Return what the page of one event shows; the admin's preview of a draft shows the same."""
    view, words = view_of(event), event.words
    view.role = mark_safe("")
    numbers: dict[str, int] = {}
    parts = {
        name: mark_safe(  # noqa: S308 - rendered by our templates
            numbered(
                get_template(f"incidents/_{name}.html").render({"view": view, "event": event, "words": words}), numbers
            )
        )
        for name in ("told", "dateline")
    }
    refs = "".join(note.reference for note in view.refs) if not words.body.strip() else ""
    told = words_of(render_markdown(words.body[:MAX_PROSE])) or words.headline
    incidents = list(Incident.objects.published().filter(memberships__event=event).told_here())
    return {
        "event": event,
        "words": words,
        "view": view,
        "description": described(f"{capfirst(view.date)}: {told}" if view.date else told),
        **parts,
        "tags": event.tags.all(),
        "headline_refs": mark_safe(numbered(refs, numbers)),  # noqa: S308 - rendered by us
        "changed": changed_on(event),
        "incidents": incidents,
        "card": shared(next(iter(incidents), None)),
        "sources": source_list(numbers),
        "address": event.get_absolute_url(),
    }


def event_thing(event: Event) -> jsonld.Thing:
    draft = next(exporting.events(Event.objects.published().filter(pk=event.pk)))
    words = event.words
    shown = replace(draft, headline=words.headline, body=words.body, language=words.language)
    return jsonld.document(shown, settings.SITE_NAME)


def citation_links(public_id: str) -> list[dict[str, str]]:
    """Return where the page of an event is a record of a bibliography."""
    return [
        {"label": kind.label, "address": reverse("event-citation", args=[public_id, suffix])}
        for suffix, kind in citing.OFFERED.items()
    ]
