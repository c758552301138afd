"""Dates that what stands beside them places: another day, the hour named last, the verb of their clause."""

from __future__ import annotations

import pytest

from incidents.temporal import propose_genre, tag

from .test_tagger_classes import SURE, TUESDAY, rows

# language | sentence | words = EDTF, with a question mark where the reading is not fit to be printed

# Weekdays beside another day: the second of a list, and those before and after a named day.
BESIDE = """
en | Fires on Saturday and Sunday are still under investigation. | Saturday = 2023-09-16 ?; Sunday = 2023-09-17
en | The council will meet on Monday and Tuesday. | Monday = 2023-09-25; Tuesday = 2023-09-26
en | It burned on Thursday and Monday. | Thursday = 2023-09-14; Monday = 2023-09-18
es | El pleno se reunirá el lunes y el martes. | lunes = 2023-09-25; martes = 2023-09-26
fr | Le conseil se réunira lundi et mardi. | lundi = 2023-09-25; mardi = 2023-09-26
de | Der Rat wird am Montag und am Dienstag tagen. | Montag = 2023-09-25; Dienstag = 2023-09-26
nl | Voor het verhoor heeft het hof dinsdag en woensdag uitgetrokken. | dinsdag = 2023-09-19; woensdag = 2023-09-20 ?
en | It opened on the Friday before Christmas. | Friday before Christmas = 2022-12-23 ?
es | Cerró el lunes después del 3 de mayo de 2021. | lunes después del 3 de mayo de 2021 = 2021-05-10
fr | Il a fermé le samedi avant Pâques. | samedi avant Pâques = 2023-04-08 ?
de | Am Samstag vor Pfingsten war Markt. | Samstag vor Pfingsten = 2023-05-27 ?
nl | De markt was op de zaterdag voor Pinksteren. | zaterdag voor Pinksteren = 2023-05-27 ?
de | Am Freitag vor dem Landgericht schwieg er. | Freitag = 2023-09-15
"""

# Weekdays among days that were named, and in a line of a programme.
FESTIVAL = """
de | Das Fest findet vom 23. bis 26. November statt. Am Freitagabend wird getanzt. | vom 23. bis 26. November = 2023-11-23/2023-11-26; Freitagabend = 2023-11-24 ?
nl | Het feest is van 23 tot 26 november. Zaterdag speelt de fanfare. | van 23 tot 26 november = 2023-11-23/2023-11-26; Zaterdag = 2023-11-25 ?
en | The fair ran from 24 to 27 August. On Friday it rained. | from 24 to 27 August = 2023-08-24/2023-08-27; Friday = 2023-08-25 ?
de | Das Fest endet am 26. November. Am Freitag tagt der Rat. | 26. November = 2023-11-26; Freitag = 2023-09-22
de | Finale: Samstag, 15.30 Uhr | Samstag, 15.30 Uhr = 2023-09-23T15:30:00 ?
nl | Finale: zaterdag 15.30 uur | zaterdag 15.30 uur = 2023-09-23T15:30:00 ?
fr | Ouverture : samedi, 14 h | samedi, 14 h = 2023-09-23T14:00:00 ?
"""  # noqa: E501

# Hours counted from the time of day that was named last.
LATER = """
en | The fire began at 5:08 a.m. on Sunday. Two hours later a second one broke out. | 5:08 a.m. on Sunday = 2023-09-17T05:08:00; Two hours later = 2023-09-17T07:08:00 ?
es | A las 14.30 cayó el puente. Dos horas más tarde llegó la ayuda. | 14.30 = 2023-09-19T14:30:00 ?; Dos horas más tarde = 2023-09-19T16:30:00 ?
fr | Le feu a pris à 22 h 10. Trois heures plus tard, il était éteint. | 22 h 10 = 2023-09-19T22:10:00 ?; Trois heures plus tard = 2023-09-20T01:10:00 ?
de | Um 10.11 Uhr brannte es. Eine Stunde später kam Hilfe. | 10.11 Uhr = 2023-09-19T10:11:00 ?; Eine Stunde später = 2023-09-19T11:11:00 ?
nl | Zaterdag rond 13.30 uur beefde het. Ruim een uur eerder ook. | Zaterdag rond 13.30 uur = 2023-09-16T13:30:00; Ruim een uur eerder = 2023-09-16T12:30:00 ?
de | Zwei Stunden später kam Hilfe. | -
"""  # noqa: E501

