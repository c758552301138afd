"""Files as one meets them: what each of their records becomes, read beside what a careful person would type."""

from __future__ import annotations

import io
import json
import zipfile
from functools import partial
from typing import Any

import pytest

from incidents.drafts import EventDraft
from incidents.formats import detect, jsonfile
from incidents.formats.base import HEAD, FormatError, Options
from incidents.formats.findings import sentence_of
from incidents.formats.reading import Drafted, drafts, guess, survey
from incidents.formats.stix import STIX
from incidents.tests.growth import growth


def read(data: str | bytes, name: str) -> list[Drafted]:
    raw = data.encode() if isinstance(data, str) else data
    return list(drafts(io.BytesIO(raw), name, detect(raw[:HEAD], name), Options()))


def events(data: str | bytes, name: str) -> list[EventDraft]:
    return [one for one in read(data, name) if isinstance(one, EventDraft)]


def sources(event: EventDraft) -> list[tuple[str, str, str]]:
    return [(one.source.url, one.source.title, one.source.publisher) for one in event.citations]


def edtf(event: EventDraft) -> str:
    return event.date.edtf if event.date else ""


def codes(event: EventDraft) -> list[str]:
    return [finding.code for finding in event.findings]


# --- TimelineJS and SIMILE --------------------------------------------------------------------------------------------


def slides(*slides: dict[str, Any]) -> str:
    return json.dumps({"events": [{"start_date": {"year": "2019"}, **slide} for slide in slides]})


def test_the_credit_of_a_medium_that_is_a_page_is_its_publisher() -> None:
    film = {
        "url": "//video.example/1",
        "caption": "Rain &amp; wind",
        "credit": '<a href="https://tv.example">Aa TV</a>',
    }
    (event,) = events(slides({"text": {"headline": "Rain"}, "media": film}), "t.json")
    assert sources(event) == [("https://video.example/1", "Rain & wind", "Aa TV")]


def test_a_quotation_in_place_of_a_medium_stands_in_the_text() -> None:
    quoted = {"url": "<blockquote>We rebuild.<br>All of it.</blockquote>"}
    (event,) = events(slides({"text": {"headline": "Visit", "text": "She came."}, "media": quoted}), "t.json")
    assert event.body == "She came.\n\n> We rebuild.\n> All of it."


def test_a_text_without_a_headline_gives_its_first_sentence_and_a_long_headline_stays_whole() -> None:
    told = "The dam above the village broke at night. Three houses fell."
    first, second = events(slides({"text": {"text": told}}, {"text": {"headline": "word " * 80}}), "t.json")
    assert (first.headline, first.body) == ("The dam above the village broke at night.", told)
    assert second.headline.endswith(" …")
    assert second.body == ("word " * 80).strip()


def test_lines_of_a_simile_text_join_as_in_html() -> None:
    rows = """<data><event start="1851" title="School" id="e7">He went\n   to school.\n\n   He drew.</event></data>"""
    (event,) = events(rows, "monet.xml")
    assert event.body == "He went to school.\n\nHe drew."
    assert ("id", "e7") in event.extra


# --- Calendars and feeds ----------------------------------------------------------------------------------------------


def calendar(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""))


def test_the_words_of_a_calendars_days_end_with_the_last_of_them() -> None:
    whole = calendar("UID:1", "SUMMARY:Closed", "DTSTART;VALUE=DATE:20210801", "DTEND;VALUE=DATE:20210804")
    (event,) = events(whole, "c.ics")
    assert event.date
    assert (event.date.edtf, event.date.words) == ("2021-08-01/2021-08-03", "2021-08-01 – 2021-08-03")
    assert ("UID", "1") in event.extra


def test_a_calendars_moment_names_its_zone_once() -> None:
    (event,) = events(calendar('SUMMARY:A \\"test\\"', "DTSTART:20210715T223000Z"), "c.ics")
    assert event.date
    assert (event.date.edtf, event.date.words) == ("2021-07-15T22:30:00Z", "2021-07-15 22:30 UTC")
    assert event.headline == 'A "test"'


