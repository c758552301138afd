"""Words that point back to the last date that the text gave: "since then", "le lendemain", "esa noche"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .. import anchoring
from ..context import Context
from ..grammar import Found
from ..lexer import CODES, OF, OTHER
from ..periods import PER_YEAR, Period
from ..values import Value, absolute_day, of_period, open_value, other
from .base import ends_phrase, reads, tense, with_daypart
from .relative import relative_day

GOING_ON = OF | frozenset(CODES[name] for name in ("weekday", "relday", "num", "month"))
OPEN = frozenset({CODES["since"], CODES["until"]})
LEADING = OPEN | {CODES["within"], CODES["on"]}
COMPARED = ("quarter", "half", "month", "season")
YEAR_BEFORE = (-1, "year")
POINTING = 0.65  # confidence: what the words point back to may not be a date, or another one


@reads("then:then")
def then(found: Found, context: Context) -> Value | None:
    """Read "by then", "since then", "until then"."""
    focus = context.focus
    if focus is None or focus.year < 1:
        return None
    value = of_period(focus, "same-unit", POINTING, focus.first)
    side = found.text("then")
    if side == "at" or "X" in value.edtf:
        return value
    edge = focus.first.isoformat() if focus.unit in ("week", "weekend") else value.edtf
    return replace(value, edtf=f"{edge}/.." if side == "since" else f"../{edge}")


@reads(
    "the? mod:next|prev|following part:daypart",
    "the? part:daypart mod:next|prev|following",
    "the part:daypart mod:earlier|later",
)
def neighbour_daypart(found: Found, context: Context) -> Value | None:
    """Read "the following morning", "the evening before"; the coming night is the report's own."""
    if found.is_class("mod", "earlier", "later") and not ends_phrase(found, context):
        return None
    if found.text("part") == "NI" and found.is_class("mod", "next"):
        return relative_day(context, 0, "NI")
    return near_day(found, context, found.number("mod"))


@reads(
    "the? same part:daypart",
    "the? part:daypart same:same",
    "this part:daypart hyphen? there:there",
)
def same_daypart(found: Found, context: Context) -> Value | None:
    """Read "that night", "le soir même", "dans la nuit"."""
    return None if goes_on(found, context) else near_day(found, context, 0)


@reads("the part:daypart", "part:daypart")
def daypart(found: Found, context: Context) -> Value | None:
    """Read "dans la nuit", "during the evening", "am Abend"; "by night" is of no day."""
    tokens = context.tokens
    if tokens.word(found.start) in context.tables.adverbial_parts:
        stands = found.end - found.start == 1 and tells_of_day(found, context)
    elif found.end - found.start == 1:
        lead = tokens.word(found.start - 1).rpartition(" ")[2] if found.start else ""  # "bis zum" Abend
        stands = lead in context.tables.articled or lead in context.tables.near_hour  # "gegen Mittag"
        stands = stands or (found.start > 0 and tokens.codes[found.start - 1] in OPEN)  # "desde la mañana"
    else:
        stands = found.start > 0 and tokens.codes[found.start - 1] in LEADING
    if not stands or goes_on(found, context):
        return None
    if speaks_of_today(found, context):
        return replace(relative_day(context, 0, found.text("part")) or open_value("relative-day"), confidence=POINTING)
    follows_night = found.text("part") == "MO" and context.night is not None and context.night == context.last_day
    return near_day(found, context, 1 if follows_night else 0)


def speaks_of_today(found: Found, context: Context) -> bool:
    """Tell "am Abend will sie reden" behind a day that is past, and something past behind a day to come: both are of
    the report's own day."""
    last, today = context.last_day, context.reference
    if last is None or today is None or context.narrative or last.first == today:
        return False
    time = tense(found, context)
    return time > 0 if last.first < today else time < 0


def tells_of_day(found: Found, context: Context) -> bool:
    """Tell "on Friday it burned; abends kam Hilfe" from "abends lernt er": something past, and a day was just named."""
    named = context.named_before()
    return named is not None and named.unit == "day" and tense(found, context) < 0


def near_day(found: Found, context: Context, shift: int) -> Value | None:
    """Return the day so far from the last one given, and the part of it that is named."""
    value = anchoring.from_focus(context, shift, "day", 1, "next-day" if shift else "same-unit")
    if value is None or value.period is None:
        return value
    value = replace(value, confidence=POINTING)
    return with_daypart(value, found.text("part")) if "part" in found else value


def goes_on(found: Found, context: Context) -> bool:
    """Tell whether what follows says which day is meant: "the night of …", "le lendemain de …".

    "Am Abend von drei Toten" does not.
    """
    codes, end = context.tokens.codes, found.end
    if codes[end : end + 1] == CODES["of_from"]:
        return codes[end + 1 : end + 2] in GOING_ON | {CODES["the"]}
    return codes[end : end + 1] in GOING_ON


@reads("day:relday hyphen? there:there", "this unit:unit hyphen? there:there", "the? unit:unit same:same")
def that_day(found: Found, context: Context) -> Value | None:
    """Read "ce jour-là", "ce soir-là", "cette année-là", "le jour même"."""
    if "unit" in found:
        return anchoring.same_unit(context, found.text("unit"))
    value = anchoring.same_unit(context, "day")
    shift, daypart = found.of("day", tuple)
    if value is None or shift:
        return None
    return with_daypart(value, daypart) if value.period else value


