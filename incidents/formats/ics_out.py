"""iCalendar (RFC 5545): a day or a span as an event, its end exclusive; what has no day as a journal entry.

A calendar knows no doubt. A doubtful date lies on the days that it may be, and the description says it in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from ..drafts import EventDraft
from ..temporal.edtf import EDTF, Form
from .outgoing import (
    Items,
    Publication,
    bounds,
    capital,
    cited,
    entitled,
    in_calendar,
    is_certain,
    name_of,
    one_line,
    parted,
    plain,
    said,
    value_of,
)

FOLD = 75  # octets of a line, without its end
NEVER = "19700101T000000Z"  # of an event whose last change nobody knows
SPECIAL = re.compile(r"[\\;,\n]")
RELATIONS = {"part-of": "PARENT", "same-as": "SIBLING"}


def write(items: Items, about: Publication | None = None) -> Iterator[bytes]:
    incidents, events = parted(items)
    publication = entitled(about, incidents)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Timeline//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{text(one_line(publication.title))}")
    if publication.description:
        lines.append(f"X-WR-CALDESC:{text(one_line(publication.description))}")
    yield folded(lines)
    for event in events:
        yield folded(component(event))
    yield folded(["END:VCALENDAR"])


def component(event: EventDraft) -> list[str]:
    times = times_of(value_of(event.date))
    name = "VEVENT" if times else "VJOURNAL"
    lines = [f"BEGIN:{name}", f"UID:{uid(event, event.id or event.import_ref)}", f"DTSTAMP:{stamp(event.changed)}"]
    lines += times
    if event.date:
        part = f";X-PART={event.date.part}" if event.date.part else ""
        lines.append(f"X-DATELINE-DATE{part}:{text(event.date.edtf)}")
    lines.append(f"SUMMARY:{text(one_line(event.headline))}")
    lines.append(f"DESCRIPTION:{text(description(event, is_dated=bool(times)))}")
    if event.address:
        lines.append(f"URL:{one_line(event.address)}")
    if event.place and times:
        lines.append(f"LOCATION:{text(one_line(event.place))}")
    if event.tags:
        lines.append(f"CATEGORIES:{','.join(text(one_line(tag)) for tag in event.tags)}")
    for link in event.links:
        if link.kind in RELATIONS:
            lines.append(f"RELATED-TO;RELTYPE={RELATIONS[link.kind]}:{uid(event, link.id or link.to)}")
    if event.published:
        lines.append(f"CREATED:{stamp(event.published)}")
    if event.changed:
        lines.append(f"LAST-MODIFIED:{stamp(event.changed)}")
    lines.append(f"SEQUENCE:{event.version}")
    if times:
        lines.append("TRANSP:TRANSPARENT")
    return [*lines, f"END:{name}"]


def uid(event: EventDraft, public_id: str) -> str:
    """Name an event for ever: by its public id and the site."""
    host = urlsplit(event.address).hostname or "dateline.invalid"
    return text(one_line(f"{public_id}@{host}"))


def stamp(moment: str) -> str:
    return re.sub(r"[-:]", "", moment) or NEVER


def description(event: EventDraft, *, is_dated: bool) -> str:
    """Say in plain text what the event says, its sources, and what the calendar cannot: date, place of a journal."""
    parts = (
        []
        if is_dated and is_certain(event.date)
        else [f"Date: {capital(said(event.date, event.language)) or 'not known'}."]
    )
    if event.place and not is_dated:
        parts.append(f"Place: {one_line(event.place)}")
    parts.append(plain(event.body).strip())
    lines = [
        f"{'Disputed by: ' if one.disputes else 'Source: '}{name_of(one.source)} {one.source.url}".strip()
        for one in cited(event)
    ]
    parts.append("\n".join(dict.fromkeys(lines)))
    return "\n\n".join(part for part in parts if part)


# --- Times ------------------------------------------------------------------------------------------------------------


def times_of(value: EDTF | None) -> list[str]:
    """Return when an event begins and, where it is no moment, the first day or moment after it; nothing for no day."""
    if value is None or value.open_start or value.unknown_start:
        return []
    if value.form is Form.DATETIME:
        start = moment_of(value)
        return [f"DTSTART:{start}"] if start else []
    if value.start and value.end and value.start.form is value.end.form is Form.DATETIME:
        start, end = moment_of(value.start), moment_of(value.end)
        if start and end:
            return [
                f"DTSTART:{start}",
                *([f"DTEND:{end}"] if end > start and (end[-1] == "Z") == (start[-1] == "Z") else []),
            ]
    first, last = bounds(value)
    if first is None or not in_calendar(first):
        return []
    start_day = date(*first)
    if last is None:
        return [f"DTSTART;VALUE=DATE:{day_text(start_day)}"]
    if not in_calendar(last) or date(*last) == date.max:
        return []
    return [
        f"DTSTART;VALUE=DATE:{day_text(start_day)}",
        f"DTEND;VALUE=DATE:{day_text(date(*last) + timedelta(days=1))}",
    ]


def day_text(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def moment_of(value: EDTF) -> str:
    """Write a moment in UTC, or as a local time where no zone is known; empty where the calendar has no such day."""
    try:
        moment = datetime.fromisoformat(value.text)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return ""
    return f"{day_text(moment.date())}T{moment:%H%M%S}{'Z' if moment.tzinfo else ''}"


# --- Lines ------------------------------------------------------------------------------------------------------------


def text(value: str) -> str:
    """Escape a text (section 3.3.11): one value stays one value."""
    return SPECIAL.sub(lambda found: "\\n" if found[0] == "\n" else f"\\{found[0]}", plain(value))


def folded(lines: list[str]) -> bytes:
    """Join content lines, folded at FOLD octets and never within a character (section 3.1)."""
    return b"".join(fold(line.encode("utf-8", "replace")) for line in lines)


def fold(line: bytes) -> bytes:
    pieces, room = [], FOLD
    while len(line) > room:
        cut = room
        while line[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(line[:cut])
        line, room = line[cut:], FOLD - 1
    return b"\r\n ".join([*pieces, line]) + b"\r\n"
