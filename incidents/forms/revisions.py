"""Which revision of something an editor saw, so that nobody saves over a newer one unawares."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from ..models import (
    Citation,
    Entity,
    EntityRole,
    Event,
    EventTranslation,
    Incident,
    IncidentTranslation,
    Link,
    Membership,
    Quote,
    Source,
    Tag,
)

Subject = Event | Link | Incident | Source | Entity | Tag


def subject_of(row: Subject | Citation) -> Subject:
    """Return what is revised: the row itself, with all that its page holds; of a citation, its event or link."""
    if isinstance(row, Citation):
        return row.event or row.link  # type: ignore[return-value]  # a constraint has it be of one of the two
    return row


def revision_of(row: Subject | Citation) -> int:
    """Return a number that grows with each change of the subject: an event's revision, else a count of its records."""
    subject = subject_of(row)
    if isinstance(subject, Event):
        return subject.revision
    return sum(records.count() for records in records_of(subject))


def records_of(subject: Subject) -> list[QuerySet]:
    """Return the histories of a subject, and of what is edited with it and has one."""
    records = [type(subject).history.filter(id=subject.pk)]
    if isinstance(subject, Event | Link):
        citations = Citation.history.filter(**{f"{subject._meta.model_name}_id": subject.pk})
        records += [citations, Quote.history.filter(citation_id__in=citations.values("id"))]
    if isinstance(subject, Event):
        ends = Q(from_event_id=subject.pk) | Q(to_event_id=subject.pk)
        records += [EntityRole.history.filter(event_id=subject.pk), Link.history.filter(ends)]
        records.append(EventTranslation.history.filter(event_id=subject.pk))
    if isinstance(subject, Incident):
        # An event that joins the timeline, as an import lets many, is in nobody's way.
        places = Membership.history.filter(incident_id=subject.pk).exclude(history_type="+")
        records += [IncidentTranslation.history.filter(incident_id=subject.pk), places]
    return records


def last_record(subject: Subject) -> Any:
    """Return the newest record of all of them; None without any."""
    newest = [records.select_related("history_user").first() for records in records_of(subject)]
    return max((record for record in newest if record), key=lambda record: record.history_date, default=None)
