"""Citations on pages of their own, with all their quotes; links between events, with what supports them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from ..forms import CitationForm, LinkForm
from ..models import Citation, Link, Quote
from ..models.entries import said
from .base import CurationAdmin
from .history import histories_of
from .inlines import CITATION_DATE, CITATION_DETAILS, CitationInline, QuoteInline, warn_of_unplaced
from .revisions import RevisionAdmin


@admin.register(Citation)
class CitationAdmin(RevisionAdmin):
    form = CitationForm
    list_display = ("source", "cited_in", "stance", "date_words", "first_quote")
    list_filter = ("stance", "about")
    list_select_related = ("source", "event", "link__from_event", "link__to_event")
    search_fields = ("source__title", "source__publisher", "event__headline", "quotes__exact")
    search_help_text = gettext_lazy("Words of the source, of the event, or of a quote.")
    autocomplete_fields = ("event", "link", "source")
    ordering = ("-pk",)
    fieldsets = (
        (None, {"fields": ("event", "link", "source", "stance")}),
        (gettext_lazy("The date as this source gives it"), {"fields": CITATION_DATE["fields"]}),
        (gettext_lazy("What it speaks to, and where"), {"fields": CITATION_DETAILS["fields"]}),
    )
    inlines = (QuoteInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        return super().get_queryset(request).prefetch_related("quotes")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A citation stays with its event or link; another one gets a citation of its own."""
        return ("event", "link") if obj else ()

    @admin.display(description=gettext_lazy("event or link"))
    def cited_in(self, citation: Citation) -> str:
        return str(citation.event or citation.link)

    @admin.display(description=gettext_lazy("quoted words"))
    def first_quote(self, citation: Citation) -> str:
        return next((quote.exact for quote in citation.quotes.all()), "—")

    def after_saving(self, request: HttpRequest, form: Any, formsets: Any) -> None:
        super().after_saving(request, form, formsets)
        warn_of_unplaced(self, request, formsets)

    def further_histories(self, object_id: str) -> list[dict[str, str]]:
        return histories_of(Quote, str(Quote._meta.verbose_name), citation_id=int(object_id))


@admin.register(Quote)
class QuoteAdmin(CurationAdmin):
    """For its history only: quotes are edited with their citation."""

    fields = ("citation", "exact", "prefix", "suffix")
    list_display = ("exact", "citation")
    list_select_related = ("citation__source",)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Link)
class LinkAdmin(RevisionAdmin):
    form = LinkForm
    list_display = ("from_event", "kind", "to_event", "when")
    list_filter = ("kind",)
    list_select_related = ("from_event", "to_event")
    search_fields = ("from_event__headline", "to_event__headline")
    search_help_text = gettext_lazy("Words of either event's headline.")
    autocomplete_fields = ("from_event", "to_event")
    fields = ("from_event", "kind", "to_event")
    ordering = ("-pk",)
    inlines = (CitationInline,)

    @admin.display(description=gettext_lazy("when"))
    def when(self, link: Link) -> str:
        first, second = link.from_event, link.to_event
        return f"{said(first.date, first.part) or '—'} → {said(second.date, second.part) or '—'}"

    def after_saving(self, request: HttpRequest, form: Any, formsets: Any) -> None:
        super().after_saving(request, form, formsets)
        warn_of_unplaced(self, request, formsets)

    def further_histories(self, object_id: str) -> list[dict[str, str]]:
        return histories_of(Citation, str(Citation._meta.verbose_name), link_id=int(object_id))
