"""Passages of sanitised HTML."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.passages import ShownText, blocks, insert, which_block, words_of
from incidents.prose import render_markdown
from incidents.tests.growth import growth

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("html", "passage", "marked"),
    [
        pytest.param("<p>It was down.</p>", "was", "<p>It was| down.</p>", id="word"),
        pytest.param(
            "<p>It was <em>quite</em> down.</p>", "was quite", "<p>It was <em>quite|</em> down.</p>", id="markup"
        ),
        pytest.param("<p>AT&amp;T said</p>", "AT&T", "<p>AT&amp;T| said</p>", id="entity"),
        pytest.param("<p>It\nwas</p>", "It was", "<p>It\nwas|</p>", id="line break"),
        pytest.param(
            '<p><a href="https://e.org/was">It was</a> down</p>',
            "was",
            '<p><a href="https://e.org/was">It was</a>| down</p>',
            id="link",
        ),
        pytest.param(
            '<p><a href="https://e.org" title="a &gt; was">x</a> was</p>',
            "was",
            '<p><a href="https://e.org" title="a &gt; was">x</a> was|</p>',
            id="attribute",
        ),
        pytest.param(
            "<p>“It was down”, they said.</p>", "was down", "<p>“It was down”,| they said.</p>", id="closing signs"
        ),
        pytest.param(
            "<p>It was <em>down</em>.</p>", "down", "<p>It was <em>down</em>.|</p>", id="full stop behind markup"
        ),
        pytest.param("<p>One.</p>\n<p>Two.</p>", "One. Two.", "<p>One.</p>\n<p>Two.|</p>", id="across paragraphs"),
    ],
)
def test_place_behind_a_passage(html, passage, marked):
    place = ShownText(html).behind(passage)
    assert insert(html, [(place, "|")]) == marked


@pytest.mark.parametrize("passage", ["", "  ", "none", "<p>", "href"])
def test_passage_that_does_not_occur_has_no_place(passage):
    assert ShownText('<p><a href="x">It</a> was.</p>').behind(passage) is None


def test_blocks_part_the_outermost_elements():
    html = "<p>a</p>\n<ul>\n<li><p>b</p></li>\n</ul>\n<hr>\n<p>c<br>d</p>\n"
    assert blocks(html) == ["<p>a</p>", "\n<ul>\n<li><p>b</p></li>\n</ul>", "\n<hr>", "\n<p>c<br>d</p>"]
    assert which_block(blocks(html), [4, 8, html.index("c<br") + 1]) == [0, 0, 3]


def test_words_are_what_a_reader_sees():
    assert words_of("<p>A <strong>b</strong>&lt;c</p>\n<ul><li>d</li></ul>") == "A b<c d"


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(alphabet=st.sampled_from("ab *_`<>&\"'[]()#\n-1."), max_size=80))
def test_blocks_join_to_the_whole_and_every_word_has_a_place(text):
    html = render_markdown(text)
    assert "".join(blocks(html)).strip() == html.strip()
    for word in words_of(html).split():
        place = ShownText(html).behind(word)
        assert place is not None
        assert 0 < place <= len(html)


@pytest.mark.parametrize("piece", ["<", "&", "&amp", '<a href="', "<p>", "x ", "<a>"])
def test_hostile_html_takes_linear_time(piece):
    def read(times: int) -> None:
        html = piece * times
        ShownText(html), blocks(html)

    assert growth(partial(read, 10_000), partial(read, 20_000)) <= 3
