"""The Atom feeds."""

from __future__ import annotations

import feedparser
import pytest

from incidents.models import Event

from .cast import cite, make_incident, make_published, make_source
from .pages import queries_of

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
BOTH = ["/feeds/latest.atom", "/incidents/outage-at-the-port.atom"]


@pytest.fixture
def feed(reader):
    def read(path: str) -> feedparser.FeedParserDict:
        parsed = feedparser.parse(reader.get(path).content)
        assert not parsed.bozo, parsed.get("bozo_exception")
        assert parsed.version == "atom10"
        return parsed

    return read


@pytest.mark.parametrize("path", BOTH)
def test_feed_is_valid_atom(feed, path, announced, detected):
    parsed = feed(path)
    assert {link.rel: link.href for link in parsed.feed.links}["self"] == SITE + path
    assert parsed.feed.updated == max(entry.updated for entry in parsed.entries)
    assert parsed.feed.author == "Dateline"
    for entry in parsed.entries:
        assert entry.id
        assert entry.updated
        assert entry.link.startswith(SITE)


def test_entry_tells_date_text_and_sources(feed, announced):
    entry = feed(BOTH[0]).entries[0]
    assert entry.title == "19 September 2023: The port announces an outage"
    assert entry.link == SITE + announced.get_absolute_url()
    assert "its systems were down" in entry.summary
    assert "https://agency.example/port" in entry.summary


def test_id_stays_when_the_headline_changes(feed, announced):
    before = feed(BOTH[0]).entries[0].id
    announced.headline = "Reworded"
    announced.save()
    after = feed(BOTH[0]).entries[0]
    assert after.id == before == f"{SITE}/events/{announced.public_id}/"
    assert after.title.endswith("Reworded")


def test_latest_change_comes_first(feed, announced, detected):
    announced.body = "Changed."
    announced.save()
    assert [entry.link for entry in feed(BOTH[0]).entries] == [
        SITE + announced.get_absolute_url(),
        SITE + detected.get_absolute_url(),
    ]


def test_draft_is_not_in_a_feed(feed, announced, draft, proposal, dismissed, withdrawn):
    for path in BOTH:
        assert len(feed(path).entries) == 1


def test_incident_feed_holds_its_events_only(feed, announced):
    make_published("Elsewhere", incident=make_incident(published=True))
    assert len(feed(BOTH[0]).entries) == 2
    assert len(feed(BOTH[1]).entries) == 1


def test_feed_holds_fifty_at_the_most(feed, incident, agency_report):
    for _ in range(52):
        make_published(source=agency_report, incident=incident)
    assert [len(feed(path).entries) for path in BOTH] == [50, 50]


def test_empty_feed_is_valid(feed, incident):
    for path in BOTH:
        assert feed(path).entries == []


def test_a_feed_without_entries_is_the_same_whenever_it_is_asked_for(reader, announced):
    first, again = [reader.get(f"{BOTH[1]}?tag=none{more}") for more in ("", "&kind=")]
    assert first.content == again.content
    assert first["Last-Modified"] == again["Last-Modified"]


def test_feed_of_a_draft_incident_is_not_found(reader):
    make_incident(slug="hidden")
    assert reader.get("/incidents/hidden.atom").status_code == 404


def test_control_characters_and_markup_break_no_feed(feed, incident):
    event = make_published("A", incident=incident)
    Event.objects.filter(pk=event.pk).update(headline="A\x01\x0b <b>&\u202e", body="B\x08 ]]> <script>x</script>")
    entry = feed(BOTH[0]).entries[0]
    assert entry.title == "19 September 2023: A <b>&"
    assert "<script>" not in entry.summary


def test_feed_answers_not_modified(reader, announced):
    for path in BOTH:
        first = reader.get(path)
        again = reader.get(path, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_pages_name_their_feeds(reader, announced):
    assert b'type="application/atom+xml"' in reader.get("/").content
    assert BOTH[1].encode() in reader.get("/incidents/outage-at-the-port/").content


@pytest.mark.parametrize("path", BOTH)
def test_queries_do_not_grow_with_entries(path, incident):
    make_published(incident=incident, quotes="a")
    few = queries_of(path)
    for _ in range(4):
        cite(make_published(incident=incident), make_source(), "b")
    assert queries_of(path) == few
