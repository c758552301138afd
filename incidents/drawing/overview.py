"""The overview of a timeline: every event a mark while there are few, how much happens when where there are many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..temporal.edtf import EDTF, Form
from .axis import ticks
from .density import Counted, density
from .marks import Happening, bounded, mark_of, rows_of
from .scale import Scale, Span, even_scale, scale_of
from .svg import Field, Picture, drawn

MOST_MARKS = 240
MOST_ROWS = 8
MOST_LANES = 8  # and one for the rest
FEWEST = 2  # one event is no picture
NARROW, WIDE = 340, 860  # pixels of a strip: on a phone, and from the width at which the page has two columns


@dataclass(frozen=True, slots=True)
class Lane:
    """Events told in a strip of their own: each one by one, or, where they are many, counted."""

    label: str
    happenings: Sequence[Happening] = ()
    counted: Sequence[Counted] = ()
    address: str = ""

    def spans(self) -> Iterable[Span]:
        yield from (span for one in self.happenings if (span := bounded(one.date)))
        yield from (span for one in self.counted if (span := one.bounded))

    def __len__(self) -> int:
        return len(self.happenings) + sum(one.number for one in self.counted)


@dataclass(frozen=True, slots=True)
class Overview:
    """A drawn timeline, and the scale that it was drawn to."""

    svg: str
    scale: Scale


def overview(
    lanes: Sequence[Lane], language: str, silence: Callable[[int], str], *, within: Span | None = None
) -> Overview | None:
    """Draw lanes to one scale: that of all they tell, or of the seconds `within`; None for less than two events.

    `silence` says in words how long a folded silence lasts, given in seconds.
    """
    lanes = [lane for lane in lanes if any(lane.spans())]
    if sum(map(len, lanes)) < FEWEST:
        return None
    scale = even_scale(*within) if within else scale_of(span for lane in lanes for span in lane.spans())
    fields = [field_of(lane, scale) for lane in lanes]
    picture = Picture(
        fields,
        scale,
        narrow=ticks(scale, language, NARROW),
        wide=ticks(scale, language, WIDE),
        silences=[silence(fold.end - fold.start) for fold in scale.folds],
    )
    return Overview(drawn(picture), scale)


def field_of(lane: Lane, scale: Scale) -> Field:
    """Place the events of a lane in rows; count them where the rows would be too many."""
    if not lane.counted and len(lane.happenings) <= MOST_MARKS:
        shown = [one for one in lane.happenings if bounded(one.date) and reaches(one.date, scale)]
        timed = any(one.date.form is Form.DATETIME for one in shown)
        rows = rows_of([mark_of(one, scale, beside_times=timed) for one in shown])
        if len(rows) <= MOST_ROWS:
            return Field(lane.label, lane.address, rows=rows)
    counted = [*lane.counted, *(Counted(one.date.earliest, one.date.latest) for one in lane.happenings)]
    return Field(lane.label, lane.address, density=density((one for one in counted if reaches(one, scale)), scale))


def reaches(bounds: EDTF | Counted, scale: Scale) -> bool:
    """Whether any of it lies on the scale."""
    return bounds.latest >= scale.start and bounds.earliest <= scale.end
