"""A report beside what it proposes: what the review page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .certainty import CONTEXT, Certainty, as_taken
from .drafts import EventDraft, Reading
from .extraction.paragraphs import paragraph_spans
from .extraction.sentences import sentence_spans
from .importing import draft_from, is_settled
from .merging import Match, likely_matches
from .models import Capture, Citation, Event, Incident, Quote, Source
from .models.eventviews import day_or_empty
from .ranking import Order, proposed_events
from .temporal import wording

MOST_SHOWN = 200_000  # characters of a report that the page shows beside the proposals
SAYING = "date-of-saying"
READING_KEYS = "56789"  # 1 to 4 are the likely matches


@dataclass(slots=True)
class Piece:
    """A stretch of the report under the same proposals and, where it belongs to none, one sentence."""

    text: str
    start: int
    end: int
    events: tuple[str, ...] = ()
    dated: str = ""  # how certain the date is, inside a proposal's date words
    said: str = ""  # the same in words, with the date
    lit: bool = False
    state: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Another reading, as a button says it."""

    date: str
    edtf: str  # where the words alone do not show it
    kind: str  # where it makes another kind of event
    note: str
    certainty: Certainty
    key: str = ""


@dataclass(slots=True)
class Proposal:
    """One proposal with its working, as the page shows it."""

    event: Event
    citation: Citation | None
    quote: Quote | None
    reading: Reading | None
    others: list[Reading] = field(default_factory=list)
    kind: str = ""  # that it was proposed with

    @property
    def words(self) -> str:
        return self.citation.date_words if self.citation else ""

    @property
    def date(self) -> str:
        return say(str(self.event.date or ""), self.event.part)

    @property
    def is_inferred(self) -> bool:
        return bool(self.citation and self.citation.date_rule == CONTEXT)

    @property
    def is_untaken(self) -> bool:
        """Whether its date is inferred and no editor has taken it yet."""
        is_read_so = self.reading is not None and self.reading.rule == CONTEXT
        return self.waits and self.is_inferred and is_read_so and self.event.date is not None

    @property
    def inferred(self) -> str:
        """The date that taking the inferred one gives the event."""
        return say(as_taken(str(self.event.date or "")), self.event.part)

    @property
    def date_to_edit(self) -> str:
        """What the field for the date holds: an inferred date is not filled in unasked."""
        return "" if self.is_untaken else self.date

    @property
    def why(self) -> str:
        """How its date was read, in one sentence."""
        found = self.citation
        if not found or not found.date_rule or not (found.date or self.words):
            return ""
        return wording.explain(
            found.date_rule,
            found.date_words,
            day_or_empty(found.date_reference),
            edtf=str(found.date or ""),
            part=found.date_part,
            language=language(),
            within=found.is_counted_within,
        )

    @property
    def choices(self) -> list[Choice]:
        """The other readings as buttons say them: the date, and what the rule makes of the words."""
        within = bool(self.citation and self.citation.is_counted_within)
        return [
            Choice(
                date=say(one.edtf, one.part) or _("leave it open"),
                edtf="" if is_plain(one.edtf) else one.edtf,
                kind=str(Event.Kind.DISCLOSED.label) if one.rule == SAYING else "",
                note=wording.reason(one.rule, edtf=one.edtf, part=one.part, language=language(), within=within),
                certainty=Certainty.of(one),
                key=key.strip(),
            )
            for one, key in zip(self.others, READING_KEYS.ljust(len(self.others)), strict=False)
        ]

    @property
    def waits(self) -> bool:
        return bool(self.event.state == Event.State.PROPOSED)

    @property
    def certainty(self) -> Certainty:
        if self.event.date is None:
            return Certainty.OPEN
        return Certainty.of(self.reading) if self.reading else Certainty.GIVEN


def is_plain(edtf: str) -> bool:
    """Whether a date is a day or a year, whose words say all that the EDTF does."""
    return edtf.replace("-", "").isdigit() and len(edtf) in (4, 10)


def language() -> str:
    return get_language() or "en"


def say(edtf: str, part: str = "") -> str:
    return wording.say(edtf, part=part, language=language()) if edtf else ""


def proposals_of(source: Source, incident: Incident, order: Order = Order.LIKELIEST) -> list[Proposal]:
    """Return all that this source proposed for this incident, decided or not."""
    events = proposed_events(source, incident, order)
    events = events.select_related("merged_into").prefetch_related(
        "citations__quotes", "citations__source", "import_rows"
    )
    return [as_proposal(event, source) for event in events]


