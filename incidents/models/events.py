"""The dated happenings of an incident, and how they are related."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ..fields import EDTFField, PositionField
from ..querysets import CorrectionQuerySet, EventQuerySet, LinkQuerySet, VersionQuerySet
from .base import LANGUAGE_HELP, Recorded, public_id_field
from .changes import changing
from .incidents import Incident
from .words import EventWords

DATE_HELP = _(
    "When it happened, in plain words or as EDTF: “19 September 2023”, “mid-September 2023”, “between 11 and "
    "17 September 2023”, “since June 2023”, 2023-09. Give no day that no source gives. It is shown back in words "
    "before it is saved."
)


class Event(Recorded):
    """One dated happening."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")
        DISMISSED = "dismissed", _("dismissed")
        MERGED = "merged", _("merged into another")

    class Kind(models.TextChoices):
        OCCURRED = "occurred", _("occurred")
        DETECTED = "detected", _("detected")
        DISCLOSED = "disclosed", _("disclosed")
        RESPONDED = "responded", _("responded")
        ATTRIBUTED = "attributed", _("attributed")
        OTHER = "other", _("other")

    class Part(models.TextChoices):
        WHOLE = "", _("anywhere in it")
        START = "start", _("early")
        MID = "mid", _("in the middle")
        END = "end", _("late")

    public_id = public_id_field()
    headline = models.CharField(
        _("headline"),
        max_length=300,
        help_text=_("What happened, as a short sentence with a verb and no full stop: who did what."),
    )
    slug = models.SlugField(max_length=80, blank=True, editable=False, db_index=False)
    body = models.TextField(
        _("text"),
        max_length=20_000,
        blank=True,
        help_text=_("What the sources say of it, in a few sentences of your own. Markdown; no HTML."),
    )
    date = EDTFField(_("date"), bounds=("earliest", "latest"), help_text=DATE_HELP)
    earliest = models.BigIntegerField(null=True, editable=False)
    latest = models.BigIntegerField(null=True, editable=False)
    part = models.CharField(
        _("part of it"),
        max_length=5,
        choices=Part,
        blank=True,
        default=Part.WHOLE,
        help_text=_("For “late in the week”, “early May”, “mid-2022”: which part of the date is meant."),
    )
    position = PositionField(date="date", part="part")
    order = models.SmallIntegerField(
        _("order on that date"), default=0, help_text=_("Among events of the same date, smaller numbers come first.")
    )
    undated = models.BooleanField(
        _("publish without a date"),
        default=False,
        help_text=_("Tick this to publish it although no source gives a date. It is listed as undated."),
    )
    kind = models.CharField(
        _("kind"), max_length=12, choices=Kind, default=Kind.OCCURRED, help_text=_("What sort of happening it is.")
    )
    language = models.CharField(_("language"), max_length=16, default="en", help_text=LANGUAGE_HELP)
    place = models.CharField(_("place"), max_length=200, blank=True, help_text=_("Where it happened, in words."))
    tags = models.ManyToManyField("Tag", verbose_name=_("tags"), blank=True)
    extra = models.JSONField(_("from the imported file"), default=dict, blank=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT, editable=False)
    withdrawn_reason = models.CharField(_("public reason"), max_length=500, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )
    import_ref = models.CharField(max_length=64, blank=True, editable=False)
    known = models.BigIntegerField(null=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)
    first_published_at = models.DateTimeField(_("first published"), null=True, editable=False)
    changed_at = models.DateTimeField(_("last public change"), null=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    SETTLED = frozenset({"version", "revision", "known", "first_published_at", "changed_at"})

    objects = EventQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[tags])

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("proposed", "draft", "published", "withdrawn", "dismissed", "merged")),
                name="event_state_known",
            ),
            models.CheckConstraint(condition=Q(part__in=("", "start", "mid", "end")), name="event_part_known"),
            models.CheckConstraint(
                condition=Q(date="", earliest__isnull=True, latest__isnull=True, position__isnull=True)
                | (~Q(date="") & Q(earliest__isnull=False, position__isnull=False, latest__gte=F("earliest"))),
                name="event_date_has_bounds",
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | ~Q(date="") | Q(undated=True), name="event_published_is_dated"
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdrawn_reason=""), name="event_withdrawn_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into__isnull=True)),
                name="event_merged_says_where",
            ),
            models.UniqueConstraint(fields=["import_ref"], condition=~Q(import_ref=""), name="event_import_ref_once"),
            models.CheckConstraint(condition=~Q(headline=""), name="event_has_headline"),
        ]
        indexes = [
            # in_order(): the timeline and its keyset pages.
            models.Index("state", "position", "order", F("latest").desc(), "id", name="event_in_order"),
            # overlapping(): a period of the timeline.
            models.Index(fields=["state", "earliest", "latest"], name="event_by_bounds"),
            # latest_first(): home page and feeds.
            models.Index("state", F("changed_at").desc(), name="event_by_change"),
            # known_on(): what could be known on a day.
            models.Index(fields=["state", "known"], name="event_by_known"),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.public_id, self.slug] if self.slug else [self.public_id])

    @property
    def words(self) -> EventWords:
        """Its words in the language at hand."""
        return EventWords.of(self)

    def clean(self) -> None:
        if self.state == self.State.PUBLISHED and not self.date and not self.undated:
            raise ValidationError({"date": _("A published event needs a date, or “publish without a date” ticked.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = slugify(self.headline)[:60].strip("-")
        update_fields = kwargs.get("update_fields")
        if update_fields is not None and {"date", "part", "headline"} & set(update_fields):
            kwargs["update_fields"] = {*update_fields, "earliest", "latest", "position", "slug"}
        super().save(*args, **kwargs)

    def told_events(self) -> Iterable[int]:
        return [self.pk] if self.pk else ()

    def shown_events(self) -> Iterable[int]:
        """The events at the other ends of its links, whose entries show its headline; a draft's is shown nowhere."""
        if not self.pk or self.state != self.State.PUBLISHED:
            return ()
        ends = Link.objects.filter(Q(from_event=self.pk) | Q(to_event=self.pk)).values_list("from_event", "to_event")
        return {end for pair in ends for end in pair if end != self.pk}

    def shown_incidents(self) -> Iterable[int]:
        if not self.pk or self.state != self.State.PUBLISHED:
            return ()
        return Membership.objects.filter(event=self.pk).values_list("incident_id", flat=True)

    # --- What can be done with it; `by` is the user who does it ---

    def accept(self, *, by: Any) -> None:
        """Turn a proposal into a draft."""
        self._move(self.State.DRAFT, by=by, among=(self.State.PROPOSED,))

    def dismiss(self, *, by: Any) -> None:
        """Refuse a proposal. It is kept, so that the same import does not bring it back."""
        self._move(self.State.DISMISSED, by=by, among=(self.State.PROPOSED,))

    def propose_again(self, *, by: Any) -> None:
        """Take back a decision on a proposal. What a merge added to the other event stays the caller's to remove."""
        if not self.import_ref:
            raise ValidationError(
                _("“%(event)s” was written by hand: only what an import proposed can be proposed again.")
                % {"event": self.headline}
            )
        with changing(by=by):
            self.merged_into = None
            self._move(self.State.PROPOSED, by=by, among=(self.State.DISMISSED, self.State.MERGED, self.State.DRAFT))

    def publish(self, *, by: Any) -> None:
        """Make it public. Raises ValidationError without a supporting citation, or undated without saying so."""
        if not self.date and not self.undated:
            raise ValidationError(
                _("“%(event)s” has no date. Give one, or tick “publish without a date” if no source gives any.")
                % {"event": self.headline}
            )
        with changing(by=by) as change:
            self.withdrawn_reason = ""
            change.published.add(self.pk)
            self._move(
                self.State.PUBLISHED,
                by=by,
                among=(self.State.DRAFT, self.State.WITHDRAWN, self.State.PUBLISHED, self.State.PROPOSED),
            )

    def withdraw(self, *, by: Any, reason: str) -> None:
        """Take it off the site. Its address answers 410 with the reason, which is public."""
        if not reason.strip():
            raise ValidationError(_("Say in a sentence why it is withdrawn: readers who come back are shown it."))
        self.withdrawn_reason = reason.strip()
        self._move(self.State.WITHDRAWN, by=by, among=(self.State.PUBLISHED,))

    def _move(self, state: str, *, by: Any, among: tuple[str, ...]) -> None:
        with changing(by=by):
            stored = Event.objects.select_for_update().filter(pk=self.pk).values_list("state", flat=True).first()
            if stored not in among or stored != self.state:
                raise ValidationError(
                    _("“%(event)s” is %(state)s; this can be done only with what is %(needed)s.")
                    % {
                        "event": self.headline,
                        "state": self.State(stored or self.state).label,
                        "needed": " / ".join(str(self.State(one).label) for one in among),
                    }
                )
            self.state = state
            self.save()


class Membership(Recorded):
    """An event's place in an incident: an event may belong to several."""

    class Role(models.TextChoices):
        PART = "", _("part of it")
        BACKGROUND = "background", _("background to it")

    incident = models.ForeignKey(
        Incident, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("incident")
    )
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("event"))
    role = models.CharField(
        _("role"),
        max_length=12,
        choices=Role,
        blank=True,
        default=Role.PART,
        help_text=_("Background is told on the timeline in a quieter tone."),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("place in an incident")
        verbose_name_plural = _("places in incidents")
        constraints = [models.UniqueConstraint(fields=["incident", "event"], name="event_once_an_incident")]

    def __str__(self) -> str:
        return f"{self.incident}: {self.event}"

    def shown_events(self) -> Iterable[int]:
        """The event, but for a place in what is no reader's yet: not even the ETag of its pages tells of one."""
        return [self.event_id] if self.incident.state != Incident.State.DRAFT else ()

    def shown_incidents(self) -> Iterable[int]:
        return [self.incident_id] if self.event.state == Event.State.PUBLISHED else ()


class Link(Recorded):
    """A typed relation between two events, worded from either end."""

    class Kind(models.TextChoices):
        LED_TO = "led-to", _("led to")
        PART_OF = "part-of", _("is part of")
        RESPONSE_TO = "response-to", _("is a response to")
        DISCLOSES = "discloses", _("discloses")
        ATTRIBUTED_TO = "attributed-to", _("is attributed to")
        SAME_AS = "same-as", _("is the same as")
        CONTRADICTS = "contradicts", _("contradicts")
        BACKGROUND_OF = "background-of", _("is background to")

    INVERSE = {
        Kind.LED_TO: _("follows from"),
        Kind.PART_OF: _("includes"),
        Kind.RESPONSE_TO: _("was answered by"),
        Kind.DISCLOSES: _("was disclosed by"),
        Kind.ATTRIBUTED_TO: _("explains"),
        Kind.SAME_AS: _("is the same as"),
        Kind.CONTRADICTS: _("is contradicted by"),
        Kind.BACKGROUND_OF: _("has as background"),
    }

    from_event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="links_from", verbose_name=_("from event")
    )
    kind = models.CharField(
        _("relation"), max_length=20, choices=Kind, help_text=_("How the first relates to the second.")
    )
    to_event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="links_to", verbose_name=_("to event"))

    objects = LinkQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["from_event", "kind", "to_event"], name="link_once"),
            models.CheckConstraint(condition=~Q(from_event=F("to_event")), name="link_joins_two"),
        ]

    def __str__(self) -> str:
        return f"{self.from_event} — {self.get_kind_display()} — {self.to_event}"

    def told_events(self) -> Iterable[int]:
        """Both ends, where readers see the link; else only what is no reader's yet, so that nothing of it shows."""
        ends = [self.from_event, self.to_event]
        shown = all(end.state == Event.State.PUBLISHED for end in ends)
        return [end.pk for end in ends if shown or end.state != Event.State.PUBLISHED]

    @property
    def inverse(self) -> str:
        """The relation as worded from the second event."""
        return str(self.INVERSE[self.Kind(self.kind)])


