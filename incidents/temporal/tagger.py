"""Find temporal expressions in a text and read each: `tag`.

One scan classes the tokens (`lexer`), one walk over them takes the longest pattern at each place (`grammar`,
`rules`), together with what stands around it (`reader`).
"""

from __future__ import annotations

import re
from datetime import date

from .context import Context
from .cursor import STARTS
from .lexer import BREAK, CODES, OTHER, Tokens, scan
from .mention import Alternative, Mention
from .reader import COUNTS, LIMITS, OPENERS, Reader
from .rules import GRAMMAR, IMPOSSIBLE
from .storyline import storyline
from .tables import Tables, tables_for
from .values import Value

MAX_MENTIONS = 20_000  # of one text: more is a table of figures, not a report
LETTERS = "".join(sorted(OPENERS))
FIRST = re.compile(
    f"(?=[{''.join(sorted(STARTS))}{LETTERS}{LIMITS}{COUNTS}])"
    f"(?:{GRAMMAR.probe()}|[{LETTERS}](?=[^{OTHER}{BREAK}])|{CODES['clock']}"
    f"|[{LIMITS}][{CODES['on']}{CODES['within']}{CODES['of']}]?[{''.join(sorted(STARTS))}{CODES['the']}]"
    f"|[{COUNTS}]{CODES['unit']}[{LIMITS}]|[{CODES['num']}{CODES['card']}]{CODES['oclock']})"
)
"""Where something may be read: a pattern matches, or a word stands that opens an expression with something after it."""
GENRES = ("news", "narrative")


def tag(text: str, *, reference: date | None, language: str, genre: str = "news") -> list[Mention]:
    """Return the temporal expressions of a text, in text order and without overlap.

    `reference` is the day the text was written; without it relative words stay open. In a "narrative" they
    count from where the story has come to instead. Linear in the text; never raises on any text.
    """
    if genre not in GENRES:
        raise ValueError(f"The genre {genre!r} is not known: it is one of {', '.join(GENRES)}.")
    tables = tables_for(language)
    tokens = scan(text, tables)
    story = storyline(tokens, tables, reference) if genre == "narrative" else None
    reader = Reader(Context(reference, tables, tokens, story))
    mentions: list[Mention] = []
    place = FIRST.search(tokens.codes)
    while place and len(mentions) < MAX_MENTIONS:
        at = place.start()
        found = reader.read(at)
        end = at + 1
        if found is not None:
            value, end = found
            if value is not IMPOSSIBLE and is_readable(value, tables):
                reader.note(value, end)
                mentions.append(mention_of(value, tokens, at, end))
        place = FIRST.search(tokens.codes, end)
    return mentions


def is_readable(value: Value, tables: Tables) -> bool:
    """Tell whether enough is known of a language: with its calendar alone, only dates that count from nothing.

    1402 in Persian and 2566 in Thai texts are years of other calendars.
    """
    if not tables.absolute_only:
        return True
    first, last = tables.years
    return value.anchor is None and value.period is not None and first <= value.period.year <= last


def mention_of(value: Value, tokens: Tokens, start: int, end: int) -> Mention:
    """Give a value its place in the text; the bounds of a range get theirs."""
    bounds = tuple(
        mention_of(bound, tokens, *span) for bound, span in zip(value.bounds, value.spans, strict=False) if value.spans
    )
    return Mention(
        tokens.starts[start], tokens.ends[end - 1], value.edtf, value.timex, value.kind, value.precision, value.part,
        value.rule, value.anchor, value.confidence, ordered(value), bounds,
    )  # fmt: skip


def ordered(value: Value) -> tuple[Alternative, ...]:
    """Return the other readings, the likelier first, each once."""
    if len(value.alternatives) < 2:
        return value.alternatives
    said = {(value.edtf, value.part)}
    kept = []
    for reading in sorted(value.alternatives, key=lambda a: -a.confidence):
        if (reading.edtf, reading.part) not in said:
            said.add((reading.edtf, reading.part))
            kept.append(reading)
    return tuple(kept)


LEADING = ("on", "within", "the", "and", "of", "of_from")


def read_whole(text: str, reference: date | None, language: str) -> Mention | None:
    """Read a text that is nothing but one expression; None where anything else stands in it."""
    tables = tables_for(language)
    tokens = scan(text, tables)
    reader = Reader(Context(reference, tables, tokens, whole=True))
    start = 0
    while start < min(2, len(tokens.codes)):
        found = reader.read(start)
        if found and found[0] is not IMPOSSIBLE and is_readable(found[0], tables):
            value, end = found
            if end == len(tokens.codes) - 1 and tokens.word(end) in tables.after_year:
                end += 1
            if end == len(tokens.codes):
                return mention_of(value, tokens, start, end)
        if tokens.codes[start] not in {CODES[name] for name in LEADING}:
            return None
        start += 1
    return None
