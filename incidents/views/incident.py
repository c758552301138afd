"""The page of a timeline: whole, from any event on, or the part of it that is asked for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from .. import counts, exporting, languages
from ..facets import facets, titled
from ..formats import jsonld
from ..framing import Framed
from ..models import Event, Incident
from ..models.entries import said
from ..models.lanes import Split
from ..models.words import untranslated
from ..passages import words_of
from ..selection import MOST_TYPED, BadFilter, Selection
from ..sharing import shared
from ..timelines import SPLITS, TURNS, Turn, overview_of, overview_of_some, span, timeline_page
from .answers import other_incident
from .links import described, following, script, summary_of

PUBLIC_ID = re.compile(r"[0-9a-z]{1,12}")
NEWEST, COMPACT = WAYS = ("order=newest", "view=compact")
ALL_WAYS = (*WAYS, *(f"lanes={by}" for by in SPLITS))


@require_safe
def incident(request: HttpRequest, slug: str) -> HttpResponse:
    found = Incident.objects.published().filter(slug=slug).told_here().first()
    if found is None:
        return other_incident(request, slug)
    if "original" in request.GET:
        untranslated(found)
    turn = turn_of(request)
    address, summary = found.get_absolute_url(), summary_of(found)
    lasts, told = span(found.told_from, found.told_until), counts.events(found.told)
    context: dict[str, Any] = {
        "incident": found,
        "words": found.words,
        "summary": summary,
        "description": described(words_of(summary) or capfirst(" · ".join(filter(None, (lasts, told))))),
        "continued": turn is not None,
        "span": lasts,
        "told": told,
        "address": f"{address}?{turn.way}={turn.public_id}" if turn else address,
        "lanes": request.GET.get("lanes") if request.GET.get("lanes") in SPLITS else "",
        "compact": COMPACT in ways(request),
        "newest_first": NEWEST in ways(request),
    }
    if set(request.GET) - {*TURNS, "view", "order", "lanes", "original"}:
        return narrowed(request, found, turn, context)
    page = timeline_page(found, turn, newest_first=context["newest_first"])
    if turn and not page.count:  # the event that it went on from is gone
        return redirect(found)
    drawn = "" if turn else overview(request, found)
    context |= {
        "page": page,
        "overview": drawn,
        "card": shared(found, None if turn or ways(request) else drawn),
        **following(address),
        "json_ld": "" if turn else script(timeline_thing(found)),
        "embed": Framed.of(found),
        **ways_to_read(request, found, ""),
    }
    return TemplateResponse(request, "incidents/incident.html", context)


def overview(request: HttpRequest, found: Incident) -> SafeString:
    """Return the overview of a whole timeline: the kept one, or one drawn now for the order and lanes asked for."""
    split, kept = split_of(request, Selection(incident=found.slug)), ways(request, WAYS)
    if split is None and not kept:
        return overview_of(found)
    events = Event.objects.published().in_incident(found.pk)
    return overview_of_some(events, found.told, "&".join(kept), split=split, newest_first=NEWEST in kept)


def split_of(request: HttpRequest, selection: Selection) -> Split | None:
    """Return the lanes that are asked for; one's name leads to its events, and they stand in one strip then."""
    by = request.GET.get("lanes", "")
    kept = "".join(f"&{words}" for words in ways(request, WAYS))
    return Split(by, lambda value: f"?{selection.query('incident', **{by: value})}{kept}") if by in SPLITS else None


def narrowed(request: HttpRequest, found: Incident, turn: Turn | None, context: dict[str, Any]) -> HttpResponse:
    """Answer with the part of a timeline that is asked for, or with what is wrong about what is asked."""
    context |= {
        "filtering": True,
        "card": shared(found),
        "asked": {name: request.GET.get(name, "")[:MOST_TYPED] for name in ("q", "when")},
    }
    try:
        selection = Selection.of(request.GET, incident=found.slug)
        events = selection.events(found)
        number = events.count()
        query = selection.query("incident")
        page = timeline_page(found, turn, selected=events, newest_first=context["newest_first"])
        choices = facets(selection, found)
    except BadFilter as error:
        context |= {"wrong": {"name": error.name, "message": str(error)}, **ways_to_read(request, found, "")}
        return TemplateResponse(request, "incidents/incident.html", context, status=400)
    context |= {
        "page": page,
        "overview": ""
        if turn
        else overview_of_some(
            events,
            number,
            "&".join(filter(None, (selection.query("incident", "since", "until", "when"), *ways(request, WAYS)))),
            selection.period,
            splits=[facet.name for facet in choices if facet.name in SPLITS and len(facet.choices) > 1],
            split=split_of(request, selection),
            newest_first=context["newest_first"],
        ),
        "facets": choices,
        "kept_words": selection.words("incident", "q", "since", "until", "when"),
        "asked": {"q": selection.q, "when": selection.typed_period},
        "period": said(selection.days or None),
        "selected": query,
        "title": titled(selection, choices),
        "narrowed_by": selection.for_data().query("incident"),
        "number": counts.events(number),
        **following(found.get_absolute_url(), selection.for_data().query("incident")),
        "keeping": "".join(f"&{words}" for words in ways(request)),
        **ways_to_read(request, found, query or "filter"),
    }
    return TemplateResponse(request, "incidents/incident.html", context)


def ways_to_read(request: HttpRequest, found: Incident, query: str) -> dict[str, str]:
    """Return the addresses of the same events in another order or density; `query` is what they are narrowed by."""
    chosen = ways(request)

    def address(*words: str) -> str:
        words_given = "&".join(filter(None, (query, *words)))
        return f"?{words_given}" if words_given else found.get_absolute_url()

    return {
        "other_order": address(*(way for way in ALL_WAYS if (way in chosen) != (way == NEWEST))),
        "other_view": address(*(way for way in ALL_WAYS if (way in chosen) != (way == COMPACT))),
        "start": address(*chosen),
        "on": "".join(f"{words}&" for words in (query, *chosen) if words),
    }


def ways(request: HttpRequest, among: tuple[str, ...] = ALL_WAYS) -> list[str]:
    """Return the order, the density and the lanes that are asked for, where they are not the usual ones."""
    return [way for way in among if request.GET.get(way.partition("=")[0]) == way.partition("=")[2]]


def turn_of(request: HttpRequest) -> Turn | None:
    """Return the page of a timeline that is asked for; None for its first."""
    for way in TURNS:
        if public_id := request.GET.get(way, ""):
            if not PUBLIC_ID.fullmatch(public_id):
                raise Http404
            return Turn(way, public_id)
    return None


def timeline_thing(incident: Incident) -> jsonld.Thing:
    words, about = incident.words, exporting.publication_of(incident)
    about = replace(about, title=words.title, description=words.summary, language=words.language)
    data = f"{settings.SITE_URL}{languages.bare(incident.get_absolute_url()).rstrip('/')}.jsonld"
    return jsonld.timeline(about, incident.told, incident.told_from, incident.told_until, data, settings.SITE_NAME)
