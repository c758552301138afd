"""Dates as people write them in cells, no finer than they write them. Figures are read here, words by `temporal`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..drafts import Finding, Reading
from ..temporal import PlainDateError, read_plain
from ..temporal.edtf import EDTF, EDTFError
from . import datewords
from .making import year_text

MAX_WORDS = 100  # characters of a cell that could still be a date
DAY_FIRST, MONTH_FIRST = "day-first", "month-first"


@dataclass(frozen=True, slots=True)
class DateRule:
    """How the dates of one column are read, as its values together say."""

    order: str = ""  # of 03/04/2021: "day-first", "month-first", or not known
    epoch: bool = False  # long numbers are seconds (milli-, micro-, nanoseconds) since 1970
    serial: bool = False  # numbers are days as Excel counts them
    midnights: bool = False  # every moment is a midnight: days, written by a program
    zone: str = ""  # of times without one: "Europe/Berlin"
    language: str = ""


@dataclass(frozen=True, slots=True)
class DateCell:
    """What a cell says of when; `edtf` is empty where it says nothing that can be read."""

    edtf: str = ""
    part: str = ""
    rule: str = "absolute"
    confidence: float = 1.0
    others: tuple[tuple[str, str], ...] = ()  # further readings: EDTF and rule
    findings: tuple[Finding, ...] = ()
    nothing: bool = False  # the cell says that no date is known

    def reading(self, words: str) -> Reading:
        return Reading(words[:200], self.edtf, self.part, self.rule if self.edtf else "", "", self.confidence)

    def alternatives(self, words: str) -> tuple[Reading, ...]:
        return tuple(Reading(words[:200], edtf, "", rule, "", 0.5) for edtf, rule in self.others)


NO_DATE = DateCell(nothing=True)
PLAIN = DateRule()
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.A)
_ZONE = r"Z|[A-Za-z]{2,5}|(?:UTC|GMT)?[+\-−]\d{1,2}(?::?\d\d)?|\[?[A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?\]?"
_CLOCK = rf"(\d{{1,2}})(?:[:.h](\d\d))?(?:[:.m](\d\d))?(?:[.,:]\d{{1,9}})?\s*(am|pm|a\.m\.|p\.m\.|h|hrs|uhr|uur)?\s*({_ZONE})?"
_MOMENT = re.compile(rf"(\d{{4}})-(\d\d)-(\d\d)[T ]+(?:at )?{_CLOCK}", re.I | re.A)
_TIME = re.compile(_CLOCK, re.I | re.A)
_PART = r"(\d{1,4}|[Xx]{1,4}|\?{1,4})"
_FIGURES = re.compile(rf"{_PART}(?:([./,]|\s?-\s?|\s){_PART})\2\s?{_PART}(?:[T ,]+(?:at )?(\d.*))?", re.A)
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{4})", re.A)
_YEAR_MONTH = re.compile(r"(\d{4})[./,](\d{1,2})", re.A)
_COMPACT = re.compile(r"(1\d|20)(\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z)?)?", re.A)
_WIKIDATA = re.compile(r"([+-]\d{4,16})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)Z", re.A)
_WEEK = re.compile(r"(\d{4})-?W(\d\d)", re.A)
_NAMED = re.compile(r"(?:(\d{1,2})[-\s/.])?([^\W\d_]{3,5})\.?[-\s/']{1,2}(\d\d)", re.I)
_CTIME = re.compile(r"(?:[A-Za-z]{3},? )?([A-Za-z]{3}) +(\d{1,2}) (\d\d:\d\d(?::\d\d)?) (?:[A-Z]{3,4} )?(\d{4})", re.A)
_NUMBER = re.compile(r"[-+]?\d{1,19}(?:\.0*)?", re.A)
_FRACTION = re.compile(r"\d{9,11}\.\d{1,9}", re.A)
_TWO_YEARS = re.compile(r"(\d{4})[-/](\d\d)", re.A)
_STROKES = re.compile(r"[\W_]*")
_UNKNOWN_DAY = re.compile(r"(?<![\w?])(?:\?{1,2}|XX?)(?:st|nd|rd|th)?(?![\w?])[\s,]*", re.I)
_DAY_NUMBER = r"\d{1,2}(?:st|nd|rd|th|er|\.)?"
_DAYS = re.compile(
    rf"(?<![\d:]){_DAY_NUMBER}(?:\s*(?:,|&|\+|\b(?:and|und|et|en|y|e|(?P<or>or|oder|ou|o|of))\b)\s*{_DAY_NUMBER}){{1,11}}(?![\d:])",
    re.I,
)
_ONE_DAY = re.compile(r"\d{1,2}")
_FULL_YEAR = re.compile(r"\d{4}")
_UNITS = {9: 1, 10: 1, 12: 10**3, 13: 10**3, 15: 10**6, 16: 10**6, 18: 10**9, 19: 10**9}
_ZONES = {
    "z": "Z", "utc": "Z", "gmt": "Z", "ut": "Z", "wet": "Z", "cet": "+01:00", "mez": "+01:00", "west": "+01:00",
    "cest": "+02:00", "mesz": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "jst": "+09:00",
    "kst": "+09:00", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "aest": "+10:00", "aedt": "+11:00",
}  # fmt: skip


def read_date(value: Any, rule: DateRule = PLAIN) -> DateCell:
    """Read a cell's date; never raises, and never gives a date where the cell gives none."""
    if isinstance(value, str):
        text = value.strip()
        if len(text) == 10 and _DAY.fullmatch(text):
            try:
                dt.date.fromisoformat(text)
            except ValueError:
                return _read(text, rule)
            return DateCell(text)
        if len(text) > 400:
            return _unread(text, f"it has {len(text):,} characters")
        return _read(text, rule) if text else NO_DATE
    if isinstance(value, dt.datetime):
        return _read(value.isoformat(), rule)
    if isinstance(value, dt.date):
        return DateCell(value.isoformat())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _read(repr(value), rule)
    return NO_DATE if value is None else _unread(str(value)[:80], "it is no date")


