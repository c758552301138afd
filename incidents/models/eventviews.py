"""What is shown of an event: its text with numerals, a note for each origin, its date's working, its links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from .. import counts, prose, textfragments
from ..passages import ShownText, blocks, insert, which_block, words_of
from ..temporal import wording
from ..temporal.edtf import Form
from .citations import Citation, Quote
from .events import Event, Link
from .people import Entity, EntityRole
from .sources import Source

# A date that HTML's <time> can carry as well.
PLAIN_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")
# What only the page as a whole knows stands in an entry as a tag that no text can hold, for texts are escaped.
ROLE_MARK = mark_safe("<role>")  # what the event is to an incident


def mark(source_id: int) -> SafeString:
    """Return the place of a source's number."""
    return mark_safe(f"<n {source_id}>")  # noqa: S308 - a number


@dataclass(slots=True)
class QuoteView:
    exact: str
    url: str  # of the source, at the quoted words
    archived_url: str = ""


@dataclass(slots=True)
class Copy:
    """A further source that carries the text of a note's."""

    source: Source
    number: SafeString
    url: str

    @property
    def published(self) -> str:
        return said(self.source.published)


@dataclass(slots=True)
class Note:
    """One origin beside an event: all that it says of it, and the copies of it that say the same."""

    source: Source
    anchor: str
    number: SafeString
    disputes: bool = False
    about_date: bool = False  # it speaks to nothing but the date
    quotes: list[QuoteView] = field(default_factory=list)
    locators: list[str] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)

    @property
    def published(self) -> str:
        return said(self.source.published)

    @property
    def url(self) -> str:
        return textfragments.followable(self.source.url)

    @property
    def reference(self) -> SafeString:
        """The numeral that leads from the text to this note."""
        return format_html(
            '<a class="{}" href="#{}" aria-label="{}">{}</a>',
            "ref disputes" if self.disputes else "ref",
            self.anchor,
            mark_safe(  # noqa: S308 - a translation and a number
                (_("Source %(number)s, which disputes this") if self.disputes else _("Source %(number)s"))
                % {"number": self.number}
            ),
            self.number,
        )


@dataclass(slots=True)
class Passage:
    """Text with notes beside it, and the text up to the next notes."""

    blocks: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def text(self) -> SafeString:
        """What the notes stand beside: one block, or all of them where there are no notes."""
        return mark_safe("".join(self.blocks[:1] if self.notes else self.blocks))  # noqa: S308 - sanitised

    @property
    def rest(self) -> SafeString:
        return mark_safe("".join(self.blocks[1:]) if self.notes else "")  # noqa: S308 - sanitised


@dataclass(slots=True)
class Working:
    """How one source gives the date, in a sentence."""

    by: str  # publisher, or title where none is known
    sentence: str
    disputes: bool


@dataclass(slots=True)
class Related:
    """A linked event as seen from this one, with the sources of the link itself."""

    relation: str
    event: Event
    sources: list[SafeString]

    @property
    def date(self) -> str:
        return said(self.event.date, self.event.part)


