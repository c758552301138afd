"""One pass over a file in constant memory: its columns, with samples, counts, and what their dates have in common."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from math import exp, lgamma, log
from operator import itemgetter
from typing import Any

from ..drafts import EventDraft, Finding, IncidentDraft
from .base import Item, Record, Refused
from .cells import bare_address, text_of_value
from .datecells import DAY_FIRST, MONTH_FIRST, NO_DATE, DateRule, read_date
from .datewords import OPEN, has_month
from .paths import MAX_PATHS, OPENING, leaves

AT_ONCE = 200  # records that are looked at together
SAMPLES = 5
LOOKED_AT = 300  # values of a column whose kind is found out
SURE = 50  # texts and nothing else: then no date is looked for in the next ones, which takes longest where none is
SAMPLE_LENGTH = 200
ENOUGH = 20  # dates from which on chance can be spoken of
UNLIKELY = 1e-6
MAX_SLOW = 2_500  # dates in words of one column that are read while surveying
UNEXPLAINED = DateRule(explains=False)

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)*", re.A)
_TRIPLE = re.compile(r"(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)(?!\d)", re.A)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?", re.A)
_CLOCK = re.compile(r"\d[ ,T]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:\s?([AP])\.?M\.?)?$", re.A | re.I)
_ADDRESS = re.compile(r"\w+://\S+")
_DATE_LIKE = re.compile(r"\d{4}|\d[/.-]\d|'?\d\d$|\b[IVX]{1,5}(?:e|ème)?\b", re.A)
_MARKS = re.compile(
    r"[\d-]+[~%]|[\d-]*\dX+(?:-XX)*|[\[{][\d., -]+[\]}]|(?:\.\.)?/[\d-]+|[\d-]+/(?:\.\.)?|\d{4}-(?:2[5-9]|3\d|4[01])"
)
PLACEHOLDERS = frozenset(
    "1900-01-01 1899-12-30 1899-12-31 1904-01-01 1970-01-01 9999-12-31 9999-01-01 0001-01-01 1753-01-01 1601-01-01 "
    "2099-12-31 2999-12-31 1111-11-11 1969-12-31".split()
)
SUSPECT = PLACEHOLDERS | {"2000-01-01", "1980-01-01", "1990-01-01", "2001-01-01"}
"""Days that stand for "not known"; of those beyond PLACEHOLDERS only when they come again and again."""


@dataclass(slots=True)
class Dates:
    """What the dates of a column have in common."""

    days: int = 0  # full days
    day_first: int = 0  # figures of which only the first can be the day
    month_first: int = 0
    either: int = 0
    firsts: int = 0  # of a month
    januaries: int = 0  # firsts of January
    moments: int = 0  # with a time of day
    midnights: int = 0
    epochs: int = 0
    serials: int = 0
    nothing: int = 0
    slow: int = 0  # values that took reading
    signed: int = 0  # years with a plus
    marks: int = 0  # what nobody writes but in EDTF
    beside: str = ""  # the column by whose figures these are read, where they prove nothing themselves
    beside_order: str = ""
    placeholders: dict[str, int] = field(default_factory=dict)
    evenings: dict[str, int] = field(default_factory=dict)  # midnights of somewhere, by hh:mm in UTC

    @property
    def order(self) -> str:
        """The order of day and month that the column's values prove, where they do not contradict each other, or
        those of the columns beside it."""
        if self.day_first and self.day_first > 20 * self.month_first:
            return DAY_FIRST
        proved = bool(self.month_first) and self.month_first > 20 * self.day_first
        return MONTH_FIRST if proved else self.beside_order

    @property
    def false_precision(self) -> str:
        """What the days of this column really are, if chance cannot explain them: "year", "month" or ""."""
        if self.days < ENOUGH:
            return ""
        if improbable(self.januaries, self.days, 1 / 365.25):
            return "year"
        return "month" if improbable(self.firsts - self.januaries, self.days, 12 / 365.25) else ""

    @property
    def local_day(self) -> bool:
        """Whether the moments are midnights of somewhere, written as UTC."""
        hours = sorted(self.evenings, key=lambda hour: -self.evenings[hour])[:2]  # summer and winter
        if len(hours) == 2 and abs(int(hours[0][:2]) - int(hours[1][:2])) != 1:
            hours = hours[:1]
        return self.moments >= ENOUGH and sum(self.evenings[hour] for hour in hours) >= 0.9 * self.moments


def is_midnight(hour: str, minute: str, second: str | None, half: str | None) -> bool:
    first = int(hour) == 12 if half in ("a", "A") else int(hour) == 0 and not half
    return first and not int(minute) and not int(second or 0)


def is_evening(clock: str) -> bool:
    """Tell a time in UTC that is a midnight in Europe, the Americas, India or the east of Asia."""
    return clock in EVENINGS


EVENINGS = {
    **{f"{hour}:00": 24 - hour for hour in (21, 22, 23, 13, 14, 15, 16)},
    **{f"0{hour}:00": -hour for hour in (3, 4, 5, 6, 7, 8)},
    "18:30": 5.5,
}
"""Hours to add to a time in UTC for it to be a midnight."""


def improbable(hits: int, trials: int, chance: float) -> bool:
    """Tell whether so many hits are far more than chance gives: the tail of the binomial distribution."""
    if hits < 5 or hits <= 2 * trials * chance:
        return False
    tail, last = 0.0, min(trials, hits + 2_000)
    for number in range(hits, last + 1):
        ways = lgamma(trials + 1) - lgamma(number + 1) - lgamma(trials - number + 1)
        term = exp(ways + number * log(chance) + (trials - number) * log(1 - chance))
        tail += term
        if term < tail * 1e-9:
            break
    return tail < UNLIKELY


@dataclass(slots=True)
class Column:
    """A column, or a path into nested values."""

    path: str
    filled: int = 0
    samples: list[str] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)  # of the first LOOKED_AT values
    longest: int = 0
    letters: int = 0  # of the values looked at
    dates: Dates = field(default_factory=Dates)

    @property
    def looked_at(self) -> int:
        return min(self.filled, LOOKED_AT)

    def share(self, kind: str) -> float:
        return self.kinds.get(kind, 0) / self.looked_at if self.filled else 0.0

    @property
    def average(self) -> float:
        return self.letters / self.looked_at if self.filled else 0.0

    def rule(self, zone: str = "", language: str = "", order: str = "") -> DateRule:
        """Return how the column's dates are read."""
        dates = self.dates
        numbers = self.share("number") > 0.5
        return DateRule(
            order=order or dates.order,
            epoch=dates.epochs > 0 and dates.epochs >= 0.5 * (self.kinds.get("number", 0)),
            serial=numbers and dates.serials >= 0.8 * self.kinds.get("number", 1),
            midnights=dates.moments > 0 and dates.midnights == dates.moments,
            edtf=dates.marks > 0,
            signed=dates.signed > 0 or not dates.moments,
            zone=zone,
            language=language,
        )


