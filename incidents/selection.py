"""Which published events a reader asks for: the same words on pages, in their data, in feeds and in the API."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef, Q, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _

from . import search
from .languages import current, told
from .models import Citation, Entity, EntityRole, Event, Incident, Membership, Tag
from .models.entries import said
from .plaindates import read_typed
from .querysets import EventQuerySet
from .temporal import PlainDateError
from .temporal.edtf import EDTF, day_of, narrow
from .temporal.gregorian import DAY_SECONDS, MAX_SECONDS, MIN_SECONDS

MOST_FOUND = 2_000  # events that a search text selects, the best found
MOST_TYPED = 300  # characters of one word of an address
SLUG = re.compile(r"[-\w]{1,80}", re.ASCII)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")
KINDS: tuple[str, ...] = tuple(Event.Kind.values)
# Names that are Python's own, or say too little in it, and what they are in addresses.
IN_ADDRESS = {"since": "from", "until": "to"}


class BadFilter(ValueError):
    """A filter that means nothing: `name` is the filter, the message says what would be right."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


@dataclass(frozen=True, slots=True)
class Selection:
    """Which published events. Empty words select nothing out.

    `since`, `until` and `when` are dates, in EDTF or in words: what may have happened then is selected, bounds
    included. `changed` is a day: what readers were told, or told otherwise, on it or later.
    """

    incident: str = ""
    entity: str = ""
    tag: str = ""
    kind: str = ""
    since: str = ""
    until: str = ""
    q: str = ""
    publisher: str = ""
    language: str = ""
    when: str = ""
    certainty: str = ""
    changed: str = ""

    @classmethod
    def of(cls, words: Mapping[str, str], **fixed: str) -> Selection:
        """Read the words of an address; what is `fixed` is said by its path."""
        typed = {name: words.get(IN_ADDRESS.get(name, name), "") for name in NAMES}
        # PostgreSQL takes no NUL.
        asked = {name: value.replace("\x00", "\ufffd").strip() for name, value in typed.items()}
        for name, value in asked.items():
            if len(value) > MOST_TYPED:
                name = IN_ADDRESS.get(name, name)
                raise BadFilter(name, _("It has at most %s characters.") % MOST_TYPED)
        return cls(**{**asked, **fixed})

    @property
    def given(self) -> dict[str, str]:
        """The words that select something out, by their names here."""
        return {name: value for name in NAMES if (value := getattr(self, name))}

    @property
    def period(self) -> tuple[int, int] | None:
        """The seconds that are asked for, where both a beginning and an end are; what is asked is known to be right."""
        if self.when:
            dates = [date_of("when", self.when)] * 2
        else:
            dates = [date_of("from", self.since), date_of("to", self.until)]
        first, last = dates
        bounded = first and last and first.earliest != MIN_SECONDS and last.latest != MAX_SECONDS
        return (first.earliest, last.latest) if first and last and bounded else None

    @property
    def days(self) -> str:
        """The period in EDTF, as a year or a month where it is a whole one, else by its days; empty for none."""
        if self.when:
            since = until = date_of("when", self.when)
        else:
            since, until = date_of("from", self.since), date_of("to", self.until)
        first = str(day_of(since.earliest)) if since and since.earliest != MIN_SECONDS else ".."
        last = str(day_of(until.latest)) if until and until.latest != MAX_SECONDS else ".."
        if first == last:
            return "" if first == ".." else first
        shorter = (first.removesuffix("-01-01"), first.removesuffix("-01")) if first.endswith("-01") else ()
        return next((short for short in shorter if is_all_of(short, since, until)), f"{first}/{last}")

    @property
    def typed_period(self) -> str:
        """The period as a reader may have typed it: as they did, else in words that are read as the same, else EDTF."""
        if self.when or not (days := self.days):
            return self.when
        words = said(days)
        try:
            return words if same_bounds(date_of("when", words), EDTF.parse(days)) else days
        except BadFilter:
            return days

    def for_data(self) -> Selection:
        """The same for the addresses of data, which stand in no language: dates that are not in English in EDTF."""
        if current().partition("-")[0] == "en":
            return self
        dates = {"since": date_of("from", self.since), "until": date_of("to", self.until)}
        dates["when"] = date_of("when", self.when)
        return self.replaced(**{name: str(value or "") for name, value in dates.items()})

    def replaced(self, **words: str) -> Selection:
        return replace(self, **words)

    def query(self, *without: str, **changed: str) -> str:
        """Return the words as the query of an address, those of its path left out; empty for none."""
        return urlencode(self.replaced(**changed).words(*without))

    def words(self, *without: str) -> dict[str, str]:
        """Return the words that select something out, as they are called in addresses."""
        return {IN_ADDRESS.get(name, name): value for name, value in self.given.items() if name not in without}

    # --- Rows ---------------------------------------------------------------------------------------------------

    def events(self, within: Incident | None = None, among: Sequence[int] | None = None) -> EventQuerySet[Event]:
        """Return the published events of the selection, in no order. Raises BadFilter.

        `within` is the published incident that it names, `among` are the events that its text finds, where these are
        at hand.
        """
        events = Event.objects.published()
        for name in ("incident", "entity", "tag"):
            if getattr(self, name) and not SLUG.fullmatch(getattr(self, name)):
                raise BadFilter(name, _("It is an address: letters, digits, hyphens and low lines, at most 80."))
        if self.incident:
            events = events.in_incident(within or published_incident(self.incident))
        if self.entity:
            known = Entity.objects.filter(slug=self.entity)
            events = events.filter(pk__in=EntityRole.objects.filter(entity__in=known).values("event"))
        if self.tag:
            tags = Tag.objects.filter(slug=self.tag)
            events = events.filter(pk__in=Event.tags.through.objects.filter(tag__in=tags).values("event"))
        if self.kind:
            if self.kind not in KINDS:
                raise BadFilter("kind", _("There is no such kind; there are: %s.") % ", ".join(KINDS))
            events = events.filter(kind=self.kind)
        if self.publisher:
            cited = Citation.objects.filter(source__publisher=self.publisher, event__isnull=False)
            events = events.filter(pk__in=cited.values("event"))
        if self.language:
            if not LANGUAGE.fullmatch(self.language):
                raise BadFilter("language", _("It is the code of a language, such as en or pt-BR."))
            events = events.filter(language=self.language)
        if self.certainty:
            events = as_certain(events, self.certainty)
        if self.changed:
            events = events.filter(changed_at__gte=beginning_of("changed", self.changed))
        if self.q.strip():
            events = events.filter(pk__in=self.ranked() if among is None else among)
        return self.in_time(events)

    def ranked(self) -> list[int]:
        """Return the events that its text finds, whatever else is asked for, the best first. Raises BadFilter."""
        return found(self.q)

    def in_time(self, events: EventQuerySet[Event]) -> EventQuerySet[Event]:
        since, until = date_of("from", self.since), date_of("to", self.until)
        if since and until and until.latest < since.earliest:
            raise BadFilter("to", _("It lies before “from”; give a date that is not before it."))
        if since:
            events = events.filter(latest__gte=since.earliest)
        if until:
            events = events.filter(earliest__lte=until.latest)
        if when := date_of("when", self.when):
            events = events.overlapping(when.earliest, when.latest)
        return events

    def incidents(self) -> list[Incident]:
        """Return the published incidents that are told of: one, those of the selected events, or all."""
        if self.incident:
            return [published_incident(self.incident)]
        incidents = Incident.objects.published().told_everywhere()
        if self != Selection():
            places = Membership.objects.filter(event__in=self.events())
            incidents = incidents.filter(pk__in=places.values("incident"))
        return list(incidents.order_by("slug"))


