"""JSON-LD in the words of schema.org: a list of entries, each about an event and citing its reports.

An entry is an Article, for an Event has neither `citation` nor `temporalCoverage` there; the Event that it is about
has `startDate` and `endDate` only where the date is one, or a span, without any doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, NoReturn

from ..drafts import EventDraft, IncidentDraft, SourceDraft
from ..temporal.edtf import EDTF, Form
from .base import FormatError, Item, Options
from .outgoing import (
    Items,
    Publication,
    bounds,
    cited,
    dumps,
    entitled,
    is_exact,
    iso,
    json_list,
    one_line,
    parted,
    permanent,
    plain,
    said,
    source_key,
    uri,
    value_of,
)

CONTEXT = "https://schema.org"
TYPES = {"person": "Person", "organisation": "Organization", "place": "Place"}
Thing = dict[str, Any]


def write(items: Items, about: Publication | None = None) -> Iterator[bytes]:
    incidents, events = parted(items)
    publication = entitled(about, incidents)
    yield dumps({"@context": CONTEXT, **list_head(publication)})[:-1] + b',\n"itemListElement":'
    places = enumerate(events, 1)
    yield from json_list({"@type": "ListItem", "position": place, "item": article(event)} for place, event in places)
    yield b"}\n"


def list_head(about: Publication) -> Thing:
    return kept(
        {
            "@type": "ItemList",
            "@id": about.address,
            "name": one_line(about.title),
            "url": about.address,
            "description": plain(about.description).strip(),
            "itemListOrder": "https://schema.org/ItemListOrderAscending",
        }
    )


def timeline(about: Publication, number: int, first: EDTF | None, last: EDTF | None, data: str, site: str) -> Thing:
    """Return what a timeline's page is, without its entries: those are the data at the address `data`."""
    days = bounds(first)[0] if first else None, bounds(last)[1] if last else None
    return {
        "@context": CONTEXT,
        **kept(
            {
                "@type": "CollectionPage",
                "@id": about.address,
                "url": about.address,
                "name": one_line(about.title),
                "description": plain(about.description).strip(),
                "inLanguage": about.language,
                "temporalCoverage": f"{iso(days[0]) or '..'}/{iso(days[1]) or '..'}" if any(days) else "",
                "publisher": named("Organization", site),
                "encoding": {"@type": "MediaObject", "encodingFormat": "application/ld+json", "contentUrl": data},
                "mainEntity": {"@type": "ItemList", "numberOfItems": number},
            }
        ),
    }


def document(event: EventDraft, site: str = "") -> Thing:
    """Return one event as a document of its own, for its page."""
    return {"@context": CONTEXT, **article(event), **kept({"publisher": named("Organization", site)})}


def article(event: EventDraft) -> Thing:
    value = value_of(event.date)
    sources = {source_key(one.source): one.source for one in cited(event)}
    return kept(
        {
            "@type": "Article",
            "@id": permanent(event.address, event.id),
            "url": event.address,
            "headline": one_line(event.headline),
            "articleBody": plain(event.body).strip(),
            "inLanguage": event.language,
            "datePublished": event.published,
            "dateModified": event.changed,
            "keywords": [one_line(tag) for tag in event.tags],
            "temporal": said(event.date, event.language),
            "temporalCoverage": coverage(value) if value else "",
            "about": about(event, value),
            # An Event's `actor` is one who plays a part; who did what is told of is named like everybody else in it.
            "mentions": mentioned(event),
            "citation": [report(source) for source in sources.values()],
        }
    )


def about(event: EventDraft, value: EDTF | None) -> Thing:
    start, end = start_and_end(value) if value else ("", "")
    places = [entity.name for entity in event.entities if entity.kind == "place"]
    return kept(
        {
            "@type": "Event",
            "name": one_line(event.headline),
            "startDate": start,
            "endDate": end,
            "location": named("Place", event.place or (places[0] if places else "")),
        }
    )


def mentioned(event: EventDraft) -> list[Thing]:
    """Return everybody and everything named in an event, each once, whatever their parts in it."""
    return [
        named(TYPES.get(kind, "Thing"), name) for kind, name in dict.fromkeys((e.kind, e.name) for e in event.entities)
    ]


def start_and_end(value: EDTF) -> tuple[str, str]:
    """Return the dates of what has them without any doubt, in years that everybody reads (1 to 9999)."""
    ends = [value.start, value.end] if value.form is Form.INTERVAL else [value]
    if not is_exact(value) or not all(one and one.year and 1 <= one.year <= 9999 for one in ends):
        return "", ""
    texts = [one.text for one in ends if one]
    return texts[0], texts[1] if len(texts) > 1 else ""


def coverage(value: EDTF) -> str:
    """Return a date as ISO 8601: itself where it is exact, else the days it lies between; `..` for an open end."""
    if is_exact(value):
        return value.text
    first, last = bounds(value)
    return f"{iso(first) or '..'}/{iso(last) or '..'}" if first or last else ""


def report(source: SourceDraft) -> Thing:
    published = EDTF.parse(source.published) if source.published else None
    return kept(
        {
            "@type": "NewsArticle" if source.publisher else "CreativeWork",
            "@id": source.address,
            "headline" if source.publisher else "name": one_line(source.title),
            "url": uri(source.url),
            "author": [named("Person", author) for author in source.authors],
            "publisher": named("Organization", source.publisher),
            "datePublished": published.text if published and is_exact(published) else "",
            "temporal": "" if published is None or is_exact(published) else said_date(source),
            "inLanguage": source.language,
        }
    )


def said_date(source: SourceDraft) -> str:
    from ..temporal.wording import say

    return say(source.published, language="en")


def named(kind: str, name: str) -> Thing:
    return {"@type": kind, "name": one_line(name)} if name.strip() else {}


def kept(thing: Thing) -> Thing:
    """Leave out what is empty."""
    return {name: value for name, value in thing.items() if value not in ("", None, [], {})}


def script_text(thing: Thing) -> str:
    """Write a thing so that no `</script>` and no `<!--` in it ends the element that it stands in."""
    text = dumps(thing).decode()
    return text.replace("&", "\\u0026").replace("<", "\\u003C").replace(">", "\\u003E")


class JSONLD:
    name = "json-ld"
    label = "JSON-LD (schema.org)"
    media_type = "application/ld+json"
    extensions = (".jsonld",)

    def recognises(self, head: bytes, name: str) -> float:
        return 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        refuse(name)

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        return write(items)


def refuse(name: str) -> NoReturn:
    raise FormatError("%(name)s: JSON-LD is only written. Read the data as JSON, with a mapping.", name=name)


FORMAT = JSONLD()
