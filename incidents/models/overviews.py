"""The drawn overview of a timeline: what is on it, how it is called, and that of a whole incident kept as SVG."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import bidirectional

from django.conf import settings
from django.db.models import Count, F, QuerySet, Value
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import counts, drawing, languages
from ..drawing import MOST_MARKS, Counted, Happening, Lane, Overview, Period, Scale, periods
from ..drawing.periods import period_of
from ..drawing.scale import Span, even_scale
from ..temporal import saying, scalenames, wording
from ..temporal.edtf import day_of, from_parts
from ..temporal.gregorian import civil_from_seconds, clamp
from . import lanes
from .entries import words_of_languages
from .events import Event, Membership
from .eventviews import said
from .incidents import Incident
from .lanes import Split
from .site import IncidentOverview
from .translations import headline_here

ON_FIRST_PAGE = 50  # events of a timeline's first page, to which marks lead within the page
MOST_KEPT = 2_000  # events: a larger timeline is counted and drawn when it is read
PUBLIC = "public_id slug headline_here date part role".split()
Leading = Callable[[str, str, int], str]  # from the public id, the slug and the place of an event to an address


@cache
def overview_stamp() -> str:
    """Name the code that overviews are drawn by: a deploy that changes it draws them anew."""
    files = [Path(__file__), Path(str(lanes.__file__)), *sorted(Path(str(drawing.__file__)).parent.glob("*.py"))]
    files += [Path(str(module.__file__)) for module in (counts, saying, scalenames, wording)]
    files += map(Path, words_of_languages())
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Told:
    """What is drawn of events, in no language yet: each of few, or how many have which bounds."""

    rows: Sequence[tuple[Any, ...]] = ()
    counted: Sequence[Counted] = ()

    @classmethod
    def of(cls, events: QuerySet[Event], number: int, *, in_one: bool = True) -> Told:
        """Ask for `number` events, with one query; those that are not all `in_one` incident are background to none."""
        dated = events.filter(position__isnull=False)
        if number > MOST_MARKS:
            by_bounds = dated.order_by().values_list("earliest", "latest").annotate(number=Count("pk"))
            return cls(counted=[Counted(*row) for row in by_bounds])
        role = F("memberships__role") if in_one else Value("")
        in_order = headline_here(dated.in_order().annotate(role=role))  # type: ignore[attr-defined]
        return cls(rows=list(in_order.values_list(*PUBLIC)))

    def lane(self, leading: Leading | None = None) -> Lane:
        """Word it in the language at hand; `leading` says where marks lead, as on a timeline unless given."""
        leads = leading or to_pages("")
        return Lane("", [happening(row, place, leads) for place, row in enumerate(self.rows)], self.counted)

    def bounds(self) -> Sequence[Counted]:
        """Return how many events have which bounds, in seconds."""
        dates = (row[PUBLIC.index("date")] for row in self.rows)
        return self.counted or [Counted(date.earliest, date.latest) for date in dates]


def to_pages(query: str, turned_over: int = 0) -> Leading:
    """Lead to an event's entry: on the page at hand, or on the one that has it, which keeps the page's query.

    `turned_over` is how many events are listed, the undated ones included, where the newest stand first.
    """

    def address(public_id: str, slug: str, place: int) -> str:
        entry = f"#e-{public_id}"
        if turned_over:
            place = turned_over - 1 - place
        return entry if place < ON_FIRST_PAGE else f"?{query}{'&' if query else ''}at={public_id}{entry}"

    return address


def to_rows(shown: Container[str]) -> Leading:
    """Lead to an event's row where it is among those `shown`, else to the event's own page."""

    def address(public_id: str, slug: str, place: int) -> str:
        return f"#e-{public_id}" if public_id in shown else reverse("event", args=[public_id, slug][: 1 + bool(slug)])

    return address


def to_found(shown: Container[str], query: str) -> Leading:
    """Lead to an event's row where it is among those `shown`, else to the page that begins with it."""

    def address(public_id: str, slug: str, place: int) -> str:
        entry = f"#e-{public_id}"
        return entry if public_id in shown else f"?{query}&at={public_id}{entry}"

    return address


