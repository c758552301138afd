"""Temporal expressions in texts: found, read against the day of the report, and what they might mean instead."""

from __future__ import annotations

import random
import re
import time
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.temporal import Mention, tag
from incidents.temporal.edtf import EDTF
from incidents.temporal.mention import RULES
from incidents.temporal.tables import LANGUAGES
from incidents.tests.growth import growth

TUESDAY = date(2023, 9, 19)
SHARED = Path(__file__).parents[2].parent / "shared"


def only(text: str, reference: date | None = TUESDAY, language: str = "en") -> Mention:
    """Return the one mention on the calendar in a text."""
    found = [m for m in tag(text, reference=reference, language=language) if m.edtf]
    assert {m.rule for m in found} <= RULES
    assert len(found) == 1, found
    return found[0]


def words(text: str, mention: Mention) -> str:
    return text[mention.start : mention.end]


@pytest.mark.parametrize(
    ("text", "expression", "edtf"),
    [
        pytest.param("It opened on 19 September 2023.", "19 September 2023", "2023-09-19", id="day-month-year"),
        pytest.param("It opened on September 19, 2023.", "September 19, 2023", "2023-09-19", id="month-day-year"),
        pytest.param("It opened on Sept. 19, 2023.", "Sept. 19, 2023", "2023-09-19", id="abbreviated-month"),
        pytest.param("dated 19 Sept 2023", "19 Sept 2023", "2023-09-19", id="short-month"),
        pytest.param("on the 19th of September 2023", "the 19th of September 2023", "2023-09-19", id="ordinal"),
        pytest.param("on the first of May 2021", "the first of May 2021", "2021-05-01", id="spelled-ordinal"),
        pytest.param("Tuesday, 19 September 2023", "Tuesday, 19 September 2023", "2023-09-19", id="weekday-and-date"),
        pytest.param("in June 2022 he left", "June 2022", "2022-06", id="month-year"),
        pytest.param("It was 2023-09-19 then", "2023-09-19", "2023-09-19", id="iso"),
        pytest.param("seen 2023-09-19T14:30:00Z here", "2023-09-19T14:30:00Z", "2023-09-19T14:30:00Z", id="timestamp"),
        pytest.param("seen 2023-09-19T14:30+02:00", "2023-09-19T14:30+02:00", "2023-09-19T14:30:00+02:00", id="offset"),
        pytest.param("on 19.9.2023 at last", "19.9.2023", "2023-09-19", id="dots"),
        pytest.param("on 2023/09/19 at last", "2023/09/19", "2023-09-19", id="year-first-slashes"),
        pytest.param("during the 1990s", "the 1990s", "199X", id="decade"),
        pytest.param("in the nineties", "the nineties", "199X", id="spelled-decade"),
        pytest.param("in the ’90s", "the ’90s", "199X", id="short-decade"),
        pytest.param("in the 19th century", "the 19th century", "18XX", id="century"),
        pytest.param("in 1957–58 and never again", "1957–58", "1957/1958", id="short-year-range"),
        pytest.param("from 2019 to 2021", "from 2019 to 2021", "2019/2021", id="year-range"),
        pytest.param("between 2019 and 2021", "between 2019 and 2021", "[2019..2021]", id="between-years"),
        pytest.param(
            "between 11 and 17 September 2023",
            "between 11 and 17 September 2023",
            "[2023-09-11..2023-09-17]",
            id="between",
        ),
        pytest.param("11–17 September 2023", "11–17 September 2023", "2023-09-11/2023-09-17", id="day-range"),
        pytest.param("September 11-17, 2023", "September 11-17, 2023", "2023-09-11/2023-09-17", id="day-range-us"),
        pytest.param("from 3 to 5 May 2023", "from 3 to 5 May 2023", "2023-05-03/2023-05-05", id="from-to"),
        pytest.param(
            "from 28 August to 3 September 2021",
            "from 28 August to 3 September 2021",
            "2021-08-28/2021-09-03",
            id="year-carried-back",
        ),
        pytest.param("June to August 2022", "June to August 2022", "2022-06/2022-08", id="month-range"),
        pytest.param("June 2022 – May 2023", "June 2022 – May 2023", "2022-06/2023-05", id="month-range-over-years"),
        pytest.param(
            "16 and 17 January 2020", "16 and 17 January 2020", "2020-01-16/2020-01-17", id="two-days-running"
        ),
        pytest.param(
            "16 and 19 January 2020", "16 and 19 January 2020", "{2020-01-16,2020-01-19}", id="two-days-apart"
        ),
        pytest.param("since June 2023 it has", "since June 2023", "2023-06/..", id="since"),
        pytest.param("until 3 May 2023", "until 3 May 2023", "../2023-05-03", id="until"),
        pytest.param("in summer 2022", "summer 2022", "2022-22", id="season"),
        pytest.param("in the winter of 2021", "winter of 2021", "2021-24", id="season-of"),
        pytest.param("in the third quarter of 2009", "the third quarter of 2009", "2009-35", id="quarter"),
        pytest.param("In Q3 2009 it", "Q3 2009", "2009-35", id="short-quarter"),
        pytest.param("in the first half of 2020", "the first half of 2020", "2020-40", id="half"),
        pytest.param(
            "in the second week of June 2022", "the second week of June 2022", "[2022-06-06..2022-06-12]", id="nth-week"
        ),
        pytest.param("killed in 44 BC", "44 BC", "-0043", id="before-christ"),
        pytest.param("on 15 March 44 BC", "15 March 44 BC", "-0043-03-15", id="ides"),
        pytest.param("destroyed in AD 70", "AD 70", "0070", id="anno-domini"),
        pytest.param("about 15 September 2023", "about 15 September 2023", "2023-09-15~", id="about"),
        pytest.param("on Christmas Eve 2022", "Christmas Eve 2022", "2022-12-24", id="named-day"),
        pytest.param("on Good Friday 2024", "Good Friday 2024", "2024-03-29", id="named-day-of-easter"),
        pytest.param(
            "at 14:30 on 19 September 2023", "14:30 on 19 September 2023", "2023-09-19T14:30:00", id="clock-first"
        ),
        pytest.param(
            "19 September 2023 at 2.30pm", "19 September 2023 at 2.30pm", "2023-09-19T14:30:00", id="clock-after"
        ),
        pytest.param(
            "at 6:40 p.m. (GMT +8) on 3 May 2020",
            "6:40 p.m. (GMT +8) on 3 May 2020",
            "2020-05-03T18:40:00+08:00",
            id="zone",
        ),
        pytest.param(
            "the week of 11 September 2023", "the week of 11 September 2023", "[2023-09-11..2023-09-17]", id="week-of"
        ),
        pytest.param(
            "the week ending 17 September 2023",
            "the week ending 17 September 2023",
            "[2023-09-11..2023-09-17]",
            id="week-ending",
        ),
    ],
)
def test_absolute_dates_need_no_reference(text: str, expression: str, edtf: str) -> None:
    for reference in (None, TUESDAY):
        mention = only(text, reference)
        assert (words(text, mention), mention.edtf) == (expression, edtf)
        assert mention.anchor is None


