"""Files of kinds that people keep, met on the way: what a person sees in them, and what their records become."""

from __future__ import annotations

import json
from typing import Any

import pytest

from incidents.drafts import EventDraft, Finding
from incidents.tests.test_formats_wild import codes, edtf, events, read, sources


def told(data: str, name: str) -> list[tuple[str, str]]:
    return [(edtf(one), one.headline) for one in events(data, name)]


# --- Dates ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("June 3–5 & 7, 2021", "{2021-06-03..2021-06-05,2021-06-07}"),
        ("May 1 - 3, 5 2020", "{2020-05-01..2020-05-03,2020-05-05}"),
        ("3.-5. und 7. Juni 2021", "{2021-06-03..2021-06-05,2021-06-07}"),
        ("June 3–5 & July 7, 2021", "{2021-06-03..2021-06-05,2021-07-07}"),
        ("Jan/Feb 2020", "2020-01/2020-02"),
        ("Jan, Feb 2020", "{2020-01,2020-02}"),
        ("31 Dec 2019/1 Jan 2020", "2019-12-31/2020-01-01"),
        ("May 30/31, 2021", "2021-05-30/2021-05-31"),
        ("3-4/06/2021", "2021-06-03/2021-06-04"),
        ("2021-06-03/04", "2021-06-03/2021-06-04"),
        ("2000~2014", "2000/2014"),
        ("2000-01--2007-10-23", "2000-01/2007-10-23"),
        ("~2000", "2000~"),
        ("entre 1850 y 1860", "[1850..1860]"),
        ("XIXe siècle", "18XX"),
        ("finales del siglo XIX", "18XX"),
        ("-4600000000", "Y-46E8"),
    ],
)
def test_dates_that_share_a_month_a_year_or_a_sign(cell: str, meant: str) -> None:
    (event,) = events(json.dumps([{"date": cell, "title": "Fire"}]), "a.json")
    assert edtf(event) == meant


@pytest.mark.parametrize("cell", ["C0028", "May 2020/2021", "4, 2020", "44 of 2020"])
def test_what_is_no_date_or_may_be_several_is_given_none(cell: str) -> None:
    rows = [{"date": "2020-01-01", "title": "Fire"}, {"date": cell, "title": "Flood"}]
    assert told(json.dumps(rows), "a.json") == [("2020-01-01", "Fire"), ("", "Flood")]


def test_a_remark_on_when_it_was_told_of_leaves_the_date() -> None:
    cells = ["2020 (disclosed Dec)", "March 2021 (reported in 2022)", "2018 (bekannt geworden 2019)", "2017 (reported)"]
    rows = [{"date": cell, "title": f"Fire {number}"} for number, cell in enumerate(cells)]
    assert [edtf(one) for one in events(json.dumps(rows), "a.json")] == ["2020", "2021-03", "2018", "2017?"]


def test_cells_that_begin_with_their_date_are_dated_by_it_where_no_column_is() -> None:
    table = "What,Ref\n2019: The dam breaks,a\nMarch 2020 – An inquiry begins,b\n350 BC - The dam is built,c\n"
    assert told(table, "a.csv") == [
        ("2019", "The dam breaks"), ("2020-03", "An inquiry begins"), ("-0349", "The dam is built"),
    ]  # fmt: skip
    found = [one.code for one in read(table, "a.csv") if isinstance(one, Finding)]
    assert "leading-dates" in found
    assert "no-date-column" not in found
    assert told(table + "2020 people came,d\n", "a.csv")[0] == ("", "2019: The dam breaks")
    dated = "When,What\n2021,2019: a year of floods\n2022,2020: a year of fires\n"
    assert told(dated, "a.csv")[0] == ("2021", "2019: a year of floods")


# --- JSON and YAML ----------------------------------------------------------------------------------------------------


def test_events_that_are_held_by_their_years_or_dates_are_records() -> None:
    whole = "2019:\n- date: March 4\n  title: Founded\n- date: June\n  title: First customer\n2021:\n- title: Moved\n"
    assert told(whole, "history.yml") == [("2019-03-04", "Founded"), ("2019-06", "First customer"), ("2021", "Moved")]
    assert told('{"1969": ["Net goes live", "A system begins"], "1971": "First e-mail"}', "a.json") == [
        ("1969", "Net goes live"), ("1969", "A system begins"), ("1971", "First e-mail"),
    ]  # fmt: skip
    assert not events('{"2019": 4, "2020": 7}', "counts.json")  # figures by year are no events


