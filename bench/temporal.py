"""Offer the tagger to a TimeML scorer: `timex(text, dct, lang)` gives (start, end, value, type)."""

from __future__ import annotations

from datetime import date

from incidents.temporal.mention import Mention
from incidents.temporal.tagger import tag

TYPES = {"date": "DATE", "time": "TIME", "duration": "DURATION", "set": "SET", "vague": "DATE"}


def timex(text: str, dct: date, lang: str, genre: str = "news") -> list[tuple[int, int, str, str]]:
    """Return the TIMEX3 of a text; a range gives its two ends, as TimeML has no value for the whole."""
    mentions = tag(text, reference=dct, language=lang, genre=genre)
    return [_answer(part) for mention in mentions for part in mention.bounds or (mention,)]


def narrative(text: str, dct: date, lang: str) -> list[tuple[int, int, str, str]]:
    """Return the TIMEX3 of a text that tells history: years carry over from the last date given."""
    return timex(text, dct, lang, genre="narrative")


def _answer(mention: Mention) -> tuple[int, int, str, str]:
    return mention.start, mention.end, mention.timex, TYPES[mention.kind]
