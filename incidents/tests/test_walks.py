"""Whole ways of readers through the demo, in a real browser: by phone, by keys, by ear, by address, on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from playwright.sync_api import Locator, Page, expect

from .browser import Visit

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]  # a browser sees no database

COURT = "/incidents/icc-intrusions/"
Visits = Callable[..., Visit]


@pytest.fixture(autouse=True)
def demo(db: None) -> None:
    call_command("demo", verbosity=0)


def told(window: Visit) -> list[str]:
    """Return the ids of the entries of a page, in its order."""
    return window.page.locator(".entry").evaluate_all("all => all.map(one => one.id)")


def entry_of(page: Page, headline: str) -> Locator:
    """Return the entry that has this headline; others may link to it."""
    return page.locator(".entry", has=page.get_by_role("heading", name=headline))


def test_on_a_phone_without_javascript(visit: Visits) -> None:
    """From the front page to a statement, its note, its source and that source's words, then by search and a filter."""
    window = visit(width=390, javascript=False)
    page = window.page
    window.open("/")
    page.get_by_role("link", name="Intrusions at the International Criminal Court").first.click()
    entry_of(page, "The Court calls the attack espionage").locator(".prose .refs a").first.click()
    note = page.locator(".note:target")
    expect(note).to_be_visible()
    expect(note).to_contain_text("a serious attempt to undermine the court's mandate")
    note.locator(".number").click()
    line = page.locator(".sources li:target")
    expect(line).to_contain_text("Greater Kashmir")
    line.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/sources/"))
    expect(page.get_by_role("main")).to_contain_text("a serious attempt to undermine the court's mandate")
    page.locator("main").get_by_role("link", name="The Court calls the attack espionage").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The Court calls the attack espionage")
    page.get_by_role("link", name="Who was behind the attack remains open").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Who was behind the attack remains open")
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_role("searchbox").first.fill("espionge")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("espionage")
    window.open(COURT)
    page.get_by_role("link", name="Filter").click()
    page.locator("#when").fill("autumn 2023")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="October 2023")).to_be_visible()
    expect(page.get_by_role("heading", name="June 2025")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert window.problems == []


def test_by_keyboard_alone(visit: Visits) -> None:
    """Past the masthead, along the overview into an entry, to its page and back, into the filter and out of it."""
    window = visit()
    page = window.page

    def focused(expression: str) -> Any:
        return page.evaluate(f"document.activeElement.{expression}")

    def press(*keys: str) -> None:
        for key in keys:
            page.keyboard.press(key)

    window.open(COURT)
    press("Tab", "Enter")
    expect(page.locator("#content")).to_be_focused()
    for _ in range(20):
        press("Tab")
        if focused("classList.contains('mark')"):
            break
    else:
        pytest.fail("The overview is not reached by the tab key.")
    press("End", "Enter")
    entry = page.locator(".entry:target")
    expect(entry).to_contain_text("The Court discloses the second attack")
    press("k")
    assert focused("textContent") == "The Court detects a second attack"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("The Court detects a second attack")
    page.go_back()
    page.wait_for_load_state()
    press("/")
    page.wait_for_url("**?filter#q")
    expect(page.locator("#q")).to_be_focused()
    press("Tab")
    expect(page.locator("#when")).to_be_focused()
    page.keyboard.type("June 2025")
    press("Enter")
    expect(page.locator(".entry")).to_have_count(2)
    # What is swapped in does not take the keyboard's place away, and is said.
    expect(page.locator("#when")).to_be_focused()
    expect(page.locator("#found[role=status]")).to_have_text("Two events")
    press("Escape")
    assert window.problems == []


def test_by_ear(visit: Visits) -> None:
    """A screen reader's tree has the landmarks, the outline, each date with its event, and the overview as a table."""
    window = visit()
    page = window.page
    window.open(COURT)
    tree = page.locator("body").aria_snapshot()
    begins = [line.strip().removeprefix("- ") for line in tree.splitlines()]
    landmarks = [line.rstrip(":") for line in begins if re.match("banner|main|contentinfo|navigation", line)]
    assert [one.split()[0] for one in landmarks if not one.startswith("navigation")] == [
        "banner",
        "main",
        "contentinfo",
    ]
    names = [one for one in landmarks if one.startswith("navigation")]
    assert len(names) == len(set(names))
    assert all('"' in name for name in names)
    headings = [re.sub(r":$", "", line) for line in begins if line.startswith("heading")]
    assert headings[0] == 'heading "Intrusions at the International Criminal Court" [level=1]'
    assert 'heading "September 2023" [level=2]' in headings
    expect(page.locator("body")).to_match_aria_snapshot(
        """
        - article:
          - heading /The Court announces a cybersecurity incident/ [level=3]
        """
    )
    page.locator(".periods summary").click()
    table = page.get_by_role("table")
    expect(table.get_by_role("row", name=re.compile("September 2023")).first).to_be_visible()
    # A date comes before what happened then.
    entry = entry_of(page, "The Court announces a cybersecurity incident").aria_snapshot()
    assert "19 September 2023" in entry


def test_what_one_reader_sees_another_is_sent(visit: Visits) -> None:
    """Brush, come closer, filter; the address alone shows a stranger the same; back and forward go through it all."""
    window = visit()
    page = window.page
    window.open(COURT)
    states = [(page.url, told(window))]

    def has_changed() -> None:
        page.wait_for_function("before => location.href !== before", arg=states[-1][0])
        page.wait_for_load_state()
        states.append((page.url, told(window)))

    strip = page.locator(".overview .strip").bounding_box()
    assert strip
    page.mouse.move(strip["x"] + strip["width"] * 0.4, strip["y"] + 10)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] * 0.99, strip["y"] + 12, steps=5)
    page.mouse.up()
    has_changed()
    page.locator("[data-zoom=in]").click()
    has_changed()
    page.locator(".filters").get_by_role("link", name=re.compile("^disclosed")).click()
    has_changed()
    assert len({url for url, _entries in states}) == 4
    assert len(states[-1][1]) < len(states[0][1])
    stranger = visit(width=390, javascript=False)
    for url, entries in states:
        stranger.page.goto(url)
        assert told(stranger) == entries
    for url, entries in reversed(states[:-1]):
        page.go_back()
        expect(page).to_have_url(url)
        expect(page.locator(".entry")).to_have_count(len(entries))
    for url, entries in states[1:]:
        page.go_forward()
        expect(page).to_have_url(url)
        expect(page.locator(".entry")).to_have_count(len(entries))
    assert told(window) == states[-1][1]
    assert window.problems == []


def test_on_paper(visit: Visits) -> None:
    """A timeline prints as a report: the day of printing, notes by number, links that can be followed in a PDF."""
    window = visit()
    page = window.page
    window.open(COURT)
    paper = page.pdf(format="A4")
    pages = len(re.findall(rb"/Type /Page\b", paper))
    assert 4 <= pages <= 9
    assert paper.count(b"/URI (https://") >= 10
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    expect(page.locator(".printed time")).to_have_text(f" ({today})")
    page.emulate_media(media="print")
    for out_of_place in (".masthead nav", ".zoom", ".ways", ".periods", ".data", ".date small"):
        assert not page.locator(out_of_place).first.is_visible(), out_of_place
    assert page.locator(".entry").first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
