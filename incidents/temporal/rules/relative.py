"""Words that count from the day of the report, or from the last date that the text gave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import BREAK, CODES, OTHER
from ..periods import PER_YEAR, Period
from ..values import Value, absolute_day, of_period, open_value, other
from .base import (
    IMPOSSIBLE,
    count_of,
    follows_preposition,
    reads,
    relative_year,
    season_stands,
    tense,
    with_daypart,
)
from .others import DURATION_LETTERS

AROUND_THE_PAST = tuple(CODES[name] for name in ("within", "of", "from", "on"))
OF_THE = CODES["of"] + CODES["the"]
RECENT = 180  # days: how long "on the 17th" may speak of the month named last
CLOSING = frozenset({CODES["closing"], CODES["part"], CODES["ending"]})


@reads("weekday:weekday", "mod:MOD weekday:WEEKDAY", "this mod:last weekday:WEEKDAY", "weekday:weekday mod:last|next")
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


@reads(
    "about? n:COUNT unit:unit ago:ago on? MOD? weekday:weekday",
    "about? n:COUNT unit:unit ago:from MOD? weekday:weekday",
    "weekday:weekday unit:unit",
)
def weeks_from_weekday(found: Found, context: Context) -> Value | None:
    """Read "a week ago Tuesday", "two weeks from Friday" and "Friday week"."""
    tokens, now = context.tokens, context.now
    count = count_of(found) if "n" in found else 1
    if found.text("unit") != "week" or count is None:
        return None
    if "ago" not in found and (
        tokens.codes[found.end : found.end + 1] == CODES["hyphen"] or not context.tables.weekday_week
    ):
        return None
    if found.start and tokens.word(found.start - 1) in context.tables.lasting:
        return None  # "closed for two weeks from Monday"
    if now is None:
        return open_value("weekday-in-week")
    back = found.is_class("ago", "ago")
    near = anchoring.weekday(context, found.number("weekday"), None if back else 1, -1 if back else 1)
    if near.period is None:
        return near
    day = near.period.shifted(-7 * count if back else 7 * count)
    return of_period(day, "weekday-in-week", 0.75, now).also(
        other(day.shifted(7), "weekday-week-after", 0.3), other(day.shifted(-7), "weekday-week-before", 0.2)
    )


@reads("edge:edge comma? of? year:year", "year:year edge:edge", "the? edge:edge")
def edge_of_unit(found: Found, context: Context) -> Value | None:
    """Read "by year-end", "midyear 2009": a part of the year, and of which."""
    unit, part = found.of("edge", tuple)
    if "year" in found:
        value = of_period(Period("year", found.number("year")), "part", 0.9) if unit == "year" else None
    else:
        value = anchoring.relative_unit(context, unit, 0)
    return replace(value, part=part) if value else None


@reads("n:art? whole:unit hyphen ago:ago|earlier unit:unit", "the whole:unit hyphen ago:ago|earlier unit:unit")
def unit_a_year_ago(found: Found, context: Context) -> Value | None:
    """Read "the year-ago quarter": the last one named, or else the latest, a year before."""
    unit, now = found.text("unit"), context.now
    if found.text("whole") != "year" or unit not in ("quarter", "half", "month"):
        return None
    told = context.last_date(unit)
    base = told or (Period.containing(unit, now).shifted(-1) if now else None)
    if base is None or base.year < 2:
        return open_value("ago")
    rule, anchor = ("same-unit", base.first) if told else ("ago", now)
    return of_period(base.within(unit).shifted(-PER_YEAR[unit]), rule, 0.75, anchor)


@reads("the stretch:last")
def the_past(found: Found, context: Context) -> Value | None:
    """Read "in the past", and neither "the past 24 hours" nor "the past president"."""
    tokens, before = context.tokens, context.tokens.codes[found.start - 1 : found.start]
    if tokens.word(found.places["stretch"]) not in context.tables.stretches or before not in AROUND_THE_PAST:
        return None
    if tokens.codes[found.end : found.end + 1] not in ("", OTHER, BREAK, CODES["dot"], CODES["comma"], CODES["and"]):
        return None
    return Value("vague", "", "PAST_REF", "vague", confidence=0.9)


@reads("part:daypart mod:this|last", "mod:this|last part:daypart")
def this_daypart(found: Found, context: Context) -> Value | None:
    return relative_day(context, found.number("mod"), found.text("part"))


@reads("day:relday", "day:relday part:daypart", "this day:relday", "day:relday on? the part:daypart")
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


@reads("the? mod:MOD unit:unit", "the? unit:unit mod:MOD", "this mod:last unit:unit")
def modified_unit(found: Found, context: Context) -> Value | None:
    unit, shift = found.text("unit"), found.number("mod")
    if unit == "day" and shift == 1:
        return anchoring.from_focus(context, 1, "day", 1, "next-day")
    if found.is_class("mod", "last") and context.tokens.word(found.places["mod"]) in context.tables.stretches:
        return stretch(found, context)
    if context.tokens.codes[found.start] == CODES["the"] and context.tokens.codes[found.end : found.end + 2] == OF_THE:
        return IMPOSSIBLE  # "the last week of the campaign"
    return anchoring.relative_unit(context, unit, shift, tense(found, context))


def stretch(found: Found, context: Context) -> Value | None:
    """Read "over the past year", a length of time, and "this past weekend", which is a date."""
    unit = found.text("unit")
    if context.tokens.codes[found.start] == CODES["this"]:
        return anchoring.relative_unit(context, unit, -1)
    form = DURATION_LETTERS.get(unit)
    if form is None or unit == "weekend":
        return anchoring.relative_unit(context, unit, -1)
    return Value("duration", "", form.format(1), "duration")


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


@reads("the? mod:prev|following weekday:weekday", "mod:same weekday:weekday", "the weekday:weekday mod:earlier|later")
def weekday_near_last_date(found: Found, context: Context) -> Value | None:
    """Read "the following Monday", "that Friday", "the Monday after"."""
    if found.is_class("mod", "earlier", "later") and not ends_phrase(found, context):
        return None
    return anchoring.weekday_from_focus(context, found.number("weekday"), found.number("mod"))


@reads("mod:MOD month:MONTH dot? day:num|ordnum")
def day_of_modified_month(found: Found, context: Context) -> Value | None:
    """Read "last Nov. 9" and "next January 1"."""
    whole = anchoring.month(context, found.number("month"), found.number("mod"), tense(found, context))
    if whole.period is None:
        return whole
    first = whole.period.first
    made = absolute_day(first.year, first.month, found.number("day"))
    return replace(made, rule=whole.rule, confidence=0.75, anchor=whole.anchor) if made else None


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


@reads("n:card|num and art half:unit unit:unit ago:ago", "n:art|card unit:unit and art half:unit ago:ago")
def some_and_a_half_ago(found: Found, context: Context) -> Value | None:
    """Read "two and a half years ago", "a year and a half ago"."""
    if found.text("half") != "half":
        return None
    return anchoring.half_ago(context, found.number("n"), found.text("unit"))


@reads("half:unit hyphen? art? unit:unit ago:ago", "art half:unit hyphen? unit:unit ago:ago")
def half_a_unit_ago(found: Found, context: Context) -> Value | None:
    return anchoring.half_ago(context, 0, found.text("unit")) if found.text("half") == "half" else None


@reads("about? n:COUNT unit:unit and about? m:COUNT smaller:unit ago:ago")
def years_and_months_ago(found: Found, context: Context) -> Value | None:
    """Read "two years and three months ago": counted in the smaller unit."""
    per = {("year", "month"): 12, ("week", "day"): 7}.get((found.text("unit"), found.text("smaller")))
    n, m = found["n"], found["m"]
    if per is None or not isinstance(n, int) or not isinstance(m, int):
        return None
    return anchoring.counted(context, n * per + m, found.text("smaller"), -1)


@reads("about? n:COUNT hyphen? unit:unit ago:ago", "ago:agopre about? n:COUNT unit:unit")
def some_time_ago(found: Found, context: Context) -> Value | None:
    return anchoring.counted(context, count_of(found), found.text("unit"), -1)


@reads("about? n:COUNT unit:unit hence:hence", "within about? n:COUNT unit:unit")
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
    if "mod" not in found and context.inherited_year is None and not month_stands(context, place):
        return None
    shift = found.number("mod") if "mod" in found else None
    return anchoring.month(context, number, shift, tense(found, context))


def month_stands(context: Context, place: int) -> bool:
    """Tell whether a month's name without a number is one: "May" only in "in May", "since May"."""
    tokens, tables = context.tokens, context.tables
    return (
        context.whole
        or tokens.word(place) not in tables.shy
        or (place > 0 and (tokens.word(place - 1) in tables.inside or tokens.codes[place - 1] == CODES["of"]))
    )


