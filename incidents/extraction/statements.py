"""From an article to the statements in it that are worth an event, each with its date, quote and headline."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from operator import attrgetter

from ..cleaning import UnusableText, fold
from ..drafts import CitationDraft, EventDraft, Origin, QuoteDraft, Reading
from ..temporal import Mention, tag
from ..temporal.edtf import reference_day
from .article import Article
from .backgrounds import introduces, is_background, is_during, is_since
from .boilerplate import story_paragraphs
from .cues import Cues, cues_for, has_cues
from .datelines import opening_end
from .dating import Sentence, counted_anew, is_in_quotation, named_by, readings_of, seen_from_its_verb
from .happenings import Happening, Role, find_happenings, undated_happening
from .headlines import write_headline
from .quotations import is_quoted, quoted_spans
from .salience import WORTH_PROPOSING, salience
from .sentences import sentence_spans
from .sequels import Bound, main_clause_behind
from .surroundings import Place, Surroundings, beside, infer, is_news, narrowed, widened
from .trimming import names_a_noun

CONTEXT = 32
MAX_STORY = 300_000
MAX_SENTENCE = 1_500
MIN_SENTENCE = 15
MAX_DATES = 8
MAX_PROPOSALS = 500
_FEW = 8  # characters of the words that a clause is known by
_NO_DATES = ("duration", "set", "vague")


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence, what its own dates date, how likely it is worth an event, its place, and the date it
    adds to the story."""

    sentence: Sentence
    dated: tuple[tuple[Happening, tuple[Reading, ...]], ...]
    worth: float
    place: Place
    noted: str


def propose(article: Article, *, genre: str = "news", inferred: bool = False) -> list[EventDraft]:
    """Propose the dated statements of an article, in text order, at most MAX_PROPOSALS.

    Relative dates are counted from the publication; without one they stay open, with an empty `edtf`. With
    `inferred`, sentences without a date of their own that tell an event are proposed too, dated by what
    stands around them (rule "context", low confidence). The `salience` of a draft ranks them. Raises
    UnusableText above MAX_STORY characters.
    """
    if len(article.text) > MAX_STORY:
        raise UnusableText(
            "The report has %(size)s characters; statements are read from at most %(most)s.",
            size=len(article.text),
            most=MAX_STORY,
        )
    language = article.source.language or "en"
    reference = reference_day(article.source.published)
    cues = cues_for(language)
    inferred = inferred and has_cues(language)
    drafts: dict[str, EventDraft] = {}
    statements = list(_statements(article, reference, language, genre, cues, inferred))
    for statement, until in zip(statements, _next_dates(statements), strict=True):
        for draft in _drafts(article, statement, until, cues, inferred):
            drafts.setdefault(draft.import_ref, draft)
        if len(drafts) >= MAX_PROPOSALS:
            break
    return list(drafts.values())[:MAX_PROPOSALS]


def _sentences(article: Article, reference: date | None, language: str, genre: str, cues: Cues) -> Iterator[Sentence]:
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
        opens = True
        quotations = quoted_spans(article.text[start:end])
        for first, last in sentence_spans(article.text, start + opening, end, language):
            while at < len(mentions) and mentions[at].start < first:
                at += 1
            inside: list[Mention] = []
            while at < len(mentions) and mentions[at].start < last:
                if mentions[at].end <= last and len(inside) < MAX_DATES:
                    inside.append(_moved(mentions[at], first))
                at += 1
            if MIN_SENTENCE <= last - first <= MAX_SENTENCE:
                text = article.text[first:last]
                quoted = is_quoted(quotations, first - start)
                yield Sentence(first, last, text, tuple(inside), number, quoted, opens)
                number += 1
                opens = False


def _story_only(text: str, story: Sequence[tuple[int, int]]) -> str:
    """Blank out what is no part of the story, so that no date in it is counted from; offsets stay."""
    pieces = []
    position = 0
    for start, end in story:
        pieces += [" " * (start - position - 1), "\n" if start > position else "", text[start:end]]
        position = end
    return "".join(pieces)


