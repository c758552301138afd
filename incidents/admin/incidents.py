"""Incidents: the matter as a whole, and which events stand on its timeline."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..forms import RevisionForm
from ..models import Event, ImportBatch, Incident, IncidentTranslation, Membership
from ..models.entries import said
from .base import CurationAdmin
from .history import histories_of
from .inlines import IncidentTranslationInline, MembershipInline, NewMembershipInline
from .previews import in_chosen_language, preview_of, previews_of, with_drafts
from .revisions import RevisionAdmin
from .verbs import Verb, VerbsAdmin

State = Incident.State
MOST_IN_FORM = 300  # events; a form of more would be refused for its number of fields


INCIDENT_VERBS = (
    Verb(
        "publish",
        gettext_lazy("Save and publish"),
        (State.DRAFT, State.WITHDRAWN),
        lambda incident: _("Publishing shows the timeline at once, with those of its events that are public."),
        gettext_lazy("“%(it)s” is public now."),
        gettext_lazy("%(n)d published."),
        saves=True,
    ),
    Verb(
        "withdraw",
        gettext_lazy("Withdraw…"),
        (State.PUBLISHED,),
        lambda incident: _(
            "Withdrawing takes the timeline off the site at once. Its address stays and says nothing but your reason; "
            "its events keep their own pages until they are withdrawn themselves."
        ),
        gettext_lazy("“%(it)s” is withdrawn. Its address gives your reason."),
        gettext_lazy("%(n)d withdrawn."),
        asks=True,
    ),
)


@admin.register(Incident)
class IncidentAdmin(VerbsAdmin, RevisionAdmin):
    form = RevisionForm
    verbs = INCIDENT_VERBS
    actions = ("publish_chosen", "withdraw_chosen", "delete_selected")
    list_display = ("title", "state", "public_events", "drafts", "proposals", "updated_at")
    list_filter = ("state", "language")
    search_fields = ("title", "summary", "slug")
    search_help_text = gettext_lazy("Words of the title or the summary.")
    prepopulated_fields = {"slug": ("title",)}
    change_form_template = "admin/incidents/incident/change_form.html"
    fieldsets = ((None, {"fields": ("title", "slug", "summary", "language")}),)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Incident]:
        counts = {
            name: Count("memberships", filter=Q(memberships__event__state=state))
            for name, state in (("public_count", "published"), ("draft_count", "draft"), ("proposal_count", "proposed"))
        }
        return super().get_queryset(request).annotate(**counts)

    def get_inlines(self, request: HttpRequest, obj: Incident | None) -> list[Any]:
        few = obj is not None and obj.memberships.count() <= MOST_IN_FORM
        members = [MembershipInline, NewMembershipInline] if few else [NewMembershipInline]
        return [IncidentTranslationInline, *members]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        context["translated_previews"] = previews_of(kwargs.get("obj"))
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.preview_view)
        return [path("<int:incident_id>/preview/", view, name="incidents_incident_preview"), *super().get_urls()]

    def events_link(self, incident: Incident, count: int, state: str) -> SafeString | str:
        if not count:
            return "—"
        url = reverse("admin:incidents_event_changelist")
        return format_html(
            '<a href="{}?incidents__id__exact={}&state__exact={}">{}</a>', url, incident.pk, state, count
        )

    @admin.display(description=gettext_lazy("public events"), ordering="public_count")
    def public_events(self, incident: Incident) -> SafeString | str:
        return self.events_link(incident, incident.public_count, Event.State.PUBLISHED)

    @admin.display(description=gettext_lazy("drafts"), ordering="draft_count")
    def drafts(self, incident: Incident) -> SafeString | str:
        return self.events_link(incident, incident.draft_count, Event.State.DRAFT)

    @admin.display(description=gettext_lazy("awaiting review"), ordering="proposal_count")
    def proposals(self, incident: Incident) -> SafeString | str:
        return self.events_link(incident, incident.proposal_count, Event.State.PROPOSED)

    def view_on_site(self, incident: Incident) -> str | None:
        return incident.get_absolute_url() if incident.state != State.DRAFT else None

    def standing(self, obj: Incident) -> str:
        if obj.state == State.PUBLISHED:
            return _("Public. Saving shows a change at once.")
        if obj.state == State.WITHDRAWN:
            return _("Withdrawn; its address gives this reason: “%(reason)s”") % {"reason": obj.withdrawn_reason}
        return _("A draft: only editors see it.")

    def why_kept(self, obj: Incident) -> str:
        if obj.state != State.DRAFT:
            return _("“%(it)s” has been public: withdraw it instead. Its address then says why.") % {"it": obj}
        return ""

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, set[str], list[Any]]:
        """The records of imports are read only by themselves, and go with their incident."""
        to_delete, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return to_delete, counts, set(lacking) - {ImportBatch._meta.verbose_name}, protected

    def further_histories(self, object_id: str) -> list[dict[str, str]]:
        return histories_of(IncidentTranslation, _("Translation"), incident_id=int(object_id))

    def preview_view(self, request: HttpRequest, incident_id: int) -> HttpResponse:
        """Show the public page as it would be if every draft on it were published, to editors only."""
        incident = self.get_object(request, str(incident_id))
        if not self.has_view_permission(request, incident):
            raise PermissionDenied
        if incident is None:
            return self.missing(request, str(incident_id))
        note = _("This is how it would read with its drafts published.")
        with in_chosen_language(request):
            with_drafts([incident])
            context = preview_of(incident) | {"note": note, "edit_url": self.change_url(incident)}
            return TemplateResponse(request, "admin/incidents/incident/preview.html", context).render()


@admin.register(Membership)
class MembershipAdmin(CurationAdmin):
    """For timelines of too many events for one form."""

    list_display = ("event", "happened", "incident", "role")
    list_filter = ("role", ("incident", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("event", "incident")
    search_fields = ("event__headline", "incident__title")
    autocomplete_fields = ("incident", "event")
    fields = ("incident", "event", "role")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description=gettext_lazy("when"), ordering="event__position")
    def happened(self, membership: Membership) -> str:
        return said(membership.event.date, membership.event.part) or _("undated")
