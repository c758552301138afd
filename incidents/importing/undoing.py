"""What an import made, taken back: the proposals and drafts that nobody has touched since. A later run makes them anew.

To dismiss them would be another thing: what was dismissed never comes back.
"""

from __future__ import annotations

import time
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from ..models import Event, ImportBatch, ImportRow, changing, raw
from .files import NotNow

AT_ONCE = 100  # events in a transaction
State, Outcome = ImportBatch.State, ImportRow.Outcome
ENDED = (State.PAUSED, State.STOPPED, State.DONE)
AS_MADE = 2  # revision of an event as an import writes it


def made_by(batch: ImportBatch) -> QuerySet[ImportRow]:
    return ImportRow.objects.filter(batch=batch, outcome=Outcome.CREATED, event__isnull=False)


def untouched(batch: ImportBatch) -> QuerySet[ImportRow]:
    """Return the rows whose events are as this import made them, and were never public."""
    as_made = Q(event__revision=AS_MADE)
    if batch.finished_at:  # the links between them are made last
        as_made |= Q(event__updated_at__lte=batch.finished_at)
    open_ones = made_by(batch).filter(event__state__in=(Event.State.PROPOSED, Event.State.DRAFT))
    return open_ones.filter(as_made, event__first_published_at=None, event__merged=None)


def take_back(batch: ImportBatch, *, by: Any, seconds: float) -> bool:
    """Delete the next of them, for about so long; return whether more are left. Safe to be broken off and repeated."""
    if batch.state not in ENDED:
        raise NotNow(_("This import is %(state)s now.") % {"state": batch.get_state_display()})
    until = time.monotonic() + seconds
    while rows := list(untouched(batch).order_by("number").values_list("pk", "event_id")[:AT_ONCE]):
        left_out = [(Outcome.LEFT_OUT.value, None, row) for row, _event in rows]
        with changing(by=by):
            Event.objects.filter(pk__in=[event for _row, event in rows]).delete()
            raw.update(ImportRow, ["outcome", "event_id"], left_out)
        if time.monotonic() >= until:
            return True
    return False
