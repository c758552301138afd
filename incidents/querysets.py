"""The questions that views, feeds, exports and the admin ask. Everything a reader sees begins at `published()`."""

from __future__ import annotations

from typing import Any, Self

from django.apps import apps
from django.db.models import Exists, F, FilteredRelation, OuterRef, Prefetch, Q, QuerySet, Value

from . import languages


def addresses(slug: str) -> tuple[dict[str, str], ...]:
    """Return the two ways to have an address: now, and before."""
    return {"slug": slug}, {"old_slugs__slug": slug}


def translations_here(model: str, path: str = "") -> Prefetch[Any]:
    """Return what fetches the published translations into the language at hand beside what they translate.

    `path` leads to that, from the rows that are asked for.
    """
    rows = apps.get_model("incidents", model)._default_manager
    return Prefetch(f"{path}translations", rows.told_here(), to_attr="public_translations")  # type: ignore[attr-defined]


class TranslationQuerySet(QuerySet):
    """Translations of what `of` names."""

    of = ""

    def published(self) -> Self:
        """Those that readers may see: of what is not public no word is, in any language."""
        return self.filter(state="published", **{f"{self.of}__state": "published"})

    def told_here(self) -> Self:
        """Those that readers see in the language at hand: none of what is told in it itself."""
        code = languages.current()
        own = Q(**{f"{self.of}__language": code}) | Q(**{f"{self.of}__language__startswith": f"{code}-"})
        return self.published().filter(language=code).exclude(own)


class EventTranslationQuerySet(TranslationQuerySet):
    of = "event"


class IncidentTranslationQuerySet(TranslationQuerySet):
    of = "incident"


class IncidentQuerySet(QuerySet):
    def published(self) -> Self:
        return self.filter(state="published")

    def told_here(self) -> Self:
        """With their words in the language at hand, without a query of their own."""
        code = languages.current()
        here = Q(translations__language=code, translations__state="published")
        joined = self.annotate(translated=FilteredRelation("translations", condition=here), translated_into=Value(code))
        return joined.select_related("translated")

    def told_everywhere(self) -> Self:
        """With their words in every language."""
        rows = apps.get_model("incidents", "IncidentTranslation")._default_manager.published()  # type: ignore[attr-defined]
        return self.prefetch_related(Prefetch("translations", rows, to_attr="public_translations"))

    def withdrawn(self) -> Self:
        """The door to the 410 answer: the address and the public reason, nothing else."""
        return self.filter(state="withdrawn")

    def answering(self, slug: str) -> Any:
        """Return the incident that an address leads to: the public one that has it or had it, else a withdrawn one.

        None for an address that tells readers nothing. Of a moved one the slug is another than was asked for.
        """
        tries = [rows.filter(**one) for rows in (self.published(), self.withdrawn()) for one in addresses(slug)]
        return next((found for rows in tries if (found := rows.first())), None)


