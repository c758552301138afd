"""Cells that a spreadsheet would take for a formula: made texts when they are written, and restored when read."""

from __future__ import annotations

import re

# A cell that begins so is a formula to a spreadsheet (OWASP, CSV injection). An apostrophe before it makes it text;
# texts that begin with apostrophes and then so get one more, so that every cell comes back as it was.
FORMULA = re.compile("'*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
MARKED = re.compile("'[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def safe(cell: str) -> str:
    """Return a cell's text so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def restored(cell: str) -> str:
    """Return the text that `safe` was given."""
    return cell[1:] if cell[:1] == "'" and FORMULA.match(cell) else cell
