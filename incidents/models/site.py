"""What is derived from the rest, so that a page is quick: the site version, kept entries, the search index."""

from __future__ import annotations

from django.db import connection, models
from django.db.models import F

from .changes import opened_by
from .events import Event
from .incidents import Incident
from .sources import Source


class SiteVersion(models.Model):
    """One row: a number that grows with everything a reader can see. ETags are made from it."""

    number = models.PositiveBigIntegerField(default=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="site_version_one_row")]

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        return cls.objects.filter(pk=1).values_list("number", flat=True).first() or 1

    @classmethod
    def take_turns(cls) -> None:
        """Let one change at a time through, from its beginning, as SQLite does by itself.

        What a change makes of its rows (versions, entries, search) would otherwise be made of what another one,
        not yet committed, is about to replace.
        """
        if connection.features.has_select_for_update:
            cls.objects.select_for_update().get_or_create(pk=1)

    @classmethod
    def bump(cls) -> None:
        if not cls.objects.filter(pk=1).update(number=F("number") + 1):
            cls.objects.create(pk=1, number=2)


opened_by(SiteVersion.take_turns)


class Entry(models.Model):
    """The HTML of one row as a timeline shows it in the site's own language, made by the templates of one `stamp`."""

    html = models.TextField()
    stamp = models.CharField(max_length=16)

    class Meta:
        abstract = True


class EventEntry(Entry):
    """A published event's entry. What only the page knows is left open in it: source numbers, and its role there."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="entry")

    def __str__(self) -> str:
        return str(self.event)


class SourceEntry(Entry):
    """A cited source's line in the list of sources."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="entry")

    def __str__(self) -> str:
        return str(self.source)


class IncidentOverview(Entry):
    """The drawn overview of a published incident's whole timeline."""

    incident = models.OneToOneField(Incident, on_delete=models.CASCADE, related_name="overview")

    def __str__(self) -> str:
        return str(self.incident)


class SearchDocument(models.Model):
    """The words of one published event, accents and case folded. The full-text index stands on this table."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, primary_key=True, related_name="search_document")
    headline = models.TextField()
    body = models.TextField()
    quotes = models.TextField()
    names = models.TextField()

    def __str__(self) -> str:
        return self.headline
