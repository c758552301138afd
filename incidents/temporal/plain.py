"""Read a date that a person typed: EDTF, or plain words such as "mid-September 2023"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .edtf import EDTF, EDTFError
from .mention import Mention
from .tables import tables_for
from .tagger import read_whole
from .wording import say, wording_of

MAX_PLAIN = 200  # characters
EXAMPLES = "write for example 19 September 2023, mid-September 2023, 2023 or 2023-09-19"
RELATIVE = "write the date in full, for example 19 September 2023"
EDTF_YEAR = re.compile(r"\d{4}|\dX|Y\d")
EDTF_LIKE = re.compile(r"[\dXYES?~%.,:/+\[\]{}TZ^-]+")


class PlainDateError(ValueError):
    """Words that name no date; the message says what was not understood and what would be right."""


@dataclass(frozen=True, slots=True)
class PlainDate:
    """A date as EDTF, and which part of it is meant: "", "start", "mid" or "end"."""

    edtf: str
    part: str = ""


def read_plain(text: str, *, language: str = "en", reference: date | None = None) -> PlainDate:
    """Read EDTF or plain words in full; raise PlainDateError where anything is left over.

    Relative words ("last week") are read against `reference` and refused without one.
    """
    if len(text) > MAX_PLAIN:
        raise PlainDateError(f"A date has at most {MAX_PLAIN} characters; this text has {len(text):,}.")
    words = " ".join(text.split()).strip(" .;")
    if not words:
        raise PlainDateError(f"A date is missing: {EXAMPLES}.")
    if edtf := _as_edtf(text.strip()):
        return PlainDate(edtf)
    found = _Plain(language, reference).read(words)
    if found is None:
        raise PlainDateError(_refusal(words, language, reference))
    return PlainDate(str(EDTF.parse(found.edtf)), found.part)


def _as_edtf(text: str) -> str:
    """Return canonical EDTF, or "" where the text is not EDTF."""
    try:
        return str(EDTF.parse(text))
    except EDTFError:
        return ""


class _Plain:
    """Reads what stands around a date in the language's forms, and the date itself with the tagger."""

    def __init__(self, language: str, reference: date | None) -> None:
        self.languages = _languages(language)
        self.reference = reference
        self.forms = wording_of(language).forms

    def read(self, words: str) -> PlainDate | None:
        return self._marked(words) or self._enumerated(words)

    def _around(self, name: str, words: str) -> str | None:
        """Return what stands for {date} in a form, None where the words do not have that form."""
        before, _, after = self.forms[name].partition("{date}")
        fits = len(words) > len(before) + len(after) and words.lower().startswith(before.lower())
        return words[len(before) : len(words) - len(after)] if fits and words.lower().endswith(after.lower()) else None

    def _marked(self, words: str) -> PlainDate | None:
        for part in ("start", "mid", "end"):
            if (inner := self._around(f"part-of-{part}", words)) and (found := self.read(inner)) and not found.part:
                return PlainDate(found.edtf, part)
        if spanned := self._spanned(words):
            return spanned
        for name, build in EDGES.items():
            inner = self._around(name, words)
            if (
                inner
                and (found := self._point(inner))
                and not found.part
                and (edtf := _as_edtf(build.format(found.edtf)))
            ):
                return PlainDate(edtf)
        return self._point(words)

    def _spanned(self, words: str) -> PlainDate | None:
        """Read "about 2020 to 2021": two dates that are each in full."""
        joint = self.forms["from-to"].removeprefix("{first}").removesuffix("{last}")
        first, found, last = words.partition(joint)
        if not found or joint in last:
            return None
        ends = [self._point(first), self._point(last)]
        if any(e is None or e.part or (not e.edtf[-1].isdigit() and e.edtf[-1] not in "~?%X") for e in ends):
            return None
        edtf = _as_edtf("/".join(e.edtf for e in ends if e))
        return PlainDate(edtf) if edtf else None

    def _point(self, words: str) -> PlainDate | None:
        for name, mark in MARKS.items():
            inner = self._around(name, words)
            if inner and (found := self._single(inner)):
                return PlainDate(edtf, found.part) if (edtf := _as_edtf(found.edtf + mark)) else None
        return self._single(words)

    def _single(self, words: str) -> PlainDate | None:
        if edtf := _as_edtf(words):
            return PlainDate(edtf)
        for name in ("day-open", "month-open", "season-open"):
            tail = self.forms[name].rpartition("}")[2]
            if words.lower().endswith(tail.lower()):
                found = _whole(words[: -len(tail)], None, self.languages)
                return PlainDate(found.edtf) if found and found.edtf.startswith("XXXX") else None
        for name, build in UNSPECIFIED.items():
            before, _, after = self.forms[name].replace("{month} {year}", "{year}").partition("{year}")
            if words.lower().startswith(before.lower()) and words.lower().endswith(after.lower()):
                inner = self._tagged(words[len(before) : len(words) - len(after)])
                if inner and not inner.part and len(inner.edtf) == (7 if name == "some-day-of-month" else 4):
                    return PlainDate(build.format(inner.edtf))
        return self._tagged(words)

    def _tagged(self, words: str) -> PlainDate | None:
        mention = _whole(words, self.reference, self.languages)
        if mention and mention.rule.startswith("numeric-"):
            raise PlainDateError(_two_readings(words, mention, self.languages[-1]))
        return PlainDate(mention.edtf, mention.part) if mention and _is_closed(mention) else None

    def _enumerated(self, words: str) -> PlainDate | None:
        """Read "3 May 2023, 5 May 2023 or 7 May 2023", with "and" for all of them."""
        for name, signs in (("or", "[]"), ("and", "{}")):
            joint = self.forms[name].removeprefix("{first}").removesuffix("{last}")
            head, found, last = words.rpartition(joint)
            if found:
                members = [self._tagged(w) for w in [*head.split(self.forms["separator"]), last]]
                if all(m and not m.part and "." not in m.edtf for m in members):
                    inner = ",".join(m.edtf for m in members if m)
                    return PlainDate(edtf) if (edtf := _as_edtf(signs[0] + inner + signs[1])) else None
        return None