@pytest.mark.parametrize(
    ("text", "expression", "edtf", "timex"),
    [
        pytest.param("it said this Tuesday", "this Tuesday", "2023-09-19", "2023-09-19", id="this-weekday-same-day"),
        pytest.param("the court said Tuesday", "Tuesday", "2023-09-19", "2023-09-19", id="said-weekday-same-day"),
        pytest.param("it fell on Tuesday", "Tuesday", "2023-09-19", "2023-09-19", id="on-weekday-same-day"),
        pytest.param("it closed on Friday", "Friday", "2023-09-15", "2023-09-15", id="weekday-past"),
        pytest.param("they will meet on Friday", "Friday", "2023-09-22", "2023-09-22", id="weekday-future"),
        pytest.param(
            "it said it would vote on Friday", "Friday", "2023-09-22", "2023-09-22", id="weekday-future-in-past"
        ),
        pytest.param("next Tuesday", "next Tuesday", "2023-09-26", "2023-09-26", id="next-weekday"),
        pytest.param("last Tuesday", "last Tuesday", "2023-09-12", "2023-09-12", id="last-weekday"),
        pytest.param("on Friday of last week", "Friday of last week", "2023-09-15", "2023-09-15", id="weekday-of-week"),
        pytest.param("detected last week", "last week", "[2023-09-11..2023-09-17]", "2023-W37", id="last-week"),
        pytest.param(
            "the week before last",
            "the week before last",
            "[2023-09-04..2023-09-10]",
            "2023-W36",
            id="week-before-last",
        ),
        pytest.param("Last year, it was", "Last year", "2022", "2022", id="last-year"),
        pytest.param("fell last month", "last month", "2023-08", "2023-08", id="last-month"),
        pytest.param("over this weekend", "this weekend", "[2023-09-23..2023-09-24]", "2023-W38-WE", id="this-weekend"),
        pytest.param(
            "it sank last weekend", "last weekend", "[2023-09-16..2023-09-17]", "2023-W37-WE", id="last-weekend"
        ),
        pytest.param(
            "three weeks ago", "three weeks ago", "[2023-08-28..2023-09-03]", "2023-W35", id="weeks-ago-are-a-week"
        ),
        pytest.param("two years ago", "two years ago", "2021", "2021", id="years-ago-are-a-year"),
        pytest.param("five days ago", "five days ago", "2023-09-14", "2023-09-14", id="days-ago-are-a-day"),
        pytest.param("a month ago", "a month ago", "2023-08", "2023-08", id="month-ago"),
        pytest.param("yesterday it rained", "yesterday", "2023-09-18", "2023-09-18", id="yesterday"),
        pytest.param(
            "the day before yesterday", "the day before yesterday", "2023-09-17", "2023-09-17", id="two-days-back"
        ),
        pytest.param("tomorrow it rains", "tomorrow", "2023-09-20", "2023-09-20", id="tomorrow"),
        pytest.param("on Tuesday morning", "Tuesday morning", "2023-09-19", "2023-09-19TMO", id="part-of-day"),
        pytest.param("it came last night", "last night", "2023-09-18", "2023-09-18TNI", id="last-night"),
        pytest.param("it was foiled in June", "June", "2023-06", "2023-06", id="month-past"),
        pytest.param("it was held in November", "November", "2022-11", "2022-11", id="month-past-over-new-year"),
        pytest.param("talks will open in November", "November", "2023-11", "2023-11", id="month-future"),
        pytest.param("last June he left", "last June", "2023-06", "2023-06", id="last-month-name"),
        pytest.param("in June last year", "June last year", "2022-06", "2022-06", id="month-of-last-year"),
        pytest.param("in October of next year", "October of next year", "2024-10", "2024-10", id="month-of-next-year"),
        pytest.param("he resigned on 24 August", "24 August", "2023-08-24", "2023-08-24", id="day-nearest"),
        pytest.param("it opens on 12 October", "12 October", "2023-10-12", "2023-10-12", id="day-nearest-ahead"),
        pytest.param(
            "from 3 to 5 May", "from 3 to 5 May", "2023-05-03/2023-05-05", "2023-05-03/2023-05-05", id="from-to"
        ),
        pytest.param("on the 12th it sank", "the 12th", "2023-09-12", "2023-09-12", id="day-of-month"),
        pytest.param("in the second quarter", "the second quarter", "2023-34", "2023-Q2", id="quarter-that-is-over"),
        pytest.param("last summer was hot", "last summer", "2023-22", "2023-SU", id="last-season"),
        pytest.param("this autumn", "this autumn", "2023-23", "2023-FA", id="this-season"),
        pytest.param("since last week", "since last week", "2023-09-11/..", "2023-W37", id="since-last-week"),
    ],
)
def test_relative_words_count_from_the_report(text: str, expression: str, edtf: str, timex: str) -> None:
    mention = only(text)
    assert (words(text, mention), mention.edtf, mention.timex) == (expression, edtf, timex)
    assert mention.anchor == TUESDAY


