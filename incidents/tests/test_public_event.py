"""The page of one event."""

from __future__ import annotations

import pytest

from incidents.models import Membership

from .cast import cite, give_role, link, make_entity, make_incident, make_published, make_source, make_withdrawn
from .pages import queries_of, text_of, texts, tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(reader, announced):
    return lambda: tree(reader.get(announced.get_absolute_url()))


def facts(page):
    """Return what stands under “About this entry”, by its term."""
    terms: dict[str, list[str]] = {}
    for node in page.xpath("//section[@class='about-event']//dl/*"):
        if node.tag == "dt":
            values = terms.setdefault(text_of(node), [])
        else:
            values.append(text_of(node))
    return terms


def test_shows_date_text_notes_and_sources(page):
    shown = page()
    assert texts(shown, "h1") == ["The port announces an outage"]
    assert texts(shown, "time") == ["19 September 2023"]
    assert shown.xpath("//time/@datetime") == ["2023-09-19"]
    assert texts(shown, ".prose") == ["The port said that its systems were down.1"]
    assert texts(shown, "q") == ["its systems were down"]
    assert len(shown.xpath("//section[@class='sources']/ol/li")) == 1
    assert shown.xpath("//title/text()") == ["The port announces an outage · Dateline"]
    assert shown.xpath("//meta[@name='description']/@content") == [
        "19 September 2023: The port said that its systems were down."
    ]


def test_numerals_count_in_the_order_of_the_text(page, announced, paper_report):
    cite(announced, paper_report, about="passage", passage="The port said")
    assert texts(page(), ".prose") == ["The port said1 that its systems were down.2"]


def test_says_where_it_is_told_and_who_is_in_it(page, announced, incident):
    other = make_incident("Another matter", published=True)
    Membership(incident=other, event=announced).save()
    Membership(incident=make_incident("Not public"), event=announced).save()
    give_role(announced, make_entity("Port Authority"), "speaker")
    announced.refresh_from_db()
    announced.place = "Rotterdam"
    announced.save()
    about = facts(page())
    assert about["Told in"] == ["Another matter", "Outage at the port"]
    assert about["Place"] == ["Rotterdam"]
    assert about["Spoke or reported"] == ["Port Authority"]
    assert about["Date as EDTF"] == ["2023-09-19"]


def test_version_grows_with_the_content(page, announced):
    assert facts(page())["Version"][0].startswith("1, last changed ")
    announced.body = "Reworded."
    announced.save()
    assert facts(page())["Version"][0].startswith("2, last changed ")


def test_links_lead_both_ways(reader, announced, detected):
    link(detected, "led-to", announced)
    for event, other in ((announced, detected), (detected, announced)):
        shown = tree(reader.get(event.get_absolute_url()))
        assert shown.xpath("//ul[@class='links']//a/@href") == [other.get_absolute_url()]


def test_headline_carries_the_numerals_where_there_is_no_text(reader, detected):
    assert texts(tree(reader.get(detected.get_absolute_url())), "h1") == ["Staff notice unusual activity1"]


def test_another_readable_part_leads_to_the_address(reader, announced):
    for path in (f"/events/{announced.public_id}/", f"/events/{announced.public_id}-old-headline/"):
        response = reader.get(path)
        assert (response.status_code, response["Location"]) == (301, announced.get_absolute_url())


def test_headline_without_latin_letters_has_an_address(reader, incident):
    event = make_published("المحكمة تعلن", language="ar", body="نص", incident=incident)
    assert event.get_absolute_url() == f"/events/{event.public_id}/"
    shown = tree(reader.get(event.get_absolute_url()))
    assert shown.xpath("//h1/@lang") == ["ar"]
    assert shown.xpath("//h1/@dir") == ["rtl"]


def test_withdrawn_event_is_gone_with_its_reason_and_nothing_else(reader, withdrawn):
    response = reader.get(f"/events/{withdrawn.public_id}/")
    assert response.status_code == 410
    assert withdrawn.withdrawn_reason in response.content.decode()
    assert "zuqxwithdrawn" not in response.content.decode()
    assert reader.get(withdrawn.get_absolute_url()).status_code == 410


def test_withdrawn_event_answers_under_any_readable_part_alike(reader):
    event = make_withdrawn("A telling headline")
    right, wrong = (reader.get(f"/events/{event.public_id}-{slug}/") for slug in (event.slug, "guess"))
    assert right.content == wrong.content


def test_undated_event_says_so(reader, incident):
    event = make_published(date="", undated=True, incident=incident)
    shown = tree(reader.get(event.get_absolute_url()))
    assert texts(shown, "summary")[0].startswith("Undated")
    assert "Date as EDTF" not in facts(shown)


def test_queries_do_not_grow_with_citations_links_and_roles(announced, detected, incident):
    def add() -> None:
        cite(announced, make_source(), "words")
        cite(link(announced, "led-to", make_published(incident=incident)), make_source())
        give_role(announced, make_entity("Somebody"))
        Membership(incident=make_incident(published=True), event=announced).save()

    add()
    few = queries_of(announced.get_absolute_url())
    for _ in range(3):
        add()
    assert queries_of(announced.get_absolute_url()) == few


@pytest.mark.parametrize(
    ("edtf", "printed"),
    [
        pytest.param("[2023-09-16..2023-09-19]", "Between 16 and 19 September 2023", id="between"),
        pytest.param("[..2023-09-18]", "On or before 18 September 2023", id="on-or-before"),
        pytest.param("2023-09-18?", "Perhaps 18 September 2023", id="a-day"),
    ],
)
def test_an_inferred_date_looks_inferred_and_says_so(reader, edtf, printed):
    event = make_published("Guards search the quay", date=edtf)
    citation = event.citations.get()
    citation.date, citation.date_rule, citation.date_words = edtf, "context", ""
    citation.save()
    shown = tree(reader.get(event.get_absolute_url()))
    assert texts(shown, ".doubtful") == [f"{printed} how dated"]
    assert texts(shown, "time") == []
    assert "The report gives no date for this; going by what it tells around it," in texts(shown, ".working")[0]
