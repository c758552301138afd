"""Full text: one suite for both databases."""

from __future__ import annotations

import pytest
from django.db import connection

from incidents.models import SearchDocument
from incidents.search import QueryError, find, install_index, parse_query

from .cast import cite, make_event, make_published, make_source

pytestmark = pytest.mark.django_db


def found(text: str) -> list[int]:
    return find(text, limit=20)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("anomalous", id="a word of the text"),
        pytest.param("ANOMALOUS", id="in capitals"),
        pytest.param("court anomalous", id="words of several fields, in any order"),
        pytest.param("anoma", id="the beginning of a word"),
        pytest.param("senor", id="without its accent"),
        pytest.param("Señor", id="with its accent"),
        pytest.param("strasse", id="a folded letter"),
        pytest.param("immediate measures", id="words of a quote"),
        pytest.param("Example Agency", id="the publisher"),
        pytest.param("CVE-2021-44228", id="a number with hyphens"),
        pytest.param("AT&T", id="an ampersand"),
        pytest.param("AT", id="a part of what an ampersand joins"),
        pytest.param("الجنائية", id="Arabic"),
        pytest.param("“anomalous”", id="in typographic quotes"),
        pytest.param("anomalous OR", id="an operator is a word's beginning"),
    ],
)
def test_an_event_is_found_by(text: str) -> None:
    event = make_published(
        "Court reports anomalous activity",
        body="Señor Pérez of AT&T, Große Straße 1, spoke of CVE-2021-44228 orally. المحكمة الجنائية الدولية",
        source=make_source(publisher="Example Agency"),
        quotes="immediate measures were adopted",
    )
    make_published("Something else altogether")
    assert found(text) == [event.pk]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("   ", id="blanks"),
        pytest.param('"', id="a quotation mark"),
        pytest.param("* - ( ) : ^ & | ! \\ '", id="operators alone"),
        pytest.param("unheard", id="a word of no event"),
        pytest.param("court unheard", id="one word of two"),
        pytest.param('C++ "AT&T (CVE-2021-44228', id="an unbalanced mixture"),
        pytest.param("court\x00'; DROP TABLE", id="a NUL and an injection"),
    ],
)
def test_nothing_is_found_and_nothing_breaks_by(text: str) -> None:
    make_published("Court reports anomalous activity")
    assert found(text) == []


PHRASED = (
    "Two papers tell how a foiled spy was caught. The été's heat, Große Straße 1; the [AIVD](https://x.org/a) said."
)


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ('"foiled spy"', True),
        ("“Foiled  SPY”", True),
        ("„foiled spy“", True),
        ("»foiled spy«", True),
        ("« foiled spy »", True),
        ('"foiled-spy" papers', True),
        ('caught "foiled spy" "two papers" straße', True),
        ('"grosse strasse 1"', True),
        ('"the ete\'s heat"', True),
        ('"AIVD said"', True),  # a link's address stands between no words that are read
        ("https://x.org/a", True),
        ('"spy foiled"', False),
        ('"foiled sp"', False),
        ('"foil"', False),
        ('"foiled papers"', False),
        ('"foiled spy" unheard', False),
        ('"one quote two quotes"', False),  # which are two
        ('"was caught" "was caught early"', False),
        ('spy foiled "', True),  # a mark alone parts words
        ('"spy foiled', True),
        ('24" "foiled spy', False),
        ('""', False),
        ('"" spy', True),
        ('"foiled*" OR "NEAR(spy', False),
        ('"%" "_" spy', True),
        ('"foiled % spy"', True),  # signs part words inside of a phrase, too
    ],
)
def test_words_in_quotation_marks_stand_together(text: str, finds: bool) -> None:
    event = make_published("Spies", body=PHRASED, quotes=["one quote", "two quotes"])
    make_published("A spy was not foiled")
    assert (event.pk in found(text)) == finds


def test_a_phrase_is_found_behind_more_words_than_a_text_index_tells_places_of() -> None:
    event = make_published("Long", body=f"{'word ' * 17_000}foiled spy at large")
    assert (found('"foiled spy"'), found('"foiled at"')) == ([event.pk], [])


@pytest.mark.parametrize("text", ["AIVD", "A.I.V.D.", "aivd", "a.i.v.d warns", "A. I. V. D."])
def test_initials_are_found_with_their_points_and_without(text: str) -> None:
    dotted, plain = make_published("The A.I.V.D. warns"), make_published("The AIVD warns")
    assert set(found(text)) == {dotted.pk, plain.pk}


def test_a_text_that_is_too_long_is_refused_with_a_sentence() -> None:
    with pytest.raises(QueryError, match="100,000|100000"):
        parse_query("x" * 100_000)
    with pytest.raises(QueryError, match="40 words"):
        parse_query("a " * 40)


def test_a_word_in_the_headline_counts_more_than_in_the_text() -> None:
    below = make_published("Staff notice something", body="The court is closed.")
    above = make_published("The court is closed", body="Staff notice something.")
    assert found("court") == [above.pk, below.pk]


def test_drafts_are_not_in_the_index_and_a_withdrawn_event_leaves_it() -> None:
    draft = make_event("Hidden zuqx")
    cite(draft)
    event = make_published("Shown zuqx")
    assert found("zuqx") == [event.pk]
    event.withdraw(by=None, reason="Wrong.")
    assert found("zuqx") == []
    assert not SearchDocument.objects.exists()


def test_a_changed_word_is_found_and_the_old_one_no_more() -> None:
    event = make_published("Before")
    event.headline = "Afterwards"
    event.save()
    assert (found("afterwards"), found("before")) == ([event.pk], [])


def test_the_index_is_made_again_where_a_migration_dropped_it() -> None:
    event = make_published("Court reports")
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER incidents_search_update")
            cursor.execute("INSERT INTO incidents_search(incidents_search) VALUES ('delete-all')")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE incidents_searchdocument DROP COLUMN vector")
    install_index()
    assert found("court") == [event.pk]
