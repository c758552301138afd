"""Words that count from the day of the report, or from the last date that the text gave."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import BREAK, CODES, OF, OTHER
from ..periods import PER_YEAR, Period
from ..values import Value, absolute_day, of_period, open_value, other
from .base import (
    IMPOSSIBLE,
    count_of,
    follows_preposition,
    has_weekday_right,
    reads,
    relative_year,
    season_stands,
    tense,
    with_daypart,
    year_ahead,
)
from .others import length

AROUND_THE_PAST = tuple(CODES[name] for name in ("within", "of", "from", "on"))
RECENT = 180  # days: how long "on the 17th" may speak of the month named last
COUNTABLE = OF | frozenset(CODES[name] for name in ("unit", "month", "mabbr", "mlow", "slash"))
NEIGHBOUR = frozenset({CODES["prev"], CODES["following"]})
SPANS = frozenset({"quarter", "half", "weekend"})  # units that "the last" takes from the calendar in any language
BEFORE_A_MONTH = OF | {CODES["part"]}
PART_AND_HYPHEN = CODES["part"] + CODES["hyphen"]
LISTED = re.compile(rf"[{CODES['to']}{CODES['until']}{CODES['and']}{CODES['hyphen']}{CODES['slash']}]{CODES['month']}")
LISTING = frozenset({CODES["comma"], CODES["slash"], CODES["hyphen"]})
CLOSING = frozenset({CODES["closing"], CODES["part"], CODES["ending"]})


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


def follows_word(found: Found, context: Context, words: frozenset[str]) -> bool:
    return found.start > 0 and context.tokens.word(found.start - 1) in words


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


@reads("the? day:relday comma? weekday:WEEKDAY comma? number:num?")
def relative_day_and_weekday(found: Found, context: Context) -> Value | None:
    """Read "hoy, martes", "hier lundi", "am morgigen Freitag"."""
    shift, daypart = found.of("day", tuple)
    value = relative_day(context, shift, daypart)
    if value is None or value.period is None or "number" in found or daypart:
        return None
    return has_weekday_right(found, value)


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
    if any(context.tokens.word(found.places[name]) in context.tables.plurals for name in ("mod", "unit")):
        return length(None, unit)
    if unit == "day" and shift == 1:
        return anchoring.from_focus(context, 1, "day", 1, "next-day")
    if found.is_class("mod", "last") and context.tokens.word(found.places["mod"]) in context.tables.stretches:
        return stretch(found, context)
    if context.tokens.codes[found.start] == CODES["the"] and goes_on_with_article(found, context):
        return IMPOSSIBLE  # "the last week of the campaign"
    return anchoring.relative_unit(context, unit, shift, tense(found, context))


def stretch(found: Found, context: Context) -> Value | None:
    """Read "over the past year", a length of time, and "this past weekend", which is a date."""
    unit = found.text("unit")
    if context.tokens.codes[found.start] == CODES["this"]:
        return anchoring.relative_unit(context, unit, -1)
    if unit in SPANS:
        return anchoring.relative_unit(context, unit, -1, tense(found, context))
    return length(1, unit)


def goes_on_with_article(found: Found, context: Context) -> bool:
    """Tell "the last week of the campaign", which is no week of the calendar, from "last week"."""
    codes = context.tokens.codes
    return (
        found.places["mod"] < found.places["unit"]
        and codes[found.end : found.end + 1] in OF
        and codes[found.end + 1 : found.end + 2] == CODES["the"]
    )


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
    if context.tokens.word(found.places["unit"]) in context.tables.plurals:
        return length(None, found.text("unit"))
    return anchoring.from_focus(context, 1, found.text("unit"), found.number("mod"), "neighbour-unit")


@reads("the? same unit:unit")
def the_same_unit(found: Found, context: Context) -> Value | None:
    if found.start and context.tokens.codes[found.start - 1] == CODES["art"]:
        return length(1, found.text("unit"))  # "en un mismo día": within one day
    return anchoring.same_unit(context, found.text("unit"))


@reads(
    "the? same unit:unit on? mod:MOD whole:unit",
    "the? same unit:unit n:art|card whole:unit ago:ago|earlier",
    "the? same unit:unit of? the? mod:MOD|prev whole:unit",
    "the? same unit:unit of? the? whole:unit mod:MOD|prev|earlier",
)
def same_unit_of_year(found: Found, context: Context) -> Value | None:
    """Read "the same month a year ago": the unit of the last date, a year before it."""
    focus = context.last_date(found.text("unit"))
    if focus is None and context.reference:
        focus = Period("day", context.reference.toordinal())
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


@reads(
    "hedge:hedge? about? n:COUNT hyphen? unit:unit ago:ago",
    "ago:agopre about? hedge:hedge? hedge? few? n:COUNT unit:unit",
)
def some_time_ago(found: Found, context: Context) -> Value | None:
    if found.is_class("ago", "agopre") and found.start and context.tokens.codes[found.start - 1] == CODES["since"]:
        return length(count_of(found), found.text("unit"))  # "desde hace dos años" is for two years
    return hedged(found, anchoring.counted(context, count_of(found), found.text("unit"), -1))


def hedged(found: Found, value: Value | None) -> Value | None:
    """Doubt "more than two years ago"."""
    if value is None or "hedge" not in found:
        return value
    return replace(value, confidence=min(value.confidence, 0.7))


@reads("about? n:COUNT unit:unit hence:hence", "lead:within about|hedge? few? n:COUNT unit:unit")
def in_some_time(found: Found, context: Context) -> Value | None:
    lead = context.tokens.word(found.start)
    if found.is_class("lead", "within") and lead not in context.tables.ahead and tense(found, context) <= 0:
        return None  # "done in three weeks" is how long it took
    value = anchoring.counted(context, count_of(found), found.text("unit"), 1)
    return replace(value, confidence=min(value.confidence, 0.7)) if value else None


@reads("about|hedge? n:COUNT unit:unit mod:earlier|later|ref", "mod:later n:COUNT unit:unit")
def some_time_from_last_date(found: Found, context: Context) -> Value | None:
    if context.tokens.codes[found.start] == CODES["later"] or not ends_phrase(found, context):
        return None
    shift = found["mod"]
    if found.is_class("mod", "ref"):  # a word that stands for "before" by itself too ("trois mois auparavant")
        shift = context.tables.words["earlier"].get(context.tokens.word(found.places["mod"]))
    return anchoring.from_focus(context, count_of(found), found.text("unit"), shift) if isinstance(shift, int) else None


def ends_phrase(found: Found, context: Context) -> bool:
    """Tell "two days before." from "two days before the vote", which counts from something that is no date here."""
    tokens = context.tokens
    if found.end >= len(tokens.starts):
        return True
    if tokens.word(found.end) in context.tables.than:  # "three days later than planned"
        return False
    if tokens.word(found.end - 1) not in context.tables.joining:
        return True
    return not tokens.text[tokens.starts[found.end]].isalnum()


@reads(
    "month:month",
    "mod:MOD month:MONTH",
    "month:MONTH mod:last|next",
    "the? mod:MOD kind:unit of month:MONTH",
    "the? kind:unit of month:MONTH",
    "the? kind:unit of month:MONTH mod:last|next",
    "the? kind:unit of month:MONTH of? the? mod:MOD unit:unit",
    "the? kind:unit of month:MONTH of? the? unit:unit mod:MOD",
    "month:month dot? mod:MOD unit:unit",
    "month:month of? the? mod:MOD unit:unit",
    "month:month dot? of? the? unit:unit mod:MOD",
    "mod:MOD unit:unit on? month:month",
)
def lone_month(found: Found, context: Context) -> Value | None:
    number = found.number("month")
    if "kind" in found and found.text("kind") != "month":
        return None
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
    if len(found.places) == 1 and context.inherited_year is None and not month_stands(context, place):
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
    if LISTED.match(tokens.codes, place + 1) or tokens.codes[max(0, place - 2) : place] == PART_AND_HYPHEN:
        return True  # "Mai bis Juli", "mi-mai"
    return place > 0 and (tokens.word(place - 1) in tables.inside or tokens.codes[place - 1] in BEFORE_A_MONTH)


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
    describes = follows_word(found, context, context.tables.describing) or not follows_preposition(found, context)
    if shift is None and describes and not context.whole and context.inherited_year is None:
        return None
    return anchoring.season(context, number, shift, tense(found, context))


@reads("the unit:unit", "unit:unit")
def articled(found: Found, context: Context) -> Value | None:
    """Read "the day" after "ended", "the year" after "the rest of", "the weekend" and "am Wochenende"."""
    unit, tokens = found.text("unit"), context.tokens
    before = tokens.codes[found.start - 1] if found.start else ""
    if tokens.codes[found.end : found.end + 1] in OF or tokens.word(found.places["unit"]) in context.tables.plurals:
        return None  # "at the end of the day of …"
    if found.end - found.start == 1 and not follows_word(found, context, context.tables.articled):
        return None
    if unit == "weekend":
        time = tense(found, context)
        return anchoring.relative_unit(context, unit, -1 if time <= 0 else 0, time)
    if unit in ("day", "week", "month", "year", "quarter") and before in CLOSING:
        counted_on = unit == "day" or context.narrative
        value = anchoring.same_unit(context, unit) if counted_on else anchoring.relative_unit(context, unit, 0)
        return replace(value, confidence=0.7) if value else None
    return None


@reads("the? kind:unit day:num", "the? mod:last|next|this kind:unit day:num")
def numbered_day(found: Found, context: Context) -> Value | None:
    """Read "el día 5", "el pasado día 5": the latest one, or the next in a clause about the future."""
    word = context.tokens.word(found.places["kind"])
    if found.text("kind") != "day" or word not in context.tables.numbered_days or context.now is None:
        return None
    shift = found.number("mod") if "mod" in found else 0
    ahead = (shift or tense(found, context)) > 0
    return day_near(context.now, found.number("day"), ahead)


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
    if names_a_rank(found, context):
        return None
    number, ahead = found.number("day"), tense(found, context) > 0
    latest = day_near(now, number, ahead)
    told = context.focus
    here = Period.containing("month", now)
    if told and told.unit in ("day", "month") and told.year > 0 and told.within("month") != here and not ahead:
        first = told.first  # "He came on 3 May. On the 17th he left": the month that is spoken of
        made = absolute_day(first.year, first.month, number)
        if made and made.period and 0 <= now.toordinal() - made.period.index <= RECENT:
            value = replace(made, rule="day-of-month", confidence=0.6, anchor=first)
            return value.also(other(latest.period, "day-of-month", 0.3)) if latest and latest.period else value
    return latest


def day_near(now: date, number: int, ahead: bool) -> Value | None:
    """Return the latest day of that number up to a day, or the next one from it."""
    here = Period.containing("month", now)
    for shift in (0, 1, 2) if ahead else (0, -1, -2):
        there = here.shifted(shift)
        made = absolute_day(there.year, there.index % 12 + 1, number)
        if made and made.period and (made.period.first >= now if ahead else made.period.first <= now):
            value = replace(made, rule="day-of-month", confidence=0.6, anchor=now)
            return value.also(*(other(p, "day-of-month", 0.2) for p in neighbours(made.period)))
    return None


def names_a_rank(found: Found, context: Context) -> bool:
    """Tell "op de 5e plaats" from "op de 5e begon": a word follows that neither joins nor tells a tense."""
    tokens, tables = context.tokens, context.tables
    if not tables.ranks or found.end >= len(tokens.starts) or not tokens.text[tokens.starts[found.end]].isalpha():
        return False
    word = tokens.word(found.end)
    if word in tables.inside or word in tables.past or word in tables.future:
        return False
    return not (tables.past_endings and len(word) > 4 and word.endswith(tables.past_endings))


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


def neighbours(day: Period) -> list[Period]:
    """Return the days of the same number in the months before and after."""
    months = (day.within("month").shifted(step).first for step in (-1, 1))
    made = (absolute_day(month.year, month.month, day.first.day) for month in months)
    return [value.period for value in made if value and value.period]


@reads(
    "the? n:ord|ordnum hyphen? unit:unit year:year",
    "the? n:num dot unit:unit year:year",
    "the? year:year n:ord|ordnum hyphen? unit:unit",
)
def quarter_of_year(found: Found, context: Context) -> Value | None:
    """Read "le troisième trimestre 2009", "1. Halbjahr 2009", "the 1988 fourth quarter"."""
    if found.text("unit") not in ("quarter", "half"):
        return None
    year = of_period(Period("year", found.number("year")), "absolute")
    return anchoring.ordinal_of(year, found.number("n"), found.text("unit"))


@reads("quarter:quarter", "the? n:ord|ordnum hyphen? unit:unit", "the? n:num dot unit:unit")
def lone_quarter(found: Found, context: Context) -> Value | None:
    if found.is_class("n", "num") and not context.tables.ordinal_dot:
        return None
    number, unit = (
        (found.number("quarter"), "quarter") if "quarter" in found else (found.number("n"), found.text("unit"))
    )
    if number < 0 and context.tokens.word(found.places["unit"]) in context.tables.plurals:
        return length(None, unit)  # "de laatste jaren"
    value = anchoring.latest_ordinal(context, number, unit, tense(found, context))
    if value and found.start and context.tokens.codes[found.start - 1] == CODES["fiscal"]:
        return replace(value, confidence=0.5)  # whose year begins when it likes
    return value
