"""The words that readers are told something in: a translation into the language at hand, else the original."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Self

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from .. import languages


def key_of(*texts: str) -> str:
    """Name a state of an original's texts: what a translation says that it was made from."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", "replace")).hexdigest()[:16]


def public_translations(original: Any) -> list[Any]:
    """Return the published translations that were fetched with something, by told_here() or else now."""
    found = getattr(original, "public_translations", None)
    if found is None and getattr(original, "translated_into", "") == languages.current():
        found = [original.translated] if hasattr(original, "translated") else []  # it is not set for none
    elif found is None:
        found = list(original.translations.published()) if original.pk else []
        original.public_translations = found
    return list(found)


def untranslated(original: Any) -> None:
    """Tell something in its own words, whatever the language at hand."""
    original.public_translations = []


@dataclass(frozen=True)
class Words:
    """An event or an incident in the language at hand."""

    original: Any
    translation: Any | None = None

    @classmethod
    def of(cls, original: Any) -> Self:
        code = languages.current()
        if languages.primary(original.language) == code:
            return cls(original)
        found = (one for one in public_translations(original) if one.language == code)
        return cls(original, next(found, None))

    @property
    def told(self) -> Any:
        """What has the texts."""
        return self.translation or self.original

    @property
    def language(self) -> str:
        return str(self.told.language)

    @property
    def direction(self) -> str:
        return languages.direction(self.language)

    @cached_property
    def original_language(self) -> str:
        """The language of the original as one names it within a sentence: "in Arabic"."""
        return _("in %(language)s") % {"language": languages.named(self.original.language)}

    @property
    def tongue(self) -> str:
        """Say, in a word or two, that this is a translation, or which language it is in, if not that of the page."""
        if self.translation:
            return _("translation")
        foreign = self.original.language and languages.primary(self.original.language) != languages.current()
        return self.original_language if foreign else ""

    @property
    def has_changed(self) -> bool:
        """Whether the original says something else than what this translation was made from."""
        return bool(self.translation) and not self.translation.is_current_for(self.original)

    @property
    def note(self) -> str:
        """Say that this is a translation, and of what; empty where it is none."""
        if not self.translation:
            return ""
        if not self.has_changed:
            return _("Translation")
        if number := self.translation.of_version:
            return _("Translation of version %(number)s; the original has changed since") % {"number": number}
        return _("Translation; the original has changed since")

    @property
    def original_address(self) -> str:
        """Where the original is read: its page in its own language, or, where none is, with its own words."""
        address, code = self.original.get_absolute_url(), languages.primary(self.original.language)
        return languages.in_language(address, code) if code in languages.codes() else f"{address}?original"


class EventWords(Words):
    @property
    def headline(self) -> str:
        return str(self.told.headline)

    @property
    def body(self) -> str:
        return str(self.told.body)


class IncidentWords(Words):
    @property
    def title(self) -> str:
        return str(self.told.title)

    @property
    def summary(self) -> str:
        return str(self.told.summary)
