"""What a column's name says, in five languages: its words, and the fields that they speak for."""

from __future__ import annotations

import re

from ..cleaning import fold
from .columnnames import ALSO, NAMES

MAX_NAME = 500  # characters of a column's name that are looked at
ALSO_SCORE = 55.0
_WORDS = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_THINGS = {
    word: field
    for field, words in {
        "tag": "labels label tags tag categories category keywords topics topic",
        "place": "location locations place places venue country countries city region geo address",
        "person": "people person persons victims suspects participants",
        "organisation": "organisations organizations organisation organization companies company vendor",
        "": "user users creator assignee assignees owner milestone repository repo avatar reactions geometry concepts "
        "concept entities entity images image members attachments permissions",
    }.items()
    for word in words.split()
}
"""What objects within a record stand for: their names fill a field, their ids, kinds and addresses none."""
_CALLED = frozenset("name label title text full fullname display value city country region address".split())


def words_of(path: str) -> str:
    """Return a column's name folded, its words apart: "dateAdded", "Date_added" and "DATE ADDED" are the same."""
    plain = _POSSESSIVE.sub("", path[:MAX_NAME].replace("[]", " "))
    return " ".join(_WORDS.findall(fold(_HUMPS.sub(" ", plain)))).removesuffix(" txt")


def _tables() -> tuple[dict[str, list[tuple[str, float]]], list[tuple[re.Pattern[str], str, float]]]:
    exact: dict[str, list[tuple[str, float]]] = {}
    within = []
    rated = [
        *(
            (field, name, 100 - 60 * place / len(names))
            for field, names in NAMES.items()
            for place, name in enumerate(names)
        ),
        *((field, name, ALSO_SCORE) for field, also in ALSO.items() for name in also.split("|")),
    ]
    for field, name, score in rated:
        if name.startswith("*"):
            within.append((re.compile(rf"\b{re.escape(name.strip('*'))}\b"), field, score * 0.6))
        else:
            exact.setdefault(name, []).append((field, score))
    return exact, within


EXACT, WITHIN = _tables()


def thing_of(path: str) -> str | None:
    """Return the field that a part of an object fills which stands for something ("labels[].name" a tag); empty for
    none, None for a path that leads into no such object."""
    *holders, last = [words_of(step) for step in path.split(".")]
    field = next((_THINGS[holder] for holder in holders if holder in _THINGS), None)
    steps = {word for step in (*holders, last) for word in step.split()}
    return field if not field or (steps & _CALLED and not {"type", "id", "url", "uri"} & set(last.split())) else ""
