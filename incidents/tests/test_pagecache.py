"""Kept pages: 304 and copies at the price of one row, renewed by everything a reader can see."""

from __future__ import annotations

from wsgiref.util import setup_testing_defaults

import pytest
from django.core.cache import caches
from django.test import Client
from django.test.utils import CaptureQueriesContext

from incidents import pagecache
from incidents.models import Entity, Membership, SiteVersion, Tag
from timeline.wsgi import application

from .cast import cite, give_role, link, make_entity, make_event, make_incident, make_published, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def paths(incident, announced, agency_report):
    return [
        "/",
        incident.get_absolute_url(),
        announced.get_absolute_url(),
        agency_report.get_absolute_url(),
        "/about/",
        "/method/",
        "/feeds/latest.atom",
        "/incidents/outage-at-the-port.atom",
        "/robots.txt",
    ]


@pytest.fixture
def no_template(monkeypatch):
    """Make every template fail from now on."""

    def used(*args: object, **kwargs: object) -> None:
        raise AssertionError("a template was rendered")

    return lambda: monkeypatch.setattr("django.template.base.Template.render", used)


def test_warm_page_costs_one_row_and_no_template(reader, paths, no_template, django_assert_num_queries):
    first = {path: reader.get(path) for path in paths}
    no_template()
    for path in paths:
        with django_assert_num_queries(1):
            again = Client().get(path)
        assert (again.status_code, again.content) == (200, first[path].content)
        assert dict(again.items()) == dict(first[path].items())


def test_not_modified_costs_one_row_and_no_template(reader, paths, no_template, django_assert_num_queries):
    tags = {path: reader.get(path)["ETag"] for path in paths}
    caches["default"].clear()
    no_template()
    for path in paths:
        with django_assert_num_queries(1):
            answer = reader.get(path, headers={"If-None-Match": tags[path]})
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer["ETag"] == tags[path]
        assert "HX-Request" in answer["Vary"]
        assert answer["Cache-Control"] == "public, max-age=0, s-maxage=60"
        assert "Content-Type" not in answer


def test_headers_of_a_kept_page_are_those_of_a_fresh_one(reader, paths):
    for path in paths:
        fresh, kept = reader.get(path), reader.get(path)
        assert fresh["Content-Security-Policy"] == kept["Content-Security-Policy"]
        assert "default-src 'none'" in kept["Content-Security-Policy"]
        for name in ("X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy", "Vary", "Content-Type"):
            assert fresh[name] == kept[name], (path, name)


def test_head_has_the_headers_of_get_and_no_body(reader, paths, incident):
    """As servers see it: Django's test client takes bodies away by itself."""
    for path in [*paths, paths[0], f"/incidents/{incident.slug}.json", "/nowhere/", "/admin/login/"]:
        answered = {}
        environ = {"PATH_INFO": path.partition("?")[0], "QUERY_STRING": path.partition("?")[2]}
        environ |= {"REQUEST_METHOD": "HEAD", "HTTP_HOST": "testserver"}
        setup_testing_defaults(environ)
        body = application(environ, lambda status, headers: answered.update(headers, status=status[:3]))  # noqa: B023
        assert b"".join(body) == b"", path
        body.close()
        got = reader.get(path)
        assert answered.pop("status") == str(got.status_code)
        assert answered.get("Content-Length") == got.get("Content-Length"), path
        assert answered.get("ETag") == got.get("ETag"), path


def test_not_modified_contradicts_no_security_header(reader, paths):
    for path in paths:
        fresh = reader.get(path)
        answer = reader.get(path, headers={"If-None-Match": fresh["ETag"]})
        for name, value in answer.items():
            assert fresh[name] == value, (path, name)


def test_etags_are_one_an_address_and_tell_no_number(reader, paths):
    tags = [reader.get(path)["ETag"] for path in paths]
    assert len(set(tags)) == len(paths)
    assert all(len(tag) == len('W/""') + 32 for tag in tags)


def changed(row, **values):
    row = type(row).objects.get(pk=row.pk)
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


VISIBLE = {
    "event reworded": lambda e: changed(e, headline="Other"),
    "event redated": lambda e: changed(e, date="2023-09-20"),
    "event withdrawn": lambda e: type(e).objects.get(pk=e.pk).withdraw(by=None, reason="Wrong."),
    "event published": lambda e: make_published(),
    "citation added": lambda e: cite(e, make_source()),
    "citation disputes": lambda e: cite(e, make_source(), stance="disputes"),
    "quote changed": lambda e: changed(e.citations.get().quotes.get(), exact="other"),
    "quote removed": lambda e: e.citations.get().quotes.get().delete(),
    "source renamed": lambda e: changed(e.citations.get().source, title="Renamed"),
    "link made": lambda e: link(e, "led-to", make_published()),
    "incident retitled": lambda e: changed(e.incidents.get(), title="Other"),
    "incident moved": lambda e: changed(e.incidents.get(), slug="other"),
    "incident published": lambda e: make_incident(published=True),
    "membership made background": lambda e: changed(e.memberships.get(), role="background"),
    "membership removed": lambda e: e.memberships.get().delete(),
    "role given": lambda e: give_role(e, make_entity("Somebody")),
    "entity renamed": lambda e: (give_role(e, make_entity("Somebody")), changed(Entity.objects.get(), name="Else")),
    "tag renamed": lambda e: (e.tags.add(Tag.objects.create(name="a", slug="a")), changed(Tag.objects.get(), name="b")),
}


