"""Links that open a page at a quoted passage (WICG Scroll-to-text fragment, `#:~:text=`)."""

from __future__ import annotations

from urllib.parse import quote

LONG = 12  # words; a longer quotation is named by its first and last words
ENDS = 5
CONTEXT = 4


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
