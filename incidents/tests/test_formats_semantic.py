"""Formats that say what their fields mean: TimelineJS, SIMILE, iCalendar, feeds, STIX, MISP."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from incidents.drafts import EventDraft, Finding, IncidentDraft
from incidents.formats import feeds, ics, misp, repetitions, simile, stix, timelinejs
from incidents.formats.base import Format, FormatError, Item, Options, Refused
from incidents.formats.findings import SENTENCES, sentence_of
from incidents.temporal.edtf import EDTF

FILES = Path(__file__).parents[2].parent / "shared" / "data" / "imports"


def read(form: Format, data: bytes | str | Any, name: str = "file") -> list[Item]:
    if not isinstance(data, (bytes, str)):
        data = json.dumps(data)
    return list(form.read(BytesIO(data.encode() if isinstance(data, str) else data), name, Options()))


def events(items: list[Item]) -> list[EventDraft]:
    return [item for item in items if isinstance(item, EventDraft)]


def edtf(draft: EventDraft) -> str:
    return draft.date.edtf if draft.date else ""


def codes(draft: EventDraft | Refused) -> set[str]:
    return {finding.code for finding in draft.findings}


def real(folder: str, name: str) -> bytes:
    path = FILES / folder / name
    if not path.exists():
        pytest.skip(f"The sample files are not part of this repository; {folder}/{name} belongs into {FILES}.")
    return path.read_bytes()


# --- TimelineJS ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param({"year": "1943"}, None, "1943", id="year"),
        pytest.param({"year": 1943, "month": "6"}, None, "1943-06", id="month"),
        pytest.param({"year": "1943", "month": "6", "day": "5"}, None, "1943-06-05", id="day"),
        pytest.param({"year": "2000", "month": "1", "day": "5", "hour": "6", "minute": "45"}, None,
                     "2000-01-05T06:45:00", id="time"),
        pytest.param({"year": "602"}, {"year": "629"}, "0602/0629", id="interval"),
        pytest.param({"year": "-44", "month": "3"}, None, "-0043-03", id="before-christ"),
        pytest.param({"year": "-13800000000"}, None, "Y-138E8", id="deep-time"),
        pytest.param({"year": ""}, None, "", id="no-year"),
        pytest.param({"year": "2001", "month": "2", "day": "30"}, None, "", id="no-such-day"),
    ],
)  # fmt: skip
def test_timelinejs_dates_are_no_finer_than_their_parts(start: Any, end: Any, expected: str) -> None:
    slide = {"text": {"headline": "A ship is built"}, "start_date": start, "end_date": end}
    (draft,) = events(read(timelinejs.FORMAT, {"events": [slide]}))
    assert edtf(draft) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [("2011,3,23", "2011-03-23"), ("1963", "1963"), ("2/14/1995 08:15:00", "1995-02-14T08:15:00"), ("soon", "")],
)
def test_timelinejs_2_dates_are_read_from_one_string(given: str, expected: str) -> None:
    whole = {"timeline": {"headline": "Ships", "date": [{"headline": "Launch", "startDate": given}]}}
    (draft,) = events(read(timelinejs.FORMAT, whole))
    assert edtf(draft) == expected
    assert bool(expected) or codes(draft) == {"unread-date"}


def test_timelinejs_links_become_sources_and_markup_becomes_markdown() -> None:
    slide = {
        "start_date": {"year": "1999"},
        "text": {
            "headline": "<b>Harbour</b> closed",
            "text": '<p>So says <a href="https://port.example/a">the port</a>.</p>',
        },
        "media": {"url": "https://photos.example/1.jpg", "credit": "A photographer"},
        "group": "port",
    }
    (draft,) = events(read(timelinejs.FORMAT, {"events": [slide]}))
    assert draft.headline == "Harbour closed"
    assert draft.body == "So says [the port](<https://port.example/a>)."
    assert [citation.source.url for citation in draft.citations] == ["https://port.example/a"]
    assert draft.tags == ("port",)
    assert ("media.url", "https://photos.example/1.jpg") in draft.extra


def test_a_slide_that_is_no_object_is_refused_and_the_others_go_in() -> None:
    good = {"start_date": {"year": "1999"}, "text": {"headline": "Harbour closed"}}
    items = read(timelinejs.FORMAT, {"events": ["oops", good, {}]})
    assert [type(item) for item in items] == [Refused, EventDraft, Refused]


def test_what_stands_in_place_of_a_slide_is_called_in_words_and_not_by_its_type() -> None:
    items = read(timelinejs.FORMAT, {"events": ["a", 4, None, [1], True]})
    assert [sentence_of(one.findings[0]).rpartition(" is ")[2] for one in items if isinstance(one, Refused)] == [
        "a text.", "a number.", "nothing.", "a list.", "“true” or “false”.",
    ]  # fmt: skip


def test_the_same_slide_twice_keeps_two_names_and_they_stay_the_same() -> None:
    slide = {"start_date": {"year": "1999"}, "text": {"headline": "Harbour closed"}}
    first = [draft.import_ref for draft in events(read(timelinejs.FORMAT, {"events": [slide, slide]}))]
    again = [draft.import_ref for draft in events(read(timelinejs.FORMAT, {"events": [slide, slide]}, "other name"))]
    assert len(set(first)) == 2
    assert first == again


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("cosmo.json", 7),
        ("eras.json", 23),
        ("marktwain.json", 17),
        ("v2_houston.json", 18),
        ("women_in_computing.json", 10),
    ],
)
def test_timelinejs_samples_go_in_whole(name: str, count: int) -> None:
    found = events(read(timelinejs.FORMAT, real("timelinejs", name), name))
    assert len(found) == count
    assert all(draft.date for draft in found)


# --- SIMILE ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        pytest.param('start="1845" end="1846"', "1845", id="instant-within-a-year"),
        pytest.param('start="1875" end="1879"', "[1875..1878]", id="instant-within-years"),
        pytest.param('start="1883" end="1909" isDuration="true"', "1883/1908", id="duration"),
        pytest.param('start="1871" latestStart="1872" earliestEnd="1878" end="1879" isDuration="true"', "1871/1878",
                     id="four-bounds-of-years"),
        pytest.param('start="1880" latestStart="1885" earliestEnd="1895" end="1900" isDuration="true"', "1880~/1899~",
                     id="four-bounds"),
        pytest.param('start="Apr 01 1883 00:00:00 GMT" end="May 01 1883 00:00:00 GMT"', "1883-04", id="month"),
        pytest.param('start="Wed May 01 1963 00:00 GMT-0600" end="Sat Jun 01 1963 00:00 GMT-0600" isDuration="true"',
                     "1963-05-01/1963-05-31", id="days"),
        pytest.param('start="Fri Nov 22 1963 12:30:00 GMT-0600"', "1963-11-22T12:30:00-06:00", id="time-with-zone"),
        pytest.param('start="44 BC"', "-0043", id="before-christ"),
        pytest.param('start="2001-09-27"', "2001-09-27", id="iso"),
        pytest.param('start="soon"', "", id="no-date"),
    ],
)  # fmt: skip
def test_simile_intervals_keep_what_is_known_of_their_ends(attributes: str, expected: str) -> None:
    (draft,) = events(read(simile.FORMAT, f'<data><event {attributes} title="He paints">Words</event></data>'))
    assert edtf(draft) == expected


def test_an_end_before_its_start_is_said_and_the_start_kept() -> None:
    (draft,) = events(read(simile.FORMAT, '<data><event start="1900" end="1890" isDuration="true" title="A"/></data>'))
    assert edtf(draft) == "1900"
    assert codes(draft) == {"end-before-start"}


def test_a_list_of_events_within_another_object_is_no_simile_file() -> None:
    inside = [{"title": "He paints", "start": "1845"}]
    assert simile.FORMAT.recognises(json.dumps({"timeline": {"events": inside}}).encode(), "a.json") == 0.0
    assert simile.FORMAT.recognises(json.dumps({"version": 1, "events": inside}).encode(), "a.json") > 0.5


@pytest.mark.parametrize(("name", "count"), [("data.json", 100), ("jfk.xml", 130), ("monet.xml", 27)])
def test_simile_samples_go_in_whole(name: str, count: int) -> None:
    found = events(read(simile.FORMAT, real("simile", name), name))
    assert len(found) == count
    assert all(draft.date for draft in found)


def test_xml_that_declares_entities_is_refused() -> None:
    bomb = '<!DOCTYPE data [<!ENTITY a "aaaaaaaaaa">]><data><event start="1900" title="&a;"/></data>'
    with pytest.raises(FormatError, match="DOCTYPE"):
        read(simile.FORMAT, bomb)


def test_broken_xml_says_where() -> None:
    with pytest.raises(FormatError, match="line 1"):
        read(simile.FORMAT, '<data><event start="1900" title="a"></data>')


# --- iCalendar -------------------------------------------------------------------------------------------------------


def calendar(*lines: str) -> str:
    inside = ["BEGIN:VEVENT", "UID:one@port.example", "SUMMARY:Port closed", *lines, "END:VEVENT"]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//port//EN", *inside, "END:VCALENDAR", ""])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["DTSTART;VALUE=DATE:20230919"], "2023-09-19", id="day"),
        pytest.param(["DTSTART;VALUE=DATE:20230919", "DTEND;VALUE=DATE:20230922"], "2023-09-19/2023-09-21", id="days"),
        pytest.param(["DTSTART;VALUE=DATE:20230919", "DTEND;VALUE=DATE:20230920"], "2023-09-19", id="one-whole-day"),
        pytest.param(["DTSTART:20230919T143000Z"], "2023-09-19T14:30:00Z", id="utc"),
        pytest.param(["DTSTART:20230919T143000"], "2023-09-19T14:30:00", id="floating"),
        pytest.param(["DTSTART;TZID=Europe/Amsterdam:20230919T143000"], "2023-09-19T14:30:00+02:00", id="zone"),
        pytest.param(["DTSTART:20230919T143000Z", "DURATION:PT90M"], "2023-09-19T14:30:00Z/2023-09-19T16:00:00Z",
                     id="duration"),
        pytest.param([], "", id="undated"),
    ],
)  # fmt: skip
def test_calendar_times_keep_day_zone_and_end(lines: list[str], expected: str) -> None:
    (draft,) = events(read(ics.FORMAT, calendar(*lines)))
    assert edtf(draft) == expected


def test_a_bounded_repetition_is_written_out_and_an_endless_one_is_not() -> None:
    bounded = events(read(ics.FORMAT, calendar("DTSTART;VALUE=DATE:20230919", "RRULE:FREQ=WEEKLY;COUNT=3")))
    assert [edtf(draft) for draft in bounded] == ["2023-09-19", "2023-09-26", "2023-10-03"]
    assert len({draft.import_ref for draft in bounded}) == 3
    (endless,) = events(read(ics.FORMAT, calendar("DTSTART;VALUE=DATE:20230919", "RRULE:FREQ=SECONDLY")))
    assert codes(endless) == {"endless-repetition"}
    many = events(read(ics.FORMAT, calendar("DTSTART:20230919T000000Z", "RRULE:FREQ=SECONDLY;COUNT=99999999")))
    assert len(many) == repetitions.MAX_REPEATED
    assert "many-repetitions" in codes(many[0])


def test_a_line_that_is_none_of_a_calendar_is_refused_alone() -> None:
    items = read(ics.FORMAT, calendar("DTSTART:20230919T143000Z", "X"))
    assert [type(item) for item in items] == [Refused, EventDraft]


def test_times_without_a_zone_are_in_that_of_the_calendar() -> None:
    whole = calendar("DTSTART:20240704T100000", "DTEND:20240704T110000")
    (draft,) = events(read(ics.FORMAT, whole.replace("VERSION:2.0", "X-WR-TIMEZONE:Europe/Berlin")))
    assert edtf(draft) == "2024-07-04T10:00:00+02:00/2024-07-04T11:00:00+02:00"
    assert draft.date is not None
    assert draft.date.words == "2024-07-04 10:00 Europe/Berlin – 2024-07-04 11:00 Europe/Berlin"


def test_an_event_without_an_id_stays_the_same_when_its_date_changes() -> None:
    def names(*days: str) -> list[str]:
        lines = "\r\n".join(f"SUMMARY:Fire\r\nDTSTART:{day}\r\nEND:VEVENT\r\nBEGIN:VEVENT" for day in days)
        whole = calendar(lines, "SUMMARY:Last").replace("UID:one@port.example\r\nSUMMARY:Port closed\r\n", "")
        return [draft.import_ref for draft in events(read(ics.FORMAT, whole))]

    assert names("20240704") == names("20240705")
    assert len(set(names("20240704", "20240705"))) == 3


def test_calendar_fields_find_their_places() -> None:
    lines = ["LOCATION:Rotterdam", r"CATEGORIES:Port\, sea,Court", "URL:https://port.example/1", "STATUS:CANCELLED",
             "DESCRIPTION:See https://port.example/2.", "RELATED-TO:two@port.example"]  # fmt: skip
    (draft,) = events(read(ics.FORMAT, calendar("DTSTART;VALUE=DATE:20230919", *lines)))
    assert (draft.place, draft.tags) == ("Rotterdam", ("Port, sea", "Court"))
    assert [citation.source.url for citation in draft.citations] == ["https://port.example/1", "https://port.example/2"]
    assert [link.kind for link in draft.links] == ["part-of"]
    assert codes(draft) == {"cancelled"}


def sentence_or_count(form: Format, path: Path) -> str | int:
    """Return how many events a file gives, or the sentence that it is refused with."""
    try:
        return len(events(read(form, path.read_bytes(), path.name)))
    except FormatError as error:
        return str(error)


def test_every_sample_calendar_goes_in_or_is_refused_with_a_sentence() -> None:
    real("ics", "bom_calendar.ics")
    counts = {path.name: sentence_or_count(ics.FORMAT, path) for path in sorted((FILES / "ics").glob("*.ics"))}
    assert len(counts) >= 25
    refused = {name: said for name, said in counts.items() if isinstance(said, str)}
    assert list(refused) == ["fuzz_testcase_0_char_in_component_name.ics"]
    assert "is no calendar" in refused["fuzz_testcase_0_char_in_component_name.ics"]
    assert counts["issue_313_globally_unique_tzid.ics"] == 3
    assert counts["period_with_timezone.ics"] == 9


# --- Feeds -----------------------------------------------------------------------------------------------------------

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Port news</title><language>en</language>
<link>https://port.example/</link><item><title>Port closed</title><link>https://port.example/1</link>
<guid>p1</guid><pubDate>{date}</pubDate><description>&lt;p&gt;Closed on Monday.&lt;/p&gt;</description>
<category>port</category></item></channel></rss>"""


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("Tue, 19 Sep 2023 14:30:00 GMT", "2023-09-19"),
        ("Tue, 19 Sep 2023 14:30:00 +0200", "2023-09-19"),
        ("2023-09-19T14:30:00Z", "2023-09-19"),
        ("19 September 2023", "2023-09-19"),
        ("whenever", ""),
    ],
)
def test_a_feed_item_is_a_source_and_a_proposal_dated_by_publication(given: str, day: str) -> None:
    items = read(feeds.FORMAT, RSS.format(date=given))
    assert items[0] == IncidentDraft("Port news", language="en")
    (draft,) = events(items)
    assert edtf(draft) == day
    assert draft.citations[0].source.url == "https://port.example/1"
    assert draft.citations[0].source.publisher == "Port news"
    assert draft.citations[0].source.published[:10] == day
    assert draft.date is None or draft.date.confidence < 0.8
    assert draft.tags == ("port",)


