"""Who changed what, and when: for every row of the desk, to read and not to revert."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import models
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin
from simple_history.utils import get_m2m_reverse_field_name

from ..fields import EDTFField
from ..forms import is_id
from ..models import Citation, Link
from ..models.entries import said
from ..sentences import phrase

OF_SIMPLE_HISTORY = (  # what it says and has in few of our languages: ours are asked first
    phrase("View history: %s"),
    phrase("This object doesn't have a change history."),
    phrase("Object"),
    phrase("Comment"),
    phrase("Changed by"),
    phrase("Change reason"),
    phrase("Changes"),
)

# Columns that follow from others, and would only say everything twice.
DERIVED = frozenset(
    "id earliest latest position slug revision version known changed_at created_at updated_at first_published_at "
    "url_key published_earliest published_latest start end import_ref public_id "
    "of_words of_version published_at".split()
)

# The rows that others are named by: fetched together, for a list of histories.
NAMED_BY = {Citation: ("source",), Link: ("from_event", "to_event")}


class HistoryAdmin(SimpleHistoryAdmin):
    """A state of old is looked at; going back to it is a change like any other."""

    object_history_template = "admin/incidents/history.html"
    object_history_list_template = "admin/incidents/_history.html"

    def revert_disabled(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> Any:
        if not (is_id(object_id) and is_id(version_id)):
            raise Http404
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        return super().history_form_view(request, object_id, version_id, extra_context)

    def set_history_delta_changes(
        self, request: HttpRequest, historical_records: Sequence[Any], foreign_keys_are_objs: bool = True
    ) -> None:
        """Say of each record on the page what it changed."""
        records = list(historical_records)
        for place, record in enumerate(records):
            before = records[place + 1] if place + 1 < len(records) else record.prev_record
            if before is None or record.history_type == "-":
                continue
            helper = self.get_historical_record_context_helper(request, record)
            record.history_delta_changes = [
                {"field": capfirst(str(field.verbose_name)), "old": shown[0], "new": shown[1]}
                for field, old, new in changes_between(before, record)
                for shown in [helper.stringify_delta_change_values(None, old, new)]  # cut to where they differ
            ]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        if not is_id(object_id):
            raise Http404
        context = {"histories": self.further_histories(object_id), **(extra_context or {})}
        return super().history_view(request, object_id, context)

    def further_histories(self, object_id: str) -> list[dict[str, str]]:
        """Return the histories of the rows that belong to this one, those deleted since included."""
        return []


def changes_between(before: Any, record: Any) -> Iterator[tuple[models.Field, str, str]]:
    """Yield field, old and new value of what differs; verbs and reasons too, which simple_history leaves out."""
    for field in record.tracked_fields:
        editable_slug = field.name == "slug" and field.editable
        if field.name in DERIVED and not editable_slug:
            continue
        if getattr(before, field.attname) != getattr(record, field.attname):
            yield field, value_in_words(before, field), value_in_words(record, field)
    for field in record._history_m2m_fields:
        old, new = names_of(before, field), names_of(record, field)
        if old != new:
            yield field, old, new


def names_of(record: Any, field: models.ManyToManyField) -> str:
    """Return the rows that a historical record was joined to, by name."""
    other = get_m2m_reverse_field_name(field)
    rows = getattr(record, field.name).select_related(other)
    return ", ".join(sorted(str(getattr(row, other)) for row in rows)) or "—"


def value_in_words(record: Any, field: models.Field) -> str:
    """Return the value of one column of a historical record as an editor reads it."""
    if isinstance(field, models.ForeignKey):
        try:
            return str(getattr(record, field.name) or "—")
        except ObjectDoesNotExist:
            return _("(removed since)")
    value = getattr(record, field.attname)
    if isinstance(field, EDTFField):
        return f"{said(value)} ({value})" if value else "—"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(dict(field.flatchoices).get(value, value)) or "—"


def histories_of(model: Any, label: str, **belongs: Any) -> list[dict[str, str]]:
    """Return label and address of the history of every row that belongs to something, or once did."""
    opts = model._meta
    latest = {record.id: record for record in model.history.filter(**belongs).order_by("history_id")}
    rows = {pk: record.instance for pk, record in latest.items()}
    prefetch_related_objects(list(rows.values()), *NAMED_BY.get(model, ()))
    kept = set(model.objects.filter(pk__in=latest).values_list("pk", flat=True))
    return [
        {
            "label": f"{label}: {row_in_words(row)}" + ("" if pk in kept else " " + _("(removed since)")),
            "url": reverse(f"admin:{opts.app_label}_{opts.model_name}_history", args=[pk]),
        }
        for pk, row in rows.items()
    ]


def row_in_words(row: Any) -> str:
    try:
        return str(row)
    except ObjectDoesNotExist:
        return f"#{row.pk}"
