"""Which sentences without a date of their own tell an event that people would put on a timeline."""

from __future__ import annotations

import re

from .cues import Cues
from .quotations import quoted_spans

_EARLY = 10
_FIRST_PERSON = re.compile(r"(?<!\w)(?:I|we|our|you|my|us)(?!\w)")


def is_salient(sentence: str, number: int, cues: Cues) -> bool:
    """Tell by tense, verbs, quotation, length and position whether a sentence is worth proposing.

    `number` counts the sentences of the story from 0. People put on a timeline what is told in the past or the
    perfect in the reporter's own words, early in the story; not comments, quotations, backgrounds and outlooks.
    """
    words = sentence.split()
    if len(words) < 6 or sentence.rstrip("”\"»' ").endswith("?") or not cues.past.search(sentence):
        return False
    if quoted_spans(sentence) or _FIRST_PERSON.search(sentence):
        return False
    doubts = 0.0 if number < _EARLY else 0.6
    doubts += 0.5 if cues.plain.search(sentence) else 0.0
    doubts += 0.5 if cues.ahead.search(sentence) else 0.0
    doubts += 0.4 if words[0].lower() in cues.pronouns else 0.0
    doubts -= 0.2 if len(words) > 25 else 0.0
    doubts -= 0.3 if cues.perfect.search(sentence) else 0.0
    return doubts < _TOLERATED


_TOLERATED = 0.4
