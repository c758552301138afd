"""Rows of a table that are no records: a second row of names below the first, and sums at the end."""

from __future__ import annotations

import re
from typing import Any

from ..drafts import EventDraft, Finding
from .base import Record

_TOTAL = re.compile(
    r"(?:grand |sub-?|overall )?totals?|sum|count|average|gesamt(?:summe|zahl)?|(?:zwischen)?summe|insgesamt|anzahl|"
    r"totaal|eindtotaal|som|total(?: g[eé]n[eé]ral)?|totaux|somme|total general|suma|totali?|totale|totais",
    re.I,
)
_PATTERN = re.compile(r"\W*(?:[TDJMYA]{1,4}|HH?|SS)(?:\W+(?:[TDJMYA]{1,4}|HH?|[MS]{2})){1,5}\W*", re.I)
_ASIDE = re.compile(r"[(\[<].{0,80}[)\]>]", re.S)
_NUMBER = re.compile(r"[-+]?[\d.,' \xa0]*\d[\d.,' \xa0]*\s?(?:%|€|\$|£|EUR|USD)?")


def no_record(record: Record, draft: EventDraft, *, first: bool) -> Finding | None:
    """Return what is said of a row that is no record; None for all others. One with a date or a source is one."""
    if (draft.date is not None and draft.date.edtf) or draft.citations or draft.origin.row is None:
        return None
    texts = [text for value in record.values.values() if (text := plain(value))]
    params = (("row", str(record.origin.row)),)
    shown = " · ".join(texts)[:200]
    if first and texts and (all(map(_ASIDE.fullmatch, texts)) or any(map(_PATTERN.fullmatch, texts))):
        return Finding("second-header", "note", value=shown, params=params)
    words = [text for text in texts if not _NUMBER.fullmatch(text)]
    if len(words) == 1 and _TOTAL.fullmatch(words[0].strip(" :.=")):
        return Finding("total-row", "note", value=shown, params=params)
    return None


def plain(value: Any) -> str:
    return "" if value is None or isinstance(value, list | dict) else str(value).strip()