@pytest.mark.parametrize(
    ("feed", "page"),
    [
        ("<rss><channel><link>https://a.org/news/</link><item><title>t</title><link>1.html</link></item></channel></rss>",
         "https://a.org/news/1.html"),
        ("<rss><channel><item><title>t</title><link>/1</link></item></channel></rss>", "https://feed.example/1"),
        ("<feed xml:base='/blog/'><entry xml:base='2024/'><title>t</title><link href='x'/></entry></feed>",
         "https://feed.example/blog/2024/x"),
    ],
)  # fmt: skip
def test_relative_links_of_a_feed_lead_to_its_site(feed: str, page: str) -> None:
    (draft,) = events(read(feeds.FORMAT, feed, "https://feed.example/all.xml"))
    assert [citation.source.url for citation in draft.citations] == [page]


def test_a_feed_that_names_no_encoding_is_read_as_its_server_says() -> None:
    data = "<rss><channel><item><title>Šiauliai žiemą</title><link>https://a.org</link></item></channel></rss>"
    (draft,) = events(list(feeds.FORMAT.read(BytesIO(data.encode("cp1257")), "x", Options(encoding="windows-1257"))))
    assert draft.headline == "Šiauliai žiemą"


def test_json_feed_items_are_read_like_those_of_other_feeds() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Port news",
        "items": [{"id": "p1", "url": "https://port.example/1", "title": "Port closed",
                   "content_html": "<p>On Monday.</p>", "date_published": "2023-09-19T14:30:00+02:00",
                   "authors": [{"name": "The port"}], "tags": ["port"]}],
    }  # fmt: skip
    assert feeds.JSON_FORMAT.recognises(json.dumps(feed).encode(), "feed.json") == 1.0
    (draft,) = events(read(feeds.JSON_FORMAT, feed))
    assert (draft.headline, draft.body, edtf(draft)) == ("Port closed", "On Monday.", "2023-09-19")
    assert draft.citations[0].source.authors == ("The port",)


