"""Rows of events for CSV and Excel: the columns that our importer knows by name, and texts that are no formulas."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from ..drafts import CitationDraft, EventDraft
from .formulas import safe
from .outgoing import Items, Publication, bounds, iso, one_line, parted, plain, said, value_of

KINDS_OF_ENTITIES = {"person": "person", "organisation": "organisation", "place": "place_named", "other": "other"}
EVENT_COLUMNS = (
    *("id", "date", "part", "date_text", "earliest", "latest", "headline", "body", "kind", "language", "place"),
    *(
        "person",
        "organisation",
        "place_named",
        "other",
        "tag",
        "incident",
        "order",
        "undated",
        "dateline_page",
        "changed",
    ),
)
SOURCE_COLUMNS = (
    *("source_url", "source_title", "source_publisher", "source_published", "source_author"),
    *("quote", "locator", "stance"),
)
BYTE_ORDER_MARK = "\ufeff"  # by which Excel knows UTF-8
ROWS_AT_ONCE = 100


def event_row(event: EventDraft) -> dict[str, str]:
    value = value_of(event.date)
    first, last = bounds(value) if value else (None, None)
    row = {
        "id": event.id or event.import_ref,
        "date": event.date.edtf if event.date else "",
        "part": event.date.part if event.date else "",
        "date_text": said(event.date, event.language),
        "earliest": iso(first),
        "latest": iso(last),
        "headline": one_line(event.headline),
        "body": plain(event.body),
        "kind": event.kind,
        "language": event.language,
        "place": one_line(event.place),
        "tag": joined(event.tags),
        "incident": joined(one.incident for one in event.memberships),
        "order": str(event.order) if event.order else "",
        "undated": "yes" if event.undated else "",
        "dateline_page": event.address,
        "changed": event.changed,
    }
    for kind, column in KINDS_OF_ENTITIES.items():
        row[column] = joined(one.name for one in event.entities if (one.kind or "other") == kind)
    return row


def source_row(citation: CitationDraft) -> dict[str, str]:
    source = citation.source
    return {
        "source_url": one_line(source.url),
        "source_title": one_line(source.title),
        "source_publisher": one_line(source.publisher),
        "source_published": source.published,
        "source_author": "; ".join(map(one_line, source.authors)),
        "quote": " […] ".join(one_line(quote.exact) for quote in citation.quotes),
        "locator": one_line(citation.locator),
        "stance": "disputes" if citation.disputes else "supports",
    }


def joined(values: Iterable[str]) -> str:
    """Join several values, a line each: no value of one line can be taken for two."""
    return "\n".join(one_line(value) for value in values)


def write_csv(items: Items, about: Publication | None = None, delimiter: str = ",") -> Iterator[bytes]:
    """Write a row an event; of several sources, each column has a line for each, in the same order."""
    _, events = parted(items)
    out = StringIO()
    rows = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    out.write(BYTE_ORDER_MARK)
    rows.writerow([*EVENT_COLUMNS, *SOURCE_COLUMNS])
    for number, event in enumerate(events, 1):
        row = event_row(event)
        sources = [source_row(citation) for citation in event.citations]
        for column in SOURCE_COLUMNS:
            lines = [source[column] for source in sources]
            row[column] = "\n".join(lines) if any(lines) else ""
        rows.writerow([safe(row[column]) for column in (*EVENT_COLUMNS, *SOURCE_COLUMNS)])
        if number % ROWS_AT_ONCE == 0:
            yield taken(out)
    yield taken(out)


def taken(out: StringIO) -> bytes:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text.encode("utf-8", "replace")
