"""Sources as BibTeX (biblatex), RIS and CSL-JSON: what a timeline cites, each report once.

What a title holds cannot end its field or its record: one source in is one record out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from ..drafts import EventDraft, IncidentDraft, SourceDraft
from ..temporal.edtf import EDTF, Form
from ..temporal.wording import say
from .base import FormatError, Item, Options
from .decoding import head_text
from .outgoing import bounds, each_source, is_exact, json_list, one_line, source_key, uri

Cited = Iterable[IncidentDraft | EventDraft | SourceDraft]
NOT_IN_KEY = re.compile(r"[^A-Za-z0-9-]+")
_ONE = r"(?:-?\d{4}|\d{3}X|\d\dXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX)(?:T[\d:]+(?:Z|[+-][\d:]+)?)?)?)?[?~%]?"
LEVEL_1 = re.compile(rf"{_ONE}|(?:{_ONE}|\.\.)?/(?:{_ONE}|\.\.)?")
LIGATURE = re.compile("(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')")  # TeX makes dashes and quotes of two such signs
TEX = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "@": r"{@}",
}
LANGUAGES = {
    "en": "english", "de": "german", "fr": "french", "es": "spanish", "nl": "dutch", "it": "italian",
    "pt": "portuguese", "ru": "russian", "uk": "ukrainian", "pl": "polish", "ar": "arabic",
}  # fmt: skip
SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}  # spring to winter, as CSL counts them


def key_of(source: SourceDraft) -> str:
    """Return what a record is cited by: letters and digits, the same in all three formats."""
    return NOT_IN_KEY.sub("-", source_key(source)).strip("-")[:80] or "source"


# --- BibTeX -----------------------------------------------------------------------------------------------------------


def write_bibtex(items: Cited, about: object = None) -> Iterator[bytes]:
    """Write entries in biblatex's words; `date` is EDTF as it stands, which biblatex reads up to level 1."""
    for source in each_source(items):
        lines = [f"  {name} = {{{value}}}" for name, value in bibtex_fields(source) if value]
        kind = "online" if source.url else "misc"
        yield (f"@{kind}{{{key_of(source)},\n" + ",\n".join(lines) + "\n}\n\n").encode("utf-8", "replace")


def bibtex_fields(source: SourceDraft) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{tex(source.title)}}}"
    yield "author", " and ".join(f"{{{tex(name)}}}" for name in source.authors)
    yield "organization", f"{{{tex(source.publisher)}}}" if source.publisher else ""
    if source.published:
        # Level 2 (sets, and marks within a date) is not biblatex's: words are.
        name, value = ("date", source.published) if is_level_1(source.published) else ("note", tex(words(source)))
        yield name, value
    yield "url", uri(source.url)
    yield "langid", LANGUAGES.get(source.language[:2], "")
    yield "addendum", tex(f"Text: {source.credit}") if source.credit else ""


def is_level_1(edtf: str) -> bool:
    """Whether biblatex reads a date: level 0 and 1 of EDTF, no sets and no marks within a date (level 2)."""
    return LEVEL_1.fullmatch(edtf) is not None


def tex(text: str) -> str:
    """Write a text so that LaTeX prints it as it is, on one line."""
    return LIGATURE.sub("{}", "".join(TEX.get(letter, letter) for letter in one_line(text)))


# --- RIS --------------------------------------------------------------------------------------------------------------


def write_ris(items: Cited, about: object = None) -> Iterator[bytes]:
    for source in each_source(items):
        lines = [f"{tag}  - {one_line(value)}".rstrip() for tag, value in ris_fields(source) if value]
        yield "".join(f"{line}\r\n" for line in [*lines, "ER  - ", ""]).encode("utf-8", "replace")


