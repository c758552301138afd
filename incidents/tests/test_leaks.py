"""Nothing of what is not published reaches a reader: a token planted everywhere appears nowhere."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client

from incidents import sitemaps
from incidents.formats import citing
from incidents.formats.outward import BY_NAME, offered
from incidents.models import (
    Correction,
    Entity,
    Event,
    EventTranslation,
    EventVersion,
    Incident,
    IncidentTranslation,
    Link,
    Membership,
    Quote,
    SiteVersion,
    Source,
)
from incidents.models.lanes import COLUMNS

from .cast import (
    cite,
    give_role,
    link,
    make_capture,
    make_entity,
    make_event,
    make_incident,
    make_published,
    make_source,
)

pytestmark = pytest.mark.django_db
OF_SOURCES = ("bib", "ris", "csl.json")  # which hold nothing of an event's text
ADDRESS = re.compile(r'(?:href|action|hx-get|content|src)="([^"]+)"|<(?:id|link)[^>]*>([^<]+)<')


@pytest.fixture
def token():
    return "zuqx" + "".join(secrets.choice("bcdfghjk") for _ in range(9))


@pytest.fixture
def planted(token, incident, announced, detected, agency_report):
    """Plant the token in everything that is not for readers, tied to what is."""

    def texts(kind):
        return {"headline": f"{kind} {token}", "body": f"{token} of {kind}", "place": token}

    hidden_source = make_source(token, publisher=token, authors=token, credit=token, url=f"https://{token}.example/")
    for state in ("proposed", "draft", "dismissed"):
        event = make_event(incident=incident, state=state, import_ref=f"{token}-{state}", **texts(state))
        cite(event, hidden_source, token)
        cite(event, agency_report, token, locator=token)
        give_role(event, make_entity(f"{token} {state}"))
        cite(link(announced, "led-to", event), hidden_source, token)
        link(event, "contradicts", detected)
    merged = make_event(incident=incident, state="proposed", **texts("merged"))
    merged.merged_into, merged.state = announced, "merged"
    merged.save()
    withdrawn = make_published(incident=incident, source=hidden_source, quotes=token, **texts("withdrawn"))
    withdrawn.place = "Elsewhere"
    withdrawn.save()
    after, before = EventVersion.objects.filter(event=withdrawn)
    Correction(event=withdrawn, before=before, after=after, summary=token, reason=token).save()
    withdrawn.withdraw(by=None, reason="It was wrong.")
    make_incident(token, slug=token, summary=token)
    gone = make_incident(token, slug=f"{token}-gone", summary=token, published=True)
    Membership(incident=gone, event=announced).save()
    gone.withdraw(by=None, reason="It was wrong.")
    make_capture(agency_report, f"The whole text, with {token} in it.")
    copy = make_source("A copy", copy_of=hidden_source, copy_state="confirmed")
    cite(announced, copy, "copied words")
    # What stood in a published event before it was withdrawn is history now, though it was published again since.
    for body in (token, "The port said that its systems were down."):
        event = Event.objects.get(pk=announced.pk)
        event.body = body
        event.save()
    quote = Quote.objects.filter(citation__event=detected).first()
    quote.exact, before = token, quote.exact
    quote.save()
    quote.exact = before
    quote.save()
    # Translations: of what is public, a draft, also one that was public once; of what is not public, published ones.
    for event in Event.objects.all():
        made = EventTranslation(event=event, language="es", headline=f"{token} es", body=token, state="published")
        if event.state == Event.State.PUBLISHED:
            made.headline = made.body = "Lo mismo"
            made.save()
            made.headline = made.body = token
            made.save()
            made.state = "draft"
        made.save()
    for matter in Incident.objects.all():
        state = "draft" if matter.state == Incident.State.PUBLISHED else "published"
        IncidentTranslation(incident=matter, language="es", title=token, summary=token, state=state).save()
    for event in (announced, detected):
        Event.objects.get(pk=event.pk).withdraw(by=None, reason="It was wrong.")
        Event.objects.get(pk=event.pk).publish(by=None)
        versions = list(EventVersion.objects.filter(event=event).order_by("number"))
        assert token in str([version.snapshot for version in versions[:-1]])
        Correction(event=event, before=versions[0], after=versions[-1], summary="Put right.", reason="Wrong.").save()
    return token


def paths(token) -> Iterator[str]:
    yield from ("/", "/about/", "/method/", "/robots.txt", "/feeds/latest.atom", "/search/", "/nowhere/")
    yield from ("/corrections/", "/feeds/corrections.atom")
    yield from (f"/corrections/?after={correction.pk}" for correction in Correction.objects.all())
    yield from ("/sitemap.xml", "/sitemaps/pages.xml", *(f"/sitemaps/{kind}/0.xml" for kind in sitemaps.KINDS))
    for length in range(3, len(token) + 1):
        yield f"/search/?q={token[:length]}"
    yield f"/search/?q=port+{token}"
    yield from (f"/search/?{word}={token}" for word in ("incident", "entity", "tag", "publisher"))
    yield from ("/search/?kind=occurred", "/search/?q=port&certainty=exact")
    yield f"/search/?q={token[:-1]}w"  # so near that it would be offered as close
    for incident in Incident.objects.all():
        yield incident.get_absolute_url()
        yield incident.get_absolute_url() + "?after=2345"
        yield from (f"{incident.get_absolute_url()}?lanes={by}" for by in COLUMNS)
        yield f"/incidents/{incident.slug}.atom"
        yield f"/incidents/{incident.slug}/card.png"
        yield f"/embed/incident/{incident.slug}/?limit=50"
        yield f"/oembed?url=http%3A//127.0.0.1%3A8000/incidents/{incident.slug}/"
    for event in Event.objects.all():
        yield f"/events/{event.public_id}/"
        yield f"/embed/event/{event.public_id}/"
        yield f"/oembed?url=http%3A//127.0.0.1%3A8000/events/{event.public_id}/&format=xml"
        yield event.get_absolute_url()
        for incident in Incident.objects.published():
            yield f"{incident.get_absolute_url()}?after={event.public_id}"
        for suffix in offered("e"):
            yield f"/events/{event.public_id}.{suffix}"
        for suffix in citing.OFFERED:
            yield f"/events/{event.public_id}.cite.{suffix}"
        for number in range(1, 6):
            yield f"/events/{event.public_id}/v/{number}/"
        yield f"/api/events/{event.public_id}"
        yield f"/api/events?after={event.public_id}"
    for source in Source.objects.all():
        yield source.get_absolute_url()
        for suffix in offered("s"):
            yield f"/sources/{source.public_id}.{suffix}"
        yield f"/api/sources/{source.public_id}"
        yield f"/api/sources?after={source.public_id}"
    for incident in Incident.objects.all():
        for suffix in offered("i"):
            yield f"/incidents/{incident.slug}.{suffix}"
        yield f"/api/incidents/{incident.slug}"
        yield f"/api/events?incident={incident.slug}"
        yield f"/api/sources?incident={incident.slug}"
    for entity in Entity.objects.all():
        yield f"/api/events?entity={entity.slug}"
        for suffix in ("/", ".atom", *(f".{one}" for one in offered("i"))):
            yield f"/entities/{entity.slug}{suffix}"
    for suffix in ("atom", *offered("i")):
        yield f"/search.{suffix}?q=port+{token}"
    yield from ("/api/events", "/api/sources", "/api/incidents", "/api/openapi.json", "/feeds/latest.json")
    yield f"/api/events?q={token}"
    yield f"/api/events?kind={token}"


def content_of(response) -> bytes:
    """Return what an answer holds, streamed or not, and unpacked where it is a workbook."""
    data = b"".join(response.streaming_content) if response.streaming else response.content
    if data.startswith(b"PK"):
        with ZipFile(BytesIO(data)) as archive:
            return b"\n".join(archive.read(name) for name in archive.namelist())
    return data


def without_the_question(content: str, path: str) -> str:
    """Take away what the page repeats of the reader's own search."""
    asked = path.rpartition("=")[2] if path.startswith("/search/") else path.partition("q=")[2]
    return content.replace(asked.replace("+", " "), "").replace(asked, "") if asked else content


