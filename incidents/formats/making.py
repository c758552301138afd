"""What all readers make drafts with: stable names of records, stated dates, sources out of links."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from ..cleaning import UnusableText, canonical_url, clean_line, clean_url, fold
from ..drafts import CitationDraft, Finding, Reading, SourceDraft
from ..sentences import why
from ..temporal.edtf import EDTF, EDTFError

MAX_HEADLINE = 280  # characters
MAX_WORDS = 200  # characters of date words that a draft keeps
WORDS = re.compile(r"\w+")
ZEROS = re.compile(r"(?<=[1-9])0{3,}$")
SENTENCE = re.compile(r"(.{15,280}?[.!?…])(?:\s|$)")
UNTITLED = "(untitled)"  # of a record that says when, but not what
GIVEN = "absolute"  # the rule of a date that a file gives in full


def import_ref(format_name: str, *identity: str) -> str:
    """Name a record stably by its format and what identifies it, as 32 hex digits."""
    normal = "\n".join([_normal(part) for part in identity])
    return hashlib.blake2b(f"{format_name}\n{normal}".encode(errors="replace"), digest_size=16).hexdigest()


def _normal(part: str) -> str:
    if part.isascii() and part.isalnum():  # one word, as nearly all ids are
        return part.lower()
    return " ".join(WORDS.findall(fold(part))) or part


class Refs:
    """Gives the second and later records with the same name in a file a counter, so that none is lost."""

    def __init__(self, format_name: str) -> None:
        self._format = format_name
        self._seen: dict[str, int] = {}

    def ref(self, *identity: str) -> str:
        name = import_ref(self._format, *identity)
        count = self._seen[name] = self._seen.get(name, 0) + 1
        return name if count == 1 else import_ref(self._format, name, str(count))


def headline_of(*candidates: str, is_told: bool) -> tuple[str, tuple[Finding, ...]]:
    """Return the first words that can be a headline, of a text its first sentence; a finding where there are none."""
    for place, candidate in enumerate(candidates):
        if line := clean_line(candidate):
            sentence = SENTENCE.match(line) if place else None
            line = sentence[1] if sentence else line
            return (line if len(line) <= MAX_HEADLINE else line[:MAX_HEADLINE].rsplit(" ", 1)[0] + " …"), ()
    return (UNTITLED if is_told else ""), (Finding("no-headline", "warning" if is_told else "error"),)


def with_whole(body: str, headline: str, given: str) -> str:
    """Return a text, with the whole of a headline above it that was too long to stand as one."""
    if not given.strip() and clean_line(body) == headline:
        return ""  # the headline is all that there is to tell
    whole = clean_line(given) if headline.endswith(" …") else headline
    return body if whole == headline or clean_line(body).startswith(whole) else f"{whole}\n\n{body}".strip()


# --- Dates ------------------------------------------------------------------------------------------------------------


def stated(edtf: str, words: str = "", part: str = "") -> Reading:
    """Return a date that a file gives in full, with the words it gives it in."""
    return Reading(clean_line(words or edtf)[:MAX_WORDS], edtf, part, GIVEN)


def year_text(year: int) -> str:
    """Write an astronomical year as EDTF (44 BC is -43); beyond four digits with an exponent (ISO 8601-2, 4.4)."""
    if abs(year) <= 9999:
        return f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    digits = str(year)
    if found := ZEROS.search(digits):
        return f"Y{digits[: found.start()]}E{len(found[0])}"
    return f"Y{digits}"


def day_text(
    year: int,
    month: int | None = None,
    day: int | None = None,
    clock: tuple[int, int, int] | None = None,
    zone: str = "",
) -> str:
    """Return the EDTF of a date's parts, no finer than they are.

    Raises EDTFError for a day or a time that does not exist, and for a month of a year of more than four digits.
    """
    text = year_text(year)
    if month is not None:
        text += f"-{month:02d}"
        if day is not None:
            text += f"-{day:02d}"
            if clock is not None:
                text += "T{:02d}:{:02d}:{:02d}".format(*clock) + zone
    return str(EDTF.parse(text))


def moment_text(moment: date | datetime) -> str:
    """Return the EDTF of a day or a moment, with the offset from UTC where it has one."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    if (offset := moment.utcoffset()) is not None and offset.total_seconds() % 60:
        moment = (moment - offset).replace(tzinfo=None)  # EDTF offsets have no seconds; those before 1900 do
        return f"{moment:%Y-%m-%dT%H:%M:%S}Z".rjust(20, "0")
    text = moment.replace(microsecond=0).isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def interval_text(first: str, last: str) -> str:
    """Return the interval from one EDTF date to another; just the one where both are the same."""
    return first if first == last else str(EDTF.parse(f"{first}/{last}"))


def is_before(one: str, other: str) -> bool:
    """Tell whether one EDTF date is over before another begins."""
    return EDTF.parse(one).latest < EDTF.parse(other).earliest


def spanning(first: str, last: str) -> tuple[str, tuple[Finding, ...]]:
    """Return an interval, or the start alone with a finding where the end lies before it."""
    try:
        if is_before(last, first):
            return first, (Finding("end-before-start", value=last, params=(("start", first), ("end", last))),)
        return interval_text(first, last), ()
    except EDTFError as error:
        return first, (Finding("unread-date", value=last, params=(("reason", why(error)),)),)


# --- Sources ----------------------------------------------------------------------------------------------------------


def citations_of(sources: Iterable[SourceDraft]) -> tuple[CitationDraft, ...]:
    """Cite each source once, by its canonical address; one without an address by its title and publisher."""
    found: dict[str, CitationDraft] = {}
    for source in sources:
        key = canonical_url(source.url) if source.url else f"{fold(source.title)}\n{fold(source.publisher)}"
        found.setdefault(key, CitationDraft(source))
    return tuple(found.values())


def web_sources(links: Iterable[tuple[str, str]], *, column: str) -> Iterator[SourceDraft | Finding]:
    """Turn links (address, words) into sources; an address that cannot be taken is a finding."""
    for address, words in links:
        try:
            yield SourceDraft(title=clean_line(words)[:500], url=clean_url(address))
        except UnusableText as error:
            yield Finding("bad-address", column=column, value=address[:MAX_WORDS], params=(("reason", why(error)),))


def sorted_out(
    found: Iterable[SourceDraft | Finding],
) -> tuple[tuple[CitationDraft, ...], tuple[Finding, ...]]:
    """Part sources from findings."""
    items = list(found)
    return (
        citations_of(item for item in items if isinstance(item, SourceDraft)),
        tuple(item for item in items if isinstance(item, Finding)),
    )
