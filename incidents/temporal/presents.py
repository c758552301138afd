"""Clauses in the present, and those that end in their verb: what they tell of a date that stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from .lexer import BREAK, CODES, OTHER
from .verbs import CLAUSE, COMMA, STOPS, Verbs

VERBS_LAST = 3  # words: "hätte stattfinden sollen"
THE = CODES["the"]
DAYPART = CODES["daypart"]
CLOSING = frozenset({BREAK, COMMA})
ON = frozenset({CODES["on"], CODES["within"]})
APPOINTING = ON | {CODES["the"], CODES["this"]}
LIMITING = frozenset(CODES[name] for name in ("since", "until", "bound", "from"))


@dataclass(slots=True)
class Presents(Verbs):
    """Tells an appointment by its verb in the present."""

    def _opens_present(self, start: int, end: int) -> bool:
        """Tell "Freitag berät der Rat" and "…, op vrijdag spreekt zij": where the verb comes second, a present behind a
        weekday that opens its sentence or clause is an appointment."""
        tokens = self.tokens
        first = start - 1 if start and tokens.codes[start - 1] in ON | LIMITING else start
        end += tokens.codes[end : end + 1] == DAYPART
        if not self._looks_present(end):
            return False
        if not self.opens_sentence(first) and (
            tokens.codes[first - 1] != COMMA or self._may_be_participle(tokens.word(end))
        ):
            return False
        is_alone = end + 1 >= len(tokens.starts) or not tokens.text[tokens.starts[end + 1]].isalnum()
        return not is_alone and tokens.word(end) not in self.tables.states

    def _follows_present(self, start: int) -> bool:
        """Tell "sechs Minister nehmen am Freitag teil" and "de premier spreekt vrijdag", where no other verb stands."""
        tokens, tables = self.tokens, self.tables
        place = start - 2 if start and tokens.codes[start - 1] in ON else start - 1
        is_reflexive = place > 1 and tokens.word(place) in tables.reflexives
        place -= is_reflexive
        if place < 1 or self.opens_sentence(place) or not self._looks_present(place):
            return False
        before, first = tokens.word(place - 1), tokens.text[tokens.starts[place - 1]]
        may_be_participle = self._may_be_participle(tokens.word(place)) and not is_reflexive
        if may_be_participle or before in tables.determiners or not first.isalnum():
            return False
        if tables.nouns_capital or first.isupper():
            return tokens.codes[place - 1] != CODES["the"]
        is_adjective = before.endswith("e") and not before.endswith("ie")  # "het grote debat", "de politie zoekt"
        return tokens.codes[place - 1] == OTHER and len(before) > 3 and not is_adjective

    def _is_appointment(self, start: int) -> bool:
        """Tell "les députés votent mardi", "the court meets on Friday" from "le vote mardi"."""
        tokens, tables = self.tokens, self.tables
        place = start - 1
        while place > 0 and tokens.codes[place] in APPOINTING:
            place -= 1
        if place < 1 or tokens.word(place) not in tables.presents:
            return False
        return tokens.codes[place - 1] == OTHER and tokens.word(place - 1) not in tables.determiners

    def _looks_present(self, place: int) -> bool:
        """Tell a word that may be a verb in the present by its ending, and is of no other kind that is known."""
        tokens, tables = self.tokens, self.tables
        if not tables.present_endings or tokens.codes[place : place + 1] != OTHER:
            return False
        word = tokens.word(place)
        if (
            len(word) < 4
            or not word.endswith(tables.present_endings)
            or not tokens.text[tokens.starts[place]].islower()
        ):
            return False
        if word in tables.no_present:
            return False
        if word.endswith(tables.past_plurals) and not self._is_present_plural(word):
            return False
        return not self._is_past(place, word)

    def _is_attributive(self, start: int, end: int) -> bool:
        """Tell "die am Freitag beginnende Messe": an article before the date, a participle behind it."""
        tokens, tables = self.tokens, self.tables
        if not tables.attributive or tokens.codes[end : end + 1] != OTHER:
            return False
        word = tokens.word(end)
        before = start - 2 if start and tokens.codes[start - 1] in ON else start - 1
        if not (word.endswith(tables.attributive) and tokens.text[tokens.starts[end]].islower() and len(word) > 6):
            return False
        return before >= 0 and (tokens.codes[before] == THE or tokens.word(before) in tables.determiners)

    def _tells_how_it_is(self, start: int, end: int) -> bool:
        """Tell "am Sonntag ist Wahl" from "am Sonntag ist sie gestorben": no participle, nor anything else past."""
        tables = self.tables
        if not tables.participles:
            return False
        before = start - 2 if start and self.tokens.codes[start - 1] in ON else start - 1
        beside = (self.tokens.word(at) for at in (before, end) if 0 <= at < len(self.tokens.codes))
        if not any(word in tables.perfects for word in beside):
            return False
        words = self._sentence(start, end)
        others = (word for word in words if word not in tables.perfects)
        return not any(word in tables.past or self._may_be_participle(word) for word in others)

    def _of_subordinate(self, start: int, end: int, of_weekday: bool) -> int | None:
        """Read the verbs that end a clause with "dass", "dat" or "weil" before the date: they alone tell its tense.

        None where no such clause is open, or its end tells nothing: "sagte, dass er im März nach Rom reisen will".
        """
        tokens, tables = self.tokens, self.tables
        if not tables.subordinating or not self._is_subordinate(start):
            return None
        words = []
        for place in range(end, min(len(tokens.codes), end + CLAUSE)):
            if tokens.codes[place] in (BREAK, COMMA) or self.ends_sentence(place):
                break
            if tokens.text[tokens.starts[place]].islower():
                words.append(tokens.word(place))
        if not words:
            return None
        last = words[-VERBS_LAST:]
        if any(word in tables.planned for word in last):
            return None  # "der am Montag beginnen sollte"
        if any(self._is_future(word, OTHER) for word in last):
            return 1
        if any(word in tables.past and word not in tables.copulas for word in last) or self._ends_perfect(words):
            return -1
        if last[-1] in tables.copulas:
            return 1 if of_weekday else None
        if len(last[-1]) < 4 or not last[-1].endswith(tables.present_endings) or last[-1].endswith(tables.past_endings):
            return None
        return int(of_weekday or (start > 0 and tokens.codes[start - 1] in LIMITING))

    def _ends_perfect(self, words: list[str]) -> bool:
        """Tell "dass er den Preis gesenkt hat" from "dass er den Preis verringert", a present that looks the same."""
        if any(word in self.tables.perfects or word in self.tables.had for word in words):
            return any(self._may_be_participle(word) for word in words[-VERBS_LAST:])
        return any(self._may_be_participle(word) and "ge" in word for word in words[-VERBS_LAST:])

    def _is_subordinate(self, start: int) -> bool:
        """Tell whether a conjunction that sends the verb to the end stands before a date, and no verb since."""
        tokens, tables = self.tokens, self.tables
        for place in range(start - 1, max(-1, start - 1 - CLAUSE), -1):
            word = tokens.word(place)
            if word in tables.subordinating or (word in tables.relative_pronouns and self._follows_noun(place)):
                return True
            if tokens.codes[place] in CLOSING or (word in STOPS and self.ends_sentence(place)):
                return False
            if word in tables.copulas or word in tables.past or word in tables.future:
                return False
        return False

    def _follows_noun(self, place: int) -> bool:
        """Tell the pronoun of "der Minister, der am Freitag reist" and "de man die zondag viel" from an article."""
        tokens = self.tokens
        if not place or tokens.codes[place - 1] == COMMA:
            return place > 0
        return not self.tables.nouns_capital and tokens.codes[place - 1] == OTHER and not self.opens_sentence(place)
