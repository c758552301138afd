"""What a reader typed, as words to look for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..cleaning import clean_line, fold

MOST_CHARACTERS = 300
MOST_WORDS = 16
# A word is letters and digits of any script; what joins or surrounds them (C++, AT&T, CVE-2021-44228) only parts words.
WORD = re.compile(r"[^\W_]+")
# In quotation marks as they are typed or set in any of the languages. An inch or a second (5") opens and closes none.
PHRASE = re.compile(r'(?:[“”„‟]|(?<!\w)")([^"“”„‟]*)(?:[“”‟]|"(?!\w))|«([^«»]*)»|(?<!\w)»([^«»]*)«(?!\w)')
INITIALS = re.compile(r"(?<![\w.])[^\W\d_](?:\. ?[^\W\d_]){2,}(?!\w)\.?")  # A.I.V.D., J. R. R.
AMONG_INITIALS = re.compile(r"\. ?[^\W\d_]\.")
GENITIVE = re.compile(r"(?<=[^\W\d_])['’]s\b", re.I)  # "court's": an s is the beginning of too much
APART = " \n "  # what no phrase goes across: between two quotes, a headline and its translation
# ASCII, folded and with blanks for what parts words: what fold() and WORD come to, in one step. 1 parts texts.
_PARTED = bytes(ord(chr(code).lower()) if chr(code).isalnum() or code == 1 else 0x20 for code in range(128)).ljust(256)


class QueryError(ValueError):
    """The text cannot be searched for; the message says why."""


Term = tuple[str, ...]  # folded: a word, or the words of a phrase, which stand next to each other


@dataclass(frozen=True, slots=True)
class Query:
    """Terms, all of which must be found; a word that is typed last also as the beginning of one."""

    terms: tuple[Term, ...]
    last_is_prefix: bool = True

    @property
    def words(self) -> Term:
        return tuple(word for term in self.terms for word in term)

    @property
    def phrases(self) -> list[Term]:
        return [term for term in self.terms if len(term) > 1]


def indexed(text: str) -> str:
    """Return the folded words of a text as they are put into the index, on any database: parted by single blanks."""
    if text.isascii():
        return " ".join(text.encode().translate(_PARTED).decode().split())
    return " ".join(WORD.findall(fold(text)))


def document(texts: Iterable[str]) -> str:
    """Return the folded words of several texts for the index; behind them initials, as one word of each."""
    texts = [text for text in texts if text]
    whole = " \x01 ".join(texts)
    words = indexed(whole).replace("\x01", "\n") if whole.isascii() else APART.join(map(indexed, texts))
    if AMONG_INITIALS.search(whole):
        words = APART.join([words, *(joined(found) for text in texts for found in INITIALS.findall(text))])
    return words


def joined(initials: str) -> str:
    """Return initials as one folded word: "aivd" for A.I.V.D."""
    return indexed(initials).replace(" ", "")


def parse_query(text: str) -> Query:
    """Read what was typed: words and phrases; nothing else is an operator. Raises QueryError where it is too long.

    A quotation mark that none answers to parts words, as all other signs do.
    """
    if len(text) > MOST_CHARACTERS:
        raise QueryError(
            _("The search text has %(n)d characters; at most %(most)d can be searched for. Take a few words of it.")
            % {"n": len(text), "most": MOST_CHARACTERS}
        )
    terms: list[Term] = []
    line = clean_line(text)
    last = 0
    for found in PHRASE.finditer(line):
        terms += words_alone(line[last : found.start()])
        terms += [phrase] if (phrase := tuple(WORD.findall(fold(found[found.lastindex or 0])))) else []
        last = found.end()
    alone = words_alone(line[last:])
    query = Query((*terms, *alone), last_is_prefix=bool(alone) and not text.endswith((" ", "\t")))
    if len(query.words) > MOST_WORDS:
        raise QueryError(
            _("The search text has %(n)d words; at most %(most)d can be searched for together.")
            % {"n": len(query.words), "most": MOST_WORDS}
        )
    return query


def words_alone(text: str) -> list[Term]:
    line = INITIALS.sub(lambda found: joined(found[0]), GENITIVE.sub("", text))
    return [(word,) for word in WORD.findall(fold(line))]


def together(query: Query, columns: Iterable[str]) -> tuple[str, list[str]]:
    """Return the SQL, with its values, that keeps rows in which the words of each phrase stand next to each other.

    It reads the text itself: an index knows of no ends of quotes, and PostgreSQL's of no place beyond 16,383 words.
    """
    if not query.phrases:
        return "", []
    one = " OR ".join(f"' ' || {column} || ' ' LIKE %s" for column in columns)
    patterns = [f"% {' '.join(phrase)} %" for phrase in query.phrases for _column in columns]
    return "".join(f" AND ({one})" for _phrase in query.phrases), patterns