def test_a_record_without_a_date_is_told_once_with_what_can_be_done() -> None:
    (event,) = events(calendar("SUMMARY:Some day"), "c.ics")
    (undated,) = (finding for finding in event.findings if finding.code == "undated")
    assert undated.offers == ("leave-out",)


FEED = (
    '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Collected</title>'
    "<link>https://all.example</link>%s</channel></rss>"
)


def test_an_item_from_elsewhere_has_the_publisher_it_names_and_its_author_no_mailbox() -> None:
    item = (
        '<item><title>Dam breaks</title><link>https://valley.example/dam</link><guid isPermaLink="false">x-7</guid>'
        '<source url="https://valley.example">Valley News</source><author>ann@valley.example (Ann Lee)</author></item>'
    )
    (event,) = events(FEED % item, "f.xml")
    assert sources(event) == [("https://valley.example/dam", "Dam breaks", "Valley News")]
    assert event.citations[0].source.authors == ("Ann Lee",)
    assert event.extra == (("id", "x-7"),)


def test_an_item_without_a_page_is_cited_by_what_comes_with_it() -> None:
    item = '<item><title>Episode 3</title><enclosure url="https://pod.example/3.mp3" type="audio/mpeg"/></item>'
    (event,) = events(FEED % item, "f.xml")
    assert sources(event) == [("https://pod.example/3.mp3", "Episode 3", "Collected")]


def test_a_films_description_is_its_text_and_relative_links_are_resolved() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" '
        'xml:base="https://council.example/films/"><title>Council</title><entry><title>Meeting</title>'
        '<link href="7"/><media:group><media:description>About the dam.</media:description></media:group></entry>'
        "</feed>"
    )
    (event,) = events(feed, "f.xml")
    assert event.body == "About the dam."
    assert sources(event) == [("https://council.example/films/7", "Meeting", "Council")]


# --- Threats ----------------------------------------------------------------------------------------------------------


def test_a_reference_of_attack_gives_author_day_and_title_and_its_dates_are_months() -> None:
    campaign = {
        "type": "campaign",
        "id": "campaign--33333333-3333-4333-8333-333333333333",
        "name": "Operation Howl",
        "description": "It hit banks.(Citation: Alpha 2019)",
        "first_seen": "2018-12-01T05:00:00.000Z",
        "last_seen": "2019-03-01T04:00:00.000Z",
        "x_mitre_first_seen_citation": "(Citation: Alpha 2019)",
        "external_references": [
            {
                "source_name": "Alpha 2019",
                "url": "https://alpha.example/wolf",
                "description": "Lee, A. (2019, March 4). Wolf Pack Rising. Retrieved May 1, 2020.",
            }
        ],
    }
    (event,) = events(json.dumps({"type": "bundle", "id": "bundle--1", "objects": [campaign]}), "b.json")
    source = event.citations[0].source
    assert edtf(event) == "2018-12/2019-03"
    assert (source.title, source.authors, source.published) == ("Wolf Pack Rising", ("Lee, A.",), "2019-03-04")


def test_an_object_of_misp_is_called_by_its_title() -> None:
    seen = {
        "name": "incident",
        "first_seen": "2021-03-02T08:00:00+00:00",
        "Attribute": [{"object_relation": "title", "type": "text", "value": "Server taken over"}],
    }
    whole = {"Event": {"info": "Phishing", "date": "2021-03-04", "uuid": "5a3c", "Object": [seen]}}
    assert [event.headline for event in events(json.dumps(whole), "m.json")] == ["Phishing", "Server taken over"]


# --- Tables: what is lost, and what is said ---------------------------------------------------------------------------


def guessed(data: str | bytes, name: str) -> dict[str, tuple[str, ...]]:
    raw = data.encode() if isinstance(data, str) else data
    made = guess(survey(io.BytesIO(raw), name, detect(raw[:HEAD], name), Options()))
    return dict(made.fields)


def test_ids_and_second_dates_are_kept_beside_the_event() -> None:
    rows = "cveID,datetime,timestamp,message\nCVE-1,2021-03-04T12:00:00Z,1614859200123456,Hit\n"
    (event,) = events(rows * 1, "log.csv")
    assert {"cveID": "CVE-1", "timestamp": "1614859200123456"}.items() <= dict(event.extra).items()


