"""The search page."""

from __future__ import annotations

import json
import unicodedata

import pytest

from incidents.models import Incident, Membership

from .cast import cite, give_role, make_entity, make_event, make_incident, make_published, make_source
from .pages import queries_of, text_of, texts, tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def search(reader):
    return lambda q, **headers: tree(reader.get("/search/", {"q": q}, headers=headers))


def test_form_works_without_javascript(reader):
    form = tree(reader.get("/search/")).xpath("//form")[0]
    assert (form.get("action"), form.get("method")) == ("/search/", "get")
    assert form.xpath(".//input/@name") == ["q", "when"]
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
        pytest.param("Use of C++ at AT&T <b>", "C++ at&t", ["C", "at", "AT", "T"], id="signs"),
        pytest.param("The hole CVE-2021-44228 is known", "CVE-2021-44228", ["CVE", "2021", "44228"], id="number"),
        pytest.param("هجوم على المحكمة", "المحكمة", ["المحكمة"], id="Arabic"),
        pytest.param("Staff leave the court", "court's", ["court"], id="genitive"),
        pytest.param("A spy, a foiled spy, foiled", '"FOILED spy"', ["foiled spy"], id="phrase"),
        pytest.param("A foiled spy is a spy", '"a foiled" spy', ["A foiled", "spy", "spy"], id="phrase and word"),
        pytest.param("What the A.I.V.D. said", "aivd", ["A.I.V.D."], id="initials"),
        pytest.param("Resume\u0301 of the matter", "resumé", ["Resumé"], id="combining accent"),
    ],
)
def test_words_are_found_and_lit_folded(search, incident, headline, asked, lit):
    make_published(headline, incident=incident)
    heading = search(asked).xpath("//h3")[0]
    marks = [unicodedata.normalize("NFC", text) for text in texts(heading, "mark")]
    assert marks == lit


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
    assert texts(shown, ".rule") == ["Nothing found for “outtage”", "Found for “outage”"]
    assert "headlines, texts and quoted words" in text_of(shown)
    assert texts(shown, ".close") == ["outage"]
    assert shown.xpath("//ul[@class='close']//a/@href") == ["?q=outage"]
    assert texts(shown, "h3") == ["The port announces an outage"]
    assert not shown.xpath("//details[@class='data']")  # the data of this address hold nothing


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("intrusoin", "intrusion"),
        ("malwear", "malware"),
        ("mueller", "Müller"),
        ("fettes", "fêtes"),
        ("aivt", "A.I.V.D."),
        ("gendarmery's", "gendarmerie"),
        ("sprech", ""),
        ("abc", ""),
    ],
)
def test_slips_of_the_keys_are_forgiven_and_other_words_are_not(search, incident, typed, meant):
    """In a word of up to three letters none, of up to six one, of up to ten two."""
    body = (
        "An intrusion with malware, says Müller. Das Gespräch zerbricht. The gendarmerie of ABD. Fêtes, fêtes, A.I.V.D."
    )
    make_published("Something", body=body, incident=incident)
    assert texts(search(typed), ".close") == ([meant] if meant else [])


def test_a_period_among_the_words_is_offered_as_one(reader, search, announced):
    shown = search("September 2023")
    assert texts(shown, ".close") == ["Period: September 2023"]
    address = shown.xpath("//ul[@class='close']//a/@href")[0]
    assert texts(tree(reader.get(f"/search/{address}")), "h3") == [announced.headline]
    assert not texts(search("September 1950"), ".close")


def test_each_word_respelled_is_offered_where_no_event_has_them_all(search, announced, detected):
    assert texts(search("outtage notise").xpath("//ul[@class='close']")[0], "li") == ["outage", "notice"]


def test_fewer_words_are_offered_where_all_together_find_nothing(search, announced, detected):
    assert "port" in texts(search("port noticed"), ".close")[0]


def test_of_a_phrase_that_is_not_found_its_words_are_offered_as_they_are_found(search, announced, detected):
    """“The port announces an outage”: with its marks where the words stand together, else without them."""

    def close(q: str) -> list[str]:
        return texts(search(q).xpath("//ul[@class='close']")[0], "li")

    assert close('"announces outage"')[0] == "announces outage"
    assert close('"port noticed"')[0] == "Port notice"
    assert close('port "an outtage"')[0] == 'port "an outage"'
    shown = search('port "an outtage"')
    assert shown.xpath("//ul[@class='close']//a/@href")[0] == "?q=port+%22an+outage%22"


def test_a_phrase_is_the_same_in_data_and_feeds(reader, search, announced, detected):
    for suffix in (".json", ".csv", ".ics", ".feed.json", ".atom"):
        answers = [reader.get(f"/search{suffix}", {"q": q}) for q in ('"announces an outage"', '"outage announces"')]
        told = [announced.headline in b"".join(answer).decode() for answer in answers]
        assert told == [True, False], suffix
    asked = [reader.get("/api/events", {"q": q}).json()["events"] for q in ("“an outage”", "“outage an”")]
    assert [len(events) for events in asked] == [1, 0]


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
    monkeypatch.setattr("incidents.selection.MOST_FOUND", 2)
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


