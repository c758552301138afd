"""Take the pictures of the README and the docs: every public page of the demo, in light and dark, wide and narrow.

    python -m bench.screenshots [--out docs/screenshots]

Serves the demo from a throwaway folder. Needs Debian's chromium and requirements-test.txt.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.pages import ROOT, free_port, serving

CHROMIUM = "/usr/bin/chromium"
WINDOWS = {"wide": (1280, 900), "narrow": (390, 844)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--every", action="store_true", help="all pages and windows, not the README's two alone")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        os.environ |= {"DATELINE_DATA_DIR": data, "DJANGO_SETTINGS_MODULE": "timeline.settings"}
        manage = [sys.executable, "manage.py"]
        subprocess.run([*manage, "setup_site"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        set_password = (
            "from django.contrib.auth.models import User; u = User.objects.get(); u.set_password('shown'); u.save()"
        )
        subprocess.run([*manage, "shell", "-v0", "-c", set_password], cwd=ROOT, check=True)
        report = ROOT / "demo" / "reports" / "court-announces.txt"
        imported = [*manage, "import_report", str(report), "--incident", "icc-intrusions"]
        subprocess.run(imported, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        port = free_port()
        command = [sys.executable, "-m", "gunicorn", "timeline.wsgi", "-b", f"127.0.0.1:{port}", "--threads", "4"]
        with serving(command, port, "/"):
            take(f"http://127.0.0.1:{port}", options.out, every=options.every)


def take(base: str, out: Path, *, every: bool) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for window, (width, height) in WINDOWS.items() if every else [("wide", WINDOWS["wide"])]:
            for scheme in ("light", "dark") if every else ("light",):
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme=scheme,  # type: ignore[arg-type]
                )
                shoot(context.new_page(), base, out, f"-{window}-{scheme}" if every else "", whole=every)
        browser.close()


def shoot(page: object, base: str, out: Path, suffix: str, *, whole: bool) -> None:
    """Go through the pages, a picture each."""

    def keep(name: str) -> None:
        page.screenshot(path=out / f"{name}{suffix}.png", full_page=whole)

    page.goto(f"{base}/incidents/icc-intrusions/")
    event = page.locator("article h3 a").nth(2).get_attribute("href")
    source = page.locator("ol a[href^='/sources/']").first.get_attribute("href")
    if not whole:
        page.evaluate("document.querySelectorAll('h2')[2].scrollIntoView()")
        keep("timeline")
    else:
        keep("incident")
        for name, path in {
            "home": "/",
            "event": event,
            "source": source,
            "search": "/search/?q=espionage",
            "about": "/about/",
            "method": "/method/",
        }.items():
            page.goto(base + path)
            keep(name)
    page.goto(f"{base}/admin/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", "shown")
    page.click("[type=submit]")
    page.goto(f"{base}/admin/incidents/proposal/")
    page.goto(base + page.locator("a[href*='/review/']").first.get_attribute("href"))
    keep("review")


if __name__ == "__main__":
    main()
