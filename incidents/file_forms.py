"""Forms of the file import: what is given, what its columns mean, and what becomes of its records."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import Truncator, capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from .cleaning import UnusableText, clean_line, clean_url
from .formats import WRITTEN_ONLY, all_formats
from .formats.datecells import is_zone
from .languages import told
from .models import Citation, Event, ImportBatch, ImportMapping, Incident

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
    return [("", _("find out")), *((one.name, _(one.label)) for one in all_formats() if one.name not in WRITTEN_ONLY)]


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


ORDERS = {
    "": _("as the values of each column prove it"),
    "day-first": _("03/04/2021 is the third of April"),
    "month-first": _("03/04/2021 is the fourth of March"),
}
DELIMITERS = {
    "": _("find out"),
    "comma": _("comma"),
    "semicolon": _("semicolon"),
    "tab": _("tab"),
    "bar": _("vertical bar"),
}


ONE_FOR_ALL = (
    *("kind", "language", "place", "person", "organisation", "tag", "incident"),
    *("source_title", "source_publisher", "source_url", "source_published", "source_author", "stance"),
)
CHOICES_FOR_ALL: dict[str, list[tuple[str, Any]]] = {
    "kind": list(Event.Kind.choices),
    "stance": list(Citation.Stance.choices),
}
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")
EXAMPLES = {
    "language": _("Such as en or es."),
    "source_url": _("Such as https://example.org/report."),
    "source_published": _("Such as 2023-09-19."),
}


def field_for_all(name: str, value: str) -> forms.Field:
    """Return the form field of a value that all records get; one of a mapping that is no choice of ours stays one."""
    label = capfirst(FIELDS[name])
    if name not in CHOICES_FOR_ALL:
        return forms.CharField(
            label=label, max_length=500, required=False, initial=value, help_text=EXAMPLES.get(name, "")
        )
    choices = [("", "–"), *CHOICES_FOR_ALL[name]]
    others = [(value, value)] if value and value not in dict(choices) else []
    return forms.ChoiceField(label=label, choices=[*choices, *others], required=False, initial=value)


class MappingForm(forms.Form):
    """Step two: which column fills which field. Columns go by their number, for their names are the file's."""

    order = forms.ChoiceField(label=_("Day and month in figures"), choices=list(ORDERS.items()), required=False)
    zone = forms.CharField(
        label=_("Time zone"),
        max_length=60,
        required=False,
        help_text=_("Of times that name none, such as Europe/Berlin."),
    )
    separator = forms.CharField(
        label=_("Between several values"),
        max_length=20,
        required=False,
        strip=False,  # " and " is not "and"
        help_text=_(
            "What divides several sources, people or tags in one cell, such as |. Found out where it is empty."
        ),
    )
    save_as = forms.CharField(
        label=_("Keep this under a name"),
        max_length=100,
        required=False,
        help_text=_("For the next file of the same kind, here and on the command line."),
    )
    replace = forms.BooleanField(label=_("Put it in place of the mapping that has this name"), required=False)

    SAID = ("order", "zone", "separator")

    def __init__(
        self, *args: Any, survey: dict[str, Any], mapping: dict[str, Any], one_incident: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.columns = list(survey.get("columns", ()))
        self.mapping = mapping
        for name in self.SAID:
            self.fields[name].initial = mapping.get(name, "")
        self.for_all = [name for name in ONE_FOR_ALL if name != "incident" or not one_incident]
        for name in self.for_all:
            self.fields[f"all_{name}"] = field_for_all(name, mapping.get("constants", {}).get(name, ""))
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

    def values_for_all(self) -> list[forms.BoundField]:
        return [self[f"all_{name}"] for name in self.for_all]

    def has_values_for_all(self) -> bool:
        """Whether a value is given for all records, or one was given that cannot be taken."""
        return any(field.value() or field.errors for field in self.values_for_all())

    def clean_all_language(self) -> str:
        code = str(self.cleaned_data["all_language"])
        if code and not LANGUAGE.fullmatch(code):
            raise forms.ValidationError(
                _("“%(code)s” is no code of a language; write for example en or es.") % {"code": code}
            )
        return code

    def clean_all_source_url(self) -> str:
        address = str(self.cleaned_data["all_source_url"])
        try:
            return clean_url(address) if address else ""
        except UnusableText as error:
            raise forms.ValidationError(told(error)) from error

    def clean_zone(self) -> str:
        zone = str(self.cleaned_data["zone"]).strip()
        if zone and not is_zone(zone):
            raise forms.ValidationError(
                _("“%(zone)s” is no time zone that is known; write for example Europe/Berlin.") % {"zone": zone}
            )
        return zone

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        name = given["save_as"] = clean_line(given.get("save_as", ""))
        if name and not given.get("replace") and ImportMapping.objects.filter(name=name).exists():
            self.add_error(
                "save_as",
                _("There is a mapping “%(name)s” already. Take another name, or tick below that it is replaced.")
                % {"name": name},
            )
        return given

    def chosen(self) -> dict[str, Any]:
        """Return the mapping as corrected: several columns may fill one field, and one column several."""
        shown = {column["path"] for column in self.columns}
        given = self.mapping.get("fields", {})
        fields: dict[str, list[str]] = {}
        for field, columns in given.items():  # a path above those that are shown, such as a whole list
            if others := [name for name in columns if name not in shown]:
                fields[field] = others
        for number, column in enumerate(self.columns):
            name, field = column["path"], self.cleaned_data.get(f"column_{number}")
            before = fields_of(self.mapping, name)
            for one in before if field in before else [field]:
                if one:
                    fields.setdefault(one, []).append(name)
        if not self.columns:
            return {**self.mapping, "fields": fields}
        said = {name: self.cleaned_data[name] for name in self.SAID}
        said["separator"] = said["separator"] if said["separator"].strip() else ""
        hidden = {name: value for name, value in self.mapping.get("constants", {}).items() if name not in self.for_all}
        given = {name: value for name in self.for_all if (value := clean_line(self.cleaned_data[f"all_{name}"]))}
        return {**self.mapping, **said, "constants": hidden | given, "fields": fields}


def fields_of(mapping: dict[str, Any], column: str) -> list[str]:
    """Return the fields that a column fills."""
    return [field for field, columns in mapping.get("fields", {}).items() if column in columns]


class ReadingForm(forms.Form):
    """What a file is like, where that was not found rightly: it is then looked through anew."""

    encoding = forms.CharField(
        label=_("Encoding"), max_length=40, required=False, help_text=_("Such as utf-8, windows-1252 or utf-16.")
    )
    delimiter = forms.ChoiceField(label=_("Cells are divided by"), choices=list(DELIMITERS.items()), required=False)
    header = forms.IntegerField(
        label=_("Line that names the columns"),
        min_value=0,
        max_value=1_000_000,
        required=False,
        help_text=_("Counted from 1; 0 if none does."),
    )
    sheet = forms.CharField(label=_("Sheet"), max_length=100, required=False)
    path = forms.CharField(
        label=_("Path to the list"), max_length=300, required=False, help_text=_("Such as data.events.")
    )
    table = forms.IntegerField(
        label=_("Number of the table"), min_value=1, max_value=100_000, required=False, help_text=_("From 1.")
    )

    OF = {
        "csv": ("header", "delimiter", "encoding"),
        "tsv": ("header", "delimiter", "encoding"),
        "xlsx": ("sheet", "header"),
        "json": ("path", "encoding"),
        "jsonl": ("encoding",),
        "html-table": ("table", "encoding"),
        "markdown-table": ("table", "encoding"),
        "frontmatter": ("encoding",),
    }

    def __init__(self, sent: Any = None, *, batch: ImportBatch) -> None:
        table = batch.options.get("extra", {}).get("table")
        super().__init__(sent, initial={**batch.options, "table": table})
        self.fields = {name: self.fields[name] for name in self.OF.get(batch.format, ())}

    def options(self) -> dict[str, Any]:
        said = {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}
        if table := said.pop("table", None):
            said["extra"] = {"table": str(table)}
        return said


class ApplyForm(forms.Form):
    """Step three: what becomes of the records. What is done about findings stands beside them."""

    mode = forms.ChoiceField(
        label=_("What its records become"), choices=ImportBatch.Mode, initial="proposed", widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, may_publish: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_publish:
            kept = [choice for choice in ImportBatch.Mode.choices if choice[0] != ImportBatch.Mode.PUBLISHED]
            self.fields["mode"].choices = kept  # type: ignore[attr-defined]
