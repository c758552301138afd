"""How likely a sentence is one that people would put on a timeline."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from .cues import Cues, first_verb
from .happenings import is_ahead
from .quotations import quoted_spans

WORTH_PROPOSING = 0.28
_LONG = 25
_SHORT = 4
# Not "US", which is a country.
_FIRST_PERSON = re.compile(
    r"\b(?=[IuWwOoMmYyNn])(?:I|us|(?i:we|our|you|my|nosotros|nuestr[oa]s?|nous|notre|wir|unsere?|wij|onze))(?!\w)"
)

# Log-odds, found on one half of a corpus of news stories at a time and rounded.
_REST = -2.4
_POSITION = 3.0
_DATED = 0.6
_NEWS = 0.4
_TELLING = 1.1
_PERFECT = 0.5
_MUCH_TOLD = 0.5
_COMMENT = -0.4
_AHEAD = -0.6
_QUOTING = -1.1
_QUOTING_BESIDE_A_TALE = -0.5
_WITHIN_QUOTATION = -0.5
_SPEAKS_OF_ITSELF = -0.4


def salience(
    sentence: str,
    number: int,
    cues: Cues,
    *,
    is_dated: bool,
    is_news: bool = False,
    is_within_quotation: bool = False,
) -> float:
    """Give from 0 to 1 how likely a sentence tells what people would put on a timeline.

    `number` counts the sentences of the story from 0. What counts: how early it stands, whether it has a date, and
    one of the days before the report (`is_news`), whether its verbs tell a change (not a state, a comment or an
    outlook) and whether the reporter's own words tell it. A question tells nothing, nor do, where no date asks for an
    event, few words, states, comments or negations.
    """
    words = sentence.count(" ") + 1
    if sentence.rstrip("”\"»' ").endswith("?"):
        return 0.0
    quoted = quoted_spans(sentence)
    own = _own_words(sentence, quoted) if is_dated else sentence
    speaks_of_itself = _FIRST_PERSON.search(own) is not None
    if not is_dated and (
        is_within_quotation
        or speaks_of_itself
        or words < _SHORT
        or sentence.split(None, 1)[0].lower() in cues.nothing
        or _is_mostly(quoted, sentence)
        or _denies(sentence, cues)
    ):
        return 0.0
    is_telling = cues.telling.search(sentence) is not None or cues.before.search(sentence) is not None
    is_perfect = cues.perfect.search(sentence) is not None
    if not (is_dated or is_telling or is_perfect):
        return 0.0
    odds = _REST + _POSITION * 3 / (3 + number)
    odds += _DATED * is_dated + _NEWS * is_news
    odds += _MUCH_TOLD * (words > _LONG)
    opens = number == 0  # whatever its verb is, what a report opens with is its news
    odds += _TELLING * (is_telling or opens)
    odds += _PERFECT * is_perfect
    odds += _COMMENT * (not opens and cues.plain.search(sentence) is not None)
    odds += _AHEAD * (not opens and is_ahead(own, cues))
    if quoted:
        odds += _QUOTING_BESIDE_A_TALE if is_dated and cues.telling.search(own) else _QUOTING
    odds += _WITHIN_QUOTATION * is_within_quotation
    odds += _SPEAKS_OF_ITSELF * speaks_of_itself
    return 1 / (1 + math.exp(-odds))


def _denies(sentence: str, cues: Cues) -> bool:
    """Tell a sentence whose first verb is negated: "It did not say who was behind it"."""
    verb = first_verb(sentence, cues)
    return verb is not None and cues.negated.search(sentence, max(0, verb.start() - 12), verb.end() + 8) is not None


def _own_words(text: str, quoted: Sequence[tuple[int, int]]) -> str:
    """Blank out the quotations of a sentence: what somebody else says tells nothing of the report's own tense."""
    for start, end in quoted:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_mostly(spans: Sequence[tuple[int, int]], text: str) -> bool:
    return 2 * sum(end - start for start, end in spans) > len(text)
