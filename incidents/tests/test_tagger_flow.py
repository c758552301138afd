"""Dates that take their year, their day or their doubt from the sentences and the verbs around them."""

from __future__ import annotations

from datetime import date

import pytest

from incidents.temporal import Mention, tag

TUESDAY = date(2023, 9, 19)
SURE = 0.8


def last(text: str, language: str, reference: date = TUESDAY) -> Mention:
    return tag(text, reference=reference, language=language)[-1]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "On April 3, 2011, divers found the wreck. They raised its bell in May.", "2011-05"),
        ("en", "On April 3, 2011, divers found the wreck; they raised its bell in May.", "2011-05"),
        ("en", "On November 3, 2011, divers found the wreck. They raised its bell in May.", "2012-05"),
        ("en", "On 3 April 2011 divers found it. They came back on 7 May and left in June.", "2011-06"),
        ("es", "El 3 de abril de 2011 hallaron el barco. En mayo subieron la campana.", "2011-05"),
        ("fr", "Le 3 avril 2011, ils ont trouvé l’épave. Ils ont remonté la cloche le 7 mai.", "2011-05-07"),
        ("de", "Am 3. April 2011 fanden Taucher das Wrack. Im Mai bargen sie die Glocke.", "2011-05"),
        ("nl", "Op 3 april 2011 vonden duikers het wrak. In mei haalden ze de bel boven.", "2011-05"),
    ],
)
def test_a_tale_of_the_past_goes_on_in_its_year(language: str, text: str, edtf: str) -> None:
    mention = last(text, language)
    assert mention.edtf == edtf
    assert mention.confidence < SURE
    assert any(other.edtf.startswith("2023") for other in mention.alternatives)


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        pytest.param(
            "en", "The wreck was found on 3 April 2011.\n\nDivers came back in May.", "2023-05", id="paragraph"
        ),
        pytest.param(
            "en", "It was found in April 2011. It is rare. It lay deep. They came in May.", "2023-05", id="far"
        ),
        pytest.param("en", "It sank on 3 April 2011. Last week it was moved. They came in May.", "2023-05", id="news"),
        pytest.param("en", "It sank on 3 April 2011. The court will meet in May.", "2024-05", id="ahead"),
        pytest.param("en", "Crime grew after the murder in July 2021. They left in May.", "2023-05", id="of-a-noun"),
        pytest.param("en", "The mill, built on 3 April 2011, burned. They left in May.", "2023-05", id="aside"),
        pytest.param("en", "It sank in 2011. Divers came back in May.", "2023-05", id="only-a-year"),
    ],
)
def test_news_does_not_go_on_in_the_year_of_an_old_date(language: str, text: str, edtf: str) -> None:
    assert last(text, language).edtf == edtf


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "In September 2008 the bank failed. Nine days later it was sold.", "[2008-09-10..2008-10-09]"),
        ("en", "In May 2008 it failed. The following day it was sold.", "[2008-05-02..2008-06-01]"),
        ("en", "In May 2008 it failed. Two weeks later it was sold.", "[2008-05-12..2008-06-15]"),
        ("es", "En septiembre de 2008 quebró. Nueve días después fue vendido.", "[2008-09-10..2008-10-09]"),
        ("fr", "En septembre 2008, elle échoua. Neuf jours plus tard, on la vendit.", "[2008-09-10..2008-10-09]"),
        ("de", "Im September 2008 scheiterte sie. Neun Tage später wurde sie verkauft.", "[2008-09-10..2008-10-09]"),
        ("nl", "In september 2008 viel ze om. Negen dagen later werd ze verkocht.", "[2008-09-10..2008-10-09]"),
    ],
)
def test_days_counted_from_a_month_are_no_one_day(language: str, text: str, edtf: str) -> None:
    mention = last(text, language)
    assert (mention.edtf, mention.timex) == (edtf, "XXXX-XX-XX")
    assert mention.confidence < SURE


