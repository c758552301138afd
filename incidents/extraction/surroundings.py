"""The date that a sentence without one has from what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from ..drafts import Reading
from ..temporal.edtf import EDTF
from ..temporal.limits import period_of
from .cues import Cues, first_verb
from .happenings import is_ahead
from .sayings import Saying
from .sequels import Bound

RULE = "context"
_CONFIDENCE = 0.3
_NEWS_DAYS = 8
_FEW_SENTENCES = 3
_OPENING_SENTENCES = 2
_PLAIN = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST, _LAST = -62_135_596_800, 253_402_300_799  # the years 1 and 9999, all that datetime knows


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: the EDTF values of the dates named before and after it, empty where there is none, the
    story's day and the day of publication, whether the date before was named in the same paragraph, whether the
    sentence stands within a quotation, the days before a report that opens without a date, whether the sentence stands
    in the paragraph that it opens with, whether the last date was named in this paragraph or the one before, or a few
    sentences ago, whether the paragraph has gone back with a past perfect, whether the paragraph of the last date
    also told of the story's day, and the date long past that the story opened with, of what its news is about."""

    since: str
    said: str
    main: str
    published: str
    goes_on: bool
    is_quoted: bool
    behind: str = ""
    until: str = ""
    recent: str = ""
    is_opening: bool = True
    is_near: bool = True
    is_flashback: bool = False
    is_aside: bool = False
    cause: str = ""


class Surroundings:
    """Where a story stands in time as it is read, sentence by sentence.

    A story has a day of its own, the first that it names for what it tells, and the date named last.
    """

    def __init__(self, reference: date | None, genre: str = "news") -> None:
        self.published = reference.isoformat() if reference else ""
        self._news_since = _days_before(reference).isoformat() if reference and genre == "news" else ""
        self._recent = _between(self._news_since, self.published) if self._news_since else ""
        self._main = self._last = self._said = ""
        self._is_here = False
        self._behind = ""
        self._is_flashback = False
        self._paragraphs = self._sentences = 0
        self._dated = 0, 0
        self._told = -1
        self._earliest = self._cause = ""

    def place(self, is_quoted: bool) -> Place:
        self._sentences += 1
        paragraph, sentence = self._dated
        is_aside = self._told == paragraph or bool(self._recent and paragraph < 2)  # its news opened it
        is_near = self._paragraphs < paragraph + 2 or 0 < sentence >= self._sentences - _FEW_SENTENCES
        is_near |= "" < self._main <= self._earliest  # it never left its day
        return Place(
            self._last, self._said, self._main, self.published, self._is_here, is_quoted, self._behind,
            recent=self._recent, is_opening=self._paragraphs < 2,
            is_near=is_near, is_flashback=self._is_flashback, is_aside=is_aside, cause=self._cause,
        )  # fmt: skip

    def open_dated(self) -> None:
        """Take in that the first sentence has a date: what comes without one is placed by that."""
        self._recent = ""

    @property
    def day(self) -> str:
        """The date named last where that is a day, else the story's day."""
        return self._last if _is_day(self._last) else self._main

    @property
    def first_day(self) -> str:
        """The story's day or that named last, whichever is earlier."""
        return min(self.day, self._main) or self.day

    @property
    def ends_of_last(self) -> tuple[str, ...]:
        """The first and the last day of the date named last, if that was in this paragraph and both are known."""
        ends = _bounds(self._last) if self._last and self._is_here else ()
        return ends if all(ends) else ()

    def begin_paragraph(self) -> None:
        self._paragraphs += 1
        self._is_here = self._is_flashback = False
        self._behind = ""

    def pass_undated(self, sentence: str, cues: Cues) -> None:
        """Take in whether a past perfect leads the paragraph back: what follows it in the simple past is of then."""
        if cues.before.search(sentence):
            had_been = what_had_been(sentence, cues)
            self._is_flashback |= had_been is not None and not _is_reported(sentence, had_been.start(), None, cues)
        elif self._is_flashback and cues.perfect.search(sentence):
            self._is_flashback = False

    def recall(self, edtf: str) -> None:
        """Remember a date from before the story's day that a paragraph speaks of: "in the 27 November deal, …"."""
        if self._main and edtf and "X" not in edtf and _start(edtf) and "" < _end(edtf) < self._main:
            self._behind = edtf

    def pass_by(self, dates: Iterable[str]) -> None:
        """Take in all dates of a sentence: a story that names an earlier one than its day may come back to it."""
        known = [edtf for edtf in dates if edtf and "X" not in edtf and _end(edtf)]
        self._earliest = min(filter(None, [self._earliest, *map(_end, known)]), default="")
        if not self._cause and self._paragraphs < 2 and self._sentences <= _OPENING_SENTENCES:
            self._cause = next((edtf for edtf in known if _start(edtf) and _end(edtf) < self._news_since), "")

    def note(self, edtf: str, *, is_saying: bool = False) -> bool:
        """Remember the date of something told, unless it lies after the publication or nowhere on the calendar.

        Once a story has its day, that of a saying is no day that its tale goes on from.
        """
        if not edtf or "X" in edtf or not _start(edtf) or not _end(edtf):
            return False
        if self.published and _start(edtf) > self.published:
            return False
        self._said = edtf
        if is_saying and self._main:
            return False
        self._last = edtf
        self._is_here = True
        self._is_flashback = False
        self._dated = self._paragraphs, self._sentences
        is_long_past = self._recent and edtf < _start(self._recent)  # no day of a report that opens without one
        if not self._main and _is_day(edtf) and not is_long_past:
            self._main = edtf[:10]
        if self._main and _end(edtf) >= self._main:
            self._told = self._paragraphs
        return True


