"""JSON documents as untrusted files have them: encodings, byte-order marks, and bounds on depth and size."""

from __future__ import annotations

import re
from typing import Any, BinaryIO

from ..cleaning import UnusableText, decode
from .base import MAX_BYTES, MAX_DEPTH, FormatError
from .jsonvalues import parse

STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"?', re.DOTALL)
BRACKETS = re.compile(r"[\[\]{}]")


def load(file: BinaryIO, name: str) -> Any:
    """Read one JSON document. Raises FormatError that says where it breaks off, or what is beyond the bounds."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise FormatError(f"{name} has more than {MAX_BYTES:,} bytes; split it.")
    if not data.strip():
        raise FormatError(f"{name} is empty.")
    try:
        text = decode(data)
    except UnusableText as error:
        raise FormatError(f"{name} is no JSON text: {error}") from error
    return value_of(text, name)


def value_of(text: str, name: str) -> Any:
    """Read a text that is one JSON value, as jsonvalues.parse() does, with bounded depth. Raises FormatError."""
    refuse_depth(text, name)
    return parse(text.lstrip("\ufeff"), name)


def refuse_depth(text: str, name: str) -> None:
    """Refuse lists and objects nested deeper than MAX_DEPTH, before a parser runs out of stack."""
    depth = 0
    for found in BRACKETS.finditer(STRINGS.sub('""', text)):
        depth += 1 if found[0] in "[{" else -1
        if depth > MAX_DEPTH:
            raise FormatError(f"{name} nests lists and objects more than {MAX_DEPTH} deep.")


def text_value(value: Any) -> str:
    """Return a JSON value as text; nothing for nothing."""
    if value is None or isinstance(value, (dict, list, bool)):
        return ""
    return str(value)


def object_of(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def list_of(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