@dataclass(slots=True)
class Survey:
    """What one pass over a file found; plain JSON with to_json() and back with from_json()."""

    records: int = 0
    drafts: int = 0  # of a format that says itself what its fields mean
    refused: int = 0
    columns: dict[str, Column] = field(default_factory=dict)
    more_columns: int = 0  # beyond what is kept
    findings: dict[str, int] = field(default_factory=dict)  # the reader's, by code

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "columns": [asdict(column) for column in self.columns.values()]}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Survey:
        """Build it from what to_json() gave; ValueError for anything else."""
        try:
            columns = [Column(**{**one, "dates": Dates(**one["dates"])}) for one in stored["columns"]]
            return cls(**{**stored, "columns": {column.path: column for column in columns}})
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"This is no survey of a file: {error}") from error


def take(items: Iterable[Item]) -> Survey:
    """Go through a file's items once and count."""
    found = Survey()
    alike: list[Record] = []  # records in a row that have the same columns
    for item in items:
        if isinstance(item, Record):
            if alike and (len(alike) == AT_ONCE or item.values.keys() != alike[0].values.keys()):
                _take_records(alike, found)
                alike = []
            alike.append(item)
        elif isinstance(item, EventDraft | IncidentDraft):
            found.drafts += isinstance(item, EventDraft)
        elif isinstance(item, Refused):
            found.refused += 1
        elif isinstance(item, Finding):
            found.findings[item.code] = found.findings.get(item.code, 0) + 1
    if alike:
        _take_records(alike, found)
    _lend_orders(list(found.columns.values()))
    return found


