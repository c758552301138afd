"""Kinds of files that nobody prepared for an importer: registers, trackers and chronicles, as they are kept."""

from __future__ import annotations

import io
import json

import pytest

from incidents.drafts import EventDraft
from incidents.formats import format_named
from incidents.formats.base import Options
from incidents.formats.datecells import read_date
from incidents.formats.guessing import guess
from incidents.formats.mapping import MappingError
from incidents.formats.reading import drafts, survey
from incidents.tests.test_formats_wild import codes, edtf, events, read, sources


def table(*rows: str) -> str:
    return "\n".join(rows) + "\n"


# --- Dates ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("29./30.05.1993", "1993-05-29/1993-05-30"),
        ("30.04./01.05.1993", "1993-04-30/1993-05-01"),
        ("4 May 2021 10:00 – 11:30", "2021-05-04T10:00:00/2021-05-04T11:30:00"),
        ("April 5, 2021 2:00 PM (EDT) → 4:00 PM", "2021-04-05T14:00:00-04:00/2021-04-05T16:00:00-04:00"),
        ("2021-03-04T10:00/2021-03-05T11:00", "2021-03-04T10:00:00/2021-03-05T11:00:00"),
        ("4 May 2021, 23:00 – 01:00", "2021-05-04T23:00:00"),
        ("2021-03-04 10:00-05:00", "2021-03-04T10:00:00-05:00"),
        ("1961 Apr 12 0607:03", "1961-04-12T06:07:03"),
        ("1961 Apr 12 0607", "1961-04-12T06:07:00"),
        ("-004025-06-01", "-4025-06-01"),
        ("-004025-06-01T00:00:00.000Z", "-4025-06-01"),
        ("seit 2015", "2015/.."),
        ("depuis le 3 mai 2015", "2015-05-03/.."),
    ],
)
def test_a_cell_is_read_as_it_is_written(words: str, expected: str) -> None:
    assert read_date(words).edtf == expected


@pytest.mark.parametrize(
    ("date", "words", "expected"),
    [
        ("2020-06-01", "believed to be June 1st", "2020-06-01?"),
        ("2020-05-26", "May 26th or 27th", "[2020-05-26,2020-05-27]"),
        ("1970-01-08", "January 8-10, 1970", "1970-01-08/1970-01-10"),
        ("1900-01-01", "c. 1900", "1900~"),
        ("2001-03-01", "March 2001", "2001-03"),
        ("2001-03-04", "March 2001", "2001-03-04"),
        ("2001-03-04", "last spring", "2001-03-04"),
        ("2001-03-04", "5 March 2001", "2001-03-04"),
    ],
)
def test_words_beside_a_date_say_how_well_it_is_known(date: str, words: str, expected: str) -> None:
    (event,) = events(table("title,date,display date", f'Fire,{date},"{words}"'), "t.csv")
    assert edtf(event) == expected
    assert event.date is not None
    assert event.date.words == words


def test_figures_that_prove_no_order_are_read_as_those_beside_them() -> None:
    rows = table("title,start,end", "Leak,4/1/2003,5/31/2003", "Fire,5/10/2005,6/30/2005")
    found = read(rows, "t.csv")
    assert [edtf(one) for one in events(rows, "t.csv")] == ["2003-04-01/2003-05-31", "2005-05-10/2005-06-30"]
    assert [one.params for one in found if getattr(one, "code", "") == "order-beside"] == [(("column", "end"),)]


def test_another_column_says_how_exact_a_day_is() -> None:
    rows = ("title,date,date precision", "A fire,2019-03-01,month", "A flood,2019-01-01,year", "A storm,2019-03-04,day")
    assert [edtf(one) for one in events(table(*rows), "t.csv")] == ["2019-03", "2019", "2019-03-04"]
    coded = events(table("title,event_date,time_precision", "A fire,2019-03-04,1", "A flood,2019-03-05,3"), "t.csv")
    assert ["inexact-date" in codes(one) for one in coded] == [False, True]


def test_what_closed_something_is_its_end_and_what_records_it_no_beginning() -> None:
    spans = table("name,opened,closed", "Ferry,2001-02-03,2004-05-06")
    assert [edtf(one) for one in events(spans, "t.csv")] == ["2001-02-03/2004-05-06"]
    reported = table("title,created_at,closed_at", "Door stuck,2021-03-04,2021-03-09")
    assert [edtf(one) for one in events(reported, "t.csv")] == ["2021-03-04"]
    outage = {"name": "Lost mail", "created_at": "2024-03-15T20:02:00Z", "started_at": "2024-03-15T20:00:00Z"}
    (event,) = events(json.dumps([{**outage, "resolved_at": "2024-03-15T21:30:00Z"}]), "t.json")
    assert edtf(event) == "2024-03-15T20:00:00Z/2024-03-15T21:30:00Z"


