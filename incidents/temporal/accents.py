"""Words of dates typed without their accents or umlauts: "ete 2022", "Fruehling 2022", "decembre 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from unicodedata import combining, normalize

from .tables import tables_for
from .tables.phrases import phrases_of

WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 3  # letters: "a" and "ou" are words of their own
TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def accented(line: str, language: str) -> str:
    """Return a line with the accents that the words of a language have in dates; words that it knows stay."""
    known = accents(language)
    return WORD.sub(lambda found: known.get(found[0].lower(), found[0]), line)


@lru_cache(maxsize=16)
def accents(language: str) -> Mapping[str, str]:
    """Return the words of a language's dates that have accents, by how they are typed without."""
    words = set(words_of(language))
    bare: dict[str, str] = {}
    for word in sorted(words):
        for other in (word.translate(TWO_LETTERS), plain_letters(word)):
            if len(other) >= SHORTEST and other not in words:
                bare.setdefault(other, word)
    return bare


def words_of(language: str) -> Iterator[str]:
    """Yield each word that the tables and phrases of a language have, in lower case."""
    for named in tables_for(language).words.values():
        for phrase in named:
            yield from WORD.findall(phrase.lower())
    for templates in phrases_of(language).values():
        for template in templates:
            yield from WORD.findall(template.lower())


def plain_letters(word: str) -> str:
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter)).replace("ß", "ss")
