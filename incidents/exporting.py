"""Published rows to drafts, for files out and the API: a chunk at a time, each by the same number of queries.

Everything begins at `published()`: what is no reader's yet is neither given nor named nor counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db.models import Max, Prefetch, Q, QuerySet
from django.urls import reverse

from .drafts import (
    CitationDraft,
    EntityDraft,
    EventDraft,
    IncidentDraft,
    LinkDraft,
    MembershipDraft,
    QuoteDraft,
    Reading,
    SourceDraft,
    TranslationDraft,
)
from .formats.outgoing import Publication
from .models import Capture, Citation, EntityRole, Event, EventTranslation, Incident, Link, Membership, Source
from .models.words import public_translations
from .querysets import EventQuerySet
from .selection import Selection
from .textfragments import followable

CHUNK = 200
EVERYTHING = Selection()


# --- Rows in chunks ---------------------------------------------------------------------------------------------------


def drafts(selection: Selection = EVERYTHING) -> Iterator[IncidentDraft | EventDraft]:
    """Give the incidents of a selection, then its events in the order of the timeline."""
    yield from map(incident_draft, selection.incidents())
    yield from events(selection.events())


def events(selected: EventQuerySet[Event]) -> Iterator[EventDraft]:
    """Give events as drafts in the order of the timeline, CHUNK of them at a time."""
    last: Event | None = None
    while True:
        rows = selected.coming_after(last) if last else selected
        chunk = list(rows.in_order().prefetch_related(*event_prefetch())[:CHUNK])
        yield from event_drafts(chunk)
        if len(chunk) < CHUNK:
            return
        last = chunk[-1]


def latest(selected: EventQuerySet[Event], number: int) -> list[EventDraft]:
    """Return the events that were published or changed last."""
    return event_drafts(list(selected.latest_first().prefetch_related(*event_prefetch())[:number]))


def event_prefetch() -> tuple[str | Prefetch[Any], ...]:
    """Return what has to be fetched beside an event so that its draft asks the database nothing more.

    A capture's text is other people's work, and long: it is never read here.
    """
    kept = Prefetch("quotes__capture", Capture.objects.only("archived_url"))
    cited = Citation.objects.select_related("source").order_by("order", "pk").prefetch_related("quotes", kept)
    links = Link.objects.published().select_related("to_event").order_by("pk")
    return (
        Prefetch("translations", EventTranslation.objects.published(), to_attr="public_translations"),
        Prefetch("citations", cited),
        "roles__entity__aliases",
        "tags",
        Prefetch(
            "memberships",
            Membership.objects.filter(incident__in=Incident.objects.published())
            .select_related("incident")
            .order_by("incident__slug"),
            to_attr="public_memberships",
        ),
        Prefetch("links_from", links.prefetch_related(Prefetch("citations", cited)), to_attr="public_links_from"),
    )


def event_drafts(rows: list[Event]) -> list[EventDraft]:
    """Return the drafts of events fetched with event_prefetch()."""
    cited = [citation.source for row in rows for citation in row.citations.all()]
    cited += [citation.source for row in rows for link in links_of(row) for citation in link.citations.all()]
    known = public_originals(cited)
    return [event_draft(row, known) for row in rows]


def source_drafts(rows: list[Source]) -> list[SourceDraft]:
    known = public_originals(rows)
    return [source_draft(row, known) for row in rows]


def public_originals(cited: Iterable[Source]) -> dict[int, str]:
    """Return the public ids of those reports that these repeat; one that only drafts cite is not named."""
    ids = {source.origin_id for source in cited if source.origin_id != source.pk}
    if not ids:
        return {}
    return dict(Source.objects.published().filter(pk__in=ids).values_list("pk", "public_id"))


def links_of(event: Event) -> list[Link]:
    return event.public_links_from  # type: ignore[attr-defined, no-any-return] # by event_prefetch()


def memberships_of(event: Event) -> list[Membership]:
    return event.public_memberships  # type: ignore[attr-defined, no-any-return] # by event_prefetch()


# --- Rows to drafts ---------------------------------------------------------------------------------------------------


def absolute(path: str) -> str:
    return settings.SITE_URL + path


def moment(value: datetime | None) -> str:
    """Write a moment in UTC, to the second."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if value else ""


def incident_draft(incident: Incident) -> IncidentDraft:
    return IncidentDraft(
        title=incident.title,
        summary=incident.summary,
        language=incident.language,
        slug=incident.slug,
        address=absolute(incident.get_absolute_url()),
        translations=translation_drafts(incident),
    )


def translation_drafts(original: Incident | Event) -> tuple[TranslationDraft, ...]:
    """Return the published translations of what was fetched with all of them."""
    return tuple(
        TranslationDraft(
            one.language,
            getattr(one, one.TEXTS[0]),
            getattr(one, one.TEXTS[1]),
            one.of_version,
            one.is_current_for(original),
        )
        for one in public_translations(original)
    )


