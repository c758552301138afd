"""Datelines and credit lines: which agency a report is from, and where its first sentence begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..cleaning import fold

_AGENCIES = {
    fold(name): credit
    for credit, names in {
        "AP": "AP, Associated Press, The Associated Press",
        "Reuters": "Reuters, Thomson Reuters",
        "AFP": "AFP, Agence France-Presse, Agence France Presse",
        "EFE": "EFE, Agencia EFE",
        "Europa Press": "Europa Press",
        "dpa": "dpa, dpa-AFX, Deutsche Presse-Agentur",
        "ANSA": "ANSA",
        "Adnkronos": "Adnkronos",
        "IANS": "IANS",
        "PTI": "PTI, Press Trust of India",
        "ANI": "ANI",
        "Belga": "Belga",
        "ANP": "ANP",
        "TASS": "TASS",
        "Interfax": "Interfax",
        "RIA Novosti": "RIA Novosti, RIA",
        "Xinhua": "Xinhua",
        "Kyodo": "Kyodo, Kyodo News",
        "Yonhap": "Yonhap",
        "UPI": "UPI",
        "Bloomberg": "Bloomberg",
        "APA": "APA",
        "Keystone-SDA": "SDA, Keystone-SDA, ATS, Keystone-ATS",
        "KNA": "KNA",
        "epd": "epd",
        "Ritzau": "Ritzau",
        "NTB": "NTB",
        "Lusa": "Lusa",
        "Télam": "Télam",
        "Notimex": "Notimex",
        "CNA": "CNA",
        "Anadolu": "Anadolu, Anadolu Agency",
        "PA": "PA Media, Press Association",
        "Canadian Press": "The Canadian Press, Canadian Press",
    }.items()
    for name in names.split(", ")
}

# "THE HAGUE, Netherlands (AP) — ", "La Haya, 19 sep (EFE).- ", "Den Haag (dpa) - ", "AMSTERDAM (ANP) - "
_WITH_AGENCY = re.compile(
    r"\s*(?P<place>[^\W\d_a-zß-ÿ][^\n()—–]{1,80}?)\s*\((?P<agency>[^\n()]{2,40})\)\s*(?:\.?\s?[—–:]|\.?\s?-{1,2})\s*"
)
_DASH = r"(?:\s+[—–]\s*|[—–]\s+|\s+-{1,2}\s+)"
_CAPITAL = r"[^\W\d_a-zß-ÿ]"
# What may stand behind the place: ", Netherlands", ", Oct 23", ", 23 October 2023", ", le 23 octobre".
_DETAIL = rf"(?:, ?(?:(?:le|den|el) )?(?:{_CAPITAL}|\d)[^\n,()—–]{{1,30}}?){{0,3}}"
# "ANTWERP, Belgium — ", "THE HAGUE — ", "BERLIN, Sept. 19, 2023 - ", "ROTTERDAM (Port News) — "
_IN_CAPITALS = re.compile(
    rf"\s*(?P<place>{_CAPITAL}(?:{_CAPITAL}|[ .'’/-]){{1,40}}{_DETAIL})(?: ?\([^\n()]{{2,40}}\))?{_DASH}"
    r"(?=[\w“\"«„])"
)
# "Den Haag – ", "Santiago de Chile, 19 sep – "; only before a capital, for "Berlin – once divided – …" is a sentence
_AS_A_NAME = re.compile(
    rf"\s*(?P<place>{_CAPITAL}[^\W\d_]+(?:[ -](?:de|la|le|del|am|an|der|aan|den|upon|sur|{_CAPITAL}[^\W\d_]+)){{0,4}}"
    rf"{_DETAIL}){_DASH}(?=[“\"«„]?{_CAPITAL})(?![^.\n]{{0,150}}\s[—–-]\s)"  # not of a pair of dashes
)
_NO_PLACES = frozenset(
    "update updated breaking correction analysis opinion exclusive explainer background "
    "today yesterday monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december heute gestern montag dienstag mittwoch donnerstag freitag samstag "
    "sonntag januar februar märz mai juni juli oktober dezember vandaag gisteren maandag dinsdag woensdag donderdag "
    "vrijdag zaterdag zondag januari februari maart mei augustus hoy ayer lunes martes miércoles jueves viernes sábado "
    "domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre aujourd hier "
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre "
    "octobre novembre décembre".split()
)
_LEAD_IN = re.compile(
    r"(?:(?:source|fuente|quelle|bron|fonte|by|por|par|von|door|di|with|inputs?|from|con|información|de|mit|material|"
    r"agencies|agencias|photo|foto|and|und|y|et|en|e)(?!\w)|[/,©:().–—\s-])+",
    re.IGNORECASE,
)
# "date 2023-09-19 The court …": what a scraper put before the first words.
_STAMP = re.compile(
    r"\s{0,20}(?:(?:date|fecha|datum|data)\s{0,3}:?\s{0,3})?\d{4}-\d\d-\d\d(?:[T ][\d:.,]{4,18}\s?(?:Z|"
    r"[+-]\d\d:?\d\d)?)?\s+"
)
_TAIL = re.compile(r"(?:[.!?”\"»)]\s*|[—–-]\s*|\()([^\W\d_][\w/ -]{1,40}?)\)?\.?\s*$")
_INITIALS = re.compile(r"\s+(?:[a-z]{2,4}/)+[a-z]{2,4}$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of an agency report: where it ends, its place (with a date in it, if any) and its credit."""

    end: int
    place: str
    credit: str


