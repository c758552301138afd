"""A record that was imported before: what the file now says otherwise, where no editor has been."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..models import Event, ImportBatch, ImportRow, raw
from .actions import adjusted, chosen
from .building import Library, Unusable, build, existing, save_cited

Outcome = ImportRow.Outcome
FIELDS = ("headline", "body", "date", "part", "kind", "language", "place", "order", "extra")
OPEN = (Event.State.PROPOSED, Event.State.DRAFT)


def known_before(refs: Iterable[str]) -> dict[str, Event]:
    """Return the events that these records were imported as, by `import_ref`."""
    there = [row[0] for row in raw.found(Event, ["import_ref"], "import_ref", [ref for ref in refs if ref])]
    return {event.import_ref: event for event in Event.objects.filter(import_ref__in=there)} if there else {}


def merged_before(refs: Iterable[str]) -> dict[str, int]:
    """Return the ids of the events into which these records were merged when they were imported."""
    rows = raw.found(ImportRow, ["import_ref", "event_id", "outcome"], "import_ref", [ref for ref in refs if ref])
    return {ref: event for ref, event, outcome in rows if event and outcome == Outcome.MERGED}


def applied_before(refs: Iterable[str]) -> dict[str, ImportRow]:
    """Return, by `import_ref`, the row from which an event was last written."""
    rows = ImportRow.objects.filter(
        import_ref__in=list(refs), outcome__in=(Outcome.CREATED, Outcome.UPDATED), event__isnull=False
    )
    return {row.import_ref: row for row in rows.select_related("batch").order_by("pk")}


def planned(
    event: Event, row: ImportRow, batch: ImportBatch, earlier: ImportRow | None
) -> tuple[str, dict[str, list[Any]]]:
    """Return what importing a record again would come to, and which fields it would change from what to what."""
    if event.state == Event.State.DISMISSED:
        return Outcome.DISMISSED, {}
    if earlier is None or earlier.draft == row.draft or not may_change(event, batch):
        return Outcome.UNCHANGED, {}
    changes = changes_of(event, row, batch, earlier)
    return (Outcome.UPDATED if changes else Outcome.UNCHANGED), changes


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
    cited = {name for name, _citation in cites(row)} - {name for name, _citation in cites(earlier)}
    if cited:
        changes["citations"] = [[], sorted(cited)]
    return changes


def values_of(draft: dict[str, Any], batch: ImportBatch) -> dict[str, Any]:
    made = build(draft, "", batch, Library(()))
    return {name: getattr(made, name) for name in FIELDS} | {"extra": json.loads(made.extra)}


def stored(event: Event, name: str) -> Any:
    return str(event.date or "") if name == "date" else getattr(event, name)


def cites(row: ImportRow) -> list[tuple[str, dict[str, Any]]]:
    """Return what a record cites, each under words that tell one source from another."""
    found = [(one.get("source", {}), one) for one in row.draft.get("citations", ())]
    return [(source.get("url") or source.get("title") or source.get("publisher", ""), one) for source, one in found]


def update(event: Event, row: ImportRow, batch: ImportBatch, earlier: ImportRow) -> None:
    """Write what planned() said."""
    for name, (_before, after) in row.changes.items():
        if name in FIELDS:
            setattr(event, name, after)
    if set(FIELDS) & set(row.changes):
        event.save()
    if "citations" in row.changes:
        new = set(row.changes["citations"][1])
        add_citations(event, [one for name, one in cites(row) if name in new])


def add_citations(event: Event, given: list[dict[str, Any]]) -> None:
    """Cite sources for an event that is there, those left out that it cites already."""
    for citation in existing(given, Library([{"citations": given}])):
        if not event.citations.filter(source=citation.source, stance=citation.stance).exists():
            citation.event = event
            save_cited(citation)
