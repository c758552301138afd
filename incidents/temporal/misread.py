"""Find in a typed text what keeps it from being a date: an impossible day or year, a wrong weekday, unknown words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from .context import Context
from .gregorian import days_in_month
from .lexer import CODES, OTHER, Tokens, scan
from .mention import Alternative, Mention
from .reader import Reader
from .tables import LANGUAGES, Tables, tables_for
from .tables.phrases import phrases_of
from .values import Value

LEAP_YEAR = 2000
LAST_YEAR = 9999
MOST_WORDS = 6  # of a stretch that is named
ALIKE = 0.65  # how near a misspelled name is to a month or weekday


def _any(*names: str) -> str:
    return "[" + "".join(CODES[name] for name in names) + "]"


FILL = f"{_any('dot', 'of', 'the', 'comma', 'of_from')}{{0,2}}"
DAY, MONTH, YEAR = _any("num", "ordnum", "ord", "int"), _any("month", "mabbr", "mlow"), _any("year", "int")
DAY_FIRST = re.compile(f"(?P<day>{DAY}){FILL}(?P<month>{MONTH})(?:{FILL}(?P<year>{YEAR}))?")
MONTH_FIRST = re.compile(f"(?P<month>{MONTH}){FILL}(?P<day>{DAY})(?!{CODES['era']})(?:{FILL}(?P<year>{YEAR}))?")
LONE_YEAR = re.compile(f"(?:{MONTH}{FILL}|{_any('unit')}|^)(?P<year>{CODES['int']})(?:{CODES['era']}|$)")
LONE_DAY = re.compile(
    f"{_any('the', 'on', 'within')}{{0,2}}(?:{_any('ordnum', 'ord')}|{CODES['num']}{CODES['dot']}?)"
    f"(?:{_any('of', 'the', 'this', 'last', 'next')}{{1,3}}{CODES['unit']})?"
)
DAY_OR_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:T[^T/]+)?")
WEEKDAY = re.compile(_any("weekday", "wabbr"))


@dataclass(frozen=True, slots=True)
class Misread:
    """A day by its numbers, which no calendar has."""

    day: int
    month: int
    year: int | None


def impossible_day(text: str, language: str) -> Misread | None:
    """Find a day that its month does not have: "31 February", "February 30, 2021", "32 May"."""
    tokens = scan(text, tables_for(language))
    for pattern in (DAY_FIRST, MONTH_FIRST):
        for found in pattern.finditer(tokens.codes):
            day, month = number(tokens, found, "day"), number(tokens, found, "month")
            year = number(tokens, found, "year") if found["year"] else None
            if day is None or month is None or day > 99 or (year is not None and not 0 < year <= LAST_YEAR):
                continue
            if not 1 <= day <= days_in_month(year or LEAP_YEAR, month):
                return Misread(day, month, year)
    return None


def impossible_year(text: str, language: str) -> int | None:
    """Find the year 0, or one beyond what words can name."""
    tokens = scan(text, tables_for(language))
    places = [found.start("year") for found in LONE_YEAR.finditer(tokens.codes)]
    places += [found.start("year") for found in DAY_FIRST.finditer(tokens.codes) if found["year"]]
    for place in places:
        digits = text[tokens.starts[place] : tokens.ends[place]]
        if digits.isdigit() and (not int(digits) or len(digits) > 4):
            return int(digits)
    long = re.search(r"(?<![\d.,:/-])\d{5,18}(?![\d.,:/-])", text)
    return int(long[0]) if long else None


def is_lone_day(text: str, language: str) -> bool:
    """Tell "the 3rd" and "el día 5"."""
    return bool(LONE_DAY.fullmatch(scan(text, tables_for(language)).codes))


def number(tokens: Tokens, found: re.Match[str], name: str) -> int | None:
    value = tokens.values.get(found.start(name))
    return value if isinstance(value, int) else None


def weekday_beside(text: str, language: str, reference: date | None) -> tuple[date, int] | None:
    """Find a day with a weekday beside it that is not its own; return the day and the number of that weekday."""
    tables = tables_for(language)
    tokens = scan(text, tables)
    for found in WEEKDAY.finditer(tokens.codes):
        place = found.start()
        weekday = tokens.values.get(place)
        value = read_at(tokens, tables, reference, place)
        day = first_day(value) if value else None
        if value and any(is_swapped_to(each, weekday) for each in value.alternatives):
            continue
        if day and isinstance(weekday, int) and value and is_named_beside(value) and day.isoweekday() != weekday:
            return day, weekday
    return None


def is_swapped_to(reading: Alternative, weekday: object) -> bool:
    """Tell digits that are that weekday with day and month changed over."""
    if not reading.rule.startswith("numeric-") or not DAY_OR_TIME.fullmatch(reading.edtf):
        return False
    return date.fromisoformat(reading.edtf[:10]).isoweekday() == weekday


def by_weekday(text: str, mention: Mention, language: str) -> str:
    """Return the one of two readings of digits whose weekday stands beside them; "" where that tells nothing."""
    tokens = scan(text, tables_for(language))
    named = [tokens.values.get(found.start()) for found in WEEKDAY.finditer(tokens.codes)]
    readings = [mention.edtf, *(each.edtf for each in mention.alternatives if each.rule.startswith("numeric-"))]
    if len(named) != 1 or not all(DAY_OR_TIME.fullmatch(edtf) for edtf in readings):
        return ""
    fitting = [edtf for edtf in readings if date.fromisoformat(edtf[:10]).isoweekday() == named[0]]
    return fitting[0] if len(fitting) == 1 else ""


def read_at(tokens: Tokens, tables: Tables, reference: date | None, place: int) -> Value | None:
    found = Reader(Context(reference, tables, tokens, whole=True)).read(place)
    return found[0] if found else None


def first_day(value: Value) -> date | None:
    """Return the day that a value is, or the one that a range begins with."""
    one = value.bounds[0] if value.bounds else value
    return one.period.first if one.period and one.period.unit == "day" else None


def is_named_beside(value: Value) -> bool:
    """Tell a date that stands beside the weekday from one that the weekday itself is."""
    one = value.bounds[0] if value.bounds else value
    return not one.rule.startswith("weekday-") and one.rule != "from-date"


def unknown_words(text: str, languages: tuple[str, ...]) -> str:
    """Return the first stretch of words that no table of the languages has; "" where all are known."""
    known: set[int] = set()
    for language in languages:
        tokens = scan(text, tables_for(language))
        for code, start, end in zip(tokens.codes, tokens.starts, tokens.ends, strict=True):
            if code != OTHER:
                known.update(range(start, end))
    joining = phrase_words(languages)
    stretch: list[re.Match[str]] = []
    for word in re.finditer(r"[\w'’.-]*\w|[^\s\w,.;:'’()-]+", text):
        is_known = word[0].lower() in joining or any(place in known for place in range(*word.span()))
        if is_known and stretch:
            break
        if not is_known and len(stretch) < MOST_WORDS:
            stretch.append(word)
    return text[stretch[0].start() : stretch[-1].end()] if stretch else ""


@lru_cache(maxsize=32)
def phrase_words(languages: tuple[str, ...]) -> frozenset[str]:
    """Return the words of all that may stand around a date."""
    templates = (template for code in languages for each in phrases_of(code).values() for template in each)
    return frozenset(word.lower() for template in templates for word in re.findall(r"[^\W\d_]+(?![\w}])", template))


def nearest_names(word: str, languages: tuple[str, ...]) -> Iterator[str]:
    """Yield the months and weekdays that a word may be: misspelled, or of another language."""
    lower = word.lower().strip(".")
    for language in LANGUAGES:
        for name in ("month", "weekday"):
            value = tables_for(language).words[name].get(lower)
            if isinstance(value, int):
                yield name_of(name, value, languages[0])
    for language in languages:
        tables = tables_for(language)
        for name in ("month", "weekday"):
            words = tables.words.get(name, {})
            for near in difflib.get_close_matches(lower, list(words), 1, ALIKE):
                yield near.capitalize() if tables.capitals else near


def name_of(kind: str, value: int, language: str) -> str:
    """Return a month or weekday as a language names it, in English for one without tables."""
    tables = tables_for(language)
    if not tables.words.get(kind):
        return name_of(kind, value, "en")
    name = next(word for word, number in tables.words[kind].items() if number == value)
    return name.capitalize() if tables.capitals else name
