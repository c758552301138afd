"""Rows of one file into several incidents: those that it names, there already or made with them."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client

from incidents.importing import places
from incidents.models import Event, ImportBatch, Incident, Membership

from .cast import make_incident

pytestmark = pytest.mark.django_db
ROWS = """incident,date,headline,source_url
outage-at-the-port,2023-09-19,The port is still,https://a.example/1
Outage at the Port,2023-09-20,The port moves,https://a.example/2
Strike of the pilots,2023-09-21,Pilots strike,https://a.example/3
,2023-09-22,Nobody knows where,https://a.example/4
"""
Command = Callable[..., str]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    def call(text: str, *arguments: str, name: str = "rows.csv") -> str:
        file, out = tmp_path / name, StringIO()
        file.write_text(text)
        try:
            call_command("import_events", str(file), *arguments, stdout=out)
        except SystemExit as error:
            out.write(f"ended with {error.code}")
        return out.getvalue()

    return call


def belonging() -> set[tuple[str, str]]:
    return set(Membership.objects.values_list("incident__slug", "event__headline"))


def test_rows_go_where_they_say(command: Command, incident: Incident):
    said = command(ROWS)
    assert belonging() == {
        ("outage-at-the-port", "The port is still"),
        ("outage-at-the-port", "The port moves"),
        ("strike-of-the-pilots", "Pilots strike"),
    }
    made = Incident.objects.get(slug="strike-of-the-pilots")
    assert (made.title, made.state) == ("Strike of the pilots", "draft")
    assert "An incident that is not there is made with the records: Strike of the pilots." in said
    assert "There is no incident “Strike of the pilots”; it is made." in said
    assert "--choose new-incident=leave-out" in said
    assert "names no incident, and none was chosen for all" in said
    assert said.endswith("ended with 3")


def test_dry_run_makes_no_incident(command: Command, incident: Incident):
    command(ROWS, "--dry-run")
    assert Incident.objects.count() == 1


def test_new_incidents_can_be_left_out(command: Command, incident: Incident):
    command(ROWS, "--choose", "new-incident=leave-out")
    assert Incident.objects.get() == incident
    assert Event.objects.count() == 2


def test_a_second_time_changes_nothing(command: Command, incident: Incident):
    command(ROWS)
    said = command(ROWS)
    assert "3 already there" in said
    assert (Event.objects.count(), Incident.objects.count()) == (3, 2)


def test_chosen_incident_takes_all_and_says_so(command: Command, incident: Incident):
    other = make_incident(slug="other")
    said = command(ROWS, "--incident", "other")
    assert {slug for slug, _headline in belonging()} == {other.slug}
    assert Event.objects.count() == 4
    assert "names incidents of its own" in said


def test_published_rows_make_public_incidents(command: Command, incident: Incident):
    command(ROWS, "--as", "published")
    assert Incident.objects.get(slug="strike-of-the-pilots").state == "published"
    assert Incident.objects.get(slug="strike-of-the-pilots").told == 1


def test_file_that_names_none_needs_one(command: Command, incident: Incident):
    with pytest.raises(CommandError, match="no record of the file names an incident.*outage-at-the-port"):
        command("date,headline\n2023,Something\n")
    assert not ImportBatch.objects.exists()


def test_event_in_several_and_its_old_address(command: Command, incident: Incident):
    incident.slug = "port"
    incident.save()
    make_incident("B", slug="b")
    command('incident,date,headline\n"outage-at-the-port\nb",2023,Both\n')
    assert belonging() == {("port", "Both"), ("b", "Both")}


def test_file_that_tells_of_one_incident_goes_into_that(command: Command):
    slides = (
        '{"title": {"text": {"headline": "A fire", "text": "It burned."}}, "events": '
        '[{"start_date": {"year": "2020"}, "text": {"headline": "Begins"}}]}'
    )
    command(slides, name="fire.json")
    assert belonging() == {("a-fire", "Begins")}
    assert Incident.objects.get().summary == "It burned."


def test_column_of_too_many_names_is_none_of_incidents(
    command: Command, incident: Incident, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("incidents.importing.checking.MOST_NEW", 1)
    rows = "incident,date,headline\n" + "".join(f"Matter {n},2023,Row {n}\n" for n in range(3))
    with pytest.raises(CommandError, match="more new incidents"):
        command(rows)
    assert Incident.objects.get() == incident
    assert places.MOST_NEW > 1


def worked(desk: Client, batch: ImportBatch, page: str) -> None:
    """Have the desk do the work of an import until an editor is asked again."""
    batch.refresh_from_db()
    if batch.state in ("staging", "checking", "applying"):
        assert desk.post(f"{page}step/").getvalue()
        batch.refresh_from_db()
    assert batch.state not in ("staging", "checking", "applying")


def test_desk_asks_for_none(desk: Client, incident: Incident):
    start = "/admin/incidents/importbatch/import-file/"
    file = SimpleUploadedFile("rows.csv", ROWS.encode())
    response = desk.post(start, {"incident": "", "file": file, "format": "csv"})
    batch = ImportBatch.objects.get()
    assert response["Location"].endswith(f"/import-file/{batch.pk}/")
    page = f"{start}{batch.pk}/"
    sent = {f"column_{n}": field for n, field in enumerate(("incident", "date", "headline", "source_url"))}
    desk.post(page, sent)
    worked(desk, batch, page)
    checked = desk.get(page).content.decode()
    assert "the incidents that it names" in checked
    assert "There is no incident “Strike of the pilots”; it is made." in checked
    desk.post(page, {"mode": "proposed"})
    worked(desk, batch, page)
    assert "at most 12 MB here" in desk.get(start).content.decode()
    assert len(belonging()) == 3
    assert desk.get("/admin/incidents/importbatch/").status_code == 200


# --- Two tables with the same ids -------------------------------------------------------------------------------------

ONE = "id,date,headline,source_url\n1,2020-01-01,A crane falls,https://a.example/1\n2,2020-02-02,A ship sinks,\n"
OTHER = "id,date,headline,source_url\n1,2021-05-05,Pilots strike,https://b.example/1\n2,2021-06-06,Quay 4 burns,\n"


def test_tables_with_the_same_ids_stand_beside_each_other(command: Command, incident: Incident):
    into = ("--incident", incident.slug)
    command(ONE, *into, name="one.csv")
    said = command(OTHER, *into, name="other.csv")
    assert "Another record, “A crane falls”, was imported with this id" in said
    assert "2 new" in said
    assert Event.objects.count() == 4
    assert "2 already there" in command(OTHER, *into, name="renamed.csv")
    assert "2 already there" in command(ONE, *into, name="one again.csv")
    third = OTHER.replace("2021-05-05,Pilots strike", "2022-05-05,Cranes are painted").replace("b.example", "c.example")
    assert "1 new, 1 already there" in command(third, *into)
    assert "2 already there" in command(third, *into)
    assert Event.objects.count() == 5


def test_record_with_a_common_word_date_or_source_is_the_same(command: Command, incident: Incident):
    into = ("--incident", incident.slug)
    command(ONE, *into)
    for before, after in (("A crane falls", "Collapse"), ("2020-01-01", "2020-01-03"), ("a.example/1", "b.example/1")):
        assert "1 updated" in command(ONE.replace(before, after), *into), after
    assert Event.objects.count() == 2
