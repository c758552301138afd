"""An event's public content as plain JSON: what a version keeps, and what two editors' saves are compared by."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from .citations import Citation
from .events import Event, Link
from .words import public_translations

FIELDS = ("headline", "body", "part", "order", "undated", "kind", "language", "place")
SOURCE_FIELDS = ("title", "publisher", "authors", "url", "language", "credit")
_fields, _source_fields = attrgetter(*FIELDS), attrgetter(*SOURCE_FIELDS)


def snapshot(event: Event) -> dict[str, Any]:
    """Return what readers are told by an event fetched with entry_prefetch(everywhere=True); equal if unchanged."""
    translations = {one.language: {"headline": one.headline, "body": one.body} for one in public_translations(event)}
    return {
        **dict(zip(FIELDS, _fields(event), strict=True)),
        **({"translations": translations} if translations else {}),
        "date": str(event.date or ""),
        "citations": [cited(citation) for citation in event.citations.all()],
        "roles": [{"name": role.entity.name, "role": role.role} for role in event.roles.all()],
        "tags": sorted(tag.name for tag in event.tags.all()),
        "links": [
            *(linked(link, "from", link.to_event) for link in event.public_links_from),
            *(linked(link, "to", link.from_event) for link in event.public_links_to),
        ],
    }


def linked(link: Link, end: str, other: Event) -> dict[str, Any]:
    """Return a public link as seen from its `end`; the other event goes by its id, for its words are its own."""
    sources = [citation.source.public_id for citation in link.citations.all()]
    return {"end": end, "kind": link.kind, "event": other.public_id, "sources": sources}


def cited(citation: Citation) -> dict[str, Any]:
    source = citation.source
    return {
        "source": {
            "id": source.public_id,
            **dict(zip(SOURCE_FIELDS, _source_fields(source), strict=True)),
            "published": str(source.published or ""),
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
            {
                "exact": quote.exact,
                "prefix": quote.prefix,
                "suffix": quote.suffix,
                "archived": quote.capture.archived_url if quote.capture else "",
            }
            for quote in citation.quotes.all()
        ],
    }
