"""TimelineJS 3 and 2 JSON: slides with dates in parts (version 3) or in one string (version 2).

The format: https://timeline.knightlab.com/docs/json-format.html. Years before 1 are counted there as -44 for 44 BC.
"""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from ..cleaning import clean_line
from ..drafts import EventDraft, Finding, IncidentDraft, Origin, SourceDraft
from ..sentences import Said, phrase, why
from ..temporal.edtf import EDTFError
from . import jsontext
from .base import FormatError, Item, Options, Refused, Unread
from .datecells import PLAIN, read_date
from .decoding import head_text
from .jsontext import list_of, object_of, text_value
from .jsonvalues import unwrapped
from .making import Refs, day_text, headline_of, sorted_out, spanning, stated, web_sources, with_whole
from .recorddates import as_told
from .richtext import markdown_of, text_of

NAME = "timelinejs"
PICTURES = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|mp4|mp3|webm|mov|ogg)(?:\?|$)", re.IGNORECASE)
PARTS = ("year", "month", "day", "hour", "minute", "second")
VERSION_2 = re.compile(r"(-?\d{1,6})(?:[,/-](\d{1,2})(?:[,/-](\d{1,2}))?)?(?:[ ,T]+(\d{1,2}):(\d\d)(?::(\d\d))?)?\s*$")
AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:[ ,T]+(\d{1,2}):(\d\d)(?::(\d\d))?)?\s*$")


class TimelineJS:
    name = NAME
    label = "TimelineJS"
    media_type = "application/json"
    extensions = (".json",)

    def recognises(self, head: bytes, name: str) -> float:
        text = unwrapped(head_text(head))
        if re.match(r'\s*\{\s*"timeline"\s*:\s*\{', text) and '"date"' in text:
            return 0.95
        if '"start_date"' in text and re.search(r'"(?:events|title|eras)"\s*:', text):
            return 0.95
        return 0.0

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        whole = jsontext.load(file, name)
        slides = object_of(whole).get("events") or object_of(object_of(whole).get("timeline")).get("date")
        jsontext.refuse_more(len(list_of(slides)), jsontext.MAX_EVENTS, phrase("%(count)s slides"), name)
        if isinstance(whole, dict) and isinstance(whole.get("timeline"), dict):
            return _Version2(whole["timeline"], name).items()
        if isinstance(whole, dict) and isinstance(whole.get("events"), list):
            return _Version3(whole, name).items()
        raise FormatError(
            "%(name)s is no TimelineJS file: it has neither a list “events” nor an object “timeline” with a list "
            "“date”.",
            name=name,
        )

    def write(self, items: Iterable[IncidentDraft | EventDraft]) -> Iterator[bytes]:
        from .timelinejs_out import write

        return write(items)


