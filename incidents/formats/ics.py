"""iCalendar (RFC 5545): events and journal entries, their zones, intervals and repetitions.

`DTEND` is the first moment after an event (section 3.6.1), so an all-day event until the 4th lasts through the 3rd.
A repetition that ends is written out, at most MAX_REPEATED times; an endless one is read once and said to be so.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar.cal import Component
from icalendar.prop import vBroken

from ..cleaning import clean_line
from ..drafts import EntityDraft, EventDraft, Finding, IncidentDraft, LinkDraft, Origin, Reading
from ..sentences import phrase
from ..temporal.edtf import EDTF, EDTFError
from .base import FormatError, Item, Options, Refused
from .calendarlines import EVENTS, lines_of
from .datefigures import is_zone
from .decoding import head_text
from .making import (
    Refs,
    headline_of,
    import_ref,
    interval_text,
    moment_text,
    sorted_out,
    stated,
    web_sources,
    with_whole,
)
from .repetitions import Budget, Properties, marks_of, repetitions
from .richtext import markdown_of

NAME = "ics"
MAX_ICS = 20_000_000  # bytes: a calendar is read as a whole
EXACT = "X-DATELINE-DATE"
KNOWN = frozenset(
    "X-DATELINE-DATE "
    "SUMMARY DESCRIPTION DTSTART DTEND DURATION DTSTAMP URL LOCATION CATEGORIES ATTACH RELATED-TO RRULE RDATE "
    "EXDATE SEQUENCE RECURRENCE-ID ORGANIZER".split()
)
Moment = date | datetime | None
RELATIONS = {"PARENT": "part-of", "CHILD": "part-of", "SIBLING": "same-as"}
ADDRESS = re.compile(r"https?://[^\s<>\"]+")


class ICalendar:
    name = NAME
    label = "iCalendar"
    media_type = "text/calendar"
    extensions = (".ics", ".ical", ".ifb")

    def recognises(self, head: bytes, name: str) -> float:
        start = head_text(head).lstrip("\ufeff \r\n\t")[:200].upper()
        if start.startswith("BEGIN:VCALENDAR"):
            return 1.0
        return 0.4 if name.lower().endswith(self.extensions) else 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        data = file.read(MAX_ICS + 1)
        if len(data) > MAX_ICS:
            raise FormatError("%(name)s has more than %(most)s bytes; split it.", name=name, most=MAX_ICS)
        refs, budget = Refs(NAME), Budget()
        row = 0
        lines = lines_of(data, name)
        yield from lines.broken
        texts = iter(lines.texts)
        found = calendars(lines.text, name)
        budget.moved = moved_in(found, lines.texts)
        for calendar in found:
            budget.zone = zone_of(calendar)
            if title := clean_line(str(calendar.get("X-WR-CALNAME", ""))):
                yield IncidentDraft(title, clean_line(str(calendar.get("X-WR-CALDESC", ""))))
            for component in calendar.subcomponents:
                if component.name in EVENTS:
                    row += 1
                    for key, values in next(texts, {}).items():
                        component[key] = values if len(values) != 1 else values[0]
                    yield from items_of(component, Origin(name, row), refs, budget)
                elif component.name in ("VTODO", "VFREEBUSY"):
                    row += 1
                    yield Refused(Origin(name, row), (no_event(str(component.name)),))

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        from .ics_out import write

        return write(items)


def no_event(name: str) -> Finding:
    return Finding("no-event", "error", value=name, params=(("value", name),))


def calendars(text: str, name: str) -> Sequence[Component]:
    """Parse the content lines; raise FormatError where they are no whole calendar."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of zones whose names it guesses; the offset is shown beside each date
        try:
            found: Sequence[Component] = Calendar.from_ical(text, multiple=True)
        except (ValueError, IndexError, KeyError) as error:
            raise FormatError(
                "%(name)s is a broken calendar: %(error)s.",
                name=name,
                error=clean_line(str(error))[:300],
            ) from error
    return found


def moved_in(found: Sequence[Component], texts: Sequence[dict[str, list[Any]]]) -> dict[str, set[date]]:
    """Return the times, by UID, that stand in the file by themselves: moved, changed or cancelled."""
    moved: dict[str, set[date]] = {}
    events = (one for calendar in found for one in calendar.subcomponents if one.name in EVENTS)
    for component, held in zip(events, texts, strict=False):
        if (moment := getattr(component.get("RECURRENCE-ID"), "dt", None)) is not None:
            uid = "".join(held.get("UID", ())[:1])
            moved.setdefault(uid, set()).add(marks_of(moment)[0])
    return moved


