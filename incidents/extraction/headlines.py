"""A usable headline from a sentence: who did what, nothing added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..temporal import Mention
from .backgrounds import behind_that, goes_on_with_verb, is_background, is_target
from .cues import Cues
from .happenings import Happening, Role, is_of_a_figure
from .phrases import has_verb, is_whole, noun_at_end, was_or_were
from .quotations import is_quoted, quoted_spans
from .sayings import Saying
from .shortening import MAX_HEADLINE, clipped, shortened
from .trimming import EDGE, polished, sentence_case, without_dates

_HAD_DONE = re.compile(
    r"(?<!\w)had ((?:also |already )?(?:\w{2,20}ed|taken|stolen|found|kept|made|held|shut|sent|hit|lost|left|put|seen|"
    r"given)\b)(?! to\b)"
)
_HAS = re.compile(r"\s(?:has|have|had)(?:\s(?:also|now|since|already|\w{2,20}ly))?$")  # "has said that it wants"
_TRAILING_SAYING = re.compile(r",\s*(?:according to|said|says|quoted|citing)\b[^,]*$", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\W*(?:and|but|while|whilst|after|before|when|until|although|though|because|since|whereas|as)\s+", re.IGNORECASE
)
_RELATIVE = re.compile(r"\W*(?:(?-i:who)|which|die|der|que|qui)\s+", re.IGNORECASE)  # not "WHO"
_RELATIVE_AT_END = re.compile(r",?\s+(?:who|which)$")
_ADJUNCT = re.compile(r"(?:after|before|when|while|until|because)\s")
_GERUND = re.compile(r"\W*(?:saying|adding|citing|accusing|using|including|with|according)\s", re.IGNORECASE)
# "established in 2002", "passed by the Senate in March": what a noun in front of it has undergone
_DONE = (
    "made|built|held|begun|taken|written|given|known|born|sent|set up|brought|found|shown|seen|drawn|stolen|sold|shot|"
    "hit|struck"
)
_UNDERGONE = re.compile(
    rf"(?P<comma>,?)\s+(?P<participle>(?:first |last |later |then )?(?:\w{{2,20}}ed|{_DONE}))"
    r"(?P<rest>(?: [^\s,;:“”\"()]{1,30}){0,8}) ?$"
)
_MAY_UNDERGO = re.compile(rf"(?:ed|{_DONE})(?!\w)")
_PRESENT = re.compile(r"[a-z]{2,20}[a-rt-z]s\s")  # right behind an aside: "…, requires companies to …"
_NO_PAST = re.compile(r"begun|taken|written|given|known|born|shown|drawn|stolen")


def write_headline(
    sentence: str, happening: Happening, mentions: Sequence[Mention], cues: Cues, *, is_bare: bool = False
) -> str:
    """Write a headline of at most MAX_HEADLINE characters for a happening; `mentions` are all of its sentence.

    The closest wording that is a whole sentence and fits is taken; where the words for verbs are unknown, the first.
    Only the date of the happening stands beside its headline, so that of something else stays in it, unless `is_bare`.
    """
    if not is_bare:
        mentions = [mention for mention in mentions if not _is_needed(sentence, mention, happening, cues)]
    for text in _wordings(sentence, happening, mentions, cues):
        headline = shortened(text, cues) if len(text.split()) > 1 else ""
        if headline and (is_whole(headline, cues) or not _has_known_verb(sentence, cues)):
            return headline
    # The sentence is no whole one itself, or goes on for too long without a border.
    whole = polished(without_dates(sentence, 0, len(sentence), mentions, cues), cues)
    return clipped(whole if len(whole.split()) > 1 else polished(sentence, cues), cues)


def _is_needed(sentence: str, mention: Mention, happening: Happening, cues: Cues) -> bool:
    """Tell the date of an aside ("The union, whose members walked out in 2018, …"), of a figure ("the loss for 2018"),
    or what something is put off to."""
    if is_of_a_figure(sentence, mention, cues):
        return True
    words = sentence[mention.start : mention.end]
    if not (mention.rule.startswith("month") or any(map(str.isdigit, words))):
        return False  # "yesterday" says nothing beside another date
    is_own = happening.mention is not None and mention.start == happening.mention.start
    return is_target(sentence, mention, cues) or (not is_own and is_background(sentence, mention, cues))


def _has_known_verb(sentence: str, cues: Cues) -> bool:
    return has_verb(sentence, cues) or any(is_whole(sentence[a:b], cues) for a, b in quoted_spans(sentence))


def _wordings(sentence: str, happening: Happening, mentions: Sequence[Mention], cues: Cues) -> Iterator[str]:
    """Give the texts that a headline can be made of, the closest to the happening first."""
    as_saying = happening.role is Role.SAYING or (cues.verb_second and happening.role is Role.SAID)
    is_trailing = happening.saying is not None and happening.saying.trailing
    if undergone := _undergone(sentence, happening, cues):
        yield polished(undergone, cues)
    pieces = _saying_pieces if as_saying else _told_pieces
    text = polished(pieces(sentence, happening, mentions, cues), cues)
    if not (as_saying and is_trailing):
        text = _TRAILING_SAYING.sub("", text)
    if quoted_spans(text) != ((0, len(text)),):  # a quotation needs its speaker
        yield text
    whole = polished(without_dates(sentence, 0, len(sentence), mentions, cues), cues)
    if is_trailing and len(whole) > MAX_HEADLINE:
        yield text
    yield whole
    yield sentence_case(without_dates(sentence, 0, len(sentence), mentions, cues).strip(EDGE).rstrip(".!"))
    yield polished(sentence, cues)


# --- what a noun has undergone ---------------------------------------------------------------------------


def _undergone(sentence: str, happening: Happening, cues: Cues) -> str:
    """Make a sentence of a participle that the date belongs to: "The court, set up in 2002, …" was set up."""
    mention = happening.mention
    if mention is None or not cues.drops_that or is_quoted(quoted_spans(sentence), mention.start):
        return ""
    start = max(0, mention.start - 200)
    before = sentence[start : mention.start].rstrip()
    head, _, last = before.rpartition(" ")
    before = head if last.lower() in cues.openers | cues.prepositions else before
    found = _last_undergone(before)
    after = sentence[mention.end : mention.end + 120].lstrip()
    if found is None or has_verb(found["rest"], cues):
        return ""
    front = behind_that(before[: found.start()], cues)
    is_aside = bool(found["comma"]) and not has_verb(front, cues) and _ends_before_verb(after, cues)
    is_certain = _NO_PAST.fullmatch(found["participle"]) is not None
    is_subject = not found["comma"] and cues.verbs.match(after.lstrip(", ") if is_certain else after) is not None
    clause = front[max(front.rfind(mark) for mark in ",;:") + 1 :] if not found["comma"] else front
    if not (is_aside or is_subject) or (is_subject and has_verb(clause, cues)):
        return ""
    if front != before[: found.start()] and not cues.prepositions.isdisjoint(front.replace(" of ", " ").split()[1:]):
        return ""  # "said that work on the ferry, begun in 2021, …": which of the two was begun?
    noun = noun_at_end(front, nearest=is_subject)
    be = was_or_were(noun) if noun else ""
    behind = after.partition(",")[0] if is_aside else ""
    return " ".join(filter(None, (noun, be, found["participle"] + found["rest"], behind.strip()))) if be else ""


def _last_undergone(before: str) -> re.Match[str] | None:
    """Find the participle nearest to the end of a text."""
    if not _MAY_UNDERGO.search(before, max(0, len(before) - 120)):
        return None
    for at in sorted((found.start() for found in re.finditer(r",?\s+", before[-120:])), reverse=True):
        at += len(before) - len(before[-120:])
        if (found := _UNDERGONE.match(before, at)) and not before.endswith(("first", "last", "later", "then"), 0, at):
            return found
    return None


def _ends_before_verb(after: str, cues: Cues) -> bool:
    """Tell that an aside ends behind its date, or soon behind it, and that the verb of the sentence follows."""
    comma = after.find(", ")
    if comma < 0 or after.startswith("that "):
        return False
    return (cues.verbs.match(after, comma + 2) or _PRESENT.match(after, comma + 2)) is not None


# --- what is said, who says it ---------------------------------------------------------------------------


def _saying_pieces(sentence: str, happening: Happening, mentions: Sequence[Mention], cues: Cues) -> str:
    saying = happening.saying
    if saying is None:
        return without_dates(sentence, 0, len(sentence), mentions, cues)
    if saying.trailing:
        return _speaker_first(sentence, saying, mentions, cues)
    said_from = saying.said_from if cues.drops_that else saying.end
    said = without_dates(sentence, said_from, len(sentence), mentions, cues)
    verb_end = saying.end
    that = cues.that.search(sentence, saying.end, said_from)
    if cues.addressed.search(sentence, saying.start, saying.end):
        verb_end = that.start() if that else saying.said_from  # with the one spoken to
    return f"{without_dates(sentence, 0, verb_end, mentions, cues)} {said}"


def _speaker_first(sentence: str, saying: Saying, mentions: Sequence[Mention], cues: Cues) -> str:
    """Turn "…, the court said on Tuesday" round where all of it is too long and would lose its speaker."""
    whole = without_dates(sentence, 0, len(sentence), mentions, cues)
    said_to = max(sentence.rfind(mark, 0, saying.start) for mark in ',”"»')
    speaker = sentence[said_to + 1 : saying.start].strip()
    if len(whole) <= MAX_HEADLINE or said_to <= 0 or not speaker or not cues.drops_that:
        return whole
    said = without_dates(sentence, 0, said_to + 1, mentions, cues).strip(EDGE)
    article = re.match(r"(?:The|An?)\s", said)
    said = said[:1].lower() + said[1:] if article else said
    return f"{speaker} {sentence[saying.start : saying.end]} {said}"


def _told_pieces(sentence: str, happening: Happening, mentions: Sequence[Mention], cues: Cues) -> str:
    start, end = happening.clause
    saying = happening.saying
    if saying is None or saying.trailing or start < saying.said_from:
        return _clause_with_subject(sentence, 0, happening, mentions, cues)
    verb = sentence[saying.start : saying.end]
    joined_by_that = cues.that.search(sentence, saying.end, saying.said_from) is not None
    relative = _RELATIVE_AT_END.search(sentence[: saying.start].rstrip())
    if relative:  # "The man, who said he was born in 1990, …": it is he who says so
        subject = noun_at_end(sentence[: relative.start()])
        end = _end_of_aside(sentence, saying.said_from, end)
        is_inside = happening.mention is None or happening.mention.start < end
        said = without_dates(sentence, saying.said_from, end, mentions, cues)
        return f"{subject} {verb} {said}" if subject and is_inside else ""
    if cues.addressed.search(verb) and not joined_by_that:
        return ""
    if start > saying.said_from and _begins_a_clause(sentence[start:end], cues):
        return _clause_with_subject(sentence, saying.said_from, happening, mentions, cues)
    text = without_dates(sentence, saying.said_from, end, mentions, cues).lstrip(EDGE)
    first, _, rest = text.partition(" ")
    if cues.past.match(text) and not cues.drops_that:  # a language that leaves the pronoun out
        first, rest = "", text
    if rest and first.lower() in ("", *cues.pronouns, *cues.possessives):
        subject = _subject(sentence, saying, mentions, cues)
        owner = "’s" if first.lower() in cues.possessives else ""
        text = f"{subject}{owner} {rest}" if subject else text
    return _HAD_DONE.sub(r"\1", text, count=1) if "been" not in text[:60] else text


def _end_of_aside(sentence: str, start: int, end: int) -> int:
    comma = sentence.find(", ", start, end)
    return comma if comma >= 0 else end


def _begins_a_clause(clause: str, cues: Cues) -> bool:
    return _RELATIVE.match(clause) is not None or _SUBORDINATE.match(clause) is not None


def _clause_with_subject(
    sentence: str, base: int, happening: Happening, mentions: Sequence[Mention], cues: Cues
) -> str:
    """Give a clause that says who did what: alone, with the noun its "who" stands for, or with all since `base`."""
    start, end = happening.clause
    clause = sentence[start:end]
    relative = _RELATIVE.match(clause)
    if start > 0 and relative:
        behind = _behind_aside(sentence, start + relative.end(), happening, cues)
        if behind > 0:  # "The ban, which was backdated, followed a fight on Monday": the date is the main clause's
            front = polished(without_dates(sentence, base, start, mentions, cues), cues)
            return f"{front} {without_dates(sentence, behind, end, mentions, cues)}"
        comma = sentence.find(",", max(start + relative.end(), happening.mention.end if happening.mention else 0), end)
        rest = without_dates(sentence, start + relative.end(), comma if comma > 0 else end, mentions, cues)
        noun = polished(without_dates(sentence, base, start, mentions, cues), cues)
        if len(noun) > 60 or has_verb(noun, cues):
            noun = noun_at_end(without_dates(sentence, base, start, mentions, cues))
            noun = noun.rpartition(" of ")[2] if "who" in relative[0].lower() else noun
        return f"{noun} {rest}" if noun else without_dates(sentence, base, end, mentions, cues)
    if _GERUND.match(clause) or not has_verb(clause, cues):
        return without_dates(sentence, base, len(sentence) if start == 0 else end, mentions, cues)
    if start == 0:
        return _of_opening_clause(sentence, end, happening, mentions, cues)
    joined = _SUBORDINATE.match(clause)
    opening = joined.end() if joined else 0
    if _stands_alone(clause[opening:], cues) or (clause.startswith(";") and not cues.verbs.match(clause.lstrip(EDGE))):
        return without_dates(sentence, start + opening, end, mentions, cues)
    return without_dates(sentence, base, end, mentions, cues)


def _behind_aside(sentence: str, start: int, happening: Happening, cues: Cues) -> int:
    """Give where the main clause goes on behind a relative one that ends before the date; 0 where it does not."""
    comma = sentence.find(", ", start)
    mention = happening.mention
    if mention is None or not 0 < comma < mention.start:
        return 0
    is_verb = cues.verbs.match(sentence, comma + 2) or goes_on_with_verb(sentence, comma + 2, cues)
    return comma + 2 if is_verb else 0


def _of_opening_clause(sentence: str, end: int, happening: Happening, mentions: Sequence[Mention], cues: Cues) -> str:
    """Tell what an opening clause tells ("After the gates closed on Monday, ships left") from what follows it."""
    joined = _SUBORDINATE.match(sentence)
    if not joined:
        return without_dates(sentence, 0, _with_adjunct(sentence, end, mentions, cues), mentions, cues)
    comma = sentence.find(",", happening.mention.end if happening.mention else 0)
    comma = comma if 0 < comma <= end else end
    body = sentence[joined.end() : comma]
    if has_verb(body, cues) and _stands_alone(body, cues):
        return without_dates(sentence, joined.end(), comma, mentions, cues)
    return without_dates(sentence, 0, len(sentence), mentions, cues)


def _with_adjunct(sentence: str, end: int, mentions: Sequence[Mention], cues: Cues) -> int:
    """Give the end of a clause with the short one that says why or when it was: "… after a guard was hurt"."""
    if not _ADJUNCT.match(sentence, end):
        return end
    border = cues.breaks.search(sentence, end + 1)
    last = border.start() if border else len(sentence)
    if border and sentence[last] not in ",;":
        return end
    is_dated = any(end <= mention.start < last for mention in mentions)
    return end if is_dated or last > MAX_HEADLINE else last


def _stands_alone(clause: str, cues: Cues) -> bool:
    """Tell a clause with a subject of its own: it begins with a name or an article."""
    clause = clause.lstrip(EDGE)
    first = clause.split(None, 1)[0].lower() if clause else ""
    return clause[:1].isupper() or cues.articles.match(clause) is not None or first in cues.possessives


def _subject(sentence: str, saying: Saying, mentions: Sequence[Mention], cues: Cues) -> str:
    text = polished(without_dates(sentence, 0, saying.start, mentions, cues), cues)
    text = _HAS.sub("", text) if cues.drops_that else text
    return text if 2 <= len(text) <= 70 and "," not in text else ""
