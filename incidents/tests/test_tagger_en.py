"""English temporal expressions, a named table for each class; the day of the report makes the answer the only one."""

from __future__ import annotations

from datetime import date

import pytest

from incidents.temporal import Mention, tag
from incidents.temporal.mention import RULES

WEDNESDAY = date(2023, 9, 20)


def found(text: str, reference: date | None = WEDNESDAY) -> list[Mention]:
    """Return what a text has on the calendar."""
    return [m for m in tag(text, reference=reference, language="en") if m.edtf]


def only(text: str, reference: date | None = WEDNESDAY) -> Mention:
    mentions = found(text, reference)
    assert len(mentions) == 1, mentions
    assert {m.rule for m in mentions} <= RULES
    return mentions[0]


def words(text: str, mention: Mention) -> str:
    return text[mention.start : mention.end]


@pytest.mark.parametrize(
    ("text", "expression", "edtf", "timex"),
    [
        pytest.param("It was built before 2020.", "before 2020", "[..2019]", "2020", id="before-year"),
        pytest.param("It was sold after 2020.", "after 2020", "[2021..]", "2020", id="after-year"),
        pytest.param("It must be done by 2025.", "by 2025", "[..2025]", "2025", id="by-year"),
        pytest.param(
            "no later than 3 May 2021", "no later than 3 May 2021", "[..2021-05-03]", "2021-05-03", id="limit"
        ),
        pytest.param("not before 3 May 2021", "not before 3 May 2021", "[2021-05-03..]", "2021-05-03", id="not-before"),
        pytest.param("prior to March 2021", "prior to March 2021", "[..2021-02]", "2021-03", id="prior-to-month"),
        pytest.param("They must reply by Saturday.", "by Saturday", "[..2023-09-23]", "2023-09-23", id="deadline"),
        pytest.param("after the 19th century", "after the 19th century", "[1900..]", "18", id="after-century"),
        pytest.param("before the 1990s", "before the 1990s", "[..1989]", "199", id="before-decade"),
        pytest.param("by the fall of 2008", "by the fall of 2008", "[..2008-11]", "2008-FA", id="by-season"),
        pytest.param("known as early as 2015", "2015", "2015", "2015", id="as-early-as-is-the-year"),
        pytest.param(
            "The crowd left after Monday's vote.", "Monday", "2023-09-18", "2023-09-18", id="after-a-happening"
        ),
        pytest.param("After the 2020 election he left.", "2020", "2020", "2020", id="year-of-a-happening"),
    ],
)
def test_a_limit_leaves_one_side_open(text: str, expression: str, edtf: str, timex: str) -> None:
    mention = only(text)
    assert (words(text, mention), mention.edtf, mention.timex) == (expression, edtf, timex)


def test_the_other_readings_of_a_limit_are_limits_too() -> None:
    assert [a.edtf for a in only("They must reply by Saturday.").alternatives] == ["[..2023-09-16]", "[..2023-09-30]"]


@pytest.mark.parametrize(
    ("text", "expression", "edtf"),
    [
        pytest.param("two days after 3 May 2021", "two days after 3 May 2021", "2021-05-05", id="days-after"),
        pytest.param(
            "three weeks after 3 May 2021", "three weeks after 3 May 2021", "[2021-05-24..2021-05-30]", id="weeks-after"
        ),
        pytest.param("a year before June 2020", "a year before June 2020", "2019", id="year-before"),
        pytest.param("the day before 1 March 2021", "the day before 1 March 2021", "2021-02-28", id="day-before"),
        pytest.param("the day after Christmas 2020", "the day after Christmas 2020", "2020-12-26", id="after-holiday"),
        pytest.param("A day after Tuesday's attack it ended.", "A day after Tuesday", "2023-09-20", id="after-weekday"),
    ],
)
def test_words_beside_a_date_count_from_it(text: str, expression: str, edtf: str) -> None:
    mention = only(text)
    assert (words(text, mention), mention.edtf, mention.rule) == (expression, edtf, "from-date")


@pytest.mark.parametrize(
    "text", ["He left the day after the attack.", "He left on the day before the vote.", "two days after the storm"]
)
def test_what_counts_from_a_happening_stays_open(text: str) -> None:
    assert found(text) == []


def test_a_day_that_may_be_that_of_the_happening_is_doubted() -> None:
    mention = only("He left two days after the attack on 3 May 2021.")
    assert (mention.edtf, mention.confidence < 0.8) == ("2021-05-03", True)
    assert mention.alternatives[0].edtf == "2021-05-05"


