"""An incident's timeline."""

from __future__ import annotations

from itertools import pairwise

import pytest

from incidents.models import Citation, Event, Membership, Source
from incidents.timelines import PAGE

from .cast import cite, link, make_incident, make_published, make_source
from .pages import queries_of, text_of, texts, tree, xpath_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(reader, incident):
    return lambda query="": tree(reader.get(incident.get_absolute_url() + query))


def entries(page):
    return page.xpath("//article")


def one(node, selector):
    found = node.xpath(xpath_of(selector))
    assert len(found) == 1, selector
    return found[0]


def test_events_stand_in_order_under_their_months(page, announced, detected, incident):
    make_published("Later", date="2023-11-02", incident=incident)
    make_published("A year", date="2022", incident=incident)
    shown = page()
    assert texts(shown, "h2")[:4] == ["2022", "September 2023", "November 2023", "Sources"]
    assert texts(shown, "h3")[1] == "Staff notice unusual activity2"
    assert [text_of(entry.xpath(".//h3/a[1]")[0]) for entry in entries(shown)] == [
        "A year",
        "Staff notice unusual activity",
        "The port announces an outage",
        "Later",
    ]


def test_draft_is_not_on_the_timeline(page, announced, draft, proposal, dismissed, withdrawn):
    assert len(entries(page())) == 1


def test_timeline_without_events_says_so(page):
    assert "No event of this timeline is published yet." in text_of(page())


def test_every_date_opens_its_working(page, incident, agency_report):
    event = make_published(date="[2023-09-11..2023-09-17]", part="end", incident=incident, source=agency_report)
    citation = event.citations.get()
    citation.date, citation.date_part = "[2023-09-11..2023-09-17]", "end"
    citation.date_words, citation.date_reference = "at the end of last week", "2023-09-19"
    citation.date_rule = "week-end-last"
    citation.save()
    details = one(page(), ".date")
    assert texts(details, "summary")[0].startswith("Late in the week of 11 September 2023")
    working = texts(details, "li")[0]
    assert working.startswith("Example Agency: The report of Tuesday 19 September 2023 says “at the end of last week”")


def test_date_that_nothing_explains_is_said_to_be_the_editors(page, announced):
    assert texts(one(page(), ".date"), "li") == ["The editors’ reading of the sources as a whole."]


def test_reference_that_is_no_day_breaks_nothing(page, announced):
    Citation.objects.filter(event=announced).update(
        date="2023-09", date_rule="last-unit", date_reference="some time", date_words="last month"
    )
    announced.save()
    assert "last month" in text_of(one(page(), ".date"))


@pytest.mark.parametrize(
    ("date", "doubtful"),
    [
        ("2023-09-19", False),
        ("2023", False),
        ("2023-09-11/2023-09-17", False),
        ("2023-06/..", False),
        ("2023-09-19?", True),
        ("2023~", True),
        ("[2023-09-11..2023-09-17]", True),
        ("202X", True),
    ],
)
def test_date_looks_as_certain_as_it_is(page, incident, date, doubtful):
    make_published(date=date, incident=incident)
    assert bool(page().xpath("//summary[@class='doubtful']")) is doubtful


def test_long_silence_is_drawn_in_words(page, incident):
    for date in ("2023-01-01", "2023-02-06", "2023-02-20", "2023-08-22", "2026-09-20"):
        make_published(date=date, incident=incident)
    assert texts(page(), ".silence") == [
        "Five weeks without an entry",
        "Six months without an entry",
        "Three years without an entry",
    ]


def test_silence_is_counted_from_the_latest_that_a_date_can_mean(page, incident):
    make_published(date="2022", incident=incident)
    make_published(date="2022-03-01", incident=incident)
    make_published(date="2023-01-15", incident=incident)
    assert texts(page(), ".silence") == []


def test_something_without_an_end_fills_no_silence(page, incident):
    make_published(date="2022-01/..", incident=incident)
    make_published(date="2023-01-15", incident=incident)
    assert texts(page(), ".silence") == ["Twelve months without an entry"]


def test_undated_events_stand_last_under_their_own_heading(page, incident):
    make_published("Some time", date="", undated=True, incident=incident)
    make_published("Far ahead", date="2999", incident=incident)
    section = page().xpath("//section[@class='undated']")[0]
    assert texts(section, "h2") == ["Undated"]
    assert texts(section, "h3") == ["Some time2"]


