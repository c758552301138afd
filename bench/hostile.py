"""What files that mean harm, or are far too large, cost the limited child process: seconds of processor, and its word.

    python -m bench.hostile [--only html] [--call read|guess|lines]

Each is made on the fly and read as an upload is. What is told first is what an upload meets first: `guess` goes
through the whole file and surveys it, `read` sends every item on, `lines` makes drafts of them too.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import struct
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from incidents.formats.base import FormatError
from incidents.formats.child import Bounds, run

ALLOWED = 5.0  # seconds of processor
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


@dataclass(frozen=True)
class Hostile:
    """A file: the format that it claims to be, what makes it, and what it must be told (nothing: it is inert).

    `slow` says that making or reading it takes too long for a test.
    """

    format: str
    made: Callable[[], bytes]
    told: str = ""
    slow: bool = False


def packed(files: dict[str, bytes | str], *, stored: bool = False) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return held.getvalue()


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


def up_to(size: int, head: bytes, one: Callable[[int], bytes], tail: bytes = b"") -> bytes:
    """Repeat what `one` makes of a number until the whole has `size` bytes."""
    length = max(len(one(10)), len(one(999_999)))
    return head + b"".join(map(one, range(max(1, (size - len(head) - len(tail)) // length - 1)))) + tail


def calendar(events: int, more: bytes = b"", summary: bytes = b"Meeting %d") -> bytes:
    one = b"BEGIN:VEVENT\r\nUID:%d@example.org\r\nDTSTAMP:20240101T000000Z\r\nDTSTART:20240105T100000Z\r\n"
    one += b"DTEND:20240105T110000Z\r\nSUMMARY:" + summary + b"\r\n" + more + b"END:VEVENT\r\n"
    marks = one.count(b"%d")
    return b"BEGIN:VCALENDAR\r\n" + b"".join(one % ((n,) * marks) for n in range(events)) + b"END:VCALENDAR\r\n"


def anchors(marks: int) -> bytes:
    cells = b"".join(b"<tr><td>2021<td>x<a href='#n%d'>[%d]</a>" % (n, n) for n in range(marks))
    notes = b"".join(b"<li id=n%d><a href='https://a.org/%d'>t</a>" % (n, n) for n in range(marks))
    return b"<table>" + cells + b"</table><ol>" + notes + b"</ol>"


def one_note(marks: int) -> bytes:
    """One footnote with twenty sources, to which every cell's marks lead."""
    note = b"<li id=n>" + b"".join(b"<a href='https://a.org/%d'>t</a>" % n for n in range(20))
    mark = b"<a href=#n>[1]</a>"
    return b"<table><tr><td>date<td>what<tr><td>2021<td>" + mark * marks + b"</table><ol>" + note + b"</ol>"


def markdown_notes(marks: int) -> bytes:
    cells = b"".join(b"|2021|x[^%d]|\n" % n for n in range(marks))
    return (
        b"|date|what|\n|-|-|\n" + cells + b"\n" + b"".join(b"[^%d]: https://a.org/%d\n" % (n, n) for n in range(marks))
    )


def objects(size: int, head: str, one: str, tail: str) -> bytes:
    return up_to(size, head.encode(), lambda n: (one.replace("NNN", str(n)) + ",").encode(), tail.encode())


def xml(head: str, inside: str, tail: str) -> bytes:
    return f"<?xml version='1.0'?>{head}{inside}{tail}".encode()


STIX = '{"type":"campaign","id":"campaign--00000000-0000-4000-8000-0000000NNN","name":"c NNN","first_seen":"2021-01-01T00:00:00Z"}'
MISP = '{"uuid":"NNN","type":"text","value":"v NNN","first_seen":"2021-01-01T00:00:00Z"}'
SLIDE = '{"start_date":{"year":"2021"},"text":{"headline":"s NNN","text":"<p>t</p>"}}'
OURS = '{"id":"NNN","headline":"h NNN","date":{"edtf":"2021"}}'
FEED = ("<rss version='2.0'><channel><title>t</title>", "</channel></rss>")

