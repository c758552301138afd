"""A card as SVG: the site's name, a title in as large a type as it has room for, what it tells, and its overview."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from ..cleaning import clean_line
from .faces import FAMILY, Face, face

WIDTH, HEIGHT = 1200, 630
MARGIN = 64
ACROSS = WIDTH - 2 * MARGIN
LONGEST = 300  # characters that are looked at of a title
SIZES = ((76, 2), (64, 3), (54, 4), (46, 5))  # of a title, each with the lines that have room
LEADING = 1.16
NAME, FACTS = 28, 32  # sizes
TOP = 126  # of the title, below the site's name and a rule
LARGEST = 2.3  # times as large as on a page, at the most, is the overview
STRIP = re.compile(r'<svg class="strip" width="100%" height="([\d.]+)"')
ISOLATED = "\u2067{}\u2069"  # right to left, whatever stands in it

# The page's light tokens, and the rules that the overview's classes have there.
STYLE = f"""
text {{ font-family: "{FAMILY}"; fill: #1b1a17 }}
.title {{ font-weight: 700 }}
.name {{ font-weight: 700 }}
.facts {{ fill: #4e4a43 }}
.rule {{ stroke: #1b1a17; stroke-width: 2 }}
.strip {{ color: #1b1a17 }}
.strip .wide {{ display: none }}
.strip text {{ fill: #4e4a43; font-size: 12.5px; text-anchor: middle }}
.strip line {{ stroke: #4e4a43 }}
.fold line {{ stroke-dasharray: 1 4; stroke-linecap: round; stroke-width: 2 }}
.mark circle, .mark .core {{ fill: currentColor }}
.mark .bounds {{ fill: currentColor; opacity: 0.3 }}
.mark line {{ stroke: currentColor }}
.mark.background {{ color: #4e4a43 }}
.mark.doubtful circle {{ fill: #fdfcf9; stroke: currentColor; stroke-width: 1.5 }}
.density .exact {{ fill: #1b1a17 }}
.density .spread {{ fill: #4e4a43; opacity: 0.55 }}
"""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card; `strip` is an overview as `drawing` makes it, or empty."""

    site: str
    title: str = ""
    facts: str = ""
    strip: str = ""


def svg(card: Card) -> str:
    """Lay a card out. What no font here can set is left out; whatever is given, it takes a bounded time."""
    return "".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"><style>{STYLE}</style>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fdfcf9"/>',
        *body(card),
        "</svg>",
    ))  # fmt: skip


def body(card: Card) -> Iterator[str]:
    bold, regular = face("bold"), face("regular")
    yield one_line(bold.settable(clean_line(card.site[:LONGEST])), bold, NAME, "name", 76)
    yield f'<line class="rule" x1="{MARGIN}" x2="{WIDTH - MARGIN}" y1="98" y2="98"/>'
    foot = float(TOP)
    title = bold.settable(clean_line(card.title[:LONGEST]))
    if title:
        size, lines = fitted(title, bold)
        for number, line in enumerate(lines):
            foot = TOP + size * (0.95 + number * LEADING)
            yield placed(line, size, "title", foot, is_right_to_left(title))
    if facts := regular.settable(clean_line(card.facts[:LONGEST])):
        foot += FACTS * 1.75
        yield one_line(facts, regular, FACTS, "facts", foot)
    if found := STRIP.search(card.strip):
        height = float(found[1])
        room = HEIGHT - MARGIN - foot - 20
        scale = min(LARGEST, room / height)
        yield (
            f'<svg x="{MARGIN}" y="{HEIGHT - MARGIN * 0.6 - height * scale:.1f}" width="{ACROSS}"'
            f' height="{height * scale:.1f}" viewBox="0 0 {ACROSS / scale:.1f} {height}">{card.strip}</svg>'
        )


def fitted(title: str, bold: Face) -> tuple[int, list[str]]:
    """Return the largest size in which a title has room, and its lines; cut short where it has in none."""
    for size, most in SIZES:
        lines = wrapped(title, bold, size)
        if len(lines) <= most:
            return size, lines
    last = lines[most - 1]
    while bold.width(f"{last}…", size) > ACROSS:
        last = last.rpartition(" ")[0] or last[:-1]
    return size, [*lines[: most - 1], f"{last}…"]


def wrapped(text: str, set_in: Face, size: int) -> list[str]:
    """Break a text into lines between words, and a word that is longer than a line wherever the line ends."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if set_in.width(joined, size) <= ACROSS:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        for character in word:
            if lines[-1] and set_in.width(lines[-1] + character, size) > ACROSS:
                lines.append("")
            lines[-1] += character
    return lines


def one_line(text: str, set_in: Face, size: int, name: str, foot: float) -> str:
    """Set a text in one line, smaller where it is too long."""
    width = set_in.width(text, size)
    return placed(text, min(size, size * ACROSS / width), name, foot, is_right_to_left(text)) if width else ""


def placed(text: str, size: float, name: str, foot: float, right_to_left: bool) -> str:
    """Place a line at the side of the card where it begins."""
    at, anchor = (WIDTH - MARGIN, "end") if right_to_left else (MARGIN, "start")
    words = escape(ISOLATED.format(text) if right_to_left else text)
    return f'<text class="{name}" x="{at}" y="{foot:.1f}" text-anchor="{anchor}" font-size="{size:g}">{words}</text>'


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of a text that has a direction is of a script that runs right to left."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"
