"""One fetch function, which reaches public addresses only. The server here is reached by injection alone."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from incidents.fetching import MAX_BODY, FetchError, FetchFailed, FetchRefused, fetch, is_public

PUBLIC = "93.184.215.14"
Answer = Callable[[socket.socket, bytes], None]


class Server:
    """A server on 127.0.0.1 that answers each request by its path, and the connector that leads to it."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[bytes] = []
        self.connected: list[tuple[str, int]] = []
        self._context = context
        self._listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        try:
            if self._context:
                connection = self._context.wrap_socket(connection, server_side=True)
            request = b""
            while b"\r\n\r\n" not in request:
                if not (piece := connection.recv(65_536)):
                    return
                request += piece
            self.asked.append(request)
            self.answers[request.split(b" ")[1].decode().partition("?")[0]](connection, request)
        except OSError:
            pass
        finally:
            connection.close()

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.connected.append((address, port))
        return socket.create_connection(self._listener.getsockname()[:2], timeout=seconds)

    def page(self, path: str, body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> None:
        fixed = (f"HTTP/1.1 {status}", *(headers or ("Content-Type: text/html",)))
        head = "\r\n".join((*fixed, f"Content-Length: {len(body) if length is None else length}", "", ""))
        self.answers[path] = lambda connection, _: connection.sendall(head.encode() + body)

    def redirect(self, path: str, to: str) -> None:
        self.page(path, b"", f"Location: {to}", status="302 Found")

    def close(self) -> None:
        self._listener.close()


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


def public(host: str, port: int, seconds: float) -> list[str]:
    return [PUBLIC]


def leads_to(*addresses: str) -> Callable[[str, int, float], list[str]]:
    return lambda host, port, seconds: list(addresses)


def test_page_is_fetched(server: Server) -> None:
    server.page("/a", b"<p>hello", 'Content-Type: text/html; charset="UTF-8"')
    page = fetch("http://example.org/a?b=c d".replace(" ", "%20"), resolve=public, connect=server.connect)
    assert (page.url, page.status, page.content_type) == ("http://example.org/a?b=c%20d", 200, "text/html")
    assert (page.charset, page.body) == ("utf-8", b"<p>hello")
    assert server.connected == [(PUBLIC, 80)]
    assert b"\r\nHost: example.org\r\n" in server.asked[0]
    assert server.asked[0].startswith(b"GET /a?b=c%20d HTTP/1.1\r\n")


def test_plain_text_is_fetched(server: Server) -> None:
    server.page("/", b"hello", "Content-Type: text/plain")
    assert fetch("http://example.org", resolve=public, connect=server.connect).body == b"hello"


def test_chunked_page_is_fetched(server: Server) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    server.answers["/"] = lambda c, _: c.sendall(head + b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
    assert fetch("http://example.org/", resolve=public, connect=server.connect).body == b"abcde"


def test_host_in_letters_is_named_in_ascii(server: Server) -> None:
    server.page("/", b"x")
    fetch("http://exämple.org/", resolve=public, connect=server.connect)
    assert b"\r\nHost: xn--exmple-cua.org\r\n" in server.asked[0]


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("file:///etc/passwd", id="file"),
        pytest.param("ftp://example.org/", id="ftp"),
        pytest.param("gopher://example.org/", id="gopher"),
        pytest.param("https://user@example.org/", id="user"),
        pytest.param("https://user:secret@example.org/", id="password"),
        pytest.param("http://example.org:8080/", id="port-8080"),
        pytest.param("http://example.org:22/", id="port-22"),
        pytest.param("http://example.org:0/", id="port-0"),
        pytest.param("http://2130706433/", id="decimal"),
        pytest.param("http://0x7f000001/", id="hexadecimal"),
        pytest.param("http://0x7f.0.0.1/", id="hexadecimal-part"),
        pytest.param("http://017700000001/", id="octal"),
        pytest.param("http://0177.0.0.1/", id="octal-part"),
        pytest.param("http://127.1/", id="short"),
        pytest.param("http://8.8.8.010/", id="leading-zero"),
        pytest.param("http://127.0.0.1./", id="trailing-dot"),
        pytest.param("http://１２７.０.０.１/", id="full-width"),
        pytest.param("http://127。0。0。1/", id="ideographic-dots"),
        pytest.param("http://[::1]/", id="ipv6-loopback"),
        pytest.param("http://[::ffff:127.0.0.1]/", id="ipv6-mapped"),
        pytest.param("http://[fe80::1%25eth0]/", id="zone"),
        pytest.param("http://a..b/", id="empty-label"),
        pytest.param("http://" + "a" * 64 + ".org/", id="long-label"),
        pytest.param("http://exa%00mple.org/", id="escape-in-host"),
        pytest.param("http://-a.org/", id="dash"),
    ],
)
def test_address_is_refused_before_anyone_is_asked(url: str, server: Server) -> None:
    with pytest.raises(FetchRefused):
        fetch(url, resolve=lambda host, port, seconds: [host.strip("[]")], connect=server.connect)
    assert server.connected == []


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("0.0.0.0", id="this-host"),
        pytest.param("10.1.2.3", id="private-10"),
        pytest.param("172.31.255.255", id="private-172"),
        pytest.param("192.168.0.1", id="private-192"),
        pytest.param("127.9.9.9", id="loopback"),
        pytest.param("169.254.169.254", id="metadata"),
        pytest.param("168.63.129.16", id="platform-metadata"),
        pytest.param("100.100.100.200", id="carrier-nat"),
        pytest.param("192.0.0.192", id="protocol-assignments"),
        pytest.param("192.0.2.1", id="documentation-1"),
        pytest.param("198.51.100.1", id="documentation-2"),
        pytest.param("203.0.113.1", id="documentation-3"),
        pytest.param("192.88.99.1", id="6to4-relay"),
        pytest.param("198.19.0.1", id="benchmark"),
        pytest.param("224.0.0.1", id="multicast"),
        pytest.param("240.0.0.1", id="reserved"),
        pytest.param("255.255.255.255", id="broadcast"),
        pytest.param("::", id="unspecified-6"),
        pytest.param("::1", id="loopback-6"),
        pytest.param("::7f00:1", id="ipv4-compatible"),
        pytest.param("::ffff:8.8.8.8", id="ipv4-mapped"),
        pytest.param("::ffff:0:8.8.8.8", id="ipv4-translated"),
        pytest.param("64:ff9b::8.8.8.8", id="nat64"),
        pytest.param("64:ff9b:1::1", id="nat64-local"),
        pytest.param("2002:7f00:1::", id="6to4"),
        pytest.param("2001:0:1::1", id="teredo"),
        pytest.param("2001:db8::1", id="documentation-6"),
        pytest.param("3fff::1", id="documentation-6-second"),
        pytest.param("fd00:ec2::254", id="unique-local"),
        pytest.param("fe80::1", id="link-local-6"),
        pytest.param("fec0::1", id="site-local"),
        pytest.param("ff02::1", id="multicast-6"),
        pytest.param("100::1", id="discard"),
        pytest.param("4000::1", id="not-global-unicast"),
        pytest.param("2606:2800::1%eth0", id="zone"),
        pytest.param("0177.0.0.1", id="octal"),
        pytest.param("localhost", id="name"),
    ],
)
def test_host_that_leads_to_a_special_address_is_refused(address: str, server: Server) -> None:
    assert not is_public(address)
    with pytest.raises(FetchRefused, match="not a public address"):
        fetch("http://example.org/", resolve=leads_to(address), connect=server.connect)
    assert server.connected == []


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.215.14", "172.32.0.1", "2606:2800:21f:cb07::1", "2a00:1450::1"])
def test_public_address_may_be_asked(address: str) -> None:
    assert is_public(address)


