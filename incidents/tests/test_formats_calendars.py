"""Calendars as programs write them: moved times, exceptions and further dates in other zones, odd lines."""

from __future__ import annotations

import io

from incidents.drafts import EventDraft
from incidents.formats import ics
from incidents.formats.base import Options, Refused

BERLIN = (
    "BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "BEGIN:STANDARD", "DTSTART:19701025T030000", "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "BEGIN:DAYLIGHT",
    "DTSTART:19700329T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT", "END:VTIMEZONE",
)  # fmt: skip
WEEKLY = ("UID:a", "SUMMARY:Talks", "DTSTART;TZID=Europe/Berlin:20210301T100000", "RRULE:FREQ=WEEKLY;COUNT=3")


def event(*lines: str) -> tuple[str, ...]:
    return ("BEGIN:VEVENT", *lines, "END:VEVENT")


def calendar(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VCALENDAR", *BERLIN, *lines, "END:VCALENDAR", ""))


def read(text: str) -> list[object]:
    return list(ics.FORMAT.read(io.BytesIO(text.encode()), "c.ics", Options()))


def dates(text: str) -> list[str]:
    return [one.date.edtf if one.date else "" for one in read(text) if isinstance(one, EventDraft)]


def test_a_time_that_was_moved_or_cancelled_does_not_stand_where_it_was_as_well() -> None:
    moved = event("UID:a", "SUMMARY:Talks", "DTSTART:20210309T130000Z", "RECURRENCE-ID:20210308T090000Z")
    assert dates(calendar(*event(*WEEKLY), *moved)) == [
        "2021-03-01T10:00:00+01:00", "2021-03-15T10:00:00+01:00", "2021-03-09T13:00:00Z",
    ]  # fmt: skip
    first = event("UID:a", "SUMMARY:Talks", "DTSTART:20210302T090000Z", "RECURRENCE-ID:20210301T090000Z")
    assert dates(calendar(*first, *event(*WEEKLY, "DTEND;TZID=Europe/Berlin:20210301T110000"))) == [
        "2021-03-02T09:00:00Z",
        "2021-03-08T10:00:00+01:00/2021-03-08T11:00:00+01:00",
        "2021-03-15T10:00:00+01:00/2021-03-15T11:00:00+01:00",
    ]
    others = event("UID:b", "SUMMARY:Others", "DTSTART:20210309T130000Z", "RECURRENCE-ID:20210308T090000Z")
    assert len(dates(calendar(*event(*WEEKLY), *others))) == 4


def test_of_an_endless_rule_the_first_time_that_takes_place_and_its_further_dates_are_read() -> None:
    lines = ("UID:a", "SUMMARY:Talks", "DTSTART;TZID=Europe/Berlin:20210301T100000", "RRULE:FREQ=WEEKLY")
    assert dates(calendar(*event(*lines, "RDATE:20220105T080000Z"))) == [
        "2021-03-01T10:00:00+01:00", "2022-01-05T09:00:00+01:00",
    ]  # fmt: skip
    assert dates(calendar(*event(*lines, "EXDATE:20210301T090000Z"))) == ["2021-03-08T10:00:00+01:00"]


def test_exceptions_and_ends_of_rules_are_meant_in_the_zone_they_name() -> None:
    assert dates(calendar(*event(*WEEKLY, "EXDATE:20210308T090000Z"))) == [
        "2021-03-01T10:00:00+01:00", "2021-03-15T10:00:00+01:00",
    ]  # fmt: skip
    assert len(dates(calendar(*event(*WEEKLY, "EXDATE;VALUE=DATE:20210315")))) == 2
    daily = ("UID:a", "SUMMARY:Talks", "DTSTART;TZID=Europe/Berlin:20210301T003000")
    assert dates(calendar(*event(*daily, "RRULE:FREQ=DAILY;UNTIL=20210301T233000Z")))[-1] == "2021-03-02T00:30:00+01:00"
    assert len(dates(calendar(*event(*daily, "RRULE:FREQ=DAILY;UNTIL=20210302T003000Z")))) == 2


def test_lines_that_programs_write_with_blanks_or_a_zone_too_many_are_read() -> None:
    assert len(dates(calendar(*event("SUMMARY:Talks", "DTSTART:20210301T100000Z",
                                     "RRULE:FREQ=DAILY;COUNT=4;BYDAY=MO, TU, WE")))) == 4  # fmt: skip
    birthday = event("SUMMARY:Birthday", "DTSTART;VALUE=DATE:20210301", "RDATE:20220301Z")
    assert dates(calendar(*birthday)) == ["2021-03-01", "2022-03-01"]


def test_what_stands_outside_of_a_calendar_is_an_event_of_its_own() -> None:
    outside = "\r\n".join(event("UID:x", "SUMMARY:Outside", "DTSTART;VALUE=DATE:20210401", "CATEGORIES:Two"))
    whole = f"{calendar(*event('UID:y', 'SUMMARY:Inside', 'DTSTART;VALUE=DATE:20210301', 'CATEGORIES:One'))}{outside}"
    items = read(whole + "\r\n" + calendar(*event("UID:z", "SUMMARY:Last", "DTSTART;VALUE=DATE:20210501")))
    assert not any(isinstance(one, Refused) for one in items)
    assert [(one.headline, one.tags) for one in items if isinstance(one, EventDraft)] == [
        ("Inside", ("One",)), ("Outside", ("Two",)), ("Last", ()),
    ]  # fmt: skip