def is_news(edtf: str, published: date | None) -> bool:
    """Tell one of the days before the publication, or that itself."""
    if published is None or not edtf or "X" in edtf or not _end(edtf):
        return False
    first = _days_before(published).isoformat()
    return first <= _start(edtf) and _end(edtf) <= published.isoformat()


def _days_before(published: date) -> date:
    return date.fromordinal(max(1, published.toordinal() - _NEWS_DAYS))


def infer(sentence: str, place: Place, saying: Saying | None, cues: Cues) -> Reading:
    """Give the reading of a sentence without a date at a place of a story.

    Within a paragraph tales go forward: what is told lies between the dates named before and after it, or up to the
    publication where the next one looks back. What a report opens with is news of the last days. A new paragraph, and
    what is said, keeps to the day last named, unless that looked back; in a story that opens with a date long past, as
    a verdict does with that of the crime, a new paragraph may tell of that. What had happened lies before it; what has
    happened, no later than the publication; what is to come, after it. What somebody is quoted with may be of any time
    before it. The confidence is low, for nothing in the sentence says so.
    """
    edtf = _inferred(sentence, place, saying, cues)
    return Reading("", edtf, "", RULE, place.published, _CONFIDENCE if edtf else 0.0)


def widened(reading: Reading, since: str) -> Reading:
    """Let a reading begin no later than another date."""
    if not since or not _start(since) or not reading.edtf or not _end(reading.edtf):
        return reading
    return replace(reading, edtf=_between(since, _end(reading.edtf)))


def narrowed(reading: Reading, about: Iterable[str], said: Iterable[str], sentence: str, cues: Cues) -> Reading:
    """Let what has happened follow the dates of what it is about and precede that of its saying: "have arrested a man
    over the raid of Saturday, police said on Monday"."""
    verb = first_verb(sentence, cues)
    if verb is None or not cues.perfect.match(sentence, verb.start()) or not reading.edtf:
        return reading
    start, end = _bounds(reading.edtf)
    end = min((_end(edtf) for edtf in said if edtf and "X" not in edtf and start < _end(edtf) < end), default=end)
    inside = [
        edtf for edtf in about if edtf and "X" not in edtf and "" < start < _start(edtf) and "" < _end(edtf) <= end
    ]
    latest = max(map(_start, inside), default=start)
    return replace(reading, edtf=_between(latest, end)) if (latest, end) != _bounds(reading.edtf) else reading


