from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from incidents.temporal.edtf import (
    EDTF,
    MAX_LENGTH,
    MAX_SECONDS,
    MIN_SECONDS,
    EDTFError,
    Form,
    between,
    from_date,
    from_datetime,
    from_parts,
    narrow,
)
from incidents.temporal.gregorian import days_from_civil


def first_second(day: str) -> int:
    return days_from_civil(*civil(day)) * 86_400


def last_second(day: str) -> int:
    return first_second(day) + 86_399


def civil(day: str) -> tuple[int, int, int]:
    year, month, day_of_month = day.rsplit("-", 2)
    return int(year), int(month), int(day_of_month)


def bounds(value: EDTF) -> tuple[int, int]:
    return value.earliest, value.latest


# The examples of the Library of Congress' specification (2019): value, first day, last day, precision.

LEVEL_0 = [
    pytest.param("1985-04-12", "1985-04-12", "1985-04-12", "day", id="day"),
    pytest.param("1985-04", "1985-04-01", "1985-04-30", "month", id="month"),
    pytest.param("1985", "1985-01-01", "1985-12-31", "year", id="year"),
    pytest.param("1964/2008", "1964-01-01", "2008-12-31", "year", id="years"),
    pytest.param("2004-06/2006-08", "2004-06-01", "2006-08-31", "month", id="months"),
    pytest.param("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", "day", id="days"),
    pytest.param("2004-02-01/2005-02", "2004-02-01", "2005-02-28", "month", id="day-to-month"),
    pytest.param("2004-02-01/2005", "2004-02-01", "2005-12-31", "year", id="day-to-year"),
    pytest.param("2005/2006-02", "2005-01-01", "2006-02-28", "year", id="year-to-month"),
]
LEVEL_1 = [
    pytest.param("Y170000002", "170000002-01-01", "170000002-12-31", "year", id="long-year"),
    pytest.param("Y-170000002", "-170000002-01-01", "-170000002-12-31", "year", id="long-year-before-0"),
    pytest.param("2001-21", "2001-03-01", "2001-05-31", "season", id="spring"),
    pytest.param("1984?", "1984-01-01", "1984-12-31", "year", id="uncertain-year"),
    pytest.param("2004-06~", "2004-06-01", "2004-06-30", "month", id="approximate-month"),
    pytest.param("2004-06-11%", "2004-06-11", "2004-06-11", "day", id="uncertain-approximate-day"),
    pytest.param("201X", "2010-01-01", "2019-12-31", "decade", id="decade"),
    pytest.param("20XX", "2000-01-01", "2099-12-31", "century", id="century"),
    pytest.param("2004-XX", "2004-01-01", "2004-12-31", "year", id="some-month"),
    pytest.param("1985-04-XX", "1985-04-01", "1985-04-30", "month", id="some-day"),
    pytest.param("1985-XX-XX", "1985-01-01", "1985-12-31", "year", id="some-day-of-the-year"),
    pytest.param("1985-04-12/", "1985-04-12", "1985-04-12", "day", id="unknown-end-after-day"),
    pytest.param("1985-04/", "1985-04-01", "1985-04-30", "month", id="unknown-end-after-month"),
    pytest.param("/1985", "1985-01-01", "1985-12-31", "year", id="unknown-start-before-year"),
    pytest.param("-1985", "-1985-01-01", "-1985-12-31", "year", id="year-before-0"),
]
LEVEL_2 = [
    pytest.param("Y-17E7", "-170000000-01-01", "-170000000-12-31", "year", id="exponential-year"),
    pytest.param("1950S2", "1900-01-01", "1999-12-31", "century", id="significant-digits"),
    pytest.param("Y171010000S3", "171000000-01-01", "171999999-12-31", "eon", id="significant-long"),
    pytest.param("Y3388E2S3", "338000-01-01", "338999-12-31", "millennium", id="significant-exponential"),
    pytest.param("2001-34", "2001-04-01", "2001-06-30", "season", id="second-quarter"),
    pytest.param("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", "year", id="one-of"),
    pytest.param("[1667,1760-12]", "1667-01-01", "1760-12-31", "year", id="one-of-year-or-month"),
    pytest.param("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31", "year", id="all-of"),
    pytest.param("{1960,1961-12}", "1960-01-01", "1961-12-31", "year", id="all-of-year-and-month"),
    pytest.param("2004-06~-11", "2004-06-11", "2004-06-11", "day", id="group-month"),
    pytest.param("2004?-06-11", "2004-06-11", "2004-06-11", "day", id="group-year"),
    pytest.param("?2004-06-~11", "2004-06-11", "2004-06-11", "day", id="own-year-and-day"),
    pytest.param("2004-%06-11", "2004-06-11", "2004-06-11", "day", id="own-month"),
    pytest.param("156X-12-25", "1560-12-25", "1569-12-25", "decade", id="christmas-of-a-decade"),
    pytest.param("15XX-12-25", "1500-12-25", "1599-12-25", "century", id="christmas-of-a-century"),
    pytest.param("XXXX-12-XX", "0000-12-01", "9999-12-31", "eon", id="some-december"),
    pytest.param("1XXX-XX", "1000-01-01", "1999-12-31", "millennium", id="month-of-a-millennium"),
    pytest.param("1XXX-12", "1000-12-01", "1999-12-31", "millennium", id="december-of-a-millennium"),
    pytest.param("1984-1X", "1984-10-01", "1984-12-31", "year", id="october-to-december"),
    pytest.param("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20", "day", id="approximate-ends"),
    pytest.param("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03", "month", id="some-day-to-day"),
]
CHOICES = [
    pytest.param("0000", "0000-01-01", "0000-12-31", "year", id="year-0"),
    pytest.param("-0044-03-15", "-44-03-15", "-44-03-15", "day", id="ides-of-march"),
    pytest.param("2000-02", "2000-02-01", "2000-02-29", "month", id="february-of-2000"),
    pytest.param("1900-02", "1900-02-01", "1900-02-28", "month", id="february-of-1900"),
    pytest.param("2023-XX-31", "2023-01-31", "2023-12-31", "year", id="some-31st"),
    pytest.param("2023-X2-3X", "2023-12-30", "2023-12-31", "year", id="only-december-has-a-30th"),
    pytest.param("19XX-02-29", "1904-02-29", "1996-02-29", "century", id="leap-day-of-a-century"),
    pytest.param("XX00-02-29", "0000-02-29", "9600-02-29", "eon", id="leap-day-of-a-round-year"),
    pytest.param("-1XXX", "-1999-01-01", "-1000-12-31", "millennium", id="millennium-before-0"),
    pytest.param("-XXXX", "-9999-01-01", "-1-12-31", "eon", id="any-year-before-0"),
    pytest.param("-1950S2", "-1999-01-01", "-1900-12-31", "century", id="significant-before-0"),
    pytest.param("1950S4", "1950-01-01", "1950-12-31", "year", id="all-digits-significant"),
    pytest.param("201X-23", "2010-09-01", "2019-11-30", "decade", id="autumn-of-a-decade"),
    pytest.param("[1984]", "1984-01-01", "1984-12-31", "year", id="set-of-one"),
    pytest.param("Y17E7/Y18E7", "170000000-01-01", "180000000-12-31", "year", id="long-interval"),
]
SEASONS = [
    pytest.param("21", "2023-03-01", "2023-05-31", id="spring"),
    pytest.param("22", "2023-06-01", "2023-08-31", id="summer"),
    pytest.param("23", "2023-09-01", "2023-11-30", id="autumn"),
    pytest.param("24", "2023-12-01", "2024-02-29", id="winter-into-a-leap-year"),
    pytest.param("25", "2023-03-01", "2023-05-31", id="northern-spring"),
    pytest.param("26", "2023-06-01", "2023-08-31", id="northern-summer"),
    pytest.param("27", "2023-09-01", "2023-11-30", id="northern-autumn"),
    pytest.param("28", "2023-12-01", "2024-02-29", id="northern-winter"),
    pytest.param("29", "2023-09-01", "2023-11-30", id="southern-spring"),
    pytest.param("30", "2023-12-01", "2024-02-29", id="southern-summer"),
    pytest.param("31", "2023-03-01", "2023-05-31", id="southern-autumn"),
    pytest.param("32", "2023-06-01", "2023-08-31", id="southern-winter"),
    pytest.param("33", "2023-01-01", "2023-03-31", id="quarter-1"),
    pytest.param("34", "2023-04-01", "2023-06-30", id="quarter-2"),
    pytest.param("35", "2023-07-01", "2023-09-30", id="quarter-3"),
    pytest.param("36", "2023-10-01", "2023-12-31", id="quarter-4"),
    pytest.param("37", "2023-01-01", "2023-04-30", id="quadrimester-1"),
    pytest.param("38", "2023-05-01", "2023-08-31", id="quadrimester-2"),
    pytest.param("39", "2023-09-01", "2023-12-31", id="quadrimester-3"),
    pytest.param("40", "2023-01-01", "2023-06-30", id="semester-1"),
    pytest.param("41", "2023-07-01", "2023-12-31", id="semester-2"),
]


