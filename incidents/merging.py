"""Adding a proposal to an event that is already on a timeline, as a citation of it; and which event that may be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from .certainty import CONTEXT
from .cleaning import fold
from .models import Citation, Event, Incident, Quote, changing
from .models.entries import said

MOST_MATCHES = 4
MOST_COMPARED = 500
LIKELY = 45  # of 100, for the words alone
SAME_DATE, SAME_KIND = 20, 5  # on top, for the order in which likely ones are offered


@dataclass(frozen=True, slots=True)
class Match:
    event: Event
    score: float

    @property
    def date(self) -> str:
        return said(self.event.date, self.event.part)


def likely_matches(proposal: Event, incident: Incident) -> list[Match]:
    """Return the incident's drafts and published events that may be what the proposal tells, likeliest first.

    Their dates overlap the proposal's, and their words are like its words; without a date, the words alone decide.
    """
    others = Event.objects.on_timeline().in_incident(incident).exclude(pk=proposal.pk)
    if proposal.earliest is not None and proposal.latest is not None:
        others = others.overlapping(proposal.earliest, proposal.latest)
    words = words_of(proposal)
    likely = []
    for other in others.prefetch_related("citations__quotes", "citations__source")[:MOST_COMPARED]:
        alike = fuzz.token_set_ratio(words, fold(f"{words_of(other)} {other.body}"))
        if alike >= LIKELY:
            likely.append(Match(other, alike + bonus(proposal, other)))
    return sorted(likely, key=lambda match: (-match.score, match.event.pk))[:MOST_MATCHES]


def words_of(event: Event) -> str:
    quotes = [quote.exact for citation in event.citations.all() for quote in citation.quotes.all()]
    return fold(" ".join([event.headline, *quotes]))


def bonus(proposal: Event, other: Event) -> int:
    same_date = proposal.date is not None and proposal.date == other.date
    return SAME_DATE * same_date + SAME_KIND * (proposal.kind == other.kind)


@dataclass(slots=True)
class Merged:
    """What a merge added to the other event, by id, so that it can be taken back."""

    citation: int
    created: bool
    quotes: list[int] = field(default_factory=list)


def add_as_citation(proposal: Event, target: Event, *, by: Any) -> list[Merged]:
    """Cite the proposal's sources for `target`, and keep the proposal as merged into it.

    A source that the target cites already in the same stance gets the further quotes.
    """
    with changing(by=by):
        stored = Event.objects.select_for_update().get(pk=proposal.pk)
        if stored.state != Event.State.PROPOSED:
            raise ValidationError(
                _("“%(event)s” is %(state)s; only a proposal can be added to another event as a citation.")
                % {"event": stored.headline, "state": stored.get_state_display()}
            )
        added = [copy_citation(citation, target) for citation in proposal.citations.prefetch_related("quotes")]
        proposal.state, proposal.merged_into = Event.State.MERGED, target
        proposal.save()
    return added


def copy_citation(citation: Citation, target: Event) -> Merged:
    kept, created = Citation.objects.get_or_create(
        event=target,
        source=citation.source,
        stance=citation.stance,
        about=Citation.About.ALL,
        passage="",
        defaults={
            "locator": citation.locator,
            **date_of(citation),
            "order": target.citations.count(),
        },
    )
    merged = Merged(kept.pk, created)
    known = set(kept.quotes.values_list("exact", flat=True))
    for quote in citation.quotes.all():
        if quote.exact not in known:
            copied = Quote.objects.create(
                citation=kept,
                exact=quote.exact,
                prefix=quote.prefix,
                suffix=quote.suffix,
                capture=quote.capture,
                start=quote.start,
                end=quote.end,
                order=len(known),
            )
            known.add(quote.exact)
            merged.quotes.append(copied.pk)
    return merged


def date_of(citation: Citation) -> dict[str, Any]:
    """Return how a source gives the date; nothing where it gives none and the date was inferred."""
    names = ("date_words", "date", "date_part", "date_reference", "date_rule")
    return {} if citation.date_rule == CONTEXT else {name: getattr(citation, name) for name in names}


def take_back(proposal: Event, added: list[Merged], *, by: Any) -> None:
    """Undo add_as_citation(): remove what it added, and propose the proposal again."""
    with changing(by=by):
        for merged in added:
            for quote in Quote.objects.filter(pk__in=merged.quotes):
                quote.delete()
            for citation in Citation.objects.filter(pk=merged.citation) if merged.created else ():
                citation.delete()
        proposal.propose_again(by=by)
