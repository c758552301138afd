"""A file's format is found by its content, then by its name; what is none is told what it is."""

from __future__ import annotations

import ast
import io
import json
import re
from pathlib import Path

import pytest
from openpyxl import Workbook

import incidents.formats
from incidents.formats import MODULES, all_formats, detect, findings, format_named
from incidents.formats.base import HEAD, FormatError
from incidents.importing import telling
from incidents.sentences import Said, said
from incidents.tests.filing import codes, items, packed, shared

pytestmark = pytest.mark.once


def workbook() -> bytes:
    held = io.BytesIO()
    Workbook().save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        pytest.param(b"date,what\n2021,Fire\n2022,Flood\n", "upload", "csv", id="csv"),
        pytest.param(b"date,what\n2021,Fire\n2022,Flood\n", "x.json", "csv", id="csv-named-otherwise"),
        pytest.param(b"date;what\n2021;Fire\n", "x.csv", "csv", id="semicolons"),
        pytest.param(b"date\twhat\n2021\tFire\n", "x.txt", "tsv", id="tsv"),
        pytest.param("date,what\n2021,Fire\n".encode("utf-16"), "x.csv", "csv", id="utf-16"),
        pytest.param(b"only one column\nof words\n", "x.csv", "csv", id="one-column"),
        pytest.param(b'[{"a": 1}]', "x", "json", id="json"),
        pytest.param(b'{\n "a": [{"b": 1, "c": 2},\n {"b": 1, "c": 2}]}', "x.txt", "json", id="json-object"),
        pytest.param(b'{"a": 1}\n{"a": 2}\n', "x", "jsonl", id="jsonl"),
        pytest.param(b'{"a": 1}\n', "x.jsonl", "jsonl", id="one-line"),
        pytest.param('[{"a": 1}]'.encode("utf-16"), "x", "json", id="json-utf-16"),
        pytest.param(workbook(), "x.zip", "xlsx", id="xlsx"),
        pytest.param(packed({"a.md": "---\ntitle: A\n---"}), "x.zip", "frontmatter", id="zip-of-markdown"),
        pytest.param(b"---\ntitle: A\n---\n| a | b |\n|---|---|\n| 1 | 2 |\n", "x.md", "frontmatter", id="matter"),
        pytest.param(b"title: A\ntimeline:\n- start: 2020\n", "x.yml", "frontmatter", id="yaml"),
        pytest.param(b"# A list\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "README.md", "markdown-table", id="pipe-table"),
        pytest.param(b"<!doctype html><table><tr><td>x</table>", "x", "html-table", id="html"),
        pytest.param(b"<html><body><p>a, b, c<p>d, e, f</html>", "x.html", "html-table", id="page"),
    ],
)
def test_format_is_found(data: bytes, name: str, found: str):
    assert detect(data[:HEAD], name).name == found


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"%PDF-1.7\n%...", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n....", "is a picture"),
        (b"\xff\xd8\xff\xe0....", "is a picture"),
        (b"\x1f\x8b\x08....", "is a gzip archive"),
        (b"\xd0\xcf\x11\xe0....", "is an old office document"),
        (b"SQLite format 3\0....", "is an SQLite database"),
        (bytes(range(32)) * 40, "is binary data"),
        (packed({"word/document.xml": "x"}), "is a Word document"),
        (packed({"a.png": "x"}), "is a zip archive"),
        (
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "is an OpenDocument sheet",
        ),
        (b"Just a few words of no kind.", "of no format that is known"),
    ],
)
def test_what_is_none_is_told_what_it_is(data: bytes, reason: str):
    with pytest.raises(FormatError, match=reason):
        detect(data, "upload.bin")


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("kev/known_exploited_vulnerabilities.csv", "csv"),
        ("timesketch/mapping_limit_exceed.csv", "csv"),
        ("timesketch/incorrect.csv", "csv"),
        ("timesketch/large_field_event.jsonl", "jsonl"),
    ],
)
def test_real_file_is_known_without_its_name(file: str, found: str):
    assert detect(shared(file).read_bytes()[:HEAD], "").name == found


