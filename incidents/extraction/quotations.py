"""Which part of a sentence stands in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

_PAIRS = {"“": "”", "«": "»", "„": "“”", "»": "«"}
_MARK = re.compile('[“”«»„"]')


@lru_cache(maxsize=256)
def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Give the spans in quotation marks, marks included; one left open runs to the end of the text."""
    spans: list[tuple[int, int]] = []
    opened = -1
    closing = ""
    for found in _MARK.finditer(text):
        mark = found[0]
        if opened >= 0 and mark in closing:
            spans.append((opened, found.end()))
            opened = -1
        elif opened < 0 and mark in '“«„"':
            opened, closing = found.start(), _PAIRS.get(mark, '"')
    if opened >= 0:
        spans.append((opened, len(text)))
    return tuple(spans)


def is_quoted(spans: Sequence[tuple[int, int]], position: int) -> bool:
    """Tell whether a position lies inside one of the spans, which are in order."""
    at = bisect_left(spans, (position,)) - 1
    return at >= 0 and position < spans[at][1]


def balance(text: str) -> str:
    """Make a cut piece of text whole again: close a quotation that the cut left open, drop a stray mark."""
    if not _MARK.search(text):
        return _without_open_bracket(text.rstrip())
    open_at = -1
    out: list[str] = []
    closing = ""
    for char in text:
        if open_at >= 0 and char in closing:
            open_at = -1
        elif open_at < 0 and char in '“«„"':
            open_at, closing = len(out), _PAIRS.get(char, '"')
        elif open_at < 0 and char in "”»":
            continue
        out.append(char)
    if open_at >= 0:
        if open_at >= len(out) - 2:
            del out[open_at:]
        else:
            out.append(closing[0])
    return _without_open_bracket("".join(out).rstrip())


def _without_open_bracket(text: str) -> str:
    opened = text.rfind("(")
    return text[:opened].rstrip() if opened > text.rfind(")") else text
