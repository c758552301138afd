"""Words that stand around the dates of tables, in five languages: doubt, nothing known, still going on. Data only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..temporal.tables import tables_for

LANGUAGES = ("en", "es", "fr", "de", "nl")


def _lines(text: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in text.split(",") if word.strip())


NOTHING = _lines(
    """
    n/a, na, n.a., n.a, #n/a, none, null, nan, nat, nil, tba, tbd, tbc, t.b.a., t.b.d., to be announced,
    to be confirmed, to be determined, pending, unknown, date unknown, unknown date, not known, unk, unk.,
    undated, no date, n.d., nd, not available, not given, not specified, unspecified, not stated, undisclosed,
    not disclosed, unclear, undetermined, various, missing, blank, empty,
    desconocido, desconocida, fecha desconocida, se desconoce, sin fecha, sin datos, s/d, s.f., s/f, no consta,
    por confirmar, por determinar, no disponible, ninguno, ninguna,
    inconnu, inconnue, date inconnue, sans date, s.d., non daté, non précisé, non précisée, à confirmer, à préciser,
    aucun, aucune, indéterminé, indéterminée,
    unbekannt, datum unbekannt, undatiert, ohne datum, o.d., o. d., o.j., o. j., k.a., k. a.,
    keine angabe, unklar, offen, folgt,
    wird nachgereicht, entfällt, nicht bekannt, fehlt,
    onbekend, datum onbekend, ongedateerd, geen datum, z.d., nog niet bekend, nader te bepalen, n.v.t., geen
    """
)
"""What a cell says in place of a date that nobody has."""

OPEN = _lines(
    """
    open, ongoing, present, now, today, current, to date, to present, until now, continuing, continues, still ongoing,
    -present, in progress, till date,
    en curso, presente, actualidad, hoy, actualmente, abierto, abierta,
    en cours, présent, aujourd'hui, à ce jour, actuel, ouvert,
    andauernd, laufend, heute, gegenwart, bis heute, jetzt, anhaltend, offen, dauert an,
    lopend, heden, nu, vandaag, tot nu, tot heden, gaande
    """
)
"""What a cell for an end says while there is none."""

_ABOUT = (
    "circa", "ca", "cca", "c", "approx", "approximately", "approximate", "about", "around", "roughly", "est",
    "estimated", "estimate", "near", "aprox", "aproximadamente", "aproximado", "aproximada", "hacia", "alrededor de",
    "cerca de", "env", "environ", "vers", "aux alentours de", "approximatif", "etwa", "ungefähr", "um", "gegen", "rund",
    "geschätzt", "ongeveer", "rond", "omstreeks", "geschat",
)  # fmt: skip
_PERHAPS = (
    "believed to be", "believed", "thought to be", "said to be", "presumed to be", "presumed", "presumably", "possibly",
    "probably", "perhaps", "maybe", "likely", "reportedly", "reported", "allegedly", "alleged",
    "unconfirmed", "uncertain", "unsure",
    "to be confirmed", "tbc", "not confirmed", "disputed", "posiblemente", "probablemente", "quizás", "quizá",
    "tal vez", "supuestamente", "sin confirmar", "probablement", "peut-être", "sans doute", "présumé", "présumée",
    "non confirmé", "vermutlich", "wahrscheinlich", "möglicherweise", "angeblich", "vielleicht", "wohl",
    "unbestätigt", "mutmaßlich", "waarschijnlijk", "mogelijk", "vermoedelijk", "misschien", "naar verluidt",
    "onbevestigd",
)  # fmt: skip
_UNKNOWN = (
    "unknown day", "unknown month", "day unknown", "month unknown", "exact day unknown", "exact date unknown",
    "date unknown",
    "exact date not known", "unknown", "unk", "tbd", "tba", "n/a", "desconocido", "día desconocido", "mes desconocido",
    "jour inconnu", "mois inconnu", "inconnu", "unbekannt", "tag unbekannt", "genaues datum unbekannt", "onbekend",
    "dag onbekend",
)  # fmt: skip
_TOLD = (
    "disclosed", "announced", "published", "discovered", "detected", "revealed", "made public", "became public",
    "public", "notified", "patched", "fixed", "found", "identified", "updated", "last updated",
    "reported in", "reported on", "reported later",  # "(reported)" alone is a doubt
    "divulgado", "divulgada", "anunciado", "anunciada", "publicado", "publicada", "descubierto", "descubierta",
    "revelado", "revelada", "divulgué", "annoncé", "publié", "découvert", "révélé", "bekannt", "veröffentlicht",
    "entdeckt", "gemeldet", "aufgedeckt", "bekendgemaakt", "gepubliceerd", "ontdekt", "gemeld", "onthuld",
)  # fmt: skip
_ASIDE = ("exact", "precise", "date", "on", "as of", "am", "el", "le", "op", "on or", "dated")


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _at_an_end(words: Iterable[str]) -> re.Pattern[str]:
    """Match words that stand before or behind a date, in brackets or not."""
    one = rf"(?:{_either(words)})"
    return re.compile(rf"^[(\[]?\s*{one}\b[.:,]?\s*[)\]]?[\s:,]*|[\s,;]*[(\[]?\s*\b{one}[.]?\s*[)\]]?$", re.I)


ABOUT = _at_an_end(_ABOUT)
PERHAPS = _at_an_end(_PERHAPS)
ASIDE = re.compile(rf"^(?:{_either(_ASIDE)})\s+(?=\S*\d)", re.I)
TOLD = re.compile(  # "2020 (disclosed Dec)": what happened then was told of later
    rf"\s*\((?:(?:publicly|first|only|later)\s+)?(?:{_either(_TOLD)})\b(?:[^()]*)\)$", re.I
)
UNKNOWN = re.compile(rf"(?<!\w)[(\[]?(?:{_either(_UNKNOWN)})[)\]]?(?!\w)[\s,]*(?:(?:de|of|in)\s+)?", re.I)
EDGE = re.compile(
    r"(?:(?P<before>before|prior to|earlier than|antes de|avant|vor|voor|v[óo]or)|"
    r"after|later than|después de|despues de|après|nach|na)\s+(?:el |le |dem |de )?",
    re.I,
)
SINCE = re.compile(
    r"(?:since|seit|ab|desde|a partir de|depuis|à partir de|sinds|vanaf)\s+(?:el |le |dem |du |d')?(?=\S*\d)", re.I
)
FALL = re.compile(r"\bfall\b(?=(?:\s+of)?\s+\d{4}\b)", re.I)
TO = re.compile(
    r"\s+(?:-{1,2}>?|–|—|to|until|till|through|thru|bis|hasta|al?|jusqu'(?:au|à)|au|à|tot(?: en met)?|t/m)\s+"
    r"|\s*[–—→➔⟶⇒]\s*|(?<=\d)(?:\s*[~〜～]\s*|--)(?=\d)",
    re.I,
)
AND = re.compile(r"\s*(?:&|\+|\b(?:and|und|et|en|y|e)\b)\s*", re.I)
COMMA = re.compile(r"\s*,\s*")
BETWEEN = re.compile(r"(?:between|zwischen|entre|tussen)\s+(.+?)\s+(?:and|und|et|y|e|en)\s+(.+)", re.I)
CENTURY = re.compile(r"\b[IVX]{1,5}(?:e|ème|th)?\s+(?:si[eè]cle|century)\b|\bsiglo\s+[IVX]{1,5}\b", re.I)
OR = re.compile(r"\s+(?:or|oder|ou|o|of)\s+", re.I)
MONTHS = {
    name: number
    for number, names in enumerate(
        "jan ene janv januar|feb fév févr|mar mär mrz mrt mars|apr abr avr avril|may mai mei mayo|jun juin juni|"
        "jul juil juli|aug ago août|sep sept set|oct okt|nov|dec dez dic déc".split("|"),
        1,
    )
    for name in names.split()
}
_WORD = re.compile(r"[^\W\d_]{2,}", re.UNICODE)


@lru_cache(maxsize=1)
def _months() -> frozenset[str]:
    named = (word for code in LANGUAGES for name in ("month", "mabbr") for word in tables_for(code).words.get(name, ()))
    return frozenset(word.lower().rstrip(".") for word in named) | frozenset(MONTHS)


def has_month(text: str) -> bool:
    """Tell whether a month is named in a text."""
    return not _months().isdisjoint(word.lower() for word in _WORD.findall(text))


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, frozenset[str]]:
    found = {}
    for code in LANGUAGES:
        words = tables_for(code).words
        kept = (one for name in ("month", "mabbr", "weekday", "season", "part", "unit") for one in words.get(name, ()))
        found[code] = frozenset(part for word in kept for part in _WORD.findall(word.lower()))
    return found


def likely_languages(text: str, first: str = "") -> list[str]:
    """Return the languages that have a calendar word of a text, `first` first; English where there is no word."""
    words = {word.lower() for word in _WORD.findall(text)}
    if not words:
        return ["en"]
    codes = [code for code, known in _vocabulary().items() if words & known]
    if first and first not in LANGUAGES:
        codes.insert(0, first)
    return sorted(codes, key=lambda code: code != first) or ["en"]
