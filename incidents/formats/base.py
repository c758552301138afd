"""What a file format is: how it is known, read and written. No database, no Django, no clock.

A format translates. It reads a file into *records* (columns or paths with their raw values, which a mapping turns into
drafts) where the file says nothing of what its columns mean, or into drafts at once where the format defines it; and
it writes drafts as bytes, in a stream.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Protocol

from ..drafts import EventDraft, Finding, IncidentDraft, Origin, plain_class
from ..sentences import Refusing

MAX_BYTES = 100_000_000  # of a file as it comes
MAX_UNPACKED = 500_000_000  # of what an archive holds, by its own account and while unpacking
MAX_ROWS = 1_000_000
MAX_COLUMNS = 2_000
MAX_CELL = 100_000  # characters: a longer value is a finding, and its row is refused
MAX_DEPTH = 100  # of nested lists and objects
HEAD = 65_536  # bytes that are enough to know a format by


class FormatError(Refusing, ValueError):
    """A file that cannot be read as this format. The message says what was wrong, where, and what would be right."""


class Unread(Refusing, ValueError):
    """A value that is not what it should be; the message is a part of a sentence that says why."""


@plain_class
class Record:
    """One row, object or document as a file has it: values by column; JSON values stay what they are."""

    origin: Origin
    values: dict[str, Any]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """What an editor may say of a file before it is read; empty means: find it out."""

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header: int | None = None  # number of the line that names the columns, from 1; 0 for none
    path: str = ""  # of the list in a JSON document: "data.events"
    language: str = ""
    extra: dict[str, str] = field(default_factory=dict)  # what only one format knows


@plain_class
class Refused:
    """A record that cannot go in, and why: it is listed with its place, and loses nothing beside it."""

    origin: Origin
    findings: tuple[Finding, ...]


Item = Record | EventDraft | IncidentDraft | Refused | Finding  # a bare Finding speaks of the file as a whole


class Format(Protocol):
    """One file format. `name` is what the command line calls it; a module of this package has one as `FORMAT`."""

    name: str
    label: str
    media_type: str
    extensions: tuple[str, ...]  # with the dot, the usual one first

    def recognises(self, head: bytes, name: str) -> float:
        """Return how surely a file is of this format, from 0 to 1, by its first HEAD bytes and its name."""
        ...

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        """Read a seekable file in a stream; raise FormatError where nothing can be read."""
        ...

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        """Write drafts in a stream; a format that is only read raises FormatError."""
        ...
