"""Timelines and events on other sites: pages for frames, and oEmbed."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest
from django.conf import settings
from django.test import Client
from lxml import etree

from incidents.models import Event, Incident

from .cast import cite, make_incident, make_published, make_source
from .pages import queries_of, text_of, tree, xpath_of

pytestmark = pytest.mark.django_db


def frame_of(thing: Incident | Event) -> str:
    return f"/embed/incident/{thing.slug}/" if isinstance(thing, Incident) else f"/embed/event/{thing.public_id}/"


def ask(thing: Incident | Event | str, **more: str) -> Any:
    url = thing if isinstance(thing, str) else settings.SITE_URL + thing.get_absolute_url()
    return Client().get("/oembed", {"url": url, **more})


# --- Pages for frames -----------------------------------------------------------------------------------------------


def test_only_pages_for_frames_can_be_framed(reader, incident, announced, agency_report):
    for path in (
        frame_of(incident),
        frame_of(announced),
        frame_of(incident) + "?theme=dark",
        "/de" + frame_of(incident),
    ):
        for _again in range(2):  # made, then kept
            answer = reader.get(path)
            assert answer.status_code == 200
            assert "X-Frame-Options" not in answer
            assert "frame-ancestors *;" in answer["Content-Security-Policy"] + ";"
    for path in ("/", incident.get_absolute_url(), announced.get_absolute_url(), "/oembed", "/embed/incident/none/"):
        answer = reader.get(path)
        assert answer["X-Frame-Options"] == "DENY", path
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"], path


def test_a_page_for_frames_is_else_as_strict_as_any(reader, incident, announced):
    def policy(path: str) -> set[str]:
        written = reader.get(path)["Content-Security-Policy"].split(";")
        return {one.strip() for one in written if "frame-ancestors" not in one}

    assert policy(frame_of(incident)) == policy(frame_of(announced)) == policy("/about/")


def test_pages_for_frames_set_no_cookie(reader, desk, incident, announced):
    for client in (reader, desk):
        for path in (frame_of(incident), frame_of(announced), "/oembed"):
            assert not client.get(path).cookies


def test_the_list_is_short_and_leads_out_of_the_frame(reader, incident, announced, detected, paper_report):
    cite(announced, paper_report)
    page = tree(reader.get(frame_of(incident)))
    lines = [text_of(line) for line in page.xpath("//ol/li")]
    assert [line.split()[-2:] for line in lines] == [["one", "source"], ["two", "sources"]]
    assert lines[1].startswith("19 September 2023 The port announces an outage")
    assert incident.title in text_of(page)
    assert page.xpath("//footer/a")[-1].text == settings.SITE_NAME
    for link in page.xpath("//a"):
        assert (link.get("target"), link.get("rel")) == ("_blank", "noopener")
        target = reader.get(link.get("href").partition("#")[0])
        assert target.status_code == 200, link.get("href")


def test_marks_of_the_overview_lead_to_the_whole_timeline(reader, incident):
    for day in range(10, 25):
        make_published(f"Something on {day}", date=f"2024-03-{day}", incident=incident)
    page = tree(reader.get("/fr" + frame_of(incident)))
    marks = page.xpath(xpath_of(".mark"))
    assert len(marks) == 15
    assert {mark.get("href").partition("#")[0] for mark in marks} == {f"/fr{incident.get_absolute_url()}"}
    assert not page.xpath("//nav")


def test_how_many_are_listed_can_be_chosen(reader, incident):
    for day in range(10, 25):
        make_published(f"Something on {day}", date=f"2024-03-{day}", incident=incident)

    def heads(query: str = "") -> list[str]:
        return [text_of(link) for link in tree(reader.get(frame_of(incident) + query)).xpath("//li/a")]

    assert len(heads()) == 10
    assert heads("?limit=2") == ["Something on 10", "Something on 11"]
    assert heads("?limit=2&order=newest") == ["Something on 24", "Something on 23"]
    assert heads("?limit=0") == []


@pytest.mark.parametrize("query", ["limit=51", "limit=-1", "limit=", "limit=x", "limit=²", "theme=blue"])
def test_a_word_that_means_nothing_is_answered_in_the_frame(reader, incident, query):
    answer = reader.get(f"{frame_of(incident)}?{query}")
    assert answer.status_code == 400
    assert answer.content.decode().startswith(query.partition("=")[0])
    assert "X-Frame-Options" not in answer


def test_the_theme_is_the_hosts_or_the_one_asked_for(reader, announced):
    def scheme(query: str) -> tuple[str, str | None]:
        page = tree(reader.get(frame_of(announced) + query))
        return page.xpath("//meta[@name='color-scheme']/@content")[0], page.get("data-theme")

    assert [scheme(query) for query in ("", "?theme=dark", "?theme=light")] == [
        ("light dark", None),
        ("dark", "dark"),
        ("light", "light"),
    ]


def test_an_event_is_framed_with_its_text(reader, incident, announced):
    page = text_of(tree(reader.get(frame_of(announced))).body)
    for words in (announced.headline, "19 September 2023", "one source", "systems were down", incident.title):
        assert words in page


def test_a_frame_speaks_the_language_of_its_address(reader, incident, announced):
    page = tree(reader.get("/es" + frame_of(incident)))
    assert page.get("lang") == "es"
    assert "19 de septiembre de 2023" in text_of(page)
    assert {link.get("href")[:4] for link in page.xpath("//a")} == {"/es/"}


def test_what_is_not_public_has_no_frame(reader, incident, draft, proposal, withdrawn):
    hidden = make_incident("Hidden zuqx")
    for thing in (hidden, draft, proposal):
        assert reader.get(frame_of(thing)).status_code == 404
    assert "zuqx" not in reader.get(frame_of(incident)).content.decode()
    answer = reader.get(frame_of(withdrawn))
    assert answer.status_code == 410
    assert "The source took its report back." in text_of(tree(answer))
    assert "X-Frame-Options" not in answer
    incident.withdraw(by=None, reason="It was another matter.")
    answer = reader.get(frame_of(incident))
    assert (answer.status_code, "It was another matter." in answer.content.decode()) == (410, True)
    assert incident.title not in answer.content.decode()


def test_a_frame_follows_a_timeline_that_moved(reader, incident):
    before = frame_of(incident)
    incident.slug = "elsewhere"
    incident.save()
    assert reader.get("/nl" + before)["Location"] == "/nl/embed/incident/elsewhere/"


def test_queries_do_not_grow_with_the_list(incident, announced):
    first = queries_of(frame_of(incident) + "?limit=50")
    for number in range(30):
        event = make_published(f"More of it {number}", date="2023-10-01", incident=incident)
        cite(event, make_source())
    assert queries_of(frame_of(incident) + "?limit=50") == first <= 6


def test_a_frame_is_kept_as_other_pages_are(reader, incident, announced, django_assert_num_queries):
    for path in (frame_of(incident), frame_of(announced) + "?theme=dark"):
        tag = reader.get(path)["ETag"]
        with django_assert_num_queries(1):
            assert reader.get(path).status_code == 200
        assert reader.get(path, headers={"If-None-Match": tag}).status_code == 304


# --- What pages offer -------------------------------------------------------------------------------------------------


def test_pages_offer_a_link_and_a_frame(reader, incident, announced):
    incident.title = 'A "title" <b>&'
    incident.save()
    for thing, title in ((incident, incident.title), (announced, announced.headline)):
        page = tree(reader.get("/de" + thing.get_absolute_url()))
        link, frame = (
            lxml.html.fragment_fromstring(area.text, create_parent=True) for area in page.xpath("//textarea")
        )
        assert not link.xpath(".//script")
        assert link[0].get("href") == f"{settings.SITE_URL}/de{thing.get_absolute_url()}"
        assert link[0].text == title
        assert frame[0].get("src") == f"{settings.SITE_URL}/de{frame_of(thing)}"
        assert frame[0].get("title") == title
        assert frame[1].get("src") == f"{settings.SITE_URL}/static/dateline/embed.js"
        assert not page.xpath("//b")


def test_pages_lead_to_their_oembed(reader, incident, announced):
    for thing in (incident, announced):
        page = tree(reader.get(thing.get_absolute_url()))
        for kind in ("application/json+oembed", "text/xml+oembed"):
            (address,) = page.xpath(f"//link[@rel='alternate'][@type='{kind}']/@href")
            assert address.startswith(f"{settings.SITE_URL}/oembed?")
            answer = reader.get(address.removeprefix(settings.SITE_URL))
            assert answer.status_code == 200
            assert parse_qs(urlsplit(address).query)["url"] == [settings.SITE_URL + thing.get_absolute_url()]


# --- oEmbed -----------------------------------------------------------------------------------------------------------


def test_oembed_answers_as_its_specification_says(incident, announced):
    answer = ask(incident)
    assert answer["Content-Type"] == "application/json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    found = json.loads(answer.content)
    frame = lxml.html.fragment_fromstring(found.pop("html"))
    assert found == {
        "version": "1.0",
        "type": "rich",
        "title": incident.title,
        "provider_name": settings.SITE_NAME,
        "provider_url": settings.SITE_URL,
        "cache_age": 3600,
        "width": 640,
        "height": 640,
        "thumbnail_url": f"{settings.SITE_URL}{incident.get_absolute_url()}card.png",
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }
    assert Client().get(found["thumbnail_url"].removeprefix(settings.SITE_URL))["Content-Type"] == "image/png"
    assert frame.get("src") == settings.SITE_URL + frame_of(incident)
    assert (frame.tag, frame.get("width"), frame.get("height")) == ("iframe", "640", "640")


def test_oembed_as_xml_says_the_same(announced):
    announced.headline = "Dock & <crane> stop"
    announced.save()
    answer = ask(announced, format="xml")
    assert answer["Content-Type"] == "text/xml; charset=utf-8"
    root = etree.fromstring(answer.content)
    assert root.tag == "oembed"
    assert {child.tag: child.text for child in root} == {
        name: str(value) for name, value in json.loads(ask(announced).content).items()
    }


@pytest.mark.parametrize(("most", "size"), [("300", 300), ("9999", 640), ("1", 1)])
def test_oembed_keeps_within_the_room_there_is(incident, most, size):
    found = json.loads(ask(incident, maxwidth=most, maxheight=most).content)
    assert (found["width"], found["height"]) == (size, size)
    assert f'width="{size}"' in found["html"]
    assert ("thumbnail_url" in found) is (size == 640)  # a card is 1200 by 630


def test_oembed_has_a_picture_of_what_readers_may_see(announced, draft):
    def picture(thing):
        return json.loads(ask(thing).content)["thumbnail_url"].removeprefix(settings.SITE_URL)

    alone = make_published("Alone")
    hidden = make_published("Told in a draft", incident=make_incident("Not yet"))
    assert picture(announced) == "/incidents/outage-at-the-port/card.png"
    assert picture(alone) == picture(hidden) == "/card.png"


def test_oembed_knows_every_address_of_a_thing(incident, announced):
    base = settings.SITE_URL
    paths = [
        f"/events/{announced.public_id}/",
        f"/events/{announced.public_id}-another-name/",
        f"/embed/event/{announced.public_id}/?theme=dark",
        announced.get_absolute_url() + "?utm_source=x#top",
    ]
    for path in paths:
        assert frame_of(announced) in json.loads(ask(base + path).content)["html"]
    assert (
        f'src="{base}/fr{frame_of(incident)}"'
        in json.loads(ask(f"{base}/fr{incident.get_absolute_url()}").content)["html"]
    )
    before = base + incident.get_absolute_url()
    incident.slug = "elsewhere"
    incident.save()
    assert "/embed/incident/elsewhere/" in json.loads(ask(before).content)["html"]


def test_oembed_knows_nothing_else(incident, announced, draft, withdrawn):
    hidden = make_incident("Hidden zuqx")
    base = settings.SITE_URL
    wrong = [
        *("", "x", "http://[", "/incidents/outage-at-the-port/", f"{base}/", f"{base}/about/", f"{base}/admin/"),
        *(f"https://elsewhere.example{incident.get_absolute_url()}", f"javascript:{incident.get_absolute_url()}"),
        *(f"{base}/incidents/none/", f"{base}/xx{incident.get_absolute_url()}", f"{base}//{'a' * 5000}"),
        *(f"{base}{thing.get_absolute_url()}" for thing in (hidden, draft, withdrawn)),
    ]
    for url in wrong:
        answer = ask(url)
        assert answer.status_code == 404, url
        assert "zuqx" not in answer.content.decode()
    assert Client().get("/oembed").status_code == 404


def test_oembed_refuses_what_it_cannot_give(incident):
    assert ask(incident, format="yaml").status_code == 501
    for size in ("0", "-1", "wide", "1.5", "99999999", "²"):
        assert ask(incident, maxwidth=size).status_code == 400
    assert Client().post("/oembed").status_code in (403, 405)
