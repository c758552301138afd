"""Records that an object holds by when they were: years or dates are its keys, below each one event or several."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from .datecells import read_date

MAX_KEY = 40  # characters of a date
WHEN = frozenset("date event_date start_date start datum fecha".split())
_YEAR = re.compile(r"-?\d{3,4}")


def held_by_date(value: Any) -> list[dict[str, Any]]:
    """Return a record for each event that an object holds by its date; none of an object that holds anything else."""
    if not isinstance(value, dict) or len(value) < 2 or not all(map(_is_date, value)):
        return []
    made: list[dict[str, Any]] = []
    for key, held in value.items():
        for one in held if isinstance(held, list) else [held]:
            if isinstance(one, dict):
                own = WHEN & {name.lower() for name in one}
                made.append(type(one)(one) | {"year" if own or _YEAR.fullmatch(key) else "date": key})
            elif one is not None:
                made.append({"event": one, "date": key})
    return made if _is_told(made) else []


def _is_date(key: str) -> bool:
    if len(key) > MAX_KEY or not any(map(str.isdigit, key)):
        return False
    cell = read_date(key)
    return bool(cell.edtf) and not cell.others


def _is_told(records: Iterable[dict[str, Any]]) -> bool:
    """Tell events from figures by year, such as how many there were in each."""
    return any(isinstance(one, str) and any(map(str.isalpha, one)) for record in records for one in _texts(record))


def _texts(record: dict[str, Any]) -> list[Any]:
    return [one for name, one in record.items() if name not in ("date", "year")]
