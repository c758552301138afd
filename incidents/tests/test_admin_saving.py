"""The event form: one save is one change, dates in words, refusals in sentences, two editors."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from incidents.admin.events import EventAdmin
from incidents.models import Citation, Event, EventVersion, Incident, Quote, SiteVersion, Source
from incidents.tests.cast import cite, link, make_capture, make_event, make_published, make_source, make_user
from incidents.tests.desk import event_data, form_data, form_of, messages_of

pytestmark = pytest.mark.django_db


def save(desk: Client, event: Event, button: str = "_save", **changes: Any) -> Any:
    url = reverse("admin:incidents_event_change", args=[event.pk])
    return desk.post(url, form_data(desk, url) | changes | {button: "1"})


def add(desk: Client, **changes: Any) -> Any:
    url = reverse("admin:incidents_event_add")
    return desk.post(url, event_data(desk) | changes | {"_save": "1"})


# --- Dates ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "edtf", "part"),
    [
        pytest.param("late September 2023", "2023-09", "end", id="part-in-words"),
        pytest.param("19 Sept 2023", "2023-09-19", "", id="day"),
        pytest.param("mid-September 2023", "2023-09", "mid", id="mid"),
        pytest.param("between 11 and 17 September 2023", "[2023-09-11..2023-09-17]", "", id="between"),
        pytest.param("since June 2023", "2023-06/..", "", id="since"),
        pytest.param("2023-09", "2023-09", "", id="edtf"),
    ],
)
def test_date_may_be_typed_in_words(desk: Client, typed: str, edtf: str, part: str) -> None:
    assert add(desk, headline="Something happens", date=typed).status_code == 302
    event = Event.objects.get(headline="Something happens")
    assert (str(event.date), event.part) == (edtf, part)


def test_part_of_the_form_holds_beside_edtf(desk: Client) -> None:
    add(desk, headline="Something happens", date="2023-09", part="mid")
    assert Event.objects.get(headline="Something happens").part == "mid"


def test_part_of_old_goes_when_other_words_are_typed(desk: Client) -> None:
    event = make_event(date="2023-09", part="end")
    save(desk, event, date="19 September 2023")
    event.refresh_from_db()
    assert (str(event.date), event.part) == ("2023-09-19", "")


def test_date_is_said_after_saving(desk: Client) -> None:
    assert "late September 2023" in messages_of(add(desk, headline="It happens", date="late September 2023"))


def test_publication_date_has_no_part(desk: Client) -> None:
    url = reverse("admin:incidents_source_add")
    response = desk.post(url, form_data(desk, url) | {"title": "Report", "published": "late September 2023"})
    assert response.status_code == 200
    assert "no place for" in response.content.decode()
    assert not Source.objects.exists()


BAD_DATES = [
    pytest.param("2023-02-30", "day", id="impossible-day"),
    pytest.param("31 February 2023", "no such day", id="impossible-day-in-words"),
    pytest.param("soon", "names no date", id="no-date"),
    pytest.param("2023-" * 20_000, "characters", id="100000-characters"),
    pytest.param("[" * 199, "2023-09-19", id="brackets"),
]


@pytest.mark.parametrize(("typed", "says"), BAD_DATES)
def test_impossible_date_is_refused_at_its_field(desk: Client, typed: str, says: str) -> None:
    response = add(desk, headline="It happens", date=typed)
    assert response.status_code == 200
    assert says in " ".join(response.context["adminform"].form.errors["date"])
    assert not Event.objects.exists()


@pytest.mark.parametrize(("typed", "says"), BAD_DATES)
def test_reading_of_an_impossible_date_says_why(desk: Client, typed: str, says: str) -> None:
    answer = desk.get(reverse("admin:incidents_read_date"), {"date": typed[:1000]})
    assert answer.status_code == 200
    assert says in answer.json()["error"]


def test_reading_shows_words_and_edtf(desk: Client) -> None:
    answer = desk.get(reverse("admin:incidents_read_date"), {"date": "late September 2023"})
    assert answer.json() == {"reads": "late September 2023 (2023-09, late)"}


def test_reading_follows_the_part_of_the_form(desk: Client) -> None:
    answer = desk.get(reverse("admin:incidents_read_date"), {"date": "2023-09", "part": "mid"})
    assert answer.json()["reads"].startswith("mid-September 2023")


@pytest.mark.parametrize("part", ["zz", "END", "x" * 5000, "\x00"])
def test_reading_takes_no_part_that_there_is_not(desk: Client, part: str) -> None:
    answer = desk.get(reverse("admin:incidents_read_date"), {"date": "2023", "part": part, "chosen": "1"})
    assert answer.json() == {"reads": "2023"}


@pytest.mark.parametrize("chosen", [False, True])
def test_reading_of_words_is_what_saving_them_stores(desk: Client, chosen: bool) -> None:
    """A part that was stored before goes with other words; one that is chosen beside them stays."""
    event = make_event(date="2022", part="mid" if chosen else "end")
    asked = {"date": "September 2023", "part": "end"} | ({"chosen": "1"} if chosen else {})
    said = desk.get(reverse("admin:incidents_read_date"), asked).json()["reads"]
    save(desk, event, date="September 2023", part="end")
    event.refresh_from_db()
    assert event.part == ("end" if chosen else "")
    assert said.startswith("late September 2023" if chosen else "September 2023 (")


def test_reading_is_for_editors(reader: Client, db: None) -> None:
    answer = reader.get(reverse("admin:incidents_read_date"), {"date": "2023"})
    assert answer.status_code == 302
    assert "/login/" in answer["Location"]


# --- Text ----------------------------------------------------------------------------------------------------------


def test_control_and_bidi_characters_are_cleaned(desk: Client) -> None:
    add(desk, headline="It\x00 hap\u202epens\x07", body="One\r\ntwo\u2066", date="2023", place=" The \u200b Hague ")
    event = Event.objects.get()
    assert (event.headline, event.body, event.place) == ("It happens", "One\ntwo", "The Hague")


@pytest.mark.parametrize("field", ["headline", "body", "place", "language"])
def test_over_long_text_is_refused(desk: Client, field: str) -> None:
    response = add(desk, **({"headline": "It happens", "date": "2023"} | {field: "x" * 30_000}))
    assert response.status_code == 200
    assert "at most" in " ".join(response.context["adminform"].form.errors[field])
    assert not Event.objects.exists()


def test_ten_megabytes_are_refused_in_a_sentence(desk: Client) -> None:
    response = add(desk, headline="It happens", date="2023", body="x " * 5_000_000)
    assert response.status_code == 200
    assert "at most" in " ".join(response.context["adminform"].form.errors["body"])


def test_a_body_beyond_the_limit_is_refused(desk: Client) -> None:
    assert add(desk, headline="It happens", date="2023", body="x" * 12_500_000).status_code == 400
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "https://user:pw@example.org/", "ftp://x.example/"]
)
def test_address_is_http_and_nothing_else(desk: Client, url: str) -> None:
    form = reverse("admin:incidents_source_add")
    response = desk.post(form, form_data(desk, form) | {"title": "Report", "url": url})
    assert response.status_code == 200
    assert response.context["adminform"].form.errors["url"]
    assert not Source.objects.exists()


def test_headline_of_nothing_but_invisible_characters_is_missing(desk: Client) -> None:
    response = add(desk, headline="\u200b\u202e", date="2023")
    assert "required" in " ".join(response.context["adminform"].form.errors["headline"])


# --- One save, one change ------------------------------------------------------------------------------------------


def test_one_save_makes_one_version_and_one_revision(desk: Client, announced: Event, paper_report: Source) -> None:
    before = SiteVersion.current()
    save(
        desk, announced, headline="The port says more", date="20 September 2023", place="Harbour",
        **{"citations-TOTAL_FORMS": "2", "citations-1-source": str(paper_report.pk), "citations-1-stance": "supports",
           "citations-1-about": "all", "citations-1-order": "1", "citations-1-quote_exact": "Cranes stand still"},
    )  # fmt: skip
    after = Event.objects.get(pk=announced.pk)
    assert (after.version, after.revision) == (announced.version + 1, announced.revision + 1)
    assert SiteVersion.current() == before + 1
    version = EventVersion.objects.get(event=after, number=after.version)
    assert version.by.username == "editor"
    assert [one["quotes"][0]["exact"] for one in version.snapshot["citations"]] == [
        "its systems were down",
        "Cranes stand still",
    ]


def test_saving_nothing_changes_nothing(desk: Client, announced: Event) -> None:
    history = announced.history.count()
    assert save(desk, announced).status_code == 302
    after = Event.objects.get(pk=announced.pk)
    assert (after.version, after.revision, after.history.count()) == (announced.version, announced.revision, history)


def test_first_quote_is_edited_with_its_citation(desk: Client, announced: Event) -> None:
    save(desk, announced, **{"citations-0-quote_exact": "systems were down", "citations-0-quote_suffix": "."})
    quote = Quote.objects.get(citation__event=announced)
    assert (quote.exact, quote.suffix) == ("systems were down", ".")


def test_emptied_quote_is_removed(desk: Client, announced: Event) -> None:
    save(desk, announced, **{"citations-0-quote_exact": ""})
    assert not Quote.objects.exists()


def test_quote_finds_its_place_in_the_reading(desk: Client, announced: Event, agency_report: Source) -> None:
    capture = make_capture(agency_report, "On Tuesday the port said that all systems were down. It gave no more.")
    save(desk, announced, **{"citations-0-quote_exact": "all systems were down"})
    quote = Quote.objects.get(citation__event=announced)
    assert quote.capture == capture
    assert capture.text[quote.start : quote.end] == quote.exact
    assert (quote.prefix, quote.suffix) == ("On Tuesday the port said that ", ". It gave no more.")


def test_quote_finds_its_place_in_a_reading_of_short_lines(
    desk: Client, announced: Event, agency_report: Source
) -> None:
    capture = make_capture(
        agency_report, "It rained. On Tuesday the port said that all\n   systems were\ndown. No more."
    )
    save(desk, announced, **{"citations-0-quote_exact": "all systems were down"})
    quote = Quote.objects.get(citation__event=announced)
    assert quote.exact == "all systems were down"
    assert capture.text[quote.start : quote.end] == "all\n   systems were\ndown"
    assert (quote.prefix, quote.suffix) == ("It rained. On Tuesday the port said that ", ". No more.")


@pytest.mark.parametrize(
    ("before", "behind"),
    [("On Friday", ""), ("", "again, it said"), ("On Friday", "again"), ("On Friday the port", "")],
)
def test_words_around_a_quote_choose_its_place(
    desk: Client, announced: Event, agency_report: Source, before: str, behind: str
) -> None:
    text = "On Monday the port was down.\n\nOn\nFriday the port  was down\nagain, it said. The port was down."
    make_capture(agency_report, text)
    exact = "was down" if before.endswith("port") else "the port was down"
    around = {"citations-0-quote_prefix": before, "citations-0-quote_suffix": behind}
    save(desk, announced, **{"citations-0-quote_exact": exact} | around)
    quote = Quote.objects.get(citation__event=announced)
    assert text[quote.start : quote.end].endswith("was down")
    assert text.index("Friday") < quote.start < text.index("again")


def test_form_that_is_saved_as_it_was_opened_leaves_a_placed_quote_alone(
    desk: Client, announced: Event, agency_report: Source
) -> None:
    make_capture(agency_report, "The port said that all systems were down. It gave no more.")
    save(desk, announced, **{"citations-0-quote_exact": "all systems were down"})
    before = Event.objects.get(pk=announced.pk).revision
    for page in (announced, announced.citations.get()):
        url = reverse(f"admin:incidents_{page._meta.model_name}_change", args=[page.pk])
        assert desk.post(url, form_data(desk, url)).status_code == 302
    assert Event.objects.get(pk=announced.pk).revision == before
    assert Quote.objects.get(citation__event=announced).prefix == "The port said that "


def test_quote_that_is_not_in_the_reading_is_pointed_out(desk: Client, announced: Event, agency_report: Source) -> None:
    make_capture(agency_report, "The port was silent.")
    response = save(desk, announced, **{"citations-0-quote_exact": "the port shouted"})
    assert "Are they word for word?" in messages_of(response)


def test_publish_saves_and_publishes_as_one_change(desk: Client, draft: Event) -> None:
    save(desk, draft, "_publish", headline="Now it is public")
    after = Event.objects.get(pk=draft.pk)
    assert (after.state, after.version, after.headline) == ("published", 1, "Now it is public")


def test_form_says_what_publishing_does(desk: Client, draft: Event, announced: Event) -> None:
    page = desk.get(reverse("admin:incidents_event_change", args=[draft.pk])).content.decode()
    assert "Publishing makes version 1, public at once." in page
    page = desk.get(reverse("admin:incidents_event_change", args=[announced.pk])).content.decode()
    assert f"Saving a change makes version {announced.version + 1}, public at once." in page


def test_publishing_without_support_is_refused_and_stores_nothing(desk: Client, incident: Incident) -> None:
    event = make_event("It happens", incident=incident)
    cite(event, stance="disputes")
    revision = Event.objects.get(pk=event.pk).revision
    response = save(desk, event, "_publish", headline="Changed")
    assert response.status_code == 200
    assert "no supporting citation" in response.content.decode()
    assert 'value="Changed"' in response.content.decode()
    after = Event.objects.get(pk=event.pk)
    assert (after.state, after.headline, after.revision) == ("draft", "It happens", revision)
    assert "changed successfully" not in messages_of(response)


def test_publishing_without_a_date_is_refused(desk: Client) -> None:
    event = make_event("It happens", date="")
    cite(event)
    response = save(desk, event, "_publish")
    assert "publish without a date" in response.content.decode()
    assert Event.objects.get(pk=event.pk).state == "draft"
    assert save(desk, event, "_publish", undated="on").status_code == 302
    assert Event.objects.get(pk=event.pk).state == "published"


def test_date_of_something_public_cannot_be_emptied(desk: Client, announced: Event) -> None:
    response = save(desk, announced, date="")
    assert response.context["adminform"].form.errors["date"]
    assert str(Event.objects.get(pk=announced.pk).date) == "2023-09-19"


def test_last_supporting_citation_cannot_be_removed_in_the_form(desk: Client, announced: Event) -> None:
    response = save(desk, announced, headline="Changed", **{"citations-0-DELETE": "on"})
    assert response.status_code == 200
    assert "no supporting citation" in response.content.decode()
    after = Event.objects.get(pk=announced.pk)
    assert (after.headline, after.citations.count(), after.revision) == (announced.headline, 1, announced.revision)


def test_last_supporting_citation_cannot_turn_to_disputing(desk: Client, announced: Event) -> None:
    citation = announced.citations.get()
    url = reverse("admin:incidents_citation_change", args=[citation.pk])
    response = desk.post(url, form_data(desk, url) | {"stance": "disputes"})
    assert response.status_code == 200
    assert "no supporting citation" in response.content.decode()
    citation.refresh_from_db()
    assert citation.stance == "supports"


def test_same_citation_twice_is_refused_in_a_sentence(desk: Client, announced: Event, agency_report: Source) -> None:
    response = save(
        desk, announced,
        **{"citations-TOTAL_FORMS": "2", "citations-1-source": str(agency_report.pk), "citations-1-stance": "supports",
           "citations-1-about": "all", "citations-1-order": "1"},
    )  # fmt: skip
    assert response.status_code == 200
    assert Citation.objects.filter(event=announced).count() == 1


def test_citation_belongs_to_one_event_or_one_link(desk: Client, agency_report: Source) -> None:
    url = reverse("admin:incidents_citation_add")
    response = desk.post(url, form_data(desk, url) | {"source": str(agency_report.pk)})
    assert "choose one of the two" in response.content.decode()


def test_second_address_of_one_source_is_refused(desk: Client, agency_report: Source) -> None:
    url = reverse("admin:incidents_source_add")
    response = desk.post(
        url, form_data(desk, url) | {"title": "Again", "url": "http://AGENCY.example/port?utm_source=x"}
    )
    assert "is already that of the source" in response.content.decode()


# --- Two editors ---------------------------------------------------------------------------------------------------


def loaded(desk: Client, event: Event) -> dict[str, str]:
    return form_data(desk, reverse("admin:incidents_event_change", args=[event.pk])) | {"_save": "1"}


def post(desk: Client, event: Event, data: dict[str, Any]) -> Any:
    return desk.post(reverse("admin:incidents_event_change", args=[event.pk]), data)


def test_second_editor_sees_both_versions(desk: Client, other_desk: Client, announced: Event) -> None:
    mine = loaded(desk, announced)
    save(other_desk, announced, headline="Theirs", body="Their text")
    response = post(desk, announced, mine | {"headline": "Mine", "citations-0-quote_exact": "my quote"})
    assert response.status_code == 409
    rows = {row.label: row for row in response.context["differences"]}
    assert (rows["Headline"].stored, rows["Headline"].typed, rows["Headline"].by) == ("Theirs", "Mine", "second-editor")
    assert rows["Text"].stored == "Their text"
    assert any("my quote" in row.typed and "its systems were down" in row.stored for row in rows.values())
    assert Event.objects.get(pk=announced.pk).headline == "Theirs"


def test_keeping_mine_saves_over_the_revision_now_seen(desk: Client, other_desk: Client, announced: Event) -> None:
    mine = loaded(desk, announced)
    save(other_desk, announced, headline="Theirs")
    page = post(desk, announced, mine | {"headline": "Mine"})
    again = dict(page.context["fields"])
    assert post(desk, announced, again | {"_save": "1"}).status_code == 302
    assert Event.objects.get(pk=announced.pk).headline == "Mine"


def test_keeping_mine_is_a_conflict_again_when_they_save_again(
    desk: Client, other_desk: Client, announced: Event
) -> None:
    mine = loaded(desk, announced)
    save(other_desk, announced, headline="Theirs")
    again = dict(post(desk, announced, mine | {"headline": "Mine"}).context["fields"])
    save(other_desk, announced, headline="Theirs once more")
    assert post(desk, announced, again | {"_save": "1"}).status_code == 409
    assert Event.objects.get(pk=announced.pk).headline == "Theirs once more"


def test_editing_on_opens_the_form_with_what_was_typed(desk: Client, other_desk: Client, announced: Event) -> None:
    mine = loaded(desk, announced)
    save(other_desk, announced, headline="Theirs")
    again = dict(post(desk, announced, mine | {"headline": "Mine"}).context["fields"])
    response = post(desk, announced, again | {"_edit_on": "1"})
    assert response.status_code == 200
    assert 'value="Mine"' in response.content.decode()
    assert Event.objects.get(pk=announced.pk).headline == "Theirs"


def test_citation_that_was_removed_meanwhile_comes_back_when_mine_is_kept(
    desk: Client, other_desk: Client, announced: Event, paper_report: Source
) -> None:
    cite(announced, paper_report, "Cranes stand still", order=1)
    mine = loaded(desk, announced)
    save(other_desk, announced, **{"citations-1-DELETE": "on"})
    page = post(desk, announced, mine | {"headline": "Mine"})
    assert any("removed since you loaded it" in row.stored for row in page.context["differences"])
    assert post(desk, announced, dict(page.context["fields"]) | {"_save": "1"}).status_code == 302
    quotes = Quote.objects.filter(citation__event=announced).order_by("pk").values_list("exact", flat=True)
    assert list(quotes) == ["its systems were down", "Cranes stand still"]


def test_citation_that_was_added_meanwhile_stays(
    desk: Client, other_desk: Client, announced: Event, paper_report: Source
) -> None:
    mine = loaded(desk, announced)
    cite(announced, paper_report, "Cranes stand still")
    page = post(desk, announced, mine | {"headline": "Mine"})
    assert any("it stays" in row.typed for row in page.context["differences"])
    post(desk, announced, dict(page.context["fields"]) | {"_save": "1"})
    assert announced.citations.count() == 2


def test_invalid_form_against_a_newer_event_is_a_conflict_first(
    desk: Client, other_desk: Client, announced: Event
) -> None:
    mine = loaded(desk, announced)
    save(other_desk, announced, headline="Theirs")
    assert post(desk, announced, mine | {"date": "2023-99", "tags": "x"}).status_code == 409


@pytest.mark.parametrize("revision", ["", "x", "-1", "9" * 30, "0"])
def test_save_without_a_true_revision_is_a_conflict(desk: Client, announced: Event, revision: str) -> None:
    assert (
        post(desk, announced, loaded(desk, announced) | {"headline": "Mine", "revision": revision}).status_code == 409
    )
    assert Event.objects.get(pk=announced.pk).headline == announced.headline


def test_change_that_slips_in_after_the_form_was_checked_is_a_conflict(
    desk: Client, announced: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison that counts is that of the UPDATE: here somebody else saves between the two."""
    from incidents.admin import revisions

    def slip_in(event: Event, seen: int | None) -> None:
        Event.objects.filter(pk=event.pk).update(revision=event.revision + 1)
        claim(event, seen)

    claim = revisions.claim
    monkeypatch.setattr(revisions, "claim", slip_in)
    assert post(desk, announced, loaded(desk, announced) | {"headline": "Mine"}).status_code == 409
    assert Event.objects.get(pk=announced.pk).headline == announced.headline


