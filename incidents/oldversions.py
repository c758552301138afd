"""What an event said before, as readers may still see it, and what changed from one version to the next.

An event's own words stand as they were. What has a page or a row of its own (sources, other events, people) is shown
only where it is public now, and is called what it is called now: docs/decisions/old-versions.md.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from . import languages
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
        """Ask for all that these versions name, in as many queries however much that is."""
        links = [link for one in snapshots for link in one["links"]]
        cited = {citation["source"]["id"] for one in snapshots for citation in one["citations"]}
        names = {role["name"] for one in snapshots for role in one["roles"]}
        sources = Source.objects.published().filter(public_id__in=cited)
        events = Event.objects.published().filter(public_id__in={link["event"] for link in links}).told_here()
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
        return " · ".join(filter(None, (*self.facts, " ".join(map(languages.quoted, self.quotes)))))

    @property
    def facts(self) -> list[str]:
        stance = _("Disputes this") if self.disputes else _("Supports this")
        about = (
            _("on the date")
            if self.about_date
            else f"{_('for the words')} {languages.quoted(self.passage)}"
            if self.passage
            else ""
        )
        return [one for one in (stance, about, self.locator, self.date) if one]


@dataclass(frozen=True, slots=True)
class Linked:
    relation: str
    event: Event

    @property
    def date(self) -> str:
        return said(self.event.date, self.event.part)


@dataclass(frozen=True, slots=True)
class Texts:
    """A headline and a text, in one language."""

    headline: str
    body: str

    @property
    def html(self) -> SafeString:
        return mark_safe(render_markdown(self.body[:MAX_PROSE]))  # noqa: S308 - sanitised

    @property
    def words(self) -> str:
        """The text as a reader sees it, a paragraph a line."""
        return "\n".join(map(words_of, blocks(self.html)))


@dataclass(slots=True)
class Told:
    """What a version told, in the language at hand.

    `translations` are those that were published then and have been since, by language.
    """

    original: Texts
    translations: dict[str, Texts]
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
    def of(cls, snapshot: Snapshot, public: Public, translated: Collection[str] = ()) -> Told:
        """Return what a version told; `translated` are the languages of which readers may see what it said."""
        translations = snapshot.get("translations", {})
        cited = [one for one in snapshot["citations"] if one["source"]["id"] in public.sources]
        links = [one for one in snapshot["links"] if one["event"] in public.events]
        roles = [one for one in snapshot["roles"] if one["name"] in public.names]
        shown, all_named = (cited, links, roles), (snapshot[name] for name in ("citations", "links", "roles"))
        return cls(
            original=Texts(snapshot["headline"], snapshot["body"]),
            translations={code: Texts(**texts) for code, texts in sorted(translations.items()) if code in translated},
            language=snapshot["language"],
            date=said(snapshot["date"], snapshot["part"]) or _("Undated"),
            kind=kind_of(snapshot["kind"]),
            place=snapshot["place"],
            tags=snapshot["tags"],
            roles=roles_of(roles),
            citations=[cited_by(one, public.sources[one["source"]["id"]]) for one in cited],
            links=[linked(one, public.events[one["event"]]) for one in links],
            left_out=any(len(some) < len(of_all) for some, of_all in zip(shown, all_named, strict=True))
            or not translations.keys() <= set(translated),
        )

    @property
    def told(self) -> Texts:
        """Its headline and text in the language at hand, where it was translated, else in its own."""
        own = languages.primary(self.language) == languages.current()
        return self.original if own else self.translations.get(languages.current(), self.original)

    @property
    def told_in(self) -> str:
        return self.language if self.told is self.original else languages.current()

    @property
    def tongue(self) -> str:
        """Say that this is a translation, or which language it is in, if not that of the page."""
        if self.told is not self.original:
            return _("translation")
        if languages.primary(self.language) == languages.current():
            return ""
        return _("in %(language)s") % {"language": languages.named(self.language)}

    @property
    def direction(self) -> str:
        return languages.direction(self.told_in)

    @property
    def texts(self) -> dict[str, str]:
        """What it said in fields of its own, by their labels, in the order in which readers meet them."""
        texts = {
            _("Date"): capfirst(self.date),
            _("Headline"): self.original.headline,
            _("Text"): self.original.words,
            _("Kind"): capfirst(self.kind),
            _("Place"): self.place,
            _("Who"): "; ".join(f"{label}: {', '.join(names)}" for label, names in self.roles),
            _("Filed under"): ", ".join(self.tags),
            _("Language"): self.language,
            _("Links"): "; ".join(f"{capfirst(one.relation)}: {one.event.words.headline}" for one in self.links),
        }
        for code, one in self.translations.items():
            name = languages.named(code)
            texts[f"{_('Headline')} ({name})"], texts[f"{_('Text')} ({name})"] = one.headline, one.words
        return texts


def translated_then(version: EventVersion, since: Mapping[str, datetime | None]) -> set[str]:
    """Return the languages of which readers may see what a version said: public then, and ever since.

    What was taken back once, by making a draft of it or by deleting it, stays so when it is published again.
    """
    told = version.snapshot.get("translations", {})
    return {code for code in told if (public := since.get(code)) and public <= version.at}


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
    was, now = before.texts, after.texts
    for label in was | now:
        old, new = was.get(label, ""), now.get(label, "")
        if old != new:
            yield Changed(label, differences(old, new))
        elif label == _("Text") and before.original.body != after.original.body:  # where a link leads to, emphasis
            yield Changed(label, differences(before.original.body, after.original.body))
    old_cited, new_cited = ({one.key: one for one in told.citations} for told in (before, after))
    for key, one in (old_cited | new_cited).items():
        name, cited_then, cited_now = str(one.source), old_cited.get(key), new_cited.get(key)
        if cited_then and cited_now and cited_then.words != cited_now.words:
            changed = differences(cited_then.words, cited_now.words)
            yield Changed(_("Source: %(source)s") % {"source": name}, changed)
        elif not cited_now:
            yield Changed(_("Source taken out"), differences(f"{name} · {one.words}", ""))
        elif not cited_then:
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