@pytest.mark.parametrize(("text", "first", "last", "precision"), LEVEL_0 + LEVEL_1 + LEVEL_2 + CHOICES)
def test_value_gives_its_bounds_and_precision(text: str, first: str, last: str, precision: str) -> None:
    value = EDTF.parse(text)
    assert str(value) == text
    assert bounds(value) == (first_second(first), last_second(last))
    assert value.precision == precision


@pytest.mark.parametrize(("code", "first", "last"), SEASONS)
def test_part_of_a_year_has_its_months(code: str, first: str, last: str) -> None:
    value = EDTF.parse(f"2023-{code}")
    assert bounds(value) == (first_second(first), last_second(last))
    assert (value.form, value.year, value.month, value.season) == ("season", 2023, None, int(code))


@pytest.mark.parametrize(
    ("text", "canonical", "instant"),
    [
        pytest.param("1985-04-12T23:20:30", "1985-04-12T23:20:30", "1985-04-12T23:20:30", id="local-as-utc"),
        pytest.param("1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30", id="utc"),
        pytest.param("1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04", "1985-04-13T03:20:30", id="hours"),
        pytest.param("1985-04-12T23:20:30+04:30", "1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30", id="minutes"),
        pytest.param("2023-09-19T14:30+02:00", "2023-09-19T14:30:00+02:00", "2023-09-19T12:30:00", id="completed"),
        pytest.param("2023-09-19T14:30", "2023-09-19T14:30:00", "2023-09-19T14:30:00", id="completed-local"),
        pytest.param("2023-12-31T24:00:00Z", "2023-12-31T24:00:00Z", "2024-01-01T00:00:00", id="end-of-the-day"),
    ],
)
def test_date_and_time_is_one_second(text: str, canonical: str, instant: str) -> None:
    value = EDTF.parse(text)
    seconds = int(datetime.fromisoformat(instant).replace(tzinfo=UTC).timestamp())
    assert str(value) == canonical
    assert bounds(value) == (seconds, seconds)
    assert (value.form, value.precision) == ("datetime", "second")


