"""Whether a text reports the news of its day or tells a history: what its relative dates count from."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from .mention import Mention
from .tagger import tag

MOST_READ = 60_000  # characters: the beginning of a text shows its genre
FEWEST_DATES = 6  # with a year of their own, before a text is taken for a history
OLD = 365  # days before the report


def propose_genre(text: str, reference: date | None, language: str) -> str:
    """Return "news" or "narrative" for a text, from its dates alone.

    A history gives many full dates, most of them long past and one after the other; what counts from the day of
    the report ("on Tuesday") is rare in it.
    """
    mentions = [one for one in tag(text[:MOST_READ], reference=reference, language=language) if _is_dated(one)]
    full = [one for one in mentions if one.anchor is None and one.edtf[:4].isdigit()]
    if len(full) < FEWEST_DATES or len(full) * 2 < len(mentions):
        return "news"
    if reference is not None:
        past = [one for one in full if int(one.edtf[:4]) * 365 < reference.toordinal() - OLD]
        if len(past) * 2 < len(full):
            return "news"
    onward = sum(first.edtf[:4] <= second.edtf[:4] for first, second in pairwise(full))
    return "narrative" if onward * 4 >= (len(full) - 1) * 3 else "news"


def _is_dated(mention: Mention) -> bool:
    return mention.kind in ("date", "time") and bool(mention.edtf)
