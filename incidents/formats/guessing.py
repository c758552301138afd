"""A mapping guessed from the names of columns, in five languages, and from their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .columnnames import CLOSING, INCIDENTS, NAMES
from .columnwords import EXACT, WITHIN, thing_of, words_of
from .datecells import is_zone
from .kinds import kind_named
from .mapping import Mapping
from .survey import SAMPLES, Column, Survey

MANY = frozenset("body person organisation tag source_url source_title source_author place".split())
DATES = frozenset(("date", "end", "source_published"))
FIGURES = frozenset("year month day end_year end_month end_day".split())
NEVER = 0
_AVOID = re.compile(
    r"\b(due|deadline|updated|update|modified|accessed|access|retrieved|archived?|last|birth|geandert|aktualisiert|"
    r"modificado|actualizado|vencimiento|frist|abgerufen|consulte|zugriff|gewijzigd|expir\w*|review|born|naissance|"
    r"nacimiento|geburt\w*|geboorte\w*|dob|scraped|crawled|downloaded|cfp)\b"
)
_RECORDED = re.compile(r"\b(created|added|posted|published|reported|disclosed)\b")  # the record, not what it is of
_MOMENTS = frozenset(("datetime", "date time", "date", "dt", "time", "when"))
_NO_HEADLINE = re.compile(r"\b(id|ids|date|type|code|number|no|time|count|url|link|status|category)\b")
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
_PICTURE = re.compile(
    r"\b(images?|thumbnails?|photos?|pictures?|logo|icon|avatar|background|bild(er)?|imagen(es)?|fotos?|img|poster|"
    r"videos?)\b"
)
_GROUPS = frozenset("when what who where event incident details wann was wer wo quand quoi cuando que wanneer".split())
_LOGS = frozenset(("macb", "sourcetype", "source short", "event identifier", "timestamp desc"))
_VERSIONS = frozenset("en eng de deu es spa fr fra nl nld default rendered plain value".split())
_STATES = frozenset("open closed done todo resolved active inactive draft published merged new pending".split())
_PROGRAMS = re.compile(r"https?://api\.")  # addresses that answer programs
_COUNTERS = frozenset(("nr", "no", "number", "item", "lfd nr", "num", "numero"))
_ZONES = frozenset(("timezone", "time zone", "tz", "zeitzone", "zona horaria", "fuseau horaire", "tijdzone"))
_WHERE = re.compile(r"(where|place|location|site|ort|lugar|lieu|plaats)\b")
_CLOCKS = re.compile(r"\b(time|hora|heure|uhrzeit|tijd)$")
_CODES = re.compile(r"\b(type|code|status|category)\b")
_NO_BODY = re.compile(r"\b(file|filename|path|key|id|uid|uuid|hash|slug)\b")
_BODIES = frozenset(
    "body text content description summary beschreibung descripcion inhalt contenu omschrijving".split()
)
_DIVIDED = re.compile(r"\s*(?:/|&|\bor\b|\boder\b|\bou\b)\s*", re.I)
_REFERRED = re.compile(r"rec[A-Za-z0-9]{14}")  # to another table's record
_INTERNAL = re.compile(r"(?:^|\.)__[^.]*$")  # "__type__", of the program that wrote the file
_FILES = re.compile(r"(?:\w{2,5}:)?(?:/|~/|[A-Za-z]:\\|\\\\)\S.*")  # paths of files, which are no places
_LEADING = re.compile(r"\b(links?|liens?|enlaces?|articles?|documents?|news|reports?|sources?)\b")
_DAYS = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?(?:\s?[-–—]\s?(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?)?"
)


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
        self.most = max(1, min(records, max((column.filled for column in columns), default=0)))
        self.found: dict[str, list[str]] = {}
        self.taken: set[str] = set()
        words = set(self.names.values())
        self.machine = bool(words & {"destination", "destination port", "dst", "dst ip", "destination ip", *_LOGS})
        self.years = [
            c
            for c in columns
            if (c.share("year") > 0.8 and ("year" in self.fields_named(c) or is_heading(c)))
            or (is_heading(c) and c.share("year") + c.share("date") > 0.8)
        ]

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
            yield field, score * self.fits(field, column)

    def fits(self, field: str, column: Column) -> float:
        """Return how well a column's values are those of a field, 0 for not at all."""
        name = self.names[column.path]
        date = column.share("date") + column.share("year") + column.share("nothing")
        if field in ("headline", "body", "date") and column.path.startswith("incident.") and is_same(column):
            return 0.0  # what is said of all records
        url, number, text = column.share("url"), column.share("number"), column.share("text")
        if field in DATES:
            if column.share("year") + number > 0.8 and _CLOCKS.search(name) and not column.dates.epochs:
                return 0.0  # 1830 is a time of day there
            epoch = number if column.dates.epochs else 0.0
            serial = number if column.dates.serials >= 0.8 * column.kinds.get("number", 1) else 0.0
            date += column.share("yearless") if self.years else 0.0
            date += number + column.share("text") if self.years and is_days(column) else 0.0
            date += column.share("open") if field == "end" else 0.0
            early = number if any(one[:1] == "-" for one in column.samples) else 0.0  # years before our era
            share = min(1.0, date + max(epoch, serial, early))
            if column.share("nothing") > 0.95 or (share < 0.3 and not (column.looked_at < 5 and share)):
                return 0.0
            if _AVOID.search(name):
                return 0.25
            return (0.4 + 0.6 * share) * (0.5 + 0.5 * min(1.0, column.filled / self.most) if field == "date" else 1.0)
        if field in FIGURES:
            return (
                1.1 if number + column.share("year") > 0.8 or (field.endswith("month") and column.average < 12) else 0.0
            )
        if field in ("time", "end_time"):
            return 1.0 if column.average <= 14 and any(":" in s or "h" in s.lower() for s in column.samples) else 0.0
        if field == "source_url":
            if (
                (_PICTURE.search(name) and not _LEADING.search(name))
                or (name == "notes" and url < 0.3)
                or name in _BODIES
            ):
                return 0.0
            return 0.6 + 0.5 * url if url > 0.1 else 0.0
        if field in ("source_title", "source_publisher") and self.machine and name.startswith("source"):
            return 0.0
        if field == "place" and all(map(_FILES.fullmatch, column.samples)):
            return 0.0
        if field == "language" and "[]" in column.path:
            return 0.0  # of the same told in several
        if field == "place" and {one.lower() for one in column.samples} <= _STATES:
            return 0.0
        if field == "tag" and column.samples == ["Feature"]:  # GeoJSON's word for a record
            return 0.0
        if field == "headline" and "[]" in column.path:
            return 0.0  # what several things beside the record are called
        if field in ("headline", "body"):
            apart = url if field == "headline" or name not in _BODIES else 0.0  # a text may hold addresses
            return self.prose(field, column, date + number + apart, text + url - apart)
        if field == "kind":  # a column of other words is a tag
            return 1.2 if sum(kind_named(one) != "" for one in column.samples) > 0.5 * len(column.samples) else 0.0
        if field in ("place", "person", "organisation", "tag") and all(map(_REFERRED.fullmatch, column.samples)):
            return 0.0
        if field in ("place", "person", "organisation", "tag", "language"):
            return 0.0 if url > 0.5 or column.average > 120 or date + number > 0.9 + column.share("nothing") else 0.9
        if field == "id":
            if name in _COUNTERS and column.samples == [str(number) for number in range(1, len(column.samples) + 1)]:
                return 0.0  # rows that are counted have another number when one is put between them
            distinct = len(column.samples) == min(SAMPLES, column.looked_at)
            return 0.9 if distinct and column.average <= 100 and column.filled >= 0.9 * self.most else 0.0
        marked = field == "source_publisher" and all(sample.startswith("<") for sample in column.samples)
        return 0.0 if url > 0.5 and field != "quote" and not marked else 0.9

    def prose(self, field: str, column: Column, other: float, text: float) -> float:
        name = self.names[column.path]
        if (other > 0.6 and text < 0.4 and name != "headline") or (field == "headline" and _NO_HEADLINE.search(name)):
            return 0.0
        full = 0.4 + 0.6 * min(1.0, column.filled / self.most)
        if field == "body" and _CODES.search(name) and column.average <= 80:
            return 0.0  # a word for each of its codes
        if field == "body" and (_WHERE.match(name) or not any(" " in sample for sample in column.samples)):
            return 0.0
        if field == "headline":
            return full * (1.0 if column.average <= 200 else 0.45 if column.average <= 400 else 0.2)
        return full * (1.0 if column.average > 40 else 0.75)

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
        free = [c for c in self.columns if c.path not in self.taken and thing_of(c.path) is None and not is_told(c)]
        if "year" in self.found and not {"month", "date"} & self.found.keys():
            full = [c for c in free if c.share("date") > 0.9 and not _AVOID.search(self.names[c.path])]
            if full:
                self.drop("year", self.found["year"][0])
                self.give("date", full[0])
        if "year" not in self.found and self.years and "date" in self.found:
            by_path = {column.path: column for column in self.columns}
            if any(by_path[one].share("yearless") > 0.3 or is_days(by_path[one]) for one in self.found["date"]):
                self.give("year", self.years[0])
        if not {"date", "year"} & self.found.keys():
            dated = [c for c in free if c.share("date") > 0.5 and not _AVOID.search(self.names[c.path])]
            years = [c for c in free if c.share("year") > 0.8 and c.filled > 0.5 * self.most]
            ended = [c for c in self.columns if c.path in self.found.get("end", ()) and self.names[c.path] in CLOSING]
            nested = [c for c in self.columns if "[]." in c.path and words_of(c.path.rsplit(".", 1)[-1]) in _MOMENTS]
            for column in (dated or years or [c for c in nested if c.share("date") > 0.5] or ended)[:1]:
                if column in ended:
                    self.drop("end", column.path)
                self.give("date", column)
        if "source_url" not in self.found:
            for column in free:
                if (
                    column.share("url") > 0.5
                    and (not _PICTURE.search(self.names[column.path]) or _LEADING.search(self.names[column.path]))
                    and self.names[column.path] not in _BODIES
                ):
                    self.give("source_url", column)
        prose = [c for c in free if c.path not in self.taken and c.share("text") > 0.6 and "[]" not in c.path]
        prose = [c for c in prose if not _NO_BODY.search(self.names[c.path])]
        if not {"headline", "body"} & self.found.keys():  # a list of who it happened to: the name is what there is
            named = [path for path in self.found.get("organisation", ()) if self.names[path] in _WHOSE]
            if named:
                self.found["headline"] = named[:1]
        if "headline" not in self.found:  # a label is a headline or a tag: where nothing else is one, the first
            for path in [one for one in self.found.get("tag", ()) if self.names[one] == "label"]:
                self.drop("tag", path)
                self.give("headline", next(column for column in self.columns if column.path == path))
        if "headline" not in self.found and "body" not in self.found:
            prose = [c for c in prose if not _NO_HEADLINE.search(self.names[c.path])]
            told = [c for c in prose if 8 < c.average <= 200 and any(" " in sample for sample in c.samples)]
            wide = sorted(told, key=lambda c: -c.average * c.filled)
            linked = [c for c in told if f"{c.path}.links[].href" in self.found.get("source_url", ())]
            if linked and wide[0].path.startswith("column "):  # of a table without a header: what has a page is named
                self.give("headline", linked[0])
                wide = [c for c in wide if c not in linked]
                self.found.setdefault("body", [c.path for c in wide[:1]])
                self.taken.update(self.found["body"])
            elif wide:
                self.give("headline", wide[0])
            else:
                short = [c for c in free if self.names[c.path] in _BODIES and c.share("text") > 0 and c.average <= 100]
                for column in short[:1]:
                    self.give("headline", column)
        if "body" not in self.found:
            long = [
                c for c in prose if c.path not in self.taken and c.average > 60 and all(" " in s for s in c.samples)
            ]
            if long:
                self.give("body", max(long, key=lambda c: c.average))

    def settle_dates(self) -> None:
        """Keep the best date, and behind it only the same moment told another way (a timestamp)."""
        dates = self.found.get("date", [])
        by_path = {column.path: column for column in self.columns}
        if dates and _RECORDED.search(self.names[dates[0]]):
            for path in [one for one in self.found.get("end", ()) if self.names[one] in CLOSING]:
                self.drop("end", path)
        if "year" in self.found and "month" in self.found:
            own = [path for path in dates if self.names[path] not in ("timestamp", "ts")]
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


def is_days(column: Column) -> bool:
    """Tell numbers that can be days of a month."""
    return bool(column.samples) and all(_DAYS.fullmatch(one) for one in column.samples)


def is_same(column: Column) -> bool:
    """Tell a column that says the same of all records."""
    return len(column.samples) == 1 and column.looked_at > 1


def is_told(column: Column) -> bool:
    return column.path.startswith("incident.") and is_same(column)


def unmapped(survey: Survey, mapping: Mapping) -> list[str]:
    """Return the filled columns that a mapping leaves beside the event."""
    used = {path for _, paths in mapping.fields for path in paths}
    return [column.path for column in survey.columns.values() if column.filled and column.path not in used]
