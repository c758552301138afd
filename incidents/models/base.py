"""What the models share: public ids, and saving that goes through `changing()`."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from .changes import changing

# No vowels and no look-alikes: an id can be read out on the telephone and spells no word.
ALPHABET = "23456789bcdfghjkmnpqrstvwxz"


def new_public_id() -> str:
    """Return eight random characters (2.8e11 possibilities), which tell no count of drafts."""
    return "".join(secrets.choice(ALPHABET) for _ in range(8))


def public_id_field() -> models.CharField:
    """Return the column of the short random name that a row has in public addresses."""
    return models.CharField(_("public id"), max_length=12, unique=True, editable=False, default=new_public_id)


class Recorded(models.Model):
    """A row whose change readers may see: saving and deleting it settles versions, search, pages and ETags."""

    # Fields that settling a change keeps and no save writes: an instance fetched a while ago would write them back.
    SETTLED: frozenset[str] = frozenset()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with changing() as change:
            before = type(self)._base_manager.filter(pk=self.pk).first() if self.pk else None
            if before:  # a citation moved to another event changes the one it leaves, too
                change.note(before)
            if before and self.SETTLED and kwargs.get("update_fields") is None:
                kwargs["update_fields"] = self.written_fields()
            super().save(*args, **kwargs)
            change.note(self)

    def written_fields(self) -> set[str]:
        fields = (field for field in self._meta.concrete_fields if not field.primary_key)
        return {field.name for field in fields if field.name not in self.SETTLED}

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        with changing() as change:
            change.note(self)
            return super().delete(*args, **kwargs)

    def told_events(self) -> Iterable[int]:
        """Ids of the events whose content this row is part of."""
        return ()

    def revised_events(self) -> Iterable[int]:
        """Ids of the events whose page at the desk holds this row: nobody saves over it unawares."""
        return ()

    def shown_events(self) -> Iterable[int]:
        """Ids of further events on whose entry this row is shown."""
        return ()

    def shown_incidents(self) -> Iterable[int]:
        """Ids of the incidents on whose page this row is shown."""
        return ()


LANGUAGE_HELP = _("The language it is written in, as a code such as en, es, fr, de or nl.")
