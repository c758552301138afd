"""Years and months in rows of their own, above the rows that they are of, as people divide long tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from .base import Record
from .datewords import has_month

MAX_DAY = 24  # characters of a day without its year
_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)", re.A)
_MONTH = re.compile(r"[^\W\d_]{3,12}\.?")


def divides(rows: Iterable[Sequence[Any]]) -> bool:
    """Tell rows of which some are nothing but a year, with days that lack their year below them."""
    headed = False
    for cells in rows:
        filled = [text for cell in cells if (text := _text(cell))]
        if period_of(filled):
            headed = True
        elif headed and any(len(text) <= MAX_DAY and has_month(text) and not _YEAR.search(text) for text in filled):
            return True
    return False


def below(records: Iterable[Record]) -> Iterator[Record]:
    """Yield the records of a table that is so divided, each with the year or month above it as `heading`."""
    heading, year = "", ""
    for record in records:
        if words := period_of([text for value in record.values.values() if (text := _text(value))]):
            found = _YEAR.search(words)
            year = found[0] if found else year
            heading = words if found or not year else f"{words} {year}"
            continue
        if heading:
            record.values.setdefault("heading", heading)
        yield record


def period_of(filled: list[str]) -> str:
    """Return the year, or month and year, that is all that a row holds."""
    if len(filled) != 1 or len(filled[0]) > MAX_DAY:
        return ""
    words = filled[0].strip(" :.[]()")
    month, _, year = words.rpartition(" ")
    if _YEAR.fullmatch(year) and (not month or (_MONTH.fullmatch(month) and has_month(month))):
        return words
    return words if _MONTH.fullmatch(words) and has_month(words) else ""


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, list | dict) else str(value).strip()
