"""The search page."""

from __future__ import annotations

import unicodedata

import pytest

from .cast import cite, give_role, make_entity, make_published, make_source
from .pages import queries_of, text_of, texts, tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def search(reader):
    return lambda q, **headers: tree(reader.get("/search/", {"q": q}, headers=headers))


def test_form_works_without_javascript(reader):
    form = tree(reader.get("/search/")).xpath("//form")[0]
    assert (form.get("action"), form.get("method")) == ("/search/", "get")
    assert form.xpath(".//input/@name") == ["q"]
    assert form.xpath(".//button[@type='submit']")


def test_found_words_are_lit_in_headline_and_text(search, announced):
    shown = search("port syst")
    assert texts(shown, "h3") == ["The port announces an outage"]
    assert texts(shown, "mark") == ["port", "port", "systems"]
    assert texts(shown, ".rule") == ["One event"]
    assert texts(shown, ".when") == ["19 September 2023"]


@pytest.mark.parametrize(
    ("headline", "asked", "lit"),
    [
        pytest.param("Café schließt früh", "CAFE", ["Café"], id="accent and case"),
        pytest.param("Café schließt früh", "schliesst", ["schließt"], id="sharp s"),
        pytest.param("Brief aus Łódź", "lodz", ["Łódź"], id="stroke"),
        pytest.param("Use of C++ at AT&T <b>", "C++ at&t", ["C", "AT", "T"], id="signs"),
        pytest.param("The hole CVE-2021-44228 is known", "CVE-2021-44228", ["CVE", "2021", "44228"], id="number"),
        pytest.param("هجوم على المحكمة", "المحكمة", ["المحكمة"], id="Arabic"),
        pytest.param("Resume\u0301 of the matter", "resumé", ["Resumé"], id="combining accent"),
    ],
)
def test_words_are_found_and_lit_folded(search, incident, headline, asked, lit):
    make_published(headline, incident=incident)
    heading = search(asked).xpath("//h3")[0]
    marks = [unicodedata.normalize("NFC", text) for text in texts(heading, "mark")]
    assert [mark for mark in marks if mark in lit] == lit


def test_markup_in_a_headline_stays_text(search, incident):
    make_published("<b>Port</b> & <script>alert(1)</script>", incident=incident)
    shown = search("port")
    assert texts(shown, "h3") == ["<b>Port</b> & <script>alert(1)</script>"]
    assert not shown.xpath("//h3//b | //h3//script")


def test_quote_publisher_and_name_are_found_and_shown(search, incident):
    event = make_published("A", quotes="the cranes froze", incident=incident)
    cite(event, make_source(publisher="Gazette of Examples"))
    give_role(event, make_entity("Harbour Union"))
    assert "“the cranes froze”" in texts(search("froze"), ".snippet")[0]
    assert "Gazette of Examples" in texts(search("gazette"), ".snippet")[0]
    assert "Harbour Union" in texts(search("union"), ".snippet")[0]


def test_snippet_shows_the_place_of_the_word(search, incident):
    make_published("A", body=f"{'Before. ' * 100}Then the needle came. {'After. ' * 100}", incident=incident)
    snippet = texts(search("needle"), ".snippet")[0]
    assert "Then the needle came." in snippet
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")
    assert len(snippet) < 300


def test_nothing_found_says_what_was_searched_and_what_is_close(search, announced):
    shown = search("outtage")
    assert texts(shown, ".rule") == ["Nothing found for “outtage”"]
    assert "headlines, texts and quoted words" in text_of(shown)
    assert texts(shown, ".close") == ["outage"]
    assert shown.xpath("//ul[@class='close']//a/@href") == ["/search/?q=outage"]


def test_fewer_words_are_offered_where_all_together_find_nothing(search, announced, detected):
    assert "port" in texts(search("port noticed"), ".close")[0]


def test_unknown_words_among_known_ones_are_left_out_of_what_is_close(search, announced):
    assert texts(search("qqqqqq outtage"), ".close") == ["outage"]


def test_nothing_close_is_said_too(search, announced):
    assert "Nothing close to it was found either." in text_of(search("qqqqqq"))


def test_empty_search_asks_for_nothing(search, announced):
    shown = search("   ")
    assert texts(shown, ".rule") == []
    assert "Nothing found" not in text_of(shown)


@pytest.mark.parametrize(
    "q", ['C++ "AT&T (CVE-2021-44228', "\x00", "***", '"', "' OR 1=1 --", "NEAR(a b)", "a:b", "é" * 300]
)
def test_any_text_is_answered(reader, announced, q):
    assert reader.get("/search/", {"q": q}).status_code == 200


def test_signs_alone_are_said_to_be_unsearchable(search):
    assert "no letter or figure" in text_of(search("+++"))


@pytest.mark.parametrize("q", ["x" * 100_000, "a " * 100])
def test_too_long_a_text_is_refused_with_the_reason(reader, q):
    response = reader.get("/search/", {"q": q})
    assert response.status_code == 400
    assert "at most" in texts(tree(response), ".message")[0]
    assert len(response.content) < 20_000


def test_raw_nul_and_broken_encoding_in_the_query_are_answered(reader):
    assert reader.get("/search/?q=%00%ff%fe").status_code == 200


def test_htmx_gets_the_results_only(reader, announced):
    part = reader.get("/search/?q=port", headers={"HX-Request": "true"})
    assert b"<html" not in part.content
    assert b'id="results"' in part.content
    assert "HX-Request" in part["Vary"]


def test_history_restore_gets_the_whole_page(reader, announced):
    whole = reader.get("/search/?q=port", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert b"<html" in whole.content


def test_more_than_a_page_of_results_is_said(search, incident, agency_report, monkeypatch):
    monkeypatch.setattr("incidents.views.search.MOST_FOUND", 2)
    for _ in range(3):
        make_published("Port again", source=agency_report, incident=incident)
    shown = search("port")
    assert texts(shown, ".rule") == ["The 2 best of more"]
    assert len(shown.xpath("//ol[@class='rows']/li")) == 2


def test_search_is_not_indexed(reader):
    assert tree(reader.get("/search/")).xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_queries_do_not_grow_with_results(incident):
    make_published("Port", quotes="one", incident=incident)
    few = queries_of("/search/?q=port")
    for _ in range(5):
        cite(make_published("Port", quotes=["one", "two"], incident=incident))
    assert queries_of("/search/?q=port") == few
