"""The pages of an entity and of a tag: all that is public of what names them, and nothing else."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from incidents.models import EntityAlias, Event, EventEntry, Tag
from incidents.timelines import PAGE

from .cast import cite, give_role, make_entity, make_event, make_incident, make_published, make_source, make_withdrawn
from .pages import queries_of, text_of, texts, tree

pytestmark = pytest.mark.django_db
PATH = "/entities/the-port/"


@pytest.fixture
def port():
    return make_entity("The Port", slug="the-port", description="A port on the coast.", kind="organisation")


@pytest.fixture
def named(port, incident, announced, detected):
    """The port is named in events of two incidents, in two roles, and once in both."""
    other = make_incident("Another matter", slug="another-matter", published=True)
    earlier = make_published("The port opens a terminal", date="1998-05", incident=other)
    give_role(announced, port, "speaker")
    give_role(earlier, port, "actor")
    give_role(detected, port, "actor")
    give_role(detected, port, "speaker")
    return earlier


@pytest.fixture
def page(reader):
    return lambda path=PATH: tree(reader.get(path))


def sections(shown) -> dict[str, list[str]]:
    return {
        text_of(section.xpath("./h2")[0]): texts(section, ".headline") for section in shown.xpath("//section[./ol/li]")
    }


# --- An entity --------------------------------------------------------------------------------------------------------


def test_shows_who_it_is_and_where_it_is_named_by_role_and_date(page, port, named):
    EntityAlias.objects.create(entity=port, name="Le Port", language="fr")
    shown = page()
    assert texts(shown, "h1") == ["The Port"]
    assert texts(shown, ".facts")[0] == "Organisation · three events"
    assert texts(shown, ".prose") == ["A port on the coast."]
    assert shown.xpath("//dd/bdi[@lang='fr']/text()") == ["Le Port"]
    assert sections(shown) == {
        "Acted": ["The port opens a terminal", "Staff notice unusual activity"],
        "Spoke or reported": ["Staff notice unusual activity", "The port announces an outage"],
    }
    assert texts(shown, ".when") == [
        "May 1998",
        "Late in the week of 11 September 2023",
        "Late in the week of 11 September 2023",
        "19 September 2023",
    ]


def test_each_event_leads_to_its_timelines_and_each_timeline_is_narrowed(page, reader, named, incident):
    shown = page()
    assert texts(shown.xpath("//ol[@class='rows']")[0], ".facts") == ["Another matter", "Outage at the port"]
    told = shown.xpath("//dt[text()='Told in']/following-sibling::dd")
    assert [text_of(one) for one in told] == ["Outage at the port, two events", "Another matter, one event"]
    address = told[0].xpath("./a/@href")[0]
    assert address == "/incidents/outage-at-the-port/?entity=the-port"
    assert reader.get(address).status_code == 200


def test_its_overview_leads_to_each_entry(page, named, announced, detected):
    shown = page()
    leads = shown.xpath("//figure[@id='overview']//a/@href")
    assert set(leads) == {f"#e-{event.public_id}" for event in (named, announced, detected)}
    ids = shown.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {lead[1:] for lead in leads} < set(ids)


def test_marks_of_events_on_further_pages_lead_to_the_event(page, port, incident):
    source = make_source()
    for number in range(PAGE + 2):
        give_role(make_published(date=f"2023-{1 + number // 28:02}-{1 + number % 28:02}", source=source), port)
    leads = page().xpath("//figure[@id='overview']//a/@href")
    assert sum(lead.startswith("#e-") for lead in leads) == PAGE
    assert sum(lead.startswith("/events/") for lead in leads) == 2
    leads = page("/fr" + PATH).xpath("//figure[@id='overview']//a/@href")
    assert sum(lead.startswith("/fr/events/") for lead in leads) == 2


def test_a_long_role_goes_on_from_page_to_page_and_back(page, reader, port):
    source = make_source()
    for number in range(PAGE + 3):
        give_role(make_published(f"Event {number:03}", date=f"{1900 + number}", source=source), port)
    first = page()
    (further,) = first.xpath("//nav[@class='turn']/a/@href")
    second = page(PATH + further)
    assert sections(second) == {"Is mentioned": ["Event 050", "Event 051", "Event 052"]}
    assert not second.xpath("//figure")
    assert second.xpath("//link[@rel='canonical']/@href") == [f"http://127.0.0.1:8000{PATH}{further}"]
    (back,) = second.xpath("//nav[@class='turn']/a/@href")
    assert sections(page(PATH + back)) == sections(first)


@pytest.mark.parametrize("query", ["?role=actor&after=zzzzzzzz", "?role=target"])
def test_what_is_not_there_leads_back_to_the_page(reader, named, query):
    response = reader.get(PATH + query)
    assert (response.status_code, response["Location"]) == (302, PATH)


@pytest.mark.parametrize("query", ["?role=zzz", "?role=actor&after=../x"])
def test_nonsense_is_not_found(reader, named, query):
    assert reader.get(PATH + query).status_code == 404


def test_entity_without_description_and_dates(page):
    bare = make_entity("<b>Nobody</b>", slug="nobody", kind="person")
    give_role(make_published("Somebody says so", date="", undated=True), bare)
    shown = page("/entities/nobody/")
    assert texts(shown, "h1") == ["<b>Nobody</b>"]
    assert texts(shown, ".when") == ["Undated"]
    assert not shown.xpath("//figure")


# --- Nothing that is not public ---------------------------------------------------------------------------------------


def test_entity_that_no_published_event_names_is_as_a_missing_one(reader, port, incident):
    for state in ("draft", "proposed", "dismissed"):
        give_role(make_event(incident=incident, state=state, import_ref=state), port)
    withdrawn = make_published("Taken back", incident=incident)
    give_role(withdrawn, port)
    withdrawn.withdraw(by=None, reason="Wrong.")
    Tag.objects.create(name="zuqxtag", slug="zuqxtag")
    make_event(tags=["zuqxtag"])
    missing = reader.get("/entities/none/")
    suffixes = ("/", ".json", ".atom", ".feed.json", ".ics", ".csv")
    for path in [f"{stem}{suffix}" for stem in ("/entities/the-port", "/tags/zuqxtag") for suffix in suffixes]:
        answer = reader.get(path)
        assert (answer.status_code, answer.content) == (404, missing.content), path
        assert dict(answer.items()) == dict(missing.items()), path


def test_hidden_events_and_timelines_are_neither_shown_nor_counted_nor_drawn(page, reader, port, named, announced):
    before = text_of(page().xpath("//main")[0])
    draft = make_event("Draft zuqxdraft", date="1800", incident=make_incident("Hidden zuqxincident"))
    give_role(draft, port, "target")
    give_role(make_withdrawn("Withdrawn zuqxwithdrawn", date="1801"), port, "responder")
    hidden = make_incident("zuqxwithdrawnmatter", slug="zuqx", published=True)
    hidden.memberships.create(event=announced)
    hidden.withdraw(by=None, reason="Wrong.")
    assert text_of(page().xpath("//main")[0]) == before
    for suffix in ("json", "csv", "ics", "feed.json", "stix.json", "bib"):
        answer = reader.get(f"/entities/the-port.{suffix}")
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert b"zuqx" not in content, suffix
    assert b"zuqx" not in reader.get("/entities/the-port.atom").content


def test_page_follows_what_is_published_and_taken_back(reader, port, incident):
    event = make_event("Soon public", incident=incident)
    give_role(event, port)
    cite(event)
    assert reader.get(PATH).status_code == 404
    event.publish(by=None)
    assert reader.get(PATH).status_code == 200
    port.name = "The Renamed Port"
    port.save()
    assert "The Renamed Port" in reader.get(PATH).content.decode()
    Event.objects.get(pk=event.pk).withdraw(by=None, reason="Wrong.")
    assert reader.get(PATH).status_code == 404


# --- Names lead there -------------------------------------------------------------------------------------------------


def test_names_in_entries_and_on_event_pages_lead_to_the_entity(page, port, named, announced, incident):
    tag = Tag.objects.create(name="ports", slug="ports")
    announced.tags.add(tag)
    for path in (incident.get_absolute_url(), announced.get_absolute_url()):
        for code in ("", "/de"):
            assert f"{code}{PATH}" in page(code + path).xpath("//main//a[bdi]/@href"), path
    assert "/tags/ports/" in page(announced.get_absolute_url()).xpath("//main//a[bdi]/@href")
    assert PATH in EventEntry.objects.get(event=announced).html


def test_admin_leads_to_the_page_only_where_there_is_one(desk, port, named):
    hidden = make_entity("Hidden")
    assert PATH in desk.get(reverse("admin:incidents_entity_change", args=[port.pk])).content.decode()
    assert "viewsitelink" not in desk.get(reverse("admin:incidents_entity_change", args=[hidden.pk])).content.decode()


# --- A tag ------------------------------------------------------------------------------------------------------------


def test_tag_shows_what_is_filed_under_it(page, incident):
    for number, date in enumerate(("2023-09", "1998")):
        make_published(f"Tagged {number}", date=date, incident=incident, tags=["cranes"])
    make_published("Not so", incident=incident)
    shown = page("/tags/cranes/")
    assert texts(shown, ".facts")[0] == "Tag · two events"
    assert sections(shown) == {"Events": ["Tagged 1", "Tagged 0"]}
    assert len(shown.xpath("//figure//a")) == 2
    assert "/incidents/outage-at-the-port/?tag=cranes" in shown.xpath("//dd/a/@href")


def test_tag_goes_on_from_page_to_page(page):
    source = make_source()
    for number in range(PAGE + 2):
        make_published(f"Event {number:03}", date=f"{1900 + number}", source=source, tags=["cranes"])
    (further,) = page("/tags/cranes/").xpath("//nav[@class='turn']/a/@href")
    assert sections(page("/tags/cranes/" + further)) == {"Events": ["Event 050", "Event 051"]}


# --- What it costs ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [PATH, "/tags/cranes/"])
def test_queries_do_not_grow_with_events(path, port):
    def add(number: int) -> None:
        for _ in range(number):
            matter = make_incident(published=True)
            give_role(make_published(incident=matter, tags=["cranes"], quotes="a"), port)

    add(2)
    few = queries_of(path)
    add(4)
    assert queries_of(path) == few


def test_page_is_kept_and_answers_not_modified(named):
    first = Client().get(PATH)
    assert queries_of(PATH) == 1
    again = Client().get(PATH, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
