"""Runs of an import and the records in them: uploaded, staged and checked first, applied afterwards, resumable."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .events import Event
from .incidents import Incident
from .sources import Source


class ImportBatch(models.Model):
    """One run of an import into one incident: of a report, or of a file of records."""

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("uploaded")  # nobody has confirmed yet what its columns mean
        STAGING = "staging", _("being read")
        CHECKING = "checking", _("being checked")
        STAGED = "staged", _("checked")  # waits for an editor
        APPLYING = "applying", _("being applied")
        PAUSED = "paused", _("paused")
        STOPPED = "stopped", _("stopped")
        FAILED = "failed", _("could not be read")
        DONE = "done", _("done")

    class Mode(models.TextChoices):
        PROPOSED = "proposed", _("as proposals to review")
        DRAFT = "draft", _("as drafts")
        PUBLISHED = "published", _("published, where a record has a source and a date")

    # Empty where the file says of each record which incident it belongs to.
    incident = models.ForeignKey(
        Incident, on_delete=models.CASCADE, null=True, related_name="batches", verbose_name=_("incident")
    )
    format = models.CharField(_("format"), max_length=30)
    name = models.CharField(_("file or address"), max_length=2000, blank=True)
    digest = models.CharField(_("hash of the content"), max_length=64, blank=True)
    source = models.ForeignKey(
        Source, on_delete=models.SET_NULL, null=True, blank=True, related_name="batches", verbose_name=_("source")
    )
    options = models.JSONField(_("options"), default=dict, blank=True)
    mapping = models.JSONField(_("columns"), default=dict, blank=True)
    survey = models.JSONField(_("what the file holds"), default=dict, blank=True)
    mode = models.CharField(_("what becomes of its records"), max_length=10, choices=Mode, default=Mode.PROPOSED)
    choices = models.JSONField(_("what is done about findings"), default=dict, blank=True)  # action by code
    findings = models.JSONField(_("findings of the file"), default=list, blank=True)
    tally = models.JSONField(_("counts of the check"), default=dict, blank=True)
    message = models.TextField(_("why it could not be read"), max_length=2000, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.STAGED)
    items_read = models.PositiveBigIntegerField(_("items read"), default=0)  # rows, and what speaks of the whole file
    total = models.PositiveBigIntegerField(_("rows staged"), default=0)
    cursor = models.PositiveBigIntegerField(_("rows applied"), default=0)
    has_links = models.BooleanField(default=False, editable=False)
    linked = models.PositiveBigIntegerField(_("rows linked"), default=0)
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
            models.CheckConstraint(condition=Q(linked__lte=F("cursor")), name="batch_links_what_is_applied"),
            models.CheckConstraint(
                condition=Q(
                    state__in=(
                        *("uploaded", "staging", "checking", "staged"),
                        *("applying", "paused", "stopped", "failed", "done"),
                    )
                ),
                name="batch_state_known",
            ),
            models.CheckConstraint(condition=Q(mode__in=("proposed", "draft", "published")), name="batch_mode_known"),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(finished_at__isnull=False), name="batch_done_says_when"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name or self.source} → {self.incident or _('the incidents that it names')}"


class ImportFile(models.Model):
    """An uploaded file, kept where every app server reaches it, until its import is done or given up."""

    batch = models.OneToOneField(ImportBatch, on_delete=models.CASCADE, primary_key=True, related_name="file")
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.name


class ImportChunk(models.Model):
    """A piece of an uploaded file: all are PIECE bytes long but the last."""

    PIECE = 1_000_000

    file = models.ForeignKey(ImportFile, on_delete=models.CASCADE, related_name="chunks", db_index=False)
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        ordering = ["file", "number"]
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="chunk_once_a_file")]

    def __str__(self) -> str:
        return f"{self.file_id}/{self.number}"


class ImportMapping(models.Model):
    """Which column fills which field, kept under a name for the next file of the same kind."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    format = models.CharField(_("format"), max_length=30)
    mapping = models.JSONField(_("columns"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, verbose_name=_("by")
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("saved mapping")
        verbose_name_plural = _("saved mappings")
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="mapping_has_name")]

    def __str__(self) -> str:
        return self.name


class ImportRow(models.Model):
    """One record of an import, as a draft in JSON, with what an import would do with it and what became of it."""

    class Outcome(models.TextChoices):
        STAGED = "staged", _("staged")
        CREATED = "created", _("new")
        UPDATED = "updated", _("updated")
        UNCHANGED = "unchanged", _("already there")
        DISMISSED = "dismissed", _("dismissed before")
        MERGED = "merged", _("merged")
        LEFT_OUT = "left-out", _("left out")
        REFUSED = "refused", _("refused")

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows", db_index=False)
    number = models.PositiveBigIntegerField(_("row"))
    import_ref = models.CharField(max_length=64, blank=True)
    draft = models.JSONField(_("draft"))  # without what may differ although the record is the same: place, findings
    place = models.CharField(_("file of the archive"), max_length=255, blank=True)
    line = models.PositiveBigIntegerField(_("line"), null=True, blank=True)  # as a person counts in the file
    likeness = models.BigIntegerField(null=True, blank=True)  # of the date and the words of the headline
    planned = models.CharField(_("would be"), max_length=10, choices=Outcome, default=Outcome.CREATED)
    salience = models.FloatField(null=True, editable=False)  # how likely it belongs on a timeline, 0 to 1
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, default=Outcome.STAGED)
    findings = models.JSONField(_("findings"), default=list, blank=True)
    changes = models.JSONField(_("changes"), default=dict, blank=True)  # field -> [before, after]
    event = models.ForeignKey(
        Event, on_delete=models.SET_NULL, null=True, blank=True, related_name="import_rows", db_index=False
    )

    class Meta:
        verbose_name = _("imported record")
        verbose_name_plural = _("imported records")
        ordering = ["batch", "number"]
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="row_once_a_batch")]
        indexes = [
            # What an earlier run made of the same record.
            models.Index(fields=["import_ref"], name="row_by_ref"),
            # What an event came from; and what to clear where an event is deleted.
            models.Index(fields=["event"], name="row_by_event", condition=Q(event__isnull=False)),
            # The same day and the same words: within a file, and as an event that is there.
            models.Index(fields=["batch", "likeness"], name="row_by_likeness", condition=Q(likeness__isnull=False)),
            # Lists of a check and of a report. What is usual is not in them: it is found without.
            models.Index(fields=["batch", "planned", "number"], name="row_by_plan", condition=~Q(planned="created")),
            models.Index(fields=["batch", "outcome", "number"], name="row_by_outcome", condition=~Q(outcome="staged")),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}/{self.number}"


class RowFinding(models.Model):
    """That a row has a finding of this code: what counts and lists of findings are made from."""

    row = models.ForeignKey(ImportRow, on_delete=models.CASCADE, related_name="found")
    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="found", db_index=False)
    number = models.PositiveBigIntegerField()  # of the row
    code = models.CharField(max_length=40)
    level = models.CharField(max_length=10)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "code", "number"], name="finding_once_a_row")]

    def __str__(self) -> str:
        return f"{self.code}: {self.batch_id}/{self.number}"
