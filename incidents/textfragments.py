"""Quoted words: where a text has them, and links that open a page there (WICG Scroll-to-text fragment)."""

from __future__ import annotations

import re
from urllib.parse import quote

BLANKS = re.compile(r"\s+")
WIDE_BLANKS = re.compile(r"\s{2,}")
LONG = 12  # words; a longer quotation is named by its first and last words
ENDS = 5
CONTEXT = 4


def find_words(text: str, words: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """Return where `text[start:end]` first has these words, whatever blanks stand between them; None if nowhere.

    A report may be hard-wrapped where its quotation is not. The offsets are those of `text`.
    """
    wanted, window = " ".join(words.split()), text[start:end]
    at = BLANKS.sub(" ", window).find(wanted) if wanted else -1
    if at < 0:
        return None
    return start + unfolded(window, at), start + unfolded(window, at + len(wanted) - 1) + 1


def unfolded(text: str, at: int) -> int:
    """Return where a sign of a text with its blanks folded, no blank itself, stands in the text as it is."""
    dropped = 0
    for run in WIDE_BLANKS.finditer(text):
        if run.start() - dropped >= at:
            break
        dropped += run.end() - run.start() - 1
    return at + dropped


def followable(url: str) -> str:
    """Return an address of the web as it is, and nothing for any other: no `javascript:` is ever linked to."""
    return url if url[:8].lower().startswith(("http://", "https://")) else ""


def encoded(text: str) -> str:
    """Percent-encode a text directive's term: `-`, `,` and `&` mean something inside one (section 3.2)."""
    return quote(text, safe="").replace("-", "%2D")


def fragment_url(url: str, exact: str, prefix: str = "", suffix: str = "") -> str:
    """Return `url` so that a browser scrolls to the quotation; without a quotation, `url` as it is.

    Empty for what is no address of the web.
    """
    words, url = exact.split(), followable(url)
    if not url or not words:
        return url
    terms = [encoded(" ".join(words))]
    if len(words) > LONG:
        terms = [encoded(" ".join(words[:ENDS])), encoded(" ".join(words[-ENDS:]))]
    if before := whole_words(prefix, last=True):
        terms.insert(0, encoded(before) + "-")
    if after := whole_words(suffix, last=False):
        terms.append("-" + encoded(after))
    base, _, fragment = url.partition("#")
    return f"{base}#{fragment.partition(':~:')[0]}:~:text={','.join(terms)}"


def whole_words(context: str, *, last: bool) -> str:
    """Return the context's few words nearest the quotation, without the one that its cut may have halved."""
    words = context.split()
    return " ".join(words[1:][-CONTEXT:] if last else words[:-1][:CONTEXT])