@pytest.mark.parametrize(
    ("text", "edtf", "part"),
    [
        pytest.param("At the end of last week, staff", "[2023-09-11..2023-09-17]", "end", id="end-of-last-week"),
        pytest.param("It was late last week", "[2023-09-11..2023-09-17]", "end", id="late-last-week"),
        pytest.param("late in the week of 11 September 2023", "[2023-09-11..2023-09-17]", "end", id="late-in-the-week"),
        pytest.param("It was early this month", "2023-09", "start", id="early-this-month"),
        pytest.param("in mid-September 2023", "2023-09", "mid", id="mid-month"),
        pytest.param("in early October 2023", "2023-10", "start", id="early-month"),
        pytest.param("by the end of this year", "2023", "end", id="end-of-year"),
        pytest.param("by the end of the year", "2023", "end", id="end-of-the-year"),
        pytest.param("in the late 1990s", "199X", "end", id="late-decade"),
        pytest.param("in mid-2019", "2019", "mid", id="mid-year"),
        pytest.param("at the beginning of the 20th century", "19XX", "start", id="beginning-of-century"),
    ],
)
def test_part_stands_beside_the_whole_date(text: str, edtf: str, part: str) -> None:
    mention = only(text)
    assert (mention.edtf, mention.part) == (edtf, part)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("It began on 3 May 2021. The following day it ended.", "2021-05-04", id="following-day"),
        pytest.param(
            "It began on 3 May 2021. It ended three weeks later.", "[2021-05-24..2021-05-30]", id="weeks-later"
        ),
        pytest.param("It began on 3 May 2021. That year it also rained.", "2021", id="that-year"),
        pytest.param("It began on 3 May 2021. The same day it ended.", "2021-05-03", id="same-day"),
        pytest.param("It began in May 2021. A year later it ended.", "2022", id="a-year-later"),
        pytest.param("It began in May 2021, up on the previous year.", "2020", id="previous-year"),
        pytest.param(
            "It fell in May 2021 from the same month a year earlier.", "2020-05", id="same-month-a-year-earlier"
        ),
    ],
)
def test_following_words_count_from_the_last_date(text: str, edtf: str) -> None:
    assert tag(text, reference=TUESDAY, language="en")[-1].edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf", "timex"),
    [
        pytest.param("It was Tuesday.", "", "XXXX-WXX-2", id="weekday"),
        pytest.param("On July 7 it closed.", "XXXX-07-07", "XXXX-07-07", id="day-and-month"),
        pytest.param("It closed in June.", "XXXX-06", "XXXX-06", id="month"),
        pytest.param("It closed last week.", "", "XXXX-XX-XX", id="last-week"),
        pytest.param("It closed yesterday.", "", "XXXX-XX-XX", id="yesterday"),
        pytest.param("It closed three weeks ago.", "", "XXXX-XX-XX", id="weeks-ago"),
    ],
)
def test_without_a_reference_relative_words_stay_open(text: str, edtf: str, timex: str) -> None:
    (mention,) = tag(text, reference=None, language="en")
    assert (mention.edtf, mention.timex) == (edtf, timex)
    assert mention.confidence < 0.8


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It may march on.", id="may-and-march-are-verbs"),
        pytest.param("This may help.", id="this-may"),
        pytest.param("Give me a second, sun.", id="second"),
        pytest.param("There were 3 of 1.5 tonnes.", id="numbers"),
        pytest.param("They waited for two days.", id="duration"),
        pytest.param("They met recently and are busy now.", id="vague"),
        pytest.param("over the past year", id="past-year-is-a-stretch"),
        pytest.param("in the last six months", id="last-six-months-are-a-stretch"),
        pytest.param("Some 2000 people and 1950 workers came.", id="counts-of-people"),
        pytest.param("It cost $ 1999 or €2023.", id="prices"),
        pytest.param("version 1.2.3 and 10.12.11.5", id="versions-and-addresses"),
        pytest.param("The Sunday Times wrote of Bloody Sunday.", id="names-with-a-weekday"),
        pytest.param("every Tuesday, weekly and daily", id="repetition"),
        pytest.param("30 February 2023, or 31 June", id="days-that-do-not-exist"),
        pytest.param("two days after the storm", id="counted-from-a-happening"),
        pytest.param("Boeing 747s and the A380", id="model-numbers"),
        pytest.param("Theresa May said so", id="surname"),
    ],
)
def test_words_that_are_no_date_get_no_date(text: str) -> None:
    assert [m for m in tag(text, reference=TUESDAY, language="en") if m.edtf[:4] not in ("", "2023")] == []
    dated = [words(text, m) for m in tag(text, reference=TUESDAY, language="en") if m.edtf]
    assert dated in ([], ["2023"])
    assert not dated or "February" in text


