"""Fill a timeline with as many made-up events as are wanted: the log of a harbour that is nowhere."""

from __future__ import annotations

import time
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from incidents.management.harbour import entry
from incidents.management.harbour.log import follows
from incidents.management.harbour.rows import Library, row_of
from incidents.models import Event, Incident, Link, changing, raw
from incidents.models.bulk import write_events
from incidents.models.newrows import NewEvent
from incidents.models.settling import BATCH, refresh

SLUG = "lantern-harbour"
SUMMARY = (
    "A harbour that is nowhere, and what was told of it in a hundred years. **All of this is made up**, by the command "
    "`seed`, to show what a timeline of many events looks like."
)
AT_ONCE = 1_000  # events in a transaction: other writers wait for it
MOST = 1_000_000


class Command(BaseCommand):
    help = "Fill a timeline with made-up events, published. Those that are already there stay as they are."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--events", type=number_of_events, default=20_000, help="how many; 20000 unless given")
        parser.add_argument("--incident", metavar="SLUG", default=SLUG, help=f"the timeline; {SLUG} unless given")
        parser.add_argument("--seed", type=int, default=1, help="another number gives other events; 1 unless given")
        parser.add_argument("--yes", action="store_true", help="also on a public site, and beside other events")

    def handle(self, *args: Any, events: int, incident: str, seed: int, yes: bool, **options: Any) -> None:
        if settings.PUBLIC and not yes:
            raise CommandError(
                f"{settings.SITE_URL} is public, and readers would see made-up events. Add --yes to do it all the same."
            )
        place = incident_at(incident, yes=yes)
        there = set(known(place, seed))
        missing = [number for number in range(events) if number not in there]
        begun, library = time.monotonic(), Library()
        with raw.long_log():
            for first in range(0, len(missing), AT_ONCE):
                numbers = missing[first : first + AT_ONCE]
                write(place, seed, numbers, library)
                if options["verbosity"]:
                    self.stdout.write(f"{first + len(numbers):,} of {len(missing):,} events")
        if missing:
            refresh(list(Event.objects.published().in_incident(place).in_order().values_list("pk", flat=True)[:BATCH]))
        if options["verbosity"]:
            self.stdout.write(self.outcome(place, len(missing), events, time.monotonic() - begun))

    def outcome(self, place: Incident, made: int, wanted: int, seconds: float) -> str:
        if not made:
            return f"All {wanted:,} events are already there."
        address = f"{settings.SITE_URL}{place.get_absolute_url()}"
        more = " refresh_pages makes the entries of the others before somebody reads them." if made > BATCH else ""
        return f"{made:,} events in {seconds:.0f} seconds: {address}{more}"


def number_of_events(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST):
        raise ArgumentTypeError(f"{text!r}: it is a whole number from 1 to {MOST:,}")
    return int(text)


def reference(place: Incident, seed: int, number: int | str) -> str:
    """Return what an event is known by, so that it is made once."""
    return f"seed:{place.pk}:{seed}:{number}"


def known(place: Incident, seed: int) -> Iterator[int]:
    """Yield the numbers of the events that are already there, published or not any more."""
    references = Event.objects.filter(import_ref__startswith=reference(place, seed, ""))
    for one in references.values_list("import_ref", flat=True).iterator():
        yield int(one.rpartition(":")[2])


def incident_at(slug: str, *, yes: bool) -> Incident:
    """Return the published timeline of that address, made where there is none; refuse one that holds other events."""
    found = Incident.objects.filter(slug=slug).first()
    if found is None:
        return new_incident(slug)
    if found.state != Incident.State.PUBLISHED:
        raise CommandError(f"{slug} is not public. Publish it first, or name another timeline with --incident.")
    if not yes and Event.objects.in_incident(found).exclude(import_ref__startswith=f"seed:{found.pk}:").exists():
        raise CommandError(
            f"{slug} holds events of its own, and made-up ones would stand among them. "
            "Name another timeline with --incident, or add --yes to do it all the same."
        )
    return found


def new_incident(slug: str) -> Incident:
    made = Incident(title="The log of Lantern Harbour", slug=slug, summary=SUMMARY)
    try:
        made.full_clean()
    except ValidationError as error:
        raise CommandError(f"{slug!r} cannot be an address: {' '.join(error.messages)}") from error
    with changing():
        made.save()
        made.publish(by=None)
    return made


def write(place: Incident, seed: int, numbers: list[int], library: Library) -> None:
    """Write some of the events and what joins them, as one change."""
    with changing() as change:
        change.kept = set  # linking events that are new makes no further version of them
        rows = [row_of(entry(seed, number), library, reference(place, seed, number), place.pk) for number in numbers]
        write_events(change, place, rows)
        by_number = {row.number: row for row in rows}
        for number, row in by_number.items():
            if follows(number) and number - 1 in by_number:
                link(by_number[number - 1], row)


def link(first: NewEvent, second: NewEvent) -> None:
    Link(
        from_event=Event.objects.get(pk=first.id), kind=Link.Kind.LED_TO, to_event=Event.objects.get(pk=second.id)
    ).save()