@reads(
    "the? mod:following|prev season:season",
    "the? season:season mod:following|prev",
    "the season:season mod:earlier|later",
)
def neighbour_season(found: Found, context: Context) -> Value | None:
    """Read "the following summer", "el verano siguiente", "de zomer daarop": from the last date given."""
    if found.is_class("mod", "earlier", "later") and not ends_phrase(found, context):
        return None
    base = context.last_date("season")
    if base is None or base.year < 1:
        return None
    here, side = base.within("season"), found.number("mod")
    gap = (found.number("season") - here.index) % 4 if side > 0 else (here.index - found.number("season")) % 4
    return of_period(here.shifted(side * (gap or 4)), "from-last-date", POINTING, base.first)


@reads(
    "mod:same weekday:weekday",
    "the mod:same weekday:weekday",
    "mod:this weekday:weekday hyphen? there:there",
    "the? weekday:weekday mod:following|prev",
    "the? mod:following|prev weekday:weekday",
    "the weekday:weekday mod:earlier|later",
)
def that_weekday(found: Found, context: Context) -> Value | None:
    """Read "that Monday", the one nearest to the last day given, "el lunes siguiente" and "the Monday after"."""
    if found.is_class("mod", "earlier", "later") and not ends_phrase(found, context):
        return None
    if is_relative(found, context):
        return None
    value = anchoring.weekday_from_focus(context, found.number("weekday"), found.number("mod"))
    return value or replace(anchoring.weekday(context, found.number("weekday"), None, -1), confidence=0.5)


def is_relative(found: Found, context: Context) -> bool:
    """Tell the pronoun of "de man die zondag viel" from "die zondag viel hij": a noun before it, or a comma, and
    the verb behind the day or an article in front of the noun."""
    tokens, tables, at = context.tokens, context.tables, found.start
    if tokens.word(at) not in tables.relatives or not at:
        return False
    before = tokens.word(at - 1)
    if tokens.codes[at - 1] == CODES["comma"]:
        return True
    if tokens.codes[at - 1] != OTHER or before in tables.inside or context.tells_a_tense(at - 1):
        return False
    has_verb = found.end < len(tokens.starts) and context.tells_a_tense(found.end)
    if tables.plural_endings and len(before) > 3 and before.endswith(tables.plural_endings):
        return True  # "getuigen die maandag iets zagen"
    return has_verb or any(tokens.word(place) in tables.determiners for place in range(max(0, at - 3), at - 1))


@reads(
    "the? same unit:unit on? mod:MOD whole:unit",
    "the? same unit:unit n:art|card whole:unit ago:ago|earlier",
    "the? same unit:unit of? the? mod:MOD|prev whole:unit",
    "the? same unit:unit of? the? whole:unit mod:MOD|prev|earlier",
    "the? same unit:unit of? the? rel:relunit",
)
def same_unit_of_year(found: Found, context: Context) -> Value | None:
    """Read "the same month a year ago": the unit of the last date, a year before it."""
    if "rel" in found and found.of("rel", tuple)[:2] != YEAR_BEFORE:
        return None
    if found.text("unit") == "period":
        return compared_period(found, context)
    focus = context.last_date(found.text("unit"))
    if focus is None and context.reference:
        focus = Period("day", context.reference.toordinal())
    if ("rel" not in found and found.text("whole") != "year") or focus is None or focus.year < 2:
        return None
    back = found.number("n") if "n" in found else -found.number("mod") if "mod" in found else 1
    base = anchoring.same_unit(context, found.text("unit"))
    if base is None or base.period is None or base.period.unit not in ("month", "quarter", "half", "day"):
        return None
    if base.period.unit == "day":
        first = base.period.first
        made = absolute_day(first.year - back, first.month, first.day)
        return replace(made, rule="same-unit", anchor=first) if made else None
    return of_period(base.period.shifted(-back * PER_YEAR[base.period.unit]), "same-unit", 0.75, focus.first)


def _has_come_again(period: Period, day: date) -> bool:
    """Tell whether the same quarter, half or month of the year after is over, too."""
    return period.shifted(PER_YEAR[period.unit]).last < day


@reads("the? same unit:unit of|within? year:year")
def same_unit_in_year(found: Found, context: Context) -> Value | None:
    """Read "the same month of 2020", "im gleichen Quartal 2020": the month or quarter that was given last."""
    unit, year = found.text("unit"), found.number("year")
    if unit == "period":
        return compared_period(found, context)
    last = next((p for p in context.recent if p.unit == unit), None)
    if unit not in PER_YEAR or last is None:
        return None
    return of_period(last.shifted((year - last.year) * PER_YEAR[unit]), "same-unit", 0.75, last.first)


def compared_period(found: Found, context: Context) -> Value | None:
    """Read "the same period last year": the quarter, half or month that was given last, a year before."""
    last = next((p for p in context.recent if p.unit in COMPARED), None)
    if last is None:
        return None
    if "year" in found:
        back = last.year - found.number("year")
    elif "rel" in found:
        back = 1
    elif found.text("whole") == "year" and "mod" in found:
        back = -found.number("mod")
        if (
            context.reference
            and last.year == context.reference.year - back
            and _has_come_again(last, context.reference)
        ):
            back = 0  # "in the first half of 2006 … the same period last year", said in July 2007
    else:
        return None
    moved = last.shifted(-back * PER_YEAR[last.unit])
    if context.months and context.months[1] == last:
        first = context.months[0].shifted(-back * PER_YEAR["month"])
        made = of_period(moved, "same-unit", POINTING, last.first)
        return replace(made, edtf=f"{first.edtf}/{moved.edtf}", timex=f"{first.timex}/{moved.timex}")
    value = replace(of_period(moved, "same-unit", POINTING, last.first), aside="rel" in found)
    return value.also(other(last.within("year").shifted(-back), "year-before", 0.3))
