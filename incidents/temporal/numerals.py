"""Read what begins with a digit: numbers, ordinals, decades, numeric dates, ISO 8601 timestamps, clock times."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})"
    r"(?:(?:T|[ ]{1,2})(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?[ ]?(Z|[+-]\d{2}:?\d{2})?)?(?![\d])"
)
YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d)")
YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(?![/.-]\d)")
YEAR_MONTH = re.compile(r"(\d{4})-(\d{2})(?!\d)(?!-\d)")
ISO_WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-([1-7]))?(?!\w)")
UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # Chinese and Japanese signs: words without blanks between them
EAST_ASIAN = re.compile(
    r"(\d{4})[ ]?[年년](?:[ ]?(\d{1,2})[ ]?[月월](?:[ ]?(\d{1,2})[ ]?[日號号일])?|(?![\d度間间前来來以]))"
)
CLOCK = re.compile(
    r"(\d{1,2})(?:[:.](\d{2})(?::(\d{2}))?)?[ \xa0]?(a\.m\.|p\.m\.|am\b|pm\b)(?!\w)"
    r"|(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])(?!\.\d)",
    re.IGNORECASE,
)
OFFSETS = {
    "UTC": 0, "GMT": 0, "Z": 0, "BST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "MSK": 180, "EST": -300,
    "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "IST": 330, "JST": 540,
    "AEST": 600, "AEDT": 660,
}  # fmt: skip
ZONE = re.compile(rf"[ \xa0]?(\()?({'|'.join(OFFSETS)})\b(?:[ ]?([+-])[ ]?(\d{{1,2}})(?::?(\d{{2}}))?(?!\d))?(?(1)\)?)")
VERBS = ("EST", "IST")  # "is" in French and German capitals: "EN 2020 EST …" is no time
NOT_WORDS = "|".join(sorted(OFFSETS.keys() - {*VERBS, "Z"}))
MILITARY = re.compile(
    rf"(\d{{2}})(\d{{2}})(?=Z\b|[ ](?:hours|hrs)\b|(?<!19\d\d)(?<!20\d\d)[ \xa0](?:{'|'.join(VERBS)})\b"
    rf"|(?:(?:[ \xa0]?[-–][ \xa0]?|[ ](?:and|to|until)[ ])\d{{4}})?[ \xa0]?(?:{NOT_WORDS})\b)"
)
DECADE = re.compile(r"(\d{2,3}0)(?:['’]?s|ern?)(?!\w)|(\d0)(?:['’]?s|ern?)(?!\w)")
ORDINAL = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|ère|e|ème|ste|de|\.?[ºª]|°(?= [^\W\d_]{3})|:[ae]|-(?:го|е|ое|й))(?!\w)", re.IGNORECASE
)
ORDINAL_SIGNS = ("º", "ª")  # behind a dot: "3.ª semana"
SHORT_QUARTER = re.compile(r"([1-4])[QH](?!\w)")
YEAR_SIGN = re.compile(r"(?:م|г|р)(?!\w)")  # "year" right after its digits, in Arabic, Russian and Ukrainian
GROUPED = re.compile(r"\d{1,3}(?:[,.]\d{3})+(?!\d)")
DECIMAL = re.compile(r"(?!\d{1,2},(?:1\d|20)\d\d(?!\d))\d+[.,]\d+(?![\d.])")
CHAIN = re.compile(r"\d+([-./])\d+(?:\1\d+){2,}")  # four groups and more: of a telephone, an address, a book
LETTER_BEHIND = re.compile(r"-[^\W\d_]")  # "03-06-2012-X"
GLUED = re.compile(rf"(?:(?![{UNSPACED}])\w)+")
PATH = re.compile(r"[^\s<>\"]{0,300}")
CURRENCY = "$€£¥#№"
PIVOT = 50  # two-digit years from 50 are of the 1900s
SEPARATORS = frozenset(".,/-:")
GROUPING = frozenset("-./")
AFTER_HOUR = frozenset(":. \xa0aApP")
AFTER_MILITARY = frozenset("Z \xa0-–")
ENDING = frozenset('()[];!?+*=|<>"')  # nothing that a number is read with can follow
CLOSING = frozenset((*' \n\xa0()[];/!?+*=|<>"', ""))
MAX_DIGITS = 6  # longer numbers count nothing that a calendar holds


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `zone` is "", "Z" or an offset such as "+02:00"."""

    hour: int
    minute: int
    second: int | None = None
    zone: str = ""

    @property
    def timex(self) -> str:
        seconds = "" if self.second is None else f":{self.second:02d}"
        return f"T{self.hour:02d}:{self.minute:02d}{seconds}{self.zone}"

    @property
    def edtf(self) -> str:
        return f"T{self.hour:02d}:{self.minute:02d}:{self.second or 0:02d}{self.zone}"


