"""A page of a timeline, put together from kept entries: headings by month or year, silences, numbered sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, Generic, Self, TypeVar

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import counts, keptentries
from .models import Event, Incident, IncidentOverview, Membership, Source, SourceEntry
from .models.entries import entry_prefetch, entry_stamp, event_html, said, source_html, view_of
from .models.eventviews import ROLE_MARK
from .models.lanes import COLUMNS, Split, possible
from .models.overviews import drawn_found, drawn_incident, drawn_selection, overview_stamp
from .prepared import Prepared
from .querysets import EventQuerySet
from .temporal.edtf import EDTF, MAX_SECONDS, MIN_SECONDS, from_parts
from .temporal.gregorian import civil_from_seconds

PAGE = 50
DAY = counts.DAY
LONG_SILENCE = 28 * DAY
LAST_YEAR_WITH_MONTHS = 9_999  # EDTF writes a longer year alone
NUMBER = re.compile(r"<n (\d+)>")
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Row:
    """What the order and the headings of a timeline are made from, an event."""

    id: int
    public_id: str
    position: int | None
    order: int
    earliest: int | None
    latest: int | None
    role: str

    @property
    def pk(self) -> int:
        return self.id

    @property
    def told_until(self) -> int | None:
        """The second after which silence begins: of something without an end, its beginning."""
        return self.position if self.latest == MAX_SECONDS else self.latest


@dataclass(slots=True)
class Group:
    """Entries under one heading; `silence` says how long nothing is told before them, in `unit`s."""

    heading: str
    silence: str = ""
    unit: str = ""
    undated: bool = False
    entries: list[str] = field(default_factory=list)

    @property
    def html(self) -> SafeString:
        return mark_safe("".join(self.entries))  # noqa: S308 - kept entries are rendered by our templates


@dataclass(slots=True)
class TimelinePage:
    """One page of an incident: at most PAGE events, and where the next page begins."""

    groups: list[Group]
    sources: SafeString
    count: int
    before: str = ""  # the public id that the page before ends before; empty on the first page
    after: str = ""  # the public id that the next page begins after; empty on the last page


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a page begins or ends: `after` or `at` an event, or `before` it, named by its public id."""

    way: str
    public_id: str


TURNS = ("after", "at", "before")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[One]):
    """The rows of one page in their order, and whether there are pages before and after it."""

    rows: Sequence[One] = ()
    has_before: bool = False
    has_after: bool = False

    @classmethod
    def of(
        cls,
        found: Sequence[One] | QuerySet[Any, One],
        turn: Turn | None,
        events: EventQuerySet[Event],
        *,
        newest_first: bool = False,
    ) -> Self:
        """Cut a page from what turned() keeps of the events: from their rows, or from rows made of the nearest."""
        rows = list(found[: PAGE + 1])
        more, rows = len(rows) > PAGE, rows[:PAGE]
        backwards = turn is not None and turn.way == "before"
        if backwards:
            rows.reverse()
        earlier = more if backwards else bool(turn and rows) and precedes(events, rows[0], newest_first=newest_first)
        return cls(rows, earlier, bool(rows) and (backwards or more))


def month_of(seconds: int) -> tuple[int, int]:
    """Return (year, month) for any signed number of seconds from 1970."""
    return civil_from_seconds(seconds)[:2]


def within_a_month(earliest: int, latest: int) -> bool:
    return latest - earliest <= 31 * DAY


@lru_cache(maxsize=4096)
def named(year: int, month: int | None, language: str) -> str:
    """Say a year or a month of it. Kept: fifty events lie in few months, and saying one costs as much as its entry."""
    return said(from_parts(year, month if abs(year) <= LAST_YEAR_WITH_MONTHS else None))


def heading_of(row: Row) -> str:
    """Name the month where the date lies in one, else the year; an event without a date is undated."""
    if row.position is None or row.earliest is None or row.latest is None:
        return _("Undated")
    if row.earliest == MIN_SECONDS:
        return _("Beginning not known")
    if row.position in (MIN_SECONDS, MAX_SECONDS):
        return _("Beyond all calendars")
    year, month = month_of(row.position)
    return named(year, month if within_a_month(row.earliest, row.latest) else None, get_language() or "en")


def silence_between(before: Row | None, row: Row) -> int:
    """Return for how many seconds nothing is told between two events; 0 for less than four weeks."""
    if before is None or before.told_until is None or row.earliest is None:
        return 0
    seconds = row.earliest - before.told_until
    return seconds if seconds >= LONG_SILENCE else 0


