"""“Import a file” on the desk: every step by plain forms, the work by POST alone."""

from __future__ import annotations

from typing import Any, BinaryIO

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html

from incidents.admin import files
from incidents.formats.base import FormatError
from incidents.importing import checking, reading, telling
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
        batch.mapping = {"zone": "UTC", "fields": {"headline": ["what"]}}
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


def work(desk: Client, batch: ImportBatch) -> str:
    """Let the work be done as a page without scripts has it done, and return what that page says meanwhile."""
    return desk.post(address(batch, "work")).getvalue().decode()


def page_of(desk: Client, batch: ImportBatch) -> str:
    return desk.get(address(batch)).content.decode()


def checked(desk: Client, incident: Incident, text: str = GOOD) -> ImportBatch:
    batch = uploaded(desk, incident, text)
    desk.post(address(batch), {"column_0": "headline", "column_1": "date"})
    batch.refresh_from_db()
    return batch


def put_in(desk: Client, incident: Incident, mode: str = "proposed", text: str = GOOD) -> ImportBatch:
    batch = checked(desk, incident, text)
    desk.post(address(batch), {"mode": mode})
    work(desk, batch)
    batch.refresh_from_db()
    return batch


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
    assert "This import is done now." in work(admin_client, batch)
    page = admin_client.get(address(batch)).content.decode()
    assert "1 new, 1 merged." in page
    assert str(Event.objects.get(import_ref__gt="").date) == "2023-05"


def test_the_page_polls_and_reloads_when_it_is_done(admin_client: Client, incident: Incident) -> None:
    batch = uploaded(admin_client, incident)
    admin_client.post(address(batch), {"column_0": "headline"})
    admin_client.post(address(batch), {"mode": "proposed"})
    page = admin_client.get(address(batch))
    assert 'hx-trigger="load' in page.content.decode()
    htmx = {"HX-Request": "true"}
    assert "0 of 2 records are in." in admin_client.get(address(batch, "work"), headers=htmx).content.decode()
    # A page that is behind has been overtaken by another window: it watches, and does not do the same once more.
    response = admin_client.post(address(batch, "work"), {"mark": "applying-2-1-0-0"}, headers=htmx)
    assert "Another window" in response.content.decode()
    assert Event.objects.count() == 0
    response = admin_client.post(address(batch, "work"), {"mark": page.context["mark"]}, headers=htmx)
    assert (response.status_code, response["HX-Refresh"]) == (204, "true")
    assert Event.objects.count() == 2


def test_two_windows_do_not_take_a_check_from_each_other(admin_client: Client, incident: Incident) -> None:
    batch = checked(admin_client, incident)
    next(checking.check_steps(batch))
    htmx, mark = {"HX-Request": "true"}, page_of(admin_client, batch).split('name="mark" value="')[1].split('"')[0]
    response = admin_client.post(address(batch, "work"), {"mark": mark}, headers=htmx)
    assert "Another window" in response.content.decode()
    assert "is checking it just now" in work(admin_client, batch)
    ImportBatch.objects.update(tally={"run": "killed", "at": 1})
    assert "This import is checked now." in work(admin_client, batch)


def test_a_page_whose_session_has_ended_asks_to_sign_in(admin_client: Client, incident: Incident) -> None:
    batch = checked(admin_client, incident)
    admin_client.post(address(batch), {"mode": "proposed"})
    admin_client.logout()
    response = admin_client.post(address(batch, "work"), headers={"HX-Request": "true"})
    assert (response.status_code, response["HX-Refresh"]) == (204, "true")  # not a form to sign in, within the page
    response = admin_client.post(address(batch, "work"), follow=True)
    assert response.redirect_chain[-1][0].startswith("/admin/login/?next=")
    assert not Event.objects.exists()


def test_pause_stop_and_go_on(admin_client: Client, incident: Incident) -> None:
    batch = uploaded(admin_client, incident)
    admin_client.post(address(batch), {})
    admin_client.post(address(batch), {"mode": "proposed"})
    admin_client.post(address(batch), {"verb": "pause"})
    admin_client.post(address(batch, "work"))
    assert not Event.objects.exists()
    assert "Go on" in admin_client.get(address(batch)).content.decode()
    admin_client.post(address(batch), {"verb": "go-on"})
    work(admin_client, batch)
    assert Event.objects.count() == 2
    response = admin_client.post(address(batch), {"verb": "pause"}, follow=True)
    assert "done" in messages_of(response)


def test_what_was_given_up_goes_in_only_by_its_check(admin_client: Client, incident: Incident) -> None:
    batch = uploaded(admin_client, incident)
    admin_client.post(address(batch), {"verb": "stop"})
    assert "given up before it was checked" in page_of(admin_client, batch)
    response = admin_client.post(address(batch), {"verb": "go-on"}, follow=True)
    assert "Give the file again" in messages_of(response)
    batch = checked(admin_client, incident)
    admin_client.post(address(batch), {"verb": "stop"})
    assert "Back to the check" in page_of(admin_client, batch)
    admin_client.post(address(batch), {"verb": "go-on"})
    page = page_of(admin_client, batch)
    assert "What it would come to" in page
    assert "Back to its columns" not in page  # the file is gone
    assert "Give it again" in messages_of(admin_client.post(address(batch), {"verb": "remap"}, follow=True))
    assert not Event.objects.exists()


