"""EDTF values in words, and the working of a date in a sentence."""

from __future__ import annotations

import pytest

from incidents.temporal.mention import RULES
from incidents.temporal.tables import LANGUAGES, tables_for
from incidents.temporal.wording import explain, say, short


@pytest.mark.parametrize(
    ("edtf", "part", "said"),
    [
        pytest.param("2023-09-19", "", "19 September 2023", id="day"),
        pytest.param("2023-09", "", "September 2023", id="month"),
        pytest.param("2023", "", "2023", id="year"),
        pytest.param("-0043", "", "44 BC", id="before-christ"),
        pytest.param("0070", "", "AD 70", id="anno-domini"),
        pytest.param("2020~", "", "about 2020", id="approximate"),
        pytest.param("2023-09-19?", "", "perhaps 19 September 2023", id="uncertain"),
        pytest.param("2020%", "", "perhaps about 2020", id="both"),
        pytest.param("[2023-09-11..2023-09-17]", "", "in the week of 11 September 2023", id="week"),
        pytest.param("[2023-09-11..2023-09-17]", "end", "late in the week of 11 September 2023", id="late-week"),
        pytest.param("[2023-09-11..2023-09-17]", "start", "early in the week of 11 September 2023", id="early-week"),
        pytest.param("[2023-09-11..2023-09-20]", "", "between 11 and 20 September 2023", id="one-of-range"),
        pytest.param("[2023-08-28..2023-09-05]", "", "between 28 August and 5 September 2023", id="one-of-two-months"),
        pytest.param(
            "[2023-12-25..2024-01-03]", "", "between 25 December 2023 and 3 January 2024", id="one-of-two-years"
        ),
        pytest.param("2023-09-11/2023-09-17", "", "11–17 September 2023", id="interval"),
        pytest.param("2023-08-28/2023-09-05", "", "28 August to 5 September 2023", id="interval-two-months"),
        pytest.param("2023-06/2023-08", "", "June–August 2023", id="months"),
        pytest.param("2019/2021", "", "2019–2021", id="years"),
        pytest.param("2023-06/..", "", "since June 2023", id="open-end"),
        pytest.param("../2023-06", "", "until June 2023", id="open-start"),
        pytest.param("2023-06/", "", "from June 2023, end unknown", id="unknown-end"),
        pytest.param("[..2023-09-18]", "", "on or before 18 September 2023", id="day-or-before"),
        pytest.param("[2023-09-18..]", "", "on or after 18 September 2023", id="day-or-after"),
        pytest.param("[..2023-09]", "", "in or before September 2023", id="month-or-before"),
        pytest.param("[2023..]", "", "in or after 2023", id="year-or-after"),
        pytest.param("2023-09", "mid", "mid-September 2023", id="mid-month"),
        pytest.param("2023-09", "start", "early September 2023", id="early-month"),
        pytest.param("2023-09", "end", "late September 2023", id="late-month"),
        pytest.param("2023", "start", "early 2023", id="early-year"),
        pytest.param("2022-22", "", "summer 2022", id="season"),
        pytest.param("2009-35", "", "the third quarter of 2009", id="quarter"),
        pytest.param("199X", "", "the 1990s", id="decade"),
        pytest.param("199X", "end", "the late 1990s", id="late-decade"),
        pytest.param("18XX", "", "the 19th century", id="century"),
        pytest.param("2023-09-19T14:30:00Z", "", "19 September 2023, 14:30 UTC", id="time"),
        pytest.param("2023-09-19T14:30:05+02:00", "", "19 September 2023, 14:30:05 UTC+2", id="zone"),
        pytest.param("XXXX-07-07", "", "7 July, year unknown", id="open-year"),
        pytest.param("2023-XX", "", "some month of 2023", id="some-month"),
        pytest.param("", "", "date not known", id="nothing"),
        pytest.param("Y17E7", "", "Y17E7", id="no-words-for-it"),
        pytest.param("Y17E7~", "", "about Y17E7", id="far-year-approximate"),
        pytest.param("00XX", "", "the 1st century", id="first-century"),
        pytest.param("-00XX", "", "the 1st century BC", id="first-century-bc"),
        pytest.param("-02XX", "", "the 3rd century BC", id="years-300-to-201-bc"),
        pytest.param("-02XX", "end", "the late 3rd century BC", id="late-third-century-bc"),
        pytest.param("0XXX", "", "the 1st millennium", id="first-millennium"),
        pytest.param("-1XXX", "", "the 2nd millennium BC", id="second-millennium-bc"),
        pytest.param("-005X", "", "between 60 BC and 51 BC", id="decade-bc"),
        pytest.param("005X", "", "between AD 50 and AD 59", id="decade-ad"),
        pytest.param("000X", "", "between 1 BC and AD 9", id="decade-of-the-turn"),
        pytest.param("005X", "end", "between AD 50 and AD 59, towards the end", id="late-decade-ad"),
        pytest.param("-0049~", "", "about 50 BC", id="bc-approximate"),
        pytest.param("19X5", "", "between 1905 and 1995 (19X5)", id="digit-unknown-inside"),
        pytest.param("202X-05", "", "between May 2020 and May 2029 (202X-05)", id="may-of-a-decade"),
        pytest.param("XXXX", "", "date not known (XXXX)", id="no-digit-known"),
        pytest.param("~1850", "", "about 1850", id="mark-on-the-left"),
        pytest.param("2004-06~-11", "", "about 11 June 2004 (2004-06~-11)", id="mark-on-a-part"),
        pytest.param("?2004-06", "", "perhaps June 2004 (?2004-06)", id="doubtful-year"),
        pytest.param("1950S2", "", "about 1950 (1950S2)", id="significant-digits"),
        pytest.param("2009-25", "", "spring 2009 (2009-25)", id="season-of-a-hemisphere"),
        pytest.param("2009-38", "", "May–August 2009 (2009-38)", id="third-of-a-year"),
        pytest.param("[185X,186X]", "", "the 1850s or the 1860s", id="one-of-two-decades"),
        pytest.param("[2021-05-03?,2021-05-04?]", "", "perhaps 3 May 2021 or perhaps 4 May 2021", id="doubtful-choice"),
        pytest.param("[1990,1991..1993]", "", "1990 or between 1991 and 1993 ([1990,1991..1993])", id="mixture"),
        pytest.param("{2019..2021}", "", "2019–2021 ({2019..2021})", id="all-of-a-range"),
        pytest.param("-005X/..", "", "since between 60 BC and 51 BC (-005X/..)", id="since-a-decade-bc"),
        pytest.param("-0043-03-15T12:00:00", "", "15 March 44 BC, 12:00 (-0043-03-15T12:00:00)", id="hour-bc"),
        pytest.param("not edtf", "", "not edtf", id="not-edtf"),
    ],
)
def test_a_date_is_said_in_english(edtf: str, part: str, said: str) -> None:
    assert say(edtf, part=part) == said
    assert say(edtf, part=part, language="en-GB") == said


