"""In which order the proposals of a report are looked at."""

from __future__ import annotations

from enum import StrEnum

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from .models import Citation, Event, ImportRow, Incident, Quote, Source

LIKELY = 0.7  # so salient a sentence is the report's own news, though it says no date


class Order(StrEnum):
    LIKELIEST = "likeliest"
    TEXT = "text"

    @classmethod
    def of(cls, name: str) -> Order:
        return cls.TEXT if name == cls.TEXT else cls.LIKELIEST


def proposed_events(source: Source, incident: Incident, order: Order) -> QuerySet[Event]:
    """Return all that a source proposed for an incident, decided or not, likeliest first or in the order of its text.

    What the report dates in words of its own, and what is very likely its news, stands before what was placed by its
    surroundings, each by its salience; what was proposed before there was any keeps the order of the text, behind the
    others. A decision moves nothing.
    """
    rows = ImportRow.objects.filter(event=OuterRef("pk"), batch__source=source)
    cited = Citation.objects.filter(event=OuterRef("pk"), source=source)
    quotes = Quote.objects.filter(citation__event=OuterRef("pk"), citation__source=source)
    events = (
        Event.objects.in_incident(incident)
        .filter(Exists(rows))
        .annotate(
            has_date_words=Exists(cited.exclude(date_words="")),
            salience=Subquery(rows.filter(salience__isnull=False).order_by("-pk").values("salience")[:1]),
            stands_at=Subquery(quotes.order_by("pk").values("start")[:1]),
        )
    )
    in_text = (F("stands_at").asc(nulls_first=True), "pk")
    if order is Order.TEXT:
        return events.order_by(*in_text)
    events = events.annotate(is_first=Q(has_date_words=True) | Q(salience__gte=LIKELY, salience__isnull=False))
    return events.order_by("-is_first", F("salience").desc(nulls_last=True), *in_text)
