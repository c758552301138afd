"""Feeds asked for what is new: conditionally, once however often, each by itself, and never against an editor."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from incidents.fetching import FetchFailed, fetch
from incidents.importing import claim, poll, polling
from incidents.management.commands import fetch_feeds
from incidents.models import Event, FeedSubscription, ImportBatch, Incident, Source

from .cast import make_incident
from .desk import messages_of
from .test_fetching import Server, public

pytestmark = pytest.mark.django_db
ITEM = "<item><title>{0}</title><link>https://news.example/{1}</link><guid>{1}</guid><pubDate>{2}</pubDate></item>"
DAY = "Tue, 19 Sep 2023 10:00:00 GMT"


def rss(*items: tuple[str, str]) -> bytes:
    inside = "".join(ITEM.format(title, key, DAY) for title, key in items)
    return f"<rss version='2.0'><channel><title>Port News</title>{inside}</channel></rss>".encode()


TWO = rss(("Cranes stand still", "1"), ("The port speaks", "2"))
Poll = Callable[..., polling.Polled]


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


@pytest.fixture
def feed(incident: Incident) -> FeedSubscription:
    return FeedSubscription.objects.create(incident=incident, address="http://feeds.example/rss")


@pytest.fixture
def asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> Poll:
    """Claim a feed and ask it, at the server of the test."""
    reached = partial(fetch, resolve=public, connect=server.connect)
    monkeypatch.setattr(polling, "fetch", reached)
    monkeypatch.setattr(fetch_feeds, "poll", partial(poll, fetch=reached))
    monkeypatch.setattr("incidents.admin.subscriptions.poll", partial(poll, fetch=reached))

    def ask(feed: FeedSubscription) -> polling.Polled:
        assert claim(feed, due_only=False)
        polled = poll(feed, fetch=reached)
        feed.refresh_from_db()
        return polled

    return ask


def gives(server: Server, body: bytes, *headers: str, status: str = "200 OK", path: str = "/rss") -> None:
    server.page(path, body, "Content-Type: application/rss+xml", *headers, status=status)


def headlines() -> list[str]:
    return sorted(Event.objects.values_list("headline", flat=True))


# --- What comes in --------------------------------------------------------------------------------------------------


def test_items_become_sources_and_proposals(server: Server, feed: FeedSubscription, asked: Poll):
    gives(server, TWO)
    assert asked(feed).told == "2 new"
    event = Event.objects.get(headline="Cranes stand still")
    assert (event.state, str(event.date), event.incidents.get()) == ("proposed", "2023-09-19", feed.incident)
    assert event.citations.get().source.url == "https://news.example/1"
    assert (feed.title, feed.error, feed.claimed_until) == ("Port News", "", None)
    assert feed.due_at > timezone.now() + timedelta(minutes=55)


def test_asking_again_changes_nothing_and_leaves_no_record(server: Server, feed: FeedSubscription, asked: Poll):
    gives(server, TWO)
    asked(feed)
    first = feed.batch
    gives(server, TWO.replace(b"<channel>", b"<channel><lastBuildDate>now</lastBuildDate>"))
    assert asked(feed) == polling.Polled()
    assert (Event.objects.count(), Source.objects.count(), ImportBatch.objects.count()) == (2, 2, 1)
    assert feed.batch == first


def test_server_is_told_what_is_known_and_says_that_nothing_is_new(server: Server, feed: FeedSubscription, asked: Poll):
    gives(server, TWO, 'ETag: "one"', "Last-Modified: Tue, 19 Sep 2023 11:00:00 GMT")
    asked(feed)
    gives(server, b"", status="304 Not Modified")
    assert asked(feed) == polling.Polled()
    assert b'\r\nIf-None-Match: "one"\r\n' in server.asked[-1]
    assert b"\r\nIf-Modified-Since: Tue, 19 Sep 2023 11:00:00 GMT\r\n" in server.asked[-1]
    assert feed.etag == '"one"'


def test_only_what_is_new_is_kept_of_a_later_run(server: Server, feed: FeedSubscription, asked: Poll):
    gives(server, TWO)
    asked(feed)
    gives(server, rss(("A third thing", "3"), ("Cranes stand still", "1"), ("The port speaks", "2")))
    assert asked(feed).told == "1 new, 2 already there"
    assert [row.event.headline for row in feed.batch.rows.all()] == ["A third thing"]


def test_dismissed_item_never_comes_back(server: Server, feed: FeedSubscription, asked: Poll):
    gives(server, TWO)
    asked(feed)
    Event.objects.get(headline="The port speaks").dismiss(by=None)
    gives(server, rss(("Cranes stand still", "1"), ("The port speaks again", "2")))
    assert asked(feed).told == ""
    assert Event.objects.get(state="dismissed").headline == "The port speaks"


def test_changed_item_changes_what_no_editor_has_touched_and_shows_it(
    server: Server, feed: FeedSubscription, asked: Poll
):
    gives(server, TWO)
    asked(feed)
    touched = Event.objects.get(headline="The port speaks")
    touched.headline = "The port’s statement"
    touched.save()
    gives(server, rss(("Cranes do not move", "1"), ("The port speaks up", "2")))
    assert asked(feed).told == "1 updated, 1 already there"
    assert headlines() == ["Cranes do not move", "The port’s statement"]
    assert feed.batch.rows.get(outcome="updated").changes["headline"] == ["Cranes stand still", "Cranes do not move"]


def test_json_feed_and_atom_are_read(server: Server, feed: FeedSubscription, asked: Poll):
    body = b'{"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [{"id": "9", "title": "Nine"}]}'
    server.page("/rss", body, "Content-Type: application/feed+json")
    assert asked(feed).told == "1 new"
    atom = b"<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title><entry><id>t:1</id><title>Ten</title></entry></feed>"
    server.page("/rss", atom, "Content-Type: application/atom+xml")
    assert asked(feed).told == "1 new"
    assert headlines() == ["Nine", "Ten"]


# --- What goes wrong ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(b"<!doctype html><title>no feed", "gives no feed", id="page"),
        pytest.param(b"<rss><channel><item><title>a", "line 1", id="cut off"),
        pytest.param(
            b'<!DOCTYPE r [<!ENTITY a "b">]><rss><channel><title>&a;</title></channel></rss>', "", id="entity"
        ),
        pytest.param(b"", "gives no feed", id="nothing"),
    ],
)
def test_what_is_no_feed_is_an_error_of_that_feed(
    server: Server, feed: FeedSubscription, asked: Poll, body: bytes, said: str
):
    gives(server, body)
    polled = asked(feed)
    assert said in polled.error
    assert polled.error == feed.trouble != ""
    assert (feed.failures, ImportBatch.objects.count(), feed.digest) == (1, 0, "")


def test_failures_wait_longer_each_time_and_success_forgets_them(server: Server, feed: FeedSubscription, asked: Poll):
    gives(server, b"", status="500 Oops")
    waits = []
    for _ in range(8):
        asked(feed)
        waits.append(round((feed.due_at - feed.polled_at).total_seconds() / 3600))
    assert waits == [2, 4, 8, 16, 24, 24, 24, 24]
    assert (feed.failures, "500" in feed.error) == (8, True)
    gives(server, TWO)
    asked(feed)
    assert (feed.failures, feed.error) == (0, "")


def test_server_that_asks_to_be_left_alone_is(server: Server, feed: FeedSubscription, asked: Poll):
    gives(server, b"", "Retry-After: 36000", status="429 Too Many Requests")
    asked(feed)
    assert feed.due_at - feed.polled_at == timedelta(hours=10)


def test_gone_pauses(server: Server, feed: FeedSubscription, asked: Poll):
    gives(server, b"", status="410 Gone")
    assert "gone for good" in asked(feed).error
    assert feed.paused


def test_move_for_good_is_recorded_and_one_for_now_is_not(server: Server, feed: FeedSubscription, asked: Poll):
    gives(server, TWO, path="/new")
    server.redirect("/rss", "/new")
    asked(feed)
    assert feed.address == "http://feeds.example/rss"
    server.page("/rss", b"", "Location: /new", status="301 Moved Permanently")
    asked(feed)
    assert (feed.address, feed.moved_from) == ("http://feeds.example/new", "http://feeds.example/rss")


def test_move_to_what_is_asked_already_pauses(server: Server, feed: FeedSubscription, asked: Poll):
    FeedSubscription.objects.create(incident=feed.incident, address="http://feeds.example/new")
    gives(server, TWO, path="/new")
    server.page("/rss", b"", "Location: /new", status="308 Permanent Redirect")
    assert "asked already" in asked(feed).error
    assert (feed.paused, feed.address) == (True, "http://feeds.example/rss")


def test_private_address_is_refused(feed: FeedSubscription):
    FeedSubscription.objects.filter(pk=feed.pk).update(address="http://127.0.0.1/rss")
    assert claim(feed)
    assert "not a public address" in poll(feed).error


def test_address_that_an_editor_gives_meanwhile_stays(server: Server, feed: FeedSubscription, asked: Poll):
    def changes(*args: Any, **kwargs: Any) -> Any:
        FeedSubscription.objects.filter(pk=feed.pk).update(address="https://other.example/feed")
        raise FetchFailed("It broke off.")

    claim(feed)
    poll(feed, fetch=changes)
    feed.refresh_from_db()
    assert (feed.address, feed.error, feed.claimed_until) == ("https://other.example/feed", "", None)


# --- Several at once, and killed ones -------------------------------------------------------------------------------


def test_claimed_feed_is_nobody_elses_until_the_claim_runs_out(feed: FeedSubscription):
    other = FeedSubscription.objects.get(pk=feed.pk)
    assert claim(feed)
    assert not claim(other)
    FeedSubscription.objects.filter(pk=feed.pk).update(claimed_until=timezone.now() - timedelta(seconds=1))
    assert claim(other)


def test_feed_that_is_not_due_or_paused_is_not_claimed(feed: FeedSubscription):
    FeedSubscription.objects.filter(pk=feed.pk).update(due_at=timezone.now() + timedelta(hours=1))
    assert not claim(feed)
    FeedSubscription.objects.filter(pk=feed.pk).update(due_at=timezone.now(), paused=True)
    assert not claim(feed)


@pytest.mark.parametrize("name", ["stage_file", "begin", "apply_file"])
def test_killed_run_is_gone_on_with(
    server: Server, feed: FeedSubscription, asked: Poll, monkeypatch: pytest.MonkeyPatch, name: str
):
    def killed(*args: Any, **kwargs: Any) -> None:
        raise SystemExit

    gives(server, TWO)
    with monkeypatch.context() as broken:
        broken.setattr(polling, name, killed)
        with pytest.raises(SystemExit):
            asked(feed)
    FeedSubscription.objects.filter(pk=feed.pk).update(claimed_until=None)
    asked(feed)
    assert headlines() == ["Cranes stand still", "The port speaks"]
    assert [batch.state for batch in ImportBatch.objects.all()] == ["done"]


# --- The command ----------------------------------------------------------------------------------------------------


def called(*arguments: str) -> tuple[str, int]:
    out, code = StringIO(), 0
    try:
        call_command("fetch_feeds", *arguments, stdout=out)
    except SystemExit as error:
        code = int(str(error.code))
    return out.getvalue(), code


def test_one_bad_feed_does_not_stop_the_others(server: Server, feed: FeedSubscription, asked: Poll):
    for name in ("a", "z"):
        FeedSubscription.objects.create(incident=feed.incident, address=f"http://feeds.example/{name}", title=name)
    gives(server, b"", status="404 Not Found", path="/a")
    gives(server, TWO)
    gives(server, rss(("Last", "9")), path="/z")
    said, code = called()
    assert code == fetch_feeds.SOME_FAILED
    assert "2 of 3  a: not read: feeds.example answered 404" in said
    assert "3 of 3  z: 1 new" in said
    assert "3 asked, 1 of them not read." in said
    assert called() == ("0 asked, 0 of them not read.\n", 0)
    assert called("--now")[0].count("nothing new") == 2


def test_incident_selects(server: Server, feed: FeedSubscription, asked: Poll):
    other = make_incident(slug="other")
    FeedSubscription.objects.create(incident=other, address="http://feeds.example/other")
    gives(server, TWO)
    assert "1 asked" in called("--incident", feed.incident.slug)[0]
    with pytest.raises(CommandError, match="there is no incident 'none'"):
        called("--incident", "none")


def test_run_that_is_told_to_stop_ends_behind_a_feed_and_the_next_goes_on(
    server: Server, feed: FeedSubscription, asked: Poll, monkeypatch: pytest.MonkeyPatch
):
    FeedSubscription.objects.create(incident=feed.incident, address="http://feeds.example/z")
    gives(server, TWO)
    gives(server, TWO, path="/z")
    before = fetch_feeds.poll

    def ask_and_stop(feed: FeedSubscription) -> polling.Polled:
        os.kill(os.getpid(), signal.SIGTERM)
        return before(feed)

    with monkeypatch.context() as stopped:
        stopped.setattr(fetch_feeds, "poll", ask_and_stop)
        said, code = called()
    assert (said.count("1 of 2"), said.count("2 of 2"), code) == (1, 0, 0)
    assert "Stopped." in said
    assert "1 asked, 0 of them not read." in called()[0]
    assert FeedSubscription.objects.filter(read_at=None).count() == 0


# --- The desk and the database --------------------------------------------------------------------------------------

LIST = "/admin/incidents/feedsubscription/"


def test_feed_is_given_on_the_desk_and_asked_at_once(desk: Client, incident: Incident, server: Server, asked: Poll):
    sent = {"address": "http://feeds.example/rss", "incident": incident.pk, "title": "", "every": 60}
    assert desk.post(LIST + "add/", sent).status_code == 302
    feed = FeedSubscription.objects.get()
    assert feed.by.username == "editor"
    gives(server, TWO)
    response = desk.post(LIST, {"action": "poll_now", "_selected_action": [feed.pk]}, follow=True)
    assert "2 new" in messages_of(response)
    page = desk.get(f"{LIST}{feed.pk}/change/").content.decode()
    assert "what it brought" in page
    gives(server, b"", status="500 No")
    response = desk.post(LIST, {"action": "poll_now", "_selected_action": [feed.pk]}, follow=True)
    assert "answered 500" in messages_of(response)
    assert "answered 500" in desk.get(LIST).content.decode()


def test_another_address_is_asked_anew(desk: Client, feed: FeedSubscription):
    later = timezone.now() + timedelta(days=1)
    FeedSubscription.objects.update(etag='"x"', digest="d", failures=3, error="No.", due_at=later)
    sent = {"address": "https://new.example/rss", "incident": feed.incident_id, "title": "T", "every": 60}
    assert desk.post(f"{LIST}{feed.pk}/change/", sent).status_code == 302
    feed.refresh_from_db()
    assert (feed.etag, feed.digest, feed.failures, feed.error) == ("", "", 0, "")
    assert feed.due_at < later


def test_pause_and_go_on(desk: Client, feed: FeedSubscription):
    desk.post(LIST, {"action": "pause", "_selected_action": [feed.pk]})
    feed.refresh_from_db()
    assert feed.paused
    desk.post(LIST, {"action": "go_on", "_selected_action": [feed.pk]})
    feed.refresh_from_db()
    assert not feed.paused


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"address": "ftp://a.example/"}, id="no web address"),
        pytest.param({"address": "http://feeds.example/rss"}, id="twice"),
        pytest.param({"address": "https://b.example/", "every": 1}, id="too often"),
    ],
)
def test_feed_that_cannot_be_is_refused(feed: FeedSubscription, fields: dict[str, Any]):
    with pytest.raises(ValidationError):
        FeedSubscription(incident=feed.incident, **fields).full_clean()


@pytest.mark.parametrize(
    "fields",
    [{"address": ""}, {"every": 4}, {"failures": 1}, {"error": "x"}, {"read_at": timezone.now()}],
    ids=["no address", "too often", "failed without a word", "a word without failure", "read but not asked"],
)
def test_database_holds_what_must_hold(feed: FeedSubscription, fields: dict[str, Any]):
    with pytest.raises(IntegrityError), transaction.atomic():
        FeedSubscription.objects.filter(pk=feed.pk).update(**fields)
