"""Markdown and YAML with front matter: one file, a folder or a .zip of them; a record a file, or a list within it."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from ..drafts import EventDraft, Finding, IncidentDraft, Origin
from ..sentences import Reason, phrase, said, why
from .base import MAX_DEPTH, MAX_ROWS, MAX_UNPACKED, FormatError, Item, Options, Record
from .bydate import held_by_date
from .columnnames import NAMES
from .decoding import decoding_of, head_text
from .jsonfile import ungrouped
from .jsonvalues import record as checked
from .limits import MAX_MEMBERS, check_size, depth_of, open_zip, read_member, shown

MAX_FILE = 5_000_000  # bytes of one record's file
MAX_MATTER = 1_000_000  # characters of front matter
TEXTS = (".md", ".markdown", ".mdown", ".mdx", ".qmd", ".rmd")
DATA = (".yml", ".yaml")
LISTS = frozenset(
    "timeline events event chronology entries incidents history dates zeitleiste ereignisse chronologie eventos "
    "cronología cronologia chronologie évènements événements evenements tijdlijn gebeurtenissen eventi".split()
)
TITLES = ("title", "name", "incident", "headline", "titel", "titre", "título", "titulo", "titolo")
SUMMARIES = ("summary", "description", "abstract", "excerpt", "subtitle")
_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n")
_HEADING = re.compile(r"^#{1,2}[ \t]+(\S.*?)[ \t#]*$", re.M)
_DATED_NAME = re.compile(r"(\d{4}-\d{2}(?:-\d{2})?)(?:[-_ ]+|$)")
_PROPERTIES = re.compile(r"(#[ \t][^\n]*\n)\s*\n((?:[^\W\d_][\w /()-]{0,60}: [^\n]*\n)+)(?:\n|$)")
_NOTE_LINK = re.compile(r"(!?)\[\[([^\[\]|#]{1,200})(?:#[^\[\]|]{0,200})?(?:\|([^\[\]]{1,200}))?\]\]")
_KEY = re.compile(r"\s[0-9a-f]{32}$")  # what Notion puts behind a page's name
_LETTERS = re.compile(r"[^\W\d_]")
_SETTINGS = frozenset(  # of the programs that make a site of such a folder
    "_config.yml _config.yaml mkdocs.yml mkdocs.yaml hugo.yaml hugo.yml config.yaml config.yml".split()
)
HEADLINES = frozenset(NAMES["headline"][:60])
_YAML_LINE = re.compile(r"\s*(?:#.*|-\s.*|[\w .\-/'\"]+:(?:\s.*)?|\s+\S.*)?$")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A Markdown file with YAML (or TOML) above its text, a YAML file, or an archive of such files."""

    name: str = "frontmatter"
    label: str = phrase("Markdown with front matter")
    media_type: str = "text/markdown"
    extensions: tuple[str, ...] = (".md", ".markdown", ".yaml", ".yml", ".zip")

    def recognises(self, head: bytes, name: str) -> float:
        lower = name.lower()
        if head.startswith(b"PK"):
            inside = any(mark.encode() in head for mark in (*TEXTS, *DATA))
            return 0.8 if inside and b"[Content_Types].xml" not in head else 0.3 if lower.endswith(".zip") else 0.0
        text = _unified(head_text(head)).lstrip()
        if found := _FENCE.match(text):
            first = text[found.end() :].lstrip("\n").split("\n", 1)[0]
            return 0.9 if re.match(r"[\w \-'\"]+\s*[:=]|#|-\s", first) else 0.4
        if lower.endswith(DATA):
            return 0.8
        return 0.3 if lower.endswith(TEXTS) else 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        file.seek(0)
        count = 0
        for inside, data in _files(file, name):
            if isinstance(data, Finding):
                yield data
                continue
            for item in _items(inside, data, options):
                count += isinstance(item, Record)
                if count > MAX_ROWS:
                    raise FormatError("%(name)s has more than %(most)s records. Divide it.", name=name, most=MAX_ROWS)
                yield item
        if not count:
            raise FormatError(
                "%(name)s holds no record. Give Markdown files with front matter, or YAML files.",
                name=name,
            )

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        raise FormatError("Front matter is only read.")


