"""The one place that asks another server for a page.

The caller's address, and every address a redirect names, is checked afresh: scheme, port, host, and each
network address the host resolves to. The connection then goes to the address that was checked, so that a
second look-up cannot lead elsewhere.
"""

from __future__ import annotations

import http.client
import io
import queue
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urljoin, urlsplit

from incidents.cleaning import UnusableText, clean_url

MAX_BODY = 5_000_000
MAX_SECONDS = 15.0
MAX_HOPS = 5
CONNECT_SECONDS = 5.0
_CHUNK = 65_536
_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_PORTS = {"http": 80, "https": 443}
MAX_HEADER = 500  # characters of a header that is kept
_PRINTABLE = re.compile(r"[\x20-\x7e]+")
_CHARSET = re.compile(r"""charset=["']?([a-z0-9_.:-]{1,40})""")
_AGENT = "Mozilla/5.0 (compatible; Dateline)"

# IANA's special-purpose registries, multicast, and what carries an IPv4 address inside an IPv6 one.
_DENIED_V4 = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
        "192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 "
        "198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 168.63.129.16/32"
    ).split()
)
_DENIED_V6 = tuple(
    IPv6Network(block)
    for block in (
        "::/96 ::ffff:0:0/96 ::ffff:0:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 "
        "3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8"
    ).split()
)
_GLOBAL_UNICAST = IPv6Network("2000::/3")


class FetchError(Exception):
    """A page that was not fetched; the message is a sentence for the person who asked."""


class FetchRefused(FetchError):
    """The address, its server's network address or the answer is of a kind that is never taken."""


