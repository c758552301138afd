"""Sources, names and tags found again: what drafts name that is there already, and what is to be made, each once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify

from ..cleaning import clean_line, clean_text
from ..models import Entity, EntityAlias, EntityRole, Event, Source, Tag, raw
from ..models.base import ALPHABET
from ..models.newrows import NewCitation, NewEntity, NewRole, NewSource, NewTag
from .drafted import (
    Key,
    Plain,
    about_of,
    cited_by,
    key_of,
    new_citation,
    new_quote,
    new_source,
    new_title,
    source_draft,
)
from .sources import fill_up

ENTITY_KINDS = frozenset(Entity.Kind.values)
ROLES = frozenset(EntityRole.Role.values)
SMALL = 32_767
OURS = frozenset(ALPHABET)


@dataclass(slots=True)
class Wanted:
    """What some drafts name, and may be there already."""

    cited: dict[Key, Plain]  # sources, each with all that any draft says of it
    names: set[str]  # of entities
    slugs: set[str]  # those that drafts of our own JSON give their entities
    tags: set[str]
    ids: list[str]  # of events of our own JSON

    @classmethod
    def by(cls, drafts: Iterable[Plain]) -> Wanted:
        drafts = list(drafts)
        entities = [one for draft in drafts for one in draft.get("entities", ())]
        return cls(
            cited=cited_by(drafts),
            names={clean_line(one["name"])[:200] for one in entities},
            slugs={one["id"] for one in entities if one.get("id")},
            tags={clean_line(tag)[:80] for draft in drafts for tag in draft.get("tags", ())},
            ids=[draft["id"] for draft in drafts if draft.get("id")],
        )


class Library:
    """The sources, entities and tags that some drafts name: those that are there, and those to be made, each once.

    With `look` off the database is not asked, and everything is to be made.
    """

    def __init__(self, wanted: Wanted, *, look: bool = True) -> None:
        self.sources: dict[Key, NewSource | Source] = {}
        self.entities: dict[Key, NewEntity | Entity] = {}
        self.slugs: set[str] = set()  # addresses of entities that are taken
        self.own = wanted.slugs
        self.tag_by_slug: dict[str, NewTag | Tag] = {}
        self.tag_by_name: dict[str, NewTag | Tag] = {}
        self.cited = wanted.cited
        self.ids: set[str] = set()
        if look:
            self.look(wanted)

    @classmethod
    def of(cls, drafts: Iterable[Plain]) -> Library:
        return cls(Wanted.by(drafts))

    def look(self, wanted: Wanted) -> None:
        if self.cited:
            self.find_sources(self.cited)
        if wanted.names:
            self.find_entities(wanted.names, wanted.slugs)
        if tags := wanted.tags:
            found = Tag.objects.filter(Q(slug__in=set(map(slug_of, tags))) | Q(name__in=tags)).order_by("-pk")
            self.tag_by_slug |= {tag.slug: tag for tag in found}
            self.tag_by_name |= {tag.name: tag for tag in found}
        self.ids = free_ids(Event, wanted.ids)
        self.ids |= free_ids(Source, [source["id"] for source in self.cited.values() if source.get("id")])

    def restored(self, draft: Plain) -> dict[str, Any]:
        """Return what an event of our own JSON keeps: its id, if that is free, its version, its days of publication."""
        now = timezone.now()
        first, changed = (moment_of(draft.get(name, ""), now) for name in ("published", "changed"))
        return {
            "public_id": draft["id"] if draft["id"] in self.ids else "",
            "version": max(0, min(draft.get("version", 0), SMALL)),
            "first_published_at": raw.moment(first) if first else None,
            "changed_at": raw.moment(changed) if changed else None,
        }

    # --- Sources ---

    def find_sources(self, cited: dict[Key, Plain]) -> None:
        wanted = [key[0] for key in cited if len(key) == 1]
        keys = [row[0] for row in raw.found(Source, ["url_key"], "url_key", wanted)]
        titles = [key[0] for key in cited if len(key) > 2]
        own = [key[1] for key in cited if len(key) == 2]
        found = Source.objects.select_related("copy_of")
        for source in found.filter(url_key__in=keys).exclude(url_key="") if keys else ():
            self.sources[(source.url_key,)] = source
        for source in found.filter(url_key="", title__in=titles).order_by("-pk") if titles else ():
            self.sources[source.title, source.publisher, str(source.published or "")] = source
        for source in found.filter(public_id__in=own) if own else ():
            if not source.url and source.title == new_title(cited["id", source.public_id]):
                self.sources["id", source.public_id] = source
        for key, known in list(self.sources.items()):
            if key in cited and isinstance(known, Source):
                fill_up(known, source_draft(cited[key]), corrected=False)

    def source(self, draft: Plain) -> NewSource | Source | None:
        key = key_of(draft)
        if key and key not in self.sources:
            self.sources[key] = new_source(self.cited.get(key, draft), key, self.ids)
        return self.sources.get(key)

    def citations(self, drafts: Iterable[Plain]) -> list[NewCitation]:
        """Return one citation a source, stance and passage: what is said of one twice is one with more quotes."""
        found: dict[tuple[int, bool, str, str], NewCitation] = {}
        for draft in drafts:
            source = self.source(draft.get("source") or {})
            if source is None:
                continue
            about, passage = about_of(draft)
            which = (id(source), draft.get("disputes", False), about, passage)
            made = found.get(which)
            if made is None:
                order = draft.get("order", 0) if draft.get("source", {}).get("id") else len(found)
                made = found[which] = new_citation(draft, source, order)
                made.about, made.passage = about, passage
            for quote in draft.get("quotes", ()):
                if words := clean_text(quote.get("exact", ""))[:2000].strip():
                    made.quotes.append(new_quote(quote, words, len(made.quotes)))
        return list(found.values())

    # --- Entities ---

    def find_entities(self, names: set[str], own: set[str]) -> None:
        for alias in EntityAlias.objects.filter(name__in=names).select_related("entity").order_by("-pk"):
            self.entities[alias.name, alias.entity.kind] = self.entities[alias.name,] = alias.entity
        for entity in Entity.objects.filter(name__in=names).order_by("-pk"):
            self.entities[entity.name, entity.kind] = self.entities[entity.name,] = entity
        for entity in Entity.objects.filter(slug__in=own, name__in=names):
            self.entities["id", entity.slug, entity.name] = entity
        slugs = own | {slug_of(name) for name in names if (name,) not in self.entities}
        self.slugs = set(Entity.objects.filter(slug__in=slugs).values_list("slug", flat=True))

    def roles(self, drafts: Iterable[Plain]) -> list[NewRole]:
        found: dict[tuple[int, str], NewRole] = {}
        for draft in drafts:
            if name := clean_line(draft["name"])[:200]:
                kind = kind if (kind := draft.get("kind", "")) in ENTITY_KINDS else ""
                entity = self.entity(name, kind, draft)
                role = given if (given := draft.get("role", "")) in ROLES else EntityRole.Role.MENTIONED.value
                found.setdefault((id(entity), role), NewRole(entity, role))
        return list(found.values())

    def entity(self, name: str, kind: str, draft: Plain) -> NewEntity | Entity:
        """Return the entity of a name and kind; of our own JSON that of its address, if it can have that here."""
        own = draft.get("id", "")
        own = own if own and slugify(own) == own and len(own) <= 80 else ""
        key = ("id", own, name) if own else (name, kind) if kind else (name,)
        if own and key not in self.entities and (own in self.slugs or self.is_known(name, kind, draft)):
            key = (name, kind) if kind else (name,)
        if key not in self.entities:
            slug = own if key[0] == "id" and own else slug_of(name)
            if slug in self.slugs:
                slug = f"{slug[:60]}-{blake2b(repr(key).encode(), digest_size=6).hexdigest()}"
            self.slugs.add(slug)
            description = clean_text(draft.get("description", ""))[:500]
            made = NewEntity(name, slug, kind or Entity.Kind.ORGANISATION.value, description, aliases_of(draft))
            self.entities[key] = made
            self.entities.setdefault((name, made.kind), made)
            self.entities.setdefault((name,), made)
        return self.entities[key]

    def is_known(self, name: str, kind: str, draft: Plain) -> bool:
        """Whether an entity of our own JSON is here under another address, and nothing said of it speaks against."""
        known = self.entities.get((name, kind))
        if not isinstance(known, Entity) or known.slug in self.own:
            return False
        described = clean_text(draft.get("description", ""))[:500]
        return not (known.description and described) or known.description == described

    # --- Tags ---

    def tags(self, names: Iterable[str], *, exact: bool = False) -> list[NewTag | Tag]:
        found: dict[str, NewTag | Tag] = {}
        for name in names:
            if name := clean_line(name)[:80]:
                tag = self.tag(name, exact=exact)
                found[tag.slug] = tag
        return list(found.values())

    def tag(self, name: str, *, exact: bool) -> NewTag | Tag:
        """Return the tag of a name, else one of the same address, unless the name must be exactly that (C and C++)."""
        if known := self.tag_by_name.get(name):
            return known
        slug = slug_of(name)
        known = self.tag_by_slug.get(slug)
        if known and exact and known.name != name:
            slug = f"{slug[:60]}-{blake2b(name.encode(), digest_size=6).hexdigest()}"
            known = self.tag_by_slug.get(slug)
        made = known or NewTag(name, slug)
        self.tag_by_slug[slug] = self.tag_by_name[name] = made
        return made


def slug_of(name: str) -> str:
    """Return the address of a name; one without a Latin letter goes by a hash of it."""
    return slugify(name)[:80].strip("-") or blake2b(name.encode(), digest_size=6).hexdigest()


def aliases_of(draft: Plain) -> tuple[tuple[str, str], ...]:
    named = ((clean_line(name)[:200], clean_line(language)[:16]) for name, language in draft.get("aliases", ()))
    return tuple({name: (name, language) for name, language in named if name}.values())


def free_ids(model: type[Event] | type[Source], own: list[str]) -> set[str]:
    """Return those of some ids of our own JSON that no row has here."""
    shaped = {one for one in own if len(one) <= 12 and set(one) <= OURS}
    return shaped - set(model.objects.filter(public_id__in=shaped).values_list("public_id", flat=True))


def moment_of(text: str, now: datetime) -> datetime | None:
    """Read a moment of our own JSON; what is none, or still to come, is not taken over."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo and moment <= now else None
