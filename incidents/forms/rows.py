"""Choosing a related row by a part of its name."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple, RelatedFieldWidgetWrapper
from django.db import models
from django.forms import ModelForm


def is_id(value: object) -> bool:
    """Whether this can be the id of a row: of more digits SQLite takes none."""
    text = str(value)
    return text.isascii() and text.isdecimal() and len(text) <= 18


class RowSelect(AutocompleteSelect):
    """Django's own, which asks the database for whatever the address or the form names as an id.

    `chosen` is the related row that was fetched with the form's own, so that a page of many rows asks for none.
    """

    chosen: models.Model | None = None

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        if self.chosen is None or list(map(str, value)) != [str(self.chosen.pk)]:
            return super().optgroups(name, [one for one in value if is_id(one)], attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = self.choices.field.label_from_instance(self.chosen)
        return [(None, [*options, self.create_option(name, self.chosen.pk, label, True, len(options))], 0)]


def keep_chosen(form: ModelForm) -> None:
    """Tell each select of a form which row its instance holds, if that has been fetched."""
    for field in form.fields.values():
        widget = field.widget
        select = widget.widget if isinstance(widget, RelatedFieldWidgetWrapper) else widget
        if isinstance(select, RowSelect):
            select.chosen = select.field.get_cached_value(form.instance, default=None)


class RowSelectMultiple(AutocompleteSelectMultiple):
    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, [one for one in value if is_id(one)], attr)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return [one[:18] for one in super().value_from_datadict(data, files, name) or []]