def beside(edtf: str, bound: Bound, place: Place, otherwise: Reading) -> Reading:
    """Give the reading of what lies on one side of a date of its sentence; the other one where that has no days."""
    if not edtf or "X" in edtf or not _start(edtf) or not _end(edtf):
        return otherwise
    if bound is Bound.BEFORE and place.published and _end(edtf) > place.published:
        return otherwise
    if otherwise.edtf.endswith("..]"):  # "After the loss of last year, it will cut jobs"
        return otherwise
    if bound is Bound.BEFORE:
        return replace(otherwise, edtf=f"[..{edtf}]" if _PLAIN.fullmatch(edtf) else _until(_end(edtf)))
    return replace(otherwise, edtf=(bound is Bound.SOON and _soon_after(edtf, place)) or _of_a_tale(place, edtf))


def _soon_after(edtf: str, place: Place) -> str:
    """Give a day, month or year and the next one, none of them after the publication."""
    period = period_of(edtf) if _PLAIN.fullmatch(edtf) else None
    if period is None or period.year < 1:
        return ""
    following = period.shifted(1).edtf
    return f"[{edtf}..{following}]" if not place.published or _end(following) <= place.published else ""


def _inferred(sentence: str, place: Place, saying: Saying | None, cues: Cues) -> str:
    since, published = _resumed(place), place.published
    if place.is_quoted:
        return _until(published)
    had_been = what_had_been(sentence, cues)
    if had_been is not None:
        return _until(
            _end(since) if since and not _is_reported(sentence, had_been.start(), saying, cues) else published
        )
    if is_ahead(sentence, cues):
        is_open = since and saying is None and cues.conditional.search(sentence)  # "The lead would end after a lap"
        return f"[{_start(since) if is_open else published}..]" if published else ""
    if _may_be_long_ago(sentence, cues):
        return _until(published)
    has_been = cues.perfect.search(sentence)
    if has_been and saying is None and (not place.is_near or cues.repeated.search(sentence)):  # "has won it twice"
        return _until(published)
    if has_been and (saying is None or has_been.start() <= saying.end):
        return _between("" if saying is None and _is_beside_a_state(sentence, has_been, cues) else since, published)
    past = cues.past.search(sentence) or cues.telling.search(sentence)  # "verlor", "brak": strong verbs
    if past is None:
        return published
    if (verb := first_verb(sentence, cues)) and cues.progressive.match(sentence, verb.start()):
        return published
    if cues.present.search(sentence, 0, past.start()):  # "The captain believes that two men left the boat"
        return _until(published)
    earlier = cues.earlier.search(sentence) is not None
    if earlier and place.main and _end(since) > place.main:
        return _between(place.main, _end(since))
    is_saying = saying is not None or cues.voices.search(sentence) is not None
    if is_saying and not since:
        since = place.recent
    if not is_saying and place.is_flashback:
        return _until(_end(since) if since else published)
    is_resumed = since != place.since
    goes_back = is_resumed and place.since and not (place.goes_on or place.behind or place.is_aside)
    is_reaction = is_saying or _is_reaction(sentence, cues)
    if not is_saying and (goes_back or not place.is_near):
        return _between(since, published) if since and is_reaction else _until(published)
    if _is_day(since) and not is_resumed and place.cause and not (place.goes_on or is_reaction):
        return _between(place.cause, _end(since))
    if _is_day(since) and not is_resumed and (is_saying or not place.goes_on):
        return (place.said if is_saying and _is_day(place.said) else since)[:10]
    if is_saying:
        return _between(place.behind or since, published)
    return _of_a_tale(place, place.behind or since)


def _of_a_tale(place: Place, since: str) -> str:
    """Give the days of what is told after a date: up to the next one; where that looked back, up to the story's."""
    latest = place.main if since and place.main and _end(since) < place.main else place.published
    if (
        since
        and since != place.recent
        and place.until
        and _start(since) <= _start(place.until)
        and _end(place.until) <= latest
    ):
        latest = _end(place.until)
    return _between(since, latest)


