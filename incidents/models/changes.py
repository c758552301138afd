"""One change, however many rows it touches: invariants, versions, search, kept pages and the site version.

Every save of a row that readers may see runs inside `changing()`. What it touched is noted, and settled once,
at the end of the outermost block and in the same transaction, so that a change is either whole or not made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from django.db import transaction

if TYPE_CHECKING:
    from .base import Recorded


class Change:
    """What one change touched, by id.

    `told` events have other content than before; `shown` events only show something that changed elsewhere; `revised`
    ones have something else that only editors see.
    """

    def __init__(self, by: Any = None) -> None:
        self.by = by
        self.told: set[int] = set()
        self.shown: set[int] = set()
        self.revised: set[int] = set()
        self.incidents: set[int] = set()
        self.published: set[int] = set()  # a publish writes a version, even of what was public before
        self.kept: Callable[[list[int]], set[int]] = lambda ids: set()  # which of them keep their version
        self.visible = False  # readers see something new that was settled as it was written

    def note(self, row: Recorded) -> None:
        self.told.update(pk for pk in row.told_events() if pk)
        self.shown.update(pk for pk in row.shown_events() if pk)
        self.revised.update(pk for pk in row.revised_events() if pk)
        self.incidents.update(pk for pk in row.shown_incidents() if pk)


Settler = Callable[[Change], None]
_openers: list[Callable[[], None]] = []
_settlers: list[Settler] = []
_current: ContextVar[Change | None] = ContextVar("change", default=None)


def settled_by(settler: Settler) -> Settler:
    """Register what brings everything that follows from a change up to date."""
    _settlers.append(settler)
    return settler


def opened_by(opener: Callable[[], None]) -> Callable[[], None]:
    """Register what the outermost block does first, in its transaction."""
    _openers.append(opener)
    return opener


@contextmanager
def changing(*, by: Any = None) -> Iterator[Change]:
    """Gather changes and settle them together.

    A block inside another joins it; the first to name who, names who. Raises ValidationError, and makes no
    change, where something published would be left without what it needs.
    """
    outer = _current.get()
    if outer is not None:
        outer.by = outer.by or by
        yield outer
        return
    change = Change(by)
    token = _current.set(change)
    try:
        with transaction.atomic():
            for opener in _openers:
                opener()
            yield change
            for settler in _settlers:
                settler(change)
    finally:
        _current.reset(token)