def test_mixed_answers_are_refused(server: Server) -> None:
    with pytest.raises(FetchRefused, match="10.0.0.1"):
        fetch("http://example.org/", resolve=leads_to(PUBLIC, "10.0.0.1"), connect=server.connect)
    assert server.connected == []


def test_host_is_looked_up_once_and_the_checked_address_is_asked(server: Server) -> None:
    server.page("/", b"x")
    answers = [[PUBLIC], ["127.0.0.1"]]
    fetch("http://rebinding.example/", resolve=lambda *_: answers.pop(0), connect=server.connect)
    assert server.connected == [(PUBLIC, 80)]
    assert len(answers) == 1


def test_next_address_is_tried(server: Server) -> None:
    server.page("/", b"x")

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        if address == PUBLIC:
            raise ConnectionRefusedError("refused")
        return server.connect(address, port, seconds)

    assert fetch("http://example.org/", resolve=leads_to(PUBLIC, "8.8.8.8"), connect=connect).body == b"x"


def test_unreachable_host_fails() -> None:
    def connect(address: str, port: int, seconds: float) -> socket.socket:
        raise ConnectionRefusedError("refused")

    with pytest.raises(FetchFailed, match="cannot be reached"):
        fetch("http://example.org/", resolve=public, connect=connect)


