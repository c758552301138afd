"""Adding a proposal to an event on the timeline, and taking that back."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from incidents.merging import add_as_citation, likely_matches, take_back
from incidents.models import Event, Incident, Source

from .cast import cite, make_event, make_published, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposed(incident: Incident) -> Event:
    event = make_event(
        "Port says it detected unusual activity", date="2023-09-19", state="proposed", incident=incident, import_ref="r"
    )
    cite(
        event,
        make_source(publisher="Second Agency"),
        "detected unusual activity",
        date="2023-09-19",
        date_words="Tuesday",
    )
    return event


def test_an_event_of_the_same_date_and_like_words_is_offered(incident: Incident, proposed: Event) -> None:
    other = make_published("The port reports unusual activity", date="2023-09-19", incident=incident)
    assert [match.event for match in likely_matches(proposed, incident)] == [other]


@pytest.mark.parametrize(
    ("headline", "fields"),
    [
        pytest.param("The port reports unusual activity", {"date": "2021-01-01"}, id="another date"),
        pytest.param("Quarterly figures rise", {"date": "2023-09-19"}, id="other words"),
    ],
)
def test_what_differs_is_not_offered(
    incident: Incident, proposed: Event, headline: str, fields: dict[str, str]
) -> None:
    make_published(headline, incident=incident, **fields)
    assert likely_matches(proposed, incident) == []


def test_proposals_and_other_incidents_are_not_offered(incident: Incident, proposed: Event) -> None:
    make_published("The port reports unusual activity")
    make_event("The port reports unusual activity", state="proposed", incident=incident)
    assert likely_matches(proposed, incident) == []


def test_the_likelier_comes_first(incident: Incident, proposed: Event) -> None:
    month = make_published("The port reports unusual activity", date="2023-09", incident=incident)
    day = make_published("The port reports unusual activity", date="2023-09-19", incident=incident)
    assert [match.event for match in likely_matches(proposed, incident)] == [day, month]


def test_adding_moves_the_citation_with_its_quote_and_reading(proposed: Event, announced: Event, editor: Any) -> None:
    add_as_citation(proposed, announced, by=editor)
    citation = announced.citations.get(source__publisher="Second Agency")
    assert (citation.date_words, str(citation.date)) == ("Tuesday", "2023-09-19")
    assert citation.quotes.get().exact == "detected unusual activity"
    proposed = Event.objects.get(pk=proposed.pk)
    assert (proposed.state, proposed.merged_into) == ("merged", announced)
    assert announced.versions.first().by == editor


def test_a_source_cited_already_gets_the_further_quote(proposed: Event, announced: Event) -> None:
    source = proposed.citations.get().source
    cite(announced, source, "its systems were down")
    add_as_citation(proposed, announced, by=None)
    quotes = announced.citations.get(source=source).quotes.values_list("exact", flat=True)
    assert list(quotes) == ["its systems were down", "detected unusual activity"]


def test_taking_back_leaves_both_as_they_were(proposed: Event, announced: Event) -> None:
    added = add_as_citation(proposed, announced, by=None)
    take_back(Event.objects.get(pk=proposed.pk), added, by=None)
    proposed = Event.objects.get(pk=proposed.pk)
    assert (proposed.state, proposed.merged_into, proposed.citations.count()) == ("proposed", None, 1)
    assert announced.citations.count() == 1


def test_taking_back_keeps_what_was_there_before(proposed: Event, announced: Event) -> None:
    source: Source = proposed.citations.get().source
    cite(announced, source, "its systems were down")
    added = add_as_citation(proposed, announced, by=None)
    take_back(Event.objects.get(pk=proposed.pk), added, by=None)
    assert [quote.exact for quote in announced.citations.get(source=source).quotes.all()] == ["its systems were down"]


def test_only_a_proposal_is_added(announced: Event, detected: Event) -> None:
    with pytest.raises(ValidationError, match="only a proposal"):
        add_as_citation(announced, detected, by=None)
