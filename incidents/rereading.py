"""Read a report's open proposals again: the same words, counted from another day."""

from __future__ import annotations

from typing import Any

from .drafts import EventDraft
from .extraction import Article, propose
from .extraction.passages import propose_passage
from .importing import KeptSource, Outcome, apply, article_of, outcome_counts, report_ref, stage
from .models import Capture, Event, ImportRow, Incident, changing


def read_again(capture: Capture, incident: Incident, genre: str, *, by: Any = None) -> Outcome:
    """Read the dates of a report's open proposals as of this genre, and from the day now known of the source.

    What was decided or edited stays as it is, and nothing new is proposed. Raises UnusableText for a text too long.
    """
    article = article_of(capture, genre=genre)
    drafts = propose(article, genre=genre, inferred=True)
    with changing(by=by):
        source = capture.source
        if source.genre != genre:
            source.genre = genre
            source.save()
        waiting = Event.objects.filter(state=Event.State.PROPOSED, import_rows__batch__source=source)
        known = set(waiting.in_incident(incident).values_list("import_ref", flat=True))
        drafts += picked(article, capture, known)
        again = [draft for draft in drafts if report_ref(source, draft) in known]
        batch = stage(again, incident, KeptSource(source, capture, False), by=by, name="", origin="again")
    apply(batch)
    return Outcome(batch, source, outcome_counts(batch))


def picked(article: Article, capture: Capture, known: set[str]) -> list[EventDraft]:
    """Read the passages that an editor picked: the text does not propose them by itself."""
    rows = ImportRow.objects.filter(batch__format="selection", import_ref__in=known, batch__options__capture=capture.pk)
    spans = {(row.draft["origin"]["start"], row.draft["origin"]["end"]) for row in rows if row.draft}
    return [propose_passage(article, start, end, genre=article.source.genre) for start, end in sorted(spans)]
