"""Editors' prose: Markdown to HTML that is safe to show."""

from __future__ import annotations

import re

import nh3
from markdown_it import MarkdownIt

from incidents.cleaning import UnusableText, clean_text

MAX_PROSE = 50_000
MAX_NESTING = 20

_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_TAGS = {
    "p",
    "br",
    "hr",
    "em",
    "strong",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "code",
    "pre",
    "h3",
    "h4",
    "h5",
    "h6",
}


def render_markdown(text: str) -> str:
    """Render CommonMark without HTML, pictures, reference links or headings above the third level.

    Links lead to http, https and mailto only. Raises UnusableText above MAX_PROSE characters.
    """
    if len(text) > MAX_PROSE:
        raise UnusableText(
            "The text has %(size)s characters; at most %(most)s are shown as prose.", size=len(text), most=MAX_PROSE
        )
    tokens = _PARSER.parse(clean_text(text))
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 2)}"
    return nh3.clean(
        _PARSER.renderer.render(tokens, _PARSER.options, {}),
        tags=_TAGS,
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener nofollow",
    )


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "maxNesting": MAX_NESTING})
    # One definition used thousands of times would multiply a long address: links are written in full.
    parser.disable(["image", "reference"])
    # The stock check lets relative and unknown schemes through.
    parser.validateLink = lambda url: _LINK.match(url) is not None  # type: ignore[method-assign]
    return parser


_PARSER = _parser()
