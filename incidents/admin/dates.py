"""How a date in the making reads, while it is typed."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.urls import URLPattern, path

from ..forms import reading

LONGEST = 400  # characters of a date that are looked at; the form refuses half of that


def date_urls(site: AdminSite) -> list[URLPattern]:
    return [path("read-date/", site.admin_view(read_date_view), name="incidents_read_date")]


def read_date_view(request: HttpRequest) -> HttpResponse:
    """Answer {"reads": words} or {"error": sentence} for the query words `date`, `part` and `chosen`."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    try:
        words = reading(
            request.GET.get("date", "")[:LONGEST], request.GET.get("part", ""), chosen="chosen" in request.GET
        )
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)})
    return JsonResponse({"reads": words})
