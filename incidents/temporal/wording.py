"""Say EDTF values in words, and how a date was read. The words come from the tables of the language."""

from __future__ import annotations

from datetime import date

from . import wording_rare as rare
from .edtf import EDTF, EDTFError, Form
from .tables import Wording, tables_for
from .tables.en import WORDING as ENGLISH

FROM_TEXT = frozenset({"from-date", "from-last-date", "neighbour-unit", "same-unit", "next-day"})
BESIDE_REPORT = frozenset({"last-unit", "this-unit", "next-unit"})
WITHOUT_WORDS = frozenset({"editor"})
WITHOUT_REPORT = frozenset({"absolute", "part", "about", "since", "until", "range", "editor"})


def wording_of(language: str) -> Wording:
    """Return the wording of a language; English for one that has none yet."""
    return tables_for(language).wording or ENGLISH


def say(edtf: str, *, part: str = "", language: str = "en") -> str:
    """Say an EDTF value in words, for the middle of a sentence.

    What words alone cannot say has its EDTF behind it ("about 11 June 2004 (2004-06~-11)"); years beyond 9999
    (`Y17E7`) and strings that are not EDTF are given as they stand.
    """
    sayer = _Sayer(wording_of(language))
    return sayer.said(edtf, part)


def short(rule: str, words: str, reference: str, *, edtf: str = "", language: str = "en", within: bool = False) -> str:
    """Say in a few words how a date was read: "Tuesday: the report is of Tuesday 19 September 2023"."""
    sayer = _Sayer(wording_of(language))
    if rule in WITHOUT_WORDS:
        return sayer.form(f"short-{rule}")
    source = _source(rule, reference, within)
    return sayer.form(f"short-{source}", words=words, reference=sayer.reference(reference))


def explain(
    rule: str, words: str, reference: str, *, edtf: str, part: str = "", language: str = "en", within: bool = False
) -> str:
    """Say in one sentence how the words of a report were read. `reference` is an ISO date or empty.

    `within` says that the reference is a date of the text and not the day of the report, as in a history.
    """
    sayer = _Sayer(wording_of(language))
    reading = reason(rule, edtf=edtf, part=part, language=language, within=within)
    if rule in WITHOUT_WORDS:
        return reading[0].upper() + reading[1:] + "."
    return sayer.form(
        _source(rule, reference, within), words=words, reference=sayer.reference(reference), reading=reading
    )


def reason(rule: str, *, edtf: str, part: str = "", language: str = "en", within: bool = False) -> str:
    """Say what a rule made of the words, for behind a colon: "the latest Tuesday on or before that day"."""
    sayer = _Sayer(wording_of(language))
    if within and rule in BESIDE_REPORT:
        rule = "neighbour-unit"
    template = sayer.words.explanations.get(rule, sayer.words.forms["other-rule"])
    return template.format(
        date=say(edtf, part=part, language=language), weekday=sayer.weekday(edtf), day=sayer.full_day(edtf),
        period=sayer.period(edtf, part),
    )  # fmt: skip


def full_day(edtf: str, *, language: str = "en") -> str:
    """Say a day with its weekday: "Tuesday 19 September 2023"; anything else as `say` does."""
    return _Sayer(wording_of(language)).full_day(edtf)


def _source(rule: str, reference: str, within: bool) -> str:
    """Tell which kind of sentence fits: counted from the report's day, from a date in the text, or not counted."""
    if rule == "context":
        return rule
    if not reference or rule in WITHOUT_REPORT:
        return "plain"
    return "text" if within or rule in FROM_TEXT else "report"


