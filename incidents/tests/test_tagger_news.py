"""What the news compares, looks ahead to and leaves vague: figures of the year before, weather, stretches of time."""

from __future__ import annotations

import pytest

from incidents.temporal import tag

from .test_tagger_classes import SURE, TUESDAY, rows

# language | sentence | words = EDTF, with a question mark where the reading is not fit to be printed

# Figures beside those of the month, quarter or year before.
COMPARED = """
de | Im zweiten Quartal stieg der Umsatz gegenüber dem Vorjahreszeitraum. | zweiten Quartal = 2023-34; dem Vorjahreszeitraum = 2022-34 ?
de | Im August sank die Zahl gegenüber dem Vormonat, gegenüber dem Vorjahresmonat stieg sie. | August = 2023-08; dem Vormonat = 2023-07 ?; dem Vorjahresmonat = 2022-08 ?
de | Die Rate lag im Mai 2022 bei 5 Prozent, nach 4 im Vormonat und 3 im Vorjahresmonat. | Mai 2022 = 2022-05; Vormonat = 2022-04 ?; Vorjahresmonat = 2021-05 ?
de | Der Umsatz wuchs 2022 um ein Zehntel. Im Vorjahr war er gefallen. | 2022 = 2022 ?; Vorjahr = 2021 ?
de | Im Vorjahr war der Umsatz gefallen. | Vorjahr = 2022
de | Im Vergleichszeitraum 2015 war der Umsatz gefallen. | 2015 = 2015 ?
"""  # noqa: E501

# Counts with "exactly" and "more than" between their words.
COUNTED = """
de | Vor genau einem Jahr schloss die Mühle. | Vor genau einem Jahr = 2022
fr | Il y a exactement deux ans, le moulin a fermé. | Il y a exactement deux ans = 2021
fr | Il y a plus d'un an, le moulin a fermé. | Il y a plus d'un an = 2022 ?
es | Hace exactamente dos años cerró el molino. | Hace exactamente dos años = 2021
es | Hace poco más de un año cerró el molino. | Hace poco más de un año = 2022
de | Im letzten Jahre schloss die Mühle. | letzten Jahre = 2022
"""

# What is still to come, and what is over, by the verb.
CLAUSES = """
nl | Woensdagmiddag neemt de kans op regen toe. | Woensdagmiddag = 2023-09-20
de | Mittwochabend zieht ein Gewitter auf. | Mittwochabend = 2023-09-20
nl | De beurs is maandag lager gesloten. | maandag = 2023-09-18
nl | De winkel is zondag gesloten. | zondag = 2023-09-24 ?
nl | Zondag zijn twee mannen aangehouden. | Zondag = 2023-09-17
nl | Het land laat half oktober weer toeristen toe. | half oktober = 2023-10 ?
nl | Het bedrijf meldde dat het vanaf oktober de prijs verlaagt. | vanaf oktober = 2023-10/..
nl | Het bedrijf meldde dat het in augustus de prijs had verlaagd. | augustus = 2023-08
de | Die Firma teilte mit, dass sie ab Oktober den Preis erhöht. | ab Oktober = 2023-10/..
en | He died on 3 November. | 3 November = 2022-11-03 ?
nl | Hij overleed op 3 november. | 3 november = 2022-11-03 ?
en | The trial was put off to 3 November. | 3 November = 2023-11-03 ?
de | Seit Freitag ruht der Bau. Die Ministerin will am Abend reden. | Seit Freitag = 2023-09-15/..; Abend = 2023-09-19 ?
nl | Kort voor twee uur 's middags beefde het. | twee uur 's middags = 2023-09-19T14:00:00 ?
nl | Aan het einde van het decennium is de dijk klaar. | Aan het einde van het decennium = 202X ?
"""

