"""Reading a part of a timeline: filters with counts, periods in words, order and density, the same in its data."""

from __future__ import annotations

import json

import pytest
from django.utils import translation

from incidents.facets import Choice, facets
from incidents.models import Tag
from incidents.selection import BadFilter, Selection

from .cast import cite, give_role, make_entity, make_event, make_incident, make_published, make_source
from .pages import queries_of, text_of, texts, tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(incident):
    """Six events that differ in everything that can be chosen."""
    port, ministry = make_entity("The Port", slug="the-port"), make_entity("The Ministry", slug="the-ministry")
    paper, agency = make_source("A", publisher="The Paper"), make_source("B", publisher="An agency")
    rows = [
        ("Cranes stop", "2022-06-14", "detected", port, paper, {}),
        ("Cranes still stand", "2022-07", "occurred", port, paper, {}),
        ("Cranes turn", "2022-08-01~", "occurred", port, agency, {}),
        ("The ministry speaks", "2022-12-24", "responded", ministry, agency, {}),
        ("Le port parle", "2023-01-05", "disclosed", ministry, agency, {"language": "fr"}),
        ("Some day", "", "occurred", ministry, agency, {"undated": True}),
    ]
    events = {}
    for headline, date, kind, entity, source, more in rows:
        made = make_published(headline, date=date, kind=kind, source=source, incident=incident, **more)
        give_role(made, entity)
        events[headline] = made
    cite(events["The ministry speaks"], paper, stance="disputes")
    tag = Tag.objects.create(name="cranes", slug="cranes")
    for headline in ("Cranes stop", "Cranes turn"):
        events[headline].tags.add(tag)
    return events


@pytest.fixture
def page(reader, incident):
    return lambda query="": tree(reader.get(incident.get_absolute_url() + query))


def headlines(shown) -> list[str]:
    return [text_of(found) for found in shown.xpath("//article//h3/a[1]")]


def choices(shown) -> dict[str, dict[str, str]]:
    """Return each facet's choices and their numbers as the page shows them."""
    return {
        text_of(section.xpath("./h2")[0]): {
            text_of(link.xpath("./bdi")[0]): text_of(link.xpath("./small")[0]) for link in section.xpath(".//a")
        }
        for section in shown.xpath("//search//section")
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?when=summer+2022", ["Cranes stop", "Cranes still stand", "Cranes turn"]),
        ("?when=July+2022", ["Cranes still stand"]),
        ("?when=ete+2022", ["Cranes stop", "Cranes still stand", "Cranes turn"]),
        ("?when=late+June+2022", []),  # a part of a time is its days, not the whole
        ("?when=mid-June+2022", ["Cranes stop"]),
        ("?from=2022-12&to=2023", ["The ministry speaks", "Le port parle"]),
        ("?entity=the-port&kind=occurred", ["Cranes still stand", "Cranes turn"]),
        ("?tag=cranes", ["Cranes stop", "Cranes turn"]),
        ("?publisher=The+Paper", ["Cranes stop", "Cranes still stand", "The ministry speaks"]),
        ("?language=fr", ["Le port parle"]),
        ("?certainty=exact", ["Cranes stop", "The ministry speaks", "Le port parle"]),
        ("?certainty=coarse", ["Cranes still stand"]),
        ("?certainty=doubtful", ["Cranes turn"]),
        ("?certainty=disputed", ["The ministry speaks"]),
        ("?q=cranes&certainty=exact", ["Cranes stop"]),
        ("?changed=2999-01-01", []),
        ("?q=nothingofthekind", []),
    ],
)
def test_each_filter_keeps_what_it_says(page, told, query, expected):
    shown = page(query)
    assert headlines(shown) == expected
    assert text_of(shown.xpath("//*[@id='found']")[0]).split()[0].lower() in ("no", "one", "two", "three")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?when=blah", "blah"),
        ("?when=last+week", "last week"),
        ("?when=31+February+2022", "February"),
        ("?from=2023&to=2022", "before"),
        ("?kind=bogus", "occurred"),
        ("?certainty=sure", "exact"),
        ("?changed=yesterday", "2023-09-19"),
        ("?language=%3Cscript%3E", "code of a language"),
        ("?entity=%27%3B--", "letters"),
        ("?q=" + "a+" * 100, "16"),
        ("?tag=" + "x" * 400, "300"),
    ],
)
def test_a_filter_that_means_nothing_is_said_and_loses_nothing(reader, incident, told, query, words):
    response = reader.get(incident.get_absolute_url() + query)
    assert response.status_code == 400
    shown = tree(response)
    assert words in text_of(shown.xpath("//*[@id='wrong']")[0])
    assert shown.xpath("//search//form")
    data = reader.get(incident.get_absolute_url().rstrip("/") + ".json" + query)
    assert (data.status_code, data["Content-Type"]) == (400, "text/plain; charset=utf-8")


