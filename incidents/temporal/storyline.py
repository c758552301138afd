"""In which year a story stands at each of its dates: chosen for the whole text at once.

A text that tells history names a year now and then and leaves it out in between. The last year named is often not the
year told: it stands in brackets, looks back, or is a count after all. So the years that the text gives and the
months that it gives without one are laid out in order, and the cheapest way through them is taken (Viterbi): time
moves on in small steps, seldom back, more easily where a section begins; leaving a year that was given costs as much
as the place where it was given weighs. A few years are possible at each place, so the work is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from .lexer import BREAK, CODES, OTHER, Tokens
from .numerals import NumericDate
from .tables import Tables

MAX_STEPS = 20_000  # dates of one text; what comes after them stays in the last year
SEASON_MONTHS = (4, 7, 10, 12)
HEADING = 20  # tokens: a longer line is a sentence
FRONT = 3  # tokens before a date that begins a sentence: "In about 1870"
DAY_BEHIND = 2  # tokens after a month in which its day may stand
MAX_SHIFT = 500  # years
BRACKET = 80  # characters that a bracket is looked for before a year
RECENT, AHEAD = 2, 1  # years given before and after a place that may be its own
YEARS = (1, 2100)  # a number of four digits outside of them is no year of a story

# What it costs to read a date in another year than the one beside it; only how they compare matters.
HEADED, DATED, NAMED, LOOSE, ASIDE = 8.0, 4.0, 2.0, 1.0, 0.4  # to leave a year: given as a heading … in brackets
FRONTED = 3.5  # to stay before a year that opens a sentence: it says when what comes next was
OUTSIDE = 0.6  # to stand outside of the year over the section
MONTH_BACK, EACH_MONTH_BACK = 0.3, 0.1
YEAR_ON, EACH_MONTH_ON = 0.8, 0.08
YEARS_ON, EACH_YEAR_ON = 2.2, 0.1
YEARS_BACK, EACH_YEAR_BACK = 2.4, 0.1
MAX_JUMP = 6.0
EASIER = (1.0, 0.8, 0.4)  # the way back, within a paragraph, in the next one, in the next section


class Step(NamedTuple):
    """A date of the text: a month or a year or both; `weight` says how much the year given binds."""

    place: int  # token
    month: int = 0
    year: int | None = None
    weight: float = 0.0
    shift: int = 0  # "the following year" moves on by one
    section: tuple[int, int] | None = None  # years over the section
    opens: bool = False  # the year opens a sentence
    gap: int = 0  # since the step before: 0 same paragraph, 1 another, 2 another section


@dataclass(frozen=True, slots=True)
class Storyline:
    """The year of the story at each date of a text."""

    places: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def at(self, place: int) -> tuple[int, int] | None:
        """Return year and month (0 for none) that the story has reached at a token; None where no year is known.

        At the words "the next year" the story is still in the year that they count from.
        """
        if not self.places:
            return None
        index = max(bisect_right(self.places, place) - 1, 0)
        year = self.years[index]
        return (year - self.shifts[index] if self.places[index] == place else year), self.months[index]


def codes_of(names: str) -> str:
    return "".join(CODES[name] for name in names.split())


AFTER = f"[{codes_of('following next')}]"
NEIGHBOUR = f"[{codes_of('following next prev')}]"
STEP = re.compile(
    rf"(?P<date>[{codes_of('date datetime yearmonth')}])"
    rf"|(?P<era_year>[{codes_of('num int year')}])[{CODES['dot']}]?(?P<era>{CODES['era']})"
    rf"|(?P<month>[{codes_of('month mabbr mlow season')}])"
    rf"(?:[{codes_of('dot comma of of_from the')}]{{0,2}}{CODES['unit']}?(?:"
    rf"(?P<month_era_year>[{codes_of('num int year')}])(?P<month_era>{CODES['era']})|(?P<month_year>{CODES['year']}))"
    rf"|[{codes_of('dot comma of of_from the on within')}]{{0,3}}"  # "on 3 May the next year", "mayo del año siguiente"
    rf"(?:(?P<month_shift>{AFTER})(?P<month_unit>{CODES['unit']})|(?P<unit_of_month>{CODES['unit']})(?P<shift_of_month>{AFTER})))?"
    rf"|(?P<year>{CODES['year']})"
    rf"|(?P<count>[{codes_of('art card num int')}])(?P<counted>{CODES['unit']})(?P<side>[{codes_of('later earlier')}])"
    rf"|(?P<shift>{NEIGHBOUR})(?P<unit>{CODES['unit']})|(?P<relunit>{CODES['relunit']})"
    rf"|(?P<unit_first>{CODES['unit']})(?P<shift_last>{NEIGHBOUR})"
    rf"|[{codes_of('the within of')}](?P<unit_of_side>{CODES['unit']})(?P<shift_of_side>[{codes_of('later earlier')}])"
)
SHIFTS = (  # groups of a unit and of how many of them are moved by
    ("month_unit", "month_shift"), ("unit_of_month", "shift_of_month"), ("counted", "count"), ("unit", "shift"),
    ("unit_first", "shift_last"), ("unit_of_side", "shift_of_side"),
)  # fmt: skip
COUNTED_ON = re.compile(  # what a count of years is beside: the day that it gives the year of
    rf"[{CODES['comma']}]?[{codes_of('on within the')}]{{0,2}}"
    rf"(?:[{codes_of('num ordnum ord')}][{codes_of('dot of of_from')}]?)?[{codes_of('month mabbr mlow')}]"
)
LINE = re.compile(f"[^{BREAK}]+")
ALL_YEARS = re.compile(f"[{codes_of('year num yy hyphen slash the unit and to comma from of of_from')}]+")
DIGIT_BESIDE = frozenset(codes_of("num ordnum year ord"))
BINDING = frozenset(codes_of("of within unit part season"))  # "in", "the year", "early" before a year that is told of
LOOKING_BACK = frozenset(codes_of("since until from of_from"))
COUNTED = frozenset(codes_of("unit oclock month"))


def storyline(tokens: Tokens, tables: Tables, written: date | None) -> Storyline:
    """Choose the year of each date; a text without any year tells of the year around the day it was written."""
    steps = list(islice(_steps(tokens, tables), MAX_STEPS))
    moved = 0
    if not any(step.year is not None for step in steps):
        if written is None or not steps:
            return Storyline()
        steps.insert(0, Step(-1, 0, written.year, NAMED))
        years = _cheapest(steps)
        moved = _years_moved(steps, years, written)
    else:
        years = _cheapest(steps)
    return Storyline(
        tuple(s.place for s in steps),
        tuple(year + moved for year in years),
        tuple(s.month for s in steps),
        tuple(s.shift for s in steps),
    )


def _years_moved(steps: list[Step], years: tuple[int, ...], written: date) -> int:
    """Return by how many years a story without any is to be moved to lie nearest to the day it was written.

    "3 November … 20 December … 5 January", written in February, began in the year before.
    """
    here = written.year * 12 + written.month
    told = [year * 12 + step.month - here for step, year in zip(steps, years, strict=True) if step.month]
    ends = (told[0], told[-1]) if told else (0,)
    return min((0, -1, 1), key=lambda years: max(abs(end + 12 * years) for end in ends))


def _steps(tokens: Tokens, tables: Tables) -> Iterator[Step]:
    """Yield the dates of a text, with the section that each stands in."""
    part: tuple[int, int] | None = None  # under a heading that is nothing but a year, through all headings without
    section, gap = None, 0
    for line in LINE.finditer(tokens.codes):
        start, end = line.span()
        found = _steps_of(start, end, tokens, tables)
        headed = end - start <= HEADING and tokens.text[tokens.starts[end - 1]] not in ".,;:!?"
        if headed:
            gap = 2
            years = [step.year for step in found if step.year is not None]
            section = (min(years), max(years)) if years else part
            if ALL_YEARS.fullmatch(tokens.codes, start, end):
                part = section
        for step in found:
            weight = HEADED if headed and step.year is not None else step.weight
            yield step._replace(weight=weight, section=section, gap=gap)
            gap = 0
        gap = max(gap, 1)


def _steps_of(start: int, end: int, tokens: Tokens, tables: Tables) -> list[Step]:
    """Return the dates of a line. "A year earlier, on 7 May" is of that year, what comes after it is not."""
    found: list[Step] = []
    back: re.Match[str] | None = None
    for match in STEP.finditer(tokens.codes, start, end):
        step = _step(match, tokens, tables)
        if step is None:
            continue
        found.append(step)
        if back is not None:
            if step.year is None and not step.shift and COUNTED_ON.match(tokens.codes, back.end()):
                found.append(Step(step.place + DAY_BEHIND, shift=-found[-2].shift))
            else:
                del found[-2]
        back = match if step.shift < 0 else None
    if back is not None:
        del found[-1]
    return found


def _step(match: re.Match[str], tokens: Tokens, tables: Tables) -> Step | None:
    place = match.end() - 1
    if match["date"]:
        year, month = _numeric(tokens.values[place])
        return Step(place, month, year, _weight(tokens, match.start(), DATED))
    month = _month(match, tokens, tables) if match["month"] else 0
    shift = _shift(match, tokens, tables)
    if shift:
        return Step(place, month, shift=shift)
    for name in ("month_year", "month_era_year", "era_year", "year"):
        if match[name]:
            at = match.start(name)
            year = int(str(tokens.values[at]))
            if name.endswith("era_year") and tokens.values[place] == -1:
                year = 1 - year
            elif not YEARS[0] <= year <= YEARS[1]:
                return None
            usual = DATED if name != "year" else _bareness(tokens, tables, at)
            if not usual:
                return None
            opens = name == "year" and usual == NAMED and is_fronted(tokens, at - 1)
            return Step(place, month, year, _weight(tokens, match.start(), usual), opens=opens)
    return Step(match.start(), month) if month else None


def _shift(match: re.Match[str], tokens: Tokens, tables: Tables) -> int:
    """Return by how many years "the next year" and "two years later" move the story; 0 where nothing moves it."""
    if match["relunit"]:  # "im Folgejahr"
        value = tokens.values[match.start()]
        return value[0] if isinstance(value, tuple) and value[1:] == ("year", "last") else 0
    for unit, by in SHIFTS:
        if not match[unit]:
            continue
        shift = tokens.values.get(match.start(by))
        if tokens.values[match.start(unit)] != "year" or not isinstance(shift, int):
            return 0
        if by == "count":
            shift *= int(str(tokens.values[match.start("side")]))
        is_side = by in ("count", "shift_of_side")
        if abs(shift) > MAX_SHIFT or (is_side and not _moves(match, tokens, tables)):
            return 0
        return shift
    return 0


def _moves(match: re.Match[str], tokens: Tokens, tables: Tables) -> bool:
    """Tell "A year later the port fell" and "a year later, on 7 May" from "he died a year later"."""
    end = match.end()
    goes_on = end < len(tokens.starts) and tokens.text[tokens.starts[end]].isalnum()
    if goes_on and tokens.word(end - 1) in tables.joining:
        return False  # "two years after the war"
    return is_fronted(tokens, match.start()) or COUNTED_ON.match(tokens.codes, end) is not None


def is_fronted(tokens: Tokens, place: int) -> bool:
    """Tell whether a sentence begins with the words at a place, but for one word: "Then, in about 1870"."""
    words = 0
    for before in range(place - 1, max(place - FRONT, -1) - 1, -1):
        if before < 0 or tokens.codes[before] == BREAK or tokens.text[tokens.starts[before]] in ".!?":
            return True
        words += tokens.codes[before] == OTHER
        if words > 1:
            return False
    return False


def _numeric(value: Any) -> tuple[int, int]:
    if isinstance(value, NumericDate):
        return value.day.year, value.day.month
    year, month = value
    return year, month


def _month(match: re.Match[str], tokens: Tokens, tables: Tables) -> int:
    """Return the month named, 0 where the word may be another."""
    place = match.start("month")
    value = int(str(tokens.values[place]))
    code = tokens.codes[place]
    if code == CODES["season"]:
        return SEASON_MONTHS[value]
    before, after = tokens.codes[max(place - 2, 0) : place], tokens.codes[place + 1 : place + 2]
    if code == CODES["month"] and tokens.word(place) not in tables.shy:
        return value
    beside = any(sign in DIGIT_BESIDE for sign in before + after)
    return value if beside or (place > 0 and tokens.word(place - 1) in tables.inside) else 0


def _bareness(tokens: Tokens, tables: Tables, place: int) -> float:
    """Return how much a number of four digits binds as a year; 0 where it counts something."""
    after = tokens.codes[place + 1 : place + 2]
    if (after and after in COUNTED) or (after and tokens.word(place + 1) in tables.counted):
        return 0.0
    before = tokens.codes[place - 1] if place else BREAK
    if before in BINDING:
        return NAMED
    if before in LOOKING_BACK:
        return ASIDE
    next_word = tokens.text[tokens.starts[place + 1] : tokens.starts[place + 1] + 1] if after else ""
    return ASIDE if tables.capitals and next_word.isupper() else LOOSE


def _weight(tokens: Tokens, place: int, usual: float) -> float:
    """Return the usual weight, or that of an aside within brackets."""
    start = tokens.starts[place]
    opened = tokens.text.rfind("(", max(start - BRACKET, 0), start)
    if opened < 0 or tokens.text.find(")", opened, start) >= 0:
        return usual
    return min(usual, ASIDE)


def _cheapest(steps: list[Step]) -> tuple[int, ...]:
    """Return the year of each step on the cheapest way through all of them."""
    possible = _possible(steps)
    costs = {year: _outside(steps[0], year) for year in possible[0]}
    back: list[dict[int, int]] = []
    for last, step, years in zip(steps, steps[1:], possible[1:], strict=False):
        on = step.month - last.month if step.month and last.month and not step.shift else 0
        reached = [(cost, old + step.shift, old) for old, cost in costs.items()]
        came: dict[int, int] = {}
        costs = {}
        for year in years:
            cost, old = min([(cost + _way(year - base, on, step.gap), old) for cost, base, old in reached])
            came[year] = old
            costs[year] = cost + _outside(step, year)
        back.append(came)
    year = min(costs, key=lambda y: costs[y])
    chosen = [year]
    for came in reversed(back):
        year = came[year]
        chosen.append(year)
    return tuple(reversed(chosen))


def _possible(steps: list[Step]) -> list[tuple[int, ...]]:
    """Return the years that each step may stand in: those given around it, and the ones after these."""
    given = [step.year for step in steps if step.year is not None]
    seen = 0
    latest: list[int] = []
    told: list[int] = []  # not in brackets, nor bare numbers: counts would crowd out the year of the story
    made = []
    for step in steps:
        if step.year is not None:
            seen += 1
            latest = [step.year]
            if step.weight >= NAMED:
                told = [step.year, *(year for year in told if year != step.year)][:RECENT]
        elif step.shift:
            moved = [year + step.shift for year in (*latest, *told) if year + step.shift <= YEARS[1]]
            latest, told = [*moved[:1], *latest][:RECENT], [*moved[1:], *told][:RECENT]
        around = {*latest, *told, *given[seen : seen + AHEAD], *(step.section or ())}
        made.append(tuple(sorted(around | {year + 1 for year in around})))
    return made


def _outside(step: Step, year: int) -> float:
    """Return what it costs that a step stands in a year."""
    if step.year is not None:
        if step.opens and year < step.year:
            return max(FRONTED, step.weight)
        return step.weight if step.year != year else 0.0
    if step.section and not step.section[0] <= year <= step.section[1]:
        return OUTSIDE
    return 0.0


@lru_cache(maxsize=4096)
def _way(years: int, months: int, gap: int) -> float:
    """Return what it costs to go on by so many years and, within them, by so many months (0 where one is not known)."""
    if not years:
        return 0.0 if months >= 0 else (MONTH_BACK - EACH_MONTH_BACK * months) * EASIER[gap]
    if years == 1:
        return YEAR_ON + EACH_MONTH_ON * (12 + months)
    if years > 1:
        return min(YEARS_ON + EACH_YEAR_ON * years, MAX_JUMP)
    return min(YEARS_BACK - EACH_YEAR_BACK * years, MAX_JUMP) * EASIER[gap]


def story_years(tokens: Tokens, tables: Tables) -> list[tuple[int, int, float]]:
    """Return the years that a text gives: at which token, which one, and how much it binds."""
    steps = islice(_steps(tokens, tables), MAX_STEPS)
    return [(step.place, step.year, step.weight) for step in steps if step.year is not None]
