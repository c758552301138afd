"""Atom feeds of what is published: of the site, and of each page that tells events, narrowed or whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from . import followed
from .cleaning import clean_line
from .followed import Followed
from .models import Correction, Event, Incident
from .models.entries import entry_prefetch
from .models.eventviews import view_of
from .prose import MAX_PROSE, render_markdown
from .selection import BadFilter
from .twins import refused
from .views.answers import other_incident

if TYPE_CHECKING:
    EventFeed = Feed[Event, Followed]
    FeedOfCorrections = Feed[Correction, None]
else:
    EventFeed = FeedOfCorrections = Feed

MOST = 50


class SteadyFeed(Atom1Feed):
    """A feed that was never updated while it has no entry; Django's own would be of this very moment, each time."""

    def latest_post_date(self) -> datetime:
        if self.items:
            return super().latest_post_date()
        last = Event.objects.published().aggregate(last=Max("changed_at"))["last"]
        return last or datetime.fromtimestamp(0, UTC)


class LatestFeed(EventFeed):
    """The events that were published or changed last. Control characters, which XML has no place for, are cleaned."""

    feed_type = SteadyFeed

    def get_object(self, request: HttpRequest, page: Followed) -> Followed:
        return page

    def title(self, page: Followed) -> str:
        return clean_line(settings.SITE_NAME if is_site(page) else f"{page.full_title} — {settings.SITE_NAME}")

    def subtitle(self, page: Followed) -> str:
        if page.incident and not page.query:
            return _("Events of this timeline, the latest changes first.")
        return _("Dated, cited events, the latest changes first.")

    def author_name(self, page: Followed) -> str:
        return clean_line(settings.SITE_NAME)

    def link(self, page: Followed) -> str:
        return settings.SITE_URL + page.address

    def feed_url(self, page: Followed) -> str:
        return settings.SITE_URL + (reverse("feed") if is_site(page) else page.atom())

    def items(self, page: Followed) -> Iterable[Event]:
        return page.events().latest_first().prefetch_related(*entry_prefetch())[:MOST]

    def item_title(self, item: Event) -> str:
        view, headline = view_of(item), item.words.headline
        return clean_line(f"{view.date[:1].upper()}{view.date[1:]}: {headline}" if view.date else headline)

    def item_description(self, item: Event) -> str:
        words = item.words
        body = render_markdown(words.body[:MAX_PROSE])
        context = {"view": view_of(item), "words": words, "body": body, "site_url": settings.SITE_URL}
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


def is_site(page: Followed) -> bool:
    return page.path == reverse("home")


class CorrectionsFeed(FeedOfCorrections):
    """The latest corrections of what is public."""

    feed_type = SteadyFeed

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
        return clean_line(f"{item.event.words.headline}: {item.summary}")

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


corrections = require_safe(CorrectionsFeed())
feed = LatestFeed()


def selected(request: HttpRequest, asked: Callable[[], Followed]) -> HttpResponse:
    """Answer with the feed of what is asked for, or with which word of the address means nothing."""
    try:
        return feed(request, page=asked())
    except BadFilter as error:
        return refused(error)


@require_safe
def latest(request: HttpRequest) -> HttpResponse:
    return selected(request, followed.site)


@require_safe
def incident(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer with an incident's feed; for an address that is none's, as its page does."""
    found = Incident.objects.published().filter(slug=slug).told_here().first()
    if found is None:
        return other_incident(request, slug, view="incident-feed")
    return selected(request, lambda: followed.of_incident(found, request.GET))


@require_safe
def entity(request: HttpRequest, slug: str) -> HttpResponse:
    return selected(request, lambda: followed.of_named("entity", slug, request.GET))


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    return selected(request, lambda: followed.of_named("tag", slug, request.GET))


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    return selected(request, lambda: followed.of_search(request.GET))
