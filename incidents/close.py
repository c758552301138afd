"""What is close to a search that finds nothing: words spelled nearly so, and fewer of them, as people write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from . import search as full_text
from .models import Event, SearchDocument
from .models.words import public_translations
from .results import TOKEN, readable, texts
from .search import Query, indexed
from .search.query import INITIALS, Term, joined

MOST_WORDS_APART = 6  # a longer search text is not taken apart to find what is close
# Whose words are compared with one that was not found: the newest, by their headlines and names, and of fewer all else.
MOST_DOCUMENTS, MOST_READ = 25_000, 5_000
MOST_SUGGESTED = 4
LEAST = 3  # characters of a word that is worth to be offered


def close_to(query: Query) -> list[str]:
    """Return a few search texts like this one that do find something, each as an event has its words.

    Words are spelled nearly so, or let go; a phrase keeps its marks where its words stand together, or is let go of.
    """
    unknown = [word for word in dict.fromkeys(query.words) if not finds(word)]
    right = list(respelled(query.terms, unknown))
    apart = [tuple((word,) for term in terms for word in term) for terms in (*right, query.terms)]
    fewer = fewer_terms(apart[0], ()) if right else ()
    candidates = [*right, *(apart if query.phrases else ()), *fewer, *fewer_terms(apart[-1], unknown)]
    found: dict[tuple[Term, ...], int] = {}
    for terms in dict.fromkeys(candidates):
        if any(len(word) >= LEAST for term in terms for word in term) and (ids := finds(typed(terms))):
            found[terms] = ids[0]
        if len(found) == MOST_SUGGESTED:
            break
    events = readable().in_bulk(found.values())
    return [written(terms, events[pk]) for terms, pk in found.items() if pk in events]


def finds(text: str) -> list[int]:
    return full_text.find(text, limit=1)


def typed(terms: Iterable[Term]) -> str:
    """Return terms as one types them, phrases in quotation marks."""
    return " ".join(term[0] if len(term) == 1 else f'"{" ".join(term)}"' for term in terms)


# --- Other words ----------------------------------------------------------------------------------------------------


def respelled(terms: tuple[Term, ...], unknown: list[str]) -> Iterator[tuple[Term, ...]]:
    """Put known words in the place of unknown ones that look like them, and leave out those that nothing is like."""
    if not unknown or len(unknown) > MOST_WORDS_APART:
        return
    vocabulary = known_words()
    alike = {word: nearest(word, vocabulary) for word in unknown}
    for choice in range(2):
        meant = {word: (near[choice : choice + 1] or near[:1] or [""])[0] for word, near in alike.items()}
        others = (tuple(filter(None, (meant.get(word, word) for word in term))) for term in terms)
        yield tuple(filter(None, others))


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


def fewer_terms(terms: tuple[Term, ...], unknown: Iterable[str]) -> Iterator[tuple[Term, ...]]:
    missing = set(unknown)
    known = tuple(term for term in terms if missing.isdisjoint(term))
    if missing and known:
        yield known
    if 1 < len(terms) <= MOST_WORDS_APART:
        for number in reversed(range(len(terms))):
            yield terms[:number] + terms[number + 1 :]


# --- As they are written --------------------------------------------------------------------------------------------


def written(terms: Iterable[Term], event: Event) -> str:
    """Return terms as an event that they find writes them: with accents, capitals, and the points of initials."""
    forms: dict[str, str] = {}
    told = (event, *public_translations(event))
    for text in (event.words.headline, *texts(event), *(part for one in told for part in (one.headline, one.body))):
        found = [(indexed(token), token) for token in TOKEN.findall(text)]
        found += [(joined(initials), initials) for initials in INITIALS.findall(text)]
        for word, form in found:
            if word not in forms or (form.islower() and not forms[word].islower()):
                forms[word] = form
    return typed(tuple(forms.get(word, word) for word in term) for term in terms)
