"""Reports as sources: found again by address or text, kept, and filled up."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Length, Substr
from rapidfuzz import fuzz

from ..cleaning import clean_line, clean_url
from ..drafts import SourceDraft
from ..extraction.datelines import opening_end
from ..models import Capture, Source, text_hash, url_key

MOST_COMPARED = 200  # texts that a new one is compared with, the latest first
MOST_READ = 20_000  # characters of each
ALIKE = 90  # per cent of the words: above it a text is proposed as a copy


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
        return Source.objects.filter(url_key=key).exclude(url_key="").first()  # so that its index is taken
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