def properties_of(component: Component, findings: list[Finding]) -> Properties:
    """Give the properties that could be read, by their names in capitals, and say which could not."""
    properties = dict(component.items())  # each is looked up several times, and a Component changes the case of names
    for key, value in component.items():
        values = value if isinstance(value, list) else [value]
        sound = [item for item in values if not isinstance(item, vBroken)]
        if len(sound) == len(values):
            continue
        for item in values:
            if isinstance(item, vBroken):
                params = (("reason", clean_line(str(item.parse_error))[:200]),)
                findings.append(Finding("unread-value", column=key, value=str(item)[:200], params=params))
        del properties[key]
        if sound:
            properties[key] = sound if len(sound) > 1 else sound[0]
    return properties


def items_of(component: Component, origin: Origin, refs: Refs, budget: Budget) -> Iterator[Item]:
    """Give an event once, or once for each time that it takes place."""
    findings: list[Finding] = []
    properties = properties_of(component, findings)
    start = in_zone(moment_of(properties, "DTSTART", findings), budget.zone)
    end = in_zone(end_of(properties, start, findings), budget.zone)
    starts, repeated = [start], False
    uid, again = text_of(properties, "UID"), text_of(properties, "RECURRENCE-ID")
    if start is not None and (properties.get("RRULE") or properties.get("RDATE")):
        times, more = repetitions(properties, start, budget, () if again else budget.moved.get(uid, ()))
        starts, repeated = [*times], len(times) > 1
        findings += more
    if not starts:
        return  # each time has been moved, and stands in the file by itself
    first = draft_of(properties, origin, starts[0], later(end, start, starts[0]), tuple(findings))
    if isinstance(first, Refused):
        yield first
        return
    identity = (uid,) if uid else (first.headline, first.place)
    yield replace(first, import_ref=refs.ref(*identity, again or (said(starts[0]) if repeated else "")))
    for begin in starts[1:]:
        reading, problems = reading_of(begin, later(end, start, begin))
        ref = refs.ref(*identity, again or said(begin))
        yield replace(first, date=reading, import_ref=ref, findings=problems)


def later(end: Moment, start: Moment, begin: Moment) -> Moment:
    """Return the end of an event that begins at another time than the first."""
    if end is None or start is None or begin is None or begin == start:
        return end
    return end + (begin - start)


def said(moment: date | datetime | None) -> str:
    return moment_text(moment) if moment else ""


def draft_of(
    properties: Properties,
    origin: Origin,
    start: date | datetime | None,
    end: date | datetime | None,
    findings: tuple[Finding, ...],
) -> EventDraft | Refused:
    body, links = markdown_of(text_of(properties, "DESCRIPTION").replace('\\"', '"'))
    links = [
        *((address, "") for address in (text_of(properties, "URL"), *attachments(properties)) if address),
        *links,
        *((address.rstrip(".,;)"), "") for address in ADDRESS.findall(text_of(properties, "DESCRIPTION"))),
    ]
    citations, bad = sorted_out(web_sources(links, column="URL"))
    reading, more = exact_reading(properties) or reading_of(start, end)
    told = bool(reading or citations)
    headline, untitled = headline_of(text_of(properties, "SUMMARY").replace('\\"', '"'), body, is_told=told)
    if not headline:
        return Refused(origin, (*findings, *untitled))
    status = clean_line(text_of(properties, "STATUS")).upper()
    cancelled = (Finding("cancelled", column="STATUS", value=status),) if status == "CANCELLED" else ()
    return EventDraft(
        headline=headline,
        date=reading,
        body=with_whole(body, headline, text_of(properties, "SUMMARY")),
        citations=citations,
        origin=origin,
        place=clean_line(text_of(properties, "LOCATION")),
        tags=tuple(dict.fromkeys(clean_line(tag) for tag in categories(properties) if clean_line(tag))),
        entities=organisers(properties),
        links=relations(properties),
        extra=tuple((key, shown(value)) for key, value in properties.items() if key not in KNOWN),
        findings=(*untitled, *findings, *bad, *more, *cancelled),
    )


# --- Times ------------------------------------------------------------------------------------------------------------


def moment_of(properties: Properties, name: str, findings: list[Finding]) -> date | datetime | None:
    value = getattr(properties.get(name), "dt", None)
    if isinstance(value, date):  # a datetime is one
        return value
    if properties.get(name) is not None:
        found = Finding(
            "unread-date", column=name, value=shown(properties[name]), params=(("reason", phrase("it is no date")),)
        )
        findings.append(found)
    return None


def zone_of(calendar: Component) -> ZoneInfo | None:
    """Return the zone that a calendar names for its times without one, as Google's and Apple's do."""
    name = clean_line(str(calendar.get("X-WR-TIMEZONE", "")))
    return ZoneInfo(name) if name and is_zone(name) else None


def in_zone(moment: date | datetime | None, zone: ZoneInfo | None) -> date | datetime | None:
    if zone is None or not isinstance(moment, datetime) or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=zone)


