"""Dates as people write them in cells."""

from __future__ import annotations

import datetime as dt

import pytest

from incidents.formats.datecells import DAY_FIRST, MONTH_FIRST, DateRule, read_date, with_time
from incidents.temporal.edtf import EDTF

pytestmark = pytest.mark.once

READ = {
    "2020-06-02": "2020-06-02",
    "2020-06": "2020-06",
    "2020": "2020",
    "August ?, 2021": "2021-08-XX",
    "?? March 2020": "2020-03-XX",
    "November 4 & 8, 2024": "{2024-11-04,2024-11-08}",
    "November 4, 5 and 8, 2024": "{2024-11-04,2024-11-05,2024-11-08}",
    "November 4 & December 8, 2024": "{2024-11-04,2024-12-08}",
    "5 et 8 mai 2020": "{2020-05-05,2020-05-08}",
    "3 or 5 May 2021": "[2021-05-03,2021-05-05]",
    "March 2021 or April 2021": "[2021-03,2021-04]",
    "Unknown, 2021": "2021",
    "tba 2021": "2021",
    "(Believed to be) 2020-06-02": "2020-06-02?",
    "probably March 2021": "2021-03?",
    "vermutlich Mai 2020": "2020-05?",
    "12/2020 (unconfirmed)": "2020-12?",
    "Dec 31 2019 (reported)": "2019-12-31?",
    "2020 (?)": "2020?",
    "c. 1850": "1850~",
    "ca. 1850-1860": "1850~/1860~",
    "May 2020 (approx.)": "2020-05~",
    "um 1850": "1850~",
    "2011,3,23": "2011-03-23",
    "2023-9-1": "2023-09-01",
    "+1986-00-00T00:00:00Z": "1986",
    "+1986-03-00T00:00:00Z": "1986-03",
    "+1986-03-01T00:00:00Z": "1986-03-01",
    "-0044-03-15T00:00:00Z": "-0043-03-15",
    "2020-00-00": "2020",
    "2020-05-00": "2020-05",
    "XX/05/2020": "2020-05-XX",
    "00/05/2020": "2020-05",
    "2020-06-??": "2020-06-XX",
    "06/2020": "2020-06",
    "200 BC": "-0199",
    "44 BCE": "-0043",
    "AD 79": "0079",
    "Q3 2019": "2019-35",
    "Spring 2020": "2020-21",
    "fall 2020": "2020-23",
    "1990s": "199X",
    "2021-03-04 – 2021-03-06": "2021-03-04/2021-03-06",
    "Mar 4-6, 2021": "2021-03-04/2021-03-06",
    "Jan 2020–Mar 2021": "2020-01/2021-03",
    "01.02.2021-03.02.2021": "2021-02-01/2021-02-03",
    "1.2. - 3.2.2021": "2021-02-01/2021-02-03",
    "1914–18": "1914/1918",
    "2020-21": "2020/2021",
    "2020-present": "2020/..",
    "June 2020 - present": "2020-06/..",
    "since 2020": "2020/..",
    "before 2020": "[..2019]",
    "after 3 May 2020": "[2020-05-04..]",
    "vor 2020": "[..2019]",
    "20200602": "2020-06-02",
    "20200602T101112Z": "2020-06-02T10:11:12Z",
    "2020-W12": "[2020-03-16..2020-03-22]",
    "12-Mar-21": "2021-03-12",
    "12-Mar-85": "1985-03-12",
    "Mar-21": "2021-03",
    "04.03.2021": "2021-03-04",
    "13/04/2021": "2021-04-13",
    "4/13/21": "2021-04-13",
    "3/3/2021 2:30 PM": "2021-03-03T14:30:00",
    "March 4, 2021 at 5pm": "2021-03-04T17:00:00",
    "Thu, 04 Mar 2021 10:11:12 GMT": "2021-03-04T10:11:12Z",
    "Thu Mar 4 10:11:12 2021": "2021-03-04T10:11:12",
    "2021-03-04T12:33:11.222+0100": "2021-03-04T12:33:11+01:00",
    "2021-03-04 12:33:11 +00": "2021-03-04T12:33:11Z",
    "2021-03-04 12:33 UTC+2": "2021-03-04T12:33:00+02:00",
    "2021-03-04 12:33:11 UTC": "2021-03-04T12:33:11Z",
    "2021-03-04 12:33:11 CET": "2021-03-04T12:33:11+01:00",
    "2021-07-04 12:33:11 Europe/Berlin": "2021-07-04T12:33:11+02:00",
    "3 mars 2021": "2021-03-03",
    "1er mai 2020": "2020-05-01",
    "marzo de 2021": "2021-03",
    "4. März 2021": "2021-03-04",
    "3 maart 2021": "2021-03-03",
    "été 2020": "2020-22",
}


@pytest.mark.parametrize(("words", "edtf"), READ.items())
def test_cell_is_read(words: str, edtf: str):
    assert read_date(words).edtf == edtf
    assert str(EDTF.parse(edtf)) == edtf


@pytest.mark.parametrize(
    ("words", "edtf", "part"),
    [
        ("Early January, 2023", "2023-01", "start"),
        ("mid-March 2021", "2021-03", "mid"),
        ("Anfang März 2021", "2021-03", "start"),
        ("finales de 2019", "2019", "end"),
    ],
)
def test_part_of_a_date_is_kept(words: str, edtf: str, part: str):
    assert (read_date(words).edtf, read_date(words).part) == (edtf, part)


