"""What one event looks like on a strip: a point for a day, a bar for what lasts, a fading band where much is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..temporal.edtf import EDTF, MAX_SECONDS, MIN_SECONDS, Form, Precision, narrow
from .scale import Scale, Span

HALF_POINT = 1.3  # percent: half a point on a phone, so that points on one row do not touch there
NARROWEST = 1.6  # percent that a band or a bar has at the least
WIDE_DAY = 15.0  # percent: among times of day, a date without one is a band where a day is wider than this
POINTLIKE = frozenset({Precision.SECOND, Precision.MINUTE, Precision.HOUR, Precision.DAY})


@dataclass(frozen=True, slots=True)
class Happening:
    """An event to be drawn: its date, where its mark leads, and what it is called."""

    key: str
    address: str
    label: str
    date: EDTF
    part: str = ""
    is_background: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an event stands on a strip, in percent.

    `left` to `right` is all that its date can mean. `core` is what certainly belongs to it; `points` are its days;
    without either it is a band, densest from `peak[0]` to `peak[1]`.
    """

    happening: Happening
    left: float
    right: float
    points: tuple[float, ...] = ()
    core: tuple[float, float] | None = None
    peak: tuple[float, float] | None = None

    @property
    def doubtful(self) -> bool:
        """Whether the source's words, or their reading, are marked as uncertain or approximate."""
        return self.happening.date.uncertain or self.happening.date.approximate

    @property
    def extent(self) -> tuple[float, float]:
        """What it takes up on its row."""
        starts = [self.left, *(place - HALF_POINT for place in self.points)]
        return min(starts), max([self.right, *(place + HALF_POINT for place in self.points)])


def bounded(date: EDTF) -> Span | None:
    """Return the seconds that a date spans, without an open or a clamped side; None where nothing is left."""
    earliest, latest = date.earliest, date.latest
    if earliest == MIN_SECONDS:
        earliest = date.end.earliest if date.end else latest
    if latest == MAX_SECONDS:
        latest = date.start.latest if date.start else earliest
    return None if earliest == MIN_SECONDS or latest == MAX_SECONDS else (earliest, latest)


def mark_of(happening: Happening, scale: Scale, *, beside_times: bool = False) -> Mark:
    """Place an event on a scale; `beside_times` says that times of day are told on it, too."""
    date = happening.date
    left, right = scale.place(date.earliest), scale.place(date.latest)
    if date.earliest == MIN_SECONDS:
        left = 0.0
    if date.latest == MAX_SECONDS:
        right = 100.0
    if date.form is Form.ALL_OF and all(is_pointlike(one) for one in date.members):
        return Mark(happening, left, right, points=tuple(middle(one, scale) for one in date.members))
    if is_pointlike(date) and not (beside_times and right - left > WIDE_DAY):
        return Mark(happening, left, right, points=(middle(date, scale),))
    left, right = widened(left, right)
    if date.form is Form.INTERVAL:
        return Mark(happening, left, right, core=core_of(date, scale, left, right))
    first, last = narrow(date, happening.part)
    return Mark(happening, left, right, peak=(scale.place(first), scale.place(last)))


def is_pointlike(date: EDTF) -> bool:
    """Whether a date is one day, or a moment of it."""
    return date.form in (Form.DATE, Form.DATETIME) and date.precision in POINTLIKE and not date.unspecified


def middle(date: EDTF, scale: Scale) -> float:
    return scale.place((date.earliest + date.latest) // 2)


def widened(left: float, right: float) -> tuple[float, float]:
    """Give what is too narrow to be seen its least width, around its middle."""
    if right - left >= NARROWEST:
        return left, right
    at = (left + right) / 2
    return at - NARROWEST / 2, at + NARROWEST / 2


def core_of(date: EDTF, scale: Scale, left: float, right: float) -> tuple[float, float] | None:
    """Return from where to where an interval certainly lasts; None where its two ends may meet."""
    begins = scale.place(date.start.latest) if date.start else left
    ends = scale.place(date.end.earliest) if date.end else right
    if date.start and is_pointlike(date.start):
        begins = left
    if date.end and is_pointlike(date.end):
        ends = right
    return (max(begins, left), min(ends, right)) if begins < ends else None


def rows_of(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Stack marks so that none meets another: each on the lowest row that is free, from the first on."""
    rows: list[list[Mark]] = []
    taken: list[float] = []
    for mark in sorted(marks, key=lambda one: one.extent):
        start, end = mark.extent
        row = next((number for number, until in enumerate(taken) if until <= start), len(rows))
        if row == len(rows):
            rows.append([])
            taken.append(end)
        rows[row].append(mark)
        taken[row] = end
    return rows
