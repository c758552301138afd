"""The same events as other pages show them: TimelineJS 3, vis-timeline, and plain HTML written by hand.

Each has what its own guide asks for and no more. TimelineJS gets its default look without the fonts it would fetch from
another site; vis-timeline its default look, the text of an event in the tooltip.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from html import escape
from pathlib import Path
from typing import Any

from bench.npm import installed
from incidents.compression import by_brotli

TIMELINEJS, VIS = "@knight-lab/timelinejs@3.9.11", "vis-timeline@8.5.4"
PAGE = 50  # events of a page of the plain list, as of ours

HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>The log of Lantern Harbour</title>"""
RULES = """body { font: 1.1rem/1.5 Georgia, serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
h2 { font-size: 1.1rem; margin: 2rem 0 0 } .date, .source { font: .9rem/1.4 system-ui, sans-serif; margin: 0 }
nav { margin: 2rem 0 }"""
STYLE, LINK = f"<style>{RULES}</style>", '<link rel="stylesheet" href="/hand.css">'

WITH_TIMELINEJS = """<link rel="stylesheet" href="/timelinejs/css/timeline.css"></head>
<body><div id="timeline" style="width: 100%; height: 600px"></div>
<script src="/timelinejs/js/timeline.js"></script>
<script>new TL.Timeline("timeline", "/DATA", {font: null, script_path: location.origin + "/timelinejs/js/"})</script>
</body></html>"""

WITH_VIS = """<link rel="stylesheet" href="/vis/styles/vis-timeline-graph2d.min.css"></head>
<body><div id="timeline"></div>
<script src="/vis/standalone/umd/vis-timeline-graph2d.min.js"></script>
<script>fetch("/DATA").then(answer => answer.json()).then(items =>
new vis.Timeline(document.getElementById("timeline"), new vis.DataSet(items), {height: "600px"}))</script>
</body></html>"""


def build(folder: Path, exports: dict[int, tuple[Path, Path]]) -> None:
    """Write the pages of each number of events, made from our own exports (JSON, TimelineJS)."""
    modules = installed(TIMELINEJS, VIS)
    unused = shutil.ignore_patterns("*.map", "*.cjs", "*.ts", "locale", "embed", "themes", "fonts")
    shutil.copytree(modules / "@knight-lab" / "timelinejs" / "dist", folder / "timelinejs", ignore=unused)
    for part in ("styles", "standalone/umd"):
        shutil.copytree(modules / "vis-timeline" / part, folder / "vis" / part, ignore=unused)
    write(folder / "hand.css", RULES)
    for number, (own, slides) in exports.items():
        data = json.loads(own.read_text(encoding="utf-8"))
        sources = {one["id"]: one for one in data["sources"]}
        events = [entry(event, sources) for event in data["events"]]
        write(folder / f"static-{number}.html", listed(events[:PAGE], len(events), STYLE))
        write(folder / f"linked-{number}.html", listed(events[:PAGE], len(events), LINK))
        write(folder / f"whole-{number}.html", listed(events, len(events), STYLE))
        shown = json.loads(slides.read_text(encoding="utf-8")) | {"title": None}  # so that it begins with an event
        write(folder / f"slides-{number}.json", json.dumps(shown, ensure_ascii=False, separators=(",", ":")))
        write(folder / f"timelinejs-{number}.html", HEAD + WITH_TIMELINEJS.replace("DATA", f"slides-{number}.json"))
        items = [item for event in data["events"] if (item := vis_item(event))]
        write(folder / f"items-{number}.json", json.dumps(items, ensure_ascii=False, separators=(",", ":")))
        write(folder / f"vis-{number}.html", HEAD + WITH_VIS.replace("DATA", f"items-{number}.json"))
    for part in ("timelinejs", "vis"):
        subprocess.run([sys.executable, "-m", "whitenoise.compress", "--quiet", str(folder / part)], check=True)


def write(path: Path, text: str) -> None:
    """Write a page or its data, and beside it what our pages would be compressed to."""
    path.write_text(text, encoding="utf-8")
    path.with_name(f"{path.name}.br").write_bytes(by_brotli(text.encode()))


# --- By hand --------------------------------------------------------------------------------------------------------


def listed(entries: list[str], number: int, style: str) -> str:
    more = f'<nav><a href="?page=2">The next {PAGE} of {number}</a></nav>' if number > len(entries) else ""
    body = "\n".join(entries)
    return f"{HEAD}{style}</head>\n<body><h1>The log of Lantern Harbour</h1>\n{body}\n{more}</body></html>"


def entry(event: dict[str, Any], sources: dict[str, Any]) -> str:
    """Write an event with the text that our entry of it has: date, headline, body, quotes with their sources."""
    date = event["date"]["said"] if event["date"] else "Undated"
    lines = [
        f'<article id="{event["id"]}">',
        f'<h2><a href="/events/{event["id"]}.html">{escape(event["headline"])}</a></h2>',
        f'<p class="date">{escape(date)}</p>',
    ]
    lines += [f"<p>{escape(part)}</p>" for part in event["body"].split("\n\n") if part]
    for citation in event["citations"]:
        source = sources[citation["source"]]
        quotes = " ".join(f"“{escape(quote['exact'])}”" for quote in citation["quotes"])
        link = f'<a href="{escape(source["url"])}">{escape(source["title"])}</a>'
        lines.append(f'<p class="source">{escape(source["publisher"])}: {link} {quotes}</p>')
    return "\n".join([*lines, "</article>"])


# --- vis-timeline ---------------------------------------------------------------------------------------------------


def vis_item(event: dict[str, Any]) -> dict[str, Any] | None:
    """Return an event as vis-timeline takes it; None where it has no date to stand at."""
    start, end = (day(event["date"], name) for name in ("earliest", "latest"))
    if not start:
        return None
    item = {"id": event["id"], "content": escape(event["headline"]), "title": escape(event["body"]), "start": start}
    return item | ({"end": end} if end and end != start else {"type": "box"})


def day(date: dict[str, Any] | None, name: str) -> str:
    found = date[name] if date else None
    return found if found and found[0].isdigit() else ""
