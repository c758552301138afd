"""Dates as sources give them: EDTF values, and the words for them in texts. No Django, no clock, no settings."""

from __future__ import annotations

from incidents.temporal.mention import Alternative, Mention
from incidents.temporal.plain import PlainDate, PlainDateError, read_plain
from incidents.temporal.tagger import tag

__all__ = ["Alternative", "Mention", "PlainDate", "PlainDateError", "read_plain", "tag"]
