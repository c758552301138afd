"""A table of any texts comes back the same, whichever way it was written."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from incidents.formats.base import FormatError
from incidents.tests.filing import values

pytestmark = pytest.mark.once

# What no table keeps: control characters, lone surrogates; and blanks at the ends, which no spreadsheet promises.
TEXT = st.text(
    st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff\ufffe\uffff"), max_size=40
)
CELL = TEXT.map(str.strip)
COLUMNS = ["date", "title", "source url"]
TABLE = st.lists(st.tuples(CELL, CELL, CELL).filter(any), min_size=1, max_size=8)
Rows = list[tuple[str, str, str]]


def expected(rows: Rows) -> list[dict[str, str]]:
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@settings(derandomize=True, deadline=None, max_examples=60)
@given(rows=TABLE)
@example(rows=[('"', "'", '""')])
@example(rows=[("a,b;c|d", "x;y;z", "1,5")] * 3)
def test_csv(rows: Rows, delimiter: str, encoding: str):
    held = io.StringIO()
    writer = csv.writer(held, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([COLUMNS, *rows])
    assert values("csv", held.getvalue().encode(encoding), delimiter=delimiter) == expected(rows)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(rows=TABLE)
def test_json_and_lines(rows: Rows):
    made = expected(rows)
    assert values("json", json.dumps(made)) == made
    assert values("json", json.dumps({"x": made}, ensure_ascii=False, indent=1)) == made
    assert values("jsonl", "\n".join(json.dumps(row) for row in made)) == made


@settings(derandomize=True, deadline=None, max_examples=60)
@given(rows=st.lists(st.tuples(CELL, CELL, CELL).filter(any), min_size=1, max_size=8))
def test_xlsx(rows: Rows):
    book = Workbook()
    for number, row in enumerate([tuple(COLUMNS), *rows], 1):
        for column, text in enumerate(row, 1):
            if text:
                book.active.cell(number, column, text).data_type = "s"
    held = io.BytesIO()
    book.save(held)
    found = [{name: value or "" for name, value in row.items()} for row in values("xlsx", held.getvalue())]
    assert found == [row for row in expected(rows) if any(row.values())]


PLAIN = st.text(st.characters(whitelist_categories=("L", "N")), min_size=1, max_size=20)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(rows=st.lists(st.tuples(PLAIN, PLAIN, PLAIN), min_size=1, max_size=8))
def test_markdown_table(rows: Rows):
    lines = [COLUMNS, ["---"] * 3, *rows]
    text = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    assert values("markdown-table", text) == expected(rows)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(rows=st.lists(st.tuples(CELL, CELL, CELL).filter(any), min_size=1, max_size=8))
def test_front_matter_lists(rows: Rows):
    items = "".join(
        "".join(
            f"{'- ' if not at else '  '}{name}: {json.dumps(cell, ensure_ascii=False)}\n"
            for at, (name, cell) in enumerate(row.items())
        )
        for row in expected(rows)
    )
    assert values("frontmatter", items, "x.yml") == expected(rows)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(
    data=st.binary(max_size=400),
    name=st.sampled_from(["csv", "tsv", "json", "jsonl", "frontmatter", "markdown-table", "html-table", "xlsx"]),
)
def test_any_bytes_are_read_or_refused(data: bytes, name: str):
    refusal = ""
    try:
        values(name, data)
    except FormatError as error:
        refusal = str(error)
    assert not refusal or len(refusal) > 20