def test_what_an_import_made_is_taken_back_but_not_what_somebody_changed(
    admin_client: Client, incident: Incident
) -> None:
    batch = put_in(admin_client, incident, text=GOOD + "3,Crane 3 stood,2023-05-04,\n")
    changed, dismissed, _left = Event.objects.order_by("date")
    changed.place = "Berth 4"
    changed.save()
    dismissed.dismiss(by=None)
    assert "1 proposal or draft is as this import made it." in page_of(admin_client, batch)
    asked = admin_client.get(address(batch, "take_back")).content.decode()
    assert "1 proposal or draft that this import made is deleted" in asked
    assert "2 stay" in asked
    admin_client.post(address(batch, "take_back")).getvalue()
    assert set(Event.objects.all()) == {changed, dismissed}
    assert "2 new, 1 left out." in page_of(admin_client, batch)
    response = admin_client.get(address(batch, "take_back"), follow=True)
    assert "nothing to take back" in messages_of(response)
    again = checked(admin_client, incident, GOOD + "3,Crane 3 stood,2023-05-04,\n")
    assert again.tally["planned"] == {"created": 1, "dismissed": 1, "unchanged": 1}


def test_what_is_public_is_not_taken_back(admin_client: Client, incident: Incident) -> None:
    batch = put_in(admin_client, incident, "published")
    assert Event.objects.published().count() == 1
    admin_client.post(address(batch, "take_back")).getvalue()
    assert Event.objects.get() == Event.objects.published().get()  # the draft is gone


def test_all_records_of_a_finding_are_listed(
    admin_client: Client, incident: Incident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ON_A_PAGE", 1)
    make_event("crane 1 stood  still", date="2023-05-01")
    make_event("crane 2 fell", date="2023-05-02")
    batch = checked(admin_client, incident)
    there = address(batch, "records")
    assert f"{there}?finding=same-as-event" in page_of(admin_client, batch)
    first = admin_client.get(f"{there}?finding=same-as-event").content.decode()
    assert "line 2" in first
    assert "line 3" not in first
    assert "line 3" in admin_client.get(f"{there}?finding=same-as-event&page=2").content.decode()
    for query in ("finding=", "finding=%00", "which=changed", "which=refused&page=99", "page=x"):
        assert admin_client.get(f"{there}?{query}").status_code == 200, query


def test_an_import_that_went_with_its_incident_is_said_to_be_gone(admin_client: Client, incident: Incident) -> None:
    batch = uploaded(admin_client, incident)
    incident.delete()
    for name in ("batch", "work", "records", "take_back"):
        assert "went with its incident" in messages_of(admin_client.post(address(batch, name), follow=True)), name


def test_who_may_not_publish_is_not_offered_it(client: Client, django_user_model: Any, incident: Incident) -> None:
    user = django_user_model.objects.create_user("importer", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=("add_source", "add_event", "view_event")))
    client.force_login(user)
    batch = checked(client, incident)
    assert 'value="published"' not in page_of(client, batch)
    response = client.post(address(batch), {"mode": "published"})
    assert response.status_code == 422
    assert "published is not one of the available choices" in response.content.decode()
    batch.refresh_from_db()
    assert batch.state == "staged"
    assert client.get(address(batch, "take_back")).status_code == 403


def test_publishing_into_what_readers_do_not_see_is_said(admin_client: Client, incident: Incident) -> None:
    assert "at its own address" not in page_of(admin_client, checked(admin_client, incident))
    incident.state, incident.withdrawn_reason = "withdrawn", "It named the wrong port."
    incident.save()
    page = page_of(admin_client, checked(admin_client, incident))
    assert "is withdrawn: its timeline stays off the site. What is published into it is public at once" in page


def test_a_file_of_which_nothing_goes_in_cannot_be_put_in(admin_client: Client, incident: Incident) -> None:
    page = page_of(admin_client, checked(admin_client, incident, "id,what,when,where\n"))
    assert "no record that could go in" in page
    assert "no records." not in page  # which would say it twice
    assert "Put them in" not in page
    page = page_of(admin_client, checked(admin_client, incident, "id,what,when,where\n3,,2023-05-04,\n"))
    assert "Nothing of it could go in" in page
    assert "Put them in" not in page


# --- Mappings --------------------------------------------------------------------------------------------------------


def saved(fields: dict[str, list[str]]) -> ImportMapping:
    return ImportMapping.objects.create(name="cranes", format="csv", mapping={"version": 1, "fields": fields})


