"""What must hold when things break: a killed import, a held lock. In processes and on a database of their own."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[[str], "subprocess.CompletedProcess[str]"]


@pytest.fixture
def own_database(tmp_path: Path, django_db_setup: None, django_db_blocker: object) -> Iterator[str]:
    """Return the address of an empty database of the kind that the tests run on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path / 'own.sqlite3'}"
        return
    import psycopg

    name = f"own_{uuid.uuid4().hex}"
    given = connection.settings_dict
    server = {"host": given["HOST"], "user": given["USER"], "password": given["PASSWORD"] or None, "dbname": "postgres"}
    with psycopg.connect(autocommit=True, **server) as server_connection:
        server_connection.execute(f'CREATE DATABASE "{name}"')
        yield f"postgres://{given['USER']}@/{given['HOST']}/{name}"
        server_connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def run(own_database: str, tmp_path: Path) -> Run:
    """Run Python in a process of its own, with the app set up on that database."""
    environment = {
        **os.environ,
        "DATABASE_URL": own_database,
        "DATELINE_DATA_DIR": str(tmp_path),
        "DATELINE_DATABASE_TIMEOUT": "1",
        "DATELINE_DEBUG": "true",  # static files as they lie there, not collected
        "DJANGO_SETTINGS_MODULE": "timeline.settings",
    }

    def process(code: str) -> subprocess.CompletedProcess[str]:
        program = "import django; django.setup()\n" + textwrap.dedent(code)
        return subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
        )

    prepared = process("from django.core.management import call_command; call_command('migrate', verbosity=0)")
    assert prepared.returncode == 0, prepared.stderr
    return process


IMPORT = """
    import os, signal
    from incidents.importing import reports as importing
    from incidents.extraction import read_text
    from incidents.models import Citation, Event, ImportBatch, ImportRow, Incident, Quote, SearchDocument, Source
    importing.ROWS_AT_ONCE = 10
    lines = [f"Last week, engineer {n} detected unusual activity on the network." for n in range(30)]
    article = importing.with_source(read_text("\\n\\n".join(lines)), title="Many", published="2023-09-19")
    incident, _ = Incident.objects.get_or_create(slug="killed", defaults={"title": "Killed"})
"""


def test_a_killed_import_goes_on_with_nothing_lost_and_nothing_twice(run: Run) -> None:
    killed = run(
        IMPORT
        + """
    whole = importing.apply_row
    def apply_row(batch, row):
        if row.number == 17:
            os.kill(os.getpid(), signal.SIGKILL)
        whole(batch, row)
    importing.apply_row = apply_row
    importing.import_report(article, incident)
    """
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    resumed = run(
        IMPORT
        + """
    batch = ImportBatch.objects.get()
    print(batch.state, batch.cursor, Event.objects.count())
    outcome = importing.import_report(article, incident)
    print(outcome.batch.pk == batch.pk, outcome.batch.state, outcome.counts)
    print(Event.objects.count(), Citation.objects.count(), Quote.objects.count(), Source.objects.count())
    print(Event.objects.values("import_ref").distinct().count(), Event.history.count())
    """
    )
    assert resumed.returncode == 0, resumed.stderr
    assert resumed.stdout.splitlines() == [
        "applying 10 10",
        "True done {'created': 30}",
        "30 30 30 1",
        "30 30",
    ]


@pytest.mark.once  # PostgreSQL locks rows, not the database
def test_while_a_lock_is_held_reads_go_on_and_a_writer_is_asked_to_come_back(run: Run, own_database: str) -> None:
    prepared = run(
        """
        from django.contrib.auth import get_user_model
        from incidents.models import Incident
        get_user_model().objects.create_superuser("editor", password="correct horse 7 battery")
        Incident.objects.create(title="Open", slug="open").publish(by=None)
        """
    )
    assert prepared.returncode == 0, prepared.stderr
    held = sqlite3.connect(own_database.removeprefix("sqlite:///"), isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
    asked = run(
        """
        from django.conf import settings
        settings.ALLOWED_HOSTS = ["testserver"]
        from django.test import Client
        from django.contrib.auth import get_user_model
        reader = Client()
        print(reader.get("/incidents/open/").status_code)
        answer = Client().post("/admin/login/", {"username": "editor", "password": "correct horse 7 battery"})
        print(answer.status_code, answer.get("Retry-After"))
        """
    )
    held.execute("ROLLBACK")
    held.close()
    assert asked.returncode == 0, asked.stderr
    assert asked.stdout.splitlines() == ["200", "503 5"]
