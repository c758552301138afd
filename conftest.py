"""What every test run shares: the cast, a browser, no skips in CI, and a cache that begins empty."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import caches

pytest_plugins = ["incidents.tests.cast", "incidents.tests.browser", "incidents.tests.ci"]


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    """Forget kept pages: a test's site version begins where that of the test before began."""
    yield
    for name in settings.CACHES:
        caches[name].clear()
