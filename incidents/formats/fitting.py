"""How well the values of a column are those of the field that its name speaks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .columnwords import words_of
from .kinds import kind_named
from .survey import SAMPLES, Column, Survey

DATES = frozenset(("date", "end", "source_published"))
FIGURES = frozenset("year month day end_year end_month end_day".split())
BODIES = frozenset("body text content description summary beschreibung descripcion inhalt contenu omschrijving".split())
AVOID = re.compile(
    r"\b(due|deadline|updated|update|modified|accessed|access|retrieved|archived?|last|birth|geandert|aktualisiert|"
    r"modificado|actualizado|vencimiento|frist|abgerufen|consulte|zugriff|gewijzigd|expir\w*|review|born|naissance|"
    r"nacimiento|geburt\w*|geboorte\w*|dob|scraped|crawled|downloaded|cfp)\b"
)
NO_HEADLINE = re.compile(r"\b(id|ids|date|type|code|number|no|time|count|url|link|status|category|initiating)\b")
_LOGS = frozenset(
    (
        *("macb", "sourcetype", "source short", "event identifier", "timestamp desc", "process command line"),
        *("destination", "destination port", "dst", "dst ip", "destination ip"),
    )
)
_REDLINE = frozenset(("alert", "field", "summary"))
_PICTURE = re.compile(
    r"\b(images?|thumbnails?|photos?|pictures?|logo|icon|avatar|background|bild(er)?|imagen(es)?|fotos?|img|poster|"
    r"videos?)\b"
)
_LEADING = re.compile(r"\b(links?|liens?|enlaces?|articles?|documents?|news|reports?|sources?)\b")
_STATES = frozenset("open closed done todo resolved active inactive draft published merged new pending".split())
_COUNTERS = frozenset(("nr", "no", "number", "item", "lfd nr", "num", "numero"))
_WHERE = re.compile(r"(where|place|location|site|ort|lugar|lieu|plaats)\b")
_CLOCKS = re.compile(r"\b(time|hora|heure|uhrzeit|tijd)$")
_CODES = re.compile(r"\b(type|code|status|category)\b")
_REFERRED = re.compile(r"rec[A-Za-z0-9]{14}")  # to another table's record
_FILES = re.compile(r"(?:\w{2,5}:)?(?:/|~/|[A-Za-z]:\\|\\\\)\S.*")  # paths of files, which are no places
_DAYS = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?(?:\s?[-–—]\s?(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?)?"
)


@dataclass(frozen=True, slots=True)
class Table:
    """What is known of a file's columns together."""

    names: dict[str, str]  # in words, by path
    most: int  # records that the fullest column has a value in
    has_years: bool  # years stand in a column, or above the records
    is_log: bool  # written by a machine, whose "source" is no report

    def name(self, column: Column) -> str:
        return self.names[column.path]

    def fullness(self, column: Column) -> float:
        return min(1.0, column.filled / self.most)


def fits(field: str, column: Column, table: Table) -> float:
    """Return how well a column's values are those of a field, 0 for not at all."""
    return _JUDGES.get(field, _as_any)(field, column, table)


def logs(names: Iterable[str]) -> bool:
    """Tell by its columns, in words, a file that a machine wrote."""
    there = frozenset(names)
    return not _LOGS.isdisjoint(there) or there >= _REDLINE


def is_log(survey: Survey) -> bool:
    return logs(words_of(path) for path in survey.columns)


def is_days(column: Column) -> bool:
    """Tell numbers that can be days of a month."""
    return bool(column.samples) and all(_DAYS.fullmatch(one) for one in column.samples)


def is_same(column: Column) -> bool:
    """Tell a column that says the same of all records."""
    return len(column.samples) == 1 and column.looked_at > 1


def is_of_incident(column: Column) -> bool:
    """Tell what is said once of all records."""
    return column.path.startswith("incident.") and is_same(column)


def is_picture(name: str) -> bool:
    return _PICTURE.search(name) is not None and not _LEADING.search(name)


def _dated(column: Column) -> float:
    return column.share("date") + column.share("year") + column.share("nothing")


# --- When -----------------------------------------------------------------------------------------------------------


def _as_date(field: str, column: Column, table: Table) -> float:
    name, number = table.name(column), column.share("number")
    if field == "date" and is_of_incident(column):
        return 0.0
    if column.share("year") + number > 0.8 and _CLOCKS.search(name) and not column.dates.epochs:
        return 0.0  # 1830 is a time of day there
    share = min(1.0, _dated(column) + _dated_by_others(field, column, table) + _dated_in_figures(column))
    if column.share("nothing") > 0.95 or (share < 0.3 and not (column.looked_at < 5 and share)):
        return 0.0
    if AVOID.search(name):
        return 0.25
    return (0.4 + 0.6 * share) * (0.5 + 0.5 * table.fullness(column) if field == "date" else 1.0)


def _dated_by_others(field: str, column: Column, table: Table) -> float:
    """Return the share of values that are dates beside those of other columns: without a year, or open."""
    share = column.share("open") if field == "end" else 0.0
    if table.has_years:
        share += column.share("yearless")
        share += column.share("number") + column.share("text") if is_days(column) else 0.0
    return share


def _dated_in_figures(column: Column) -> float:
    """Return the share of numbers where these are seconds, serial dates, or years before our era."""
    is_serial = column.dates.serials >= 0.8 * column.kinds.get("number", 1)
    is_early = any(one[:1] == "-" for one in column.samples)
    return column.share("number") if column.dates.epochs or is_serial or is_early else 0.0


