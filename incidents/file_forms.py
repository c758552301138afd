"""Forms of the file import: what is given, what its columns mean, and what becomes of its records."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import Truncator, format_lazy
from django.utils.translation import gettext_lazy as _

from .formats import WRITTEN_ONLY, all_formats
from .models import ImportBatch, ImportMapping, Incident

FIELDS = {
    "": _("keep beside the event"),
    "ignore": _("leave out"),
    "headline": _("headline"),
    "body": _("text"),
    "date": _("date"),
    "end": _("end date"),
    "year": _("year"),
    "month": _("month"),
    "day": _("day"),
    "time": _("time"),
    "end_year": _("end: year"),
    "end_month": _("end: month"),
    "end_day": _("end: day"),
    "end_time": _("end: time"),
    "date_text": _("date in words"),
    "part": _("part of the date"),
    "kind": _("kind"),
    "language": _("language"),
    "place": _("place"),
    "person": _("person"),
    "organisation": _("organisation"),
    "tag": _("tag"),
    "source_url": _("source: address"),
    "source_title": _("source: title"),
    "source_publisher": _("source: publisher"),
    "source_published": _("source: date"),
    "source_author": _("source: author"),
    "quote": _("quoted words"),
    "locator": _("place in the source"),
    "stance": _("supports or disputes"),
    "id": _("its own id"),
    "incident": _("incident"),
    "order": _("order on the day"),
}
MOST_SAMPLES = 3
MOST_SHOWN = 80  # characters of each


def format_choices() -> list[tuple[str, Any]]:
    return [("", _("find out")), *((one.name, one.label) for one in all_formats() if one.name not in WRITTEN_ONLY)]


class FileForm(forms.Form):
    """Step one: the incident and the file."""

    incident = forms.ModelChoiceField(
        Incident.objects.order_by("title"),
        label=_("Incident"),
        required=False,
        empty_label=_("those that the file names"),
        help_text=_(
            "The timeline that all its records are for. Nothing is written to it before you have seen a check; that "
            "also shows which incidents would be made, where the file names new ones."
        ),
    )
    file = forms.FileField(
        label=_("File"),
        help_text=format_lazy(
            _(
                "A table (CSV, XLSX), JSON, Markdown, a calendar, a feed, STIX or MISP; at most {most} MB here. "
                "A larger one, of up to 100 MB, goes in on the server: manage.py import_events FILE."
            ),
            most=settings.DATELINE_UPLOAD_MB,
        ),
    )
    format = forms.ChoiceField(label=_("Format"), required=False, choices=format_choices)
    mapping = forms.ModelChoiceField(
        ImportMapping.objects.all(),
        label=_("Saved mapping"),
        required=False,
        help_text=_("Which column is what, as it was kept for an earlier file of the same kind."),
    )


class MappingForm(forms.Form):
    """Step two: which column fills which field. Columns go by their number, for their names are the file's."""

    save_as = forms.CharField(
        label=_("Keep this under a name"),
        max_length=100,
        required=False,
        help_text=_("For the next file of the same kind, here and on the command line."),
    )

    def __init__(self, *args: Any, survey: dict[str, Any], mapping: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = list(survey.get("columns", ()))
        self.mapping = mapping
        for number, column in enumerate(self.columns):
            name = column["path"]
            initial = next(iter(fields_of(mapping, name)), "")
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=name, choices=list(FIELDS.items()), required=False, initial=initial
            )

    def rows(self) -> list[dict[str, Any]]:
        """Return what the page shows of each column."""
        return [
            {
                "name": column["path"],
                "samples": [Truncator(str(sample)).chars(MOST_SHOWN) for sample in column.get("samples", ())][
                    :MOST_SAMPLES
                ],
                "field": self[f"column_{number}"],
            }
            for number, column in enumerate(self.columns)
        ]

    def chosen(self) -> dict[str, Any]:
        """Return the mapping as corrected: several columns may fill one field, and one column several."""
        fields: dict[str, list[str]] = {}
        for number, column in enumerate(self.columns):
            name, field = column["path"], self.cleaned_data.get(f"column_{number}")
            before = fields_of(self.mapping, name)
            for one in before if field in before else [field]:
                if one:
                    fields.setdefault(one, []).append(name)
        return {**self.mapping, "fields": fields}


def fields_of(mapping: dict[str, Any], column: str) -> list[str]:
    """Return the fields that a column fills."""
    return [field for field, columns in mapping.get("fields", {}).items() if column in columns]


class ApplyForm(forms.Form):
    """Step three: what becomes of the records. What is done about findings stands beside them."""

    mode = forms.ChoiceField(
        label=_("What its records become"), choices=ImportBatch.Mode, initial="proposed", widget=forms.RadioSelect
    )