def test_things_with_ids_and_texts_or_sources_of_their_own_are_not_taken_for_the_same() -> None:
    head = "id,date,title,url\n"
    apart = (
        head + "CVE-1,2021-03-04,Hole in Foo,https://a.example/1\nCVE-2,2021-03-04,Hole in Foo,https://a.example/2\n"
    )
    alike = (
        head + "CVE-1,2021-03-04,Hole in Foo,https://a.example/1\nCVE-2,2021-03-04,Hole in Foo,https://a.example/1\n"
    )
    texts = "id,date,title,text\n1,2021-03-04,Hole in Foo,It lets in all\n2,2021-03-04,Hole in Foo,Nobody gets out\n"
    assert not any("same-as-row" in codes(event) for event in [*events(apart, "a.csv"), *events(texts, "c.csv")])
    assert [("same-as-row" in codes(event)) for event in events(alike, "b.csv")] == [False, True]


def test_counted_rows_have_no_identity() -> None:
    rows = "Nr.;Datum;Ereignis\n1;2021-03-04;Brand\n2;2021-03-05;Razzia\n"
    assert "id" not in guessed(rows, "e.csv")


def test_names_in_html_and_quotation_marks_come_in_as_text() -> None:
    rows = (
        "date,headline,media,media credit,media caption\n"
        "2019,Rain,https://video.example/1,<a href='https://tv.example'>Aa &amp; TV</a>,“Rain”\n"
    )
    (event,) = events(rows, "sheet.csv")
    assert sources(event) == [("https://video.example/1", "Rain", "Aa & TV")]


def test_words_of_a_cells_links_stay_with_their_links() -> None:
    page = (
        "| Date | Event | Link | Source |\n|---|---|---|---|\n"
        "| 2021-03-04 | Fire | https://a.example/x | [Report](https://b.example/r), [Link](https://c.example/l) |\n"
    )
    (event,) = events(page, "list.md")
    assert sources(event) == [
        ("https://a.example/x", "", ""),
        ("https://b.example/r", "", ""),
        ("https://c.example/l", "", ""),
    ]


def test_a_page_is_cited_rather_than_its_archived_copy() -> None:
    copy = "https://web.archive.org/web/20210801/https://a.example/x"
    links = f"[Fire at depot]({copy}) [copy](https://a.example/x)"
    rows = f"| Date | Event | Source |\n|---|---|---|\n| 2021 | Fire | {links} |\n"
    (event,) = events(rows, "list.md")
    assert [one.source.url for one in event.citations] == ["https://a.example/x"]
    assert ("archived", copy) in event.extra


WIKI = (
    "<html><body><h2>2021</h2><table><tr><th>Date</th><th>Event</th></tr>"
    '<tr><td>July 14</td><td>The dam breaks.<sup class="noprint Inline-Template">[<i>who?</i>]</sup></td></tr>'
    "<tr><td>July 15–16</td><td>Villages are evacuated.</td></tr><tr><td>August</td><td>A debate.</td></tr></table>"
)


def test_a_day_without_a_year_has_that_of_its_heading_or_column() -> None:
    made = events(WIKI, "w.html")
    assert [edtf(event) for event in made] == ["2021-07-14", "2021-07-15/2021-07-16", "2021-08"]
    assert made[0].headline == "The dam breaks."
    table = "Year,Date,Event\n2021,July 14,The dam breaks\n2022,3 mai,A law is passed\n"
    assert [edtf(event) for event in events(table, "t.csv")] == ["2021-07-14", "2022-05-03"]


def test_an_arrow_stands_between_two_days() -> None:
    (event,) = events('Name,Date\nHearing,"March 14, 2021 → March 16, 2021"\n', "n.csv")
    assert edtf(event) == "2021-03-14/2021-03-16"


def test_a_zone_with_a_column_of_its_own_is_that_of_the_times() -> None:
    rows = "date,time,timezone,message\n2021-03-04,12:13,UTC,In\n2021-03-05,12:14,UTC,Out\n"
    assert [edtf(event) for event in events(rows, "log.csv")] == ["2021-03-04T12:13:00Z", "2021-03-05T12:14:00Z"]


