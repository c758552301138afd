"""What is asked for, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass

from ..sentences import phrase


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as the server gave it: `url` after redirects, `body` decompressed, `charset` empty if not declared.

    `status` is 304, and the body empty, where the page is still what `etag` or `modified` named. `moved_to` is where
    the address has moved for good (301 and 308), empty if it has not.
    """

    url: str
    status: int
    content_type: str
    charset: str
    body: bytes
    etag: str = ""
    modified: str = ""
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What kind of page is asked for: the media types that are taken, and how they are called in a refusal."""

    types: tuple[str, ...]
    accept: str
    name: str


PAGE = Wanted(
    ("text/html", "application/xhtml+xml", "text/plain"),
    "text/html, application/xhtml+xml, text/plain;q=0.9",
    phrase("HTML and plain text"),
)
FEED = Wanted(
    (
        *("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"),
        *("application/xml", "text/xml", "application/json", "text/html", "text/plain"),  # as many servers call them
    ),
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.8, */*;q=0.1",
    phrase("feeds"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a server said of a page when it last gave it, word for word: it need not give the same again."""

    etag: str = ""
    modified: str = ""


NOTHING_KNOWN = Known()
