"""Ask the feeds that are due, and propose what is new in them."""

from __future__ import annotations

import signal
import sys
import threading
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from incidents.importing import Polled, claim, poll
from incidents.models import FeedSubscription, Incident

SOME_FAILED = 3  # exit code: the other feeds were read


def minutes(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1_440:
        raise ArgumentTypeError("give a number of minutes from 1 to 1440")
    return int(text)


class Command(BaseCommand):
    help = (
        "Ask the feeds that are due for what is new. Ends with 0 when each could be read, with 3 when some could not, "
        "with 1 when nothing could be done."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--incident", default="", help="Only the feeds of this incident, by its address (slug).")
        parser.add_argument("--now", action="store_true", help="Those, too, that are not due yet.")
        parser.add_argument(
            "--every", type=minutes, metavar="MINUTES", help="Go on until stopped, and look this often for what is due."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        feeds = FeedSubscription.objects.filter(paused=False)
        if options["incident"]:
            feeds = feeds.filter(incident=self.incident(options["incident"]))
        with stopping() as stop:
            failed = self.ask_all(feeds, stop, due_only=not options["now"])
            while options["every"] and not stop.wait(options["every"] * 60):
                close_old_connections()
                failed = self.ask_all(feeds, stop)
            if stop.is_set():
                self.stdout.write("Stopped. The next run goes on with the feeds that are left.")
        if failed:
            sys.exit(SOME_FAILED)

    def incident(self, slug: str) -> Incident:
        incident = Incident.objects.filter(slug=slug).first()
        if incident is None:
            known = ", ".join(Incident.objects.values_list("slug", flat=True)[:20]) or "none yet"
            raise CommandError(f"--incident: there is no incident {slug!r}. There are: {known}.")
        return incident

    def ask_all(self, feeds: Any, stop: threading.Event, *, due_only: bool = True) -> int:
        """Ask each feed that is to be asked, unless it is told to stop; return how many could not be read."""
        now = timezone.now()
        waiting = list(feeds.due(now) if due_only else feeds.unclaimed(now).order_by("due_at", "pk"))
        asked = failed = 0
        for number, feed in enumerate(waiting, 1):
            if stop.is_set():
                break
            try:
                if not claim(feed, due_only=due_only):
                    continue  # another process has it
                polled = poll(feed)
            except DatabaseError as error:  # its claim runs out by itself
                polled = Polled(error=f"The database is not to be had: {error}")
            asked += 1
            failed += bool(polled.error)
            said = f"not read: {polled.error}" if polled.error else polled.told or "nothing new"
            self.stdout.write(f"{number} of {len(waiting)}  {feed}: {said}")
            self.stdout.flush()
        self.stdout.write(f"{asked} asked, {failed} of them not read.")
        self.stdout.flush()
        return failed


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """Let Ctrl-C and SIGTERM end the run behind the feed that is being read; a second one ends it at once."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return

    def note(number: int, frame: Any) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