NAMES: tuple[str, ...] = tuple(one.name for one in fields(Selection))
MARKS = ("?", "~", "%")  # of doubt, in the text of a date
DOUBTFUL = Q(*(("written__contains", mark) for mark in MARKS), _connector=Q.OR)
ONE_DAY = Q(latest__lt=F("earliest") + DAY_SECONDS)
WRITTEN = Cast("date", TextField())  # as which the conditions below look for marks
DISPUTING = Citation.objects.filter(event=OuterRef("pk"), stance=Citation.Stance.DISPUTES)
CERTAIN: dict[str, Q] = {
    "exact": ONE_DAY & ~DOUBTFUL,
    "coarse": Q(position__isnull=False) & ~ONE_DAY & ~DOUBTFUL,
    "doubtful": DOUBTFUL,
    "disputed": Q(Exists(DISPUTING)),
}


def as_certain(events: EventQuerySet[Event], certainty: str) -> EventQuerySet[Event]:
    """Keep what is dated so surely: to one day, to a wider time, with a mark of doubt, or disputed by a source."""
    if certainty not in CERTAIN:
        raise BadFilter("certainty", _("There is no such certainty; there are: %s.") % ", ".join(CERTAIN))
    return events.alias(written=WRITTEN).filter(CERTAIN[certainty])


def published_incident(slug: str) -> Incident:
    found = Incident.objects.published().filter(slug=slug).first()
    if found is None:
        raise BadFilter("incident", _("No public timeline has this address; /api/incidents lists those there are."))
    return found


def date_of(name: str, text: str) -> EDTF | None:
    """Read a date of a filter: EDTF, or words in the reader's language or English.

    A part of a time is its days: "late 2021" begins with September. Words that count from today are refused: an
    address says the same tomorrow.
    """
    if not text.strip():
        return None
    languages = (current().partition("-")[0], "en")
    try:
        read = read_typed(text, languages=languages, reference=lambda: None)
    except PlainDateError as error:
        raise BadFilter(name, told(error)) from error
    if not read.edtf:
        return None
    date = EDTF.parse(read.edtf)
    return days_between(*narrow(date, read.part)) if read.part else date


def days_between(earliest: int, latest: int) -> EDTF:
    return EDTF.parse(f"{day_of(earliest)}/{day_of(latest)}")


def same_bounds(one: EDTF | None, other: EDTF) -> bool:
    return one is not None and (one.earliest, one.latest) == (other.earliest, other.latest)


def is_all_of(short: str, since: EDTF | None, until: EDTF | None) -> bool:
    """Whether two dates bound just the year or the month that is written so."""
    if not since or not until:
        return False
    whole = EDTF.parse(short)
    return (whole.earliest, whole.latest) == (since.earliest, until.latest)


def beginning_of(name: str, text: str) -> datetime:
    """Return the first moment of a day of a filter, in the site's zone."""
    try:
        return timezone.make_aware(datetime.combine(date.fromisoformat(text), time.min))
    except (ValueError, OverflowError) as error:
        raise BadFilter(name, _("It is a day of the calendar, such as 2023-09-19.")) from error


def found(text: str) -> list[int]:
    try:
        return search.find(text, limit=MOST_FOUND)
    except search.QueryError as error:
        raise BadFilter("q", told(error)) from error
