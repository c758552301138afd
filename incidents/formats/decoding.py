"""Bytes to text in a stream: which encoding a file is in, found in one pass of constant memory."""

from __future__ import annotations

import codecs
import io
from typing import BinaryIO

from ..cleaning import BYTE_ORDER_MARKS, SIGNATURES, codec_of, likeliest_codec, looks_binary, utf16_without_mark
from ..drafts import Finding
from ..sentences import phrase
from .base import HEAD, FormatError

CHUNK = 1 << 20
_AROUND = 32_768  # bytes before and behind the first wrong one that tell the encoding
UTF8 = "utf-8"
BINARY = phrase("binary data")
_FALLBACK = "dateline.cp1252"
# Bytes that windows-1252 leaves empty are C1 controls on the web (WHATWG Encoding, index windows-1252).
_CP1252 = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as windows-1252: files joined from two sources are part one, part the other."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(_CP1252[byte] for byte in error.object[error.start : error.end]), error.end


codecs.register_error(_FALLBACK, _as_cp1252)


class Decoded:
    """How a file's bytes are read: the codec, the bytes to skip, and what an editor should know of it."""

    def __init__(self, codec: str, mark: int = 0, findings: tuple[Finding, ...] = ()) -> None:
        self.codec = codec
        self.mark = mark
        self.findings = findings

    def open(self, file: BinaryIO) -> io.TextIOWrapper:
        """Open the text behind the byte order mark; line ends stay as they are. The file stays open."""
        file.seek(self.mark)
        errors = _FALLBACK if self.codec == UTF8 else "replace"
        return _Borrowed(file, encoding=self.codec, errors=errors, newline="")

    def text(self, data: bytes) -> str:
        return data[self.mark :].decode(self.codec, _FALLBACK if self.codec == UTF8 else "replace")


class _Borrowed(io.TextIOWrapper):
    """A text layer that leaves the file below it open when it goes."""

    def __del__(self) -> None:
        if not self.closed:
            self.detach()


def head_text(head: bytes, stated: str = "") -> str:
    """Decode a file's first bytes, to know its format by."""
    return decoding_of(io.BytesIO(head), "", stated, cut=len(head) >= HEAD).text(head)


def decoding_of(file: BinaryIO, name: str, stated: str = "", *, cut: bool = False) -> Decoded:
    """Find a file's encoding: the editor's word, byte order mark, UTF-16 by its zero bytes, UTF-8, then a guess.

    Raises FormatError for an encoding nobody knows. `cut` says that the file may end within a character.
    """
    file.seek(0)
    head = file.read(HEAD)
    if stated:
        codec = _stated(stated, name)
        mark = next((len(mark) for mark, marked in BYTE_ORDER_MARKS if marked == codec and head.startswith(mark)), 0)
        return Decoded(codec, mark)
    for signature, marked in BYTE_ORDER_MARKS:
        if head.startswith(signature):
            return Decoded(marked, len(signature))
    if codec := utf16_without_mark(head):
        return Decoded(codec)
    first = _first_wrong(file, cut)
    if first is None:
        return Decoded(UTF8)
    start = max(0, first - _AROUND)
    file.seek(start)
    sample = file.read(2 * _AROUND)
    if _mostly_utf8(sample):
        return Decoded(UTF8, 0, (Finding("mixed-encodings"),))
    codec = likeliest_codec(sample)
    return Decoded(codec, 0, (Finding("encoding-guessed", "note", value=codec, params=(("encoding", codec),)),))


def _stated(stated: str, name: str) -> str:
    codec = codec_of(stated)
    if not codec:
        raise FormatError(
            "%(name)s: no encoding is called %(stated)s. Say utf-8, utf-16, windows-1252 or iso-8859-15.",
            name=name,
            stated=repr(stated),
        )
    return codec


def _first_wrong(file: BinaryIO, cut: bool) -> int | None:
    """Return where the first byte stands that is no UTF-8."""
    file.seek(0)
    rest, passed = b"", 0
    while True:
        chunk = file.read(CHUNK)
        data = rest + chunk
        try:
            used = codecs.utf_8_decode(data, "strict", not chunk and not cut)[1]
        except UnicodeDecodeError as error:
            return passed + error.start
        if not chunk:
            return None
        passed += used
        rest = data[used:]


def _mostly_utf8(sample: bytes) -> bool:
    """Tell UTF-8 with a few wrong bytes from text in a one-byte encoding."""
    beyond = [char for char in sample.decode(UTF8, "surrogateescape") if char > "\x7f"]
    wrong = sum("\udc80" <= char <= "\udcff" for char in beyond)
    return len(beyond) - wrong > 2 * wrong


def what_it_is(head: bytes) -> str:
    """Say what bytes are that are no text; empty for text."""
    marks = (
        *((mark, what) for mark, what in SIGNATURES if not mark.startswith(b"PK")),
        (b"RIFF", phrase("a picture, sound or film")),
        (b"\x00\x00\x00\x18ftyp", phrase("a film")),
        (b"\x00\x00\x00\x20ftyp", phrase("a film")),
        (b"II*\x00", phrase("a picture")),
        (b"MM\x00*", phrase("a picture")),
        *([(b"BM", phrase("a picture"))] if len(head) > 14 and head[6:10] == b"\0\0\0\0" else []),
        (b"OggS", phrase("sound or film")),
        (b"ID3", phrase("sound")),
        (b"7z\xbc\xaf\x27\x1c", phrase("a 7z archive")),
        (b"Rar!", phrase("a RAR archive")),
        (b"BZh", phrase("a bzip2 archive")),
        (b"\xfd7zXZ", phrase("an xz archive")),
        (b"SQLite format 3\x00", phrase("an SQLite database")),
        (b"\x7fELF", phrase("a program")),
        (b"MZ\x90", phrase("a program")),
        (b"PAR1", phrase("a Parquet file")),
    )
    for mark, what in marks:
        if head.startswith(mark):
            return what
    return BINARY if looks_binary(head_text(head)[:32_768]) else ""
