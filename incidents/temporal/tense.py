"""The tense of the clause around a date: its nearest verb tells something past, looks ahead, or tells of a plan."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from .lexer import BREAK, CODES, OF
from .presents import LIMITING, Presents
from .verbs import ADJACENT, CLAUSE, COMMA, STOPS

VERB_GROUP = 3.5  # tokens: "should be completed" speaks of the future, however near its participle stands
BESIDE = 3  # tokens between the parts of a verb: "was originally scheduled"
STATE = 6  # tokens between a copula and what it says, and between that and a date
CLAUSE_SIGNS = frozenset({BREAK, COMMA, CODES["and"]})
WEEKDAYS = frozenset({CODES["weekday"], CODES["wabbr"]})
ON_OR_THE = frozenset({CODES["on"], CODES["the"]})
POSSESSIVE = CODES["apos"]
SKIPPED = OF | {CODES["part"], CODES["the"], CODES["hyphen"]}
DATED = frozenset(CODES[name] for name in ("month", "mabbr", "weekday", "wabbr", "year", "num", "season"))
NEVER = float("inf")
BEHIND, AFTER = 1.5, 2  # a token behind a date is so much further off than one before it, and all of them by so many
NEAREST_BEHIND = BEHIND + AFTER


@cache
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b", re.IGNORECASE)


@dataclass(slots=True)
class Tenses(Presents):
    """Reads the tense of clauses, from the words that the tables of a language list."""

    told_at: int = -1  # the last token of the last date that a verb of the past right before it tells of: "died on"
    planned_at: int = -1  # the last token of the last date that a plan of the past was told for
    appointed_at: int = -1  # the last token of the last date that only a verb in the present speaks for
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
        if self._opens_present(start, end):
            return 1 if of_weekday or self.tokens.word(end) in self.tables.future else 0
        if of_weekday and self._is_attributive(start, end):
            return 1
        if (told := self._of_subordinate(start, end, of_weekday)) is not None:
            return told
        if self._is_state(start, end):
            self.state_at = end - 1
            return 0
        if of_weekday and self._is_aimed_at(start, end):
            if not any(word in self.tables.was for word in self._sentence(start, end)):
                return 1
            self.planned_at = end - 1
            return 0
        if self._tells_how_it_is(start, end):
            return 1
        ahead, past, planned = self._nearest(range(start - 1, max(-1, start - 1 - CLAUSE), -1), 1.0)
        ahead -= VERB_GROUP
        if self._is_deadline(start, end):
            ahead = min(ahead, 2.0)
        if past < ahead and past < NEAREST_BEHIND and planned == NEVER:
            self.told_at = end - 1 if self._is_on(start) else -1
            return -1  # "they said on Monday"
        right = self._nearest(range(end, min(len(self.tokens.codes), end + CLAUSE)), BEHIND)
        ahead, past, planned = (min(one, two + AFTER) for one, two in zip((ahead, past, planned), right, strict=True))
        if planned < NEVER and planned <= min(ahead + VERB_GROUP, past):
            self.planned_at = end - 1
            return 0
        if ahead == past == NEVER and of_weekday:
            if self._follows_present(start):
                return 1
            if self._is_appointment(start):
                self.appointed_at = end - 1
                return 1
        if ahead == past:
            return int(self._leads_on(start))
        return 1 if ahead < past else -1

    def _is_on(self, start: int) -> bool:
        """Tell "died on 3 May" from "put off to 3 May": a day stands alone, or behind its own preposition."""
        return bool(start) and self.tokens.codes[start - 1] in ON_OR_THE

    def _names_days(self, place: int) -> bool:
        """Tell a weekday or a weekend, which a present beside it sets a date for."""
        return self.tokens.codes[place] in WEEKDAYS or self.tokens.values.get(place) == "weekend"

    def _is_aimed_at(self, start: int, end: int) -> bool:
        """Tell "a meeting for Friday", "für Freitag", and neither "blamed for Friday's attack" nor months."""
        tokens = self.tokens
        place = start - 1 if not start or tokens.codes[start - 1] != CODES["the"] else start - 2
        if place < 0 or tokens.word(place) not in self.tables.aimed:
            return False
        return tokens.codes[end : end + 1] != POSSESSIVE

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
            if any((tokens.codes[at] in CLAUSE_SIGNS and at != end) or self.ends_sentence(at) for at in between):
                continue
            after = tokens.word(place + 1) if place + 1 < len(tokens.codes) else ""
            if after in tables.closings or (place and tokens.word(place - 1) in tables.closings):
                continue  # shares that closed lower
            beside = range(max(0, place - STATE), place)
            if after not in tables.after_states and any(self._is_copula(at) for at in beside):
                return True
        return False

    def _is_copula(self, place: int) -> bool:
        """Tell "est ouvert" from "s'est ouvert", which has happened."""
        tokens, tables = self.tokens, self.tables
        if tokens.word(place) not in tables.copulas:
            return False
        before = place - 2 if place and tokens.codes[place - 1] == POSSESSIVE else place - 1
        return before < 0 or tokens.word(before) not in tables.reflexives

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
            elif word in self.tables.hearsay and self._is_hearsay(place):
                past = min(past, max(0.0, distance * weight - VERB_GROUP))
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

    def _leads_on(self, start: int) -> bool:
        """Tell "ab September", "vanaf 3 mei": what is told of neither past nor future, and begins then."""
        tokens = self.tokens
        while start and tokens.codes[start - 1] in SKIPPED:
            start -= 1
        return start > 0 and tokens.word(start - 1) in self.tables.onward

    def _is_deadline(self, start: int, end: int) -> bool:
        """Tell "leave by Friday", which looks ahead, from "by Friday 40 had died" and "40 had died by Friday"."""
        tokens, tables = self.tokens, self.tables
        while start and tokens.codes[start - 1] in SKIPPED:
            start -= 1
        if not start or tokens.word(start - 1) not in tables.deadline:
            return False
        if start > 1 and tokens.codes[start - 2] in DATED:
            return False  # "von Januar bis März"
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
