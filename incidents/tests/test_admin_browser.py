"""The desk in a browser: the content policy holds on every page, dates are read while typed, two editors meet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from incidents.extraction import read_text
from incidents.importing import import_report, with_source
from incidents.models import Event, Incident, Source
from incidents.tests.browser import Visit
from incidents.tests.cast import cite, give_role, link, make_capture, make_entity, make_incident

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]  # a browser sees no database
Visits = Callable[..., Visit]


def sign_in(window: Visit, name: str = "editor") -> Visit:
    window.open(reverse("admin:login"))
    window.page.fill("#id_username", name)
    window.page.fill("#id_password", "correct horse 7 battery")
    window.page.keyboard.press("Enter")
    window.page.wait_for_selector("#user-tools")
    return window


def of_event(name: str, event: Event) -> str:
    return reverse(f"admin:incidents_event_{name}", args=[event.pk])


@pytest.fixture
def matter(
    editor: Any, announced: Event, detected: Event, draft: Event, proposal: Event, agency_report: Source
) -> Event:
    """A matter with something on every page."""
    make_capture(agency_report, "The port said that its systems were down.")
    row = link(announced, "discloses", detected)
    cite(row, agency_report)
    cite(proposal, agency_report)
    give_role(announced, make_entity("The Port"))
    event = Event.objects.get(pk=announced.pk)
    event.headline = "The port announces two outages"
    event.save()
    return Event.objects.get(pk=event.pk)


def pages(event: Event, draft: Event) -> list[str]:
    names = (
        "event incident source citation link entity tag correction eventversion importbatch proposal draft membership"
    )
    citation, incident, source = event.citations.get(), event.incidents.get(), event.citations.get().source
    return [
        reverse("admin:index"),
        *(reverse(f"admin:incidents_{name}_changelist") for name in [*names.split(), "proposal", "draft"]),
        *(reverse(f"admin:incidents_{name}_add") for name in ("event", "incident", "source", "citation", "tag")),
        reverse("admin:incidents_correction_add") + f"?event={event.pk}",
        *(of_event(name, event) for name in ("change", "history", "withdraw", "preview")),
        of_event("delete", draft),
        reverse("admin:incidents_event_simple_history", args=[event.pk, event.history.first().pk]),
        reverse("admin:incidents_citation_change", args=[citation.pk]),
        reverse("admin:incidents_incident_change", args=[incident.pk]),
        reverse("admin:incidents_incident_preview", args=[incident.pk]),
        reverse("admin:incidents_source_change", args=[source.pk]),
        reverse("admin:incidents_source_take_down", args=[source.pk, source.captures.get().pk]),
        reverse("admin:incidents_entity_change", args=[event.roles.get().entity_id]),
        reverse("admin:incidents_eventversion_change", args=[event.versions.first().pk]),
        reverse("admin:incidents_link_change", args=[event.links_from.get().pk]),
        reverse("admin:auth_user_changelist"),
        reverse("admin:auth_user_add"),
        reverse("admin:password_change"),
    ]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_no_page_breaks_the_content_policy_or_overflows(
    visit: Visits, matter: Event, draft: Event, width: int, scheme: str
) -> None:
    window = sign_in(visit(width=width, scheme=scheme))
    wide = []
    for path in pages(matter, draft):
        assert window.open(path).status == 200, path
        if window.page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"):
            wide.append(path)
        assert window.problems == [], path
    assert wide == []


def test_the_policy_is_really_watched(visit: Visits, matter: Event) -> None:
    """A planted inline style is noticed: that nothing was found on the other pages counts."""
    window = sign_in(visit())
    window.open(of_event("change", matter))
    window.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')")
    window.page.wait_for_timeout(200)
    assert any("Content Security Policy" in problem for problem in window.problems)


def test_choosing_adding_and_filtering_break_no_policy(visit: Visits, matter: Event) -> None:
    window = sign_in(visit())
    page = window.page
    window.open(of_event("change", matter))
    page.get_by_text("Add another Citation").click()
    page.locator("#citations-1 .select2-selection").click()
    page.locator(".select2-search__field").last.fill("Port")
    page.locator(".select2-results__option", has_text="Port reports unusual").click()
    page.locator("#id_citations-1-quote_exact").fill("unusual")
    page.locator("#citations-1 summary", has_text="The date as this source").click()
    page.locator("#id_citations-1-date").fill("late May 2023")
    page.wait_for_selector("#citations-1 .reads:has-text('late May 2023 (2023-05, late)')")
    page.get_by_text("Add another Role").click()
    window.open(reverse("admin:incidents_event_changelist"))
    page.locator("#searchbar").fill("port")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=port**")
    page.locator("#action-toggle").click()
    page.get_by_role("link", name="draft", exact=True).click()
    page.locator(".theme-toggle").first.click()
    assert window.problems == []


def test_our_own_pages_are_accessible(visit: Visits, matter: Event) -> None:
    window = sign_in(visit())
    found = {}
    for path in (of_event("withdraw", matter), of_event("history", matter), reverse("admin:index")):
        window.open(path)
        found[path] = window.violations()
    assert found == {path: [] for path in found}


def test_words_are_read_from_the_day_of_the_source_while_they_are_typed(
    visit: Visits, editor: Any, announced: Event
) -> None:
    window = sign_in(visit())
    page = window.page
    window.open(of_event("change", announced))
    page.locator("#id_date").fill("late last week")
    page.wait_for_selector("#id_date ~ .reads:has-text('counted from Tuesday 19 September 2023')")
    page.locator("#id_date").fill("Ende Mai 2023")
    page.wait_for_selector("#id_date ~ .reads:has-text('late May 2023')")
    page.locator("#id_date").fill("Friday 4 May 2021")
    page.wait_for_selector("#id_date ~ .reads.wrong:has-text('was a Tuesday, not a Friday. Did you mean Friday 7 May')")
    page.locator("#id_date").fill("3/4/2021")
    page.wait_for_selector("#id_date ~ .reads.wrong:has-text('may be 3 April 2021 or 4 March 2021')")
    page.locator("#id_language").fill("de")
    page.keyboard.press("Tab")
    page.wait_for_selector("#id_date ~ .reads.wrong:has-text('may be 3. April 2021 or 4. März 2021')")
    assert window.problems == []


def test_date_is_read_while_it_is_typed(visit: Visits, editor: Any) -> None:
    window = sign_in(visit())
    page = window.page
    window.open(reverse("admin:incidents_event_add"))
    page.locator("#id_date").press_sequentially("late September 2023")
    page.wait_for_selector(".reads:has-text('Reads as: late September 2023 (2023-09, late)')")
    page.locator("#id_date").fill("31 February 2023")
    page.wait_for_selector(".reads.wrong:has-text('no such day')")
    page.locator("#id_date").fill("2023-09")
    page.locator("#id_part").select_option("mid")
    page.wait_for_selector(".reads:has-text('Reads as: mid-September 2023')")
    assert window.problems == []


def test_without_javascript_the_date_is_said_after_saving(visit: Visits, editor: Any) -> None:
    window = sign_in(visit(javascript=False))
    window.open(reverse("admin:incidents_event_add"))
    window.page.fill("#id_headline", "Something happens")
    window.page.fill("#id_date", "late September 2023")
    window.page.keyboard.press("Enter")
    said = window.page.locator(".messagelist")
    expect(said).to_contain_text("The date reads: late September 2023 (2023-09, late).")


def test_draft_is_corrected_and_published_by_keyboard(visit: Visits, editor: Any, draft: Event) -> None:
    window = sign_in(visit())
    page = window.page
    window.open(of_event("change", draft))
    page.locator("#id_headline").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("The cranes stand still")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "_publish":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist >> text=is public now")
    after = Event.objects.get(pk=draft.pk)
    assert (after.state, after.headline) == ("published", "The cranes stand still")
    assert window.problems == []


@pytest.mark.parametrize("width", [390, 1280])
def test_two_editors_see_both_versions_and_choose(
    visit: Visits, editor: Any, second_editor: Any, announced: Event, width: int
) -> None:
    mine, theirs = sign_in(visit(width=width)), sign_in(visit(), "second-editor")
    for window, text in ((mine, "One.\n\nTwo."), (theirs, "Theirs.")):
        window.open(of_event("change", announced))
        window.page.fill("#id_body", text)
    theirs.page.locator("[name=_save]").click()
    theirs.page.wait_for_selector(".messagelist .success")
    mine.page.locator("[name=_save]").click()
    mine.page.wait_for_selector(".conflict")
    shown = mine.page.inner_text(".conflict")
    assert "second-editor saved" in shown
    assert "Theirs." in shown
    assert "Two." in shown
    problems = list(mine.problems)
    assert mine.violations() == []  # the checker itself tries inline styles, which the policy refuses
    mine.problems[:] = problems
    mine.page.get_by_role("button", name="Edit mine on").click()
    expect(mine.page.locator("#id_body")).to_have_value("One.\n\nTwo.")
    mine.page.locator("[name=_save]").click()
    mine.page.wait_for_selector(".messagelist .success")
    assert Event.objects.get(pk=announced.pk).body == "One.\n\nTwo."
    # 409 is an answer that a browser reports as a failed load, and nothing else went wrong.
    assert [one for one in mine.problems if "409" not in one] == []


def test_withdrawing_in_the_browser(visit: Visits, editor: Any, announced: Event, incident: Incident) -> None:
    window = sign_in(visit(width=390))
    window.open(of_event("change", announced))
    window.page.get_by_role("link", name="Withdraw…").click()
    window.page.get_by_label("Public reason").fill("The source took it back.")
    window.page.get_by_role("button", name="Withdraw").click()
    window.page.wait_for_selector(".messagelist >> text=is withdrawn")
    assert Event.objects.get(pk=announced.pk).state == "withdrawn"
    assert window.problems == []


# --- The review page ---

REPORT = """Last week, engineers detected unusual activity on the network of the terminal.