def _lend_orders(columns: list[Column]) -> None:
    """Let figures that prove no order of day and month be read as those of the other columns, which agree."""
    proving = [column for column in columns if column.dates.order]
    if len({column.dates.order for column in proving}) != 1:
        return
    for column in columns:
        dates = column.dates
        if dates.either and not dates.day_first and not dates.month_first:
            dates.beside, dates.beside_order = proving[0].path, proving[0].dates.order


def _take_records(records: list[Record], found: Survey) -> None:
    """Take records that have the same columns: column by column where each holds plain text, which is much quicker."""
    found.records += len(records)
    names = list(records[0].values)
    taken = [(name, [record.values[name] for record in records]) for name in names]
    plain = all(set(map(type, values)) == _TEXT and OPENING.isdisjoint(map(_first, values)) for _, values in taken)
    if not plain or len(found.columns.keys() | set(names)) > MAX_PATHS:
        for record in records:
            _take_record(record, found)
        return
    for name, values in taken:
        column = found.columns.get(name)
        if column is None:
            column = found.columns[name] = Column(name)
        _take_texts(column, values)


_TEXT = frozenset({str})
_first = itemgetter(slice(1))


def _take_texts(column: Column, values: list[str]) -> None:
    """Take texts as _take_record() takes them one by one; most columns are only counted from some value on."""
    values = list(filter(None, values))
    at = 0
    while column.filled < LOOKED_AT and at < len(values):
        column.filled += 1
        _look_at(column, values[at])
        column.longest = max(column.longest, len(values[at]))
        at += 1
    rest = values[at:]
    if rest:
        column.filled += len(rest)
        longest = max(map(len, rest))
        column.longest = max(column.longest, longest)
    if column.kinds.get("date") or column.dates.epochs:
        for text in rest:
            _take_date(column, text)


def _take_record(record: Record, found: Survey) -> None:
    columns = found.columns
    for path, value in leaves(record.values):
        column = columns.get(path)
        if column is None:
            if len(columns) >= MAX_PATHS:
                found.more_columns += 1
                continue
            column = columns[path] = Column(path)
        if value is None or value == "":
            continue
        column.filled += 1
        if column.filled <= LOOKED_AT:
            _look_at(column, value)
        elif column.kinds.get("date") or column.dates.epochs:
            _take_date(column, value)
        if isinstance(value, str) and len(value) > column.longest:
            column.longest = len(value)


def _look_at(column: Column, value: Any) -> None:
    text = text_of_value(value).strip()
    if not text:
        column.filled -= 1
        return
    column.letters += len(text)
    column.longest = max(column.longest, len(text))
    if len(column.samples) < SAMPLES and (sample := text[:SAMPLE_LENGTH]) not in column.samples:
        column.samples.append(sample)
    undated = column.kinds.keys() == {"text"} and column.kinds["text"] >= SURE
    kind = "text" if undated and isinstance(value, str) and " " in text else kind_of(value, text)
    column.kinds[kind] = column.kinds.get(kind, 0) + 1
    if kind in ("date", "number"):
        _take_date(column, value)


