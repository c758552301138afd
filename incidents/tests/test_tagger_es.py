"""Spanish dates: what each class of expression names, counted from a report of Tuesday, 19 September 2023."""

from __future__ import annotations

from datetime import date

import pytest

from incidents.temporal import Mention, tag

TUESDAY = date(2023, 9, 19)


def dated(text: str, reference: date | None = TUESDAY) -> list[Mention]:
    """Return what is on the calendar in a text."""
    return [m for m in tag(text, reference=reference, language="es") if m.edtf]


def readings(text: str) -> list[str]:
    return [f"{text[m.start : m.end]} = {m.edtf}{' ' + m.part if m.part else ''}" for m in dated(text)]


WEEKDAYS = {
    "Lo anunció el lunes.": ["lunes = 2023-09-18"],
    "Lo anunció este martes.": ["este martes = 2023-09-19"],
    "El miércoles será juzgado.": ["miércoles = 2023-09-20"],
    "Declaró el martes pasado.": ["martes pasado = 2023-09-12"],
    "Declaró el pasado viernes.": ["pasado viernes = 2023-09-15"],
    "El próximo martes declarará.": ["próximo martes = 2023-09-26"],
    "Declarará el lunes que viene.": ["lunes que viene = 2023-09-25"],
    "Hoy, martes, se reúne la junta.": ["Hoy, martes = 2023-09-19"],
    "El martes 12 cerró la fábrica.": ["martes 12 = 2023-09-12"],
    "El próximo lunes 25 se reunirán.": ["próximo lunes 25 = 2023-09-25"],
    "La jornada del jueves fue tranquila.": ["La jornada del jueves = 2023-09-14"],
    "El lunes de la semana pasada llovió.": ["lunes de la semana pasada = 2023-09-11"],
    "El primer lunes de octubre habrá feria.": ["El primer lunes de octubre = 2023-10-02"],
    "Ocurrió un miércoles cualquiera.": [],
    "El lunes negro de la bolsa.": [],
}
UNITS = {
    "La semana pasada nevó.": ["La semana pasada = [2023-09-11..2023-09-17]"],
    "La semana que viene votarán.": ["La semana que viene = [2023-09-25..2023-10-01]"],
    "El mes pasado cerraron dos.": ["El mes pasado = 2023-08"],
    "El pasado año cerraron dos.": ["El pasado año = 2022"],
    "El año en curso es malo.": ["El año en curso = 2023"],
    "En lo que va de año, treinta.": ["En lo que va de año = 2023"],
    "Hace tres semanas se averió.": ["Hace tres semanas = [2023-08-28..2023-09-03]"],
    "Hace ya más de dos años.": ["Hace ya más de dos años = 2021"],
    "La empresa cerró hace más de dos años.": ["hace más de dos años = 2021"],
    "Hace unos tres meses.": ["Hace unos tres meses = 2023-06"],
    "Hace quince días hubo otro.": ["Hace quince días = [2023-09-04..2023-09-10]"],
    "Dentro de dos años estará listo.": ["Dentro de dos años = 2025"],
    "El próximo mes de febrero votarán.": ["El próximo mes de febrero = 2024-02"],
    "El pasado fin de semana ardió.": ["El pasado fin de semana = [2023-09-16..2023-09-17]"],
    "La semana del 11 de septiembre falló.": ["La semana del 11 de septiembre = [2023-09-11..2023-09-17]"],
}
MONTHS_AND_DAYS = {
    "El pasado 5 de mayo firmaron.": ["El pasado 5 de mayo = 2023-05-05"],
    "El próximo 1 de enero entrará en vigor.": ["El próximo 1 de enero = 2024-01-01"],
    "Lo aprobaron el 3 de noviembre del año pasado.": ["el 3 de noviembre del año pasado = 2022-11-03"],
    "Dimitió en marzo del presente año.": ["marzo del presente año = 2023-03"],
    "En el mes de mayo de 2008 se vendió.": ["el mes de mayo de 2008 = 2008-05"],
    "En octubre empezó el juicio.": ["octubre = 2022-10"],
    "En noviembre habrá elecciones.": ["noviembre = 2023-11"],
    "La obra estará para diciembre.": ["diciembre = 2023-12"],
    "En junio pasado se firmó.": ["junio pasado = 2023-06"],
    "El día 15 cerró la bolsa.": ["El día 15 = 2023-09-15"],
    "El jueves, día 14 de septiembre, votaron.": ["jueves, día 14 de septiembre = 2023-09-14"],
    "Mayo del 68 fue un aviso.": ["Mayo del 68 = 1968-05"],
    "El 30 de febrero no existe.": [],
    "Vive en la calle 9 de Julio.": [],
}
PARTS = {
    "A principios de año subió.": ["A principios de año = 2023 start"],
    "Murió a inicios de agosto.": ["a inicios de agosto = 2023-08 start"],
    "A mediados del mes pasado avisó.": ["A mediados del mes pasado = 2023-08 mid"],
    "A finales de la semana pasada avisó.": ["A finales de la semana pasada = [2023-09-11..2023-09-17] end"],
    "Estará para finales de 2024.": ["finales de 2024 = 2024 end"],
    "En la primera quincena de julio llovió.": ["la primera quincena de julio = 2023-07 start"],
    "A principios del siglo XXI cambió.": ["A principios del siglo XXI = 20XX start"],
    "A principios de verano llovió.": ["A principios de verano = 2023-22 start"],
    "A fin de evitar problemas, esperó.": [],
}
QUARTERS_SEASONS_DECADES = {
    "El verano del año pasado llovió.": ["verano del año pasado = 2022-22"],
    "En el primer trimestre de 2009 ganó.": ["el primer trimestre de 2009 = 2009-33"],
    "En el tercer trimestre del año pasado ganó.": ["el tercer trimestre del año pasado = 2022-35"],
    "En el último trimestre ganó más.": ["el último trimestre = 2023-34"],
    "Durante la segunda mitad de 2010 cayó.": ["la segunda mitad de 2010 = 2010-41"],
    "La primera mitad del partido fue aburrida.": [],
    "El verano pasado fue seco.": ["verano pasado = 2023-22"],
    "En la primavera de 2011 llovió.": ["primavera de 2011 = 2011-21"],
    "Los Juegos de invierno gustaron.": [],
    "En los años noventa emigró.": ["los años noventa = 199X"],
    "En los años 20 bailaban.": ["los años 20 = 192X"],
    "En la década de los 80 gobernó.": ["la década de los 80 = 198X"],
    "A finales de los ochenta se retiró.": ["A finales de los ochenta = 198X end"],
    "Los años 1990 fueron duros.": ["Los años 1990 = 199X"],
    "Ochenta personas huyeron.": [],
    "El siglo XX fue cruel.": ["El siglo XX = 19XX"],
    "En el siglo V antes de Cristo.": ["el siglo V antes de Cristo = -04XX"],
}
RANGES = {
    "La obra acabará antes del 5 de octubre.": ["antes del 5 de octubre = [..2023-10-04]"],
    "Murió después de 2010.": ["después de 2010 = [2011..]"],
    "Debe pagar a más tardar el viernes.": ["a más tardar el viernes = [..2023-09-22]"],
    "Tres días después del 3 de mayo de 2021 volvió.": ["Tres días después del 3 de mayo de 2021 = 2021-05-06"],
    "Antes de las elecciones de 2020 dimitió.": ["2020 = 2020"],
    "Del 3 al 5 de mayo hubo feria.": ["3 al 5 de mayo = 2023-05-03/2023-05-05"],
    "Ocurrió entre el 3 y el 5 de mayo.": ["entre el 3 y el 5 de mayo = [2023-05-03..2023-05-05]"],
    "Dirigió el club de 2005 a 2008.": ["2005 a 2008 = 2005/2008"],
    "Del lunes al viernes de la próxima semana.": ["lunes al viernes de la próxima semana = 2023-09-25/2023-09-29"],
    "Los días 5, 6 y 7 de octubre.": ["5, 6 y 7 de octubre = 2023-10-05/2023-10-07"],
    "En julio y agosto de 2008.": ["julio y agosto de 2008 = 2008-07/2008-08"],
    "Hasta el final de la semana.": ["Hasta el final de la semana = ../2023-09-24"],
    "En 1957-58 ganó la copa.": ["1957-58 = 1957/1958"],
    "La directiva 2000/31 obliga.": [],
    "Desde el lunes no hay agua.": ["Desde el lunes = 2023-09-18/.."],
    "A partir del 1 de octubre subirá.": ["A partir del 1 de octubre = 2023-10-01/.."],
    "Hasta finales de octubre estará abierta.": ["Hasta finales de octubre = ../2023-10"],
    "Entre enero y septiembre de 2008 cayó.": ["Entre enero y septiembre de 2008 = [2008-01..2008-09]"],
}
POINTING_BACK = {
    "Llegó el 5 de mayo de 2009 y al día siguiente se marchó.": [
        "el 5 de mayo de 2009 = 2009-05-05", "día siguiente = 2009-05-06",
    ],
    "Llegó el 5 de mayo de 2009 y tres días después murió.": [
        "el 5 de mayo de 2009 = 2009-05-05", "tres días después = 2009-05-08",
    ],
    "El 5 de mayo de 2009 llovió. Esa misma noche cesó.": [
        "El 5 de mayo de 2009 = 2009-05-05", "Esa misma noche = 2009-05-05",
    ],
    "El 5 de mayo de 2009 llovió. A la mañana siguiente cesó.": [
        "El 5 de mayo de 2009 = 2009-05-05", "A la mañana siguiente = 2009-05-06",
    ],
    "El 5 de mayo de 2009 llovió. Al otro día cesó.": ["El 5 de mayo de 2009 = 2009-05-05", "Al otro día = 2009-05-06"],
    "El 5 de mayo de 2009 llovió. La víspera nevó.": ["El 5 de mayo de 2009 = 2009-05-05", "La víspera = 2009-05-04"],
    "En 2009 nació la empresa. Ese año vendió poco; al año siguiente, más.": [
        "2009 = 2009", "Ese año = 2009", "año siguiente = 2010",
    ],
    "Nació en 2009. En agosto de aquel año vendió dos.": ["2009 = 2009", "agosto de aquel año = 2009-08"],
    "Viajó en 2010 y desde entonces no ha vuelto.": ["2010 = 2010", "desde entonces = 2010/.."],
    "Llegó el lunes y el miércoles siguiente se fue.": [
        "lunes = 2023-09-18", "el miércoles siguiente = 2023-09-20",
    ],
    "Ganó más en el tercer trimestre de 2008 que en el mismo periodo del año anterior.": [
        "el tercer trimestre de 2008 = 2008-35", "el mismo periodo del año anterior = 2007-35",
    ],
    "Cayó en agosto respecto al mismo mes del año pasado.": ["agosto = 2023-08", "mismo mes del año pasado = 2022-08"],
    "El índice abrió mal el lunes y al final del día ganaba.": ["lunes = 2023-09-18", "al final del día = 2023-09-18"],
}  # fmt: skip
TIMES = {
    "El jueves por la noche cayó.": ["jueves por la noche = 2023-09-14"],
    "La madrugada del martes llovió.": ["La madrugada del martes = 2023-09-19"],
    "La mañana del jueves llovió.": ["La mañana del jueves = 2023-09-14"],
    "En la noche del viernes al sábado robaron.": ["en la noche del viernes al sábado = 2023-09-15/2023-09-16"],
    "El lunes a última hora de la tarde se supo.": ["lunes a última hora de la tarde = 2023-09-18"],
    "Mañana por la tarde zarpará.": ["Mañana por la tarde = 2023-09-20"],
    "Anoche tronó.": ["Anoche = 2023-09-18"],
    "Salió el sábado a las 22:00.": ["sábado a las 22:00 = 2023-09-16T22:00:00"],
    "Chocó a las 14.30 horas del lunes.": ["14.30 horas del lunes = 2023-09-18T14:30:00"],
    "Chocó ayer a las 8.05.": ["ayer a las 8.05 = 2023-09-18T08:05:00"],
    "Chocó ayer sobre las 20.30 en Murcia.": ["ayer sobre las 20.30 = 2023-09-18T20:30:00"],
    "Subió a 14.30 euros, a las 20.305 personas y un 14.30%.": [],
    "Abrió hoy a las 12:00 UTC.": ["hoy a las 12:00 UTC = 2023-09-19T12:00:00Z"],
    "Aterrizó tras 12 horas de vuelo.": [],
}
NAMED_DAYS_AND_YEARS_IN_WORDS = {
    "El Viernes Santo hubo procesión.": ["Viernes Santo = 2023-04-07"],
    "En Semana Santa viajaron.": ["Semana Santa = [2023-04-03..2023-04-09]"],
    "La Nochevieja pasada cenaron.": ["Nochevieja pasada = 2022-12-31"],
    "El Miércoles de Ceniza de 2010 nevó.": ["Miércoles de Ceniza de 2010 = 2010-02-17"],
    "La campaña de Navidad fue buena.": [],
    "Nació en mil novecientos noventa y dos.": ["mil novecientos noventa y dos = 1992"],
    "El 12 de octubre de mil cuatrocientos noventa y dos.": [
        "El 12 de octubre de mil cuatrocientos noventa y dos = 1492-10-12",
    ],
    "La ley es del año dos mil cinco.": ["año dos mil cinco = 2005"],
    "Vinieron dos mil cinco personas y mil doscientos soldados.": [],
}  # fmt: skip
NO_DATES = {
    "Llegó cuatro horas más tarde de lo previsto.": [],
    "Se entregó tres días más tarde de lo previsto.": [],
    "Es la mayor caída en un mismo día.": [],
    "Es el mejor dato desde hace cinco años.": [],
    "Dos días antes de la boda huyó.": [],
    "El contrato dura dos años.": [],
    "En las próximas semanas decidirán.": [],
}
TENSES = {
    "Llegó el lunes. Llegará el lunes.": ["lunes = 2023-09-18", "lunes = 2023-09-25"],
    "Confirmaron el miércoles que comparecerá el jueves.": ["miércoles = 2023-09-13", "jueves = 2023-09-21"],
    "Fue cancelada el viernes. La reunión está prevista para el viernes.": [
        "viernes = 2023-09-15", "viernes = 2023-09-22",
    ],
    "Había dejado el cargo en diciembre. Lo dejará en diciembre.": ["diciembre = 2022-12", "diciembre = 2023-12"],
    "El paro cayó en junio. Podría subir en junio.": ["junio = 2023-06", "junio = 2024-06"],
    "El 2 de enero había jurado. El 2 de enero jurará.": ["El 2 de enero = 2023-01-02", "El 2 de enero = 2024-01-02"],
}  # fmt: skip
ALL = (
    WEEKDAYS | TENSES | UNITS | MONTHS_AND_DAYS | PARTS | QUARTERS_SEASONS_DECADES | RANGES | POINTING_BACK | TIMES
    | NAMED_DAYS_AND_YEARS_IN_WORDS | NO_DATES
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=t[:60]) for t, e in ALL.items()])
def test_expression_is_found_and_read(text: str, expected: list[str]) -> None:
    found = readings(text)
    assert [reading.lower() for reading in found] == [reading.lower() for reading in expected]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        pytest.param("Los lunes cierra.", "XXXX-WXX-1", id="plural-weekday"),
        pytest.param("Cada martes hay mercado.", "XXXX-WXX-2", id="every-weekday"),
        pytest.param("Todos los años viene.", "P1Y", id="every-year"),
        pytest.param("Un informe semestral.", "P6M", id="twice-a-year"),
        pytest.param("Es lo mejor desde hace cinco años.", "P5Y", id="for-years"),
        pytest.param("Cayó en un mismo día.", "P1D", id="within-a-day"),
        pytest.param("Aterrizó tras 12 horas.", "PT12H", id="hours"),
        pytest.param("Los últimos tres años.", "P3Y", id="last-years"),
        pytest.param("A corto plazo, nada.", "FUTURE_REF", id="short-term"),
        pytest.param("El otro día cambió.", "PAST_REF", id="the-other-day"),
        pytest.param("Recientemente cambió.", "PAST_REF", id="recently"),
        pytest.param("A día de hoy sigue.", "PRESENT_REF", id="now"),
    ],
)
def test_what_is_no_date_is_marked_as_what_it_is(text: str, timex: str) -> None:
    (mention,) = tag(text, reference=TUESDAY, language="es")
    assert (mention.edtf, mention.timex) == ("", timex)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Los ataques del 11 de marzo conmovieron al país.", id="far-day-without-year"),
        pytest.param("La empresa cerró hace más de dos años.", id="more-than"),
        pytest.param("El 5 de mayo de 2009 llovió. Esa noche cesó.", id="pointing-back"),
        pytest.param("Hoy viernes abre la feria.", id="weekday-disagrees"),
    ],
)
def test_what_words_leave_open_is_below_the_mark_for_print(text: str) -> None:
    assert dated(text)[-1].confidence < 0.8


def test_an_agency_report_gives_all_its_dates() -> None:
    text = (
        "Lima, 18 sep (Agencia).- La fiscalía informó este lunes de la detención, ocurrida el pasado viernes 15, de "
        "dos hombres. El juicio comenzará el próximo 2 de octubre y se prolongará hasta el 15 de diciembre. En agosto "
        "del año pasado el juez los había citado. Desde principios de año hubo 30 casos."
    )
    found = [m.edtf for m in dated(text, date(2023, 9, 18))]
    assert found == [
        "2023-09-18", "2023-09-18", "2023-09-15", "2023-10-02", "../2023-12-15", "2022-08", "2023/..",
    ]  # fmt: skip


def test_without_a_reference_nothing_is_made_up() -> None:
    text = "El pasado día 5, el próximo 3 de mayo, el martes 12, aquella noche y la víspera."
    assert all("X" in m.edtf for m in dated(text, None))
