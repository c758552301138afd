"""A calendar's lines as components and properties, read by the library; what it cannot read is said in our words."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from icalendar import Calendar
from icalendar.cal import Component
from icalendar.parser import Contentline
from icalendar.prop import vBroken

from ..drafts import Finding
from ..sentences import phrase
from .base import FormatError
from .calendarlines import EVENTS, Lines, Numbered, no_property
from .repetitions import NO_RULE, Properties

_NO_DATE = phrase("a calendar writes a day as 20210304, a moment as 20210304T120000Z")
_REASONS = {
    **dict.fromkeys(("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE"), _NO_DATE),
    **dict.fromkeys(("RRULE", "EXRULE"), NO_RULE),
    "DURATION": phrase("a calendar writes a length of time as PT1H30M or P2D"),
}
_OTHERWISE = phrase("it is not written as calendars write it")


def calendars(lines: Lines, name: str) -> Sequence[Component]:
    """Build components of the lines, without what cannot be read; FormatError where that is no calendar at all.

    What of events cannot be read the library keeps by itself; a line elsewhere, or a zone, would cost the whole file.
    """
    found = _built(lines.kept)
    if found is None and _drop_broken_lines(lines, name):
        found = _built(lines.kept)
    if found is None and _drop_zones(lines):
        found = _built(lines.kept)
    if found is None:
        raise FormatError(
            "%(name)s is a broken calendar, and what is wrong in it could not be found. Export it anew, or give its "
            "events as a table.",
            name=name,
        )
    for component, held in zip(events_in(found), lines.texts, strict=False):
        for key, values in held.items():
            component[key] = values if len(values) != 1 else values[0]
    return found


def events_in(found: Iterable[Component]) -> Iterator[Component]:
    return (one for calendar in found for one in calendar.subcomponents if one.name in EVENTS)


def _built(kept: Iterable[Numbered]) -> Sequence[Component] | None:
    """Let the library build components; None where it cannot."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of zones whose names it guesses; the offset is shown beside each date
        try:
            found: Sequence[Component] = Calendar.from_ical("\r\n".join(line for _, line in kept), multiple=True)
        except (ValueError, IndexError, KeyError):  # all that it has for lines it cannot read
            return None
    return found


def _drop_broken_lines(lines: Lines, name: str) -> bool:
    """Refuse lines that are no property; return whether there were any."""
    sound = []
    for number, line in lines.kept:
        try:
            Contentline(line).parts()  # type: ignore[no-untyped-call]
        except ValueError:
            lines.broken.append(no_property(name, number, line))
        else:
            sound.append((number, line))
    has_broken, lines.kept = len(sound) < len(lines.kept), sound
    return has_broken


def _drop_zones(lines: Lines) -> bool:
    """Leave out the zones that the file describes, and say so; return whether there were any."""
    sound, within, first = [], False, 0
    for number, line in lines.kept:
        plain = line.strip().upper()
        if plain == "BEGIN:VTIMEZONE":
            within, first = True, first or number
        if not within:
            sound.append((number, line))
        within = within and plain != "END:VTIMEZONE"
    if first:
        lines.told.append(Finding("unread-zones", "warning", params=(("line", f"{first:,}"),)))
    lines.kept = sound
    return bool(first)


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
                params = (("reason", _REASONS.get(key, _OTHERWISE)),)
                findings.append(Finding("unread-value", column=key, value=str(item)[:200], params=params))
        del properties[key]
        if sound:
            properties[key] = sound if len(sound) > 1 else sound[0]
    return properties


def moment_in(value: Any) -> Any:
    """Return what a property says of when; None for one that says nothing, or nothing that could be read."""
    return None if isinstance(value, vBroken) else getattr(value, "dt", None)
