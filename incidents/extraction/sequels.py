"""Dates of what came before or after what their sentence tells: "After joining the club in 2011, he was loaned"."""

from __future__ import annotations

import re
from enum import StrEnum

from ..temporal import Mention
from .backgrounds import goes_on_with_verb
from .cues import Cues, first_verb
from .trimming import names_a_noun

_REACH = 120
_FINE = ("day", "hour", "minute", "second")
_COMMA = re.compile(r"[^,;:]{0,60},\s")


class Bound(StrEnum):
    """On which side of a date the main clause lies; `SOON` is right after it."""

    NONE = ""
    AFTER = "after"
    SOON = "soon"
    BEFORE = "before"


def bound_by(sentence: str, mention: Mention, cues: Cues) -> Bound:
    """Tell on which side of a date its main clause lies, where the date is that of what went before or came next.

    In front, a phrase or a clause gives no day to what follows it: "After his arrest on Monday, he was charged". At
    the end a day mostly is that of both ("died after a bus crashed on Monday"), a longer time need not be ("won the
    cup after joining the club in 2011"), and where it stands behind a noun it may date either.
    """
    found = cues.sequels.match(sentence, 0, mention.start)
    if found and _is_in_front(sentence, found["rest"], cues) and _is_over(sentence, mention.end, cues):
        return _bound(found)
    is_of_noun = is_of_one_day(mention) and names_a_noun(sentence, mention, len(sentence), cues)
    found = trailing_sequel(sentence, mention, cues) if is_of_noun or not is_of_one_day(mention) else None
    if found is None:
        return Bound.NONE
    if is_of_noun:  # "had lived there until shortly before the attacks of Monday"
        return Bound.BEFORE if found["ahead"] else Bound.NONE
    is_apart = _has_verb_of_its_own(sentence, found, mention, cues) or _is_behind_a_perfect(sentence, found, cues)
    return _bound(found) if is_apart else Bound.NONE


def trailing_sequel(sentence: str, mention: Mention, cues: Cues) -> re.Match[str] | None:
    """Find the word behind a main clause that opens what went before or came next, up to a date in it."""
    last = None
    start = max(0, mention.start - _REACH)
    for found in cues.sequel_words.finditer(sentence, start, mention.start):
        last = found
    if last is None or not _names_something(sentence[last.end() : mention.start], cues):
        return None
    return last if cues.verbs.search(sentence, 0, last.start()) else None


def is_doubtful(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell a long time behind "after" and a noun, which may be that of the noun: "resigned after the vote in May"."""
    return not is_of_one_day(mention) and trailing_sequel(sentence, mention, cues) is not None


def main_clause_behind(sentence: str, mention: Mention, bound: Bound, cues: Cues) -> int:
    """Give where the main clause begins behind one that can do without it: "After a bus crashed, the city …"; else 0.

    Only of English is known which clauses can stand alone.
    """
    found = cues.sequels.match(sentence, 0, mention.start) if bound and cues.drops_that else None
    comma = _COMMA.match(sentence, mention.end) if found else None
    opening = cues.sequel_words.search(" " + sentence[: mention.start]) if comma else None
    if comma is None or opening is None or not cues.verbs.search(sentence, opening.end(), mention.start):
        return 0
    if cues.nonfinite.match(sentence, opening.end()):
        return 0
    return comma.end()


def _bound(found: re.Match[str]) -> Bound:
    if found["ahead"]:
        return Bound.BEFORE
    return Bound.SOON if found["soon"] else Bound.AFTER


def _is_in_front(sentence: str, rest: str, cues: Cues) -> bool:
    """Tell "Nach seiner Entlassung 2005 …" from "Nach dem Sturm wurde 2005 …", where the main clause has begun.

    A clause has its verb behind the date where that comes last; French and Spanish say "que" before one.
    """
    noun = rest.find(" ") + 1  # Dutch "zijn" may be "his"
    if cues.drops_that or not cues.verbs.search(rest, noun):
        return True
    return not cues.verb_second and cues.that.match(" " + rest) is not None


def _is_over(sentence: str, end: int, cues: Cues) -> bool:
    """Tell that the main clause follows: behind a comma, or with its verb where that comes second."""
    if cues.verb_second and cues.verbs.match(sentence, end + 1):
        return True
    comma = _COMMA.match(sentence, end)
    if comma is None:
        return False
    return not cues.verb_second or goes_on_with_verb(sentence, comma.end(), cues)


def _is_behind_a_perfect(sentence: str, found: re.Match[str], cues: Cues) -> bool:
    """Tell "has been retired following the tour last month": in English no past date can be that of a perfect."""
    verb = first_verb(sentence, cues) if cues.drops_that else None
    return verb is not None and verb.end() <= found.start() and cues.perfect.match(sentence, verb.start()) is not None


def _names_something(between: str, cues: Cues) -> bool:
    """Tell "after the vote on 3 May" from "after, on 3 May" and "after the 3rd"."""
    if any(mark in between for mark in ',;:“”"„«»()'):
        return False
    return any(word.lower() not in cues.prepositions for word in between.split())


def is_of_one_day(mention: Mention) -> bool:
    return mention.kind == "time" or mention.precision in _FINE


def _has_verb_of_its_own(sentence: str, found: re.Match[str], mention: Mention, cues: Cues) -> bool:
    """Tell "after joining the club in 2011" and "after it closed in 2011" from "after the vote of 2011"."""
    opening = found[0].removeprefix(found["soon"] or "").strip()
    if cues.verb_second:  # "nachdem" and "nadat" open a clause, "nach der" and "na" a phrase
        return " " not in opening and len(opening) > 2
    following = found.end() + sentence.startswith(" ", found.end())
    if cues.nonfinite.match(sentence, following, mention.start):
        return True
    return cues.verbs.search(sentence, found.end(), mention.start) is not None
