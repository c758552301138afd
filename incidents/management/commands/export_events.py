"""Write what is published to a file, in any format that goes out."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from incidents import exporting
from incidents.drafts import EventDraft, IncidentDraft
from incidents.formats.outward import BY_NAME, Outward
from incidents.selection import BadFilter, Selection

EVERY = 1_000  # events between two lines of progress


class Command(BaseCommand):
    help = "Write published events, with their sources, to a file or to standard output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--incident", default="", help="One timeline, by its part of the web address.")
        parser.add_argument(
            "--format", choices=list(BY_NAME), help="The format; that of the file's suffix unless given, else dateline."
        )
        parser.add_argument("--output", default="-", help="The file; standard output unless given.")
        parser.add_argument(
            "--from", dest="since", default="", help="Only what may have happened on this date or after."
        )
        parser.add_argument(
            "--to", dest="until", default="", help="Only what may have happened on this date or before."
        )
        for name in ("entity", "tag", "kind", "q"):
            parser.add_argument(f"--{name}", default="", help=f"As {name} in the addresses of pages.")

    def handle(self, *args: Any, **options: Any) -> None:
        names = ("incident", "entity", "tag", "kind", "since", "until", "q")
        selection = Selection(**{name: options[name] for name in names})
        kind = BY_NAME[options["format"]] if options["format"] else kind_of(options["output"])
        try:
            incidents, total = selection.incidents(), selection.events().count()
        except BadFilter as error:
            raise CommandError(f"--{error.name}: {error}") from error
        about = exporting.publication_of(incidents[0]) if selection.incident else exporting.publication()
        items = exporting.drafts(selection)
        if options["verbosity"]:
            items = self.told(items, total)
        self.save(kind.write(items, about), options["output"])
        if options["verbosity"]:
            self.stderr.write(f"{total:,} events as {kind.label}.")

    def told(self, items: Iterable[IncidentDraft | EventDraft], total: int) -> Iterator[IncidentDraft | EventDraft]:
        count = 0
        for item in items:
            yield item
            count += isinstance(item, EventDraft)
            if isinstance(item, EventDraft) and count % EVERY == 0:
                self.stderr.write(f"{count:,} of {total:,} events")

    def save(self, content: Iterable[bytes], output: str) -> None:
        """Write to a file that takes its name when it is whole, or to standard output."""
        if output == "-":
            out = getattr(self.stdout._out, "buffer", sys.stdout.buffer)
            try:
                for block in content:
                    out.write(block)
                out.flush()
            except BrokenPipeError:  # whoever reads has seen enough
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return
        part = Path(f"{output}.part")
        try:
            with part.open("wb") as file:
                file.writelines(content)
            part.replace(output)
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error.strerror}.") from error
        finally:
            part.unlink(missing_ok=True)


def kind_of(output: str) -> Outward:
    """Return the format of a file's suffix, the longest that fits."""
    fitting = [one for one in BY_NAME.values() if output.endswith(f".{one.suffix}")]
    return max(fitting, key=lambda one: len(one.suffix), default=BY_NAME["dateline"])