def test_date_and_time_keeps_clock_and_zone_as_written() -> None:
    value = EDTF.parse("2023-09-19T01:30+02:00")
    assert (value.year, value.month, value.day) == (2023, 9, 19)
    assert (value.clock, value.zone) == ("01:30:00", "+02:00")
    assert (EDTF.parse("2023-09-19").clock, EDTF.parse("2023-09-19").zone) == ("", "")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("1985-04-12/..", "1985-04-12", None, id="open-end"),
        pytest.param("../1985-04", None, "1985-04-30", id="open-start"),
        pytest.param("[..1760-12-03]", None, "1760-12-03", id="on-or-before"),
        pytest.param("[1760-12..]", "1760-12-01", None, id="in-or-after"),
        pytest.param("[1760-01,1760-02,1760-12..]", "1760-01-01", None, id="one-of-or-after"),
        pytest.param("{..1984}", None, "1984-12-31", id="all-until"),
    ],
)
def test_open_end_lies_as_far_as_can_be(text: str, first: str | None, last: str | None) -> None:
    value = EDTF.parse(text)
    assert str(value) == text
    assert value.earliest == (MIN_SECONDS if first is None else first_second(first))
    assert value.latest == (MAX_SECONDS if last is None else last_second(last))


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        pytest.param("2023-06/..", (False, True, False, False), id="open-end"),
        pytest.param("../2023-06", (True, False, False, False), id="open-start"),
        pytest.param("2023-06/", (False, False, False, True), id="unknown-end"),
        pytest.param("/2023-06", (False, False, True, False), id="unknown-start"),
        pytest.param("2023-06/2023-07", (False, False, False, False), id="both-known"),
        pytest.param("2023-06", (False, False, False, False), id="no-interval"),
    ],
)
def test_interval_tells_open_from_unknown(text: str, flags: tuple[bool, ...]) -> None:
    value = EDTF.parse(text)
    assert (value.open_start, value.open_end, value.unknown_start, value.unknown_end) == flags


