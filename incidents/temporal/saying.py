"""Put EDTF values into the words of one language: the engine over the tables of wording."""

from __future__ import annotations

import re
from datetime import date

from . import wording_rare as rare
from .edtf import EDTF, EDTFError, Form
from .tables import Wording

ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # centuries and millennia count to 100
LONG_PERIODS = {1: "millennium", 2: "century"}  # by the digits of the year that are known


class Said:
    """A phrase of one kind, in the case that a template asks for: in `{date:dem}` "dem 19. September 2023".

    The forms of a kind stand in a language's table as "day" and, in a case, "day:dem", where {it} is the plain form.
    "about:*" serves every case and hands it on to what stands in it. A kind without the case is said plainly.
    """

    __slots__ = ("fields", "forms", "kind")

    def __init__(self, words: Wording, kind: str, **fields: object) -> None:
        self.forms, self.kind, self.fields = words.forms, kind, fields

    def has(self, case: str) -> bool:
        return f"{self.kind}:{case}" in self.forms

    def __format__(self, case: str) -> str:
        if case and self.has(case):
            return self.forms[f"{self.kind}:{case}"].format(it=str(self), **self.fields)
        if case and self.has("*"):
            return self.forms[f"{self.kind}:*"].replace("}", f":{case}}}").format(**self.fields)
        return str(self)

    def __str__(self) -> str:
        return self.forms[self.kind].format(**self.fields)