def test_background_is_named_and_quieter(page, incident):
    make_published("Long before", role="background", incident=incident)
    quiet = one(page(), ".background")
    assert texts(quiet, "h3") == ["Long before1"]
    assert texts(quiet, ".role") == ["background"]


def test_same_event_is_no_background_where_it_is_part(reader, incident):
    event = make_published(role="background", incident=incident)
    other = make_incident(published=True)
    Membership(incident=other, event=event).save()
    assert b"background" not in reader.get(other.get_absolute_url()).content


# --- Numerals and notes ------------------------------------------------------------------------------------------


def test_numeral_leads_to_its_note_and_on_to_the_source(page, announced, agency_report):
    shown = page()
    numeral = one(shown, ".ref")
    note = shown.get_element_by_id(numeral.get("href").removeprefix("#"))
    assert numeral.getparent().getparent().tag == "p"
    assert texts(note, "q") == ["its systems were down"]
    onward = note.xpath(".//a[@class='number']/@href")[0]
    line = shown.get_element_by_id(onward.removeprefix("#"))
    assert text_of(numeral) == "1"
    assert [one.get("id") for one in line.getparent().iterchildren()] == [line.get("id")]
    assert text_of(line) == (
        "Example Agency, Port reports unusual activity, 19 September 2023. By A. Writer. agency.example"
    )
    assert line.xpath(".//a[@class='address']/@href") == ["https://agency.example/port"]


def test_quote_opens_the_source_at_the_passage(page, announced):
    assert one(page(), ".there").get("href") == "https://agency.example/port#:~:text=its%20systems%20were%20down"


def test_source_without_an_address_says_so(page, incident, paper_report):
    make_published(source=paper_report, quotes="stood still", incident=incident)
    shown = page()
    assert texts(shown, ".there") == []
    assert "No address is known." in text_of(one(shown, ".sources"))


def test_numerals_count_sources_in_reading_order_and_repeat(page, incident):
    first, second = make_source(), make_source()
    make_published(date="2023-01-01", source=second, incident=incident, body="One.")
    make_published(date="2023-01-02", source=first, incident=incident, body="Two.")
    make_published(date="2023-01-03", source=second, incident=incident, body="Three.")
    shown = page()
    assert texts(shown, ".ref") == ["1", "2", "1"]
    assert [line.get("id") for line in one(shown, ".sources").xpath(".//ol/li")] == [
        f"s-{second.public_id}",
        f"s-{first.public_id}",
    ]


def test_numeral_stands_behind_the_passage_it_speaks_to(page, incident, paper_report):
    event = make_published(body="It *stood still*.\n\nNobody knew **why it** did.", incident=incident)
    cite(event, paper_report, "why", about="passage", passage="why it did")
    html = one(page(), ".told")
    paragraphs = html.xpath(".//div[@class='prose']/p")
    assert [text_of(p) for p in paragraphs] == ["It stood still.", "Nobody knew why it did.1 2"]


def test_notes_stand_beside_their_passage(page, incident, paper_report, agency_report):
    event = make_published(body="First.\n\nSecond words.\n\nThird.", source=agency_report, incident=incident)
    cite(event, paper_report, "second", about="passage", passage="Second words")
    passages = one(page(), ".told").xpath("./div[@class='passage']")
    assert [texts(passage, "p")[0] for passage in passages] == ["First.", "Second words.1", "Third.2"]
    assert [[texts(note, "p")[0] for note in passage.xpath(".//li")] for passage in passages] == [
        [],
        ["1 Example Paper, 20 September 2023"],
        ["2 Example Agency, 19 September 2023"],
    ]


def test_disputing_source_is_marked_with_a_word(page, announced, paper_report):
    cite(announced, paper_report, "all went on", stance="disputes")
    shown = page()
    note = shown.xpath("//li[contains(@class, 'disputes')]")[0]
    assert "disputes this" in text_of(note)
    assert texts(shown, ".corroboration") == ["One source, disputed by one source"]
    assert shown.xpath("//a[@class='ref disputes']/@aria-label") == ["Source 2, which disputes this"]


def test_source_that_supports_and_disputes_has_two_notes(page, announced, agency_report):
    cite(announced, agency_report, "not so", stance="disputes")
    shown = page()
    anchors = [note.get("id") for note in shown.xpath("//li[contains(@class, 'note')]")]
    assert len(anchors) == len(set(anchors)) == 2
    assert texts(shown, ".ref") == ["1", "1"]


