"""Timelines and events as light pages for frames on other sites: the only pages that may be framed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from csp.decorators import csp_replace
from django.db.models import Count, F
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from . import counts
from .models import Citation, Event, Incident, Membership
from .models.entries import said
from .pagecache import THEMES
from .prose import MAX_PROSE, render_markdown
from .selection import BadFilter
from .timelines import overview_of, span

LISTED, MOST_LISTED = 10, 50  # events
LEADING_OUT = re.compile(r'href="([#?][^"]*)"')
View = Callable[..., HttpResponseBase]


def framed(view: View) -> View:
    """Let any site show a page in a frame, and answer in words of the address that mean nothing."""

    @require_safe
    @xframe_options_exempt
    @csp_replace({"frame-ancestors": ["*"]})
    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except BadFilter as error:
            return HttpResponse(f"{error.name}: {error}\n", status=400, content_type="text/plain; charset=utf-8")

    return answering


@framed
def incident(request: HttpRequest, slug: str) -> HttpResponse:
    theme, limit, newest = theme_of(request), limit_of(request), request.GET.get("order") == "newest"
    found = Incident.objects.published().filter(slug=slug).told_here().first()
    if found is None:
        return other_incident(request, slug, theme)
    context = {
        "incident": found,
        "words": found.words,
        "span": span(found.told_from, found.told_until),
        "told": counts.events(found.told),
        "overview": leading_out(overview_of(found), found.get_absolute_url()),
        "events": listed(found, limit, newest_first=newest),
    }
    return shown(request, "embed/incident.html", found.get_absolute_url(), theme, context)


def listed(incident: Incident, limit: int, *, newest_first: bool) -> list[dict[str, Any]]:
    """Return the first or the last events of a timeline, each with its date in words and how many sources it has."""
    events = Event.objects.published().in_incident(incident.pk).annotate(role=F("memberships__role"))
    ordered = (events.in_reverse() if newest_first else events.in_order())[:limit]
    found = list(ordered.only("public_id", "slug", "headline", "language", "date", "part").told_here())
    sources = source_counts(event.pk for event in found)
    return [
        {
            "event": event,
            "date": said(event.date, event.part) or _("Undated"),
            "sources": counts.sources(sources.get(event.pk, 0)),
            "is_background": event.role == Membership.Role.BACKGROUND,
        }
        for event in found
    ]


def source_counts(events: Iterable[int]) -> dict[int, int]:
    """Return how many reports each of these published events cites."""
    cited = Citation.objects.filter(event__in=list(events)).order_by().values("event")
    return dict(cited.annotate(number=Count("source", distinct=True)).values_list("event", "number"))


def leading_out(overview: SafeString, address: str) -> SafeString:
    """Return an overview whose marks lead to the page of the whole timeline; its ways to other periods are left out."""
    drawing = overview.partition("<nav")[0]
    outward = rf'href="{escape(address)}\1" target="_blank" rel="noopener"'
    return mark_safe(LEADING_OUT.sub(outward, drawing))  # noqa: S308 - drawn by us, its texts escaped


def other_incident(request: HttpRequest, slug: str, theme: str) -> HttpResponse:
    """Answer for an address that is no published incident's, as its page does."""
    found = Incident.objects.answering(slug)
    if found is None:
        raise Http404
    if found.state == Incident.State.WITHDRAWN:
        return gone(request, found.withdrawn_reason, theme)
    return redirect("embedded-incident", slug=found.slug, permanent=True)


@framed
def event(request: HttpRequest, public_id: str) -> HttpResponse:
    theme = theme_of(request)
    found = Event.objects.published().filter(public_id=public_id).first()
    if found is None:
        withdrawn = get_object_or_404(Event.objects.withdrawn(), public_id=public_id)
        return gone(request, withdrawn.withdrawn_reason, theme)
    context = {
        "event": found,
        "words": found.words,
        "date": said(found.date, found.part) or _("Undated"),
        "told": mark_safe(render_markdown(found.words.body[:MAX_PROSE])),  # noqa: S308 - sanitised
        "sources": counts.sources(source_counts([found.pk]).get(found.pk, 0)),
        "incidents": Incident.objects.published().filter(memberships__event=found).order_by("title", "pk").told_here(),
    }
    return shown(request, "embed/event.html", found.get_absolute_url(), theme, context)


def gone(request: HttpRequest, reason: str, theme: str) -> HttpResponse:
    return shown(request, "embed/gone.html", "", theme, {"reason": reason}, status=410)


def shown(
    request: HttpRequest, template: str, address: str, theme: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    return TemplateResponse(request, template, {"address": address, "theme": theme, **context}, status=status)


def theme_of(request: HttpRequest) -> str:
    """Return "light" or "dark" where the page around it asks for one; empty for what the reader has chosen."""
    theme = request.GET.get("theme", "")
    if theme and theme not in THEMES:
        raise BadFilter("theme", _("It is light or dark."))
    return theme


def limit_of(request: HttpRequest) -> int:
    """Return how many events are to be listed."""
    text = request.GET.get("limit", str(LISTED))
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and int(text) <= MOST_LISTED):
        raise BadFilter("limit", _("It is a whole number from 0 to %(most)s.") % {"most": MOST_LISTED})
    return int(text)
