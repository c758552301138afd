"""Dutch dates as news and agencies write them: which words are taken, and what they mean."""

from __future__ import annotations

from datetime import date

import pytest

from incidents.temporal import Mention, tag

TUESDAY = date(2009, 6, 16)


def found(text: str, reference: date | None = TUESDAY) -> list[tuple[str, str]]:
    """Return the words and the TIMEX3 value of each expression; of a range or a limit those of its ends."""
    mentions = tag(text, reference=reference, language="nl")
    parts = (part for m in mentions for part in (m.bounds if m.bounds and m.kind != "time" else (m,)))
    return [(words(text, part), part.timex) for part in parts]


def words(text: str, mention: Mention) -> str:
    return text[mention.start : mention.end]


def case(text: str, *expected: tuple[str, str], id: str) -> object:  # noqa: A002
    return pytest.param(text, list(expected), id=id)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("Vrijdag 17 juli 2009", ("Vrijdag 17 juli 2009", "2009-07-17"), id="dateline"),
        case("Het nieuws kwam op 4 oktober 2005 naar buiten.", ("4 oktober 2005", "2005-10-04"), id="full-date"),
        case("Zij stierf op 24 febr. 1955.", ("24 febr. 1955", "1955-02-24"), id="short-month"),
        case("De brief is van 3 mrt. 2008.", ("3 mrt. 2008", "2008-03-03"), id="short-march"),
        case("Op 10 mei '40 viel het leger binnen.", ("10 mei '40", "1940-05-10"), id="short-year"),
        case("Op 04-10-2005 begon de proef.", ("04-10-2005", "2005-10-04"), id="digits"),
        case("Op de 21e mei 2008 was het stil.", ("de 21e mei 2008", "2008-05-21"), id="ordinal-day"),
        case("op de eenentwintigste mei 2008", ("de eenentwintigste mei 2008", "2008-05-21"), id="spelled-day"),
        case("De fabriek sloot in november 2006.", ("november 2006", "2006-11"), id="month-and-year"),
        case("in de maand mei 2008", ("mei 2008", "2008-05"), id="the-month-of"),
        case("Sinds 2004 is hij ziek.", ("2004", "2004"), id="since-year"),
        case("de grootste daling sinds '87", ("'87", "1987"), id="since-short-year"),
        case("in het jaar 1987 was dat anders", ("het jaar 1987", "1987"), id="the-year"),
        case("het seizoen 1957-58", ("1957", "1957"), ("58", "1958"), id="year-range"),
        case("De Spelen van 2008 waren duur.", ("2008", "2008"), id="of-year"),
        case("de cijfers over 2008", ("2008", "2008"), id="figures-over-a-year"),
        case("de muziek van de jaren 80", ("de jaren 80", "198"), id="decade-in-digits"),
        case("de crisis van de jaren '30", ("de jaren '30", "193"), id="decade-with-apostrophe"),
        case("in de jaren negentig", ("de jaren negentig", "199"), id="decade-in-words"),
        case("begin jaren negentig", ("begin jaren negentig", "199"), id="start-of-decade"),
        case("in de jaren 1930", ("de jaren 1930", "193"), id="decade-in-full"),
        case(
            "in de jaren dertig van de vorige eeuw", ("de jaren dertig van de vorige eeuw", "193"),
            id="decade-of-last-century",
        ),
        case(
            "in de jaren zestig van de 19e eeuw", ("de jaren zestig van de 19e eeuw", "186"), id="decade-of-a-century"
        ),
        case("een schilder uit de 17e eeuw", ("de 17e eeuw", "16"), id="century"),
        case("in de negentiende eeuw", ("de negentiende eeuw", "18"), id="century-in-words"),
        case("in 44 v.Chr. werd hij vermoord", ("44 v.Chr.", "BC0044"), id="before-christ"),
    ],
)  # fmt: skip
def test_dates_in_full(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("Het bedrijf maakte dinsdag bekend te stoppen.", ("dinsdag", "2009-06-16"), id="same-day"),
        case("Dat zei de minister maandag.", ("maandag", "2009-06-15"), id="day-before"),
        case("De beurs sloot woensdag hoger.", ("woensdag", "2009-06-10"), id="past"),
        case("De vergadering wordt donderdag gehouden.", ("donderdag", "2009-06-18"), id="present-passive-is-ahead"),
        case("Het kabinet zal zich vrijdag uitspreken.", ("vrijdag", "2009-06-19"), id="ahead"),
        case("De trein gaat zaterdag weer rijden.", ("zaterdag", "2009-06-20"), id="going-to"),
        case("Naar verwachting tekenen zij woensdag.", ("woensdag", "2009-06-10"), id="no-cue-is-the-latest"),
        case("Er wordt verwacht dat hij woensdag aftreedt.", ("woensdag", "2009-06-17"), id="is-expected"),
        case("Afgelopen zondag was er feest.", ("Afgelopen zondag", "2009-06-14"), id="last"),
        case("Vorige vrijdag kwam het bericht.", ("Vorige vrijdag", "2009-06-12"), id="previous"),
        case("Zij komen volgende maandag.", ("volgende maandag", "2009-06-22"), id="next"),
        case("De zitting is komende donderdag.", ("komende donderdag", "2009-06-18"), id="coming"),
        case("De actie begint aanstaande zaterdag.", ("aanstaande zaterdag", "2009-06-20"), id="coming-formal"),
        case("De actie begint a.s. zaterdag.", ("a.s. zaterdag", "2009-06-20"), id="coming-abbreviated"),
        case("Het werd zaterdag jl. ontdekt.", ("zaterdag jl", "2009-06-13"), id="last-abbreviated"),
        case("Hij belde donderdagavond.", ("donderdagavond", "2009-06-11TEV"), id="evening"),
        case("Vrijdagochtend brak brand uit.", ("Vrijdagochtend", "2009-06-12TMO"), id="morning"),
        case("Het regende zondagmiddag hard.", ("zondagmiddag", "2009-06-14TAF"), id="afternoon"),
        case("Zij vielen zaterdagnacht binnen.", ("zaterdagnacht", "2009-06-13TNI"), id="night"),
        case("afgelopen donderdagavond", ("afgelopen donderdagavond", "2009-06-11TEV"), id="last-evening"),
        case("Het was vrijdag 's avonds stil.", ("vrijdag 's avonds", "2009-06-12TEV"), id="in-the-evening"),
        case("In de nacht van zondag op maandag stormde het.",
             ("de nacht van zondag op maandag", "2009-06-14TNI"), id="night-between-weekdays"),
        case("in de nacht van 3 op 4 mei", ("de nacht van 3 op 4 mei", "2009-05-03TNI"), id="night-between-days"),
        case("in de nacht van 30 april op 1 mei", ("de nacht van 30 april op 1 mei", "2009-04-30TNI"),
             id="night-over-months"),
        case("op de avond van 3 mei", ("de avond van 3 mei", "2009-05-03TEV"), id="evening-of"),
        case("De week begon op dinsdag 12 mei.", ("dinsdag 12 mei", "2009-05-12"), id="weekday-and-date"),
        case("Op dinsdagavond 12 mei ging het mis.", ("dinsdagavond 12 mei", "2009-05-12TEV"), id="evening-and-date"),
        case("Vorige week dinsdag was hij er nog.", ("Vorige week dinsdag", "2009-06-09"), id="last-week-tuesday"),
        case("Volgende week maandag begint het.", ("Volgende week maandag", "2009-06-22"), id="next-week-monday"),
        case("Maandagmorgen reed er niets.", ("Maandagmorgen", "2009-06-15TMO"), id="morning-that-may-be-tomorrow"),
        case("Zaterdag 12 en zondag 13 mei 2007 was de weg dicht.",
             ("Zaterdag 12", "2007-05-12"), ("zondag 13 mei 2007", "2007-05-13"), id="two-weekdays-and-days"),
        case("Uitspraak is maandag over een week.", ("maandag over een week", "2009-06-29"), id="monday-in-a-week"),
        case("Maandag tot en met vrijdag was de winkel dicht.",
             ("Maandag", "2009-06-08"), ("vrijdag", "2009-06-12"), id="weekday-range"),
    ],
)  # fmt: skip
def test_weekdays(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("Apple maakte vandaag bekend", ("vandaag", "2009-06-16"), id="today"),
        case("Gisteren overleed hij.", ("Gisteren", "2009-06-15"), id="yesterday"),
        case("Eergisteren nog was hij gezond.", ("Eergisteren", "2009-06-14"), id="day-before-yesterday"),
        case("Het duel is morgen.", ("morgen", "2009-06-17"), id="tomorrow"),
        case("Overmorgen vertrekken ze.", ("Overmorgen", "2009-06-18"), id="day-after-tomorrow"),
        case("Vanochtend daalde de koers.", ("Vanochtend", "2009-06-16TMO"), id="this-morning"),
        case("Vanmiddag is er overleg.", ("Vanmiddag", "2009-06-16TAF"), id="this-afternoon"),
        case("Vanavond spreekt zij.", ("Vanavond", "2009-06-16TEV"), id="this-evening"),
        case("Komende nacht vriest het.", ("Komende nacht", "2009-06-16TNI"), id="coming-night"),
        case("Vannacht viel er sneeuw.", ("Vannacht", "2009-06-16TNI"), id="tonight"),
        case("Gisteravond was er een storing.", ("Gisteravond", "2009-06-15TEV"), id="last-evening"),
        case("Gisterenmiddag kwam de uitslag.", ("Gisterenmiddag", "2009-06-15TAF"), id="yesterday-afternoon"),
        case("Morgenochtend gaat de winkel open.", ("Morgenochtend", "2009-06-17TMO"), id="tomorrow-morning"),
        case("Eerder vandaag steeg de koers.", ("Eerder vandaag", "2009-06-16"), id="earlier-today"),
        case("Vorige week steeg de olieprijs.", ("Vorige week", "2009-W24"), id="last-week"),
        case("De cijfers van afgelopen maand vielen tegen.", ("afgelopen maand", "2009-05"), id="last-month"),
        case("Vorig jaar was het verlies groter.", ("Vorig jaar", "2008"), id="last-year"),
        case("in het vorige jaar", ("het vorige jaar", "2008"), id="the-previous-year"),
        case("Deze week stemt de senaat.", ("Deze week", "2009-W25"), id="this-week"),
        case("Dit jaar wordt winst verwacht.", ("Dit jaar", "2009"), id="this-year"),
        case("later dit jaar", ("dit jaar", "2009"), id="later-this-year"),
        case("Volgende maand beslist de rechter.", ("Volgende maand", "2009-07"), id="next-month"),
        case("Volgend jaar verhuist de fabriek.", ("Volgend jaar", "2010"), id="next-year"),
        case("Komend weekend is er markt.", ("Komend weekend", "2009-W25-WE"), id="coming-weekend"),
        case("Dit weekend is er markt.", ("Dit weekend", "2009-W25-WE"), id="this-weekend"),
        case("Drie weken geleden brak de dijk.", ("Drie weken geleden", "2009-W22"), id="weeks-ago"),
        case("Twee jaar geleden begon het.", ("Twee jaar geleden", "2007"), id="years-ago"),
        case("een half jaar geleden", ("een half jaar geleden", "2008-12"), id="half-a-year-ago"),
        case("een maand geleden", ("een maand geleden", "2009-05"), id="a-month-ago"),
        case("vierentwintig jaar geleden", ("vierentwintig jaar geleden", "1985"), id="spelled-number"),
        case("Over drie weken is de brug klaar.", ("Over drie weken", "2009-W28"), id="in-three-weeks"),
        case("Over een jaar gaat hij met pensioen.", ("Over een jaar", "2010"), id="in-a-year"),
        case("Hij komt in april.", ("april", "2010-04"), id="month"),
        case("In januari stapten zij naar de rechter.", ("januari", "2009-01"), id="past-month"),
        case("De bouw moet in oktober klaar zijn.", ("oktober", "2009-10"), id="coming-month"),
        case("In mei vorig jaar staakten zij.", ("mei vorig jaar", "2008-05"), id="month-of-last-year"),
        case("Vorig jaar mei staakten zij.", ("Vorig jaar mei", "2008-05"), id="last-year-in-may"),
        case("in mei van dit jaar", ("mei van dit jaar", "2009-05"), id="month-of-this-year"),
        case("Op 18 juni wordt getekend.", ("18 juni", "2009-06-18"), id="day-and-month"),
        case("Op 11 december vloog het toestel voor het eerst.", ("11 december", "2008-12-11"), id="past-day"),
        case("op 3 mei vorig jaar", ("3 mei vorig jaar", "2008-05-03"), id="day-of-last-year"),
        case("Deze zomer blijft het droog.", ("Deze zomer", "2009-SU"), id="this-summer"),
        case("Afgelopen winter was koud.", ("Afgelopen winter", "2008-WI"), id="last-winter"),
        case("de zomer van 2008", ("zomer van 2008", "2008-SU"), id="summer-of"),
        case("zomer 2009", ("zomer 2009", "2009-SU"), id="summer-year"),
    ],
)
def test_counted_from_the_report(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("In het derde kwartaal van 2008 daalde de winst.", ("het derde kwartaal van 2008", "2008-Q3"),
             id="quarter"),
        case("het eerste kwartaal van dit jaar", ("het eerste kwartaal van dit jaar", "2009-Q1"),
             id="quarter-this-year"),
        case("het eerste kwartaal van vorig jaar", ("het eerste kwartaal van vorig jaar", "2008-Q1"),
             id="quarter-last-year"),
        case("het vierde kwartaal van het vorige jaar",
             ("het vierde kwartaal van het vorige jaar", "2008-Q4"), id="quarter-with-articles"),
        case("De winst steeg in het vierde kwartaal.", ("het vierde kwartaal", "2008-Q4"), id="bare-quarter"),
        case("het vierde kwartaal 2008", ("het vierde kwartaal 2008", "2008-Q4"), id="quarter-and-year"),
        case("het afgelopen kwartaal", ("het afgelopen kwartaal", "2009-Q1"), id="last-quarter"),
        case("het laatste kwartaal van 2008", ("het laatste kwartaal van 2008", "2008-Q4"), id="final-quarter"),
        case("Q3 2008 viel tegen", ("Q3 2008", "2008-Q3"), id="short-quarter"),
        case("de eerste helft van 2008", ("de eerste helft van 2008", "2008-H1"), id="half"),
        case("het tweede halfjaar van 2008", ("het tweede halfjaar van 2008", "2008-H2"), id="half-year"),
        case("begin mei", ("begin mei", "2009-05"), id="start-of-month"),
        case("half mei 2008", ("half mei 2008", "2008-05"), id="mid-month"),
        case("medio 2010 moet het af zijn", ("medio 2010", "2010"), id="mid-year"),
        case("Eind 2006 ging het mis.", ("Eind 2006", "2006"), id="late-year"),
        case("aan het eind van vorige week", ("aan het eind van vorige week", "2009-W24"), id="end-of-last-week"),
        case("halverwege de jaren negentig", ("halverwege de jaren negentig", "199"), id="middle-of-decade"),
        case("tegen het einde van dit jaar", ("tegen het einde van dit jaar", "2009"), id="towards-end-of-year"),
        case("eind deze maand", ("eind deze maand", "2009-06"), id="end-of-this-month"),
        case("eind volgend jaar", ("eind volgend jaar", "2010"), id="end-of-next-year"),
        case("aan het eind van het jaar", ("aan het eind van het jaar", "2009"), id="end-of-the-year"),
        case("in de week van 11 september", ("de week van 11 september", "2009-W37"), id="week-of"),
        case("in het weekend van 12 september 2008", ("het weekend van 12 september 2008", "2008-W37-WE"),
             id="weekend-of"),
        case("de laatste week van mei", ("de laatste week van mei", "2009-W22"), id="last-week-of-month"),
        case("van 3 tot 5 mei", ("3", "2009-05-03"), ("5 mei", "2009-05-05"), id="from-to"),
        case("van 3 tot en met 5 mei 2008", ("3", "2008-05-03"), ("5 mei 2008", "2008-05-05"), id="through"),
        case("3 t/m 5 mei 2008", ("3", "2008-05-03"), ("5 mei 2008", "2008-05-05"), id="through-short"),
        case("tussen 11 en 17 mei 2008", ("11", "2008-05-11"), ("17 mei 2008", "2008-05-17"), id="between"),
        case("van 28 augustus tot 3 september 2008",
             ("28 augustus", "2008-08-28"), ("3 september 2008", "2008-09-03"), id="over-months"),
        case("tussen juni 2007 en mei 2008", ("juni 2007", "2007-06"), ("mei 2008", "2008-05"), id="between-months"),
        case("In mei en juni 2008 staakten zij.", ("mei", "2008-05"), ("juni 2008", "2008-06"), id="two-months"),
        case("op 28 mei en 3 juni 2008", ("28 mei", "2008-05-28"), ("3 juni 2008", "2008-06-03"), id="two-days"),
        case("in mei en in juni 2008", ("mei", "2009-05"), ("juni 2008", "2008-06"), id="two-months-apart"),
        case("van 2001 tot 2004", ("2001", "2001"), ("2004", "2004"), id="years"),
        case("sinds juni 2008", ("juni 2008", "2008-06"), id="since"),
        case("vanaf 1 juli geldt het verbod", ("1 juli", "2009-07-01"), id="from"),
        case("tot 5 mei 2008", ("5 mei 2008", "2008-05-05"), id="until"),
        case("tot en met 5 mei 2008", ("5 mei 2008", "2008-05-05"), id="until-and-with"),
        case("voor 2020 is het niet klaar", ("2020", "2020"), id="before"),
        case("na 2020 gaat de centrale dicht", ("2020", "2020"), id="after"),
        case("omstreeks 1890", ("omstreeks 1890", "1890"), id="about"),
    ],
)  # fmt: skip
def test_parts_and_ranges(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("Op 3 mei 2008 brandde het. De volgende dag was alles weg.",
             ("3 mei 2008", "2008-05-03"), ("De volgende dag", "2008-05-04"), id="the-next-day"),
        case("Op 3 mei 2008 brandde het. Een dag later was alles weg.",
             ("3 mei 2008", "2008-05-03"), ("Een dag later", "2008-05-04"), id="a-day-later"),
        case("Op 21 mei 2008 brandde het. Drie weken eerder was er gewaarschuwd.",
             ("21 mei 2008", "2008-05-21"), ("Drie weken eerder", "2008-W18"), id="weeks-earlier"),
        case("In 2001 ging hij. Het jaar daarop kwam hij terug.",
             ("2001", "2001"), ("Het jaar daarop", "2002"), id="the-year-after"),
        case("In 2001 ging hij. Het jaar daarvoor was hij ziek.",
             ("2001", "2001"), ("Het jaar daarvoor", "2000"), id="the-year-before"),
        case("In 2001 ging hij. Dat jaar won hij alles.", ("2001", "2001"), ("Dat jaar", "2001"), id="that-year"),
        case("Op 3 mei 2008 sneeuwde het. Die dag reed er niets.",
             ("3 mei 2008", "2008-05-03"), ("Die dag", "2008-05-03"), id="that-day"),
        case("Op 3 mei 2008 sneeuwde het. Die avond reed er niets.",
             ("3 mei 2008", "2008-05-03"), ("Die avond", "2008-05-03TEV"), id="that-evening"),
        case("Op 3 mei 2008 sneeuwde het. De volgende ochtend niet meer.",
             ("3 mei 2008", "2008-05-03"), ("De volgende ochtend", "2008-05-04TMO"), id="the-next-morning"),
        case("Op 3 mei 2008 sneeuwde het, de avond daarvoor niet.",
             ("3 mei 2008", "2008-05-03"), ("de avond daarvoor", "2008-05-02TEV"), id="the-evening-before"),
        case("Hij komt op 3 mei 2008, drie dagen later dan gepland.",
             ("3 mei 2008", "2008-05-03"), ("drie dagen", "P3D"), id="later-than"),
        case("De omzet daalde in mei tegenover dezelfde maand vorig jaar.",
             ("mei", "2009-05"), ("dezelfde maand vorig jaar", "2008-05"), id="same-month-last-year"),
        case("In 2001 ging hij. In mei van dat jaar kwam hij terug.",
             ("2001", "2001"), ("mei van dat jaar", "2001-05"), id="month-of-that-year"),
        case("In 2001 ging hij, en sindsdien zwijgt hij.", ("2001", "2001"), ("sindsdien", "2001"), id="since-then"),
        case("Op 3 mei 2008 kwam hij. Daags daarna ging hij.",
             ("3 mei 2008", "2008-05-03"), ("Daags daarna", "2008-05-04"), id="the-day-after-in-words"),
        case("Sindsdien zwijgt hij.", id="since-then-of-nothing"),
    ],
)  # fmt: skip
def test_counted_from_the_last_date(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("Om 14.30 uur ging het alarm.", ("14.30 uur", "2009-06-16T14:30"), id="dot"),
        case("dinsdag om 14:30 uur", ("dinsdag om 14:30 uur", "2009-06-16T14:30"), id="colon"),
        case("Om 16:08 UTC stond de index lager.", ("16:08 UTC", "2009-06-16T16:08Z"), id="zone"),
        case("Om half drie begon de zitting.", ("half drie", "2009-06-16T02:30"), id="half-hour"),
        case("om kwart over acht 's avonds", ("kwart over acht 's avonds", "2009-06-16T20:15"),
             id="quarter-in-evening"),
        case("om drie uur 's middags", ("drie uur 's middags", "2009-06-16T15:00"), id="hour-in-words"),
        case("maandag om drie uur 's nachts", ("maandag om drie uur 's nachts", "2009-06-15T03:00"),
             id="weekday-and-hour"),
        case("Omstreeks half vier zaterdagmiddag viel de stroom uit.",
             ("half vier zaterdagmiddag", "2009-06-13T15:30"), id="half-hour-of-an-afternoon"),
        case("om kwart voor 8", ("kwart voor 8", "2009-06-16T07:45"), id="quarter-to-in-digits"),
        case("maandag rond het middaguur", ("maandag rond het middaguur", "2009-06-15TMI"), id="noon"),
        case("rond 8 uur", ("8 uur", "2009-06-16T08:00"), id="hour-in-digits"),
        case("Het duurde drie uur.", ("drie uur", "PT3H"), id="hours-that-last"),
        case("na 12 uur wachten", ("12 uur", "PT12H"), id="hours-in-digits-that-last"),
        case("zij vlogen anderhalf uur", ("anderhalf uur", "PT1.5H"), id="one-and-a-half"),
        case("een half uur vertraging", ("een half uur", "PT30M"), id="half-an-hour"),
        case("binnen een half jaar", ("een half jaar", "P6M"), id="half-a-year"),
        case("binnen een maand", ("een maand", "P1M"), id="within-a-month"),
        case("de komende vier jaar", ("de komende vier jaar", "P4Y"), id="next-four-years"),
        case("de komende weken", ("de komende weken", "PXW"), id="coming-weeks"),
        case("de laatste twaalf maanden", ("de laatste twaalf maanden", "P12M"), id="last-twelve-months"),
        case("de laatste jaren", ("de laatste jaren", "PXY"), id="last-years"),
        case("in enkele weken", ("enkele weken", "PXW"), id="some-weeks"),
        case("Elke dinsdag is er markt.", ("Elke dinsdag", "XXXX-WXX-2"), id="every-tuesday"),
        case("De winkel is dinsdags dicht.", ("dinsdags", "XXXX-WXX-2"), id="on-tuesdays"),
        case("De jaarlijkse bijeenkomst komt eraan.", ("jaarlijkse", "P1Y"), id="yearly"),
        case("vijftien per jaar", ("per jaar", "P1Y"), id="a-year"),
        case("Hij is momenteel ziek.", ("momenteel", "PRESENT_REF"), id="at-present"),
        case("Onlangs bleek dat het niet klopt.", ("Onlangs", "PAST_REF"), id="recently"),
        case("Binnenkort is het zover.", ("Binnenkort", "FUTURE_REF"), id="soon"),
        case("Op Koningsdag was het druk.", ("Koningsdag", "2009-04-27"), id="kings-day"),
        case("met Kerstmis 2008", ("Kerstmis 2008", "2008-12-25"), id="christmas"),
        case("op eerste kerstdag vorig jaar", ("eerste kerstdag vorig jaar", "2008-12-25"), id="christmas-day"),
        case("met Pasen", ("Pasen", "2009-04-12"), id="easter"),
        case("op Hemelvaartsdag 2008", ("Hemelvaartsdag 2008", "2008-05-01"), id="ascension"),
        case("op Prinsjesdag 2008", ("Prinsjesdag 2008", "2008-09-16"), id="budget-day"),
        case("op Oudejaarsavond", ("Oudejaarsavond", "2008-12-31"), id="new-years-eve"),
    ],
)  # fmt: skip
def test_times_lengths_repetition_and_named_days(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("Het bedrijf kondigde het vorige week aan.", ("vorige week", "2009-W24"), id="pronoun-before-last-week"),
        case("De club maakte het gisteren bekend.", ("gisteren", "2009-06-15"), id="pronoun-before-yesterday"),
        case("Zij kocht het vorig jaar.", ("vorig jaar", "2008"), id="pronoun-before-last-year"),
        case("Hij zei dat vorige week alles goed ging.", ("vorige week", "2009-W24"), id="conjunction"),
        case("de man die gisteren viel", ("gisteren", "2009-06-15"), id="relative-pronoun"),
        case("Zo werd het 3 mei.", ("3 mei", "2009-05-03"), id="impersonal"),
        case("Van januari tot en met mei regende het.", ("januari", "2009-01"), ("mei", "2009-05"), id="through-may"),
        case("de 17 personen aan boord", id="count"),
        case("In maart 12 doden.", ("maart", "2009-03"), id="month-before-a-count"),
        case("Er waren 2000 mensen.", id="round-count"),
        case("Jan 12 jaar oud", ("12 jaar", "P12Y"), id="name"),
        case("Zij eindigde op de 12e plaats.", id="rank"),
        case("Hij scoorde in de 19e minuut.", id="minute-of-a-match"),
        case("Het gaat over de helft van het geld.", id="half-of-something"),
        case("In de tweede helft viel het doelpunt.", id="half-of-a-match"),
        case("Dat is half zo erg.", id="half-as-bad"),
        case("Er was eens een koning.", id="once"),
        case("Hij nam een ander.", id="article"),
        case("Het is voor zover bekend niet waar.", id="so-far"),
        case("Wat een dag!", ("een dag", "P1D"), id="a-day"),
        case("Hij las De Morgen.", id="newspaper"),
        case("in de loop van de ochtend", id="morning-of-no-day"),
    ],
)
def test_traps(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_without_a_day_to_count_from_nothing_is_made_up() -> None:
    assert found("Op dinsdag 3 mei en vorige week", None) == [
        ("dinsdag 3 mei", "XXXX-05-03"),
        ("vorige week", "XXXX-XX-XX"),
    ]


@pytest.mark.parametrize(
    ("text", "expression", "edtf"),
    [
        pytest.param("Vóór 2010 woonde hij er.", "Vóór 2010", "[..2009]", id="before"),
        pytest.param("Na 3 mei 2008 bleef hij.", "Na 3 mei 2008", "[2008-05-04..]", id="after"),
        pytest.param("Hij betaalt uiterlijk op 5 oktober.", "uiterlijk op 5 oktober", "[..2009-10-05]", id="no-later"),
        pytest.param("Drie dagen na 3 mei 2008 kwam hij.", "Drie dagen na 3 mei 2008", "2008-05-06", id="days-after"),
        pytest.param("Na de verkiezingen van 2008 ging hij.", "2008", "2008", id="after-a-happening"),
    ],
)
def test_limits(text: str, expression: str, edtf: str) -> None:
    mention = tag(text, reference=TUESDAY, language="nl")[-1]
    assert (words(text, mention), mention.edtf) == (expression, edtf)
