"""`manage.py import_report`: a report from the command line."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from incidents.models import Event, Incident, Source

pytestmark = pytest.mark.django_db

TEXT = "The port said on Tuesday that its cranes were standing still. The cause is not known to the port.\n"


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("import_report", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def report(tmp_path: Path) -> str:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


def test_a_file_is_imported_and_the_outcome_said(incident: Incident, report: str) -> None:
    said = run(report, "--incident", incident.slug, "--published", "19 September 2023")
    assert "1 created" in said
    assert str(Event.objects.get().date) == "2023-09-19"
    assert "1 unchanged" in run(report, "--incident", incident.slug, "--published", "2023-09-19")


def test_without_a_date_it_asks_for_one(incident: Incident, report: str) -> None:
    with pytest.raises(CommandError, match="--published DATE, or --undated"):
        run(report, "--incident", incident.slug)
    assert not Source.objects.exists()
    run(report, "--incident", incident.slug, "--undated")
    assert Event.objects.get().date is None


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        pytest.param("http://127.0.0.1/", "not a public address", id="loopback"),
        pytest.param("http://169.254.169.254/latest/meta-data/", "not a public address", id="metadata"),
        pytest.param("http://[::1]/", "not a public address", id="IPv6 loopback"),
        pytest.param("http://user:secret@news.example/", "password|user", id="userinfo"),
        pytest.param("https://news.example:8443/", "port", id="odd port"),
    ],
)
def test_an_address_that_is_not_public_is_refused(incident: Incident, address: str, reason: str) -> None:
    with pytest.raises(CommandError, match=reason):
        run(address, "--incident", incident.slug, "--undated")
    assert not Source.objects.exists()


def test_an_unknown_incident_is_named_beside_the_known_ones(incident: Incident, report: str) -> None:
    with pytest.raises(CommandError, match=f"'elsewhere'.*{incident.slug}"):
        run(report, "--incident", "elsewhere")


HISTORY = (
    "The mole was built on 3 May 1940 and widened on 4 June 1951. It fell on 7 July 1962.\n\n"
    "On 8 August 1973 it was built again. It is long. In October, the first crane was set up on it.\n"
)


@pytest.mark.parametrize(
    ("options", "date", "said"),
    [
        pytest.param([], "1973-10", "the last date named in the text", id="as the text suggests"),
        pytest.param(["--genre", "auto"], "1973-10", "the last date named in the text", id="auto"),
        pytest.param(["--genre", "news"], "2022-10", "the day of the report", id="news"),
        pytest.param(["--genre", "narrative"], "1973-10", "the last date named in the text", id="narrative"),
    ],
)
def test_dates_count_as_the_genre_says(incident: Incident, tmp_path: Path, options: list[str], date: str, said: str):
    file = tmp_path / "history.txt"
    file.write_text(HISTORY, encoding="utf-8")
    call = [str(file), "--incident", incident.slug, "--published", "2023-09-19", *options]
    assert f"Dates count from {said}" in run(*call)
    assert str(Event.objects.get(citations__date_words="October").date) == date
    assert "5 unchanged" in run(*call[:5])


def test_an_unknown_genre_is_refused(incident: Incident, report: str) -> None:
    with pytest.raises(CommandError, match="invalid choice: 'poem'"):
        run(report, "--incident", incident.slug, "--genre", "poem")