def test_days_are_counted_from_a_day_where_there_is_one() -> None:
    assert last("It failed on 3 September 2008. Nine days later it was sold.", "en").edtf == "2008-09-12"


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("De man die zondag werd opgepakt, is vrij.", "zondag", "2023-09-17"),
        ("De man die zondag in Gent werd opgepakt, is vrij.", "zondag", "2023-09-17"),
        ("Het vuur dat zondag uitbrak, is uit.", "zondag", "2023-09-17"),
        ("Op 2 september 2023 viel de muur. Hij zei dat zondag de poort viel.", "zondag", "2023-09-17"),
        ("Op 2 september 2023 viel de muur. De chef, die zondag aftrad, zweeg.", "zondag", "2023-09-17"),
        ("Op 2 september 2023 viel de muur. Die zondag viel de poort.", "Die zondag", "2023-09-03"),
        ("Op 2 september 2023 viel de muur. Ze sliepen die zondag op school.", "die zondag", "2023-09-03"),
    ],
)
def test_dutch_pronouns_are_no_part_of_a_date(text: str, words: str, edtf: str) -> None:
    mention = last(text, "nl")
    assert (text[mention.start : mention.end], mention.edtf) == (words, edtf)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On Sunday the shop is closed."),
        ("en", "The shop is open on Sunday."),
        ("es", "El domingo la tienda está cerrada."),
        ("fr", "Dimanche, le magasin est fermé."),
        ("de", "Am Sonntag ist der Laden geschlossen."),
        ("nl", "Op zondag is de winkel gesloten."),
    ],
)
def test_how_things_are_on_a_weekday_is_no_sure_date(language: str, text: str) -> None:
    mention = last(text, language)
    assert mention.confidence < SURE
    assert {"2023-09-17", "2023-09-24"} <= {mention.edtf, *(other.edtf for other in mention.alternatives)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The shop was closed on Sunday."),
        ("en", "The road is closed, and on Sunday two men died."),
        ("en", "The road is closed since Sunday."),
        ("es", "La tienda fue cerrada el domingo."),
        ("fr", "Le magasin a été fermé dimanche."),
        ("de", "Am Sonntag ist ein Mann gestorben."),
        ("de", "Die Straße ist seit Sonntag geschlossen."),
        ("nl", "De weg is zondag gesloten door de politie."),
        ("nl", "Zondag is een man overleden."),
        ("nl", "Zondag sloot de fabriek."),
        ("nl", "Zondag liet de bank het weten."),
        ("de", "Am Sonntag trat der Rat zurück."),
        ("de", "Am Sonntag hielt der Zug nicht."),
    ],
)
def test_what_happened_on_a_weekday_is_one(language: str, text: str) -> None:
    mention = last(text, language)
    assert mention.edtf.startswith("2023-09-17")
    assert mention.confidence >= SURE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Zug fährt am Freitag."),
        ("de", "Am Freitag trifft er den Minister."),
        ("de", "Das Treffen findet am Freitag statt."),
        ("nl", "Het overleg vindt vrijdag plaats."),
        ("nl", "De wet treedt vrijdag in werking."),
        ("nl", "De minister komt vrijdag naar Gent."),
        ("de", "Am Freitag berät der Rat."),
        ("nl", "Vrijdag spreekt de minister met de raad."),
    ],
)
def test_the_present_of_an_appointment_looks_ahead(language: str, text: str) -> None:
    assert last(text, language).edtf == "2023-09-22"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It will be so. They met on Friday.", "2023-09-15"),
        ("It will go on. Two men met on Friday.", "2023-09-15"),
        ("A vote on it is to be held on Friday.", "2023-09-22"),
        ("The vote that is held on Friday is the last.", "2023-09-22"),
        ("The vote was held on Friday.", "2023-09-15"),
        ("The man that Dr. Orlo met will speak on Friday.", "2023-09-22"),
        ("The figure could rise before it is officially reported in March.", "2024-03"),
    ],
)
def test_a_verb_speaks_for_its_own_sentence(text: str, edtf: str) -> None:
    assert last(text, "en").edtf == edtf


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "the last week of May 2021", "[2021-05-24..2021-05-30]"),
        ("en", "the last week of April 2021", "[2021-04-26..2021-05-02]"),
        ("en", "the last week of February 2021", "[2021-02-22..2021-02-28]"),
        ("en", "the fifth week of May 2021", "[2021-05-31..2021-06-06]"),
        ("es", "la última semana de mayo de 2021", "[2021-05-24..2021-05-30]"),
        ("fr", "la dernière semaine de mai 2021", "[2021-05-24..2021-05-30]"),
        ("de", "die letzte Woche im Mai 2021", "[2021-05-24..2021-05-30]"),
        ("nl", "de laatste week van mei 2021", "[2021-05-24..2021-05-30]"),
    ],
)
def test_the_last_week_of_a_month_lies_mostly_in_it(language: str, text: str, edtf: str) -> None:
    assert last(text, language).edtf == edtf


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met on June 3, 5 and 9.", ["2023-06-03", "{2023-06-05,2023-06-09}"]),
        ("They met on June 3, 5, 7 and 9 in Arden.", ["2023-06-03", "2023-06-05", "{2023-06-07,2023-06-09}"]),
        ("On June 3, 5 and 9 were chosen.", ["2023-06-03", "{2023-06-05,2023-06-09}"]),
        ("On June 3, 5 and 9 people died.", ["2023-06-03"]),
        ("On June 3, 9 and 5 came.", ["2023-06-03"]),
        ("On June 3, 40 and 50 people came.", ["2023-06-03"]),
        ("They met on June 3, 5 and 9, 2021.", ["2021-06-03", "2021-06-05", "2021-06-09"]),
    ],
)
def test_days_behind_their_month_without_a_year(text: str, found: list[str]) -> None:
    mentions = tag(text, reference=TUESDAY, language="en")
    assert [mention.edtf for mention in mentions] == found
    assert all(mention.confidence < SURE for mention in mentions[1:] if mention.edtf > "2022")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It left at 3 a.m. local time on Monday."),
        ("es", "Salió a las 3:00, hora local, el lunes."),
        ("es", "Salió a las 3:00 hora local del lunes."),
        ("fr", "Il est parti à 3h00 heure locale lundi."),
        ("de", "Es startete um 3:00 Uhr Ortszeit am Montag."),
        ("nl", "Het vertrok om 3.00 uur plaatselijke tijd op maandag."),
    ],
)
def test_an_hour_of_local_time_is_of_the_day_behind_it(language: str, text: str) -> None:
    assert last(text, language).edtf == "2023-09-18T03:00:00"
