"""Hostile files are refused or inert, soon; each is made on the fly, and read as an upload is, in a child process."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from incidents.drafts import Finding, IncidentDraft
from incidents.formats.base import FormatError, Record
from incidents.formats.child import Bounds, run
from incidents.tests.filing import packed

pytestmark = pytest.mark.once

SOON = Bounds(processor=15, waiting=60)  # seconds: generous, for a machine under load; 5 are meant
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="t" Target="worksheets/sheet1.xml"/></Relationships>'
)
BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Events" sheetId="1" r:id="r1"/></sheets></workbook>'
)
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def book(sheet: str, **parts: str) -> bytes:
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": parts.pop("workbook", BOOK),
        "xl/_rels/workbook.xml.rels": RELATED,
        "xl/worksheets/sheet1.xml": sheet,
    }
    return packed(files | {f"xl/{name}.xml": text for name, text in parts.items()})


def rows(cells: str) -> str:
    return SHEET.format(f"<sheetData>{cells}</sheetData>")


def lying(data: bytes) -> bytes:
    """Write a small size beside a large file, in the archive's directory and before the file itself."""
    raw = bytearray(data)
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = raw.find(mark)
        raw[place + at : place + at + 4] = struct.pack("<I", 100)
    return bytes(raw)


def linked() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        member = zipfile.ZipInfo("a.md")
        member.external_attr = 0o120777 << 16
        made.writestr(member, "/etc/passwd")
    return held.getvalue()


def encrypted() -> bytes:
    raw = bytearray(packed({"a.md": "x"}))
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        raw[raw.find(mark) + at] |= 1
    return bytes(raw)


REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "xlsx: entities": ("xlsx", lambda: book(LAUGHS + "]>" + rows("<row><c><v>&j;</v></c></row>")), "declares entities"),
    "xlsx: outside entity": ("xlsx", lambda: book(OUTSIDE + rows("<row><c><v>&a;</v></c></row>")), "declares entities"),
    "xlsx: entities in the workbook": ("xlsx", lambda: book(rows(""), workbook=LAUGHS + "]>" + BOOK), "no XML"),
    "xlsx: entities in the texts": ("xlsx", lambda: book(rows(""), sharedStrings=LAUGHS + "]><sst/>"), "entities"),
    "xlsx: bomb": ("xlsx", lambda: book(rows("<row/>" * 30_000_000)), "packs so tightly"),
    "xlsx: deep": ("xlsx", lambda: book("<a>" * 1_000_000), "no XML|no sheet with a table"),
    "xlsx: text index": (
        "xlsx",
        lambda: book(rows('<row><c t="s"><v>7</v></c></row>')),
        "no workbook that can be read",
    ),
    "xlsx: column": ("xlsx", lambda: book(rows('<row><c r="ABCDEF1"><v>7</v></c></row>')), "names a cell 'ABCDEF'"),
    "xlsx: wide rows": (
        "xlsx",
        lambda: book(rows("".join(f'<row r="{n}"><c r="XFD{n}"><v>{n}</v></c></row>' for n in range(1, 20_000)))),
        "it is no table|no sheet with a table",
    ),
    "zip: bomb": ("frontmatter", lambda: packed({"a.md": b"x" * 300_000_000}), "packs so tightly"),
    "zip: lying size": ("frontmatter", lambda: lying(packed({"a.md": "---\na: b\n" * 100_000})), "cannot be unpacked"),
    "zip: upwards": ("frontmatter", lambda: packed({"../../a.md": "x"}), "leads out of it"),
    "zip: upwards by backslash": ("frontmatter", lambda: packed({"..\\a.md": "x"}), "leads out of it"),
    "zip: absolute": ("frontmatter", lambda: packed({"/etc/a.md": "x"}), "leads out of it"),
    "zip: link": ("frontmatter", linked, "symbolic link"),
    "zip: encrypted": ("frontmatter", encrypted, "encrypted"),
    "zip: many": ("frontmatter", lambda: packed({f"{n}.md": "" for n in range(20_001)}), "20,001 files"),
    "json: deep list": ("json", lambda: b"[" * 5_000_000, "nested more than 100 deep"),
    "json: deep objects": ("json", lambda: b'{"a":' * 1_000_000, "nested more than 100 deep"),
    "json: NaN": ("json", lambda: b'[{"a": 1}, {"a": NaN}]', "NaN is no JSON number"),
    "csv: open quote": ("csv", lambda: b'a,b\n1,"' + b"x" * 25_000_000, "more than 20,000,000 characters"),
    "csv: too many columns": ("csv", lambda: b"a," * 100_000 + b"\n" + b"1," * 100_000, "columns; at most 2,000"),
    "html: spread": (
        "html-table",
        lambda: b"<table><tr><td rowspan=65534 colspan=1000>x" + b"<tr><td>y" * 60_000,
        "spreads over more than|columns",
    ),
    "html: not one table": ("html-table", lambda: b"<div>" * 1_000_000, "no table|no page"),
}

