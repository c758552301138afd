"""The API: what it answers, what it refuses and how, and that it keeps to its own description."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest
import schemathesis
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import CHECKS

from incidents.formats import format_named
from incidents.models import Event
from timeline.wsgi import application

from .cast import cite, give_role, link, make_entity, make_incident, make_published, make_source, make_withdrawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(reader):
    def asked(path: str, status: int = 200, **words):
        response = reader.get(path, words)
        assert response.status_code == status, response.content[:500]
        assert response["Content-Type"].startswith("application/json")
        assert response["Access-Control-Allow-Origin"] == "*"
        assert not response.cookies
        return json.loads(response.content)

    return asked


def headlines(answer) -> list[str]:
    return [one["headline"] for one in answer["events"]]


# --- Events -----------------------------------------------------------------------------------------------------------


def test_events_stand_in_the_order_of_the_timeline(ask, announced, detected, draft, proposal):
    answer = ask("/api/events")
    assert headlines(answer) == [detected.headline, announced.headline]
    assert answer["next"] is None
    assert [one["slug"] for one in answer["incidents"]] == ["outage-at-the-port"]
    cited = {citation["source"] for one in answer["events"] for citation in one["citations"]}
    assert cited == {one["id"] for one in answer["sources"]}
    assert answer["events"][0]["date"] == {
        "edtf": "[2023-09-11..2023-09-17]",
        "part": "end",
        "said": "late in the week of 11 September 2023",
        "earliest": "2023-09-11",
        "latest": "2023-09-17",
    }


def test_an_answer_can_be_imported(ask, announced, detected):
    from io import BytesIO

    data = json.dumps(ask("/api/events")).encode()
    read = list(format_named("dateline").read(BytesIO(data), "events.json", None))
    assert [one.headline for one in read[1:]] == [detected.headline, announced.headline]


def test_pages_follow_each_other(ask, incident):
    made = [make_published(f"Event {number}", date=f"2023-01-{number + 1:02d}") for number in range(5)]
    undated = make_published("Undated", date="", undated=True)
    found, path, words = [], "/api/events", {"limit": 2}
    while path:
        answer = ask(path, **words)
        assert len(answer["events"]) <= 2
        found += headlines(answer)
        path, words = (answer["next"] or "").removeprefix("http://127.0.0.1:8000"), {}
    assert found == [*(one.headline for one in made), undated.headline]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"incident": "outage-at-the-port"}, ["Staff notice unusual activity", "The port announces an outage"]),
        ({"kind": "detected"}, ["Staff notice unusual activity"]),
        ({"from": "2023-10"}, ["Elsewhere"]),
        ({"to": "2023-09-14"}, ["Staff notice unusual activity"]),
        ({"from": "2023-09-19", "to": "2023-09-19"}, ["The port announces an outage"]),
        ({"tag": "power"}, ["Elsewhere"]),
        ({"when": "autumn 2024"}, ["Elsewhere"]),
        ({"certainty": "exact"}, ["The port announces an outage"]),
        ({"language": "fr"}, []),
        ({"publisher": "Nobody"}, []),
        ({"changed": "2999-01-01"}, []),
        ({"q": "staff noti"}, ["Staff notice unusual activity"]),
        ({"q": "nothing like it"}, []),
        ({"tag": "unknown"}, []),
    ],
)
def test_filters(ask, announced, detected, words, expected):
    make_published("Elsewhere", date="2024", tags=["power"])
    assert headlines(ask("/api/events", **words)) == expected


def test_entity_filter(ask, announced, detected):
    entity = make_entity("Harbour Board")
    give_role(announced, entity, "actor")
    answer = ask("/api/events", entity=entity.slug)
    assert headlines(answer) == [announced.headline]
    assert answer["entities"][0]["name"] == "Harbour Board"


@pytest.mark.parametrize(
    ("words", "field", "said"),
    [
        ({"from": "last week"}, "from", "last week"),
        ({"to": "x" * 300}, "to", "at most"),
        ({"kind": "unkind"}, "kind", "occurred"),
        ({"certainty": "sure"}, "certainty", "exact, coarse"),
        ({"when": "blah"}, "when", "blah"),
        ({"changed": "lately"}, "changed", "2023-09-19"),
        ({"language": "!"}, "language", "pt-BR"),
        ({"limit": "0"}, "limit", "It is a whole number from 1 to 100."),
        ({"limit": "101"}, "limit", "It is a whole number from 1 to 100."),
        ({"limit": "ten"}, "limit", "It is a whole number from 1 to 100."),
        ({"after": "zzzzzzzz"}, "after", "begin anew"),
        ({"after": "\0"}, "after", "begin anew"),
        ({"incident": "none"}, "incident", "No public timeline"),
        ({"tag": "\0"}, "tag", "letters, digits"),
        ({"q": "x" * 301}, "q", "at most 300"),
        ({"form": "2023"}, "form", "There are: incident, entity"),
    ],
)
def test_what_is_wrong_is_said_with_its_field(ask, announced, words, field, said):
    errors = ask("/api/events", 400, **words)["errors"]
    assert errors[0]["field"] == field
    assert said in errors[0]["message"]


def test_one_event(ask, announced, detected):
    link(announced, "discloses", detected)
    answer = ask(f"/api/events/{announced.public_id}")
    assert headlines(answer) == [announced.headline]
    assert answer["events"][0]["links"] == [{"kind": "discloses", "to": detected.public_id, "citations": []}]


# --- Timelines and sources --------------------------------------------------------------------------------------------


def test_incidents(ask, incident, announced, detected):
    make_incident("Hidden", slug="hidden")
    other = make_incident("Another", slug="another", published=True)
    answer = ask("/api/incidents")
    assert [(one["slug"], one["events"]) for one in answer["incidents"]] == [("another", 0), (incident.slug, 2)]
    assert ask("/api/incidents", limit=1)["next"].endswith("/api/incidents?limit=1&after=another")
    assert [one["slug"] for one in ask("/api/incidents", after="another")["incidents"]] == [incident.slug]
    one = ask(f"/api/incidents/{incident.slug}")
    assert (one["earliest"], one["latest"]) == ("2023-09-11", "2023-09-19")
    assert ask(f"/api/incidents/{other.slug}")["earliest"] == ""


def test_moved_and_withdrawn_timelines(ask, reader, incident):
    incident.slug = "moved"
    incident.save()
    response = reader.get("/api/incidents/outage-at-the-port")
    assert (response.status_code, response["Location"]) == (301, "/api/incidents/moved")
    incident.withdraw(by=None, reason="It was wrong.")
    assert ask("/api/incidents/moved", 410)["errors"] == [{"field": "slug", "message": "It was wrong."}]


def test_sources(ask, announced, agency_report, paper_report, draft):
    other = make_source("Another")
    make_published("Elsewhere", source=other)
    assert [one["id"] for one in ask("/api/sources")["sources"]] == [agency_report.public_id, other.public_id]
    assert [one["id"] for one in ask("/api/sources", incident="outage-at-the-port")["sources"]] == [
        agency_report.public_id
    ]
    first = ask("/api/sources", limit=1)
    assert urlsplit(first["next"]).query == f"limit=1&after={agency_report.public_id}"
    assert [one["id"] for one in ask("/api/sources", after=agency_report.public_id)["sources"]] == [other.public_id]
    assert ask(f"/api/sources/{agency_report.public_id}")["authors"] == ["A. Writer"]


def test_hidden_ones_answer_as_missing_ones(reader, draft, proposal, dismissed, paper_report):
    make_incident("Hidden", slug="hidden")
    for kind, hidden, missing in (
        ("events", draft.public_id, "zzzzzzzz"),
        ("events", proposal.public_id, "zzzzzzzz"),
        ("events", dismissed.public_id, "zzzzzzzz"),
        ("sources", paper_report.public_id, "zzzzzzzz"),
        ("incidents", "hidden", "none"),
    ):
        answers = [reader.get(f"/api/{kind}/{one}") for one in (hidden, missing)]
        assert answers[0].status_code == answers[1].status_code == 404
        assert answers[0].content == answers[1].content
        assert dict(answers[0].items()) == dict(answers[1].items())
    after = [reader.get("/api/events", {"after": one}) for one in (draft.public_id, "zzzzzzzz")]
    assert after[0].content == after[1].content


def test_withdrawn_event_says_why_and_nothing_else(ask, withdrawn):
    answer = ask(f"/api/events/{withdrawn.public_id}", 410)
    assert answer == {"errors": [{"field": "public_id", "message": "The source took its report back."}]}


# --- As HTTP ----------------------------------------------------------------------------------------------------------

PATHS = ["/api/incidents", "/api/incidents/outage-at-the-port", "/api/events", "/api/sources", "/api/openapi.json"]


@pytest.mark.parametrize("path", PATHS)
def test_answers_have_an_etag(reader, announced, path):
    first = reader.get(path)
    assert first["ETag"]
    assert "HX-Request" in first["Vary"]
    again = reader.get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = reader.head(path)
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", first["ETag"])
    assert reader.get(path).content == first.content
    event = Event.objects.get(pk=announced.pk)
    event.body = "Changed."
    event.save()
    assert reader.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_changed(reader, announced, method):
    for path in (*PATHS, f"/api/events/{announced.public_id}"):
        response = getattr(reader, method)(path)
        assert response.status_code == 405
        assert not response.cookies


def test_unknown_addresses_answer_in_json(ask):
    assert "openapi.json" in ask("/api/nowhere", 404)["errors"][0]["message"]
    assert "openapi.json" in ask("/api/", 404)["errors"][0]["message"]
    assert ask("/api/events/ABC", 404)["errors"]


@pytest.mark.parametrize(
    "path", ["/api/events", "/api/events?incident=outage-at-the-port&q=port", "/api/sources", "/api/incidents"]
)
def test_queries_do_not_grow(announced, detected, path):
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert Client().get(path).status_code == 200
        return len(captured)

    cite(link(announced, "discloses", detected), make_source(), "words")
    give_role(announced, make_entity("First"))
    few = asked()
    for number in range(5):
        event = make_published(f"More of the port {number}", incident=announced.incidents.get())
        give_role(event, make_entity(f"Entity {number}"))
        cite(link(event, "led-to", announced), make_source(), "words")
        make_incident(published=True)
    assert asked() == few


def test_description_is_whole(ask):
    document = ask("/api/openapi.json")
    assert set(document["paths"]) == {
        "/api/incidents",
        "/api/incidents/{slug}",
        "/api/events",
        "/api/events/{public_id}",
        "/api/sources",
        "/api/sources/{public_id}",
    }
    for operations in document["paths"].values():
        assert list(operations) == ["get"]
        assert {"200", "304", "400"} <= set(operations["get"]["responses"])


# --- By its own description -------------------------------------------------------------------------------------------

LEFT_OUT = {
    "positive_data_acceptance",  # what a text must be to be a date is said in words: 400 says what is wrong with it
    "missing_required_header",
    "ignored_auth",
}
AS_IT_IS = {"Accept-Encoding": "identity"}  # its client unpacks nothing


@pytest.mark.once
@pytest.mark.django_db(transaction=True)
def test_answers_are_as_described(incident, announced, detected):
    make_withdrawn("Gone")
    link(announced, "discloses", detected)
    give_role(announced, make_entity("Harbour Board"), "actor")
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application)
    checks = [check for name, check in ((one.__name__, one) for one in CHECKS.get_all()) if name not in LEFT_OUT]
    asked = 0

    def ask_once(case):
        nonlocal asked
        asked += 1
        case.call_and_validate(checks=checks, headers=AS_IT_IS)

    bounded = settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    known = {
        "/api/events/{public_id}": {"public_id": announced.public_id},
        "/api/sources/{public_id}": {"public_id": announced.citations.first().source.public_id},
        "/api/incidents/{slug}": {"slug": incident.slug},
    }
    for result in schema.get_all_operations():
        operation = result.ok()

        bounded(given(case=operation.as_strategy())(ask_once))()
        if parameters := known.get(operation.path):
            answer = operation.Case(path_parameters=parameters).call_and_validate(checks=checks, headers=AS_IT_IS)
            assert answer.status_code == 200
    assert asked >= 100