def as_proposal(event: Event, source: Source) -> Proposal:
    citation = next((one for one in event.citations.all() if one.source_id == source.pk), None)
    quote = next(iter(citation.quotes.all()), None) if citation else None
    rows = sorted(event.import_rows.all(), key=lambda row: row.pk, reverse=True)
    drafts = [draft_from(row.draft) for row in rows if row.draft]
    newest = readings_of(drafts[0]) if drafts else []
    now = how_it_stands(event, citation)
    current = next((one for draft in drafts for one in readings_of(draft) if now in (of(one), taken(one))), None)
    standing = (str(event.date or ""), event.part, now[2] == SAYING)
    others = [one for one in newest if one is not current and (one.edtf, one.part, one.rule == SAYING) != standing]
    return Proposal(event, citation, quote, current, others, drafts[0].kind if drafts else "")


def readings_of(draft: EventDraft) -> list[Reading]:
    return [one for one in (draft.date, *draft.alternatives) if one]


def of(reading: Reading) -> tuple[str, str, str]:
    """Return what of a reading an event and its citation keep."""
    settled = is_settled(reading)
    return (reading.edtf if settled else "", reading.part if settled else "", reading.rule)


def taken(reading: Reading) -> tuple[str, str, str]:
    """Return the same of an inferred reading that an editor has taken."""
    date, part, rule = of(reading)
    return (as_taken(date) if rule == CONTEXT else date, part, rule)


def how_it_stands(event: Event, citation: Citation | None) -> tuple[str, str, str]:
    return (str(event.date or ""), event.part, citation.date_rule if citation else "")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a proposal stands in the report: the span of its quote, and that of its date words within."""

    proposal: Proposal
    start: int
    end: int
    dated: tuple[int, int]

    def covers(self, start: int, end: int) -> bool:
        return self.start <= start and end <= self.end

    def dates(self, start: int, end: int) -> bool:
        return self.dated[0] <= start and end <= self.dated[1]


def pieces_of(capture: Capture, proposals: list[Proposal], lit: str) -> list[list[Piece]]:
    """Cut the report into paragraphs of pieces: proposed sentences, their date words, and the sentences between."""
    text = capture.text[:MOST_SHOWN]
    marks = [mark for one in proposals if (mark := mark_of(one, capture))]
    paragraphs = []
    for first, last in paragraph_spans(text):
        inside = [mark for mark in marks if first < mark.end and mark.start < last]
        paragraphs.append(list(cut(text, first, last, inside, lit)))
    return paragraphs


def mark_of(proposal: Proposal, capture: Capture) -> Mark | None:
    """Find a proposal's quote in this reading of the report, and its date words in the quote."""
    quote = proposal.quote
    if quote is None or quote.capture_id != capture.pk or quote.start is None or quote.end is None:
        return None
    at = capture.text.find(proposal.words, quote.start, quote.end) if proposal.words else -1
    return Mark(proposal, quote.start, quote.end, (at, at + len(proposal.words)) if at >= 0 else (-1, -1))


def cut(text: str, first: int, last: int, marks: list[Mark], lit: str) -> Iterator[Piece]:
    sentences = list(sentence_spans(text, first, last))
    edges = {edge for mark in marks for edge in (mark.start, mark.end, *mark.dated)}
    edges |= {edge for sentence in sentences for edge in sentence}
    inside = sorted({first, last} | {edge for edge in edges if first < edge < last})
    for start, end in pairwise(inside):
        covering = [mark for mark in marks if mark.covers(start, end)]
        ids = tuple(mark.proposal.event.public_id for mark in covering)
        dated = next((mark.proposal for mark in covering if mark.dates(start, end)), None)
        yield Piece(
            text=text[start:end],
            start=start,
            end=end,
            events=ids,
            dated=dated.certainty if dated else "",
            said=f"{dated.date or _('date open')} · {dated.certainty.word}" if dated else "",
            lit=lit in ids,
            state="waiting" if any(mark.proposal.waits for mark in covering) else "decided",
        )


def matches_of(proposal: Proposal, incident: Incident) -> list[Match]:
    return likely_matches(proposal.event, incident) if proposal.waits else []
