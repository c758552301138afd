"""Translations: which there are, and their history. They are edited with what they translate."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import EventTranslation, IncidentTranslation
from ..models.translations import Translation
from .base import CurationAdmin


class TranslationAdmin(CurationAdmin):
    """A list to find what is still a draft, or behind its original; each row leads to where it is edited."""

    list_filter = ("language", "state")
    list_display_links = None

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("translation of"))
    def edited_at(self, row: Translation) -> SafeString:
        url = reverse(f"admin:incidents_{row.OF}_change", args=[row.original.pk])
        return format_html('<a href="{}">{}</a>', url, row.original)

    @admin.display(description=gettext_lazy("the original has changed since"))
    def is_behind(self, row: Translation) -> str:
        return "—" if row.is_current_for(row.original) else _("yes")


@admin.register(EventTranslation)
class EventTranslationAdmin(TranslationAdmin):
    list_display = ("headline", "language", "state", "edited_at", "is_behind", "updated_at")
    list_select_related = ("event",)
    search_fields = ("headline", "body")
    search_help_text = gettext_lazy("Words of the translation.")
    fields = ("event", "language", "state", "headline", "body")


@admin.register(IncidentTranslation)
class IncidentTranslationAdmin(TranslationAdmin):
    list_display = ("title", "language", "state", "edited_at", "is_behind", "updated_at")
    list_select_related = ("incident",)
    search_fields = ("title", "summary")
    search_help_text = gettext_lazy("Words of the translation.")
    fields = ("incident", "language", "state", "title", "summary")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False
