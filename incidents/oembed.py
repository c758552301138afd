"""oEmbed: other software asks what to show in place of an address of ours (https://oembed.com, version 1.0)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, resolve
from django.utils import translation
from django.views.decorators.http import require_safe

from . import cards, languages
from .cleaning import clean_line
from .framing import WIDTH, Framed
from .models import Event, Incident
from .sharing import shared

CACHE_AGE = 3600  # seconds for which what was answered may be shown without asking again
MOST_ADDRESS = 2_000  # characters
INCIDENTS, EVENTS = ("incident", "embedded-incident"), ("event", "embedded-event")


@require_safe
def answer(request: HttpRequest) -> HttpResponse:
    """Answer with a frame for an address of an incident or an event; 404 for any other, 501 for another format."""
    form = request.GET.get("format", "json")
    if form not in ("json", "xml"):
        return refused("format: it is json or xml.", 501)
    sizes = {name: request.GET.get(name, "") for name in ("maxwidth", "maxheight")}
    for name, size in sizes.items():
        if size and not (size.isascii() and size.isdigit() and len(size) <= 6 and int(size)):
            return refused(f"{name}: it is a whole number of pixels, at least 1.", 400)
    code, found = public_at(request.GET.get("url", ""))
    if found is None:
        raise Http404
    with translation.override(code):
        framed, card = Framed.of(found), card_address(found)
    width, height = fitting(WIDTH, sizes["maxwidth"]), fitting(framed.height, sizes["maxheight"])
    answered = content(framed, width, height)
    # A picture keeps within the room there is, too, or is left out (section 2.3.4.4).
    if (
        fitting(cards.WIDTH, sizes["maxwidth"]) == cards.WIDTH
        and fitting(cards.HEIGHT, sizes["maxheight"]) == cards.HEIGHT
    ):
        answered |= {"thumbnail_url": card, "thumbnail_width": cards.WIDTH, "thumbnail_height": cards.HEIGHT}
    response = written(form, answered)
    response["Access-Control-Allow-Origin"] = "*"  # public data, and the answer is the same to everybody
    return response


def refused(message: str, status: int) -> HttpResponse:
    return HttpResponse(f"{message}\n", status=status, content_type="text/plain; charset=utf-8")


def fitting(size: int, most: str) -> int:
    return min(size, int(most)) if most else size


def public_at(url: str) -> tuple[str, Incident | Event | None]:
    """Return the language of an address and what is published there, by its present or an earlier name."""
    try:
        parts = urlsplit(url[:MOST_ADDRESS])
    except ValueError:  # an unclosed bracket
        return settings.LANGUAGE_CODE, None
    if parts.scheme not in ("http", "https") or parts.netloc.lower() != urlsplit(settings.SITE_URL).netloc.lower():
        return settings.LANGUAGE_CODE, None
    code, path = languages.parted(parts.path)
    return code, published_at(path)


def published_at(path: str) -> Incident | Event | None:
    try:
        with translation.override(settings.LANGUAGE_CODE):
            match = resolve(path)
    except Resolver404:
        return None
    if match.view_name in INCIDENTS:
        found = Incident.objects.answering(match.kwargs["slug"])
        return found if found and found.state == Incident.State.PUBLISHED else None
    if match.view_name in EVENTS:
        return Event.objects.published().filter(public_id=match.kwargs["public_id"]).first()
    return None


def card_address(found: Incident | Event) -> str:
    """Return where the card of a timeline is; for an event, that of the first timeline that tells it, or the site's."""
    told_in = Incident.objects.published().filter(memberships__event=found) if isinstance(found, Event) else [found]
    return settings.SITE_URL + shared(next(iter(told_in), None)).address


def content(framed: Framed, width: int, height: int) -> dict[str, Any]:
    return {
        "version": "1.0",
        "type": "rich",
        "title": framed.title,
        "provider_name": clean_line(settings.SITE_NAME),
        "provider_url": settings.SITE_URL,
        "cache_age": CACHE_AGE,
        "html": framed.iframe(width, height),
        "width": width,
        "height": height,
    }


def written(form: str, answer: dict[str, Any]) -> HttpResponse:
    if form == "json":
        return JsonResponse(answer)
    lines = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in answer.items())
    xml = f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{lines}</oembed>\n'
    return HttpResponse(xml, content_type="text/xml; charset=utf-8")
