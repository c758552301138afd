"""What importing records costs: staged, checked and applied here, beside django-import-export on the same columns.

    python -m bench.imports [--rows 100000] [--theirs 5000] [--rounds 3] [--as proposed] [--plain] [--packages FOLDER]
        [--kinds ours flat cited]

Each kind runs in a process of its own on a throwaway database of the same settings, and the kinds are interleaved.
DATABASE_URL is heeded: on a server of PostgreSQL a database is made for each run and dropped after it.

Here a record becomes an event with a source, a citation, their history, and, published, its version and its search
document. There it is measured twice: `flat` is one row of one table with all the columns, without any of that; `cited`
is an event, its source (found again by its address, or made) and the row that joins them, by the library's own widget
and hook. Neither has history, versions or a search index, which the library does not make; all its settings are as
they come. `--plain` leaves our own reader, mapping and checks out, as the other has none. `rows/s` is by the clock,
`ms CPU` is what the process itself and its children used for 1,000 rows (not a server of PostgreSQL), and `busiest`
what the busier of the two used, step by step: what the clock would say if none had to wait for a processor. The ratios
are of the medians.
django-import-export is looked for in FOLDER, too (pip install --target FOLDER django-import-export).
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = (
    *("id", "headline", "date", "body", "place", "kind", "language"),
    *("source_url", "source_title", "source_publisher", "source_published", "severity"),
)
BODY = "What happened is told here in two sentences of the usual length. The second says what is not known."
THEIRS = ("flat", "flat-admin", "cited", "cited-admin")
SETTINGS = {"ours": "timeline.settings"} | dict.fromkeys(THEIRS, "bench.theirs.settings")


def write_csv(path: Path, rows: int) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(COLUMNS)
        for n in range(1, rows + 1):
            date = f"{2000 + n % 24}-{1 + n % 12:02}-{1 + n % 28:02}"
            out.writerow((
                n, f"Something of the length of a headline happens for the {n}th time", date, BODY, "Rotterdam",
                "occurred", "en", f"https://news{n % 50}.example/{date[:4]}/a-story-{n}.html",
                f"A report with a title of its own, number {n}", f"Publisher {n % 50}", date, "high",
            ))  # fmt: skip


# --- Ours -----------------------------------------------------------------------------------------------------------


def ours(path: Path, mode: str, plain: bool) -> dict[str, float]:
    """Do all that `import_events` does; `plain` puts Python's csv in the place of our reader, mapping and checks."""
    from incidents.importing import (
        apply_file,
        begin,
        check_file,
        find_format,
        keep_file,
        new_batch,
        stage_file,
        stage_lines,
        survey_file,
    )  # fmt: skip
    from incidents.importing.files import start_reading
    from incidents.models import Citation, Event, Incident, SearchDocument

    incident = Incident.objects.create(slug="bench", title="A matter to measure")
    incident.publish(by=None)
    steps = {}
    batch = new_batch(incident, name=path.name, format_name="")
    with measured(steps, "look"), path.open("rb") as file:
        keep_file(batch, file, path.name)
        find_format(batch)
        if not plain:
            survey_file(batch)
    with measured(steps, "stage and check"):
        if plain:
            start_reading(batch)
            with reading(path) as lines:
                stage_lines(batch, lines)
            check_file(batch)
        else:
            stage_file(batch)
    with measured(steps, "apply"):
        begin(batch, mode)
        apply_file(batch)
    assert batch.state == "done", batch.state
    wanted = (batch.total, batch.total, batch.total if mode == "published" else 0)
    found = (Event.history.count(), Citation.history.count(), SearchDocument.objects.count())
    assert found == wanted == (Event.objects.count(), Citation.objects.count(), wanted[2]), found
    return steps