class EventVersion(models.Model):
    """What a published event said, from one change to the next."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="versions", verbose_name=_("event"))
    number = models.PositiveIntegerField(_("number"))
    snapshot = models.JSONField(_("content"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, verbose_name=_("by"))
    at = models.DateTimeField(_("at"), default=timezone.now)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["event", "-number"]
        constraints = [models.UniqueConstraint(fields=["event", "number"], name="version_once_an_event")]

    def __str__(self) -> str:
        return _("version %(number)s of %(event)s") % {"number": self.number, "event": self.event}


class Correction(Recorded):
    """What changed between two versions, and why: public."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="corrections", verbose_name=_("event"))
    before = models.ForeignKey(EventVersion, on_delete=models.PROTECT, related_name="+", verbose_name=_("from version"))
    after = models.ForeignKey(EventVersion, on_delete=models.PROTECT, related_name="+", verbose_name=_("to version"))
    summary = models.CharField(_("what changed"), max_length=500, help_text=_("In one sentence, for readers."))
    reason = models.CharField(_("why"), max_length=500, help_text=_("The public reason, in one sentence."))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False)
    at = models.DateTimeField(_("at"), default=timezone.now)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-at"]
        constraints = [models.CheckConstraint(condition=~Q(before=F("after")), name="correction_between_two")]
        indexes = [models.Index(fields=["-at"], name="correction_by_time")]

    def __str__(self) -> str:
        return self.summary

    def shown_events(self) -> Iterable[int]:
        return [self.event_id]