def test_days_at_which_something_was_seen_are_a_span() -> None:
    seen = [{"date": "2024-02-09", "at": [1, 2]}, {"date": "2024-01-12", "at": [1, 3]}]
    first, second = events(
        json.dumps([{"title": "Berg adrift", "geometry": seen}, {"title": "Fire", "geometry": seen[:1]}]), "t.json"
    )
    assert (edtf(first), edtf(second)) == ("2024-01-12/2024-02-09", "2024-02-09")


# --- What columns are called ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "header",
    [
        "N°;Fecha del hecho;Departamento;Municipio;Víctima(s);Relato de los hechos;Tipo de violación;Fuente(s)",
        "N°;Date des faits;Commune;Département;Victime;Circonstances;Type d'accident;Source",
        "Nr.;Datum voorval;Gemeente;Provincie;Slachtoffer;Toedracht;Soort;Bron",
        "Nr.;Tatzeit;Gemeinde;Landkreis;Opfer;Hergang;Art der Tat;Quelle",
        "No.;Date of Incident;Town;County;Victim's name;Circumstances;Type of crime;Source",
    ],
)
def test_columns_of_registers_in_five_languages(header: str) -> None:
    rows = (
        "1;12.03.2019;Alta;Norte;Ana Roe;Two walls of the old mill fell into the river at night.;Fall;The Bell",
        "2;25.03.2019;Brena;Sur;Ben Poe;A car was found burnt behind the station of the town.;Fire;The Horn",
    )
    raw = io.BytesIO(table(header, *rows).encode())
    made = guess(survey(raw, "t.csv", format_named("csv"), Options()))
    fields = {path: name for name, paths in made.fields for path in paths}
    expected = "date place place person body tag source_title"
    assert [fields.get(one, "") for one in header.split(";")[1:]] == expected.split()


def test_a_name_is_the_headline_where_a_text_stands_beside() -> None:
    rows = table("Fecha,Nombre,Lugar,Circunstancias", "2 de enero de 1979,Mina Roja,Alta,Se hundió de noche.")
    (event,) = events(rows, "t.csv")
    assert (event.headline, event.body, event.place) == ("Mina Roja", "Se hundió de noche.", "Alta")


def test_names_of_things_beside_a_record_are_no_headline_of_it() -> None:
    one = {"begin": "2022-12-02", "external_desc": "Mail is slow", "products": [{"title": "Mail"}]}
    assert [event.headline for event in events(json.dumps([one, one | {"begin": "2022-12-05"}]), "t.json")] == [
        "Mail is slow",
        "Mail is slow",
    ]


def test_a_record_without_words_is_called_by_its_kind_and_place() -> None:
    rows = table("DisNo.,Disaster Type,Country,Start Year,Historic", "1999-9388-ABC,Drought,Alta,2001,No")
    (event,) = events(rows, "t.csv")
    assert event.headline == "Drought; Alta"


def test_a_link_to_an_article_or_photo_is_a_source_and_a_photo_is_none() -> None:
    rows = table(
        "Date,What happened,Link to news article or photo of document,URL of image",
        "2019-12-31,A wall fell.,https://news.example/1,https://news.example/1.jpg",
    )
    (event,) = events(rows, "t.csv")
    assert sources(event) == [("https://news.example/1", "", "")]


# --- Sources ----------------------------------------------------------------------------------------------------------


def test_sources_without_an_address_stand_in_a_column_of_addresses() -> None:
    rows = table(
        "Date,Title,Source,Link",
        "2019-03-01,Fire,https://news.example/1,",
        "2019-03-02,Flood,Radio Alta,",
        '2019-03-03,Storm,"“Wind; and rain,” The Bell; The Horn",none',
        "2019-03-04,Hail,https://news.example/4,",
    )
    assert [sources(event) for event in events(rows, "t.csv")] == [
        [("https://news.example/1", "", "")],
        [("", "Radio Alta", "")],
        [("", "“Wind; and rain,” The Bell", ""), ("", "The Horn", "")],
        [("https://news.example/4", "", "")],
    ]


