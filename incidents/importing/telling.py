"""What a check or an import came to, in words: the same for the command line and the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..formats.findings import SENTENCES, WORDS, Counted
from ..models import Event, ImportBatch, ImportRow, RowFinding
from ..sentences import Said
from .actions import ACTIONS
from .comparing import where as where

SAMPLES = 5
MOST_REFUSED = 20
MOST_NAMED = 20  # columns in one sentence
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
    for_example: bool = False  # the sentence is that of one of them: the others have other words in it

    @property
    def lines(self) -> list[tuple[str, str]]:
        return [(place(row), headline(row)) for row in self.samples]

    @property
    def counted(self) -> str:
        return records(self.rows)

    @property
    def places(self) -> str:
        """Say where the first of them stand: "line 2, 3, 7 …"."""
        found = list(dict.fromkeys(where(row) for row in self.samples))  # what recurs has one place for all of it
        counted = "" if any(row.place for row in self.samples) else f"{counted_by(self.samples[0].batch.format)} "
        return counted + ", ".join(found) + (" …" if self.rows > len(self.samples) else "")


def sentence(finding: dict[str, Any]) -> str:
    """Word a finding in the language at hand; one of a code that is no longer known goes by its code."""
    template = SENTENCES.get(finding["code"])
    params = {name: words_of(name, value) for name, value in dict(finding.get("params", ())).items()}
    if template is None:
        return str(finding["code"])
    if isinstance(template, Counted):
        said = ngettext(template.one, template.many, template.number(params))
    else:
        said = _(template)
    try:
        return said % params
    except (KeyError, ValueError):
        return said


def words_of(name: str, value: Any) -> str:
    """Word what stands in a finding's sentence: a reason, a word of ours, or what the file has."""
    if name == "reason":
        return Said.from_json(value).worded(_)
    known = WORDS.get(name, {}).get(value)
    return _(known) if known else str(value)


def said_of(batch: ImportBatch) -> Said:
    """Return what is said of an import as a whole: why its file could not be read, mostly."""
    stored = batch.tally.get("refused")
    return Said.from_json(stored) if stored and batch.message else Said(batch.message)


def message_of(batch: ImportBatch) -> str:
    """Word it in the language at hand; what was stored in words stays as it is."""
    return said_of(batch).worded(_)


# What a person counts in a file of each format; the others have records.
LINES = frozenset(("csv", "tsv", "jsonl", "dateline-lines", "markdown-table", "markdown-list", "ics"))
ROWS = frozenset(("xlsx", "html-table", "html-list"))
OBJECTS = frozenset(("stix",))
ITEMS = frozenset(("feed", "jsonfeed", "atom"))


def counted_by(format_name: str) -> str:
    """Return what stands before a record's number, in the words of its format."""
    if format_name in LINES:
        return _("line")
    if format_name in ROWS:
        return _("row")
    if format_name in OBJECTS:
        return _("object")
    return _("item") if format_name in ITEMS else _("record")


def place(row: ImportRow) -> str:
    """Say where a record stands in its file."""
    if row.place:
        return where(row)
    return f"{counted_by(row.batch.format)} {where(row)}"


def headline(row: ImportRow) -> str:
    return str(row.draft.get("headline", ""))[:200] or " · ".join(str(value) for value in row.draft.values())[:200]


def findings_told(batch: ImportBatch) -> list[Told]:
    """Return the findings of a batch's rows by code, errors first and the commonest first."""
    told = []
    for one in batch.tally.get("codes", ()):
        rows = list(batch.rows.filter(found__code=one["code"]).order_by("number")[:SAMPLES])
        for row in rows:
            row.batch = batch
        alike = [f for row in rows for f in row.findings if f["code"] == one["code"]]
        found = alike[0] if alike else {"code": one["code"]}
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
                for_example=any(other.get("params") != found.get("params") for other in alike),
            )
        )
    return sorted(told, key=lambda one: (LEVELS.index(one.level) if one.level in LEVELS else 1, -one.rows))


KEPT = "unknown-column"
QUOTED = frozenset(("above-header", "no-event"))  # what they speak of stands in the file, and only there


def file_findings(batch: ImportBatch) -> list[str]:
    """Word what is said of the file as a whole; columns that no field takes are one sentence, however many."""
    said = []
    for finding in batch.findings:
        if finding["code"] == KEPT:
            continue
        column = f"{finding['column']}: " if finding.get("column") else ""
        shown = f" “{finding['value']}”" if finding["code"] in QUOTED and finding.get("value") else ""
        said.append(column + sentence(finding) + shown)
    kept = [str(finding.get("column", "")) for finding in batch.findings if finding["code"] == KEPT]
    return list(dict.fromkeys([*said, *kept_beside(kept)]))


