"""The lines of a calendar (RFC 5545, section 3.1): those that are none, and texts that need no library to be read.

Most of a calendar is text without parameters, which a parser of everything reads as slowly as a date. It is taken out
of the events here and put back beside what the library makes of the rest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from ..cleaning import UnusableText, decode
from ..drafts import Finding, Origin
from ..sentences import phrase, said
from .base import FormatError, Refused

MAX_LINES = 1_000_000  # as the file has them, folded
MAX_COMPONENTS = 22_000  # but for alarms, which are passed over
MAX_PARSED = 120_000  # lines that are more than text: dates, rules, and all that has parameters
MAX_BROKEN = 10_000
MAX_PROPERTY = 200_000  # characters of one that is parsed
MAX_SAME = 1_000  # lines of one name in one event
ENDS = ("DTSTART", "DTEND")
EVENTS = ("VEVENT", "VJOURNAL")
RECORDS = (*EVENTS, "VTODO", "VFREEBUSY")
MAX_TOLD = 50  # beginnings without an end, and ends without a beginning
PARSED = frozenset(
    "BEGIN END DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID ATTACH CATEGORIES RELATED-TO ORGANIZER "
    "X-DATELINE-DATE".split()
)
UNUSED = frozenset(("DTSTAMP", "SEQUENCE"))
RAW = frozenset("CREATED LAST-MODIFIED GEO PRIORITY PERCENT-COMPLETE TRANSP CLASS STATUS UID URL".split())
CONTENT_LINE = re.compile(r"[A-Za-z0-9-]+[;:]|[ \t]|$")
_PROPERTY = re.compile(r'([A-Za-z0-9-]+)(?:;[^:"]*(?:"[^"]*"[^:"]*)*)?:(.*)', re.S)
_MOMENT = re.compile(
    r"(?:DTSTART|DTEND)(?:;VALUE=DATE)?:(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?\s*", re.I | re.A
)
_LISTED = frozenset(("RRULE", "RDATE", "EXDATE"))
_BLANKS = re.compile(r"\s+(?=[^:]*$)|(?<=[:,]\d{8})Z(?=,|$)")  # "BYDAY=MO, TU", and a day in UTC, as some write
_ESCAPED = re.compile(r"\\([\\;,nN])")


Numbered = tuple[int, str]


@dataclass(slots=True)
class Lines:
    """A calendar's lines without what was taken out of its events: `texts` has that, by event, in the file's order.

    `begun` is the line on which each event, task or time of being busy begins; `told` is what is said of all the file.
    """

    kept: list[Numbered]
    broken: list[Refused]
    texts: list[dict[str, list[Any]]] = field(default_factory=list)
    begun: list[int] = field(default_factory=list)
    told: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a moment without a zone or in UTC, as the library gives those that it reads."""

    dt: date


def moment_in(line: str) -> Moment | None:
    """Return when an event begins or ends, as most lines say it; None for what the library has to read."""
    found = _MOMENT.fullmatch(line)
    if found is None or (found[4] is None) != (";" in line):  # a day says that it is one, a moment does not
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return Moment(day)
        clock = time(int(found[4]), int(found[5]), int(found[6]), tzinfo=UTC if found[7] else None)
    except ValueError:
        return None
    return Moment(datetime.combine(day, clock))


def lines_of(data: bytes, name: str) -> Lines:
    """Part a calendar's lines. Raises FormatError for what is no calendar, or too much of one."""
    try:
        text = decode(data)
    except UnusableText as error:
        raise FormatError(
            "%(name)s is no calendar: it is not text. Give the file as the calendar program exports it, as .ics.",
            name=name,
        ) from error
    lines = text.lstrip("\ufeff").splitlines()
    first = next((line for line in lines if line.strip()), "")
    if not first.upper().startswith("BEGIN:VCALENDAR"):
        raise FormatError("%(name)s is no calendar: it does not begin with BEGIN:VCALENDAR.", name=name)
    _refuse_many(name, phrase("%(count)s lines"), len(lines), MAX_LINES)
    begun = sum(line[:6].upper() == "BEGIN:" and line[6:12].upper() != "VALARM" for line in lines)
    _refuse_many(name, phrase("%(count)s components"), begun, MAX_COMPONENTS)
    numbers = [number for number, line in enumerate(lines, 1) if not CONTENT_LINE.match(line)]
    _refuse_many(name, phrase("%(count)s lines that are no property"), len(numbers), MAX_BROKEN)
    broken = [no_property(name, number, lines[number - 1]) for number in numbers]
    bad = set(numbers)
    sound = ((number, line) for number, line in enumerate(lines, 1) if number not in bad)
    return _parted(name, unfolded(sound), broken)


