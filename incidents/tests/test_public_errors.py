"""Answers other than a page: not found, gone, not understood, not allowed, a fault, busy."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.db import OperationalError
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from incidents.models import Event, Incident, Source
from incidents.views import incident as views

from .cast import make_published
from .pages import text_of, texts, tree

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    [
        "/x",
        "/events/",
        "/events/zzzzzzzz/",
        "/events/%00/",
        "/events/a%00b-c/",
        "/events/..%2f..%2fetc/",
        "/events/" + "2" * 5000 + "/",
        "/incidents/none/",
        "/incidents/a%00b/",
        "/incidents/%D9%87/",
        "/incidents/none.atom",
        "/sources/zzzzzzzz/",
        "/sources/'%20OR%201=1/",
    ],
)
def test_unknown_address_is_not_found(reader, path):
    response = reader.get(path)
    assert response.status_code == 404
    assert texts(tree(response), "h1") == ["Not found"]
    assert response["Cache-Control"] == "no-store"
    assert "ETag" not in response


def test_not_found_repeats_nothing_of_the_request(reader):
    one, other = reader.get("/zuqxpath/?zuqxquery=1"), reader.get("/x")
    assert one.content == other.content


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("path", ["/", "/search/", "/about/", "/feeds/latest.atom", "/robots.txt"])
def test_other_methods_are_refused(reader, method, path):
    response = getattr(reader, method)(path)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


def test_head_is_answered_as_get(reader, announced):
    for path in ("/", "/search/?q=port", announced.get_absolute_url(), "/feeds/latest.atom", "/robots.txt"):
        response = reader.head(path)
        assert (response.status_code, response.content) == (200, b"")
        assert response["ETag"] == reader.get(path)["ETag"]


def test_form_without_its_proof_is_refused_in_words(db):
    response = Client(enforce_csrf_checks=True).post("/search/")
    assert response.status_code == 403
    assert "nothing was changed" in text_of(tree(response))
    assert "no-store" in response["Cache-Control"]


def test_foreign_host_is_not_understood(reader):
    response = reader.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert b"evil.example" not in response.content


def test_too_many_parameters_are_not_understood(reader):
    response = reader.get("/search/?" + "&".join(f"a{n}=1" for n in range(3000)))
    assert response.status_code == 400
    assert texts(tree(response), "h1") == ["Not understood"]


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500", "incidents/busy", "incidents/gone"])
def test_page_of_an_error_has_one_heading_and_a_title(name):
    page = render_to_string(f"{name}.html", request=RequestFactory().get("/"))
    assert page.count("<h1") == 1
    assert re.search(r"<title>[^<]{3,}</title>", page)


def test_fault_is_said_without_details(settings, monkeypatch, incident):
    def broken(*args: object) -> None:
        raise RuntimeError("zuqxsecret")

    monkeypatch.setattr(views, "timeline_page", broken)
    response = Client(raise_request_exception=False).get(incident.get_absolute_url())
    assert response.status_code == 500
    assert texts(tree(response), "h1") == ["A fault on our side"]
    assert b"zuqxsecret" not in response.content
    assert response["Cache-Control"] == "no-store"


def test_page_of_a_fault_needs_no_static_manifest_nor_address():
    source = Path(__file__).parents[2] / "templates" / "500.html"
    text = source.read_text(encoding="utf-8")
    assert "{% static" not in text
    assert "{% url" not in text
    assert "extends" not in text


@pytest.mark.parametrize("where", ["incidents.views.incident.timeline_page", "incidents.models.SiteVersion.current"])
def test_busy_database_asks_to_come_back(reader, monkeypatch, incident, where):
    def locked(*args: object, **kwargs: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(where, locked)
    response = reader.get(incident.get_absolute_url())
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert response["Cache-Control"] == "no-store"
    assert texts(tree(response), "h1") == ["One moment"]


@pytest.mark.once
def test_fault_of_the_database_that_waiting_does_not_mend_is_a_fault(monkeypatch, incident):
    def broken(*args: object) -> None:
        raise OperationalError("no such column: x")

    monkeypatch.setattr("incidents.middleware.connection.vendor", "sqlite", raising=False)
    monkeypatch.setattr(views, "timeline_page", broken)
    response = Client(raise_request_exception=False).get(incident.get_absolute_url())
    assert response.status_code == 500


def test_robots_leave_admin_and_search_alone(reader):
    response = reader.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    searches = [f"Disallow: {prefix}/search/" for prefix in ("", "/es", "/fr", "/de", "/nl")]
    rules, _, sitemap = response.content.decode().partition("\n\n")
    assert rules.splitlines() == ["User-agent: *", "Disallow: /admin/", *searches]
    assert sitemap.startswith("Sitemap: ")


def test_stored_markup_is_text_on_every_page(reader, incident):
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    event = make_published(evil[:100], body=evil, place=evil, quotes=evil, incident=incident)
    Incident.objects.filter(pk=incident.pk).update(title=evil, summary=evil)
    Source.objects.update(title=evil, publisher=evil, authors=evil, credit=evil, language='"><script>')
    Event.objects.filter(pk=event.pk).update(language='"><script>')
    source = Source.objects.get()
    event.refresh_from_db()
    for path in (
        "/",
        incident.get_absolute_url(),
        event.get_absolute_url(),
        source.get_absolute_url(),
        "/search/?q=<script>alert(1)</script>",
    ):
        page = tree(reader.get(path))
        scripts = page.xpath("//script[not(@type='application/ld+json')]")
        data = page.xpath("//script[@type='application/ld+json']")
        assert all("<" not in one.text and json.loads(one.text) for one in data), path
        assert all(script.get("src", "").startswith("/static/") for script in scripts), path
        assert not page.xpath("//@onerror"), path
        assert not page.xpath("//img"), path


def test_long_names_and_mixed_scripts_are_answered(reader, incident):
    event = make_published("x" * 300, body="م" * 5000, quotes="y" * 2000, place="z" * 200, incident=incident)
    mixed = make_published("The ministry says “بيان” today", body="بيان of the ministry", incident=incident)
    for path in (incident.get_absolute_url(), event.get_absolute_url(), mixed.get_absolute_url(), "/"):
        assert reader.get(path).status_code == 200


def test_a_body_larger_than_any_report_is_refused_unread(reader, db):
    answer = reader.post("/admin/login/", b"", content_type="text/plain", headers={"Content-Length": "13000001"})
    assert answer.status_code == 413
    assert "larger than 13 MB" in answer.content.decode()
    assert "manage.py import_events FILE" in answer.content.decode()
    assert (
        reader.post("/admin/login/", b"", headers={"Content-Length": "many"}, content_type="text/plain").status_code
        == 413
    )


def test_no_account_is_led_from_the_admin_to_the_address_of_a_draft(desk, draft):
    from django.contrib.contenttypes.models import ContentType

    answer = desk.get(f"/admin/r/{ContentType.objects.get_for_model(draft).pk}/{draft.pk}/")
    assert answer.status_code == 404