@pytest.mark.parametrize("change", VISIBLE.values(), ids=VISIBLE.keys())
def test_everything_that_readers_see_renews_pages(announced, change):
    before = SiteVersion.current()
    change(announced)
    assert SiteVersion.current() > before


HIDDEN = {
    "draft": lambda i: make_event("Draft"),
    "proposal": lambda i: make_event("Proposed", state="proposed", import_ref="r"),
    "draft changed": lambda i: changed(make_event("Draft"), headline="Other"),
    "draft cited": lambda i: cite(make_event("Draft"), make_source()),
    "draft incident": lambda i: make_incident("Draft"),
    "draft in a draft incident": lambda i: Membership(incident=make_incident(), event=make_event()).save(),
}


@pytest.mark.parametrize("change", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_no_reader_sees_renews_nothing(announced, incident, change):
    before = SiteVersion.current()
    change(incident)
    assert SiteVersion.current() == before


def test_reader_with_an_old_copy_gets_the_new_page(reader, announced, incident):
    path = incident.get_absolute_url()
    tag = reader.get(path)["ETag"]
    changed(announced, headline="The port speaks")
    answer = reader.get(path, headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert "The port speaks" in answer.content.decode()


def test_deploy_renews_pages(reader, announced, monkeypatch):
    tag = reader.get("/")["ETag"]
    monkeypatch.setattr(pagecache, "build_stamp", lambda: "another build")
    assert reader.get("/", headers={"If-None-Match": tag}).status_code == 200
    assert reader.get("/")["ETag"] != tag


@pytest.mark.once
def test_build_stamp_is_made_of_code_templates_and_styles(tmp_path, monkeypatch):
    for name in ("incidents", "templates", "static"):
        (tmp_path / name).mkdir()
    (tmp_path / "templates" / "a.html").write_text("one")
    (tmp_path / "incidents" / "tests").mkdir()
    monkeypatch.setattr(pagecache, "CODE", tuple(tmp_path / name for name in ("incidents", "templates", "static")))
    stamp = pagecache.build_stamp.__wrapped__
    before = stamp()
    (tmp_path / "incidents" / "tests" / "b.py").write_text("a test is no part of a page")
    assert stamp() == before
    (tmp_path / "templates" / "a.html").write_text("two")
    assert stamp() != before


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ("{tag}", 304),
        ('"x", {tag}', 304),
        ("{strong}", 304),
        ('"x"', 200),
        ("", 200),
        ("W/", 200),
        ("*", 200),
        ("," * 5000, 200),
    ],
)
def test_if_none_match_is_compared_weakly(reader, announced, header, status):
    tag = reader.get("/")["ETag"]
    sent = header.format(tag=tag, strong=tag.removeprefix("W/"))
    assert reader.get("/", headers={"If-None-Match": sent}).status_code == status


def test_part_and_page_are_kept_apart(reader, announced):
    whole = reader.get("/search/?q=port")
    part = reader.get("/search/?q=port", headers={"HX-Request": "true"})
    restored = reader.get("/search/?q=port", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert whole["ETag"] != part["ETag"]
    assert whole["ETag"] == restored["ETag"]
    assert whole.content == restored.content != part.content
    assert all("HX-Request" in answer["Vary"] for answer in (whole, part, restored))


def test_searches_are_not_kept(reader, announced):
    reader.get("/search/?q=port")
    reader.get("/?anything=1")
    with CaptureQueriesContext(connection()) as queries:
        reader.get("/search/?q=port")
    assert len(queries) > 1


def connection():
    from django.db import connection

    return connection


def test_editor_gets_the_same_page_as_a_stranger(desk, announced, draft, incident):
    for path in ("/", incident.get_absolute_url(), announced.get_absolute_url()):
        caches["default"].clear()
        of_editor = desk.get(path).content
        caches["default"].clear()
        assert Client().get(path).content == of_editor


def test_public_page_sets_no_cookie_and_varies_by_none(reader, paths):
    for path in paths:
        answer = reader.get(path)
        assert not answer.cookies
        assert "Cookie" not in answer["Vary"]


def test_admin_is_never_kept(desk):
    for path in ("/admin/", "/admin/login/"):
        answer = desk.get(path)
        assert "no-store" in answer["Cache-Control"] or "private" in answer["Cache-Control"]
        assert "ETag" not in answer


def test_no_header_of_a_stranger_changes_what_is_kept_for_others(reader, announced):
    plain = reader.get("/about/").content
    caches["default"].clear()
    reader.get("/about/", SCRIPT_NAME="/about")
    assert reader.get("/about/").content == plain
    whole = reader.get("/search/").content
    caches["default"].clear()
    reader.get("/search/", headers={"HX-Request": "tru%65", "HX-Request-URI-AutoEncoded": "true"})
    assert reader.get("/search/").content == whole


def test_what_readers_can_vary_at_will_is_not_kept(reader, announced):
    caches["default"].clear()
    for number in range(3):
        reader.get(f"/feeds/latest.atom?after={number}")
        reader.get(f"/about/?after={number}")
        reader.get(f"/search/?q={number}")
    assert len(caches["default"]._cache) == 0
