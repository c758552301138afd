"""Tables in Markdown and HTML, as READMEs and encyclopedias keep lists."""

from __future__ import annotations

import pytest

from incidents.formats.base import FormatError
from incidents.tests.filing import codes, items, records, values

pytestmark = pytest.mark.once

README = r"""# Floods

| Date | What \| where | Source |
|:-----|:-------------:|-------:|
| 2020-01 | **Lyon** and `so on` | [Paper](https://a.org/x_(y) "A paper"), <https://b.org> |
| 2020-02 | _Ghent_ snake_case_word | [one][ref] [^1] https://c.org. |

[ref]: https://ref.org
[^1]: Said at https://note.org/x, twice.
"""


def test_pipe_table_becomes_records():
    found = records("markdown-table", README)
    assert [record.origin.row for record in found] == [5, 6]
    assert found[0].values == {
        "Date": "2020-01",
        "What | where": "Lyon and so on",
        "Source": "Paper, https://b.org",
        "Source.links": [{"href": "https://a.org/x_(y)", "text": "Paper"}, {"href": "https://b.org", "text": ""}],
        "section": "Floods",
    }
    assert found[1].values["What | where"] == "Ghent snake_case_word"
    assert [link["href"] for link in found[1].values["Source.links"]] == [
        "https://ref.org",
        "https://note.org/x,".rstrip(","),
        "https://c.org",
    ]


def test_links_that_are_no_web_addresses_are_left_out():
    cell = "[a](javascript:alert(1)) [b](/local) ![c](https://img.org/c.png)"
    assert values("markdown-table", f"| x | y |\n|--|--|\n| {cell} | 1 |\n") == [{"x": "a b c", "y": "1"}]


def test_tables_of_the_same_columns_are_read_together_with_their_headings():
    text = "## 2020\n| Date | What |\n|-|-|\n| May | A |\n\n## 2021\n| Date | What |\n|-|-|\n| June | B |\n\n| a | b |\n|-|-|\n| 1 | 2 |\n"  # noqa: E501
    found = items("markdown-table", text)
    assert codes(found) == ["tables-chosen"]
    assert [item.values["section"] for item in found[1:]] == ["2020", "2021"]
    assert values("markdown-table", text, extra={"table": "3"}) == [{"a": "1", "b": "2", "section": "2021"}]
    with pytest.raises(FormatError, match="has 3 tables; '4' is none of them"):
        items("markdown-table", text, extra={"table": "4"})


def test_table_in_a_code_block_is_none():
    with pytest.raises(FormatError, match="holds no table"):
        items("markdown-table", "```\n| a | b |\n|---|---|\n| 1 | 2 |\n```\n")


PAGE = """<!doctype html><html><head><link rel="canonical" href="https://list.example/wiki/Floods"></head><body>
<h2>2020s<span class="mw-editsection">[edit]</span></h2>
<table><thead><tr><th rowspan=2>Date</th><th colspan=2>What</th></tr><tr><th>a</th><th>b</th></tr></thead>
<tr><td rowspan=2><span style="display:none">0001</span>3 May</td>
<td>Fire<sup><a href="#cite_note-1">[1]</a></sup> in <a href="/wiki/Lyon">Lyon</a></td><td>x<br>y</td></tr>
<tr><td>Flood <a href="https://paper.org/a">Paper</a><table><tr><td>inner</td></tr></table></td>
<td><a href="javascript:alert(1)">z</a><script>alert(2)</script></td></tr>
<tr><td colspan=3>June</td></tr>
<tr><td>4</td><td>Storm</td><td></td></tr></table>
<ol><li id="cite_note-1"><a href="#cite_ref-1">^</a> <a href="https://news.org/1">News</a>,
<a href="https://list.example/wiki/News">about it</a></li></ol></body></html>"""


def test_html_table_becomes_records():
    found = items("html-table", PAGE)
    assert codes(found) == ["nested-table"]
    assert [item.values for item in found[1:]] == [
        {
            "Date": "3 May",
            "What a": "Fire in Lyon",
            "What b": "x\ny",
            "What a.links": [{"href": "https://news.org/1", "text": "News"}],
            "section": "2020s",
        },
        {
            "Date": "3 May",
            "What a": "Flood Paper",
            "What b": "z",
            "What a.links": [{"href": "https://paper.org/a", "text": "Paper"}],
            "section": "2020s",
        },
        {"Date": "4", "What a": "Storm", "What b": "", "section": "2020s", "heading": "June"},
    ]


def test_page_in_another_encoding_and_without_header():
    page = '<html><head><meta charset="iso-8859-1"></head><table><tr><td>2020<td>Caf\xe9<tr><td>2021<td>x</table>'
    assert values("html-table", page.encode("latin-1"))[0] == {"column 1": "2020", "column 2": "Café"}


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html><p>no table</p></html>", "holds no table"),
        ("<table><tr>" + "<td>x" * 2_001 + "</table>", "more than 2,000 columns"),
        (
            "<table><tr>" + "<td colspan=1000 rowspan=60000>x" * 2 + "</tr>" + "<tr></tr>" * 3_000 + "</table>",
            "spreads",
        ),
        ("<!-- -->", "no page that can be read|holds no table"),
    ],
)
def test_page_without_a_table_that_fits_is_refused(page: str, reason: str):
    with pytest.raises(FormatError, match=reason):
        items("html-table", page)
