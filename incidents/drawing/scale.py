"""Seconds to percent of a strip's width, and back: even, but for silences so long that they are folded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..temporal.gregorian import DAY_SECONDS

MARGIN = 1.5  # percent left free on either side, so that a mark on the first day is whole
FOLDED = 9.0  # percent that a folded silence takes up
MOST_FOLDS = 5
LEAST_PIECE = 5.0  # percent: one day between two silences still has room for its mark and its name
SILENT_SHARE = 0.25  # of all that is not folded: only what is silent for longer is worth folding
CROWDED = 0.03  # of all that is not folded: events that begin closer to each other cannot be told apart

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A time drawn evenly: from `start` to `end`, in seconds, stands from `left` to `right`, in percent."""

    start: int
    end: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Even pieces in order; between two of them lies a folded silence."""

    pieces: tuple[Piece, ...]

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    @property
    def folds(self) -> list[Piece]:
        """The silences, as the pieces that they would be."""
        return [
            Piece(before.end, after.start, before.right, after.left)
            for before, after in zip(self.pieces, self.pieces[1:], strict=False)
        ]

    def place(self, second: int) -> float:
        """Return the percent at which a second stands; what is before or after all stands at the margin."""
        if second <= self.start:
            return self.pieces[0].left
        if second >= self.end:
            return self.pieces[-1].right
        number = bisect_right(self.pieces, second, key=lambda piece: piece.start) - 1
        piece = self.pieces[number]
        if second > piece.end:
            piece = self.folds[number]
        return piece.left + (piece.right - piece.left) * (second - piece.start) / (piece.end - piece.start)

    def second(self, place: float) -> int:
        """Return the second that stands at a percent: the inverse of place(), to a second's rounding."""
        if place <= self.pieces[0].left:
            return self.start
        if place >= self.pieces[-1].right:
            return self.end
        number = bisect_right(self.pieces, place, key=lambda piece: piece.left) - 1
        piece = self.pieces[number]
        if place > piece.right:
            piece = self.folds[number]
        return piece.start + round((place - piece.left) / (piece.right - piece.left) * (piece.end - piece.start))


def scale_of(spans: Iterable[Span]) -> Scale:
    """Return the scale on which spans of seconds, each with both its bounds, are drawn. Raises ValueError for none."""
    spans = sorted(spans)
    blocks = merged(spans)
    if not blocks:
        raise ValueError("There is nothing to draw: no event has a date with both its bounds.")
    periods = split_at(blocks, long_silences(spans, blocks))
    starts = [start for start, _end in spans]
    ends = [bisect_right(starts, end) for _start, end in periods]
    return fitted(periods, [end - start for start, end in zip([0, *ends], ends, strict=False)])


def even_scale(start: int, end: int) -> Scale:
    """Return the scale of one period, without folds."""
    return fitted([(start, max(end, start + 1))], [1])


def merged(spans: Sequence[Span]) -> list[Span]:
    """Join what overlaps or lies within a day of the next, of spans in order."""
    blocks: list[Span] = []
    for start, end in spans:
        if blocks and start <= blocks[-1][1] + DAY_SECONDS:
            blocks[-1] = (blocks[-1][0], max(blocks[-1][1], end))
        else:
            blocks.append((start, end))
    return blocks


def long_silences(spans: Sequence[Span], blocks: Sequence[Span]) -> list[int]:
    """Return behind which blocks a silence is folded, so that events beside it are told apart.

    The longest first, while events would crowd each other, and while it is a large share of what is left.
    """
    closest = min((after - before for before, after in pairwise(sorted({start for start, _end in spans}))), default=0)
    gaps = sorted((before[1] - after[0], number) for number, (before, after) in enumerate(pairwise(blocks)))
    left = blocks[-1][1] - blocks[0][0]
    folded: list[int] = []
    for shorter, number in gaps[:MOST_FOLDS]:
        if closest > CROWDED * left or -shorter < SILENT_SHARE * left:
            break
        folded.append(number)
        left += shorter
    return sorted(folded)


def split_at(blocks: Sequence[Span], folded: Sequence[int]) -> list[Span]:
    periods: list[Span] = []
    first = 0
    for number in (*folded, len(blocks) - 1):
        periods.append((blocks[first][0], blocks[number][1]))
        first = number + 1
    return periods


def fitted(periods: Sequence[Span], told: Sequence[int]) -> Scale:
    """Lay periods side by side: half by their length and half by how much is told in them, none below LEAST_PIECE."""
    periods = [(start, max(end, start + 1)) for start, end in periods]
    room = 100 - 2 * MARGIN - FOLDED * (len(periods) - 1)
    spare = room - LEAST_PIECE * len(periods)
    length, events = sum(end - start for start, end in periods), sum(told)
    pieces, left = [], MARGIN
    for (start, end), number in zip(periods, told, strict=True):
        right = left + LEAST_PIECE + spare * ((end - start) / length + number / events) / 2
        pieces.append(Piece(start, end, left, right))
        left = right + FOLDED
    return Scale(tuple(pieces))
