"""Read what the tagger leaves of far centuries and of years with an era, by the words of nearer ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Protocol

from .periods import year_text
from .tables import tables_for

MODEL_YEAR, MODEL_CENTURY = 2001, 19
FAR_CENTURY = re.compile(r"\b(?P<n>2[2-9]|[3-9]\d)(?P<suffix>st|nd|rd|th|e|ème|º|ste|\.)(?= )", re.IGNORECASE)
RUN_OF_YEARS = re.compile(r"\d\dXX|\dXXX")
ENGLISH_SUFFIXES = ("st", "nd", "rd", "th")


class Dated(Protocol):
    """A date as EDTF, and which part of it is meant."""

    @property
    def edtf(self) -> str: ...
    @property
    def part(self) -> str: ...


Read = Callable[[str], Dated | None]


def of_an_era(words: str, languages: tuple[str, ...], read: Read) -> tuple[str, str] | None:
    """Return EDTF and part of "siglo III a. C.", "spring AD 405" and "the 25th century BC"."""
    return before_christ(words, languages, read) or part_of_year(words, languages, read) or far_century(words, read)


def before_christ(words: str, languages: tuple[str, ...], read: Read) -> tuple[str, str] | None:
    """Read centuries with an era behind them: -02XX are the years 300 to 201 BC."""
    for inner in without_era(words, languages):
        found = read(inner)
        made = (found.edtf, found.part) if found else far_century(inner, read)
        if made and RUN_OF_YEARS.fullmatch(made[0]):
            return f"-{made[0]}", made[1]
    return None


def without_era(words: str, languages: tuple[str, ...]) -> Iterator[str]:
    lower = words.lower()
    for code in languages:
        for era, sign in tables_for(code).words.get("era", {}).items():
            if sign == -1 and lower.endswith(f" {era}"):
                yield words[: -len(era) - 1]


def far_century(words: str, read: Read) -> tuple[str, str] | None:
    """Read a century that texts seldom name."""
    if (number := FAR_CENTURY.search(words)) is None:
        return None
    suffix = "th" if number["suffix"].lower() in ENGLISH_SUFFIXES else number["suffix"]
    made = read(f"{words[: number.start()]}{MODEL_CENTURY}{suffix}{words[number.end() :]}")
    if made is None or made.edtf != f"{MODEL_CENTURY - 1}XX":
        return None
    return f"{int(number['n']) - 1:02d}XX", made.part


def part_of_year(words: str, languages: tuple[str, ...], read: Read) -> tuple[str, str] | None:
    """Read seasons, quarters and halves of a year with an era."""
    for code in languages:
        if (found := years_with_era(code).search(words)) is None:
            continue
        sign = tables_for(code).words["era"][(found["era"] or found["lead"]).lower()]
        named = int(found["after"] or found["before"])
        year = year_text(1 - named if sign == -1 else named)
        made = read(f"{words[: found.start()]}{MODEL_YEAR}{words[found.end() :]}")
        if named and made and re.fullmatch(rf"{MODEL_YEAR}-\d\d", made.edtf):
            return f"{year}{made.edtf[4:]}", made.part
    return None


@lru_cache(maxsize=16)
def years_with_era(language: str) -> re.Pattern[str]:
    """Compile a year with its era at the end: "AD 405", "44 BC"."""
    eras = sorted(tables_for(language).words.get("era", {}), key=len, reverse=True)
    names = "|".join(map(re.escape, eras)) or "(?!)"
    return re.compile(
        rf"\b(?:(?P<lead>{names}) (?P<after>\d{{1,4}})|(?P<before>\d{{1,4}}) (?P<era>{names}))$", re.IGNORECASE
    )
