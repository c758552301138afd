"""What was said before: old versions of what is public, the corrections, and how to cite what is said now."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from .. import exporting
from ..formats.citing import OFFERED, CitedPage, written
from ..models import Correction, Event, EventTranslation, EventVersion
from ..oldversions import Public, Told, changes, correction_view, day_said, translated_then
from .answers import gone

PAGE = 50


# --- Old versions -----------------------------------------------------------------------------------------------------


@require_safe
def version(request: HttpRequest, public_id: str, number: str) -> HttpResponse:
    event = Event.objects.published().filter(public_id=public_id).first()
    if event is None:
        return withdrawn(request, public_id)
    readable = EventVersion.objects.published().filter(event=event)
    shown = get_object_or_404(readable, number=int(number))
    before = readable.filter(number__lt=shown.number).order_by("-number").first()
    after = readable.filter(number__gt=shown.number).order_by("number").defer("snapshot").first()
    public = Public.of(shown.snapshot, *([before.snapshot] if before else []))
    since = dict(EventTranslation.objects.published().filter(event=event).values_list("language", "published_at"))
    told = Told.of(shown.snapshot, public, translated_then(shown, since))
    then = Told.of(before.snapshot, public, translated_then(before, since)) if before else None
    return TemplateResponse(
        request,
        "incidents/version.html",
        {
            "event": event,
            "version": shown,
            "day": day_said(shown),
            "told": told,
            "before": before,
            "before_day": day_said(before) if before else "",
            "after": after,
            "after_day": day_said(after) if after else "",
            "is_current": after is None,
            "changes": list(changes(then, told)) if then else [],
            "left_out": told.left_out or (then is not None and then.left_out),
            "address": reverse("version", args=[public_id, shown.number]),
        },
    )


def withdrawn(request: HttpRequest, public_id: str) -> HttpResponse:
    """Answer for an event that is not public: gone with its reason, or unknown."""
    found = get_object_or_404(Event.objects.withdrawn(), public_id=public_id)
    return gone(request, found.withdrawn_reason)


# --- Corrections ------------------------------------------------------------------------------------------------------


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    found = Correction.objects.published()
    after = request.GET.get("after", "")
    if after:
        if not (after.isascii() and after.isdecimal() and len(after) < 10):
            raise Http404
        last = found.filter(pk=after).first()
        if last is None:
            return redirect("corrections")
        found = found.coming_after(last)
    rows = list(found.latest_first().with_event()[: PAGE + 1])
    address = reverse("corrections")
    return TemplateResponse(
        request,
        "incidents/corrections.html",
        {
            "corrections": [correction_view(one) for one in rows[:PAGE]],
            "continued": bool(after),
            "next": rows[PAGE - 1].pk if len(rows) > PAGE else None,
            "address": f"{address}?after={after}" if after else address,
        },
    )


# --- Citing the page --------------------------------------------------------------------------------------------------


@require_safe
def citation(request: HttpRequest, public_id: str, suffix: str) -> HttpResponse:
    """Answer with the page of an event as a record of a bibliography."""
    event = Event.objects.published().filter(public_id=public_id).first()
    if event is None:
        return withdrawn(request, public_id)
    kind = OFFERED[suffix]
    answer = HttpResponse(written(cited_page(event), suffix), content_type=kind.content_type)
    if kind.saved:
        answer["Content-Disposition"] = f'attachment; filename="{public_id}.cite.{suffix}"'
    answer["Access-Control-Allow-Origin"] = "*"  # public data, and the answer is the same to everybody
    return answer


def cited_page(event: Event) -> CitedPage:
    return CitedPage(
        id=event.public_id,
        headline=event.headline,
        site=settings.SITE_NAME,
        address=exporting.absolute(event.get_absolute_url()),
        version=event.version,
        changed=timezone.localdate(event.changed_at).isoformat() if event.changed_at else "",
        date=str(event.date or ""),
        part=event.part,
        language=event.language,
    )