# Months, days and seasons behind their year, and periods that are compared with an earlier one.
YEAR = """
en | Last year in March the mill closed. | Last year in March = 2022-03
es | El año pasado, en marzo, cerró el molino. | El año pasado, en marzo = 2022-03
fr | L'an dernier en mars, le moulin a fermé. | L'an dernier en mars = 2022-03
de | Im vergangenen Jahr im März schloss die Mühle. | vergangenen Jahr im März = 2022-03
nl | Vorig jaar in maart sloot de molen. | Vorig jaar in maart = 2022-03
de | Letztes Jahr am 3. März schloss sie, letztes Jahr im Herbst öffnete sie. | Letztes Jahr am 3. März = 2022-03-03; letztes Jahr im Herbst = 2022-23
nl | Vorig jaar op 3 maart sloot de molen. | Vorig jaar op 3 maart = 2022-03-03
fr | Au premier semestre 2022, il perdait. La même période l'an dernier, il gagnait. | premier semestre 2022 = 2022-40; La même période l'an dernier = 2022-40 ?
es | Entre enero y marzo ganó menos que en el mismo período del año pasado. | Entre enero y marzo = [2023-01..2023-03]; el mismo período del año pasado = 2022-01/2022-03 ?
es | En agosto subió frente al mismo mes de 2020. | agosto = 2023-08; mismo mes de 2020 = 2020-08 ?
nl | In augustus steeg het tegenover dezelfde maand in 2020. | augustus = 2023-08; dezelfde maand in 2020 = 2020-08 ?
de | Im ersten Quartal 2023 stieg es. Zahlen für das erste Quartal will sie bald vorlegen. | ersten Quartal 2023 = 2023-33; das erste Quartal = 2023-33
"""  # noqa: E501

# An infinitive of the perfect tells what is said to have happened.
HEARSAY = """
de | Der Mann soll am Freitag ein Boot gestohlen haben. | Freitag = 2023-09-15
de | Der Mann soll am Freitag entlassen werden. | Freitag = 2023-09-22
de | Der Mann soll am Freitag gesehen worden sein. | Freitag = 2023-09-15
nl | De man zou vrijdag een boot hebben gestolen. | vrijdag = 2023-09-15
fr | L'homme aurait volé un bateau vendredi. | vendredi = 2023-09-15
fr | Le vote aurait lieu vendredi. | vendredi = 2023-09-22
es | El hombre habría robado un barco el viernes. | viernes = 2023-09-15
en | The man may have stolen a boat on Friday. | Friday = 2023-09-15
en | The man may leave on Friday. | Friday = 2023-09-22
"""

# The verb at the end of a clause tells its tense, whatever the main clause tells.
CLAUSES = """
de | Sie sagte, dass er am Freitag nach Rom reist. | Freitag = 2023-09-22
de | Sie sagte, dass er am Freitag verhaftet worden war. | Freitag = 2023-09-15
de | Sie sagte, dass er im März zurücktreten will. | März = 2024-03
de | Der Minister, der am Freitag in Rom weilt, schwieg. | Freitag = 2023-09-22
de | Der Mann, der am Freitag starb, war alt. | Freitag = 2023-09-15
de | Die am Freitag beginnende Messe war teuer. | Freitag = 2023-09-22
nl | Hij zei dat zondag mogelijk is. | zondag = 2023-09-24
nl | De Kamer wilde dat de minister donderdag uitleg geeft. | donderdag = 2023-09-21
nl | De minister die donderdag in Rome is, zweeg. | donderdag = 2023-09-21
nl | De politie zocht getuigen die vrijdag rond 15.00 uur iets hebben gezien. | vrijdag rond 15.00 uur = 2023-09-15T15:00:00
nl | De vrijdag beginnende beurs was duur. | vrijdag = 2023-09-22
"""  # noqa: E501

# A present beside a date is an appointment.
PRESENT = """
nl | Ministers praten vrijdag verder. | vrijdag = 2023-09-22
nl | Ministers praatten vrijdag verder. | vrijdag = 2023-09-15
nl | De rechter buigt zich vrijdag over de zaak. | vrijdag = 2023-09-22
nl | Vanaf maandag gelden nieuwe regels. | Vanaf maandag = 2023-09-25/..
de | Ab Montag gelten neue Regeln. | Ab Montag = 2023-09-25/..
de | BOZEN (ag) - Am Freitag berät der Rat. | Freitag = 2023-09-22
de | Die Beiträge sind an diesem Freitag fällig. | diesem Freitag = 2023-09-22
de | In einer Woche sind Wahlen. | In einer Woche = [2023-09-25..2023-10-01] ?
de | Ab November hat der Verlag eine neue Aufgabe. | Ab November = 2023-11/..
fr | Les députés votent vendredi. | vendredi = 2023-09-22 ?
fr | Le vote vendredi fut long. | vendredi = 2023-09-15
es | El Congreso vota el viernes. | viernes = 2023-09-22 ?
en | The court meets on Friday. | Friday = 2023-09-22 ?
fr | Le procès s'est ouvert lundi. | lundi = 2023-09-18
"""

