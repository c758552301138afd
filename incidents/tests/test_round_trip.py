"""Our own JSON, out of one site and into an empty one: the same bytes come out again, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidents.cleaning import clean_line, clean_text
from incidents.formats import format_named
from incidents.models import (
    Capture,
    Citation,
    Entity,
    EntityAlias,
    Event,
    EventEntry,
    EventTranslation,
    EventVersion,
    Incident,
    IncidentTranslation,
    Membership,
    Quote,
    Source,
    Tag,
    changing,
)
from incidents.tests.cast import cite, give_role, link, make_event, make_incident, make_published, make_source

pytestmark = pytest.mark.django_db
NAMES = ("dateline", "dateline-lines")
KEPT = {"ContentType", "Permission", "User", "Group"}


def exported(name: str = "dateline") -> bytes:
    from incidents import exporting

    return b"".join(format_named(name).write(exporting.drafts()))


def emptied() -> None:
    """Remove every row that the app keeps; ids count on, as in another site's database."""
    tables = [model._meta.db_table for model in apps.get_app_config("incidents").get_models(include_auto_created=True)]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        else:
            with connection.constraint_checks_disabled():
                cursor.execute("PRAGMA defer_foreign_keys = ON")
                for table in tables:
                    cursor.execute(f"DELETE FROM {table}")


def brought_in(folder: Path, data: bytes, name: str = "dateline") -> str:
    file = folder / f"site{'.json' if name == 'dateline' else '.jsonl'}"
    file.write_bytes(data)
    out = StringIO()
    call_command("import_events", str(file), "--as", "published", stdout=out)
    return out.getvalue()


def there_and_back(folder: Path, name: str = "dateline") -> tuple[bytes, bytes]:
    before = exported(name)
    emptied()
    assert not Event.objects.exists()
    brought_in(folder, before, name)
    return before, exported(name)


@pytest.fixture
def rich(incident: Incident) -> Incident:
    """A site with everything that our JSON can say, and with what only looks alike."""
    other = make_incident(
        "Strike at the port", slug="strike", summary="What *happened*.", language="de", published=True
    )
    make_incident("Without events", slug="empty", published=True)
    make_incident("A draft of one", slug="hidden")
    first = make_source("Port reports", publisher="", credit="AP", url="https://a.example/1", authors="A;B ; C")
    with changing():
        copy = make_source("Port reports again", url="https://b.example/1", copy_of=first, copy_state="confirmed")
    twins = [make_source("The same words", publisher="P", url="", published="2023") for _ in range(2)]
    undated = make_source("No date", url="https://c.example/?a=1&b=2", published="", genre="narrative", language="")
    board = Entity.objects.create(name="Board", slug="the-board", kind="organisation", description="Runs it.")
    namesake = Entity.objects.create(name="Board", slug="board-2", kind="organisation", description="Another.")
    place = Entity.objects.create(name="Board", slug="board-island", kind="place")
    for name, language in (("HB", "en"), ("Hafenrat", "de"), ("Ärger", "")):
        EntityAlias.objects.create(entity=board, name=name, language=language)
    events = []
    for number, source in enumerate((copy, *twins, undated, first)):
        with changing():
            event = make_event(
                f"Happening {number}",
                date="2023-09-19" if number < 3 else "",
                undated=number == 3,
                incident=incident if number else other,
                role="background" if number == 1 else "",
                body="A *text*\nof lines.",
                order=-number,
                place="Quay 3",
                kind="disclosed",
                language="nl",
            )
            if number == 4:
                event.date, event.part, event.undated = "[2023-09-11..2023-09-17]", "end", True
                event.save()
                Membership(incident=other, event=event, role="background").save()
            cited = cite(event, source, ["said “so”", "and\nso"], order=number, locator="p. 3")
            cite(
                event,
                first,
                stance="disputes",
                about="date",
                date_words="on Tuesday",
                date="2023-09-19",
                date_part="mid",
            )
            cite(
                event,
                first,
                about="passage",
                passage="of lines",
                date_reference="2023-09-20",
                date_rule="weekday",
                date="2023",
            )
            event.publish(by=None)
        events.append(Event.objects.get(pk=event.pk))
        quote = Quote.objects.filter(citation=cited).order_by("pk").first()
        quote.capture = Capture.objects.create(
            source=source, text="private", text_hash=f"{number}", archived_url=f"https://archive.example/{number}"
        )
        quote.save()
    for name, slug in (("C", "c"), ("C++", "c-2"), ("Port outage", "port-outage"), ("port-outage", "other")):
        events[0].tags.add(Tag.objects.create(name=name, slug=slug))
    events[0].save()
    give_role(events[0], namesake, "actor")
    give_role(events[0], board, "target")
    give_role(events[1], place, "place")
    give_role(events[1], board)
    joined = link(events[2], "led-to", events[0])
    cite(joined, make_source("Only of the link", url="https://link.example/"), "led to it")
    cite(joined, undated, stance="disputes")
    link(events[2], "contradicts", events[1])
    link(events[0], "same-as", events[4])
    for _ in range(2):
        events[1].headline += " again"
        events[1].save()
    Event.objects.filter(pk=events[2].pk).update(
        first_published_at="2020-01-01T10:00:00Z", changed_at="2021-01-01T00:00:00Z"
    )
    make_event("A draft", incident=incident)
    for number, (event, language) in enumerate(((events[0], "es"), (events[0], "pt-BR"), (events[2], "fr"))):
        made = EventTranslation(event=event, language=language, headline=f"Título {number}", body="*Texto*\nde líneas.")
        if number:
            made.made_from_present()
        made.publish(by=None)
    IncidentTranslation(incident=other, language="en", title="The strike", summary="A *draft*.").save()
    IncidentTranslation(incident=other, language="es", title="La huelga", summary="Lo que *pasó*.").publish(by=None)
    EventTranslation(event=events[3], language="es", headline="Un borrador").save()
    return incident


