"""How a date in the making reads, while it is typed."""

from __future__ import annotations

from typing import TypeVar

from django.contrib.admin import AdminSite
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.urls import URLPattern, path

from ..forms import Dating, dating_of_event, dating_of_source, is_id, reading
from ..models import Event, Source

Row = TypeVar("Row", Event, Source)

LONGEST = 400  # characters of a date that are looked at; the form refuses half of that


def date_urls(site: AdminSite) -> list[URLPattern]:
    return [path("read-date/", site.admin_view(read_date_view), name="incidents_read_date")]


def read_date_view(request: HttpRequest) -> HttpResponse:
    """Answer {"reads": words} or {"error": sentence} for the query words `date`, `part` and `chosen`.

    `language` is that of the words; `source` or `event` names the row whose day relative words count from.
    """
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    try:
        words = reading(
            request.GET.get("date", "")[:LONGEST],
            request.GET.get("part", ""),
            chosen="chosen" in request.GET,
            dating=dating_of(request),
        )
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)})
    return JsonResponse({"reads": words})


def dating_of(request: HttpRequest) -> Dating:
    """Return what a date in the making is read with; rows that the editor may not see count as not named."""
    language = request.GET.get("language", "")[:LONGEST]
    if "source" in request.GET:
        return dating_of_source(named(request, Source, "source"), language)
    return dating_of_event(named(request, Event, "event"), language)


def named(request: HttpRequest, model: type[Row], name: str) -> Row | None:
    chosen = request.GET.get(name, "")
    if not is_id(chosen) or not request.user.has_perm(f"incidents.view_{name}"):
        return None
    return model._default_manager.filter(pk=chosen).first()
