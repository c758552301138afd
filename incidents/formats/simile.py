"""SIMILE Timeline XML and JSON: instants, durations, and intervals whose two ends each have two bounds.

The format: https://simile-widgets.org/wiki/Timeline_EventSources. An end is the instant at which something is over, so
that "1871" to "1879" lasts through 1878; two years without `isDuration` are an instant known no better than that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, BinaryIO

from ..cleaning import clean_line
from ..drafts import EventDraft, Finding, IncidentDraft, Origin, Reading
from ..sentences import phrase, why
from ..temporal.edtf import EDTF, EDTFError
from . import jsontext, xmltext
from .base import FormatError, Item, Options, Refused, Unread
from .datecells import read_date
from .decoding import head_text
from .jsontext import text_value
from .limits import signs_in
from .making import (
    Refs,
    day_text,
    headline_of,
    interval_text,
    is_before,
    sorted_out,
    stated,
    web_sources,
    with_whole,
    year_text,
)
from .richtext import markdown_of, text_of
from .timelinejs import absolute, extra_of, refused_slide

NAME = "simile"
MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
GREGORIAN = re.compile(
    r"(?:[a-z]{3},?\s+)?([a-z]{3})[a-z]*\s+(\d{1,2}),?\s+(-?\d{1,6})"
    r"(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?)?\s*(?:(?:GMT|UTC|Z)?([+-]\d{2}):?(\d{2})|(GMT|UTC|Z))?(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)
ISO = re.compile(
    r"([+-]?\d{4,6})(?:-?(\d\d)(?:-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?"
)
YEAR = re.compile(r"(-?\d{1,12})(?:\s*(BC|BCE|AD|CE))?|(AD)\s*(\d{1,6})", re.IGNORECASE)
MIDNIGHT = re.compile(r"T00:00:00.*")
BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
BOUNDS = ("start", "latestStart", "earliestEnd", "end")
KNOWN = frozenset({*BOUNDS, "title", "description", "link", "isDuration", "durationEvent", "content"})


class Simile:
    name = NAME
    label = "SIMILE Timeline"
    media_type = "application/xml"
    extensions = (".xml", ".json")

    def recognises(self, head: bytes, name: str) -> float:
        text = head_text(head).lstrip("\ufeff \r\n\t")
        if text.startswith("<"):
            return 0.95 if re.search(r"<data\b", text) and re.search(r"<event\b[^>]*\bstart\s*=", text) else 0.0
        if re.search(r'"(?:dateTimeFormat|wiki-url)"\s*:', text) and '"events"' in text:
            return 0.95
        at_root = re.match(
            r'\{\s*(?:"[^"]{0,80}"\s*:\s*(?:"[^"]{0,2000}"|[\w.+-]{1,30})\s*,\s*){0,20}"events"\s*:\s*\[', text
        )
        by_names = at_root and '"title"' in text and '"start"' in text
        return 0.7 if by_names and '"start_date"' not in text else 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        start = file.read(200).lstrip(b"\xef\xbb\xbf \t\r\n")
        file.seek(0)
        rows = xml_rows(file, name) if start.startswith(b"<") else json_rows(file, name)
        refs = Refs(NAME)
        for number, row in enumerate(rows, 1):
            yield (
                draft_of(row, Origin(name, number), refs) if isinstance(row, dict) else refused_slide(row, name, number)
            )

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        raise FormatError("SIMILE files are read, not written; TimelineJS and JSON carry the same.")


def xml_rows(file: BinaryIO, name: str) -> Iterator[dict[str, Any]]:
    jsontext.refuse_more(signs_in(file, b"<event"), jsontext.MAX_EVENTS, phrase("%(count)s events"), name)
    for element in xmltext.elements(file, name, "event"):
        yield {**element.attrib, "content": xmltext.inner(element)}


def json_rows(file: BinaryIO, name: str) -> Iterator[Any]:
    whole = jsontext.load(file, name)
    if not isinstance(whole, dict) or not isinstance(whole.get("events"), list):
        raise FormatError("%(name)s is no SIMILE file: it has no list “events”.", name=name)
    jsontext.refuse_more(len(whole["events"]), jsontext.MAX_EVENTS, phrase("%(count)s events"), name)
    yield from whole["events"]


def draft_of(row: dict[str, Any], origin: Origin, refs: Refs) -> EventDraft | Refused:
    title = clean_line(text_of(text_value(row.get("title")))[0])
    content = text_value(row.get("content") or row.get("description")).strip()
    body, links = markdown_of(f"<p>{BLANK_LINE.sub('<p>', content)}</p>")  # these files hold HTML, whose lines join
    if link := text_value(row.get("link")):
        links = [(link, ""), *links]
    citations, findings = sorted_out(web_sources(absolute(links), column="link"))
    extra = extra_of(row, KNOWN)
    try:
        reading, problems = dates_of(row)
    except (ValueError, EDTFError, OverflowError) as error:
        values = ", ".join(f"{name}={row[name]}" for name in BOUNDS if row.get(name))
        reading, problems = None, (Finding("unread-date", value=values, params=(("reason", why(error)),)),)
    if row.get("latestStart") or row.get("earliestEnd"):
        extra += [(name, text_value(row.get(name))) for name in BOUNDS if row.get(name)]
    given = title
    title, untitled = headline_of(title, text_of(body)[0], is_told=reading is not None)
    if not title:
        return Refused(origin, untitled)
    own_id = text_value(row.get("id") or row.get("eventID"))
    return EventDraft(
        headline=title,
        date=reading,
        body=with_whole(body, title, given),
        citations=citations,
        import_ref=refs.ref(own_id) if own_id else refs.ref(title, reading.words if reading else ""),
        origin=origin,
        extra=tuple(extra),
        findings=(*untitled, *findings, *problems),
    )


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment as the file gives it, no finer than its words: a midnight is a day."""

    edtf: str
    words: str

    def before(self) -> str:
        """Return the last year, month or day that is over when this one begins."""
        value = EDTF.parse(self.edtf)
        if value.day and value.month and value.year and 1 <= value.year <= 9999 and "T" not in self.edtf:
            return (date(value.year, value.month, value.day) - timedelta(days=1)).isoformat()
        if value.month and value.year is not None and "T" not in self.edtf:
            return day_text(value.year - (value.month == 1), (value.month - 2) % 12 + 1)
        return year_text(value.year - 1) if value.year is not None and "T" not in self.edtf else self.edtf


