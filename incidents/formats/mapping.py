"""Which columns or paths of a file fill which fields of an event."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Dict
from dataclasses import dataclass
from typing import Any

from .base import FormatError
from .datecells import DAY_FIRST, MONTH_FIRST, is_zone

VERSION = 1
FIELDS = tuple(
    """
    headline body date end year month day time end_year end_month end_day end_time date_text part kind language place
    person organisation tag source_url source_title source_publisher source_published source_author quote locator
    stance id incident order ignore
    """.split()
)
CONSTANT = frozenset(
    "kind language place person organisation tag source_url source_title source_publisher source_published "
    "source_author stance incident".split()
)
"""Fields that may have one value for all records."""
_KEYS = ("version", "fields", "constants", "order", "zone", "separator")


class MappingError(FormatError):
    """A mapping that cannot be used; the message names the field or column and what would be right."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields, each with the columns or paths that feed it, in this order; constants fill what no column fills."""

    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    constants: tuple[tuple[str, str], ...] = ()
    order: str = ""  # of day and month in figures, for all columns: "day-first", "month-first"; else by their values
    zone: str = ""  # of times that have none: "Europe/Berlin"
    separator: str = ""  # between the values of one cell, where ; and line ends are not it

    def paths(self, field: str) -> tuple[str, ...]:
        return next((paths for name, paths in self.fields if name == field), ())

    def constant(self, field: str) -> str:
        return next((value for name, value in self.constants if name == field), "")

    def to_json(self) -> dict[str, Any]:
        return {
            "version": VERSION,
            "fields": {name: list(paths) for name, paths in self.fields},
            "constants": dict(self.constants),
            "order": self.order,
            "zone": self.zone,
            "separator": self.separator,
        }

    @classmethod
    def from_json(cls, stored: Any) -> Mapping:
        """Build a mapping from JSON that may have been written by hand; raises MappingError."""
        if not isinstance(stored, dict):
            raise MappingError('A mapping is an object such as {"fields": {"headline": "Title", "date": "Date"}}.')
        if unknown := sorted(str(key) for key in stored if key not in _KEYS):
            raise MappingError(f"A mapping has no {unknown[0]!r}; it has {', '.join(_KEYS)}.")
        version = stored.get("version", VERSION)
        if version != VERSION:
            raise MappingError(f"This mapping is of version {version!r}; version {VERSION} is read here.")
        fields = _fields(_object(stored, "fields"))
        constants = _constants(_object(stored, "constants"))
        order, zone, separator = (_text(stored, key) for key in ("order", "zone", "separator"))
        if order not in ("", DAY_FIRST, MONTH_FIRST):
            raise MappingError(f'"order" is {order!r}; it may be "{DAY_FIRST}", "{MONTH_FIRST}" or "" (by the values).')
        if zone and not is_zone(zone):
            raise MappingError(f'"zone" is {zone!r}, which is none that is known; write for example "Europe/Berlin".')
        return cls(fields, constants, order, zone, separator)

    def lacking(self, columns: Iterable[str]) -> list[tuple[str, str]]:
        """Return the fields and columns of this mapping that a file with these columns does not have."""
        known = set(columns)
        tops = {path.split(".")[0].split("[]")[0] for path in known}
        return [
            (name, path)
            for name, paths in self.fields
            for path in paths
            if path not in known and path.removesuffix("[]") not in tops and not _begins(path, known)
        ]

    def check(self, columns: Iterable[str]) -> None:
        """Refuse a mapping that names a column that the file does not have; raises MappingError."""
        known = sorted(columns)
        for name, path in self.lacking(known):
            shown = ", ".join(known[:20])
            raise MappingError(f'The field "{name}" takes "{path}", which the file does not have: {shown}.')


def _begins(path: str, known: set[str]) -> bool:
    plain = path.replace("[]", "")
    return any(one.replace("[]", "") == plain or one.replace("[]", "").startswith(plain + ".") for one in known)


def _object(stored: Dict[str, Any], key: str) -> dict[str, Any]:
    value = {} if stored.get(key) is None else stored[key]
    if not isinstance(value, dict):
        raise MappingError(f'"{key}" is a {type(value).__name__}; it is an object of field and column or value.')
    return value


def _text(stored: Dict[str, Any], key: str) -> str:
    value = "" if stored.get(key) is None else stored[key]
    if not isinstance(value, str):
        raise MappingError(f'"{key}" is {value!r}; it is a text.')
    return value


def _fields(given: dict[str, Any]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    made, taken = [], dict[str, str]()
    for name, columns in given.items():
        if name not in FIELDS:
            raise MappingError(f"There is no field {name!r}; there are: {', '.join(FIELDS)}.")
        paths = [columns] if isinstance(columns, str) else columns
        if not isinstance(paths, list | tuple) or not all(isinstance(path, str) and path for path in paths):
            raise MappingError(f'The field "{name}" takes {columns!r}; it takes a column, or a list of columns.')
        for path in paths:
            if name == "ignore" and path in taken:
                raise MappingError(f'The column "{path}" feeds "{taken[path]}" and is to be ignored; choose one.')
            taken[path] = name
        if paths:
            made.append((name, tuple(dict.fromkeys(paths))))
    return tuple(made)


def _constants(given: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    made = []
    for name, value in given.items():
        if name not in CONSTANT:
            raise MappingError(f'"{name}" cannot have one value for all records; {", ".join(sorted(CONSTANT))} can.')
        if not isinstance(value, str):
            raise MappingError(f'The constant "{name}" is {value!r}; it is a text.')
        if value:
            made.append((name, value))
    return tuple(made)
