"""“Import a file” on the desk: every step by plain forms, the work by POST alone."""

from __future__ import annotations

from typing import Any, BinaryIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from incidents.admin import files
from incidents.importing import reading
from incidents.models import Event, ImportBatch, ImportMapping, Incident

from .cast import make_event
from .desk import messages_of
from .test_command_import_events import GOOD, drafts

pytestmark = pytest.mark.django_db
START = "/admin/incidents/importbatch/import-file/"


@pytest.fixture(autouse=True)
def plain_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    from incidents.formats import wire

    def survey(batch: ImportBatch) -> None:
        batch.survey = {"columns": [{"path": "what", "samples": ["Crane 1 <b>stood</b>"]}, {"path": "when"}]}
        batch.mapping = {"zone": "x", "fields": {"headline": ["what"]}}
        batch.save(update_fields=["survey", "mapping"])

    def lines(batch: ImportBatch, file: BinaryIO) -> Any:
        return wire.lines(drafts(file, batch.mapping))

    monkeypatch.setattr(reading, "drafts_of", lines)
    monkeypatch.setattr(files, "survey_file", survey)


def uploaded(desk: Client, incident: Incident, text: str = GOOD) -> ImportBatch:
    file = SimpleUploadedFile("cranes.csv", text.encode())
    response = desk.post(START, {"incident": incident.pk, "file": file, "format": "csv"})
    assert response.status_code == 302, response.context["form"].errors
    return ImportBatch.objects.latest("pk")


def address(batch: ImportBatch, name: str = "batch") -> str:
    return reverse(f"admin:incidents_import_{name}", args=[batch.pk])


def test_a_file_goes_in_step_by_step(admin_client: Client, incident: Incident) -> None:
    make_event("crane 2  fell", date="2023-05-02")
    assert admin_client.get(START).status_code == 200
    batch = uploaded(admin_client, incident)
    page = admin_client.get(address(batch)).content.decode()
    assert "Crane 1 &lt;b&gt;stood&lt;/b&gt;" in page
    assert '<option value="headline" selected>' in page
    admin_client.post(address(batch), {"column_0": "headline", "column_1": "date", "save_as": "cranes"})
    assert ImportMapping.objects.get().mapping["fields"] == {"headline": ["what"], "date": ["when"]}
    page = admin_client.get(address(batch)).content.decode()
    assert "2 new." in page
    assert "is there already" in page
    assert Event.objects.count() == 1
    admin_client.post(address(batch), {"mode": "draft", "choice-same-as-event": "merge", "choice-no-event": "month"})
    page = admin_client.get(address(batch)).content.decode()
    assert "0 of 2 records are in." in page
    assert Event.objects.count() == 1  # a GET does no work
    admin_client.post(address(batch, "work"))
    page = admin_client.get(address(batch)).content.decode()
    assert "1 new, 1 merged." in page
    assert str(Event.objects.get(import_ref__gt="").date) == "2023-05"


def test_the_page_polls_and_reloads_when_it_is_done(admin_client: Client, incident: Incident) -> None:
    batch = uploaded(admin_client, incident)
    admin_client.post(address(batch), {"column_0": "headline"})
    admin_client.post(address(batch), {"mode": "proposed"})
    assert 'hx-trigger="load' in admin_client.get(address(batch)).content.decode()
    response = admin_client.post(address(batch, "work"), headers={"HX-Request": "true"})
    assert (response.status_code, response["HX-Refresh"]) == (204, "true")


def test_pause_stop_and_go_on(admin_client: Client, incident: Incident) -> None:
    batch = uploaded(admin_client, incident)
    admin_client.post(address(batch), {})
    admin_client.post(address(batch), {"mode": "proposed"})
    admin_client.post(address(batch), {"verb": "pause"})
    admin_client.post(address(batch, "work"))
    assert not Event.objects.exists()
    assert "Go on" in admin_client.get(address(batch)).content.decode()
    admin_client.post(address(batch), {"verb": "go-on"})
    admin_client.post(address(batch, "work"))
    assert Event.objects.count() == 2
    response = admin_client.post(address(batch), {"verb": "pause"}, follow=True)
    assert "done" in messages_of(response)


def test_its_columns_can_be_corrected_after_the_check(admin_client: Client, incident: Incident) -> None:
    batch = uploaded(admin_client, incident)
    admin_client.post(address(batch), {"column_0": "headline"})
    admin_client.post(address(batch), {"verb": "remap"})
    assert "It holds" in admin_client.get(address(batch)).content.decode()
    admin_client.post(address(batch), {"column_0": "headline", "column_1": "date"})
    batch.refresh_from_db()
    assert (batch.state, batch.total, batch.rows.count()) == ("staged", 2, 2)


def test_what_cannot_be_read_is_said_and_leaves_nothing(admin_client: Client, incident: Incident) -> None:
    file = SimpleUploadedFile("cranes.csv", b"%PDF-1.4 nothing")
    response = admin_client.post(START, {"incident": incident.pk, "file": file})
    assert response.status_code == 422
    assert "PDF" in response.content.decode()
    assert not ImportBatch.objects.exists()


def test_who_may_not_import_is_kept_out(client: Client, django_user_model: Any, incident: Incident) -> None:
    client.force_login(django_user_model.objects.create_user("looker", is_staff=True))
    assert client.get(START).status_code == 403
    assert client.post(START, {}).status_code == 403


def test_what_no_field_holds_is_shown_on_the_desk(admin_client: Client) -> None:
    plain = make_event()
    event = make_event(extra={"severity": "<b>high</b>"})
    page = admin_client.get(f"/admin/incidents/event/{event.pk}/change/").content.decode()
    assert '<dt dir="auto">severity</dt><dd dir="auto">&lt;b&gt;high&lt;/b&gt;</dd>' in page
    assert (
        "From the imported file" not in admin_client.get(f"/admin/incidents/event/{plain.pk}/change/").content.decode()
    )
