"""A sentence made short enough for a headline: asides go first, then what follows a clause border, then a phrase."""

from __future__ import annotations

import re
from itertools import pairwise

from .cues import Cues
from .phrases import has_verb, is_cut_verb, is_whole, verb_after
from .quotations import balance, is_quoted, quoted_spans
from .trimming import EDGE, sentence_case, without_article

MAX_HEADLINE = 120
_WANTED = 110  # a sentence that fits into MAX_HEADLINE stays whole but for a clause at its end; a phrase is cut at this
_MIN_NATURAL = 60
_LOOK = 400
_MIN_CLAUSE = 20
_MIN_PHRASE = 40
_MOST_CUTS = 30  # no sentence has more borders that are worth a try

_STOP_IN_QUOTE = re.compile(r"[.,;]+([”\"»])$")
_GLUED = re.compile(r"(?<=[”»])(?=[^\W\d_])")
_PARENTHESIS = re.compile(r"\s*\([^()]{1,60}\)")
_SUBJECT_OPENS = re.compile(
    r"[A-ZÀ-Þ\d“\"]|(?:the|an?|his|her|its|their|he|she|it|they|this|these|two|three|several)\s"
)
_DASH = re.compile(r"\s[–-](?=\s)|\s?—")
_GOES_ON = re.compile(r"\s*(?:he|she|it|they|the|an?|in|on|at|to|for|from|with|by)\s")
_APPOSITION = re.compile(r", (?:an?|the) [^,“”\"]{3,80},(?!\d|\s*(?:and|or|an?|the)\s)")
_ASIDE = re.compile(
    r"(?:, (?:after|before|including|following|during|with|despite|citing|amid|given|unlike|such as)\s[^,]{3,80}){1,3}"
    r",(?!\d| (?:and|or|but)\s)"
)
_MODIFIER = re.compile(r" (?:working|acting|serving|operating) (?:for|as|with) [^,]{3,60}?(?= from\b)")
_OPENING = re.compile(
    r"(?!at (?:least|most)|in all|under \d)(?:(?:just |shortly )?after|before|during|following|in|on|at|by|under|amid|"
    r"despite|with|for)\s[^,;“”\"]{3,90},\s",
    re.IGNORECASE,
)
_B_OPENS = re.compile(
    r"(?:an?|the|his|her|its|their|one|who|whose|which|whom|where|when|also|then|formerly|once|now|aged|\d[\d,.]*|"
    r"\w+ed|\w+ing|known|held|led|built|made|born|set|run|in|on|at|by|from|with|under|after|before|of|"
    r"(?-i:[A-Z])\S+\s+(?-i:[A-Z])\S+|\w+\s+(?:of|at|for|in|to|with|from))(?=[\s,])",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"\s*(?:(?:also|then|now|still|later|have|had|has|\w+ly)\s+)?")
_SUBJECT_PHRASE = re.compile(r" (?:in|at|from|speaking|\w+ing (?:to|for|as|at|in)) (?:[^\s,]+ ){1,8}$")
_GERUND_CUT = re.compile(
    r",? (?=(?:while|after|before|when) \w+ing\s)|,? (?=and (?:that |[“\"«]))|, (?=\w{3,20}ing\s|\w{2,20}ed by\s)"
)
_PHRASE_CUT = re.compile(
    r",? (?=(?:to|in|on|at|by|for|from|with|as|using|over|under|into|against|about|since|during|between|amid|"
    r"among|within|across|after|before|following|alleging|saying|en|por|para|con|a|van|op|door|voor|met|bij|von|bei|für|mit|"
    r"durch|im|am|dans|par|pour|avec|sur|à)\s)| (?=(?:that|which) )"
)
_OF_CUT = re.compile(r" (?=(?:of|de|del|du|des)\s)")
_WHAT_IS_TOLD = re.compile(
    r"(?<!\w)(?:that|of|about|how|why|to|the truth|[a-z]{2,20}ed|was|were|is|are|had|has|will)(?!\w)"
)
_ANOTHER = re.compile(r"\W*(?:and|but|[;:—–])(?!\w)")
_AND = re.compile(r",? (?:and|or|y|o|und|oder|en|of|et|ou)\s")
_LIKELY = re.compile(r"(?<!\w)(?:likely|unlikely|able|unable|set|due|going|ready|about|plans?|attempts?|failed)$")