def page_of(row: Any) -> str:
    return reverse(f"admin:incidents_{row._meta.model_name}_change", args=[row.pk])


def test_citation_on_its_page_is_not_saved_over_a_newer_event(
    desk: Client, other_desk: Client, announced: Event
) -> None:
    citation = announced.citations.get()
    url = page_of(citation)
    mine = form_data(desk, url) | {"locator": "page 2", "date_words": "on the day", "quotes-0-exact": "all were down"}
    save(other_desk, announced, **{"citations-0-locator": "page 7", "citations-0-quote_exact": "systems were down"})
    before = Event.objects.get(pk=announced.pk)
    response = desk.post(url, mine | {"_save": "1"})
    assert response.status_code == 409
    page = response.content.decode()
    for words in ("second-editor saved", "is not stored", "page 2", "page 7", "on the day", "systems were down"):
        assert words in page
    rows = {row.label: row for row in response.context["differences"]}
    assert (rows["Locator"].stored, rows["Locator"].typed, rows["Locator"].by) == ("page 7", "page 2", "second-editor")
    citation.refresh_from_db()
    after = Event.objects.get(pk=announced.pk)
    assert (citation.locator, citation.quotes.get().exact) == ("page 7", "systems were down")
    assert (after.revision, after.version) == (before.revision, before.version)
    again = form_of(response)
    on = desk.post(url, again | {"_edit_on": "1"})
    assert 'value="page 2"' in on.content.decode()
    assert "Nothing is stored yet." in on.content.decode()
    assert desk.post(url, again | {"_save": "1"}).status_code == 302
    citation.refresh_from_db()
    assert (citation.locator, citation.date_words, citation.quotes.get().exact) == (
        "page 2",
        "on the day",
        "all were down",
    )


