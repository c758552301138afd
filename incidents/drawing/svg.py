"""A drawing as SVG: no script, no style of its own. Colours and fonts are the page's, by the classes used here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from .axis import Tick
from .density import COLUMNS, Density
from .marks import Mark
from .scale import Piece, Scale

ROW = 13  # pixels from row to row
POINT = 4  # pixels: radius of a point
BAND = 8  # pixels: height of a band and of a bar
CLIMB = 56  # pixels: height of the highest column
LANE_CLIMB = 28  # pixels: the same where there are several lanes
NAME = 28  # pixels above a lane, for its name, which stands nearer to it than to the lane above
AXIS = 26  # pixels below
TOP = 4


@dataclass(frozen=True, slots=True)
class Field:
    """A lane, placed: rows of marks, or its density."""

    label: str = ""
    address: str = ""
    rows: Sequence[Sequence[Mark]] = ()
    density: Density | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    fields: Sequence[Field]
    scale: Scale
    narrow: Sequence[Tick] = ()
    wide: Sequence[Tick] = ()
    silences: Sequence[str] = field(default_factory=list)


def drawn(picture: Picture) -> str:
    """Write a picture as an SVG element that fills the width it is given."""
    body: list[str] = []
    top = float(TOP)
    climb = LANE_CLIMB if len(picture.fields) > 1 else CLIMB
    highest = max((one.density.most for one in picture.fields if one.density), default=0.0)
    for one in picture.fields:
        if one.label:
            body.append(label(one, top))
            top += NAME
        if one.density:
            body.append(columns(one.density, top, climb, highest))
            top += climb + TOP
        else:
            body.append(f'<svg class="field" y="{number(top)}" height="{len(one.rows) * ROW}" width="100%">')
            # Rows are stacked from the scale upwards.
            body.extend(shape(mark, height) for height, row in enumerate(reversed(one.rows)) for mark in row)
            body.append("</svg>")
            top += len(one.rows) * ROW
        if one is not picture.fields[-1]:  # the last one stands on the scale
            body.append(f'<line class="foot" x2="100%" y1="{number(top)}" y2="{number(top)}"/>')
    height = top + AXIS
    return "".join((
        f'<svg class="strip" width="100%" height="{number(height)}" data-pieces="{pieces(picture.scale.pieces)}">',
        *gradients(body),
        *axis(picture, top),
        *body,
        "</svg>",
    ))  # fmt: skip


# A band fades from where it is densest to the bounds of the date: where, and how opaque.
FADING = {
    "": ((0, ".12"), (0.5, ".7"), (1, ".12")),
    "start": ((0, ".75"), (0.33, ".6"), (1, ".08")),
    "mid": ((0, ".08"), (0.5, ".8"), (1, ".08")),
    "end": ((0, ".08"), (0.67, ".6"), (1, ".75")),
}


def gradient_of(part: str) -> str:
    return f"soft-{part}" if part else "soft"


def gradients(body: Sequence[str]) -> Iterator[str]:
    """Define the gradients that a drawing uses."""
    text = "".join(body)
    for part, stops in FADING.items():
        if f"url(#{gradient_of(part)})" in text:
            inner = "".join(
                f'<stop offset="{number(at)}" stop-color="currentColor" stop-opacity="{opacity}"/>'
                for at, opacity in stops
            )
            yield f'<linearGradient id="{gradient_of(part)}">{inner}</linearGradient>'


def number(value: float) -> str:
    """Write a number in as few characters as its hundredths need."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(value: float) -> str:
    return f"{number(value)}%"


def pieces(scale: Sequence[Piece]) -> str:
    """Write a scale for the page's script: start, end, left and right of each piece."""
    return ";".join(f"{one.start},{one.end},{number(one.left)},{number(one.right)}" for one in scale)


# --- Marks ----------------------------------------------------------------------------------------------------------


def shape(mark: Mark, row: int) -> str:
    """Draw one event as a link that bears its name."""
    happening = mark.happening
    middle = row * ROW + ROW / 2
    classes = ["mark"]
    if mark.doubtful:
        classes.append("doubtful")
    if happening.is_background:
        classes.append("background")
    return (
        f'<a class="{" ".join(classes)}" href="{escape(happening.address)}" data-event="{escape(happening.key)}"'
        f' tabindex="-1">'
        f"<title>{escape(happening.label)}</title>{''.join(figures(mark, middle))}</a>"
    )


