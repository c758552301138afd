"""Resolve what words name against the day they were written on, or the last date that the text gave.

Every function here returns a `Value` with its rule, or None where the words name no date after all.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from .context import COARSENESS, Context
from .holidays import holiday_in, holidays_near
from .limits import period_of
from .mention import Alternative
from .periods import MULTIPLES, PER_YEAR, YEARS, Period
from .values import Value, absolute_day, of_period, open_value, other

CALENDAR_UNITS = frozenset({"day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century"})
FAR = 120  # days
NEAR = 14
FOLLOWS = 0.7  # confidence: a day without its year beside one that has it
LEAP_GAP = 8  # years from one 29 February to the next, at most


def trailing(unit: str, now: date) -> Alternative | None:
    """Return "last week" read as the seven days before, "last year" as the twelve months before."""
    days = {"week": 7, "month": 30, "quarter": 91, "year": 365}.get(unit)
    if not days:
        return None
    if unit == "year":
        edtf = f"[{now.year - 1:04d}-{now.month:02d}..{now.year:04d}-{now.month:02d}]"
    else:
        edtf = f"[{(now - timedelta(days=days)).isoformat()}..{(now - timedelta(days=1)).isoformat()}]"
    return Alternative(
        edtf, {"week": "P7D", "month": "P1M", "quarter": "P3M", "year": "P1Y"}[unit], "", "trailing-unit", 0.3
    )


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
    value = of_period(chosen, rule, sure, now)
    if shift is None and (told := context.told_in_sentence()) and told.year != chosen.year and told.unit != "year":
        follows = Period.month(told.year, number)
        follows = follows if follows.index >= told.within("month").index else follows.shifted(12)
        if follows.index <= here.index and tense <= 0:
            made = of_period(follows, "month-following", FOLLOWS, told.first)
            return made.also(other(chosen, rule, min(sure, 0.5)))
    return value.also(other(chosen.shifted(-12), "year-before", 0.2), other(chosen.shifted(12), "year-after", 0.2))


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
    if against and gap > 90 and wanted:
        chosen, rule, sure = wanted[0], "day-tense", 0.75
    if (follows := _day_after_told(context, month_number, day, tense)) and follows != chosen:
        return of_period(follows, "day-following", FOLLOWS, now).also(other(chosen, rule, min(sure, 0.5)))
    value = of_period(chosen, rule, sure, now)
    beside = [p for p in near if p != chosen and abs(p.index - chosen.index) < (3000 if len(near) > 3 else 400)][:2]
    return value.also(*(other(p, "year-before" if p.index < chosen.index else "year-after", 0.2) for p in beside))


def _day_after_told(context: Context, month_number: int, day: int, tense: int) -> Period | None:
    """Return the first such day from the date on that the same sentence gave in full: "on 3 May 2020 and 7 July"."""
    told, now = context.told_in_sentence(), context.now
    if told is None or now is None or tense > 0 or told.unit not in ("day", "month"):
        return None
    made = (absolute_day(told.year + later, month_number, day) for later in (0, 1))
    ahead = [v.period for v in made if v and v.period and v.period.last >= told.first]
    return ahead[0] if ahead and ahead[0].first <= now else None


def _day_of_story(year: int, month_number: int, day: int, now: date) -> Value | None:
    """Place a day in the year that the story has reached; days before the year 1 are not counted."""
    value = absolute_day(year, month_number, day) if year > 0 else None
    return replace(value, rule="day-following", confidence=0.85, anchor=now) if value else None


def relative_unit(context: Context, unit: str, shift: int, tense: int = 0) -> Value | None:
    """Resolve "last week" (-1), "this month" (0), "next year" (1): counted from the report's day."""
    if unit not in CALENDAR_UNITS or (unit == "day" and shift):
        return None
    rule = {-1: "last-unit", 0: "this-unit", 1: "next-unit"}[shift]
    now = context.now
    if now is None:
        return open_value(rule)
    here = Period.containing(unit, now)
    if unit == "weekend":
        return _weekend(here, shift, tense, now)
    value = of_period(here.shifted(shift), rule, 0.92, now)
    return value.also(trailing(unit, now)) if shift == -1 else value