@reads(
    "season:season",
    "mod:MOD season:season",
    "this mod:last season:season",
    "season:season mod:MOD",
    "season:season of? the? mod:MOD unit:unit",
)
def lone_season(found: Found, context: Context) -> Value | None:
    number, shift = found.number("season"), found.number("mod") if "mod" in found else None
    if "unit" in found:
        year = relative_year(found, context)
        return (
            of_period(Period("season", year * 4 + number), "season-this", 0.85, context.now)
            if year is not None
            else None
        )
    if not season_stands(found, context):
        return None
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


@reads("the day:ordnum")
def lone_day(found: Found, context: Context) -> Value | None:
    """Read "on the 19th": the latest one, or the next in a clause about the future."""
    now = context.now
    if now is None or found.start == 0 or context.tokens.word(found.start - 1) not in context.tables.inside:
        return None
    here = Period.containing("month", now)
    ahead = tense(found, context) > 0
    number = found.number("day")
    latest = latest_day(now, number, ahead)
    told = context.focus
    if told and told.unit in ("day", "month") and told.year > 0 and told.within("month") != here and not ahead:
        first = told.first  # "He came on 3 May. On the 17th he left": the month that is spoken of
        made = absolute_day(first.year, first.month, number)
        if made and made.period and 0 <= now.toordinal() - made.period.index <= RECENT:
            value = replace(made, rule="day-of-month", confidence=0.6, anchor=first)
            return value.also(other(latest.period, "day-of-month", 0.3)) if latest and latest.period else value
    return latest


