"""What sources say of events, and in which words."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ..fields import EDTFField
from ..querysets import CitationQuerySet
from .base import Recorded
from .sources import Capture, Source


class Citation(Recorded):
    """What one source says of one event, or of one link between events."""

    class Stance(models.TextChoices):
        SUPPORTS = "supports", _("supports")
        DISPUTES = "disputes", _("disputes")

    class About(models.TextChoices):
        ALL = "all", _("the whole of it")
        DATE = "date", _("its date")
        PASSAGE = "passage", _("a passage of the text")

    event = models.ForeignKey(
        "incidents.Event",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("event"),
    )
    link = models.ForeignKey(
        "incidents.Link",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("link"),
    )
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        related_name="citations",
        verbose_name=_("source"),
        help_text=_("The report. Type a part of its title or publisher."),
    )
    stance = models.CharField(
        _("stance"),
        max_length=10,
        choices=Stance,
        default=Stance.SUPPORTS,
        help_text=_("Whether the source supports what the event says, or says otherwise."),
    )
    about = models.CharField(_("speaks to"), max_length=10, choices=About, default=About.ALL)
    passage = models.CharField(
        _("passage"), max_length=500, blank=True, help_text=_("The words of the event's text that it speaks to.")
    )
    locator = models.CharField(
        _("locator"), max_length=100, blank=True, help_text=_("Where in the source: a page, a paragraph, a timecode.")
    )
    date_words = models.CharField(
        _("date, in the source's words"), max_length=200, blank=True, help_text=_("Such as “at the end of last week”.")
    )
    date = EDTFField(_("date as this source gives it"), help_text=_("In words or as EDTF; may be empty."))
    date_part = models.CharField(
        _("part of that date"),
        max_length=5,
        blank=True,
        choices=[("start", _("early")), ("mid", _("in the middle")), ("end", _("late"))],
    )
    date_reference = models.CharField(
        _("counted from"), max_length=40, blank=True, help_text=_("The date that relative words were counted from.")
    )
    date_rule = models.CharField(_("rule"), max_length=60, blank=True, help_text=_("How the words were read."))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = CitationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(event__isnull=False, link__isnull=True) | Q(event__isnull=True, link__isnull=False),
                name="citation_of_event_or_link",
            ),
            models.UniqueConstraint(
                fields=["event", "source", "stance", "about", "passage"], name="citation_once_an_event"
            ),
            models.UniqueConstraint(fields=["link", "source", "stance"], name="citation_once_a_link"),
            models.CheckConstraint(
                condition=Q(about="passage") | Q(passage=""), name="citation_passage_only_where_about_it"
            ),
        ]

    def __str__(self) -> str:
        return str(self.source)

    @property
    def is_counted_within(self) -> bool:
        """Whether its date was counted from one in the text, as in a history, and not from the day of the report."""
        day = self.source.day
        return self.source.genre == Source.Genre.NARRATIVE and self.date_reference != (day.isoformat() if day else "")

    def clean(self) -> None:
        if self.about != self.About.PASSAGE:
            self.passage = ""

    def told_events(self) -> Iterable[int]:
        return [self.event_id] if self.event_id else ()

    def shown_events(self) -> Iterable[int]:
        return self.link.told_events() if self.link_id else ()


class Quote(Recorded):
    """Words of a source, as a W3C TextQuoteSelector, with the capture they were found in."""

    citation = models.ForeignKey(Citation, on_delete=models.CASCADE, related_name="quotes", verbose_name=_("citation"))
    exact = models.CharField(_("quoted words"), max_length=2000, help_text=_("Word for word; keep it short."))
    prefix = models.CharField(
        _("words before"), max_length=200, blank=True, help_text=_("A few words before, to find the place again.")
    )
    suffix = models.CharField(_("words after"), max_length=200, blank=True)
    capture = models.ForeignKey(
        Capture, on_delete=models.SET_NULL, null=True, blank=True, related_name="quotes", editable=False
    )
    start = models.PositiveIntegerField(null=True, editable=False)
    end = models.PositiveIntegerField(null=True, editable=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(exact=""), name="quote_has_words"),
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True) | Q(end__gt=models.F("start")),
                name="quote_span_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return self.exact

    def told_events(self) -> Iterable[int]:
        return self.citation.told_events()

    def shown_events(self) -> Iterable[int]:
        return self.citation.shown_events()
