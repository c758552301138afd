"""Propose whether a text reports (its dates count from its day) or tells history (its dates follow each other)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from .tagger import tag

SAMPLE = 20_000  # characters: enough to tell
FEWEST = 4  # dates long past: fewer are the background of a report


def propose_genre(text: str, reference: date | None, language: str) -> Literal["news", "narrative"]:
    """Return "narrative" for a text of dates long past with hardly one that counts from its own day.

    Without a day of writing nothing can be long past, and a text is taken for news. Looks at the beginning only.
    """
    if reference is None:
        return "news"
    mentions = tag(text[:SAMPLE], reference=reference, language=language)
    past = sum(
        one.anchor is None and one.edtf[:4].isdigit() and int(one.edtf[:4]) < reference.year - 1 for one in mentions
    )
    reported = sum(one.anchor == reference and one.rule.startswith(("weekday", "relative")) for one in mentions)
    return "narrative" if past >= FEWEST and past > 2 * reported else "news"
