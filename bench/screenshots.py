"""Take the pictures of the docs: the README's two, and every type of page in light and dark, wide and narrow.

    python -m bench.screenshots [--out docs/screenshots]

Serves the demo from a throwaway folder. Pictures show a window, not the whole page, unless `--whole` is given. Needs
Debian's chromium and requirements-test.txt.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.pages import ROOT, free_port, serving

CHROMIUM = "/usr/bin/chromium"
WINDOWS = {"wide": (1280, 900), "narrow": (390, 844)}
COURT = "/incidents/icc-intrusions/"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--whole", action="store_true", help="whole pages, however long")
    options = parser.parse_args()
    (options.out / "pages").mkdir(parents=True, exist_ok=True)
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
        subprocess.run([*manage, "seed", "--events", "300"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        port = free_port()
        command = [sys.executable, "-m", "gunicorn", "timeline.wsgi", "-b", f"127.0.0.1:{port}", "--threads", "4"]
        with serving(command, port, "/"):
            take(f"http://127.0.0.1:{port}", options.out, whole=options.whole)


def take(base: str, out: Path, *, whole: bool) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for window, (width, height) in WINDOWS.items():
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme=scheme,  # type: ignore[arg-type]
                )
                page = context.new_page()
                for name, path in pages(page, base).items():
                    page.goto(base + path)
                    page.screenshot(path=out / "pages" / f"{name}-{window}-{scheme}.png", full_page=whole)
                if (window, scheme) == ("wide", "light"):
                    show_in_readme(page, base, out)
        browser.close()


def pages(page: Any, base: str) -> dict[str, str]:
    """Return the address of one page of each type, by the name of its picture."""
    page.goto(base + COURT)
    event = page.locator("article h3 a", has_text="The Court announces").get_attribute("href")
    source = page.locator(".sources a[href^='/sources/']").nth(3).get_attribute("href")
    entity = page.locator("a[href^='/entities/']").first.get_attribute("href")
    return {
        "home": "/",
        "incident": COURT,
        "incident-es": f"/es{COURT}",
        "filters": f"{COURT}?filter",
        "many-events": "/incidents/lantern-harbour/",
        "lanes": "/incidents/lantern-harbour/?lanes=kind",
        "event": event,
        "version": f"/events/{event.removeprefix('/events/').partition('-')[0]}/v/1/",
        "source": source,
        "entity": entity,
        "search": "/search/?q=espionage",
        "corrections": "/corrections/",
        "about": "/about/",
        "method": "/method/",
        "embedded": f"/embed{COURT.replace('incidents', 'incident')}",
        "not-found": "/incidents/nowhere/",
    }


def show_in_readme(page: Any, base: str, out: Path) -> None:
    page.goto(base + COURT)
    page.evaluate("document.querySelectorAll('h2')[2].scrollIntoView()")
    page.screenshot(path=out / "timeline.png")
    page.goto(f"{base}/admin/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", "shown")
    page.click("[type=submit]")
    page.goto(f"{base}/admin/incidents/proposal/")
    report, _, _proposal = page.locator("a[href*='/review/']").first.get_attribute("href").partition("?")
    page.goto(base + report)  # with the likeliest of its proposals
    page.screenshot(path=out / "review.png")


if __name__ == "__main__":
    main()
