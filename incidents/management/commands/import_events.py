"""Import a file of events: read it, say what it would come to, and put its records onto an incident's timeline."""

from __future__ import annotations

import gc
import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from incidents.formats.base import FormatError
from incidents.formats.frontmatter import packed
from incidents.importing import (
    NotNow,
    apply_file,
    begin,
    choose,
    find_format,
    go_on,
    keep_file,
    new_batch,
    stage_file,
    survey_file,
    take_mapping,
    telling,
)
from incidents.models import ImportBatch, ImportMapping, Incident
from incidents.models.settling import MOST_RENDERED

MODES = {"proposals": "proposed", "drafts": "draft", "published": "published"}
SOME_REFUSED = 3  # exit code: everything else is in
OPTIONS = ("encoding", "delimiter", "sheet", "path", "language")
State = ImportBatch.State


class Command(BaseCommand):
    help = (
        "Import a file of events (CSV, XLSX, JSON, Markdown, calendars, feeds, STIX …). Ends with 0 when every record "
        "is in, with 3 when some were refused, with 1 when nothing could be done."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", nargs="?", help="The file, or a folder of Markdown and YAML files. Not given with --resume."
        )
        parser.add_argument(
            "--incident", help="The incident's address (slug), for all records; those that the file names unless given."
        )
        parser.add_argument("--format", default="", help="Its format, where that is not found by itself.")
        parser.add_argument(
            "--mapping", default="", help="Which column is what: a JSON file, or a saved mapping's name."
        )
        parser.add_argument("--save-mapping", default="", metavar="NAME", help="Keep the mapping under this name.")
        parser.add_argument("--as", dest="mode", default="proposals", choices=MODES, help="What its records become.")
        parser.add_argument(
            "--choose",
            action="append",
            default=[],
            metavar="CODE=ACTION",
            help="What is done about all records with a finding, as the dry run offers it.",
        )
        parser.add_argument("--dry-run", action="store_true", help="Say what it would come to, and stop there.")
        parser.add_argument("--resume", type=int, metavar="N", help="Go on with import N, wherever it was left.")
        parser.add_argument("--header", type=int, metavar="N", help="The line that names the columns; 0 for none.")
        parser.add_argument("--table", type=int, metavar="N", help="Which table of a page, from 1.")
        for name in OPTIONS:
            parser.add_argument(f"--{name}", default="", help=f"The file's {name}, where that is not found by itself.")

    def handle(self, *args: Any, **options: Any) -> None:
        gc.freeze()  # what is loaded now stays; the collector need not look through it again with every batch
        try:
            batch = self.resumed(options["resume"]) if options["resume"] else self.started(options)
            self.read(batch)
            if options["dry_run"]:
                way = f" To do it: import_events --resume {batch.pk}" if batch.total else ""
                self.stdout.write(f"Nothing was imported.{way}")
            else:
                self.put_in(batch, options)
        except (FormatError, OSError) as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except KeyboardInterrupt:
            raise CommandError("Interrupted. import_events --resume N goes on; N is in the line above.") from None
        if batch.rows.filter(outcome="refused").exists():
            sys.exit(SOME_REFUSED)

    # --- Where it starts ---

    def resumed(self, number: int) -> ImportBatch:
        batch = ImportBatch.objects.filter(pk=number).exclude(format__in=("report", "selection")).first()
        if batch is None:
            raise CommandError(f"--resume: there is no import {number}.")
        if batch.state in (State.DONE, State.FAILED):
            raise CommandError(f"--resume: import {number} is {batch.get_state_display()}. {batch.message}".rstrip())
        return batch

    def started(self, options: dict[str, Any]) -> ImportBatch:
        if not options["file"]:
            raise CommandError("Give a file, or --resume N.")
        path = Path(options["file"])
        given: dict[str, Any] = {name: options[name] for name in OPTIONS if options[name]}
        if options["header"] is not None:
            given["header"] = options["header"]
        if options["table"] is not None:
            given["extra"] = {"table": str(options["table"])}
        with packed(path) if path.is_dir() else path.open("rb") as data:
            batch = new_batch(
                self.incident(options["incident"]) if options["incident"] else None,
                name=path.name,
                format_name=options["format"],
                options=given,
            )
            try:
                keep_file(batch, data, path.name)
                self.stdout.write(f"Import {batch.pk}: {path.name}, {find_format(batch)}")
                self.map(batch, options)
            except (FormatError, ValidationError, CommandError):
                batch.delete()
                raise
        return batch

    def incident(self, slug: str) -> Incident:
        incident = Incident.objects.filter(slug=slug).first()
        if incident is None:
            raise CommandError(f"--incident: there is no incident {slug!r}. There are: {known_incidents()}.")
        return incident

    def map(self, batch: ImportBatch, options: dict[str, Any]) -> None:
        """Find out which column is what: as given, as saved, or as guessed."""
        survey_file(batch)
        if options["mapping"]:
            name = options["mapping"]
            if said := take_mapping(batch, self.mapping(name), Path(name).name):
                self.stdout.write(said)
        if options["save_mapping"]:
            ImportMapping.objects.update_or_create(
                name=options["save_mapping"], defaults={"format": batch.format, "mapping": batch.mapping}
            )

    def mapping(self, name: str) -> Any:
        saved = ImportMapping.objects.filter(name=name).first()
        if saved:
            return saved.mapping
        try:
            return json.loads(Path(name).read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            known = ", ".join(ImportMapping.objects.values_list("name", flat=True)[:20]) or "none yet"
            raise CommandError(f"--mapping: {name!r} is no file and no saved mapping. Saved are: {known}.") from error
        except ValueError as error:
            raise CommandError(f"--mapping: {name} holds no JSON: {error}.") from error

    # --- What it does ---

    def read(self, batch: ImportBatch) -> None:
        if batch.state in (State.UPLOADED, State.STAGING, State.CHECKING):
            stage_file(batch, progress=self.progress("read"))
            if batch.state == State.FAILED:
                raise CommandError(batch.message)
            if batch.total and batch.incident is None and names_nowhere(batch):
                batch.delete()
                raise CommandError(
                    "--incident: no record of the file names an incident. Choose one for all of them; there are: "
                    f"{known_incidents()}. Or say which column names it, by --mapping."
                )
            self.tell_check(batch)

    def put_in(self, batch: ImportBatch, options: dict[str, Any]) -> None:
        if batch.state != State.STAGED:
            go_on(batch)
        if batch.state == State.STAGED:
            for choice in options["choose"]:
                code, _equals, action = choice.partition("=")
                choose(batch, code, action)
            begin(batch, MODES[options["mode"]])
        apply_file(batch, progress=self.progress("applied"))
        if batch.state != State.DONE:
            raise NotNow(f"Import {batch.pk} is {batch.get_state_display()}; --resume {batch.pk} goes on with it.")
        self.stdout.write(f"Done: {telling.outcomes_in_words(batch)}.")
        if MODES[options["mode"]] == "published" and batch.total > MOST_RENDERED:
            self.stdout.write("refresh_pages makes the kept entries of all; until then some pages are slower.")

    def progress(self, what: str) -> Any:
        last = 0

        def tell(done: int, total: int) -> None:
            nonlocal last
            if done - last >= 10_000:
                last = done
                self.stdout.write(f"{done:,}{f' of {total:,}' if total else ''} records {what}")

        return tell

    def tell_check(self, batch: ImportBatch) -> None:
        """Say what the dry run found, in plain words."""
        if batch.total:
            self.stdout.write(f"{telling.records(batch.total)}: {telling.planned_in_words(batch)}.")
        else:
            self.stdout.write("The file holds no records.")
        for said in telling.file_findings(batch):
            self.stdout.write(f"  {said}")
        for told in telling.findings_told(batch):
            example = ", for example" if told.for_example else ""
            self.stdout.write(f"  {telling.records(told.rows)} ({told.places}){example}: {told.sentence}")
            if told.offers:
                offered = ", ".join(f"{told.code}={name}" for name, _label in told.offers)
                self.stdout.write(f"    --choose {offered}")
        for one in telling.changed(batch):
            said = "; ".join(f"{name}: {before} → {after}" for name, before, after in one.fields)
            what = "is public and stays as it is; the file now says" if one.stays else "would change"
            self.stdout.write(f"  {telling.place(one.row)} {what}: {said}")


def known_incidents() -> str:
    return ", ".join(Incident.objects.values_list("slug", flat=True)[:20]) or "none yet"


def names_nowhere(batch: ImportBatch) -> bool:
    """Whether no record that could be read says which incident it belongs to."""
    readable = batch.rows.exclude(draft={})
    return readable.exists() and not readable.exclude(found__code="no-incident").exists()
