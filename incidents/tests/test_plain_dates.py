"""Dates that a person types: EDTF and plain English, read in full or refused with a sentence."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from incidents.temporal import PlainDate, PlainDateError, read_plain
from incidents.temporal.edtf import EDTF
from incidents.temporal.wording import say


@pytest.mark.parametrize(
    ("text", "edtf", "part"),
    [
        pytest.param("2023-09-19", "2023-09-19", "", id="edtf-day"),
        pytest.param(" 2023-09 ", "2023-09", "", id="edtf-month"),
        pytest.param("[2023-09-11..2023-09-17]", "[2023-09-11..2023-09-17]", "", id="edtf-set"),
        pytest.param("2023-06/..", "2023-06/..", "", id="edtf-open"),
        pytest.param("XXXX-07-07", "XXXX-07-07", "", id="edtf-open-year"),
        pytest.param("mid-September 2023", "2023-09", "mid", id="mid-month"),
        pytest.param("19 Sept 2023", "2023-09-19", "", id="short-month"),
        pytest.param("19 september 2023", "2023-09-19", "", id="lower-case"),
        pytest.param("may 2023", "2023-05", "", id="lower-case-may"),
        pytest.param("September 19th, 2023", "2023-09-19", "", id="month-first"),
        pytest.param("Tuesday, 19 September 2023", "2023-09-19", "", id="with-weekday"),
        pytest.param("on 3 May 2023.", "2023-05-03", "", id="preposition-and-full-stop"),
        pytest.param("between 11 and 17 September 2023", "[2023-09-11..2023-09-17]", "", id="between"),
        pytest.param("11 to 17 September 2023", "2023-09-11/2023-09-17", "", id="to"),
        pytest.param("11–17 September 2023", "2023-09-11/2023-09-17", "", id="dash"),
        pytest.param("from 28 August to 3 September 2023", "2023-08-28/2023-09-03", "", id="year-carried-back"),
        pytest.param("between June 2022 and May 2023", "[2022-06..2023-05]", "", id="between-months"),
        pytest.param("since June 2023", "2023-06/..", "", id="since"),
        pytest.param("until 2024", "../2024", "", id="until"),
        pytest.param("late in the week of 11 September 2023", "[2023-09-11..2023-09-17]", "end", id="late-in-week"),
        pytest.param("in the week of 13 September 2023", "[2023-09-11..2023-09-17]", "", id="week-of-any-day"),
        pytest.param("about 2020", "2020~", "", id="about"),
        pytest.param("circa 44 BC", "-0043~", "", id="circa-before-christ"),
        pytest.param("perhaps June 2021", "2021-06?", "", id="perhaps"),
        pytest.param("perhaps about June 2021", "2021-06%", "", id="perhaps-about"),
        pytest.param("about 2020 to 2021", "2020~/2021", "", id="about-one-end"),
        pytest.param("summer 2022", "2022-22", "", id="season"),
        pytest.param("the third quarter of 2009", "2009-35", "", id="quarter"),
        pytest.param("44 BC", "-0043", "", id="before-christ"),
        pytest.param("the 1990s", "199X", "", id="decade"),
        pytest.param("the late 1990s", "199X", "end", id="late-decade"),
        pytest.param("the 19th century", "18XX", "", id="century"),
        pytest.param("in or before 2019", "[..2019]", "", id="in-or-before"),
        pytest.param("on or before 18 September 2023", "[..2023-09-18]", "", id="on-or-before"),
        pytest.param("on or after 18 September 2023", "[2023-09-18..]", "", id="on-or-after"),
        pytest.param("in or before 18 September 2023", "[..2023-09-18]", "", id="in-or-before-a-day"),
        pytest.param("3 May 2023 or 5 May 2023", "[2023-05-03,2023-05-05]", "", id="or"),
        pytest.param("19 September 2023, 14:30 UTC+2", "2023-09-19T14:30:00+02:00", "", id="time-with-zone"),
        pytest.param("end of June 2022", "2022-06", "end", id="end-of-month"),
        pytest.param("13/09/2023", "2023-09-13", "", id="digits-that-can-mean-one-day-only"),
    ],
)
def test_plain_words_and_edtf_are_read(text: str, edtf: str, part: str) -> None:
    assert read_plain(text) == PlainDate(str(EDTF.parse(edtf)), part)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "is missing", id="empty"),
        pytest.param("   ", "is missing", id="blank"),
        pytest.param("hello", "was not understood", id="no-date"),
        pytest.param("19 September 2023 or so, they say", "was not understood", id="words-left-over"),
        pytest.param("31 February 2023", "no such day", id="day-that-does-not-exist"),
        pytest.param("30 February 2023", "no such day", id="day-that-never-exists"),
        pytest.param("2023-02-30", "no day 30", id="edtf-day-that-does-not-exist"),
        pytest.param("2023-13", "no month 13", id="edtf-month-that-does-not-exist"),
        pytest.param("last week", "depends on the day", id="relative-unit"),
        pytest.param("Tuesday", "depends on the day", id="weekday"),
        pytest.param("7 July", "depends on the day", id="no-year"),
        pytest.param("three weeks ago", "depends on the day", id="ago"),
        pytest.param("two days", "length of time", id="duration"),
        pytest.param("every week", "something repeated", id="repeated"),
        pytest.param("recently", "no date on the calendar", id="vague"),
        pytest.param("3/4/2021", "may be 3 April 2021 or 4 March 2021", id="day-or-month-first"),
        pytest.param("between 17 and 11 September 2023", "was not understood", id="wrong-order"),
        pytest.param("\u0000\ud800", "was not understood", id="unusable-characters"),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(text: str, says: str) -> None:
    with pytest.raises(PlainDateError, match=says) as caught:
        read_plain(text)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("text", "edtf", "part"),
    [
        pytest.param("last week", "[2023-09-11..2023-09-17]", "", id="last-week"),
        pytest.param("the end of last week", "[2023-09-11..2023-09-17]", "end", id="end-of-last-week"),
        pytest.param("Tuesday", "2023-09-19", "", id="weekday"),
        pytest.param("7 July", "2023-07-07", "", id="no-year"),
    ],
)
def test_a_reference_resolves_relative_words(text: str, edtf: str, part: str) -> None:
    assert read_plain(text, reference=date(2023, 9, 19)) == PlainDate(edtf, part)


def test_a_long_text_is_refused_at_once() -> None:
    start = time.perf_counter()
    with pytest.raises(PlainDateError, match="100,000"):
        read_plain("9" * 100_000)
    assert time.perf_counter() - start < 1


SAID = """
2023-09-19 2023-09 2023 -0043 0000 0070 0070-03 -0043-03-15 0999-12-31 2023-01-01 9999-12-31 2022-21 2022-22
2022-23 2022-24 2009-33 2009-36 2009-40 2009-41 2009-25 2009-37 199X 19XX 1XXX 201X 200X 00XX XXXX-07-07
XXXX-07 XXXX-22 2023-XX 2023-09-XX 2023-XX-XX X999 202X-05 2023-09-19T14:30:00 2023-09-19T14:30:15Z
2023-09-19T14:30:00+02:00 2023-09-19T14:30:00-05:30 2023-09-19T00:00:00 2023-09-11/2023-09-17
2023-09-11/2023-10-03 2022-09-11/2023-10-03 2023-12-31/2024-01-01 2023-06/2023-08 2022-06/2023-05 2019/2021
-0043/0014 0500/0600 2023-09-11/2023-10 2023-06/.. ../2023-06 2023-06/ /2023-06 2020~/.. ../2020? 2020~/2021
2020/2021~ [2023-09-11..2023-09-17] [2023-09-11..2023-09-20] [2023-08-28..2023-09-03] [2023-09-16..2023-09-17]
[2023-06..2023-08] [2022-06..2023-08] [2019..2021] [..2023] [2023-06..] [2023-01-01,2023-01-03]
{2023-01-01,2023-01-03} {2023-01,2023-03,2023-05} [2019,2021,2022] {2019..2021} [-0043..-0040]
[2023-12-25..2024-01-03] 2020~ 2020? 2020% 2021-06? 2023-09-15~ 199X~ 2022-22~ -0043~ 2009-33~ 1XXX?
2004-06~-11 2004-?06-11 Y17000 Y17E7 1950S2 [1990,1991..1993]
""".split()


@pytest.mark.parametrize("part", ["", "start", "mid", "end"])
@pytest.mark.parametrize("edtf", SAID)
def test_what_is_said_reads_back(edtf: str, part: str) -> None:
    assert read_plain(say(edtf, part=part)) == PlainDate(str(EDTF.parse(edtf)), part)


DATES = st.dates(min_value=date(1000, 1, 1)).map(date.isoformat)
SIMPLE = DATES | DATES.map(lambda d: d[:7]) | DATES.map(lambda d: d[:4]) | DATES.map(lambda d: d[:4] + "-22")
JOINED = st.tuples(SIMPLE, SIMPLE, st.sampled_from(["{}/{}", "[{}..{}]", "[{},{}]", "{{{},{}}}"])).map(
    lambda t: t[2].format(*sorted(t[:2]))
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    edtf=SIMPLE | JOINED | st.tuples(SIMPLE, st.sampled_from("?~%")).map("".join),
    part=st.sampled_from(["", "start", "mid", "end"]),
)
def test_any_common_date_reads_back(edtf: str, part: str) -> None:
    try:
        canonical = str(EDTF.parse(edtf))
    except ValueError:
        assume(False)
    assert read_plain(say(canonical, part=part)) == PlainDate(canonical, part)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text(max_size=40) | st.text(alphabet="0123456789-/.,[]{}XY?~% TZ", max_size=25))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = read_plain(text)
    except PlainDateError:
        return
    assert str(EDTF.parse(read.edtf)) == read.edtf
