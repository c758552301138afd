"""Put together what stands around an expression: "since …", "late …", "between … and …", "the week of …"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from . import anchoring
from .context import Context
from .lexer import CODES, OTHER
from .mention import Alternative
from .numerals import Clock
from .periods import OutOfCalendar, Period
from .rules import GRAMMAR
from .rules.base import with_clock, with_daypart
from .rules.ranges import joined
from .values import Value, of_period

RANGED = frozenset({"day", "week", "month", "quarter", "season", "year", "decade", "weekend", "half", "century"})
NAMES = {code: name for name, code in CODES.items()}
STARTS = GRAMMAR.first_codes()
OPENERS = frozenset(
    CODES[name] for name in "between from since until about part the ord ordnum last unit daypart clock".split()
)
GENITIVES = ("of", "within", "the", "this", "last", "next")  # after "the third quarter", "das dritte Quartal"
DAYS_OF_WEEK = 7
MAX_KEPT = 64  # readings
BEYOND = 8  # tokens that a layer may look at after the end of the text
YEARLESS = frozenset(
    "day-nearest day-tense day-open month-past month-next month-following month-open season-last season-next "
    "season-open holiday-nearest holiday-open".split()
)

Read = tuple[Value, int]  # a value and the token after it


class Reader:
    """Reads the expression at a token; each layer reads only layers below it, so the work at a token is bounded."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.tokens = context.tokens
        self._codes = context.tokens.codes + OTHER * BEYOND
        self._cores: dict[tuple[int, int | None], Read | None] = {}  # layers ask for the same place again

    def note(self, value: Value, end: int) -> None:
        """Remember a date that was read up to a token; what was looked at ahead may count from it."""
        self.context.place = end - 1
        self.context.note(value)
        self._cores.clear()

    def read(self, at: int) -> Read | None:
        """Read the longest expression that begins at a token, with ranges and what stands before it."""
        try:
            return self._between(at) or self._open_ended(at) or self._range(at)
        except (OutOfCalendar, OverflowError):
            return None

    def _is(self, at: int, *names: str) -> bool:
        """Tell whether the token at a place is of one of the classes; beyond the end there is none."""
        return NAMES.get(self._codes[at]) in names

    def _word(self, at: int) -> str:
        """Return what a token means as the name that its table gives."""
        return str(self.tokens.values[at])

    def _skip(self, at: int, *names: str) -> int:
        """Return the place after an optional token of these classes."""
        return at + 1 if self._is(at, *names) else at

    # ranges

    def _between(self, at: int) -> Read | None:
        """Read "between … and …" and "from … to …"."""
        core = self._core(at)  # "between 11 and 17 September" is a pattern of its own
        if core and core[0].bounds:
            return core
        if self._is(at, "between"):
            return self._pair(at + 1, ("and",), "one-of")
        if self._is(at, "from"):
            return self._pair(at + 1, ("to", "until", "hyphen"), "through")
        return None

    def _range(self, at: int) -> Read | None:
        """Read one expression, or two joined by "to" or a dash."""
        single = self._qualified(at)
        if single is None:
            return None
        if is_bound(single[0]) and self._is(single[1], "to", "hyphen", "until"):
            return self._pair(at, ("to", "hyphen", "until"), "through") or single
        return single

    def _pair(self, at: int, joints: tuple[str, ...], style: str) -> Read | None:
        """Read two expressions and their joint; the first takes its year from the second where it has none."""
        start = self._skip(at, "the")
        first = self._qualified(start)
        if first is None or not is_bound(first[0]) or not self._is(first[1], *joints):
            return None
        second_at = self._skip(self._skip(first[1] + 1, "on"), "the")
        second = self._qualified(second_at)
        if second is None or not second[0].period or second[0].bounds or first[0].bounds:
            return None
        if second[0].rule == "absolute" and first[0].rule in YEARLESS:
            first = self._with_year(start, second[0].period.year) or first
        if first[0].rule.startswith("weekday-") and second[0].rule.startswith("weekday-") and first[0].period:
            second = (_within_a_week(second[0], first[0].period), second[1])
            first = (_not_after(first[0], second[0].period or first[0].period), first[1])
        if first[0].period is None or second[0].period is None:
            return None
        if first[0].period.unit not in RANGED or second[0].period.unit not in RANGED:
            return None
        spans = ((start, first[1]), (second_at, second[1]))
        value = joined(first[0], second[0], style, spans)
        return (value, second[1]) if value else None

    def _with_year(self, at: int, year: int) -> Read | None:
        """Read an expression again with a year taken from its neighbour."""
        self.context.inherited_year = year
        try:
            return self._qualified(at)
        finally:
            self.context.inherited_year = None

    def _open_ended(self, at: int) -> Read | None:
        """Read "since June 2023" and "until June 2023"."""
        since = self._is(at, "since")
        if not since and not self._is(at, "until"):
            return None
        point_at = self._skip(at + 1, "the") if self._core(at + 1) is None else at + 1
        point = self._qualified(point_at)
        if point is None or not point[0].edtf or point[0].bounds or point[0].clock:
            return None
        value, end = point
        first = value.period.first if value.period and value.period.unit in ("week", "weekend") else None
        edge = first.isoformat() if first else value.edtf
        if "X" in edge:
            return None
        edtf = f"{edge}/.." if since else f"../{edge}"
        rule = ("since" if since else "until") if value.rule in ("absolute", "part") else value.rule
        others = tuple(
            replace(a, edtf=f"{a.edtf}/.." if since else f"../{a.edtf}")
            for a in value.alternatives
            if a.edtf[:1].isdigit()
        )
        return replace(
            value, edtf=edtf, rule=rule, part="", alternatives=others, bounds=(value,), spans=((point_at, end),)
        ), end

    # what stands before an expression

    def _qualified(self, at: int) -> Read | None:
        """Read "about 2020", "late last week", "the week of 11 September", or a plain expression."""
        return self._about(at) or self._part(at) or self._nth_of(at) or self._week_of(at) or self._timed(at)

    def _about(self, at: int) -> Read | None:
        if not self._is(at, "about"):
            return None
        start = self._skip(at + 1, "the")
        found = self._part(start) or self._timed(start)
        if found is None or found[0].period is None or found[0].bounds or found[0].clock or found[0].kind != "date":
            return None
        value, end = found
        if value.edtf.startswith(("[", "{")) or "X" in value.edtf:
            return found
        others = tuple(replace(a, edtf=f"{a.edtf}~") for a in value.alternatives if a.edtf[:1].isdigit())
        return replace(value, edtf=f"{value.edtf}~", rule=approximate(value.rule), alternatives=others), end

    def _part(self, at: int) -> Read | None:
        """Read "mid-September", "the end of last week", "early in 2023": the whole, and which part of it."""
        if not self._is(at, "part"):
            return None
        part = self._word(at)
        start = self._skip(self._skip(at + 1, "hyphen"), "of", "within", "on")
        found = self._nth_of(start) or self._week_of(start) or self._timed(start)
        if found is None and self._is(start, "the"):
            found = self._nth_of(start + 1) or self._week_of(start + 1) or self._timed(start + 1)
        if found is None and self._is(start, "unit") and self._word(start) in ("week", "month", "year"):
            lone = anchoring.relative_unit(self.context, self._word(start), 0)  # "a finales de año"
            found = (lone, start + 1) if lone else None
        if (
            found is None
            or found[0].kind != "date"
            or found[0].bounds
            or (found[0].period is None and not found[0].timex)
        ):
            return None
        value, end = found
        return in_part(value, part), end

    def _nth_of(self, at: int) -> Read | None:
        """Read "the third quarter of 2009", "the second week of June", "the first half of last year"."""
        start = self._skip(at, "the")
        if not self._is(start, "ord", "ordnum", "last"):
            return None
        ordinal = self.tokens.values[start]
        unit_at = self._skip(start + 1, "hyphen")
        if not self._is(unit_at, "unit", "half", "weekday") or not self._is(unit_at + 1, *GENITIVES):
            return None
        whole_at = self._skip(self._skip(unit_at + 1, "of", "within"), "the")
        whole = self._timed(whole_at)
        unit = self.tokens.values[unit_at]
        if whole is None or not isinstance(ordinal, int) or whole[0].bounds:
            return None
        if isinstance(unit, int):
            value = anchoring.nth_weekday(whole[0], ordinal, unit)
            return (value, whole[1]) if value else None
        if not isinstance(unit, str):
            return None
        value = anchoring.ordinal_of(whole[0], ordinal, unit)
        return (value, whole[1]) if value else None

    def _week_of(self, at: int) -> Read | None:
        """Read "the week of 11 September 2023", "the week ending 17 September", "the night of 3 May"."""
        start = self._skip(at, "the")
        is_daypart = self._is(start, "daypart")
        # "Morgen des 22. Juni", "Nacht zum Montag"
        joints = ("of", "the", "on", "to") if is_daypart else ("of", "ending")
        if not self._is(start, "unit", "daypart") or not self._is(start + 1, *joints):
            return None
        unit = self._word(start)
        day = self._timed(self._skip(start + 2, "the", "on"))
        if day is None or day[0].period is None or day[0].period.unit not in ("day", "weekend") or day[0].clock:
            return None
        if is_daypart:
            return with_daypart(day[0], unit), day[1]
        if unit not in ("week", "weekend") or day[0].period.unit != "day":
            return None
        week = Period.containing(unit, day[0].period.first)
        return replace(day[0], edtf=week.edtf, timex=week.timex, period=week, alternatives=weeks(day[0], unit)), day[1]

    def _timed(self, at: int) -> Read | None:
        """Read an expression with the clock time or part of day beside it."""
        if self._is(at, "clock"):
            return self._clock_first(at)
        found = self._core(at)
        if found is None or found[0].period is None or found[0].period.unit != "day" or found[0].bounds:
            return found
        value, end = found
        if value.kind != "date" and value.clock:
            return found
        place = self._skip(self._skip(end, "comma"), "on", "within", "to")
        place = self._skip(self._skip(place, "the"), "about")
        if self._is(place, "clock"):
            clock = self.tokens.values[place]
            value = replace(value, timex=value.period.timex if value.period else value.timex)  # "Tuesday evening at 8"
            return with_clock(value, as_clock(clock)), self._skip(place + 1, "oclock")
        if value.kind == "date" and self._is(place, "daypart") and (place == end or self._is(end, "on", "within")):
            return with_daypart(value, self._word(place)), place + 1
        return found

    def _clock_first(self, at: int) -> Read | None:
        """Read "14:30 on 19 September 2023", or a time alone: on the report's day, which is less sure."""
        clock = as_clock(self.tokens.values[at])
        end = self._skip(at + 1, "oclock")
        place = self._skip(self._skip(self._skip(end, "comma", "paren"), "on", "of"), "the")
        day = self._core(place)
        if day and day[0].period and day[0].period.unit == "day" and day[0].kind == "date" and not day[0].bounds:
            return with_clock(day[0], clock), day[1]
        now = self.context.now
        if now is None:
            return Value("clock", "", f"XXXX-XX-XX{clock.timex}", "time", "minute", confidence=0.4), end
        focus = self.context.focus
        period = focus if focus and focus.unit == "day" and focus.year > 0 else Period("day", now.toordinal())
        value = of_period(period, "clock", 0.6, period.first)
        return with_clock(value, clock), end

    def _core(self, at: int) -> Read | None:
        """Return the longest pattern that means something here."""
        if self._codes[at] not in STARTS:
            return None
        key = (at, self.context.inherited_year)
        if key not in self._cores:
            if len(self._cores) >= MAX_KEPT:
                self._cores.clear()
            self._cores[key] = self._longest(at)
        return self._cores[key]

    def _longest(self, at: int) -> Read | None:
        for found, build in GRAMMAR.matches(self.tokens, at):
            self.context.place = found.end - 1
            try:
                value = build(found, self.context)
            except (OutOfCalendar, OverflowError):
                continue
            if value is not None:
                return value, found.end
        return None


