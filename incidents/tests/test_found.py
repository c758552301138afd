"""How a site is found: sitemaps, what a link to a page shows elsewhere, and whom to tell of a hole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from lxml import etree

from incidents import languages, sitemaps
from incidents.models import Event, Source, Tag

from .cast import give_role, make_entity, make_event, make_incident, make_published, make_source
from .pages import queries_of, tree

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HERE = "http://127.0.0.1:8000"


def sitemap(path: str):
    response = Client().get(path.removeprefix(HERE))
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml"), path
    return etree.fromstring(response.content)


def located(path: str) -> list[str]:
    return sitemap(path).xpath("//s:loc/text()", namespaces=NAMES)


def every_address() -> list[str]:
    return [address.removeprefix(HERE) for file in located("/sitemap.xml") for address in located(file)]


# --- Sitemaps -------------------------------------------------------------------------------------------------------


def test_robots_name_the_sitemap(reader):
    assert f"\nSitemap: {HERE}/sitemap.xml\n" in reader.get("/robots.txt").content.decode()


def test_every_public_page_is_named_in_every_language_and_answers(incident, announced, detected):
    give_role(announced, make_entity("The Port", slug="the-port"))
    make_entity("Named by nothing")
    announced.tags.add(Tag.objects.create(name="ports", slug="ports"))
    Tag.objects.create(name="unused", slug="unused")
    addresses = every_address()
    named = {"/", "/about/", "/corrections/", "/method/", incident.get_absolute_url()}
    named |= {"/entities/the-port/", "/tags/ports/"}
    named |= {event.get_absolute_url() for event in (announced, detected)}
    named |= {source.get_absolute_url() for source in Source.objects.published()}
    assert len(addresses) == len(set(addresses))
    assert set(addresses) == {languages.in_language(path, code) for path in named for code in languages.codes()}
    assert {Client().get(address).status_code for address in addresses} == {200}


def test_each_address_names_its_languages_and_the_day_of_its_change(announced):
    first = located("/sitemap.xml")[2]
    assert first == f"{HERE}/sitemaps/events/{announced.public_id}.xml"
    url = sitemap(first).xpath("//s:url", namespaces=NAMES)[1]
    path = announced.get_absolute_url()
    assert url.findtext("s:loc", namespaces=NAMES) == f"{HERE}/es{path}"
    links = {one.get("hreflang"): one.get("href") for one in url.findall("x:link", NAMES)}
    assert links == {
        "x-default": HERE + path,
        **{code: HERE + languages.in_language(path, code) for code in languages.codes()},
    }
    assert datetime.fromisoformat(url.findtext("s:lastmod", namespaces=NAMES)) <= announced.changed_at


def test_nothing_unpublished_is_named(incident, announced, draft, proposal, dismissed, withdrawn):
    make_source("Cited by nothing")
    make_incident("Not yet", slug="not-yet")
    make_incident("Taken back", slug="taken-back", published=True).withdraw(by=None, reason="Wrong.")
    said = "".join([*located("/sitemap.xml"), *every_address()])
    for hidden in (
        *Event.objects.exclude(state="published"),
        *Source.objects.exclude(pk__in=Source.objects.published()),
    ):
        assert hidden.public_id not in said
        assert announced.public_id in said
    assert "not-yet" not in said
    assert "taken-back" not in said


def test_a_draft_changes_no_day_of_a_change(incident, announced):
    before = etree.tostring(sitemap("/sitemaps/incidents/a.xml"))
    make_event("A draft", incident=incident)
    assert etree.tostring(sitemap("/sitemaps/incidents/a.xml")) == before
    assert b"<lastmod>" in before


def test_files_are_split_and_each_page_is_in_one(monkeypatch, incident):
    monkeypatch.setattr(sitemaps, "MOST_ADDRESSES", 10)  # two pages in five languages
    events = [make_published(incident=incident) for _ in range(5)]
    files = [file for file in located("/sitemap.xml") if "/events/" in file]
    assert [len(located(file)) for file in files] == [10, 10, 5]
    assert {f"{HERE}{event.get_absolute_url()}" for event in events} < {one for file in files for one in located(file)}
    assert queries_of("/sitemap.xml?anew") == 1 + len(sitemaps.KINDS)  # the site version, and one for each kind


def test_queries_of_a_file_do_not_grow(incident, announced):
    kinds = [f"/sitemaps/{kind}/0.xml" for kind in ("incidents", "events", "sources")]
    before = [queries_of(path) for path in kinds]
    for _ in range(3):
        make_published(incident=incident)
    make_published(incident=make_incident(published=True))
    assert [queries_of(path) for path in kinds] == before == [2, 2, 2]


def test_files_that_begin_anywhere_fill_no_memory(announced):
    assert [queries_of("/sitemaps/events/0.xml") for _ in range(2)] == [2, 2]


@pytest.mark.parametrize(
    "path",
    ["/sitemaps/events/zzzzzzzzzzzz.xml", "/sitemaps/drafts/0.xml", "/sitemaps/events/%00.xml", "/es/sitemap.xml"],
)
def test_what_is_no_file_is_not_found(reader, announced, path):
    assert reader.get(path).status_code == 404


# --- Whom to tell of a hole -----------------------------------------------------------------------------------------


def test_the_security_contact_is_said_for_half_a_year_from_today(reader, settings):
    settings.CONTACT = "desk+holes@example.org"
    response = reader.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=86400"
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert fields["Contact"] == "mailto:desk+holes@example.org"
    assert fields["Canonical"] == f"{HERE}/.well-known/security.txt"
    left = datetime.fromisoformat(fields["Expires"]) - datetime.now(UTC)
    assert timedelta(days=178) < left < timedelta(days=181)


def test_a_copy_of_it_is_never_said_to_hold_still(reader, settings):
    settings.CONTACT = "desk@example.org"
    response = reader.get("/.well-known/security.txt", headers={"If-None-Match": "*"})
    assert response.status_code == 200
    assert "ETag" not in response


@pytest.mark.parametrize("contact", ["", "the newsroom", "a@b.example\nExpires: never"])
def test_without_an_address_there_is_none(reader, settings, contact):
    settings.CONTACT = contact
    assert reader.get("/.well-known/security.txt").status_code == 404


# --- What a link to a page shows elsewhere ---------------------------------------------------------------------------


def shared(path: str) -> dict[str, str]:
    """Return what a page says of itself to others; of what it says more than once, the first."""
    metas = tree(Client().get(path)).xpath("//head/meta[@property or @name]")
    return {meta.get("property") or meta.get("name"): meta.get("content") for meta in reversed(metas)}


def test_an_event_is_shared_as_an_article(incident, announced):
    announced.tags.add(Tag.objects.create(name="cranes", slug="cranes"))
    announced.refresh_from_db()
    said = shared(announced.get_absolute_url())
    assert said["og:title"] == "The port announces an outage"
    assert said["og:type"] == "article"
    assert said["og:url"] == HERE + announced.get_absolute_url()
    assert said["og:description"] == "19 September 2023: The port said that its systems were down."
    assert said["description"] == said["og:description"]
    assert said["article:section"] == incident.title
    assert said["article:tag"] == "cranes"
    times = [datetime.fromisoformat(said[f"article:{one}_time"]) for one in ("published", "modified")]
    assert times == [announced.first_published_at, announced.changed_at]


def test_home_timelines_and_sources_are_shared_by_their_names(incident, announced):
    home, timeline = shared("/"), shared(incident.get_absolute_url())
    source = shared(Source.objects.published().get().get_absolute_url())
    assert (home["og:title"], home["og:type"], home["og:url"]) == ("Dateline", "website", f"{HERE}/")
    assert timeline["og:title"] == "Outage at the port"
    assert timeline["og:description"] == timeline["description"] == "September 2023 · one event"
    assert source["og:title"] == "Port reports unusual activity"
    assert (
        source["og:description"] == source["description"] == "What this site cites “Port reports unusual activity” for."
    )


def test_each_language_is_shared_with_its_own_address(incident, announced):
    said = shared("/fr" + incident.get_absolute_url())
    assert said["og:url"] == f"{HERE}/fr{incident.get_absolute_url()}"
    assert said["og:locale"] == "fr_FR"
    assert said["og:locale:alternate"] == "en_US"


def test_a_long_summary_is_cut_between_words(incident):
    incident.summary = "**Cranes** stand still & wait. " * 30
    incident.save()
    said = shared(incident.get_absolute_url())["og:description"]
    assert said.startswith("Cranes stand still & wait. Cranes")
    assert len(said) <= 202
    assert said.removesuffix(" …").split()[-1] in ("Cranes", "stand", "still", "&", "wait.")


def test_no_text_ends_the_attribute_that_it_stands_in(incident):
    made = make_published('"><script>alert(1)</script>', body='"><script>alert(2)</script> said', incident=incident)
    page = tree(Client().get(made.get_absolute_url()))
    assert not page.xpath("//script[not(@src) and not(@type)]")
    assert shared(made.get_absolute_url())["og:title"] == made.headline