def happening(row: tuple[Any, ...], place: int, leads: Leading) -> Happening:
    """Return an event as it is drawn."""
    public_id, slug, headline, date, part, role = row
    return Happening(
        key=public_id,
        address=leads(public_id, slug, place),
        label=f"{capfirst(said(date, part))}: {isolated(headline)}",
        date=date,
        part=part,
        is_background=role == Membership.Role.BACKGROUND,
    )


def isolated(words: str) -> str:
    """Keep words that run from right to left from turning what stands around them: a name of a mark has no markup."""
    return f"\u2068{words}\u2069" if any(bidirectional(one) in ("R", "AL") for one in words) else words


def draw(strips: list[Lane], *, within: Span | None = None) -> Overview | None:
    """Draw in the language at hand."""
    return drawing.overview(strips, languages.current(), counts.duration, within=within)


def drawn_incident(incident: Incident) -> str:
    """Draw a whole public timeline, with the way closer, what it can be split by, and its table; else empty."""
    events = Event.objects.published().in_incident(incident.pk)
    told = Told.of(events, incident.told)
    found = draw([told.lane()])
    if found is None:
        return ""
    return found.svg + ways_to(found.scale, WAYS[:1]) + ways_to_split(lanes.possible(events)) + table(told, found.scale)


def drawn_rows(events: QuerySet[Event], number: int, shown: Container[str]) -> str:
    """Draw `number` events of any incidents, of which a page shows some as rows; empty where that is no picture."""
    found = draw([Told.of(events, number, in_one=False).lane(to_rows(shown))])
    return found.svg if found else ""


def drawn_selection(
    events: QuerySet[Event],
    number: int,
    query: str,
    period: Span | None,
    splits: Sequence[str] = (),
    split: Split | None = None,
    *,
    newest_first: bool = False,
) -> str:
    """Draw `number` selected events, within a period of seconds where one is asked for, and in lanes if asked for.

    `query` is that of the page's address but for the period and the lanes; whatever leads on keeps it. `splits` is
    what can be split by. A period with too little for a picture keeps the ways out of it.
    """
    within = query + period_query(period, query) if period else query
    told = Told.of(events, number)
    whole = told.lane(to_pages(and_lanes(within, split), number if newest_first else 0))
    strips = [whole]
    if split:
        dated = events.filter(position__isnull=False)
        strips = lanes.lanes(dated, whole.happenings, bool(whole.counted), split)
    found = draw(strips, within=period)
    query = and_lanes(query, split)
    if found is None:
        return ways_to(even_scale(*period), WAYS[1:], query) if period else ""
    ways = ways_to(found.scale, WAYS if period else WAYS[:1], query)
    return found.svg + ways + ways_to_split(splits, within, split) + table(told, found.scale, query, period)


def drawn_found(
    events: QuerySet[Event], number: int, query: str, within: str, period: Span | None, shown: Container[str]
) -> str:
    """Draw `number` events of any incidents that a search found, of which its page shows some.

    `within` is the query of the page's address, `query` the same but for the period.
    """
    told = Told.of(events, number, in_one=False)
    found = draw([told.lane(to_found(shown, within))], within=period)
    if found is None:
        return ""
    ways = ways_to(found.scale, WAYS if period else WAYS[:1], query)
    return found.svg + ways + table(told, found.scale, query, period)


def and_lanes(query: str, split: Split | None) -> str:
    return "&".join(filter(None, (query, f"lanes={split.by}" if split else "")))


# The ways to other periods: a name, words, and from where to where on the strip it leads.
WAYS = (
    ("in", gettext_lazy("Closer"), (25, 75)),
    ("out", gettext_lazy("Wider"), (-50, 150)),
    ("back", gettext_lazy("Earlier"), (-50, 50)),
    ("forth", gettext_lazy("Later"), (50, 150)),
)


def ways_to(scale: Scale, ways: Sequence[tuple[str, Promise, tuple[int, int]]], query: str = "") -> str:
    """Write the links that lead closer, wider, earlier and later."""
    links = ((name, "?" + query + period_query(stretch(scale, *places), query), words) for name, words, places in ways)
    return format_html(
        '<nav class="zoom" aria-label="{}">{}</nav>',
        _("Period shown"),
        format_html_join("", '<a id="zoom-{0}" data-zoom="{0}" href="{1}">{2}</a>', links),
    )