def _resumed(place: Place) -> str:
    """Give the date that a sentence follows on from: the one named last, but where a paragraph looked back the next
    one takes up the story's day again."""
    if not place.since:
        return place.recent if place.is_opening else ""
    story = place.main or place.recent
    has_looked_back = story and _end(place.since) < _start(story)
    return story if has_looked_back and not place.goes_on else place.since


def _until(end: str) -> str:
    return f"[..{end}]" if end else ""


def _between(since: str, end: str) -> str:
    """Give the days from the start of a date to an ISO date; open before it where nothing says since when."""
    start = _start(since) if since else ""
    if end and not start:
        return _until(end)
    return f"[{start}..{end}]" if start < end else end or start


def what_had_been(sentence: str, cues: Cues) -> re.Match[str] | None:
    """Find the past perfect of a main clause, or a "previously"."""
    verb = first_verb(sentence, cues)
    before = cues.before.search(sentence)
    while before and verb and before.start() <= verb.start():
        following = _behind_aside(sentence, before, cues)
        if not following:
            return before
        verb = cues.verbs.search(sentence, following)
        before = cues.before.match(sentence, verb.start()) if verb else None
    return cues.previously.search(sentence)


def _behind_aside(sentence: str, verb: re.Match[str], cues: Cues) -> int:
    """Give where a sentence goes on behind a clause that tells of its subject or stands in front, 0 for its main one:
    "The women, who had come by bus, left", "After he had left, the house burned"."""
    last = None
    for found in cues.relative_words.finditer(sentence, 0, verb.end()):
        last = found
    comma = sentence.find(", ", verb.end())
    if last and "," not in sentence[last.end() : verb.start()]:
        return comma if comma > 0 and sentence.endswith(",", 0, last.start()) else verb.end()
    if cues.subordinate.match(sentence) and "," not in sentence[: verb.start()]:
        return max(0, comma)
    return 0


def _is_reported(sentence: str, position: int, saying: Saying | None, cues: Cues) -> bool:
    """Tell what somebody is said to have said: "they had left" was then "we left" or "we have left", of any time."""
    if saying is None:
        return cues.plain.search(sentence, position) is not None
    return saying.trailing or position >= saying.end


def _is_day(edtf: str) -> bool:
    return bool(edtf) and _start(edtf) == _end(edtf) != ""


def _is_reaction(sentence: str, cues: Cues) -> bool:
    """Tell what somebody does about the news of a story: "The premier offered his condolences"."""
    return any(found["responded"] for found in cues.kinds.finditer(sentence))


def _may_be_long_ago(sentence: str, cues: Cues) -> bool:
    """Tell "She left at the age of six" and "two years after the fight" from "He died at the age of 56"."""
    found = cues.loose.search(sentence)
    return found is not None and not (found["age"] and cues.dying.search(sentence))


def _is_beside_a_state(sentence: str, has_been: re.Match[str], cues: Cues) -> bool:
    """Tell a perfect behind a verb of now: "The valve is a strip of steel, which has caused leaks"."""
    verb = first_verb(sentence, cues)
    is_apart = verb is not None and verb.end() + 1 < has_been.start()  # not "are said to have"
    return verb is not None and is_apart and cues.present.match(sentence, verb.start()) is not None


def _start(edtf: str) -> str:
    return _bounds(edtf)[0]


def _end(edtf: str) -> str:
    return _bounds(edtf)[1]


@lru_cache(maxsize=256)
def _bounds(edtf: str) -> tuple[str, str]:
    value = EDTF.parse(edtf)
    return _day(value.earliest), _day(value.latest)


def _day(seconds: int) -> str:
    """Give the ISO date of a second; "" of one beyond what datetime knows, an open end too."""
    if not _FIRST <= seconds <= _LAST:
        return ""
    return (_EPOCH + timedelta(seconds=seconds)).date().isoformat()
