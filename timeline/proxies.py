"""Who asks, where a proxy stands between."""

from __future__ import annotations

from ipaddress import ip_address

from django.http import HttpRequest

LONGEST = 60  # characters; an IPv6 address in brackets with a port has at most 53


def client_address(request: HttpRequest) -> str | None:
    """Return the address that the proxy before the site saw, which it adds at the end of `X-Forwarded-For`.

    What stands before that is whatever the client wrote. Without a usable one, the proxy's own address.
    """
    last = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    for text in (last, without_port(last)):
        try:
            address = ip_address(text[:LONGEST])
        except ValueError:
            continue
        if "%" not in text:  # a zone means something on the proxy's machine only
            return str(address)
    return request.META.get("REMOTE_ADDR")


def without_port(text: str) -> str:
    """Return the host of `192.0.2.1:4711`, `[2001:db8::1]:4711` and `[2001:db8::1]`."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0]