def test_every_sample_feed_goes_in_or_is_refused_with_a_sentence() -> None:
    real("feeds", "rss_channel_author.xml")
    counts = {path.name: sentence_or_count(feeds.FORMAT, path) for path in sorted((FILES / "feeds").glob("*.xml"))}
    refused = {name: said for name, said in counts.items() if isinstance(said, str)}
    assert list(refused) == ["cdf_channel_abstract_map_description.xml"]
    assert "Channel Definition Format" in refused["cdf_channel_abstract_map_description.xml"]


# --- STIX and MISP ---------------------------------------------------------------------------------------------------

CAMPAIGN = {
    "type": "campaign", "spec_version": "2.1", "id": "campaign--0e6e2ffd-7a9c-4d5c-8f43-9a1d5a3c9b01",
    "created": "2023-09-19T00:00:00.000Z", "modified": "2023-09-19T00:00:00.000Z", "name": "Harbour campaign",
    "description": "Mail servers of ports were read.(Citation: Port report 2023)",
    "first_seen": "2023-06-01T00:00:00.000Z", "last_seen": "2023-09-01T00:00:00.000Z",
    "external_references": [
        {"source_name": "Other", "url": "https://other.example/1"},
        {"source_name": "Port report 2023", "url": "https://port.example/report", "description": "The port. (2023)."},
    ],
}  # fmt: skip
ACTOR = {"type": "threat-actor", "id": "threat-actor--1", "name": "Tide", "threat_actor_types": ["spy"]}
RELATION = {"type": "relationship", "id": "relationship--1", "relationship_type": "attributed-to",
            "source_ref": CAMPAIGN["id"], "target_ref": ACTOR["id"]}  # fmt: skip