def test_a_language_without_wording_is_said_in_english() -> None:
    assert say("2023-09-19", language="zz") == "19 September 2023"
    assert "Tuesday" in explain("weekday-past", "x", "2023-09-19", edtf="2023-09-19", language="zz")


@pytest.mark.parametrize(
    ("rule", "words", "reference", "edtf", "part", "sentence"),
    [
        pytest.param(
            "week-end-last", "at the end of last week", "2023-09-19", "[2023-09-11..2023-09-17]", "end",
            "The report of Tuesday 19 September 2023 says “at the end of last week”: "
            "the week from Monday 11 to Sunday 17 September 2023, towards its end.",
            id="end-of-last-week",
        ),
        pytest.param(
            "weekday-past", "Tuesday", "2023-09-19", "2023-09-19", "",
            "The report of Tuesday 19 September 2023 says “Tuesday”: the latest Tuesday on or before that day.",
            id="weekday",
        ),
        pytest.param(
            "absolute", "19 Sept 2023", "", "2023-09-19", "",
            "The report says “19 Sept 2023”: the date is given in full.",
            id="absolute",
        ),
        pytest.param("editor", "", "", "2023-09-19", "", "Entered by an editor as 19 September 2023.", id="editor"),
        pytest.param(
            "context", "", "2023-09-19", "2023-09-19", "",
            "The report gives no date for this; going by what it tells around it, 19 September 2023.",
            id="inferred",
        ),
        pytest.param(
            "neighbour-unit", "the following day", "2021-05-03", "2021-05-04", "",
            "After a date of Monday 3 May 2021 the report says “the following day”: "
            "counted from the last date that the text gave, Tuesday 4 May 2021.",
            id="from-the-text",
        ),
    ],
)  # fmt: skip
def test_the_working_is_one_sentence(
    rule: str, words: str, reference: str, edtf: str, part: str, sentence: str
) -> None:
    assert explain(rule, words, reference, edtf=edtf, part=part) == sentence


