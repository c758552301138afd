"""Items as lines of JSON, between a child process and the one that started it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from .. import drafts
from . import base

_CLASSES: dict[str, type[Any]] = {
    one.__name__: one
    for one in (*vars(drafts).values(), *vars(base).values())
    if isinstance(one, type) and is_dataclass(one) and one.__module__ in (drafts.__name__, base.__name__)
}
_CLASS, _DATE = "\0class", "\0date"
_NAMES = {
    one: [(field.name, field.default if field.default is not MISSING else MISSING) for field in fields(one)]
    for one in _CLASSES.values()
}
_NESTED = frozenset(
    ("values",)
)  # free JSON: it travels as text within the line, so that nothing in it is taken for ours


def encode(item: Any) -> str:
    """Write a draft, finding or record as one line, without a line end."""
    return json.dumps(item, default=_plain, separators=(",", ":"))


def decode(line: str | bytes) -> Any:
    """Read what encode() wrote; ValueError for anything else."""
    try:
        return json.loads(line, object_hook=_built)
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"no item: {error}") from error


def _plain(item: Any) -> Any:
    kind = type(item)
    if kind not in _NAMES:
        if isinstance(item, dt.date | dt.time):
            return {_DATE: item.isoformat()}
        raise TypeError(f"{kind.__name__} does not travel")
    made = {_CLASS: kind.__name__}
    for name, default in _NAMES[kind]:
        value = getattr(item, name)
        if name in _NESTED:
            made[name] = json.dumps(value, default=_plain, separators=(",", ":"))
        elif value is not default and value != default and value != ():
            made[name] = value
    return made


def _built(found: dict[str, Any]) -> Any:
    if _CLASS not in found:
        return found
    made = {name: _tuples(value) for name, value in found.items() if name != _CLASS}
    for name in _NESTED & made.keys():
        made[name] = json.loads(made[name], object_hook=_dated)
    return _CLASSES[found[_CLASS]](**made)


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _dated(found: dict[str, Any]) -> Any:
    text = found.get(_DATE) if len(found) == 1 else None
    if not isinstance(text, str):
        return found
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text) if "-" in text else text
