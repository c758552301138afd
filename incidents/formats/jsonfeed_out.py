"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): an item an event, in the order given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..drafts import EventDraft
from .atom_out import dated_title
from .outgoing import Items, Publication, dumps, entitled, json_list, one_line, parted, permanent, plain
from .timelinejs_out import text_of

VERSION = "https://jsonfeed.org/version/1.1"


def write(items: Items, about: Publication | None = None) -> Iterator[bytes]:
    incidents, events = parted(items)
    publication = entitled(about, incidents)
    head = {
        "version": VERSION,
        "title": one_line(publication.title),
        "home_page_url": publication.address,
        "feed_url": publication.file,
        "description": one_line(publication.description),
        "language": publication.language,
        "authors": [{"name": one_line(publication.site)}],
    }
    yield dumps({name: value for name, value in head.items() if value})[:-1] + b',\n"items":'
    yield from json_list(item(event, publication.reader) for event in events)
    yield b"}\n"


def item(event: EventDraft, reader: str = "") -> dict[str, Any]:
    """Return an event as an item, in the `reader`'s language; what the format has no name for is in `_dateline`."""
    event = event.told_in(reader)
    value = {
        "id": permanent(event.address, event.id) or event.id or event.import_ref,
        "url": event.address,
        "title": dated_title(event, reader),
        "content_html": plain(text_of(event)),
        "date_published": event.published,
        "date_modified": event.changed,
        "tags": list(event.tags),
        "language": event.language,
        "_dateline": {
            "about": "https://www.loc.gov/standards/datetime/",
            "headline": one_line(event.headline),
            "kind": event.kind,
            "date": event.date.edtf if event.date else "",
            "part": event.date.part if event.date else "",
        },
    }
    return {name: given for name, given in value.items() if given}
