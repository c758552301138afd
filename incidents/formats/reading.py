"""A whole file: surveyed once, then read into drafts with all that is to be said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from ..cleaning import clean_text
from ..drafts import EventDraft, Finding, IncidentDraft
from . import survey as surveying
from .base import Format, Options, Record, Refused
from .checks import Checks
from .guessing import guess
from .mapper import Mapper, with_findings
from .mapping import Mapping
from .nonrecords import no_record
from .recordlanguage import language_written, script_of
from .survey import Survey

__all__ = ["Drafted", "drafts", "guess", "survey"]

Drafted = EventDraft | IncidentDraft | Refused | Finding


def survey(file: BinaryIO, name: str, format: Format, options: Options) -> Survey:  # noqa: A002
    """Go through a file once and count what it holds."""
    file.seek(0)
    return surveying.take(format.read(file, name, options))


def drafts(
    file: BinaryIO,
    name: str,
    format: Format,  # noqa: A002
    options: Options,
    mapping: Mapping | dict[str, Any] | None = None,
    survey: Survey | dict[str, Any] | None = None,
) -> Iterator[Drafted]:
    """Read a file into drafts; records go through the mapping, all drafts through the checks, the file's own last.

    Without a mapping it is guessed from the survey, which is made first where it is not given.
    """
    found = Survey.from_json(survey) if isinstance(survey, dict) else survey
    if found is None:
        file.seek(0)
        found = surveying.take(format.read(file, name, options))
    chosen = Mapping.from_json(mapping) if isinstance(mapping, dict) else mapping
    if chosen is None:
        chosen = guess(found)
    elif found.records:
        chosen = chosen.matched(found.columns)
        chosen.check(found.columns)
    mapper = Mapper(chosen, found, format_name=format.name, language=options.language)
    checks = Checks(found, mapper.mapping, mapper.sheet_language)
    begun = False
    file.seek(0)
    for item in format.read(file, name, options):
        if isinstance(item, Record):
            made = mapper.draft(item)
            first, begun = not begun, True
            if isinstance(made, EventDraft) and (other := no_record(item, made, first=first)):
                yield other
            elif isinstance(made, EventDraft):
                yield _title(item, made) or with_findings(made, checks.check(made))
            else:
                yield made
        elif isinstance(item, EventDraft):
            yield with_findings(told_in(item), checks.check(item))
        else:
            yield item
    if mapper.leading:
        yield Finding("leading-dates", "note", column=mapper.leading)
    yield from checks.of_file()


def told_in(draft: EventDraft) -> EventDraft:
    """Give a draft that names no language the one of its script, where that is not Latin and leaves no doubt."""
    if draft.language or not script_of(draft.headline):
        return draft
    return replace(draft, language=language_written(f"{draft.headline}\n{draft.body}"))


def _title(record: Record, draft: EventDraft) -> IncidentDraft | None:
    """Return the incident where a row is a sheet's title, as TimelineJS marks it."""
    if draft.date is not None:
        return None
    marked = next((value for key, value in record.values.items() if key.lower() == "type"), "")
    if not isinstance(marked, str) or marked.strip().lower() != "title":
        return None
    return IncidentDraft(draft.headline[:200], clean_text(draft.body)[:5_000], draft.language)
