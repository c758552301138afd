"""What an editor can have done about all records with a finding, and how a draft looks afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..temporal.edtf import EDTF, EDTFError

ACTIONS = {
    "keep": _("Take them as they are"),
    "leave-out": _("Leave them out"),
    "month": _("Take the month"),
    "year": _("Take the year"),
    "undated": _("Take them without a date"),
    "swap": _("Swap beginning and end"),
    "merge": _("Merge: add their sources to the event that is there"),
}
PARTS = re.compile(r"(Y?-?[\dX]{4,})(-[\dX]{2})?(-[\dX]{2})?(T[^/.,\]}]*)?")


def chosen(findings: Iterable[dict[str, Any]], choices: dict[str, str]) -> list[str]:
    """Return the actions that a record's findings call for."""
    return [choices[finding["code"]] for finding in findings if finding["code"] in choices]


def adjusted(draft: dict[str, Any], actions: Iterable[str]) -> dict[str, Any]:
    """Return a staged draft as an editor's choices make it."""
    for action in actions:
        if action == "undated":
            draft = draft | {"date": None}
        elif draft.get("date") and action in ("month", "year", "swap"):
            draft = draft | {"date": changed(draft["date"], action)}
    return draft


def changed(date: dict[str, Any], action: str) -> dict[str, Any]:
    """Return a date made coarser or turned round; one of which that makes no date stays as it is."""
    edtf = swapped(date.get("edtf", "")) if action == "swap" else coarser(date.get("edtf", ""), action)
    try:
        EDTF.parse(edtf)
    except EDTFError:
        return date
    return date | {"edtf": edtf}


def coarser(edtf: str, unit: str) -> str:
    """Take month or year of each date in an EDTF value; an interval within one is that one."""
    text = PARTS.sub(lambda found: found[1] + (found[2] or "" if unit == "month" else ""), edtf)
    first, slash, last = text.partition("/")
    return first if slash and first == last else text


def swapped(edtf: str) -> str:
    first, slash, last = edtf.partition("/")
    return f"{last}/{first}" if slash and first and last else edtf
