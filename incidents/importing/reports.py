"""A report's text becomes a source, a capture, and proposals to review."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.utils import timezone

from ..cleaning import clean_line, clean_text, clean_url
from ..drafts import CitationDraft, EventDraft, Reading, SourceDraft, event_from
from ..extraction import Article, propose, read_html, read_text
from ..extraction.boilerplate import story_paragraphs
from ..extraction.paragraphs import paragraph_spans
from ..fetching import fetch
from ..models import Capture, Citation, Event, ImportBatch, ImportRow, Incident, Membership, Quote, Source, changing
from ..temporal import propose_genre
from ..temporal.edtf import reference_day
from .sources import KeptSource, keep_source, known_source

ROWS_AT_ONCE = 20  # in a transaction: other writers wait for it
PAUSE = 0.01  # seconds after each, in which SQLite lets one of them in
HTML_STARTS = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<article", b"<div", b"<p>", b"<!--")


class NoTrustworthyDate(ValueError):
    """The report does not say when it was published, and nobody has given a date."""


# --- Reading -----------------------------------------------------------------------------------------------------


def read_report(
    data: bytes,
    *,
    name: str = "",
    url: str = "",
    content_type: str = "",
    charset: str = "",
    published: str = "",
    language: str = "",
) -> Article:
    """Read a report from a file or a page, as HTML or as plain text, by its type, its name and its first bytes.

    Raises UnusableText where it is neither.
    """
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower()
    by_name = name.lower().endswith((".html", ".htm", ".xhtml"))
    if "html" in content_type or by_name or start.startswith(HTML_STARTS):
        return read_html(data, url=url, published=published, language=language, charset=charset)
    return read_text(data, url=url, published=published, language=language)


def fetch_report(url: str, *, published: str = "", language: str = "") -> tuple[Article, int]:
    """Fetch a report by its address and read it; return it with the HTTP status.

    Raises FetchRefused, FetchFailed or UnusableText.
    """
    page = fetch(clean_url(url))
    article = read_report(
        page.body,
        url=page.url,
        content_type=page.content_type,
        charset=page.charset,
        published=published,
        language=language,
    )
    return article, page.status


def with_source(article: Article, **values: Any) -> Article:
    """Return the article with what the editor says of its source, by SourceDraft's fields, where that is not empty."""
    given = {name: value for name, value in values.items() if value}
    if "published" in given and given["published"] != article.source.published:
        given.setdefault("published_from", "given")
    return replace(article, source=replace(article.source, **given))


def article_of(capture: Capture, *, genre: str = "") -> Article:
    """Return a stored reading as the article it was read from, as of this genre or of the one known of its source."""
    source = capture.source
    known = SourceDraft(
        title=source.title,
        published=str(source.published or ""),
        language=source.language or "en",
        genre=genre or source.genre or Source.Genre.NEWS,
    )
    return Article(known, capture.text, paragraph_spans(capture.text))


def genre_of(article: Article) -> str:
    """Propose from its text what the relative dates of an article count from: "news" or "narrative"."""
    language = article.source.language or "en"
    spans = story_paragraphs(article.text, article.paragraphs, language)  # around it stand dates of other reports
    story = "\n\n".join(article.text[start:end] for start, end in spans)
    return propose_genre(story, reference_day(article.source.published), language)


# --- Staging and applying -------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Outcome:
    """What an import came to: the batch, and how many rows had which outcome."""

    batch: ImportBatch
    source: Source
    counts: dict[str, int] = field(default_factory=dict)


