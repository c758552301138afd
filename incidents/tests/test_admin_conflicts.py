"""Two editors at the same incident, source, entity or tag: the second one is shown both versions."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from incidents.models import Capture, EntityAlias, Incident, Membership, SiteVersion, Tag
from incidents.tests.cast import (
    give_role,
    make_capture,
    make_entity,
    make_incident,
    make_published,
    make_source,
)
from incidents.tests.desk import form_data

pytestmark = pytest.mark.django_db


def a_timeline() -> Incident:
    incident = make_incident("First", published=True)
    make_published("It happens", incident=incident)
    return incident


def a_source() -> Any:
    source = make_source("First")
    make_capture(source, "Words that were read.")
    make_published("It happens", source=source)
    return source


def an_entity() -> Any:
    entity = make_entity("First")
    EntityAlias.objects.create(entity=entity, name="1st")
    give_role(make_published("It happens"), entity)
    return entity


def a_tag() -> Tag:
    return Tag.objects.get(pk=make_published("It happens", tags=["first"]).tags.get().pk)


KINDS = pytest.mark.parametrize(
    ("make", "name", "label"),
    [
        pytest.param(a_timeline, "title", "Title", id="incident"),
        pytest.param(a_source, "title", "Title", id="source"),
        pytest.param(an_entity, "name", "Name", id="entity"),
        pytest.param(a_tag, "name", "Name", id="tag"),
    ],
)


def page_of(row: Any) -> str:
    return reverse(f"admin:incidents_{row._meta.model_name}_change", args=[row.pk])


def save(client: Client, row: Any, **changes: str) -> Any:
    return client.post(page_of(row), form_data(client, page_of(row)) | changes | {"_save": "1"})


@KINDS
def test_second_editor_sees_both_versions_and_chooses(
    desk: Client, other_desk: Client, make: Any, name: str, label: str
) -> None:
    row = make()
    mine = form_data(desk, page_of(row)) | {name: "Mine", "_save": "1"}
    assert save(other_desk, row, **{name: "Theirs"}).status_code == 302
    page = desk.post(page_of(row), mine)
    assert page.status_code == 409
    [found] = page.context["differences"]
    assert (found.label, found.stored, found.typed, found.by) == (label, "Theirs", "Mine", "second-editor")
    shown = page.content.decode()
    assert "second-editor saved" in shown
    assert "keeping yours is public at once" in shown
    row.refresh_from_db()
    assert getattr(row, name) == "Theirs"
    again = dict(page.context["fields"])
    edited_on = desk.post(page_of(row), again | {"_edit_on": "1"})
    assert (edited_on.status_code, 'value="Mine"' in edited_on.content.decode()) == (200, True)
    assert desk.post(page_of(row), again | {"_save": "1"}).status_code == 302
    row.refresh_from_db()
    assert getattr(row, name) == "Mine"


@KINDS
@pytest.mark.parametrize("revision", ["", "x", "9" * 30])
def test_save_without_a_true_revision_is_a_conflict(
    desk: Client, make: Any, name: str, label: str, revision: str
) -> None:
    row = make()
    assert save(desk, row, **{name: "Mine", "revision": revision}).status_code == 409


@KINDS
def test_saving_twice_in_a_row_is_none(desk: Client, make: Any, name: str, label: str) -> None:
    row = make()
    for text in ("One", "Two"):
        assert save(desk, row, **{name: text}).status_code == 302


def test_change_that_slips_in_after_the_form_was_checked_is_a_conflict(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from incidents.admin import revisions

    def slip_in(row: Any, seen: int | None) -> None:
        Tag.objects.get(pk=row.pk).save()
        claim(row, seen)

    claim = revisions.claim
    monkeypatch.setattr(revisions, "claim", slip_in)
    tag = a_tag()
    assert save(desk, tag, name="Mine").status_code == 409
    assert Tag.objects.get(pk=tag.pk).name == "first"


def test_another_name_that_was_changed_meanwhile_is_a_conflict(desk: Client, other_desk: Client) -> None:
    entity = an_entity()
    mine = form_data(desk, page_of(entity)) | {"description": "Mine", "_save": "1"}
    version = SiteVersion.current()
    assert save(other_desk, entity, **{"aliases-0-name": "Premier"}).status_code == 302
    assert SiteVersion.current() > version  # readers see it
    page = desk.post(page_of(entity), mine)
    assert (page.status_code, "second-editor saved" in page.content.decode()) == (409, True)
    assert any("1st" in row.typed for row in page.context["differences"])
    assert EntityAlias.objects.get().name == "Premier"
    assert save(other_desk, entity, **{"aliases-0-DELETE": "on"}).status_code == 302
    page = desk.post(page_of(entity), dict(page.context["fields"]) | {"_save": "1"})
    assert any("removed since you loaded it" in row.stored for row in page.context["differences"])


def test_archived_address_that_was_changed_meanwhile_is_a_conflict(desk: Client, other_desk: Client) -> None:
    source = a_source()
    mine = form_data(desk, page_of(source)) | {"publisher": "Mine", "_save": "1"}
    archived = {"captures-0-archived_url": "https://archive.example/1"}
    assert save(other_desk, source, **archived).status_code == 302
    page = desk.post(page_of(source), mine)
    assert page.status_code == 409
    assert any("https://archive.example/1" in row.stored for row in page.context["differences"])
    assert Capture.objects.get().archived_url == "https://archive.example/1"


def test_role_on_a_timeline_is_not_saved_over_and_a_further_event_is_in_nobodys_way(
    desk: Client, other_desk: Client
) -> None:
    incident = a_timeline()
    mine = form_data(desk, page_of(incident)) | {"title": "Mine", "_save": "1"}
    make_published("It happens again", incident=incident)
    assert desk.post(page_of(incident), mine).status_code == 302
    mine = form_data(desk, page_of(incident)) | {"title": "Mine again", "_save": "1"}
    assert save(other_desk, incident, **{"memberships-0-role": "background"}).status_code == 302
    assert desk.post(page_of(incident), mine).status_code == 409
    assert Membership.objects.filter(role="background").count() == 1
