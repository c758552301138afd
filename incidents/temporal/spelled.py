"""Years written in words: "mil novecientos noventa y dos", "deux mille cinq"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .tables import Tables

BLANK = r"(?:[ \t\xa0]{1,3}\n?|-)"


@dataclass(frozen=True, slots=True)
class SpelledYears:
    """What begins such a year (thousands and hundreds), and what is counted on top."""

    pattern: re.Pattern[str]
    firsts: frozenset[str]
    numbers: dict[str, int]

    def read(self, text: str, start: int) -> tuple[str, int, int] | None:
        """Return class, value and end; thousands with nothing on top are a number like others."""
        match = self.pattern.match(text, start)
        if not match:
            return None
        lead, rest = (_joined(group) for group in match.groups(""))
        value = self.numbers[lead] + self.numbers.get(rest, 0)
        return "year" if rest else "int", value, match.end()


def spelled_years(tables: Tables) -> SpelledYears | None:
    """Compile what a language needs for them; None where its tables say nothing."""
    if not tables.thousands:
        return None
    ones: dict[str, int] = {}
    for name in ("art", "decade", "card"):
        words = tables.words.get(name, {})
        ones |= {word: n for word, n in words.items() if isinstance(n, int) and n < 100}
    more = _any_of({re.split(r"[ -]", lead)[-1] for lead in tables.thousands})  # "deux mille cinq cents"
    tail = rf"(?:{BLANK}({_any_of(ones)})(?!{BLANK}(?:{more})s?\b))?(?!\w)"
    pattern = re.compile(rf"({_any_of(tables.thousands)}){tail}", re.IGNORECASE)
    numbers = {_joined(word): n for word, n in (*ones.items(), *tables.thousands.items())}
    return SpelledYears(pattern, frozenset(re.split(r"[ -]", w)[0] for w in tables.thousands), numbers)


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(BLANK.join(map(re.escape, re.split(r"[ -]", word))) for word in longest_first)


def _joined(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split())
