"""Public addresses: data, which is the same for every reader, and pages, which stand in each language."""

import re

from django.urls import path, re_path, register_converter
from django.urls.converters import StringConverter

from . import api, embeds, feeds, oembed, sitemaps, twins
from .formats import citing
from .formats.outward import offered
from .views import answers, card, event, incident, named, record, search, site, source


class PublicIdConverter:
    """The random name of a row; it holds no hyphen, so that what follows one is the readable part."""

    regex = "[0-9a-z]{1,12}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class SuffixConverter(StringConverter):
    """The suffix of the data of an incident, and of every other page that tells many events."""

    regex = "|".join(map(re.escape, offered("i")))


class EventSuffixConverter(StringConverter):
    regex = "|".join(map(re.escape, offered("e")))


class CitationSuffixConverter(StringConverter):
    """The suffix of the page itself as a record of a bibliography."""

    regex = "|".join(map(re.escape, citing.OFFERED))


class VersionNumberConverter(StringConverter):
    regex = "[1-9][0-9]{0,8}"


class SourceSuffixConverter(StringConverter):
    regex = "|".join(map(re.escape, offered("s")))


register_converter(PublicIdConverter, "public_id")
register_converter(SuffixConverter, "suffix")
register_converter(EventSuffixConverter, "event_suffix")
register_converter(CitationSuffixConverter, "citation_suffix")
register_converter(VersionNumberConverter, "version_number")
register_converter(SourceSuffixConverter, "source_suffix")

urlpatterns = [
    path("incidents/<slug:slug>.<suffix:suffix>", twins.incident, name="incident-data"),
    path("events/<public_id:public_id>.cite.<citation_suffix:suffix>", record.citation, name="event-citation"),
    path("events/<public_id:public_id>.<event_suffix:suffix>", twins.event, name="event-data"),
    path("sources/<public_id:public_id>.<source_suffix:suffix>", twins.source, name="source-data"),
    path("entities/<slug:slug>.<suffix:suffix>", twins.entity, name="entity-data"),
    path("tags/<slug:slug>.<suffix:suffix>", twins.tag, name="tag-data"),
    path("search.<suffix:suffix>", twins.search, name="search-data"),
    path("api/", api.addresses()),
    re_path("^api/", api.nowhere),
    path("oembed", oembed.answer, name="oembed"),
    path("robots.txt", site.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/pages.xml", sitemaps.pages, name="sitemap-pages"),
    path("sitemaps/<slug:kind>/<slug:first>.xml", sitemaps.of_kind, name="sitemap-of"),
    path(".well-known/security.txt", site.security, name="security"),
]

JSON_FEED = {"suffix": "feed.json"}

pages = [
    path("", site.home, name="home"),
    path("incidents/<slug:slug>/", incident.incident, name="incident"),
    path("incidents/<slug:slug>.atom", feeds.incident, name="incident-feed"),
    path("incidents/<slug:slug>/card.png", card.incident, name="incident-card"),
    path("card.png", card.site, name="site-card"),
    path("events/<public_id:public_id>-<slug:slug>/", event.event, name="event"),
    path("events/<public_id:public_id>/", event.event, name="event"),
    path("events/<public_id:public_id>/v/<version_number:number>/", record.version, name="version"),
    path("corrections/", record.corrections, name="corrections"),
    path("sources/<public_id:public_id>/", source.source, name="source"),
    path("entities/<slug:slug>/", named.entity, name="entity"),
    path("entities/<slug:slug>.atom", feeds.entity, name="entity-feed"),
    path("tags/<slug:slug>/", named.tag, name="tag"),
    path("tags/<slug:slug>.atom", feeds.tag, name="tag-feed"),
    path("search/", search.search, name="search"),
    path("search.atom", feeds.search, name="search-feed"),
    path("about/", site.about, name="about"),
    path("method/", site.method, name="method"),
    path("embed/incident/<slug:slug>/", embeds.incident, name="embedded-incident"),
    path("embed/event/<public_id:public_id>/", embeds.event, name="embedded-event"),
    path("feeds/latest.atom", feeds.latest, name="feed"),
    path("feeds/latest.json", twins.latest, name="json-feed"),
    path("incidents/<slug:slug>.feed.json", twins.incident, JSON_FEED),
    path("entities/<slug:slug>.feed.json", twins.entity, JSON_FEED),
    path("tags/<slug:slug>.feed.json", twins.tag, JSON_FEED),
    path("search.feed.json", twins.search, JSON_FEED),
    path("feeds/corrections.atom", feeds.corrections, name="corrections-feed"),
    re_path(
        r"^(?:(?:incidents|entities|tags|events|sources|feeds)/[0-9A-Za-z_-]+|search)\.[a-z.]+$",
        answers.data_in_no_language,
    ),
]
