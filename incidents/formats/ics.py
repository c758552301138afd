"""iCalendar (RFC 5545): events and journal entries, their zones, intervals and repetitions.

`DTEND` is the first moment after an event (section 3.6.1), so an all-day event until the 4th lasts through the 3rd.
A repetition that ends is written out, at most MAX_REPEATED times; an endless one is read once and said to be so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from icalendar.cal import Component

from ..cleaning import clean_line
from ..drafts import EntityDraft, EventDraft, Finding, IncidentDraft, LinkDraft, Origin, Reading
from ..sentences import phrase
from ..temporal.edtf import EDTF, EDTFError
from .base import FormatError, Item, Options, Refused
from .calendarlines import EVENTS, RECORDS, lines_of
from .calendarparsing import calendars, events_in, moment_in, properties_of
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
from .repetitions import Budget, Properties, Series, marks_of, repetitions
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
        lines = lines_of(data, name)
        found = calendars(lines, name)
        yield from lines.told
        yield from lines.broken
        begun = iter(lines.begun)
        note_changes(found, budget)
        for calendar in found:
            budget.zone = zone_of(calendar)
            if title := titled(calendar, "X-WR-CALNAME", "NAME"):
                yield IncidentDraft(title, titled(calendar, "X-WR-CALDESC", "DESCRIPTION"))
            for component in calendar.subcomponents:
                if component.name in RECORDS:
                    origin = Origin(name, next(begun, None))
                    if component.name in EVENTS:
                        yield from items_of(component, origin, refs, budget)
                    else:
                        yield Refused(origin, (no_event(str(component.name)),))

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        from .ics_out import write

        return write(items)


def titled(calendar: Component, *names: str) -> str:
    """Return the first of these properties that a calendar has: the older custom comes before RFC 7986."""
    return next((line for name in names if (line := clean_line(str(calendar.get(name, ""))))), "")


def no_event(name: str) -> Finding:
    return Finding("no-event", "error", value=name, params=(("value", name),))


def note_changes(found: Iterable[Component], budget: Budget) -> None:
    """Note by UID which times stand in the file by themselves, moved or cancelled, and which with all later ones."""
    events = list(events_in(found))
    for one in events:
        if (moment := moment_in(one.get("RECURRENCE-ID"))) is not None:
            uid = text_of(one, "UID")
            budget.moved.setdefault(uid, set()).add(marks_of(moment)[0])
            if is_onward(one):
                budget.series.setdefault(uid, Series()).edges.append(moment)
    for one in events if budget.series else ():
        series = budget.series.get(text_of(one, "UID"))
        if series and "RECURRENCE-ID" not in one and (one.get("RRULE") or one.get("RDATE")):
            properties = properties_of(one, [])
            start = in_zone(moment_of(properties, "DTSTART", []), budget.zone)
            if start is not None:
                series.times, _ = repetitions(properties, start, budget, budget.moved[text_of(one, "UID")])


def is_onward(properties: Properties | Component) -> bool:
    """Tell an event that stands for a time of another one and for all later times of it."""
    given = getattr(properties.get("RECURRENCE-ID"), "params", {})
    return str(given.get("RANGE", "")).upper() == "THISANDFUTURE"


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
        series = None if again else budget.series.get(uid)
        starts, repeated = [one for one in times if not (series and series.has_changed(one))], len(times) > 1
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
    changed = moment_in(properties.get("RECURRENCE-ID"))
    if changed is None or start is None or uid not in budget.series or not is_onward(properties):
        return
    for planned in budget.series[uid].following(changed):
        begin = moved_with(planned, changed, start)
        reading, problems = reading_of(begin, later(end, start, begin))
        yield replace(first, date=reading, import_ref=refs.ref(uid, said(planned)), findings=problems)


def moved_with(planned: Any, changed: Any, start: Any) -> Any:
    """Return when a later time of a series takes place, after one of it was moved: by as much, on the clock there."""
    if isinstance(planned, datetime) != isinstance(start, datetime) or isinstance(changed, datetime) != isinstance(
        start, datetime
    ):
        return planned
    if isinstance(start, datetime) and start.tzinfo and changed.tzinfo and planned.tzinfo:
        changed, planned = changed.astimezone(start.tzinfo), planned.astimezone(start.tzinfo)
    elif isinstance(start, datetime):
        start, changed = start.replace(tzinfo=None), changed.replace(tzinfo=None)
    return planned + (start - changed)


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
        zone = str(getattr(properties[name], "params", {}).get("TZID", ""))
        if zone and isinstance(value, datetime) and value.tzinfo is None and name == "DTSTART":
            findings.append(Finding("unknown-zone", column=name, value=zone[:200], params=(("zone", zone[:100]),)))
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
