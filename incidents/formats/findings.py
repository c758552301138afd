"""The sentences that findings stand for, by code: marked for translation here, translated where they are shown."""

from __future__ import annotations

from ..drafts import Finding


def _(sentence: str) -> str:
    """Mark a sentence for translation; this package knows no Django."""
    return sentence


SENTENCES: dict[str, str] = {
    "bad-address": _("This is no address of a page: %(reason)s"),
    "cancelled": _("The calendar says that this was called off."),
    "dated-by-publication": _("The date is that of the publication; what is told may have happened before."),
    "end-before-start": _("The end, %(end)s, lies before the start, %(start)s; only the start is taken."),
    "endless-repetition": _("This is repeated without end; only the first time is taken."),
    "four-bounds": _(
        "Both ends are known only within bounds; the outer ones are taken as about, all four are kept beside."
    ),
    "indicators": _("%(count)s indicators (addresses, hashes, domains) are left out: they are no events."),
    "long-value": _("The value has %(length)s characters; at most %(limit)s are kept in one field."),
    "many-items": _("The file has more than %(limit)s items; the first of them are read."),
    "many-repetitions": _("This is repeated more than %(limit)s times; so many are taken."),
    "no-content-line": _("This line is none of a calendar: a name, a colon and a value are expected."),
    "no-event": _("A %(value)s is no event and is left out."),
    "no-headline": _("The record says nothing that could be a headline."),
    "no-object": _("An object with names and values is expected here, and this is a %(kind)s."),
    "other-objects": _("%(count)s objects of other kinds are left out: they say nothing that happened."),
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
    "files-not-read": _("%(count)s files in the archive are neither Markdown nor YAML and were not read."),
    "formula-without-value": _(
        "The cell holds a formula without its value. Save the file in a spreadsheet program and import it anew."
    ),
    "front-matter-open": _("The front matter is not closed by a line of three hyphens; its end was guessed."),
    "front-matter-unreadable": _("The front matter cannot be read: %(reason)s"),
    "hidden-row": _("The row is hidden in the spreadsheet."),
    "hidden-sheet": _("The sheet “%(sheet)s” is hidden and was not read; name it to read it."),
    "linked-rows-left": _("%(count)s ids in the sheet “%(sheet)s” belong to no record; their rows were not used."),
    "list-found": _("The records were found at “%(path)s”: %(count)s of them."),
    "mixed-encodings": _("The file is UTF-8 with some bytes that are not; those were read as windows-1252."),
    "nested-table": _("A table stands within the table; its content was left out."),
    "no-front-matter": _("The file has no front matter; only its text was read."),
    "no-header": _("No row names the columns; they are numbered."),
    "no-records": _("There are column names or an empty list, and no record."),
    "no-such-date": _("The cell is formatted as a date, but its number is none."),
    "nul-removed": _("The file holds %(count)s NUL characters; they were left out."),
    "sheet-linked": _("The sheet “%(sheet)s” is linked by the column “%(column)s”; its rows are read as “%(key)s”."),
    "sheet-not-read": _("The sheet “%(sheet)s” has other columns and no ids in common; it was not read."),
    "tables-chosen": _("The page has %(count)s tables; read was: %(tables)s."),
    "too-deep": _("The record is nested more than %(limit)s deep."),
    "too-few-cells": _("The row has %(cells)s cells, the table %(columns)s columns."),
    "too-many-cells": _(
        "The row has %(cells)s cells, the table %(columns)s columns; what is too much has a numbered column."
    ),
    "unclosed-quote": _("A quote opens in this line and nothing closes it. Write a quote within a quoted cell twice."),
    "unknown-reference": _("The ids in this cell are no ids of the linked sheet."),
    "yaml-repaired": _("%(count)s lines of the front matter were read as if their values stood in quotes."),
    "year-not-shown": _("The cell shows day and month only; the year in it is the one in which it was typed."),
}
"""A code's sentence; `%(name)s` are the finding's params. A test holds that every code used has one."""


def sentence_of(finding: Finding) -> str:
    """Word a finding in English."""
    return SENTENCES[finding.code] % dict(finding.params)