@pytest.mark.parametrize(
    ("text", "edtf", "timex"),
    [
        pytest.param("in the mid-1990s", "199X", "199", id="mid-decade"),
        pytest.param("in the '60s", "196X", "196", id="short-decade"),
        pytest.param("in the late sixties", "196X", "196", id="spelled-decade-in-part"),
        pytest.param("in the late 19th century", "18XX", "18", id="part-of-century"),
        pytest.param("at the turn of the 20th century", "19XX", "19", id="turn-of-century"),
        pytest.param("in the XIX century", "18XX", "18", id="roman-century"),
        pytest.param("in nineteen eighty-four", "1984", "1984", id="spelled-year"),
        pytest.param("circa 1850", "1850~", "1850", id="circa"),
        pytest.param("c. 1850", "1850~", "1850", id="c."),
        pytest.param("ca. 1850", "1850~", "1850", id="ca."),
        pytest.param("the painter (b. 1850)", "1850", "1850", id="born"),
        pytest.param("in 44 BC", "-0043", "BC0044", id="bc"),
        pytest.param("in AD 79", "0079", "0079", id="ad"),
        pytest.param("in 1957-1958", "1957/1958", "1957/1958", id="two-years"),
        pytest.param("in 2001/02", "2001/2002", "2001/2002", id="season-of-two-years"),
        pytest.param("Q3 2019", "2019-35", "2019-Q3", id="quarter"),
        pytest.param("in the 3Q of 2019", "2019-35", "2019-Q3", id="quarter-digit-first"),
        pytest.param("in the first half of 2020", "2020-40", "2020-H1", id="half"),
        pytest.param("in FY2019", "2019~", "FY2019", id="fiscal-year-glued"),
        pytest.param("in fiscal 2009", "2009~", "FY2009", id="fiscal"),
        pytest.param("in the financial year 2009", "2009~", "FY2009", id="financial-year"),
        pytest.param("W37 2023", "[2023-09-11..2023-09-17]", "2023-W37", id="week-number"),
        pytest.param("2023-W37", "[2023-09-11..2023-09-17]", "2023-W37", id="iso-week"),
        pytest.param("2023-W37-2", "2023-09-12", "2023-09-12", id="iso-week-day"),
        pytest.param("in week 37 of 2023", "[2023-09-11..2023-09-17]", "2023-W37", id="week-in-words"),
        pytest.param("in 9/2023", "2023-09", "2023-09", id="month-in-digits"),
        pytest.param("in the summer of 2009", "2009-22", "2009-SU", id="season"),
        pytest.param("in the fall of 1989", "1989-23", "1989-FA", id="fall"),
        pytest.param("the summer of '69", "1969-22", "1969-SU", id="season-of-a-short-year"),
        pytest.param("Spring 2010 semester", "2010-21", "2010-SP", id="semester"),
        pytest.param("the second Tuesday of November 2020", "2020-11-10", "2020-11-10", id="nth-weekday"),
        pytest.param("the last Friday in May 2021", "2021-05-28", "2021-05-28", id="last-weekday"),
        pytest.param("on Labor Day weekend 2023", "[2023-09-02..2023-09-03]", "2023-W35-WE", id="weekend-of-holiday"),
        pytest.param("in the 1988 fourth quarter", "1988-36", "1988-Q4", id="year-before-its-quarter"),
        pytest.param("on May Day 2021", "2021-05-01", "2021-05-01", id="may-day"),
        pytest.param("year-end 2019", "2019", "2019", id="year-end"),
        pytest.param("since 9/11", "2001-09-11/..", "2001-09-11", id="nine-eleven"),
        pytest.param("after the Sept. 11 attacks", "2001-09-11", "2001-09-11", id="day-of-the-attacks"),
    ],
)
def test_dates_of_every_precision(text: str, edtf: str, timex: str) -> None:
    mention = only(text)
    assert (mention.edtf, mention.timex) == (edtf, timex)


def test_the_eleventh_of_september_is_a_day_of_its_year_too() -> None:
    assert only("It rained on September 11.").edtf == "2023-09-11"


