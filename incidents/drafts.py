"""What travels between articles, files and rows: plain values, no database, no Django.

A draft says what somebody else's text or record says, and where it says so. `importing` turns drafts into rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, dataclass_transform

from .sentences import Reason, frozen

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def plain_class(kind: type[T]) -> type[T]:
    """Make a class of plain values, which is what dataclass(frozen=True, slots=True) makes for whoever checks types.

    Nothing guards its fields at run time: to get past such a guard, field by field, was a tenth of what reading a long
    file took.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)


@plain_class
class Origin:
    """Where a draft was found: a file, and a row of it or a character span of its cleaned text."""

    name: str = ""
    row: int | None = None
    start: int | None = None
    end: int | None = None


@plain_class
class Reading:
    """One way to read the date words of a text, with its working.

    `edtf` is empty where nothing on the calendar can be given, and holds `X` where a part stays open
    (`XXXX-07-07`). `reference` is the ISO date that the words were counted from, empty for absolute dates.
    `part` is "", "start", "mid" or "end": which part of the date the words mean.
    `confidence` runs from 0 to 1.
    """

    words: str
    edtf: str
    part: str = ""
    rule: str = ""
    reference: str = ""
    confidence: float = 1.0


@plain_class
class QuoteDraft:
    """A W3C TextQuoteSelector with its span: `exact` is `text[start:end]` of the cleaned text.

    `archived` is the address of a kept copy of the page that was quoted.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    archived: str = ""


@plain_class
class SourceDraft:
    """A report as found. `published` is EDTF, empty where no trustworthy date was found; `published_from` says
    in a short word where it was found ("json-ld", "meta", "first-words", "given"). `genre` is "news" or "narrative",
    empty where nobody has said yet: what its relative dates count from. `id` is its public id on the site that it
    comes from, `address` its page there, and `copy_of` the id of the source whose text it repeats."""

    title: str = ""
    url: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    published_from: str = ""
    language: str = ""
    credit: str = ""
    genre: str = ""
    id: str = ""
    address: str = ""
    copy_of: str = ""


@plain_class
class CitationDraft:
    """What a source says of an event: the quotes, and the date as this source gives it.

    `about` is "all", "date" or "passage": what of the event it speaks to; `passage` the words of the event's text.
    """

    source: SourceDraft
    quotes: tuple[QuoteDraft, ...] = ()
    date: Reading | None = None
    locator: str = ""
    disputes: bool = False
    about: str = "all"
    passage: str = ""
    order: int = 0


@plain_class
class EntityDraft:
    """A person, organisation or place that a record names: `kind` and `role` as the model has them, or empty.

    `id` is its part of the web address on the site that it comes from; `aliases` are other names with their language.
    """

    name: str
    kind: str = ""
    role: str = ""
    id: str = ""
    description: str = ""
    aliases: tuple[tuple[str, str], ...] = ()


@plain_class
class LinkDraft:
    """A typed relation to another record of the same file (by its `import_ref`) or to an event (by its public id).

    `id` is the other event's id as the file has it, where `to` is its `import_ref`.
    """

    kind: str
    to: str
    citations: tuple[CitationDraft, ...] = ()
    id: str = ""


@plain_class
class MembershipDraft:
    """An event's place in a matter, by that matter's `slug`; `role` is empty or "background"."""

    incident: str
    role: str = ""


@plain_class
class TranslationDraft:
    """A headline (of an incident, its title) and a text (its summary) in another language.

    `version` is that of the event it was made from, 0 where that is not known; `current` says that it renders what the
    original says now.
    """

    language: str
    headline: str
    body: str = ""
    version: int = 0
    current: bool = False


@plain_class
class Finding:
    """Something that an editor should know of a record before it is used.

    `code` names the sentence (formats/findings.py) that `params` complete. A record with an "error" is refused; with
    a "warning" it goes in as it is unless the editor says otherwise; a "note" only tells what was done.
    `column` and `value` say where; `offers` names the actions that can be taken on all records like it.
    """

    code: str
    level: str = "warning"
    column: str = ""
    value: str = ""
    params: tuple[tuple[str, Reason], ...] = ()
    offers: tuple[str, ...] = ()


@plain_class
class IncidentDraft:
    """The matter as a whole, where a file says what its events are about; `address` is its page on the web."""

    title: str
    summary: str = ""
    language: str = ""
    slug: str = ""
    address: str = ""
    translations: tuple[TranslationDraft, ...] = ()


@plain_class
class EventDraft:
    """One dated happening as a text or record tells it.

    `import_ref` is stable over repeated imports. `date` is None where the record gives none: it is then undated, and
    never given one; `undated` says that this is known of it. `extra` keeps what no field of ours holds, by column.
    `id`, `address`, `version`, `published` and `changed` (ISO 8601, UTC) are those of the site that it comes from.
    """

    headline: str
    date: Reading | None
    alternatives: tuple[Reading, ...] = ()
    kind: str = "occurred"
    body: str = ""
    language: str = ""
    citations: tuple[CitationDraft, ...] = ()
    import_ref: str = ""
    origin: Origin = field(default_factory=Origin)
    place: str = ""
    order: int = 0
    entities: tuple[EntityDraft, ...] = ()
    tags: tuple[str, ...] = ()
    links: tuple[LinkDraft, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    salience: float = 0.0
    undated: bool = False
    memberships: tuple[MembershipDraft, ...] = ()
    id: str = ""
    address: str = ""
    version: int = 0
    published: str = ""
    changed: str = ""
    translations: tuple[TranslationDraft, ...] = ()

    def told_in(self, language: str) -> EventDraft:
        """Return it with its words in a language, where it is translated into that one."""
        found = next((one for one in self.translations if one.language == language), None)
        if found is None or self.language == language:
            return self
        return replace(self, headline=found.headline, body=found.body, language=language)


# --- From plain values ---------------------------------------------------------------------------------------------


def citation_from(plain: Mapping[str, Any]) -> CitationDraft:
    """Return the citation that `asdict` made plain values of; what is not given is as it is by default."""
    source = plain.get("source", {})
    return CitationDraft(
        **{
            **plain,
            "source": SourceDraft(**{**source, "authors": tuple(source.get("authors", ()))}),
            "quotes": tuple(QuoteDraft(**{"exact": "", **quote}) for quote in plain.get("quotes", ())),
            "date": reading_from(plain.get("date")),
        }
    )


def reading_from(plain: Mapping[str, Any] | None) -> Reading | None:
    return Reading(**{"words": "", "edtf": "", **plain}) if plain else None


def event_from(plain: Mapping[str, Any]) -> EventDraft:
    """Return the draft that `asdict` made plain values of, also after they were JSON; defaults where one is missing."""
    entities = (
        EntityDraft(**{**one, "aliases": tuple((name, language) for name, language in one.get("aliases", ()))})
        for one in plain.get("entities", ())
    )
    links = (
        LinkDraft(**{**one, "citations": tuple(map(citation_from, one.get("citations", ())))})
        for one in plain.get("links", ())
    )
    findings = (
        Finding(
            **{
                **one,
                "params": frozen(one.get("params", [])),
                "offers": tuple(one.get("offers", ())),
            }
        )
        for one in plain.get("findings", ())
    )
    return EventDraft(
        **{
            "headline": "",
            **plain,
            "date": reading_from(plain.get("date")),
            "alternatives": tuple(one for other in plain.get("alternatives", ()) if (one := reading_from(other))),
            "citations": tuple(map(citation_from, plain.get("citations", ()))),
            "origin": Origin(**plain.get("origin", {})),
            "entities": tuple(entities),
            "tags": tuple(plain.get("tags", ())),
            "links": tuple(links),
            "extra": tuple((name, value) for name, value in plain.get("extra", ())),
            "findings": tuple(findings),
            "memberships": tuple(MembershipDraft(**one) for one in plain.get("memberships", ())),
            "translations": tuple(TranslationDraft(**one) for one in plain.get("translations", ())),
        }
    )