def _wanted(inside: str) -> bool:
    path = PurePosixPath(inside)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    hidden = hidden or path.name.lower() in _SETTINGS
    return not hidden and path.suffix.lower() in (*TEXTS, *DATA)


def _files(file: BinaryIO, name: str) -> Iterator[tuple[str, bytes | Finding]]:
    if file.read(2) != b"PK":
        size = check_size(file, name)
        if size > MAX_FILE:
            raise FormatError(
                "%(name)s has %(size)s bytes; a file of front matter may have %(most)s.",
                name=name,
                size=size,
                most=MAX_FILE,
            )
        yield name, file.read()
        return
    archive = open_zip(file, name)
    members = [member for member in archive.infolist() if not member.is_dir()]
    wanted = sorted((one for one in members if _wanted(one.filename)), key=lambda one: one.filename)
    if not wanted:
        raise FormatError(
            "%(name)s holds %(count)s files, none of them Markdown or YAML.",
            name=name,
            count=len(members),
        )
    if len(members) > len(wanted):
        other = next(one.filename for one in members if one not in wanted)
        yield (
            name,
            Finding("files-not-read", "note", value=shown(other), params=(("count", str(len(members) - len(wanted))),)),
        )
    unpacked = 0
    for member in wanted:
        data = read_member(archive, member, MAX_FILE)
        unpacked += len(data)
        if unpacked > MAX_UNPACKED:
            raise FormatError("%(name)s unpacks to more than %(most)s bytes.", name=name, most=MAX_UNPACKED)
        yield member.filename, data


def packed(folder: Path) -> BinaryIO:
    """Pack a folder's Markdown and YAML files into an archive in memory; links are not followed."""
    held, count, size = io.BytesIO(), 0, 0
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for directory, _, names in os.walk(folder):
            for one in sorted(names):
                path = Path(directory, one)
                inside = path.relative_to(folder).as_posix()
                if path.is_symlink() or not path.is_file() or not _wanted(inside):
                    continue
                count, size = count + 1, size + path.stat().st_size
                if count > MAX_MEMBERS or size > MAX_UNPACKED:
                    raise FormatError(
                        "%(folder)s holds more than %(most)s files or %(unpacked)s bytes.",
                        folder=folder,
                        most=MAX_MEMBERS,
                        unpacked=MAX_UNPACKED,
                    )
                archive.writestr(inside, path.read_bytes())
    if not count:
        raise FormatError("%(folder)s holds no Markdown or YAML file.", folder=folder)
    held.seek(0)
    return held


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")


def _items(name: str, data: bytes, options: Options) -> Iterator[Item]:
    if not data.strip():
        yield _refused(name, 1, phrase("the file is empty"))
        return
    decoded = decoding_of(io.BytesIO(data), name, options.encoding)
    text = _unified(decoded.text(data))
    whole = name.lower().endswith(DATA)
    matter, body, first, findings = (text, "", 1, []) if whole else _divided(text)
    try:
        values, repaired = _values(matter, toml=not whole and text.lstrip().startswith("+++"))
    except FormatError as error:
        yield _refused(name, first + getattr(error, "line", 1) - 1, why(error))
        return
    if repaired:
        findings.append(Finding("yaml-repaired", "note", params=(("count", str(repaired)),)))
    findings += decoded.findings
    documents = values or [{}]
    for number, value in enumerate(documents):
        yield from _document(name, value, body if number == len(documents) - 1 else "", first, tuple(findings))


def _refused(name: str, line: int, reason: Reason) -> Record:
    return Record(Origin(name, line), {}, (Finding("front-matter-unreadable", "error", params=(("reason", reason),)),))