@pytest.mark.parametrize(
    "words",
    [
        *"- – -- ? ??? n/a N/A tba TBA unknown Unknown desconocido inconnu unbekannt onbekend 0000-00-00 NULL".split(),
        *"n.d. k.A.".split(),
        *("sin fecha", "date inconnue", "ohne Datum", "not known", "", "  ", None),
    ],
)
def test_cell_that_says_nothing_gives_no_date(words: str | None):
    assert read_date(words).nothing
    assert read_date(words).edtf == ""


@pytest.mark.parametrize(
    "words",
    ["31/02/2021", "2021-02-31", "2021-13-01", "2021-03-04 25:00", "1,234", "4 March", "last week", "hello 2021 world",
     "12", "1723474994349345", "43,5", "9/11", "x" * 500, "ongoing", "1/2/3/4/5", "CVE-2021-44228"],
)  # fmt: skip
def test_cell_that_is_no_date_is_said_to_be_none(words: str):
    cell = read_date(words)
    assert cell.edtf == ""
    assert [finding.code for finding in cell.findings] == ["unread-date"]
    assert dict(cell.findings[0].params)["reason"]


def test_order_of_figures_is_that_of_the_column():
    assert read_date("03/04/2021", DateRule(order=DAY_FIRST)).edtf == "2021-04-03"
    assert read_date("03/04/2021", DateRule(order=MONTH_FIRST)).edtf == "2021-03-04"
    assert read_date("03/04/2021 - 05/04/2021", DateRule(order=DAY_FIRST)).edtf == "2021-04-03/2021-04-05"


def test_unknown_order_leaves_both_readings():
    cell = read_date("03/04/2021")
    assert cell.edtf == "[2021-03-04,2021-04-03]"
    assert {(one.rule, one.edtf) for one in cell.alternatives("03/04/2021")} == {
        ("numeric-day-first", "2021-04-03"),
        ("numeric-month-first", "2021-03-04"),
    }
    assert [(one.code, one.offers) for one in cell.findings] == [("ambiguous-order", ("day-first", "month-first"))]
    assert read_date("03/03/2021").edtf == "2021-03-03"


def test_figure_against_the_order_of_its_column_is_said():
    cell = read_date("13/04/2021", DateRule(order=MONTH_FIRST))
    assert cell.edtf == "2021-04-13"
    assert [one.code for one in cell.findings] == ["other-order"]


@pytest.mark.parametrize(
    "number", ["1658689261", "1658689261123", "1658689261123456", "1658689261123456789", 1658689261]
)
def test_seconds_since_1970_are_read_where_the_column_counts_them(number: str | int):
    assert read_date(number, DateRule(epoch=True)).edtf == "2022-07-24T19:01:01Z"
    assert read_date(number).edtf == ""


def test_serial_days_are_read_where_the_column_counts_them():
    cell = read_date("44259", DateRule(serial=True))
    assert cell.edtf == "2021-03-04"
    assert [one.code for one in cell.findings] == ["serial-date"]
    assert read_date(44259.0, DateRule(serial=True)).edtf == "2021-03-04"
    assert read_date("44259").edtf == ""


def test_values_of_a_spreadsheet():
    assert read_date(dt.date(2021, 3, 4)).edtf == "2021-03-04"
    assert read_date(dt.datetime.fromisoformat("2021-03-04T05:06")).edtf == "2021-03-04T05:06:00"
    assert read_date(2021).edtf == read_date(2021.0).edtf == "2021"


def test_midnights_of_a_whole_column_are_days():
    assert read_date("2021-03-04T00:00:00Z", DateRule(midnights=True)).edtf == "2021-03-04"
    assert read_date("2021-03-04T00:00:00Z").edtf == "2021-03-04T00:00:00Z"


def test_zone_of_the_mapping_is_put_to_times_without_one():
    rule = DateRule(zone="Europe/Berlin")
    assert read_date("2021-07-04 12:00", rule).edtf == "2021-07-04T12:00:00+02:00"
    assert read_date("2021-01-04 12:00Z", rule).edtf == "2021-01-04T12:00:00Z"
    assert read_date("2021-01-04", rule).edtf == "2021-01-04"


@pytest.mark.parametrize(
    ("time", "edtf"),
    [("14:30", "2021-03-04T14:30:00"), ("2:30 pm", "2021-03-04T14:30:00"), ("14h30", "2021-03-04T14:30:00"),
     ("9 Uhr", "2021-03-04T09:00:00"), ("12 am", "2021-03-04T00:00:00"), ("14:30 CET", "2021-03-04T14:30:00+01:00"),
     ("", "2021-03-04"), ("at noon", "2021-03-04"), ("25:00", "2021-03-04")],
)  # fmt: skip
def test_time_of_its_own_column(time: str, edtf: str):
    assert with_time(read_date("2021-03-04"), time).edtf == edtf


def test_time_is_put_to_no_coarser_date():
    assert with_time(read_date("2021-03"), "14:30").edtf == "2021-03"


def test_unknown_zone_is_said_and_not_guessed():
    cell = read_date("2021-03-04 12:33 IST")
    assert cell.edtf == "2021-03-04T12:33:00"
    assert [one.code for one in cell.findings] == ["unknown-zone"]
