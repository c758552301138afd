"""Days beside a happening: in "two days after the attack on 3 May" it is that of the attack, or the one counted."""

from __future__ import annotations

from dataclasses import replace

from . import anchoring
from .context import Context
from .lexer import CODES, OF, OTHER
from .limits import side_at
from .values import Value, other

REACH = 8  # tokens between "two days after" and the day of what happened
INSIDE = OF | frozenset(CODES[name] for name in ("the", "on", "within"))
COUNTS = frozenset(CODES[name] for name in ("art", "card", "num", "int"))


def doubted(found: tuple[Value, int] | None, at: int, context: Context) -> tuple[Value, int] | None:
    """Doubt a day that stands behind "two days after the attack on"; give the day counted as another reading."""
    if found is None or found[0].period is None or found[0].period.unit != "day" or found[0].bounds:
        return found
    tokens, codes = context.tokens, context.tokens.codes
    place = at - 1
    last = max(1, at - 2 - REACH)
    while place > last and (codes[place] in INSIDE or is_word(context, place)):
        place -= 1
    if not 1 <= place <= at - 3 or codes[place - 1] != CODES["unit"]:
        return found
    side = side_at(tokens, context.tables, place)
    if not side:
        return found
    value, end = found
    count = tokens.values.get(place - 2) if codes[place - 2] in COUNTS else 1
    value = replace(value, confidence=min(value.confidence, 0.6))
    if isinstance(count, int) and isinstance(unit := tokens.values[place - 1], str):
        counted = anchoring.counted_from(value, count, unit, side)
        if counted and counted.period:
            value = value.also(other(counted.period, "from-date", 0.5))
    return value, end


def is_word(context: Context, place: int) -> bool:
    """Tell the words of "the attack on" from signs, which end a clause, and from the words of another date."""
    tokens = context.tokens
    return tokens.codes[place] == OTHER and tokens.text[tokens.starts[place]].isalnum()
