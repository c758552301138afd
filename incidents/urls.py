"""Public addresses."""

from django.urls import path, register_converter

from . import feeds, views


class PublicIdConverter:
    """The random name of a row; it holds no hyphen, so that what follows one is the readable part."""

    regex = "[0-9a-z]{1,12}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(PublicIdConverter, "public_id")

urlpatterns = [
    path("", views.home, name="home"),
    path("incidents/<slug:slug>/", views.incident, name="incident"),
    path("incidents/<slug:slug>.atom", feeds.incident, name="incident-feed"),
    path("events/<public_id:public_id>-<slug:slug>/", views.event, name="event"),
    path("events/<public_id:public_id>/", views.event, name="event"),
    path("sources/<public_id:public_id>/", views.source, name="source"),
    path("search/", views.search, name="search"),
    path("about/", views.about, name="about"),
    path("method/", views.method, name="method"),
    path("feeds/latest.atom", feeds.latest, name="feed"),
    path("robots.txt", views.robots, name="robots"),
]