def _weekend(here: Period, shift: int, tense: int, now: date) -> Value:
    """Take "this weekend" of a Monday as the past one where the clause tells something past."""
    ahead = now < here.first
    if shift == 0 and tense < 0 and ahead:
        shift = -1
    chosen = here.shifted(shift)
    rule = {-1: "last-unit", 0: "this-unit", 1: "next-unit"}[shift]
    return of_period(chosen, rule, 0.85, now).also(
        other(chosen.shifted(-1), "weekend-before", 0.2), other(chosen.shifted(1), "weekend-after", 0.2)
    )


def counted(context: Context, count: int | None, unit: str, sign: int) -> Value | None:
    """Resolve "three weeks ago" (-1) and "in three weeks" (1) with the precision of the unit."""
    rule = "ago" if sign < 0 else "ahead"
    if unit == "day" and count and (weeks := context.tables.weeks_in_days.get(count)):
        count, unit = weeks, "week"
    if count is None and unit in ("hour", "minute") and context.now:
        return of_period(Period("day", context.now.toordinal()), "hours-ago", 0.6, context.now)
    if count is None or unit in ("night", "season"):
        return Value("vague", "", "PAST_REF" if sign < 0 else "FUTURE_REF", "vague", confidence=0.5)
    now = context.now
    if now is None:
        return open_value(rule)
    if unit in MULTIPLES:
        times, unit = MULTIPLES[unit]
        count *= times
    if unit in ("hour", "minute", "second"):
        return _hours(count, unit, sign, now)
    if unit not in CALENDAR_UNITS:
        return None
    period = Period.containing(unit, now).shifted(sign * count)
    value = of_period(period, rule, 0.9, now)
    if unit == "week":
        return value.also(other(Period("day", now.toordinal() + sign * count * 7), "to-the-day", 0.3))
    if unit == "year":
        return value.also(other(Period.containing("month", now).shifted(sign * count * 12), "to-the-month", 0.3))
    if unit == "decade":
        return value.also(other(Period("year", now.year + sign * count * 10), "to-the-year", 0.3))
    if unit == "month":
        return value.also(other(period.shifted(-1), "month-before", 0.2), other(period.shifted(1), "month-after", 0.2))
    return value


def to_the_day(context: Context, count: int | None, unit: str, base: date | None, sign: int = -1) -> Value | None:
    """Resolve "ten years ago today" and "a week from tomorrow": the same day of another week, month or year."""
    if count is None or unit not in ("week", "month", "year"):
        return None
    rule = "ago" if sign < 0 else "ahead"
    if base is None:
        return open_value(rule)
    return of_period(same_day(base, sign * count, unit), rule, 0.85, context.now)


def same_day(day: date, count: int, unit: str) -> Period:
    """Return the day so many weeks, months or years on; 29 February becomes the 28th."""
    if unit == "week":
        return Period("day", day.toordinal() + 7 * count)
    month = Period.containing("month", day).shifted(count * (12 if unit == "year" else 1))
    return Period.day(month.year, month.first.month, min(day.day, month.last.day))


