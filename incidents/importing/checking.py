"""The dry run: what applying a staged import would come to, row by row, and what an editor should know of it.

It writes to the import's own rows alone, and may be run again at any time until the import is applied.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef

from ..models import Event, ImportBatch, ImportRow, RowFinding, raw
from .collisions import tell_apart
from .comparing import IN_FILE, ON_TIMELINE, Found, find_twins_in_file, find_twins_on_timeline, forget
from .files import hold, move
from .places import MOST_NEW, Places
from .staging import PAUSE, add_findings, numbered_blocks
from .updating import applied_before, known_before, merged_before, planned

AT_ONCE = 1_000
ALIVE = 15  # seconds without a word after which a check counts as cut off
NEW = "new-incident"
OURS = (ON_TIMELINE, IN_FILE, NEW)
TOLD = ("incident-chosen", "new-incidents", "too-many-incidents")
FEW_NAMES = 10
State, Outcome = ImportBatch.State, ImportRow.Outcome
Progress = Callable[[int, int], None]


def check_file(batch: ImportBatch, *, progress: Progress | None = None) -> None:
    """Plan every row, find what is told twice, count, and leave the import to the editor."""
    for done, total in check_steps(batch):
        if progress:
            progress(done, total)


def check_steps(batch: ImportBatch) -> Iterator[tuple[int, int]]:
    """Check an import, and yield behind each block how many of its rows are checked, and of how many.

    A check that was cut off is begun again, and one that another process begins takes it from this one: this then
    raises NotNow before it writes anything more, for what both find would be counted twice.
    """
    run = {"run": secrets.token_hex(8), "at": int(time.time())}
    move(batch, State.CHECKING, among=(State.STAGING, State.CHECKING, State.STAGED), tally=run)
    forget(batch, OURS)
    places = Places(batch)
    for first, last in numbered_blocks(batch, AT_ONCE):
        with transaction.atomic():
            hold(batch, checked=last)
            plan(batch, first, last)
            if batch.incident is None:
                check_places(batch, places, first, last)
        yield last, batch.total
        time.sleep(PAUSE)
    for _block in chain(find_twins_in_file(batch), find_twins_on_timeline(batch)):
        yield batch.total, batch.total
    if said := told_of_places(batch, places):
        batch.findings = [one for one in batch.findings if one["code"] not in TOLD] + said
    with transaction.atomic():
        hold(batch)
        move(batch, State.STAGED, among=(State.CHECKING,), tally=tally_of(batch), findings=batch.findings)


def is_being_checked(batch: ImportBatch) -> bool:
    """Whether a process was at work on a check a moment ago; one that was killed leaves it to others after that."""
    return batch.state == State.CHECKING and time.time() - batch.tally.get("at", 0) < ALIVE


def plan(batch: ImportBatch, first: int, last: int) -> None:
    """Say of each row that was imported before what importing it again would change."""
    rows = batch.rows.filter(number__range=(first, last)).exclude(planned=Outcome.REFUSED)
    before = ImportRow.objects.filter(import_ref=OuterRef("import_ref"), outcome=Outcome.MERGED)
    known = Event.objects.filter(import_ref=OuterRef("import_ref")).exclude(import_ref="")
    if not rows.filter(Exists(known) | Exists(before)).exists():
        return
    refs = dict(rows.values_list("import_ref", "pk"))
    events, merged = known_before(refs), merged_before(refs)
    if not events and not merged:
        return
    if others := tell_apart(batch, list(rows.filter(import_ref__in=events).defer("place", "line"))):
        add_findings(batch, others)
        events = known_before(dict(rows.values_list("import_ref", "pk")))
    earlier = applied_before(events)
    found = []
    for row in rows.filter(import_ref__in=[*events, *merged]).defer("place", "line"):
        event = events.get(row.import_ref)
        outcome, changes = planned(event, row, batch, earlier.get(row.import_ref)) if event else (Outcome.UNCHANGED, {})
        found.append((str(outcome), json.dumps(changes), row.pk))
    raw.update(ImportRow, ["planned", "changes"], found)


# --- Where records belong, if nobody has chosen that for all ---------------------------------------------------------


def check_places(batch: ImportBatch, places: Places, first: int, last: int) -> None:
    """Tell rows that their incident is new, and refuse those that name none."""
    rows = list(batch.rows.filter(number__range=(first, last)).exclude(planned=Outcome.REFUSED))
    named = {row: [name for name, _role in places.names(row.draft)] for row in rows}
    found = places.find({name for names in named.values() for name in names})
    nowhere: list[Found] = []
    new: list[Found] = []
    for row, names in named.items():
        missing = [name for name in names if found[name] is None]
        if not names:
            nowhere.append((row, {"code": "no-incident", "level": "error"}))
        elif missing and not any(one["code"] == NEW for one in row.findings):
            params = [["incident", missing[0]]]
            new.append((row, {"code": NEW, "level": "warning", "params": params, "offers": ["leave-out"]}))
    refused = Outcome.REFUSED.value
    raw.update(ImportRow, ["planned", "outcome"], [(refused, refused, row.pk) for row, _finding in nowhere])
    add_findings(batch, [*nowhere, *new])


def told_of_places(batch: ImportBatch, places: Places) -> list[dict[str, Any]]:
    """Return what is to be said of the whole file: which incidents are new, or that what it names does not count."""
    if batch.incident is not None:
        named = batch.rows.filter(draft__has_key="memberships").exists()
        return [{"code": "incident-chosen", "level": "note"}] if named else []
    new = sorted(name for name, incident in places.known.items() if incident is None)
    if len(new) > MOST_NEW:
        params = [["count", f"{len(new):,}"], ["limit", f"{MOST_NEW:,}"], ["incident", new[0]]]
        return [{"code": "too-many-incidents", "level": "error", "params": params}]
    params = [["count", f"{len(new):,}"], ["incidents", ", ".join(new[:FEW_NAMES]) + (" …" * (len(new) > FEW_NAMES))]]
    return [{"code": "new-incidents", "level": "warning", "params": params}] if new else []


# --- Counts ---------------------------------------------------------------------------------------------------------


def tally_of(batch: ImportBatch) -> dict[str, Any]:
    """Count the rows by what would become of them, and by finding."""
    rows = ImportRow.objects.filter(batch=batch).values("planned").annotate(number=Count("pk")).order_by("planned")
    codes = RowFinding.objects.filter(batch=batch).values("code", "level").annotate(rows=Count("pk"))
    return {
        "planned": {row["planned"]: row["number"] for row in rows},
        "codes": [
            {**code, "offers": offers_of(batch, code["code"])}
            for code in codes.order_by(F("level").asc(), "-rows", "code")
        ],
    }


def offers_of(batch: ImportBatch, code: str) -> list[str]:
    """Return the actions offered for a code: all records with it have the same."""
    found = RowFinding.objects.filter(batch=batch, code=code).select_related("row").order_by("number").first()
    findings = found.row.findings if found else []
    return next((list(one.get("offers", ())) for one in findings if one["code"] == code), [])
