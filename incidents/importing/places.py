"""Which incidents the records of a file belong to: the one that an editor chose, else those that the file names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.text import slugify

from ..cleaning import clean_line, clean_text, fold
from ..models import ImportBatch, Incident, OldSlug
from .translating import tell_incident

MOST_TOLD = 1_000  # incidents that a file describes
MOST_NEW = 200  # that one import makes: a column with more names is none of incidents
Plain = dict[str, Any]
Role = tuple[str, str]  # the name of an incident, and the event's role there


class Places:
    """Finds the incidents that drafts name, by address or title, and makes those that are not there."""

    def __init__(self, batch: ImportBatch) -> None:
        self.batch = batch
        self.told: list[Plain] = batch.options.get("incidents", [])
        self.known: dict[str, Incident | None] = {}

    def names(self, draft: Plain) -> list[Role]:
        """Return the incidents that a draft names; of one that names none, that which the file is about."""
        named = [
            (clean_line(one.get("incident", ""))[:200], one.get("role", "")) for one in draft.get("memberships", ())
        ]
        named = [(name, role if role == "background" else "") for name, role in named if name]
        if not named and len(self.told) == 1:
            named = [(name_of(self.told[0]), "")]
        return list(dict(named).items())

    def find(self, names: Iterable[str]) -> dict[str, Incident | None]:
        """Return the incidents of these names, None for one that is not there."""
        wanted = set(names) - self.known.keys()
        if wanted:
            titles = wanted | {one["title"] for one in self.told if name_of(one) in wanted}
            slugs = {slug for name in titles for slug in (name, slugify(name)[:80]) if slug}
            there = {one.slug: one for one in Incident.objects.filter(slug__in=slugs)}
            moved = OldSlug.objects.filter(slug__in=wanted).select_related("incident")
            by_title = {fold(one.title): one for one in there.values()}
            by_title |= {fold(one.title): one for one in Incident.objects.filter(title__in=titles)}
            by_slug = {one.slug: one.incident for one in moved} | there
            for name in wanted:
                self.known[name] = by_slug.get(name) or by_title.get(fold(name))
        return {name: self.known[name] for name in names}

    def role_in(self, incident: Incident, draft: Plain) -> str:
        """Return the role that a draft has in the chosen incident: the one that it gives for it, or its only one."""
        named = dict(self.names(draft))
        if len(named) == 1:
            return next(iter(named.values()))
        return named.get(incident.slug) or named.get(incident.title) or ""

    def of(self, draft: Plain) -> tuple[tuple[int, str], ...]:
        """Return the ids of the incidents that a draft belongs to, with its roles; what is not there is made."""
        if self.batch.incident is not None:
            return ((self.batch.incident.pk, self.role_in(self.batch.incident, draft)),)
        named = self.names(draft)
        found = self.find([name for name, _role in named])
        return tuple({(found[name] or self.make(name)).pk: role for name, role in named}.items())

    def make(self, name: str) -> Incident:
        """Make an incident as the file describes it: public where its events become public, else a draft."""
        told: Plain = next((one for one in self.told if name in (name_of(one), one["title"])), {"title": name})
        slug = told.get("slug", "") if slugify(told.get("slug", "")) == told.get("slug", "") else ""
        values = {
            "title": clean_line(told["title"])[:200],
            "summary": clean_text(told.get("summary", ""))[:5000],
            "language": (told.get("language") or "en")[:16],
            "state": "published" if self.batch.mode == ImportBatch.Mode.PUBLISHED else "draft",
        }
        made, _new = Incident.objects.get_or_create(slug=(slug or free_slug(values["title"]))[:80], defaults=values)
        tell_incident(made, told.get("translations", ()), self.batch)
        self.known[name] = made
        return made

    def make_told(self) -> None:
        """Make the incidents that the file describes by their addresses, also those without an event."""
        named = {name_of(one): one for one in self.told if one.get("slug")}
        for name, incident in self.find(named).items():
            if incident is None:
                self.make(name)

    def summarise(self) -> None:
        """Fill up the summary and the translations that an incident lacks; an editor's words stay."""
        incident = self.batch.incident
        if incident is not None:
            fill_summary(incident, next((one["summary"] for one in reversed(self.told) if one.get("summary")), ""))
            return
        told = {name_of(one): one for one in self.told}
        for name, known in self.find(told).items():
            if known is not None:
                fill_summary(known, told[name].get("summary", ""))
                tell_incident(known, told[name].get("translations", ()), self.batch)


def name_of(told: Plain) -> str:
    return str(told.get("slug") or told["title"])


def free_slug(title: str) -> str:
    """Return an address for a title that no incident has or had."""
    slug = slugify(title)[:70].strip("-") or "incident"
    taken = set(Incident.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    taken |= set(OldSlug.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free


def fill_summary(incident: Incident, summary: str) -> None:
    if summary and not incident.summary:
        incident.refresh_from_db()
        if not incident.summary:
            incident.summary = summary[:5000]
            incident.save()