def test_counts_stand_beside_each_choice(page, told):
    shown = choices(page("?filter"))
    assert shown["Who"] == {"The Ministry": "3", "The Port": "3"}
    assert shown["Kind"] == {"occurred": "3", "detected": "1", "disclosed": "1", "responded": "1"}
    assert shown["Publisher"] == {"An agency": "4", "The Paper": "3"}
    assert shown["Language"] == {"English": "5", "français": "1"}
    assert shown["Certainty"] == {"to the day": "3", "a longer time": "1", "doubtful": "1", "disputed by a source": "1"}
    assert "Tag" not in shown  # one choice is none


def test_counts_are_what_the_choice_would_show(page, told):
    for link in page("?entity=the-ministry").xpath("//search//section//a[not(@aria-current)]"):
        if "entity=" in link.get("href") and "the-ministry" not in link.get("href"):
            continue
        assert len(headlines(page(link.get("href")))) == int(text_of(link.xpath("./small")[0])), link.get("href")


def test_counts_are_parted_as_the_language_does_it():
    choice = Choice("x", "X", 7379, False, "")
    figures = []
    for language in ("en", "de", "fr"):
        with translation.override(language):
            figures.append(choice.figures)
    assert figures == ["7,379", "7.379", "7\xa0379"]


def test_a_choice_is_taken_away_by_the_same_link(page, told):
    shown = page("?entity=the-port&kind=occurred")
    chosen = shown.xpath("//search//section//a[@aria-current]")
    assert {text_of(link.xpath("./bdi")[0]) for link in chosen} == {"The Port", "occurred"}
    assert [link.get("href") for link in chosen] == ["?kind=occurred", "?entity=the-port"]


def test_a_choice_that_finds_nothing_can_be_taken_away(page, told):
    shown = page("?kind=attributed&tag=cranes")
    assert headlines(shown) == []
    assert [link.get("href") for link in shown.xpath("//a[@id='f-kind-attributed']")] == ["?tag=cranes"]
    shown = page("?entity=the-port&when=1950")  # named, with the ways out of a period in which there is nothing
    assert [text_of(node) for node in shown.xpath("//a[@id='f-entity-the-port']/bdi")] == ["The Port"]
    assert set(zooms(shown)) == {"out", "back", "forth"}


def test_a_choice_that_readers_do_not_know_is_not_named(page, told):
    give_role(make_event("Not published"), make_entity("Not yet named", slug="hidden"), "actor")
    assert "Not yet named" not in text_of(page("?entity=hidden"))


def test_newest_first_turns_everything_and_keeps_silences(page, told):
    oldest, newest = page(), page("?order=newest")
    assert headlines(newest) == headlines(oldest)[::-1]
    assert sorted(texts(newest, ".silence")) == sorted(texts(oldest, ".silence"))
    order = [text_of(node) for node in newest.xpath("//*[@class='rule' or starts-with(@class, 'silence')]")]
    place = order.index("Nearly five months without an entry") if "Nearly five months without an entry" in order else -1
    assert texts(newest, ".rule")[1] == "January 2023"
    assert place == -1 or order[place + 1] == "August 2022"