EDGES = {
    "end-unknown": "{}/", "start-unknown": "/{}", "or-before": "[..{}]", "or-after": "[{}..]",
    "day-or-before": "[..{}]", "day-or-after": "[{}..]", "since": "{}/..", "until": "../{}",
}  # fmt: skip
MARKS = {"perhaps-about": "%", "perhaps": "?", "about": "~"}
UNSPECIFIED = {"some-day-of-month": "{}-XX", "some-day-of-year": "{}-XX-XX", "some-month": "{}-XX"}


def _languages(language: str) -> tuple[str, ...]:
    """Return whose words are read: English beside a language of which only the calendar is known, as it is said so."""
    return (language, "en") if tables_for(language).absolute_only else (language,)


def _whole(words: str, reference: date | None, languages: tuple[str, ...]) -> Mention | None:
    return next((found for code in languages if (found := read_whole(words, reference, code))), None)


def _is_closed(mention: Mention) -> bool:
    """Tell a mention that names something on the calendar, year included."""
    return mention.kind in ("date", "time") and mention.edtf != "" and not mention.edtf.startswith("XXXX")


def _two_readings(words: str, mention: Mention, language: str) -> str:
    """Say which two days the digits may mean."""
    readings = [say(edtf, language=language) for edtf in (mention.edtf, mention.alternatives[0].edtf)]
    return f"“{words}” may be {readings[0]} or {readings[1]}: write the month as a word, or as in {mention.edtf[:10]}."


def _refusal(words: str, language: str, reference: date | None) -> str:
    """Say why the words are no date."""
    shown = words if len(words) <= 60 else words[:57] + "…"
    if EDTF_LIKE.fullmatch(words) and EDTF_YEAR.search(words):
        try:
            EDTF.parse(words)
        except EDTFError as error:
            return str(error)
    mention = _whole(words, reference, _languages(language))
    if mention and mention.kind in ("date", "time") and not _is_closed(mention):
        return f"“{shown}” depends on the day it is said, and no such day is known here: {RELATIVE}."
    if mention and mention.kind in ("duration", "set"):
        return f"“{shown}” is a length of time or something repeated, not a date: {RELATIVE}."
    if mention:
        return f"“{shown}” names no date on the calendar: {RELATIVE}."
    return f"“{shown}” was not understood as a date, or there is no such day: {EXAMPLES}."
