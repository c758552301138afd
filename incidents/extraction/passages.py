"""A passage that an editor picked, as a statement: dated by its own words where it has any."""

from __future__ import annotations

from ..drafts import CitationDraft, EventDraft, Origin, Reading
from .article import Article
from .cues import cues_for
from .happenings import undated_happening
from .headlines import write_headline
from .paragraphs import paragraph_spans
from .statements import import_ref, propose, quote_of


def propose_passage(article: Article, start: int, end: int, *, genre: str = "news") -> EventDraft:
    """Propose `article.text[start:end]` as one event, blanks at its ends left out; without a date it stays open.

    In a "narrative" its dates count from the last one before it.
    """
    text = article.text
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    before, ahead = (text[:start], paragraph_spans(text[:start])) if genre == "narrative" else (" " * start, ())
    alone = Article(article.source, before + text[start:end], (*ahead, (start, end)))
    for draft in propose(alone, genre=genre):
        if draft.date and (draft.origin.start or 0) >= start:
            return with_quote(draft, article, start, end, draft.date)
    cues = cues_for(article.source.language or "en")
    headline = write_headline(text[start:end], undated_happening(text[start:end], cues), (), cues)
    open_date = Reading("", "", rule="editor", confidence=0.0)
    return with_quote(EventDraft(headline=headline, date=open_date), article, start, end, open_date)


def with_quote(draft: EventDraft, article: Article, start: int, end: int, date: Reading) -> EventDraft:
    citation = CitationDraft(source=article.source, quotes=(quote_of(article, start, end),), date=date)
    return EventDraft(
        headline=draft.headline or article.text[start:end][:80],
        date=date,
        alternatives=draft.alternatives,
        kind=draft.kind,
        language=article.source.language,
        citations=(citation,),
        import_ref=import_ref(article.text[start:end], f"{date.words} picked"),
        origin=Origin(name=article.source.url or article.source.title, start=start, end=end),
    )
