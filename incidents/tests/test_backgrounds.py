"""Dates that tell when something else was than what their sentence tells, and dates seen beside their verb."""

from __future__ import annotations

import pytest

from incidents.extraction import propose, read_text

PUBLISHED = "2023-09-19"  # a Tuesday
RECENT = f"[2023-09-11..{PUBLISHED}]"  # what a report opens with, nobody says when


def dates(text: str, language: str = "en", published: str = PUBLISHED) -> list[str]:
    drafts = propose(read_text(text, published=published, language=language), inferred=True)
    return [draft.date.edtf for draft in drafts if draft.date]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        pytest.param("en", "The guild, which left the port in 2011, called a strike.", [RECENT, "2011"], id="en-which"),
        pytest.param("en", "The ferry, built in 1987, sank on Monday.", ["2023-09-18"], id="en-participle"),
        pytest.param("en", "The guard who was hired in 2011 was dismissed.", [RECENT], id="en-no-comma"),
        pytest.param("en", "Four men arrested in May were freed on Monday.", ["2023-09-18"], id="en-arrested-were"),
        pytest.param("en", "Police arrested a man who robbed a bank on Monday.", ["2023-09-18"], id="en-no-subject"),
        pytest.param("es", "El gremio, que dejó el puerto en 2011, convocó una huelga.", [RECENT, "2011"], id="es"),
        pytest.param("fr", "La guilde, qui a quitté le port en 2011, a condamné la loi.", [RECENT, "2011"], id="fr"),
        pytest.param("de", "Der Verband, der 2011 gegründet wurde, rief zum Streik auf.", [RECENT, "2011"], id="de"),
        pytest.param("nl", "De bond, die in 2011 werd opgericht, riep op tot een staking.", [RECENT, "2011"], id="nl"),
    ],
)
def test_a_date_of_the_subject_does_not_date_the_verb(language: str, sentence: str, expected: list[str]) -> None:
    assert dates(sentence, language) == expected


def test_something_new_with_a_date_behind_it_was_at_some_time_since_then() -> None:
    assert dates("An earlier probe, launched in 1998, missed its planet.") == ["[1998-01-01..2023-09-19]", "1998"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Police arrested a man over last week’s attack.", [RECENT], id="object"),
        pytest.param("Rovers won a medal in last year’s final.", ["2022"], id="in"),
        pytest.param("The mayor resigned after the May 2022 election.", ["2022-05"], id="after"),
    ],
)
def test_a_date_that_names_an_object_does_not_date_the_verb(sentence: str, expected: list[str]) -> None:
    assert dates(sentence) == expected


def test_a_date_that_names_an_object_stays_as_another_reading() -> None:
    (draft,) = propose(read_text("Police arrested a man over last week’s attack.", published=PUBLISHED), inferred=True)
    assert [other.edtf for other in draft.alternatives] == ["[2023-09-11..2023-09-17]"]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        pytest.param("en", "The mayor praised the list rejected by the port on Monday.", [RECENT], id="en"),
        pytest.param("es", "El alcalde defendió la lista rechazada por el puerto el lunes.", [RECENT], id="es"),
        pytest.param("fr", "Le maire a défendu la liste rejetée par le port lundi.", [RECENT], id="fr"),
        pytest.param("en", "The list was rejected by the port on Monday.", ["2023-09-18"], id="en-passive"),
        pytest.param(
            "en", "Two died and a man was wounded by guards on Monday.", ["2023-09-18"], id="en-second-passive"
        ),
        pytest.param("es", "La lista fue rechazada por el puerto el lunes.", ["2023-09-18"], id="es-passive"),
        pytest.param("fr", "La liste a été rejetée par le port lundi.", ["2023-09-18"], id="fr-passive"),
        pytest.param("en", "The museum cancelled a show due to be held on Friday.", [RECENT], id="en-due-to"),
        pytest.param("en", "The dockers cancelled the march planned for Friday.", [RECENT], id="en-planned-for"),
        pytest.param("es", "El museo canceló una muestra prevista para el viernes.", [RECENT], id="es-planned"),
        pytest.param("fr", "Le musée a annulé une exposition prévue vendredi.", [RECENT], id="fr-planned"),
        pytest.param("de", "Das Museum sagte die für Freitag geplante Schau ab.", [RECENT], id="de-planned"),
        pytest.param("nl", "Het museum schrapte de voor vrijdag geplande show.", [RECENT], id="nl-planned"),
        pytest.param("en", "The vote is now due to be held on Friday.", ["2023-09-22"], id="en-is-due"),
        pytest.param("fr", "L’exposition est prévue vendredi.", ["2023-09-22"], id="fr-is-planned"),
    ],
)
def test_the_date_of_what_the_verb_is_done_to_does_not_date_the_verb(
    language: str, sentence: str, expected: list[str]
) -> None:
    assert dates(sentence, language) == expected


