"""The page of search: the events of the whole site by words, by every filter, or by both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .. import counts
from .. import results as search_results
from .. import search as full_text
from ..close import close_to
from ..facets import facets, titled
from ..models import Event
from ..models.entries import said
from ..pagecache import wants_partial
from ..querysets import EventQuerySet
from ..selection import MOST_FOUND, MOST_TYPED, BadFilter, Selection, date_of
from ..timelines import PAGE, Leaf, Turn, overview_of_found, turned
from .incident import turn_of
from .links import following

BEST, OLDEST, NEWEST = "best", "oldest", "newest"
NEAREST = 10  # events that are shown of what is close, where nothing was found


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    turn = turn_of(request)
    context = {
        "address": reverse("search"),
        "partial": wants_partial(request),
        "asked": {name: request.GET.get(name, "")[:MOST_TYPED] for name in ("q", "when")},
    }
    try:
        selection = Selection.of(request.GET)
        context |= searched(selection, request.GET.get("order", ""), turn)
    except BadFilter as error:
        context["wrong"] = {"name": error.name, "message": str(error)}
    if turn and not context.get("results") and "wrong" not in context:  # the event that it went on from is gone
        return redirect(f"{reverse('search')}?{context['selected']}")
    template = "incidents/_search.html" if context["partial"] else "incidents/search.html"
    return TemplateResponse(request, template, context, status=400 if "wrong" in context else 200)


def searched(selection: Selection, order: str, turn: Turn | None) -> dict[str, Any]:
    """Return what a selection of the whole site's events leads to. Raises BadFilter."""
    ids = selection.ranked() if selection.q else None
    choices = facets(selection, among=ids)
    order = order if order in orders(selection) else orders(selection)[0]
    context = {
        "facets": choices,
        "kept_words": selection.words("q", "since", "until", "when"),
        "asked": {"q": selection.q, "when": selection.typed_period},
        "period": said(selection.days or None),
        "selected": selection.query(),
        "title": titled(selection, choices),
        "narrowed_by": selection.for_data().query(),
        "continued": turn is not None,
        **ways_to_read(selection, order),
    }
    if selection.q and not full_text.parse_query(selection.q).terms:
        return context | {"unsearchable": True}
    return context | (found(selection, ids, order, turn) if selection.given else {})


def found(selection: Selection, ids: list[int] | None, order: str, turn: Turn | None) -> dict[str, Any]:
    """Return a page of what was found; `ids` are what the words find, whatever else is asked for, the best first."""
    query = full_text.parse_query(selection.q)
    events = selection.events(among=ids)
    if ids is not None and order == BEST:
        in_order = kept_in_order(ids, events)
        number = len(in_order)
        page = ranked_page(in_order, turn)
    else:
        number = events.count()
        page = page_in_time(events, turn, newest_first=order == NEWEST)
    results = search_results.results(page.rows, query)
    # Of what very many words are found in, filters see the best only.
    best = counts.figures(MOST_FOUND) if ids is not None and len(ids) == MOST_FOUND else ""
    context: dict[str, Any] = {
        "searched": True,
        "results": results,
        "number": counts.events(number),
        "best_of_more": best if number == MOST_FOUND else "",
        "of_best": best if number < MOST_FOUND else "",
        "before": results[0].event.public_id if page.has_before and results else "",
        "after": results[-1].event.public_id if page.has_after and results else "",
    }
    if number:
        context |= following(reverse("search"), selection.for_data().query())
        return context if turn else context | {"overview": overview(selection, order, events, number, results)}
    return context | (close(selection, query) if ids == [] else {})


# --- Pages ----------------------------------------------------------------------------------------------------------


def kept_in_order(ids: Sequence[int], events: EventQuerySet[Event]) -> list[int]:
    """Return those of these ids that are of the events, in the order in which they are given."""
    among = set(events.values_list("pk", flat=True))
    return [pk for pk in ids if pk in among]


