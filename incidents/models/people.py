"""People, organisations and places, their roles in events, and the words editors file under."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ..querysets import EntityQuerySet, TagQuerySet
from .base import Recorded


class Entity(Recorded):
    """A person, an organisation or a place."""

    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        ORGANISATION = "organisation", _("organisation")
        PLACE = "place", _("place")
        OTHER = "other", _("other")

    name = models.CharField(_("name"), max_length=200, help_text=_("The name it is known by, in full."))
    slug = models.SlugField(_("address"), max_length=80, unique=True, help_text=_("Its part of the web address."))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.ORGANISATION)
    description = models.CharField(
        _("description"), max_length=500, blank=True, help_text=_("Who or what it is, in one sentence.")
    )

    objects = EntityQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("entity")
        verbose_name_plural = _("entities")
        ordering = ["name"]
        indexes = [models.Index(fields=["kind", "name"], name="entity_by_kind")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("entity", args=[self.slug])

    def shown_events(self) -> Iterable[int]:
        return self.roles.values_list("event_id", flat=True) if self.pk else ()


class EntityAlias(models.Model):
    """Another name of an entity: an abbreviation, a spelling, a name in another language, a cover name."""

    entity = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="aliases", verbose_name=_("entity"))
    name = models.CharField(
        _("other name"), max_length=200, help_text=_("An abbreviation, another spelling, or a former name.")
    )
    language = models.CharField(_("language"), max_length=16, blank=True)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["entity", "name"], name="alias_once_an_entity")]

    def __str__(self) -> str:
        return self.name


class EntityRole(Recorded):
    """What an entity is in an event."""

    class Role(models.TextChoices):
        ACTOR = "actor", _("acted")
        TARGET = "target", _("was targeted or affected")
        SPEAKER = "speaker", _("spoke or reported")
        RESPONDER = "responder", _("responded")
        PLACE = "place", _("is where it happened")
        MENTIONED = "mentioned", _("is mentioned")

    event = models.ForeignKey(
        "incidents.Event", on_delete=models.CASCADE, related_name="roles", verbose_name=_("event")
    )
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="roles", verbose_name=_("entity"))
    role = models.CharField(
        _("role"), max_length=20, choices=Role, default=Role.MENTIONED, help_text=_("What it is in this event.")
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["event", "entity", "role"], name="role_once_an_event")]

    def __str__(self) -> str:
        return f"{self.entity} ({self.get_role_display()})"

    def told_events(self) -> Iterable[int]:
        return [self.event_id]

    def shown_incidents(self) -> Iterable[int]:
        """Those whose overview offers to tell events apart by who is in them."""
        return self.event.shown_incidents()


class Tag(Recorded):
    """A word that editors file events under."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)

    objects = TagQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("tag", args=[self.slug])

    def shown_events(self) -> Iterable[int]:
        return self.event_set.values_list("pk", flat=True) if self.pk else ()
