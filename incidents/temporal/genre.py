"""Propose whether a text reports (its dates count from its day) or tells history (its dates follow each other)."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .lexer import BREAK, CODES, Tokens, scan
from .numerals import NumericDate
from .storyline import LOOSE, codes_of, is_fronted, story_years
from .tables import Tables, tables_for

SAMPLE = 20_000  # characters: enough to tell
FEWEST = 4.0  # points for history: less is the background of a report
FEWEST_ALONE = 3.2  # where nothing speaks for a report, the first date is long past, and one opens a sentence
AGAINST, AGAINST_LEAD = 2.0, 4.0  # how many of them outweigh a point for a report, and where it begins as one
BESIDE = 4  # tokens between a weekday and the verb of saying that it belongs to
FEWEST_LINES, MOST_OTHERS = 3, 1.5  # a list of dates has so many lines, and no more others for each
KINDS = ("day", "weekday", "relday", "unit", "year", "month")
TODAY = (0, "")
TOP = 3  # lines among which the place that a report is sent from stands

# How much a sign speaks for history …
PAST_YEAR = 1.0  # "in 1861", "May 1940": long past, and not in brackets or after "since"
DATED_LINE = 2.0  # a line of a list: "3 May – …", "14:05 …", "1998"
DATE_FIRST = 0.6  # a sentence that a day or a month opens: "On 3 May 1940 the …", "In June"
PAST_FIRST = 1.0  # the first date of the text is long past
# … and how much for a report.
LATE_YEAR = 1.0  # of the report or the one before, but where it opens a line
DEICTIC_FIRST = 4.0  # the first date of the text counts from the day of the report: "said on Tuesday"
DEICTIC = {"weekday": 1.0, "relday": 1.0, "unit": 1.0}  # "Tuesday" without a date, "yesterday", "last week"
NOWADAYS = 0.5  # "today"
SAID = 1.5  # beside a verb of saying: "said on Tuesday"
AHEAD = 0.25  # "will", "is expected"
SAYING = 0.25
MOST_VERBS = 3.0  # points of all such verbs: a long history has many too
DATELINE = 4.0  # "GENEVA, 19 September (Agency) –"
OWN_DAY = 3.0  # the day of the report is given

PLACE = re.compile(
    r"[ \t]*(?=[^\n–—-]*(?:[^\W\d_]{3,}|\())"
    r"(?:[^\W\d_a-zß-öø-ÿ]{2}[^\W\d_a-zß-öø-ÿ .'’/-]{1,38}(?:,[^\n–—-]{1,40})?(?:\([^)\n]{2,40}\))?"
    r"|[^\W\d_][\w .'’/-]{1,38}(?:,[^\n–—(-]{1,40})?\([^)\n]{2,40}\)) ?[–—-]{1,2}\s"
)
"""The place that a report was sent from: in capitals, or before an agency in brackets."""
BULLET = re.compile(r"[ \t]*(?:[-*•·–—>#|(\[]+[ \t]*)*")
MONTHS = frozenset(codes_of("month mabbr mlow"))
DAY = (
    f"(?:[{codes_of('num ordnum ord')}][{codes_of('dot')}]?[{codes_of('of of_from')}]?[{codes_of('month mabbr mlow')}]"
    f"|[{codes_of('month mabbr')}][{codes_of('num ordnum')}])"
)
NUMERIC = f"[{codes_of('date datetime')}]"
WEEKDAY_BESIDE = f"(?:[{codes_of('weekday wabbr')}][{codes_of('comma dot')}]*[{codes_of('the on of')}]*)?"
LINE_DATE = re.compile(
    f"{WEEKDAY_BESIDE}[{codes_of('on the of within')}]*(?:{NUMERIC}|{DAY}|[{codes_of('yearmonth year month clock')}])"
    f"(?:[{codes_of('comma dot of of_from')}]{{0,2}}[{codes_of('year')}])?"
)
DATES = re.compile(
    f"{WEEKDAY_BESIDE}(?P<day>{NUMERIC}|{DAY})"
    f"(?:[{codes_of('comma dot of of_from')}]{{0,2}}(?P<year_of_day>[{codes_of('year')}]))?"
    f"|(?P<weekday>[{codes_of('weekday')}])(?![{codes_of('num ordnum')}])"
    f"|(?P<relday>[{codes_of('relday')}])"
    f"|(?P<unit>[{codes_of('last this next')}][{codes_of('unit weekday season')}]"
    f"|[{codes_of('unit weekday season')}][{codes_of('last next')}])"
    f"|(?P<year>[{codes_of('year yearmonth')}])"
    f"|(?P<month>[{codes_of('month season')}])(?![{codes_of('comma of of_from')}]?[{codes_of('year')}])"
)


@dataclass(slots=True)
class Signs:
    """What has been found in a text, in points for the one and for the other."""

    history: float = 0.0
    report: float = 0.0
    is_past_first: bool = False  # the first date is long past
    is_led: bool = False  # the report begins as one: by its place, its day, or a day that counts from it

    def lead(self, points: float) -> None:
        self.report += points
        self.is_led = True


def propose_genre(text: str, reference: date | None, language: str) -> Literal["news", "narrative"]:
    """Return "narrative" for a text whose dates follow each other: a history, a life, a list of dates or times.

    Weighs the signs listed above; docs/dates.md says what they are. Without a day of writing a text is taken for news.
    Looks at the beginning only.
    """
    sample = text[:SAMPLE]
    if reference is None or not any(character.isdigit() for character in sample):
        return "news"
    tables = tables_for(language)
    tokens = scan(sample, tables)
    signs = Signs()
    listed = _weigh_lines(tokens, signs)
    _weigh_years(tokens, tables, reference, listed, signs)
    _weigh_dates(tokens, tables, reference, listed, signs)
    _weigh_verbs(tokens, tables, signs)
    most = AGAINST_LEAD if signs.is_led else AGAINST
    fewest = FEWEST_ALONE if signs.is_past_first and signs.report < NOWADAYS else FEWEST
    return "narrative" if signs.history >= fewest and signs.history > most * signs.report else "news"


def _weigh_years(tokens: Tokens, tables: Tables, reference: date, listed: set[int], signs: Signs) -> None:
    for place, year, weight in story_years(tokens, tables):
        if weight < LOOSE:
            continue
        if year < reference.year - 1:
            signs.history += PAST_YEAR
        elif place not in listed:
            signs.report += LATE_YEAR


def _weigh_lines(tokens: Tokens, signs: Signs) -> set[int]:
    """Tell a list of dates by the lines that begin with one, and a report by the place it was sent from.

    Returns the tokens that the dates of a list are.
    """
    listed: set[int] = set()
    dated = others = 0
    start = 0
    for number, line in enumerate(tokens.text.split("\n")):
        if line.strip():
            if number < TOP and PLACE.match(line):
                signs.lead(DATELINE)
            place = bisect_left(tokens.starts, start + _end_of_bullet(line))
            if opening := LINE_DATE.match(tokens.codes, place):
                dated += 1
                listed.update(range(*opening.span()))
            else:
                others += 1
        start += len(line) + 1
    if dated >= FEWEST_LINES and others <= MOST_OTHERS * dated:
        signs.history += DATED_LINE * dated
        return listed
    return set()


def _end_of_bullet(line: str) -> int:
    bullet = BULLET.match(line)
    return bullet.end() if bullet else 0


def _weigh_dates(tokens: Tokens, tables: Tables, reference: date, listed: set[int], signs: Signs) -> None:
    is_first = True
    for match in DATES.finditer(tokens.codes):
        kind = next(name for name in KINDS if match[name])
        if kind in DEICTIC:
            is_lead = _weigh_deictic(kind, match, tokens, tables, signs)
            if is_first and is_lead:
                signs.lead(DEICTIC_FIRST)
                is_first = False
            continue
        year = _year_at(tokens, match.start("year")) if kind == "year" else None
        if kind == "day":
            month_and_day, year = _day_of(match, tokens)
            is_own = month_and_day == (reference.month, reference.day) and year in (None, reference.year)
            if is_own and match.end("day") - 1 not in listed:
                signs.lead(OWN_DAY)
        is_past = year is not None and year < reference.year - 1
        if kind != "year" and (is_past or year is None) and is_fronted(tokens, match.start()):
            signs.history += DATE_FIRST
        if is_first and is_past:
            signs.history += PAST_FIRST
            signs.is_past_first = True
        is_first = is_first and kind == "month"


def _weigh_deictic(kind: str, match: re.Match[str], tokens: Tokens, tables: Tables, signs: Signs) -> bool:
    """Weigh a word that counts from the day of the report; "today" alone may say "nowadays", and leads nothing."""
    is_said = kind != "unit" and _is_said(tokens, tables, match.start(), match.end())
    is_today = kind == "relday" and tokens.values.get(match.start()) == TODAY
    signs.report += (NOWADAYS if is_today else DEICTIC[kind]) + (SAID if is_said else 0.0)
    return is_said or not is_today


def _day_of(match: re.Match[str], tokens: Tokens) -> tuple[tuple[int, int], int | None]:
    """Return month and day of a date, and its year if it has one."""
    places = range(match.start("day"), match.end("day"))
    value = tokens.values.get(places[0])
    if isinstance(value, NumericDate):
        return (value.day.month, value.day.day), value.day.year
    numbers = {tokens.codes[place]: tokens.values.get(place) for place in places}
    month = next((numbers[CODES[name]] for name in ("month", "mabbr", "mlow") if CODES[name] in numbers), 0)
    day = next((numbers[CODES[name]] for name in ("num", "ordnum", "ord") if CODES[name] in numbers), 0)
    year = _year_at(tokens, match.start("year_of_day")) if match["year_of_day"] else None
    return (int(str(month)), int(str(day))), year


def _year_at(tokens: Tokens, place: int) -> int | None:
    value = tokens.values.get(place)
    if isinstance(value, tuple):
        value = value[0]
    return value if isinstance(value, int) else None


def _is_said(tokens: Tokens, tables: Tables, start: int, end: int) -> bool:
    """Tell "said on Tuesday", "on Tuesday announced": a verb of saying in the same clause, close by."""
    around = (*range(max(0, start - BESIDE), start), *range(end, min(len(tokens.codes), end + BESIDE)))
    return any(tokens.word(place) in tables.saying for place in around if tokens.codes[place] != BREAK)


def _weigh_verbs(tokens: Tokens, tables: Tables, signs: Signs) -> None:
    points = 0.0
    for place, code in enumerate(tokens.codes):
        if code not in MONTHS:  # "March", "Mars"
            word = tokens.word(place)
            if word in tables.saying:
                points += SAYING
            elif word in tables.future and word not in tables.planned:
                points += AHEAD
    signs.report += min(points, MOST_VERBS)