@dataclass
class EventView:
    """What the templates of an entry and of an event's page show of an event; it asks the database nothing."""

    event: Event
    notes: list[Note]
    passages: list[Passage]
    refs: list[Note]  # whose numerals stand at the end of the text, or behind the headline where there is none
    links: list[Related]
    role: SafeString = ROLE_MARK

    @property
    def date(self) -> str:
        return said(self.event.date, self.event.part)

    @property
    def datetime(self) -> str:
        """The date for the machine-readable <time>; empty where that cannot say it."""
        text = str(self.event.date or "")
        return text if PLAIN_DATE.fullmatch(text) else ""

    @property
    def certain(self) -> bool:
        """Whether the date is said without any doubt, however coarse it is."""
        value = self.event.date
        return bool(value) and not (
            value.uncertain or value.approximate or value.unspecified or value.form is Form.ONE_OF
        )

    @cached_property
    def working(self) -> list[Working]:
        return list(workings(self.event))

    @property
    def corroboration(self) -> str:
        """How many sources and origins support it, in words, and how many dispute it."""
        supporting = [note for note in self.notes if not note.disputes]
        number = len(supporting) + sum(len(note.copies) for note in supporting)
        words = [counts.sources(number)]
        if number > len(supporting):
            words.append(counts.origins(len(supporting)))
        return ", ".join(words)

    @property
    def disputed(self) -> str:
        """By how many origins it is disputed, in words; empty for none."""
        number = sum(note.disputes for note in self.notes)
        return _("disputed by %(sources)s") % {"sources": counts.sources(number)} if number else ""

    @cached_property
    def roles(self) -> list[tuple[str, list[Entity]]]:
        """Who is named, by what they are in the event."""
        order = EntityRole.Role.values
        rows = sorted(self.event.roles.all(), key=lambda row: order.index(row.role))
        return [
            (str(label), [row.entity for row in group])
            for label, group in groupby(rows, key=lambda row: row.get_role_display())
        ]


def said(value: object, part: str = "") -> str:
    """Word a date in the language at hand; empty for none."""
    return wording.say(str(value), part=part, language=translation.get_language() or "en") if value else ""


def view_of(event: Event) -> EventView:
    """Gather what is shown of an event that was fetched with entry_prefetch()."""
    by_key = notes_by_key(event)
    notes = list(by_key.values())
    parts, refs = told(event, by_key)
    return EventView(event=event, notes=notes, passages=parts, refs=refs, links=related(event))


# --- Dates -------------------------------------------------------------------------------------------------------


def workings(event: Event) -> Iterator[Working]:
    """Say, a sentence a source, how each gives the date and how its words were read."""
    language = translation.get_language() or "en"
    for citation in event.citations.all():
        if citation.date:
            sentence = wording.explain(
                citation.date_rule or "editor",
                citation.date_words,
                day_or_empty(citation.date_reference),
                edtf=str(citation.date),
                part=citation.date_part,
                language=language,
                within=citation.is_counted_within,
            )
            by = citation.source.publisher or citation.source.title
            yield Working(by, sentence, is_disputing(citation))


def day_or_empty(reference: str) -> str:
    """Return a reference date that is a day on the calendar; what else was entered explains nothing."""
    try:
        return date.fromisoformat(reference).isoformat()
    except ValueError:
        return ""


# --- Notes -------------------------------------------------------------------------------------------------------

Key = tuple[int, str]


def key_of(citation: Citation) -> Key:
    return citation.source.origin_id, citation.stance


def notes_by_key(event: Event) -> dict[Key, Note]:
    """One note an origin and stance: copies of one text are folded under the report that they repeat."""
    grouped: dict[Key, list[Citation]] = {}
    for citation in event.citations.all():
        grouped.setdefault(key_of(citation), []).append(citation)
    return {key: note_of(event, citations) for key, citations in grouped.items()}


def note_of(event: Event, citations: list[Citation]) -> Note:
    original = min(citations, key=lambda citation: citation.source.origin_id != citation.source_id)
    source = original.source
    own = [citation for citation in citations if citation.source_id == source.pk]
    others = {citation.source_id: citation for citation in citations if citation.source_id != source.pk}
    return Note(
        source=source,
        anchor=f"n-{event.public_id}-{source.public_id}{'-d' if is_disputing(original) else ''}",
        number=mark(source.pk),
        disputes=is_disputing(original),
        about_date=all(citation.about == Citation.About.DATE for citation in own),
        quotes=[quote_view(source, quote) for citation in own for quote in citation.quotes.all()],
        locators=[citation.locator for citation in own if citation.locator],
        copies=[Copy(one.source, mark(one.source_id), url_at_quote(one)) for one in others.values()],
    )


def is_disputing(citation: Citation) -> bool:
    return citation.stance == Citation.Stance.DISPUTES