def latest_day(now: date, number: int, ahead: bool) -> Value | None:
    """Return the latest day of that number up to a day, or the next one from it."""
    here = Period.containing("month", now)
    for shift in (0, 1, 2) if ahead else (0, -1, -2):
        first = here.shifted(shift).first
        made = absolute_day(first.year, first.month, number)
        if made and made.period and (made.period.first >= now if ahead else made.period.first <= now):
            value = replace(made, rule="day-of-month", confidence=0.6, anchor=now)
            return value.also(*(other(p, "day-of-month", 0.2) for p in neighbours(made.period)))
    return None


def neighbours(day: Period) -> list[Period]:
    """Return the days of the same number in the months before and after."""
    months = (day.within("month").shifted(step).first for step in (-1, 1))
    made = (absolute_day(month.year, month.month, day.first.day) for month in months)
    return [value.period for value in made if value and value.period]


@reads("quarter:quarter", "the? n:ord|ordnum hyphen? unit:unit")
def lone_quarter(found: Found, context: Context) -> Value | None:
    number, unit = (
        (found.number("quarter"), "quarter") if "quarter" in found else (found.number("n"), found.text("unit"))
    )
    value = anchoring.latest_ordinal(context, number, unit, tense(found, context))
    if value and found.start and context.tokens.codes[found.start - 1] == CODES["fiscal"]:
        return replace(value, confidence=0.5)  # whose year begins when it likes
    return value
