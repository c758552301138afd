"""Staged rows of a file onto the timeline: in batches with a cursor, each one change and one transaction."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..formats import wire
from ..models import Change, Event, EventEntry, ImportBatch, ImportRow, Membership, changing, raw
from ..models.bulk import write_events
from ..models.newrows import NewEvent
from ..models.settling import BATCH, MOST_RENDERED, refresh
from .additions import add_citations
from .ahead import Ahead, Made, fates_of, linked, working_ahead
from .building import Unusable, build
from .deciding import Fates, Staged, decide, staged
from .files import NotNow, State, drop_file, move
from .library import Library
from .linking import kept_versions, link
from .places import Places
from .staging import note_findings, uncollected
from .updating import applied_before, known_before, merged_before, planned, update

ROWS_AT_ONCE = 2_000  # in a transaction: other writers wait for it
FIRST_PAGES = 200  # events: to make its entry takes several times as long as to import one
PAUSE = 0.005  # seconds after each, in which SQLite lets one of them in
Outcome = ImportRow.Outcome
Progress = Callable[[int, int], None]


def apply_file(batch: ImportBatch, *, progress: Progress | None = None, seconds: float | None = None) -> None:
    """Apply rows until all are, until somebody pauses or stops it, or until `seconds` are over."""
    until = None if seconds is None else time.monotonic() + seconds
    with raw.long_log(), working_ahead(batch if seconds is None else None, ROWS_AT_ONCE) as ahead:
        while apply_some(batch, ahead):
            if progress:
                progress(batch.cursor, batch.total)
            if until is not None and time.monotonic() >= until:
                return
            time.sleep(PAUSE)


def apply_some(batch: ImportBatch, ahead: Ahead | None = None) -> bool:
    """Apply the next rows, then the links between them, then end the import; return whether more is to do.

    Safe to be called by several processes: each block is applied by the one that moves the cursor over it.
    """
    if batch.cursor < batch.total:
        with uncollected():
            made = ahead.take(batch.cursor + 1) if ahead else None  # before others have to wait for the change
            with changing(by=batch.by) as change:
                used = claim(batch, "cursor") and Block(batch, change).apply(made)
            if ahead:
                ahead.note(used=used)
    elif batch.has_links and batch.linked < batch.total:
        with changing(by=batch.by) as change:
            change.kept = kept_versions(batch)
            if claim(batch, "linked"):
                link(batch, batch.first, batch.linked)  # type: ignore[attr-defined]
    elif batch.state == State.APPLYING and (unseen := without_entries(batch)):
        refresh(unseen)
    elif batch.state == State.APPLYING:
        finish(batch)
    return batch.state == State.APPLYING


def without_entries(batch: ImportBatch) -> list[int]:
    """Return the next of its public events whose entry is still to be made, the first of the timeline first.

    Of more than MOST_RENDERED those of the FIRST_PAGES are made here and the others by `refresh_pages`, as after any
    large change.
    """
    if batch.mode != ImportBatch.Mode.PUBLISHED:
        return []
    rows = ImportRow.objects.filter(batch=batch, outcome=Outcome.CREATED).values("event")
    made = Event.objects.published().filter(pk__in=rows)
    most = MOST_RENDERED if batch.total <= MOST_RENDERED else FIRST_PAGES
    first = list(made.in_order().values_list("pk", flat=True)[:most])
    kept = set(EventEntry.objects.filter(event__in=first).values_list("event_id", flat=True))
    return [pk for pk in first if pk not in kept][:BATCH]


def finish(batch: ImportBatch) -> None:
    try:
        with changing(by=batch.by):
            places = Places(batch)
            places.summarise()
            if batch.incident is None:
                places.make_told()
            move(batch, State.DONE, among=(State.APPLYING,))
    except NotNow:  # another process was quicker, or somebody has paused it now; the batch says which
        return
    drop_file(batch)


def claim(batch: ImportBatch, cursor: str) -> bool:
    """Move a cursor over the next block, which is then ours; else learn how far others have come."""
    here = getattr(batch, cursor)
    there = min(here + ROWS_AT_ONCE, batch.total)
    mine = ImportBatch.objects.filter(pk=batch.pk, state=State.APPLYING, **{cursor: here}).update(**{cursor: there})
    if not mine:
        batch.refresh_from_db()
        return False
    setattr(batch, cursor, there)
    batch.first = here + 1  # type: ignore[attr-defined]
    return True


@dataclass(slots=True)
class Block:
    """The rows between two places of the cursor, with what is found of them and what becomes of them."""

    batch: ImportBatch
    change: Change
    done: list[tuple[str, int | None, int]] = field(default_factory=list)  # outcome, event, row
    merges: list[tuple[Staged, str]] = field(default_factory=list)
    noted: list[tuple[Staged, dict[str, Any]]] = field(default_factory=list)

    def apply(self, made: Made | None = None) -> bool:
        """Apply the rows; return whether what was made ahead could be used."""
        new = self.take(made) if made else None
        used = new is not None
        if new is None:
            new = self.build(self.known(staged(self.batch, *self.span())))
        if self.batch.mode == ImportBatch.Mode.PUBLISHED:
            for event, row in new:
                self.hold_back(event, row)
        write_events(self.change, self.batch.incident, [event for event, _row in new])
        self.done += [(Outcome.CREATED.value, event.id, row.pk) for event, row in new]
        for row, target in self.merges:
            self.merge(row, target)
        raw.update(ImportRow, ["outcome", "event_id"], self.done)
        if self.noted:
            raw.update(
                ImportRow, ["findings"], [(json.dumps([*row.findings, found]), row.pk) for row, found in self.noted]
            )
            note_findings(self.batch, [(row.number, [found]) for row, found in self.noted])
        return used

    def span(self) -> tuple[int, int]:
        return self.batch.first, self.batch.cursor  # type: ignore[attr-defined]

    def known(self, rows: list[Staged]) -> list[Staged]:
        """Deal with the rows that were imported before, and return the others."""
        events, merged = self.before(rows)
        if not events and not merged:
            return rows
        earlier = applied_before(events) if events else {}
        rest = []
        for row in rows:
            event = events.get(row.import_ref)
            if event:
                self.again(event, row, earlier.get(row.import_ref))
            elif row.import_ref in merged:
                self.done.append((Outcome.UNCHANGED.value, merged[row.import_ref], row.pk))
            else:
                rest.append(row)
        return rest

    def before(self, rows: list[Staged]) -> tuple[dict[str, Event], dict[str, int]]:
        refs = [row.import_ref for row in rows]
        return known_before(refs), merged_before(refs) if self.is_second() else {}

    def is_second(self) -> bool:
        """Whether anything was imported into the incident before."""
        return ImportBatch.objects.filter(incident=self.batch.incident_id).exclude(pk=self.batch.pk).exists()

    def again(self, event: Event, staged: Staged, earlier: ImportRow | None) -> None:
        row = ImportRow(pk=staged.pk, batch=self.batch, draft=staged.draft, findings=staged.findings)
        outcome, row.changes = planned(event, row, self.batch, earlier)
        if outcome == Outcome.UPDATED and earlier:
            update(event, row, self.batch, earlier)
        elif row.changes:
            self.note(staged, "public-stays", "note")
        if row.changes:
            raw.update(ImportRow, ["changes"], [(json.dumps(row.changes), row.pk)])
        self.done.append((str(outcome), event.pk, row.pk))

    def build(self, rows: list[Staged]) -> list[tuple[NewEvent, Staged]]:
        """Make events of drafts, as the editor's choices have them."""
        fates = decide(rows, self.batch.choices)
        library = Library.of(draft for _row, draft in fates.kept)
        places = Places(self.batch)
        new = []
        for row, draft in fates.kept:
            try:
                new.append((build(draft, row.import_ref, self.batch, library, places.of(draft)), row))
            except Unusable as error:
                fates.refused.append((row, wire.plain(error.finding)))
        self.merges += fates.merges
        self.part(fates)
        return new

    def take(self, made: Made) -> list[tuple[NewEvent, Staged]] | None:
        """Return the events that another process has made of the rows, where nothing speaks against it."""
        rows = staged(self.batch, *self.span(), drafts=False)
        if [row.pk for row in rows] != made.rows or any(self.before(rows)):
            return None
        new = linked(made, rows)
        if new is not None:
            self.part(fates_of(made, rows))
        return new

    def part(self, fates: Fates) -> None:
        """Note of the rows that make no event what becomes of them."""
        self.done += [(Outcome.LEFT_OUT.value, None, row.pk) for row in fates.left_out]
        for row, found in fates.refused:
            self.refuse(row, found)

    def hold_back(self, event: NewEvent, row: Staged) -> None:
        """Make a draft of what cannot be published."""
        if not any(citation.stance == "supports" for citation in event.citations):
            code = "draft-without-source"
        elif not event.date and not event.undated:
            code = "draft-without-date"
        else:
            return
        event.state = Event.State.DRAFT.value
        self.note(row, code, "note")

    def refuse(self, row: Staged, found: dict[str, Any]) -> None:
        self.done.append((Outcome.REFUSED.value, None, row.pk))
        self.noted.append((row, found))

    def note(self, row: Staged, code: str, level: str) -> None:
        self.noted.append((row, {"code": code, "level": level}))

    # --- Merging ---

    def merge(self, row: Staged, target: str) -> None:
        """Cite a record's sources for the event that tells the same."""
        event = self.event_at(target)
        if event is None or event.state not in (Event.State.PROPOSED, Event.State.DRAFT, Event.State.PUBLISHED):
            self.refuse(row, {"code": "merged-into-nothing", "level": "error"})
            return
        add_citations(event, row.draft.get("citations", []))
        for incident, role in Places(self.batch).of(row.draft):
            Membership.objects.get_or_create(incident_id=incident, event=event, defaults={"role": role})
        self.done.append((Outcome.MERGED.value, event.pk, row.pk))

    def event_at(self, target: str) -> Event | None:
        kind, _colon, name = target.partition(":")
        if kind == "event":
            return Event.objects.filter(public_id=name).first()
        here = {row: event for _outcome, event, row in self.done}
        if not name.isdecimal():
            return None
        by = {"line" if kind == "line" else "number": int(name)}
        other = self.batch.rows.filter(**by).order_by("number").values_list("pk", "event_id").first()
        return Event.objects.filter(pk=here.get(other[0]) or other[1]).first() if other else None
