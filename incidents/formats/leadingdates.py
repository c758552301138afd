"""Cells that begin with their date, in files without a column of dates: “2020 – The dam breaks”."""

from __future__ import annotations

import re
from collections.abc import Mapping as Values
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .cells import text_of_value
from .datewords import has_month
from .entrydates import Entry, parted
from .mapping import Mapping
from .pagetables import Cell
from .paths import Getter

if TYPE_CHECKING:
    from .survey import Survey

DATED = ("date", "date_text", "year", "end", "end_year")
_YEAR = re.compile(r"((?:c\.|ca\.|~)?\s?\d{1,4}(?:\s?(?:BCE?|CE|AD))?)\s*(?:[–—:]|\s-)\s+(?=\S)")
_FULL_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d)")
_BEGINNING = re.compile(r"[^\W\d_]{3,}|\d")


def parted_text(text: str) -> tuple[str, str]:
    """Part a text into the date that it begins with and the rest; no date where there is none."""
    text = text.strip()
    if found := _YEAR.match(text):
        return found[1], text[found.end() :]
    begun = _BEGINNING.match(text)
    if not begun or not (begun[0].isdigit() or has_month(begun[0])):
        return "", text
    words, rest = parted(Entry(0, Cell(text)), None)
    return (words, rest) if rest and text.startswith(words[:3]) else ("", text)


def with_leading(mapping: Mapping, survey: Survey | None) -> tuple[Mapping, str]:
    """Return a mapping whose date is what the headline, or the text, begins with, and that column.

    Only where nothing gives a date, and all values looked at begin with one, most of them with a full year.
    """
    if survey is None or any(mapping.paths(field) for field in DATED):
        return mapping, ""
    for path in (*mapping.paths("headline")[:1], *mapping.paths("body")[:1]):
        samples = survey.columns[path].samples if path in survey.columns else []
        dates = [words for words, _ in map(parted_text, samples) if words]
        if (
            len(dates) > 1
            and len(dates) == len(samples)
            and 2 * sum(map(bool, map(_FULL_YEAR.search, dates))) > len(dates)
        ):
            return replace(mapping, fields=(*mapping.fields, ("date", (path,)))), path
    return mapping, ""


def part_of(get: Getter, part: int) -> Getter:
    """Return what gives the date (0) that a column's value begins with, or the rest of it (1)."""

    def given(values: Values[str, Any]) -> str:
        return parted_text(text_of_value(get(values)))[part]

    return given
