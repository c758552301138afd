"""The drawn overview of a timeline: what is on it, how it is called, and that of a whole incident kept as SVG."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import Count, F, QuerySet
from django.utils import translation
from django.utils.text import capfirst

from .. import counts, drawing
from ..drawing import MOST_MARKS, Counted, Happening, Lane, Overview
from ..temporal import scalenames, wording
from .entries import languages
from .events import Event, Incident, Membership
from .eventviews import said
from .site import IncidentOverview

ON_FIRST_PAGE = 50  # events of a timeline's first page, to which marks lead within the page
MOST_KEPT = 2_000  # events: a larger timeline is counted and drawn when it is read
PUBLIC = "public_id headline date part role".split()


@cache
def overview_stamp() -> str:
    """Name the code that overviews are drawn by: a deploy that changes it draws them anew."""
    files = [Path(__file__), *sorted(Path(str(drawing.__file__)).parent.glob("*.py"))]
    files += [Path(str(module.__file__)) for module in (counts, scalenames, wording)]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def lane_of(events: QuerySet[Event], number: int, label: str = "", address: str = "", *, query: str = "") -> Lane:
    """Return `number` events, in an incident, as a lane: one by one while they are few, else by their bounds.

    `query` is that of the page's address, which the marks of events on other pages keep.
    """
    dated = events.filter(position__isnull=False)
    if number > MOST_MARKS:
        by_bounds = dated.order_by().values_list("earliest", "latest").annotate(number=Count("pk"))
        return Lane(label, counted=[Counted(*row) for row in by_bounds], address=address)
    rows = dated.in_order().annotate(role=F("memberships__role")).values_list(*PUBLIC)  # type: ignore[attr-defined]
    return Lane(label, [happening(row, place, query) for place, row in enumerate(rows)], address=address)


def happening(row: tuple[Any, ...], place: int, query: str) -> Happening:
    """Return an event as it is drawn. Its mark leads to its entry: on the page at hand, or on the one that has it."""
    public_id, headline, date, part, role = row
    entry = f"#e-{public_id}"
    return Happening(
        key=public_id,
        address=entry if place < ON_FIRST_PAGE else f"?{query}{'&' if query else ''}at={public_id}{entry}",
        label=f"{capfirst(said(date, part))}: {headline}",
        date=date,
        part=part,
        is_background=role == Membership.Role.BACKGROUND,
    )


def draw(lanes: list[Lane], **within: Any) -> Overview | None:
    """Draw in the language at hand."""
    return drawing.overview(lanes, translation.get_language() or "en", counts.duration, **within)


def drawn_incident(incident: Incident) -> str:
    """Draw all that an incident's public timeline tells; empty where that is no picture."""
    events = Event.objects.published().in_incident(incident.pk)
    found = draw([lane_of(events, incident.told)])
    return found.svg if found else ""


def keep_overviews(ids: Iterable[int]) -> None:
    """Draw and keep the overviews of those of these incidents that are published; of the others none is left."""
    wanted = list(ids)
    if not wanted:
        return
    IncidentOverview.objects.filter(incident_id__in=wanted).delete()
    for incident in Incident.objects.published().filter(pk__in=wanted, told__lte=MOST_KEPT):
        for language in languages():
            with translation.override(language):
                IncidentOverview.objects.create(
                    incident=incident, language=language, stamp=overview_stamp(), html=drawn_incident(incident)
                )
