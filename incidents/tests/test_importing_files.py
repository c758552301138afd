"""A file on its way in: kept piece by piece, and taken up again wherever a process was killed."""

from __future__ import annotations

import io
import signal
import subprocess
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError

from incidents.importing import StoredFile, drop_file, files, keep_file, new_batch
from incidents.models import ImportBatch, ImportChunk, Incident

from .test_faults import own_database, run

__all__ = ["own_database", "run"]
pytestmark = pytest.mark.django_db
Run = Callable[[str], "subprocess.CompletedProcess[str]"]


# --- The file --------------------------------------------------------------------------------------------------------


@pytest.fixture
def batch(incident: Incident, monkeypatch: pytest.MonkeyPatch) -> ImportBatch:
    monkeypatch.setattr(ImportChunk, "PIECE", 10)
    return new_batch(incident, name="a.csv", format_name="csv")


def test_a_file_is_kept_in_pieces_and_read_as_one(batch: ImportBatch) -> None:
    data = bytes(range(65, 65 + 26)) * 2
    keep_file(batch, io.BytesIO(data), "a.csv")
    assert [len(chunk.data) for chunk in ImportChunk.objects.all()] == [10, 10, 10, 10, 10, 2]
    stored = io.BufferedReader(StoredFile(batch.file))  # type: ignore[arg-type]
    assert stored.read() == data
    stored.seek(-5, io.SEEK_END)
    assert stored.read(3) == data[-5:-2]
    stored.seek(8)
    assert stored.read(14) == data[8:22]
    drop_file(batch)
    assert not ImportChunk.objects.exists()


@pytest.mark.parametrize(("data", "reason"), [(b"", "empty"), (b"x" * 101, "at|most|more than 100 bytes")])
def test_what_cannot_be_kept_is_refused_and_leaves_nothing(
    batch: ImportBatch, monkeypatch: pytest.MonkeyPatch, data: bytes, reason: str
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    with pytest.raises(ValidationError, match=reason):
        keep_file(batch, io.BytesIO(data), "a.csv")
    assert not ImportChunk.objects.exists()


# --- kill -9 ---------------------------------------------------------------------------------------------------------

PLAY = """
    import os, signal, sys
    from incidents.drafts import *
    from incidents.formats import wire
    from incidents.importing import *
    from incidents.importing import applying, staging
    from incidents.importing.files import begin, start_reading
    from incidents.models import *
    from incidents.models import bulk

    staging.AT_ONCE, applying.ROWS_AT_ONCE = 10, 10

    def drafts():
        for n in range(35):
            date = f"2023-05-{1 + n % 28:02}"
            source = SourceDraft(f"Report {n}", f"https://news.example/{n // 2}", published=date)
            citation = CitationDraft(source, (QuoteDraft(f"words {n}"),), Reading(date, date))
            yield EventDraft(f"Crane {n} stood still", Reading(date, date), citations=(citation,),
                import_ref=f"{n:032x}", origin=Origin(row=n + 2), tags=("cranes",),
                links=(LinkDraft("led-to", f"{n + 1:032x}"),))

    def die(*_, **__):
        os.kill(os.getpid(), signal.SIGKILL)

    incident, _ = Incident.objects.get_or_create(slug="killed", defaults={"title": "Killed"})
"""
WHOLE = """
    print(batch.state, batch.tally["planned"], batch.rows.count())
    for model in (Event, Citation, Quote, Source, Membership):
        print(model.__name__, model._base_manager.count(), model.history.count())
    print(Link.objects.count(), Tag.objects.count(), EventVersion.objects.count(), SearchDocument.objects.count())
    print(Incident.objects.get(slug="killed").told, Event.objects.values("import_ref").distinct().count())
"""
AS_IT_SHOULD_BE = [
    "done {'created': 35} 35",
    "Event 35 35",
    "Citation 35 35",
    "Quote 35 35",
    "Source 18 18",
    "Membership 35 35",
    "34 1 73 35",  # a link that readers see makes a further version of both ends
    "35 35",
]


def test_killed_while_staging_and_while_applying_nothing_is_lost_or_twice(run: Run) -> None:
    killed = run(
        PLAY
        + """
    batch = new_batch(incident, name="a.csv", format_name="csv")
    start_reading(batch)
    stage_lines(batch, (line if n != 27 else die() for n, line in enumerate(wire.lines(drafts()))))
    """
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    killed = run(
        PLAY
        + """
    batch = ImportBatch.objects.get()
    print(batch.state, batch.total, batch.rows.count(), flush=True)
    stage_lines(batch, wire.lines(drafts()))
    check_file(batch)
    begin(batch, "published")
    apply_some(batch)
    bulk.write_citations = die
    apply_file(batch)
    """
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert killed.stdout.splitlines() == ["staging 20 20"]
    resumed = run(
        PLAY
        + """
    batch = ImportBatch.objects.get()
    print(batch.state, batch.cursor, Event.objects.count(), Source.objects.count())
    apply_file(batch)
    """
        + WHOLE
    )
    assert resumed.returncode == 0, resumed.stderr
    assert resumed.stdout.splitlines() == ["applying 10 10 5", *AS_IT_SHOULD_BE]