@lru_cache(maxsize=16_384)
def _read(text: str, rule: DateRule) -> DateCell:
    try:
        return _figures(text, rule) or _words(" ".join(text.split()), rule)
    except (EDTFError, ValueError, OverflowError) as error:
        return _unread(text, str(error).split("\n")[0])


def _unread(text: str, reason: str) -> DateCell:
    return DateCell(findings=(Finding("unread-date", value=text[:200], params=(("reason", reason[:300]),)),))


# --- Figures ----------------------------------------------------------------------------------------------------------


def _figures(text: str, rule: DateRule) -> DateCell | None:
    if found := _MOMENT.fullmatch(text):
        return _moment(found[1], found[2], found[3], text, found.groups()[3:], rule)
    if found := _WIKIDATA.fullmatch(text):
        return _by_zeros(found)
    if _NUMBER.fullmatch(text) or _FRACTION.fullmatch(text):
        return _number(text, rule)
    if found := _FIGURES.fullmatch(text):
        return _three(found, rule)
    if found := _MONTH_YEAR.fullmatch(text):
        return _months(found[2], found[1])
    if found := _YEAR_MONTH.fullmatch(text):
        return _months(found[1], found[2]) if 1 <= int(found[2]) <= 12 else None
    if found := _COMPACT.fullmatch(text):
        clock = (found[5], found[6], found[7], None, found[8])
        return _moment(found[1] + found[2], found[3], found[4], text, clock, rule)
    if found := _WEEK.fullmatch(text):
        first = dt.date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return _cell(f"[{first}..{first + dt.timedelta(days=6)}]")
    return None