# Parts of a day, hours in words, and what stands between a day and its hour.
PARTS = """
de | Von Januar bis März schmolz der Umsatz. | Von Januar bis März = 2023-01/2023-03
nl | Van januari tot maart daalde de omzet. | Van januari tot maart = 2023-01/2023-03
en | From January until March sales fell. | From January until March = 2023-01/2023-03
de | Heute Nacht brannte es. Gegen 2.00 Uhr kam Hilfe. | Heute Nacht = 2023-09-19; 2.00 Uhr = 2023-09-19T02:00:00 ?
nl | Vannacht brandde het. Om 3 uur kwam er hulp. | Vannacht = 2023-09-19; 3 uur = 2023-09-19T03:00:00 ?
de | Am Montag kurz vor 7 Uhr brannte es, am Donnerstag-Nachmittag nicht. | Montag kurz vor 7 Uhr = 2023-09-18T07:00:00; Donnerstag-Nachmittag = 2023-09-14
nl | Zaterdag even na 3 uur brandde het. | Zaterdag even na 3 uur = 2023-09-16T03:00:00
en | It burned on Monday, shortly before 9 p.m., for an hour. | Monday, shortly before 9 p.m. = 2023-09-18T21:00:00
fr | Lundi, peu après 8 h, il pleuvait. | Lundi, peu après 8 h = 2023-09-18T08:00:00
es | El lunes, poco antes de las 20.30 horas, ardió el granero. | lunes, poco antes de las 20.30 horas = 2023-09-18T20:30:00
de | Vor anderthalb Jahren schloss die Mühle. | Vor anderthalb Jahren = 2022-03~ ?
nl | Tweeënhalf jaar geleden sloot de molen. | Tweeënhalf jaar geleden = 2021-03~ ?
de | Seit dem Morgen brennt es, bis zum Abend soll es regnen. | Seit dem Morgen = 2023-09-19/.. ?; bis zum Abend = ../2023-09-19 ?
en | It has burned since the morning. | since the morning = 2023-09-19/.. ?
es | El lunes ardió el granero. Por la tarde llegó la ayuda. | lunes = 2023-09-18; Por la tarde = 2023-09-18 ?
fr | Il pleut depuis le matin. | depuis le matin = 2023-09-19/.. ?
nl | Sinds de ochtend brandt het. | Sinds de ochtend = 2023-09-19/.. ?
en | Earlier in the week the mill burned. | Earlier in the week = [2023-09-18..2023-09-24] ?
nl | Later op de dag brandde het weer. | Later op de dag = 2023-09-19 ?
fr | Plus tard dans la soirée, il a plu. | Plus tard dans la soirée = 2023-09-19 ?
fr | La route sera coupée ce vendredi après midi. | ce vendredi après midi = 2023-09-22
de | 31.03.2016 - 17:45 Uhr | 31.03.2016 - 17:45 Uhr = 2016-03-31T17:45:00
fr | mardi 31 mars 2009 - 20h30 | mardi 31 mars 2009 - 20h30 = 2009-03-31T20:30:00
en | At half past ten the bell rang. Shortly after midnight it rang again. | half past ten = 2023-09-19T10:30:00 ?; midnight = 2023-09-19T00:00:00 ?
es | Sobre las diez de la noche del lunes ardió el granero. | las diez de la noche del lunes = 2023-09-18T22:00:00
es | El apagón del pasado lunes fue breve, como otros del pasado. | pasado lunes = 2023-09-18
fr | Après 6 heures de vol, il s'est posé à 6 heures du matin. | 6 heures du matin = 2023-09-19T06:00:00 ?
de | Vor über zwei Jahren schloss die Mühle. | Vor über zwei Jahren = 2021
fr | Il y a une dizaine de jours, le moulin a fermé. | Il y a une dizaine de jours = 2023-09-09 ?
es | En la 3.ª semana de agosto de 2021 cerró el molino. | la 3.ª semana de agosto de 2021 = [2021-08-16..2021-08-22]
nl | Het gesprek was in Den Haag. Zaterdag begon het opnieuw. | Zaterdag = 2023-09-16
nl | Volgend schooljaar sluit de school. | Volgend schooljaar = 2024
"""  # noqa: E501

# The ordinal of a noun is no day.
RANKS = """
en | She scored in the 20th minute. | -
en | A fire on the 11th floor killed two. | -
en | On the 12th police arrested a man. | the 12th = 2023-09-12 ?
en | On the 12th Brennan left. | the 12th = 2023-09-12 ?
en | The 5th Brigade left. | -
en | She scored in the first half. | -
en | Sales rose in the first half. | the first half = 2023-40
"""


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    rows(BESIDE, FESTIVAL, LATER, YEAR, HEARSAY, CLAUSES, PRESENT, PARTS, RANKS),
)
def test_what_stands_beside_a_date_places_it(language: str, sentence: str, expected: list[str]) -> None:
    found = [m for m in tag(sentence, reference=TUESDAY, language=language) if m.edtf]
    said = [f"{sentence[m.start : m.end]} = {m.edtf}{'' if m.confidence >= SURE else ' ?'}" for m in found]
    assert said == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "On 3 May 1861 the army marched. On 24 May the port fell.", id="en"),
        pytest.param("es", "El 3 de mayo de 1861 marchó el ejército. El 24 de mayo cayó el puerto.", id="es"),
        pytest.param("fr", "Le 3 mai 1861, l'armée marcha. Le 24 mai, le port tomba.", id="fr"),
    ],
)
def test_a_short_history_is_one(language: str, text: str) -> None:
    assert propose_genre(text, TUESDAY, language) == "narrative"
