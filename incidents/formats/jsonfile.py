"""JSON with a list of records at any path, and JSON Lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from ..drafts import EventDraft, Finding, IncidentDraft, Origin
from ..sentences import said
from . import jsonvalues
from .base import HEAD, MAX_DEPTH, MAX_ROWS, FormatError, Item, Options, Record
from .bydate import WHEN, held_by_date
from .decoding import decoding_of, head_text
from .headers import find_header
from .jsontext import refuse_many
from .limits import check_size, depth_of, shown, signs_in

MAX_LINE = 20_000_000  # characters of one JSON line
TITLES = ("title", "name", "headline", "incident")
MAX_BAD = 50_000  # lines that are no object, values that hold nothing: more of them than of others is no such file
WHAT = frozenset("title headline name titel titre titulo event".split())
PARTS = frozenset(
    "sources source references links citations evidence media images attachments people persons actors entities "
    "organizations organisations locations places tags quellen fuentes bronnen".split()
)
"""Lists of what one event has, in an object that is that event."""
GROUPED = frozenset("events timeline incidents milestones eventos ereignisse evenements gebeurtenissen".split())
HOLDERS = frozenset("items data results records entries rows posts articles list objects".split())
_STAMP = re.compile(r"\d{4}-\d\d-\d\d")
LOGS = frozenset("actions log logs history activity activities changes changelog revisions members users".split())
SUMMARIES = ("summary", "description", "text", "subtitle")


@dataclass(frozen=True, slots=True)
class JSON:
    """One JSON document: a list of records, or an object with such a list in it."""

    name: str = "json"
    label: str = "JSON"
    media_type: str = "application/json"
    extensions: tuple[str, ...] = (".json",)

    def recognises(self, head: bytes, name: str) -> float:
        text = head_text(head).lstrip()
        named = name.lower().endswith((*self.extensions, ".js", ".jsonp"))
        wrapped = named and not text.startswith(("{", "["))
        text = jsonvalues.unwrapped(text).lstrip() if wrapped else text
        if not text.startswith(("{", "[")):
            return 0.0
        if not re.match(r'[\[{]\s*(?:[\[{"\]}\d-]|true|false|null|$)', text):
            return 0.0
        return 0.7 if wrapped else 0.5 if named else 0.4  # commas and lines make a script seem a table

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        check_size(file, name)
        decoded = decoding_of(file, name, options.encoding)
        yield from decoded.findings
        text = jsonvalues.unwrapped(decoded.open(file).read().rstrip("\0"))
        start = jsonvalues.skip(text, 0)
        if text[start : start + 1] == "[" and not options.path:
            yield from _listed(jsonvalues.elements(text, start, name), name)
            return
        refuse_many(text, name)
        yield from _found(jsonvalues.parse(text, name), name, options.path)

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        raise FormatError("JSON of any shape is only read; what is written is “dateline”.")


def _found(document: Any, name: str, path: str) -> Iterator[Item]:
    if not path and (bindings := _answers(document)):
        document = bindings
    if depth_of(document) > MAX_DEPTH:
        raise FormatError(
            "%(name)s: lists and objects are nested more than %(most)s deep. Records are flat.",
            name=name,
            most=MAX_DEPTH,
        )
    at, held = (path, at_path(document, path, name)) if path else _records_of(document)
    if held is None:
        if not isinstance(document, dict) or not document:
            raise FormatError(
                "%(name)s holds no list of records, but %(found)s. Give a list of objects.",
                name=name,
                found=repr(shown(document)),
            )
        at, held = "", [document]
    if at:
        yield Finding("list-found", "note", at, params=(("path", at), ("count", f"{len(held):,}")))
        if incident := _incident(document):
            yield incident
    yield from _listed(held, name)


def _answers(document: Any) -> list[dict[str, Any]]:
    """Return the rows that a SPARQL service answers with, their values without what is said of each."""
    if not isinstance(document, dict) or not isinstance(results := document.get("results"), dict):
        return []
    rows = results.get("bindings") if isinstance(document.get("head"), dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return []
    return [
        {name: term["value"] if isinstance(term, dict) and "value" in term else term for name, term in row.items()}
        for row in rows
    ]


def _incident(document: Any) -> IncidentDraft | None:
    if not isinstance(document, dict):
        return None

    def text(names: Iterable[str]) -> str:
        return next((one for name in names if isinstance(one := document.get(name), str) and one.strip()), "")

    title = text(TITLES)
    return IncidentDraft(title, text(SUMMARIES), text(("language", "lang"))) if title else None


def _listed(values: Iterable[Any], name: str) -> Iterator[Record | Finding]:
    """Yield a record for each value; lists of lists are a table, whose first row names the columns."""
    columns: tuple[str, ...] = ()
    number = empty = 0
    for number, value in enumerate((one for held in values for one in ungrouped(held)), 1):
        if number > MAX_ROWS:
            raise FormatError(
                "%(name)s has more than %(most)s records. Divide it into several files.",
                name=name,
                most=MAX_ROWS,
            )
        empty += not value
        if empty > MAX_BAD and number < 2 * empty:
            raise FormatError(
                "%(name)s has more than %(most)s records with nothing in them, more than others.",
                name=name,
                most=MAX_BAD,
            )
        if isinstance(value, list) and (columns or number == 1):
            if number == 1:
                header = find_header([value])
                columns = header.columns
                if header.at == 0:
                    continue
            names = [*columns, *(f"column {n}" for n in range(len(columns) + 1, len(value) + 1))]
            value = dict(zip(names, value, strict=False))
        yield jsonvalues.record(Origin(name, number), value)
    if number <= bool(columns):
        yield Finding("no-records")


def is_record(document: Any) -> bool:
    """Tell an object that is one event: it says what and when itself, and the lists in it are of its parts."""
    if not isinstance(document, dict):
        return False
    names = {name.lower() for name, value in document.items() if isinstance(value, str) and value.strip()}
    lists = {name.lower() for name, value in document.items() if isinstance(value, list) and _of_objects(value)}
    return bool(names & WHAT) and bool(names & WHEN) and lists <= PARTS


def _of_objects(value: list[Any]) -> bool:
    return any(isinstance(one, dict) for one in value)


def ungrouped(value: Any) -> list[Any]:
    """Return the events of an object that only groups them (an era, a year with its `events`), each with what the
    object says of all; any other value as it is."""
    if not isinstance(value, dict) or not WHEN.isdisjoint(name.lower() for name in value):
        return [value]
    held = [name for name, inner in value.items() if name.lower() in GROUPED and isinstance(inner, list) and inner]
    if len(held) != 1 or not all(isinstance(one, dict) for one in value[held[0]]):
        return [value]
    said = {name: one for name, one in value.items() if name != held[0] and not isinstance(one, list | dict)}
    return [said | one for one in value[held[0]]]


def at_path(document: Any, path: str, name: str) -> list[Any]:
    """Return the list at a path such as "data.events" or "pages[].events"."""
    level, passed = [document], ""
    for part in path.replace("[]", "").split("."):
        passed = f"{passed}.{part}".lstrip(".")
        level = [one for value in level for one in (value if isinstance(value, list) else [value])]
        found = [value[part] for value in level if isinstance(value, dict) and part in value]
        if not found:
            names = ", ".join(map(str, next((list(value) for value in level if isinstance(value, dict)), [])))
            raise FormatError(
                "%(name)s: there is nothing at %(passed)s. There is: %(known)s.",
                name=name,
                passed=repr(passed),
                known=shown(names) or said("no object"),
            )
        level = found
    return [one for value in level for one in (value if isinstance(value, list) else [value])]


def _records_of(document: Any) -> tuple[str, list[Any] | None]:
    """Return where a document holds its records, and these; nothing where the document is itself one."""
    if dated := held_by_date(document):
        return "", dated
    return ("", None) if is_record(document) else largest_list(document)


def largest_list(document: Any) -> tuple[str, list[Any] | None]:
    """Find the largest list of objects, with its path; else the objects that one object holds by name, their key in
    `key`."""
    best: tuple[str, list[Any] | None] = ("", None)
    logged = False  # whether the best is only what has been done to the others
    keyed: tuple[str, list[Any] | None] = ("", None)
    waiting = [("", document)]
    for path, value in waiting:  # grows while it is read: breadth first
        if isinstance(value, list):
            objects = sum(isinstance(one, dict) for one in value)
            beside = path.rsplit(".", 1)[-1].lower() in LOGS
            known = (bool(best[1]) and not logged, len(best[1] or ()))
            if objects * 2 >= len(value) > 0 and (not beside, objects) > known:
                best, logged = (path, value), beside
            if len(value) == 1 and not _is_told(value[0]):
                waiting.append((f"{path}[]", value[0]))
        elif isinstance(value, dict):
            waiting += [(f"{path}.{name}".lstrip("."), one) for name, one in value.items()]
            if len(value) > max(1, len(keyed[1] or ())) and _alike(list(value.values())):
                keyed = (path, [{"key": name} | one for name, one in value.items()])
    return keyed if len(keyed[1] or ()) > 2 * len(best[1] or ()) else best


def _is_told(value: Any) -> bool:
    """Tell the only record of a list, which says what and when itself, from an object that holds the records."""
    if not isinstance(value, dict) or GROUPED & {name.lower() for name in value}:
        return False
    says = {name.lower() for name, one in value.items() if isinstance(one, str) and one.strip()}
    dated = any(isinstance(one, str) and _STAMP.match(one) for one in value.values())
    lists = {name.lower() for name, one in value.items() if isinstance(one, list) and _of_objects(one)}
    return bool(says & WHAT) and dated and not lists & HOLDERS


def _alike(values: list[Any]) -> bool:
    """Tell records held by key from an object's parts: objects all, with a name in common."""
    if not all(isinstance(one, dict) and one for one in values):
        return False
    return bool(set.intersection(*(set(one) for one in values[:50])))