# ruff: noqa: E501, PLW0108  # a file a line, however long
FILES: dict[str, Hostile] = {
    "csv: formulas": Hostile("csv", lambda: b"date,what\n2021,=HYPERLINK(1)\n"),
    "csv: 10 MB in a field": Hostile("csv", lambda: b"date,what\n2021," + b"x" * 10_000_000 + b"\n2022,y\n"),
    "csv: binary": Hostile("csv", lambda: bytes(range(256)) * 1_000),
    "csv: open quote": Hostile("csv", lambda: b'a,b\n1,"' + b"x" * 25_000_000, "more than 20,000,000 characters"),
    "csv: many columns": Hostile("csv", lambda: b"a," * 100_000 + b"\n" + b"1," * 100_000, "columns; at most 2,000"),
    "csv: too many rows": Hostile("csv", lambda: b"date,what\n" + b"2021,x\n" * 1_000_001, "1,000,000 rows", slow=True),
    "csv: rows and rows": Hostile("csv", lambda: b"d,w\n" + b"1,x\n" * 24_000_000, "1,000,000 rows", slow=True),
    "csv: 100 MB of commas": Hostile("csv", lambda: b"a,b\n" + b"," * 99_000_000, "rows|characters|cells|columns", slow=True),
    "csv: wide": Hostile("csv", lambda: b",".join(b"c%d" % n for n in range(2_000)) + b"\n" + (b"," * 1_999 + b"1\n") * 20_000, slow=True),
    "csv: dates in words": Hostile("csv", lambda: b"date,what\n" + b"".join(b'"early march %d or may or june, %d",x\n' % (n, n) for n in range(1, 60_000)), slow=True),
    "csv: long dates": Hostile("csv", lambda: b"date,what\n" + b"".join(b"%s,x\n" % (b"1 2 3 march 4 " * 5_000) for n in range(200))),
    "csv: quotes": Hostile("csv", lambda: b"date,what\n" + b'"a" b"c,"\n' * 500_000, slow=True),
    "csv: signs": Hostile("csv", lambda: "date,what\n2021,\u202eevil\u2066\u200b\0\x85\x1b[31m\n".encode() * 10_000),
    "csv: half of a sign": Hostile("csv", lambda: b"\xff\xfed\0a\0t\0e\0,\0w\0\n\0" + b"1\0,\0\x00\xd8\n\0" * 10_000),
    "xlsx: entities": Hostile("xlsx", lambda: book(LAUGHS + "]>" + rows("<row><c><v>&j;</v></c></row>")), "declares entities"),
    "xlsx: outside entity": Hostile("xlsx", lambda: book(OUTSIDE + rows("<row><c><v>&a;</v></c></row>")), "declares entities"),
    "xlsx: entities in the workbook": Hostile("xlsx", lambda: book(rows(""), workbook=LAUGHS + "]>" + BOOK), "no XML"),
    "xlsx: entities in the texts": Hostile("xlsx", lambda: book(rows(""), sharedStrings=LAUGHS + "]><sst/>"), "entities"),
    "xlsx: bomb": Hostile("xlsx", lambda: book(rows("<row/>" * 30_000_000)), "packs so tightly"),
    "xlsx: deep": Hostile("xlsx", lambda: book("<a>" * 1_000_000), "no XML|no sheet with a table"),
    "xlsx: text index": Hostile("xlsx", lambda: book(rows('<row><c t="s"><v>7</v></c></row>')), "no workbook that can be read"),
    "xlsx: column": Hostile("xlsx", lambda: book(rows('<row><c r="ABCDEF1"><v>7</v></c></row>')), "names a cell 'ABCDEF'"),
    "xlsx: wide rows": Hostile("xlsx", lambda: book(rows("".join(f'<row r="{n}"><c r="XFD{n}"><v>{n}</v></c></row>' for n in range(1, 20_000)))), "it is no table|no sheet with a table"),
    "xlsx: attribute": Hostile("xlsx", lambda: book(rows('<row x="' + "ab" * 4_000_000 + '"><c><v>date</v></c></row>'))),
    "xlsx: last row": Hostile("xlsx", lambda: book(rows('<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>2</v></c></row>'))),
    "xlsx: empty rows": Hostile("xlsx", lambda: book(rows("".join(f'<row r="{n}"/>' for n in range(1, 1_000_000)))), slow=True),
    "xlsx: sheets": Hostile("xlsx", lambda: many_sheets(2_000)),
    "zip: bomb": Hostile("frontmatter", lambda: packed({"a.md": b"x" * 300_000_000}), "packs so tightly"),
    "zip: lying size": Hostile("frontmatter", lambda: lying(packed({"a.md": "---\na: b\n" * 100_000})), "cannot be unpacked"),
    "zip: upwards": Hostile("frontmatter", lambda: packed({"../../a.md": "x"}), "leads out of it"),
    "zip: upwards by backslash": Hostile("frontmatter", lambda: packed({"..\\a.md": "x"}), "leads out of it"),
    "zip: absolute": Hostile("frontmatter", lambda: packed({"/etc/a.md": "x"}), "leads out of it"),
    "zip: link": Hostile("frontmatter", linked, "symbolic link"),
    "zip: encrypted": Hostile("frontmatter", encrypted, "encrypted"),
    "zip: many": Hostile("frontmatter", lambda: packed({f"{n}.md": "" for n in range(20_001)}), "20,001 files"),
    "zip: 20,000 notes": Hostile("frontmatter", lambda: packed({f"{n}.md": f"---\ntitle: n {n}\ndate: 2021-03-04\ntags: [a, b]\n---\nText.\n" for n in range(20_000)}), slow=True),
    "zip: 90 MB of matter": Hostile("frontmatter", lambda: packed({f"{n}.md": "---\n" + "".join(f"k{m}: v{m}\n" for m in range(80_000)) + "---\n" for n in range(100)}, stored=True), slow=True),
    "yaml: laughs": Hostile("frontmatter", lambda: b"a: &a [x]\n" + b"".join(b"%c: &%c [%s]\n" % (98 + n, 98 + n, b", ".join([b"*%c" % (97 + n)] * 9)) for n in range(9))),
    "yaml: deep": Hostile("frontmatter", lambda: b"---\na: " + b"[" * 400_000 + b"\n---\n"),
    "yaml: compact": Hostile("frontmatter", lambda: b"---\n" + b"- " * 400_000 + b"\n---\n"),
    "yaml: blank": Hostile("frontmatter", lambda: b"---\n" + b" " * 900_000 + b"x"),
    "yaml: lines": Hostile("frontmatter", lambda: b"---\n" + b"\n" * 900_000 + b"\t- x: y: z\n---\n"),
    "yaml: list": Hostile("frontmatter", lambda: b"---\n" + b"- {date: 2021, event: x}\n" * 39_000 + b"---\n"),
    "yaml: colons": Hostile("frontmatter", lambda: b"---\n" + b"a: b: c: d\n" * 90_000 + b"---\n"),
    "json: deep list": Hostile("json", lambda: b"[" * 5_000_000, "nested more than 100 deep"),
    "json: deep objects": Hostile("json", lambda: b'{"a":' * 1_000_000, "nested more than 100 deep"),
    "json: NaN": Hostile("json", lambda: b'[{"a": 1}, {"a": NaN}]', "NaN is no JSON number"),
    "json: long number": Hostile("json", lambda: b'[{"a": ' + b"9" * 5_000_000 + b"}]"),
    "json: long name": Hostile("json", lambda: b'[{"' + b"a" * 10_000_000 + b'": 1}]'),
    "json: one name": Hostile("json", lambda: b"[{" + b'"a": 1, ' * 1_000_000 + b'"b": 2}]'),
    "json: names": Hostile("json", lambda: b"[{" + b", ".join(b'"n%d": 1' % n for n in range(500_000)) + b"}]"),
    "json: names in each": Hostile("json", lambda: b"[" + b",".join(b'{"n%d": 1, "date": "2021"}' % n for n in range(200_000)) + b"]", slow=True),
    "json: nothing": Hostile("json", lambda: b"[" + b"{}," * 5_000_000 + b"{}]", "nothing in them"),
    "json: lists": Hostile("json", lambda: b'{"a": [' + b"[]," * 5_000_000 + b"[]]}", slow=True),
    "jsonl: bad lines": Hostile("jsonl", lambda: b'{"a":1}\n' + b'{"a":[\n' * 100_000 + b'{"a":2}\n'),
    "jsonl: too many": Hostile("jsonl", lambda: b'{"d":2021}\n' * 1_000_001, "1,000,000", slow=True),
    "json: halves": Hostile("json", lambda: b'[{"a": "\\ud800 \\u0000 \\u202e", "b\\udfff": 1}]' ),
    "html: spread": Hostile("html-table", lambda: b"<table><tr><td rowspan=65534 colspan=1000>x" + b"<tr><td>y" * 60_000, "spreads over more than|columns"),
    "html: not one table": Hostile("html-table", lambda: b"<div>" * 1_000_000, "no table|no page"),
    "html: deep": Hostile("html-table", lambda: b"<table><tr><td>a<td>b<tr><td>" + b"<b>" * 500_000),
    "html: attribute": Hostile("html-table", lambda: b"<table><tr><td>a<tr><td title='" + b"x" * 9_000_000 + b"'>b</table>"),
    "html: 20 MB attribute": Hostile("html-table", lambda: b"<table><tr><td>a<tr><td title='" + b"x" * 19_900_000 + b"'>b</table>"),
    "html: rows": Hostile("html-table", lambda: b"<table>" + b"<tr><td>x" * 100_000),
    "html: most rows": Hostile("html-table", lambda: b"<table>" + b"<tr><td>2021-03-04</td><td>What <a href=https://a.org/x>was</a></td></tr>" * 99_000, slow=True),
    "html: most cells": Hostile("html-table", lambda: b"<table>" + (b"<tr>" + b"<td>x" * 50) * 19_900, slow=True),
    "html: most marks": Hostile("html-table", lambda: anchors(49_000), slow=True),
    "html: 20 MB of rows": Hostile("html-table", lambda: up_to(20_000_000, b"<table>", lambda n: b"<tr><td>2021-03-04</td><td>What was %08d</td></tr>\n" % n, b"</table>"), slow=True),
    "html: 20 MB of cells": Hostile("html-table", lambda: b"<table>" + (b"<tr>" + b"<td>x" * 50) * 78_000, slow=True),
    "html: footnote marks": Hostile("html-table", lambda: anchors(150_000), slow=True),
    "html: marks of one note": Hostile("html-table", lambda: one_note(300_000), slow=True),
    "html: marks in a cell": Hostile("html-table", lambda: b"<table><tr><td>date<td>what<tr><td>2021<td>" + b"".join(b"<a href='https://a.org/%d'>[%d]</a>" % (n, n) for n in range(300_000)), slow=True),
    "html: tables": Hostile("html-table", lambda: b"<h2>2021</h2><table><tr><td>a<td>b</table>" * 99_000, slow=True),
    "html: nested tables": Hostile("html-table", lambda: b"<table><tr><td>" * 200_000, slow=True),
    "markdown: brackets": Hostile("markdown-table", lambda: b"|a|b|\n|-|-|\n|" + b"[" * 1_000_000 + b"|x|\n"),
    "markdown: links": Hostile("markdown-table", lambda: b"|a|b|\n|-|-|\n|" + b"[a](" * 100_000 + b"|x|\n"),
    "markdown: stars": Hostile("markdown-table", lambda: b"|a|b|\n|-|-|\n|" + b"*a**" * 100_000 + b"|x|\n"),
    "markdown: most rows": Hostile("markdown-table", lambda: b"|date|what|\n|-|-|\n" + b"|2021-03-04|It was so|\n" * 199_000, slow=True),
    "markdown: most notes": Hostile("markdown-table", lambda: markdown_notes(99_000), slow=True),
    "markdown: rows": Hostile("markdown-table", lambda: b"|date|what|\n|-|-|\n" + b"|2021-03-04|It was so|\n" * 600_000, slow=True),
    "markdown: linked rows": Hostile("markdown-table", lambda: up_to(9_990_000, b"|date|what|\n|-|-|\n", lambda n: b"|2021|**a** [b](https://a.org/%d)|\n" % n), slow=True),
    "markdown: footnote marks": Hostile("markdown-table", lambda: markdown_notes(180_000), slow=True),
    "markdown: tables": Hostile("markdown-table", lambda: b"|a|b|\n|-|-|\n|c|d|\n\n" * 65_000, slow=True),
    "markdown: bars": Hostile("markdown-table", lambda: b"|a|b|\n|-|-|\n" + b"|" * 9_900_000, "cells"),
    "markdown: brackets in rows": Hostile("markdown-table", lambda: b"|a|b|\n|-|-|\n" + (b"|" + b"[" * 2_000 + b"|x|\n") * 4_900, slow=True),
    "ics: 20,000 events": Hostile("ics", lambda: calendar(20_000), slow=True),
    "ics: most components": Hostile("ics", lambda: calendar(21_900), slow=True),
    "ics: with guests": Hostile("ics", lambda: calendar(20_000, b"".join(b"ATTENDEE;CN=\"a %d\";ROLE=CHAIR:mailto:a@b.org\r\n" % n for n in range(5)).replace(b"%", b"%%") + b"BEGIN:VALARM\r\nTRIGGER:-P1D\r\nACTION:DISPLAY\r\nEND:VALARM\r\n"), slow=True),
    "ics: 99,000 events": Hostile("ics", lambda: calendar(99_000), slow=True),
    "ics: long lines": Hostile("ics", lambda: calendar(1, b"DESCRIPTION:" + b"\r\n x" * 4_000_000 + b"\r\n"), slow=True),
    "ics: properties": Hostile("ics", lambda: calendar(1, b"CATEGORIES:a\r\n" * 500_000), slow=True),
    "ics: one attendee": Hostile("ics", lambda: calendar(1_000, b"ATTENDEE;CN=a:mailto:a@b.org\r\n" * 500), slow=True),
    "ics: parameters": Hostile("ics", lambda: calendar(1, b"X-A" + b";A=b" * 1_000_000 + b":c\r\n"), slow=True),
    "ics: deep": Hostile("ics", lambda: b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 99_000),
    "ics: rules": Hostile("ics", lambda: calendar(15_000, b"RRULE:FREQ=DAILY;COUNT=366\r\n"), slow=True),
    "ics: no such day": Hostile("ics", lambda: calendar(15_000, b"RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2;COUNT=2\r\n"), slow=True),
    "ics: every second": Hostile("ics", lambda: calendar(15_000, b"RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9\r\n"), slow=True),
    "ics: zones": Hostile("ics", lambda: b"BEGIN:VCALENDAR\r\n" + b"".join(b"BEGIN:VTIMEZONE\r\nTZID:z%d\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=DAILY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" % n for n in range(20_000)) + b"END:VCALENDAR\r\n", slow=True),
    "ics: no lines": Hostile("ics", lambda: b"BEGIN:VCALENDAR\r\n" + b"?\r\n" * 6_000_000, slow=True),
    "feed: entities": Hostile("feed", lambda: (LAUGHS + f"]>{FEED[0]}<item><title>&j;</title></item>{FEED[1]}").encode(), "declares a document type|no feed"),
    "feed: outside entity": Hostile("feed", lambda: (f"<?xml version='1.0'?>{OUTSIDE}{FEED[0]}<item><title>&a;</title></item>{FEED[1]}").encode(), "declares a document type|no feed"),
    "feed: 20 MB attribute": Hostile("feed", lambda: xml(FEED[0], "<item a='" + "x" * 19_900_000 + "'><title>t</title></item>", FEED[1]), "broken XML|bytes"),
    "feed: deep": Hostile("feed", lambda: xml(FEED[0], "<a>" * 1_000_000, FEED[1]), "deep|broken XML"),
    "feed: items": Hostile("feed", lambda: xml(FEED[0], "<item><title>t</title></item>" * 600_000, FEED[1]), slow=True),
    "feed: HTML": Hostile("feed", lambda: xml(FEED[0], ("<item><title>t</title><description>" + "&lt;p>&lt;b>x&lt;/b> &lt;a href='https://a.org'>y&lt;/a>&lt;/p>" * 30 + "</description></item>") * 9_000, FEED[1]), slow=True),
    "feed: children": Hostile("feed", lambda: xml(FEED[0], "<item><title>t</title>" + "<category>c</category>" * 800_000 + "</item>", FEED[1]), slow=True),
    "jsonfeed: items": Hostile("jsonfeed", lambda: objects(20_000_000, '{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[', '{"id":"NNN","title":"t"}', "{}]}"), slow=True),
    "simile: entities": Hostile("simile", lambda: (LAUGHS + "]><data><event start='2021'>&j;</event></data>").encode(), "declares a document type"),
    "simile: 20 MB attribute": Hostile("simile", lambda: xml("<data>", "<event start='2021' title='" + "x" * 19_900_000 + "'/>", "</data>"), "broken XML"),
    "simile: events": Hostile("simile", lambda: up_to(90_000_000, b"<data>", lambda n: b"<event start='2021' title='t%08d'>x</event>" % n, b"</data>"), slow=True),
    "simile: deep": Hostile("simile", lambda: xml("<data>", "<event>" * 500_000, ""), "deep|broken XML|events"),
    "timelinejs: slides": Hostile("timelinejs", lambda: objects(20_000_000, '{"events":[', SLIDE, SLIDE + "]}"), slow=True),
    "timelinejs: 90 MB": Hostile("timelinejs", lambda: objects(90_000_000, '{"events":[', SLIDE, SLIDE + "]}"), slow=True),
    "stix: objects": Hostile("stix", lambda: objects(20_000_000, '{"type":"bundle","objects":[', STIX, STIX + "]}"), slow=True),
    "stix: 90 MB": Hostile("stix", lambda: objects(90_000_000, '{"type":"bundle","objects":[', STIX, STIX + "]}"), slow=True),
    "stix: indicators": Hostile("stix", lambda: objects(40_000_000, '{"type":"bundle","objects":[', '{"type":"indicator","id":"indicator--NNN"}', STIX + "]}"), slow=True),
    "misp: attributes": Hostile("misp", lambda: objects(20_000_000, '{"Event":{"uuid":"1","info":"i","date":"2021-01-01","Attribute":[', MISP, MISP + "]}}"), slow=True),
    "dateline: events": Hostile("dateline", lambda: objects(20_000_000, '{"format":"dateline","version":1,"events":[', OURS, OURS + "]}"), slow=True),
    "dateline: deep": Hostile("dateline", lambda: b'{"format":"dateline","version":1,"events":[{"extra":' + b'{"a":' * 500_000, "deep|nested"),
}  # fmt: skip


