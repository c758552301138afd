"""Atom (RFC 4287): an entry an event, in the order given; when it happened stands in the title, in words."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from ..drafts import EventDraft
from .outgoing import Items, Publication, capital, entitled, one_line, parted, permanent, plain, said
from .timelinejs_out import text_of

NEVER = "1970-01-01T00:00:00Z"  # of an event whose last change nobody knows


def write(items: Items, about: Publication | None = None) -> Iterator[bytes]:
    incidents, events = parted(items)
    publication = entitled(about, incidents)
    address = publication.address or "urn:dateline:events"
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom"{language_of(publication.language)}>'
        f'<title type="text">'
        f"{words(publication.title)}</title><id>{words(address)}</id>"
        f"<author><name>{words(publication.site)}</name></author>"
        + (f'<link rel="alternate" href={attribute(publication.address)}/>' if publication.address else "")
        + (f'<link rel="self" href={attribute(publication.file)}/>' if publication.file else "")
        + "\n"
    ).encode("utf-8", "replace")
    last = NEVER
    for event in events:
        last = max(last, event.changed or NEVER)
        yield entry(event).encode("utf-8", "replace")
    yield f"<updated>{last}</updated></feed>\n".encode()


def entry(event: EventDraft) -> str:
    own_id = permanent(event.address, event.id) or f"urn:dateline:{event.id or event.import_ref}"
    parts = [
        f"<entry{language_of(event.language)}><id>{words(own_id)}</id>",
        f'<title type="text">{words(dated_title(event))}</title>',
        f"<updated>{event.changed or NEVER}</updated>",
    ]
    if event.published:
        parts.append(f"<published>{event.published}</published>")
    if event.address:
        parts.append(f'<link rel="alternate" href={attribute(event.address)}/>')
    parts += [f"<category term={attribute(tag)}/>" for tag in event.tags]
    parts.append(f'<content type="html">{escape(plain(text_of(event)))}</content></entry>\n')
    return "".join(parts)


def dated_title(event: EventDraft, reader: str = "") -> str:
    """Return the headline with the date before it, said in the reader's language, else in that of the event."""
    date = capital(said(event.date, reader or event.language))
    return one_line(f"{date}: {event.headline}" if date else event.headline)


def words(text: str) -> str:
    return escape(one_line(text))


def attribute(text: str) -> str:
    return quoteattr(one_line(text))


def language_of(code: str) -> str:
    return f" xml:lang={attribute(code)}" if code else ""
