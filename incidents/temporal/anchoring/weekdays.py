"""Place a weekday: beside the day of the report, or beside the last day that the text gave."""

from __future__ import annotations

from datetime import date, timedelta

from ..context import Context
from ..periods import Period
from ..values import Value, of_period, other

OF_SPAN = 0.6  # confidence: a weekday among days that were named
APPOINTED = 0.7  # confidence: "they meet Friday" may be said of every Friday, or tell a story in the present
PLANNED = 0.6  # confidence: whether what was planned was to be before or after the report is not said


def weekday(context: Context, number: int, shift: int | None, tense: int) -> Value:
    """Resolve "Tuesday", "last Tuesday" (-1), "this" (0), "next" (1)."""
    now = context.now
    if now is None:
        return Value("weekday-open", timex=f"XXXX-WXX-{number}", precision="day", confidence=0.5)
    latest = now - timedelta(days=(now.isoweekday() - number) % 7)
    upcoming = now + timedelta(days=(number - now.isoweekday()) % 7)
    week = timedelta(days=7)
    if shift == -1:
        chosen, rule, sure = latest if latest < now else latest - week, "weekday-last", 0.85
    elif shift == 1:
        chosen, rule, sure = upcoming if upcoming > now else upcoming + week, "weekday-next", 0.85
    elif tense > 0:
        chosen, rule, sure = upcoming, "weekday-next", APPOINTED if context.is_appointed else 0.85
    elif shift is None and context.is_state:
        chosen, rule, sure = upcoming, "weekday-next", PLANNED
    elif shift is None and context.is_planned:
        return _planned(context, latest, upcoming, now)
    elif shift == 0:
        monday = now - timedelta(days=now.weekday())
        chosen = latest if tense < 0 else monday + timedelta(days=number - 1)
        rule, sure = "weekday-this", 0.9
    else:
        chosen, rule, sure = latest, "weekday-past", 0.93 if tense < 0 else 0.75  # "they meet Friday"
    if context.story_year is not None:
        sure = min(sure, 0.75)  # the day that a story has reached is a guess itself
    day = Period("day", chosen.toordinal())
    return of_period(day, rule, sure, now).also(
        other(day.shifted(-7), "weekday-week-before", 0.2), other(day.shifted(7), "weekday-week-after", 0.2)
    )


def _planned(context: Context, latest: date, upcoming: date, now: date) -> Value:
    """Take "was to open Wednesday" as the nearer of the two Wednesdays beside the report, and give the other too."""
    past, ahead = Period("day", latest.toordinal()), Period("day", upcoming.toordinal())
    readings = [(past, "weekday-past"), (ahead, "weekday-next")]
    readings.sort(key=lambda reading: abs(reading[0].index - now.toordinal()))
    (chosen, rule), (second, second_rule) = readings
    return of_period(chosen, rule, PLANNED, now).also(other(second, second_rule, PLANNED - 0.2))


def weekday_of_span(context: Context, number: int, tense: int) -> Value | None:
    """Resolve "on Friday evening" after "from 24 to 27 August": the day among these, where these are not close."""
    day, now = context.day_of_span(number, tense), context.now
    if day is None or now is None:
        return None
    value = of_period(day, "from-last-date", OF_SPAN, context.span[0].first if context.span else None)
    beside = weekday(context, number, None, tense)
    return value.also(other(beside.period, beside.rule, 0.3)) if beside.period else value


def weekday_after(context: Context, first: Period, number: int, tense: int) -> Value:
    """Resolve the second of "Sunday and Monday": the first such day after the one beside it.

    In a tale of the past both are over, so that "Monday and Friday" of a Wednesday stay as they are.
    """
    alone = weekday(context, number, None, tense)
    now, ahead = context.now, (number - first.first.isoweekday()) % 7
    if now is None or not ahead or alone.period is None:
        return alone
    day = first.shifted(ahead)
    if day == alone.period or (tense < 0 and first.first < now < day.first):
        return alone
    rule, sure = ("weekday-next", PLANNED if tense < 0 else 0.85) if day.first > now else ("weekday-past", 0.85)
    return of_period(day, rule, min(alone.confidence, sure), now).also(other(alone.period, alone.rule, 0.3))


def weekday_from_focus(context: Context, number: int, shift: int) -> Value | None:
    """Resolve "that Monday" (0), "the following Monday" (1), "the previous Monday" (-1) from the last day given."""
    base = context.last_date("day")
    if base is None or base.year < 1:
        return None
    day = base.first
    ahead = (number - day.isoweekday()) % 7
    moves = {1: ahead or 7, -1: (ahead or 7) - 7 if ahead else -7, 0: ahead if ahead <= 3 else ahead - 7}
    made = Period("day", day.toordinal() + moves[shift])
    value = of_period(made, "from-last-date", 0.75, day)
    return value.also(
        other(made.shifted(7), "weekday-week-after", 0.2), other(made.shifted(-7), "weekday-week-before", 0.2)
    )
