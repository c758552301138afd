"""What all writers share: where a file comes from, dates in words and as bounds, lists written in a stream."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from urllib.parse import quote

from ..cleaning import clean_text
from ..drafts import CitationDraft, EventDraft, IncidentDraft, Reading, SourceDraft
from ..prose import MAX_PROSE, render_markdown
from ..temporal import wording
from ..temporal.edtf import EDTF, MAX_SECONDS, MIN_SECONDS, Form

DAY = 86_400  # seconds
DAYS_IN_400_YEARS = 146_097
EPOCH = date(1970, 1, 1).toordinal()
KINDS = {
    "occurred": "Occurred",
    "detected": "Detected",
    "disclosed": "Disclosed",
    "responded": "Responded",
    "attributed": "Attributed",
    "other": "Other",
}
# What no XML and no line of text has a place for, and the line ends that only some readers know.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\x85\x0b\x0c]")
_PLAIN = re.compile(r"-?\d{4}(-\d\d){0,2}")
# What an address cannot hold as it stands (RFC 3986, section 2), and braces, which no record of BibTeX can.
NOT_IN_URI = re.compile(r"[^A-Za-z0-9._~:/?#@!$&'()*+,;=%\[\]-]|%(?![0-9A-Fa-f]{2})")
Civil = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Publication:
    """What a file is called, the page that it says the same as, its own address, and who publishes it.

    `reader` is the language that it is read in, where it stands in several; `language` that of what it tells.
    """

    title: str = ""
    address: str = ""
    file: str = ""
    site: str = "Dateline"
    home: str = ""
    description: str = ""
    language: str = ""
    reader: str = ""


Items = Iterable[IncidentDraft | EventDraft]


def parted(items: Items) -> tuple[list[IncidentDraft], Iterator[EventDraft]]:
    """Part the incidents, which come first, from the events, which stay a stream."""
    stream, incidents = iter(items), list[IncidentDraft]()
    for item in stream:
        if isinstance(item, EventDraft):
            return incidents, (one for one in chain([item], stream) if isinstance(one, EventDraft))
        incidents.append(item)
    return incidents, iter(())


def entitled(about: Publication | None, incidents: list[IncidentDraft]) -> Publication:
    """Return what is known of the publication; of a file that comes from no site, by its one incident."""
    if about is not None:
        return about
    if len(incidents) == 1:
        one = incidents[0]
        return Publication(one.title, one.address, description=one.summary, language=one.language)
    return Publication("Events")


# --- Text -------------------------------------------------------------------------------------------------------------


def plain(text: str) -> str:
    """Return a text of line feeds only, without what no format has a place for."""
    return CONTROL.sub("", LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    return " ".join(plain(text).split())


def uri(url: str) -> str:
    """Return an address with what it cannot hold percent-encoded."""
    return NOT_IN_URI.sub(lambda found: quote(found[0].encode("utf-8", "replace"), safe=""), url.strip())


def html_of(body: str) -> str:
    """Render an event's text, which is Markdown, as safe HTML."""
    return render_markdown(clean_text(body[:MAX_PROSE])).strip()


def permanent(address: str, public_id: str) -> str:
    """Return an event's address without the readable part, which changes with the headline."""
    before, found, behind = address.rpartition(f"/{public_id}") if public_id else ("", "", "")
    return f"{before}{found}/" if found and behind[:1] in ("-", "/") else address


def dumps(value: object) -> bytes:
    """Write JSON without blanks. A lone surrogate is no character and no UTF-8: a question mark stands for it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def json_list(values: Iterable[object]) -> Iterator[bytes]:
    """Write a JSON list in a stream, a value a line."""
    first = True
    yield b"["
    for value in values:
        yield (b"\n" if first else b",\n") + dumps(value)
        first = False
    yield b"\n]" if not first else b"]"


# --- Dates ------------------------------------------------------------------------------------------------------------


def said(reading: Reading | None, language: str = "") -> str:
    """Say a date in words, in the language of the event where its words are known, else in English."""
    return wording.say(reading.edtf, part=reading.part, language=language or "en") if reading else ""


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def value_of(reading: Reading | None) -> EDTF | None:
    return EDTF.parse(reading.edtf) if reading and reading.edtf else None


def civil(seconds: int) -> Civil | None:
    """Return year, month and day (proleptic Gregorian, UTC) of a second from 1970; None beyond all calendars."""
    if seconds in (MIN_SECONDS, MAX_SECONDS):
        return None
    cycles, days = divmod(seconds // DAY + EPOCH - 1, DAYS_IN_400_YEARS)
    day = date.fromordinal(days + 1)
    return day.year + 400 * cycles, day.month, day.day


def bounds(value: EDTF) -> tuple[Civil | None, Civil | None]:
    """Return the first and the last day that a date can mean; None for an end that is open or not known."""
    first = None if value.open_start or value.unknown_start else civil(value.earliest)
    last = None if value.open_end or value.unknown_end else civil(value.latest)
    return first, last


def iso(day: Civil | None) -> str:
    """Write a day as ISO 8601; years of more than four digits with a sign. Empty for none."""
    if day is None:
        return ""
    year, month, day_of_month = day
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day_of_month:02d}"


def in_calendar(day: Civil | None) -> bool:
    """Whether a day is one that calendars of four digits, from the year 1 on, can hold."""
    return day is not None and 1 <= day[0] <= 9999


def is_exact(value: EDTF) -> bool:
    """Whether a date says one year, month, day or moment, or a span from one to another, without any doubt."""
    if value.form is Form.INTERVAL:
        return value.start is not None and value.end is not None and is_exact(value.start) and is_exact(value.end)
    return value.form is Form.DATETIME or _PLAIN.fullmatch(value.text) is not None


def is_certain(reading: Reading | None) -> bool:
    """Whether the bounds of a date say all that it says."""
    value = value_of(reading)
    return value is not None and is_exact(value) and not (reading and reading.part)


# --- Sources ----------------------------------------------------------------------------------------------------------


def source_key(source: SourceDraft) -> str:
    """Tell one source from another: by its id, else by its address, else by what it is called."""
    return source.id or source.url or f"{source.title}\n{source.publisher}\n{source.published}"


def cited(event: EventDraft) -> Iterator[CitationDraft]:
    """Give the citations of an event and of its links."""
    yield from event.citations
    for link in event.links:
        yield from link.citations


def each_source(items: Iterable[IncidentDraft | EventDraft | SourceDraft]) -> Iterator[SourceDraft]:
    """Give the sources that events cite, or that are given themselves, each once; only their names are kept."""
    seen = set[str]()
    for item in items:
        if isinstance(item, IncidentDraft):
            continue
        for source in [item] if isinstance(item, SourceDraft) else [one.source for one in cited(item)]:
            if (key := source_key(source)) not in seen:
                seen.add(key)
                yield source


def name_of(source: SourceDraft) -> str:
    """Name a source in a line: publisher, title and date."""
    words = [source.publisher, f"“{source.title}”" if source.title else ""]
    if source.published:
        words.append(wording.say(source.published, language="en"))
    return one_line(", ".join(word for word in words if word))