def shortened(text: str, cues: Cues) -> str:
    """Give a text as a headline of at most MAX_HEADLINE characters; "" where no cut leaves a whole sentence.

    A clause that follows goes before an aside, an aside before a phrase, and the opening and the subject's own
    phrase only where nothing else helps.
    """
    glued = _GLUED.search(text)
    text = _without_open_dash(text[: glued.start()] if glued else text, cues)
    if _WANTED < len(text) <= MAX_HEADLINE:
        text = _PARENTHESIS.sub("", text)
        cut = _cut(text, cues, at_phrases=False) if len(text) > _WANTED else ""
        is_natural = _MIN_NATURAL <= len(cut) <= _WANTED and not _AND.match(text, len(cut))
        return _ended(cut if is_natural else text)
    for spare in (_unchanged, _without_interruption, _without_asides, _without_opening, _with_short_subject):
        text = spare(text, cues)
        if len(text) > _WANTED:
            text = _PARENTHESIS.sub("", text)
        if len(text) <= MAX_HEADLINE:
            return _ended(text)
        if spare is not _unchanged and (cut := _cut(text, cues, spare is not _without_interruption)):
            return _ended(cut)
    return ""


def clipped(text: str, cues: Cues) -> str:
    """Give as much of a text as fits, broken at a word and marked with an ellipsis where it does not all fit."""
    if len(text) <= MAX_HEADLINE:
        return _ended(text)
    text = _without_asides(_without_interruption(text, cues), cues)
    if len(text) <= MAX_HEADLINE:
        return _ended(text)
    words = text[: _WANTED - 2].rpartition(" ")[0] or text[: _WANTED - 2]
    while words.rpartition(" ")[0] and words.rsplit(None, 1)[-1].lower() in cues.prepositions:
        words = words.rpartition(" ")[0]
    whole = balance(words.rstrip(EDGE + ".")).rstrip(EDGE)
    if len(whole.split()) < 3:  # all but the first words stood in a bracket
        whole = words.replace("(", "").rstrip(EDGE)
    closing = whole[-1:] if whole[-1:] in '”"»' else ""
    return sentence_case(whole.removesuffix(closing) + "…" + closing)


def _ended(text: str) -> str:
    whole = balance(text).strip(EDGE).rstrip(".,").strip(EDGE)
    return sentence_case(_STOP_IN_QUOTE.sub(r"\1", whole))


# --- asides ----------------------------------------------------------------------------------------------


def _unchanged(text: str, cues: Cues) -> str:
    return text


def _without_interruption(text: str, cues: Cues) -> str:
    """Join subject and verb: "The court, set up in 2002, tries …" becomes "The court tries …"."""
    verb = verb_after(text[:_LOOK], 0, cues)
    if _OPENING.match(text):
        return text
    quoted = quoted_spans(text)
    dashes = [(found.start(), found.end()) for found in _DASH.finditer(text, 0, _LOOK)]
    commas = [
        (at, at + 1)
        for at, char in enumerate(text[:_LOOK])
        if char == "," and not text[at + 1 : at + 2].isdigit() and not is_quoted(quoted, at)
    ]
    for marks in (dashes, commas):
        for number, (first, aside) in enumerate(marks[:4]):
            if 0 <= verb < first:
                break
            if marks is commas and not _B_OPENS.match(text, aside + 1):
                continue
            for _, last in marks[number + 1 :]:
                adverb = _ADVERB.match(text, last)
                if cues.verbs.match(text, adverb.end() if adverb else last):
                    return text[:first] + text[last:]
    return text


def _without_asides(text: str, cues: Cues) -> str:
    """Leave out what interrupts the sentence, the most dispensable first, until it fits."""
    for spare in (_without_dashes, _MODIFIER, _APPOSITION, _ASIDE):
        if len(text) <= MAX_HEADLINE:
            break
        text = spare.sub(_unless_quoting, text) if isinstance(spare, re.Pattern) else spare(text)
    return text


def _unless_quoting(found: re.Match[str]) -> str:
    """Leave an aside out unless it begins or ends within a quotation."""
    aside = found[0]
    is_balanced = aside.count('"') % 2 == 0 and all(aside.count(a) == aside.count(b) for a, b in ("“”", "«»"))
    return "" if is_balanced else aside


def _without_dashes(text: str) -> str:
    quoted = quoted_spans(text)
    dashes = [found for found in _DASH.finditer(text, 0, _LOOK) if not is_quoted(quoted, found.start())]
    for first, second in pairwise(dashes):
        if _GOES_ON.match(text, second.end()):
            return text[: first.start()] + text[second.end() :]
    return text


