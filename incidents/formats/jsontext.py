"""JSON documents as untrusted files have them: encodings, byte-order marks, and bounds on depth and size."""

from __future__ import annotations

from typing import Any, BinaryIO

from ..cleaning import UnusableText
from ..sentences import said
from .base import MAX_DEPTH, FormatError
from .decoding import decoding_of
from .jsonvalues import parse, unwrapped
from .limits import check_size, depth_of

MAX_EVENTS = 50_000  # of one document in a format that says what its fields mean
MAX_WHOLE = 2_000_000  # lists and objects of one document


def load(file: BinaryIO, name: str) -> Any:
    """Read one JSON document. Raises FormatError that says where it breaks off, or what is beyond the bounds."""
    check_size(file, name)
    try:
        text = decoding_of(file, name).open(file).read()
    except UnusableText as error:
        raise FormatError("%(name)s is no JSON text: %(error)s", name=name, error=error) from error
    if not text.strip("\ufeff \t\r\n\0"):
        raise FormatError("%(name)s is empty.", name=name)
    return value_of(text, name)


def value_of(text: str, name: str) -> Any:
    """Read a text that is one JSON value, as jsonvalues.parse() does, with bounds on what is built in memory."""
    refuse_many(text, name)
    value = parse(unwrapped(text.lstrip("\ufeff").rstrip("\0")), name)
    if depth_of(value) > MAX_DEPTH:
        raise FormatError("%(name)s nests lists and objects more than %(most)s deep.", name=name, most=MAX_DEPTH)
    return value


def refuse_many(text: str, name: str) -> None:
    if (count := text.count("{") + text.count("[")) > MAX_WHOLE:
        raise FormatError(
            "%(name)s holds %(count)s lists and objects in one document, which is built whole; at most %(most)s are "
            "taken. Divide it, or give its records as JSON Lines.",
            name=name,
            count=count,
            most=MAX_WHOLE,
        )


def refuse_more(count: int, most: int, what: str, name: str) -> None:
    """Refuse a document of more things than are read of one file; `what` counts them: "%(count)s events"."""
    if count > most:
        raise FormatError(
            "%(name)s has %(counted)s; at most %(most)s are read of one file. Divide it.",
            name=name,
            counted=said(what, count=count),
            most=most,
        )


def text_value(value: Any) -> str:
    """Return a JSON value as text; nothing for nothing."""
    if value is None or isinstance(value, (dict, list, bool)):
        return ""
    return str(value)


def object_of(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def list_of(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
