"""Rows that are edited within the page of what they belong to."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..forms import CitationInlineForm, EventTranslationForm, IncidentTranslationForm, QuoteForm, is_unplaced
from ..models import (
    Citation,
    EntityAlias,
    EntityRole,
    EventTranslation,
    IncidentTranslation,
    Link,
    Membership,
    Quote,
)
from ..models.entries import said
from .base import CurationInline

CITATION_AROUND: dict[str, Any] = {"classes": ["collapse"], "fields": [("quote_prefix", "quote_suffix")]}
CITATION_DETAILS: dict[str, Any] = {"classes": ["collapse"], "fields": ["about", "passage", "locator", "order"]}
CITATION_DATE: dict[str, Any] = {
    "classes": ["collapse"],
    "fields": [("date", "date_part"), "date_words", ("date_reference", "date_rule")],
}


class CitationInline(CurationInline, admin.StackedInline):
    model = Citation
    form = CitationInlineForm
    autocomplete_fields = ("source",)
    show_change_link = True
    fieldsets = (
        (None, {"fields": [("source", "stance"), "quote_exact"]}),
        (gettext_lazy("The words around the quote"), CITATION_AROUND),
        (gettext_lazy("The date as this source gives it"), CITATION_DATE),
        (gettext_lazy("What it speaks to, and where"), CITATION_DETAILS),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        return super().get_queryset(request).select_related("source").prefetch_related("quotes")


class QuoteInline(CurationInline, admin.StackedInline):
    model = Quote
    form = QuoteForm
    fields = ("exact", ("prefix", "suffix"), "order")


class RoleInline(CurationInline, admin.TabularInline):
    model = EntityRole
    autocomplete_fields = ("entity",)
    fields = ("entity", "role")

    def get_queryset(self, request: HttpRequest) -> QuerySet[EntityRole]:
        return super().get_queryset(request).select_related("entity")


class EventPlaceInline(CurationInline, admin.TabularInline):
    """The incidents that an event stands in."""

    model = Membership
    autocomplete_fields = ("incident",)
    fields = ("incident", "role")
    verbose_name = gettext_lazy("timeline")
    verbose_name_plural = gettext_lazy("timelines it stands on")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return super().get_queryset(request).select_related("incident", "event")


class LinkInline(CurationInline, admin.TabularInline):
    model = Link
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Link]:
        return super().get_queryset(request).select_related("from_event", "to_event")


class LinkFromInline(LinkInline):
    fk_name = "from_event"
    autocomplete_fields = ("to_event",)
    fields = ("kind", "to_event")
    verbose_name = gettext_lazy("link to another event")
    verbose_name_plural = gettext_lazy("links: this event …")


class LinkToInline(LinkInline):
    fk_name = "to_event"
    autocomplete_fields = ("from_event",)
    fields = ("from_event", "kind")
    verbose_name = gettext_lazy("link from another event")
    verbose_name_plural = gettext_lazy("links: … this event")


class MembershipInline(CurationInline, admin.TabularInline):
    """The events of an incident: their role can be changed, and they can be taken out."""

    model = Membership
    fields = ("happened", "event_link", "state", "role")
    readonly_fields = ("happened", "event_link", "state")
    max_num = 0
    verbose_name_plural = gettext_lazy("events on this timeline")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return super().get_queryset(request).select_related("event", "incident").order_by("event__position", "pk")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("when"))
    def happened(self, membership: Membership) -> str:
        return said(membership.event.date, membership.event.part) or _("undated")

    @admin.display(description=gettext_lazy("event"))
    def event_link(self, membership: Membership) -> SafeString:
        url = reverse("admin:incidents_event_change", args=[membership.event_id])
        return format_html('<a href="{}">{}</a>', url, membership.event)

    @admin.display(description=gettext_lazy("state"))
    def state(self, membership: Membership) -> str:
        return membership.event.get_state_display()


class NewMembershipInline(CurationInline, admin.TabularInline):
    """Further events for an incident. Apart from those it has, so that each of these costs no query of its own."""

    model = Membership
    autocomplete_fields = ("event",)
    fields = ("event", "role")
    verbose_name = gettext_lazy("event")
    verbose_name_plural = gettext_lazy("events to add")
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return super().get_queryset(request).none()


class AliasInline(CurationInline, admin.TabularInline):
    model = EntityAlias
    fields = ("name", "language")


class TranslationInline(CurationInline, admin.StackedInline):
    verbose_name = gettext_lazy("translation")
    verbose_name_plural = gettext_lazy("translations")


class EventTranslationInline(TranslationInline):
    model = EventTranslation
    form = EventTranslationForm
    fields = (("language", "state", "current"), "headline", "body")

    def get_queryset(self, request: HttpRequest) -> QuerySet[EventTranslation]:
        return super().get_queryset(request).select_related("event")


class IncidentTranslationInline(TranslationInline):
    model = IncidentTranslation
    form = IncidentTranslationForm
    fields = (("language", "state", "current"), "title", "summary")

    def get_queryset(self, request: HttpRequest) -> QuerySet[IncidentTranslation]:
        return super().get_queryset(request).select_related("incident")


def warn_of_unplaced(model_admin: Any, request: HttpRequest, formsets: Any) -> None:
    """Say which quotes of those just saved are not in the text that was read of their source."""
    for form in (form for formset in formsets for form in formset.forms):
        quote = getattr(form, "saved_quote", None)
        if quote is not None and quote.pk and is_unplaced(quote):
            text = _("These words are not in what was read of “%(source)s”: “%(quote)s”. Are they word for word?")
            values = {"source": quote.citation.source, "quote": quote.exact}
            model_admin.message_user(request, text % values, messages.WARNING)
