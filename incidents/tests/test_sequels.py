"""Sentences that date what went before or came next, that open a report without a date, or that give several dates."""

from __future__ import annotations

import pytest

from incidents.extraction import propose, read_text

PUBLISHED = "2023-09-19"  # a Tuesday
RECENT = f"[2023-09-11..{PUBLISHED}]"


def told(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Give date and headline of each statement."""
    drafts = propose(read_text(text, published=PUBLISHED, language=language), inferred=True)
    return [(draft.date.edtf, draft.headline) for draft in drafts if draft.date]


def dates(text: str, language: str = "en") -> list[str]:
    return [edtf for edtf, _ in told(text, language)]


SINCE_2011, SINCE_MARCH = f"[2011-01-01..{PUBLISHED}]", f"[2005-03-01..{PUBLISHED}]"


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        pytest.param("en", "After joining Calder in 2011, Marek was sold.", SINCE_2011, id="en-gerund"),
        pytest.param("en", "Following her release in March 2005, Orlo fled.", SINCE_MARCH, id="en-noun"),
        pytest.param("en", "Shortly after joining Calder in 2011, Marek was sold.", "[2011..2012]", id="en-soon"),
        pytest.param("en", "Marek won the cup after joining Calder in 2011.", SINCE_2011, id="en-behind"),
        pytest.param("en", "Before moving to Calder in 2004, Orlo was fined twice.", "[..2004]", id="en-before"),
        pytest.param("en", "Orlo was fined twice before moving to Calder in 2004.", "[..2004]", id="en-before-behind"),
        pytest.param("es", "Tras fichar por el Calder en 2011, Marek fue vendido.", SINCE_2011, id="es-infinitive"),
        pytest.param("es", "Después de su salida en marzo de 2005, Orlo huyó.", SINCE_MARCH, id="es-noun"),
        pytest.param("es", "Poco después de fichar en 2011, Marek fue vendido.", "[2011..2012]", id="es-soon"),
        pytest.param("es", "Marek ganó la copa tras fichar por el Calder en 2011.", SINCE_2011, id="es-behind"),
        pytest.param("es", "Antes de mudarse al norte en 2004, Orlo fue multada.", "[..2004]", id="es-before"),
        pytest.param("fr", "Après avoir rejoint Calder en 2011, Marek a été vendu.", SINCE_2011, id="fr-infinitive"),
        pytest.param("fr", "Après sa libération en mars 2005, Orlo a pris la fuite.", SINCE_MARCH, id="fr-noun"),
        pytest.param("fr", "Peu après son arrivée en 2011, Marek a été vendu.", "[2011..2012]", id="fr-soon"),
        pytest.param("fr", "Marek a gagné la coupe après avoir rejoint Calder en 2011.", SINCE_2011, id="fr-behind"),
        pytest.param("fr", "Après que le port a fermé en 2011, Marek a été vendu.", SINCE_2011, id="fr-clause"),
        pytest.param("fr", "Avant de partir en 2004, Orlo a été arrêtée.", "[..2004]", id="fr-before"),
        pytest.param("fr", "Avant d’entrer au port en 2004, Orlo a été arrêtée.", "[..2004]", id="fr-before-vowel"),
        pytest.param("fr", "Orlo a été arrêtée avant d'entrer au port en 2004.", "[..2004]", id="fr-behind-vowel"),
        pytest.param("fr", "Avant qu’il ne parte en 2004, Orlo a été arrêté.", "[..2004]", id="fr-before-clause"),
        pytest.param(
            "de", "Nachdem Marek 2011 nach Calder gekommen war, wurde er verkauft.", SINCE_2011, id="de-clause"
        ),
        pytest.param("de", "Nach ihrer Entlassung im März 2005 gründete Orlo eine Partei.", SINCE_MARCH, id="de-noun"),
        pytest.param("de", "Kurz nach seiner Ankunft im Jahr 2011 wurde Marek verkauft.", "[2011..2012]", id="de-soon"),
        pytest.param("nl", "Nadat Marek in 2011 naar Calder kwam, werd hij verkocht.", SINCE_2011, id="nl-clause"),
        pytest.param("nl", "Na haar vrijlating in maart 2005 vluchtte Orlo.", SINCE_MARCH, id="nl-noun"),
        pytest.param("nl", "Kort na zijn komst in 2011 werd Marek verkocht.", "[2011..2012]", id="nl-soon"),
    ],
)
def test_what_followed_or_preceded_a_date_is_not_on_it(language: str, sentence: str, expected: str) -> None:
    assert dates(sentence, language) == [expected]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        pytest.param("en", "After the storm, the port was closed in 2011.", "2011", id="en-noun-alone"),
        pytest.param("en", "The mayor resigned after the vote in May 2022.", "2022-05", id="en-either"),
        pytest.param("en", "Marek, who looked after the boats, left on Monday.", "2023-09-18", id="en-looked-after"),
        pytest.param("de", "Nach dem Sturm wurde der Hafen 2011 geschlossen.", "2011", id="de-noun-alone"),
        pytest.param("de", "Nach Angaben der Polizei vom Montag wurde ein Mann verletzt.", "2023-09-18", id="de-says"),
        pytest.param("nl", "Na de storm werd de haven in 2011 gesloten.", "2011", id="nl-noun-alone"),
        pytest.param("fr", "D’après la police, le port a fermé lundi.", "2023-09-18", id="fr-says"),
        pytest.param("fr", "Après la tempête le port a fermé en 2011, selon la ville.", "2011", id="fr-no-comma"),
        pytest.param("es", "Tras la tormenta, el puerto cerró en 2011.", "2011", id="es-noun-alone"),
    ],
)
def test_a_date_of_the_main_clause_stays_its_own(language: str, sentence: str, expected: str) -> None:
    assert dates(sentence, language) == [expected]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param("en", "The mill will cut two hundred jobs after a loss of $3 million last year.", id="en"),
        pytest.param("en", "After a loss of $3 million last year, the mill will cut jobs.", id="en-in-front"),
        pytest.param("es", "La fábrica va a cerrar dos talleres tras las pérdidas del año pasado.", id="es"),
        pytest.param("fr", "L’usine va fermer deux ateliers après les pertes de l’an dernier.", id="fr"),
        pytest.param("de", "Das Werk will nach den Verlusten vom vergangenen Jahr zwei Hallen schließen.", id="de"),
        pytest.param("nl", "De fabriek zal na het verlies van vorig jaar twee hallen sluiten.", id="nl"),
    ],
)
def test_what_is_to_come_was_not_on_a_date_that_is_over(language: str, sentence: str) -> None:
    (draft,) = propose(read_text(sentence, published=PUBLISHED, language=language), inferred=True)
    assert draft.date is not None
    assert (draft.date.edtf, [other.edtf for other in draft.alternatives]) == (f"[{PUBLISHED}..]", ["2022"])


def test_a_month_behind_a_noun_that_came_before_is_doubtful() -> None:
    (draft,) = propose(read_text("The mayor resigned after the vote in May 2022.", published=PUBLISHED), inferred=True)
    assert draft.date is not None
    assert draft.date.confidence < 0.8


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Three died after a bus crashed on Monday.", "Three died after a bus crashed", id="after"),
        pytest.param("Nine drowned when a ferry sank on Monday.", "Nine drowned when a ferry sank", id="when"),
        pytest.param("Trains stood still while a bomb was defused on Monday.",
                     "Trains stood still while a bomb was defused", id="while"),
        pytest.param("Police said six drowned when a ship sank on Monday.", "Six drowned when a ship sank", id="said"),
    ],
)  # fmt: skip
def test_the_day_of_a_clause_behind_is_that_of_the_main_clause(sentence: str, expected: str) -> None:
    assert told(sentence) == [("2023-09-18", expected)]


def test_a_clause_in_front_is_a_statement_of_its_own() -> None:
    assert told("After a bus crashed on Monday, the city closed the road.") == [
        (f"[2023-09-18..{PUBLISHED}]", "City closed the road"),
        ("2023-09-18", "Bus crashed"),
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "years", "headline"),
    [
        pytest.param("en", "The mill burned in 1994 and again in 2003.", ["1994", "2003"], "Mill burned", id="en"),
        pytest.param(
            "en", "The mill burned in 1994, 1998 and 2003.", ["1994", "1998", "2003"], "Mill burned", id="en-3"
        ),
        pytest.param("es", "El molino ardió en 1994 y en 2003.", ["1994", "2003"], "Molino ardió", id="es"),
        pytest.param("fr", "Le moulin a brûlé en 1994 et en 2003.", ["1994", "2003"], "Moulin a brûlé", id="fr"),
        pytest.param("de", "Die Mühle brannte 1994 und erneut 2003.", ["1994", "2003"], "Mühle brannte", id="de"),
        pytest.param("nl", "De molen brandde in 1994 en in 2003.", ["1994", "2003"], "Molen brandde", id="nl"),
    ],
)
def test_each_date_of_a_list_has_a_statement(language: str, sentence: str, years: list[str], headline: str) -> None:
    assert told(sentence, language) == [(year, headline) for year in years]


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        pytest.param("en", "The port of Calder has closed all of its terminals.", id="en"),
        pytest.param("en", "Intruders copied the files of the port of Calder.", id="en-past"),
        pytest.param("en", "The port has posted its first annual loss since 1992.", id="en-record"),
        pytest.param("es", "El puerto de Calder ha cerrado todas sus terminales.", id="es"),
        pytest.param("fr", "Le port de Calder a fermé tous ses terminaux.", id="fr"),
        pytest.param("de", "Der Hafen von Calder hat alle Tore geschlossen.", id="de"),
        pytest.param("nl", "De haven van Calder heeft alle poorten gesloten.", id="nl"),
    ],
)
def test_what_a_report_opens_with_is_news(language: str, lead: str) -> None:
    assert dates(lead, language) == [RECENT]


def test_what_follows_an_opening_without_a_date_is_not_before_it() -> None:
    lead = "The port of Calder has closed all of its terminals."
    then = "In 2019, a ship was lost.\n\nDivers searched the outer gates. The guild had warned of a leak."
    assert dates(f"{lead} {then}") == [RECENT, "2019", RECENT, f"[..{PUBLISHED}]"]


def test_a_day_long_past_is_not_that_of_a_report_that_opens_without_one() -> None:
    lead = "A court has sentenced nine men over a riot at the ground last year."
    then = "Many died in the riot on 1 May 2022.\n\nRelatives attacked the prison with stones."
    assert dates(f"{lead} {then}") == [RECENT, "2022-05-01", RECENT]


def test_a_narrative_opens_with_no_news() -> None:
    article = read_text("Intruders copied the files of the port.", published=PUBLISHED)
    (draft,) = propose(article, genre="narrative", inferred=True)
    assert draft.date is not None
    assert draft.date.edtf == f"[..{PUBLISHED}]"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Calder Trams, a maker which has filed for aid, said on Friday that its plant was sold.",
                     ["2023-09-15"], id="perfect-in-an-aside"),
        pytest.param("The WHO sent a million doses on Friday.", ["2023-09-15"], id="no-pronoun"),
        pytest.param("Orlo has twice been fined, in 2017 and again in 2019.", ["2017", "2019"], id="added"),
        pytest.param("Earlier in September, a girl was hurt near the school.",
                     ["[2023-09-01..2023-09-18]"], id="month-of-the-report"),
    ],
)  # fmt: skip
def test_dates_seen_beside_their_verbs(sentence: str, expected: list[str]) -> None:
    assert dates(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("The mill has said that it closed its shop on Monday.", "Mill closed its shop", id="has-said"),
        pytest.param("iPads were sold out in Calder on Monday.", "iPads were sold out in Calder", id="small-letter"),
    ],
)
def test_headlines_of_a_kind(sentence: str, expected: str) -> None:
    assert [headline for _, headline in told(sentence)] == [expected]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param("en", "Calder posted a loss of 3 million for 2009.", id="en-year"),
        pytest.param("en", "Calder paid the arrears for the period from 2004 to 2009.", id="en-period"),
        pytest.param("en", "Calder said the loss reported for last year was not final.", id="en-last-year"),
        pytest.param("fr", "Le port a publié une perte pour l’exercice 2009.", id="fr"),
        pytest.param("de", "Der Hafen wurde für das Jahr 2009 mit einer Strafe belegt.", id="de"),
        pytest.param("nl", "De haven meldde over 2009 een verlies.", id="nl"),
        pytest.param("es", "El puerto perdió la ayuda correspondiente al año 2009.", id="es"),
    ],
)
def test_the_year_of_a_figure_is_not_when_something_happened(language: str, sentence: str) -> None:
    ((edtf, headline),) = told(sentence, language)
    assert edtf == RECENT
    assert "2009" in headline or "last year" in headline


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param("en", "Calder warned that the sum could rise before it is published in March.", id="en"),
        pytest.param("fr", "Le ministre a averti que la somme peut grimper avant qu’elle ne soit publiée en mars."),
        pytest.param("de", "Der Minister warnte, die Zahl könne steigen, bevor sie im März veröffentlicht wird."),
        pytest.param("nl", "De minister waarschuwde dat het bedrag kan stijgen voordat het in maart wordt betaald."),
    ],
)
def test_what_is_still_to_come_dates_no_warning_of_it(language: str, sentence: str) -> None:
    draft, *others = propose(read_text(sentence, published=PUBLISHED, language=language), inferred=True)
    assert (draft.date and draft.date.edtf, others) == (RECENT, [])
    assert [reading.edtf for reading in draft.alternatives] == ["2024-03"]


def test_a_plan_is_no_outlook() -> None:
    sentence = "After a plan to save the yards failed this week, the mayor has called a vote."
    assert told(sentence)[0][0] == "[2023-09-18..2023-09-19]"


def test_what_has_been_following_a_noun_was_after_it() -> None:
    assert dates("The ferry has been retired following its last tour in August.") == ["[2023-08-01..2023-09-19]"]


def test_a_date_gets_no_headline_of_another_clause() -> None:
    bought = "In 2009, Oren bought a fifth of Calder, which had just left bankruptcy"
    sentence = f"{bought}, and has since raised his share, expected to reach 60% by the end of this year."
    assert told(sentence) == [("2009", "Oren bought a fifth of Calder")]


def test_a_second_verb_with_a_date_of_its_own_is_told() -> None:
    sentence = "The mole was built on 3 May 2021 and widened on 4 June 2022."
    assert told(sentence) == [("2021-05-03", "Mole was built"), ("2022-06-04", "Mole was built and widened")]


def test_an_aside_in_what_is_said_does_not_date_it() -> None:
    sentence = "Calder has announced that work on a new ferry, begun two years ago, has been stopped."
    ((edtf, _),) = told(sentence)
    assert edtf == RECENT


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Police revealed that the two men had lived in Teren prior to the attacks of yesterday.",
            [(RECENT, "Police revealed the two men had lived in Teren prior to the attacks of yesterday")],
            id="prior-to-a-noun-of-a-day",
        ),
        pytest.param(
            "Two men had lived in Teren prior to the attacks of yesterday.",
            [("[..2023-09-18]", "Two men had lived in Teren prior to the attacks of yesterday")],
            id="nobody-says-so",
        ),
        pytest.param(
            "Ships have been searched since the May 2021 attack.",
            [("[2021-05-01..2023-09-19]", "Ships have been searched since the May 2021 attack")],
            id="since-a-dated-noun",
        ),
        pytest.param(
            "The gates have been shut since the 1990s.",
            [("[1990-01-01..2023-09-19]", "Gates have been shut")],
            id="since-a-decade",
        ),
        pytest.param(
            "On Monday shares fell to lows not seen since October 1982.",
            [("2023-09-18", "Shares fell to lows not seen")],
            id="not-seen-since",
        ),
        pytest.param(
            "The figures are an improvement from 2008, when the yard posted a loss.",
            [("2008", "Yard posted a loss")],
            id="when-clause-behind-a-state",
        ),
        pytest.param(
            "This year, the team of Calder won the cup.", [("2023", "Team of Calder won the cup")], id="this-year"
        ),
        pytest.param(
            "Today marked a day in history, when 20 years ago the harbour burned.",
            [("2023-09-19", "Today marked a day in history, when 20 years ago the harbour burned")],
            id="headline-of-another-date",
        ),
    ],
)
def test_each_date_stands_beside_what_it_dates(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param("en", "In the 20th minute, Marek missed a chance.", id="en-minute"),
        pytest.param("en", "A fire on the 11th floor of the tower killed two.", id="en-floor"),
        pytest.param("en", "Oren scored a goal in the second half.", id="en-half"),
        pytest.param("es", "Marek marcó en el minuto 20 del partido.", id="es-minute"),
        pytest.param("fr", "Marek a marqué à la 20e minute du match.", id="fr-minute"),
        pytest.param("de", "Marek traf in der 20. Minute zum Ausgleich.", id="de-minute"),
        pytest.param("nl", "Marek scoorde in de 20e minuut van de wedstrijd.", id="nl-minute"),
    ],
)
def test_an_ordinal_of_a_noun_is_no_date(language: str, sentence: str) -> None:
    ((edtf, headline),) = told(sentence, language)
    assert edtf == RECENT
    assert headline.split()[-1] == sentence.rstrip(".").split()[-1]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("On the 12th police arrested a man.", "2023-09-12", id="day"),
        pytest.param("Profits fell in the second half.", "2023-41", id="half-year"),
    ],
)
def test_an_ordinal_alone_is_a_date(sentence: str, expected: str) -> None:
    assert dates(sentence) == [expected]
