"""Paths into a record's values: "Date", "start.year", "sources[].url". A column may itself be called "a.b"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .literals import literal

MAX_PATHS = 2_000
Getter = Callable[[Mapping[str, Any]], Any]


def leaves(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each plain value of a record with its path; a list's items share one."""
    for column, value in values.items():
        if isinstance(value, list | dict) or (isinstance(value, str) and value[:1] in "[{" and value[-1:] in "]}"):
            yield from _inside(column, value)
        else:
            yield column, value


def _inside(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, str) and value[:1] in "[{" and value[-1:] in "]}" and (found := literal(value)) is not None:
        value = found
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _inside(f"{path}.{key}", one)
    elif isinstance(value, list):
        for one in value[:500]:
            yield from _inside(f"{path}[]", one)
    else:
        yield path, value


def getter(path: str) -> Getter:
    """Make what looks a path up in a record: a value, or a list where the path goes through one."""
    steps = _steps(path)
    if len(steps) == 1:
        column = steps[0]
        if column == path:
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


def top_of(path: str) -> str:
    """Return the column that a path begins in, as far as the path alone tells it."""
    return path.split(".")[0].split("[]")[0]


def _steps(path: str) -> list[str]:
    return path.split(".")


def _down(value: Any, steps: list[str]) -> Any:
    if isinstance(value, str) and value[:1] in "[{":
        found = literal(value)
        value = value if found is None else found
    if isinstance(value, list):
        if not steps:
            return value
        found_values = [one for item in value if (one := _down(item, steps)) is not None]
        return [inner for one in found_values for inner in (one if isinstance(one, list) else [one])]
    if not steps:
        return value
    return _down(value.get(steps[0].removesuffix("[]")), steps[1:]) if isinstance(value, dict) else None
