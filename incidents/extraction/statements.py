"""From an article to the statements in it that are worth an event, each with its date, quote and headline."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..cleaning import UnusableText, fold
from ..drafts import CitationDraft, EventDraft, Origin, QuoteDraft, Reading
from ..temporal import Mention, tag
from .article import Article
from .boilerplate import story_paragraphs
from .cues import Cues, cues_for
from .datelines import opening_end
from .happenings import Happening, Role, find_happenings, undated_happening
from .headlines import write_headline
from .pubdate import reference_day
from .quotations import is_quoted, quoted_spans
from .salience import is_salient
from .sentences import sentence_spans
from .trimming import is_adverbial

CONTEXT = 32
MAX_STORY = 300_000
MAX_SENTENCE = 1_500
MIN_SENTENCE = 15
MAX_DATES = 8
MAX_PROPOSALS = 500
_NO_DATES = ("duration", "set", "vague")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the story: its span, its dates (counted from its start), its number, and whether it stands
    within a quotation that began before it."""

    start: int
    end: int
    text: str
    mentions: tuple[Mention, ...]
    number: int
    quoted: bool


def propose(article: Article, *, genre: str = "news", inferred: bool = False) -> list[EventDraft]:
    """Propose the dated statements of an article, in text order, at most MAX_PROPOSALS.

    Relative dates are counted from the publication; without one they stay open, with an empty `edtf`. With
    `inferred`, sentences without a date of their own that tell an event are proposed too, dated by what
    stands before them (rule "context", low confidence). Raises UnusableText above MAX_STORY characters.
    """
    if len(article.text) > MAX_STORY:
        raise UnusableText(
            f"The report has {len(article.text):,} characters; statements are read from at most {MAX_STORY:,}."
        )
    language = article.source.language or "en"
    reference = reference_day(article.source.published)
    cues = cues_for(language)
    context = _Context(reference)
    drafts: list[EventDraft] = []
    seen: set[str] = set()
    for sentence in _sentences(article, reference, language, genre):
        for draft in _of_sentence(article, sentence, cues, reference, context, inferred):
            if draft.import_ref not in seen:
                seen.add(draft.import_ref)
                drafts.append(draft)
        if len(drafts) >= MAX_PROPOSALS:
            break
    return drafts[:MAX_PROPOSALS]


def _sentences(article: Article, reference: date | None, language: str, genre: str) -> Iterator[_Sentence]:
    story = story_paragraphs(article.text, article.paragraphs, language)
    mentions = [
        mention
        for mention in tag(_story_only(article.text, story), reference=reference, language=language, genre=genre)
        if mention.kind not in _NO_DATES
    ]
    at = number = 0
    for start, end in story:
        is_first = (start, end) == story[0]
        opening = opening_end(article.text[start : min(end, start + 300)], is_first=is_first)
        quotations = quoted_spans(article.text[start:end])
        for first, last in sentence_spans(article.text, start + opening, end, language):
            while at < len(mentions) and mentions[at].start < first:
                at += 1
            inside = []
            while at < len(mentions) and mentions[at].start < last:
                if mentions[at].end <= last:
                    inside.append(_moved(mentions[at], first))
                at += 1
            if MIN_SENTENCE <= last - first <= MAX_SENTENCE:
                text = article.text[first:last]
                quoted = is_quoted(quotations, first - start)
                yield _Sentence(first, last, text, tuple(inside[:MAX_DATES]), number, quoted)
                number += 1


def _story_only(text: str, story: Sequence[tuple[int, int]]) -> str:
    """Blank out what is no part of the story, so that no date in it is counted from; offsets stay."""
    pieces = []
    position = 0
    for start, end in story:
        pieces += [" " * (start - position - 1), "\n" if start > position else "", text[start:end]]
        position = end
    return "".join(pieces)


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start - by, end=mention.end - by)


# --- one sentence ----------------------------------------------------------------------------------------


