"""Bounds that every reader holds to, checked before anything is unpacked or built."""

from __future__ import annotations

import stat
import zipfile
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from ..drafts import Finding
from .base import MAX_BYTES, MAX_CELL, MAX_DEPTH, MAX_UNPACKED, FormatError

MAX_MEMBERS = 20_000  # files in one archive
MAX_RATIO = 250  # unpacked to packed: text written by people packs to a tenth, tables of one word to a hundredth
SMALL = 10_000_000  # what unpacks to no more than this may be packed as tightly as it likes
SHOWN = 80  # characters of a value that a message repeats


def shown(value: object) -> str:
    """Return the beginning of a value, as a message can repeat it."""
    text = str(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def check_size(file: BinaryIO, name: str) -> int:
    """Return the bytes of a seekable file and go to its beginning; refuse too many, and none at all."""
    size = file.seek(0, 2)
    file.seek(0)
    if size > MAX_BYTES:
        raise FormatError(
            "%(name)s has %(size)s bytes; at most %(most)s are taken. Divide it into several files.",
            name=name,
            size=size,
            most=MAX_BYTES,
        )
    if not size:
        raise FormatError(
            "%(name)s is empty: there is not one byte in it. Give the file with its content.",
            name=name,
        )
    return size


def signs_in(file: BinaryIO, *signs: bytes) -> int:
    """Count signs of a file's bytes, much quicker than any reader, and go to its beginning again."""
    file.seek(0)
    count = 0
    while block := file.read(1 << 20):
        count += sum(map(block.count, signs))
    file.seek(0)
    return count


def open_zip(file: BinaryIO, name: str) -> zipfile.ZipFile:
    """Open an archive after looking at what it says of itself: number, sizes, names and kinds of its files."""
    check_size(file, name)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise FormatError(
            "%(name)s is a damaged or unfinished archive (%(error)s). Save it or send it anew.",
            name=name,
            error=error,
        ) from error
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise FormatError(
            "%(name)s holds %(count)s files; at most %(most)s are taken.",
            name=name,
            count=len(members),
            most=MAX_MEMBERS,
        )
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED:
        raise FormatError(
            "%(name)s would unpack to %(unpacked)s bytes; at most %(most)s are taken.",
            name=name,
            unpacked=unpacked,
            most=MAX_UNPACKED,
        )
    for member in members:
        _check_member(member, name)
    return archive


def _check_member(member: zipfile.ZipInfo, name: str) -> None:
    inside = member.filename
    if unsafe_name(inside):
        raise FormatError(
            "%(name)s holds a file named %(inside)s, which leads out of it. Pack it with plain names.",
            name=name,
            inside=repr(shown(inside)),
        )
    if stat.S_ISLNK(member.external_attr >> 16):
        raise FormatError(
            "%(name)s holds a symbolic link, %(inside)s. Pack the file that it points to.",
            name=name,
            inside=repr(shown(inside)),
        )
    if member.flag_bits & 1:
        raise FormatError(
            "%(name)s is encrypted (%(inside)s). Save it without a password.",
            name=name,
            inside=repr(shown(inside)),
        )
    if member.file_size > SMALL and member.file_size > MAX_RATIO * max(1, member.compress_size):
        raise FormatError(
            "%(name)s holds %(inside)s, whose %(packed)s bytes would unpack to %(size)s: no file of records packs so "
            "tightly. It is refused unopened.",
            name=name,
            inside=repr(shown(inside)),
            packed=member.compress_size,
            size=member.file_size,
        )


def unsafe_name(inside: str) -> bool:
    """Tell a name in an archive that leads out of it: absolute, with a drive, or upwards."""
    plain = inside.replace("\\", "/")
    return plain.startswith("/") or ":" in plain[:3] or ".." in PurePosixPath(plain).parts or "\0" in plain


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes:
    """Unpack one file of an archive, never more than `limit` bytes of it, whatever size it claims."""
    try:
        with archive.open(member) as packed:
            data = packed.read(limit + 1)
    except (zipfile.BadZipFile, zipfile.zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:  # type: ignore[attr-defined]
        raise FormatError(
            "%(name)s cannot be unpacked (%(error)s). Pack the archive anew.",
            name=shown(member.filename),
            error=error,
        ) from error
    if len(data) > limit:
        raise FormatError(
            "%(name)s has more than %(limit)s bytes; as one record that is too many.",
            name=shown(member.filename),
            limit=limit,
        )
    return data


def depth_of(value: Any) -> int:
    """Return how deep lists and objects are nested, counting no further than MAX_DEPTH + 1."""
    depth, level = 0, [value]
    while level and depth <= MAX_DEPTH:
        level = [
            one
            for holder in level
            if isinstance(holder, dict | list)
            for one in (holder.values() if isinstance(holder, dict) else holder)
            if isinstance(one, dict | list | str)
        ]
        level = [one for one in level if not isinstance(one, str)]
        depth += 1
    return depth


def long_value(column: str, text: str) -> Finding:
    """Return the error of a value that is longer than a field may be."""
    params = (("length", f"{len(text):,}"), ("limit", f"{MAX_CELL:,}"))
    return Finding("cell-too-long", "error", column, shown(text), params)
