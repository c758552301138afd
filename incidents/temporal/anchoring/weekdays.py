"""Place a weekday: beside the day of the report, or beside the last day that the text gave."""

from __future__ import annotations

from datetime import date, timedelta

from ..context import Context
from ..periods import Period
from ..values import Value, of_period, other

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
        chosen, rule, sure = upcoming, "weekday-next", 0.85
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
