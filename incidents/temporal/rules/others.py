"""What is no date but is marked as such: vague words, lengths of time, repetition."""

from __future__ import annotations

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES
from ..periods import MULTIPLES
from ..values import Value
from .base import follows_word, reads, tense

JOINTS = frozenset({CODES["earlier"], CODES["later"]})
DURATION_LETTERS = {
    "day": "P{}D", "night": "P{}D", "week": "P{}W", "month": "P{}M", "quarter": "P{}Q",
    "year": "P{}Y", "decade": "P{}DE", "century": "P{}CE", "hour": "PT{}H", "minute": "PT{}M", "second": "PT{}S",
    "weekend": "P{}WE",
}  # fmt: skip


@reads("ref:ref")
def vague(found: Found, context: Context) -> Value | None:
    behind = context.tokens.codes[found.end : found.end + 1]
    if is_loose(found, context):
        return None
    if behind == CODES["hyphen"]:
        return None  # "the soon-to-open terminal"
    if behind in JOINTS and context.tokens.word(found.end) in context.tables.joining:
        return None  # "shortly after midnight"
    return Value("vague", "", found.text("ref"), "vague", confidence=0.9)


def is_loose(found: Found, context: Context) -> bool:
    """Tell "damals" and "nun" of a story, and "nun" inside a sentence, which lead on rather than tell when."""
    word, tables = context.tokens.word(found.start), context.tables
    if word not in tables.loose:
        return False
    return context.narrative or (word in tables.fronted and not context.opens_sentence(found.start))


@reads("word:earlier")
def formerly(found: Found, context: Context) -> Value | None:
    """Read "Früher war er Lehrer", but not "der Zug kam früher" and "zwei Stunden früher"."""
    tokens, tables, start = context.tokens, context.tables, found.start
    if tokens.word(start) not in tables.formerly or context.narrative or found.end >= len(tokens.starts):
        return None
    if tokens.codes[found.end] == CODES["or"] or tokens.word(found.end) in tables.than:
        return None
    if not context.opens_sentence(start) and tokens.word(start - 1) not in tables.was:
        return None
    return Value("vague", "", "PAST_REF", "vague", confidence=0.8)


@reads(
    "n:COUNT|decimal hyphen? unit:unit",
    "the? mod:last|next|prev|following|ord n:COUNT|decimal unit:unit",
    "the n:COUNT mod:last|next|ord unit:unit",
    "this n:COUNT mod:last|next unit:unit",
)
def duration(found: Found, context: Context) -> Value | None:
    return length(found["n"], found.text("unit"))


def length(count: object, unit: str) -> Value | None:
    """Return a length of time; a count of None is some, one that is not told."""
    if unit in MULTIPLES:
        times, unit = MULTIPLES[unit]
        count = count * times if isinstance(count, int) else count
    form = DURATION_LETTERS.get(unit)
    if form is None:
        return None
    return Value("duration", "", form.format("X" if count is None else str(count).replace(",", ".")), "duration")


@reads("every:every unit:unit", "every:every n:card|num unit:unit")
def repeated(found: Found, context: Context) -> Value | None:
    every = length(found.number("n") if "n" in found else 1, found.text("unit"))
    return Value("repeated", "", every.timex, "set") if every else None


@reads("every:every weekday:weekday")
def repeated_weekday(found: Found, context: Context) -> Value | None:
    return Value("repeated", "", f"XXXX-WXX-{found.number('weekday')}", "set")


@reads("often:often")
def adverb_of_repetition(found: Found, context: Context) -> Value | None:
    often = found.text("often")
    if often.startswith("XXXX-WXX-") and follows_word(found, context, context.tables.genitive):
        return anchoring.weekday(context, int(often[-1]), None, tense(found, context))  # "am Morgen des Samstags"
    return Value("repeated", "", found.text("often"), "set")
