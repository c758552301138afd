"""Markdown and YAML with front matter: one file, a folder, an archive."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from incidents.drafts import IncidentDraft
from incidents.formats.base import FormatError, Options
from incidents.formats.frontmatter import FORMAT
from incidents.formats.frontmatter import packed as pack_folder
from incidents.tests.filing import codes, items, packed, records, values

pytestmark = pytest.mark.once


def test_file_is_one_record():
    text = "---\ntitle: Fire\ndate: 2021-03-04\nsources:\n- url: https://a.org\n---\n\nIt burned.\n"
    assert values("frontmatter", text, "2021-03-04-fire.md") == [
        {
            "title": "Fire",
            "date": "2021-03-04",
            "sources": [{"url": "https://a.org"}],
            "body": "It burned.",
            "file": "2021-03-04-fire.md",
        }
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2021-03-04", "2021-03-04"), ("2021-03", "2021-03"), ("2021", 2021), ("08", "08"), ("no", "no"),
        ("true", True), ("12:30:00", "12:30:00"), ("2021-03-04T05:06:07Z", "2021-03-04T05:06:07Z"), ("1.10", "1.10"),
        ("1.5", 1.5), ("~", None), ('"2021"', "2021"), ("0x10", "0x10"), ("1_000", "1_000"), ("Fire: again", "Fire: again"),  # noqa: E501
        ("'it''s'", "it's"), ("@home", "@home"), ("!!python/name:os.system x", "x"), ("[a, b]", ["a", "b"]),
    ],
)  # fmt: skip
def test_value_stays_as_written(written: str, value: Any):
    assert values("frontmatter", f"---\nvalue: {written}\n---\n")[0]["value"] == value


def test_timeline_is_a_list_and_the_rest_the_incident():
    text = "---\ntitle: Floods\nsummary: All\ntimeline:\n- start: 2020\n  end: open\n  event: First\n- start: 2021-05\n  event: Second\n---\n"  # fmt: skip  # noqa: E501
    found = items("frontmatter", text, "floods.md")
    assert found[0] == IncidentDraft("Floods", "All")
    assert [(item.origin.row, item.values["event"]) for item in found[1:]] == [(5, "First"), (8, "Second")]
    assert found[1].values["incident"]["title"] == "Floods"


@pytest.mark.parametrize(
    "listed",
    ["timeline:\n- '2020: First'\n- '2021: Second'", "timeline:\n  2020-01: First\n  2021: Second", "events:\n- {event: A}\n- {event: B}"],  # noqa: E501
)  # fmt: skip
def test_other_ways_to_write_a_timeline(listed: str):
    assert len(records("frontmatter", f"---\ntitle: X\n{listed}\n---\n")) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("---\ntitle: X\ntimeline:\n\t- start: 2020\n\t  event: A\n---\n", [], id="tabs"),
        pytest.param("---\ntitle: X\nsources:\n  - url: a\n\ttitle: b\n---\n", None, id="tabs-and-blanks"),
        pytest.param("---\ntitle:\tX\n---\n", [], id="tab-behind-colon"),
        pytest.param("---\ntitle: X: Y\n---\n", ["yaml-repaired"], id="colon"),
        pytest.param(
            "---\ntitle: X\ndate: 2020\n\n# Fire\n\nText: here, and so on.\n", ["front-matter-open"], id="open"
        ),
        pytest.param("---\ntitle: X\n...\ntext", [], id="three-points"),
        pytest.param("\n\n---\r\ntitle: X\r\n---\r\ntext", [], id="blank-lines-and-crlf"),
        pytest.param("+++\ntitle = 'X'\ndate = 2020-01-02\n+++\ntext", [], id="toml"),
        pytest.param("---\ntitle: X\ntitle: Y\n---\n", ["duplicate-key"], id="twice"),
    ],
)
def test_small_slips_are_forgiven(text: str, said: list[str] | None):
    found = items("frontmatter", text)
    record = records("frontmatter", text)[0].values
    assert str(record.get("title") or record["incident"]["title"]).startswith("X")
    assert said is None or codes(found) == said


def test_body_begins_behind_open_front_matter():
    text = "---\ntitle: X\ndate: 2020\n\n# Fire\n\nText: here.\n"
    assert values("frontmatter", text)[0]["body"] == "# Fire\n\nText: here."


def test_heading_and_file_name_fill_what_is_missing():
    assert values("frontmatter", "---\ntag: x\n---\n# Fire in Lyon\ntext", "posts/2021-03-04-fire.md")[0] == {
        "tag": "x",
        "title": "Fire in Lyon",
        "body": "# Fire in Lyon\ntext",
        "date": "2021-03-04",
        "file": "posts/2021-03-04-fire.md",
    }


def test_yaml_file_is_a_list_of_records():
    found = records("frontmatter", "- date: 2020\n  what: A\n- date: 2021\n  what: B\n", "x.yml")
    assert [(one.origin.row, one.values["date"]) for one in found] == [(1, 2020), (3, 2021)]
    assert len(records("frontmatter", "a: 1\n---\na: 2\n", "x.yaml")) == 2


LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)


@pytest.mark.parametrize(
    "matter",
    [LAUGHS, "a: " + "[" * 50_000, "- " * 50_000, "a: &a [*a]", "a: *nothing", "a: [1", "? " * 10_000, '"', "a: b: c: {"],  # noqa: E501
    ids=["laughs", "deep", "deeper", "itself", "nothing", "open", "keys", "quote", "colons"],
)  # fmt: skip
def test_hostile_or_broken_matter_is_refused_beside_good_files(matter: str):
    found = records("frontmatter", packed({"a.yml": matter, "b.md": "---\ntitle: B\n---\n"}), "x.zip")
    assert found[-1].values["title"] == "B"
    assert found[0].origin.name == "a.yml"
    assert [one.level for one in found[0].findings] in (["error"], ["note"])


def test_archive_is_read_file_by_file():
    data = packed({"x/b.md": "---\ntitle: B\n---\n", "x/a.yml": "title: A", "x/.c.md": "---\n", "x/d.png": "d"})
    found = items("frontmatter", data, "x.zip")
    assert codes(found) == ["files-not-read"]
    assert [(item.origin.name, item.values["title"]) for item in found[1:]] == [("x/a.yml", "A"), ("x/b.md", "B")]
    with pytest.raises(FormatError, match="none of them Markdown or YAML"):
        items("frontmatter", packed({"a.png": "x"}))


def test_folder_is_packed_without_its_links(tmp_path: Path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.md").write_text("---\ntitle: A\n---\n")
    (tmp_path / "b.md").symlink_to("/etc/hostname")
    (tmp_path / "c.txt").write_text("c")
    found = list(FORMAT.read(pack_folder(tmp_path), "folder", Options()))
    assert [item.origin.name for item in found] == ["sub/a.md"]
    with pytest.raises(FormatError, match="holds no Markdown or YAML"):
        pack_folder(tmp_path / "nowhere")


def test_a_note_called_by_its_day_and_words_has_both():
    found = values("frontmatter", packed({"v/2019-03-04 Dam breaks.md": "Water.", "v/2020-01.md": "Trial."}))
    assert [(one["date"], one.get("title")) for one in found] == [("2019-03-04", "Dam breaks"), ("2020-01", None)]
