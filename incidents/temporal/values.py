"""What an expression means, before its place in the text is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from .mention import Alternative
from .numerals import Clock
from .periods import Period


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression means; becomes a Mention once its span is known."""

    rule: str
    edtf: str = ""
    timex: str = ""
    kind: str = "date"
    precision: str = ""
    part: str = ""
    confidence: float = 0.98
    anchor: date | None = None
    period: Period | None = None
    clock: Clock | None = None
    alternatives: tuple[Alternative, ...] = ()
    bounds: tuple[Value, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()  # token spans of the bounds
    aside: bool = False  # figures are only compared with those of then: nothing is counted from it

    def also(self, *others: Alternative | None) -> Value:
        """Return the value with further readings, those that say something else."""
        mine = (self.edtf, self.part)
        new = tuple(o for o in others if o is not None and (o.edtf, o.part) != mine)
        return replace(self, alternatives=self.alternatives + new) if new else self


def of_period(period: Period, rule: str, confidence: float = 0.98, anchor: date | None = None) -> Value:
    """Return the value that a period is."""
    return Value(
        rule, period.edtf, period.timex, precision=period.precision, confidence=confidence, anchor=anchor, period=period
    )


def other(period: Period, rule: str, confidence: float, part: str = "") -> Alternative:
    """Return a period as a further reading."""
    return Alternative(period.edtf, period.timex, part, rule, confidence)


def absolute_day(year: int, month_number: int, day: int) -> Value | None:
    """Return a day given in full, None for one that does not exist."""
    try:
        return of_period(Period.day(year, month_number, day), "absolute")
    except ValueError:
        return None


def open_value(rule: str) -> Value:
    """Return what relative words are worth without a day to count from."""
    return Value(rule, "", "XXXX-XX-XX", confidence=0.3)