def test_years_below_zero_are_counted_as_their_source_counts_them() -> None:
    dump = "event,date\nActium,-0031-09-02T00:00:00Z\nRome,+0476-09-04T00:00:00Z\n"
    service = "event,date\nActium,-0030-09-02T00:00:00Z\nRome,0476-09-04T00:00:00Z\n"
    assert edtf(events(dump, "d.csv")[0]) == edtf(events(service, "s.csv")[0]) == "-0030-09-02"


# --- What a newcomer brings -----------------------------------------------------------------------------------------


def test_columns_of_two_header_rows_are_known_by_their_second() -> None:
    rows = "When start,When end,What headline,What details\n2021-03-04,2021-03-06,Storm,A storm hit the coast.\n"
    expected = {
        "date": ("When start",),
        "end": ("When end",),
        "headline": ("What headline",),
        "body": ("What details",),
    }
    assert guessed(rows, "h.csv") == expected


def test_each_record_may_have_its_date_in_another_column() -> None:
    rows = "label,point in time,start time\nA fire,1986-04-26,\nA reform,,1987-02\n"
    assert [edtf(event) for event in events(rows, "w.csv")] == ["1986-04-26", "1987-02"]


def test_objects_within_a_record_give_names_and_no_sources() -> None:
    issue = {
        "url": "https://api.forge.example/issues/2",
        "html_url": "https://forge.example/issues/2",
        "title": "Outage of the login service",
        "user": {"login": "anna", "type": "User", "html_url": "https://forge.example/anna"},
        "labels": [{"id": 1, "name": "incident"}, {"id": 2, "name": "sev1"}],
        "state": "closed",
        "created_at": "2023-05-04T10:11:12Z",
        "body": "Logins failed, see https://forge.example/x for more.",
    }
    (event,) = events(json.dumps([issue]), "issues.json")
    assert (event.headline, event.tags, event.place) == (issue["title"], ("incident", "sev1"), "")
    assert sources(event) == [("https://forge.example/issues/2", "", "")]
    assert event.body == issue["body"]


def test_answers_of_a_query_service_are_rows_of_their_values() -> None:
    row = {
        "itemLabel": {"type": "literal", "xml:lang": "en", "value": "A congress"},
        "date": {"type": "literal", "value": "1986-04-26T00:00:00Z"},
    }
    answer = {"head": {"vars": ["itemLabel", "date"]}, "results": {"bindings": [row]}}
    (event,) = events(json.dumps(answer), "q.json")
    assert (event.headline, edtf(event)) == ("A congress", "1986-04-26")


def test_the_cards_of_a_board_are_its_records_and_not_the_log_of_what_was_done() -> None:
    board = {
        "name": "Flood",
        "cards": [
            {"name": "The dam breaks", "due": "2021-07-14T18:30:00Z", "dateLastActivity": "2021-08-01T00:00:00Z"}
        ],
        "actions": [{"type": "createCard", "date": "2021-08-01T00:00:00Z"}] * 3,
    }
    (event,) = events(json.dumps(board), "board.json")
    assert (event.headline, edtf(event)) == ("The dam breaks", "2021-07-14T18:30:00Z")


def test_what_a_list_says_of_all_is_no_headline_of_each() -> None:
    notes = (
        "title: Flood\ntimeline:\n  - date: 2021-07-14\n    event: The dam breaks\n"
        "  - start: 2021-07-15\n    end: open\n    event: Evacuation\n"
    )
    made = events(notes, "flood.yaml")
    assert [(event.headline, edtf(event)) for event in made] == [
        ("The dam breaks", "2021-07-14"),
        ("Evacuation", "2021-07-15/.."),
    ]


def test_notes_are_called_by_their_files_and_their_links_are_words() -> None:
    matter = '---\ndate: 2021-07-14\npeople: ["[[Ann Lee]]"]\nplace: [[Aa valley]]\n---\n'
    note = f"{matter}It broke. See [[Visit|the visit]].\n"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("Vault/Dam breaks.md", note)
        archive.writestr("Vault/_config.yml", "title: Vault\n")
    (event,) = events(held.getvalue(), "vault.zip")
    assert (event.headline, event.place, event.body) == ("Dam breaks", "Aa valley", "It broke. See the visit.")
    assert [one.name for one in event.entities] == ["Ann Lee"]


