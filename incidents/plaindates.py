"""Read a date that an editor typed: in the language of the event, against the day of its report, and say it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .temporal import PlainDate, PlainDateError, read_plain
from .temporal.edtf import EDTF, EDTFError
from .temporal.wording import say

SOME_DAY = date(2001, 1, 1)  # to tell words that lack a day to count from


@dataclass(frozen=True, slots=True)
class Reference:
    """What relative words may count from: the day of a report, and which report that is."""

    day: date
    report: str = ""


@dataclass(frozen=True, slots=True)
class DateRead:
    """What was typed as a date: its EDTF, the part that the words carry, whether it was words, and, where these were
    relative, what they were counted from."""

    edtf: str = ""
    part: str = ""
    in_words: bool = False
    counted_from: Reference | None = None


class RelativeDateError(PlainDateError):
    """Words that count from a day, where none is known; the message is that of `read_plain`."""


def read_typed(line: str, *, languages: tuple[str, ...], reference: Callable[[], Reference | None]) -> DateRead:
    """Read one line of EDTF or plain words; empty for an empty line.

    The languages are tried in turn, the event's own first. What words count from is asked only where they count.
    Raises PlainDateError with what would be right, RelativeDateError where only the day to count from is missing.
    """
    if not line:
        return DateRead()
    if edtf := as_edtf(line):
        return DateRead(edtf)
    try:
        read = read_in(line, languages, None)
        return DateRead(read.edtf, read.part, in_words=True)
    except PlainDateError as error:
        read_in(line, languages, SOME_DAY)  # raises what is wrong about the words themselves
        counted_from = reference()
        if counted_from is None:
            raise RelativeDateError(str(error)) from error
    read = read_in(line, languages, counted_from.day)
    return DateRead(read.edtf, read.part, in_words=True, counted_from=counted_from)


def read_in(line: str, languages: tuple[str, ...], day: date | None) -> PlainDate:
    """Read a line in the first of the languages that knows it; raises what the first of them has against it."""
    refusal: PlainDateError | None = None
    for language in dict.fromkeys(languages):
        try:
            return read_plain(line, language=language, reference=day)
        except PlainDateError as error:
            refusal = refusal or error
    raise refusal or PlainDateError(line)


def as_edtf(text: str) -> str:
    """Return canonical EDTF, or "" where the text is not EDTF."""
    try:
        return str(EDTF.parse(text))
    except EDTFError:
        return ""


def said(edtf: str, part: str, label: str, language: str) -> str:
    """Say a date in words with its EDTF behind: "late September 2023 (2023-09, late)"; `label` names the part."""
    words = say(edtf, part=part, language=language)
    written = f"{edtf}, {label}" if part else edtf
    return words if words == written else f"{words} ({written})"
