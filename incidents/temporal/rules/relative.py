"""Words that count from the day of the report, or from the last date that the text gave."""

from __future__ import annotations

import re
from dataclasses import replace

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES, OTHER
from ..periods import Period
from ..values import Value, absolute_day, of_period, open_value
from .base import (
    count_of,
    follows_preposition,
    reads,
    relative_year,
    tense,
    with_daypart,
    year_ahead,
)

LISTED = re.compile(rf"[{CODES['to']}{CODES['until']}{CODES['and']}{CODES['hyphen']}{CODES['slash']}]{CODES['month']}")
LISTING = frozenset({CODES["comma"], CODES["slash"], CODES["hyphen"]})
CLOSING = frozenset({CODES["closing"], CODES["part"], CODES["ending"]})


@reads("weekday:weekday", "mod:MOD weekday:WEEKDAY", "weekday:weekday mod:last|next")
def plain_weekday(found: Found, context: Context) -> Value | None:
    if found.start and context.tokens.word(found.start - 1) in context.tables.names_before:
        return None  # "Bloody Sunday"
    if found.end < len(context.tokens.starts) and context.tokens.word(found.end) in context.tables.names_after:
        return None  # "the Sunday Times"
    shift = found.number("mod") if "mod" in found else None
    return anchoring.weekday(context, found.number("weekday"), shift, tense(found, context))


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


@reads("day:weekdaypart", "mod:MOD day:weekdaypart")
def weekday_with_daypart(found: Found, context: Context) -> Value | None:
    """Read "Dienstagabend" and "am vergangenen Dienstag abend"."""
    number, part = found.of("day", tuple)
    shift = found.number("mod") if "mod" in found else None
    return with_daypart(anchoring.weekday(context, number, shift, tense(found, context)), part)


@reads("part:daypart", "same part:daypart")
def lone_daypart(found: Found, context: Context) -> Value | None:
    """Read "in the evening", "the same evening": of the day last given, or that of the report."""
    tokens, before = context.tokens, found.places["part"] - 1
    if before < 0 or (
        found.end - found.start == 1
        and tokens.codes[before] != CODES["the"]
        and tokens.word(before) not in context.tables.articled
    ):
        return None  # "by night"
    day, now = context.focus, context.now
    if (day is None or day.unit != "day") and now is not None:
        day = Period("day", now.toordinal())
    if day is None or day.unit != "day":
        return None
    return with_daypart(of_period(day, "same-unit", 0.5, day.first), found.text("part"))


@reads("part:daypart mod:this|last", "mod:this|last part:daypart")
def this_daypart(found: Found, context: Context) -> Value | None:
    return relative_day(context, found.number("mod"), found.text("part"))


@reads(
    "day:relday",
    "day:relday part:daypart",
    "the? day:relday comma? again:weekday",
    "this day:relday",
    "day:relday on? the part:daypart",
)
def relative_day_words(found: Found, context: Context) -> Value | None:
    pair = found.of("day", tuple)
    return relative_day(context, pair[0], found.text("part") if "part" in found else pair[1])


def relative_day(context: Context, shift: int, daypart: str) -> Value | None:
    """Return "yesterday", "tonight", "this morning"."""
    now = context.now
    if context.narrative and not daypart and not shift:
        return Value("vague", "", "PRESENT_REF", "vague", confidence=0.7)  # "to this day", not a day of the story
    if now is None:
        return open_value("relative-day")
    value = of_period(Period("day", now.toordinal() + shift), "relative-day", 0.95, now)
    return with_daypart(value, daypart)


@reads("the? mod:MOD unit:unit", "the? unit:unit mod:MOD")
def modified_unit(found: Found, context: Context) -> Value | None:
    unit, shift = found.text("unit"), found.number("mod")
    if unit == "day" and shift == 1:
        return anchoring.from_focus(context, 1, "day", 1, "next-day")
    if found.is_class("mod", "last") and context.tokens.word(found.places["mod"]) in context.tables.stretches:
        return None  # "over the past year" is a stretch of time, not a date
    return anchoring.relative_unit(context, unit, shift, tense(found, context))


@reads("the? unit:unit side:earlier|later mod:last|next")
def unit_after_next(found: Found, context: Context) -> Value | None:
    """Read "the week before last", "the year after next"."""
    if found.number("side") != found.number("mod"):
        return None
    value = anchoring.counted(context, 2, found.text("unit"), found.number("mod"))
    return replace(value, alternatives=()) if value else None


@reads("the? mod:prev|following unit:unit", "the? unit:unit mod:prev|following", "the unit:unit mod:earlier|later")
def neighbour_unit(found: Found, context: Context) -> Value | None:
    if found.is_class("mod", "earlier", "later") and not ends_phrase(found, context):
        return None
    return anchoring.from_focus(context, 1, found.text("unit"), found.number("mod"), "neighbour-unit")


