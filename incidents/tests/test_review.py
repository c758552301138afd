"""Importing a report in the admin and deciding on what it proposes, without JavaScript."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from incidents.certainty import Certainty
from incidents.extraction import read_text
from incidents.importing import Outcome, import_report, with_source
from incidents.models import Event, Incident, Source
from incidents.ranking import LIKELY

from .cast import make_capture, make_published, make_source, make_user

pytestmark = pytest.mark.django_db

TEXT = """The port authority said on Tuesday that its cranes were standing still. Nobody was hurt.

Last week, engineers detected unusual activity on the terminal's network. They wrote <script>alert(1)</script> there.
"""
IMPORT = "/admin/incidents/source/import-report/"


@pytest.fixture
def imported(incident: Incident) -> Outcome:
    article = with_source(
        read_text(TEXT), title="Cranes stand still", publisher="Example Paper", published="2023-09-19"
    )
    return import_report(article, incident)


def desk_of(outcome: Outcome) -> str:
    return reverse("admin:incidents_review", args=[outcome.source.pk, outcome.batch.incident_id])


def proposals(outcome: Outcome) -> list[Event]:
    return list(Event.objects.filter(citations__source=outcome.source).order_by("citations__quotes__start", "pk"))


def fields(event: Event, **changed: str) -> dict[str, str]:
    quote = event.citations.get().quotes.get().exact
    return {
        "at": event.public_id,
        "revision": str(Event.objects.get(pk=event.pk).revision),
        "headline": event.headline,
        "date": str(event.date or ""),
        "kind": event.kind,
        "quote": quote,
        **changed,
    }


# --- Importing ---


def test_a_pasted_report_shows_what_was_found_and_asks_for_the_date(desk: Client, incident: Incident) -> None:
    page = desk.post(IMPORT, {"incident": incident.pk, "text": "THE PORT (AP) — " + TEXT})
    assert page.status_code == 200
    form = page.context["form"]
    assert form.initial["credit"] == "AP"
    assert form.initial["published"] == ""
    assert not Source.objects.exists()


def found(incident: Incident, **changed: str) -> dict[str, str]:
    return {
        "incident": str(incident.pk),
        "title": "Cranes stand still",
        "publisher": "Example Paper",
        "authors": "A. Writer; B. Writer",
        "credit": "",
        "url": "https://paper.example/cranes",
        "language": "en",
        "published": "19 September 2023",
        "published_from": "",
        "found_published": "",
        "text": TEXT,
        **changed,
    }


def test_confirming_stores_the_source_as_corrected_and_leads_to_the_review(desk: Client, incident: Incident) -> None:
    answer = desk.post(IMPORT, found(incident))
    source = Source.objects.get()
    assert answer.headers["Location"] == reverse("admin:incidents_review", args=[source.pk, incident.pk])
    assert (source.authors, str(source.published), source.published_from) == (
        "A. Writer; B. Writer",
        "2023-09-19",
        "given",
    )
    assert Event.objects.awaiting_review().count() == 2


def test_without_a_date_it_asks_and_stores_nothing(desk: Client, incident: Incident) -> None:
    page = desk.post(IMPORT, found(incident, published=""))
    assert page.status_code == 422
    assert "Today" in page.context["form"].errors["published"][0]
    assert not Source.objects.exists()


def test_a_report_said_to_be_undated_is_stored_with_open_dates(desk: Client, incident: Incident) -> None:
    desk.post(IMPORT, found(incident, published="", undated="on"))
    assert {event.date for event in Event.objects.all()} == {None}


def test_a_known_address_leads_to_the_known_source(desk: Client, incident: Incident) -> None:
    known = make_source("Known title", url="https://paper.example/cranes")
    make_capture(known, TEXT)
    answer = desk.post(IMPORT, found(incident, url="https://paper.example/cranes?utm_source=mail"))
    assert answer.headers["Location"] == reverse("admin:incidents_review", args=[known.pk, incident.pk])
    assert Source.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        pytest.param({}, "__all__", "There is no report yet", id="nothing"),
        pytest.param({"text": "  \n "}, "__all__", "There is no report yet", id="blanks"),
        pytest.param({"text": "a", "url": "https://x.example"}, "__all__", "Give the report once", id="twice"),
        pytest.param({"url": "javascript:alert(1)"}, "url", "http", id="a script as an address"),
        pytest.param({"url": "http://10.0.0.1/"}, "url", "not a public address", id="a private address"),
        pytest.param({"text": "x " * 2_600_000}, "text", "5,000,000", id="too much text"),
    ],
)
def test_what_cannot_be_a_report_is_refused_at_its_field(
    desk: Client, incident: Incident, given: dict[str, str], field: str, message: str
) -> None:
    page = desk.post(IMPORT, {"incident": incident.pk, **given})
    assert page.status_code == 422
    assert message in " ".join(page.context["form"].errors[field])
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "picture", id="a picture"),
        pytest.param(b"", "empty", id="an empty file"),
        pytest.param(b"x" * 5_000_001, "5,000,001", id="too large"),
    ],
)
def test_a_file_that_is_no_report_is_refused(desk: Client, incident: Incident, content: bytes, message: str) -> None:
    page = desk.post(IMPORT, {"incident": incident.pk, "file": SimpleUploadedFile("a.txt", content)})
    assert message in " ".join(page.context["form"].errors["file"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1"])
def test_a_file_in_any_usual_encoding_is_read(desk: Client, incident: Incident, encoding: str) -> None:
    text = "El 3 de mayo de 2021 el señor Núñez cerró la oficina del puerto por una avería eléctrica.\n" * 3
    page = desk.post(IMPORT, {"incident": incident.pk, "file": SimpleUploadedFile("a.txt", text.encode(encoding))})
    assert "señor Núñez cerró" in page.context["form"].initial["text"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        pytest.param({"published": "31 February 2023"}, "published", id="an impossible date"),
        pytest.param({"published": "2" * 201}, "published", id="an endless date"),
        pytest.param({"url": "javascript:alert(1)"}, "url", id="a script as an address"),
        pytest.param({"title": "\x00\u202e"}, "title", id="a title of nothing"),
        pytest.param({"text": "\x00"}, "text", id="a text of nothing"),
        pytest.param({"language": "xx"}, "language", id="an unknown language"),
    ],
)
def test_what_is_wrong_about_the_source_is_said_at_its_field(
    desk: Client, incident: Incident, changed: dict[str, str], field: str
) -> None:
    page = desk.post(IMPORT, found(incident, **changed))
    assert page.status_code == 422
    assert page.context["form"].errors[field]
    assert not Source.objects.exists()


# --- Reviewing ---


def shown(page: Any) -> str:
    """Return the words of the proposal in hand as they are read, without the elements around them."""
    section = html.document_fromstring(page.content.decode()).xpath("//section[@class='proposal']")[0]
    return " ".join(" ".join(section.itertext()).split()).replace(" :", ":")


def test_a_proposal_shows_its_date_its_words_how_they_were_read_and_how_sure_that_is(
    desk: Client, imported: Outcome
) -> None:
    words = shown(desk.get(desk_of(imported) + "?order=text"))
    assert "Printed as 19 September 2023" in words
    assert "Read from Tuesday" in words
    assert "How The report of Tuesday 19 September 2023 says “Tuesday”: the latest Tuesday on or before" in words
    assert "Certainty sure: fit to be printed as it is" in words
    assert "12 September 2023 5 doubtful: the Tuesday a week earlier" in words
    assert "19 September 2023 · sure · disclosed · proposed" in words


@pytest.mark.parametrize(
    ("confidence", "certainty"),
    [(1.0, "sure"), (0.8, "sure"), (0.79, "likely"), (0.5, "likely"), (0.49, "doubtful"), (0.0, "doubtful")],
)
def test_a_confidence_of_four_fifths_is_fit_to_be_printed(confidence: float, certainty: str) -> None:
    assert Certainty.graded(confidence) == certainty


@pytest.mark.parametrize("certainty", list(Certainty))
def test_every_certainty_has_its_own_word_and_advice(certainty: Certainty) -> None:
    others = [one for one in Certainty if one is not certainty]
    assert certainty.word not in [one.word for one in others]
    assert certainty.advice not in [one.advice for one in others]


GATES = """The gates of the port have been rebuilt twice. Engineers arrested two men at the eastern gate.

