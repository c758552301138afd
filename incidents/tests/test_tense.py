"""What the tense of a clause does to the dates in it, language by language."""

from __future__ import annotations

from datetime import date

import pytest

from incidents.temporal import Mention, tag

TUESDAY = date(2023, 9, 19)
SURE = 0.8


def only(text: str, language: str, reference: date = TUESDAY) -> Mention:
    (mention,) = tag(text, reference=reference, language=language)
    return mention


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The dam froze on Friday."),
        ("en", "A crew dug through the wall on Friday."),
        ("en", "The minister foresaw it on Friday."),
        ("en", "The man who was to speak died on Friday."),
        ("en", "The man who was due to speak died on Friday."),
        ("de", "Am Freitag fror der Fluss zu."),
        ("de", "Am Freitag barst ein Rohr."),
        ("de", "Als der Damm am Freitag zerbrach, schliefen alle."),
        ("de", "Der Brand, der am Freitag ausbrach, ist gelöscht."),
        ("de", "Am Freitag wußten es alle."),
        ("nl", "Het vroor vrijdag."),
        ("nl", "Toen de dam vrijdag bezweek, sliep iedereen."),
        ("nl", "Toen vrijdag brand uitbrak, waren ze weg."),
        ("nl", "Vrijdag zwom hij naar de overkant."),
        ("es", "El viernes se heló el río."),
        ("es", "El viernes se oyó un ruido."),
        ("es", "El viernes intervino la fiscalía."),
        ("es", "El viernes detuvieron a dos hombres."),
        ("es", "El viernes el juez impuso una multa."),
        ("fr", "Vendredi, le fleuve gela."),
        ("fr", "La ville tomba vendredi."),
        ("fr", "Les troupes entrèrent vendredi dans la ville."),
        ("fr", "Vendredi, il vainquit."),
        ("fr", "Vendredi, elle interrompit la séance."),
        ("fr", "Il retira sa plainte vendredi."),
        ("fr", "Vendredi survint une panne."),
    ],
)
def test_irregular_verbs_tell_something_past(language: str, text: str) -> None:
    mention = only(text, language)
    assert (mention.edtf, mention.rule) == ("2023-09-15", "weekday-past")
    assert mention.confidence >= SURE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La policía se reúne el viernes."),
        ("fr", "La société ouvre vendredi."),
        ("fr", "Le comité se réunit vendredi."),
        ("fr", "Le cinéma ouvre vendredi."),
        ("nl", "De gemeente zwijgt vrijdag."),
        ("de", "Freitag, erster Band, halber Preis."),
        ("en", "Friday, the united council, an added seat."),
    ],
)
def test_words_that_only_end_like_a_verb_tell_no_tense(language: str, text: str) -> None:
    assert only(text, language).confidence < SURE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La réunion finira vendredi."),
        ("fr", "La mairie livrera les clés vendredi."),
        ("de", "Das Band wird am Freitag gespielt."),
        ("en", "The match is due to start Friday."),
    ],
)
def test_words_that_look_ahead_still_do(language: str, text: str) -> None:
    assert (only(text, language).edtf, only(text, language).rule) == ("2023-09-22", "weekday-next")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The trial that was to open Wednesday has been postponed."),
        ("en", "The match was due to start Wednesday."),
        ("en", "On Wednesday the court was to meet."),
        ("en", "The judge postponed the trial, which had been scheduled for Wednesday."),
        ("en", "The bridge was originally planned to be opened Wednesday."),
        ("en", "The work had to be done Wednesday."),
        ("fr", "Le procès devait s'ouvrir mercredi."),
        ("fr", "Il devait être opéré mercredi."),
        ("fr", "Le match était prévu mercredi."),
        ("fr", "Elle allait partir mercredi."),
        ("es", "El juicio debía comenzar el miércoles."),
        ("es", "Debía ser juzgado el miércoles."),
        ("es", "El juicio estaba previsto para el miércoles."),
        ("es", "Tenía que declarar el miércoles."),
        ("de", "Der Prozess sollte am Mittwoch beginnen."),
        ("de", "Der Prozess, der am Mittwoch beginnen sollte, wurde verschoben."),
        ("de", "Der Prozess war für Mittwoch geplant."),
        ("nl", "Het proces zou woensdag beginnen."),
        ("nl", "Het concert zou woensdag plaatsvinden, maar werd afgelast."),
        ("nl", "Het proces was voor woensdag gepland."),
    ],
)
@pytest.mark.parametrize(
    ("reference", "nearer", "other"),
    [(TUESDAY, "2023-09-20", "2023-09-13"), (date(2023, 9, 22), "2023-09-20", "2023-09-27")],
)
def test_day_of_a_plan_may_be_past_or_to_come(
    language: str, text: str, reference: date, nearer: str, other: str
) -> None:
    mention = only(text, language, reference)
    assert [mention.edtf, *(reading.edtf for reading in mention.alternatives)] == [nearer, other]
    assert mention.confidence < SURE


@pytest.mark.parametrize(("text", "edtf"), [("The bridge was to open in May.", "2023-05"),
                                            ("L'ouverture était prévue en mai.", "2023-05")])  # fmt: skip
def test_month_of_a_plan_is_doubted(text: str, edtf: str) -> None:
    mention = only(text, "fr" if "prévue" in text else "en")
    assert mention.edtf == edtf
    assert mention.confidence < SURE


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "By Friday 40 had died.", "[..2023-09-15]"),
        ("en", "By Friday, 40 people were dead.", "[..2023-09-15]"),
        ("en", "Forty had died by Friday.", "[..2023-09-15]"),
        ("en", "Forty had been found by Friday.", "[..2023-09-15]"),
        ("en", "They were told to leave by Friday.", "[..2023-09-22]"),
        ("en", "They must leave by Friday.", "[..2023-09-22]"),
        ("en", "By Friday the army will have left.", "[..2023-09-22]"),
        ("fr", "D'ici vendredi, 40 étaient morts.", "[..2023-09-15]"),
        ("fr", "Ils doivent partir d'ici vendredi.", "[..2023-09-22]"),
        ("es", "Hasta el viernes habían muerto 40.", "../2023-09-15"),
        ("es", "Tendrán que irse hasta el viernes.", "../2023-09-22"),
        ("de", "Bis Freitag waren 40 gestorben.", "../2023-09-15"),
        ("de", "Bis Freitag starben 40 Menschen.", "../2023-09-15"),
        ("de", "Bis Freitag wird gezählt.", "../2023-09-22"),
        ("nl", "Tegen vrijdag waren er 40 overleden.", "2023-09-15"),
        ("nl", "Tegen vrijdag moeten ze weg zijn.", "2023-09-22"),
    ],
)
def test_limit_is_past_where_the_clause_tells_what_was_by_then(language: str, text: str, edtf: str) -> None:
    assert only(text, language).edtf == edtf
