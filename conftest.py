"""What every test run shares: the cast, a cache that begins empty, and no skips in CI."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from typing import Any

import pytest
from django.core.cache import caches

pytest_plugins = ["incidents.tests.cast", "incidents.tests.browser"]


def refuse_skip(report: Any) -> None:
    """Turn a skip into a failure that names its reason: with CI=true nothing may be left out."""
    if report.skipped and not hasattr(report, "wasxfail"):
        where = report.longrepr
        reason = where[2] if isinstance(where, tuple) else str(where)
        report.outcome = "failed"
        report.longrepr = f"With CI=true nothing is skipped. {reason}"


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() == "true"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if in_ci():
        refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if in_ci():
        refuse_skip(report)
    return report


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    """Forget kept pages: a test's site version begins where that of the test before began."""
    yield
    caches["default"].clear()
