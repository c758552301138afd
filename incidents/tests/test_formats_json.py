"""JSON with a list anywhere in it, JSON Lines with bad lines between good ones, and lists in cells."""

from __future__ import annotations

from typing import Any

import pytest

from incidents.drafts import IncidentDraft
from incidents.formats.base import FormatError
from incidents.formats.findings import sentence_of
from incidents.formats.literals import literal
from incidents.tests.filing import codes, items, records, shared, values

pytestmark = pytest.mark.once

TWO = [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize(
    ("text", "options", "found"),
    [
        pytest.param('[{"a": 1}, {"a": 2}]', {}, TWO, id="list"),
        pytest.param('{"n": [1, 2, 3, 4], "data": {"events": [{"a": 1}, {"a": 2}]}}', {}, TWO, id="at-a-path"),
        pytest.param('[{"x": [{"a": 1}, {"a": 2}]}]', {"path": "[].x"}, TWO, id="below-a-list"),
        pytest.param('{"x": [{"b": 1}, {"b": 2}], "y": [{"a": 1}, {"a": 2}]}', {"path": "y"}, TWO, id="path-given"),
        pytest.param('{"p": [{"e": [{"a": 1}]}, {"e": [{"a": 2}]}]}', {"path": "p[].e"}, TWO, id="lists-joined"),
        pytest.param('{"x": {"a": 1}, "y": {"a": 2}}', {}, [{"key": "x", "a": 1}, {"key": "y", "a": 2}], id="by-key"),
        pytest.param('{"a": 1}', {}, [{"a": 1}], id="one-object"),
        pytest.param('[["date", "what"], ["2021", "Fire"]]', {}, [{"date": "2021", "what": "Fire"}], id="rows"),
        pytest.param('["x", "y"]', {}, [{"value": "x"}, {"value": "y"}], id="texts"),
        pytest.param("[]", {}, [], id="none"),
        pytest.param('[{"a": {"b": [{"c": null}]}}]', {}, [{"a": {"b": [{"c": None}]}}], id="nested-kept"),
    ],
)
def test_list_is_found(text: str, options: dict[str, Any], found: list[dict[str, Any]]):
    if options.get("path") == "[].x":
        options = {"path": "x"}
    assert values("json", text, **options) == found


def test_rest_of_the_document_is_the_incident():
    found = items("json", '{"title": "Floods", "summary": "All of them", "events": [{"a": 1}]}')
    assert found[1] == IncidentDraft("Floods", "All of them")
    assert codes(found) == ["list-found"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_encoding_is_found(encoding: str):
    assert values("json", '[{"a": "Köln und Ähnliches"}]'.encode(encoding)) == [{"a": "Köln und Ähnliches"}]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12), ("1.5", 1.5), ("1.10", "1.10"), ("1e3", "1e3"), ("9007199254740992", 9007199254740992),
        ("9007199254740993", "9007199254740993"), ("1" * 5_000, "1" * 5_000), ("0.1000000000000000055", "0.1000000000000000055"),  # noqa: E501
        ("-0.5", -0.5), ("true", True), ("null", None),
    ],
)  # fmt: skip
def test_number_stays_as_it_stands(written: str, value: Any):
    assert values("json", f'[{{"a": {written}}}]') == [{"a": value}]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('[{"a": 1},\n {"a": NaN}]', r"line 2, character 8: NaN is no JSON number"),
        ('{"b": "NaN", "a": -Infinity}', r"line 1, character 19: -Infinity is no JSON number"),
        ('[{"a": 1}', r"line 1, character 10: a comma or \] must follow.*end of the file"),
        ('[{"a": 1}]\n]', r"line 2, character 1: text goes on after the list"),
        ('{"a": 1}\n{"a": 2}', r"line 2, character 1: text goes on .* JSON Lines"),
        ("[{'a': 1}]", r"line 1, character 3: JSON breaks off"),
        ("[" * 100_000, "nested more than 100 deep"),
        ('{"a":' * 100_000, "nested more than 100 deep"),
        ("[" * 100_000 + "]" * 100_000, "nested more than 100 deep"),
        ('{"a":' * 200 + "1" + "}" * 200, "nested more than 100 deep"),
        ('"only text"', "holds no list of records"),
        ("   ", "JSON breaks off"),
        ("", "is empty"),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(text: str, reason: str):
    with pytest.raises(FormatError, match=reason):
        items("json", text, "x.json")


