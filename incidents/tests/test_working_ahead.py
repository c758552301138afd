"""Events made by a second process ahead of the one that applies: the same as without it, and nothing hangs on it."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from incidents.drafts import CitationDraft, EntityDraft, EventDraft, Finding, Reading, SourceDraft
from incidents.importing import applying, begin, check_file, choose, new_batch, stage_lines
from incidents.importing.ahead import Ahead, Made, make
from incidents.importing.files import start_reading
from incidents.importing.places import Places
from incidents.models import Event, EventVersion, ImportBatch, Incident, Membership, SearchDocument, Source, Tag

from .cast import make_source
from .test_bulk_apply import draft, wire
from .test_faults import own_database, run
from .test_importing_files import AS_IT_SHOULD_BE, PLAY, WHOLE, Run

__all__ = ["own_database", "run"]
pytestmark = pytest.mark.django_db


class InHand(Ahead):
    """Makes a block as the other process does, and has it go through the same bytes, but here."""

    def __init__(self, batch: ImportBatch, size: int) -> None:
        self.batch, self.size = batch, size
        self.used: list[bool] = []

    def take(self, first: int) -> Made | None:
        made = make(self.batch, Places(self.batch), first, min(first + self.size - 1, self.batch.total))
        return Made.from_bytes(made.to_bytes()) if made.usable else None

    def note(self, *, used: bool) -> None:
        self.used.append(used)


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(applying, "ROWS_AT_ONCE", 4)
    return 4


def records() -> list[EventDraft]:
    """Return what blocks have in common, and what no event can be made of."""
    shared = CitationDraft(
        SourceDraft("All of it", "https://news.example/all", "Paper", published="2024-01-02"), disputes=True
    )
    people = (EntityDraft("Jan de Vries", "person", "mentioned"), EntityDraft("Harbour Company", "organisation"))
    made = [draft(number, tags=("cranes", f"C{'+' * (number % 3)}"), entities=people) for number in range(14)]
    made[3] = draft(3, citations=(shared, *draft(3).citations), extra=(("severity", "high"), ("n", "3")))
    made[9] = draft(9, citations=(shared, *draft(9).citations))
    made[5] = draft(5, citations=())  # stays a draft
    made[6] = draft(6, date=None)
    made[7] = draft(7, headline="Ünïcode → " + "long " * 80, language="de")
    made[10] = draft(10, date=Reading("soon", "not EDTF"))
    made[11] = draft(11, findings=(Finding("odd", offers=("leave-out",)),))
    made[12] = draft(12, import_ref=draft(13).import_ref)
    return made


def imported(incident: Incident, mode: str, ahead: bool) -> tuple[ImportBatch, list[bool]]:
    batch = new_batch(incident, name="a.csv", format_name="csv")
    start_reading(batch)
    stage_lines(batch, wire.lines(records()))
    check_file(batch)
    choose(batch, "odd", "leave-out")
    begin(batch, mode)
    in_hand = InHand(batch, applying.ROWS_AT_ONCE) if ahead else None
    while applying.apply_some(batch, in_hand):
        pass
    return batch, in_hand.used if in_hand else []


def told(batch: ImportBatch) -> list[Any]:
    """Return all that an import has left, without ids."""
    names = dict(Source.objects.values_list("public_id", "title"))

    def content(snapshot: Any) -> str:
        for cited in snapshot["citations"]:
            cited["source"]["id"] = names[cited["source"]["id"]]
        return json.dumps(snapshot, sort_keys=True)

    fields = (
        *("headline", "slug", "state", "date", "earliest", "latest", "position", "known", "body", "kind", "language"),
        *("place", "extra", "version", "revision", "import_ref", "undated"),
    )
    cited = ("source__title", "source__url_key", "source__published_latest", "stance", "order", "quotes__exact")
    cited = tuple(f"citations__{one}" for one in cited)
    roles = ("roles__entity__slug", "roles__role")
    return [
        list(batch.rows.order_by("number").values_list("number", "outcome", "findings", "event__headline")),
        list(Event.objects.order_by("headline").values_list(*fields)),
        list(Event.objects.order_by("headline", "citations__order").values_list(*cited)),
        list(Event.objects.order_by("headline", "roles__entity__name").values_list(*roles)),
        list(Event.objects.order_by("headline", "tags__slug").values_list("headline", "tags__slug")),
        [(one.event.headline, content(one.snapshot)) for one in EventVersion.objects.order_by("event__headline")],
        list(SearchDocument.objects.order_by("headline").values_list("headline", "body", "quotes", "names")),
        list(Source.objects.order_by("title").values_list("title", "publisher", "published", "url", "genre")),
        [Event.history.count(), Source.history.count(), Membership.history.count(), Tag.objects.count()],
    ]


@pytest.mark.parametrize("mode", ["published", "proposed"])
def test_what_is_made_ahead_is_what_is_made_without(incident: Incident, small_blocks: int, mode: str) -> None:
    make_source("Known before", url="https://news.example/2")
    found = []
    for ahead in (False, True):
        with transaction.atomic():
            batch, used = imported(incident, mode, ahead)
            found.append(told(batch))
            transaction.set_rollback(True)
    assert used[:4] == [True] * 4
    assert found[0] == found[1]
    outcomes = [row[1] for row in found[0][0]]
    assert {kind: outcomes.count(kind) for kind in set(outcomes)} == {"created": 11, "left-out": 1, "refused": 2}


def test_what_was_imported_before_is_not_made_ahead(incident: Incident, small_blocks: int) -> None:
    imported(incident, "published", ahead=True)
    batch, used = imported(incident, "published", ahead=True)
    assert not any(used)
    assert not batch.rows.filter(outcome="created").exists()


REAL = (
    PLAY
    + """
    from incidents.importing import ahead

    ahead.FROM = 1
    read, note, used = ahead.Ahead.read, ahead.Ahead.note, []
    ahead.Ahead.read = lambda self, count, patience=60.0: read(self, count, patience or 60.0)  # also for its start

    def noted(self, *, used):
        if used:
            done.append(self.process.pid)
            after(self.process.pid)
        note(self, used=used)

    ahead.Ahead.note, done = noted, []
    """
)


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one processor: nothing works ahead")
def test_either_process_may_be_killed_and_nothing_is_lost_or_twice(run: Run) -> None:
    killed = run(
        REAL
        + """
    def after(pid):
        print(pid, flush=True)
        bulk.write_citations = die

    batch = new_batch(incident, name="a.csv", format_name="csv")
    start_reading(batch)
    stage_lines(batch, wire.lines(drafts()))
    check_file(batch)
    begin(batch, "published")
    apply_file(batch)
    """
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert gone(int(killed.stdout))
    resumed = run(
        REAL
        + """
    applying.ROWS_AT_ONCE = 5
    after = lambda pid: os.kill(pid, signal.SIGKILL)
    batch = ImportBatch.objects.get()
    print(batch.cursor, Event.objects.count())
    apply_file(batch)
    print(bool(done))
    """
        + WHOLE
    )
    assert resumed.returncode == 0, resumed.stderr
    linked_by_fives = [line.replace("34 1 73 35", "34 1 76 35") for line in AS_IT_SHOULD_BE]
    assert resumed.stdout.splitlines() == ["20 20", "True", *linked_by_fives]


def gone(pid: int) -> bool:
    """Whether a process ends within some seconds; one that waits to be asked how it ended has."""
    for _ in range(200):
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except ProcessLookupError:
            return True
        except FileNotFoundError:  # no Linux
            pass
        time.sleep(0.05)
    return False