@pytest.mark.parametrize(
    ("text", "kind", "timex"),
    [
        pytest.param("for two days", "duration", "P2D", id="days"),
        pytest.param("an 18-month wait", "duration", "P18M", id="hyphenated"),
        pytest.param("every week", "set", "P1W", id="every-week"),
        pytest.param("recently", "vague", "PAST_REF", id="recently"),
        pytest.param("now", "vague", "PRESENT_REF", id="now"),
    ],
)
def test_other_temporal_words_are_marked_as_such(text: str, kind: str, timex: str) -> None:
    (mention,) = tag(text, reference=TUESDAY, language="en")
    assert (mention.kind, mention.timex, mention.edtf) == (kind, timex, "")


@pytest.mark.parametrize(
    ("text", "expression", "edtf"),
    [
        pytest.param("The signal (1430 UTC) was lost.", "1430 UTC", "2023-09-19T14:30:00Z", id="in-brackets"),
        pytest.param("(1430\xa0UTC)", "1430\xa0UTC", "2023-09-19T14:30:00Z", id="hard-blank"),
        pytest.param("lost in 1430 CET", "1430 CET", "2023-09-19T14:30:00+01:00", id="other-zone-after-a-preposition"),
        pytest.param("lost (1430 EST)", "1430 EST", "2023-09-19T14:30:00-05:00", id="zone-that-is-a-verb-elsewhere"),
        pytest.param("lost (1430Z)", "1430Z", "2023-09-19T14:30:00Z", id="zulu"),
        pytest.param(
            "(1430 UTC) on Monday", "1430 UTC) on Monday", "2023-09-18T14:30:00Z", id="with-a-day-after-the-bracket"
        ),
    ],
)
def test_four_digits_before_a_zone_are_a_time(text: str, expression: str, edtf: str) -> None:
    mention = only(text)
    assert (words(text, mention), mention.edtf) == (expression, edtf)


