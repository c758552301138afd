"""CSV and TSV come in as people and programs write them."""

from __future__ import annotations

import io
from functools import partial
from typing import Any

import pytest

from incidents.formats import delimited, format_named
from incidents.formats.base import FormatError, Options, Record
from incidents.tests.filing import codes, items, records, shared, values
from incidents.tests.growth import growth

pytestmark = pytest.mark.once

THREE = [{"date": "2021", "what": "Fire", "where": "Lyon"}, {"date": "2022", "what": "Flood", "where": "Ghent"}]


def lines(delimiter: str) -> str:
    return "\n".join(delimiter.join(row) for row in (THREE[0], *(row.values() for row in THREE)))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_found(delimiter: str):
    assert values("csv", lines(delimiter)) == THREE


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252", "utf-32"]
)
def test_encoding_is_found(encoding: str):
    text = "date,what\n2021,Café in Köln geöffnet\n2022,Señor Muñoz declaró\n"
    assert values("csv", text.encode(encoding))[1] == {"date": "2022", "what": "Señor Muñoz declaró"}


def test_encoding_that_shows_late_is_found():
    text = "date,what\n" + "2021,plain\n" * 20_000 + "2022,Café\n"
    found = items("csv", text.encode("cp1252"))
    assert codes(found) == ["encoding-guessed"]
    assert found[-1].values["what"] == "Café"


def test_wrong_bytes_within_utf8_are_read_and_said():
    data = "date,what\n2021,Köln, así, façade, étude\n".replace(", ", " ").encode() + b"2022,Caf\xe9\n"
    found = items("csv", data)
    assert codes(found) == ["mixed-encodings"]
    assert [item.values["what"] for item in found if isinstance(item, Record)] == ["Köln así façade étude", "Café"]


def test_stated_encoding_and_delimiter_count():
    assert values("csv", "a;b\n1,2;3\n".encode("utf-16-le"), encoding="utf-16-le", delimiter="semicolon") == [
        {"a": "1,2", "b": "3"}
    ]
    with pytest.raises(FormatError, match="no encoding is called 'klingon'"):
        items("csv", "a,b\n", encoding="klingon")
    with pytest.raises(FormatError, match="cannot divide cells"):
        items("csv", "a,b\n", delimiter="::")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param('date,what\n2021,"say ""hi"""\n', {"date": "2021", "what": 'say "hi"'}, id="doubled"),
        pytest.param('date,what\n2021,"one\ntwo"\n', {"date": "2021", "what": "one\ntwo"}, id="line-break"),
        pytest.param('date,what\n2021,"a \\"b\\" c"\n', {"date": "2021", "what": 'a "b" c'}, id="backslash"),
        pytest.param('date, what\n2021, "a, b"\n2022, "c, d"\n', {"date": "2021", "what": "a, b"}, id="spaced"),
        pytest.param("'date','what'\n'2021','a, b'\n'2022','c'\n", {"date": "2021", "what": "a, b"}, id="single"),
        pytest.param("sep=;\ndate;what\n2021;a,b\n", {"date": "2021", "what": "a,b"}, id="excel-separator"),
        pytest.param("date,what\r\n2021,a\r\n", {"date": "2021", "what": "a"}, id="crlf"),
        pytest.param("date,what\r2021,a\r", {"date": "2021", "what": "a"}, id="cr"),
    ],
)
def test_quoting_and_line_ends(text: str, row: dict[str, str]):
    assert values("csv", text)[0] == row


def test_row_is_the_line_on_which_the_record_begins():
    text = 'date,what\n2021,"one\ntwo\nthree"\n\n2022,four\n'
    assert [record.origin.row for record in records("csv", text)] == [2, 6]


@pytest.mark.parametrize(
    ("text", "columns", "row"),
    [
        pytest.param("date,what\n2021,x\n", ["date", "what"], 2, id="first-line"),
        pytest.param("\n\ndate,what\n2021,x\n", ["date", "what"], 4, id="blank-lines-above"),
        pytest.param("Our list of floods\n\ndate,what\n2021,x\n2022,y\n", ["date", "what"], 4, id="title-above"),
        pytest.param("Our list,\ndate,what\n2021,x\n2022,y\n", ["date", "what"], 3, id="title-and-commas-above"),
        pytest.param("2021-01-02,Fire,https://a.org\n2022-01-02,Flood,https://b.org\n", ["column 1", "column 2", "column 3"], 1, id="none"),  # noqa: E501
        pytest.param("Ref,Foo,Bar\n1,x,2021\n2,y,2022\n", ["Ref", "Foo", "Bar"], 2, id="words-nobody-knows"),
        pytest.param("date,date,,what\n2021,2022,z,x\n", ["date", "date (2)", "column 3", "what"], 2, id="alike-and-empty"),  # noqa: E501
        pytest.param("a,a,a (2)\n1,2,3\n", ["a", "a (3)", "a (2)"], 2, id="a-name-that-is-taken"),
    ],
)  # fmt: skip
def test_header_is_found(text: str, columns: list[str], row: int):
    first = records("csv", text)[0]
    assert list(first.values) == columns
    assert first.origin.row == row


def test_header_that_the_editor_names_counts():
    text = "date,what\n2021,x\nwhen,then\n2022,y\n"
    assert values("csv", text, header=3) == [{"when": "2022", "then": "y"}]
    assert values("csv", text, header=0)[0] == {"column 1": "date", "column 2": "what"}