@pytest.mark.parametrize(
    ("text", "expression", "edtf"),
    [
        pytest.param("It rang this past Friday.", "this past Friday", "2023-09-15", id="this-past-weekday"),
        pytest.param("It sank this past weekend.", "this past weekend", "[2023-09-16..2023-09-17]", id="past-weekend"),
        pytest.param("It rang a week ago Tuesday.", "a week ago Tuesday", "2023-09-12", id="week-ago-weekday"),
        pytest.param("They will meet Friday week.", "Friday week", "2023-09-29", id="weekday-week"),
        pytest.param("They will meet two weeks from Friday.", "two weeks from Friday", "2023-10-06", id="weeks-from"),
        pytest.param("Last Friday, 15 September, it rang.", "Last Friday, 15 September", "2023-09-15", id="both"),
        pytest.param("Today's paper says so.", "Today", "2023-09-20", id="possessive"),
        pytest.param("last Nov. 9 it fell", "last Nov. 9", "2022-11-09", id="day-of-last-month-name"),
        pytest.param("ten days from now", "ten days from now", "2023-09-30", id="from-now"),
        pytest.param("last fall it rained", "last fall", "2022-23", id="last-fall"),
        pytest.param("two and a half years ago", "two and a half years ago", "2021-03~", id="years-and-a-half"),
        pytest.param("half a century ago", "half a century ago", "1973~", id="half-a-century"),
        pytest.param("two years and three months ago", "two years and three months ago", "2021-06", id="two-units"),
        pytest.param("by year-end", "year-end", "2023", id="by-year-end"),
        pytest.param("at year's end", "year's end", "2023", id="years-end"),
        pytest.param("earlier this year it fell", "this year", "2023", id="earlier-this-year"),
        pytest.param("late Monday it fell", "late Monday", "2023-09-18", id="late-weekday"),
        pytest.param("the last week of May", "the last week of May", "[2023-05-22..2023-05-28]", id="week-of-may"),
        pytest.param(
            "It ran from late May to early June.",
            "from late May to early June",
            "2023-05/2023-06",
            id="parts-of-months",
        ),
        pytest.param(
            "It rained from Tuesday night into Wednesday.",
            "from Tuesday night into Wednesday",
            "2023-09-19/2023-09-20",
            id="night-into-day",
        ),
        pytest.param(
            "stolen between Monday and Wednesday",
            "between Monday and Wednesday",
            "[2023-09-18..2023-09-20]",
            id="between-weekdays",
        ),
        pytest.param("Open Monday through Friday.", "Monday through Friday", "2023-09-11/2023-09-15", id="through"),
        pytest.param(
            "At 9 a.m. EST Tuesday it rang.", "9 a.m. EST Tuesday", "2023-09-19T09:00:00-05:00", id="clock-and-weekday"
        ),
        pytest.param(
            "At eight o'clock on Monday it rang.", "eight o'clock on Monday", "2023-09-18T08:00:00", id="oclock"
        ),
        pytest.param("Monday evening at 8 it rang.", "Monday evening", "2023-09-18", id="evening-and-number"),
        pytest.param("Last night at 8:30 it rang.", "Last night at 8:30", "2023-09-19T20:30:00", id="hour-of-a-night"),
        pytest.param("more than two years ago", "more than two years ago", "2021", id="more-than-ago"),
        pytest.param(
            "Between May and July it rained.", "Between May and July", "[2023-05..2023-07]", id="months-in-order"
        ),
        pytest.param(
            "November and January 2004 were cold.",
            "November and January 2004",
            "{2003-11,2004-01}",
            id="months-over-the-turn-of-a-year",
        ),
        pytest.param("Monday at noon it rang.", "Monday at noon", "2023-09-18T12:00:00", id="noon"),
    ],
)
def test_relative_words(text: str, expression: str, edtf: str) -> None:
    mention = only(text)
    assert (words(text, mention), mention.edtf) == (expression, edtf)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("It began on 3 May 2021. Later that year it ended.", "2021", id="later-that-year"),
        pytest.param("It began on 3 May 2021. That Monday it ended.", "2021-05-03", id="that-weekday"),
        pytest.param("It began on 3 May 2021. The following Friday it ended.", "2021-05-07", id="following-weekday"),
        pytest.param("It began on 3 May 2021. The previous Friday it rained.", "2021-04-30", id="previous-weekday"),
        pytest.param(
            "It began on 3 May 2021, due to end by 5 October 2021. Two days later it ended.",
            "2021-05-05",
            id="no-deadline",
        ),
        pytest.param(
            "It began on 3 May 2021. It may go on until 5 October 2024. Two days later it ended.",
            "2021-05-05",
            id="no-end-that-is-to-come",
        ),
        pytest.param("It lasted until 5 May 2021. The following day it snowed.", "2021-05-06", id="end-that-is-past"),
        pytest.param("It began on 3 May 2021. Since then it rains.", "2021-05-03/..", id="since-then"),
        pytest.param("He came in July. On the 17th he left.", "2023-07-17", id="day-of-the-month-named-last"),
        pytest.param("It fell in Q2 2021, less than in the year-ago quarter.", "2020-34", id="year-ago-quarter"),
    ],
)
def test_words_that_count_from_the_last_date(text: str, edtf: str) -> None:
    mention = found(text)[-1]
    assert mention.edtf == edtf
    assert mention.confidence < 0.8


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        pytest.param("in the past 24 hours", "PT24H", id="past-hours"),
        pytest.param("over the past decade", "P1DE", id="past-decade"),
        pytest.param("over the next three weeks", "P3W", id="next-weeks"),
        pytest.param("in the last two quarters", "P2Q", id="last-quarters"),
        pytest.param("in the past it rained", "PAST_REF", id="in-the-past"),
        pytest.param("in recent weeks", "PAST_REF", id="recent-weeks"),
        pytest.param("on Tuesdays", "XXXX-WXX-2", id="every-such-weekday"),
        pytest.param("three times a year", "P1Y", id="times-a-year"),
        pytest.param("a 34-year-old man", "P34Y", id="age"),
        pytest.param("a 20-year sentence", "P20Y", id="sentence"),
    ],
)
def test_lengths_repetitions_and_vague_words_are_no_dates(text: str, timex: str) -> None:
    (mention,) = tag(text, reference=WEDNESDAY, language="en")
    assert (mention.timex, mention.edtf) == (timex, "")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They met in room 2010.", id="room"),
        pytest.param("Take Route 66 and bus 1999.", id="route"),
        pytest.param("It ran Windows 2000 and Office 2007.", id="software"),
        pytest.param("See CVE-2023-1234 and RFC 1918.", id="identifiers"),
        pytest.param("See No. 2010 and p. 1984.", id="numbered"),
        pytest.param("Call 555-1984 or 020 7946 2010.", id="telephone"),
        pytest.param("from 192.168.10.12 with version 10.3", id="address-and-version"),
        pytest.param("1500 troops and 2,000 people paid $2000", id="counts-and-prices"),
        pytest.param("She ran it in 3:45.2.", id="time-of-a-race"),
        pytest.param("They won 3-1 and 10-9.", id="scores"),
        pytest.param("He was in his sixties, she in her early 60s.", id="ages-by-decade"),
        pytest.param("Prices fall 3% and continue to fall.", id="fall-is-a-verb"),
        pytest.param("since the fall of the wall", id="fall-of-a-wall"),
        pytest.param("This fall in prices hurts.", id="this-fall-in-prices"),
        pytest.param("the last week of the campaign", id="week-of-something-else"),
        pytest.param("at https://www.example.org/2010/05/17/story and www.example.org/2011-03-04", id="web-addresses"),
        pytest.param("during Ramadan", id="moving-feast"),
        pytest.param("in twenty fifteen-minute talks", id="count-of-lengths"),
    ],
)
def test_numbers_and_words_that_are_no_dates(text: str) -> None:
    assert found(text) == []


