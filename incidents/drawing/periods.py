"""How many events lie in each of some equal periods: the strip again, for those who read it as a table."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ..temporal.gregorian import DAY_SECONDS, clamp, days_from_civil
from .axis import Unit, civil
from .density import Counted
from .scale import Piece, Scale, Span

MOST_PERIODS = 40
LAST_YEAR_WITH_DAYS = 9_999  # beyond it, addresses and names know years alone
LONGEST = 12  # as a power of ten: a period of years that all 64 bits of seconds fit in


@dataclass(frozen=True, slots=True)
class Period:
    """A day, a month, or `years` years: its seconds, and how many events may have happened in it."""

    unit: Unit
    years: int
    start: int
    end: int
    number: int = 0


def periods(counted: Iterable[Counted], scale: Scale, *, within: Span | None = None) -> list[Period]:
    """Count events in the shortest periods of which the scale has few enough; periods without any are left out.

    What may have happened in several is counted in each. Of a strip that shows some time only, periods end with it.
    """
    events = list(counted)
    begun, before = weighed((one.earliest, one.number) for one in events)
    ended, over = weighed((one.latest, one.number) for one in events)
    found = []
    for one in divided(scale):
        start, end = (max(one.start, within[0]), min(one.end, within[1])) if within else (one.start, one.end)
        if number := before[bisect_right(begun, end)] - over[bisect_left(ended, start)]:
            found.append(Period(one.unit, one.years, start, end, number))
    return found


def weighed(seconds: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return seconds in order, and how many events there are before each place among them."""
    in_order = sorted(seconds)
    return [second for second, _number in in_order], list(accumulate((n for _, n in in_order), initial=0))


def divided(scale: Scale) -> list[Period]:
    """Return the periods of the shortest unit that a scale has few enough of, its folded silences left out."""
    first, last = civil(scale.start)[0], civil(scale.end)[0]
    units = [(Unit.YEAR, 10**power) for power in range(LONGEST + 1)]
    if max(abs(first), abs(last)) <= LAST_YEAR_WITH_DAYS:
        units = [(Unit.DAY, 0), (Unit.MONTH, 0), *units]
    found: list[Period] = []
    for unit, years in units:
        found = pieces_in(scale.pieces, unit, years)
        if len(found) <= MOST_PERIODS:
            break
    return found


def pieces_in(pieces: Sequence[Piece], unit: Unit, years: int) -> list[Period]:
    """Give the periods that reach into pieces, in order; one too many at the most."""
    found: list[Period] = []
    for piece in pieces:
        second = max(piece.start, found[-1].end + 1) if found else piece.start
        while second <= piece.end:
            found.append(period_of(second, unit, years))
            second = found[-1].end + 1
            if len(found) > MOST_PERIODS:
                return found
    return found


def period_of(second: int, unit: Unit, years: int) -> Period:
    """Return the day, the month or the years that a second lies in."""
    year, month, _day, _hour = civil(second)
    if unit is Unit.DAY:
        start = second // DAY_SECONDS * DAY_SECONDS
        return Period(unit, years, start, start + DAY_SECONDS - 1)
    if unit is Unit.MONTH:
        first, then = (year, month), (year + month // 12, month % 12 + 1)
    else:
        first, then = (year // years * years, 1), (year // years * years + years, 1)
    start, end = (days_from_civil(*one, 1) * DAY_SECONDS for one in (first, then))
    return Period(unit, years, clamp(start), clamp(end - 1))