def test_host_without_address_fails(server: Server) -> None:
    with pytest.raises(FetchFailed, match="no network address"):
        fetch("http://example.org/", resolve=leads_to(), connect=server.connect)


def test_loopback_is_refused_with_nothing_injected() -> None:
    with pytest.raises(FetchRefused, match="not a public address"):
        fetch("http://localhost/")


# --- redirects -------------------------------------------------------------------------------------------


def test_redirect_is_followed(server: Server) -> None:
    server.redirect("/a", "/b?c=d")
    server.page("/b", b"x")
    assert fetch("http://example.org/a", resolve=public, connect=server.connect).url == "http://example.org/b?c=d"


@pytest.mark.parametrize(("hops", "refused"), [(5, False), (6, True)])
def test_five_redirects_are_followed_at_most(server: Server, hops: int, refused: bool) -> None:
    for number in range(hops):
        server.redirect(f"/{number}", f"/{number + 1}")
    server.page(f"/{hops}", b"x")
    if refused:
        with pytest.raises(FetchRefused, match="5 redirects"):
            fetch("http://example.org/0", resolve=public, connect=server.connect)
    else:
        assert fetch("http://example.org/0", resolve=public, connect=server.connect).body == b"x"


@pytest.mark.parametrize(
    "location",
    [
        "http://internal.example/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::1",
        "file:///etc/passwd",
        "//2130706433/",
        "http://example.org:6379/",
        "http://user:secret@example.org/",
    ],
)
def test_redirect_is_checked_afresh(server: Server, location: str) -> None:
    server.redirect("/", location)

    def resolve(host: str, port: int, seconds: float) -> list[str]:
        return [PUBLIC] if host == "example.org" else ["10.0.0.1"] if host == "internal.example" else [host]

    with pytest.raises(FetchRefused):
        fetch("http://example.org/", resolve=resolve, connect=server.connect)
    assert len(server.connected) == 1


def test_redirect_without_address_fails(server: Server) -> None:
    server.page("/", b"", status="302 Found")
    with pytest.raises(FetchFailed, match="302"):
        fetch("http://example.org/", resolve=public, connect=server.connect)


# --- answers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["404 Not Found", "500 Oops", "204 No Content", "206 Partial Content"])
def test_other_status_fails(server: Server, status: str) -> None:
    server.page("/", b"x", status=status)
    with pytest.raises(FetchFailed, match=status[:3]):
        fetch("http://example.org/", resolve=public, connect=server.connect)


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json", "text/html2", "garbage"])
def test_other_content_is_refused(server: Server, kind: str) -> None:
    server.page("/", b"x", f"Content-Type: {kind}")
    with pytest.raises(FetchRefused, match="only HTML and plain text"):
        fetch("http://example.org/", resolve=public, connect=server.connect)


def test_content_without_type_is_refused(server: Server) -> None:
    server.page("/", b"x", "X-Other: 1")
    with pytest.raises(FetchRefused, match="no type"):
        fetch("http://example.org/", resolve=public, connect=server.connect)


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body, wbits=-15)),
    ],
)
def test_packed_page_is_unpacked(server: Server, encoding: str, pack: Callable[[bytes], bytes]) -> None:
    body = b"<p>hello" * 1000
    server.page("/", pack(body), "Content-Type: text/html", f"Content-Encoding: {encoding}")
    assert fetch("http://example.org/", resolve=public, connect=server.connect).body == body


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_bomb_is_refused(server: Server, encoding: str, pack: Callable[[bytes], bytes]) -> None:
    server.page("/", pack(b"\0" * 200_000_000), "Content-Type: text/html", f"Content-Encoding: {encoding}")
    with pytest.raises(FetchRefused, match="5,000,000 bytes"):
        fetch("http://example.org/", resolve=public, connect=server.connect)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        pytest.param("gzip", b"no gzip at all", id="not-gzip"),
        pytest.param("gzip", gzip.compress(b"a" * 9999)[:-20], id="cut"),
        pytest.param("gzip", gzip.compress(b"a") * 2, id="several-members"),
        pytest.param("br", b"x", id="brotli"),
        pytest.param("gzip, gzip", gzip.compress(gzip.compress(b"x")), id="twice"),
    ],
)
def test_wrongly_packed_page_fails(server: Server, encoding: str, body: bytes) -> None:
    server.page("/", body, "Content-Type: text/html", f"Content-Encoding: {encoding}")
    with pytest.raises(FetchFailed):
        fetch("http://example.org/", resolve=public, connect=server.connect)