class EventQuerySet(QuerySet):
    def published(self) -> Self:
        return self.filter(state="published")

    def withdrawn(self) -> Self:
        """The door to the 410 answer: the address and the public reason, nothing else."""
        return self.filter(state="withdrawn")

    def told_here(self) -> Self:
        """With their words in the language at hand."""
        return self.prefetch_related(translations_here("EventTranslation"))

    def awaiting_review(self) -> Self:
        return self.filter(state="proposed")

    def on_timeline(self) -> Self:
        """Draft or published: what a proposal can be added to."""
        return self.filter(state__in=("draft", "published"))

    def in_order(self) -> Self:
        """By when it happened; coarser dates first among equals; undated last."""
        return self.order_by(F("position").asc(nulls_last=True), "order", F("latest").desc(nulls_last=True), "pk")

    def coming_after(self, last: Any) -> Self:
        """Those that come after one in in_order(): keyset paging, whose cost does not grow with the page number."""
        if last.position is None:
            return self.filter(position=None).filter(Q(order__gt=last.order) | Q(order=last.order, pk__gt=last.pk))
        same = Q(position=last.position)
        return self.filter(
            Q(position__gt=last.position)
            | Q(position=None)
            | same & Q(order__gt=last.order)
            | same & Q(order=last.order, latest__lt=last.latest)
            | same & Q(order=last.order, latest=last.latest, pk__gt=last.pk)
        )

    def coming_before(self, first: Any) -> Self:
        """Those that come before one in in_order()."""
        if first.position is None:
            before = Q(order__lt=first.order) | Q(order=first.order, pk__lt=first.pk)
            return self.filter(Q(position__isnull=False) | Q(position=None) & before)
        same = Q(position=first.position)
        return self.filter(
            Q(position__lt=first.position)
            | same & Q(order__lt=first.order)
            | same & Q(order=first.order, latest__gt=first.latest)
            | same & Q(order=first.order, latest=first.latest, pk__lt=first.pk)
        )

    def in_reverse(self) -> Self:
        """The other way round than in_order(), to page backwards."""
        return self.order_by(F("position").desc(nulls_first=True), "-order", F("latest").asc(nulls_first=True), "-pk")

    def latest_first(self) -> Self:
        return self.order_by(F("changed_at").desc(nulls_last=True), "-pk")

    def overlapping(self, earliest: int, latest: int) -> Self:
        """Events that may have happened between two seconds, both included: inexact dates by their bounds."""
        return self.filter(earliest__lte=latest, latest__gte=earliest)

    def known_on(self, second: int) -> Self:
        """Events that a supporting source had told by that second."""
        return self.filter(known__lte=second)

    def in_incident(self, incident: object) -> Self:
        return self.filter(memberships__incident=incident)


class SourceQuerySet(QuerySet):
    def published(self) -> Self:
        """Sources that a published event cites, or a link between two published events."""
        event = Q(citations__event__state="published")
        link = Q(
            citations__link__from_event__state="published",
            citations__link__to_event__state="published",
        )
        return self.filter(event | link).distinct()


class CitationQuerySet(QuerySet):
    def published(self) -> Self:
        event = Q(event__state="published")
        link = Q(link__from_event__state="published", link__to_event__state="published")
        return self.filter(event | link)

    def supporting(self) -> Self:
        return self.filter(stance="supports")


class LinkQuerySet(QuerySet):
    def published(self) -> Self:
        """Links of which both ends are public."""
        return self.filter(from_event__state="published", to_event__state="published")


class EntityQuerySet(QuerySet):
    def published(self) -> Self:
        """Those that a published event names: of the others not even the name is public."""
        return self.filter(roles__event__state="published").distinct()


class TagQuerySet(QuerySet):
    def published(self) -> Self:
        """Those that a published event is filed under."""
        return self.filter(event__state="published").distinct()


# --- Doors to what was said before ------------------------------------------------------------------------------------


def withdrawn_since(event: str, moment: str) -> Exists:
    """Whether an event was withdrawn at a moment or later; both are named by their columns."""
    history = apps.get_model("incidents", "HistoricalEvent")._default_manager
    return Exists(history.filter(id=OuterRef(event), state="withdrawn", history_date__gte=OuterRef(moment)))


class VersionQuerySet(QuerySet):
    def published(self) -> Self:
        """Versions of what is public now; what was withdrawn once stays so, when the event is published again."""
        return self.filter(~withdrawn_since("event_id", "at"), event__state="published")


class CorrectionQuerySet(QuerySet):
    def published(self) -> Self:
        """Corrections of what is public now; `compares` says whether readers may see the versions themselves."""
        compares = ~withdrawn_since("event_id", "before__at")
        return self.filter(event__state="published").annotate(compares=compares)

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")

    def coming_after(self, last: Any) -> Self:
        """Those that come after one in latest_first()."""
        return self.filter(Q(at__lt=last.at) | Q(at=last.at, pk__lt=last.pk))

    def with_event(self) -> Self:
        """With what is shown beside them; the contents of versions are long, and are not."""
        rows = self.select_related("event", "before", "after").defer("before__snapshot", "after__snapshot")
        return rows.prefetch_related(translations_here("EventTranslation", "event__"))