@pytest.mark.parametrize("name", NAMES)
def test_everything_comes_back_byte_for_byte(tmp_path: Path, rich: Incident, name: str):
    before, after = there_and_back(tmp_path, name)
    assert after.decode() == before.decode()


def test_rows_come_back_with_what_readers_never_see_of_them(tmp_path: Path, rich: Incident):
    versions = dict(Event.objects.published().values_list("public_id", "version"))
    there_and_back(tmp_path)
    assert dict(Event.objects.published().values_list("public_id", "version")) == versions
    assert list(EventVersion.objects.values_list("event__public_id", "number").order_by("pk").distinct()) == sorted(
        versions.items(), key=lambda one: EventVersion.objects.get(event__public_id=one[0]).pk
    )
    assert Source.objects.get(url="https://b.example/1").copy_state == "confirmed"
    assert sorted(EntityAlias.objects.values_list("name", flat=True)) == ["HB", "Hafenrat", "Ärger"]
    assert Citation.objects.filter(link__isnull=False).count() == 2
    assert set(Capture.objects.values_list("text", flat=True)) == {""}
    assert Incident.objects.get(slug="strike").told == 2
    assert IncidentTranslation.objects.get().title == "La huelga"
    assert set(EventTranslation.objects.values_list("language", "state")) == {
        *(("es", "published"), ("pt-BR", "published"), ("fr", "published")),
    }


def test_second_import_of_the_same_changes_nothing(tmp_path: Path, rich: Incident):
    before, _after = there_and_back(tmp_path)
    models = (Event, Source, Citation, Quote, Capture, EventVersion, Tag, Entity, EventTranslation, IncidentTranslation)
    counts = [model.objects.count() for model in models]
    said = brought_in(tmp_path, before)
    assert "Done: 5 already there." in said
    assert exported() == before
    assert counts == [model.objects.count() for model in models]