class Sayer:
    """Puts values into the templates of one language."""

    def __init__(self, words: Wording) -> None:
        self.words = words

    def form(self, name: str, **values: object) -> str:
        return self.words.forms[name].format(**values)

    def said(self, kind: str, **fields: object) -> Said:
        return Said(self.words, kind, **fields)

    def as_it_stands(self, value: object) -> Said:
        return self.said("raw", text=str(value))

    def agreed(self, phrase: object) -> str:
        """Contract what meets in a phrase: "de el" is "del", "de avril" is "d’avril"."""
        text = str(phrase)
        for pattern, replacement in self.words.agreements:
            text = re.sub(pattern, replacement, text)
        return text

    # how it was read

    def dated(self, edtf: str, part: str) -> Said:
        """Say any string: nothing as a date not known, what is no EDTF as it stands."""
        value = _parsed(edtf)
        if value is None:
            return self.as_it_stands(edtf) if edtf else self.said("undated")
        return self.in_part(value, part)

    def weekday(self, edtf: str) -> str:
        """Return the weekday's name of a day, or the words for one that is not a day."""
        day = _day_of(edtf)
        return self.words.weekdays[day.weekday()] if day else self.form("some-weekday")

    def full_day(self, edtf: str) -> Said:
        """Return a day with its weekday, anything else as `say` does."""
        day = _day_of(edtf)
        if day is None:
            return self.dated(edtf, "")
        said = self.date(EDTF.parse(edtf[:10]))
        return self.said("weekday-date", weekday=self.words.weekdays[day.weekday()], date=said)

    def reference(self, reference: str) -> Said | str:
        return self.full_day(reference) if reference else ""

    def period(self, edtf: str, part: str) -> str:
        """Return a period, a week with its first and last day, and which part of it."""
        if not edtf:
            return self.form("undated")
        value = _parsed(edtf)
        text = str(self.full_day(edtf))
        if value and (week := _week_of(value)):
            first, last = week
            text = self.form(
                "the-week",
                monday=self.words.weekdays[0],
                start=self.opening(first, last),
                sunday=self.words.weekdays[6],
                end=self.date(last),
            )
        return text + (self.form(f"towards-{part}") if part else "")

    # values

    def in_part(self, value: EDTF, part: str) -> Said:
        """Say a value and which part of it is meant."""
        said = self.value(value)
        if not part:
            return said
        if said.has(f"part-{part}"):
            return self.said("raw", text=format(said, f"part-{part}"))
        name = f"part-{part}" if said.has("part") else f"part-of-{part}"
        return self.said(name, date=said)

    def value(self, value: EDTF) -> Said:
        if value.form is Form.INTERVAL:
            return self.interval(value)
        if value.form in (Form.ONE_OF, Form.ALL_OF):
            return self.members(value)
        return self.date(value)

    def date(self, value: EDTF) -> Said:
        """Say a single date, with its marks of doubt; as it stands where a mark sits on a part of it."""
        text = str(value)
        bare = text.rstrip("?~%")
        if any(sign in bare for sign in "?~%"):
            return rare.marked_in_part(self, value)
        mark = text[len(bare) :]
        if not mark:
            return self.unmarked(value)
        if "S" in bare:
            return rare.marked_in_part(self, value)
        name = {"?": "perhaps", "~": "about", "%": "perhaps-about"}[mark]
        return rare.whole(self, self.said(name, date=self.unmarked(EDTF.parse(bare))), text)

    def unmarked(self, value: EDTF) -> Said:
        text = str(value)
        if value.form is Form.DATETIME:
            return self.moment(value)
        if "X" in text:
            return self.unspecified(text)
        if "S" in text and text[0] != "Y":
            return rare.with_edtf(self, self.said("about", date=self.year(value.year or 0)), text)
        if value.year is None or abs(value.year) > 9999 or not text.lstrip("-").replace("-", "").isdigit():
            return self.as_it_stands(text)
        year = self.year(value.year)
        if value.season is not None:
            return self.season(value.season, year, text)
        if value.month and value.day:
            return self.said("day", day=self.day_number(value.day), **self.month(value.month), year=year)
        return self.said("month", **self.month(value.month), year=year) if value.month else year

    def month(self, number: int) -> dict[str, str]:
        return {
            "month": self.words.months[number - 1],
            "month_of": (self.words.months_of or self.words.months)[number - 1],
        }

    def day_number(self, day: int) -> str:
        """Write the number of a day; some languages say "the first" and then count."""
        return self.words.forms.get("first-day", "1") if day == 1 else str(day)

    def year(self, year: int) -> Said:
        """Say an astronomical year: -43 is "44 BC", 70 is "AD 70"."""
        if year <= 0:
            return self.said("bc", year=1 - year)
        return self.said("ad" if year < 1000 else "year", year=year)

    def season(self, code: int, year: Said, text: str) -> Said:
        """Say seasons, quarters, halves and the other divisions of a year (ISO 8601-2, 4.8)."""
        if 21 <= code <= 24:
            return self.said("season", season=self.words.seasons[code - 21], year=year)
        if 33 <= code <= 36:
            return self.said("quarter", nth=self.words.ordinals[code - 33], year=year)
        if code >= 40:
            return self.said("half", nth=self.words.ordinals[code - 40], year=year)
        return rare.part_of_year(self, code, year, text)

    def unspecified(self, text: str) -> Said:
        """Say a date with X: some day or month, an open year, decades, centuries."""
        year, _, rest = text.partition("-")
        if year == "XXXX" and rest and "X" not in rest:
            return self.of_any_year(rest) or rare.masked(self, text)
        if year.isdigit() and len(year) == 4:
            said = self.year(int(year))
            if rest in ("XX", "XX-XX"):
                return self.said("some-month" if rest == "XX" else "some-day-of-year", year=said)
            if rest[:2].isdigit() and rest[2:] == "-XX" and int(rest[:2]) <= 12:
                return self.said("some-day-of-month", **self.month(int(rest[:2])), year=said)
        return rare.masked(self, text)

    def of_any_year(self, rest: str) -> Said | None:
        month, _, day = rest.partition("-")
        if int(month) > 12:
            known = 21 <= int(month) <= 24 and not day
            return self.said("season-open", season=self.words.seasons[int(month) - 21]) if known else None
        if day:
            return self.said("day-open", day=self.day_number(int(day)), **self.month(int(month)))
        return self.said("month-open", **self.month(int(month)))

    def long_period(self, digits: str, *, before_christ: bool = False) -> Said:
        """Say the decade, century or millennium of which these digits of the year are known."""
        if len(digits) == rare.DECADE_DIGITS:
            return self.said("decade", year=digits + "0")
        number = int(digits) + 1
        name = LONG_PERIODS[len(digits)] + ("-bc" if before_christ else "")
        name = f"{name}-first" if number == 1 and f"{name}-first" in self.words.forms else name
        return self.said(name, nth=_english_ordinal(number), n=number, roman=_roman(number))

    def moment(self, value: EDTF) -> Said:
        """Say date and time; the zone as an offset from UTC."""
        text = str(value)
        day, _, time = text.partition("T")
        clock, zone = time[:8], time[8:]
        has_words = len(day) == 10 and zone != "+00:00" and clock != "24:00:00"
        if zone:
            hours = f"{int(zone[1:3])}" + (zone[3:] if zone[-2:] != "00" else "") if zone != "Z" else ""
            zone = "UTC" + (f"{'+' if zone[0] == '+' else '-'}{hours}" if hours else "")
        hour, minute, second = clock.split(":")
        parts = {"hour": hour, "hour_number": int(hour), "minute": minute, "second": second}
        time = self.form("clock" if second == "00" else "clock-seconds", **parts)
        fields = {"date": self.unmarked(EDTF.parse(day)), "time": time}
        said = self.said("time-zone", **fields, zone=zone) if zone else self.said("time", **fields)
        return said if has_words else rare.with_edtf(self, said, text)

    def interval(self, value: EDTF) -> Said:
        text = str(value)
        if value.start and value.end:
            said = self.span(value.start, value.end)
            return rare.with_edtf(self, said, text) if value.start == value.end else rare.whole(self, said, text)
        if value.start:
            said = self.said("since" if value.open_end else "end-unknown", date=self.date(value.start))
        elif value.end:
            said = self.said("until" if value.open_start else "start-unknown", date=self.date(value.end))
        else:
            return self.as_it_stands(text)
        return rare.whole(self, said, text)

    def span(self, first: EDTF, last: EDTF) -> Said:
        """Say "11–17 September 2023", "June–August 2023", or both ends, without a year that the second repeats."""
        if _is_plain(first) and _is_plain(last) and first.year == last.year and first.precision == last.precision:
            year = self.year(last.year or 0)
            if first.day and last.day and first.month == last.month and last.month and first.day < last.day:
                days = {"first": self.day_number(first.day), "last": self.day_number(last.day)}
                return self.said("days", **days, **self.month(last.month), year=year)
            if first.month and last.month and not last.day and first.month < last.month:
                return self.months(first.month, last.month, year)
        if _is_year(first) and _is_year(last):
            return self.said("years", first=first.year, last=last.year)
        return self.said("from-to", first=self.opening(first, last), last=self.date(last))

    def months(self, first: int, last: int, year: Said) -> Said:
        start, end = self.month(first), self.month(last)
        return self.said("months", first=start["month"], first_of=start["month_of"], last=end["month"], year=year)

    def opening(self, first: EDTF, last: EDTF) -> Said:
        """Say the first of two days without the month and year that the second repeats."""
        both_days = _is_plain(first) and _is_plain(last) and first.day and first.month and last.day
        if not both_days or first.year != last.year:
            return self.date(first)
        day = self.day_number(first.day or 0)
        if first.month == last.month:
            return self.said("day-alone", day=day)
        return self.said("day-month", day=day, **self.month(first.month or 0))

    def members(self, value: EDTF) -> Said:
        """Say sets: weeks, ranges, "in or before", "on or before" a day, enumerations, mixtures."""
        bounds = _range_of(value)
        if bounds and value.form is Form.ONE_OF:
            first, last = bounds
            if _is_week(first, last):
                return self.said("week", date=self.date(first))
            if _is_weekend(first, last):
                return self.said("weekend", date=self.date(first))
            said = self.said("between", first=self.opening(first, last), last=self.date(last))
            is_plain = first != last and _is_plain(first) and _is_plain(last)
            return said if is_plain else rare.with_edtf(self, said, str(value))
        text = str(value)
        edge = text[1:-1].strip(".")
        if value.form is Form.ONE_OF and len(edge) == len(text) - 4 and not any(sign in edge for sign in (",", "..")):
            bound = EDTF.parse(edge)
            name = "or-before" if text[1] == "." else "or-after"
            said = self.said(f"day-{name}" if bound.day else name, date=self.date(bound))
            return rare.whole(self, said, text)
        return rare.mixed(self, value)