@dataclass(frozen=True, slots=True)
class NumericDate:
    """A date in digits; `other` is the same digits with day and month changed over, where both are possible."""

    day: date
    other: date | None = None
    clock: Clock | None = None


def read_number(
    text: str, start: int, end: int, day_first: bool, hours: re.Pattern[str] | None
) -> tuple[str, object, int]:
    """Read the number whose digits are `text[start:end]`; return its class ("" for none), value and end."""
    before = text[start - 1] if start else ""
    length = end - start
    sign = text[end : end + 1]  # what may follow is told by one look, before any pattern is tried
    if (before in CURRENCY and before) or length > MAX_DIGITS:
        return "", None, _glued_end(text, end)
    if sign in ENDING:
        return _counted(text, start, end, sign)
    if before == "/" == sign and length == 4 and start > 1 and not text[start - 2].isspace():
        return "", None, _path_end(text, end)
    if sign in GROUPING and (chain := CHAIN.match(text, start)):
        return "", None, _glued_end(text, chain.end())
    if sign and length <= 4 and (before not in SEPARATORS or start < 2 or not text[start - 2].isdigit()):
        found = (
            _dated(text, start, length, sign, day_first)
            or (_worded_clock(text, start, hours) if hours and length <= 2 else None)
            or (_clock(text, start) if length <= 2 and sign in AFTER_HOUR else None)
        )
        if found:
            return found
    if length == 4 and sign in AFTER_MILITARY and (found := _military(text, start)):
        return found
    return _plain(text, start, end, sign)


def _dated(text: str, start: int, length: int, sign: str, day_first: bool) -> tuple[str, object, int] | None:
    if length == 3:
        return None
    if length < 3:
        match = YEAR_LAST.match(text, start) if sign in "/.-" else None
        return _year_last(match, day_first) if match and not _is_serial(text, start, match.end(), sign) else None
    if sign == "-":
        if match := ISO.match(text, start):
            return _iso(match)
        if match := YEAR_MONTH.match(text, start):
            year, month = int(match[1]), int(match[2])
            if 1 <= month <= 12 and 1000 <= year < 2200 and (year + 1) % 100 != month:
                return "yearmonth", (year, month), match.end()
        if match := ISO_WEEK.match(text, start):
            return _iso_week(match)
    elif sign in "/.":
        if match := YEAR_FIRST.match(text, start):
            made = _day(int(match[1]), int(match[3]), int(match[4]))
            return ("date", NumericDate(made), match.end()) if made else None
    elif match := EAST_ASIAN.match(text, start):
        return _east_asian(match)
    return None


def _is_serial(text: str, start: int, end: int, sign: str) -> bool:
    """Tell "A-03-06-2012" and "03-06-2012-X" from dates."""
    led = sign == "-" and text[start - 1 : start] == "-" and start > 1 and text[start - 2].isalnum()
    return led or (sign == "-" and LETTER_BEHIND.match(text, end) is not None)


def _iso_week(match: re.Match[str]) -> tuple[str, object, int] | None:
    """Read "2023-W37" and "2023-W37-2" (ISO 8601-1, 5.2.3)."""
    year, week = int(match[1]), int(match[2])
    try:
        first: date = date.fromisocalendar(year, week, int(match[3] or 1))
    except ValueError:
        return None
    return ("date", NumericDate(first), match.end()) if match[3] else ("isoweek", (year, week), match.end())


