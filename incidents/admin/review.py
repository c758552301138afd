"""The review desk: a report on one side, one proposal at a time on the other."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from .. import reviewing
from ..cleaning import UnusableText
from ..forms.fields import READS_AS
from ..merging import Merged, add_as_citation, take_back
from ..models import Capture, Event, ImportRow, Incident, Source, changing
from ..rereading import read_again
from ..reviewing import Certainty, Proposal

UNDO = "review-undo"


def review_urls(site: AdminSite) -> list[URLPattern]:
    return [
        path(
            "<int:source_id>/review/<int:incident_id>/",
            site.admin_view(review_view),
            {"site": site},
            name="incidents_review",
        )
    ]


def review_view(request: HttpRequest, source_id: int, incident_id: int, site: AdminSite) -> HttpResponse:
    if not request.user.has_perm("incidents.view_event"):
        raise PermissionDenied
    source = get_object_or_404(Source, pk=source_id)
    incident = get_object_or_404(Incident, pk=incident_id)
    if request.method == "POST":
        if not request.user.has_perm("incidents.change_event"):
            raise PermissionDenied
        return act(request, source, incident, site)
    return desk(request, source, incident, site, at=request.GET.get("at", ""))


# --- Showing --------------------------------------------------------------------------------------------------------


def desk(
    request: HttpRequest,
    source: Source,
    incident: Incident,
    site: AdminSite,
    *,
    at: str,
    errors: dict[str, list[str]] | None = None,
    typed: dict[str, str] | None = None,
) -> TemplateResponse:
    proposals = reviewing.proposals_of(source, incident)
    current = pick(proposals, at)
    capture = Capture.objects.latest_of(source).first()
    if current and current.quote and current.quote.capture_id:
        capture = current.quote.capture
    waiting = [one for one in proposals if one.event.state == Event.State.PROPOSED]
    context = {
        **site.each_context(request),
        "title": _("Review: %(source)s") % {"source": source},
        "source": source,
        "incident": incident,
        "published": reviewing.say(str(source.published or "")),
        "proposals": proposals,
        "current": current,
        "neighbours": neighbours(proposals, current),
        "matches": reviewing.matches_of(current, incident) if current else [],
        "waiting": len(waiting),
        "drafts": [one for one in proposals if one.event.state == Event.State.DRAFT],
        "paragraphs": reviewing.pieces_of(capture, proposals, current.event.public_id if current else "")
        if capture
        else [],
        "capture": capture,
        "kinds": Event.Kind.choices,
        "genres": Source.Genre.choices[1:],
        "genre": source.genre or Source.Genre.NEWS,
        "counts_from": Source.Genre(source.genre or Source.Genre.NEWS).label,
        "errors": errors or {},
        "typed": typed or {},
        "certainties": [one for one in Certainty if one is not Certainty.GIVEN],
        "reads_as": READS_AS,
        "undo": undoable(request, source),
        "may_change": request.user.has_perm("incidents.change_event"),
    }
    template = "admin/incidents/_review_desk.html" if request.htmx else "admin/incidents/review.html"
    return TemplateResponse(request, template, context, status=422 if errors else 200)


def pick(proposals: list[Proposal], at: str) -> Proposal | None:
    """Return the proposal asked for, else the first that waits, else none."""
    asked = next((one for one in proposals if one.event.public_id == at), None)
    return asked or next((one for one in proposals if one.event.state == Event.State.PROPOSED), None)


def neighbours(proposals: list[Proposal], current: Proposal | None) -> dict[str, str]:
    if current is None:
        return {}
    at = proposals.index(current)
    return {
        "previous": proposals[at - 1].event.public_id if at else "",
        "next": proposals[at + 1].event.public_id if at + 1 < len(proposals) else "",
    }


# --- Deciding -------------------------------------------------------------------------------------------------------


def act(request: HttpRequest, source: Source, incident: Incident, site: AdminSite) -> HttpResponse:
    """Carry out one decision, and go on to the next proposal; what cannot be done is said beside it."""
    verb, _sep, operand = request.POST.get("do", "").partition(":")
    at = request.POST.get("at", "")
    typed = {name: request.POST.get(name, "") for name in ("headline", "date", "kind", "quote")}
    try:
        if verb == "new":
            following = select(request, source, incident).public_id
        elif verb == "undo":
            following = undo(request, source)
        elif verb == "publish-all":
            following = publish_all(request, source, incident)
        elif verb == "read-again":
            following = reread(request, source, incident, at)
        else:
            following = decide(request, source, incident, verb, operand, at, typed)
    except ValidationError as error:
        problems = error.message_dict if hasattr(error, "error_dict") else {"all": error.messages}
        return desk(request, source, incident, site, at=at, errors=problems, typed=typed)
    address = reverse("admin:incidents_review", args=[source.pk, incident.pk])
    if following:
        address += f"?at={following}"
    if not request.htmx:
        return HttpResponseRedirect(address)
    response = desk(request, source, incident, site, at=following)
    response["HX-Push-Url"] = address
    return response


def decide(
    request: HttpRequest,
    source: Source,
    incident: Incident,
    verb: str,
    operand: str,
    at: str,
    typed: dict[str, str],
) -> str:
    """Decide on one proposal; return the public id of the proposal to show next, empty for the first that waits."""
    by = request.user
    with changing(by=by):
        proposals = reviewing.proposals_of(source, incident)
        proposal = next((one for one in proposals if one.event.public_id == at), None)
        if proposal is None:
            raise ValidationError(_("That proposal is not here any more. Reload the page to see what is left."))
        event = proposal.event
        require_undecided(event, request.POST.get("revision", ""))
        if verb in ("accept", "publish", "save"):
            reviewing.edit(proposal, **edited(typed), by=by)
        match verb:
            case "save":
                return at
            case "accept":
                event.accept(by=by)
            case "publish":
                event.accept(by=by)
                event.publish(by=by)
            case "dismiss":
                event.dismiss(by=by)
            case "merge":
                on_timeline = Event.objects.on_timeline().in_incident(incident)
                target = on_timeline.filter(public_id=operand).first() if operand.isalnum() else None
                if target is None:
                    raise ValidationError(_("That event is not on the timeline any more."))
                remember(request, source, event, add_as_citation(event, target, by=by))
                return next_waiting(proposals, at)
            case "reading":
                reviewing.edit(proposal, **edited(typed) | {"date_words": proposal.date}, by=by)
                reviewing.choose_reading(proposal, number(operand), by=by)
                return at
            case _:
                raise ValidationError(_("That is not one of the things that can be done here."))
    remember(request, source, event, [], published=verb == "publish")
    return next_waiting(proposals, at)


def edited(typed: dict[str, str]) -> dict[str, str]:
    return {"headline": typed["headline"], "date_words": typed["date"], "kind": typed["kind"], "quote": typed["quote"]}


def require_undecided(event: Event, seen: str) -> None:
    """Refuse a decision on what somebody else has decided or changed since the page was shown."""
    if event.state != Event.State.PROPOSED:
        raise ValidationError(
            _("“%(event)s” is %(state)s: it was decided in the meantime, perhaps by somebody else.")
            % {"event": event.headline, "state": event.get_state_display()}
        )
    if seen != str(event.revision):
        raise ValidationError(
            {
                "changed": _(
                    "Somebody has changed this proposal since you opened it. What you typed stands below, what is "
                    "stored now beside it; decide again to store yours."
                )
            }
        )


def next_waiting(proposals: list[Proposal], at: str) -> str:
    """Return the next proposal that waits after this one, else the first that does, else none."""
    ids = [one.event.public_id for one in proposals]
    here = ids.index(at)
    after = proposals[here + 1 :] + proposals[:here]
    return next((one.event.public_id for one in after if one.event.state == Event.State.PROPOSED), "")


def select(request: HttpRequest, source: Source, incident: Incident) -> Event:
    capture = get_object_or_404(Capture, pk=number(request.POST.get("capture", "")), source=source)
    chosen = request.POST.get("passage") or request.POST.get("sentence", "")
    if not chosen:
        raise ValidationError(_("Choose a sentence of the report first, or select some words of it."))
    start, _sep, end = chosen.partition("-")
    return reviewing.propose_selection(capture, incident, number(start), number(end), by=request.user)


def number(value: str) -> int:
    if not (value.isascii() and value.isdecimal()) or len(value) > 12:
        raise ValidationError(_("Select the passage again: where it begins and ends did not arrive."))
    return int(value)


def publish_all(request: HttpRequest, source: Source, incident: Incident) -> str:
    with changing(by=request.user):
        drafts = [one.event for one in reviewing.proposals_of(source, incident) if one.event.state == Event.State.DRAFT]
        for event in drafts:
            event.publish(by=request.user)
    messages.success(request, _("%(n)d events are public now.") % {"n": len(drafts)})
    return ""


def reread(request: HttpRequest, source: Source, incident: Incident, at: str) -> str:
    """Read the open proposals again with the genre that was chosen; stay where the editor was."""
    capture = Capture.objects.latest_of(source).exclude(text="").first()
    genre = request.POST.get("genre", "")
    if capture is None or genre not in Source.Genre.values[1:]:
        raise ValidationError(_("Choose what the dates count from; the text of the report has to be kept here."))
    try:
        outcome = read_again(capture, incident, genre, by=request.user)
    except UnusableText as error:
        raise ValidationError(str(error)) from error
    source.genre = outcome.source.genre
    changed = outcome.counts.get(ImportRow.Outcome.UPDATED, 0)
    messages.success(
        request,
        _("Read again, counting from %(from)s: %(changed)d open proposals changed, %(same)d stayed as they were.")
        % {
            "from": outcome.source.get_genre_display(),
            "changed": changed,
            "same": sum(outcome.counts.values()) - changed,
        },
    )
    return at


# --- Taking back ----------------------------------------------------------------------------------------------------


def remember(
    request: HttpRequest, source: Source, event: Event, added: list[Merged], *, published: bool = False
) -> None:
    """Keep what the last decision did, so that it can be undone. What was published is withdrawn, not undone."""
    if published:
        request.session.pop(UNDO, None)
        return
    request.session[UNDO] = {
        "source": source.pk,
        "event": event.public_id,
        "headline": event.headline,
        "added": [asdict(merged) for merged in added],
    }


def undoable(request: HttpRequest, source: Source) -> dict[str, Any] | None:
    last = request.session.get(UNDO)
    return last if last and last["source"] == source.pk else None


def undo(request: HttpRequest, source: Source) -> str:
    last = undoable(request, source)
    event = Event.objects.filter(public_id=last["event"]).first() if last else None
    if last is None or event is None:
        raise ValidationError(_("There is nothing to undo here."))
    if last["added"]:
        take_back(event, [Merged(**merged) for merged in last["added"]], by=request.user)
    else:
        event.propose_again(by=request.user)
    del request.session[UNDO]
    return event.public_id
