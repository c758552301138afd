"""The main job from end to end in a browser: two reports in, a cited public timeline out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import feedparser
import pytest
from playwright.sync_api import Page, expect

from incidents.models import Event

from .browser import Visit
from .cast import make_incident, make_user
from .seeds import seed

pytestmark = pytest.mark.django_db(transaction=True)


def sign_in(window: Visit) -> None:
    make_user("editor", superuser=True)
    window.open("/admin/")
    window.page.get_by_label("Username").fill("editor")
    window.page.get_by_label("Password").fill("correct horse 7 battery")
    window.page.get_by_role("button", name="Log in").click()
    window.page.wait_for_selector("#user-tools")


def give(window: Visit, title: str, text: str) -> None:
    """Paste a report into the import form."""
    window.open("/admin/incidents/source/import-report/")
    window.page.get_by_label("Incident").select_option(label=title)
    window.page.locator("#id_text").fill(text)
    window.page.get_by_role("button", name="Read it").click()


def decide(page: Page, left: int, key: str) -> None:
    """Press a key with the wanted number of proposals left, and wait for the desk to show one fewer."""
    expect(page.locator(".review-head")).to_contain_text(f"{left} proposal")
    page.wait_for_load_state()  # its words are there before its scripts, which read the keys
    page.keyboard.press(key)
    expect(page.locator(".review-head")).to_contain_text(f"{left - 1} proposal")


def test_two_reports_become_a_cited_timeline(visit: Callable[..., Visit], live_server: Any) -> None:
    first, second = (seed(number).read_text(encoding="utf-8") for number in ("000", "003"))
    title = "Intrusions at the Court"
    make_incident(title, slug="court", published=True)
    window = visit()
    page = window.page
    sign_in(window)

    # The first report carries its date and its agency.
    give(window, title, first)
    expect(page.locator("#id_published")).to_have_value("2023-09-19")
    expect(page.get_by_label("Credit line")).to_have_value("EFE")
    page.get_by_role("button", name="Store it and review").click()
    expect(page.locator("#how")).to_contain_text("The report of Tuesday 19 September 2023 says “this Tuesday”")
    waiting = Event.objects.awaiting_review().count()
    for left in range(waiting, waiting - 3, -1):
        decide(page, left, "a")
    for left in range(waiting - 3, 0, -1):
        decide(page, left, "d")
    page.get_by_role("button", name="Publish them").click()
    expect(page.get_by_text("Everything here is decided.")).to_be_visible()

    # The second one says nowhere when it was published, so the form asks.
    give(window, title, second)
    expect(page.get_by_label("Credit line")).to_have_value("AP")
    page.get_by_role("button", name="Store it and review").click()
    expect(page.get_by_text("No trustworthy publication date was found")).to_be_visible()
    page.locator("#id_published").fill("19 September 2023")
    page.get_by_role("button", name="Store it and review").click()
    expect(page.locator("#how")).to_contain_text("The report of Tuesday 19 September 2023 says “Tuesday”")
    waiting = Event.objects.awaiting_review().count()
    for left in range(waiting, waiting - 3, -1):
        expect(page.locator(".matches button").first).to_be_visible()
        decide(page, left, "1")
    for left in range(waiting - 3, 0, -1):
        decide(page, left, "d")

    events = list(Event.objects.published().in_order())
    assert [(str(event.date), event.part) for event in events] == [
        ("2022", ""),
        ("[2023-09-11..2023-09-17]", "end"),
        ("2023-09-19", ""),
    ]
    for event in events:
        assert {citation.source.publisher for citation in event.citations.all()} == {"EFE", "AP"}
    # A refused form is answered with 422, which the browser mentions; nothing else may be wrong.
    assert [problem for problem in window.problems if "422" not in problem] == []

    # A reader, to whom nothing of the desk is known.
    reader = visit(width=390, scheme="dark")
    reader.open("/incidents/court/")
    expect(reader.page.locator("article")).to_have_count(3)
    expect(reader.page.locator("article").get_by_text("late in the week of 11 September 2023").first).to_be_visible()
    numeral = reader.page.locator("article a.ref").first
    target = numeral.get_attribute("href")
    numeral.click()
    expect(reader.page.locator(target or "")).to_be_visible()

    reader.open("/search/?q=anomalous")
    expect(reader.page.get_by_role("main").get_by_role("link", name="anomalous").first).to_be_visible()
    assert reader.problems == []

    feed = feedparser.parse(f"{live_server.url}/incidents/court.atom")
    assert len(feed.entries) == 3
    assert any("2023" in entry.title for entry in feed.entries)