def _east_asian(match: re.Match[str]) -> tuple[str, object, int] | None:
    year, month = int(match[1]), int(match[2] or 1)
    made = _day(year, month, int(match[3] or 1))
    if not made:
        return None
    if match[3]:
        return "date", NumericDate(made), match.end()
    return ("yearmonth", (year, month), match.end()) if match[2] else ("year", year, match.end())


def _iso(match: re.Match[str]) -> tuple[str, object, int] | None:
    made = _day(int(match[1]), int(match[2]), int(match[3]))
    if not made:
        return None
    if match[4] is None:
        return "date", NumericDate(made), match.end()
    clock = _checked(int(match[4]), int(match[5]), int(match[6]) if match[6] else None, _offset(match[7] or ""))
    return (
        ("datetime", NumericDate(made, clock=clock), match.end())
        if clock
        else ("date", NumericDate(made), match.end(3))
    )


def _offset(zone: str) -> str:
    return zone if zone in ("", "Z") or ":" in zone else f"{zone[:3]}:{zone[3:]}"


def _year_last(match: re.Match[str], day_first: bool) -> tuple[str, object, int] | None:
    first, sign, second, tail = match.groups()
    if len(tail) == 2 and sign == "-":
        return None
    year = int(tail) if len(tail) == 4 else full_year(int(tail))
    by_day, by_month = _day(year, int(second), int(first)), _day(year, int(first), int(second))
    if sign == ".":  # only day-first countries write dots
        by_month = None
    chosen, other = (by_day, by_month) if day_first else (by_month, by_day)
    if not chosen:
        chosen, other = other, None
    if not chosen:
        return None
    return "date", NumericDate(chosen, other if other != chosen else None), match.end()


def full_year(two_digits: int) -> int:
    """Complete a two-digit year: 00 to 49 are of the 2000s."""
    return two_digits + (1900 if two_digits >= PIVOT else 2000)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(text: str, start: int) -> tuple[str, object, int] | None:
    if match := CLOCK.match(text, start):
        hour, minute, second, half = int(match[1] or match[5]), match[2] or match[6], match[3] or match[7], match[4]
        if half:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if half[0] in "pP" else 0)
        return _zoned(text, hour, int(minute or 0), int(second) if second else None, match.end())
    return None


def _military(text: str, start: int) -> tuple[str, object, int] | None:
    match = MILITARY.match(text, start)
    return _zoned(text, int(match[1]), int(match[2]), None, match.end()) if match else None


def hour_pattern(
    words: str, after: Collection[str] = (), dotted_after: Collection[str] = (), joints: Collection[str] = ()
) -> re.Pattern[str] | None:
    """Compile a clock time with the words of a language: "21 h 45", "7 Uhr", "14.30 uur".

    A full hour may be told from a length of time by what stands before it ("à 12 heures", "om 3 uur"), by "'s" or a
    zone after it or by its short form, and so may hours and minutes with a dot from a decimal number ("a las 14.30").
    Before one of the joints and another time an hour needs no word of its own ("von 9 bis 12 Uhr"), but where it may be
    a length of time its minutes ("8.45 tot 12.00 uur").
    """
    if not words:
        return None
    led = "|".join(rf"(?<=\b{re.escape(word)}[ \xa0])" for word in sorted(after))
    alone = r"(?(minute)|(?(late)|(?(led)|(?:(?<=[\d \xa0]h)|(?=[ \xa0](?:['’]s|UTC|GMT)\b)))))" if after else ""
    unit = rf"[ \xa0]?(?:{words})(?:[ \xa0]?(?P<late>\d{{2}})(?!\w)|(?!\w)){alone}"
    for word in sorted(dotted_after):
        before = rf"\b{re.escape(word)}[ \xa0]"
        unit += rf"|(?:(?<={before}\d\.\d\d)|(?<={before}\d\d\.\d\d))(?![\w%]|[.,]\d)"
    if joints:
        between, whole = "|".join(map(re.escape, sorted(joints))), "(?(minute)|(?!))" if after else ""
        unit += rf"|{whole}(?=[ \xa0]?(?:{between})[ \xa0]?\d{{1,2}}(?:[:.]\d{{2}})?[ \xa0](?:{words})(?!\w))"
    return re.compile(rf"(?P<led>{led})?(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))?(?:{unit})", re.IGNORECASE)