def test_a_list_that_stands_deeper_in_yaml_or_below_its_year_is_read() -> None:
    deeper = "timeline:\n  metadata: {name: Moon}\n  events:\n  - {date: 1969-07-20, title: Landing}\n"
    assert told(deeper + "  - {date: 1969-07-24, title: Return}\n", "t.yaml") == [
        ("1969-07-20", "Landing"), ("1969-07-24", "Return"),
    ]  # fmt: skip
    grouped = "- year: 2024\n  events:\n  - {date: October, title: Fair}\n- year: 2023\n  events:\n  - {title: Talks}\n"
    assert told(grouped, "t.yml") == [("2024-10", "Fair"), ("2023", "Talks")]


def test_the_only_incident_of_an_answer_is_the_record_and_not_what_was_told_of_it() -> None:
    updates = [{"body": "We look into it.", "created_at": "2021-03-04T10:05:00Z"}, {"body": "Solved."}]
    incident = {"name": "Mails are late", "created_at": "2021-03-04T10:00:00Z", "incident_updates": updates}
    (event,) = events(json.dumps({"page": {"id": "p"}, "incidents": [incident]}), "incidents.json")
    assert (edtf(event), event.headline) == ("2021-03-04T10:00:00Z", "Mails are late")


def test_the_same_told_in_several_languages_is_the_text() -> None:
    row = {"cve": {"id": "CVE-2021-1", "published": "2021-03-04T10:15:09",
                   "descriptions": [{"lang": "en", "value": "The parser reads too far."}]}}  # fmt: skip
    (event,) = events(json.dumps({"vulnerabilities": [row]}), "nvd.json")
    assert (event.headline, event.language) == ("The parser reads too far.", "")  # of the incident, then


def test_yaml_that_is_written_carelessly_is_read_as_it_is_meant() -> None:
    page = "---\ntitle: Outage\ndate: 2021-03-04\nduration: >3 days\nlinks:\n- https://a.example/1\n"
    (event,) = events(page + "- [1] https://a.example/2\n----\nMails were late.\n", "2021-03-04 Mail.md")
    assert (event.headline, event.body) == ("Outage", "Mails were late.")
    assert [url for url, _, _ in sources(event)] == ["https://a.example/1", "https://a.example/2"]
    assert ("duration", ">3 days") in event.extra
    assert told("## Cause\n\nA storm.\n", "2016-06 GBX.md") == [("2016-06", "GBX")]


# --- Tables -----------------------------------------------------------------------------------------------------------


def test_words_in_angle_brackets_that_are_no_markup_stay() -> None:
    (event,) = events("date,message\n2021-03-04,Reporter <CRON> by <joe@a.example> &amp; co\n", "log.csv")
    assert event.headline == "Reporter <CRON> by <joe@a.example> & co"


def test_what_a_program_keeps_for_itself_is_neither_tag_nor_place() -> None:
    row = {"datetime": "2021-03-04T10:00:00Z", "message": "Password failed", "__type__": "Container",
           "pathspec": {"__type__": "PathSpec", "location": "/var/log/secure"}, "reporter": "sshd"}  # fmt: skip
    (event,) = events(json.dumps(row), "log.jsonl")
    assert (event.tags, event.place) == ((), "")
    assert {"__type__": "Container", "reporter": "sshd"}.items() <= dict(event.extra).items()


def test_a_months_row_in_a_markdown_table_dates_the_days_below_it() -> None:
    table = (
        "| Date | What |\n|---|---|\n| | **[Jun 2021]** |\n| 28th | Fire |\n| | **[May 2021]** |\n| 30th | Flood |\n"
    )
    assert told(table, "a.md") == [("2021-06-28", "Fire"), ("2021-05-30", "Flood")]


def test_a_file_in_the_mediums_place_is_no_source_and_documents_are() -> None:
    sheet = "Year,Headline,Media,Media Credit\n1910,Hall,hall.jpg,The Archive\n1925,Game,https://v.example/1,Club\n"
    first, second = events(sheet, "t.csv")
    assert not first.citations
    assert {("Media", "hall.jpg"), ("Media Credit", "The Archive")} <= set(first.extra)
    assert sources(second) == [("https://v.example/1", "", "Club")]
    (event,) = events("Date,Event,Source document\n2019-03-04,Meeting,Ex. 12; Ex. 13\n", "c.csv")
    assert [title for _, title, _ in sources(event)] == ["Ex. 12", "Ex. 13"]


