"""Dates as sources give them: EDTF values, and the words for them in texts. No Django, no clock, no settings."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .genre import propose_genre
    from .mention import Alternative, Mention
    from .plain import PlainDate, read_plain
    from .refusals import PlainDateError, WeekdayError
    from .tagger import tag

__all__ = [
    "Alternative",
    "Mention",
    "PlainDate",
    "PlainDateError",
    "WeekdayError",
    "propose_genre",
    "read_plain",
    "tag",
]

_MODULES = {
    "genre": ("propose_genre",),
    "mention": ("Alternative", "Mention"),
    "plain": ("PlainDate", "read_plain"),
    "refusals": ("PlainDateError", "WeekdayError"),
    "tagger": ("tag",),
}


def __getattr__(name: str) -> Any:
    """Load what reads words when it is first asked for: who only needs EDTF begins in half the time without."""
    for module, names in _MODULES.items():
        if name in names:
            globals()[name] = found = getattr(import_module(f".{module}", __name__), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
