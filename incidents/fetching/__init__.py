"""The one place that asks another server for a page.

The caller's address, and every address a redirect names, is checked afresh: scheme, port, host, and each
network address the host resolves to. The connection then goes to the address that was checked, so that a
second look-up cannot lead elsewhere.
"""

from .addresses import is_public
from .errors import FetchError, FetchFailed, FetchRefused
from .exchange import MAX_BODY
from .page import fetch
from .wanted import FEED, PAGE, Fetched, Known, Wanted

__all__ = [
    "FEED",
    "MAX_BODY",
    "PAGE",
    "FetchError",
    "FetchFailed",
    "FetchRefused",
    "Fetched",
    "Known",
    "Wanted",
    "fetch",
    "is_public",
]