def test_a_headline_out_of_a_text_has_no_marks_of_markdown() -> None:
    rows = [{"date": "2021-03-04", "description": "[The port](https://a.example/p) closed. It is *shut*."}]
    (event,) = events(json.dumps(rows), "a.json")
    assert event.headline == "The port closed."


# --- Lists ------------------------------------------------------------------------------------------------------------


def test_a_list_whose_items_begin_with_years_needs_nothing_between_them_and_the_words() -> None:
    life = "# A life\n\n- 20/06/1985 Born\n- 1991 Kindergarten\n- 1992-1997 School\n- 01/2005-03/2005 First job\n"
    assert told(life, "life.md") == [
        ("1985-06-20", "Born"), ("1991", "Kindergarten"), ("1992/1997", "School"), ("2005-01/2005-03", "First job"),
    ]  # fmt: skip


def test_a_line_across_the_page_is_no_item_and_lessons_are_no_events_of_the_day() -> None:
    page = (
        "# Outage of 29 September 2025\n\n## Timeline\n\n- **16:58 UTC** - Writers fail\n- **17:02 UTC** - A change\n"
        "- **18:46 UTC** - All is well\n\n* * *\n\n## Lessons\n\n- Test restores\n- Write it down\n"
    )
    assert [(date[11:16], what) for date, what in told(page, "p.md") if "T" in date] == [
        ("16:58", "Writers fail"), ("17:02", "A change"), ("18:46", "All is well"),
    ]  # fmt: skip
    assert not [what for _, what in told(page, "p.md") if what in ("Test restores", "Write it down", "* *")]


# --- Bundles ----------------------------------------------------------------------------------------------------------


def bundle(*objects: dict[str, Any]) -> str:
    return json.dumps({"type": "bundle", "id": "bundle--1", "objects": objects})


def test_observed_data_are_called_by_what_was_observed() -> None:
    seen = {"first_observed": "2021-03-04T10:00:00Z", "last_observed": "2021-03-04T10:00:00Z"}
    (event,) = events(bundle({"type": "observed-data", "id": "observed-data--1", **seen,
                              "objects": {"0": {"type": "file", "name": "resume.pdf"}}}), "s.json")  # fmt: skip
    assert (event.headline, edtf(event)) == ("resume.pdf observed", "2021-03-04T10:00:00Z")


def test_a_midnight_of_a_format_without_days_is_the_day() -> None:
    report = {"type": "report", "id": "report--1", "name": "A unit exposed", "published": "2013-02-19T00:00:00.000Z"}
    (event,) = events(bundle(report), "s.json")
    assert edtf(event) == "2013-02-19"


def test_a_simile_date_with_the_name_of_a_zone_is_read() -> None:
    rows = '<data><event start="Jan 4, 2011 03:00:00 EST" title="Laptop found"/></data>'
    (event,) = (one for one in read(rows, "a.xml") if isinstance(one, EventDraft))
    assert (edtf(event), codes(event)) == ("2011-01-04T03:00:00-05:00", ["no-source"])


# --- TimelineJS -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "meant"),
    [
        ({"year": 2014, "month": "March", "day": 3}, "2014-03-03"),
        ({"year": "2014", "month": "0", "day": "0"}, "2014"),
        ({"year": 1999.0, "month": None}, "1999"),
        ({"year": "c. 1850"}, "1850~"),
        ({"year": "1200 BC"}, "-1199"),
        ("2014-03-01", "2014-03-01"),
        ({"year": "2014", "month": "13"}, ""),
    ],
)
def test_a_slides_date_is_read_as_newsrooms_write_it(start: Any, meant: str) -> None:
    end = {"year": "", "month": ""}
    (event,) = events(
        json.dumps({"events": [{"start_date": start, "end_date": end, "text": {"headline": "A"}}]}), "t.json"
    )
    assert edtf(event) == meant
    assert ("unread-date" in codes(event)) is (not meant)


