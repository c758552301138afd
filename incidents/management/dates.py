"""Dates given on the command line."""

from __future__ import annotations

from django.core.management.base import CommandError

from incidents.temporal import read_plain


def published_date(words: str) -> str:
    """Read a publication date given as EDTF or in plain words; empty for none. Raises CommandError."""
    if not words:
        return ""
    try:
        return read_plain(words).edtf
    except ValueError as error:
        raise CommandError(f"--published: {error}") from error
