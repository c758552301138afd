"""What a report's dates count from: proposed, chosen at the import, kept with the source, and changed afterwards."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from incidents.deciding import propose_selection
from incidents.extraction import read_text
from incidents.importing import Outcome, genre_of, import_report, with_source
from incidents.importing import reports as importing
from incidents.models import Capture, Event, ImportBatch, Incident, Source
from incidents.rereading import read_again

from .cast import make_source

pytestmark = pytest.mark.django_db

HISTORY = """The harbour was opened on 3 May 1940. The following day, engineers closed the lower lock.

On Friday, a storm broke the eastern wall.

On 12 June 1941 the wall was repaired. It is old. In July, the first crane was built. The port was bombed on 2 May 1943.

On 1 October 1950 the company sold the quay. Two weeks later, the workers went on strike.
"""
NEWS = {"Friday": "2023-09-15", "July": "2023-07"}
STORY = {"Friday": "1940-05-03", "July": "1941-07"}
IMPORT = "/admin/incidents/source/import-report/"


def imported(incident: Incident, text: str = HISTORY, genre: str = "news", **options: Any) -> Outcome:
    article = with_source(read_text(text), title="The harbour", publisher="A Library", published="2023-09-19")
    return import_report(article, incident, genre=genre, **options)


def again(outcome: Outcome, genre: str, by: Any = None) -> dict[str, int]:
    return read_again(Capture.objects.get(), outcome.batch.incident, genre, by=by).counts


def relative() -> dict[str, str]:
    """Return the dates of the events whose words depend on the genre."""
    events = Event.objects.filter(citations__date_words__in=NEWS).exclude(date="")
    return {event.citations.get().date_words: str(event.date) for event in events}


def desk_of(outcome: Outcome) -> str:
    return reverse("admin:incidents_review", args=[outcome.source.pk, outcome.batch.incident_id])


# --- At the import ---


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        pytest.param(HISTORY, "narrative", id="a history"),
        pytest.param(
            "The port said on Tuesday that its cranes stood still. It was built in 1940.\n", "news", id="news"
        ),
        pytest.param("No day is named in this text, nor any year.\n", "news", id="no dates"),
    ],
)
def test_the_genre_is_proposed_from_the_text(text: str, genre: str) -> None:
    assert genre_of(with_source(read_text(text), published="2023-09-19")) == genre


@pytest.mark.parametrize(("genre", "dates"), [("news", NEWS), ("narrative", STORY), ("", STORY)])
def test_relative_dates_count_as_the_genre_says(incident: Incident, genre: str, dates: dict[str, str]) -> None:
    outcome = imported(incident, genre=genre)
    assert relative() == dates
    assert outcome.source.genre == outcome.batch.options["genre"] == (genre or "narrative")


def test_another_import_of_a_known_report_keeps_its_genre(incident: Incident) -> None:
    imported(incident, genre="news")
    outcome = imported(incident, genre="")
    assert (outcome.source.genre, relative()) == ("news", NEWS)
    assert set(outcome.counts) == {"unchanged"}


def test_an_import_cut_off_is_taken_up_with_its_genre(incident: Incident, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "apply", lambda batch, progress=None: None)
    imported(incident, genre="news")
    monkeypatch.undo()
    imported(incident, genre="")
    assert (ImportBatch.objects.count(), relative()) == (1, NEWS)


def test_the_database_knows_the_genres_and_no_other() -> None:
    with pytest.raises(IntegrityError, match="source_genre_known"):
        make_source(genre="poem")


def test_the_import_form_proposes_the_genre_and_stores_the_one_chosen(desk: Client, incident: Incident) -> None:
    text = "Published: 19 September 2023\n\n" + HISTORY
    page = desk.post(IMPORT, {"incident": incident.pk, "text": text})
    said = page.content.decode()
    assert "the day of the report (news)" in said
    assert "the last date named in the text (history)" in said
    form = page.context["form"]
    assert form.initial["genre"] == "narrative"
    sent = {name: value for name, value in form.initial.items() if value} | {"incident": str(incident.pk)}
    desk.post(IMPORT, sent | {"genre": "news", "found_published": form.initial["found_published"]})
    assert (Source.objects.get().genre, relative()) == ("news", NEWS)
    assert desk.post(IMPORT, {"incident": incident.pk, "text": text}).context["form"].initial["genre"] == "news"


def test_a_genre_that_is_none_is_refused_at_its_field(desk: Client, incident: Incident) -> None:
    sent = {"incident": str(incident.pk), "title": "T", "language": "en", "published": "2023", "text": "x"}
    page = desk.post(IMPORT, sent | {"found_published": "", "genre": "poem"})
    assert page.status_code == 422
    assert page.context["form"].errors["genre"]


# --- Afterwards ---


def test_open_proposals_are_read_again_there_and_back(incident: Incident, editor: Any) -> None:
    outcome = imported(incident)
    counts = again(outcome, "narrative", by=editor)
    assert (relative(), counts["updated"]) == (STORY, 2)
    assert ImportBatch.objects.first().by == editor
    assert Event.objects.get(date="1941-07").citations.get().date_reference == "1941-06-12"
    assert again(outcome, "narrative") == {"unchanged": sum(counts.values())}
    again(outcome, "news")
    assert (relative(), Source.objects.get().genre) == (NEWS, "news")


def test_what_was_decided_or_edited_is_not_read_again(incident: Incident) -> None:
    outcome = imported(incident)
    Event.objects.get(date="2023-09-15").accept(by=None)
    edited = Event.objects.get(date="2023-07")
    edited.date = "2021-07"
    edited.save()
    before = list(Event.objects.order_by("pk").values_list("pk", "date", "state", "headline"))
    assert again(outcome, "narrative").get("updated", 0) == 0
    assert list(Event.objects.order_by("pk").values_list("pk", "date", "state", "headline")) == before


def test_an_editors_date_that_the_other_genre_gives_too_is_still_the_editors(incident: Incident) -> None:
    outcome = imported(incident)
    edited = Event.objects.get(date="2023-07")
    edited.date = "1941-07"
    edited.save()
    for genre in ("narrative", "news"):
        again(outcome, genre)
        assert str(Event.objects.get(pk=edited.pk).date) == "1941-07"


def test_reading_again_proposes_nothing_new(incident: Incident) -> None:
    outcome = imported(incident)
    Event.objects.filter(date="2023-07").delete()
    many = Event.objects.count()
    again(outcome, "narrative")
    assert Event.objects.count() == many


def test_reading_again_takes_the_day_that_the_source_has_now(incident: Incident) -> None:
    outcome = imported(incident, "The port said on Friday that its cranes were standing still.\n")
    source = Source.objects.get()
    source.published = "2023-09-26"
    source.save()
    again(outcome, "news")
    assert relative() == {"Friday": "2023-09-22"}


@pytest.mark.parametrize(("genre", "date"), [("news", "2023-09-15"), ("narrative", "1940-05-03")])
def test_a_picked_passage_counts_as_the_genre_says(incident: Incident, editor: Any, genre: str, date: str) -> None:
    outcome = imported(incident, genre=genre)
    start = HISTORY.index("On Friday")
    capture = outcome.source.captures.get()
    event = propose_selection(capture, incident, start, start + len("On Friday, a storm broke"), by=editor)
    assert str(event.date) == date
    other = {"news": "narrative", "narrative": "news"}[genre]
    again(outcome, other)
    assert str(Event.objects.get(pk=event.pk).date) == {"news": NEWS, "narrative": STORY}[other]["Friday"]


def test_the_review_page_reads_again_and_says_what_changed(desk: Client, incident: Incident, editor: Any) -> None:
    outcome = imported(incident)
    assert (
        "Dates count from <strong>the day of the report (news)</strong>" in desk.get(desk_of(outcome)).content.decode()
    )
    sent = {"do": "read-again", "genre": "narrative"}
    answer = desk.post(desk_of(outcome), sent, headers={"HX-Request": "true"}).content.decode()
    assert "Dates count from <strong>the last date named in the text (history)</strong>" in answer
    assert "2 open proposals changed, 6 stayed as they were" in answer
    assert relative() == STORY
    assert Event.objects.get(date="1941-07").history.first().history_user == editor


@pytest.mark.parametrize("genre", ["", "poem", "\x00"])
def test_the_review_page_refuses_another_genre(desk: Client, incident: Incident, genre: str) -> None:
    outcome = imported(incident)
    assert desk.post(desk_of(outcome), {"do": "read-again", "genre": genre}).status_code == 422
    assert relative() == NEWS


def test_a_history_is_not_said_to_count_from_the_day_of_the_report(desk: Client, incident: Incident) -> None:
    outcome = imported(incident, genre="narrative")
    event = Event.objects.get(date="1940-05-03", citations__date_words="Friday")
    page = desk.get(desk_of(outcome) + f"?at={event.public_id}").content.decode()
    assert "After a date of Saturday 4 May 1940 the report says “Friday”" in page


def test_what_a_date_counts_from_may_be_no_day(desk: Client, incident: Incident) -> None:
    outcome = imported(incident, genre="narrative")
    event = Event.objects.get(date="1941-07")
    event.citations.update(date_reference="the spring before")
    page = desk.get(desk_of(outcome) + f"?at={event.public_id}")
    assert page.status_code == 200
    assert "The report says “July”" in page.content.decode()