def test_copies_are_one_note_and_one_origin(page, incident, agency_report, paper_report):
    Source.objects.filter(pk=paper_report.pk).update(copy_of=agency_report, copy_state="confirmed")
    event = make_published(source=Source.objects.get(pk=paper_report.pk), incident=incident)
    cite(event, agency_report, "its systems were down")
    cite(event, make_source(publisher="Another"))
    shown = page()
    assert texts(shown, ".corroboration") == ["Three sources, two origins"]
    notes = shown.xpath("//li[contains(@class, 'note')]")
    assert texts(notes[0], "p")[0] == "1 Example Agency, 19 September 2023"
    assert "Example Paper" in text_of(notes[0].xpath(".//details")[0])
    assert len(notes) == 2
    assert len(one(shown, ".sources").xpath(".//li")) == 3


def test_proposed_copy_counts_as_an_origin_of_its_own(page, incident, agency_report):
    copy = make_source(copy_of=agency_report, copy_state="proposed")
    cite(make_published(source=agency_report, incident=incident), copy)
    assert texts(page(), ".corroboration") == ["Two sources"]


def test_passage_that_only_a_copy_is_cited_for_leads_to_the_note(page, incident, agency_report):
    copy = make_source(copy_of=agency_report, copy_state="confirmed")
    event = make_published(body="It was down.", source=agency_report, incident=incident)
    cite(event, copy, about="passage", passage="It was down")
    shown = page()
    for numeral in shown.xpath("//a[@class='ref']"):
        assert shown.get_element_by_id(numeral.get("href")[1:]) is not None


# --- Links ---------------------------------------------------------------------------------------------------------


def test_link_is_worded_from_either_end(page, announced, detected):
    link(detected, "led-to", announced)
    assert texts(page(), ".links") == [
        "Led to The port announces an outage, 19 September 2023",
        "Follows from Staff notice unusual activity, late in the week of 11 September 2023",
    ]


def test_link_to_a_draft_is_not_shown(page, announced, draft):
    link(announced, "led-to", draft)
    assert texts(page(), ".links") == []


def test_source_of_a_link_is_cited_beside_it(page, announced, detected):
    cite(link(detected, "led-to", announced), make_source("On the connection"))
    shown = page()
    numeral = shown.xpath("//ul[@class='links']//a[@class='ref']")[0]
    line = shown.get_element_by_id(numeral.get("href")[1:])
    assert "On the connection" in text_of(line)


def test_reworded_headline_is_shown_at_the_other_end(page, announced, detected):
    link(detected, "led-to", announced)
    announced.headline = "The port speaks"
    announced.save()
    assert "The port speaks" in texts(page(), ".links")[0]


# --- Pages -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def long_incident(incident, agency_report):
    for number in range(PAGE + 10):
        make_published(f"Event {number:03}", date="2023-09-19", source=agency_report, incident=incident)
    make_published("Undated", date="", undated=True, source=agency_report, incident=incident)
    return incident


def test_long_timeline_goes_on_by_a_real_link(page, long_incident):
    first = page()
    later = first.xpath("//a[@rel='next']/@href")
    assert len(entries(first)) == PAGE
    second = page(later[0])
    assert len(entries(second)) == 11
    assert text_of(second.xpath("//h3/a[1]")[0]) == f"Event {PAGE:03}"
    assert texts(second, "h2")[-2] == "Undated"
    assert not second.xpath("//a[@rel='next']")
    start, earlier = second.xpath("//nav[@class='turn']/a/@href")
    assert start == long_incident.get_absolute_url()
    assert [entry.get("id") for entry in entries(page(earlier))] == [entry.get("id") for entry in entries(first)]
    assert second.xpath("//link[@rel='canonical']/@href")[0].endswith(later[0])


def test_pages_hold_every_event_once(page, long_incident):
    ids, query = [], ""
    for _ in range(5):
        shown = page(query)
        ids += [entry.get("id") for entry in entries(shown)]
        query = next(iter(shown.xpath("//a[@rel='next']/@href")), "")
        if not query:
            break
    assert len(ids) == len(set(ids)) == Event.objects.published().count()


