"""What a check or an import came to, in words: the same for the command line and the desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..formats.findings import SENTENCES
from ..models import ImportBatch, ImportRow
from .actions import ACTIONS
from .checking import where as where

SAMPLES = 5
MOST_REFUSED = 20
LEVELS = ("error", "warning", "note")
Outcome = ImportRow.Outcome


@dataclass(slots=True)
class Told:
    """A finding that some rows have in common, with a few of them, and what can be done about all."""

    code: str
    level: str
    rows: int
    sentence: str
    samples: list[ImportRow] = field(default_factory=list)
    offers: list[tuple[str, str]] = field(default_factory=list)
    chosen: str = ""


def sentence(finding: dict[str, Any]) -> str:
    """Word a finding in the language at hand; one of a code that is no longer known goes by its code."""
    template = SENTENCES.get(finding["code"])
    if template is None:
        return str(finding["code"])
    try:
        return _(template) % dict(finding.get("params", ()))
    except (KeyError, ValueError):
        return _(template)


def place(row: ImportRow) -> str:
    return _("line %(line)s") % {"line": where(row)}


def headline(row: ImportRow) -> str:
    return str(row.draft.get("headline", ""))[:200] or " · ".join(str(value) for value in row.draft.values())[:200]


def findings_told(batch: ImportBatch) -> list[Told]:
    """Return the findings of a batch's rows by code, errors first and the commonest first."""
    told = []
    for one in batch.tally.get("codes", ()):
        rows = list(batch.rows.filter(found__code=one["code"]).order_by("number")[:SAMPLES])
        found = next((f for row in rows for f in row.findings if f["code"] == one["code"]), {"code": one["code"]})
        offers = [(name, str(ACTIONS[name])) for name in one["offers"] if name in ACTIONS]
        told.append(
            Told(
                one["code"],
                one["level"],
                one["rows"],
                sentence(found),
                rows,
                offers,
                batch.choices.get(one["code"], ""),
            )
        )
    return sorted(told, key=lambda one: (LEVELS.index(one.level) if one.level in LEVELS else 1, -one.rows))


def file_findings(batch: ImportBatch) -> list[str]:
    """Word what is said of the file as a whole."""
    said = []
    for finding in batch.findings:
        column = f"{finding['column']}: " if finding.get("column") else ""
        said.append(column + sentence(finding))
    return list(dict.fromkeys(said))


def refused(batch: ImportBatch) -> list[tuple[ImportRow, str]]:
    """Return the first refused rows, each with the reasons."""
    rows = batch.rows.filter(outcome=Outcome.REFUSED).order_by("number")[:MOST_REFUSED]
    return [
        (row, " ".join(sentence(one) for one in row.findings if one.get("level") == "error") or _("It cannot be read."))
        for row in rows
    ]


def changed(batch: ImportBatch, most: int = SAMPLES) -> list[ImportRow]:
    return list(batch.rows.filter(planned=Outcome.UPDATED).order_by("number")[:most])


def counts_in_words(counts: dict[str, int]) -> str:
    """Say "1,400 new, 3 already there": in the order in which outcomes are declared."""
    found = [(Outcome(name).label, counts[name]) for name in Outcome.values if counts.get(name)]
    return ", ".join(f"{number:,} {label}" for label, number in found) or _("no records")


def planned_in_words(batch: ImportBatch) -> str:
    return counts_in_words(batch.tally.get("planned", {}))


def outcomes_in_words(batch: ImportBatch) -> str:
    rows = ImportRow.objects.filter(batch=batch).values("outcome").order_by("outcome")
    return counts_in_words({row["outcome"]: row["number"] for row in rows.annotate(number=Count("pk"))})


def records(number: int) -> str:
    return ngettext("%(n)s record", "%(n)s records", number) % {"n": f"{number:,}"}
