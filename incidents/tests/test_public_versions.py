"""Old versions of an event, how its page is cited, and what comes before and after it."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from incidents.differences import MOST_WORDS, differences
from incidents.models import Event, EventVersion, Membership

from .cast import cite, give_role, link, make_entity, make_event, make_incident, make_published, make_source
from .pages import queries_of, text_of, texts, tree

pytestmark = pytest.mark.django_db


def changed(event: Event, **values) -> Event:
    row = Event.objects.get(pk=event.pk)
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return row


def version(event: Event, number: int, language: str = "") -> str:
    return f"{language}/events/{event.public_id}/v/{number}/"


def page(event: Event, number: int, language: str = ""):
    response = Client().get(version(event, number, language))
    assert response.status_code == 200
    return tree(response)


def changes(shown) -> dict[str, str]:
    """Return what is under “Changed since”, by its label."""
    rows = shown.xpath("//section[@id='changes']//dl/*")
    return {text_of(label): text_of(value) for label, value in zip(rows[::2], rows[1::2], strict=True)}


# --- Words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        pytest.param("a b c", "a b c", "a b c", id="nothing"),
        pytest.param("the port closed", "the port opened again", "the port [-closed][+opened again]", id="replaced"),
        pytest.param("", "new words", "[+new words]", id="all new"),
        pytest.param("old words", "", "[-old words]", id="all gone"),
        pytest.param("a b", "a\n\nb", "a\n\nb", id="blanks alone"),
        pytest.param("港口关闭了", "港口开放了", "港口[-关闭][+开放]了", id="no blanks between words"),
    ],
)
def test_words_that_differ_are_told_apart(before, after, shown):
    marks = {"": "{}", "del": "[-{}]", "ins": "[+{}]"}
    told = "".join(
        marks[piece.how].format(piece.text.strip() if piece.how else piece.text) for piece in differences(before, after)
    )
    assert told == shown


def test_long_texts_stand_for_each_other_as_a_whole():
    long = "word " * (MOST_WORDS + 1)
    assert [piece.how for piece in differences(long, long + "more")] == ["del", "ins"]
    assert [piece.how for piece in differences(long, long)] == [""]


# --- Versions ---------------------------------------------------------------------------------------------------------


def test_old_version_says_what_it_said_and_that_it_is_old(announced):
    changed(announced, body="The port said that its cranes stood still.", headline="The port announces a failure")
    shown = page(announced, 1)
    assert texts(shown, "h1") == ["The port announces an outage"]
    assert texts(shown, ".prose") == ["The port said that its systems were down."]
    assert texts(shown, ".old")[0].startswith("An old version: number 1, of ")
    now = Event.objects.get(pk=announced.pk).get_absolute_url()
    assert shown.xpath("//p[@class='old']/a/@href") == [now]
    assert shown.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert texts(shown, "q") == ["its systems were down"]


def test_version_tells_what_changed_field_by_field_with_the_words_marked(announced):
    changed(announced, body="The port said that its cranes were down.", date="2023-09-20", place="Rotterdam")
    shown = page(announced, 2)
    told = changes(shown)
    assert list(told) == ["Date", "Text", "Place"]
    section = shown.xpath("//section[@id='changes']")[0]
    assert texts(section, "del") == ["19", "systems"]
    assert texts(section, "ins") == ["20", "cranes", "Rotterdam"]
    assert texts(shown, ".old")[0].startswith("Version 2 of ")


def test_words_are_compared_as_they_are_seen_and_else_as_they_are_written(announced):
    changed(announced, body="The [port](https://port.example/) said that its systems **were** down.")
    changed(announced, body="The [port](https://port.example/new) said that its systems **are** down.")
    changed(announced, body="The [port](https://port.example/old) said that its systems **are** down.")
    assert changes(page(announced, 3)) == {"Text": "The port said that its systems were are down."}
    assert texts(page(announced, 4), "ins") == ["[port](https://port.example/old)"]


def test_version_tells_which_sources_changed(announced, agency_report, paper_report):
    cite(announced, paper_report, "stood still", stance="disputes")
    citation = announced.citations.get(source=agency_report)
    quote = citation.quotes.get()
    quote.exact = "systems were down"
    quote.save()
    assert changes(page(announced, 2)) == {
        "Source added": "Example Paper: Cranes stand still · Disputes this · “stood still”"
    }
    assert list(changes(page(announced, 3))) == ["Source: Example Agency: Port reports unusual activity"]


def test_event_lists_its_versions_once_there_are_two(reader, announced):
    path = announced.get_absolute_url()
    assert "/v/1/" not in reader.get(path).content.decode()
    changed(announced, body="Other.")
    shown = tree(reader.get(path))
    listed = shown.xpath("//section[@class='about-event']//details//a/@href")
    assert listed == [version(announced, 2), version(announced, 1)]


def test_versions_are_there_in_other_languages(announced):
    changed(announced, body="Other.")
    shown = page(announced, 1, "/es")
    assert shown.xpath("/html/@lang") == ["es"]
    assert shown.xpath("//p[@class='old']/a/@href") == [f"/es{announced.get_absolute_url()}"]
    assert "19 de septiembre de 2023" in text_of(shown)


@pytest.mark.parametrize("number", ["0", "2", "01", "-1", "999999999", "99999999999999999999", "x"])
def test_version_that_is_none_is_not_found(reader, announced, number):
    assert reader.get(f"/events/{announced.public_id}/v/{number}/").status_code == 404


def test_versions_of_a_withdrawn_event_are_gone_and_tell_no_number(reader, withdrawn):
    answers = [reader.get(version(withdrawn, number)) for number in (1, 7)]
    assert [answer.status_code for answer in answers] == [410, 410]
    assert answers[0].content == answers[1].content
    assert withdrawn.withdrawn_reason in answers[0].content.decode()
    assert "zuqxwithdrawn" not in answers[0].content.decode()


def test_versions_of_what_was_never_public_are_as_those_of_nothing(reader, draft, proposal, dismissed):
    missing = reader.get("/events/zzzzzzzz/v/1/")
    assert missing.status_code == 404
    for event in (draft, proposal, dismissed):
        assert reader.get(version(event, 1)).content == missing.content


def test_what_was_withdrawn_stays_so_when_the_event_is_published_again(reader, announced):
    changed(announced, body="zuqxwrong")
    Event.objects.get(pk=announced.pk).withdraw(by=None, reason="It named a bystander.")
    changed(announced, body="Right.")
    Event.objects.get(pk=announced.pk).publish(by=None)
    changed(announced, body="Right, and better.")
    assert [reader.get(version(announced, number)).status_code for number in (1, 2, 3, 4)] == [404, 404, 200, 200]
    assert texts(page(announced, 3), ".changed") == ["The first version No earlier one is public."]
    assert "zuqx" not in reader.get(version(announced, 3)).content.decode()
    listed = tree(reader.get(announced.get_absolute_url())).xpath("//section[@class='about-event']//details//a/@href")
    assert listed == [version(announced, 4), version(announced, 3)]


def test_linked_event_that_was_withdrawn_is_in_no_version(reader, announced, detected):
    other = make_published("Zuqxother stands still")
    link(announced, "led-to", other)
    assert "Zuqxother" in reader.get(version(announced, 2)).content.decode()
    Event.objects.get(pk=other.pk).withdraw(by=None, reason="Wrong.")
    for number in (2, 3):
        response = reader.get(version(announced, number))
        assert "Zuqxother" not in response.content.decode()
        assert other.public_id not in response.content.decode()
    shown = page(announced, 2)
    assert "no longer public are left out" in texts(shown, ".changed")[0]


def test_source_and_quotation_that_nothing_public_cites_are_in_no_version(reader, announced):
    source = make_source("Zuqxsource", publisher="Zuqxpublisher")
    citation = cite(announced, source, "zuqxquote")
    assert "zuqxquote" in reader.get(version(announced, 2)).content.decode()
    citation.delete()
    for number in (2, 3):
        content = reader.get(version(announced, number)).content.decode()
        assert "zuqx" not in content.casefold()
        assert source.public_id not in content
        assert "no longer public are left out" in content


def test_name_that_nothing_public_bears_is_in_no_version(reader, announced):
    role = give_role(announced, make_entity("Zuqxname"), "actor")
    assert "Zuqxname" in reader.get(version(announced, 2)).content.decode()
    role.delete()
    for number in (2, 3):
        assert "Zuqxname" not in reader.get(version(announced, number)).content.decode()


def test_stored_markup_is_shown_and_does_nothing(reader, announced):
    evil = "<script>x</script><img src=x onerror=y>"
    changed(announced, headline=evil, body=evil, place=evil)
    for number in (1, 2):
        content = reader.get(version(announced, number)).content.decode()
        assert "<script>x" not in content
        assert "<img" not in content


def test_version_page_is_kept_and_renewed(reader, announced):
    changed(announced, body="Other.")
    first = reader.get(version(announced, 1))
    assert reader.get(version(announced, 1), headers={"If-None-Match": first["ETag"]}).status_code == 304
    changed(announced, body="Another.")
    assert reader.get(version(announced, 1), headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_queries_do_not_grow_with_versions_and_what_they_name(announced, incident):
    def add() -> None:
        cite(announced, make_source(), "words")
        link(announced, "led-to", make_published(incident=incident))
        give_role(announced, make_entity(f"Somebody {EventVersion.objects.count()}"))
        Membership(incident=make_incident(published=True), event=announced).save()

    def last() -> int:
        return Event.objects.get(pk=announced.pk).version

    add()
    few = queries_of(version(announced, last())), queries_of(announced.get_absolute_url())
    for _ in range(3):
        add()
    assert (queries_of(version(announced, last())), queries_of(announced.get_absolute_url())) == few


# --- Before and after -------------------------------------------------------------------------------------------------


def beside(shown) -> list[list[str]]:
    return [texts(nav, "li") for nav in shown.xpath("//nav[@class='beside']")]


def test_event_leads_to_those_before_and_after_it_in_each_timeline(reader, incident, announced, detected):
    later = make_published("The port opens", date="2023-10", incident=incident)
    other = make_incident("Another matter", published=True)
    Membership(incident=other, event=announced).save()
    undated = make_published("Some time", date="", undated=True, incident=other)
    make_event("Zuqxdraft", date="2023-09-19", incident=incident)
    hidden = make_incident("Zuqxhidden")
    Membership(incident=hidden, event=announced).save()
    Membership(incident=hidden, event=later).save()
    shown = tree(reader.get(announced.get_absolute_url()))
    assert beside(shown) == [
        ["After this Some time, undated"],
        [
            "Before this Staff notice unusual activity, late in the week of 11 September 2023",
            "After this The port opens, October 2023",
        ],
    ]
    assert shown.xpath("//nav[@class='beside']//a[@rel]/@href") == [
        undated.get_absolute_url(),
        detected.get_absolute_url(),
        later.get_absolute_url(),
    ]
    assert "zuqx" not in text_of(shown).casefold()


def test_neighbours_are_those_of_the_timelines_order(reader, incident):
    events = [
        make_published(f"Event {number}", date=date, undated=not date, incident=incident)
        for number, date in enumerate(["2023", "2023-09", "2023-09-01", "2023-09-01", "", ""])
    ]
    in_order = list(Event.objects.published().in_incident(incident).in_order())
    assert len(in_order) == len(events)
    for place, event in enumerate(in_order):
        shown = tree(reader.get(event.get_absolute_url()))
        rels = {a.get("rel"): a.get("href") for a in shown.xpath("//nav[@class='beside']//a[@rel]")}
        around = {"prev": in_order[place - 1] if place else None, "next": next(iter(in_order[place + 1 :]), None)}
        assert rels == {rel: one.get_absolute_url() for rel, one in around.items() if one}


def test_only_event_of_a_timeline_has_nothing_beside_it(reader, announced):
    assert beside(tree(reader.get(announced.get_absolute_url()))) == []


# --- Citing it --------------------------------------------------------------------------------------------------------


def test_page_says_how_it_is_cited(reader, announced):
    Event.objects.filter(pk=announced.pk).update(changed_at="2026-11-20T12:00:00Z")
    shown = tree(reader.get(announced.get_absolute_url()))
    words = "“The port announces an outage” (19 September 2023). Dateline, version 1, last changed 20 November 2026."
    cited = texts(shown.get_element_by_id("cite"), "p")
    assert cited == [f"{words} http://127.0.0.1:8000{announced.get_absolute_url()}"]
    assert shown.xpath("//*[@id='cite']//a/@href") == [
        f"/events/{announced.public_id}.cite.{suffix}" for suffix in ("bib", "ris", "csl.json")
    ]


def test_records_name_the_page_its_version_and_the_days(reader, announced):
    Event.objects.filter(pk=announced.pk).update(changed_at="2026-11-20T12:00:00Z", version=3)
    address = f"http://127.0.0.1:8000{announced.get_absolute_url()}"
    key = f"{announced.public_id}-v3"
    base = f"/events/{announced.public_id}.cite."
    bib = reader.get(f"{base}bib")
    assert bib["Content-Type"] == "application/x-bibtex; charset=utf-8"
    assert bib["Content-Disposition"] == f'attachment; filename="{announced.public_id}.cite.bib"'
    for line in (f"@online{{{key},", "  date = {2026-11-20},", "  version = {3},", "  eventdate = {2023-09-19},"):
        assert line in bib.content.decode().splitlines()
    assert f"  url = {{{address}}}," in bib.content.decode().splitlines()
    ris = reader.get(f"{base}ris").content.decode().split("\r\n")
    assert ris[0] == "TY  - ELEC"
    assert {"DA  - 2026/11/20/", "ET  - 3", f"UR  - {address}", "N1  - Event: 19 September 2023"} <= set(ris)
    assert [line for line in ris if line][-1] == "ER  - "
    record = json.loads(reader.get(f"{base}csl.json").content)[0]
    assert record["id"] == key
    assert record["event-date"] == {"date-parts": [[2023, 9, 19]]}
    assert record["issued"] == {"date-parts": [[2026, 11, 20]]}
    assert (record["version"], record["URL"], record["container-title"]) == ("3", address, "Dateline")


def test_date_that_no_record_has_parts_for_is_given_in_words(reader, detected):
    record = json.loads(reader.get(f"/events/{detected.public_id}.cite.csl.json").content)[0]
    assert record["event-date"] == {"literal": "late in the week of 11 September 2023"}
    assert "eventdate" not in reader.get(f"/events/{detected.public_id}.cite.bib").content.decode()


def test_headline_ends_no_record(reader, incident):
    event = make_published("A } @x{y\r\nER  - \r\nTY  - z", incident=incident)
    Event.objects.filter(pk=event.pk).update(headline="A } @x{y,\nER  - \nTY  - z \\end")
    base = f"/events/{event.public_id}.cite."
    ris = reader.get(f"{base}ris").content.decode()
    assert [line[:5] for line in ris.split("\r\n")].count("ER  -") == 1
    bib = reader.get(f"{base}bib").content.decode()
    assert bib.count("{") == bib.count("}")
    assert len([line for line in bib.splitlines() if line.startswith("@")]) == 1
    assert len(json.loads(reader.get(f"{base}csl.json").content)) == 1


def test_records_are_of_what_is_public(reader, draft, withdrawn):
    for suffix in ("bib", "ris", "csl.json"):
        assert reader.get(f"/events/{draft.public_id}.cite.{suffix}").status_code == 404
        gone = reader.get(f"/events/{withdrawn.public_id}.cite.{suffix}")
        assert gone.status_code == 410
        assert "zuqxwithdrawn" not in gone.content.decode()


def test_records_have_no_language(reader, announced):
    response = reader.get(f"/es/events/{announced.public_id}.cite.bib")
    assert (response.status_code, response["Location"]) == (301, f"/events/{announced.public_id}.cite.bib")
    spanish = reader.get(f"/es{announced.get_absolute_url()}").content.decode()
    assert f'href="/events/{announced.public_id}.cite.bib"' in spanish
