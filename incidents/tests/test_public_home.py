"""The home page."""

from __future__ import annotations

import pytest

from .cast import make_incident, make_published
from .pages import queries_of, text_of, texts, tree

pytestmark = pytest.mark.django_db


def test_empty_site_says_so(reader):
    page = tree(reader.get("/"))
    assert "No timeline is published yet." in text_of(page)
    assert page.xpath("//h1")


def test_incident_shows_title_summary_and_how_long_it_is_told(reader, announced, detected, incident):
    incident.summary = "The port **stood still**."
    incident.save()
    matter = tree(reader.get("/")).xpath("//section[@class='matter']")[0]
    assert texts(matter, "h2") == ["Outage at the port"]
    assert texts(matter, ".facts") == ["September 2023 · two events"]
    assert "The port stood still." in text_of(matter)
    assert matter.xpath(".//h2/a/@href") == ["/incidents/outage-at-the-port/"]


def test_draft_incident_is_not_listed(reader):
    make_incident("Not for readers")
    assert "Not for readers" not in reader.get("/").content.decode()


def test_counts_tell_nothing_of_drafts(reader, incident, announced, draft, proposal):
    assert texts(tree(reader.get("/")), ".facts")[0] == "September 2023 · one event"


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        pytest.param(["2022-04", "2025-06-30"], "April 2022 to June 2025", id="months"),
        pytest.param(["2022-04", "2022-06-16"], "April–June 2022", id="months of a year"),
        pytest.param(["2022", "2023-10-20"], "2022 to October 2023", id="a year and a month"),
        pytest.param(["2022", "2022-10-20"], "2022", id="a year and a month of it"),
        pytest.param(["2019", "2023"], "2019–2023", id="years"),
        pytest.param(["2022-04", "2023-06/.."], "Since April 2022", id="not over"),
        pytest.param(["../2020", "2023-06-01"], "Until June 2023", id="beginning not known"),
        pytest.param(["[2023-09-11..2023-09-17]"], "September 2023", id="a week"),
        pytest.param([""], "", id="undated only"),
    ],
)
def test_span_is_no_finer_than_its_dates(reader, incident, dates, said):
    for date in dates:
        make_published(date=date, undated=not date, incident=incident)
    facts = texts(tree(reader.get("/")), ".facts")[0]
    assert facts.rpartition("·")[0].strip() == said


def test_latest_changes_are_the_newest_first_with_their_day(reader, incident):
    first = make_published("First", incident=incident)
    make_published("Second", incident=incident)
    first.headline = "First, reworded"
    first.save()
    rows = tree(reader.get("/")).xpath("//section[@class='changes']//li")
    assert [texts(row, ".headline") for row in rows] == [["First, reworded"], ["Second"]]
    assert texts(rows[0], ".when")[0].endswith("changed")
    assert texts(rows[1], ".when")[0].endswith("new")
    assert "Outage at the port" in text_of(rows[0])


def test_queries_do_not_grow_with_the_lists(incident):
    make_published(incident=incident)
    few = queries_of("/")
    for _ in range(4):
        make_published(incident=make_incident(published=True))
    assert queries_of("/") == few
