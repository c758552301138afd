"""The desk in each editor's language, and readers' pages untouched by it."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from incidents.importing.telling import sentence
from incidents.models import Event, EventEntry, Incident

from .cast import cite, make_source
from .desk import event_data, form_data, messages_of
from .pages import text_of, texts, tree
from .test_admin_files import address, checked

pytestmark = pytest.mark.django_db
CODES = ("en", "es", "fr", "de", "nl")


def headers(code: str) -> dict[str, str]:
    return {"HTTP_ACCEPT_LANGUAGE": f"{code}-XX,{code};q=0.9,it;q=0.8"}


def test_the_desk_is_in_the_language_of_the_browser(desk: Client, announced: Event) -> None:
    url = reverse("admin:incidents_event_change", args=[announced.pk])
    for code in CODES:
        response = desk.get(url, **headers(code))
        page = tree(response)
        with translation.override(code):
            label = gettext("headline")
        assert page.get("lang") == code
        assert any(label.lower() in text.lower() for text in texts(page, "label")), code
        assert {"Accept-Language", "Cookie"} <= set(response["Vary"].split(", "))
    assert tree(desk.get(url, HTTP_ACCEPT_LANGUAGE="it")).get("lang") == "en"


def test_a_language_chosen_at_the_foot_stays(desk: Client) -> None:
    form = next(one for one in tree(desk.get("/admin/", **headers("nl"))).forms if "languages" in one.get("class", ""))
    assert [text_of(one) for one in form.findall(".//button")] == [
        "English",
        "Español",
        "Français",
        "Deutsch",
        "Nederlands",
    ]
    chosen = desk.post(form.get("action"), {"language": "de", "next": "/admin/incidents/event/?q=a"})
    assert (chosen.status_code, chosen["Location"]) == (302, "/admin/incidents/event/?q=a")
    cookie = chosen.cookies["django_language"]
    assert (cookie["path"], cookie["samesite"], bool(cookie["httponly"])) == ("/admin/", "Lax", True)
    assert tree(desk.get("/admin/", **headers("fr"))).get("lang") == "de"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_choosing_a_language_leads_nowhere_else(desk: Client, elsewhere: str) -> None:
    chosen = desk.post("/admin/language/", {"language": "de", "next": elsewhere})
    assert chosen["Location"] in ("/", "/de/")


def test_choosing_a_language_needs_a_post_from_the_desk(desk: Client) -> None:
    careful = Client(enforce_csrf_checks=True)
    assert careful.post("/admin/language/", {"language": "de"}).status_code == 403
    assert "django_language" not in desk.get("/admin/language/", {"language": "de"}).cookies


def test_readers_pages_ask_for_no_cookie(client: Client, announced: Event) -> None:
    client.cookies["django_language"] = "de"
    response = client.get(announced.get_absolute_url(), **headers("de"))
    assert tree(response).get("lang") == "en"
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("code", ["de", "fr"])
def test_what_readers_are_shown_is_not_in_the_editors_language(desk: Client, draft: Event, code: str) -> None:
    cite(draft, make_source(published="2023-09-19"))
    url = reverse("admin:incidents_event_change", args=[draft.pk])
    published = desk.post(url, form_data(desk, url) | {"_publish": "1"}, **headers(code))
    assert published.status_code == 302
    draft.refresh_from_db()
    assert draft.state == "published"
    entry = EventEntry.objects.get(event=draft).html
    EventEntry.objects.all().delete()
    call_command("refresh_pages", verbosity=0)
    assert EventEntry.objects.get(event=draft).html == entry


def test_what_an_import_argues_is_worded_for_who_reads_it(desk: Client, incident: Incident) -> None:
    desk.defaults |= headers("de")
    batch = checked(desk, incident, "what,when\nCrane 1 stood,2023-05-01\nCrane 2 fell,2023-05-02\n")
    said = set()
    for code in ("en", "de", "nl"):
        with translation.override(code):
            sentence = gettext("The record names no source; without one it cannot be published.")
        assert sentence in text_of(tree(desk.get(address(batch), **headers(code)))), code
        said.add(sentence)
    assert len(said) == 3


def test_dates_are_typed_and_read_back_in_the_editors_language(desk: Client) -> None:
    url = reverse("admin:incidents_event_add")
    for code, words, said in (("de", "Mitte September 2023", "Mitte September 2023"), ("en", "mid-September 2023", "")):
        page = desk.post(url, event_data(desk) | {"headline": "New", "date": words, "_save": "1"}, **headers(code))
        assert page.status_code == 302, page.context["errors"]
        assert said in messages_of(page)
    assert [(str(event.date), event.part) for event in Event.objects.all()] == [("2023-09", "mid")] * 2


def test_what_a_finding_is_completed_by_is_worded_too() -> None:
    told = {"code": "order-by-language", "params": [["language", "French"], ["either", "4"]]}
    with translation.override("de"):
        assert "(Französisch)" in sentence(told)
    chosen = {"code": "order-chosen", "params": {"order": "month-first", "day_first": "0", "month_first": "3"}}
    with translation.override("es"):
        assert "mes primero" in sentence(chosen)