def _worded_clock(text: str, start: int, hours: re.Pattern[str] | None) -> tuple[str, object, int] | None:
    match = hours.match(text, start) if hours else None
    return (
        _zoned(text, int(match["hour"]), int(match["minute"] or match["late"] or 0), None, match.end())
        if match
        else None
    )


def _zoned(text: str, hour: int, minute: int, second: int | None, end: int) -> tuple[str, object, int] | None:
    zone = ""
    if match := ZONE.match(text, end):
        minutes = OFFSETS[match[2]]
        if match[3]:
            minutes += (1 if match[3] == "+" else -1) * (int(match[4]) * 60 + int(match[5] or 0))
        zone = "Z" if not minutes else f"{'+' if minutes > 0 else '-'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
        end = match.end()
    clock = _checked(hour, minute, second, zone)
    return ("clock", clock, end) if clock else None


def _checked(hour: int, minute: int, second: int | None, zone: str) -> Clock | None:
    if hour > 23 or minute > 59 or (second or 0) > 59 or (zone not in ("", "Z") and int(zone[1:3]) > 14):
        return None
    return Clock(hour, minute, second, zone)


def _plain(text: str, start: int, end: int, sign: str) -> tuple[str, object, int]:
    if sign in CLOSING:
        return _counted(text, start, end, sign)
    if sign in ",.":
        if match := GROUPED.match(text, start):
            digits = "".join(c for c in match.group() if c.isdigit())
            return ("int", int(digits), match.end()) if len(digits) <= MAX_DIGITS else ("", None, match.end())
        if (match := DECIMAL.match(text, start)) and match.end() - start <= 12:
            return "decimal", match.group(), match.end()
        if text[end + 1 : end + 2] in ORDINAL_SIGNS and (match := ORDINAL.match(text, start)):
            return "ordnum", int(match[1]), match.end()
        return _counted(text, start, end, sign)
    if match := DECADE.match(text, start):
        return "decade", int(match[1] or match[2]), match.end()
    if end - start <= 2 and (match := ORDINAL.match(text, start)):
        return "ordnum", int(match[1]), match.end()
    if sign in "QH" and end - start == 1 and (match := SHORT_QUARTER.match(text, start)):
        number, name = int(match[1]), "quarter" if sign == "Q" else "half"
        return (name, number, match.end()) if number <= (4 if sign == "Q" else 2) else ("", None, match.end())
    if end - start == 4 and (match := YEAR_SIGN.match(text, end)) and int(text[start:end]) >= 1000:
        return "year", int(text[start:end]), match.end()
    if sign.isalpha() or sign == "_":
        return "", None, _glued_end(text, end)
    return _counted(text, start, end, sign)


def _counted(text: str, start: int, end: int, sign: str) -> tuple[str, object, int]:
    """Read digits that nothing belongs to."""
    if sign and sign in "%‰°€$£":
        return "", None, end
    value = int(text[start:end])
    if end - start <= 2 and 1 <= value <= 31:
        return "num", value, end
    if end - start == 4 and value >= 1000:
        return "year", value, end
    return "int", value, end


def _path_end(text: str, end: int) -> int:
    """Return where the path of an address ends: "example.org/2021/05/06/other-story" gives no date of the text."""
    match = PATH.match(text, end)
    return match.end() if match else end


def _glued_end(text: str, end: int) -> int:
    """Return where the word ends that these digits begin."""
    match = GLUED.match(text, end)
    return match.end() if match else end