def no_property(name: str, number: int, line: str) -> Refused:
    return Refused(Origin(name, number), (Finding("no-content-line", "error", value=line[:200]),))


def _refuse_many(name: str, what: str, count: int, most: int) -> None:
    if count > most:
        raise FormatError(
            "%(name)s has %(counted)s; at most %(most)s are read. Divide it, by years for example.",
            name=name,
            counted=said(what, count=count),
            most=most,
        )


def unfolded(lines: Iterable[Numbered]) -> Iterator[Numbered]:
    """Put lines together that a calendar has folded, under the first one's number; blank ones are left out."""
    parts, first = list[str](), 0
    for number, line in lines:
        if line[:1] in (" ", "\t") and parts:
            parts.append(line[1:])
        elif line.strip():
            if parts:
                yield first, "".join(parts)
            parts, first = [line], number
    if parts:
        yield first, "".join(parts)


def _enclosed(lines: Iterable[Numbered]) -> Iterator[Numbered]:
    """Put what stands outside of all calendars, as behind the end of one, into a calendar of its own."""
    depth, bare = 0, False
    for number, line in lines:
        begins, ends = line[:6].upper() == "BEGIN:", line[:4].upper() == "END:"
        if begins and not depth and (bare := line[6:].strip().upper() != "VCALENDAR"):
            yield number, "BEGIN:VCALENDAR"
        depth += begins
        yield number, line
        if ends and depth:
            depth -= 1
            if bare and not depth:
                yield number, "END:VCALENDAR"


def _balanced(lines: Iterable[Numbered], told: list[Finding]) -> Iterator[Numbered]:
    """End what begins and is never ended, as in a file that was cut off, and leave out ends of nothing."""
    opened: list[tuple[str, int]] = []
    names = Counter[str]()
    number = 0

    def close() -> Numbered:
        name, began = opened.pop()
        names[name] -= 1
        if len(told) < MAX_TOLD:
            params = (("what", name), ("line", f"{began:,}"))
            told.append(Finding("never-ended", "warning", value=f"BEGIN:{name}", params=params))
        return number, f"END:{name}"

    for number, line in lines:
        word, _, name = (part.strip().upper() for part in line.partition(":"))
        if word == "BEGIN":
            if name in RECORDS and opened and opened[-1][0] in RECORDS:  # none stands within another
                yield close()
            opened.append((name, number))
            names[name] += 1
        elif word == "END":
            if not names[name]:
                if len(told) < MAX_TOLD:
                    params = (("what", name[:80]), ("line", f"{number:,}"))
                    told.append(Finding("never-begun", "warning", value=line[:200], params=params))
                continue
            while opened[-1][0] != name:
                yield close()
            names[opened.pop()[0]] -= 1
        yield number, line
    while opened:
        yield close()


def unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value) if "\\" in value else value


def _parted(name: str, lines: Iterable[Numbered], broken: list[Refused]) -> Lines:
    """Take texts out of events, and alarms out of all."""
    found = Lines([], broken)
    within, texts = list[str](), dict[str, list[Any]]()
    for number, line in _enclosed(_balanced(lines, found.told)):
        divided = _PROPERTY.fullmatch(line)
        if divided is None:
            broken.append(no_property(name, number, line))
            continue
        key, value = divided[1].upper(), divided[2]
        if key in _LISTED:
            line = _BLANKS.sub("", line)
        if key == "BEGIN":
            within.append(value.strip().upper())
            if within[-1] in RECORDS and within[:-1] == ["VCALENDAR"]:
                found.begun.append(number)
            if within[-1] in EVENTS and (len(within) < 2 or within[-2] not in EVENTS):
                texts = {}
                found.texts.append(texts)
        if within and within[-1] == "VALARM":
            if key == "END":
                within.pop()
            continue
        if key == "END" and within:
            within.pop()
        if key not in PARSED and within and within[-1] in EVENTS:
            same = texts.setdefault(key, [])
            if key not in UNUSED and len(same) < MAX_SAME:
                same.append(value if key in RAW else unescaped(value))
            continue
        if key in ENDS and key not in texts and within and within[-1] in EVENTS and (moment := moment_in(line)):
            texts[key] = [moment]
            continue
        if len(line) > MAX_PROPERTY:
            sizes = (("length", f"{len(line):,}"), ("limit", f"{MAX_PROPERTY:,}"))
            broken.append(Refused(Origin(name, number), (Finding("long-value", "error", key, line[:200], sizes),)))
            continue
        found.kept.append((number, line))
    what = phrase("%(count)s dates, rules and other properties that are no text")
    _refuse_many(name, what, len(found.kept), MAX_PARSED)
    return found