def test_a_list_of_addresses_and_of_links_gives_each_once() -> None:
    links = ["https://news.example/1", {"text": "Second", "href": "https://news.example/2"}]
    (event, _) = events(json.dumps([{"title": "A", "date": "2018", "links": links}] * 2), "t.json")
    assert sorted(sources(event)) == [("https://news.example/1", "", ""), ("https://news.example/2", "Second", "")]
    assert not {"no-address", "bad-address"} & set(codes(event))


def test_categories_of_a_post_are_divided_at_blanks() -> None:
    (event,) = events("---\nlayout: post\ntitle: Bridge\ncategories: traffic bridge\n---\nClosed.\n", "2019-11-12-b.md")
    assert event.tags == ("traffic", "bridge")


# --- Chronicles in Markdown and HTML ----------------------------------------------------------------------------------


def told(page: str, name: str = "page.md") -> list[tuple[str, str]]:
    return [(edtf(event), event.headline) for event in events(page, name)]


def test_paragraphs_that_begin_with_a_date_are_items() -> None:
    page = (
        "# The dam\n\n**1998** It is planned.\n\n**March 2003** Building begins; see [report](https://a.example/1).\n\n"
        "**4 May 2007:** A crack.\nA worker reports it.\n\n12.03.2011 – It breaks.\n"
    )
    expected = [("1998", "It is planned."), ("2003-03", "Building begins"), ("2007-05-04", "A crack."),
                ("2011-03-12", "It breaks.")]  # fmt: skip
    assert told(page) == expected
    assert [event.body for event in events(page, "page.md")] == ["", "", "A worker reports it.", ""]
    html = "".join(f"<p><b>{day} May 2007</b>: Day {day}.</p><p>More.</p>" for day in (1, 2, 3))
    assert told(f"<html><body>{html}</body></html>", "page.html") == [
        (f"2007-05-0{day}", f"Day {day}.") for day in (1, 2, 3)
    ]
    between = (
        "<h2>2013</h2><h3>May</h3><ul><li>1 May – A.</li><li>2 May – B.</li></ul><h3>June</h3><p><b>3 June</b>: C.</p>"
    )
    assert told(f"<html><body>{between}</body></html>", "page.html")[-1] == ("2013-06-03", "C.")


def test_times_below_the_day_of_a_page_are_times_of_that_day() -> None:
    page = (
        "# Report: mail down\n\n**Date:** April 12, 2023\n\n## Times\n\n- 23:02 - An alert\n- **23:49** - A restart\n"
        "- 00:10 - All is well\n- 2023-04-13 09:00 - A review\n\n## To do\n\n| What | Due |\n|---|---|\n| A | 2023 |\n"
    )
    assert told(page) == [
        ("2023-04-12T23:02:00", "An alert"),
        ("2023-04-12T23:49:00", "A restart"),
        ("", "All is well"),  # of the next day, which nobody says
        ("2023-04-13T09:00:00", "A review"),
    ]


def test_a_heading_with_its_date_behind_a_bar_has_fields_and_links_below() -> None:
    page = "## Alta\n" + "".join(
        f"\n### Guards close the bridge | {when}\n\nThey closed it.\n\ntags: bridge, guards\n\nid: alta-{at}\n\n"
        f"**Links**\n\n* https://a.example/{at}\n"
        for at, when in enumerate(("June 1st", "(Believed to be) June 4th, 2020", "2020-06-05"))
    )
    first, second, third = events(page, "Alta.md")
    assert [edtf(first), edtf(second), edtf(third)] == ["", "2020-06-04?", "2020-06-05"]
    assert first.date is not None  # kept in words: nobody says the year
    assert first.date.words == "June 1st"
    assert (third.headline, third.body, third.tags) == (
        "Guards close the bridge",
        "They closed it.",
        ("bridge", "guards", "Alta"),
    )
    assert sources(third) == [("https://a.example/2", "", "")]
    assert ("id", "alta-2") in third.extra


def test_versions_are_called_by_their_number() -> None:
    page = (
        "History\n=======\n\n3.2.0 (2024-01-15)\n------------------\n\n- Faster\n- Smaller\n\n3.1.0 / 2023-03-12\n"
        "------------------\n\n- Other\n\n## [3.0.0] - 2022-05-06 [YANKED]\n- First\n"
    )
    assert told(page) == [("2024-01-15", "3.2.0"), ("2023-03-12", "3.1.0"), ("2022-05-06", "3.0.0")]


