"""Entries of the log as rows to be written, with the sources, names and words that they share."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.text import slugify

from incidents.models import Entity, Source, Tag, url_key
from incidents.models.newrows import NewCitation, NewEntity, NewEvent, NewQuote, NewRole, NewSource, NewTag, Rows

from . import words
from .log import Entry

ROOT = "https://papers.example/"  # a name that nobody can have
DATE_WORDS = {"en": "that day", "es": "aquel día", "fr": "ce jour-là", "de": "an jenem Tag", "nl": "die dag"}


class Library:
    """What entries share: that which the site already has, and that which is made once on the way."""

    def __init__(self) -> None:
        self.sources: dict[str, Source | NewSource] = {
            source.url: source for source in Source.objects.filter(url__startswith=ROOT)
        }
        self.entities: dict[str, Entity | NewEntity] = {one.slug: one for one in Entity.objects.all()}
        self.tags: dict[str, Tag | NewTag] = {one.slug: one for one in Tag.objects.all()}

    def issue(self, publisher: str, language: str, day: date) -> Source | NewSource:
        """Return the paper that told of a day: the next that came out on the first of a month."""
        out = (day.replace(day=1) + timedelta(31)).replace(day=1)
        url = f"{ROOT}{slugify(publisher)}/{out:%Y/%m}/"
        if url not in self.sources:
            self.sources[url] = NewSource(
                title=f"{publisher}, {out:%Y-%m}",
                publisher=publisher,
                url=url,
                url_key=url_key(url),
                published=out.isoformat(),
                published_from="given",
                language=language,
            )
        return self.sources[url]

    def entity(self, name: str, kind: str) -> Entity | NewEntity:
        slug = slugify(name)
        return self.entities.setdefault(slug, NewEntity(name, slug, kind))

    def tag(self, name: str) -> Tag | NewTag:
        return self.tags.setdefault(slugify(name), NewTag(name, slugify(name)))


def row_of(entry: Entry, library: Library, reference: str, incident: int) -> NewEvent:
    """Return an entry as a published event."""
    kind, tag, office, role = words.SORTS[entry.sort]
    roles = [(words.OFFICES[office], "organisation", role), (entry.quay, "place", "place")]
    if entry.ship:
        roles.append((entry.ship, "other", "actor"))
    return NewEvent(
        headline=entry.headline,
        state="published",
        import_ref=reference,
        date=entry.edtf,
        part=entry.part,
        undated=not entry.edtf,
        body=entry.body,
        kind=kind,
        language=entry.language,
        place=f"{entry.quay}, {words.PLACE}",
        citations=Rows(citations(entry, library)),
        roles=Rows(NewRole(library.entity(name, sort), role) for name, sort, role in roles),
        tags=Rows([library.tag(tag)]),
        places=((incident, "background" if entry.is_background else ""),),
        number=entry.number,
    )


def citations(entry: Entry, library: Library) -> list[NewCitation]:
    paper = library.issue(words.PAPERS[entry.language], entry.language, entry.day)
    exact = entry.edtf == entry.day.isoformat()
    cited = [
        NewCitation(
            paper,
            quotes=Rows([NewQuote(entry.quote)]),
            date=entry.edtf,
            date_part=entry.part,
            date_words=DATE_WORDS[entry.language] if exact else "",
        )
    ]
    if entry.in_log:
        log = NewCitation(library.issue(words.LOG, "en", entry.day), order=1)
        if entry.otherwise:
            log.stance, log.about, log.date = "disputes", "date", entry.otherwise
        cited.append(log)
    return cited
