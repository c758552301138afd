"""The words of the interface in each language: found in templates and code, kept in .po files, compiled to .mo files.

Made with Babel alone, so that no gettext tools are needed. What Django's own admin says it translates itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

APP = Path(__file__).parents[1]
ROOT = APP.parent
TEMPLATES = ROOT / "templates"
NO_WORDS_OF_OURS = ("tests", "migrations", "locale")  # folders of the app
KEYWORDS = DEFAULT_KEYWORDS | {"gettext_lazy": None, "ngettext_lazy": (1, 2)}
# What marks a sentence where no Django is known.
REFUSALS = (
    *("UnusableText", "FetchRefused", "FetchFailed", "EDTFError", "PlainDateError", "WeekdayError"),
    *("FormatError", "MappingError", "Trouble", "Endless", "Shape", "Unread", "FeedError"),
)
KEYWORDS |= dict.fromkeys((*REFUSALS, "_gettext", "phrase")) | {"no_edtf": (2,)}
SAID = {"said": None}  # a name that other modules have for something else
HAS_SAID = re.compile(r"^from \.+sentences import .*\bsaid\b", re.MULTILINE)
BEGUN = datetime(2026, 11, 22, tzinfo=UTC)  # catalogues carry no time of their making: the same words, the same file


@dataclass(frozen=True, slots=True)
class Found:
    """A message and where it stands."""

    id: str | tuple[str, ...]
    place: str
    context: str | None = None  # what tells it from the same words of another meaning


def messages() -> Iterator[Found]:
    """Find what readers and editors can see."""
    for file in sorted(TEMPLATES.rglob("*.html")):
        # As Python that names the messages; its lines are not indented by sense.
        source = templatize(file.read_text(encoding="utf-8"), origin=str(file))
        yield from of_python("\n".join(line.strip() for line in source.splitlines()), file)
    for file in sorted(APP.rglob("*.py")):
        if file.relative_to(APP).parts[0] not in NO_WORDS_OF_OURS:
            yield from of_python(file.read_text(encoding="utf-8"), file)


def of_python(source: str, file: Path) -> Iterator[Found]:
    keywords = KEYWORDS | SAID if HAS_SAID.search(source) else KEYWORDS
    for _line, message, _comments, context in extract("python", BytesIO(source.encode()), keywords):
        yield Found(message, file.relative_to(ROOT).as_posix(), context)


def template() -> Catalog:
    """Return all messages without a translation, in the order in which they are found."""
    catalog = Catalog(charset="utf-8", creation_date=BEGUN, revision_date=BEGUN)
    for found in messages():
        catalog.add(found.id, locations=[(found.place, 1)], context=found.context)  # the line is not written
    return catalog


def languages() -> list[str]:
    """Return the languages that have a catalogue: all but that of the messages."""
    return [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def po_file(code: str) -> Path:
    return APP / "locale" / code / "LC_MESSAGES" / "django.po"


def mo_file(code: str) -> Path:
    return po_file(code).with_suffix(".mo")


def read(code: str) -> Catalog:
    if not po_file(code).exists():
        return Catalog(locale=code, charset="utf-8")
    with po_file(code).open("rb") as file:
        return read_po(file, locale=code)


def updated(code: str, found: Catalog) -> Catalog:
    """Return a language's catalogue with what was found, no more and no less; what is translated stays so."""
    catalog = read(code)
    catalog.update(found, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.fuzzy = False
    catalog.project, catalog.version, catalog.copyright_holder = "Dateline", "1", "Dateline"
    catalog.creation_date = catalog.revision_date = BEGUN
    catalog.last_translator, catalog.language_team = "Dateline", code
    catalog.msgid_bugs_address = ""
    catalog.header_comment = f"# Dateline in {settings_name(code)}."
    return catalog


def settings_name(code: str) -> str:
    return str(dict(settings.LANGUAGES)[code])


def po_bytes(catalog: Catalog) -> bytes:
    out = BytesIO()
    write_po(out, catalog, width=120, include_lineno=False)
    return out.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def untranslated(catalog: Catalog) -> list[Message]:
    """Return the messages that lack a translation, or a plural of theirs."""
    return [message for message in catalog if message.id and not is_translated(message)]


def is_translated(message: Message) -> bool:
    given = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(given) and not message.fuzzy