INERT: dict[str, tuple[str, Callable[[], bytes]]] = {
    "csv: formulas": ("csv", lambda: b"date,what\n2021,=HYPERLINK(1)\n"),
    "csv: 10 MB in a field": ("csv", lambda: b"date,what\n2021," + b"x" * 10_000_000 + b"\n2022,y\n"),
    "csv: binary": ("csv", lambda: bytes(range(256)) * 1_000),
    "jsonl: bad lines": ("jsonl", lambda: b'{"a":1}\n' + b'{"a":[\n' * 100_000 + b'{"a":2}\n'),
    "json: long number": ("json", lambda: b'[{"a": ' + b"9" * 5_000_000 + b"}]"),
    "json: long name": ("json", lambda: b'[{"' + b"a" * 10_000_000 + b'": 1}]'),
    "xlsx: attribute": ("xlsx", lambda: book(rows('<row x="' + "ab" * 4_000_000 + '"><c><v>date</v></c></row>'))),
    "xlsx: last row": ("xlsx", lambda: book(rows('<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>2</v></c></row>'))),  # noqa: E501
    "yaml: laughs": (
        "frontmatter",
        lambda: b"a: &a [x]\n" + b"".join(b"%c: &%c [%s]\n" % (98 + n, 98 + n, b", ".join([b"*%c" % (97 + n)] * 9)) for n in range(9)),  # noqa: E501
    ),
    "yaml: deep": ("frontmatter", lambda: b"---\na: " + b"[" * 400_000 + b"\n---\n"),
    "yaml: compact": ("frontmatter", lambda: b"---\n" + b"- " * 400_000 + b"\n---\n"),
    "yaml: blank": ("frontmatter", lambda: b"---\n" + b" " * 900_000 + b"x"),
    "yaml: lines": ("frontmatter", lambda: b"---\n" + b"\n" * 900_000 + b"\t- x: y: z\n---\n"),
    "markdown: brackets": ("markdown-table", lambda: b"|a|b|\n|-|-|\n|" + b"[" * 1_000_000 + b"|x|\n"),
    "markdown: links": ("markdown-table", lambda: b"|a|b|\n|-|-|\n|" + b"[a](" * 100_000 + b"|x|\n"),
    "markdown: stars": ("markdown-table", lambda: b"|a|b|\n|-|-|\n|" + b"*a**" * 100_000 + b"|x|\n"),
    "html: deep": ("html-table", lambda: b"<table><tr><td>a<td>b<tr><td>" + b"<b>" * 500_000),
    "html: attribute": ("html-table", lambda: b"<table><tr><td>a<tr><td title='" + b"x" * 9_000_000 + b"'>b</table>"),
    "html: rows": ("html-table", lambda: b"<table>" + b"<tr><td>x" * 100_000),
}  # fmt: skip


def outcome(format_name: str, data: bytes, tmp_path: Path) -> list[object]:
    file = tmp_path / "hostile"
    file.write_bytes(data)
    with run("read", file, "hostile", format_name, bounds=SOON) as reading:
        return list(reading)


@pytest.mark.parametrize("what", REFUSED)
def test_hostile_file_is_refused(what: str, tmp_path: Path):
    format_name, made, reason = REFUSED[what]
    with pytest.raises(FormatError, match=reason):
        outcome(format_name, made(), tmp_path)


@pytest.mark.parametrize("what", INERT)
def test_hostile_file_is_inert(what: str, tmp_path: Path):
    format_name, made = INERT[what]
    refusal = ""
    found: list[object] = []
    try:
        found = outcome(format_name, made(), tmp_path)
    except FormatError as error:  # a bound of the format may be met first, in a sentence of its own
        refusal = str(error)
    assert "could not be read" not in refusal
    assert "seconds" not in refusal
    assert all(isinstance(item, Record | Finding | IncidentDraft) for item in found)
