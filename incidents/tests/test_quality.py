"""What machines can say about the tree: style, types, migrations, deployment, templates."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
pytestmark = pytest.mark.once


def require_content(*command: str) -> None:
    """Fail with all that a program says of the tree, unless it is content."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(done.stdout + done.stderr, pytrace=False)


def test_ruff_has_no_objection():
    require_content("ruff", "check", "--quiet", "--output-format=concise", ".")


def test_code_is_formatted():
    require_content("ruff", "format", "--check", "--output-format=concise", ".")


def test_types_hold():
    require_content("mypy")


def test_djlint_has_no_objection():
    require_content("djlint", "--lint", "--quiet", "templates")


def test_migrations_are_complete(db):
    out = StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=out)
    except SystemExit:
        pytest.fail(out.getvalue(), pytrace=False)


# What a test run sets for itself.
NOT_DEPLOYED = ("DATABASE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE")


def test_deployment_check_is_silent(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name not in NOT_DEPLOYED}
    environment |= {
        "DATELINE_DATA_DIR": str(tmp_path),
        "DATELINE_SITE_URL": "https://timeline.example.org",
        "DATELINE_SECRET_KEY": "".join(map(chr, range(40, 110))),
        "DJANGO_SETTINGS_MODULE": "timeline.settings",
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "INFO"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "System check identified no issues (0 silenced).\n", done.stderr
    assert done.stderr == ""


# --- Every word of a page can be translated --------------------------------------------------------------------------

TRANSLATED = re.compile(r"\{%\s*blocktrans(?:late)?\b.*?\{%\s*endblocktrans(?:late)?\s*%\}", re.S)
# The admin's templates fill a class attribute by a block.
CLASSES = re.compile(r"\{%\s*block (?:body|\w+_)class\s*%\}.*?\{%\s*endblock\b.*?%\}", re.S)
COMMENT = re.compile(r"\{%\s*comment\b.*?\{%\s*endcomment\s*%\}|\{#.*?#\}", re.S)
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.S)
SILENT = ("script", "style", "code")
SPOKEN_ATTRIBUTES = {"alt", "aria-label", "content", "placeholder", "title"}
WORD = re.compile(r"[^\W\d_]{2,}")


class BareText(HTMLParser):
    """Gathers words that stand in a template outside the translation tags."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        spoken = set(SPOKEN_ATTRIBUTES)
        if tag == "meta" and dict(attrs).get("name") != "description":
            spoken.discard("content")
        self.found += [value for name, value in attrs if name in spoken and value and WORD.search(value)]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self.silent and WORD.search(data):
            self.found.append(data.strip())


def bare_text(template: str) -> list[str]:
    for pattern in (COMMENT, TRANSLATED, CLASSES, TAG):
        template = pattern.sub(" ", template)
    parser = BareText()
    parser.feed(template)
    parser.close()
    return parser.found


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(ROOT / "templates")))
def test_template_text_can_be_translated(file: Path):
    assert bare_text(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Sources</p>", ["Sources"]),
        ('<a title="Read it there" href="/x">{{ name }}</a>', ["Read it there"]),
        ('<meta name="description" content="All timelines">', ["All timelines"]),
        ("{% if x %}Draft{% endif %}", ["Draft"]),
        ('<p>{% translate "Sources" %} · {{ n }}</p>', []),
        ("{% blocktranslate %}Read <b>there</b>{% endblocktranslate %}", []),
        ('<meta name="viewport" content="width=device-width">', []),
        ("{# a note #}{% comment %}another{% endcomment %}", []),
        ("<code>python manage.py axes_reset</code>", []),
        ("<style>body { color: red }</style>", []),
    ],
)
def test_bare_text_is_found(template: str, found: list[str]):
    assert bare_text(template) == found