def _hours(count: int, unit: str, sign: int, now: date) -> Value:
    """Place hours and minutes on a day: the report's own hour is not known, so fewer than 24 stay on its day."""
    hours = count * {"hour": 3600, "minute": 60, "second": 1}[unit] // 3600
    day = Period("day", now.toordinal() + sign * (hours // 24))
    return of_period(day, "hours-ago", 0.6, now).also(other(day.shifted(sign), "day-before", 0.4))


def from_focus(context: Context, count: int | None, unit: str, sign: int, rule: str = "from-last-date") -> Value | None:
    """Resolve "three weeks later", "the following day", "the previous year": counted from the last date given."""
    if count is None:
        return Value("vague", "", "PAST_REF" if sign < 0 else "FUTURE_REF", "vague", confidence=0.5)
    if unit in MULTIPLES:
        times, unit = MULTIPLES[unit]
        count *= times
    if unit not in CALENDAR_UNITS:
        return None
    base = context.last_date(unit)
    if base is None:
        base = Period("day", context.reference.toordinal()) if context.reference else None
    if base is None or (base.year < 1 and unit not in YEARS):
        return open_value(rule)
    value = of_period(base.within(unit).shifted(sign * count), rule, 0.75, base.first if base.year > 0 else None)
    now = context.now
    if now is None:
        return value
    return value.also(other(Period.containing(unit, now).shifted(sign * count), "from-report", 0.3))


def counted_from(base: Value, count: int, unit: str, sign: int) -> Value | None:
    """Resolve "three weeks after 3 May 2021": counted from the date beside the words."""
    if unit in MULTIPLES:
        times, unit = MULTIPLES[unit]
        count *= times
    whole = base.period
    if whole is None or unit not in CALENDAR_UNITS or COARSENESS[unit] < COARSENESS[whole.unit] or whole.year < 1:
        return None
    period = whole.within(unit).shifted(sign * count)
    value = of_period(period, "from-date", min(base.confidence, 0.85), whole.first)
    for reading in base.alternatives:
        near = period_of(reading.edtf)
        if near and near.unit == whole.unit:
            moved = near.within(unit).shifted(sign * count)
            value = value.also(other(moved, reading.rule, reading.confidence))
    return value


def same_unit(context: Context, unit: str) -> Value | None:
    """Resolve "that day", "the same month": the one of the last date given."""
    return from_focus(context, 0, unit, 1, "same-unit")


def holiday(context: Context, spec: tuple[Any, ...], year: int | None, tense: int) -> Value:
    """Resolve a named day: of its year, or without one the nearest that the tense allows."""
    if year is None:
        year = context.inherited_year
    if year is not None:
        return of_period(holiday_in(spec, year), "holiday")
    now = context.now
    if now is None:
        text = f"XXXX-{spec[1]:02d}-{spec[2]:02d}" if spec[0] == "fixed" else ""
        return Value("holiday-open", text, text or "XXXX-XX-XX", precision="day", confidence=0.4)
    near = sorted(holidays_near(spec, now.year), key=lambda p: abs(p.first.toordinal() - now.toordinal()))
    chosen = near[0]
    ahead = chosen.first.toordinal() - now.toordinal()
    if tense and abs(ahead) > 60 and (ahead > 0) != (tense > 0):
        chosen = near[1]
    return of_period(chosen, "holiday-nearest", 0.7, now).also(
        *(other(p, "another-year", 0.2) for p in near if p != chosen)
    )


def season(context: Context, number: int, shift: int | None, tense: int) -> Value | None:
    """Resolve a season without its year: 0 is spring; winter belongs to the year that it begins in."""
    if context.inherited_year is not None:
        return of_period(Period("season", context.inherited_year * 4 + number), "absolute")
    if shift is None and context.story_year is not None:
        return of_period(Period("season", context.story_year * 4 + number), "season-this", 0.8, context.now)
    now = context.now
    if now is None:
        name = ("SP", "SU", "FA", "WI")[number]
        return Value("season-open", f"XXXX-{21 + number}", f"XXXX-{name}", precision="season", confidence=0.4)
    here = Period.containing("season", now)
    latest = here.shifted(-((here.index - number) % PER_YEAR["season"]))
    upcoming = here.shifted((number - here.index) % PER_YEAR["season"])
    if shift == -1:
        chosen, rule = latest if latest != here else latest.shifted(-4), "season-last"
    elif shift == 1:
        chosen, rule = upcoming if upcoming != here else upcoming.shifted(4), "season-next"
    elif tense > 0:
        chosen, rule = upcoming, "season-next"
    elif shift == 0 and tense == 0:
        chosen, rule = Period("season", now.year * 4 + number), "season-this"
    else:
        chosen, rule = latest, "season-last"
    return of_period(chosen, rule, 0.8 if shift is not None else 0.7, now).also(
        other(chosen.shifted(-4), "year-before", 0.2), other(chosen.shifted(4), "year-after", 0.2)
    )


def ordinal_of(value: Value, ordinal: int, unit: str) -> Value | None:
    """Return "the third quarter of 2009", "the last week of June": the nth unit inside a period (-1 the last)."""
    whole = value.period
    if whole is None or unit not in CALENDAR_UNITS or COARSENESS[unit] >= COARSENESS[whole.unit] or whole.year < 1:
        return None
    if whole.unit in ("decade", "century", "millennium") and unit != "decade":
        return None  # "the last quarter of the 18th century" is a part of it, not three months
    if unit == "decade" and whole.unit == "century":
        first, last = whole.index * 10, whole.index * 10 + 9
    elif unit in YEARS:
        return None
    else:
        first = Period.containing(unit, whole.first).index
        last = Period.containing(unit, whole.last).index
        if unit == "week" and Period(unit, first).first < whole.first and whole.first.isoweekday() > 4:
            first += 1  # the first week of a month is the one that holds most of its first days
    index = last + 1 + ordinal if ordinal < 0 else first + ordinal - 1
    if not first <= index <= last or (unit == "quarter" and unit in PER_YEAR and whole.unit not in YEARS):
        return None
    made = of_period(Period(unit, index), value.rule, min(value.confidence, 0.9), value.anchor)
    for reading in value.alternatives:
        near = period_of(reading.edtf)
        found = ordinal_of(of_period(near, reading.rule), ordinal, unit) if near and near.unit == whole.unit else None
        if found and found.period:
            made = made.also(other(found.period, reading.rule, reading.confidence))
    return made


def nth_weekday(value: Value, nth: int, number: int) -> Value | None:
    """Return "the first Monday in June": the nth such weekday of a month (-1 the last, -2 the one before it)."""
    whole = value.period
    if whole is None or whole.unit != "month" or whole.year < 1 or not -2 <= nth <= 5:
        return None
    day = holiday_in(("nth", whole.index % 12 + 1, number, nth), whole.year)
    if day.within("month") != whole:
        return None
    made = of_period(day, value.rule, min(value.confidence, 0.9), value.anchor)
    for reading in value.alternatives:
        near = period_of(reading.edtf)
        if near and near.unit == "month":
            moved = holiday_in(("nth", whole.index % 12 + 1, number, nth), near.year)
            made = made.also(other(moved, reading.rule, reading.confidence))
    return made


def half_ago(context: Context, count: int, unit: str) -> Value | None:
    """Resolve "two and a half years ago": counted in the next smaller unit, and about."""
    now, parts = context.now, {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100),
                               "month": ("week", 4), "week": ("day", 7)}  # fmt: skip
    if unit in ("day", "hour", "minute") and now is not None:
        return of_period(Period("day", now.toordinal() - (count if unit == "day" else 0)), "hours-ago", 0.6, now)
    if unit not in parts or now is None:
        return open_value("ago") if unit in parts else None
    smaller, per = parts[unit]
    period = Period.containing(smaller, now).shifted(-(count * per + per // 2))
    value = of_period(period, "ago", 0.75, now)
    return replace(value, edtf=f"{value.edtf}~") if not value.edtf.startswith("[") else value


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


def latest_ordinal(context: Context, ordinal: int, unit: str, tense: int) -> Value | None:
    """Resolve "the fourth quarter", "the second half": the latest one that is over, or the next one."""
    if unit not in ("quarter", "half"):
        return None
    ordinal = ordinal if ordinal > 0 else PER_YEAR[unit] + 1 + ordinal
    if not 1 <= ordinal <= PER_YEAR[unit]:
        return None
    now = context.now
    if now is None:
        return open_value("quarter-past")
    per = PER_YEAR[unit]
    if context.story_year is not None:
        return of_period(Period(unit, context.story_year * per + ordinal - 1), "quarter-past", 0.8, now)
    here = Period.containing(unit, now)
    back = (here.index - (ordinal - 1)) % per
    latest = here.shifted(-back or -per) if tense <= 0 else here.shifted((ordinal - 1 - here.index) % per)
    value = of_period(latest, "quarter-next" if tense > 0 else "quarter-past", 0.8, now)
    return value.also(other(latest.shifted(-per), "year-before", 0.2), other(latest.shifted(per), "year-after", 0.2))
