"""What an editor decides about a proposal under review: its words, its date, a passage to be proposed."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .certainty import CONTEXT, as_taken
from .cleaning import clean_line
from .drafts import Reading
from .extraction.passages import propose_passage
from .importing import KeptSource, apply, article_of, give_reading, stage
from .languages import told
from .models import Capture, Event, Incident, Membership, Quote, Source, changing
from .plaindates import Reference, RelativeDateError, read_typed
from .reviewing import SAYING, Proposal, as_proposal, language, of
from .textfragments import find_words

MOST_QUOTED = 1_500
MOST_TYPED = 10_000  # characters of a field that are looked at; far fewer are kept
AROUND = 500  # characters before and behind a quote, in which other words of the report may be taken


def edit(proposal: Proposal, *, headline: str, date_words: str, kind: str, quote: str, by: Any) -> None:
    """Store what the editor changed of a proposal; the date only where its words are not those that were shown.

    Raises ValidationError with the fields that are wrong.
    """
    event, errors = proposal.event, {}
    headline, quote = (clean_line(words[:MOST_TYPED]) for words in (headline, quote))
    if not headline:
        errors["headline"] = _("Say what happened, in a short sentence.")
    elif len(headline) > 300:
        errors["headline"] = _("The headline has %(n)d characters; at most 300 are kept.") % {"n": len(headline)}
    if kind not in Event.Kind.values:
        errors["kind"] = _("Choose one of the kinds.")
    stands = dated = (str(event.date or ""), event.part)
    try:
        is_typed = date_words.strip() != proposal.date_to_edit
        if is_typed:
            read = read_typed(
                clean_line(date_words[:MOST_TYPED]),
                languages=(event.language, language()),
                reference=lambda: reference_of(proposal),
            )
            dated = (read.edtf, read.part)
    except RelativeDateError:
        errors["date"] = _(
            "“%(words)s” counts from the day of the report, which is not known. "
            "Write the date in full, such as %(example)s."
        ) % {"words": clean_line(date_words[:MOST_TYPED]), "example": "19 September 2023"}
    except ValueError as error:
        errors["date"] = told(error)
    if len(quote) > MOST_QUOTED:
        errors["quote"] = too_long(len(quote))
    elif proposal.quote and quote != clean_line(proposal.quote.exact) and not narrowed(proposal.quote, quote):
        errors["quote"] = _("These words do not stand in the report like this. Quote it word for word.")
    if errors:
        raise ValidationError(errors)
    with changing(by=by):
        event.headline, event.kind = headline, kind
        if dated != stands or (is_typed and proposal.is_untaken):
            event.date, event.part = dated
            keep_reading(proposal, Reading(proposal.words, dated[0], dated[1], "editor"))
        event.save()
        if proposal.quote and proposal.quote.pk:
            proposal.quote.save()


def too_long(characters: int) -> str:
    return _("The passage has %(n)d characters; a quotation has at most %(most)d. Take less of it.") % {
        "n": characters,
        "most": MOST_QUOTED,
    }


def reference_of(proposal: Proposal) -> Reference | None:
    """Return what relative words are counted from: the day of the report."""
    source = proposal.citation.source if proposal.citation else None
    return Reference(source.day, str(source)) if source and source.day else None


def narrowed(quote: Quote, words: str) -> bool:
    """Make the quote these words of it or around it, if the capture holds them so, whatever its line breaks."""
    if not words or quote.capture is None:
        return False
    text = quote.capture.text
    found = find_words(text, words, max(0, (quote.start or 0) - AROUND), (quote.end or 0) + AROUND)
    if found is None:
        return False
    quote.start, quote.end = found
    quote.exact = words
    quote.prefix, quote.suffix = text[max(0, quote.start - 32) : quote.start], text[quote.end : quote.end + 32]
    return True


def keep_reading(proposal: Proposal, reading: Reading) -> None:
    """Keep with the citation how the source's words are read now."""
    if proposal.citation is not None:
        give_reading(proposal.citation, reading)
        proposal.citation.save()


def choose_reading(proposal: Proposal, number: int, *, by: Any) -> None:
    """Take another reading of the date words; one of when it was said makes it a disclosure."""
    if not 0 <= number < len(proposal.others):
        raise ValidationError(_("There is no such reading any more."))
    reading, event = proposal.others[number], proposal.event
    with changing(by=by):
        event.date, event.part, _rule = of(reading)
        if reading.rule == SAYING:
            event.kind = Event.Kind.DISCLOSED
        elif proposal.reading and proposal.reading.rule == SAYING:
            event.kind = proposal.kind or event.kind
        event.save()
        keep_reading(proposal, reading)


def leave_undated(proposal: Proposal, *, by: Any) -> None:
    """Take an inferred date away again: neither the event nor the citation says one."""
    with changing(by=by):
        proposal.event.date, proposal.event.part = "", ""
        proposal.event.save()
        keep_reading(proposal, Reading("", ""))


def take_inferred(proposal: Proposal, *, by: Any) -> None:
    """Give the event the inferred date, on the editor's word."""
    with changing(by=by):
        proposal.event.date = as_taken(str(proposal.event.date))
        proposal.event.save()


def infer_again(event: Event, source: Source, *, by: Any) -> None:
    """Undo leave_undated() or take_inferred()."""
    proposal = as_proposal(event, source)
    reading = next((one for one in (proposal.reading, *proposal.others) if one and one.rule == CONTEXT), None)
    if reading:
        with changing(by=by):
            event.date, event.part, _rule = of(reading)
            event.save()
            keep_reading(proposal, reading)


def propose_selection(capture: Capture, incident: Incident, start: int, end: int, *, by: Any) -> Event:
    """Make a proposal of a passage that has none, dated by its own words where it has any."""
    if not 0 <= start < end <= len(capture.text) or not capture.text[start:end].strip():
        raise ValidationError(_("That passage does not lie in the report."))
    if end - start > MOST_QUOTED:
        raise ValidationError(too_long(end - start))
    source = capture.source
    article = article_of(capture)
    draft = propose_passage(article, start, end, genre=article.source.genre)
    with changing(by=by):
        kept = KeptSource(source, capture, False)
        batch = stage([draft], incident, kept, by=by, name="", origin="selection")
        apply(batch)
        event = Event.objects.get(import_rows__batch=batch)
        if event.state == Event.State.DISMISSED:
            event.propose_again(by=by)
            Membership.objects.get_or_create(incident=incident, event=event)
    return event