def figures(mark: Mark, middle: float) -> Iterator[str]:
    if mark.points:
        if len(mark.points) > 1:
            yield (
                f'<line x1="{percent(min(mark.points))}" x2="{percent(max(mark.points))}"'
                f' y1="{number(middle)}" y2="{number(middle)}"/>'
            )
        for place in mark.points:
            yield f'<circle cx="{percent(place)}" cy="{number(middle)}" r="{POINT}"/>'
    elif mark.core:
        if mark.core != (mark.left, mark.right):
            yield bar(mark.left, mark.right, middle, "bounds")
        yield bar(*mark.core, middle, "core")
    else:
        yield bar(mark.left, mark.right, middle, "band", f' fill="url(#{gradient_of(mark.happening.part)})"')


def bar(left: float, right: float, middle: float, name: str, more: str = "") -> str:
    return (
        f'<rect class="{name}" x="{percent(left)}" width="{percent(right - left)}"'
        f' y="{number(middle - BAND / 2)}" height="{BAND}"{more}/>'
    )


# --- Density --------------------------------------------------------------------------------------------------------


def columns(found: Density, top: float, climb: int, highest: float) -> str:
    """Draw columns of a common height: what is sure below, what is spread above it, more lightly."""
    unit = climb / highest
    sure = [least_seen(one * unit) for one in found.exact]
    both = [least_seen((one + other) * unit) for one, other in zip(found.exact, found.spread, strict=True)]
    return (
        f'<svg class="density" y="{number(top)}" width="100%" height="{climb}"'
        f' viewBox="0 0 {COLUMNS} {climb}" preserveAspectRatio="none">'
        f'<path class="spread" d="{outline(both, climb)}"/><path class="exact" d="{outline(sure, climb)}"/></svg>'
    )


def least_seen(height: float) -> float:
    """Let what is there be seen, however little it is beside the rest."""
    return max(height, 1.5) if height else 0.0


def outline(heights: Sequence[float], climb: int) -> str:
    """Write columns side by side as one line along their tops, to the pixel, down to the foot where there are none."""
    written, last = [], climb
    for place, height in enumerate((*heights, 0.0)):
        top = round(climb - height)
        if top != last:
            written.append(f"H{place}V{top}")
            last = top
    return f"M0 {climb}{''.join(written)}"


# --- Around ---------------------------------------------------------------------------------------------------------


def label(one: Field, top: float) -> str:
    words = f'<text class="lane" x="0" y="{number(top + NAME - 5)}">{escape(one.label)}</text>'
    return f'<a href="{escape(one.address)}">{words}</a>' if one.address else words


def axis(picture: Picture, top: float) -> Iterator[str]:
    """Draw the scale: its line, broken at folded silences, and the names of times, for a phone and for a wide page."""
    foot = number(top + 2)
    for one in picture.scale.pieces:
        yield f'<line class="scale" x1="{percent(one.left)}" x2="{percent(one.right)}" y1="{foot}" y2="{foot}"/>'
    for fold, words in zip(picture.scale.folds, picture.silences, strict=True):
        at = percent((fold.left + fold.right) / 2)
        yield (
            f'<g class="fold"><title>{escape(words)}</title>'
            f'<line x1="{percent(fold.left)}" x2="{percent(fold.right)}" y1="{foot}" y2="{foot}"/>'
            f'<text class="wide" x="{at}" y="{number(top - 3)}">{escape(words)}</text></g>'
        )
    narrow, wide = set(picture.narrow), set(picture.wide)
    yield '<g class="axis">'
    for tick in sorted(narrow | wide, key=lambda one: (one.middle, one.name, one.place is None)):
        shown = "" if tick in narrow & wide else ' class="narrow"' if tick in narrow else ' class="wide"'
        if tick.place is not None:
            yield f'<rect{shown} x="{percent(tick.place)}" y="{foot}" width="1" height="5"/>'
        yield f'<text{shown} x="{percent(tick.middle)}" y="{number(top + 20)}">{escape(tick.name)}</text>'
    yield "</g>"
