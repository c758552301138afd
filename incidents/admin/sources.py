"""Sources, what was read of them, and where they are cited."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..forms import CaptureForm, SourceForm
from ..models import Capture, Citation, Source, changing
from ..models.entries import said
from .base import CurationInline
from .reports import report_urls
from .review import review_urls
from .revisions import RevisionAdmin


class CaptureInline(CurationInline, admin.TabularInline):
    """The readings of a source. Their text is other people's work: it is not shown, and can be taken down."""

    model = Capture
    form = CaptureForm
    fields = ("retrieved", "length", "http_status", "archived_url", "take_down")
    readonly_fields = ("retrieved", "length", "http_status", "take_down")
    can_delete = False
    verbose_name_plural = gettext_lazy("readings of it")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Capture]:
        queryset = super().get_queryset(request).defer("text").annotate(characters=Length("text"))
        return queryset.order_by("-retrieved")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("text"))
    def length(self, capture: Capture) -> str:
        if capture.taken_down_at:
            return _("taken down on %(day)s") % {"day": capture.taken_down_at.date().isoformat()}
        return ngettext("%(n)d character", "%(n)d characters", capture.characters) % {"n": capture.characters}

    @admin.display(description=gettext_lazy("take down"))
    def take_down(self, capture: Capture) -> SafeString | str:
        if capture.taken_down_at or not capture.characters:
            return "—"
        url = reverse("admin:incidents_source_take_down", args=[capture.source_id, capture.pk])
        return format_html('<a href="{}">{}</a>', url, _("Take down…"))


class CitedInInline(CurationInline, admin.TabularInline):
    """Where a source is cited, to look at; a citation is changed on its own page or at its event."""

    model = Citation
    fields = ("cited_in", "stance", "quoted")
    readonly_fields = ("cited_in", "stance", "quoted")
    can_delete = False
    max_num = 0
    show_change_link = True
    verbose_name_plural = gettext_lazy("cited in")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        queryset = super().get_queryset(request).select_related("source", "event", "link__from_event", "link__to_event")
        return queryset.prefetch_related("quotes")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("event or link"))
    def cited_in(self, citation: Citation) -> SafeString:
        kind, target = ("event", citation.event) if citation.event_id else ("link", citation.link)
        return format_html('<a href="{}">{}</a>', reverse(f"admin:incidents_{kind}_change", args=[target.pk]), target)

    @admin.display(description=gettext_lazy("quoted words"))
    def quoted(self, citation: Citation) -> str:
        return " · ".join(f"“{quote.exact}”" for quote in citation.quotes.all()) or "—"


@admin.register(Source)
class SourceAdmin(RevisionAdmin):
    form = SourceForm
    list_display = ("title", "publisher", "published_words", "credit", "cited", "copy_state")
    list_filter = ("copy_state", "language", "credit")
    search_fields = ("title", "publisher", "url", "credit", "=public_id")
    search_help_text = gettext_lazy("Words of the title, the publisher, the agency or the address.")
    autocomplete_fields = ("copy_of",)
    ordering = ("-published_earliest", "title")
    change_list_template = "admin/incidents/source/change_list.html"
    fieldsets = (
        (None, {"fields": ("title", "publisher", "authors", "url")}),
        (gettext_lazy("When it was published"), {"fields": ("published", "published_from", "genre")}),
        (gettext_lazy("Language, agency, copies"), {"fields": ("language", "credit", ("copy_of", "copy_state"))}),
    )
    inlines = (CaptureInline, CitedInInline)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        return super().get_queryset(request).annotate(citation_count=Count("citations", distinct=True))

    def get_inlines(self, request: HttpRequest, obj: Source | None) -> list[Any]:
        return list(self.inlines) if obj else []

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.take_down_view)
        return [
            *report_urls(self.admin_site),
            *review_urls(self.admin_site),
            path("<int:source_id>/captures/<int:capture_id>/take-down/", view, name="incidents_source_take_down"),
            *super().get_urls(),
        ]

    @admin.display(description=gettext_lazy("published"), ordering="published_earliest")
    def published_words(self, source: Source) -> str:
        return said(source.published) or _("undated")

    @admin.display(description=gettext_lazy("citations"), ordering="citation_count")
    def cited(self, source: Source) -> int:
        return source.citation_count

    def view_on_site(self, source: Source) -> str | None:
        return source.get_absolute_url() if Source.objects.published().filter(pk=source.pk).exists() else None

    def why_kept(self, obj: Source) -> str:
        if cited := obj.citations.count():
            return ngettext(
                "“%(it)s” is cited once: a source that is cited stays. Its readings' text can be taken down.",
                "“%(it)s” is cited %(n)d times: a source that is cited stays. Its readings' text can be taken down.",
                cited,
            ) % {"it": obj, "n": cited}
        if copies := obj.copies.count():
            return ngettext(
                "“%(it)s” has a copy that refers to it. Change that first.",
                "“%(it)s” has %(n)d copies that refer to it. Change these first.",
                copies,
            ) % {"it": obj, "n": copies}
        return ""

    def take_down_view(self, request: HttpRequest, source_id: int, capture_id: int) -> HttpResponse:
        """Remove the text of one reading, after asking."""
        source = self.get_object(request, unquote(str(source_id)))
        if not self.has_change_permission(request, source):
            raise PermissionDenied
        capture = Capture.objects.filter(pk=capture_id, source_id=source_id).first()
        if source is None or capture is None:
            return self.missing(request, str(source_id))
        if request.method == "POST":
            with changing(by=request.user):
                capture.take_down()
            self.log_change(
                request, source, _("Took down the text read on %(day)s.") % {"day": capture.retrieved.date()}
            )
            self.message_user(request, _("The text is taken down. Citations and quotes stay."), messages.SUCCESS)
            return HttpResponseRedirect(self.change_url(source))
        return TemplateResponse(
            request,
            "admin/incidents/confirm.html",
            {
                **self.admin_site.each_context(request),
                "title": _("Take down the text"),
                "opts": self.opts,
                "chosen": [capture],
                "consequence": _(
                    "The text that was read is removed and cannot be brought back; that it was read, and its hash, "
                    "stay on record. Citations and their quotes stay."
                ),
                "button": _("Take the text down"),
                "back": self.change_url(source),
            },
        )
