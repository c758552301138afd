"""Files for tests of formats: bytes read as a format reads them, and the files under ../shared/data."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from incidents.drafts import Finding
from incidents.formats import format_named
from incidents.formats.base import Item, Options, Record

IMPORTS = Path(__file__).parents[3] / "shared" / "data" / "imports"


def items(format_name: str, data: bytes | str, name: str = "file", **options: Any) -> list[Item]:
    raw = data.encode() if isinstance(data, str) else data
    return list(format_named(format_name).read(io.BytesIO(raw), name, Options(**options)))


def records(format_name: str, data: bytes | str, name: str = "file", **options: Any) -> list[Record]:
    return [item for item in items(format_name, data, name, **options) if isinstance(item, Record)]


def values(format_name: str, data: bytes | str, name: str = "file", **options: Any) -> list[dict[str, Any]]:
    return [record.values for record in records(format_name, data, name, **options)]


def codes(found: list[Item]) -> list[str]:
    """Return the codes of what is said of a file and of its records."""
    said = [item for item in found if isinstance(item, Finding)]
    said += [finding for item in found if isinstance(item, Record) for finding in item.findings]
    return [finding.code for finding in said]


def shared(path: str) -> Path:
    """Return a file of ../shared/data/imports, or skip the test."""
    file = IMPORTS / path
    if not file.exists():
        pytest.skip(f"There is no {file}: the shared data is not here.")
    return file


def packed(files: dict[str, bytes | str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return held.getvalue()
