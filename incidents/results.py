"""What a search shows: the events found with their words lit, and what is close where nothing was found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from rapidfuzz import process
from rapidfuzz.distance import OSA

from . import languages, prose
from . import search as full_text
from .models import Event, EventTranslation, Incident, SearchDocument
from .models.eventviews import said
from .models.words import public_translations
from .passages import words_of
from .search import Query, indexed

SHOWN = 240  # characters of a text, around the first word found
BEFORE = 80
MOST_WORDS_APART = 6  # a longer search text is not taken apart to find what is close
# Whose words are compared with one that was not found: the newest, by their headlines and names, and of fewer all else.
MOST_DOCUMENTS, MOST_READ = 25_000, 5_000
MOST_SUGGESTED = 4
LEAST = 3  # characters of a word that is worth to be offered
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
    events = (
        Event.objects.published()
        .prefetch_related(
            Prefetch("translations", EventTranslation.objects.published(), to_attr="public_translations"),
            "citations__quotes",
            "citations__source",
            "roles__entity",
            "tags",
            Prefetch("incidents", incidents, to_attr="public_incidents"),
        )
        .in_bulk(ids)
    )
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


# --- Words lit ----------------------------------------------------------------------------------------------------


def spans(text: str, query: Query) -> Iterator[tuple[int, int]]:
    """Find the words of a query in a text as search compares them: case and accents folded."""
    for found in TOKEN.finditer(text):
        if any(matched(word, query) for word in indexed(found[0]).split()):
            yield found.span()


def matched(word: str, query: Query) -> str:
    """Return the word of a query that a word of a text, folded, is found by; empty for none."""
    if word in query.words:
        return word
    last = query.words[-1] if query.words and query.last_is_prefix else ""
    return last if last and word.startswith(last) else ""


def said_of(texts: Iterable[str], query: Query) -> set[str]:
    """Return the words of a query that these texts have."""
    return {matched(word, query) for text in texts for word in indexed(text).split()} - {""}


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
    missing = set(query.words) - said_of([shown.headline, *texts(event)], query) if others else set()
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


# --- What is close ------------------------------------------------------------------------------------------------


def close_to(query: Query) -> list[str]:
    """Return a few search texts like this one that do find something: words spelled nearly so, or fewer of them."""
    unknown = [word for word in query.words if not finds(word)]
    right = list(respelled(query, unknown))
    fewer = fewer_words(full_text.parse_query(right[0]), ()) if right else ()
    candidates = dict.fromkeys([*right, *fewer, *fewer_words(query, unknown)])
    worth = (text for text in candidates if any(len(word) >= LEAST for word in text.split()))
    return [text for text in worth if finds(text)][:MOST_SUGGESTED]


def finds(text: str) -> bool:
    return bool(full_text.find(text, limit=1))


def respelled(query: Query, unknown: list[str]) -> Iterator[str]:
    """Put known words in the place of unknown ones that look like them, and leave out those that nothing is like."""
    if not unknown or len(unknown) > MOST_WORDS_APART:
        return
    vocabulary = known_words()
    alike = {word: nearest(word, vocabulary) for word in unknown}
    for choice in range(2):
        words = [
            (alike[word][choice : choice + 1] or alike[word][:1] or [""])[0] if word in alike else word
            for word in query.words
        ]
        yield " ".join(filter(None, words))


def nearest(word: str, vocabulary: list[str]) -> list[str]:
    """Return up to two words that this one may be a misspelling of, the nearest first."""
    found = process.extract(word, vocabulary, scorer=OSA.distance, score_cutoff=slips(word), limit=2)
    return [near for near, _distance, _place in found]


def slips(word: str) -> int:
    """Return how many letters of a word may be wrong, missing, too many, or in the place of their neighbour."""
    return (len(word) > 3) + (len(word) > 6) + (len(word) > 10)


def known_words() -> list[str]:
    """Return the words of the newest published events, the most frequent first."""
    rows = SearchDocument.objects.order_by("-pk")
    counted: Counter[str] = Counter()
    for columns, most in ((("headline", "names"), MOST_DOCUMENTS), (("body", "quotes"), MOST_READ)):
        for row in rows.values_list(*columns)[:most].iterator():
            for text in row:
                counted.update(text.split())
    return [word for word, _number in counted.most_common() if len(word) >= LEAST]


def fewer_words(query: Query, unknown: Iterable[str]) -> Iterator[str]:
    words, missing = query.words, set(unknown)
    known = [word for word in words if word not in missing]
    if missing and known:
        yield " ".join(known)
    if 1 < len(words) <= MOST_WORDS_APART:
        for number in reversed(range(len(words))):
            yield " ".join(words[:number] + words[number + 1 :])