def test_uneven_rows_keep_what_they_have():
    found = records("csv", "date,what\n2021\n2022,x,y,z\n2023,w\n")
    assert [record.values for record in found] == [
        {"date": "2021"},
        {"date": "2022", "what": "x", "column 3": "y", "column 4": "z"},
        {"date": "2023", "what": "w"},
    ]
    assert codes(list(found)) == ["too-few-cells", "too-many-cells"]


@pytest.mark.parametrize("after", [3, 60_000], ids=["to-the-end-of-the-file", "over-many-lines"])
def test_quote_that_nothing_closes_costs_its_line_only(after: int):
    text = 'date,what,where\n2020,"open,x\n' + "2021,Fire,Lyon\n" * after
    found = records("csv", text)
    assert len(found) == after + 1
    assert [finding.code for finding in found[0].findings] == ["unclosed-quote"]
    assert found[-1].origin.row == after + 2


def test_long_quoted_text_is_no_open_quote():
    text = 'date,what\n2020,"' + "a line, of text\n" * 20_000 + '"\n2021,x\n'
    found = records("csv", text)
    assert [finding.code for finding in found[0].findings] == ["cell-too-long"]
    assert [record.origin.row for record in found] == [2, 20_003]


def test_many_open_quotes_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(delimited, "PATIENCE", 100)
    monkeypatch.setattr(delimited, "BLOCK", 200)
    with pytest.raises(FormatError, match="quotes open and nothing closes them"):
        items("csv", "date,what,where\n" + ('2020,"x,y\n' + "1,2,3\n" * 100) * 120)


def test_wide_table_is_read_and_a_wider_one_refused():
    names = ",".join(f"field_{number}" for number in range(2_000))
    assert len(values("csv", f"{names}\n{names}\n")[0]) == 2_000
    with pytest.raises(FormatError, match=r"2,001 columns; at most 2,000"):
        items("csv", f"{names},more\n{names},more\n")


def test_ten_megabytes_in_a_cell_cost_their_row_only():
    found = records("csv", "date,what\n2020," + "x" * 10_000_000 + "\n2021,y\n")
    assert [[finding.code for finding in record.findings] for record in found] == [["cell-too-long"], []]
    assert found[0].findings[0].level == "error"
    assert max(map(len, found[0].values.values())) == 100_000


def test_nul_is_left_out_and_said():
    found = items("csv", b"date,what\n2021,a\0b\n")
    assert found[0].values == {"date": "2021", "what": "ab"}
    assert codes(found) == ["nul-removed"]


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "empty"), (b"\n\n ,\n", "no cell with anything"), (b"\xef\xbb\xbf", "no cell")]
)
def test_nothing_is_refused(data: bytes, reason: str):
    with pytest.raises(FormatError, match=reason):
        items("csv", data)


@pytest.mark.parametrize(
    ("file", "count", "last"),
    [
        ("kev/known_exploited_vulnerabilities.csv", 1_404, ("cveID", None)),
        ("timelinejs/my-own-timeline.csv", 11, ("Year", None)),
        ("timelinejs/women_in_computing.csv", 11, ("Year", None)),
        ("timesketch/csv_datetime_last_column.csv", 4, ("datetime", "2018-07-27T12:24:50+00:00")),
        ("timesketch/csv_timestamp_as_datetime.csv", 4, ("unique_id", "DETAILED DATA")),
        ("timesketch/csv_timestamp_no_datetime.csv", 3, ("timestamp", "1658689261123456")),
        ("timesketch/incorrect.csv", 1, ("DT", "2020-09-18 21:58:07.470323")),
        ("timesketch/invalid_datetime.csv", 4, ("datetime", "1234 19:01:01")),
        ("timesketch/mapping_limit_exceed.csv", 1, ("message", None)),
        ("timesketch/sigma_events.csv", 4, ("data_type", "apt:history:line")),
        ("timesketch/validate_date_events_missing_timestamp.csv", 1, ("message", "No timestamp")),
        ("timesketch/validate_no_datetime_timestamps.csv", 5, ("timestamp", " ")),
        ("timesketch/validate_time_out_of_range.csv", 2, ("datetime", "2227-12-31T23:01:01+00:00")),
        ("timesketch/validate_time_precision.csv", 2, ("data_type", "timestamptest2")),
        ("timesketch/validate_time_precision_datetime.csv", 1, ("data_type", "timestamptest1")),
        ("timesketch/validate_timestamp_conversion.csv", 3, ("timestamp_desc", "Logging")),
    ],
)
def test_real_file_comes_in_whole(file: str, count: int, last: tuple[str, Any]):
    found = items("csv", shared(file).read_bytes(), file)
    assert len(found) == count
    assert codes(found) == []
    column, value = last
    assert found[-1].values[column] == value if value is not None else column in found[-1].values


def test_time_grows_with_the_rows():
    def read(rows: int) -> None:
        data = b"date,what,where\n" + b'2021-03-04,"Fire, again",Lyon\n' * rows
        assert sum(1 for _ in format_named("csv").read(io.BytesIO(data), "x", Options())) == rows

    assert growth(partial(read, 20_000), partial(read, 40_000)) <= 3
