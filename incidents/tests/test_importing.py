"""From a report to a source, a capture and proposals; the same again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from incidents import importing
from incidents.extraction import Article, read_text
from incidents.importing import NoTrustworthyDate, import_report, read_report, with_source
from incidents.models import Capture, Event, ImportBatch, ImportRow, Incident, Membership, Source

from .cast import make_event, make_incident, make_source

pytestmark = pytest.mark.django_db

TEXT = """Published: 19 September 2023

The port authority said on Tuesday that its cranes were standing still. Last week, engineers detected unusual
activity on the terminal's network.

Last year, the police arrested a man who had tried to enter the terminal.
"""


def article(text: str = TEXT, **source: str) -> Article:
    return with_source(read_text(text), **{"title": "Cranes stand still", "publisher": "Example Paper", **source})


def dates(incident: Incident) -> list[tuple[str, str]]:
    events = Event.objects.in_incident(incident).order_by("citations__quotes__start", "pk")
    return [(str(event.date), event.kind) for event in events]


def test_a_report_becomes_a_source_a_capture_and_cited_proposals(incident: Incident, editor: Any) -> None:
    outcome = import_report(article(), incident, by=editor, name="cranes.txt")
    assert dates(incident) == [
        ("2023-09-19", "disclosed"),
        ("[2023-09-11..2023-09-17]", "detected"),
        ("2022", "occurred"),
    ]
    event = Event.objects.get(date="2022")
    citation = event.citations.get()
    quote = citation.quotes.get()
    assert event.state == "proposed"
    assert (citation.source, citation.date_words, citation.date_reference) == (
        outcome.source,
        "Last year",
        "2023-09-19",
    )
    assert quote.capture.text[quote.start : quote.end] == quote.exact
    assert outcome.counts == {"created": 3}
    assert (outcome.batch.state, outcome.batch.cursor, outcome.batch.by) == ("done", 3, editor)


def test_importing_twice_changes_nothing(incident: Incident) -> None:
    import_report(article(), incident)
    before = list(Event.objects.order_by("pk").values("pk", "headline", "date", "state", "revision"))
    outcome = import_report(article(), incident)
    assert outcome.counts == {"unchanged": 3}
    assert list(Event.objects.order_by("pk").values("pk", "headline", "date", "state", "revision")) == before
    assert (Source.objects.count(), Capture.objects.count(), Membership.objects.count()) == (1, 1, 3)


def test_what_was_dismissed_stays_dismissed(incident: Incident) -> None:
    import_report(article(), incident)
    Event.objects.get(date="2022").dismiss(by=None)
    outcome = import_report(article(), incident)
    assert outcome.counts == {"dismissed": 1, "unchanged": 2}
    assert Event.objects.get(date="2022").state == "dismissed"


def test_an_editors_words_survive_a_second_import(incident: Incident) -> None:
    import_report(article(), incident)
    event = Event.objects.get(date="2022")
    event.headline = "What the editor wrote"
    event.save()
    import_report(article(), incident)
    assert Event.objects.get(pk=event.pk).headline == "What the editor wrote"


def test_a_better_reading_reaches_an_untouched_proposal(incident: Incident, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = importing.propose

    def coarser(found: Article, **options: str) -> list[Any]:
        return [replace(draft, kind="other") for draft in plain(found, **options)]

    monkeypatch.setattr(importing, "propose", coarser)
    import_report(article(), incident)
    touched = Event.objects.get(date="2022")
    touched.headline = "What the editor wrote"
    touched.save()
    monkeypatch.setattr(importing, "propose", plain)
    outcome = import_report(article(), incident)
    assert outcome.counts == {"unchanged": 1, "updated": 2}
    assert dates(incident) == [
        ("2023-09-19", "disclosed"),
        ("[2023-09-11..2023-09-17]", "detected"),
        ("2022", "other"),
    ]


def test_without_a_publication_date_nothing_is_stored(incident: Incident) -> None:
    undated = article(TEXT.replace("Published: 19 September 2023", ""))
    with pytest.raises(NoTrustworthyDate, match="No trustworthy publication date"):
        import_report(undated, incident)
    assert not Source.objects.exists()
    assert not ImportBatch.objects.exists()


def test_a_report_said_to_be_undated_leaves_relative_dates_open(incident: Incident) -> None:
    undated = article(TEXT.replace("Published: 19 September 2023", ""))
    import_report(undated, incident, undated=True)
    assert {date for date, _kind in dates(incident)} == {"None"}


def test_the_same_address_is_the_same_source_and_a_changed_text_a_further_capture(incident: Incident) -> None:
    import_report(article(url="https://www.news.example/cranes?utm_source=x"), incident)
    outcome = import_report(
        article(TEXT + "\nA line was added.\n", url="https://www.news.example/cranes#top"), incident
    )
    assert Source.objects.get() == outcome.source
    assert Capture.objects.count() == 2
    assert outcome.counts == {"unchanged": 3}


def test_the_same_text_without_an_address_is_the_same_source(incident: Incident) -> None:
    import_report(article(), incident)
    import_report(article("  " + TEXT.upper().title().replace("\n\n", "\n \n\n")), incident)
    assert Source.objects.count() == 1


def test_the_same_text_at_another_address_is_proposed_as_a_copy(incident: Incident) -> None:
    first = import_report(article(url="https://one.example/a"), incident).source
    second = import_report(article(url="https://two.example/b", publisher="Another Paper"), incident).source
    assert second != first
    assert (second.copy_of, second.copy_state) == (first, "proposed")
    assert second.origin_id == second.pk


def test_nearly_the_same_text_is_proposed_as_a_copy(incident: Incident) -> None:
    first = import_report(article(url="https://one.example/a"), incident).source
    altered = article(TEXT.replace("a man", "one man"), url="https://two.example/b", publisher="Another Paper")
    assert import_report(altered, incident).source.copy_of == first


def test_another_text_is_no_copy(incident: Incident) -> None:
    import_report(article(url="https://one.example/a"), incident)
    other = read_text("Published: 1 May 2022\n\nOn Sunday a bridge was closed after a lorry had hit a pillar of it.\n")
    assert import_report(with_source(other, url="https://two.example/b"), incident).source.copy_of is None


def test_a_killed_run_goes_on_where_it_stopped(incident: Incident, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Published: 19 September 2023\n\n" + "\n\n".join(
        f"Last week, engineer {number} detected unusual activity on the network." for number in range(5)
    )
    monkeypatch.setattr(importing, "ROWS_AT_ONCE", 2)
    whole, done = importing.apply_row, []

    def killed(batch: ImportBatch, row: ImportRow) -> None:
        if row.number == 4:
            raise KeyboardInterrupt
        whole(batch, row)
        done.append(row.number)

    monkeypatch.setattr(importing, "apply_row", killed)
    with pytest.raises(KeyboardInterrupt):
        import_report(article(text), incident)
    batch = ImportBatch.objects.get()
    assert (batch.cursor, Event.objects.count()) == (2, 2)
    monkeypatch.setattr(importing, "apply_row", whole)
    importing.apply(batch)
    assert (batch.state, Event.objects.count()) == ("done", 5)
    assert batch.rows.filter(outcome="created").count() == 5


def test_a_report_for_a_second_incident_proposes_nothing_twice(incident: Incident) -> None:
    import_report(article(), incident)
    other = make_incident()
    Event.objects.get(date="2022").accept(by=None)
    outcome = import_report(article(), other)
    assert outcome.counts == {"unchanged": 3}
    assert Event.objects.in_incident(other).count() == 2


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        pytest.param(
            b"<!doctype html><title>T</title><p>On 3 May 2021 it began.</p>", "a.txt", True, id="by its start"
        ),
        pytest.param(b"<p>On 3 May 2021 it began.</p>", "a.html", True, id="by its name"),
        pytest.param("\ufeffOn 3 May 2021 it began.".encode(), "a.txt", False, id="plain, with a mark"),
        pytest.param(b"\xef\xbb\xbf <html><p>On 3 May 2021 it began.</p></html>", "", True, id="marked HTML"),
    ],
)
def test_html_is_told_from_plain_text(data: bytes, name: str, found: bool) -> None:
    assert ("<" not in read_report(data, name=name).text) is True
    assert "On 3 May 2021 it began." in read_report(data, name=name).text


def test_a_source_without_title_or_publisher_goes_by_its_first_words_and_agency(incident: Incident) -> None:
    text = "THE HARBOUR, May 3, 2021 (AP) — The port said on Monday that all of its cranes were standing still.\n"
    source = import_report(read_text(text), incident).source
    assert source.title.startswith("The port said on Monday")
    assert source.publisher == source.credit == "AP"


def test_a_known_source_without_a_date_takes_the_one_given(incident: Incident) -> None:
    known = make_source(url="https://one.example/a", published="")
    import_report(article(url="https://one.example/a"), incident)
    known.refresh_from_db()
    assert str(known.published) == "2023-09-19"


def test_a_draft_event_is_left_as_it_is(incident: Incident) -> None:
    import_report(article(), incident)
    event = Event.objects.get(date="2022")
    event.accept(by=None)
    import_report(article(), incident)
    assert Event.objects.get(pk=event.pk).state == "draft"
    assert make_event().state == "draft"


def test_the_same_text_of_another_publisher_is_a_source_of_its_own(incident: Incident) -> None:
    first = import_report(article(publisher="Le Journal"), incident).source
    second = import_report(article(publisher="El Diario"), incident).source
    assert (second.publisher, second.copy_of) == ("El Diario", first)


def test_what_is_known_of_a_source_is_filled_up_and_not_replaced(incident: Incident) -> None:
    known = make_source("Known title", url="https://one.example/a", published="2023-09-20", publisher="")
    import_report(article(url="https://one.example/a"), incident)
    known.refresh_from_db()
    assert (known.title, known.publisher, str(known.published)) == ("Known title", "Example Paper", "2023-09-20")
    assert Event.objects.get(kind="disclosed").citations.get().date_reference == "2023-09-20"


def test_an_import_cut_off_is_not_taken_up_with_another_date(
    incident: Incident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "apply", lambda batch, progress=None: None)
    import_report(article(), incident)
    monkeypatch.undo()
    import_report(article(published="2023-09-26"), incident, corrected=True)
    assert str(Event.objects.get(kind="disclosed").date) == "2023-09-26"
