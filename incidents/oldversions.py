"""What an event said before, as readers may still see it, and what changed from one version to the next.

An event's own words stand as they were. What has a page or a row of its own (sources, other events, people) is shown
only where it is public now, and is called what it is called now: docs/decisions/old-versions.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .differences import Piece, differences
from .models import Citation, Correction, Entity, Event, EventVersion, Link, Source
from .models.entries import said
from .models.people import EntityRole
from .passages import blocks, words_of
from .prose import MAX_PROSE, render_markdown
from .temporal.edtf import from_date

MOST_LISTED = 100  # versions and corrections, on the page of their event
Snapshot = dict[str, Any]


# --- What of them is public now ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Public:
    """The sources and events that versions name, by public id, and the names in them, where they are public now."""

    sources: dict[str, Source]
    events: dict[str, Event]
    names: set[str]

    @classmethod
    def of(cls, *snapshots: Snapshot) -> Public:
        """Ask for all that these versions name, in three queries."""
        links = [link for one in snapshots for link in one["links"]]
        cited = {citation["source"]["id"] for one in snapshots for citation in one["citations"]}
        names = {role["name"] for one in snapshots for role in one["roles"]}
        sources = Source.objects.published().filter(public_id__in=cited)
        events = Event.objects.published().filter(public_id__in={link["event"] for link in links})
        return cls(
            {source.public_id: source for source in sources},
            {event.public_id: event for event in events},
            set(Entity.objects.published().filter(name__in=names).values_list("name", flat=True)),
        )


@dataclass(frozen=True, slots=True)
class Cited:
    """What a version cites a source for."""

    source: Source
    disputes: bool
    about_date: bool
    passage: str
    locator: str
    date: str
    quotes: tuple[str, ...]

    @property
    def key(self) -> tuple[Any, ...]:
        return self.source.pk, self.disputes, self.about_date, self.passage

    @property
    def published(self) -> str:
        return said(self.source.published)

    @property
    def words(self) -> str:
        """All that stands about it, in a line."""
        quotes = [f"“{quote}”" for quote in self.quotes]
        return " · ".join(filter(None, (*self.facts, " ".join(quotes))))

    @property
    def facts(self) -> list[str]:
        stance = _("Disputes this") if self.disputes else _("Supports this")
        about = (
            _("on the date") if self.about_date else f"{_('for the words')} “{self.passage}”" if self.passage else ""
        )
        return [one for one in (stance, about, self.locator, self.date) if one]


@dataclass(frozen=True, slots=True)
class Linked:
    relation: str
    event: Event

    @property
    def date(self) -> str:
        return said(self.event.date, self.event.part)


@dataclass(slots=True)
class Told:
    """What a version told, in the language at hand."""

    headline: str
    body: str
    language: str
    date: str
    kind: str
    place: str
    tags: list[str]
    roles: list[tuple[str, list[str]]] = field(default_factory=list)
    citations: list[Cited] = field(default_factory=list)
    links: list[Linked] = field(default_factory=list)
    left_out: bool = False  # something that it named is not public now

    @classmethod
    def of(cls, snapshot: Snapshot, public: Public) -> Told:
        cited = [one for one in snapshot["citations"] if one["source"]["id"] in public.sources]
        links = [one for one in snapshot["links"] if one["event"] in public.events]
        roles = [one for one in snapshot["roles"] if one["name"] in public.names]
        shown, all_named = (cited, links, roles), (snapshot[name] for name in ("citations", "links", "roles"))
        return cls(
            headline=snapshot["headline"],
            body=snapshot["body"],
            language=snapshot["language"],
            date=said(snapshot["date"], snapshot["part"]) or _("Undated"),
            kind=kind_of(snapshot["kind"]),
            place=snapshot["place"],
            tags=snapshot["tags"],
            roles=roles_of(roles),
            citations=[cited_by(one, public.sources[one["source"]["id"]]) for one in cited],
            links=[linked(one, public.events[one["event"]]) for one in links],
            left_out=any(len(some) < len(of_all) for some, of_all in zip(shown, all_named, strict=True)),
        )

    @property
    def html(self) -> SafeString:
        return mark_safe(render_markdown(self.body[:MAX_PROSE]))  # noqa: S308 - sanitised

    @property
    def words(self) -> str:
        """Its text as a reader sees it, a paragraph a line."""
        return "\n".join(map(words_of, blocks(self.html)))

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What it said in fields of its own, by their labels, in the order in which readers meet them."""
        return [
            (_("Date"), capfirst(self.date)),
            (_("Headline"), self.headline),
            (_("Text"), self.words),
            (_("Kind"), capfirst(self.kind)),
            (_("Place"), self.place),
            (_("Who"), "; ".join(f"{label}: {', '.join(names)}" for label, names in self.roles)),
            (_("Filed under"), ", ".join(self.tags)),
            (_("Language"), self.language),
            (_("Links"), "; ".join(f"{capfirst(one.relation)}: {one.event.headline}" for one in self.links)),
        ]


