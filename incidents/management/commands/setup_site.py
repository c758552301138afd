"""Make a site ready to serve: tables, static files, and on the first run the demo and an editor's account."""

from __future__ import annotations

import hashlib
import secrets
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

from incidents.models import Event, Incident
from incidents.models.base import ALPHABET


class Command(BaseCommand):
    help = "Make the site ready: migrations, static files, and on the first run the demo and an editor's account."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-demo", action="store_true", help="begin with an empty site")
        parser.add_argument("--username", default="editor", help="name of the first account (default: editor)")

    def handle(self, *args: Any, no_demo: bool, username: str, **options: Any) -> None:
        call_command("migrate", verbosity=0, stdout=self.stdout)
        if collect_static():
            self.stdout.write("Static files are collected.")
        call_command("refresh_pages", verbosity=0)  # what older templates made
        if get_user_model().objects.exists():
            return
        if not no_demo and not Event.objects.exists() and not Incident.objects.exists():
            call_command("demo", stdout=self.stdout)
        password = new_password()
        get_user_model().objects.create_superuser(username, password=password)
        self.stdout.write(
            f"\nSign in at {settings.SITE_URL}/admin/ as {username} with the password\n\n    {password}\n\n"
            f"It is shown this once and kept nowhere. A new one is set by\n\n"
            f"    {shown_interpreter()} manage.py changepassword {username}\n"
        )


def new_password() -> str:
    """Return 20 random characters (95 bits) in groups that can be read and typed."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(5)) for _ in range(4))


def shown_interpreter() -> str:
    """Return this Python as one types it beside manage.py."""
    interpreter = Path(sys.executable)
    base = Path(settings.BASE_DIR)
    return str(interpreter.relative_to(base)) if interpreter.is_relative_to(base) else str(interpreter)


def collect_static() -> bool:
    """Collect the static files where they are not those of the last time; return whether that was needed."""
    stamp = Path(settings.STATIC_ROOT).with_name("static-files")
    wanted = static_stamp()
    if stamp.exists() and stamp.read_text() == wanted and Path(settings.STATIC_ROOT).is_dir():
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(wanted)
    return True


def static_stamp() -> str:
    """Name the state of all static files, those of installed packages included, by path, size and time."""
    content = hashlib.sha256(f"{django.__version__} {settings.STORAGES['staticfiles']['BACKEND']}".encode())
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
            file = Path(storage.path(path)).stat()
            content.update(f"{path}\0{file.st_size}\0{file.st_mtime_ns}\n".encode())
    return content.hexdigest()
