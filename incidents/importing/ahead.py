"""The next blocks' events made by a second process, while this one has the database write those before.

`working_ahead()` starts it for a long import. It reads the staged rows and asks the database nothing else: it makes
events as if nothing they name were there, with the words and the content that follow from them. `linked()` puts in
what is there. Whatever this cannot do is done as without it, in this process: where none can be started or it has
ended, where records were imported before, are merged, or bring ids of their own. It writes nothing, so there is
nothing to lose with it, and it ends with the process that it works for.
"""

from __future__ import annotations

import gc
import marshal
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path
from typing import IO, Any

from django.db import connection

from ..formats import wire
from ..models import ImportBatch, Source, raw
from ..models.bulk import content_of
from ..models.newrows import NewCitation, NewEvent, NewQuote, NewSource, Rows, random_ids
from ..models.settling import search_words
from .building import Unusable, build
from .deciding import Fates, Staged, decide, staged
from .drafted import Key, Plain
from .library import Library, Wanted
from .places import Places

FROM = 4_000  # records: for fewer it is not worth its start
PATIENCE = 60.0  # seconds in which nothing comes
MOST_UNUSED = 3  # blocks in a row that came to nothing
SIZE = 8  # bytes before each message
READY = b"!"
ROOT = Path(__file__).parents[2]
COMMAND = "import django; django.setup(); from incidents.importing.ahead import main; main()"
EVENT = (
    *("headline", "state", "import_ref", "date", "part", "body", "kind", "language", "place", "order", "extra"),
    *("places", "slug", "undated"),
)
CITATION = (
    *("stance", "about", "passage", "locator", "date_words", "date", "date_part", "date_reference", "date_rule"),
    "order",
)
QUOTE = ("exact", "prefix", "suffix", "start", "end", "order", "archived")
SOURCE = (
    *("title", "publisher", "authors", "url", "url_key", "published", "published_from", "language", "credit", "genre"),
    *("id", "public_id"),
)
_event, _citation, _quote, _source = (attrgetter(*names) for names in (EVENT, CITATION, QUOTE, SOURCE))


@dataclass(slots=True)
class Made:
    """What became of a block's rows, in plain values; rows go by their place in the block."""

    first: int
    usable: bool
    rows: list[int]  # their ids
    left_out: list[int]
    refused: list[tuple[int, Plain]]
    wanted: tuple[Any, ...]
    sources: list[tuple[Key, tuple[Any, ...]]]
    events: list[tuple[Any, ...]]

    def to_bytes(self) -> bytes:
        return marshal.dumps(_made(self))

    @classmethod
    def from_bytes(cls, message: bytes) -> Made:
        return cls(*marshal.loads(message))  # noqa: S302 - of our own process


_made = attrgetter(*(one.name for one in fields(Made)))


# --- The process that applies -----------------------------------------------------------------------------------------


