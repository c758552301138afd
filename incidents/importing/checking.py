"""The dry run: what applying a staged import would come to, row by row, and what an editor should know of it.

It writes to the import's own rows alone, and may be run again at any time until the import is applied.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, F, Min, OuterRef
from django.utils.translation import gettext as _

from ..formats import wire
from ..models import Event, ImportBatch, ImportRow, RowFinding, raw
from ..models.newrows import bounds
from ..temporal.edtf import EDTFError
from .collisions import tell_apart
from .files import NotNow, move
from .places import MOST_NEW, Places
from .staging import note_findings, numbered_blocks
from .updating import applied_before, known_before, merged_before, planned

AT_ONCE = 1_000
ALIVE = 15  # seconds without a word after which a check counts as cut off
FEW = 2_000  # rows: up to so many, only events on their days are looked at and not all
NEW = "new-incident"
OURS = ("same-as-event", "same-as-record", NEW)
TOLD = ("incident-chosen", "new-incidents", "too-many-incidents")
FEW_NAMES = 10
READERS = "same-as-row"  # what the reader says of the same; its word is enough
COMPARED = (Event.State.PROPOSED, Event.State.DRAFT, Event.State.PUBLISHED)
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
    forget_twins(batch)
    places = Places(batch)
    for first, last in numbered_blocks(batch, AT_ONCE):
        with transaction.atomic():
            hold(batch, last)
            plan(batch, first, last)
            if batch.incident is None:
                check_places(batch, places, first, last)
        yield last, batch.total
    find_twins_in_file(batch)
    find_twins_on_timeline(batch)
    if said := told_of_places(batch, places):
        batch.findings = [one for one in batch.findings if one["code"] not in TOLD] + said
    with transaction.atomic():
        hold(batch)
        move(batch, State.STAGED, among=(State.CHECKING,), tally=tally_of(batch), findings=batch.findings)


def is_being_checked(batch: ImportBatch) -> bool:
    """Whether a process was at work on a check a moment ago; one that was killed leaves it to others after that."""
    return batch.state == State.CHECKING and time.time() - batch.tally.get("at", 0) < ALIVE


def hold(batch: ImportBatch, checked: int | None = None) -> None:
    """Keep the check at hand this process's own until its transaction ends; note when that was, and how far it is."""
    tally = batch.tally | {"at": int(time.time())} | ({} if checked is None else {"checked": checked})
    mine = ImportBatch.objects.filter(pk=batch.pk, state=State.CHECKING, tally__run=tally["run"])
    if not mine.update(tally=tally):
        batch.refresh_from_db()
        raise NotNow(_("This import is being checked by another process, or was stopped."))
    batch.tally = tally


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
        add_findings(batch, iter(others))
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
    nowhere, new = [], []
    for row, names in named.items():
        missing = [name for name in names if found[name] is None]
        if not names:
            nowhere.append((row, {"code": "no-incident", "level": "error"}))
        elif missing and not any(one["code"] == NEW for one in row.findings):
            params = [["incident", missing[0]]]
            new.append((row, {"code": NEW, "level": "warning", "params": params, "offers": ["leave-out"]}))
    refused = Outcome.REFUSED.value
    raw.update(ImportRow, ["planned", "outcome"], [(refused, refused, row.pk) for row, _finding in nowhere])
    add_findings(batch, iter([*nowhere, *new]))


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


# --- The same day and the same words ---------------------------------------------------------------------------------


def forget_twins(batch: ImportBatch) -> None:
    """Take back what an earlier check of this import found, so that a second one does not find it twice."""
    known = RowFinding.objects.filter(batch=batch, code__in=OURS)
    for first, last in numbered_blocks(batch, AT_ONCE):
        numbers = list(known.filter(number__range=(first, last)).values_list("number", flat=True))
        if numbers:
            hold(batch)
            rows = batch.rows.filter(number__in=numbers).values_list("pk", "findings")
            kept = [(json.dumps([one for one in findings if one["code"] not in OURS]), pk) for pk, findings in rows]
            raw.update(ImportRow, ["findings"], kept)
    known.delete()


