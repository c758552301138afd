"""`manage.py import_events`: a file, a dry run in plain words, and records on the timeline."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from django.core.management import CommandError, call_command

from incidents.drafts import CitationDraft, EventDraft, Finding, Origin, Reading, SourceDraft
from incidents.formats import wire
from incidents.formats.base import FormatError, Item, Record
from incidents.importing import reading
from incidents.models import Event, ImportBatch, ImportChunk, ImportMapping, Incident

from .cast import make_event

pytestmark = pytest.mark.django_db
Command = Callable[..., str]
GOOD = "id,what,when,where\n1,Crane 1 stood still,2023-05-01,https://a.example/1\n2,Crane 2 fell,2023-05-02,\n"


def drafts(file: BinaryIO, mapping: dict[str, str]) -> Iterator[Item]:
    """Read CSV as plainly as it goes: what is tested here is what comes behind a reader."""
    text = file.read().decode()
    if "\0" in text:
        raise FormatError("It holds NUL.")
    for number, row in enumerate(csv.DictReader(text.splitlines()), 2):
        if not row["what"]:
            yield Record(Origin("", number), dict(row), (Finding("no-headline", "error"),))
            continue
        cited = (CitationDraft(SourceDraft("A report", row["where"])),) if row["where"] else ()
        date = Reading(row["when"], row["when"])
        odd = (
            (Finding("no-event", params=(("value", "first"),), offers=("month",)),)
            if row["when"].endswith("-01")
            else ()
        )
        ref = f"{mapping['zone']}{row['id']}"
        yield EventDraft(row["what"], date, citations=cited, import_ref=ref, origin=Origin(row=number), findings=odd)


@pytest.fixture(autouse=True)
def plain_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def survey(batch: ImportBatch) -> None:
        batch.mapping = {"zone": "UTC"}
        batch.survey = {"columns": [{"path": path} for path in ("id", "what", "when", "where")]}
        batch.save(update_fields=["mapping", "survey"])

    def lines(batch: ImportBatch, file: BinaryIO) -> Iterator[str]:
        return wire.lines(drafts(file, batch.mapping))

    monkeypatch.setattr(reading, "drafts_of", lines)
    monkeypatch.setattr("incidents.management.commands.import_events.survey_file", survey)


@pytest.fixture
def command(incident: Incident, tmp_path: Path) -> Command:
    def run(text: str | None = GOOD, **options: Any) -> str:
        out = StringIO()
        arguments = []
        if text is not None:
            path = tmp_path / "cranes.csv"
            path.write_text(text)
            arguments = [str(path)]
            options.setdefault("incident", incident.slug)
        call_command("import_events", *arguments, stdout=out, **options)
        return out.getvalue()

    return run


def test_a_file_becomes_proposals(command: Command, incident: Incident) -> None:
    out = command()
    assert "cranes.csv, csv" in out
    assert "2 records: 2 new." in out
    assert out.endswith("Done: 2 new.\n")
    assert list(Event.objects.in_incident(incident).values_list("state", flat=True)) == ["proposed"] * 2
    assert not ImportChunk.objects.exists()
    assert command().endswith("Done: 2 already there.\n")


def test_a_dry_run_says_what_it_would_come_to_and_can_be_gone_on_with(command: Command) -> None:
    make_event("crane 2  fell", date="2023-05-02")
    out = command(dry_run=True)
    assert "1 record (line 2): A first is no event and is left out." in out
    assert "--choose no-event=month" in out
    assert "1 record (line 3): “crane 2  fell” on the same day is there already." in out
    assert Event.objects.count() == 1
    batch = ImportBatch.objects.get()
    assert f"--resume {batch.pk}" in out
    out = command(None, resume=batch.pk, mode="drafts", choose=["no-event=month", "same-as-event=merge"])
    assert out.endswith("Done: 1 new, 1 merged.\n")
    assert str(Event.objects.get(state="draft", import_ref__gt="").date) == "2023-05"


def test_a_file_without_records_offers_nothing_to_go_on_with(command: Command) -> None:
    out = command(GOOD.partition("\n")[0], dry_run=True)
    assert out.endswith("The file holds no records.\nNothing was imported.\n")
    assert command(GOOD.partition("\n")[0]).endswith("The file holds no records.\nDone: no records.\n")


def test_published_needs_a_source(command: Command) -> None:
    command(mode="published")
    assert dict(Event.objects.values_list("headline", "state")) == {
        "Crane 1 stood still": "published",
        "Crane 2 fell": "draft",
    }


def test_refused_rows_are_named_and_end_with_3(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        command(GOOD + "3,,2023-05-03,\n")
    assert end.value.code == 3
    assert Event.objects.count() == 2


def test_what_a_second_file_would_change_is_shown(command: Command) -> None:
    command()
    out = command(GOOD.replace("Crane 2 fell", "Crane 2 was felled"), dry_run=True)
    assert "1 updated, 1 already there" in out
    assert "line 3 would change: headline: Crane 2 fell → Crane 2 was felled" in out


def test_mappings_come_from_a_file_or_by_name(command: Command, tmp_path: Path) -> None:
    fields = {"headline": ["what"], "place": "Whera", "quote": "said"}
    (tmp_path / "m.json").write_text(json.dumps({"zone": "Europe/Paris", "fields": fields}))
    out = command(mapping=str(tmp_path / "m.json"), save_mapping="cranes")
    assert "“Whera” (place; is it “where”?), “said” (quote). The others are set by it. The file has: id, what" in out
    kept = ImportMapping.objects.get().mapping
    assert (kept["zone"], kept["fields"]) == ("Europe/Paris", {"headline": ["what"]})
    assert command(mapping="cranes").endswith("Done: 2 already there.\n")
    with pytest.raises(CommandError, match=r"no saved mapping. Saved are: cranes"):
        command(mapping="ships")
    (tmp_path / "m.json").write_text(json.dumps({"fields": {"place": ["port"]}}))
    with pytest.raises(CommandError, match=r"has none of the columns of the mapping .*: “port” \(place\)\. It has: id"):
        command(mapping=str(tmp_path / "m.json"))
    assert not ImportBatch.objects.exclude(state="done").exists()


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"incident": "nowhere"}, "there is no incident 'nowhere'"),
        ({"text": ""}, "empty"),
        ({"text": GOOD + "\0"}, "It holds NUL"),
        ({"text": None}, "Give a file"),
        ({"text": None, "resume": 99}, "there is no import 99"),
        ({"choose": ["no-event=shred"]}, "no action “shred”"),
        ({"format": "papyrus"}, "papyrus"),
    ],
)
def test_what_cannot_be_done_is_said(command: Command, options: dict[str, Any], reason: str) -> None:
    with pytest.raises(CommandError, match=reason):
        command(**options)
    assert not Event.objects.exists()


def test_an_import_that_is_done_is_not_resumed(command: Command) -> None:
    command()
    with pytest.raises(CommandError, match="is done"):
        command(None, resume=ImportBatch.objects.get().pk)
