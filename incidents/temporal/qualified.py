"""Read what stands before an expression: "about 2020", "late last week", "the second week of June", "the week of …"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from . import anchoring
from .context import NOON
from .cursor import Read
from .mention import Alternative
from .nights import night_into
from .periods import YEARS, Period
from .rules.base import with_daypart
from .shares import share_of, some_years_of
from .timed import TimedReader, is_day
from .values import Value

GENITIVES = ("of", "within", "the", "this", "last", "next")  # after "the third quarter", "das dritte Quartal"
UNSAID = 0.7  # confidence of a year that is not named
AFTER_A_YEAR = ("earlier", "later", "ago", "last", "next", "prev", "following")
MIDDLE = 2  # of three: "the middle third of the century"
NIGHTS = ("NI", "MO")
ADJACENT_NIGHT = 0.7  # confidence: "overnight Sunday" may begin or end in it
NIGHT_JOINTS = ("of", "from", "the", "on", "to", "ending")  # "Morgen des 22. Juni", "Nacht zum Montag"


class QualifiedReader(TimedReader):
    """The layer of parts, approximations and ordinals."""

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
        if value.edtf.startswith(("[", "{")) or "X" in value.edtf or ".." in value.edtf:
            return found
        others = tuple(replace(a, edtf=roughly(a.edtf)) for a in value.alternatives if a.edtf[:1].isdigit())
        return replace(value, edtf=roughly(value.edtf), rule=approximate(value.rule), alternatives=others), end

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
        if self._is(start, "part") and self._word(start) == "mid":
            return self._share(start, MIDDLE)
        if self._is(start, "card") and self._is(start + 1, "ord", "last"):
            return self._some_years(start, start + 1, start + 2)  # "las dos primeras décadas"
        if not self._is(start, "ord", "ordnum", "last", "outer"):
            return None
        ordinal = self.tokens.values[start]
        if shared := self._share(start, ordinal):
            return shared
        unit_at = self._skip(start + 1, "hyphen")
        if not self._is(unit_at, "unit", "half", "weekday") or not self._is(unit_at + 1, *GENITIVES):
            return None
        whole_at = self._skip(self._skip(unit_at + 1, "of", "within"), "the")
        whole = self._timed(whole_at) or self._this_year(whole_at)
        unit = self.tokens.values[unit_at]
        if whole is None or not isinstance(ordinal, int) or whole[0].bounds:
            return None
        if isinstance(unit, int):
            day = anchoring.nth_weekday(whole[0], ordinal, unit)
            return (day, whole[1]) if day else None
        if not isinstance(unit, str):
            return None
        unit = "half" if unit == "half-of" else unit  # "de helft", which is half of a match as often
        if unit == "half" and (half := share_of(whole[0], ordinal, 2)):
            return half, whole[1]
        if whole[0].period is None:
            return None
        if unit in ("half", "fortnight") and whole[0].period.unit == "month" and ordinal in (1, 2, -1):
            return in_part(whole[0], "start" if ordinal == 1 else "end"), whole[1]
        value = anchoring.ordinal_of(whole[0], ordinal, unit)
        return (value, whole[1]) if value else None

    def _this_year(self, at: int) -> Read | None:
        """Read "the year" in "the first half of the year", which goes without saying whose."""
        if not self._is(at, "unit") or self._word(at) != "year" or self._is(at + 1, "of", "the", *AFTER_A_YEAR):
            return None
        value = anchoring.relative_unit(self.context, "year", 0)
        return (replace(value, confidence=UNSAID), at + 1) if value and self._is(at - 1, "the") else None

    def _share(self, at: int, ordinal: object) -> Read | None:
        """Read "the last quarter of the 19th century", "the first two decades of the 20th century"."""
        parts = (
            self.context.tables.fractions.get(self.tokens.word(at + 1), 0) if at + 1 < len(self.tokens.starts) else 0
        )
        if self._is(at + 1, "card", "num"):
            return self._some_years(at + 1, at, at + 2)
        whole = self._whole(at + 2) if parts and isinstance(ordinal, int) else None
        value = share_of(whole[0], int(str(ordinal)), parts) if whole else None
        return (value, whole[1]) if value and whole else None

    def _some_years(self, count_at: int, ordinal_at: int, unit_at: int) -> Read | None:
        """Read "first two decades of the 20th century", with the number before or behind "first"."""
        if not self._is(unit_at, "unit") or self._word(unit_at) not in YEARS:
            return None
        whole, count = self._whole(unit_at + 1), self.tokens.values.get(count_at)
        if whole is None or not isinstance(count, int):
            return None
        value = some_years_of(whole[0], int(self._word(ordinal_at)), count * YEARS[self._word(unit_at)])
        return (value, whole[1]) if value else None

    def _whole(self, at: int) -> Read | None:
        """Read what something is a part of: "of the 19th century", "des 19. Jahrhunderts"."""
        if not self._is(at, "of", "the"):
            return None
        whole = self._timed(self._skip(self._skip(at, "of"), "the"))
        return whole if whole and whole[0].kind == "date" and not whole[0].bounds else None

    def _week_of(self, at: int) -> Read | None:
        """Read "the week of 11 September 2023", "the week ending 17 September", "the night of 3 May"."""
        start = self._skip(at, "the")
        is_daypart = self._is(start, "daypart")
        joints = NIGHT_JOINTS if is_daypart else ("of", "ending")
        into = is_daypart and self._leads_into(start)
        adjacent = is_daypart and self.tokens.word(start) in self.context.tables.overnight
        if not self._is(start, "unit", "daypart") or not (self._is(start + 1, *joints) or into or adjacent):
            return None
        unit = self._word(start)
        joined = into or self._is(start + 1, *joints)
        first_at = self._skip(start + 2, "the", "on") if joined else start + 1
        if is_daypart and (night := self._night_between(start, first_at)):
            return night
        day = self._timed(first_at)
        if into and day:
            return self._into(day, unit)
        if day is None or day[0].period is None or day[0].period.unit not in ("day", "weekend"):
            return None
        if is_daypart and day[0].clock:
            return day  # "the early hours of Sunday, shortly before 6"
        if day[0].clock or day[0].bounds:
            return None
        if is_daypart:
            sure = min(day[0].confidence, ADJACENT_NIGHT) if adjacent else day[0].confidence
            return with_daypart(replace(day[0], confidence=sure), unit), day[1]
        if unit == "day" and day[0].period.unit == "day":
            return day  # "la jornada del martes"
        if unit not in ("week", "weekend") or day[0].period.unit != "day":
            return None
        week = Period.containing(unit, day[0].period.first)
        return replace(day[0], edtf=week.edtf, timex=week.timex, period=week, alternatives=weeks(day[0], unit)), day[1]

    def _leads_into(self, at: int) -> bool:
        """Tell "Nacht zum Mittwoch" and "overnight into Sunday", which end in the day, from "night of Sunday"."""
        if self._word(at) not in NIGHTS or at + 1 >= len(self.tokens.starts):
            return False
        return self.tokens.word(at + 1) in self.context.tables.into

    def _into(self, day: Read, part: str) -> Read | None:
        """Return the night that ends in a day; with an hour of the morning it is of that day."""
        value, end = day
        if value.clock and value.clock.hour < NOON:
            return day
        return (night_into(value, part), end) if is_day(value) and value.kind == "date" else None


def roughly(edtf: str) -> str:
    """Qualify a date as approximate, of an interval both ends."""
    return "/".join(f"{end}~" for end in edtf.split("/"))


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
