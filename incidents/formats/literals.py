"""Lists and objects that a cell holds as text, written as JSON or as Python writes them."""

from __future__ import annotations

import ast
import json
import re
import warnings
from typing import Any

from .base import MAX_CELL, MAX_DEPTH

_NESTING = re.compile(r"[\[({]|[\])}]")
_SIGNS = re.compile(r"(?:[-+~]\s*){3}|\bnot\b|[-+]\s*[\d.]+j?\s*[-+]\s*[\d.]+j?\s*[-+]")


def literal(text: str) -> list[Any] | dict[str, Any] | None:
    """Read a list or object out of a cell; None where the text is neither, or too long or deep to be looked at."""
    text = text.strip()
    if len(text) > MAX_CELL or text[:1] + text[-1:] not in ("[]", "{}", "()"):
        return None
    if _nesting(text) > MAX_DEPTH:
        return None
    value = _json(text)
    return _python(text) if value is None else value


def _nesting(text: str) -> int:
    depth = deepest = 0
    for mark in _NESTING.finditer(text):
        depth += 1 if mark[0] in "[({" else -1
        deepest = max(deepest, depth)
    return deepest


def _json(text: str) -> list[Any] | dict[str, Any] | None:
    try:
        value = json.loads(text, parse_constant=str, parse_int=whole_number)
    except ValueError:
        return None
    return value if isinstance(value, list | dict) else None


def _python(text: str) -> list[Any] | dict[str, Any] | None:
    if _SIGNS.search(text):  # a chain of signs is a deep tree without a bracket
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value = ast.literal_eval(text)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None
    if isinstance(value, set | tuple):
        value = sorted(map(_plain, value), key=str) if isinstance(value, set) else list(map(_plain, value))
    return _plain(value) if isinstance(value, list | dict) else None


def _plain(value: Any) -> Any:
    """Turn what only Python has into what JSON has."""
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(one) for one in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def whole_number(digits: str) -> int | str:
    """Read a whole number; one that a float could not hold stays text."""
    return int(digits) if len(digits) <= 17 and abs(int(digits)) <= 2**53 else digits
