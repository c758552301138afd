"""What the dates of a sentence are read as, seen beside its verbs and the day that its story is at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..drafts import Reading
from ..temporal import Alternative, Mention, tag
from ..temporal.edtf import reference_day
from .backgrounds import is_during, is_target
from .cues import Cues, first_verb
from .happenings import Happening, Role
from .quotations import is_quoted, quoted_spans
from .sequels import is_doubtful
from .surroundings import Surroundings
from .trimming import names_a_noun

_FROM_LAST_DATE = ("neighbour-unit", "next-day", "same-unit", "from-last-date")
_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_GROUP = 60  # characters between a verb and its date
_IS = re.compile(r"\b(?:is|are|be|being|zijn|ist|sind|est|sont)\s(?:[^\s,;]{1,30}\s)?\S+$")  # "is closed on Monday"
_PLANS = frozenset("set planned scheduled slated booked fixed called".split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the story: its span, its dates (counted from its start), its number, and whether it stands
    within a quotation that began before it."""

    start: int
    end: int
    text: str
    mentions: tuple[Mention, ...]
    number: int
    quoted: bool
    opens: bool


def named_by(sentence: Sentence, cues: Cues) -> set[str]:
    """Give the days that only name a noun of a sentence: "the 27 November agreement"."""
    return {
        mention.edtf
        for mention in sentence.mentions
        if mention.precision == "day" and names_a_noun(sentence.text, mention, len(sentence.text), cues)
    }


def counted_anew(
    sentence: Sentence,
    mention: Mention,
    surroundings: Surroundings,
    nouns: set[str],
    moved: Mapping[str, str],
    language: str,
    cues: Cues,
) -> Mention:
    """Count from the day that the story is at what the tagger, which sees only dates, counted from another.

    "At 6:19 pm" alone is of the day last told of, not of the report's; "the following day" does not follow a day that
    only named a noun, and "two days later" follows the reading that its day was given (`moved`); "nine days later"
    behind "in May 2008" was in May or June 2008; the "today" of a speaker may be an earlier day than the report's.
    """
    if mention.rule == "relative-day" and is_in_quotation(sentence, mention):
        return _between_story_and_report(mention, surroundings.first_day)
    if mention.rule == "clock":
        return _of_its_day(sentence, mention, surroundings, cues)
    if mention.rule not in _FROM_LAST_DATE or mention.anchor is None:
        return mention
    if span := _counted_from_span(sentence, mention, surroundings, language):
        return replace(mention, edtf=span, alternatives=(_other(mention),))
    counted_from = mention.anchor.isoformat()
    day = reference_day(moved.get(counted_from) or (surroundings.day if counted_from in nouns else ""))
    if day and day != mention.anchor:
        for again in tag(sentence.text[mention.start : mention.end], reference=day, language=language):
            if again.edtf:
                return replace(again, start=mention.start, end=mention.end, alternatives=(_other(mention),))
    return mention


def _of_its_day(sentence: Sentence, mention: Mention, surroundings: Surroundings, cues: Cues) -> Mention:
    """Give an hour the day that its sentence names besides, else, where there is none, the day last told of."""
    day = _day_beside(sentence, mention, cues)
    if day is None and all(other.kind == "time" for other in sentence.mentions):
        day = reference_day(surroundings.day)
    if day is None or mention.anchor is None or mention.anchor == day:
        return mention
    edtf = f"{day.isoformat()}{mention.edtf[10:]}"
    return replace(mention, edtf=edtf, anchor=day, alternatives=(_other(mention),))


def _day_beside(sentence: Sentence, mention: Mention, cues: Cues) -> date | None:
    """Give the one day that a sentence names besides an hour, no verb between: "at 8 pm during a row on Monday"."""
    days = [other for other in sentence.mentions if other.kind != "time"]
    if len(days) != 1 or days[0].precision != "day":
        return None
    first, last = sorted((mention, days[0]), key=lambda one: one.start)
    return reference_day(days[0].edtf) if not cues.verbs.search(sentence.text, first.end, last.start) else None


def is_in_quotation(sentence: Sentence, mention: Mention) -> bool:
    return sentence.quoted or is_quoted(quoted_spans(sentence.text), mention.start)


def _between_story_and_report(mention: Mention, day: str) -> Mention:
    """Read the "today" of somebody quoted: any day from the story's to that counted from the report."""
    if not day or not _DAY.fullmatch(mention.edtf) or day[:10] >= mention.edtf:
        return mention
    return replace(mention, edtf=f"[{day[:10]}..{mention.edtf}]", alternatives=(_other(mention), *mention.alternatives))


def _counted_from_span(sentence: Sentence, mention: Mention, surroundings: Surroundings, language: str) -> str:
    """Count from both ends of the date named last, where that is no day and the tagger passed it by for a later one."""
    ends = [date.fromisoformat(end) for end in surroundings.ends_of_last]
    if mention.anchor is None or len(ends) != 2 or not ends[0] < ends[1] < mention.anchor:
        return ""
    words = sentence.text[mention.start : mention.end]
    found = [again.edtf for end in ends for again in tag(words, reference=end, language=language)[:1] if again.edtf]
    return f"[{found[0]}..{found[1]}]" if len(found) == 2 and all(_DAY.fullmatch(edtf) for edtf in found) else ""


def seen_from_its_verb(sentence: Sentence, mention: Mention, published: str, cues: Cues) -> Mention:
    """Take the reading that fits the verb: before the publication of what had happened by then ("they had set out on
    Wednesday"), after it of what somebody sets a day for ("set a hearing for 4 September")."""
    if not published or mention.anchor is None or not mention.edtf:
        return mention
    is_of_target = is_target(sentence.text, mention, cues)
    if is_of_target and mention.edtf < published:
        return _with_reading(mention, next((other for other in mention.alternatives if other.edtf > published), None))
    if is_of_target or mention.edtf <= published or not _is_told_as_past(sentence.text, mention, cues):
        return mention
    fits = (other for other in mention.alternatives if other.edtf and other.edtf <= published)
    return _with_reading(mention, next(fits, None))


