"""From a staged draft to an event in hand: texts through the one gate, its date, what it names from the library."""

from __future__ import annotations

import json
from collections.abc import Iterable
from json.encoder import encode_basestring

from django.conf import settings

from ..cleaning import UnusableText, clean_line, clean_text
from ..drafts import Finding
from ..models import Event, ImportBatch, Incident
from ..models.newrows import NewEvent, Rows, bounds, slug_of
from ..sentences import Reason, why
from ..temporal.edtf import EDTFError
from .drafted import PARTS, Plain
from .library import SMALL, Library
from .translating import new_translations

KINDS = frozenset(Event.Kind.values)


class Unusable(ValueError):
    """A draft that no event can be made of; the finding says why."""

    def __init__(self, code: str, **params: Reason) -> None:
        super().__init__(code)
        self.finding = Finding(code, "error", params=tuple(params.items()))


def build(
    draft: Plain, import_ref: str, batch: ImportBatch, library: Library, places: tuple[tuple[int, str], ...] = ()
) -> NewEvent:
    """Return the event that a draft proposes, with its citations, roles and tags. Raises Unusable."""
    given = draft.get
    try:
        headline = clean_line(given("headline", ""))[:300].rstrip()
        body = clean_text(given("body", ""))
        translations = new_translations(draft, headline, body, batch)
    except UnusableText as error:
        raise Unusable("unusable-text", reason=why(error)) from error
    if not headline:
        raise Unusable("no-headline")
    date, part = date_of(given("date") or {})
    extra = dict(given("extra") or ())
    if batch.incident is not None and not given("id"):
        extra |= elsewhere(draft, batch.incident)
    return NewEvent(
        headline=headline,
        state=batch.mode,
        import_ref=import_ref,
        date=date,
        part=part,
        body=body,
        kind=kind if (kind := given("kind", "occurred")) in KINDS else "other",
        language=(given("language") or (batch.incident.language if batch.incident else settings.LANGUAGE_CODE))[:16],
        place=clean_line(place)[:200] if (place := given("place")) else "",
        order=max(-SMALL, min(given("order", 0), SMALL)),
        extra=extra_json(extra) if extra else "{}",
        undated=bool(given("undated")) and (not date or bool(given("id"))),
        citations=Rows(library.citations(given("citations", ()))),
        roles=Rows(library.roles(given("entities", ()))),
        tags=Rows(library.tags(given("tags", ()), exact=bool(given("id")))),
        places=places,
        slug=slug_of(headline),
        translations=translations,
        **library.restored(draft) if given("id") and batch.mode == ImportBatch.Mode.PUBLISHED else {},
    )


def extra_json(extra: Iterable[tuple[str, str]]) -> str:
    """Write names and texts as json.dumps() does, in a fifth of the time."""
    pairs = dict(extra).items()
    if not all(type(text) is str for _name, text in pairs):
        return json.dumps(dict(pairs), ensure_ascii=False)
    return "{" + ", ".join([f"{encode_basestring(name)}: {encode_basestring(text)}" for name, text in pairs]) + "}"


def elsewhere(draft: Plain, chosen: Incident) -> dict[str, str]:
    """Return what is kept of the incidents that a draft names, where another one was chosen for all."""
    named = [one.get("incident", "") for one in draft.get("memberships", ())]
    others = [name for name in named if name not in (chosen.slug, chosen.title)]
    return {"incident": "; ".join(others)} if others else {}


def date_of(reading: Plain) -> tuple[str, str]:
    """Return a reading's date and part; none where it stays open (XXXX-07-07) and waits for the editor."""
    date: str = reading.get("edtf", "")
    if not date or date.startswith("XXXX"):
        return "", ""
    part = reading.get("part", "")
    part = part if part in PARTS else ""
    try:
        return bounds(date, part)[0], part
    except EDTFError as error:
        raise Unusable("unreadable-date", reason=why(error)) from error
