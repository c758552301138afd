"""Feeds, calendars and data of whatever can be read as a list: an entity, a tag, a search, a narrowed timeline."""

from __future__ import annotations

import json

import feedparser
import pytest
from django.conf import settings

from incidents.formats.outward import offered

from .cast import give_role, make_entity, make_event, make_incident, make_published, make_source
from .pages import queries_of, tree

pytestmark = pytest.mark.django_db
SITE = settings.SITE_URL
INCIDENT = "/incidents/outage-at-the-port"
EACH = {
    "entity": ("/entities/the-port", ""),
    "tag": ("/tags/cranes", ""),
    "search": ("/search", "?q=cranes"),
    "narrowed search": ("/search", "?tag=cranes&when=2022"),
    "narrowed timeline": (INCIDENT, "?tag=cranes"),
}
each = pytest.mark.parametrize(("path", "query"), EACH.values(), ids=EACH)


@pytest.fixture
def told(incident):
    """Two events about cranes, and what must never come with them."""
    port, source = make_entity("The Port", slug="the-port", description="A port."), make_source()
    for headline, date in (("Cranes stop", "2022-06-14"), ("Cranes turn", "2022-08")):
        event = make_published(headline, date=date, incident=incident, tags=["cranes"], source=source)
        give_role(event, port)
    give_role(make_event("Cranes zuqxdraft", date="2022", incident=incident, tags=["cranes"]), port)
    make_published("Elsewhere", date="2021", incident=make_incident("Another", published=True))
    make_published("Something else", date="2024", incident=incident)


def body(response) -> bytes:
    assert response.status_code == 200, response.content
    return b"".join(response.streaming_content) if response.streaming else response.content


@each
def test_atom_holds_the_selection_and_names_itself_and_its_page(reader, told, path, query):
    parsed = feedparser.parse(reader.get(f"{path}.atom{query}").content)
    assert not parsed.bozo
    assert {entry.title.partition(": ")[2] for entry in parsed.entries} == {"Cranes stop", "Cranes turn"}
    links = {one.rel: one.href for one in parsed.feed.links}
    assert links == {"self": f"{SITE}{path}.atom{query}", "alternate": f"{SITE}{path}/{query}"}


@each
def test_json_feed_holds_the_selection_and_names_itself_and_its_page(reader, told, path, query):
    value = json.loads(body(reader.get(f"{path}.feed.json{query}")))
    assert {item["_dateline"]["headline"] for item in value["items"]} == {"Cranes stop", "Cranes turn"}
    assert (value["feed_url"], value["home_page_url"]) == (f"{SITE}{path}.feed.json{query}", f"{SITE}{path}/{query}")


@each
def test_calendar_holds_the_selection(reader, told, path, query):
    content = body(reader.get(f"{path}.ics{query}")).decode()
    assert content.count("BEGIN:VEVENT") == 2
    assert "zuqx" not in content


@each
def test_every_format_is_offered_and_holds_nothing_hidden(reader, told, path, query):
    for suffix in offered("i"):
        content = body(reader.get(f"{path}.{suffix}{query}"))
        assert content, suffix
        assert b"zuqx" not in content, suffix
        assert b"Elsewhere" not in content, suffix


@each
def test_json_names_the_timelines_of_what_it_holds(reader, told, path, query):
    value = json.loads(body(reader.get(f"{path}.json{query}")))
    assert [one["slug"] for one in value["incidents"]] == ["outage-at-the-port"]
    assert [one["headline"] for one in value["events"]] == ["Cranes stop", "Cranes turn"]


def test_data_of_an_entity_can_be_narrowed_further(reader, told):
    value = json.loads(body(reader.get("/entities/the-port.json?when=August+2022")))
    assert [one["headline"] for one in value["events"]] == ["Cranes turn"]
    assert b"Cranes stop" not in reader.get("/entities/the-port.atom?when=August+2022").content


def test_a_path_is_stronger_than_a_word(reader, told):
    make_entity("Nobody", slug="nobody")
    assert len(json.loads(body(reader.get("/entities/the-port.json?entity=nobody")))["events"]) == 2


@pytest.mark.parametrize("suffix", ["json", "csv", "ics", "feed.json", "atom"])
@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("/entities/the-port", "when=last+week"),
        ("/tags/cranes", "kind=zzz"),
        ("/search", "from=zzz"),
        ("/search", ""),
        (INCIDENT, "certainty=zzz"),
    ],
)
def test_word_that_means_nothing_is_refused_by_name(reader, told, path, word, suffix):
    answer = reader.get(f"{path}.{suffix}?{word}")
    assert answer.status_code == 400
    assert answer.content.decode().startswith(f"{word.partition('=')[0] or 'q'}: ")


def test_feeds_of_one_page_are_told_apart_by_their_names(reader, told):
    titles = [
        feedparser.parse(reader.get(f"{INCIDENT}.atom{query}").content).feed.title
        for query in ("", "?tag=cranes", "?when=2022")
    ]
    assert titles == [
        "Outage at the port — Dateline",
        "Outage at the port (cranes) — Dateline",
        "Outage at the port (2022) — Dateline",
    ]


def test_feed_stands_in_each_language_and_data_at_the_plain_address(reader, told):
    parsed = feedparser.parse(reader.get("/fr/entities/the-port.atom").content)
    assert parsed.entries[0].link.startswith(f"{SITE}/fr/events/")
    assert parsed.feed.link == f"{SITE}/fr/entities/the-port/"
    for path, query in EACH.values():
        answer = reader.get(f"/fr{path}.csv{query}")
        assert (answer.status_code, answer["Location"]) == (301, f"{path}.csv{query}")


@pytest.mark.parametrize("name", ["entity", "tag", "search", "narrowed timeline"])
def test_page_names_its_feeds_and_its_calendar(reader, told, name):
    path, query = EACH[name]
    shown = tree(reader.get(f"{path}/{query}"))
    named = {one.get("type"): one.get("href") for one in shown.xpath("//link[@rel='alternate'][@type]")}
    assert named == {
        "application/atom+xml": f"{path}.atom{query}",
        "application/feed+json": f"{path}.feed.json{query}",
        "text/calendar": f"{path}.ics{query}",
    }
    links = shown.xpath("//details[@class='data']//a/@href")
    assert {f"{path}.csv{query}", f"{path}.atom{query}", f"{path}.ics{query}"} <= set(links)
    for link in links:
        assert reader.get(link).status_code == 200, link


def test_data_of_a_period_in_a_reader_s_words_is_where_the_page_says(reader, told):
    shown = tree(reader.get(f"/fr{INCIDENT}/?when=%C3%A9t%C3%A9+2022"))
    links = [*shown.xpath("//details[@class='data']//a/@href"), *shown.xpath("//link[@type][@rel='alternate']/@href")]
    for link in links:
        assert reader.get(link).status_code == 200, link
    value = json.loads(body(reader.get(next(link for link in links if ".json?" in link))))
    assert [one["headline"] for one in value["events"]] == ["Cranes stop", "Cranes turn"]


def test_answers_not_modified(reader, told):
    for address in ("/entities/the-port.atom", "/search.ics?q=cranes", "/tags/cranes.feed.json"):
        first = reader.get(address)
        assert reader.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize("path", ["/entities/the-port.atom", "/tags/cranes.atom", "/search.atom?q=cranes"])
def test_queries_do_not_grow_with_entries(told, incident, path):
    few = queries_of(path)
    for _ in range(4):
        event = make_published("More cranes", incident=incident, tags=["cranes"], quotes="b")
        give_role(event, make_entity("Somebody"))
    assert queries_of(path) == few