def test_citation_of_an_event_that_was_edited_meanwhile_is_a_conflict(
    desk: Client, other_desk: Client, announced: Event
) -> None:
    url = page_of(announced.citations.get())
    mine = form_data(desk, url) | {"locator": "page 2", "_save": "1"}
    save(other_desk, announced, body="Another text altogether.")
    response = desk.post(url, mine)
    assert response.status_code == 409
    assert "second-editor saved “The port announces an outage”" in response.content.decode()


def test_citation_of_a_link_is_not_saved_over_a_newer_one(
    desk: Client, other_desk: Client, announced: Event, detected: Event
) -> None:
    row = link(announced, "discloses", detected)
    citation = cite(row, quotes="words")
    for url, name in ((page_of(citation), "quotes-0-exact"), (page_of(row), "citations-0-quote_exact")):
        mine, theirs = form_data(desk, url), form_data(other_desk, url)
        assert other_desk.post(url, theirs | {name: f"theirs {name}", "_save": "1"}).status_code == 302
        response = desk.post(url, mine | {name: "mine", "_save": "1"})
        assert response.status_code == 409
        assert f"theirs {name}" in response.content.decode()
        assert citation.quotes.get().exact == f"theirs {name}"
        assert desk.post(url, form_of(response, "_save")).status_code == 302
        assert citation.quotes.get().exact == "mine"