def _parsed(edtf: str) -> EDTF | None:
    try:
        return EDTF.parse(edtf)
    except EDTFError:
        return None


def _english_ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _roman(number: int) -> str:
    text = "L" if number >= 50 else ""
    number -= 50 if text else 0
    for value, sign in ROMAN:
        while number >= value:
            text, number = text + sign, number - value
    return text


def _day_of(edtf: str) -> date | None:
    """Return the day of a date or of a date and time, None for anything else."""
    try:
        return date.fromisoformat(edtf[:10]) if len(edtf) >= 10 and edtf[10:11] in ("", "T", "~", "?", "%") else None
    except ValueError:
        return None


def _range_of(value: EDTF) -> tuple[EDTF, EDTF] | None:
    """Return the ends of a set that is one range of two dates."""
    if len(value.members) != 1 or value.members[0].form is not Form.INTERVAL:
        return None
    first, last = value.members[0].start, value.members[0].end
    return (first, last) if first and last else None


def _week_of(value: EDTF) -> tuple[EDTF, EDTF] | None:
    """Return the Monday and the Sunday of some day of one week."""
    bounds = _range_of(value) if value.form is Form.ONE_OF else None
    return bounds if bounds and _is_week(*bounds) else None


def _is_plain(value: EDTF) -> bool:
    """Tell a date of year, month or day without marks, X or time."""
    return value.form is Form.DATE and value.year is not None and str(value).lstrip("-").replace("-", "").isdigit()


def _is_year(value: EDTF) -> bool:
    return _is_plain(value) and value.month is None and 1000 <= (value.year or 0) <= 9999


def _days(first: EDTF, last: EDTF) -> tuple[date, date] | None:
    one, two = _day_of(str(first)), _day_of(str(last))
    return (one, two) if one and two and len(str(first)) == len(str(last)) == 10 else None


def _is_week(first: EDTF, last: EDTF) -> bool:
    """Tell a Monday to the Sunday after it."""
    days = _days(first, last)
    return bool(days and days[0].weekday() == 0 and (days[1] - days[0]).days == 6)


def _is_weekend(first: EDTF, last: EDTF) -> bool:
    days = _days(first, last)
    return bool(days and days[0].weekday() == 5 and (days[1] - days[0]).days == 1)
