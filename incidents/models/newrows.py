"""Rows that are not in the database yet: events, sources, what belongs to them, and what follows from their fields.

They look to the settling code like the models do. bulk.py writes them.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.utils.text import slugify

from ..temporal.edtf import EDTF, narrow
from .base import ALPHABET
from .people import Entity
from .sources import Capture, Source

ID_LENGTH = 8
_USABLE = len(ALPHABET) * (256 // len(ALPHABET))  # bytes below it stand for each letter equally often
_LETTERS = bytes(ord(ALPHABET[byte % len(ALPHABET)]) for byte in range(_USABLE)).ljust(256, b"-")
_TOO_HIGH = bytes(range(_USABLE, 256))
# ASCII as slugify() has it: small letters, blanks for what it joins words by; the rest is dropped.
_SLUG_LETTERS = bytes(ord(chr(code).lower()) if re.match(r"\w", chr(code)) else 0x20 for code in range(128)).ljust(256)
_NOT_IN_SLUG = bytes(code for code in range(128) if not re.match(r"[\w\s-]", chr(code)))


class Rows(list):  # type: ignore[type-arg]
    """Rows in hand, asked for as a related manager is."""

    def all(self) -> Rows:
        return self


@dataclass(slots=True)
class NewSource:
    title: str
    publisher: str = ""
    authors: str = ""
    url: str = ""
    url_key: str = ""
    published: str = ""
    published_from: str = ""
    language: str = ""
    credit: str = ""
    genre: str = ""
    id: int = 0
    public_id: str = ""
    published_earliest: int | None = None
    published_latest: int | None = None
    copy_of: None = None
    copy_of_id: int | None = None
    copy_state: str = ""
    created_at: Any = None

    @property
    def pk(self) -> int:
        return self.id

    origin_id = pk


@dataclass(slots=True)
class NewQuote:
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    order: int = 0
    archived: str = ""  # address of a kept copy of the page
    id: int = 0
    citation_id: int = 0
    capture: Capture | None = None
    capture_id: int | None = None


@dataclass(slots=True)
class NewCitation:
    source: NewSource | Source
    stance: str = "supports"
    about: str = "all"
    passage: str = ""
    locator: str = ""
    date_words: str = ""
    date: str = ""
    date_part: str = ""
    date_reference: str = ""
    date_rule: str = ""
    order: int = 0
    quotes: Rows = field(default_factory=Rows)
    id: int = 0
    event_id: int = 0
    link_id: int | None = None
    source_id: int = 0


@dataclass(slots=True)
class NewEntity:
    name: str
    slug: str
    kind: str
    description: str = ""
    aliases: tuple[tuple[str, str], ...] = ()  # names, each with its language
    id: int = 0


@dataclass(slots=True)
class NewTag:
    name: str
    slug: str
    id: int = 0


@dataclass(slots=True)
class NewRole:
    entity: NewEntity | Entity
    role: str
    id: int = 0
    event_id: int = 0
    entity_id: int = 0


@dataclass(slots=True)
class NewTranslation:
    language: str
    headline: str
    body: str = ""
    state: str = "draft"
    of_version: int = 0
    of_words: str = ""
    id: int = 0
    event_id: int = 0
    published_at: Any = None
    created_at: Any = None
    updated_at: Any = None


@dataclass(slots=True)
class NewEvent:
    """An event that is not there yet, with what belongs to it. `state` is proposed, draft or published.

    `places` are the ids of the incidents that it belongs to, each with its role there; empty for the import's own.
    Of an event that comes from our own JSON, the id, the version and the moments of publication may be given.
    """

    headline: str
    state: str
    import_ref: str
    date: str = ""
    part: str = ""
    body: str = ""
    kind: str = "occurred"
    language: str = "en"
    place: str = ""
    order: int = 0
    extra: str = "{}"  # JSON
    citations: Rows = field(default_factory=Rows)
    roles: Rows = field(default_factory=Rows)
    tags: Rows = field(default_factory=Rows)
    places: tuple[tuple[int, str], ...] = ()
    public_links_from: tuple[()] = ()
    public_links_to: tuple[()] = ()
    translations: list[NewTranslation] = field(default_factory=list)
    number: int = 0  # of the record that it came from
    id: int = 0
    public_id: str = ""
    slug: str = ""
    earliest: int | None = None
    latest: int | None = None
    position: int | None = None
    undated: bool = False
    withdrawn_reason: str = ""
    merged_into_id: int | None = None
    known: int | None = None
    revision: int = 2  # as after a first save that was settled
    version: int = 0
    first_published_at: Any = None
    changed_at: Any = None
    created_at: Any = None
    updated_at: Any = None
    content: str = ""  # its first version as JSON, and the words that it is found by, where they are made already
    words: tuple[str, ...] | None = None

    @property
    def pk(self) -> int:
        return self.id

    @property
    def public_translations(self) -> list[NewTranslation]:
        return [one for one in self.translations if one.state == "published"]


@lru_cache(maxsize=65_536)
def bounds(edtf: str, part: str) -> tuple[str, int | None, int | None, int | None]:
    """Return a date as it is stored, with its earliest, latest and position. Raises EDTFError for what is no date."""
    if not edtf:
        return "", None, None, None
    value = EDTF.parse(edtf)
    return str(value), value.earliest, value.latest, narrow(value, part)[0]


def slug_of(headline: str) -> str:
    """Return what Django's slugify() does, which is much slower with plain letters than it need be."""
    if not headline.isascii():
        return slugify(headline)[:60].strip("-")
    words = headline.encode().translate(_SLUG_LETTERS, _NOT_IN_SLUG).decode().split()
    return "-".join(words).strip("-_")[:60].strip("-")


def random_ids(count: int) -> list[str]:
    """Return so many different ids as new_public_id() makes them, which rows may have."""
    found: set[str] = set()
    while len(found) < count:
        letters = os.urandom((count - len(found)) * ID_LENGTH * 5 // 4 + 16).translate(_LETTERS, _TOO_HIGH).decode()
        found |= {letters[at : at + ID_LENGTH] for at in range(0, len(letters) - ID_LENGTH + 1, ID_LENGTH)}
    return sorted(found)[:count]
