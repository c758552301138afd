"""Setting up and serving: everything on the first run, nothing on the second."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from django.db.migrations.recorder import MigrationRecorder

from incidents.management.commands import serve, setup_site
from incidents.models import Event, Incident

from .cast import make_incident

ROOT = Path(__file__).parents[2]
STYLE = "dateline/site.css"
PASSWORD = re.compile(r"^    ((?:[a-z2-9]{5}-){3}[a-z2-9]{5})$", re.M)


@pytest.fixture(autouse=True)
def static_root(settings, tmp_path) -> Path:
    settings.STATIC_ROOT = tmp_path / "static"
    return settings.STATIC_ROOT


def set_up(**options: Any) -> str:
    out = StringIO()
    call_command("setup_site", stdout=out, **options)
    return out.getvalue()


def test_first_run_prints_a_password_that_works(db, rf):
    password = PASSWORD.search(set_up())[1]
    user = authenticate(rf.post("/admin/login/"), username="editor", password=password)
    assert user.is_superuser


def test_passwords_differ():
    assert len({setup_site.new_password() for _ in range(50)}) == 50


def test_first_run_loads_the_demo(db):
    assert "changepassword editor" in set_up()
    assert Event.objects.published().exists()


def test_second_run_says_and_changes_nothing(transactional_db, static_root):
    set_up()
    collected = {path: path.stat().st_mtime_ns for path in static_root.rglob("*")}
    user = get_user_model().objects.get()
    Event.objects.all().delete()
    Incident.objects.all().delete()
    assert set_up() == ""
    assert get_user_model().objects.get().password == user.password
    assert not Event.objects.exists()  # an editor who took the demo away does not get it back
    assert collected == {path: path.stat().st_mtime_ns for path in static_root.rglob("*")}


def test_site_can_begin_empty(db):
    assert PASSWORD.search(set_up(no_demo=True))
    assert not Incident.objects.exists()


def test_demo_is_not_put_beside_content(db):
    make_incident()
    assert PASSWORD.search(set_up())
    assert Incident.objects.count() == 1


def test_first_account_can_have_another_name(db):
    assert "as ana with" in set_up(username="ana", no_demo=True)
    assert get_user_model().objects.get().username == "ana"


def test_static_files_are_collected_anew_after_a_change(db, settings, tmp_path, static_root):
    folder = tmp_path / "more"
    folder.mkdir()
    settings.STATICFILES_DIRS = [*settings.STATICFILES_DIRS, folder]
    from django.contrib.staticfiles.finders import get_finder

    get_finder.cache_clear()
    set_up(no_demo=True)
    (folder / "new.txt").write_text("new")
    assert "collected" in set_up()
    assert (static_root / "new.txt").exists()
    assert set_up() == ""
    get_finder.cache_clear()


# --- Serving ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_taken_port_is_refused_in_a_sentence(taken_port):
    with pytest.raises(CommandError, match=rf"Port {taken_port} of 127.0.0.1 cannot be used: .*PORT=8001"):
        call_command("serve", port=taken_port)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70_000), ("192.0.2.1", 8000)])
def test_impossible_address_is_refused_in_a_sentence(host, port):
    with pytest.raises(CommandError, match=f"Port {port} of {host} cannot be used"):
        serve.require_free(host, port)


def test_site_without_its_style_is_not_served(db, monkeypatch):
    monkeypatch.setattr(serve, "is_style_collected", lambda: False)
    with pytest.raises(CommandError, match=r"static files are not collected\. Run manage\.py setup_site"):
        call_command("serve", port=free_port())


def test_site_with_older_tables_is_not_served(db):
    MigrationRecorder.Migration.objects.filter(app="incidents").latest("id").delete()
    with pytest.raises(CommandError, match=r"tables are not those of this version\. Run manage\.py setup_site"):
        call_command("serve", port=free_port())


def test_style_is_missed_where_it_is_not_collected(static_root, settings):
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "timeline.staticfiles.LightStaticFilesStorage"}}
    assert not serve.is_style_collected()
    static_root.mkdir()
    (static_root / "staticfiles.json").write_text(json.dumps({"version": "1.1", "paths": {STYLE: STYLE}}))
    settings.STORAGES = settings.STORAGES | {}  # the storage reads its names anew
    assert serve.is_style_collected()


def test_djangos_server_serves_where_gunicorn_does_not_run(db, monkeypatch):
    called: list[tuple[Any, ...]] = []
    monkeypatch.setattr(serve, "os", SimpleNamespace(name="nt"))
    monkeypatch.setattr(serve, "call_command", lambda *args, **kwargs: called.append((args, kwargs)))
    port = free_port()
    call_command("serve", port=port, stdout=StringIO())
    assert called == [(("runserver", f"127.0.0.1:{port}"), {"use_reloader": False})]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def get(port: int, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body


def wait_for(port: int, server: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"No server answered: {server.communicate()[0] if server.poll() is not None else 'it still starts'}")


@pytest.mark.once
def test_site_is_set_up_and_served_from_nothing(tmp_path):
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CI")}
    environment |= {"DATELINE_DATA_DIR": str(tmp_path / "data"), "DATELINE_SITE_URL": f"http://127.0.0.1:{port}"}
    environment["DJANGO_SETTINGS_MODULE"] = "timeline.settings"

    def manage(*arguments: str) -> list[str]:
        return [sys.executable, "manage.py", *arguments]

    run = {"cwd": ROOT, "env": environment, "text": True, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    first = subprocess.run(manage("setup_site"), check=False, **run)
    assert PASSWORD.search(first.stdout), first.stdout
    assert f"http://127.0.0.1:{port}/admin/" in first.stdout
    assert subprocess.run(manage("setup_site"), check=False, **run).stdout == ""
    with subprocess.Popen(manage("serve", "--port", str(port)), **run) as server:
        try:
            wait_for(port, server)
            status, page = get(port, "/")
            assert status == 200
            style = re.search(rb'<link rel="stylesheet" href="(/static/[^"]+)"', page)[1].decode()
            assert re.search(r"\.[0-9a-f]{12}\.css$", style)
            assert get(port, style)[0] == 200
            assert get(port, "/admin/login/")[0] == 200
            assert get(port, "/nowhere/")[0] == 404
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(60)  # it lets open connections end first


# --- The Makefile ----------------------------------------------------------------------------------------------------

with_make = pytest.mark.skipif(shutil.which("make") is None, reason="This system has no make.")


@with_make
@pytest.mark.once
def test_make_refuses_an_old_python_in_a_sentence(tmp_path):
    old = tmp_path / "python3.10"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && { echo Python 3.10.9; exit 0; }\nexit 1\n')
    old.chmod(0o755)
    done = subprocess.run(["make", "python", f"PYTHON={old}"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "is Python 3.10.9; Dateline needs Python 3.11 or later" in done.stdout


@with_make
@pytest.mark.once
def test_make_says_when_there_is_no_python():
    done = subprocess.run(["make", "python", "PYTHON=python9"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "There is no python9 here" in done.stdout
