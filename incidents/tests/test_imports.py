"""Imports go downwards only: who may know whom, held by reading every module's source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path(__file__).parents[1]
pytestmark = pytest.mark.once

LAYERS = (
    ("sentences",),
    ("temporal", "cleaning", "compression", "counts", "differences", "languages", "passages", "textfragments"),
    ("drafts", "drawing", "plaindates", "prose"),
    ("cards", "formats", "extraction", "fields", "search", "fetching", "pagecache", "prepared"),
    ("certainty", "querysets"),
    ("models",),
    ("selection",),
    ("importing", "exporting", "merging", "migrations", "ranking"),
    (
        *("facets", "followed", "forms", "file_forms", "framing", "keptentries", "neighbours", "oldversions"),
        *("report_forms", "rereading", "results", "reviewing"),
    ),
    ("close", "deciding"),
    ("templatetags", "timelines"),
    ("sharing",),
    (
        *("admin", "api", "apps", "embeds", "feeds", "management", "middleware", "oembed"),
        *("sitemaps", "twins", "views"),
    ),
    ("urls",),
)
LAYER = {name: number for number, names in enumerate(LAYERS, 1) for name in names}
# These are tested without a site: they read no settings and no clock, and know no framework.
WITHOUT_DJANGO = {
    *("sentences", "temporal", "cleaning", "differences", "passages", "prose", "textfragments"),
    *("cards", "drafts", "drawing", "plaindates", "formats", "extraction", "fetching"),
}


def modules(app: Path) -> Iterator[tuple[str, Path]]:
    """Yield each module of the app but its tests, by dotted name below the app."""
    for file in sorted(app.rglob("*.py")):
        parts = file.relative_to(app).with_suffix("").parts
        if "tests" not in parts and parts != ("__init__",):
            yield ".".join(parts), file


def imported(module: str, tree: ast.AST) -> Iterator[str]:
    """Yield the absolute names that a module of the app imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = ["incidents", *module.split(".")][: -node.level] if node.level else []
            base = ".".join([*package, *([node.module] if node.module else [])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def wrong_imports(app: Path) -> list[str]:
    """Return a sentence for each import that goes upwards, or that reaches what its module may not know."""
    wrong = []
    for module, file in modules(app):
        here = module.split(".")[0]
        if here not in LAYER:
            wrong.append(f"{module} stands in no layer")
            continue
        for name in sorted(set(imported(module, ast.parse(file.read_text(encoding="utf-8"))))):
            root, _, rest = name.partition(".")
            there = rest.split(".")[0]
            if root == "timeline":
                wrong.append(f"{module} imports {name}: the app does not know the project")
            elif root == "django" and here in WITHOUT_DJANGO:
                wrong.append(f"{module} imports {name}: it does without Django")
            elif root == "incidents" and LAYER.get(there, 0) > LAYER[here]:
                wrong.append(f"{module} imports {name}: upwards")
            elif root == "incidents" and here != there and LAYER.get(there) == LAYER[here] < LAYER["admin"]:
                wrong.append(f"{module} imports {name}: sideways")
    return wrong


def test_imports_go_downwards_only():
    assert wrong_imports(APP) == []


@pytest.mark.parametrize(
    ("module", "source", "found"),
    [
        pytest.param("temporal/edtf.py", "from ..models import Event", "upwards", id="relative"),
        pytest.param("search/query.py", "import incidents.views", "upwards", id="absolute"),
        pytest.param("querysets.py", "def f():\n    from .importing import x", "upwards", id="in a function"),
        pytest.param("fields.py", "from . import models", "upwards", id="by name from the package"),
        pytest.param("importing.py", "from .exporting import x", "sideways", id="a neighbour"),
        pytest.param("views.py", "import timeline.settings", "does not know the project", id="the project"),
        pytest.param("extraction/html.py", "from django.conf import settings", "without Django", id="Django"),
        pytest.param("stray.py", "", "no layer", id="a module that nobody placed"),
    ],
)
def test_planted_violation_is_found(tmp_path: Path, module: str, source: str, found: str):
    file = tmp_path / module
    file.parent.mkdir(exist_ok=True)
    file.write_text(source)
    wrong = wrong_imports(tmp_path)
    assert wrong
    assert all(found in sentence for sentence in wrong)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        pytest.param("models/events.py", "from ..querysets import EventQuerySet", id="downwards"),
        pytest.param("models/events.py", "from .base import Recorded", id="within a package"),
        pytest.param("models/__init__.py", "from .events import Event", id="from a package's front"),
        pytest.param("admin/events.py", "from ..views.event import event_context", id="between doors"),
    ],
)
def test_right_import_is_let_pass(tmp_path: Path, module: str, source: str):
    file = tmp_path / module
    file.parent.mkdir(exist_ok=True)
    file.write_text(source)
    assert wrong_imports(tmp_path) == []
