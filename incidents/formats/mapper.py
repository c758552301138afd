"""Records into drafts, by a mapping: nothing of a record is lost, and nothing is made up."""

from __future__ import annotations

import re
from collections.abc import Mapping as Dict
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ..cleaning import UnusableText, clean_line
from ..drafts import CitationDraft, EntityDraft, EventDraft, Finding, MembershipDraft, Reading, SourceDraft
from ..sentences import why
from .base import MAX_CELL, Record, Refused
from .cells import items_of, line_of, linked_in, names_in, prose_of, text_of_value, values_in
from .columnwords import words_of
from .datecells import DateRule
from .deeds import Deeds
from .fitting import is_log
from .kinds import kind_named
from .leadingdates import part_of, with_leading
from .making import import_ref
from .mapping import Mapping
from .paths import MAX_PATHS, Getter, getter, leaves
from .recorddates import Dates
from .recordlanguage import Languages
from .recordsources import Sources
from .richtext import LOOKS_LIKE_HTML, Link, markdown_of, text_of, without_marks
from .sheetlanguage import language_of, order_by_language
from .survey import Survey
from .timelinejs import is_page, is_quotation, quotation

MAX_HEADLINE = 300
MAX_BODY = 20_000
MAX_PLACE = 200
MAX_NAME = 200
MAX_TAG = 60
MAX_NAMES = 100  # of one record
MAX_LINKS = 50  # of one text
_SENTENCE = re.compile(r"(.{15,280}?[.!?…])(?:\s|$)", re.S)
_INEXACT = re.compile(
    r"\b(?:exact date unknown|date (?:is )?(?:approximate|estimated|uncertain|inexact)|approximate date)$"
)
_PRECISION = re.compile(r"(?:(?:date|time|day)s? (?:prec(?:ision)?|accuracy|exactness|certainty)|precision of date)$")
_COARSER = {
    **dict.fromkeys(("month", "months", "m", "10"), "month"),  # in figures as Wikidata counts
    **dict.fromkeys(("year", "years", "y", "9"), "year"),
}
_EXACT = frozenset("1 0 11 day days d exact true yes known certain high precise".split())
_NAMED = re.compile(r"[^\W\d_]{3}")
_OURS = {"earliest", "latest", "date_text"}  # columns of our own tables, whose dates are EDTF
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}")
_LANGUAGES = {
    "english": "en", "englisch": "en", "anglais": "en", "ingles": "en", "inglés": "en", "engels": "en",
    "spanish": "es", "español": "es", "espanol": "es", "spanisch": "es", "espagnol": "es", "spaans": "es",
    "german": "de", "deutsch": "de", "allemand": "de", "alemán": "de", "duits": "de",
    "french": "fr", "français": "fr", "francais": "fr", "französisch": "fr", "francés": "fr", "frans": "fr",
    "dutch": "nl", "nederlands": "nl", "niederländisch": "nl", "neerlandais": "nl",
}  # fmt: skip