def kept_beside(columns: list[str]) -> list[str]:
    if not columns:
        return []
    if len(columns) == 1:
        return [f"{columns[0]}: {sentence({'code': KEPT})}"]
    return [
        _("%(count)s columns are no fields of ours; their values are kept beside the event: %(columns)s.")
        % {"count": len(columns), "columns": listed(columns)}
    ]


def listed(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")


def refused(batch: ImportBatch) -> list[tuple[str, str]]:
    """Return where the first refused rows stand, each with the reasons."""
    rows = batch.rows.filter(outcome=Outcome.REFUSED).select_related("batch").order_by("number")[:MOST_REFUSED]
    return [
        (
            place(row),
            " ".join(sentence(one) for one in row.findings if one.get("level") == "error") or _("It cannot be read."),
        )
        for row in rows
    ]


def rows_with(batch: ImportBatch, code: str) -> QuerySet[ImportRow]:
    """Return the rows with a finding, in order."""
    return batch.rows.filter(pk__in=RowFinding.objects.filter(batch=batch, code=code).values("row")).order_by("number")


def line_of(row: ImportRow, code: str) -> tuple[str, str, str]:
    """Say of a row where it stands, its headline, and what a finding says of this one."""
    said = [sentence(one) for one in row.findings if one["code"] == code or (not code and one.get("level") == "error")]
    return place(row), headline(row), " ".join(dict.fromkeys(said))


@dataclass(frozen=True, slots=True)
class Changes:
    """What a row would change, from what to what; or what stays although the file says it, for it is public."""

    row: ImportRow
    fields: list[tuple[str, str, str]]
    stays: bool

    @property
    def place(self) -> str:
        return place(self.row)

    @property
    def headline(self) -> str:
        return headline(self.row)


def changed(batch: ImportBatch, most: int = SAMPLES) -> list[Changes]:
    """Return the first rows that would change something, and those that would if what is public did not stay."""
    found = batch.rows.select_related("batch").order_by("number")
    changes = found.filter(planned=Outcome.UPDATED)[:most]
    stay = found.filter(planned=Outcome.UNCHANGED).exclude(changes={})[:most]
    return [*changes_of_rows(changes), *changes_of_rows(stay)]


def changes_of_rows(rows: Iterable[ImportRow]) -> list[Changes]:
    return [
        Changes(
            row,
            [(called(name), in_words(before), in_words(after)) for name, (before, after) in row.changes.items()],
            stays=row.planned == Outcome.UNCHANGED,
        )
        for row in rows
    ]


def called(name: str) -> str:
    """Return what people call something of an event that an import changes or adds."""
    added = {
        "citations": _("sources"),
        "quotes": _("quoted words"),
        "entities": _("people and organisations"),
        "incidents": _("incidents"),
    }
    return added.get(name) or str(getattr(Event._meta.get_field(name), "verbose_name", name))


def changed_count(batch: ImportBatch) -> int:
    return rows_that(batch, "changed").count()


def rows_that(batch: ImportBatch, what: str) -> QuerySet[ImportRow]:
    """Return the rows that are "refused", or that have something "changed", in order."""
    rows = batch.rows.order_by("number")
    if what == "refused":
        return rows.filter(outcome=Outcome.REFUSED)
    return rows.filter(planned__in=(Outcome.UPDATED, Outcome.UNCHANGED)).exclude(changes={})


def in_words(value: Any) -> str:
    """Word a field's value: lists as names between semicolons, what is kept beside as name and value."""
    if isinstance(value, list):
        return "; ".join(map(str, value)) or "–"
    if isinstance(value, dict):
        return "; ".join(f"{name}: {one}" for name, one in value.items()) or "–"
    return str(value) if value not in ("", None) else "–"


def counts_in_words(counts: dict[str, int]) -> str:
    """Say "1,400 new, 3 already there": in the order in which outcomes are declared."""
    words = {name: Outcome(name).label for name in Outcome.values} | {Outcome.STAGED: _("still to come")}
    found = [(words[name], counts[name]) for name in (*Outcome.values[1:], Outcome.STAGED) if counts.get(name)]
    return ", ".join(f"{number:,} {label}" for label, number in found) or _("no records")


def planned_in_words(batch: ImportBatch) -> str:
    return counts_in_words(batch.tally.get("planned", {}))


def outcomes_in_words(batch: ImportBatch) -> str:
    rows = ImportRow.objects.filter(batch=batch).values("outcome").order_by("outcome")
    return counts_in_words({row["outcome"]: row["number"] for row in rows.annotate(number=Count("pk"))})


def records(number: int) -> str:
    return ngettext("%(n)s record", "%(n)s records", number) % {"n": f"{number:,}"}
