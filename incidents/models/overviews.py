"""The drawn overview of a timeline: what is on it, how it is called, and that of a whole incident kept as SVG."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Count, F, QuerySet, Value
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .. import counts, drawing, languages
from ..drawing import MOST_MARKS, Counted, Happening, Lane, Overview, Scale
from ..drawing.scale import Span
from ..temporal import saying, scalenames, wording
from ..temporal.edtf import day_of
from ..temporal.gregorian import clamp
from .entries import words_of_languages
from .events import Event, Incident, Membership
from .eventviews import said
from .site import IncidentOverview

ON_FIRST_PAGE = 50  # events of a timeline's first page, to which marks lead within the page
MOST_KEPT = 2_000  # events: a larger timeline is counted and drawn when it is read
PUBLIC = "public_id slug headline date part role".split()
Leading = Callable[[str, str, int], str]  # from the public id, the slug and the place of an event to an address


@cache
def overview_stamp() -> str:
    """Name the code that overviews are drawn by: a deploy that changes it draws them anew."""
    files = [Path(__file__), *sorted(Path(str(drawing.__file__)).parent.glob("*.py"))]
    files += [Path(str(module.__file__)) for module in (counts, saying, scalenames, wording)]
    files += map(Path, words_of_languages())
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def lane_of(events: QuerySet[Event], number: int, leading: Leading | None = None, *, in_one: bool = True) -> Lane:
    """Return `number` events as a lane: one by one while they are few, else by their bounds.

    `leading` says where marks lead, as on a timeline unless given. Events that are not all `in_one` incident are
    background to none.
    """
    dated = events.filter(position__isnull=False)
    if number > MOST_MARKS:
        by_bounds = dated.order_by().values_list("earliest", "latest").annotate(number=Count("pk"))
        return Lane("", counted=[Counted(*row) for row in by_bounds])
    leads = leading or to_pages("")
    in_order = dated.in_order().annotate(role=F("memberships__role") if in_one else Value(""))  # type: ignore[attr-defined]
    return Lane("", [happening(row, place, leads) for place, row in enumerate(in_order.values_list(*PUBLIC))])


def to_pages(query: str) -> Leading:
    """Lead to an event's entry: on the page at hand, or on the one that has it, which keeps the page's query."""

    def address(public_id: str, slug: str, place: int) -> str:
        entry = f"#e-{public_id}"
        return entry if place < ON_FIRST_PAGE else f"?{query}{'&' if query else ''}at={public_id}{entry}"

    return address


def to_rows(shown: Container[str]) -> Leading:
    """Lead to an event's row where it is among those `shown`, else to the event's own page."""

    def address(public_id: str, slug: str, place: int) -> str:
        return f"#e-{public_id}" if public_id in shown else reverse("event", args=[public_id, slug][: 1 + bool(slug)])

    return address


def happening(row: tuple[Any, ...], place: int, leads: Leading) -> Happening:
    """Return an event as it is drawn."""
    public_id, slug, headline, date, part, role = row
    return Happening(
        key=public_id,
        address=leads(public_id, slug, place),
        label=f"{capfirst(said(date, part))}: {headline}",
        date=date,
        part=part,
        is_background=role == Membership.Role.BACKGROUND,
    )


def draw(lanes: list[Lane], *, within: Span | None = None) -> Overview | None:
    """Draw in the language at hand."""
    return drawing.overview(lanes, languages.current(), counts.duration, within=within)


def drawn_incident(incident: Incident) -> str:
    """Draw all that an incident's public timeline tells, with the way closer; empty where that is no picture."""
    found = draw([lane_of(Event.objects.published().in_incident(incident.pk), incident.told)])
    return with_ways(found, [("in", _("Closer"), (25, 75))]) if found else ""


def drawn_selection(events: QuerySet[Event], number: int, query: str, period: Span | None) -> str:
    """Draw `number` selected events, within a period of seconds where one is asked for.

    `query` is that of the page's address but for the period; the marks and the ways to other periods keep it.
    """
    within = query + period_query(period, query) if period else query
    found = draw([lane_of(events, number, to_pages(within))], within=period)
    if found is None:
        return ""
    ways: list[Way] = [("in", _("Closer"), (25, 75))]
    if period:
        ways += [("out", _("Wider"), (-50, 150)), ("back", _("Earlier"), (-50, 50)), ("forth", _("Later"), (50, 150))]
    return with_ways(found, ways, query)


def drawn_rows(events: QuerySet[Event], number: int, shown: Container[str]) -> str:
    """Draw `number` events of any incidents, of which a page shows some as rows; empty where that is no picture."""
    found = draw([lane_of(events, number, to_rows(shown), in_one=False)])
    return found.svg if found else ""


Way = tuple[str, str, tuple[int, int]]  # its name, its words, and from where to where on the strip it leads


def with_ways(found: Overview, ways: list[Way], query: str = "") -> str:
    """Write a drawing with the links that lead closer, wider, earlier and later."""
    links = (
        (name, "?" + query + period_query(stretch(found.scale, *places), query), words) for name, words, places in ways
    )
    nav = format_html(
        '<nav class="zoom" aria-label="{}">{}</nav>',
        _("Period shown"),
        format_html_join("", '<a data-zoom="{}" href="{}">{}</a>', links),
    )
    return found.svg + nav


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

    They are kept in the site's own language. In another one they are drawn when they are read, and kept with the page.
    """
    wanted = list(ids)
    if not wanted:
        return
    IncidentOverview.objects.filter(incident_id__in=wanted).delete()
    with translation.override(settings.LANGUAGE_CODE):
        IncidentOverview.objects.bulk_create(
            IncidentOverview(
                incident=incident, language=languages.current(), stamp=overview_stamp(), html=drawn_incident(incident)
            )
            for incident in Incident.objects.published().filter(pk__in=wanted, told__lte=MOST_KEPT)
        )
