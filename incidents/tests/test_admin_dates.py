"""Dates typed at the desk: in the language of the event, counted from the day of its source, and said back."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from incidents.models import Citation, Event, Source
from incidents.tests.cast import cite, make_event, make_source, make_user
from incidents.tests.desk import event_data, form_data, messages_of

pytestmark = pytest.mark.django_db

LATE = ("[2023-09-11..2023-09-17]", "end")


def change(desk: Client, event: Event, **changes: Any) -> Any:
    url = reverse("admin:incidents_event_change", args=[event.pk])
    return desk.post(url, form_data(desk, url) | changes | {"_save": "1"})


def reads(client: Client, date: str, **query: Any) -> dict[str, str]:
    return client.get(reverse("admin:incidents_read_date"), {"date": date, **query}).json()


def refusal(page: Any, field: str = "date") -> str:
    assert page.status_code == 200
    return " ".join(page.context["adminform"].form.errors[field])


def of(event: Event) -> tuple[str, str]:
    kept = Event.objects.get(pk=event.pk)
    return str(kept.date), kept.part


@pytest.fixture
def cited() -> Event:
    """Make an event with one source, of Tuesday 19 September 2023."""
    event = make_event("Something happens", date="2020")
    cite(event, make_source("Cranes stand still", publisher="Example Paper", published="2023-09-19"))
    return event


# --- The event's form ---


@pytest.mark.parametrize(
    ("typed", "edtf", "part"),
    [
        pytest.param("late last week", *LATE, id="late last week"),
        pytest.param("Tuesday", "2023-09-19", "", id="a weekday"),
        pytest.param("yesterday", "2023-09-18", "", id="yesterday"),
        pytest.param("mid-September", "2023-09", "mid", id="a month"),
        pytest.param("between 3 and 5 May 2023", "[2023-05-03..2023-05-05]", "", id="between"),
        pytest.param("since June 2023", "2023-06/..", "", id="since"),
        pytest.param("about 2020", "2020~", "", id="about"),
        pytest.param("2023-09-15~", "2023-09-15~", "", id="EDTF"),
        pytest.param("0000", "0000", "", id="the year before AD 1"),
    ],
)
def test_words_count_from_the_day_of_the_source(desk: Client, cited: Event, typed: str, edtf: str, part: str) -> None:
    assert change(desk, cited, date=typed).status_code == 302
    assert of(cited) == (edtf, part)


def test_what_words_were_counted_from_is_said_after_saving(desk: Client, cited: Event) -> None:
    assert (
        "The date reads: late in the week of 11 September 2023 ([2023-09-11..2023-09-17], late), counted from Tuesday "
        "19 September 2023, the day of “Example Paper: Cranes stand still”."
    ) in messages_of(change(desk, cited, date="late last week"))


def test_what_was_given_in_full_counts_from_nothing(desk: Client, cited: Event) -> None:
    assert "The date reads: 3 May 2021 (2021-05-03)." in messages_of(change(desk, cited, date="3 May 2021"))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        pytest.param("3/4/2021", "may be 3 April 2021 or 4 March 2021", id="two days"),
        pytest.param("30 February", "no such day", id="a day that is none"),
        pytest.param("banana", "was not understood as a date", id="no date"),
        pytest.param("9/11", "may be 9 November or 11 September, and has no year", id="digits without a year"),
        pytest.param("0", "There is no year 0", id="a digit"),
        pytest.param("2023-13-01", "there is no month 13", id="EDTF with a slip"),
        pytest.param("2 weeks", "a length of time", id="a length"),
        pytest.param("recently", "names no date on the calendar", id="vague"),
        pytest.param("x" * 201, "at most 200 characters", id="too long"),
    ],
)
def test_what_is_no_date_is_refused_whether_there_is_a_source_or_not(
    desk: Client, cited: Event, typed: str, says: str
) -> None:
    assert says in refusal(change(desk, cited, date=typed))
    assert says in refusal(change(desk, make_event(), date=typed))
    assert of(cited) == ("2020", "")


def test_words_are_read_in_the_language_of_the_event_and_of_the_desk(desk: Client, cited: Event) -> None:
    for typed, language in (("Ende letzter Woche", "de"), ("late last week", "de"), ("Ende letzter Woche", "fr")):
        change(desk, cited, date="2020", part="")
        change(desk, cited, date=typed, language=language)
        assert of(cited) == LATE
    assert "may be 3. April 2021 or 4. März 2021" in refusal(change(desk, cited, date="3/4/2021", language="de"))


@pytest.mark.parametrize(
    ("days", "says"),
    [
        pytest.param(["2023-09-19", "2023-09-20"], "of different days", id="of two days"),
        pytest.param(["2023-09"], "or of none that is known", id="of a month"),
        pytest.param([""], "or of none that is known", id="of no date"),
        pytest.param([], "or of none that is known", id="without a source"),
    ],
)
def test_without_one_day_to_count_from_words_are_refused(desk: Client, days: list[str], says: str) -> None:
    event = make_event("Something happens", date="2020")
    for day in days:
        cite(event, make_source(published=day))
    said = refusal(change(desk, event, date="late last week"))
    assert "“late last week” depends on the day it was said." in said
    assert says in said
    assert "Write the date in full" in said


def test_sources_of_one_day_agree_and_one_that_disputes_does_not_count(desk: Client, cited: Event) -> None:
    cite(cited, make_source(published="2023-09-19"))
    cite(cited, make_source(published="2023-10-30"), stance=Citation.Stance.DISPUTES)
    change(desk, cited, date="late last week")
    assert of(cited) == LATE


def test_a_new_event_has_no_day_to_count_from_yet(desk: Client) -> None:
    url = reverse("admin:incidents_event_add")
    page = desk.post(url, event_data(desk) | {"headline": "New", "date": "yesterday", "_save": "1"})
    assert "cite one and save it first" in refusal(page)
    assert not Event.objects.exists()


# --- Citations and sources ---


def test_the_date_of_a_citation_counts_from_its_source(desk: Client, cited: Event) -> None:
    change(desk, cited, **{"citations-0-date": "late last week"})
    citation = cited.citations.get()
    assert (str(citation.date), citation.date_part) == LATE
    change(
        desk, cited, **{"citations-0-date": "late last week", "citations-0-source": make_source(published="2021").pk}
    )
    assert str(cited.citations.get().date) == LATE[0]  # refused: a year has no week before it


def test_a_citation_on_its_own_page_counts_from_the_source_chosen_there(desk: Client, cited: Event) -> None:
    url = reverse("admin:incidents_citation_change", args=[cited.citations.get().pk])
    other = make_source(published="2021-05-03")
    desk.post(url, form_data(desk, url) | {"source": other.pk, "date": "yesterday", "_save": "1"})
    assert str(cited.citations.get().date) == "2021-05-02"


def test_a_publication_date_is_read_in_the_language_of_the_report(desk: Client) -> None:
    source = make_source(published="2020", language="de")
    url = reverse("admin:incidents_source_change", args=[source.pk])
    desk.post(url, form_data(desk, url) | {"published": "19. September 2023", "_save": "1"})
    assert str(Source.objects.get().published) == "2023-09-19"
    page = desk.post(url, form_data(desk, url) | {"published": "gestern", "_save": "1"})
    assert "depends on the day it was said" in refusal(page, "published")


# --- The reading while it is typed ---


def test_the_reading_counts_from_the_source_of_the_event_or_the_one_named(desk: Client, cited: Event) -> None:
    said = "18 September 2023 (2023-09-18), counted from Tuesday 19 September 2023, the day of “Example Paper: Cranes"
    assert reads(desk, "yesterday", event=cited.pk)["reads"].startswith(said)
    assert reads(desk, "gestern", event=cited.pk, language="de")["reads"].startswith(said)
    other = make_source(published="2021-05-03")
    assert reads(desk, "yesterday", source=other.pk)["reads"].startswith("2 May 2021")
    assert "Choose the source first" in reads(desk, "yesterday", source="")["error"]


@pytest.mark.parametrize("name", ["event", "source"])
@pytest.mark.parametrize("chosen", ["0", "-1", "x", "9" * 30, "\x00", "٣"])
def test_a_row_that_is_not_there_is_none(desk: Client, name: str, chosen: str) -> None:
    assert "depends on the day it was said" in reads(desk, "yesterday", **{name: chosen})["error"]


def test_the_day_of_a_source_is_told_to_those_who_may_see_it(cited: Event) -> None:
    clerk = make_user("clerk", staff=True)
    client = Client()
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    source = Source.objects.get()
    assert "2023" not in reads(client, "yesterday", source=source.pk)["error"].replace("19 September 2023", "")
    clerk.user_permissions.add(Permission.objects.get(codename="view_source"))
    assert "reads" in reads(client, "yesterday", source=source.pk)