def is_bound(value: Value) -> bool:
    """Tell what can be the end of a range: a period, or one whose year the other end may give."""
    return not value.bounds and not value.part and (value.period is not None or value.rule in YEARLESS)


def _within_a_week(last: Value, first: Period) -> Value:
    """Take "Sunday" in "Friday until Sunday" as the next one after it."""
    if last.period and last.period.unit == first.unit == "day" and last.period.index - first.index > DAYS_OF_WEEK:
        moved = last.period.shifted(-DAYS_OF_WEEK)
        return replace(last, period=moved, edtf=moved.edtf, timex=moved.timex, alternatives=())
    return last


def _not_after(first: Value, last: Period) -> Value:
    """Take "Monday" in "Monday to Friday" a week earlier where it would come after."""
    if first.period and first.period.unit == "day" and first.period.index > last.index:
        moved = first.period.shifted(-7)
        return replace(first, period=moved, edtf=moved.edtf, timex=moved.timex, alternatives=())
    return first


def as_clock(value: object) -> Clock:
    """Return a clock token's value; the words for noon and midnight come as a row of numbers."""
    return value if isinstance(value, Clock) else Clock(*value)  # type: ignore[misc]


def approximate(rule: str) -> str:
    return "about" if rule == "absolute" else rule


def in_part(value: Value, part: str) -> Value:
    """Say which part of a period is meant; a part of a day is still that day."""
    if value.period is None or value.period.unit == "day":
        return value
    rule = {"last-unit": f"{value.period.unit}-{part}-last", "absolute": "part"}.get(value.rule, value.rule)
    if value.rule == "last-unit" and value.period.unit not in ("week", "month", "year"):
        rule = value.rule
    others = tuple(replace(a, part=part) for a in value.alternatives)
    return replace(value, part=part, rule=rule, alternatives=others)


def weeks(day: Value, unit: str) -> tuple[Alternative, ...]:
    """Return the weeks of a day's other readings."""
    made = []
    for reading in day.alternatives:
        if len(reading.edtf) == 10 and "X" not in reading.edtf:
            week = Period.containing(unit, date.fromisoformat(reading.edtf))
            made.append(replace(reading, edtf=week.edtf, timex=week.timex))
    return tuple(made)
