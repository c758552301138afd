"""Answers to readers, compressed as their browsers take them: brotli, else gzip (RFC 9110, section 12.5.3).

Only what is public and the same to everybody may pass through here: a page that holds a secret beside words that a
stranger chooses tells the secret by its compressed length. docs/decisions/compressed-pages.md says more.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Collection, Iterable
from typing import cast

import brotli
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.text import compress_sequence

LEAST = 400  # bytes; what is shorter fits a packet either way
# A page of 150 KB becomes 16.5 KB in 2.7 ms; the next steps take twice and five times as long to save 1 and 2%.
BROTLI_QUALITY, GZIP_LEVEL = 5, 6
TEXT = re.compile(r"text/|image/svg\+xml|application/(?:[\w.-]*[+-])?(?:json|ndjson|xml|bibtex|systems)(?:;|$)", re.I)
WEIGHT = re.compile(r"q=([01](?:\.\d{0,3})?)", re.I)


def by_brotli(content: bytes) -> bytes:
    return cast("bytes", brotli.compress(content, quality=BROTLI_QUALITY, mode=brotli.MODE_TEXT))


def by_gzip(content: bytes) -> bytes:
    return gzip.compress(content, GZIP_LEVEL, mtime=0)


CODINGS: dict[str, Callable[[bytes], bytes]] = {"br": by_brotli, "gzip": by_gzip}  # the better first
STREAMED = ("gzip",)  # brotli lets go of a part only after megabytes


def weights(accepted: str) -> dict[str, float]:
    """Read an Accept-Encoding header; a weight that cannot be read counts as none."""
    found = {}
    for one in accepted.split(","):
        name, _, parameter = (part.strip() for part in one.partition(";"))
        weight = WEIGHT.fullmatch(parameter)
        found[name.lower()] = float(weight[1]) if weight else float(not parameter)
    return found


def wanted(request: HttpRequest, among: Collection[str] = CODINGS.keys()) -> str:
    """Return the coding that a reader's browser likes best; empty for none."""
    found = weights(request.headers.get("Accept-Encoding", ""))
    by_coding = {coding: found.get(coding, found.get("*", 0.0)) for coding in among}
    best = max(by_coding, key=lambda coding: by_coding[coding])
    return best if by_coding[best] and by_coding[best] >= found.get("identity", 0.0) else ""


def coding_of_page(request: HttpRequest) -> str:
    """Return the coding that a page is kept in for a reader; a picture is compressed by itself, and kept once."""
    return "" if request.path_info.endswith(".png") else wanted(request)


def compress(request: HttpRequest, response: HttpResponseBase) -> None:
    """Compress an answer that is text, and say that another reader may get it otherwise; a stream stays one."""
    if response.has_header("Content-Encoding") or not TEXT.match(response.get("Content-Type", "")):
        return
    patch_vary_headers(response, ["Accept-Encoding"])
    if isinstance(response, StreamingHttpResponse):
        if coding := wanted(request, STREAMED):
            parts = cast("Iterable[bytes]", response.streaming_content)
            response.streaming_content = compress_sequence(parts)
            response["Content-Encoding"] = coding
    elif isinstance(response, HttpResponse) and len(response.content) >= LEAST and (coding := wanted(request)):
        response.content = CODINGS[coding](response.content)
        response["Content-Encoding"] = coding
        response["Content-Length"] = str(len(response.content))
