"""What makes a phrase whole: its verb, its subject, its noun, its end."""

from __future__ import annotations

import re
from functools import lru_cache

from .cues import Cues
from .quotations import is_quoted, quoted_spans

_FRAGMENTS = re.compile(
    r"[“\"«„]?(?!WHO(?!\w))(?:(?:whilst|while|although|though|unless) [^,]*$|(?:who|whom|whose|which|that|saying|"
    r"adding|citing|accusing|and|but|or|than|of|also|then)(?!\w))",
    re.IGNORECASE,
)
# Verbs that want an object or a complement, and words that want more behind them.
_LOOSE_END = re.compile(
    r"(?<!\w)(?:met|called|made|gave|took|accused|named|described|blamed|brought|put|sent|found|told|said|says|stated|"
    r"announced|reported|revealed|declared|added|warned|claimed|estimated|concluded|agreed|likely|able|unable|set|due|"
    r"mr|mrs|ms|dr|gen|col|lt|prof|st|such|more|most|very|each|every|any|some|no|only|just|even|so|both|either|two|"
    r"three|four|five|several|many|few|less|least|all|dozens|hundreds|thousands|millions|number|began to|"
    r"according|(?:and|or) (?:one|another|others))$",
    re.IGNORECASE,
)
_PASSIVE_END = re.compile(r"(?<!\w)(?:is|are|was|were|be|been)(?: \w+)? \w+$")
_COMPLETES = frozenset("to as of with for against into from".split())
_NO_OBJECT = frozenset("began died crashed closed collapsed exploded ended started opened fell happened".split())
_INITIAL = re.compile(r"(?<![\w.])[A-Z]\.?$")
_INFINITIVE = re.compile(r"(?<!\w)to \w+$")
_SPEAKER_BEHIND = re.compile(r"[,”\"»!?]\s[^,“”\"«»]{2,80}$")
_NAME = re.compile(
    r"(?<!\w)[^\W\d_a-zß-ÿ][\w'’.-]{0,30}(?:\s+(?:(?:of|the|de|la|van|von|bin|al)\s+){0,2}[^\W\d_a-zß-ÿ][\w'’.-]{0,30}){0,6}$"
)
_ARTICLE = re.compile(
    r"(?<!\w)(?:the|an?|this|that|these|those|its|his|her|their|two|three|four|five|several|some|\d[\d,.]*)\s+",
    re.IGNORECASE,
)
_BETWEEN_NOUNS = frozenset(
    "in on at by for from to with and or that which who as into against over under after".split()
)


@lru_cache(maxsize=128)
def verb_after(text: str, start: int, cues: Cues) -> int:
    """Give where the first finite verb outside quotations stands at or behind `start`; -1 where there is none."""
    quoted = quoted_spans(text)
    return next((v.start() for v in cues.verbs.finditer(text, start) if not is_quoted(quoted, v.start())), -1)


def has_verb(text: str, cues: Cues) -> bool:
    """Tell a finite verb outside quotations."""
    return verb_after(text, 0, cues) >= 0


def is_whole(text: str, cues: Cues) -> bool:
    """Tell a sentence that can stand alone: a subject, a verb, and nothing loose at either end.

    Only what the table of the language knows can be missed: a text that is one quotation is judged by its inside.
    """
    inside = text.strip('“”"«»„ ')
    if len(inside.split()) < 2 or _FRAGMENTS.match(text):
        return False
    verb = verb_after(text, 0, cues)
    if verb < 0 and quoted_spans(text) == ((0, len(text)),):
        verb = verb_after(inside, 0, cues)
    if verb < 0 or (verb == 0 and cues.drops_that):
        return False
    return not has_loose_end(text, cues)


def has_loose_end(text: str, cues: Cues) -> bool:
    """Tell an end that wants more: a small word, a verb without its object, an initial."""
    if text[-1:] in '”"»)’':
        return False
    last = text.rsplit(None, 1)[-1].lower() if text.strip() else ""
    if last in cues.prepositions or last in cues.openers or _INITIAL.search(text[-4:]):
        return last not in ("her", "him")
    if not _LOOSE_END.search(text[-20:]):
        return False
    return not (_PASSIVE_END.search(text[-40:]) or _SPEAKER_BEHIND.search(text[-90:]))


def is_cut_verb(front: str, behind: str, cues: Cues) -> bool:
    """Tell a cut that parts a verb from what hangs on it: "called | for", "to advance | on", "was accused | of"."""
    words = front.split()
    last, following = words[-1], (behind.split() or [""])[0]
    if _PASSIVE_END.search(front[-40:]):
        return following in _COMPLETES
    if last.endswith("ing") and (len(words) < 2 or words[-2] not in ("of", "the", "a", "an")):
        return True
    if cues.verbs.fullmatch(last) is not None and last not in _NO_OBJECT:
        return True
    return _INFINITIVE.search(front[-40:]) is not None


def noun_at_end(text: str, *, nearest: bool = False) -> str:
    """Give the noun phrase that a text ends with: a name, or an article with up to six words; "" where unclear.

    Of "the report of the ministry" that is all of it, or `nearest` to the end "the ministry".
    """
    text = text.rstrip(" ,")[-160:]
    articles = [found.start() for found in _ARTICLE.finditer(text)]
    name = _NAME.search(text)
    start = name.start() if name else articles.pop() if articles else -1
    if name:
        before = [at for at in articles if at < start and len(text[at:start].split()) <= 3]
        start = before[-1] if before and not _BETWEEN_NOUNS.intersection(text[before[-1] : start].split()) else start
    while articles and not nearest and text[:start].endswith(" of "):
        start = articles.pop()
    if start < 0:
        return ""
    words = text[start:].lower().split()
    return "" if len(words) > 8 or _BETWEEN_NOUNS.intersection(words) else " ".join(text[start:].split())


def was_or_were(noun: str) -> str:
    """Give the form of "be" that a noun phrase takes; "" where its words do not tell."""
    first, last = noun.lower().split()[0], noun.split()[-1]
    if first in ("a", "an", "this", "that"):
        return "was"
    if first.isdigit() or first in ("two", "three", "four", "five", "several", "some", "these", "those"):
        return "were"
    if not last.lower().endswith("s") or last.lower().endswith(("ss", "us", "is")):
        return "" if last.lower() in ("police", "people", "men", "women", "children") else "was"
    return "were" if last.islower() and " of " not in noun else ""