class Mapper:
    """Turns the records of one file into drafts; keep one for a whole file, as it counts records that come again."""

    def __init__(self, mapping: Mapping, survey: Survey | None = None, *, format_name: str = "csv", language: str = ""):
        mapping, self.leading = with_leading(mapping, survey)
        self.mapping = mapping
        self.format = format_name
        stated = mapping.constant("language") or language
        self.sheet_language = stated or (language_of(survey) if survey else "")
        self.language = stated
        self.languages = Languages.surveyed(mapping, survey) if survey and not stated else None
        self.columns = {name: [(path, getter(path)) for path in paths] for name, paths in mapping.fields}
        for name in ("date", "headline", "body") if self.leading else ():
            given = self.columns.get(name, [])
            part = 0 if name == "date" else 1
            self.columns[name] = [(path, part_of(get, part) if path == self.leading else get) for path, get in given]
        self.rules = {path: self._rule(path, survey) for _, paths in mapping.fields for path in paths}
        dated = [path for name in ("date", "end", "date_text", "year") for path in mapping.paths(name)]
        self.dates = Dates(self.columns, {path: self.rules[path] for path in dated})
        self.sources = Sources(mapping, self.columns, self.rules)
        self.media = [get for _, get in self.columns.get("source_url", ()) if self.sources.media]
        self.used = frozenset(path.removesuffix("[]") for _, paths in mapping.fields for path in paths)
        self.nested: dict[str, bool] = {}  # whether paths lead into a column
        self.inexact = [path for path in (survey.columns if survey else ()) if _INEXACT.search(words_of(path))]
        self.precisions = [path for path in (survey.columns if survey else ()) if _PRECISION.search(words_of(path))]
        self.headlines, self.bodies = self.columns.get("headline", []), self.columns.get("body", [])
        self.tags, self.tag = self.columns.get("tag", []), mapping.constant("tag")
        told = mapping.paths("headline") or mapping.paths("body")
        samples = (one for path in told if survey and path in survey.columns for one in survey.columns[path].samples)
        self.deeds = Deeds(survey.columns, samples) if survey and is_log(survey) else None
        self.ids = self.columns.get("id", [])
        self.incidents = self.columns.get("incident", []) or mapping.constant("incident")
        self.names = [(kind, self.columns.get(kind, []), mapping.constant(kind)) for kind in ("person", "organisation")]
        self.names = [one for one in self.names if one[1] or one[2]]
        self.kind = kind_named(mapping.constant("kind")) or mapping.constant("kind") or "occurred"
        self.seen: set[int] = set()
        self.again: dict[int, int] = {}
        self.counted: dict[str, bool] = {}  # sheets of a workbook: whether they count their ids anew

    def _rule(self, path: str, survey: Survey | None) -> DateRule:
        language = self.mapping.constant("language")
        column = survey.columns.get(path) if survey else None
        if column is None:
            return DateRule(order=self.mapping.order, zone=self.mapping.zone, language=language)
        order = self.mapping.order or order_by_language(column, self.sheet_language)
        rule = column.rule(self.mapping.zone, language, order)
        return replace(rule, edtf=True) if survey and survey.columns.keys() >= _OURS else rule

    def draft(self, record: Record) -> EventDraft | Refused:
        """Make a draft of a record, or say why there can be none."""
        if record.findings and any(one.level == "error" for one in record.findings):
            return Refused(record.origin, record.findings)
        try:
            return self._draft(record)
        except UnusableText as error:
            unusable = Finding("unread-value", "error", params=(("reason", why(error)),))
            return Refused(record.origin, (*record.findings, unusable))

    def _draft(self, record: Record) -> EventDraft | Refused:
        values = record.values
        findings: list[Finding] = list(record.findings)
        extra: list[tuple[str, str]] = []
        for column, value in values.items():
            if isinstance(value, str) and len(value) > MAX_CELL:
                params = (("length", f"{len(value):,}"), ("limit", f"{MAX_CELL:,}"))
                return Refused(record.origin, (*findings, Finding("long-value", "error", column, value[:80], params)))
            if column not in self.used and value is not None and value != "":
                self._beside(column, value, extra)
        for column, get in self.ids:
            if own := text_of_value(get(values)).strip():
                extra.append((column[:200], own))
        reading, alternatives = self.dates.read(values, findings, extra)
        body, links = self._body(values)
        if (self.inexact or self.precisions) and reading and len(reading.edtf) == 10:
            reading = self._inexact(values, reading, findings)
        citations = self.sources.citations(values, findings, extra)
        if links:
            citations = cited_too(citations, links)
        headline, body = self._headline(values, body, findings)
        if not headline:
            if not reading and not citations:
                return Refused(record.origin, (*findings, Finding("no-headline", "error")))
            headline = self._stand_in(values, extra)
            findings.append(Finding("no-headline", "warning", offers=("leave-out",)))
        if len(body) > MAX_BODY:
            findings.append(_too_long("body", body, MAX_BODY))
            extra.append(("body", body))
            body = body[: MAX_BODY - 2].rsplit(" ", 1)[0] + " …"
        words = reading.words if reading else ""
        url = citations[0].source.url if citations else ""
        return EventDraft(
            headline,
            reading,
            alternatives,
            self._kind(values, findings, extra),
            body,
            self._language(values, extra) or (self.languages.of(headline, body) if self.languages else ""),
            citations,
            self._ref(record, headline, words, url, findings),
            record.origin,
            self._place(values, findings, extra),
            self._order(values, extra) if "order" in self.columns else 0,
            self._entities(values) if self.names else (),
            self._tags(values) if self.tags or self.tag else (),
            (),
            tuple(extra),
            tuple(findings),
            memberships=self._incidents(values) if self.incidents else (),
        )

    def _beside(self, column: str, value: Any, extra: list[tuple[str, str]]) -> None:
        if self._is_entered(column):
            kept: dict[str, list[str]] = {}
            for path, one in leaves({column: value}):
                if path not in self.used:
                    kept.setdefault(path, []).append(text_of_value(one))
            extra += [(path, "; ".join(filter(None, texts))) for path, texts in kept.items() if any(texts)]
        elif (text := prose_of(value if isinstance(value, str) else text_of_value(value))).strip():
            extra.append((column[:200], text))

    def _inexact(self, values: Dict[str, Any], reading: Reading, findings: list[Finding]) -> Reading:
        """Cut a day down to the month or year that another column says is known; warn where it only says that the day
        is not known exactly."""
        said = {column: text_of_value(values.get(column)).strip().lower() for column in self.precisions}
        for precision in filter(None, map(_COARSER.get, said.values())):
            return replace(reading, edtf=reading.edtf[: 7 if precision == "month" else 4])
        findings += [
            Finding("inexact-date", "warning", column, reading.edtf, offers=("month", "year", "day"))
            for column, text in said.items()
            if text and text not in _EXACT
        ]
        findings += [
            Finding("inexact-date", "warning", column, reading.edtf, offers=("month", "year", "day"))
            for column in self.inexact
            if text_of_value(values.get(column)).strip().lower() in ("true", "1", "yes", "y", "x", "t")
        ]
        return reading

    def _is_entered(self, column: str) -> bool:
        entered = self.nested.get(column)
        if entered is None:
            entered = any(path.startswith((f"{column}[]", f"{column}.")) for path in self.used)
            if len(self.nested) < MAX_PATHS:
                self.nested[column] = entered
        return entered

    # --- what is told ---------------------------------------------------------------------------------------------

    def _body(self, values: Dict[str, Any]) -> tuple[str, list[Link]]:
        """Return the text as Markdown, and the links in it where it is HTML."""
        parts, links = [], []
        for _, get in self.bodies:
            text = text_of_value(get(values)).strip()
            if ("<" in text or "&" in text) and LOOKS_LIKE_HTML.search(text):
                text, found = markdown_of(text)
                links += found
            elif "](http" in text:
                links += linked_in(text)
            parts += [prose_of(text)] if text else []
        for get in self.media:
            if is_quotation(text := text_of_value(get(values))):
                parts.append(quotation(text))
        return ("\n\n".join(dict.fromkeys(parts)) if len(parts) > 1 else "".join(parts)).strip(), links

    def _headline(self, values: Dict[str, Any], body: str, findings: list[Finding]) -> tuple[str, str]:
        """Return the headline and the body; what does not fit into the headline stands in the body."""
        headline = ""
        for _, get in self.headlines:
            text = text_of_value(get(values))
            if ("<" in text or "&" in text) and LOOKS_LIKE_HTML.search(text):
                text = text_of(text)[0]
            if headline := line_of(text):
                break
        if headline and self.deeds and (done := self.deeds.headline(headline, values)) != headline:
            body = body if headline in done else f"{headline}\n\n{body}".strip()
            headline = done
        if body[:2] == "# " and (lines := body.partition("\n"))[0].strip("# ") == headline:
            body = lines[2].strip()  # the heading of a page, which is its headline
        if not headline and body:
            told = body[2:].split("\n- ", 1)[0] if body[:2] == "- " else body  # the first item of a list
            plain = clean_line(without_marks(told[:2_000]))
            first = _SENTENCE.match(plain)
            headline = first[1] if first else plain
            headline = self.deeds.headline(headline, values) if self.deeds else headline
            if len(headline) > MAX_HEADLINE:
                headline = headline[: MAX_HEADLINE - 2].rsplit(" ", 1)[0] + " …"
            findings.append(Finding("headline-from-text", "note", value=headline))
            if body.removeprefix("- ") == headline:
                body = ""  # which is all that there is to tell
        if len(headline) > MAX_HEADLINE:
            findings.append(_too_long("headline", headline, MAX_HEADLINE))
            body = f"{headline}\n\n{body}".strip()
            headline = headline[: MAX_HEADLINE - 2].rsplit(" ", 1)[0] + " …"
        return headline, body

    def _stand_in(self, values: Dict[str, Any], extra: list[tuple[str, str]]) -> str:
        """Name a record without words by what else it says."""
        if self.deeds and (done := self.deeds.stand_in(values)):
            return done[:MAX_HEADLINE]
        told = [*self._tags(values)] if self.tags else []
        told += [one.name for one in self._entities(values)] if self.names else []
        told += [text for _, text in extra if _NAMED.search(text) and len(text) <= 200 and (" " in text or not told)]
        told += [place] if (place := self._place(values, [], [])) and len(told) < 3 else []
        told = [text for text in dict.fromkeys(told) if "://" not in text][:3]
        return clean_line("; ".join(told))[:MAX_HEADLINE] or "(untitled)"

    def _kind(self, values: Dict[str, Any], findings: list[Finding], extra: list[tuple[str, str]]) -> str:
        for column, get in self.columns.get("kind", ()):
            if text := text_of_value(get(values)).strip():
                if kind := _kind_named(text):
                    return kind
                findings.append(Finding("unknown-kind", "note", column, text[:200]))
                extra.append((column, text))
                return "other"
        return self.kind

    def _language(self, values: Dict[str, Any], extra: list[tuple[str, str]]) -> str:
        for column, get in self.columns.get("language", ()):
            if text := text_of_value(get(values)).strip():
                if len(text) <= 16 and (code := _language_named(text)):
                    return code
                extra.append((column, text))
        return self.language

    def _place(self, values: Dict[str, Any], findings: list[Finding], extra: list[tuple[str, str]]) -> str:
        columns = self.columns.get("place")
        if not columns:
            return line_of(self.mapping.constant("place"))[:MAX_PLACE]
        parts = {line_of(text_of_value(get(values))): None for _, get in columns}
        place = ", ".join(filter(None, parts)) or line_of(self.mapping.constant("place"))
        if len(place) > MAX_PLACE:
            findings.append(_too_long(columns[0][0], place, MAX_PLACE))
            extra.append((columns[0][0], place))
            place = place[: MAX_PLACE - 2] + " …"
        return place

    def _incidents(self, values: Dict[str, Any]) -> tuple[MembershipDraft, ...]:
        """Return the incidents that a record names: one a line, or as a list; a title may hold any sign."""
        given = [get(values) for _, get in self.columns.get("incident", ())]
        given = [one.get("title") or one.get("name") if isinstance(one, dict) else one for one in given]
        lines = [line for value in given for one in values_in(value) for line in text_of_value(one).splitlines()]
        names = [name for line in lines or [self.mapping.constant("incident")] if (name := line_of(line))]
        return tuple(MembershipDraft(name[:MAX_NAME]) for name in dict.fromkeys(names))[:MAX_NAMES]

    def _order(self, values: Dict[str, Any], extra: list[tuple[str, str]]) -> int:
        column, get = self.columns["order"][0]
        text = text_of_value(get(values)).strip()
        try:
            return max(-32_000, min(32_000, int(float(text)))) if text else 0
        except (ValueError, OverflowError):
            extra.append((column, text))
            return 0

    # --- who and what ---------------------------------------------------------------------------------------------

    def _entities(self, values: Dict[str, Any]) -> tuple[EntityDraft, ...]:
        found: dict[EntityDraft, None] = {}
        for kind, columns, constant in self.names:
            for name in self._items(columns, values) or ((constant,) if constant else ()):
                found[_entity(name[:MAX_NAME], kind)] = None
        return tuple(found)[:MAX_NAMES]

    def _tags(self, values: Dict[str, Any]) -> tuple[str, ...]:
        found = dict.fromkeys(tag[:MAX_TAG] for tag in self._items(self.tags, values, commas=True))
        if self.tag:
            found |= dict.fromkeys(items_of(self.tag, commas=True))
        return tuple(found)[:MAX_NAMES]

    def _items(
        self, columns: list[tuple[str, Getter]], values: Dict[str, Any], *, commas: bool = False
    ) -> tuple[str, ...]:
        made: tuple[str, ...] = ()
        for _, get in columns:
            value = get(values)
            if isinstance(value, str):
                made += names_in(value, self.mapping.separator, commas) if value else ()
            elif value:
                items = items_of(value, self.mapping.separator, commas=commas)
                made += tuple(name for one in items if (name := clean_line(one)))
        return made

    def _ref(self, record: Record, headline: str, words: str, url: str, findings: list[Finding]) -> str:
        own = ""
        for _, get in self.ids:
            if own := text_of_value(get(record.values)).strip():
                break
        name = import_ref(self.format, own) if own else import_ref(self.format, headline, words, url)
        if own and self.format == "xlsx":
            name = self._of_sheet(record.origin.name, name)
        key = int(name[:15], 16)
        if key not in self.seen:
            self.seen.add(key)
            return name
        count = self.again[key] = self.again.get(key, 1) + 1
        column = self.ids[0][0] if own else ""
        code = "same-id" if own else "same-record"
        findings.append(Finding(code, "warning", column, own[:200], (("count", str(count)),), ("merge", "leave-out")))
        return import_ref(self.format, name, str(count))

    def _of_sheet(self, place: str, name: str) -> str:
        """Name a record of a sheet that counts its ids anew by its sheet too: its first id was one of another's."""
        if place not in self.counted:
            self.counted[place] = bool(self.counted) and int(name[:15], 16) in self.seen
        return import_ref(self.format, name, place.rpartition(": ")[2]) if self.counted[place] else name