@pytest.mark.parametrize("text", ["between 1430 and 1500 UTC", "from 1430-1500 UTC", "1430 to 1500 GMT"])
def test_two_times_before_a_zone_are_no_years(text: str) -> None:
    assert {m.kind for m in tag(text, reference=TUESDAY, language="en")} == {"time"}


def test_view_counters_give_the_timestamp_or_the_day_alone() -> None:
    text = "2025-05-06 10:33 and 2025-05-06 10:331162 view"
    assert [m.edtf for m in tag(text, reference=TUESDAY, language="en")] == ["2025-05-06T10:33:00", "2025-05-06"]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        pytest.param("said Tuesday", {"2023-09-12", "2023-09-26"}, id="weekday"),
        pytest.param("seen last week", {"[2023-09-12..2023-09-18]"}, id="last-week"),
        pytest.param("seen last year", {"[2022-09..2023-09]"}, id="last-year"),
        pytest.param("on 03/04/2021", {"2021-03-04"}, id="day-or-month-first"),
        pytest.param("on Tuesday, 18 September 2023", {"2023-09-19"}, id="weekday-disagrees"),
        pytest.param("it was in June", {"2022-06", "2024-06"}, id="month"),
    ],
)
def test_ambiguous_words_carry_their_other_readings(text: str, others: set[str]) -> None:
    mention = only(text)
    assert {a.edtf for a in mention.alternatives} == others
    assert all(a.confidence < mention.confidence and a.rule for a in mention.alternatives)


