"""The EDTF column: what it takes, what it keeps in step, what it refuses."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from incidents.models import Event
from incidents.temporal.edtf import EDTF, EDTFError, narrow

from .cast import make_event

pytestmark = pytest.mark.django_db


def test_text_becomes_a_value_on_assignment() -> None:
    event = Event(headline="x", date="2023-09")
    assert event.date == EDTF.parse("2023-09")


def test_value_and_bounds_come_back_from_the_database() -> None:
    event = make_event(date="2023-09-15~")
    kept = Event.objects.get(pk=event.pk)
    assert str(kept.date) == "2023-09-15~"
    assert (kept.earliest, kept.latest) == (kept.date.earliest, kept.date.latest)


def test_bounds_follow_the_date_when_only_the_date_is_saved() -> None:
    event = make_event(date="2023")
    event.date = "2024-02-29"
    event.save(update_fields=["date"])
    kept = Event.objects.get(pk=event.pk)
    assert (kept.earliest, kept.latest) == (EDTF.parse("2024-02-29").earliest, EDTF.parse("2024-02-29").latest)
    assert kept.position == kept.earliest


def test_a_removed_date_takes_its_bounds_with_it() -> None:
    event = make_event(date="2023")
    event.date = None
    event.save()
    kept = Event.objects.get(pk=event.pk)
    assert (kept.date, kept.earliest, kept.latest, kept.position) == (None, None, None, None)


def test_position_is_that_of_the_part_meant() -> None:
    event = make_event(date="[2023-09-11..2023-09-17]", part="end")
    assert event.position == narrow(event.date, "end")[0] > event.earliest


def test_years_beyond_the_calendar_of_python_are_kept_and_ordered() -> None:
    names = ["Y-170000002", "-0043", "0000", "2023", "Y17E7"]
    for name in reversed(names):
        make_event(date=name)
    assert [str(event.date) for event in Event.objects.all().in_order()] == names


def test_what_is_no_date_is_refused_on_assignment_and_by_cleaning() -> None:
    with pytest.raises(EDTFError, match="2023-02-30"):
        Event(headline="x", date="2023-02-30")
    with pytest.raises(ValidationError, match="2023-13"):
        Event._meta.get_field("date").clean("2023-13", None)


def test_dates_can_be_looked_up_by_value_and_by_text() -> None:
    event = make_event(date="2023-09")
    assert Event.objects.get(date="2023-09") == Event.objects.get(date=EDTF.parse("2023-09")) == event


def test_the_database_refuses_a_date_without_bounds() -> None:
    event = make_event(date="2023")
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(earliest=None)
