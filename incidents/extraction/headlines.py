"""A usable headline from a sentence: who did what, nothing added."""

from __future__ import annotations

import re
from collections.abc import Sequence

from incidents.extraction.cues import Cues
from incidents.extraction.happenings import Happening, Role, Saying
from incidents.extraction.quotations import balance, is_quoted, quoted_spans
from incidents.temporal import Mention

MAX_HEADLINE = 110
_MIN_CLAUSE = 40

_STOP_IN_QUOTE = re.compile(r"[.,;]+([”\"»])$")
_PARENTHESIS = re.compile(r"\s*\([^()]{1,60}\)")
_APPOSITION = re.compile(r", (?:an?|the) [^,]{3,80},")
_MODIFIER = re.compile(r" (?:working|acting|serving|operating) (?:for|as|with) [^,]{3,60}?(?= from\b)")
_HAD_DONE = re.compile(r"(?<!\w)had ((?:also |already )?(?:\w{2,20}ed|taken|stolen|found|been)\b)(?! to\b)")
_TRAILING_SAYING = re.compile(r",\s*(?:according to|said|says|quoted|citing)\b[^,]*$", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"\s*\((?:UTC|GMT|local time|\W)*\)")
_LOCAL_TIME = re.compile(r",? (?:local time|hours)\b")
_AS_OF = re.compile(r"(?:^|(?<=\s))as\s+of$", re.IGNORECASE)
_ELIDED = re.compile(r"(?:^|(?<=\s))[LlDd]['’]$")
_SUBORDINATE = re.compile(
    r"\W*(?:and|but|while|after|before|when|although|though|because|since|whereas|as)\s+", re.IGNORECASE
)
_RELATIVE = re.compile(r"\W*(?:who|which|die|der|que|qui)\s+", re.IGNORECASE)
_EDGE = " \t\n,;:–—-•*…"
_WORD_CUT = re.compile(
    r",? (?=(?:to|in|on|at|by|for|from|with|of|as|using|over|under|into|against|about|since|during|between|amid|"
    r"after|before|following|alleging|saying|de|del|en|por|para|con|a|van|op|door|voor|met|bij|von|bei|für|mit|"
    r"durch|im|am|dans|par|pour|avec|sur|à|du|des)\s)"
)


_JOINING = frozenset("and but or that y o que en of dat und oder dass et ou".split())
_NOUN_FOLLOWS = frozenset("the of its his her their a an than between de la des der du della".split())


def write_headline(sentence: str, happening: Happening, mentions: Sequence[Mention], cues: Cues) -> str:
    """Write a headline of at most MAX_HEADLINE characters for a happening; `mentions` are all of its sentence."""
    as_saying = happening.role is Role.SAYING or (cues.verb_second and happening.role is Role.SAID)
    pieces = _saying_pieces if as_saying else _told_pieces
    text = pieces(sentence, happening, mentions, cues)
    text = _polished(text, cues)
    if not (as_saying and happening.saying and happening.saying.trailing):
        text = _TRAILING_SAYING.sub("", text)
    if len(text.split()) < 2:  # too little was left: better the whole sentence
        text = _polished(_without_dates(sentence, 0, len(sentence), mentions, cues), cues)
    return _shortened(text, cues) or _shortened(_polished(sentence, cues), cues)


def _saying_pieces(sentence: str, happening: Happening, mentions: Sequence[Mention], cues: Cues) -> str:
    saying = happening.saying
    if saying is None:
        return _without_dates(sentence, 0, len(sentence), mentions, cues)
    if saying.trailing:
        whole = _without_dates(sentence, 0, len(sentence), mentions, cues)
        said_to = max(sentence.rfind(mark, 0, saying.start) for mark in ',”"»')
        fits = len(whole) <= MAX_HEADLINE or said_to <= 0
        return whole if fits else _without_dates(sentence, 0, said_to + 1, mentions, cues)
    said_from = saying.said_from if cues.drops_that else saying.end
    said = _without_dates(sentence, said_from, len(sentence), mentions, cues)
    return f"{_without_dates(sentence, 0, saying.end, mentions, cues)} {said}"


def _told_pieces(sentence: str, happening: Happening, mentions: Sequence[Mention], cues: Cues) -> str:
    start, end = happening.clause
    saying = happening.saying
    if saying is None or saying.trailing or start < saying.said_from:
        return _clause_with_subject(sentence, happening, mentions, cues)
    text = _without_dates(sentence, saying.said_from, end, mentions, cues).lstrip(_EDGE)
    first, _, rest = text.partition(" ")
    if cues.past.match(text):  # a language that leaves the pronoun out
        first, rest = "", text
    if rest and first.lower() in ("", *cues.pronouns, *cues.possessives):
        subject = _subject(sentence, saying, mentions, cues)
        owner = "’s" if first.lower() in cues.possessives else ""
        text = f"{subject}{owner} {rest}" if subject else text
    return _HAD_DONE.sub(r"\1", text, count=1) if "been" not in text[:60] else text


def _clause_with_subject(sentence: str, happening: Happening, mentions: Sequence[Mention], cues: Cues) -> str:
    """Give a clause that says who did what: alone, with the noun its "who" stands for, or with its whole sentence."""
    start, end = happening.clause
    clause = sentence[start:end]
    relative = _RELATIVE.match(clause)
    if start > 0 and relative:
        noun = _polished(_without_dates(sentence, 0, start, mentions, cues), cues)
        comma = sentence.find(",", max(start + relative.end(), happening.mention.end if happening.mention else 0), end)
        rest = _without_dates(sentence, start + relative.end(), comma if comma > 0 else end, mentions, cues)
        return f"{noun} {rest}" if len(noun) <= 60 else _without_dates(sentence, 0, end, mentions, cues)
    if not cues.past.search(clause):
        return _without_dates(sentence, 0, len(sentence), mentions, cues)
    joined = _SUBORDINATE.match(clause)
    opening = joined.end() if joined else 0
    if (start == 0 and joined and end < len(sentence)) or (start > 0 and _stands_alone(clause[opening:], cues)):
        return _without_dates(sentence, start + opening, end, mentions, cues)
    return _without_dates(sentence, 0, end, mentions, cues)


