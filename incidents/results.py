"""What a search shows: the events found, with their words lit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from . import languages, prose
from .models import Event, EventTranslation, Incident
from .models.eventviews import said
from .models.words import public_translations
from .passages import words_of
from .querysets import EventQuerySet
from .search import Query, indexed
from .search.query import INITIALS, Term, joined

SHOWN = 240  # characters of a text, around the first word found
BEFORE = 80
# A word as search parts them, with the combining marks that search folds away.
TOKEN = re.compile("[^\\W_]+(?:[\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670]+[^\\W_]*)*")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Words found in another language than the one that an event is shown in."""

    tongue: str
    language: str
    direction: str
    snippet: SafeString


@dataclass(frozen=True, slots=True)
class Result:
    event: Event
    date: str
    headline: SafeString
    snippet: SafeString
    elsewhere: Elsewhere | None


def results(ids: Sequence[int], query: Query) -> list[Result]:
    """Return the published ones of these events in their order, in a number of queries that does not grow."""
    incidents = Incident.objects.published().told_here().order_by("title", "pk")
    events = readable().prefetch_related(Prefetch("incidents", incidents, to_attr="public_incidents")).in_bulk(ids)
    return [
        Result(
            event=events[pk],
            date=said(events[pk].date, events[pk].part),
            headline=lit(events[pk].words.headline, query),
            snippet=snippet(events[pk], query),
            elsewhere=elsewhere(events[pk], query),
        )
        for pk in ids
        if pk in events
    ]


def readable() -> EventQuerySet[Event]:
    """Return the published events with everything that search looks at."""
    return Event.objects.published().prefetch_related(
        Prefetch("translations", EventTranslation.objects.published(), to_attr="public_translations"),
        "citations__quotes",
        "citations__source",
        "roles__entity",
        "tags",
    )


# --- Words lit ----------------------------------------------------------------------------------------------------


def spans(text: str, query: Query) -> Iterator[tuple[int, int]]:
    """Find the words and phrases of a query in a text as search compares them: case and accents folded."""
    end = 0
    for start, stop, _term in sorted(places(text, query), key=lambda place: (place[0], -place[1])):
        if start >= end:
            yield start, stop
            end = stop


def places(text: str, query: Query) -> Iterator[tuple[int, int, Term]]:
    """Find every place of a text where a term of a query stands, in the order of the places' ends or near it."""
    words = [(word, *found.span()) for found in TOKEN.finditer(text) for word in indexed(found[0]).split()]
    folded = tuple(word for word, _start, _end in words)
    firsts = {term[0] for term in query.phrases}
    for number, (word, start, end) in enumerate(words):
        if term := matched(word, query):
            yield start, end, term
        for phrase in query.phrases if word in firsts else ():
            if folded[number : number + len(phrase)] == phrase:
                yield start, words[number + len(phrase) - 1][2], phrase
    for found in INITIALS.finditer(text):
        if term := matched(joined(found[0]), query):
            yield *found.span(), term


def matched(word: str, query: Query) -> Term:
    """Return the word of a query that a word of a text, folded, is found by; empty for none."""
    if (word,) in query.terms:
        return (word,)
    last = query.terms[-1][0] if query.terms and query.last_is_prefix else ""
    return (last,) if last and word.startswith(last) else ()


def said_of(texts: Iterable[str], query: Query) -> set[Term]:
    """Return the terms of a query that these texts have."""
    return {term for text in texts for _start, _end, term in places(text, query)}


def lit(text: str, query: Query) -> SafeString:
    """Return a text as HTML with the query's words marked."""
    pieces: list[tuple[str, str]] = []
    last = 0
    for start, end in spans(text, query):
        pieces.append((text[last:start], text[start:end]))
        last = end
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text[last:])


def snippet(event: Event, query: Query) -> SafeString:
    """Return the part of an event's text, quotes or names where the query's words are first found."""
    first = ""
    for text in texts(event):
        if found := next(spans(text, query), None):
            return lit(excerpt(text, found[0]), query)
        first = first or text
    return lit(excerpt(first, 0), query)


def elsewhere(event: Event, query: Query) -> Elsewhere | None:
    """Return where words are found that nothing has which is shown: in the event's words in another language."""
    shown = event.words
    others = [told for told in (event, *public_translations(event)) if told.language != shown.language]
    missing = set(query.terms) - said_of([shown.headline, *texts(event)], query) if others else set()
    for told in others if missing else ():
        for text in (told.headline, words_of(prose.render_markdown(told.body[: prose.MAX_PROSE]))):
            if missing & said_of([text], query):
                tongue = _("in %(language)s") % {"language": languages.named(told.language)}
                lit_text = lit(excerpt(text, next(spans(text, query))[0]), query)
                return Elsewhere(tongue, told.language, languages.direction(told.language), lit_text)
    return None


def texts(event: Event) -> Iterator[str]:
    """Give what search looks at beside the headline, as sentences that a reader can place."""
    yield words_of(prose.render_markdown(event.words.body[: prose.MAX_PROSE]))
    for citation in event.citations.all():
        for quote in citation.quotes.all():
            yield f"{languages.quoted(quote.exact)} ({citation.source.publisher or citation.source.title})"
    for citation in event.citations.all():
        source = citation.source
        yield " · ".join(filter(None, (source.publisher, source.title, source.credit)))
    names = [event.place, *(role.entity.name for role in event.roles.all()), *(tag.name for tag in event.tags.all())]
    yield " · ".join(filter(None, names))


def excerpt(text: str, at: int) -> str:
    """Cut a text to about SHOWN characters around a place, between words."""
    start = max(0, at - BEFORE)
    if start:
        start = text.find(" ", start, at) + 1 or at
    end = start + SHOWN
    if end < len(text):
        blank = text.rfind(" ", start, end)
        end = blank if blank > at else end
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
