"""Dates as sources give them: EDTF (ISO 8601-2, the profile of the Library of Congress), levels 0 to 2.

`docs/edtf.md` says what is read and which choices were made where the standard leaves one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import total_ordering

from .edtf_dates import (
    Component,
    EDTFError,
    Form,
    Precision,
    mark_of,
    no_edtf,
    read_date,
)
from .gregorian import MAX_SECONDS, MIN_SECONDS, civil_from_seconds

__all__ = [
    "EDTF",
    "MAX_LENGTH",
    "MAX_SECONDS",
    "MIN_SECONDS",
    "Component",
    "EDTFError",
    "Form",
    "Precision",
    "between",
    "day_of",
    "from_date",
    "from_datetime",
    "from_parts",
    "narrow",
]

MAX_LENGTH = 200
_COARSENESS = {precision: rank for rank, precision in enumerate(Precision)}


@total_ordering
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class EDTF:
    """A date in EDTF; made by `EDTF.parse` or the functions below, never by its constructor.

    `text` is the canonical string: values are equal when theirs are, and order by (earliest, latest, text).
    `earliest` and `latest` are the first and the last second it can mean, inclusive, counted from
    1970-01-01T00:00:00Z in the proleptic Gregorian calendar and clamped to signed 64 bits. Marks of
    doubt do not widen them; a time without zone counts as UTC.
    """

    # As in DateFields
    text: str
    form: Form
    precision: Precision  # of an interval or set that of its coarsest date
    earliest: int
    latest: int
    year: int | None = None  # None with an X in it, or beyond 18 digits
    month: int | None = None
    day: int | None = None
    season: int | None = None  # 21 to 41
    # Of an interval or set
    start: EDTF | None = None  # None where it is open or unknown
    end: EDTF | None = None
    members: tuple[EDTF, ...] = ()  # a range in a set stands here as the interval that it spans

    @classmethod
    def parse(cls, text: str) -> EDTF:
        """Read an EDTF string, in which only blanks inside a date count. Raises EDTFError."""
        text = text.strip()
        if not text:
            raise EDTFError("An EDTF date is missing: write for example 2023-09-19, 2023-09 or 2023.")
        if len(text) > MAX_LENGTH:
            raise EDTFError(
                "An EDTF date has at most %(most)s characters; this one has %(size)s.", most=MAX_LENGTH, size=len(text)
            )
        value = _read(text)
        if len(value.text) > MAX_LENGTH:
            raise no_edtf(text, "with its seconds written out it has more than %(most)s characters", most=MAX_LENGTH)
        return value

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"EDTF({self.text!r})"

    def __hash__(self) -> int:
        return hash(self.text)

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, EDTF) else NotImplemented

    def __lt__(self, other: EDTF) -> bool:
        return self.sort_key < other.sort_key if isinstance(other, EDTF) else NotImplemented

    def __reduce__(self) -> tuple[Callable[[str], EDTF], tuple[str]]:
        return EDTF.parse, (self.text,)

    @property
    def sort_key(self) -> tuple[int, int, str]:
        return self.earliest, self.latest, self.text

    @property
    def uncertain(self) -> bool:
        """Tell whether any part is marked `?` or `%`."""
        return "?" in self.text or "%" in self.text

    @property
    def approximate(self) -> bool:
        """Tell whether any part is marked `~` or `%`."""
        return "~" in self.text or "%" in self.text

    @property
    def unspecified(self) -> bool:
        """Tell whether any digit is an X."""
        return "X" in self.text

    @property
    def open_start(self) -> bool:
        return self.form is Form.INTERVAL and self.text.startswith("../")

    @property
    def open_end(self) -> bool:
        return self.form is Form.INTERVAL and self.text.endswith("/..")

    @property
    def unknown_start(self) -> bool:
        return self.form is Form.INTERVAL and self.text.startswith("/")

    @property
    def unknown_end(self) -> bool:
        return self.form is Form.INTERVAL and self.text.endswith("/")

    @property
    def clock(self) -> str:
        """Give the time of day of a date and time, hh:mm:ss as written; else the empty string."""
        return self._time[:8]

    @property
    def zone(self) -> str:
        """Give the zone of a date and time as written ("Z", "+02:00"); empty where there is none."""
        return self._time[8:]

    @property
    def _time(self) -> str:
        return self.text.partition("T")[2] if self.form is Form.DATETIME else ""

    def qualifier(self, component: Component) -> str:
        """Give the mark that holds for one part of a plain date: "", "?", "~" or "%".

        The season of a season is asked for as "month". Intervals, sets and times have none of their own.
        """
        return mark_of(self.text, component)


def from_parts(year: int, month: int | None = None, day: int | None = None) -> EDTF:
    """Make a year, a month (or season, 21 to 41) or a day; year 0 is 1 BC. Raises EDTFError."""
    if month is None and day is not None:
        raise EDTFError("Day %(day)s of %(year)s needs its month.", day=day, year=str(year))
    sign = "-" if year < 0 else ""
    written = [f"{sign}{abs(year):04}" if abs(year) <= 9999 else f"Y{year}"]
    written += [f"{part:02}" for part in (month, day) if part is not None]
    return EDTF.parse("-".join(written))


def from_date(day: date) -> EDTF:
    return from_parts(day.year, day.month, day.day)


def from_datetime(moment: datetime) -> EDTF:
    """Make a date and time, cut to the second; one without zone stays a local time."""
    offset = moment.utcoffset()
    if offset is not None and (offset % timedelta(minutes=1) or abs(offset) > timedelta(hours=14)):
        try:
            moment = moment.astimezone(UTC)  # EDTF writes no such zone
        except OverflowError:
            raise EDTFError("%(moment)s lies outside the years 1 to 9999 in UTC.", moment=moment) from None
    return EDTF.parse(moment.replace(microsecond=0).isoformat())


def day_of(second: int) -> EDTF:
    """Make the day of a second counted from 1970, or, where EDTF writes a year alone, its year."""
    year, month, day = civil_from_seconds(second)
    return from_parts(year, month, day) if abs(year) <= 9999 else from_parts(year)


def reference_day(edtf: str) -> date | None:
    """Return the day that relative dates are counted from: that of a full date, in the zone it is written in."""
    try:
        value = EDTF.parse(edtf)
        if value.year is not None and value.month is not None and value.day is not None:
            return date(value.year, value.month, value.day)
    except ValueError:  # no EDTF, or a year that a calendar does not have
        return None
    return None


def between(first: date, last: date, *, throughout: bool = False) -> EDTF:
    """Make "some day from first to last", or "all the time from first to last" where `throughout`."""
    start, end = from_date(first), from_date(last)
    if start == end:
        return start
    return EDTF.parse(f"{start}/{end}" if throughout else f"[{start}..{end}]")


def narrow(value: EDTF, part: str) -> tuple[int, int]:
    """Give the bounds of the first, middle or last third ("start", "mid", "end") of a date, in seconds.

    Without a part, and where a bound is open or clamped, they are the bounds of the whole.
    """
    earliest, latest = value.earliest, value.latest
    third = (latest - earliest + 1) // 3
    thirds = {
        "": (earliest, latest),
        "start": (earliest, earliest + third - 1),
        "mid": (earliest + third, latest - third),
        "end": (latest - third + 1, latest),
    }
    if part not in thirds:
        raise ValueError(f"{part!r} is no part of a date: that is start, mid or end, or empty for the whole.")
    whole = not third or earliest == MIN_SECONDS or latest == MAX_SECONDS
    return thirds["" if whole else part]


def _read(text: str) -> EDTF:
    if text[0] in "[{":
        return _read_set(text)
    return _read_interval(text) if "/" in text else _read_single(text)


def _read_single(text: str) -> EDTF:
    return EDTF(*read_date(text))


def _read_interval(text: str) -> EDTF:
    first, _, last = text.partition("/")
    if "/" in last:
        raise no_edtf(text, "an interval has one slash, as in 2023-09-11/2023-09-17; a day is 2023-09-19")
    return _span(text, first, last)


def _span(text: str, first: str, last: str) -> EDTF:
    """Make the interval of two dates, one of which may be "..", open, or "", unknown; errors name `text`."""
    first, last = first.strip(), last.strip()
    start = None if first in ("", "..") else _read_single(first)
    end = None if last in ("", "..") else _read_single(last)
    known = [side for side in (start, end) if side is not None]
    if not known:
        raise no_edtf(text, "it needs a date on at least one side, as in 2023-06/.. or ../2023-06")
    if start and end and start.earliest > end.latest:
        raise no_edtf(
            text,
            "it starts after it ends; the earlier date comes first, %(end)s before %(start)s",
            end=end,
            start=start,
        )
    earliest = MIN_SECONDS if first == ".." else known[0].earliest
    latest = MAX_SECONDS if last == ".." else known[-1].latest
    canonical = f"{start or first}/{end or last}"
    return EDTF(canonical, Form.INTERVAL, _coarsest(known), earliest, latest, start=start, end=end)


def _read_set(text: str) -> EDTF:
    form, closing = (Form.ONE_OF, "]") if text[0] == "[" else (Form.ALL_OF, "}")
    if not text.endswith(closing):
        raise no_edtf(
            text,
            "a set that opens with %(opening)s ends with %(closing)s, as in [1667,1668,1670..1672]",
            opening=text[0],
            closing=closing,
        )
    elements = [element.strip() for element in text[1:-1].split(",")]
    last = len(elements) - 1
    members = tuple(
        _read_member(text, element, is_first=place == 0, is_last=place == last)
        for place, element in enumerate(elements)
    )
    written = f"{text[0]}{','.join(map(_write_member, members))}{closing}"
    earliest = min(member.earliest for member in members)
    latest = max(member.latest for member in members)
    return EDTF(written, form, _coarsest(members), earliest, latest, members=members)


def _read_member(text: str, element: str, *, is_first: bool, is_last: bool) -> EDTF:
    if not element:
        raise no_edtf(text, "a set has a date on both sides of each comma, as in [1667,1668,1670..1672]")
    first, dots, last = element.partition("..")
    if not dots:
        return _read_single(element)
    if (not first and not is_first) or (not last and not is_last):
        raise no_edtf(text, "in a set .. stands between two dates, before the first or after the last")
    return _span(text, first or "..", last or "..")


def _write_member(member: EDTF) -> str:
    if member.form is not Form.INTERVAL:
        return member.text
    return f"{member.start or ''}..{member.end or ''}"


def _coarsest(dates: Sequence[EDTF]) -> Precision:
    return max((one.precision for one in dates), key=_COARSENESS.__getitem__)
