"""Spanish."""

from __future__ import annotations

from . import Tables, numbered, same

MONTHS = numbered(
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre setiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
MONTHS_SHORT = numbered("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep sept", "oct", "nov", "dic")
WEEKDAYS = numbered("lunes", "martes", "miércoles miercoles", "jueves", "viernes", "sábado sabado", "domingo")
CARDINALS = numbered(
    "", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce",
    "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte",
) | {"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "cien": 100}  # fmt: skip
ORDINALS = numbered(
    "primer primero primera 1er", "segundo segunda", "tercer tercero tercera", "cuarto cuarta", "quinto quinta",
    "sexto sexta", "séptimo séptima", "octavo octava", "noveno novena", "décimo décima",
)  # fmt: skip
UNITS = (
    same("day", "día días dia dias jornada jornadas")
    | same("week", "semana semanas")
    | same("weekend", "fin_de_semana fines_de_semana")
    | same("month", "mes meses")
    | same("quarter", "trimestre trimestres")
    | same("half", "semestre semestres")
    | same("year", "año años")
    | same("decade", "década décadas")
    | same("century", "siglo siglos")
    | same("hour", "hora horas")
    | same("minute", "minuto minutos")
    | same("second", "segundos")
    | same("night", "noches")
)
PARTS = (
    same("start", "a_principios_de a_principios_del a_comienzos_de a_comienzos_del principios_de principios_del "
         "comienzos_de comienzos_del a_inicios_de a_inicios_del inicios_de inicios_del al_principio_de al_inicio_de")
    | same("mid", "a_mediados_de a_mediados_del mediados_de mediados_del")
    | same("end", "a_finales_de a_finales_del finales_de finales_del a_fines_de a_fines_del fines_de fines_del "
           "al_final_de al_final_del final_de final_del el_final_de el_final_del")
)  # fmt: skip
REFERENCES = (
    same("PRESENT_REF", "ahora actualmente en_la_actualidad hoy_en_día hoy_día en_este_momento en_estos_momentos")
    | same("PAST_REF", "recientemente anteriormente en_el_pasado últimamente hace_poco en_los_últimos_años "
           "en_los_últimos_meses")
    | same("FUTURE_REF", "pronto próximamente en_el_futuro en_breve")
)  # fmt: skip
FUTURE_ENDINGS = ("rá", "rán", "ría", "rían")
PAST_ENDINGS = ("ó", "aron", "ieron", "ado", "ido", "aba", "aban", "ía", "ían")

TABLES = Tables(
    code="es",
    words={
        "month": MONTHS,
        "mabbr": MONTHS_SHORT,
        "weekday": WEEKDAYS,
        "part": PARTS,
        "card": {word: n for word, n in CARDINALS.items() if word},
        "few": same(None, "varios varias algunos algunas unos unas muchos muchas"),
        "art": {"un": 1, "una": 1, "uno": 1},
        "ord": ORDINALS,
        "unit": UNITS,
        "season": same(0, "primavera") | same(1, "verano") | same(2, "otoño") | same(3, "invierno"),
        "relday": {
            "hoy": (0, ""), "ayer": (-1, ""), "mañana": (1, ""), "anteayer": (-2, ""), "antes de ayer": (-2, ""),
            "antier": (-2, ""), "pasado mañana": (2, ""), "anoche": (-1, "NI"), "esta noche": (0, "NI"),
            "esta mañana": (0, "MO"), "esta tarde": (0, "AF"), "ayer por la mañana": (-1, "MO"),
            "ayer por la tarde": (-1, "AF"), "ayer por la noche": (-1, "NI"),
        },
        "daypart": same("MO", "por_la_mañana de_la_mañana en_la_mañana madrugada")
        | same("AF", "tarde por_la_tarde de_la_tarde en_la_tarde")
        | same("NI", "noche por_la_noche de_la_noche en_la_noche"),
        "holiday": {
            "navidad": ("fixed", 12, 25), "nochebuena": ("fixed", 12, 24), "nochevieja": ("fixed", 12, 31),
            "año nuevo": ("fixed", 1, 1), "viernes santo": ("easter", -2), "domingo de pascua": ("easter", 0),
            "día de reyes": ("fixed", 1, 6), "todos los santos": ("fixed", 11, 1),
        },
        "ref": REFERENCES,
        "last": same(-1, "pasado pasada último última ultimo ultima pasados pasadas últimos últimas"),
        "next": same(1, "próximo próxima proximo proxima próximos próximas que_viene entrante venidero"),
        "this": same(0, "este esta presente en_curso actual"),
        "prev": same(-1, "anterior previo previa"),
        "following": same(1, "siguiente"),
        "same": same(0, "mismo misma ese esa aquel aquella"),
        "agopre": same(-1, "hace"),
        "ago": same(-1, "atrás"),
        "earlier": same(-1, "antes"),
        "later": same(1, "después más_tarde"),
        "within": same(1, "dentro_de en"),
        "between": same(0, "entre"),
        "since": same(0, "desde desde_el"),
        "until": same(0, "hasta"),
        "to": same(0, "al a"),
        "and": same(0, "y e"),
        "the": same(0, "el la los las"),
        "of": same(0, "de del"),
        "on": same(0, "durante por"),
        "about": same(0, "hacia alrededor_de cerca_de aproximadamente"),
        "every": same(0, "cada"),
        "often": {"diario": "P1D", "diaria": "P1D", "semanal": "P1W", "mensual": "P1M", "trimestral": "P3M",
                  "anual": "P1Y", "anuales": "P1Y", "anualmente": "P1Y"},
        "era": same(-1, "a.c. a._c. antes_de_cristo") | same(1, "d.c. d._c. después_de_cristo"),
        "roman": {"xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21},
        "decade": {"veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
                   "ochenta": 80, "noventa": 90},
        "clock": {"mediodía": (12, 0, None, ""), "medianoche": (0, 0, None, "")},
        "oclock": same(0, "horas"),
    },
    shy=frozenset("mar ago may sep dic".split()),
    inside=frozenset("en de del desde hasta para entre y el la durante a al por este esta pasado año".split()),
    future=frozenset(
        "será serán habrá habrán va van prevé prevén previsto prevista previstos planea espera esperan próximo próxima "
        "deberá deberán podrá podrán tendrá tendrán hará harán dará comenzará mañana futuro".split()
    ),
    past=frozenset(
        "fue fueron era eran ha han había habían dijo hizo tuvo estuvo hubo dio puso vino quiso supo pasado pasada".split()
    ),
    future_endings=FUTURE_ENDINGS,
    past_endings=PAST_ENDINGS,
    counted=frozenset("personas trabajadores empleados empleos puestos millones euros dólares puntos kilómetros metros "
                      "aviones coches vehículos unidades muertos casos".split()),
    stretches=frozenset("última último últimos últimas pasados pasadas".split()),
    joining=frozenset({"antes", "después"}),
)  # fmt: skip
