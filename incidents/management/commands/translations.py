"""Bring the catalogues of the interface's languages up to date, and compile them."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from incidents.management import catalogues


class Command(BaseCommand):
    help = "Find the interface's words, put those that are new into each language's .po file, and compile all to .mo."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="Write nothing; fail where anything would change.")

    def handle(self, *args: Any, **options: Any) -> None:
        found, stale = catalogues.template(), []
        for code in catalogues.languages():
            catalog = catalogues.updated(code, found)
            made = {
                catalogues.po_file(code): catalogues.po_bytes(catalog),
                catalogues.mo_file(code): catalogues.mo_bytes(catalog),
            }
            for path, content in made.items():
                if not path.exists() or path.read_bytes() != content:
                    stale.append(path.relative_to(catalogues.ROOT).as_posix())
                    if not options["check"]:
                        path.parent.mkdir(parents=True, exist_ok=True)
                        path.write_bytes(content)
            missing = catalogues.untranslated(catalog)
            self.stdout.write(f"{code}: {len(catalog) - len(missing)} of {len(catalog)} messages translated.")
            for message in missing:
                self.stdout.write(f"  {message.id!r} ({', '.join(place for place, _line in message.locations)})")
        if options["check"] and stale:
            raise CommandError(f"Out of date: {', '.join(stale)}. manage.py translations makes them anew.")