def many_sheets(count: int) -> bytes:
    named = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, count + 1))
    leads = "".join(f'<Relationship Id="r{n}" Type="t" Target="worksheets/sheet1.xml"/>' for n in range(1, count + 1))
    cells = rows('<row r="1"><c r="A1" t="str"><v>date</v></c></row><row r="2"><c r="A2" t="str"><v>2021</v></c></row>')
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": BOOK.split("<sheets>")[0] + f"<sheets>{named}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": RELATED.split("<Relationship Id")[0] + leads + "</Relationships>",
        "xl/worksheets/sheet1.xml": cells,
    }
    return packed(parts)


def told(one: Hostile, data: bytes, call: str, folder: Path) -> tuple[float, str]:
    """Return the seconds of processor that a child needs for a file, and what comes of it."""
    file = folder / "hostile"
    file.write_bytes(data)
    arguments = {"mapping": {}, "survey": {}} if call == "lines" else {}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    kinds = Counter[str]()
    try:
        with run(call, file, "hostile", one.format, arguments=arguments, bounds=Bounds(waiting=600)) as reading:
            for item in reading:
                kinds[json.loads(item.split("\t")[0])["is"] if isinstance(item, str) else type(item).__name__] += 1
        word = ", ".join(f"{count:,} {kind}" for kind, count in kinds.items()) or "surveyed"
    except FormatError as error:
        word = f"{sum(kinds.values()):,} items, then: {error}"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, word


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="files whose name contains this")
    parser.add_argument("--call", default="guess", choices=("read", "guess", "lines"))
    given = parser.parse_args()
    over = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, one in FILES.items():
            if given.only not in name:
                continue
            data = one.made()
            began = time.monotonic()
            seconds, word = told(one, data, given.call, Path(folder))
            waited = time.monotonic() - began
            over += seconds > ALLOWED
            mark = "  OVER" if seconds > ALLOWED else ""
            print(
                f"{name:32} {len(data) / 1e6:6.1f} MB {seconds:6.2f} s ({waited:5.1f}){mark}  {word[:150]}", flush=True
            )
    print(f"{over} of them needed more than {ALLOWED:g} seconds of processor.")


if __name__ == "__main__":
    main()
