"""From an article to its statements: the right ones, rightly dated, quoted to the letter."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.cleaning import UnusableText
from incidents.drafts import EventDraft
from incidents.extraction import propose, read_html, read_text
from incidents.extraction.boilerplate import story_paragraphs
from incidents.extraction.headlines import MAX_HEADLINE
from incidents.extraction.paragraphs import paragraph_spans
from incidents.extraction.quotations import balance, quoted_spans
from incidents.extraction.sentences import sentence_spans
from incidents.extraction.statements import MAX_STORY, import_ref
from incidents.temporal.edtf import EDTF
from incidents.tests import seeds
from incidents.tests.growth import growth

PUBLISHED = "2023-09-19"  # a Tuesday


def drafts_of(
    text: str, *, published: str = PUBLISHED, language: str = "en", inferred: bool = False
) -> list[EventDraft]:
    return propose(read_text(text, published=published, language=language), inferred=inferred)


def seed_drafts(number: str, published: str = "") -> list[EventDraft]:
    return propose(read_text(seeds.seed(number).read_bytes(), published=published))


def dates(drafts: list[EventDraft]) -> list[tuple[str, str, str, str]]:
    return [(d.date.words, d.date.edtf, d.date.part, d.kind) for d in drafts if d.date]


# --- the two agency reports ------------------------------------------------------------------------------


def test_dated_agency_report() -> None:
    drafts = seed_drafts("000")
    assert dates(drafts) == [
        ("this Tuesday", "2023-09-19", "", "disclosed"),
        ("At the end of last week", "[2023-09-11..2023-09-17]", "end", "detected"),
        ("Last year", "2022", "", "occurred"),
    ]
    assert drafts[0].headline == "International Criminal Court reported “an anomalous activity” in its computer systems"
    assert drafts[1].headline == (
        "Court employees detected “an anomalous activity that affected their information systems”"
    )
    assert "prevented a Russian spy" in drafts[2].headline


def test_post_within_the_report_is_not_proposed() -> None:
    quotes = [draft.citations[0].quotes[0].exact for draft in seed_drafts("000")]
    assert not any("twitter" in quote or "September 19, 2023" in quote for quote in quotes)


def test_undated_agency_report_given_its_day() -> None:
    drafts = seed_drafts("003", "2023-09-19")
    assert dates(drafts) == [
        ("Tuesday", "2023-09-19", "", "disclosed"),
        ("last week", "[2023-09-11..2023-09-17]", "", "detected"),
        ("Last year", "2022", "", "occurred"),
    ]
    assert [draft.headline for draft in drafts] == [
        "International Criminal Court said it detected “anomalous activity affecting its information systems”",
        "International Criminal Court detected “anomalous activity affecting its information systems”",
        "Dutch intelligence agency foiled a sophisticated attempt by a Russian spy using a false Brazilian identity",
    ]
    announced, detected, foiled = drafts
    assert announced.citations[0].quotes == detected.citations[0].quotes
    assert announced.citations[0].quotes[0].exact.startswith("The International Criminal Court said Tuesday")
    assert announced.import_ref != detected.import_ref
    saying = foiled.alternatives[0]
    assert (saying.edtf, saying.rule) == ("2022", "date-of-saying")
    assert foiled.date is not None
    assert saying.confidence < foiled.date.confidence


def test_undated_agency_report_leaves_its_dates_open() -> None:
    drafts = seed_drafts("003")
    assert dates(drafts) == [
        ("Tuesday", "", "", "disclosed"),
        ("last week", "", "", "detected"),
        ("Last year", "", "", "occurred"),
    ]


def test_counters_and_teasers_yield_nothing() -> None:
    for published in ("", "2023-09-19"):
        for draft in seed_drafts("003", published):
            assert "view" not in draft.citations[0].quotes[0].exact
            assert draft.date is not None
            assert "2025" not in draft.date.edtf
            assert "Biles" not in draft.citations[0].quotes[0].exact


# --- what a draft carries --------------------------------------------------------------------------------

REPORT = (
    "ROTTERDAM, Netherlands (AP) — The port authority said Tuesday that it detected “unusual traffic in its booking "
    "system” last week and called in the police. Ships were kept waiting.\n\n"
    "Last year, a Belgian agency said it had stopped a similar attempt on the port of Antwerp.\n\n"
    "The authority will publish a report on 3 October 2023."
)


def test_quote_and_words_are_exact_spans() -> None:
    article = read_text(REPORT, published=PUBLISHED)
    drafts = propose(article)
    assert len(drafts) == 4
    for draft in drafts:
        (citation,) = draft.citations
        (quote,) = citation.quotes
        assert quote.start is not None
        assert quote.end is not None
        assert article.text[quote.start : quote.end] == quote.exact
        assert article.text[: quote.start].endswith(quote.prefix)
        assert article.text[quote.end :].startswith(quote.suffix)
        assert len(quote.prefix) <= 32
        assert len(quote.suffix) <= 32
        assert draft.date is not None
        assert article.text[draft.origin.start : draft.origin.end] == draft.date.words
        assert citation.date == draft.date
        assert citation.source == article.source


def test_quote_begins_behind_the_dateline() -> None:
    assert drafts_of(REPORT)[0].citations[0].quotes[0].exact.startswith("The port authority said")


def test_drafts_come_in_text_order() -> None:
    starts = [draft.origin.start or 0 for draft in drafts_of(REPORT)]
    assert starts == sorted(starts)


def test_import_ref_is_the_same_whatever_the_date_is_read_as() -> None:
    refs = [
        [draft.import_ref for draft in drafts_of(REPORT, published=day)] for day in ("", "2023-09-19", "2020-02-29")
    ]
    assert refs[0] == refs[1] == refs[2]
    assert len(set(refs[0])) == 4


def test_import_ref_does_not_mind_blanks_case_and_punctuation() -> None:
    assert import_ref("The port was  hit.", "On Tuesday") == import_ref("the port was hit", "on tuesday,")
    assert import_ref("The port was hit.", "Tuesday") != import_ref("The port was hit.", "last week")


def test_sentence_that_stands_twice_is_proposed_once() -> None:
    sentence = "The port was attacked on 4 May 2021."
    assert len(drafts_of(f"{sentence}\n\n{sentence}")) == 1


def test_text_without_dates_yields_nothing() -> None:
    assert drafts_of("The port was attacked. It was shut down. Ships were kept waiting.") == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        pytest.param("Intruders entered the booking system on Monday.", "occurred", id="occurred"),
        pytest.param("Engineers discovered the intrusion on Monday.", "detected", id="detected"),
        pytest.param("The intrusion was detected on Monday by engineers.", "detected", id="detected-passive"),
        pytest.param("The port announced the intrusion on Monday.", "disclosed", id="disclosed"),
        pytest.param("The ministry condemned the attack on Monday.", "responded", id="responded"),
        pytest.param("The ministry on Monday accused a foreign service of the attack.", "attributed", id="attributed"),
        pytest.param("The court will hear the case on Friday.", "other", id="ahead"),
        pytest.param("The group stole files in May 2021.", "occurred", id="may-is-a-month"),
        pytest.param(
            "Ships left the harbour on Monday after engineers found the fault.", "occurred", id="verb-of-own-clause"
        ),
    ],
)
def test_kind_follows_the_verb(sentence: str, kind: str) -> None:
    assert [draft.kind for draft in drafts_of(sentence)] == [kind]


@pytest.mark.parametrize(
    ("sentence", "language", "edtf", "kind"),
    [
        pytest.param(
            "El puerto detectó el lunes una intrusión en sus sistemas.", "es", "2023-09-18", "detected", id="es"
        ),
        pytest.param(
            "Het havenbedrijf meldde maandag een inbraak in zijn systemen.", "nl", "2023-09-18", "disclosed", id="nl"
        ),
        pytest.param("Die Hafenbehörde verurteilte am Montag den Angriff.", "de", "2023-09-18", "responded", id="de"),
        pytest.param(
            "Le port a détecté lundi une intrusion dans ses systèmes.", "fr", "2023-09-18", "detected", id="fr"
        ),
    ],
)
def test_kind_in_other_languages(sentence: str, language: str, edtf: str, kind: str) -> None:
    (draft,) = drafts_of(sentence, language=language)
    assert draft.date is not None
    assert (draft.date.edtf, draft.kind) == (edtf, kind)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param(
            "The port said Tuesday that intruders entered its network last week.",
            [("Tuesday", "disclosed"), ("last week", "occurred")],
            id="saying-and-said",
        ),
        pytest.param(
            "Intruders entered the network of the port last week, the authority said on Tuesday.",
            [("last week", "occurred"), ("Tuesday", "disclosed")],
            id="saying-behind",
        ),
        pytest.param(
            "On Tuesday, the port said intruders had entered its network.", [("Tuesday", "disclosed")], id="leading-day"
        ),
        pytest.param(
            "Last year, the port said intruders had entered its network.",
            [("Last year", "occurred")],
            id="leading-year",
        ),
        pytest.param("The port said it had shut the system on Monday.", [("Monday", "occurred")], id="said-only"),
    ],
)
def test_saying_and_what_is_said_are_told_apart(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(d.date.words.removeprefix("on "), d.kind) for d in drafts_of(sentence) if d.date] == found


# --- headlines -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        pytest.param("The port was shut on Monday.", "Port was shut", id="date-and-article-left-out"),
        pytest.param("However, on Monday, the port was shut again.", "Port was shut again", id="lead-in"),
        pytest.param(
            "According to the harbour master, the port was shut on Monday.", "Port was shut", id="attribution-before"
        ),
        pytest.param(
            "The port was shut for hours on Monday, the harbour master said.",
            "Port was shut for hours",
            id="attribution-behind",
        ),
        pytest.param(
            "The port authority said that it had closed two gates on Monday.",
            "Port authority closed two gates",
            id="pronoun",
        ),
        pytest.param(
            "The port authority said that divers had closed two gates on Monday.",
            "Divers closed two gates",
            id="own-subject",
        ),
        pytest.param(
            "“We closed two gates on Monday,” the port said.",
            "“We closed two gates on Monday,” the port said",
            id="quotation",
        ),
        pytest.param(
            "In a statement issued on Tuesday, the court said its services had found the fault.",
            "Court said its services had found the fault",
            id="statement",
        ),
        pytest.param(
            "The court said on Tuesday that late last week its services had found the fault.",
            "Court’s services found the fault",
            id="possessive",
        ),
        pytest.param(
            "The port was hacked in 2022, Reuters reported last month.",
            "Port was hacked, Reuters reported",
            id="saying-behind",
        ),
        pytest.param(
            "The attack, which began on Sunday night, disabled cameras.", "Attack began", id="relative-clause"
        ),
        pytest.param(
            "Last week's attack was described by the port in March 2023.",
            "Last week's attack was described by the port",
            id="date-of-a-noun",
        ),
    ],
)
def test_headline_says_who_did_what(sentence: str, headline: str) -> None:
    assert headline in [draft.headline for draft in drafts_of(sentence)]


@pytest.mark.parametrize(
    ("sentence", "language", "headlines"),
    [
        pytest.param(
            "El puerto informó este martes de que la semana pasada detectó una intrusión.",
            "es",
            ["Puerto informó de que detectó una intrusión", "Puerto detectó una intrusión"],
            id="es",
        ),
        pytest.param(
            "Le port a annoncé mardi qu’il avait détecté une intrusion la semaine dernière.",
            "fr",
            ["Port a annoncé qu’il avait détecté une intrusion", "Port avait détecté une intrusion"],
            id="fr",
        ),
        pytest.param(
            "L’an dernier, la police avait arrêté deux hommes.",
            "fr",
            ["Police avait arrêté deux hommes"],
            id="fr-elided",
        ),
        pytest.param(
            "Am Montag verurteilte das Ministerium den Angriff.",
            "de",
            ["Am Montag verurteilte das Ministerium den Angriff"],
            id="de-verb-second",
        ),
        pytest.param(
            "In juni werd een spion tegengehouden.", "nl", ["In juni werd een spion tegengehouden"], id="nl-verb-second"
        ),
    ],
)
def test_headline_in_other_languages(sentence: str, language: str, headlines: list[str]) -> None:
    assert [draft.headline for draft in drafts_of(sentence, language=language)] == headlines


LONG = (
    "On Monday, the authority that runs the largest port of the country, together with the fire brigade, the coast "
    "guard and several private companies whose names it did not give, “closed every one of the gates that lead to the "
    "inner harbour, which had been left open by mistake, and ordered all ships to leave” before noon."
)


@pytest.mark.parametrize(
    "sentence",
    [
        LONG,
        LONG.replace(" ", "-").replace("On-Monday,-", "On Monday, "),
        "On Monday " + "very " * 200 + "late.",
        "“On Monday " + "gate " * 60,
        "On Monday (" + "gate " * 60 + ").",
        "On Monday, " + "x" * 400 + ".",
    ],
)
def test_headline_is_short_whole_and_balanced(sentence: str) -> None:
    for draft in drafts_of(sentence):
        assert 0 < len(draft.headline) <= MAX_HEADLINE
        assert draft.headline.count("“") == draft.headline.count("”")
        assert draft.headline.count("(") == draft.headline.count(")")
        assert not draft.headline.endswith((".", ",", " ", " the", " of"))
        words = draft.headline.strip("“”").split()
        if "xxx" not in sentence and "-" not in sentence:
            assert words[-1].strip("“”,…") in sentence


def test_headline_adds_no_word() -> None:
    for draft in drafts_of(REPORT):
        said = set(REPORT.lower().replace("“", " ").replace("”", " ").replace(".", " ").replace(",", " ").split())
        assert set(draft.headline.lower().replace("“", " ").replace("”", " ").split()) <= said


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("He called it “a mess", "He called it “a mess”"),
        ("He called it “", "He called it"),
        ("a mess” he said", "a mess he said"),
        ('it is "odd', 'it is "odd"'),
        ("the port (in the north", "the port"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_cut_quotation_is_closed(cut: str, whole: str) -> None:
    assert balance(cut) == whole


# --- sentences -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "sentences"),
    [
        pytest.param("One here. Two here.", "en", ["One here.", "Two here."], id="plain"),
        pytest.param("Dr. Who met Gen. Lee. They spoke.", "en", ["Dr. Who met Gen. Lee.", "They spoke."], id="titles"),
        pytest.param("John F. Kennedy spoke. He left.", "en", ["John F. Kennedy spoke.", "He left."], id="initial"),
        pytest.param("The U.S. Senate met. It rose.", "en", ["The U.S. Senate met.", "It rose."], id="dotted"),
        pytest.param(
            "He left the U.S. The ship sank.", "en", ["He left the U.S.", "The ship sank."], id="dotted-at-end"
        ),
        pytest.param(
            "It rose by 3.5 percent. Then 2.1.", "en", ["It rose by 3.5 percent.", "Then 2.1."], id="decimals"
        ),
        pytest.param("It was in 2022. The port shut.", "en", ["It was in 2022.", "The port shut."], id="year-at-end"),
        pytest.param("On Sept. 19 it shut. It was late.", "en", ["On Sept. 19 it shut.", "It was late."], id="month"),
        pytest.param(
            "It paid No. 5 and Acme Inc. in full. Yes.",
            "en",
            ["It paid No. 5 and Acme Inc. in full.", "Yes."],
            id="company",
        ),
        pytest.param("He said no. They left.", "en", ["He said no.", "They left."], id="no-is-a-word"),
        pytest.param("“It is over.” They left.", "en", ["“It is over.”", "They left."], id="quotation"),
        pytest.param("“It is over.”They left.", "en", ["“It is over.”", "They left."], id="glued-to-quotation"),
        pytest.param(
            "It took “measures.”but assures more. Yes.",
            "en",
            ["It took “measures.”but assures more.", "Yes."],
            id="glued-going-on",
        ),
        pytest.param(
            "It took “measures”but assures. Yes.",
            "en",
            ["It took “measures”but assures.", "Yes."],
            id="glued-quote-without-stop",
        ),
        pytest.param(
            "They got what they wanted.Then they left.",
            "en",
            ["They got what they wanted.", "Then they left."],
            id="glued",
        ),
        pytest.param(
            "See example.org and Node.js now. Yes.",
            "en",
            ["See example.org and Node.js now.", "Yes."],
            id="names-with-stops",
        ),
        pytest.param("Really? Yes! So…", "en", ["Really?", "Yes!", "So…"], id="other-ends"),
        pytest.param(
            "He asked “why?” and left. Yes.", "en", ["He asked “why?” and left.", "Yes."], id="question-in-quotation"
        ),
        pytest.param("Well… it shut. Yes.", "en", ["Well… it shut.", "Yes."], id="ellipsis-going-on"),
        pytest.param(
            "Am 19. September war es so. Ja.", "de", ["Am 19. September war es so.", "Ja."], id="german-ordinal"
        ),
        pytest.param("Das gilt z.B. hier. Ja.", "de", ["Das gilt z.B. hier.", "Ja."], id="german-abbreviation"),
        pytest.param("Lo dijo el Sr. Alcalde. Sí.", "es", ["Lo dijo el Sr. Alcalde.", "Sí."], id="spanish-title"),
        pytest.param("¿Quién? «Nadie.» Fin.", "es", ["¿Quién?", "«Nadie.»", "Fin."], id="spanish-marks"),
        pytest.param("« Il part. » Elle reste.", "fr", ["« Il part. »", "Elle reste."], id="french-marks"),
        pytest.param("L’art. 3 change. Oui.", "fr", ["L’art. 3 change.", "Oui."], id="french-elided"),
        pytest.param("MM. Roy et Gil parlent. Oui.", "fr", ["MM. Roy et Gil parlent.", "Oui."], id="french-title"),
        pytest.param("Fue a EE. UU. el lunes. Sí.", "es", ["Fue a EE. UU. el lunes.", "Sí."], id="spanish-states"),
        pytest.param("Die Fa. Hale schloss. Ja.", "de", ["Die Fa. Hale schloss.", "Ja."], id="german-firm"),
        pytest.param("Mevr. dr. A. de Wit won. Ja.", "nl", ["Mevr. dr. A. de Wit won.", "Ja."], id="dutch-titles"),
        pytest.param("Det. Insp. Hale spoke. Yes.", "en", ["Det. Insp. Hale spoke.", "Yes."], id="ranks"),
        pytest.param("no end at all", "en", ["no end at all"], id="no-end"),
    ],
)
def test_sentences_are_split(text: str, language: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text, 0, len(text), language)] == sentences


@settings(derandomize=True, deadline=None)
@given(st.text(st.sampled_from("aB1 .!?…”“’\"')(\n-"), max_size=80))
def test_sentences_cover_the_text(text: str) -> None:
    spans = list(sentence_spans(text, 0, len(text)))
    covered = {position for start, end in spans for position in range(start, end)}
    assert all(char.isspace() for position, char in enumerate(text) if position not in covered)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_unclosed_quotation_runs_to_the_end() -> None:
    assert quoted_spans("He said “it is over.") == ((8, 20),)
    assert quoted_spans('a "b" c «d» e „f“') == ((2, 5), (8, 11), (14, 17))


# --- what stands around a story --------------------------------------------------------------------------

TOLD = "The port was attacked on 4 May 2021, and it took the engineers several days to repair what was broken."
TOLD_TOO = "Ships were kept waiting outside the harbour, and several of them left for other ports in the north."


@pytest.mark.parametrize(
    "line",
    [
        "2025-05-06 10:33 1162 view",
        "1,162 views",
        "12 comments",
        "6 days ago",
        "hace 6 días",
        "vor 6 Tagen",
        "Copyright 2024 Port News",
        "© 2024 Port News. All rights reserved.",
        "Post expires at 4:05am on Monday June 27th, 2022",
        "Last updated: 20 September 2023",
        "Retrieved on 1 March 2024",
        "Photo: Port News, 4 May 2021",
        "The gates of the port on 4 May 2021. Image: Port News.",
        "20 September 2023",
        "Published on 20 September 2023.",
        "By Port News staff, 4 May 2021",
        "Read more: Port attacked on 3 May 2021",
        "Related: Port attacked on 3 May 2021",
        "Lees ook: Haven aangevallen op 3 mei 2021",
        "Home | News | Sport | 4 May 2021 | Contact",
        "#PORT attacked again on 4 May 2021. pic.twitter.com/abc",
        "What a mess in the harbour. — Port Watch (@portwatch) May 4, 2021",
        "The ministry of transport denied on Monday that the claim Satu",
    ],
)
def test_what_is_no_story_yields_nothing(line: str) -> None:
    text = f"{TOLD}\n\n{TOLD_TOO}\n\n{line}"
    assert [text[start:end] for start, end in story_paragraphs(text, paragraph_spans(text))] == [TOLD, TOLD_TOO]
    assert len(drafts_of(text)) == 1
    assert drafts_of(f"{line}\n\n{TOLD}\n\n{TOLD_TOO}")[0].date == drafts_of(text)[0].date


def test_what_follows_the_counters_is_another_story() -> None:
    other = "ANTWERP, Belgium — A crane fell on 5 May 2021 and blocked the river for the whole of the day."
    text = f"{TOLD}\n{TOLD_TOO}\n2025-05-06 10:33 1162 view\n2025-05-06 10:24 1240 view\n{other}"
    assert [draft.date.edtf for draft in drafts_of(text) if draft.date] == ["2021-05-04"]


def test_second_dateline_begins_another_story() -> None:
    text = f"ROTTERDAM (AP) — {TOLD}\n{TOLD_TOO}\nANTWERP, Belgium — A crane fell on 5 May 2021."
    assert [draft.date.edtf for draft in drafts_of(text) if draft.date] == ["2021-05-04"]


def test_title_is_no_statement() -> None:
    assert len(drafts_of(f"Port attacked on 4 May 2021\n\n{TOLD}\n\n{TOLD_TOO}")) == 1


def test_single_line_without_a_stop_is_a_statement() -> None:
    assert len(drafts_of("The port was attacked on 4 May 2021")) == 1


def test_entries_of_a_chronicle_are_statements() -> None:
    text = f"{TOLD}\n\n{TOLD_TOO}\n\n• 5 May 2021: Divers closed the two gates\n• 6 May 2021: The port opened again"
    assert [draft.date.edtf for draft in drafts_of(text) if draft.date] == ["2021-05-04", "2021-05-05", "2021-05-06"]


# --- traps of real reports -------------------------------------------------------------------------------


def test_dutch_month_of_the_past_is_the_latest_one() -> None:
    (draft,) = drafts_of("In juni werd een spion aan de grens van het land tegengehouden.", language="nl")
    assert draft.date is not None
    assert draft.date.edtf == "2023-06"


def test_weeks_keep_their_precision() -> None:
    drafts = drafts_of(
        "The port was hit in the week of 11 September. Divers closed the gates five weeks ago. It was quiet before."
    )
    assert [draft.date.edtf for draft in drafts if draft.date] == [
        "[2023-09-11..2023-09-17]",
        "[2023-08-14..2023-08-20]",
    ]


def test_copied_relative_date_offers_the_day_of_the_saying() -> None:
    (saying, said) = drafts_of(
        "The port said on 19 September 2023 that it had detected the intrusion last week.", published="2023-10-20"
    )
    assert saying.date is not None
    assert saying.date.edtf == "2023-09-19"
    readings = [said.date, *said.alternatives]
    assert ("[2023-09-11..2023-09-17]", "2023-09-19") in [(r.edtf, r.reference) for r in readings if r]


def test_relative_date_within_a_quotation_is_less_certain() -> None:
    (quoted,) = drafts_of("“The gates were closed last week,” the port wrote in its newsletter.")
    (told,) = drafts_of("The gates were closed last week by divers of the port.")
    assert quoted.date is not None
    assert told.date is not None
    assert quoted.date.confidence < 0.8 <= told.date.confidence


def test_two_birth_years_are_two_statements() -> None:
    drafts = drafts_of("The man was born in 1985, and his false passport said he was born in 1989.")
    assert [draft.date.edtf for draft in drafts if draft.date] == ["1985", "1989"]


def test_crawl_date_in_a_page_header_is_no_event() -> None:
    page = (
        "<html lang='en'><body><div>Crawled on 2024-03-01 by the archive</div>"
        f"<article><h1>Port attacked</h1><p>{TOLD}</p><p>{TOLD_TOO}</p></article>"
        "<footer>Copyright 2024 Port News</footer></body></html>"
    )
    article = read_html(page, published=PUBLISHED)
    assert [draft.date.edtf for draft in propose(article) if draft.date] == ["2021-05-04"]


def test_stray_word_in_a_dateline_does_not_reach_the_headline() -> None:
    (draft,) = drafts_of("ROTTERDAM,WonderCoin Netherlands (AP) — The port was shut on Monday.")
    assert draft.headline == "Port was shut"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        pytest.param("en", "Reporting by Ada Berg; editing by Jo Hale.", id="en-byline"),
        pytest.param("en", "This article was updated on Tuesday to add a comment.", id="en-updated"),
        pytest.param("en", "1 of 5 | The port is seen on Monday.", id="en-gallery"),
        pytest.param("en", "Follow Ada Berg on X.", id="en-follow"),
        pytest.param("es", "Actualizado el 19 de septiembre de 2023.", id="es-updated"),
        pytest.param("es", "Con información de AFP.", id="es-agency"),
        pytest.param("es", "Imagen de archivo del puerto, el lunes.", id="es-picture"),
        pytest.param("fr", "Mis à jour le 19 septembre 2023.", id="fr-updated"),
        pytest.param("fr", "Crédit photo : Ada Berg.", id="fr-picture"),
        pytest.param("fr", "Abonnez-vous à notre lettre.", id="fr-newsletter"),
        pytest.param("de", "Stand: 19.09.2023, 10:30 Uhr.", id="de-updated"),
        pytest.param("de", "Mit Material von dpa.", id="de-agency"),
        pytest.param("de", "Bildquelle: Ada Berg.", id="de-picture"),
        pytest.param("nl", "Laatst gewijzigd op maandag 18 september.", id="nl-updated"),
        pytest.param("nl", "Bron: ANP.", id="nl-agency"),
        pytest.param("nl", "Meld je aan voor onze nieuwsbrief.", id="nl-newsletter"),
    ],
)
def test_service_lines_are_no_story(language: str, line: str) -> None:
    text = f"{TOLD}\n\n{line}\n\n{TOLD_TOO}"
    assert [text[a:b] for a, b in story_paragraphs(text, paragraph_spans(text), language)] == [TOLD, TOLD_TOO]


@pytest.mark.parametrize(
    "sentence",
    [
        "Reporting by the paper showed that two ships were lost.",
        "Contact with the ship was lost on Monday.",
        "Publié lundi, le rapport accuse deux agents du port.",
        "Veröffentlicht wurde der Bericht am Montag.",
        "Bron van de brand was een lamp.",
        "Con información de la policía, el juez actuó el lunes.",
    ],
)
def test_sentence_that_begins_like_a_service_line_stays(sentence: str) -> None:
    text = f"{TOLD}\n\n{sentence}\n\n{TOLD_TOO}"
    assert len(story_paragraphs(text, paragraph_spans(text))) == 3


# --- inferred dates --------------------------------------------------------------------------------------


def test_undated_sentence_is_proposed_only_when_asked_for() -> None:
    text = "Intruders entered the network of the port on Monday. Divers closed the gates of the harbour at night."
    assert len(drafts_of(text)) == 1
    dated, inferred = drafts_of(text, inferred=True)
    assert dated.date is not None
    assert inferred.date is not None
    assert (inferred.date.edtf, inferred.date.rule, inferred.date.words) == ("[2023-09-18..2023-09-19]", "context", "")
    assert inferred.date.confidence < 0.5
    assert inferred.import_ref != dated.import_ref


def test_undated_sentence_without_any_date_stays_open() -> None:
    (draft,) = drafts_of("Intruders entered the network of the port by night.", published="", inferred=True)
    assert draft.date is not None
    assert draft.date.edtf == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "“They copied the files of the whole staff and left again by night.”",
        "The port is the largest of the whole country and of its neighbours.",
        "Will the port of the city ever be opened again after this attack?",
        "We closed all of the gates of the harbour before they came in.",
    ],
)
def test_comment_and_background_are_not_inferred(sentence: str) -> None:
    assert drafts_of(sentence, inferred=True) == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The flood is the worst since a dyke broke there 40 years ago.", id="comparison"),
        pytest.param("The town has seen nine floods, including one last year.", id="aside"),
    ],
)
def test_date_of_what_is_only_mentioned_is_that_of_no_event(sentence: str) -> None:
    assert drafts_of(sentence) == []


def test_date_that_something_was_put_off_to_gives_way_to_one_at_which_it_was() -> None:
    (draft,) = drafts_of("The ban, which was backdated to April 2022, was for a fight on 4 February 2021 in Leeds.")
    assert draft.date is not None
    assert draft.date.edtf == "2021-02-04"


def test_day_that_names_a_noun_is_not_counted_from() -> None:
    drafts = drafts_of(
        "On 12 September 2023 the ministers rejected the 3 May agreement. The embassy answered the following day."
    )
    assert [draft.date.edtf for draft in drafts if draft.date] == ["2023-09-12", "2023-09-13"]
    assert drafts[1].alternatives[0].edtf == "2023-05-04"


def test_hour_alone_is_of_the_day_last_told_of() -> None:
    _, burnt = drafts_of("On Saturday a fire broke out in the old town. It was put out at 8:30 pm by volunteers.")
    assert burnt.date is not None
    assert burnt.date.edtf.startswith("2023-09-16T20:30")
    assert burnt.date.confidence < 0.8


# --- hostile texts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "sentence", "edtf"),
    [
        ("en", "The ship vanished on 28 December.", "2014-12-28"),
        ("en", "The captain died in Rome on 28 December.", "2014-12-28"),
        ("es", "El capitán murió en Roma el 28 de diciembre.", "2014-12-28"),
        ("de", "Der Kapitän starb in Rom am 28. Dezember.", "2014-12-28"),
        ("nl", "De kapitein stierf in Rome op 28 december.", "2014-12-28"),
        ("es", "El barco desapareció el 28 de diciembre.", "2014-12-28"),
        ("fr", "Le navire a disparu le 28 décembre.", "2014-12-28"),
        ("de", "Das Schiff verschwand am 28. Dezember.", "2014-12-28"),
        ("nl", "Het schip verdween op 28 december.", "2014-12-28"),
        ("en", "The hearing was set on 28 December.", "2015-12-28"),
        ("en", "The hall is closed on 28 December.", "2015-12-28"),
        ("fr", "La salle est fermée le 28 décembre.", "2015-12-28"),
        ("de", "Das Schiff sollte am 28. Dezember auslaufen.", "2015-12-28"),
        ("nl", "Het schip moest op 28 december vertrekken.", "2015-12-28"),
    ],
)
def test_day_right_beside_a_verb_of_the_past_is_over(language: str, sentence: str, edtf: str) -> None:
    drafts = propose(read_text(sentence, published="2015-12-02", language=language))
    assert [draft.date.edtf for draft in drafts if draft.date] == [edtf]


def test_what_is_counted_from_a_day_follows_the_year_that_it_was_given() -> None:
    text = "The ship vanished on 28 December. Its wreck was found two days later."
    drafts = propose(read_text(text, published="2015-12-02"))
    assert [draft.date.edtf for draft in drafts if draft.date] == ["2014-12-28", "2014-12-30"]


def test_hour_is_of_the_day_that_its_sentence_names_besides() -> None:
    text = "On Monday, the guards met. A man hit another at 11.30pm during a row on Saturday."
    drafts = propose(read_text(text, published="2023-09-19"))
    assert [draft.date.edtf for draft in drafts if draft.date] == ["2023-09-18", "2023-09-16T23:30:00"]


@pytest.mark.parametrize("noun", ["next year's vote", "the 2019 vote"])
def test_date_of_what_is_spoken_of_is_not_that_of_the_saying(noun: str) -> None:
    (draft,) = propose(read_text(f"The mayor said {noun} was rigged.", published="2023-09-19"), inferred=True)
    assert draft.date
    assert draft.date.edtf == "[2023-09-11..2023-09-19]"
    assert draft.headline == f"Mayor said {noun} was rigged"


def test_too_long_report_is_refused_with_its_size_and_limit() -> None:
    with pytest.raises(UnusableText, match=r"600,000 characters.*300,000"):
        drafts_of("a" * (2 * MAX_STORY))


HOSTILE = [
    pytest.param("word ", id="no-sentence-end"),
    pytest.param("a", id="one-word"),
    pytest.param(". ", id="only-ends"),
    pytest.param(".”", id="ends-and-quotes"),
    pytest.param("“", id="open-quotes"),
    pytest.param("“a. ", id="unbalanced-quotations"),
    pytest.param("a\n", id="lines"),
    pytest.param("A. ", id="initials"),
    pytest.param("Mr. ", id="abbreviations"),
    pytest.param("THE HAGUE (AP ", id="datelines"),
    pytest.param("1162 view\n", id="counters"),
    pytest.param("He said on Tuesday. \n\n", id="paragraphs"),
    pytest.param("which said that it, on Tuesday, ", id="clauses"),
    pytest.param("((((", id="brackets"),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece: str) -> None:
    once = (piece * 20_000)[:20_000]
    first, second = (partial(drafts_of, text, inferred=True) for text in (once, once * 2))
    assert growth(first, second, noise=0.03) <= 3


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "The port",
                    "said",
                    "that",
                    "it",
                    "was hit",
                    "last week",
                    "on Tuesday",
                    "in 2022",
                    "“",
                    "”",
                    ".",
                    ",",
                    "(",
                    ")",
                ),
                *(
                    "which",
                    "and",
                    "—",
                    "\n",
                    "\n\n",
                    "AP",
                    "(AP) —",
                    "according to",
                    "had",
                    "Last year,",
                    "19 May 2021",
                    "…",
                    "'",
                ),
            ]
        ),
        max_size=30,
    ),
    st.sampled_from(["en", "es", "fr", "de", "nl", "pt", ""]),
)
def test_any_words_give_sound_drafts(words: list[str], language: str) -> None:
    text = " ".join(words)
    try:
        article = read_text(text, published=PUBLISHED, language=language)
    except UnusableText:
        return
    for draft in propose(article, inferred=True):
        quote = draft.citations[0].quotes[0]
        assert article.text[quote.start : quote.end] == quote.exact
        assert draft.headline
        assert len(draft.headline) <= MAX_HEADLINE
        assert draft.date is not None
        if draft.date.edtf:
            EDTF.parse(draft.date.edtf)
