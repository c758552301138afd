"""What was imported, when, by whom and what became of it: a record to read."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from ..models import ImportBatch, ImportMapping, ImportRow
from .files import file_urls
from .versions import ReadOnlyAdmin


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    list_display = ("name_or_source", "incident", "format", "state", "total", "proposed", "refused", "by", "created_at")
    list_filter = ("state", "format")
    list_select_related = ("incident", "source", "by")
    search_fields = ("name", "source__title", "incident__title")
    search_help_text = gettext_lazy("A part of the file's name, of its source, or of the incident.")
    fields = (
        *("incident", "format", "name", "source", "state", "cursor", "total"),
        *("by", "created_at", "finished_at", "its_page"),
    )
    readonly_fields = ("its_page",)
    ordering = ("-created_at",)

    def get_urls(self) -> list[URLPattern]:
        return [*file_urls(self.admin_site), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportBatch]:
        counts = {
            name: Count("rows", filter=Q(rows__outcome=outcome))
            for name, outcome in (
                ("proposed_count", ImportRow.Outcome.CREATED),
                ("refused_count", ImportRow.Outcome.REFUSED),
            )
        }
        return super().get_queryset(request).annotate(**counts)

    @admin.display(description=gettext_lazy("file or report"))
    def name_or_source(self, batch: ImportBatch) -> str:
        return str(batch.source or batch.name)

    @admin.display(description=gettext_lazy("proposed"), ordering="proposed_count")
    def proposed(self, batch: ImportBatch) -> int:
        return batch.proposed_count

    @admin.display(description=gettext_lazy("refused"), ordering="refused_count")
    def refused(self, batch: ImportBatch) -> int:
        return batch.refused_count

    @admin.display(description=gettext_lazy("where to go on"))
    def its_page(self, batch: ImportBatch) -> SafeString | str:
        if batch.format in ("report", "selection"):
            return "–"
        return format_html('<a href="{}">{}</a>', reverse("admin:incidents_import_batch", args=[batch.pk]), batch.name)


@admin.register(ImportMapping)
class ImportMappingAdmin(ReadOnlyAdmin):
    list_display = ("name", "format", "by", "changed_at")
    list_select_related = ("by",)
    search_fields = ("name",)
    fields = ("name", "format", "mapping", "by", "changed_at")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("incidents.delete_importmapping")