def _of_sentence(
    article: Article,
    sentence: _Sentence,
    cues: Cues,
    reference: date | None,
    context: _Context,
    inferred: bool,
) -> Iterator[EventDraft]:
    happenings = find_happenings(sentence.text, sentence.mentions, cues)
    for happening in happenings:
        if happening.mention is None:
            continue
        readings = _readings(sentence, happening, happening.mention, article.source.language or "en")
        if is_adverbial(sentence.text, happening.mention, len(sentence.text), cues):
            context.note(readings[0])
        yield _draft(article, sentence, happening, readings, cues)
    if not happenings and inferred and not sentence.quoted and is_salient(sentence.text, sentence.number, cues):
        happening = undated_happening(sentence.text, cues)
        is_present = cues.perfect.search(sentence.text) is not None
        yield _draft(article, sentence, happening, (context.reading(is_present),), cues)


def _draft(
    article: Article, sentence: _Sentence, happening: Happening, readings: tuple[Reading, ...], cues: Cues
) -> EventDraft:
    mention = happening.mention
    span = (mention.start, mention.end) if mention else (0, len(sentence.text))
    main = readings[0]
    citation = CitationDraft(
        source=article.source, quotes=(quote_of(article, sentence.start, sentence.end),), date=main
    )
    return EventDraft(
        headline=write_headline(sentence.text, happening, sentence.mentions, cues),
        date=main,
        alternatives=readings[1:],
        kind=happening.kind,
        language=article.source.language,
        citations=(citation,),
        import_ref=import_ref(sentence.text, main.words),
        origin=Origin(
            name=article.source.url or article.source.title,
            start=sentence.start + span[0],
            end=sentence.start + span[1],
        ),
    )


def quote_of(article: Article, start: int, end: int) -> QuoteDraft:
    """Quote a span of an article, with about 32 characters of what stands around it."""
    text = article.text
    return QuoteDraft(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def import_ref(sentence: str, words: str) -> str:
    """Name a statement stably: its words and its date words, not what the date was read as."""
    normal = "\n".join(" ".join(re.findall(r"\w+", fold(part))) for part in (sentence, words))
    return hashlib.sha256(normal.encode("utf-8")).hexdigest()[:32]


# --- dates -----------------------------------------------------------------------------------------------


def _readings(sentence: _Sentence, happening: Happening, mention: Mention, language: str) -> tuple[Reading, ...]:
    """Give the reading of a date and the others it may have, the likeliest first."""
    words = sentence.text[mention.start : mention.end]
    counted_from = mention.anchor.isoformat() if mention.anchor else ""
    confidence = mention.confidence
    if is_quoted(quoted_spans(sentence.text), mention.start) and mention.anchor:
        confidence = min(confidence, 0.6)  # a speaker counts from the day of speaking, which may be an earlier one
    main = Reading(words, mention.edtf, mention.part, mention.rule, counted_from, confidence)
    others = [
        Reading(words, other.edtf, other.part, other.rule, counted_from, other.confidence)
        for other in mention.alternatives
        if other.edtf != mention.edtf
    ]
    if happening.is_date_of_saying_possible:
        others.insert(0, replace(main, rule="date-of-saying", confidence=0.4))
    if retold := _counted_from_saying(sentence, happening, mention, words, language):
        others.insert(0, retold)
    return (main, *others)


def _counted_from_saying(
    sentence: _Sentence, happening: Happening, mention: Mention, words: str, language: str
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


class _Context:
    """The day that sentences without a date go by: what is told is of the last day named, what is said or has
    happened by now is of the publication."""

    def __init__(self, reference: date | None) -> None:
        self._published = reference.isoformat() if reference else ""
        self._last = ""

    def note(self, reading: Reading) -> None:
        if _is_single_day(reading.edtf):
            self._last = reading.edtf[:10]

    def reading(self, is_present: bool) -> Reading:
        """Give the inferred reading; its confidence is low, for nothing in the sentence says so."""
        day = self._published if is_present else self._last or self._published
        return Reading("", day, "", "context", day, (0.3 if day == self._published else 0.4) if day else 0.0)


def _is_single_day(edtf: str) -> bool:
    return reference_day(edtf) is not None
