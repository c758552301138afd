"""Read several dates that share a month or a year: "3, 5 and 9 June 2021", "30 April or 1 May 2021"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from .refusals import as_edtf

MAX_MEMBERS = 24
BEFORE_A_YEAR = r"(?!\s*\d{4}(?!\d))"  # the comma of "May 3, 2021" does not part two dates
HAS_YEAR = re.compile(r"\d{4}(?!\d)")
MONTH_AND_DAY = re.compile(r"(.*\D)(\d{1,2}(?:st|nd|rd|th)?)", re.DOTALL)
DAY_AND_YEAR = re.compile(r"(\d{1,2}(?:st|nd|rd|th)?)(,? \d{4})")
LONE_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
SPAN = re.compile(r"(-?\d{4}[\d-]*)/(-?\d{4}[\d-]*)")

Member = Callable[..., str]


def chosen(words: str, joints: tuple[str, ...], signs: str, doubt: str, member: Member) -> str:
    """Return the set that the words name, one of `signs` "[]" or all of "{}"; "" for none."""
    for pieces in divided(words, joints):
        if not 2 <= len(pieces) <= MAX_MEMBERS:
            continue
        for read in (sharing, month_first, partial(sharing, relative=True)):
            members = read(pieces, member)
            if members and (edtf := as_set(members, signs, doubt)):
                return edtf
    return ""


def divided(words: str, joints: tuple[str, ...]) -> Iterator[list[str]]:
    """Yield the ways to part the words at a joint and at the commas before it."""
    for joint in joints:
        head, found, last = words.rpartition(joint)
        if not found:
            continue
        between = rf"\s*,\s*{{}}|{re.escape(joint)}"
        for comma in (BEFORE_A_YEAR, ""):
            pieces = [piece.strip() for piece in re.split(between.format(comma), head.rstrip(" ,"))]
            if all(pieces):
                yield [*pieces, last.strip()]


def sharing(pieces: list[str], member: Member, *, relative: bool = False) -> list[str]:
    """Complete each piece with what the last one has behind its first words: the month and year, or the year."""
    last = member(pieces[-1], relative=relative)
    if not last:
        return []
    words = pieces[-1].split()
    made = []
    for piece in pieces[:-1]:
        tails = ("",) if HAS_YEAR.search(piece) else (*(" ".join(words[at:]) for at in range(1, len(words))), "")
        found = next((edtf for tail in tails if (edtf := member(f"{piece} {tail}".strip(), relative=relative))), "")
        alike = len(found.rstrip("?~%")) == len(last.rstrip("?~%")) or "/" in found + last
        if len(pieces) > 2 and not alike:
            return []
        made.append(found)
    return [*made, last] if all(made) else []


def month_first(pieces: list[str], member: Member) -> list[str]:
    """Complete the days of "May 3, 5 and 9, 2021"."""
    first, last = MONTH_AND_DAY.fullmatch(pieces[0]), DAY_AND_YEAR.fullmatch(pieces[-1])
    between = pieces[1:-1]
    if not first or not last or not all(LONE_DAY.fullmatch(day) for day in between):
        return []
    days = [first[2], *between, last[1]]
    made = [member(f"{first[1]}{day}{last[2]}") for day in days]
    return made if all(made) else []


def as_set(members: list[str], signs: str, doubt: str) -> str:
    """Join dates and spans as EDTF does, in the order in which they are named."""
    written = []
    for edtf in members:
        if doubt and edtf[-1] != doubt:
            edtf = f"{edtf[:-1]}%" if edtf[-1] in "?~%" else edtf + doubt
        span = SPAN.fullmatch(edtf)
        if "/" in edtf and not span:
            return ""
        written.append(f"{span[1]}..{span[2]}" if span else edtf)
    return as_edtf(signs[0] + ",".join(written) + signs[1])
