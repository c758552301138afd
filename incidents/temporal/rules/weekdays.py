"""Weekdays, alone and with a number, a week or weeks beside them."""

from __future__ import annotations

from dataclasses import replace

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES, OF
from ..periods import Period
from ..values import Value, absolute_day, of_period, open_value, other
from .base import count_of, follows_word, reads, tense, with_daypart

COUNTABLE = OF | frozenset(CODES[name] for name in ("unit", "month", "mabbr", "mlow", "slash"))
NEIGHBOUR = frozenset({CODES["prev"], CODES["following"]})


@reads("weekday:weekday day:num", "mod:MOD weekday:WEEKDAY day:num")
def weekday_and_number(found: Found, context: Context) -> Value | None:
    """Read "el martes 5", "Tuesday 5": the nearest month where the two agree; without one, two things."""
    now = context.now
    if now is None or followed_by_noun(found, context):
        return None
    shift = found.number("mod") if "mod" in found else 0
    here, fitting = Period.containing("month", now), []
    for months in range(-2, 3):
        first = here.shifted(months).first
        made = absolute_day(first.year, first.month, found.number("day"))
        if made and made.period and made.period.first.isoweekday() == found.number("weekday"):
            gap = made.period.index - now.toordinal()
            if gap * shift >= 0:
                fitting.append((abs(gap), made))
    if not fitting:
        return None
    value = min(fitting, key=lambda pair: pair[0])[1]
    return replace(value, rule="day-of-month", confidence=0.9, anchor=now)


def followed_by_noun(found: Found, context: Context) -> bool:
    """Tell whether a number counts what follows it: "el martes 5 personas", "Tuesday 5 hours"."""
    tokens = context.tokens
    if found.end >= len(tokens.starts):
        return False
    return tokens.codes[found.end] in COUNTABLE or tokens.word(found.end) in context.tables.counted


@reads("weekday:weekday", "mod:MOD weekday:WEEKDAY", "this mod:last weekday:WEEKDAY", "weekday:weekday mod:last|next")
def plain_weekday(found: Found, context: Context) -> Value | None:
    if found.start and context.tokens.word(found.start - 1) in context.tables.names_before:
        return None  # "Bloody Sunday"
    if found.end < len(context.tokens.starts) and context.tokens.word(found.end) in context.tables.names_after:
        return None  # "the Sunday Times"
    if found.start and context.tokens.codes[found.start - 1] == CODES["art"]:
        return None  # "un miércoles de febrero", some Wednesday
    turned = context.tokens.codes[found.end : found.end + 1] in NEIGHBOUR
    if len(found.places) == 1 and not turned and follows_word(found, context, context.tables.habitual):
        return Value("repeated", "", f"XXXX-WXX-{found.number('weekday')}", "set", confidence=0.6)
    shift = found.number("mod") if "mod" in found else None
    return anchoring.weekday(context, found.number("weekday"), shift, tense(found, context))


@reads("weekday:weekday day:relday", "mod:MOD weekday:weekday day:relday")
def weekday_morning(found: Found, context: Context) -> Value | None:
    """Read "am Dienstag morgen", where the word for tomorrow is the morning."""
    name, part = context.tables.nouns.get(context.tokens.word(found.places["day"]), ("", ""))
    shift = found.number("mod") if "mod" in found else None
    day = anchoring.weekday(context, found.number("weekday"), shift, tense(found, context))
    return with_daypart(day, str(part)) if name == "daypart" else None


@reads(
    "weekday:WEEKDAY comma? of? the? mod:MOD unit:unit",
    "mod:MOD unit:unit apos? on? weekday:weekday",
    "weekday:WEEKDAY comma? of? the? unit:unit mod:MOD",
)
def weekday_in_week(found: Found, context: Context) -> Value | None:
    if found.text("unit") != "week":
        return None
    now = context.now
    if now is None:
        return open_value("weekday-in-week")
    week = Period.containing("week", now).shifted(found.number("mod"))
    return of_period(Period("day", week.first.toordinal() + found.number("weekday") - 1), "weekday-in-week", 0.92, now)


@reads(
    "about? n:COUNT unit:unit ago:ago on? MOD? weekday:weekday",
    "about? n:COUNT unit:unit ago:from MOD? weekday:weekday",
    "weekday:weekday unit:unit",
    "weekday:weekday lead:within n:COUNT unit:unit",
)
def weeks_from_weekday(found: Found, context: Context) -> Value | None:
    """Read "a week ago Tuesday", "two weeks from Friday", "Friday week" and "maandag over een week"."""
    count = count_of(found) if "n" in found else 1
    if found.text("unit") != "week" or count is None or not counts_weeks(found, context):
        return None
    if context.now is None:
        return open_value("weekday-in-week")
    back = found.is_class("ago", "ago")
    near = anchoring.weekday(context, found.number("weekday"), None if back else 1, -1 if back else 1)
    if near.period is None:
        return near
    day = near.period.shifted(-7 * count if back else 7 * count)
    return of_period(day, "weekday-in-week", 0.75, context.now).also(
        other(day.shifted(7), "weekday-week-after", 0.3), other(day.shifted(-7), "weekday-week-before", 0.2)
    )


def counts_weeks(found: Found, context: Context) -> bool:
    """Tell whether a weekday and weeks belong together; "closed for two weeks from Monday" is how long."""
    tokens, tables = context.tokens, context.tables
    if found.start and tokens.word(found.start - 1) in tables.lasting:
        return False
    if "lead" in found:
        return tokens.word(found.places["lead"]) in tables.ahead
    if found.is_class("ago", "ago"):
        return True
    return tables.weekday_week and tokens.codes[found.end : found.end + 1] != CODES["hyphen"]
