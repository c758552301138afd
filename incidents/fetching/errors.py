"""Why a page was not fetched."""

from __future__ import annotations

from ..sentences import Refusing, Said


class FetchError(Refusing):
    """A page that was not fetched; the message is a sentence for the person who asked."""


class FetchRefused(FetchError):
    """The address, its server's network address or the answer is of a kind that is never taken."""


class FetchFailed(FetchError):
    """The server could not be reached or gave no page.

    `status` is what it answered, 0 if nothing; `retry_after` how many seconds it asks to be left alone, 0 if it does
    not say so.
    """

    def __init__(self, why: str | Said, /, *, status: int = 0, retry_after: int = 0, **params: object) -> None:
        super().__init__(why, **params)
        self.status = status
        self.retry_after = retry_after
