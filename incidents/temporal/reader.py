"""Put together what stands around an expression: "since …", "late …", "between … and …", "the week of …"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from . import anchoring
from .context import Context
from .happenings import doubted
from .lexer import CODES, OTHER
from .limits import limit_at, limited, side_at
from .mention import Alternative
from .numerals import Clock
from .periods import OutOfCalendar, Period
from .rules import GRAMMAR
from .rules.base import with_clock, with_daypart
from .rules.ranges import joined
from .values import Value, of_period, other

RANGED = frozenset({"day", "week", "month", "quarter", "season", "year", "decade", "weekend", "half", "century"})
NAMES = {code: name for name, code in CODES.items()}
BOTH = frozenset({"of", "from"})  # what a word may mean that is both, as Dutch "van" is
AGREEING = frozenset(CODES[name] for name in ("the", "same", "this"))
STARTS = GRAMMAR.first_codes()
OPENERS = frozenset(
    CODES[name]
    for name in "between from of_from since until to about part the ord ordnum last unit daypart clock".split()
)
HALVED = frozenset({"month", "decade", "century"})
EARLY_HOURS = 8  # before these, hours of the night are after midnight
LIMITS = "".join(CODES[name] for name in ("bound", "earlier", "later", "agopre", "on", "within"))
COUNTS = "".join(CODES[name] for name in ("art", "card", "num", "int", "the"))
LAYERED = OPENERS | frozenset(LIMITS + COUNTS)
"""What may stand before an expression; anything else can only begin one."""
ARTICLED = ("season", "quarter", "half")
MAX_KEPT = 64  # readings
BEYOND = 8  # tokens that a layer may look at after the end of the text
YEARLESS = frozenset(
    "day-nearest day-tense day-open month-past month-next month-following month-open season-last season-next "
    "season-open holiday-nearest holiday-open".split()
)

WITH_YEAR = frozenset({"absolute", "holiday"})  # the rules of those that took a year from their neighbour

Read = tuple[Value, int]  # a value and the token after it


class Reader:
    """Reads the expression at a token; each layer reads only layers below it, so the work at a token is bounded."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.tokens = context.tokens
        self._codes = context.tokens.codes + OTHER * BEYOND
        self._cores: dict[tuple[int, int | None], Read | None] = {}  # layers ask for the same place again

    def note(self, value: Value) -> None:
        """Remember a date that was read; what was looked at ahead may count from it."""
        self.context.note(value)
        self._cores.clear()

    def read(self, at: int) -> Read | None:
        """Read the longest expression that begins at a token, with ranges and what stands before it."""
        try:
            if self._codes[at] not in LAYERED:
                return doubted(self._range(at), at, self.context)
            return (
                self._between(at)
                or self._open_ended(at)
                or self._limited(at)
                or self._beside(at)
                or doubted(self._range(at), at, self.context)
            )
        except (OutOfCalendar, OverflowError):
            return None

    def _is(self, at: int, *names: str) -> bool:
        """Tell whether the token at a place is of one of the classes; beyond the end there is none."""
        name = NAMES.get(self._codes[at])
        return name in names or (name == "of_from" and not BOTH.isdisjoint(names))

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
        single = self._qualified(at) if self._codes[at] in LAYERED else self._timed(at)
        if single is None:
            return None
        if is_bound(single[0]) and self._is(single[1], "to", "hyphen", "until"):
            return self._pair(at, ("to", "hyphen", "until"), "through") or single
        if single[0].rule in YEARLESS and self._is(single[1], "and", "slash"):  # "in May and June 2008"
            both = self._pair(at, ("and", "slash"), "all-of")
            return both if both and both[0].bounds[0].rule in WITH_YEAR else single
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
            first = (_not_after(first[0], second[0].period), first[1])
        if first[0].period is None:
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
        if not since and not self._is(at, "until", "to"):
            return None
        if self._is(at, "to") and self.tokens.word(at) not in self.context.tables.through:
            return None
        point_at = self._skip(at + 1, "the") if self._core(at + 1) is None else at + 1
        point = self._qualified(point_at)
        if point is None or not point[0].edtf or point[0].bounds or point[0].clock:
            return None
        value, end = point
        edge = value.edtf
        if value.period and value.period.unit in ("week", "weekend"):
            edge = (value.period.first if since else value.period.last).isoformat()
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

    def _limited(self, at: int) -> Read | None:
        """Read "before 2020", "no later than 3 May", "by Saturday"; "after Monday's vote" is on that Monday."""
        found = limit_at(self.tokens, self.context.tables, at)
        if found is None:
            return None
        side, inclusive = found
        start = self._skip(at + 1, "on", "within") if self._is(at, "bound") else at + 1
        point_at = self._skip(start, "the") if self._core(start) is None else start
        point = self._core(point_at)
        if point is None or (point_at > start and not self._is_articled(start, point[0])):
            return None  # "before the 2020 election"
        value, end = point
        unsure = value.anchor is None and value.confidence < 0.7
        if unsure or self._is(end, "apos", "hyphen", "clock", "daypart", "to"):
            return None
        made = limited(value, side, inclusive)
        return (replace(made, bounds=(value,), spans=((point_at, end),)), end) if made else None

    def _is_articled(self, at: int, value: Value) -> bool:
        """Tell whether an article belongs to a date: "before the fall of 2008", "a más tardar el viernes"."""
        unit = value.period.unit if value.period else ""
        return unit in ARTICLED or (unit == "day" and self.tokens.word(at) in self.context.tables.day_articles)

    def _beside(self, at: int) -> Read | None:
        """Read "three weeks after 3 May 2021" and "the day before Christmas": counted from the date beside it."""
        start = self._skip(at, "about")
        if self._is(start, "the"):
            count: object = 1
        elif self._is(start, "art", "card", "num", "int"):
            count = self.tokens.values[start]
        else:
            return None
        side = side_at(self.tokens, self.context.tables, start + 2)
        if not self._is(start + 1, "unit") or not side or not isinstance(count, int):
            return None
        day = self._core(start + 3)
        if day is None or day[0].bounds or day[0].clock:
            return None
        value = anchoring.counted_from(day[0], count, self._word(start + 1), side)
        return (value, day[1]) if value else None

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
        unit_at = self._skip(start, "the")
        if found is None and self._is(unit_at, "unit") and not self._is(unit_at + 1, "of"):
            lone = self._lone_unit(self._word(unit_at))
            found = (lone, unit_at + 1) if lone else None
        if found is None and self._is(unit_at, "daypart"):
            day = anchoring.same_unit(self.context, "day")  # "en fin de matinée"
            return (replace(with_daypart(day, self._word(unit_at)), confidence=0.65), unit_at + 1) if day else None
        if (
            found is None
            or found[0].kind != "date"
            or found[0].bounds
            or (found[0].period is None and not found[0].timex)
        ):
            return None
        value, end = found
        return in_part(value, part), end

    def _lone_unit(self, unit: str) -> Value | None:
        """Read "a finales de año", "al final del día"."""
        if unit == "day":
            return anchoring.same_unit(self.context, unit)
        return anchoring.relative_unit(self.context, unit, 0) if unit in ("week", "month", "year") else None

    def _nth_of(self, at: int) -> Read | None:
        """Read "the third quarter of 2009", "the second week of June", "the first half of last year"."""
        start = self._skip(at, "the")
        if not self._is(start, "ord", "ordnum", "last"):
            return None
        ordinal = self.tokens.values[start]
        unit_at = self._skip(start + 1, "hyphen")
        if not self._is(unit_at, "unit", "half", "weekday") or not self._is(unit_at + 1, "of", "within"):
            return None
        whole_at = self._skip(unit_at + 2, "the")
        whole = self._timed(whole_at)
        unit = self.tokens.values[unit_at]
        if whole is None or not isinstance(ordinal, int) or whole[0].bounds:
            return None
        if isinstance(unit, int):
            day = anchoring.nth_weekday(whole[0], ordinal, unit)
            return (day, whole[1]) if day else None
        if not isinstance(unit, str):
            return None
        unit = "half" if unit == "half-of" else unit  # "de helft", which is half of a match as often
        if whole[0].period is None:
            return None
        if unit in ("half", "fortnight") and whole[0].period.unit in HALVED and ordinal in (1, 2, -1):
            return in_part(whole[0], "start" if ordinal == 1 else "end"), whole[1]
        value = anchoring.ordinal_of(whole[0], ordinal, unit)
        return (value, whole[1]) if value else None

    def _week_of(self, at: int) -> Read | None:
        """Read "the week of 11 September 2023", "the week ending 17 September", "the night of 3 May"."""
        start = self._skip(at, "the")
        is_daypart = self._is(start, "daypart")
        if not self._is(start, "unit", "daypart") or not self._is(start + 1, "of", "from", "ending"):
            return None
        unit = self._word(start)
        first_at = self._skip(start + 2, "the", "on")
        day = (is_daypart and self._night_between(first_at)) or self._timed(first_at)
        if day is None or day[0].period is None or day[0].period.unit not in ("day", "weekend"):
            return None
        if day[0].clock or day[0].bounds:
            return None
        if is_daypart:
            return with_daypart(day[0], unit), day[1]
        if unit == "day" and day[0].period.unit == "day":
            return day  # "la jornada del martes"
        if unit not in ("week", "weekend") or day[0].period.unit != "day":
            return None
        week = Period.containing(unit, day[0].period.first)
        return replace(day[0], edtf=week.edtf, timex=week.timex, period=week, alternatives=weeks(day[0], unit)), day[1]

    def _night_between(self, at: int) -> Read | None:
        """Read "Tuesday to Wednesday" and "3 to 4 May" after "the night of": the night that begins on the first day."""
        first = self._core(at)
        if first and first[0].bounds:
            evening, morning = (bound.period for bound in first[0].bounds)
            is_night = evening and morning and evening.unit == "day" and morning == evening.shifted(1)
            return (first[0].bounds[0], first[1]) if is_night else None
        if first is None and self._is(at, "num", "ordnum"):
            first_end = self._skip(at + 1, "dot")
        elif first and first[0].period and first[0].period.unit == "day":
            first_end = first[1]
        else:
            return None
        if not self._is(first_end, "on", "to", "and"):
            return None
        second = self._core(self._skip(first_end + 1, "the"))
        if second is None or second[0].period is None or second[0].period.unit != "day" or second[0].bounds:
            return None
        day = second[0].period.shifted(-1)
        if first and first[0].period:
            begins = first[0].period.first.isoweekday() == day.first.isoweekday()
        else:
            begins = self.tokens.values.get(at) == day.first.day
        value = replace(second[0], edtf=day.edtf, timex=day.timex, period=day, alternatives=())
        return (value, second[1]) if begins else None

    def _clock_at(self, at: int) -> tuple[Clock, int] | None:
        """Return the time of day at a place: "14:30", "om drie uur", and "in the afternoon" after it."""
        if self._is(at, "clock"):
            clock, end = as_clock(self.tokens.values[at]), self._skip(at + 1, "oclock")
        elif self._is(at, "card") and self._is(at + 1, "unit") and self._is_hour(at):
            clock, end = Clock(int(self._word(at)) % 24, 0), at + 2
        else:
            return None
        place = self._skip(self._skip(self._skip(end, "apos"), "within", "of"), "the")
        if not self._is(place, "daypart"):
            return clock, end
        return in_daypart(clock, self._word(place)), place + 1

    def _is_hour(self, at: int) -> bool:
        """Tell "om drie uur" from "drie uur lang"."""
        before = self.tokens.word(at - 1) if at else ""
        hours = self.tokens.values[at]
        return (
            before in self.context.tables.clock_after
            and self._word(at + 1) == "hour"
            and isinstance(hours, int)
            and hours <= 24
        )

    def _timed(self, at: int) -> Read | None:
        """Read an expression with the clock time or part of day beside it."""
        if clock := self._clock_at(at):
            return self._clock_first(*clock)
        found = self._core(at)
        if found is None or found[0].period is None or found[0].period.unit != "day" or found[0].kind != "date":
            return found
        value, end = found
        if value.bounds:
            return found
        place = self._skip(self._skip(end, "comma"), "on", "within", "to")
        place = self._skip(self._skip(self._skip(place, "the", "apos"), "about"), "the")
        if clock := self._clock_at(place):
            return with_clock(value, clock[0]), clock[1]
        if self._is(place, "part"):  # "lundi en fin d'après-midi"
            late = self._skip(self._skip(place + 1, "of"), "the")
            if self._is(late, "daypart"):
                return with_daypart(value, self._word(late)), late + 1
        if self._is(place, "daypart") and (place == end or self._is(end, "on", "within", "to", "apos", "about")):
            return with_daypart(value, self._word(place)), place + 1
        return found

    def _clock_first(self, clock: Clock, end: int) -> Read | None:
        """Read "14:30 on 19 September 2023", or a time alone: on the report's day, which is less sure."""
        place = self._skip(self._skip(self._skip(end, "comma", "paren"), "on", "of"), "the")
        day = self._core(place)
        if day and day[0].period and day[0].period.unit == "day" and day[0].kind == "date" and not day[0].bounds:
            if self._is(day[1], "daypart"):
                return with_clock(day[0], in_daypart(clock, self._word(day[1]))), day[1] + 1
            return with_clock(day[0], clock), day[1]
        now = self.context.now
        if now is None:
            return Value("clock", "", f"XXXX-XX-XX{clock.timex}", "time", "minute", confidence=0.4), end
        focus = self.context.focus
        period = focus if focus and focus.unit == "day" and focus.year > 0 else Period("day", now.toordinal())
        value = of_period(period, "clock", 0.6, period.first).also(other(Period("day", now.toordinal()), "clock", 0.3))
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
            if not self._agrees(found.start, found.end):
                continue
            try:
                value = build(found, self.context)
            except (OutOfCalendar, OverflowError):
                continue
            if value is not None:
                return value, found.end
        return None

    def _agrees(self, start: int, end: int) -> bool:
        """Tell whether a leading article can belong to the words after it: Dutch "het" before "week" is a pronoun."""
        if self._codes[start] not in AGREEING or not self.context.tables.disagreeing:
            return True
        wrong = self.context.tables.disagreeing.get(self.tokens.word(start))
        return not wrong or not any(
            self.tokens.word(place) in wrong
            and not (self._is(place, "unit") and self._is(place - 1, "card", "num", "int", "few"))  # "de vier jaar"
            for place in range(start + 1, end)
        )


def is_bound(value: Value) -> bool:
    """Tell what can be the end of a range: a period, or one whose year the other end may give."""
    return not value.bounds and (value.period is not None or value.rule in YEARLESS)


def _not_after(first: Value, last: Period) -> Value:
    """Take "Monday" in "Monday to Friday" a week earlier where it would come after."""
    if first.period and first.period.unit == "day" and first.period.index > last.index:
        moved = first.period.shifted(-7)
        return replace(first, period=moved, edtf=moved.edtf, timex=moved.timex, alternatives=())
    return first


def as_clock(value: object) -> Clock:
    """Return a clock token's value; the words for noon and midnight come as a row of numbers."""
    return value if isinstance(value, Clock) else Clock(*value)  # type: ignore[misc]


def in_daypart(clock: Clock, part: str) -> Clock:
    """Count an hour up to twelve on, where it is one of the afternoon, the evening or the early night."""
    late = part in ("AF", "EV") or (part == "NI" and clock.hour >= EARLY_HOURS)
    return replace(clock, hour=clock.hour + 12) if late and clock.hour < 12 else clock


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
