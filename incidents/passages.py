"""Passages of sanitised HTML, found as a reader sees them: without markup, blanks folded."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

# Sanitised HTML writes every "<" and ">" of the text and of attributes as an entity, so that these are its tags.
TOKEN = re.compile(r"<[^<>]*>|&#?\w{1,32};|[^<&]+|[<&]")
TAG_NAME = re.compile(r"</?([a-z][a-z0-9]*)")
CLOSING = frozenset(".,;:!?…)\"'”’»")
VOID = frozenset({"br", "hr"})


class ShownText:
    """The words of an HTML text, with the place in the HTML behind each character.

    A place inside a link is moved behind the link, where another link may stand.
    """

    def __init__(self, html: str) -> None:
        characters: list[str] = []
        self.places: list[int] = []
        in_link: int | None = None  # how many characters came before the link at hand
        for found in TOKEN.finditer(html):
            token, end = found[0], found.end()
            if token.startswith("<"):
                name = TAG_NAME.match(token)
                if name and name[0] == "<a":
                    in_link = len(characters)
                elif name and name[0] == "</a" and in_link is not None:
                    self.places[in_link:] = [end] * (len(characters) - in_link)
                    in_link = None
                elif name and name[1] not in ("em", "strong", "code"):
                    self._add(characters, " ", [found.start()])
            elif token.startswith("&"):
                shown = unescape(token)
                self._add(characters, shown, [end] * len(shown))
            else:
                self._add(characters, token, range(found.start() + 1, end + 1))
        self.text = "".join(characters)

    def _add(self, characters: list[str], shown: str, places: Iterable[int]) -> None:
        for character, place in zip(shown, places, strict=True):
            blank = character.isspace()
            if not (blank and characters and characters[-1] == " "):
                characters.append(" " if blank else character)
                self.places.append(place)

    def behind(self, passage: str) -> int | None:
        """Return the place in the HTML behind the first occurrence of a passage, None where it does not occur.

        What closes the sentence or the quotation there is part of it: a numeral stands behind the full stop.
        """
        words = " ".join(passage.split())
        at = self.text.find(words) if words else -1
        if at < 0:
            return None
        last = at + len(words) - 1
        while self.text[last + 1 : last + 2] in CLOSING:
            last += 1
        return self.places[last]


def words_of(html: str) -> str:
    """Return what a reader sees of an HTML text, as one line."""
    return ShownText(html).text.strip()


def insert(html: str, pieces: Iterable[tuple[int, str]]) -> str:
    """Put each piece of markup at its place; pieces of one place keep their order."""
    parts, last = [], 0
    for place, piece in sorted(pieces, key=lambda pair: pair[0]):
        parts += [html[last:place], piece]
        last = place
    return "".join([*parts, html[last:]])


def blocks(html: str) -> list[str]:
    """Part an HTML text into its outermost elements, each with the blanks before it."""
    ends = list(_block_ends(html))
    if not ends or ends[-1] < len(html):
        ends.append(len(html))
    parts = [html[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    return [part for part in parts if part.strip()]


def _block_ends(html: str) -> Iterator[int]:
    depth = 0
    for found in TOKEN.finditer(html):
        name = TAG_NAME.match(found[0])
        if not name:
            continue
        if name[1] not in VOID:
            depth += -1 if found[0].startswith("</") else 1
        if depth == 0:
            yield found.end()


def which_block(parts: Sequence[str], places: Iterable[int]) -> list[int]:
    """Tell for each place in the whole in which of its blocks it lies."""
    starts, total = [], 0
    for part in parts:
        starts.append(total)
        total += len(part)
    return [bisect_right(starts, max(0, place - 1)) - 1 for place in places]
