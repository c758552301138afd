"""Atom feeds of what is published, for the site and for each incident."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import get_template
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .cleaning import clean_line
from .models import Correction, Event, Incident
from .models.entries import entry_prefetch
from .models.eventviews import view_of
from .prose import MAX_PROSE, render_markdown

if TYPE_CHECKING:
    EventFeed = Feed[Event, Incident | None]
    FeedOfCorrections = Feed[Correction, None]
else:
    EventFeed = FeedOfCorrections = Feed
from .views import other_incident

MOST = 50


class LatestFeed(EventFeed):
    """The events that were published or changed last. Control characters, which XML has no place for, are cleaned."""

    feed_type = Atom1Feed

    def title(self, incident: Incident | None) -> str:
        return clean_line(f"{incident.title} — {settings.SITE_NAME}" if incident else settings.SITE_NAME)

    def subtitle(self, incident: Incident | None) -> str:
        if incident:
            return _("Events of this timeline, the latest changes first.")
        return _("Dated, cited events, the latest changes first.")

    def author_name(self, incident: Incident | None) -> str:
        return clean_line(settings.SITE_NAME)

    def link(self, incident: Incident | None) -> str:
        return settings.SITE_URL + (incident.get_absolute_url() if incident else reverse("home"))

    def feed_url(self, incident: Incident | None) -> str:
        address = reverse("incident-feed", args=[incident.slug]) if incident else reverse("feed")
        return settings.SITE_URL + address

    def items(self, incident: Incident | None) -> Iterable[Event]:
        events = Event.objects.published()
        if incident:
            events = events.in_incident(incident)
        return events.latest_first().prefetch_related(*entry_prefetch())[:MOST]

    def item_title(self, item: Event) -> str:
        view = view_of(item)
        return clean_line(f"{view.date[:1].upper()}{view.date[1:]}: {item.headline}" if view.date else item.headline)

    def item_description(self, item: Event) -> str:
        body = render_markdown(item.body[:MAX_PROSE])
        context = {"view": view_of(item), "body": body, "site_url": settings.SITE_URL}
        return get_template("incidents/_feed_entry.html").render(context)

    def item_link(self, item: Event) -> str:
        return settings.SITE_URL + item.get_absolute_url()

    def item_guid(self, item: Event) -> str:
        """Return its address without the readable part, which changes with the headline."""
        return settings.SITE_URL + reverse("event", args=[item.public_id])

    def item_pubdate(self, item: Event) -> datetime | None:
        return item.first_published_at

    def item_updateddate(self, item: Event) -> datetime:
        return item.changed_at or item.first_published_at or item.updated_at


class IncidentFeed(LatestFeed):
    """The same for one incident."""

    def get_object(self, request: HttpRequest, slug: str) -> Incident:
        return get_object_or_404(Incident.objects.published(), slug=slug)


class CorrectionsFeed(FeedOfCorrections):
    """The latest corrections of what is public."""

    feed_type = Atom1Feed

    def title(self) -> str:
        return clean_line(f"{_('Corrections')} — {settings.SITE_NAME}")

    def subtitle(self) -> str:
        return _("What was put right, and why, the latest first.")

    def author_name(self) -> str:
        return clean_line(settings.SITE_NAME)

    def link(self) -> str:
        return settings.SITE_URL + reverse("corrections")

    def feed_url(self) -> str:
        return settings.SITE_URL + reverse("corrections-feed")

    def items(self) -> Iterable[Correction]:
        return Correction.objects.published().latest_first().with_event()[:MOST]

    def item_title(self, item: Correction) -> str:
        return clean_line(f"{item.event.headline}: {item.summary}")

    def item_description(self, item: Correction) -> str:
        context = {"summary": clean_line(item.summary), "reason": clean_line(item.reason)}
        return get_template("incidents/_feed_correction.html").render(context)

    def item_link(self, item: Correction) -> str:
        return f"{settings.SITE_URL}{item.event.get_absolute_url()}#c-{item.pk}"

    def item_guid(self, item: Correction) -> str:
        return f"{settings.SITE_URL}{reverse('corrections')}#c-{item.pk}"

    def item_pubdate(self, item: Correction) -> datetime:
        return item.at

    def item_updateddate(self, item: Correction) -> datetime:
        return item.at


latest = require_safe(LatestFeed())
corrections = require_safe(CorrectionsFeed())
of_incident = IncidentFeed()


@require_safe
def incident(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer with an incident's feed; for an address that is none's, as its page does."""
    if Incident.objects.published().filter(slug=slug).exists():
        return of_incident(request, slug=slug)
    return other_incident(request, slug, view="incident-feed")