def _cell(edtf: str, part: str = "", *findings: Finding) -> DateCell:
    if _DAY.match(edtf) and (len(edtf) == 10 or edtf[10] == "T"):  # its time has been looked at
        dt.date.fromisoformat(edtf[:10])
        return DateCell(edtf, part, findings=findings)
    return DateCell(str(EDTF.parse(edtf)), part, findings=findings)


def _months(year: str, month: str) -> DateCell:
    number = int(month)
    if number > 12:
        raise ValueError(f"there is no month {number}")
    return _cell(f"{year}-{number:02}" if number else year)


def _moment(year: str, month: str, day: str, text: str, clock: tuple[str | None, ...], rule: DateRule) -> DateCell:
    if clock[0] is None:
        return _parts(year, month, day)
    time, known = _clock(clock)
    if "00" in (month, day):
        return _parts(year, month, day)
    if rule.midnights and time.startswith("00:00:00"):
        return _cell(f"{year}-{month}-{day}")
    place = clock[4] if clock[4] and "/" in clock[4] else rule.zone
    if place and len(time) == 8:
        time += _offset(f"{year}-{month}-{day}T{time}", place.strip("[]"))
    notes = (
        ()
        if known or len(time) > 8
        else (Finding("unknown-zone", "note", value=text, params=(("zone", str(clock[4])),)),)
    )
    return _cell(f"{year}-{month}-{day}T{time}", "", *notes)


def _clock(found: tuple[str | None, ...]) -> tuple[str, bool]:
    """Return hh:mm:ss with the offset, and whether the zone is one that is known."""
    hour, minute, second, half, zone = (*found[:3], (found[3] or "").lower().replace(".", ""), found[4])
    hours = int(hour or 0)
    if half in ("am", "pm"):
        if not 1 <= hours <= 12:
            raise ValueError(f"there is no {hours} {half}")
        hours = hours % 12 + 12 * (half == "pm")
    if hours == 24 and int(minute or 0) == 0:
        raise ValueError("24:00 belongs to two days: write 00:00 of the next")
    if hours > 23 or int(minute or 0) > 59 or int(second or 0) > 60:
        raise ValueError("there is no such time of day")
    offset = _zone(zone) if zone else ""
    return f"{hours:02}:{minute or '00'}:{min(int(second or 0), 59):02}{offset or ''}", offset is not None


def _zone(zone: str) -> str | None:
    """Return an offset as EDTF writes it; "" for a place, whose offset depends on the day, None for an unknown one."""
    plain = zone.strip("[]").replace("−", "-")
    for prefix in ("UTC", "GMT", "utc", "gmt"):
        plain = plain.removeprefix(prefix) or plain
    if plain[0] in "+-":
        digits = plain[1:].replace(":", "")
        digits = digits.zfill(2) if len(digits) <= 2 else digits.zfill(4)
        return "Z" if not int(digits) else f"{plain[0]}{digits[:2]}:{digits[2:] or '00'}"
    return _ZONES.get(plain.lower())


def _offset(moment: str, zone: str) -> str:
    try:
        offset = dt.datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    seconds = int(offset.total_seconds()) if offset is not None else 0
    sign, minutes = ("-" if seconds < 0 else "+"), abs(seconds) // 60
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}" if minutes else "Z"


def is_zone(name: str) -> bool:
    """Tell a zone that is known: "Europe/Berlin", "UTC"."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _by_zeros(found: re.Match[str]) -> DateCell:
    """Read a date of Wikidata's, whose zeros say how much of it is known."""
    year = year_text(int(found[1]) + (1 if found[1][0] == "-" else 0))
    if found[4] != "00:00:00":
        return _cell(f"{year}-{found[2]}-{found[3]}T{found[4]}Z")
    return _parts(year, found[2], found[3])


def _parts(year: str, month: str = "00", day: str = "00") -> DateCell:
    """Make a date of figures of which zeros, X and ? are not known."""
    if not year.strip("0"):
        return NO_DATE
    known = [part.strip("0Xx?") != "" for part in (month, day)]
    if any(known):
        text = f"{year}-{int(month):02}" if known[0] else f"{year}-XX"
        return _cell(f"{text}-{int(day):02}" if known[1] else text if "0" in day else f"{text}-XX")
    return _cell(year if "0" in month else f"{year}-XX")