In May a crane fell into the dock, the port said on Tuesday. Divers will search for it in the spring.
"""


@pytest.fixture
def review(editor: Any) -> str:
    """Return the address of the review page of a report with sure and doubtful dates."""
    article = with_source(read_text(REPORT), title="A report", published="2023-09-19")
    outcome = import_report(article, make_incident())
    return reverse("admin:incidents_review", args=[outcome.source.pk, outcome.batch.incident_id])


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_the_review_page_is_accessible_and_fits(visit: Visits, review: str, width: int, scheme: str) -> None:
    window = sign_in(visit(width=width, scheme=scheme))
    window.open(review)
    assert not window.page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    assert window.problems == []
    window.page.locator(".genre summary").click()
    assert window.violations() == []


def test_the_import_form_is_accessible_and_reads_the_date_of_the_report(visit: Visits, review: str) -> None:
    window = sign_in(visit(width=390))
    page = window.page
    window.open(reverse("admin:incidents_import_report"))
    page.locator("#id_incident").select_option(index=1)
    page.fill("#id_text", "The port said on Tuesday that a crane had fallen into the dock.")
    page.get_by_role("button", name="Read it").click()
    page.fill("#id_published", "September 19, 2023")
    page.wait_for_selector(".reads:has-text('19 September 2023 (2023-09-19)')")
    assert page.get_by_role("group", name="Dates count from").get_by_label("the day of the report (news)").is_checked()
    assert window.problems == []
    assert window.violations() == []


def test_another_reading_is_taken_with_one_key_and_with_the_tab_key_alone(visit: Visits, review: str) -> None:
    window = sign_in(visit())
    page = window.page
    window.open(review)
    before = page.inner_text(".working strong")
    other = page.locator("#reading-0").text_content() or ""
    page.keyboard.press("5")
    page.wait_for_function("before => document.querySelector('.working strong').textContent !== before", arg=before)
    assert page.inner_text(".working strong") == other.removesuffix(" 5")
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "reading-0":
            break
    page.keyboard.press("Enter")
    page.wait_for_function("before => document.querySelector('.working strong').textContent === before", arg=before)
    assert page.evaluate("document.activeElement.id") == "reading-0"  # the keyboard stays where it was
    assert window.problems == []


def test_another_reading_and_another_genre_are_taken_without_javascript(visit: Visits, review: str) -> None:
    window = sign_in(visit(javascript=False))
    page = window.page
    window.open(review)
    other = (page.locator("#reading-0").text_content() or "").removesuffix(" 5")
    page.locator("#reading-0").click()
    expect(page.locator(".working strong")).to_have_text(other)
    page.locator(".genre summary").click()
    page.get_by_label("the last date named in the text (history)").check()
    page.get_by_role("button", name="Read the open proposals again").click()
    expect(page.locator(".messagelist")).to_contain_text("Read again, counting from the last date named")


def test_a_date_is_read_while_it_is_typed_on_the_review_page(visit: Visits, review: str) -> None:
    window = sign_in(visit())
    window.open(review)
    window.page.fill("#id_date", "late last week")
    window.page.wait_for_selector(".reads:has-text('late in the week of 11 September 2023')")
    window.page.fill("#id_date", "3/4/2021")
    window.page.wait_for_selector(".reads.wrong:has-text('may be 3 April 2021 or 4 March 2021')")
    assert window.problems == []


def test_how_sure_a_date_is_shows_without_colour(visit: Visits, review: str) -> None:
    window = sign_in(visit())
    window.open(review)
    styles = window.page.eval_on_selector_all(
        "#report-text .dated", "marks => marks.map(mark => [mark.title, getComputedStyle(mark).textDecorationStyle])"
    )
    assert ["in the week of 11 September 2023 · sure", "solid"] in styles
    assert {style for title, style in styles if "sure" not in title} <= {"dashed", "dotted"}
    assert len({style for _title, style in styles}) > 1


def test_only_the_date_words_of_a_marked_statement_are_underlined(visit: Visits, editor: Any) -> None:
    article = with_source(
        read_text("Last week, engineers detected unusual activity on the network.\n"),
        title="A report",
        published="2023-09-19",
    )
    outcome = import_report(article, make_incident())
    window = visit()
    sign_in(window)
    window.open(reverse("admin:incidents_review", args=[outcome.source.pk, outcome.batch.incident_id]))
    lines = window.page.eval_on_selector_all(
        "#report-text .mark > span",
        "marks => marks.map(mark => [mark.textContent, getComputedStyle(mark).textDecorationLine])",
    )
    assert lines[0] == ["Last week", "underline"]
    assert {line for _words, line in lines[1:]} == {"none"}


UNDATED = """On 3 May 2021 the port closed its gates. Guards searched every lorry on the quay for two hours.

