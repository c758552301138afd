"""What the tagger answers: a temporal expression in a text, its value, and the working."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

RULES = frozenset(
    """
    absolute part about since until range range-open numeric-day-first numeric-month-first
    numeric-swapped weekday-past weekday-this weekday-last weekday-next weekday-in-week
    weekday-week-before weekday-week-after weekday-disagrees weekday-open month-past month-last
    month-next month-this month-following month-relative-year month-open month-before month-after
    year-before year-after another-year day-nearest day-following day-tense day-weekday day-relative-year day-of-month
    day-open day-before last-unit this-unit next-unit week-start-last week-mid-last week-end-last
    month-start-last month-mid-last month-end-last year-start-last year-mid-last year-end-last
    trailing-unit weekend-before weekend-after relative-day ago ahead hours-ago to-the-day to-the-month
    from-last-date neighbour-unit next-day same-unit from-report holiday holiday-nearest holiday-open
    season-last season-next season-this season-open quarter-past quarter-next century clock vague
    duration repeated bounded from-date to-the-year fiscal-year known-day
    """.split()
)
"""Every rule that a mention or an alternative can carry; `wording.explain` has a sentence for each."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way to read the same words."""

    edtf: str
    timex: str
    part: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A temporal expression: `text[start:end]`, read as `edtf`.

    `edtf` is empty where the words name nothing on the calendar, and holds `X` where a part stays open
    (`XXXX-07-07`). `timex` is the TIMEX3 value (TimeML 1.2.1, section 2.2.5). `kind` is "date", "time",
    "duration", "set" or "vague". `part` is "", "start", "mid" or "end". `anchor` is the day the words were
    counted from, None for absolute dates. A confidence of 0.8 or more means: fit to be printed.
    `bounds` holds the two ends of a range or of a night, and the date of a limit, for those who need them apart.
    """

    start: int
    end: int
    edtf: str
    timex: str
    kind: str
    precision: str
    part: str
    rule: str
    anchor: date | None
    confidence: float
    alternatives: tuple[Alternative, ...] = ()
    bounds: tuple[Mention, ...] = ()
