"""Ordinals that are no dates: "the 20th minute", "the 11th floor", "the second half" of a match."""

from __future__ import annotations

import re

from ..temporal import Mention
from .cues import Cues

_REACH = 120
_NOUN = re.compile(
    r"\s(?:(?:and (?:final|last)|consecutive|straight|annual|congressional|electoral|judicial) )?"
    r"(?:minute|lap|round|over|hole|inning|stage|set|game|match|goal|win|defeat|title|attempt|season|edition|place|spot|"
    r"floor|storey|story|street|avenue|district|ward|arrondissement|precinct|parallel|amendment|congress|parliament|"
    r"president|division|brigade|battalion|regiment|infantry|army|fleet|birthday|anniversary|day|night|week|month|year|"
    r"hour|time|session|meeting|summit|person|victim|case|death|child|grade|grader|country|state|member)s?(?!\w)",
    re.IGNORECASE,
)
_HALF = re.compile(r"(?:the |in the )?(?:first|second) half", re.IGNORECASE)
_MATCH = re.compile(
    r"\b(?:goals?|goalless|scored?|scorers?|match|penalt(?:y|ies)|half-?time|kick-?off|equali[sz]ed?|referee|striker|"
    r"midfielder|defender|goalkeeper|touchdowns?|tries|wickets?|innings|injury time|free kick|headers?)\b",
    re.IGNORECASE,
)


def is_ordinal(text: str, mention: Mention, cues: Cues) -> bool:
    """Tell an ordinal that the tagger, which sees only dates, took for a day of the month or half a year."""
    if not cues.drops_that:  # other languages write the day otherwise
        return False
    if mention.rule == "day-of-month":
        return _NOUN.match(text, mention.end) is not None
    is_bare = mention.rule.startswith("quarter") and _HALF.fullmatch(text, mention.start, mention.end) is not None
    return is_bare and _MATCH.search(text, max(0, mention.start - _REACH), mention.end + _REACH) is not None
