"""How much happens when, where single marks would only cover each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..temporal.edtf import MAX_SECONDS, MIN_SECONDS
from .scale import Scale, Span

COLUMNS = 160


@dataclass(frozen=True, slots=True)
class Counted:
    """So many events whose dates have these bounds, in seconds."""

    earliest: int
    latest: int
    number: int = 1

    @property
    def bounded(self) -> Span | None:
        """What they span without an open side, as bounded() has it of one date; None where nothing is left."""
        earliest = self.latest if self.earliest == MIN_SECONDS else self.earliest
        latest = self.earliest if self.latest == MAX_SECONDS else self.latest
        return None if earliest == MAX_SECONDS or latest == MIN_SECONDS else (earliest, latest)


@dataclass(frozen=True, slots=True)
class Density:
    """Events a column: those that lie in one, and in `spread` those whose dates reach over several, in fractions."""

    exact: tuple[float, ...]
    spread: tuple[float, ...]

    @property
    def most(self) -> float:
        return max((one + other for one, other in zip(self.exact, self.spread, strict=True)), default=0.0)


def density(counted: Iterable[Counted], scale: Scale) -> Density:
    """Count events into columns; one whose date reaches over several counts as much in each as is likely there."""
    of = column_on(scale)
    exact = [0.0] * COLUMNS
    changes = [0.0] * (COLUMNS + 1)  # of what is spread, from column to column
    for one in counted:
        first = 0 if one.earliest == MIN_SECONDS else of(one.earliest)
        last = COLUMNS - 1 if one.latest == MAX_SECONDS else of(one.latest)
        if first == last:
            exact[first] += one.number
        else:
            share = one.number / (last - first + 1)
            changes[first] += share
            changes[last + 1] -= share
    spread, here = [], 0.0
    for change in changes[:-1]:
        here += change
        spread.append(max(here, 0.0))
    return Density(tuple(exact), tuple(spread))


def column_on(scale: Scale) -> Callable[[int], int]:
    """Return what tells the column of a second, as column() of its place does but for a second's rounding.

    Where each column begins is worked out once, for tens of thousands of events.
    """
    begins = [scale.second(100 * number / COLUMNS) for number in range(1, COLUMNS)]
    most = column(scale.place(scale.end))
    return lambda second: min(bisect_right(begins, second), most)


def column(place: float) -> int:
    return min(int(place * COLUMNS / 100), COLUMNS - 1)