def _divided(text: str) -> tuple[str, str, int, list[Finding]]:
    """Divide a text into front matter and body; return them with the line on which the matter begins."""
    blank = len(text) - len(text.lstrip("\n"))
    fence = _FENCE.match(text, blank)
    if not fence:
        return "", text, 1, [Finding("no-front-matter", "note")]
    ends = re.compile(rf"^(?:{re.escape(fence[1])}{re.escape(fence[1][0])}*|\.\.\.)[ \t]*$", re.M)
    closed = ends.search(text, fence.end(), fence.end() + MAX_MATTER)
    if closed:
        return text[fence.end() : closed.start()], text[closed.end() :].strip("\n"), blank + 2, []
    lines = text[fence.end() :].split("\n")
    end = next(
        (at for at, line in enumerate(lines) if not _YAML_LINE.match(line[:300]) or line.startswith("# ")), len(lines)
    )
    blanks = [at for at in range(end) if not lines[at].strip()]
    if end < len(lines) and blanks:
        end = blanks[-1]
    body = "\n".join(lines[end:]).strip("\n")
    return "\n".join(lines[:end]), body, blank + 2, [Finding("front-matter-open")]


def _values(matter: str, *, toml: bool) -> tuple[list[Any], int]:
    if len(matter) > MAX_MATTER:
        raise FormatError(
            "the front matter has %(count)s characters; at most %(most)s are taken",
            count=len(matter),
            most=MAX_MATTER,
        )
    if not toml:
        from .plainyaml import read_yaml

        return read_yaml(matter)
    try:
        return [_written(tomllib.loads(matter, parse_float=str))], 0
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FormatError("the TOML cannot be read (%(error)s)", error=shown(error)) from None