def test_token_appears_nowhere(planted):
    token = planted
    seen: set[str] = set()
    waiting = list(paths(token))
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for headers in ({}, {"HX-Request": "true"}):
            response = Client().get(path, headers=headers)
            content = without_the_question(content_of(response).decode(errors="replace"), path)
            assert token not in content, path
            assert token[:6] not in content, path
            for name, value in response.items():
                if response.status_code not in (301, 302):
                    assert token not in str(value), (path, name)
        for found in ADDRESS.findall(content):
            address = (found[0] or found[1]).replace("&amp;", "&").removeprefix("http://127.0.0.1:8000")
            if address.startswith("/") and not address.startswith(("/static/", "//")):
                waiting.append(address.partition("#")[0])
    assert len(seen) > 30


@pytest.mark.parametrize("name", BY_NAME)
def test_token_is_in_no_export(planted, tmp_path, name):
    path, said = tmp_path / "export", StringIO()
    call_command("export_events", format=name, output=str(path), stderr=said)
    data = path.read_bytes()
    if name == "xlsx":
        with ZipFile(path) as archive:
            data = b"\n".join(archive.read(one) for one in archive.namelist())
    assert planted[:6].encode() not in data
    assert "2 events" in said.getvalue()
    assert Source.objects.get(title=planted).public_id.encode() not in data  # nor is anything hidden named by its id
    for hidden in Event.objects.exclude(state="published"):
        assert hidden.public_id.encode() not in data


