"""A file on its way in: kept in the database piece by piece, and the states that its import goes through."""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Iterable
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..formats.base import MAX_BYTES
from ..models import ImportBatch, ImportChunk, ImportFile, ImportRow, Incident, RowFinding, raw
from .actions import ACTIONS

State = ImportBatch.State


class NotNow(ValidationError):
    """The import is in a state in which this cannot be done; another process or editor was there before."""


# --- The file --------------------------------------------------------------------------------------------------------


class StoredFile(io.RawIOBase):
    """An uploaded file, read from the database one piece at a time."""

    def __init__(self, file: ImportFile) -> None:
        self.file = file
        self.name = file.name
        self.at = 0
        self.piece = (-1, b"")  # its number and bytes

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self.at, io.SEEK_END: self.file.size}[whence]
        self.at = max(start + offset, 0)
        return self.at

    def readinto(self, buffer: Any) -> int:
        number, start = divmod(self.at, ImportChunk.PIECE)
        if self.at >= self.file.size:
            return 0
        if number != self.piece[0]:
            data = ImportChunk.objects.filter(file=self.file, number=number).values_list("data", flat=True).get()
            self.piece = (number, bytes(data))
        found = self.piece[1][start : start + len(buffer)]
        buffer[: len(found)] = found
        self.at += len(found)
        return len(found)


def pieces(data: BinaryIO) -> Iterable[bytes]:
    while piece := data.read(ImportChunk.PIECE):
        yield piece


def keep_file(batch: ImportBatch, data: BinaryIO, name: str) -> ImportFile:
    """Store a file with its import, piece by piece, so that any app server can go on with it.

    Raises ValidationError for one that is empty or too large.
    """
    digest, size = hashlib.sha256(), 0
    with transaction.atomic():
        file = ImportFile.objects.create(batch=batch, name=name[-255:], size=0, digest="")
        for number, piece in enumerate(pieces(data)):
            digest.update(piece)
            size += len(piece)
            if size > MAX_BYTES:
                raise ValidationError(
                    _("The file has more than %(most)s bytes, which is the most that is read. Split it.")
                    % {"most": f"{MAX_BYTES:,}"}
                )
            ImportChunk.objects.create(file=file, number=number, data=piece)
        if not size:
            raise ValidationError(_("The file is empty."))
        file.size, file.digest = size, digest.hexdigest()
        file.save()
        ImportBatch.objects.filter(pk=batch.pk).update(digest=file.digest)
    batch.digest = file.digest
    return file


def drop_file(batch: ImportBatch) -> None:
    """Remove the file of an import that is done or given up; its rows keep what was read."""
    ImportFile.objects.filter(batch=batch).delete()


def new_batch(incident: Incident | None, *, name: str, format_name: str, by: Any = None, **values: Any) -> ImportBatch:
    return ImportBatch.objects.create(
        incident=incident, name=name, format=format_name, by=by, state=State.UPLOADED, **values
    )


# --- Its states ------------------------------------------------------------------------------------------------------


def move(batch: ImportBatch, to: str, *, among: tuple[str, ...], **values: Any) -> None:
    """Set the state of an import, unless it is not (any more) in one of those that this starts from."""
    values |= {"state": to}
    if to == State.DONE:
        values["finished_at"] = timezone.now()
    if not ImportBatch.objects.filter(pk=batch.pk, state__in=among).update(**values):
        batch.refresh_from_db()
        raise NotNow(
            _("This import is %(state)s now; that cannot be done with it.") % {"state": batch.get_state_display()}
        )
    for name, value in values.items():
        setattr(batch, name, value)


def hold(batch: ImportBatch, **done: Any) -> None:
    """Keep the check at hand this process's own until its transaction ends; note when that was, and what is done."""
    tally = batch.tally | {"at": int(time.time())} | done
    mine = ImportBatch.objects.filter(pk=batch.pk, state=State.CHECKING, tally__run=tally["run"])
    if not mine.update(tally=tally):
        batch.refresh_from_db()
        raise NotNow(_("This import is being checked by another process, or was stopped."))
    batch.tally = tally


def start_reading(batch: ImportBatch) -> None:
    """Read the file (again) with the mapping and options that the batch has: what was staged before is dropped."""
    among = (State.UPLOADED, State.STAGING, State.CHECKING, State.STAGED, State.FAILED)
    with transaction.atomic():
        values: dict[str, Any] = {
            "items_read": 0,
            "total": 0,
            "findings": [],
            "tally": {},
            "choices": {},
            "message": "",
            "options": {name: value for name, value in batch.options.items() if name != "incidents"},
        }
        move(batch, State.STAGING, among=among, **values)
        raw.delete_where(RowFinding, "batch_id", batch.pk)
        raw.delete_where(ImportRow, "batch_id", batch.pk)


def choose(batch: ImportBatch, code: str, action: str) -> None:
    """Say what is done about all findings of a code; empty takes a choice back."""
    if action and action not in ACTIONS:
        raise ValidationError(_("There is no action “%(action)s”.") % {"action": action})
    with transaction.atomic():
        stored = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if stored.state != State.STAGED:
            raise NotNow(_("This import is %(state)s now.") % {"state": stored.get_state_display()})
        choices = {name: given for name, given in stored.choices.items() if name != code}
        if action:
            choices[code] = action
        ImportBatch.objects.filter(pk=batch.pk).update(choices=choices)
    batch.choices = choices


def begin(batch: ImportBatch, mode: str) -> None:
    """Let a checked import be applied, as what the editor has chosen. Raises NotNow, or ValidationError if it may not.

    Only what an editor has seen in a check is made; a column of a thousand names was never one of incidents.
    """
    if any(one["code"] == "too-many-incidents" for one in batch.findings):
        raise ValidationError(
            _("Its records name more new incidents than one import makes. Choose one for all of them.")
        )
    move(batch, State.APPLYING, among=(State.STAGED,), mode=ImportBatch.Mode(mode).value)


def remap(batch: ImportBatch) -> None:
    """Go back to what its columns mean; what was read with the earlier mapping is dropped when it is read again."""
    if not ImportFile.objects.filter(batch=batch).exists():
        raise NotNow(_("The file was removed when this import was given up. Give it again."))
    move(batch, State.UPLOADED, among=(State.STAGED,))


def pause(batch: ImportBatch) -> None:
    move(batch, State.PAUSED, among=(State.APPLYING,))


def go_on(batch: ImportBatch) -> None:
    """Go on with an import that was paused or stopped: where it was begun with it, else at its check.

    One that was stopped before it was checked has no file any more, and nobody has seen what it would come to.
    """
    if batch.state != State.STOPPED or batch.cursor:
        move(batch, State.APPLYING, among=(State.PAUSED, State.APPLYING, State.STOPPED))
    elif can_go_on(batch):
        move(batch, State.STAGED, among=(State.STOPPED,))
    else:
        raise NotNow(_("This import was given up before it was checked. Give the file again."))


def can_go_on(batch: ImportBatch) -> bool:
    """Whether there is more to do with an import that was paused or stopped."""
    if batch.state == State.PAUSED:
        return True
    if batch.state != State.STOPPED or "planned" not in batch.tally:
        return False
    return not batch.cursor or batch.cursor < batch.total or (batch.has_links and batch.linked < batch.total)


def stop(batch: ImportBatch) -> None:
    """End an import where it is. What was applied stays, and what was not can still be gone on with."""
    among = (State.UPLOADED, State.STAGING, State.CHECKING, State.STAGED, State.APPLYING, State.PAUSED, State.FAILED)
    move(batch, State.STOPPED, among=among)
    drop_file(batch)
