"""The order that short news stories give to what they tell."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from bench.statements import extract
from incidents.extraction import propose, read_text

from .report_orders import REPORTS
from .story_orders import STORIES, Story


def dated(story: Story) -> dict[str, tuple[str, str]]:
    """Give the earliest and the latest day of each sentence that is proposed, by its letter."""
    text = story.text
    starts = {text.index(sentence): letter for letter, sentence in story.by_letter.items()}
    found: dict[str, tuple[str, str]] = {}
    for start, _, earliest, latest in extract(text, date.fromisoformat(story.published), story.language):
        found.setdefault(starts[start], (earliest, latest))
    return found


def verdicts(story: Story) -> dict[str, str]:
    """Tell of each pair of events whether its dates are in order; "open" where they overlap or miss."""
    at = dated(story)
    found = {}
    for first, second in story.pairs:
        a, b = at.get(first, ("", "")), at.get(second, ("", ""))
        if not a[0] or not b[0] or a == b:
            found[first + second] = "open"
        elif a[0] <= b[0] and a[1] <= b[1]:
            found[first + second] = "right"
        else:
            found[first + second] = "wrong" if a[0] >= b[0] and a[1] >= b[1] else "open"
    return found


@pytest.mark.parametrize("story", [*STORIES, *REPORTS], ids=lambda story: story.name)
def test_no_pair_of_a_story_is_in_the_wrong_order(story: Story) -> None:
    assert [pair for pair, verdict in verdicts(story).items() if verdict == "wrong"] == []


@pytest.mark.parametrize("story", [*STORIES, *REPORTS], ids=lambda story: story.name)
def test_half_of_the_pairs_of_a_story_are_in_order(story: Story) -> None:
    counts = Counter(verdicts(story).values())
    assert 2 * counts["right"] >= counts.total()


@pytest.mark.parametrize("story", [*STORIES, *REPORTS], ids=lambda story: story.name)
def test_the_news_of_a_story_is_the_likeliest_event(story: Story) -> None:
    article = read_text(story.text, published=story.published, language=story.language)
    likeliest = max(propose(article, inferred=True), key=lambda draft: draft.salience)
    assert likeliest.citations[0].quotes[0].exact == story.by_letter["a"]


def test_most_pairs_of_all_stories_are_in_order() -> None:
    counts = Counter(verdict for story in (*STORIES, *REPORTS) for verdict in verdicts(story).values())
    print(dict(counts))
    assert counts["right"] >= 0.8 * counts.total()