# --- Filters, with words and without ----------------------------------------------------------------------------------


@pytest.fixture
def told(incident):
    """Five events in two timelines that differ in everything that can be chosen."""
    other = make_incident("Another matter", slug="another", published=True)
    port = make_entity("The Port", slug="the-port")
    paper, agency = make_source("A", publisher="The Paper"), make_source("B", publisher="An agency")
    rows = [
        ("Cranes stop", "2022-06-14", "detected", paper, incident, {"tags": ["cranes"]}),
        ("Cranes still stand", "2022-07", "occurred", paper, incident, {}),
        ("Cranes turn", "2022-08-01~", "occurred", agency, other, {"tags": ["cranes"]}),
        ("Le port parle", "2023-01-05", "disclosed", agency, other, {"language": "fr"}),
        ("Some day", "", "occurred", agency, incident, {"undated": True}),
    ]
    for number, (headline, date, kind, source, where, more) in enumerate(rows):
        made = make_published(headline, date=date, kind=kind, source=source, incident=where, **more)
        if number % 2 == 0:
            give_role(made, port)
    make_event("Cranes zuqxdraft", date="2022", incident=incident, tags=["cranes"])


@pytest.fixture
def page(reader):
    return lambda query="", **headers: tree(reader.get(f"/search/{query}", headers=headers))


def choices(shown) -> dict[str, dict[str, str]]:
    return {
        text_of(section.xpath("./h2")[0]): {
            text_of(one.xpath("./bdi")[0]): text_of(one.xpath("./small")[0]) for one in section.xpath(".//a")
        }
        for section in shown.xpath("//search//section")
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?entity=the-port&when=2022", ["Cranes stop", "Cranes turn"]),
        ("?when=summer+2022", ["Cranes stop", "Cranes still stand", "Cranes turn"]),
        ("?from=2022-08&to=2023", ["Cranes turn", "Le port parle"]),
        ("?incident=another", ["Cranes turn", "Le port parle"]),
        ("?tag=cranes&order=newest", ["Cranes turn", "Cranes stop"]),
        ("?publisher=The+Paper", ["Cranes stop", "Cranes still stand"]),
        ("?kind=occurred&certainty=coarse", ["Cranes still stand"]),
        ("?language=fr", ["Le port parle"]),
        ("?q=cranes&incident=another", ["Cranes turn"]),
        ("?q=cranes&order=newest", ["Cranes turn", "Cranes still stand", "Cranes stop"]),
        ("?kind=attributed", []),
    ],
)
def test_every_filter_of_a_timeline_works_alone_and_beside_words(page, told, query, expected):
    assert texts(page(query), "h3") == expected


def test_choices_of_the_whole_site_stand_with_what_each_would_leave(page, told):
    shown = choices(page())
    assert shown["Timeline"] == {"Outage at the port": "3", "Another matter": "2"}
    assert "Who" not in shown  # one choice is none
    assert shown["Kind"] == {"occurred": "3", "detected": "1", "disclosed": "1"}
    assert choices(page("?q=cranes&when=summer+2022"))["Kind"] == {"occurred": "2", "detected": "1"}
    for one in page("?q=cranes").xpath("//search//section//a"):
        assert len(texts(page(one.get("href")), "h3")) == int(text_of(one.xpath("./small")[0])), one.get("href")


def test_what_is_chosen_is_kept_by_every_way_on_and_taken_away_by_its_link(page, told):
    shown = page("?q=cranes&tag=cranes&when=2022&order=newest")
    form = {field.get("name"): field.get("value") for field in shown.xpath("//form//input")}
    assert form == {"tag": "cranes", "order": "newest", "q": "cranes", "when": "2022"}
    assert shown.xpath("//a[@aria-current]/@href")[0] == "?q=cranes&when=2022&order=newest"
    assert shown.xpath("//*[@class='ways']/a/@href")[0] == "?tag=cranes&q=cranes&when=2022"
    french = shown.xpath("//nav[@class='languages']//a[@lang='fr']/@href")[0]
    assert set(texts(page(french.removeprefix("/fr/search/")), "h3")) == {"Cranes stop", "Cranes turn"}
    assert "zuqx" not in text_of(shown)


def test_filters_are_taken_away_and_the_words_stay(page, told):
    assert "Take all filters away" not in text_of(page("?q=cranes"))
    assert page("?q=cranes&tag=cranes&order=newest").xpath("//*[text()='Take all filters away']/@href") == [
        "?q=cranes&order=newest"
    ]
    assert page("?when=2022").xpath("//*[text()='Take all filters away']/@href") == ["/search/"]


