"""Runs of an import and the records in them: staged first, applied afterwards, resumable."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .events import Event, Incident
from .sources import Source


class ImportBatch(models.Model):
    """One run of an import into one incident: of a report, or of a file of records."""

    class State(models.TextChoices):
        STAGED = "staged", _("staged")
        APPLYING = "applying", _("being applied")
        PAUSED = "paused", _("paused")
        STOPPED = "stopped", _("stopped")
        DONE = "done", _("done")

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="batches", verbose_name=_("incident"))
    format = models.CharField(_("format"), max_length=30)
    name = models.CharField(_("file or address"), max_length=2000, blank=True)
    digest = models.CharField(_("hash of the content"), max_length=64, blank=True)
    source = models.ForeignKey(
        Source, on_delete=models.SET_NULL, null=True, blank=True, related_name="batches", verbose_name=_("source")
    )
    options = models.JSONField(_("options"), default=dict, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.STAGED)
    cursor = models.PositiveBigIntegerField(_("rows applied"), default=0)
    total = models.PositiveBigIntegerField(_("rows staged"), default=0)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, verbose_name=_("by")
    )
    created_at = models.DateTimeField(_("started"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(condition=Q(cursor__lte=F("total")), name="batch_cursor_within_total"),
        ]

    def __str__(self) -> str:
        return f"{self.name or self.source} → {self.incident}"


class ImportRow(models.Model):
    """One record of an import, as a draft in JSON, with what became of it."""

    class Outcome(models.TextChoices):
        STAGED = "staged", _("staged")
        CREATED = "created", _("proposed")
        UPDATED = "updated", _("updated")
        UNCHANGED = "unchanged", _("already there")
        DISMISSED = "dismissed", _("dismissed before")
        REFUSED = "refused", _("refused")

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveBigIntegerField(_("row"))
    import_ref = models.CharField(max_length=64, blank=True)
    draft = models.JSONField(_("draft"))
    salience = models.FloatField(null=True, editable=False)  # how likely it belongs on a timeline, 0 to 1
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, default=Outcome.STAGED)
    findings = models.JSONField(_("findings"), default=list, blank=True)
    event = models.ForeignKey(Event, on_delete=models.SET_NULL, null=True, blank=True, related_name="import_rows")

    class Meta:
        verbose_name = _("imported record")
        verbose_name_plural = _("imported records")
        ordering = ["batch", "number"]
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="row_once_a_batch")]
        indexes = [
            # What an earlier run made of the same record.
            models.Index(fields=["import_ref"], name="row_by_ref"),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}/{self.number}"
