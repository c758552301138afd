"""What waits for an editor. A queue lists and acts; an event is edited on its own page, a proposal on its report's."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..forms import is_id
from ..models import Citation, Event
from ..models.queues import Draft, Proposal
from .events import EVENT_VERBS, EventLists
from .verbs import VerbsAdmin


class QueueAdmin(EventLists, VerbsAdmin):
    """Whoever may see or change events may see or work off their queues."""

    verbs = EVENT_VERBS
    list_display_links = None
    state: str

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        citations = Citation.objects.select_related("source")
        return super().get_queryset(request).filter(state=self.state).prefetch_related(Prefetch("citations", citations))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("incidents.view_event") or self.has_change_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("incidents.change_event")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Lead to the event's own page: history is kept of events, not of what a queue shows of them."""
        if not is_id(object_id):
            return self.missing(request, object_id or "")
        return HttpResponseRedirect(reverse("admin:incidents_event_change", args=[object_id]))

    @admin.display(description=gettext_lazy("headline"))
    def event_link(self, event: Event) -> SafeString:
        return format_html('<a href="{}">{}</a>', reverse("admin:incidents_event_change", args=[event.pk]), event)

    @admin.display(description=gettext_lazy("sources"))
    def sources(self, event: Event) -> str:
        return "; ".join(str(citation.source) for citation in event.citations.all()) or _("none yet")


@admin.register(Proposal)
class ProposalAdmin(QueueAdmin):
    state = Event.State.PROPOSED
    list_display = ("event_link", "review", "happened", "sources", "timelines")
    list_filter = ("kind", ("incidents", admin.RelatedOnlyFieldListFilter), "language")
    actions = ("accept_chosen", "dismiss_chosen", "publish_chosen")

    @admin.display(description=gettext_lazy("review"))
    def review(self, event: Event) -> SafeString | str:
        """Link to the desk of the report that proposed it."""
        citation = next(iter(event.citations.all()), None)
        place = next(iter(event.memberships.all()), None)
        if citation is None or place is None:
            return "—"
        url = reverse("admin:incidents_review", args=[citation.source_id, place.incident_id])
        return format_html('<a href="{}?at={}">{}</a>', url, event.public_id, _("Review"))


@admin.register(Draft)
class DraftAdmin(QueueAdmin):
    state = Event.State.DRAFT
    list_display = ("event_link", "preview", "happened", "sources", "timelines")
    list_filter = ("kind", ("incidents", admin.RelatedOnlyFieldListFilter), "language")
    actions = ("publish_chosen",)

    @admin.display(description=gettext_lazy("preview"))
    def preview(self, event: Event) -> SafeString:
        url = reverse("admin:incidents_event_preview", args=[event.pk])
        return format_html('<a href="{}">{}</a>', url, _("Preview"))