On 3 May 2021 the port closed its gates, and nobody was let in. Guards searched every lorry on the quay.
"""


@pytest.fixture
def gates(incident: Incident) -> Outcome:
    """Return the import of a report that tells more than it dates."""
    article = with_source(read_text(GATES), title="Gates", publisher="Example Paper", published="2021-05-10")
    return import_report(article, incident)


def inferred(outcome: Outcome) -> Event:
    return next(one for one in proposals(outcome) if one.citations.get().date_rule == "context")


def test_an_inferred_date_is_said_to_be_inferred(desk: Client, gates: Outcome) -> None:
    event = inferred(gates)
    page = desk.get(desk_of(gates) + f"?at={event.public_id}")
    words = shown(page)
    assert "The report gives no date for this; going by what it tells around it," in words
    assert "Certainty inferred: no words of the report say so" in words
    assert html.document_fromstring(page.content.decode()).get_element_by_id("id_date").value == ""


def test_an_inferred_date_is_taken_only_if_the_editor_says_so(desk: Client, gates: Outcome) -> None:
    event = inferred(gates)
    desk.post(desk_of(gates), fields(event, do="accept", date=""))
    accepted = Event.objects.get(pk=event.pk)
    assert (accepted.state, accepted.date, accepted.citations.get().date) == ("draft", None, None)
    desk.post(desk_of(gates), {"do": "undo"})
    again = Event.objects.get(pk=event.pk)
    assert (again.state, again.date, again.citations.get().date_rule) == ("proposed", event.date, "context")
    desk.post(desk_of(gates), fields(again, do="accept:inferred", date=""))
    accepted = Event.objects.get(pk=event.pk)
    assert (accepted.state, str(accepted.date).rstrip("?")) == ("draft", str(event.date))
    assert accepted.citations.get().date_rule == "context"


def test_a_day_that_no_source_gave_is_taken_with_a_mark_of_doubt(desk: Client, incident: Incident) -> None:
    text = "On 3 May 2021 the port closed its gates.\n\nEngineers arrested two men at the eastern gate.\n"
    article = with_source(read_text(text), title="Gates", publisher="Example Paper", published="2021-05-10")
    outcome = import_report(article, incident)
    event = inferred(outcome)
    assert str(event.date) == "2021-05-03"
    desk.post(desk_of(outcome), fields(event, do="accept:inferred", date=""))
    assert str(Event.objects.get(pk=event.pk).date) == "2021-05-03?"
    assert "inferred" in shown(desk.get(desk_of(outcome) + f"?at={event.public_id}"))
    desk.post(desk_of(outcome), {"do": "undo"})
    assert str(Event.objects.get(pk=event.pk).date) == "2021-05-03"


def test_an_inferred_date_is_not_published_unasked(desk: Client, gates: Outcome) -> None:
    event = inferred(gates)
    page = desk.post(desk_of(gates), fields(event, do="publish", date=""))
    assert page.status_code == 422
    assert "No words of the report give this date." in shown(page)
    assert Event.objects.get(pk=event.pk).state == "proposed"
    desk.post(desk_of(gates), fields(event, do="publish", date="on or before 2 May 2021"))
    published = Event.objects.published().get()
    assert (str(published.date), published.citations.get().date_rule) == ("[..2021-05-02]", "editor")


def test_typing_the_inferred_date_makes_it_the_editors(desk: Client, gates: Outcome) -> None:
    event = inferred(gates)
    desk.post(desk_of(gates), fields(event, do="save"))
    saved = Event.objects.get(pk=event.pk)
    assert (saved.date, saved.citations.get().date_rule) == (event.date, "editor")


def test_saving_other_fields_leaves_an_inferred_date_inferred(desk: Client, gates: Outcome) -> None:
    event = inferred(gates)
    desk.post(desk_of(gates), fields(event, do="save", date="", headline="Two men are arrested"))
    saved = Event.objects.get(pk=event.pk)
    assert (saved.headline, saved.date) == ("Two men are arrested", event.date)
    assert saved.citations.get().date_rule == "context"


def test_a_citation_does_not_carry_an_inferred_date_to_another_event(
    desk: Client, gates: Outcome, incident: Incident
) -> None:
    target = make_published("Two men held at the gate", date="2021-05-03", incident=incident)
    desk.post(desk_of(gates), fields(inferred(gates), do=f"merge:{target.public_id}", date=""))
    added = target.citations.get(source=gates.source)
    assert (added.date, added.date_rule) == (None, "")


@pytest.mark.parametrize("action", ["accept_chosen", "publish_chosen"])
def test_inferred_dates_are_not_taken_many_at_once(desk: Client, gates: Outcome, action: str) -> None:
    ids = [event.pk for event in proposals(gates)]
    listed = reverse("admin:incidents_proposal_changelist")
    answer = desk.post(listed, {"action": action, "_selected_action": ids}, follow=True)
    assert "no words of their reports give their dates" in answer.content.decode()
    dated = Event.objects.exclude(citations__date_rule="context").values_list("state", flat=True)
    assert set(dated) == {"draft" if action == "accept_chosen" else "published"}
    assert set(Event.objects.filter(citations__date_rule="context").values_list("state", flat=True)) == {"proposed"}


def listed(page: Any) -> list[Event]:
    return [one.event for one in page.context["shown"]]


def test_what_the_report_dates_comes_first_and_the_order_of_the_text_is_a_link_away(
    desk: Client, gates: Outcome
) -> None:
    page = desk.get(desk_of(gates))
    rows = {row.event_id: row.salience for row in gates.batch.rows.all()}
    inferred_of = {event.pk: event.citations.get().date_rule == "context" for event in listed(page)}
    likely = {pk: (rows[pk] or 0) >= LIKELY for pk in inferred_of}
    ranks = [(inferred_of[pk] and not likely[pk], -(rows[pk] or 0)) for pk in (event.pk for event in listed(page))]
    assert ranks == sorted(ranks)
    assert len(set(inferred_of.values())) == 2
    in_text = desk.get(desk_of(gates) + "?order=text")
    assert listed(in_text) == proposals(gates)
    assert listed(in_text) != listed(page)
    assert [link for _label, link, chosen in in_text.context["orders"] if not chosen] == [
        f"?at={in_text.context['current'].event.public_id}"
    ]


NEWS = """The port of Veldam has been closed after a fire in its control room. Last year, a ship was lost there.

