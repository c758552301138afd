"""What a selection can be narrowed by, with how many events each choice would leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, QuerySet
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from . import counts
from .models import Citation, EntityRole, Event, Incident
from .models.entries import said
from .models.translations import titles_here
from .selection import CERTAIN, WRITTEN, Selection

MOST_CHOICES = 10
Row = tuple[str, str, int]
RowsOf = Callable[[QuerySet[Event]], Iterable[Row]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet; `query` is the address with it chosen, or, where it is chosen, without it."""

    value: str
    label: str
    number: int
    chosen: bool
    query: str

    @property
    def figures(self) -> str:
        return counts.figures(self.number)


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    label: str
    choices: list[Choice]

    @property
    def chosen(self) -> str:
        """The label of what is chosen of it; empty for nothing."""
        return next((choice.label for choice in self.choices if choice.chosen), "")


def facets(selection: Selection, within: Incident | None = None, among: Sequence[int] | None = None) -> list[Facet]:
    """Return what can be chosen, each facet as if it alone had no choice yet; `within` is said by the page's path.

    A facet that leaves no choice is left out. One query each, whatever the number of events; `among` are the events
    that the selection's text finds, where these are at hand.
    """
    fixed = ("incident",) if within else ()
    found = []
    for name, label, rows in (
        ("incident", _("Timeline"), by_incident),
        ("entity", _("Who"), by_entity),
        ("tag", _("Tag"), by_tag),
        ("kind", _("Kind"), by_kind),
        ("publisher", _("Publisher"), by_publisher),
        ("language", _("Language"), by_language),
        ("certainty", _("Certainty"), by_certainty),
    ):
        if name in fixed:
            continue
        others = selection.replaced(**{name: ""})
        chosen = getattr(selection, name)
        choices = list(choices_of(selection, name, rows, others.events(within, among), chosen, fixed))
        if chosen or len(choices) > 1:
            found.append(Facet(name, str(label), choices))
    return found


def titled(selection: Selection, choices: Sequence[Facet]) -> str:
    """Say in the words of the page what a selection is narrowed by."""
    chosen = [facet.chosen for facet in choices]
    return ", ".join(filter(None, (selection.q, *chosen, said(selection.days or None))))


def choices_of(
    selection: Selection, name: str, rows_of: RowsOf, events: QuerySet[Event], chosen: str, fixed: tuple[str, ...]
) -> Iterator[Choice]:
    """Give the most frequent values, and the chosen one however rare it is: it can then be taken away again."""
    found = [row for place, row in enumerate(rows_of(events)) if row[2] and (place < MOST_CHOICES or row[0] == chosen)]
    if chosen and chosen not in [value for value, _label, _number in found]:
        found.append((chosen, name_of(name, rows_of, chosen), 0))
    for value, label, number in found:
        is_chosen = value == chosen
        query = selection.query(*fixed, **{name: "" if is_chosen else value})
        yield Choice(value, label or value, number, is_chosen, query)


def name_of(name: str, rows_of: RowsOf, chosen: str) -> str:
    """Name a choice that leaves nothing, as whatever published event has it does; by its address where none has."""
    rows = rows_of(Selection(**{name: chosen}).events())
    return next((label for value, label, _number in rows if value == chosen), chosen)


def by_incident(events: QuerySet[Event]) -> Iterable[Row]:
    public = Incident.objects.published().filter(memberships__event__in=events)
    rows = list(ranked(public, "slug", "title", Count("memberships__event", distinct=True)))
    here = titles_here(slug for slug, _title, _number in rows)
    return [(slug, here.get(slug, title), number) for slug, title, number in rows]


def by_entity(events: QuerySet[Event]) -> Iterable[Row]:
    return ranked(EntityRole.objects.filter(event__in=events), "entity__slug", "entity__name")


def by_tag(events: QuerySet[Event]) -> Iterable[Row]:
    return ranked(Event.tags.through.objects.filter(event__in=events), "tag__slug", "tag__name")


def by_publisher(events: QuerySet[Event]) -> Iterable[Row]:
    cited = Citation.objects.filter(event__in=events).exclude(source__publisher="")
    return ranked(cited, "source__publisher", "source__publisher")


def ranked(rows: QuerySet, value: str, label: str, number: Count | None = None) -> Iterable[Row]:
    """Return values with their labels and numbers of events, the most frequent first."""
    return (
        rows.order_by()
        .values(value=F(value), label=F(label))
        .annotate(number=number or Count("event", distinct=True))
        .order_by("-number", "label")
        .values_list("value", "label", "number")
    )


def by_kind(events: QuerySet[Event]) -> Iterable[Row]:
    labels = dict(Event.Kind.choices)
    return [(value, str(labels[value]), number) for value, number in grouped(events, "kind")]


def by_language(events: QuerySet[Event]) -> Iterable[Row]:
    return [(code, language_name(code), number) for code, number in grouped(events, "language")]


def grouped(events: QuerySet[Event], column: str) -> Iterable[tuple[str, int]]:
    return events.order_by().values_list(column).annotate(number=Count("pk", distinct=True)).order_by("-number", column)


def language_name(code: str) -> str:
    """Name a language in itself; by its code where it is not known."""
    try:
        return str(get_language_info(code)["name_local"])
    except KeyError:
        return code


def by_certainty(events: QuerySet[Event]) -> Iterable[Row]:
    """Return how many dates are of one day, wider, doubtful, and disputed; the last may be of any of the others."""
    labels = {
        "exact": _("to the day"),
        "coarse": _("a longer time"),
        "doubtful": _("doubtful"),
        "disputed": _("disputed by a source"),
    }
    counted = {name: Count("pk", filter=condition, distinct=True) for name, condition in CERTAIN.items()}
    numbers = events.alias(written=WRITTEN).aggregate(**counted)
    return [(name, labels[name], numbers[name]) for name in CERTAIN]