def end_of(properties: Properties, start: date | datetime | None, findings: list[Finding]) -> date | datetime | None:
    """Return the first moment after an event, None where only its beginning is given."""
    if properties.get("DTEND") is not None:
        return moment_of(properties, "DTEND", findings)
    length = getattr(properties.get("DURATION"), "dt", None)
    return start + length if start is not None and isinstance(length, timedelta) else None


def reading_of(
    start: date | datetime | None, end: date | datetime | None
) -> tuple[Reading | None, tuple[Finding, ...]]:
    """Say a time from `start` until `end` as EDTF."""
    if start is None:
        return None, ()
    words = shown_moment(start)
    if end is None or end == start:
        return stated(moment_text(start), words), ()
    if isinstance(start, datetime) != isinstance(end, datetime):
        params = (("reason", phrase("one end has a time, the other none")),)
        return stated(moment_text(start), words), (
            Finding("unread-date", "warning", "DTEND", shown_moment(end), params),
        )
    words = f"{words} – {shown_moment(end)}"
    if is_over(end, start):
        ends = (("start", shown_moment(start)), ("end", shown_moment(end)))
        return stated(moment_text(start), words), (Finding("end-before-start", column="DTEND", params=ends),)
    if not isinstance(end, datetime):
        last = end - timedelta(days=1)  # the calendar gives the day after
        words = shown_moment(start) if last == start else f"{shown_moment(start)} – {shown_moment(last)}"
        return stated(interval_text(moment_text(start), moment_text(last)), words), ()
    return stated(interval_text(moment_text(start), moment_text(end)), words), ()


def exact_reading(properties: Properties) -> tuple[Reading, tuple[Finding, ...]] | None:
    """Read the date as EDTF that our own calendars have beside the days; a repetition has days of its own."""
    try:
        value = EDTF.parse(text_of(properties, EXACT).replace("\\,", ","))  # a set has commas
    except EDTFError:
        return None
    part = str(properties[EXACT].params.get("X-PART", ""))
    if properties.get("RRULE") or properties.get("RDATE"):
        return None
    return stated(str(value), part=part if part in ("start", "mid", "end") else ""), ()


def is_over(end: date | datetime, start: date | datetime) -> bool:
    """Tell whether the end lies before the start; times of which only one has a zone are compared as they stand."""
    if isinstance(end, datetime) and isinstance(start, datetime):
        if (end.tzinfo is None) != (start.tzinfo is None):
            return end.replace(tzinfo=None) < start.replace(tzinfo=None)
        return end < start
    return end < start


def shown_moment(moment: date | datetime) -> str:
    """Return a moment in words: with the name of its zone, or else its offset."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    clock = f"{moment:%H:%M:%S}".removesuffix(":00")
    zone = getattr(moment.tzinfo, "key", "") or (moment_text(moment)[19:].replace("Z", "UTC") if moment.tzinfo else "")
    return f"{moment.date().isoformat()} {clock} {zone}".strip()


# --- Other properties -----------------------------------------------------------------------------------------------


def text_of(properties: Properties, name: str) -> str:
    """Return a property as text; the first where there are several."""
    value = properties.get(name)
    value = value[0] if isinstance(value, list) and value else value
    return "" if value is None else shown(value)


def shown(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(shown(item) for item in value)
    if isinstance(value, str):
        return str(value)
    to_ical = getattr(value, "to_ical", None)
    made = to_ical() if to_ical else str(value)
    return made.decode(errors="replace") if isinstance(made, bytes) else str(made)


def categories(properties: Properties) -> Iterator[str]:
    value = properties.get("CATEGORIES")
    for group in value if isinstance(value, list) else [value] if value is not None else []:
        yield from (str(category) for category in getattr(group, "cats", ()))


def attachments(properties: Properties) -> Iterator[str]:
    value = properties.get("ATTACH")
    for item in value if isinstance(value, list) else [value] if value is not None else []:
        if isinstance(item, str) and item.lower().startswith("http"):
            yield str(item)


def organisers(properties: Properties) -> tuple[EntityDraft, ...]:
    organiser = properties.get("ORGANIZER")
    name = (
        clean_line(str(organiser.params.get("CN", "")))
        if organiser is not None and hasattr(organiser, "params")
        else ""
    )
    return (EntityDraft(name),) if name else ()


def relations(properties: Properties) -> tuple[LinkDraft, ...]:
    """Return links to other events of the file; a CHILD is told by the child itself."""
    value = properties.get("RELATED-TO")
    made = []
    for item in value if isinstance(value, list) else [value] if value is not None else []:
        kind = str(getattr(item, "params", {}).get("RELTYPE", "PARENT")).upper()
        if kind in RELATIONS and kind != "CHILD":
            made.append(LinkDraft(RELATIONS[kind], import_ref(NAME, shown(item), "")))
    return tuple(made)


FORMAT = ICalendar()
