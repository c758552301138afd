"""YAML as people write it above a text: dates stay as written, no tags, no alias bombs, small slips forgiven."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from ..sentences import said
from .base import MAX_DEPTH, FormatError
from .limits import shown
from .literals import whole_number

MAX_ALIASES = 20
MAX_NODES = 200_000
MAX_REPAIRS = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile(r"[^\x09\x0a\x0d\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")
_TAB = re.compile(r"^[ \t]*\t[ \t]*", re.M)
_TAB_AFTER = re.compile(r"^([ \t]*(?:-[ \t]+)*[^\s:#-][^:\n]*:|[ \t]*-)\t+", re.M)
_FRAGILE = re.compile(r"^(\s*(?:-\s+)?(?:[\w .\-/]+):\s+)(.*\S)\s*$")
_BRACKETED = re.compile(r"^(\s*-\s+)(\[[^\]]*\]\s*[^\s,#].*)$")  # "- [1] https://example.org/", a list and more
_BLOCK = re.compile(r"[|>][-+\d]{0,2}\s*(?:#.*)?$")
_WHOLE = re.compile(r"[-+]?(?:0|[1-9]\d*)")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9]\d*)\.\d+")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}


class Mapping(dict[str, Any]):
    """A mapping that knows on which line it begins, and the names that it gives twice."""

    line: int = 0
    names: tuple[str, ...] = ()


class Trouble(FormatError):
    """YAML that cannot be read; `line` counts from 1 within its text."""

    def __init__(self, why: str, line: int, /, **params: object) -> None:
        super().__init__(why, **params)
        self.line = line


def read_yaml(text: str) -> tuple[list[Any], int]:
    """Return the documents of a YAML text and how many lines had to be repaired; raises Trouble."""
    text = _UNPRINTABLE.sub("", text)
    widths = (2, 4, 8) if _TAB.search(text) else (0,)
    for width in widths:
        try:
            return _forgiving(_without_tabs(text, width))
        except Trouble:
            if width == widths[-1]:
                raise
    raise AssertionError


def _without_tabs(text: str, width: int) -> str:
    def spaces(found: re.Match[str]) -> str:
        return found[0].replace("\t", " " * width)

    text = _TAB.sub(spaces, text) if width else text
    return _TAB_AFTER.sub(r"\1 ", text) if "\t" in text else text


def _forgiving(text: str) -> tuple[list[Any], int]:
    """Read YAML; where a value breaks it, as one with a colon does, quote the value and try again."""
    lines, repaired = text.split("\n"), set[int]()
    while True:
        try:
            return _documents("\n".join(lines)), len(repaired)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            at = min(mark.line, len(lines) - 1) if mark else 0
            reason = (error.problem or error.context or "").rstrip(".")
            slip = _repairable(lines, at, repaired)
            if slip is None or len(repaired) >= MAX_REPAIRS:
                raise Trouble(
                    "%(reason)s: %(value)s. Put such a value in quotes.",
                    at + 1,
                    reason=reason or said("it cannot be read"),
                    value=repr(shown(lines[at].strip())),
                ) from None
            before, value = slip[1], slip[2]
            lines[slip[0]] = before + "'" + value.replace("'", "''") + "'"
            repaired.add(slip[0])
        except yaml.YAMLError as error:
            raise Trouble(f"{shown(error)}", 1) from None


def _repairable(lines: list[str], at: int, repaired: set[int]) -> tuple[int, str, str] | None:
    for number in (at, at - 1):
        line = lines[number] if 0 <= number < len(lines) and number not in repaired else ""
        found = _FRAGILE.match(line) or _BRACKETED.match(line)
        if found and not _BLOCK.match(found[2]):
            return number, found[1], found[2]
    return None


def _documents(text: str) -> list[Any]:
    builder = _Builder()
    for event in yaml.parse(text, Loader=_LOADER):
        builder.take(event)
    return builder.documents


class _Builder:
    """Builds plain values from the parser's events: nothing recurses, nothing multiplies."""

    def __init__(self) -> None:
        self.documents: list[Any] = []
        self.open: list[tuple[Any, Callable[[Any], None], str]] = []
        self.anchors: dict[str, Any] = {}
        self.aliases = self.nodes = 0

    def take(self, event: Any) -> None:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.ScalarEvent):
            self.put(_scalar(event), event.anchor)
        elif isinstance(event, yaml.AliasEvent):
            self.aliases += 1
            if self.aliases > MAX_ALIASES:
                raise Trouble(
                    "more than %(most)s aliases (*name) stand in it. Write the values out.", line, most=MAX_ALIASES
                )
            if event.anchor not in self.anchors or any(one[2] == event.anchor for one in self.open):
                raise Trouble("the alias *%(name)s names nothing above it.", line, name=event.anchor)
            value = self.anchors[event.anchor]
            self.nodes += _size(value)
            self.put(value, None)
        elif isinstance(event, yaml.MappingStartEvent):
            self.begin(Mapping(), event, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self.begin([], event, line)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            value, _, anchor = self.open.pop()
            self.put(value, anchor)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise Trouble("it holds more than %(most)s values.", line, most=MAX_NODES)

    def begin(self, value: Any, event: Any, line: int) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise Trouble("lists and mappings are nested more than %(most)s deep.", line, most=MAX_DEPTH)
        if isinstance(value, Mapping):
            value.line = line
        self.open.append((value, _filler(value), event.anchor or ""))

    def put(self, value: Any, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = value
        if self.open:
            self.open[-1][1](value)
        else:
            self.documents.append(value)


def _filler(holder: Any) -> Callable[[Any], None]:
    """Return what takes a holder's next value: a list's item, or a mapping's key and value in turn."""
    if isinstance(holder, list):
        return holder.append
    waiting: list[Any] = []

    def take(value: Any) -> None:
        waiting.append(value)
        if len(waiting) < 2:
            return
        key, one = waiting
        waiting.clear()
        if key == "<<" and isinstance(one, dict):
            for name in one.keys() - holder.keys():
                holder[name] = one[name]
            return
        name = free = "" if key is None else key if isinstance(key, str) else shown(_key(key))
        number = 1
        while free in holder and number < MAX_DEPTH:
            number += 1
            free = f"{name} ({number})"
        if number > 1:
            holder.names = (*holder.names, name)
        holder[free] = one

    return take


def _key(key: Any) -> str:
    return str(key).lower() if isinstance(key, bool) else str(key)


def _size(value: Any) -> int:
    """Count the values in an alias, those of the aliases in it too, until there are too many."""
    count, waiting = 0, [value]
    while waiting and count <= MAX_NODES:
        one = waiting.pop()
        count += 1
        if isinstance(one, dict | list):
            waiting += one.values() if isinstance(one, dict) else one
    return count


def _scalar(event: Any) -> Any:
    """Read a plain scalar: nothing, truth, a number; all else is text as it stands, dates and `no` among it."""
    text = str(event.value)
    if not event.implicit[0]:
        return text
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _WHOLE.fullmatch(text):
        return whole_number(text)
    if _DECIMAL.fullmatch(text) and repr(float(text)) == text:
        return float(text)
    return text
