"""Dates that take something from what stands beside them: a year, an era, a name, a length of time."""

from __future__ import annotations

from datetime import date

import pytest

from incidents.temporal import Mention, read_plain, tag

REPORT = date(2023, 9, 19)  # a Tuesday


def read(text: str, language: str, **options: str) -> list[Mention]:
    return tag(text, reference=REPORT, language=language, **options)


@pytest.mark.parametrize(
    ("language", "sentence", "edtf"),
    [
        pytest.param("en", "He was arrested on 3 May 2020 and released on 7 July.", "2020-07-07", id="en-same-year"),
        pytest.param("en", "He was arrested on 3 May 2020 and released on 7 January.", "2021-01-07", id="en-next-year"),
        pytest.param("en", "The port closed in March 2020 and opened in July.", "2020-07", id="en-month"),
        pytest.param("de", "Er wurde am 3. Mai 2020 verhaftet und am 7. Juli freigelassen.", "2020-07-07", id="de"),
        pytest.param("fr", "Il a été arrêté le 3 mai 2020 et libéré le 7 juillet.", "2020-07-07", id="fr"),
        pytest.param("es", "Fue detenido el 3 de mayo de 2020 y liberado el 7 de julio.", "2020-07-07", id="es"),
        pytest.param("nl", "Hij werd op 3 mei 2020 opgepakt en op 7 juli vrijgelaten.", "2020-07-07", id="nl"),
    ],
)
def test_a_date_without_its_year_follows_one_that_the_sentence_gives_in_full(
    language: str, sentence: str, edtf: str
) -> None:
    found = read(sentence, language)[-1]
    assert found.edtf == edtf
    assert found.confidence < 0.8
    assert "2023" in {other.edtf[:4] for other in found.alternatives}


def test_what_is_still_to_come_follows_no_date_of_the_past() -> None:
    assert read("Convicted on 3 May 2020, he will be released on 7 October.", "en")[-1].edtf == "2023-10-07"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Ten years ago today the bank failed."),
        ("de", "Heute vor zehn Jahren fiel die Bank."),
        ("fr", "Il y a dix ans aujourd'hui, la banque tombait."),
        ("es", "Hoy hace diez años cayó el banco."),
        ("nl", "Vandaag tien jaar geleden viel de bank."),
    ],
)
def test_ten_years_ago_today_is_a_day(language: str, sentence: str) -> None:
    assert [found.edtf for found in read(sentence, language)] == ["2013-09-19"]


@pytest.mark.parametrize(
    ("language", "sentence", "edtf"),
    [
        ("es", "El 15 de marzo del 44 a. C. murió César.", "-0043-03-15"),
        ("de", "Er starb am 15. März 44 v. Chr. in Rom.", "-0043-03-15"),
        ("fr", "Cela date du IIIe siècle avant J.-C.", "-02XX"),
    ],
)
def test_an_era_behind_a_date_belongs_to_it(language: str, sentence: str, edtf: str) -> None:
    assert [found.edtf for found in read(sentence, language)] == [edtf]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "Plácido Domingo cantó en Madrid."),
        ("es", "Julio Pérez fue detenido."),
        ("fr", "Jean Avril a été arrêté."),
        ("nl", "Mevrouw Augustus zei het."),
    ],
)
def test_a_name_is_no_date(language: str, sentence: str) -> None:
    assert read(sentence, language) == []


@pytest.mark.parametrize(
    ("language", "sentence", "edtf"),
    [
        ("es", "El Domingo 3 de Septiembre cayó el puente.", "2023-09-03"),
        ("es", "Este Lunes dijo que no.", "2023-09-18"),
        ("fr", "Septembre 2022, la ville se vide.", "2022-09"),
    ],
)
def test_a_date_with_a_capital_is_one(language: str, sentence: str, edtf: str) -> None:
    assert [found.edtf for found in read(sentence, language)] == [edtf]


def test_a_quarter_of_a_century_is_not_three_months() -> None:
    assert [found.edtf for found in read("In the last quarter of the 18th century it grew.", "en")] == ["1775/1799"]


def test_a_weekday_of_a_story_is_never_sure() -> None:
    story = "In 1991 the mine opened. On 3 July 1991 it burnt. On Monday it closed."
    assert read(story, "en", genre="narrative")[-1].confidence < 0.8


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "3 mai 2021 à 17h"), ("es", "3 de mayo de 2021 a las 17:00"), ("de", "3. Mai 2021 um 17 Uhr")],
)
def test_a_day_and_its_hour_are_one_time(language: str, words: str) -> None:
    assert read_plain(words, language=language, reference=REPORT).edtf == "2021-05-03T17:00:00"


def test_about_a_range_is_about_both_its_ends() -> None:
    assert read_plain("about 1850–1860").edtf == "1850~/1860~"
