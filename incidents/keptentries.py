"""Kept entries as a page finds them: those of the site's own language in the database, others in a cache.

An entry in another language is made by the first page that shows it, and belongs to one row of the site's own
language: a change makes that row anew, so that what was made of the older one is not found again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.core.cache import caches

from . import languages
from .models.entries import entry_stamp

Making = Callable[[list[int]], dict[int, str]]


def column() -> str:
    """Return what a page needs of a kept row: its HTML in the site's own language, its id in another one."""
    return "html" if languages.is_own() else "id"


def whole(kind: str, kept: Mapping[int, str | int | None], making: Making) -> dict[int, str]:
    """Return the HTML of rows in the language at hand.

    `kept` says by row what column() names, and None where nothing is kept. What is missing comes from `making`, which
    is asked once and leaves out what there is no more.
    """
    if languages.is_own():
        html = {pk: text for pk, text in kept.items() if isinstance(text, str)}
        return html | made(making, kept.keys() - html.keys())
    begin = f"{kind}:{entry_stamp()}:{languages.current()}"
    keys = {pk: f"{begin}:{row}" for pk, row in kept.items() if row is not None}
    found = caches["entries"].get_many(keys.values())
    html = {pk: found[key] for pk, key in keys.items() if key in found}
    fresh = made(making, kept.keys() - html.keys())
    caches["entries"].set_many({keys[pk]: text for pk, text in fresh.items() if pk in keys}, timeout=None)
    return html | fresh


def made(making: Making, missing: set[int]) -> dict[int, str]:
    return making(sorted(missing)) if missing else {}
