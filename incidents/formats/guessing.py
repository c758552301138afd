"""A mapping guessed from the names of columns, in five languages, and from their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .columnnames import CLOSING, INCIDENTS, NAMES
from .columnwords import EXACT, WITHIN, thing_of, words_of
from .datecells import is_zone
from .deeds import tells_deeds
from .fitting import AVOID, BODIES, NO_HEADLINE, Table, fits, is_days, is_of_incident, logs
from .mapping import Mapping
from .survey import Column, Survey

MANY = frozenset("body person organisation tag source_url source_title source_author place".split())
NEVER = 0
_RECORDED = re.compile(r"\b(created|added|posted|published|reported|disclosed)\b")  # the record, not what it is of
_MOMENTS = frozenset(("datetime", "date time", "date", "dt", "time", "when"))
_PUBLISHED = frozenset(("published", "date published", "publication date"))
_OUTLETS = frozenset(("source", "source name", "sources", "quelle", "fuente", "bron"))
_OF_A_SOURCE = {
    "link text": "source_title", "linktext": "source_title", "label": "source_title",
    "href": "source_url", "url": "source_url", "link": "source_url", "uri": "source_url", "title": "source_title",
    "text": "source_title", "name": "source_title", "headline": "source_title", "publisher": "source_publisher",
    "outlet": "source_publisher", "author": "source_author", "date": "source_published",
    "published": "source_published", "quote": "quote", "excerpt": "quote", "locator": "locator", "page": "locator",
    "pages": "locator", "stance": "stance",
}  # fmt: skip
_WHOSE = frozenset("entity company victim target organization organisation name firma unternehmen empresa".split())
_GROUPS = frozenset("when what who where event incident details wann was wer wo quand quoi cuando que wanneer".split())
_VERSIONS = frozenset("en eng de deu es spa fr fra nl nld default rendered plain value".split())
_PROGRAMS = re.compile(r"https?://api\.")  # addresses that answer programs
_ZONES = frozenset(("timezone", "time zone", "tz", "zeitzone", "zona horaria", "fuseau horaire", "tijdzone"))
_NO_BODY = re.compile(r"\b(file|filename|path|key|id|uid|uuid|hash|slug)\b")
_DIVIDED = re.compile(r"\s*(?:/|&|\bor\b|\boder\b|\bou\b)\s*", re.I)
_INTERNAL = re.compile(r"(?:^|\.)__[^.]*$")  # "__type__", of the program that wrote the file


def guess(survey: Survey) -> Mapping:
    """Guess which columns fill which fields; what is not guessed stays beside the event as extra."""
    told = [column for column in survey.columns.values() if column.filled and not _INTERNAL.search(column.path)]
    guesser = _Guesser(told, survey.records)
    return replace(guesser.mapping(), zone=guesser.zone())


class _Guesser:
    """Gives each column at most one field, the surest pairs first."""

    def __init__(self, columns: list[Column], records: int) -> None:
        self.columns = columns
        self.names = {column.path: words_of(column.path) for column in columns}
        self.records = records
        self.found: dict[str, list[str]] = {}
        self.taken: set[str] = set()
        self.years = [
            c
            for c in columns
            if (c.share("year") > 0.8 and ("year" in self.fields_named(c) or is_heading(c)))
            or (is_heading(c) and c.share("year") + c.share("date") > 0.8)
        ]
        self.table = Table(
            names=self.names,
            most=max(1, min(records, max((column.filled for column in columns), default=0))),
            has_years=bool(self.years),
            is_log=logs(self.names.values()),
        )

    def mapping(self) -> Mapping:
        rated = [
            (score, -at, field, column)
            for at, column in enumerate(self.columns)
            for field, score in self.rated(column)
            if score > NEVER
        ]
        for _, _, field, column in sorted(rated, key=lambda one: one[:2], reverse=True):
            if column.path not in self.taken and (field in MANY or field == "date" or field not in self.found):
                self.give(field, column)
        self.settle_parts()
        self.by_values()
        self.settle_dates()
        self.settle_sources()
        self.settle_incident()
        order = {column.path: at for at, column in enumerate(self.columns)}
        fields = {
            name: tuple(paths if name == "date" else sorted(paths, key=order.__getitem__))
            for name, paths in self.found.items()
            if paths
        }
        return Mapping(tuple(sorted(fields.items(), key=lambda one: list(NAMES).index(one[0]))))

    def zone(self) -> str:
        """Return the zone that a column of its own gives for all records."""
        zones = (column for column in self.columns if self.names[column.path] in _ZONES)
        found = next((column.samples[0] for column in zones if len(column.samples) == 1), "")
        return found if is_zone(found) else ""

    def fields_named(self, column: Column) -> set[str]:
        return {field for field, _ in self.named(column)}

    def settle_incident(self) -> None:
        """Take a column called “incident” for the incident where another one says what happened."""
        free = [one for one in self.columns if one.path not in self.taken and self.names[one.path] in INCIDENTS]
        if free and "headline" in self.found:
            self.give("incident", free[0])

    def give(self, field: str, column: Column) -> None:
        self.found.setdefault(field, []).append(column.path)
        self.taken.add(column.path)

    def drop(self, field: str, path: str) -> None:
        self.found[field].remove(path)
        self.taken.discard(path)
        if not self.found[field]:
            del self.found[field]

    def named(self, column: Column) -> Iterator[tuple[str, float]]:
        """Yield the fields that a column's name speaks for: its own name, and that of its last step."""
        name = self.names[column.path]
        last = words_of(column.path.rsplit(".", 1)[-1]) if "." in column.path else name
        nested = self.nested(column.path)
        if nested is not None:
            yield from nested
            return
        if (thing := thing_of(column.path)) is not None:
            yield from ((thing, 90.0),) if thing else ()
            return
        if last in _VERSIONS and "." in column.path:  # title.eng, content.rendered
            last = words_of(column.path.split(".")[-2])
        first, _, rest = name.partition(" ")
        bare = words_of(re.sub(r"\([^()]*\)", " ", column.path))
        parts = [words_of(part) for part in _DIVIDED.split(column.path)] if "." not in column.path else []
        kin = (
            *((part, 0.6) for part in parts if len(parts) > 1),
            (rest if first in _GROUPS else "", 0.7),
            (last, 0.7),
            (bare, 0.9),
            (name, 1.0),
        )
        for one, weight in dict(kin).items():
            for candidate, factor in ((one, 1.0), (re.sub(r" ?(?<!\d)\d{1,2}\b", "", one), 0.95)):
                yield from ((field, score * weight * factor) for field, score in EXACT.get(candidate, ()))
        yield from ((field, score) for pattern, field, score in WITHIN if pattern.search(name))

    def nested(self, path: str) -> list[tuple[str, float]] | None:
        """Return what a part of a source is ("sources[].url", "Refs.links[].href"); None for what is none."""
        head, dot, tail = path.rpartition(".")
        name = words_of(tail)
        if not dot:
            return None
        holder = words_of(head)
        if not re.search(
            r"\b(sources?|references?|refs?|reports?|links?|citations?|articles?|quellen?|fuentes?|urls?)$", holder
        ):
            return None
        return [(_OF_A_SOURCE[name], 95.0)] if name in _OF_A_SOURCE else []

    def rated(self, column: Column) -> Iterator[tuple[str, float]]:
        for field, score in self.named(column):
            yield field, score * fits(field, column, self.table)

    # --- what pairs alone do not tell -------------------------------------------------------------------------

    def settle_parts(self) -> None:
        """Drop parts of a date that lack their year, and a year that only repeats a date."""
        by_path = {column.path: column for column in self.columns}
        if self.years and self.found.keys().isdisjoint(("date", "year", "month")):  # days below headings
            for path in self.found.get("day", [])[:1]:
                self.drop("day", path)
                self.give("date", by_path[path])
        for first, rest in (("year", ("month", "day")), ("end_year", ("end_month", "end_day"))):
            if first not in self.found:
                for part in rest:
                    for path in list(self.found.get(part, ())):
                        self.drop(part, path)
        if "year" not in self.found or "month" in self.found:
            return
        if not any(by_path[one].share("date") > 0.3 for one in self.found.get("date", ())):
            return
        for one in ("year", "end_year"):
            for path in self.found.get(one, [])[:]:
                self.drop(one, path)

    def by_values(self) -> None:
        """Find by their values what names did not tell: a date, addresses, a headline, a text."""
        free = [c for c in self.columns if self.is_free(c) and thing_of(c.path) is None and not is_of_incident(c)]
        self.find_date(free)
        if "source_url" not in self.found:
            for column in free:
                if column.share("url") > 0.5 and fits("source_url", column, self.table):
                    self.give("source_url", column)
        texts = [c for c in free if self.is_free(c) and c.share("text") > 0.6 and "[]" not in c.path]
        texts = [c for c in texts if not _NO_BODY.search(self.names[c.path])]
        self.find_headline(free, texts)
        if "body" not in self.found:
            long = [c for c in texts if self.is_free(c) and c.average > 60 and all(" " in s for s in c.samples)]
            if long:
                self.give("body", max(long, key=lambda c: c.average))

    def is_free(self, column: Column) -> bool:
        return column.path not in self.taken

    def find_date(self, free: list[Column]) -> None:
        """Take full dates rather than years alone, a year for dates without one, and any date where none is named."""
        if "year" in self.found and not {"month", "date"} & self.found.keys():
            full = [c for c in free if c.share("date") > 0.9 and not AVOID.search(self.names[c.path])]
            if full:
                self.drop("year", self.found["year"][0])
                self.give("date", full[0])
        if "year" not in self.found and self.years and "date" in self.found:
            by_path = {column.path: column for column in self.columns}
            if any(by_path[one].share("yearless") > 0.3 or is_days(by_path[one]) for one in self.found["date"]):
                self.give("year", self.years[0])
        if {"date", "year"} & self.found.keys():
            return
        dated = [c for c in free if c.share("date") > 0.5 and not AVOID.search(self.names[c.path])]
        years = [c for c in free if c.share("year") > 0.8 and c.filled > 0.5 * self.table.most]
        ended = [c for c in self.columns if c.path in self.found.get("end", ()) and self.names[c.path] in CLOSING]
        nested = [c for c in self.columns if "[]." in c.path and words_of(c.path.rsplit(".", 1)[-1]) in _MOMENTS]
        for column in (dated or years or [c for c in nested if c.share("date") > 0.5] or ended)[:1]:
            if column in ended:
                self.drop("end", column.path)
            self.give("date", column)

    def find_headline(self, free: list[Column], texts: list[Column]) -> None:
        """Take a name or a label where no column is called a headline, else the widest of the short texts."""
        if not {"headline", "body"} & self.found.keys():  # a list of who it happened to: the name is what there is
            named = [path for path in self.found.get("organisation", ()) if self.names[path] in _WHOSE]
            if named:
                self.found["headline"] = named[:1]
        if "headline" not in self.found:  # a label is a headline or a tag: where nothing else is one, the first
            for path in [one for one in self.found.get("tag", ()) if self.names[one] == "label"]:
                self.drop("tag", path)
                self.give("headline", next(column for column in self.columns if column.path == path))
        if {"headline", "body"} & self.found.keys() or (self.table.is_log and tells_deeds(self.names.values())):
            return
        told = [c for c in texts if 8 < c.average <= 200 and any(" " in sample for sample in c.samples)]
        told = [c for c in told if not NO_HEADLINE.search(self.names[c.path])]
        linked = [c for c in told if f"{c.path}.links[].href" in self.found.get("source_url", ())]
        wide = sorted(told, key=lambda c: -c.average * c.filled)
        if linked and wide[0].path.startswith("column "):  # of a table without a header: what has a page is named
            self.give("headline", linked[0])
            self.found.setdefault("body", [c.path for c in wide if c not in linked][:1])
            self.taken.update(self.found["body"])
        elif wide:
            self.give("headline", wide[0])
        else:
            short = [c for c in free if self.names[c.path] in BODIES and c.share("text") > 0 and c.average <= 100]
            for column in short[:1]:
                self.give("headline", column)

    def settle_dates(self) -> None:
        """Keep the best date, and behind it only the same moment told another way (a timestamp)."""
        dates = self.found.get("date", [])
        by_path = {column.path: column for column in self.columns}
        if dates and _RECORDED.search(self.names[dates[0]]):
            for path in [one for one in self.found.get("end", ()) if self.names[one] in CLOSING]:
                self.drop("end", path)
        if "year" in self.found and "month" in self.found:
            own = [path for path in dates if self.names[path] not in ("timestamp", "ts")]
            own = [path for path in own if by_path[path].share("year") < 0.8]  # a year says less than its parts
            if not any(by_path[path].filled >= 0.9 * by_path[self.found["year"][0]].filled for path in own):
                for path in dates[:]:
                    self.drop("date", path)
                return
        clocks = ("timestamp", "time stamp", "epoch", "unix time", "unixtime", "ts")
        for path in dates[1:]:
            if sum(by_path[one].filled for one in self.found["date"]) <= 1.02 * self.records:
                break  # each record has one of them
            told_twice = self.names[path] in clocks and self.names[dates[0]] in _MOMENTS
            if not told_twice and self.names[dates[0]] not in clocks:
                self.drop("date", path)
                if "source_published" not in self.found and self.names[path] in _PUBLISHED:
                    self.give("source_published", by_path[path])
        if "date" not in self.found and "year" not in self.found:
            for path in self.found.get("source_published", [])[:1]:
                self.drop("source_published", path)
                self.give("date", by_path[path])

    def settle_sources(self) -> None:
        """Tell publishers from titles; leave a cell's own text aside where the links in it are taken."""
        urls = self.found.get("source_url", [])
        for path in urls[:]:
            if path.endswith(".links[].href") and (text := path.removesuffix(".links[].href")) in urls:
                self.drop("source_url", text)
            text = path.removesuffix(".links[].href")
            for field in ("source_title", "source_publisher"):
                if text != path and text in self.found.get(field, ()):
                    self.drop(field, text)  # the words of its links are taken
        pages = [one for one in self.columns if one.path in urls and not all(map(_PROGRAMS.match, one.samples))]
        for path in [] if not pages else [one for one in urls if one not in {page.path for page in pages}]:
            self.drop("source_url", path)
        titles = [column for column in self.columns if column.path in self.found.get("source_title", ())]
        for column in titles:
            outlet = self.names[column.path] in _OUTLETS and column.average <= 30
            if outlet and "source_url" in self.found and "source_publisher" not in self.found:
                self.drop("source_title", column.path)
                self.give("source_publisher", column)
        if "source_published" in self.found and "source_url" not in self.found and "source_title" not in self.found:
            for path in self.found["source_published"][:]:
                self.drop("source_published", path)


def is_heading(column: Column) -> bool:
    """Tell what stands above a table, or above some of its rows."""
    return column.path in ("section", "heading", "sheet", "above")


def unmapped(survey: Survey, mapping: Mapping) -> list[str]:
    """Return the filled columns that a mapping leaves beside the event."""
    used = {path for _, paths in mapping.fields for path in paths}
    return [column.path for column in survey.columns.values() if column.filled and column.path not in used]
