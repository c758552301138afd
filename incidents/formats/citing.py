"""One event's page as a record to cite it by: BibTeX (biblatex), RIS and CSL-JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..drafts import SourceDraft
from ..temporal import wording
from ..temporal.edtf import EDTF
from .bibliography import LANGUAGES, csl_date, is_level_1, parts_of, tex
from .outgoing import dumps, one_line, uri


@dataclass(frozen=True, slots=True)
class CitedPage:
    """What a citation of a page names. `changed` is an ISO day, `date` the event's as EDTF."""

    id: str
    headline: str
    site: str
    address: str
    version: int
    changed: str = ""
    date: str = ""
    part: str = ""
    language: str = ""

    @property
    def key(self) -> str:
        """What it is cited by: another version is another record."""
        return f"{self.id}-v{self.version}"

    @property
    def said(self) -> str:
        """The event’s date in words: the date of the record is that of the page."""
        return f"Event: {wording.say(self.date, part=self.part, language='en')}" if self.date else "Event: undated"


def bibtex(page: CitedPage) -> str:
    fields = {
        "title": f"{{{tex(page.headline)}}}",
        "organization": tex(page.site),
        "date": page.changed,
        "version": str(page.version),
        "eventdate": page.date if is_level_1(page.date) else "",
        "url": uri(page.address),
        "langid": LANGUAGES.get(page.language[:2], ""),
        "note": tex(page.said),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@online{{{page.key},\n{lines}\n}}\n"


def ris(page: CitedPage) -> str:
    fields = [
        ("TY", "ELEC"),
        ("ID", page.key),
        ("TI", page.headline),
        ("PB", page.site),
        ("PY", page.changed[:4]),
        ("DA", page.changed.replace("-", "/") + "/" if page.changed else ""),
        ("ET", str(page.version)),
        ("UR", uri(page.address)),
        ("LA", page.language),
        ("N1", page.said),
    ]
    lines = [f"{tag}  - {one_line(value)}" for tag, value in fields if value]
    return "".join(f"{line}\r\n" for line in [*lines, "ER  - "])


def csl(page: CitedPage) -> str:
    value: dict[str, Any] = {
        "id": page.key,
        "type": "webpage",
        "title": one_line(page.headline),
        "container-title": one_line(page.site),
        "issued": {"date-parts": [parts_of(EDTF.parse(page.changed))]} if page.changed else None,
        "event-date": event_date(page) if page.date else None,
        "version": str(page.version),
        "URL": uri(page.address),
        "language": page.language,
        "note": page.said,
    }
    return dumps([{name: given for name, given in value.items() if given}]).decode() + "\n"


def event_date(page: CitedPage) -> dict[str, Any]:
    """Return it in CSL's parts; in words where those cannot say which part of it is meant."""
    if page.part:
        return {"literal": wording.say(page.date, part=page.part, language="en")}
    return csl_date(SourceDraft(published=page.date))


@dataclass(frozen=True, slots=True)
class CitationFormat:
    label: str
    content_type: str
    write: Callable[[CitedPage], str]
    saved: bool = True


OFFERED = {
    "bib": CitationFormat("BibTeX", "application/x-bibtex; charset=utf-8", bibtex),
    "ris": CitationFormat("RIS", "application/x-research-info-systems; charset=utf-8", ris),
    "csl.json": CitationFormat("CSL-JSON", "application/vnd.citationstyles.csl+json", csl, saved=False),
}


def written(page: CitedPage, suffix: str) -> bytes:
    return OFFERED[suffix].write(page).encode("utf-8", "replace")
