"""Months, seasons, quarters and days of a month whose year or month is not given."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES, OF, OTHER
from ..periods import Period
from ..values import Value, absolute_day, of_period, other
from .base import follows_preposition, follows_word, reads, relative_year, season_stands, tense, year_ahead
from .others import length

SURNAME = 0.6  # confidence of a month that may be a person's name
MATCH_REACH = 20  # tokens around a half that may be one of a match
RECENT = 180  # days: how long "on the 17th" may speak of the month named last
BEFORE_A_MONTH = OF | {CODES["part"]}
PART_AND_HYPHEN = CODES["part"] + CODES["hyphen"]
LISTED = re.compile(rf"[{CODES['to']}{CODES['until']}{CODES['and']}{CODES['hyphen']}{CODES['slash']}]{CODES['month']}")
ON = CODES["on"]
CLAUSE_OPENERS = OF | frozenset(CODES[name] for name in ("and", "the", "to", "until", "or", "on"))
LISTING = frozenset({CODES["comma"], CODES["slash"], CODES["hyphen"]})


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
    "mod:MOD unit:unit comma? within|of|on the? month:month",
    "the? unit:unit mod:MOD comma? within|of|on the? month:month",
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
    if len(found.places) == 1 and is_name(context, place):
        return None
    if "mod" not in found and (year := year_ahead(found, context)) is not None:
        return of_period(Period.month(year, number), "absolute", 0.9)
    if len(found.places) == 1 and context.inherited_year is None and not month_stands(context, place):
        return None
    shift = found.number("mod") if "mod" in found else None
    value = anchoring.month(context, number, shift, tense(found, context))
    if len(found.places) == 1 and follows_first_name(context, place):
        return replace(value, confidence=min(value.confidence, SURNAME))
    return value


def follows_first_name(context: Context, place: int) -> bool:
    """Doubt "John August said": a name with a capital stands right before the month, and it may be a surname."""
    tokens = context.tokens
    if not place or tokens.word(place) not in context.tables.given_names or tokens.codes[place - 1] != OTHER:
        return False
    word = tokens.text[tokens.starts[place - 1] : tokens.ends[place - 1]]
    return word.istitle() and len(word) > 2 and tokens.starts[place] == tokens.ends[place - 1] + 1


def is_name(context: Context, place: int) -> bool:
    """Tell "April Jones" and "Mr. March" from months: in "In April Jones said" the word before it makes it one."""
    tokens, tables = context.tokens, context.tables
    if context.whole or not tokens.text[tokens.starts[place]].isupper():
        return False
    before = place - 1 if place and tokens.codes[place - 1] != CODES["dot"] else place - 2
    if before >= 0 and tokens.word(before) in tables.titles:
        return True
    if tokens.word(place) not in tables.given_names:
        return False
    lead = tokens.word(place - 1) if place else ""
    if lead not in BEFORE_PERSONS and (lead in tables.inside or (place and tokens.codes[place - 1] in BEFORE_MONTHS)):
        return False
    if not tables.capitals:
        return place + 1 >= len(tokens.starts) or tokens.codes[place + 1] == OTHER  # "Augustus stierf"
    after = place + 1
    if after >= len(tokens.starts) or tokens.codes[after] != OTHER or tokens.starts[after] != tokens.ends[place] + 1:
        return False
    word = tokens.text[tokens.starts[after] : tokens.ends[after]]
    return word.istitle() and (len(word) > 2 or tokens.codes[after + 1 : after + 2] == CODES["apos"])  # "April O'Neil"


BEFORE_PERSONS = frozenset("and to of about by for from with und von an auf zu über gegen mit en et y".split())
BEFORE_MONTHS = frozenset(
    CODES[name]
    for name in "within on since until from between part last next this the bound every prev following same ending "
    "closing earlier later hyphen slash".split()
)


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
    if names_what(context, place):
        return True
    if LISTED.match(tokens.codes, place + 1) or tokens.codes[max(0, place - 2) : place] == PART_AND_HYPHEN:
        return True  # "Mai bis Juli", "mi-mai"
    return place > 0 and (tokens.word(place - 1) in tables.inside or tokens.codes[place - 1] in BEFORE_A_MONTH)


def names_what(context: Context, place: int) -> bool:
    """Tell "its August totals" and "in den Mai" from "May" and "March": a month behind a pronoun or "in the"."""
    tokens, tables = context.tokens, context.tables
    if not tables.capitals or not place or not tokens.text[tokens.starts[place]].isupper():
        return False
    if tokens.codes[place - 1] == CODES["the"]:
        return place > 1 and tokens.word(place - 2) in tables.inside
    after = tokens.text[tokens.starts[place + 1]] if place + 1 < len(tokens.starts) else ""
    return tokens.word(place - 1) in tables.possessives and after.islower()


@reads(
    "season:season",
    "mod:MOD season:season",
    "mod:outer season:season",
    "season:season mod:outer",
    "this mod:last season:season",
    "season:season mod:MOD",
    "mod:MOD unit:unit comma? within|of|on? the? season:season",
    "the? unit:unit mod:MOD comma? within|of|on? the? season:season",
    "season:season of? the? mod:MOD unit:unit",
    "season:season of? the? unit:unit mod:MOD",
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
    if found.is_class("mod", "outer") and shift:
        value = anchoring.season(context, number, shift // 2, 0)
        moved = value.period.shifted(2 * shift) if value and value.period else None
        return of_period(moved, "year-after" if shift > 0 else "year-before", 0.8, context.now) if moved else value
    describes = follows_word(found, context, context.tables.describing) or not follows_preposition(found, context)
    if shift is None and describes and not context.whole and context.inherited_year is None:
        return None
    return anchoring.season(context, number, shift, tense(found, context))


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
    if names_a_rank(found, context):
        return None
    if context.story_year is not None:
        return day_of_story(found.number("day"), context)
    if now is None or found.start == 0 or context.tokens.word(found.start - 1) not in context.tables.inside:
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
    """Tell "op de 5e plaats" and "the 5th Brigade" from "op de 5e begon" and "on the 5th Lee left".

    A word follows that neither joins nor tells a tense, begins no clause, and after "on" is no name.
    """
    tokens, tables, end = context.tokens, context.tables, found.end
    if tokens.codes[end : end + 1] == CODES["hyphen"] and tokens.starts[end] == tokens.ends[end - 1]:
        return True  # "the 20th-minute goal"
    if not tables.ranks or end >= len(tokens.starts) or not tokens.text[tokens.starts[end]].isalpha():
        return False
    word = tokens.word(end)
    if word in tables.inside or word in tables.past or word in tables.future or word in tables.openers:
        return False
    if tokens.codes[end] in CLAUSE_OPENERS:
        return False
    if tables.openers and tokens.codes[found.start - 1 : found.start] == ON and opens_clause(end, context):
        return False
    return not (tables.past_endings and len(word) > 4 and word.endswith(tables.past_endings))


def opens_clause(at: int, context: Context) -> bool:
    """Tell "on the 5th Lee left" and "on the 5th police arrested two" from "on the 5th floor"."""
    tokens, lead = context.tokens, at - 4  # before "on the 5th"
    if tokens.text[tokens.starts[at]].isupper():
        return True
    is_fronted = lead < 0 or not tokens.text[tokens.starts[lead]].isalnum()
    return is_fronted and at + 1 < len(tokens.starts) and context.tells_a_tense(at + 1)


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
    months = (day.within("month").shifted(step) for step in (-1, 1))
    made = (absolute_day(month.year, month.index % 12 + 1, day.first.day) for month in months)
    return [value.period for value in made if value and value.period]


@reads("quarter:quarter", "the? n:ord|ordnum hyphen? unit:unit", "the? n:num dot unit:unit")
def lone_quarter(found: Found, context: Context) -> Value | None:
    if found.is_class("n", "num") and not context.tables.ordinal_dot:
        return None
    number, unit = (
        (found.number("quarter"), "quarter") if "quarter" in found else (found.number("n"), found.text("unit"))
    )
    if number < 0 and context.tokens.word(found.places["unit"]) in context.tables.plurals:
        return length(None, unit)  # "de laatste jaren"
    if unit == "half" and is_of_a_match(found, context):
        return None
    value = anchoring.latest_ordinal(context, number, unit, tense(found, context))
    if value and found.start and context.tokens.codes[found.start - 1] == CODES["fiscal"]:
        return replace(value, confidence=0.5)  # whose year begins when it likes
    return value


def is_of_a_match(found: Found, context: Context) -> bool:
    """Tell "scored in the first half" from "sold in the first half"."""
    contests, tokens = context.tables.contests, context.tokens
    if not contests:
        return False
    around = range(max(0, found.start - MATCH_REACH), min(len(tokens.codes), found.end + MATCH_REACH))
    return any(tokens.word(at) in contests for at in around)
