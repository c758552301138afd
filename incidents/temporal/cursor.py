"""Walk over the tokens of a text, and read the pattern that matches at one."""

from __future__ import annotations

from .context import Context
from .lexer import CODES, OTHER
from .periods import OutOfCalendar
from .rules import GRAMMAR
from .values import Value

NAMES = {code: name for name, code in CODES.items()}
BOTH = frozenset({"of", "from"})  # what a word may mean that is both, as Dutch "van" is
AGREEING = frozenset(CODES[name] for name in ("the", "same", "this"))
STARTS = GRAMMAR.first_codes()
MAX_KEPT = 64  # readings
BEYOND = 8  # tokens that a layer may look at after the end of the text

Read = tuple[Value, int]  # a value and the token after it


class Cursor:
    """The lowest layer of a reader: the longest pattern at a token that means something there."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.tokens = context.tokens
        self._codes = context.tokens.codes + OTHER * BEYOND
        self._cores: dict[tuple[int, int | None], Read | None] = {}  # layers ask for the same place again

    def _is(self, at: int, *names: str) -> bool:
        """Tell whether the token at a place is of one of the classes; beyond the end there is none."""
        name = NAMES.get(self._codes[at])
        return name in names or (name == "of_from" and not BOTH.isdisjoint(names))

    def _word(self, at: int) -> str:
        """Return what a token means as the name that its table gives."""
        return str(self.tokens.values[at])

    def _skip(self, at: int, *names: str) -> int:
        """Return the place after an optional token of these classes."""
        name = NAMES.get(self._codes[at])
        if name in names:
            return at + 1
        return at + 1 if name == "of_from" and not BOTH.isdisjoint(names) else at

    def _core(self, at: int) -> Read | None:
        """Return the longest pattern that means something here."""
        if self._codes[at] not in STARTS:
            return None
        key = (at, self.context.inherited_year)
        if key not in self._cores:
            if len(self._cores) >= MAX_KEPT:
                self._cores.clear()
            self._cores[key] = self._longest(at)
        return self._cores[key]

    def _longest(self, at: int) -> Read | None:
        for found, build in GRAMMAR.matches(self.tokens, at):
            if not self._agrees(found.start, found.end):
                continue
            self.context.place = found.end - 1
            try:
                value = build(found, self.context)
            except (OutOfCalendar, OverflowError):
                continue
            if value is not None:
                return value, found.end
        return None

    def _agrees(self, start: int, end: int) -> bool:
        """Tell whether a leading article can belong to the words after it: Dutch "het" before "week" is a pronoun."""
        if self._codes[start] not in AGREEING or not self.context.tables.disagreeing:
            return True
        wrong = self.context.tables.disagreeing.get(self.tokens.word(start))
        return not wrong or not any(
            self.tokens.word(place) in wrong
            and not (
                self._is(place, "unit") and self._is(place - 1, "card", "num", "int", "few", "art")
            )  # "de vier jaar"
            for place in range(start + 1, end)
        )
