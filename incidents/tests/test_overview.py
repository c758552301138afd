"""The overview above a timeline: what it shows, where its marks lead, and that it is kept."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.utils import translation

from incidents.models import Event, IncidentOverview, SiteVersion
from incidents.models.overviews import MOST_KEPT, Told, draw
from incidents.timelines import PAGE, overview_of

from .cast import make_event, make_incident, make_published
from .pages import queries_of, tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(reader, incident):
    return lambda query="": tree(reader.get(incident.get_absolute_url() + query))


def marks(page):
    return page.xpath("//figure[@id='overview']/svg//a")


def test_every_dated_public_event_has_a_mark_that_leads_to_its_entry(page, incident, announced, detected, draft):
    make_published("Some time", date="", undated=True, incident=incident)
    shown = page()
    assert {mark.get("href") for mark in marks(shown)} == {f"#e-{event.public_id}" for event in (announced, detected)}
    assert {mark.get("href")[1:] for mark in marks(shown)} < {entry.get("id") for entry in shown.xpath("//article")}
    assert [mark.find("title").text for mark in marks(shown)] == [
        "Late in the week of 11 September 2023: Staff notice unusual activity",
        "19 September 2023: The port announces an outage",
    ]


def test_nothing_unpublished_is_drawn_or_widens_the_scale(page, incident, announced, detected):
    before = page().xpath("string(//figure)")
    make_event("A secret of the year 1950", date="1950", incident=incident)
    other = make_published("Taken back", date="1951", incident=incident)
    other.withdraw(by=None, reason="Wrong.")
    assert page().xpath("string(//figure)") == before


def test_it_follows_every_change(page, incident, announced, detected):
    make_published("A third", date="2023-12-01", incident=incident)
    assert len(marks(page())) == 3
    event = Event.objects.get(pk=announced.pk)
    event.headline = "Another headline"
    event.save()
    assert any("Another headline" in mark.find("title").text for mark in marks(page()))
    event.withdraw(by=None, reason="Wrong.")
    assert len(marks(page())) == 2


def test_marks_beyond_the_first_page_lead_to_the_page_that_begins_there(page, incident):
    for number in range(PAGE + 2):
        make_published(f"Event {number}", date=f"2023-{1 + number // 28:02}-{1 + number % 28:02}", incident=incident)
    last = marks(page())[-1].get("href")
    assert last.startswith("?at=")
    shown = page(last.partition("#")[0])
    assert shown.xpath("//article")[0].get("id") == last.partition("#")[2]


@pytest.mark.parametrize("words", ["", "kind=occurred&", "lanes=kind&"])
def test_with_the_newest_first_marks_lead_to_entries_in_the_order_shown(page, incident, monkeypatch, words):
    monkeypatch.setattr("incidents.timelines.PAGE", 3)
    monkeypatch.setattr("incidents.models.overviews.ON_FIRST_PAGE", 3)
    for month in range(1, 6):
        make_published(f"Event {month}", date=f"2023-{month:02}", incident=incident)
    make_published("Some day", date="", undated=True, incident=incident)  # with which the newest first begin
    shown = page(f"?{words}order=newest")
    entries = {entry.get("id") for entry in shown.xpath("//article")}
    led = [mark.get("href") for mark in shown.xpath("//a[starts-with(@class, 'mark')]")]
    beyond = [address for address in led if not address.startswith("#")]
    assert (len(led), len(beyond)) == (5, 3)
    assert {address.removeprefix("#") for address in led} - {*beyond} < entries
    for address in beyond:
        query, _, entry = address.partition("#")
        assert "order=newest" in query
        assert page(query).xpath("//article")[0].get("id") == entry


def test_it_is_kept_and_read_with_one_query(incident, announced, detected):
    kept = IncidentOverview.objects.get(incident=incident)
    assert 'class="strip"' in kept.html
    IncidentOverview.objects.update(html="kept")
    assert overview_of(incident) == "kept"
    IncidentOverview.objects.update(stamp="of older code")
    assert 'class="strip"' in overview_of(incident)


def test_queries_are_the_same_whether_it_is_kept_or_drawn(incident, announced, detected):
    kept = queries_of(incident.get_absolute_url())
    IncidentOverview.objects.all().delete()
    SiteVersion.bump()  # so that the page itself is not a kept one
    assert queries_of(incident.get_absolute_url()) == kept + 4  # its events, and what they can be split by


def test_a_timeline_of_one_event_has_none(page, announced):
    assert not page().xpath("//figure")


def test_a_draft_timeline_keeps_none():
    hidden = make_incident("Not yet")
    make_published("One", date="2023", incident=hidden)
    make_published("Two", date="2024", incident=hidden)
    assert not IncidentOverview.objects.filter(incident=hidden).exists()


def test_a_very_large_timeline_is_counted_in_the_database(incident, announced, detected, django_assert_num_queries):
    events = Event.objects.published().in_incident(incident.pk)
    with django_assert_num_queries(1):
        lane = Told.of(events, MOST_KEPT + 1).lane()
    assert sum(one.number for one in lane.counted) == 2
    assert "density" in draw([lane]).svg


def test_names_of_times_are_in_the_language_at_hand(incident, announced, detected):
    make_published("A third", date="2023-12-01", incident=incident)
    make_published("A fourth", date="2024-02-01", incident=incident)
    with translation.override("de"):
        drawn = draw([Told.of(Event.objects.published().in_incident(incident.pk), 4).lane()])
    assert "Dez." in drawn.svg


def test_refreshing_pages_draws_them_anew(incident, announced, detected):
    IncidentOverview.objects.all().delete()
    call_command("refresh_pages", verbosity=0)
    assert IncidentOverview.objects.filter(incident=incident).exists()