def test_missing_path_names_what_there_is():
    with pytest.raises(FormatError, match="nothing at 'data.events'. There is: title, rows"):
        items("json", '{"data": {"title": 1, "rows": []}}', path="data.events")


def test_name_given_twice_is_kept_and_said():
    found = records("json", '[{"a": 1, "a": 2, "b": {"c": 1, "c": 2}}]')
    assert found[0].values == {"a": 1, "a (2)": 2, "b": {"c": 1, "c (2)": 2}}
    assert [(one.code, one.column) for one in found[0].findings] == [("duplicate-key", "a"), ("duplicate-key", "b.c")]


def test_deep_and_long_records_are_refused_and_others_not():
    deep = "[" * 150 + "]" * 150
    found = records("json", f'[{{"a": {deep}}}, {{"a": "{"x" * 200_000}"}}, {{"a": 3}}]')
    assert [[one.code for one in record.findings] for record in found] == [["too-deep"], ["cell-too-long"], []]
    assert [record.origin.row for record in found] == [1, 2, 3]


def test_bad_line_costs_itself_only():
    found = records("jsonl", '{"a": 1}\n{"a":\n\n{"a": NaN}\n{"a": 1, "a": 2}\n[1]\n{"a": 4}')
    assert [[one.code for one in record.findings] for record in found] == [
        [], ["bad-line"], ["bad-line"], ["duplicate-key"], [], []
    ]  # fmt: skip
    assert [record.origin.row for record in found] == [1, 2, 4, 5, 6, 7]
    assert sentence_of(found[2].findings[0]).startswith("The line is no JSON object: NaN is no JSON number.")


def test_no_good_line_is_an_error():
    with pytest.raises(FormatError, match="not one line"):
        items("jsonl", "a,b\n1,2\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_lines_in_other_encodings(encoding: str):
    assert values("jsonl", '{"a": "é"}\n{"a": "ü"}\n'.encode(encoding)) == [{"a": "é"}, {"a": "ü"}]


@pytest.mark.parametrize(
    ("format_name", "file", "count", "said"),
    [
        ("jsonl", "timesketch/large_field_event.jsonl", 3, []),
        ("jsonl", "timesketch/sigma_events.jsonl", 5, []),
        ("jsonl", "timesketch/validate_time_precision_jsonl.jsonl", 2, []),
        ("json", "timelinejs/eras.json", 20, ["list-found"]),
        ("json", "timelinejs/v2_houston.json", 18, ["list-found"]),
        ("json", "simile/data.json", 100, ["list-found"]),
    ],
)
def test_real_file_comes_in_whole(format_name: str, file: str, count: int, said: list[str]):
    found = items(format_name, shared(file).read_bytes(), file)
    assert len([item for item in found if hasattr(item, "values")]) == count
    assert codes(found) == said


def test_field_of_38_kilobytes_is_kept_whole():
    found = values("jsonl", shared("timesketch/large_field_event.jsonl").read_bytes())
    assert len(found[1]["FeatureVector"]) > 37_000
    assert found[1]["timestamp"] == 1771421820000000


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('[{"url": "https://a.org"}]', [{"url": "https://a.org"}]),
        ("['a', 'b']", ["a", "b"]),
        ("{'a': (1, None), 'b': True}", {"a": [1, None], "b": True}),
        ("('a', 'b')", ["a", "b"]),
        (" [] ", []),
        ("[a](https://b.org)", None),
        ("[2021] Fire", None),
        ("plain", None),
        ("", None),
        ("[__import__('os').getcwd()]", None),
        ("[" * 50_000 + "]" * 50_000, None),
        ("[" + "-" * 50_000 + "1]", None),
        ("[" + "+".join("1" * 20_000) + "]", None),
        ("['" + "x" * 200_000 + "']", None),
    ],
)
def test_list_in_a_cell_is_read(cell: str, value: Any):
    assert literal(cell) == value
