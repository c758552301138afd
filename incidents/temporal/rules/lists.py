"""Days in a row whose month stands with the last of them: "3, 5 and 9 June", "am 5. und am 7. August"."""

from __future__ import annotations

import re
from dataclasses import replace

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES
from ..values import Value, absolute_day
from .base import MONTH, reads, tense
from .ranges import joined

MAX_DAYS = 12  # in one list
NUMBER = f"[{CODES['num']}{CODES['ordnum']}]"
DOT, COMMA, AND, YEAR = (CODES[name] for name in ("dot", "comma", "and", "year"))
LEAD = f"[{CODES['on']}{CODES['the']}]{{0,2}}"
TO_MONTH = re.compile(
    f"{DOT}?(?P<more>(?:{COMMA}{LEAD}{NUMBER}{DOT}?){{0,{MAX_DAYS}}}){COMMA}?{AND}(?P<lead>{LEAD}){NUMBER}{DOT}?"
    f"[{CODES['of']}{CODES['of_from']}]?(?P<month>[{MONTH}]){DOT}?{COMMA}?[{CODES['of']}{CODES['of_from']}]?(?P<year>{YEAR})?"
)
TO_YEAR = re.compile(f"(?:{COMMA}{NUMBER}){{0,{MAX_DAYS}}}{COMMA}?(?:{AND}{NUMBER})?{COMMA}(?P<year>{YEAR})")
TO_LAST = re.compile(f"(?:{COMMA}{NUMBER}){{1,{MAX_DAYS}}}{COMMA}?{AND}{NUMBER}")
COUNTABLE_SIGNS = frozenset(CODES[name] for name in ("hyphen", "slash"))
IN_LIST = frozenset((COMMA, AND, CODES["num"], CODES["ordnum"]))
ON = CODES["on"]
OF_A_LIST = 0.75  # confidence: the numbers behind a day may count something


@reads(
    "the? day:DIGITS dot? comma on|the? DIGITS",
    "the? day:DIGITS dot? comma? and on|the? the? DIGITS",
)
def day_of_list(found: Found, context: Context) -> Value | None:
    """Read each day before the last of "3, 5 and 9 June"; "5 and 9 June" alone are two ends of one expression."""
    tokens, day = context.tokens, found.number("day")
    match = TO_MONTH.match(tokens.codes, found.places["day"] + 1)
    if match is None:
        return day_behind_month(found, context)
    alone = not match["more"] and ON not in match["lead"] and not follows_day(found, context)
    month = tokens.values.get(match.start("month"))
    if alone or not isinstance(month, int) or is_shy(match.start("month"), context):
        return None
    year = tokens.values.get(match.start("year")) if match["year"] else None
    if isinstance(year, int):
        return absolute_day(year, month, day)
    return anchoring.day_of_month(context, month, day, tense(found, context))


def is_shy(month_at: int, context: Context) -> bool:
    return context.tokens.codes[month_at] == CODES["mlow"] and context.tokens.word(month_at) in context.tables.shy


def follows_day(found: Found, context: Context) -> bool:
    """Tell whether a comma and a day stand before this one."""
    codes, at = context.tokens.codes, found.start
    return at > 1 and codes[at - 1] == COMMA and codes[at - 2] in IN_LIST | {DOT}


@reads("day:num comma year:year")
def last_day_of_list(found: Found, context: Context) -> Value | None:
    """Read the "9, 2021" of "June 3, 5 and 9, 2021"."""
    month = month_before(found, context)
    return absolute_day(found.number("year"), month, found.number("day")) if month else None


@reads("d1:num comma? and d2:num")
def last_days_of_list(found: Found, context: Context) -> Value | None:
    """Read the "5 and 9" of "June 3, 5 and 9", a list whose year is left out."""
    month = month_before(found, context)
    first, last = found.number("d1"), found.number("d2")
    if month is None or not first < last or not ends_list(found.end, context):
        return None
    time = tense(found, context)
    made = [anchoring.day_of_month(context, month, day, time) for day in (first, last)]
    spans = ((found.places["d1"], found.places["d1"] + 1), (found.places["d2"], found.end))
    value = joined(made[0], made[1], "all-of", spans) if made[0] and made[1] else None
    return replace(value, confidence=min(value.confidence, OF_A_LIST)) if value else None


def ends_list(end: int, context: Context) -> bool:
    """Tell that the last number of a list counts nothing: no noun follows, and no year."""
    tokens, tables = context.tokens, context.tables
    if tokens.codes[end : end + 2] == COMMA + YEAR:
        return False
    if end >= len(tokens.starts) or not tokens.text[tokens.starts[end]].isalnum():
        return tokens.codes[end : end + 1] not in COUNTABLE_SIGNS
    return tokens.word(end) in tables.inside or context.tells_a_tense(end)


def day_behind_month(found: Found, context: Context) -> Value | None:
    """Read the days after the first in "June 3, 5 and 9, 2021", a list that its year ends."""
    month = month_before(found, context)
    match = TO_YEAR.match(context.tokens.codes, found.end) if month else None
    rest = TO_LAST.match(context.tokens.codes, found.end) if month and match is None else None
    if month and rest and ends_list(rest.end(), context):
        value = anchoring.day_of_month(context, month, found.number("day"), tense(found, context))
        return replace(value, confidence=min(value.confidence, OF_A_LIST)) if value else None
    year = context.tokens.values.get(match.start("year")) if match else None
    if month is None or not isinstance(year, int):
        return None
    return absolute_day(year, month, found.number("day"))


def month_before(found: Found, context: Context) -> int | None:
    """Return the month that a list of days stands behind."""
    tokens, at = context.tokens, found.start
    if not context.tables.month_first or context.tables.absolute_only:
        return None
    first = max(0, at - 2 * MAX_DAYS)
    while at > first and tokens.codes[at - 1] in IN_LIST:
        at -= 1
    if at == 0 or at == found.start or tokens.codes[at] != CODES["num"] or tokens.codes[at - 1] not in MONTH:
        return None
    month = tokens.values.get(at - 1)
    return month if isinstance(month, int) else None


def year_of_list(context: Context, end: int) -> int | None:
    """Return the year that ends the list which goes on after "June 3"."""
    match = TO_YEAR.match(context.tokens.codes, end)
    if match is None or match.end() - end < 3:
        return None
    year = context.tokens.values.get(match.start("year"))
    return year if isinstance(year, int) else None
