"""Citations of drafts as unsaved models, for what is written one by one: links, and additions to known events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..models import Citation, Quote, Source
from ..models.bulk import captures_of
from ..models.newrows import NewSource
from .drafted import Plain
from .library import Library

SOURCE_FIELDS = (
    "public_id",
    "title",
    "publisher",
    "authors",
    "url",
    "published",
    "published_from",
    "language",
    "credit",
    "genre",
)
CITATION_FIELDS = (
    *("stance", "about", "passage", "locator", "order"),
    *("date_words", "date", "date_part", "date_reference", "date_rule"),
)


def existing(drafts: Iterable[Plain], library: Library) -> list[Any]:
    """Return citations as unsaved models, with their quotes as `new_quotes`; sources that are new are saved.

    save_cited() saves them, once they have an event or a link.
    """
    made: list[Any] = []
    saved: dict[int, Source] = {}
    for citation in library.citations(drafts):
        source = citation.source
        if isinstance(source, NewSource) and id(source) not in saved:
            given = {name: value for name in SOURCE_FIELDS if (value := getattr(source, name))}
            saved[id(source)] = Source.objects.create(**given)
        row = Citation(
            source=saved.get(id(source), source), **{name: getattr(citation, name) for name in CITATION_FIELDS}
        )
        kept = captures_of({(row.source_id, quote.archived) for quote in citation.quotes if quote.archived})
        row.new_quotes = [  # type: ignore[attr-defined]
            Quote(
                exact=quote.exact,
                prefix=quote.prefix,
                suffix=quote.suffix,
                order=quote.order,
                capture=kept.get((row.source_id, quote.archived)),
            )
            for quote in citation.quotes
        ]
        made.append(row)
    return made


def save_cited(citation: Any) -> None:
    """Save a citation in hand with its quotes (existing())."""
    quotes = list(citation.new_quotes)
    citation.save()
    for quote in quotes:
        quote.citation = citation
        quote.save()