def test_a_page_of_a_site_that_holds_a_chronology_is_that_chronology() -> None:
    items = (
        "\n- **1998-03-04** A stone.\n- 2001: A crane falls. [[source]](https://a.example/1)\n- May 2003 – A ferry.\n"
    )
    page = f"---\nlayout: page\ntitle: Harbour\n---\n{items}"
    assert told(page) == [("1998-03-04", "A stone."), ("2001", "A crane falls."), ("2003-05", "A ferry.")]
    assert sources(events(page, "page.md")[1]) == [("https://a.example/1", "", "")]
    assert len(told(page.replace("layout: page", "date: 2020-01-01"))) == 1  # which is a record itself


# --- Tables -----------------------------------------------------------------------------------------------------------


def test_a_row_over_the_other_columns_tells_of_the_row_above() -> None:
    rows = "".join(
        f'<tr><th rowspan="2">{at}</th><td>{at} May 2019</td><td>Ship {at}</td></tr>'
        f'<tr><td colspan="2">It sailed. <a href="https://a.example/{at}">Report</a></td></tr>'
        for at in (1, 2)
    )
    page = f"<html><table><tr><th>No.</th><th>Date</th><th>Name</th></tr>{rows}</table></html>"
    first, second = events(page, "page.html")
    assert (edtf(second), second.headline, second.body) == ("2019-05-02", "Ship 2", "It sailed. Report")
    assert sources(first) == [("https://a.example/1", "", "")]


def test_days_have_the_month_and_year_of_the_headings_and_the_title() -> None:
    days = "".join(f"<tr><td>{day}</td><td>A mill burns.</td></tr>" for day in ("1", "2–4"))
    days = f"<table><tr><th>Date</th><th>Details</th></tr>{days}</table>"
    spans = ["2019-03-01", "2019-03-02/2019-03-04"]
    for above in (
        "<h1>Fires in 2019</h1><h2>March</h2>",
        "<h1>Fires in March 2019</h1><h2>List</h2>",
        "<h2>2019</h2><h3>March</h3>",
    ):
        assert [edtf(event) for event in events(f"<html><body>{above}{days}</body></html>", "page.html")] == spans
    page = "# Outages\n\n## 2021\n\n### March\n\n| Day | What |\n|---|---|\n| 4 | Mail down |\n| 9 | Disk full |\n"
    assert told(page) == [("2021-03-04", "Mail down"), ("2021-03-09", "Disk full")]


def test_years_in_rows_of_their_own_are_those_of_the_rows_below() -> None:
    rows = ("Date,Event,Place", "2019,,", "4 March,Dam breaks,Alta", "March 2020,,", "5,Court rules,Brena", "2021,,")
    assert told(table(*rows, "7 May,A fine,Alta"), "t.csv") == [
        ("2019-03-04", "Dam breaks"),
        ("2020-03-05", "Court rules"),
        ("2021-05-07", "A fine"),
    ]
    whole = table("Date,Event", "2019-03-04,Dam breaks", "2019,", "2020-05-05,Court rules")
    assert len(events(whole, "t.csv")) == 3  # no day lacks its year: a row is a row


def test_sheets_called_by_years_complete_their_days() -> None:
    from openpyxl import Workbook

    book, held = Workbook(), io.BytesIO()
    for year, sheet in ((2021, book.active), (2022, book.create_sheet())):
        sheet.title = str(year)
        for row in (("Date", "Incident"), ("4 March", f"Dam {year}"), ("12 April", f"Mill {year}")):
            sheet.append(row)
    book.save(held)
    assert [edtf(event) for event in events(held.getvalue(), "t.xlsx")] == [
        "2021-03-04",
        "2021-04-12",
        "2022-03-04",
        "2022-04-12",
    ]


@pytest.mark.parametrize("name", ["q{}", "sensor_{}", "{}"])
def test_many_columns_with_numbered_names_have_a_header(name: str) -> None:
    header = ",".join(["date", *(name.format(at) for at in range(1, 400))])
    rows = [",".join([f"2021-03-0{day}", *(str(at % 7 / 2) for at in range(399))]) for day in range(1, 6)]
    assert [edtf(event) for event in events(table(header, *rows), "t.csv")] == [
        f"2021-03-0{day}" for day in range(1, 6)
    ]


def test_a_mapping_may_write_columns_with_other_case_and_signs() -> None:
    rows = table("Date of Event,head_line", "2021-03-04,Fire")
    mapping = {"fields": {"headline": "Head line", "date": "date_of_event"}}
    made = drafts(io.BytesIO(rows.encode()), "t.csv", format_named("csv"), Options(), mapping)
    assert [(edtf(one), one.headline) for one in made if isinstance(one, EventDraft)] == [("2021-03-04", "Fire")]
    with pytest.raises(MappingError, match="Dated"):
        list(drafts(io.BytesIO(rows.encode()), "t.csv", format_named("csv"), Options(), {"fields": {"date": "Dated"}}))


