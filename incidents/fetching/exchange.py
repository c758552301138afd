"""One question to a server and its answer: a checked connection, a request, and a body within its limits."""

from __future__ import annotations

import http.client
import io
import re
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urljoin

from ..sentences import said
from .addresses import Target
from .errors import FetchFailed, FetchRefused
from .wanted import Fetched, Known, Wanted

MAX_BODY = 5_000_000
MAX_HEADER = 500  # characters of a header that is kept
CONNECT_SECONDS = 5.0
_CHUNK = 65_536
_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_PRINTABLE = re.compile(r"[\x20-\x7e]+")
_CHARSET = re.compile(r"""charset=["']?([a-z0-9_.:-]{1,40})""")
_AGENT = "Mozilla/5.0 (compatible; Dateline)"

Connector = Callable[[str, int, float], socket.socket]


class Deadline:
    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left; raises TimeoutError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("out of time")
        return left


class Stream(io.RawIOBase):
    """Bytes from a socket whose every read waits for what is left of the total, not for a time of its own."""

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        self._connection = connection
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._connection.settimeout(self._deadline.left())
        return self._connection.recv_into(buffer)

    def makefile(self, mode: str = "rb") -> io.BufferedReader:
        """What http.client asks a socket for."""
        return io.BufferedReader(self)


@dataclass(frozen=True, slots=True)
class Redirect:
    url: str
    for_good: bool


def ask(
    target: Target,
    request: bytes,
    wanted: Wanted,
    addresses: Sequence[str],
    connect: Connector,
    tls: ssl.SSLContext | None,
    deadline: Deadline,
) -> Fetched | Redirect:
    """Ask for the target: a page, or the address that a redirect names."""
    with connected(target, addresses, connect, tls, deadline) as connection:
        connection.settimeout(deadline.left())
        connection.sendall(request)
        with http.client.HTTPResponse(Stream(connection, deadline), method="GET") as response:  # type: ignore[arg-type]
            response.begin()
            location = response.getheader("Location")
            if response.status in _REDIRECTS and location:
                return Redirect(redirected(target, location), response.status in _FOR_GOOD)
            etag, modified = (header_of(response, name) for name in ("ETag", "Last-Modified"))
            if response.status == 304 and b"\r\nIf-" in request:
                return Fetched(target.url, 304, "", "", b"", etag, modified)
            if response.status != 200:
                raise FetchFailed(
                    "%(host)s answered %(code)s instead of a page.",
                    host=target.host,
                    code=str(response.status),
                    status=response.status,
                    retry_after=seconds_in(header_of(response, "Retry-After")),
                )
            kind, charset = content_type_of(target, response, wanted)
            body = body_of(target, response, deadline)
            return Fetched(target.url, response.status, kind, charset, body, etag, modified)


def connected(
    target: Target,
    addresses: Sequence[str],
    connect: Connector,
    tls: ssl.SSLContext | None,
    deadline: Deadline,
) -> socket.socket:
    failure: OSError | None = None
    for address in dict.fromkeys(addresses):
        try:
            connection = connect(address, target.port, min(CONNECT_SECONDS, deadline.left()))
        except OSError as error:
            failure = error
            continue
        if target.scheme == "http":
            return connection
        try:
            connection.settimeout(deadline.left())
            return (tls or ssl.create_default_context()).wrap_socket(connection, server_hostname=target.host)
        except (OSError, ValueError):
            connection.close()
            raise
    deadline.left()
    raise FetchFailed("%(host)s cannot be reached: %(error)s.", host=target.host, error=failure) from failure


def header_of(response: http.client.HTTPResponse, name: str) -> str:
    """Return a header to be said again later, empty if it could not be: too long, or no printable ASCII."""
    value = (response.getheader(name) or "").strip()
    return value if len(value) <= MAX_HEADER and _PRINTABLE.fullmatch(value) else ""


def seconds_in(given: str) -> int:
    """Read Retry-After, in seconds or as a date (RFC 9110, section 10.2.3); 0 for what is neither."""
    if given.isdecimal():
        return int(given[:9])
    try:
        at = parsedate_to_datetime(given)
    except ValueError:
        return 0
    return max(0, round(at.timestamp() - time.time()))


def request_for(target: Target, wanted: Wanted, known: Known) -> bytes:
    lines = (
        f"GET {target.path} HTTP/1.1",
        f"Host: {target.host_header}",
        f"User-Agent: {_AGENT}",
        f"Accept: {wanted.accept}",
        "Accept-Encoding: gzip, deflate",
        *(
            f"{name}: {value}"
            for name, value in (("If-None-Match", known.etag), ("If-Modified-Since", known.modified))
            if _PRINTABLE.fullmatch(value)
        ),
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode("ascii")


def redirected(target: Target, location: str) -> str:
    # http.client reads header bytes as Latin-1; most servers that send letters there mean UTF-8.
    raw = location.encode("latin-1", "replace").strip()
    try:
        return urljoin(target.url, quote(raw, safe="/%:@!$&'()*+,;=~?#[]|"))
    except ValueError as error:
        raise FetchRefused(
            "%(host)s redirects to an address that cannot be read: %(error)s.", host=target.host, error=error
        ) from error


def content_type_of(target: Target, response: http.client.HTTPResponse, wanted: Wanted) -> tuple[str, str]:
    declared = (response.getheader("Content-Type") or "").lower()
    kind = declared.partition(";")[0].strip()
    if kind not in wanted.types:
        raise FetchRefused(
            "%(host)s gave %(kind)s; only %(wanted)s are taken.",
            host=target.host,
            kind=kind[:80] or said("no type"),
            wanted=said(wanted.name),
        )
    charset = _CHARSET.search(declared)
    return kind, charset[1] if charset else ""


def body_of(target: Target, response: http.client.HTTPResponse, deadline: Deadline) -> bytes:
    encoding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", "deflate"):
        raise FetchFailed(
            "%(host)s packed the page as %(encoding)s, which was not asked for.",
            host=target.host,
            encoding=repr(encoding[:40]),
        )
    unpack = Unpacking(encoding)
    packed = 0
    body = bytearray()
    while chunk := response.read1(_CHUNK):
        deadline.left()
        packed += len(chunk)
        body += unpack.feed(chunk, MAX_BODY + 1 - len(body))
        if len(body) > MAX_BODY or packed > MAX_BODY:
            raise FetchRefused("The page of %(host)s is larger than %(most)s bytes.", host=target.host, most=MAX_BODY)
    if not unpack.whole or (response.length or 0) > 0:
        raise FetchFailed("%(host)s broke off in the middle of the page.", host=target.host)
    return bytes(body)


class Unpacking:
    """Decompress piece by piece, never past the room that is left."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._first = True
        self._engine = None if encoding == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 32)

    @property
    def whole(self) -> bool:
        return self._engine is None or self._engine.eof or self._first

    def feed(self, chunk: bytes, room: int) -> bytes:
        if self._engine is None:
            return chunk[:room]
        if self._first and self._encoding == "deflate" and chunk[0] & 0x0F != 8:
            self._engine = zlib.decompressobj(-zlib.MAX_WBITS)  # raw deflate, which some servers send
        self._first = False
        try:
            out = self._engine.decompress(chunk, room)
        except zlib.error as error:
            raise FetchFailed("The page is packed wrongly: %(error)s.", error=error) from error
        if self._engine.unused_data.startswith(b"\x1f\x8b"):
            raise FetchFailed("The page is packed in several pieces.")
        return out
