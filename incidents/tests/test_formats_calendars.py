"""Calendars as programs write them: moved times, exceptions and further dates in other zones, odd lines."""

from __future__ import annotations

import io

import pytest

from incidents.drafts import EventDraft, Finding, IncidentDraft
from incidents.formats import ics
from incidents.formats.base import FormatError, Options, Refused
from incidents.formats.findings import sentence_of

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


def test_a_time_that_was_moved_with_all_later_ones_moves_them_on_the_clock_there() -> None:
    talks = event(*WEEKLY[:3], "RRULE:FREQ=WEEKLY;COUNT=5", "DTEND;TZID=Europe/Berlin:20210301T110000")
    later = ("UID:a", "SUMMARY:Long talks", "DTSTART;TZID=Europe/Berlin:20210316T140000")
    length = "DTEND;TZID=Europe/Berlin:20210316T160000"
    onward = event(*later, length, "RECURRENCE-ID;RANGE=THISANDFUTURE:20210315T090000Z")
    once = event("UID:a", "SUMMARY:Once", "DTSTART:20210325T090000Z", "RECURRENCE-ID:20210322T090000Z")
    expected = [
        ("Talks", "2021-03-01T10:00:00+01:00/2021-03-01T11:00:00+01:00"),
        ("Talks", "2021-03-08T10:00:00+01:00/2021-03-08T11:00:00+01:00"),
        ("Long talks", "2021-03-16T14:00:00+01:00/2021-03-16T16:00:00+01:00"),
        ("Long talks", "2021-03-30T14:00:00+02:00/2021-03-30T16:00:00+02:00"),  # the summer has begun
        ("Once", "2021-03-25T09:00:00Z"),
    ]
    for text in (calendar(*talks, *onward, *once), calendar(*onward, *talks, *once)):
        made = [one for one in read(text) if isinstance(one, EventDraft)]
        assert sorted((one.headline, one.date.edtf) for one in made if one.date) == sorted(expected)
        assert len({one.import_ref for one in made}) == 5
    days = event("UID:d", "SUMMARY:D", "DTSTART;VALUE=DATE:20210301", "RRULE:FREQ=DAILY;COUNT=4")
    shifted = event(
        "UID:d", "SUMMARY:D", "DTSTART;VALUE=DATE:20210304", "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20210303"
    )
    assert sorted(dates(calendar(*days, *shifted))) == ["2021-03-01", "2021-03-02", "2021-03-04", "2021-03-05"]


def said(text: str) -> list[tuple[int | None, str]]:
    found = read(text)
    alone = [(None, sentence_of(one)) for one in found if isinstance(one, Finding)]
    return alone + [
        (one.origin.row, sentence_of(finding))
        for one in found
        if isinstance(one, EventDraft | Refused) and one.origin
        for finding in one.findings
    ]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("DTEND;VALUE=DATE:2021x", "This value cannot be read: a calendar writes a day as 20210304"),
        ("RECURRENCE-ID:soon", "This value cannot be read: a calendar writes a day as 20210304"),
        ("DURATION:long", "This value cannot be read: a calendar writes a length of time as PT1H30M"),
        ("RRULE:FREQ=NEVER", "This value cannot be read: a calendar writes a rule as FREQ=WEEKLY"),
        ("RRULE:COUNT=3", "This value cannot be read: a calendar writes a rule as FREQ=WEEKLY"),
        ("DTSTART;TZID=Nowhere/At-all:20210304T100000", "The zone “Nowhere/At-all” is not known"),
    ],
)
def test_what_is_wrong_with_a_property_is_said_in_a_sentence_of_ours_with_its_line(line: str, sentence: str) -> None:
    start = "" if line.startswith("DTSTART") else "DTSTART;VALUE=DATE:20210304"
    ((row, words),) = said(calendar(*event("UID:1", "SUMMARY:Fire", *filter(None, (start, line)))))
    assert row == 17  # where its event begins
    assert words.startswith(sentence)


def test_a_calendar_that_was_cut_off_gives_what_there_is_and_says_so() -> None:
    whole = calendar(*event("UID:1", "SUMMARY:One", "DTSTART:20210304T100000Z"), "BEGIN:VEVENT", "SUMMARY:Two")
    cut = whole.replace("END:VCALENDAR\r\n", "")
    assert dates(cut) == ["2021-03-04T10:00:00Z", ""]
    assert [words[:46] for row, words in said(cut) if row is None] == [
        "The VEVENT that begins in line 22 never ends, ", "The VCALENDAR that begins in line 1 never ends",
    ]  # fmt: skip
    lost = calendar(
        "BEGIN:VEVENT",
        "SUMMARY:One",
        "DTSTART:20210304T100000Z",
        *event("UID:2", "DTSTART:20210305T100000Z", "SUMMARY:Two"),
    )
    assert dates(lost) == ["2021-03-04T10:00:00Z", "2021-03-05T10:00:00Z"]
    assert said(calendar("END:VEVENT")) == [(None, "Line 17 ends a VEVENT that never began; it was left out.")]


def test_a_broken_zone_or_line_costs_itself_and_not_the_calendar() -> None:
    fire = event("UID:1", "SUMMARY:Fire", "DTSTART;TZID=Europe/Berlin:20210304T100000")
    broken = calendar(*fire).replace("TZOFFSETFROM:+0200", "TZOFFSETFROM:later")
    assert dates(broken) == ["2021-03-04T10:00:00+01:00"]
    assert said(broken)[0][1].startswith("A zone that the calendar describes, in line 2 or below, cannot be read")
    assert said(calendar("METHOD;=:x", *fire)) == [
        (17, "This line is none of a calendar: a name, a colon and a value are expected."),
    ]
    with pytest.raises(FormatError, match="it is not text. Give the file as the calendar program exports it"):
        read(calendar("\x01\x02\x03\x04\x05" * 300))


def test_a_calendar_is_called_by_the_older_custom_or_by_the_standard() -> None:
    (title, _event) = read(
        calendar("NAME:Harbour", "DESCRIPTION:All of it", *event("SUMMARY:Talks", "DTSTART:20210301"))
    )
    assert isinstance(title, IncidentDraft)
    assert (title.title, title.summary) == ("Harbour", "All of it")


def test_a_property_whose_parameters_never_end_is_refused_by_its_line() -> None:
    text = calendar(*event("UID:a", 'DTSTART;TZID="Europe/Berlin:20230919', "SUMMARY:Talks"))
    refused, one = read(text)
    assert isinstance(refused, Refused)
    assert refused.origin.row == text.split("\r\n").index('DTSTART;TZID="Europe/Berlin:20230919') + 1
    assert isinstance(one, EventDraft)