def test_a_midnight_in_every_row_is_no_time_of_day() -> None:
    rows = table("Date,Event", "10/24/1948 12:00:00 AM,Crash", "08/30/1974 12:00:00 AM,Fire")
    assert told(rows, "t.csv") == [("1948-10-24", "Crash"), ("1974-08-30", "Fire")]
    some = table("Date,Event", "10/24/1948 12:00:00 AM,Crash", "08/30/1974 6:30 PM,Fire")
    assert told(some, "t.csv") == [("1948-10-24T00:00:00", "Crash"), ("1974-08-30T18:30:00", "Fire")]


def test_a_time_of_day_in_figures_is_no_year() -> None:
    rows = ("BEGIN_DATE_TIME,YEAR,END_TIME,EVENT", "09-APR-21 18:00:00,2021,1900,Hail fell")
    rows = table(*rows, "28-APR-21 05:15:00,2021,530,A storm")
    assert [edtf(event) for event in events(rows, "t.csv")] == ["2021-04-09T18:00:00", "2021-04-28T05:15:00"]


def test_an_object_that_is_one_event_is_not_its_sources() -> None:
    listed = [{"title": f"Report {at}", "url": f"https://a.example/{at}", "date": f"2009-10-1{at}"} for at in (1, 2)]
    one = {"id": "1972-a", "date": "1972", "title": "A firm is founded", "sources": listed}
    (event,) = events(json.dumps(one), "1972-a.json")
    assert (edtf(event), event.headline, len(event.citations)) == ("1972", "A firm is founded", 2)
    assert len(events(json.dumps({"title": "A firm", "date": "2020-01-01", "events": listed}), "t.json")) == 2


def test_a_label_is_the_headline_where_there_is_no_other() -> None:
    rows = table("label,hdate,hdate_end,url", "Cup,30 May 1936,24 June 1936,https://a.example/1")
    assert told(rows, "t.csv") == [("1936-05-30/1936-06-24", "Cup")]
    both = table("title,label,date", "Fire,red,2020-01-02")
    assert [(event.headline, event.tags) for event in events(both, "t.csv")] == [("Fire", ("red",))]


def test_paragraphs_below_a_year_are_what_is_told_of_it() -> None:
    page = (
        "# The mill\n\n## 1901\n\nIt opens.\n\nIt has two wheels.\n\n## Year 1923\n\nWords.\n\n- 4 March: A fire.\n\n"
        "## March 1961\n\nIt closes.\n"
    )
    assert told(page) == [("1901", "It opens."), ("1923-03-04", "A fire."), ("1961-03", "It closes.")]
    assert events(page, "page.md")[0].body == "It has two wheels."


def test_events_that_stand_in_groups_are_the_records() -> None:
    first = {"year": 1990, "events": [{"title": "A flood", "date": "4 March"}, {"title": "A fire", "date": "5 May"}]}
    second = {"year": 1991, "events": [{"title": "A court rules", "date": "6 June"}]}
    expected = [("1990-03-04", "A flood"), ("1990-05-05", "A fire"), ("1991-06-06", "A court rules")]
    assert told(json.dumps([first, second]), "t.json") == expected
    assert told(json.dumps({"title": "Mill", "years": [first, second]}), "t.json") == expected


def test_what_says_that_there_is_no_source_is_none() -> None:
    rows = (
        "Date,Title,Source",
        "2019-03-01,Fire,https://a.example/1",
        "2019-03-02,Flood,n/a",
        "2019-03-03,Hail,Unknown",
    )
    assert [len(event.citations) for event in events(table(*rows), "t.csv")] == [1, 0, 0]


def test_days_beside_several_sources_stay_with_them() -> None:
    rows = ("Date,Title,Link,Source date,Source title", "2019-03-01,Fire,https://a.example/1,2019-03-02,One")
    several = '2019-03-02,Flood,https://a.example/2 https://a.example/3,2019-03-03; 2019-03-04,"""One; two""; n/a"'
    event = events(table(*rows, several), "t.csv")[1]
    cited = [(one.source.published, one.source.title) for one in event.citations]
    assert cited == [("2019-03-03", "One; two"), ("2019-03-04", "n/a")]
