"""What a reader says of a file as lines of text: from the limited child process into the database, draft by draft.

A line is two JSON texts with a tab between them: a head (kind of item, where it stands, findings) and a body, which is
stored as it comes. The body holds nothing that may differ although the record is the same, and no default: two bodies
that are equal are the same draft. Neither text holds a tab or a line break, for JSON escapes both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields, replace
from functools import cache
from hashlib import blake2b
from itertools import compress
from json.encoder import encode_basestring
from operator import attrgetter, is_not
from typing import Any, BinaryIO

from ..cleaning import fold
from ..drafts import EventDraft, Finding, IncidentDraft, Origin, event_from
from ..sentences import frozen
from .base import Item, Options, Record, Refused

MOST_BODY = 2_000_000  # characters of one draft: more is refused, not stored

_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False, default=str).encode


def lines(items: Iterable[Item]) -> Iterator[str]:
    """Write items one a line, without the line's end."""
    return map(line, items)


def survey_of(file: BinaryIO, name: str, format: Any, options: Options) -> dict[str, Any]:  # noqa: A002
    """Look through a file and guess what its columns mean: what runs in the child process first."""
    from . import guessing, reading

    found = reading.survey(file, name, format, options)
    return {"survey": found.to_json(), "mapping": guessing.guess(found).to_json()}


def lines_of(
    file: BinaryIO,
    name: str,
    format: Any,  # noqa: A002
    options: Options,
    mapping: dict[str, Any],
    survey: dict[str, Any],
) -> Iterator[str]:
    """Read a file's drafts and write them one a line: what runs in the child process afterwards."""
    from . import reading

    return lines(reading.drafts(file, name, format, options, mapping or None, survey or None))


def line(item: Item) -> str:
    """Write one item. A Record that comes here is one that no draft could be made of: it is refused."""
    if isinstance(item, EventDraft):
        like = likeness(item.date.edtf if item.date else "", item.headline)
        name, row = item.origin.name, item.origin.row
        told = [f'"is":"event","ref":{encode_basestring(item.import_ref)}']
        told += [f'"name":{encode_basestring(name)}'] if name else []
        told.append(f'"row":{"null" if row is None else row},"like":{"null" if like is None else like}')
        if item.links or any(one.source.copy_of for one in item.citations):
            told.append('"links":true')
        if item.findings:
            told.append(f'"findings":{written(item.findings)}')
        body = storable(written(item))
        if len(body) > MOST_BODY:
            return refusal(item.origin, "long-value", length=len(body), limit=MOST_BODY)
        head = storable(",".join(told))
        return f"{{{head}}}\t{body}"
    if isinstance(item, Refused | Record):
        refused = {"is": "refused", **place_of(item.origin), "findings": [plain(finding) for finding in item.findings]}
        if isinstance(item, Refused):
            return storable(f"{_dumps(refused)}\t{{}}")
        body = _dumps({str(name)[:200]: str(value)[:500] for name, value in item.values.items()})
        return storable(f"{_dumps(refused)}\t{body}")
    kind = "incident" if isinstance(item, IncidentDraft) else "finding"
    return storable(f"{_dumps({'is': kind})}\t{_dumps(plain(item))}")


_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def storable(text: str) -> str:
    """Drop what JSON can say and PostgreSQL cannot store: NUL and lone surrogates."""
    if not text.isascii():
        text = text.encode("utf-8", "ignore").decode("utf-8")
    return _NUL.sub(r"\1", text) if "\\u0000" in text else text


def refusal(origin: Origin, code: str, **params: object) -> str:
    said = tuple((name, f"{value:,}" if isinstance(value, int) else str(value)) for name, value in params.items())
    head = {"is": "refused", **place_of(origin), "findings": [plain(Finding(code, "error", params=said))]}
    return storable(f"{_dumps(head)}\t{{}}")


def place_of(origin: Origin) -> dict[str, Any]:
    return {"name": origin.name, "row": origin.row} if origin.name else {"row": origin.row}


def likeness(edtf: str, headline: str) -> int | None:
    """Reduce a day and the words of a headline to a number that two tellings of one happening share."""
    if not edtf:
        return None
    words = " ".join(fold(headline).split())
    return int.from_bytes(blake2b(f"{edtf}\n{words}".encode("utf-8", "replace"), digest_size=8).digest(), signed=True)


# --- Plain values without defaults ----------------------------------------------------------------------------------


@cache
def _shape(kind: type) -> tuple[Any, tuple[str, ...], tuple[Any, ...]]:
    """Return what gets the fields of a kind of draft, their names and their defaults."""
    kept = [one for one in fields(kind) if kind is not EventDraft or one.name not in IN_HEAD]
    names = tuple(one.name for one in kept)
    return attrgetter(*names), names, tuple(() if one.default is MISSING else one.default for one in kept)


IN_HEAD = frozenset({"origin", "findings", "import_ref"})
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


def plain(value: Any) -> Any:
    """Return a draft as plain JSON values: without what is empty or as it is by default, or stands in the head."""
    kind: Any = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is tuple:
        return list(map(plain, value))
    get, names, defaults = _shape(kind)
    values = get(value)
    others = compress(zip(names, values, defaults, strict=True), map(is_not, values, defaults))
    return {
        name: given if type(given) in _AS_THEY_ARE else plain(given)
        for name, given, default in others
        if given != default
    }


def written(value: Any) -> str:
    """Write a draft as JSON: what _dumps(plain(value)) gives, without making the plain values first."""
    kind: Any = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is tuple:
        return f"[{','.join(map(written, value))}]"
    if kind in _AS_THEY_ARE:
        return _dumps(value)
    get, keys, defaults = _keys(kind)
    told = [
        key + (encode_basestring(given) if type(given) is str else written(given))
        for key, given, default in zip(keys, get(value), defaults, strict=True)
        if given is not default and given != default
    ]
    return f"{{{','.join(told)}}}"


@cache
def _keys(kind: type) -> tuple[Any, tuple[str, ...], tuple[Any, ...]]:
    get, names, defaults = _shape(kind)
    return get, tuple(f'"{name}":' for name in names), defaults


# --- And back --------------------------------------------------------------------------------------------------------


def event(given: dict[str, Any], **more: Any) -> EventDraft:
    """Return the draft that a body holds; `more` gives what stood in the head."""
    return replace(event_from(given), **more)


def finding(given: dict[str, Any]) -> Finding:
    return Finding(
        **given
        | {
            "params": frozen(given.get("params", [])),
            "offers": tuple(given.get("offers", ())),
        }
    )
