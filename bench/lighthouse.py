"""Lighthouse's scores of each kind of public page, as on a phone.

    python -m bench.lighthouse [--runs 3] [--reasons]

Serves the demo from a throwaway folder as `manage.py serve` does, and runs Lighthouse's mobile preset on its pages;
each score is the median of its runs. Lighthouse comes from npm, into var/. Needs node, npm and Debian's chromium.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.npm import installed
from bench.pages import ROOT, Server, free_port, serving

LIGHTHOUSE = "lighthouse@12.8.2"
CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="how often each page is looked at")
    parser.add_argument("--reasons", action="store_true", help="say what lowers a score")
    options = parser.parse_args()
    program = installed(LIGHTHOUSE) / "lighthouse" / "cli" / "index.js"
    with tempfile.TemporaryDirectory() as data, serving_the_demo(data) as server:
        print(f"{'':12}" + "".join(f"{name:>16}" for name in (*CATEGORIES, "paint ms", "bytes")))
        for name, path in pages(server).items():
            reports = [look(program, f"http://127.0.0.1:{server.port}{path}", data) for _ in range(options.runs)]
            print(f"{name:12}" + "".join(f"{value:16}" for value in row(reports)), flush=True)
            for line in reasons(reports[-1]) if options.reasons else ():
                print(f"    {line}")


def serving_the_demo(data: str) -> Any:
    """Set the demo up in a folder, and serve it."""
    port = free_port()
    os.environ |= {"DATELINE_DATA_DIR": data, "DATELINE_SITE_URL": f"http://127.0.0.1:{port}"}
    os.environ.pop("DATABASE_URL", None)
    manage = [sys.executable, "manage.py"]
    subprocess.run([*manage, "setup_site"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return serving([*manage, "serve", "--port", str(port)], port, "/")


def pages(server: Server) -> dict[str, str]:
    """Return the address of one page of each kind, as the timeline of the demo leads to them."""
    timeline = "/incidents/icc-intrusions/"
    links = re.findall(r'href="([^"#?]+)"', server.ask(timeline)[2].decode())
    first = {
        kind: next(link for link in links if link.startswith(f"/{kind}/")) for kind in ("events", "sources", "entities")
    }
    return {
        "home": "/",
        "incident": timeline,
        "event": first["events"],
        "source": first["sources"],
        "entity": first["entities"],
        "search": "/search/?q=court",
    }


def look(program: Path, address: str, folder: str) -> dict[str, Any]:
    """Return Lighthouse's report of a page, loaded anew."""
    report = Path(folder, "report.json")
    report.unlink(missing_ok=True)
    command = ["node", str(program), address, "--output=json", f"--output-path={report}", f"--chrome-flags={FLAGS}"]
    command += [f"--only-categories={','.join(CATEGORIES)}", "--quiet", "--no-enable-error-reporting"]
    environment = os.environ | {"CHROME_PATH": CHROMIUM}
    done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True)
    if not report.exists():
        raise SystemExit(f"Lighthouse said nothing of {address}:\n{done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(report.read_text())
    if "numericValue" not in found["audits"]["first-contentful-paint"]:  # its trace now and then holds no paint
        print(f"{address}: {found['audits']['first-contentful-paint'].get('errorMessage')} Once more.", file=sys.stderr)
        return look(program, address, folder)
    return found


def row(reports: list[dict[str, Any]]) -> list[str]:
    """Return the median scores of a page, its first paint and what it weighs."""
    scores = [statistics.median(one["categories"][name]["score"] or 0 for one in reports) for name in CATEGORIES]
    paint = statistics.median(one["audits"]["first-contentful-paint"]["numericValue"] for one in reports)
    weight = statistics.median(one["audits"]["total-byte-weight"]["numericValue"] for one in reports)
    return [*(f"{score * 100:.0f}" for score in scores), f"{paint:,.0f}", f"{weight:,.0f}"]


def reasons(report: dict[str, Any]) -> list[str]:
    """Say which audits that count are not passed, and what for."""
    lines = []
    for category in CATEGORIES:
        for audit in report["categories"][category]["auditRefs"]:
            found = report["audits"][audit["id"]]
            if audit["weight"] and found["score"] is not None and found["score"] < 1:
                lines.append(f"{category}: {found['title']} {found.get('displayValue', '')}")
                items = found.get("details", {}).get("items", [])
                lines += [f"  {json.dumps(item)[:300]}" for item in items[:5]]
    return lines


if __name__ == "__main__":
    main()