def turned(events: EventQuerySet[Event], turn: Turn | None, *, newest_first: bool) -> EventQuerySet[Event]:
    """Keep what a page is taken from, nearest first; nothing, where there is no such event."""
    backwards = newest_first != (turn is not None and turn.way == "before")
    if turn:
        found = Event.objects.published().filter(public_id=turn.public_id).only("position", "order", "latest").first()
        if found is None:
            return events.none()
        beyond = events.coming_before(found) if backwards else events.coming_after(found)
        events = beyond | events.filter(pk=found.pk) if turn.way == "at" else beyond
    return events.in_reverse() if backwards else events.in_order()


ROW = ("id", "public_id", "position", "order", "earliest", "latest", "role")


def listed(events: QuerySet[Event], stamp: str, column: str) -> QuerySet[Event, tuple[Any, ...]]:
    """Return what a page is put together from, an event a row, with a column of its kept entry or None."""
    kept = FilteredRelation("entry", condition=Q(entry__stamp=stamp))
    return events.annotate(kept=kept, role=F("memberships__role")).values_list(*ROW, f"kept__{column}")[: PAGE + 1]


@cache
def first_page(column: str) -> Prepared:
    def build(incident: int, stamp: str) -> QuerySet[Event, tuple[Any, ...]]:
        return listed(Event.objects.published().in_incident(incident).in_order(), stamp, column)

    return Prepared(build, incident=int, stamp=str)


def timeline_page(
    incident: Incident,
    turn: Turn | None = None,
    *,
    selected: EventQuerySet[Event] | None = None,
    newest_first: bool = False,
) -> TimelinePage:
    """Put one page of an incident's public timeline together, in a number of queries that does not grow.

    `selected` are some of its events; all of them unless given.
    """
    column, stamp = keptentries.column(), entry_stamp()
    events = Event.objects.published().in_incident(incident) if selected is None else selected
    found: Iterable[tuple[Any, ...]]
    if turn or newest_first or selected is not None:
        found = listed(turned(events, turn, newest_first=newest_first), stamp, column)
    else:
        found = first_page(column).rows(incident=incident.pk, stamp=stamp)
    kept = {Row(*values[:-1]): values[-1] for values in found}
    page = Leaf.of(list(kept), turn, events, newest_first=newest_first)
    rows = page.rows
    html = keptentries.whole("event", {row.id: kept[row] for row in rows}, entries_made)
    numbers: dict[str, int] = {}
    numbered_html = {row.id: numbered(html[row.id], numbers) for row in rows if row.id in html}
    groups = turned_over(grouped(rows[::-1], numbered_html)) if newest_first else grouped(rows, numbered_html)
    return TimelinePage(
        groups,
        source_list(numbers),
        len(rows),
        before=rows[0].public_id if page.has_before else "",
        after=rows[-1].public_id if page.has_after else "",
    )


def precedes(events: EventQuerySet[Event], row: Any, *, newest_first: bool) -> bool:
    """Whether anything stands before the first event of a page."""
    return (events.coming_after(row) if newest_first else events.coming_before(row)).exists()


def turned_over(groups: list[Group]) -> list[Group]:
    """Turn groups into the order of the newest first: a silence then stands before what it followed."""
    silences = [(group.silence, group.unit) for group in groups[1:]]
    for group, (silence, unit) in zip(groups, [*silences, ("", "")], strict=False):
        group.silence, group.unit = silence, unit
        group.entries.reverse()
    return groups[::-1]


def grouped(rows: Iterable[Row], html: dict[int, str]) -> list[Group]:
    groups: list[Group] = []
    before: Row | None = None
    for row in rows:
        heading, silence = heading_of(row), silence_between(before, row)
        if silence or not groups or groups[-1].heading != heading:
            groups.append(Group(heading, undated=row.position is None))
            if silence:
                groups[-1].silence, groups[-1].unit = counts.duration(silence), counts.duration_of(silence)[0]
        groups[-1].entries.append(with_role(html.get(row.id, ""), row.role))
        if before is None or (row.told_until or MIN_SECONDS) > (before.told_until or MIN_SECONDS):
            before = row
    return groups


def with_role(html: str, role: str) -> str:
    """Fill in what the event is to this incident: background is told in a quieter tone, and named."""
    if role != Membership.Role.BACKGROUND:
        return html.replace(ROLE_MARK, "")
    label = format_html('<span class="role">{}</span> ', _("background"))
    return f'<div class="background">{html.replace(ROLE_MARK, label)}</div>'


def entries_made(ids: list[int]) -> dict[int, str]:
    """Make the entries of those of these events that are published, in the language at hand."""
    events = Event.objects.published().filter(pk__in=ids).prefetch_related(*entry_prefetch())
    return {event.pk: event_html(view_of(event)) for event in events}


