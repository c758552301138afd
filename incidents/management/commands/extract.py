"""Print what a report would propose, without touching the database."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from incidents.cleaning import UnusableText
from incidents.drafts import EventDraft
from incidents.extraction import propose
from incidents.importing import genre_of, read_report
from incidents.management.dates import published_date
from incidents.management.genres import add_genre, chosen_genre


class Command(BaseCommand):
    help = "Print the dated statements that a report (text or HTML) would propose. Nothing is stored."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="The report: a .txt or .html file, or - for standard input.")
        parser.add_argument("--published", default="", help="The date printed on it, such as 2023-09-19.")
        parser.add_argument("--language", default="", help="Its language as a code: en, es, fr, de, nl.")
        add_genre(parser)
        parser.add_argument("--json", action="store_true", help="Print a JSON list.")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["file"]
        published = published_date(options["published"])
        try:
            data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
            article = read_report(data, name=name, published=published, language=options["language"])
            drafts = propose(article, genre=chosen_genre(options["genre"]) or genre_of(article))
        except (OSError, UnusableText) as error:
            raise CommandError(f"{name}: {error}") from error
        if not article.source.published:
            self.stderr.write(
                f"{name}: no trustworthy publication date was found in it, so relative dates are left open. "
                "Give the date printed on the report with --published."
            )
        if options["json"]:
            self.stdout.write(json.dumps([as_json(draft) for draft in drafts], ensure_ascii=False, indent=2))
            return
        for draft in drafts:
            self.stdout.write(as_line(draft))


def as_json(draft: EventDraft) -> dict[str, Any]:
    """Return a proposal as plain values: the span of its quote in the cleaned text, and how its date was read."""
    quote, date = draft.citations[0].quotes[0], draft.date
    return {
        "start": quote.start,
        "end": quote.end,
        "quote": quote.exact,
        "words": date.words if date else "",
        "edtf": date.edtf if date else "",
        "part": date.part if date else "",
        "rule": date.rule if date else "",
        "kind": draft.kind,
        "headline": draft.headline,
    }


def as_line(draft: EventDraft) -> str:
    date = draft.date
    when = f"{date.edtf or '(open)'}{' ' + date.part if date.part else ''}  “{date.words}”" if date else "(undated)"
    return f"{when}  {draft.kind}: {draft.headline}"
