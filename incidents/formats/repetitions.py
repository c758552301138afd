"""When an event of a calendar takes place again (RFC 5545, section 3.8.5): rules, further dates, exceptions.

All times are counted as the clock on the wall shows them where the event is, so that a meeting at ten stays at ten when
summer ends. Dates in another zone (`RDATE`, `EXDATE`, the `UNTIL` of a rule) are put into that of the event first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, tzinfo
from itertools import islice
from typing import Any, cast
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rruleset, rrulestr

from ..drafts import Finding
from ..sentences import Refusing, phrase, why

MAX_REPEATED = 366
MAX_ALL_REPEATED = 10_000  # of one file
MAX_LOOKED = 1_000  # months or steps of one rule
_UNTIL = re.compile(r"UNTIL=(\d{8}T\d{6})Z")
NO_RULE = phrase("a calendar writes a rule as FREQ=WEEKLY")
Properties = dict[str, Any]  # of one event, by their names in capitals; several of one name are a list


@dataclass(slots=True)
class Series:
    """When something was to take place again, and from which times on it takes place otherwise (RFC 5545, 3.2.13)."""

    times: list[Any] = field(default_factory=list)
    edges: list[date] = field(default_factory=list)

    def has_changed(self, moment: date) -> bool:
        return any(_rank(edge) <= _rank(moment) for edge in self.edges)

    def following(self, edge: date) -> Iterator[Any]:
        """Give the planned times that one change holds for: until the next change."""
        after = [_rank(one) for one in self.edges if _rank(one) > _rank(edge)]
        last = min(after, default=datetime.max)  # noqa: DTZ901
        return (one for one in self.times if _rank(edge) < _rank(one) < last)


def _rank(moment: date) -> datetime:
    """Return a moment in UTC, or as it stands, to put times in order."""
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001
    return (moment.astimezone(UTC) if moment.tzinfo else moment).replace(tzinfo=None)


@dataclass(slots=True)
class Budget:
    """How many repetitions are still written out for a file, the zone of a calendar's times without one, and which
    times of what (by UID) stand in the file by themselves."""

    left: int = MAX_ALL_REPEATED
    zone: ZoneInfo | None = None
    moved: dict[str, set[date]] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)  # of which times were changed with all later ones


def repetitions(
    properties: Properties, start: date, budget: Budget, moved: Collection[date] = ()
) -> tuple[list[Any], list[Finding]]:
    """Return when an event takes place, without the times that stand in the file by themselves."""
    rules = listed(properties.get("RRULE"))
    endless = [rule for rule in rules if not (rule.get("COUNT") or rule.get("UNTIL"))]
    findings = []
    if endless:
        findings.append(Finding("endless-repetition", column="RRULE", value=endless[0].to_ical().decode()[:200]))
    if budget.left <= 0:
        return [start], [*findings, Finding("many-repetitions", column="RRULE", params=(("limit", "1"),))]
    begin = start if isinstance(start, datetime) else datetime(start.year, start.month, start.day)  # noqa: DTZ001
    plain = begin.replace(tzinfo=None)
    try:
        looked = [
            bounded(in_local_time(rule.to_ical().decode(), begin.tzinfo), plain) for rule in (*rules, *endless[:1])
        ]
    except (ValueError, TypeError):  # a TypeError for one without FREQ
        said = "; ".join(rule.to_ical().decode() for rule in rules)[:200]
        return [start], [*findings, Finding("unread-value", column="RRULE", value=said, params=(("reason", NO_RULE),))]
    times = rruleset(cache=False)
    times.rdate(plain)
    for rule, made_of in zip(rules, looked, strict=False):
        if rule not in endless:
            times.rrule(made_of)
    for moment in moments_in(properties.get("RDATE"), begin.tzinfo):
        times.rdate(moment if isinstance(moment, datetime) else datetime.combine(moment, plain.time()))
    out = {*moments_in(properties.get("EXDATE"), begin.tzinfo), *moved}
    whole = not isinstance(start, datetime)
    made: list[date] = []
    try:
        held = taking_place(times, begin.tzinfo, out, whole=whole)
        made = list(islice(held, MAX_REPEATED))
        if next(held, None) is not None:
            findings.append(Finding("many-repetitions", column="RRULE", params=(("limit", str(MAX_REPEATED)),)))
        if endless and start not in made:  # its first time is left out: the next one stands for all
            following = islice(looked[-1], MAX_REPEATED)
            made = sorted({*made, *islice(taking_place(following, begin.tzinfo, out, whole=whole), 1)})
    except Endless as error:
        findings.append(Finding("unread-value", column="RRULE", params=(("reason", why(error)),)))
    price = 10 if len(made) < 2 else 0.1  # a rule that never comes true costs time as well
    budget.left -= len(made) + int(price * sum(rule.looked for rule in looked))
    return (made if made or moved else [start]), findings


def taking_place(
    times: Iterable[datetime], zone: tzinfo | None, out: Collection[date], *, whole: bool
) -> Iterator[date]:
    """Yield the times that are not taken out: as days, or with their zone."""
    for moment in times:
        if not out or not any(mark in out for mark in marks_of(moment.replace(tzinfo=zone))):
            yield moment.date() if whole else moment.replace(tzinfo=zone)


def marks_of(moment: date) -> tuple[date, ...]:
    """Return what a time may be called by, the surest first: in UTC if it has a zone, as the wall shows it, by day."""
    if not isinstance(moment, datetime):
        return (moment,)
    wall = moment.replace(tzinfo=None)
    return (wall, wall.date()) if moment.tzinfo is None else (moment.astimezone(UTC), wall, wall.date())


class Endless(Refusing):
    """A rule that was looked through for too long."""


class Bounded(rrule):
    """A rule that is looked through for MAX_LOOKED months or steps: some ask for the 30th of February, for ever.

    What dateutil asks of a rule whenever another month or year begins is `_byeaster`; its end it asks only of days
    that fit.
    """

    looked = 0

    @property
    def _byeaster(self) -> Any:
        self.looked += 1
        if self.looked > MAX_LOOKED:
            raise Endless("it was looked through for %(most)s months or steps", most=MAX_LOOKED)
        return self.__dict__["_byeaster"]


def bounded(text: str, start: datetime) -> Bounded:
    rule = cast(Bounded, rrulestr(text, dtstart=start))
    rule.__class__ = Bounded
    return rule


def in_local_time(rule: str, zone: tzinfo | None) -> str:
    """Return a rule whose UNTIL is in the event's zone and does not name it, as the moments that it makes have none."""

    def local(found: re.Match[str]) -> str:
        moment = datetime.strptime(found[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
        return f"UNTIL={(moment.astimezone(zone) if zone else moment):%Y%m%dT%H%M%S}"

    return _UNTIL.sub(local, rule)


def moments_in(value: Any, zone: tzinfo | None) -> Iterator[date]:
    """Give the days and moments of RDATE or EXDATE, of periods their beginning, as the wall shows them there."""
    for group in listed(value):
        for item in getattr(group, "dts", ()):
            moment = item.dt
            if isinstance(moment, tuple):  # a period; the library makes midnights of days
                moment = moment[0].date() if all(map(is_midnight, moment)) else moment[0]
            if isinstance(moment, datetime):
                yield (moment.astimezone(zone) if zone and moment.tzinfo else moment).replace(tzinfo=None)
            elif isinstance(moment, date):
                yield moment


def is_midnight(bound: Any) -> bool:
    return isinstance(bound, datetime) and bound.tzinfo is None and bound.time() == time()


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
