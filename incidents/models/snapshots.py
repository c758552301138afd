"""An event's public content as plain JSON: what a version keeps, and what two editors' saves are compared by."""

from __future__ import annotations

from typing import Any

from .events import Event
from .sources import Citation

# What has to be fetched beside an event so that snapshot() asks the database nothing more.
SNAPSHOT_PREFETCH = (
    "citations__source__copy_of",
    "citations__quotes",
    "roles__entity",
    "tags",
)
FIELDS = ("headline", "body", "part", "order", "undated", "kind", "language", "place")


def snapshot(event: Event) -> dict[str, Any]:
    """Return what readers are told by this event, in a form that compares equal when nothing changed."""
    return {
        **{name: getattr(event, name) for name in FIELDS},
        "date": str(event.date or ""),
        "citations": [cited(citation) for citation in event.citations.all()],
        "roles": [{"name": role.entity.name, "role": role.role} for role in event.roles.all()],
        "tags": sorted(tag.name for tag in event.tags.all()),
    }


def cited(citation: Citation) -> dict[str, Any]:
    source = citation.source
    return {
        "source": {
            "id": source.public_id,
            "title": source.title,
            "publisher": source.publisher,
            "authors": source.authors,
            "url": source.url,
            "published": str(source.published or ""),
            "language": source.language,
            "credit": source.credit,
            "copy_of": source.copy_of.public_id if source.origin_id != source.pk else "",
        },
        "stance": citation.stance,
        "about": citation.about,
        "passage": citation.passage,
        "locator": citation.locator,
        "date": {
            "words": citation.date_words,
            "edtf": str(citation.date or ""),
            "part": citation.date_part,
            "reference": citation.date_reference,
            "rule": citation.date_rule,
        },
        "quotes": [
            {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix} for quote in citation.quotes.all()
        ],
    }
