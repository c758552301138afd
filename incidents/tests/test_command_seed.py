"""`manage.py seed`: a timeline of made-up events, as many as are wanted, each once, and never by mistake."""

from __future__ import annotations

from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from incidents.languages import codes
from incidents.management.harbour import entry
from incidents.management.harbour.log import PAIR, is_silent
from incidents.models import (
    Citation,
    Entity,
    Event,
    EventVersion,
    Incident,
    Link,
    Membership,
    Quote,
    SearchDocument,
    Source,
    Tag,
)
from incidents.temporal.edtf import EDTF

from .cast import make_event, make_incident

EVENTS = 2 * PAIR + 1
PLACE = "lantern-harbour"


def seed(*options: str) -> str:
    out = StringIO()
    call_command("seed", *options, stdout=out)
    return out.getvalue()


# --- The log --------------------------------------------------------------------------------------------------------


def test_the_same_number_tells_the_same():
    assert [entry(1, number) for number in range(50)] == [entry(1, number) for number in range(50)]
    assert [entry(1, number) for number in range(50)] != [entry(2, number) for number in range(50)]


def test_the_log_is_told_in_every_language_with_dates_of_every_kind():
    entries = [entry(1, number) for number in range(2_000)]
    assert {one.language for one in entries} == set(codes())
    assert {one.part for one in entries} == {"", "start", "mid", "end"}
    for one in entries:
        assert not one.edtf or EDTF.parse(one.edtf)
        assert "{" not in one.headline + one.body
        assert len(one.headline) <= 100
    kinds = Counter(next((mark for mark in "?~[/X" if mark in one.edtf), str(len(one.edtf))) for one in entries)
    assert set(kinds) == {"?", "~", "[", "/", "X", "10", "7", "4", "0"}
    assert any(one.otherwise for one in entries)


def test_the_log_is_silent_for_years():
    assert not [one for one in (entry(1, number) for number in range(2_000)) if is_silent(one.day)]
    assert all(EDTF.parse(one.edtf).earliest for one in (entry(1, number) for number in range(200)) if one.edtf)


# --- The command ----------------------------------------------------------------------------------------------------


@pytest.fixture
def harbour(db) -> Incident:
    seed("--events", str(EVENTS))
    return Incident.objects.get(slug=PLACE)


def test_events_are_published_with_what_belongs_to_them(harbour):
    assert (harbour.state, harbour.told) == ("published", EVENTS)
    assert Event.objects.published().in_incident(harbour).count() == SearchDocument.objects.count() == EVENTS
    assert Citation.objects.filter(stance="disputes").exists()
    assert Quote.objects.count() == EVENTS
    assert Source.objects.count() > 20
    assert Membership.objects.filter(role="background").count() == 1
    assert Entity.objects.filter(kind="place").count() == 6
    assert Tag.objects.count() == 9
    assert [one.from_event.kind for one in Link.objects.all()] == ["occurred", "occurred"]
    assert set(EventVersion.objects.values_list("number", flat=True)) == {1}


def test_a_second_run_adds_only_what_is_missing(harbour):
    before = set(Event.objects.values_list("pk", "headline"))
    assert "already there" in seed("--events", str(EVENTS))
    assert set(Event.objects.values_list("pk", "headline")) == before
    assert "9 of 9 events" in seed("--events", str(EVENTS + 9))
    assert set(Event.objects.values_list("pk", "headline")) > before
    harbour.refresh_from_db()
    assert harbour.told == EVENTS + 9
    assert Source.objects.values("url_key").distinct().count() == Source.objects.count()


def test_other_seeds_and_other_timelines_stand_beside_it(harbour):
    seed("--events", "5", "--seed", "2")
    seed("--events", "5", "--incident", "another")
    harbour.refresh_from_db()
    assert harbour.told == EVENTS + 5
    assert Incident.objects.get(slug="another").told == 5


def test_the_timeline_can_be_read(harbour):
    for path in (f"/incidents/{PLACE}/", f"/incidents/{PLACE}/?filter", f"/de/embed/incident/{PLACE}/"):
        assert Client().get(path).status_code == 200
    assert "made up" in Client().get(f"/incidents/{PLACE}/").content.decode()


@pytest.mark.django_db
def test_a_public_site_is_left_alone_unless_told_otherwise(settings):
    settings.PUBLIC = True
    with pytest.raises(CommandError, match="--yes"):
        seed("--events", "3")
    assert not Incident.objects.exists()
    seed("--events", "3", "--yes")
    assert Event.objects.count() == 3


def test_a_timeline_of_its_own_is_left_alone_unless_told_otherwise(incident):
    make_event("Something true", incident=incident)
    with pytest.raises(CommandError, match="--yes"):
        seed("--events", "3", "--incident", incident.slug)
    seed("--events", "3", "--incident", incident.slug, "--yes")
    incident.refresh_from_db()
    assert incident.told == 3


def test_what_is_not_public_is_not_made_so(db):
    make_incident("Hidden", slug="hidden")
    with pytest.raises(CommandError, match="not public"):
        seed("--events", "3", "--incident", "hidden")


@pytest.mark.django_db
@pytest.mark.parametrize("options", [["--events", "0"], ["--events", "x"], ["--events", "9999999"], ["--seed", "x"]])
def test_numbers_that_mean_nothing_are_refused(options):
    with pytest.raises(CommandError):
        seed(*options)


@pytest.mark.django_db
def test_an_address_that_is_none_is_refused():
    with pytest.raises(CommandError, match="cannot be an address"):
        seed("--events", "3", "--incident", "not an address")
