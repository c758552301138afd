"""Read a date that a person types: EDTF, or plain words such as "mid-September 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .edtf import EDTF, EDTFError
from .limits import edge_of, period_of
from .mention import Mention
from .periods import OutOfCalendar
from .tables import tables_for
from .tables.phrases import ENGLISH, Phrases, phrases_of
from .tagger import read_whole
from .wording import say

MAX_PLAIN = 200  # characters
EDTF_YEAR = re.compile(r"\d{4}|\dX|Y\d")
EDTF_LIKE = re.compile(r"[\dXYES?~%.,:/+\[\]{}TZ^-]+")
UNPADDED = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?")
SEPARATOR = ", "


class PlainDateError(ValueError):
    """Words that name no date; the message says what was not understood and what would be right."""


@dataclass(frozen=True, slots=True)
class PlainDate:
    """A date as EDTF, and which part of it is meant: "", "start", "mid" or "end"."""

    edtf: str
    part: str = ""


def read_plain(text: str, *, language: str = "en", reference: date | None = None) -> PlainDate:
    """Read EDTF or plain words in full; raise PlainDateError where anything is left over.

    Words are read in the language, then in English, as an editor may write it whatever the language of a report.
    Relative words ("last week") are read against `reference` and refused without one.
    """
    if len(text) > MAX_PLAIN:
        raise PlainDateError(f"A date has at most {MAX_PLAIN} characters; this text has {len(text):,}.")
    dotted = " ".join(text.split()).strip(" ;")  # "44 v. Chr."
    words = dotted.strip(" .")
    examples = phrases_of(tables_for(language).code).get("examples", ENGLISH["examples"])[0]
    if not words:
        raise PlainDateError(f"A date is missing: write for example {examples}.")
    if edtf := _as_edtf(text.strip()):
        return PlainDate(edtf)
    plain = _Plain(language, reference)
    found = plain.read(words) or (plain.read(dotted) if dotted != words else None)
    if found is None:
        raise PlainDateError(_refusal(words, plain, examples))
    return PlainDate(str(EDTF.parse(found.edtf)), found.part)


def _as_edtf(text: str) -> str:
    """Return canonical EDTF, or "" where the text is not EDTF."""
    try:
        return str(EDTF.parse(text))
    except EDTFError:
        return ""


class _Plain:
    """Reads what stands around a date by the phrases of the languages, and the date itself with the tagger."""

    def __init__(self, language: str, reference: date | None) -> None:
        self.languages = tuple(dict.fromkeys((tables_for(language).code or language, "en")))
        self.reference = reference
        self.phrases: list[Phrases] = [phrases_of(code) for code in self.languages]

    def read(self, words: str) -> PlainDate | None:
        return self._in_part(words) or self._spanned(words) or self._edged(words) or self._enumerated(words)

    def templates(self, name: str) -> Iterator[str]:
        for phrases in self.phrases:
            yield from phrases.get(name, ())

    def _around(self, name: str, words: str) -> Iterator[str]:
        """Yield what stands for {date} in the phrases of a name that the words fit."""
        lower = words.lower()
        for template in self.templates(name):
            before, _, after = template.lower().partition("{date}")
            if len(words) > len(before) + len(after) and lower.startswith(before) and lower.endswith(after):
                yield words[len(before) : len(words) - len(after)]

    def _joints(self, name: str) -> Iterator[str]:
        for template in self.templates(name):
            yield template.removeprefix("{first}").removesuffix("{last}")

    def _in_part(self, words: str) -> PlainDate | None:
        for part in ("start", "mid", "end"):
            for inner in self._around(f"part-of-{part}", words):
                if (found := self.read(inner)) and not found.part:
                    return PlainDate(found.edtf, part)
        return None

    def _spanned(self, words: str) -> PlainDate | None:
        """Read "about 2020 to 2021": two dates that are each in full."""
        for joint in self._joints("from-to"):
            first, found, last = words.partition(joint)
            if not found or joint in last:
                continue
            ends = [self._point(first), self._point(last)]
            if ends[0] and ends[1] and "T" in ends[1].edtf and "T" not in ends[0].edtf:
                continue  # "3 mai 2021 à 17h" is one time
            if any(e is None or e.part or (not e.edtf[-1].isdigit() and e.edtf[-1] not in "~?%X") for e in ends):
                continue
            if edtf := _as_edtf("/".join(e.edtf for e in ends if e)):
                return PlainDate(edtf)
        return None

    def _edged(self, words: str) -> PlainDate | None:
        """Read what opens a date to one side ("since June 2023", "before 2020"), or a plain point in time."""
        for name, build in EDGES.items():
            for inner in self._around(name, words):
                found = self._point(inner)
                if found and not found.part and (edtf := _as_edtf(build.format(found.edtf))):
                    return PlainDate(edtf)
        for name, step, build in NEIGHBOURS:
            for inner in self._around(name, words):
                found = self._point(inner)
                if found is None:
                    continue
                beyond = found.part in ("", "start" if step < 0 else "end")  # "before late 2020" may lie in 2020
                if edge := _neighbour(found.edtf, step) if beyond else _as_edtf(found.edtf):
                    return PlainDate(build.format(edge))
        return self._point(words)

    def _point(self, words: str) -> PlainDate | None:
        """Read a date with "perhaps", "about" or both before it."""
        for inner in self._around("perhaps", words):
            if found := self._about(inner):
                return self._marked(PlainDate(found.edtf.removesuffix("~"), found.part), "%?"[found.edtf[-1] != "~"])
        return self._about(words)

    def _about(self, words: str) -> PlainDate | None:
        for inner in self._around("about", words):
            if found := self._single(inner):
                return self._marked(found, "~")
        return self._single(words)

    @staticmethod
    def _marked(found: PlainDate, mark: str) -> PlainDate | None:
        """Mark a date as doubtful; of a range both ends, as in "about 1850–1860"."""
        marked = "/".join(f"{end}{mark}" if end not in ("", "..") else end for end in found.edtf.split("/"))
        return PlainDate(edtf, found.part) if (edtf := _as_edtf(marked)) else None

    def _single(self, words: str) -> PlainDate | None:
        if edtf := _as_edtf(words):
            return PlainDate(edtf)
        for inner in self._around("open", words):
            mentions = (read_whole(inner, None, code) for code in self.languages)
            return next((PlainDate(m.edtf) for m in mentions if m and m.edtf.startswith("XXXX")), None)
        for name, builds in UNSPECIFIED.items():
            for inner in self._around(name, words):
                found = self._tagged(inner)
                if found and not found.part and len(found.edtf) in builds and "X" not in found.edtf:
                    return PlainDate(builds[len(found.edtf)].format(found.edtf))
        for inner in self._around("decade", words):
            if (found := self._tagged(inner)) and re.fullmatch(r"\d{3}0", found.edtf):
                return PlainDate(found.edtf[:3] + "X", found.part)
        return self._tagged(words)

    def _tagged(self, words: str) -> PlainDate | None:
        for text in (words, *self._around("at", words)):
            for code in self.languages:
                mention = read_whole(text, self.reference, code)
                ends = (mention, *mention.bounds) if mention and mention.alternatives else ()
                if mention and any(end.rule.startswith("numeric-") for end in ends):
                    raise PlainDateError(_two_readings(words, mention, self.languages[0]))
                if mention and _is_closed(mention):
                    return PlainDate(mention.edtf, mention.part)
        return None

    def _enumerated(self, words: str) -> PlainDate | None:
        """Read "3 May 2023, 5 May 2023 or 7 May 2023", with "and" for all of them."""
        for name, signs in (("or", "[]"), ("and", "{}")):
            for joint in self._joints(name):
                head, found, last = words.rpartition(joint)
                if not found:
                    continue
                members = [self._tagged(w) for w in [*head.split(SEPARATOR), last]]
                if all(m and not m.part and "." not in m.edtf for m in members):
                    inner = ",".join(m.edtf for m in members if m)
                    return PlainDate(edtf) if (edtf := _as_edtf(signs[0] + inner + signs[1])) else None
        return None


EDGES = {
    "end-unknown": "{}/", "start-unknown": "/{}", "or-before": "[..{}]", "or-after": "[{}..]",
    "day-or-before": "[..{}]", "day-or-after": "[{}..]", "since": "{}/..", "until": "../{}",
}  # fmt: skip
NEIGHBOURS = (("before", -1, "[..{}]"), ("after", 1, "[{}..]"))
UNSPECIFIED = {"some-day": {7: "{}-XX", 4: "{}-XX-XX"}, "some-month": {4: "{}-XX"}}  # by the length of the EDTF


def _neighbour(edtf: str, step: int) -> str:
    """Return the day, month or year beside one: what "before" and "after" it end at; "" where that is not clear."""
    if edtf.startswith("[") and ".." in edtf:
        first, _, last = edtf.strip("[]").partition("..")
        edtf = first if step < 0 else last
    try:
        period = period_of(edtf)
        return edge_of(period, step, inclusive=False) if period else ""
    except (OutOfCalendar, OverflowError, ValueError):
        return ""


def _is_closed(mention: Mention) -> bool:
    """Tell a mention that names something on the calendar, year included."""
    return mention.kind in ("date", "time") and mention.edtf != "" and not mention.edtf.startswith("XXXX")


def _two_readings(words: str, mention: Mention, language: str) -> str:
    """Say which two days the digits may mean."""
    readings = [_day_in(edtf, language) for edtf in (mention.edtf, mention.alternatives[0].edtf)]
    return f"“{words}” may be {readings[0]} or {readings[1]}: write the month as a word, or as in {mention.edtf[:10]}."


def _day_in(edtf: str, language: str) -> str:
    """Write a day as a language does, also one that has no wording of its own."""
    tables = tables_for(language)
    if tables.wording or tables.absolute_only:
        return say(edtf, language=language)
    day = date.fromisoformat(edtf[:10])
    month = next(word for word, number in tables.words["month"].items() if number == day.month)
    name = month.capitalize() if tables.capitals else month
    return phrases_of(language)["day"][0].format(day=day.day, month=name, year=day.year)


def _padded(words: str) -> str:
    """Return the date that "2023-9-1" means in EDTF, "" for anything else."""
    if not UNPADDED.fullmatch(words):
        return ""
    year, *rest = words.split("-")
    return _as_edtf("-".join([year, *(part.zfill(2) for part in rest)]))


def _refusal(words: str, plain: _Plain, examples: str) -> str:
    """Say why the words are no date."""
    shown = words if len(words) <= 60 else words[:57] + "…"
    full = next(plain.templates("full"))
    in_full = f"write the date in full, for example {full}"
    if padded := _padded(words):
        return f"“{shown}” lacks a zero: write {padded}."
    if EDTF_LIKE.fullmatch(words) and EDTF_YEAR.search(words):
        try:
            EDTF.parse(words)
        except EDTFError as error:
            return str(error)
    mentions = (read_whole(words, plain.reference, code) for code in plain.languages)
    mention = next((m for m in mentions if m), None)
    if mention and mention.kind in ("date", "time") and not _is_closed(mention):
        return f"“{shown}” depends on the day it is said, and no such day is known here: {in_full}."
    if mention and mention.kind in ("duration", "set"):
        return f"“{shown}” is a length of time or something repeated, not a date: {in_full}."
    if mention:
        return f"“{shown}” names no date on the calendar: {in_full}."
    return f"“{shown}” was not understood as a date, or there is no such day: write for example {examples}."