def _is_told_as_past(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell a date with a past perfect in front, or with one behind: "By Wednesday they had left"."""
    before = cues.before.search(sentence, max(0, mention.start - _GROUP), mention.start)
    if before is not None:
        return not cues.ahead.search(sentence, before.end(), mention.start)
    verb = first_verb(sentence, cues)
    behind = cues.before.search(sentence, mention.end, mention.end + _GROUP)
    if verb is not None and behind is not None and verb.start() == behind.start():
        return True
    return mention.rule == "day-nearest" and _is_beside_its_verb(sentence, mention, cues)


def _is_beside_its_verb(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell "it vanished on 28 December" and "Am 28. Dezember verschwand …", where nothing tells of a plan."""
    if cues.ahead.search(sentence, 0, mention.start):
        return False
    last = None
    for found in cues.telling.finditer(sentence, max(0, mention.start - _GROUP), mention.start):
        last = found
    if last and _has_no_object(sentence, last.end(), mention.start, cues):
        return last[0].lower() not in _PLANS and not _IS.search(sentence, max(0, last.start() - 12), last.end())
    return cues.verb_second and cues.telling.match(sentence, mention.end + 1) is not None


def _has_no_object(sentence: str, start: int, end: int, cues: Cues) -> bool:
    """Tell a verb that its date follows, or only a place: "vanished on 28 December", "died in Rome on 28 December"."""
    if cues.prepositions.issuperset(sentence[start:end].lower().split()):
        return True
    place = cues.during.search(sentence, start, end)
    return place is not None and place.start() == start + 1


def _with_reading(mention: Mention, chosen: Alternative | None) -> Mention:
    if chosen is None:
        return mention
    return replace(
        mention,
        edtf=chosen.edtf,
        timex=chosen.timex,
        rule=chosen.rule,
        part=chosen.part,
        alternatives=(_other(mention), *(other for other in mention.alternatives if other is not chosen)),
    )


def _other(mention: Mention) -> Alternative:
    return Alternative(mention.edtf, mention.timex, mention.part, mention.rule, mention.confidence / 2)


def readings_of(
    sentence: Sentence, happening: Happening, mention: Mention, language: str, cues: Cues
) -> tuple[Reading, ...]:
    """Give the reading of a date and the others it may have, the likeliest first."""
    words = sentence.text[mention.start : mention.end]
    counted_from = mention.anchor.isoformat() if mention.anchor else ""
    confidence = mention.confidence
    if is_in_quotation(sentence, mention) and mention.anchor:
        confidence = min(confidence, 0.6)  # a speaker counts from the day of speaking, which may be an earlier one
    if is_doubtful(sentence.text, mention, cues):
        confidence = min(confidence, 0.7)
    main = Reading(words, mention.edtf, mention.part, mention.rule, counted_from, confidence)
    others = [
        Reading(words, other.edtf, other.part, other.rule, counted_from, other.confidence)
        for other in mention.alternatives
        if other.edtf != mention.edtf
    ]
    if so_far := _so_far(sentence, happening, mention, cues):
        main, others = (
            replace(main, edtf=so_far, rule="trailing-unit", confidence=min(confidence, 0.7)),
            [main, *others],
        )
    if happening.is_date_of_saying_possible:
        others.insert(0, replace(main, rule="date-of-saying", confidence=0.4))
    if retold := _counted_from_saying(sentence, happening, mention, words, language):
        others.insert(0, retold)
    return (main, *others)


def _counted_from_saying(
    sentence: Sentence, happening: Happening, mention: Mention, words: str, language: str
) -> Reading | None:
    """Read "last week" of what was said on another day, which the sentence names, from that day."""
    if happening.role is not Role.SAID or mention.anchor is None or happening.saying is None:
        return None
    for other in sentence.mentions:
        day = reference_day(other.edtf) if other.anchor is None else None
        if day and day != mention.anchor and other is not mention:
            for again in tag(words, reference=day, language=language):
                if again.edtf and again.edtf != mention.edtf:
                    return Reading(words, again.edtf, again.part, again.rule, day.isoformat(), 0.5)
    return None


def _so_far(sentence: Sentence, happening: Happening, mention: Mention, cues: Cues) -> str:
    """Give the part of "this year" that lies before the month of the report, of "this month" before its day.

    The month of the report may have its name: "earlier in September".

    What is told in the simple past of this year was in an earlier month: of this month one would say so.
    """
    if mention.rule not in ("this-unit", "month-past") or mention.anchor is None or mention.part:
        return ""
    if names_a_noun(sentence.text, mention, len(sentence.text), cues) and not is_during(sentence.text, mention, cues):
        return ""  # "won this year's cup"
    if mention.start == 0:  # "This year, the team won": unlike last year, up to the day of the report
        return ""
    start, end = happening.clause
    clause = sentence.text[start:end]
    if cues.ahead.search(clause) or cues.perfect.search(clause) or not cues.past.search(clause):
        return ""
    day: date = mention.anchor
    if mention.precision == "year" and day.month > 1 and mention.edtf == f"{day.year:04}":
        return f"{day.year:04}-01" if day.month == 2 else f"[{day.year:04}-01..{day.year:04}-{day.month - 1:02}]"
    if mention.precision == "month" and day.day > 1 and mention.edtf == f"{day.year:04}-{day.month:02}":
        first, last = day.replace(day=1).isoformat(), (day - timedelta(1)).isoformat()
        return first if first == last else f"[{first}..{last}]"
    return ""
