"""A published event as one entry of a timeline, made when it changes and kept as HTML.

A page joins kept entries instead of rendering fifty events: docs/performance.md has the measurement.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Prefetch
from django.template.loader import get_template
from django.utils import translation

from .. import counts, languages, passages, prose, textfragments
from ..search import query
from ..temporal import saying, wording
from . import eventviews, words
from .events import Event, Link
from .eventviews import EventView, said, view_of
from .site import EventEntry, SourceEntry
from .sources import Source
from .translations import EventTranslation

EVENT_TEMPLATE = "incidents/_event.html"
SOURCE_TEMPLATE = "incidents/_source.html"
PARTS = tuple(f"incidents/_{name}.html" for name in ("dateline", "told", "note", "tongue", "event_link"))

__all__ = [
    "EventView",
    "entry_prefetch",
    "entry_stamp",
    "event_html",
    "keep_entries",
    "said",
    "source_html",
    "view_of",
]


def entry_prefetch(*, everywhere: bool = False) -> tuple[str | Prefetch, ...]:
    """Return what has to be fetched beside an event so that its entry asks the database nothing more.

    Of translations, those into the language at hand, or, for what is told `everywhere`, all that are published.
    """
    translated = EventTranslation.objects.published() if everywhere else EventTranslation.objects.told_here()

    def links(name: str, other: str) -> Prefetch:
        told = Prefetch(f"{other}__translations", translated, to_attr="public_translations")
        rows = Link.objects.published().select_related(other).prefetch_related("citations__source", told)
        return Prefetch(name, rows, to_attr=f"public_{name}")

    return (
        Prefetch("translations", translated, to_attr="public_translations"),
        "citations__source__copy_of",
        "citations__quotes__capture",
        "roles__entity",
        "tags",
        links("links_from", "to_event"),
        links("links_to", "from_event"),
    )


@cache
def entry_stamp() -> str:
    """Name the templates and the wording that entries are made by: a deploy that changes them makes them anew."""
    files = [get_template(name).origin.name for name in (EVENT_TEMPLATE, SOURCE_TEMPLATE, *PARTS)]
    files += [__file__, str(query.__file__), *words_of_languages()]  # refresh_pages indexes anew what it makes anew
    files += [
        str(module.__file__)
        for module in (eventviews, counts, passages, prose, textfragments, wording, saying, words, languages)
    ]
    content = b"".join(Path(file).read_bytes() for file in files)
    return hashlib.sha256(content).hexdigest()[:16]


def words_of_languages() -> list[str]:
    """Return the tables and catalogues that the words of an entry come from."""
    app = Path(__file__).parents[1]
    return sorted(map(str, [*app.glob("temporal/tables/wording_*.py"), *app.glob("locale/*/LC_MESSAGES/*.mo")]))


def event_html(view: EventView) -> str:
    return get_template(EVENT_TEMPLATE).render({"view": view, "event": view.event, "words": view.event.words})


def source_html(source: Source) -> str:
    context = {
        "source": source,
        "published": said(source.published),
        "url": textfragments.followable(source.url),
        "host": host_of(source.url),
    }
    return get_template(SOURCE_TEMPLATE).render(context)


def host_of(url: str) -> str:
    """Return the host that an address leads to, as it is shown in place of the address."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # an unclosed bracket
        return ""


def cited_sources(events: Iterable[Event]) -> dict[int, Source]:
    """Return by id what these events, fetched with entry_prefetch(), and their links cite."""
    found: dict[int, Source] = {}
    for event in events:
        links: Sequence[Link] = [*event.public_links_from, *event.public_links_to]
        for cited in (event, *links):
            found |= {citation.source_id: citation.source for citation in cited.citations.all()}
    return found


def keep_entries(ids: list[int], published: list[Event]) -> None:
    """Make and keep the entries of those of these events that are `published`, and of the sources they cite.

    They are made in the site's own language; in others a page makes them when it is read (`keptentries`).

    They are given as fetched with entry_prefetch(everywhere=True); of the other ids no entry is left.
    """
    EventEntry.objects.filter(event_id__in=ids).delete()
    sources = cited_sources(published)
    SourceEntry.objects.filter(source_id__in=sources).delete()
    with translation.override(settings.LANGUAGE_CODE):
        EventEntry.objects.bulk_create(entry_of(event) for event in published)
        SourceEntry.objects.bulk_create(line_of(source) for source in sources.values())


def entry_of(event: Event) -> EventEntry:
    return EventEntry(event=event, stamp=entry_stamp(), html=event_html(view_of(event)))


def line_of(source: Source) -> SourceEntry:
    return SourceEntry(source=source, stamp=entry_stamp(), html=source_html(source))
