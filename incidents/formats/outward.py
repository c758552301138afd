"""Every format that goes out: the one list for the command, the addresses of data, and the links to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from .base import FormatError
from .outgoing import Items, Publication

Write = Callable[[Items, Publication | None], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Outward:
    """One format. `suffix` ends the address of the page that it is the data of; a browser saves it where `saved`.

    `of` says what it is offered for: i(ncidents), e(vents), s(ources). `writer` is loaded when it is first used.
    """

    name: str
    label: str
    media_type: str
    suffix: str
    writer: str
    of: str = "ie"
    saved: bool = False

    @property
    def write(self) -> Write:
        module, _, name = self.writer.partition(":")
        found: Write = getattr(import_module(f".{module}", __package__), name)
        return found

    @property
    def content_type(self) -> str:
        textual = self.media_type.startswith("text/") or self.media_type.endswith(("bibtex", "systems"))
        return f"{self.media_type}; charset=utf-8" if textual else self.media_type


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OUTWARD = (
    Outward("dateline", "JSON", "application/json", "json", "native:write", "ies"),
    Outward("dateline-lines", "JSON Lines", "application/x-ndjson", "jsonl", "native:write_lines", "i"),
    Outward("csv", "CSV", "text/csv", "csv", "table_out:write_csv", "i", saved=True),
    Outward("xlsx", "Excel", XLSX, "xlsx", "xlsx_out:write", "i", saved=True),
    Outward("timelinejs", "TimelineJS", "application/json", "timelinejs.json", "timelinejs_out:write", "i"),
    Outward("ics", "iCalendar", "text/calendar", "ics", "ics_out:write", "ie", saved=True),
    Outward("atom", "Atom", "application/atom+xml", "atom", "atom_out:write", ""),
    Outward("jsonfeed", "JSON Feed", "application/feed+json", "feed.json", "jsonfeed_out:write", "i"),
    Outward("stix", "STIX 2.1", "application/stix+json", "stix.json", "stix_out:write", "ie"),
    Outward("json-ld", "JSON-LD", "application/ld+json", "jsonld", "jsonld:write", "ie"),
    Outward("bibtex", "BibTeX", "application/x-bibtex", "bib", "bibliography:write_bibtex", "ies", saved=True),
    Outward("ris", "RIS", "application/x-research-info-systems", "ris", "bibliography:write_ris", "ies", saved=True),
    Outward(
        "csl-json", "CSL-JSON", "application/vnd.citationstyles.csl+json", "csl.json", "bibliography:write_csl", "ies"
    ),
)
BY_NAME = {one.name: one for one in OUTWARD}
FEEDS = frozenset({"atom", "jsonfeed"})  # the latest changes, not the whole, where they are an address


def outward_named(name: str) -> Outward:
    if name not in BY_NAME:
        raise FormatError(
            "No format that goes out is called %(name)s. There are: %(known)s.",
            name=repr(name),
            known=", ".join(BY_NAME),
        )
    return BY_NAME[name]


def offered(of: str) -> dict[str, Outward]:
    """Return what is offered for an incident ("i"), an event ("e") or a source ("s"), by the suffix of its address."""
    return {one.suffix: one for one in OUTWARD if of in one.of}
