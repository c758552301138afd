"""The pages of the site itself: its front, what it says of itself, what it tells machines."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from .. import counts, languages
from ..models import Event, Incident
from ..models.entries import said
from ..sharing import shared
from ..timelines import span
from .links import changed_on, summary_of

LATEST = 10
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")  # of e-mail, as far as it has to be one here
TRUE_FOR = timedelta(days=180)  # that the site's security contact is said to be so; less than a year is asked for


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the site's name, its address, and where readers write to, if anywhere."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "contact": getattr(settings, "CONTACT", ""),
    }


@require_safe
def home(request: HttpRequest) -> TemplateResponse:
    latest = (
        Event.objects.published()
        .latest_first()
        .told_here()
        .prefetch_related(Prefetch("incidents", Incident.objects.published().told_here(), to_attr="public_incidents"))
    )
    return TemplateResponse(
        request,
        "incidents/home.html",
        {
            "address": reverse("home"),
            "card": shared(None),
            "incidents": [
                {
                    "incident": one,
                    "span": span(one.told_from, one.told_until),
                    "told": counts.events(one.told),
                    "summary": summary_of(one),
                }
                for one in Incident.objects.published().order_by("title", "pk").told_here()
            ],
            "latest": [
                {"event": event, "date": said(event.date, event.part), "changed": changed_on(event)}
                for event in latest[:LATEST]
            ],
        },
    )


@require_safe
def about(request: HttpRequest) -> TemplateResponse:
    return TemplateResponse(request, "incidents/about.html", {"address": reverse("about")})


@require_safe
def method(request: HttpRequest) -> TemplateResponse:
    return TemplateResponse(request, "incidents/method.html", {"address": reverse("method")})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Ask crawlers to leave the admin and the endless pages of search alone (RFC 9309)."""
    searches = [f"Disallow: {languages.in_language(reverse('search'), code)}" for code in languages.codes()]
    sitemap = f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}"
    lines = ["User-agent: *", "Disallow: /admin/", *searches, "", sitemap, ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Say where a hole in the site is reported (RFC 9116), where anybody reads it.

    It is true for a while only, so that no cache keeps it longer than a day.
    """
    contact = settings.CONTACT.strip()
    if not ADDRESS.fullmatch(contact):
        raise Http404
    expires = datetime.combine(datetime.now(UTC).date() + TRUE_FOR, time.min, UTC)
    lines = [
        f"Contact: mailto:{quote(contact, safe='@+')}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Canonical: {settings.SITE_URL}{reverse('security')}",
        "",
    ]
    response = HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "public, max-age=86400"
    return response
