"""What joins rows of a file to one another, made when all of them are there: links, and reports that repeat others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from ..models import Event, ImportBatch, ImportRow, Link, Source
from .citing import existing, save_cited
from .drafted import key_of
from .library import Library
from .staging import scoped

Outcome = ImportRow.Outcome
Plain = dict[str, Any]


def link(batch: ImportBatch, first: int, last: int) -> None:
    """Relate the events of the rows of a block to others, and the sources that they cite to those that they repeat."""
    rows = batch.rows.filter(number__range=(first, last), event__isnull=False)
    rows = rows.filter(outcome__in=(Outcome.CREATED, Outcome.UPDATED, Outcome.MERGED))
    for row in rows.select_related("event").order_by("number"):
        for given in row.draft.get("links", ()):
            relate(batch, row, given)
        for source in sources_of(row.draft):
            if source.get("copy_of"):
                copy(source)


def relate(batch: ImportBatch, row: ImportRow, given: Plain) -> None:
    known = Event.objects.exclude(import_ref="")  # its index is of such alone
    imported = known.filter(import_ref=scoped(batch.incident_id, given["to"])).first()
    other = imported or Event.objects.filter(public_id=given["to"]).first()
    if not other or other.pk == row.event_id or given["kind"] not in Link.Kind.values:
        return
    made, _new = Link.objects.get_or_create(from_event=row.event, kind=given["kind"], to_event=other)
    cited = given.get("citations", ())
    for citation in existing(cited, Library.of([{"citations": cited}])) if cited else ():
        if not made.citations.filter(source=citation.source, stance=citation.stance).exists():
            citation.link = made
            save_cited(citation)


def sources_of(draft: Plain) -> list[Plain]:
    """Return the sources that an event and its links cite."""
    cited = list(draft.get("citations", ()))
    cited += [one for link in draft.get("links", ()) for one in link.get("citations", ())]
    return [one.get("source") or {} for one in cited]


def copy(given: Plain) -> None:
    """Say of a report which one it repeats, where nobody has said anything of that, and that one is there."""
    source = stored(given)
    original = Source.objects.filter(public_id=given["copy_of"]).first()
    if source is None or original is None or source.copy_of_id or source.pk == original.pk:
        return
    source.copy_of, source.copy_state = original, Source.CopyState.CONFIRMED
    try:
        with transaction.atomic():
            source.save()
    except ValidationError:  # here, that one repeats this one
        return


def stored(given: Plain) -> Source | None:
    key = key_of(given)
    if len(key) == 1:
        return Source.objects.filter(url_key=key[0]).first()
    return Source.objects.filter(public_id=given.get("id", "")).first()


def kept_versions(batch: ImportBatch) -> Callable[[list[int]], set[int]]:
    """Return what tells, of some events, those that this import has restored: linking them makes no further version."""

    def restored(ids: list[int]) -> set[int]:
        if batch.mode != ImportBatch.Mode.PUBLISHED:
            return set()
        rows = ImportRow.objects.filter(Q(draft__has_key="id"), event_id__in=ids, batch=batch, outcome=Outcome.CREATED)
        return set(rows.values_list("event_id", flat=True))

    return restored
