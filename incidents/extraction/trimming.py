"""What a headline leaves out of its sentence: dates, attributions, openings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..temporal import Mention
from .cues import Cues
from .quotations import is_quoted, quoted_spans

EDGE = " \t\n,;:–—-•*…"
_EMPTY_BRACKETS = re.compile(r"\s*\((?:UTC|GMT|local time|\W)*\)")
_ZONE = re.compile(r"\s*\([^()]{0,40}(?:UTC|GMT|Time|time)[^()]{0,20}\)")
_LOCAL_TIME = re.compile(r",?\s{1,3}(?:local time|hours)\b")
_AS_OF = re.compile(r"(?:^|(?<=\s))as\s+of$", re.IGNORECASE)
_ELIDED = re.compile(r"(?:^|(?<=\s))[LlDd]['’]$")
_LOOSE_MARK = re.compile(r" (?=[,.;:!?])")
_DOUBLE_COMMA = re.compile(r",(?:\s*,)+")
_DOUBLE_AND = re.compile(r"(?<!\w)(?:and|or)\s+(?=(?:and|or)(?!\w))|\s(?:and|or)(?=\s*[,;])", re.IGNORECASE)
_AT_LEAST = re.compile(r"(?:(?<!\w)(?:since|in|by|from|until|on) )?at (?:least|most|the latest|the earliest)$")
_ENDS_OF_PHRASES = ("of", "OF", "Of", "'", "’")  # of `_AS_OF` and `_ELIDED`
_SUPERLATIVES = ("least", "most", "latest", "earliest")  # of `_AT_LEAST`
# ", passed in 2018, ": an aside that is nothing without its date
_EMPTIED = re.compile(r", (?:first )?(?:\w{2,20}ed|due|made|born|seen|built|held)$")
# "according to a report published on Monday"
_PUBLISHED = re.compile(
    r"(?:(?<=\sto)|(?<=\sin)|(?<=\sfrom)|(?<=\sby)|(?<=\sof)) (?:an?|the|its|his|her|their)(?: [\w'’-]{1,30}){1,3}"
    r"(?P<participle> (?:published|released|issued|posted|held|made))$"
)
_LOWER = re.compile(r"\s([a-zà-ÿ]{2,20})(?!\w)")
_SINCE_THE = re.compile(r"(?:since|until) the (?!\d+s\b)", re.IGNORECASE)  # "since the May 2021 attack"
_THE_DAY = re.compile(r"the \d{1,2} [a-z]", re.IGNORECASE)  # "the 3 May agreement", and not "the 3rd of May"
JOINING = frozenset("and or y o of und oder et ou en sowie".split())
_BEGINS_ANEW = JOINING | frozenset("but that que dat dass".split())
_OF_SEVERAL = re.compile(
    r"(?:van|de|del|des|der|von|d['’]\w+|third|quarter|fifth|tenth|half|dozen|couple|few|lot|number|handful|hundred|"
    r"thousand|million)(?!\w)",
    re.IGNORECASE,
)
_PLANNED = frozenset("set planned scheduled due slated booked fixed".split())
_NOUN_FOLLOWS = frozenset("a the of its his her their an than between de la des der du della".split())


def without_dates(sentence: str, start: int, end: int, mentions: Sequence[Mention], cues: Cues) -> str:
    """Leave out the date words, with the preposition and comma that go with them; dates stand beside a headline.

    Dates within a quotation are the speaker's words and stay.
    """
    quoted = quoted_spans(sentence)
    out: list[str] = []
    position = start
    for mention in mentions:
        is_inside = max(start, position) <= mention.start < end and not is_quoted(quoted, mention.start)
        if not is_inside or not is_adverbial(sentence, mention, end, cues):
            continue
        before = _before_preposition(sentence[position : mention.start], cues)
        rest = _LOCAL_TIME.match(sentence, mention.end, end) or _ZONE.match(sentence, mention.end, end)
        position = rest.end() if rest else mention.end
        if out and JOINING.issuperset(before.lower().replace(",", " ").split()):
            before = ""  # between two dates of a list
        before, takes_comma = _without_emptied(before, sentence[position : min(end, position + 1)])
        position += takes_comma
        out.append(before)
    out.append(sentence[position:end])
    return " ".join(piece.strip() for piece in out if piece.strip())


def _without_emptied(before: str, following: str) -> tuple[str, bool]:
    """Take off what is nothing without its date; tell whether the comma that follows goes with it."""
    published = _PUBLISHED.search(before) if following in (".", ",", "") else None
    if published:
        return before[: published.start("participle")], False
    emptied = _EMPTIED.search(before) if following == "," else None
    if emptied:
        return before[: emptied.start()], True
    return before, following == "," and (not before.strip() or before.rstrip().endswith(","))


def is_adverbial(sentence: str, mention: Mention, end: int, cues: Cues) -> bool:
    """Tell a date that can be left out from one that its sentence needs.

    "last week's attack", "the 2022 case", "put off to 5 May" and "labelled as from Monday" need theirs.
    """
    if names_a_noun(sentence, mention, end, cues):
        return False
    if _AS_OF.search(sentence[: mention.start].rstrip()[-10:]):
        return True
    before = _words_before(sentence, mention.start)
    if cues.verb_second and len(before) < 2:
        return False
    if not before or not cues.drops_that:
        return True
    if before[-1] == "for" and len(before) > 1 and before[-2] in _PLANNED:
        return False
    words = sentence[mention.start : mention.end]
    if before[-1] == "to" and "from" not in before and any(char.isdigit() for char in words):
        return False
    return not (len(before) > 1 and before[-2] in ("as", "than") and before[-1] in ("from", "in", "on", "at"))


def names_a_noun(sentence: str, mention: Mention, end: int, cues: Cues) -> bool:
    """Tell a date that only says which thing is meant: "last week's attack", "the 2022 case"."""
    if mention.end < end and sentence[mention.end] in "'’-":
        return True
    before = _words_before(sentence, mention.start)
    if before[-2:] == ("as", "of"):
        return False
    if _SINCE_THE.match(sentence, mention.start, mention.end):
        following = _LOWER.match(sentence, mention.end)
        return following is not None and following[1] not in cues.prepositions
    if cues.drops_that and _THE_DAY.match(sentence, mention.start, mention.end):
        return not before or before[-1] not in cues.prepositions
    return bool(before) and before[-1] in _NOUN_FOLLOWS and not (cues.verb_second and len(before) < 2)


@lru_cache(maxsize=64)
def _words_before(sentence: str, position: int) -> tuple[str, ...]:
    return tuple(word.lower() for word in sentence[max(0, position - 80) : position].split()[-3:])


def _before_preposition(text: str, cues: Cues) -> str:
    stripped = text.rstrip()
    if stripped.endswith(_ENDS_OF_PHRASES):  # most texts end in none
        stripped = _ELIDED.sub("", _AS_OF.sub("", stripped)).rstrip()
    stripped = _without_opener(stripped, cues)
    if stripped.endswith(_SUPERLATIVES):
        stripped = _AT_LEAST.sub("", stripped).rstrip()
    head, _, last = stripped.rpartition(" ")
    is_joining = last.lower() in _BEGINS_ANEW and (last.lower() != "en" or cues.verb_second)  # Dutch for "and"
    if last.lower() in cues.prepositions and not is_joining:
        stripped = head
    return _without_opener(stripped, cues)


def _without_opener(text: str, cues: Cues) -> str:
    head, _, last = text.rpartition(" ")
    return head if last.lower() in cues.openers else text


def polished(text: str, cues: Cues) -> str:
    """Take off what only opens a sentence, its article and its stop, and begin with a capital."""
    text = " ".join(text.split())
    if "(" in text:
        text = _EMPTY_BRACKETS.sub("", text)
    text = _LOOSE_MARK.sub("", text)
    text = _DOUBLE_COMMA.sub(",", _DOUBLE_AND.sub("", text)).strip(EDGE)
    while found := cues.lead_ins.match(text):
        if found.end() == 0:
            break
        text = text[found.end() :].lstrip(EDGE)
    that = cues.that.match(text)
    text = (text[that.end() :] if that else text).lstrip(EDGE)
    text = without_article(text, cues)
    return sentence_case(text.strip(EDGE).rstrip(".!"))


def without_article(text: str, cues: Cues) -> str:
    """Take off the article that a text begins with, but not that of "one of the guards", "een van hen" or "a third"."""
    article = cues.articles.match(text)
    if not article or len(text) <= article.end() or _OF_SEVERAL.match(text, article.end()):
        return text
    return text[article.end() :]


def sentence_case(text: str) -> str:
    """Begin with a capital, behind an opening mark; "iPod" and "eBay" keep their own."""
    first = 1 if text[:1] in "“\"«„'‘(" else 0
    if text[first : first + 1].islower() and text[first + 1 : first + 2].isupper():
        return text
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]
