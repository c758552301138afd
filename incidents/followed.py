"""What can be followed: the events of a page, whose feeds and data stand at the page's address with a suffix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from . import exporting, languages
from .formats.outgoing import Publication
from .models import Entity, Event, Incident, Tag
from .querysets import EventQuerySet
from .selection import BadFilter, Selection

IN_EACH_LANGUAGE = frozenset({"feed.json"})  # which people read, as they do Atom
MODELS: dict[str, type[Entity] | type[Tag]] = {"entity": Entity, "tag": Tag}


@dataclass(frozen=True, slots=True)
class Followed:
    """The published events of a page: what it is called, its path, and which events; `fixed` is said by the path.

    `description` and `language` are those of what it tells, where that has any.
    """

    title: str
    path: str
    selection: Selection
    fixed: tuple[str, ...] = ()
    incident: Incident | None = None
    description: str = ""
    language: str = ""

    @property
    def query(self) -> str:
        """The words that narrow it, as an address has them."""
        return self.selection.query(*self.fixed)

    @property
    def name(self) -> str:
        """What its data are called as files."""
        return self.path.rstrip("/").rpartition("/")[2]

    @property
    def full_title(self) -> str:
        """Its title in the language at hand and what narrows it, so that two feeds of one page can be told apart."""
        return self.narrowed(self.incident.words.title if self.incident else self.title)

    def narrowed(self, title: str) -> str:
        narrowed = ", ".join(self.selection.words(*self.fixed).values())
        if self.path == reverse("search"):
            return _("Search: %(asked)s") % {"asked": narrowed}
        return f"{title} ({narrowed})" if narrowed else title

    @property
    def address(self) -> str:
        return self.path + self.after

    @property
    def after(self) -> str:
        return f"?{self.query}" if self.query else ""

    def data(self, suffix: str) -> str:
        """Return the address of its data: the same in every language, but for what is read in each."""
        return f"{data_path(self.path, suffix)}{self.after}"

    def atom(self) -> str:
        """Return the address of its feed for people, in the language at hand."""
        return f"{self.path.rstrip('/')}.atom{self.after}"

    def events(self) -> EventQuerySet[Event]:
        """Raises BadFilter."""
        return self.selection.events(self.incident)

    def publication(self, suffix: str) -> Publication:
        return exporting.publication(
            self.full_title if suffix in IN_EACH_LANGUAGE else self.narrowed(self.title),
            self.address,
            self.data(suffix),
            description=self.description,
            language=self.language,
            reader=languages.current() if suffix in IN_EACH_LANGUAGE else "",
        )


def data_path(path: str, suffix: str) -> str:
    """Return where the data of a page stand, by the page's path."""
    return f"{(path if suffix in IN_EACH_LANGUAGE else languages.bare(path)).rstrip('/')}.{suffix}"


def site() -> Followed:
    return Followed(settings.SITE_NAME, reverse("home"), Selection())


def of_incident(incident: Incident, words: Mapping[str, str]) -> Followed:
    """Return what a page of a timeline tells that is narrowed by the words of an address. Raises BadFilter."""
    return Followed(
        incident.title,
        incident.get_absolute_url(),
        Selection.of(words, incident=incident.slug),
        ("incident",),
        incident,
        incident.summary,
        incident.language,
    )


def of_named(kind: str, slug: str, words: Mapping[str, str]) -> Followed:
    """Return what names an entity, or is filed under a tag; one that no published event has is not found."""
    found = MODELS[kind].objects.filter(slug=slug).published().first()
    if found is None:
        raise Http404
    selection = Selection.of(words, **{kind: found.slug})
    description = found.description if isinstance(found, Entity) else ""
    return Followed(found.name, found.get_absolute_url(), selection, (kind,), description=description)


def of_search(words: Mapping[str, str]) -> Followed:
    """Return what a search finds, by its text and by every other word that narrows a timeline. Raises BadFilter."""
    selection = Selection.of(words)
    if not selection.given:
        raise BadFilter("q", _("Give words to look for, or another filter."))
    return Followed(_("Search"), reverse("search"), selection)
