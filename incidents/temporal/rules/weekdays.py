"""Weekdays, alone and with a number, a week or weeks beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES, OF, OTHER
from ..periods import Period
from ..values import Value, absolute_day, of_period, open_value, other
from .base import IMPOSSIBLE, count_of, follows_word, reads, tense, with_daypart

COUNTABLE = OF | frozenset(CODES[name] for name in ("unit", "month", "mabbr", "mlow", "slash"))
FIGURES = frozenset(CODES[name] for name in ("int", "decimal"))  # "Mittwoch 16 760,92 Punkte"
RANKS = frozenset({CODES["ord"], CODES["ordnum"]})
ANNOUNCED = 0.6  # confidence: a day with its hour, and no verb
NEIGHBOUR = frozenset({CODES["prev"], CODES["following"]})


@reads(
    "weekday:weekday day:num",
    "mod:MOD weekday:WEEKDAY day:num",
    "weekday:weekday comma? the? day:ordnum",
    "weekday:weekday comma? the day:ord",
    "weekday:weekday comma? the day:num dot",
)
def weekday_and_number(found: Found, context: Context) -> Value | None:
    """Read "el martes 5", "Friday the 13th", "Freitag, der 13.": the nearest month where the two agree.

    Where the tense leads to a month further off, or none fits, the words are less sure: they may name no one day.
    """
    now = context.now
    if (
        now is None
        or followed_by_noun(found, context)
        or (found.is_class("day", "ord", "ordnum") and ranks(found, context))
    ):
        return None
    shift = found.number("mod") if "mod" in found else min(tense(found, context), 0)
    near = days_agreeing(found, now)
    fitting = [day for day in near if (day.index - now.toordinal()) * shift >= 0]
    if not fitting:
        return None
    chosen = fitting[0]
    far = abs(chosen.index - now.toordinal()) > A_MONTH
    sure = DOUBTED if far or followed_by_dot(found) else 0.9
    if (found.number("weekday"), found.number("day")) in UNLUCKY:
        sure = DOUBTED
    value = of_period(chosen, "day-of-month", sure, now)
    return value.also(*(other(day, "day-of-month", 0.2) for day in near[:2])) if sure == DOUBTED else value


A_MONTH = 45  # days: the weekday and the number agree again after one month at the soonest
MONTHS_AROUND = 8
DOUBTED = 0.7
UNLUCKY = frozenset({(5, 13), (2, 13)})  # "Friday the 13th", "martes 13": the words speak of luck as often as of a day


def days_agreeing(found: Found, now: date) -> list[Period]:
    """Return the days of that number which fall on that weekday, the nearest first."""
    here, days = Period.containing("month", now), []
    for months in range(-MONTHS_AROUND, MONTHS_AROUND + 1):
        there = here.shifted(months)
        made = absolute_day(there.year, there.index % 12 + 1, found.number("day"))
        if made and made.period and made.period.first.isoweekday() == found.number("weekday"):
            days.append(made.period)
    return sorted(days, key=lambda day: abs(day.index - now.toordinal()))


def followed_by_dot(found: Found) -> bool:
    """Tell "Freitag, der 13. Spieltag" may be: where nouns have capitals a dot leaves open what the number is."""
    tokens, end = found.tokens, found.end
    if found.tokens.codes[end : end + 1] != CODES["dot"] or "day" not in found or not found.is_class("day", "num"):
        return False
    return tokens.codes[end + 1 : end + 2] == OTHER and tokens.text[tokens.starts[end + 1]].isupper()


def ranks(found: Found, context: Context) -> bool:
    """Tell "Friday the 5th Circuit ruled" and "vrijdag de eerste keer" from days: a word follows that is no verb."""
    tokens, tables, end = found.tokens, context.tables, found.end
    if tokens.codes[end : end + 1] != OTHER or not tokens.text[tokens.starts[end]].isalpha():
        return tokens.codes[end : end + 1] in COUNTABLE
    word = tokens.word(end)
    return word not in tables.inside | tables.past | tables.future and not word.endswith(tables.past_endings or ("\0",))


def followed_by_noun(found: Found, context: Context) -> bool:
    """Tell whether a number counts what follows it: "el martes 5 personas", "Tuesday 5 hours"."""
    tokens = context.tokens
    if found.end >= len(tokens.starts):
        return False
    return tokens.codes[found.end] in COUNTABLE | FIGURES or tokens.word(found.end) in context.tables.counted


@reads("weekday:weekday", "mod:MOD weekday:WEEKDAY", "this mod:last weekday:WEEKDAY", "weekday:weekday mod:last|next")
def plain_weekday(found: Found, context: Context) -> Value | None:
    if found.start and context.tokens.word(found.start - 1) in context.tables.names_before:
        return None  # "Bloody Sunday"
    if found.end < len(context.tokens.starts) and context.tokens.word(found.end) in context.tables.names_after:
        return None  # "the Sunday Times"
    if found.start and context.tokens.codes[found.start - 1] == CODES["art"]:
        return None  # "un miércoles de febrero", some Wednesday
    if len(found.places) == 1 and found.start and context.tokens.codes[found.start - 1] in RANKS:
        return None  # "the first Friday of the month"
    turned = context.tokens.codes[found.end : found.end + 1] in NEIGHBOUR
    if len(found.places) == 1 and not turned and follows_word(found, context, context.tables.habitual):
        return Value("repeated", "", f"XXXX-WXX-{found.number('weekday')}", "set", confidence=0.6)
    number, time = found.number("weekday"), tense(found, context)
    if "mod" in found:
        return anchoring.weekday(context, number, found.number("mod"), time)
    if (before := context.day_beside(found.start)) is not None:
        return anchoring.weekday_after(context, before, number, time)
    if (of_span := anchoring.weekday_of_span(context, number, time)) is not None:
        return of_span
    if not time and announces(found, context):
        return replace(anchoring.weekday(context, number, None, 1), confidence=ANNOUNCED)
    return anchoring.weekday(context, number, None, time)


def announces(found: Found, context: Context) -> bool:
    """Tell "Finale: Samstag, 15.30 Uhr", a line of a programme: an hour right behind the day, and no verb."""
    tokens, end = context.tokens, found.end
    behind = end + 1 if tokens.codes[end : end + 1] == CODES["comma"] else end
    return tokens.codes[behind : behind + 1] == CODES["clock"] and context.is_fragment(found.start, found.end)


@reads("weekday:weekday day:relday", "mod:MOD weekday:weekday day:relday")
def weekday_morning(found: Found, context: Context) -> Value | None:
    """Read "am Dienstag morgen", where the word for tomorrow is the morning."""
    name, part = context.tables.nouns.get(context.tokens.word(found.places["day"]), ("", ""))
    shift = found.number("mod") if "mod" in found else None
    day = anchoring.weekday(context, found.number("weekday"), shift, tense(found, context))
    return with_daypart(day, str(part)) if name == "daypart" else None


@reads(
    "weekday:WEEKDAY part:daypart? comma? of? the? mod:MOD|outer unit:unit",
    "mod:MOD|outer unit:unit apos? on? weekday:weekday",
    "weekday:WEEKDAY part:daypart? comma? of? the? unit:unit mod:MOD|outer",
    "weekday:WEEKDAY part:daypart? comma? of? the? unit:unit side:earlier|later mod:last|next",
    "weekday:WEEKDAY part:daypart? of? the? rel:relunit",
)
def weekday_in_week(found: Found, context: Context) -> Value | None:
    """Read "Monday last week", "Monday morning last week", "Freitag der Vorwoche", "Friday of the week before last"."""
    if "rel" in found:
        shift, unit, base = found.of("rel", tuple)
        if base not in ("report", "told"):
            return None
    else:
        shift, unit = found.number("mod"), found.text("unit")
    if "side" in found:
        if found.number("side") != shift:
            return None
        shift *= 2
    if unit != "week":
        return None
    now = context.now
    if now is None:
        return open_value("weekday-in-week")
    value = of_period(weekday_of_week(now, found.number("weekday"), shift), "weekday-in-week", 0.92, now)
    return with_daypart(value, found.text("part")) if "part" in found else value


def weekday_of_week(now: date, number: int, weeks: int) -> Period:
    """Return a weekday of the week so many weeks from that of a day."""
    return Period("day", Period.containing("week", now).shifted(weeks).first.toordinal() + number - 1)


@reads(
    "mod:outer weekday:WEEKDAY",
    "weekday:weekday mod:outer",
    "the? mod:ord weekday:weekday",
    "weekday:weekday side:earlier|later mod:last|next",
    "ago:agopre n:card weekday:weekday",
    "n:card|art plural:often ago:ago",
)
def weekday_before_last(found: Found, context: Context) -> Value | None:
    """Read "the Friday before last", "vorletzten Freitag", "viernes antepasado", "hace dos viernes"."""
    steps = -found.number("n") if "n" in found else found.number("mod")
    if "side" in found:
        if found.number("side") != steps:
            return None
        steps *= 2
    if found.is_class("mod", "ord"):
        if steps != -2:
            return None
        if context.tokens.codes[found.end : found.end + 1] in OF:
            return IMPOSSIBLE  # "l'avant-dernier vendredi du mois"
    number = int(found.text("plural")[-1]) if "plural" in found and "WXX-" in found.text("plural") else None
    if "weekday" in found:
        number = found.number("weekday")
    if number is None or context.now is None:
        return None if number is None else open_value("weekday-open")
    side = 1 if steps > 0 else -1
    near = anchoring.weekday(context, number, side, side).period
    if near is None:
        return None
    sure = 0.75 if found.is_class("mod", "ord") or "n" in found else 0.85
    rule = "weekday-week-after" if side > 0 else "weekday-week-before"
    return of_period(near.shifted(7 * (steps - side)), rule, sure, context.now)


@reads(
    "about? n:COUNT unit:unit ago:ago on? MOD? weekday:weekday",
    "about? n:COUNT unit:unit ago:from MOD? weekday:weekday",
    "weekday:weekday unit:unit",
    "weekday:weekday lead:within n:COUNT unit:unit",
    "weekday:weekday MOD? lead:on n:card|num",
)
def weeks_from_weekday(found: Found, context: Context) -> Value | None:
    """Read "a week ago Tuesday", "two weeks from Friday", "Friday week", "maandag over een week", "lundi en huit"."""
    count = count_of(found) if "n" in found else 1
    if found.is_class("lead", "on") or ("unit" in found and found.text("unit") == "day"):  # "in acht Tagen"
        count = context.tables.weeks_in_days.get(count or 0)
    elif found.text("unit") != "week":
        count = None
    if count is None or not counts_weeks(found, context):
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


@reads(
    "weekday:WEEKDAY part:daypart? comma? n:COUNT unit:unit ago:ago",
    "weekday:WEEKDAY part:daypart? of? ago:agopre n:COUNT unit:unit",
)
def weekday_weeks_ago(found: Found, context: Context) -> Value | None:
    """Read "Friday two weeks ago", "vendredi d'il y a deux semaines": of that week, or counted."""
    count = count_of(found)
    if found.text("unit") != "week" or count is None:
        return None
    now, number = context.now, found.number("weekday")
    if now is None:
        return open_value("weekday-in-week")
    day = weekday_of_week(now, number, -count)
    latest = anchoring.weekday(context, number, None, -1).period
    counted = latest.shifted(-7 * count) if latest else day
    value = of_period(day, "weekday-in-week", 0.85 if counted == day else 0.65, now)
    value = value.also(other(counted, "weekday-week-before", 0.4))
    return with_daypart(value, found.text("part")) if "part" in found else value


def counts_weeks(found: Found, context: Context) -> bool:
    """Tell whether a weekday and weeks belong together; "closed for two weeks from Monday" is how long."""
    tokens, tables = context.tokens, context.tables
    if found.start and tokens.word(found.start - 1) in tables.lasting:
        return False
    if found.is_class("lead", "on"):  # "lundi en huit", and not "lundi en huit heures"
        tail = tokens.codes[found.end : found.end + 1]
        return (
            tokens.word(found.places["lead"]) in tables.in_weeks
            and tail not in COUNTABLE
            and tense(found, context) >= 0
        )
    if "lead" in found:
        return tokens.word(found.places["lead"]) in tables.ahead or tense(found, context) >= 0
    if found.is_class("ago", "ago"):
        return True
    return tables.weekday_week and tokens.codes[found.end : found.end + 1] != CODES["hyphen"]