def test_changed_translation_replaces_what_the_file_said_before_and_no_editors_words(tmp_path: Path, announced: Event):
    for language, headline in (("es", "Antes"), ("fr", "Avant"), ("de", "Vorher")):
        made = EventTranslation(event=announced, language=language, headline=headline, body="Text")
        made.publish(by=None)
    data = exported()
    emptied()
    brought_in(tmp_path, data)
    edited = EventTranslation.objects.get(language="fr")
    edited.headline = "Corrigé"
    edited.save()
    EventTranslation.objects.get(language="de").delete()
    data = data.replace(b"Antes", "Después".encode()).replace(b"Avant", "Après".encode())
    brought_in(tmp_path, data)
    told = dict(EventTranslation.objects.values_list("language", "headline"))
    assert told == {"es": "Después", "fr": "Corrigé"}
    brought_in(tmp_path, data)
    assert dict(EventTranslation.objects.values_list("language", "headline")) == told


def test_what_another_site_says_is_not_believed_of_the_future_or_of_ids(tmp_path: Path, announced: Event):
    data = exported()
    data = data.replace(announced.public_id.encode(), b"../../../a")
    year = str(announced.first_published_at.year).encode()
    data = data.replace(b'"published":"' + year, b'"published":"2999').replace(
        b'"changed":"' + year, b'"changed":"2999'
    )
    emptied()
    brought_in(tmp_path, data)
    event = Event.objects.get()
    assert event.public_id.isalnum()
    assert event.first_published_at.year < 2999 > event.changed_at.year


def test_taken_id_is_left_to_whose_it_is(tmp_path: Path, announced: Event):
    data = exported()
    emptied()
    other = make_published("Somebody else’s", public_id=announced.public_id)
    brought_in(tmp_path, data)
    assert Event.objects.get(public_id=announced.public_id) == other
    assert Event.objects.published().count() == 2


def test_demo_comes_back_byte_for_byte(tmp_path: Path):
    call_command("demo", stdout=StringIO())
    before, after = there_and_back(tmp_path)
    assert after.decode() == before.decode()
    assert EventEntry.objects.exists()


# --- Hostile text -----------------------------------------------------------------------------------------------------

WORDS = st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(
    ["</script>", "=1+1", "a\tb", "\\u0000", '"', "\u202eabc", "a;b", "a\n\n b", "C++", "'; DROP", "\u2028x", "😀" * 5]
)
LINES = WORDS.map(lambda text: clean_line(text)[:80]).filter(bool)
PROSE = WORDS.map(clean_text)


@given(lines=st.lists(LINES, min_size=8, max_size=8, unique_by=str.casefold), prose=PROSE)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_hostile_text_comes_back_byte_for_byte(tmp_path: Path, lines: list[str], prose: str):
    with undone():
        emptied()
        place = make_incident(lines[0], slug="it", summary=prose, published=True)
        entity = Entity.objects.create(name=lines[1], slug="someone", kind="person", description=lines[2])
        EntityAlias.objects.create(entity=entity, name=lines[3], language="")
        source = make_source(lines[4], publisher=lines[5], authors=lines[6], url="", credit=lines[7])
        with changing():
            event = make_event(lines[2], body=prose, place=lines[3], incident=place)
            event.tags.add(*(Tag.objects.create(name=name, slug=f"tag-{n}") for n, name in enumerate(lines[:4])))
            give_role(event, entity, "actor")
            cite(
                event,
                source,
                [lines[0], lines[5]],
                about="passage",
                passage=lines[1],
                locator=lines[6],
                date_words=lines[7],
            )
            event.publish(by=None)
        before, after = there_and_back(tmp_path)
        assert after.decode() == before.decode()


def undone() -> Any:
    """A block whose changes are taken back."""
    from contextlib import contextmanager

    @contextmanager
    def block() -> Iterator[None]:
        with transaction.atomic():
            point = transaction.savepoint()
            try:
                yield
            finally:
                transaction.savepoint_rollback(point)

    return block()
