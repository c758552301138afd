"""Run the tests on PostgreSQL: `python -m pytest -p incidents.tests.postgres`.

Uses the server that TEST_DATABASE_URL names, else a throwaway cluster in a temporary folder, reached by a Unix
socket there and stopped at the end. Without PostgreSQL on the machine the run ends with a sentence; in CI it fails.
"""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from pathlib import Path
from types import FrameType

import pytest

SECONDS_TO_START = 60
MISSING = (
    "The tests were not run on PostgreSQL: no initdb and postgres were found in PATH or in /usr/lib/postgresql. "
    "Install them (Debian and Ubuntu: apt install postgresql; macOS: brew install postgresql), or name a server "
    "by TEST_DATABASE_URL."
)


def programs() -> Path | None:
    """Return the folder of initdb and postgres: the newest of Debian's, else that in PATH."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda folder: int(folder.parent.name) if folder.parent.name.isdigit() else 0,
        reverse=True,
    )
    in_path = shutil.which("initdb")
    folders += [Path(in_path).resolve().parent, Path(in_path).parent] if in_path else []
    return next((one for one in folders if (one / "initdb").exists() and (one / "postgres").exists()), None)


def server_user() -> str | None:
    """Return whom the server runs as: PostgreSQL refuses root. None is the user at hand."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


class Cluster:
    """A PostgreSQL server with its data in a temporary folder; nothing of it outlives the run."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder
        self.user = server_user()
        self.folder = Path(tempfile.mkdtemp(prefix="dateline-pg-", dir="/tmp"))  # a socket's path has to be short
        self.server: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"postgres://dateline@/{self.folder}/dateline"

    def start(self) -> None:
        if self.user:
            shutil.chown(self.folder, self.user)
        data, log = self.folder / "data", (self.folder / "log").open("wb")
        with log:
            self._run("initdb", "-D", data, "-U", "dateline", "-A", "trust", "-E", "UTF8", "--locale=C", "-N", log=log)
            settings = {
                "listen_addresses": "",
                "unix_socket_directories": self.folder,
                "fsync": "off",
                "synchronous_commit": "off",
                "full_page_writes": "off",
                "max_connections": "60",
            }
            options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
            self.server = subprocess.Popen(
                [self.programs / "postgres", "-D", data, *options], stdout=log, stderr=log, **self._as_user()
            )
        self._wait()

    def _as_user(self) -> dict[str, object]:
        """Return how to start a program. In a session of its own Ctrl-C does not reach it before the tests end."""
        as_user = {"user": self.user, "group": pwd.getpwnam(self.user).pw_gid, "extra_groups": []} if self.user else {}
        return {"cwd": self.folder, "start_new_session": True, "stdin": subprocess.DEVNULL, **as_user}

    def _run(self, program: str, *arguments: object, log: object) -> None:
        command = [str(self.programs / program), *map(str, arguments)]
        done = subprocess.run(command, stdout=log, stderr=log, **self._as_user())
        if done.returncode:
            raise pytest.UsageError(f"{program} failed:\n{self._log()}")

    def _wait(self) -> None:
        until = time.monotonic() + SECONDS_TO_START
        ready = self.folder / "data" / "postmaster.pid"
        while time.monotonic() < until:
            if self.server.poll() is not None:
                break
            if ready.exists() and "ready" in ready.read_text().splitlines()[-1]:
                return
            time.sleep(0.05)
        raise pytest.UsageError(f"PostgreSQL did not start:\n{self._log()}")

    def _log(self) -> str:
        return (self.folder / "log").read_text(errors="replace")[-2000:]

    def stop(self) -> None:
        """Stop the server and remove its folder. Safe to call again."""
        if self.server and self.server.poll() is None:
            self.server.send_signal(signal.SIGINT)  # "fast": open connections are cut
            try:
                self.server.wait(20)
            except subprocess.TimeoutExpired:
                self.server.send_signal(signal.SIGQUIT)
                self.server.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)


def end(number: int, frame: FrameType | None) -> None:
    """End as Ctrl-C does when asked to terminate, so that the server is stopped too."""
    raise KeyboardInterrupt


def provide_server() -> None:
    """Set DATABASE_URL to a server for this run."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        os.environ["DATABASE_URL"] = given
        return
    folder = programs()
    if folder is None:
        if os.environ.get("CI", "").casefold() == "true":
            raise pytest.UsageError(MISSING)
        print(MISSING)
        sys.exit(0)
    cluster = Cluster(folder)
    atexit.register(cluster.stop)
    signal.signal(signal.SIGTERM, end)
    cluster.start()
    os.environ["DATABASE_URL"] = cluster.url


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Generator[None, None, None]:
    # A wrapper comes before pytest-django, which reads the settings in this same hook.
    # The processes of xdist inherit the address from the one that started them.
    if "PYTEST_XDIST_WORKER" not in os.environ:
        provide_server()
    return (yield)


def pytest_report_header() -> str:
    return f"database: {os.environ['DATABASE_URL'].rpartition('@')[2]}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what ran on SQLite and asks no database, or is marked to run once: it would say the same again."""
    kept = [item for item in items if asks_a_database(item) and not item.get_closest_marker("once")]
    some = set(kept)
    config.hook.pytest_deselected(items=[item for item in items if item not in some])
    items[:] = kept


def asks_a_database(item: pytest.Item) -> bool:
    """Whether a test may use the database: pytest-django refuses it to all others."""
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or fixtures & {"db", "transactional_db"})
