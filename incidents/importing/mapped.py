"""A mapping that was kept, or written by hand, for a file that may lack some of its columns."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from ..formats.mapping import Mapping, MappingError
from ..models import ImportBatch
from .telling import listed

LIKE = 0.8  # of two names that may mean the same: what difflib gives


def take_mapping(batch: ImportBatch, given: Any, name: str) -> str:
    """Take a mapping as far as the file has its columns; return what is to be said of the rest, or nothing.

    Raises MappingError for one that cannot be used, or of whose columns the file has none: it keeps what was guessed.
    """
    columns = [column["path"] for column in batch.survey.get("columns", ())]
    mapping = Mapping.from_json(given).matched(columns)
    if not columns:
        return _("This format says itself what its records mean; the mapping “%(name)s” is not used.") % {"name": name}
    lacking = mapping.lacking(columns)
    kept = tuple(
        (field, there)
        for field, paths in mapping.fields
        if (there := tuple(path for path in paths if (field, path) not in lacking))
    )
    said = {
        "name": name,
        "lacking": listed([in_words(field, path, columns) for field, path in lacking]),
        "columns": listed(columns),
    }
    if lacking and not kept:
        raise MappingError(
            _("The file has none of the columns of the mapping “%(name)s”: %(lacking)s. It has: %(columns)s.") % said
        )
    batch.mapping = replace(mapping, fields=kept).to_json()
    ImportBatch.objects.filter(pk=batch.pk).update(mapping=batch.mapping)
    if not lacking:
        return ""
    return (
        _(
            "The file lacks columns of the mapping “%(name)s”: %(lacking)s. The others are set by it. "
            "The file has: %(columns)s."
        )
        % said
    )


def in_words(field: str, path: str, columns: Collection[str]) -> str:
    """Name a column that is not there, what it would be, and what may be meant."""
    folded = {column.casefold(): column for column in columns}
    like = get_close_matches(path.casefold(), folded, 1, LIKE)
    if like:
        return _("“%(column)s” (%(field)s; is it “%(like)s”?)") % {
            "column": path,
            "field": field,
            "like": folded[like[0]],
        }
    return f"“{path}” ({field})"