def _stands_alone(clause: str, cues: Cues) -> bool:
    """Tell a clause with a subject of its own: it begins with a name or an article."""
    clause = clause.lstrip(_EDGE)
    return clause[:1].isupper() or cues.articles.match(clause) is not None


def _subject(sentence: str, saying: Saying, mentions: Sequence[Mention], cues: Cues) -> str:
    text = _polished(_without_dates(sentence, 0, saying.start, mentions, cues), cues)
    return text if 2 <= len(text) <= 70 and "," not in text else ""


def _without_dates(sentence: str, start: int, end: int, mentions: Sequence[Mention], cues: Cues) -> str:
    """Leave out the date words, with the preposition and comma that go with them; dates stand beside a headline.

    Dates within a quotation are the speaker's words and stay.
    """
    quoted = quoted_spans(sentence)
    out = []
    position = start
    for mention in mentions:
        if (
            not start <= mention.start < end
            or is_quoted(quoted, mention.start)
            or not is_adverbial(sentence, mention, end, cues)
        ):
            continue
        before = _before_preposition(sentence[position : mention.start], cues)
        out.append(before)
        local = _LOCAL_TIME.match(sentence, mention.end, end)
        position = local.end() if local else mention.end
        if sentence[position : position + 1] == "," and (not before.strip() or before.rstrip().endswith(",")):
            position += 1
    out.append(sentence[position:end])
    return " ".join(piece.strip() for piece in out if piece.strip())


def is_adverbial(sentence: str, mention: Mention, end: int, cues: Cues) -> bool:
    """Tell a date that can be left out from one that a noun needs: "last week's attack", "the 2022 case"."""
    following = sentence[mention.end : end]
    if following[:1] in ("'", "’", "-"):
        return False
    if _AS_OF.search(sentence[: mention.start].rstrip()[-10:]):
        return True
    before = sentence[: mention.start].split()[-3:]
    if cues.verb_second and len(before) < 2:
        return False
    return not before or before[-1].lower() not in _NOUN_FOLLOWS


def _before_preposition(text: str, cues: Cues) -> str:
    stripped = _ELIDED.sub("", _AS_OF.sub("", text.rstrip())).rstrip()
    head, _, last = stripped.rpartition(" ")
    return head if last.lower() in cues.prepositions and last.lower() not in _JOINING else stripped


def _polished(text: str, cues: Cues) -> str:
    text = _EMPTY_BRACKETS.sub("", " ".join(text.split()))
    text = re.sub(r"\s+([,.;:!?])", r"\1", text).strip(_EDGE)
    while found := cues.lead_ins.match(text):
        if found.end() == 0:
            break
        text = text[found.end() :].lstrip(_EDGE)
    that = cues.that.match(text)
    text = (text[that.end() :] if that else text).lstrip(_EDGE)
    article = cues.articles.match(text)
    text = text[article.end() :] if article and len(text) > article.end() else text
    return _sentence_case(text.strip(_EDGE).rstrip(".!"))


def _sentence_case(text: str) -> str:
    first = 1 if text[:1] in "“\"«„'‘(" else 0
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def _shortened(text: str, cues: Cues) -> str:
    """Cut to MAX_HEADLINE: first what can be spared, then at a clause, then at a small word, then at a word."""
    for spare in (_APPOSITION, _MODIFIER, _PARENTHESIS):
        if len(text) > MAX_HEADLINE:
            text = spare.sub("", text)
    glued = re.search(r"(?<=[”»])(?=[^\W\d_])", text)
    if glued:
        text = text[: glued.start()]
    if len(text) > MAX_HEADLINE:
        text = _cut(text, cues)
    whole = balance(_without_loose_end(text, cues)).strip(_EDGE).rstrip(".,")
    return _sentence_case(_STOP_IN_QUOTE.sub(r"\1", whole))


def _cut(text: str, cues: Cues) -> str:
    """Cut at the last clause, else before the last small word, that leaves a verb in front of it."""
    quoted = quoted_spans(text)
    clauses = [found.start() for found in cues.breaks.finditer(text, 0, MAX_HEADLINE + 20)]
    words = [found.start() for found in _WORD_CUT.finditer(text, 0, MAX_HEADLINE + 4)]
    for cuts in (clauses, words):
        fitting = [cut for cut in cuts if _MIN_CLAUSE <= cut <= MAX_HEADLINE and not is_quoted(quoted, cut)]
        if fitting and _has_verb(text[: fitting[-1]], cues):
            return text[: fitting[-1]]
    return text[: MAX_HEADLINE - 1].rpartition(" ")[0] or text[: MAX_HEADLINE - 1]


def _has_verb(text: str, cues: Cues) -> bool:
    return bool(cues.past.search(text) or cues.reports.search(text) or cues.ahead.search(text))


def _without_loose_end(text: str, cues: Cues) -> str:
    """Take off small words that a cut left hanging."""
    while True:
        text = text.rstrip(_EDGE)
        head, _, last = text.rpartition(" ")
        if not head or last.lower() not in cues.prepositions:
            return text
        text = head
