"""Files in and out. FORMATS is the one list: adding a format is one module and one line here."""

from __future__ import annotations

import re
from importlib import import_module

from ..sentences import Said, phrase, said
from .base import Format, FormatError

# Modules in the order in which they are asked whose a file is: the first of the surest takes it, so what is defined
# closely stands before what takes anything. A module has one `FORMAT`, or several: `FORMATS`, or `…_FORMAT` each.
# Beside each stand the names of its formats, so that a format that is named is loaded alone.
MODULES: dict[str, tuple[str, ...]] = {
    "native": ("dateline", "dateline-lines"),
    "stix": ("stix",),
    "misp": ("misp",),
    "timelinejs": ("timelinejs",),
    "simile": ("simile",),
    "feeds": ("feed", "jsonfeed"),
    "ics": ("ics",),
    "bibliography": ("bibtex", "ris", "csl-json"),
    "jsonld": ("json-ld",),
    "xlsx": ("xlsx",),
    "jsonfile": ("jsonl", "json"),
    "frontmatter": ("frontmatter",),
    "markdowntable": ("markdown-table",),
    "htmltable": ("html-table",),
    "markdownlist": ("markdown-list",),
    "htmllist": ("html-list",),
    "delimited": ("csv", "tsv"),
}
WRITTEN_ONLY = frozenset({"bibtex", "ris", "csl-json", "json-ld"})  # reading one is refused with what to do instead
SURE_ENOUGH = 0.25
ZIP = phrase("a zip archive")
_PACKED = {
    b"word/": phrase("a Word document"),
    b"ppt/": phrase("a presentation"),
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": phrase("an OpenDocument sheet"),
    b"mimetypeapplication/vnd.oasis.opendocument": phrase("an OpenDocument file"),
    b"mimetypeapplication/epub": phrase("a book"),
}


def _formats_of(module: str) -> tuple[Format, ...]:
    loaded = import_module(f".{module}", __name__)
    several: tuple[Format, ...] = tuple(getattr(loaded, "FORMATS", ()))
    return several or tuple(one for name, one in vars(loaded).items() if name == "FORMAT" or name.endswith("_FORMAT"))


def all_formats() -> tuple[Format, ...]:
    """Load every format there is, in the order of MODULES."""
    return tuple(one for module in MODULES for one in _formats_of(module))


def __getattr__(name: str) -> tuple[Format, ...]:
    if name != "FORMATS":  # loaded when it is first asked for: a child process needs one format only
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()["FORMATS"] = formats = all_formats()
    return formats


def format_named(name: str) -> Format:
    """Return the format that the command line calls so; FormatError names those there are."""
    likely = [module for module, names in MODULES.items() if name in names]
    for module in likely:
        if found := next((one for one in _formats_of(module) if one.name == name), None):
            return found
    formats = all_formats()
    if found := next((one for one in formats if one.name == name), None):
        return found
    raise FormatError(
        "No format is called %(name)s. There are: %(known)s.",
        name=repr(name),
        known=", ".join(one.name for one in formats),
    )


def detect(head: bytes, name: str) -> Format:
    """Find a file's format by its first HEAD bytes, then by its name; FormatError says what it is, if it is none."""
    from .decoding import BINARY, what_it_is

    shown_name = name or said("The file")
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise FormatError("%(name)s is empty. Give the file with its content.", name=shown_name)
    what = _packed(head) if head.startswith(b"PK") else what_it_is(head)
    plainly = bool(what) and what not in (BINARY, ZIP)
    rated = [] if plainly else [(one.recognises(head, name), one) for one in all_formats()]
    best = max((rate for rate, _ in rated), default=0.0)
    if what and best < SURE_ENOUGH:
        raise FormatError(
            "%(name)s is %(what)s, which holds no records that could be read. %(instead)s",
            name=shown_name,
            what=said(what),
            instead=_instead(what),
        )
    if best < SURE_ENOUGH:
        raise FormatError(
            "%(name)s is of no format that is known by its content. It begins with %(beginning)s. Give a table (CSV, "
            "XLSX), JSON, Markdown with front matter, a page with a table, a calendar or a feed; or name its format.",
            name=shown_name,
            beginning=repr(_beginning(head)),
        )
    return next(one for rate, one in rated if rate == best)


def _packed(head: bytes) -> str:
    plain = re.sub(rb"[\x00-\x08]", b"", head[:200])
    known = (what for mark, what in _PACKED.items() if mark in (plain if mark.startswith(b"mime") else head))
    return next(known, ZIP)


def _instead(what: str) -> Said:
    if "picture" in what or "PDF" in what or "document" in what:
        return said("Give the table in it as CSV or XLSX.")
    if "sheet" in what or "office" in what or "Open" in what:
        return said("Save it as .xlsx or CSV.")
    return said("Unpack it, or export its records as CSV or JSON.")


def _beginning(head: bytes) -> str:
    from .decoding import head_text
    from .limits import shown

    return shown(" ".join(head_text(head[:400]).split()))
