"""Many records onto the timeline at once: what single saves guarantee holds, and nothing comes twice."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from incidents.admin import importwork
from incidents.drafts import (
    CitationDraft,
    EntityDraft,
    EventDraft,
    Finding,
    IncidentDraft,
    LinkDraft,
    Origin,
    QuoteDraft,
    Reading,
    SourceDraft,
)
from incidents.formats import wire
from incidents.formats.base import Item
from incidents.importing import (
    apply_file,
    apply_some,
    applying,
    check_file,
    checking,
    choose,
    comparing,
    go_on,
    is_being_checked,
    keep_file,
    new_batch,
    pause,
    reading,
    stage_file,
    stage_lines,
    staging,
    take_back,
    telling,
)
from incidents.importing.files import NotNow, begin, start_reading, stop
from incidents.importing.staging import AT_ONCE
from incidents.models import (
    Citation,
    Entity,
    EntityRole,
    Event,
    EventEntry,
    EventVersion,
    ImportBatch,
    ImportRow,
    Incident,
    Link,
    Membership,
    Quote,
    RowFinding,
    SearchDocument,
    SiteVersion,
    Source,
    Tag,
    changing,
    raw,
    settle,
    settling,
)
from incidents.models.entries import entry_prefetch
from incidents.models.settling import WORDS, search_words
from incidents.models.snapshots import snapshot
from incidents.search import find

from .cast import make_event, make_incident, make_source

pytestmark = pytest.mark.django_db


def draft(number: int, **values: Any) -> EventDraft:
    date = f"2023-{1 + number % 12:02}-{1 + number % 28:02}"
    source = SourceDraft(
        title=f"Report {number}", url=f"https://news.example/{number}", publisher="Example Paper", published=date
    )
    quote = QuoteDraft(f"words of report {number}", "before", "after")
    given: dict[str, Any] = {
        "headline": f"Crane {number} stands still",
        "date": Reading(date, date, rule="given"),
        "body": "What *happened*.",
        "language": "en",
        "citations": (CitationDraft(source, (quote,), Reading(date, date, rule="given"), locator="p. 3"),),
        "import_ref": f"{number:032x}",
        "origin": Origin(row=number + 1),
        "place": "Rotterdam",
    }
    return EventDraft(**given | values)


def staged(incident: Incident, items: Iterable[Item], **values: Any) -> ImportBatch:
    batch = new_batch(incident, name="cranes.csv", format_name="csv", **values)
    start_reading(batch)
    stage_lines(batch, wire.lines(items))
    check_file(batch)
    return batch


def imported(incident: Incident, items: Iterable[Item], mode: str = "proposed", **choices: str) -> ImportBatch:
    batch = staged(incident, items)
    for code, action in choices.items():
        choose(batch, code.replace("_", "-"), action)
    begin(batch, mode)
    apply_file(batch)
    return batch


def outcomes(batch: ImportBatch) -> dict[str, int]:
    found = list(batch.rows.values_list("outcome", flat=True))
    return {one: found.count(one) for one in sorted(set(found))}


# --- Staging and the dry run ------------------------------------------------------------------------------------------


def test_nothing_is_on_the_timeline_before_an_editor_says_so(incident: Incident) -> None:
    batch = staged(incident, map(draft, range(5)))
    assert (batch.state, batch.total, batch.tally["planned"]) == ("staged", 5, {"created": 5})
    assert not Event.objects.exists()
    assert not Source.objects.exists()


def test_staging_goes_on_behind_what_is_there(incident: Incident) -> None:
    lines = list(wire.lines(map(draft, range(AT_ONCE + 5))))
    batch = new_batch(incident, name="a", format_name="csv")
    start_reading(batch)
    with pytest.raises(ZeroDivisionError):
        stage_lines(batch, (line if number < AT_ONCE + 2 else 1 // 0 for number, line in enumerate(lines)))  # type: ignore[misc]
    assert ImportBatch.objects.get().items_read == AT_ONCE
    stage_lines(ImportBatch.objects.get(), lines)
    numbers = batch.rows.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, AT_ONCE + 6))


def test_of_two_that_stage_one_file_one_goes_on(incident: Incident) -> None:
    batch = new_batch(incident, name="a", format_name="csv")
    start_reading(batch)
    twin = ImportBatch.objects.get()
    stage_lines(batch, wire.lines(map(draft, range(3))))
    with pytest.raises(NotNow):
        stage_lines(twin, wire.lines(map(draft, range(3))))
    assert batch.rows.count() == 3


def test_a_check_that_another_process_takes_over_ends_and_nothing_is_told_twice(
    incident: Incident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "AT_ONCE", 2)
    make_event("Crane 1 stands still", date="2023-02-02")
    twins = [replace(draft(number % 3), import_ref=f"{number:032x}") for number in range(6)]
    batch = staged(incident, twins)
    told = batch.tally
    first = checking.check_steps(ImportBatch.objects.get())
    assert next(first) == (2, 6)
    assert ImportBatch.objects.get().tally["checked"] == 2  # what a page shows meanwhile
    assert is_being_checked(ImportBatch.objects.get())  # a second page keeps off
    check_file(ImportBatch.objects.get())  # who knows better does not
    with pytest.raises(NotNow):
        list(first)
    batch.refresh_from_db()
    assert (batch.state, batch.tally) == ("staged", told)
    assert all(len(row.findings) == row.found.count() for row in batch.rows.all())


def test_a_file_is_read_in_few_calls_though_each_passes_over_what_is_there(
    incident: Incident, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = itertools.count()
    batch = new_batch(incident, name="a", format_name="csv")
    keep_file(batch, io.BytesIO(b"x"), "a")
    monkeypatch.setattr(staging, "AT_ONCE", 10)
    monkeypatch.setattr(reading, "drafts_of", lambda *_: (next(seconds) and line for line in [*lines]))
    monkeypatch.setattr(reading.time, "monotonic", lambda: next(seconds))  # a second for each line, and more
    lines = ["x", *wire.lines(map(draft, range(99)))]
    lines[0] = lines[1].replace(f"{0:032x}", "f" * 32)
    calls = 0
    while batch.state in ("uploaded", "staging"):
        stage_file(batch, seconds=0)
        calls += 1
    assert batch.rows.count() == 100
    assert calls <= 4


def test_what_was_given_up_before_its_check_cannot_be_gone_on_with(incident: Incident) -> None:
    batch = new_batch(incident, name="a", format_name="csv")
    start_reading(batch)
    stage_lines(batch, wire.lines(map(draft, range(3))))
    stop(batch)
    with pytest.raises(NotNow):
        go_on(batch)
    assert ImportBatch.objects.get().state == "stopped"
    other = staged(incident, map(draft, range(3)))
    stop(other)
    go_on(other)
    assert other.state == "staged"  # what becomes of its records has not been said


def test_links_do_not_keep_an_import_from_being_taken_back(incident: Incident, few_at_once: None) -> None:
    batch = imported(incident, [draft(n, links=(LinkDraft("led-to", f"{n + 1:032x}"),)) for n in range(7)])
    assert Link.objects.count() == 6
    kept = Event.objects.order_by("pk")[3]
    kept.place = "elsewhere"
    kept.save()
    ended = batch.finished_at
    while take_back(batch, by=None, seconds=0):
        pass
    assert Event.objects.get() == kept
    assert (outcomes(batch), batch.finished_at) == ({"created": 1, "left-out": 6}, ended)
    assert not Link.objects.exists()
    pause_free = new_batch(incident, name="b", format_name="csv")
    with pytest.raises(NotNow):
        take_back(pause_free, by=None, seconds=0)


def test_a_record_that_was_refused_names_itself_and_loses_no_other(incident: Incident) -> None:
    from incidents.formats.base import Record

    finding = Finding("no-headline", "error")
    bad = Record(Origin("", 3), {"headline": "", "note": "x" * 900}, (finding,))
    batch = imported(incident, [draft(1), bad, Finding("unknown-column", "note", column="x"), draft(2)])
    assert outcomes(batch) == {"created": 2, "refused": 1}
    row = batch.rows.get(outcome="refused")
    assert (row.line, row.findings[0]["code"]) == (3, "no-headline")
    assert [one["code"] for one in batch.findings] == ["unknown-column"]
    assert RowFinding.objects.get(row=row).code == "no-headline"


def test_the_same_day_and_words_are_offered_to_be_merged(incident: Incident) -> None:
    there = make_event("CRANE 1 stands  still", date="2023-02-02")
    batch = staged(incident, [draft(1), draft(2), replace(draft(2), import_ref="f" * 32, origin=Origin(row=9))])
    codes = {one["code"]: one for one in batch.tally["codes"]}
    assert codes["same-as-event"]["rows"] == codes["same-as-record"]["rows"] == 1
    assert codes["same-as-record"]["offers"] == ["merge", "leave-out"]
    assert dict(batch.rows.get(number=1).findings[0]["params"])["event"] == there.public_id
    assert dict(batch.rows.get(number=3).findings[0]["params"])["row"] == "3"
    check_file(batch)  # again
    assert RowFinding.objects.count() == 2
    assert len(batch.rows.get(number=1).findings) == 1


def numbered(number: int, own: str, **values: Any) -> EventDraft:
    """Return a record with an id of its own that is called and dated as the others."""
    extra = (("no", own),) if own else ()
    given = {"headline": "Hole in Foo", "date": draft(1).date, "extra": extra, "import_ref": f"{number:032x}"}
    return draft(number, **given | values)


def test_records_with_ids_of_their_own_are_the_same_only_in_all_words(incident: Incident) -> None:
    one = draft(1).citations
    items = [
        numbered(1, "A", citations=one),
        numbered(2, "B", citations=one, body="Another hole."),
        numbered(3, "C", citations=draft(2).citations),
        numbered(4, "D", citations=one, body="ANOTHER  hole."),
        numbered(5, "A", citations=(), body="A third text."),
    ]
    batch = staged(incident, items, mapping={"fields": {"id": ["no"]}})
    told = {row.number: dict(row.findings[0]["params"])["number"] for row in batch.rows.all() if row.findings}
    assert told == {4: "2", 5: "1"}  # another id with the words of B; another text with the id of A
    bare = numbered(6, "", citations=(), body="Of none.")
    batch = staged(incident, [*items[:2], bare], mapping={"fields": {"id": ["no"]}})
    assert [bool(row.findings) for row in batch.rows.order_by("number")] == [False, False, True]
    assert batch.rows.filter(found__code="same-as-record").count() == 1
    other = staged(incident, items[:2])  # no column is one of ids
    assert other.rows.filter(found__code="same-as-record").count() == 1


def test_an_event_of_a_record_with_another_id_and_other_words_is_not_the_same(incident: Incident) -> None:
    first = staged(incident, [numbered(1, "A")], mapping={"fields": {"id": "no"}})
    begin(first, "proposed")
    apply_file(first)
    later = [numbered(2, "B"), numbered(3, "C", citations=draft(1).citations), numbered(4, "")]
    batch = staged(incident, later, mapping={"fields": {"id": "no"}})
    told = batch.rows.filter(found__code="same-as-event").order_by("number")
    assert [row.number for row in told] == [2, 3]


def test_comparing_asks_as_often_for_many_as_for_few(incident: Incident) -> None:
    asked = []
    for count in (2, 8):
        for number in range(count):
            make_event(f"Crane {number} stands still", date=f"2023-{1 + number:02}-{1 + number:02}")
        batch = staged(incident, map(draft, range(count)))
        with CaptureQueriesContext(connection) as queries:
            check_file(batch)
        assert batch.tally["codes"][0]["rows"] == count
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_comparing_says_how_far_it_is_and_can_be_stopped(incident: Incident, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "DATES_AT_ONCE", 1)
    for number in range(3):
        make_event(f"Crane {number} stands still", date=f"2023-{1 + number:02}-{1 + number:02}")
    batch = staged(incident, map(draft, range(3)))
    steps = checking.check_steps(batch)
    far = [importwork.progress_in_words(ImportBatch.objects.get()) for _step in itertools.islice(steps, 3)]
    assert far == [
        "All 3 records are read; they are compared with what is there.",
        "1 of 3 dates are compared with the events that are there.",
        "2 of 3 dates are compared with the events that are there.",
    ]
    stop(ImportBatch.objects.get())
    with pytest.raises(NotNow):
        list(steps)
    assert ImportBatch.objects.get().state == "stopped"


def test_merging_adds_sources_and_makes_no_second_event(incident: Incident) -> None:
    there = make_event("Crane 1 stands still", date="2023-02-02")
    other = replace(
        draft(2, citations=(CitationDraft(SourceDraft("Another", "https://b.example/2")),)), import_ref="f" * 32
    )
    items = [draft(1), draft(2), other]
    batch = imported(incident, items, same_as_event="merge", same_as_record="merge")
    assert outcomes(batch) == {"created": 1, "merged": 2}
    assert there.citations.get().source.url == "https://news.example/1"
    assert there.citations.get().quotes.get().exact == "words of report 1"
    assert Event.objects.get(import_ref__gt="").citations.count() == 2
    again = imported(incident, items)
    assert outcomes(again) == {"unchanged": 3}
    assert Event.objects.count() == 2


@pytest.mark.parametrize(
    ("edtf", "action", "date"),
    [
        ("2021-01-01", "month", "2021-01"),
        ("2021-01-01", "year", "2021"),
        ("2021-01-01/2021-01-31", "month", "2021-01"),
        ("2021-01-01~", "month", "2021-01~"),
        ("2021-05-02/2021-05-01", "swap", "2021-05-01/2021-05-02"),
        ("2021-01-01", "undated", "None"),
        ("2021-01-01", "keep", "2021-01-01"),
    ],
)
def test_a_choice_holds_for_all_records_like_it(incident: Incident, edtf: str, action: str, date: str) -> None:
    odd = draft(1, date=Reading(edtf, edtf), findings=(Finding("first-of-month", offers=("month", "year")),))
    imported(incident, [odd], first_of_month=action)
    assert str(Event.objects.get().date) == date


def test_what_is_left_out_makes_no_event(incident: Incident) -> None:
    odd = draft(1, findings=(Finding("first-of-month", offers=("leave-out",)),))
    assert outcomes(imported(incident, [odd, draft(2)], first_of_month="leave-out")) == {"created": 1, "left-out": 1}
    assert Event.objects.count() == 1


# --- What single saves guarantee -------------------------------------------------------------------------------------


def rich(number: int) -> EventDraft:
    return replace(
        draft(number),
        entities=(EntityDraft("Port Authority", "organisation", "target"), EntityDraft("Ana Ruiz", "person")),
        tags=("Cranes", "Ängste"),
        extra=(("severity", "high"),),
        order=3,
        kind="detected",
    )


@pytest.mark.parametrize("mode", ["proposed", "draft", "published"])
def test_settling_again_changes_nothing(incident: Incident, editor: Any, mode: str) -> None:
    """What bulk writing derives is what settle() derives from the rows that it left."""
    incident.publish(by=None)
    batch = staged(incident, map(rich, range(6)), by=editor)
    begin(batch, mode)
    apply_file(batch)
    told = Incident.objects.values("told", "told_from", "told_until")
    known = Event.objects.order_by("pk").values("known", "version", "position", "earliest", "latest", "slug", "state")
    words = SearchDocument.objects.order_by("pk").values(*WORDS)
    before = [list(rows.all()) for rows in (told, known, words)]
    versions = EventVersion.objects.count()
    assert versions == SearchDocument.objects.count() == (6 if mode == "published" else 0)
    for event in Event.objects.all():
        with changing():
            event.save()
    with changing() as change:
        change.incidents.add(incident.pk)
    assert [list(rows.all()) for rows in (told, known, words)] == before
    assert EventVersion.objects.count() == versions


def test_a_published_import_is_found_versioned_and_shown(incident: Incident, editor: Any, client: Any) -> None:
    incident.publish(by=None)
    version = SiteVersion.current()
    batch = staged(incident, map(rich, range(3)), by=editor)
    begin(batch, "published")
    apply_file(batch)
    assert SiteVersion.current() > version
    event = Event.objects.published().prefetch_related(*entry_prefetch()).first()
    assert event is not None
    assert event.versions.get().snapshot == snapshot(event)
    assert event.versions.get().by == editor
    stored = SearchDocument.objects.values_list(*WORDS).get(event=event)
    assert stored == search_words(event)
    assert len(find("crane rotterdam", limit=9)) == 3
    page = client.get(incident.get_absolute_url()).content.decode()
    assert page.count("stands still") >= 3
    incident.refresh_from_db()
    assert (incident.told, str(incident.told_from), str(incident.told_until)) == (3, "2023-01-01", "2023-03-03")


def test_history_is_as_single_saves_write_it(incident: Incident, editor: Any) -> None:
    batch = staged(incident, map(rich, range(2)), by=editor)
    begin(batch, "proposed")
    apply_file(batch)
    for model, count in (
        (Event, 2), (Source, 2), (Citation, 2), (Quote, 2), (Membership, 2), (EntityRole, 4), (Entity, 2), (Tag, 2),
    ):  # fmt: skip
        records = model.history.all()
        assert records.count() == count == model._base_manager.count(), model
        assert {(one.history_type, one.history_user_id) for one in records} == {("+", editor.pk)}
    record = Event.history.first()
    assert (record.revision, record.known, record.version, record.extra) == (1, None, 0, {"severity": "high"})
    assert sorted(one.tag.name for one in record.tags.all()) == ["Cranes", "Ängste"]
    assert record.instance.headline.endswith("stands still")


def test_published_only_with_a_source_and_a_date(incident: Incident) -> None:
    bare = draft(1, citations=())
    disputed = draft(2, citations=(replace(draft(2).citations[0], disputes=True),))
    undated = draft(3, date=None)
    batch = imported(incident, [bare, disputed, undated, draft(4)], "published")
    assert [event.state for event in Event.objects.order_by("pk")] == ["draft", "draft", "draft", "published"]
    codes = RowFinding.objects.filter(batch=batch).order_by("number").values_list("code", flat=True)
    assert list(codes) == ["draft-without-source", "draft-without-source", "draft-without-date"]


def test_sources_are_found_again(incident: Incident) -> None:
    known = make_source("Known", url="https://news.example/1", publisher="")
    untitled = CitationDraft(SourceDraft(publisher="The Port"))
    imported(
        incident,
        [
            draft(1),
            draft(2, citations=(CitationDraft(SourceDraft(url="HTTPS://News.example/1?utm_source=x")), untitled)),
            draft(3, citations=(untitled, CitationDraft(SourceDraft(url="javascript:alert(1)")))),
        ],
    )
    known.refresh_from_db()
    assert (known.title, known.publisher) == ("Known", "Example Paper")
    assert known.citations.count() == 2
    assert sorted(Source.objects.values_list("title", flat=True)) == ["Known", "The Port"]


def test_names_and_tags_are_found_again(incident: Incident) -> None:
    port = Entity.objects.create(name="Port Authority", slug="port-authority")
    port.aliases.create(name="PA")
    Tag.objects.create(name="cranes", slug="cranes")
    people = (EntityDraft("PA", "organisation", "target"), EntityDraft("Port authority", "place"))
    imported(incident, [draft(1, entities=people, tags=("Cranes", "CRANES"))])
    assert Tag.objects.count() == 1
    assert Event.objects.get().tags.get().name == "cranes"
    assert [role.entity.name for role in EntityRole.objects.all()] == ["Port Authority", "Port authority"]
    assert EntityRole.objects.first().entity == port


def test_links_are_made_when_all_records_are_there(incident: Incident) -> None:
    links = (LinkDraft("led-to", f"{2:032x}"), LinkDraft("led-to", "nobody"), LinkDraft("no-kind", f"{2:032x}"))
    imported(incident, [draft(1, links=links), draft(2)], "published")
    link = Link.objects.get()
    assert (link.from_event.headline, link.to_event.headline) == ("Crane 1 stands still", "Crane 2 stands still")
    assert Link.history.count() == 1


def test_a_record_without_a_date_is_given_none(incident: Incident) -> None:
    imported(incident, [draft(1, date=None), draft(2, date=Reading("7 July", "XXXX-07-07"))])
    assert set(Event.objects.values_list("date", "earliest")) == {(None, None)} or not any(
        event.date for event in Event.objects.all()
    )


def test_hostile_text_is_cleaned_or_refused(incident: Incident) -> None:
    batch = imported(
        incident,
        [
            draft(1, headline="A\x00 crane\u202e stands\ud800", extra=(("n\x00", "v\ud800\x00"),)),
            draft(2, headline="\u200b"),
            draft(3, date=Reading("x", "2023-02-31")),
            draft(4, headline="x" * 900),
        ],
    )
    assert outcomes(batch) == {"created": 2, "refused": 2}
    assert Event.objects.order_by("pk").first().headline.startswith("A crane stands")


# --- Again -----------------------------------------------------------------------------------------------------------


def test_importing_twice_changes_nothing(incident: Incident) -> None:
    imported(incident, map(rich, range(4)), "published")
    version, history = SiteVersion.current(), Event.history.count()
    before = list(Event.objects.order_by("pk").values())
    again = imported(
        incident, [replace(rich(number), origin=Origin(row=number + 50)) for number in range(4)], "published"
    )
    assert outcomes(again) == {"unchanged": 4}
    assert list(Event.objects.order_by("pk").values()) == before
    assert (SiteVersion.current(), Event.history.count(), Source.objects.count()) == (version, history, 4)


def test_what_the_file_says_otherwise_reaches_what_no_editor_touched(incident: Incident) -> None:
    imported(incident, [draft(1), draft(2)])
    first, second = Event.objects.order_by("pk")
    second.headline = "What the editor wrote"
    second.save()
    new = CitationDraft(SourceDraft("New", "https://new.example/"))
    items = [draft(n, headline=f"Crane {n} fell", citations=(*draft(n).citations, new)) for n in (1, 2)]
    batch = staged(incident, items)
    assert batch.rows.get(number=1).changes["headline"] == ["Crane 1 stands still", "Crane 1 fell"]
    assert batch.tally["planned"] == {"updated": 2}
    begin(batch, "proposed")
    apply_file(batch)
    assert outcomes(batch) == {"updated": 2}
    assert [event.headline for event in Event.objects.order_by("pk")] == ["Crane 1 fell", "What the editor wrote"]
    assert first.citations.count() == second.citations.count() == 2
    assert outcomes(imported(incident, items)) == {"unchanged": 2}


def test_what_was_dismissed_does_not_come_back(incident: Incident) -> None:
    imported(incident, [draft(1)])
    Event.objects.get().dismiss(by=None)
    batch = staged(incident, [draft(1, headline="Otherwise")])
    assert batch.tally["planned"] == {"dismissed": 1}
    begin(batch, "published")
    apply_file(batch)
    assert Event.objects.get().state == "dismissed"


def test_what_is_public_changes_only_where_the_editor_publishes(incident: Incident) -> None:
    imported(incident, [draft(1)], "published")
    assert outcomes(imported(incident, [draft(1, headline="Otherwise")])) == {"unchanged": 1}
    assert Event.objects.get().headline == "Crane 1 stands still"
    assert RowFinding.objects.get().code == "public-stays"
    imported(incident, [draft(1, headline="Otherwise")], "published")
    assert Event.objects.get().headline == "Otherwise"
    assert Event.objects.get().versions.count() == 2


def test_two_incidents_have_timelines_of_their_own(incident: Incident) -> None:
    imported(incident, [draft(1)])
    imported(make_incident(), [draft(1)])
    assert Event.objects.count() == 2


def test_the_same_record_twice_in_a_file_is_one_event(incident: Incident) -> None:
    batch = imported(incident, [draft(1), draft(1)])
    assert outcomes(batch) == {"created": 1, "refused": 1}


# --- Going on, and stopping -------------------------------------------------------------------------------------------


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(applying, "ROWS_AT_ONCE", 3)


def test_pause_and_go_on(incident: Incident, few_at_once: None) -> None:
    batch = staged(incident, map(draft, range(10)))
    begin(batch, "proposed")
    assert apply_some(batch)
    pause(ImportBatch.objects.get())
    assert not apply_some(batch)
    assert (batch.state, batch.cursor, Event.objects.count()) == ("paused", 3, 3)
    go_on(batch)
    apply_file(batch)
    assert (batch.state, Event.objects.count()) == ("done", 10)
    with pytest.raises(NotNow):
        pause(batch)


def test_stopping_keeps_what_was_applied(incident: Incident, few_at_once: None) -> None:
    batch = staged(incident, map(draft, range(10)))
    begin(batch, "proposed")
    apply_some(batch)
    stop(ImportBatch.objects.get())
    apply_file(batch)
    assert (batch.state, Event.objects.count()) == ("stopped", 3)


def test_two_processes_apply_each_row_once(incident: Incident, few_at_once: None) -> None:
    batch = staged(incident, map(draft, range(10)))
    begin(batch, "proposed")
    twin = ImportBatch.objects.get()
    while apply_some(batch) | apply_some(twin):
        pass
    assert (Event.objects.count(), Citation.objects.count(), twin.state) == (10, 10, "done")


def test_a_block_that_fails_leaves_nothing(incident: Incident, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = staged(incident, map(draft, range(3)))
    begin(batch, "proposed")
    monkeypatch.setattr("incidents.models.bulk.write_citations", lambda *_args, **_named: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        apply_file(batch)
    monkeypatch.undo()
    batch = ImportBatch.objects.get()
    assert (batch.cursor, Event.objects.count(), Source.objects.count()) == (0, 0, 0)
    apply_file(batch)
    assert Event.objects.count() == 3


def test_settle_is_the_same_function() -> None:
    assert settle.__module__ == "incidents.models.settling"
    assert ImportRow.Outcome.CREATED == "created"


def test_several_events_of_one_day_and_words_are_told_once(incident: Incident, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.importing.comparing.AT_ONCE", 1)  # so that they are looked at one after the other
    for _ in range(2):
        make_event("Crane 3 stands still", date="2023-04-04")
    batch = staged(incident, [draft(3)])
    assert [one["code"] for one in batch.rows.get().findings] == ["same-as-event"]
    check_file(batch)
    assert RowFinding.objects.filter(batch=batch, code="same-as-event").count() == 1


def test_what_a_file_says_of_the_whole_waits_for_the_editor(incident: Incident) -> None:
    batch = staged(incident, [IncidentDraft("Cranes", "All about cranes."), draft(1)])
    assert Incident.objects.get(pk=incident.pk).summary == ""
    begin(batch, "proposed")
    apply_file(batch)
    assert Incident.objects.get(pk=incident.pk).summary == "All about cranes."


# --- What is new in a record that was imported before -----------------------------------------------------------------


def told(
    number: int, *entities: str, tags: tuple[str, ...] = (), quotes: tuple[str, ...] = ("first words",)
) -> EventDraft:
    cited = replace(draft(number).citations[0], quotes=tuple(map(QuoteDraft, quotes)))
    people = tuple(EntityDraft(name, "person", "actor") for name in entities)
    return draft(number, citations=(cited,), entities=people, tags=tags)


def test_what_is_new_in_a_record_is_added_and_shown(incident: Incident) -> None:
    imported(incident, [told(1, "Ann", tags=("cranes",))])
    event = Event.objects.get()
    batch = staged(incident, [told(1, "Ann", "Bob", tags=("cranes", "wind"), quotes=("first words", "more words"))])
    assert batch.rows.get().changes == {
        "quotes": [[], ["https://news.example/1 – more words"]],
        "entities": [[], ["Bob"]],
        "tags": [[], ["wind"]],
    }
    (changes,) = telling.changed(batch)
    assert ("tags", "–", "wind") in changes.fields
    begin(batch, "proposed")
    apply_file(batch)
    assert outcomes(batch) == {"updated": 1}
    assert sorted(event.roles.values_list("entity__name", flat=True)) == ["Ann", "Bob"]
    assert sorted(event.tags.values_list("name", flat=True)) == ["cranes", "wind"]
    assert list(event.citations.get().quotes.values_list("exact", "order")) == [("first words", 0), ("more words", 1)]


def test_what_an_editor_added_or_took_away_stays_so(incident: Incident) -> None:
    imported(incident, [told(1, "Ann", "Cy", tags=("cranes",))])
    event = Event.objects.get()
    with changing():
        event.tags.set([Tag.objects.create(name="by hand", slug="by-hand")])
        event.roles.get(entity__name="Ann").delete()
        EntityRole.objects.create(event=event, entity=Entity.objects.create(name="Dee", slug="dee"), role="actor")
        event.citations.get().quotes.get().delete()
        event.save()
    again = imported(incident, [told(1, "Ann", "Dee", tags=("cranes", "wind"), quotes=("first words",))])
    assert outcomes(again) == {"updated": 1}
    assert again.rows.get().changes == {"tags": [[], ["wind"]]}
    assert sorted(event.roles.values_list("entity__name", flat=True)) == ["Cy", "Dee"]
    assert sorted(event.tags.values_list("name", flat=True)) == ["by hand", "wind"]
    assert event.citations.get().quotes.count() == 0


def test_what_is_new_of_something_public_is_shown_and_waits(incident: Incident) -> None:
    imported(incident, [told(1)], "published")
    again = imported(incident, [told(1, "Bob")])
    assert outcomes(again) == {"unchanged": 1}
    (changes,) = telling.changed(again)
    assert (changes.stays, changes.fields) == (True, [("people and organisations", "–", "Bob")])
    assert not EntityRole.objects.exists()
    published = imported(incident, [told(1, "Bob")], "published")
    assert outcomes(published) == {"updated": 1}
    assert Event.objects.get().versions.count() == 2


def test_a_sentence_of_many_records_is_one_of_them_for_example(incident: Incident) -> None:
    odd = [Finding("title-year", params=(("year", year), ("date", "2020"))) for year in ("2018", "2019")]
    batch = staged(incident, [draft(n, findings=(odd[n],)) for n in range(2)])
    (one,) = telling.findings_told(batch)
    assert (one.for_example, one.places) == (True, "line 1, 2")
    same = staged(incident, [draft(n, findings=(odd[0],)) for n in range(2)])
    assert not telling.findings_told(same)[0].for_example


def test_a_place_that_recurs_is_said_once(incident: Incident) -> None:
    odd = (Finding("title-year", params=(("year", "2018"), ("date", "2020"))),)
    batch = staged(incident, [replace(draft(n, findings=odd), origin=Origin(row=7)) for n in range(2)])
    assert telling.findings_told(batch)[0].places == "line 7"


@pytest.mark.parametrize(
    ("name", "counted"),
    [("csv", "line 2"), ("xlsx", "row 2"), ("stix", "object 2"), ("json", "record 2"), ("feed", "item 2")],
)
def test_a_records_place_is_in_the_words_of_its_format(incident: Incident, name: str, counted: str) -> None:
    batch = staged(incident, [draft(1, headline="")])
    batch.format = name
    row = batch.rows.get()
    row.batch = batch
    assert telling.place(row) == counted


def test_published_events_are_shown_at_once_from_kept_entries(
    incident: Incident, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "MOST_RENDERED", 4)
    monkeypatch.setattr(applying, "FIRST_PAGES", 3)
    address = f"/incidents/{incident.slug}/"
    before = client.get(address)
    assert "Crane" not in before.content.decode()
    imported(incident, [draft(n) for n in range(5)], "published")
    first = list(Event.objects.in_order().values_list("pk", flat=True)[:3])
    assert set(EventEntry.objects.values_list("event_id", flat=True)) == set(first)
    page = client.get(address, headers={"If-None-Match": before["ETag"]})
    assert page.status_code == 200
    assert all(f"Crane {n} stands still" in page.content.decode() for n in range(5))
    kept = dict(EventEntry.objects.values_list("event_id", "html"))
    settling.refresh(first)
    assert dict(EventEntry.objects.values_list("event_id", "html")) == kept


def test_drafts_and_proposals_get_no_entries(incident: Incident) -> None:
    imported(incident, [draft(1)])
    assert not EventEntry.objects.exists()


def test_more_is_looked_for_than_one_statement_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "MOST_VALUES", 2)
    titles = [make_source(f"Report {number}").title for number in range(5)]
    found = raw.found(Source, ["title"], "title", [*titles, "Another"])
    assert sorted(title for (title,) in found) == titles
    assert raw.found(Source, ["title"], "title", []) == []
