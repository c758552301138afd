"""Lines of a reader into rows: as they come, in bulk, with a cursor. Nothing here touches the timeline."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from ..models import ImportBatch, ImportRow, RowFinding, raw
from .files import NotNow, hold
from .places import MOST_TOLD

Progress = Callable[[int, int], None]
AT_ONCE = 1_000  # lines in a transaction
PAUSE = 0.002  # seconds after each, in which SQLite lets another writer in
MOST_FILE_FINDINGS = 1_000
ROW = (
    "batch_id",
    "number",
    "import_ref",
    "draft",
    "place",
    "line",
    "likeness",
    "planned",
    "outcome",
    "findings",
    "changes",
)
FOUND = ("row_id", "batch_id", "number", "code", "level")
State, Outcome = ImportBatch.State, ImportRow.Outcome
CREATED, STAGED, REFUSED = Outcome.CREATED.value, Outcome.STAGED.value, Outcome.REFUSED.value


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the cyclic collector wait: a block makes many rows and no cycles, and to look for them costs a fifth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def stage_lines(batch: ImportBatch, lines: Iterable[str], *, progress: Progress | None = None) -> None:
    """Stage what a reader says of the batch's file, all of it: see staged_blocks()."""
    for done, total in staged_blocks(batch, lines):
        if progress:
            progress(done, total)


def staged_blocks(batch: ImportBatch, lines: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Stage what a reader says of the batch's file (formats/wire.py), behind what was staged before a process ended.

    The same file read in the same way gives the same lines: those that are there are passed over. Yields behind each
    block how many rows are staged, and of how many (0 for not known). Raises NotNow where the batch is being staged
    by somebody else, or was stopped.
    """
    coming = islice(iter(lines), batch.items_read, None)
    while block := list(islice(coming, AT_ONCE)):
        with uncollected(), transaction.atomic():
            stage_block(batch, block)
        yield batch.total, 0
        time.sleep(PAUSE)


def stage_block(batch: ImportBatch, block: list[str]) -> None:
    items = [parsed(line) for line in block]
    rows = [(head, body) for head, body in items if head["is"] in ("event", "refused")]
    found = [body for head, body in items if head["is"] == "finding"]
    told = [body for head, body in items if head["is"] == "incident"]
    first = batch.total + 1
    links = any(head.get("links") for head, _body in rows)
    if told:
        known = batch.options.get("incidents", [])  # they wait, as the rows do, until they are applied
        batch.options["incidents"] = [*known, *map(json.loads, told)][-MOST_TOLD:]
    claim(batch, len(items), len(rows), [json.loads(body) for body in found], links=links)
    numbered = list(enumerate(rows, first))
    raw.insert(ImportRow, ROW, [row_of(batch, number, head, body) for number, (head, body) in numbered])
    note_findings(batch, [(number, head["findings"]) for number, (head, _body) in numbered if head.get("findings")])


def parsed(line: str) -> tuple[dict[str, Any], str]:
    head, _tab, body = line.rstrip("\n").partition("\t")
    return json.loads(head), body


def claim(batch: ImportBatch, items: int, rows: int, found: list[dict[str, Any]], *, links: bool) -> None:
    """Move the cursor if it is where this process believes it to be: of two that stage one file, one goes on."""
    values: dict[str, Any] = {"items_read": F("items_read") + items, "total": F("total") + rows}
    if found:
        batch.findings = (batch.findings + found)[:MOST_FILE_FINDINGS]
        values["findings"] = batch.findings
    if "incidents" in batch.options:
        values["options"] = batch.options
    if links:
        batch.has_links = values["has_links"] = True
    same = ImportBatch.objects.filter(pk=batch.pk, items_read=batch.items_read, state=State.STAGING)
    if not same.update(**values):
        raise NotNow(_("This import is being read by another process, or was stopped."))
    batch.items_read += items
    batch.total += rows


def row_of(batch: ImportBatch, number: int, head: dict[str, Any], body: str) -> tuple[Any, ...]:
    refused = head["is"] == "refused"
    findings = head.get("findings")
    return (
        batch.pk,
        number,
        ""
        if refused
        else scoped(batch.incident_id, head.get("ref") or blake2b(body.encode(), digest_size=16).hexdigest()),
        body,
        "" if (name := head.get("name", "")) == batch.name else name[:255],
        head.get("row"),
        head.get("like"),
        REFUSED if refused else CREATED,
        REFUSED if refused else STAGED,
        json.dumps(findings) if findings else "[]",
        "{}",
    )


def scoped(incident: int | None, ref: str) -> str:
    """Name a record within an incident: the same file imported into two tells two timelines.

    Without one, the file says of each record where it belongs, and a record that moves is still the same.
    """
    return blake2b(f"{incident or ''}\n{ref}".encode(), digest_size=16).hexdigest()


def note_findings(batch: ImportBatch, found: list[tuple[int, list[dict[str, Any]]]]) -> None:
    """Index the findings of rows by code."""
    if not found:
        return
    numbers = [number for number, _findings in found]
    ids = dict(ImportRow.objects.filter(batch=batch, number__in=numbers).values_list("number", "id"))
    codes = [
        (ids[number], batch.pk, number, code, level)
        for number, findings in found
        for code, level in {finding["code"]: finding.get("level", "warning") for finding in findings}.items()
    ]
    raw.insert(RowFinding, FOUND, codes)


def add_findings(batch: ImportBatch, found: Iterable[tuple[ImportRow, dict[str, Any]]]) -> None:
    """Add findings of a check to those of its rows."""
    hold(batch)
    pairs = list(found)
    raw.update(ImportRow, ["findings"], [(json.dumps([*row.findings, finding]), row.pk) for row, finding in pairs])
    note_findings(batch, [(row.number, [finding]) for row, finding in pairs])


def numbered_blocks(batch: ImportBatch, size: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last number of each block of a batch's rows."""
    for first in range(1, batch.total + 1, size):
        yield first, min(first + size - 1, batch.total)
