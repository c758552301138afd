"""Feeds that are asked for what is new: given here, and how it goes with each."""

from __future__ import annotations

import time
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..importing import claim, poll
from ..models import FeedSubscription
from .base import CurationAdmin

SECONDS = 20.0  # of asking that one request does; the others are asked by the next run of `fetch_feeds`
ANEW = {"etag": "", "last_modified": "", "digest": "", "failures": 0, "error": "", "moved_from": ""}


@admin.register(FeedSubscription)
class FeedSubscriptionAdmin(CurationAdmin):
    list_display = ("__str__", "standing", "incident", "read_at", "due_at")
    list_filter = ("paused", "incident")
    list_select_related = ("incident",)
    search_fields = ("title", "address", "incident__title")
    search_help_text = gettext_lazy("A part of the title, of the address, or of the incident.")
    ordering = ("title", "address")
    autocomplete_fields = ("incident",)
    fields = (
        *("address", "incident", "title", "every", "paused"),
        *("state", "read_at", "polled_at", "due_at", "last_error", "moved_from", "last_import"),
    )
    readonly_fields = ("state", "read_at", "polled_at", "due_at", "last_error", "moved_from", "last_import")
    actions = ("poll_now", "pause", "go_on", "delete_selected")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return self.readonly_fields if obj else ()

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return self.fields if obj else self.fields[:5]

    def before_saving(self, request: HttpRequest, form: ModelForm) -> None:
        """Ask a feed with another address, or one that is no longer paused, anew and at once."""
        feed = form.instance
        if not feed.pk:
            feed.by = request.user
        if {"address", "paused"} & set(form.changed_data) and not feed.paused:
            feed.due_at = timezone.now()
            for name, value in ANEW.items() if "address" in form.changed_data else ():
                setattr(feed, name, value)

    @admin.display(description=gettext_lazy("state"), ordering="failures")
    def state(self, feed: FeedSubscription) -> str:
        return feed.words

    @admin.display(description=gettext_lazy("state"), ordering="failures")
    def standing(self, feed: FeedSubscription) -> str:
        return f"{feed.words}: {self.last_error(feed)}" if feed.error else feed.words

    @admin.display(description=gettext_lazy("last error"))
    def last_error(self, feed: FeedSubscription) -> str:
        if not feed.error:
            return "–"
        times = ngettext("once", "%(n)d times in a row", feed.failures) % {"n": feed.failures}
        return f"{feed.trouble} ({times})"

    @admin.display(description=gettext_lazy("last import"))
    def last_import(self, feed: FeedSubscription) -> SafeString | str:
        if not feed.batch:
            return "–"
        address = reverse("admin:incidents_import_batch", args=[feed.batch.pk])
        return format_html('<a href="{}">{}</a>', address, _("what it brought, and what it would change"))

    # --- Actions ---

    @admin.action(permissions=["change"], description=gettext_lazy("Poll now"))
    def poll_now(self, request: HttpRequest, queryset: QuerySet[FeedSubscription]) -> None:
        until, left = time.monotonic() + SECONDS, 0
        for feed in queryset:
            if time.monotonic() >= until:
                left += FeedSubscription.objects.filter(pk=feed.pk, paused=False).update(due_at=timezone.now())
            elif not claim(feed, due_only=False):
                self.message_user(request, _("%(feed)s is being asked by another run.") % {"feed": feed})
            else:
                polled = poll(feed)
                said = polled.error or polled.told or _("nothing new")
                self.message_user(request, f"{feed}: {said}", messages.ERROR if polled.error else messages.SUCCESS)
        if left:
            said = ngettext(
                "%(n)d feed takes its turn with the next run of fetch_feeds: this one took long.",
                "%(n)d feeds take their turn with the next run of fetch_feeds: this one took long.",
                left,
            )
            self.message_user(request, said % {"n": left})

    @admin.action(permissions=["change"], description=gettext_lazy("Pause"))
    def pause(self, request: HttpRequest, queryset: QuerySet[FeedSubscription]) -> None:
        self.message_user(request, _("Paused: %(n)d.") % {"n": queryset.update(paused=True)})

    @admin.action(permissions=["change"], description=gettext_lazy("Go on, at once"))
    def go_on(self, request: HttpRequest, queryset: QuerySet[FeedSubscription]) -> None:
        number = queryset.update(paused=False, due_at=timezone.now())
        self.message_user(request, _("To be asked with the next run of fetch_feeds: %(n)d.") % {"n": number})