@reads("the? same unit:unit")
def the_same_unit(found: Found, context: Context) -> Value | None:
    return anchoring.same_unit(context, found.text("unit"))


@reads(
    "the? same unit:unit on? mod:MOD whole:unit",
    "the? same unit:unit n:art|card whole:unit ago:ago|earlier",
    "the? same unit:unit of? the? mod:MOD|prev whole:unit",
    "the? same unit:unit of? the? whole:unit mod:prev|earlier",
)
def same_unit_of_year(found: Found, context: Context) -> Value | None:
    """Read "the same month a year ago": the unit of the last date, a year before it."""
    focus = context.last_date(found.text("unit"))
    if found.text("whole") != "year" or focus is None or focus.year < 2:
        return None
    back = found.number("n") if "n" in found else -found.number("mod")
    base = anchoring.same_unit(context, found.text("unit"))
    if base is None or base.period is None or base.period.unit not in ("month", "quarter", "half", "day"):
        return None
    per = {"month": 12, "quarter": 4, "half": 2}.get(base.period.unit)
    if per is None:
        first = base.period.first
        made = absolute_day(first.year - back, first.month, first.day)
        return replace(made, rule="same-unit", anchor=first) if made else None
    return of_period(base.period.shifted(-back * per), "same-unit", 0.75, focus.first)


@reads("about? n:COUNT hyphen? unit:unit ago:ago", "ago:agopre about? n:COUNT unit:unit")
def some_time_ago(found: Found, context: Context) -> Value | None:
    return anchoring.counted(context, count_of(found), found.text("unit"), -1)


@reads("about? n:COUNT unit:unit hence", "within about? n:COUNT unit:unit")
def in_some_time(found: Found, context: Context) -> Value | None:
    if context.tokens.codes[found.start] == CODES["within"] and tense(found, context) <= 0:
        return None  # "done in three weeks" is how long it took
    value = anchoring.counted(context, count_of(found), found.text("unit"), 1)
    return replace(value, confidence=min(value.confidence, 0.7)) if value else None


@reads("about? n:COUNT unit:unit mod:earlier|later", "mod:later n:COUNT unit:unit")
def some_time_from_last_date(found: Found, context: Context) -> Value | None:
    if context.tokens.codes[found.start] == CODES["later"] or not ends_phrase(found, context):
        return None
    return anchoring.from_focus(context, count_of(found), found.text("unit"), found.number("mod"))


def ends_phrase(found: Found, context: Context) -> bool:
    """Tell "two days before." from "two days before the vote", which counts from something that is no date here."""
    tokens = context.tokens
    if tokens.word(found.end - 1) not in context.tables.joining or found.end >= len(tokens.starts):
        return True
    return not tokens.text[tokens.starts[found.end]].isalnum()


@reads(
    "month:month",
    "mod:MOD month:MONTH",
    "month:month dot? mod:MOD unit:unit",
    "month:month of? the? mod:MOD unit:unit",
    "month:month dot? of? the? unit:unit mod:MOD",
)
def lone_month(found: Found, context: Context) -> Value | None:
    number = found.number("month")
    if "unit" in found:
        year = relative_year(found, context)
        if year is None:
            return None
        return of_period(Period.month(year, number), "month-relative-year", 0.92, context.now)
    place = found.places["month"]
    if found.is_class("month", "mlow") and context.tokens.word(place) in context.tables.shy:
        return None
    if is_glued(found, context):
        return None
    if "mod" not in found and (year := year_ahead(found, context)) is not None:
        return of_period(Period.month(year, number), "absolute", 0.9)
    if "mod" not in found and context.inherited_year is None and not month_stands(context, place):
        return None
    shift = found.number("mod") if "mod" in found else None
    return anchoring.month(context, number, shift, tense(found, context))


def is_glued(found: Found, context: Context) -> bool:
    """Tell a month from the first half of a word or name with a hyphen, such as "Mai-Demonstration"."""
    tokens, end = context.tokens, found.end
    return (
        tokens.codes[end : end + 2] == CODES["hyphen"] + OTHER
        and tokens.starts[end] == tokens.ends[end - 1]
        and tokens.starts[end + 1] == tokens.ends[end]
    )


def month_stands(context: Context, place: int) -> bool:
    """Tell whether a month's name without a number is one: "May" only in "in May", "since May"."""
    tokens, tables = context.tokens, context.tables
    if context.whole or tokens.word(place) not in tables.shy:
        return True
    if place > 1 and tokens.codes[place - 1] in LISTING and tokens.codes[place - 2] == CODES["month"]:
        return True  # "April, Mai"
    if LISTED.match(tokens.codes, place + 1):
        return True  # "Mai bis Juli"
    return place > 0 and tokens.word(place - 1) in tables.inside


