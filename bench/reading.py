"""How soon a timeline can be read: our page beside TimelineJS 3, vis-timeline and a page written by hand.

    python -m bench.reading [--runs 15] [--events 20 200 2000 20000]

All from this machine, compressed alike, in headless Chromium with an empty cache, 1280 x 900, one after the other in
turn; medians. `static` holds the same text as our page, fifty events a page, in one plain HTML file; `linked` is that
with its style in a file of its own; `whole` has all events. A page that takes over ten seconds is loaded three times at
most, and given up after `--patience` seconds.
Needs node, npm and Debian's chromium.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from playwright.sync_api import TimeoutError as TooSlow

from bench import rivals
from bench.lighthouse import CHROMIUM, FLAGS
from bench.pages import ROOT, free_port, serving

SLOW, RUNS_OF_SLOW = 10_000, 3  # milliseconds; how often such a page is loaded
SETTLING = 1_000  # milliseconds that a new window is left alone: its own controls are pages, and take the processors
QUIET = 500  # milliseconds after the first event can be read in which other work still counts as this page's

# Notes, inside the page: when something was first painted, when the first event could be read and clicked, and for how
# long nothing else could happen (tasks over 50 ms, by what they are over it).
WATCH = """(() => {
  const seen = window.seen = {paint: 0, read: 0, blocked: 0}
  new PerformanceObserver(list => list.getEntries().forEach(one => {
    if (one.name === "first-contentful-paint") seen.paint = one.startTime
  })).observe({type: "paint", buffered: true})
  new PerformanceObserver(list => list.getEntries().forEach(one => seen.blocked += one.duration - 50))
    .observe({type: "longtask", buffered: true})
  const look = () => {
    const first = document.querySelector(SELECTOR)
    if (first) {
      const box = first.getBoundingClientRect()
      const [x, y] = [box.left + Math.min(box.width / 2, 20), box.top + box.height / 2]
      const hit = box.height && document.elementFromPoint(x, y)
      if (hit && (first.contains(hit) || hit.contains(first))) return requestAnimationFrame(now => seen.read = now)
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})()"""


class Subject(NamedTuple):
    name: str
    address: str
    first: str  # selects what of the first event is read and clicked


class Load(NamedTuple):
    """One page, loaded once. Milliseconds, bytes as they came over the wire, megabytes of the page's own process."""

    bytes: float
    requests: float
    paint: float
    read: float
    script: float
    blocked: float
    nodes: float
    memory: float


COLUMNS = ("bytes", "requests", "first paint ms", "first event ms", "script ms", "blocked ms", "nodes", "MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--events", type=int, nargs="+", default=[20, 200, 2_000, 20_000])
    parser.add_argument("--patience", type=int, default=75, help="seconds after which a page is given up")
    parser.add_argument("--only", nargs="+", help="these pages alone: ours static linked whole TimelineJS vis")
    parser.add_argument("--data", type=Path, help="a folder in which the filled site is kept for the next time")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as data, served(options.data or Path(data), options.events) as (ours, theirs):
        print(f"| events | page | {' | '.join(COLUMNS)} |\n{'|---' * (2 + len(COLUMNS))}|")
        for number in options.events:
            subjects = [
                one for one in subjects_of(number, ours, theirs) if not options.only or one.name in options.only
            ]
            for name, loads in compare(subjects, options.runs, options.patience).items():
                print(line(number, name, loads, options.patience), flush=True)
    print(f"\n{options.runs} runs; load of the machine at the end: {os.getloadavg()[1]:.1f}")


@contextmanager
def served(data: Path, numbers: list[int]) -> Iterator[tuple[str, str]]:
    """Fill a site with a timeline for each number, write the other pages from its exports, and serve both."""
    port, other = free_port(), free_port()
    os.environ |= {"DATELINE_DATA_DIR": str(data / "site"), "DATELINE_SITE_URL": f"http://127.0.0.1:{port}"}
    os.environ |= {"DJANGO_SETTINGS_MODULE": "timeline.settings", "BENCH_FILES": str(data / "files")}
    os.environ.pop("DATABASE_URL", None)
    manage("migrate")
    manage("collectstatic", "--no-input", "--clear")
    shutil.rmtree(data / "files", ignore_errors=True)
    (data / "files").mkdir()
    exports = {}
    for number in numbers:
        manage("seed", "--events", str(number), "--incident", f"log-{number}")
        exports[number] = tuple(data / f"{number}.{kind}" for kind in ("dateline", "timelinejs"))
        for path in exports[number]:
            manage("export_events", "--incident", f"log-{number}", "--format", path.suffix[1:], "--output", str(path))
    rivals.build(data / "files", exports)
    files = [sys.executable, "-m", "gunicorn", "bench.files:app", "-b", f"127.0.0.1:{other}"]
    files += ["-k", "gthread", "-w", "2", "--threads", "4", "--log-level", "warning"]
    site = [sys.executable, "manage.py", "serve", "--port", str(port)]
    with serving(site, port, "/"), serving(files, other, "/"):
        yield f"http://127.0.0.1:{port}", f"http://127.0.0.1:{other}"


def manage(*words: str) -> None:
    command = [sys.executable, "manage.py", *words]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def subjects_of(number: int, ours: str, theirs: str) -> list[Subject]:
    return [
        Subject("ours", f"{ours}/incidents/log-{number}/", ".entry h3 a"),
        Subject("static", f"{theirs}/static-{number}.html", "article h2 a"),
        Subject("linked", f"{theirs}/linked-{number}.html", "article h2 a"),
        Subject("whole", f"{theirs}/whole-{number}.html", "article h2 a"),
        Subject("TimelineJS", f"{theirs}/timelinejs-{number}.html", ".tl-slide .tl-headline a"),
        Subject("vis", f"{theirs}/vis-{number}.html", ".vis-foreground .vis-item .vis-item-content"),
    ]


def compare(subjects: list[Subject], runs: int, patience: int) -> dict[str, list[Load | None]]:
    """Load the pages in turn; None stands for a load that was given up."""
    loads: dict[str, list[Load | None]] = {one.name: [] for one in subjects}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        for one in subjects:
            load(browser, one, patience, warming=True)
        for _ in range(runs):
            for one in subjects:
                before = loads[one.name]
                is_slow = any(found is None or found.read > SLOW for found in before)
                if not is_slow or len(before) < RUNS_OF_SLOW:
                    before.append(load(browser, one, patience))
        browser.close()
    return loads


def load(browser: Browser, subject: Subject, patience: int, *, warming: bool = False) -> Load | None:
    """Load a page with nothing kept; `warming` only asks the server for it, as its first reader does."""
    # Ours forbids what Playwright waits with.
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    try:
        if warming:
            context.request.get(subject.address, headers={"Accept-Encoding": "gzip, deflate, br"})
            return None
        page = context.new_page()
        return watched(browser, page, context.new_cdp_session(page), subject, patience)
    finally:
        context.close()


def watched(browser: Browser, page: Page, session: CDPSession, subject: Subject, patience: int) -> Load | None:
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda found: sizes.append(found["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Performance.enable")
    page.add_init_script(WATCH.replace("SELECTOR", repr(subject.first)))
    page.wait_for_timeout(SETTLING)
    try:
        page.goto(subject.address, wait_until="commit", timeout=patience * 1000)
        page.wait_for_function("seen.read && seen.paint", timeout=patience * 1000, polling=100)
        page.wait_for_load_state("load", timeout=patience * 1000)
        page.wait_for_timeout(QUIET)
        seen = page.evaluate("seen")
    except TooSlow:
        return None
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    nodes = page.evaluate("document.querySelectorAll('*').length")
    return Load(
        sum(sizes),
        len(sizes),
        seen["paint"],
        seen["read"],
        metrics["ScriptDuration"] * 1000,
        seen["blocked"],
        nodes,
        memory(browser),
    )


def memory(browser: Browser) -> float:
    """Return the megabytes that the largest of the browser's page processes has for itself."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return max(private(one["id"]) for one in processes if one["type"] == "renderer") / 1024


def private(pid: int) -> int:
    """Return the kilobytes that a process shares with no other."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # ended meanwhile
        return 0
    return sum(int(text.split()[1]) for text in lines if text.startswith("Private_"))


def line(number: int, name: str, loads: list[Load | None], patience: int) -> str:
    """Return a row of the table: the medians of what was loaded, or that nothing was."""
    whole = [one for one in loads if one]
    if len(whole) * 2 <= len(loads):
        return f"| {number:,} | {name} | | | | not in {patience} s | | | | |"
    median = Load(*(statistics.median(values) for values in zip(*whole, strict=True)))
    return f"| {number:,} | {name} | " + " | ".join(f"{value:,.0f}" for value in median) + " |"


if __name__ == "__main__":
    main()
