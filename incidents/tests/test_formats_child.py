"""Files are parsed in a child process that is bounded and may die."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from incidents.drafts import CitationDraft, EventDraft, Finding, IncidentDraft, Origin, QuoteDraft, Reading, SourceDraft
from incidents.formats import child
from incidents.formats.base import FormatError, Options, Record
from incidents.formats.child import Bounds, run
from incidents.formats.messages import decode, encode
from incidents.sentences import Said

pytestmark = pytest.mark.once
bounded = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no bounds on memory and processor time.")

EVENT = EventDraft(
    "Fire",
    Reading("in May", "2021-05", confidence=0.5),
    citations=(CitationDraft(SourceDraft("T", "https://a.org"), (QuoteDraft("It burned"),)),),
    extra=(("a", "1"), ("b", "2")),
    findings=(Finding("no-header", params=(("x", "y"),)),),
    origin=Origin("x.csv", 7),
)


@pytest.mark.parametrize(
    "item",
    [
        EVENT,
        IncidentDraft("Floods", "All"),
        Finding("no-header", "note"),
        Record(
            Origin("x", 1),
            {"a": [1, {"b": None}], "d": dt.date(2021, 3, 4), "t": dt.datetime(2021, 3, 4, 5, 6, tzinfo=dt.UTC)},
        ),
        Record(Origin("x", 1), {"\0class": "EventDraft", "headline": "not one"}),
        Record(Origin("x", 1), {"a": "lone \ud800", "b": "\n\u2028"}),
    ],
)
def test_item_survives_the_way(item: object):
    line = encode(item)
    assert "\n" not in line
    assert decode(line) == item


@pytest.mark.parametrize("line", ["", "{", '{"\\u0000class": "Popen"}', '{"\\u0000class": "EventDraft", "what": 1}'])
def test_what_is_no_item_is_refused(line: str):
    with pytest.raises(ValueError, match="no item|Expecting"):
        decode(line)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "x.csv"
    file.write_text("date,what\n" + "".join(f"2021,Fire {number}\n" for number in range(3_000)))
    return file


def test_records_come_over(table: Path):
    reading = run("read", table, "x.csv", "csv")
    found = list(reading)
    assert len(found) == 3_000
    assert found[-1] == Record(Origin("x.csv", 3_001), {"date": "2021", "what": "Fire 2999"})
    assert reading.done == 1.0
    assert reading.process.poll() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows hands over no descriptors.")
def test_open_file_and_options_come_over(table: Path):
    with table.open("rb") as file:
        found = list(run("read", file, "x.csv", "csv", Options(header=0)))
    assert found[-1].values == {"column 1": "2021", "column 2": "Fire 2999"}


def test_child_is_ended_by_who_loses_interest(table: Path):
    with run("read", table, "x.csv", "csv") as reading:
        assert next(reading).origin.row == 2
    assert reading.process.poll() is not None
    assert list(reading) == []


def test_refusal_comes_over(tmp_path: Path):
    file = tmp_path / "x.json"
    file.write_text("[" * 100_000)
    with pytest.raises(FormatError, match=r"x\.json.* nested more than 100 deep"):
        list(run("read", file, "x.json", "json"))
    with pytest.raises(FormatError, match="No format is called 'nonsense'"):
        list(run("read", file, "x.json", "nonsense"))


def test_refusal_comes_over_as_a_sentence_and_what_stands_in_it(tmp_path: Path):
    path = tmp_path / "broken.json"
    path.write_text('[{"a": 1},\n {"a" 2}]')
    with run("read", path, "broken.json", "json") as items, pytest.raises(FormatError) as caught:
        list(items)
    assert str(caught.value).startswith("broken.json, line 2, character 7: ")
    assert dict(caught.value.said.params)["place"] == Said(
        "line %(line)s, character %(character)s", (("line", "2"), ("character", "7"))
    )


def test_only_what_is_listed_runs(table: Path):
    with pytest.raises(ValueError, match="nothing that runs in a child"):
        run("os.system", table, "x", "csv")


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("heavy") / "x.json"
    file.write_text('{"a": [' + '{"a": 1, "b": [2]},' * 999_000 + "{}]}")
    return file


@bounded
def test_too_much_memory_is_said(heavy: Path):
    with pytest.raises(FormatError, match=r"needed more than 0\.2 GB of memory|ran out of memory"):
        list(run("read", heavy, "x.json", "json", bounds=Bounds(memory=200_000_000)))


@bounded
def test_too_much_computing_is_said(heavy: Path):
    with pytest.raises(FormatError, match="needed more than 1 seconds of computing"):
        list(run("read", heavy, "x.json", "json", bounds=Bounds(processor=1)))


def test_too_long_a_wait_is_said(heavy: Path):
    with pytest.raises(FormatError, match=r"took more than 0\.3 seconds"):
        list(run("read", heavy, "x.json", "json", bounds=Bounds(waiting=0.3)))


def test_time_of_the_reader_does_not_count(table: Path, monkeypatch: pytest.MonkeyPatch):
    reading = run("read", table, "x.csv", "csv", bounds=Bounds(waiting=30))
    next(reading)
    monkeypatch.setattr("time.monotonic", lambda: 1e9)  # hours later
    assert len(list(reading)) == 2_999


def test_line_without_an_end_is_cut(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(child, "MAX_LINE", 1_000)
    file = tmp_path / "x.jsonl"
    file.write_text('{"a": "' + "x" * 90_000 + '"}\n')
    with pytest.raises(FormatError, match="broke off"):
        list(run("read", file, "x.jsonl", "jsonl"))


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="Only Linux shows a process's environment.")
def test_child_is_told_no_secret(monkeypatch: pytest.MonkeyPatch, table: Path):
    monkeypatch.setenv("DATELINE_SECRET_KEY", "do not tell")
    with run("read", table, "x.csv", "csv") as reading:
        next(reading)
        told = Path(f"/proc/{reading.process.pid}/environ").read_bytes()
    assert b"PATH=" in told
    assert b"do not tell" not in told


@bounded
def test_child_may_write_no_file(table: Path):
    import resource

    with run("read", table, "x.csv", "csv") as reading:
        next(reading)
        assert resource.prlimit(reading.process.pid, resource.RLIMIT_FSIZE) == (0, 0)
        assert resource.prlimit(reading.process.pid, resource.RLIMIT_AS)[0] == Bounds().memory


def test_what_reads_words_is_not_loaded_for_dates_in_figures(tmp_path: Path) -> None:
    """It takes longer to load than the rest of what reads a table."""
    script = """
        import sys
        from incidents.formats import format_named, wire
        from incidents.formats.base import Options
        with open(sys.argv[1], "rb") as file:
            csv, options = format_named("csv"), Options()
            mapping = {"fields": {"date": ["date"], "headline": ["headline"]}}
            drafts = list(wire.lines_of(file, "a.csv", csv, options, mapping, {}))
        assert "2021-03-04" in drafts[0], drafts
        print("incidents.temporal.plain" in sys.modules)
    """
    for date, loaded in (("2021-03-04", "False"), ("2021-03-04, perhaps", "True")):
        table = tmp_path / "a.csv"
        table.write_text(f'date,headline\n"{date}",A crane falls\n', encoding="utf-8")
        command = [sys.executable, "-c", dedent(script), str(table)]
        assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == f"{loaded}\n"