class Ahead:
    """A process that makes events of a batch's rows, block by block."""

    def __init__(self, batch: ImportBatch, size: int) -> None:
        self.size = size
        self.next = 0  # the first row of the block that comes next; none has been asked for yet
        self.unused = 0
        self.process: subprocess.Popen[bytes] | None = subprocess.Popen(  # noqa: S603 - this module, by this interpreter
            [sys.executable, "-c", COMMAND],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self.write(sized(marshal.dumps((str(connection.settings_dict["NAME"]), batch.pk, size))))

    def take(self, first: int) -> Made | None:
        """Return what was made of the block that begins with a row; None where it is to be made here."""
        if self.process is None:
            return None
        if not self.next:
            if self.read(1, patience=0) == READY:
                self.next = first + self.size
                self.write(self.next.to_bytes(SIZE, "big"))
            return None
        while self.process is not None and self.next <= first:
            message = self.read(int.from_bytes(self.read(SIZE) or b"", "big"))
            if message is None:
                return None
            made = Made.from_bytes(message)
            self.next = made.first + self.size
            if made.first == first:
                return made if made.usable else None
        return None

    def note(self, *, used: bool) -> None:
        """Give it up where what it makes is of no use again and again."""
        self.unused = 0 if used or not self.next else self.unused + 1
        if self.unused > MOST_UNUSED:
            self.close()

    def write(self, message: bytes) -> None:
        if self.process is None or self.process.stdin is None:
            return
        try:
            self.process.stdin.write(message)
        except OSError:  # it has ended
            self.close()

    def read(self, count: int, patience: float = PATIENCE) -> bytes | None:
        """Return so many bytes; None where they do not come, and then nothing is waited for any more."""
        if self.process is None or self.process.stdout is None or not count:
            return None
        found, pipe, waiting = bytearray(), self.process.stdout.fileno(), select.poll()
        waiting.register(pipe, select.POLLIN)
        while len(found) < count:
            if not waiting.poll(patience * 1000):
                if patience:
                    self.close()
                return None
            piece = os.read(pipe, min(count - len(found), 1 << 20))
            if not piece:
                self.close()
                return None
            found += piece
        return bytes(found)

    def close(self) -> None:
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            with process:  # waits, and closes the pipes
                pass


def sized(message: bytes) -> bytes:
    return len(message).to_bytes(SIZE, "big") + message


@contextmanager
def working_ahead(batch: ImportBatch | None, size: int) -> Iterator[Ahead | None]:
    """Have a second process make the events of a batch, where that is worth it and can be."""
    ahead = None
    if batch is not None and batch.incident_id is not None and batch.total - batch.cursor >= FROM and can_start():
        with suppress(OSError):
            ahead = Ahead(batch, size)
    try:
        yield ahead
    finally:
        if ahead is not None:
            ahead.close()


def can_start() -> bool:
    """Whether there is a second processor, and a database that another process can open."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    in_memory = connection.vendor == "sqlite" and connection.is_in_memory_db()  # type: ignore[attr-defined]
    return os.name != "nt" and processors > 1 and not in_memory


def fates_of(made: Made, rows: list[Staged]) -> Fates:
    refused = [(rows[place], finding) for place, finding in made.refused]
    return Fates(left_out=[rows[place] for place in made.left_out], refused=refused)


def linked(made: Made, rows: list[Staged]) -> list[tuple[NewEvent, Staged]] | None:
    """Return the events that were made, with what is there already in the place of what they name."""
    new = {key: NewSource(*values) for key, values in made.sources}
    if raw.found(Source, ["public_id"], "public_id", [source.public_id for source in new.values()]):
        return None  # once in a long while
    library = Library(Wanted(*made.wanted))
    library.sources = {**new, **library.sources}
    return [(event_of(values, library), rows[place]) for place, *values in made.events]


def event_of(values: list[Any], library: Library) -> NewEvent:
    told, cited, entities, roles, names, tags, content, words = values
    *fields, places, slug, undated = told
    event = NewEvent(*fields)
    event.places, event.slug, event.undated = places, slug, undated
    as_made = True
    for key, given, quotes in cited:
        source = library.sources[key]
        as_made = as_made and type(source) is NewSource
        citation = NewCitation(source, *given)
        if quotes:
            citation.quotes = Rows([NewQuote(*quote) for quote in quotes])
        event.citations.append(citation)
    if entities:
        event.roles = Rows(library.roles(entities))
        as_made = as_made and [(role.entity.name, role.role) for role in event.roles] == roles
    if names:
        event.tags = Rows(library.tags(names))
        as_made = as_made and [tag.name for tag in event.tags] == tags
    if as_made:
        event.content, event.words = content, words
    return event


# --- The process that works ahead -------------------------------------------------------------------------------------


def main() -> None:
    """Read which batch and where to begin from standard input; write what is made of its blocks, until all are."""
    given, out = sys.stdin.buffer, sys.stdout.buffer
    name, pk, size = marshal.loads(given.read(int.from_bytes(given.read(SIZE), "big")))  # noqa: S302
    connection.settings_dict["NAME"] = name
    batch = ImportBatch.objects.select_related("incident").get(pk=pk)
    places = Places(batch)
    gc.freeze()
    gc.disable()  # rows are made, sent and gone, and hold no cycles
    with suppress(BrokenPipeError):
        out.write(READY)
        out.flush()
        start = given.read(SIZE)
        for first in range(int.from_bytes(start, "big"), batch.total + 1, size) if start else ():
            send(out, make(batch, places, first, min(first + size - 1, batch.total)))
    os._exit(0)  # nobody may be there to read what is still to be written


def send(out: IO[bytes], made: Made) -> None:
    out.write(sized(made.to_bytes()))
    out.flush()


def make(batch: ImportBatch, places: Places, first: int, last: int) -> Made:
    rows = staged(batch, first, last)
    fates = decide(rows, batch.choices)
    wanted = Wanted.by([draft for _row, draft in fates.kept])
    if fates.merges or wanted.ids or any(len(key) == 2 for key in wanted.cited):
        return Made(first, False, [], [], [], (), [], [])
    library = Library(wanted, look=False)
    place = {row.pk: number for number, row in enumerate(rows)}
    events: list[tuple[int, Plain, NewEvent]] = []
    for row, draft in fates.kept:
        try:
            event = build(draft, row.import_ref, batch, library, places.of(draft))
        except Unusable as error:
            fates.refused.append((row, wire.plain(error.finding)))
        else:
            events.append((place[row.pk], draft, event))
    sources = {key: source for key, source in library.sources.items() if isinstance(source, NewSource)}
    for source, public_id in zip(sources.values(), random_ids(len(sources)), strict=True):
        source.public_id = public_id
    keys = {id(source): key for key, source in sources.items()}
    return Made(
        first,
        True,
        [row.pk for row in rows],
        [place[row.pk] for row in fates.left_out],
        [(place[row.pk], found) for row, found in fates.refused],
        (wanted.cited, wanted.names, wanted.slugs, wanted.tags, []),
        [(key, _source(source)) for key, source in sources.items()],
        [(number, *values_of(event, draft, keys)) for number, draft, event in events],
    )


def values_of(event: NewEvent, draft: Plain, keys: dict[int, Key]) -> tuple[Any, ...]:
    """Return an event in plain values, with what it names as its draft has it, and what follows if that is all new."""
    public = event.state == "published"
    return (
        _event(event),
        [(keys[id(one.source)], _citation(one), [_quote(quote) for quote in one.quotes]) for one in event.citations],
        draft.get("entities"),
        [(role.entity.name, role.role) for role in event.roles],
        draft.get("tags"),
        [tag.name for tag in event.tags],
        content_of(event) if public else "",
        search_words(event) if public else None,  # type: ignore[arg-type]
    )
