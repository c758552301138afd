"""The pictures that links to the site's pages show elsewhere, as PNG."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ..cards import Card
from ..models import Incident
from ..sharing import card_of, picture, site_card, stamp
from .answers import other_incident

A_YEAR = 31_536_000  # seconds


@require_safe
def incident(request: HttpRequest, slug: str) -> HttpResponse:
    found = Incident.objects.published().filter(slug=slug).first()
    if found is None:
        return other_incident(request, slug, view="incident-card")
    return answered(request, card_of(found))


@require_safe
def site(request: HttpRequest) -> HttpResponse:
    return answered(request, site_card())


def answered(request: HttpRequest, card: Card) -> HttpResponse:
    """Answer with a card; one whose address names this very state of it never changes."""
    response = HttpResponse(picture(card), content_type="image/png")
    if request.GET.get("v") == stamp(card):
        response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response