def test_planted_hole_is_found(planted, announced):
    """A token that is published is seen by the same look, so that finding none above means something."""
    event = Event.objects.get(pk=announced.pk)
    event.body = planted
    event.save()
    seen = ["/incidents/outage-at-the-port/", "/feeds/latest.atom", "/feeds/latest.json", "/api/events"]
    seen += [f"/incidents/outage-at-the-port.{suffix}" for suffix in offered("i") if suffix not in OF_SOURCES]
    seen += [f"/events/{event.public_id}.cite.{suffix}" for suffix in citing.OFFERED]
    made = EventTranslation(event=event, language="fr", headline="Ici", body=planted, state="published")
    made.save()
    made = IncidentTranslation(incident=Incident.objects.published().get(), language="fr", title=planted)
    made.publish(by=None)
    for path in ("/incidents/outage-at-the-port/", event.get_absolute_url(), "/feeds/latest.atom", "/"):
        assert planted in content_of(Client().get(f"/fr{path}")).decode(), path
    event.headline = planted
    event.save()
    seen.append(f"/events/{event.public_id}/v/{Event.objects.get(pk=event.pk).version}/")
    for path in seen:
        assert planted in content_of(Client().get(path)).decode(), path


def test_search_counts_nothing_hidden(planted):
    page = Client().get(f"/search/?q={planted[:5]}").content.decode()
    assert "Nothing found" in page
    assert 'class="close"' not in page


def test_links_to_hidden_events_are_hidden(planted, announced):
    assert Link.objects.count() > 0
    assert 'class="links"' not in Client().get(announced.get_absolute_url()).content.decode()


@pytest.mark.parametrize("state", ["draft", "proposed", "dismissed", "merged"])
def test_hidden_event_answers_as_a_missing_one(planted, state):
    hidden = Event.objects.filter(state=state).first()
    missing = Client().get("/events/zzzzzzzz/")
    for path in (f"/events/{hidden.public_id}/", hidden.get_absolute_url()):
        answer = Client().get(path)
        assert (answer.status_code, answer.content) == (404, missing.content)
        assert dict(answer.items()) == dict(missing.items())


def test_hidden_incident_and_source_answer_as_missing_ones(planted, token):
    missing = Client().get("/incidents/none/")
    hidden = [Client().get(f"/incidents/{token}/"), Client().get(f"/incidents/{token}.atom")]
    hidden += [Client().get(Source.objects.get(title=token).get_absolute_url())]
    for answer in hidden:
        assert (answer.status_code, answer.content) == (404, missing.content)
        assert dict(answer.items()) == dict(missing.items())


def test_going_on_after_a_hidden_event_is_as_after_a_missing_one(planted, incident):
    hidden = Event.objects.filter(state="draft").first()
    answers = [
        Client().get(incident.get_absolute_url(), {"after": public_id}) for public_id in (hidden.public_id, "zzzzzzzz")
    ]
    assert answers[0].status_code == answers[1].status_code == 302
    assert answers[0]["Location"] == answers[1]["Location"]


def test_saving_a_tied_draft_changes_no_etag(planted):
    asked = list(paths(planted))

    def tags():
        caches["default"].clear()
        return [Client().get(path).get("ETag") for path in asked]

    before = tags()
    draft = Event.objects.filter(state="draft").first()
    draft.headline = "Reworded"
    draft.save()
    cite(draft, make_source(), "more")
    assert tags() == before


def test_what_is_tied_to_hidden_things_alone_changes_no_etag(planted, announced):
    """A public event in a timeline that is not yet public; a report of a link whose other end is a draft."""
    before = SiteVersion.current()
    place = Membership(incident=make_incident("In the making"), event=announced)
    place.save()
    place.role = Membership.Role.BACKGROUND
    place.save()
    place.delete()
    hidden = Source.objects.get(title=planted)
    assert hidden.citations.filter(link__from_event=announced).exists()
    hidden.title = "Another title"
    hidden.save()
    assert SiteVersion.current() == before
    Membership(incident=make_incident("Public", published=True), event=announced).save()
    assert SiteVersion.current() > before


def test_saving_a_draft_changes_no_etag(planted):
    asked = list(paths(planted))
    draft = make_event(f"Apart {planted}")

    def tags():
        caches["default"].clear()
        return [Client().get(path).get("ETag") for path in asked]

    before = tags()
    draft.headline = "Reworded"
    draft.save()
    cite(draft, make_source(), "more")
    assert tags() == before
