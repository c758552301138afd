"""Records of two tables with one id: 1, 2, 3 stand in every sheet, and are not the same record for that.

A record that was imported before under its id is the same if it has the words of its headline, its date or a source in
common with what it was. One that shares none of them is another one: it goes by its id and a number, in whatever file
it comes again.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Any

from ..cleaning import fold
from ..models import ImportBatch, ImportRow, raw
from .updating import applied_before, known_before

MOST = 50  # tables with one id in one incident
CODE = "id-of-another"
WORDS = re.compile(r"\w+")
Plain = dict[str, Any]


def tell_apart(batch: ImportBatch, rows: list[ImportRow]) -> list[tuple[ImportRow, Plain]]:
    """Give rows that only share an id with an earlier record a name of their own; return them with what to say.

    Only the records of tables have ids that somebody counted; those of feeds or bundles are made to be the only ones.
    """
    found: list[tuple[ImportRow, Plain]] = []
    if not batch.mapping:
        return found
    names = {row.pk: row.import_ref for row in rows}
    waiting = {row.import_ref: row for row in rows}
    for number in range(2, MOST):
        earlier = applied_before(known_before(waiting))
        others = [(row, earlier[ref]) for ref, row in waiting.items() if ref in earlier and differ(row, earlier[ref])]
        if not others:
            break
        waiting = {}
        for row, before in others:
            if row.import_ref == names[row.pk]:
                params = [["headline", str(before.draft.get("headline", ""))[:200]]]
                found.append((row, {"code": CODE, "level": "note", "params": params}))
            row.import_ref = again(names[row.pk], number)
            waiting[row.import_ref] = row
    raw.update(ImportRow, ["import_ref"], [(row.import_ref, row.pk) for row, _finding in found])
    return found


def again(ref: str, number: int) -> str:
    return blake2b(f"{ref}\n{number}".encode(), digest_size=16).hexdigest()


def differ(row: ImportRow, earlier: ImportRow) -> bool:
    """Whether two drafts have nothing in common, and enough is known of both to say so."""
    pairs = [(aspect(row.draft), aspect(earlier.draft)) for aspect in (words_of, date_of, sources_of)]
    known = [(one, other) for one, other in pairs if one and other]
    return len(known) > 1 and not any(2 * len(one & other) >= min(len(one), len(other)) for one, other in known)


def words_of(draft: Plain) -> set[str]:
    return set(WORDS.findall(fold(str(draft.get("headline", "")))))


def date_of(draft: Plain) -> set[str]:
    edtf = (draft.get("date") or {}).get("edtf", "")
    return {edtf} if edtf else set()


def sources_of(draft: Plain) -> set[str]:
    sources = (one.get("source") or {} for one in draft.get("citations", ()))
    return {name for source in sources if (name := source.get("url") or source.get("title", ""))}
