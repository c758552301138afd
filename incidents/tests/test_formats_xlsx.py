"""Excel workbooks come in with their dates as shown and their sheets linked."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from incidents.drafts import EventDraft
from incidents.formats import format_named
from incidents.formats.base import FormatError, Options, Record
from incidents.formats.exceldates import precision
from incidents.formats.reading import drafts
from incidents.tests.filing import codes, items, packed, records, values

pytestmark = pytest.mark.once


def moment(*parts: int) -> dt.datetime:
    """Return a moment as Excel has it, which knows no zone."""
    return dt.datetime(*parts)  # noqa: DTZ001


def saved(book: Workbook) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def workbook(**sheets: list[list[Any]]) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return book


@pytest.mark.parametrize("mac", [False, True], ids=["from-1900", "from-1904"])
@pytest.mark.parametrize(
    ("number_format", "value", "read"),
    [
        ("yyyy", moment(2021, 1, 1), "2021"),
        ("mmm yyyy", moment(2021, 3, 1), "2021-03"),
        ("mmm-yy", moment(2021, 3, 1), "2021-03"),
        ('[$-409]mmmm" of "yyyy', moment(2021, 3, 1), "2021-03"),
        ("dd/mm/yyyy", moment(2021, 3, 4), dt.date(2021, 3, 4)),
        ("dd/mm/yyyy hh:mm", moment(2021, 3, 4), dt.date(2021, 3, 4)),
        ("dd/mm/yyyy hh:mm", moment(2021, 3, 4, 14, 30), moment(2021, 3, 4, 14, 30)),
        ("yyyy-mm-dd", moment(2021, 3, 4, 14, 30), dt.date(2021, 3, 4)),
        ("hh:mm", dt.time(14, 30), "14:30:00"),
        ("General", 44259, 44259),
        ("0.00", 1.5, 1.5),
        ("0", 3.0, 3),
    ],
)
def test_date_is_as_fine_as_it_is_shown(number_format: str, value: Any, read: Any, mac: bool):
    book = workbook(Events=[["date", "what"], [value, "Fire"]])
    if mac:
        book.epoch = CALENDAR_MAC_1904
    book["Events"]["A2"].number_format = number_format
    assert values("xlsx", saved(book)) == [{"date": read, "what": "Fire"}]


def test_day_and_month_without_the_year_is_said():
    book = workbook(Events=[["date", "what"], [dt.date(2026, 3, 4), "Fire"]])
    book["Events"]["A2"].number_format = "d-mmm"
    assert codes(items("xlsx", saved(book))) == ["year-not-shown"]


@pytest.mark.parametrize(
    ("number_format", "shows"),
    [
        ("yyyy;@", "year"),
        ("m/yyyy", "month"),
        ("d.m.yy", "day"),
        ("[h]:mm", "time"),
        ("dddd", "day"),
        ("mm:ss", "time"),
    ],
)
def test_precision_of_a_number_format(number_format: str, shows: str):
    assert precision(number_format) == shows


SOURCES = [["id", "url"], ["S1", "https://a.org"], ["S2", "https://b.org"]]


def test_sheet_that_names_our_ids_is_nested():
    book = workbook(
        Events=[["id", "date", "what"], [1, "2021", "Fire"], [2, "2022", "Flood"]],
        Sources=[["event_id", "url"], [1, "https://a.org"], [1, "https://b.org"], [9, "https://c.org"]],
    )
    found = items("xlsx", saved(book))
    rows = [item.values for item in found if isinstance(item, Record)]
    assert rows[0]["sources"] == [{"url": "https://a.org"}, {"url": "https://b.org"}]
    assert "sources" not in rows[1]
    assert codes(found) == ["sheet-linked", "linked-rows-left"]


def test_sheets_that_each_count_from_one_do_not_report_same_ids():
    rows = [["id", "date", "event"], ["E1", "2021-03-04", "Fire"], ["E2", "2021-03-05", "Flood"]]
    others = [
        ["id", "date", "event"],
        ["E1", "2022-03-04", "Storm"],
        ["E2", "2022-03-05", "Hail"],
        ["E2", "2022-04-01", "Snow"],
    ]
    data = saved(workbook(**{"2021": rows, "2022": others}))
    mapping = {"version": 1, "fields": {"id": ["id"], "date": ["date"], "headline": ["event"]}}
    made = drafts(io.BytesIO(data), "x.xlsx", format_named("xlsx"), Options(), mapping)
    events = [one for one in made if isinstance(one, EventDraft)]
    assert len({one.import_ref for one in events}) == 5
    assert [(one.headline, finding.code) for one in events for finding in one.findings if "same" in finding.code] == [
        ("Snow", "same-id")
    ]


def test_sheet_whose_ids_we_name_is_nested():
    book = workbook(
        Sources=SOURCES, Timeline=[["date", "what", "sources"], ["2021", "Fire", "S1; S2"], ["2022", "Flood", "S2, S7"]]
    )
    found = records("xlsx", saved(book))
    assert [one["url"] for one in found[0].values["sources"]] == ["https://a.org", "https://b.org"]
    assert found[1].values["sources"] == "S2, S7"
    assert [one["url"] for one in found[1].values["sources_rows"]] == ["https://b.org"]
    assert [one.code for one in found[1].findings] == ["unknown-reference"]


def test_sheets_of_the_same_columns_are_read_in_turn():
    head = ["date", "what"]
    found = records("xlsx", saved(workbook(a=[head, ["2021", "Fire"]], b=[head, ["2022", "Flood"]])), "x.xlsx")
    assert [(one.origin.name, one.origin.row) for one in found] == [("x.xlsx: a", 2), ("x.xlsx: b", 2)]


def test_other_sheet_is_passed_over_and_said():
    book = workbook(Events=[["date", "what"], ["2021", "Fire"]], Colours=[["red", "green"], ["x", "y"]])
    assert codes(items("xlsx", saved(book))) == ["sheet-not-read"]
    assert values("xlsx", saved(book), sheet="Colours") == [{"red": "x", "green": "y"}]
    with pytest.raises(FormatError, match="no sheet 'Nope'. There are: Events, Colours"):
        items("xlsx", saved(book), sheet="Nope")


def test_what_is_hidden_is_said():
    book = workbook(
        Events=[["date", "what"], ["2021", "Fire"], ["2022", "Flood"]], Secret=[["date", "what"], ["1", "x"]]
    )
    book["Secret"].sheet_state = "hidden"
    book["Events"].row_dimensions[3].hidden = True
    found = items("xlsx", saved(book))
    assert codes(found) == ["hidden-sheet", "hidden-row"]
    assert [item.origin.row for item in found if isinstance(item, Record)] == [2, 3]


def test_formula_and_error_cells():
    book = workbook(Events=[["date", "what"], ["2021", "=A2&1"], ["2022", "#REF!"]])
    book["Events"]["B3"].data_type = "e"
    found = records("xlsx", saved(book))
    assert [[one.code for one in record.findings] for record in found] == [["formula-without-value"], ["cell-error"]]
    assert [record.values["what"] for record in found] == [None, None]


def test_formula_counts_by_the_value_it_had():
    data = saved(workbook(Events=[["date", "what"], ["2021", "=1+1"]]))
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")
    assert parts["xl/worksheets/sheet1.xml"] != sheet
    assert values("xlsx", packed(parts)) == [{"date": "2021", "what": 2}]


def test_title_and_merged_header_cells():
    book = workbook(Events=[["All floods"], [], ["When", None, "What"], ["start", "end", None], ["2021", "2022", "x"]])
    book["Events"].merge_cells("A3:B3")
    found = records("xlsx", saved(book))
    assert found[0].values == {"When start": "2021", "When end": "2022", "What": "x"}
    assert found[0].origin.row == 5


def test_link_of_a_cell_is_kept():
    book = workbook(Events=[["date", "what"], ["2021", "Fire"]])
    book["Events"]["B2"].hyperlink = "https://example.org/fire"
    assert values("xlsx", saved(book))[0]["what.links"] == [{"href": "https://example.org/fire", "text": "Fire"}]


def test_uneven_and_empty_rows():
    book = workbook(Events=[["date", "what"], ["2021"], [], ["2022", "x", "more"]])
    found = records("xlsx", saved(book))
    assert [record.values for record in found] == [
        {"date": "2021", "what": None},
        {"date": "2022", "what": "x", "column 3": "more"},
    ]
    assert [record.origin.row for record in found] == [2, 4]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"PK\x03\x04 and nothing", "damaged or unfinished archive", id="cut"),
        pytest.param(packed({"word/document.xml": "x"}), "a Word document, no Excel", id="word"),
        pytest.param(packed({"a.txt": "x"}), "a zip archive, no Excel", id="zip"),
        pytest.param(packed({"xl/workbook.xml": "<x"}), "no XML that can be read", id="broken-xml"),
        pytest.param(packed({"xl/workbook.xml": "<x/>"}), "no sheet with a table", id="no-sheet"),
        pytest.param(b"", "is empty", id="empty"),
    ],
)
def test_what_is_no_workbook_is_refused(data: bytes, reason: str):
    with pytest.raises(FormatError, match=reason):
        items("xlsx", data)