def test_doubtful_readings_are_below_the_mark_for_print() -> None:
    assert only("on 03/04/2021").confidence < 0.8
    assert only("on Tuesday, 18 September 2023").confidence < 0.8
    assert only("said Tuesday").confidence >= 0.8


def test_narrative_counts_from_the_last_date() -> None:
    text = "War broke out on 1 September 1939. Warsaw fell on 28 September."
    assert [m.edtf for m in tag(text, reference=TUESDAY, language="en", genre="narrative")] == [
        "1939-09-01",
        "1939-09-28",
    ]
    in_news = tag(text, reference=TUESDAY, language="en")[1]
    assert (in_news.edtf, in_news.rule) == ("1939-09-28", "day-following")
    assert in_news.confidence < 0.8


def test_a_genre_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="news, narrative"):
        tag("x", reference=None, language="en", genre="poem")


def test_paragraphs_keep_dates_apart() -> None:
    text = "The conference of 2010\n\nJune 8, 2010"
    assert [m.edtf for m in tag(text, reference=None, language="en")] == ["2010", "2010-06-08"]


def test_a_wrapped_line_does_not_cut_a_date() -> None:
    text = "The court of the city said that it had been closed since 19\nSeptember 2023."
    assert only(text).edtf == "2023-09-19/.."


@pytest.mark.parametrize(
    ("language", "text", "expression", "edtf"),
    [
        pytest.param(
            "es", "ocurrió el 19 de septiembre de 2023", "el 19 de septiembre de 2023", "2023-09-19", id="es-day"
        ),
        pytest.param("es", "lo dijo el martes", "martes", "2023-09-19", id="es-weekday"),
        pytest.param("es", "la semana pasada", "la semana pasada", "[2023-09-11..2023-09-17]", id="es-last-week"),
        pytest.param("es", "a finales de 2022", "a finales de 2022", "2022", id="es-end-of"),
        pytest.param("es", "hace tres semanas", "hace tres semanas", "[2023-08-28..2023-09-03]", id="es-ago"),
        pytest.param("es", "desde junio de 2023", "desde junio de 2023", "2023-06/..", id="es-since"),
        pytest.param("es", "en el siglo XIX", "el siglo XIX", "18XX", id="es-century"),
        pytest.param("nl", "het gebeurde op 19 september 2023", "19 september 2023", "2023-09-19", id="nl-day"),
        pytest.param("nl", "dat zei hij dinsdag", "dinsdag", "2023-09-19", id="nl-weekday"),
        pytest.param(
            "nl", "vorige week werd het ontdekt", "vorige week", "[2023-09-11..2023-09-17]", id="nl-last-week"
        ),
        pytest.param("nl", "in juni werd hij geweigerd", "juni", "2023-06", id="nl-month-past"),
        pytest.param("nl", "eind 2022 kwam het uit", "eind 2022", "2022", id="nl-end-of"),
        pytest.param("nl", "drie weken geleden", "drie weken geleden", "[2023-08-28..2023-09-03]", id="nl-ago"),
        pytest.param("nl", "sinds 2021", "sinds 2021", "2021/..", id="nl-since"),
        pytest.param("de", "am 19. September 2023", "19. September 2023", "2023-09-19", id="de-day"),
        pytest.param(
            "de", "am 16. und 17. Jänner 2020", "16. und 17. Jänner 2020", "2020-01-16/2020-01-17", id="de-two-days"
        ),
        pytest.param("de", "das teilte er am Dienstag mit", "Dienstag", "2023-09-19", id="de-weekday"),
        pytest.param(
            "de", "in der vergangenen Woche", "der vergangenen Woche", "[2023-09-11..2023-09-17]", id="de-last-week"
        ),
        pytest.param("de", "vor drei Wochen", "vor drei Wochen", "[2023-08-28..2023-09-03]", id="de-ago"),
        pytest.param("de", "Ende des Jahres", "Ende des Jahres", "2023", id="de-end-of-year"),
        pytest.param("de", "in den 1930er-Jahren", "den 1930er-Jahren", "193X", id="de-decade"),
        pytest.param("fr", "le 1er mai 1962", "le 1er mai 1962", "1962-05-01", id="fr-first"),
        pytest.param("fr", "a-t-il dit mardi", "mardi", "2023-09-19", id="fr-weekday"),
        pytest.param("fr", "la semaine dernière", "la semaine dernière", "[2023-09-11..2023-09-17]", id="fr-last-week"),
        pytest.param("fr", "il y a trois semaines", "il y a trois semaines", "[2023-08-28..2023-09-03]", id="fr-ago"),
        pytest.param("fr", "depuis juin 2023", "depuis juin 2023", "2023-06/..", id="fr-since"),
        pytest.param("fr", "fin 2022", "fin 2022", "2022", id="fr-end-of"),
        pytest.param(
            "fr",
            "le 19 septembre 2023 à 21 h 45",
            "le 19 septembre 2023 à 21 h 45",
            "2023-09-19T21:45:00",
            id="fr-clock",
        ),
    ],
)
def test_other_languages_read_their_common_dates(language: str, text: str, expression: str, edtf: str) -> None:
    mention = only(text, language=language)
    assert (words(text, mention), mention.edtf) == (expression, edtf)


