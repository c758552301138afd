"""Dates that tell when something else was than what their sentence tells."""

from __future__ import annotations

import re
from functools import lru_cache

from ..temporal import Mention
from .cues import Cues, first_verb
from .trimming import names_a_noun

_REACH = 200
_NEAR = 80
_BEFORE_A_DATE = 12
_BEHIND_A_DATE = 24
_AUXILIARY = re.compile(r"\s(?:was|were|is|are|has|have|had|will)\s", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"(?<=\w)\s(?:\w{2,20}ed|built|begun|made|held|born|found|taken|written|shot|sold|sent|struck|seen|stolen|hit)\s"
    r"(?:[^\s,;]{1,30}\s){0,6}$"
)
# "has twice been fined, in 2017 and again in 2019"
_ADDED = re.compile(
    r",\s(?:first |once |again |most recently |last )?(?:in|on)\s"
    r"(?:(?=[\dA-Z])[^,;:]*|\d{4}(?:, \d{4})*,? (?:and )?)?$"
)
_MARKS = re.compile(r"[,–—]")


def is_background(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell a date in what is said of the subject before its verb: "The ferry, which was built in 1987, sank"."""
    if _is_of_the_subject(sentence, mention, cues):
        return True
    opening = None
    for found in cues.relatives.finditer(sentence, max(0, mention.start - _REACH), mention.start):
        opening = found
    if opening is None:
        return False
    front = behind_that(sentence[: opening.start()], cues)
    if cues.verbs.search(front) or cues.plain.search(front):  # "according to a man who spoke on Monday, …"
        return False
    if cues.drops_that and cues.verbs.match(sentence, mention.end + 1):  # "the man who came on Monday was …"
        return True
    mark = _MARKS.search(sentence, mention.end, mention.end + _REACH)
    if mark is None:
        return False
    return cues.verbs.search(sentence, mark.end()) is not None or goes_on_with_verb(sentence, mark.end(), cues)


def behind_that(front: str, cues: Cues) -> str:
    """Give what stands behind the last "that" of a text: the subject of what is said, without who says it."""
    last = None
    for found in cues.that.finditer(front) if cues.drops_that else ():
        last = found
    return front[last.end() :].lstrip() if last else front


def _is_of_the_subject(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell "A man arrested on Monday was charged": a participle before the date, the verb right behind it."""
    if not cues.drops_that or not _AUXILIARY.match(sentence, mention.end):
        return False
    return _PARTICIPLE.search(sentence, max(0, mention.start - _NEAR), mention.start) is not None


def goes_on_with_verb(sentence: str, position: int, cues: Cues) -> bool:
    """Tell the verb right behind an aside, known or not, where a language puts it second: "…, schließt am Freitag"."""
    following = sentence[position:].lstrip().partition(" ")[0]
    return cues.verb_second and following.islower() and following not in cues.prepositions


def is_behind_a_perfect(sentence: str, mention: Mention, clause: tuple[int, int], cues: Cues) -> bool:
    """Tell the past date of something else in a clause that tells what has happened, which in English no such date can
    date: "Violence has grown since the death of the mayor in May 2021"."""
    if not cues.drops_that or mention.kind == "time" or not _is_past(mention):
        return False
    verb = first_verb(sentence, cues)
    return (
        verb is not None
        and verb.end() <= mention.start
        and clause[0] <= verb.start()
        and not _is_in_aside(sentence, verb.start(), cues)
        and not _ADDED.search(sentence, verb.end(), mention.start)
        and (cues.perfect.match(sentence, verb.start()) is not None)
    )


def _is_in_aside(sentence: str, position: int, cues: Cues) -> bool:
    """Tell the verb right behind "which" or "who": that of the sentence is still to come."""
    start = max(0, position - 10)
    return any(found.end() >= position - 1 for found in cues.relatives.finditer(sentence, start, position))


def _is_past(mention: Mention) -> bool:
    """Tell a date that was over when its report was written: no open one, not today's, not of this week or year."""
    if mention.edtf.endswith("..") or mention.edtf.endswith("..]") or mention.part == "start":
        return False
    return mention.rule not in ("this-unit", "relative-day", "trailing-unit")


def is_since(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell the date of what a clause has been going on since: "has grown since the death of the mayor in May"."""
    return cues.since.search(sentence, max(0, mention.start - _NEAR), mention.end) is not None


def is_target(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell the date that somebody sets something for or puts it off to, or of what is still to come: "set a hearing for
    4 May", "before it opens in May"."""
    return _is_deferred(sentence, mention.start, mention.end, cues)


@lru_cache(maxsize=64)
def _is_deferred(sentence: str, start: int, end: int, cues: Cues) -> bool:
    if cues.deferred.search(sentence, max(0, start - 60), start):
        return True
    if cues.put_off.search(sentence, max(0, start - _BEFORE_A_DATE), end + _BEHIND_A_DATE):
        return True
    first = max(0, start - _REACH, sentence.rfind(",", 0, start), sentence.rfind(";", 0, start))
    return cues.to_come.search(f"{sentence[first:start]}@{sentence[end : end + _NEAR]}") is not None


def is_of_an_object(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell the date of what the verb is done to: "arrested a man over last week's attack", "praised the book banned by
    the court on Monday".

    "won in last week's final" and "fled after the attack of 3 May" do tell when.
    """
    done = cues.done_by.search(sentence, max(0, mention.start - _REACH), mention.start)
    if done:
        return cues.verbs.search(sentence, 0, done.start()) is not None
    if not names_a_noun(sentence, mention, len(sentence), cues):
        return False
    before = max(0, mention.start - 60)
    return not cues.timely.search(sentence, before, mention.start) and (
        cues.verbs.search(sentence, 0, mention.start) is not None
    )


def is_during(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell the date of a noun at which something is told to have been: "were hurt in Saturday's protests"."""
    return cues.during.search(sentence, max(0, mention.start - 60), mention.start) is not None and (
        cues.verbs.search(sentence, 0, mention.start) is not None
    )


def introduces(sentence: str, cues: Cues) -> bool:
    """Tell a sentence about something new to the story: "A previous mission, launched in 1998, failed too"."""
    return cues.indefinite.match(sentence) is not None
