"""Verbs as buttons and as list actions, deleting, permissions: what is refused is said, and nothing is half done."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from incidents.admin.verbs import VerbsAdmin
from incidents.models import (
    Citation,
    Event,
    ImportBatch,
    Incident,
    Link,
    Membership,
    SiteVersion,
    Source,
    Tag,
)
from incidents.tests.cast import (
    cite,
    give_role,
    link,
    make_capture,
    make_entity,
    make_event,
    make_incident,
    make_published,
    make_source,
    make_user,
)
from incidents.tests.desk import form_data, form_of, messages_of

pytestmark = pytest.mark.django_db


def url_of(name: str, obj: Any) -> str:
    return reverse(f"admin:incidents_{obj._meta.model_name}_{name}", args=[obj.pk])


def do(desk: Client, verb: str, obj: Any, **data: str) -> Any:
    return desk.post(url_of(verb, obj), data)


def act(desk: Client, action: str, *objs: Any, queue: str = "", **data: str) -> Any:
    name = queue or objs[0]._meta.model_name
    chosen = {"action": action, "_selected_action": [obj.pk for obj in objs]}
    return desk.post(reverse(f"admin:incidents_{name}_changelist"), chosen | data)


def state_of(event: Any) -> str:
    return type(event).objects.get(pk=event.pk).state


# --- Buttons -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "buttons"),
    [
        pytest.param("proposed", {"publish", "accept", "dismiss"}, id="proposed"),
        pytest.param("draft", {"publish", "propose_again"}, id="draft"),
        pytest.param("dismissed", {"propose_again"}, id="dismissed"),
    ],
)
def test_form_offers_the_verbs_of_the_state(desk: Client, state: str, buttons: set[str]) -> None:
    event = make_event(state=state, import_ref="ref")
    shown = desk.get(url_of("change", event)).context["verbs"]
    assert {button["verb"].name for button in shown} == buttons
    assert all(button["consequence"] for button in shown)


def test_draft_of_our_own_cannot_be_proposed_again(desk: Client, draft: Event) -> None:
    assert {button["verb"].name for button in desk.get(url_of("change", draft)).context["verbs"]} == {"publish"}


def test_no_form_has_a_select_of_states(desk: Client, announced: Event, incident: Incident) -> None:
    for row in (announced, incident):
        assert not {"state", "withdrawn_reason"} & form_data(desk, url_of("change", row)).keys()


def test_accept_dismiss_and_propose_again(desk: Client, proposal: Event) -> None:
    assert do(desk, "accept", proposal).status_code == 302
    assert state_of(proposal) == "draft"
    do(desk, "propose_again", proposal)
    assert state_of(proposal) == "proposed"
    do(desk, "dismiss", proposal)
    assert state_of(proposal) == "dismissed"
    record = Event.objects.get(pk=proposal.pk).history.first()
    assert (record.state, record.history_user.username) == ("dismissed", "editor")


def test_verb_out_of_place_is_refused_in_a_sentence(desk: Client, announced: Event) -> None:
    assert "can be done only with what is proposed" in messages_of(do(desk, "dismiss", announced))
    assert state_of(announced) == "published"


def test_verb_against_a_newer_event_is_refused(desk: Client, proposal: Event) -> None:
    response = do(desk, "dismiss", proposal, revision=str(proposal.revision - 1 or 99))
    assert "changed by somebody else" in messages_of(response)
    assert state_of(proposal) == "proposed"


def test_verbs_are_posts(desk: Client, proposal: Event) -> None:
    assert desk.get(url_of("dismiss", proposal)).status_code == 405
    assert state_of(proposal) == "proposed"


def test_verbs_need_the_token(editor: Any, proposal: Event) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(url_of("dismiss", proposal)).status_code == 403
    assert client.post(url_of("change", proposal), {"headline": "x"}).status_code == 403
    assert state_of(proposal) == "proposed"


def test_withdrawing_asks_for_the_public_reason(desk: Client, reader: Client, announced: Event) -> None:
    page = desk.get(url_of("withdraw", announced))
    assert "off the site at once" in page.content.decode()
    refused = desk.post(url_of("withdraw", announced), {"reason": " \u200b "})
    assert refused.status_code == 422
    assert "Say in a sentence why" in refused.content.decode()
    assert state_of(announced) == "published"
    desk.post(url_of("withdraw", announced), {"reason": "The source took its report back."})
    gone = reader.get(announced.get_absolute_url())
    assert gone.status_code == 410
    assert "The source took its report back." in gone.content.decode()


def test_incident_is_published_and_withdrawn(desk: Client) -> None:
    incident = Incident.objects.create(title="A matter", slug="a-matter")
    url = url_of("change", incident)
    assert desk.post(url, form_data(desk, url) | {"_publish": "1"}).status_code == 302
    assert state_of(incident) == "published"
    desk.post(url_of("withdraw", incident), {"reason": "It was another matter."})
    assert state_of(incident) == "withdrawn"


def test_withdrawing_a_draft_is_refused(desk: Client, draft: Event) -> None:
    assert "nothing to withdraw" in messages_of(desk.post(url_of("withdraw", draft), {"reason": "x"}))
    assert state_of(draft) == "draft"


def test_verb_on_what_is_gone_says_so(desk: Client, db: None) -> None:
    for name in ("accept", "withdraw"):
        response = desk.post(reverse(f"admin:incidents_event_{name}", args=[999]))
        assert "Perhaps it was deleted?" in messages_of(response)


# --- Actions -------------------------------------------------------------------------------------------------------


def test_publishing_many_says_which_were_refused(desk: Client, draft: Event) -> None:
    bare = make_event("Nobody says so")
    told = messages_of(act(desk, "publish_chosen", draft, bare))
    assert "1 published." in told
    assert "“Nobody says so” has no supporting citation" in told
    assert (state_of(draft), state_of(bare)) == ("published", "draft")
    assert Event.objects.get(pk=draft.pk).versions.get().by.username == "editor"


def test_queue_accepts_and_keeps_history(desk: Client, proposal: Event) -> None:
    act(desk, "accept_chosen", proposal, queue="proposal")
    assert state_of(proposal) == "draft"
    assert Event.objects.get(pk=proposal.pk).history.first().history_user.username == "editor"


def test_withdrawing_many_asks_once(desk: Client, announced: Event, detected: Event) -> None:
    asked = act(desk, "withdraw_chosen", announced, detected)
    assert asked.status_code == 200
    assert state_of(announced) == "published"
    sent = {name: value for name, value in asked.context["hidden"] if name == "action"}
    act(desk, sent["action"], announced, detected, reason="Both were wrong.")
    assert {state_of(announced), state_of(detected)} == {"withdrawn"}


def test_draft_of_our_own_stays_a_draft_in_the_list_too(desk: Client, draft: Event, dismissed: Event) -> None:
    told = messages_of(act(desk, "propose_again_chosen", draft, dismissed))
    assert "1 proposed again." in told
    assert "only what an import proposed can be proposed again" in told
    assert (state_of(draft), state_of(dismissed)) == ("draft", "proposed")


@pytest.mark.parametrize("queue", ["event", "draft"])
def test_draft_of_our_own_stays_one_whatever_address_is_posted_to(desk: Client, draft: Event, queue: str) -> None:
    desk.post(reverse(f"admin:incidents_{queue}_propose_again", args=[draft.pk]))
    assert state_of(draft) == "draft"


def test_what_is_not_public_is_not_asked_a_reason_for(desk: Client, announced: Event, draft: Event) -> None:
    asked = act(desk, "withdraw_chosen", announced, draft)
    assert asked.context["chosen"] == [announced]
    assert "“Draft headline zuqxdraft” is not public: there is nothing to withdraw." in messages_of(asked)
    assert "nothing to withdraw" in messages_of(act(desk, "withdraw_chosen", draft))


def test_incident_that_is_not_public_is_not_withdrawn(desk: Client) -> None:
    incident = make_incident("A matter")
    for response in (
        act(desk, "withdraw_chosen", incident, reason="It was wrong."),
        desk.post(url_of("withdraw", incident), {"reason": "It was wrong."}),
    ):
        assert "“A matter” is not public: there is nothing to withdraw." in messages_of(response)
    assert state_of(incident) == "draft"


def test_incident_withdrawn_by_somebody_else_meanwhile_keeps_that_reason(
    desk: Client, incident: Incident, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at its state and the change: the model refuses, and the page says it."""

    def slip_in(self: Any, *args: Any, **kwargs: Any) -> list[str]:
        Incident.objects.get(pk=incident.pk).withdraw(by=None, reason="Theirs.")
        return carry_out(self, *args, **kwargs)

    carry_out = VerbsAdmin.carry_out
    monkeypatch.setattr(VerbsAdmin, "carry_out", slip_in)
    told = messages_of(desk.post(url_of("withdraw", incident), {"reason": "Mine."}))
    assert "nothing to withdraw" in told
    assert Incident.objects.get(pk=incident.pk).withdrawn_reason == "Theirs."


