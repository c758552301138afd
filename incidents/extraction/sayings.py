"""The saying that a sentence hangs on, and which of its dates is the date of that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..temporal import Mention
from .cues import Cues
from .quotations import is_quoted, quoted_spans

_GAP = 80

# "over alleged aid", "the reported loss", "the port's stated aim": no verbs of saying
_NAMES_A_NOUN = re.compile(r"(?<!\w)(?:the|an?|over|of|for|by|with|in|from|its|his|her|their|\w+['’]s)$", re.IGNORECASE)
# "by varying reports", "according to media reports": a noun, though a verb in "the agency reports"
_REPORTS = re.compile(r"\b(?:by|in|from|of|to|with|on|after|despite|amid)(?: [\w-]{2,20}){0,2}$", re.IGNORECASE)
_PASSIVE = re.compile(r"(?<!\w)(?:is|are|was|were|been|being|be)(?: first| also| later| \w+ly)?$", re.IGNORECASE)
_IT = re.compile(r"(?:[^,]{0,40}, )?it\s", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\s")
_GOES_ON = re.compile(r"\s*(?:saying|adding|citing|accusing|calling|days|weeks|hours)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Saying:
    """The verb of saying that governs a sentence: its span, and where what is said begins.

    `trailing` is set where the saying comes after what is said: "…, the court said on Tuesday".
    """

    start: int
    end: int
    said_from: int
    trailing: bool = False


def find_saying(sentence: str, mentions: Sequence[Mention], cues: Cues) -> Saying | None:
    """Find the verb of saying that the sentence hangs on: its first one outside quotations."""
    quoted = quoted_spans(sentence)
    for found in cues.reports.finditer(sentence):
        before = sentence[: found.start()].rstrip()
        if is_quoted(quoted, found.start()) or _NAMES_A_NOUN.search(before[-20:]):
            continue
        if found[0].lower() == "reports" and _REPORTS.search(before[-50:]):
            continue
        if sentence.startswith(" responsibility", found.end()):
            continue
        if before.endswith(" as") and sentence.startswith(" by ", found.end()):
            continue  # "as confirmed by the court"
        if cues.drops_that and _PASSIVE.search(before[-30:]) and not _IT.match(sentence):
            continue
        said_from, has_that = _said_from(sentence, found.end(), mentions, cues)
        rest = sentence[said_from:].strip(" .,;")
        room = 60 if before.endswith((",", "”", '"', "»")) else 25
        trailing = len(rest) < room and not has_that and _has_end_of_said(before)
        return Saying(found.start(), found.end(), 0 if trailing else said_from, trailing)
    return None


def _has_end_of_said(before: str) -> bool:
    """Tell that what is said stands before: a comma or a closing mark, then only the speaker."""
    cut = max(before.rfind(mark) for mark in ',”"»')
    return cut > 20 and len(before) - cut <= 80


def _said_from(sentence: str, verb_end: int, mentions: Sequence[Mention], cues: Cues) -> tuple[int, bool]:
    position = verb_end
    for mention in mentions:
        gap = cues.fillers.match(sentence, position, position + _GAP)
        if (
            mention.start >= position
            and gap
            and gap.end() >= mention.start
            and not _is_of_what_follows(sentence, mention)
        ):
            position = mention.end
    window = sentence[position : position + _GAP]
    that = cues.that.search(window)
    between = window[: that.start()] if that else ""
    is_joined = "," not in between or cues.fillers.fullmatch(between) is not None
    if that and is_joined and not any(mark in between for mark in '“";:'):
        return position + that.end(), True
    gap = cues.fillers.match(sentence, position, position + _GAP)
    blank = gap[0].rfind(",") + 1 if gap and "," in gap[0] else 0
    return position + (0 if _GOES_ON.match(sentence, position + blank) else blank), False


def _is_of_what_follows(sentence: str, mention: Mention) -> bool:
    """Tell the date of a noun right behind a saying: "said next year's vote …", "said the 2019 vote …"."""
    return _POSSESSIVE.match(sentence, mention.end) is not None or (
        mention.precision == "year" and sentence.endswith(" the ", 0, mention.start)
    )


def end_of_said(sentence: str, saying: Saying) -> int:
    """Give where what is said ends in front of its saying: "The port is shut, the mayor said"."""
    before = sentence[: saying.start].rstrip()
    return max(before.rfind(","), before.rfind("”") + 1, before.rfind("»") + 1, before.rfind('"') + 1)


def dates_the_saying(sentence: str, mention: Mention, saying: Saying, cues: Cues) -> bool:
    """Tell "said on Tuesday" and "on Tuesday announced": nothing but small words between verb and date."""
    if mention.start >= saying.end:
        if saying.trailing:
            return True
        if mention.start >= saying.said_from > saying.end:
            return False
        if cues.fillers.fullmatch(sentence, saying.end, mention.start):
            return mention.start - saying.end <= _GAP and not _is_of_what_follows(sentence, mention)
        return _has_noun_object(sentence, saying, mention, cues)
    between = sentence[mention.end : saying.start]
    return mention.start > 0 and not between.strip(" ") and not _opens(sentence, mention, cues)


def _has_noun_object(sentence: str, saying: Saying, mention: Mention, cues: Cues) -> bool:
    """Tell "announced the intrusion on Monday": what is said is a noun, with no verb of its own to be dated."""
    said = sentence[saying.end : mention.start]
    verb = sentence[saying.start : saying.end]
    if cues.plain.search(verb) and not cues.addressed.search(verb):
        return False
    if cues.past.search(said) or cues.ahead.search(said):
        return False
    return not any(mark in said for mark in '“"«„:;,')


def leads_in(sentence: str, mention: Mention, saying: Saying, cues: Cues) -> bool:
    """Tell a date that opens the sentence in front of the saying: it may be the saying's or what is said's."""
    return not saying.trailing and mention.end <= saying.start and _opens(sentence, mention, cues)


def _opens(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell that nothing but small words and a lead-in stand before the date."""
    start = _after_lead_ins(sentence, cues)
    gap = cues.fillers.match(sentence, start, mention.start) if start <= mention.start else None
    return start > mention.start or bool(gap and gap.end() == mention.start)


def _after_lead_ins(sentence: str, cues: Cues) -> int:
    start = 0
    while (found := cues.lead_ins.match(sentence, start)) and found.end() > start:
        start = found.end()
    return start


def tells_a_past(sentence: str, saying: Saying, cues: Cues) -> bool:
    """Tell that what is said begins with something that was: "said that it had stopped"."""
    return cues.past.search(sentence, saying.said_from, min(len(sentence), saying.said_from + 120)) is not None


def saying_kind(sentence: str, saying: Saying | None, cues: Cues) -> str:
    """Name the kind of a saying: a disclosure, unless its verb blames or answers."""
    verb = sentence[saying.start : saying.end] if saying else sentence
    found = cues.kinds.search(verb)
    return found.lastgroup or "disclosed" if found else "disclosed"
