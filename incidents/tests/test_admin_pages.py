"""Lists, histories, previews, queues and signing in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib import admin
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from incidents.models import (
    Citation,
    Correction,
    Entity,
    EntityAlias,
    Event,
    EventVersion,
    ImportBatch,
    Incident,
    Link,
    Membership,
    Quote,
    Source,
    Tag,
)
from incidents.tests.cast import (
    cite,
    give_role,
    link,
    make_entity,
    make_event,
    make_incident,
    make_published,
    make_source,
    make_user,
)
from incidents.tests.desk import form_data
from timeline.proxies import client_address

pytestmark = pytest.mark.django_db
LISTED = (
    Event,
    Incident,
    Source,
    Citation,
    Link,
    Entity,
    Tag,
    EventVersion,
    Correction,
    ImportBatch,
    Membership,
    Quote,
)


def url_of(name: str, obj: Any) -> str:
    return reverse(f"admin:incidents_{obj._meta.model_name}_{name}", args=[obj.pk])


# --- Lists ---------------------------------------------------------------------------------------------------------


def some_of_everything() -> None:
    """Make one more row of everything that is listed, and of what its row shows."""
    incident, source = make_incident(), make_source()
    event = make_published(incident=incident, source=source, quotes="words", tags=[f"tag {Tag.objects.count()}"])
    Membership(incident=make_incident(), event=event).save()
    event.place = "Rotterdam"
    event.save()
    versions = list(event.versions.order_by("number"))
    Correction(event=event, before=versions[0], after=versions[1], summary="s", reason="r", by=make_user()).save()
    give_role(event, entity := make_entity(f"Entity {Entity.objects.count()}"))
    EntityAlias.objects.create(entity=entity, name="Other")
    link(event, "discloses", other := make_event(incident=incident))
    cite(other, source, "words")
    cite(make_event(state="proposed", incident=incident), source, "words")
    ImportBatch.objects.create(incident=incident, format="text", source=source, by=make_user())


@pytest.mark.parametrize("name", [*(model._meta.model_name for model in LISTED), "proposal", "draft"])
def test_a_further_row_costs_no_further_query(desk: Client, name: str) -> None:
    url = reverse(f"admin:incidents_{name}_changelist")

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            response = desk.get(url)
        assert response.status_code == 200
        assert len(response.context["cl"].result_list) >= rows
        return len(captured)

    rows = 2
    for _ in range(rows):
        some_of_everything()
    queries()  # what is cached for the process is cached now
    few = queries()
    rows = 6
    for _ in range(4):
        some_of_everything()
    assert queries() == few


def much_of(event: Event, number: int) -> None:
    """Give an event so many more citations, roles, places and links, either way."""
    for _ in range(number):
        cite(event, make_source(), "words")
        give_role(event, make_entity(f"Entity {Entity.objects.count()}"))
        Membership(incident=make_incident(), event=event).save()
        link(event, "discloses", make_event())
        cite(link(make_event(), "led-to", event), make_source(), "words")


def queries_of(desk: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert desk.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("page", ["change", "history"])
def test_a_page_of_an_event_with_more_in_it_costs_no_further_query(desk: Client, announced: Event, page: str) -> None:
    url = url_of(page, announced)
    much_of(announced, 2)
    queries_of(desk, url)  # what is cached for the process is cached now
    few = queries_of(desk, url)
    much_of(announced, 4)
    assert queries_of(desk, url) == few


def test_event_form_shows_what_is_chosen(desk: Client, announced: Event) -> None:
    much_of(announced, 2)
    page = desk.get(url_of("change", announced)).content.decode()
    chosen = [
        *announced.citations.values_list("source_id", "source__title", "source__publisher"),
        *announced.roles.values_list("entity_id", "entity__name"),
        *announced.memberships.values_list("incident_id", "incident__title"),
        *announced.links_from.values_list("to_event_id", "to_event__headline"),
        *announced.links_to.values_list("from_event_id", "from_event__headline"),
    ]
    assert len(chosen) == 3 + 2 + 3 + 2 + 2
    options = {
        (int(option.get("value")), option.text_content())
        for option in html.document_fromstring(page).xpath("//option[@selected][@value!='']")
        if option.get("value").isdecimal()
    }
    for pk, *names in chosen:
        assert any(one == pk and names[0] in text for one, text in options), names


def test_history_names_the_ends_of_a_link_that_is_gone(desk: Client, announced: Event, detected: Event) -> None:
    row = link(announced, "discloses", detected)
    row.delete()
    page = desk.get(url_of("history", announced)).content.decode()
    assert f"{announced.headline} — discloses — {detected.headline} (removed since)" in page
    gone = make_event()
    row = link(announced, "led-to", gone)
    pk = row.pk
    gone.delete()
    assert f"Link: #{pk} (removed since)" in desk.get(url_of("history", announced)).content.decode()


@pytest.mark.parametrize("name", [*(model._meta.model_name for model in LISTED), "proposal", "draft"])
@pytest.mark.parametrize("text", ['C++ "AT&T (CVE-2021-44228', "\x00", "x" * 5000, "%00'\u202e"])
def test_search_takes_any_text(desk: Client, name: str, text: str) -> None:
    url = reverse(f"admin:incidents_{name}_changelist")
    assert desk.get(url, {"q": text}).status_code in (200, 302)


def test_list_says_dates_in_words(desk: Client, detected: Event) -> None:
    page = desk.get(reverse("admin:incidents_event_changelist")).content.decode()
    assert "late in the week of 11 September 2023" in page


def test_list_finds_events_without_support(desk: Client, announced: Event) -> None:
    bare = make_event("Nobody says so")
    url = reverse("admin:incidents_event_changelist")
    assert list(desk.get(url, {"supported": "no"}).context["cl"].queryset) == [bare]
    assert list(desk.get(url, {"supported": "yes"}).context["cl"].queryset) == [announced]


def test_choice_of_an_event_leaves_out_dismissed_ones(desk: Client, dismissed: Event, draft: Event) -> None:
    asked = {"app_label": "incidents", "model_name": "membership", "field_name": "event", "term": "zuqx"}
    found = desk.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [one["id"] for one in found] == [str(draft.pk)]


def test_every_field_that_an_editor_types_into_is_explained(
    desk: Client, announced: Event, agency_report: Source
) -> None:
    silent = []
    for model in (Event, Incident, Source, Citation, Link, Entity, Tag, Correction, Membership):
        context = desk.get(reverse(f"admin:incidents_{model._meta.model_name}_add")).context
        forms = [context["adminform"].form]
        forms += [inline.formset.empty_form for inline in context["inline_admin_formsets"]]
        silent += [
            f"{model.__name__}: {bound.html_name}"
            for form in forms
            for bound in form
            if not bound.is_hidden and bound.name != "DELETE" and not bound.help_text
        ]
    assert silent == []


# --- Queues --------------------------------------------------------------------------------------------------------


def test_queue_leads_to_the_review_of_the_report(desk: Client, proposal: Event, agency_report: Source) -> None:
    cite(proposal, agency_report)
    page = desk.get(reverse("admin:incidents_proposal_changelist")).content.decode()
    review = reverse("admin:incidents_review", args=[agency_report.pk, proposal.incidents.get().pk])
    assert f'href="{review}?at={proposal.public_id}"' in page


def test_queues_hold_what_they_say(desk: Client, proposal: Event, draft: Event, announced: Event) -> None:
    for name, event in (("proposal", proposal), ("draft", draft)):
        found = desk.get(reverse(f"admin:incidents_{name}_changelist")).context["cl"].queryset
        assert [row.pk for row in found] == [event.pk]


def test_row_of_a_queue_is_edited_as_an_event(desk: Client, draft: Event) -> None:
    response = desk.get(reverse("admin:incidents_draft_change", args=[draft.pk]))
    assert response["Location"] == url_of("change", draft)


def test_front_page_counts_what_waits(desk: Client, proposal: Event, draft: Event) -> None:
    page = desk.get(reverse("admin:index")).content.decode()
    assert "1 proposal to review" in page
    assert "1 draft<" in page


# --- Histories -----------------------------------------------------------------------------------------------------


def test_history_says_who_changed_what(desk: Client, announced: Event) -> None:
    url = url_of("change", announced)
    desk.post(url, form_data(desk, url) | {"headline": "The port says more", "date": "late May 2023", "_save": "1"})
    desk.post(url_of("withdraw", announced), {"reason": "It was wrong."})
    page = desk.get(url_of("history", announced)).content.decode()
    for words in ("editor", "The port says more", "late May 2023", "2023-05", "withdrawn", "It was wrong."):
        assert words in page
    assert "Revision" not in page


def test_history_links_those_of_citations_removed_ones_too(
    desk: Client, announced: Event, paper_report: Source
) -> None:
    second = cite(announced, paper_report, "Cranes stand still")
    pk = second.pk
    second.delete()
    page = desk.get(url_of("history", announced)).content.decode()
    assert reverse("admin:incidents_citation_history", args=[pk]) in page
    assert "(removed since)" in page
    assert desk.get(reverse("admin:incidents_citation_history", args=[pk])).status_code == 200


def test_history_of_a_citation_leads_to_its_quotes(desk: Client, announced: Event) -> None:
    citation = announced.citations.get()
    page = desk.get(url_of("history", citation)).content.decode()
    assert url_of("history", citation.quotes.get()) in page
    assert desk.get(url_of("history", citation.quotes.get())).status_code == 200


def test_state_of_old_is_looked_at_and_not_reverted(desk: Client, announced: Event) -> None:
    record = announced.history.last()
    url = reverse("admin:incidents_event_simple_history", args=[announced.pk, record.pk])
    assert desk.get(url).status_code == 200
    assert desk.post(url, {"headline": "Reverted"}).status_code == 403
    assert Event.objects.get(pk=announced.pk).headline == announced.headline


@pytest.mark.parametrize("object_id", ["x", "0", "99999999999999999999"])
def test_history_of_nothing_is_not_found(desk: Client, object_id: str) -> None:
    assert desk.get(reverse("admin:incidents_event_history", args=[object_id])).status_code in (302, 404)


# --- Versions and corrections --------------------------------------------------------------------------------------


def test_version_shows_what_it_said(desk: Client, detected: Event) -> None:
    page = desk.get(url_of("change", detected.versions.get())).content.decode()
    assert "late in the week of 11 September 2023" in page
    assert "“at the end of last week”" in page
    assert 'name="_save"' not in page


@pytest.fixture
def corrected(announced: Event) -> Event:
    announced.headline = "The port announces two outages"
    announced.save()
    return Event.objects.get(pk=announced.pk)


def correction(desk: Client, event: Event, **changes: Any) -> Any:
    url = reverse("admin:incidents_correction_add") + f"?event={event.pk}"
    return desk.post(url, form_data(desk, url) | {"summary": "There were two.", "reason": "A typo."} | changes)


def test_correction_begins_with_the_last_two_versions(desk: Client, corrected: Event) -> None:
    assert correction(desk, corrected).status_code == 302
    made = Correction.objects.get()
    assert (made.before.number, made.after.number, made.by.username) == (1, 2, "editor")


def test_correction_is_between_versions_of_its_event(desk: Client, corrected: Event, detected: Event) -> None:
    foreign = detected.versions.get()
    assert correction(desk, corrected, before=str(foreign.pk)).status_code == 200
    assert not Correction.objects.exists()


def test_correction_goes_forward(desk: Client, corrected: Event) -> None:
    first, second = corrected.versions.order_by("number")
    response = correction(desk, corrected, before=str(second.pk), after=str(first.pk))
    assert "has to be later" in response.content.decode()


# --- Previews ------------------------------------------------------------------------------------------------------


def test_preview_shows_a_draft_to_editors_and_is_kept_nowhere(desk: Client, reader: Client, draft: Event) -> None:
    response = desk.get(reverse("admin:incidents_event_preview", args=[draft.pk]))
    assert "Draft headline zuqxdraft" in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert "Preview, for editors only." in response.content.decode()
    assert reader.get(draft.get_absolute_url()).status_code == 404


def test_preview_of_an_incident_has_its_drafts(
    desk: Client, incident: Incident, draft: Event, announced: Event
) -> None:
    response = desk.get(reverse("admin:incidents_incident_preview", args=[incident.pk]))
    page = response.content.decode()
    assert "zuqxdraft" in page
    assert announced.headline in page
    assert "no-store" in response["Cache-Control"]


def test_view_on_site_only_of_what_is_there(desk: Client, draft: Event, announced: Event) -> None:
    assert "viewsitelink" not in desk.get(url_of("change", draft)).content.decode()
    assert announced.get_absolute_url() in desk.get(url_of("change", announced)).content.decode()


@pytest.mark.parametrize("query", ["?event=x", "?event=999", "?event=" + "9" * 400, "?source=1&about=zz"])
def test_form_with_nonsense_in_its_address_opens(desk: Client, query: str) -> None:
    for name in ("correction", "citation"):
        assert desk.get(reverse(f"admin:incidents_{name}_add") + query).status_code == 200


# --- Signing in ----------------------------------------------------------------------------------------------------


@override_settings(AXES_ENABLED=True)
def test_fifth_wrong_password_is_answered_with_429(db: None, reader: Client) -> None:
    make_user("somebody")
    url = reverse("admin:login")
    for attempt in range(1, 6):
        response = reader.post(url, {"username": "somebody", "password": "wrong"})
        assert response.status_code == (429 if attempt == 5 else 200), attempt
        assert response.get("Retry-After") == ("900" if attempt == 5 else None)
    page = response.content.decode()
    for words in ("Too many wrong passwords", "Try again in 15 minutes", "manage.py axes_reset"):
        assert words in page
    right = {"username": "somebody", "password": "correct horse 7 battery"}
    assert reader.post(url, right).status_code == 429


def sign_in(password: str, **headers: str) -> int:
    sent = {"username": "somebody", "password": password}
    return Client().post(reverse("admin:login"), sent, **headers).status_code


@override_settings(AXES_ENABLED=True)
def test_further_tries_do_not_prolong_the_wait(db: None) -> None:
    make_user("somebody")
    for _ in range(5):
        sign_in("wrong")
    then = timezone.now() - timedelta(minutes=14)
    AccessAttempt.objects.update(attempt_time=then)
    assert sign_in("wrong") == sign_in("correct horse 7 battery") == 429
    assert AccessAttempt.objects.get().attempt_time == then
    AccessAttempt.objects.update(attempt_time=then - timedelta(minutes=2))
    assert sign_in("correct horse 7 battery") == 302


@override_settings(AXES_ENABLED=True, AXES_CLIENT_IP_CALLABLE="timeline.proxies.client_address")
def test_stranger_behind_the_same_proxy_locks_nobody_else_out(db: None) -> None:
    make_user("somebody")
    for number in range(5):  # what a client writes into the header itself stands before what the proxy adds
        answer = sign_in("wrong", HTTP_X_FORWARDED_FOR=f"192.0.2.{number}, 203.0.113.9")
    assert answer == 429
    assert sign_in("correct horse 7 battery", HTTP_X_FORWARDED_FOR="203.0.113.9") == 429
    assert sign_in("correct horse 7 battery", HTTP_X_FORWARDED_FOR="198.51.100.7") == 302


@pytest.mark.parametrize(
    ("header", "address"),
    [
        pytest.param("203.0.113.9", "203.0.113.9", id="one"),
        pytest.param("192.0.2.1, 203.0.113.9", "203.0.113.9", id="last"),
        pytest.param("192.0.2.1,  2001:db8::1 ", "2001:db8::1", id="ipv6"),
        pytest.param("203.0.113.9:4711", "203.0.113.9", id="with a port"),
        pytest.param("[2001:db8::1]:4711", "2001:db8::1", id="ipv6 with a port"),
        pytest.param("[2001:DB8::1]", "2001:db8::1", id="ipv6 in brackets"),
        pytest.param("fe80::1%eth0", "127.0.0.1", id="with a zone"),
        pytest.param("203.0.113.9, unknown", "127.0.0.1", id="not an address"),
        pytest.param("", "127.0.0.1", id="empty"),
        pytest.param(None, "127.0.0.1", id="none"),
        pytest.param("1" * 100_000, "127.0.0.1", id="long"),
    ],
)
def test_client_is_whom_the_proxy_names(rf: Any, header: str | None, address: str) -> None:
    request = rf.get("/", **({} if header is None else {"HTTP_X_FORWARDED_FOR": header}))
    assert client_address(request) == address


def test_desk_has_its_own_name(reader: Client, db: None) -> None:
    page = reader.get(reverse("admin:login")).content.decode()
    assert "Editor’s desk" in page
    assert "Django" not in page


def test_only_the_desk_is_set_apart_from_windows_that_open_it(desk: Client, reader: Client, db: None) -> None:
    """For a page that asks for it a browser begins another process, and a reader's page has nothing to hide."""
    assert [desk.get(url).get("Cross-Origin-Opener-Policy") for url in ("/admin/", "/admin/login/")] == [
        "same-origin"
    ] * 2
    assert [reader.get(url).get("Cross-Origin-Opener-Policy") for url in ("/", "/about/", "/nothing/")] == [None] * 3


def test_public_pages_have_the_same_policy_as_the_desk(desk: Client, reader: Client, db: None) -> None:
    policies = [client.get(url)["Content-Security-Policy"] for client, url in ((reader, "/"), (desk, "/admin/"))]
    for policy in policies:
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy


def test_admin_registers_each_model_that_editors_need() -> None:
    assert set(LISTED) <= admin.site._registry.keys()


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model._meta.model_name)
@pytest.mark.parametrize(
    "query",
    [
        pytest.param("q=%00", id="a NUL to look for"),
        pytest.param("state=%00&language=%00&kind__exact=%00&id=%00", id="NULs to filter by"),
        pytest.param("id__in=" + "9" * 25, id="an id that no column holds"),
        pytest.param("at__year=" + "9" * 25 + "&created_at__year=" + "9" * 25, id="a year that no column holds"),
        pytest.param("p=999999999&o=99.99&e=1", id="a page and an order that are not there"),
    ],
)
def test_lists_answer_an_address_nobody_clicked_together(desk: Client, model: Any, query: str) -> None:
    answer = desk.get(reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist") + "?" + query)
    assert answer.status_code in (200, 302, 400)