class _Slides(ABC):
    """What both versions share: a slide becomes an event, its links and its medium's page sources."""

    def __init__(self, whole: dict[str, Any], name: str) -> None:
        self._whole = whole
        self._name = name
        self._refs = Refs(NAME)

    def draft(
        self,
        slide: dict[str, Any],
        row: int,
        *,
        headline: str,
        text: str,
        start: Any,
        end: Any,
        media: dict[str, Any],
        tags: Iterable[Any],
        words: str,
        place: Any = "",
        own_id: Any = "",
        known: frozenset[str],
    ) -> EventDraft | Refused:
        origin = Origin(self._name, row)
        title, title_links = text_of(headline)
        body, links = markdown_of(text)
        links = [*title_links, *links]
        extra = extra_of(slide, known)
        address = text_value(media.get("url") or media.get("media")).strip()
        address = f"https:{address}" if address.startswith("//") else address
        shown = is_page(address)
        links += [(address, text_value(media.get("caption")))] if shown else []
        if is_quotation(address):
            body = f"{body}\n\n{quotation(address)}".strip()
        extra += [
            (f"media.{key}", text_value(media.get(key)))
            for key in ("url", "media", "caption", "credit", "thumbnail", "alt", "title", "link")
            if text_value(media.get(key))
        ]
        credit, credit_links = text_of(text_value(media.get("credit")))
        links += ([] if shown else credit_links) + markdown_of(text_value(media.get("caption")))[1]
        found = list(web_sources(absolute(links), column="text"))
        page = next((one.url for one in web_sources([(address, "")], column="") if isinstance(one, SourceDraft)), "")
        publisher = clean_line(credit)[:200] if shown else ""
        sources, findings = sorted_out(
            SourceDraft(title=text_of(s.title)[0], url=s.url, publisher=publisher if s.url == page else "")
            if isinstance(s, SourceDraft)
            else s
            for s in found
        )
        caption = text_of(text_value(media.get("caption")))[0]
        date, problems = self.dates(start, end, words)
        given = title
        title, untitled = headline_of(title, text_of(text)[0], caption, is_told=bool(date or sources))
        if not title:
            return Refused(origin, untitled)
        return EventDraft(
            headline=title,
            date=date,
            body=with_whole(body, title, given),
            citations=sources,
            import_ref=self._refs.ref(text_value(own_id) or title, "" if own_id else (date.words if date else "")),
            origin=origin,
            place=clean_line(text_value(place)),
            tags=tuple(dict.fromkeys(clean_line(text_value(tag)) for tag in tags if text_value(tag).strip())),
            extra=tuple(extra),
            findings=(*untitled, *findings, *problems),
        )

    def dates(self, start: Any, end: Any, words: str) -> tuple[Any, tuple[Finding, ...]]:
        """Read both ends; return the date, None where there is none, and what was found."""
        if is_blank(start):
            return None, ()
        try:
            first = self.date(start)
        except (ValueError, EDTFError) as error:
            value = self.said(start)
            return None, (Finding("unread-date", column="start_date", value=value, params=(("reason", why(error)),)),)
        if is_blank(end):
            if words and (closer := as_told(first, words, PLAIN)):
                return stated(closer.edtf, words, closer.part), ()
            return stated(first, words or self.said(start)), ()
        try:
            whole, findings = spanning(first, self.date(end))
        except (ValueError, EDTFError) as error:
            problem = Finding("unread-date", column="end_date", value=self.said(end), params=(("reason", why(error)),))
            return stated(first, words or self.said(start)), (problem,)
        return stated(whole, words or f"{self.said(start)} – {self.said(end)}"), findings

    @abstractmethod
    def date(self, value: Any) -> str:
        """Return the EDTF of a date as this version writes it; raise ValueError or EDTFError for none."""

    @abstractmethod
    def said(self, value: Any) -> str:
        """Return the words of a date."""


class _Version3(_Slides):
    """Dates in parts: {"year": "1943", "month": "6"}."""

    KNOWN = frozenset("start_date end_date text media group display_date location type background".split())

    def items(self) -> Iterator[Item]:
        title = object_of(self._whole.get("title"))
        words = object_of(title.get("text"))
        if headline := clean_line(text_of(text_value(words.get("headline")))[0]):
            yield IncidentDraft(headline, markdown_of(text_value(words.get("text")))[0])
        for row, slide in enumerate(list_of(self._whole.get("events")), 1):
            yield self._slide(slide, row)
        for row, era in enumerate(list_of(self._whole.get("eras")), 1):
            yield self._slide(era, row, tags=("era",), name=f"{self._name}#eras")

    def _slide(self, slide: Any, row: int, *, tags: tuple[str, ...] = (), name: str = "") -> EventDraft | Refused:
        if not isinstance(slide, dict):
            return refused_slide(slide, name or self._name, row)
        words = object_of(slide.get("text"))
        start = slide.get("start_date")
        display = text_value(slide.get("display_date")) or text_value(object_of(start).get("display_date"))
        return self.draft(
            slide,
            row,
            headline=text_value(words.get("headline")),
            text=text_value(words.get("text")),
            start=start,
            end=slide.get("end_date"),
            media=object_of(slide.get("media")),
            tags=(*tags, slide.get("group")),
            words=clean_line(display),
            place=object_of(slide.get("location")).get("name"),
            own_id=slide.get("unique_id"),
            known=self.KNOWN,
        )

    def date(self, value: Any) -> str:
        if isinstance(value, str):
            return written(value)
        given = object_of(value)
        year, month, day = (text_value(given.get(name)).strip().removesuffix(".0") for name in PARTS[:3])
        if not all(part.lstrip("-").isdecimal() for part in (year, month, day) if part):  # "March", "c. 1850"
            return written(f"{day} {month} {year}".strip())
        parts = [number_of(given.get(name), name) for name in PARTS[3:]]
        return date_text([int(year) if year else None, int(month or 0) or None, int(day or 0) or None, *parts])

    def said(self, value: Any) -> str:
        if isinstance(value, str):
            return clean_line(value)
        given = object_of(value)
        parts = [text_value(given.get(name)) for name in PARTS]
        day = "-".join(part for part in parts[:3] if part)
        clock = ":".join(part.zfill(2) for part in parts[3:] if part)
        return f"{day} {clock}".strip()


