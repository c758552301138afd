"""The test runs themselves: nothing is skipped in CI, and a missing PostgreSQL is said or refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

postgres = pytest.importorskip("incidents.tests.postgres", reason="This system has no users to run a server as.")

ROOT = Path(__file__).parents[2]
SKIPPING = """
import pytest

def test_runs():
    pass

def test_skips():
    pytest.skip("a reason")

@pytest.mark.skip(reason="another reason")
def test_is_marked():
    pass
"""
pytestmark = pytest.mark.once


def run(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_skipping.py").write_text(SKIPPING)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "incidents.tests.ci", "-p", "no:cacheprovider", str(folder)],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in ("CI", "DATABASE_URL")} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_skip_is_a_failure_in_ci(tmp_path):
    done = run(tmp_path, CI="true")
    assert done.returncode == 1
    assert "With CI=true nothing is skipped. Skipped: a reason" in done.stdout
    assert "With CI=true nothing is skipped. Skipped: another reason" in done.stdout
    assert "1 failed, 1 passed, 1 error" in done.stdout


def test_skip_is_a_skip_elsewhere(tmp_path):
    done = run(tmp_path)
    assert done.returncode == 0
    assert "1 passed, 2 skipped" in done.stdout


@pytest.fixture
def no_postgresql(monkeypatch) -> None:
    monkeypatch.setattr(postgres, "programs", lambda: None)
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    monkeypatch.delenv("CI", raising=False)


def test_missing_postgresql_is_said(no_postgresql, capsys):
    with pytest.raises(SystemExit) as end:
        postgres.provide_server()
    assert end.value.code == 0
    assert "apt install postgresql" in capsys.readouterr().out


def test_missing_postgresql_fails_in_ci(no_postgresql, monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.UsageError, match="apt install postgresql"):
        postgres.provide_server()


def test_given_server_is_used(no_postgresql, monkeypatch: Any):
    monkeypatch.setenv("DATABASE_URL", "")
    monkeypatch.setenv("TEST_DATABASE_URL", "postgres://host/name")
    postgres.provide_server()
    assert os.environ["DATABASE_URL"] == "postgres://host/name"