def test_a_stix_campaign_is_an_event_with_its_sources_and_actors() -> None:
    bundle = {
        "type": "bundle",
        "id": "bundle--1",
        "objects": [CAMPAIGN, ACTOR, RELATION, {"type": "malware", "name": "x"}],
    }
    items = read(stix.FORMAT, bundle)
    (draft,) = events(items)
    assert draft.headline == "Harbour campaign"
    assert draft.body == "Mail servers of ports were read."
    assert edtf(draft) == "2023-06-01/2023-09-01"
    assert [c.source.url for c in draft.citations] == ["https://port.example/report", "https://other.example/1"]
    assert [(e.name, e.kind, e.role) for e in draft.entities] == [("Tide", "organisation", "actor")]
    assert [item.code for item in items if isinstance(item, Finding)] == ["other-objects"]


def test_a_misp_event_is_one_event_and_its_indicators_are_counted() -> None:
    event = {
        "info": "Port mail read", "date": "2023-09-19", "uuid": "u1", "Orgc": {"name": "CERT"}, "threat_level_id": "2",
        "Tag": [{"name": 'misp-galaxy:threat-actor="Tide"'}, {"name": "tlp:white"}, {"name": "port"}],
        "Attribute": [
            {"type": "link", "category": "External analysis", "value": "https://port.example/report"},
            {"type": "domain", "category": "Network activity", "value": "bad.example",
             "first_seen": "2023-06-01T00:00:00Z"},
            {"type": "domain", "category": "Network activity", "value": "gone.example", "deleted": True},
        ],
    }  # fmt: skip
    items = read(misp.FORMAT, {"Event": event})
    whole, part = events(items)
    assert (whole.headline, edtf(whole), whole.tags) == ("Port mail read", "2023-09-19", ("port",))
    assert [citation.source.url for citation in whole.citations] == ["https://port.example/report"]
    assert [entity.name for entity in whole.entities] == ["Tide"]
    assert (part.headline, edtf(part)) == ("bad.example", "2023-06-01")
    assert part.links[0].to == whole.import_ref


