"""Content in several languages: who reads which words, what is said of a translation, and what never shows."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from lxml import html as lxml_html

from incidents import exporting
from incidents.formats import format_named
from incidents.models import Event, EventTranslation, EventVersion, IncidentTranslation, SiteVersion
from incidents.tests.cast import give_role, link, make_entity, make_event, make_published, make_source, make_user
from incidents.tests.desk import form_data
from incidents.tests.pages import queries_of, texts, tree, xpath_of

pytestmark = pytest.mark.django_db
HEADLINE, BODY = "El puerto anuncia una avería", "Sus sistemas *no funcionan*."


def translate(event, language="es", headline=HEADLINE, body=BODY, **fields):
    made = EventTranslation(event=event, language=language, headline=headline, body=body, **fields)
    made.made_from_present()
    made.state = fields.get("state", "published")
    made.save()
    return made


def page(path):
    return tree(Client().get(path))


def in_spanish(message, **values):
    with translation.override("es"):
        return gettext(message) % values


def found(node, selector):
    return node.xpath(xpath_of(selector))


@pytest.fixture
def told(announced):
    return translate(announced)


# --- Who reads which words --------------------------------------------------------------------------------------------


def test_translation_is_read_below_its_language_and_said_to_be_one(announced, told):
    address = announced.get_absolute_url()
    shown = page("/es" + address)
    assert shown.xpath("string(//h1)").startswith(HEADLINE)
    assert shown.xpath("//h1/@lang") == ["es"]
    assert texts(shown, ".prose") == ["Sus sistemas no funcionan.1"]
    assert texts(shown, "title")[0].startswith(HEADLINE)
    assert shown.xpath('//meta[@property="og:title"]/@content') == [HEADLINE]
    assert json.loads(shown.xpath('//script[@type="application/ld+json"]')[0].text)["inLanguage"] == "es"
    original = found(shown, ".telling")[0].xpath(".//a")[0]
    assert (original.get("href"), original.get("hreflang")) == (address, "en")
    assert texts(shown, ".telling")[0].startswith(in_spanish("Translation"))
    plain = page(address)
    assert plain.xpath("//h1/@lang") == ["en"]
    assert not found(plain, ".telling")
    assert not found(plain, ".tongue")


def test_original_is_read_where_there_is_no_translation_and_its_language_is_named(announced, told):
    shown = page("/fr" + announced.get_absolute_url())
    assert shown.xpath("//h1/@lang") == ["en"]
    assert "anglais" in texts(shown, ".telling")[0]


@pytest.mark.parametrize("path", ["/", "/incidents/outage-at-the-port/", "/search/?q=averia", "/entities/the-port/"])
def test_every_list_is_in_the_readers_language(announced, told, path):
    give_role(announced, make_entity("The port", slug="the-port"))
    for prefix, headline in (("/es", HEADLINE), ("", announced.headline)):
        rows = page(prefix + path).xpath("//*[self::h2 or self::h3 or contains(@class,'headline')]")
        assert any(one.text_content().startswith(headline) for one in rows), prefix + path
    assert in_spanish("translation") in Client().get("/es" + path).content.decode().lower()


@pytest.mark.parametrize("suffix", [".atom", ".feed.json", "?limit=5", "?lanes=kind"])
def test_feeds_frames_and_overviews_too(incident, announced, told, suffix):
    path = incident.get_absolute_url()
    path = (
        f"/embed/incident/{incident.slug}/{suffix}"
        if "limit" in suffix
        else path.rstrip("/") + (suffix if suffix.startswith(".") else "/" + suffix)
    )
    assert HEADLINE in b"".join(Client().get("/es" + path)).decode()
    assert HEADLINE not in b"".join(Client().get(path)).decode()


def test_what_is_beside_an_event_is_in_the_readers_language(announced, detected, told):
    link(announced, "led-to", detected)
    shown = Client().get("/es" + detected.get_absolute_url()).content.decode()
    assert shown.count(f"{HEADLINE}</bdi>") == 2  # as what comes after it, and as what it is linked to
    assert announced.headline not in shown
    source = announced.citations.get().source
    assert HEADLINE in Client().get("/es" + source.get_absolute_url()).content.decode()
    assert HEADLINE in Client().get(f"/es/embed/event/{announced.public_id}/").content.decode()


def test_timeline_is_told_in_the_readers_language(incident, announced):
    made = IncidentTranslation(incident=incident, language="es", title="Avería en el puerto", summary="Lo que pasó.")
    made.made_from_present()
    made.publish(by=None)
    for path in ("/es/", "/es" + incident.get_absolute_url(), "/es" + announced.get_absolute_url()):
        assert "Avería en el puerto" in Client().get(path).content.decode(), path
    assert "Avería" not in Client().get(incident.get_absolute_url()).content.decode()
    assert found(page("/es" + incident.get_absolute_url()), ".tongue")
    incident.summary = "What happened, and more."
    incident.save()
    note = in_spanish("Translation; the original has changed since")
    assert note in Client().get("/es" + incident.get_absolute_url()).content.decode()


def test_original_that_no_page_has_as_its_own_is_still_read(incident):
    event = make_published("المحكمة تعلن", language="ar", body="نص", incident=incident)
    translate(event, "en", "The court announces", "Text.")
    shown = page(event.get_absolute_url())
    assert shown.xpath("string(//h1)").startswith("The court announces")
    address = found(shown, ".telling")[0].xpath(".//a")[0].get("href")
    assert address == f"{event.get_absolute_url()}?original"
    assert page(address).xpath("//h1/@dir") == ["rtl"]


# --- The state of the original ----------------------------------------------------------------------------------------


def test_changed_original_is_said_until_the_translation_follows(announced, told):
    version = Event.objects.get(pk=announced.pk).version
    event = Event.objects.get(pk=announced.pk)
    event.citations.get().source.save()  # what it does not translate changes nothing about it
    event.body += " It said so twice."
    event.save()
    note = texts(page("/es" + announced.get_absolute_url()), ".telling")[0]
    changed = in_spanish("Translation of version %(number)s; the original has changed since", number=version)
    assert note.startswith(changed)
    assert EventTranslation.objects.get().of_version == version
    again = EventTranslation.objects.select_related("event").get()
    again.made_from_present()
    again.save()
    assert changed not in Client().get("/es" + announced.get_absolute_url()).content.decode()
    assert EventTranslation.objects.get().of_version == Event.objects.get(pk=announced.pk).version


def test_own_language_and_a_headline_alone_are_refused(announced):
    for fields, name in (({"language": "en-GB"}, "language"), ({"language": "es", "body": " "}, "body")):
        made = EventTranslation(event=announced, headline="H", state="published", **{"body": "B", **fields})
        with pytest.raises(ValidationError) as refused:
            made.clean()
        assert name in refused.value.message_dict


# --- Versions ---------------------------------------------------------------------------------------------------------


def test_version_holds_what_was_told_then_in_each_language(announced, told):
    event = Event.objects.get(pk=announced.pk)
    assert event.version == 2
    told.headline = "El puerto informa"
    told.save()
    assert texts(page(f"/es/events/{event.public_id}/v/2/"), "h1") == [HEADLINE]
    assert texts(page(f"/es/events/{event.public_id}/v/2/"), ".telling") == [in_spanish("translation").capitalize()]
    assert texts(page(f"/events/{event.public_id}/v/2/"), "h1") == [announced.headline]
    changed = found(page(f"/events/{event.public_id}/v/3/"), ".changed")[0]
    assert texts(changed, "dt") == ["Headline (Spanish)"]


def test_translation_taken_back_is_in_no_version_any_more(announced, told):
    told.state = "draft"
    told.save()
    paths = [f"{prefix}/events/{announced.public_id}/v/{n}/" for prefix in ("", "/es") for n in (1, 2, 3)]
    for _ in range(2):
        assert all(HEADLINE not in Client().get(path).content.decode() for path in paths)
        told.headline = "Otra vez"
        told.publish(by=None)  # and it stays so
    assert "Otra vez" in Client().get("/es" + announced.get_absolute_url()).content.decode()


def test_events_without_translations_keep_their_versions(announced):
    before = EventVersion.objects.count()
    Event.objects.get(pk=announced.pk).save()
    assert EventVersion.objects.count() == before
    assert "translations" not in EventVersion.objects.latest("pk").snapshot


# --- What readers never see -------------------------------------------------------------------------------------------


def test_draft_changes_nothing_that_readers_can_see(announced):
    version, site = Event.objects.get(pk=announced.pk).version, SiteVersion.current()
    revision = Event.objects.get(pk=announced.pk).revision
    made = translate(announced, state="draft")
    made.headline += "!"
    made.save()
    event = Event.objects.get(pk=announced.pk)
    assert (event.version, SiteVersion.current()) == (version, site)
    assert event.revision > revision  # whoever has the page of the event open is told
    assert EventTranslation.objects.get().of_version == version


def test_search_finds_a_translation_with_accents_folded_only_while_it_is_public(announced, told):
    assert HEADLINE.split()[0] in texts(page("/es/search/?q=AVERÍA+funcionan"), "h3")[0]
    shown = page("/search/?q=averia+port")
    assert announced.headline in texts(shown, "h3")
    [other] = shown.xpath("//*[@class='snippet']/*[@lang='es']")
    assert (texts(shown, ".snippet")[-1], texts(other, "mark")) == (f"In Spanish: {HEADLINE}", ["avería"])
    assert not page("/search/?q=port").xpath("//*[@class='snippet']/*[@lang='es']")  # its words are all shown
    [other] = page("/es/search/?q=systems+outage").xpath("//*[@class='snippet']/*[@lang='en']")
    assert texts(other, "mark") == ["outage"]
    told.state = "draft"
    told.save()
    assert not found(page("/search/?q=averia"), "h3")


def test_queries_do_not_grow_with_translations(incident, announced, detected):
    paths = [f"/es{incident.get_absolute_url()}?order=newest", f"/es{announced.get_absolute_url()}", "/es/"]
    paths += ["/es/search/?q=port", f"/es/embed/incident/{incident.slug}/", f"/es/incidents/{incident.slug}.atom"]
    translate(announced)
    translate(detected)
    link(announced, "led-to", detected)
    few = [queries_of(path) for path in paths]
    for number in range(6):
        event = make_published(f"More at the port {number}", incident=incident, date="2023-10-01")
        translate(event, headline=f"Más en el puerto {number}")
        link(announced, "led-to", event)
    assert [queries_of(path) for path in paths] == few


# --- From right to left -----------------------------------------------------------------------------------------------


def test_arabic_runs_from_right_to_left_everywhere(incident, announced):
    source = make_source("صحيفة", language="ar")
    event = make_published(
        "IBM: انقطاع في الميناء", language="ar", body="IBM نص", incident=incident, source=source, quotes="IBM قال"
    )
    link(event, "led-to", announced)
    give_role(event, make_entity("The port", slug="the-port"))
    shown = page(event.get_absolute_url())
    assert shown.xpath("//h1/@dir | //div[@class='prose']/@dir | //q/@dir") == ["rtl"] * 3
    assert found(shown, ".dateline")[0].get("lang") == "en"
    assert texts(shown, ".telling") == ["In Arabic"]
    for path in (incident.get_absolute_url(), "/", "/search/?q=IBM", "/entities/the-port/", source.get_absolute_url()):
        shown = page(path)
        headline = shown.xpath("//*[@dir='rtl'][contains(., 'انقطاع')]")
        assert headline, path
        assert headline[-1].xpath("ancestor-or-self::*[@lang][1]/@lang") == ["ar"], path
    mark = page(incident.get_absolute_url()).xpath(f"//*[@data-event='{event.public_id}']/*[local-name()='title']")[0]
    assert "\u2068IBM: انقطاع" in mark.text_content()


# --- Data and the desk ------------------------------------------------------------------------------------------------


def test_our_json_has_translations_and_other_data_the_original(incident, announced, told):
    document = json.loads(b"".join(format_named("dateline").write(exporting.drafts())))
    event = next(one for one in document["events"] if one["id"] == announced.public_id)
    version = Event.objects.get(pk=announced.pk).version
    assert event["translations"] == [
        {"language": "es", "headline": HEADLINE, "body": BODY, "version": version, "current": True}
    ]
    assert event["headline"] == announced.headline
    data = b"".join(Client().get(f"/incidents/{incident.slug}.csv").streaming_content).decode()
    assert announced.headline in data
    assert HEADLINE not in data


def test_preview_shows_a_draft_in_its_language(announced):
    translate(announced, state="draft")
    client = Client()
    client.force_login(make_user(superuser=True))
    address = f"/admin/incidents/event/{announced.pk}/"
    assert f"{address}preview/?language=es" in client.get(f"{address}change/").content.decode()
    shown = lxml_html.fromstring(client.get(f"{address}preview/?language=es").content)
    assert shown.xpath("string(//h1)").startswith(HEADLINE)
    assert shown.get("lang") == "es"


def test_translation_is_edited_on_the_page_of_its_event(desk, announced):
    url = reverse("admin:incidents_event_change", args=[announced.pk])
    row = {"language": "es", "state": "published", "current": "on", "headline": HEADLINE, "body": BODY}
    data = form_data(desk, url) | {f"translations-0-{name}": value for name, value in row.items()}
    assert desk.post(url, data | {"translations-TOTAL_FORMS": "1", "_save": "1"}).status_code == 302
    made = EventTranslation.objects.get()
    assert (made.headline, made.body, made.of_version) == (HEADLINE, BODY, 2)
    stale = form_data(desk, url)
    # The original changes without it: the box beside it stays as it was, and readers are told.
    assert desk.post(url, stale | {"headline": "The port says more", "_save": "1"}).status_code == 302
    assert not EventTranslation.objects.get().is_current_for(Event.objects.get(pk=announced.pk))
    assert "translations-0-current" not in form_data(desk, url)
    conflict = desk.post(url, stale | {"translations-0-headline": "Otra cosa", "_save": "1"})
    assert conflict.status_code == 409
    assert "Otra cosa" in conflict.content.decode()
    assert EventTranslation.objects.get().headline == HEADLINE
    both = form_data(desk, url) | {
        "translations-0-headline": "Más",
        "translations-0-current": "on",
        "body": "And more.",
    }
    assert desk.post(url, both | {"_save": "1"}).status_code == 302
    event = Event.objects.get(pk=announced.pk)
    assert EventTranslation.objects.get().is_current_for(event)
    assert EventTranslation.objects.get().of_version == event.version
    history = desk.get(reverse("admin:incidents_event_history", args=[announced.pk])).content.decode()
    own_history = reverse("admin:incidents_eventtranslation_history", args=[EventTranslation.objects.get().pk])
    assert own_history in history
    assert "Más" in desk.get(own_history).content.decode()
    assert "Más" in desk.get(reverse("admin:incidents_eventtranslation_changelist")).content.decode()
    own = form_data(desk, url) | {"translations-0-language": "en", "_save": "1"}
    assert "The original itself is in this language" in desk.post(url, own).content.decode()


def test_title_and_summary_are_translated_on_the_page_of_the_timeline(desk, incident):
    url = reverse("admin:incidents_incident_change", args=[incident.pk])
    row = {"language": "es", "state": "published", "current": "on", "title": "Avería", "summary": "Lo que pasó."}
    data = form_data(desk, url) | {f"translations-0-{name}": value for name, value in row.items()}
    assert desk.post(url, data | {"translations-TOTAL_FORMS": "1", "_save": "1"}).status_code == 302
    assert page("/es" + incident.get_absolute_url()).xpath("string(//h1)") == "Avería"
    history = desk.get(reverse("admin:incidents_incident_history", args=[incident.pk])).content.decode()
    assert (
        reverse("admin:incidents_incidenttranslation_history", args=[IncidentTranslation.objects.get().pk]) in history
    )
    assert "Avería" in desk.get(f"/admin/incidents/incident/{incident.pk}/preview/?language=es").content.decode()


def test_translation_of_a_draft_event_waits_for_it(incident):
    event = make_event("A draft", incident=incident)
    translate(event)
    with translation.override("es"):
        assert not EventTranslation.objects.told_here().exists()
    assert Client().get(f"/es/events/{event.public_id}/").status_code == 404
