"""Other spellings of what is typed as a date, in forms that the tagger reads: "KW 19/2021" is "2021-W19".

Each is tried only where the text as it stands is no date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from .tables import tables_for
from .tables.shorthand import (
    ABBREVIATED,
    CENTURY_SHORT,
    DAYTIME_HOURS,
    HALVES,
    LOCAL_TIME,
    QUARTERS,
    SINCE,
    UNTIL,
    WEEKDAYS_SHORT,
    WEEKS,
)
from .tables.wording_en import WORDING

Respelling = Callable[[re.Match[str]], str]
YEAR = r"(?P<year>\d{4})(?!\d)"
MONTHS = WORDING.months
WINTER = 3
LAST_WORD = re.compile(r"(.+\d),? \(?([^\W\d_]{2,12})\.?\)?")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_OF = r"(?:\s?[/,]\s?|\s(?:of|de|del|van|von|des Jahres|d['’])\s?|\s|-)"


def _week(found: re.Match[str]) -> str:
    return f"{found['year']}-W{int(found['n']):02d}"


def _quarter(found: re.Match[str]) -> str:
    return f"Q{found['n']} {found['year']}"


def _half(found: re.Match[str]) -> str:
    return f"H{found['n']} {found['year']}"


def _compact(found: re.Match[str]) -> str:
    return f"{found[1]}-{found[2]}-{found[3]}"


def _dotted_range(found: re.Match[str]) -> str:
    """Write "3.–5.5.2021" and "30.4.–2.5.2021" as the interval that it is."""
    last = int(found["m2"])
    first = int(found["m1"] or last)
    return (
        f"{found['year']}-{first:02d}-{int(found['d1']):02d}/{found['year']}-{last:02d}-{int(found['d2']):02d}"
        if first <= last
        else found[0]
    )


def _offset(found: re.Match[str]) -> str:
    return f"{found[1]} UTC{found[2]}{found[3]}:{found[4] or '00'}"


def _hour_of_day(found: re.Match[str]) -> str:
    """Write "a las 10 de la noche" with the hours of a day counted through."""
    hour = int(found["hour"])
    late = DAYTIME_HOURS[found["part"].lower()] and hour < 12
    return f"a las {hour + 12 if late else hour:02d}:{found['minute'] or '00'}"


RULES: tuple[tuple[re.Pattern[str], Respelling], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), respell)
    for pattern, respell in (
        (rf"\b(?:{WEEKS})\s?(?P<n>\d\d?){_OF}{YEAR}", _week),
        (rf"\b(?P<n>\d\d?)\.\s?(?:{WEEKS}){_OF}{YEAR}", _week),
        (rf"\b{YEAR}\s?[-/,]?\s?(?:{WEEKS}|W)\s?(?P<n>\d\d?)\b", _week),
        (rf"\bW\s?(?P<n>\d\d?)[/-]{YEAR}", _week),
        (rf"\b{YEAR}\s?[-/]?\s?[QT](?P<n>[1-4])\b", _quarter),
        (rf"\b(?:[QT](?P<n>[1-4])|(?P<m>[1-4])[QT])\s?[-/,]?\s?{YEAR}",
         lambda found: f"Q{found['n'] or found['m']} {found['year']}"),
        (rf"\b{YEAR}\s?[-/]?\s?H(?P<n>[12])\b", _half),
        (rf"\bH(?P<n>[12])\s?[-/,]\s?{YEAR}", _half),
        (rf"\b(?P<n>iv|i{{1,3}})(?:er|e|º|\.)?\s(?=(?:{QUARTERS})\b)", lambda found: f"{ROMAN[found['n'].lower()]}º "),
        (rf"\b(?P<n>{'|'.join(HALVES)})\s(?:{CENTURY_SHORT['half']}){_OF}(?={YEAR})",
         lambda found: f"{HALVES[found['n'].lower()]} half of "),
        (r"^(\d{4})(\d\d)(\d\d)$", _compact),
        (r"^(\d{4}) (\d\d) (\d\d)$", _compact),
        (r"^(?P<m>\d\d?)\.(?P<year>\d{4})$", lambda found: f"{found['year']}-{int(found['m']):02d}"),
        (r"\b(\d{4})[-/.]([^\W\d_]{3,12})\.?[-/.](\d\d?)\b", lambda found: f"{found[3]} {found[2]} {found[1]}"),
        (r"^(\d{4}-\d\d-\d\d),? (?:at )?(\d\d:\d\d(?::\d\d)?) ?(?:UTC|GMT)$", lambda found: f"{found[1]}T{found[2]}Z"),
        (r"(\d\d?:\d\d(?::\d\d)?) ?([+-])(\d\d):?(\d\d)?$", _offset),
        (rf",?\s(?:{LOCAL_TIME})$", lambda found: ""),
        (r"^(?P<d1>\d\d?)\.(?:\s?(?P<m1>\d\d?)\.)?\s?[-–—]\s?(?P<d2>\d\d?)\.\s?(?P<m2>\d\d?)\.\s?(?P<year>\d{4})$",
         _dotted_range),
        (r"^(\d\d?)\.\s?(0?[1-9]|1[0-2])\.$", lambda found: f"{found[1]} {MONTHS[int(found[2]) - 1]}"),
        (r"\ba las? (?P<hour>\d\d?)(?::(?P<minute>\d\d))? (?:de|por) la (?P<part>" + "|".join(DAYTIME_HOURS) + r")\b",
         _hour_of_day),
        (rf"\b(\d\d?(?:st|nd|rd|th)) (?:{CENTURY_SHORT['en']})(?=$|\s)", lambda found: f"{found[1]} century"),
        (r"\bS(?P<n>0?[3-9]|[1-5]\d)[ /-](?:de )?" + YEAR, _week),
        (r"^(end|start|beginning|middle) (?!of\b|\d{1,2}\b)(?=\w)", lambda found: f"{found[1]} of "),
        (r"^([^\W\d_]{3,9})\.?\s?[-–]\s?([^\W\d_]{3,9})\.? (\d{4})$",
         lambda found: f"{found[1]} {found[3]} to {found[2]} {found[3]}"),
        (rf"^(?:{SINCE}) (?=.+ (?:{UNTIL}) )", lambda found: ""),
        (r"\bovernight (?:on |from )?(?=\d)", lambda found: "the night of "),
        (r"\bweekend (?:of )?(?P<d1>\d\d?)\s?[-–/]\s?(?P<d2>\d\d?)(?= )",
         lambda found: f"weekend of {found['d1']}" if int(found["d1"]) + 1 == int(found["d2"]) else found[0]),
        (rf"^(?:{CENTURY_SHORT['es']})\s?(?=[ivx]+\b)", lambda found: "siglo "),
        *((pattern, lambda found, full=full: full) for pattern, full in ABBREVIATED),
    )
)  # fmt: skip


def respellings(line: str, languages: tuple[str, ...]) -> Iterator[str]:
    """Yield other spellings of a line, each by one rule, and at the end without its commas."""
    for pattern, respell in RULES:
        other = pattern.sub(respell, line)
        if other != line:
            yield other
    for language in languages:
        if (both := shared_era(language).fullmatch(line)) and both["era"]:
            yield f"{both['lead']}{both['first']}{both['era']}{_joint(both['joint'])}{both['last']}{both['era']}"
        if (found := LAST_WORD.fullmatch(line)) and is_name(found[2], language):
            yield f"{found[2]} {found[1]}"
        if days := short_weekdays(language):
            other = days.sub(lambda found, code=language: f"{WEEKDAYS_SHORT[code][found[1].lower()]} ", line)  # type: ignore[misc]
            if other != line:
                yield other
    if "," in line:
        yield " ".join(line.replace(",", " ").split())


def _joint(written: str) -> str:
    return " to " if written.strip() in ("-", "–", "—") else written


@lru_cache(maxsize=16)
def shared_era(language: str) -> re.Pattern[str]:
    """Compile two years with one era: "300–201 BC", "between 60 and 51 BC"."""
    eras = "|".join(re.escape(word) for word in tables_for(language).words.get("era", {})) or "(?!)"
    return re.compile(
        rf"(?P<lead>\D*)(?P<first>\d{{1,4}})(?P<joint>\D{{1,9}}?)(?P<last>\d{{1,4}})(?P<era> (?:{eras}))", re.IGNORECASE
    )


def is_name(word: str, language: str) -> bool:
    """Tell a month or weekday."""
    words = tables_for(language).words
    return any(word.lower() in words.get(name, {}) for name in ("weekday", "wabbr", "month", "mabbr"))


def as_one_winter(line: str, languages: tuple[str, ...]) -> str:
    """Name a winter of two years by its first: "winter 1941–42" is no span."""
    for language in languages:
        if (found := winters(language).search(line)) and is_one_winter(found):
            return f"{line[: found.start()]}{found['season']} {found['year']}{line[found.end() :]}"
    return line


def is_one_winter(found: re.Match[str]) -> bool:
    return (int(found["year"]) + 1) % 100 == int(found["next"]) % 100 and len(found["next"]) in (2, 4)


@lru_cache(maxsize=16)
def winters(language: str) -> re.Pattern[str]:
    """Compile the winter of two years: "winter of 1941–42"."""
    words = [word for word, number in tables_for(language).words.get("season", {}).items() if number == WINTER]
    return re.compile(
        rf"\b(?P<season>{'|'.join(map(re.escape, words)) or '(?!)'}){_OF}{YEAR}\s?[/–—-]\s?(?P<next>\d{{4}}|\d\d)\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def short_weekdays(language: str) -> re.Pattern[str] | None:
    names = WEEKDAYS_SHORT.get(language)
    return re.compile(rf"^({'|'.join(names)})(?:\.,?\s?|,\s?|\s)(?=\d)", re.IGNORECASE) if names else None
