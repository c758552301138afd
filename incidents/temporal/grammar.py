"""Patterns over token classes, the same for every language, and their longest match.

A pattern is a row of items `name:class|class?`: a token of one of the classes, kept under the name where there is
one, optional with `?`. No item repeats, so every match is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from .lexer import CODES, Tokens

T = TypeVar("T")
Builder = Callable[..., Any]  # from a match and what is known of the text to a value

GROUPS = {
    "DAY": "num|ordnum|ord",
    "MONTH": "month|mabbr|mlow",
    "YEAR": "year",
    "COUNT": "num|int|card|art|few",
    "WEEKDAY": "weekday|wabbr",
    "MOD": "last|next|this",
    "DIGITS": "num|ordnum",
    "JOINT": "hyphen|to|and|until|slash",
    "LINK": "hyphen|to|and|until|slash|or",
    "ANYYEAR": "year|int|num",
    "NTH": "num|ordnum|ord|roman",
    "of": "of|of_from",
    "from": "from|of_from",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A matched pattern: which tokens it covers and what its named items hold."""

    tokens: Tokens
    start: int  # first token
    end: int  # one past the last token that counts
    places: dict[str, int]  # name -> token

    def __getitem__(self, name: str) -> object:
        return self.tokens.values.get(self.places[name]) if name in self.places else None

    def __contains__(self, name: str) -> bool:
        return name in self.places

    def of(self, name: str, kind: type[T]) -> T:
        """Return a named item that must be of a type."""
        value = self[name]
        if not isinstance(value, kind):
            raise TypeError(f"The item {name} of a pattern holds {value!r}, which is no {kind.__name__}.")
        return value

    def number(self, name: str) -> int:
        return self.of(name, int)

    def text(self, name: str) -> str:
        return self.of(name, str)

    def is_class(self, name: str, *classes: str) -> bool:
        """Tell whether a named item was found and is of one of the classes."""
        return name in self.places and self.tokens.codes[self.places[name]] in {CODES[c] for c in classes}


@dataclass(frozen=True, slots=True)
class Item:
    """One place of a pattern: the codes it takes, and whether it may be missing."""

    name: str
    codes: str
    optional: bool

    @property
    def regex(self) -> str:
        body = f"(?P<{self.name}>[{self.codes}])" if self.name else f"[{self.codes}]"
        return f"{body}?" if self.optional else body

    @property
    def bare(self) -> str:
        """The expression without its name."""
        return f"[{self.codes}]?" if self.optional else f"[{self.codes}]"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of items and what makes a value of a match."""

    items: tuple[Item, ...]
    regex: re.Pattern[str]
    build: Builder

    def may_begin(self, first: str, second: str) -> bool:
        """Tell whether a match may begin with these two codes; the second may already lie behind it."""
        for place, item in enumerate(self.items):
            if first in item.codes and self._may_go_on(place + 1, second):
                return True
            if not item.optional:
                return False
        return False

    def _may_go_on(self, place: int, code: str) -> bool:
        for item in self.items[place:]:
            if not code or code in item.codes:
                return True
            if not item.optional:
                return False
        return True


@dataclass(slots=True)
class Grammar:
    """Patterns, found by the two codes they may begin with."""

    patterns: list[Pattern] = field(default_factory=list)
    _by_pair: dict[tuple[str, str], tuple[tuple[int, Pattern], ...]] = field(default_factory=dict)

    def add(self, source: str, build: Builder) -> None:
        """Compile one pattern and file it."""
        items = tuple(_item(text) for text in source.split())
        self.patterns.append(Pattern(items, re.compile("".join(item.regex for item in items)), build))
        self._by_pair.clear()

    def first_codes(self) -> frozenset[str]:
        """Return the codes that some pattern may begin with."""
        return frozenset(code for code in CODES.values() if any(p.may_begin(code, "") for p in self.patterns))

    def probe(self) -> str:
        """Return an expression that matches where any pattern does: one look in place of many."""
        branches = []
        for code in sorted(self.first_codes()):
            rows = ("".join(item.bare for item in p.items) for p in self.patterns if p.may_begin(code, ""))
            branches.append(f"(?={code})(?:{'|'.join(dict.fromkeys(rows))})")
        return "|".join(branches)

    def _candidates(self, first: str, second: str) -> tuple[tuple[int, Pattern], ...]:
        """Return the patterns for two codes, with their rank; worked out once for each pair."""
        found = self._by_pair.get((first, second))
        if found is None:
            found = tuple((n, p) for n, p in enumerate(self.patterns) if p.may_begin(first, second))
            self._by_pair[first, second] = found
        return found

    def matches(self, tokens: Tokens, at: int) -> list[tuple[Found, Builder]]:
        """Return what matches at a token, longest first, then in the order the patterns were added."""
        codes = tokens.codes
        made: list[tuple[int, int, Found, Builder]] = []
        for order, pattern in self._candidates(codes[at], codes[at + 1 : at + 2]):
            if match := pattern.regex.match(codes, at):
                places = {name: place for name in pattern.regex.groupindex if (place := match.start(name)) >= 0}
                end = max(places.values()) + 1
                made.append((-end, order, Found(tokens, at, end, places), pattern.build))
        made.sort(key=_rank)
        return [(found, build) for _, _, found, build in made]


def _rank(made: tuple[int, int, Found, Builder]) -> tuple[int, int]:
    return made[:2]


def _item(text: str) -> Item:
    """Read one item of a pattern: `name:class|class?`."""
    name, _, classes = text.rstrip("?").rpartition(":")
    codes = "".join(CODES[c] for group in classes.split("|") for c in GROUPS.get(group, group).split("|"))
    return Item(name, codes, text.endswith("?"))
