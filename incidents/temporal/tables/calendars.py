"""Months and weekdays of the languages without a table of their own, from the data that dateparser brings.

Only its words are used: its parser also takes "may", "3" and "1.5" for dates, and needs a millisecond a call. It
is loaded with the first text in such a language (about 100 ms).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any
from unicodedata import normalize

from . import NUMBERS_ONLY, Tables, same

Data = Mapping[str, Any]  # of one language: lists of words by what they mean

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

CODE = re.compile(r"[a-z]{2,3}")
OTHER_CODES = {"in": "id", "iw": "he", "mo": "ro", "no": "nb", "sh": "sr", "tl": "fil"}
NUMERAL = re.compile(r"[ivx]+")  # Hungarian lists Roman numerals: "I", "V" and "X" are too much else
SHORT = 6  # letters that a shortened name has at most
SHORTEST_WEEKDAY = 4  # letters: "po", "so", "ter", "sex", "min" are everyday words before a number
SHORTEST_UNCASED = 2  # of a script without capitals, where a letter is often a syllable

# Cases that dateparser's data lack, mostly that of "in September 2023": January to December.
MORE_MONTHS = {
    "el": "ιανουάριο φεβρουάριο μάρτιο απρίλιο μάιο ιούνιο ιούλιο αύγουστο σεπτέμβριο οκτώβριο νοέμβριο δεκέμβριο",
    "et": "jaanuaris veebruaris märtsis aprillis mais juunis juulis augustis septembris oktoobris novembris detsembris",
    "fi": "tammikuun helmikuun maaliskuun huhtikuun toukokuun kesäkuun heinäkuun elokuun syyskuun lokakuun marraskuun joulukuun",
    "hu": "januárban februárban márciusban áprilisban májusban júniusban júliusban augusztusban szeptemberben októberben novemberben decemberben",
    "lv": "janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī",
    "ru": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    "sk": "januári februári marci apríli máji júni júli auguste septembri októbri novembri decembri",
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra "
          "januarju februarju marcu aprilu maju juniju juliju avgustu septembru oktobru novembru decembru",
    "sr": "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра "
          "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra "
          "јануару фебруару марту априлу мају јуну јулу августу септембру октобру новембру децембру "
          "januaru februaru martu aprilu maju junu julu avgustu septembru oktobru novembru decembru",
    "uk": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
}  # fmt: skip
# What may stand between day, month and year.
FILLERS = {"ast": "de", "el": "του", "gl": "de", "lt": "m.", "lv": "gada", "ro": "lui", "vi": "năm ngày"}
# Names that are also everyday words ("there is", "still", "annex"): they need a day, or one of these words before them.
SHY = {
    "fil": (frozenset({"may"}), frozenset("ng noong sa".split())),
    "ro": (frozenset({"mai"}), frozenset("în din luna lunii".split())),
    "tr": (frozenset({"eki"}), frozenset()),
}
DOTTED = frozenset({"az", "tr"})  # languages with two letters i, which `str.lower` does not keep apart
AFTER_YEAR = {"pl": "roku", "uk": "року"}
YEAR_BEFORE_DAY = frozenset({"hu", "lt", "lv"})
# Where another calendar is in use, years of these only can be the Gregorian ones.
GREGORIAN_YEARS = {
    **dict.fromkeys(("ckb", "fa", "lrc", "mzn", "ps", "th"), (1700, 2200)),  # Solar Hijri 1400s, Buddhist 2500s
    "ne": (1700, 2050),  # Bikram Sambat 2060s and later
}


def calendar_tables(code: str) -> Tables:
    """Return month and weekday names of a language by its code (ISO 639); numbers only for one not known."""
    if not CODE.fullmatch(code):
        return NUMBERS_ONLY
    code = OTHER_CODES.get(code, code)
    data = list(_data_of(code))
    if not data:
        return NUMBERS_ONLY
    months, short = _months(code, data)
    weekdays = _numbered(_named(data, WEEKDAYS, SHORTEST_WEEKDAY))
    years = {_normal(word) for info in data for word in info.get("year", ())}
    shy, inside = SHY.get(code, (frozenset(), frozenset()))
    fillers = {_normal(word) for info in data for word in info.get("pertain", ())}
    return Tables(
        code=code,
        words={
            "month": months,
            "mabbr": short,
            "weekday": _spelled(weekdays, code),
            "of": same(0, " ".join(fillers | set(FILLERS.get(code, "").split()))),
        },
        day_first=data[0].get("date_order") != "MDY",
        year_before_day=code in YEAR_BEFORE_DAY,
        after_year=frozenset(years | set(AFTER_YEAR.get(code, "").split())),
        shy=shy,
        inside=inside,
        absolute_only=True,
        years=GREGORIAN_YEARS.get(code, NUMBERS_ONLY.years),
    )


def _data_of(code: str) -> Iterator[Data]:
    """Yield what dateparser knows of a language, in each of its scripts and countries."""
    known: list[str] = import_module("dateparser.data.languages_info").language_order
    for name in known:
        if name == code or name.startswith(f"{code}-"):
            info = import_module(f"dateparser.data.date_translation_data.{name}").info
            yield info
            yield from info.get("locale_specific", {}).values()


def _months(code: str, data: list[Data]) -> tuple[dict[str, object], dict[str, object]]:
    """Return the names of months and their short forms; a short form counts only beside a day or with its dot."""
    forms = _named(data, MONTHS, 2)
    if not all(forms):
        return {}, {}
    short = {word for names in forms for word in names if _is_short(word, names)}
    for n, word in enumerate(MORE_MONTHS.get(code, "").split()):
        forms[n % 12].add(word)
    numbers = _numbered(forms)
    full = {word: number for word, number in numbers.items() if word not in short}
    return _spelled(full, code), _spelled({w: n for w, n in numbers.items() if w in short}, code)


def _named(data: Iterable[Data], keys: Iterable[str], shortest: int) -> list[set[str]]:
    """Return the words that each key has in the data."""
    found = [{_normal(word) for info in data for word in info.get(key, ())} for key in keys]
    return [{word for word in words if _is_word(word, shortest)} for words in found]


def _is_word(word: str, shortest: int) -> bool:
    cased = word.upper() != word
    return word[:1].isalpha() and len(word) >= (shortest if cased else SHORTEST_UNCASED) and not NUMERAL.fullmatch(word)


def _is_short(word: str, names: set[str]) -> bool:
    """Tell "sept" beside "september": such a form is often a word of its own ("set", "pro", "mar")."""
    longer = any(name.startswith(word) and len(name) >= len(word) + 2 for name in names)
    return len(word) <= 2 or (len(word) <= SHORT and longer)


def _numbered(forms: list[set[str]]) -> dict[str, int]:
    """Number the words from 1, without those that stand for two."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(forms, 1):
        for word in words:
            numbers[word].add(number)
    return {word: found.pop() for word, found in numbers.items() if len(found) == 1}


def _spelled(words: Mapping[str, int], code: str) -> dict[str, object]:
    """Return the words with what `str.lower` makes of their capitals: "kasim" of KASIM."""
    without_dotless = {word.replace("ı", "i"): number for word, number in words.items() if code in DOTTED}
    return {**without_dotless, **words}


def _normal(word: str) -> str:
    return normalize("NFC", " ".join(word.lower().replace("i\u0307", "i").replace("’", "'").split()))