def test_interval_and_set_give_what_they_hold() -> None:
    interval = EDTF.parse("2023-09-11/2023-09-17")
    assert (interval.form, interval.start, interval.end) == (
        "interval",
        EDTF.parse("2023-09-11"),
        EDTF.parse("2023-09-17"),
    )
    choice = EDTF.parse("[..1660,1667?, 1670..1672]")
    assert str(choice) == "[..1660,1667?,1670..1672]"
    assert choice.form is Form.ONE_OF
    assert choice.members == tuple(map(EDTF.parse, ("../1660", "1667?", "1670/1672")))
    assert EDTF.parse("{1960,1961-12}").form is Form.ALL_OF


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        pytest.param("2023-09-19~", 2023, 9, 19, id="day"),
        pytest.param("-0044", -44, None, None, id="year-before-0"),
        pytest.param("1984-1X", 1984, None, None, id="part-of-the-month-unknown"),
        pytest.param("156X-12-25", None, 12, 25, id="part-of-the-year-unknown"),
        pytest.param("Y-17E7", -170_000_000, None, None, id="exponential-year"),
        pytest.param("Y17E99999999", None, None, None, id="year-beyond-numbers"),
        pytest.param("1950S2", 1950, None, None, id="estimate"),
        pytest.param("2023/2024", None, None, None, id="interval"),
    ],
)
def test_plain_date_gives_its_parts(text: str, year: int | None, month: int | None, day: int | None) -> None:
    value = EDTF.parse(text)
    assert (value.year, value.month, value.day) == (year, month, day)


@pytest.mark.parametrize(
    ("text", "marks", "uncertain", "approximate"),
    [
        pytest.param("2004-06-11%", "% % %", True, True, id="whole"),
        pytest.param("2004-06~-11", "~ ~ -", False, True, id="month-and-left-of-it"),
        pytest.param("2004?-06-11", "? - -", True, False, id="year"),
        pytest.param("?2004-06-~11", "? - ~", True, True, id="each-its-own"),
        pytest.param("2004-%06-11", "- % -", True, True, id="month-only"),
        pytest.param("2004-~06-11?", "? % ?", True, True, id="own-and-whole"),
        pytest.param("Y-17E7~", "~ - -", False, True, id="long-year"),
        pytest.param("2001-~21", "- ~ -", False, True, id="season"),
        pytest.param("2004-06-11", "- - -", False, False, id="none"),
        pytest.param("2004~/2005?", "- - -", True, True, id="ends-of-an-interval"),
    ],
)
def test_marks_hold_for_the_parts_they_stand_at(text: str, marks: str, uncertain: bool, approximate: bool) -> None:
    value = EDTF.parse(text)
    found = [value.qualifier("year"), value.qualifier("month"), value.qualifier("day")]
    assert " ".join(mark or "-" for mark in found) == marks
    assert (value.uncertain, value.approximate) == (uncertain, approximate)


