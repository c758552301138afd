"""What it costs to turn the rows of a table into drafts: read, survey, map, check, write as lines.

    python -m bench.formats [--rows 20000] [--rounds 3]

The table has 11 columns: id, headline, text, date, place, two names, tags, source with title and date, and a column
that nobody knows. Rows a second of one core, the best of the rounds, and microseconds a row.
"""

from __future__ import annotations

import argparse
import csv
import io
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from incidents.drafts import EventDraft
from incidents.formats import format_named, wire
from incidents.formats.base import Options, Record
from incidents.formats.checks import Checks
from incidents.formats.guessing import guess
from incidents.formats.mapper import Mapper
from incidents.formats.reading import drafts
from incidents.formats.survey import take

COLUMNS = (
    "id", "title", "description", "date", "city", "organisation", "person", "tags", "source url", "source title",
    "case file",
)  # fmt: skip


def table(rows: int) -> bytes:
    """Return a table as CSV, every row different."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for number in range(rows):
        day = date(2015, 1, 1) + timedelta(days=number % 3_000)
        writer.writerow(
            (
                f"case-{number}",
                f"Terminal {number % 97} of the port stands still for the {number}th time",
                f"Cranes stopped at {number % 24} o'clock, said a spokeswoman; nobody was hurt. " * 3,
                day.isoformat(),
                f"Harbour {number % 50}",
                f"Port authority {number % 20}",
                f"Officer {number % 300}",
                "port; cranes",
                f"https://news{number % 40}.example.org/{day:%Y/%m}/report-{number}?id={number}",
                f"Cranes stand still again ({number})",
                f"AZ {number}/{day.year}",
            )
        )
    return out.getvalue().encode()


def spent(act: Callable[[], object], rounds: int) -> float:
    """Return the seconds of processor time that an act takes, the least of the rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        act()
        best = min(best, time.process_time() - start)
    return best


def consume(items: Iterable[object]) -> None:
    for _ in items:
        pass


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    form, options, file = format_named("csv"), Options(), io.BytesIO(table(given.rows))
    items = list(form.read(file, "table.csv", options))
    survey = take(items)
    mapping = guess(survey)
    records = [item for item in items if isinstance(item, Record)]
    made: list[EventDraft] = []

    def mapped() -> None:
        mapper = Mapper(mapping, survey)
        made[:] = [draft for record in records if isinstance(draft := mapper.draft(record), EventDraft)]

    def checked() -> None:
        checks = Checks(survey, mapping)
        consume(map(checks.check, made))

    steps: dict[str, Callable[[], object]] = {
        "read": lambda: consume(form.read(file, "table.csv", options)),
        "survey": lambda: take(items),
        "map": mapped,
        "check": checked,
        "to a line": lambda: consume(wire.lines(made)),
        "row to line, in all": lambda: consume(wire.lines(drafts(file, "table.csv", form, options, mapping, survey))),
    }
    for name, step in steps.items():
        seconds = spent(step, given.rounds)
        print(f"{name:20} {given.rows / seconds:>10,.0f} rows/s {seconds / given.rows * 1e6:>8.1f} µs a row")


if __name__ == "__main__":
    main()
