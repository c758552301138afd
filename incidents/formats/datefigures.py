"""Dates in figures, as the cells of tables have them: no finer than they are written, in the order of their column."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..drafts import Finding, Reading
from ..sentences import Reason
from ..temporal.edtf import EDTF, EDTFError
from .base import Unread
from .making import year_text

DAY_FIRST, MONTH_FIRST = "day-first", "month-first"


@dataclass(frozen=True, slots=True)
class DateRule:
    """How the dates of one column are read, as its values together say."""

    order: str = ""  # of 03/04/2021: "day-first", "month-first", or not known
    epoch: bool = False  # long numbers are seconds (milli-, micro-, nanoseconds) since 1970
    serial: bool = False  # numbers are days as Excel counts them
    midnights: bool = False  # every moment is a midnight: days, written by a program
    edtf: bool = False  # the column is written in EDTF: 2020-21 is a spring
    signed: bool = True  # -0044-03-15T00:00:00Z is of 44 BC, as in Wikidata's dumps, not of a year counted from 0
    zone: str = ""  # of times without one: "Europe/Berlin"
    language: str = ""
    explains: bool = True  # why words are no date is found out, which takes ten times as long as that they are none


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
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.A)
_ZONE = r"Z|[A-Za-z]{2,5}|(?:UTC|GMT)?[+\-−]\d{1,2}(?::?\d\d)?|\[?[A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?\]?"
_CLOCK = (
    r"(\d{1,2})(?:[:.h](\d\d))?(?:[:.m](\d\d))?(?:[.,:]\d{1,9})?\s*(am|pm|a\.m\.|p\.m\.|h|hrs|uhr|uur)?"
    rf"\s*({_ZONE})?"
)
_MOMENT = re.compile(rf"(\d{{4}})-(\d\d)-(\d\d)[T ]+(?:at )?{_CLOCK}", re.I | re.A)
CLOCK = re.compile(_CLOCK, re.I | re.A)
_PART = r"(\d{1,4}|[Xx]{1,4}|\?{1,4})"
_FIGURES = re.compile(rf"{_PART}(?:([./,]|\s?-\s?|\s){_PART})\2\s?{_PART}(?:[T ,]+(?:at )?(\d.*))?", re.A)
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{4})", re.A)
_YEAR_MONTH = re.compile(r"(\d{4})[./,](\d{1,2})", re.A)
_COMPACT = re.compile(r"(1\d|20)(\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z)?)?", re.A)
_WIKIDATA = re.compile(r"([+-]\d{4,16})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)Z", re.A)
_EXTENDED = re.compile(r"([+-]\d{5,6})-(\d\d)-(\d\d)(?:T00:00:00\.0+Z)?", re.A)
_WEEK = re.compile(r"(\d{4})-?W(\d\d)", re.A)
_NUMBER = re.compile(r"[-+]?\d{1,19}(?:\.0*)?", re.A)
_FRACTION = re.compile(r"\d{9,11}\.\d{1,9}", re.A)
_UNITS = {9: 1, 10: 1, 12: 10**3, 13: 10**3, 15: 10**6, 16: 10**6, 18: 10**9, 19: 10**9}
_ZONES = {
    "z": "Z", "utc": "Z", "gmt": "Z", "ut": "Z", "wet": "Z", "cet": "+01:00", "mez": "+01:00", "west": "+01:00",
    "cest": "+02:00", "mesz": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "jst": "+09:00",
    "kst": "+09:00", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "aest": "+10:00", "aedt": "+11:00",
}  # fmt: skip


def unread(text: str, reason: Reason) -> DateCell:
    return DateCell(findings=(Finding("unread-date", value=text[:200], params=(("reason", reason),)),))


def figures(text: str, rule: DateRule) -> DateCell | None:
    if found := _MOMENT.fullmatch(text):
        return _moment(found[1], found[2], found[3], text, found.groups()[3:], rule)
    if found := _EXTENDED.fullmatch(text):  # as programs write years beyond four digits, which have a year 0
        return _parts(year_text(int(found[1])), found[2], found[3])
    if found := _WIKIDATA.fullmatch(text):
        return _by_zeros(found, rule)
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
        return cell(f"[{first}..{first + dt.timedelta(days=6)}]")
    return None


def cell(edtf: str, part: str = "", *findings: Finding) -> DateCell:
    if DAY.match(edtf) and (len(edtf) == 10 or edtf[10] == "T"):  # its time has been looked at
        dt.date.fromisoformat(edtf[:10])
        return DateCell(edtf, part, findings=findings)
    return DateCell(str(EDTF.parse(edtf)), part, findings=findings)


def _months(year: str, month: str) -> DateCell:
    number = int(month)
    if number > 12:
        raise Unread("there is no month %(number)s", number=number)
    return cell(f"{year}-{number:02}" if number else year)


def _moment(year: str, month: str, day: str, text: str, clock: tuple[str | None, ...], rule: DateRule) -> DateCell:
    if clock[0] is None:
        return _parts(year, month, day)
    time, known = _clock(clock)
    if "00" in (month, day):
        return _parts(year, month, day)
    if rule.midnights and time.startswith("00:00:00"):
        return cell(f"{year}-{month}-{day}")
    place = clock[4] if clock[4] and "/" in clock[4] else rule.zone
    if place and len(time) == 8:
        time += _offset(f"{year}-{month}-{day}T{time}", place.strip("[]"))
    notes = (
        ()
        if known or len(time) > 8
        else (Finding("unknown-zone", "note", value=text, params=(("zone", str(clock[4])),)),)
    )
    return cell(f"{year}-{month}-{day}T{time}", "", *notes)


def _clock(found: tuple[str | None, ...]) -> tuple[str, bool]:
    """Return hh:mm:ss with the offset, and whether the zone is one that is known."""
    hour, minute, second, half, zone = (*found[:3], (found[3] or "").lower().replace(".", ""), found[4])
    hours = int(hour or 0)
    if half in ("am", "pm"):
        if not 1 <= hours <= 12:
            raise Unread("there is no such time as %(time)s", time=f"{hours} {half}")
        hours = hours % 12 + 12 * (half == "pm")
    if hours == 24 and int(minute or 0) == 0:
        raise Unread("24:00 belongs to two days: write 00:00 of the next")
    if hours > 23 or int(minute or 0) > 59 or int(second or 0) > 60:
        raise Unread("there is no such time of day")
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


def _by_zeros(found: re.Match[str], rule: DateRule) -> DateCell:
    """Read a date of Wikidata's, whose zeros say how much of it is known.

    Its dumps, which give all years a sign, have no year 0; its query service has one, as ISO 8601 has.
    """
    year = year_text(int(found[1]) + (1 if found[1][0] == "-" and rule.signed else 0))
    if found[4] != "00:00:00":
        return cell(f"{year}-{found[2]}-{found[3]}T{found[4]}Z")
    return _parts(year, found[2], found[3])


def _parts(year: str, month: str = "00", day: str = "00") -> DateCell:
    """Make a date of figures of which zeros, X and ? are not known."""
    if not year.strip("0"):
        return NO_DATE
    known = [part.strip("0Xx?") != "" for part in (month, day)]
    if any(known):
        text = f"{year}-{int(month):02}" if known[0] else f"{year}-XX"
        return cell(f"{text}-{int(day):02}" if known[1] else text if "0" in day else f"{text}-XX")
    return cell(year if "0" in month else f"{year}-XX")


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
            raise Unread("it is a number and no year; write a year with four digits")
        return cell(year_text(year + (1 if year < 0 else 0) if year < 0 else year))
    if not int(digits):
        return NO_DATE
    if whole[0] == "-" and len(digits) <= 12:
        return cell(year_text(int(whole) + (1 if len(digits) < 6 else 0)))  # beyond, no figure is meant to the year
    raise Unread("it is a number; map its column as a date only if it counts seconds or days")


def _three(found: re.Match[str], rule: DateRule) -> DateCell | None:
    """Read three figures in a row, one of which is a year."""
    one, sign, two, three, time = found.groups()
    if len(one) > 2 and len(three) <= 2 and len(two) <= 2:
        made = _parts(one, two, three)
    elif len(two) <= 2 and len(three) in (2, 4) and len(one) <= 2:
        made = _ordered(one, two, three, sign.strip(), rule)
    else:
        return None
    if not time or not made.edtf:
        return made
    timed = with_time(made, time, rule)
    return made if rule.midnights and timed.edtf[10:19] == "T00:00:00" else timed


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
        return cell(f"{year}-{numbers[0]:02}-{numbers[1]:02}", "", *notes)
    if max(numbers) > 12:  # only one of the two orders is possible
        order = DAY_FIRST if numbers[0] > 12 else MONTH_FIRST
    readings = {
        DAY_FIRST: f"{year}-{numbers[1]:02}-{numbers[0]:02}",
        MONTH_FIRST: f"{year}-{numbers[0]:02}-{numbers[1]:02}",
    }
    if order:
        made = cell(readings[order], "", *notes)
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
    return replace(cell(text, "", *notes, question), others=both, confidence=0.5, rule="numeric-swapped")


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
    if not isinstance(text, str) or not DAY.fullmatch(day.edtf) or not (plain := text.strip()):
        return day
    found = CLOCK.fullmatch(plain)
    if not found or not (found[2] or found[4]):
        return replace(day, findings=(*day.findings, Finding("unread-time", "note", value=plain[:200])))
    try:
        year, month, number = day.edtf.split("-")
        made = _moment(year, month, number, plain, found.groups(), replace(rule, midnights=False))
    except (ValueError, EDTFError):
        return replace(day, findings=(*day.findings, Finding("unread-time", "note", value=plain[:200])))
    return replace(day, edtf=made.edtf, findings=(*day.findings, *made.findings))