def test_order_and_density_are_kept_from_page_to_page(reader, incident):
    for number in range(60):
        make_published(f"Event {number:02}", date=f"2023-{1 + number // 28:02}-{1 + number % 28:02}", incident=incident)
    first = tree(reader.get(incident.get_absolute_url() + "?kind=occurred&order=newest&view=compact"))
    assert headlines(first)[0] == "Event 59"
    [later] = first.xpath("//a[@rel='next']/@href")
    assert {"kind=occurred", "order=newest", "view=compact"} < set(later.lstrip("?").split("&"))
    second = tree(reader.get(incident.get_absolute_url() + later))
    assert headlines(second) == [f"Event {number:02}" for number in range(9, -1, -1)]
    [earlier] = second.xpath("//a[@rel='prev']/@href")
    assert headlines(tree(reader.get(incident.get_absolute_url() + earlier))) == headlines(first)
    marks = first.xpath("//figure//a/@href")
    assert any(mark.startswith("?kind=occurred&order=newest&view=compact&at=") for mark in marks)


def test_the_other_languages_and_the_printed_address_keep_what_was_chosen(reader, page, incident, told):
    shown = page("?tag=cranes&when=summer+2022")
    spanish = shown.xpath("//nav[@class='languages']//a[@lang='es']/@href")[0]
    assert spanish == f"/es{incident.get_absolute_url()}?tag=cranes&when=summer+2022"
    assert headlines(tree(reader.get(spanish))) == headlines(shown) == ["Cranes stop", "Cranes turn"]
    assert text_of(shown.xpath("//footer//*[@class='printed']")[0]).endswith("/?tag=cranes&when=summer+2022")
    assert "cranes, 1 June to 31 August 2022" in texts(shown, ".printed")[0]


def test_the_form_keeps_what_was_chosen(page, told):
    shown = page("?entity=the-port&order=newest&when=2022")
    form = {field.get("name"): field.get("value") for field in shown.xpath("//search//input")}
    assert form == {"entity": "the-port", "order": "newest", "q": "", "when": "2022"}


def test_its_data_is_narrowed_in_the_same_way(reader, page, incident, told):
    shown = page("?tag=cranes")
    addresses = {link.text: link.get("href") for link in shown.xpath("//details[@class='data']//a")}
    made = json.loads(b"".join(reader.get(addresses["JSON"]).streaming_content))
    assert [event["headline"] for event in made["events"]] == headlines(shown)
    calendar = b"".join(reader.get(addresses["iCalendar"]).streaming_content).decode()
    assert calendar.count("BEGIN:VEVENT") == 2


def test_data_of_a_page_in_another_language_are_asked_for_in_none(reader, incident, told):
    shown = tree(reader.get("/fr" + incident.get_absolute_url() + "?when=été+2022&from=juin+2022"))
    [address] = [link.get("href") for link in shown.xpath("//details[@class='data']//a") if link.text == "JSON"]
    made = json.loads(b"".join(reader.get(address).streaming_content))
    assert [event["headline"] for event in made["events"]] == headlines(shown)
    assert len(made["events"]) == 3


def test_nothing_unpublished_is_counted_or_chosen(page, incident, told):
    before = choices(page("?filter"))
    secret = make_event("A secret", date="2022-06-20", incident=incident)
    give_role(secret, make_entity("Secret name"))
    cite(secret, make_source("S", publisher="Secret publisher"))
    hidden = make_incident("Hidden")
    make_published("Elsewhere", date="2022-06-21", incident=hidden, source=make_source("T", publisher="Other"))
    assert choices(page("?filter")) == before
    assert headlines(page("?publisher=Secret+publisher")) == []
    assert [facet for facet in facets(Selection()) if facet.name == "incident"] == []


def test_queries_do_not_grow_with_events(incident, told):
    address = incident.get_absolute_url() + "?kind=occurred"
    few = queries_of(address)
    for number in range(40):
        made = make_published(f"More {number}", date="2022-06", incident=incident, source=make_source(f"Z {number}"))
        give_role(made, make_entity(f"Person {number}"))
    assert queries_of(address) == few <= 16


def test_a_filtered_page_is_for_no_search_engine_and_points_to_the_whole(reader, page, incident, told):
    shown = page("?kind=occurred")
    assert shown.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert shown.xpath("//link[@rel='canonical']/@href")[0].endswith(incident.get_absolute_url())
    assert not page().xpath("//meta[@name='robots']")