def read_dateline(paragraph: str, *, is_first: bool = True) -> Dateline | None:
    """Read the dateline that a paragraph opens with.

    Without an agency the place must stand in capitals; in small letters ("Den Haag – ") it is believed only of the
    first paragraph of a story (`is_first`), where lists and chronicles do not begin.
    """
    opening = paragraph[:200]
    found = _WITH_AGENCY.match(opening)
    if found and (credit := agency(found["agency"])):
        return Dateline(found.end(), found["place"].strip(), credit)
    found = _IN_CAPITALS.match(opening) or (_AS_A_NAME.match(opening) if is_first else None)
    if found is None or re.split(r"\W", found["place"].lower(), maxsplit=1)[0] in _NO_PLACES:
        return None
    return Dateline(found.end(), found["place"].strip(), "")


def opening_end(paragraph: str, *, is_first: bool = True) -> int:
    """Tell where the first sentence of a paragraph begins, behind a date stamp and a dateline."""
    stamp = _STAMP.match(paragraph[:100])
    start = stamp.end() if stamp else 0
    dateline = read_dateline(paragraph[start : start + 200], is_first=is_first)
    return start + (dateline.end if dateline else 0)


def agency(name: str) -> str:
    """Give the credit of an agency's name, of several ("AP/dpa") the first one's; empty for any other words."""
    for part in re.split(r"[/,&]", name):
        if credit := _AGENCIES.get(fold(part.strip(" .-"))):
            return credit
    return ""


def find_credit(paragraphs: list[str]) -> str:
    """Find the agency a report is credited to: its dateline, a byline above it, or a last line or word."""
    for paragraph in paragraphs[:4]:
        dateline = read_dateline(paragraph)
        if dateline and dateline.credit:
            return dateline.credit
    for line in paragraphs[:5]:
        if credit := _credit_line(line):
            return credit
    for line in reversed(paragraphs[-6:]):
        if credit := _credit_line(line) or _credit_at_end(line):
            return credit
    return ""


def _credit_line(line: str) -> str:
    """Read a line that is nothing but a credit: "EFE", "(With inputs from AFP)", "By Jane Doe, Reuters"."""
    line = line.strip()
    if len(line) > 80:
        return ""
    lead_in = _LEAD_IN.match(line)
    name = _INITIALS.sub("", line[lead_in.end() :] if lead_in else line)
    if credit := _AGENCIES.get(fold(name.strip(" .()"))):
        return credit
    byline = re.fullmatch(r"(?:By|Por|Par|Von|Door) [^\n,|]{3,50}[,|] (.{2,30})", line)
    return agency(byline[1]) if byline else ""


def _credit_at_end(line: str) -> str:
    found = _TAIL.search(line[-60:])
    return _AGENCIES.get(fold(_INITIALS.sub("", found[1].strip())), "") if found else ""
