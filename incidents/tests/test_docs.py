"""The documentation says what there is: every setting, command, option and format, and no link leads nowhere."""

from __future__ import annotations

import ast
import pkgutil
import re
from argparse import ArgumentParser
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.core.management import load_command_class
from django.core.management.base import BaseCommand

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
OTHERS = {".venv", "var", ".git", "node_modules", ".hypothesis"}
pytestmark = pytest.mark.once


def tree(*suffixes: str) -> list[Path]:
    """Return the tree's own files, without what a build or a run leaves in it."""
    return sorted(
        path
        for path in ROOT.rglob("*")
        if path.is_file()
        and not OTHERS.intersection(path.relative_to(ROOT).parts)
        and not any(part.endswith("_cache") or part == "__pycache__" for part in path.parts)
        and (not suffixes or path.suffix in suffixes)
    )


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


# --- Settings --------------------------------------------------------------------------------------------------------

VARIABLE = re.compile(r"(?:DATELINE_[A-Z_]+|DATABASE_URL)")


def settings_read() -> set[str]:
    nodes = ast.walk(ast.parse(text(ROOT / "timeline" / "settings.py")))
    constants = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return {value for value in constants if VARIABLE.fullmatch(value)}


def test_settings_and_their_page_name_the_same_variables():
    described = set(re.findall(r"^\| `([A-Z_]+)`", text(DOCS / "settings.md"), re.M))
    assert described == settings_read()


def test_every_variable_named_anywhere_in_the_docs_exists():
    for path in tree(".md"):
        unknown = set(VARIABLE.findall(text(path))) - settings_read() - {"DATELINE_"}
        assert not unknown - {"TEST_DATABASE_URL"}, path.name


# --- Commands --------------------------------------------------------------------------------------------------------

COMMANDS = sorted(
    name
    for _, name, is_package in pkgutil.iter_modules([str(ROOT / "incidents" / "management" / "commands")])
    if not is_package and not name.startswith("_")
)


def options(name: str) -> set[str]:
    """Return what a command adds to the options that every command of Django has."""

    def of(command: BaseCommand) -> set[str]:
        parser: ArgumentParser = command.create_parser("manage.py", name)
        return {one for action in parser._actions for one in action.option_strings if one.startswith("--")}

    return of(load_command_class("incidents", name)) - of(BaseCommand())


def section(name: str) -> str:
    """Return what the page of commands says of one."""
    found = re.search(rf"^## `{name}`\n(.*?)(?=^## |\Z)", text(DOCS / "commands.md"), re.M | re.S)
    assert found, f"docs/commands.md has no section on {name}"
    return found[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_documented_with_its_options(name: str):
    described = set(re.findall(r"`(--[a-z-]+)", section(name)))
    assert described == options(name)


def test_no_command_is_documented_that_is_not_there():
    assert sorted(re.findall(r"^## `(\w+)`", text(DOCS / "commands.md"), re.M)) == COMMANDS


# --- Formats ---------------------------------------------------------------------------------------------------------


def test_every_format_is_documented():
    formats = getattr(import_module("incidents.formats"), "FORMATS", ()) if find_spec("incidents.formats") else ()
    page = text(DOCS / "formats.md") if formats else ""
    assert [one for one in formats if f"`{getattr(one, 'name', one)}`" not in page] == []


# --- Links, first words, and what has no place in the tree -----------------------------------------------------------

LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")


def local_links() -> Iterator[tuple[Path, str]]:
    for path in tree(".md"):
        prose = re.sub(r"```.*?```", "", text(path), flags=re.S)
        for link in LINK.findall(prose):
            if "://" not in link and not link.startswith("mailto:"):
                yield path, link


def slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().casefold()).replace(" ", "-")


def test_local_links_lead_somewhere():
    assert list(local_links())
    for path, link in local_links():
        file, _, fragment = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), f"{path.name} links to {link}"
        if fragment:
            headings = re.findall(r"^#+ (.+)$", text(target), re.M)
            assert fragment in map(slug, headings), f"{path.name} links to {link}"


def test_readme_opens_with_the_two_commands():
    blocks = re.findall(r"```\w*\n(.*?)```", text(ROOT / "README.md"), re.S)
    commands = [line.partition("#")[0].strip() for line in blocks[0].splitlines()]
    assert commands == ["make run", "make test"]


def test_every_page_of_the_docs_is_listed():
    listed = {(DOCS / link).resolve() for link in LINK.findall(text(DOCS / "README.md")) if "://" not in link}
    pages = {path for path in tree(".md") if path.is_relative_to(DOCS) and path != DOCS / "README.md"}
    assert pages <= listed


def test_changelog_names_the_version():
    version = re.search(r'^version = "(.+)"', text(ROOT / "pyproject.toml"), re.M)[1]
    assert f"## {version}" in text(ROOT / "CHANGELOG.md")


# The brackets keep this file from holding what it looks for.
MACHINES = r"(?<![\w./-])/(?:[w]ork|[h]ome/\w+|[U]sers/\w+|[r]oot)/"
REGISTRIES = r"[p]ypi\.org|[f]iles\.pythonhosted|[r]egistry\.npmjs|[i]ndex-url https?:"
MISPLACED = re.compile(f"{MACHINES}|{REGISTRIES}")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"cd /{'wo'}rk/main", True),
        (f"see https://{'pypi'}.org/x", True),
        ("/src/framework/x and ./work/", False),
    ],
)
def test_misplaced_words_are_found(line: str, found: bool):
    assert bool(MISPLACED.search(line)) is found


def test_tree_names_no_machine_and_no_registry():
    wrong = []
    for path in tree(".py", ".md", ".txt", ".in", ".toml", ".html", ".css", ".js", ".json", ".sh", ""):
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if MISPLACED.search(line):
                wrong.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    assert wrong == []