@pytest.mark.parametrize(
    ("fields", "taken", "told"),
    [
        ({"headline": ["what"], "date": ["when"]}, {"headline": ["what"], "date": ["when"]}, ""),
        (
            {"date": ["when"], "place": ["where"]},
            {"date": ["when"]},
            "lacks columns of the mapping “cranes”: “where” (place). The others are set by it. The file has: what",
        ),
        ({"place": ["where"]}, {"headline": ["what"]}, "none of the columns of the mapping “cranes”: “where” (place)"),
    ],
)
def test_a_saved_mapping_is_taken_as_far_as_the_file_has_its_columns(
    admin_client: Client, incident: Incident, fields: Any, taken: Any, told: str
) -> None:
    file = SimpleUploadedFile("cranes.csv", GOOD.encode())
    sent = {"incident": incident.pk, "file": file, "format": "csv", "mapping": saved(fields).pk}
    response = admin_client.post(START, sent, follow=True)
    assert ImportBatch.objects.get().mapping["fields"] == taken
    assert told in messages_of(response)
    assert bool(told) == bool(messages_of(response))


def test_values_for_all_records_and_what_divides_several_are_given_and_kept(
    admin_client: Client, incident: Incident
) -> None:
    batch = uploaded(admin_client, incident)
    assert '<details class="for-all">' in page_of(admin_client, batch)
    assert 'name="all_incident"' not in page_of(admin_client, batch)  # one was chosen
    sent = {"column_0": "headline", "column_1": "date", "separator": " and ", "all_kind": "disclosed"}
    sent |= {"all_source_publisher": "Example  Paper ", "all_language": "German"}
    response = admin_client.post(address(batch), sent)
    page = response.content.decode()
    assert (response.status_code, "no code of a language" in page, 'class="for-all" open' in page) == (422, True, True)
    admin_client.post(address(batch), sent | {"all_language": "de"})
    batch.refresh_from_db()
    assert batch.mapping["constants"] == {"kind": "disclosed", "language": "de", "source_publisher": "Example Paper"}
    assert (batch.mapping["separator"], batch.state) == (" and ", "staged")
    admin_client.post(address(batch), {"verb": "remap"})
    assert 'value="Example Paper"' in page_of(admin_client, batch)
    admin_client.post(address(batch), {"column_0": "headline", "separator": " "})
    batch.refresh_from_db()
    assert (batch.mapping["constants"], batch.mapping["separator"]) == ({}, "")


def test_a_saved_mapping_is_replaced_only_where_that_is_said(admin_client: Client, incident: Incident) -> None:
    kept = saved({"place": ["where"]})
    batch = uploaded(admin_client, incident)
    sent = {"column_0": "headline", "column_1": "date", "save_as": "cranes"}
    response = admin_client.post(address(batch), sent)
    assert response.status_code == 422
    assert "There is a mapping “cranes” already" in response.content.decode()
    kept.refresh_from_db()
    assert kept.mapping["fields"] == {"place": ["where"]}
    response = admin_client.post(address(batch), sent | {"replace": "on", "order": "day-first"}, follow=True)
    assert "kept as “cranes”" in messages_of(response)
    kept.refresh_from_db()
    assert kept.mapping["fields"] == {"headline": ["what"], "date": ["when"]}
    assert kept.mapping["order"] == "day-first"


def test_a_zone_that_is_none_is_said_where_it_stands(admin_client: Client, incident: Incident) -> None:
    batch = uploaded(admin_client, incident)
    response = admin_client.post(address(batch), {"column_0": "headline", "zone": "Mars/Olympus"})
    assert response.status_code == 422
    assert "no time zone that is known" in response.content.decode()


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


def test_why_a_file_cannot_be_read_is_said_in_the_language_of_the_desk(
    admin_client: Client, incident: Incident, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(batch: ImportBatch, file: BinaryIO) -> Any:
        raise FormatError("%(name)s breaks off.", name=batch.name)

    batch = uploaded(admin_client, incident)
    monkeypatch.setattr(reading, "drafts_of", broken)
    admin_client.post(address(batch), {"column_0": "headline", "column_1": "date"})
    batch.refresh_from_db()
    assert (batch.state, batch.message) == ("failed", "cranes.csv breaks off.")
    monkeypatch.setattr(telling, "_", lambda words: words.replace("breaks off", "bricht ab"))
    assert "cranes.csv bricht ab." in page_of(admin_client, batch)
    admin_client.post(address(batch), {"verb": "stop"})
    assert "cranes.csv bricht ab." in page_of(admin_client, batch)


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


def test_what_a_file_says_otherwise_is_told_in_words_and_many_columns_in_one_sentence(
    admin_client: Client, incident: Incident
) -> None:
    put_in(admin_client, incident)
    batch = checked(admin_client, incident, GOOD.replace("02,", "02,https://a.example/2"))
    line = " ".join(html.fromstring(page_of(admin_client, batch)).xpath("//li[.//ins]")[0].text_content().split())
    assert line == "line 3 Crane 2 fell – sources: – → https://a.example/2"
    batch.findings = [{"code": "unknown-column", "column": f"c{n}"} for n in range(400)]
    batch.findings.append({"code": "above-header", "value": "Our log"})
    above, columns = telling.file_findings(batch)
    assert above.endswith("belongs to no record. “Our log”")
    assert columns.startswith("400 columns are no fields of ours; their values are kept beside the event: c0, c1, ")
    assert len(columns) < 250