def test_a_date_of_the_subject_is_not_the_day_that_the_story_is_at() -> None:
    lead = "On Sunday, the gates fell."
    text = f"{lead} The guild, which left the port in 2011, called a strike. Divers closed all of the outer gates."
    assert dates(text)[-1] == "[2023-09-17..2023-09-19]"


@pytest.mark.parametrize(
    ("sentence", "published", "edtf"),
    [
        pytest.param("The gates closed earlier this year.", PUBLISHED, "[2023-01..2023-08]", id="year"),
        pytest.param("The gates closed earlier this year.", "2023-02-19", "2023-01", id="only-one-month"),
        pytest.param("The gates closed earlier this year.", "2023-01-19", "2023", id="no-month-yet"),
        pytest.param("The gates closed earlier this month.", PUBLISHED, "[2023-09-01..2023-09-18]", id="month"),
        pytest.param("The gates will close this year.", PUBLISHED, "2023", id="ahead"),
        pytest.param("The gates have been closed this year.", PUBLISHED, "2023", id="perfect"),
    ],
)
def test_what_is_told_of_this_year_was_before_this_month(sentence: str, published: str, edtf: str) -> None:
    assert dates(sentence, published=published) == [edtf]


def test_the_whole_year_stays_as_another_reading() -> None:
    (draft,) = propose(read_text("The gates closed earlier this year.", published=PUBLISHED))
    assert [other.edtf for other in draft.alternatives] == ["2023"]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        pytest.param("They had set out from the harbour on Wednesday morning.", "2023-09-13", id="had-set-out"),
        pytest.param("Two divers missing since Thursday were found on Sunday.", "2023-09-17", id="since-gives-way"),
    ],
)
def test_a_date_agrees_with_its_verb(sentence: str, edtf: str) -> None:
    assert dates(sentence) == [edtf]


def test_what_could_have_been_is_not_ahead() -> None:
    assert dates("On Sunday, the gates fell. The port could have been fined for it.")[-1] == "[2023-09-17..2023-09-19]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Crime has grown since the murder of the mayor in May 2021.",
            ["[2021-05-01..2023-09-19]"],
            id="since-what-the-date-dates",
        ),
        pytest.param("The regulator set a hearing for 12 November.", [RECENT], id="set-for-a-day-to-come"),
        pytest.param("A hearing is set for 12 November.", ["2023-11-12"], id="what-is-set-for-a-day"),
        pytest.param("By Wednesday evening they had found 800 barrels.", ["2023-09-13"], id="by-a-day-that-is-over"),
        pytest.param("Das Treffen wurde auf den 5. Mai verschoben.", [RECENT], id="de-put-off-verb-last"),
        pytest.param("De zitting is tot 5 mei uitgesteld.", [RECENT], id="nl-put-off-verb-last"),
    ],
)
def test_a_date_that_something_is_seen_from_is_not_its_own(text: str, expected: list[str]) -> None:
    language = {"Das": "de", "De": "nl"}.get(text.partition(" ")[0], "en")
    assert dates(text, language) == expected


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param(
            "On Saturday a bank failed. In September 2008 customers queued there. It was taken over nine days later.",
            "[2008-09-10..2008-10-09]",
            id="counted-from-a-month",
        ),
        pytest.param(
            "On Sunday a fire broke out.\n\nThe owner told the press yesterday that he was sorry.\n\n"
            "The fire was put out at 8:30 p.m. by nine crews.",
            "2023-09-17T20:30:00",
            id="an-hour-of-the-story-not-of-a-saying",
        ),
        pytest.param(
            "On Sunday a fire broke out at 8:30 p.m. at the port.\n\nGuards closed all of the gates there.",
            "2023-09-17",
            id="no-hour-is-borrowed",
        ),
        pytest.param(
            "On Sunday a fire broke out.\n\nThe owner said: “Today all of us have lost a home.”",
            "[2023-09-17..2023-09-19]",
            id="the-today-of-a-speaker",
        ),
        pytest.param(
            "On Sunday envoys met.\n\nIn the 27 June deal, both agreed on a line. One expelled the envoy of the other.",
            "[2023-06-27..2023-09-17]",
            id="a-paragraph-that-looks-back-to-a-deal",
        ),
        pytest.param(
            "On Sunday the app came out. Within two days, 70 million users had signed up, according to its maker.",
            "[..2023-09-19]",
            id="what-is-reported-to-have-been",
        ),
    ],
)
def test_the_day_of_the_last_sentence(text: str, edtf: str) -> None:
    assert dates(text)[-1] == edtf
