"""What follows from a change, brought up to date once, at its end and in its transaction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from ..search import document
from .changes import Change, settled_by
from .citations import Citation
from .entries import entry_prefetch, keep_entries
from .events import Event, EventVersion
from .incidents import Incident
from .overviews import keep_overviews
from .site import EventEntry, SearchDocument, SiteVersion
from .snapshots import snapshot
from .translations import settle_translations
from .words import public_translations

BATCH = 200
# A source that very many events cite is corrected at once; their entries are then made by `refresh_pages`.
MOST_RENDERED = 1_000


def batches(ids: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    for first in range(0, len(ordered), BATCH):
        yield ordered[first : first + BATCH]


@settled_by
def settle(change: Change) -> None:
    """Check what is published, write versions, refresh search and kept entries, and bump the site version."""
    visible = update_told(change.incidents) if change.incidents else False
    visible = visible or change.visible
    for ids in batches(change.told | change.revised):
        Event.objects.filter(pk__in=ids).update(revision=F("revision") + 1, updated_at=timezone.now())
    affected = change.told | change.shown
    for number, ids in enumerate(batches(affected)):
        update_known(ids)
        was_public = SearchDocument.objects.filter(event_id__in=ids).exists()
        events = list(Event.objects.published().filter(pk__in=ids).prefetch_related(*entry_prefetch(everywhere=True)))
        for event in events:
            require_support(event)
        write_versions(events, change)
        settle_translations(events)
        refresh_search(ids, events)
        if number * BATCH < MOST_RENDERED:
            keep_entries(ids, events)
        else:
            EventEntry.objects.filter(event_id__in=ids).delete()
        visible = visible or was_public or bool(events)
    for ids in batches(change.revised - affected):
        settle_translations(list(Event.objects.published().filter(pk__in=ids)))
    keep_overviews(change.incidents)
    if visible:
        SiteVersion.bump()


def update_told(ids: set[int]) -> bool:
    """Set how many public events each incident has, and their first and last date; return whether readers see any."""
    dated = Event.objects.published().filter(memberships__incident=OuterRef("pk"), position__isnull=False)
    incidents = Incident.objects.filter(pk__in=ids).annotate(
        first=Subquery(dated.order_by("earliest", "latest").values("date")[:1]),
        last=Subquery(dated.order_by("-latest", "-earliest").values("date")[:1]),
        number=Count("memberships", filter=Q(memberships__event__state=Event.State.PUBLISHED)),
    )
    visible = False
    for pk, state, first, last, number in incidents.values_list("pk", "state", "first", "last", "number"):
        Incident.objects.filter(pk=pk).update(told=number, told_from=first, told_until=last)
        visible = visible or state != Incident.State.DRAFT
    return visible


def require_support(event: Event) -> None:
    if not any(citation.stance == Citation.Stance.SUPPORTS for citation in event.citations.all()):
        raise ValidationError(
            _(
                "“%(event)s” has no supporting citation. Cite a source that supports it first: "
                "nothing is shown to a reader that a reader cannot trace to a source."
            )
            % {"event": event.headline}
        )


def update_known(ids: list[int]) -> None:
    """Set when each event became known: the earliest publication of a supporting source, by its latest bound."""
    first = (
        Citation.objects.supporting()
        .filter(event=OuterRef("pk"), source__published_latest__isnull=False)
        .order_by("source__published_latest")
        .values("source__published_latest")[:1]
    )
    Event.objects.filter(pk__in=ids).update(known=Subquery(first))


def write_versions(events: list[Event], change: Change) -> None:
    """Write a version of each event that was published now, or whose public content is not that of its last one."""
    last = dict(
        EventVersion.objects.filter(event__in=events, number=F("event__version")).values_list("event_id", "snapshot")
    )
    now = timezone.now()
    changed = {
        event: content
        for event in events
        if (content := snapshot(event)) != last.get(event.pk) or event.pk in change.published
    }
    kept = change.kept([event.pk for event in changed]) if changed else set()
    for event in [event for event in changed if event.pk in kept and event.pk in last]:
        EventVersion.objects.filter(event=event, number=event.version).update(snapshot=changed.pop(event))
    new = [
        EventVersion(event=event, number=event.version + 1, snapshot=content, by=change.by, at=now)
        for event, content in changed.items()
    ]
    if not new:
        return
    EventVersion.objects.bulk_create(new)
    numbers = Case(*(When(pk=version.event_id, then=Value(version.number)) for version in new))
    Event.objects.filter(pk__in=[version.event_id for version in new]).update(
        version=numbers, changed_at=now, first_published_at=Coalesce("first_published_at", now)
    )


def refresh_search(ids: list[int], published: list[Event]) -> None:
    """Keep the search index at what is published: a word of a draft is never even counted."""
    SearchDocument.objects.filter(event_id__in=ids).exclude(event__in=published).delete()
    SearchDocument.objects.bulk_create(
        [search_document(event) for event in published],
        update_conflicts=True,
        unique_fields=["event"],
        update_fields=list(WORDS),
    )


def refresh(ids: list[int]) -> None:
    """Make the kept entries and the search documents of some events anew."""
    with transaction.atomic():
        # The site version's row is what every change ends with: held, no change comes between reading and keeping.
        SiteVersion.objects.select_for_update().filter(pk=1).first()
        published = list(
            Event.objects.published().filter(pk__in=ids).prefetch_related(*entry_prefetch(everywhere=True))
        )
        keep_entries(ids, published)
        refresh_search(ids, published)


def search_document(event: Event) -> SearchDocument:
    return SearchDocument(event=event, **dict(zip(WORDS, search_words(event), strict=True)))


WORDS = ("headline", "body", "quotes", "names")
LINK = re.compile(r"\]\(([^()\s]*)\)")  # the address of a link in Markdown


def search_words(event: Event) -> tuple[str, str, str, str]:
    """Return what an event is found by, column by column of WORDS."""
    citations = list(event.citations.all())
    quotes = [quote.exact for citation in citations for quote in citation.quotes.all()]
    names = [
        event.place,
        *(role.entity.name for role in event.roles.all()),
        *(tag.name for tag in event.tags.all()),
        *(name for one in citations for name in (one.source.publisher, one.source.title, one.source.credit)),
    ]
    told = [event, *public_translations(event)]
    bodies = [one.body for one in told]
    links = [link for body in bodies if "](" in body for link in LINK.findall(body)]
    read = [LINK.sub("] ", body) if "](" in body else body for body in bodies]  # as readers see it, for phrases
    return document(one.headline for one in told), document([*read, *links]), document(quotes), document(names)
