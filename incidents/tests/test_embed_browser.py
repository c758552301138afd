"""A frame on a page of another site, in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect

from .cast import make_published

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]  # a browser sees no database


@pytest.fixture
def framed(incident):
    for day in range(10, 28):
        make_published(f"Something happens in the harbour on {day} March", date=f"2024-03-{day}", incident=incident)
    return f"/embed/incident/{incident.slug}/"


@pytest.fixture
def host() -> Iterator[Callable[[str], str]]:
    """Serve a page at an origin of its own: `host(html)` returns its address."""
    served = {"page": ""}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = served["page"].encode() if self.path == "/" else b""
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()

    def at(page: str) -> str:
        served["page"] = page
        return f"http://127.0.0.1:{server.server_port}/"

    yield at
    server.shutdown()
    server.server_close()
    thread.join()


def open_host(visit, host, frame: str, **options):
    """Open a page of another site that frames one of ours."""
    seen = visit(**options)
    seen.page.goto(
        host(
            f'<!doctype html><html lang="en"><title>Host</title><iframe src="{seen.base}{frame}" height="200"></iframe>'
            f'<script src="{seen.base}/static/dateline/embed.js"></script>'
        )
    )
    return seen


HEIGHT = "document.querySelector('iframe').getBoundingClientRect().height"


def test_a_frame_grows_with_what_it_shows(visit, host, framed):
    seen = open_host(visit, host, framed)
    seen.page.wait_for_function(f"{HEIGHT} > 400")
    inside = seen.page.frames[1]
    expect(inside.get_by_role("listitem")).to_have_count(10)
    assert inside.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert [one for one in seen.problems if not one.startswith("request to http://127.0.0.1:")] == []


def test_a_number_from_elsewhere_is_not_heard(visit, host, framed):
    seen = open_host(visit, host, framed)
    seen.page.wait_for_function(f"{HEIGHT} > 400")
    before = seen.page.evaluate(HEIGHT)
    seen.page.evaluate("window.postMessage({dateline: {height: 5}}, '*')")
    for origin, source in (("https://elsewhere.example", "frames[0]"), (seen.base, "window")):
        seen.page.evaluate(
            f"dispatchEvent(new MessageEvent('message',"
            f" {{data: {{dateline: {{height: 5}}}}, origin: '{origin}', source: {source}}}))"
        )
    seen.page.wait_for_timeout(100)
    assert seen.page.evaluate(HEIGHT) == before


def test_without_scripts_a_frame_has_the_height_that_it_was_given(visit, host, framed):
    seen = open_host(visit, host, framed, javascript=False)
    expect(seen.page.frame_locator("iframe").get_by_role("listitem")).to_have_count(10)
    assert seen.page.locator("iframe").bounding_box()["height"] >= 200


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_for_frames_hold_wcag(visit, framed, incident, announced, scheme):
    for width in (320, 640):
        seen = visit(width=width, scheme=scheme)
        for path in (framed, framed + "?theme=dark", f"/embed/event/{announced.public_id}/"):
            seen.open(path)
            assert seen.violations() == [], path
            assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
        assert seen.problems == []
