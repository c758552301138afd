"""Propose whether a text reports (its dates count from its day) or tells history (its dates follow each other)."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from .lexer import CODES, scan
from .storyline import LOOSE, story_years
from .tables import tables_for

SAMPLE = 20_000  # characters: enough to tell
NUMBER = re.compile(r"(?<!\d)\d{3,4}(?!\d)")
FEWEST = 4  # years long past: fewer are the background of a report
REPORTING = "".join(CODES[name] for name in ("weekday", "wabbr", "relday"))  # "Tuesday", "yesterday"
UNITS_BESIDE = "".join(CODES[name] for name in ("last", "this", "next"))  # "last week"


def propose_genre(text: str, reference: date | None, language: str) -> Literal["news", "narrative"]:
    """Return "narrative" for a text of years long past with hardly a word that counts from its own day.

    Without a day of writing nothing can be long past, and a text is taken for news. Looks at the beginning only.
    """
    sample = text[:SAMPLE]
    if reference is None or len(NUMBER.findall(sample)) < FEWEST:
        return "news"
    tables = tables_for(language)
    tokens = scan(sample, tables)
    years = [year for year, weight in story_years(tokens, tables) if weight >= LOOSE]
    past = sum(year < reference.year - 1 for year in years)
    reported = len(years) - past
    for place, code in enumerate(tokens.codes):
        if code in REPORTING or (code in UNITS_BESIDE and tokens.codes[place + 1 : place + 2] == CODES["unit"]):
            reported += 1
    return "narrative" if past >= FEWEST and past > 2 * reported else "news"
