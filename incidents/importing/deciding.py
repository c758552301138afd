"""Staged rows as applying reads them, and what an editor's choices make of each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..models import ImportBatch, ImportRow, raw
from .actions import adjusted, chosen
from .drafted import Plain


@dataclass(slots=True)
class Staged:
    """What applying needs of a row."""

    pk: int
    number: int
    import_ref: str
    draft: Plain
    findings: list[Plain]


def staged(batch: ImportBatch, first: int, last: int, *, drafts: bool = True) -> list[Staged]:
    """Return the rows of a block that nothing has become of yet; without `drafts`, their drafts are left empty."""
    columns = ["id", "number", "import_ref", "findings", "outcome", *(["draft"] if drafts else [])]
    found = raw.span(ImportRow, columns, of=("batch_id", batch.pk), by="number", first=first, last=last)
    found = [row for row in found if row[4] == ImportRow.Outcome.STAGED.value]
    # All at once: their names are then made once.
    given = json.loads(f"[{','.join([row[5] for row in found])}]") if drafts else [{}] * len(found)
    return [
        Staged(row[0], row[1], row[2], draft, [] if row[3] == "[]" else json.loads(row[3]))
        for row, draft in zip(found, given, strict=True)
    ]


@dataclass(slots=True)
class Fates:
    """What becomes of the rows of a block."""

    kept: list[tuple[Staged, Plain]] = field(default_factory=list)  # with the draft that the choices make of it
    left_out: list[Staged] = field(default_factory=list)
    merges: list[tuple[Staged, str]] = field(default_factory=list)  # into which event or row: target_of()
    refused: list[tuple[Staged, Plain]] = field(default_factory=list)  # with the finding that says why


def decide(rows: Iterable[Staged], choices: dict[str, str]) -> Fates:
    fates = Fates()
    refs: set[str] = set()
    for row in rows:
        actions = chosen(row.findings, choices) if row.findings and choices else []
        words = {action for _code, action in actions} if actions else ()
        target = target_of(row, choices) if "merge" in words else ""
        if "leave-out" in words:
            fates.left_out.append(row)
        elif target:
            fates.merges.append((row, target))
        elif row.import_ref in refs:
            fates.refused.append((row, {"code": "twice", "level": "error"}))
        else:
            refs.add(row.import_ref)
            fates.kept.append((row, adjusted(row.draft, row.findings, actions)))
    return fates


def target_of(row: Staged, choices: dict[str, str]) -> str:
    """Return what a record is to be merged into: "event:<public id>", "row:<number>" or "line:<in the file>"."""
    for finding in row.findings:
        if choices.get(finding["code"]) == "merge":
            params = dict(finding.get("params", ()))
            if "event" in params:
                return f"event:{params['event']}"
            if "number" in params:
                return f"row:{params['number']}"
            if "row" in params:  # the reader says where it stands in the file
                return f"line:{params['row']}"
    return ""
