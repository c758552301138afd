"""In which language a table is kept, by its columns' names and sample values: for the order of day and month in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..cleaning import fold
from .datefigures import DAY_FIRST

if TYPE_CHECKING:
    from .survey import Column, Survey

ENGLISH = "en"
ENOUGH = 3  # words
NAMES = {"nl": "Dutch", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese"}
"""Languages whose people write the day first, whatever the country."""

# Words of sentences, and names of columns that no other of these languages has; folded.
_WORDS = {
    "en": "the of and to was were for with by at from that after his her their is are has been on in an "
    "date event title source description place what when where link notes",
    "nl": "het een van werd door bij naar voor niet ook aan uit deze wordt heeft zijn op maar tegen meer "
    "gebeurtenis bron bronnen omschrijving beschrijving plaats onderwerp opmerkingen einddatum begindatum wat wanneer",
    "de": "der die das und ein eine im wurde wurden von mit auf fur nicht dem den des nach zu durch ist bei zum zur "
    "ereignis quelle quellen beschreibung ort vorfall betreff bemerkungen enddatum startdatum was wann wo",
    "fr": "le les des du une est et dans par pour sur au aux qui avec ete ont cette son ses plus "
    "evenement titre lieu debut fin remarques objet quoi quand",
    "es": "el los las del una es por para con que se fue al su como fueron tras sobre "
    "fecha evento suceso titulo fuente fuentes lugar descripcion inicio hecho observaciones",
    "it": "il gli della delle dei una per con che nel nella sono stato dopo sul alla "
    "evento titolo fonte luogo descrizione inizio fine",
    "pt": "os das dos uma para com que foi no na pelo pela ao apos sobre sao "
    "titulo fonte descricao inicio fim local data",
}
_LANGUAGES: dict[str, list[str]] = {}
for _code, _words in _WORDS.items():
    for _word in dict.fromkeys(_words.split()):
        _LANGUAGES.setdefault(_word, []).append(_code)
_WORD = re.compile(r"[^\W\d_]+")


def language_of(survey: Survey) -> str:
    """Return the language that a table seems to be kept in; empty where too few words tell."""
    counts = words_counted(text for column in survey.columns.values() for text in (column.path, *column.samples))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < ENOUGH or 2 * counts[ENGLISH] > ranked[0][1] > counts[ENGLISH]:
        return ""
    return ranked[0][0]


def words_counted(texts: Iterable[str]) -> Counter[str]:
    """Count the common words of each language."""
    counts = Counter[str]()
    for text in texts:
        for word in _WORD.findall(fold(text)):
            counts.update(_LANGUAGES.get(word, ()))
    return counts


def order_by_language(column: Column, language: str) -> str:
    """Return the order of day and month that a language has, for a column whose values prove none."""
    dates = column.dates
    told = language.partition("-")[0].lower() in NAMES and dates.either and not (dates.day_first or dates.month_first)
    return DAY_FIRST if told else ""