def test_what_was_found_is_drawn_and_its_marks_lead_to_it(page, told, monkeypatch):
    for module in ("incidents.views.search", "incidents.timelines"):
        monkeypatch.setattr(f"{module}.PAGE", 2)
    shown = page("?q=cranes&order=newest")
    leads = shown.xpath("//*[@id='overview']//a[@data-event]/@href")
    rows = [f"#{row}" for row in shown.xpath("//ol[@class='rows']/li/@id")]
    [further] = [lead for lead in leads if lead not in rows]
    assert (len(leads), set(leads) - {further}) == (3, set(rows))
    further, _, entry = further.partition("#")
    assert page(further).xpath("//ol[@class='rows']/li/@id")[0] == entry
    assert not page(further).xpath("//*[@id='overview']")
    assert shown.xpath("//a[@data-zoom='in']/@href")[0].startswith("?q=cranes&order=newest&from=2022-")
    back = page("?q=cranes&from=2022&to=2022").xpath("//a[@data-zoom='back']/@href")[0]
    assert back.startswith("?q=cranes&from=2021-")
    assert not page().xpath("//*[@id='overview']")


def test_an_event_of_two_timelines_is_drawn_once(page, told, announced):
    Membership.objects.create(event=announced, incident=Incident.objects.get(slug="another"))
    leads = page("?from=2022").xpath("//*[@id='overview']//a[@data-event]/@href")
    assert leads.count(f"#e-{announced.public_id}") == 1


def test_a_period_is_read_in_the_readers_language_and_its_data_hold_the_same(reader, told):
    shown = tree(reader.get("/fr/search/?when=été+2022&kind=occurred"))
    assert texts(shown, "h3") == ["Cranes still stand", "Cranes turn"]
    addresses = {one.text: one.get("href") for one in shown.xpath("//details[@class='data']//a")}
    value = json.loads(b"".join(reader.get(addresses["JSON"]).streaming_content))
    assert [event["headline"] for event in value["events"]] == ["Cranes still stand", "Cranes turn"]
    assert "when=2022-22" in addresses["CSV"]
    assert reader.get(addresses["Atom"]).status_code == 200


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?when=blah&q=port", "blah"),
        ("?kind=bogus", "occurred"),
        ("?incident=none", "public timeline"),
        ("?tag=+%00'", ""),
    ],
)
def test_a_filter_that_means_nothing_is_said_as_on_a_timeline(reader, told, query, words):
    response = reader.get(f"/search/{query}")
    assert response.status_code == 400
    shown = tree(response)
    assert words in text_of(shown.xpath("//*[@id='wrong']")[0])
    assert shown.xpath("//form//input[@id='q']/@value")[0] == ("port" if "q=" in query else "")


def test_a_date_that_is_none_is_said_to_be_none_in_the_readers_language(reader):
    shown = tree(reader.get("/es/search/?when=30+de+febrero+de+2020"))
    assert text_of(shown.xpath("//*[@id='wrong']")[0]) == (
        "No existe el día 30 de febrero de 2020: febrero de 2020 tiene 29 días. "
        "Escriba por ejemplo 29 de febrero de 2020."
    )


def test_words_that_other_filters_leave_nothing_of_are_said_to_be_so(page, told):
    shown = page("?q=cranes&language=fr")
    assert "Take one of the filters away" in text_of(shown)
    assert not shown.xpath("//ul[@class='close']")


@pytest.mark.parametrize("words", ["q=again", "q=again&order=oldest", "kind=occurred&order=newest"])
def test_more_than_a_page_is_read_on_and_back(page, incident, agency_report, monkeypatch, words):
    for module in ("incidents.views.search", "incidents.timelines"):
        monkeypatch.setattr(f"{module}.PAGE", 2)
    for day in range(1, 6):
        make_published("Port again", date=f"2023-01-0{day}", source=agency_report, incident=incident)
    seen, queries = [], [f"?{words}"]
    for query in queries:
        shown = page(query)
        seen.append(texts(shown, ".when"))
        queries += shown.xpath("//a[@rel='next']/@href")
    assert [len(one) for one in seen] == [2, 2, 1]
    assert len({day for one in seen for day in one}) == 5
    for query, before in zip(queries[:0:-1], seen[-2::-1], strict=True):
        [back] = page(query).xpath("//a[@rel='prev']/@href")
        assert texts(page(back), ".when") == before
    assert not page(queries[0]).xpath("//a[@rel='prev']")


def test_going_on_after_what_is_not_found_leads_to_the_start(reader, announced, draft):
    for public_id in (draft.public_id, "zzzzzzzz"):
        answer = reader.get(f"/search/?q=port&after={public_id}")
        assert (answer.status_code, answer["Location"]) == (302, "/search/?q=port")


def test_queries_do_not_grow_with_what_can_be_chosen(incident, told):
    few = queries_of("/search/?q=cranes&kind=occurred")
    for number in range(4):
        event = make_published(f"Cranes {number}", incident=incident, tags=[f"t{number}"])
        give_role(event, make_entity(f"Somebody {number}"))
    assert queries_of("/search/?q=cranes&kind=occurred") == few <= 24
