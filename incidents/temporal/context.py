"""What is known at a place of a text: the day of the report, the last date given, the tense of the clause."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .lexer import BREAK, CODES, OF, Tokens
from .periods import MAX_YEAR, UNITS, Period
from .storyline import Storyline
from .tables import Tables
from .values import Value

COARSENESS = {unit: rank for rank, unit in enumerate(UNITS)}
CLAUSE = 25  # tokens looked at on either side for the tense
VERB_GROUP = 3.5  # tokens: "should be completed" speaks of the future, however near its participle stands
NO_CUES = frozenset({CODES["month"], CODES["daypart"]})  # "May", and the "morgen" of a morning that is past
ADJACENT = 2  # tokens: a verb so near is that of the date
COMMA = CODES["comma"]
SKIPPED = OF | {CODES["part"], CODES["the"], CODES["hyphen"]}


@dataclass(slots=True)
class Context:
    """What the anchoring of one text knows: the report's day, the words around, the last date read."""

    reference: date | None
    tables: Tables
    tokens: Tokens
    story: Storyline | None = None  # of a narrative
    place: int = 0  # the last token of what is being read
    focus: Period | None = None
    recent: list[Period] = field(default_factory=list)  # the last date of each unit, the latest first
    told: tuple[Period, int] | None = None  # the last date that was given with its year, and its last token
    inherited_year: int | None = None
    whole: bool = False  # the text is nothing but a date: doubtful words are taken for one
    _dull: set[int] = field(default_factory=set)  # places seen to be no cue: in a list of dates all look at the same

    @property
    def narrative(self) -> bool:
        return self.story is not None

    @property
    def story_year(self) -> int | None:
        """The year that a narrative has reached; None for news, and where the text names no year."""
        stage = self.story.at(self.place) if self.story else None
        return stage[0] if stage else None

    @property
    def now(self) -> date | None:
        """The day that relative words count from."""
        stage = self.story.at(self.place) if self.story else None
        if stage is None or not 1 <= stage[0] <= MAX_YEAR:
            return self.reference
        if self.focus and self.focus.year == stage[0]:
            return self.focus.first
        return date(stage[0], stage[1] or 1, 1)

    def note(self, value: Value) -> None:
        """Remember the date for later words such as "the following day", but for an aside of a narrative."""
        if not value.period or value.kind not in ("date", "time") or self._is_deadline(value):
            return
        if value.rule == "absolute" and value.period.year > 0:
            self.told = value.period, self.place
        if self.story_year in (None, value.period.year):
            self.focus = value.period
            self.recent = [value.period, *(p for p in self.recent if p.unit != value.period.unit)]

    def _is_deadline(self, value: Value) -> bool:
        """Tell a date that nothing happened on: "before 5 May", "until 5 October" where that is still to come."""
        if value.edtf.startswith("[.."):
            return True
        day = self.reference
        is_ahead = bool(value.period and day and value.period.year > 0 and value.period.first > day)
        return value.edtf.startswith("../") and is_ahead and not self.narrative

    def told_in_sentence(self) -> Period | None:
        """Return the last date given with its year, where no sentence has ended since."""
        if self.told is None or self.narrative or self.place - self.told[1] > CLAUSE:
            return None
        since = range(self.told[1] + 1, min(self.place, len(self.tokens.codes)))
        is_cut = any(self.tokens.codes[place] == BREAK or self._ends_sentence(place) for place in since)
        return None if is_cut else self.told[0]

    def last_date(self, unit: str) -> Period | None:
        """Return the last date given that is as fine as a unit, so that counting in it makes sense."""
        if unit == "year" and self.story_year is not None:
            return Period(unit, self.story_year)
        finest = COARSENESS.get(unit, -1)
        return next((p for p in self.recent if COARSENESS[p.unit] <= finest), None)

    def tense(self, start: int, end: int) -> int:
        """Return 1 where the clause around these tokens speaks of the future, -1 of the past, 0 for neither."""
        ahead, past = self._nearest(range(start - 1, max(-1, start - 1 - CLAUSE), -1), 1.0)
        ahead_right, past_right = self._nearest(range(end, min(len(self.tokens.codes), end + CLAUSE)), 1.5)
        ahead -= VERB_GROUP
        while start and self.tokens.codes[start - 1] in SKIPPED:
            start -= 1
        if start and self.tokens.word(start - 1) in self.tables.deadline:
            ahead = min(ahead, 2.0)
        ahead, past = min(ahead, ahead_right + 2), min(past, past_right + 2)
        if ahead == past:
            return 0
        return 1 if ahead < past else -1

    def _nearest(self, places: range, weight: float) -> tuple[float, float]:
        """Return how far the nearest cues of the future and of the past are, up to the end of the sentence."""
        tokens, tables = self.tokens, self.tables
        ahead = past = float("inf")
        aside = 0.0  # behind a comma no verb group goes on: "the storm, due Thursday, killed two on Monday"
        for distance, place in enumerate(places, 1):
            code = tokens.codes[place]
            if distance > ADJACENT and place in self._dull:
                aside = VERB_GROUP if code == COMMA else aside
                continue
            if code == BREAK or self._ends_sentence(place):
                break
            word = tokens.word(place)
            if code == COMMA:
                aside = VERB_GROUP
            if self._is_present(place, word, distance):
                ahead = min(ahead, distance * weight + VERB_GROUP)
            elif (word in tables.future and code not in NO_CUES) or word.endswith(tables.future_endings):
                ahead = min(ahead, distance * weight + aside)
            elif self._is_past(place, word):
                past = min(past, distance * weight)
            else:
                self._dull.add(place)
            if ahead < float("inf") and past < float("inf"):
                break
        return ahead, past

    def _is_past(self, place: int, word: str) -> bool:
        """Tell "they arrested", and neither "United play City" nor "is accused" and "be held"."""
        tokens, tables = self.tokens, self.tables
        if word in tables.past:
            return True
        if len(word) <= 4 or not tables.past_endings or not word.endswith(tables.past_endings):
            return False
        before = tokens.word(place - 1) if place else ""
        if before in tables.present or before in tables.passive:
            return False
        return not (tables.subject_first and tokens.text[tokens.starts[place]].isupper())

    def _is_present(self, place: int, word: str, distance: int) -> bool:
        """Tell "is on Monday", "are closed Monday" and "is to appear in court on Monday", which look ahead."""
        present = self.tables.present
        if not present or not place:
            return False
        if distance <= ADJACENT and word in present:
            return True
        if self.tokens.word(place - 1) not in present:
            return False
        return word in self.tables.to_come or (distance <= ADJACENT and word.endswith(self.tables.past_endings))

    def _ends_sentence(self, place: int) -> bool:
        tokens = self.tokens
        sign = tokens.text[tokens.starts[place]]
        if sign in "!?;":
            return True
        if sign != "." or place == 0 or place + 1 >= len(tokens.starts):
            return False
        after = tokens.starts[place + 1]
        short = tokens.ends[place - 1] - tokens.starts[place - 1] <= 2
        return after > tokens.ends[place] and tokens.text[after].isupper() and not short