class _Sayer:
    """Puts values into the templates of one language."""

    def __init__(self, words: Wording) -> None:
        self.words = words

    def form(self, name: str, **values: object) -> str:
        return self.words.forms[name].format(**values)

    def said(self, edtf: str, part: str = "") -> str:
        """Say any string: nothing as a date not known, what is no EDTF as it stands."""
        value = _parsed(edtf)
        return self.in_part(value, part) if value else edtf or self.form("undated")

    # how it was read

    def weekday(self, edtf: str) -> str:
        """Return the weekday's name of a day, or the words for one that is not a day."""
        day = _day_of(edtf)
        return self.words.weekdays[day.weekday()] if day else (edtf or self.form("undated"))

    def full_day(self, edtf: str) -> str:
        """Return a day with its weekday, anything else as `say` does."""
        day = _day_of(edtf)
        if day is None:
            return self.said(edtf)
        return self.form(
            "weekday-date", weekday=self.words.weekdays[day.weekday()], date=self.date(EDTF.parse(edtf[:10]))
        )

    def reference(self, reference: str) -> str:
        return self.full_day(reference) if reference else ""

    def period(self, edtf: str, part: str) -> str:
        """Return a period, a week with its first and last day, and which part of it."""
        if not edtf:
            return self.form("undated")
        value = _parsed(edtf)
        text = self.full_day(edtf)
        if value and value.form is Form.ONE_OF and (bounds := _range_of(value)) and _is_week(*bounds):
            first, last = bounds
            opening = self.opening(first, last)
            text = self.form(
                "the-week",
                monday=self.words.weekdays[0],
                start=opening,
                sunday=self.words.weekdays[6],
                end=self.date(last),
            )
        return text + (self.form(f"towards-{part}") if part else "")

    # values

    def in_part(self, value: EDTF, part: str) -> str:
        """Say a value and which part of it is meant."""
        text = self.value(value)
        if not part:
            return text
        if value.form is Form.ONE_OF and (bounds := _range_of(value)) and _is_week(*bounds):
            return self.form(f"part-in-{part}", date=self.form("week", date=self.date(bounds[0])).partition(" ")[2])
        if (
            value.uncertain
            or value.approximate
            or value.form not in (Form.DATE, Form.SEASON)
            or text == str(value) != str(value.year)
            or "(" in text
        ):
            return self.form(f"part-of-{part}", date=text)
        if rare.is_run_of_years(str(value)):
            name = "part-decade-mid" if part == "mid" else "part-decade"
            return self.form(name, part=self.words.parts[part], date=text.partition(" ")[2])
        plain = not value.unspecified and value.day is None and (value.season is None or value.season <= 24)
        if not plain:
            return self.form(f"part-of-{part}", date=text)
        return self.form("part-mid" if part == "mid" else "part-month", part=self.words.parts[part], date=text)

    def value(self, value: EDTF) -> str:
        if value.form is Form.INTERVAL:
            return self.interval(value)
        if value.form in (Form.ONE_OF, Form.ALL_OF):
            return self.members(value)
        return self.date(value)

    def date(self, value: EDTF) -> str:
        """Say a single date, with its marks of doubt; as it stands where a mark sits on a part of it."""
        text = str(value)
        bare = text.rstrip("?~%")
        if any(sign in bare for sign in "?~%"):
            return rare.marked_in_part(self, value)
        mark = text[len(bare) :]
        if mark and "S" in bare:
            return rare.marked_in_part(self, value)
        said = self.unmarked(EDTF.parse(bare)) if mark else self.unmarked(value)
        name = {"?": "perhaps", "~": "about", "%": "perhaps-about"}.get(mark)
        return rare.whole(self.form(name, date=said), text) if name else said

    def unmarked(self, value: EDTF) -> str:
        text = str(value)
        if value.form is Form.DATETIME:
            return self.moment(value)
        if "X" in text:
            return self.unspecified(text)
        if "S" in text and text[0] != "Y":
            return rare.with_edtf(self.form("about", date=self.year(value.year or 0)), text)
        if value.year is None or abs(value.year) > 9999 or not text.lstrip("-").replace("-", "").isdigit():
            return text
        if value.season is not None:
            return self.season(value.season, self.year(value.year), text)
        year = self.year(value.year)
        if value.day is not None and value.month is not None:
            return self.day(value.day, value.month, year)
        return self.form("month", month=self.words.months[value.month - 1], year=year) if value.month else year

    def day(self, day: int, month: int, year: str) -> str:
        name = "day-first" if day == 1 and "day-first" in self.words.forms else "day"
        return self.form(name, day=day, month=self.words.months[month - 1], year=year)

    def year(self, year: int) -> str:
        """Say an astronomical year: -43 is "44 BC", 70 is "AD 70"."""
        if year <= 0:
            return self.form("bc", year=1 - year)
        return self.form("ad", year=year) if year < 1000 else str(year)

    def season(self, code: int, year: str, text: str) -> str:
        """Say seasons, quarters, halves and the other divisions of a year (ISO 8601-2, 4.8)."""
        if 21 <= code <= 24:
            return self.form("season", season=self.words.seasons[code - 21], year=year)
        if 33 <= code <= 36:
            return self.form("quarter", nth=self.words.ordinals[code - 33], year=year)
        if code >= 40:
            return self.form("half", nth=self.words.ordinals[code - 40], year=year)
        return rare.part_of_year(self, code, year, text)

    def unspecified(self, text: str) -> str:
        """Say a date with X: some day or month, an open year, decades, centuries."""
        year, _, rest = text.partition("-")
        if year == "XXXX" and rest and "X" not in rest:
            month, _, day = rest.partition("-")
            if int(month) > 12:
                known = 21 <= int(month) <= 24 and not day
                season = self.words.seasons[int(month) - 21] if known else ""
                return self.form("season-open", season=season) if known else rare.masked(self, text)
            name = self.words.months[int(month) - 1]
            return self.form("day-open", day=int(day), month=name) if day else self.form("month-open", month=name)
        if year.isdigit() and len(year) == 4:
            said = self.year(int(year))
            if rest in ("XX", "XX-XX"):
                return self.form("some-month" if rest == "XX" else "some-day-of-year", year=said)
            if rest[:2].isdigit() and rest[2:] == "-XX" and int(rest[:2]) <= 12:
                return self.form("some-day-of-month", month=self.words.months[int(rest[:2]) - 1], year=said)
        return rare.masked(self, text)

    def nth(self, number: int) -> str:
        """Write an ordinal in digits; English has endings, the form "nth" serves the others."""
        if "nth" in self.words.forms:
            return self.form("nth", n=number)
        ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"

    def moment(self, value: EDTF) -> str:
        """Say date and time; the zone as an offset from UTC."""
        text = str(value)
        day, _, time = text.partition("T")
        clock, zone = time[:8], time[8:]
        has_words = len(day) == 10 and zone != "+00:00" and clock != "24:00:00"
        if zone:
            hours = f"{int(zone[1:3])}" + (zone[3:] if zone[-2:] != "00" else "") if zone != "Z" else ""
            zone = " UTC" + (f"{'+' if zone[0] == '+' else '-'}{hours}" if hours else "")
        shown = clock[:5] if clock.endswith(":00") else clock
        said = self.form("time", date=self.unmarked(EDTF.parse(day)), time=shown + zone)
        return said if has_words else rare.with_edtf(said, text)

    def interval(self, value: EDTF) -> str:
        if value.start and value.end:
            said = self.span(value.start, value.end)
            return rare.with_edtf(said, str(value)) if value.start == value.end else rare.whole(said, str(value))
        if value.start:
            said = self.form("since" if value.open_end else "end-unknown", date=self.date(value.start))
        elif value.end:
            said = self.form("until" if value.open_start else "start-unknown", date=self.date(value.end))
        else:
            return str(value)
        return rare.whole(said, str(value))

    def span(self, first: EDTF, last: EDTF) -> str:
        """Say "11–17 September 2023", "June–August 2023", or both ends in full."""
        if _is_plain(first) and _is_plain(last) and first.year == last.year and first.precision == last.precision:
            year = self.year(last.year or 0)
            if first.day and last.day and first.month == last.month and last.month and first.day < last.day:
                month = self.words.months[last.month - 1]
                return self.form("days", first=first.day, last=last.day, month=month, year=year)
            if first.month and last.month and not last.day and first.month < last.month:
                names = self.words.months
                return self.form("months", first=names[first.month - 1], last=names[last.month - 1], year=year)
        if _is_year(first) and _is_year(last):
            return self.form("years", first=first.year, last=last.year)
        return self.form("from-to", first=self.date(first), last=self.date(last))

    def opening(self, first: EDTF, last: EDTF) -> str:
        """Say the first of two days without the month and year that the second repeats."""
        if not (_is_plain(first) and _is_plain(last) and first.day and first.month and first.year == last.year):
            return self.date(first)
        if first.month == last.month:
            return str(first.day)
        return self.form("day-month", day=first.day, month=self.words.months[first.month - 1])

    def members(self, value: EDTF) -> str:
        """Say sets: weeks, ranges, "in or before", "on or before" a day, enumerations, mixtures."""
        bounds = _range_of(value)
        if bounds and value.form is Form.ONE_OF:
            first, last = bounds
            if _is_week(first, last):
                return self.form("week", date=self.date(first))
            if _is_weekend(first, last):
                return self.form("weekend", date=self.date(first))
            said = self.form("between", first=self.opening(first, last), last=self.date(last))
            is_plain = first != last and _is_plain(first) and _is_plain(last)
            return said if is_plain else rare.with_edtf(said, str(value))
        text = str(value)
        edge = text[1:-1].strip(".")
        if value.form is Form.ONE_OF and len(edge) == len(text) - 4 and not any(sign in edge for sign in (",", "..")):
            bound = EDTF.parse(edge)
            name = "or-before" if text[1] == "." else "or-after"
            return rare.whole(self.form(f"day-{name}" if bound.day else name, date=self.date(bound)), text)
        return rare.mixed(self, value)


def _parsed(edtf: str) -> EDTF | None:
    try:
        return EDTF.parse(edtf)
    except EDTFError:
        return None


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
