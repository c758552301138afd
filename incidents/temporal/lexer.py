"""Cut a text into tokens and give each the class that the grammar knows it by: one scan, linear in the text.

A text becomes a string of class codes, one character a token, so that the grammar can match token classes
with ordinary regular expressions. Words come from the language's tables; numbers, numeric dates and clock times
are read the same way in every language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from .numerals import UNSPACED, hour_pattern, read_number
from .spelled import SpelledYears, spelled_years
from .tables import Tables, tables_for

CLASSES = (
    "num int year yy decimal ordnum decade date datetime yearmonth isoweek clock "  # digits
    "comma hyphen slash dot paren apos "  # punctuation
    "relunit edge "  # several words in one
    "month mabbr mlow weekday wabbr card few art ord unit season daypart relday holiday ref part last next this prev "
    "following same ago agopre hence earlier later within the of since until from to between and on about ending "
    "every often era quarter half oclock closing roman of_from then there hedge bound fiscal fyear weekno "
    "outer exact share or"
).split()
CODES = {name: chr(0x100 + n) for n, name in enumerate(CLASSES)}
OF = frozenset({CODES["of"], CODES["of_from"]})
OTHER = " "
BREAK = "\n"
PUNCTUATION = {
    ",": "comma", "-": "hyphen", "–": "hyphen", "—": "hyphen", "‑": "hyphen", "−": "hyphen", "/": "slash", ".": "dot",
    "(": "paren", ")": "paren", "'": "apos", "’": "apos", "‘": "apos", "،": "comma",
}  # fmt: skip
SIGNS = {sign: CODES[name] for sign, name in PUNCTUATION.items()}
ADDRESSES = frozenset(("http", "https", "www"))
ADDRESS = re.compile(r"(?:://|\.)[^\s<>\"]+")  # the days in an address of the web are no words of the text
APOSTROPHE = CODES["apos"]
BLANKS = frozenset(" \t\xa0\n")
MAX_BLANKS = 4  # between two words of a phrase, a line's end among them
MAX_WORD = 30  # characters: no word of any table is longer
WRAPPED_LINE = 55  # characters: a line at least this long may go on in the next one

SENTENCE_ENDS = (".", "!", "?", ":", ";")
WRITTEN_SMALL = frozenset({CODES["month"], CODES["weekday"]})
MODIFYING = frozenset({CODES["last"], CODES["next"]})
MODIFIED = frozenset(CODES[name] for name in ("weekday", "month", "unit"))
MARKS = "\u061c\u200e\u200f"  # of the direction of writing: they stand between words and say nothing
PREFIXES = "[وفبلك]"  # Arabic words of one letter, written together with what follows

TOKEN = re.compile(rf"({PREFIXES}(?=\d)|[^\W\d_{UNSPACED}]\w*)|(\d+)|(\n[ \t]*)|([^\w\s{MARKS}]|[{UNSPACED}])")

SHORT_YEAR = re.compile(r"['’‘](\d\d)(s)?(?!\w)")


@dataclass(slots=True)
class Tokens:
    """The tokens of a text: `codes[i]` is the class of `text[starts[i]:ends[i]]`, `values[i]` what it means."""

    text: str
    codes: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    values: dict[int, object] = field(default_factory=dict)

    def word(self, index: int) -> str:
        """Return a token's text in lower case, cut to the length of a word."""
        return self.text[self.starts[index] : min(self.ends[index], self.starts[index] + MAX_WORD)].lower()


@dataclass(frozen=True, slots=True)
class Phrases:
    """What begins with one word: its expression, its values, and how the text must go on behind the word."""

    pattern: re.Pattern[str]
    values: dict[str, tuple[str, object]]
    going_on: frozenset[str]

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Match a phrase; most texts go on in another way, which is told without trying any."""
        sign, after = text[end : end + 1].replace("’", "'"), end
        if sign in BLANKS:
            while after - end < MAX_BLANKS and text[after : after + 1] in BLANKS:
                after += 1
            sign = f" {text[after : after + 1].lower()}"
        return self.pattern.match(text, start) if sign in self.going_on else None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Tables made ready for the scan: single words, and for the first word of phrases a pattern and their values."""

    single: dict[str, tuple[str, object]]
    phrases: dict[str, Phrases]
    tables: Tables
    hours: re.Pattern[str] | None
    years: SpelledYears | None
    fused: dict[str, tuple[int, object]]  # "dinsdagavond": where its first word ends, and what the second means
    shortest_fused: int
    known: frozenset[str]  # the words that anything begins with


@lru_cache(maxsize=16)
def lexicon_of(code: str) -> Lexicon:
    """Compile the tables of a language; the first class that lists a word keeps it."""
    tables = tables_for(code)
    single: dict[str, tuple[str, object]] = {}
    grouped: dict[str, dict[str, tuple[str, object]]] = {}
    for name, words in tables.words.items():
        for word, value in words.items():
            entry = (CODES[name], value)
            if word.isalnum():
                single.setdefault(word, entry)
            else:
                first = re.split(r"[\W_]", word, maxsplit=1)[0]
                grouped.setdefault(first, {}).setdefault(word, entry)
    phrases = {
        first: Phrases(_phrase_pattern(list(words)), words, frozenset(_going_on(word, first) for word in words))
        for first, words in grouped.items()
    }
    days = tables.words.get("weekday", {}) if tables.fused else {}
    fused = {day + part: (len(day), value) for day in days for part, value in tables.fused.items()}
    hours = hour_pattern(tables.hour_words, tables.clock_after, tables.dotted_after, tables.hour_joints)
    years = spelled_years(tables)
    known = ADDRESSES.union(single, phrases, years.firsts if years else ())
    shortest = min(map(len, fused), default=0)
    return Lexicon(single, phrases, tables, hours, years, fused, shortest, known)