def ris_fields(source: SourceDraft) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS" if source.publisher else "ELEC" if source.url else "GEN"
    yield "ID", key_of(source)
    yield "TI", source.title
    yield from (("AU", author) for author in source.authors)
    yield "PB", source.publisher
    if source.published:
        value = EDTF.parse(source.published)
        if value.form is Form.DATE and value.year is not None and 0 < value.year <= 9999 and is_exact(value):
            parts = [f"{value.year:04d}", *(f"{part:02d}" if part else "" for part in (value.month, value.day))]
            yield "PY", parts[0]
            yield "DA", "/".join([*parts, ""])
        else:
            yield "N1", f"Published: {words(source)}"
    yield "UR", uri(source.url)
    yield "LA", source.language
    yield "N1", f"Text: {source.credit}" if source.credit else ""


def words(source: SourceDraft) -> str:
    return say(source.published, language="en")


# --- CSL-JSON ---------------------------------------------------------------------------------------------------------


def write_csl(items: Cited, about: object = None) -> Iterator[bytes]:
    yield from json_list(map(csl_item, each_source(items)))
    yield b"\n"


def csl_item(source: SourceDraft) -> dict[str, Any]:
    value = {
        "id": key_of(source),
        "type": "article-newspaper" if source.publisher else "webpage" if source.url else "document",
        "title": one_line(source.title),
        "author": [{"literal": one_line(author)} for author in source.authors],
        "container-title": one_line(source.publisher),
        "issued": csl_date(source) if source.published else None,
        "URL": uri(source.url),
        "language": source.language,
        "note": one_line(f"Text: {source.credit}") if source.credit else "",
    }
    return {name: given for name, given in value.items() if given}


def csl_date(source: SourceDraft) -> dict[str, Any]:
    """Return a date in CSL's parts, `circa` where it is in doubt; in words where parts cannot say it."""
    value = EDTF.parse(source.published)
    doubt = {"circa": True} if value.approximate or value.uncertain or value.form is Form.ONE_OF else {}
    if value.form is Form.SEASON and value.year and value.season in SEASONS:
        return {"date-parts": [[value.year]], "season": SEASONS[value.season], **doubt}
    if value.form in (Form.DATE, Form.DATETIME) and value.year and not value.unspecified:
        return {"date-parts": [parts_of(value)], **doubt} if value.year > 0 else literal(source)
    first, last = bounds(value)
    if value.form is Form.INTERVAL and first and last and first[0] > 0 and not value.unspecified:
        ends = [one for one in (value.start, value.end) if one and one.form is Form.DATE]
        return {"date-parts": [parts_of(one) for one in ends], **doubt} if len(ends) == 2 else literal(source)
    if value.form is Form.ONE_OF and first and last and first[0] > 0:
        return {"date-parts": [list(first), list(last)], **doubt}
    return literal(source)


def parts_of(value: EDTF) -> list[int]:
    return [part for part in (value.year, value.month, value.day) if part is not None]


def literal(source: SourceDraft) -> dict[str, Any]:
    return {"literal": words(source)}


# --- As formats -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bibliography:
    """A format of records of publications: written only."""

    name: str
    label: str
    media_type: str
    extensions: tuple[str, ...]
    writer: Callable[[Cited], Iterator[bytes]]
    beginning: str = r"(?!)"

    def recognises(self, head: bytes, name: str) -> float:
        """Know it, so that it is refused for what it is and not read as a table of lines."""
        return 0.9 if name.lower().endswith(self.extensions) or re.match(self.beginning, head_text(head)) else 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        raise FormatError(
            "%(name)s: %(label)s is only written; a list of publications tells of no events.",
            name=name,
            label=self.label,
        )

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        return self.writer(items)


BIBTEX_START = r"\s*(?:%[^\n]{0,200}\n\s*){0,50}@[A-Za-z]{1,30}\s{0,10}\{"
BIBTEX = Bibliography("bibtex", "BibTeX", "application/x-bibtex", (".bib",), write_bibtex, BIBTEX_START)
RIS = Bibliography("ris", "RIS", "application/x-research-info-systems", (".ris",), write_ris, r"\s*TY {1,2}- [A-Z]")
CSL = Bibliography("csl-json", "CSL-JSON", "application/vnd.citationstyles.csl+json", (".csl.json",), write_csl)
FORMATS = (BIBTEX, RIS, CSL)
