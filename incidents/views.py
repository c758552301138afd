"""What readers see. Every answer begins at `published()`, and no view asks who is signed in."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db.models import F, Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import get_template
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from . import counts, exporting, languages
from . import results as search_results
from . import search as full_text
from .facets import facets
from .formats import citing, jsonld
from .formats.outward import offered, outward_named
from .framing import Framed
from .models import Citation, Event, Incident, Source
from .models.entries import entry_prefetch, host_of, said, view_of
from .models.eventviews import quote_view
from .models.lanes import Split
from .models.overviews import drawn_rows
from .neighbours import places_of
from .oldversions import corrections_of, versions_of
from .pagecache import wants_partial
from .passages import words_of
from .prose import MAX_PROSE, render_markdown
from .search.query import MOST_CHARACTERS
from .selection import MOST_TYPED, BadFilter, Selection
from .temporal.edtf import from_date
from .textfragments import followable
from .timelines import (
    SPLITS,
    TURNS,
    Turn,
    numbered,
    overview_of,
    overview_of_some,
    source_list,
    span,
    timeline_page,
)

LATEST = 10
DESCRIPTION = 200  # characters that search engines show of a page
MOST_FOUND = 50
PUBLIC_ID = re.compile(r"[0-9a-z]{1,12}")
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")  # of e-mail, as far as it has to be one here
TRUE_FOR = timedelta(days=180)  # that the site's security contact is said to be so; less than a year is asked for


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the site's name, its address, and where readers write to, if anywhere."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "contact": getattr(settings, "CONTACT", ""),
    }


# --- Pages --------------------------------------------------------------------------------------------------------


@require_safe
def home(request: HttpRequest) -> TemplateResponse:
    latest = (
        Event.objects.published()
        .latest_first()
        .prefetch_related(Prefetch("incidents", Incident.objects.published(), to_attr="public_incidents"))
    )
    return TemplateResponse(
        request,
        "incidents/home.html",
        {
            "address": reverse("home"),
            "incidents": [
                {
                    "incident": one,
                    "span": span(one.told_from, one.told_until),
                    "told": counts.events(one.told),
                    "summary": summary_of(one),
                }
                for one in Incident.objects.published().order_by("title", "pk")
            ],
            "latest": [
                {"event": event, "date": said(event.date, event.part), "changed": changed_on(event)}
                for event in latest[:LATEST]
            ],
        },
    )


def summary_of(incident: Incident) -> SafeString:
    return mark_safe(render_markdown(incident.summary[:MAX_PROSE]))  # noqa: S308 - sanitised


def described(words: str) -> str:
    """Return as much of a text as others show of a page, in whole words."""
    return words if len(words) <= DESCRIPTION else f"{words[:DESCRIPTION].rpartition(' ')[0] or words[:DESCRIPTION]} …"


def changed_on(event: Event) -> str:
    """Return the day of the last public change, in words."""
    return said(from_date(timezone.localdate(event.changed_at))) if event.changed_at else ""


@require_safe
def incident(request: HttpRequest, slug: str) -> HttpResponse:
    found = Incident.objects.published().filter(slug=slug).first()
    if found is None:
        return other_incident(request, slug)
    turn = turn_of(request)
    address, summary = found.get_absolute_url(), summary_of(found)
    lasts, told = span(found.told_from, found.told_until), counts.events(found.told)
    context: dict[str, Any] = {
        "incident": found,
        "summary": summary,
        "description": described(words_of(summary) or capfirst(" · ".join(filter(None, (lasts, told))))),
        "continued": turn is not None,
        "span": lasts,
        "told": told,
        "address": f"{address}?{turn.way}={turn.public_id}" if turn else address,
        "lanes": request.GET.get("lanes") if request.GET.get("lanes") in SPLITS else "",
        "compact": COMPACT in ways(request),
        "newest_first": NEWEST in ways(request),
    }
    if set(request.GET) - {*TURNS, "view", "order", "lanes"}:
        return narrowed(request, found, turn, context)
    page = timeline_page(found, turn, newest_first=context["newest_first"])
    if turn and not page.count:  # the event that it went on from is gone
        return redirect(found)
    context |= {
        "page": page,
        "overview": "" if turn else overview(request, found),
        **following(address),
        "json_ld": "" if turn else script(timeline_thing(found)),
        "embed": Framed.of(found),
        **ways_to_read(request, found, ""),
    }
    return TemplateResponse(request, "incidents/incident.html", context)


def overview(request: HttpRequest, found: Incident) -> SafeString:
    """Return the overview of a whole timeline: the kept one, or one drawn now in the lanes that are asked for."""
    split = split_of(request, Selection(incident=found.slug))
    if split is None:
        return overview_of(found)
    events = Event.objects.published().in_incident(found.pk)
    return overview_of_some(events, found.told, "&".join(ways(request, WAYS)), split=split)


def split_of(request: HttpRequest, selection: Selection) -> Split | None:
    """Return the lanes that are asked for; one's name leads to its events, and they stand in one strip then."""
    by = request.GET.get("lanes", "")
    kept = "".join(f"&{words}" for words in ways(request, WAYS))
    return Split(by, lambda value: f"?{selection.query('incident', **{by: value})}{kept}") if by in SPLITS else None


