"""What stands on many pages: where their data, feeds and calendars are, and what others show of them."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from ..followed import data_path
from ..formats import jsonld
from ..formats.outward import offered, outward_named
from ..models import Event, Incident
from ..models.entries import said
from ..prose import MAX_PROSE, render_markdown
from ..temporal.edtf import from_date

DESCRIPTION = 200  # characters that search engines show of a page
TO_FOLLOW = ("feed.json", "ics")  # beside Atom, which stands in each language


def summary_of(incident: Incident) -> SafeString:
    return mark_safe(render_markdown(incident.words.summary[:MAX_PROSE]))  # noqa: S308 - sanitised


def described(words: str) -> str:
    """Return as much of a text as others show of a page, in whole words."""
    return words if len(words) <= DESCRIPTION else f"{words[:DESCRIPTION].rpartition(' ')[0] or words[:DESCRIPTION]} …"


def changed_on(event: Event) -> str:
    """Return the day of the last public change, in words."""
    return said(from_date(timezone.localdate(event.changed_at))) if event.changed_at else ""


def data_links(of: str, address: str, query: str = "") -> list[dict[str, str]]:
    """Return the addresses of a page's data: of an incident ("i"), an event ("e") or a source ("s")."""
    after = f"?{query}" if query else ""
    return [{"label": one.label, "address": data_path(address, suffix) + after} for suffix, one in offered(of).items()]


def following(address: str, query: str = "") -> dict[str, Any]:
    """Return how the events of a page are followed and taken along: its feeds, its calendar, its data."""
    after, kinds = f"?{query}" if query else "", offered("i")
    atom = f"{address.rstrip('/')}.atom{after}"
    feeds = [{"type": outward_named("atom").media_type, "address": atom}]
    feeds += [{"type": kinds[suffix].media_type, "address": data_path(address, suffix) + after} for suffix in TO_FOLLOW]
    return {"data": data_links("i", address, query), "feed": atom, "feeds": feeds}


def script(thing: jsonld.Thing) -> SafeString:
    """Write JSON-LD for a script element, which no text in it can end."""
    return mark_safe(jsonld.script_text(thing))  # noqa: S308 - no <, > or & is left in it