def quote_view(source: Source, quote: Quote) -> QuoteView:
    return QuoteView(
        exact=quote.exact,
        url=textfragments.fragment_url(source.url, quote.exact, quote.prefix, quote.suffix),
        archived_url=textfragments.followable(quote.capture.archived_url) if quote.capture else "",
    )


def url_at_quote(citation: Citation) -> str:
    quotes = citation.quotes.all()
    return quote_view(citation.source, quotes[0]).url if quotes else textfragments.followable(citation.source.url)


# --- Text --------------------------------------------------------------------------------------------------------


def told(event: Event, notes: dict[Key, Note]) -> tuple[list[Passage], list[Note]]:
    """Return the text in passages, each with its notes, and the notes that belong to no single passage."""
    html = prose.render_markdown(event.words.body[: prose.MAX_PROSE])
    placed = places(event, html)
    parts = blocks(html)
    loose = [note for key, note in notes.items() if key not in placed]
    if not parts:
        return [Passage(notes=loose)], loose
    in_block = which_block(parts, placed.values())
    start, filled = 0, []
    for number, part in enumerate(parts):
        here = [
            (placed[key] - start, notes[key]) for key, block in zip(placed, in_block, strict=True) if block == number
        ]
        if number == len(parts) - 1:
            end = end_of_text(part)
            here += [(end, note) for note in loose]
        filled.append((with_numerals(part, here), [note for _place, note in here]))
        start += len(part)
    return joined(filled), loose


def places(event: Event, html: str) -> dict[Key, int]:
    """Tell, in the order of the text, where each note's numeral stands: behind the passage it speaks to."""
    cited = [citation for citation in event.citations.all() if citation.passage]
    if not cited:
        return {}
    shown, found = ShownText(html), {}
    for citation in cited:
        place = shown.behind(citation.passage)
        if place is None:  # the passage may have been copied with its Markdown
            place = shown.behind(words_of(prose.render_markdown(citation.passage)))
        if place is not None:
            key = key_of(citation)
            found[key] = min(place, found.get(key, place))
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def end_of_text(html: str) -> int:
    """Return the place behind the last word of a block."""
    shown = ShownText(html)
    words = shown.text.rstrip()
    return shown.places[len(words) - 1] if words else len(html)


def with_numerals(html: str, placed: list[tuple[int, Note]]) -> str:
    """Put the numerals of notes at their places."""
    in_order = sorted(placed, key=lambda pair: pair[0])
    groups = groupby(in_order, key=lambda pair: pair[0])
    return insert(html, [(place, refs_html(note for _place, note in group)) for place, group in groups])


def refs_html(notes: Iterable[Note]) -> str:
    return format_html('<sup class="refs">{}</sup>', format_html_join(" ", "{}", ((n.reference,) for n in notes)))


def joined(filled: list[tuple[str, list[Note]]]) -> list[Passage]:
    """Join blocks into passages: a new one begins where notes do, so that they stand beside their words."""
    parts: list[Passage] = []
    for html, notes in filled:
        if not parts or notes:
            parts.append(Passage())
        parts[-1].blocks.append(html)
        parts[-1].notes += notes
    return parts


# --- Links -------------------------------------------------------------------------------------------------------


def related(event: Event) -> list[Related]:
    rows = [related_by(link, link.get_kind_display(), link.to_event) for link in event.public_links_from]
    rows += [related_by(link, link.inverse, link.from_event) for link in event.public_links_to]
    return sorted(rows, key=lambda row: (row.event.position is None, row.event.position or 0, row.event.pk))


def related_by(link: Link, relation: Any, event: Event) -> Related:
    sources = dict.fromkeys(citation.source for citation in link.citations.all())
    return Related(str(relation), event, [source_reference(source) for source in sources])


def source_reference(source: Source) -> SafeString:
    """Return the numeral that leads to a source in the list at the page's end."""
    return format_html(
        '<a class="ref" href="#s-{}" aria-label="{}">{}</a>',
        source.public_id,
        mark_safe(_("Source %(number)s") % {"number": mark(source.pk)}),  # noqa: S308 - a translation, a number
        mark(source.pk),
    )