def kind_of(value: str) -> str:
    return "" if value == Event.Kind.OTHER else str(dict(Event.Kind.choices).get(value, value))


def roles_of(roles: list[dict[str, str]]) -> list[tuple[str, list[str]]]:
    """Return names by what they are in the event."""
    order, labels = EntityRole.Role.values, dict(EntityRole.Role.choices)
    known = sorted((one for one in roles if one["role"] in order), key=lambda one: order.index(one["role"]))
    groups = groupby(known, key=lambda one: one["role"])
    return [(str(labels[role]), [one["name"] for one in group]) for role, group in groups]


def cited_by(citation: dict[str, Any], source: Source) -> Cited:
    date = citation["date"]
    return Cited(
        source=source,
        disputes=citation["stance"] == Citation.Stance.DISPUTES,
        about_date=citation["about"] == Citation.About.DATE,
        passage=citation["passage"],
        locator=citation["locator"],
        date=said(date["edtf"], date["part"]),
        quotes=tuple(quote["exact"] for quote in citation["quotes"]),
    )


def linked(link: dict[str, Any], event: Event) -> Linked:
    kind = Link.Kind(link["kind"])
    return Linked(str(kind.label if link["end"] == "from" else Link.INVERSE[kind]), event)


# --- What changed -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Changed:
    label: str
    pieces: list[Piece]


def changes(before: Told, after: Told) -> Iterator[Changed]:
    """Give what differs between two versions, field by field, then source by source."""
    for (label, old), (_label, new) in zip(before.texts, after.texts, strict=True):
        if old != new:
            yield Changed(label, differences(old, new))
        elif label == _("Text") and before.body != after.body:  # where a link leads to, or what is emphasised
            yield Changed(label, differences(before.body, after.body))
    old_cited, new_cited = ({one.key: one for one in told.citations} for told in (before, after))
    for key, one in (old_cited | new_cited).items():
        name, was, now = str(one.source), old_cited.get(key), new_cited.get(key)
        if was and now and was.words != now.words:
            yield Changed(_("Source: %(source)s") % {"source": name}, differences(was.words, now.words))
        elif not now:
            yield Changed(_("Source taken out"), differences(f"{name} · {one.words}", ""))
        elif not was:
            yield Changed(_("Source added"), differences("", f"{name} · {one.words}"))


# --- On the page of their event ---------------------------------------------------------------------------------------


def day_said(version: EventVersion | Correction) -> str:
    """Return the day of a version or of a correction, in words."""
    return said(from_date(timezone.localdate(version.at)))


def versions_of(event: Event) -> list[dict[str, Any]]:
    """Return number and day of an event's versions that readers may see, the latest first; none for a single one."""
    rows = EventVersion.objects.published().filter(event=event).order_by("-number").defer("snapshot")[:MOST_LISTED]
    listed = [{"number": one.number, "day": day_said(one)} for one in rows]
    return listed if len(listed) > 1 else []


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction as the list of all and the page of its event show it."""

    correction: Correction
    day: str
    date: str  # of the event


def correction_view(correction: Correction) -> CorrectionView:
    event = correction.event
    return CorrectionView(correction, day_said(correction), said(event.date, event.part))


def corrections_of(event: Event) -> list[CorrectionView]:
    rows = Correction.objects.published().filter(event=event).latest_first().with_event()
    return [correction_view(one) for one in rows[:MOST_LISTED]]