@pytest.mark.parametrize(
    ("start", "shown", "meant"),
    [
        ({"year": "2016"}, "Circa 2016", "2016~"),
        ({"year": "2016", "month": "1", "day": "1"}, "January 2016", "2016-01"),
        ({"year": "1850"}, "1850s", "185X"),
        ({"year": "2016", "month": "3"}, "Opening day", "2016-03"),
    ],
)
def test_the_words_above_a_slide_say_that_its_date_is_not_exact(start: dict[str, str], shown: str, meant: str) -> None:
    slide = {"start_date": start, "display_date": shown, "text": {"headline": "A"}}
    (event,) = events(json.dumps({"events": [slide]}), "t.json")
    assert (edtf(event), event.date.words if event.date else "") == (meant, shown)


def test_json_that_a_page_loads_as_a_script_is_read() -> None:
    slide = '{"startDate": "2011,12,10", "headline": "A"}'
    assert told(f'storyjs_jsonp_data = {{"timeline": {{"date": [{slide}]}}}};', "t.json") == [("2011-12-10", "A")]
    assert told('callback([{"date": "2021-03-04", "title": "Fire"}]);\n', "feed.js") == [("2021-03-04", "Fire")]
    assert told('[{"start": "1914", "content": "War"}]', "vis.json") == [("1914", "War")]


def test_a_table_without_a_header_is_headed_by_what_has_a_page() -> None:
    name = '<a href="https://a.example/{}">Able Bakers {}</a>'
    row = f"<tr><td>2015-1{{}}</td><td>{name}</td><td>{{}} million customers</td></tr>"
    page = f"<h1>Hacks</h1><table>{''.join(row.format(at, at, at, at) for at in range(3))}</table>"
    first, *_ = events(page, "hacks.html")
    assert (first.headline, first.body) == ("Able Bakers 0", "0 million customers")


# --- Languages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headline", "language"),
    [
        ("أُغلق الميناء بعد حريق في المستودع", "ar"),
        ("בנמל פרצה שריפה", "he"),
        ("В порту начался пожар, рыбы погибли", "ru"),
        ("У порту почалася пожежа, її загасили", "uk"),
        ("بندر پس از آتش‌سوزی بسته شد", "fa"),
        ("Στο λιμάνι ξέσπασε φωτιά", "el"),
        ("港で火災が発生した", "ja"),
        ("Пожар в порту", ""),  # of which several languages could say so
        ("Der Hafen wurde nach dem Brand von der Stadt geschlossen", "de"),
        ("El puerto fue cerrado por la ciudad tras el incendio", "es"),
        ("Port fire", ""),
    ],
)
def test_a_record_is_in_the_language_that_its_script_or_words_tell_for_sure(headline: str, language: str) -> None:
    (event,) = events(json.dumps([{"date": "2020-03-04", "title": headline}], ensure_ascii=False), "a.json")
    assert event.language == language
    slide = {"start_date": {"year": "1999"}, "text": {"headline": headline}}
    (event,) = events(json.dumps({"events": [slide]}, ensure_ascii=False), "a.json")
    assert event.language == ("" if headline.isascii() else language)


def test_a_record_in_another_script_than_the_files_has_a_language_of_its_own() -> None:
    rows = [
        ("2020-03-04", "Der Damm bricht und das Dorf wird von der Flut erfasst"),
        ("2020-03-05", "В селе объявлен сбор, рыбы нет, мы ждём"),
    ]
    made = events("date,title\n" + "\n".join(f'{day},"{title}"' for day, title in rows), "a.csv")
    assert [one.language for one in made] == ["de", "ru"]


# --- What a machine logged --------------------------------------------------------------------------------------------


def test_what_was_done_leads_the_headline_where_that_is_a_path_or_a_command() -> None:
    log = (
        "datetime,timestamp_desc,message\n"
        "2020-03-04T10:00:00Z,Content Modification Time,/var/log/harbour.log\n"
        "2020-03-04T10:01:00Z,Last Time Executed,CRANE.EXE was run 3 times\n"
        "2020-03-04T10:02:00Z,Event Logged,The crane service stopped\n"
    )
    assert [one.headline for one in events(log, "a.csv")] == [
        "Content Modification Time: /var/log/harbour.log", "Last Time Executed: CRANE.EXE was run 3 times",
        "The crane service stopped",
    ]  # fmt: skip
    rows = "Alert,Tag,Timestamp,Field,Summary\n,No,2020-03-04 10:00:00,File/Modified,C:\\crane\\run.exe\n"
    assert [one.headline for one in events(rows, "a.csv")] == ["File/Modified: C:\\crane\\run.exe"]
    hunted = (
        "Timestamp,DeviceName,ActionType,FileName,ProcessCommandLine,InitiatingProcessCommandLine\n"
        "2020-03-04T10:00:00Z,crane-1,AntivirusDetection,lift.ico,,update.exe -s\n"
    )
    assert [one.headline for one in events(hunted, "a.csv")] == ["Antivirus detection: lift.ico"]


