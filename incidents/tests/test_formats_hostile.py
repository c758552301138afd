"""Hostile files are refused or inert, soon; each is made on the fly, and read as an upload is, in a child process."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.hostile import FILES
from incidents.drafts import EventDraft, Finding, IncidentDraft
from incidents.formats.base import FormatError, Record, Refused
from incidents.formats.child import Bounds, run

pytestmark = pytest.mark.once

SOON = Bounds(processor=15, waiting=60)  # seconds: generous, for a machine under load; `bench.hostile` prints them
QUICK = [name for name, one in FILES.items() if not one.slow]
REFUSED = [name for name in QUICK if FILES[name].told]
INERT = [name for name in QUICK if not FILES[name].told]


def outcome(format_name: str, data: bytes, tmp_path: Path) -> list[object]:
    file = tmp_path / "hostile"
    file.write_bytes(data)
    with run("read", file, "hostile", format_name, bounds=SOON) as reading:
        return list(reading)


@pytest.mark.parametrize("what", REFUSED)
def test_hostile_file_is_refused(what: str, tmp_path: Path):
    one = FILES[what]
    with pytest.raises(FormatError, match=one.told):
        outcome(one.format, one.made(), tmp_path)


@pytest.mark.parametrize("what", INERT)
def test_hostile_file_is_inert(what: str, tmp_path: Path):
    one = FILES[what]
    refusal = ""
    found: list[object] = []
    try:
        found = outcome(one.format, one.made(), tmp_path)
    except FormatError as error:  # a bound of the format may be met first, in a sentence of its own
        refusal = str(error)
    assert "could not be read" not in refusal
    assert "seconds" not in refusal
    assert all(isinstance(item, Record | Finding | IncidentDraft | EventDraft | Refused) for item in found)
