"""Give a season, a quarter and a half the year that the words leave out."""

from __future__ import annotations

from ..context import Context
from ..periods import PER_YEAR, Period
from ..values import Value, of_period, open_value, other

RUNNING = 0.7  # confidence of a quarter that is not over: that of the year before may be told of


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


def latest_ordinal(context: Context, ordinal: int, unit: str, tense: int) -> Value | None:
    """Resolve "the fourth quarter", "the second half": the one that runs, else the latest that is over, or the next."""
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
    told = next((p for p in context.recent if p.unit == unit), None)
    if told and told.index % per == ordinal - 1 and abs(told.year - now.year) <= 1:
        return of_period(told, "same-unit", 0.8, told.first)
    here = Period.containing(unit, now)
    back = (here.index - (ordinal - 1)) % per
    latest = here.shifted(-back) if tense <= 0 else here.shifted((ordinal - 1 - here.index) % per)
    sure = RUNNING if latest == here and tense <= 0 else 0.8
    value = of_period(latest, "quarter-next" if tense > 0 else "quarter-past", sure, now)
    return value.also(other(latest.shifted(-per), "year-before", 0.2), other(latest.shifted(per), "year-after", 0.2))
