"""Sentences that are made where no language is known, and translated where somebody reads them. No Django.

Whoever refuses something says why with said(): an English sentence with `%(name)s` for what stands in it. It is found
for the catalogues (management/catalogues.py), goes through JSON, and is worded in a language by `Said.worded`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

Reason = str | tuple[str, tuple[tuple[str, Any], ...]]
"""A Said as it is kept in a finding: the template, and with it, as pairs, what stands in it if anything does."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, or a part of one, and what stands in it: in English as text, translated where it is shown."""

    template: str
    params: tuple[tuple[str, str | Said], ...] = ()

    def __str__(self) -> str:
        return self.worded(str)

    def worded(self, translate: Callable[[str], str]) -> str:
        """Word it, and what stands in it, by what translates a template."""
        template = translate(self.template) if self.template else ""  # of the empty one a catalogue gives its head
        if not self.params:
            return template
        values = {name: value.worded(translate) if isinstance(value, Said) else value for name, value in self.params}
        try:
            return template % values
        except (KeyError, ValueError):  # a stored one, of a template that is no longer known
            return template

    @property
    def plain(self) -> Reason:
        if not self.params:
            return self.template
        return self.template, tuple(
            (name, value.plain if isinstance(value, Said) else value) for name, value in self.params
        )

    def to_json(self) -> list[Any]:
        return [
            self.template,
            {name: value.to_json() if isinstance(value, Said) else value for name, value in self.params},
        ]

    @classmethod
    def from_json(cls, stored: Any) -> Said:
        """Read what to_json() made, or `plain`."""
        if isinstance(stored, str):
            return cls(stored)
        template, params = stored
        pairs = params.items() if isinstance(params, dict) else params
        return cls(
            template,
            tuple((name, cls.from_json(value) if isinstance(value, list | tuple) else value) for name, value in pairs),
        )


def kept(sentence: Said, most: int) -> str:
    """Return a sentence as a line that kept_in() reads; in English where it would be longer than `most`."""
    line = json.dumps(sentence.to_json(), ensure_ascii=False)
    return line if len(line) <= most else str(sentence)[:most]


def kept_in(line: str) -> Said:
    """Read a line that kept() made, or any other text, which is in no catalogue."""
    if line.startswith('["') and line.endswith("}]"):
        with suppress(ValueError):
            return Said.from_json(json.loads(line))
    return Said(line)


def said(template: str, /, **params: object) -> Said:
    """Mark a sentence for translation, with `%(name)s` for each of its params; numbers are written with commas."""
    return Said(template, tuple((name, _in_words(value)) for name, value in params.items()))


def _in_words(value: object) -> str | Said:
    if isinstance(value, Said):
        return value
    if isinstance(value, Refusing):
        return value.said
    return f"{value:,}" if isinstance(value, int) else str(value)


def phrase(words: str) -> str:
    """Mark words for translation that stand in a sentence later."""
    return words


class Refusing(Exception):
    """What is refused, with why: given as for said(), or as what that made."""

    def __init__(self, why: str | Said, /, **params: object) -> None:
        self._said = why if isinstance(why, Said) else said(why, **params)
        super().__init__(self._said.template)

    @property
    def said(self) -> Said:
        return self._said

    def __str__(self) -> str:
        return str(self.said)


def frozen(value: Any) -> Any:
    """Return what JSON made a list a tuple again, as findings have it."""
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def why(error: Exception) -> Reason:
    """Return why something failed, for a finding: in a form that can be translated where there is one."""
    return error.said.plain if isinstance(error, Refusing) else str(error)
