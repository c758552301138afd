"""Feeds that are asked for what is new, and how the last asking went."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ..cleaning import UnusableText, clean_url
from ..languages import told
from ..sentences import kept_in
from .imports import ImportBatch
from .incidents import Incident

CLAIMED = timedelta(minutes=10)  # a process that was killed keeps a feed no longer
LEAST, MOST = 5, 7 * 24 * 60  # minutes
MAX_ADDRESS = 800  # characters: it stands in an index


class FeedQuerySet(models.QuerySet):
    def due(self, now: datetime) -> Self:
        """Those to be asked now, the longest due first."""
        return self.unclaimed(now).filter(paused=False, due_at__lte=now).order_by("due_at", "pk")

    def unclaimed(self, now: datetime) -> Self:
        """Those that no process is asking at the moment."""
        return self.filter(Q(claimed_until=None) | Q(claimed_until__lte=now))


class FeedSubscription(models.Model):
    """An RSS, Atom or JSON feed whose items become sources and proposals of an incident."""

    address = models.CharField(
        _("address"),
        max_length=MAX_ADDRESS,
        help_text=_("Of the feed itself (RSS, Atom or JSON Feed), not of the page that links to it."),
    )
    incident = models.ForeignKey(
        Incident,
        on_delete=models.CASCADE,
        related_name="feeds",
        verbose_name=_("incident"),
        help_text=_("The timeline that its items are proposed for."),
    )
    title = models.CharField(
        _("title"), max_length=200, blank=True, help_text=_("Your name for it; empty for the one it gives itself.")
    )
    every = models.PositiveIntegerField(
        _("minutes between two times"),
        default=60,
        help_text=_("At least 5. After a failure the pause doubles each time, up to a day."),
    )
    paused = models.BooleanField(
        _("paused"),
        default=False,
        help_text=_("Tick this to leave it alone. A feed that is gone for good pauses itself."),
    )
    etag = models.CharField(max_length=500, blank=True, editable=False)
    last_modified = models.CharField(max_length=500, blank=True, editable=False)
    digest = models.CharField(max_length=64, blank=True, editable=False)  # of what was read last
    due_at = models.DateTimeField(_("next"), default=timezone.now, editable=False)
    polled_at = models.DateTimeField(_("last asked"), null=True, editable=False)
    read_at = models.DateTimeField(_("last read"), null=True, editable=False)
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0, editable=False)
    error = models.CharField(_("last error"), max_length=2000, blank=True, editable=False)
    moved_from = models.CharField(_("moved here from"), max_length=MAX_ADDRESS, blank=True, editable=False)
    claimed_until = models.DateTimeField(null=True, editable=False)
    batch = models.ForeignKey(
        ImportBatch,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="feeds",
        verbose_name=_("last import"),
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, verbose_name=_("by")
    )

    objects = FeedQuerySet.as_manager()
    history = HistoricalRecords(  # of what editors decide, not of each asking
        excluded_fields=[
            *("etag", "last_modified", "digest", "due_at", "polled_at", "read_at"),
            *("failures", "error", "claimed_until", "batch"),
        ]
    )

    class Meta:
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")
        ordering = ["incident", "title", "address"]
        constraints = [
            models.UniqueConstraint(fields=["incident", "address"], name="feed_once_an_incident"),
            models.CheckConstraint(condition=~Q(address=""), name="feed_has_address"),
            models.CheckConstraint(condition=Q(every__gte=LEAST, every__lte=MOST), name="feed_pause_within_bounds"),
            models.CheckConstraint(
                condition=Q(failures=0, error="") | (Q(failures__gt=0) & ~Q(error="")), name="feed_failure_says_why"
            ),
            models.CheckConstraint(
                condition=Q(read_at=None) | Q(polled_at__isnull=False, polled_at__gte=F("read_at")),
                name="feed_read_when_asked",
            ),
        ]
        indexes = [
            # due(): what is to be asked now.
            models.Index(fields=["due_at"], name="feed_by_due", condition=Q(paused=False)),
        ]

    def __str__(self) -> str:
        return self.title or self.address

    def clean(self) -> None:
        try:
            self.address = clean_url(self.address)
        except UnusableText as error:
            raise ValidationError({"address": told(error)}) from error
        if not LEAST <= (self.every or 0) <= MOST:
            raise ValidationError({"every": _("Give a number of minutes from 5 to 10,080, which is a week.")})

    @property
    def trouble(self) -> str:
        """Why it could not be read the last time, in the language at hand."""
        return kept_in(self.error).worded(gettext) if self.error else ""

    @property
    def words(self) -> str:
        """How it stands with it, in a word or two."""
        if self.paused:
            return str(_("paused"))
        if self.failures:
            return str(_("failing"))
        return str(_("read") if self.read_at else _("not asked yet"))