@pytest.mark.parametrize("action", ["dismiss_chosen", "withdraw_chosen", "delete_selected"])
@pytest.mark.parametrize("junk", ["x", "9" * 30, "-1", "\x00", "", "1.5", "²"])
def test_action_on_no_row_leaves_the_others_alone(desk: Client, proposal: Event, action: str, junk: str) -> None:
    url = reverse("admin:incidents_event_changelist")
    for chosen in ([junk], [junk, str(proposal.pk)]):
        sent = {"action": action, "_selected_action": chosen, "reason": "x"}
        assert desk.post(url, sent).status_code in (200, 302)
    assert state_of(proposal) == ("dismissed" if action == "dismiss_chosen" else "proposed")


def test_action_without_a_reason_asks_again(desk: Client, announced: Event) -> None:
    assert act(desk, "withdraw_chosen", announced, reason=" ").status_code == 422
    assert state_of(announced) == "published"


# --- Deleting ------------------------------------------------------------------------------------------------------


def delete(desk: Client, obj: Any) -> Any:
    return desk.post(url_of("delete", obj), {"post": "yes"})


def test_draft_of_our_own_can_be_deleted(desk: Client, draft: Event) -> None:
    delete(desk, draft)
    assert not Event.objects.filter(pk=draft.pk).exists()


