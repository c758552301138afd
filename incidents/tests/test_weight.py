"""What a reader loads for a timeline of fifty events stays light."""

from __future__ import annotations

import random
from itertools import accumulate
from pathlib import Path

import brotli
import lxml.html
import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from incidents.compression import CODINGS
from incidents.models import Membership, changing
from timeline.staticfiles import lightened

from .cast import cite, give_role, make_entity, make_event, make_incident, make_source

BUDGET = 31_000  # bytes by brotli: the page, its overview, style, script and icon
EVENTS = 50


class Writer:
    """Writes text that is no easier to compress than news: words seldom and often used, and no phrase twice."""

    def __init__(self) -> None:
        self.random = random.Random(7)
        syllables = [first + vowel + last for first in "bdfgklmnprstvw" for vowel in "aeiou" for last in ("", *"lnrst")]
        self.vocabulary = ["".join(self.random.choices(syllables, k=1 + number % 3)) for number in range(3_000)]
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.vocabulary))))

    def words(self, number: int) -> str:
        return " ".join(self.random.choices(self.vocabulary, cum_weights=self.weights, k=number)).capitalize()


@pytest.fixture
def page(db):
    """Publish fifty events of varied text, two sources each with a quote, names and kinds; return their page."""
    writer = Writer()
    with changing():
        incident = make_incident(writer.words(6), published=True, summary=writer.words(30))
        sources = [
            make_source(
                writer.words(8),
                url=f"https://{writer.words(1).lower()}.example/{number}/{writer.words(6).lower().replace(' ', '-')}",
                publisher=writer.words(2),
            )
            for number in range(30)
        ]
        entities = [make_entity(writer.words(2), slug=f"name-{number}") for number in range(12)]
        for number in range(EVENTS):
            date = f"2023-{1 + number // 5:02}-{1 + number % 5 * 5:02}"
            event = make_event(writer.words(9), date=date, body=writer.words(40), kind="responded", language="en")
            Membership(incident=incident, event=event).save()
            give_role(event, writer.random.choice(entities), "actor")
            for source in writer.random.sample(sources, 2):
                cite(event, source, writer.words(10), date=date, date_rule="editor")
            event.publish(by=None)
    answer = Client().get(incident.get_absolute_url(), headers={"Accept-Encoding": "gzip, br"})
    assert answer["Content-Encoding"] == "br"
    return answer


def loaded(html: lxml.html.HtmlElement) -> dict[str, int]:
    """Return what a browser asks for with a page, and how many bytes each is as WhiteNoise serves it."""
    addresses = html.xpath("//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src")
    files = {address: Path(finders.find(address.removeprefix("/static/"))) for address in addresses}
    light = {address: lightened(address.removeprefix("/static/"), file.read_bytes()) for address, file in files.items()}
    return {address: len(brotli.compress(content)) for address, content in light.items()}


def test_page_of_fifty_events_keeps_its_budget(page):
    html = lxml.html.document_fromstring(brotli.decompress(page.content).decode())
    assert len(html.xpath("//article")) == EVENTS
    assert len(html.xpath("//*[@class='strip']//*[@data-event]")) == EVENTS
    assert len(html.xpath("//article//q")) == 2 * EVENTS
    weights = {"page": len(page.content), **loaded(html)}
    assert sorted(Path(address).suffix for address in weights) == ["", ".css", ".js", ".svg"]
    assert sum(weights.values()) < BUDGET, weights


@pytest.mark.once
def test_made_up_text_is_no_easier_to_compress_than_news():
    """English news takes about 2.6 bits a character by itself at this length."""
    text = Writer().words(40 * EVENTS).encode()
    assert len(CODINGS["br"](text)) * 8 / len(text) > 2.6