def test_named_format_is_found_and_others_are_listed():
    assert {format_named(one.name).name for one in all_formats()} == {one.name for one in all_formats()}
    with pytest.raises(FormatError, match=r"No format is called 'doc'. There are: .*csv"):
        format_named("doc")


def test_list_of_names_agrees_with_the_modules():
    there = {one.name for one in incidents.formats.FORMATS}
    package = Path(incidents.formats.__file__).parent
    promised = {name for module, names in MODULES.items() if (package / f"{module}.py").exists() for name in names}
    assert promised == there


def test_every_format_has_what_the_protocol_asks():
    for one in all_formats():
        assert one.label
        assert "/" in one.media_type
        assert all(extension.startswith(".") for extension in one.extensions)


def codes_used() -> set[str]:
    package = Path(incidents.formats.__file__).parent
    calls = [
        node
        for file in package.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding" and node.args
    ]
    return {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}


def test_every_finding_has_its_sentence():
    assert len(codes_used()) > 25
    assert codes_used() - findings.SENTENCES.keys() == set()


def test_sentences_are_whole():
    forms = [
        form
        for said in findings.SENTENCES.values()
        for form in ((said.one, said.many) if isinstance(said, findings.Counted) else (said,))
    ]
    for sentence in forms:
        assert re.match(r"[A-Z%“]", sentence), sentence
        assert sentence.endswith((".", "%(reason)s")), sentence


def test_refusals_are_sentences_with_params():
    calls = [
        (file.name, call)
        for file in Path(incidents.formats.__file__).parent.glob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("FormatError", "MappingError")
    ]
    assert len(calls) > 100
    for name, call in calls:
        assert len(call.args) == 1, (name, call.lineno)
        assert not isinstance(call.args[0], ast.JoinedStr), (name, call.lineno)
        if isinstance(call.args[0], ast.Constant):  # with a value for each name, and a name for each value
            given = sorted(str(one.arg) for one in call.keywords)
            assert sorted(set(re.findall(r"%\((\w+)\)s", call.args[0].value))) == given, (name, call.lineno)


def test_a_refusal_is_translated_with_what_stands_in_it():
    german = {"%(name)s is %(what)s.": "%(name)s ist %(what)s.", "a book of %(pages)s": "ein Buch von %(pages)s"}
    error = FormatError("%(name)s is %(what)s.", name="100%.csv", what=said("a book of %(pages)s", pages=1_200))
    assert str(error) == "100%.csv is a book of 1,200."
    stored = Said.from_json(json.loads(json.dumps(error.said.to_json())))
    assert stored.worded(lambda words: german.get(words, words)) == "100%.csv ist ein Buch von 1,200."
    assert FormatError("100% of it.").said.worded(lambda words: german.get(words, words)) == "100% of it."
    assert str(FormatError("%(why)s Again.", why=error)) == "100%.csv is a book of 1,200. Again."


def test_sentences_of_a_number_have_a_form_for_one():
    for counted in findings.SENTENCES.values():
        if isinstance(counted, findings.Counted):
            assert counted.one != counted.many
            assert f"%({counted.by})s" in counted.many
    for count, words in (("1", "1 file in the archive is"), ("2", "2 files"), ("1,001", "1,001 files")):
        finding = findings.Finding("files-not-read", params=(("count", count),))
        assert findings.sentence_of(finding).startswith(words)
        stored = {"code": finding.code, "params": [["count", count]]}
        assert telling.sentence(stored) == findings.sentence_of(finding)
    assert telling.sentence({"code": "files-not-read"}).startswith("%(count)s files")  # of an earlier version


@pytest.mark.parametrize(
    ("format_name", "data"),
    [
        ("csv", b"date,what\n"),
        ("json", b"[]"),
        ("json", b'[["date", "what"]]'),
        ("markdown-table", b"| a | b |\n|---|---|\n"),
        ("html-table", b"<table><tr><th>a<th>b</table>"),
    ],
)
def test_table_without_a_row_is_said(format_name: str, data: bytes):
    assert codes(items(format_name, data)) == ["no-records"]