def rows_to_delete(kind: str) -> list[Any]:
    """Make two rows of a kind that may both be deleted."""
    event = make_published(source=make_source(), quotes="words")
    if kind == "event":
        return [make_event(), make_event()]
    if kind == "incident":
        incident = make_incident()
        ImportBatch.objects.create(incident=incident, format="text")
        return [incident, make_incident()]
    if kind == "source":
        return [make_source(), make_source()]
    if kind == "citation":
        return [cite(event, quotes="words"), cite(event)]
    if kind == "link":
        return [link(event, "discloses", make_event()), link(event, "led-to", make_event())]
    if kind == "entity":
        return [make_entity("One"), make_entity("Two")]
    return [Tag.objects.create(name=name, slug=name) for name in ("one", "two")]


@pytest.mark.parametrize("kind", ["event", "incident", "source", "citation", "link", "entity", "tag"])
def test_many_are_deleted_after_asking(desk: Client, kind: str) -> None:
    rows = rows_to_delete(kind)
    url = reverse(f"admin:incidents_{kind}_changelist")
    asked = act(desk, "delete_selected", *rows)
    assert asked.status_code == 200
    assert all(type(row).objects.filter(pk=row.pk).exists() for row in rows)
    before = SiteVersion.current()
    done = desk.post(url, form_of(asked))
    assert "Successfully deleted 2" in messages_of(done)
    assert not type(rows[0]).objects.filter(pk__in=[row.pk for row in rows]).exists()
    assert SiteVersion.current() - before <= 1


def test_lists_without_deletion_offer_none(desk: Client, proposal: Event, announced: Event) -> None:
    for name in ("proposal", "draft", "eventversion", "importbatch"):
        page = desk.get(reverse(f"admin:incidents_{name}_changelist")).content.decode()
        assert "delete_selected" not in page, name
    listed = desk.get(reverse("admin:incidents_event_changelist")).content.decode()
    assert listed.count('value="delete_selected"') == 1
    assert "Delete…" in listed