_kind_named = lru_cache(maxsize=1_024)(kind_named)


@lru_cache(maxsize=1_024)
def _language_named(text: str) -> str:
    known = _LANGUAGES.get(text.lower(), "")
    return known or (text.replace("_", "-").lower() if _LANGUAGE.fullmatch(text) else "")


@lru_cache(maxsize=8_192)
def _entity(name: str, kind: str) -> EntityDraft:
    return EntityDraft(name, kind)


def cited_too(citations: tuple[CitationDraft, ...], links: list[Link]) -> tuple[CitationDraft, ...]:
    """Cite the pages that a text links to, behind the sources that are named."""
    known = {citation.source.url for citation in citations}
    pages = [(url, words) for url, words in links if is_page(url) and url not in known][:MAX_LINKS]
    made = {url: CitationDraft(SourceDraft(clean_line(words)[:500], url)) for url, words in pages}
    return (*citations, *made.values())


def _too_long(column: str, text: str, limit: int) -> Finding:
    params = (("length", f"{len(text):,}"), ("limit", f"{limit:,}"))
    return Finding("too-long", "warning", column, text[:200], params)


def with_findings(draft: EventDraft, findings: list[Finding]) -> EventDraft:
    """Return a draft with what was found out about it beside the rest."""
    return replace(draft, findings=(*draft.findings, *findings)) if findings else draft
