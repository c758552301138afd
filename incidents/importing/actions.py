"""What an editor can have done about all records with a finding, and how a draft looks afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..drafts import Reading
from ..formats import wire
from ..formats.choices import apply_choice
from ..temporal.edtf import EDTF, EDTFError

ACTIONS = {
    "keep": _("Take them as they are"),
    "leave-out": _("Leave them out"),
    "day": _("Take the day"),
    "month": _("Take the month"),
    "year": _("Take the year"),
    "undated": _("Take them without a date"),
    "day-first": _("Read the day first"),
    "month-first": _("Read the month first"),
    "other": _("Take the other reading"),
    "swap": _("Swap beginning and end"),
    "start-only": _("Take the beginning alone"),
    "merge": _("Merge: add their sources to the event that is there"),
}
PARTS = re.compile(r"(Y?-?[\dX]{4,})(-[\dX]{2})?(-[\dX]{2})?(T[^/.,\]}]*)?")
Plain = dict[str, Any]
Chosen = list[tuple[str, str]]


def chosen(findings: Iterable[Plain], choices: dict[str, str]) -> Chosen:
    """Return which actions a record's findings call for, each with the finding's code."""
    return [(finding["code"], choices[finding["code"]]) for finding in findings if finding["code"] in choices]


def adjusted(draft: Plain, findings: Iterable[Plain], actions: Chosen) -> Plain:
    """Return a staged draft as an editor's choices make it."""
    if not actions:
        return draft
    made = wire.event(draft, findings=tuple(map(wire.finding, findings)))
    for code, action in actions:
        before = made.date
        made = apply_choice(made, code, action) or made
        if before and made.date == before and action in ("month", "year", "swap"):  # what is no single day
            made = replace(made, date=changed(before, action))
    return wire.plain(made)


def changed(date: Reading, action: str) -> Reading:
    """Return a date made coarser or turned round; one of which that makes no date stays as it is."""
    edtf = swapped(date.edtf) if action == "swap" else coarser(date.edtf, action)
    try:
        EDTF.parse(edtf)
    except EDTFError:
        return date
    return replace(date, edtf=edtf)


def coarser(edtf: str, unit: str) -> str:
    """Take month or year of each date in an EDTF value; an interval within one is that one."""
    text = PARTS.sub(lambda found: found[1] + (found[2] or "" if unit == "month" else ""), edtf)
    first, slash, last = text.partition("/")
    return first if slash and first == last else text


def swapped(edtf: str) -> str:
    first, slash, last = edtf.partition("/")
    return f"{last}/{first}" if slash and first and last else edtf
