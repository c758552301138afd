"""Read a whole expression: ranges, open ends, limits, and counts from a date beside them."""

from __future__ import annotations

from dataclasses import replace

from . import anchoring
from .cursor import Read
from .happenings import doubted
from .lexer import CODES
from .limits import limit_at, limited, side_at
from .periods import OutOfCalendar, Period
from .qualified import QualifiedReader
from .rules.ranges import in_order, joined
from .timed import is_day
from .values import Value

RANGED = frozenset({"day", "week", "month", "quarter", "season", "year", "decade", "weekend", "half", "century"})
OPENERS = frozenset(
    CODES[name]
    for name in "between from of_from since until to about part the ord ordnum last outer unit relunit daypart "
    "clock".split()
)
LIMITS = "".join(CODES[name] for name in ("bound", "earlier", "later", "agopre", "on", "within"))
COUNTS = "".join(CODES[name] for name in ("art", "card", "num", "int", "the"))
ENDS = frozenset(CODES[name] for name in ("since", "until", "from", "of_from", "to"))
COUNTING = frozenset(COUNTS) | {CODES["relunit"], CODES["about"], CODES["unit"]}
LAYERED = OPENERS | frozenset(LIMITS + COUNTS)
"""What may stand before an expression; anything else can only begin one."""
WEEKDAY = CODES["weekday"]
DATED = ("absolute", "holiday", "day-")  # rules of a day that is named by its date
ARTICLED = ("season", "quarter", "half")
DAYS_OF_WEEK = 7
EITHER_YEAR = 0.65  # confidence of a turn of years that is named by one of the two
YEARLESS = frozenset(
    "day-nearest day-tense day-open month-past month-next month-following month-open season-last season-next "
    "season-open holiday-nearest holiday-open".split()
)
WITH_YEAR = frozenset({"absolute", "holiday"})  # the rules of those that took a year from their neighbour


