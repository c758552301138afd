"""The public pages in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from incidents.models import Correction, EntityAlias, Event, EventVersion, Source

from .cast import cite, give_role, link, make_entity, make_incident, make_published, make_source

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]  # a browser sees no database

# How far what was painted has moved since, as Chromium counts it.
SHIFTS = """new Promise(done => {
    let moved = 0
    const count = list => list.getEntries().forEach(entry => moved += entry.value)
    new PerformanceObserver(count).observe({type: "layout-shift", buffered: true})
    requestAnimationFrame(() => setTimeout(() => done(moved), 50))
})"""


@pytest.fixture
def matter(incident, announced, detected, agency_report, paper_report):
    """A timeline with everything on it that a page can show."""
    incident.summary = "The port **stood still** for a week."
    incident.save()
    cite(announced, paper_report, "all went on as usual", stance="disputes")
    copy = make_source("The same again", publisher="Copying Paper", copy_of=agency_report, copy_state="confirmed")
    cite(announced, copy, "its systems were down", about="passage", passage="systems were down")
    cite(link(detected, "led-to", announced), agency_report, "after what was found on Monday")
    make_published("Long before", date="2019", role="background", incident=incident)
    make_published("Some time", date="", undated=True, incident=incident)
    make_published("الميناء يتوقف", date="2024-01", language="ar", body="نص **مهم** هنا.", incident=incident)
    port = make_entity("The Port", slug="the-port", description="A port on the coast.")
    EntityAlias.objects.create(entity=port, name="الميناء", language="ar")
    give_role(announced, port, "speaker")
    for event in (detected, make_published("w" * 280, date="1998", tags=["ports"])):
        give_role(event, port, "actor")
    make_published(
        "x" * 280, date="2024-02-02", tags=["ports"], body=f"https://example.org/{'y' * 300}", incident=incident
    )
    return incident


@pytest.fixture
def paths(matter, announced, agency_report):
    event = Event.objects.get(pk=announced.pk)
    event.body, event.place = "The port said that its **cranes** stood still.\n\nNothing else is known.", "Rotterdam"
    event.save()
    after, before = EventVersion.objects.filter(event=event)[:2]
    Correction(event=event, before=before, after=after, summary="It was the cranes.", reason="Misheard.").save()
    return [
        "/",
        matter.get_absolute_url(),
        matter.get_absolute_url() + "?filter",
        matter.get_absolute_url() + "?when=blah&view=compact",
        announced.get_absolute_url(),
        Source.objects.get(pk=agency_report.pk).get_absolute_url(),
        f"/events/{event.public_id}/v/{before.number}/",
        f"/events/{event.public_id}/v/{after.number}/",
        "/corrections/",
        "/entities/the-port/",
        "/tags/ports/",
        "/search/?q=port",
        "/search/?q=outtage",
        "/es/search/?incident=outage-at-the-port",
        "/about/",
        "/method/",
    ]


def test_pages_break_no_policy_and_ask_no_other_site(visit, paths):
    seen = visit()
    for path in paths:
        assert seen.open(path).status == (400 if "blah" in path else 200)
        assert seen.page.title()
    # A refusal is an answer that a browser reports as a failed load.
    assert [one for one in seen.problems if "status of 400" not in one] == []


@pytest.mark.parametrize(
    ("width", "scheme"),
    # 640: a window of 1280 pixels at a zoom of 200%
    [(390, "light"), (390, "dark"), (640, "light"), (1280, "light"), (1280, "dark")],
)
def test_pages_hold_wcag(visit, paths, width, scheme):
    seen = visit(width=width, scheme=scheme)
    for path in [*paths, "/nowhere/"]:
        seen.open(path)
        seen.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert seen.violations() == [], path


def test_axe_finds_a_planted_fault(visit, matter):
    seen = visit()
    seen.open("/")
    seen.page.evaluate("document.querySelector('main').innerHTML += '<img src=\"/static/dateline/icon.svg\">'")
    assert any(line.startswith("image-alt") for line in seen.violations())


@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_nothing_runs_off_the_side_or_moves_while_it_loads(visit, paths, width):
    seen = visit(width=width)
    for path in paths:
        seen.open(path)
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert seen.page.evaluate(SHIFTS) == 0, path
        seen.page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width, f"{path}, text twice as large"


def test_a_planted_shift_is_seen(visit, matter):
    seen = visit()
    seen.open(matter.get_absolute_url())
    seen.page.evaluate("document.body.prepend(Object.assign(document.createElement('p'), {textContent: 'Late.'}))")
    assert seen.page.evaluate(SHIFTS) > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_a_contrast_of_seven_to_one(visit, paths, scheme):
    seen = visit(scheme=scheme)
    for path in paths:
        seen.open(path)
        assert seen.page.evaluate(CONTRASTS) == [], path


# WCAG 2.2, "contrast ratio", for every element that has text of its own, against the nearest painted ground.
CONTRASTS = """() => {
  const parse = text => text.match(/[0-9.]+/g).map(Number)
  const light = rgb => rgb.slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
  const ground = node => {
    for (; node; node = node.parentElement) {
      const color = parse(getComputedStyle(node).backgroundColor)
      if (color.length === 3 || color[3] === 1) return color
    }
    return [255, 255, 255]
  }
  return [...document.body.querySelectorAll('*')].filter(node =>
    [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim())
  ).map(node => {
    const pair = [light(parse(getComputedStyle(node).color)), light(ground(node))].sort((a, b) => b - a)
    return [node.outerHTML.slice(0, 80), (pair[0] + 0.05) / (pair[1] + 0.05)]
  }).filter(([, ratio]) => ratio < 7)
}"""


def test_timeline_reads_without_javascript(visit, matter, announced):
    seen = visit(javascript=False)
    seen.open(matter.get_absolute_url())
    entry = seen.page.locator(f"#e-{announced.public_id}")
    assert "its systems were down" in entry.inner_text()
    working = entry.locator(".working").first
    assert not working.is_visible()
    entry.locator("summary").first.click()
    assert working.is_visible()


def test_numeral_leads_to_its_note_and_on(visit, matter, announced):
    seen = visit(width=390)
    seen.open(matter.get_absolute_url())
    entry = seen.page.locator(f"#e-{announced.public_id}")
    entry.locator(".ref").first.click()
    note = seen.page.locator(".note:target")
    expect(note).to_have_count(1)
    expect(note).to_be_visible()
    expect(note).to_contain_text("its systems were down")
    note.locator(".number").first.click()
    expect(seen.page.locator(".sources li:target")).to_contain_text("Port reports unusual activity")


def test_notes_stand_beside_the_text_on_a_wide_screen_and_below_it_on_a_phone(visit, matter, announced):
    for width, beside in ((1280, True), (390, False)):
        seen = visit(width=width)
        seen.open(matter.get_absolute_url())
        entry = seen.page.locator(f"#e-{announced.public_id}")
        text, note = entry.locator(".prose").first.bounding_box(), entry.locator(".note").first.bounding_box()
        assert (note["x"] >= text["x"] + text["width"]) is beside
        assert (note["y"] >= text["y"] + text["height"]) is not beside


def test_date_stays_in_view_with_its_event(visit, incident, agency_report):
    event = make_published(body="A long text. " * 600, source=agency_report, incident=incident)
    seen = visit()
    seen.open(incident.get_absolute_url())
    seen.page.mouse.wheel(0, 1500)
    expect(seen.page.locator(f"#e-{event.public_id} h3")).not_to_be_in_viewport()
    top = seen.page.locator(f"#e-{event.public_id} .dateline").bounding_box()["y"]
    assert 0 <= top < 100


def test_measure_is_at_most_66_characters(visit, incident, agency_report):
    make_published(
        body="The port said that its systems were down and would be for days. " * 40,
        source=agency_report,
        incident=incident,
    )
    seen = visit()
    seen.open(incident.get_absolute_url())
    lines = seen.page.evaluate(
        """() => {
          const node = document.querySelector('.passage p').firstChild, range = document.createRange()
          range.selectNodeContents(node)
          const height = parseFloat(getComputedStyle(node.parentElement).lineHeight)
          return node.data.length / Math.round(node.parentElement.getBoundingClientRect().height / height)
        }"""
    )
    assert 50 <= lines <= 67


def test_search_pushes_its_address_and_back_works(visit, matter):
    seen = visit()
    seen.open("/search/")
    field = seen.page.locator("#q")
    field.press_sequentially("outage")
    seen.page.wait_for_url(re.compile(r"/search/\?q=outage&when=$"))
    expect(seen.page.locator("#results")).to_contain_text("The port announces an outage")
    assert seen.page.locator("#results").count() == 1
    expect(seen.page.get_by_role("status")).to_have_text("One event")
    field.fill("notice")
    seen.page.wait_for_url(re.compile(r"/search/\?q=notice&when=$"))
    expect(seen.page.locator("#results")).to_contain_text("Staff notice")
    seen.page.go_back()
    expect(seen.page.locator("#results")).to_contain_text("announces an outage")
    assert seen.page.url.endswith("?q=outage&when=")
    assert seen.page.locator("header.masthead").count() == 1
    expect(seen.page.locator("#q")).to_have_value("outage")
    seen.open("/search/")
    seen.page.locator("#f-kind-detected").click()
    expect(seen.page.locator("#results h3")).to_have_text(["Staff notice unusual activity"])
    expect(seen.page.locator("#f-kind-detected")).to_be_focused()
    seen.page.locator("#q").fill("port")  # keeps what is chosen
    seen.page.wait_for_url(re.compile(r"kind=detected.*q=port"))
    assert seen.problems == []


def test_search_refused_by_length_is_said_in_place(visit, matter):
    seen = visit()
    seen.open("/search/")
    seen.page.locator("#q").fill("a " * 100)
    seen.page.locator("#q").press("Enter")
    seen.page.locator("#results .message").wait_for()
    expect(seen.page.locator("#results")).to_contain_text("at most 16")


def test_search_works_without_javascript(visit, matter):
    seen = visit(javascript=False)
    seen.open("/search/")
    seen.page.locator("#q").fill("outage")
    seen.page.get_by_role("button", name="Search").click()
    expect(seen.page).to_have_url(re.compile(r"/search/\?q=outage&when=$"))
    expect(seen.page.locator("#results")).to_contain_text("The port announces an outage")


def test_keyboard_reaches_the_content_first(visit, matter):
    seen = visit()
    seen.open(matter.get_absolute_url())
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.className") == "skip"
    seen.page.keyboard.press("Enter")
    expect(seen.page.locator("#content")).to_be_focused()


def test_print_shows_addresses_in_full_and_no_navigation(visit, matter):
    seen = visit()
    seen.open(matter.get_absolute_url())
    seen.page.emulate_media(media="print")
    assert not seen.page.locator(".masthead nav").is_visible()
    assert seen.page.locator(".printed").is_visible()
    shown = seen.page.evaluate("getComputedStyle(document.querySelector('.address'), '::after').content")
    assert "https://" in shown


def test_stored_scripts_do_not_run(visit, incident):
    evil = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
    event = make_published(evil, body=evil, place=evil, quotes=evil, incident=incident, source=make_source(evil[:80]))
    make_incident(evil[:100], published=True, summary=evil)
    seen = visit()
    for path in ("/", incident.get_absolute_url(), event.get_absolute_url(), "/search/?q=script"):
        seen.open(path)
        assert seen.page.title() != "run"
    assert seen.problems == []