def test_properties_below_a_heading_are_fields() -> None:
    page = "# Dam breaks\n\nDate: July 14, 2021\nTags: flood, dam\n\nIt broke, at night.\n"
    (event,) = events(page, "page.md")
    assert (event.headline, edtf(event), event.tags) == ("Dam breaks", "2021-07-14", ("flood", "dam"))
    assert event.body == "It broke, at night."


# --- Files that are not what they are called --------------------------------------------------------------------------


def test_a_file_of_bad_lines_is_given_up_and_one_with_good_lines_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonfile, "MAX_BAD", 10)
    good, bad = '{"title": "Fire", "date": "2021"}\n', "{broken}\n"
    assert len(events((good + bad) * 20, "a.jsonl")) == 20
    with pytest.raises(FormatError, match="more than 10 lines that are no JSON object"):
        read(good + bad * 20, "b.jsonl")


def test_many_citations_of_many_references_cost_no_more_than_they_are() -> None:
    def read_cited(count: int) -> None:
        references = [{"source_name": f"s{n}", "url": f"https://a.example/{n}"} for n in range(count)]
        cited = "".join(f"(Citation: t{n})" for n in range(count))
        incident = {"type": "incident", "id": "incident--1", "name": "x", "description": cited}
        whole = json.dumps({"type": "bundle", "objects": [{**incident, "external_references": references}]})
        list(STIX().read(io.BytesIO(whole.encode()), "b.json", Options()))

    assert growth(partial(read_cited, 1_500), partial(read_cited, 3_000)) <= 3


def test_a_rule_that_never_comes_true_is_given_up() -> None:
    rule = "RRULE:FREQ=SECONDLY;COUNT=100;BYMONTH=2;BYMONTHDAY=30"
    (event,) = events(calendar("SUMMARY:Never", "DTSTART:20210101T000000Z", rule), "c.ics")
    assert edtf(event) == "2021-01-01T00:00:00Z"
    (finding,) = (one for one in event.findings if one.code == "unread-value")
    assert "it was looked through for" in sentence_of(finding)


def test_a_rule_that_comes_true_seldom_is_written_out() -> None:
    leap = calendar("SUMMARY:Leap", "DTSTART;VALUE=DATE:20200229", "RRULE:FREQ=YEARLY;COUNT=4;BYMONTHDAY=29;BYMONTH=2")
    assert [edtf(event) for event in events(leap, "c.ics")] == ["2020-02-29", "2024-02-29", "2028-02-29", "2032-02-29"]


# --- Columns by their short names -------------------------------------------------------------------------------------


def test_months_and_days_in_columns_of_two_letters_are_read() -> None:
    first, second = events(
        "Year\tMo\tDy\tLocation Name\n1902\t7\t21\tThe south shore\n1911\t\t\tThe bay\n", "waves.tsv"
    )
    assert [edtf(first), edtf(second)] == ["1902-07-21", "1911"]


def test_a_day_that_is_left_out_before_the_name_of_its_month_leaves_the_month() -> None:
    rows = "date,headline\n23-DEC-1948,A mill burnt down\nxx-DEC-1950,A bridge fell\n??-Mar-1951,A dam gave way\n"
    assert [edtf(one) for one in events(rows, "old.csv")] == ["1948-12-23", "1950-12-XX", "1951-03-XX"]


def test_a_locality_is_part_of_the_place() -> None:
    rows = "date,headline,locality,state\n2021-06-05,A march for the river,Aston,OR\n2021-06-07,A vigil,Bury,ID\n"
    assert [one.place for one in events(rows, "marches.csv")] == ["Aston, OR", "Bury, ID"]


def test_the_id_of_something_listed_in_a_record_is_not_that_of_the_record() -> None:
    rows = [
        {"title": f"A rule for the port {number}", "date": f"2021-03-{number:02}", "agencies": [{"id": 100 + number}]}
        for number in range(1, 4)
    ]
    raw = json.dumps(rows).encode()
    assert guess(survey(io.BytesIO(raw), "rules.json", detect(raw, "rules.json"), Options())).paths("id") == ()