def test_a_sentence_ends_at_the_dot_after_a_month_in_full() -> None:
    assert [m.edtf for m in found("It was over in June. The first man won.")] == ["2023-06"]


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        pytest.param("Markets are closed Monday.", ["2023-09-25"], id="is-closed"),
        pytest.param("Markets were closed Monday.", ["2023-09-18"], id="were-closed"),
        pytest.param("He is to appear in court on Monday.", ["2023-09-25"], id="is-to-appear"),
        pytest.param("On Friday the firm promised its help.", ["2023-09-15"], id="promised"),
        pytest.param("The vote is on Friday.", ["2023-09-22"], id="is-on"),
        pytest.param("The trial begins Monday.", ["2023-09-25"], id="begins"),
        pytest.param("The storm, due Thursday, killed four on Monday.", ["2023-09-21", "2023-09-18"], id="due-aside"),
        pytest.param(
            "Two died on Friday, and the funeral is on Tuesday.", ["2023-09-15", "2023-09-26"], id="past-ahead"
        ),
        pytest.param("“I was there on Sunday,” she said on Tuesday.", ["2023-09-17", "2023-09-19"], id="quoted"),
        pytest.param("It was signed on January 3.", ["2023-01-03"], id="january-told"),
        pytest.param("It will be signed on January 3.", ["2024-01-03"], id="january-ahead"),
    ],
)
def test_the_tense_of_the_clause_decides(text: str, edtfs: list[str]) -> None:
    assert [m.edtf for m in found(text)] == edtfs


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("United play City on Saturday.", id="name-that-ends-like-a-verb"),
        pytest.param("They meet Friday.", id="no-tense"),
        pytest.param("Court to rule Thursday", id="headline"),
        pytest.param("He is accused of shooting two on Monday.", id="accused"),
        pytest.param("The army attacked on 19 December.", id="past-tense-day-ahead"),
        pytest.param("The ship sank on 11 December.", id="past-tense-day-ahead-near"),
        pytest.param("It was signed on January 3.", id="past-tense-january"),
        pytest.param("It fell on the 17th.", id="day-without-a-month"),
        pytest.param("on 03/04/2021", id="day-or-month-first"),
        pytest.param("On February 29 he fell.", id="leap-day"),
        pytest.param("on Christmas Eve", id="named-day"),
        pytest.param("since the Sept. 11 attacks", id="day-of-a-happening"),
        pytest.param("at 3 a.m. local time", id="clock-alone"),
    ],
)
def test_doubtful_days_are_below_the_mark_for_print(text: str) -> None:
    assert only(text).confidence < 0.8


