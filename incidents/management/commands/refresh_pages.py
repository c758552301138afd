"""Make kept entries, overviews and the search index anew where a deploy, or a very large change, left them behind."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from incidents.models import Event, EventEntry, Incident, IncidentOverview, SiteVersion
from incidents.models.entries import entry_stamp
from incidents.models.overviews import MOST_KEPT, keep_overviews, overview_stamp
from incidents.models.settling import batches, refresh


class Command(BaseCommand):
    help = (
        "Make kept timeline entries, overviews and the search index anew where they are out of date. Can be repeated."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="Make those anew, too, that are up to date.")

    def handle(self, *args: Any, **options: Any) -> None:
        published = set(Event.objects.published().values_list("pk", flat=True))
        ids = published if options["all"] else published - up_to_date()
        done = 0
        for some in batches(ids):
            refresh(some)
            done += len(some)
            if options["verbosity"] and len(ids) > len(some):
                self.stdout.write(f"{done:,} of {len(ids):,} events")
        gone = EventEntry.objects.exclude(event_id__in=Event.objects.published().values("pk")).delete()[0]
        drawn = missing_overviews(whole=options["all"])
        keep_overviews(drawn)
        if ids or gone or drawn:
            SiteVersion.bump()
        if options["verbosity"]:
            self.stdout.write(f"{len(ids):,} events made anew, {len(published) - len(ids):,} up to date.")


def up_to_date() -> set[int]:
    """Return the ids of the events that can be searched, and whose entries are made by the templates at hand."""
    kept = EventEntry.objects.filter(stamp=entry_stamp(), event__search_document__isnull=False)
    return set(kept.values_list("event_id", flat=True))


def missing_overviews(*, whole: bool) -> list[int]:
    """Return the ids of the published incidents whose overview is not kept, or drawn by older code."""
    incidents = Incident.objects.published().filter(told__lte=MOST_KEPT)
    kept = IncidentOverview.objects.filter(stamp=overview_stamp())
    missing = incidents if whole else incidents.exclude(pk__in=kept.values("incident"))
    return list(missing.values_list("pk", flat=True))