def dates_of(row: dict[str, Any]) -> tuple[Reading | None, tuple[Finding, ...]]:
    """Read the two or four bounds of a row as one date."""
    given = {name: instant(clean_line(text_value(row.get(name)))) for name in BOUNDS if text_value(row.get(name))}
    start, end = given.get("start"), given.get("end")
    if start is None:
        if end is None:
            return None, ()
        return stated(f"../{end.edtf}", f"until {end.words}"), ()
    words = " – ".join(given[name].words for name in BOUNDS if name in given)
    lasts = str(row.get("isDuration", row.get("durationEvent", ""))).lower() in ("true", "1")
    if end is None or end.edtf == start.edtf:
        first = within(start, given.get("latestStart"))
        return stated(first, words), ()
    if is_before(end.edtf, start.edtf):
        found = Finding("end-before-start", value=end.words, params=(("start", start.words), ("end", end.words)))
        return stated(start.edtf, start.words), (found,)
    if not lasts and "latestStart" not in given and "earliestEnd" not in given:
        return stated(within(start, end), words), ()
    first, last = within(start, given.get("latestStart")), within(given.get("earliestEnd"), end)
    if first.startswith("[") or last.startswith("["):  # EDTF has no sets for the ends of an interval
        outer = interval_text(f"{start.edtf}~", f"{whole_before(end)}~")
        return stated(outer, words), (Finding("four-bounds", "note", value=words),)
    return stated(interval_text(first, last), words), ()


def within(start: Instant | None, end: Instant | None) -> str:
    """Return an instant of which is known that it lies from one moment until another."""
    if start is None:
        return whole_before(end) if end else ""
    if end is None or end.edtf == start.edtf:
        return start.edtf
    last = whole_before(end)
    for coarser in (start.edtf, start.edtf[:7], start.edtf[:4]):
        if covers(coarser, start, end):
            return coarser
    same = len(last) == len(start.edtf) and "T" not in last
    return str(EDTF.parse(f"[{start.edtf}..{last}]")) if same and start.edtf <= last else start.edtf


def covers(edtf: str, start: Instant, end: Instant) -> bool:
    """Tell whether a year, month or day is exactly the time from one moment until another."""
    try:
        value = EDTF.parse(edtf)
    except EDTFError:
        return False
    return value.earliest == EDTF.parse(start.edtf).earliest and value.latest + 1 == EDTF.parse(end.edtf).earliest


def whole_before(end: Instant) -> str:
    return end.before()


def instant(text: str) -> Instant:
    """Read a date in one of the ways of these files: "1845", "44 BC", ISO 8601, "Nov 14 1840 00:00:00 GMT"."""
    if found := YEAR.fullmatch(text):
        number, era = int(found[1] or found[4]), (found[2] or found[3] or "").upper()
        year = 1 - number if era.startswith("B") else number
        if len(str(abs(year))) < 8 or found[1] is None:
            return Instant(day_text(year), text)
    if found := ISO.fullmatch(text):
        given, month, day, *clock, zone = found.groups()
        return Instant(moment(int(given), int(month or 0), int(day or 0), clock, zone_text(zone or "")), text)
    if (found := GREGORIAN.fullmatch(text)) and (month_number := MONTHS.get(found[1][:3].lower())):
        zone = f"{found[7]}:{found[8]}" if found[7] else "Z" if found[9] else ""
        clock = [found[4], found[5], found[6]]
        return Instant(moment(int(found[3]), month_number, int(found[2]), clock, zone), text)
    made = read_date(text)
    if made.edtf[:1] in "-0123456789" and "/" not in made.edtf and not made.others:
        return Instant(MIDNIGHT.sub("", made.edtf), text)
    raise Unread("write a year (1845, 44 BC), ISO 8601 (2001-09-27) or “Nov 14 1840 00:00:00 GMT”")


def moment(year: int, month: int, day: int, clock: list[str | None], zone: str) -> str:
    """Return the EDTF; midnight is taken as the day, which is what these files mean by it."""
    hour, minute, second = (int(part or 0) for part in clock)
    if not month or not day:
        return day_text(year, month or None)
    has_time = clock[0] is not None and (hour, minute, second) != (0, 0, 0)
    return day_text(year, month, day, (hour, minute, second) if has_time else None, zone)


def zone_text(zone: str) -> str:
    return f"{zone[:3]}:{zone[-2:]}" if len(zone) == 5 else zone


FORMAT = Simile()
