"""Sources, and what was read of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ..cleaning import canonical_url, clean_url, fold
from ..fields import EDTFField
from ..languages import told
from ..querysets import SourceQuerySet
from ..temporal.edtf import reference_day
from .base import LANGUAGE_HELP, Recorded, public_id_field
from .changes import changing


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def text_hash(text: str) -> str:
    """Hash a text by its words alone, so that line breaks, case and accents make no other text."""
    return sha256(" ".join(fold(text).split()))


def url_key(url: str) -> str:
    """Return what two spellings of one address have in common, hashed; empty for no address."""
    return sha256(canonical_url(url)) if url else ""


LINKED = ("link__from_event", "link__to_event")  # of a citation


class Source(Recorded):
    """One report at one publisher."""

    class CopyState(models.TextChoices):
        NONE = "", _("A report of its own")
        PROPOSED = "proposed", _("Seems to repeat another report")
        CONFIRMED = "confirmed", _("Repeats another report")
        REJECTED = "rejected", _("Not a copy, although the texts are alike")

    class Genre(models.TextChoices):
        """What relative dates in a report count from; the values are those that the tagger knows."""

        UNSAID = "", _("not said: proposed from the text when it is imported")
        NEWS = "news", _("the day of the report (news)")
        NARRATIVE = "narrative", _("the last date named in the text (history)")

    public_id = public_id_field()
    title = models.CharField(
        _("title"), max_length=500, help_text=_("The report's headline, as its publisher wrote it.")
    )
    publisher = models.CharField(
        _("publisher"), max_length=200, blank=True, help_text=_("Who published it, such as a newspaper or an agency.")
    )
    authors = models.CharField(
        _("authors"), max_length=500, blank=True, help_text=_("Names as printed, separated by semicolons.")
    )
    url = models.CharField(
        _("address"),
        max_length=2000,
        blank=True,
        help_text=_("Where it can be read. Leave it empty where no address is known: a source may lack one."),
    )
    url_key = models.CharField(max_length=64, blank=True, editable=False)
    published = EDTFField(
        _("published"),
        bounds=("published_earliest", "published_latest"),
        help_text=_(
            "The date printed on the report, in words or as EDTF. Relative dates such as “last week” are counted "
            "from it. Never the day it was found or fetched."
        ),
    )
    published_earliest = models.BigIntegerField(null=True, editable=False)
    published_latest = models.BigIntegerField(null=True, editable=False)
    published_from = models.CharField(
        _("where the date was found"),
        max_length=100,
        blank=True,
        help_text=_("Where the publication date was read: in the page's data, in its first words, or given by hand."),
    )
    genre = models.CharField(
        _("dates count from"),
        max_length=10,
        blank=True,
        choices=Genre,
        default=Genre.UNSAID,
        help_text=_(
            "What “Tuesday” and “the following week” are counted from. The review page reads the open proposals "
            "again when this is changed there."
        ),
    )
    language = models.CharField(_("language"), max_length=16, blank=True, help_text=LANGUAGE_HELP)
    credit = models.CharField(
        _("credit line"),
        max_length=100,
        blank=True,
        help_text=_("The agency whose text it carries, such as AP, EFE or Reuters."),
    )
    copy_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="copies",
        verbose_name=_("copy of"),
        help_text=_("The report whose text this one repeats. Copies count as one origin."),
    )
    copy_state = models.CharField(
        _("is it a copy?"), max_length=10, choices=CopyState, blank=True, default=CopyState.NONE
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = SourceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["-published_earliest", "title"]
        constraints = [
            models.UniqueConstraint(fields=["url_key"], condition=~Q(url_key=""), name="source_address_once"),
            models.CheckConstraint(
                condition=(Q(published="") & Q(published_earliest__isnull=True))
                | (~Q(published="") & Q(published_earliest__isnull=False, published_latest__isnull=False)),
                name="source_published_has_bounds",
            ),
            models.CheckConstraint(
                condition=Q(copy_of__isnull=True, copy_state="")
                | Q(copy_of__isnull=False, copy_state__in=("proposed", "confirmed", "rejected")),
                name="source_copy_has_state",
            ),
            models.CheckConstraint(condition=~Q(copy_of=models.F("id")), name="source_no_copy_of_itself"),
            models.CheckConstraint(condition=Q(genre__in=("", "news", "narrative")), name="source_genre_known"),
        ]
        indexes = [
            # The admin's list and the source list of a page, newest first.
            models.Index(fields=["-published_earliest"], name="source_by_published"),
            # Imports of files look for what has no address by its title.
            models.Index(fields=["title"], name="source_without_address", condition=Q(url_key="")),
        ]

    def __str__(self) -> str:
        return f"{self.publisher}: {self.title}" if self.publisher else self.title

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.public_id])

    def clean(self) -> None:
        if self.url:
            try:
                self.url = clean_url(self.url)
            except ValueError as error:
                raise ValidationError({"url": told(error)}) from error
            twin = Source.objects.filter(url_key=url_key(self.url)).exclude(Q(pk=self.pk) | Q(url_key="")).first()
            if twin:
                raise ValidationError({"url": _("This address is already that of the source “%s”.") % twin})
        if self.copy_of_id and not self.copy_state:
            self.copy_state = self.CopyState.CONFIRMED
        if not self.copy_of_id:
            self.copy_state = self.CopyState.NONE
        self.refuse_circle()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.url_key = url_key(self.url)
        if self.copy_state != self.CopyState.CONFIRMED:
            super().save(*args, **kwargs)
            return
        with changing():
            self.refuse_circle()
            self.copy_of_id = self.copy_of.origin_id  # copies of copies are copies of the first
            super().save(*args, **kwargs)
            for copy in self.copies.filter(copy_state=self.CopyState.CONFIRMED):
                copy.save()

    def refuse_circle(self) -> None:
        if self.copy_state == self.CopyState.CONFIRMED and self.pk and self.copy_of.origin_id == self.pk:
            raise ValidationError(
                {
                    "copy_of": _("“%(source)s” is itself a copy of this one. Only one of them can be the first.")
                    % {"source": self.copy_of}
                }
            )

    def shown_events(self) -> Iterable[int]:
        if not self.pk:
            return ()
        cited = {pk for pk in self.citations.values_list("event_id", flat=True) if pk}
        links = {citation.link for citation in self.citations.filter(event=None).select_related(*LINKED)}
        return cited.union(*(link.told_events() for link in links))

    @property
    def day(self) -> date | None:
        """The day that its relative dates are counted from; None where that of its publication is not known."""
        return reference_day(str(self.published or ""))

    @property
    def origin_id(self) -> int:
        """The source that stands for this one when origins are counted: itself, or the report it repeats."""
        return self.copy_of_id if self.copy_of_id and self.copy_state == self.CopyState.CONFIRMED else self.pk


class CaptureQuerySet(models.QuerySet):
    def latest_of(self, source: Source) -> Self:
        return self.filter(source=source).order_by("-retrieved", "-pk")


class Capture(Recorded):
    """One reading of a source. Its text is other people's work: private, and never overwritten by a later one."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="captures", verbose_name=_("source"))
    retrieved = models.DateTimeField(_("read on"), default=timezone.now)
    text = models.TextField(_("cleaned text"), blank=True)
    text_hash = models.CharField(max_length=64, editable=False, db_index=True)
    http_status = models.PositiveSmallIntegerField(_("HTTP status"), null=True, blank=True)
    archived_url = models.CharField(_("archived copy"), max_length=2000, blank=True)
    taken_down_at = models.DateTimeField(_("text taken down"), null=True, blank=True, editable=False)

    objects = CaptureQuerySet.as_manager()

    class Meta:
        verbose_name = _("capture")
        verbose_name_plural = _("captures")
        constraints = [
            models.UniqueConstraint(fields=["source", "text_hash"], name="capture_text_once_a_source"),
            models.CheckConstraint(
                condition=Q(taken_down_at__isnull=True) | Q(text=""), name="capture_taken_down_has_no_text"
            ),
        ]

    def __str__(self) -> str:
        return _("%(source)s, read on %(day)s") % {"source": self.source, "day": self.retrieved.date().isoformat()}

    def shown_events(self) -> Iterable[int]:
        return self.quotes.values_list("citation__event_id", flat=True) if self.pk else ()

    def take_down(self) -> None:
        """Remove the text and keep its hash, so that the record of the reading stays.

        With it goes what imports took of it, but for the quotations of events that are written or were public.
        """
        with changing():
            for row in self.source.batches.filter(options__capture=self.pk):
                row.rows.update(draft={})
            kept = ("draft", "published", "withdrawn")
            for quote in self.quotes.filter(citation__event__isnull=False).exclude(citation__event__state__in=kept):
                quote.delete()
            self.text, self.taken_down_at = "", timezone.now()
            self.save(update_fields=["text", "taken_down_at"])
