"""What every reader's page shows of itself."""

from __future__ import annotations

from django import template

from .. import languages
from ..languages import Version, versions

register = template.Library()


@register.simple_tag
def in_every_language(address: str = "", query: str = "") -> list[Version]:
    """Return a page's address in each language, with what it is narrowed by; the site's for a page without one."""
    return versions(address or "/", query)


@register.filter
def direction(code: str) -> str:
    """Return what `dir` is for a text in a language."""
    return languages.direction(code or "")