In 2019, the port sold two of its cranes. Guards searched every lorry on the quay.
"""


def test_the_news_of_a_report_comes_before_its_background_though_it_says_no_date(
    desk: Client, incident: Incident
) -> None:
    article = with_source(read_text(NEWS), title="Port closed", publisher="Example Paper", published="2023-09-19")
    headlines = [event.headline for event in listed(desk.get(desk_of(import_report(article, incident))))]
    assert [headline.split()[0] for headline in headlines] == ["Port", "Ship", "Port", "Guards"]


def test_proposals_from_before_there_was_a_ranking_keep_the_order_of_the_text(desk: Client, imported: Outcome) -> None:
    imported.batch.rows.update(salience=None)
    assert listed(desk.get(desk_of(imported))) == proposals(imported)


def test_the_order_is_kept_while_deciding(desk: Client, gates: Outcome) -> None:
    first, second, *_rest = proposals(gates)
    answer = desk.post(desk_of(gates), fields(first, do="dismiss", order="text"))
    assert answer.headers["Location"] == f"{desk_of(gates)}?at={second.public_id}&order=text"
    page = desk.get(answer.headers["Location"])
    links = html.document_fromstring(page.content.decode()).xpath("//*[@class='proposal-nav']/a/@href")
    assert links[0] == f"?order=text&at={first.public_id}"
    refused = desk.post(desk_of(gates), fields(second, do="accept", headline="", order="text"))
    assert listed(refused) == proposals(gates)


def test_what_the_report_does_not_date_can_be_left_for_later(desk: Client, gates: Outcome) -> None:
    page = desk.get(desk_of(gates) + "?only=dated")
    dated = [event for event in proposals(gates) if event.citations.get().date_words]
    assert listed(page) == dated
    assert f"the {len(dated)} with a date of their own" in page.content.decode()
    for event in dated:
        answer = desk.post(desk_of(gates), fields(event, do="dismiss", only="dated"))
    assert answer.headers["Location"] == f"{desk_of(gates)}?only=dated"
    done = shown(desk.get(answer.headers["Location"]))
    assert "Every statement with a date of its own is decided." in done
    assert "Go on with the" in done


@pytest.mark.parametrize(
    "query", ["?order=", "?order=size", "?order=text&order=likeliest", "?only=x", "?only=dated&at=-"]
)
def test_an_order_that_is_none_is_the_usual_one(desk: Client, imported: Outcome, query: str) -> None:
    assert listed(desk.get(desk_of(imported) + query)) == listed(desk.get(desk_of(imported)))


def test_an_open_date_is_said_to_be_open(desk: Client, incident: Incident) -> None:
    article = with_source(read_text(TEXT), title="Cranes stand still", publisher="Example Paper")
    outcome = import_report(article, incident, undated=True)
    words = shown(desk.get(desk_of(outcome)))
    assert "nothing: the date is open" in words
    assert "Certainty open: there is no date yet" in words


def test_a_date_that_an_editor_gave_is_no_reading(desk: Client, imported: Outcome) -> None:
    first, _second = proposals(imported)
    desk.post(desk_of(imported), fields(first, do="save", date="20 September 2023"))
    words = shown(desk.get(desk_of(imported) + f"?at={first.public_id}"))
    assert "Certainty given: by an editor" in words
    assert "Entered by an editor as 20 September 2023." in words
    assert "19 September 2023 5 sure" in words  # the reading of the words is one of the others now


def test_the_desk_shows_the_report_with_its_statements_marked(desk: Client, imported: Outcome) -> None:
    page = desk.get(desk_of(imported) + "?order=text").content.decode()
    assert "2 proposals left" in page
    assert 'class="mark waiting lit"' in page
    assert 'class="dated sure" title="19 September 2023 · sure">Tuesday</span>' in page
    assert "The report of Tuesday 19 September 2023 says “Tuesday”: the latest Tuesday on or before that day." in page
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page


def test_accepting_makes_a_draft_and_goes_on_to_the_next(desk: Client, imported: Outcome, editor: Any) -> None:
    first, second = proposals(imported)
    answer = desk.post(
        desk_of(imported), fields(first, do="accept", headline="Port stands still", date="mid-September 2023")
    )
    assert answer.headers["Location"] == f"{desk_of(imported)}?at={second.public_id}"
    event = Event.objects.get(pk=first.pk)
    assert (event.state, event.headline, str(event.date), event.part) == (
        "draft",
        "Port stands still",
        "2023-09",
        "mid",
    )
    assert event.citations.get().date_rule == "editor"
    assert event.history.first().history_user == editor


def test_accepting_without_an_edit_keeps_how_the_date_was_read(desk: Client, imported: Outcome) -> None:
    _first, second = proposals(imported)
    desk.post(desk_of(imported), fields(second, do="accept", date="in the week of 11 September 2023"))
    event = Event.objects.get(pk=second.pk)
    assert (str(event.date), event.citations.get().date_rule) == ("[2023-09-11..2023-09-17]", "last-unit")


def test_accepting_and_publishing_makes_it_public(desk: Client, imported: Outcome) -> None:
    first, _second = proposals(imported)
    desk.post(desk_of(imported), fields(first, do="publish"))
    assert Event.objects.published().get() == first


def test_dismissing_and_undoing(desk: Client, imported: Outcome) -> None:
    first, _second = proposals(imported)
    desk.post(desk_of(imported), fields(first, do="dismiss"))
    assert Event.objects.get(pk=first.pk).state == "dismissed"
    answer = desk.post(desk_of(imported), {"do": "undo"})
    assert answer.headers["Location"].endswith(f"?at={first.public_id}")
    assert Event.objects.get(pk=first.pk).state == "proposed"


def test_adding_as_a_citation_and_undoing(desk: Client, imported: Outcome, incident: Incident) -> None:
    first, _second = proposals(imported)
    target = make_published("Port authority says cranes are standing still", date="2023-09-19", incident=incident)
    assert target in [match.event for match in desk.get(desk_of(imported) + "?order=text").context["matches"]]
    desk.post(desk_of(imported), fields(first, do=f"merge:{target.public_id}"))
    assert Event.objects.get(pk=first.pk).merged_into == target
    assert target.citations.count() == 2
    desk.post(desk_of(imported), {"do": "undo"})
    assert target.citations.count() == 1


def test_another_reading_can_be_taken(desk: Client, imported: Outcome) -> None:
    first, _second = proposals(imported)
    page = desk.get(desk_of(imported) + f"?at={first.public_id}")
    others = page.context["current"].others
    assert others
    desk.post(desk_of(imported), fields(first, do="reading:0"))
    event = Event.objects.get(pk=first.pk)
    assert (str(event.date), event.state) == (others[0].edtf, "proposed")
    assert str(event.citations.get().date) == others[0].edtf


def test_another_reading_keeps_what_was_typed_and_is_recorded(desk: Client, imported: Outcome, editor: Any) -> None:
    first, _second = proposals(imported)
    desk.post(desk_of(imported), fields(first, do="reading:0", headline="What I typed", kind="other", date="nonsense"))
    event = Event.objects.get(pk=first.pk)
    assert (event.headline, event.kind, str(event.date)) == ("What I typed", "other", "2023-09-12")
    assert event.history.first().history_user == editor
    assert event.citations.get().history.first().date_rule == "weekday-week-before"


def test_the_date_of_the_saying_makes_it_a_disclosure_and_back(desk: Client, incident: Incident) -> None:
    text = "Last year, a shipping agency said it had foiled an attack on the terminal by a false inspector.\n"
    article = with_source(read_text(text), title="Foiled", publisher="Example Paper", published="2023-09-19")
    outcome = import_report(article, incident)
    (event,) = proposals(outcome)
    assert event.kind == "occurred"
    (saying,) = [one for one in desk.get(desk_of(outcome)).context["current"].choices if one.kind]
    assert "when it was said, not when it happened" in saying.note
    desk.post(desk_of(outcome), fields(event, do="reading:0"))
    event.refresh_from_db()
    assert (event.kind, str(event.date), event.citations.get().date_rule) == ("disclosed", "2022", "date-of-saying")
    desk.post(desk_of(outcome), fields(event, do="reading:0"))
    event.refresh_from_db()
    assert (event.kind, str(event.date), event.citations.get().date_rule) == ("occurred", "2022", "last-unit")


@pytest.mark.parametrize(
    ("language", "words", "edtf"),
    [
        pytest.param("en", "late last week", "[2023-09-11..2023-09-17]", id="from the day of the report"),
        pytest.param("de", "Ende Mai 2023", "2023-05", id="in the language of the report"),
        pytest.param("de", "late May 2023", "2023-05", id="in that of the desk"),
    ],
)
def test_a_date_is_typed_in_words(desk: Client, imported: Outcome, language: str, words: str, edtf: str) -> None:
    first, _second = proposals(imported)
    first.language = language
    first.save()
    desk.post(desk_of(imported), fields(first, do="save", date=words))
    event = Event.objects.get(pk=first.pk)
    assert (str(event.date), event.part) == (edtf, "end")


def test_a_sentence_without_a_proposal_becomes_one(desk: Client, imported: Outcome) -> None:
    start = TEXT.index("Nobody was hurt")
    capture = imported.source.captures.get()
    sentence = {"do": "new", "sentence": f"{start}-{start + 16}", "capture": str(capture.pk)}
    desk.post(desk_of(imported), sentence)
    event = Event.objects.get(headline__startswith="Nobody was hurt")
    assert (event.state, event.date) == ("proposed", None)
    assert event.citations.get().quotes.get().exact == "Nobody was hurt."
    desk.post(desk_of(imported), sentence)
    assert Event.objects.count() == 3


def test_a_selected_passage_is_dated_by_its_own_words(desk: Client, imported: Outcome) -> None:
    start = TEXT.index("engineers")
    capture = imported.source.captures.get()
    Event.objects.all().delete()
    desk.post(desk_of(imported), {"do": "new", "passage": f"{start - 11}-{start + 30}", "capture": str(capture.pk)})
    assert str(Event.objects.get().date) == "[2023-09-11..2023-09-17]"


def test_all_drafts_of_a_report_can_be_published_together(desk: Client, imported: Outcome) -> None:
    for event in proposals(imported):
        desk.post(desk_of(imported), fields(event, do="accept"))
    desk.post(desk_of(imported), {"do": "publish-all"})
    assert Event.objects.published().count() == 2


def test_drafts_without_a_date_do_not_hold_up_the_others(desk: Client, gates: Outcome) -> None:
    undated = inferred(gates)
    dated = next(one for one in proposals(gates) if one.citations.get().date_words)
    desk.post(desk_of(gates), fields(undated, do="accept", date=""))
    desk.post(desk_of(gates), fields(dated, do="accept"))
    words = shown(desk.get(desk_of(gates)))
    assert "1 draft from this report is not public yet. Publish it" in words
    assert f"stay drafts until they are given one, or are published without: {undated.headline}" in words
    desk.post(desk_of(gates), {"do": "publish-all"})
    assert Event.objects.published().get() == dated
    assert Event.objects.get(pk=undated.pk).state == "draft"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        pytest.param({"headline": " "}, "headline", id="no headline"),
        pytest.param({"headline": "x" * 301}, "headline", id="a headline too long"),
        pytest.param({"date": "31 February 2023"}, "date", id="an impossible date"),
        pytest.param({"date": "9" * 100_000}, "date", id="an endless date"),
        pytest.param({"kind": "rumoured"}, "kind", id="an unknown kind"),
        pytest.param({"quote": "words that do not stand there"}, "quote", id="a quote that is not there"),
    ],
)
def test_a_wrong_edit_is_said_at_its_field_and_nothing_is_stored(
    desk: Client, imported: Outcome, changed: dict[str, str], field: str
) -> None:
    first, _second = proposals(imported)
    page = desk.post(desk_of(imported), fields(first, do="accept", **changed))
    assert page.status_code == 422
    assert page.context["errors"][field]
    kept = Event.objects.get(pk=first.pk)
    assert (kept.state, kept.headline, kept.date) == ("proposed", first.headline, first.date)


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param({"do": "undo"}, id="nothing to undo"),
        pytest.param({"do": "eat"}, id="an unknown act"),
        pytest.param({"do": "reading:99999999999999999999"}, id="a reading that is not there"),
        pytest.param({"do": "merge:nowhere"}, id="an event that is not there"),
        pytest.param({"do": "merge:\x00"}, id="a NUL for an event"),
        pytest.param({"do": "new"}, id="no sentence chosen"),
        pytest.param({"do": "new", "sentence": "5-2", "capture": "1"}, id="a passage that runs backwards"),
        pytest.param({"do": "new", "sentence": "٣-٤", "capture": "1"}, id="digits of another script"),
        pytest.param({"at": "\x00", "do": "accept"}, id="a NUL"),
    ],
)
def test_nonsense_gets_a_sentence_and_never_a_failure(desk: Client, imported: Outcome, sent: dict[str, str]) -> None:
    first, _second = proposals(imported)
    page = desk.post(desk_of(imported), {"at": first.public_id, "revision": str(first.revision), **sent})
    assert page.status_code in (404, 422)
    assert Event.objects.awaiting_review().count() == 2


def test_what_somebody_else_decided_is_said(desk: Client, imported: Outcome) -> None:
    first, _second = proposals(imported)
    first.dismiss(by=None)
    page = desk.post(desk_of(imported), fields(first, do="accept"))
    assert "decided in the meantime" in page.context["errors"]["all"][0]


def test_htmx_gets_the_desk_alone_with_the_address_to_show(desk: Client, imported: Outcome) -> None:
    first, second = proposals(imported)
    answer = desk.post(desk_of(imported), fields(first, do="dismiss"), headers={"HX-Request": "true"})
    assert answer.headers["HX-Push-Url"] == f"{desk_of(imported)}?at={second.public_id}"
    assert answer.content.lstrip().startswith(b"<form")


def test_only_those_who_may_change_events_decide(imported: Outcome) -> None:
    client = Client()
    assert client.get(desk_of(imported)).status_code == 302
    client.force_login(make_user(), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(desk_of(imported)).status_code == 403
    assert client.post(desk_of(imported), {"do": "undo"}).status_code == 403


def test_the_desk_costs_as_many_queries_for_many_proposals_as_for_few(desk: Client, incident: Incident) -> None:
    counts = []
    for many in (3, 9):
        text = "\n\n".join(f"Last week, engineer {number} detected activity on the network." for number in range(many))
        article = with_source(read_text(text), title=f"{many}", url=f"https://x.example/{many}", published="2023-09-19")
        outcome = import_report(article, incident)
        with CaptureQueriesContext(connection) as queries:
            assert f"{many} proposals left" in desk.get(desk_of(outcome)).content.decode()
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_an_event_that_only_took_a_citation_is_no_proposal_of_its_source(
    desk: Client, imported: Outcome, incident: Incident
) -> None:
    first, second = proposals(imported)
    target = make_published("Port authority says cranes are standing still", date="2023-09-19", incident=incident)
    desk.post(desk_of(imported), fields(first, do=f"merge:{target.public_id}"))
    assert set(listed(desk.get(desk_of(imported)))) == {first, second}


def test_a_report_too_long_to_be_read_for_statements_is_refused_whole(desk: Client, incident: Incident) -> None:
    page = desk.post(IMPORT, found(incident, text="The port closed on 3 May 2021. " * 20_000))
    assert page.status_code == 422
    assert "characters" in str(page.context["form"].non_field_errors())
    assert not Source.objects.exists()


def test_what_somebody_else_changed_is_shown_beside_what_was_typed(desk: Client, imported: Outcome) -> None:
    first, _second = proposals(imported)
    mine = fields(first, do="accept", headline="What I typed")
    first.headline = "What somebody else stored"
    first.save()
    page = desk.post(desk_of(imported), mine)
    assert page.status_code == 422
    assert "What I typed" in page.content.decode()
    assert "What somebody else stored" in page.content.decode()
    assert Event.objects.get(pk=first.pk).state == "proposed"
    desk.post(desk_of(imported), fields(first, do="accept", headline="What I typed"))
    assert Event.objects.get(pk=first.pk).headline == "What I typed"


def test_a_quote_over_a_line_break_can_be_narrowed(desk: Client, incident: Incident) -> None:
    text = "Last week, engineers detected unusual\nactivity on the terminal's\nnetwork and told the police.\n"
    article = with_source(read_text(text), title="Wrapped", publisher="Agency", published="2023-09-19")
    outcome = import_report(article, incident)
    (event,) = proposals(outcome)
    desk.post(desk_of(outcome), fields(event, do="accept", quote="engineers detected unusual activity"))
    quote = Event.objects.get(state="draft").citations.get().quotes.get()
    assert quote.exact == "engineers detected unusual activity"
    assert quote.capture.text[quote.start : quote.end] == "engineers detected unusual\nactivity"


def test_a_known_source_takes_the_editors_corrections(desk: Client, incident: Incident) -> None:
    known = make_source("Wrong title", url="https://paper.example/cranes", published="2023-09-18", publisher="Wrong")
    desk.post(IMPORT, found(incident))
    known.refresh_from_db()
    assert (known.title, known.publisher, str(known.published)) == ("Cranes stand still", "Example Paper", "2023-09-19")
    assert Event.objects.get(kind="disclosed").citations.get().date_reference == "2023-09-19"


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"text": " "}, id="a blank text"),
        pytest.param({"text": "\u200b\x01"}, id="a text of nothing seen"),
        pytest.param({"published": "9999-12-31"}, id="the last day"),
        pytest.param({"published": "0001-01-01"}, id="the first day"),
    ],
)
def test_no_text_and_no_date_makes_the_second_step_fail(
    desk: Client, incident: Incident, changed: dict[str, str]
) -> None:
    assert desk.post(IMPORT, found(incident, **changed)).status_code in (302, 422)


@pytest.mark.parametrize("field", ["headline", "quote", "date"])
def test_an_endless_field_is_said_to_be_too_long(desk: Client, imported: Outcome, field: str) -> None:
    first, _second = proposals(imported)
    page = desk.post(desk_of(imported), fields(first, do="save", **{field: "x" * 5_000_100}))
    assert page.status_code == 422
    assert page.context["errors"][field]


def test_the_form_says_where_the_date_was_found(desk: Client, incident: Incident) -> None:
    page = desk.post(IMPORT, {"incident": incident.pk, "text": "Published: 19 September 2023\n\n" + TEXT})
    assert "Where it was found: a line of the text that says so." in page.content.decode()
