"""Settings from the environment: bad values are refused by name, and what is public is strict."""

from __future__ import annotations

import os
import runpy
import stat
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

SETTINGS = Path(__file__).parents[2] / "timeline" / "settings.py"
KEY = "k3yK3y-" * 10
PUBLIC = {"DATELINE_SITE_URL": "https://timeline.example.org", "DATELINE_SECRET_KEY": KEY}
pytestmark = pytest.mark.once


@pytest.fixture
def settings_of(monkeypatch, tmp_path):
    """Read the settings file as a new process with this environment would."""

    def read(**environment: str) -> dict[str, Any]:
        for name in [name for name in os.environ if name.startswith("DATELINE_") or name == "DATABASE_URL"]:
            monkeypatch.delenv(name)
        for name, value in {"DATELINE_DATA_DIR": str(tmp_path / "data"), **environment}.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return read


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DATELINE_SITE_URL", "example.org", "must be a scheme and a host"),
        ("DATELINE_SITE_URL", "https://example.org/path", "must be a scheme and a host"),
        ("DATELINE_SITE_URL", "ftp://example.org", "must be a scheme and a host"),
        ("DATELINE_SITE_URL", "http://example.org:99999", "must be a scheme and a host"),
        ("DATELINE_SITE_URL", "http://user@example.org", "must be a scheme and a host"),
        ("DATELINE_SECRET_KEY", "short", "has 5 characters"),
        ("DATELINE_SECRET_KEY", "", "has 0 characters"),
        ("DATELINE_DEBUG", "maybe", "must be on or off"),
        ("DATELINE_BEHIND_PROXY", "2", "must be on or off"),
        ("DATELINE_DATABASE_TIMEOUT", "soon", "whole number of seconds"),
        ("DATELINE_DATABASE_TIMEOUT", "-1", "whole number of seconds"),
        ("DATELINE_UPLOAD_MB", "11", "from 12 to 100"),
        ("DATELINE_UPLOAD_MB", "101", "from 12 to 100"),
        ("DATELINE_UPLOAD_MB", "1e2", "whole number of megabytes"),
        ("DATELINE_TIME_ZONE", "Mars/Olympus", "Europe/Amsterdam"),
        ("DATABASE_URL", "mysql://host/name", "runs on SQLite"),
        ("DATABASE_URL", "nonsense", "runs on SQLite"),
    ],
)
def test_bad_value_is_refused_by_name(settings_of, name, value, sentence):
    with pytest.raises(ImproperlyConfigured, match=rf"{name} .*{sentence}"):
        settings_of(**{name: value})


def test_larger_uploads_are_let_in(settings_of):
    assert settings_of()["DATELINE_LARGEST_BODY"] == 13_000_000
    assert settings_of(DATELINE_UPLOAD_MB="100")["DATELINE_LARGEST_BODY"] == 101_000_000


def test_connection_time_of_postgresql_is_checked_too(settings_of):
    with pytest.raises(ImproperlyConfigured, match="DATELINE_CONNECTION_SECONDS is 'long'"):
        settings_of(DATABASE_URL="postgres://host/name", DATELINE_CONNECTION_SECONDS="long")


@pytest.mark.parametrize(
    ("value", "expected"), [("on", True), ("1", True), ("True", True), ("off", False), ("no", False), ("0", False)]
)
def test_switch_is_read(settings_of, value, expected):
    assert settings_of(DATELINE_DEBUG=value)["DEBUG"] is expected


def test_secret_key_is_made_once_and_kept_for_its_owner(settings_of, tmp_path):
    first = settings_of()["SECRET_KEY"]
    kept = tmp_path / "data" / "secret-key"
    assert len(first) >= 50
    assert settings_of()["SECRET_KEY"] == first == kept.read_text()
    if os.name == "posix":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_cut_off_secret_key_is_refused(settings_of, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "secret-key").write_text("half")
    with pytest.raises(ImproperlyConfigured, match="holds 4 characters"):
        settings_of()


def test_public_site_needs_a_key_of_its_own(settings_of):
    with pytest.raises(ImproperlyConfigured, match="DATELINE_SECRET_KEY is missing"):
        settings_of(DATELINE_SITE_URL="https://timeline.example.org")


def test_public_site_is_strict(settings_of):
    found = settings_of(**PUBLIC)
    assert found["ALLOWED_HOSTS"] == ["timeline.example.org"]
    assert found["SESSION_COOKIE_SECURE"]
    assert found["CSRF_COOKIE_SECURE"]
    assert found["SECURE_SSL_REDIRECT"]
    assert found["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert found["DEBUG"] is False
    assert "SECURE_PROXY_SSL_HEADER" not in found


def test_public_site_does_not_debug(settings_of):
    with pytest.raises(ImproperlyConfigured, match="DATELINE_DEBUG is on"):
        settings_of(**PUBLIC, DATELINE_DEBUG="on")


def test_local_site_answers_local_names_only(settings_of):
    assert set(settings_of()["ALLOWED_HOSTS"]) == {"127.0.0.1", "localhost", "[::1]"}


def test_proxy_is_believed_only_when_named(settings_of):
    found = settings_of(DATELINE_BEHIND_PROXY="on")
    assert found["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")
    assert found["AXES_CLIENT_IP_CALLABLE"] == "timeline.proxies.client_address"
    assert "AXES_CLIENT_IP_CALLABLE" not in settings_of()


def test_sqlite_takes_the_write_lock_at_begin(settings_of, tmp_path):
    database = settings_of()["DATABASES"]["default"]
    assert database["NAME"] == str(tmp_path / "data" / "dateline.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


def test_data_folder_may_have_any_name(settings_of, tmp_path):
    folder = tmp_path / "c++ 100% #1?"
    found = settings_of(DATELINE_DATA_DIR=str(folder))
    assert found["DATABASES"]["default"]["NAME"] == str(folder / "dateline.sqlite3")


def test_postgresql_is_named_by_its_address(settings_of):
    database = settings_of(DATABASE_URL="postgres://ed:p%40ss@db.example:5433/site")["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    wanted = {"NAME": "site", "USER": "ed", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": 5433}
    assert {name: database[name] for name in wanted} == wanted
    assert database["CONN_HEALTH_CHECKS"]
