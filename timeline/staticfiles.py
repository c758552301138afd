"""Static files as they go out: our own style and scripts without what is written for whoever reads them here.

The minifiers on the package index that are kept well have no wheels for every system that a site may run on; comments,
indentation and the spaces of a style are most of what they would save once a file is compressed.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

OURS = "dateline"  # the folder of what we wrote, in our own way: no string of it goes over a line
UNREAD = {
    ".css": re.compile(
        rb"/\*.*?\*/\s*|^\s+|(?<=[{};])\s+|\s+(?=\{)|(?<=,)\n|(?<=[a-z]:) |;(?=\s*\})", re.DOTALL | re.MULTILINE
    ),
    ".js": re.compile(rb"^\s*//.*\n|^\s+|  // [^\n'\"`]*$", re.MULTILINE),
}


def lightened(name: str, content: bytes) -> bytes:
    """Take comments and indentation out of a file of ours; others are given back as they are."""
    path = PurePath(name)
    unread = UNREAD.get(path.suffix) if path.parts[0] == OURS else None
    return unread.sub(b"", content) if unread else content


class LightStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Lightens files as they are collected, before they get their names and their compressed copies."""

    def _save(self, name: str, content: Any) -> str:
        content.seek(0)  # it was read for its name's sake
        return str(super()._save(name, ContentFile(lightened(name, content.read()))))