def narrowed(request: HttpRequest, found: Incident, turn: Turn | None, context: dict[str, Any]) -> HttpResponse:
    """Answer with the part of a timeline that is asked for, or with what is wrong about what is asked."""
    context |= {"filtering": True, "asked": {name: request.GET.get(name, "")[:MOST_TYPED] for name in ("q", "when")}}
    try:
        selection = Selection.of(request.GET, incident=found.slug)
        events = selection.events(found)
        number = events.count()
        query = selection.query("incident")
        page = timeline_page(found, turn, selected=events, newest_first=context["newest_first"])
        choices = facets(selection, found)
    except BadFilter as error:
        context |= {"wrong": {"name": error.name, "message": str(error)}, **ways_to_read(request, found, "")}
        return TemplateResponse(request, "incidents/incident.html", context, status=400)
    context |= {
        "page": page,
        "overview": ""
        if turn
        else overview_of_some(
            events,
            number,
            "&".join(filter(None, (selection.query("incident", "since", "until", "when"), *ways(request, WAYS)))),
            selection.period,
            splits=[facet.name for facet in choices if facet.name in SPLITS and len(facet.choices) > 1],
            split=split_of(request, selection),
        ),
        "facets": choices,
        "kept_words": selection.words("incident", "q", "since", "until", "when"),
        "asked": {"q": selection.q, "when": selection.when or selection.days},
        "period": said(selection.days or None),
        "selected": query,
        "number": counts.events(number),
        **following(found.get_absolute_url(), selection.for_data().query("incident")),
        "keeping": "".join(f"&{words}" for words in ways(request)),
        **ways_to_read(request, found, query or "filter"),
    }
    return TemplateResponse(request, "incidents/incident.html", context)


def ways_to_read(request: HttpRequest, found: Incident, query: str) -> dict[str, str]:
    """Return the addresses of the same events in another order or density; `query` is what they are narrowed by."""
    chosen = ways(request)

    def address(*words: str) -> str:
        words_given = "&".join(filter(None, (query, *words)))
        return f"?{words_given}" if words_given else found.get_absolute_url()

    return {
        "other_order": address(*(way for way in ALL_WAYS if (way in chosen) != (way == NEWEST))),
        "other_view": address(*(way for way in ALL_WAYS if (way in chosen) != (way == COMPACT))),
        "start": address(*chosen),
        "on": "".join(f"{words}&" for words in (query, *chosen) if words),
    }


NEWEST, COMPACT = WAYS = ("order=newest", "view=compact")
ALL_WAYS = (*WAYS, *(f"lanes={by}" for by in SPLITS))


def ways(request: HttpRequest, among: tuple[str, ...] = ALL_WAYS) -> list[str]:
    """Return the order, the density and the lanes that are asked for, where they are not the usual ones."""
    return [way for way in among if request.GET.get(way.partition("=")[0]) == way.partition("=")[2]]


def turn_of(request: HttpRequest) -> Turn | None:
    """Return the page of a timeline that is asked for; None for its first."""
    for way in TURNS:
        if public_id := request.GET.get(way, ""):
            if not PUBLIC_ID.fullmatch(public_id):
                raise Http404
            return Turn(way, public_id)
    return None


def data_links(of: str, address: str, query: str = "") -> list[dict[str, str]]:
    """Return the addresses of a page's data: of an incident ("i"), an event ("e") or a source ("s")."""
    bare, after = languages.bare(address).rstrip("/"), f"?{query}" if query else ""
    return [{"label": one.label, "address": f"{bare}.{suffix}{after}"} for suffix, one in offered(of).items()]


TO_FOLLOW = ("feed.json", "ics")  # beside Atom, which stands in each language


