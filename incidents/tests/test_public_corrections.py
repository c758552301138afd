"""The public corrections: the page of all, its feed, and those on the page of their event."""

from __future__ import annotations

import feedparser
import pytest

from incidents.models import Correction, Event, EventVersion
from incidents.views import record

from .cast import make_published
from .pages import queries_of, text_of, texts, tree

pytestmark = pytest.mark.django_db
FEED = "/feeds/corrections.atom"


def correct(event: Event, summary: str = "The date was that of the report.", reason: str = "Misread.") -> Correction:
    """Change what an event says, and say so."""
    row = Event.objects.get(pk=event.pk)
    row.body = f"{row.body} {Correction.objects.count()}"
    row.save()
    after, before = EventVersion.objects.filter(event=event)[:2]
    correction = Correction(event=row, before=before, after=after, summary=summary, reason=reason)
    correction.save()
    return correction


def test_page_lists_corrections_with_their_reasons_the_latest_first(reader, announced, detected):
    correct(announced, "First.", "Because.")
    correct(detected, "Second.", "Why not.")
    shown = tree(reader.get("/corrections/"))
    rows = [text_of(row) for row in shown.xpath("//ol/li")]
    assert [row.split(" Why: ")[0].split()[-1] for row in rows] == ["Second.", "First."]
    assert "Why: Because." in rows[1]
    assert texts(shown, "h2") == ["Staff notice unusual activity", "The port announces an outage"]
    assert shown.xpath("//ol/li[2]//a/@href")[1:] == [f"/events/{announced.public_id}/v/{n}/" for n in (1, 2)]


def test_links_of_a_correction_lead_somewhere(reader, announced):
    correct(announced)
    for address in tree(reader.get("/corrections/")).xpath("//ol//a/@href"):
        assert reader.get(address.partition("#")[0]).status_code == 200, address
        fragment = address.partition("#")[2]
        assert not fragment or f'id="{fragment}"' in reader.get(address).content.decode()


def test_event_shows_its_own_corrections(reader, announced, detected):
    correct(announced, "First.")
    correct(detected, "Second.")
    shown = tree(reader.get(announced.get_absolute_url()))
    assert len(texts(shown, ".corrections")) == 1
    assert "First." in texts(shown, ".corrections")[0]
    assert "Second." not in text_of(shown)


def test_page_without_corrections_says_so(reader, announced):
    assert "Nothing has been corrected yet." in reader.get("/corrections/").content.decode()
    assert texts(tree(reader.get(announced.get_absolute_url())), ".corrections") == []


def test_every_page_leads_to_the_corrections(reader, announced):
    for path in ("/", announced.get_absolute_url(), "/about/"):
        assert tree(reader.get(path)).xpath("//footer//a[@href='/corrections/']")


def test_correction_of_what_is_not_public_is_shown_nowhere(reader, announced, detected):
    correct(announced, "zuqxsummary", "zuqxreason")
    correct(detected)
    Event.objects.get(pk=announced.pk).withdraw(by=None, reason="Wrong.")
    for path in ("/corrections/", FEED):
        content = reader.get(path).content.decode()
        assert "zuqx" not in content
        assert announced.public_id not in content
    Event.objects.get(pk=announced.pk).publish(by=None)
    shown = tree(reader.get("/corrections/"))
    assert "zuqxsummary" in text_of(shown)  # it is about what is public again; the versions are not
    assert not [address for address in shown.xpath("//main//a/@href") if f"{announced.public_id}/v/" in address]


def test_corrections_go_on_page_by_page(reader, announced, monkeypatch):
    monkeypatch.setattr(record, "PAGE", 2)
    made = [correct(announced, f"Number {number}.") for number in range(5)]
    Correction.objects.update(at=made[0].at)  # the same moment: the order is still one
    seen, path = [], "/corrections/"
    while path:
        shown = tree(reader.get(path))
        seen += [int(row.get("id")[2:]) for row in shown.xpath("//ol/li")]
        assert len(shown.xpath("//ol/li")) <= 2
        path = next((f"/corrections/{address}" for address in shown.xpath("//a[@rel='next']/@href")), "")
    assert seen == [one.pk for one in reversed(made)]


@pytest.mark.parametrize(("after", "status"), [("x", 404), ("-1", 404), ("9" * 30, 404), ("²", 404), ("77777", 302)])
def test_going_on_after_nothing(reader, db, after, status):
    assert reader.get("/corrections/", {"after": after}).status_code == status


def test_going_on_after_a_hidden_one_is_as_after_a_missing_one(reader, announced):
    hidden = correct(announced)
    Event.objects.get(pk=announced.pk).withdraw(by=None, reason="Wrong.")
    answers = [reader.get("/corrections/", {"after": pk}) for pk in (hidden.pk, 77777)]
    assert answers[0].status_code == answers[1].status_code == 302
    assert answers[0]["Location"] == answers[1]["Location"]


def test_feed_is_valid_and_says_what_and_why(reader, announced):
    made = correct(announced, "The day was another \x01one & <b>late</b>.", "Misread.")
    parsed = feedparser.parse(reader.get(FEED).content)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    entry = parsed.entries[0]
    assert entry.title.startswith("The port announces an outage: The day was another")
    assert entry.link == f"http://127.0.0.1:8000{announced.get_absolute_url()}#c-{made.pk}"
    assert "Why: Misread." in entry.summary
    assert "<b>" not in entry.summary
    assert {link.rel: link.href for link in parsed.feed.links}["self"] == f"http://127.0.0.1:8000{FEED}"


def test_page_and_feed_stand_below_each_language(reader, announced):
    correct(announced)
    assert tree(reader.get("/es/corrections/")).xpath("//ol//h2/a/@href")[0].startswith("/es/events/")
    assert feedparser.parse(reader.get(f"/es{FEED}").content).entries[0].link.startswith("http://127.0.0.1:8000/es/")


def test_new_correction_renews_the_pages(reader, announced):
    correct(announced)
    tags = {path: reader.get(path)["ETag"] for path in ("/corrections/", FEED, announced.get_absolute_url())}
    made = Correction.objects.get()
    made.summary = "Said better."
    made.save()
    for path, tag in tags.items():
        again = reader.get(path, headers={"If-None-Match": tag})
        assert again.status_code == 200
        assert "Said better." in again.content.decode()


def test_queries_do_not_grow_with_corrections(announced, detected):
    paths = ("/corrections/", FEED, announced.get_absolute_url())
    correct(announced)
    few = [queries_of(path) for path in paths]
    for _ in range(3):
        correct(announced)
        correct(make_published())
    assert [queries_of(path) for path in paths] == few