def test_the_manifest_of_a_misp_feed_is_a_list_of_events() -> None:
    events_by_id = {
        "5a3c2fcd-8328-42bb-a95e-4f4402de0b81": {"Orgc": {"name": "X"}, "info": "Port attacked", "date": "2017-12-21"},
        "5a3c2fcd-8328-42bb-a95e-4f4402de0b82": {"Orgc": {"name": "X"}, "info": "Again", "date": "2018-01-02"},
    }
    made = events(read(misp.FORMAT, json.dumps(events_by_id)))
    assert [(edtf(one), one.headline) for one in made] == [("2017-12-21", "Port attacked"), ("2018-01-02", "Again")]
    assert made[0].import_ref != made[1].import_ref


def test_the_sample_misp_event_goes_in() -> None:
    items = read(misp.FORMAT, real("misp", "existing_event.json"), "existing_event.json")
    (draft,) = events(items)
    assert edtf(draft) == "2017-12-21"
    assert [entity.name for entity in draft.entities] == ["Sofacy"]


# --- All -------------------------------------------------------------------------------------------------------------

FORMS: list[Format] = [
    timelinejs.FORMAT, simile.FORMAT, ics.FORMAT, feeds.FORMAT, feeds.JSON_FORMAT, stix.FORMAT, misp.FORMAT
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize(
    "data",
    [b"", b"\x89PNG\r\n\x1a\n\0\0\0", b"[" * 200_000, b"null", b"[1, 2]", b'{"events": 3}', b"<data", b"<rss></rss>",
     b"BEGIN:VCALENDAR", b'{"a": NaN}', b"\xff\xfe<\0d\0", b"{" * 100],
    ids=lambda data: repr(data[:12]),
)  # fmt: skip
def test_what_is_of_another_kind_is_refused_with_a_sentence_or_yields_nothing(
    form: Format, data: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "thing.dat"
    path.write_bytes(data)
    said = sentence_or_count(form, path)
    assert said == 0 or "thing.dat" in str(said)


@pytest.mark.parametrize(
    ("folder", "pattern", "form"),
    [
        ("timelinejs", "*n*.json", timelinejs.FORMAT), ("simile", "*", simile.FORMAT), ("ics", "*r*.ics", ics.FORMAT),
        ("misp", "*", misp.FORMAT), ("feeds", "atom*", feeds.FORMAT),
    ],
)  # fmt: skip
def test_a_sample_is_known_as_what_it_is_and_as_nothing_else(folder: str, pattern: str, form: Format) -> None:
    if not (FILES / folder).exists():
        pytest.skip(f"The sample files are not part of this repository; they belong into {FILES}.")
    for path in sorted((FILES / folder).glob(pattern)):
        head = path.read_bytes()[:65_536]
        if head.strip():
            best = max(FORMS, key=lambda one: one.recognises(head, path.name))
            assert best is form, path.name


def test_every_finding_has_a_sentence_and_every_sentence_a_use() -> None:
    folder = Path(timelinejs.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py") if path.name != "findings.py")
    used = set(re.findall(r'Finding\(\s*"([a-z-]+)"', source))
    assert used <= set(SENTENCES)


@pytest.mark.parametrize("draft_name", ["cosmo.json", "eras.json"])
def test_every_date_read_is_edtf(draft_name: str) -> None:
    for draft in events(read(timelinejs.FORMAT, real("timelinejs", draft_name))):
        assert str(EDTF.parse(edtf(draft))) == edtf(draft)