def following(address: str, query: str = "") -> dict[str, Any]:
    """Return how the events of a page are followed and taken along: its feeds, its calendar, its data."""
    bare = languages.bare(address).rstrip("/")
    atom = f"{address.rstrip('/')}.atom{'?' if query else ''}{query}"
    kinds = offered("i")
    feeds = [{"type": outward_named("atom").media_type, "address": atom}]
    feeds += [
        {"type": kinds[suffix].media_type, "address": f"{bare}.{suffix}{'?' if query else ''}{query}"}
        for suffix in TO_FOLLOW
    ]
    return {"data": data_links("i", address, query), "feed": atom, "feeds": feeds}


def script(thing: jsonld.Thing) -> SafeString:
    """Write JSON-LD for a script element, which no text in it can end."""
    return mark_safe(jsonld.script_text(thing))  # noqa: S308 - no <, > or & is left in it


def timeline_thing(incident: Incident) -> jsonld.Thing:
    about = exporting.publication_of(incident)
    data = f"{settings.SITE_URL}{languages.bare(incident.get_absolute_url()).rstrip('/')}.jsonld"
    return jsonld.timeline(about, incident.told, incident.told_from, incident.told_until, data, settings.SITE_NAME)


def event_thing(event: Event) -> jsonld.Thing:
    draft = next(exporting.events(Event.objects.published().filter(pk=event.pk)))
    return jsonld.document(draft, settings.SITE_NAME)


def other_incident(request: HttpRequest, slug: str, *, view: str = "incident", **more: str) -> HttpResponse:
    """Answer for an address that is no published incident's: its new one, gone with the reason, or unknown."""
    found = Incident.objects.answering(slug)
    if found is None:
        raise Http404
    if found.state == Incident.State.WITHDRAWN:
        return gone(request, found.withdrawn_reason)
    return redirect(view, slug=found.slug, permanent=True, **more)


