"""The demo: true, cited, loaded once, and never over somebody's own work."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command

from incidents.cleaning import fold
from incidents.extraction import propose, read_text
from incidents.models import Citation, Event, EventVersion, Incident, Link, Membership, Quote, SiteVersion, Source
from incidents.temporal import tag

from .cast import make_event, make_incident

ROOT = Path(__file__).parents[2]
DEMO = json.loads((ROOT / "demo" / "icc.json").read_text(encoding="utf-8"))
SEEDS = ROOT.parent / "shared" / "seeds"


def load(**options: Any) -> str:
    out = StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


def everything() -> str:
    """Return all content and derived rows as text, to see that nothing changed."""
    models = (Incident, Membership, Event, Source, Citation, Quote, Link, EventVersion, SiteVersion)
    return "\n".join(serializers.serialize("json", model.objects.order_by("pk")) for model in models)


@pytest.fixture
def demo(db: None) -> None:
    load()


def test_demo_is_published_and_cited(demo):
    assert Incident.objects.published().count() == 2
    events = Event.objects.published()
    assert events.count() == Event.objects.count() == len(DEMO["events"])
    assert all(event.citations.supporting().exists() for event in events)
    assert set(EventVersion.objects.values_list("number", flat=True)) == {1}


def test_the_2022_case_is_told_alone_and_as_background(demo):
    foiled = Event.objects.get(import_ref="demo:foiled")
    roles = dict(foiled.memberships.values_list("incident__slug", "role"))
    assert roles == {"icc-infiltration-2022": "", "icc-intrusions": "background"}


def test_demo_pages_are_served(demo, reader):
    for incident in Incident.objects.all():
        page = reader.get(incident.get_absolute_url())
        assert page.status_code == 200
        for event in Event.objects.published().in_incident(incident):
            assert event.headline in page.content.decode()


def test_second_load_changes_nothing(demo):
    before = everything()
    assert load() == "The demo is already there.\n"
    assert everything() == before


def test_second_load_leaves_an_edit_alone(demo):
    event = Event.objects.get(import_ref="demo:foiled")
    event.headline = "Edited"
    event.save()
    Event.objects.get(import_ref="demo:france-2023").withdraw(by=None, reason="Edited.")
    load()
    assert Event.objects.get(import_ref="demo:foiled").headline == "Edited"
    assert Event.objects.get(import_ref="demo:france-2023").state == "withdrawn"


@pytest.mark.parametrize("own", [make_event, make_incident], ids=["event", "incident"])
def test_demo_is_refused_beside_other_content(own, db):
    own()
    with pytest.raises(CommandError, match=r"already holds 1 .* of its own.*--force"):
        load()
    assert not Source.objects.exists()
    load(force=True)
    assert Event.objects.published().count() == len(DEMO["events"])


def test_demo_that_fails_half_way_leaves_nothing(db, monkeypatch):
    def fail(self: Link, **kwargs: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(Link, "save", fail)
    with pytest.raises(RuntimeError):
        load()
    assert not Event.objects.exists()
    assert not Source.objects.exists()


# --- What the file says -----------------------------------------------------------------------------------------------

CITED = [
    pytest.param(citation, id=f"{key}-{number}")
    for key, event in DEMO["events"].items()
    for number, citation in enumerate(event["citations"])
]
READ = [param for param in CITED if param.values[0].get("date", {}).get("words")]


@pytest.mark.parametrize("citation", READ)
def test_dates_are_read_as_the_tagger_reads_them(citation):
    given = citation["date"]
    reference = date.fromisoformat(given["reference"]) if "reference" in given else None
    mention = tag(given["words"], reference=reference, language="en")[0]
    assert (mention.edtf, mention.part, mention.rule) == (given["edtf"], given.get("part", ""), given["rule"])
    assert reference is None or given["reference"] == DEMO["sources"][citation["source"]]["published"]


@pytest.mark.parametrize("citation", CITED)
def test_quotes_are_short(citation):
    assert all(len(quote["exact"].split()) <= 25 for quote in citation.get("quotes", ()))


@pytest.mark.parametrize("key", DEMO["events"])
def test_passages_are_words_of_the_text(key):
    event = DEMO["events"][key]
    for citation in event["citations"]:
        assert citation.get("passage", "") in event["body"]


def test_quotes_and_date_words_of_the_agency_reports_stand_in_them():
    for key, name in (("efe-2023", "000_*"), ("ap-2023", "003_*")):
        files = sorted(SEEDS.glob(name))
        if not files:
            pytest.skip("The two agency reports lie outside this repository, in ../shared/seeds.")
        text = " ".join(files[0].read_text(encoding="utf-8").split())
        for param in CITED:
            if param.values[0]["source"] == key:
                for words in quoted(param.values[0]):
                    assert words in text


def test_other_quotes_are_those_noted_of_the_published_reports():
    notes = SEEDS / "README.md"
    if not notes.exists():
        pytest.skip("The notes on the published reports lie outside this repository, in ../shared/seeds.")
    lines = notes.read_text(encoding="utf-8").splitlines()
    for param in CITED:
        source = DEMO["sources"][param.values[0]["source"]]
        if source["url"]:
            line = next(line for line in lines if source["url"] in line)
            assert source["published"] in line
            assert all(fold(words) in fold(line) for words in quoted(param.values[0]))


def quoted(citation: dict[str, Any]) -> list[str]:
    quotes = [
        quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "") for quote in citation.get("quotes", ())
    ]
    return [*quotes, citation.get("date", {}).get("words", "")]


# --- The two reports to try the import on -----------------------------------------------------------------------------


def readings(name: str, published: str = "") -> list[tuple[str, str, str]]:
    text = (ROOT / "demo" / "reports" / name).read_text(encoding="utf-8")
    drafts = propose(read_text(text, published=published))
    return [(draft.date.words, draft.date.edtf, draft.date.part) for draft in drafts if draft.date]


def test_report_with_its_date_is_read_whole():
    assert readings("court-announces.txt") == [
        ("Tuesday", "2023-09-19", ""),
        ("late last week", "[2023-09-11..2023-09-17]", "end"),
        ("Last year", "2022", ""),
        ("16 June 2022", "2022-06-16", ""),
    ]


def test_report_without_a_date_leaves_relative_dates_open():
    text = (ROOT / "demo" / "reports" / "france-reacts.txt").read_text(encoding="utf-8")
    assert read_text(text).source.published == ""
    assert [edtf for words, edtf, part in readings("france-reacts.txt")] == ["", "", "", ""]


def test_report_without_a_date_is_read_whole_once_it_is_given():
    assert readings("france-reacts.txt", "2023-10-24") == [
        ("Monday", "2023-10-23", ""),
        ("Friday", "2023-10-20", ""),
        ("last month", "2023-09", ""),
        ("Last year", "2022", ""),
    ]
