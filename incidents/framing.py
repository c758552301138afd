"""What other sites put a timeline or an event into a page of theirs with: a link, a frame, and oEmbed's addresses."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.html import escape

from .cleaning import clean_line
from .models import Event, Incident

WIDTH = 640  # pixels: what a frame has where nobody says how much room there is
INCIDENT_HEIGHT, EVENT_HEIGHT = 640, 320  # pixels: until the page around it learns how high it is
OEMBED = {"json": "application/json+oembed", "xml": "text/xml+oembed"}


@dataclass(frozen=True, slots=True)
class Framed:
    """Something public as other sites show it, in the language at hand."""

    title: str
    address: str  # of its page
    frame: str  # of its page for frames
    height: int

    @classmethod
    def of(cls, thing: Incident | Event) -> Framed:
        if isinstance(thing, Incident):
            title, height = thing.words.title, INCIDENT_HEIGHT
            frame = reverse("embedded-incident", args=[thing.slug])
        else:
            title, height = thing.words.headline, EVENT_HEIGHT
            frame = reverse("embedded-event", args=[thing.public_id])
        address = settings.SITE_URL + thing.get_absolute_url()
        return cls(clean_line(title), address, settings.SITE_URL + frame, height)

    @property
    def link(self) -> str:
        """A link as HTML, to be shown as text: a plain string, which a template escapes."""
        return f'<a href="{escape(self.address)}">{escape(self.title)}</a> ({escape(settings.SITE_NAME)})'

    def iframe(self, width: int | str = "100%", height: int | None = None) -> str:
        """A frame as HTML, to be shown as text."""
        return (
            f'<iframe src="{escape(self.frame)}" title="{escape(self.title)}" width="{width}" '
            f'height="{height or self.height}" loading="lazy" style="border: 0"></iframe>'
        )

    @property
    def frame_with_script(self) -> str:
        """A frame with the script of ours that makes it as high as what it shows."""
        script = f"{settings.SITE_URL}{settings.STATIC_URL}dateline/embed.js"
        return f'{self.iframe()}\n<script src="{escape(script)}" async></script>'

    @property
    def discovery(self) -> list[dict[str, str]]:
        """Where software is told of this, by oEmbed's media types."""
        return [
            {"type": kind, "address": f"{endpoint()}?{urlencode({'url': self.address, 'format': name})}"}
            for name, kind in OEMBED.items()
        ]


def endpoint() -> str:
    return settings.SITE_URL + reverse("oembed")