@require_safe
def event(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponse:
    found = Event.objects.published().filter(public_id=public_id).prefetch_related(*entry_prefetch()).first()
    if found is None:
        withdrawn = get_object_or_404(Event.objects.withdrawn(), public_id=public_id)
        return gone(request, withdrawn.withdrawn_reason)
    if slug != found.slug:
        return redirect(found, permanent=True)
    context = event_context(found)
    context["data"] = data_links("e", reverse("event", args=[public_id]))
    context["json_ld"] = script(event_thing(found))
    context |= {
        "places": places_of(found),
        "corrections": corrections_of(found),
        "said_before": versions_of(found),
        "citations": citation_links(public_id),
    }
    context["embed"] = Framed.of(found)
    return TemplateResponse(request, "incidents/event.html", context)


def citation_links(public_id: str) -> list[dict[str, str]]:
    """Return where the page of an event is a record of a bibliography."""
    return [
        {"label": kind.label, "address": reverse("event-citation", args=[public_id, suffix])}
        for suffix, kind in citing.OFFERED.items()
    ]


def event_context(event: Event) -> dict[str, Any]:
    """Return what the page of one event shows; the admin's preview of a draft shows the same."""
    view = view_of(event)
    view.role = mark_safe("")
    numbers: dict[str, int] = {}
    parts = {
        name: mark_safe(  # noqa: S308 - rendered by our templates
            numbered(get_template(f"incidents/_{name}.html").render({"view": view, "event": event}), numbers)
        )
        for name in ("told", "dateline")
    }
    refs = "".join(note.reference for note in view.refs) if not event.body.strip() else ""
    told = words_of(render_markdown(event.body[:MAX_PROSE])) or event.headline
    return {
        "event": event,
        "view": view,
        "description": described(f"{capfirst(view.date)}: {told}" if view.date else told),
        **parts,
        "tags": event.tags.all(),
        "headline_refs": mark_safe(numbered(refs, numbers)),  # noqa: S308 - rendered by us
        "changed": changed_on(event),
        "incidents": Incident.objects.published().filter(memberships__event=event),
        "sources": source_list(numbers),
        "address": event.get_absolute_url(),
    }


@require_safe
def source(request: HttpRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(Source.objects.published().select_related("copy_of"), public_id=public_id)
    is_copy = found.copy_state == Source.CopyState.CONFIRMED
    rows = anchored([cited(citation) for citation in citations_of(found)])
    shown = {row["events"][0]["event"].public_id for row in rows if row["anchor"]}
    supported = exporting.supported_by(found)
    return TemplateResponse(
        request,
        "incidents/source.html",
        {
            "source": found,
            "published": said(found.published),
            "url": followable(found.url),
            "host": host_of(found.url),
            "cited": rows,
            "overview": mark_safe(drawn_rows(supported, len(rows), shown)),  # noqa: S308 - drawn by us
            "copies": Source.objects.published().filter(copy_of=found, copy_state=Source.CopyState.CONFIRMED),
            "is_copy": is_copy,
            # A report that only drafts cite is not named: its name is no reader's yet.
            "original": Source.objects.published().filter(copies=found).first() if is_copy else None,
            "address": found.get_absolute_url(),
            "data": data_links("s", found.get_absolute_url()),
        },
    )


def citations_of(source: Source) -> QuerySet[Citation]:
    """Return what a source is publicly cited for, in the order of the events."""
    return (
        Citation.objects.published()
        .filter(source=source)
        .select_related("event", "link__from_event", "link__to_event", "source")
        .prefetch_related("quotes__capture")
        .order_by(F("event__position").asc(nulls_last=True), "event__order", "event__pk", "link__pk", "order", "pk")
    )


def cited(citation: Citation) -> dict[str, Any]:
    """Return what the source's page shows of one citation, of an event or of a link between two."""
    link = citation.link
    events = [link.from_event, link.to_event] if link else [citation.event]
    return {
        "citation": citation,
        "link": link,
        "events": [{"event": event, "date": said(event.date, event.part)} for event in events if event],
        "quotes": [quote_view(citation.source, quote) for quote in citation.quotes.all()],
    }


def anchored(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the first row of each event its id in the page, to which its mark on the overview leads."""
    seen: set[str] = set()
    for row in rows:
        public_id = row["events"][0]["event"].public_id
        row["anchor"] = "" if row["link"] or public_id in seen else f"e-{public_id}"
        if row["anchor"]:
            seen.add(public_id)
    return rows


@require_safe
def search(request: HttpRequest) -> TemplateResponse:
    text = request.GET.get("q", "")
    context: dict[str, Any] = {"q": text[:MOST_CHARACTERS], "address": reverse("search")}
    try:
        query = full_text.parse_query(text)
    except full_text.QueryError as error:
        context["error"] = str(error)
    else:
        context |= found(text, query)
        context["searched"] = context["q"]
    context["partial"] = partial = wants_partial(request)
    template = "incidents/_results.html" if partial else "incidents/search.html"
    return TemplateResponse(request, template, context, status=400 if "error" in context else 200)


def found(text: str, query: full_text.Query) -> dict[str, Any]:
    """Return what a search text leads to."""
    if not query.words:
        return {"asked": "", "unsearchable": bool(text.strip())}
    ids = full_text.find(text, limit=MOST_FOUND + 1)
    results = search_results.results(ids[:MOST_FOUND], query)
    return {
        "asked": text.strip(),
        "results": results,
        **(following(reverse("search"), urlencode({"q": text.strip()})) if results else {}),
        "count": counts.events(len(results)),
        "more": len(ids) > MOST_FOUND,
        "close": [] if results else search_results.close_to(query),
    }


@require_safe
def about(request: HttpRequest) -> TemplateResponse:
    return TemplateResponse(request, "incidents/about.html", {"address": reverse("about")})


@require_safe
def method(request: HttpRequest) -> TemplateResponse:
    return TemplateResponse(request, "incidents/method.html", {"address": reverse("method")})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Ask crawlers to leave the admin and the endless pages of search alone (RFC 9309)."""
    searches = [f"Disallow: {languages.in_language(reverse('search'), code)}" for code in languages.codes()]
    sitemap = f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}"
    lines = ["User-agent: *", "Disallow: /admin/", *searches, "", sitemap, ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Say where a hole in the site is reported (RFC 9116), where anybody reads it.

    It is true for a while only, so that no cache keeps it longer than a day.
    """
    contact = settings.CONTACT.strip()
    if not ADDRESS.fullmatch(contact):
        raise Http404
    expires = datetime.combine(datetime.now(UTC).date() + TRUE_FOR, time.min, UTC)
    lines = [
        f"Contact: mailto:{quote(contact, safe='@+')}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Canonical: {settings.SITE_URL}{reverse('security')}",
        "",
    ]
    response = HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "public, max-age=86400"
    return response


@require_safe
def data_in_no_language(request: HttpRequest, **given: str) -> HttpResponse:
    """Lead from below a language to the data of a page, which is the same in all of them."""
    language, path = languages.parted(request.path)
    if language == settings.LANGUAGE_CODE:
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{path}?{query}" if query else path, permanent=True)


# --- Other answers ------------------------------------------------------------------------------------------------


def gone(request: HttpRequest, reason: str) -> HttpResponse:
    """Say that something was here and why it is no more, and nothing else of it."""
    return render(request, "incidents/gone.html", {"reason": reason}, status=410)


def bad_request(request: HttpRequest, exception: SuspiciousOperation) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer after a fault of ours, with a template that asks nothing of the rest."""
    return render(request, "500.html", status=500)
