"""Read a day with what stands beside it: a clock time, a part of day, "the night of … to …"."""

from __future__ import annotations

from dataclasses import replace

from .cursor import Cursor, Read
from .nights import midnight_of, over_night
from .numerals import Clock
from .periods import Period
from .rules.base import with_clock, with_daypart
from .values import Value, of_period, other

HOURS = {"MO": (0, 13), "AF": (11, 20), "EV": (15, 23)}  # the widest that words for parts of day are used
EARLY_HOURS = 8  # before these, hours of the night are after midnight
MIDNIGHT = (0, 0, None, "")  # the word, and no 00:00
STAMP_SIGNS = "-–—|·•"
AFTER_A_DAY = ("on", "within", "to", "apos", "about")  # between a day and its part

TwoDays = tuple[Value, int, int, Value, int]  # a day, the token after it, where the next one begins, that day, its end


class TimedReader(Cursor):
    """The layer of days and their hours."""

    def _timed(self, at: int) -> Read | None:
        """Read an expression with the clock time or part of day beside it."""
        if clock := self._clock_at(at):
            return self._midnight(at) or self._clock_first(*clock)
        found = self._core(at)
        if found is None or not is_day(found[0]):
            return found
        value, end = found
        place = self._beside_day(end)
        if (clock := self._clock_at(place)) and (timed := at_hour(value, clock[0])):
            return timed, clock[1]
        part = self._daypart_at(place, end) if value.kind == "date" else None
        if part is None:
            return found
        value, end = with_daypart(value, part[0]), part[1]
        if (clock := self._clock_at(self._beside_day(end))) and (timed := at_hour(value, clock[0])):
            return timed, clock[1]
        return value, end

    def _beside_day(self, end: int) -> int:
        """Return the place after the small words behind a day: "Tuesday, at about …"."""
        if self._is_stamp(end):
            return end + 1
        place = self._skip(self._skip(end, "comma"), "on", "within", "to")
        if place < len(self.tokens.starts) and self.tokens.word(place) in self.context.tables.near_hour:
            place += 1
        place = self._skip(self._skip(self._skip(place, "the", "apos"), "about"), "the")
        return self._skip(place + 2, "the") if self._is_just(place) else place

    def _is_glued(self, at: int) -> bool:
        """Tell whether no blank stands around a token."""
        tokens = self.tokens
        return tokens.starts[at] == tokens.ends[at - 1] and tokens.starts[at + 1] == tokens.ends[at]

    def _is_just(self, at: int) -> bool:
        """Tell "shortly before", "kurz nach" and "peu avant" between a day and its hour."""
        tables, tokens = self.context.tables, self.tokens
        if at + 1 >= len(tokens.starts) or tokens.word(at) not in tables.just:
            return False
        return tokens.word(at + 1) in tables.before_hour or tokens.word(at + 1) in tables.after_hour

    def _is_stamp(self, at: int) -> bool:
        """Tell the sign between day and hour in "31.03.2016 - 17:45 Uhr" and "22. Dezember 2019 | 12:21 Uhr"."""
        if not self._is(at + 1, "clock") or self._is(at + 2, "hyphen", "to"):
            return False
        sign, text = self.tokens.starts[at], self.tokens.text
        return text[sign] in STAMP_SIGNS and text[sign - 1 : sign + 2] in (f" {text[sign]} ", f"\xa0{text[sign]} ")

    def _daypart_at(self, place: int, end: int) -> tuple[str, int] | None:
        """Return the part of a day that ends at a token: "lundi matin", "lundi en fin d'après-midi"."""
        if self._is(place, "part"):
            late = self._skip(self._skip(place + 1, "of"), "the")
            return (self._word(late), late + 1) if self._is(late, "daypart") else None
        if self._is(place, "daypart") and (place == end or self._is(end, *AFTER_A_DAY)):
            return self._word(place), place + 1
        if self._is(end, "hyphen") and self._is(end + 1, "daypart") and self._is_glued(end):
            return self._word(end + 1), end + 2  # "Donnerstag-Nachmittag"
        return None

    def _clock_at(self, at: int) -> tuple[Clock, int] | None:
        """Return the time of day at a place: "14:30", "om drie uur", and "in the afternoon" after it."""
        if self._is(at, "clock"):
            clock, end = as_clock(self.tokens.values[at]), self._skip(at + 1, "oclock")
        elif self._is(at, "num", "card") and self._is_hour(at):
            clock, end = Clock(int(self._word(at)) % 24, 0), at + 2
        else:
            return None
        place = self._skip(self._skip(self._skip(end, "apos"), "within", "of"), "the")
        if not self._is(place, "daypart"):
            return clock, end
        return in_daypart(clock, self._word(place)), place + 1

    def _is_hour(self, at: int) -> bool:
        """Tell "eight o'clock", and "om drie uur" from "drie uur lang"."""
        hours = self.tokens.values[at]
        if not isinstance(hours, int) or hours > 24:
            return False
        if self._is(at + 1, "oclock"):
            return True
        before = self.tokens.word(at - 1) if at else ""
        is_unit = self._is(at, "card") and self._is(at + 1, "unit") and self._word(at + 1) == "hour"
        return is_unit and (before in self.context.tables.clock_after or self._is_of_day(self._skip(at + 2, "apos")))

    def _is_of_day(self, at: int) -> bool:
        """Tell "'s middags" and "nachts": what stands before them is an hour, and no length of time."""
        return self._is(at, "daypart") and self.tokens.word(at) in self.context.tables.adverbial_parts

    def _clock_first(self, clock: Clock, end: int) -> Read | None:
        """Read "14:30 on 19 September 2023", or a time alone: on the report's day, which is less sure."""
        behind = self._behind_local_time(end)
        place = self._skip(self._skip(self._skip(behind, "comma", "paren"), "on", "of"), "the")
        day = self._core(place)
        if day and is_day(day[0]) and day[0].kind == "time" and "/" not in day[0].edtf:
            timed = at_hour(day[0], clock)  # "7.00 uur vanochtend"
            return (timed, day[1]) if timed else None
        if day and is_day(day[0]) and day[0].kind == "date":
            if self._is(day[1], "daypart"):
                return with_clock(day[0], in_daypart(clock, self._word(day[1]))), day[1] + 1
            return with_clock(day[0], clock), day[1]
        now = self.context.now
        if now is None:
            return Value("clock", "", f"XXXX-XX-XX{clock.timex}", "time", "minute", confidence=0.4), end
        told = self.context.day_of_hour(clock.hour, end - 1)
        period = told or Period("day", now.toordinal())
        value = of_period(period, "clock", 0.6, period.first).also(other(Period("day", now.toordinal()), "clock", 0.3))
        return with_clock(value, clock), end

    def _behind_local_time(self, end: int) -> int:
        """Return the place behind "local time", "Ortszeit"."""
        place = self._skip(end, "comma")
        for words in self.context.tables.local_time:
            there = range(place, min(place + len(words), len(self.tokens.starts)))
            if tuple(self.tokens.word(at) for at in there) == words:
                return place + len(words)
        return end

    def _midnight(self, at: int) -> Read | None:
        """Read "midnight on Sunday": where neither "before" nor "after" stands there, which end of the day is open."""
        if self.tokens.values[at] != MIDNIGHT:
            return None
        place = self._skip(self._skip(self._skip(at + 1, "comma"), "on", "of"), "the")
        day = self._core(place)
        if day is None or not is_day(day[0]) or day[0].kind != "date":
            return None
        before = at - 1 if at and not self._is(at - 1, "the") else at - 2
        word = self.tokens.word(before) if before >= 0 else ""
        return midnight_of(day[0], word, self.context.tables), day[1]

    def _night_between(self, part_at: int, at: int) -> Read | None:
        """Read "Tuesday to Wednesday" and "3 to 4 May" after "the night of": the two days, with each of them."""
        days = self._two_days(at)
        if days is None or not days[0].period or days[3].period != days[0].period.shifted(1):
            return None
        day, first_end, last_at, last, end = days
        night = with_daypart(day, self._word(part_at))
        spans = ((part_at, first_end), (last_at, end))
        return replace(over_night(day, last, self._word(part_at)), bounds=(night, last), spans=spans), end

    def _joins_days(self, at: int) -> bool:
        """Tell a word between the two days of a night: "to", "auf", "zu"."""
        return self._is(at, "on", "to", "and") or (
            at < len(self.tokens.starts) and self.tokens.word(at) in self.context.tables.into
        )

    def _two_days(self, at: int) -> TwoDays | None:
        """Read two days that follow each other; the first takes its month and year from the second."""
        first = self._core(at)
        if first and first[0].bounds:
            (day, last), (day_span, last_span) = first[0].bounds, first[0].spans
            return day, day_span[1], last_span[0], last, first[1]
        first_end = self._skip(at + 1, "dot")
        if self._is(at, "num", "ordnum") and self._joins_days(first_end):
            first = None  # "vom 8. auf den 9. Mai": a number alone
        elif first and is_day(first[0]) and self._joins_days(first[1]):
            first_end = first[1]
        else:
            return None
        last_at = self._skip(first_end + 1, "the")
        second = self._core(last_at)
        if second is None or second[0].period is None or not is_day(second[0]):
            return None
        before = second[0].period.shifted(-1)
        fits = names_same_day(first[0], before) if first else self.tokens.values.get(at) == before.first.day
        day = replace(second[0], edtf=before.edtf, timex=before.timex, period=before, alternatives=())
        return (day, first_end, last_at, second[0], second[1]) if fits else None


