"""Which happenings a sentence tells, and which of its dates belongs to which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from ..temporal import Mention
from .backgrounds import is_background, is_behind_a_perfect, is_of_an_object, is_target
from .cues import Cues, first_verb
from .quotations import is_quoted, quoted_spans
from .sayings import Saying, dates_the_saying, end_of_said, find_saying, leads_in, saying_kind, tells_a_past
from .sequels import Bound, bound_by, is_of_one_day
from .trimming import JOINING, is_adverbial, names_a_noun

_GAP = 80
_AUXILIARY_GAP = 12
_LOOK_BACK = 160
# Without a reference date a relative expression has no precision yet; those that reach here are such units.
_COARSE = ("", "year", "decade", "century", "millennium", "month", "season", "quarter", "week")

_MAY_JOIN_A_NOUN = re.compile(r"(?:since|until|before|after|as)\s", re.IGNORECASE)
_AGE = re.compile(r"(?:early |mid-?|late )?\d0s")
_UNREAL = re.compile(r"\s(?:not\s)?(?:have|haber|avoir)\s", re.IGNORECASE)  # "could have been fined"
_AT_THE_TIME = re.compile(r"\W*(?:(?P<after>after)|when|as|while)\s", re.IGNORECASE)
_WHEN = re.compile(r",\swhen\s", re.IGNORECASE)
# "This would explain why …"
_SUPPOSED = re.compile(r"(?:this|that|it|which)\s(?:would|could|might|may)$", re.IGNORECASE)
_ARTICLE = re.compile(
    r"\b(?:an?|any|another|no|this|the|its|his|her|their|new|\w+['’]s)\s(?:[\w-]{1,20}\s)?$", re.IGNORECASE
)


class Role(StrEnum):
    """What a date dates: the saying, what is said, or the one happening of a sentence without a saying."""

    SAYING = "saying"
    SAID = "said"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Happening:
    """One dated happening of a sentence; spans count from the sentence's start."""

    mention: Mention | None
    role: Role
    kind: str
    clause: tuple[int, int]
    saying: Saying | None
    is_date_of_saying_possible: bool = False
    is_background: bool = False
    bound: Bound = Bound.NONE


def find_happenings(sentence: str, mentions: Sequence[Mention], cues: Cues) -> list[Happening]:
    """Give the happenings that the dates of a sentence date, those of the main clause first, then in text order.

    Mentions count from the sentence's start.
    """
    if not mentions:
        return []
    saying = find_saying(sentence, mentions, cues)
    clauses = clause_spans(sentence, cues)
    found: list[Happening] = []
    mentions = [
        mention
        for mention in mentions
        if not _is_named_in_speech(sentence, mention, cues)
        and not _is_age(sentence, mention, cues)
        and not _is_aside(sentence, mention, cues)
        and not is_of_a_figure(sentence, mention, cues)
    ]
    outside = [mention for mention in mentions if not _in_brackets(sentence, mention)]
    for mention in outside or mentions:
        happening = _placed(sentence, _happening(sentence, mention, saying, clauses, cues), cues)
        happening = _with_its_main_clause(sentence, happening, mentions, clauses, cues)
        rival = next((h for h in found if (h.role, h.clause) == (happening.role, happening.clause)), None)
        if rival is None or _is_listed(sentence, found[-1], happening, cues):
            found.append(happening)
        elif _is_better(sentence, happening, rival, cues):
            found[found.index(rival)] = happening
    telling = [h for h in found if h.mention and _tells_when(sentence, h.mention, cues)]
    return sorted(telling or found, key=lambda happening: happening.is_background)


def _placed(sentence: str, happening: Happening, cues: Cues) -> Happening:
    mention = happening.mention
    bound = bound_by(sentence, mention, cues) if mention else Bound.NONE
    if bound:
        return replace(happening, is_background=True, bound=bound)
    is_behind = mention is not None and (
        is_background(sentence, mention, cues)
        or is_target(sentence, mention, cues)
        or is_of_an_object(sentence, mention, cues)
        or is_behind_a_perfect(sentence, mention, happening.clause, cues)
        or (happening.role is not Role.SAYING and _is_behind_an_outlook(sentence, mention, happening.clause, cues))
    )
    return replace(happening, is_background=True) if is_behind else happening


def _is_behind_an_outlook(sentence: str, mention: Mention, clause: tuple[int, int], cues: Cues) -> bool:
    """Tell a date that is over in a clause about what is to come: "will close two mines after last year's loss"."""
    if mention.anchor is None or mention.start < clause[0]:
        return False
    end = mention.edtf.strip("[]").rpartition("..")[2]
    if not end or end[:1] in "X/" or end >= mention.anchor.isoformat()[: len(end)]:
        return False
    return is_ahead(sentence[clause[0] : mention.start], cues)