def ways_to_split(splits: Sequence[str], query: str = "", split: Split | None = None) -> str:
    """Write the links that draw a strip in lanes, and, where it is, the one that takes them away again."""
    chosen = split.by if split else ""
    names = {"entity": _("who"), "tag": _("tag"), "kind": _("kind")}
    links = [
        (
            "?" + "&".join(filter(None, (query, "" if by == chosen else f"lanes={by}"))),
            mark_safe(' aria-current="true"') if by == chosen else "",
            name,
        )
        for by, name in names.items()
        if by in splits or by == chosen
    ]
    if not links:
        return ""
    return format_html(
        '<nav class="zoom lanes" aria-label="{0}"><span>{0}</span>{1}</nav>',
        _("In lanes"),
        format_html_join("", '<a href="{}"{}>{}</a>', links),
    )


# --- As a table -----------------------------------------------------------------------------------------------------


def table(told: Told, scale: Scale, query: str = "", period: Span | None = None) -> str:
    """Write how many events may have happened in each period, each leading to them; empty for a single one."""
    found = periods(told.bounds(), scale, within=period)
    if len(found) < 2:
        return ""
    rows = (
        ("?" + query + period_query((one.start, one.end), query), capfirst(name_of(one)), counts.figures(one.number))
        for one in found
    )
    return format_html(
        '<details class="periods"><summary>{}</summary><table><caption>{}</caption>'
        '<thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></details>',
        _("As a table"),
        _("How many events may have happened when. One whose date is not exact counts in every period it may lie in."),
        _("Period"),
        _("Events"),
        format_html_join("", '<tr><th scope="row"><a href="{}">{}</a></th><td>{}</td></tr>', rows),
    )


def name_of(one: Period) -> str:
    """Name a day, a month, a year or more; by its days where the strip shows only some of it."""
    year, month, day = civil_from_seconds(one.start)
    if one.unit == "day":
        return said(from_parts(year, month, day))
    if not is_whole(one):
        first, last = day_of(one.start), day_of(one.end)
        return said(first if first == last else f"{first}/{last}")
    if one.unit == "month":
        return said(from_parts(year, month))
    digits = len(str(one.years)) - 1
    if digits in (1, 2) and 1000 <= year <= 9999:
        return said(str(year)[:-digits] + "X" * digits)
    return said(from_parts(year) if one.years == 1 else f"{from_parts(year)}/{from_parts(year + one.years - 1)}")


def is_whole(one: Period) -> bool:
    whole = period_of(one.start, one.unit, one.years)
    return (whole.start, whole.end) == (one.start, one.end)


def stretch(scale: Scale, left: float, right: float) -> Span:
    """Return the seconds between two places on the strip; beyond it, time goes on as evenly as on the whole of it."""

    def second(place: float) -> int:
        if 0 <= place <= 100:
            return scale.second(place)
        over = place - 100 if place > 100 else place
        return clamp((scale.end if place > 100 else scale.start) + round(over / 100 * (scale.end - scale.start)))

    return second(left), second(right)


def period_query(period: Span, query: str) -> str:
    """Write a period as the words of an address, by its days, to be put behind a query."""
    return ("&" if query else "") + "from={}&to={}".format(*map(day_of, period))


def keep_overviews(ids: Iterable[int]) -> None:
    """Draw and keep the overviews of those of these incidents that are published; of the others none is left.

    They are drawn in the site's own language; in others a page draws them when it is read (`keptentries`).
    """
    wanted = list(ids)
    if not wanted:
        return
    IncidentOverview.objects.filter(incident_id__in=wanted).delete()
    with translation.override(settings.LANGUAGE_CODE):
        IncidentOverview.objects.bulk_create(
            IncidentOverview(incident=incident, stamp=overview_stamp(), html=drawn_incident(incident))
            for incident in Incident.objects.published().filter(pk__in=wanted, told__lte=MOST_KEPT)
        )
