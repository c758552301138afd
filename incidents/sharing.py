"""The picture that a link to a page shows elsewhere: the card of a timeline, or that of the site."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from . import cards, counts
from .cards import Card
from .models import Incident
from .timelines import overview_of, span

KEPT_FOR = 7 * 86_400  # seconds
STAMP = 16  # characters


@dataclass(frozen=True, slots=True)
class Shared:
    """Where a card stands, and what is seen on it, in words."""

    address: str
    alt: str


@cache
def drawn_by() -> bytes:
    """Name the code and the fonts that cards are drawn by."""
    files = sorted(file for file in Path(cards.__file__).parent.rglob("*") if file.suffix in (".py", ".ttf"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).digest()


def stamp(card: Card) -> str:
    """Name one state of a card: of all that stands on it, and of what draws it."""
    content = repr((card.site, card.title, card.facts, card.strip))
    return hashlib.sha256(drawn_by() + content.encode()).hexdigest()[:STAMP]


def facts_of(incident: Incident) -> str:
    lasts = span(incident.told_from, incident.told_until)
    return capfirst(" · ".join(filter(None, (lasts, counts.events(incident.told)))))


def card_of(incident: Incident, overview: str | None = None) -> Card:
    """Return the card of a published incident in the language at hand; `overview` is its drawn one, if at hand."""
    drawn = overview_of(incident) if overview is None else overview
    strip = drawn[: drawn.index("<nav")] if "<nav" in drawn else ""  # what follows are the ways to other periods
    return Card(settings.SITE_NAME, incident.words.title, facts_of(incident), strip)


def site_card() -> Card:
    words = _("Timelines of incidents, in which every statement leads to its source.")
    return Card("", settings.SITE_NAME, words)


def picture(card: Card) -> bytes:
    """Return a card as PNG: the one kept, or one made now."""
    key = f"incidents.card.{stamp(card)}"
    kept: bytes | None = caches["default"].get(key)
    if kept is None:
        kept = cards.png(cards.svg(card))
        caches["default"].set(key, kept, KEPT_FOR)
    return kept


def shared(incident: Incident | None, overview: str | None = None) -> Shared:
    """Return the card that a page shows of itself elsewhere.

    Its address names its state where the overview is at hand, so that it can be kept for as long as anybody likes.
    """
    if incident is None:
        return Shared(reverse("site-card"), settings.SITE_NAME)
    address = reverse("incident-card", args=[incident.slug])
    version = "" if overview is None else f"?v={stamp(card_of(incident, overview))}"
    return Shared(address + version, " · ".join((incident.words.title, facts_of(incident))))
