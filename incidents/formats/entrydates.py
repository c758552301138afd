"""The date that an item of a list or a heading begins or ends with, completed by what stands above it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .datecells import read_date
from .datewords import has_month
from .pagetables import Cell

MAX_LEAD = 60  # characters that a date at the beginning may have
_SEPARATORS = re.compile(
    r"\s*(?::(?!\d)|[–—|→]|(?<=[\d\w).])\s-+(?=\s)|[-‐](?=\s)|[\])](?=\W)|,(?=\s)|\.(?=\s)|\s(?=\())\s*"
)
_PREPOSITION = re.compile(
    r"(?:(?:on|in|am|im|le|el|en|op)\s+|(?:the )?(?:year|jahr|año|année|jaar)\s*[-–—:]?\s*(?=\d))(?=\S)", re.I
)
_BEHIND = re.compile(r"\s*[-–—(\[,:|]\s*")
_BEHIND_ENDS = re.compile(r"\s*(?:[)\]:–—|]|\.(?=\s|$)|,(?=\s)|\s-(?=\s)|$)")
_ENDS = re.compile(
    r"(.{4,}?)(?:\s*[([]([^()\[\]]{4,40})[)\]]|\s+[–—/-]\s+([^–—()\[\]]{4,40}?)(?:\s\[\w{3,20}\])?)[.\s]*", re.S
)
_YEAR = re.compile(r"(?<!\d)(1\d{3}|20\d{2}|2100)(?!\d)")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.|er|º)?", re.I)
NUMBERS = re.compile(r"\d")
_TOKENS = re.compile(r"\S+\s*")


@dataclass(slots=True)
class Entry:
    """A heading, an item or a paragraph of a page: where it stands, how deep, and its text with its links.

    `lead` are the words that are set apart at its beginning (bold, in a tag of its own), `level` that of a heading.
    """

    number: int
    cell: Cell
    kind: str = "item"  # or "heading", "text"
    level: int = 0
    lead: str = ""


@dataclass(slots=True)
class Above:
    """What a heading or an item above says of when."""

    rank: int
    words: str  # "2019", "March 2019", "4 March 2019"
    edtf: str


def parted(entry: Entry, above: Above | None, *, bare: bool = False) -> tuple[str, str]:
    """Part an entry's text into date words, completed by what is above, and the rest; no words where there are none."""
    text = " ".join(entry.cell.text.split("\n")[0].split())
    if not NUMBERS.search(text[:MAX_LEAD]) and not has_month(text[:MAX_LEAD]) and entry.kind != "item":
        return "", text
    whole = entry.cell.text.strip()
    if entry.lead and (words := completed(entry.lead.strip(" :–—-,.[]()"), above, alone=True)):
        rest = whole[len(entry.lead) :] if whole.startswith(entry.lead) else whole.replace(entry.lead, "", 1)
        return words, rest.strip(" :–—-,\n").removeprefix(". ")
    if entry.lead and whole.startswith(entry.lead) and (behind := after_lead(entry, text, above)):
        return behind
    best = ("", text)
    if len(text) <= MAX_LEAD and (words := completed(text.strip(" :.–—-[]()"), above, alone=True)):
        return words, ""
    for mark in _SEPARATORS.finditer(text, 0, MAX_LEAD + 3):
        candidate = text[: mark.start()].strip(" [](*")
        strong = mark[0].strip() not in (",", ".", "")
        if words := completed(candidate, above, alone=strong):
            best = (words, rest_of(whole, text, mark.end()))
    if best[0]:
        return best
    if begun := at_beginning(text, above, bare=bare):
        return begun[0], rest_of(whole, text, begun[1])
    if (end := _ENDS.fullmatch(text)) and (words := completed(end[2] or end[3], above, alone=True)):
        return words, end[1].strip(" []")
    return "", text


def after_lead(entry: Entry, text: str, above: Above | None) -> tuple[str, str] | None:
    """Find a date right behind the words that are set apart: “**Name** - April 2021. …”, “[Name](…) (2021-07-02)”."""
    begun = _BEHIND.match(text, len(entry.lead))
    if not begun:
        return None
    best = None
    for mark in _BEHIND_ENDS.finditer(text, begun.end(), begun.end() + MAX_LEAD):
        candidate = text[begun.end() : mark.start()].strip(" ()[]")
        if words := completed(candidate, above, alone=True):
            told = text[mark.end() :].strip(" :–—-)].,")
            best = words, f"{entry.lead.rstrip(' .:')}: {told}" if told else entry.lead
    return best


def rest_of(whole: str, line: str, at: int) -> str:
    """Return a text without the part of its first line that was its date."""
    lines = whole.split("\n", 1)
    rest = line[at:].lstrip(" :–—-)],")
    return f"{rest}\n{lines[1]}".strip() if len(lines) > 1 else rest.strip()


def at_beginning(text: str, above: Above | None, *, bare: bool = False) -> tuple[str, int] | None:
    """Find a date at the beginning that nothing divides from the words behind it; a year or number only if `bare`."""
    found, at = None, 0
    for count, token in enumerate(_TOKENS.finditer(text[: MAX_LEAD + 20])):
        if count == 6:
            break
        at = token.end()
        candidate = text[:at].strip(" ,.:;")
        words = completed(candidate, above, alone=bare and not count)
        if words:
            found = (words, at)
    return found


def completed(candidate: str, above: Above | None, *, alone: bool) -> str:
    """Return date words, with the year or month above where they lack it; empty where they are no date.

    A year or a day's number counts only where it stands `alone`: “2019 people” is no date.
    """
    if not candidate or len(candidate) > MAX_LEAD:
        return ""
    candidate = _PREPOSITION.sub("", candidate, count=1) if _PREPOSITION.match(candidate) else candidate
    if not NUMBERS.search(candidate) and not has_month(candidate):
        return ""
    if _YEAR.fullmatch(candidate):
        return candidate if alone else ""
    number = _DAY.fullmatch(candidate)
    year = _YEAR.search(above.words) if above else None
    if year and has_month(candidate) and not _YEAR.search(candidate) and edtf_of(composed := f"{candidate} {year[1]}"):
        return composed
    if number is None and edtf_of(candidate):
        return candidate if not candidate.isdigit() or len(candidate) == 8 else ""
    if above is None or number is None or not alone or len(above.edtf) != 7:
        return ""
    composed = f"{number[1]} {above.words}" if not above.words[:4].isdigit() else f"{above.edtf}-{number[1]:0>2}"
    return composed if edtf_of(composed) else ""


@lru_cache(maxsize=8_192)
def edtf_of(words: str) -> str:
    cell = read_date(words)
    return "" if any(one.code == "unread-time" for one in cell.findings) else cell.edtf  # words, and no time of day
