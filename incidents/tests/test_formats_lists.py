"""Chronologies kept as lists, in Markdown and HTML: what stands above an item completes its date."""

from __future__ import annotations

import io

import pytest

from incidents.drafts import EventDraft, Finding
from incidents.formats import detect
from incidents.formats.base import FormatError, Options
from incidents.formats.findings import sentence_of
from incidents.formats.reading import drafts
from incidents.tests.filing import codes, items

pytestmark = pytest.mark.once

BULLETS = """# The dam

Kept since 2 years by 3 people.

- 2019-03-04: The dam breaks. [Paper](https://a.org/1), [2][two]
- 2019-03-05 - Army arrives
* **March 2019** – An inquiry into [Hydra](https://b.org/2) begins (source: <https://c.org>)
- **April 4, 2019** Minister resigns
- On 4 May 2019, the report is published
  and read by nobody.
- 2019-06: Trial
    - the judge is ill
- Dam rebuilt (July 2020)
- 5 new turbines

[two]: https://two.org
"""
HEADED = """Chronik
=======

## 2019

- 4. März – Damm bricht
- März: Untersuchung
  * 2019: 40 Zeugen

### Mai 2020

- 4 – Prozess
- Berufung

## 2021-03-04 – Urteil
Der Senat ist kurz.

### Gründe
- keine

## 2021-03-05

- Erstens
- Zweitens
"""
PAGE = """<html><body><nav><ul><li>2017<li>2018</ul></nav>
<h2>2019</h2><h3>March<span class="mw-editsection">[edit]</span></h3>
<ul><li><a href="/wiki/March_4">March 4</a> – The dam breaks.<sup><a href="#n1">[1]</a></sup></li>
<li>Nov. 13: Army<ul><li>with boats</li></ul></li><li><b>2019</b><ul><li>June 1 – Trial</ul></ul>
<h2>Later</h2><dl><dt>2020-03-04<dd>Ruling<dd>Appeal (<a href="https://b.org">report</a>)</dl>
<ol class="references"><li id=n1>2019-03-05: <a href="https://a.org/x">Paper</a></ol></body></html>"""


def drafted(text: str, name: str) -> list[EventDraft]:
    data = text.encode()
    found = drafts(io.BytesIO(data), name, detect(data, name), Options())
    return [one for one in found if isinstance(one, EventDraft)]


def told(text: str, name: str) -> list[tuple[int | None, str, str]]:
    return [(one.origin.row, one.date.edtf if one.date else "", one.headline) for one in drafted(text, name)]


def test_bullets_that_begin_with_dates():
    assert told(BULLETS, "README.md") == [
        (5, "2019-03-04", "The dam breaks."),
        (6, "2019-03-05", "Army arrives"),
        (7, "2019-03", "An inquiry into Hydra begins"),
        (8, "2019-04-04", "Minister resigns"),
        (9, "2019-05-04", "the report is published and read by nobody."),
        (11, "2019-06", "Trial"),
        (13, "2020-07", "Dam rebuilt"),
    ]
    events = drafted(BULLETS, "x.md")
    assert [one.source.url for one in events[0].citations] == ["https://a.org/1", "https://two.org"]
    assert [one.source.url for one in events[2].citations] == ["https://b.org/2", "https://c.org"]
    assert events[5].body == "- the judge is ill"
    counted = next(one for one in items("markdown-list", BULLETS) if getattr(one, "code", "") == "list-items")
    assert dict(counted.params) == {"count": "7", "left": "1"}
    (whole,) = [
        one for one in items("markdown-list", "- 2019: It began\n- 2021: It ended\n") if isinstance(one, Finding)
    ]
    assert sentence_of(whole) == "The page has a list of dated items: 2 of them."


def test_headings_complete_dates():
    assert told(HEADED, "chronik.md") == [
        (6, "2019-03-04", "Damm bricht"),
        (7, "2019-03", "Untersuchung"),
        (8, "2019", "40 Zeugen"),
        (12, "2020-05-04", "Prozess"),
        (13, "2020-05", "Berufung"),
        (15, "2021-03-04", "Urteil"),
        (23, "2021-03-05", "Erstens"),
        (24, "2021-03-05", "Zweitens"),
    ]


def test_lists_of_a_page():
    assert told(PAGE, "page.html") == [
        (1, "2019-03-04", "The dam breaks."),
        (2, "2019-11-13", "Army"),
        (5, "2019-06-01", "Trial"),
        (7, "2020-03-04", "Ruling"),
        (8, "2020-03-04", "Appeal"),
    ]
    events = drafted(PAGE, "p.html")
    assert [one.source.url for event in events for one in event.citations] == ["https://a.org/x", "https://b.org"]


def test_dates_behind_a_name():
    text = """# Compromises

## Contents

- [2021](#2021)

## 2021

- **[Codecov](https://c.example/1)** - April 2021. A script was altered. [analysis](https://x.example/1)
- [Kaseya](https://k.example/1) (2021-07-02): Encrypted.
- [SolarWinds](https://s.example/1) - Dec 13, 2020 - Trojanised
- 2021–2022: [Log4j](https://l.example/1)
"""
    assert told(text, "README.md") == [
        (9, "2021-04", "Codecov: A script was altered."),
        (10, "2021-07-02", "Kaseya: Encrypted"),
        (11, "2020-12-13", "SolarWinds: Trojanised"),
        (12, "2021/2022", "Log4j"),
    ]
    assert not any(tag for one in drafted(text, "README.md") for tag in one.tags)


def test_a_readme_is_no_chronology():
    readme = "# Tool\n\n- fast\n- 2 modes\n- 100 tests\n\n## Install\n\n- pip install\n"
    assert detect(readme.encode(), "README.md").name == "frontmatter"
    with pytest.raises(FormatError, match="no list of dated items"):
        codes(items("markdown-list", readme))
