"""Sheets of one workbook that belong together: one more of the same columns, or linked by ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from ..drafts import Finding
from .base import FormatError, Item, Options, Record
from .headers import known_names
from .limits import shown
from .xlsx import Sheet
from .yearrows import below, divides

SEEN = 1_000  # rows of the main sheet that are compared with the ids of another
MAX_LINKED = 200_000  # rows of a linked sheet, which stand in memory
MOST_COLUMNS = 100  # of each sheet that are compared
MAX_NESTED = 1_000  # rows of a linked sheet that one record takes
_MAIN = re.compile(r"event|timeline|chronolog|incident|ereignis|zeit|suceso|cronolog|[ée]v[ée]nement|gebeurtenis", re.I)
_SEVERAL = re.compile(r"\s*[;,|\n]\s*|\s+")
_WORDS = re.compile(r"[a-z]+|\d+")
_IDS = {"id", "key", "ref", "nr", "no", "number", "code", "uid"}


@dataclass(slots=True)
class Linked:
    """Rows of another sheet by the id that ties them to a record: `column` of the record, several ids in a cell."""

    sheet: str
    column: str
    rows: dict[str, list[dict[str, Any]]]
    strict: bool  # whether each id of the record must be a row there
    taken: set[str] = field(default_factory=set)

    def of(self, record: Record) -> list[dict[str, Any]]:
        ids = _ids(record.values.get(self.column))
        self.taken.update(ids)
        return [row for one in ids for row in self.rows.get(one, ())][:MAX_NESTED]


def joined(sheets: list[Sheet], findings: list[Finding], name: str, options: Options) -> Iterator[Item]:
    """Yield the records of the main sheet and of those with the same columns, other sheets nested by their ids."""
    yield from findings
    main = next((sheet for sheet in sheets if sheet.title == options.sheet), None) or _main(sheets)
    same, links = [main], list[Linked]()
    for sheet in sheets:
        if sheet is main:
            continue
        alike = _same_columns(main, sheet)  # each with ids of its own, they may have ids in common all the same
        if not alike and (link := _link(main, sheet)):
            links.append(link)
            params = (("sheet", sheet.title), ("column", link.column), ("key", key_of(sheet.title)))
            yield Finding("sheet-linked", "note", link.column, params=params)
        elif alike and not options.sheet:
            same.append(sheet)
        else:
            yield Finding("sheet-not-read", value=sheet.title, params=(("sheet", sheet.title),))
    count = 0
    for sheet in (one for one in sheets if any(one is other for other in same)):  # in the workbook's order, which stays
        yield from sheet.header.findings
        records = sheet.records(name if len(same) == 1 else f"{name}: {sheet.title}")
        for record in below(records) if divides(cells for _, cells, _ in sheet.first) else records:
            count += 1
            if len(same) > 1:
                record.values.setdefault("sheet", sheet.title)  # perhaps the year of its days
            yield _nested(record, links)
    if not count:
        yield Finding("no-records")
    yield from (finding for link in links for finding in _left_over(link))


def _nested(record: Record, links: list[Linked]) -> Record:
    """Put the rows of linked sheets into a record; a cell of ids gives way to the rows that they name."""
    findings = []
    for link in links:
        rows, key = link.of(record), key_of(link.sheet)
        if missing := [one for one in _ids(record.values.get(link.column)) if link.strict and one not in link.rows]:
            findings.append(Finding("unknown-reference", column=link.column, value=shown(", ".join(missing))))
        if rows:
            record.values[f"{key}_rows" if key in record.values and (key != link.column or missing) else key] = rows
    return Record(record.origin, record.values, (*record.findings, *findings)) if findings else record


def _left_over(link: Linked) -> Iterator[Finding]:
    if left := [one for one in link.rows if one not in link.taken]:
        params = (("sheet", link.sheet), ("count", f"{len(left):,}"))
        yield Finding("linked-rows-left", column=link.column, value=shown(", ".join(left[:5])), params=params)


def key_of(title: str) -> str:
    """Name the nested list of a sheet: its title in small letters."""
    return "_".join(re.findall(r"\w+", title.lower())) or "sheet"


def _main(sheets: list[Sheet]) -> Sheet:
    named = [sheet for sheet in sheets if _MAIN.search(sheet.title)]
    for sheet in named or sheets:
        if any(_link(sheet, other) for other in sheets if other is not sheet and not _same_columns(sheet, other)):
            return sheet
    return max(named or sheets, key=lambda sheet: (known_names(sheet.header.columns), len(sheet.first)))


def _same_columns(main: Sheet, other: Sheet) -> bool:
    ours, theirs = set(main.header.columns), set(other.header.columns)
    return len(ours & theirs) >= 0.7 * max(len(ours), len(theirs))


def _link(main: Sheet, other: Sheet) -> Linked | None:
    """Find what ties another sheet to the main one: its column of our ids, or our column of its ids."""
    ours, theirs = _samples(main), _samples(other)
    for mine in main.header.columns[:MOST_COLUMNS]:
        for its in other.header.columns[:MOST_COLUMNS]:
            if not _refer(mine, its, main.title, other.title):
                continue
            known, named = _all_ids(ours, mine), _all_ids(theirs, its)
            ours_refers = bool((_words(mine) - _IDS) & _words(other.title))
            unique = _unique(theirs, its) if ours_refers else _unique(ours, mine)
            if unique and _overlap(*((known, named) if ours_refers else (named, known))):
                return Linked(other.title, mine, _by_id(other, its, keep=ours_refers), strict=ours_refers)
    return None


def _samples(sheet: Sheet) -> list[dict[str, Any]]:
    rows = islice(sheet.rows(), SEEN)
    return [dict(zip(sheet.header.columns, cells, strict=False)) for _, cells, _ in rows]


def _words(name: str) -> set[str]:
    return {word.removesuffix("s") for word in _WORDS.findall(name.lower())}


def _refer(mine: str, its: str, main: str, other: str) -> bool:
    """Tell by their names whether two columns hold the same ids: `id` and `event_id`, `sources` and `id`."""
    a, b = _words(mine), _words(its)
    if not (a & _IDS or mine.startswith("#") or b & _IDS or a & _words(other)):
        return False
    bare_a, bare_b = a - _IDS, b - _IDS
    if a & _IDS and b & _IDS and (bare_a == bare_b or not bare_a or not bare_b):
        return bool(bare_a | bare_b) or a == b
    return bool(bare_a & _words(other) and b & _IDS) or bool(bare_b & _words(main) and a & _IDS)


def _ids(value: Any) -> list[str]:
    if value is None or value == "":
        return []
    text = str(value).strip()
    return [one for one in dict.fromkeys(_SEVERAL.split(text)) if one] if len(text) < 10_000 else []


def _all_ids(rows: list[dict[str, Any]], column: str) -> set[str]:
    return {one for row in rows for one in _ids(row.get(column))}


def _unique(rows: list[dict[str, Any]], column: str) -> bool:
    found = [str(row[column]) for row in rows if row.get(column) not in (None, "")]
    return bool(found) and len(set(found)) == len(found) >= 0.9 * len(rows)


def _overlap(named: set[str], known: set[str]) -> bool:
    return bool(named) and len(named & known) >= 0.5 * min(len(named), len(known))


def _by_id(sheet: Sheet, column: str, *, keep: bool) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of a sheet by the ids in a column; one that only repeats the record's id is not kept."""
    found: dict[str, list[dict[str, Any]]] = {}
    for count, record in enumerate(sheet.records(sheet.title)):
        if count >= MAX_LINKED:
            raise FormatError(
                "Sheet %(sheet)s has more than %(most)s rows, too many to link.",
                sheet=sheet.title,
                most=MAX_LINKED,
            )
        row = {name: value for name, value in record.values.items() if value is not None and (keep or name != column)}
        for one in _ids(record.values.get(column)):
            found.setdefault(one, []).append(row)
    return found
