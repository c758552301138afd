"""What travels between articles, files and rows: plain values, no database, no Django.

A draft says what somebody else's text or record says, and where it says so. `importing` turns drafts into rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a draft was found: a file, and a row of it or a character span of its cleaned text."""

    name: str = ""
    row: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class QuoteDraft:
    """A W3C TextQuoteSelector with its span: `exact` is `text[start:end]` of the cleaned text."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """A report as found. `published` is EDTF, empty where no trustworthy date was found; `published_from` says
    in a short word where it was found ("json-ld", "meta", "first-words", "given"). `genre` is "news" or "narrative",
    empty where nobody has said yet: what its relative dates count from."""

    title: str = ""
    url: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    published_from: str = ""
    language: str = ""
    credit: str = ""
    genre: str = ""


@dataclass(frozen=True, slots=True)
class CitationDraft:
    """What a source says of an event: the quotes, and the date as this source gives it."""

    source: SourceDraft
    quotes: tuple[QuoteDraft, ...] = ()
    date: Reading | None = None
    locator: str = ""
    disputes: bool = False


@dataclass(frozen=True, slots=True)
class EntityDraft:
    """A person, organisation or place that a record names: `kind` and `role` as the model has them, or empty."""

    name: str
    kind: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """A typed relation to another record of the same file (by its `import_ref`) or to an event (by its public id)."""

    kind: str
    to: str


@dataclass(frozen=True, slots=True)
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
    params: tuple[tuple[str, str], ...] = ()
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentDraft:
    """The matter as a whole, where a file says what its events are about."""

    title: str
    summary: str = ""
    language: str = ""
    slug: str = ""


@dataclass(frozen=True, slots=True)
class EventDraft:
    """One dated happening as a text or record tells it.

    `import_ref` is stable over repeated imports. `date` is None where the record gives none: it is then undated, and
    never given one. `extra` keeps what no field of ours holds, by column.
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
