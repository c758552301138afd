"""A report, pasted or as a page, gives its clean text and what is known of its source."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.cleaning import UnusableText
from incidents.extraction import read_html, read_text
from incidents.extraction.datelines import opening_end, read_dateline
from incidents.extraction.language import guess_language
from incidents.extraction.paragraphs import paragraph_spans
from incidents.extraction.pubdate import read_timestamp
from incidents.tests import seeds

STORY = (
    "The port authority said on Tuesday that it had found traces of an intrusion in its booking system. "
    "It shut the system down and called in the police."
)
MORE = "Ships were kept waiting for two days, and the authority has asked other ports for help."


def seed(number: str) -> bytes:
    return seeds.seed(number).read_bytes()


# --- pasted text -----------------------------------------------------------------------------------------


def test_empty_text_is_refused() -> None:
    with pytest.raises(UnusableText, match="no text"):
        read_text(" \n\u200b\n ")


def test_ten_megabytes_of_text_are_refused() -> None:
    with pytest.raises(UnusableText, match="5,000,000"):
        read_text("word " * 2_000_000)


def test_spans_point_into_the_text() -> None:
    article = read_text(f"  {STORY}\r\n\r\n{MORE}\r\n")
    assert [article.text[start:end] for start, end in article.paragraphs] == [STORY, MORE]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param("a b\n\nc d", ["a b", "c d"], id="empty-line"),
        pytest.param("a b\n \t\nc d", ["a b", "c d"], id="blank-line"),
        pytest.param("One sentence.\nAnother one.", ["One sentence.", "Another one."], id="one-a-line"),
        pytest.param(
            "Divers of the port had to shut both of\nthe gates that lead to the inner harbour\nlast week.\n\nEnd.",
            [
                "Divers of the port had to shut both of\nthe gates that lead to the inner harbour\nlast week.",
                "End.",
            ],
            id="wrapped-at-a-margin",
        ),
        pytest.param("", [], id="empty"),
        pytest.param("\n\n", [], id="line-ends-only"),
    ],
)
def test_paragraphs_are_found(text: str, paragraphs: list[str]) -> None:
    assert [text[start:end] for start, end in paragraph_spans(text)] == paragraphs


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param(
            "Port shuts booking system after intrusion\n\n",
            "Port shuts booking system after intrusion",
            id="blank-line",
        ),
        pytest.param(
            "Port shuts booking system\nTuesday, July 11, 2023\n", "Port shuts booking system", id="date-line"
        ),
        pytest.param("", "", id="story-only"),
        pytest.param("ROTTERDAM (AP) — ", "", id="dateline"),
        pytest.param("Ships kept waiting.\n\n", "", id="full-stop"),
        pytest.param("EFE\n\n", "", id="credit"),
    ],
)
def test_title_is_taken_where_it_is_plain(head: str, title: str) -> None:
    assert read_text(f"{head}{STORY}\n\n{MORE}").source.title == title


@pytest.mark.parametrize(
    ("head", "published", "found_in"),
    [
        pytest.param("date 2023-09-19 ", "2023-09-19", "first-words", id="stamp"),
        pytest.param("2023-09-19 ", "2023-09-19", "first-words", id="bare-stamp"),
        pytest.param(
            "Date: 2023-09-19T14:30:00+02:00 ", "2023-09-19T14:30:00+02:00", "first-words", id="stamp-with-time"
        ),
        pytest.param("Published: 19 September 2023\n\n", "2023-09-19", "label", id="label"),
        pytest.param(
            "Port shuts system\n\nPosted on September 19, 2023\n\n", "2023-09-19", "label", id="label-below-title"
        ),
        pytest.param("Port shuts system\nTuesday, September 19, 2023\n\n", "2023-09-19", "date-line", id="date-line"),
        pytest.param("Port shuts system\n\n19 September 2023\n\n", "2023-09-19", "date-line", id="bare-date"),
        pytest.param("Published 19 September 2023\n\n", "2023-09-19", "label", id="label-without-colon"),
        pytest.param("Published on 19 September 2023.\n\n", "2023-09-19", "label", id="label-with-stop"),
        pytest.param("ROTTERDAM, Sept 19, 2023 (Reuters) - ", "2023-09-19", "dateline", id="dateline"),
        pytest.param("LA HAYE, 19 sept 2023 (AFP) - ", "2023-09-19", "dateline", id="dateline-french"),
        pytest.param("ROTTERDAM, Sept 19 (Reuters) - ", "", "", id="dateline-without-year"),
        pytest.param("Updated: 20 September 2023\n\n", "", "", id="update"),
        pytest.param("Post expires at 4:05am on Monday June 27th, 2022\n\n", "", "", id="expiry"),
        pytest.param("Copyright 2024 Port News\n\n", "", "", id="copyright"),
        pytest.param("Retrieved 2024-03-01 from the archive\n\n", "", "", id="crawl"),
        pytest.param("6 days ago\n\n", "", "", id="ago"),
        pytest.param("1,162 views 2025-05-06 10:33\n\n", "", "", id="counter"),
        pytest.param("", "", "", id="none"),
    ],
)
def test_publication_date_is_found_only_where_it_can_be_trusted(head: str, published: str, found_in: str) -> None:
    source = read_text(f"{head}{STORY}\n\n{MORE}").source
    assert (source.published, source.published_from) == (published, found_in)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{STORY} The first break-in was on 3 May 2021.", id="in-the-story"),
        pytest.param(f"{STORY}\n\n“What a mess” (@portwatch) September 19, 2023", id="post"),
        pytest.param(f"{STORY}\n\n2025-05-06 10:33 1162 view", id="counter-below"),
        pytest.param(f"{STORY}\n\n© 2024 Port News. All rights reserved.", id="footer"),
    ],
)
def test_date_in_or_below_the_story_is_no_publication_date(text: str) -> None:
    assert read_text(text).source.published == ""


def test_date_that_is_not_trusted_is_named_in_a_note() -> None:
    assert any("no year" in str(note) for note in read_text(f"ROTTERDAM, Sept 19 (Reuters) - {STORY}").notes)
    assert any("2023-09-20" in str(note) for note in read_text(f"Updated: 20 September 2023\n\n{STORY}").notes)


def test_given_date_counts_and_a_different_one_is_named() -> None:
    article = read_text(f"date 2023-09-19 {STORY}", published="2023-09-20")
    assert (article.source.published, article.source.published_from) == ("2023-09-20", "given")
    assert any("2023-09-19" in str(note) for note in article.notes)


def test_impossible_given_date_is_refused() -> None:
    with pytest.raises(UnusableText, match="publication date"):
        read_text(STORY, published="2023-02-30")


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        pytest.param(f"ROTTERDAM, Netherlands (AP) — {STORY}", "AP", id="ap"),
        pytest.param(f"ROTTERDAM,WonderCoin Netherlands (AP) — {STORY}", "AP", id="stray-word-in-dateline"),
        pytest.param(f"ROTTERDAM, Sept 19 (Reuters) - {STORY}", "Reuters", id="reuters"),
        pytest.param(f"Róterdam, 19 sep (EFE).- {STORY}", "EFE", id="efe-dateline"),
        pytest.param(f"Rotterdam (dpa) - {STORY}", "dpa", id="dpa"),
        pytest.param(f"ROTTERDAM (ANP) - {STORY}", "ANP", id="anp"),
        pytest.param(f"{STORY}\n\nEFE", "EFE", id="last-line"),
        pytest.param(f"{STORY}\n\nEFE abc/xyz", "EFE", id="last-line-with-initials"),
        pytest.param(f"{STORY} EFE", "EFE", id="last-word"),
        pytest.param(f"{STORY}\n\n(With inputs from IANS)", "IANS", id="inputs"),
        pytest.param(f"{STORY}\n\nSource: Xinhua", "Xinhua", id="source"),
        pytest.param(f"Port shuts system\n\nAssociated Press\n\n{STORY}", "AP", id="byline"),
        pytest.param(STORY, "", id="none"),
        pytest.param(f"{STORY} The (TASS) report was wrong.", "", id="named-in-the-story"),
    ],
)
def test_credit_is_found(text: str, credit: str) -> None:
    assert read_text(text).source.credit == credit


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("THE HAGUE, Netherlands (AP) — The court", "The court"),
        ("ANTWERP, Belgium — The port", "The port"),
        ("THE HAGUE — The court", "The court"),
        ("NEW YORK — The court", "The court"),
        ("WASHINGTON, D.C. — The court", "The court"),
        ("PARIS, Oct 23 — The court", "The court"),
        ("PARIS, le 23 octobre 2023 – La cour", "La cour"),
        ("THE HAGUE, Oct. 20 (Reuters) - The court", "The court"),
        ("THE HAGUE (Port News) — The court", "The court"),
        ("LA HAYE (AFP) - La cour", "La cour"),
        ("Den Haag – Het hof", "Het hof"),
        ("Santiago de Chile, 19 sep – El puerto", "El puerto"),
        ("Monday – The port was hit", "Monday – The port was hit"),
        ("UPDATE — The port was hit", "UPDATE — The port was hit"),
        ("Berlin – once divided – is", "Berlin – once divided – is"),
        ("Ada Berg – Port Authority head – said", "Ada Berg – Port Authority head – said"),
        ("NATO, which was founded in 1949 — it", "NATO, which was founded in 1949 — it"),
        ("date 2023-09-19 The court", "The court"),
        ("date 2023-09-19 THE HAGUE (AP) — The court", "The court"),
        ("The court (AP) said", "The court (AP) said"),
        ("NATO — the alliance of the North — met", "the alliance of the North — met"),
        ("In 2022 - a year later - it", "In 2022 - a year later - it"),
    ],
)
def test_first_sentence_begins_behind_the_dateline(opening: str, rest: str) -> None:
    assert opening[opening_end(opening) :] == rest


def test_place_in_small_letters_opens_only_the_first_paragraph() -> None:
    assert read_dateline("Den Haag – Het hof", is_first=False) is None
    assert read_dateline("DEN HAAG – Het hof", is_first=False) is not None


def test_ordinary_sentence_has_no_dateline() -> None:
    assert read_dateline(STORY) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The court said that it had been attacked and that it was at work on it.", "en"),
        ("El tribunal informó de que la semana pasada se detectó una actividad en los sistemas.", "es"),
        ("La cour a annoncé que les systèmes ont été attaqués dans la nuit et que une enquête est en cours.", "fr"),
        ("Das Gericht teilte mit, dass die Systeme angegriffen wurden und nicht mehr zu erreichen sind.", "de"),
        ("Het hof meldt dat de systemen zijn aangevallen en dat er aangifte is gedaan bij de politie.", "nl"),
        ("O tribunal disse que os sistemas foram atacados e que não há mais dados em risco para a sua rede.", "pt"),
        (
            "Il tribunale ha detto che i sistemi sono stati attaccati e che non si conoscono gli autori della rete.",
            "it",
        ),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_language_is_guessed(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_given_language_counts() -> None:
    assert read_text(STORY, language="nl-BE").source.language == "nl"


def test_publisher_is_given_or_the_host() -> None:
    assert read_text(STORY).source.publisher == ""
    assert read_text(STORY, url="https://www.example.org/a").source.publisher == "example.org"
    assert read_text(STORY, name="Port News").source.publisher == "Port News"


def test_bad_address_is_refused() -> None:
    with pytest.raises(UnusableText, match="http"):
        read_text(STORY, url="javascript:alert(1)")


def test_agency_report_with_a_date_in_its_first_words() -> None:
    source = read_text(seed("000")).source
    assert (source.published, source.published_from) == ("2023-09-19", "first-words")
    assert (source.credit, source.language, source.title) == ("EFE", "en", "")


def test_agency_report_without_a_date() -> None:
    source = read_text(seed("003")).source
    assert (source.published, source.credit, source.language) == ("", "AP", "en")


@pytest.mark.parametrize(
    ("raw", "edtf"),
    [
        ("2023-09-19", "2023-09-19"),
        ("2023-09-19T14:30:00+02:00", "2023-09-19T14:30:00+02:00"),
        ("2023-09-19T14:30:00.123Z", "2023-09-19T14:30:00Z"),
        ("2023-09-19T14:30+0200", "2023-09-19T14:30:00+02:00"),
        ("2023-09-19 14:30", "2023-09-19T14:30:00"),
        ("2023-09-19T00:00:00Z", "2023-09-19"),
        ("2023-09-19T00:00:00+00:00", "2023-09-19"),
        ("20230919", "2023-09-19"),
        ("September 19, 2023", "2023-09-19"),
        ("19 September 2023 14:05 UTC", "2023-09-19T14:05:00Z"),
        ("2023-09", ""),
        ("2023-02-30", ""),
        ("1970-01-01T00:00:00Z", ""),
        ("0001-01-01T00:00:00", ""),
        ("yesterday", ""),
        ("", ""),
        ("9" * 100_000, ""),
    ],
)
def test_timestamp_is_read_with_its_zone(raw: str, edtf: str) -> None:
    assert read_timestamp(raw) == edtf


# --- pages -----------------------------------------------------------------------------------------------


def page(head: str = "", body: str = "", attributes: str = ' lang="en"', above: str = "") -> str:
    return (
        f"<!doctype html><html{attributes}><head>"
        f"<title>Port shuts booking system | Port News</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a><a href='/news'>News</a></nav>"
        f"<article><h1>Port shuts booking system</h1>{above}<p>{STORY}</p><p>{MORE}</p>{body}</article>"
        f"<footer>Copyright 2024 Port News. All rights reserved.</footer></body></html>"
    )


def json_ld(body: str) -> str:
    return f'<script type="application/ld+json">{body}</script>'


def test_page_gives_title_publisher_and_paragraphs() -> None:
    article = read_html(
        page('<meta property="og:title" content="Port shuts system"><meta property="og:site_name" content="Port News">')
    )
    assert (article.source.title, article.source.publisher) == ("Port shuts system", "Port News")
    assert f"{STORY}\n\n{MORE}" in article.text
    assert "Home" not in article.text
    assert "Copyright" not in article.text
    assert STORY in [article.text[start:end] for start, end in article.paragraphs]


def test_json_ld_names_publisher_authors_and_headline() -> None:
    source = read_html(
        page(
            json_ld(
                '{"@context":"https://schema.org","@graph":[{"@type":["NewsArticle"],"headline":"Port shuts system",'
                '"author":[{"@type":"Organization","name":"Reuters"}],"publisher":{"name":"Port News"}}]}'
            )
        )
    ).source
    assert (source.title, source.publisher, source.authors, source.credit) == (
        "Port shuts system",
        "Port News",
        ("Reuters",),
        "Reuters",
    )


ARTICLE = '{"@type":"NewsArticle","datePublished":"2023-09-19T14:30:00+02:00"}'


@pytest.mark.parametrize(
    ("head", "above", "url", "published", "found_in"),
    [
        pytest.param(json_ld(ARTICLE), "", "", "2023-09-19T14:30:00+02:00", "json-ld", id="json-ld"),
        pytest.param(json_ld(f"[{ARTICLE}]"), "", "", "2023-09-19T14:30:00+02:00", "json-ld", id="json-ld-list"),
        pytest.param(
            json_ld('{"@type":"WebPage","datePublished":"2019-01-01"}') + json_ld(ARTICLE),
            "",
            "",
            "2023-09-19T14:30:00+02:00",
            "json-ld",
            id="article-before-page",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2023-09-19T10:00:00Z">',
            "",
            "",
            "2023-09-19T10:00:00Z",
            "meta",
            id="meta",
        ),
        pytest.param(
            json_ld(ARTICLE) + '<meta property="article:published_time" content="2023-09-21">',
            "",
            "",
            "2023-09-19T14:30:00+02:00",
            "json-ld",
            id="json-ld-before-meta",
        ),
        pytest.param("", '<time datetime="2023-09-19">19 Sept</time>', "", "2023-09-19", "time", id="time-by-headline"),
        pytest.param("", "<time>19 September 2023</time>", "", "2023-09-19", "time", id="time-in-words"),
        pytest.param(
            "", '<span itemprop="datePublished" content="2023-09-19">x</span>', "", "2023-09-19", "time", id="itemprop"
        ),
        pytest.param("", "", "https://example.org/2023/09/19/port", "2023-09-19", "url", id="url"),
        pytest.param("", "", "https://example.org/port-2023-09-19.html", "2023-09-19", "url", id="url-with-dashes"),
        pytest.param("", "", "https://example.org/2023/09/19/2022/01/02", "", "", id="two-dates-in-url"),
        pytest.param("", '<time class="modified" datetime="2023-09-20"></time>', "", "", "", id="time-of-change"),
        pytest.param(
            "", '<div class="comments"><time datetime="2023-09-20"></time></div>', "", "", "", id="time-of-comment"
        ),
        pytest.param('<meta property="article:modified_time" content="2023-09-20">', "", "", "", "", id="change-only"),
        pytest.param(json_ld('{"@type":"Comment","datePublished":"2023-09-20"}'), "", "", "", "", id="comment"),
        pytest.param(json_ld('{"@type":"NewsArticle","datePublished":"2023-09'), "", "", "", "", id="broken-json"),
        pytest.param(json_ld('{"@type":"NewsArticle","datePublished":20230919}'), "", "", "", "", id="number"),
        pytest.param(json_ld("[" * 100_000), "", "", "", "", id="deep-json"),
        pytest.param("", "", "", "", "", id="copyright-footer-only"),
    ],
)
def test_publication_date_of_a_page(head: str, above: str, url: str, published: str, found_in: str) -> None:
    source = read_html(page(head, above=above), url=url).source
    assert (source.published, source.published_from) == (published, found_in)


def test_change_without_publication_is_noted() -> None:
    article = read_html(page('<meta property="article:modified_time" content="2023-09-20">'))
    assert any("2023-09-20" in str(note) for note in article.notes)


def test_guessed_date_is_noted_and_not_taken() -> None:
    article = read_html(page(body="<p>Last checked by the editors on 12 March 2022, said the page.</p>"))
    assert article.source.published == ""
    assert all("is the publication" in str(note) for note in article.notes)


def test_tag_page_with_several_stories_gives_no_date() -> None:
    stories = ",".join(
        f'{{"@type":"NewsArticle","headline":"Story {day}","url":"https://example.org/{day}","datePublished":"2023-09-{day}"}}'
        for day in (11, 12, 13)
    )
    article = read_html(
        page(json_ld(f'{{"@type":"CollectionPage","hasPart":[{stories}]}}')), url="https://example.org/tag/ports"
    )
    assert article.source.published == ""
    assert any("several stories" in str(note) for note in article.notes)
    own = read_html(page(json_ld(f"[{stories}]")), url="https://example.org/12")
    assert own.source.published == "2023-09-12"


def test_address_of_another_date_is_noted() -> None:
    article = read_html(page(json_ld(ARTICLE)), url="https://example.org/2022/01/02/other-story")
    assert article.source.published.startswith("2023-09-19")
    assert any("2022-01-02" in str(note) for note in article.notes)


@pytest.mark.parametrize(
    ("given_url", "canonical", "attributes", "url"),
    [
        pytest.param("", "https://example.org/a", "", "https://example.org/a", id="none-given"),
        pytest.param(
            "https://example.org/a?utm_source=x", "https://example.org/a", "", "https://example.org/a", id="tracking"
        ),
        pytest.param(
            "https://m.example.org/a", "https://www.example.org/a", "", "https://www.example.org/a", id="mobile"
        ),
        pytest.param("https://example.org/a/amp", "/a", " amp", "https://example.org/a", id="amp"),
        pytest.param(
            "https://amp.other.example/a", "https://example.org/a", " ⚡", "https://example.org/a", id="amp-elsewhere"
        ),
        pytest.param(
            "https://example.org/a", "https://example.org/", "", "https://example.org/a", id="canonical-is-root"
        ),
        pytest.param("https://example.org/a", "https://other.example/a", "", "https://example.org/a", id="syndicated"),
        pytest.param("https://example.org/a", "javascript:alert(1)", "", "https://example.org/a", id="javascript"),
        pytest.param("https://example.org/a", "http://[", "", "https://example.org/a", id="broken"),
    ],
)
def test_address_is_the_canonical_one_of_the_same_site(
    given_url: str, canonical: str, attributes: str, url: str
) -> None:
    article = read_html(page(f'<link rel="canonical" href="{canonical}">', attributes=attributes), url=given_url)
    assert article.source.url == url


def test_original_elsewhere_is_noted() -> None:
    article = read_html(page('<link rel="canonical" href="https://other.example/a">'), url="https://example.org/a")
    assert any("https://other.example/a" in str(note) for note in article.notes)


def test_language_of_the_page_counts_before_a_guess() -> None:
    assert read_html(page(attributes=' lang="nl-NL"')).source.language == "nl"
    assert read_html(page(attributes="")).source.language == "en"
    assert read_html(page(attributes=' lang="nl"'), language="fr").source.language == "fr"


def test_declared_charset_is_used() -> None:
    markup = page('<meta charset="windows-1252">', "<p>Le système du port a été fermé.</p>").encode("cp1252")
    assert "système" in read_html(markup).text
    assert (
        "système"
        in read_html(page(body="<p>Le système du port a été fermé.</p>").encode("cp1252"), charset="latin-1").text
    )


def test_script_and_markup_do_not_reach_the_text() -> None:
    article = read_html(page(body="<script>alert(1)</script><p>&lt;b&gt;bold&lt;/b&gt; &#8238;override</p>"))
    assert "alert" not in article.text
    assert "\u202e" not in article.text


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("", id="empty"),
        pytest.param("   ", id="blank"),
        pytest.param("<html></html>", id="no-body"),
        pytest.param("<html><body><script>x</script></body></html>", id="script-only"),
        pytest.param("<!-- only a comment -->", id="comment-only"),
    ],
)
def test_page_without_text_is_refused(markup: str) -> None:
    with pytest.raises(UnusableText):
        read_html(markup)


PARAGRAPHS = f"<p>{STORY}</p><p>{MORE}</p>"
ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>" * 50_000 + PARAGRAPHS, id="nested-divs"),
        pytest.param("<b>" * 50_000 + PARAGRAPHS, id="nested-inline"),
        pytest.param("<p><font>a" * 30_000, id="soup"),
        pytest.param("<p>a</p>" * 50_000, id="many-paragraphs"),
        pytest.param("<p>" + "<span>a</span>" * 50_000, id="many-spans"),
        pytest.param("<table><tr>" * 20_000 + PARAGRAPHS, id="nested-tables"),
        pytest.param(f"<p title='{'a' * 4_900_000}'>x</p>" + PARAGRAPHS, id="huge-attribute"),
        pytest.param(f"<p>{'a' * 4_000_000}</p>", id="one-word"),
        pytest.param("<" * 1_000_000 + PARAGRAPHS, id="open-brackets"),
        pytest.param(
            f'<!DOCTYPE x [<!ENTITY a0 "ha">{ENTITIES}]><html><body><p>&a9; {STORY}</p></body></html>', id="laughs"
        ),
        pytest.param(
            f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><body><p>&e; {STORY}</p></body></html>',
            id="xxe",
        ),
        pytest.param("<meta property='og:title' content='x'>" * 30_000 + PARAGRAPHS, id="many-metas"),
        pytest.param(json_ld("[" + '{"@type":"NewsArticle"},' * 20_000 + "{}]") + PARAGRAPHS, id="many-stories"),
        pytest.param("<p>" + "2023-09-19 " * 200_000, id="dates"),
        pytest.param("<h1>a</h1>" + "<time>May</time>" * 100_000 + PARAGRAPHS, id="many-times"),
    ],
)
def test_hostile_page_is_read_or_refused_in_time(markup: str) -> None:
    start = time.process_time()
    try:
        article = read_html(markup)
    except UnusableText:
        pass
    else:
        assert "root:" not in article.text
        assert len(article.text) <= len(markup)
    assert time.process_time() - start < 20


def test_twenty_megabyte_attribute_is_refused() -> None:
    with pytest.raises(UnusableText, match="5,000,000"):
        read_html(f"<p title='{'a' * 19_000_000}'>{STORY}</p>".encode())


def test_crowded_page_is_read_as_plain_text() -> None:
    article = read_html(f"<p>{STORY}</p>" + "<p>Other <b>words</b> stand here.</p>" * 8_000)
    assert article.text.startswith(f"{STORY}\n\nOther words stand here.")
    assert any("could not be told" in str(note) for note in article.notes)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            "<p> </p> <div> </div> <a href=' '> </a> <!-- --> <! <? ?> <script> </script> <table> <td> "
            "&amp; &#0; &#xD800; "
            "<time datetime='2023'> "
            "<h1> <title> <meta <link rel=canonical href=x> ]]> <svg> <math> \x00 \ud800 text. é".split(" ")
        ),
        max_size=40,
    )
)
def test_any_soup_is_read_or_refused(pieces: list[str]) -> None:
    with suppress(UnusableText):
        read_html(" ".join(pieces))
