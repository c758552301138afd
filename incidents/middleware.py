"""What stands around every view: the reader's language, kept pages, a plain answer while the database is busy."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers

from . import compression, languages, pagecache
from .models import SiteVersion

GetResponse = Callable[[HttpRequest], HttpResponse]
SECONDS_TO_WAIT = 5


class HeadMiddleware:
    """Answer HEAD with the headers that GET has, and no body: servers drop one, and write a warning of it each time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method == "HEAD" and isinstance(response, StreamingHttpResponse):
            response.streaming_content = ()
        elif request.method == "HEAD" and isinstance(response, HttpResponse):
            response.content = b""  # its length stays in the headers
        return response


class LargeBodyMiddleware:
    """Refuse a body that nobody's report can be, before anything of it is read or written to disk."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length[:20]) > settings.DATELINE_LARGEST_BODY:
            sizes = {"megabytes": settings.DATELINE_LARGEST_BODY // 1_000_000, "upload": settings.DATELINE_UPLOAD_MB}
            return unstored(render(request, "incidents/too_large.html", sizes, status=413))
        return self.get_response(request)


class LanguageMiddleware:
    """Answer in the language of the address; at the site's own address, lead who comes from outside to theirs.

    The desk answers in the editor's.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if languages.is_desk(request):
            return self.worded(request, languages.chosen(request), languages.CHOSEN_BY)
        if address := languages.to_lead_to(request):
            response = unstored(HttpResponseRedirect(address))
            patch_vary_headers(response, languages.NEGOTIATED_BY)
            return response
        code, _path = languages.parted(request.path_info)
        return self.worded(request, code, languages.NEGOTIATED_BY if languages.is_door(request) else ())

    def worded(self, request: HttpRequest, code: str, vary: tuple[str, ...]) -> HttpResponse:
        with translation.override(code):
            response = self.get_response(request)
        if vary:
            patch_vary_headers(response, vary)
        return response


class PageCacheMiddleware:
    """Answer readers with 304 or a kept page, at the cost of one row; mark what others get as private, set apart.

    Pages are compressed once and kept so, a copy for each coding. What is not a reader's page holds what nobody else
    may learn, and is never compressed.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not pagecache.is_public_get(request):
            return self.private(request)
        try:
            version = SiteVersion.current()
        except OperationalError as error:
            return unstored(busy(request, error))
        key = pagecache.page_key(request, version)
        if pagecache.etag_matches(request, key):
            return pagecache.not_modified(key)
        coding = compression.coding_of_page(request)
        return pagecache.kept(key, coding) or self.fresh(request, key, coding)

    def fresh(self, request: HttpRequest, key: str, coding: str) -> HttpResponse:
        response = self.get_response(request)
        if response.cookies:
            return unstored(response)
        is_page = response.status_code == 200
        if is_page:
            pagecache.marked(response, key)
        compression.compress(request, response)
        if not is_page:
            return unstored(response)
        if pagecache.is_worth_keeping(request):
            pagecache.keep(key, coding, response)
        return response

    def private(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Cache-Control", "private, no-store")
        response.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        if response.status_code == 429 and not response.has_header("Retry-After"):
            response["Retry-After"] = str(round(settings.AXES_COOLOFF_TIME * 3600))
        return response


def unstored(response: HttpResponse) -> HttpResponse:
    """Keep a page that is only true for now, such as that of an error, out of every cache."""
    response.setdefault("Cache-Control", "no-store")
    return response


class BusyDatabaseMiddleware:
    """Ask to come back shortly, with 503, where the database cannot be reached or another writer holds its lock."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return busy(request, exception) if isinstance(exception, OperationalError) and passes(exception) else None


def passes(error: OperationalError) -> bool:
    """Whether the same may work shortly: SQLite's lock outlasted its timeout, or PostgreSQL was out of reach."""
    return connection.vendor != "sqlite" or "database is locked" in str(error)


def busy(request: HttpRequest, error: OperationalError) -> HttpResponse:
    if not passes(error):
        raise error
    response = render(request, "incidents/busy.html", status=503)
    response["Retry-After"] = str(SECONDS_TO_WAIT)
    return response