class _Version2(_Slides):
    """Dates in one string: "2011,3,23", "1963", "2/14/1995 08:15:00"."""

    KNOWN = frozenset("startDate endDate headline text tag asset classname".split())

    def items(self) -> Iterator[Item]:
        if headline := clean_line(text_of(text_value(self._whole.get("headline")))[0]):
            yield IncidentDraft(headline, markdown_of(text_value(self._whole.get("text")))[0])
        for row, slide in enumerate(list_of(self._whole.get("date")), 1):
            yield self._slide(slide, row)
        for row, era in enumerate(list_of(self._whole.get("era")), 1):
            yield self._slide(era, row, tags=("era",), name=f"{self._name}#era")

    def _slide(self, slide: Any, row: int, *, tags: tuple[str, ...] = (), name: str = "") -> EventDraft | Refused:
        if not isinstance(slide, dict):
            return refused_slide(slide, name or self._name, row)
        return self.draft(
            slide,
            row,
            headline=text_value(slide.get("headline")),
            text=text_value(slide.get("text")),
            start=slide.get("startDate"),
            end=slide.get("endDate"),
            media=object_of(slide.get("asset")),
            tags=(*tags, slide.get("tag")),
            words="",
            known=self.KNOWN,
        )

    def date(self, value: Any) -> str:
        text = text_value(value).strip()
        if found := AMERICAN.match(text):
            month, day, year, *clock = found.groups()
            return date_text([int(year), int(month), int(day), *(int(n) if n else None for n in clock)])
        if found := VERSION_2.match(text):
            return date_text([int(part) if part else None for part in found.groups()])
        raise Unread("a date here is a year, or year, month and day with commas: 2011,3,23")

    def said(self, value: Any) -> str:
        return clean_line(text_value(value))


def is_blank(value: Any) -> bool:
    """Tell a date that is not given: none, or one of which every part is empty."""
    held = value.values() if isinstance(value, dict) else (value,)
    return not any(text_value(one).strip() for one in held)


def written(text: str) -> str:
    """Read a date that is written as people write it; raise ValueError with the reason where it is none."""
    made = read_date(text)
    if not made.edtf or made.others:
        reason = dict(made.findings[0].params).get("reason") if made.findings else None
        raise Unread(Said.from_json(reason or phrase("it names no year")))
    return made.edtf


def date_text(parts: list[int | None]) -> str:
    """Return the EDTF of year, month, day, hour, minute and second; what follows a missing part is left out."""
    year, month, day, hour, minute, second = parts
    if year is None:
        raise Unread("a date needs a year")
    if year < 0 and year >= -9999:
        year += 1  # there is no year 0 there; in EDTF 1 BC is 0000
    clock = (hour, minute, second or 0) if hour is not None and minute is not None else None
    return day_text(year, month, day, clock)


def number_of(value: Any, name: str) -> int | None:
    """Read a part of a date, given as a number or as digits; empty is none."""
    if value is None or value == "" or isinstance(value, bool):
        return None
    try:
        return int(str(value).strip()[:20])
    except ValueError:
        raise Unread("“%(name)s” must be a number", name=name) from None


def is_page(address: str) -> bool:
    """Tell the address of a page that can be cited from that of a picture, a film or nothing."""
    return address.startswith(("http://", "https://")) and not PICTURES.search(address)


def is_quotation(medium: str) -> bool:
    """Tell a medium that is a quotation, as markup, from an address."""
    return medium.strip("\"' ").lower().startswith("<blockquote")


def quotation(medium: str) -> str:
    """Return a quotation as Markdown has it."""
    text = markdown_of(medium.strip("\"' "))[0]
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def absolute(links: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Give the links that lead somewhere by themselves; `//host/…` takes https."""
    for address, words in links:
        if address.startswith("//"):
            yield f"https:{address}", words
        elif re.match(r"[a-z][a-z0-9+.-]{0,20}:", address, re.IGNORECASE):
            yield address, words


def extra_of(slide: dict[str, Any], known: frozenset[str]) -> list[tuple[str, str]]:
    """Return what no field of ours holds, as text."""
    return [
        (key, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for key, value in slide.items()
        if key not in known and value not in (None, "", {}, [])
    ]


def refused_slide(slide: Any, name: str, row: int) -> Refused:
    kind = next((words for one, words in JSON_KINDS.items() if isinstance(slide, one)), "nothing")
    value = json.dumps(slide, ensure_ascii=False, default=str)[:200]
    return Refused(Origin(name, row), (Finding("no-object", "error", value=value, params=(("kind", kind),)),))


JSON_KINDS = {bool: "truth", int | float: "number", str: "text", list: "list"}  # what a bool is, an int is too


FORMAT = TimelineJS()