def event_draft(event: Event, known: dict[int, str]) -> EventDraft:
    date = str(event.date or "")
    return EventDraft(
        headline=event.headline,
        date=Reading("", date, event.part) if date else None,
        kind=event.kind,
        body=event.body,
        language=event.language,
        citations=tuple(citation_draft(citation, known) for citation in event.citations.all()),
        place=event.place,
        order=event.order,
        entities=tuple(entity_draft(role) for role in event.roles.all()),
        tags=tuple(sorted(tag.name for tag in event.tags.all())),
        links=tuple(link_draft(link, known) for link in links_of(event)),
        undated=event.undated,
        memberships=tuple(MembershipDraft(row.incident.slug, row.role) for row in memberships_of(event)),
        id=event.public_id,
        address=absolute(event.get_absolute_url()),
        version=event.version,
        published=moment(event.first_published_at),
        changed=moment(event.changed_at),
        translations=translation_drafts(event),
    )


def citation_draft(citation: Citation, known: dict[int, str]) -> CitationDraft:
    words, edtf = citation.date_words, str(citation.date or "")
    given = Reading(words, edtf, citation.date_part, citation.date_rule, citation.date_reference)
    return CitationDraft(
        source=source_draft(citation.source, known),
        quotes=tuple(
            QuoteDraft(
                quote.exact,
                quote.prefix,
                quote.suffix,
                archived=followable(quote.capture.archived_url) if quote.capture else "",
            )
            for quote in citation.quotes.all()
        ),
        date=given if words or edtf else None,
        locator=citation.locator,
        disputes=citation.stance == Citation.Stance.DISPUTES,
        about=citation.about,
        passage=citation.passage,
        order=citation.order,
    )


def source_draft(source: Source, known: dict[int, str]) -> SourceDraft:
    return SourceDraft(
        title=source.title,
        url=followable(source.url),
        publisher=source.publisher,
        authors=tuple(name for part in source.authors.split(";") if (name := part.strip())),
        published=str(source.published or ""),
        published_from=source.published_from,
        language=source.language,
        credit=source.credit,
        genre=source.genre,
        id=source.public_id,
        address=absolute(source.get_absolute_url()),
        copy_of=known.get(source.origin_id, "") if source.origin_id != source.pk else "",
    )


def entity_draft(role: EntityRole) -> EntityDraft:
    entity = role.entity
    return EntityDraft(
        name=entity.name,
        kind=entity.kind,
        role=role.role,
        id=entity.slug,
        description=entity.description,
        aliases=tuple((alias.name, alias.language) for alias in entity.aliases.all()),
    )


def link_draft(link: Link, known: dict[int, str]) -> LinkDraft:
    return LinkDraft(
        kind=link.kind,
        to=link.to_event.public_id,
        citations=tuple(citation_draft(citation, known) for citation in link.citations.all()),
        id=link.to_event.public_id,
    )


# --- What is exported as a whole --------------------------------------------------------------------------------------


def sources_of(selected: EventQuerySet[Event]) -> QuerySet[Source]:
    """Return the sources that published events cite, or that links from them to published ones cite."""
    links = Link.objects.published().filter(from_event__in=selected)
    cited = Citation.objects.filter(Q(event__in=selected) | Q(link__in=links))
    return Source.objects.filter(pk__in=cited.values("source"))


def citing(source: Source) -> EventQuerySet[Event]:
    """Return the published events that a source is cited for, and those with a public link that it is cited for."""
    links = Link.objects.published().filter(citations__source=source)
    cited = Q(pk__in=Citation.objects.filter(source=source, event__isnull=False).values("event"))
    return Event.objects.published().filter(cited | Q(pk__in=links.values("from_event")))


def supported_by(source: Source) -> EventQuerySet[Event]:
    """Return the published events that a source itself is cited for in their support."""
    cited = Citation.objects.supporting().filter(source=source, event__isnull=False)
    return Event.objects.published().filter(pk__in=cited.values("event"))


def last_change(selected: EventQuerySet[Event]) -> datetime | None:
    changed: datetime | None = selected.aggregate(last=Max("changed_at"))["last"]
    return changed


def publication(title: str = "", address: str = "", file: str = "", **more: str) -> Publication:
    """Name what is exported, and where it comes from; without a title, the site as a whole."""
    home = absolute(reverse("home"))
    return Publication(
        title=title or settings.SITE_NAME,
        address=absolute(address) if address else home,
        file=absolute(file) if file else "",
        site=settings.SITE_NAME,
        home=home,
        **more,
    )


def publication_of(incident: Incident, file: str = "") -> Publication:
    return publication(
        incident.title,
        incident.get_absolute_url(),
        file,
        description=incident.summary,
        language=incident.language,
    )
