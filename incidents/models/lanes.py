"""The lanes that an overview is drawn in: the most frequent values of one thing that tells events apart, and the rest.

Every function is given published events, and asks a number of queries that does not grow with them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, QuerySet
from django.utils.translation import gettext as _

from ..drawing import MOST_LANES, Counted, Happening, Lane
from .events import Event
from .people import EntityRole

LONGEST_NAME = 36  # characters that have room above a lane on a phone


@dataclass(frozen=True, slots=True)
class Split:
    """By what an overview is split: `entity`, `tag` or `kind`; `leading` gives the address of one value's events."""

    by: str
    leading: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Column:
    """Where the values of a thing stand: the rows for some events, the way from a row to its event, and the value."""

    rows: Callable[[QuerySet[Event]], QuerySet[Any]]
    to_event: str
    value: str
    label: str


COLUMNS = {
    "entity": Column(lambda e: EntityRole.objects.filter(event__in=e), "event__", "entity__slug", "entity__name"),
    "tag": Column(lambda e: Event.tags.through.objects.filter(event__in=e), "event__", "tag__slug", "tag__name"),
    "kind": Column(lambda e: e, "", "kind", "kind"),
}


def possible(events: QuerySet[Event]) -> list[str]:
    """Return by what events can be split into at least two lanes. One short query each."""
    return [
        by
        for by, column in COLUMNS.items()
        if len(column.rows(events).order_by().values_list(column.value).distinct()[:2]) > 1
    ]


def most_frequent(events: QuerySet[Event], by: str) -> dict[str, str]:
    """Return the values that most events have, with their labels."""
    column = COLUMNS[by]
    rows = (
        column.rows(events)
        .order_by()
        .values(its_value=F(column.value), its_label=F(column.label))
        .annotate(number=Count(f"{column.to_event}pk", distinct=True))
        .order_by("-number", "its_label", "its_value")
        .values_list("its_value", "its_label")[:MOST_LANES]
    )
    found = dict(rows)
    return {value: str(Event.Kind(value).label) for value in found} if by == "kind" else found


def lanes(events: QuerySet[Event], happenings: Sequence[Happening], counted: bool, split: Split) -> list[Lane]:
    """Split dated events, each drawn as one of `happenings` or, where they are many, counted by their bounds."""
    column, labels = COLUMNS[split.by], most_frequent(events, split.by)
    rows = column.rows(events).order_by().filter(**{f"{column.value}__in": list(labels)})
    if counted:
        by_value, rest = counted_by_value(events, column, rows)
    else:
        by_value, rest = drawn_by_value(happenings, column, rows)
    found = [Lane(named(label), *by_value.get(value, NOTHING), split.leading(value)) for value, label in labels.items()]
    return [*found, Lane(_("all others"), *rest)]


Shown = tuple[Sequence[Happening], Sequence[Counted]]  # what a lane is made of
NOTHING: Shown = ((), ())


def drawn_by_value(
    happenings: Sequence[Happening], column: Column, rows: QuerySet[Any]
) -> tuple[dict[str, Shown], Shown]:
    of_event: dict[str, set[str]] = {}
    for public_id, value in rows.values_list(f"{column.to_event}public_id", column.value):
        of_event.setdefault(public_id, set()).add(value)
    by_value: dict[str, list[Happening]] = {}
    for one in happenings:
        for value in of_event.get(one.key, ()):
            by_value.setdefault(value, []).append(one)
    rest = [one for one in happenings if one.key not in of_event]
    return {value: (found, ()) for value, found in by_value.items()}, (rest, ())


def counted_by_value(events: QuerySet[Event], column: Column, rows: QuerySet[Any]) -> tuple[dict[str, Shown], Shown]:
    bounds = [f"{column.to_event}earliest", f"{column.to_event}latest"]
    number = Count(f"{column.to_event}pk", distinct=True)
    by_value: dict[str, list[Counted]] = {}
    for value, *counted in rows.values_list(column.value, *bounds).annotate(number=number):
        by_value.setdefault(value, []).append(Counted(*counted))
    others = events.exclude(pk__in=rows.values(f"{column.to_event}pk")).order_by()
    rest = others.values_list("earliest", "latest").annotate(number=Count("pk", distinct=True))
    return {value: ((), found) for value, found in by_value.items()}, ((), [Counted(*one) for one in rest])


def named(label: str) -> str:
    return label if len(label) <= LONGEST_NAME else f"{label[: LONGEST_NAME - 1].rstrip()}…"
