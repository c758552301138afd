"""What an importer says against a file: of each row, and of the file as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..cleaning import UnusableText, canonical_url, fold
from ..drafts import CitationDraft, EventDraft, Finding
from ..temporal.edtf import EDTF, EDTFError
from .datecells import DAY_FIRST, MONTH_FIRST
from .guessing import unmapped
from .mapping import Mapping
from .sheetlanguage import NAMES, order_by_language
from .survey import EVENINGS, PLACEHOLDERS, SUSPECT, Column, Survey

REMEMBERED = 200_000  # rows and addresses that are compared with one another
REPEATED = 3  # times that a suspect day comes before it is doubted

_UNDATED = Finding("undated", "warning", offers=("leave-out",))
_NO_SOURCE = Finding("no-source", "note", offers=("leave-out",))
_WORDS = re.compile(r"\w+")
_PLAIN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
# A year that says when: behind "in" or a month, in brackets or at the beginning; no number of a product or a case.
_YEAR = re.compile(
    r"(?:\b(?:in|since|during|of|early|late|mid|im|seit|von|anfang|ende|depuis|en|de|sinds|van|desde|"
    r"jan\w*|feb\w*|mar\w*|märz|apr\w*|may|mai|mei|mayo|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|okt\w*|nov\w*|dec\w*|dez\w*)"
    r"\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?|[(]\s*|^)(1[5-9]\d\d|20\d\d)\b(?![-./:]?\d|\s*(?:%|people|persons))",
    re.I,
)
_ANY_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_FILLERS = frozenset(
    "a an the of in on at to for and el la los las de del der die das den le les du des het een y et en und".split()
)


class Checks:
    """Argues about the drafts of one file, and at the end about the file."""

    def __init__(self, survey: Survey | None, mapping: Mapping | None, language: str = "") -> None:
        self.survey = survey
        self.language = language  # of the file
        self.mapping = mapping
        dated = [c for c in self._columns("date", "year") if c.filled]
        self.column = dated[0] if dated else None
        dates = self.column.dates if self.column else None
        self.name = self.column.path if self.column else ""
        self.false = dates.false_precision if dates else ""
        self.local = bool(dates and dates.local_day)
        stood = dates.placeholders if dates else {}
        self.placeholders = {day for day, count in stood.items() if day in PLACEHOLDERS or count >= REPEATED}
        self.told: dict[int, int] = {}
        self.ids = frozenset(mapping.paths("id")) if mapping else frozenset()
        self.rest: dict[int, int] = {}  # text and sources of the records with an id, by what they tell
        self.addresses: dict[str, str] = {}
        self.unchecked = 0
        self.rows = self.undated = 0
        self.days: Counter[str] = Counter()

    def _columns(self, *fields: str) -> list[Column]:
        if not self.survey or not self.mapping:
            return []
        paths = [path for field in fields for path in self.mapping.paths(field)]
        return [self.survey.columns[path] for path in paths if path in self.survey.columns]

    def check(self, draft: EventDraft) -> list[Finding]:
        """Return what speaks against a draft; its own findings are not repeated."""
        found: list[Finding] = []
        self.rows += 1
        date = draft.date.edtf if draft.date else ""
        if date:
            self.date(date, draft, found)
        else:
            self.undated += 1
            found.append(_UNDATED)
        if not draft.citations:
            found.append(_NO_SOURCE)
        else:
            self.sources(draft.citations, date, found)
        self.same(draft, date, found)
        return found

    def date(self, date: str, draft: EventDraft, found: list[Finding]) -> None:
        day = date[:10]
        if len(self.days) < 3:
            self.days[day] += 1
        if day in SUSPECT and (day in self.placeholders or (day in PLACEHOLDERS and not self.survey)):
            found.append(
                Finding("placeholder-date", "warning", self.name, date, offers=("undated", "leave-out", "keep"))
            )
        elif self.false and len(date) == 10 and day[8:] == "01" and (self.false == "month" or day[5:7] == "01"):
            offers = ("year", "month", "day") if self.false == "year" else ("month", "year", "day")
            params = (("precision", self.false), ("date", day[: 4 if self.false == "year" else 7]))
            found.append(Finding("false-precision", "warning", self.name, date, params, offers))
        elif self.local and len(date) == 20 and date[11:16] in EVENINGS:
            found.append(Finding("local-midnight", "warning", self.name, date, offers=("day", "keep")))
        if _ANY_YEAR.search(draft.headline) and (years := set(_YEAR.findall(draft.headline))):
            self.years(years, date, draft, found)

    def years(self, years: set[str], date: str, draft: EventDraft, found: list[Finding]) -> None:
        bounds = _bounds(date)
        if bounds is None or any(_overlap(bounds, _bounds(year)) for year in years):
            return
        if len(years) > 1 and min(years) <= date[:4] <= max(years):
            return  # a span of years, such as those of a life
        params = (("year", ", ".join(sorted(years))), ("date", date))
        found.append(
            Finding("title-year", "warning", self.name, draft.headline[:200], params, ("undated", "leave-out", "keep"))
        )

    def sources(self, citations: tuple[CitationDraft, ...], date: str, found: list[Finding]) -> None:
        older = 0
        for citation in citations:
            source = citation.source
            if date and source.published and _is_before(source.published, date):
                older += 1
                params = (("published", source.published), ("date", date))
                shown = source.url or source.title
                found.append(Finding("source-older", "warning", value=shown[:200], params=params,
                                     offers=("undated", "leave-out", "keep")))  # fmt: skip
            if source.url:
                self.address(source.url, found)
        if older and older == sum(bool(citation.source.published) for citation in citations):
            found.append(
                Finding("after-all-sources", "warning", self.name, date, offers=("undated", "leave-out", "keep"))
            )

    def address(self, url: str, found: list[Finding]) -> None:
        """Note an address that an earlier row spells otherwise."""
        key = url.partition("#")[0].partition("?")[0].rstrip("/").lower().partition("://")[2].removeprefix("www.")
        known = self.addresses.get(key)
        if known is None:
            if len(self.addresses) < REMEMBERED:
                self.addresses[key] = url
            return
        if known != url:
            try:
                same = canonical_url(known) == canonical_url(url)
            except UnusableText:
                return
            if same:
                found.append(Finding("two-spellings", "note", value=url[:200], params=(("other", known[:200]),)))

    def same(self, draft: EventDraft, date: str, found: list[Finding]) -> None:
        """Find a row of the same day or moment with the same words, in whatever order, case and accents."""
        words = frozenset(_WORDS.findall(fold(draft.headline)))
        key = hash((date, words - _FILLERS or words))
        sources = frozenset(one.source.url or one.source.title for one in draft.citations)
        has_id = any(name in self.ids for name, _ in draft.extra)
        rest = hash((sources, fold(draft.body))) if has_id else 0
        row = self.told.get(key)
        if row is None:
            if len(self.told) < REMEMBERED:
                self.told[key] = draft.origin.row or self.rows
                if has_id:
                    self.rest[key] = rest
            else:
                self.unchecked += 1
            return
        if has_id and self.rest.get(key, rest) != rest:
            return  # two things with ids, and texts or sources, of their own that are called alike
        if not any(one.code in ("same-id", "same-record") for one in draft.findings):
            found.append(Finding("same-as-row", "warning", value=draft.headline[:200], params=(("row", str(row)),),
                                 offers=("merge", "leave-out", "keep")))  # fmt: skip

    # --- of the file ----------------------------------------------------------------------------------------------

    def of_file(self) -> Iterator[Finding]:
        """Yield what is to be said of the file once all rows are through."""
        if self.survey and self.mapping and self.survey.records:
            yield from self.of_columns(self.survey, self.mapping)
        if self.rows > 1 and self.undated == self.rows:
            yield Finding("all-undated", "warning", params=(("count", f"{self.rows:,}"),))
        elif self.rows >= 10 and len(self.days) == 1 and not self.undated and len(next(iter(self.days))) == 10:
            yield Finding("all-on-one-day", "warning", self.name, next(iter(self.days)), (("count", f"{self.rows:,}"),))
        if self.unchecked:
            params = (("count", f"{REMEMBERED:,}"), ("left", f"{self.unchecked:,}"))
            yield Finding("repeats-unchecked", "note", params=params)

    def of_columns(self, survey: Survey, mapping: Mapping) -> Iterator[Finding]:
        if not any(mapping.paths(field) for field in ("date", "year", "date_text")):
            yield Finding("no-date-column", "warning")
        if not mapping.paths("headline"):
            yield Finding("no-headline-column", "warning" if not mapping.paths("body") else "note")
        for path in unmapped(survey, mapping):
            yield Finding("unknown-column", "note", path)
        if survey.more_columns:
            yield Finding("columns-not-surveyed", "note", params=(("count", f"{survey.more_columns:,}"),))
        for column in self._columns("date", "end", "source_published"):
            yield from order_of(column, mapping, self.language)
        if self.column and self.false:
            dates = self.column.dates
            hits = dates.januaries if self.false == "year" else dates.firsts
            params = (("precision", self.false), ("count", f"{hits:,}"), ("of", f"{dates.days:,}"))
            yield Finding("false-precision-column", "warning", self.name, params=params)


def order_of(column: Column, mapping: Mapping, language: str = "") -> Iterator[Finding]:
    """Say which order of day and month a column has, and how that is known."""
    dates = column.dates
    if not dates.either and not (dates.day_first and dates.month_first):
        return
    order = mapping.order or dates.order
    counts = (
        ("day_first", f"{dates.day_first:,}"),
        ("month_first", f"{dates.month_first:,}"),
        ("either", f"{dates.either:,}"),
    )
    if mapping.order:
        yield Finding("order-chosen", "note", column.path, params=(("order", order), *counts))
    elif order:
        yield Finding(f"order-{order}", "note", column.path, params=counts, offers=(_OTHER[order],))
    elif by_language := order_by_language(column, language):
        params = (("language", NAMES[language.partition("-")[0].lower()]), ("either", f"{dates.either:,}"))
        yield Finding("order-by-language", "note", column.path, params=params, offers=(_OTHER[by_language],))
    else:
        yield Finding("order-open", "warning", column.path, params=counts, offers=(DAY_FIRST, MONTH_FIRST))


_OTHER = {DAY_FIRST: MONTH_FIRST, MONTH_FIRST: DAY_FIRST}


def _is_before(published: str, date: str) -> bool:
    """Tell whether a source came out before the event can have begun."""
    if _PLAIN.fullmatch(published) and date[:4].isdigit():
        length = min(len(published), len(date), 10)
        if published[:length] >= date[:length]:
            return False
    one, other = _bounds(published), _bounds(date)
    if one is None or other is None:
        return False
    return one[1] + 86_399 < other[0]  # zones: it may still be yesterday where it was printed


def _bounds(edtf: str) -> tuple[int, int] | None:
    try:
        value = EDTF.parse(edtf)
    except EDTFError:
        return None
    return value.earliest, value.latest


def _overlap(one: tuple[int, int], other: tuple[int, int] | None) -> bool:
    return other is not None and one[0] <= other[1] and other[0] <= one[1]
