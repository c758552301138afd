"""The sources that a record names: addresses with titles, publishers and dates beside them, by position."""

from __future__ import annotations

import re
from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..cleaning import clean_line
from ..drafts import CitationDraft, Finding, QuoteDraft, SourceDraft
from .cells import addresses_in, bare_address, checked_address, items_of, line_of, names_in, text_of_value, values_in
from .datecells import DateRule, read_date
from .datewords import NOTHING
from .kinds import is_dispute
from .mapping import Mapping
from .paths import Getter
from .richtext import LOOKS_LIKE_HTML, text_of
from .timelinejs import PICTURES, is_quotation

Columns = list[tuple[str, Getter]]
Extra = list[tuple[str, str]]
_LIMITS = {"source_title": 500, "source_publisher": 200, "source_author": 500}
_DIVIDING = frozenset(' \t\n\r;,|<>"()[]{}')
_MARK = re.compile(r"\W{0,3}\d{1,3}\W{0,3}")  # of a footnote
_NO_TITLES = frozenset(
    "link,links,source,sources,here,url,web,website,article,report,reference,ref,archive,archived,more,read more,"
    "the original,quelle,hier,artikel,bericht,fuente,enlace,aquí,artículo,lien,ici,bron,hier klikken".split(",")
)
_ADDRESS = re.compile(r"https?://\S+")
_FILE = re.compile(r"[\w ./()-]{1,200}\.(?:jpe?g|png|gif|webp|svg|tiff?|pdf|mp[34]|m4[av]|wav|ogg|webm|mov)", re.I)
_QUOTED = re.compile(r'"[^"]+"|“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»')
_HELD = re.compile(r"\x00(\d+)\x00")
_NAMED = re.compile(r"sources?|referen|\brefs?\b|citation|evidence|quelle|beleg|nachweis|fuente|\bbron", re.I)
_ADDRESSES = re.compile(r"ur[il]|link|href|website|enlace|lien", re.I)
MAX_QUOTE = 2_000
# What is meant as an address, and is none of a page: “https:/port.example”, “javascript:alert(1)”.
_MEANT = re.compile(r"(?:https?|ftps?|file|javascript|vbscript|data|mailto|blob):\S+|https?//\S+", re.I)
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/[^/]{1,20}/(https?://.+)")
MAX_LOCATOR = 200
MAX_SOURCES = 100  # of one record


class Sources:
    """Reads citations out of records by a mapping."""

    def __init__(self, mapping: Mapping, columns: Dict[str, Columns], rules: Dict[str, DateRule]) -> None:
        self.mapping = mapping
        self.columns = columns
        self.rules = rules
        self.urls = columns.get("source_url", [])
        beside = dict(columns.get("source_title", ()))
        words = {column: f"{column.removesuffix('.href')}.text" for column, _ in self.urls}
        self.words = {column: beside[text] for column, text in words.items() if text in beside}
        titles = [(column, get) for column, get in columns.get("source_title", ()) if get not in self.words.values()]
        self.columns = columns = {**columns, "source_title": titles} if titles else without(columns, "source_title")
        self.media = {column for column, _ in self.urls if "media" in column.lower()}
        self.beside = [name for name in (*_LIMITS, "source_published") if name in columns or mapping.constant(name)]
        # Where each of them has one column, and nothing stands in for it: as nearly always.
        self.single = [(name, *columns[name][0]) for name in self.beside if len(columns.get(name, ())) == 1]
        self.is_single = len(self.single) == len(self.beside) and not any(map(mapping.constant, self.beside))
        self.pictured = False
        self.quotes = any(name in columns for name in ("quote", "locator", "stance")) or bool(
            mapping.constant("stance")
        )

    def citations(self, values: Dict[str, Any], findings: list[Finding], extra: Extra) -> tuple[CitationDraft, ...]:
        """Return one citation for each address or title; what cannot be taken is a finding, and kept in `extra`."""
        self.pictured = False
        links = self.links(values, findings, extra)
        if self.pictured and not links:  # what stands beside tells of the picture
            self.keep_beside(values, extra)
            return ()
        if not links and (constant := self.mapping.constant("source_url")):
            links = [(constant, "")]
        if self.is_single and len(links) == 1 and links[0][0]:
            cells = [(name, column, get(values)) for name, column, get in self.single]
            if all(type(value) is str for _, _, value in cells):
                lone = self.lone(links[0], cells, findings, extra)
                return self.quoted((lone,), (0,), values, extra) if self.quotes else (lone,)
        beside = {name: self.parallel(name, values, len(links), findings, extra) for name in self.beside}
        titles = beside.get("source_title", ())
        count = min(len(links) or len(titles), MAX_SOURCES)
        if not count:
            if beside.get("source_publisher") and "source_publisher" in self.columns:
                count = 1  # a publisher alone is a source too
            else:
                self.keep_beside(values, extra)
                return self.quoted((), (), values, extra) if self.quotes else ()
        made: dict[str, CitationDraft] = {}
        places: list[str | None] = []  # which citation stands at each place of the lists, if any
        for at in range(count):
            url, words = links[at] if at < len(links) else ("", "")
            one = {name: found[at] for name, found in beside.items() if at < len(found)}
            if not url and _ADDRESS.fullmatch(one.get("source_title", "")):  # in a column of reports, some by address
                url = self.checked(one["source_title"], self.columns["source_title"][0][0], findings)
                one["source_title"] = "" if url else one["source_title"]
            title = one.get("source_title") or (self.clean("source_title", words, "", findings, extra) if words else "")
            title = title[1:-1] if _QUOTED.fullmatch(title) else title
            authors = one.get("source_author")
            source = SourceDraft(
                title or ("" if url else one.get("source_publisher", "")),
                url,
                one.get("source_publisher", ""),
                names_in(authors, "", False) if authors else (),
                one.get("source_published", ""),
                "given" if one.get("source_published") else "",
            )
            if not url and not is_name(source.title):
                places.append(None)
                if source.title:
                    extra.append(("source", source.title))
                continue
            key = url or f"\n{source.title}"
            made.setdefault(key, CitationDraft(source))
            places.append(key)
        found, at_places = without_copies(made, places, extra)
        return self.quoted(found, at_places, values, extra) if self.quotes else found

    def keep_beside(self, values: Dict[str, Any], extra: Extra) -> None:
        """Keep what would be said of a source where there is none."""
        for name in self.beside:
            told = ((column, text_of_value(get(values))) for column, get in self.columns.get(name, ()))
            extra += [(column, text) for column, text in told if text]

    def lone(
        self, link: tuple[str, str], told: list[tuple[str, str, str]], findings: list[Finding], extra: Extra
    ) -> CitationDraft:
        """Return the citation of one address with what stands beside it in plain cells."""
        one = {name: self.clean(name, text, column, findings, extra) for name, column, text in told if text}
        url, words = link
        given = one.get
        title = given("source_title") or (self.clean("source_title", words, "", findings, extra) if words else "")
        title = title[1:-1] if _QUOTED.fullmatch(title) else title
        authors, published = given("source_author"), given("source_published", "")
        return CitationDraft(
            SourceDraft(
                title,
                url,
                given("source_publisher", ""),
                names_in(authors, "", False) if authors else (),
                published,
                "given" if published else "",
            )
        )

    def links(self, values: Dict[str, Any], findings: list[Finding], extra: Extra) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for column, get in self.urls:
            value = get(values)
            if not value:
                continue
            if isinstance(value, str) and not _DIVIDING.intersection(text := value.strip()):
                self.address(text, column, found, findings, extra)
                continue
            if column in self.words:
                self.linked(value, self.words[column](values), column, found, findings)
                continue
            places = in_places(value)
            if places:
                for one in places:  # a list keeps its places, for what stands beside
                    before = len(found)
                    self.several(text_of_value(one), column, found, findings, extra)
                    if len(found) == before:
                        found.append(("", ""))
                continue
            if isinstance(value, list) and any(path.startswith(f"{column}[].") for path, _ in self.urls):
                value = [one for one in value if not isinstance(one, dict)]  # which is looked into by its own paths
            for one in values_in(value):
                self.several(text_of_value(one), column, found, findings, extra)
        return found[:MAX_SOURCES] if len(found) > MAX_SOURCES else found

    def linked(
        self, addresses: Any, words: Any, column: str, found: list[tuple[str, str]], findings: list[Finding]
    ) -> None:
        """Take the links of a cell, each with the words that lead to it."""
        several = addresses if isinstance(addresses, list) else [addresses]
        said = words if isinstance(words, list) else [words]
        for at, address in enumerate(several):
            if address == "" and len(several) > 1:
                continue  # of an item that has none
            if url := self.checked(text_of_value(address), column, findings):
                found.append((url, text_of_value(said[at]) if at < len(said) else ""))

    def several(
        self, text: str, column: str, found: list[tuple[str, str]], findings: list[Finding], extra: Extra
    ) -> None:
        """Take all addresses of a text; words that are left stay beside the event."""
        links, rest = addresses_in(text)
        for raw, words in links:
            if url := self.checked(raw, column, findings):
                found.append((url, words))
        if not links:
            parts = items_of(text, self.mapping.separator, commas=True)
            if parts and all(bare_address(part) for part in parts):
                for part in parts if len(parts) == 1 else [part.rstrip(".") for part in parts]:
                    self.address(part, column, found, findings, extra)
                return
            if column in self.media and is_quotation(text):
                return
            if self.is_named(column) and any(map(str.isalpha, text)):
                named = [text] if _MEANT.fullmatch(text) else self.titles(text)
                broken = [part for part in named if _MEANT.fullmatch(part) and not self.checked(part, column, findings)]
                if broken:
                    extra.append((column, text))
                found += [("", part) for part in named if part not in broken]
                if named:
                    return
            if text.strip():  # a title or a name where an address was expected
                findings.append(Finding("no-address", "note", column, text[:200]))
        if rest and (any(char.isalnum() for char in rest) or not links):
            extra.append((column, text))

    def address(
        self, text: str, column: str, found: list[tuple[str, str]], findings: list[Finding], extra: Extra
    ) -> None:
        """Take a cell that is one address, with its scheme if it was left off."""
        if column in self.media and "://" not in text and _FILE.fullmatch(text):
            self.pictured = True  # of the file's own folder
            extra.append((column, text))
            return
        if "://" not in text and (repaired := bare_address(text)):
            findings.append(Finding("scheme-added", "note", column, text[:200], (("url", repaired[:200]),)))
            text = repaired
        elif "://" not in text:
            if _MEANT.fullmatch(text) and not self.checked(text, column, findings):
                extra.append((column, text))
            elif self.is_named(column) and any(map(str.isalpha, text)) and is_name(text):
                found.append(("", text))
            elif any(char.isalnum() for char in text):
                findings.append(Finding("no-address", "note", column, text[:200]))
                extra.append((column, text))
            return
        if column in self.media and PICTURES.search(text):
            self.pictured = True  # a picture is no source
            extra.append((column, text))
        elif url := self.checked(text, column, findings):
            found.append((url, ""))
        else:
            extra.append((column, text))

    @staticmethod
    def is_named(column: str) -> bool:
        """Tell a column of sources, of which some are given by their names, from one of addresses alone."""
        return bool(_NAMED.search(column)) and not _ADDRESSES.search(column)

    def titles(self, text: str) -> list[str]:
        """Return the names of sources that a cell lists."""
        return [part for part in self.parts(text) if is_name(part)]

    def parts(self, text: str) -> list[str]:
        """Return what a cell lists; what stands in quotation marks is one."""
        held: list[str] = []

        def hold(quoted: re.Match[str]) -> str:
            held.append(quoted[0])
            return f"\x00{len(held) - 1}\x00"

        plain = _QUOTED.sub(hold, text.replace("\x00", "")) if '"' in text or _QUOTED.search(text) else text
        return [_HELD.sub(lambda mark: held[int(mark[1])], one) for one in items_of(plain, self.mapping.separator)]

    def checked(self, raw: str, column: str, findings: list[Finding]) -> str:
        url, reason = checked_address(raw)
        if reason:
            findings.append(Finding("bad-address", "warning", column, raw[:200], (("reason", reason),), ("leave-out",)))
        return url

    def parallel(
        self, name: str, values: Dict[str, Any], links: int, findings: list[Finding], extra: Extra
    ) -> list[str]:
        """Return what stands beside the addresses in order: a list of as many, or one value for all of them."""
        found: list[str] = []
        for column, get in self.columns.get(name, ()):
            value = get(values)
            if value is None or value == "":
                continue
            if links == 1 and isinstance(value, str):
                found.append(self.clean(name, value, column, findings, extra))
                continue
            if isinstance(value, list):
                several = [text_of_value(one).strip() for one in value]
            elif isinstance(value, str) and value.count("\n") + 1 == links:
                several = [line.strip() for line in value.split("\n")]
            else:
                several = self.parts(value) if isinstance(value, str) else items_of(value, self.mapping.separator)
            whole = [text_of_value(value).strip()] if not isinstance(value, list) else several
            if len(several) == links or (not links and len(several) > 1 and name == "source_title"):
                cells = several
            elif len(whole) == 1:
                cells = whole if name == "source_title" else whole * max(links, 1)
            else:
                cells = several
                findings.append(
                    Finding("uneven-sources", "note", column, str(value)[:200],
                            (("links", str(links)), ("others", str(len(several)))))
                )  # fmt: skip
                extra.append((column, text_of_value(value)))
            found += [self.clean(name, cell, column, findings, extra) for cell in cells]
        if not any(found) and (constant := self.mapping.constant(name)):
            return [self.clean(name, constant, name, findings, extra)] * max(links, 1)
        return found if any(found) else []

    def clean(self, name: str, text: str, column: str, findings: list[Finding], extra: Extra) -> str:
        if name == "source_published":
            cell = read_date(text, self.rules.get(column, DateRule()))
            if cell.findings:
                findings += [replace(one, column=column, offers=()) for one in cell.findings]
            if not cell.edtf and not cell.nothing:
                extra.append((column, text))
            return cell.edtf
        if ("<" in text or "&" in text) and LOOKS_LIKE_HTML.search(text):
            text = text_of(text)[0]
        line = line_of(text)
        if name == "source_title" and line[:1] + line[-1:] == "[]":
            line = line[1:-1].strip()
        if name == "source_title" and (_MARK.fullmatch(line) or line.lower() in _NO_TITLES):
            return ""
        return line if len(line) <= _LIMITS[name] else f"{line[: _LIMITS[name] - 2]} …"

    def quoted(
        self,
        citations: tuple[CitationDraft, ...],
        places: Sequence[int | None],
        values: Dict[str, Any],
        extra: Extra,
    ) -> tuple[CitationDraft, ...]:
        """Give quotes, locators and stances to the sources, by place in a list, by lines, or all to the first.

        Without a source they are kept beside, and so is what stands at a place where there is none.
        """
        told = {
            name: [(column, value) for column, get in self.columns.get(name, ()) if text_of_value(value := get(values))]
            for name in ("quote", "locator", "stance")
        }
        if not citations:
            extra += [(column, text_of_value(value)) for pairs in told.values() for column, value in pairs]
            return ()
        by_place: dict[str, list[list[str]]] = {}
        for name, pairs in told.items():
            by_place[name] = [[] for _ in citations]
            for column, value in pairs:
                is_list = isinstance(value, list)
                cells = [text_of_value(one) for one in value] if is_list else text_of_value(value).split("\n")
                if len(cells) == len(places) and (is_list or len(places) > 1):
                    targets = list(places)
                elif len(cells) == len(citations) > 1:
                    targets = list(range(len(citations)))
                else:
                    by_place[name][0].append(text_of_value(value))
                    continue
                for at, cell in zip(targets, cells, strict=True):
                    if at is not None and cell.strip():
                        by_place[name][at].append(cell)
                    elif cell.strip() and name != "stance":
                        extra.append((column, cell))
        constant = self.mapping.constant("stance")
        return tuple(
            replace(
                citation,
                quotes=tuple(QuoteDraft(clean_line(text)[:MAX_QUOTE]) for text in by_place["quote"][at]),
                locator=clean_line(", ".join(by_place["locator"][at]))[:MAX_LOCATOR],
                disputes=is_dispute(" ".join(by_place["stance"][at]) or constant),
            )
            for at, citation in enumerate(citations)
        )


def is_name(text: str) -> bool:
    """Tell what a source may be called from nothing, "n/a" and "unknown"."""
    return any(map(str.isalnum, text)) and bool(names_in(text, "\n", False)) and text.lower() not in NOTHING


def without(columns: Dict[str, Columns], field: str) -> dict[str, Columns]:
    return {name: held for name, held in columns.items() if name != field}


def without_copies(
    made: dict[str, CitationDraft], places: list[str | None], extra: Extra
) -> tuple[tuple[CitationDraft, ...], list[int | None]]:
    """Leave aside the archived copy of a page that is cited itself; its title, and its place, are that of the page."""
    copies = {url: found[1] for url in made if (found := _ARCHIVED.match(url)) and found[1] in made}
    titles = {page: made[url].source.title for url, page in copies.items()}
    extra += [("archived", url) for url in copies]
    kept = [url for url in made if url not in copies]
    citations = tuple(
        replace(made[url], source=replace(made[url].source, title=made[url].source.title or titles.get(url, "")))
        for url in kept
    )
    return citations, [None if key is None else kept.index(copies.get(key, key)) for key in places]


def in_places(value: Any) -> list[Any]:
    """Return what is listed one for each source: plain values, or lines that all hold addresses or nothing."""
    if isinstance(value, list):
        return [] if any(isinstance(one, list | dict) for one in value) else value
    if not isinstance(value, str) or "\n" not in value:
        return []
    lines = [line.strip() for line in value.split("\n")]
    return lines if all(not line or "://" in line or bare_address(line) for line in lines) else []
