"""What an editor can do with all records that have the same finding."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from ..drafts import EventDraft, Finding, Reading
from ..temporal.edtf import EDTF, EDTFError
from .datecells import DAY_FIRST, MONTH_FIRST
from .survey import EVENINGS

CHOICES = (
    "keep",
    "leave-out",
    "day",
    "month",
    "year",
    "undated",
    "day-first",
    "month-first",
    "other",
    "swap",
    "start-only",
    "merge",
)
"""`merge` is done by whoever knows the other record; here it only settles the finding."""
_DAY = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)(?:T.*)?")
_LENGTHS = {"day": 3, "month": 2, "year": 1}


def apply_choice(draft: EventDraft, code: str, choice: str) -> EventDraft | None:
    """Apply a choice to a draft that has a finding of this code; None leaves it out. Others come back as they are.

    Raises ValueError for a choice that there is none of.
    """
    if choice not in CHOICES:
        raise ValueError(f"{choice!r} is no choice; there are: {', '.join(CHOICES)}.")
    found = [one for one in draft.findings if one.code == code]
    if not found:
        return draft
    if choice == "leave-out":
        return None
    findings = tuple(one for one in draft.findings if one.code != code)
    if choice in ("keep", "start-only", "merge") or draft.date is None:
        return replace(draft, findings=findings)
    if choice == "undated":
        extra = (*draft.extra, ("date", draft.date.words)) if draft.date.words else draft.extra
        undated = Finding("undated", "warning", offers=("leave-out",))
        return replace(draft, date=None, alternatives=(), extra=extra, findings=(*findings, undated))
    if choice in _LENGTHS:
        reading = replace(draft.date, edtf=reduced(draft.date.edtf, choice, shift=code == "local-midnight"))
        return replace(draft, date=reading, findings=findings)
    return _another(draft, choice, findings)


def _another(draft: EventDraft, choice: str, findings: tuple[Finding, ...]) -> EventDraft:
    """Take another of a draft's readings; the one that it had stands beside."""
    date = draft.date
    rule = {DAY_FIRST: "numeric-day-first", MONTH_FIRST: "numeric-month-first", "swap": "end"}.get(choice, choice)
    other = next((one for one in draft.alternatives if one.rule == rule), None)
    if other is None or date is None:
        return draft
    edtf = _turned(date.edtf, other.edtf) if choice == "swap" else other.edtf
    reading = Reading(date.words, edtf, "", rule if rule.startswith("numeric") else "absolute")
    alternatives = tuple(one for one in draft.alternatives if one is not other)
    return replace(draft, date=reading, alternatives=alternatives, findings=findings)


def _turned(start: str, end: str) -> str:
    try:
        return str(EDTF.parse(f"{end.split('/')[0]}/{start.split('/')[-1]}"))
    except EDTFError:
        return start


def reduced(edtf: str, precision: str, *, shift: bool = False) -> str:
    """Cut a day or a moment down to "day", "month" or "year"; `shift` goes to the day that a midnight in UTC begins."""
    found = _DAY.fullmatch(edtf)
    if not found:
        return edtf
    parts = found.groups()[: _LENGTHS[precision]]
    if shift and (hours := EVENINGS.get(edtf[11:16])):
        moment = dt.datetime.fromisoformat(edtf[:16]) + dt.timedelta(hours=hours)
        parts = tuple(f"{moment:%Y-%m-%d}".rjust(10, "0").split("-")[: _LENGTHS[precision]])
    return "-".join(parts)