# Names that hold a word for a day, and days that name a happening.
NAMES = """
en | After the attacks of 11 September all changed. | 11 September = 2001-09-11 ?
es | Tras los ataques terroristas del 11 de septiembre todo cambió. | 11 de septiembre = 2001-09-11 ?
fr | Après les attentats du 11 septembre, tout a changé. | 11 septembre = 2001-09-11 ?
nl | Na de aanslagen van 11 september werd alles anders. | 11 september = 2001-09-11 ?
de | Nach den Anschlägen vom 11. September war alles anders. | 11. September = 2001-09-11 ?
de | Es geschah am 9/11. | -
en | He told the Today programme that it was over. | -
en | USA Today reported it today. | today = 2023-09-19
"""

# The order of day and month in digits, by the other dates of the text.
DIGITS = """
en | It was robbed on 10/12/2016 and on 3/27/2017. | 10/12/2016 = 2016-10-12 ?; 3/27/2017 = 2017-03-27
en | It was robbed on 10/12/2016 and on 27/3/2017. | 10/12/2016 = 2016-12-10 ?; 27/3/2017 = 2017-03-27
en | It was robbed on 10/12/2016. It shut on March 27, 2017. | 10/12/2016 = 2016-10-12 ?; March 27, 2017 = 2017-03-27
en | It was robbed on 10/12/2016. It shut on 27 March 2017. | 10/12/2016 = 2016-12-10 ?; 27 March 2017 = 2017-03-27
en | Of 10/12/2016, 27/3/2017 and 3/27/2017 none is sure. | 10/12/2016 = 2016-12-10 ?; 27/3/2017 = 2017-03-27; 3/27/2017 = 2017-03-27
"""  # noqa: E501


@pytest.mark.parametrize(("language", "sentence", "expected"), rows(COMPARED, COUNTED, CLAUSES, NAMES, DIGITS))
def test_the_dates_of_a_report_are_read(language: str, sentence: str, expected: list[str]) -> None:
    found = [m for m in tag(sentence, reference=TUESDAY, language=language) if m.edtf]
    said = [f"{sentence[m.start : m.end]} = {m.edtf}{'' if m.confidence >= SURE else ' ?'}" for m in found]
    assert said == expected


@pytest.mark.parametrize(
    ("language", "sentence", "value"),
    [
        pytest.param("de", "In den vergangenen Jahren wuchs die Stadt.", "PXY", id="de-past-years"),
        pytest.param("de", "In den nächsten Tagen wird es kalt.", "PXD", id="de-next-days"),
        pytest.param("es", "En los últimos días llovió.", "PXD", id="es-last-days"),
        pytest.param("fr", "Ces dernières semaines, il a plu.", "PXW", id="fr-last-weeks"),
        pytest.param("en", "It will rain in the coming weeks.", "PXW", id="en-coming-weeks"),
        pytest.param("de", "Früher war er Lehrer.", "PAST_REF", id="de-formerly"),
        pytest.param("de", "Er war früher Lehrer.", "PAST_REF", id="de-was-formerly"),
        pytest.param("de", "Damals war er Lehrer.", "PAST_REF", id="de-then"),
        pytest.param("de", "Nun ist er Lehrer.", "PRESENT_REF", id="de-now"),
        pytest.param("de", "In nächster Zeit wird er Lehrer.", "FUTURE_REF", id="de-before-long"),
    ],
)
def test_vague_time_has_the_value_that_timex_gives_it(language: str, sentence: str, value: str) -> None:
    assert [m.timex for m in tag(sentence, reference=TUESDAY, language=language)] == [value]


@pytest.mark.parametrize("sentence", ["Der Zug kam früher.", "Er war früher als die anderen da.", "Das ist nun so."])
def test_words_that_tell_no_time_are_left(sentence: str) -> None:
    assert tag(sentence, reference=TUESDAY, language="de") == []


def test_a_story_is_led_on_by_words_that_date_a_report() -> None:
    assert tag("Damals war er Lehrer. Nun zog er fort.", reference=TUESDAY, language="de", genre="narrative") == []