def test_link_that_both_edit_is_a_conflict(
    desk: Client, other_desk: Client, announced: Event, detected: Event, draft: Event
) -> None:
    row = link(announced, "discloses", detected)
    url = page_of(row)
    mine, theirs = form_data(desk, url), form_data(other_desk, url)
    other_desk.post(url, theirs | {"kind": "led-to", "_save": "1"})
    assert desk.post(url, mine | {"kind": "same-as", "_save": "1"}).status_code == 409
    row.refresh_from_db()
    assert row.kind == "led-to"


@pytest.mark.parametrize("revision", ["", "x", "-1", "9" * 30, "0"])
def test_citation_without_a_true_revision_is_a_conflict(desk: Client, announced: Event, revision: str) -> None:
    url = page_of(announced.citations.get())
    sent = form_data(desk, url) | {"locator": "page 2", "revision": revision, "_save": "1"}
    assert desk.post(url, sent).status_code == 409
    assert announced.citations.get().locator == ""


def test_citation_whose_event_changes_after_the_form_was_checked_is_a_conflict(
    desk: Client, announced: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    from incidents.admin import revisions

    def slip_in(row: Any, seen: int | None) -> None:
        Event.objects.filter(pk=announced.pk).update(revision=90)
        claim(row, seen)

    claim = revisions.claim
    monkeypatch.setattr(revisions, "claim", slip_in)
    url = page_of(announced.citations.get())
    assert desk.post(url, form_data(desk, url) | {"locator": "page 2", "_save": "1"}).status_code == 409
    assert announced.citations.get().locator == ""


def test_event_that_is_deleted_after_the_form_was_checked_is_said_to_be_gone(
    desk: Client, draft: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    from incidents.admin import revisions

    def slip_in(event: Event, seen: int | None) -> None:
        Event.objects.get(pk=event.pk).delete()
        claim(event, seen)

    claim = revisions.claim
    monkeypatch.setattr(revisions, "claim", slip_in)
    monkeypatch.setattr(EventAdmin, "get_object", lambda *args: found.pop(0))
    found = [draft, draft, None]
    mine = {"headline": "Mine", "revision": str(draft.revision), "date": "2023"}
    sent = {"kind": "occurred", "order": "0", "language": "en"}
    for prefix in ("citations", "memberships", "roles", "links_from", "links_to", "translations"):
        sent |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    assert "Perhaps it was deleted?" in messages_of(post(desk, draft, sent | mine))


def test_conflict_names_whoever_edited_a_citation(desk: Client, other_desk: Client, announced: Event) -> None:
    """A citation's edit makes no record of the event itself, and yet is what came between."""
    mine = loaded(desk, announced)
    url = page_of(announced.citations.get())
    other_desk.post(url, form_data(other_desk, url) | {"locator": "page 7", "_save": "1"})
    assert "second-editor saved" in post(desk, announced, mine | {"headline": "Mine"}).content.decode()


def test_view_only_editor_meets_no_conflict_but_a_refusal(announced: Event, desk: Client) -> None:
    viewer = Client()
    viewer.force_login(make_user(), backend="django.contrib.auth.backends.ModelBackend")
    assert post(viewer, announced, loaded(desk, announced)).status_code == 403


def test_published_event_made_in_the_form_keeps_its_inlines_order(desk: Client) -> None:
    event = make_published(source=make_source("First"), quotes=["one", "two"])
    save(desk, event, **{"citations-0-quote_exact": "uno"})
    assert list(Quote.objects.order_by("order").values_list("exact", flat=True)) == ["uno", "two"]


@pytest.mark.parametrize("junk", ["x", "9" * 30, "-1", "\x00"])
def test_id_of_no_row_is_refused_in_the_form(desk: Client, junk: str) -> None:
    response = add(
        desk, headline="It happens", date="2023", tags=[junk],
        **{"citations-TOTAL_FORMS": "1", "citations-0-source": junk, "citations-0-stance": "supports",
           "citations-0-about": "all", "citations-0-order": "0"},
    )  # fmt: skip
    assert response.status_code == 200
    assert not Event.objects.exists()