def test_a_date_without_words_of_its_own_is_said_to_have_none() -> None:
    said = explain("context", "", "2023-09-19", edtf="[2023-09-17..2023-09-19]")
    assert said == (
        "The report gives no date for this; going by what it tells around it, between 17 and 19 September 2023."
    )
    assert short("context", "", "2023-09-19") == "no date given: placed by what the report tells around it"


def test_the_working_in_few_words() -> None:
    assert short("weekday-past", "Tuesday", "2023-09-19") == "Tuesday: the report is of Tuesday 19 September 2023"
    assert short("absolute", "19 Sept 2023", "") == "19 Sept 2023: as the report gives it"
    assert short("editor", "", "") == "entered by an editor"


@pytest.mark.parametrize("edtf", ["2023-09-19", "2023-09", "[2023-09-11..2023-09-17]", "XXXX-07-07", "2022-22", ""])
@pytest.mark.parametrize("rule", sorted(RULES | {"editor", "context"}))
def test_every_rule_has_its_sentence(rule: str, edtf: str) -> None:
    wording = tables_for("en").wording
    assert wording
    assert rule in wording.explanations
    for reference in ("2023-09-20", ""):
        for part in ("", "end"):
            sentence = explain(rule, "these words", reference, edtf=edtf, part=part)
            assert sentence.endswith(".")
            assert "{" not in sentence
            assert len(sentence) > 20
            assert rule in ("editor", "context") or "these words" in sentence


def test_in_a_history_words_are_not_said_to_count_from_the_report() -> None:
    def told(rule: str, words: str, edtf: str) -> str:
        return explain(rule, words, "1940-05-03", edtf=edtf, within=True)

    assert told("weekday-past", "Friday", "1940-05-03") == (
        "After a date of Friday 3 May 1940 the report says “Friday”: the latest Friday on or before that day."
    )
    assert told("next-unit", "next month", "1940-06").endswith(
        "“next month”: counted from the last date that the text gave, June 1940."
    )
    assert short("next-unit", "next month", "1940-05-03", within=True) == (
        "next month: counted from Friday 3 May 1940, the date given before it"
    )


def test_a_rule_that_is_not_known_still_gives_a_sentence() -> None:
    assert explain("brand-new", "x", "", edtf="2023") == "The report says “x”: read as 2023."


@pytest.mark.parametrize("language", [code for code in LANGUAGES if tables_for(code).wording])
def test_every_language_has_all_the_forms(language: str) -> None:
    english, wording = tables_for("en").wording, tables_for(language).wording
    assert english
    assert wording
    assert {name for name in english.forms if ":" not in name} <= set(wording.forms)
    assert set(english.explanations) == set(wording.explanations)
    assert len(wording.months) == 12
    assert len(wording.weekdays) == 7


def test_a_date_of_saying_is_told_from_that_of_the_happening() -> None:
    said = explain("date-of-saying", "Last year", "2023-09-19", edtf="2022")
    assert said.endswith("says “Last year”: when it was said, not when it happened: 2022.")


@pytest.mark.parametrize("edtf", ["not edtf", "2023-02-30", "2023-13", "[[", "X" * 300])
@pytest.mark.parametrize("rule", ["absolute", "week-end-last", "weekday-past", "relative-day", "editor", "unheard-of"])
def test_the_working_of_what_is_no_date_gives_it_as_it_stands(rule: str, edtf: str) -> None:
    for part in ("", "end"):
        assert explain(rule, "these words", edtf, edtf=edtf, part=part).endswith(".")
    assert edtf in explain("relative-day", "these words", "2023-09-19", edtf=edtf)