def is_day(value: Value) -> bool:
    """Tell a day that may have an hour beside it."""
    is_one = bool(value.period and value.period.unit == "day" and "/" not in value.edtf)
    return is_one and not value.bounds and not value.clock


def names_same_day(value: Value, day: Period) -> bool:
    """Tell whether a weekday, or a day and a month, are those of a day: the year may be another one."""
    if value.period is None:
        return False
    one, two = value.period.first, day.first
    if value.rule.startswith("weekday-"):
        return one.isoweekday() == two.isoweekday()
    if value.rule == "day-of-month":  # "vrijdag 4": the month stands with the other day
        return one.day == two.day
    return (one.month, one.day) == (two.month, two.day)


def at_hour(value: Value, clock: Clock) -> Value | None:
    """Add a time to a day or to a part of it: "Tuesday evening at 8" is at 20:00; at 0:10 that evening is over."""
    day, _, part = value.timex.partition("T")
    clock = in_daypart(clock, part)
    first, last = HOURS.get(part, (0, 23))
    return with_clock(replace(value, timex=day), clock) if first <= clock.hour <= last else None


def as_clock(value: object) -> Clock:
    """Return a clock token's value; the words for noon and midnight come as a row of numbers."""
    return value if isinstance(value, Clock) else Clock(*value)  # type: ignore[misc]


def in_daypart(clock: Clock, part: str) -> Clock:
    """Count an hour up to twelve on, where it is one of the afternoon, the evening or the early night."""
    late = part in ("AF", "EV") or (part == "NI" and clock.hour >= EARLY_HOURS)
    return replace(clock, hour=clock.hour + 12) if late and 0 < clock.hour < 12 else clock
