"""Give a month, and a day of one, the year that the words leave out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..context import Context
from ..periods import Period
from ..values import Value, absolute_day, of_period, other
from .weekdays import PLANNED

FAR = 120  # days
NEAR = 14
FOLLOWS = 0.7  # confidence: a day without its year beside one that has it
GOES_ON = 0.6  # a sentence after it
LEAP_GAP = 8  # years from one 29 February to the next, at most


def month(context: Context, number: int, shift: int | None, tense: int) -> Value:
    """Resolve a month named without its year, after "last" (-1), "this" (0) or "next" (1) or alone (None)."""
    if context.inherited_year is not None:
        return of_period(Period.month(context.inherited_year, number), "absolute")
    if shift is None and context.story_year is not None:
        return of_period(Period.month(context.story_year, number), "month-following", 0.85, context.now)
    now = context.now
    if now is None:
        return Value("month-open", f"XXXX-{number:02d}", f"XXXX-{number:02d}", precision="month", confidence=0.5)
    here = Period.containing("month", now)
    same_year = Period.month(now.year, number)
    latest = same_year if same_year.index <= here.index else same_year.shifted(-12)
    upcoming = same_year if same_year.index >= here.index else same_year.shifted(12)
    if shift == -1:
        chosen, rule, sure = latest if latest != here else latest.shifted(-12), "month-last", 0.8
    elif shift == 1:
        chosen, rule, sure = upcoming if upcoming != here else upcoming.shifted(12), "month-next", 0.8
    elif shift == 0:
        chosen, rule, sure = same_year, "month-this", 0.9
    elif tense > 0 or (tense == 0 and upcoming.index - here.index <= 2):
        chosen, rule, sure = upcoming, "month-next", 0.85 if tense else 0.7
    else:
        chosen, rule, sure = latest, "month-past", 0.9 if tense else 0.8
    if shift is None and not tense and context.is_planned:  # "was to open in May"
        sure = PLANNED
    value = of_period(chosen, rule, sure, now)
    told, sure_of_it = _told(context, tense) if shift is None else (None, 0.0)
    if told and told.year != chosen.year and told.unit != "year":
        follows = Period.month(told.year, number)
        follows = follows if follows.index >= told.within("month").index else follows.shifted(12)
        if follows.index <= here.index and tense <= 0 and follows != chosen:
            made = of_period(follows, "month-following", sure_of_it, told.first)
            return made.also(other(chosen, rule, min(sure, 0.5)))
    return value.also(other(chosen.shifted(-12), "year-before", 0.2), other(chosen.shifted(12), "year-after", 0.2))


def _told(context: Context, tense: int) -> tuple[Period | None, float]:
    """Return the date with its year that a tale goes on from, in this sentence or the next, and how sure that is."""
    told = context.told_in_sentence()
    if told is not None:
        return told, FOLLOWS
    before, now = context.told_before(), context.now
    goes_on = tense < 0 or (before is not None and now is not None and before.first > now)
    return (before if goes_on else None), GOES_ON


def day_of_month(context: Context, month_number: int, day: int, tense: int) -> Value | None:
    """Resolve day and month without a year: the nearest such day, unless the tense says otherwise."""
    if context.inherited_year is not None:
        return absolute_day(context.inherited_year, month_number, day)
    if absolute_day(2000, month_number, day) is None:
        return None
    now = context.now
    if now is None:
        text = f"XXXX-{month_number:02d}-{day:02d}"
        return Value("day-open", text, text, precision="day", confidence=0.5)
    if context.story_year is not None:
        return _day_of_story(context.story_year, month_number, day, now)
    years = range(-LEAP_GAP, LEAP_GAP + 1) if (month_number, day) == (2, 29) else (-1, 0, 1)
    near = [v.period for y in years if (v := absolute_day(now.year + y, month_number, day)) and v.period]
    if not near:
        return None  # in the first and the last years of the calendar
    near.sort(key=lambda p: abs(p.index - now.toordinal()))
    chosen, rule, sure = near[0], "day-nearest", 0.9
    against = (chosen.index > now.toordinal() and tense < 0) or (chosen.index < now.toordinal() and tense > 0)
    gap = abs(chosen.index - now.toordinal())
    if gap > FAR:
        sure = 0.75 if tense else 0.7  # nearly as far from the one as from the other, or a day that all remember
    wanted = [p for p in near if (p.index > now.toordinal()) == (tense > 0)]
    if against and gap > NEAR:
        sure = 0.7  # the tense may be that of another verb
    if against and wanted and (gap > 90 or (gap > NEAR and tense < 0 and context.is_told)):
        chosen, rule, sure = wanted[0], "day-tense", 0.75
    told, sure_of_it = _told(context, tense)
    if (follows := _day_after_told(told, now, month_number, day, tense)) and follows != chosen:
        return of_period(follows, "day-following", sure_of_it, now).also(other(chosen, rule, min(sure, 0.5)))
    value = of_period(chosen, rule, sure, now)
    beside = [p for p in near if p != chosen and abs(p.index - chosen.index) < (3000 if len(near) > 3 else 400)][:2]
    return value.also(*(other(p, "year-before" if p.index < chosen.index else "year-after", 0.2) for p in beside))


def _day_after_told(told: Period | None, now: date, month_number: int, day: int, tense: int) -> Period | None:
    """Return the first such day from a date that was given in full on: "on 3 May 2020 and 7 July".

    Both are past, or both still to come: "closes on 24 May 2026. It opens again on 11 June".
    """
    if told is None or told.unit not in ("day", "month"):
        return None
    is_ahead = told.first > now
    if tense < 0 if is_ahead else tense > 0:
        return None
    made = (absolute_day(told.year + later, month_number, day) for later in (0, 1))
    ahead = [v.period for v in made if v and v.period and v.period.last >= told.first]
    return ahead[0] if ahead and (is_ahead or ahead[0].first <= now) else None


def _day_of_story(year: int, month_number: int, day: int, now: date) -> Value | None:
    """Place a day in the year that the story has reached; days before the year 1 are not counted."""
    value = absolute_day(year, month_number, day) if year > 0 else None
    return replace(value, rule="day-following", confidence=0.85, anchor=now) if value else None
