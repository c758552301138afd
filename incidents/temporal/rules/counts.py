"""Lengths of time that lead from a day to another: "three weeks ago", "in two years", "two days later"."""

from __future__ import annotations

from dataclasses import replace

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES
from ..values import Value
from .base import count_of, ends_phrase, reads, tense
from .others import length


@reads("n:card|num and art half:unit unit:unit ago:ago", "n:art|card unit:unit and art half:unit ago:ago")
def some_and_a_half_ago(found: Found, context: Context) -> Value | None:
    """Read "two and a half years ago", "a year and a half ago"."""
    if found.text("half") != "half":
        return None
    return anchoring.half_ago(context, found.number("n"), found.text("unit"))


@reads("half:unit hyphen? art? unit:unit ago:ago", "art half:unit hyphen? unit:unit ago:ago")
def half_a_unit_ago(found: Found, context: Context) -> Value | None:
    return anchoring.half_ago(context, 0, found.text("unit")) if found.text("half") == "half" else None


@reads("about|hedge? n:decimal unit:unit ago:ago", "ago:agopre about|hedge? n:decimal unit:unit")
def decimal_ago(found: Found, context: Context) -> Value | None:
    """Read "anderhalf jaar geleden", "vor zweieinhalb Jahren", "2.5 years ago"."""
    whole, _, rest = found.text("n").replace(",", ".").partition(".")
    return anchoring.half_ago(context, int(whole), found.text("unit")) if rest == "5" else None


@reads("about? n:COUNT unit:unit and about? m:COUNT smaller:unit ago:ago")
def years_and_months_ago(found: Found, context: Context) -> Value | None:
    """Read "two years and three months ago": counted in the smaller unit."""
    per = {("year", "month"): 12, ("week", "day"): 7}.get((found.text("unit"), found.text("smaller")))
    n, m = found["n"], found["m"]
    if per is None or not isinstance(n, int) or not isinstance(m, int):
        return None
    return anchoring.counted(context, n * per + m, found.text("smaller"), -1)


@reads(
    "hedge:hedge? about? n:COUNT hyphen? unit:unit ago:ago",
    "ago:agopre about|exact? hedge:hedge? hedge? few? n:COUNT unit:unit",
)
def some_time_ago(found: Found, context: Context) -> Value | None:
    if found.is_class("ago", "agopre") and found.start and context.tokens.codes[found.start - 1] == CODES["since"]:
        return length(count_of(found), found.text("unit"))  # "desde hace dos años" is for two years
    value = hedged(found, anchoring.counted(context, count_of(found), found.text("unit"), -1))
    if value and context.tokens.word(found.places["n"]) in context.tables.rounded:
        return replace(value, confidence=min(value.confidence, 0.7))
    return value


def hedged(found: Found, value: Value | None) -> Value | None:
    """Doubt "more than two years ago"."""
    if value is None or "hedge" not in found:
        return value
    return replace(value, confidence=min(value.confidence, 0.7))


@reads("about? n:COUNT unit:unit hence:hence", "lead:within about|hedge? few? n:COUNT unit:unit")
def in_some_time(found: Found, context: Context) -> Value | None:
    lead = context.tokens.word(found.start)
    if found.is_class("lead", "within") and lead not in context.tables.ahead and tense(found, context) <= 0:
        return None  # "done in three weeks" is how long it took
    value = anchoring.counted(context, count_of(found), found.text("unit"), 1)
    return replace(value, confidence=min(value.confidence, 0.7)) if value else None


@reads("about|hedge? n:COUNT unit:unit mod:earlier|later|ref", "mod:later n:COUNT unit:unit")
def some_time_from_last_date(found: Found, context: Context) -> Value | None:
    if context.tokens.codes[found.start] == CODES["later"] or not ends_phrase(found, context):
        return None
    shift = found["mod"]
    if found.is_class("mod", "ref"):  # a word that stands for "before" by itself too ("trois mois auparavant")
        shift = context.tables.words["earlier"].get(context.tokens.word(found.places["mod"]))
    return anchoring.from_focus(context, count_of(found), found.text("unit"), shift) if isinstance(shift, int) else None
