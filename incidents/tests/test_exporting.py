"""Published rows out: drafts in chunks, the command, and the data of pages by suffix."""

from __future__ import annotations

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from incidents import exporting
from incidents.drafts import EventDraft, IncidentDraft
from incidents.formats import format_named
from incidents.formats.outward import OUTWARD, offered
from incidents.models import Event, Membership
from incidents.models.changes import changing
from incidents.selection import BadFilter, Selection

from .cast import cite, give_role, link, make_entity, make_incident, make_published, make_source, make_withdrawn
from .pages import tree

pytestmark = pytest.mark.django_db


def headlines(**words: str) -> list[str]:
    return [one.headline for one in exporting.drafts(Selection(**words)) if isinstance(one, EventDraft)]


def native(data: bytes) -> list:
    return list(format_named("dateline").read(io.BytesIO(data), "export.json", None))


@pytest.fixture
def told(incident, announced, detected, agency_report):
    """The small matter with everything that an event can carry."""
    with changing():
        event = Event.objects.get(pk=announced.pk)
        event.place, event.language = "Port of Example", "en"
        event.save()
        board = make_entity("Harbour Board", description="Runs the port.")
        board.aliases.create(name="HB", language="en")
        give_role(event, board, "actor")
        citation = event.citations.get()
        citation.about, citation.passage = "passage", "its systems were down"
        citation.date_words, citation.date, citation.date_rule = "on Tuesday", "2023-09-19", "weekday"
        citation.date_reference = "2023-09-19"
        citation.save()
        cite(event, make_source("A denial"), "nothing happened", stance="disputes", order=3)
        cite(link(event, "discloses", detected), agency_report, "as it had noticed")
    return event


# --- Drafts -----------------------------------------------------------------------------------------------------------


def test_drafts_carry_what_is_published(told, incident, detected):
    items = list(exporting.drafts())
    assert items[0] == IncidentDraft(
        "Outage at the port", "", "en", "outage-at-the-port", "http://127.0.0.1:8000/incidents/outage-at-the-port/"
    )
    by_id = {one.id: one for one in items if isinstance(one, EventDraft)}
    draft = by_id[told.public_id]
    assert draft.address == f"http://127.0.0.1:8000{told.get_absolute_url()}"
    assert (draft.headline, draft.date.edtf, draft.kind, draft.place) == (
        told.headline,
        "2023-09-19",
        "disclosed",
        "Port of Example",
    )
    entity = draft.entities[0]
    assert (entity.name, entity.role, entity.description, entity.aliases) == (
        "Harbour Board",
        "actor",
        "Runs the port.",
        (("HB", "en"),),
    )
    first, second = draft.citations
    assert (first.about, first.passage, first.date.words, first.date.rule) == (
        "passage",
        "its systems were down",
        "on Tuesday",
        "weekday",
    )
    assert (second.disputes, second.order, second.quotes[0].exact) == (True, 3, "nothing happened")
    assert (draft.links[0].kind, draft.links[0].to) == ("discloses", detected.public_id)
    assert draft.links[0].citations[0].quotes[0].exact == "as it had noticed"
    assert by_id[detected.public_id].date.part == "end"
    assert draft.published.endswith("Z")
    assert draft.changed >= draft.published


def test_order_is_that_of_the_timeline(told, detected):
    undated = make_published("Undated", date="", undated=True)
    assert headlines() == [detected.headline, told.headline, undated.headline]


def test_chunks_cost_the_same_and_lose_nothing(monkeypatch, told, detected, incident):
    for number in range(7):
        make_published(f"More {number}", date=f"2023-10-{number + 1:02d}", incident=incident)

    def counted() -> tuple[int, list[str]]:
        with CaptureQueriesContext(connection) as captured:
            found = headlines()
        return len(captured), found

    few, whole = counted()
    monkeypatch.setattr(exporting, "CHUNK", 3)
    many, in_chunks = counted()
    assert in_chunks == whole
    assert len(whole) == 9
    per_chunk = few - 1  # beside that of the incidents
    assert many <= 1 + 4 * per_chunk