def _going_on(phrase: str, first: str) -> str:
    """Return the sign behind the first word of a phrase, or a blank with the letter behind it."""
    rest = phrase[len(first) :]
    return rest[:2] if rest[:1] == " " else rest[:1]


def _phrase_pattern(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    bodies = (re.escape(p).replace(r"\ ", r"[ \t\xa0]{1,3}\n?").replace("'", "['’]") for p in longest_first)
    return re.compile(rf"(?:{'|'.join(bodies)})(?:(?!\w)|(?<=['’]))", re.IGNORECASE)


def scan(text: str, tables: Tables) -> Tokens:
    """Cut the text into classed tokens."""
    lexicon = lexicon_of(tables.code)
    tokens = Tokens(text)
    codes: list[str] = []
    starts, ends, values = tokens.starts, tokens.ends, tokens.values
    fused, shortest = lexicon.fused, lexicon.shortest_fused
    skip = line = 0
    sign_of, add_code, add_start, add_end = SIGNS.get, codes.append, starts.append, ends.append
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if start < skip:
            continue
        group = match.lastindex
        value: object = None
        if group == 4:
            code = sign_of(text[start], OTHER)
            if (
                code == APOSTROPHE
                and (short := SHORT_YEAR.match(text, start))
                and not text[start - 1 : start].isalnum()
            ):
                code, value, end = CODES["decade" if short[2] else "yy"], int(short[1]), short.end()
        elif group == 1:
            if fused and end - start >= shortest and (two := fused.get(match.group().lower())):
                day, values[len(codes)], cut = _read_word(text, start, start + two[0], lexicon)
                add_code(day)
                add_start(start)
                add_end(cut)
                start, code, value = cut, CODES["daypart"], two[1]
            else:
                code, value, end = _read_word(text, start, end, lexicon)
        elif group == 2:
            name, value, end = read_number(text, start, end, tables.day_first, lexicon.hours)
            code = CODES[name] if name else OTHER
        else:
            wrapped = start - line >= WRAPPED_LINE and text[end : end + 1].isalnum()
            line = end
            if wrapped:
                continue
            code = BREAK
        if value is not None:
            values[len(codes)] = value
        add_code(code)
        add_start(start)
        add_end(end)
        skip = end
    tokens.codes = "".join(codes)
    return tokens


def _read_word(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[str, object, int]:
    """Return class, value and end of the longest word or phrase of the tables here."""
    if end - start > MAX_WORD:
        return OTHER, None, end
    raw = text[start:end]
    word = raw.lower()
    if not word.isascii():
        word = word.replace("i\u0307", "i")  # of the Turkish capital İ
    if word not in lexicon.known:
        return OTHER, None, end
    if word in ADDRESSES and (address := ADDRESS.match(text, end)):
        return OTHER, None, address.end()
    if lexicon.years and word in lexicon.years.firsts and (spelled := lexicon.years.read(text, start)):
        return CODES[spelled[0]], spelled[1], spelled[2]
    if word in lexicon.phrases:
        phrases = lexicon.phrases[word]
        found = phrases.match(text, start, end)
        if found and found.end() >= end and not _goes_on(found, lexicon):
            key = " ".join(found.group().lower().replace("’", "'").split())
            code, value = phrases.values[key]
            return code, value, found.end()
    entry = lexicon.single.get(word)
    if entry is None:
        return OTHER, None, end
    code, value = entry
    if word in lexicon.tables.nouns and raw[0].isupper() and text[max(start - 2, 0) : start].rstrip(" ")[-1:].isalnum():
        name, value = lexicon.tables.nouns[word]
        return CODES[name], value, end
    if lexicon.tables.capitals and raw[0].islower() and code in (CODES["month"], CODES["mabbr"]):
        code = CODES["mlow"]
    if (
        code in WRITTEN_SMALL
        and raw[0].isupper()
        and not lexicon.tables.capitals
        and _is_in_name(text, start, end, lexicon)
    ):
        return OTHER, None, end
    return code, value, end


def _goes_on(found: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell "del pasado lunes" and "en el pasado mes de mayo" from "del pasado": its end belongs to what follows."""
    phrase, text = found.group(), found.string
    last = lexicon.single.get(phrase.rpartition(" ")[2].lower(), ("", None))[0]
    if last not in MODIFYING or text[found.end() : found.end() + 1] != " ":
        return False
    behind = text[found.end() + 1 : found.end() + 1 + MAX_WORD].partition(" ")[0].rstrip(".,;:").lower()
    return lexicon.single.get(behind, ("", None))[0] in MODIFIED


def _is_in_name(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell "Plácido Domingo" and "Julio Pérez", where months and weekdays have no capital, by the word beside it."""
    before = (
        text[max(0, start - MAX_WORD) : start].rpartition(" ")[0].rpartition(" ")[2]
        if text[start - 1 : start] == " "
        else ""
    )
    after = text[end + 1 : end + 1 + MAX_WORD].partition("\n")[0] if text[end : end + 1] == " " else ""
    after = after.partition(" ")[0].rstrip(".,;:")
    before = "" if before.endswith(SENTENCE_ENDS) else before
    return any(len(word) > 2 and word.istitle() and word.lower() not in lexicon.single for word in (before, after))
