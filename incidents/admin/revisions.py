"""Saving against the revision that was seen: events, citations and links, incidents, sources, entities and tags."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import unquote
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from ..forms import Subject, last_record, revision_of, subject_of
from ..models import Citation, Event, Incident, Link
from .base import CurationAdmin
from .conflicts import button_pressed, differences, sent_again


class Conflict(Exception):
    """It has been changed since the editor loaded it."""


def claim(row: Subject | Citation, seen: int | None) -> None:
    """Take it for this change if it is still at the revision that was seen; raises Conflict if not.

    An event is taken by an UPDATE with the revision in its condition: the database compares and takes the row in
    one step, and settling the change then sets the next revision. All else is compared: changes take turns.
    """
    subject = subject_of(row)
    if isinstance(subject, Event):
        current = seen is not None and Event.objects.filter(pk=subject.pk, revision=seen).update(revision=seen)
    else:
        current = seen == revision_of(subject)
    if not current:
        raise Conflict


def seen_revision(request: HttpRequest) -> int | None:
    """Return the revision that the form was loaded with."""
    text = request.POST.get("revision", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def is_public(subject: Subject) -> bool:
    """Whether readers see it as soon as it is saved."""
    if isinstance(subject, Link):
        return all(event.state == Event.State.PUBLISHED for event in (subject.from_event, subject.to_event))
    if isinstance(subject, Event | Incident):
        return subject.state == "published"
    return type(subject).objects.published().filter(pk=subject.pk).exists()


class RevisionAdmin(CurationAdmin):
    """The second of two editors sees both versions, and nothing is overwritten silently."""

    def before_saving(self, request: HttpRequest, form: ModelForm) -> None:
        super().before_saving(request, form)
        if form.instance.pk:
            claim(form.instance, seen_revision(request))

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        row = self.get_object(request, unquote(object_id)) if object_id and request.method == "POST" else None
        if object_id is None or row is None or not self.has_change_permission(request, row):
            return super().changeform_view(request, object_id, form_url, extra_context)
        if seen_revision(request) != revision_of(row):
            return self.conflict_page(request, row)
        if "_edit_on" in request.POST:
            request.refusal = [_("Nothing is stored yet. This is what you typed; go on, and save when it is right.")]  # type: ignore[attr-defined]
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Conflict:
            now = self.get_object(request, unquote(object_id))
            return self.conflict_page(request, now) if now else self.missing(request, object_id)

    def conflict_page(self, request: HttpRequest, row: Subject | Citation) -> HttpResponse:
        """Show what is stored beside what was typed; nothing of the latter is stored."""
        form = self.get_form(request, row, change=True)(request.POST, instance=row)
        formsets, _inlines = self._create_formsets(request, row, change=True)
        subject = subject_of(row)
        return TemplateResponse(
            request,
            "admin/incidents/conflict.html",
            {
                **self.admin_site.each_context(request),
                "title": _("Somebody else saved this meanwhile"),
                "opts": self.opts,
                "row": row,
                "subject": subject,
                "public": is_public(subject),
                "last": last_record(subject),
                "differences": differences(row, form, formsets),
                "fields": sent_again(request.POST, formsets, revision_of(row)),
                "button": button_pressed(request.POST),
                "theirs": self.change_url(row),
            },
            status=409,
        )