class FetchFailed(FetchError):
    """The server could not be reached or gave no page.

    `status` is what it answered, 0 if nothing; `retry_after` how many seconds it asks to be left alone, 0 if it does
    not say so.
    """

    def __init__(self, message: str, *, status: int = 0, retry_after: int = 0) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after


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
    "HTML and plain text",
)
FEED = Wanted(
    (
        *("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"),
        *("application/xml", "text/xml", "application/json", "text/html", "text/plain"),  # as many servers call them
    ),
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.8, */*;q=0.1",
    "feeds",
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a server said of a page when it last gave it, word for word: it need not give the same again."""

    etag: str = ""
    modified: str = ""


Resolver = Callable[[str, int, float], Sequence[str]]
Connector = Callable[[str, int, float], socket.socket]


def fetch(
    url: str,
    *,
    wanted: Wanted = PAGE,
    known: Known = Known(),
    resolve: Resolver | None = None,
    connect: Connector | None = None,
    tls: ssl.SSLContext | None = None,
    seconds: float = MAX_SECONDS,
) -> Fetched:
    """Fetch one page, HTML or plain text unless others are wanted, of at most MAX_BODY bytes, within `seconds`.

    `resolve` names the network addresses of a host, `connect` opens a connection to one of them, `tls` says whom to
    trust; they are arguments for tests, and no check is left to them. Raises FetchRefused or FetchFailed.
    """
    deadline = _Deadline(seconds)
    moved_to, for_good = "", True
    for _ in range(MAX_HOPS + 1):
        target = _Target.of(url)
        try:
            addresses = (resolve or resolve_host)(target.host, target.port, deadline.left())
            _check_addresses(target.host, addresses)
            answer = _ask(
                target, _request(target, wanted, known), wanted, addresses, connect or connect_to, tls, deadline
            )
            if isinstance(answer, Fetched):
                return replace(answer, moved_to=moved_to)
        except TimeoutError as error:
            raise FetchFailed(f"{target.host} took longer than {seconds:g} seconds.") from error
        except ssl.SSLCertVerificationError as error:
            raise FetchFailed(f"{target.host} shows no valid certificate: {error.verify_message}.") from error
        except (OSError, http.client.HTTPException) as error:
            raise FetchFailed(f"{target.host} broke off: {error or type(error).__name__}.") from error
        url = answer.url
        for_good = for_good and answer.for_good
        if for_good:
            moved_to = url
    raise FetchRefused(f"The address leads through more than {MAX_HOPS} redirects.")


# --- addresses -------------------------------------------------------------------------------------------

_HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


@dataclass(frozen=True, slots=True)
class _Target:
    url: str
    scheme: str
    host: str
    port: int
    path: str

    @classmethod
    def of(cls, url: str) -> _Target:
        """Read an address that may be fetched; raises FetchRefused."""
        try:
            parts = urlsplit(clean_url(url))
        except UnusableText as error:
            raise FetchRefused(str(error)) from error
        port = _PORTS[parts.scheme] if parts.port is None else parts.port
        if port not in _PORTS.values():
            raise FetchRefused(f"The address names port {port}; only 80 and 443 are fetched.")
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (
            "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?[]|") if parts.query else ""
        )
        return cls(parts._replace(fragment="").geturl(), parts.scheme, _host(parts.hostname or ""), port, path)

    @property
    def host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def _host(name: str) -> str:
    """Give the host in the one spelling that is looked up, checked and named to the server."""
    if ":" in name:
        return str(_literal(name))
    try:
        host = name.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError as error:
        raise FetchRefused(f"The host name {name!r} is not possible.") from error
    # A name whose last label is a number is an IPv4 address in some spelling (WHATWG URL, section 3.5):
    # only four plain decimal numbers are read, so that no decimal, octal or hexadecimal spelling slips through.
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return str(_literal(host))
    if not _HOST.fullmatch(host):
        raise FetchRefused(f"The host name {name!r} is not possible.")
    return host


def _literal(host: str) -> IPv4Address | IPv6Address:
    try:
        address = ip_address(host)
    except ValueError as error:
        raise FetchRefused(f"{host!r} is not a plain network address.") from error
    if isinstance(address, IPv6Address) and address.scope_id:
        raise FetchRefused(f"{host!r} names a network of this machine.")
    return address


def is_public(address: str) -> bool:
    """Tell whether a network address may be asked; a name, a zone or an odd spelling may not."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv4Address):
        return not any(parsed in block for block in _DENIED_V4)
    if parsed.scope_id or parsed not in _GLOBAL_UNICAST:
        return False
    return not any(parsed in block for block in _DENIED_V6)


def _check_addresses(host: str, addresses: Sequence[str]) -> None:
    if not addresses:
        raise FetchFailed(f"The host {host} has no network address.")
    for address in addresses:
        if not is_public(address):
            raise FetchRefused(f"The host {host} leads to {address}, which is not a public address.")


def resolve_host(host: str, port: int, seconds: float) -> list[str]:
    """Look a host up once. The system's look-up cannot be interrupted, so it is waited for in a thread."""
    answer: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.put([str(entry[4][0]) for entry in found])
        except (OSError, UnicodeError) as error:
            answer.put(OSError(str(error)))

    threading.Thread(target=look_up, daemon=True).start()
    try:
        found = answer.get(timeout=max(seconds, 0.001))
    except queue.Empty as error:
        raise FetchFailed(f"The host {host} could not be looked up in time.") from error
    if isinstance(found, OSError):
        raise FetchFailed(f"The host {host} could not be found: {found}.") from found
    return found


def connect_to(address: str, port: int, seconds: float) -> socket.socket:
    """Open a connection to a checked network address."""
    return socket.create_connection((address, port), timeout=seconds)


# --- one request -----------------------------------------------------------------------------------------


class _Deadline:
    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left; raises TimeoutError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("out of time")
        return left


class _Stream(io.RawIOBase):
    """Bytes from a socket whose every read waits for what is left of the total, not for a time of its own."""

    def __init__(self, connection: socket.socket, deadline: _Deadline) -> None:
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
class _Redirect:
    url: str
    for_good: bool


def _ask(
    target: _Target,
    request: bytes,
    wanted: Wanted,
    addresses: Sequence[str],
    connect: Connector,
    tls: ssl.SSLContext | None,
    deadline: _Deadline,
) -> Fetched | _Redirect:
    """Ask for the target: a page, or the address that a redirect names."""
    with _connection(target, addresses, connect, tls, deadline) as connection:
        connection.settimeout(deadline.left())
        connection.sendall(request)
        with http.client.HTTPResponse(_Stream(connection, deadline), method="GET") as response:  # type: ignore[arg-type]
            response.begin()
            location = response.getheader("Location")
            if response.status in _REDIRECTS and location:
                return _Redirect(_redirected(target, location), response.status in _FOR_GOOD)
            etag, modified = (_header(response, name) for name in ("ETag", "Last-Modified"))
            if response.status == 304 and b"\r\nIf-" in request:
                return Fetched(target.url, 304, "", "", b"", etag, modified)
            if response.status != 200:
                raise FetchFailed(
                    f"{target.host} answered {response.status} instead of a page.",
                    status=response.status,
                    retry_after=_seconds(_header(response, "Retry-After")),
                )
            kind, charset = _content_type(target, response, wanted)
            body = _body(target, response, deadline)
            return Fetched(target.url, response.status, kind, charset, body, etag, modified)


def _connection(
    target: _Target,
    addresses: Sequence[str],
    connect: Connector,
    tls: ssl.SSLContext | None,
    deadline: _Deadline,
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
    raise FetchFailed(f"{target.host} cannot be reached: {failure}.") from failure


def _header(response: http.client.HTTPResponse, name: str) -> str:
    """Return a header to be said again later, empty if it could not be: too long, or no printable ASCII."""
    value = (response.getheader(name) or "").strip()
    return value if len(value) <= MAX_HEADER and _PRINTABLE.fullmatch(value) else ""


def _seconds(given: str) -> int:
    """Read Retry-After, in seconds or as a date (RFC 9110, section 10.2.3); 0 for what is neither."""
    if given.isdecimal():
        return int(given[:9])
    try:
        at = parsedate_to_datetime(given)
    except ValueError:
        return 0
    return max(0, round(at.timestamp() - time.time()))


def _request(target: _Target, wanted: Wanted, known: Known) -> bytes:
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


def _redirected(target: _Target, location: str) -> str:
    # http.client reads header bytes as Latin-1; most servers that send letters there mean UTF-8.
    raw = location.encode("latin-1", "replace").strip()
    try:
        return urljoin(target.url, quote(raw, safe="/%:@!$&'()*+,;=~?#[]|"))
    except ValueError as error:
        raise FetchRefused(f"{target.host} redirects to an address that cannot be read: {error}.") from error


def _content_type(target: _Target, response: http.client.HTTPResponse, wanted: Wanted) -> tuple[str, str]:
    declared = (response.getheader("Content-Type") or "").lower()
    kind = declared.partition(";")[0].strip()
    if kind not in wanted.types:
        raise FetchRefused(f"{target.host} gave {kind[:80] or 'no type'}; only {wanted.name} are taken.")
    charset = _CHARSET.search(declared)
    return kind, charset[1] if charset else ""


def _body(target: _Target, response: http.client.HTTPResponse, deadline: _Deadline) -> bytes:
    encoding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", "deflate"):
        raise FetchFailed(f"{target.host} packed the page as {encoding[:40]!r}, which was not asked for.")
    unpack = _Unpacking(encoding)
    packed = 0
    body = bytearray()
    while chunk := response.read1(_CHUNK):
        deadline.left()
        packed += len(chunk)
        body += unpack.feed(chunk, MAX_BODY + 1 - len(body))
        if len(body) > MAX_BODY or packed > MAX_BODY:
            raise FetchRefused(f"The page of {target.host} is larger than {MAX_BODY:,} bytes.")
    if not unpack.whole or (response.length or 0) > 0:
        raise FetchFailed(f"{target.host} broke off in the middle of the page.")
    return bytes(body)


class _Unpacking:
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
            raise FetchFailed(f"The page is packed wrongly: {error}.") from error
        if self._engine.unused_data.startswith(b"\x1f\x8b"):
            raise FetchFailed("The page is packed in several pieces.")
        return out