@reads("season:season", "mod:MOD season:season", "season:season mod:MOD", "season:season of? the? mod:MOD unit:unit")
def lone_season(found: Found, context: Context) -> Value | None:
    number, shift = found.number("season"), found.number("mod") if "mod" in found else None
    if "unit" in found:
        year = relative_year(found, context)
        return (
            of_period(Period("season", year * 4 + number), "season-this", 0.85, context.now)
            if year is not None
            else None
        )
    if (
        shift is None
        and not context.whole
        and context.inherited_year is None
        and not follows_preposition(found, context)
    ):
        return None
    return anchoring.season(context, number, shift, tense(found, context))


@reads("the unit:unit")
def articled(found: Found, context: Context) -> Value | None:
    """Read "the day" after "ended", "the year" after "the rest of", and "the weekend"."""
    unit = found.text("unit")
    before = context.tokens.codes[found.start - 1] if found.start else ""
    if unit == "weekend":
        return anchoring.relative_unit(context, unit, -1 if tense(found, context) <= 0 else 0, tense(found, context))
    if unit in ("day", "week", "month", "year", "quarter") and before in CLOSING:
        counted_on = unit == "day" or context.narrative
        value = anchoring.same_unit(context, unit) if counted_on else anchoring.relative_unit(context, unit, 0)
        return replace(value, confidence=0.7) if value else None
    return None


@reads("unit:unit")
def lone_weekend(found: Found, context: Context) -> Value | None:
    """Read "am Wochenende"."""
    if found.text("unit") != "weekend" or not follows_preposition(found, context):
        return None
    time = tense(found, context)
    return anchoring.relative_unit(context, "weekend", -1 if time < 0 else 0, time)


@reads("the day:ordnum", "day:num dot")
def lone_day(found: Found, context: Context) -> Value | None:
    """Read "on the 19th", "am 19.": the latest one, or the next in a clause about the future; in a story the next."""
    now = context.now
    if found.tokens.codes[found.end - 1] == CODES["num"] and not is_day_with_dot(found, context):
        return None
    if context.story_year is not None:
        return day_of_story(found.number("day"), context)
    if now is None or found.start == 0 or context.tokens.word(found.start - 1) not in context.tables.inside:
        return None
    here = Period.containing("month", now)
    ahead = tense(found, context) > 0
    for shift in (0, 1, 2) if ahead else (0, -1, -2):
        there = here.shifted(shift)
        made = absolute_day(there.year, there.index % 12 + 1, found.number("day"))
        if made and made.period and (made.period.first >= now if ahead else made.period.first <= now):
            return replace(made, rule="day-of-month", confidence=0.6, anchor=now)
    return None


def is_day_with_dot(found: Found, context: Context) -> bool:
    """Tell "am 19. kam er" from "am 19. Spieltag"."""
    tokens, end = context.tokens, found.end
    if found.start == 0 or tokens.word(found.start - 1) not in context.tables.ordinal_dot:
        return False
    after = tokens.starts[end + 1] if end + 1 < len(tokens.starts) else None
    return tokens.codes[end : end + 1] == CODES["dot"] and after is not None and tokens.text[after].islower()


def day_of_story(day: int, context: Context) -> Value | None:
    """Return the day of the month that the story has reached."""
    here = context.focus
    if here is None or here.unit not in ("day", "month") or here.year < 1:
        return None
    value = absolute_day(here.year, here.first.month, day)
    return replace(value, rule="day-of-month", confidence=0.6, anchor=here.first) if value else None


@reads(
    "quarter:quarter",
    "n:ord|ordnum unit:unit",
    "the n:ord|ordnum unit:unit",
    "the? n:num dot unit:unit",
    "the? n:ord|ordnum unit:unit year:year",
    "the? n:num dot unit:unit year:year",
)
def lone_quarter(found: Found, context: Context) -> Value | None:
    if "year" in found:
        whole = of_period(Period("year", found.number("year")), "absolute")
        unit = found.text("unit")
        return anchoring.ordinal_of(whole, found.number("n"), unit) if unit in ("quarter", "half") else None
    if "unit" in found and context.tokens.word(found.places["unit"]) in context.tables.shy:
        return None  # "the second half" of a match
    if "quarter" in found:
        return anchoring.latest_ordinal(context, found.number("quarter"), "quarter", tense(found, context))
    return anchoring.latest_ordinal(context, found.number("n"), found.text("unit"), tense(found, context))