@pytest.mark.parametrize("language", ["zz", "", "../../etc", "xx-YY"])
def test_a_language_that_nobody_knows_reads_digits_only(language: str) -> None:
    text = "den 19 september 2023, 2023-09-19, 19.09.2023"
    found = [m for m in tag(text, reference=TUESDAY, language=language) if m.precision == "day"]
    assert [words(text, m) for m in found] == ["2023-09-19", "19.09.2023"]


def test_arabic_digits_keep_their_offsets() -> None:
    text = "تاريخ ٢٠٢٣-٠٩-١٩ هنا"
    (mention,) = tag(text, reference=None, language="ar")
    assert (words(text, mention), mention.edtf) == ("٢٠٢٣-٠٩-١٩", "2023-09-19")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(
            "000_ad1cce7abc74dd27.txt",
            {
                ("this Tuesday", "2023-09-19", ""),
                ("At the end of last week", "[2023-09-11..2023-09-17]", "end"),
                ("Last year", "2022", ""),
            },
            id="first-report",
        ),
        pytest.param(
            "003_bd239ea1037a8534.txt",
            {("Tuesday", "2023-09-19", ""), ("last week", "[2023-09-11..2023-09-17]", ""), ("Last year", "2022", "")},
            id="second-report",
        ),
    ],
)
def test_the_two_first_reports_read_as_a_person_reads_them(name: str, expected: set[tuple[str, str, str]]) -> None:
    path = SHARED / "seeds" / name
    if not path.exists():
        pytest.skip(f"The report {name} is not beside the repository.")
    text = path.read_text(encoding="utf-8")
    assert expected <= {(words(text, m), m.edtf, m.part) for m in tag(text, reference=TUESDAY, language="en")}