class Reader(QualifiedReader):
    """Reads the expression at a token; each layer reads only layers below it, so the work at a token is bounded."""

    def note(self, value: Value, end: int) -> None:
        """Remember a date that was read up to a token; what was looked at ahead may count from it."""
        self.context.place = end - 1
        self.context.note(value)
        self._cores.clear()

    def read(self, at: int) -> Read | None:
        """Read the longest expression that begins at a token, with ranges and what stands before it."""
        try:
            if self._codes[at] == WEEKDAY and (found := self._weekday_beside(at)):
                return found
            code = self._codes[at]
            if code not in LAYERED:
                return doubted(self._range(at), at, self.context)
            return (
                self._between(at)
                or (self._open_ended(at) if code in ENDS else None)
                or (self._limited(at) if code in LIMITS else None)
                or (self._beside(at) if code in COUNTING else None)
                or doubted(self._range(at), at, self.context)
            )
        except (OutOfCalendar, OverflowError):
            return None

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
        if single[0].rule in YEARLESS and self._is(single[1], "and", "slash", "or"):  # "in May and June 2008"
            both = self._pair(at, ("or",), "either") or self._pair(at, ("and", "slash"), "all-of")
            return both if both and both[0].bounds[0].rule in WITH_YEAR else single
        return single

    def _pair(self, at: int, joints: tuple[str, ...], style: str) -> Read | None:
        """Read two expressions and their joint."""
        start = self._skip(at, "the")
        first = self._qualified(start)
        if first is None or not is_bound(first[0]) or not self._is(first[1], *joints):
            return None
        second_at = self._skip(self._skip(first[1] + 1, "on"), "the")
        second = self._qualified(second_at)
        if second is None or not second[0].period or "/" in second[0].edtf or second[0].bounds or first[0].bounds:
            return None
        if first[0].rule in YEARLESS:
            first, second = self._in_order(start, first, second_at, second)
        if first[0].rule.startswith("weekday-") and second[0].rule.startswith("weekday-") and first[0].period:
            second = (_within_a_week(second[0], first[0].period), second[1])
            first = (_not_after(first[0], second[0].period or first[0].period), first[1])
        if first[0].period is None or second[0].period is None:
            return None
        if first[0].period.unit not in RANGED or second[0].period.unit not in RANGED:
            return None
        spans = ((start, first[1]), (second_at, second[1]))
        if first[0].rule == second[0].rule == "holiday" and first[0].period.year < second[0].period.year:
            first = replace(first[0], confidence=EITHER_YEAR), first[1]  # "between Christmas and New Year 2020"
        value = joined(first[0], second[0], style, spans)
        return (value, second[1]) if value else None

    def _in_order(self, first_at: int, first: Read, second_at: int, second: Read) -> tuple[Read, Read]:
        """Give two dates the years that put them in order, where the first has none of its own.

        "November and January 2004" begin in 2003, "between May and September" is of one year.
        """
        one, two = first[0].period, second[0].period
        if two is None or (second[0].rule != "absolute" and one and in_order(one, two)):
            return first, second
        if second[0].rule != "absolute" and one and first[0].rule.endswith("-next"):  # they look ahead
            for year in (one.year, one.year + 1):
                made = self._with_year(second_at, year)
                if made and made[0].period and in_order(one, made[0].period):
                    return first, (replace(made[0], rule=first[0].rule, confidence=first[0].confidence), made[1])
        for year in (two.year, two.year - 1):
            made = self._with_year(first_at, year)
            if made and made[0].period and in_order(made[0].period, two):
                return made, second
        return first, second

    def _with_year(self, at: int, year: int) -> Read | None:
        """Read an expression again with a year taken from its neighbour."""
        self.context.inherited_year = year
        try:
            return self._qualified(at)
        finally:
            self.context.inherited_year = None

    def _open_ended(self, at: int) -> Read | None:
        """Read "since June 2023" and "until June 2023"."""
        since = self._is(at, "since") or (self._is(at, "from") and self.tokens.word(at) in self.context.tables.onward)
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
        if "X" in edge or "/" in edge:
            return None
        edtf = f"{edge}/.." if since else f"../{edge}"
        rule = ("since" if since else "until") if value.rule in ("absolute", "part") else value.rule
        others = tuple(
            replace(a, edtf=f"{a.edtf}/.." if since else f"../{a.edtf}")
            for a in value.alternatives
            if a.edtf[:1].isdigit() and "/" not in a.edtf
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
        start = self._skip(at + 1, "on", "within", "of") if self._is(at, "bound") else at + 1
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
        if self._is(self._skip(at, "the"), "relunit"):
            return self._eve(self._skip(at, "the"))
        counted = self._counted(self._skip(at, "about"))
        if counted is None:
            return None
        count, unit_at = counted
        side = side_at(self.tokens, self.context.tables, unit_at + 1)
        if not side or not self._is(unit_at, "unit"):
            return None
        day = self._core(unit_at + 2)
        if day is None or day[0].bounds or day[0].clock:
            return None
        value = anchoring.counted_from(day[0], count, self._word(unit_at), side)
        return (value, day[1]) if value else None

    def _eve(self, at: int) -> Read | None:
        """Read "on the eve of 3 May", "la veille du 5 mai", "am Vorabend des 1. Mai": a day from the date beside it."""
        counted = self.tokens.values[at]
        if not isinstance(counted, tuple) or counted[1:] != ("day", "last") or not self._is(at + 1, "of", "the"):
            return None
        shift = int(counted[0])
        day = self._core(self._skip(self._skip(at + 1, "of"), "the"))
        if day is None or not is_day(day[0]) or day[0].kind != "date":
            return None
        value = anchoring.counted_from(day[0], abs(shift), "day", 1 if shift > 0 else -1)
        return (value, day[1]) if value else None

    def _weekday_beside(self, at: int) -> Read | None:
        """Read "the Friday before Christmas", "am Samstag nach dem 3. Mai": the nearest such day on that side."""
        tokens, tables = self.tokens, self.context.tables
        if at + 1 >= len(tokens.starts):
            return None
        word = tokens.word(at + 1)
        side = -1 if word in tables.before_hour else int(word in tables.after_hour)
        day = self._core(self._skip(at + 2, "the")) if side else None
        if day is None or not day[0].rule.startswith(DATED) or not is_day(day[0]) or not day[0].period:
            return None
        number = tokens.values[at]
        ahead = (side * (int(str(number)) - day[0].period.first.isoweekday())) % DAYS_OF_WEEK or DAYS_OF_WEEK
        value = anchoring.counted_from(day[0], ahead, "day", side)
        return (value, day[1]) if value else None

    def _counted(self, at: int) -> tuple[int, int] | None:
        """Return how many are counted, and where the unit stands: "three", "the", and none after "am" (Tag vor …)."""
        if self._is(at, "unit") and at and self.tokens.word(at - 1) in self.context.tables.articled:
            return 1, at
        count = 1 if self._is(at, "the") else self.tokens.values.get(at)
        if not self._is(at, "the", "art", "card", "num", "int") or not isinstance(count, int):
            return None
        return count, at + 1


def is_bound(value: Value) -> bool:
    """Tell what can be the end of a range: a period, or one whose year the other end may give."""
    return not value.bounds and "/" not in value.edtf and (value.period is not None or value.rule in YEARLESS)


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
