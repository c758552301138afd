"""What is told in several languages: an event's headline and text, an incident's title and summary, each translated.

A translation has a state of its own; readers see it where it and its original are published. It says which state of
the original's words it was made from: docs/decisions/translations.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .. import languages
from ..querysets import EventTranslationQuerySet, IncidentTranslationQuerySet
from .base import Recorded
from .changes import changing
from .events import Event
from .incidents import Incident
from .words import key_of

LANGUAGE_HELP = _("The language it is translated into: one of those that readers choose from.")
STATE_KNOWN = Q(state="draft", published_at__isnull=True) | Q(state="published", published_at__isnull=False)
STATE_HELP = _("A draft is seen by editors only. A published one is public at once, where its original is.")


class Translation(Recorded):
    """The words of something in another language."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")

    TEXTS: ClassVar[tuple[str, str]]  # what it translates: a line, and what is told below it
    OF: ClassVar[str]

    language = models.CharField(_("language"), max_length=16, help_text=LANGUAGE_HELP)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT, help_text=STATE_HELP)
    of_words = models.CharField(max_length=16, blank=True, editable=False)  # key_of() the original's; empty: unknown
    published_at = models.DateTimeField(null=True, editable=False)  # since when it is public without a break
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        abstract = True
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        ordering: ClassVar[list[str]] = ["language"]

    @property
    def original(self) -> Any:
        return getattr(self, self.OF)

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED

    @classmethod
    def key(cls, original: Any) -> str:
        return key_of(*(getattr(original, name) for name in cls.TEXTS))

    def is_current_for(self, original: Any) -> bool:
        """Whether it was made from what the original says now."""
        return self.of_words == self.key(original)

    def made_from_present(self) -> None:
        """Note that it renders what the original says now."""
        self.of_words = self.key(self.original)

    def clean(self) -> None:
        if languages.primary(self.language) == languages.primary(self.original.language):
            raise ValidationError({"language": _gettext("The original itself is in this language.")})
        _line, text = self.TEXTS
        if self.is_published and getattr(self.original, text).strip() and not getattr(self, text).strip():
            raise ValidationError(
                {text: _gettext("Translate the text, too, before it is published: readers are shown nothing else.")}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.published_at = (self.published_at or timezone.now()) if self.is_published else None
        super().save(*args, **kwargs)

    def publish(self, *, by: Any) -> None:
        with changing(by=by):
            self.state = self.State.PUBLISHED
            self.save()


class EventTranslation(Translation):
    """An event's headline and text in another language."""

    TEXTS = ("headline", "body")
    OF = "event"

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="translations", verbose_name=_("event"))
    headline = models.CharField(_("headline"), max_length=300, help_text=_("The headline in this language."))
    body = models.TextField(
        _("text"), max_length=20_000, blank=True, help_text=_("The text in this language. Markdown; no HTML.")
    )
    of_version = models.PositiveIntegerField(default=0, editable=False)  # the last with the words it was made from

    SETTLED = frozenset({"of_version"})

    objects = EventTranslationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Translation.Meta):
        constraints = [
            models.UniqueConstraint(fields=["event", "language"], name="event_translated_once"),
            models.CheckConstraint(condition=~Q(headline=""), name="event_translation_has_headline"),
            models.CheckConstraint(condition=STATE_KNOWN, name="event_translation_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.headline} ({self.language})"

    def told_events(self) -> Iterable[int]:
        return [self.event_id] if self.is_published else ()

    def revised_events(self) -> Iterable[int]:
        return [self.event_id]

    def shown_events(self) -> Iterable[int]:
        return self.event.shown_events() if self.is_published else ()

    def shown_incidents(self) -> Iterable[int]:
        return self.event.shown_incidents() if self.is_published else ()


class IncidentTranslation(Translation):
    """An incident's title and summary in another language."""

    TEXTS = ("title", "summary")
    OF = "incident"

    incident = models.ForeignKey(
        Incident, on_delete=models.CASCADE, related_name="translations", verbose_name=_("incident")
    )
    title = models.CharField(_("title"), max_length=200, help_text=_("The title in this language."))
    summary = models.TextField(
        _("summary"), max_length=5000, blank=True, help_text=_("The summary in this language, in Markdown.")
    )

    of_version = 0  # incidents have no versions

    objects = IncidentTranslationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Translation.Meta):
        constraints = [
            models.UniqueConstraint(fields=["incident", "language"], name="incident_translated_once"),
            models.CheckConstraint(condition=~Q(title=""), name="incident_translation_has_title"),
            models.CheckConstraint(condition=STATE_KNOWN, name="incident_translation_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"

    def shown_incidents(self) -> Iterable[int]:
        return [self.incident_id] if self.is_published else ()


def settle_translations(events: list[Event]) -> None:
    """Note of which version of these events each translation is: the last one with the words that it was made from."""
    now = {event.pk: event for event in events}
    rows = EventTranslation.objects.filter(event__in=now).values_list("pk", "event_id", "of_words")
    current = [pk for pk, event, words in rows if words == EventTranslation.key(now[event])]
    if current:
        version = Event.objects.filter(pk=OuterRef("event")).values("version")
        EventTranslation.objects.filter(pk__in=current).update(of_version=Subquery(version))


def headline_here(events: QuerySet[Event]) -> QuerySet[Event]:
    """Annotate events with their headline in the language at hand, as `headline_here`."""
    here = EventTranslation.objects.told_here().filter(event=OuterRef("pk")).values("headline")[:1]
    return events.annotate(headline_here=Coalesce(Subquery(here), F("headline")))


def titles_here(slugs: Iterable[str]) -> dict[str, str]:
    """Return the titles of those of these incidents that are translated into the language at hand, by address."""
    here = IncidentTranslation.objects.told_here().filter(incident__slug__in=list(slugs))
    return dict(here.values_list("incident__slug", "title"))
