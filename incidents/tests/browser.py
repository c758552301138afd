"""A browser for the tests: Debian's Chromium by Playwright, with an eye on what no page may do."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
MISSING = f"No browser at {CHROMIUM}: the pages were not tried in one. On Debian: apt-get install chromium"
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
PATIENCE = 30_000  # milliseconds until something expected counts as missing: a busy machine is no fault of a page
# Entries out of view are laid out when they come near: axe measures what stands where, and moves the page itself.
LAID_OUT = """async () => {
    const before = scrollY
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
        scrollTo(0, top)
        await new Promise(requestAnimationFrame)
    }
    scrollTo(0, before)
    await new Promise(requestAnimationFrame)
}"""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@dataclass
class Visit:
    """One page in the browser, and what went wrong on it: script errors, violations, requests to elsewhere."""

    page: Page
    base: str
    problems: list[str] = field(default_factory=list)

    def open(self, path: str) -> Any:
        return self.page.goto(self.base + path)

    def watch(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.problems.append(f"script error: {error}"))
        self.page.on("request", self._request)

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"console {message.type}: {message.text}")

    def _request(self, request: Any) -> None:
        parts = urlsplit(request.url)
        if parts.scheme != "data" and f"{parts.scheme}://{parts.netloc}" != self.base:
            self.problems.append(f"request to {request.url}")

    def violations(self) -> list[str]:
        """Return what axe-core finds against WCAG 2.2 AA, a line each."""
        self.page.evaluate(LAID_OUT)
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", WCAG)
        return [
            f"{rule['id']}: {node['html'][:150]} {node['failureSummary']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser once for all tests; without one they are skipped, and fail in CI."""
    if not CHROMIUM.exists():
        pytest.skip(MISSING)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        # Playwright's loop runs in this thread, so that Django takes any query here for one inside it.
        before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        running = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield running
        running.close()
        if before is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def visit(browser: Browser, live_server: Any) -> Iterator[Callable[..., Visit]]:
    """Open windows on the site: `visit(width=390, scheme="dark", javascript=False)`."""
    contexts = []

    def opened(*, width: int = 1280, scheme: str = "light", javascript: bool = True, motion: str = "reduce") -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=javascript,
            reduced_motion=motion,  # type: ignore[arg-type]
        )
        contexts.append(context)
        visit = Visit(context.new_page(), live_server.url)
        visit.watch()
        return visit

    yield opened
    for context in contexts:
        context.close()
