"""A stored file through the limited child process: what it is, what it holds, and its drafts line by line."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from io import BufferedReader
from typing import Any, BinaryIO, cast

from ..formats import child, detect, format_named
from ..formats.base import HEAD, FormatError, Options
from ..models import ImportBatch
from .checking import check_steps
from .files import NotNow, State, StoredFile, move, start_reading
from .staging import Progress, staged_blocks


@contextmanager
def opened(batch: ImportBatch) -> Iterator[BinaryIO]:
    """Put a stored file where the child process can read it; nothing of it is left afterwards."""
    stored = BufferedReader(cast(Any, StoredFile(batch.file)), 1 << 16)
    with tempfile.TemporaryFile(prefix="dateline-import-") as copy:
        while piece := stored.read(1 << 20):
            copy.write(piece)
        copy.flush()
        copy.seek(0)
        yield copy


def options_of(batch: ImportBatch) -> Options:
    known = {one.name for one in fields(Options)}
    return Options(**{name: value for name, value in batch.options.items() if name in known})


def find_format(batch: ImportBatch) -> str:
    """Tell a file's format by its content and its name, and note it. Raises FormatError."""
    if batch.format:
        return format_named(batch.format).name
    name = detect(StoredFile(batch.file).read(HEAD) or b"", batch.name).name
    ImportBatch.objects.filter(pk=batch.pk).update(format=name)
    batch.format = name
    return name


def survey_file(batch: ImportBatch) -> None:
    """Look through a file once, and note what it holds and what its columns seem to mean. Raises FormatError."""
    with opened(batch) as file, child.run("guess", file, batch.name, batch.format, options_of(batch)) as run:
        for _item in run:
            pass
        found = run.result or {}
    batch.survey, batch.mapping = found.get("survey", {}), found.get("mapping", {})
    ImportBatch.objects.filter(pk=batch.pk).update(survey=batch.survey, mapping=batch.mapping)


def drafts_of(batch: ImportBatch, file: BinaryIO) -> Iterator[str]:
    arguments = {"mapping": batch.mapping, "survey": batch.survey}
    with child.run("lines", file, batch.name, batch.format, options_of(batch), arguments) as run:
        yield from run


def stage_steps(batch: ImportBatch) -> Iterator[tuple[int, int]]:
    """Stage a file's drafts and check them, or go on with that; what cannot be read is said on the import.

    Yields how many records are read or checked, and of how many. Raises NotNow where somebody else does it, or has
    stopped it.
    """
    if batch.state in (State.UPLOADED, State.FAILED):
        start_reading(batch)
    try:
        if batch.state == State.STAGING:
            with opened(batch) as file:
                yield from staged_blocks(batch, drafts_of(batch, file))
    except FormatError as error:
        told = {"message": str(error)[:2000], "tally": {"refused": error.said.to_json()}}
        move(batch, State.FAILED, among=(State.STAGING,), **told)
        return
    yield from check_steps(batch)


def stage_file(batch: ImportBatch, *, progress: Progress | None = None, seconds: float | None = None) -> None:
    """Stage a file's drafts and check them: see stage_steps().

    With `seconds` it may end before all are staged, and is to be called again. It then passes over what is staged, so
    that it goes on for at least as long as that took: a long file would cost more with each call.
    """
    began, until = time.monotonic(), 0.0
    for done, total in stage_steps(batch):
        if progress:
            progress(done, total)
        if seconds is None or batch.state != State.STAGING:
            continue
        now = time.monotonic()
        until = until or began + max(seconds, 2 * (now - began))
        if now >= until:
            return


__all__ = ["NotNow", "find_format", "stage_file", "stage_steps", "survey_file"]
