"""The review desk: a report on one side, one proposal at a time on the other."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import deciding, reviewing
from ..certainty import Certainty
from ..cleaning import UnusableText
from ..forms.fields import READS_AS
from ..languages import told
from ..merging import Merged, add_as_citation, take_back
from ..models import Capture, Event, ImportRow, Incident, Source, changing
from ..ranking import Order
from ..rereading import read_again
from ..reviewing import Proposal

UNDO = "review-undo"
NOBODYS_DATE = gettext_lazy(
    "No words of the report give this date. Type it here to publish it, or take the inferred one (i) and publish the "
    "draft."
)
ORDERS = ((Order.LIKELIEST, gettext_lazy("likeliest first")), (Order.TEXT, gettext_lazy("as in the text")))


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
    return desk(request, source, incident, site, at=request.GET.get("at", ""), view=View.of(request.GET))


@dataclass(frozen=True, slots=True)
class View:
    """In which order the proposals are gone through, and whether those without a date of their own are left out."""

    order: Order = Order.LIKELIEST
    only_dated: bool = False

    @classmethod
    def of(cls, given: QueryDict) -> View:
        return cls(Order.of(given.get("order", "")), given.get("only") == "dated")

    @property
    def only(self) -> str:
        return "dated" if self.only_dated else ""

    def link(self, at: str = "") -> str:
        given = {"at": at, "order": "" if self.order is Order.LIKELIEST else self.order.value, "only": self.only}
        return "?" + urlencode({name: value for name, value in given.items() if value})

    @property
    def beginning(self) -> str:
        """A link to a proposal as far as its public id."""
        return f"{self.link()}{'' if self == View() else '&'}at="

    def shown(self, proposals: list[Proposal], at: str = "") -> list[Proposal]:
        """Return those that are gone through; the one asked for is always among them."""
        return [one for one in proposals if not self.only_dated or one.words or one.event.public_id == at]


# --- Showing --------------------------------------------------------------------------------------------------------


def desk(
    request: HttpRequest,
    source: Source,
    incident: Incident,
    site: AdminSite,
    *,
    at: str,
    view: View,
    errors: dict[str, list[str]] | None = None,
    typed: dict[str, str] | None = None,
) -> TemplateResponse:
    proposals = reviewing.proposals_of(source, incident, view.order)
    shown = view.shown(proposals, at)
    current = pick(shown, at)
    here = current.event.public_id if current else ""
    capture = Capture.objects.latest_of(source).first()
    if current and current.quote and current.quote.capture_id:
        capture = current.quote.capture
    publishable, undated = drafts_of(proposals)
    waiting = [one for one in proposals if one.event.state == Event.State.PROPOSED]
    context = {
        **site.each_context(request),
        "title": _("Review: %(source)s") % {"source": source},
        "source": source,
        "incident": incident,
        "published": reviewing.say(str(source.published or "")),
        "proposals": proposals,
        "shown": shown,
        "with_words": sum(bool(one.words) for one in proposals),
        "view": view,
        "orders": [(label, View(order, view.only_dated).link(here), order is view.order) for order, label in ORDERS],
        "view_all": View(view.order).link(here),
        "view_dated": View(view.order, True).link(here if current and current.words else ""),
        "current": current,
        "neighbours": neighbours(shown, current),
        "matches": reviewing.matches_of(current, incident) if current else [],
        "waiting": len(waiting),
        "publishable": publishable,
        "undated": undated,
        "paragraphs": reviewing.pieces_of(capture, proposals, here) if capture else [],
        "capture": capture,
        "kinds": Event.Kind.choices,
        "genres": Source.Genre.choices[1:],
        "genre": source.genre or Source.Genre.NEWS,
        "counts_from": Source.Genre(source.genre or Source.Genre.NEWS).label,
        "errors": errors or {},
        "typed": typed or {},
        "certainties": [one for one in Certainty if one not in (Certainty.GIVEN, Certainty.INFERRED)],
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
    at, view = request.POST.get("at", ""), View.of(request.POST)
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
            following = decide(request, source, incident, verb, operand, at, typed, view)
    except ValidationError as error:
        problems = error.message_dict if hasattr(error, "error_dict") else {"all": error.messages}
        return desk(request, source, incident, site, at=at, view=view, errors=problems, typed=typed)
    address = reverse("admin:incidents_review", args=[source.pk, incident.pk]) + view.link(following).rstrip("?")
    if not request.htmx:
        return HttpResponseRedirect(address)
    response = desk(request, source, incident, site, at=following, view=view)
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
    view: View,
) -> str:
    """Decide on one proposal; return the public id of the proposal to show next, empty for the first that waits."""
    by = request.user
    with changing(by=by):
        proposals = view.shown(reviewing.proposals_of(source, incident, view.order), at)
        proposal = next((one for one in proposals if one.event.public_id == at), None)
        if proposal is None:
            raise ValidationError(_("That proposal is not here any more. Reload the page to see what is left."))
        event = proposal.event
        require_undecided(event, request.POST.get("revision", ""))
        takes_inferred = verb == "accept" and operand == "inferred"
        if verb in ("accept", "publish", "save"):
            given = edited(typed) | ({"date_words": proposal.date_to_edit} if takes_inferred else {})
            deciding.edit(proposal, **given, by=by)
        is_untaken = proposal.is_untaken
        match verb:
            case "save":
                return at
            case "accept":
                if is_untaken:
                    settle = deciding.take_inferred if takes_inferred else deciding.leave_undated
                    settle(proposal, by=by)
                event.accept(by=by)
            case "publish":
                if is_untaken:
                    raise ValidationError({"date": NOBODYS_DATE})
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
                deciding.edit(proposal, **edited(typed) | {"date_words": proposal.date_to_edit}, by=by)
                deciding.choose_reading(proposal, number(operand), by=by)
                return at
            case _:
                raise ValidationError(_("That is not one of the things that can be done here."))
    remember(request, source, event, [], published=verb == "publish", was_inferred=is_untaken)
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
    return deciding.propose_selection(capture, incident, number(start), number(end), by=request.user)


def number(value: str) -> int:
    if not (value.isascii() and value.isdecimal()) or len(value) > 12:
        raise ValidationError(_("Select the passage again: where it begins and ends did not arrive."))
    return int(value)


def drafts_of(proposals: list[Proposal]) -> tuple[list[Event], list[Event]]:
    """Return the drafts that can be published, and those that wait for a date."""
    drafts = [one.event for one in proposals if one.event.state == Event.State.DRAFT]
    ready = [event for event in drafts if event.date or event.undated]
    return ready, [event for event in drafts if event not in ready]


def publish_all(request: HttpRequest, source: Source, incident: Incident) -> str:
    with changing(by=request.user):
        drafts, _undated = drafts_of(reviewing.proposals_of(source, incident))
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
        raise ValidationError(told(error)) from error
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
    request: HttpRequest,
    source: Source,
    event: Event,
    added: list[Merged],
    *,
    published: bool = False,
    was_inferred: bool = False,
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
        "was_inferred": was_inferred,
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
        with changing(by=request.user):
            event.propose_again(by=request.user)
            if last.get("was_inferred"):
                deciding.infer_again(event, source, by=request.user)
    del request.session[UNDO]
    return event.public_id
