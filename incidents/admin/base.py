"""What every page of the desk shares: one save is one change, and what refuses it is said in a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.contrib.admin.actions import delete_selected as ask_and_delete
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..fields import EDTFField
from ..forms import CurationForm, DateField, LineField, ProseField, RowSelect, RowSelectMultiple, is_id, read_back
from ..models import changing
from ..plaindates import DateRead
from .history import HistoryAdmin
from .lists import ListAdmin

FORM_FIELDS: dict[type[models.Field], dict[str, Any]] = {
    models.CharField: {"form_class": LineField},
    models.SlugField: {},
    models.TextField: {"form_class": ProseField},
    EDTFField: {"form_class": DateField},
}
MOST_REFUSALS = 10  # sentences shown at once
# What to type where the model itself does not say so.
HELP = {
    "membership.incident": gettext_lazy("The timeline. Type a part of its title."),
    "membership.event": gettext_lazy("The event. Type a part of its headline."),
    "entityrole.entity": gettext_lazy("The person, organisation or place. Type a part of a name."),
    "entityalias.language": gettext_lazy("The language of this name, as a code such as en or es; may be empty."),
    "link.from_event": gettext_lazy("The event that the relation begins at. Type a part of its headline."),
    "link.to_event": gettext_lazy("The event that it leads to. Type a part of its headline."),
}


class CurationFields(admin.options.BaseModelAdmin):
    """The fields of forms and of inlines: texts pass the one gate, and related rows are added or looked up there."""

    formfield_overrides = FORM_FIELDS

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and not field.help_text:
            field.help_text = HELP.get(f"{db_field.model._meta.model_name}.{db_field.name}", "")
        widget = getattr(field, "widget", None)
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget.can_delete_related = widget.can_view_related = False
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RowSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RowSelectMultiple(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class CurationInline(CurationFields):
    form = CurationForm
    extra = 0


class CurationAdmin(CurationFields, ListAdmin, HistoryAdmin):
    form = CurationForm
    actions = ("delete_selected",)
    list_per_page = 50
    save_on_top = False

    # --- Saving: settled as one change, before anything says that it was done ---

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        refusal = getattr(request, "refusal", None)
        return type(form.__name__, (form,), {"refusal": refusal}) if refusal else form

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (ValidationError, IntegrityError) as error:
            # The transaction is rolled back; the same form comes again, as it was typed, with the reason above it.
            request.refusal = sentences(error)  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        """Do nothing yet: save_related() saves the row and what belongs to it as one change."""

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        with changing(by=request.user):
            self.before_saving(request, form)
            # What has no history of its own is on record with its row.
            unrecorded = [formset for formset in formsets if not hasattr(formset.model, "history")]
            if form.has_changed() or not change or any(formset.has_changed() for formset in unrecorded):
                super().save_model(request, form.instance, form, change)
            super().save_related(request, form, formsets, change)
            self.within_change(request, form)
        self.tell_dates(request, form)
        self.after_saving(request, form, formsets)

    def before_saving(self, request: HttpRequest, form: ModelForm) -> None:
        """Check, inside the change, what has to hold before anything is written."""

    def within_change(self, request: HttpRequest, form: ModelForm) -> None:
        """Do what belongs to the same change, after the row and its inlines are written."""

    def after_saving(self, request: HttpRequest, form: ModelForm, formsets: Any) -> None:
        """Say what else is worth saying, now that it is stored."""

    def tell_dates(self, request: HttpRequest, form: Any) -> None:
        """Show a date back in words, for those who typed it without the live reading."""
        for name, part in getattr(form, "parts", {}).items():
            value = getattr(form.instance, name, None)
            if value and name in form.changed_data:
                read = form.dates_read.get(name) or DateRead(str(value))
                words = read_back(replace(read, edtf=str(value)), getattr(form.instance, part) if part else "")
                self.message_user(request, _("Saved. The date reads: %(words)s.") % {"words": words})

    # --- Deleting: through the model, as one change; what must stay says why ---

    def why_kept(self, obj: Any) -> str:
        """Say in a sentence why this may not be deleted; empty if it may."""
        return ""

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        obj = self.get_object(request, unquote(object_id))
        if obj is not None and self.has_delete_permission(request, obj) and (reason := self.why_kept(obj)):
            return self.refused(request, obj, [reason])
        try:
            return super().delete_view(request, object_id, extra_context)
        except (ValidationError, IntegrityError) as error:
            return self.refused(request, obj, sentences(error))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        with changing(by=request.user):
            obj.delete()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        with changing(by=request.user):
            for obj in queryset:
                obj.delete()

    @admin.action(permissions=["delete"], description=gettext_lazy("Delete…"))
    def delete_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        """Stand in for Django's own, whose page of asking sends its name back, and which knows no reasons."""
        reasons = [reason for obj in queryset if (reason := self.why_kept(obj))]
        if reasons:
            self.tell_refusals(request, [*reasons[:MOST_REFUSALS], _("Nothing was deleted.")])
            return None
        try:
            with transaction.atomic():
                return ask_and_delete(self, request, queryset)
        except (ValidationError, IntegrityError) as error:
            self.tell_refusals(request, [*sentences(error), _("Nothing was deleted.")])
            return None

    def response_action(
        self, request: HttpRequest, queryset: QuerySet, *args: Any, **kwargs: Any
    ) -> HttpResponse | None:
        """Leave out what cannot be the id of a row, and would end in an error of the database."""
        name = helpers.ACTION_CHECKBOX_NAME
        sent = request.POST.copy()
        sent.setlist(name, [one for one in request.POST.getlist(name) if is_id(one)])
        request.POST = sent  # type: ignore[assignment]
        return super().response_action(request, queryset, *args, **kwargs)

    # --- Answers ---

    def tell_refusals(self, request: HttpRequest, reasons: list[str]) -> None:
        for reason in reasons:
            self.message_user(request, reason, messages.ERROR)

    def refused(self, request: HttpRequest, obj: Any, reasons: list[str]) -> HttpResponse:
        self.tell_refusals(request, reasons)
        return HttpResponseRedirect(self.change_url(obj))

    def missing(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)

    def change_url(self, obj: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[obj.pk])

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        obj = kwargs.get("obj")
        if obj is not None and self.why_kept(obj):
            context["show_delete"] = False
        return super().render_change_form(request, context, *args, **kwargs)


def sentences(error: Exception) -> list[str]:
    """Return what to tell the editor of an error that took a change back."""
    if isinstance(error, ValidationError):
        return list(error.messages)
    if isinstance(error, ProtectedError):
        return [_("Other rows still need it. Remove or change these first.")]
    return [
        _("Nothing was stored: it collides with something that was saved in the meantime. Look again and save anew.")
    ]
