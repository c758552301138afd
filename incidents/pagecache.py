"""Whole public pages kept as bytes, by site version: the common answer is a 304 or a copy from here.

A page is kept under its address, its language and whether htmx asked, a copy for each coding it was compressed in, and
belongs to one site version. The version grows with everything a reader can see, so nothing has to be purged: a page of
an older version is not found again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language

from .languages import DESK, bare

MAX_AGE = 60  # seconds that a shared cache may answer without asking
KEPT_FOR = 3600
THEMES = ("light", "dark")  # that a page for frames can be asked for
LARGEST = 1_000_000  # bytes; a larger page is made anew
CODE = (Path(__file__).parent, Path(__file__).parent.parent / "templates", Path(__file__).parent.parent / "static")


def files(folders: Iterable[Path]) -> Iterable[Path]:
    for folder in folders:
        for here, below, names in os.walk(folder):
            below[:] = sorted(name for name in below if name not in ("__pycache__", "tests"))
            yield from (Path(here, name) for name in sorted(names))


@cache
def build_stamp() -> str:
    """Name the code, templates and static files that pages are made by, so that a deploy renews every ETag."""
    content = hashlib.sha256()
    for file in files(CODE):
        content.update(str(file.relative_to(CODE[0].parent)).encode())
        content.update(file.read_bytes())
    return content.hexdigest()[:16]


# What is no page of this kind; what stands at a well-known address is true for a day, whatever the site's version.
OTHER = (DESK, "/static/", "/.well-known/")


def is_public_get(request: HttpRequest) -> bool:
    """Whether this is a reader's page. Those look the same to everybody: no view of theirs asks who is signed in."""
    return request.method in ("GET", "HEAD") and not request.path_info.startswith(OTHER)


def is_worth_keeping(request: HttpRequest) -> bool:
    """Whether a page is one of a limited number.

    What readers type is endless, and is made anew; so are sitemaps, which are long, begin anywhere, and are seldom
    asked for.
    """
    if request.path_info.startswith("/sitemaps/"):
        return False
    continued = len(request.GET) == 1 and set(request.GET) <= {"after", "at", "before"}
    path = bare(request.path_info)
    if path.startswith("/embed/"):
        return not request.GET or (len(request.GET) == 1 and request.GET.get("theme") in THEMES)
    return not request.GET or (continued and path.startswith("/incidents/"))


PARTIAL_HEADERS = ("HX-Request", "HX-History-Restore-Request")


def wants_partial(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of a page, by the headers as they came: what is kept under one key is one answer."""
    return [request.headers.get(name) == "true" for name in PARTIAL_HEADERS] == [True, False]


def page_key(request: HttpRequest, version: int) -> str:
    """Name one state of one page; the same string is its ETag, and tells neither the version nor a count.

    The ETag is weak, so that it may be, and is, that of all its compressed copies (RFC 9110, section 8.8.1).
    """
    request.get_host()  # refuses a host that is not this site's
    parts = (
        build_stamp(),
        settings.SITE_NAME,
        settings.SITE_URL,
        str(version),
        request.path_info,
        request.META.get("SCRIPT_NAME", ""),
        request.META.get("QUERY_STRING", ""),
        get_language() or "",
        str(wants_partial(request)),
    )
    return salted_hmac("incidents.pagecache", "\n".join(parts), algorithm="sha256").hexdigest()[:32]


def etag_matches(request: HttpRequest, key: str) -> bool:
    """Whether the reader's copy is this state. Weak comparison (RFC 9110, section 13.1.2)."""
    wanted = request.headers.get("If-None-Match", "")
    return any(tag.strip().removeprefix("W/") == f'"{key}"' for tag in wanted.split(","))


def marked(response: HttpResponse, key: str) -> HttpResponse:
    """Give a page its ETag and say how it may be cached, where it does not say so itself."""
    response["ETag"] = f'W/"{key}"'
    response.setdefault("Cache-Control", f"public, max-age=0, s-maxage={MAX_AGE}")
    patch_vary_headers(response, (*PARTIAL_HEADERS, "Accept-Encoding"))
    return response


def not_modified(key: str) -> HttpResponse:
    """Answer that the reader's copy still holds; that keeps the headers it came with (RFC 9110, section 15.4.5)."""
    response = HttpResponse(status=304)
    del response["Content-Type"]
    return marked(response, key)


def kept(key: str, coding: str) -> HttpResponse | None:
    """Return the page kept under this key in this coding, if it still is."""
    found = caches["default"].get(f"{key}-{coding}")
    if found is None:
        return None
    body, headers = found
    return marked(HttpResponse(body, headers=headers), key)


def keep(key: str, coding: str, response: HttpResponse) -> None:
    """Keep a page that came out well, with the headers that belong to it."""
    if response.status_code == 200 and not response.streaming and len(response.content) <= LARGEST:
        caches["default"].set(f"{key}-{coding}", (response.content, dict(response.items())), KEPT_FOR)
