"""What is written of events and sources, as other programs read it: one record in is one record out."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date, datetime

import bibtexparser
import feedparser
import openpyxl
import pytest
import rispy
import stix2
import stix2validator
from bibtexparser.middlewares import LatexDecodingMiddleware
from icalendar import Calendar

from incidents.drafts import (
    CitationDraft,
    EntityDraft,
    EventDraft,
    IncidentDraft,
    LinkDraft,
    MembershipDraft,
    QuoteDraft,
    Reading,
    SourceDraft,
    event_from,
)
from incidents.formats import all_formats, detect, format_named, jsonld
from incidents.formats.base import FormatError, Options
from incidents.formats.findings import sentence_of
from incidents.formats.formulas import restored, safe
from incidents.formats.outgoing import Publication, one_line
from incidents.formats.outward import BY_NAME, OUTWARD, outward_named

from .filing import items, values

pytestmark = pytest.mark.once
ABOUT = Publication(
    "Outage at the port",
    "https://timeline.example/incidents/outage/",
    "https://timeline.example/incidents/outage.x",
    "Example Timelines",
    "https://timeline.example/",
    "What *happened*.",
    "en",
)
# Headlines that break files of some kind, unless they are written with care.
HOSTILE = [
    "The port announces an outage",
    "=cmd()|' /C calc'!A0",
    "'=already marked",
    "+1 and -1, @all",
    "-dashes first",
    "A } brace { and } another, 100% of $5 & #1_a ~ ^ \\ backslash \\} @article{x, title={y}}",
    'Quotes "double" and \'single\'; semicolons; commas, and "',
    "A line\nEND:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VEVENT",
    "ER  - \nTY  - NEWS\nTI  - forged",
    "</script><script>alert(1)</script><!-- ]]> --> &amp; &lt;",
    "مرفأ يعلن عن انقطاع \u202bright to left\u202c",
    "Emoji 🚢🔥👩‍👩‍👧 and combining é, and a family name 龍",
    "Separators \u2028 and \u2029 and \x85 and \x0b and \x07 bell \x00 nul",
    "long " * 59 + "ends",
    "\ttab first",
]
DATES = [
    "2023-09-19", "2023-09", "2023", "-0043-03-15", "0000", "2023-06/..", "../2023-06", "2023-09-15~", "2019?",
    "[2023-09-11..2023-09-17]", "2023-09-11/2023-09-17", "2023-21", "199X", "2023-09-19T14:30:00+02:00",
    "2023-09-19T14:30:00", "2023-09-19T08:00:00Z/2023-09-19T09:00:00Z", "Y17E7", "2023-XX-19", "/2023-05", "9999-12-31",
    "{1960,1961-12}", "2004-06~/2004-08", "",
]  # fmt: skip


def source(number: int, title: str, **fields) -> SourceDraft:
    given = {
        "url": f"https://news.example/{number}?a={{b}}&c=%20",
        "publisher": "The Daily; Example",
        "authors": ("A. Writer", "B. {Other} & Co"),
        "published": DATES[number % len(DATES)],
        "language": "en",
        "id": f"src{number}",
        "address": f"https://timeline.example/sources/src{number}/",
    }
    return SourceDraft(title=title, **{**given, **fields})


def event(number: int, headline: str, edtf: str, **fields) -> EventDraft:
    reading = Reading("on Tuesday", edtf, "", "weekday", "2023-09-19")
    given = {
        "kind": "disclosed",
        "body": f"A *text* by hand. {headline}\n\nA second paragraph; with = signs.",
        "language": "en",
        "citations": (
            CitationDraft(source(number, headline), (QuoteDraft(f"{headline} quoted", "before", "after"),), reading),
            CitationDraft(source(1000, "Shared by all"), locator="p. 3", disputes=True, about="date", order=1),
        ),
        "place": "Port; of, Example",
        "entities": (
            EntityDraft("Harbour {Board}", "organisation", "actor", "harbour-board", "Runs it.", (("HB", "en"),)),
            EntityDraft("A. Person", "person", "speaker", "a-person"),
            EntityDraft("Quay 7", "place", "place", "quay-7"),
        ),
        "tags": ("power; loss", "port"),
        "links": (LinkDraft("part-of", "ev0", (), "ev0"),) if number else (),
        "memberships": (MembershipDraft("outage", "background" if number % 2 else ""),),
        "id": f"ev{number}",
        "address": f"https://timeline.example/events/ev{number}-slug/",
        "version": 2,
        "published": "2024-01-01T00:00:00Z",
        "changed": "2024-02-01T10:00:00Z",
        "undated": not edtf,
    }
    return EventDraft(headline, Reading("", edtf) if edtf else None, **{**given, **fields})


INCIDENT = IncidentDraft("Outage at the port", "What *happened*.", "en", "outage", ABOUT.address)
BY_HEADLINE = [event(number, text, "2023-09-19") for number, text in enumerate(HOSTILE)]
BY_DATE = [event(number, f"Event {number}", edtf) for number, edtf in enumerate(DATES, 100)]
ALL = [INCIDENT, *BY_HEADLINE, *BY_DATE]
EVENTS = [one for one in ALL if isinstance(one, EventDraft)]
# What readers of lines make of blanks and of signs that are none.
TITLES = [one_line(one.headline) for one in EVENTS]


def written(name: str, drafts=ALL) -> bytes:
    return b"".join(outward_named(name).write(iter(drafts), ABOUT))


# --- All of them ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [one.name for one in OUTWARD])
def test_nothing_is_written_of_nothing_and_can_be_read(name):
    data = written(name, [])
    if "json" in outward_named(name).media_type and "lines" not in name:
        json.loads(data)
    assert written(name, [INCIDENT]) or name in ("bibtex", "ris")


@pytest.mark.parametrize("name", [one.name for one in OUTWARD if one.name != "xlsx"])
def test_the_first_bytes_come_before_the_last_event(name):
    seen = 0

    def counted():
        nonlocal seen
        for one in [INCIDENT, *(replace(BY_HEADLINE[0], id=f"n{number}") for number in range(300))]:
            seen += 1
            yield one

    stream = outward_named(name).write(counted(), ABOUT)
    taken = b""
    while len(taken) < 200:
        taken += next(stream)
    assert seen < 300


@pytest.mark.parametrize("name", [one.name for one in OUTWARD if one.name != "xlsx"])
def test_the_same_events_are_the_same_bytes(name):
    assert written(name) == written(name)


def test_every_format_writes_or_says_that_it_does_not():
    drafts = [INCIDENT, BY_HEADLINE[0]]
    only_read = set()
    for one in all_formats():
        try:
            assert b"".join(one.write(iter(drafts)))
        except FormatError:
            only_read.add(one.name)
    tables = {"markdown-table", "html-table", "markdown-list", "html-list"}
    assert only_read == {"misp", "simile", "jsonl", "json", "frontmatter", *tables}


def test_a_format_that_does_not_go_out_is_named():
    with pytest.raises(FormatError, match="There are: dateline, "):
        outward_named("docx")


def test_suffixes_name_one_format_each():
    for of in "ies":
        suffixes = [one.suffix for one in OUTWARD if of in one.of]
        assert len(suffixes) == len(set(suffixes))
    assert len(BY_NAME) == len(OUTWARD)


# --- Our own JSON -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["dateline", "dateline-lines"])
def test_our_own_json_comes_back_as_it_was(name):
    data = written(name)
    read = items(name, data)
    assert [type(one).__name__ for one in read].count("EventDraft") == len(EVENTS)
    assert b"".join(format_named(name).write(iter(read))) == data
    for before, after in zip(EVENTS, [one for one in read if isinstance(one, EventDraft)], strict=True):
        assert after.headline == before.headline
        assert after.citations == before.citations
        assert after.entities == before.entities
        assert after.memberships == before.memberships
        assert [link.id for link in after.links] == [link.id for link in before.links]


def test_links_lead_to_records_of_the_same_file():
    read = [one for one in items("dateline", written("dateline")) if isinstance(one, EventDraft)]
    refs = {one.import_ref for one in read}
    assert {link.to for one in read for link in one.links} <= refs


def test_a_source_stands_once():
    document = json.loads(written("dateline"))
    assert [one["id"] for one in document["sources"]].count("src1000") == 1
    assert len(document["entities"]) == 3
    assert (document["format"], document["version"]) == ("dateline", 1)


def test_another_version_is_refused():
    data = written("dateline").replace(b'"version":1', b'"version":2', 1)
    with pytest.raises(FormatError, match="version 2"):
        items("dateline", data)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"headline": 7}, "headline must be text"),
        ({"headline": " "}, "needs a headline"),
        ({"date": {"edtf": "last week"}}, "last week"),
        ({"citations": [{"source": "nowhere"}]}, "not in the list of sources"),
        ({"tags": "port"}, "tags must be a list"),
    ],
)
def test_a_bad_event_costs_itself_only(change, said):
    document = json.loads(written("dateline", [INCIDENT, *BY_HEADLINE[:3]]))
    document["events"][1] |= change
    read = items("dateline", json.dumps(document))
    assert [type(one).__name__ for one in read] == ["IncidentDraft", "EventDraft", "Refused", "EventDraft"]
    assert said in sentence_of(read[2].findings[0])


def test_drafts_survive_being_json():
    from dataclasses import asdict

    for one in EVENTS[:3]:
        assert event_from(json.loads(json.dumps(asdict(one)))) == one


# --- Tables -----------------------------------------------------------------------------------------------------------


def test_csv_has_a_row_an_event():
    rows = list(csv.DictReader(io.StringIO(written("csv").decode("utf-8-sig"), newline="")))
    assert [restored(row["headline"]) for row in rows] == TITLES
    for row in rows:
        for value in row.values():
            assert not value.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert rows[0]["source_title"].split("\n") == [TITLES[0], "Shared by all"]
    assert rows[0]["source_url"].count("\n") == rows[0]["stance"].count("\n") == 1
    assert rows[0]["tag"].split("\n") == ["power; loss", "port"]


def test_tsv_is_read_back_by_our_reader():
    data = b"".join(format_named("tsv").write(iter(ALL)))
    assert [row["headline"] for row in values("tsv", data, "export.tsv")] == TITLES


def test_csv_is_read_back_by_our_reader():
    read = values("csv", written("csv"), "export.csv")
    assert [row["headline"] for row in read] == TITLES
    assert [row["date"] for row in read] == [one.date.edtf if one.date else "" for one in EVENTS]
    assert read[0]["source_url"].split("\n") == [one.source.url for one in EVENTS[0].citations]


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@a", "\ta", "\ra", "'=1", "''=1", "'quoted'", "plain", "", "'", "＝1"]
)
def test_cells_are_no_formulas_and_come_back(text):
    assert restored(safe(text)) == text
    assert safe(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")


def test_excel_has_two_sheets_linked_by_id():
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx")))
    events, sources = book["events"], book["sources"]
    head = [cell.value for cell in events[1]]
    column = head.index("headline")
    assert [row[column].value for row in events.iter_rows(min_row=2)] == TITLES
    assert sources.max_row - 1 == sum(len(one.citations) for one in EVENTS)
    assert {row[0].value for row in sources.iter_rows(min_row=2)} == {one.id for one in EVENTS}
    for sheet in (events, sources):
        assert all(cell.data_type in ("s", "n", "inlineStr") for row in sheet for cell in row)


def test_excel_is_read_back_by_our_reader():
    read = values("xlsx", written("xlsx"), "export.xlsx")
    assert [row["headline"] for row in read] == TITLES
    assert read[0]["sources"][0]["url"] == EVENTS[0].citations[0].source.url


# --- TimelineJS -------------------------------------------------------------------------------------------------------


def test_timelinejs_has_a_slide_an_event_that_has_a_place_on_the_line():
    document = json.loads(written("timelinejs"))
    nowhere = {one.id for one in EVENTS if not one.date or one.date.edtf == "Y17E7"}
    assert [slide["unique_id"] for slide in document["events"]] == [
        f"event-{one.id}" for one in EVENTS if one.id not in nowhere
    ]
    assert document["title"]["text"]["text"].count("<li>") == len(nowhere)
    assert "<script" not in json.dumps(document)
    assert all(slide["display_date"] and "year" in slide["start_date"] for slide in document["events"])


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2023-09", {"year": 2023, "month": 9}, None),
        ("-0043-03-15", {"year": -44, "month": 3, "day": 15}, None),
        ("0000", {"year": -1}, None),
        ("2023-06/..", {"year": 2023, "month": 6}, None),
        ("../2023-06", {"year": 2023, "month": 6}, None),
        ("2023~", {"year": 2023}, None),
        ("[2023-09-11..2023-09-17]", {"year": 2023, "month": 9, "day": 11}, {"year": 2023, "month": 9, "day": 17}),
        ("2022/2023-05", {"year": 2022}, {"year": 2023, "month": 5}),
        ("199X", {"year": 1990, "month": 1, "day": 1}, {"year": 1999, "month": 12, "day": 31}),
        (
            "2023-09-19T14:30:00Z",
            {"year": 2023, "month": 9, "day": 19, "hour": 14, "minute": 30, "second": 0},
            None,
        ),
    ],
)
def test_timelinejs_dates(edtf, start, end):
    slide = json.loads(written("timelinejs", [event(1, "x", edtf)]))["events"][0]
    assert (slide["start_date"], slide.get("end_date")) == (start, end)


def test_timelinejs_is_read_back():
    plain = [event(1, "One", "2023-09-19"), event(2, "Two", "2022/2023-05"), event(3, "Three", "-0043")]
    read = [
        one for one in items("timelinejs", written("timelinejs", [INCIDENT, *plain])) if isinstance(one, EventDraft)
    ]
    assert [(one.headline, one.date.edtf) for one in read] == [(one.headline, one.date.edtf) for one in plain]
    addresses = {citation.source.url for citation in read[0].citations}
    assert "https://news.example/1000?a={b}&c=%20" in {
        address.replace("%7B", "{").replace("%7D", "}") for address in addresses
    }


def test_timelinejs_groups_by_timeline_where_there_are_several():
    second = IncidentDraft("Another", slug="another")
    drafts = [INCIDENT, second, event(1, "x", "2023", memberships=(MembershipDraft("another"),)), event(2, "y", "2023")]
    assert [one["group"] for one in json.loads(written("timelinejs", drafts))["events"]] == ["Another", INCIDENT.title]


# --- Calendar ---------------------------------------------------------------------------------------------------------


def components(data: bytes):
    return list(Calendar.from_ical(data).subcomponents)


def test_calendar_has_a_component_an_event():
    data = written("ics")
    found = components(data)
    assert [" ".join(str(one["SUMMARY"]).split()) for one in found] == TITLES
    assert len({str(one["UID"]) for one in found}) == len(EVENTS)
    assert str(found[0]["UID"]) == "ev0@timeline.example"
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
        assert b"\n" not in line


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2023-09-19", date(2023, 9, 19), date(2023, 9, 20)),
        ("2023-09", date(2023, 9, 1), date(2023, 10, 1)),
        ("2023-09-11/2023-09-17", date(2023, 9, 11), date(2023, 9, 18)),
        ("2023-06/..", date(2023, 6, 1), None),
        ("2023-21", date(2023, 3, 1), date(2023, 6, 1)),
        ("2023-09-19T14:30:00+02:00", datetime.fromisoformat("2023-09-19T12:30:00+00:00"), None),
        ("2023-09-19T14:30:00", datetime.fromisoformat("2023-09-19T14:30:00"), None),
    ],
)
def test_calendar_dates(edtf, start, end):
    one = components(written("ics", [event(1, "x", edtf)]))[0]
    assert one.name == "VEVENT"
    assert one["DTSTART"].dt == start
    assert (one["DTEND"].dt if "DTEND" in one else None) == end


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("2023-09-15~", "About 15 September"), ("../2023-06", "Until"), ("-0043", "44 BC"), ("", "not known")],
)
def test_calendar_says_in_words_what_it_has_no_date_for(edtf, words):
    one = components(written("ics", [event(1, "x", edtf)]))[0]
    assert words in str(one["DESCRIPTION"])
    assert one.name == ("VEVENT" if edtf == "2023-09-15~" else "VJOURNAL")


def test_calendar_is_read_back():
    plain = [
        event(1, "One", "2023-09-19"),
        event(2, "Two", "2023-09-11/2023-09-17"),
        event(3, "Three", "2023-09-19T08:00:00Z"),
    ]
    plain += [event(4, "Four", "[2023-09-11..2023-09-17]"), event(5, "Five", "-0043~"), event(6, "Six", "2023-06/..")]
    plain += [event(7, "Seven", "{1960,1961-12}")]
    read = [one for one in items("ics", written("ics", [INCIDENT, *plain])) if isinstance(one, EventDraft)]
    assert [(one.headline, one.date.edtf, one.tags) for one in read] == [
        (one.headline, one.date.edtf, one.tags) for one in plain
    ]
    assert read[0].place == plain[0].place
    assert "Place: Port; of, Example" in read[4].body  # a journal entry has no place of its own


# --- Feeds ------------------------------------------------------------------------------------------------------------


def test_atom_has_an_entry_an_event():
    data = written("atom")
    feed = feedparser.parse(data)
    assert not feed.bozo, feed.get("bozo_exception")
    assert [one.id for one in feed.entries] == [f"https://timeline.example/events/{one.id}/" for one in EVENTS]
    for entry, title in zip(feed.entries, TITLES, strict=True):
        assert entry.title.endswith(title)
    assert feed.feed.updated == "2024-02-01T10:00:00Z"


def test_json_feed_has_an_item_an_event():
    document = json.loads(written("jsonfeed"))
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert [one["_dateline"]["headline"] for one in document["items"]] == TITLES
    assert all(one["id"] and one["content_html"] for one in document["items"])


@pytest.mark.parametrize(("name", "reader"), [("atom", "feed"), ("jsonfeed", "jsonfeed")])
def test_feeds_are_read_back(name, reader):
    plain = [event(1, "One", "2023-09-19"), event(2, "Two & <three>", "")]
    read = [one for one in items(reader, written(name, [INCIDENT, *plain])) if isinstance(one, EventDraft)]
    assert [one.headline for one in read] == ["19 September 2023: One", "Two & <three>"]


# --- STIX -------------------------------------------------------------------------------------------------------------


def test_stix_passes_the_validator_and_holds_an_incident_an_event(monkeypatch):
    monkeypatch.setattr("socket.socket.connect", None)  # the validator asks nobody
    data = written("stix").decode()
    results = stix2validator.validate_string(data, stix2validator.ValidationOptions(version="2.1", enforce_refs=True))
    assert results.is_valid, [str(error) for error in results.errors][:5]
    bundle = stix2.parse(data, allow_custom=True)
    incidents = [one for one in bundle.objects if one["type"] == "incident"]
    assert [one["name"] for one in incidents] == TITLES
    assert len({one["id"] for one in bundle.objects}) == len(bundle.objects)


def test_stix_ids_are_the_same_in_every_file():
    one = json.loads(written("stix", [BY_HEADLINE[0]]))
    other = json.loads(written("stix", [INCIDENT, *BY_HEADLINE[:2]]))
    assert {thing["id"] for thing in one["objects"]} < {thing["id"] for thing in other["objects"]}


def test_stix_is_read_back():
    plain = [
        event(1, "One", "2023-09-19T08:00:00Z", links=()),
        event(2, "Two", "2023-09-11/2023-09-17", links=(LinkDraft("same-as", "ev1", (), "ev1"),)),
    ]
    read = [one for one in items("stix", written("stix", [INCIDENT, *plain])) if isinstance(one, EventDraft)]
    assert [one.headline for one in read] == ["One", "Two"]
    assert read[0].date.edtf == "2023-09-19T08:00:00Z"
    assert (read[1].date.edtf, read[1].date.words) == ("2023-09-11/2023-09-17", "11–17 September 2023")
    assert read[1].links[0].to == read[0].import_ref
    assert {entity.name for entity in read[0].entities} >= {"Harbour {Board}", "A. Person"}


# --- JSON-LD ----------------------------------------------------------------------------------------------------------


def test_json_ld_is_a_list_of_articles_with_citations():
    document = json.loads(written("json-ld"))
    assert document["@type"] == "ItemList"
    articles = [one["item"] for one in document["itemListElement"]]
    assert [one["headline"] for one in articles] == TITLES
    assert articles[0]["citation"][0]["@type"] == "NewsArticle"
    assert articles[0]["about"]["@type"] == "Event"


@pytest.mark.parametrize(
    ("edtf", "start", "end", "coverage"),
    [
        ("2023-09-19", "2023-09-19", None, "2023-09-19"),
        ("2023", "2023", None, "2023"),
        ("2023-09-11/2023-09-17", "2023-09-11", "2023-09-17", "2023-09-11/2023-09-17"),
        ("[2023-09-11..2023-09-17]", None, None, "2023-09-11/2023-09-17"),
        ("2023-06/..", None, None, "2023-06-01/.."),
        ("2023~", None, None, "2023-01-01/2023-12-31"),
        ("-0043", None, None, "-0043"),
    ],
)
def test_json_ld_dates(edtf, start, end, coverage):
    article = jsonld.article(event(1, "x", edtf))
    assert (article["about"].get("startDate"), article["about"].get("endDate")) == (start, end)
    assert article["temporalCoverage"] == coverage


def test_json_ld_ends_no_script():
    text = jsonld.script_text(jsonld.document(event(1, HOSTILE[9], "2023"), "Example"))
    assert not set("<>&") & set(text)
    assert json.loads(text)["headline"] == one_line(HOSTILE[9])


# --- Bibliography -----------------------------------------------------------------------------------------------------

SOURCES = list({one.source.id: one.source for draft in EVENTS for one in draft.citations}.values())
SOURCE_TITLES = [one_line(one.title) for one in SOURCES]


def test_bibtex_has_an_entry_a_source():
    library = bibtexparser.parse_string(written("bibtex").decode(), append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == [one.id for one in SOURCES]
    assert len(library.blocks) == len(library.entries)
    read = [entry["title"].replace("ˆ", "^") for entry in library.entries]  # as the decoder has \\textasciicircum
    assert [re.sub(r"[{}\s]", "", title) for title in read] == [re.sub(r"[{}\s]", "", title) for title in SOURCE_TITLES]


def test_ris_has_a_record_a_source():
    records = rispy.loads(written("ris").decode())
    assert [one["id"] for one in records] == [one.id for one in SOURCES]
    assert [one.get("title") or one.get("primary_title") for one in records] == SOURCE_TITLES
    assert records[0]["authors"] == ["A. Writer", "B. {Other} & Co"]


def test_csl_has_an_item_a_source():
    found = json.loads(written("csl-json"))
    assert [one["title"] for one in found] == SOURCE_TITLES
    assert found[0]["author"] == [{"literal": "A. Writer"}, {"literal": "B. {Other} & Co"}]


@pytest.mark.parametrize(
    ("edtf", "issued"),
    [
        ("2023-09-19", {"date-parts": [[2023, 9, 19]]}),
        ("2023", {"date-parts": [[2023]]}),
        ("2023~", {"date-parts": [[2023]], "circa": True}),
        ("2023-21", {"date-parts": [[2023]], "season": 1}),
        ("2023-09/2023-10", {"date-parts": [[2023, 9], [2023, 10]]}),
        ("[2023-09-11..2023-09-17]", {"date-parts": [[2023, 9, 11], [2023, 9, 17]], "circa": True}),
        ("-0043", {"literal": "44 BC"}),
        ("199X", {"literal": "the 1990s"}),
    ],
)
def test_csl_dates(edtf, issued):
    drafts = [source(1, "x", published=edtf)]
    assert json.loads(b"".join(outward_named("csl-json").write(drafts, None)))[0]["issued"] == issued


@pytest.mark.parametrize(
    ("edtf", "line"),
    [
        ("2023-09-19", "date = {2023-09-19}"),
        ("2023~", "date = {2023~}"),
        ("2023-06/..", "date = {2023-06/..}"),
        ("2023-21", "date = {2023-21}"),
        ("[2023-09-11..2023-09-17]", "note = {in the week of 11 September 2023}"),
    ],
)
def test_bibtex_dates(edtf, line):
    text = b"".join(outward_named("bibtex").write([source(1, "x", published=edtf)], None)).decode()
    assert line in text


@pytest.mark.parametrize("name", ["bibtex", "ris", "csl-json"])
def test_lists_of_publications_are_known_and_refused(name):
    data = written(name)
    known = detect(data, "list.csl.json" if name == "csl-json" else "list")
    assert known.name == name
    with pytest.raises(FormatError, match="only written"):
        known.read(io.BytesIO(data), "list", Options())
