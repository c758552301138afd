"""Where a sentence begins and ends, and which of its words are verbs of the past or look ahead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .lexer import BREAK, CODES, Tokens
from .tables import Tables

CLAUSE = 25  # tokens looked at on either side for the tense
NO_CUES = frozenset({CODES["month"], CODES["daypart"]})  # "May", and the "morgen" of a morning that is past
ADJACENT = 2  # tokens: a verb so near is that of the date
COMMA = CODES["comma"]
STOPS = frozenset(".!?;")
FRAGMENT = 10  # words: a sentence has more, or a verb
DATELINE = 10  # tokens: place, country and agency
HYPHEN = CODES["hyphen"]
QUOTES = "\"„“”«»‘’'"
SHORT = frozenset("dr mr ms st no nr jr sr vs pp ca lt bd bl fr mt ft ss op zb dh hl br sg ds ir mw pr ud".split())


@cache
def matching(expression: str) -> re.Pattern[str]:
    return re.compile(expression or r"(?!)")


@dataclass(slots=True)
class Verbs:
    """Tells verbs and the bounds of sentences, from the words that the tables of a language list."""

    tokens: Tokens
    tables: Tables

    def ends_sentence(self, place: int) -> bool:
        tokens = self.tokens
        sign = tokens.text[tokens.starts[place]]
        if sign not in STOPS:
            return False
        if sign != ".":
            return True
        if place == 0 or place + 1 >= len(tokens.starts):
            return False
        after = tokens.starts[place + 1]
        if after == tokens.ends[place] or self._is_abbreviated(place - 1):
            return False
        after += tokens.text[after] in QUOTES  # "in April." "We win"
        return tokens.text[after : after + 1].isupper()

    def _is_abbreviated(self, place: int) -> bool:
        """Tell "Dr.", "J." and the "5." of "am 5. Mai" from "so." and "on."."""
        start, end = self.tokens.starts[place], self.tokens.ends[place]
        word = self.tokens.text[start:end]
        return len(word) == 1 or (len(word) == 2 and (word.isdigit() or word.lower() in SHORT))

    def opens_sentence(self, place: int) -> bool:
        if place == 0 or self.tokens.codes[place - 1] == BREAK or self.ends_sentence(place - 1):
            return True
        return self.tokens.codes[place - 1] == HYPHEN and self._ends_dateline(place - 1)

    def _ends_dateline(self, place: int) -> bool:
        """Tell the dash in "BERLIN (dpa) - Am Freitag berät der Rat": a place opens the line."""
        tokens = self.tokens
        before = tokens.text[tokens.starts[place - 1]] if place else ""
        if tokens.starts[place] == tokens.ends[place - 1] or not (before == ")" or before.isupper()):
            return False
        first = next((at for at in range(place, max(0, place - DATELINE), -1) if tokens.codes[at - 1] == BREAK), 0)
        return place - first < DATELINE and not any(self.ends_sentence(at) for at in range(first, place))

    def _sentence(self, start: int, end: int) -> list[str]:
        """Return the words of the sentence around these tokens, as far as the tense is looked for."""
        tokens, words = self.tokens, []
        for places in (
            range(start - 1, max(-1, start - 1 - CLAUSE), -1),
            range(end, min(len(tokens.codes), end + CLAUSE)),
        ):
            for place in places:
                if tokens.codes[place] == BREAK or self.ends_sentence(place):
                    break
                words.append(tokens.word(place))
        return words

    def is_fragment(self, start: int, end: int) -> bool:
        """Tell a heading or a line of a programme: few words, and none that may be a verb."""
        words = self._sentence(start, end)
        return len(words) <= FRAGMENT and not any(self._may_be_verb(word) for word in words)

    def _may_be_verb(self, word: str) -> bool:
        tables = self.tables
        if word in tables.past or word in tables.future or word in tables.copulas or word in tables.present:
            return True
        return len(word) > 4 and word.endswith((*tables.past_endings, *tables.future_endings))

    def is_verb(self, place: int) -> bool:
        word = self.tokens.word(place)
        return self._is_future(word, self.tokens.codes[place]) or self._is_past(place, word)

    def _is_future(self, word: str, code: str) -> bool:
        tables = self.tables
        if word in tables.future:
            return code not in NO_CUES
        return word.endswith(tables.future_endings) and word not in tables.past

    def _is_hearsay(self, place: int) -> bool:
        """Tell "soll gestohlen haben", "aurait tué", "may have left", which are of the past, from "soll kommen"."""
        tokens, tables, words = self.tokens, self.tables, []
        for at in range(place + 1, min(len(tokens.codes), place + 1 + (CLAUSE if tables.verb_last else ADJACENT))):
            if tokens.codes[at] in (BREAK, COMMA) or self.ends_sentence(at):
                break
            if tokens.text[tokens.starts[at]].isalpha():
                words.append(tokens.word(at))
        return matching(tables.hearsay_tail).search(" ".join(words)) is not None

    def _is_past(self, place: int, word: str) -> bool:
        """Tell "they arrested", and neither "United play City" nor "is accused", "be held" and "la policía"."""
        tokens, tables = self.tokens, self.tables
        is_sure = word.endswith(tables.sure_endings) and len(word) > len("rió")
        listed = word in tables.past
        if not listed and not is_sure and (len(word) <= 4 or not word.endswith(tables.past_endings)):
            return False
        is_name = tokens.text[tokens.starts[place]].isupper()
        before = self._auxiliary(place)
        if before in tables.present or before in tables.passive:
            return False
        if word in tables.perfects:
            return self._has_participle(place)
        if listed or is_sure:
            return not (is_name and tables.nouns_capital)
        if word in tables.no_past or before in tables.determiners or self._is_present_plural(word):
            return False
        return not (is_name and (tables.subject_first or tables.nouns_capital or word.endswith(tables.names_end)))

    def _is_present_plural(self, word: str) -> bool:
        """Tell "praten" from "praatten" and "gesloten"."""
        return word.endswith(self.tables.present_plurals) and not self._may_be_participle(word)

    def _may_be_participle(self, word: str) -> bool:
        return matching(self.tables.participles).fullmatch(word) is not None

    def _has_participle(self, place: int) -> bool:
        """Tell "sind gestorben" from "sind fällig"."""
        return any(self._may_be_participle(word) for word in self._sentence(place, place + 1))

    def _auxiliary(self, place: int) -> str:
        """Return the word before, or the one before that in "is officially reported"."""
        if not place:
            return ""
        ending, before = self.tables.adverb_ending, self.tokens.word(place - 1)
        return self.tokens.word(place - 2) if ending and place > 1 and before.endswith(ending) else before
