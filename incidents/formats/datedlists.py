"""Chronologies kept as lists: items that begin (or end) with a date, below headings of a year, a month or a day.

An item that says less than a day is completed by what stands above it: “4 March” below “2019”, “4” below “March 2019”,
“14:02” below a day or on a page that names its day. What is composed so is read like a cell of a table; an item that no
date belongs to is text of the one above it. Paragraphs that begin with a date are items too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..drafts import Finding, Origin
from .base import FormatError, Item, Options, Record
from .datewords import has_month
from .entrydates import MAX_LEAD, NUMBERS, Above, Entry, completed, edtf_of, parted, rest_of
from .pagetables import Cell

MAX_ITEMS = 30_000
ITEMS = 10  # the rank of items that stand in no other; that of headings is below
PARAGRAPHS = 9  # that of paragraphs which begin with a date
FEW = 2  # dated items, from which on a list is a chronology
MOST = 0.8  # of the items, which begin with a year: then years they are
MAX_TITLE = 100
MAX_HEADLINE = 200
_STRONG = re.compile(r"\s*:(?!\d)\s*|\s+[–—]\s+|\s*\|\s*|\s-\s")
_BARRED = re.compile(r"(.{4,}?)\s*\|\s*([^|]{4,60})", re.S)  # a heading and its date
DATED = re.compile(r"(.{0,30}(?:date|day|datum|fecha|tag|jour|dag)\W{1,6})(.{4,60})", re.I | re.S)
_CLOCK = re.compile(r"[(\[]?(\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?)(?:\s?(UTC|GMT|Z|[A-Z]{2,4}T)\b)?[)\]]?", re.I)
_FIELD = re.compile(r"(tags?|id|location|place|city|status|categor(?:y|ies)|type)\s*:\s*(\S.{0,500})", re.I)
_LABELS = frozenset(
    "link|links|source|sources|reference|references|link reference|further reading|quelle|quellen|fuente|fuentes|lien|"
    "liens|bron|bronnen".split("|")
)
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_REFERENCES = frozenset("source sources link links ref here via article report archive quelle fuente bron".split())
_NAMED_SOURCE = re.compile(rf"[\s([–—-]*\b(?:{'|'.join(_REFERENCES)})\s*:\s*$", re.I)
_SEE = re.compile(r"[\s;,.(]+(?:see(?: also)?|siehe(?: auch)?|s\.|voir|v[ée]ase|ver|zie|cf\.?)$", re.I)
_SENTENCES = re.compile(r"[.!?…]\s+\S")
_BEGINS = re.compile(r"~?(?:1\d{3}|20\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2}/\d{4})\S*\s+\S")


@dataclass(slots=True)
class Dated:
    """An event of a list: its date in words, where it stands, and the texts that belong to it."""

    number: int
    rank: int
    words: str
    section: str
    cells: list[Cell]

    @property
    def told(self) -> bool:
        return any(cell.text for cell in self.cells)


def records(entries: Iterable[Entry], name: str, options: Options) -> Iterator[Item]:
    """Yield the dated items of a page as records of `date`, `headline` or `text`, `links` and `section`."""
    walk = Walk(name)
    found = [one for one in walk.events(entries) if one.told]
    if len(found) < FEW:
        raise FormatError(
            "%(name)s holds no list of dated items. Give one whose items begin with their date, or stand below "
            "headings that are dates.",
            name=name,
        )
    params = (("count", f"{len(found):,}"), ("left", f"{walk.left:,}"))
    yield Finding("list-items" if walk.left else "list-whole", "note", params=params)
    for one in found:
        yield record_of(one, name)


def record_of(one: Dated, name: str) -> Record:
    first, *more = [cell.text for cell in one.cells if cell.text]
    told = without_links(first, one.cells[0].links)
    values: dict[str, object] = {"date": one.words}
    if one.rank < ITEMS:
        more = [text for text in more if not _is_field(text, values)]
        more = without_addresses(more, {link["href"] for cell in one.cells for link in cell.links})
    head, _, below = told.partition("\n")
    if not more and below and len(head) <= MAX_TITLE and head[-1] not in ",;-–—" and below[0].isupper():
        told, more = head, [below]  # a title with its text in a line of its own
    if "\n" not in told and len(told) <= MAX_HEADLINE and (more or not _SENTENCES.search(told)):
        values |= {"headline": told} | ({"text": "\n\n".join(more)} if more else {})
    else:
        values["text"] = "\n\n".join([told, *more])
    if links := [link for cell in one.cells for link in cell.links]:
        values["links"] = links
    if one.section:
        values["section"] = one.section
    return Record(Origin(name, one.number), values)


def full_day(words: str) -> str:
    """Return words, without what stands around them, that are a day; nothing for others."""
    plain = words.strip(" .()*_")
    return plain if _FULL_DAY.fullmatch(edtf_of(plain)) else ""


def _is_field(text: str, values: dict[str, object]) -> bool:
    """Take a line such as “tags: fire, water” for a field of the record; a second of the same name is text."""
    found = _FIELD.fullmatch(text)
    if not found or (name := found[1].lower()) in values:
        return False
    values[name] = found[2].strip()
    return True


def without_addresses(texts: list[str], addresses: set[str]) -> list[str]:
    """Leave out lines that are nothing but an address, which is a source, and the label above them."""
    kept = list[str]()
    for text in texts:
        bare = text.removeprefix("- ").strip("<> ")
        if bare in addresses:
            if kept and kept[-1].strip("*_: ").lower() in _LABELS:
                kept.pop()
            continue
        kept.append(text)
    return kept


def without_links(text: str, links: list[dict[str, str]]) -> str:
    """Take off links at the end that only say where it is told: “… [BBC](…), [2](…)”, “… (source)”."""
    for link in reversed(links):
        label = (link["text"] or link["href"]).strip("[]() ")
        plain = text.rstrip(" .,;)]")
        if not plain.endswith(label) or len(plain) == len(label):
            break
        before = plain[: -len(label)].rstrip()
        aside = before[-1:] in ".!?:;([–—|,-" or before == plain[: -len(label)]
        if not (aside or label.isdigit() or label == link["href"] or label.lower().strip(" .:") in _REFERENCES):
            break
        text = _SEE.sub("", _NAMED_SOURCE.sub("", before).rstrip(" ,;([–—|-"))
    return text


class Walk:
    """Goes down a page and keeps what stands above: headings by their level, items by their depth."""

    def __init__(self, name: str = "") -> None:
        self.name = name
        self.above: list[Above] = []
        self.section = ""
        self.section_rank = 0
        self.current: Dated | None = None
        self.left = 0  # items that no date belongs to
        self.count = 0
        self.day = ""  # of the whole page, in words
        self.clock = ""  # of the item before, on that day
        self.chapter: Dated | None = None  # paragraphs below a year or month, which are what is told of it, if all
        self.bare = False  # whether a year counts that nothing divides from the words behind it
        self.timed = False  # whether the page tells a day by the hour

    def events(self, entries: Iterable[Entry]) -> Iterator[Dated]:
        entries = list(entries)
        items = [one.cell.text.strip() for one in entries if one.kind == "item"]
        self.bare = len(items) > FEW and sum(bool(_BEGINS.match(one)) for one in items) >= MOST * len(items)
        self.timed = sum(bool(_CLOCK.match(one)) for one in items) >= FEW
        for entry in entries:
            before = self.current
            if entry.kind == "text" and self._paragraph(entry):
                if before is not None and self.current is not before:
                    yield before
                continue
            if entry.kind == "text":
                if before is not None and (entry.level > 0 or before.rank < ITEMS):
                    before.cells.append(entry.cell)
                elif before is None:
                    self._tell_chapter(entry)
                continue
            rank = entry.level if entry.kind == "heading" else ITEMS + entry.level
            if entry.kind == "heading" and self.chapter is not None:
                if rank <= self.chapter.rank:
                    yield self.chapter
                self.chapter = None
            while self.above and self.above[-1].rank >= rank:
                self.above.pop()
            (self._heading if entry.kind == "heading" else self._item)(entry, rank)
            if before is not None and self.current is not before:
                yield before
        last = self.current or self.chapter
        if last is not None:
            yield last

    def _tell_chapter(self, entry: Entry) -> None:
        """Keep a paragraph below the heading of a year or month: an event, unless dated ones follow it there."""
        above = self.above[-1] if self.above else None
        if self.chapter is not None:
            self.chapter.cells.append(entry.cell)
        elif above is not None and above.rank < PARAGRAPHS:
            self.chapter = Dated(entry.number, above.rank, above.words, self.section, [entry.cell])

    def _paragraph(self, entry: Entry) -> bool:
        """Take a paragraph that begins with a date for an item; tell whether it was one, or gives the page's day."""
        if self._of_page(entry):
            return True
        text = entry.cell.text.strip()
        above = next((one for one in reversed(self.above) if one.rank < PARAGRAPHS), None)
        lead, words = entry.lead.strip(" :–—-,.[]()"), ""
        if lead and (words := completed(lead, above, alone=True)):
            rest = text[len(entry.lead) :] if text.startswith(entry.lead) else text.replace(entry.lead, "", 1)
        elif not lead and (mark := _STRONG.search(text, 0, MAX_LEAD)):
            words, rest = completed(text[: mark.start()].strip(" [](*"), above, alone=True), text[mark.end() :]
        if not words:
            return False
        while self.above and self.above[-1].rank >= PARAGRAPHS:
            self.above.pop()
        self._begin(entry, PARAGRAPHS, words, rest.strip(" :–—-,\n").removeprefix(". "))
        if not rest.strip(" :–—-,\n."):
            self.above.append(Above(PARAGRAPHS, words, edtf_of(words)))
        return True

    def _of_page(self, entry: Entry) -> bool:
        """Take the day that a page says it is about: “Date: 12 April 2023”, or at the end of its first heading."""
        if self.day or self.count:
            return False
        text = " ".join(entry.cell.text.split())[:300]
        if entry.kind == "heading":
            words = [
                text[at:] for at in (one.end() for one in re.finditer(r"\b(?:on|of|am|vom|del?|du|van|op)\s", text))
            ]
        else:
            words = [found[2]] if (found := DATED.fullmatch(text)) else []
        self.day = next(filter(None, map(full_day, words)), "")
        return bool(self.day) and entry.kind != "heading"

    def _timed(self, entry: Entry) -> tuple[str, str] | None:
        """Part a time of day from an item below a day; a time before that of the last item is of a day not told."""
        text = " ".join(entry.cell.text.split("\n")[0].split())
        day = next((one.words for one in reversed(self.above) if _FULL_DAY.fullmatch(one.edtf)), self.day)
        found = _CLOCK.match(text) if day else None
        if not found or "T" not in (edtf := edtf_of(words := f"{day} {found[1]} {found[2] or ''}".strip())):
            return None
        rest = rest_of(entry.cell.text.strip(), text, found.end())
        if edtf < self.clock and edtf[:10] == self.clock[:10]:
            return found[1], rest
        self.clock = edtf
        return words, rest

    def _begin(self, entry: Entry, rank: int, words: str, rest: str) -> None:
        self.count += 1
        if self.count > MAX_ITEMS:
            raise FormatError(
                "%(name)s has more than %(most)s dated items. Divide it.",
                name=self.name,
                most=MAX_ITEMS,
            )
        self.chapter = None
        self.current = Dated(entry.number, rank, words, self.section, [replace(entry.cell, text=rest)])

    def _heading(self, entry: Entry, rank: int) -> None:
        self._of_page(entry)
        words, rest = parted(entry, self.above[-1] if self.above else None)
        if not words and (barred := _BARRED.fullmatch(" ".join(entry.cell.text.split())[:MAX_HEADLINE])):
            said = barred[2].strip()
            if edtf_of(said) or (has_month(said) and NUMBERS.search(said)):  # perhaps of a year that nobody says
                words, rest = said, barred[1].strip()
        if not words and self.current is not None and self.current.rank < rank and self.current.told:
            self.current.cells.append(replace(entry.cell, text=f"**{entry.cell.text}**"))
            return
        self.current = None
        if not words:
            self.section, self.section_rank = entry.cell.text[:MAX_HEADLINE], rank
            return
        edtf = edtf_of(words)
        self.above.append(Above(rank, words, edtf))
        if rank <= self.section_rank:
            self.section = ""
        if not edtf or len(edtf) > 7 or (rest and len(edtf) > 4):  # a day, or what happened; a year is a chapter
            self._begin(entry, rank, words, rest)

    def _item(self, entry: Entry, rank: int) -> None:
        inside = self.current is not None and self.current.rank < rank and bool(self.current.cells[0].text)
        above = self.above[-1] if self.above else None
        if self._of_page(entry):
            self.left += 1
            return
        words, rest = self._timed(entry) or parted(entry, above, bare=self.bare)
        if words and not rest:  # an item that is only a date holds those below it
            self.above.append(Above(rank, words, edtf_of(words)))
            self.current = None
        elif words:
            self._begin(entry, rank, words, rest)
        elif inside and self.current is not None:
            self.current.cells.append(replace(entry.cell, text=f"- {entry.cell.text}"))
        elif above is not None and not (self.timed and self.section and self.section_rank > above.rank):
            self._begin(entry, rank, above.words, entry.cell.text)  # else causes and lessons below the account of a day
        else:
            self.current = None
            self.left += 1
