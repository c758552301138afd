"""A record that was imported before: what the file now says otherwise, where no editor has been."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..models import Event, ImportBatch, ImportRow, raw
from .actions import adjusted, chosen
from .additions import ADDED, add, additions
from .building import Unusable, build
from .library import Library

Outcome = ImportRow.Outcome
FIELDS = ("headline", "body", "date", "part", "kind", "language", "place", "order", "extra")
OPEN = (Event.State.PROPOSED, Event.State.DRAFT)


def known_before(refs: Iterable[str]) -> dict[str, Event]:
    """Return the events that these records were imported as, by `import_ref`."""
    there = [row[0] for row in raw.found(Event, ["import_ref"], "import_ref", [ref for ref in refs if ref])]
    events = Event.objects.filter(import_ref__in=there).exclude(import_ref="") if there else ()
    return {event.import_ref: event for event in events}


def merged_before(refs: Iterable[str]) -> dict[str, int]:
    """Return the ids of the events into which these records were merged when they were imported."""
    rows = raw.found(ImportRow, ["import_ref", "event_id", "outcome"], "import_ref", [ref for ref in refs if ref])
    return {ref: event for ref, event, outcome in rows if event and outcome == Outcome.MERGED}


def applied_before(refs: Iterable[str]) -> dict[str, ImportRow]:
    """Return, by `import_ref`, the row from which an event was last written."""
    rows = ImportRow.objects.filter(
        import_ref__in=list(refs), outcome__in=(Outcome.CREATED, Outcome.UPDATED), event__isnull=False
    )
    return {row.import_ref: row for row in rows.prefetch_related("batch").order_by("pk")}


def planned(
    event: Event, row: ImportRow, batch: ImportBatch, earlier: ImportRow | None
) -> tuple[str, dict[str, list[Any]]]:
    """Return what importing a record again would come to, and what it would change from what to what.

    What is public stays unless the editor publishes by this import; it is told all the same what the file says now.
    """
    if event.state == Event.State.DISMISSED:
        return Outcome.DISMISSED, {}
    if earlier is None or earlier.draft == row.draft or event.state not in (*OPEN, Event.State.PUBLISHED):
        return Outcome.UNCHANGED, {}
    changes = changes_of(event, row, batch, earlier)
    return (Outcome.UPDATED if changes and may_change(event, batch) else Outcome.UNCHANGED), changes


def may_change(event: Event, batch: ImportBatch) -> bool:
    """Whether an import may write to an event: what is public changes only where the editor publishes by it."""
    return event.state in OPEN or (event.state == Event.State.PUBLISHED and batch.mode == ImportBatch.Mode.PUBLISHED)


def draft_of(row: ImportRow, choices: dict[str, str]) -> dict[str, Any]:
    return adjusted(row.draft, row.findings, chosen(row.findings, choices))


def changes_of(event: Event, row: ImportRow, batch: ImportBatch, earlier: ImportRow) -> dict[str, list[Any]]:
    """Return the fields that the file gives otherwise than before and that are as the earlier record left them."""
    try:
        before = values_of(draft_of(earlier, earlier.batch.choices), batch)
        after = values_of(draft_of(row, batch.choices), batch)
    except Unusable:
        return {}
    now = {name: stored(event, name) for name in FIELDS}
    changes = {
        name: [now[name], after[name]]
        for name in FIELDS
        if after[name] != before[name] and now[name] == before[name] != after[name]
    }
    if "part" in changes and "date" not in changes and after["date"] != now["date"]:
        del changes["part"]  # it belongs to a date that an editor has changed
    return changes | additions(event, row, batch, earlier)


def values_of(draft: dict[str, Any], batch: ImportBatch) -> dict[str, Any]:
    made = build(draft, "", batch, Library.of(()))
    return {name: getattr(made, name) for name in FIELDS} | {"extra": json.loads(made.extra)}


def stored(event: Event, name: str) -> Any:
    return str(event.date or "") if name == "date" else getattr(event, name)


def update(event: Event, row: ImportRow, batch: ImportBatch, earlier: ImportRow) -> None:
    """Write what planned() said."""
    for name, (_before, after) in row.changes.items():
        if name in FIELDS:
            setattr(event, name, after)
    if set(ADDED) & set(row.changes):
        add(event, row, batch, earlier)
    event.save()
