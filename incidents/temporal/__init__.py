"""Dates as sources give them: EDTF values, and the words for them in texts. No Django, no clock, no settings."""

from __future__ import annotations

from .genre import propose_genre
from .mention import Alternative, Mention
from .plain import PlainDate, PlainDateError, WeekdayError, read_plain
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
