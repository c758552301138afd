"""TimelineJS 3: slides with dates in parts, the date in words above each, sources as links below the text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from ..drafts import EventDraft
from ..temporal.edtf import EDTF, Form
from .outgoing import (
    KINDS,
    Items,
    Publication,
    bounds,
    capital,
    cited,
    dumps,
    entitled,
    html_of,
    json_list,
    name_of,
    one_line,
    parted,
    said,
    value_of,
)

FURTHEST = 270_000  # years that a browser's calendar knows, before and after 1970
MOST_UNDATED = 200  # that are named on the title's slide


def write(items: Items, about: Publication | None = None) -> Iterator[bytes]:
    """Write slides in a stream; what has no place on the line is named on the title's slide, which stands last."""
    incidents, events = parted(items)
    publication = entitled(about, incidents)
    titles = {one.slug: one.title for one in incidents} if len(incidents) > 1 else {}
    undated: list[str] = []
    count = 0

    def slides() -> Iterator[Any]:
        nonlocal count
        for event in events:
            if slide := slide_of(event, titles):
                yield slide
            else:
                count += 1
                if count <= MOST_UNDATED:
                    undated.append(title_of(event))

    yield b'{"scale":"human","events":'
    yield from json_list(slides())
    text = html_of(publication.description)
    if undated:
        named = "".join(f"<li>{one}</li>" for one in undated)
        more = f"<p>And {count - MOST_UNDATED:,} more.</p>" if count > MOST_UNDATED else ""
        text += f"<p>Without a place on the line:</p><ul>{named}</ul>{more}"
    title = {"headline": escape(one_line(publication.title)), "text": text}
    yield b',\n"title":' + dumps({"unique_id": "title", "text": title}) + b"}\n"


def slide_of(event: EventDraft, titles: dict[str, str]) -> dict[str, Any] | None:
    """Return an event as a slide; None where the line has no place for it."""
    value = value_of(event.date)
    dates = dates_of(value) if value else None
    if dates is None:
        return None
    group = next((titles[one.incident] for one in event.memberships if one.incident in titles), "")
    slide: dict[str, Any] = {
        "unique_id": f"event-{event.id or event.import_ref}",
        "start_date": dates[0],
        "display_date": escape(capital(said(event.date, event.language))),
        "group": escape(one_line(group or KINDS.get(event.kind, event.kind))),
        "text": {"headline": headline_of(event), "text": text_of(event)},
    }
    if dates[1]:
        slide["end_date"] = dates[1]
    if event.place:
        slide["location"] = {"name": one_line(event.place)}
    return slide


def headline_of(event: EventDraft) -> str:
    words = escape(one_line(event.headline))
    return f'<a href="{escape(event.address)}">{words}</a>' if event.address else words


def title_of(event: EventDraft) -> str:
    date = said(event.date, event.language)
    return f"{headline_of(event)} ({escape(date)})" if date else headline_of(event)


def text_of(event: EventDraft) -> str:
    """Return the text with what it rests on below it, as HTML."""
    lines = []
    for citation in cited(event):
        name = escape(name_of(citation.source)) or "Source"
        url = citation.source.url
        line = f'<a href="{escape(url)}" rel="noopener nofollow">{name}</a>' if url else name
        lines.append(f"<li>{'Disputed by ' if citation.disputes else ''}{line}</li>")
    sources = f"<p>Sources:</p><ul>{''.join(dict.fromkeys(lines))}</ul>" if lines else ""
    return html_of(event.body) + sources


# --- Dates ------------------------------------------------------------------------------------------------------------


def dates_of(value: EDTF) -> tuple[dict[str, int], dict[str, int] | None] | None:
    """Return where a date begins and ends on the line, in parts; doubtful ones by their bounds. None for no place."""
    if value.form is Form.INTERVAL and (value.start or value.end):
        first = parts_of(value.start, 0) if value.start else None
        last = parts_of(value.end, 1) if value.end else None
        start = first or last
        return (start, last if first and last != first else None) if start else None
    first, last = parts_of(value, 0), parts_of(value, 1)
    return (first, last if last and last != first else None) if first else None


def parts_of(value: EDTF, end: int) -> dict[str, int] | None:
    """Return a date in parts, no finer than it is; of one that may be several, its first or last day."""
    if value.form is Form.DATETIME and value.year is not None:
        clock = map(int, value.clock.split(":"))
        return named(value.year, value.month or 1, value.day or 1, *clock)
    if value.form is Form.DATE and value.year is not None and not value.unspecified:
        return named(value.year, *(part for part in (value.month, value.day) if part is not None))
    day = bounds(value)[end]
    return named(*day) if day else None


def named(year: int, *finer: int) -> dict[str, int] | None:
    """Name the parts of a date; there is no year 0 here, so that 44 BC is -44."""
    if abs(year) > FURTHEST:
        return None
    parts = (year if year > 0 else year - 1, *finer)
    return dict(zip(("year", "month", "day", "hour", "minute", "second"), parts, strict=False))
