"""What readers were told: versions, to look at, and the corrections between them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..forms import CorrectionForm
from ..models import Correction, Event, EventVersion
from ..models.entries import said
from ..temporal.wording import say
from .base import CurationAdmin
from .lists import ListAdmin


class ReadOnlyAdmin(ListAdmin):
    """Rows that are made by what editors do, and never by hand."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(EventVersion)
class EventVersionAdmin(ReadOnlyAdmin):
    list_display = ("event", "number", "at", "by")
    list_select_related = ("event", "by")
    list_filter = ("at",)
    search_fields = ("event__headline", "=event__public_id")
    search_help_text = gettext_lazy("Words of the event's headline, or its public id.")
    ordering = ("-at", "-pk")
    fields = ("event", "number", "at", "by", "content")
    readonly_fields = ("content",)

    @admin.display(description=gettext_lazy("what it said"))
    def content(self, version: EventVersion) -> SafeString:
        rows = snapshot_rows(version.snapshot)
        return format_html('<dl class="snapshot">{}</dl>', format_html_join("", "<dt>{}</dt><dd>{}</dd>", rows))


def snapshot_rows(snapshot: dict[str, Any]) -> list[tuple[str, str]]:
    """Return label and value of everything a version told, in the order in which readers meet it."""

    def label(name: str) -> str:
        return str(Event._meta.get_field(name).verbose_name).capitalize()

    rows = [
        (label("date"), say(snapshot["date"], part=snapshot["part"]) if snapshot["date"] else _("undated")),
        (label("headline"), snapshot["headline"]),
        (label("body"), snapshot["body"]),
        (label("kind"), str(dict(Event.Kind.choices).get(snapshot["kind"], snapshot["kind"]))),
        (label("place"), snapshot["place"]),
        (label("tags"), ", ".join(snapshot["tags"])),
    ]
    for code, texts in snapshot.get("translations", {}).items():
        rows.append((_("Translation (%(language)s)") % {"language": code}, f"{texts['headline']}\n{texts['body']}"))
    rows += [(_("Role"), f"{role['name']} ({role['role']})") for role in snapshot["roles"]]
    for citation in snapshot["citations"]:
        source, quotes = citation["source"], " ".join(f"“{quote['exact']}”" for quote in citation["quotes"])
        rows.append((_("Citation"), f"{source['publisher']}: {source['title']}. {citation['stance']}. {quotes}"))
    return [(name, value) for name, value in rows if value]


@admin.register(Correction)
class CorrectionAdmin(CurationAdmin):
    form = CorrectionForm
    list_display = ("summary", "event", "happened", "at", "by")
    list_select_related = ("event", "by")
    list_filter = ("at",)
    search_fields = ("summary", "reason", "event__headline")
    search_help_text = gettext_lazy("Words of the correction or of the event's headline.")
    autocomplete_fields = ("event",)
    fieldsets = (
        (
            None,
            {
                "fields": ("event", ("before", "after"), "summary", "reason"),
                "description": gettext_lazy(
                    "A correction is public as soon as it is saved. Begin it with “Add a correction” on the page of "
                    "the event: then the versions to choose from are its own."
                ),
            },
        ),
    )

    @admin.display(description=gettext_lazy("event's date"))
    def happened(self, correction: Correction) -> str:
        return said(correction.event.date, correction.event.part) or _("undated")

    def before_saving(self, request: HttpRequest, form: ModelForm) -> None:
        if form.instance.pk is None:
            form.instance.by = request.user
