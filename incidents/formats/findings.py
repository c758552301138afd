"""The sentences that findings stand for, by code: marked for translation here, translated where they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..drafts import Finding
from ..sentences import Said
from . import sheetlanguage


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence of a number of things: for one of them, and for several."""

    one: str
    many: str
    by: str  # the param that gives the number

    def number(self, params: Mapping[str, str]) -> int:
        """Return how many things there are; several where that is not said in figures."""
        figures = params.get(self.by, "").replace(",", "")
        return int(figures) if figures.isdecimal() else 2


def _(sentence: str) -> str:
    """Mark a sentence for translation; this package knows no Django."""
    return sentence


def ngettext(one: str, many: str, by: str) -> Counted:
    """Mark a sentence of a number of things for translation."""
    return Counted(one, many, by)


SENTENCES: dict[str, str | Counted] = {
    "bad-address": _("This is no address of a page: %(reason)s"),
    "cancelled": _("The calendar says that this was called off."),
    "dated-by-publication": _("The date is that of the publication; what is told may have happened before."),
    "end-before-start": _("The end, %(end)s, lies before the start, %(start)s; only the start is taken."),
    "endless-repetition": _("This is repeated without end; only the first time is taken."),
    "four-bounds": _(
        "Both ends are known only within bounds; the outer ones are taken as about, all four are kept beside."
    ),
    "indicators": ngettext(
        "%(count)s indicator (an address, a hash, a domain) is left out: it is no event.",
        "%(count)s indicators (addresses, hashes, domains) are left out: they are no events.",
        "count",
    ),
    "long-value": _("The value has %(length)s characters; at most %(limit)s are kept in one field."),
    "same-as-event": _("“%(headline)s” on the same day is there already."),
    "same-as-record": _("An earlier record, %(row)s in the file, has the same day and the same words."),
    "twice": _("The same record stands in this file more than once; the first one counts."),
    "unreadable-date": _("The date cannot be stored: %(reason)s"),
    "unusable-text": _("The text cannot be stored: %(reason)s"),
    "draft-without-source": _("It became a draft: no source supports it, and nothing is published without one."),
    "draft-without-date": _("It became a draft: no source gives a date, and an editor has to say that this is known."),
    "merged-into-nothing": _("It was to be merged, but the event that it tells of is not there any more."),
    "public-stays": _("It is public and the file now says otherwise; it was left as it is."),
    "many-items": _("The file has more than %(limit)s items; the first of them are read."),
    "many-repetitions": _("This is repeated more than %(limit)s times; so many are taken."),
    "never-begun": _("Line %(line)s ends a %(what)s that never began; it was left out."),
    "never-ended": _(
        "The %(what)s that begins in line %(line)s never ends, as in a file that was cut off; it was read as far as it "
        "goes."
    ),
    "unread-zones": _(
        "A zone that the calendar describes, in line %(line)s or below, cannot be read; its times are taken in the "
        "known zone of that name, or as they stand."
    ),
    "no-content-line": _("This line is none of a calendar: a name, a colon and a value are expected."),
    "no-event": _("A %(value)s is no event and is left out."),
    "no-headline": _("The record says nothing that could be a headline."),
    "no-object": _("An object with names and values is expected here, and this is %(kind)s."),
    "other-objects": ngettext(
        "%(count)s object of another kind is left out: it says nothing that happened.",
        "%(count)s objects of other kinds are left out: they say nothing that happened.",
        "count",
    ),
    "revoked": _("The file says that this was revoked."),
    "undated": _("The record gives no date; it is kept as undated."),
    "unknown-column": _("The column is no field of ours; its values are kept beside the event."),
    "unread-date": _("This date cannot be read: %(reason)s"),
    "unread-value": _("This value cannot be read: %(reason)s"),
    # What readers find in a file (tables, JSON, front matter).
    "above-header": _("This stands above the row of column names and belongs to no record."),
    "bad-line": _("The line is no JSON object: %(reason)s"),
    "cell-error": _("The cell holds an error of the spreadsheet instead of a value; it is taken as empty."),
    "cell-too-long": _("The cell has %(length)s characters; at most %(limit)s are taken in one cell."),
    "duplicate-column": _("Two columns are called “%(name)s”; the second one is read as “%(now)s”."),
    "duplicate-key": _("The record gives this name twice; the second value stands under the name with a (2)."),
    "encoding-guessed": _("The file says nothing of its encoding and is no UTF-8; it was read as %(encoding)s."),
    "files-not-read": ngettext(
        "%(count)s file in the archive is neither Markdown nor YAML and was not read.",
        "%(count)s files in the archive are neither Markdown nor YAML and were not read.",
        "count",
    ),
    "formula-without-value": _(
        "The cell holds a formula without its value. Save the file in a spreadsheet program and import it anew."
    ),
    "front-matter-open": _("The front matter is not closed by a line of three hyphens; its end was guessed."),
    "front-matter-unreadable": _("The front matter cannot be read: %(reason)s"),
    "hidden-row": _("The row is hidden in the spreadsheet."),
    "hidden-sheet": _("The sheet “%(sheet)s” is hidden and was not read; name it to read it."),
    "linked-rows-left": ngettext(
        "%(count)s id in the sheet “%(sheet)s” belongs to no record; its rows were not used.",
        "%(count)s ids in the sheet “%(sheet)s” belong to no record; their rows were not used.",
        "count",
    ),
    "list-items": ngettext(
        "The page has a list of dated items (%(count)s); %(left)s further one has no date and was not read.",
        "The page has a list of dated items (%(count)s); %(left)s further ones have no date and were not read.",
        "left",
    ),
    "list-whole": _("The page has a list of dated items: %(count)s of them."),
    "list-found": _("The records were found at “%(path)s”: %(count)s of them."),
    "mixed-encodings": _("The file is UTF-8 with some bytes that are not; those were read as windows-1252."),
    "nested-table": _("A table stands within the table; its content was left out."),
    "no-front-matter": _("The file has no front matter; only its text was read."),
    "no-header": _("No row names the columns; they are numbered."),
    "no-records": _("There are column names or an empty list, and no record."),
    "no-such-date": _("The cell is formatted as a date, but its number is none."),
    "nul-removed": ngettext(
        "The file holds %(count)s NUL character; it was left out.",
        "The file holds %(count)s NUL characters; they were left out.",
        "count",
    ),
    "sheet-linked": _("The sheet “%(sheet)s” is linked by the column “%(column)s”; its rows are read as “%(key)s”."),
    "sheet-not-read": _("The sheet “%(sheet)s” has other columns and no ids in common; it was not read."),
    "tables-chosen": ngettext(
        "The page has %(count)s table; read was: %(tables)s.",
        "The page has %(count)s tables; read was: %(tables)s.",
        "count",
    ),
    "too-deep": _("The record is nested more than %(limit)s deep."),
    "too-few-cells": ngettext(
        "The row has %(cells)s cell, the table %(columns)s columns.",
        "The row has %(cells)s cells, the table %(columns)s columns.",
        "cells",
    ),
    "too-many-cells": ngettext(
        "The row has %(cells)s cells, the table %(columns)s column; what is too much has a numbered column.",
        "The row has %(cells)s cells, the table %(columns)s columns; what is too much has a numbered column.",
        "columns",
    ),
    "unclosed-quote": _("A quote opens in this line and nothing closes it. Write a quote within a quoted cell twice."),
    "unknown-reference": _("The ids in this cell are no ids of the linked sheet."),
    "yaml-repaired": ngettext(
        "%(count)s line of the front matter was read as if its value stood in quotes.",
        "%(count)s lines of the front matter were read as if their values stood in quotes.",
        "count",
    ),
    "year-not-shown": _("The cell shows day and month only; the year in it is the one in which it was typed."),
    # What is said against records and files that a mapping reads.
    "id-of-another": _(
        "Another record, “%(headline)s”, was imported with this id; nothing else is the same, so this is taken for "
        "another one."
    ),
    "incident-chosen": _("The file names incidents of its own; all records go into the one that was chosen."),
    "new-incident": _("There is no incident “%(incident)s”; it is made."),
    "new-incidents": ngettext(
        "An incident that is not there is made with the records: %(incidents)s.",
        "Incidents that are not there are made with the records (%(count)s): %(incidents)s.",
        "count",
    ),
    "no-incident": _("The record names no incident, and none was chosen for all."),
    "too-many-incidents": _(
        "The records name %(count)s incidents that are not there, such as “%(incident)s”; one import makes at most "
        "%(limit)s. Choose one incident for all, or take another column."
    ),
    "after-all-sources": _("The date lies behind all sources of the record: they would tell what was still to come."),
    "all-on-one-day": _("All %(count)s records are on one day; it may be the day of the export."),
    "all-undated": ngettext(
        "The record has no date that could be read.",
        "None of the %(count)s records has a date that could be read.",
        "count",
    ),
    "ambiguous-order": _(
        "The date can be read day first (%(day_first)s) or month first (%(month_first)s); both readings are kept."
    ),
    "columns-not-surveyed": ngettext(
        "The file has more columns than are looked at; %(count)s value stands in those beyond.",
        "The file has more columns than are looked at; %(count)s values stand in those beyond.",
        "count",
    ),
    "dates-differ": _("Another column, “%(column)s”, gives %(other)s instead of %(first)s."),
    "end-not-joined": _("The end is not taken, as the start is not one known date."),
    "false-precision": _(
        "The day is the first of its period, as in far more records than chance explains; only %(date)s may be known."
    ),
    "false-precision-column": _(
        "%(count)s of %(of)s dates fall on the first of a %(precision)s, far more than chance explains: "
        "where only the %(precision)s is known, give no day."
    ),
    "inexact-date": _("Another column says that this day is not known exactly."),
    "headline-from-text": _("No column gives a headline; the first sentence of the text is taken."),
    "leading-dates": _("No column gives a date; the one with which each value here begins is taken."),
    "local-midnight": _("The time is midnight of some place, written as UTC; what is meant is a day."),
    "no-address": _("An address is expected here; the words are kept."),
    "no-date-column": _("No column was found that gives a date; all records are undated."),
    "no-headline-column": _("No column was found that gives a headline."),
    "no-source": _("The record names no source; without one it cannot be published."),
    "order-beside": _(
        "Figures such as 03/04/2021 prove no order here; they are read in that of the column “%(column)s”."
    ),
    "order-by-language": _(
        "Figures such as 03/04/2021 are read day first, as %(language)s has it, which the file seems to be kept in; no "
        "value proves it (%(either)s are possible either way)."
    ),
    "order-chosen": _(
        "Figures such as 03/04/2021 are read %(order)s, as chosen; the values prove day first %(day_first)s "
        "times, month first %(month_first)s times."
    ),
    "order-day-first": ngettext(
        "Figures such as 03/04/2021 are read day first: %(day_first)s value of the column can be nothing else "
        "(%(month_first)s month first, %(either)s either).",
        "Figures such as 03/04/2021 are read day first: %(day_first)s values of the column can be nothing else "
        "(%(month_first)s month first, %(either)s either).",
        "day_first",
    ),
    "order-month-first": ngettext(
        "Figures such as 03/04/2021 are read month first: %(month_first)s value of the column can be nothing else "
        "(%(day_first)s day first, %(either)s either).",
        "Figures such as 03/04/2021 are read month first: %(month_first)s values of the column can be nothing else "
        "(%(day_first)s day first, %(either)s either).",
        "month_first",
    ),
    "order-open": _(
        "Whether day or month comes first cannot be told by the column's values (%(day_first)s day first, "
        "%(month_first)s month first, %(either)s either)."
    ),
    "other-order": _("The column has day and month the other way; here only %(date)s is possible."),
    "placeholder-date": _("This date is what programs write where none is known."),
    "repeats-unchecked": ngettext(
        "Repeated records are looked for among the first %(count)s; %(left)s further one was not compared.",
        "Repeated records are looked for among the first %(count)s; %(left)s further ones were not compared.",
        "left",
    ),
    "same-as-row": _("An earlier record, %(row)s in the file, has the same day and the same words."),
    "same-id": _("An earlier record of the file has the same id; this is number %(count)s with it."),
    "same-record": _(
        "An earlier record of the file has the same headline, date and source; this is number %(count)s of them."
    ),
    "scheme-added": _("The address lacks its beginning; it is taken as %(url)s."),
    "second-header": _("Row %(row)s tells how the columns are filled, and is no record; it was left out."),
    "total-row": _("Row %(row)s sums up the others, and is no record; it was left out."),
    "serial-date": _("The number is read as a day as spreadsheets count them."),
    "source-older": _("The source came out on %(published)s, before the event on %(date)s."),
    "title-year": _("The headline says %(year)s, the date is %(date)s."),
    "too-long": _("The text has %(length)s characters; %(limit)s are taken, and the whole is kept beside."),
    "two-digit-year": _("The year has two digits and is read as %(year)s."),
    "two-spellings": _("An earlier record spells this address otherwise: %(other)s. Both are one source."),
    "two-years": _("This is read as two years; as EDTF it would be a season."),
    "uneven-sources": _(
        "The addresses (%(links)s) and the values beside them (%(others)s) are not as many; they cannot be told apart "
        "by their order."
    ),
    "unknown-kind": _("This is none of the kinds; “other” is taken and the word kept beside."),
    "unknown-zone": _("The zone “%(zone)s” is not known, or stands for several; the time is taken as it stands."),
    "unread-time": _("This time of day cannot be read; the day is taken."),
}
"""A code's sentence; `%(name)s` are the finding's params. A test holds that every code used has one."""

WORDS: dict[str, dict[str, str]] = {
    "order": {"day-first": _("day first"), "month-first": _("month first")},
    "kind": {
        "list": _("a list"),
        "nothing": _("nothing"),
        "number": _("a number"),
        "text": _("a text"),
        "truth": _("“true” or “false”"),
    },
    "precision": {"month": _("month"), "year": _("year")},
    "language": {name: name for name in sheetlanguage.NAMES.values()},  # Django's catalogues name languages
}
"""What a param stands for, where its value is a word of ours and not the file's."""


def sentence_of(finding: Finding) -> str:
    """Word a finding in English."""
    sentence = SENTENCES[finding.code]
    params = {name: WORDS.get(name, {}).get(text := str(Said.from_json(value)), text) for name, value in finding.params}
    if isinstance(sentence, Counted):
        sentence = sentence.one if sentence.number(params) == 1 else sentence.many
    return sentence % params
