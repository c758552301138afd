"""Sitemaps: every public page in every language, for search engines (sitemaps.org), split so that no file is long.

A file begins at an address and holds the next pages in their order, so that it costs the same wherever it begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from django.conf import settings
from django.db.models import DateTimeField, Expression, F, Max, Q, QuerySet, Value, Window
from django.db.models.functions import RowNumber
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from . import languages
from .models import Entity, Event, Incident, Source, Tag

MOST_ADDRESSES = 5_000  # of one file
FIXED = ("home", "about", "method", "corrections")
NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
Page = tuple[str, datetime | None]  # its address in English, and when readers were last told something else there


def events() -> QuerySet[Event]:
    return Event.objects.published()


def incidents() -> QuerySet[Incident]:
    return Incident.objects.published()


def sources() -> QuerySet[Source]:
    return Source.objects.filter(pk__in=Source.objects.published().values("pk"))


def entities() -> QuerySet[Entity]:
    return Entity.objects.filter(pk__in=Entity.objects.published().values("pk"))


def tags() -> QuerySet[Tag]:
    return Tag.objects.filter(pk__in=Tag.objects.published().values("pk"))


def event_address(row: dict[str, Any]) -> str:
    return reverse("event", args=[part for part in (row["public_id"], row["slug"]) if part])


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: its rows, what they are ordered by, what is asked of each, and where its page stands."""

    rows: Callable[[], QuerySet[Any]]
    key: str
    asked: tuple[str, ...]
    address: Callable[[dict[str, Any]], str]
    changed: Expression | F | Value


NEVER_SAID = Value(None, DateTimeField())  # when a source or a name changed is nothing that readers are told
OF_INCIDENT = Max("events__changed_at", filter=Q(events__state="published"))
KINDS = {
    "incidents": Kind(incidents, "slug", (), lambda row: reverse("incident", args=[row["slug"]]), OF_INCIDENT),
    "events": Kind(events, "public_id", ("slug",), event_address, F("changed_at")),
    "sources": Kind(sources, "public_id", (), lambda row: reverse("source", args=[row["public_id"]]), NEVER_SAID),
    "entities": Kind(entities, "slug", (), lambda row: reverse("entity", args=[row["slug"]]), NEVER_SAID),
    "tags": Kind(tags, "slug", (), lambda row: reverse("tag", args=[row["slug"]]), NEVER_SAID),
}


def most_pages() -> int:
    """Return how many pages a file holds: each has an address in every language."""
    return MOST_ADDRESSES // len(languages.codes())


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Name the files, each by the row that it begins with. One query for each kind of page."""
    files = [reverse("sitemap-pages")]
    files += [reverse("sitemap-of", args=[kind, first]) for kind in KINDS for first in beginnings(kind)]
    inner = "".join(f"<sitemap><loc>{settings.SITE_URL}{escape(file)}</loc></sitemap>\n" for file in files)
    return document(f"<sitemapindex {NAMESPACES.partition(' xmlns:')[0]}>\n{inner}</sitemapindex>\n")


def beginnings(kind: str) -> Iterable[str]:
    """Return the first row of each file, by its key."""
    rows, key = KINDS[kind].rows(), KINDS[kind].key
    rest = (Window(RowNumber(), order_by=key) - 1) % most_pages()
    return rows.annotate(rest=rest).filter(rest=0).order_by(key).values_list(key, flat=True)


@require_safe
def pages(request: HttpRequest) -> HttpResponse:
    """Name the pages that every site has."""
    return document(urlset((reverse(name), None) for name in FIXED))


@require_safe
def of_kind(request: HttpRequest, kind: str, first: str) -> HttpResponse:
    """Name the pages of one kind from a row on, with one query; 404 where there is none."""
    if kind not in KINDS:
        raise Http404
    of = KINDS[kind]
    found = of.rows().filter(**{f"{of.key}__gte": first}).order_by(of.key)
    rows = found.values(of.key, *of.asked, changed=of.changed)[: most_pages()]
    listed = [(of.address(row), row["changed"]) for row in rows]
    if not listed:
        raise Http404
    return document(urlset(listed))


def urlset(listed: Iterable[Page]) -> str:
    return f"<urlset {NAMESPACES}>\n{''.join(entry for page in listed for entry in entries(*page))}</urlset>\n"


def entries(path: str, changed: datetime | None) -> Iterator[str]:
    """Write a page's addresses, each with all the languages that it is in, itself among them."""
    addresses = {code: escape(settings.SITE_URL + languages.in_language(path, code)) for code in languages.codes()}
    named = {**addresses, "x-default": addresses[settings.LANGUAGE_CODE]}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{address}"/>' for code, address in named.items()
    )
    when = f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""
    for address in addresses.values():
        yield f"<url><loc>{address}</loc>{when}{links}</url>\n"


def document(inner: str) -> HttpResponse:
    return HttpResponse(f'<?xml version="1.0" encoding="UTF-8"?>\n{inner}', content_type="application/xml")
