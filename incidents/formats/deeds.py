"""Headlines of what a machine logged: what was done, and to what, as “Content Modification Time: /etc/passwd”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .cells import line_of, text_of_value
from .columnwords import words_of

MAX_DEED = 60  # characters
# What tells what was done, the surest name first, and what it was done to.
_DEEDS = (
    "timestamp desc",
    "action type",
    "event type",
    "event action",
    "action",
    "activity",
    "operation",
    "field",
    "type",
)
_THINGS = ("file name", "filename", "folder path", "path", "remote url", "url", "registry key", "process command line")
_THING = re.compile(
    r"[\"'(\[]*(?:[A-Za-z]:\\|\\\\|~?/\w|[A-Za-z]+:/|HK(?:EY_|LM|CU)|[\w{}.-]{1,80}\.[A-Za-z][A-Za-z0-9]{1,4}(?=[\"'\s)\]]|$)"
    r"|[0-9a-f]{32})"
)
_MESSAGE = re.compile(r"\bMessage string: (.{8,}?)(?= (?:Strings|Computer Name|Record Number|Event Level): |$)", re.S)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def tells_deeds(names: Iterable[str]) -> bool:
    """Tell whether one of a file's columns, in words, says what was done."""
    return not frozenset(_DEEDS).isdisjoint(names)


def is_thing(text: str) -> bool:
    """Tell a path, a file's name, a command, a key or a hash from words that say what happened."""
    return _THING.match(text) is not None


class Deeds:
    """Leads the headlines of a file of which most are things with what was done to these."""

    def __init__(self, columns: Iterable[str], headlines: Iterable[str]) -> None:
        samples = list(headlines)
        self.names = {words_of(path): path for path in columns}
        many = not samples or 2 * sum(map(is_thing, samples)) >= len(samples)
        self.deed = next((self.names[name] for name in _DEEDS if name in self.names), "") if many else ""

    def headline(self, text: str, values: Mapping[str, Any]) -> str:
        if "Message string: " in text and (found := _MESSAGE.search(text)):
            return line_of(found[1])
        if not self.deed or not is_thing(text):
            return text
        deed = self.done(values)
        return f"{deed}: {text}" if deed else text

    def stand_in(self, values: Mapping[str, Any]) -> str:
        """Return what was done to what, of a record without a headline."""
        deed = self.done(values) if self.deed else ""
        things = (line_of(text_of_value(values.get(self.names[name]))) for name in _THINGS if name in self.names)
        thing = next(filter(None, things), "")
        return f"{deed}: {thing}" if deed and thing else deed

    def done(self, values: Mapping[str, Any]) -> str:
        text = line_of(text_of_value(values.get(self.deed)))
        if not 2 < len(text) <= MAX_DEED or is_thing(text):
            return ""
        return _CAMEL.sub(" ", text).capitalize() if " " not in text and _CAMEL.search(text) else text
