"""Paragraphs of a plain text, whether set off by empty lines, one a line, or wrapped at a margin."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENDS_A_SENTENCE = re.compile(r"[.!?…:][\"”’'»)\]]*$")


def paragraph_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Give the spans of the paragraphs of a clean text, blanks at their ends left out."""
    return tuple(span for start, end in _blocks(text) for span in _in_block(text, start, end))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Give the spans of runs of lines that are not empty."""
    start = end = position = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            start = position if end <= start else start
            end = position + len(line)
        elif end > start:
            yield start, end
            start = end
        position += len(line) + 1
    if end > start:
        yield start, end


def _in_block(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split a block of lines: a wrapped paragraph stays whole, else each line is a paragraph."""
    lines = text[start:end].split("\n")
    if _is_wrapped(lines):
        yield _stripped(text, start, end)
        return
    for line in lines:
        yield _stripped(text, start, start + len(line))
        start += len(line) + 1


def _is_wrapped(lines: list[str]) -> bool:
    """Tell lines broken at a margin: of like length, and most of them break inside a sentence."""
    inner = [line.strip() for line in lines[:-1]]
    if not inner:
        return False
    widest = max(map(len, inner))
    if not 30 <= widest <= 120:
        return False
    full = sum(len(line) > 0.65 * widest for line in inner)
    broken = sum(not _ENDS_A_SENTENCE.search(line[-8:]) for line in inner)
    going_on = sum(line.strip()[:1].islower() for line in lines[1:])
    return full >= 0.8 * len(inner) and broken >= 0.6 * len(inner) and going_on >= 0.3 * len(inner)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