def _as_figure(field: str, column: Column, table: Table) -> float:
    has_figures = column.share("number") + column.share("year") > 0.8
    return 1.1 if has_figures or (field.endswith("month") and column.average < 12) else 0.0


def _as_clock(field: str, column: Column, table: Table) -> float:
    return 1.0 if column.average <= 14 and any(":" in one or "h" in one.lower() for one in column.samples) else 0.0


# --- What -----------------------------------------------------------------------------------------------------------


def _as_headline(field: str, column: Column, table: Table) -> float:
    name, url = table.name(column), column.share("url")
    if is_of_incident(column) or "[]" in column.path:  # what several things beside the record are called
        return 0.0
    if _is_no_prose(name, _dated(column) + column.share("number") + url, column.share("text")):
        return 0.0
    if NO_HEADLINE.search(name):
        return 0.0
    return _fully(column, table) * (1.0 if column.average <= 200 else 0.45 if column.average <= 400 else 0.2)


def _as_body(field: str, column: Column, table: Table) -> float:
    name, url = table.name(column), column.share("url")
    apart = 0.0 if name in BODIES else url  # a text may hold addresses
    if is_of_incident(column):
        return 0.0
    if _is_no_prose(name, _dated(column) + column.share("number") + apart, column.share("text") + url - apart):
        return 0.0
    if _CODES.search(name) and column.average <= 80:
        return 0.0  # a word for each of its codes
    if _WHERE.match(name) or not any(" " in sample for sample in column.samples):
        return 0.0
    return _fully(column, table) * (1.0 if column.average > 40 else 0.75)


def _is_no_prose(name: str, other: float, text: float) -> bool:
    return other > 0.6 and text < 0.4 and name != "headline"


def _fully(column: Column, table: Table) -> float:
    return 0.4 + 0.6 * table.fullness(column)


def _as_kind(field: str, column: Column, table: Table) -> float:
    """A column of other words than those of our kinds is a tag."""
    return 1.2 if sum(kind_named(one) != "" for one in column.samples) > 0.5 * len(column.samples) else 0.0


# --- Who and where --------------------------------------------------------------------------------------------------


def _as_label(field: str, column: Column, table: Table) -> float:
    is_figure = _dated(column) + column.share("number") > 0.9 + column.share("nothing")
    return 0.0 if column.share("url") > 0.5 or column.average > 120 or is_figure else 0.9


def _as_name(field: str, column: Column, table: Table) -> float:
    return 0.0 if all(map(_REFERRED.fullmatch, column.samples)) else _as_label(field, column, table)


def _as_tag(field: str, column: Column, table: Table) -> float:
    is_record = column.samples == ["Feature"]  # GeoJSON's word for one
    return 0.0 if is_record else _as_name(field, column, table)


def _as_place(field: str, column: Column, table: Table) -> float:
    is_state = {one.lower() for one in column.samples} <= _STATES
    return 0.0 if is_state or all(map(_FILES.fullmatch, column.samples)) else _as_name(field, column, table)


def _as_language(field: str, column: Column, table: Table) -> float:
    return 0.0 if "[]" in column.path else _as_label(field, column, table)  # of the same told in several


# --- By whom --------------------------------------------------------------------------------------------------------


def _as_address(field: str, column: Column, table: Table) -> float:
    name, url = table.name(column), column.share("url")
    if is_picture(name) or name in BODIES or "command line" in name or (name == "notes" and url < 0.3):
        return 0.0
    return 0.6 + 0.5 * url if url > 0.1 else 0.0


def _as_title(field: str, column: Column, table: Table) -> float:
    is_of_machine = table.is_log and table.name(column).startswith("source")
    return 0.0 if is_of_machine else _as_any(field, column, table)


def _as_publisher(field: str, column: Column, table: Table) -> float:
    is_marked = all(sample.startswith("<") for sample in column.samples)  # a link around its name
    if is_marked and not (table.is_log and table.name(column).startswith("source")):
        return 0.9
    return _as_title(field, column, table)


def _as_any(field: str, column: Column, table: Table) -> float:
    return 0.0 if column.share("url") > 0.5 else 0.9


def _as_quote(field: str, column: Column, table: Table) -> float:
    return 0.9


def _as_id(field: str, column: Column, table: Table) -> float:
    if "[]" in column.path:
        return 0.0  # of one of the things that a record lists
    counted = [str(number) for number in range(1, len(column.samples) + 1)]
    if table.name(column) in _COUNTERS and column.samples == counted:
        return 0.0  # rows that are counted have another number when one is put between them
    is_distinct = len(column.samples) == min(SAMPLES, column.looked_at)
    return 0.9 if is_distinct and column.average <= 100 and column.filled >= 0.9 * table.most else 0.0


_JUDGES: dict[str, Callable[[str, Column, Table], float]] = {
    **dict.fromkeys(DATES, _as_date),
    **dict.fromkeys(FIGURES, _as_figure),
    **dict.fromkeys(("time", "end_time"), _as_clock),
    **dict.fromkeys(("person", "organisation"), _as_name),
    "headline": _as_headline,
    "body": _as_body,
    "kind": _as_kind,
    "place": _as_place,
    "tag": _as_tag,
    "language": _as_language,
    "source_url": _as_address,
    "source_title": _as_title,
    "source_publisher": _as_publisher,
    "quote": _as_quote,
    "id": _as_id,
}
