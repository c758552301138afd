"""Files as one meets them: what each of their records becomes, read beside what a careful person would type."""

from __future__ import annotations

import io
import json
from typing import Any

from incidents.drafts import EventDraft, IncidentDraft
from incidents.formats import detect
from incidents.formats.base import HEAD, Options
from incidents.formats.reading import Drafted, drafts


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
        '<link href="7"/><media:group><media:description>About the dam.</media:description></media:group></entry></feed>'
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
