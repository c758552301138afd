"""Editors' Markdown comes out as HTML that cannot act."""

from __future__ import annotations

import time
from html.parser import HTMLParser

import pytest

from incidents.cleaning import UnusableText
from incidents.prose import MAX_PROSE, render_markdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one *two* **three**", "<p>one <em>two</em> <strong>three</strong></p>\n"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>\n"),
        ("# Title", "<h3>Title</h3>\n"),
        ("###### Title", "<h6>Title</h6>\n"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>\n"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'),
        (
            "[x](https://example.org/a?b=1&c=2)",
            '<p><a href="https://example.org/a?b=1&amp;c=2" rel="noopener nofollow">x</a></p>\n',
        ),
        (
            "[x](mailto:a@example.org)",
            '<p><a href="mailto:a@example.org" rel="noopener nofollow">x</a></p>\n',
        ),
    ],
)
def test_commonmark_is_rendered(text: str, html: str) -> None:
    assert render_markdown(text) == html


class Elements(HTMLParser):
    """The elements that a browser would build, with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "[x](/admin/logout/)",
        "[x](//example.org)",
        "![x](https://example.org/a.png)",
        '[x](https://example.org "a\\" onmouseover=\\"alert(1)")',
        '<https://example.org/"onclick="x>',
        "[x]: javascript:alert(1)\n\n[x]",
        "<!-- x --><iframe src='https://example.org'>",
    ],
)
def test_nothing_that_acts_is_rendered(text: str) -> None:
    seen = Elements()
    seen.feed(render_markdown(text))
    for tag, attributes in seen.found:
        assert tag in ("p", "a")
        assert set(attributes) <= {"href", "rel", "title"}
        assert (attributes.get("href") or "https://").startswith("https://")


def test_reference_links_are_left_as_text() -> None:
    assert "<a" not in render_markdown("[x][1]\n\n[1]: https://example.org/")


def test_too_long_prose_is_refused() -> None:
    with pytest.raises(UnusableText, match=r"50,001 characters.*50,000"):
        render_markdown("a" * (MAX_PROSE + 1))


@pytest.mark.parametrize(
    "piece",
    ["[", "![", ">", "- ", "*a_ ", "`", "[a](b", "[[](", "<", "a**b", "&", "1. ", "[a](<b", "  - a\n"],
)
def test_hostile_prose_at_the_cap_is_rendered_in_time(piece: str) -> None:
    text = (piece * MAX_PROSE)[:MAX_PROSE]
    start = time.perf_counter()
    render_markdown(text)
    assert time.perf_counter() - start < 15
