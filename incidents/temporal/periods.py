"""Calendar periods as a unit and a running number, so that counting on and back is an addition.

Proleptic Gregorian, weeks from Monday (ISO 8601-1, 4.3.9). Years are astronomical: 0 is 1 BC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SPRING, QUARTER_1, HALF_1 = 21, 33, 40  # ISO 8601-2, 4.8: codes of season, quarter and half
SEASON_NAMES = ("SP", "SU", "FA", "WI")  # TIMEX3
UNITS = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century", "millennium")
CALENDAR_UNITS = frozenset({"day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century"})
"""Those that words count in: "last quarter", "three decades ago"."""
PER_YEAR = {"month": 12, "quarter": 4, "season": 4, "half": 2}
YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
MULTIPLES = {
    "fortnight": (2, "week"),
    "halfyear": (6, "month"),
    "halfhour": (30, "minute"),
    "quarterhour": (15, "minute"),
}
"""Units that are so many of another one."""
MAX_YEAR = 9999
INDICES = (
    {"day": (1, date.max.toordinal())}
    | dict.fromkeys(("week", "weekend"), (0, date.max.toordinal() // 7 - 1))
    | {unit: (-MAX_YEAR * per, (MAX_YEAR + 1) * per - 1) for unit, per in PER_YEAR.items()}
    | {unit: (-(MAX_YEAR // years), MAX_YEAR // years) for unit, years in YEARS.items()}
)
"""The first and the last period of each unit, by their running numbers."""


class OutOfCalendar(ValueError):
    """A period lies outside the years that words can name (9999 BC to 9999)."""


def year_text(year: int) -> str:
    """Write an astronomical year as EDTF does: four digits, `-0043` for 44 BC."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def timex_year(year: int) -> str:
    """Write an astronomical year as TIMEX3 does: `BC0044` for 44 BC."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


@dataclass(frozen=True, slots=True)
class Period:
    """One day, week, month … of the calendar; `index` counts periods of that unit."""

    unit: str
    index: int

    def __post_init__(self) -> None:
        first, last = INDICES[self.unit]
        if not first <= self.index <= last:
            raise OutOfCalendar(f"{self.unit} {self.index} is outside the years 9999 BC to 9999.")

    @classmethod
    def containing(cls, unit: str, day: date) -> Period:
        """Return the period of that unit which holds the day; a weekend is that of the day's week."""
        if unit == "day":
            return cls(unit, day.toordinal())
        if unit in ("week", "weekend"):
            return cls(unit, (day.toordinal() - 1) // 7)
        if unit == "season":  # the meteorological seasons; January and February end the winter of the year before
            return cls(unit, (day.year * 12 + day.month - 3) // 3)
        if unit in PER_YEAR:
            return cls(unit, (day.year * 12 + day.month - 1) // (12 // PER_YEAR[unit]))
        return cls(unit, day.year // YEARS[unit])

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Period:
        """Return a day; raise ValueError for one that does not exist."""
        return cls("day", date(year, month, day).toordinal())

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        return cls("month", year * 12 + month - 1)

    @property
    def year(self) -> int:
        """The year that the period begins in."""
        if self.unit in PER_YEAR:
            return self.index // PER_YEAR[self.unit]
        if self.unit in YEARS:
            return self.index * YEARS[self.unit]
        return self.first.year

    @property
    def first(self) -> date:
        """The first day. Raises ValueError before the year 1."""
        if self.unit == "day":
            return date.fromordinal(self.index)
        if self.unit in ("week", "weekend"):
            return date.fromordinal(self.index * 7 + (1 if self.unit == "week" else 6))
        if self.unit == "season":
            return date(self.year, self.index % 4 * 3 + 3, 1)
        if self.unit in PER_YEAR:
            return date(self.year, self.index % PER_YEAR[self.unit] * (12 // PER_YEAR[self.unit]) + 1, 1)
        return date(max(self.year, 1), 1, 1)

    @property
    def last(self) -> date:
        """The last day."""
        if self.unit in ("day", "week", "weekend"):
            return date.fromordinal(self.first.toordinal() + {"day": 0, "week": 6, "weekend": 1}[self.unit])
        if self.year >= MAX_YEAR:
            return (
                date.max
                if self.unit in YEARS or self.index + 1 == PER_YEAR[self.unit] * (MAX_YEAR + 1)
                else self._before_next()
            )
        return self._before_next()

    def _before_next(self) -> date:
        return date.fromordinal(self.shifted(1).first.toordinal() - 1)

    def shifted(self, count: int) -> Period:
        """Return the period `count` periods later (earlier when negative)."""
        return Period(self.unit, self.index + count)

    def within(self, unit: str) -> Period:
        """Return the larger period that this one begins in."""
        if unit in YEARS:
            return Period(unit, self.year // YEARS[unit])
        return Period.containing(unit, self.first)

    @property
    def edtf(self) -> str:
        if self.unit == "day":
            return self.first.isoformat()
        if self.unit in ("week", "weekend"):
            return f"[{self.first.isoformat()}..{self.last.isoformat()}]"
        if self.unit == "month":
            return f"{year_text(self.year)}-{self.index % 12 + 1:02d}"
        if self.unit in PER_YEAR:
            code = {"quarter": QUARTER_1, "season": SPRING, "half": HALF_1}[self.unit]
            return f"{year_text(self.year)}-{code + self.index % PER_YEAR[self.unit]}"
        digits = {"year": 0, "decade": 1, "century": 2, "millennium": 3}[self.unit]
        return year_text(self.year)[: -digits or None] + "X" * digits

    @property
    def timex(self) -> str:
        """The TIMEX3 value."""
        if self.unit in ("week", "weekend"):
            year, week, _ = self.first.isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if self.unit == "weekend" else "")
        if self.unit in ("quarter", "half"):
            return f"{timex_year(self.year)}-{self.unit[0].upper()}{self.index % PER_YEAR[self.unit] + 1}"
        if self.unit == "season":
            return f"{timex_year(self.year)}-{SEASON_NAMES[self.index % 4]}"
        if self.unit == "month" and self.year <= 0:
            return f"{timex_year(self.year)}-{self.index % 12 + 1:02d}"
        if self.year < 0 or (self.unit == "year" and self.year == 0):
            return timex_year(self.year)
        return self.edtf.rstrip("X")

    @property
    def precision(self) -> str:
        """The precision in EDTF's terms: a week is days, a quarter and a half are read as seasons."""
        return {"week": "day", "weekend": "day", "quarter": "season", "half": "season"}.get(self.unit, self.unit)
