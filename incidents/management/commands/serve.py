"""Serve the site on this machine: by gunicorn, or by Django's own server where gunicorn does not run."""

from __future__ import annotations

import os
import socket
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.templatetags.static import static


class Command(BaseCommand):
    help = "Serve the site at an address of this machine until Ctrl-C."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default: 127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen at (default: 8000)")

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        require_free(host, port)
        require_set_up()
        self.stdout.write(f"The site is at http://{host}:{port}/ — Ctrl-C ends it.", ending="\n")
        self.stdout.flush()
        if os.name == "posix":
            os.execv(sys.executable, gunicorn(host, port))  # noqa: S606 - our own interpreter, no shell
        call_command("runserver", f"{host}:{port}", use_reloader=False)


def require_free(host: str, port: int) -> None:
    """Refuse a port that something else listens at, or that this user may not use."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if os.name == "posix":  # a port in TIME_WAIT is free; on Windows the option would allow sharing one
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"Port {port} of {host} cannot be used: {getattr(error, 'strerror', None) or error}. End what "
                "listens there, or choose another: make run PORT=8001, or manage.py serve --port 8001."
            ) from error


def require_set_up() -> None:
    """Refuse to serve a site whose pages would all fail, and say what it lacks."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        lacking = "its tables are not those of this version"
    elif not is_style_collected():
        lacking = "its static files are not collected"
    else:
        return
    raise CommandError(f"This site is not ready: {lacking}. Run manage.py setup_site first, which does both.")


def is_style_collected() -> bool:
    try:
        static("dateline/site.css")
    except ValueError:  # what the storage says of a file that it has no name for
        return False
    return True


def gunicorn(host: str, port: int) -> list[str]:
    """Return gunicorn's command line. Two processes, so that one long import leaves the pages quick."""
    module, _, name = settings.WSGI_APPLICATION.rpartition(".")
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    # A reader's headers do not say where the site stands.
    options = [
        "--forwarder-headers",
        "",
        "--bind",
        address,
        "--worker-class",
        "gthread",
        "--workers",
        "2",
        "--threads",
        "4",
    ]
    return [sys.executable, "-m", "gunicorn", *options, "--log-level", "warning", f"{module}:{name}"]
