"""Translations of our own JSON to rows: public only where the import publishes, and never twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..cleaning import clean_line, clean_text
from ..models import Event, EventTranslation, ImportBatch, Incident, IncidentTranslation
from ..models.newrows import NewTranslation
from ..models.words import key_of

Plain = dict[str, Any]
SMALL = 32_767


def cleaned(given: Iterable[Plain]) -> dict[str, Plain]:
    """Return translations by language, their texts through the one gate; the first of two into one language."""
    found: dict[str, Plain] = {}
    for one in given:
        language, headline = clean_line(one.get("language", ""))[:16], clean_line(one.get("headline", ""))[:300]
        if language and headline.strip():
            found.setdefault(language, {**one, "headline": headline.rstrip(), "body": clean_text(one.get("body", ""))})
    return found


def state_of(batch: ImportBatch) -> str:
    is_public = batch.mode == ImportBatch.Mode.PUBLISHED
    return str(EventTranslation.State.PUBLISHED if is_public else EventTranslation.State.DRAFT)


def new_translations(draft: Plain, headline: str, body: str, batch: ImportBatch) -> list[NewTranslation]:
    """Return the translations of a new event that has this headline and text."""
    return [
        NewTranslation(
            language,
            one["headline"],
            one["body"],
            state_of(batch),
            of_version=max(0, min(one.get("version", 0), SMALL)),
            of_words=key_of(headline, body) if one.get("current") else "",
        )
        for language, one in cleaned(draft.get("translations", ())).items()
    ]


def texts_of(draft: Plain) -> dict[tuple[str, str, str], Plain]:
    """Return the translations of a draft by all that they say."""
    found = cleaned(draft.get("translations", ())).items()
    return {(language, one["headline"], one["body"]): one for language, one in found}


def add_translations(event: Event, fresh: Iterable[Plain], before: Iterable[Plain], batch: ImportBatch) -> None:
    """Add translations to an event, or put them in the place of those that the file gave before; an editor's stay."""
    earlier = {language: (one["headline"], one["body"]) for language, one in cleaned(before).items()}
    for language, one in cleaned(fresh).items():
        there = event.translations.filter(language=language).first()
        if there and (there.headline, there.body) != earlier.get(language):
            continue
        made = there or EventTranslation(event=event, language=language, state=state_of(batch))
        made.headline, made.body = one["headline"], one["body"]
        made.of_words = EventTranslation.key(event) if one.get("current") else ""
        made.save()


def tell_incident(incident: Incident, given: Iterable[Plain], batch: ImportBatch) -> None:
    """Add the translations of an incident that it never had; what an editor wrote or took away stays so."""
    wanted = cleaned(given)
    if not wanted:
        return
    had = set(IncidentTranslation.history.filter(incident_id=incident.pk).values_list("language", flat=True))
    for language, one in wanted.items():
        if language not in had:
            made = IncidentTranslation(incident=incident, language=language, state=state_of(batch))
            made.title, made.summary = one["headline"][:200], one["body"][:5000]
            if one.get("current"):
                made.made_from_present()
            made.save()
