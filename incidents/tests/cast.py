"""The cast of the tests: makers of rows, and a small matter that most tests play on.

Makers take what matters to a test and choose the rest. Nothing in the cast is published unless its name says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from incidents.models import (
    Capture,
    Citation,
    Entity,
    EntityRole,
    Event,
    Incident,
    Link,
    Membership,
    Quote,
    Source,
    Tag,
    changing,
    text_hash,
)

_numbers = count(1)


# --- Makers ----------------------------------------------------------------------------------------------------------


def make_user(username: str = "", *, superuser: bool = False, staff: bool = True, **fields: Any) -> Any:
    """Make an account; its password is "correct horse 7 battery"."""
    user = get_user_model()(
        username=username or f"user{next(_numbers)}", is_staff=staff or superuser, is_superuser=superuser, **fields
    )
    user.set_password("correct horse 7 battery")
    user.save()
    return user


def make_incident(title: str = "", *, slug: str = "", published: bool = False, **fields: Any) -> Incident:
    number = next(_numbers)
    incident = Incident(title=title or f"Incident {number}", slug=slug or f"incident-{number}", **fields)
    incident.save()
    if published:
        incident.publish(by=None)
    return incident


def make_source(title: str = "", *, url: str | None = None, **fields: Any) -> Source:
    """Make a source with an address of its own; `url=""` for one without."""
    number = next(_numbers)
    fields = {"publisher": "The Daily Example", "published": "2023-09-19", "language": "en", **fields}
    address = f"https://news.example/{number}" if url is None else url
    source = Source(title=title or f"Report {number}", url=address, **fields)
    source.save()
    return source


def make_capture(source: Source, text: str, **fields: Any) -> Capture:
    return Capture.objects.create(source=source, text=text, text_hash=text_hash(text), **fields)


def cite(
    target: Event | Link, source: Source | None = None, quotes: Sequence[str] | str = (), **fields: Any
) -> Citation:
    """Cite a source, a new one if none is given, for an event or a link; `quotes` are the words quoted."""
    kind = "event" if isinstance(target, Event) else "link"
    citation = Citation(**{kind: target}, source=source or make_source(), **fields)
    with changing():
        citation.save()
        for order, exact in enumerate([quotes] if isinstance(quotes, str) else quotes):
            Quote(citation=citation, exact=exact, order=order).save()
    return citation


def make_event(
    headline: str = "",
    *,
    date: str = "2023-09-19",
    state: str = "draft",
    incident: Incident | None = None,
    role: str = "",
    tags: Sequence[str] = (),
    **fields: Any,
) -> Event:
    """Make an event without a citation, in any state that needs none."""
    number = next(_numbers)
    event = Event(headline=headline or f"Something happens ({number})", date=date, state=state, **fields)
    with changing():
        event.save()
        if incident:
            Membership(incident=incident, event=event, role=role).save()
        event.tags.set([Tag.objects.get_or_create(name=name, slug=name.casefold())[0] for name in tags])
    return event


def make_published(
    headline: str = "", *, source: Source | None = None, quotes: Sequence[str] | str = (), **fields: Any
) -> Event:
    """Make an event with one supporting citation and publish it."""
    with changing():
        event = make_event(headline, **fields)
        cite(event, source, quotes)
        event.publish(by=None)
    return Event.objects.get(pk=event.pk)


def make_withdrawn(headline: str = "", *, reason: str = "The source took its report back.", **fields: Any) -> Event:
    event = make_published(headline, **fields)
    event.withdraw(by=None, reason=reason)
    return Event.objects.get(pk=event.pk)


def make_entity(name: str, *, slug: str = "", **fields: Any) -> Entity:
    entity = Entity(name=name, slug=slug or f"entity-{next(_numbers)}", **fields)
    entity.save()
    return entity


def give_role(event: Event, entity: Entity, role: str = "mentioned") -> EntityRole:
    row = EntityRole(event=event, entity=entity, role=role)
    row.save()
    return row


def link(first: Event, kind: str, second: Event) -> Link:
    row = Link(from_event=first, kind=kind, to_event=second)
    row.save()
    return row


# --- People ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def editor(db: None) -> Any:
    """Somebody who may do everything in the admin."""
    return make_user("editor", superuser=True)


@pytest.fixture
def second_editor(db: None) -> Any:
    return make_user("second-editor", superuser=True)


@pytest.fixture
def reader() -> Client:
    """A browser in which nobody is signed in."""
    return Client()


@pytest.fixture
def desk(editor: Any) -> Client:
    """A browser in which the editor is signed in."""
    client = Client()
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def other_desk(second_editor: Any) -> Client:
    """A browser in which the second editor is signed in."""
    client = Client()
    client.force_login(second_editor, backend="django.contrib.auth.backends.ModelBackend")
    return client


# --- A small matter: a port's systems, an announcement, a detection, and what is not for readers ---------------------


@pytest.fixture
def incident(db: None) -> Incident:
    """A published incident without events."""
    return make_incident("Outage at the port", slug="outage-at-the-port", published=True)


@pytest.fixture
def agency_report(db: None) -> Source:
    """A report with an address, an author and a date."""
    return make_source(
        "Port reports unusual activity",
        publisher="Example Agency",
        url="https://agency.example/port",
        authors="A. Writer",
        published="2023-09-19",
    )


@pytest.fixture
def paper_report(db: None) -> Source:
    """A report of which no address is known, by another publisher."""
    return make_source("Cranes stand still", publisher="Example Paper", url="", published="2023-09-20")


@pytest.fixture
def announced(incident: Incident, agency_report: Source) -> Event:
    """Published, on a day."""
    return make_published(
        "The port announces an outage",
        date="2023-09-19",
        kind="disclosed",
        body="The port said that its systems were down.",
        incident=incident,
        source=agency_report,
        quotes="its systems were down",
    )


@pytest.fixture
def detected(incident: Incident, agency_report: Source) -> Event:
    """Published, some day late in a week."""
    return make_published(
        "Staff notice unusual activity",
        date="[2023-09-11..2023-09-17]",
        part="end",
        kind="detected",
        incident=incident,
        source=agency_report,
        quotes="at the end of last week",
    )


@pytest.fixture
def draft(incident: Incident, paper_report: Source) -> Event:
    """Not published; cited, so that it could be."""
    # A word with “zuqx” in it is in no page by itself: it has a vowel, which no random id has.
    event = make_event("Draft headline zuqxdraft", incident=incident, body="Draft text zuqxdraftbody.")
    cite(event, paper_report, "zuqxdraftquote")
    return event


@pytest.fixture
def proposal(incident: Incident) -> Event:
    return make_event("Proposed headline zuqxproposal", incident=incident, state="proposed", import_ref="ref-1")


@pytest.fixture
def dismissed(incident: Incident) -> Event:
    return make_event("Dismissed headline zuqxdismissed", incident=incident, state="dismissed", import_ref="ref-2")


@pytest.fixture
def withdrawn(incident: Incident) -> Event:
    return make_withdrawn("Withdrawn headline zuqxwithdrawn", incident=incident)
