"""When a report was published, where that can be trusted: never a guess, never the day it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..sentences import Said, said
from ..temporal import tag
from ..temporal.edtf import EDTF, EDTFError, reference_day
from .datelines import read_dateline

_HEAD_LINES = 12
_STORY = 120  # a longer line is told, and what stands below it says nothing of this report
_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?(?![\d-])"
)
_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?!\d)")
_FIRST_WORDS = re.compile(r"\s{0,20}(?:date|fecha|datum|data)?\s{0,3}:?\s{0,3}(?=\d{4}-\d\d-\d\d(?!\d))", re.IGNORECASE)
_LABEL = re.compile(
    r"\s*(?:(?:first |originally )?(?:published|posted|issued|released)(?: (?:on|at))?|publication date|date|dated|"
    r"publicado(?: el)?|fecha(?: de publicación)?|publié(?:e)?(?: le)?|date de publication|mis en ligne le|"
    r"veröffentlicht(?: am)?|erschienen(?: am)?|datum|gepubliceerd(?: op)?|geplaatst(?: op)?|pubblicato(?: il)?|data|"
    r"publicado em)\s*[:,|·-]?\s+(?=\S)",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"\s*(?:last |letzte |dernière |última )?(?:updated?|modified|changed|edited|retrieved|accessed|captured|crawled|"
    r"scraped|archived|expires?|expiry|post expires|actualizado|modificado|mis à jour|aktualisiert|abgerufen|stand|"
    r"bijgewerkt|laatst gewijzigd|aggiornato|atualizado)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date as EDTF and the short word for where it stood; both empty where none is trusted."""

    edtf: str = ""
    found_in: str = ""
    notes: tuple[Said, ...] = ()


def read_timestamp(raw: str, language: str = "en") -> str:
    """Read a full date, with time and zone where given, as EDTF; empty where `raw` holds none.

    Midnight in UTC is how pages write a date without a time, so the time is left out then. The zero day of
    clocks (1970-01-01) and years before 1800 are placeholders, not dates of publication.
    """
    raw = raw.strip()[:100]
    found = _ISO.match(raw)
    edtf = _from_iso(found) if found else _from_words(raw, language)
    return "" if edtf[:4] < "1800" or edtf.startswith("1970-01-01") else edtf


def _from_iso(found: re.Match[str]) -> str:
    year, month, day, hour, minute, second, zone = found.groups()
    text = f"{year}-{month}-{day}"
    if hour is not None:
        zone = {None: "", "UTC": "Z", "GMT": "Z"}.get(zone, zone)
        if zone not in ("", "Z"):
            digits = zone[1:].replace(":", "")
            zone = f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}"
        if (hour, minute, second or "00") != ("00", "00", "00") or zone not in ("", "Z", "+00:00"):
            text += f"T{hour}:{minute}:{second or '00'}{zone}"
    return _valid(text)


def _valid(text: str) -> str:
    try:
        return str(EDTF.parse(text))
    except EDTFError:
        return ""


def _from_words(text: str, language: str) -> str:
    for mention in tag(text, reference=None, language=language or "en"):
        if mention.kind in ("date", "time") and reference_day(mention.edtf) and "X" not in mention.edtf:
            return mention.edtf
    return ""


def from_url(url: str) -> str:
    """Read the date in an address such as /2023/09/19/ or /2023-09-19-; empty where there is none, or two."""
    found = {_valid(f"{y}-{int(m):02}-{int(d):02}") for y, m, d in _IN_URL.findall(url)} - {""}
    return found.pop() if len(found) == 1 else ""


def from_text(text: str, language: str) -> Published:
    """Find the publication date that a pasted report carries above or at the start of its text.

    Only a full date counts: first of all words, behind a label, alone on a line, or in the dateline. A date inside
    the story, of a comment, a counter, a copyright or an expiry says nothing of the publication.
    """
    first = _FIRST_WORDS.match(text)
    if first and (edtf := read_timestamp(text[first.end() : first.end() + 40])):
        return Published(edtf, "first-words")
    notes = []
    lines = [line.strip() for line in text[:5_000].split("\n") if line.strip()][:_HEAD_LINES]
    for number, line in enumerate(lines):
        if _OTHER_LABEL.match(line):
            if len(line) < 120 and (other := _from_words(line, language)):
                notes.append(
                    said("“%(words)s” names %(date)s, which is not a date of publication.", words=line[:80], date=other)
                )
            continue
        label = _LABEL.match(line)
        if label and (edtf := _after_label(line[label.end() :], language)):
            return Published(edtf, "label")
        if number < 6 and (edtf := read_date_line(line, language)):
            return Published(edtf, "date-line")
        found, note = _in_dateline(line, language)
        if found:
            return Published(found, "dateline")
        if note:
            notes.append(note)
        if len(line) > _STORY:
            break
    return Published(notes=tuple(notes))


def _after_label(rest: str, language: str) -> str:
    """Read the date right behind a label; a sentence that happens to begin with the word has none there."""
    if len(rest) > 80:
        return ""
    if _ISO.match(rest):
        return read_timestamp(rest, language)
    for mention in tag(rest, reference=None, language=language or "en"):
        if mention.start <= 12 and reference_day(mention.edtf) and "X" not in mention.edtf:
            return mention.edtf
    return ""


def is_date_line(line: str, language: str) -> bool:
    """Tell a line that only says when the report was published: "Published 20 September 2023", or the date alone."""
    label = _LABEL.match(line)
    return bool(read_date_line(line[label.end() :] if label else line, language))


def read_date_line(line: str, language: str) -> str:
    """Read a line that is a date and nothing else but a weekday, a time or a zone; empty for any other line."""
    if len(line) > 60 or not any(char.isdigit() for char in line):
        return ""
    rest = line
    edtf = ""
    for mention in reversed(tag(line, reference=None, language=language or "en")):
        rest = rest[: mention.start] + rest[mention.end :]
        if reference_day(mention.edtf) and "X" not in mention.edtf:
            edtf = mention.edtf
    letters = sum(char.isalpha() for char in rest)
    return edtf if letters <= 4 and not any(char.isdigit() for char in rest) else ""


def _in_dateline(line: str, language: str) -> tuple[str, Said | None]:
    dateline = read_dateline(line)
    if not dateline or not any(char.isdigit() for char in line[: dateline.end]):
        return "", None
    opening = line[: dateline.end]
    if edtf := _from_words(opening, language):
        return edtf, None
    return "", said("The dateline “%(words)s” names a day but no year.", words=opening.strip(" -–—"))
