"""What two editors made of the same form: what is stored, beside what the second of them typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.forms import BaseInlineFormSet, BaseModelForm
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..forms import DateField, reading

BUTTONS = ("_save", "_continue", "_addanother", "_publish")
OWN = {"csrfmiddlewaretoken", "revision", "_edit_on", *BUTTONS}
MOST_RECORDS = 100  # of a history that are searched for who changed a field last


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is stored otherwise than it was typed, and who stored it."""

    label: str
    stored: str
    typed: str
    by: str = ""
    at: datetime | None = None


# --- What differs --------------------------------------------------------------------------------------------------


def differences(row: Any, form: BaseModelForm, formsets: Iterable[BaseInlineFormSet]) -> list[Difference]:
    rows = list(field_differences(row, form))
    for formset in formsets:
        rows += inline_differences(formset)
    return rows


def field_differences(row: Any, form: BaseModelForm) -> Iterator[Difference]:
    records = list(row.history.select_related("history_user")[:MOST_RECORDS])
    for name in form.changed_data:
        if name == "revision":
            continue
        bound = form[name]
        record = last_change(records, name)
        yield Difference(
            label_of(bound),
            in_words(bound.field, form.get_initial_for_field(bound.field, name)),
            in_words(bound.field, bound.value()),
            *signed(record),
        )


def last_change(records: list[Any], name: str) -> Any:
    """Return the record that gave a field its present value; the newest for what records do not hold."""
    if not records or not hasattr(records[0], name):
        return records[0] if records else None
    for record, before in pairwise(records):
        if getattr(record, name) != getattr(before, name):
            return record
    return records[-1]


def inline_differences(formset: BaseInlineFormSet) -> Iterator[Difference]:
    name = capfirst(str(formset.model._meta.verbose_name))
    seen = set()
    for form in formset.initial_forms:
        seen.add(str(form.instance.pk))
        removed = is_removed(form)
        if form.instance.pk is None:
            if not removed:
                yield Difference(name, _("removed since you loaded it"), described(form, typed=True))
        elif removed:
            yield Difference(
                f"{name}: {form.instance}", described(form), _("you remove it"), *signed_row(form.instance)
            )
        elif changed := [one for one in form.changed_data if one != "id"]:
            yield Difference(
                f"{name}: {form.instance}",
                described(form, changed),
                described(form, changed, typed=True),
                *signed_row(form.instance),
            )
    for form in formset.extra_forms:
        if form.has_changed():
            yield Difference(name, "—", _("you add: ") + described(form, typed=True))
    for row in formset.get_queryset():
        if str(row.pk) not in seen:
            form = formset.form(instance=row)
            yield Difference(f"{name}: {row}", described(form), _("you had not seen it; it stays"), *signed_row(row))


def is_removed(form: BaseModelForm) -> bool:
    """Whether the row's box "delete" is ticked; the form need not be valid."""
    return "DELETE" in form.fields and form.add_prefix("DELETE") in form.data


def described(form: BaseModelForm, names: Iterable[str] | None = None, *, typed: bool = False) -> str:
    """Say what a row holds, or what was typed for it, field by field."""
    parts = []
    for name in form.fields if names is None else names:
        bound = form[name]
        if bound.is_hidden or name in ("DELETE", "order"):
            continue
        value = bound.value() if typed else form.get_initial_for_field(bound.field, name)
        if (words := in_words(bound.field, value)) and (words != "—" or names is not None):
            parts.append(f"{label_of(bound)}: {words}")
    return "; ".join(parts)


def label_of(bound: forms.BoundField) -> str:
    return capfirst(str(bound.label))


def in_words(field: forms.Field, value: Any) -> str:
    """Show a field's value as an editor reads it, whether it comes from the row or from the form."""
    if isinstance(field, forms.BooleanField):
        return _("yes") if value and value not in ("False", "off") else _("no")
    if value in (None, "", []):
        return "—"
    if isinstance(field, DateField):
        return date_in_words(str(value))
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(sorted(in_words_of_row(field, one) for one in value))
    if isinstance(field, forms.ModelChoiceField):
        return in_words_of_row(field, value)
    if isinstance(field, forms.ChoiceField):
        labels: dict[Any, Any] = dict(field.choices)  # type: ignore[arg-type]
        return str(labels.get(str(value), value))
    return str(value)


def date_in_words(text: str) -> str:
    try:
        return reading(text)
    except ValidationError:  # said at the field when it is saved
        return text


def in_words_of_row(field: Any, value: Any) -> str:
    try:
        return str(field.queryset.get(pk=getattr(value, "pk", value)))
    except (ObjectDoesNotExist, ValueError, TypeError, ValidationError):
        return str(value)


def signed(record: Any) -> tuple[str, datetime | None]:
    if record is None:
        return "", None
    return str(record.history_user or _("a command or an import")), record.history_date


def signed_row(row: Any) -> tuple[str, datetime | None]:
    """Return who changed a row last, and when; nothing for one without a history."""
    return signed(row.history.select_related("history_user").first() if hasattr(row, "history") else None)


# --- What was typed, to be sent again ------------------------------------------------------------------------------


def sent_again(post: QueryDict, formsets: Iterable[BaseInlineFormSet], revision: int) -> list[tuple[str, str]]:
    """Return the fields of the form as typed, against the revision now seen.

    Rows that somebody else removed meanwhile are sent as new ones: keeping mine brings them back.
    """
    formsets = list(formsets)
    prefixes = tuple(f"{formset.prefix}-" for formset in formsets)
    pairs = [
        (name, value)
        for name, values in post.lists()
        if name not in OWN and not name.startswith(prefixes)
        for value in values
    ]
    for formset in formsets:
        pairs += rows_again(post, formset)
    return [*pairs, ("revision", str(revision))]


def rows_again(post: QueryDict, formset: BaseInlineFormSet) -> Iterator[tuple[str, str]]:
    kept = [form for form in formset.initial_forms if form.instance.pk is not None]
    gone = [form for form in formset.initial_forms if form.instance.pk is None and not is_removed(form)]
    pk_name = formset.model._meta.pk.name
    rows = [*kept, *gone, *formset.extra_forms]
    yield f"{formset.prefix}-TOTAL_FORMS", str(len(rows))
    yield f"{formset.prefix}-INITIAL_FORMS", str(len(kept))
    for number, form in enumerate(rows):
        for name, values in post.lists():
            if not name.startswith(f"{form.prefix}-"):
                continue
            field = name.removeprefix(f"{form.prefix}-")
            for value in values:
                yield f"{formset.prefix}-{number}-{field}", "" if form in gone and field == pk_name else value


def button_pressed(post: QueryDict) -> str:
    return next((name for name in BUTTONS if name in post), "_save")
