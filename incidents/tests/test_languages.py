"""Readers' pages in five languages: by address alone, kept apart, and in words that are all translated."""

from __future__ import annotations

import json
import re
from io import BytesIO

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.translation import get_language

from incidents.languages import in_language, parted, preferred
from incidents.management import catalogues
from incidents.models import EventEntry, IncidentOverview, SiteVersion, SourceEntry
from incidents.models.eventviews import mark
from incidents.temporal.wording import say

from .cast import link, make_incident, make_published
from .pages import queries_of, text_of, texts, tree

CODES = ("en", "es", "fr", "de", "nl")
OTHERS = CODES[1:]
UNDATED = {"en": "Undated", "es": "Sin fecha", "fr": "Sans date", "de": "Ohne Datum", "nl": "Zonder datum"}
NOT_FOUND = {
    "en": "Not found",
    "es": "No encontrado",
    "fr": "Introuvable",
    "de": "Nicht gefunden",
    "nl": "Niet gevonden",
}


@pytest.fixture
def told(incident, announced, detected, agency_report):
    """Return the addresses of every kind of page that has something to show."""
    link(detected, "led-to", announced)
    return [
        "/",
        incident.get_absolute_url(),
        announced.get_absolute_url(),
        agency_report.get_absolute_url(),
        "/search/",
        "/search/?q=port",
        "/about/",
        "/method/",
    ]


# --- Addresses -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "code", "rest"),
    [
        ("/", "en", "/"),
        ("/about/", "en", "/about/"),
        ("/es/", "es", "/"),
        ("/es/about/", "es", "/about/"),
        ("/es", "es", "/"),
        ("/esp", "en", "/esp"),
        ("/en/about/", "en", "/en/about/"),
        ("/esperanto/", "en", "/esperanto/"),
        ("/es//evil.example/", "es", "/evil.example/"),
        ("//evil.example/", "en", "/evil.example/"),
    ],
)
def test_an_address_says_its_language(path, code, rest):
    assert parted(path) == (code, rest)
    assert in_language(path, "de") == f"/de{rest}"
    assert in_language(path, "en") == rest


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_every_page_stands_in_every_language(reader, told, code):
    for path in told:
        response = reader.get(in_language(path, code))
        page = tree(response)
        assert response.status_code == 200, path
        assert (page.get("lang"), page.get("dir")) == (code, "ltr")
        canonical = page.xpath("//link[@rel='canonical']/@href")
        assert canonical == [f"{settings.SITE_URL}{in_language(path.partition('?')[0], code)}"]
        alternates = {one.get("hreflang"): one.get("href") for one in page.xpath("//link[@hreflang]")}
        bare = path.partition("?")[0]
        assert alternates == {
            **{other: settings.SITE_URL + in_language(bare, other) for other in CODES},
            "x-default": settings.SITE_URL + bare,
        }


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_links_at_the_foot_lead_to_the_same_page(reader, told, code):
    for path in told:
        links = tree(reader.get(in_language(path, code))).xpath("//nav[@class='languages']//a")
        assert [(one.get("lang"), one.get("href")) for one in links] == [
            (other, in_language(path, other)) for other in CODES
        ]
        assert [one.get("lang") for one in links if one.get("aria-current")] == [code]
        assert [text_of(one) for one in links] == [name for _code, name in settings.LANGUAGES]


