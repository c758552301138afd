"""A page, through the redirects that lead to it."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Callable, Sequence
from dataclasses import replace

from .addresses import Target, check_addresses, connect_to, resolve_host
from .errors import FetchFailed, FetchRefused
from .exchange import Connector, Deadline, ask, request_for
from .wanted import NOTHING_KNOWN, PAGE, Fetched, Known, Wanted

MAX_SECONDS = 15.0
MAX_HOPS = 5

Resolver = Callable[[str, int, float], Sequence[str]]


def fetch(
    url: str,
    *,
    wanted: Wanted = PAGE,
    known: Known = NOTHING_KNOWN,
    resolve: Resolver | None = None,
    connect: Connector | None = None,
    tls: ssl.SSLContext | None = None,
    seconds: float = MAX_SECONDS,
) -> Fetched:
    """Fetch one page, HTML or plain text unless others are wanted, of at most MAX_BODY bytes, within `seconds`.

    `resolve` names the network addresses of a host, `connect` opens a connection to one of them, `tls` says whom to
    trust; they are arguments for tests, and no check is left to them. Raises FetchRefused or FetchFailed.
    """
    deadline = Deadline(seconds)
    moved_to, for_good = "", True
    for _ in range(MAX_HOPS + 1):
        target = Target.of(url)
        try:
            addresses = (resolve or resolve_host)(target.host, target.port, deadline.left())
            check_addresses(target.host, addresses)
            answer = ask(
                target, request_for(target, wanted, known), wanted, addresses, connect or connect_to, tls, deadline
            )
            if isinstance(answer, Fetched):
                return replace(answer, moved_to=moved_to)
        except TimeoutError as error:
            raise FetchFailed(
                "%(host)s took longer than %(seconds)s seconds.", host=target.host, seconds=f"{seconds:g}"
            ) from error
        except ssl.SSLCertVerificationError as error:
            raise FetchFailed(
                "%(host)s shows no valid certificate: %(error)s.", host=target.host, error=error.verify_message
            ) from error
        except (OSError, http.client.HTTPException) as error:
            raise FetchFailed(
                "%(host)s broke off: %(error)s.", host=target.host, error=str(error) or type(error).__name__
            ) from error
        url = answer.url
        for_good = for_good and answer.for_good
        if for_good:
            moved_to = url
    raise FetchRefused("The address leads through more than %(most)s redirects.", most=MAX_HOPS)