def _number(text: str, rule: DateRule) -> DateCell | None:
    """Read a bare number: a year, a day in eight digits, and moments or days counted from somewhere if so said."""
    whole = text.split(".")[0]
    digits = whole.lstrip("+-")
    if rule.serial and len(digits) <= 6 and 1 <= int(whole) <= 120_000:
        day = dt.date(1899, 12, 30) + dt.timedelta(days=int(whole))
        return DateCell(day.isoformat(), findings=(Finding("serial-date", "note", value=text),))
    if rule.epoch and (unit := _UNITS.get(len(digits))) and whole[0] != "-":
        moment = dt.datetime.fromtimestamp(int(digits) // unit, dt.UTC)
        return DateCell(f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment.year > 999 else "")
    if len(digits) == 8 and (found := _COMPACT.fullmatch(digits)) and digits == text:
        return _parts(found[1] + found[2], found[3], found[4])
    if len(digits) in (12, 14) and digits == text and (found := _COMPACT.fullmatch(digits)):
        return _moment(found[1] + found[2], found[3], found[4], text, (found[5], found[6], found[7], None, None), rule)
    if len(digits) <= 4 and int(digits):
        year = int(whole)
        if len(digits) < 3 and year > 0:
            raise ValueError("it is a number and no year; write a year with four digits")
        return _cell(year_text(year + (1 if year < 0 else 0) if year < 0 else year))
    if not int(digits):
        return NO_DATE
    raise ValueError("it is a number; map its column as a date only if it counts seconds or days")


def _three(found: re.Match[str], rule: DateRule) -> DateCell | None:
    """Read three figures in a row, one of which is a year."""
    one, sign, two, three, time = found.groups()
    if len(one) > 2 and len(three) <= 2 and len(two) <= 2:
        made = _parts(one, two, three)
    elif len(two) <= 2 and len(three) in (2, 4) and len(one) <= 2:
        made = _ordered(one, two, three, sign.strip(), rule)
    else:
        return None
    return made if not time or not made.edtf else with_time(made, time, rule)


def _ordered(one: str, two: str, year: str, sign: str, rule: DateRule) -> DateCell:
    notes: tuple[Finding, ...] = ()
    if len(year) == 2 and year.isdigit():
        year = full_year(year)
        notes = (Finding("two-digit-year", "note", value=f"{one}/{two}/{year[2:]}", params=(("year", year),)),)
    numbers = [int(part) if part.isdigit() else 0 for part in (one, two)]
    if not all(numbers):
        day, month = (one, two) if not numbers[0] or rule.order != MONTH_FIRST else (two, one)
        return _parts(year, month, day) if numbers[0] or numbers[1] else _parts(year, "XX", "XX")
    order = rule.order or (DAY_FIRST if sign == "." else "")
    if numbers[0] == numbers[1]:
        return _cell(f"{year}-{numbers[0]:02}-{numbers[1]:02}", "", *notes)
    if max(numbers) > 12:  # only one of the two orders is possible
        order = DAY_FIRST if numbers[0] > 12 else MONTH_FIRST
    readings = {
        DAY_FIRST: f"{year}-{numbers[1]:02}-{numbers[0]:02}",
        MONTH_FIRST: f"{year}-{numbers[0]:02}-{numbers[1]:02}",
    }
    if order:
        made = _cell(readings[order], "", *notes)
        return (
            made if rule.order in ("", order) or sign == "." else replace(made, findings=(*notes, _against(readings)))
        )
    both = tuple((edtf, f"numeric-{name}") for name, edtf in readings.items())
    question = Finding(
        "ambiguous-order",
        params=(("day_first", readings[DAY_FIRST]), ("month_first", readings[MONTH_FIRST])),
        offers=(DAY_FIRST, MONTH_FIRST),
    )
    text = "[" + ",".join(sorted(readings.values())) + "]"
    return replace(_cell(text, "", *notes, question), others=both, confidence=0.5, rule="numeric-swapped")


def _against(readings: dict[str, str]) -> Finding:
    possible = next(edtf for edtf in readings.values() if int(edtf[5:7]) <= 12)
    return Finding("other-order", "note", params=(("date", possible),))


def full_year(two: str) -> str:
    """Complete a year of two digits, 69 to 99 to the last century (as POSIX does)."""
    return f"{19 if int(two) >= 69 else 20}{two}"


def with_time(day: DateCell, text: Any, rule: DateRule = PLAIN) -> DateCell:
    """Put a time of day, which stands in a cell of its own, to a day; a coarser date takes none."""
    if isinstance(text, dt.time):
        text = text.isoformat()
    if not isinstance(text, str) or not _DAY.fullmatch(day.edtf) or not (plain := text.strip()):
        return day
    found = _TIME.fullmatch(plain)
    if not found or not (found[2] or found[4]):
        return replace(day, findings=(*day.findings, Finding("unread-time", "note", value=plain[:200])))
    try:
        made = _moment(*day.edtf.split("-"), plain, found.groups(), replace(rule, midnights=False))  # type: ignore[arg-type,misc]
    except (ValueError, EDTFError):
        return replace(day, findings=(*day.findings, Finding("unread-time", "note", value=plain[:200])))
    return replace(day, edtf=made.edtf, findings=(*day.findings, *made.findings))


# --- Words ------------------------------------------------------------------------------------------------------------


def _words(text: str, rule: DateRule) -> DateCell:
    plain = text.strip(" .;").lower()
    if _STROKES.fullmatch(text) or plain in datewords.NOTHING or text.lower() in datewords.NOTHING:
        return NO_DATE
    if len(text) > MAX_WORDS:
        raise ValueError(f"it has {len(text)} characters; a date has at most {MAX_WORDS}")
    if not any(char.isdigit() for char in text):
        raise ValueError("it names no year; write for example 19 September 2023, 2023-09 or 2023")
    text = datewords.FALL.sub("autumn", text)
    return (
        _two_years(text)
        or (_numeric(text, rule) if not any(char.isalpha() for char in text) else None)
        or _point(text, rule)
        or _edge(text, rule)
        or _marked(text, rule)
        or _several(text, rule)
        or _span(text, rule)
        or _refuse(text, rule)
    )


def _edge(text: str, rule: DateRule) -> DateCell | None:
    """Read "before 2020" as the time up to the end of 2019, "after 3 May 2020" as from the 4th."""
    found = datewords.EDGE.match(text)
    if not found or not (day := _point(text[found.end() :], rule)) or not re.fullmatch(r"\d{4}(-\d\d){0,2}", day.edtf):
        return None
    before, value = found["before"] is not None, EDTF.parse(day.edtf)
    if len(day.edtf) == 4:
        return _cell(f"[..{int(day.edtf) - 1:04}]" if before else f"[{int(day.edtf) + 1:04}..]")
    moment = dt.datetime.fromtimestamp(value.earliest - 1 if before else value.latest + 1, dt.UTC)
    edge = f"{moment:%Y-%m-%d}"[: len(day.edtf)].zfill(len(day.edtf))
    return _cell(f"[..{edge}]" if before else f"[{edge}..]")


def _two_years(text: str) -> DateCell | None:
    """Read "2020-21" as people mean it, two years, although it is also how EDTF writes the spring of 2020."""
    found = _TWO_YEARS.fullmatch(text)
    if not found or int(found[2]) <= 12 or int(found[2]) != (int(found[1]) + 1) % 100:
        return None
    note = Finding("two-years", "note", value=text, params=(("season", f"{found[1]}-{found[2]}"),))
    return _cell(f"{found[1]}/{int(found[1]) + 1:04}", "", note)


def _numeric(text: str, rule: DateRule) -> DateCell | None:
    """Read EDTF, or a span of figures whose order the column decides."""
    try:
        return DateCell(str(EDTF.parse(text)))
    except EDTFError:
        pass
    try:
        return _span(text, rule)
    except ValueError:
        return None


def _point(text: str, rule: DateRule) -> DateCell | None:
    """Read one date or span that needs no other help than the order of its figures."""
    if found := _figures(text, rule):
        return found
    if found := _CTIME.fullmatch(text):
        text = f"{found[2]} {found[1]} {found[4]} {found[3]}"
    if (found := _NAMED.fullmatch(text)) and (month := datewords.MONTHS.get(found[2].lower())):
        year = full_year(found[3])
        note = Finding("two-digit-year", "note", value=text, params=(("year", year),))
        return _cell(f"{year}-{month:02}" + (f"-{int(found[1]):02}" if found[1] else ""), "", note)
    for language in datewords.likely_languages(text, rule.language):
        try:
            read = read_plain(text, language=language)
        except PlainDateError:
            continue
        return DateCell(read.edtf, read.part)
    return None


def _marked(text: str, rule: DateRule) -> DateCell | None:
    """Read a date behind words of doubt, with a part left out, or behind words that say nothing."""
    for pattern, mark in ((datewords.PERHAPS, "?"), (datewords.ABOUT, "~")):
        inner = pattern.sub("", text, count=1).strip(" ,;:()[]")
        if inner != text and inner and (found := _inner(inner, rule)):
            return _qualified(found, mark)
    if text.endswith("?") and (found := _inner(text.rstrip("? "), rule)):
        return _qualified(found, "?")
    if text[0] in "~≈" and (found := _inner(text.lstrip("~≈ "), rule)):
        return _qualified(found, "~")
    if text[0] + text[-1] in ("()", "[]") and (found := _inner(text[1:-1].strip(), rule)):
        return found
    inner = _UNKNOWN_DAY.sub("", text, count=1).strip(" ,")
    if inner != text and (found := _point(inner, rule)):
        return _cell(f"{found.edtf}-XX", found.part) if re.fullmatch(r"\d{4}-\d\d", found.edtf) else found
    inner = datewords.UNKNOWN.sub("", text, count=1).strip(" ,()-")
    if inner != text and inner and (found := _inner(inner, rule)):
        return found
    inner = datewords.ASIDE.sub("", text)
    return _inner(inner, rule) if inner != text else None


def _inner(text: str, rule: DateRule) -> DateCell | None:
    if not any(char.isdigit() for char in text):
        return None
    return _point(text, rule) or _marked(text, rule) or _several(text, rule)


def _qualified(found: DateCell, mark: str) -> DateCell:
    """Put a mark of doubt to a date, to both ends of an interval; a set or a time stays as it is."""
    ends = [end if end in ("", "..") or end[-1] in "?~%" else end + mark for end in found.edtf.split("/")]
    try:
        return replace(found, edtf=str(EDTF.parse("/".join(ends))))
    except EDTFError:
        return replace(found, confidence=min(found.confidence, 0.5))


def _several(text: str, rule: DateRule) -> DateCell | None:
    """Read "November 4 & 8, 2024" as both days, "3 or 5 May 2021" as one of them."""
    if found := _DAYS.search(text):
        days = _ONE_DAY.findall(found[0])
        ends = (text[: found.start()], text[found.end() :])
        if 2 <= len(days) <= 12 and _FULL_YEAR.search(ends[0] + ends[1]):
            made = [_point(f"{ends[0]}{day}{ends[1]}", rule) for day in days]
            if all(one and _DAY.fullmatch(one.edtf) for one in made):
                signs = "[]" if found["or"] else "{}"
                return _cell(signs[0] + ",".join(sorted({one.edtf for one in made if one})) + signs[1])
    for joint, signs in ((datewords.AND, "{}"), (datewords.OR, "[]")):
        parts = joint.split(text)
        if not 2 <= len(parts) <= 6 or not (year := _FULL_YEAR.search(parts[-1])):
            continue
        made = [_point(part if _FULL_YEAR.search(part) else f"{part.strip(' ,')} {year[0]}", rule) for part in parts]
        if all(one and not one.part and re.fullmatch(r"[\d-]+", one.edtf) for one in made):
            return _cell(signs[0] + ",".join(sorted({one.edtf for one in made if one})) + signs[1])
    return None


def _span(text: str, rule: DateRule) -> DateCell | None:
    """Read two dates with "to" or a dash between them, and an end that is still open."""
    lowered = text.lower()
    for word in datewords.OPEN:
        if lowered.endswith(word) and (head := text[: -len(word)].rstrip(" -–—")) and head != text:
            for suffix in (" to", " until", " bis", " hasta", " tot"):
                head = head.removesuffix(suffix)
            found = _point(head.rstrip(" -–—"), rule)
            if found and "/" not in found.edtf and not found.others:
                return _cell(f"{found.edtf}/..", "", *found.findings)
    parts = datewords.TO.split(text)
    if len(parts) != 2 and text.count("-") == 1:
        parts = text.split("-")
    if len(parts) != 2 or not all(parts):
        return None
    first, last = (_inner(part.strip(" ,"), rule) for part in parts)
    if first is None and last and (year := _FULL_YEAR.search(parts[1])):
        first = _point(f"{parts[0].strip(' ,')} {year[0]}", rule)
    if not first or not last or not first.edtf or not last.edtf:
        return None
    if first.others or last.others:
        return _open_span(first, last)
    return joined(first, last)


def _open_span(first: DateCell, last: DateCell) -> DateCell | None:
    """Join two dates of which neither order is known: both readings stand side by side."""
    ends = [dict((rule, edtf) for edtf, rule in one.others) for one in (first, last)]
    spans = []
    for rule in (f"numeric-{DAY_FIRST}", f"numeric-{MONTH_FIRST}"):
        one, other = (end.get(rule, cell.edtf) for end, cell in zip(ends, (first, last), strict=True))
        spans.append((f"{one}/{other}", rule))
    bounds = sorted(bound for span, _ in spans for bound in span.split("/"))
    question = next(finding for cell in (first, last) for finding in cell.findings if finding.offers)
    made = _cell(
        f"{bounds[0]}/{bounds[-1]}",
        "",
        replace(question, params=tuple((rule[8:].replace("-", "_"), span) for span, rule in spans)),
    )
    return replace(made, others=tuple(spans), confidence=0.5, rule="numeric-swapped")


def joined(first: DateCell, last: DateCell) -> DateCell:
    """Make the interval from one date to another; the start alone, with a finding, where the end lies before it."""
    start, end = (edtf.split("/") for edtf in (first.edtf, last.edtf))
    findings = (*first.findings, *last.findings)
    try:
        whole = EDTF.parse(f"{start[0]}/{end[-1]}" if start[0] != end[-1] else start[0])
        backwards = EDTF.parse(end[-1]).latest < EDTF.parse(start[0]).earliest if end[-1].strip(".") else False
    except EDTFError:
        backwards = True
    if backwards:
        params = (("start", first.edtf), ("end", last.edtf))
        wrong = Finding("end-before-start", params=params, offers=("swap", "start-only"))
        return replace(first, findings=(*findings, wrong), others=((last.edtf, "end"),))
    part = first.part if "/" not in str(whole) else ""
    return DateCell(str(whole), part, first.rule, min(first.confidence, last.confidence), findings=findings)


def _refuse(text: str, rule: DateRule) -> DateCell:
    try:
        read_plain(text, language=rule.language or "en")
    except PlainDateError as error:
        return _unread(text, str(error))
    return _unread(text, "it was not understood")
