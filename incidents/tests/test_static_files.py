"""Style and scripts as they go out: lighter, and the same."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.utils.functional import empty

from timeline.staticfiles import lightened

STATIC = Path(settings.BASE_DIR) / "static"
OURS = sorted(file for file in (STATIC / "dateline").rglob("*") if file.suffix in (".css", ".js"))
pytestmark = pytest.mark.once


def name_of(file: Path) -> str:
    return file.relative_to(STATIC).as_posix()


@pytest.mark.parametrize(
    ("name", "content", "left"),
    [
        (
            "dateline/a.css",
            "/* Why. */ a,\nb > i {\n  /* two\n lines */ c: d e;\n\n\n  f: g;\n}\n",
            "a,b > i{c:d e;f:g}",
        ),
        ("dateline/a.js", "// Why.\na('b  // c')  // here\n  // and\n\n\n  d()\n", "a('b  // c')\nd()\n"),
        ("dateline/a.svg", "<svg>\n  <g/>\n</svg>", "<svg>\n  <g/>\n</svg>"),
        ("admin/a.js", "// Theirs.\n  b()\n", "// Theirs.\n  b()\n"),
    ],
)
def test_what_no_browser_reads_is_left_behind(name: str, content: str, left: str):
    assert lightened(name, content.encode()).decode() == left


@pytest.mark.parametrize("file", OURS, ids=name_of)
def test_no_string_of_ours_goes_over_a_line(file: Path):
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        assert file.suffix != ".js" or line.count("`") % 2 == 0, f"{file.name}, line {number}"


def test_the_browser_reads_every_script_as_it_goes_out(browser):
    page = browser.new_page()
    for file in OURS:
        if file.suffix == ".js":
            script = lightened(name_of(file), file.read_bytes()).decode()
            page.evaluate("script => { new Function(script) }", script)
    page.close()


def test_the_browser_finds_the_same_rules_in_every_style_as_it_goes_out(browser):
    page = browser.new_page()
    rules = """style => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(style)
        return [...sheet.cssRules].map(rule => rule.cssText)
    }"""
    for file in OURS:
        if file.suffix == ".css":
            style = file.read_bytes()
            light, whole = (page.evaluate(rules, one.decode()) for one in (lightened(name_of(file), style), style))
            assert light == whole
    page.close()


def test_collected_files_are_light(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "timeline.staticfiles.LightStaticFilesStorage"}}
    staticfiles_storage._wrapped = empty
    try:
        call_command("collectstatic", interactive=False, verbosity=0, stdout=StringIO())
        collected = tmp_path / staticfiles_storage.stored_name("dateline/site.css")
    finally:
        staticfiles_storage._wrapped = empty
    assert collected.read_bytes() == lightened("dateline/site.css", (STATIC / "dateline/site.css").read_bytes())
    assert collected.with_name(collected.name + ".br").stat().st_size < collected.stat().st_size