def test_of_a_logged_message_the_sentence_is_the_headline_and_the_whole_the_text() -> None:
    message = (
        "[7036 / 0x1b7c] Source Name: Control Message string: The crane service stopped. Strings: ['a'] Event Level: 4"
    )
    (event,) = events(f'datetime,timestamp_desc,message\n2020-03-04T10:00:00Z,Logged,"{message}"\n', "a.csv")
    assert (event.headline, event.body) == ("The crane service stopped.", message)


# --- Pages and scripts ------------------------------------------------------------------------------------------------


def test_blocks_of_a_timeline_on_a_web_page_are_its_items() -> None:
    block = '<div class="{}-item"><div><h2>{}</h2>{}<p>{} <a href="https://a.example.org/{}">Report</a></p></div></div>'
    dates = ['<h6 class="date">March 4, 2021</h6>', "<time>April 2021</time>", '<span class="cd-date">2022</span>']
    names = ["Crane found", "Crane tested", "Crane sold"]
    items = [block.format("timeline", name, date, "It was so.", 1) for name, date in zip(names, dates, strict=True)]
    page = f"<html><body><h1>The crane</h1><nav>2019</nav><div class='timeline'>{''.join(items)}</div></body></html>"
    made = events(page, "crane.html")
    assert [(edtf(one), one.headline) for one in made] == [
        ("2021-03-04", "Crane found"), ("2021-04", "Crane tested"), ("2022", "Crane sold"),
    ]  # fmt: skip
    assert [one.body for one in made] == ["It was so. Report"] * 3
    assert sources(made[0])[0][0] == "https://a.example.org/1"
    bare = '<div class="timeline-item"><div class="year">{}</div><div class="description">{}</div></div>'
    page = "".join(bare.format(2019 + number, name) for number, name in enumerate(names))
    assert told(f"<html><body>{page}</body></html>", "bare.html") == [
        ("2019", "Crane found"), ("2020", "Crane tested"), ("2021", "Crane sold"),
    ]  # fmt: skip


def test_a_line_above_the_text_of_an_item_is_its_headline() -> None:
    item = "<li><strong>{}</strong> — <em>Founded</em><br>The first members meet.</li>"
    page = f"<html><body><ol>{''.join(item.format(year) for year in (2019, 2020, 2021))}</ol></body></html>"
    assert {(one.headline, one.body) for one in events(page, "a.html")} == {("Founded", "The first members meet.")}


def test_times_in_a_table_are_of_the_day_that_the_page_names_until_midnight() -> None:
    page = (
        "# Login errors\n\n**Date:** 2024-01-15\n\n| Time | Event |\n|---|---|\n| 23:35 | An alert |\n"
        "| 23:50 | Declared |\n| 00:10 | Resolved |\n"
    )
    assert told(page, "a.md") == [
        ("2024-01-15T23:35:00", "An alert"),
        ("2024-01-15T23:50:00", "Declared"),
        ("", "Resolved"),
    ]


def test_a_list_that_a_script_exports_behind_it_is_read() -> None:
    script = 'const fires =\n  [{"date": "2020-03-04", "title": "Fire"}];\n\nexport default fires;\n'
    assert told(script, "fires.js") == [("2020-03-04", "Fire")]


def test_parts_of_a_date_in_one_word_are_finer_than_the_year_beside_them() -> None:
    table = (
        "year,notes,startday,startmonth,startyear,endday,endmonth,endyear\n"
        "1990,The workers walk out,15,1,1990,17,1,1990\n1990,They walk out again,2,3,1990,2,3,1990\n"
    )
    assert [edtf(one) for one in events(table, "a.csv")] == ["1990-01-15/1990-01-17", "1990-03-02"]