def test_a_page_can_begin_at_an_event_and_go_either_way(page, long_incident):
    in_order = list(Event.objects.published().in_order())
    shown = page(f"?at={in_order[20].public_id}")
    assert entries(shown)[0].get("id") == f"e-{in_order[20].public_id}"
    [before] = shown.xpath("//a[@rel='prev']/@href")
    ids = [f"e-{event.public_id}" for event in in_order]
    assert [entry.get("id") for entry in entries(page(before))] == ids[:20]
    assert not page(before).xpath("//a[@rel='prev']")
    assert page(before).xpath("//a[@rel='next']/@href") == [f"?after={in_order[19].public_id}"]
    assert not page(f"?at={in_order[0].public_id}").xpath("//a[@rel='prev']")


def test_going_back_page_by_page_shows_every_event_once(page, long_incident):
    query = f"?at={Event.objects.published().in_order().last().public_id}"
    ids = []
    while query:
        shown = page(query)
        ids = [entry.get("id") for entry in entries(shown)] + ids
        query = next(iter(shown.xpath("//a[@rel='prev']/@href")), "")
    assert ids == [f"e-{event.public_id}" for event in Event.objects.published().in_order()]


@pytest.mark.parametrize("after", ["\x00", "%00", "'; DROP TABLE", "x" * 5000, "é", "../..", "A-B"])
def test_garbage_after_is_not_found(reader, long_incident, after):
    assert reader.get(long_incident.get_absolute_url(), {"after": after}).status_code == 404


def test_page_after_an_event_that_is_gone_leads_to_the_start(reader, long_incident):
    response = reader.get(long_incident.get_absolute_url(), {"after": "2345678"})
    assert response.status_code == 302
    assert response["Location"] == long_incident.get_absolute_url()


def test_changed_address_leads_to_the_new_one(reader, incident):
    incident.slug = "port-outage"
    incident.save()
    response = reader.get("/incidents/outage-at-the-port/")
    assert (response.status_code, response["Location"]) == (301, "/incidents/port-outage/")


def test_withdrawn_incident_is_gone_with_its_reason(reader, incident):
    incident.withdraw(by=None, reason="It was another port.")
    response = reader.get("/incidents/outage-at-the-port/")
    assert response.status_code == 410
    assert "It was another port." in response.content.decode()
    assert "Outage at the port" not in response.content.decode()


def test_queries_do_not_grow_with_events(incident):
    for _ in range(3):
        make_published(incident=incident)
    few = queries_of(incident.get_absolute_url())
    for _ in range(6):
        cite(make_published(incident=incident))
    assert queries_of(incident.get_absolute_url()) == few <= 5


def test_queries_do_not_grow_where_no_entry_is_kept(incident):
    from incidents.models import EventEntry, SourceEntry

    def cold() -> int:
        EventEntry.objects.all().delete()
        SourceEntry.objects.all().delete()
        return queries_of(incident.get_absolute_url() + "?after=")

    for _ in range(2):
        link(make_published(incident=incident), "led-to", make_published(incident=incident))
    few = cold()
    for _ in range(4):
        link(make_published(incident=incident), "led-to", make_published(incident=incident))
    assert cold() == few


def test_headings_do_not_skip_a_level(page, announced, detected):
    levels = [int(heading.tag[1]) for heading in page().xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_no_id_stands_twice(page, announced, detected):
    ids = page().xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("date", ["9999-12-31T23:59:59-14:00", "-9999-01-01T00:00:00+14:00", "Y17E99999999", "Y-17E7"])
def test_a_date_beyond_the_calendar_breaks_no_page(reader, incident, date):
    make_published("Far away", date=date, incident=incident)
    assert reader.get(incident.get_absolute_url()).status_code == 200
    assert reader.get("/").status_code == 200


def test_the_addresses_that_a_timeline_had_lead_on_even_when_it_is_withdrawn(reader, incident, editor):
    incident.slug = "moved"
    incident.save()
    assert reader.get("/incidents/outage-at-the-port.atom").headers["Location"] == "/incidents/moved.atom"
    incident.withdraw(by=editor, reason="The matter was another one.")
    for address in ("/incidents/outage-at-the-port/", "/incidents/moved/", "/incidents/outage-at-the-port.atom"):
        answer = reader.get(address)
        assert answer.status_code == 410
        assert "The matter was another one." in answer.content.decode()