class reading:  # noqa: N801
    """The lines of the reader's process, which reads the next ones while these are stored."""

    def __init__(self, path: Path) -> None:
        command = [sys.executable, "-m", "bench.imports", "--read", str(path)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", bufsize=1 << 20)

    def __enter__(self) -> Iterator[str]:
        assert self.process.stdout
        return iter(self.process.stdout)

    def __exit__(self, *_: object) -> None:
        assert self.process.wait() == 0


def read(path: Path) -> None:
    """Write the file's records as lines, read by Python's csv alone."""
    from incidents.drafts import CitationDraft, EventDraft, Origin, Reading, SourceDraft
    from incidents.formats import wire

    with path.open(newline="", encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            date = Reading(row["date"], row["date"], rule="given")
            source = SourceDraft(
                title=row["source_title"], url=row["source_url"], publisher=row["source_publisher"],
                published=row["source_published"],
            )  # fmt: skip
            draft = EventDraft(
                headline=row["headline"], date=date, body=row["body"], place=row["place"], kind=row["kind"],
                language=row["language"], citations=(CitationDraft(source, date=date),), origin=Origin(row=number),
                import_ref=blake2b(row["id"].encode(), digest_size=16).hexdigest(),
                extra=(("severity", row["severity"]),),
            )  # fmt: skip
            sys.stdout.write(wire.line(draft) + "\n")


# --- Theirs ----------------------------------------------------------------------------------------------------------


def theirs(path: Path, *, cited: bool) -> dict[str, float]:
    """Import as a script does it: `Resource.import_data` with its defaults."""
    import tablib
    from import_export.resources import modelresource_factory

    from bench.theirs.models import Cited, Happening
    from bench.theirs.resources import CitedResource

    steps: dict[str, float] = {}
    resource = CitedResource if cited else modelresource_factory(Happening)
    with measured(steps, "import"):
        data = tablib.Dataset().load(path.read_text(encoding="utf-8"), format="csv")
        result = resource().import_data(data)
    assert not result.has_errors()
    assert (Cited if cited else Happening).objects.count() == len(data)
    return steps


def theirs_admin(path: Path, *, cited: bool) -> dict[str, float]:
    """Upload, preview and confirm, as an editor does it."""
    from django.contrib.auth.models import User
    from django.test import Client

    from bench.theirs.models import Cited, Happening

    model = Cited if cited else Happening
    at = f"/admin/theirs/{model._meta.model_name}"
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    steps: dict[str, float] = {}
    with measured(steps, "preview"), path.open("rb") as file:
        page = client.post(f"{at}/import/", {"import_file": file, "format": "0", "resource": ""})
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.content.decode())
    with measured(steps, "import"):
        done = client.post(f"{at}/process_import/", dict(hidden))
    assert done.status_code == 302
    with path.open(encoding="utf-8") as file:
        assert model.objects.count() == sum(1 for _line in file) - 1
    return steps


# --- Measuring -------------------------------------------------------------------------------------------------------


class measured:  # noqa: N801
    """Note the seconds by the clock and of the processor, child processes included, that a step takes."""

    def __init__(self, steps: dict[str, float], name: str) -> None:
        self.steps, self.name = steps, name

    def __enter__(self) -> None:
        self.wall, self.cpu = time.perf_counter(), cpu_seconds()

    def __exit__(self, *_: object) -> None:
        self.steps[self.name] = time.perf_counter() - self.wall
        own, childrens = (now - before for now, before in zip(cpu_seconds(), self.cpu, strict=True))
        self.steps[f"{self.name} CPU"] = own + childrens
        self.steps[f"{self.name} busiest"] = max(own, childrens)


def cpu_seconds() -> tuple[float, float]:
    """Return the processor time of this process, and of its children that have ended."""
    own, childrens = (sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own, childrens


def one(kind: str, path: Path, mode: str, plain: bool) -> None:
    import gc

    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    if kind != "ours":
        from bench.theirs.models import Cited, Happening, Source

        with connection.schema_editor() as editor:
            for model in (Happening, Source, Cited):
                editor.create_model(model)
    gc.freeze()  # as the command does; for all kinds alike
    if kind == "ours":
        steps = ours(path, mode, plain)
    else:
        steps = (theirs_admin if kind.endswith("-admin") else theirs)(path, cited=kind.startswith("cited"))
    steps["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(steps))


@contextmanager
def database() -> Iterator[dict[str, str]]:
    """Make an empty database on the server that DATABASE_URL names, if it names one; yield what says so."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield {}
        return
    import environ
    import psycopg

    name, known = f"dateline_bench_{os.getpid()}", environ.Env.db_url_config(url)
    given = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    place = {ours: known[theirs] for ours, theirs in given.items() if known.get(theirs)}
    with psycopg.connect(**place, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield {"DATABASE_URL": f"{url.rpartition('/')[0]}/{name}"}
        finally:
            connection.execute(f'DROP DATABASE "{name}"')


def measure(kind: str, path: Path, options: argparse.Namespace) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder, database() as place:
        environment = {**os.environ, **place, "DATELINE_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": SETTINGS[kind]}
        command = [sys.executable, "-m", "bench.imports", "--one", kind, str(path), "--as", options.mode]
        if options.plain:
            command.append("--plain")
        if options.packages:
            command += ["--packages", options.packages]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{kind}:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def main(options: argparse.Namespace) -> None:
    found: dict[str, list[dict[str, float]]] = {kind: [] for kind in options.kinds}
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        sizes = {kind: options.rows if kind == "ours" else options.theirs for kind in options.kinds}
        for size in set(sizes.values()):
            write_csv(Path(folder, f"{size}.csv"), size)
        for _ in range(options.rounds):
            for kind, size in sizes.items():
                found[kind].append(measure(kind, Path(folder, f"{size}.csv"), options))
    rates, costs, busiest = {}, {}, {}
    for kind, runs in found.items():
        names = [name.removesuffix(" CPU") for name in runs[0] if name.endswith(" CPU")]
        rates[kind] = sizes[kind] / statistics.median(sum(run[name] for name in names) for run in runs)
        for told, what in ((costs, "CPU"), (busiest, "busiest")):
            seconds = statistics.median(sum(run[f"{name} {what}"] for name in names) for run in runs)
            told[kind] = seconds / sizes[kind] * 1e6
        parts = ", ".join(
            f"{name} {statistics.median(run[f'{name} CPU'] for run in runs) / sizes[kind] * 1e6:.0f}" for name in names
        )
        peak = max(run["peak"] for run in runs)
        print(
            f"{kind:13} {sizes[kind]:>8,} rows  {rates[kind]:>8,.0f} rows/s  {costs[kind]:6.0f} ms CPU a 1,000 rows "
            f"({parts})  busiest {busiest[kind]:.0f}  peak {peak:.0f} MB"
        )
    for kind in [kind for kind in THEIRS if kind in rates and "ours" in rates]:
        print(
            f"ours / {kind}: {rates['ours'] / rates[kind]:.1f} by the clock, {costs[kind] / costs['ours']:.1f} by CPU, "
            f"{busiest[kind] / busiest['ours']:.1f} by the busiest process"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--theirs", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--as", dest="mode", default="proposed", choices=("proposed", "draft", "published"))
    parser.add_argument("--packages", default="")
    parser.add_argument("--kinds", nargs="+", default=list(SETTINGS), choices=SETTINGS)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--one", nargs=2)
    parser.add_argument("--read")
    given = parser.parse_args()
    if given.packages:
        sys.path.append(given.packages)  # behind what is installed
    if given.read:
        read(Path(given.read))
    elif given.one:
        one(given.one[0], Path(given.one[1]), given.mode, given.plain)
    else:
        main(given)