def test_marks_do_not_widen_the_bounds() -> None:
    assert bounds(EDTF.parse("2004-06-11%")) == bounds(EDTF.parse("2004-06-11"))


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        pytest.param("", "write for example 2023-09-19", id="empty"),
        pytest.param("2023-02-30", "'2023-02-30' is not an EDTF date: there is no day 30", id="february-30"),
        pytest.param("1900-02-29", "its days are 01 to 28", id="no-leap-year"),
        pytest.param("2023-04-31", "its days are 01 to 30", id="april-31"),
        pytest.param("2023-04-00", "its days are 01 to 30", id="day-0"),
        pytest.param("2023-13", "there is no month 13; it is 01 to 12, or 21 to 41", id="month-13"),
        pytest.param("2023-00", "there is no month 00", id="month-0"),
        pytest.param("2023-42", "there is no month 42", id="season-42"),
        pytest.param("2023-21-01", "has no days", id="day-of-a-season"),
        pytest.param("2023-2X", "no day of the calendar", id="masked-month-that-is-none"),
        pytest.param("2023-0X-32", "no day of the calendar", id="masked-month-without-that-day"),
        pytest.param("1XXX-02-30", "no day of the calendar", id="masked-february-30"),
        pytest.param("XXX1-02-29", "no day of the calendar", id="masked-odd-leap-year"),
        pytest.param("2023-09-19T25:00:00", "a time goes from 00:00:00 to 23:59:59", id="hour-25"),
        pytest.param("2023-09-19T23:60", "a time goes from", id="minute-60"),
        pytest.param("2023-09-19T23:59:60Z", "a time goes from", id="leap-second"),
        pytest.param("2023-09-19T24:00:01", "24:00:00 at the end", id="after-24"),
        pytest.param("2023-09-19T14:30:00+15:00", "-14:00 to +14:00", id="zone-15"),
        pytest.param("2023-09-19T14:30:00-00:00", "-00:00 is written Z", id="zone-minus-0"),
        pytest.param("2023-09-19T14:30:00.5Z", "without fractions", id="fraction"),
        pytest.param("2023-09-31T14:30:00Z", "its days are 01 to 30", id="day-of-a-time"),
        pytest.param("2023-21-01T14:30:00Z", "has no days", id="season-with-a-time"),
        pytest.param("2023-09-19 14:30", "write for example", id="blank-for-T"),
        pytest.param("2023-9-19", "write for example", id="one-digit"),
        pytest.param("19/09/2023", "a day is 2023-09-19", id="slashes"),
        pytest.param("20230919", "write for example", id="basic-format"),
        pytest.param("201", "write for example", id="three-digits"),
        pytest.param("201x", "its letters are capitals, 201X", id="small-x"),
        pytest.param("٢٠٢٣", "write for example", id="other-digits"),
        pytest.param("-0000", "the year 0 has no sign, 0000", id="minus-0"),
        pytest.param("Y2023", "a year of four digits has no Y, 2023", id="short-long-year"),
        pytest.param("Y-44", "has no Y, -0044", id="short-long-year-before-0"),
        pytest.param("Y0170000002", "no leading 0 and no month", id="long-year-with-0"),
        pytest.param("Y17E7-12", "no leading 0 and no month", id="month-of-a-long-year"),
        pytest.param("1950S5", "here 1 to 4", id="too-many-significant"),
        pytest.param("1950S0", "as in 1950S2", id="no-significant"),
        pytest.param("1950S2-12", "as in 1950S2", id="significant-month"),
        pytest.param("19XXS2", "as in 1950S2", id="significant-x"),
        pytest.param("2024/2023", "the earlier date comes first, 2023 before 2024", id="backwards"),
        pytest.param("[2024..2023]", "the earlier date comes first", id="backwards-range"),
        pytest.param("../..", "a date on at least one side", id="open-open"),
        pytest.param("/", "a date on at least one side", id="unknown-unknown"),
        pytest.param("1/2/3", "one slash", id="two-slashes"),
        pytest.param("2004/open", "an open end is written ..", id="old-open"),
        pytest.param("2004/[2005,2006]", "write for example", id="set-in-interval"),
        pytest.param("2004..2005", "a range stands in a set", id="range-without-set"),
        pytest.param("[2004", "ends with ]", id="unclosed"),
        pytest.param("[2004}", "ends with ]", id="closed-otherwise"),
        pytest.param("{2004,}", "on both sides of each comma", id="trailing-comma"),
        pytest.param("[]", "on both sides of each comma", id="empty-set"),
        pytest.param("[..]", "a date on at least one side", id="open-set"),
        pytest.param("[2004..,2005]", "before the first or after the last", id="open-in-the-middle"),
        pytest.param("[[2004],2005]", "write for example", id="set-in-set"),
        pytest.param("2004??", "write for example", id="two-marks"),
        pytest.param("2023-09-19\x00", "write for example", id="nul"),
    ],
)
def test_refusal_says_what_would_be_right(text: str, advice: str) -> None:
    with pytest.raises(EDTFError, match=re.escape(advice)):
        EDTF.parse(text)


