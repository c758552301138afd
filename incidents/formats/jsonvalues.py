"""JSON text to values, strictly: numbers as they stand, no NaN, doubled names kept, depth bounded."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..drafts import Finding, Origin
from ..sentences import Reason, Said, phrase, said
from .base import MAX_CELL, MAX_DEPTH, FormatError, Record
from .limits import depth_of, long_value, shown
from .literals import whole_number

_BLANK = re.compile(r"[ \t\r\n]*")
_NO_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*"|(NaN|-?Infinity)')
WORDS = 80
MAX_DOUBLED = 100  # times that one name is told apart in one object; of further ones the last counts


class Doubled(dict[str, Any]):
    """An object that names something twice; the second value stands under "name (2)"."""

    names: tuple[str, ...] = ()


class NotANumber(ValueError):
    """NaN or Infinity, which JSON does not have."""


_GIVEN = re.compile(r"(?<=[\]}])\s*;?\s*(?:export\s+default|module\.exports\s*=|export\s*\{)[^\n]{0,200}$")  # behind it
_WRAPPED = re.compile(
    r"\ufeff?\s*(?:(?:export\s+)?(?:var|let|const)\s+)?[A-Za-z_$][\w$.]{0,80}\s*[=(]\s*(?=[\[{])|"
    r"\ufeff?\s*(?:export\s+default|module\.exports\s*=)\s*(?=[\[{])"
)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) == len(pairs):
        return value
    kept, counts = Doubled(), Counter[str]()
    for name, one in pairs:
        free = name
        while free in kept and counts[name] < MAX_DOUBLED:
            counts[name] += 1
            free = f"{name} ({counts[name] + 1})"
        kept[free] = one
    kept.names = tuple(counts)
    return kept


def _number(digits: str) -> float | str:
    """Read a number with a point or exponent; text, where a float would be written differently."""
    value = float(digits)
    return value if repr(value) == digits else digits


def _refuse(constant: str) -> Any:
    raise NotANumber(constant)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=whole_number, parse_float=_number, parse_constant=_refuse, strict=False
)


AT = phrase("%(where)s, %(place)s: %(problem)s")


def problem_of(error: FormatError) -> Reason:
    """Return what is wrong without where it stands, for a finding that has its own place."""
    problem = dict(error.said.params).get("problem")
    return problem.plain if isinstance(problem, Said) else error.said.plain


def parse(text: str, where: str) -> Any:
    """Read one JSON value that is the whole of a text; FormatError says the place of what is wrong."""
    value, end = parse_at(text, skip(text, 0), where)
    end = skip(text, end)
    if end != len(text):
        raise FormatError(
            AT,
            where=where,
            place=place(text, end),
            problem=said(
                "text goes on after the JSON value: %(found)s. Several values in one file are JSON Lines, one a line; "
                "or make them one list.",
                found=repr(shown(text[end : end + WORDS])),
            ),
        )
    return value


def parse_at(text: str, start: int, where: str) -> tuple[Any, int]:
    """Read the JSON value that begins at `start`; return it and where it ends."""
    try:
        return _DECODER.raw_decode(text, start)
    except RecursionError:
        raise FormatError(
            AT,
            where=where,
            place=place(text, start),
            problem=said("lists and objects are nested more than %(most)s deep. Records are flat.", most=MAX_DEPTH),
        ) from None
    except NotANumber as error:
        at = next((mark.start(1) for mark in _NO_NUMBER.finditer(text, start) if mark[1]), start)
        raise FormatError(
            AT,
            where=where,
            place=place(text, at),
            problem=said("%(error)s is no JSON number. Write null, or the word in quotes.", error=error),
        ) from None
    except json.JSONDecodeError as error:
        found = shown(text[error.pos : error.pos + WORDS])
        raise FormatError(
            AT,
            where=where,
            place=place(text, error.pos),
            problem=said(
                "JSON breaks off (%(error)s); found %(found)s.",
                error=error.msg,
                found=repr(found) if found else said("the end of the file"),
            ),
        ) from None


def unwrapped(text: str) -> str:
    """Return JSON without the assignment or call around it, with which pages load it as a script; each sign of what
    is left stays where it was."""
    found = _WRAPPED.match(text[:300])
    if not found:
        return text
    held = text[found.end() :].rstrip("\0 \t\r\n;)")
    if given := _GIVEN.search(held, max(0, len(held) - 300)):
        held = held[: given.start()]
    return re.sub(r"[^\n]", " ", found[0]) + held


def place(text: str, at: int) -> Said:
    line = text.count("\n", 0, at) + 1
    return said("line %(line)s, character %(character)s", line=line, character=at - text.rfind("\n", 0, at))


def skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def elements(text: str, start: int, where: str) -> Iterator[Any]:
    """Yield the values of the list that opens at `start`, one at a time."""
    at = skip(text, start + 1)
    if text[at : at + 1] == "]":
        _nothing_after(text, at + 1, where)
        return
    while True:
        value, at = parse_at(text, at, where)
        yield value
        at = skip(text, at)
        mark = text[at : at + 1]
        if mark == "]":
            _nothing_after(text, at + 1, where)
            return
        if mark != ",":
            raise FormatError(
                "%(where)s, %(place)s: a comma or ] must follow; found %(found)s. Is the file cut off?",
                where=where,
                place=place(text, at),
                found=repr(words) if (words := shown(text[at : at + WORDS])) else said("the end of the file"),
            )
        at = skip(text, at + 1)


def _nothing_after(text: str, at: int, where: str) -> None:
    at = skip(text, at)
    if at != len(text):
        raise FormatError(
            "%(where)s, %(place)s: text goes on after the list: %(found)s.",
            where=where,
            place=place(text, at),
            found=repr(shown(text[at : at + WORDS])),
        )


def record(origin: Origin, value: Any) -> Record:
    """Make a record of one value of a list, with what is to be said of it."""
    values = value if isinstance(value, dict) else {"value": value}
    if depth_of(value) > MAX_DEPTH:
        return Record(origin, {}, (Finding("too-deep", "error", params=(("limit", str(MAX_DEPTH)),)),))
    findings = []
    for path, one in _walk(values):
        if isinstance(one, Doubled):
            findings += [Finding("duplicate-key", column=f"{path}{name}") for name in one.names]
        elif isinstance(one, str):
            findings.append(long_value(path.rstrip("."), one))
    if findings:
        values = _cut(values)
    return Record(origin, values, tuple(findings))


def _walk(values: Any) -> Iterator[tuple[str, Any]]:
    """Yield objects with doubled names and strings that are too long, with the path to them."""
    waiting: list[tuple[str, Any]] = [("", values)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            if len(value) > MAX_CELL:
                yield path, value
        elif isinstance(value, dict):
            if type(value) is not dict:
                yield path, value
            waiting += [(f"{path}{name}.", one) for name, one in value.items() if isinstance(one, str | dict | list)]
        else:
            waiting += [(f"{path[:-1]}[].", one) for one in value if isinstance(one, str | dict | list)]


def _cut(value: Any) -> Any:
    if isinstance(value, str):
        return value[:MAX_CELL]
    if isinstance(value, dict):
        return {name: _cut(one) for name, one in value.items()}
    return [_cut(one) for one in value] if isinstance(value, list) else value
