"""A column for a date as sources give it: EDTF text, with its bounds kept in step beside it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from .languages import told
from .temporal.edtf import EDTF, MAX_LENGTH, EDTFError, narrow


class EDTFAttribute(DeferredAttribute):
    """Read an EDTF value or None; take text as well, so that no unread date ever sits on a model."""

    def __get__(self, instance: Any, cls: type | None = None) -> Any:
        if instance is not None and self.field.attname in instance.__dict__:
            return instance.__dict__[self.field.attname]
        return super().__get__(instance, cls)

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = self.field.as_value(value)


class EDTFField(models.Field):
    """An EDTF date (ISO 8601-2) as text; "no date" is the empty string in the column and None in Python.

    `bounds` names two nullable BigIntegerFields, declared after this field, that get the value's earliest and
    latest second (signed, from 1970, UTC) whenever a row is saved.
    """

    description = _("A date as EDTF")
    descriptor_class = EDTFAttribute

    def __init__(self, *args: Any, bounds: tuple[str, str] | None = None, **kwargs: Any) -> None:
        self.bounds = tuple(bounds) if bounds else None
        kwargs.setdefault("max_length", MAX_LENGTH)
        kwargs.setdefault("default", "")
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, kwargs = super().deconstruct()
        if self.bounds:
            kwargs["bounds"] = self.bounds
        return name, path, args, kwargs

    def get_internal_type(self) -> str:
        return "CharField"

    def as_value(self, value: Any) -> Any:
        """Return an EDTF value or None; pass database expressions on; raise EDTFError for what is no date."""
        if value is None or value == "":
            return None
        if isinstance(value, EDTF) or hasattr(value, "resolve_expression"):
            return value
        return EDTF.parse(str(value))

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> EDTF | None:
        return self.as_value(value)

    def to_python(self, value: Any) -> Any:
        try:
            return self.as_value(value)
        except EDTFError as error:
            raise ValidationError(told(error), code="edtf") from error

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return value if hasattr(value, "resolve_expression") else str(self.as_value(value) or "")

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = getattr(model_instance, self.attname)
        if self.bounds:
            earliest, latest = self.bounds
            setattr(model_instance, earliest, value.earliest if value else None)
            setattr(model_instance, latest, value.latest if value else None)
        return value

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj) or "")

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": forms.CharField, "max_length": self.max_length, **kwargs})

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        if value is None and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")
        if value is not None:
            super().validate(value, model_instance)


class PositionField(models.BigIntegerField):
    """Where a date stands in order: the first second of the part of it that is meant; null without a date.

    `date` and `part` name the fields that it follows, whenever a row is saved, in bulk too.
    """

    def __init__(self, *args: Any, date: str = "date", part: str = "part", **kwargs: Any) -> None:
        self.date, self.part = date, part
        super().__init__(*args, **kwargs | {"null": True, "editable": False})

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"date": self.date, "part": self.part}

    def pre_save(self, model_instance: models.Model, add: bool) -> int | None:
        value = getattr(model_instance, self.date)
        position = narrow(value, getattr(model_instance, self.part))[0] if value else None
        setattr(model_instance, self.attname, position)
        return position
