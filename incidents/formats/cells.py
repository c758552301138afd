"""What single cells hold besides dates: text out of any value, lists as people write them, addresses in text."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ..cleaning import UnusableText, clean_line, clean_text, clean_url
from ..sentences import Reason, why
from .literals import literal

MAX_ITEMS = 500  # of one cell
_MARKDOWN = re.compile(r"\[([^\[\]]{0,300})\]\((https?://[^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,500})?)\)")
_URL = re.compile(r"(?:https?|ftp)://(?:(?![;,|]+\s*(?:https?|ftp)://)[^\s<>\"|]){1,4000}", re.I)
_BARE = re.compile(
    r"(?:www\.)?(?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.){1,5}([a-z]{2,12})(?::\d{2,5})?(?:[/?#]\S*)?", re.I
)
_ENDINGS = frozenset(
    "com org net gov edu mil int info io co eu uk us de fr es nl be ch at it pt pl ru ua se no dk fi ie ca au nz jp kr "
    "cn in br mx ar cl tr il za news press media tv me ai app dev".split()
)
_TRAILING = ".,;:!?'\"”’»]}*"
_SEPARATORS = re.compile(r"\s*[;\n|•]\s*")
_LAST = re.compile(r"(?:and|und|et|y|en)\s+", re.I)  # "a, b, and c"
_LOOSE = re.compile(r",\s|,$|\d,\d|[;\n|•]")  # a comma within a name has a blank behind it: "Lee, Ann"
_COMMAS = re.compile(r"\s*[,;\n|•]\s*")


# Addresses as nearly all are, which clean_url() would give back as they stand.
_USUAL = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.){1,5}[a-z]{2,24}"
    r"(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]{0,1000}(?:\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]{1,500})?)?"
)


_NOBODY = frozenset(
    "n/a,not available,not applicable,unknown,none,null,nan,not specified,unbekannt,keine angabe,k.a.,inconnu,inconnue,"
    "desconocido,desconocida,sin información,sin informacion,sin datos,s/d,se desconoce,no identificado,non identifié,"
    "onbekend,unidentified,undisclosed,undisclosed source,name withheld,no claim".split(",")
)


def line_of(text: str) -> str:
    """Clean one line: clean_line() for the few texts that need it."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    return clean_line(text)


def prose_of(text: str) -> str:
    """Clean a text: clean_text() for the few that need it."""
    return text if text.isascii() and text.isprintable() else clean_text(text)


@lru_cache(maxsize=8_192)
def names_in(text: str, separator: str, commas: bool) -> tuple[str, ...]:
    """Return the cleaned names that a cell lists; names come again and again."""
    if not separator and "\n" in text.strip():
        separator, commas = "\n", False  # a line each, as our own tables have them: a name may hold any other sign
    found = (line_of(one) for one in items_of(text, separator, commas=commas))
    return tuple(name for name in found if name and name.lower() not in _NOBODY)


def text_of_value(value: Any) -> str:
    """Return a value as text: a list of plain values joined, anything nested as JSON."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list) and not any(isinstance(one, list | dict) for one in value):
        return "; ".join(filter(None, map(text_of_value, value)))
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def values_in(value: Any) -> Iterator[Any]:
    """Yield the plain values of a list at any depth, a cell's literal list included."""
    if isinstance(value, str) and value[:1] in "[(" and value[-1:] in "])" and (found := literal(value)) is not None:
        value = found
    if isinstance(value, list):
        for one in value[:MAX_ITEMS]:
            yield from values_in(one)
    elif isinstance(value, dict):
        yield from (one for inner in value.values() for one in values_in(inner))
    elif value is not None and value != "":
        yield value


def items_of(value: Any, separator: str = "", *, commas: bool = False) -> list[str]:
    """Divide what a cell lists: a list, a literal, or text with semicolons, lines, bars (or commas) between."""
    found: list[str] = []
    for one in values_in(value):
        text = text_of_value(one)
        if separator:
            parts = text.split(separator)
        elif isinstance(value, list):
            parts = [text]
        else:
            listed = commas or ("," in text and not _LOOSE.search(text))
            parts = (_COMMAS if listed else _SEPARATORS).split(text)
        found += [part for piece in parts if (part := piece.strip(" \t\r\n•-"))]
    if commas and len(found) > 1:
        found[-1] = _LAST.sub("", found[-1], count=1) if _LAST.match(found[-1]) else found[-1]
    return found[:MAX_ITEMS]


def addresses_in(text: str) -> tuple[list[tuple[str, str]], str]:
    """Return the addresses of a cell with the words that link to them, and the text that is left."""
    found: list[tuple[str, str]] = []

    def take_link(link: re.Match[str]) -> str:
        found.append((link[2], link[1]))
        return " "

    def take(link: re.Match[str]) -> str:
        address = link[0].rstrip(_TRAILING)
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(_TRAILING)
        found.append((address, ""))
        return " " + link[0][len(address) :]

    rest = _MARKDOWN.sub(take_link, text) if "](" in text else text
    rest = _URL.sub(take, rest) if "://" in rest else rest
    return found[:MAX_ITEMS], rest.strip(" \t\r\n;,|.•")


def linked_in(text: str) -> list[tuple[str, str]]:
    """Return the addresses that a text in Markdown links to, with the words that do."""
    return [(found[2], found[1]) for found in _MARKDOWN.finditer(text)][:MAX_ITEMS]


def bare_address(text: str) -> str:
    """Return "example.org/report" with its scheme; empty for what is no address."""
    found = _BARE.fullmatch(text)
    if not found or len(text) > 2_000 or "@" in text:
        return ""
    lowered = text.lower()
    sure = lowered.startswith("www.") or found[1].lower() in _ENDINGS
    return f"https://{text}" if sure else ""


def checked_address(raw: str) -> tuple[str, Reason]:
    """Return an address as it may be stored, or an empty one and the reason."""
    if _USUAL.fullmatch(raw):
        return raw, ""
    try:
        return clean_url(raw), ""
    except UnusableText as error:
        return "", why(error)
