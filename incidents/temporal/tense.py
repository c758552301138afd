"""The tense of the clause around a date: its nearest verb tells something past, looks ahead, or tells of a plan."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from .lexer import BREAK, CODES, OF, OTHER, Tokens
from .tables import Tables

CLAUSE = 25  # tokens looked at on either side for the tense
VERB_GROUP = 3.5  # tokens: "should be completed" speaks of the future, however near its participle stands
NO_CUES = frozenset({CODES["month"], CODES["daypart"]})  # "May", and the "morgen" of a morning that is past
ADJACENT = 2  # tokens: a verb so near is that of the date
BESIDE = 3  # tokens between the parts of a verb: "was originally scheduled"
COMMA = CODES["comma"]
STOPS = frozenset(".!?;")
STATE = 6  # tokens between a copula and what it says, and between that and a date
CLAUSE_SIGNS = frozenset({BREAK, COMMA, CODES["and"]})
WEEKDAYS = frozenset({CODES["weekday"], CODES["wabbr"]})
ON = frozenset({CODES["on"], CODES["within"]})
POSSESSIVE = CODES["apos"]
QUOTES = "\"„“”«»‘’'"
LIMITING = frozenset(CODES[name] for name in ("since", "until", "bound", "from"))
SHORT = frozenset("dr mr ms st no nr jr sr vs pp ca lt bd bl fr mt ft ss op zb dh hl br sg ds ir mw pr ud".split())
SKIPPED = OF | {CODES["part"], CODES["the"], CODES["hyphen"]}
NEVER = float("inf")
BEHIND, AFTER = 1.5, 2  # a token behind a date is so much further off than one before it, and all of them by so many
NEAREST_BEHIND = BEHIND + AFTER


@cache
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b", re.IGNORECASE)


@cache
def _matching(expression: str) -> re.Pattern[str]:
    return re.compile(expression or r"(?!)")


@dataclass(slots=True)
class Tenses:
    """Reads the tense of clauses, from the words that the tables of a language list."""

    tokens: Tokens
    tables: Tables
    planned_at: int = -1  # the last token of the last date that a plan of the past was told for
    state_at: int = -1  # the last token of the last date that a state of now was told for
    _tells_states: bool | None = None  # whether any of the words for one stands in the text
    _dull: set[int] = field(default_factory=set)  # places seen to be no cue: in a list of dates all look at the same

    def of(self, start: int, end: int) -> int:
        """Return 1 where the clause around these tokens speaks of the future, -1 of the past, 0 for neither.

        "The trial that was to open on Wednesday" is neither: that Wednesday may be past or still to come.
        """
        if start and self.tokens.word(start - 1) in self.tables.backward:
            return -1
        of_weekday = any(self._names_days(at) for at in range(start, end))
        if of_weekday and self._opens_present(start, end):
            return 1
        if self._is_state(start, end):
            self.state_at = end - 1
            return 0
        if of_weekday and self._is_aimed_at(start, end):
            if not any(word in self.tables.was for word in self._sentence(start, end)):
                return 1
            self.planned_at = end - 1
            return 0
        if of_weekday and self._tells_how_it_is(start, end):
            return 1
        ahead, past, planned = self._nearest(range(start - 1, max(-1, start - 1 - CLAUSE), -1), 1.0)
        ahead -= VERB_GROUP
        if self._is_deadline(start, end):
            ahead = min(ahead, 2.0)
        if past < ahead and past < NEAREST_BEHIND and planned == NEVER:
            return -1  # "they said on Monday"
        right = self._nearest(range(end, min(len(self.tokens.codes), end + CLAUSE)), BEHIND)
        ahead, past, planned = (min(one, two + AFTER) for one, two in zip((ahead, past, planned), right, strict=True))
        if planned < NEVER and planned <= min(ahead + VERB_GROUP, past):
            self.planned_at = end - 1
            return 0
        if ahead == past == NEVER and of_weekday and self._follows_present(start):
            return 1
        if ahead == past:
            return 0
        return 1 if ahead < past else -1

    def _names_days(self, place: int) -> bool:
        """Tell a weekday or a weekend, which a present beside it sets a date for."""
        return self.tokens.codes[place] in WEEKDAYS or self.tokens.values.get(place) == "weekend"

    def _opens_present(self, start: int, end: int) -> bool:
        """Tell "Freitag berät der Rat" and "…, op vrijdag spreekt zij": where the verb comes second, a present behind a
        weekday that opens its sentence or clause is an appointment."""
        tokens = self.tokens
        first = start - 1 if start and tokens.codes[start - 1] in ON | LIMITING else start
        if not self._looks_present(end):
            return False
        if not self._opens_sentence(first) and (
            tokens.codes[first - 1] != COMMA or self._may_be_participle(tokens.word(end))
        ):
            return False
        is_alone = end + 1 >= len(tokens.starts) or not tokens.text[tokens.starts[end + 1]].isalnum()
        return not is_alone and tokens.word(end) not in self.tables.states

    def _follows_present(self, start: int) -> bool:
        """Tell "sechs Minister nehmen am Freitag teil" and "de premier spreekt vrijdag", where no other verb stands."""
        tokens, tables = self.tokens, self.tables
        place = start - 2 if start and tokens.codes[start - 1] in ON else start - 1
        if place < 1 or self._opens_sentence(place) or not self._looks_present(place):
            return False
        before, first = tokens.word(place - 1), tokens.text[tokens.starts[place - 1]]
        if self._may_be_participle(tokens.word(place)) or before in tables.determiners or not first.isalnum():
            return False
        if tables.nouns_capital or first.isupper():
            return tokens.codes[place - 1] != CODES["the"]
        is_adjective = before.endswith("e") and not before.endswith("ie")  # "het grote debat", "de politie zoekt"
        return tokens.codes[place - 1] == OTHER and len(before) > 3 and not is_adjective

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
        if word in tables.no_present or word.endswith(tables.past_plurals):
            return False
        return not self._is_past(place, word)

    def _is_aimed_at(self, start: int, end: int) -> bool:
        """Tell "a meeting for Friday", "für Freitag", and neither "blamed for Friday's attack" nor months."""
        tokens = self.tokens
        place = start - 1 if not start or tokens.codes[start - 1] != CODES["the"] else start - 2
        if place < 0 or tokens.word(place) not in self.tables.aimed:
            return False
        return tokens.codes[end : end + 1] != POSSESSIVE

    def _tells_how_it_is(self, start: int, end: int) -> bool:
        """Tell "am Sonntag ist Wahl" from "am Sonntag ist sie gestorben": no participle, nor anything else past."""
        tables = self.tables
        if not tables.participles:
            return False
        before = start - 2 if start and self.tokens.codes[start - 1] in ON else start - 1
        beside = (self.tokens.word(at) for at in (before, end) if 0 <= at < len(self.tokens.codes))
        if not any(word in tables.copulas for word in beside):
            return False
        words = self._sentence(start, end)
        others = (word for word in words if word not in tables.copulas)
        return not any(word in tables.past or self._may_be_participle(word) for word in others)

    def _may_be_participle(self, word: str) -> bool:
        return _matching(self.tables.participles).fullmatch(word) is not None

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

    def _opens_sentence(self, place: int) -> bool:
        return place == 0 or self.tokens.codes[place - 1] == BREAK or self.ends_sentence(place - 1)

    def _is_state(self, start: int, end: int) -> bool:
        """Tell "on Sunday the shop is closed", which may be said of every Sunday, from what has happened on one.

        "Closed by the police" and "ist geschlossen worden" tell something past, and "closed since Sunday" a start.
        """
        tokens, tables = self.tokens, self.tables
        if self._tells_states is None:
            self._tells_states = bool(tables.states) and _any_of(tables.states).search(tokens.text) is not None
        if not self._tells_states or (start and tokens.codes[start - 1] in LIMITING):
            return False
        for place in range(max(0, start - STATE), min(len(tokens.codes), end + STATE)):
            if tokens.word(place) not in tables.states or start <= place < end:
                continue
            between = range(place + 1, start) if place < start else range(end, place)
            if any(tokens.codes[at] in CLAUSE_SIGNS or self.ends_sentence(at) for at in between if at != end):
                continue
            after = tokens.word(place + 1) if place + 1 < len(tokens.codes) else ""
            beside = (tokens.word(at) for at in range(max(0, place - STATE), place))
            if after not in tables.after_states and any(word in tables.copulas for word in beside):
                return True
        return False

    def is_verb(self, place: int) -> bool:
        word = self.tokens.word(place)
        return self._is_future(word, self.tokens.codes[place]) or self._is_past(place, word)

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

    def _nearest(self, places: range, weight: float) -> tuple[float, float, float]:
        """Return how far the nearest cues of the future, of the past and of a plan are, up to the sentence's end."""
        tokens = self.tokens
        ahead = past = NEVER
        aside = 0.0  # behind a comma no verb group goes on: "the storm, due Thursday, killed two on Monday"
        for distance, place in enumerate(places, 1):
            if distance * weight - VERB_GROUP > min(ahead, past):
                break  # too far to be the nearest
            code = tokens.codes[place]
            if distance > ADJACENT and place in self._dull:
                aside = VERB_GROUP if code == COMMA else aside
                continue
            if code == BREAK or (tokens.text[tokens.starts[place]] in STOPS and self.ends_sentence(place)):
                break
            word = tokens.word(place)
            if code == COMMA:
                aside = VERB_GROUP
            if self._is_present(place, word, distance):
                ahead = min(ahead, distance * weight + VERB_GROUP)
            elif not aside and past == NEVER and self._is_plan(place, word):
                return ahead, past, distance * weight
            elif past < NEVER and word in self.tables.plans and self._is_plan(place, word):
                break  # "the man who was due to speak died on Wednesday"
            elif self._is_future(word, code):
                ahead = min(ahead, distance * weight + aside)
            elif self._is_past(place, word):
                past = min(past, distance * weight)
            else:
                self._dull.add(place)
            if ahead < NEVER and past < NEVER:
                break
        return ahead, past, NEVER

    def _is_future(self, word: str, code: str) -> bool:
        tables = self.tables
        if word in tables.future:
            return code not in NO_CUES
        return word.endswith(tables.future_endings) and word not in tables.past

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
        if listed or is_sure:
            return not (is_name and tables.nouns_capital)
        if word in tables.no_past or before in tables.determiners:
            return False
        return not (is_name and (tables.subject_first or tables.nouns_capital or word.endswith(tables.names_end)))

    def _is_present(self, place: int, word: str, distance: int) -> bool:
        """Tell "is on Monday", "are closed Monday" and "is to appear in court on Monday", which look ahead."""
        present = self.tables.present
        if not present or not place:
            return False
        is_near = distance <= ADJACENT
        if is_near and word in present:
            return True
        is_participle = word.endswith(self.tables.past_endings) or word in self.tables.past
        if word in self.tables.to_come or (is_near and is_participle):
            return self._auxiliary(place) in present
        return False

    def _auxiliary(self, place: int) -> str:
        """Return the word before, or the one before that in "is officially reported"."""
        if not place:
            return ""
        ending, before = self.tables.adverb_ending, self.tokens.word(place - 1)
        return self.tokens.word(place - 2) if ending and place > 1 and before.endswith(ending) else before

    def _is_plan(self, place: int, word: str) -> bool:
        """Tell a plan of the past: "was to open", "had been scheduled", "devait s'ouvrir", "sollte … beginnen"."""
        tables = self.tables
        if word in tables.planned:
            return True
        if word in tables.was:
            return self._follows_plan(place)
        if word not in tables.plans:
            return False
        before = (self.tokens.word(at) for at in range(max(0, place - BESIDE), place))
        return any(word in tables.was for word in before)

    def _follows_plan(self, place: int) -> bool:
        """Tell whether "was" goes on with "to" or "due"; in Dutch and German the participle ends the clause."""
        tokens, tables = self.tokens, self.tables
        reach = CLAUSE if tables.verb_last else BESIDE
        for at in range(place + 1, min(len(tokens.codes), place + 1 + reach)):
            if tokens.codes[at] in (BREAK, COMMA) or self.ends_sentence(at):
                return False
            word = tokens.word(at)
            if word in tables.plans:
                return True
            if at == place + 1 and word in tables.to_come:
                return True
        return False

    def _is_deadline(self, start: int, end: int) -> bool:
        """Tell "leave by Friday", which looks ahead, from "by Friday 40 had died" and "40 had died by Friday"."""
        tokens, tables = self.tokens, self.tables
        while start and tokens.codes[start - 1] in SKIPPED:
            start -= 1
        if not start or tokens.word(start - 1) not in tables.deadline:
            return False
        return not (self._had_been(start - 1) or (self._is_fronted(start - 1) and self._had_by_then(end)))

    def _is_fronted(self, place: int) -> bool:
        before = place - 1
        return before < 0 or self.tokens.codes[before] in (BREAK, COMMA) or self.ends_sentence(before)

    def _had_been(self, place: int) -> bool:
        """Tell whether a verb in the past perfect stands right before: "40 had died by"."""
        tokens, tables = self.tokens, self.tables
        words = [tokens.word(at) for at in range(max(0, place - BESIDE), place)]
        if not words or not self._is_past(place - 1, words[-1]):
            return False
        return any(word in tables.had for word in words[:-1])

    def _had_by_then(self, end: int) -> bool:
        """Tell whether the clause behind a date tells something past: "by Friday 40 were dead"."""
        tokens, tables = self.tokens, self.tables
        for place in range(end, min(len(tokens.codes), end + CLAUSE)):
            word, code = tokens.word(place), tokens.codes[place]
            if code == BREAK or self.ends_sentence(place) or self._is_future(word, code) or self._is_plan(place, word):
                return False
            if self._is_past(place, word):
                return tokens.word(min(place + 1, len(tokens.codes) - 1)) not in tables.to_come  # "had to leave"
        return False