@pytest.mark.django_db
@pytest.mark.parametrize("code", OTHERS)
def test_links_stay_in_the_language(reader, told, code):
    data = re.compile(r"^/(?:static|api)/|\.[a-z.]+(?:\?.*)?$")
    for path in told:
        page = tree(reader.get(in_language(path, code)))
        inside = [one for one in page.xpath("//body//a[not(@hreflang)]/@href") if one.startswith("/")]
        assert inside
        assert all(one.startswith(f"/{code}/") or data.search(one) for one in inside), inside


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/it/", "/en/", "/en/about/", "/es/admin/", "/es/api/events", "/es/robots.txt", "/es/es/"]
)
def test_what_stands_in_no_language_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.django_db
def test_home_of_a_language_is_found_without_its_slash(client):
    answer = client.get("/es?order=newest")
    assert (answer.status_code, answer["Location"]) == (301, "/es/?order=newest")


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_answers_other_than_pages_are_in_the_language_too(reader, announced, withdrawn, code):
    missing = tree(reader.get(in_language("/nowhere/", code)))
    assert missing.get("lang") == code
    assert NOT_FOUND[code] in texts(missing, "h1")
    assert not missing.xpath("//link[@hreflang]")
    homes = missing.xpath("//nav[@class='languages']//a/@href")
    assert homes == [in_language("/", other) for other in CODES], "an error page repeats nothing of its address"
    gone = reader.get(in_language(withdrawn.get_absolute_url(), code))
    assert (gone.status_code, tree(gone).get("lang")) == (410, code)
    refused = reader.get(in_language("/search/", code), {"q": "x" * 400})
    assert (refused.status_code, tree(refused).get("lang")) == (400, code)


@pytest.mark.django_db
def test_a_moved_page_moves_within_its_language(reader, announced):
    moved = reader.get(f"/fr/events/{announced.public_id}-old-words/")
    assert (moved.status_code, moved["Location"]) == (301, f"/fr{announced.get_absolute_url()}")


