"""What is told twice: the same day and the same words, within a file and on the timeline.

Two records tell the same where they have one date and, but for case, accents and spaces, one headline. Things that
somebody has given numbers may be called alike, though: of two records with ids of their own that differ, the texts and
the sources have to be the same as well.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import transaction
from django.db.models import CharField, Count, ExpressionWrapper, F, QuerySet
from django.db.models.fields.json import KT

from ..cleaning import fold
from ..formats import wire
from ..models import Event, ImportBatch, ImportRow, RowFinding, raw
from ..models.newrows import bounds
from ..temporal.edtf import EDTFError
from .drafted import Plain, key_of
from .files import hold
from .staging import PAUSE, add_findings, numbered_blocks
from .updating import applied_before

AT_ONCE = 1_000
DATES_AT_ONCE = 500
READERS = "same-as-row"  # what the reader says of the same; its word is enough
IN_FILE, ON_TIMELINE = "same-as-record", "same-as-event"
OFFERS = ["merge", "leave-out"]
COMPARED = (Event.State.PROPOSED, Event.State.DRAFT, Event.State.PUBLISHED)
ANY, WITHOUT_ID = "any record", "one without an id"
Found = tuple[ImportRow, dict[str, Any]]


def forget(batch: ImportBatch, codes: Iterable[str]) -> None:
    """Take back what an earlier check of this import found, so that a second one does not find it twice."""
    known = RowFinding.objects.filter(batch=batch, code__in=codes)
    for first, last in numbered_blocks(batch, AT_ONCE):
        numbers = list(known.filter(number__range=(first, last)).values_list("number", flat=True))
        if numbers:
            hold(batch)
            rows = batch.rows.filter(number__in=numbers).values_list("pk", "findings")
            kept = [(json.dumps([one for one in findings if one["code"] not in codes]), pk) for pk, findings in rows]
            raw.update(ImportRow, ["findings"], kept)
    known.delete()


# --- What tells two records apart ------------------------------------------------------------------------------------


def ids_in(batch: ImportBatch) -> frozenset[str]:
    """Return the columns in which the records of a table have ids of their own."""
    columns = batch.mapping.get("fields", {}).get("id", ())
    return frozenset(name[:200] for name in ([columns] if isinstance(columns, str) else columns))  # as they are kept


@dataclass
class Told:
    """What a record is known by besides its day and its headline."""

    draft: Plain
    ids: frozenset[str]  # the columns that hold them

    @cached_property
    def own(self) -> dict[str, str]:
        return {name: value for name, value in self.draft.get("extra", ()) if name in self.ids} if self.ids else {}

    @cached_property
    def words(self) -> tuple[str, frozenset[Any]]:
        sources = frozenset(key_of(one.get("source") or {}) for one in self.draft.get("citations", ()))
        return " ".join(fold(self.draft.get("body", "")).split()), sources

    def is_apart_from(self, other: Told) -> bool:
        named = self.own.keys() & other.own.keys()
        return any(self.own[name] != other.own[name] for name in named) and self.words != other.words


def compared(batch: ImportBatch, *columns: str) -> QuerySet[ImportRow]:
    """Return the rows that can be compared: with these columns, for their drafts may be long."""
    # Without the import that it belongs to, Django would ask for that row by row.
    rows = ImportRow.objects.filter(batch=batch, likeness__isnull=False).order_by()
    return rows.only("batch", "number", "likeness", "findings", *columns)


# --- In the file -----------------------------------------------------------------------------------------------------


def find_twins_in_file(batch: ImportBatch) -> Iterator[None]:
    """Tell the later ones of rows with one day and the same words that an earlier one has them too, block by block."""
    ids = ids_in(batch)
    rows = compared(batch, "line", "place", *(["draft"] if ids else [])).order_by("likeness", "number")
    told = ImportRow.objects.filter(batch=batch, likeness__isnull=False).order_by("likeness").values("likeness")
    groups = told.annotate(how_many=Count("number")).filter(how_many__gt=1)
    block = list(groups[:AT_ONCE])
    while block:
        alike = rows.filter(likeness__in=[group["likeness"] for group in block])
        with transaction.atomic():
            add_findings(batch, twins_among(alike, ids))
        yield
        time.sleep(PAUSE)
        block = list(groups.filter(likeness__gt=block[-1]["likeness"])[:AT_ONCE])


def twins_among(rows: Iterable[ImportRow], ids: frozenset[str]) -> Iterator[Found]:
    """Yield of rows, ordered by likeness and number, those that tell what an earlier one of their likeness tells."""
    likeness, firsts = None, dict[Any, ImportRow]()
    for row in rows:
        if row.likeness != likeness:
            likeness, firsts = row.likeness, {}
        told = Told(row.draft, ids) if ids else None
        alike: tuple[Any, ...] = (ANY,)
        known_as: tuple[Any, ...] = (ANY, WITHOUT_ID)
        if told and told.own:
            own = tuple(sorted(told.own.items()))
            alike, known_as = (own, told.words, WITHOUT_ID), (own, told.words, ANY)
        twin = min((firsts[one] for one in alike if one in firsts), key=lambda one: one.number, default=None)
        for one in known_as:
            firsts.setdefault(one, row)
        if twin and not any(one["code"] == READERS for one in row.findings):
            params = [["row", where(twin)], ["number", str(twin.number)]]
            yield row, {"code": IN_FILE, "level": "warning", "params": params, "offers": OFFERS}


def where(row: ImportRow) -> str:
    """Say where a record stands, as a person finds it."""
    line = str(row.line if row.line is not None else row.number)
    return f"{row.place}:{line}" if row.place else line


# --- On the timeline -------------------------------------------------------------------------------------------------


def find_twins_on_timeline(batch: ImportBatch) -> Iterator[None]:
    """Tell rows that an event of another record, or of an editor, has their day and their words.

    Only events whose dates begin as a row's does are looked at. Behind each block it notes how far it is.
    """
    moments = beginnings(batch) if Event.objects.filter(state__in=COMPARED).exists() else []
    for first in range(0, len(moments), DATES_AT_ONCE):
        found = list(same_as_events(batch, moments[first : first + DATES_AT_ONCE]))
        with transaction.atomic():
            hold(batch, compared=[min(first + DATES_AT_ONCE, len(moments)), len(moments)])
            add_findings(batch, found)
        yield
        time.sleep(PAUSE)


def beginnings(batch: ImportBatch) -> list[int]:
    """Return the moments at which the dates of the rows begin."""
    dates = batch.rows.filter(likeness__isnull=False).order_by().values_list(KT("draft__date__edtf"), flat=True)
    found = set()
    for date in dates.distinct():
        with suppress(EDTFError):
            found.add(bounds(date or "", "")[1])
    return sorted(found - {None})  # type: ignore[type-var,arg-type]


@dataclass(frozen=True, slots=True)
class There:
    """An event that is there."""

    public_id: str
    import_ref: str
    headline: str


def same_as_events(batch: ImportBatch, moments: list[int]) -> Iterator[Found]:
    """Yield the rows that tell what an event of one of these moments tells, with the first such event."""
    ids = ids_in(batch)
    rows = compared(batch, "import_ref", *(["draft"] if ids else [])).filter(planned=ImportRow.Outcome.CREATED)
    noted: set[int] = set()
    for events in events_at(moments):
        alike = list(rows.filter(likeness__in=list(events)))
        refs = {one.import_ref for row in alike for one in events[row.likeness]} - {""}
        earlier = applied_before(refs) if ids else {}
        for row in alike:
            told = Told(row.draft, ids) if ids else None
            others = (one for one in events[row.likeness] if not one.import_ref or one.import_ref != row.import_ref)
            same = next((one for one in others if not (told and is_apart(told, earlier.get(one.import_ref)))), None)
            if same and row.pk not in noted:
                noted.add(row.pk)
                params = [["headline", same.headline], ["event", same.public_id]]
                yield row, {"code": ON_TIMELINE, "level": "warning", "params": params, "offers": OFFERS}


def is_apart(told: Told, earlier: ImportRow | None) -> bool:
    return earlier is not None and told.is_apart_from(Told(earlier.draft, told.ids))


def events_at(moments: list[int]) -> Iterator[dict[int | None, list[There]]]:
    """Yield the events whose dates begin at these moments by their likeness, AT_ONCE of them at a time."""
    events = Event.objects.filter(state__in=COMPARED, earliest__in=moments).order_by("pk")
    as_text = ExpressionWrapper(F("date"), output_field=CharField())  # nobody has to read it as a date
    found: dict[int | None, list[There]] = {}
    for number, (date, *event) in enumerate(
        events.values_list(as_text, "public_id", "import_ref", "headline").iterator(AT_ONCE), start=1
    ):
        there = There(*event)
        found.setdefault(wire.likeness(date, there.headline), []).append(there)
        if not number % AT_ONCE:
            yield found
            found = {}
    if found:
        yield found