def kind_of(value: Any, text: str) -> str:
    """Name what a value is: "date", "yearless", "open", "url", "number", "list", "nothing" or "text"."""
    if isinstance(value, dt.date):
        return "date"
    if isinstance(value, list | dict):
        return "list"
    if isinstance(value, int | float) or (len(text) <= 30 and _NUMBER.fullmatch(text)):
        year = len(text) == 4 and text.isdigit() and "1000" <= text <= "2100"
        day = len(text) == 8 and text.isdigit() and bool(read_date(text, UNEXPLAINED).edtf)
        figures = not day and not year and isinstance(value, str) and len(re.findall(r"[.,]", text)) == 2
        return "date" if day or (figures and read_date(text, UNEXPLAINED).edtf) else "year" if year else "number"
    if "://" in text or text[:4].lower() == "www.":
        return "url" if len(text) <= 150 or 3 * sum(map(len, _ADDRESS.findall(text))) > len(text) else "text"
    if len(text) <= 80 and _DATE_LIKE.search(text) and read_date(text, UNEXPLAINED).edtf:
        return "date"
    if len(text) <= 40 and text.lower().strip(" .") in OPEN:
        return "open"
    if len(text) <= 40 and read_date(text, UNEXPLAINED) is NO_DATE:
        return "nothing"
    if len(text) <= 40 and has_month(text) and read_date(f"{text} 2000", UNEXPLAINED).edtf:
        return "yearless"
    return "url" if "/" in text and " " not in text and bare_address(text) else "text"


def _take_date(column: Column, value: Any) -> None:
    dates = column.dates
    text = value.isoformat() if isinstance(value, dt.date) else text_of_value(value).strip()
    if found := _DAY.match(text):
        _count(dates, text[:10])
        if found[4]:
            _moment(dates, found)
        return
    if clock := _CLOCK.search(text):
        dates.moments += 1
        dates.midnights += is_midnight(*clock.groups())
    if found := _TRIPLE.match(text):
        one, two = int(found[1]), int(found[3])
        dates.day_first += 12 < one <= 31 and two <= 12
        dates.month_first += 12 < two <= 31 and one <= 12
        dates.either += one <= 12 and two <= 12 and one != two and found[2] != "."  # dots are day first
        if len(found[4]) == 4:
            year, (day, month) = found[4], (one, two) if dates.day_first >= dates.month_first else (two, one)
            _count(dates, f"{year}-{month:02}-{day:02}")
        return
    if isinstance(value, int | float) or _NUMBER.fullmatch(text):
        whole = text.split(".")[0]
        dates.epochs += len(whole) in (10, 13, 16, 19) and whole.isdigit()
        dates.serials += len(whole) == 5 and 15_000 <= int(whole) <= 80_000 if whole.isdigit() else 0
        if len(whole) != 8:
            return
    if dates.slow < MAX_SLOW and len(text) <= 80:
        dates.slow += 1
        cell = read_date(text, UNEXPLAINED)
        dates.nothing += cell is NO_DATE
        dates.marks += bool(_MARKS.fullmatch(text))
        dates.signed += text.startswith("+")
        if len(cell.edtf) == 10 and cell.edtf[4] == cell.edtf[7] == "-" and "X" not in cell.edtf:
            _count(dates, cell.edtf)


def _count(dates: Dates, day: str) -> None:
    if day in SUSPECT:
        dates.placeholders[day] = dates.placeholders.get(day, 0) + 1
        return
    dates.days += 1
    if day[8:] == "01":
        dates.firsts += 1
        dates.januaries += day[5:7] == "01"


def _moment(dates: Dates, found: re.Match[str]) -> None:
    dates.moments += 1
    clock = f"{found[4]}:{found[5]}"
    if (found[6] or "00") != "00":
        return
    if clock == "00:00":
        dates.midnights += 1
    elif found[7] in ("Z", "+00:00", "+0000") and is_evening(clock):
        dates.evenings[clock] = dates.evenings.get(clock, 0) + 1
