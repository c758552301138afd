"""The only door from drafts to rows: a report's text becomes a source, a capture, and proposals to review.

Everything arrives staged first, as one row a draft, and is applied in small batches with a cursor, so that a killed
run goes on where it stopped. Importing the same again changes nothing and never undoes what an editor did.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Length, Substr
from django.utils import timezone
from rapidfuzz import fuzz

from .cleaning import clean_line, clean_text, clean_url
from .drafts import CitationDraft, EventDraft, Origin, QuoteDraft, Reading, SourceDraft
from .extraction import Article, propose, read_html, read_text
from .extraction.boilerplate import story_paragraphs
from .extraction.datelines import opening_end
from .extraction.paragraphs import paragraph_spans
from .extraction.pubdate import reference_day
from .fetching import fetch
from .models import (
    Capture,
    Citation,
    Event,
    ImportBatch,
    ImportRow,
    Incident,
    Membership,
    Quote,
    Source,
    changing,
    text_hash,
    url_key,
)
from .temporal import propose_genre

ROWS_AT_ONCE = 20  # in a transaction: other writers wait for it
PAUSE = 0.01  # seconds after each, in which SQLite lets one of them in
MOST_COMPARED = 200  # texts that a new one is compared with, the latest first
MOST_READ = 20_000  # characters of each
ALIKE = 90  # per cent of the words: above it a text is proposed as a copy
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


# --- The source ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Found:
    """What the database knows of a report: the source that it is, or the one whose text it repeats."""

    source: Source | None = None
    copy_of: Source | None = None
    same_text: bool = False


def find_source(draft: SourceDraft, text: str) -> Found:
    """Look for the report itself, or else for the one whose text it repeats."""
    if known := known_source(draft, text):
        return Found(known, None, known.captures.filter(text_hash=text_hash(text)).exists())
    return Found(None, with_this_text(text).first() or alike(text), False)


def known_source(draft: SourceDraft, text: str) -> Source | None:
    """Look for the report by its address, or by its text where neither has an address."""
    if key := url_key(draft.url):
        return Source.objects.filter(url_key=key).first()
    publisher = draft.publisher or draft.credit
    same_place = Q(publisher=publisher) | Q(publisher="") if publisher else Q(url_key="")
    return with_this_text(text).filter(same_place).first()


def with_this_text(text: str) -> QuerySet[Source]:
    return Source.objects.filter(captures__text_hash=text_hash(text)).order_by("pk")


def alike(text: str) -> Source | None:
    """Return the source of a known text that has nearly all words of this one, in whatever order."""
    length = len(text)
    as_long = Capture.objects.annotate(length=Length("text"), beginning=Substr("text", 1, MOST_READ))
    as_long = as_long.filter(length__gte=length * 4 // 5, length__lte=length * 5 // 4, length__gt=0)
    for beginning, source in as_long.order_by("-pk").values_list("beginning", "source")[:MOST_COMPARED]:
        if fuzz.token_sort_ratio(text[:MOST_READ], beginning, score_cutoff=ALIKE):
            return Source.objects.get(pk=source)
    return None


@dataclass(frozen=True, slots=True)
class KeptSource:
    source: Source
    capture: Capture
    created: bool


def keep_source(
    draft: SourceDraft, text: str, *, corrected: bool = False, http_status: int | None = None
) -> KeptSource:
    """Store the report, or find it again; a changed text becomes a further capture.

    What is known of a source stays, and is only filled up; with `corrected`, the draft is what an editor made of it.
    """
    found = find_source(draft, text)
    with transaction.atomic():
        source = found.source or new_source(draft, text, found.copy_of)
        if found.source:
            fill_up(source, draft, corrected=corrected)
        capture, _ = Capture.objects.get_or_create(
            source=source, text_hash=text_hash(text), defaults={"text": text, "http_status": http_status}
        )
    return KeptSource(source, capture, found.source is None)


def fill_up(source: Source, draft: SourceDraft, *, corrected: bool) -> None:
    """Give a known source what the draft says, where nothing is known or where an editor has corrected it."""
    said = {
        "title": clean_line(draft.title)[:500],
        "publisher": clean_line(draft.publisher)[:200],
        "authors": authors_of(draft),
        "credit": clean_line(draft.credit)[:100],
        "language": draft.language,
        "published": draft.published,
    }
    new = {
        name: value
        for name, value in said.items()
        if value and value != str(getattr(source, name) or "") and (corrected or not getattr(source, name))
    }
    if draft.genre and draft.genre != source.genre:  # settled before: what is known has been asked already
        new["genre"] = draft.genre
    if "published" in new:
        new["published_from"] = draft.published_from[:100]
    for name, value in new.items():
        setattr(source, name, value)
    if new:
        source.save()


def authors_of(draft: SourceDraft) -> str:
    return "; ".join(clean_line(author) for author in draft.authors)[:500]


def new_source(draft: SourceDraft, text: str, copy_of: Source | None) -> Source:
    return Source.objects.create(
        title=clean_line(draft.title)[:500] or first_words(text),
        # An agency's text of which no other publisher is known is that agency's.
        publisher=clean_line(draft.publisher or draft.credit)[:200],
        authors=authors_of(draft),
        url=clean_url(draft.url) if draft.url else "",
        published=draft.published,
        published_from=draft.published_from[:100],
        language=draft.language,
        credit=clean_line(draft.credit)[:100],
        genre=draft.genre,
        copy_of=copy_of.copy_of if copy_of and copy_of.copy_state == Source.CopyState.CONFIRMED else copy_of,
        copy_state=Source.CopyState.PROPOSED if copy_of else Source.CopyState.NONE,
    )


def first_words(text: str) -> str:
    """Name a report that has no title by the beginning of its story, behind a date stamp and a dateline."""
    beginning = text[:600].lstrip()
    line = clean_line(beginning[opening_end(beginning[:300]) :])
    if len(line) <= 80:
        return line
    return line[:80].rsplit(" ", 1)[0] + " …"


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
    event = Event.objects.filter(import_ref=row.import_ref).first()
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
        Membership.objects.get_or_create(incident=batch.incident, event=event)
    row.event = event
    row.save(update_fields=["outcome", "event"])


def new_proposal(draft: EventDraft, import_ref: str, batch: ImportBatch) -> Event:
    event = Event(state=Event.State.PROPOSED, import_ref=import_ref, body=clean_text(draft.body))
    fill(event, draft)
    event.save()
    Membership.objects.create(incident=batch.incident, event=event)
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
    """Return the draft that a row holds as JSON."""

    def reading(value: dict[str, Any] | None) -> Reading | None:
        return Reading(**value) if value else None

    citations = tuple(
        CitationDraft(
            source=SourceDraft(**{**given["source"], "authors": tuple(given["source"]["authors"])}),
            quotes=tuple(QuoteDraft(**quote) for quote in given["quotes"]),
            date=reading(given["date"]),
            locator=given["locator"],
            disputes=given["disputes"],
        )
        for given in stored["citations"]
    )
    return EventDraft(
        **{
            **stored,
            "date": reading(stored["date"]),
            "alternatives": tuple(Reading(**other) for other in stored["alternatives"]),
            "citations": citations,
            "origin": Origin(**stored["origin"]),
        }
    )