def test_a_captures_text_is_never_read(told, agency_report):
    from .cast import make_capture

    capture = make_capture(agency_report, "secret words", archived_url="https://archive.example/1")
    told.citations.first().quotes.update(capture=capture)
    with CaptureQueriesContext(connection) as captured:
        items = list(exporting.drafts())
    assert not any('"incidents_capture"."text"' in query["sql"] for query in captured)
    archived = [q.archived for one in items if isinstance(one, EventDraft) for c in one.citations for q in c.quotes]
    assert "https://archive.example/1" in archived


def test_a_copy_names_its_original_only_where_that_is_public(announced, agency_report):
    hidden = make_source("Hidden")
    cite(announced, make_source("Copy of a hidden one", copy_of=hidden, copy_state="confirmed"))
    cite(announced, make_source("Copy of a public one", copy_of=agency_report, copy_state="confirmed"))
    found = {
        c.source.title: c.source.copy_of for one in exporting.events(Event.objects.published()) for c in one.citations
    }
    assert found["Copy of a hidden one"] == ""
    assert found["Copy of a public one"] == agency_report.public_id


# --- Filters ----------------------------------------------------------------------------------------------------------


def test_filters_select(told, detected, incident):
    other = make_published("Elsewhere", date="2024-02", tags=["power"], incident=make_incident(published=True))
    both = {told.headline, detected.headline}
    assert set(headlines(incident=incident.slug)) == both
    assert headlines(tag="power") == [other.headline]
    assert headlines(kind="detected") == [detected.headline]
    assert headlines(entity=make_entity("Nobody").slug) == []
    assert headlines(entity=told.roles.get().entity.slug) == [told.headline]
    assert headlines(since="2023-10") == [other.headline]
    assert set(headlines(until="2023-09-19")) == both
    assert set(headlines(since="2023-09-12", until="2023-09-12")) == {detected.headline}
    assert headlines(q="staff") == [detected.headline]
    items = list(exporting.drafts(Selection(kind="detected")))
    assert [one.slug for one in items if isinstance(one, IncidentDraft)] == [incident.slug]


@pytest.mark.parametrize(
    ("words", "name", "said"),
    [
        ({"incident": "none"}, "incident", "No public timeline"),
        ({"kind": "unkind"}, "kind", "occurred, detected"),
        ({"since": "last week"}, "from", "last week"),
        ({"since": "2024", "until": "2023"}, "to", "before"),
        ({"q": "x" * 301}, "q", "at most"),
    ],
)
def test_bad_filters_are_named(words, name, said):
    with pytest.raises(BadFilter, match=said) as caught:
        list(exporting.drafts(Selection(**words)))
    assert caught.value.name == name


def test_an_unpublished_timeline_is_no_filter(announced):
    hidden = make_incident("Hidden", slug="hidden")
    Membership(incident=hidden, event=announced).save()
    with pytest.raises(BadFilter):
        headlines(incident="hidden")
    draft = next(one for one in exporting.drafts() if isinstance(one, EventDraft))
    assert [one.incident for one in draft.memberships] == ["outage-at-the-port"]


# --- The command ------------------------------------------------------------------------------------------------------


def test_command_writes_our_json(told, tmp_path, capsys):
    path = tmp_path / "all.json"
    call_command("export_events", output=str(path))
    document = json.loads(path.read_bytes())
    assert {one["headline"] for one in document["events"]} == set(headlines())
    assert "2 events as JSON" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["all.json"]


@pytest.mark.parametrize("kind", OUTWARD, ids=lambda one: one.name)
def test_command_writes_every_format_by_suffix(kind, told, tmp_path):
    path = tmp_path / f"all.{kind.suffix}"
    call_command("export_events", output=str(path), verbosity=0)
    named = tmp_path / "named"
    call_command("export_events", output=str(named), format=kind.name, verbosity=0)
    assert path.stat().st_size > 100
    if kind.name != "xlsx":  # a workbook says when it was made
        assert path.read_bytes() == named.read_bytes()


def test_command_writes_to_standard_output(told, capsysbinary):
    call_command("export_events", format="csv", verbosity=0, stdout=sys.stdout)
    assert capsysbinary.readouterr().out.startswith(b"\xef\xbb\xbfid,date")


