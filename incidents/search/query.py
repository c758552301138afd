"""What a reader typed, as words to look for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..cleaning import clean_line, fold

MOST_CHARACTERS = 300
MOST_WORDS = 16
# A word is letters and digits of any script; what joins or surrounds them (C++, AT&T, CVE-2021-44228) only parts words.
WORD = re.compile(r"[^\W_]+")
GENITIVE = re.compile(r"(?<=[^\W\d_])['’]s\b", re.I)  # "court's": an s is the beginning of too much
# ASCII, folded and with blanks for what parts words: what fold() and WORD come to, in one step.
_PARTED = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 0x20 for code in range(128)).ljust(256)


class QueryError(ValueError):
    """The text cannot be searched for; the message says why."""


@dataclass(frozen=True, slots=True)
class Query:
    """Folded words, all of which must be found; the last one also as the beginning of a word."""

    words: tuple[str, ...]
    last_is_prefix: bool = True


def indexed(text: str) -> str:
    """Return the folded words of a text as they are put into the index, on any database: parted by single blanks."""
    if text.isascii():
        return " ".join(text.encode().translate(_PARTED).decode().split())
    return " ".join(WORD.findall(fold(text)))


def parse_query(text: str) -> Query:
    """Read what was typed; nothing in it is an operator. Raises QueryError where it is too long."""
    if len(text) > MOST_CHARACTERS:
        raise QueryError(
            _("The search text has %(n)d characters; at most %(most)d can be searched for. Take a few words of it.")
            % {"n": len(text), "most": MOST_CHARACTERS}
        )
    words = WORD.findall(fold(GENITIVE.sub("", clean_line(text))))
    if len(words) > MOST_WORDS:
        raise QueryError(
            _("The search text has %(n)d words; at most %(most)d can be searched for together.")
            % {"n": len(words), "most": MOST_WORDS}
        )
    return Query(tuple(words), last_is_prefix=not text.endswith((" ", "\t")))
