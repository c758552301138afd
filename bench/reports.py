"""What importing a 6 KB report costs, warm: reading, proposing (the tagger alone too), storing; beside bare rows.

    python -m bench.reports [--rounds 15]

Every round imports a report of its own wording into a throwaway SQLite database. Milliseconds of processor time of
one core, the median of the rounds.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial

DAY = date(2023, 9, 19)
SENTENCES = (
    "The port authority said on Tuesday that the cranes of terminal {n} were standing still.",
    "Engineers detected unusual activity on the network late last week, according to a spokeswoman.",
    "It was not clear who was behind it, and the authority declined to say which systems were affected.",
    "Last year, the police arrested a man who had tried to enter terminal {n} with a forged pass.",
    "“We are working with the national centre to restore what was lost,” the spokeswoman added.",
    "The authority runs seventeen terminals and handles a third of the country's containers.",
    "On 12 May 2021 a similar failure stopped the same cranes for nine hours, officials said at the time.",
    "Shipping lines were told on Wednesday morning to send their vessels to other ports until the weekend.",
)


def report(number: int, size: int = 6_000) -> str:
    """Return a report of about `size` characters that no other number gives."""
    paragraphs, length = ["Published: 19 September 2023"], 0
    while length < size:
        line = " ".join(sentence.format(n=f"{number}-{length}") for sentence in SENTENCES[: 4 + length % 5])
        paragraphs.append(line)
        length += len(line)
    return "\n\n".join(paragraphs)


def spent(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return (time.process_time() - before) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as data:
        os.environ |= {"DATELINE_DATA_DIR": data, "DJANGO_SETTINGS_MODULE": "timeline.settings"}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        measure(rounds)


def measure(rounds: int) -> None:
    from django.core.management import call_command

    from incidents.extraction import propose, read_text
    from incidents.importing import import_report
    from incidents.models import Event, ImportRow, Incident
    from incidents.temporal import tag

    call_command("migrate", verbosity=0)
    incident = Incident.objects.create(title="Measured", slug="measured")
    names = ("read", "tag", "propose", "read and propose", "import, all of it", "the bare rows")
    figures: dict[str, list[float]] = {name: [] for name in names}
    proposals = 0
    for number in range(-2, rounds):
        text = report(number)
        figures["read"].append(spent(partial(read_text, text)))
        article = read_text(text)
        figures["tag"].append(spent(partial(tag, article.text, reference=DAY, language="en")))
        figures["propose"].append(spent(partial(propose, article, inferred=True)))
        figures["read and propose"].append(figures["read"][-1] + figures["propose"][-1])
        proposals = len(propose(article, inferred=True))
        figures["import, all of it"].append(spent(partial(import_report, article, incident)))
        bare = [Event(headline="x", date="2023", state="proposed") for _ in range(proposals)]
        figures["the bare rows"].append(spent(partial(Event.objects.bulk_create, bare)))
    imported = ImportRow.objects.count() // (rounds + 2)
    print(f"a report of {len(report(0)) / 1024:.1f} KB, {imported} proposals; CPU ms, median of {rounds}")
    for name, values in figures.items():
        print(f"{name:20}{statistics.median(values[2:]):9.1f}")
    whole = statistics.median(figures["import, all of it"][2:])
    print(f"{'import a proposal':20}{whole / imported:9.1f}")


if __name__ == "__main__":
    main()