def test_words_of_an_address_are_read_and_written_back():
    words = {"from": "2022", "q": " port ", "kind": "detected", "unknown": "x"}
    selection = Selection.of(words, incident="port")
    assert (selection.since, selection.q, selection.incident) == ("2022", "port", "port")
    assert selection.query("incident") == "kind=detected&from=2022&q=port"
    with pytest.raises(BadFilter, match="300"):
        Selection.of({"q": "x" * 301})


# --- The overview of a part -----------------------------------------------------------------------------------------


def zooms(shown) -> dict[str, str]:
    return {link.get("data-zoom"): link.get("href") for link in shown.xpath("//nav[@class='zoom']/a")}


def test_the_overview_leads_closer_wider_and_to_either_side_by_links(page, told):
    whole = zooms(page())
    assert set(whole) == {"in"}
    part = page("?kind=occurred&from=2022-06-01&to=2022-08-31")
    assert set(zooms(part)) == {"in", "out", "back", "forth"}
    assert all(href.startswith("?kind=occurred&from=") for href in zooms(part).values())
    wider = page(zooms(part)["out"])
    assert set(headlines(part)) <= set(headlines(wider))
    assert zooms(part)["back"].partition("to=")[2] < "2022-08-31" < zooms(part)["forth"].partition("to=")[2]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("", "4 March to 6 May 2021"),
        ("/es", "del 4 de marzo al 6 de mayo de 2021"),
        ("/fr", "du 4 mars au 6 mai 2021"),
        ("/de", "4. März bis 6. Mai 2021"),
        ("/nl", "4 maart tot en met 6 mei 2021"),
    ],
)
def test_a_period_that_was_drawn_stands_in_its_field_in_words_that_are_read_as_the_same(reader, incident, path, words):
    shown = tree(reader.get(f"{path}{incident.get_absolute_url()}?from=2021-03-04&to=2021-05-06"))
    assert shown.xpath("//input[@name='when']/@value") == [words]
    with translation.override(path[1:] or "en"):
        assert Selection(when=words).days == "2021-03-04/2021-05-06"


def test_a_period_that_words_do_not_give_back_stands_in_its_field_as_edtf():
    with translation.override("fr"):
        assert Selection(since="0950-01-01", until="1024-05-06").typed_period == "0950-01-01/1024-05-06"


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ({"when": "1999"}, "1999"),
        ({"since": "1999-02-01", "until": "1999-02-28"}, "1999-02"),
        ({"since": "1999-02-01", "until": "1999-12-31"}, "1999-02-01/1999-12-31"),
        ({"when": "Y170000/Y170001"}, "Y170000/Y170001"),
    ],
)
def test_a_whole_year_or_month_is_called_by_its_name(bounds, words):
    assert Selection(**bounds).days == words


def test_the_strip_shows_the_period_that_is_asked_for(page, told):
    shown = page("?when=summer+2022")
    pieces = shown.xpath("//*[@data-pieces]/@data-pieces")[0].split(";")
    assert [piece.split(",")[:2] for piece in pieces] == [["1654041600", "1661990399"]]
    assert "1 June to 31 August 2022" in text_of(shown.xpath("//search/p")[0])


def test_a_period_by_its_bounds_is_shown_in_its_field_and_can_be_sent_again(page, told):
    shown = page("?from=2022-06-01&to=August+2022&tag=cranes")
    form = {field.get("name"): field.get("value") for field in shown.xpath("//search//input")}
    assert form == {"tag": "cranes", "q": "", "when": "1 June to 31 August 2022"}
    sent_again = page("?tag=cranes&when=1+June+to+31+August+2022")
    assert headlines(sent_again) == headlines(shown) == ["Cranes stop", "Cranes turn"]


@pytest.mark.parametrize(
    "query",
    ["?from=-9999&to=9999", "?when=Y170000002", "?from=../2022", "?to=Y-17e7", "?when=XXXX", "?from=Y-29e10&to=Y29e10"],
)
def test_no_period_is_too_wide_to_be_answered(reader, incident, told, query):
    assert reader.get(incident.get_absolute_url() + query).status_code in (200, 400)