_rest_of = attrgetter(*(field.name for field in fields(Mention)[2:]))


def _moved(mention: Mention, by: int) -> Mention:
    return Mention(mention.start - by, mention.end - by, *_rest_of(mention))


# --- one sentence ----------------------------------------------------------------------------------------


def _statements(
    article: Article, reference: date | None, language: str, genre: str, cues: Cues, inferred: bool
) -> Iterator[_Statement]:
    """Read the dates of the sentences one after the other; those that tell nothing worth an event are left out."""
    surroundings = Surroundings(reference, genre)
    nouns: set[str] = set()
    moved: dict[str, str] = {}
    found = 0
    for sentence in _sentences(article, reference, language, genre, cues):
        if sentence.opens:
            surroundings.begin_paragraph()
        place = surroundings.place(sentence.quoted)
        surroundings.pass_by(mention.edtf for mention in sentence.mentions)
        dated = []
        noted = ""
        nouns |= named_by(sentence, cues)
        for happening in find_happenings(sentence.text, sentence.mentions, cues):
            if happening.mention is None:
                continue
            counted = counted_anew(sentence, happening.mention, surroundings, nouns, moved, language, cues)
            mention = seen_from_its_verb(sentence, counted, surroundings.published, cues)
            if mention is not counted and mention.precision == "day":
                moved[counted.edtf] = mention.edtf
            readings = readings_of(sentence, happening, mention, language, cues)
            is_told = _dates_what_is_told(sentence.text, happening.mention, cues)
            is_quote = is_in_quotation(sentence, mention)
            if (
                is_told
                and not is_quote
                and (not happening.is_background or happening.bound in (Bound.AFTER, Bound.SOON))
                and (not noted or readings[0].edtf >= noted)  # "agreed in April, which was banned in 2003"
                and surroundings.note(readings[0].edtf, is_saying=happening.role is Role.SAYING)
            ):
                noted = noted or readings[0].edtf
            elif not is_told and not is_quote:
                surroundings.recall(readings[0].edtf)
            dated.append((happening, readings))
        if not noted:
            surroundings.pass_undated(sentence.text, cues)
        if sentence.number == 0 and noted:
            surroundings.open_dated()
        if not dated and not inferred:
            continue
        worth = salience(
            sentence.text,
            sentence.number,
            cues,
            is_dated=bool(dated),
            is_news=(sentence.number == 0 and not dated)
            or any(is_news(readings[0].edtf, reference) for _, readings in dated),
            is_within_quotation=sentence.quoted,
        )
        if dated or worth >= WORTH_PROPOSING:
            found += 1
            yield _Statement(sentence, tuple(dated), worth, place, noted)
        if found >= MAX_PROPOSALS:
            break


def _dates_what_is_told(sentence: str, mention: Mention, cues: Cues) -> bool:
    """Tell "hurt on Saturday" and "hurt in Saturday's protests" from "spoke of Saturday's protests"."""
    return not names_a_noun(sentence, mention, len(sentence), cues) or is_during(sentence, mention, cues)


def _next_dates(statements: Sequence[_Statement]) -> list[str]:
    """Give for each statement the date that the story names next."""
    out = []
    following = ""
    for statement in reversed(statements):
        out.append(following)
        following = statement.noted or following
    return out[::-1]


def _drafts(article: Article, statement: _Statement, until: str, cues: Cues, inferred: bool) -> Iterator[EventDraft]:
    main = _main_draft(article, statement, until, cues) if inferred else None
    known = ""
    if main:
        yield main
    if main and statement.dated:
        known = _bare_headline(statement, _main_happening(statement, cues), cues)
    text = statement.sentence.text
    shown: list[tuple[Happening, str]] = []
    for happening, readings in statement.dated:
        draft = _draft(article, statement, happening, readings, cues)
        if main and (
            draft.headline in (main.headline, known)
            or _is_of_main(happening, text, _bare_headline(statement, happening, cues), known, cues)
        ):
            continue  # a background that is no event of its own
        if not _repeats(happening, draft.headline, shown):
            shown.append((happening, draft.headline))
            yield draft


