"""What a page of 50 events and 100 citations costs the server, beside a bare view, the plain way and nginx.

    python -m bench.pages [--rounds 7] [--requests 200]

Starts gunicorn with one process and one thread on a throwaway database, asks over one connection that is kept open,
and counts the server's own processor time, which other work on the machine disturbs least. The kinds of request are
interleaved; each figure is the median of its rounds.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

EVENTS, CITATIONS = 50, 2
BROTLI = {"Accept-Encoding": "gzip, deflate, br"}
TICK = os.sysconf("SC_CLK_TCK")
ROOT = Path(__file__).resolve().parent.parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def seed() -> None:
    """Fill the database: one published incident, its events, two sources each with a quote."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    from incidents.models import Citation, Event, Incident, Membership, Quote, Source, changing

    with changing():
        incident = Incident.objects.create(title="A matter to measure", slug="bench", summary="What is measured.")
        incident.publish(by=None)
        for number in range(EVENTS):
            event = Event.objects.create(
                headline=f"Something of the length of a headline happens for the {number}th time",
                date=f"2023-{1 + number // 5:02}-{1 + number % 5 * 5:02}",
                body="What happened is told here in two sentences of the usual length. The second says what is not "
                "known, and **where** it was said.",
            )
            Membership.objects.create(incident=incident, event=event)
            for which in range(CITATIONS):
                source = Source.objects.create(
                    title=f"A report with a title of its own, number {number}-{which}",
                    publisher=f"Publisher {which}",
                    url=f"https://news.example/{number}/{which}",
                    published="2023-09-19",
                )
                citation = Citation.objects.create(
                    event=event, source=source, date="2023-09-19", date_words="Tuesday", date_reference="2023-09-19",
                    date_rule="weekday-past",
                )  # fmt: skip
                Quote.objects.create(citation=citation, exact="the words that the source uses for it", order=0)
            event.publish(by=None)


class Server:
    """A process that serves, and the processor seconds that it has used, its children's included."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self.port = port

    def family(self) -> list[int]:
        pids, found = [self.process.pid], [self.process.pid]
        while pids:
            pid = pids.pop()
            for task in Path(f"/proc/{pid}/task").iterdir():
                below = [int(child) for child in (task / "children").read_text().split()]
                pids += below
                found += below
        return found

    def seconds(self) -> float:
        total = 0
        for pid in self.family():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICK

    def ask(self, path: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str], bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


@contextmanager
def serving(command: list[str], port: int, ready: str) -> Iterator[Server]:
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
        server = Server(process, port)
        try:
            for _ in range(200):
                try:
                    server.ask(ready)
                    break
                except OSError:
                    time.sleep(0.1)
            else:
                log.seek(0)
                raise SystemExit(f"{command[0]} did not start:\n{log.read().decode()[-2000:]}")
            yield server
        finally:
            process.terminate()
            process.wait()


def cost(server: Server, requests: int, ask: Callable[[int], tuple[str, dict[str, str]]], status: int) -> float:
    """Return processor milliseconds a request, over one connection kept open."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
    before = server.seconds()
    for number in range(requests):
        path, headers = ask(number)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != status:
            raise SystemExit(f"{path} answered {answer.status}, not {status}")
    return (server.seconds() - before) / requests * 1000


def nginx_config(folder: Path, port: int) -> str:
    return f"""worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{ access_log off; types {{ text/html html; }}
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e; keepalive_requests 1000000;
  server {{ listen 127.0.0.1:{port}; root {folder}/root; }} }}"""


@contextmanager
def nginx(page: bytes) -> Iterator[Server | None]:
    """Serve the same bytes as a file, where nginx is installed."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        folder.chmod(0o755)
        (folder / "root").mkdir()
        (folder / "root" / "page.html").write_bytes(page)
        (folder / "nginx.conf").write_text(nginx_config(folder, port))
        with serving([program, "-c", str(folder / "nginx.conf")], port, "/page.html") as server:
            yield server


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--requests", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:
        os.environ |= {"DATELINE_DATA_DIR": data, "DJANGO_SETTINGS_MODULE": "bench.settings"}
        os.environ.pop("DATABASE_URL", None)
        seed()
        port = free_port()
        command = [sys.executable, "-m", "gunicorn", "timeline.wsgi", "-b", f"127.0.0.1:{port}"]
        command += ["-k", "gthread", "-w", "1", "--threads", "1", "--keep-alive", "60", "--max-requests", "0"]
        with serving(command, port, "/about/") as server:
            measure(server, options.rounds, options.requests)


def measure(server: Server, rounds: int, requests: int) -> None:
    status, headers, page = server.ask("/incidents/bench/")
    assert status == 200, status
    assert page.count(b"<article") == EVENTS, page.count(b"<article")
    etag = headers["etag"]
    fresh = iter(range(10**9))
    kinds: dict[str, tuple[Callable[[int], tuple[str, dict[str, str]]], int]] = {
        "bare view, a fixed string": (lambda n: ("/bench/bare/", {}), 200),
        "the plain way": (lambda n: ("/bench/plain/", {}), 200),
        "ours, cold": (lambda n: (f"/incidents/bench/?view={next(fresh)}", {}), 200),
        "ours, warm": (lambda n: ("/incidents/bench/", {}), 200),
        "ours, cold, by brotli": (lambda n: (f"/incidents/bench/?view={next(fresh)}", BROTLI), 200),
        "ours, warm, by brotli": (lambda n: ("/incidents/bench/", BROTLI), 200),
        "ours, 304": (lambda n: ("/incidents/bench/", {"If-None-Match": etag}), 304),
    }
    with nginx(page) as files:
        figures: dict[str, list[float]] = {name: [] for name in kinds}
        if files:
            figures |= {"nginx, the page as a file": [], "nginx, 304": []}
            unchanged = {"If-Modified-Since": files.ask("/page.html")[1]["last-modified"]}
        for _ in range(rounds):
            for name, (ask, expected) in kinds.items():
                figures[name].append(cost(server, requests, ask, expected))
            if files:
                many = requests * 20  # nginx is too quick for the clock's ticks otherwise
                figures["nginx, the page as a file"].append(cost(files, many, lambda n: ("/page.html", {}), 200))
                figures["nginx, 304"].append(cost(files, many, lambda n: ("/page.html", unchanged), 304))
    report({name: statistics.median(values) for name, values in figures.items()}, len(page))


def report(figures: dict[str, float], size: int) -> None:
    plain, bare = figures["the plain way"], figures["bare view, a fixed string"]
    print(f"{EVENTS} events, {EVENTS * CITATIONS} citations, {size / 1024:.0f} KB of HTML")
    print(f"{'':28}{'CPU ms/request':>15}{'x the plain way':>17}{'of a bare view':>16}")
    for name, value in figures.items():
        print(f"{name:28}{value:15.3f}{plain / max(value, 1e-4):17.1f}{bare / max(value, 1e-4):16.2f}")


if __name__ == "__main__":
    main()
