"""Which columns or paths of a file fill which fields of an event."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as Dict
from dataclasses import dataclass, replace
from typing import Any

from ..cleaning import fold
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
_WORDS = re.compile(r"[^\W_]+|\[\]")
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
            raise MappingError(
                "A mapping has no %(key)s; it has %(known)s.",
                key=repr(unknown[0]),
                known=", ".join(_KEYS),
            )
        version = stored.get("version", VERSION)
        if version != VERSION:
            raise MappingError(
                "This mapping is of version %(version)s; version %(ours)s is read here.",
                version=repr(version),
                ours=VERSION,
            )
        fields = _fields(_object(stored, "fields"))
        constants = _constants(_object(stored, "constants"))
        order, zone, separator = (_text(stored, key) for key in ("order", "zone", "separator"))
        if order not in ("", DAY_FIRST, MONTH_FIRST):
            raise MappingError(
                '"order" is %(order)s; it may be "%(day_first)s", "%(month_first)s" or "" (by the values).',
                order=repr(order),
                day_first=DAY_FIRST,
                month_first=MONTH_FIRST,
            )
        if zone and not is_zone(zone):
            raise MappingError(
                '"zone" is %(zone)s, which is none that is known; write for example "Europe/Berlin".',
                zone=repr(zone),
            )
        return cls(fields, constants, order, zone, separator)

    def matched(self, columns: Iterable[str]) -> Mapping:
        """Return it with the file's own names where it writes columns with other case, blanks or signs."""
        known = list(columns)
        by_words: dict[str, list[str]] = {}
        for column in known:
            by_words.setdefault(_words(column), []).append(column)
        there = set(known)

        def own(path: str) -> str:
            same = by_words.get(_words(path), []) if path not in there else []
            return same[0] if len(same) == 1 else path

        fields = tuple((name, tuple(dict.fromkeys(map(own, paths)))) for name, paths in self.fields)
        return replace(self, fields=fields)

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
            raise MappingError(
                'The field "%(name)s" takes "%(path)s", which the file does not have: %(shown)s.',
                name=name,
                path=path,
                shown=shown,
            )


def _words(path: str) -> str:
    return " ".join(_WORDS.findall(fold(path)))


def _begins(path: str, known: set[str]) -> bool:
    plain = path.replace("[]", "")
    return any(one.replace("[]", "") == plain or one.replace("[]", "").startswith(plain + ".") for one in known)


def _object(stored: Dict[str, Any], key: str) -> dict[str, Any]:
    value = {} if stored.get(key) is None else stored[key]
    if not isinstance(value, dict):
        raise MappingError(
            '"%(key)s" is a %(kind)s; it is an object of field and column or value.',
            key=key,
            kind=type(value).__name__,
        )
    return value


def _text(stored: Dict[str, Any], key: str) -> str:
    value = "" if stored.get(key) is None else stored[key]
    if not isinstance(value, str):
        raise MappingError('"%(key)s" is %(value)s; it is a text.', key=key, value=repr(value))
    return value


def _fields(given: dict[str, Any]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    made, taken = [], dict[str, str]()
    for name, columns in given.items():
        if name not in FIELDS:
            raise MappingError(
                "There is no field %(name)s; there are: %(known)s.",
                name=repr(name),
                known=", ".join(FIELDS),
            )
        paths = [columns] if isinstance(columns, str) else columns
        if not isinstance(paths, list | tuple) or not all(isinstance(path, str) and path for path in paths):
            raise MappingError(
                'The field "%(name)s" takes %(columns)s; it takes a column, or a list of columns.',
                name=name,
                columns=repr(columns),
            )
        for path in paths:
            if name == "ignore" and path in taken:
                raise MappingError(
                    'The column "%(path)s" feeds "%(other)s" and is to be ignored; choose one.',
                    path=path,
                    other=taken[path],
                )
            taken[path] = name
        if paths:
            made.append((name, tuple(dict.fromkeys(paths))))
    return tuple(made)


def _constants(given: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    made = []
    for name, value in given.items():
        if name not in CONSTANT:
            raise MappingError(
                '"%(name)s" cannot have one value for all records; %(known)s can.',
                name=name,
                known=", ".join(sorted(CONSTANT)),
            )
        if not isinstance(value, str):
            raise MappingError('The constant "%(name)s" is %(value)s; it is a text.', name=name, value=repr(value))
        if value:
            made.append((name, value))
    return tuple(made)
