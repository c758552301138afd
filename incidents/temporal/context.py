"""What is known at a place of a text: the day of the report, the last date given, the tense of the clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from .lexer import BREAK, CODES, OTHER, Tokens
from .numerals import Clock
from .periods import MAX_YEAR, UNITS, Period
from .storyline import Storyline
from .tables import Tables
from .tense import Tenses
from .values import Value
from .verbs import CLAUSE

MANY = 9
NOON = LAST_MONTH = 12
DAWN = 6  # o'clock: before it an hour named after the evening of a day is of the next one
BESIDE = 3  # tokens
OPENING = 10  # tokens of a date that opens a sentence, with what stands before it
COUNTED = frozenset({"from-last-date", "neighbour-unit", "next-day"})
FOLLOWING = frozenset({"month-following", "day-following"})
DAYS_OF_WEEK = 7
LATE = 3  # months or quarters: how old figures are news
SPOKEN_OF = 100  # tokens: how long the days of a festival are those that weekdays lie in
LEADING = frozenset({CODES["on"], CODES["the"]})
JOINING = frozenset(CODES[name] for name in ("and", "comma", "slash"))
NAMED_DAYS = frozenset(CODES[name] for name in ("weekday", "wabbr", "daypart"))
IN_DIGITS = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d\d|\d{4})(?![\d/])")
MONTHS, YEAR = f"[{CODES['month']}{CODES['mabbr']}]", CODES["year"]
MONTH_DAY_YEAR = re.compile(f"{MONTHS}{CODES['dot']}?{CODES['num']}{CODES['comma']}{YEAR}")
DAY_MONTH_YEAR = re.compile(f"[{CODES['num']}{CODES['ordnum']}]{CODES['of']}?{MONTHS}{CODES['dot']}?{YEAR}")
COARSENESS = {unit: rank for rank, unit in enumerate(UNITS)}


def one_way(first: str, second: str) -> bool:
    """Tell two numbers of which only one can be a month."""
    return (int(first) > LAST_MONTH) != (int(second) > LAST_MONTH)


@dataclass(slots=True)
class Context:
    """What the anchoring of one text knows: the report's day, the words around, the last date read."""

    reference: date | None
    tables: Tables
    tokens: Tokens
    story: Storyline | None = None  # of a narrative
    place: int = 0  # the last token of what is being read
    focus: Period | None = None
    recent: list[Period] = field(default_factory=list)  # the last date of each unit, the latest first
    named: tuple[Period, int] | None = None  # the last date, and its last token
    told: tuple[Period, int] | None = None  # the last date that was given with its year, and its last token
    told_goes_on: bool = False  # nothing was counted from the report since
    hour: tuple[Period, Clock, int] | None = None  # the last time of day, its day, and its last token
    span: tuple[Period, Period] | None = None  # the first and the last day of a range that the text is still about
    span_at: int = 0  # its last token
    months: tuple[Period, Period] | None = None  # the two ends of "from January to March"
    night: Period | None = None  # the day that the evening or the night named last began on
    night_ends: int = 0  # before this hour a time is of the day after it
    inherited_year: int | None = None
    _order: tuple[bool | None] | None = None
    whole: bool = False  # the text is nothing but a date: doubtful words are taken for one
    _tenses: Tenses = field(init=False)

    def __post_init__(self) -> None:
        self._tenses = Tenses(self.tokens, self.tables)

    @property
    def narrative(self) -> bool:
        return self.story is not None

    @property
    def story_year(self) -> int | None:
        """The year that a narrative has reached; None for news, and where the text names no year."""
        stage = self.story.at(self.place) if self.story else None
        return stage[0] if stage else None

    @property
    def now(self) -> date | None:
        """The day that relative words count from."""
        stage = self.story.at(self.place) if self.story else None
        if stage is None or not 1 <= stage[0] <= MAX_YEAR:
            return self.reference
        if self.focus and self.focus.year == stage[0]:
            return self.focus.first
        return date(stage[0], stage[1] or 1, 1)

    def note(self, value: Value) -> None:
        """Remember the date for later words such as "the following day", but for an aside of a narrative."""
        if self.named and value.rule in COUNTED and not value.period:  # from both ends of a longer time
            self.named = self.named[0], self.place
        if not value.period or value.aside or value.kind not in ("date", "time") or self._is_deadline(value):
            return
        if (value.rule == "absolute" or value.rule in FOLLOWING) and value.period.year > 0:
            self.told = value.period, self.place
        elif value.anchor is not None and value.anchor == self.reference:
            self.told_goes_on = False
        if value.rule == "absolute":
            self.told_goes_on = value.period.year > 0 and self._is_told_of(value.period)
        self.named = value.period, self.place
        self._note_span(value)
        if value.clock and value.period.unit == "day":
            self.hour = value.period, value.clock, self.place
        if value.rule != "clock":
            spans_midnight = value.kind == "time" and "/" in value.edtf
            self.night = value.period if spans_midnight or value.timex.endswith(("TEV", "TNI")) else None
            if value.rule == "relative-day" and value.timex.endswith("TNI") and self._is_last_night(value.period):
                self.night = value.period.shifted(-1)
            self.night_ends = NOON if spans_midnight else DAWN
        if self.story_year in (None, value.period.year):
            self.focus = value.period
            self.recent = [value.period, *(p for p in self.recent if p.unit != value.period.unit)]

    def _is_last_night(self, day: Period) -> bool:
        """Tell "heute Nacht brannte es", the night that ended in the report's day, from the one to come."""
        is_today = self.reference is not None and day.first == self.reference
        return is_today and self.tense(self.place, self.place + 1) < 0

    def _note_span(self, value: Value) -> None:
        """Remember the days of a festival or a trial until a date outside them is named."""
        first, last = (value.bounds[0].period, value.bounds[1].period) if len(value.bounds) > 1 else (None, None)
        if first and last and first.unit == last.unit == "day" and 0 < last.index - first.index < DAYS_OF_WEEK:
            self.span, self.span_at = (first, last), self.place
        elif first and last and first.unit == last.unit == "month":
            self.months = first, last
        elif self.span and value.period and not self.span[0].first <= value.period.first <= self.span[1].last:
            self.span = None

    def day_of_span(self, number: int, tense: int) -> Period | None:
        """Return the weekday that lies in the days the text is about, where they are not those around the report."""
        if self.span is None or self.reference is None or self.narrative or self.place - self.span_at > SPOKEN_OF:
            return None
        first, last = self.span
        day = first.shifted((number - first.first.isoweekday()) % DAYS_OF_WEEK)
        is_ahead, is_over = first.first > self.reference, last.last < self.reference
        if day.index > last.index or not ((is_ahead and tense >= 0) or (is_over and tense < 0)):
            return None
        return day

    def _is_deadline(self, value: Value) -> bool:
        """Tell a date that nothing happened on: "before 5 May", "until 5 October" where that is still to come."""
        if value.edtf.startswith("[.."):
            return True
        day = self.reference
        is_ahead = bool(value.period and day and value.period.year > 0 and value.period.first > day)
        return value.edtf.startswith("../") and is_ahead and not self.narrative

    def told_in_sentence(self) -> Period | None:
        """Return the last date given with its year, where no sentence has ended since."""
        if self.told is None or self.narrative or self._sentences_since(self.told[1], CLAUSE):
            return None
        return self.told[0]

    def told_before(self) -> Period | None:
        """Return the last date given with its year, where a tale of the past goes on from it in the next sentence."""
        if self.told is None or not self.told_goes_on or self.narrative:
            return None
        return self.told[0] if self._sentences_since(self.told[1], 2 * CLAUSE) == 1 else None

    def _is_told_of(self, period: Period) -> bool:
        """Tell a date that its sentence is about: it opens it, or is a day that ends it.

        "Crime has grown since the murder in July 2021" is about no July.
        """
        codes, place = self.tokens.codes, self.place
        if period.unit == "day" and (place + 1 >= len(codes) or self._tenses.ends_sentence(place + 1)):
            return True
        for at in range(place, place - OPENING, -1):
            if at < 0 or codes[at] == BREAK or self._tenses.ends_sentence(at):
                return True
            if codes[at] == OTHER:
                break
        return False

    def named_before(self) -> Period | None:
        """Return the date named last, where it stands in this sentence or the one before."""
        if self.named is None or self._sentences_since(self.named[1], 2 * CLAUSE) > 1:
            return None
        return self.named[0]

    def compared_with(self, unit: str) -> Period | None:
        """Return the month, quarter or year that figures are given for: named in this sentence or the one before.

        A month or quarter of late holds on; a year must be the report's or the one before it, as "im Vorjahr" is said
        of last year too.
        """
        if self.reference is None or self.narrative:
            return None
        here, told = Period.containing(unit, self.reference), self.named_before()
        if unit == "year":
            is_it = told is not None and told.unit == unit and 0 <= here.index - told.index <= 1
            return told if is_it else None
        if told is not None and told.unit == unit:
            return told
        late = next((p for p in self.recent if p.unit == unit), None)
        return late if late and 0 <= here.index - late.index <= LATE else None

    def hour_before(self) -> tuple[Period, Clock] | None:
        """Return the time of day named last and its day, where it stands in this sentence or one of the two before."""
        if self.hour is None or self._sentences_since(self.hour[2], 3 * CLAUSE) > 2:
            return None
        return self.hour[0], self.hour[1]

    def day_beside(self, start: int) -> Period | None:
        """Return the day that a weekday follows in a list: "on Sunday and Monday", "dinsdag, woensdag"."""
        codes, place = self.tokens.codes, start - 1
        while place > 0 and codes[place] in LEADING:
            place -= 1
        if place < 1 or codes[place] not in JOINING or codes[place - 1] not in NAMED_DAYS or self.named is None:
            return None
        return self.named[0] if self.named[1] == place - 1 and self.named[0].unit == "day" else None

    def _sentences_since(self, place: int, reach: int) -> int:
        """Count the sentences that have ended since a token; many where it is far off or in another paragraph."""
        since = range(place + 1, min(self.place, len(self.tokens.codes)))
        if len(since) > reach or any(self.tokens.codes[at] == BREAK for at in since):
            return MANY
        return sum(self._tenses.ends_sentence(at) for at in since)

    @property
    def last_day(self) -> Period | None:
        """The day named last, where a time of day may belong to it: in a story also before a month or a year."""
        last = self.focus
        if last is not None and last.unit != "day":
            last = next((p for p in self.recent if p.unit == "day" and self._may_go_on(p)), None)
        return last if last is not None and last.unit == "day" and last.year > 0 else None

    def _may_go_on(self, day: Period) -> bool:
        """Tell whether a text may come back to a day after naming a month: one of its story, or of the week before."""
        if self.narrative:
            return day.year == self.story_year
        return self.reference is not None and 0 <= self.reference.toordinal() - day.index <= DAYS_OF_WEEK

    def day_of_hour(self, hour: int, place: int) -> Period | None:
        """Return the day that a time of day belongs to by what was named last; late in a night the next.

        "Ce soir à 0 h 10" is said of today.
        """
        is_beside = self.named is not None and place - self.named[1] <= BESIDE and self.night_ends == DAWN
        if self.night is None or is_beside:
            return self.last_day
        return self.night.shifted(1) if hour < self.night_ends else self.night

    def last_date(self, unit: str) -> Period | None:
        """Return the last date given that is as fine as a unit, so that counting in it makes sense."""
        if unit == "year" and self.story_year is not None:
            return Period(unit, self.story_year)
        finest = COARSENESS.get(unit, -1)
        return next((p for p in self.recent if COARSENESS[p.unit] <= finest), None)

    def tense(self, start: int, end: int) -> int:
        """Return 1 where the clause around these tokens speaks of the future, -1 of the past, 0 for neither."""
        return self._tenses.of(start, end)

    @property
    def is_appointed(self) -> bool:
        """Whether only a verb in the present tells that what is being read is still to come: "they meet Friday"."""
        return self._tenses.appointed_at == self.place

    @property
    def is_state(self) -> bool:
        """Whether what is being read, its tense asked for, may be a day that comes again: "is closed on Sunday"."""
        return self._tenses.state_at == self.place

    @property
    def order_in_digits(self) -> bool | None:
        """Whether dates in digits begin with the day, by those that can be read in one way only: 3/27/2017, 27/3/2017.

        Where there are none, "March 27, 2017" speaks for the month; None where nothing or both speak.
        """
        if self._order is None:
            self._order = self._find_order()
        return self._order[0]

    def _find_order(self) -> tuple[bool | None]:
        told = {
            int(first) > LAST_MONTH for first, second in IN_DIGITS.findall(self.tokens.text) if one_way(first, second)
        }
        if not told and MONTH_DAY_YEAR.search(self.tokens.codes):
            return (None if DAY_MONTH_YEAR.search(self.tokens.codes) else False,)
        return (told.pop() if len(told) == 1 else None,)

    def opens_sentence(self, place: int) -> bool:
        return self._tenses.opens_sentence(place)

    def is_fragment(self, start: int, end: int) -> bool:
        """Tell whether the words around some tokens are too few for a sentence, and none of them is a verb."""
        return self._tenses.is_fragment(start, end)

    @property
    def is_told(self) -> bool:
        """Whether a verb of the past stands right before what is being read, its tense asked for: "died on 3 May"."""
        return self._tenses.told_at == self.place

    def tells_a_tense(self, place: int) -> bool:
        """Tell a verb of the past or of what is to come."""
        return self._tenses.is_verb(place)

    @property
    def is_planned(self) -> bool:
        """Whether what is being read, its tense asked for, is the day of what was planned: "was to open Wednesday"."""
        return self._tenses.planned_at == self.place
