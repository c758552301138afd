"""Score the statements that articles yield, with the scorer of the data's folder:

python ../shared/tools/score_statements.py --corpus ../shared/data/timeset --extractor bench.statements:extract
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from incidents.drafts import SourceDraft
from incidents.extraction import Article, propose
from incidents.extraction.paragraphs import paragraph_spans
from incidents.extraction.salience import WORTH_PROPOSING
from incidents.temporal.edtf import EDTF

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST, _LAST = -62_135_596_800, 253_402_300_799  # the years 1 and 9999, all that datetime knows
_OPEN_START, _OPEN_END = "0001-01-01", "9999-12-31"


def extract(text: str, published: date, language: str = "en") -> list[tuple[int, int, str, str]]:
    """Give (start, end, earliest, latest) of each statement: a span of `text` and ISO dates, empty where undated."""
    # Not through read_text: the scorer counts in the text as it is, cleaning would move offsets.
    source = SourceDraft(published=published.isoformat(), published_from="given", language=language)
    article = Article(source, text, paragraph_spans(text))
    found = []
    for draft in propose(article, inferred=True):
        if draft.salience < WORTH_PROPOSING:
            continue
        quote = draft.citations[0].quotes[0]
        edtf = draft.date.edtf if draft.date else ""
        found.append((quote.start or 0, quote.end or 0, *_closed(*_bounds(edtf), published.isoformat())))
    return found


def _closed(start: str, end: str, published: str) -> tuple[str, str]:
    """Close an open end at the publication: what a report says of "since May" it says up to its own day."""
    if end == _OPEN_END and start < published:
        end = published
    if start == _OPEN_START and end > published:
        start = published
    return start, end


def _bounds(edtf: str) -> tuple[str, str]:
    if not edtf:
        return "", ""
    value = EDTF.parse(edtf)
    if value.unspecified:
        return "", ""
    return _day(value.earliest), _day(value.latest)


def _day(seconds: int) -> str:
    """Give the ISO date of a second; an open end is the furthest date that ISO strings order rightly."""
    if not _FIRST <= seconds <= _LAST:
        return _OPEN_START if seconds < 0 else "9999-12-31"
    return (_EPOCH + timedelta(seconds=seconds)).date().isoformat()
