"""Sentences of a paragraph, as exact spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

# French sets a blank before its closing mark.
_END = re.compile(r"[.!?…]+[\"”’»')\]]*(?:[ \u00a0\u202f]»(?!\S))?")
_BLANKS = re.compile(r"\s*")
_WORD_BEFORE = re.compile(r"[^\s(\"“”«»„/]+$")
_OPENING = '"“‘«„¿¡([#•'
_CLOSING = "\"”’»')]"

# Never the end of a sentence, whatever follows.
_TITLES = frozenset(
    "mr mrs ms dr st gen col lt sgt capt cmdr maj adm rep sen gov prof rev hon pres amb messrs mt ft approx vs "
    "cf e.g i.e bzw ca hl z.b d.h u.a o.g sog vgl geb gest dipl ing mag sr sra srta dra dña m mme mlle mm p.ex "
    "dhr mevr drs ir bijv o.a resp sig dott sens reps gens profs insp det supt const brig ald cllr messieurs mm mgr pr "
    "ee excmo excma ilmo ilma avda aprox ud uds tel fa hrsg inkl evtl ggf jhr evt incl burg dres sres".split()
)
# Not the end where a number follows: "No. 5", "Sept. 19".
_BEFORE_NUMBERS = frozenset(
    "no nos nr núm pág art abs str vol pp p fig ee jl blz jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# The end of a sentence only where the next word begins one.
_MAY_END = frozenset(
    "inc ltd co corp jr bros cie ave blvd rd ph.d uu av etc usw enz u.s u.k u.n e.u d.c a.m p.m ee.uu mio mrd "
    "al a.c d.c jh".split()
)
_STARTERS = frozenset(
    "the a an it he she they we i you this that these those there in on at by for from but and so as if when while "
    "after before according however meanwhile since his her its their our also to with what who no not el la los las "
    "en un una le les il elle der die das ein eine er sie es im am het de een hij zij op".split()
)
# Languages that write ordinals with a full stop: "am 19. September".
_STOPPED_ORDINALS = frozenset("de da no nb nn fi cs sk sl hr hu et lv is tr pl".split())


def sentence_spans(text: str, start: int, end: int, language: str = "en") -> Iterator[tuple[int, int]]:
    """Give the spans of the sentences of `text[start:end]`, a paragraph; in linear time.

    Abbreviations, initials, decimals, ordinals and full stops inside a quotation that goes on do not end one;
    a full stop glued to the next sentence, with or without a closing quote, does.
    """
    first = start
    for found in _END.finditer(text, start, end):
        if found.start() < first:
            continue
        after = _BLANKS.match(text, found.end(), end)
        following = after.end() if after else found.end()
        if following >= end or _is_end(text, first, found, following, language):
            yield first, found.end()
            first = following
    if first < end:
        yield first, end


def _is_end(text: str, first: int, found: re.Match[str], following: int, language: str) -> bool:
    glued = following == found.end()
    closed = found[0][-1] in _CLOSING
    next_char = text[following]
    if next_char in _OPENING:
        next_char = text[following + 1 : following + 2] or next_char
        if glued and not closed and text[following] in "([":
            return False
    if next_char.islower():
        return False
    if glued:
        return _glued_end(text, found, following, closed)
    if found[0][0] != "." or len(found[0].rstrip(_CLOSING)) > 1:
        return True
    return closed or _stop_ends(text, first, found.start(), following, language)


def _glued_end(text: str, found: re.Match[str], following: int, closed: bool) -> bool:
    """Tell "…he said.Then" and "…systems.”The" from "3.5", "U.S." and "example.Com"."""
    before = text[max(0, found.start() - 3) : found.start()]
    after = text[following : following + 3].lstrip(_OPENING)
    if not after[:1].isupper():
        return closed and text[following] in _OPENING
    return closed or (
        len(before) == 3 and before.islower() and before.isalpha() and after[1:2] in (*"aeiouyhnlrst ", "")
    )


def _stop_ends(text: str, first: int, stop: int, following: int, language: str) -> bool:
    found = _WORD_BEFORE.search(text, max(first, stop - 24), stop)
    word = found[0].lower().rpartition("’")[2].rpartition("'")[2] if found else ""  # "l’art. 3"
    if word in _TITLES:
        return False
    if word in _BEFORE_NUMBERS:
        return not text[following].isdigit()
    if word.isdigit():
        return not (len(word) <= 2 and language in _STOPPED_ORDINALS)
    if word in _MAY_END or (len(word) == 1 and word.isalpha()) or re.fullmatch(r"(?:\w\.)+\w", word):
        return _next_word(text, following) in _STARTERS
    return True


def _next_word(text: str, start: int) -> str:
    found = re.match(r"\W{0,3}(\w{1,20})", text[start : start + 24])
    return found[1].lower() if found else ""