def import_report(
    article: Article,
    incident: Incident,
    *,
    by: Any = None,
    name: str = "",
    undated: bool = False,
    corrected: bool = False,
    genre: str = "",
    http_status: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Outcome:
    """Store a report and propose what it tells for an incident's timeline; go on with an import that was cut off.

    The date that is known of a source counts before the one found now, unless an editor has `corrected` it.
    Without a `genre`, the one that is known of the source counts, or else the one that its text suggests.
    Raises NoTrustworthyDate for a report without a publication date, unless `undated` says that this is known and
    that relative dates stay open.
    """
    known = known_source(article.source, article.text)
    if known and known.published and not corrected:
        article = with_source(article, published=str(known.published), published_from=known.published_from)
    if not article.source.published and not undated:
        raise NoTrustworthyDate(
            "No trustworthy publication date was found in this report. Give the date that is printed on it, or say "
            "that it is not known: relative dates such as “last week” then stay open."
        )
    article = with_source(article, genre=genre or (known and known.genre) or genre_of(article))
    drafts = propose(article, genre=article.source.genre, inferred=True)  # takes its time; nobody waits
    with changing(by=by):
        kept = keep_source(article.source, article.text, corrected=corrected, http_status=http_status)
        batch = unfinished(incident, kept) or stage(drafts, incident, kept, by=by, name=name)
    apply(batch, progress=progress)
    return Outcome(batch, kept.source, outcome_counts(batch))


def stage(
    drafts: list[EventDraft], incident: Incident, kept: KeptSource, *, by: Any, name: str, origin: str = "report"
) -> ImportBatch:
    """Write one row a draft, as JSON; nothing of them is on any timeline yet."""
    batch = ImportBatch.objects.create(
        incident=incident,
        format=origin,
        name=name,
        digest=kept.capture.text_hash,
        source=kept.source,
        options=options_of(kept),
        total=len(drafts),
        by=by,
    )
    ImportRow.objects.bulk_create(
        (
            ImportRow(
                batch=batch,
                number=number,
                draft=asdict(draft),
                salience=draft.salience,
                import_ref=report_ref(kept.source, draft),
            )
            for number, draft in enumerate(drafts, start=1)
        ),
        batch_size=500,
    )
    return batch


def unfinished(incident: Incident, kept: KeptSource) -> ImportBatch | None:
    """Return the import of the same text for the same incident that was cut off, if there is one."""
    same = ImportBatch.objects.filter(incident=incident, source=kept.source, options=options_of(kept), format="report")
    return same.exclude(state=ImportBatch.State.DONE).first()


def options_of(kept: KeptSource) -> dict[str, Any]:
    """Return what the statements of a report were read with: another date, language or genre reads them otherwise."""
    source = kept.source
    return {
        "capture": kept.capture.pk,
        "published": str(source.published or ""),
        "language": source.language,
        "genre": source.genre,
    }


def report_ref(source: Source, draft: EventDraft) -> str:
    """Name a statement by its source, its sentence and its date words: a better reading of it is still the same."""
    return hashlib.sha256(f"{source.public_id}\n{draft.import_ref}".encode()).hexdigest()


def apply(batch: ImportBatch, *, progress: Callable[[int, int], None] | None = None) -> None:
    """Turn staged rows into proposals, ROWS_AT_ONCE in a transaction with the cursor; goes on where it was stopped."""
    while batch.cursor < batch.total:
        with changing(by=batch.by):
            rows = list(batch.rows.filter(number__gt=batch.cursor).order_by("number")[:ROWS_AT_ONCE])
            for row in rows:
                apply_row(batch, row)
            batch.cursor = rows[-1].number
            batch.state = ImportBatch.State.APPLYING
            batch.save(update_fields=["cursor", "state"])
        if progress:
            progress(batch.cursor, batch.total)
        if batch.cursor < batch.total:
            time.sleep(PAUSE)
    batch.state, batch.finished_at = ImportBatch.State.DONE, timezone.now()
    batch.save(update_fields=["state", "finished_at"])


def apply_row(batch: ImportBatch, row: ImportRow) -> None:
    """Propose one draft, or find the event that it was proposed as before."""
    draft = draft_from(row.draft)
    event = Event.objects.filter(import_ref=row.import_ref).exclude(import_ref="").first()
    if event is None:
        event = new_proposal(draft, row.import_ref, batch)
        row.outcome = ImportRow.Outcome.CREATED
    elif event.state == Event.State.DISMISSED:
        row.outcome = ImportRow.Outcome.DISMISSED
    elif event.state == Event.State.PROPOSED and reread(event, draft, row):
        row.outcome = ImportRow.Outcome.UPDATED
    else:
        row.outcome = ImportRow.Outcome.UNCHANGED
    if event.state == Event.State.PROPOSED:
        Membership.objects.get_or_create(incident=incident_of(batch), event=event)
    row.event = event
    row.save(update_fields=["outcome", "event"])


def incident_of(batch: ImportBatch) -> Incident:
    """Return the incident of a report's import, which always has one."""
    assert batch.incident is not None  # noqa: S101 - import_report() gives it
    return batch.incident


def new_proposal(draft: EventDraft, import_ref: str, batch: ImportBatch) -> Event:
    event = Event(state=Event.State.PROPOSED, import_ref=import_ref, body=clean_text(draft.body))
    fill(event, draft)
    event.save()
    Membership.objects.create(incident=incident_of(batch), event=event)
    for citation in draft.citations:
        cite(event, citation, batch)
    return event


def fill(event: Event, draft: EventDraft) -> None:
    """Give an event what the draft proposes. A date that stays open is no date yet."""
    reading = draft.date
    event.headline = clean_line(draft.headline)[:300]
    event.kind, event.language = draft.kind, draft.language or "en"
    event.date = reading.edtf if reading and is_settled(reading) else ""
    event.part = reading.part if reading and event.date else ""


def give_reading(citation: Citation, reading: Reading | None) -> None:
    """Set how a citation's date words are read; the caller saves it."""
    reading = reading or Reading("", "")
    citation.date_words, citation.date, citation.date_part = reading.words[:200], reading.edtf, reading.part
    citation.date_reference, citation.date_rule = reading.reference, reading.rule


def is_settled(reading: Reading) -> bool:
    """Whether a reading gives at least a year: an open one (XXXX-07-07) waits for the editor."""
    return bool(reading.edtf) and not reading.edtf.startswith("XXXX")


def cite(event: Event, draft: CitationDraft, batch: ImportBatch) -> None:
    """Cite the batch's source for an event, with the quotes and the reading of the date."""
    citation = Citation(
        event=event,
        source=batch.source,
        stance=Citation.Stance.DISPUTES if draft.disputes else Citation.Stance.SUPPORTS,
        locator=draft.locator,
    )
    give_reading(citation, draft.date)
    citation.save()
    for order, quote in enumerate(draft.quotes):
        Quote.objects.create(
            citation=citation,
            exact=quote.exact[:2000],
            prefix=quote.prefix[:200],
            suffix=quote.suffix[:200],
            capture_id=batch.options.get("capture"),
            start=quote.start,
            end=quote.end,
            order=order,
        )


READ = ("headline", "kind", "date")  # of a draft: what the review shows of how a statement was read


def reread(event: Event, draft: EventDraft, row: ImportRow) -> bool:
    """Give an untouched proposal its better reading; return whether anything changed."""
    given = (ImportRow.Outcome.CREATED, ImportRow.Outcome.UPDATED)
    others = ImportRow.objects.filter(import_ref=row.import_ref, event=event, outcome__in=given).exclude(draft={})
    earlier = others.exclude(pk=row.pk).order_by("pk").last()  # the one that the event got its reading from
    if earlier is None or all(earlier.draft[name] == row.draft[name] for name in READ):
        return False
    as_proposed = Event()
    fill(as_proposed, draft_from(earlier.draft))
    if any(getattr(event, name) != getattr(as_proposed, name) for name in ("headline", "kind", "date", "part")):
        return False  # an editor has been here
    fill(event, draft)
    event.save()
    for citation in event.citations.all():
        give_reading(citation, draft.date)
        citation.save()
    return True


def outcome_counts(batch: ImportBatch) -> dict[str, int]:
    counts: dict[str, int] = {}
    for outcome in batch.rows.values_list("outcome", flat=True):
        counts[outcome] = counts.get(outcome, 0) + 1
    return counts


def draft_from(stored: dict[str, Any]) -> EventDraft:
    """Return the draft that a row holds as JSON: of a report with all its fields, of a file without what is empty."""
    return event_from(stored)