def test_command_shows_progress_and_selects(monkeypatch, told, tmp_path, capsys):
    monkeypatch.setattr("incidents.management.commands.export_events.EVERY", 1)
    call_command(
        "export_events", "--incident", "outage-at-the-port", "--from", "2023-09-19", "--output", str(tmp_path / "x.ics")
    )
    assert "1 of 1 events" in capsys.readouterr().err
    assert (tmp_path / "x.ics").read_bytes().count(b"BEGIN:VEVENT") == 1


@pytest.mark.parametrize(("option", "value"), [("incident", "none"), ("since", "soon"), ("kind", "unkind")])
def test_command_refuses_a_bad_filter_by_name(option, value):
    name = "from" if option == "since" else option
    with pytest.raises(CommandError, match=f"^--{name}: "):
        call_command("export_events", **{option: value}, verbosity=0)


def test_command_says_what_cannot_be_written(told, tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_events", output=str(tmp_path / "none" / "x.json"), verbosity=0)


# --- There and back ---------------------------------------------------------------------------------------------------


def test_our_json_comes_back_the_same(told):
    write = format_named("dateline").write
    data = b"".join(write(exporting.drafts()))
    assert b"".join(write(iter(native(data)))) == data


# --- Data of pages ----------------------------------------------------------------------------------------------------


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.mark.parametrize("suffix", offered("i"))
def test_incident_data(reader, told, detected, suffix):
    response = reader.get(f"/incidents/outage-at-the-port.{suffix}")
    kind = offered("i")[suffix]
    assert response.status_code == 200
    assert response["Content-Type"] == kind.content_type
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Last-Modified"]
    assert not response.cookies
    assert ("Content-Disposition" in response) == kind.saved
    data = body(response)
    assert suffix == "xlsx" or suffix in ("bib", "ris", "csl.json") or told.headline.encode() in data
    again = reader.get(f"/incidents/outage-at-the-port.{suffix}", headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, body(again)) == (304, b"")
    head = reader.head(f"/incidents/outage-at-the-port.{suffix}")
    assert (head.status_code, body(head), head["ETag"]) == (200, b"", response["ETag"])
    assert body(reader.get(f"/incidents/outage-at-the-port.{suffix}")) == data or suffix == "xlsx"


@pytest.mark.parametrize("suffix", offered("e"))
def test_event_data(reader, told, suffix):
    path = f"/events/{told.public_id}.{suffix}"
    head = reader.head(path)
    assert (head.status_code, body(head)) == (200, b"")
    response = reader.get(path)
    assert response.status_code == 200
    assert body(response)
    assert reader.get(path, headers={"If-None-Match": response["ETag"]}).status_code == 304
    Event.objects.get(pk=told.pk).withdraw(by=None, reason="It was wrong.")
    gone = reader.get(path, headers={"If-None-Match": response["ETag"]})
    assert gone.status_code == 410
    assert b"It was wrong." in gone.content
    assert told.headline.encode() not in gone.content


@pytest.mark.parametrize("suffix", offered("s"))
def test_source_data(reader, told, detected, agency_report, suffix):
    response = reader.get(f"/sources/{agency_report.public_id}.{suffix}")
    assert response.status_code == 200
    data = body(response)
    assert agency_report.title.encode() in data
    if suffix == "json":
        assert {one["id"] for one in json.loads(data)["events"]} == {told.public_id, detected.public_id}


def test_hidden_data_answers_as_missing(reader, draft, proposal, paper_report):
    make_incident("Hidden", slug="hidden")
    missing = reader.get("/events/zzzzzzzz.json")
    assert missing.status_code == 404
    for path in (
        f"/events/{draft.public_id}.json",
        f"/events/{proposal.public_id}.ics",
        "/incidents/hidden.json",
        f"/sources/{paper_report.public_id}.bib",
    ):
        answer = reader.get(path)
        assert (answer.status_code, answer.content) == (404, missing.content)


def test_moved_and_withdrawn_timelines(reader, incident, announced):
    incident.slug = "moved"
    incident.save()
    response = reader.get("/incidents/outage-at-the-port.timelinejs.json")
    assert (response.status_code, response["Location"]) == (301, "/incidents/moved.timelinejs.json")
    incident.withdraw(by=None, reason="It was wrong.")
    assert reader.get("/incidents/moved.csv").status_code == 410
    assert reader.get("/incidents/moved.docx").status_code == 404


def test_feed_has_the_latest_changes(reader, announced, detected):
    items = json.loads(body(reader.get("/incidents/outage-at-the-port.feed.json")))["items"]
    assert [one["_dateline"]["headline"] for one in items] == [detected.headline, announced.headline]
    assert json.loads(reader.get("/feeds/latest.json").content)["items"] == items


@pytest.mark.parametrize("suffix", ["json", "ics", "bib"])
def test_queries_do_not_grow(told, detected, suffix):
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            body(Client().get(f"/incidents/outage-at-the-port.{suffix}"))
        return len(captured)

    few = asked()
    for number in range(5):
        event = make_published(f"More {number}", incident=told.incidents.get())
        give_role(event, make_entity(f"Entity {number}"))
        cite(link(event, "led-to", told), make_source())
    assert asked() == few


def test_pages_lead_to_their_data(reader, told, incident, agency_report):
    for page, of in (
        (incident.get_absolute_url(), "i"),
        (told.get_absolute_url(), "e"),
        (agency_report.get_absolute_url(), "s"),
    ):
        links = tree(reader.get(page)).xpath("//details[@class='data']//a/@href")
        assert len(links) == len(offered(of)) + (of == "i")
        for href in links:
            assert reader.get(href).status_code == 200, href


def test_event_page_has_its_json_ld(reader, told):
    found = tree(reader.get(told.get_absolute_url())).xpath("//script[@type='application/ld+json']")
    thing = json.loads(found[0].text)
    assert thing["headline"] == told.headline
    assert {one["headline"] for one in thing["citation"]} == {"Port reports unusual activity", "A denial"}


def test_incident_page_has_its_json_ld(reader, told):
    found = tree(reader.get("/incidents/outage-at-the-port/")).xpath("//script[@type='application/ld+json']")
    thing = json.loads(found[0].text)
    assert (thing["@type"], thing["mainEntity"]["numberOfItems"]) == ("CollectionPage", 2)
    assert thing["temporalCoverage"] == "2023-09-11/2023-09-19"


def test_json_ld_ends_no_script(reader):
    event = make_published("</script><script>alert(1)</script>")
    page = reader.get(event.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert len(tree(reader.get(event.get_absolute_url())).xpath("//script")) == 1


def test_withdrawn_events_are_in_no_data(reader, told):
    gone = make_withdrawn("Gone zuqxgone", incident=told.incidents.get())
    for suffix in offered("i"):
        assert b"zuqxgone" not in body(reader.get(f"/incidents/outage-at-the-port.{suffix}"))
    assert reader.get(f"/events/{gone.public_id}.json").status_code == 410


# --- And back into a site ---------------------------------------------------------------------------------------------

KEPT = ("headline", "kind", "date", "undated", "order", "place", "language", "body", "tags")
CITED = ("stance", "about", "passage", "locator", "date")


@pytest.mark.parametrize("name", ["dateline", "dateline-lines"])
def test_what_went_out_goes_into_another_timeline(tmp_path, told, incident, detected, name):
    make_published("Undated", date="", undated=True, incident=incident)
    make_incident(slug="copy", published=True)
    file, again = tmp_path / "export", tmp_path / "again"
    call_command("export_events", output=str(file), format=name, incident=incident.slug)
    call_command("import_events", str(file), incident="copy", mode="published", stdout=io.StringIO())
    call_command("export_events", output=str(again), format="dateline", incident="copy")
    found = json.loads(again.read_bytes())
    before = list(exporting.drafts(Selection(incident=incident.slug)))
    data = b"".join(format_named("dateline").write(before))
    given = json.loads(data)
    assert [[one[key] for key in KEPT] for one in found["events"]] == [
        [one[key] for key in KEPT] for one in given["events"]
    ]
    for old, new in zip(given["events"], found["events"], strict=True):
        assert [[one[key] for key in CITED] for one in new["citations"]] == [
            [one[key] for key in CITED] for one in old["citations"]
        ]
        assert [quote["exact"] for one in new["citations"] for quote in one["quotes"]] == [
            quote["exact"] for one in old["citations"] for quote in one["quotes"]
        ]
        assert [(one["name"], one["role"]) for one in new["entities"]] == [
            (one["name"], one["role"]) for one in old["entities"]
        ]
        assert [one["kind"] for one in new["links"]] == [one["kind"] for one in old["links"]]