def numbered(html: str, numbers: dict[str, int]) -> str:
    """Fill the open source numbers in, counting sources in the order in which they are first cited."""

    def number(found: re.Match[str]) -> str:
        return str(numbers.setdefault(found[1], len(numbers) + 1))

    return NUMBER.sub(number, html)


def source_list(numbers: dict[str, int]) -> SafeString:
    """Return the lines of the list of sources, in the order of their numbers."""
    ids = [int(pk) for pk in numbers]
    html = keptentries.whole("source", dict.fromkeys(ids) | kept_sources(ids), lines_made)
    return mark_safe("".join(numbered(html[pk], numbers) for pk in ids if pk in html))  # noqa: S308 - our templates


def lines_made(ids: list[int]) -> dict[int, str]:
    return {source.pk: source_html(source) for source in Source.objects.filter(pk__in=ids)}


BUCKET = 16  # sources are asked for in so many at a time, so that few queries have to be prepared


def kept_sources(ids: list[int]) -> dict[int, str | int]:
    """Return by id what keptentries.column() names of the kept lines of these sources."""
    if not ids:
        return {}
    places = -(-len(ids) // BUCKET) * BUCKET
    wanted = {f"source{place}": ids[min(place, len(ids) - 1)] for place in range(places)}
    return dict(source_lines(places, keptentries.column()).rows(**wanted, stamp=entry_stamp()))


@cache
def source_lines(places: int, column: str) -> Prepared:
    def build(stamp: str, **sources: int) -> QuerySet[SourceEntry, tuple[Any, ...]]:
        return SourceEntry.objects.filter(source_id__in=sources.values(), stamp=stamp).values_list("source_id", column)

    return Prepared(build, **{f"source{place}": int for place in range(places)}, stamp=str)


# --- The overview ---------------------------------------------------------------------------------------------------


def overview_of(incident: Incident) -> SafeString:
    """Return the drawn overview of a whole timeline: the kept one, else one drawn now."""
    found = kept_overview(keptentries.column()).rows(incident=incident.pk, stamp=overview_stamp())
    kept = {incident.pk: found[0][0] if found else None}
    html = keptentries.whole("overview", kept, lambda missing: {incident.pk: drawn_incident(incident)})
    return mark_safe(html[incident.pk])  # noqa: S308 - drawn by us, its texts escaped


@cache
def kept_overview(column: str) -> Prepared:
    def build(incident: int, stamp: str) -> QuerySet[IncidentOverview, tuple[Any, ...]]:
        return IncidentOverview.objects.filter(incident=incident, stamp=stamp).values_list(column)

    return Prepared(build, incident=int, stamp=str)


SPLITS = tuple(COLUMNS)  # by what an overview can be drawn in lanes


def overview_of_some(
    events: EventQuerySet[Event],
    number: int,
    query: str,
    period: tuple[int, int] | None = None,
    *,
    splits: Sequence[str] | None = None,
    split: Split | None = None,
    newest_first: bool = False,
) -> SafeString:
    """Return the drawn overview of `number` selected events; see drawn_selection()."""
    splits = possible(events) if splits is None else splits
    drawn = drawn_selection(events, number, query, period, splits, split, newest_first=newest_first)
    return mark_safe(drawn)  # noqa: S308 - texts are escaped


def overview_of_found(
    events: EventQuerySet[Event], number: int, query: str, within: str, period: tuple[int, int] | None, shown: set[str]
) -> SafeString:
    """Return the drawn overview of `number` events that a search found; see drawn_found()."""
    return mark_safe(drawn_found(events, number, query, within, period, shown))  # noqa: S308 - texts are escaped


# --- How long an incident lasts -----------------------------------------------------------------------------------


def span(first: EDTF | None, last: EDTF | None) -> str:
    """Say from when to when an incident is told, no finer than its first and last date are."""
    if first is None or last is None:
        return ""
    opening, closing = coarse(first.earliest, first.latest), coarse(last.earliest, last.latest)
    if opening and closing and opening.year == closing.year and opening.precision != closing.precision:
        opening = closing = from_parts(month_of(first.earliest)[0])
    if opening == closing:
        return said(opening)
    return said(f"{opening or '..'}/{closing or '..'}") if opening or closing else ""


def coarse(earliest: int, latest: int) -> EDTF | None:
    """Return the month that a date lies in, else the year; None where it has no bound on one side."""
    if earliest in (MIN_SECONDS, MAX_SECONDS) or latest in (MIN_SECONDS, MAX_SECONDS):
        return None
    year, month = month_of(latest)
    has_months = within_a_month(earliest, latest) and abs(year) <= LAST_YEAR_WITH_MONTHS
    return from_parts(year, month) if has_months else from_parts(year)
