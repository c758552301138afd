"""The matter as a whole: what has a timeline."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ..fields import EDTFField
from ..querysets import IncidentQuerySet
from .base import LANGUAGE_HELP, Recorded
from .changes import changing
from .words import IncidentWords


class Incident(Recorded):
    """A matter told by a timeline of its own."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    title = models.CharField(_("title"), max_length=200, help_text=_("What readers see above the timeline."))
    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        help_text=_("Its part of the web address. When it is changed, the old address leads to the new one."),
    )
    summary = models.TextField(
        _("summary"),
        max_length=5000,
        blank=True,
        help_text=_("One or two paragraphs in Markdown: what happened, and what is not known."),
    )
    language = models.CharField(_("language"), max_length=16, default="en", help_text=LANGUAGE_HELP)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT, editable=False)
    withdrawn_reason = models.CharField(_("public reason"), max_length=500, blank=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)
    events = models.ManyToManyField("Event", through="Membership", related_name="incidents")
    told = models.PositiveIntegerField(_("public events"), default=0, editable=False)
    told_from = EDTFField(editable=False)
    told_until = EDTFField(editable=False)

    SETTLED = frozenset({"told", "told_from", "told_until"})

    objects = IncidentQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("incident")
        verbose_name_plural = _("incidents")
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("draft", "published", "withdrawn")), name="incident_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdrawn_reason=""), name="incident_withdrawn_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("incident", args=[self.slug])

    @property
    def words(self) -> IncidentWords:
        """Its words in the language at hand."""
        return IncidentWords.of(self)

    def clean(self) -> None:
        if OldSlug.objects.filter(slug=self.slug).exclude(incident=self.pk).exists():
            raise ValidationError(
                {"slug": _("Links to another timeline go by this address, which it had before. Choose another one.")}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        with changing():
            before = Incident.objects.filter(pk=self.pk).values_list("slug", flat=True).first() if self.pk else None
            super().save(*args, **kwargs)
            OldSlug.objects.filter(slug=self.slug, incident=self).delete()
            if before and before != self.slug and self.state != self.State.DRAFT:
                OldSlug.objects.update_or_create(slug=before, defaults={"incident": self})

    def shown_incidents(self) -> Iterable[int]:
        return [self.pk] if self.pk else ()

    def publish(self, *, by: Any) -> None:
        with changing(by=by):
            self.state, self.withdrawn_reason = self.State.PUBLISHED, ""
            self.save()

    def withdraw(self, *, by: Any, reason: str) -> None:
        """Take it off the site. Its address answers 410 with the reason, which is public."""
        if not reason.strip():
            raise ValidationError(_("Say in a sentence why it is withdrawn: readers who come back are shown it."))
        if self.state != self.State.PUBLISHED:
            raise ValidationError(
                _("“%(incident)s” is not public, so that there is nothing to withdraw.") % {"incident": self.title}
            )
        with changing(by=by):
            self.state, self.withdrawn_reason = self.State.WITHDRAWN, reason.strip()
            self.save()


class OldSlug(models.Model):
    """An address that an incident had before, kept so that links to it still lead there."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="old_slugs")
    slug = models.SlugField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.slug
