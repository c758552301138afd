"""The site's addresses, and the two pages that ours is measured against."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from incidents.models import Event, Incident
from incidents.models.entries import said
from timeline.urls import urlpatterns as site

FIXED = "<!doctype html><title>bare</title>" + "x" * 50_000
PLAIN = engines["django"].from_string(
    """<!doctype html><html lang="en"><title>{{ incident.title }}</title><h1>{{ incident.title }}</h1>
<p>{{ events|length }} events</p>
{% for event in events %}<article id="{{ event.public_id }}">
<h2><a href="{{ event.get_absolute_url }}">{{ event.headline }}</a></h2><p>{{ event.said }}</p><p>{{ event.body }}</p>
{% for citation in event.citations.all %}<p>{{ forloop.counter }} {{ citation.source.publisher }}:
<a href="{{ citation.source.get_absolute_url }}">{{ citation.source.title }}</a> {{ citation.source.published }}
{% for quote in citation.quotes.all %}<q>{{ quote.exact }}</q>{% endfor %}</p>{% endfor %}
</article>{% endfor %}"""
)


def bare(request: HttpRequest) -> HttpResponse:
    """Answer with a fixed string of the size of a page: what the server and the framework cost by themselves."""
    response = HttpResponse(FIXED)
    response.set_cookie("uncached", "1")  # a page that sets a cookie is never kept
    return response


def plain(request: HttpRequest) -> HttpResponse:
    """List the first fifty events the plain way: a queryset, prefetches, one template; nothing kept."""
    incident = Incident.objects.get(slug="bench")
    events = (
        Event.objects.published()
        .in_incident(incident)
        .in_order()
        .prefetch_related("citations__source", "citations__quotes")[:50]
    )
    for event in events:
        event.said = said(event.date, event.part)
    response = HttpResponse(PLAIN.render({"incident": incident, "events": events}))
    response.set_cookie("uncached", "1")
    return response


urlpatterns = [path("bench/bare/", bare), path("bench/plain/", plain), *site]
