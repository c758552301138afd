"""What can be done with an event, and what follows from it: states, versions, revision, links, order."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from incidents.extraction import read_text
from incidents.importing import import_report, with_source
from incidents.models import (
    Citation,
    Event,
    EventVersion,
    Incident,
    Link,
    OldSlug,
    SearchDocument,
    SiteVersion,
    Source,
    Tag,
    changing,
)
from incidents.temporal.edtf import EDTF

from .cast import cite, link, make_event, make_incident, make_published, make_source

pytestmark = pytest.mark.django_db


def again(event: Event) -> Event:
    return Event.objects.get(pk=event.pk)


# --- Publishing ---


def test_publishing_needs_a_supporting_citation(editor: Any) -> None:
    event = make_event()
    cite(event, stance="disputes")
    with pytest.raises(ValidationError, match="supporting citation"):
        event.publish(by=editor)
    assert again(event).state == "draft"


def test_publishing_needs_a_date_unless_the_editor_says_so(editor: Any) -> None:
    event = make_event(date="")
    cite(event)
    with pytest.raises(ValidationError, match="has no date"):
        event.publish(by=editor)
    event = again(event)
    event.undated = True
    event.publish(by=editor)
    assert again(event).state == "published"


def test_publishing_writes_a_version_that_says_who(editor: Any) -> None:
    event = make_event("Court speaks")
    cite(event, quotes="anomalous activity")
    event.publish(by=editor)
    version = EventVersion.objects.get(event=event)
    assert (version.number, version.by) == (1, editor)
    assert version.snapshot["headline"] == "Court speaks"
    assert version.snapshot["citations"][0]["quotes"][0]["exact"] == "anomalous activity"


def test_every_change_to_something_published_writes_a_version() -> None:
    event = make_published()
    event.headline = "Another headline"
    event.save()
    cite(event, quotes="further words")
    assert [version.number for version in event.versions.all()] == [3, 2, 1]
    assert again(event).version == 3


def test_a_save_that_changes_nothing_writes_no_version() -> None:
    event = make_published()
    event.save()
    assert event.versions.count() == 1


def test_one_change_of_many_rows_writes_one_version_and_one_revision() -> None:
    event = make_published()
    revision = event.revision
    with changing():
        event.headline = "Another headline"
        event.save()
        cite(event)
        cite(event)
    assert event.versions.count() == 2
    assert again(event).revision == revision + 1


@pytest.mark.parametrize(
    ("act", "left"),
    [
        pytest.param(lambda event, old, new: event.tags.add(new), ["new", "old"], id="added"),
        pytest.param(lambda event, old, new: event.tags.remove(old), [], id="taken away"),
        pytest.param(lambda event, old, new: event.tags.clear(), [], id="all taken away"),
        pytest.param(lambda event, old, new: new.event_set.add(event), ["new", "old"], id="added from the tag"),
        pytest.param(lambda event, old, new: old.event_set.clear(), [], id="taken away from the tag"),
    ],
)
def test_filing_a_published_event_otherwise_is_a_change(act: Any, left: list[str]) -> None:
    old, new = (Tag.objects.create(name=name, slug=name) for name in ("old", "new"))
    event = make_published(tags=["old"])
    before, site = again(event), SiteVersion.current()
    act(event, old, new)
    version = EventVersion.objects.get(event=event, number=before.version + 1)
    assert version.snapshot["tags"] == left
    assert again(event).revision == before.revision + 1
    assert SearchDocument.objects.get(event=event).names.split()[: len(left)] == left
    assert SiteVersion.current() == site + 1


def test_filing_within_a_change_is_part_of_it() -> None:
    event = make_published(tags=["old"])
    tag = Tag.objects.create(name="new", slug="new")
    with changing():
        event.headline = "Another headline"
        event.save()
        event.tags.set([tag])
    assert [version.snapshot["tags"] for version in EventVersion.objects.filter(event=event)] == [["new"], ["old"]]


def test_filing_a_draft_changes_nothing_for_readers() -> None:
    event, site = make_event(), SiteVersion.current()
    event.tags.add(Tag.objects.create(name="new", slug="new"))
    assert SiteVersion.current() == site


def test_a_corrected_source_writes_versions_of_the_events_that_cite_it() -> None:
    source = make_source(publisher="Misspelt")
    event = make_published(source=source)
    source.publisher = "Spelt right"
    source.save()
    assert event.versions.first().snapshot["citations"][0]["source"]["publisher"] == "Spelt right"


def test_publishing_again_writes_a_version_of_the_same_content(editor: Any) -> None:
    event = make_published()
    event.withdraw(by=editor, reason="Checked again.")
    event.publish(by=editor)
    assert [version.number for version in event.versions.all()] == [2, 1]
    first, second = (version.snapshot for version in event.versions.all())
    assert first == second


def test_an_instance_fetched_earlier_writes_back_nothing_that_was_settled_since() -> None:
    event = make_published()
    earlier = again(event)
    event.headline = "Changed since"
    event.save()
    earlier.place = "Elsewhere"
    earlier.save()
    assert (again(event).version, event.versions.count()) == (3, 3)


def test_a_verb_on_an_instance_fetched_earlier_sees_what_was_decided_since(editor: Any) -> None:
    event = make_event(state="proposed")
    earlier = again(event)
    event.dismiss(by=editor)
    with pytest.raises(ValidationError, match="is dismissed"):
        earlier.accept(by=editor)
    assert again(event).state == "dismissed"


def test_a_draft_has_no_versions() -> None:
    event = make_event()
    event.headline = "Another"
    event.save()
    assert event.versions.count() == 0


def test_the_last_supporting_citation_of_a_published_event_stays() -> None:
    event = make_published()
    with pytest.raises(ValidationError, match="supporting citation"):
        event.citations.get().delete()
    assert event.citations.count() == 1


def test_the_last_supporting_citation_cannot_turn_into_a_disputing_one() -> None:
    citation = make_published().citations.get()
    citation.stance = "disputes"
    with pytest.raises(ValidationError, match="supporting citation"):
        citation.save()
    assert Citation.objects.get().stance == "supports"


def test_the_last_supporting_citation_cannot_move_to_another_event() -> None:
    event, other = make_published(), make_event()
    citation = event.citations.get()
    citation.event = other
    with pytest.raises(ValidationError, match="supporting citation"):
        citation.save()
    assert event.citations.count() == 1


def test_a_cited_source_cannot_be_deleted() -> None:
    event = make_event()
    citation = cite(event)
    with pytest.raises(ProtectedError):
        citation.source.delete()
    assert Source.objects.filter(pk=citation.source_id).exists()


# --- The other verbs ---


def test_withdrawing_needs_a_reason(editor: Any) -> None:
    event = make_published()
    with pytest.raises(ValidationError, match="why it is withdrawn"):
        event.withdraw(by=editor, reason=" ")
    event.withdraw(by=editor, reason="The report was retracted.")
    assert again(event).withdrawn_reason == "The report was retracted."


@pytest.mark.parametrize(
    ("state", "verb"),
    [
        pytest.param("draft", "accept", id="a draft is accepted already"),
        pytest.param("draft", "dismiss", id="a draft is not dismissed"),
        pytest.param("dismissed", "publish", id="what was dismissed is not published"),
    ],
)
def test_a_verb_out_of_place_is_refused_with_a_sentence(state: str, verb: str, editor: Any) -> None:
    event = make_event(state=state)
    with pytest.raises(ValidationError, match="this can be done only with"):
        getattr(event, verb)(by=editor)
    assert again(event).state == state


def test_history_says_who_changed_what(editor: Any) -> None:
    event = make_event("First")
    event._history_user = editor
    event.headline = "Second"
    event.save()
    latest, first = event.history.all()
    assert (latest.headline, latest.history_user) == ("Second", editor)
    assert first.headline == "First"


# --- What the database itself refuses ---


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"state": "unheard-of"}, id="unknown state"),
        pytest.param({"part": "dusk"}, id="unknown part"),
        pytest.param({"state": "withdrawn", "withdrawn_reason": ""}, id="withdrawn without a reason"),
        pytest.param({"state": "merged"}, id="merged into nothing"),
        pytest.param({"headline": ""}, id="no headline"),
        pytest.param({"latest": -(10**15)}, id="latest before earliest"),
    ],
)
def test_the_database_holds_what_the_code_assumes(values: dict[str, Any]) -> None:
    event = make_event()
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**values)


def test_an_import_ref_is_used_once() -> None:
    make_event(import_ref="one")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_event(import_ref="one")


def test_a_citation_is_of_an_event_or_a_link_and_never_of_both() -> None:
    first, second = make_event(), make_event()
    joined = link(first, "led-to", second)
    with pytest.raises(IntegrityError), transaction.atomic():
        Citation(source=make_source(), event=first, link=joined).save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Citation(source=make_source()).save()


def test_a_link_joins_two_different_events() -> None:
    event = make_event()
    with pytest.raises(IntegrityError), transaction.atomic():
        Link(from_event=event, to_event=event, kind="same-as").save()


# --- Questions ---


def test_order_is_by_position_then_by_hand_then_the_coarser_first() -> None:
    day = make_event("day", date="2023-01-01")
    year = make_event("year", date="2023")
    first = make_event("by hand", date="2023-01-01", order=-1)
    undated = make_event("undated", date="")
    late = make_event("late", date="2023-01", part="end")
    assert list(Event.objects.all().in_order()) == [first, year, day, late, undated]


@pytest.mark.parametrize(
    ("date", "found"),
    [
        pytest.param("2023-09-14", True, id="inside"),
        pytest.param("2023-09", True, id="around"),
        pytest.param("2023-09-17", True, id="at its end"),
        pytest.param("2023-09-18", False, id="the day after"),
        pytest.param("2023-06/..", True, id="open at the end"),
        pytest.param("../2023-09-10", False, id="open at the start, over before"),
    ],
)
def test_overlapping_compares_bounds(date: str, found: bool) -> None:
    make_event(date="[2023-09-11..2023-09-17]")
    value = EDTF.parse(date)
    assert Event.objects.all().overlapping(value.earliest, value.latest).exists() is found


def test_known_is_the_first_publication_of_a_supporting_source() -> None:
    event = make_event()
    cite(event, make_source(published="2023-09-19"), stance="disputes")
    cite(event, make_source(published="2023-10"))
    cite(event, make_source(published="2023-09-25"))
    cite(event, make_source(published=""))
    assert again(event).known == EDTF.parse("2023-09-25").latest


def test_an_event_of_undated_sources_is_never_known() -> None:
    event = make_event()
    cite(event, make_source(published=""))
    assert not Event.objects.all().known_on(2**62).filter(pk=event.pk).exists()


def test_a_link_is_worded_from_both_ends() -> None:
    joined = link(make_event(), "led-to", make_event())
    assert (joined.get_kind_display(), joined.inverse) == ("led to", "follows from")


def test_every_kind_of_link_has_an_inverse() -> None:
    assert set(Link.INVERSE) == set(Link.Kind)


def test_a_link_is_public_only_when_both_ends_are() -> None:
    link(make_published(), "led-to", make_event())
    both = link(make_published(), "led-to", make_published())
    assert list(Link.objects.published()) == [both]


# --- Incidents ---


def test_a_changed_slug_is_remembered_until_it_is_taken_again() -> None:
    incident = make_incident(slug="before", published=True)
    incident.slug = "after"
    incident.save()
    assert list(OldSlug.objects.values_list("slug", "incident")) == [("before", incident.pk)]
    incident.slug = "before"
    incident.save()
    assert list(OldSlug.objects.values_list("slug", flat=True)) == ["after"]


def test_an_address_that_was_never_public_is_not_remembered() -> None:
    incident = make_incident(slug="working-title")
    incident.slug = "title"
    incident.save()
    assert not OldSlug.objects.exists()


def test_a_draft_changes_nothing_that_a_reader_could_notice() -> None:
    before = SiteVersion.current()
    incident = make_incident()
    event = make_event(incident=incident)
    cite(event, quotes="words")
    assert SiteVersion.current() == before


@pytest.mark.parametrize("change", ["event", "source", "incident", "quote", "withdraw", "unlink"])
def test_whatever_a_reader_sees_bumps_the_site_version(change: str) -> None:
    incident = make_incident(published=True)
    source = make_source()
    event = make_published(incident=incident, source=source, quotes="words")
    other = make_published(incident=incident)
    joined = link(event, "led-to", other)
    before = SiteVersion.current()
    match change:
        case "event":
            event.headline = "Another"
            event.save()
        case "source":
            source.title = "Another"
            source.save()
        case "incident":
            Incident.objects.get(pk=incident.pk).save()
        case "quote":
            quote = event.citations.get().quotes.get()
            quote.exact = "other words"
            quote.save()
        case "withdraw":
            event.withdraw(by=None, reason="Wrong.")
        case "unlink":
            joined.delete()
    assert SiteVersion.current() > before


def test_a_source_that_a_link_is_cited_by_is_part_of_what_both_ends_tell() -> None:
    first, second = make_published(), make_published()
    joined = link(first, "led-to", second)
    cite(joined, make_source())
    assert [again(first).version, again(second).version] == [3, 3]
    assert first.versions.first().snapshot["links"][0]["event"] == second.public_id


def test_a_sources_new_date_changes_when_its_events_became_known() -> None:
    source = make_source(published="2023-09-19")
    event = make_published(source=source)
    source.published = "2023-09-21"
    source.save()
    assert again(event).known == EDTF.parse("2023-09-21").latest


def test_a_draft_incident_cannot_be_withdrawn(editor: Any) -> None:
    with pytest.raises(ValidationError, match="not public"):
        make_incident().withdraw(by=editor, reason="Because.")


def test_an_address_that_links_to_another_incident_lead_by_is_refused() -> None:
    moved = make_incident(slug="before", published=True)
    moved.slug = "after"
    moved.save()
    with pytest.raises(ValidationError, match="which it had before"):
        Incident(title="New", slug="before").full_clean()
    assert OldSlug.objects.get(slug="before").incident == moved


# --- Copies ---


def test_copies_of_copies_are_copies_of_the_first() -> None:
    first, second, third = make_source("1"), make_source("2"), make_source("3")
    third.copy_of, third.copy_state = second, "confirmed"
    third.save()
    second.copy_of, second.copy_state = first, "confirmed"
    second.save()
    assert {source.origin_id for source in Source.objects.all()} == {first.pk}


def test_two_sources_are_not_copies_of_each_other() -> None:
    first, second = make_source("1"), make_source("2")
    second.copy_of, second.copy_state = first, "confirmed"
    second.save()
    first.copy_of, first.copy_state = second, "confirmed"
    with pytest.raises(ValidationError, match="itself a copy"):
        first.full_clean()
    with pytest.raises(ValidationError, match="itself a copy"):
        first.save()


def test_taking_a_text_down_takes_what_imports_made_of_it_and_leaves_what_is_written(incident: Incident) -> None:
    text = "Last week, engineers detected it.\n\nLast year, the police arrested a man."
    outcome = import_report(with_source(read_text(text), title="T", published="2023-09-19"), incident)
    kept, dismissed = Event.objects.order_by("pk")
    kept.accept(by=None)
    dismissed.dismiss(by=None)
    outcome.source.captures.get().take_down()
    assert kept.citations.get().quotes.count() == 1
    assert dismissed.citations.get().quotes.count() == 0
    assert all(row.draft == {} for row in outcome.batch.rows.all())