@pytest.mark.parametrize("cast", ["announced", "withdrawn"])
def test_what_was_public_is_withdrawn_instead(desk: Client, request: pytest.FixtureRequest, cast: str) -> None:
    event = request.getfixturevalue(cast)
    for response in (delete(desk, event), act(desk, "delete_selected", event, post="yes")):
        assert "withdraw it instead" in messages_of(response)
    assert Event.objects.filter(pk=event.pk).exists()
    assert "deletelink" not in desk.get(url_of("change", event)).content.decode()


@pytest.mark.parametrize("cast", ["proposal", "dismissed"])
def test_proposal_is_dismissed_instead(desk: Client, request: pytest.FixtureRequest, cast: str) -> None:
    event = request.getfixturevalue(cast)
    assert "dismiss it instead" in messages_of(delete(desk, event))
    assert Event.objects.filter(pk=event.pk).exists()


def test_one_that_must_stay_keeps_all(desk: Client, draft: Event, announced: Event) -> None:
    assert "Nothing was deleted." in messages_of(act(desk, "delete_selected", draft, announced, post="yes"))
    assert Event.objects.filter(pk=draft.pk).exists()


def test_last_supporting_citation_stays(desk: Client, announced: Event) -> None:
    citation = announced.citations.get()
    before = SiteVersion.current()
    for response in (delete(desk, citation), act(desk, "delete_selected", citation, post="yes")):
        assert response.status_code == 302
        assert "no supporting citation" in messages_of(response)
    assert Citation.objects.filter(pk=citation.pk).exists()
    assert citation.quotes.exists()
    assert SiteVersion.current() == before


def test_one_of_two_citations_can_go(desk: Client, announced: Event, paper_report: Source) -> None:
    second = cite(announced, paper_report)
    act(desk, "delete_selected", second, post="yes")
    after = Event.objects.get(pk=announced.pk)
    assert after.citations.count() == 1
    assert after.versions.first().by.username == "editor"


def test_citations_of_two_events_go_as_one_change(desk: Client, announced: Event, detected: Event) -> None:
    extra = [cite(announced), cite(detected)]
    before = SiteVersion.current()
    act(desk, "delete_selected", *extra, post="yes")
    assert SiteVersion.current() == before + 1


def test_cited_source_stays(desk: Client, announced: Event, agency_report: Source) -> None:
    for response in (delete(desk, agency_report), act(desk, "delete_selected", agency_report, post="yes")):
        assert "a source that is cited stays" in messages_of(response)
    assert Source.objects.filter(pk=agency_report.pk).exists()


def test_source_that_nothing_cites_can_go(desk: Client, paper_report: Source) -> None:
    make_capture(paper_report, "text")
    delete(desk, paper_report)
    assert not Source.objects.exists()


def test_original_of_a_copy_stays(desk: Client, paper_report: Source) -> None:
    make_source(copy_of=paper_report, copy_state="confirmed")
    assert "has a copy" in messages_of(delete(desk, paper_report))


def test_entity_with_a_role_stays(desk: Client, draft: Event) -> None:
    entity = make_entity("The Port")
    give_role(draft, entity)
    assert "has a role in one event" in messages_of(delete(desk, entity))


def test_published_incident_stays(desk: Client, incident: Incident) -> None:
    assert "withdraw it instead" in messages_of(delete(desk, incident))
    assert Incident.objects.filter(pk=incident.pk).exists()


def test_link_can_go(desk: Client, announced: Event, detected: Event) -> None:
    row = link(announced, "discloses", detected)
    cite(row, announced.citations.get().source)
    delete(desk, row)
    assert not Link.objects.exists()


def test_event_is_taken_out_of_a_timeline(desk: Client, incident: Incident, draft: Event) -> None:
    url = url_of("change", incident)
    desk.post(url, form_data(desk, url) | {"memberships-0-DELETE": "on", "_save": "1"})
    assert not Membership.objects.exists()


# --- Sources' readings ---------------------------------------------------------------------------------------------


def test_text_of_a_reading_is_private_and_can_be_taken_down(
    desk: Client, announced: Event, agency_report: Source
) -> None:
    capture = make_capture(agency_report, "Private words zuqxprivate.")
    assert "zuqxprivate" not in desk.get(url_of("change", agency_report)).content.decode()
    url = reverse("admin:incidents_source_take_down", args=[agency_report.pk, capture.pk])
    assert "cannot be brought back" in desk.get(url).content.decode()
    capture.refresh_from_db()
    assert capture.text
    desk.post(url)
    capture.refresh_from_db()
    assert (capture.text, bool(capture.taken_down_at), bool(capture.text_hash)) == ("", True, True)


