"""In which language a record is written, where its script or its words leave no doubt; empty where they do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .sheetlanguage import words_counted

if TYPE_CHECKING:
    from .mapping import Mapping
    from .survey import Survey

ENOUGH = 4  # common words of a language, twice as many as of any other
MAX_TEXT = 2_000
_LETTERS = re.compile(r"[^\W\d_]")
_BEYOND_LATIN = re.compile(r"[\u0370-\u1dff\u2e80-\ud7ff\uf900-\ufaff\ufb1d-\ufefc]")
_OF_SCRIPTS = {
    "Greek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "Cyrillic": re.compile(r"[\u0400-\u052f]"),
    "Armenian": re.compile(r"[\u0530-\u058f]"),
    "Hebrew": re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]"),
    "Arabic": re.compile(r"[\u0600-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
    "Thai": re.compile(r"[\u0e00-\u0e7f]"),
    "Georgian": re.compile(r"[\u10a0-\u10ff]"),
    "Hangul": re.compile(r"[\u1100-\u11ff\uac00-\ud7af]"),
    "Han": re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"),
}
_ALONE = {"Greek": "el", "Armenian": "hy", "Thai": "th", "Georgian": "ka", "Hangul": "ko"}
# Letters that tell the languages of a script apart: the first of which a letter stands in the text; "" for a doubt.
_LETTERS_OF = {
    "Han": (("ja", "[\u3040-\u30ff]"), ("zh", "")),
    "Hebrew": (("", "[\u05f0-\u05f2\ufb1d\ufb1f\ufb2e\ufb2f]"), ("he", "")),  # those are of Yiddish
    "Arabic": (
        ("", "[\u067c\u0681\u0685\u0689\u0693\u0695\u069a\u06b5\u06c6\u06ce\u06d0\u06d5]"),  # Pashto, Kurdish, Uyghur
        ("ur", "[\u0679\u0688\u0691\u06ba\u06d2]"),
        ("fa", "[\u067e\u0686\u0698\u06a9\u06af\u06cc]"),
        ("ar", "[\u0623\u0625\u0629\u0643\u0649\u064a]"),
    ),
    "Cyrillic": (
        ("", "[\u0452\u0453\u0455\u0458-\u045c\u045e\u045f\u0460-\u048f\u0492-\u052f]"),  # of a score of languages
        ("uk", "[\u0454\u0457\u0491]"),
        ("", "\u0456"),
        ("ru", "[\u044b\u044d\u0451]"),
    ),
}
_TOLD = {script: [(code, re.compile(letters)) for code, letters in rules] for script, rules in _LETTERS_OF.items()}


def script_of(text: str) -> str:
    """Return the script, other than Latin, that most letters of a text are of; empty for Latin and for none."""
    if text.isascii() or not _BEYOND_LATIN.search(text):
        return ""
    text = text[:MAX_TEXT]
    counts = {script: len(pattern.findall(text)) for script, pattern in _OF_SCRIPTS.items()}
    script = max(counts, key=counts.__getitem__)
    return script if 2 * counts[script] > len(_LETTERS.findall(text)) else ""


def language_written(text: str) -> str:
    """Return the language of a text of some length, where script, letters or common words tell it for sure."""
    if script := script_of(text):
        lowered = text.lower()
        rules = _TOLD.get(script, ())
        return _ALONE.get(script) or next((code for code, letters in rules if letters.search(lowered)), "")
    ranked = words_counted((text,)).most_common(2)
    if not ranked or ranked[0][1] < ENOUGH or (len(ranked) > 1 and 2 * ranked[1][1] > ranked[0][1]):
        return ""
    return ranked[0][0]


class Languages:
    """Tells the language of each record of a file: that of the file, but where its script is another one."""

    def __init__(self, samples: Iterable[str]) -> None:
        text = "\n".join(samples)
        self.of_file, self.script = language_written(text), script_of(text)

    @classmethod
    def surveyed(cls, mapping: Mapping, survey: Survey) -> Languages:
        told = (survey.columns.get(path) for name in ("headline", "body") for path in mapping.paths(name))
        return cls(sample for column in told if column for sample in column.samples)

    def of(self, headline: str, body: str) -> str:
        if headline.isascii() and not self.script:
            return self.of_file
        text = f"{headline}\n{body[:MAX_TEXT]}"
        script = script_of(text)
        return self.of_file if script == self.script else language_written(text) if script else ""