WORDS = """
may May Tuesday June 19 2023 2023-09-19 the of since until last next week year ago later 31 February 44 BC to
– , . : between and from early mid- late 1990s 10:30 UTC Q3 third quarter half century 99999 0 ' a three 9999
9999-12-31 0001-01-01 morning Christmas this decade before after Easter winter about 1st 3/4/21 mars année
Woche by no than FY2019 fiscal W37 2023-W37 9/11 Sept. 11 attacks nineteen eighty-four year-end two following
Monday that weekend past fall 29 days months XIX c. 1850 3Q 2H in on at noon http://a.b/2020/01/02 earlier (
seasons centuries fevereiro февраля 2566 ٢٠٢٣ 2023年9月19日
""".split()
PIECES = st.sampled_from([*WORDS, "\n", "\n\n"])
TIMEX = re.compile(
    r"(?:(?:\d{4}|XXXX|BC\d{4})(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?|-W(?:\d\d|XX)(?:-(?:\d|WE))?|-[QH]\d|-(?:SP|SU|FA|WI))?"
    r"(?:T(?:\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?|MO|AF|EV|NI|MI|DT))?"
    r"|\d{1,3}|FY\d{4}|PT?(?:\d+(?:\.\d+)?|X)(?:DE|CE|WE|[DWMYQHS])|(?:PAST|PRESENT|FUTURE)_REF|)"
)
EDGES = st.sampled_from([date.min, date(1, 12, 31), date(1900, 3, 1), date(2024, 2, 29), date(9999, 1, 1), date.max])


@settings(derandomize=True, deadline=None, max_examples=400)
@given(
    text=st.lists(PIECES | st.text(max_size=3), max_size=25).map(" ".join),
    reference=st.none() | st.dates() | EDGES,
    language=st.sampled_from([*LANGUAGES, "en-US", "pt", "ru", "ar", "zh", "xx"]),
    genre=st.sampled_from(["news", "narrative"]),
)
def test_any_text_gives_spans_in_order_and_values_that_parse(
    text: str, reference: date | None, language: str, genre: str
) -> None:
    end = 0
    for mention in tag(text, reference=reference, language=language, genre=genre):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        assert 0 < mention.confidence <= 1
        assert {mention.rule, *(a.rule for a in mention.alternatives)} <= RULES
        for reading in (mention, *mention.alternatives, *mention.bounds):
            assert reading.edtf == "" or str(EDTF.parse(reading.edtf))
            assert all(TIMEX.fullmatch(value) for value in reading.timex.split("/")), reading.timex
        said = [(a.edtf, a.part) for a in mention.alternatives]
        assert len(said) == len({*said, (mention.edtf, mention.part)}) - 1


HOSTILE = {
    "one-day": "1 day ",
    "digits": "1",
    "one-word": "a",
    "may": "may ",
    "since": "since ",
    "fractions": "1/",
    "hyphens": "1-",
    "ranges": "June 2022 to ",
    "nested": "the first half of ",
    "blank-lines": "\n",
    "articles": "the ",
    "and": "and 3 ",
    "between": "between ",
    "brackets": "(",
    "before": "before ",
    "by": "by Monday by ",
    "two-days-after": "two days after the ",
    "is": "is closed ",
    "slashes": "/2021/",
    "addresses": "http://",
    "half": "two and a half ",
    "mixed": "the 3 and may between (1 day since 9/11 of 2020-",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_twice_the_text_takes_no_more_than_thrice_the_time(piece: str) -> None:
    size = 2_400 // len(piece) * 10
    once, twice = (partial(tag, piece * n, reference=TUESDAY, language="en") for n in (size, 2 * size))
    assert growth(once, twice) <= 3


def test_a_megabyte_of_digits_is_read_at_once() -> None:
    start = time.perf_counter()
    assert tag("1" * 1_000_000, reference=TUESDAY, language="en") == []
    assert time.perf_counter() - start < 5


def test_noise_of_digits_and_signs_grows_with_its_length_only() -> None:
    dice = random.Random(7)
    noise = "".join(dice.choice("0123456789.,:;/-() '") for _ in range(60_000))
    once, twice = (partial(tag, text, reference=TUESDAY, language="en") for text in (noise[:30_000], noise))
    assert growth(once, twice) <= 3


@pytest.mark.parametrize("reference", [date.min, date.max], ids=["first day", "last day"])
def test_words_that_lead_beyond_the_calendar_give_no_date(reference: date) -> None:
    text = "On Tuesday, last week, next month, two years ago, next weekend and in three decades it began."
    for mention in tag(text, reference=reference, language="en"):
        assert mention.edtf == "" or EDTF.parse(mention.edtf)
