"""Dates in the words of Spanish, French, German and Dutch; and that no language leaves what English says unsaid."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.temporal.edtf import EDTF
from incidents.temporal.mention import RULES
from incidents.temporal.tables import LANGUAGES, tables_for
from incidents.temporal.wording import explain, full_day, say, short

from .test_plain_dates import JOINED, SAID, SIMPLE

OTHERS = tuple(code for code in LANGUAGES if code != "en")

# A row: EDTF, with the part that is meant where there is one, and how it is said. A low line is a blank that does not
# break.
SPANISH = """
2023-09-19 | 19 de septiembre de 2023
2023-05-01 | 1 de mayo de 2023
2023-09 | septiembre de 2023
2023 | 2023
-0043 | 44 a._C.
0070 | 70 d._C.
-0043-03-15 | 15 de marzo de 44 a._C.
2022-21 | primavera de 2022
2022-22 | verano de 2022
2009-33 | primer trimestre de 2009
2009-41 | segundo semestre de 2009
199X | década de 1990
18XX | siglo XIX
00XX | siglo I
-01XX | siglo II a._C.
-1XXX | II milenio a._C.
XXXX-05-01 | 1 de mayo, año desconocido
XXXX-22 | verano, año desconocido
2023-XX | algún mes de 2023
2023-04-XX | algún día de abril de 2023
2023-XX-XX | algún día de 2023
2023-09-19T14:30:00 | 19 de septiembre de 2023, 14:30
2023-09-19T09:05:15Z | 19 de septiembre de 2023, 09:05:15 UTC
2023-09-19T14:30:00+02:00 | 19 de septiembre de 2023, 14:30 UTC+2
2021-05-03/2021-05-05 | del 3 al 5 de mayo de 2021
2021-05-01/2021-05-05 | del 1 al 5 de mayo de 2021
2023-08-28/2023-09-05 | del 28 de agosto al 5 de septiembre de 2023
2022-12-28/2023-01-05 | del 28 de diciembre de 2022 al 5 de enero de 2023
2023-04/2023-08 | de abril a agosto de 2023
2022-06/2023-08 | de junio de 2022 a agosto de 2023
2019/2021 | 2019–2021
199X/2005 | de la década de 1990 a 2005
2023-06/.. | desde junio de 2023
2023-09-19/.. | desde el 19 de septiembre de 2023
2022-22/.. | desde el verano de 2022
2020~/.. | desde aproximadamente 2020
../2023-06 | hasta junio de 2023
../2023-09-19 | hasta el 19 de septiembre de 2023
../2022-22 | hasta el verano de 2022
../2020? | hasta quizá 2020
2023-04/ | desde abril de 2023, fin desconocido
/2023-06 | hasta junio de 2023, inicio desconocido
[2023-09-11..2023-09-17] | en la semana del 11 de septiembre de 2023
[2023-09-11..2023-09-17] start | a principios de la semana del 11 de septiembre de 2023
[2023-09-11..2023-09-17] end | a finales de la semana del 11 de septiembre de 2023
[2023-09-16..2023-09-17] | en el fin de semana del 16 de septiembre de 2023
[2023-09-11..2023-09-20] | entre el 11 y el 20 de septiembre de 2023
[2023-08-28..2023-09-05] | entre el 28 de agosto y el 5 de septiembre de 2023
[2019..2021] | entre 2019 y 2021
[..2023-09-18] | el 18 de septiembre de 2023 o antes
[2023-09..] | en septiembre de 2023 o después
[..199X] | en la década de 1990 o antes
[2023-01-07,2023-01-08] | 7 de enero de 2023 u 8 de enero de 2023
{2023-01,2023-03,2023-05} | enero de 2023, marzo de 2023 y mayo de 2023
[2023-09,2023-10] | septiembre de 2023 u octubre de 2023
2020~ | hacia 2020
2023-09-19~ | hacia el 19 de septiembre de 2023
2022-22~ | hacia el verano de 2022
2020? | quizá en 2020
2023-09-19? | quizá el 19 de septiembre de 2023
2022-21? | quizá en la primavera de 2022
2020% | quizá hacia 2020
2023-04 start | a principios de abril de 2023
2023-09 mid | a mediados de septiembre de 2023
2023 end | a finales de 2023
2022-22 end | a finales del verano de 2022
2009-35 mid | a mediados del tercer trimestre de 2009
199X end | a finales de la década de 1990
18XX start | a principios del siglo XIX
2023-06/2023-08 end | de junio a agosto de 2023, hacia el final
"""

FRENCH = """
2023-09-19 | 19 septembre 2023
2023-05-01 | 1er mai 2023
2023-09 | septembre 2023
2023 | 2023
-0043 | 44 av._J.-C.
0070 | 70 apr._J.-C.
-0043-03-15 | 15 mars 44 av._J.-C.
2022-21 | printemps 2022
2022-22 | été 2022
2009-33 | premier trimestre 2009
2009-41 | deuxième semestre 2009
199X | années 1990
18XX | XIXe siècle
00XX | Ier siècle
-01XX | IIe siècle av._J.-C.
-1XXX | IIe millénaire av._J.-C.
XXXX-05-01 | 1er mai, année inconnue
XXXX-22 | été, année inconnue
2023-XX | un mois de 2023
2023-04-XX | un jour d’avril 2023
2023-XX-XX | un jour de 2023
2023-09-19T14:30:00 | 19 septembre 2023, 14_h_30
2023-09-19T09:05:15Z | 19 septembre 2023, 9_h_05_min_15_s UTC
2023-09-19T14:30:00+02:00 | 19 septembre 2023, 14_h_30 UTC+2
2021-05-03/2021-05-05 | du 3 au 5 mai 2021
2021-05-01/2021-05-05 | du 1er au 5 mai 2021
2023-08-28/2023-09-05 | du 28 août au 5 septembre 2023
2022-12-28/2023-01-05 | du 28 décembre 2022 au 5 janvier 2023
2023-04/2023-08 | d’avril à août 2023
2022-06/2023-08 | de juin 2022 à août 2023
2019/2021 | 2019–2021
199X/2005 | des années 1990 à 2005
2023-06/.. | depuis juin 2023
2023-09-19/.. | depuis le 19 septembre 2023
2022-22/.. | depuis l’été 2022
2020~/.. | depuis 2020 environ
../2023-06 | jusqu’en juin 2023
../2023-09-19 | jusqu’au 19 septembre 2023
../2022-22 | jusqu’à l’été 2022
../2020? | peut-être jusqu’en 2020
2023-04/ | depuis avril 2023, fin inconnue
/2023-06 | jusqu’en juin 2023, début inconnu
[2023-09-11..2023-09-17] | dans la semaine du 11 septembre 2023
[2023-09-11..2023-09-17] start | début de la semaine du 11 septembre 2023
[2023-09-11..2023-09-17] end | fin de la semaine du 11 septembre 2023
[2023-09-16..2023-09-17] | pendant le week-end du 16 septembre 2023
[2023-09-11..2023-09-20] | entre le 11 et le 20 septembre 2023
[2023-08-28..2023-09-05] | entre le 28 août et le 5 septembre 2023
[2019..2021] | entre 2019 et 2021
[..2023-09-18] | le 18 septembre 2023 ou avant
[2023-09..] | en septembre 2023 ou après
[..199X] | dans les années 1990 ou avant
[2023-01-07,2023-01-08] | 7 janvier 2023 ou 8 janvier 2023
{2023-01,2023-03,2023-05} | janvier 2023, mars 2023 et mai 2023
[2023-09,2023-10] | septembre 2023 ou octobre 2023
2020~ | vers 2020
2023-09-19~ | vers le 19 septembre 2023
2022-22~ | vers l’été 2022
2020? | peut-être en 2020
2023-09-19? | peut-être le 19 septembre 2023
2022-21? | peut-être au printemps 2022
2020% | peut-être vers 2020
2023-04 start | début avril 2023
2023-09 mid | mi-septembre 2023
2023 end | fin 2023
2022-22 end | fin de l’été 2022
2009-35 mid | milieu du troisième trimestre 2009
199X end | fin des années 1990
18XX start | début du XIXe siècle
2023-06/2023-08 end | de juin à août 2023, vers la fin
"""

GERMAN = """
2023-09-19 | 19. September 2023
2023-05-01 | 1. Mai 2023
2023-09 | September 2023
2023 | 2023
-0043 | 44 v._Chr.
0070 | 70 n._Chr.
-0043-03-15 | 15. März 44 v._Chr.
2022-21 | Frühling 2022
2022-22 | Sommer 2022
2009-33 | erstes Quartal 2009
2009-41 | zweites Halbjahr 2009
199X | 1990er-Jahre
18XX | 19. Jahrhundert
00XX | 1. Jahrhundert
-01XX | 2. Jahrhundert v._Chr.
-1XXX | 2. Jahrtausend v._Chr.
XXXX-05-01 | 1. Mai, Jahr unbekannt
XXXX-22 | Sommer, Jahr unbekannt
2023-XX | ein Monat des Jahres 2023
2023-04-XX | ein Tag im April 2023
2023-XX-XX | ein Tag im Jahr 2023
2023-09-19T14:30:00 | 19. September 2023, 14:30_Uhr
2023-09-19T09:05:15Z | 19. September 2023, 09:05:15_Uhr UTC
2023-09-19T14:30:00+02:00 | 19. September 2023, 14:30_Uhr UTC+2
2021-05-03/2021-05-05 | 3.–5. Mai 2021
2021-05-01/2021-05-05 | 1.–5. Mai 2021
2023-08-28/2023-09-05 | 28. August bis 5. September 2023
2022-12-28/2023-01-05 | 28. Dezember 2022 bis 5. Januar 2023
2023-04/2023-08 | April–August 2023
2022-06/2023-08 | Juni 2022 bis August 2023
2019/2021 | 2019–2021
199X/2005 | 1990er-Jahre bis 2005
2023-06/.. | seit Juni 2023
2023-09-19/.. | seit dem 19. September 2023
2022-22/.. | seit dem Sommer 2022
2020~/.. | seit etwa 2020
../2023-06 | bis Juni 2023
../2023-09-19 | bis zum 19. September 2023
../2022-22 | bis zum Sommer 2022
../2020? | bis vielleicht 2020
2023-04/ | ab April 2023, Ende unbekannt
/2023-06 | bis Juni 2023, Beginn unbekannt
[2023-09-11..2023-09-17] | in der Woche vom 11. September 2023
[2023-09-11..2023-09-17] start | Anfang der Woche vom 11. September 2023
[2023-09-11..2023-09-17] end | Ende der Woche vom 11. September 2023
[2023-09-16..2023-09-17] | am Wochenende vom 16. September 2023
[2023-09-11..2023-09-20] | zwischen dem 11. und dem 20. September 2023
[2023-08-28..2023-09-05] | zwischen dem 28. August und dem 5. September 2023
[2019..2021] | zwischen 2019 und 2021
[..2023-09-18] | am 18. September 2023 oder davor
[2023-09..] | im September 2023 oder danach
[..199X] | in den 1990er-Jahren oder davor
[2023-01-07,2023-01-08] | 7. Januar 2023 oder 8. Januar 2023
{2023-01,2023-03,2023-05} | Januar 2023, März 2023 und Mai 2023
[2023-09,2023-10] | September 2023 oder Oktober 2023
2020~ | etwa 2020
2023-09-19~ | etwa am 19. September 2023
2022-22~ | etwa im Sommer 2022
2020? | vielleicht 2020
2023-09-19? | vielleicht am 19. September 2023
2022-21? | vielleicht im Frühling 2022
2020% | vielleicht etwa 2020
2023-04 start | Anfang April 2023
2023-09 mid | Mitte September 2023
2023 end | Ende 2023
2022-22 end | Ende des Sommers 2022
2009-35 mid | Mitte des dritten Quartals 2009
199X end | Ende der 1990er-Jahre
18XX start | Anfang des 19. Jahrhunderts
2023-06/2023-08 end | Juni–August 2023, gegen Ende
"""

DUTCH = """
2023-09-19 | 19 september 2023
2023-05-01 | 1 mei 2023
2023-09 | september 2023
2023 | 2023
-0043 | 44 v.Chr.
0070 | 70 n.Chr.
-0043-03-15 | 15 maart 44 v.Chr.
2022-21 | lente 2022
2022-22 | zomer 2022
2009-33 | eerste kwartaal van 2009
2009-41 | tweede helft van 2009
199X | jaren 1990
18XX | 19e eeuw
00XX | 1e eeuw
-01XX | 2e eeuw v.Chr.
-1XXX | 2e millennium v.Chr.
XXXX-05-01 | 1 mei, jaar onbekend
XXXX-22 | zomer, jaar onbekend
2023-XX | een maand van 2023
2023-04-XX | een dag in april 2023
2023-XX-XX | een dag in 2023
2023-09-19T14:30:00 | 19 september 2023, 14.30_uur
2023-09-19T09:05:15Z | 19 september 2023, 09.05.15_uur UTC
2023-09-19T14:30:00+02:00 | 19 september 2023, 14.30_uur UTC+2
2021-05-03/2021-05-05 | 3–5 mei 2021
2021-05-01/2021-05-05 | 1–5 mei 2021
2023-08-28/2023-09-05 | 28 augustus tot en met 5 september 2023
2022-12-28/2023-01-05 | 28 december 2022 tot en met 5 januari 2023
2023-04/2023-08 | april–augustus 2023
2022-06/2023-08 | juni 2022 tot en met augustus 2023
2019/2021 | 2019–2021
199X/2005 | jaren 1990 tot en met 2005
2023-06/.. | sinds juni 2023
2023-09-19/.. | sinds 19 september 2023
2022-22/.. | sinds de zomer van 2022
2020~/.. | sinds omstreeks 2020
../2023-06 | tot en met juni 2023
../2023-09-19 | tot en met 19 september 2023
../2022-22 | tot en met de zomer van 2022
../2020? | tot en met misschien 2020
2023-04/ | vanaf april 2023, einde onbekend
/2023-06 | tot en met juni 2023, begin onbekend
[2023-09-11..2023-09-17] | in de week van 11 september 2023
[2023-09-11..2023-09-17] start | begin van de week van 11 september 2023
[2023-09-11..2023-09-17] end | eind van de week van 11 september 2023
[2023-09-16..2023-09-17] | in het weekend van 16 september 2023
[2023-09-11..2023-09-20] | tussen 11 en 20 september 2023
[2023-08-28..2023-09-05] | tussen 28 augustus en 5 september 2023
[2019..2021] | tussen 2019 en 2021
[..2023-09-18] | op 18 september 2023 of eerder
[2023-09..] | in september 2023 of later
[..199X] | in de jaren 1990 of eerder
[2023-01-07,2023-01-08] | 7 januari 2023 of 8 januari 2023
{2023-01,2023-03,2023-05} | januari 2023, maart 2023 en mei 2023
[2023-09,2023-10] | september 2023 of oktober 2023
2020~ | omstreeks 2020
2023-09-19~ | omstreeks 19 september 2023
2022-22~ | omstreeks de zomer van 2022
2020? | misschien in 2020
2023-09-19? | misschien op 19 september 2023
2022-21? | misschien in de lente van 2022
2020% | misschien omstreeks 2020
2023-04 start | begin april 2023
2023-09 mid | midden september 2023
2023 end | eind 2023
2022-22 end | eind van de zomer van 2022
2009-35 mid | midden van het derde kwartaal van 2009
199X end | eind jaren 1990
18XX start | begin van de 19e eeuw
2023-06/2023-08 end | juni–augustus 2023, aan het eind
"""

SAID_IN = {"es": SPANISH, "fr": FRENCH, "de": GERMAN, "nl": DUTCH}
ROWS = [(code, *row.split(" | ")) for code, table in SAID_IN.items() for row in table.strip().splitlines()]


@pytest.mark.parametrize(("language", "value", "said"), ROWS, ids=[f"{code}: {value}" for code, value, _ in ROWS])
def test_a_date_is_said_as_the_language_says_it(language: str, value: str, said: str) -> None:
    edtf, _, part = value.partition(" ")
    assert say(edtf, part=part, language=language) == said.replace("_", "\N{NO-BREAK SPACE}")


WORKING = """
es | El artículo del martes 19 de septiembre de 2023 dice «at the end of last week»: la semana del lunes 11 al \
domingo 17 de septiembre de 2023, hacia el final.
fr | L’article du mardi 19 septembre 2023 dit «_at the end of last week_»_: la semaine du lundi 11 au dimanche 17 \
septembre 2023, vers la fin.
de | Der Bericht von Dienstag, dem 19. September 2023, sagt „at the end of last week“: die Woche von Montag, 11., bis \
Sonntag, 17. September 2023, gegen Ende.
nl | Het bericht van dinsdag 19 september 2023 zegt ‘at the end of last week’: de week van maandag 11 tot en met \
zondag 17 september 2023, aan het eind.
"""


@pytest.mark.parametrize(("language", "sentence"), [row.split(" | ") for row in WORKING.strip().splitlines()])
def test_the_working_is_one_sentence_of_the_language(language: str, sentence: str) -> None:
    said = explain(
        "week-end-last",
        "at the end of last week",
        "2023-09-19",
        edtf="[2023-09-11..2023-09-17]",
        part="end",
        language=language,
    )
    assert said == sentence.replace("_", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("language", "rule", "edtf", "reading"),
    [
        ("es", "weekday-past", "2023-09-19", "el último martes hasta ese día inclusive"),
        ("es", "day-nearest", "2023-05-01", "no se da el año, y el día así más cercano es el 1 de mayo de 2023"),
        ("es", "clock", "2023-09-19", "una hora del día; se entiende que del 19 de septiembre de 2023"),
        ("fr", "weekday-past", "2023-09-19", "le dernier mardi jusqu’à ce jour inclus"),
        ("fr", "holiday", "2023-05-01", "la fête nommée tombe le 1er mai 2023"),
        ("fr", "season-last", "2022-22", "la dernière saison de ce nom, été 2022"),
        ("de", "weekday-past", "2023-09-19", "der letzte Dienstag bis einschließlich dieses Tages"),
        ("de", "holiday", "2023-05-01", "der genannte Festtag ist am 1. Mai 2023"),
        ("nl", "weekday-past", "2023-09-19", "de laatste dinsdag tot en met die dag"),
        ("nl", "holiday", "2023-05-01", "de genoemde feestdag valt op 1 mei 2023"),
    ],
)
def test_a_reading_bends_its_date(language: str, rule: str, edtf: str, reading: str) -> None:
    assert explain(rule, "x", "", edtf=edtf, language=language).endswith(f": {reading}.")


def test_a_day_has_its_weekday_before_it() -> None:
    said = {code: full_day("2023-05-01", language=code) for code in LANGUAGES}
    assert said == {
        "en": "Monday 1 May 2023",
        "es": "lunes 1 de mayo de 2023",
        "fr": "lundi 1er mai 2023",
        "de": "Montag, 1. Mai 2023",
        "nl": "maandag 1 mei 2023",
    }


def test_the_report_is_named_in_few_words_too() -> None:
    said = short("weekday-past", "Dienstag", "2023-09-19", language="de")
    assert said == "Dienstag: Der Bericht ist von Dienstag, dem 19. September 2023"
    assert short("weekday-past", "martes", "2023-09-19", language="es-MX").endswith(
        "es del martes 19 de septiembre de 2023"
    )


# --- Whatever the date ----------------------------------------------------------------------------------------------

RAW = re.compile(r"[~%\[\]{}]|\.\.|\dX|X-|-X|XXXX|\d\?|\d/\d|\d{4}-\d\d")
PARTS = st.sampled_from(["", "start", "mid", "end"])
DATES = SIMPLE | JOINED | st.tuples(SIMPLE, st.sampled_from("?~%")).map("".join) | st.sampled_from(SAID)


def is_in_words(said: str, edtf: str) -> bool:
    return said != edtf and not RAW.search(said)


@settings(derandomize=True, deadline=None, max_examples=500)
@given(edtf=DATES, part=PARTS)
def test_what_english_says_every_language_says(edtf: str, part: str) -> None:
    try:
        canonical = str(EDTF.parse(edtf))
    except ValueError:
        return
    english = say(canonical, part=part)
    for language in OTHERS:
        said = say(canonical, part=part, language=language)
        if is_in_words(english, canonical):
            assert is_in_words(said, canonical) or canonical.isdigit(), (language, said)
        assert "  " not in said
        assert said == said.strip()
        assert ":" not in re.sub(r"\d+:\d\d", "", said) or ":" in english, "a case that was not filled in"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", sorted(RULES | {"editor", "context"}))
def test_every_rule_is_a_sentence_in_every_language(rule: str, language: str) -> None:
    for edtf in ("2023-09-19", "2023-09", "[2023-09-11..2023-09-17]", "XXXX-07-07", "2022-22", "-0043", ""):
        for reference in ("2023-09-20", ""):
            for part in ("", "end"):
                told = explain(rule, "these words", reference, edtf=edtf, part=part, language=language)
                assert told.endswith(".")
                assert not told.endswith("..")
                assert told[0] == told[0].upper()
                assert "{" not in told
                assert "  " not in told
                assert rule in ("editor", "context") or "these words" in told


@pytest.mark.parametrize("language", OTHERS)
def test_days_of_a_year_are_all_said_otherwise(language: str) -> None:
    days = {say(date.fromordinal(date(2024, 1, 1).toordinal() + n).isoformat(), language=language) for n in range(366)}
    assert len(days) == 366


@pytest.mark.parametrize("language", OTHERS)
def test_no_template_of_a_language_names_a_field_that_is_not_there(language: str) -> None:
    english, wording = tables_for("en").wording, tables_for(language).wording
    assert english
    assert wording
    kinds = {name.partition(":")[0] for name in wording.forms}
    known = {name.partition(":")[0] for name in english.forms}
    assert {kind.removesuffix("-first") for kind in kinds} - {"first-day"} <= known
    assert set(wording.explanations) == set(english.explanations)