def test_archived_copy_reaches_the_readers_at_once(desk: Client, announced: Event, agency_report: Source) -> None:
    make_capture(agency_report, "The port said that its systems were down.")
    event, source = url_of("change", announced), url_of("change", agency_report)
    desk.post(event, form_data(desk, event) | {"citations-0-quote_suffix": ".", "_save": "1"})
    before = SiteVersion.current()
    sent = form_data(desk, source) | {"captures-0-archived_url": "https://archive.example/1", "_save": "1"}
    assert desk.post(source, sent).status_code == 302
    assert SiteVersion.current() == before + 1
    assert "https://archive.example/1" in Client().get(announced.get_absolute_url()).content.decode()


# --- Permissions ---------------------------------------------------------------------------------------------------


def desk_of(*codenames: str) -> Client:
    user = make_user()
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_viewer_sees_and_cannot_act(announced: Event, proposal: Event, draft: Event) -> None:
    viewer = desk_of("view_event")
    page = viewer.get(url_of("change", announced))
    assert page.status_code == 200
    assert "verbs" not in page.context
    assert 'name="_save"' not in page.content.decode()
    assert viewer.get(reverse("admin:incidents_event_preview", args=[draft.pk])).status_code == 200
    assert viewer.get(reverse("admin:incidents_proposal_changelist")).status_code == 200
    for name in ("accept", "dismiss", "propose_again", "withdraw"):
        assert viewer.post(url_of(name, proposal), {"reason": "x"}).status_code == 403
    assert viewer.post(url_of("delete", draft), {"post": "yes"}).status_code == 403
    act(viewer, "accept_chosen", proposal)
    act(viewer, "accept_chosen", proposal, queue="proposal")
    act(viewer, "withdraw_chosen", announced, reason="x")
    assert (state_of(proposal), state_of(announced)) == ("proposed", "published")


def test_staff_without_permission_sees_nothing(draft: Event, agency_report: Source) -> None:
    nobody = desk_of()
    for url in (
        url_of("change", draft),
        url_of("history", draft),
        reverse("admin:incidents_event_preview", args=[draft.pk]),
        reverse("admin:incidents_incident_preview", args=[draft.incidents.get().pk]),
        reverse("admin:incidents_proposal_changelist"),
        reverse("admin:incidents_event_changelist"),
        url_of("change", agency_report),
    ):
        assert nobody.get(url).status_code == 403, url
    assert "zuqxdraft" not in nobody.get(reverse("admin:index")).content.decode()


def test_strangers_are_led_to_sign_in(reader: Client, draft: Event) -> None:
    for url in (url_of("change", draft), reverse("admin:incidents_event_preview", args=[draft.pk])):
        response = reader.get(url)
        assert response.status_code == 302
        assert "/login/" in response["Location"]


def test_editor_without_the_right_to_delete_cannot(draft: Event) -> None:
    assert desk_of("view_event", "change_event").post(url_of("delete", draft), {"post": "yes"}).status_code == 403
    assert Event.objects.filter(pk=draft.pk).exists()


def test_published_event_of_a_viewer_cannot_be_saved(announced: Event) -> None:
    viewer = desk_of("view_event")
    assert viewer.post(url_of("change", announced), {"headline": "x"}).status_code == 403


def test_making_and_publishing_needs_no_more_than_events_and_citations(paper_report: Source) -> None:
    names = ("event", "citation", "quote", "membership", "entityrole", "link")
    clerk = desk_of(
        *(f"{verb}_{name}" for verb in ("view", "add", "change") for name in names), "view_source", "view_tag"
    )
    url = reverse("admin:incidents_event_add")
    sent = form_data(clerk, url) | {
        "headline": "It happens", "date": "2023", "citations-TOTAL_FORMS": "1",
        "citations-0-source": str(paper_report.pk), "citations-0-stance": "supports",
        "citations-0-about": "all", "citations-0-order": "0", "_publish": "1",
    }  # fmt: skip
    assert clerk.post(url, sent).status_code == 302
    assert Event.objects.get().state == "published"