def _with_its_main_clause(
    sentence: str, happening: Happening, mentions: Sequence[Mention], clauses: list[tuple[int, int]], cues: Cues
) -> Happening:
    """Take the main clause in, where nothing else dates it: "Three died when a ferry capsized on Monday"."""
    mention, (start, end) = happening.mention, happening.clause
    if mention is None or not cues.drops_that or happening.is_background or happening.role is Role.SAYING:
        return happening
    opening = _AT_THE_TIME.match(sentence, start)
    before = next((clause for clause in clauses if clause[1] == start), None)
    if opening is None or before is None or (opening["after"] and not is_of_one_day(mention)):
        return happening
    first = max(before[0], happening.saying.said_from) if happening.saying else before[0]
    is_dated = any(first <= other.start < start for other in mentions)
    if is_dated or first >= start or not cues.verbs.search(sentence, first, start):
        return happening
    clause = first, end
    return replace(happening, clause=clause, kind=kind_of(sentence, clause, cues))


def _tells_when(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell a date at which something is, from one that names a noun or that something was put off to."""
    return not is_target(sentence, mention, cues) and not names_a_noun(sentence, mention, len(sentence), cues)


def _is_aside(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell a date of something only mentioned: "…, including a trial last year, …", "the worst storm since 1953"."""
    before = sentence[max(0, mention.start - _LOOK_BACK) : mention.start]
    since = sentence[mention.start : mention.end].partition(" ")[0] + " " if mention.edtf.endswith("..") else ""
    record = cues.records.search(before + since)
    if record and cues.verbs.search(before[: record.start()]):
        return True
    asides = list(cues.asides.finditer(before))
    if not asides:
        return False
    between = before[asides[-1].end() :]
    return "," not in between and cues.verbs.search(between) is None


def is_of_a_figure(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell the time that a figure is of and nothing happened at: "the loss reported for last year"."""
    is_coarse = mention.precision in _COARSE and mention.kind != "time"
    found = cues.measured.search(sentence, max(0, mention.start - _GAP), mention.start) if is_coarse else None
    if found is None or found.start() == 0:  # "For 2009, the port reported a loss"
        return False
    is_ahead_of_report = mention.anchor is not None and mention.edtf.strip("[].") > mention.anchor.isoformat()
    return not is_ahead_of_report and is_adverbial(sentence, mention, len(sentence), cues)


def _in_brackets(sentence: str, mention: Mention) -> bool:
    return sentence.rfind("(", 0, mention.start) > sentence.rfind(")", 0, mention.start)


def _is_named_in_speech(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell a date that only names something within a quotation: "ahead of the 2024 elections", he said."""
    if not is_quoted(quoted_spans(sentence), mention.start):
        return False
    return names_a_noun(sentence, mention, len(sentence), cues)


def _is_age(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell "a man in his 40s" from "in the 1940s"."""
    before = sentence[max(0, mention.start - 20) : mention.start].split()
    is_decade = _AGE.fullmatch(sentence, mention.start, mention.end) is not None
    return is_decade and bool(before) and before[-1].lower() in cues.possessives


def undated_happening(sentence: str, cues: Cues) -> Happening:
    """Give the happening of a sentence that has no date of its own."""
    saying = find_saying(sentence, (), cues)
    role = Role.TOLD if saying is None else Role.SAYING
    kind = kind_of(sentence, (0, len(sentence)), cues) if role is Role.TOLD else saying_kind(sentence, saying, cues)
    return Happening(None, role, kind, (0, len(sentence)), saying)


def clause_spans(sentence: str, cues: Cues) -> list[tuple[int, int]]:
    """Split a sentence at the words that begin another clause, never inside a quotation."""
    quoted = quoted_spans(sentence)
    verb = first_verb(sentence, cues)
    # "The first report since the port was hit" has its own verb still to come.
    first = verb.end() if verb and cues.drops_that else 0
    cuts = [
        found.start()
        for found in cues.breaks.finditer(sentence)
        if not is_quoted(quoted, found.start()) and (found.start() >= first or not _MAY_JOIN_A_NOUN.match(found[0]))
    ]
    bounds = [0, *(cut for cut in cuts if cut > 0), len(sentence)]
    return [(start, end) for start, end in pairwise(bounds) if start < end]


def _happening(
    sentence: str, mention: Mention, saying: Saying | None, clauses: list[tuple[int, int]], cues: Cues
) -> Happening:
    clause = next(((start, end) for start, end in clauses if start <= mention.start < end), (0, len(sentence)))
    if saying is None and (when := _when_clause(sentence, mention, clauses, cues)):
        clause = when
    if saying is None:
        return Happening(mention, Role.TOLD, kind_of(sentence, clause, cues), clause, None)
    if dates_the_saying(sentence, mention, saying, cues):
        return Happening(mention, Role.SAYING, saying_kind(sentence, saying, cues), (0, len(sentence)), saying)
    leads = leads_in(sentence, mention, saying, cues)
    if leads:
        if mention.precision not in _COARSE or not tells_a_past(sentence, saying, cues):
            return Happening(mention, Role.SAYING, saying_kind(sentence, saying, cues), (0, len(sentence)), saying)
        clause = next(((a, b) for a, b in clauses if a <= saying.said_from < b), (saying.said_from, len(sentence)))
        clause = (saying.said_from, max(clause[1], saying.said_from))
    if not saying.trailing and clause[0] < saying.said_from <= mention.start:
        clause = (saying.said_from, clause[1])
    if saying.trailing and clause[1] > saying.start:
        clause = (clause[0], max(end_of_said(sentence, saying), mention.end))
    kind = kind_of(sentence, clause, cues)
    return Happening(mention, Role.SAID, kind, clause, saying, is_date_of_saying_possible=leads)


def _when_clause(sentence: str, mention: Mention, clauses: list[tuple[int, int]], cues: Cues) -> tuple[int, int] | None:
    """Find what a date behind a verb of now is the date of: "The result is better than in 2008, when the yard lost"."""
    verb = first_verb(sentence, cues)
    if verb is None or not cues.drops_that or not _WHEN.match(sentence, mention.end):
        return None
    is_of_now = cues.present.match(sentence, verb.start()) and not cues.past.search(sentence, 0, mention.start)
    return next((clause for clause in clauses if clause[0] == mention.end), None) if is_of_now else None


def kind_of(sentence: str, clause: tuple[int, int], cues: Cues) -> str:
    """Name the kind of a happening by the first telling verb of its clause, if no other verb comes before it."""
    start, end = clause
    telling = cues.kinds.search(sentence, start, end)
    at, kind = (telling.start(), telling.lastgroup or "occurred") if telling else (end, "occurred")
    past = cues.past.search(sentence, start, end)
    ahead = cues.ahead.search(sentence, start, end)
    if ahead and ahead.start() < min(at, past.start() if past else end):
        return "other"
    is_other_verb = past is not None and at - past.end() > _AUXILIARY_GAP
    return "occurred" if is_other_verb else kind


def is_ahead(sentence: str, cues: Cues) -> bool:
    """Tell an outlook: "will" or its like before any verb of what was."""
    ahead = cues.ahead.search(sentence)
    if ahead and (
        _UNREAL.match(sentence, ahead.end()) or _is_a_plan(sentence, ahead) or _SUPPOSED.match(sentence, 0, ahead.end())
    ):
        return False
    return ahead is not None and cues.past.search(sentence, 0, ahead.start()) is None


def _is_a_plan(sentence: str, ahead: re.Match[str]) -> bool:
    """Tell "a rescue plan to …" from "they plan to …"."""
    return ahead[0].startswith("plan") and _ARTICLE.search(sentence, 0, ahead.start()) is not None


def _is_listed(sentence: str, before: Happening, happening: Happening, cues: Cues) -> bool:
    """Tell a date of a list, each with a happening of its own: "burned in 1994 and again in 2003"."""
    if before.mention is None or happening.mention is None or before.clause != happening.clause:
        return False
    between = sentence[before.mention.end : happening.mention.start]
    words = between.replace(",", " ").lower().split()
    if any(word not in cues.prepositions | cues.openers for word in words):
        return False
    is_joined = any(word in JOINING for word in words) or (between.strip() == "," and _are_alike(before, happening))
    return is_joined and before.is_background == happening.is_background


def _are_alike(before: Happening, happening: Happening) -> bool:
    one, other = before.mention, happening.mention
    return one is not None and other is not None and (one.precision, one.kind) == (other.precision, other.kind)


def _is_better(sentence: str, happening: Happening, rival: Happening, cues: Cues) -> bool:
    """Tell a date that says when better than another of its clause: one that names no noun, and a finer one."""
    if not happening.mention or not rival.mention:
        return False
    if happening.is_background != rival.is_background:
        return rival.is_background
    own, other = (_tells_when(sentence, m, cues) for m in (happening.mention, rival.mention))
    if own != other:
        return own
    is_open, is_rival_open = (
        m.edtf.startswith("..") or m.edtf.endswith("..") for m in (happening.mention, rival.mention)
    )
    if is_open != is_rival_open:
        return is_rival_open  # "missing since Thursday, were found on Sunday"
    return rival.mention.precision in _COARSE and happening.mention.precision not in _COARSE
