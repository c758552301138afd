"""The page of one source."""

from __future__ import annotations

import pytest

from incidents.models import Capture, Quote, Source

from .cast import cite, link, make_capture, make_published, make_source
from .pages import queries_of, text_of, texts, tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(reader):
    return lambda source: tree(reader.get(source.get_absolute_url()))


def test_shows_what_it_is_and_what_it_is_cited_for(page, announced, detected, agency_report):
    agency_report.credit = "AFP"
    agency_report.save()
    shown = page(agency_report)
    assert texts(shown, "h1") == ["Port reports unusual activity"]
    assert texts(shown, ".facts")[0] == "Source · Example Agency · 19 September 2023"
    assert [text_of(dd) for dd in shown.xpath("//dl/dd")] == ["agency.example", "A. Writer", "AFP"]
    assert texts(shown, ".headline") == ["Staff notice unusual activity", "The port announces an outage"]
    assert texts(shown, "blockquote") == ["at the end of last week", "its systems were down"]
    assert shown.xpath("//a[@class='there']/@href")[1] == (
        "https://agency.example/port#:~:text=its%20systems%20were%20down"
    )


def test_says_whether_it_supports_or_disputes(page, announced, paper_report):
    cite(announced, paper_report, stance="disputes", about="date")
    assert "Disputes this, on the date" in texts(page(paper_report), ".facts")


def test_source_that_only_drafts_cite_is_not_found(reader, draft, paper_report):
    assert reader.get(paper_report.get_absolute_url()).status_code == 404


def test_draft_is_not_among_what_it_is_cited_for(page, announced, draft, agency_report):
    cite(draft, agency_report, "zuqxsecret")
    assert texts(page(agency_report), ".headline") == ["The port announces an outage"]


def test_source_of_a_link_is_shown_with_both_events(page, announced, detected):
    source = make_source("On the connection")
    cite(link(detected, "led-to", announced), source, "one led to the other")
    shown = page(source)
    assert texts(shown, ".headline") == ["Staff notice unusual activity led to The port announces an outage"]
    assert texts(shown, "blockquote") == ["one led to the other"]


def test_copies_and_original_name_each_other(page, incident, agency_report, paper_report):
    Source.objects.filter(pk=paper_report.pk).update(copy_of=agency_report, copy_state="confirmed")
    event = make_published(source=agency_report, incident=incident)
    cite(event, Source.objects.get(pk=paper_report.pk))
    assert "Example Paper: Cranes stand still" in text_of(page(agency_report))
    assert "Example Agency: Port reports unusual activity" in text_of(page(paper_report))


def test_original_that_no_reader_may_see_is_not_named(page, incident):
    hidden = make_source("zuqxtitle", publisher="zuqxpublisher")
    copy = make_source(copy_of=hidden, copy_state="confirmed")
    make_published(source=copy, incident=incident)
    shown = text_of(page(copy))
    assert "zuqx" not in shown
    assert "A report that is not cited on this site." in shown


def test_proposed_copy_is_not_said_to_be_one(page, incident, agency_report):
    source = make_source(copy_of=agency_report, copy_state="proposed")
    make_published(source=source, incident=incident)
    assert "Copy of" not in text_of(page(source))


def test_archived_copy_is_linked_and_its_text_is_not_shown(page, announced, agency_report):
    capture = make_capture(agency_report, "zuqxprivate text of others", archived_url="https://archive.example/1")
    Quote.objects.filter(citation__event=announced).update(capture=capture)
    shown = page(agency_report)
    assert "https://archive.example/1" in shown.xpath("//a/@href")
    assert "zuqxprivate" not in text_of(shown)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "JavaScript://x%0aalert(1)", "//x"])
def test_address_that_is_not_of_the_web_is_never_linked(page, incident, announced, agency_report, address):
    Source.objects.filter(pk=agency_report.pk).update(url=address)
    Capture.objects.create(source=agency_report, text="", text_hash="x", archived_url=address)
    Quote.objects.filter(citation__event=announced).update(capture=agency_report.captures.get())
    assert not [href for href in page(agency_report).xpath("//@href") if address in href]


def test_source_without_an_address_or_a_date_says_so(page, incident):
    source = make_source(url="", published="", publisher="")
    make_published(source=source, incident=incident)
    shown = text_of(page(source))
    assert "No address is known." in shown
    assert "bears no date" in shown


def test_undated_events_stand_last(page, incident, agency_report):
    make_published("Undated", date="", undated=True, source=agency_report, incident=incident)
    make_published("Dated", source=agency_report, incident=incident)
    assert texts(page(agency_report), ".headline") == ["Dated", "Undated"]


def test_queries_do_not_grow_with_citations(incident, agency_report):
    def add() -> None:
        event = make_published(source=agency_report, quotes=["a", "b"], incident=incident)
        cite(link(event, "led-to", make_published(incident=incident)), agency_report, "c")

    add()
    few = queries_of(agency_report.get_absolute_url())
    for _ in range(3):
        add()
    assert queries_of(agency_report.get_absolute_url()) == few


def test_overview_of_what_it_supports_leads_to_the_rows(page, announced, detected, draft, agency_report, paper_report):
    cite(draft, agency_report)
    cite(announced, agency_report, "once more", about="date")
    shown = page(agency_report)
    leads = shown.xpath("//figure[@id='overview']//a/@href")
    assert leads == [f"#e-{event.public_id}" for event in (detected, announced)]
    assert shown.xpath("//ol/li/@id") == [lead[1:] for lead in leads]


def test_one_dated_event_or_what_it_disputes_is_no_overview(page, announced, detected, paper_report):
    cite(announced, paper_report)
    cite(detected, paper_report, stance="disputes")
    assert not page(paper_report).xpath("//figure")
