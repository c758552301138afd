"""Which revision of something an editor saw, so that nobody saves over a newer one unawares."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from ..models import Citation, EntityRole, Event, EventTranslation, Link, Quote


def subject_of(row: Event | Link | Citation) -> Event | Link:
    """Return what is revised: an event with all it cites, or a link with what supports it."""
    if isinstance(row, Citation):
        return row.event or row.link  # type: ignore[return-value]  # a constraint has it be of one of the two
    return row


def revision_of(row: Event | Link | Citation) -> int:
    """Return a number that grows with each change of the subject: its revision, or a count of a link's records."""
    subject = subject_of(row)
    if isinstance(subject, Event):
        return subject.revision
    return sum(records.count() for records in records_of(subject))


def records_of(subject: Event | Link) -> list[QuerySet]:
    """Return the histories of an event or a link, and of what is edited with it."""
    own = {"event_id" if isinstance(subject, Event) else "link_id": subject.pk}
    citations = Citation.history.filter(**own)
    records = [
        type(subject).history.filter(id=subject.pk),
        citations,
        Quote.history.filter(citation_id__in=citations.values("id")),
    ]
    if isinstance(subject, Event):
        ends = Q(from_event_id=subject.pk) | Q(to_event_id=subject.pk)
        records += [EntityRole.history.filter(event_id=subject.pk), Link.history.filter(ends)]
        records.append(EventTranslation.history.filter(event_id=subject.pk))
    return records


def last_record(subject: Event | Link) -> Any:
    """Return the newest record of all of them; None without any."""
    newest = [records.select_related("history_user").first() for records in records_of(subject)]
    return max((record for record in newest if record), key=lambda record: record.history_date, default=None)