def test_american_tags_read_the_month_first() -> None:
    for tag_of_language, edtf in (("en", "2021-04-03"), ("en-GB", "2021-04-03"), ("en-US", "2021-03-04")):
        (mention,) = tag("on 03/04/2021", reference=WEDNESDAY, language=tag_of_language)
        assert mention.edtf == edtf


@pytest.mark.parametrize(
    ("text", "others"),
    [
        pytest.param(
            "They will meet Friday to Sunday.", ["2023-09-15/2023-09-17", "2023-09-29/2023-10-01"], id="weekdays"
        ),
        pytest.param("from 3 to 5 May", ["2022-05-03/2022-05-05", "2024-05-03/2024-05-05"], id="days"),
        pytest.param("from June to August", ["2022-06/2022-08", "2024-06/2024-08"], id="months"),
        pytest.param("The first Monday in June was hot.", ["2022-06-06", "2024-06-03"], id="nth-weekday"),
        pytest.param(
            "The last week of June was hot.", ["[2022-06-27..2022-07-03]", "[2024-06-24..2024-06-30]"], id="week"
        ),
        pytest.param("It fell on the 17th.", ["2023-08-17", "2023-10-17"], id="day-of-month"),
        pytest.param("the day after Christmas", ["2022-12-26", "2024-12-26"], id="beside-a-date"),
        pytest.param("a decade ago", ["2013"], id="decade"),
        pytest.param("three weeks ago", ["2023-08-30"], id="weeks-ago"),
        pytest.param("on the second quarter", ["2022-34", "2024-34"], id="quarter"),
    ],
)
def test_anchored_words_carry_their_other_readings(text: str, others: list[str]) -> None:
    mention = only(text)
    assert sorted(a.edtf for a in mention.alternatives) == others
    sure = [a.confidence for a in mention.alternatives]
    assert sure == sorted(sure, reverse=True)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("In June 2022 the ministry learned of it. In juni it leaked.", ["2022-06"], id="foreign-month"),
        pytest.param("It was found the week of 11 September.", ["[2023-09-11..2023-09-17]"], id="week-of"),
        pytest.param("It was seen five weeks ago.", ["[2023-08-14..2023-08-20]"], id="weeks-ago"),
        pytest.param("Posted 6 days ago", ["2023-09-14"], id="days-ago-in-a-header"),
        pytest.param("Post expires at 10:15 on June 27th, 2022", ["2022-06-27T10:15:00"], id="expiry"),
        pytest.param("born in 1979 (elsewhere: 1981)", ["1979", "1981"], id="two-birth-years"),
        pytest.param("3,214 views 2023-09-19 10:33:12 share", ["2023-09-19T10:33:12"], id="view-counter"),
        pytest.param("THE HAGUE, menu Sept. 19, 2023 (Wire) - The", ["2023-09-19"], id="stray-word-in-a-dateline"),
        pytest.param("at blog.example.org./2021/05/06/other-story.", [], id="slug-after-a-trailing-dot"),
    ],
)
def test_traps_of_real_reports(text: str, edtf: list[str]) -> None:
    assert [m.edtf for m in found(text)] == edtf