Engineers arrested two men at the eastern gate.
"""


@pytest.fixture
def inferring(editor: Any) -> str:
    """Return the address of the review page of a report that tells more than it dates."""
    article = with_source(read_text(UNDATED), title="Gates", published="2021-05-10")
    outcome = import_report(article, make_incident())
    return reverse("admin:incidents_review", args=[outcome.source.pk, outcome.batch.incident_id])


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_an_inferred_proposal_is_accessible_and_fits(visit: Visits, inferring: str, width: int, scheme: str) -> None:
    window = sign_in(visit(width=width, scheme=scheme))
    window.open(inferring)
    window.page.locator(".proposal-list li:has(.certainty.inferred) a").first.click()
    window.page.wait_for_selector("[data-key=i]")
    assert window.page.input_value("#id_date") == ""
    assert not window.page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    assert window.problems == []
    assert window.violations() == []


def test_an_inferred_date_is_taken_with_one_key(visit: Visits, inferring: str) -> None:
    window = sign_in(visit())
    page = window.page
    window.open(inferring)
    page.get_by_role("link", name="as in the text").click()
    page.wait_for_selector("a[aria-current=true]:has-text('as in the text')")  # a key would go to the page before
    page.wait_for_load_state()
    page.keyboard.press("d")  # the first is dated
    page.wait_for_selector("[data-key=i]")
    page.wait_for_load_state()
    assert "order=text" in page.url
    page.keyboard.press("i")
    page.wait_for_selector(".undo")
    page.wait_for_selector("text=1 draft from this report is not public yet.")
    assert Event.objects.get(state="draft").date is not None
    assert window.problems == []


def test_the_order_and_the_inferred_date_are_chosen_without_javascript(visit: Visits, inferring: str) -> None:
    window = sign_in(visit(javascript=False))
    page = window.page
    window.open(inferring)
    page.get_by_role("link", name="with a date of their own").click()
    expect(page.locator(".proposal-list li")).to_have_count(1)
    page.get_by_role("link", name="all 3").click()
    expect(page.locator(".proposal-list li")).to_have_count(3)
    page.get_by_role("link", name="as in the text").click()
    page.wait_for_selector("a[aria-current=true]:has-text('as in the text')")
    page.locator(".proposal-list li:has(.certainty.inferred) a").first.click()
    page.get_by_role("button", name="Accept with the inferred date").click()
    page.wait_for_selector(".undo")
    page.wait_for_selector("a[aria-current=true]:has-text('as in the text')")
    assert Event.objects.get(state="draft").date is not None