def find_twins_in_file(batch: ImportBatch) -> None:
    """Tell the later ones of rows with one day and the same words that an earlier one has them too."""
    rows = ImportRow.objects.filter(batch=batch, likeness__isnull=False).values("likeness")
    groups = rows.annotate(first=Min("number"), how_many=Count("number")).filter(how_many__gt=1).order_by("likeness")
    for block in blocks(groups.values_list("likeness", "first")):
        firsts = dict(block)
        named = batch.rows.filter(number__in=firsts.values()).only("number", "line", "place")
        first = {row.number: row for row in named}
        twins = batch.rows.filter(likeness__in=firsts).exclude(number__in=first).only("number", "likeness", "findings")
        with transaction.atomic():
            add_findings(batch, ((row, same_as_row(first[firsts[row.likeness]])) for row in twins if not said(row)))


def said(row: ImportRow) -> bool:
    return any(one["code"] == READERS for one in row.findings)


def blocks(rows: Any) -> Iterator[list[tuple[Any, ...]]]:
    """Yield rows in blocks by their first column, which orders them; no cursor stays open between two.

    On SQLite an open one would hold an old state of the database, in which nothing can be written.
    """
    key = rows.query.values_select[0] if rows.query.values_select else "likeness"
    block = list(rows[:AT_ONCE])
    while block:
        yield block
        block = list(rows.filter(**{f"{key}__gt": block[-1][0]})[:AT_ONCE])


def same_as_row(row: ImportRow) -> dict[str, Any]:
    params = [["row", where(row)], ["number", str(row.number)]]
    return {"code": "same-as-record", "level": "warning", "params": params, "offers": ["merge", "leave-out"]}


def where(row: ImportRow) -> str:
    """Say where a record stands, as a person finds it."""
    line = str(row.line if row.line is not None else row.number)
    return f"{row.place}:{line}" if row.place else line


def find_twins_on_timeline(batch: ImportBatch) -> None:
    """Tell rows that an event of another record, or of an editor, has their day and their words."""
    for block in blocks(compared(batch)):
        told = {
            wire.likeness(str(date), headline): (public_id, ref, headline)
            for _pk, public_id, date, headline, ref in block
        }
        twins = batch.rows.filter(likeness__in=list(told), planned=Outcome.CREATED)
        with transaction.atomic():
            add_findings(batch, same_as_events(twins.only("number", "likeness", "import_ref", "findings"), told))


def compared(batch: ImportBatch) -> Any:
    """Return the events to compare with: for few rows those on their days, else all that have a date."""
    events = Event.objects.filter(state__in=COMPARED, position__isnull=False)
    if batch.total <= FEW:
        events = events.filter(position__in=positions(batch))
    return events.order_by("pk").values_list("pk", "public_id", "date", "headline", "import_ref")


def positions(batch: ImportBatch) -> set[int]:
    found = set()
    for draft in batch.rows.exclude(likeness=None).values_list("draft", flat=True).iterator(AT_ONCE):
        date = draft.get("date") or {}
        try:
            position = bounds(date.get("edtf", ""), date.get("part", ""))[3]
        except (EDTFError, KeyError):
            continue
        if position is not None:
            found.add(position)
    return found


def same_as_events(
    rows: Any, told: dict[int | None, tuple[str, str, str]]
) -> Iterator[tuple[ImportRow, dict[str, Any]]]:
    for row in rows:
        public_id, ref, headline = told[row.likeness]
        if any(one["code"] == "same-as-event" for one in row.findings):
            continue  # of several such events, the first is told
        if ref != row.import_ref or not ref:
            params = [["headline", headline], ["event", public_id]]
            offers = ["merge", "leave-out"]
            yield row, {"code": "same-as-event", "level": "warning", "params": params, "offers": offers}


def add_findings(batch: ImportBatch, found: Iterator[tuple[ImportRow, dict[str, Any]]]) -> None:
    hold(batch)
    pairs = list(found)
    raw.update(ImportRow, ["findings"], [(json.dumps([*row.findings, finding]), row.pk) for row, finding in pairs])
    note_findings(batch, [(row.number, [finding]) for row, finding in pairs])


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
