"""Import a report: keep it as a source, and propose what it tells for an incident's timeline."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from incidents.cleaning import UnusableText
from incidents.fetching import FetchFailed, FetchRefused
from incidents.importing import NoTrustworthyDate, fetch_report, import_report, read_report
from incidents.management.dates import published_date
from incidents.management.genres import add_genre, chosen_genre
from incidents.models import Incident


class Command(BaseCommand):
    help = "Import a report from a file or an address; its dated statements become proposals to review."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("report", help="A .txt or .html file, or an address that begins with http.")
        parser.add_argument("--incident", required=True, help="The incident's address (slug).")
        parser.add_argument("--published", default="", help="The date printed on it, such as 2023-09-19.")
        parser.add_argument("--language", default="", help="Its language as a code: en, es, fr, de, nl.")
        parser.add_argument(
            "--undated", action="store_true", help="Import it without a publication date; relative dates stay open."
        )

        add_genre(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["report"]
        incident = Incident.objects.filter(slug=options["incident"]).first()
        if incident is None:
            known = ", ".join(Incident.objects.values_list("slug", flat=True)[:20]) or "none yet"
            raise CommandError(f"--incident: there is no incident {options['incident']!r}. There are: {known}.")
        given = {"published": published_date(options["published"]), "language": options["language"]}
        try:
            if name.startswith(("http://", "https://")):
                article, status = fetch_report(name, **given)
            else:
                article, status = read_report(Path(name).read_bytes(), name=name, **given), None
            outcome = import_report(
                article,
                incident,
                name=name if status else Path(name).name,
                undated=options["undated"],
                genre=chosen_genre(options["genre"]),
                http_status=status,
                progress=self.progress,
            )
        except NoTrustworthyDate as error:
            raise CommandError(f"{name}: {error} (--published DATE, or --undated)") from error
        except (OSError, UnusableText, FetchRefused, FetchFailed) as error:
            raise CommandError(f"{name}: {error}") from error
        except ValidationError as error:
            raise CommandError(f"{name}: {' '.join(error.messages)}") from error
        for note in article.notes:
            self.stdout.write(str(note))
        counts = ", ".join(f"{number} {outcome_name}" for outcome_name, number in sorted(outcome.counts.items()))
        self.stdout.write(f"{outcome.source}: {counts or 'no dated statement found'}.")
        self.stdout.write(f"Dates count from {outcome.source.get_genre_display()}.")
        if outcome.source.copy_of:
            self.stdout.write(f"Its text repeats “{outcome.source.copy_of}”: proposed as a copy of it.")

    def progress(self, done: int, total: int) -> None:
        if done < total:
            self.stdout.write(f"{done:,} of {total:,} statements")