@pytest.mark.parametrize("unit", ["2", "X", "[", "{2004,", "/", "..", "Y9", "1984?-", "-"])
def test_long_text_is_refused_by_its_length(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    with pytest.raises(EDTFError, match=r"at most 200 characters; this one has 100,000\."):
        EDTF.parse(text)


def test_seconds_written_out_keep_the_length_cap() -> None:
    times = [f"2023-09-{day:02}T10:00" for day in range(1, 12)]
    with pytest.raises(EDTFError, match="more than 200 characters"):
        EDTF.parse(f"[{','.join(times)}]")
    assert len(str(EDTF.parse(f"[{','.join(times[:9])}]"))) <= MAX_LENGTH


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        pytest.param("Y17E99999999", MAX_SECONDS, id="exponent-of-eight-digits"),
        pytest.param("Y-17E99999999S3", MIN_SECONDS, id="before-0-with-significant-digits"),
        pytest.param("Y9E" + "9" * 197, MAX_SECONDS, id="exponent-of-197-digits"),
        pytest.param("Y-" + "9" * 198, MIN_SECONDS, id="198-digits"),
        pytest.param("Y292277026597", MAX_SECONDS, id="first-year-past-64-bits"),
    ],
)
def test_years_past_64_bits_are_clamped(text: str, limit: int) -> None:
    assert bounds(EDTF.parse(text)) == (limit, limit)


def test_last_year_of_64_bits_is_clamped_at_its_end_only() -> None:
    value = EDTF.parse("Y292277026596")
    assert value.earliest < value.latest == MAX_SECONDS


def test_order_reaches_from_before_year_0_to_beyond_9999() -> None:
    texts = ["Y-17E7", "-0044-03-15", "0000", "1XXX", "1985", "1985-01", "1985-01-01", "1985/..", "Y17E7"]
    expected = ["Y-17E7", "-0044-03-15", "0000", "1XXX", "1985-01-01", "1985-01", "1985", "1985/..", "Y17E7"]
    assert [str(value) for value in sorted(map(EDTF.parse, texts))] == expected


def test_equal_bounds_are_ordered_by_text() -> None:
    assert EDTF.parse("2023") < EDTF.parse("2023?") < EDTF.parse("2023~")
    assert EDTF.parse("2023") != EDTF.parse("2023?")


def test_value_is_neither_text_nor_comparable_to_it() -> None:
    assert EDTF.parse("2023") != "2023"
    with pytest.raises(TypeError):
        sorted([EDTF.parse("2023"), "2022"])  # type: ignore[type-var]


