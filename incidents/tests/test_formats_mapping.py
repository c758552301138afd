"""Records into drafts: mappings, guessed and written by hand, and what the importer argues about."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import asdict
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.cleaning import UnusableText, clean_url
from incidents.drafts import CitationDraft, EventDraft, Finding, IncidentDraft, Origin, Reading, SourceDraft
from incidents.formats import detect, format_named, reading, wire
from incidents.formats.base import HEAD, FormatError, Options, Record, Refused
from incidents.formats.cells import addresses_in, checked_address, items_of
from incidents.formats.choices import apply_choice
from incidents.formats.findings import SENTENCES, sentence_of
from incidents.formats.guessing import guess
from incidents.formats.mapper import Mapper
from incidents.formats.mapping import Mapping, MappingError
from incidents.formats.survey import Survey, improbable, take
from incidents.importing import draft_from
from incidents.sentences import why
from incidents.temporal.edtf import EDTF
from incidents.tests.growth import growth

from .tables import TABLES

pytestmark = pytest.mark.once
FILES = Path(__file__).parents[2].parent / "shared" / "data" / "imports"


def drafted(data: bytes | str, name: str = "table.csv", mapping: Any = None, form: str = "") -> list[Any]:
    data = data.encode() if isinstance(data, str) else data
    found = format_named(form) if form else detect(data[:HEAD], name)
    return list(reading.drafts(io.BytesIO(data), name, found, Options(), mapping))


def events(items: list[Any]) -> list[EventDraft]:
    return [item for item in items if isinstance(item, EventDraft)]


def sheet(header: list[str], *rows: list[Any]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([header, *rows])
    return out.getvalue()


def test_while_a_file_is_looked_through_nobody_asks_why_words_are_no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """Finding the reason takes ten times as long as finding that there is one, and comes when drafts are made."""
    text = sheet(["date", "headline"], *[[f"early march {n} or may or june, {n}", "It was so"] for n in range(1, 40)])
    whole = events(drafted(text, mapping={"fields": {"date": ["date"], "headline": ["headline"]}}))
    assert any("was not understood" in str(one.params) for event in whole for one in event.findings)
    monkeypatch.setattr("incidents.temporal.reasons.refused", None)
    assert reading.survey(io.BytesIO(text.encode()), "table.csv", format_named("csv"), Options()).records == 39


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("https:/foo.example/a", []),
        ("http//foo.example/a", []),
        ("javascript:alert(1)", []),
        ("data:text/html,x", []),
        ("mailto:desk@paper.example", []),
        ("The harbour master; https:/foo.example/b", ["The harbour master"]),
    ],
)
def test_what_is_meant_as_an_address_and_is_none_is_no_name_of_a_source(cell: str, named: list[str]) -> None:
    good = [["2021-03-05", f"It burns on, day {n}", f"https://ok.example/{n}"] for n in range(3)]
    (first, *_rest) = events(drafted(sheet(["date", "headline", "source"], ["2021-03-04", "It burns", cell], *good)))
    assert [one.source.title for one in first.citations] == named
    assert [one.code for one in first.findings if one.column == "source"] == ["bad-address"]
    assert first.extra == (("source", cell),)


def stored_and_read(draft: EventDraft) -> EventDraft:
    """Return a draft as it comes back from the two texts of the line that goes into the database."""
    head, body = (json.loads(text) for text in wire.line(draft).split("\t"))
    origin = Origin(head.get("name", ""), head["row"])
    findings = tuple(map(wire.finding, head.get("findings", ())))
    return wire.event(body, import_ref=head["ref"], origin=origin, findings=findings)


def without_unstorable(draft: EventDraft) -> EventDraft:
    return draft_from(json.loads(wire.storable(json.dumps(asdict(draft), ensure_ascii=False))))


def codes(draft: EventDraft) -> set[str]:
    return {finding.code for finding in draft.findings}


def of_file(items: list[Any]) -> dict[str, Finding]:
    return {item.code: item for item in items if isinstance(item, Finding)}


def edtf(draft: EventDraft) -> str:
    return draft.date.edtf if draft.date else ""


def mapped(values: dict[str, Any], **fields: Any) -> EventDraft:
    constants = fields.pop("constants", {})
    made = Mapper(Mapping.from_json({"fields": fields, "constants": constants})).draft(Record(Origin("x", 1), values))
    assert isinstance(made, EventDraft)
    return made


# --- Guesses ---------------------------------------------------------------------------------------------------------

GUESSES: dict[str, dict[str, tuple[str, ...]]] = {
    "press freedom": {"headline": ("title",), "body": ("body",), "date": ("date",), "place": ("city", "state"),
                      "person": ("targeted_journalists",), "tag": ("categories", "tags"),
                      "source_url": ("links", "url")},
    "cyber incidents": {"headline": ("name",), "body": ("description",), "date": ("start_date",), "end": ("end_date",),
                        "place": ("receiver_country",), "organisation": ("receiver_name", "initiator_name"),
                        "tag": ("incident_type",), "source_url": ("sources_url",), "id": ("incident_id",)},
    "AI incidents": {"headline": ("title",), "body": ("description",), "date": ("date",),
                     "organisation": ("Alleged deployer of AI system", "Alleged developer of AI system"),
                     "id": ("_id",)},
    "breaches": {"headline": ("What happened",), "date": ("Date",), "organisation": ("Company",),
                 "source_url": ("Link.links[].href",), "source_title": ("Link.links[].text",)},
    "Wikipedia": {"headline": ("Event",), "date": ("Date",), "place": ("Location",),
                  "source_url": ("Refs.links[].href",), "source_title": ("Refs.links[].text",)},
    "ransomware": {"headline": ("victim",), "body": ("description",), "date": ("discovered",), "place": ("country",),
                   "organisation": ("group_name",), "source_url": ("post_url",), "source_published": ("published",)},
    "court": {"headline": ("Docket Text",), "date": ("Date Filed",), "organisation": ("Party",),
              "source_url": ("Document",), "id": ("Docket #",)},
    "Spanish": {"headline": ("Titular",), "body": ("Descripción",), "date": ("Fecha",), "place": ("Lugar",),
                "tag": ("Etiquetas",), "source_url": ("Enlace",), "source_publisher": ("Fuente",)},
    "German": {"headline": ("Titel",), "body": ("Beschreibung",), "date": ("Datum",), "time": ("Uhrzeit",),
               "place": ("Ort",), "source_url": ("Link",), "source_publisher": ("Quelle",),
               "source_published": ("Veröffentlicht",)},
    "French": {"headline": ("événement",), "body": ("résumé",), "date": ("date de début",), "end": ("date de fin",),
               "place": ("lieu",), "source_url": ("sources",)},
    "Wikidata": {"headline": ("itemLabel",), "date": ("pointInTime",), "place": ("countryLabel",),
                 "source_url": ("describedAtUrl",), "id": ("item",)},
    "newsroom JSON": {"headline": ("headline",), "year": ("start.year",), "month": ("start.month",),
                      "day": ("start.day",), "tag": ("tags",), "source_url": ("sources[].url",),
                      "source_title": ("sources[].title",), "source_publisher": ("sources[].publisher",),
                      "source_published": ("sources[].published",)},
}  # fmt: skip
DATES = {
    "press freedom": ["2020-06-02", "2020-06-01", "2020-07-19"],
    "cyber incidents": ["2021-05-03/2021-05-06", "2020-11-01"],
    "AI incidents": ["2015-05-19", "2016-12-05"],
    "breaches": ["2019-07-29", "2018-11-XX", "2020-34"],
    "Wikipedia": ["1997-03-04", "1850~", "{2024-11-04,2024-11-08}"],
    "ransomware": ["2023-03-01T07:12:55", "2023-03-02T11:40:01"],
    "court": ["2021-03-04", "2021-03-15", "2021-04-02"],
    "Spanish": ["2021-03-03", "2021-03", ""],
    "German": ["2021-03-04T14:30:00", "2021-04", ""],
    "French": ["2021-03-03/2021-03-05", "2021-03/.."],
    "Wikidata": ["1986-04-26", "1912", "1953-02"],
    "newsroom JSON": ["2023-09", "2023-10-02"],
}


def form_of(table: str) -> str:
    return "json" if table == "newsroom JSON" else ""


@pytest.mark.parametrize("table", TABLES)
def test_mapping_is_guessed(table: str):
    name, text = TABLES[table]
    found = format_named("json") if form_of(table) else detect(text.encode(), name)
    made = guess(reading.survey(io.BytesIO(text.encode()), name, found, Options()))
    assert dict(made.fields) == GUESSES[table]


@pytest.mark.parametrize("table", TABLES)
def test_table_goes_in_with_the_guess(table: str):
    name, text = TABLES[table]
    made = events(drafted(text, name, form=form_of(table)))
    assert list(map(edtf, made)) == DATES[table]
    assert all(draft.headline and draft.import_ref and draft.origin.row for draft in made)
    assert len({draft.import_ref for draft in made}) == len(made)


def test_parts_of_a_source_stand_by_position():
    first = events(drafted(TABLES["newsroom JSON"][1], "events.json", form="json"))[0]
    one, other = (citation.source for citation in first.citations)
    assert (one.title, one.publisher, one.published) == ("First report", "Example Times", "2023-09-20")
    assert (other.title, other.publisher, other.published) == ("Second report", "", "")
    assert first.extra == (("sources[].note", "paywalled"),)


def test_links_in_html_text_become_sources_and_the_text_markdown():
    first = events(drafted(TABLES["press freedom"][1]))[0]
    assert first.citations[-1].source == SourceDraft("covering a rally", "https://example.org/rally")
    assert (
        first.body == "A photographer was pushed to the ground while [covering a rally](<https://example.org/rally>)."
    )


def test_column_that_doubts_the_day_is_heard():
    made = events(drafted(TABLES["press freedom"][1]))
    assert ["inexact-date" in codes(draft) for draft in made] == [False, True, False]


# --- Real files ------------------------------------------------------------------------------------------------------


def real(folder: str, name: str) -> list[Any]:
    path = FILES / folder / name
    if not path.exists():
        pytest.skip(f"The sample files are not part of this repository; {folder}/{name} belongs into {FILES}.")
    return drafted(path.read_bytes(), name)


def test_known_exploited_vulnerabilities():
    items = real("kev", "known_exploited_vulnerabilities.csv")
    made = events(items)
    assert len(made) == 1_404
    assert set(of_file(items)) == {"unknown-column"}
    assert not any("same-as-row" in codes(draft) for draft in made)
    assert all(len(edtf(draft)) == 10 and draft.citations and draft.body and draft.tags for draft in made)
    assert min(map(edtf, made)) == "2021-11-03"
    assert max(map(edtf, made)) == "2025-08-25"
    assert made[0].headline == "Git Link Following Vulnerability"
    assert [entity.name for entity in made[0].entities] == ["Git"]
    assert made[0].tags == ("Git", "CWE-59", "CWE-436")
    assert len(made[0].citations) == 6
    assert dict(made[0].extra)["dueDate"] == "2025-09-15"
    assert len({draft.import_ref for draft in made}) == 1_404


@pytest.mark.parametrize("name", ["my-own-timeline.csv", "women_in_computing.csv"])
def test_sheet_of_timelinejs(name: str):
    items = real("timelinejs", name)
    made = events(items)
    assert len(made) == 10
    assert [type(item) for item in items].count(IncidentDraft) == 1
    assert [edtf(draft) for draft in made[:4]] == ["1815-12-10/1852-11-27", "1948-03-14", "1943-07/1946", "1943-06-05"]


@pytest.mark.parametrize(
    ("name", "dates"),
    [
        ("csv_datetime_last_column.csv", ["2018-07-27T10:58:07Z", "2018-07-27T11:35:05Z", "2018-07-27T11:56:33Z",
                                          "2018-07-27T12:24:50Z"]),
        ("csv_timestamp_as_datetime.csv", ["2024-08-12T15:03:14Z", "2025-06-30T19:50:29Z", "2024-08-09T14:33:09Z",
                                           "2025-07-01T05:58:27Z"]),
        ("csv_timestamp_no_datetime.csv", ["2022-07-24T19:01:01Z"] * 3),
        ("incorrect.csv", ["2020-09-18T21:58:07"]),
        ("invalid_datetime.csv", ["2017-09-24T19:01:01", "2017-07-24T19:01:01", "2017-10-24T19:01:01", ""]),
        ("validate_no_datetime_timestamps.csv", ["2015-07-01T22:27:41Z", "2015-07-25T02:01:01Z",
                                                 "2015-07-25T02:01:01Z", "2014-07-25T02:01:01Z",
                                                 "2016-07-25T02:01:01Z"]),
        ("validate_time_out_of_range.csv", ["1601-01-01T00:00:00Z", "2227-12-31T23:01:01Z"]),
        ("validate_time_precision.csv", ["2024-07-24T10:57:02Z", "2015-07-24T19:01:01Z"]),
        ("large_field_event.jsonl", ["2026-02-18T13:36:00Z", "2026-02-18T13:37:00Z", "2026-02-18T13:38:00Z"]),
    ],
)  # fmt: skip
def test_timesketch(name: str, dates: list[str]):
    assert list(map(edtf, events(real("timesketch", name)))) == dates


def test_timestamps_that_contradict_are_said():
    assert all("dates-differ" in codes(draft) for draft in events(real("timesketch", "validate_time_precision.csv")))


# --- Mappings --------------------------------------------------------------------------------------------------------


def test_mapping_goes_to_json_and_back():
    made = Mapping(
        (("headline", ("Title",)), ("source_url", ("A", "B[].url"))), (("language", "en"),), "day-first", "UTC", "|"
    )
    assert Mapping.from_json(json.loads(json.dumps(made.to_json()))) == made


def test_one_column_may_be_written_as_text():
    assert Mapping.from_json({"fields": {"headline": "Title"}}).paths("headline") == ("Title",)


@pytest.mark.parametrize(
    ("stored", "named"),
    [
        ([], "object"),
        ({"field": {}}, "'field'"),
        ({"version": 2}, "version 2"),
        ({"fields": {"headlin": "Title"}}, "'headlin'"),
        ({"fields": {"headline": 3}}, '"headline"'),
        ({"fields": {"headline": [""]}}, '"headline"'),
        ({"fields": []}, '"fields"'),
        ({"fields": {"headline": "A", "ignore": "A"}}, '"A"'),
        ({"constants": {"date": "2020"}}, '"date"'),
        ({"constants": {"language": 3}}, '"language"'),
        ({"order": "month"}, '"order"'),
        ({"zone": "Europe/Nowhere"}, '"zone"'),
        ({"zone": "../../etc/passwd"}, '"zone"'),
        ({"separator": 3}, '"separator"'),
    ],
)
def test_bad_mapping_is_refused_by_name(stored: Any, named: str):
    with pytest.raises(MappingError) as refused:
        Mapping.from_json(stored)
    assert named in str(refused.value)


def test_mapping_that_names_a_missing_column_is_refused():
    with pytest.raises(FormatError, match="Titel"):
        drafted(sheet(["Title", "Date"], ["Fire", "2020"]), mapping={"fields": {"headline": "Titel"}})


def test_several_columns_feed_one_field():
    values = {"T": "Fire", "D": "", "D2": "2020-03", "A": "one", "B": "two", "C": "Lyon", "L": "France"}
    made = mapped(values, headline="T", date=["D", "D2"], body=["A", "B"], place=["C", "L"])
    assert (edtf(made), made.body, made.place) == ("2020-03", "one\n\ntwo", "Lyon, France")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"Y": "2020", "M": "3", "D": "4"}, "2020-03-04"),
        ({"Y": "2020", "M": "3", "D": ""}, "2020-03"),
        ({"Y": "2020", "M": "", "D": ""}, "2020"),
        ({"Y": "2020", "M": "March", "D": "4"}, "2020-03-04"),
        ({"Y": "2020", "M": "octubre", "D": "0"}, "2020-10"),
        ({"Y": 2020.0, "M": 3.0, "D": 4.0}, "2020-03-04"),
        ({"Y": "-44", "M": "3", "D": "15"}, "-0043-03-15"),
        ({"Y": "unknown", "M": "3", "D": "15"}, ""),
        ({"Y": "", "M": "3", "D": "15"}, ""),
        ({"Y": "2020", "M": "13", "D": "1"}, ""),
    ],
)
def test_date_of_three_columns(values: dict[str, Any], expected: str):
    assert edtf(mapped({"T": "Fire", **values}, headline="T", year="Y", month="M", day="D")) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2020-03-04", "2020-03-06", "2020-03-04/2020-03-06"),
        ("2020-03-04", "2020-03-04", "2020-03-04"),
        ("2020-03-04", "open", "2020-03-04/.."),
        ("2020-03-04", "en curso", "2020-03-04/.."),
        ("2020-03-04", "unknown", "2020-03-04"),
        ("3 May 2020", "7 May", "2020-05-03/2020-05-07"),
        ("", "2020-03-06", "/2020-03-06"),
        ("", "", ""),
        ("2020-03-04", "2019-01-01", "2020-03-04"),
        ("2020", "2021-05", "2020/2021-05"),
    ],
)
def test_end_of_its_own_column(start: str, end: str, expected: str):
    made = mapped({"T": "Fire", "S": start, "E": end}, headline="T", date="S", end="E")
    assert edtf(made) == expected
    assert ("end-before-start" in codes(made)) == (end == "2019-01-01")


def test_end_before_start_can_be_swapped():
    made = mapped({"T": "Fire", "S": "2020-03-04", "E": "2019-01-01"}, headline="T", date="S", end="E")
    swapped = apply_choice(made, "end-before-start", "swap")
    assert swapped is not None
    assert (edtf(swapped), swapped.findings) == ("2019-01-01/2020-03-04", ())


def test_displayed_date_gives_the_words():
    made = mapped({"T": "Fire", "D": "2020-03", "W": "one day in March"}, headline="T", date="D", date_text="W")
    assert made.date == Reading("one day in March", "2020-03", "", "absolute")


def test_headline_comes_from_the_text_where_there_is_none():
    made = mapped({"B": "The tower fell at noon. Nobody was hurt.", "D": "2020"}, body="B", date="D")
    assert made.headline == "The tower fell at noon."
    assert "headline-from-text" in codes(made)


def test_long_headline_is_cut_and_kept_whole_in_the_text():
    long = "word " * 100
    made = mapped({"T": long, "D": "2020"}, headline="T", date="D")
    assert len(made.headline) <= 300
    assert made.body == long.strip()
    assert "too-long" in codes(made)


def test_record_that_says_nothing_is_refused():
    made = Mapper(Mapping.from_json({"fields": {"headline": "T"}})).draft(Record(Origin("x", 7), {"T": ""}))
    assert isinstance(made, Refused)
    assert made.origin.row == 7


def test_unmapped_columns_are_kept_and_ignored_ones_are_not():
    made = mapped({"T": "Fire", "Case": "A-1", "Internal": "x", "Empty": ""}, headline="T", ignore="Internal")
    assert made.extra == (("Case", "A-1"),)


def test_constants_fill_what_no_column_fills():
    constants = {
        "kind": "disclosed",
        "language": "de",
        "source_publisher": "Amt",
        "source_url": "https://a.example.org/",
    }
    made = mapped({"T": "Fire"}, headline="T", constants=constants)
    assert (made.kind, made.language) == ("disclosed", "de")
    assert made.citations == (CitationDraft(SourceDraft("", "https://a.example.org/", "Amt")),)


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Disclosure", "disclosed"), ("detected", "detected"), ("Reaktion", "responded"), ("Vorfall", "occurred"),
     ("atribución", "attributed"), ("", "occurred"), ("Phishing", "other")],
)  # fmt: skip
def test_kinds_have_synonyms(word: str, kind: str):
    made = mapped({"T": "Fire", "K": word}, headline="T", kind="K")
    assert made.kind == kind
    assert (("K", word) in made.extra) == ("unknown-kind" in codes(made)) == (word == "Phishing")


@pytest.mark.parametrize(
    "cell",
    [
        "https://a.example.org/1; https://b.example.org/2",
        "https://a.example.org/1\nhttps://b.example.org/2",
        "https://a.example.org/1,https://b.example.org/2",
        "https://a.example.org/1 https://b.example.org/2",
        "https://a.example.org/1 | https://b.example.org/2",
        "['https://a.example.org/1', 'https://b.example.org/2']",
        '["https://a.example.org/1", "https://b.example.org/2"]',
        ["https://a.example.org/1", "https://b.example.org/2"],
        "[one](https://a.example.org/1) [two](https://b.example.org/2)",
        "<https://a.example.org/1>, <https://b.example.org/2>.",
        "a.example.org/1, b.example.org/2",
    ],
)
def test_one_cell_holds_several_sources(cell: Any):
    found = [
        citation.source.url for citation in mapped({"T": "Fire", "S": cell}, headline="T", source_url="S").citations
    ]
    assert found == ["https://a.example.org/1", "https://b.example.org/2"]


def test_titles_stand_beside_addresses_by_position():
    values = {"T": "Fire", "S": "https://a.example.org/1; https://b.example.org/2", "N": "First; Second", "P": "Times"}
    made = mapped(values, headline="T", source_url="S", source_title="N", source_publisher="P")
    assert [(c.source.title, c.source.publisher) for c in made.citations] == [("First", "Times"), ("Second", "Times")]


def test_titles_that_do_not_fit_the_addresses_are_kept_and_said():
    values = {"T": "Fire", "S": "https://a.example.org/1; https://b.example.org/2", "N": "First; Second; Third"}
    made = mapped(values, headline="T", source_url="S", source_title="N")
    assert len(made.citations) == 2 or "uneven-sources" in codes(made)
    assert "Third" in json.dumps(asdict(made))


def test_source_without_an_address():
    values = {
        "T": "Fire",
        "N": "Annual report 2020",
        "P": "City archive",
        "D": "May 2021",
        "Q": "It burnt.",
        "L": "p. 4",
    }
    made = mapped(
        values, headline="T", source_title="N", source_publisher="P", source_published="D", quote="Q", locator="L"
    )
    (citation,) = made.citations
    assert citation.source == SourceDraft("Annual report 2020", "", "City archive", (), "2021-05", "given")
    assert (citation.quotes[0].exact, citation.locator) == ("It burnt.", "p. 4")


@pytest.mark.parametrize("cell", ["ftp://example.org/x", "http://", "https://user:pw@example.org/", "https://exa mple"])
def test_bad_address_is_said_and_kept(cell: str):
    made = mapped({"T": "Fire", "S": cell}, headline="T", source_url="S")
    assert codes(made) & {"bad-address", "no-address"} or made.citations
    assert cell in json.dumps(asdict(made)) or made.citations


def test_lines_of_cells_stand_for_the_sources_in_order():
    text = sheet(
        ["id", "date", "date_text", "earliest", "latest", "headline", "source_url", "source_title", "source_published",
         "quote", "stance"],
        ["1", "2020-21", "", "", "", "Fire", "https://a.example.org/1\n\nhttps://c.example.org/3",
         "One; and more\nOn paper\nThree", "2020-05-01\n\n2020-06", "It burnt.\n\nIt did not.", "\n\ndisputes"],
    )  # fmt: skip
    (made,) = events(drafted(text))
    assert edtf(made) == "2020-21"
    told = [
        (c.source.url, c.source.title, c.source.published, [q.exact for q in c.quotes], c.disputes)
        for c in made.citations
    ]
    assert told == [
        ("https://a.example.org/1", "One; and more", "2020-05-01", ["It burnt."], False),
        ("", "On paper", "", [], False),
        ("https://c.example.org/3", "Three", "2020-06", ["It did not."], True),
    ]


def test_column_in_edtf_is_read_as_edtf():
    rows = [["Fire", "2020-21"], ["Flood", "2019-05~"]]
    assert [edtf(one) for one in events(drafted(sheet(["title", "date"], *rows)))] == ["2020-21", "2019-05~"]
    assert [edtf(one) for one in events(drafted(sheet(["title", "date"], *rows[:1])))] == ["2020/2021"]


def test_names_and_tags_are_lists():
    made = mapped({"T": "F", "P": "Kim Oduya; Sam Poole", "O": "unknown", "G": "fire, port"}, headline="T", person="P",
                  organisation="O", tag="G")  # fmt: skip
    assert [(one.name, one.kind) for one in made.entities] == [("Kim Oduya", "person"), ("Sam Poole", "person")]
    assert made.tags == ("fire", "port")


def test_reference_is_stable_and_counts_repetitions():
    text = sheet(["title", "date", "url"], ["Fire", "2020", "https://a.example.org"], ["Fire", "2020", "https://a.example.org"],
                 ["Flood", "2021", ""])  # fmt: skip
    first, again = (events(drafted(text)) for _ in range(2))
    assert [one.import_ref for one in first] == [one.import_ref for one in again]
    assert len({one.import_ref for one in first}) == 3
    assert ["same-record" in codes(one) for one in first] == [False, True, False]


# --- What the importer argues about ----------------------------------------------------------------------------------


def days(count: int, every: int = 3) -> list[str]:
    return [(date(2015, 1, 2) + timedelta(days=at * every)).isoformat() for at in range(count)]


def test_order_is_decided_by_the_whole_column():
    rows = [[f"Event {at}", f"{at % 12 + 1:02}/{at % 28 + 1:02}/2021"] for at in range(60)]
    items = drafted(sheet(["title", "date"], *rows))
    assert of_file(items)["order-month-first"].column == "date"
    assert edtf(events(items)[2]) == "2021-03-03"
    assert edtf(events(items)[4]) == "2021-05-05"
    assert edtf(events(items)[13]) == "2021-02-14"
    assert not any("ambiguous-order" in codes(one) for one in events(items))


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (["Datum", "Gebeurtenis"], ["De brug werd door een schip geraakt", "Het water is niet weg"]),
        (["Datum", "Ereignis"], ["Der Damm wurde von der Flut zerstört", "Das Wasser ist nicht weg"]),
        (["Date", "Événement"], ["Le pont est fermé par la police", "Les eaux sont dans la ville"]),
    ],
)
def test_order_that_no_value_proves_is_that_of_the_language(columns: list[str], rows: list[str]):
    items = drafted(sheet(columns, ["03/04/2021", rows[0]], ["05/06/2021", rows[1]]))
    assert [edtf(one) for one in events(items)] == ["2021-04-03", "2021-06-05"]
    assert of_file(items)["order-by-language"].offers == ("month-first",)
    proven = drafted(sheet(columns, ["03/04/2021", rows[0]], ["05/16/2021", rows[1]]))
    assert edtf(events(proven)[0]) == "2021-03-04"


def test_order_that_stays_open_is_asked_for_in_each_row():
    items = drafted(sheet(["title", "date"], ["Fire", "03/04/2021"], ["Flood", "05/06/2021"]))
    assert of_file(items)["order-open"].offers == ("day-first", "month-first")
    one = events(items)[0]
    assert edtf(one) == "[2021-03-04,2021-04-03]"
    chosen = apply_choice(one, "ambiguous-order", "day-first")
    assert chosen is not None
    assert edtf(chosen) == "2021-04-03"
    assert "ambiguous-order" not in codes(chosen)


def test_order_may_be_given():
    items = drafted(sheet(["title", "date"], ["Fire", "03/04/2021"]),
                    mapping={"fields": {"headline": "title", "date": "date"}, "order": "day-first"})  # fmt: skip
    assert edtf(events(items)[0]) == "2021-04-03"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([f"20{at:02}-01-01" for at in range(1, 24)] + days(20), "year"),
        ([f"{2000 + at // 12}-{at % 12 + 1:02}-01" for at in range(1, 40)] + days(20), "month"),
        (days(300), ""),
        ([f"2020-{at:02}-01" for at in range(1, 13)], ""),  # too few to speak of chance
    ],
)
def test_false_precision(dates: list[str], expected: str):
    items = drafted(sheet(["title", "date"], *([f"Event {at}", day] for at, day in enumerate(dates))))
    told = of_file(items).get("false-precision-column")
    assert (dict(told.params)["precision"] if told else "") == expected
    found = [one for one in events(items) if "false-precision" in codes(one)]
    assert bool(found) == bool(expected)
    if expected:
        coarser = apply_choice(found[0], "false-precision", expected)
        assert coarser is not None
        assert edtf(coarser) == edtf(found[0])[: 4 if expected == "year" else 7]


def test_local_midnights_written_as_utc():
    rows = [
        [f"Event {at}", f"{day}T{22 if '04' <= day[5:7] <= '09' else 23}:00:00Z"] for at, day in enumerate(days(60, 7))
    ]
    made = events(drafted(sheet(["title", "date"], *rows)))
    assert all("local-midnight" in codes(one) for one in made)
    shifted = apply_choice(made[0], "local-midnight", "day")
    assert shifted is not None
    assert (edtf(made[0]), edtf(shifted)) == ("2015-01-02T23:00:00Z", "2015-01-03")


def test_moments_that_are_all_midnights_are_days():
    made = events(drafted(sheet(["title", "date"], ["Fire", "2021-03-04 00:00:00"], ["Flood", "2021-03-05 00:00:00"])))
    assert list(map(edtf, made)) == ["2021-03-04", "2021-03-05"]


@pytest.mark.parametrize("day", ["1900-01-01", "1970-01-01", "9999-12-31"])
def test_placeholder_is_doubted(day: str):
    made = events(drafted(sheet(["title", "date"], ["Fire", day], ["Flood", "2021-03-05"])))
    assert "placeholder-date" in codes(made[0])
    undated = apply_choice(made[0], "placeholder-date", "undated")
    assert undated is not None
    assert undated.date is None
    assert ("date", day) in undated.extra


def test_repeated_turn_of_the_century_is_doubted():
    rows = [[f"Event {at}", "2000-01-01"] for at in range(3)]
    assert all("placeholder-date" in codes(one) for one in events(drafted(sheet(["title", "date"], *rows))))
    one = events(drafted(sheet(["title", "date"], ["The century turns", "2000-01-01"], ["Flood", "2001-05-06"])))[0]
    assert "placeholder-date" not in codes(one)


def test_source_older_than_its_event():
    header = ["title", "date", "url", "published"]
    made = events(drafted(sheet(header, ["Fire", "2021-03-05", "https://a.example.org/1", "2021-03-01"],
                                ["Flood", "2021-03-05", "https://a.example.org/2", "2021-03-06"],
                                ["Storm", "2021-03", "https://a.example.org/3", "2021-03-01"])))  # fmt: skip
    assert ["source-older" in codes(one) for one in made] == [True, False, False]
    assert "after-all-sources" in codes(made[0])


@pytest.mark.parametrize(
    ("headline", "day", "doubted"),
    [
        ("The flood of 2019", "2020-03-04", True),
        ("The flood of 2019", "2019-03-04", False),
        ("Report on March 2018", "2020-03-04", True),
        ("Windows Server 2008 is attacked", "2020-03-04", False),
        ("CVE-2019-1234 is exploited", "2020-03-04", False),
        ("2018: the year of the flood", "2018", False),
        ("Demolition begins (2018)", "2017/2019", False),
    ],
)
def test_year_of_the_headline(headline: str, day: str, doubted: bool):
    made = events(drafted(sheet(["title", "date"], [headline, day], ["Other", "2020-01-05"])))
    assert ("title-year" in codes(made[0])) == doubted


def test_same_day_and_words_in_another_order():
    made = events(drafted(sheet(["id", "title", "date"], ["1", "Fire in the port", "2020-05-06"],
                                ["2", "In the Port: FIRE!", "2020-05-06"],
                                ["3", "Fire in the port", "2020-05-07"])))  # fmt: skip
    assert ["same-as-row" in codes(one) for one in made] == [False, True, False]
    (finding,) = (one for one in made[1].findings if one.code == "same-as-row")
    assert finding.offers == ("merge", "leave-out", "keep")
    assert dict(finding.params) == {"row": "2"}
    assert apply_choice(made[1], "same-as-row", "leave-out") is None
    assert apply_choice(made[0], "same-as-row", "leave-out") == made[0]


def test_two_spellings_of_one_address():
    rows = [["Fire", "2020", "https://a.example.org/x?utm_source=feed"], ["Flood", "2021", "https://A.example.org/x/"],
            ["Storm", "2022", "http://a.example.org/x"]]  # fmt: skip
    made = events(drafted(sheet(["title", "date", "url"], *rows)))
    assert "two-spellings" in codes(made[2])


def test_file_without_a_date_column():
    items = drafted(sheet(["title", "note"], ["Fire", "a"], ["Flood", "b"]))
    assert {"no-date-column", "all-undated"} <= set(of_file(items))
    assert all(one.date is None and "undated" in codes(one) for one in events(items))


def test_file_all_on_one_day():
    items = drafted(sheet(["title", "date"], *([f"Event number {at}", "2024-05-06"] for at in range(12))))
    assert of_file(items)["all-on-one-day"].value == "2024-05-06"


def test_rows_that_sum_up_or_explain_are_no_records_and_are_said():
    rows = [["(TT.MM.JJJJ)", "(kurz)", "(EUR)"], ["04.03.2019", "Damm bricht", "5,5"], ["", "Total eclipse", "1"]]
    items = drafted(sheet(["Datum", "Ereignis", "Schaden"], *rows, ["Summe", "", "6,5"]))
    assert [one.headline for one in events(items)] == ["Damm bricht", "Total eclipse"]
    said = of_file(items)
    assert dict(said["second-header"].params) == {"row": "2"}
    assert dict(said["total-row"].params) == {"row": "5"}
    assert said["total-row"].value == "Summe · 6,5"


def test_a_list_of_victims_is_called_by_their_names():
    rows = [["Harbour Ltd", "2019", "healthcare", "hacked"], ["Crane Inc", "2020", "social networks", "lost laptop"]]
    made = events(drafted(sheet(["Entity", "Year", "Organization type", "Method"], *rows)))
    assert [(one.headline, one.entities[0].name) for one in made] == [("Harbour Ltd",) * 2, ("Crane Inc",) * 2]


def test_a_text_that_is_the_headline_is_not_told_twice():
    (one,) = events(drafted(sheet(["date", "description"], ["2019-03-04", "The dam breaks"])))
    assert (one.headline, one.body) == ("The dam breaks", "")


def test_an_address_in_a_column_of_titles_is_a_source_with_an_address():
    titled = [["1995", "Dam", "Le Journal"], ["1996", "Flood", "https://a.org/1"], ["1997", "Trial", "Le Monde"]]
    made = events(drafted(sheet(["date", "event", "source"], *titled)))
    assert [(one.source.title, one.source.url) for event in made for one in event.citations] == [
        ("Le Journal", ""), ("", "https://a.org/1"), ("Le Monde", "")
    ]  # fmt: skip


def test_choices_that_are_none_are_refused():
    with pytest.raises(ValueError, match="no choice"):
        apply_choice(EventDraft("Fire", None), "undated", "explode")


def test_every_finding_has_its_sentence():
    source = "".join(path.read_text() for path in Path(reading.__file__).parent.glob("*.py"))
    named = set(re.findall(r'Finding\(\s*"([a-z-]+)"', source)) | {"order-day-first", "order-month-first", "same-id"}
    assert named <= SENTENCES.keys()
    for name, text in TABLES.values():
        for item in drafted(text, name, form="json" if name.endswith("json") else ""):
            for finding in (item,) if isinstance(item, Finding) else getattr(item, "findings", ()):
                assert sentence_of(finding)


def test_semantic_drafts_pass_through_the_checks():
    calendar = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:19700101\r\n"
        "SUMMARY:Fire\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    (made,) = events(drafted(calendar, "a.ics"))
    assert "no-source" in codes(made)


# --- Properties ------------------------------------------------------------------------------------------------------

CELLS = st.one_of(
    st.text(max_size=60),
    st.from_regex(r"[0-9?X/.,: -]{0,20}", fullmatch=True),
    st.from_regex(r"(Mar|mai|c\.|Q|ca|early|probably|and|to|-|\(|\)|[0-9]{1,4}|[,&?~ ]){0,8}", fullmatch=True),
    st.integers(), st.floats(allow_nan=True), st.none(), st.booleans(), st.dates(), st.datetimes(),
    st.lists(st.text(max_size=20), max_size=3),
    st.dictionaries(st.text(max_size=5), st.text(max_size=10), max_size=3),
)  # fmt: skip
TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=30)
COLUMNS = [
    "title", "text", "date", "end", "year", "month", "day", "time", "display date", "part", "kind", "language", "place",
    "person", "company", "tags", "url", "source title", "publisher", "source date", "author", "quote", "page", "stance",
    "id", "order", "other",
]  # fmt: skip
ALL = Mapping.from_json({"fields": dict(zip(
    "headline body date end year month day time date_text part kind language place person organisation tag source_url "
    "source_title source_publisher source_published source_author quote locator stance id order".split(),
    COLUMNS, strict=False))})  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(st.sampled_from(COLUMNS), CELLS, max_size=12))
def test_any_record_becomes_a_draft_or_is_refused(values: dict[str, Any]):
    record = Record(Origin("x", 1), values)
    found = take([record])
    assert Survey.from_json(json.loads(json.dumps(found.to_json()))) == found
    for mapping in (ALL, guess(found)):
        made = Mapper(mapping, found).draft(record)
        if isinstance(made, EventDraft):
            assert 0 < len(made.headline) <= 300
            for one in (made.date, *made.alternatives):
                assert one is None or not one.edtf or str(EDTF.parse(one.edtf)) == one.edtf
            assert all(not c.source.published or EDTF.parse(c.source.published) for c in made.citations)
            assert all(c.source.title or c.source.url for c in made.citations)
            assert draft_from(json.loads(json.dumps(asdict(made)))) == made
            assert stored_and_read(made) == without_unstorable(made)
            assert all(sentence_of(finding) for finding in made.findings)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=30), min_size=1, max_size=6),
        min_size=2,
        max_size=6,
    )
)
def test_any_table_goes_through_or_is_a_format_error(rows: list[list[str]]):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    try:
        items = drafted(out.getvalue(), form="csv")
    except FormatError:
        return
    assert all(stored_and_read(one) == without_unstorable(one) for one in events(items))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="htps:/.-_~%?#&=@abcXYZ019[](),; é", max_size=60).map(lambda rest: f"https://{rest}"))
def test_fast_check_of_addresses_is_the_slow_one(raw: str):
    try:
        expected = clean_url(raw), ""
    except UnusableText as error:
        expected = "", why(error)
    assert checked_address(raw) == expected


HOSTILE = {
    "words": lambda n: "March " * n, "digits": lambda n: "1" * n, "slashes": lambda n: "1/" * n,
    "brackets": lambda n: "[" * n, "links": lambda n: "https://a.example.org/x " * n,
    "markdown": lambda n: "[a](" * n, "hosts": lambda n: "a." * n, "separators": lambda n: ";" * n,
    "html": lambda n: "<p>" * n, "ampersands": lambda n: "4 & " * n, "blanks": lambda n: " " * n + "x",
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_grows_with_the_length(kind: str):
    def drafted(size: int) -> None:
        text = HOSTILE[kind](size)[:90_000]
        values = {"title": text, "text": text, "date": text, "url": text, "tags": text, "person": text}
        Mapper(ALL).draft(Record(Origin("x", 1), values))

    assert growth(partial(drafted, 4_000), partial(drafted, 8_000), noise=0.01) <= 3


def test_tail_of_chance():
    assert improbable(40, 100, 12 / 365.25)
    assert not improbable(5, 100, 12 / 365.25)
    assert not improbable(0, 0, 0.5)


@pytest.mark.parametrize(
    ("text", "links", "rest"),
    [
        ("see https://a.example.org/x_(y).", ["https://a.example.org/x_(y)"], "see"),
        ("(https://a.example.org/x)", ["https://a.example.org/x"], "("),
        ("none", [], "none"),
    ],
)
def test_addresses_in_text(text: str, links: list[str], rest: str):
    found, left = addresses_in(text)
    assert [url for url, _ in found] == links
    assert left.strip("() .") == rest.strip("() .")


def test_items_of_cells():
    assert items_of("a; b\nc") == ["a", "b", "c"]
    assert items_of("a, b, and c", commas=True) == ["a", "b", "c"]
    assert items_of("['a', 'b']") == ["a", "b"]
    assert items_of("a/b", "/") == ["a", "b"]
    assert Counter(items_of([["a"], "b", None])) == Counter(["a", "b"])


# --- What stands beside each of several sources -----------------------------------------------------------------------


def test_what_lacks_in_a_nested_list_leaves_the_others_in_their_places():
    sources = [
        {"url": "https://a.example/", "stance": "supports"},
        {"url": "https://b.example/", "quote": "of b", "stance": "disputes", "locator": "p. 2"},
        {"quote": "of none"},
        {"url": "https://d.example/", "quote": "of d; and more"},
    ]
    text = json.dumps([{"date": "2023", "headline": "Something", "sources": sources}])
    (made,) = events(drafted(text, "x.json"))
    found = {one.source.url: ([q.exact for q in one.quotes], one.locator, one.disputes) for one in made.citations}
    assert found == {
        "https://a.example/": ([], "", False),
        "https://b.example/": (["of b"], "p. 2", True),
        "https://d.example/": (["of d; and more"], "", False),
    }
    assert ("sources[].quote", "of none") in made.extra


def test_stance_of_a_source_is_guessed():
    text = json.dumps([{"date": "2023", "headline": "S", "sources": [{"url": "https://a.example/", "stance": "x"}]}])
    found = detect(text.encode(), "x.json")
    guessed = guess(reading.survey(io.BytesIO(text.encode()), "x.json", found, Options()))
    assert guessed.paths("stance") == ("sources[].stance",)


@pytest.mark.parametrize(
    ("cell", "tags"),
    [
        ("a; b\nc, d", ("a; b", "c, d")),
        ("a; b, c", ("a", "b", "c")),
        ("one\n", ("one",)),
        ("\nx|y\n\nz", ("x|y", "z")),
    ],
)
def test_cell_of_several_lines_has_a_name_a_line(cell: str, tags: tuple[str, ...]):
    assert mapped({"t": cell, "h": "Something"}, tag="t", headline="h").tags == tags
