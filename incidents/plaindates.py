"""Read a date that an editor typed: in the language of the event, against the day of its report, and say it back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .temporal import PlainDate, PlainDateError, WeekdayError, read_plain
from .temporal.edtf import EDTF, EDTFError
from .temporal.refusals import several_readings
from .temporal.tables import LANGUAGES
from .temporal.wording import say

# Languages beyond those of the site that a line's letters alone tell: "مارس 2023".
BY_LETTERS = ((re.compile("[\u0621-\u064a]"), "ar"), (re.compile("[\u05d0-\u05ea]"), "he"))


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
    except WeekdayError:
        raise
    except PlainDateError as error:
        if not error.is_open:
            raise
        counted_from = reference()
        if counted_from is None:
            raise RelativeDateError(error.said) from error
    read = read_in(line, languages, counted_from.day)
    return DateRead(read.edtf, read.part, in_words=True, counted_from=counted_from)


def read_in(line: str, languages: tuple[str, ...], day: date | None) -> PlainDate:
    """Read a line in the first of the languages that knows it, else in any other where it can mean one date only.

    Raises what the first of them has against it that knows it for a date, else what the first has.
    """
    given = tuple(dict.fromkeys(languages))
    refusals: list[PlainDateError] = []
    for language in given:
        try:
            return read_plain(line, language=language, reference=day)
        except PlainDateError as error:
            refusals.append(error)
    if not any(error.is_dated for error in refusals):
        known = {language.partition("-")[0] for language in given}
        others = [*LANGUAGES, *(code for letters, code in BY_LETTERS if letters.search(line))]
        if read := read_elsewhere(line, [code for code in others if code not in known], day, refusals):
            return read
    raise next((error for error in refusals if error.is_dated), refusals[0] if refusals else PlainDateError(line))


def read_elsewhere(
    line: str, languages: list[str], day: date | None, refusals: list[PlainDateError]
) -> PlainDate | None:
    """Read a line in languages that nobody said it is of; what they have against it joins the refusals."""
    found: dict[PlainDate, str] = {}
    for language in languages:
        try:
            found.setdefault(read_plain(line, language=language, reference=day), language)
        except PlainDateError as error:
            refusals.append(error)
    if len(found) > 1:
        readings = ((say(read.edtf, part=read.part, language=language), language) for read, language in found.items())
        raise several_readings(line, readings)
    return next(iter(found), None)


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
