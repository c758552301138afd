"""The overview by pointer and keys, in a real browser."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from .cast import give_role, make_entity, make_published

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]  # a browser sees no database
FOCUSED = "document.activeElement.closest('[data-event], .entry')?.id || document.activeElement.dataset?.event"


@pytest.fixture
def year(incident):
    """A timeline with an event a month."""
    return [
        make_published(f"Event of month {month}", date=f"2023-{month:02}-10", incident=incident)
        for month in range(1, 13)
    ]


def draw_over(page, first: float, last: float) -> None:
    """Draw over a part of the strip, both ends in hundredths of its width."""
    box = page.locator(".strip").bounding_box()
    middle = box["y"] + 5
    page.mouse.move(box["x"] + box["width"] * first / 100, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * last / 100, middle, steps=4)
    expect(page.locator(".brush")).to_have_count(1)
    page.mouse.up()


def test_drawing_over_the_strip_narrows_the_list_and_back_undoes_it(visit, incident, year):
    seen = visit()
    page = seen.page
    seen.open(incident.get_absolute_url())
    expect(page.locator("article")).to_have_count(12)
    draw_over(page, 25, 60)
    page.wait_for_url("**from=2023**")
    expect(page.locator("article")).to_have_count(4)
    page.locator("[data-zoom=out]").click()
    expect(page.locator("article")).to_have_count(8)
    expect(page.locator("#found")).to_have_text(re.compile("eight", re.IGNORECASE))
    draw_over(page, 40, 60)
    expect(page.locator("article")).to_have_count(2)
    page.go_back()
    expect(page.locator("article")).to_have_count(8)
    page.go_back()
    expect(page.locator("article")).to_have_count(4)
    page.go_back()
    expect(page.locator("article")).to_have_count(12)
    page.go_forward()
    expect(page.locator("article")).to_have_count(4)
    page.locator("article h3 a").first.click()  # which leads away from the timeline
    expect(page.locator("h1")).to_have_text(re.compile("Event of month"))
    assert seen.problems == []


def test_another_page_of_what_is_filtered_is_read_from_its_top(visit, incident):
    for number in range(51):
        make_published(f"Event {number}", date=f"19{number + 10}", incident=incident)
    seen = visit()
    page = seen.page
    seen.open(f"{incident.get_absolute_url()}?filter")
    page.locator("#when").fill("1900/1999")
    page.keyboard.press("Enter")
    page.wait_for_url("**?when=1900%2F1999")  # what was left empty is not in the address
    page.locator("a[rel=next]").click()
    expect(page.locator(".rule").first).to_be_focused()
    expect(page.locator(".rule").first).to_be_in_viewport()
    expect(page.locator("article")).to_have_count(1)
    assert seen.problems == []


def touch(page, *ways: tuple[tuple[float, float], tuple[float, float]]) -> None:
    """Move fingers over the strip, each from one place to another: hundredths of its width, and pixels down."""
    box, session = page.locator(".strip").bounding_box(), page.context.new_cdp_session(page)
    for kind, part in (("touchStart", 0.0), *(("touchMove", step / 8) for step in range(1, 9)), ("touchEnd", None)):
        points = [
            {
                "x": box["x"] + box["width"] * (start[0] + part * (end[0] - start[0])) / 100,
                "y": box["y"] + start[1] + part * (end[1] - start[1]),
                "id": number,
            }
            for number, (start, end) in enumerate(ways if part is not None else ())
        ]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_two_fingers_stretch_what_is_shown_one_moves_it_and_the_page_still_scrolls(visit, incident, year, motion):
    seen = visit(width=390, motion=motion)
    page = seen.page
    seen.open(incident.get_absolute_url())
    touch(page, ((50, 5), (52, -200)))  # upwards: the page's
    page.wait_for_function("scrollY > 100")
    page.evaluate("scrollTo(0, 0)")
    touch(page, ((50, 5), (20, 5)))  # there is nothing beside a whole timeline
    touch(page, ((40, 5), (20, 5)), ((60, 5), (80, 5)))
    page.wait_for_url("**from=2023**")
    expect(page.locator("article")).to_have_count(4)
    first = page.locator("article h3").first.inner_text()
    touch(page, ((30, 5), (80, 5)))
    expect(page.locator("article h3").first).not_to_have_text(first)
    touch(page, ((20, 5), (45, 5)), ((80, 5), (55, 5)))
    expect(page.locator("article")).to_have_count(12)
    assert seen.problems == []


def test_a_finger_beside_a_mark_and_the_wheel_mean_what_is_nearest(visit, incident, year):
    seen = visit(width=390)
    page = seen.page
    seen.open(incident.get_absolute_url())
    mark = page.locator(".mark").nth(4)
    box = mark.bounding_box()
    strip = page.locator(".strip").bounding_box()
    beside = (100 * (box["x"] - 5 - strip["x"]) / strip["width"], box["y"] - 5 - strip["y"])
    touch(page, (beside, beside))
    page.wait_for_url("**#e-*")
    assert page.url.partition("#")[2] == mark.get_attribute("href").lstrip("#")
    page.evaluate("scrollTo(0, 0)")
    strip = page.locator(".strip").bounding_box()
    page.mouse.move(strip["x"] + 2, strip["y"] + 5)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.wait_for_url("**?from=2023-01**&to=2023-0**")  # the beginning, at which it pointed, is still in view
    assert seen.problems == []


def test_a_mark_leads_to_its_entry_and_they_light_each_other(visit, incident, year):
    seen = visit()
    page = seen.page
    seen.open(incident.get_absolute_url())
    mark = page.locator(f"[data-event='{year[8].public_id}']")
    mark.hover()
    expect(page.locator(f"#e-{year[8].public_id}")).to_have_class(re.compile("lit"))
    mark.click()
    expect(page.locator(f"#e-{year[8].public_id}")).to_be_in_viewport()
    page.locator(f"#e-{year[9].public_id} h3 a").first.hover()
    expect(page.locator(f"[data-event='{year[9].public_id}']")).to_have_class(re.compile("lit"))


def test_keys_go_along_the_overview_and_from_entry_to_entry(visit, incident, year):
    seen = visit()
    page = seen.page
    seen.open(incident.get_absolute_url())
    page.locator(".mark[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUSED) == year[2].public_id
    page.keyboard.press("End")
    assert page.evaluate(FOCUSED) == year[11].public_id
    assert page.locator(".mark[tabindex='0']").count() == 1  # one stop of the tab key, however many marks
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate(FOCUSED) == f"e-{year[1].public_id}"
    page.keyboard.press("k")
    assert page.evaluate(FOCUSED) == f"e-{year[0].public_id}"
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    assert seen.violations() == []
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.wait_for_url("**?filter#q")
    expect(page.locator("#q")).to_be_focused()


def test_the_strip_is_read_without_javascript(visit, incident, year):
    seen = visit(width=390, javascript=False)
    seen.open(incident.get_absolute_url())
    expect(seen.page.locator(".strip .mark")).to_have_count(12)
    seen.page.locator("[data-zoom=in]").click()
    expect(seen.page.locator("article")).to_have_count(6)
    seen.page.locator(".filters input[name=when]").fill("summer 2023")
    seen.page.get_by_role("button", name="Show").click()
    expect(seen.page.locator("article")).to_have_count(3)
    seen.page.get_by_role("link", name="The whole timeline").click()
    expect(seen.page.locator("article")).to_have_count(12)


@pytest.mark.parametrize("width", [340, 390, 860, 1280])
def test_names_along_the_strip_do_not_meet(visit, incident, year, width):
    make_published("Long before", date="1998-07-17", incident=incident)
    seen = visit(width=width)
    seen.open(incident.get_absolute_url())
    boxes = seen.page.eval_on_selector_all(
        ".axis text",
        """texts => texts.filter(text => text.getClientRects().length)
          .map(text => text.getBoundingClientRect()).map(box => [box.left, box.right])""",
    )
    assert len(boxes) > 1
    boxes.sort()
    assert all(before[1] < after[0] for before, after in pairwise(boxes))


@pytest.mark.parametrize("width", [390, 1280])
def test_lanes_and_the_table_are_read_on_any_width(visit, incident, year, width):
    for name, events in (
        ("The port", year[:7]),
        ("A ministry with a very long name, as ministries have them", year[5:9]),
    ):
        entity = make_entity(name)
        for event in events:
            give_role(event, entity)
    seen = visit(width=width)
    page = seen.page
    seen.open(incident.get_absolute_url())
    page.get_by_role("link", name="who", exact=True).click()
    expect(page.locator(".strip .lane")).to_have_count(3)
    page.locator(".periods summary").click()
    expect(page.locator(".periods tbody tr")).to_have_count(12)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(color_scheme="dark")
    assert seen.violations() == []
    page.locator(".strip a .lane").first.click()
    expect(page.locator("article")).to_have_count(7)
    page.locator(".periods summary").click()
    page.locator(".periods tbody a").first.click()
    expect(page.locator("article")).to_have_count(1)
    assert seen.problems == []