def ranked_page(ids: Sequence[int], turn: Turn | None) -> Leaf[int]:
    """Return a page of events that stand in an order of their own; none for a turn at another event."""
    start = 0
    if turn:
        at = Event.objects.published().filter(public_id=turn.public_id).values_list("pk", flat=True).first()
        if at not in ids:
            return Leaf()
        start = ids.index(at) + {"after": 1, "at": 0, "before": -PAGE}[turn.way]
    end = max(start + PAGE, 0)
    start = max(start, 0)
    return Leaf(ids[start:end], start > 0, end < len(ids))


def page_in_time(events: EventQuerySet[Event], turn: Turn | None, *, newest_first: bool) -> Leaf[int]:
    """Return a page of events in the order of the timeline, by keyset."""
    found = turned(events, turn, newest_first=newest_first).only("public_id", "position", "order", "latest")
    page = Leaf.of(found, turn, events, newest_first=newest_first)
    return Leaf([event.pk for event in page.rows], page.has_before, page.has_after)


def overview(
    selection: Selection,
    order: str,
    events: EventQuerySet[Event],
    number: int,
    results: Sequence[search_results.Result],
) -> SafeString:
    """Draw all that was found; the marks of what the page shows lead to it."""
    shown = {result.event.public_id for result in results}
    word = word_of(order, selection)
    query = joined(selection.query("since", "until", "when"), word)
    return overview_of_found(events, number, query, joined(selection.query(), word), selection.period, shown)


# --- Around the list ------------------------------------------------------------------------------------------------


def orders(selection: Selection) -> tuple[str, ...]:
    """Return the orders that events can be listed in, the usual one first."""
    return (BEST, OLDEST, NEWEST) if selection.q else (OLDEST, NEWEST)


def ways_to_read(selection: Selection, order: str) -> dict[str, Any]:
    """Return the addresses of the same events in the other orders, and what the links of the page keep."""
    labels = {BEST: _("Best first"), OLDEST: _("Oldest first"), NEWEST: _("Newest first")}
    query, word = selection.query(), word_of(order, selection)
    words_alone = Selection(q=selection.q)
    others = [one for one in orders(selection) if one != order]
    return {
        "order": order if word else "",
        "keeping": f"&{word}" if word else "",
        "other_orders": [(f"?{joined(query, word_of(one, selection))}", labels[one]) for one in others],
        "start": f"?{joined(query, word)}",
        "on": "".join(f"{one}&" for one in (query, word) if one),
        "filtered": selection != words_alone,
        "unfiltered": f"?{joined(words_alone.query(), word)}" if selection.q else reverse("search"),
    }


def word_of(order: str, selection: Selection) -> str:
    """Return what the address says for an order; nothing for the usual one."""
    return "" if order == orders(selection)[0] else f"order={order}"


def joined(*words: str) -> str:
    return "&".join(filter(None, words))


def close(selection: Selection, query: full_text.Query) -> dict[str, Any]:
    """Return what is close where the words find nothing: other words, and what the first of them find."""
    near = close_to(query)
    context: dict[str, Any] = {"close": [(selection.query(q=text), text) for text in near], **period_in(selection)}
    if near:
        nearest = selection.replaced(q=near[0])
        ids = nearest.ranked()
        shown = kept_in_order(ids, nearest.events(among=ids))[:NEAREST]
        context["nearest"] = search_results.results(shown, full_text.parse_query(near[0]))
        context["nearest_title"] = near[0]
    return context


def period_in(selection: Selection) -> dict[str, str]:
    """Return a period that stands among the words, where something may have happened in it."""
    meant = selection.replaced(q="", when=selection.q)
    try:
        if selection.days or not meant.events().exists():
            return {}
    except BadFilter:  # no date, or one that counts from today
        return {}
    return {"period_meant": said(date_of("when", selection.q)), "period_query": meant.query()}