def _without_open_dash(text: str, cues: Cues) -> str:
    """Leave out an aside at the end that has no verb: "The gates were shut — all nine"."""
    quoted = quoted_spans(text)
    dashes = [found.start() for found in _DASH.finditer(text) if not is_quoted(quoted, found.start())]
    return text[: dashes[-1]] if len(dashes) % 2 and not has_verb(text[dashes[-1] :], cues) else text


def _without_opening(text: str, cues: Cues) -> str:
    opening = _OPENING.match(text)
    if not opening or has_verb(opening[0], cues):
        return text
    rest = text[opening.end() :]
    if not _SUBJECT_OPENS.match(rest):
        return text
    return sentence_case(without_article(rest, cues))


def _with_short_subject(text: str, cues: Cues) -> str:
    """Leave out where a long subject is: "Officials in the north of the country said" becomes "Officials said"."""
    verb = verb_after(text, 0, cues)
    subject = text[: max(verb, 0)]
    phrase = _SUBJECT_PHRASE.search(subject)
    if not phrase or phrase.start() < 8 or "," in subject:
        return text
    return f"{subject[: phrase.start()]} {text[verb:]}"


# --- cuts ------------------------------------------------------------------------------------------------


def _cut(text: str, cues: Cues, at_phrases: bool) -> str:
    """Cut at the last clause border that leaves a whole sentence, else before the last phrase; "" without one."""
    text = text[:_LOOK]
    quoted = quoted_spans(text)
    borders = [found.start() for found in cues.breaks.finditer(text, 0, MAX_HEADLINE + 40)]
    borders += [found.start() for found in _GERUND_CUT.finditer(text, 0, MAX_HEADLINE + 20)]
    phrases = [found.start() for found in _PHRASE_CUT.finditer(text, 0, MAX_HEADLINE + 4)]
    nouns = [found.start() for found in _OF_CUT.finditer(text, 0, _WANTED + 4)]
    for cuts, least, most in (
        (borders, _MIN_CLAUSE, MAX_HEADLINE),
        (phrases, _MIN_PHRASE, _WANTED),
        (nouns, _MIN_PHRASE, _WANTED),
        (phrases, _WANTED, MAX_HEADLINE),
    ):
        if cuts is not borders and not at_phrases:
            break
        for cut in sorted(cuts, reverse=True)[:_MOST_CUTS]:
            if least <= cut <= most and not is_quoted(quoted, cut) and _leaves_a_sentence(text, cut, cues):
                return text[:cut] if cuts is borders else _before_list(text[:cut], cues)
    return ""


def _leaves_a_sentence(text: str, cut: int, cues: Cues) -> bool:
    front = text[:cut].rstrip(EDGE)
    if _DASH.search(front):  # the second of a pair of dashes, or beyond a first one
        return False
    if not is_whole(front, cues) or is_cut_verb(front, text[cut:], cues) or _LIKELY.search(front[-12:]):
        return False
    said = [verb for verb in cues.reports.finditer(front) if not text.startswith(" to ", verb.end())]  # "is said to be"
    opened = said[-1].end() if said else 0
    if said and cues.addressed.search(said[-1][0]) and not _WHAT_IS_TOLD.search(front, opened):
        return False  # "told the press |, after a long day, that …"
    opened = max([opened, *(found.end() for found in re.finditer(r"(?<!\w)(?:that|whether|if)(?!\w)", front))])
    verb = verb_after(text, opened, cues)
    if not opened or verb < cut or (said and front[-1:] in '”»"' and is_quoted(quoted_spans(front), opened + 2)):
        return True
    borders = [found for found in cues.breaks.finditer(text, opened) if opened < found.start() <= verb]
    # An aside that ends before the verb ("the files, including payrolls, had …") is no border.
    return any(_ANOTHER.match(found[0]) or ", " not in text[found.end() : verb] for found in borders)


def _before_list(front: str, cues: Cues) -> str:
    """Take back to its first comma a cut that would end within a list or an apposition."""
    if re.search(r"(?<!\w)(?:and|or)(?!\w)", front[front.rfind(", ") + 1 :]):
        return front  # the list is complete
    quoted = quoted_spans(front)
    commas = [at for at in range(len(front)) if front[at : at + 2] == ", " and not is_quoted(quoted, at)]
    for start, end in pairwise([*commas, len(front)]):
        tail = front[start + 1 : end]
        if has_verb(front[start:], cues) or tail.lstrip().startswith(("and ", "or ")) or start < _MIN_CLAUSE:
            continue
        if is_whole(front[:start], cues) and not re.search(r",\s+(?:and|or)\s", front[start:]):
            return front[:start]
    return front
