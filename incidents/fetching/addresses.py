"""Which addresses may be asked: their scheme, port and host, and each network address that the host resolves to."""

from __future__ import annotations

import queue
import re
import socket
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit

from ..cleaning import UnusableText, clean_url
from .errors import FetchFailed, FetchRefused

_PORTS = {"http": 80, "https": 443}

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


_HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


@dataclass(frozen=True, slots=True)
class Target:
    url: str
    scheme: str
    host: str
    port: int
    path: str

    @classmethod
    def of(cls, url: str) -> Target:
        """Read an address that may be fetched; raises FetchRefused."""
        try:
            parts = urlsplit(clean_url(url))
        except UnusableText as error:
            raise FetchRefused(error.said) from error
        port = _PORTS[parts.scheme] if parts.port is None else parts.port
        if port not in _PORTS.values():
            raise FetchRefused("The address names port %(port)s; only 80 and 443 are fetched.", port=str(port))
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (
            "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?[]|") if parts.query else ""
        )
        return cls(parts._replace(fragment="").geturl(), parts.scheme, host_in(parts.hostname or ""), port, path)

    @property
    def host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def host_in(name: str) -> str:
    """Give the host in the one spelling that is looked up, checked and named to the server."""
    if ":" in name:
        return str(literal(name))
    try:
        host = name.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError as error:
        raise FetchRefused("The host name %(host)s is not possible.", host=repr(name)) from error
    # A name whose last label is a number is an IPv4 address in some spelling (WHATWG URL, section 3.5):
    # only four plain decimal numbers are read, so that no decimal, octal or hexadecimal spelling slips through.
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return str(literal(host))
    if not _HOST.fullmatch(host):
        raise FetchRefused("The host name %(host)s is not possible.", host=repr(name))
    return host


def literal(host: str) -> IPv4Address | IPv6Address:
    try:
        address = ip_address(host)
    except ValueError as error:
        raise FetchRefused("%(host)s is not a plain network address.", host=repr(host)) from error
    if isinstance(address, IPv6Address) and address.scope_id:
        raise FetchRefused("%(host)s names a network of this machine.", host=repr(host))
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


def check_addresses(host: str, addresses: Sequence[str]) -> None:
    if not addresses:
        raise FetchFailed("The host %(host)s has no network address.", host=host)
    for address in addresses:
        if not is_public(address):
            raise FetchRefused(
                "The host %(host)s leads to %(address)s, which is not a public address.", host=host, address=address
            )


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
        raise FetchFailed("The host %(host)s could not be looked up in time.", host=host) from error
    if isinstance(found, OSError):
        raise FetchFailed("The host %(host)s could not be found: %(error)s.", host=host, error=found) from found
    return found


def connect_to(address: str, port: int, seconds: float) -> socket.socket:
    """Open a connection to a checked network address."""
    return socket.create_connection((address, port), timeout=seconds)
