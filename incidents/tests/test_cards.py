"""The drawn cards that links to pages show elsewhere."""

from __future__ import annotations

import struct

import pytest
from django.test import Client
from lxml import etree

from incidents.cards import HEIGHT, WIDTH, Card, png, svg
from incidents.cards.faces import face
from incidents.models import Event, Incident
from incidents.sharing import card_of

from .cast import cite, make_event, make_incident, make_published
from .pages import queries_of, tree

CARD = "/incidents/outage-at-the-port/card.png"
SVG = {"s": "http://www.w3.org/2000/svg"}


def size_of(data: bytes) -> tuple[int, int]:
    """Return the width and height that a PNG says it has."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", data[16:24])


def lines(card: Card, name: str = "title") -> list[str]:
    """Return the lines of a card that are of a kind, without the signs of direction."""
    found = etree.fromstring(svg(card)).xpath(f"s:text[@class='{name}']/text()", namespaces=SVG)
    return [line.strip("\u2067\u2069") for line in found]


# --- What stands on it ------------------------------------------------------------------------------------------------


@pytest.mark.once
@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Outage at the port", id="short"),
        pytest.param("w" * 10_000, id="one long word"),
        pytest.param("All that is said " * 500, id="many words"),
        pytest.param("</text><script>alert(1)</script>&amp;'\" ]]>", id="markup"),
        pytest.param("\x00\x1b\u202e\u200d\ufeff\ud800evil", id="signs that nobody sees"),
        pytest.param("e" + "\u0301" * 5_000, id="a heap of accents"),
        pytest.param("هجوم على المحكمة الجنائية الدولية (2023), AT&T", id="right to left"),
    ],
)
def test_any_title_is_set_within_the_card(title):
    card = Card("Dateline", title, "2023 · two events")
    assert len(svg(card)) < 8_000
    assert 1 <= len(lines(card)) <= 5
    for text in etree.fromstring(svg(card)).xpath("s:text", namespaces=SVG):
        weight = face("regular" if text.get("class") == "facts" else "bold")
        assert weight.width(text.text, float(text.get("font-size"))) <= WIDTH - 128
        assert float(text.get("y")) < HEIGHT - 64


@pytest.mark.once
def test_a_title_is_as_large_as_it_has_room_for_and_loses_nothing_before_it_has_to():
    assert lines(Card("", "Outage at the port")) == ["Outage at the port"]
    long = "The port announces that its cranes stand still, and nobody can say for how long that will be so"
    assert " ".join(lines(Card("", long))) == long
    assert lines(Card("", long * 4))[-1].endswith("…")


@pytest.mark.once
def test_scripts_from_right_to_left_begin_at_the_right_in_every_line():
    made = etree.fromstring(svg(Card("", "تعطل الميناء (2023) AT&T بعد هجوم على أنظمة الشحن والتفريغ في الليل")))
    assert {text.get("text-anchor") for text in made.xpath("s:text", namespaces=SVG)} == {"end"}
    assert len(made.xpath("s:text", namespaces=SVG)) > 1


@pytest.mark.once
@pytest.mark.parametrize(
    ("title", "set_as"),
    [
        ("Łódź, Αθήνα, Москва", ["Łódź, Αθήνα, Москва"]),
        ("ירושלים, القاهرة", ["ירושלים, القاهرة"]),
        ("Storm 🌪️ over the port", ["Storm over the port"]),
        ("港の停電", []),  # rather no title than a part of one
    ],
)
def test_what_no_font_here_can_set_is_left_out(title, set_as):
    assert lines(Card("", title)) == set_as


@pytest.mark.once
def test_it_is_rendered_in_its_size_with_the_overview():
    strip = '<svg class="strip" width="100%" height="43"><a class="mark"><circle cx="50%" cy="7" r="4"/></a></svg>'
    plain, drawn = (png(svg(Card("Dateline", "A", "2023", one))) for one in ("", strip))
    assert size_of(plain) == size_of(drawn) == (WIDTH, HEIGHT) == (1200, 630)
    assert plain != drawn


# --- Where it stands --------------------------------------------------------------------------------------------------


def shared(path: str) -> dict[str, str]:
    metas = tree(Client().get(path)).xpath("//head/meta[@property or @name]")
    return {meta.get("property") or meta.get("name"): meta.get("content") for meta in metas}


@pytest.mark.django_db
def test_a_timeline_is_shared_with_its_card_which_is_kept_for_as_long_as_it_holds(incident, announced, detected):
    said = shared(incident.get_absolute_url())
    assert said["twitter:card"] == "summary_large_image"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:alt"] == "Outage at the port · September 2023 · two events"
    address = said["og:image"].removeprefix("http://127.0.0.1:8000")
    assert address.startswith(f"{CARD}?v=")
    answer = Client().get(address)
    assert (answer.status_code, answer["Content-Type"], size_of(answer.content)) == (200, "image/png", (1200, 630))
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert Client().get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    make_published("A third", date="2023-09-20", incident=incident)
    assert shared(incident.get_absolute_url())["og:image"] != said["og:image"]
    later = Client().get(address)
    assert later.content != answer.content
    assert later["Cache-Control"] == "public, max-age=0, s-maxage=60"  # the address is of another state


@pytest.mark.django_db
def test_a_card_is_rendered_once(incident, announced, detected, monkeypatch):
    first = Client().get(f"{CARD}?x=1")  # which no cache of pages keeps
    monkeypatch.setattr("incidents.cards.png", None)
    assert Client().get(f"{CARD}?x=2").content == first.content
    assert queries_of(f"{CARD}?x=3") == 3  # the site version, the timeline, its overview


@pytest.mark.django_db
def test_each_language_has_its_own_card(incident, announced, detected):
    image = shared("/fr" + incident.get_absolute_url())["og:image"]
    assert "/fr/incidents/outage-at-the-port/card.png?v=" in image
    assert Client().get(f"/fr{CARD}").content != Client().get(CARD).content


@pytest.mark.django_db
def test_events_are_shared_with_the_card_of_their_timeline_and_all_else_with_the_sites(incident, announced):
    alone = make_published("Alone")
    hidden = make_published("Told in a draft", incident=make_incident("Not yet"))
    assert shared(announced.get_absolute_url())["og:image"].endswith(CARD)
    for path in ("/", alone.get_absolute_url(), hidden.get_absolute_url()):
        assert shared(path)["og:image"] == "http://127.0.0.1:8000/card.png"
    answer = Client().get("/card.png")
    assert size_of(answer.content) == (1200, 630)


@pytest.mark.django_db
def test_only_what_is_published_has_a_card(incident, announced, detected):
    missing = Client().get("/incidents/none/card.png")
    hidden = make_incident("Hidden zuqx", slug="hidden-zuqx")
    answer = Client().get(f"/incidents/{hidden.slug}/card.png")
    assert (answer.status_code, answer.content) == (404, missing.content)
    gone = make_incident("Gone zuqx", slug="gone", published=True)
    gone.withdraw(by=None, reason="It was wrong.")
    answer = Client().get("/incidents/gone/card.png")
    assert (answer.status_code, b"zuqx" in answer.content) == (410, False)
    moved = Incident.objects.get(pk=incident.pk)
    moved.slug = "elsewhere"
    moved.save()
    assert Client().get(CARD)["Location"] == "/incidents/elsewhere/card.png"


@pytest.mark.django_db
def test_nothing_unpublished_is_on_a_card(incident, announced, detected):
    before = card_of(Incident.objects.get(pk=incident.pk))
    secret = make_event("Secret zuqx", date="1950", incident=incident)
    cite(secret)
    withdrawn = make_published("Taken back zuqx", date="1951", incident=incident)
    Event.objects.get(pk=withdrawn.pk).withdraw(by=None, reason="Wrong.")
    assert card_of(Incident.objects.get(pk=incident.pk)) == before
    assert "zuqx" not in svg(before)