def test_page_at_the_cap_is_taken(server: Server) -> None:
    server.page("/", b"a" * MAX_BODY)
    assert len(fetch("http://example.org/", resolve=public, connect=server.connect).body) == MAX_BODY


def test_endless_page_is_refused(server: Server) -> None:
    def endless(connection: socket.socket, _: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            connection.sendall(b"a" * 65_536)

    server.answers["/"] = endless
    with pytest.raises(FetchRefused, match="5,000,000 bytes"):
        fetch("http://example.org/", resolve=public, connect=server.connect)


def _drip(before: bytes, drop: bytes) -> Answer:
    def answer(connection: socket.socket, _: bytes) -> None:
        connection.sendall(before)
        while True:
            connection.sendall(drop)
            time.sleep(0.05)

    return answer


@pytest.mark.parametrize(
    ("before", "drop"),
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"a", id="body"),
        pytest.param(b"HTTP/1.1 200 OK\r\nX: ", b"a", id="header"),
        pytest.param(b"", b"HTTP/1.1 100 Continue\r\n\r\n", id="continue"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n",
            b"1\r\na\r\n",
            id="chunks",
        ),
    ],
)
def test_slow_drip_ends_at_the_deadline(server: Server, before: bytes, drop: bytes) -> None:
    server.answers["/"] = _drip(before, drop)
    start = time.monotonic()
    with pytest.raises(FetchFailed, match="longer than 0.4 seconds"):
        fetch("http://example.org/", resolve=public, connect=server.connect, seconds=0.4)
    assert time.monotonic() - start < 5


def test_silent_server_ends_at_the_deadline(server: Server) -> None:
    server.answers["/"] = lambda connection, _: time.sleep(3)
    with pytest.raises(FetchFailed, match="longer than 0.3 seconds"):
        fetch("http://example.org/", resolve=public, connect=server.connect, seconds=0.3)


def test_slow_redirects_share_one_deadline(server: Server) -> None:
    def slow(connection: socket.socket, _: bytes) -> None:
        time.sleep(0.3)
        connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n")

    server.answers["/"] = slow
    with pytest.raises(FetchFailed, match="longer than 0.5 seconds"):
        fetch("http://example.org/", resolve=public, connect=server.connect, seconds=0.5)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"garbage\r\n\r\n", id="garbage"),
        pytest.param(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500 + b"\r\n", id="too-many-headers"),
        pytest.param(b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000, id="too-long-header"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\nabc", id="cut-body"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            id="bad-chunk",
        ),
    ],
)
def test_broken_answer_fails(server: Server, answer: bytes) -> None:
    server.answers["/"] = lambda connection, _: connection.sendall(answer)
    with pytest.raises(FetchFailed):
        fetch("http://example.org/", resolve=public, connect=server.connect)


# --- TLS -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("openssl"):
        pytest.skip("No openssl here to make a certificate with.")
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=example.org "
        "-addext subjectAltName=DNS:example.org -keyout key.pem -out cert.pem".split(),
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture
def tls_server(certificate: Path) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    running = Server(context)
    running.page("/", b"secret")
    yield running
    running.close()


def test_certificate_is_checked_for_the_host_name(tls_server: Server, certificate: Path) -> None:
    trust = ssl.create_default_context(cafile=str(certificate / "cert.pem"))
    page = fetch("https://example.org/", resolve=public, connect=tls_server.connect, tls=trust)
    assert page.body == b"secret"
    assert tls_server.connected == [(PUBLIC, 443)]
    with pytest.raises(FetchFailed, match="no valid certificate"):
        fetch("https://other.example/", resolve=public, connect=tls_server.connect, tls=trust)


def test_unknown_certificate_is_not_trusted(tls_server: Server) -> None:
    with pytest.raises(FetchFailed, match="no valid certificate"):
        fetch("https://example.org/", resolve=public, connect=tls_server.connect)


def test_server_that_never_shakes_hands_ends_at_the_deadline(server: Server) -> None:
    with pytest.raises(FetchError):
        fetch("https://example.org/", resolve=public, connect=server.connect, seconds=0.4)
