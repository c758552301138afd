"""The page of a source: everything that it is cited for."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from .. import exporting
from ..models import Citation, Source
from ..models.entries import host_of, said
from ..models.eventviews import quote_view
from ..models.overviews import drawn_rows
from ..querysets import translations_here
from ..sharing import shared
from ..textfragments import followable
from .links import data_links


@require_safe
def source(request: HttpRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(Source.objects.published().select_related("copy_of"), public_id=public_id)
    is_copy = found.copy_state == Source.CopyState.CONFIRMED
    rows = anchored([cited(citation) for citation in citations_of(found)])
    shown = {row["events"][0]["event"].public_id for row in rows if row["anchor"]}
    supported = exporting.supported_by(found)
    return TemplateResponse(
        request,
        "incidents/source.html",
        {
            "source": found,
            "card": shared(None),
            "published": said(found.published),
            "url": followable(found.url),
            "host": host_of(found.url),
            "cited": rows,
            "overview": mark_safe(drawn_rows(supported, len(rows), shown)),  # noqa: S308 - drawn by us
            "copies": Source.objects.published().filter(copy_of=found, copy_state=Source.CopyState.CONFIRMED),
            "is_copy": is_copy,
            # A report that only drafts cite is not named: its name is no reader's yet.
            "original": Source.objects.published().filter(copies=found).first() if is_copy else None,
            "address": found.get_absolute_url(),
            "data": data_links("s", found.get_absolute_url()),
        },
    )


def citations_of(source: Source) -> QuerySet[Citation]:
    """Return what a source is publicly cited for, in the order of the events."""
    return (
        Citation.objects.published()
        .filter(source=source)
        .select_related("event", "link__from_event", "link__to_event", "source")
        .prefetch_related(
            "quotes__capture",
            *(
                translations_here("EventTranslation", f"{end}__")
                for end in ("event", "link__from_event", "link__to_event")
            ),
        )
        .order_by(F("event__position").asc(nulls_last=True), "event__order", "event__pk", "link__pk", "order", "pk")
    )


def cited(citation: Citation) -> dict[str, Any]:
    """Return what the source's page shows of one citation, of an event or of a link between two."""
    link = citation.link
    events = [link.from_event, link.to_event] if link else [citation.event]
    return {
        "citation": citation,
        "link": link,
        "events": [{"event": event, "date": said(event.date, event.part)} for event in events if event],
        "quotes": [quote_view(citation.source, quote) for quote in citation.quotes.all()],
    }


def anchored(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the first row of each event its id in the page, to which its mark on the overview leads."""
    seen: set[str] = set()
    for row in rows:
        public_id = row["events"][0]["event"].public_id
        row["anchor"] = "" if row["link"] or public_id in seen else f"e-{public_id}"
        if row["anchor"]:
            seen.add(public_id)
    return rows