def _bare_headline(statement: _Statement, happening: Happening, cues: Cues) -> str:
    return write_headline(statement.sentence.text, happening, statement.sentence.mentions, cues, is_bare=True)


def _is_of_main(happening: Happening, sentence: str, headline: str, known: str, cues: Cues) -> bool:
    """Tell a date that has no headline but that of the main clause: "could rise before it opens in March", "the ferry,
    begun in 2021, has been stopped"."""
    if happening.mention is None or happening.bound in (Bound.AFTER, Bound.SOON):
        return False
    if happening.bound is Bound.BEFORE and names_a_noun(sentence, happening.mention, len(sentence), cues):
        return True  # "had lived there prior to the attacks of Monday"
    _, _, behind = sentence[happening.mention.end :].partition(", ")
    follows = " ".join(behind.split()[:3]).lower()
    return headline.lower() in known.lower() or (len(follows) > _FEW and follows in headline.lower())


def _repeats(happening: Happening, headline: str, shown: Sequence[tuple[Happening, str]]) -> bool:
    """Tell a date whose clause has no headline of its own, but that of another clause, which has another date."""
    return any(
        happening.role is other.role
        and happening.clause != other.clause
        and (known.startswith(headline) or headline.startswith(f"{known},"))
        for other, known in shown
    )


def _main_draft(article: Article, statement: _Statement, until: str, cues: Cues) -> EventDraft | None:
    """Give the draft of a main clause that none of the sentence's dates dates; None where one does."""
    if not all(happening.is_background for happening, _ in statement.dated):
        return None
    text = statement.sentence.text
    happening = _main_happening(statement, cues)
    reading = infer(text, replace(statement.place, until=until), happening.saying, cues)
    backgrounds = tuple(readings[0] for _, readings in statement.dated)
    for happening_of_date, readings in statement.dated:
        if happening_of_date.bound and not _is_behind(happening_of_date):
            reading = beside(readings[0].edtf, happening_of_date.bound, replace(statement.place, until=until), reading)
    said = [readings[0].edtf for other, readings in statement.dated if other.role is Role.SAYING]
    about = [readings[0].edtf for other, readings in statement.dated if other.role is not Role.SAYING]
    reading = narrowed(reading, about, said, text, cues)
    since = next((at for at, (happening, _) in enumerate(statement.dated) if _is_since(text, happening, cues)), -1)
    is_new = introduces(text, cues) and any(
        h.mention and is_background(text, h.mention, cues) for h, _ in statement.dated
    )
    if backgrounds and (since >= 0 or is_new):
        reading = widened(reading, backgrounds[max(since, 0)].edtf)
    return _draft(article, statement, happening, (reading, *backgrounds), cues)


def _is_behind(happening: Happening) -> bool:
    """Tell a date in what is said, which bounds no saying of it: "said it had left before the attacks of Monday"."""
    mention, saying = happening.mention, happening.saying
    return mention is not None and saying is not None and not saying.trailing and mention.start >= saying.end


def _main_happening(statement: _Statement, cues: Cues) -> Happening:
    """Give the happening of a main clause; where a clause of its own stands in front of it, only what follows that."""
    text = statement.sentence.text
    happening = undated_happening(text, cues)
    for other, _ in statement.dated:
        if other.mention and (start := main_clause_behind(text, other.mention, other.bound, cues)):
            return replace(happening, clause=(start, len(text)))
    return happening


def _is_since(sentence: str, happening: Happening, cues: Cues) -> bool:
    return happening.mention is not None and is_since(sentence, happening.mention, cues)


def _draft(
    article: Article, statement: _Statement, happening: Happening, readings: tuple[Reading, ...], cues: Cues
) -> EventDraft:
    sentence = statement.sentence
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
        salience=round(statement.worth, 3),
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
