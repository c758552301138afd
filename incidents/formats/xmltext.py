"""XML as untrusted files have it: no entities, no network, bounded size, in a stream."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from .base import MAX_BYTES, MAX_DEPTH, FormatError

DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
CHUNK = 65_536


def refuse_doctype(data: bytes, name: str) -> None:
    """Refuse declarations in any encoding: nothing that a file declares is looked up or put in its place."""
    if DOCTYPE.search(data.replace(b"\0", b"")):
        raise FormatError(
            "%(name)s declares a document type or entities, which are not read: take <!DOCTYPE …> out.",
            name=name,
        )


def elements(file: BinaryIO, name: str, tag: str) -> Iterator[etree._Element]:
    """Yield the elements of a name, each only until the next is asked for; raise FormatError where XML breaks off."""
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    depth = size = 0
    tail = b""
    try:
        while chunk := file.read(CHUNK):
            size += len(chunk)
            if size > MAX_BYTES:
                raise FormatError("%(name)s has more than %(most)s bytes; split it.", name=name, most=MAX_BYTES)
            refuse_doctype(tail + chunk, name)
            tail = chunk[-20:]
            parser.feed(chunk.removeprefix(b"\xef\xbb\xbf").lstrip() if size == len(chunk) else chunk)
            for event, element in parser.read_events():
                depth += 1 if event == "start" else -1
                if depth > MAX_DEPTH:
                    raise FormatError("%(name)s nests elements more than %(most)s deep.", name=name, most=MAX_DEPTH)
                if event == "end" and etree.QName(element).localname == tag:
                    yield element
                    element.clear()
        parser.close()
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise FormatError(
            "%(name)s is broken XML at line %(line)s, column %(column)s: %(error)s.",
            name=name,
            line=line,
            column=column,
            error=error.msg,
        ) from error


def document(data: bytes, name: str) -> etree._Element:
    """Parse a document of bounded size; raise FormatError where it breaks off, declares entities or nests too deep."""
    refuse_doctype(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data.removeprefix(b"\xef\xbb\xbf").lstrip(), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise FormatError(
            "%(name)s is broken XML at line %(line)s, column %(column)s: %(error)s.",
            name=name,
            line=line,
            column=column,
            error=error.msg,
        ) from error
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise FormatError("%(name)s nests elements more than %(most)s deep.", name=name, most=MAX_DEPTH)
    return root


def inner(element: etree._Element) -> str:
    """Return what stands inside an element: its text, and its child elements as markup."""
    return (element.text or "") + "".join(
        etree.tostring(child, encoding="unicode") for child in element if isinstance(child.tag, str)
    )