@pytest.mark.django_db
def test_a_part_of_a_page_is_in_the_language(reader, announced):
    part = reader.get("/de/search/?q=zzzz", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "Nichts gefunden" in part


# --- Data has no language --------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_data_stands_at_the_plain_address(reader, incident, announced, agency_report):
    for page, suffix in ((incident, "json"), (announced, "json"), (agency_report, "bib")):
        bare = f"{page.get_absolute_url().rstrip('/')}.{suffix}"
        if page is announced:
            bare = f"/events/{announced.public_id}.{suffix}"
        led = reader.get(f"/es{bare}")
        assert (led.status_code, led["Location"]) == (301, bare)
        assert reader.get(bare).status_code == 200
        links = tree(reader.get(in_language(page.get_absolute_url(), "es"))).xpath("//details[@class='data']//a/@href")
        assert bare in links
    assert b"/es/" not in b"".join(reader.get(f"/incidents/{incident.slug}.json").streaming_content)


@pytest.mark.django_db
def test_data_says_dates_in_the_language_of_the_event(reader):
    incident = make_incident(published=True)
    make_published("El puerto lo anuncia", date="2023-09", part="end", language="es", incident=incident)
    data = b"".join(reader.get(f"/incidents/{incident.slug}.timelinejs.json").streaming_content).decode()
    assert "finales de septiembre de 2023" in data


@pytest.mark.django_db
def test_a_feed_is_read_in_the_language(reader, incident, announced):
    for path in ("/feeds/latest.atom", f"/incidents/{incident.slug}.atom"):
        feed = reader.get(f"/es{path}").content.decode()
        assert 'xml:lang="es"' in feed
        assert f'href="{settings.SITE_URL}/es/events/' in feed
        assert "Fuentes:" in feed
        assert say(str(announced.date), language="es").capitalize() in feed
        assert "Sources:" in reader.get(path).content.decode()
    for path in ("/feeds/latest.json", f"/incidents/{incident.slug}.feed.json", "/search.feed.json?q=port"):
        response = reader.get(f"/es{path}")
        value = json.loads(b"".join(response.streaming_content) if response.streaming else response.content)
        assert value["feed_url"] == f"{settings.SITE_URL}/es{path}"
        assert value["home_page_url"].startswith(f"{settings.SITE_URL}/es/")
        assert value["items"][0]["url"].startswith(f"{settings.SITE_URL}/es/events/")
        assert value["items"][0]["title"].startswith(say(str(announced.date), language="es").capitalize())
    links = tree(reader.get(f"/es/incidents/{incident.slug}/")).xpath("//link[@type='application/feed+json']/@href")
    assert links == [f"/es/incidents/{incident.slug}.feed.json"]


@pytest.mark.django_db
def test_the_api_speaks_english_to_everybody(reader, announced):
    asked = {"Accept-Language": "es"}
    assert reader.get("/api/events?nothing=1", headers=asked).content == reader.get("/api/events?nothing=1").content
    assert b"There is no such parameter" in reader.get("/api/events?nothing=1", headers=asked).content


# --- What is kept ----------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_an_entry_kept_in_one_language_is_shown_in_no_other(reader, incident, announced):
    line = SourceEntry.objects.get()
    SourceEntry.objects.update(html="zuqx-line")
    EventEntry.objects.update(html=f"zuqx-entry {mark(line.source_id)}")
    IncidentOverview.objects.update(html="zuqx-overview")
    for code in CODES:
        shown = reader.get(in_language(incident.get_absolute_url(), code)).content.decode()
        assert len(re.findall(r"zuqx-(?:entry|line|overview)", shown)) == (3 if code == "en" else 0)


@pytest.mark.django_db
def test_in_another_language_a_page_makes_what_it_shows_and_finds_it_again(reader, incident, announced):
    address = in_language(incident.get_absolute_url(), "es")

    def queries() -> tuple[int, str]:
        SiteVersion.bump()  # so that the page itself is not a kept one
        with CaptureQueriesContext(connection) as asked:
            page = reader.get(address).content.decode()
        return len(asked), page

    first, made = queries()
    second, again = queries()
    assert again == made
    assert second < first
    announced.headline = "The port speaks"
    announced.save()
    third, changed = queries()
    assert third == first
    assert "The port speaks" in changed


@pytest.mark.django_db
def test_a_change_makes_entries_in_the_sites_own_language_whatever_the_editors_is(announced):
    announced.date = "2023-09-19"
    with translation.override("de"):
        announced.save()
    assert "19 September 2023" in EventEntry.objects.get(event=announced).html
    assert get_language() == "en"


@pytest.mark.django_db
def test_pages_of_two_languages_are_kept_apart(reader, told, django_assert_num_queries):
    for path in told[:4] + told[6:]:
        first = {code: reader.get(in_language(path, code)) for code in CODES}
        assert len({one["ETag"] for one in first.values()}) == len(CODES), path
        for code in CODES:
            with django_assert_num_queries(1):
                again = Client().get(in_language(path, code))
            assert again.content == first[code].content
            stranger = first["en" if code != "en" else "es"]["ETag"]
            asked = reader.get(in_language(path, code), headers={"If-None-Match": stranger})
            assert asked.status_code == 200
            own = reader.get(in_language(path, code), headers={"If-None-Match": first[code]["ETag"]})
            assert own.status_code == 304


@pytest.mark.django_db
def test_a_language_costs_no_query(told):
    def taken(path: str) -> int:
        queries_of(path)  # which makes what is not kept in this language
        caches["default"].clear()
        return queries_of(path)

    for path in told:
        assert {taken(in_language(path, code)) for code in CODES} == {taken(path)}, path


@pytest.mark.django_db
def test_keeping_entries_takes_as_many_queries_in_five_languages_as_in_one(announced, settings):
    def taken() -> int:
        announced.headline += "."
        with CaptureQueriesContext(connection) as captured:
            announced.save()
        return len(captured)

    in_five = taken()
    settings.LANGUAGES = [("en", "English")]
    assert taken() == in_five


@pytest.mark.django_db
def test_no_page_sets_a_cookie_or_varies_by_what_it_does_not_read(reader, told):
    for path in told:
        for code in CODES:
            answer = reader.get(in_language(path, code), headers={"Accept-Language": "nl"})
            assert not answer.cookies
            negotiated = "Accept-Language" in answer["Vary"]
            assert negotiated == (path == "/" and code == "en"), path


# --- The door --------------------------------------------------------------------------------------------------------

FROM_OUTSIDE = {"Sec-Fetch-Dest": "document", "Sec-Fetch-Site": "none"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("headers", "led_to"),
    [
        ({**FROM_OUTSIDE, "Accept-Language": "es-MX,es;q=0.9,en;q=0.8"}, "/es/"),
        ({**FROM_OUTSIDE, "Accept-Language": "it,fr;q=0.5"}, "/fr/"),
        ({**FROM_OUTSIDE, "Accept-Language": "en;q=0.1, de;q=0.9"}, "/de/"),
        ({**FROM_OUTSIDE, "Sec-Fetch-Site": "cross-site", "Accept-Language": "nl"}, "/nl/"),
        ({**FROM_OUTSIDE, "Accept-Language": "en-GB,es;q=0.9"}, ""),
        ({**FROM_OUTSIDE, "Accept-Language": "it, ja"}, ""),
        ({**FROM_OUTSIDE, "Accept-Language": "*"}, ""),
        ({**FROM_OUTSIDE, "Accept-Language": "es;q=nonsense,,;;"}, ""),
        (FROM_OUTSIDE, ""),
        ({"Accept-Language": "es"}, ""),
        ({**FROM_OUTSIDE, "Sec-Fetch-Site": "same-origin", "Accept-Language": "es"}, ""),
        ({**FROM_OUTSIDE, "Sec-Fetch-Dest": "iframe", "Accept-Language": "es"}, ""),
    ],
)
def test_who_comes_to_the_door_is_led_to_their_language(client, headers, led_to):
    answer = client.get("/", headers=headers)
    assert (answer.status_code, answer.get("Location", "")) == ((302, led_to) if led_to else (200, ""))
    for name in ("Accept-Language", "Sec-Fetch-Dest", "Sec-Fetch-Site"):
        assert name in answer["Vary"]
    if led_to:
        assert answer["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_no_other_address_is_led_away(client, incident, announced):
    for path in ("/about/", incident.get_absolute_url(), "/?q=1", "/es/", "/feeds/latest.atom"):
        assert client.get(path, headers={**FROM_OUTSIDE, "Accept-Language": "de"}).status_code == 200


def test_an_endless_header_is_read_in_part():
    assert preferred("xx," * 100_000 + "es") == "en"


# --- Words -----------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_an_event_is_told_in_the_language(reader, incident, announced, code):
    page = tree(reader.get(in_language(announced.get_absolute_url(), code)))
    date = say(str(announced.date), language=code)
    assert texts(page, "time")[0].startswith(date[:1].upper() + date[1:])
    assert page.xpath("//*[@class='told']/@lang") == [announced.language], "its own words stay in their language"
    make_published("Nobody knows when", date="", undated=True, incident=incident)
    timeline = tree(reader.get(in_language(incident.get_absolute_url(), code)))
    assert UNDATED[code] in texts(timeline, "h2")


PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|(%[sd])")
MARKUP = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def found():
    return catalogues.template()


def strings(message) -> list[tuple[str, str]]:
    """Pair a message, or each form of it, with its translation."""
    if isinstance(message.id, str):
        return [(message.id, message.string)]
    one, more = message.id
    return [(one, message.string[0]), *((more, given) for given in message.string[1:])]


def all_strings(catalog) -> list[tuple[str, str]]:
    return sorted(pair for message in catalog if message.id for pair in strings(message))


@pytest.mark.once
@pytest.mark.parametrize("code", OTHERS)
def test_every_word_for_readers_is_translated(found, code):
    catalog = catalogues.read(code)
    assert {message.id for message in catalog} == {message.id for message in found}, "manage.py translations"
    assert catalogues.untranslated(catalog) == []
    assert not any(message.fuzzy for message in catalog if message.id)
    assert catalog.num_plurals == 2


@pytest.mark.once
@pytest.mark.parametrize("code", OTHERS)
def test_translations_keep_placeholders_markup_and_ends(code):
    for message in catalogues.read(code):
        for original, given in strings(message) if message.id else ():
            assert sorted(PLACEHOLDER.findall(original)) == sorted(PLACEHOLDER.findall(given)), original
            assert sorted(MARKUP.findall(original)) == sorted(MARKUP.findall(given)), original
            assert original[-1:] in ".:" or given[-1:] not in ".:", original
            assert original[-1:] not in ".:" or given[-1:] == original[-1:], original
            assert "  " not in given, given
            assert given[len(given.rstrip()) :] == original[len(original.rstrip()) :], given
            assert given == given.lstrip(), given
            assert not re.search('"', MARKUP.sub("", given)) or '"' in original, given
            assert "“" not in given or code == "de", given


@pytest.mark.once
def test_french_has_its_blanks_and_german_its_quotation_marks():
    for _original, given in all_strings(catalogues.read("fr")):
        given = given.replace(", ; |", "")  # signs that are named, and end nothing
        assert not re.search(r"[^\N{NO-BREAK SPACE}<][;?!»]|«[^\N{NO-BREAK SPACE}]", given), given
        assert not re.search(r'[^\N{NO-BREAK SPACE}"]:(?!\w|//)', MARKUP.sub("", given)), given
    for _original, given in all_strings(catalogues.read("de")):
        assert given.count("„") == given.count("“"), given


@pytest.mark.once
@pytest.mark.parametrize("code", OTHERS)
def test_compiled_catalogue_is_the_written_one(code):
    with catalogues.mo_file(code).open("rb") as file:
        compiled = read_mo(file)
    written = catalogues.read(code)
    assert all_strings(compiled) == all_strings(written)
    assert compiled.plural_expr == written.plural_expr


@pytest.mark.once
def test_a_new_word_is_found_and_an_old_one_dropped(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogues, "APP", tmp_path)
    (tmp_path / "locale" / "es" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "locale" / "es" / "LC_MESSAGES" / "django.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Sources"\nmsgstr "Fuentes"\n\nmsgid "gone"\nmsgstr "ido"\n'
    )
    found = catalogues.Catalog(charset="utf-8")
    found.add("Sources")
    found.add("new word")
    catalog = catalogues.updated("es", found)
    again = read_po(BytesIO(catalogues.po_bytes(catalog)), locale="es")
    assert {m.id: m.string for m in again if m.id} == {"Sources": "Fuentes", "new word": ""}
    assert [message.id for message in catalogues.untranslated(again)] == ["new word"]


@pytest.mark.once
def test_the_command_has_nothing_to_do(capsys):
    call_command("translations", check=True)
    assert capsys.readouterr().out.count("messages translated") == len(OTHERS)


@pytest.mark.once
@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize(
    ("edtf", "part"),
    [
        ("2023-09-19", ""),
        ("2023-09", ""),
        ("[2023-09-11..2023-09-17]", "end"),
        ("[2023-09-11..2023-09-20]", ""),
        ("2023-09-11/2023-09-17", ""),
        ("2023-06/..", ""),
        ("2019~", ""),
        ("2019-03?", ""),
    ],
)
def test_the_page_on_the_method_words_dates_as_pages_do(code, edtf, part):
    assert catalogues.read(code).get(say(edtf, part=part)).string == say(edtf, part=part, language=code)


@pytest.mark.once
@pytest.mark.parametrize("code", OTHERS)
def test_words_named_in_the_text_about_the_method_are_those_of_the_pages(code):
    catalog = catalogues.read(code)
    text = " ".join(str(message.string) for message in catalog if message.id)
    for shown in ("disputes this", "led to", "is a response to"):
        assert text.count(catalog.get(shown).string) >= 2, shown
