"""Paths into a record's values: "Date", "start.year", "sources[].url". A column may itself be called "a.b"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .literals import literal

MAX_PATHS = 2_000
Getter = Callable[[Mapping[str, Any]], Any]


def leaves(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each plain value of a record with its path; the plain values of a list have the path of the list."""
    for column, value in values.items():
        if isinstance(value, list | dict) or (isinstance(value, str) and value[:1] in OPENING):
            yield from _inside(column, value)
        else:
            yield column, value


OPENING = frozenset("[{")


def unfolded(value: Any) -> Any:
    """Return the list or object that a cell holds as text; anything else, a footnote's [1] too, as it is."""
    if isinstance(value, str) and value[:1] in OPENING and value[-1:] in "]}" and ('"' in value or "'" in value):
        found = literal(value)
        return value if found is None else found
    return value


def _inside(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    value = unfolded(value)
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _inside(f"{path}.{key}", one)
    elif isinstance(value, list):
        for one in value[:500]:
            yield from _inside(f"{path}[]" if isinstance(one, dict) else path, one)
    else:
        yield path, value


def getter(path: str) -> Getter:
    """Make what looks a path up in a record: a value, or a list where the path goes through one."""
    path = path.removesuffix("[]")
    steps = _steps(path)
    if len(steps) == 1:
        return lambda values: values.get(path)

    def get(values: Mapping[str, Any]) -> Any:
        if path in values:
            return values[path]
        # The longest beginning of the path that is a column: columns may have dots in their names.
        for cut in range(len(steps), 0, -1):
            head = ".".join(steps[:cut])
            for column in (head, head.removesuffix("[]")):
                if column in values:
                    return _down(values[column], steps[cut:])
        return None

    return get


def _steps(path: str) -> list[str]:
    return path.split(".")


def _down(value: Any, steps: list[str]) -> Any:
    """Follow steps into a value; an item of a list that lacks them leaves an empty place."""
    value = unfolded(value)
    if not steps:
        return value
    if isinstance(value, list):
        found = ["" if one is None else one for one in (_down(item, steps) for item in value)]
        return [inner for one in found for inner in (one if isinstance(one, list) else [one])]
    return _down(value.get(steps[0].removesuffix("[]")), steps[1:]) if isinstance(value, dict) else None
