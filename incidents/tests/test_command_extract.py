"""`manage.py extract`: what a report would propose, without the database."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from .seeds import seed

pytestmark = pytest.mark.once

KEYS = {"start", "end", "quote", "words", "edtf", "part", "rule", "kind", "headline", "salience"}


def extract(file: Path, *options: str) -> tuple[list[dict[str, Any]], str]:
    out, err = StringIO(), StringIO()
    call_command("extract", str(file), "--json", *options, stdout=out, stderr=err)
    return json.loads(out.getvalue()), err.getvalue()


def dates(found: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(one["edtf"], one["part"], one["words"]) for one in found]


def test_a_report_that_carries_its_date_is_read_by_itself() -> None:
    found, said = extract(seed("000"))
    assert dates(found)[:3] == [
        ("2023-09-19", "", "this Tuesday"),
        ("[2023-09-11..2023-09-17]", "end", "At the end of last week"),
        ("2022", "", "Last year"),
    ]
    assert said == ""


def test_a_report_without_a_date_says_so_and_leaves_relative_dates_open() -> None:
    found, said = extract(seed("003"))
    assert {one["edtf"] for one in found} == {""}
    assert "no trustworthy publication date" in said


def test_a_given_date_settles_them_and_what_follows_the_story_yields_nothing() -> None:
    found, said = extract(seed("003"), "--published", "2023-09-19")
    assert dates(found) == [
        ("2023-09-19", "", "Tuesday"),
        ("[2023-09-11..2023-09-17]", "", "last week"),
        ("2022", "", "Last year"),
    ]
    assert said == ""


def test_each_proposal_has_its_span_and_its_working() -> None:
    file = seed("003")
    text = file.read_text(encoding="utf-8")
    for one in extract(file, "--published", "19 September 2023")[0]:
        assert set(one) == KEYS
        assert text[one["start"] : one["end"]] == one["quote"]
        assert one["words"] in one["quote"]
        assert one["rule"]
        assert 0 < len(one["headline"]) < len(one["quote"])


def test_plain_output_is_a_line_a_proposal(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("On 3 May 2021 the port closed its gates.\n", encoding="utf-8")
    out = StringIO()
    call_command("extract", str(report), stdout=out, stderr=StringIO())
    assert out.getvalue().startswith("2021-05-03  “3 May 2021”")


@pytest.mark.parametrize(
    ("content", "options", "message"),
    [
        pytest.param(b"", (), "There is no text", id="empty"),
        pytest.param(b"\x7fELF\x00\x01\x02" * 50, (), "not text", id="binary"),
        pytest.param(b"x", ("--published", "2023-02-30"), "--published: .*2023-02-30", id="impossible date"),
        pytest.param(b"x" * 10_000_001, (), "10,000,001|5,000,000", id="ten megabytes"),
    ],
)
def test_bad_input_is_refused_with_the_reason(
    tmp_path: Path, content: bytes, options: tuple[str, ...], message: str
) -> None:
    report = tmp_path / "report.txt"
    report.write_bytes(content)
    with pytest.raises(CommandError, match=message):
        extract(report, *options)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(CommandError, match=r"nowhere\.txt"):
        extract(Path("nowhere.txt"))


@pytest.mark.parametrize(
    ("options", "edtf"), [([], "1973-10"), (["--genre", "news"], "2022-10"), (["--genre", "narrative"], "1973-10")]
)
def test_dates_count_as_the_genre_says(tmp_path: Path, options: list[str], edtf: str) -> None:
    file = tmp_path / "history.txt"
    file.write_text(
        "The mole was built on 3 May 1940 and widened on 4 June 1951. It fell on 7 July 1962.\n\n"
        "On 8 August 1973 it was built again. It is long. In October, the first crane was set up on it.\n",
        encoding="utf-8",
    )
    found, _said = extract(file, "--published", "2023-09-19", *options)
    assert [one["edtf"] for one in found if one["words"] == "October"] == [edtf]