def _written(value: Any) -> Any:
    """Put TOML's dates back into text."""
    if isinstance(value, dict):
        return {name: _written(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_written(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def _document(name: str, value: Any, body: str, first: int, findings: tuple[Finding, ...]) -> Iterator[Item]:
    if depth_of(value) > MAX_DEPTH:
        yield _refused(name, first, said("it is nested more than %(most)s deep", most=MAX_DEPTH).plain)
        return
    if value is None:
        value = {}
    if isinstance(value, list):
        yield from _listed(name, value, {}, first, findings)
        return
    if not isinstance(value, dict):
        yield _refused(
            name, first, said("the front matter is no mapping, but %(value)s", value=repr(shown(value))).plain
        )
        return
    if not body and (dated := held_by_date(value)):
        yield from _listed(name, dated, {}, first, findings)
        return
    key, found = _list_of(value)
    if not found:
        yield _record(name, value, body, first, findings)
        return
    rest = {one: held for one, held in value.items() if one != key}
    if isinstance(within := value[key], dict) and not held_by_date(within):  # which holds the list in turn
        about = within.get("metadata")
        within = within | about if isinstance(about, dict) else within
        rest |= {one: held for one, held in within.items() if isinstance(held, str)}
    title = _text(rest, TITLES) or _heading(body) or PurePosixPath(name).stem
    yield IncidentDraft(
        title, _text(rest, SUMMARIES) or body, _text(rest, ("language", "lang")), _text(rest, ("slug",))
    )
    yield from _listed(name, found, {"title": title} | rest | ({"body": body} if body else {}), first, findings)


def _text(values: dict[str, Any], names: Iterable[str]) -> str:
    lower = {key.lower(): value for key, value in values.items()}
    return next((one.strip() for name in names if isinstance(one := lower.get(name), str) and one.strip()), "")


def _list_of(values: dict[str, Any]) -> tuple[str, list[Any]]:
    """Find the list of events in front matter: by its name, as objects, as text, or as texts by date."""
    for key, value in values.items():
        if key.lower() not in LISTS:
            continue
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            return key, value
        if key.lower() == "timeline" and isinstance(value, list) and value:
            return key, [one if isinstance(one, dict) else {"event": one} for one in value]
        if isinstance(value, dict) and (found := held_by_date(value) or _list_of(value)[1]):
            return key, found
    return "", []


def _listed(
    name: str, found: list[Any], incident: dict[str, Any], first: int, findings: tuple[Finding, ...]
) -> Iterator[Record]:
    for number, one in enumerate((one for held in found for one in ungrouped(held)), 1):
        line = getattr(one, "line", 0)
        row = first + line - 1 if line else number
        values = dict(one) if isinstance(one, dict) else {"event": one}
        if incident:
            values.setdefault("incident", incident)
        yield _noted(checked(Origin(name, row), values), one, findings if number == 1 else ())


def _noted(record: Record, value: Any, findings: tuple[Finding, ...]) -> Record:
    doubled = tuple(Finding("duplicate-key", column=name) for name in getattr(value, "names", ()))
    return Record(record.origin, record.values, (*findings, *doubled, *record.findings))


def _heading(body: str) -> str:
    found = _HEADING.search(body[:5_000])
    return found[1] if found else ""


def _title(body: str, stem: str) -> str:
    """Return what a page is called: its heading, unless that is only its first section's and the file's name says."""
    heading = _HEADING.search(body[:5_000])
    whole = heading is None or heading[0].startswith("# ") or not _DATED_NAME.match(stem)
    return (heading[1] if heading and whole else _name(stem)) or (heading[1] if heading else "")


def _name(stem: str) -> str:
    """Return the title that a file's name is, as notes have it; a number or a key is none."""
    plain = _KEY.sub("", _DATED_NAME.sub("", stem, count=1)).strip()
    plain = plain if " " in plain else plain.replace("-", " ").replace("_", " ").strip()
    few = 1 if _DATED_NAME.match(stem) else 3  # "2016-06 AWS"
    return plain if len(_LETTERS.findall(plain)) > few and plain.lower() not in ("index", "readme", "inbox") else ""


def _properties(body: str) -> tuple[str, dict[str, Any]]:
    """Part the properties ("Date: July 14, 2021") that Notion writes below a page's heading from its text."""
    found = _PROPERTIES.match(body[:20_000])
    if not found:
        return body, {}
    pairs = [line.split(":", 1) for line in found[2].strip().split("\n")]
    return f"{found[1]}\n{body[found.end() :].strip()}".strip(), {name.strip(): value.strip() for name, value in pairs}


def unlinked(value: Any) -> Any:
    """Return a value with the words of the links that notes have between them: [[page]] and [[page|words]]."""
    if isinstance(value, list):
        if len(value) == 1 and isinstance(value[0], list) and len(value[0]) == 1:
            return unlinked(value[0][0])  # [[page]] without quotes, which is a list in a list
        return [unlinked(one) for one in value]
    return _unlinked(value) if isinstance(value, str) else value


def _unlinked(text: str) -> str:
    return _NOTE_LINK.sub(lambda found: "" if found[1] else found[3] or found[2], text) if "[[" in text else text


def _record(name: str, value: dict[str, Any], body: str, first: int, findings: tuple[Finding, ...]) -> Record:
    values = dict(value)
    stem = PurePosixPath(name).stem
    body, told = _properties(body) if not value else (body, {})
    values |= told
    values, body = {key: unlinked(one) for key, one in values.items()}, _unlinked(body)
    for key in ("tags", "categories"):
        if isinstance(listed := values.get(key), str) and "layout" in values and "," not in listed:
            values[key] = listed.split()  # as Jekyll reads them
    if not any(key.lower() in HEADLINES for key in values) and (heading := _title(body, stem)):
        values["title"] = heading
    if body:
        values.setdefault("body", body)
    if not {"date", "datum", "fecha", "start"} & {key.lower() for key in values} and (dated := _DATED_NAME.match(stem)):
        values["date"] = dated[1]
    values.setdefault("file", name)
    return _noted(checked(Origin(name, 1), values), value, findings)


FORMAT = FrontMatter()
