"""Events: the desk's main form, with what it cites, its verbs, its preview, and what two editors do to each other."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..certainty import CONTEXT
from ..forms import EventForm
from ..models import Citation, Event, EventTranslation, Link, Membership
from ..models.entries import entry_prefetch, said
from ..views.event import event_context
from .dates import date_urls
from .history import histories_of
from .inlines import (
    CitationInline,
    EventPlaceInline,
    EventTranslationInline,
    LinkFromInline,
    LinkToInline,
    RoleInline,
    warn_of_unplaced,
)
from .previews import in_chosen_language, previews_of, with_drafts
from .revisions import RevisionAdmin
from .verbs import Verb, VerbsAdmin

State = Event.State


def next_version(event: Event) -> int:
    return event.version + 1


def publishing(event: Event) -> str:
    if event.state == State.WITHDRAWN:
        return _("Publishing puts it back on the site at once, at its old address.")
    return _("Publishing makes version %(n)d, public at once.") % {"n": next_version(event)}


EVENT_VERBS = (
    Verb(
        "publish",
        gettext_lazy("Save and publish"),
        (State.DRAFT, State.PROPOSED, State.WITHDRAWN),
        publishing,
        gettext_lazy("“%(it)s” is public now."),
        gettext_lazy("%(n)d published."),
        saves=True,
    ),
    Verb(
        "withdraw",
        gettext_lazy("Withdraw…"),
        (State.PUBLISHED,),
        lambda event: _(
            "Withdrawing takes it off the site at once. Its address stays and says nothing but your reason."
        ),
        gettext_lazy("“%(it)s” is withdrawn. Its address gives your reason."),
        gettext_lazy("%(n)d withdrawn."),
        asks=True,
    ),
    Verb(
        "accept",
        gettext_lazy("Accept as a draft"),
        (State.PROPOSED,),
        lambda event: _("Accepting makes it a draft; nothing becomes public, and changes typed here are not saved."),
        gettext_lazy("“%(it)s” is a draft now."),
        gettext_lazy("%(n)d accepted as drafts."),
    ),
    Verb(
        "dismiss",
        gettext_lazy("Dismiss"),
        (State.PROPOSED,),
        lambda event: _("Dismissing keeps it out of sight, so that the same import does not bring it back."),
        gettext_lazy("“%(it)s” is dismissed."),
        gettext_lazy("%(n)d dismissed."),
    ),
    Verb(
        "propose_again",
        gettext_lazy("Propose again"),
        (State.DISMISSED, State.MERGED, State.DRAFT),
        lambda event: _("It goes back among the proposals. What it gave to another event stays there."),
        gettext_lazy("“%(it)s” waits for review again."),
        gettext_lazy("%(n)d proposed again."),
    ),
)
STANDING = {
    State.PROPOSED: gettext_lazy("Proposed by an import and not public. Saving changes the proposal only."),
    State.DRAFT: gettext_lazy("A draft: only editors see it."),
    State.WITHDRAWN: gettext_lazy("Withdrawn; its address gives this reason: “%(reason)s”"),
    State.DISMISSED: gettext_lazy("Dismissed: kept, so that the same import does not bring it back."),
    State.MERGED: gettext_lazy("Merged as a citation into “%(merged)s”."),
}


class SupportFilter(admin.SimpleListFilter):
    title = gettext_lazy("supporting citation")
    parameter_name = "supported"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", _("has one")), ("no", _("has none yet"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        if self.value() not in ("yes", "no"):
            return None
        supported = Q(pk__in=Citation.objects.supporting().filter(event__isnull=False).values("event"))
        return queryset.filter(supported if self.value() == "yes" else ~supported)


class EventLists(admin.ModelAdmin):
    """How events are listed: here, and in the queues."""

    list_display = ("headline", "happened", "state", "kind", "timelines", "cited")
    list_filter = (
        "state",
        "kind",
        SupportFilter,
        "undated",
        ("incidents", admin.RelatedOnlyFieldListFilter),
        "language",
    )
    search_fields = ("headline", "body", "place", "=public_id")
    search_help_text = gettext_lazy("Words of the headline, the text or the place; or a public id.")
    ordering = (F("position").asc(nulls_last=True), "order", "pk")

    def doable_at_once(self, request: HttpRequest, ids: list[int], name: str) -> list[int]:
        """Leave out proposals whose date is inferred: an editor takes such a date on the review page, one by one."""
        if name not in ("accept", "publish"):
            return ids
        untaken = Event.objects.filter(pk__in=ids, state=State.PROPOSED, citations__date_rule=CONTEXT)
        left = set(untaken.exclude(date="").values_list("pk", flat=True))
        if left:
            message = ngettext(
                "%(n)d was left as it is: no words of its report give its date. Decide on it on the review page.",
                "%(n)d were left as they are: no words of their reports give their dates. Decide on them on the "
                "review page.",
                len(left),
            )
            self.message_user(request, message % {"n": len(left)}, messages.WARNING)
        return [pk for pk in ids if pk not in left]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        places = Membership.objects.select_related("incident").order_by("incident__title")
        queryset = super().get_queryset(request)
        return queryset.annotate(
            citation_count=Count("citations", distinct=True),
        ).prefetch_related(Prefetch("memberships", places))

    @admin.display(description=gettext_lazy("when"), ordering="position")
    def happened(self, event: Event) -> str:
        return said(event.date, event.part) or _("undated")

    @admin.display(description=gettext_lazy("timelines"))
    def timelines(self, event: Event) -> str:
        return ", ".join(str(place.incident) for place in event.memberships.all()) or "—"

    @admin.display(description=gettext_lazy("citations"), ordering="citation_count")
    def cited(self, event: Event) -> int:
        return event.citation_count


@admin.register(Event)
class EventAdmin(EventLists, VerbsAdmin, RevisionAdmin):
    form = EventForm
    verbs = EVENT_VERBS
    actions = (
        *("publish_chosen", "withdraw_chosen", "accept_chosen", "dismiss_chosen"),
        *("propose_again_chosen", "delete_selected"),
    )
    autocomplete_fields = ("tags",)
    change_form_template = "admin/incidents/event/change_form.html"
    fieldsets = (
        (None, {"fields": ("headline", "body", "kind")}),
        (gettext_lazy("When"), {"fields": (("date", "part"), "undated", "order")}),
        (gettext_lazy("Where, and filed under"), {"fields": ("place", "tags", "language")}),
    )
    inlines = (
        *(CitationInline, EventPlaceInline, RoleInline, LinkFromInline, LinkToInline),
        EventTranslationInline,
    )
    readonly_fields = ("from_file",)

    def get_fieldsets(self, request: HttpRequest, obj: Event | None = None) -> Any:
        shown = super().get_fieldsets(request, obj)
        if obj is None or not obj.extra:
            return shown
        return (*shown, (gettext_lazy("From the imported file"), {"fields": ("from_file",)}))

    @admin.display(description=gettext_lazy("what no field holds"))
    def from_file(self, event: Event) -> SafeString:
        rows = format_html_join("", '<dt dir="auto">{}</dt><dd dir="auto">{}</dd>', event.extra.items())
        return format_html('<dl class="snapshot">{}</dl>', rows)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            *date_urls(self.admin_site),
            path("<int:event_id>/preview/", view(self.preview_view), name="incidents_event_preview"),
            *super().get_urls(),
        ]

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            found = found.exclude(state__in=(State.DISMISSED, State.MERGED))
        return found, duplicates

    def verbs_for(self, obj: Event) -> list[Verb]:
        """Only what came from an import can be proposed again."""
        return [verb for verb in super().verbs_for(obj) if verb.name != "propose_again" or obj.import_ref]

    def view_on_site(self, event: Event) -> str | None:
        return event.get_absolute_url() if event.state in (State.PUBLISHED, State.WITHDRAWN) else None

    def standing(self, obj: Event) -> str:
        if obj.state == State.PUBLISHED:
            return _("Public, version %(n)d. Saving a change makes version %(next)d, public at once.") % {
                "n": obj.version,
                "next": next_version(obj),
            }
        return str(STANDING[State(obj.state)]) % {"reason": obj.withdrawn_reason, "merged": obj.merged_into}

    def why_kept(self, obj: Event) -> str:
        if obj.first_published_at:
            return _("“%(it)s” has been public: withdraw it instead. Its address then says why.") % {"it": obj}
        if obj.import_ref:
            return _("“%(it)s” came from an import: dismiss it instead, so that the import does not bring it back.") % {
                "it": obj
            }
        return ""

    def after_saving(self, request: HttpRequest, form: ModelForm, formsets: Any) -> None:
        super().after_saving(request, form, formsets)
        warn_of_unplaced(self, request, formsets)

    # --- Preview and history ---

    def preview_view(self, request: HttpRequest, event_id: int) -> HttpResponse:
        """Show the public page as it would be, to editors only."""
        with in_chosen_language(request):
            event = Event.objects.filter(pk=event_id).prefetch_related(*entry_prefetch()).first()
            if not self.has_view_permission(request, event):
                raise PermissionDenied
            if event is None:
                return self.missing(request, str(event_id))
            with_drafts([event])
            note = _("This is how it would read; it is %(state)s.") % {"state": event.get_state_display()}
            context = event_context(event) | {"address": "", "note": note, "edit_url": self.change_url(event)}
            return TemplateResponse(request, "admin/incidents/event/preview.html", context).render()

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        context["translated_previews"] = previews_of(kwargs.get("obj"))
        return super().render_change_form(request, context, *args, **kwargs)

    def further_histories(self, object_id: str) -> list[dict[str, str]]:
        pk = int(object_id)
        return [
            *histories_of(Citation, _("Citation"), event_id=pk),
            *histories_of(EventTranslation, _("Translation"), event_id=pk),
            *histories_of(Link, _("Link"), from_event_id=pk),
            *histories_of(Link, _("Link"), to_event_id=pk),
        ]
