"""What was imported, when, by whom and what became of it: a record to read."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from ..models import ImportBatch, ImportRow
from .versions import ReadOnlyAdmin


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    list_display = ("name_or_source", "incident", "format", "state", "total", "proposed", "refused", "by", "created_at")
    list_filter = ("state", "format")
    list_select_related = ("incident", "source", "by")
    search_fields = ("name", "source__title", "incident__title")
    search_help_text = gettext_lazy("A part of the file's name, of its source, or of the incident.")
    fields = ("incident", "format", "name", "source", "state", "cursor", "total", "by", "created_at", "finished_at")
    ordering = ("-created_at",)

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
