"""`manage.py refresh_pages`: what is derived is made anew where it is out of date, and only there."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from incidents.models import Event, EventEntry, SearchDocument, SiteVersion
from incidents.search import find

pytestmark = pytest.mark.django_db


def run(*options: str) -> str:
    out = StringIO()
    call_command("refresh_pages", *options, stdout=out)
    return out.getvalue()


def test_what_is_up_to_date_is_left_alone(announced: Event, draft: Event) -> None:
    before = SiteVersion.current()
    assert "0 events made anew, 1 up to date." in run()
    assert SiteVersion.current() == before


def test_an_entry_of_older_templates_is_made_anew(announced: Event, detected: Event) -> None:
    EventEntry.objects.filter(event=announced).update(stamp="older", html="<p>older</p>")
    before = SiteVersion.current()
    assert "1 events made anew, 1 up to date." in run()
    assert announced.headline in EventEntry.objects.get(event=announced).html
    assert SiteVersion.current() > before


def test_a_missing_search_document_comes_back(announced: Event) -> None:
    SearchDocument.objects.all().delete()
    assert find("outage", limit=5) == []
    run()
    assert find("outage", limit=5) == [announced.pk]


def test_everything_is_made_anew_when_asked(announced: Event, detected: Event) -> None:
    assert "2 events made anew, 0 up to date." in run("--all")
