"""Answers in place of a page: what is gone, moved, wrong or broken."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from .. import languages
from ..models import Incident


def gone(request: HttpRequest, reason: str) -> HttpResponse:
    """Say that something was here and why it is no more, and nothing else of it."""
    return render(request, "incidents/gone.html", {"reason": reason}, status=410)


def other_incident(request: HttpRequest, slug: str, *, view: str = "incident", **more: str) -> HttpResponse:
    """Answer for an address that is no published incident's: its new one, gone with the reason, or unknown."""
    found = Incident.objects.answering(slug)
    if found is None:
        raise Http404
    if found.state == Incident.State.WITHDRAWN:
        return gone(request, found.withdrawn_reason)
    return redirect(view, slug=found.slug, permanent=True, **more)


@require_safe
def data_in_no_language(request: HttpRequest, **given: str) -> HttpResponse:
    """Lead from below a language to the data of a page, which is the same in all of them."""
    language, path = languages.parted(request.path)
    if language == settings.LANGUAGE_CODE:
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{path}?{query}" if query else path, permanent=True)


def bad_request(request: HttpRequest, exception: SuspiciousOperation) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer after a fault of ours, with a template that asks nothing of the rest."""
    return render(request, "500.html", status=500)
