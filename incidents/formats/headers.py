"""Which row of a table names its columns, and names that are all distinct."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..drafts import Finding

SAMPLE = 200  # rows that are looked at
_URL = re.compile(r"(?:https?:)?//|www\.", re.I)
_NUMBER = re.compile(r"[-+]?[\d.,:/ T+Z-]*\d[\d.,:/ T+Z-]*%?")
_NUMBERED = re.compile(r"[^\W\d_]\w{0,30}[ ._-]?\d{1,4}")
# What people call columns of a timeline: a row with two of them, or one and no figures, names columns.
_KNOWN = frozenset(
    "id uid key ref no nr date datetime timestamp time start end begin from to year month day when title headline "
    "name event description summary text body note notes comment details url link links source sources reference "
    "references place location country city person people actor type kind category tag tags status state language "
    "datum beginn anfang ende jahr monat tag titel ereignis beschreibung quelle quellen ort art fecha inicio fin "
    "final año mes día título titular evento suceso descripción fuente fuentes lugar tipo date début fin année mois "
    "jour titre événement lieu data ora ano mês evento fonte luogo titolo anno mese giorno gebeurtenis bron bronnen "
    "plaats jaar maand message author publisher published media".split()
)


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table: where their names stand (None: nowhere) and the rows above that."""

    columns: tuple[str, ...]
    at: int | None
    findings: tuple[Finding, ...] = ()


def find_header(rows: Sequence[Sequence[Any]], wanted: int | None = None, lines: Sequence[int] = ()) -> Header:
    """Find the header among a table's first rows; `wanted` is the number that the editor gave, 0 for none.

    `lines` are the rows' numbers as a person counts them; without it they count from 1.
    """
    numbers = list(lines) or list(range(1, len(rows) + 1))
    width = max((_width(row) for row in rows), default=0)
    if wanted == 0:
        return Header(numbered(width), None)
    if wanted is not None:
        at = next((index for index, number in enumerate(numbers) if number >= wanted), None)
    else:
        at = _likely(rows)
    if at is None:
        return Header(numbered(width), None, (Finding("no-header", "note"),) if width else ())
    columns, findings = distinct(rows[at])
    return Header(columns, at, (*_above(rows[:at]), *findings))


def numbered(width: int) -> tuple[str, ...]:
    return tuple(f"column {number}" for number in range(1, width + 1))


def distinct(names: Iterable[Any]) -> tuple[tuple[str, ...], list[Finding]]:
    """Make column names distinct: one without a name gets its number, a second of the same name a 2 behind it."""
    found, columns, findings = set[str](), list[str](), list[Finding]()
    plain = [" ".join(str("" if name is None else name).replace("\0", "").split()).strip("\ufeff") for name in names]
    while plain and not plain[-1]:
        plain.pop()
    taken, counts = set(plain), Counter[str]()
    for number, name in enumerate(plain, 1):
        base = column = name or f"column {number}"
        while column in found or (column != name and column in taken):
            counts[base] += 1
            column = f"{base} ({counts[base] + 1})"
        if name and column != name:
            findings.append(Finding("duplicate-column", "note", name, params=(("name", name), ("now", column))))
        found.add(column)
        columns.append(column)
    return tuple(columns), findings


def _above(rows: Sequence[Sequence[Any]]) -> list[Finding]:
    texts = [" ".join(str(cell) for cell in row if _filled(cell)) for row in rows]
    return [Finding("above-header", "note", value=text[:500]) for text in texts if text]


def _filled(cell: Any) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def _width(row: Sequence[Any]) -> int:
    return next((index + 1 for index in range(len(row) - 1, -1, -1) if _filled(row[index])), 0)


def _likely(rows: Sequence[Sequence[Any]]) -> int | None:
    widths = [sum(map(_filled, row)) for row in rows]
    usual = _usual(widths)
    if not usual:
        return None
    wanted = max(1, (usual + 1) // 2) if usual > 1 else 1
    for at, row in enumerate(rows):
        if widths[at] >= max(wanted, 2 if usual > 1 else 1):
            return at if _names_columns(row, rows[at + 1 :]) else None
    return None


def _usual(widths: Sequence[int]) -> int:
    counts = Counter(width for width in widths if width)
    return max(counts, key=lambda width: (counts[width], width), default=0)


def _shape(cell: Any) -> str:
    if not isinstance(cell, str):
        return "number" if cell is not None and not isinstance(cell, bool) else ""
    text = cell.strip()
    if not text:
        return ""
    if len(text) <= 100 and _NUMBER.fullmatch(text):
        return "number"
    if _URL.match(text):
        return "url"
    return "figures" if any(char.isdigit() for char in text[:200]) else "words"


def known_names(row: Sequence[Any]) -> int:
    """Count the cells that name a column as timelines do."""
    words = [set(re.split(r"[\W_]+", str(cell).casefold().strip())) for cell in row if _filled(cell)]
    return sum(bool(_KNOWN & parts) and len(parts) <= 4 for parts in words)


def _names_columns(row: Sequence[Any], below: Sequence[Sequence[Any]]) -> bool:
    names = [str(cell).strip().casefold() for cell in row if _filled(cell)]
    if any(len(name) > 200 for name in names):
        return False
    known = known_names(names)
    shapes = [_shape(cell) for cell in row]
    if any(known_names([cell]) and _all_figures(below, at) for at, cell in enumerate(row)):
        return True  # also where the other names are numbers
    plain = sum(shape == "words" for shape in shapes)
    if known and plain >= len(names) / 2:
        return True
    votes = sum(_vote(shape, [_shape(line[at]) for line in below if at < len(line)]) for at, shape in enumerate(shapes))
    votes += sum(_is_numbered(row[at], [line[at] for line in below if at < len(line)]) for at in range(len(row)))
    if votes:
        return votes > 0
    return plain == len(names) == len(set(names)) and max(map(len, names), default=0) <= 60


def _all_figures(below: Sequence[Sequence[Any]], at: int) -> bool:
    filled = [shape for line in below if at < len(line) and (shape := _shape(line[at]))]
    return len(filled) > 2 and set(filled) == {"number"}


def _is_numbered(name: Any, below: Sequence[Any]) -> bool:
    """Tell a name with a number in it ("q12", "item_3") from the numbers below it."""
    if not isinstance(name, str) or not _NUMBERED.fullmatch(name.strip()):
        return False
    filled = [shape for one in below if (shape := _shape(one))]
    return bool(filled) and filled.count("number") > 0.7 * len(filled)


def _vote(above: str, below: Sequence[str]) -> int:
    """Compare a cell with those below it: figures or addresses under words speak for a header, alike ones against."""
    filled = [shape for shape in below if shape]
    if not above or not filled:
        return 0
    alike = sum(shape == above for shape in filled) / len(filled)
    if above == "words":
        return 1 if alike < 0.3 else 0
    return -1 if alike > 0.5 else 0
