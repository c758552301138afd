"""The scale below a strip: which hours, days, months or years are named, so that no name meets the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..temporal.gregorian import DAY_SECONDS, civil_from_seconds, days_from_civil, days_in_month
from ..temporal.scalenames import day_name, month_name, year_name
from .scale import FOLDED, Piece, Scale

HOUR = 3_600
CHARACTER = 7.2  # pixels that a character of a name takes up at the most, in the small size
BETWEEN = 14.0  # pixels kept free between two names


class Unit(StrEnum):
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


# How far apart names may stand, from close to wide: the unit, how many of it, and about how many seconds that is.
STEPS: tuple[tuple[Unit, int, float], ...] = (
    *((Unit.HOUR, number, number * HOUR) for number in (1, 3, 6, 12)),
    *((Unit.DAY, number, number * DAY_SECONDS) for number in (1, 2, 5, 10)),
    *((Unit.MONTH, number, number * 30.44 * DAY_SECONDS) for number in (1, 2, 3, 6)),
    *(
        (Unit.YEAR, digit * 10**power, digit * 10**power * 365.2425 * DAY_SECONDS)
        for power in range(13)  # the 64 bits of a second reach over 3e11 years to either side
        for digit in (1, 2, 5)
    ),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """A named time, in percent: where it is, and where the middle of its name stands.

    The name of a piece as a whole has no place of its own.
    """

    place: float | None
    name: str
    middle: float


def civil(seconds: int) -> tuple[int, int, int, int]:
    """Return (year, month, day, hour) of any second counted from 1970."""
    return *civil_from_seconds(seconds), seconds % DAY_SECONDS // HOUR


def ticks(scale: Scale, language: str, width: int) -> list[Tick]:
    """Name places on a strip of `width` pixels, as many as fit: each piece by its own unit, from left to right."""
    found: list[Tick] = []
    free_from = 0.0  # percent
    for piece in scale.pieces:
        for place, name in named(piece, language, width):
            half = breadth(name, width) / 2
            wanted = (piece.left + piece.right) / 2 if place is None else place
            middle = min(max(wanted, half), 100 - half)
            if middle - half >= free_from:
                found.append(Tick(place, name, middle))
                free_from = middle + half + gap(width)
    return found


def breadth(words: str, width: int) -> float:
    """Return the percent of a strip that a name takes up."""
    return 100 * len(words) * CHARACTER / width


def gap(width: int) -> float:
    return 100 * BETWEEN / width


def named(piece: Piece, language: str, width: int) -> Sequence[tuple[float | None, str]]:
    """Name times of a piece by the smallest unit whose names have room, or the piece as a whole by its beginning."""
    seconds, across = piece.end - piece.start, piece.right - piece.left
    for unit, step, length in STEPS:
        apart = across * length / seconds  # percent from name to name
        if apart < breadth("00", width) + gap(width) or apart > across:
            continue
        found = [
            (piece.left + across * (second - piece.start) / seconds, second)
            for second in moments(unit, step, piece.start, piece.end)
        ]
        names = [name_of(unit, second, language, first=not number) for number, (_, second) in enumerate(found)]
        if len(found) > 1 and max(breadth(name, width) for name in names) + gap(width) <= apart:
            return [(place, name) for (place, _), name in zip(found, names, strict=True)]
    return [(None, name_of_whole(piece, language, width))]


def name_of(unit: Unit, second: int, language: str, *, first: bool) -> str:
    """Name a time; the first of a piece, and what opens a month or a year, with that."""
    year, month, day, hour = civil(second)
    if unit is Unit.YEAR:
        return year_name(year, language)
    if unit is Unit.MONTH:
        return month_name(year, month, language, whole=first or month == 1)
    if unit is Unit.DAY or hour == 0:
        return day_name(year, month, day, language, of="year" if first else "month" if day == 1 or hour else "")
    return f"{hour}:00"


def name_of_whole(piece: Piece, language: str, width: int) -> str:
    """Name a piece by the day, month or year that it begins in: as exactly as there is room for."""
    year, month, day, _hour = civil(piece.start)
    room = piece.right - piece.left + FOLDED
    lasts = piece.end - piece.start
    names = [year_name(year, language)]
    if lasts < 62 * DAY_SECONDS:
        names.insert(0, month_name(year, month, language, whole=True))
    if lasts < 2 * DAY_SECONDS:
        names.insert(0, day_name(year, month, day, language, of="year"))
    return next((name for name in names if breadth(name, width) <= room), names[-1])


# --- When units begin -----------------------------------------------------------------------------------------------


def moments(unit: Unit, step: int, start: int, end: int) -> Iterator[int]:
    """Give the seconds from `start` to `end` at which a unit begins, every `step` of them from a round one."""
    if unit is Unit.YEAR:
        yield from between(years(step, start), start, end)
    elif unit is Unit.MONTH:
        yield from between(months(step, start), start, end)
    elif unit is Unit.DAY:
        yield from between(days(step, start), start, end)
    else:
        yield from range(-(-start // (step * HOUR)) * step * HOUR, end + 1, step * HOUR)


def between(seconds: Iterator[int], start: int, end: int) -> Iterator[int]:
    for second in seconds:
        if second > end:
            return
        if second >= start:
            yield second


def years(step: int, start: int) -> Iterator[int]:
    """Give every `step`th year that is round as it is counted: 200 BC is the year -199."""
    count = civil(start)[0] // step - 1
    while True:
        if count:  # the years before 1 are counted from 0, which is 1 BC; there is no round year between the two
            yield days_from_civil(count * step + (count < 0), 1, 1) * DAY_SECONDS
        count += 1


def months(step: int, start: int) -> Iterator[int]:
    year, month, _day, _hour = civil(start)
    count = 12 * year + (month - 1) // step * step
    while True:
        yield days_from_civil(count // 12, count % 12 + 1, 1) * DAY_SECONDS
        count += step


def days(step: int, start: int) -> Iterator[int]:
    """Give every `step`th day, counted anew in each month; a 31st too close to the next 1st is left out."""
    for first in months(1, start):
        year, month, _day, _hour = civil(first)
        length = days_in_month(year, month)
        for day in range(0, length if step == 1 else length - step // 2, step):
            yield first + day * DAY_SECONDS