@dataclass(frozen=True, slots=True)
class JSONLines:
    """One JSON object a line; a bad line is refused and the lines beside it are read."""

    name: str = "jsonl"
    label: str = "JSON Lines"
    media_type: str = "application/x-ndjson"
    extensions: tuple[str, ...] = (".jsonl", ".ndjson", ".jsonlines")

    def recognises(self, head: bytes, name: str) -> float:
        named = name.lower().endswith(self.extensions)
        lines = [line for line in head_text(head).splitlines() if line.strip()]
        if len(head) >= HEAD and len(lines) > 1:
            del lines[-1]  # cut off
        if not lines or not lines[0].lstrip().startswith(("{", "[")):
            return 0.0
        whole = sum(line.strip()[:1] == "{" and line.strip()[-1:] == "}" for line in lines)
        if named:
            return 0.95 if whole else 0.5
        return 0.8 if len(lines) > 1 and whole > 0.8 * len(lines) else 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        check_size(file, name)
        if (count := signs_in(file, b"\n")) > MAX_ROWS:
            raise FormatError(
                "%(name)s has %(count)s lines; at most %(most)s are taken. Divide it into several files.",
                name=name,
                count=count,
                most=MAX_ROWS,
            )
        decoded = decoding_of(file, name, options.encoding)
        yield from decoded.findings
        text, number, read, refused = decoded.open(file), 0, 0, 0
        while line := text.readline(MAX_LINE):
            number += 1
            if not line.strip("\0 \t\r\n"):
                continue
            if len(line) >= MAX_LINE:
                raise FormatError(
                    "%(name)s, line %(number)s has more than %(most)s characters.",
                    name=name,
                    number=number,
                    most=MAX_LINE,
                )
            one = _line(line, Origin(name, number))
            read += 1
            refused += any(finding.code == "bad-line" for finding in one.findings)
            if read > MAX_ROWS:
                raise FormatError(
                    "%(name)s has more than %(most)s records. Divide it into several files.",
                    name=name,
                    most=MAX_ROWS,
                )
            if refused > MAX_BAD and read < 2 * refused:
                raise FormatError(
                    "%(name)s has more than %(most)s lines that are no JSON object, more than others.",
                    name=name,
                    most=MAX_BAD,
                )
            yield one
        if refused == read:
            raise FormatError(
                "%(name)s holds not one line that is a JSON object. Write one object a line.",
                name=name,
            )

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        raise FormatError("JSON Lines of any shape are only read; what is written is “dateline-lines”.")


def _line(line: str, origin: Origin) -> Record:
    try:
        value = jsonvalues.parse(line.strip("\0 \t\r\n"), f"{origin.name}, line {origin.row}")
    except FormatError as error:
        reason = jsonvalues.problem_of(error)
        return Record(
            origin, {}, (Finding("bad-line", "error", value=shown(line.strip()), params=(("reason", reason),)),)
        )
    return jsonvalues.record(origin, value)


FORMATS = (JSONLines(), JSON())