def test_value_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        EDTF.parse("2023").year = 2024  # type: ignore[misc]


def test_blanks_between_dates_do_not_count() -> None:
    assert EDTF.parse("  2023-09 ") == EDTF.parse("2023-09")
    assert EDTF.parse("2023-09 / ..") == EDTF.parse("2023-09/..")
    assert EDTF.parse("{ 1960 .. 1962 , 1965 }") == EDTF.parse("{1960..1962,1965}")


# Constructors and parts


def test_values_are_made_from_calendar_parts() -> None:
    assert str(from_parts(2023)) == "2023"
    assert str(from_parts(2023, 9)) == "2023-09"
    assert str(from_parts(2023, 21)) == "2023-21"
    assert str(from_parts(-44, 3, 15)) == "-0044-03-15"
    assert str(from_parts(0)) == "0000"
    assert str(from_parts(-170_000_002)) == "Y-170000002"
    assert str(from_date(date(987, 6, 5))) == "0987-06-05"
    assert str(from_date(datetime(2023, 9, 19, 14, 30))) == "2023-09-19"  # noqa: DTZ001 - a local time


@pytest.mark.parametrize("parts", [(2023, 2, 30), (2023, 13), (2023, None, 5), (10_000, 1), (2023, -1)])
def test_impossible_calendar_parts_are_refused(parts: tuple[int, ...]) -> None:
    with pytest.raises(EDTFError):
        from_parts(*parts)


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        pytest.param(datetime(2023, 9, 19, 14, 30, 5, 999), "2023-09-19T14:30:05", id="local"),  # noqa: DTZ001
        pytest.param(datetime(2023, 9, 19, 14, 30, tzinfo=UTC), "2023-09-19T14:30:00+00:00", id="utc"),
        pytest.param(
            datetime(2023, 9, 19, tzinfo=timezone(timedelta(hours=-4))),
            "2023-09-19T00:00:00-04:00",
            id="zone",
        ),
        pytest.param(
            datetime(1900, 1, 1, tzinfo=timezone(timedelta(minutes=19, seconds=32))),
            "1899-12-31T23:40:28+00:00",
            id="zone-with-seconds",
        ),
    ],
)
def test_values_are_made_from_date_and_time(moment: datetime, text: str) -> None:
    assert str(from_datetime(moment)) == text


def test_time_that_utc_cannot_hold_is_refused() -> None:
    with pytest.raises(EDTFError, match="outside the years 1 to 9999"):
        from_datetime(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=23))))


def test_between_is_some_day_or_all_the_time() -> None:
    first, last = date(2023, 9, 11), date(2023, 9, 17)
    assert str(between(first, last)) == "[2023-09-11..2023-09-17]"
    assert str(between(first, last, throughout=True)) == "2023-09-11/2023-09-17"
    assert str(between(first, first)) == "2023-09-11"
    with pytest.raises(EDTFError, match="the earlier date comes first"):
        between(last, first)


def test_thirds_of_a_month_are_ten_days_each() -> None:
    june = EDTF.parse("2023-06")
    assert narrow(june, "start") == (first_second("2023-06-01"), last_second("2023-06-10"))
    assert narrow(june, "mid") == (first_second("2023-06-11"), last_second("2023-06-20"))
    assert narrow(june, "end") == (first_second("2023-06-21"), last_second("2023-06-30"))
    assert narrow(june, "") == bounds(june)


@pytest.mark.parametrize("text", ["2023-06/..", "../2023-06", "Y17E99", "2023-09-19T14:30:00Z"])
def test_endless_dates_and_single_seconds_have_no_thirds(text: str) -> None:
    value = EDTF.parse(text)
    assert narrow(value, "end") == bounds(value)


def test_other_parts_are_refused() -> None:
    with pytest.raises(ValueError, match="start, mid or end"):
        narrow(EDTF.parse("2023"), "late")
