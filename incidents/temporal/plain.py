"""Read a date that a person types: EDTF, or plain words such as "mid-September 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ..sentences import Said, said
from .accents import accented
from .edges import EDGES, LIMITS, NEIGHBOURS, WHOLE, neighbour
from .edtf import EDTF
from .eras import of_an_era
from .listed import chosen
from .mention import Mention
from .misread import by_weekday, weekday_beside
from .reasons import Refusal
from .refusals import (
    BRACKETED,
    PlainDateError,
    Typed,
    WeekdayError,
    as_edtf,
    examples_of,
    one_or,
    shown,
    two_readings,
    wrong_weekday,
)
from .respelled import as_one_winter, respellings
from .tables import tables_for
from .tables.phrases import CLOCK_ABOUT, Phrases, phrases_of
from .tagger import read_whole
from .typed import ControlCharacter, one_line, undressed
from .wording import say

__all__ = ["MAX_PLAIN", "PlainDate", "PlainDateError", "WeekdayError", "read_plain"]

MAX_PLAIN = 200  # characters
DAYS_AHEAD = timedelta(days=6)
PARTS = {"early": "start", "mid": "mid", "late": "end"}
UNSPECIFIED = {"some-day": {7: "{}-XX", 4: "{}-XX-XX"}, "some-month": {4: "{}-XX"}}  # by the length of the EDTF
EXTENDED = frozenset({"start", "mid", "end"})
HOUR_WORDS = "h|uhr|uur|heures|horas|am|pm|a\\.m|p\\.m|o['’]clock"
CLOCK_AHEAD = rf"(?=(?:the |les |las? |den )?\d{{1,2}}(?:[:.]\d\d|\s?(?:{HOUR_WORDS})))"


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
        raise PlainDateError(
            "A date has at most %(most)s characters; this text has %(size)s. "
            "Write the date alone, for example %(examples)s.",
            most=MAX_PLAIN,
            size=len(text),
            examples=examples_of(language),
        )
    line = _plain_line(text, language)
    if edtf := as_edtf(line):
        return PlainDate(edtf)
    dressed = line.strip(" ;")
    dotted = undressed(line)  # "44 v. Chr."
    words = dotted.strip(" .") if ".." not in dotted else dotted
    if not words:
        raise PlainDateError("A date is missing: write for example %(examples)s.", examples=examples_of(language))
    plain = _Plain(language, reference)
    found = plain.read_any(dict.fromkeys((dressed, words, dotted)))
    if found is None:
        raise Refusal(Typed(words, plain.languages, language, reference, plain.edtf_of))
    plain.check_weekdays(dotted)
    if year := _short_year(found.edtf, dotted):
        raise PlainDateError(
            "“%(words)s” may be of %(first)s or %(second)s: write the year with four digits.",
            words=shown(words),
            first=str(year - 100),
            second=str(year),
            is_dated=True,
        )
    return PlainDate(str(EDTF.parse(found.edtf)), found.part)


def _plain_line(text: str, language: str) -> str:
    try:
        return one_line(text)
    except ControlCharacter as error:
        place = said("behind “%(words)s”", words=shown(error.before)) if error.before else said("at the beginning")
        raise PlainDateError(
            "A control character (%(name)s) %(place)s was not understood: "
            "type the date anew, for example %(examples)s.",
            name=error.name,
            place=place,
            examples=examples_of(language),
        ) from error


class _Plain:
    """Reads what stands around a date by the phrases of the languages, and the date itself with the tagger."""

    def __init__(self, language: str, reference: date | None) -> None:
        self.languages = tuple(dict.fromkeys((tables_for(language).code or language, "en")))
        self.reference = reference
        self.phrases: list[Phrases] = [phrases_of(code) for code in self.languages]
        self.looks_ahead = False  # "by Friday" is the next one
        self.line = ""  # the spelling that was read

    def read_any(self, lines: dict[str, None]) -> PlainDate | None:
        """Read the first of several ways to write the same, or another spelling of one, or words with their EDTF."""
        lines = {as_one_winter(line, self.languages): None for line in lines}
        lines |= {accented(line, code): None for line in lines for code in self.languages}
        tries = (*lines, *(other for line in lines for other in respellings(line, self.languages)))
        for line in dict.fromkeys(tries):
            if found := self._without_clock(line) or self._bracketed(line) or self.read(line):
                self.line = line
                return found
        return None

    def edtf_of(self, words: str, day: date | None = None) -> str:
        """Return what words are read as, for a sentence of refusal; "" where they are no date either."""
        plain = _Plain(self.languages[0], day) if day else self
        try:
            found = plain.read_any({words: None})
        except PlainDateError:
            return ""
        return found.edtf if found else ""

    def check_weekdays(self, words: str) -> None:
        """Raise WeekdayError where a weekday stands beside a day that is another one."""
        for line in dict.fromkeys((words, self.line)):
            for code in self.languages:
                if conflict := weekday_beside(line, code, self.reference):
                    raise wrong_weekday(*conflict, code, self.reference)

    def read(self, words: str) -> PlainDate | None:
        if edtf := as_edtf(words):
            return PlainDate(edtf)
        return (
            self._in_part(words)
            or self._to_now(words)
            or self._spanned(words)
            or self._edged(words)
            or self._listed(words)
        )

    def templates(self, name: str) -> Iterator[str]:
        for phrases in self.phrases:
            yield from phrases.get(name, ())

    def _around(self, name: str, words: str) -> Iterator[str]:
        """Yield what stands for {date} in the phrases of a name that the words fit."""
        lower = words.lower()
        for before, after in (frame for code in self.languages for frame in frames(code, name)):
            if len(words) > len(before) + len(after) and lower.startswith(before) and lower.endswith(after):
                yield words[len(before) : len(words) - len(after)]

    def _joints(self, name: str) -> Iterator[str]:
        for template in self.templates(name):
            yield template.removeprefix("{first}").removesuffix("{last}")

    def _bracketed(self, words: str) -> PlainDate | None:
        """Read a date in words with its EDTF behind, as it is said back; both must say the same."""
        found = BRACKETED.fullmatch(words)
        if found is None or not (edtf := as_edtf(found[2])):
            return None
        part = PARTS.get(found[3] or "", "")
        for name in EXTENDED if found[4] else ():
            if any(inner == words[: found.start(4)] for inner in self._around(f"part-of-{name}", words)):
                part = name
        said = {say(edtf, part=part, language=code) for code in self.languages}
        if words in said or found[1] in said:
            return PlainDate(edtf, part)
        read = self.read(found[1]) if not found[4] else None
        return read if read and EDTF.parse(read.edtf) == EDTF.parse(edtf) and read.part in ("", part) else None

    def _without_clock(self, words: str) -> PlainDate | None:
        """Read "around 10 pm on 3 May 2021" as the day: EDTF can mark no time of day as approximate."""
        for code in self.languages:
            pattern, at = approximate_hours(code)
            if pattern is None or not pattern.search(words):
                continue
            for exact in (pattern.sub("", words, 1), pattern.sub(f"{at} ", words, 1)):
                found = self._point(" ".join(exact.split()).strip(" ,"))
                if found and re.fullmatch(r"\d{4}-\d\d-\d\dT[^T/]+", found.edtf):
                    return PlainDate(found.edtf[:10])
        return None

    def _in_part(self, words: str) -> PlainDate | None:
        for part in ("start", "mid", "end"):
            for inner in self._around(f"part-of-{part}", words):
                if (found := self._bracketed(inner) or self.read(inner)) and not found.part:
                    return PlainDate(found.edtf, part)
        return None

    def _to_now(self, words: str) -> PlainDate | None:
        """Read "2021 to present" and "2021–": begun, and no end known."""
        for name, build in (("still", "{}/.."), ("so-far", "../{}")):
            for inner in self._around(name, words):
                if (found := self._point(inner)) and not found.part and (edtf := as_edtf(build.format(found.edtf))):
                    return PlainDate(edtf)
        return None

    def _spanned(self, words: str) -> PlainDate | None:
        """Read "about 2020 to 2021": two dates that are each in full."""
        for joint in self._joints("from-to"):
            first, found, last = words.partition(joint)
            if not found or joint in last:
                continue
            ends = [self._point(first), self._point(last)]
            if ends[1] and "T" in ends[1].edtf and not self._member(last):
                continue  # "3 mai 2021 à 17h" is one time
            if any(e is None or e.part or (not e.edtf[-1].isdigit() and e.edtf[-1] not in "~?%XZ") for e in ends):
                continue
            if edtf := as_edtf("/".join(e.edtf for e in ends if e)):
                return PlainDate(edtf)
        return None

    def _edged(self, words: str) -> PlainDate | None:
        """Read what opens a date to one side ("since June 2023", "before 2020"), or a plain point in time."""
        for name, build in EDGES.items():
            for inner in self._around(name, words):
                found = self._limit(inner, ahead=build.startswith(("[..", "../")))
                if found and (not found.part or (name, found.part) in WHOLE):
                    if edtf := as_edtf(build.format(found.edtf)):
                        return PlainDate(edtf)
                elif found and name in LIMITS:
                    raise PlainDateError(_part_of_limit(words, inner, found, self.languages[0]), is_dated=True)
        for name, step, build in NEIGHBOURS:
            for inner in self._around(name, words):
                found = self._limit(inner, ahead=step < 0)
                if found is None:
                    continue
                beyond = found.part in ("", "start" if step < 0 else "end")  # "before late 2020" may lie in 2020
                if edge := neighbour(found.edtf, step) if beyond else as_edtf(found.edtf):
                    return PlainDate(build.format(edge))
        return self._point(words)

    def _limit(self, words: str, *, ahead: bool) -> PlainDate | None:
        """Read the date of a limit: "by", "until" and "before" look ahead, so that a weekday is the next one."""
        self.looks_ahead = ahead
        try:
            return self._point(words)
        finally:
            self.looks_ahead = False

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
        return PlainDate(edtf, found.part) if (edtf := as_edtf(marked)) else None

    def _single(self, words: str) -> PlainDate | None:
        if edtf := as_edtf(words):
            return PlainDate(edtf)
        for inner in self._around("open", words):
            mentions = (read_whole(inner, None, code) for code in self.languages)
            return next((PlainDate(m.edtf) for m in mentions if m and m.edtf.startswith("XXXX")), None)
        for name, builds in UNSPECIFIED.items():
            for inner in self._around(name, words):
                found = self._tagged(inner)
                if found and not found.part and len(found.edtf) in builds and "X" not in found.edtf:
                    return PlainDate(builds[len(found.edtf)].format(found.edtf))
        if made := of_an_era(words, self.languages, self._tagged):
            return PlainDate(*made)
        for inner in self._around("decade", words):
            if (found := self._tagged(inner)) and re.fullmatch(r"\d{3}0", found.edtf):
                return PlainDate(found.edtf[:3] + "X", found.part)
        return self._tagged(words)

    def _tagged(self, words: str) -> PlainDate | None:
        for text in (words, *self._around("at", words)):
            for code in self.languages:
                mention = read_whole(text, self.reference, code)
                if mention and self.looks_ahead and mention.rule == "weekday-past" and self.reference:
                    mention = read_whole(text, self.reference + DAYS_AHEAD, code) or mention
                ends = (mention, *mention.bounds) if mention and mention.alternatives else ()
                if mention and any(end.rule.startswith("numeric-") for end in ends):
                    if edtf := by_weekday(text, mention, code):
                        return PlainDate(edtf)
                    raise two_readings(words, mention, self.languages[0])
                if mention and _is_closed(mention):
                    return PlainDate(mention.edtf, mention.part)
        return None

    def _listed(self, words: str) -> PlainDate | None:
        """Read "3, 5 or 9 May 2023", with "and" for all of them."""
        for inner in (words, *self._around("either", words)):
            for text, doubt in self._doubts(inner):
                for name, signs in (("or", "[]"), ("and", "{}")):
                    joints = tuple(dict.fromkeys(self._joints(name)))
                    if edtf := chosen(text, joints, signs, doubt, self._member):
                        return PlainDate(edtf)
        return None

    def _doubts(self, words: str) -> Iterator[tuple[str, str]]:
        """Yield words without the doubt before them, which holds for all that are listed, and its mark."""
        for text in self._around("perhaps", words):
            yield from ((inner, "%") for inner in self._around("about", text))
            yield text, "?"
        yield from ((inner, "~") for inner in self._around("about", words))
        yield words, ""

    def _member(self, words: str, *, relative: bool = False) -> str:
        """Return the EDTF of one date of several, "" for what cannot be one."""
        plain = self if relative or not self.reference else _Plain(self.languages[0], None)
        found = plain._point(words)
        if found:
            plain.check_weekdays(words)
        return found.edtf if found and not found.part and found.edtf[0] not in "[{" and ".." not in found.edtf else ""


@lru_cache(maxsize=512)
def frames(language: str, name: str) -> tuple[tuple[str, str], ...]:
    """Return what stands before and behind the date in the phrases of a name, in lower case."""
    parts = (template.lower().partition("{date}") for template in phrases_of(language).get(name, ()))
    return tuple((before, after) for before, _, after in parts)


@lru_cache(maxsize=16)
def approximate_hours(language: str) -> tuple[re.Pattern[str] | None, str]:
    """Compile what makes an hour approximate; None where the words are not known."""
    if language not in CLOCK_ABOUT:
        return None, ""
    before, after, at = CLOCK_ABOUT[language]
    words = "|".join(re.escape(word) for word in sorted(before, key=len, reverse=True))
    behind = "".join(rf"|(?<=\d) ?(?:h|horas|heures) {re.escape(word)}$" for word in after)
    return re.compile(rf"(?:^|(?<=\s))(?:{words}) {CLOCK_AHEAD}{behind}", re.IGNORECASE), at


def _short_year(edtf: str, words: str) -> int:
    """Return the year that two digits were completed to, where they may as well be of the century before."""
    for year in map(int, re.findall(r"(?<!\d)20[34]\d(?!\d)", edtf)):
        if str(year) not in words and re.search(rf"['’./-]{year % 100:02d}(?!\d)", words):
            return year
    return 0


def _is_closed(mention: Mention) -> bool:
    """Tell a mention that names something on the calendar, year included."""
    return mention.kind in ("date", "time") and mention.edtf != "" and not mention.edtf.startswith("XXXX")


def _part_of_limit(words: str, inner: str, found: PlainDate, language: str) -> Said:
    """Say that "by mid-May" names no day to end at."""
    whole = say(found.edtf, language=language)
    return said(
        "“%(words)s” ends inside %(whole)s, at no day that is named: write the very day, or %(others)s.",
        words=shown(words),
        whole=whole,
        others=one_or(inner, f"{words.removesuffix(inner)}{whole}"),
    )
