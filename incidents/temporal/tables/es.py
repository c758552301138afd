"""Spanish."""

from __future__ import annotations

from . import Tables, numbered, of_orthodox_church, same
from .verbs import SPANISH
from .wording_es import WORDING

MONTHS = numbered(
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre setiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
MONTHS_SHORT = numbered("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep sept set", "oct", "nov", "dic")
WEEKDAYS = numbered("lunes", "martes", "miércoles miercoles", "jueves", "viernes", "sábado sabado", "domingo")
ONES = numbered("uno un una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve")
TENS = {"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90}
CARDINALS = (
    {word: n for word, n in ONES.items() if n != 1}
    | {word: n for n, words in enumerate(
        "diez once doce trece catorce quince dieciséis|dieciseis diecisiete dieciocho diecinueve veinte "
        "veintiuno|veintiún|veintiuna veintidós|veintidos veintitrés|veintitres veinticuatro veinticinco "
        "veintiséis|veintiseis veintisiete veintiocho veintinueve".split(), 10) for word in words.split("|")}
    | {"cien": 100, "doscientos": 200,
       "trescientos": 300, "quinientos": 500}
    | TENS
    | {f"{ten} y {one}": a + int(str(b)) for ten, a in TENS.items() for one, b in ONES.items()}
)  # fmt: skip
HUNDREDS = numbered("ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos",
                    "ochocientos", "novecientos")  # fmt: skip
THOUSANDS = {f"mil {word}": 1000 + 100 * int(str(n)) for word, n in HUNDREDS.items()} | {"dos mil": 2000}
ORDINALS = numbered(
    "primer primero primera primeros primeras 1er", "segundo segunda", "tercer tercero tercera", "cuarto cuarta", "quinto quinta",
    "sexto sexta", "séptimo séptima", "octavo octava", "noveno novena", "décimo décima", "undécimo undécima",
    "duodécimo duodécima",
) | same(-2, "penúltimo penúltima")  # fmt: skip
UNITS = (
    same("day", "día días dia dias jornada jornadas")
    | same("week", "semana semanas")
    | same("weekend", "fin_de_semana fines_de_semana")
    | same("fortnight", "quincena quincenas")
    | same("month", "mes meses")
    | same("quarter", "trimestre trimestres")
    | same("half", "semestre semestres")
    | same("half-of", "mitad")
    | same("year", "año años")
    | same("decade", "década décadas decenio decenios")
    | same("century", "siglo siglos")
    | same("millennium", "milenio milenios")
    | same("hour", "hora horas")
    | same("minute", "minuto minutos")
    | same("second", "segundos")
    | same("night", "noches")
    | same("period", "periodo período")
)
PARTS = (
    same("start", "a_principios_de a_principios_del principios_de principios_del a_principio_de a_principio_del "
         "principio_de principio_del al_principio_de al_principio_del a_comienzos_de a_comienzos_del comienzos_de "
         "comienzos_del al_comienzo_de al_comienzo_del comienzo_de comienzo_del a_inicios_de a_inicios_del inicios_de "
         "inicios_del al_inicio_de al_inicio_del inicio_de inicio_del a_primeros_de primeros_de a_primeros_del "
         "a_primera_hora_de a_primera_hora_del en_los_primeros_días_de los_primeros_días_de en_los_primeros_meses_de "
         "los_primeros_meses_de en_el_arranque_de en_el_arranque_del")
    | same("mid", "a_mediados_de a_mediados_del mediados_de mediados_del a_mitad_de a_mitad_del "
           "a_mitades_de")
    | same("end", "a_finales_de a_finales_del finales_de finales_del a_final_de a_final_del a_fines_de a_fines_del "
           "fines_de fines_del a_fin_de fin_de fin_del al_final_de al_final_del final_de final_del el_final_de "
           "el_final_del a_últimos_de últimos_de a_última_hora_de a_última_hora_del al_término_de al_término_del "
           "al_cierre_de al_cierre_del en_los_últimos_días_de los_últimos_días_de en_los_últimos_meses_de "
           "los_últimos_meses_de en_las_postrimerías_de en_las_postrimerías_del")
)  # fmt: skip
REFERENCES = (
    same("PRESENT_REF", "ahora ahora_mismo actualmente en_la_actualidad hoy_en_día hoy_día hoy_por_hoy a_día_de_hoy "
         "en_este_momento en_estos_momentos por_el_momento de_momento por_ahora hasta_la_fecha hasta_ahora "
         "hasta_el_momento en_nuestros_días estos_días en_estos_días en_los_tiempos_que_corren")
    | same("PAST_REF", "recientemente anteriormente en_el_pasado del_pasado últimamente hace_poco hace_mucho "
           "hace_tiempo en_los_últimos_tiempos antaño antiguamente tiempo_atrás hace_mucho_tiempo "
           "hace_poco_tiempo el_otro_día en_aquellos_días en_aquellos_años en_aquella_época por_aquella_época")
    | same("FUTURE_REF", "pronto muy_pronto próximamente en_el_futuro en_un_futuro en_breve en_el_futuro_próximo "
           "en_un_futuro_próximo en_un_futuro_cercano a_corto_plazo a_medio_plazo a_mediano_plazo a_largo_plazo "
           "en_los_próximos_tiempos en_el_porvenir")
)  # fmt: skip
RELATIVE_DAYS = {
    "hoy": (0, ""), "hoy mismo": (0, ""), "ayer": (-1, ""), "ayer mismo": (-1, ""), "mañana": (1, ""),
    "mañana mismo": (1, ""), "anteayer": (-2, ""), "antes de ayer": (-2, ""), "antier": (-2, ""),
    "pasado mañana": (2, ""), "día de hoy": (0, ""), "el día de hoy": (0, ""), "día de ayer": (-1, ""),
    "el día de ayer": (-1, ""), "la jornada de hoy": (0, ""), "la jornada de ayer": (-1, ""),
    "el día de mañana": (1, ""), "día de mañana": (1, ""),
    "anoche": (-1, "NI"), "ayer noche": (-1, "NI"), "ayer tarde": (-1, "AF"), "anteanoche": (-2, "NI"),
    "antenoche": (-2, "NI"), "esta noche": (0, "NI"), "esta misma noche": (0, "NI"), "esta mañana": (0, "MO"),
    "esta misma mañana": (0, "MO"), "esta tarde": (0, "AF"), "esta misma tarde": (0, "AF"), "esta madrugada": (0, "MO"),
    "este mediodía": (0, "MI"),
}  # fmt: skip
DAY_PARTS = (
    same("MO", "por_la_mañana de_la_mañana en_la_mañana a_la_mañana la_mañana las_mañanas una_mañana a_media_mañana "
         "media_mañana a_primera_hora_de_la_mañana a_primera_hora madrugada de_madrugada en_la_madrugada por_la_madrugada la_madrugada amanecer al_amanecer "
         "primeras_horas a_primeras_horas")
    | same("AF", "tarde por_la_tarde de_la_tarde en_la_tarde a_la_tarde la_tarde a_media_tarde media_tarde sobremesa")
    | same("EV", "anochecer al_anochecer atardecer al_atardecer")
    | same("NI", "noche por_la_noche de_la_noche en_la_noche a_la_noche la_noche de_noche")
)  # fmt: skip
HOLIDAYS: dict[str, object] = {
    "navidad": ("fixed", 12, 25), "navidades": ("fixed", 12, 25), "día de navidad": ("fixed", 12, 25),
    "nochebuena": ("fixed", 12, 24), "nochevieja": ("fixed", 12, 31), "noche vieja": ("fixed", 12, 31),
    "año nuevo": ("fixed", 1, 1), "día de año nuevo": ("fixed", 1, 1), "día de reyes": ("fixed", 1, 6),
    "noche de reyes": ("fixed", 1, 5), "epifanía": ("fixed", 1, 6), "san valentín": ("fixed", 2, 14),
    "día de san valentín": ("fixed", 2, 14), "día de la mujer": ("fixed", 3, 8),
    "día internacional de la mujer": ("fixed", 3, 8), "día del trabajo": ("fixed", 5, 1),
    "día del trabajador": ("fixed", 5, 1), "día de los trabajadores": ("fixed", 5, 1),
    "día internacional de los trabajadores": ("fixed", 5, 1), "noche de san juan": ("fixed", 6, 23),
    "día de san juan": ("fixed", 6, 24), "día de la hispanidad": ("fixed", 10, 12), "día de la raza": ("fixed", 10, 12),
    "todos los santos": ("fixed", 11, 1), "día de todos los santos": ("fixed", 11, 1),
    "día de los muertos": ("fixed", 11, 2), "día de muertos": ("fixed", 11, 2), "halloween": ("fixed", 10, 31),
    "día de la constitución": ("fixed", 12, 6), "día de los inocentes": ("fixed", 12, 28),
    "miércoles de ceniza": ("easter", -46), "martes de carnaval": ("easter", -47), "domingo de ramos": ("easter", -7),
    "jueves santo": ("easter", -3), "viernes santo": ("easter", -2), "sábado santo": ("easter", -1),
    "domingo de pascua": ("easter", 0), "domingo de resurrección": ("easter", 0), "lunes de pascua": ("easter", 1),
    "pentecostés": ("easter", 49), "corpus christi": ("easter", 60), "semana santa": ("easter-week", -6),
    "domingo de pentecostés": ("easter", 49), "lunes de pentecostés": ("easter", 50), "pascua": ("easter", 0),
    "pascua de resurrección": ("easter", 0), "lunes santo": ("easter", -6), "martes santo": ("easter", -5),
    "miércoles santo": ("easter", -4), "día de los difuntos": ("fixed", 11, 2), "día de la candelaria": ("fixed", 2, 2),
    "primer domingo de adviento": ("advent", -21), "noche de fin de año": ("fixed", 12, 31),
}  # fmt: skip
HOLIDAYS |= of_orthodox_church(HOLIDAYS, behind="ortodoxa ortodoxo ortodoxas")
SETS: dict[str, object] = {
    **same("P1D", "diario diaria diarios diarias diariamente"),
    **same("P1W", "semanal semanales semanalmente"),
    **same("P2W", "quincenal quincenales quincenalmente"),
    **same("P1M", "mensual mensuales mensualmente"),
    **same("P2M", "bimestral bimestrales"),
    **same("P3M", "trimestral trimestrales trimestralmente"),
    **same("P6M", "semestral semestrales semestralmente"),
    **same("P1Y", "anual anuales anualmente"),
    **same("P2Y", "bienal bienales"),
    **{f"los {word}": f"XXXX-WXX-{n}" for word, n in WEEKDAYS.items() if n not in (6, 7)},
    **same("XXXX-WXX-6", "sábados sabados"),
    **same("XXXX-WXX-7", "domingos"),
}
FUTURE_ENDINGS = ("rá", "rán", "ría", "rían", "remos")
PAST_ENDINGS = ("ó", "aron", "ieron", "eron", "ado", "ido", "ada", "adas", "ados", "idos", "aba", "aban", "ía", "ían")
BEFORE_HOURS = frozenset({"a las", "desde las", "hasta las", "hacia las", "sobre las", "entre las"})
SHARES = {"cuarto": 4, "tercio": 3, "quinto": 5}  # of a century or a decade


def hours_of_day() -> dict[str, object]:
    """Spell the hours that say which part of the day they are of: "las once de la mañana", "las 8 y media de la tarde"."""
    words = {1: "una", 2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis", 7: "siete", 8: "ocho", 9: "nueve",
             10: "diez", 11: "once", 12: "doce"}  # fmt: skip
    parts = (("mañana", range(4, 13), 0), ("madrugada", range(1, 7), 0), ("tarde", range(1, 10), 12),
             ("noche", range(7, 12), 12), ("noche", range(1, 4), 0))  # fmt: skip
    made: dict[str, object] = {"las doce de la noche": (0, 0, None, ""), "las 12 de la noche": (0, 0, None, "")}
    for part, hours, later in parts:
        for hour in hours:
            for said in (words[hour], str(hour)):
                at = f"{'la' if hour == 1 else 'las'} {said}"
                for minutes, minute in (("", 0), (" y cuarto", 15), (" y media", 30)):
                    made[f"{at}{minutes} de la {part}"] = (hour + later, minute, None, "")
                made[f"{at} menos cuarto de la {part}"] = ((hour + later - 1) % 24, 45, None, "")
    return made


ROUNDED = {f"una {word} de": n for word, n in (("decena", 10), ("docena", 12), ("quincena", 15), ("veintena", 20),
                                               ("treintena", 30), ("cincuentena", 50))}  # fmt: skip

TABLES = Tables(
    code="es",
    wording=WORDING,
    month_first=False,
    ranks=True,
    hour_words="horas?|hs|hrs|h",
    words={
        "month": MONTHS,
        "mabbr": MONTHS_SHORT,
        "weekday": WEEKDAYS,
        "part": PARTS,
        "card": CARDINALS | ROUNDED,
        "few": same(None, "varios varias algunos algunas unos unas muchos muchas pocos pocas unos_pocos unas_pocas "
                    "unos_cuantos unas_cuantas"),
        "art": {"un": 1, "una": 1, "uno": 1},
        "ord": ORDINALS,
        "unit": UNITS,
        "season": same(0, "primavera") | same(1, "verano") | same(2, "otoño") | same(3, "invierno"),
        "relday": RELATIVE_DAYS,
        "daypart": DAY_PARTS,
        "holiday": HOLIDAYS,
        "ref": REFERENCES,
        "then": same("at", "para_entonces por_entonces por_aquel_entonces en_aquel_entonces en_ese_momento "
                     "en_aquel_momento en_esa_fecha en_aquella_fecha para_esa_fecha")
        | same("since", "desde_entonces a_partir_de_entonces desde_ese_momento desde_aquel_momento desde_esa_fecha")
        | same("until", "hasta_entonces hasta_ese_momento hasta_aquel_momento hasta_esa_fecha"),
        "relunit": same((-1, "day", "last"), "víspera") | same((1, "day", "last"), "al_otro_día"),
        "last": same(-1, "pasado pasada último última ultimo ultima pasados pasadas últimos últimas recién_pasado"),
        "next": same(1, "próximo próxima proximo proxima próximos próximas que_viene que_vienen que_entra entrante "
                     "venidero venidera"),
        "this": same(0, "este esta estos estas este_mismo esta_misma en_lo_que_va_de en_lo_que_va_del presente en_curso actual corriente"),
        "prev": same(-1, "anterior anteriores previo previa precedente"),
        "following": same(1, "siguiente siguientes posterior"),
        "same": same(0, "mismo misma ese esa aquel aquella ese_mismo esa_misma aquel_mismo aquella_misma en_todo_el "
                     "en_toda_la"),
        "agopre": same(-1, "hace hace_poco_más_de hace_poco_menos_de hace_algo_más_de hace_algo_menos_de"),
        "ago": same(-1, "atrás"),
        "earlier": same(-1, "antes"),
        "later": same(1, "después más_tarde"),
        "within": same(1, "dentro_de en"),
        "between": same(0, "entre"),
        "since": same(0, "desde desde_el a_partir_de a_partir_del"),
        "until": same(0, "hasta"),
        "to": same(0, "al a"),
        "and": same(0, "y e"),
        "the": same(0, "el la los las"),
        "of": same(0, "de del"),
        "on": same(0, "durante por en_el_transcurso_de en_el_transcurso_del en_el_curso_de a_lo_largo_de a_lo_largo_del"),
        "about": same(0, "hacia alrededor_de cerca_de aproximadamente en_torno_a"),
        "hedge": same(0, "casi más_de algo_más_de algo_menos_de menos_de apenas poco_más_de poco_menos_de ya sólo solo tan_sólo tan_solo"),
        "every": same(0, "cada todos_los todas_las"),
        "often": SETS,
        "era": same(-1, "a.c. a._c. antes_de_cristo a._de_c. a.n.e. a._n._e. a.e.c. a._e._c. antes_de_nuestra_era "
                    "antes_de_la_era_común antes_de_jesucristo")
        | same(1, "d.c. d._c. después_de_cristo d._de_c. d.n.e. d._n._e. de_nuestra_era de_la_era_común después_de_jesucristo"),
        "outer": same(-2, "antepasado antepasada antepasados trasanterior"),
        "or": same(0, "o u"),
        "exact": same(0, "exactamente justo justamente precisamente"),
        "roman": {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11,
                  "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20,
                  "xxi": 21},
        "clock": hours_of_day() | {"mediodía": (12, 0, None, ""), "medianoche": (0, 0, None, "")},
        "bound": same((-1, False), "antes_de antes_del") | same((1, False), "después_de después_del tras")
        | same((-1, True), "a_más_tardar como_muy_tarde no_más_tarde_de no_más_tarde_del")
        | same((1, True), "no_antes_de no_antes_del como_muy_pronto"),
        "oclock": same(0, "h hs hrs"),
        "closing": same(0, "terminó termina terminar terminaron acabó acaba acabar acabaron cerró cierra cerrar cerraron "
                        "comenzó comienza comenzar comenzaron empezó empieza empezar empezaron concluyó concluye "
                        "finalizó finaliza inició inicia resto_de resto_del lo_que_queda_de lo_que_queda_del "
                        "lo_que_resta_de lo_que_resta_del"),
        "share": SHARES,  # the last: what is a unit or an ordinal too stays that
    },
    thousands=THOUSANDS,
    shy=frozenset("mar ago may sep set dic sept".split()),
    inside=frozenset(
        "en de del desde hasta para entre y el la durante a al por este esta pasado año tras antes hacia sobre".split()
    ),
    future=frozenset(
        "será serán habrá habrán va van vamos prevé prevén previsto prevista previstos previstas planea planean espera "
        "esperan próximo próxima deberá deberán debe deben podrá podrán tendrá tendrán hará harán dará comenzará mañana "
        "futuro programado programada programados programadas convocado convocada convocados convocadas pretende "
        "vence vencen pretenden confía confían irá irán".split()
    ),
    near_hour=frozenset({"sobre"}),
    adverbial_parts=frozenset({
        "por la mañana", "por la tarde", "por la noche", "por la madrugada", "a media mañana", "a media tarde",
        "de madrugada", "al amanecer", "al anochecer", "al atardecer", "a primera hora", "a primera hora de la mañana",
    }),
    local_time=(("hora", "local"), ("local",), ("locales",)),
    states=frozenset("abierto abierta abiertos abiertas cerrado cerrada cerrados cerradas gratis libre".split()),
    presents=frozenset(
        "vota votan abre abren empieza empiezan comienza comienzan arranca arrancan juega juegan recibe reciben visita "
        "visitan celebra celebran inaugura inauguran debate debaten elige eligen viaja viajan reanuda reanudan disputa "
        "disputan enfrenta enfrentan comparece comparecen reúne reúnen examina examinan decide deciden vence".split()
    ),
    copulas=frozenset("está están es son permanece".split()),
    hearsay=frozenset("habría habrían".split()),
    hearsay_tail=r"^(?:ya )?\w+(?:ado|ido|to|cho|so)\b",
    after_states=frozenset("por desde tras".split()),
    past=frozenset(
        "fue fueron era eran ha han había habían dijo dijeron hizo hicieron tuvo tuvieron estuvo hubo dio dieron puso vino "
        "quiso supo pudo trajo condujo redujo produjo redujeron pasado pasada cayó tomó sumó cesó rozó nevó echó juró pisó dejó pasó ganó bajó creó votó huyó "
        "sacó tocó negó pagó robó mató voló usó citó duró giró vetó alzó leyó oyó hemos he abrió murió visto hecho dicho "
        "puesto escrito abierto muerto roto vuelto".split()
    )
    | SPANISH,
    deadline=frozenset({"para", "hasta"}),
    future_endings=FUTURE_ENDINGS,
    past_endings=PAST_ENDINGS,
    sure_endings=("ó", "aron", "ieron", "jeron"),
    no_past=frozenset("policía todavía mediodía garantía mayoría economía alcaldía fiscalía autonomía".split()),
    determiners=frozenset("el la los las un una unos unas su sus este esta estos estas ese esa al del cada otro otra toda "
                          "nuestro nuestra mi".split()),
    passive=frozenset({"ser"}),
    to_come=frozenset({"que"}),
    planned=frozenset("debía debían iba iban".split()),
    was=frozenset("estaba estaban era eran fue fueron había habían tenía tenían quedó".split()),
    plans=frozenset("previsto prevista previstos previstas programado programada programados programadas convocado "
                    "convocada convocados convocadas planeado planeada planeados planeadas fijado fijada agendado "
                    "agendada anunciado anunciada señalado señalada".split()),
    saying=frozenset(
        "dijo dice afirmó afirma informó informa señaló señala anunció anuncia declaró según aseguró confirmó explicó comunicó".split()
    ),
    had=frozenset({"había", "habían", "hubo", "hubieron"}),
    counted=frozenset("personas trabajadores empleados empleos puestos millones euros dólares puntos kilómetros metros "
                      "aviones coches vehículos unidades muertos casos soldados hombres mujeres niños habitantes "
                      "hectáreas viviendas toneladas pesos víctimas heridos refugiados votos copias ejemplares "
                      "plazas alumnos manifestantes kilos hogares casas pueblos aldeas vecinos civiles estudiantes pasajeros presos "
                      "detenidos pacientes residentes ciudadanos migrantes animales barcos buques tanques invitados "
                      "visitantes espectadores aficionados voluntarios combatientes policías agentes militares firmas "
                      "acciones entradas libros edificios camas habitaciones escuelas tiendas empresas árboles vacas "
                      "ovejas caballos fallecidos denuncias solicitudes familias clientes socios miembros".split()),
    stretches=frozenset("última último ultima ultimo".split()),
    plurals=frozenset("días dias semanas meses trimestres semestres años décadas siglos horas minutos segundos "
                      "últimos últimas pasados pasadas próximos próximas".split()),
    rounded=frozenset(ROUNDED),
    than=frozenset({"de", "del", "que"}),
    plural_endings=("s",),
    just=frozenset("poco".split()),
    before_hour=frozenset({"antes de", "antes del", "antes"}),
    coming=frozenset({"próximo", "proximo"}),
    after_hour=frozenset({"después de", "después del", "después", "pasada"}),
    ahead=frozenset({"dentro de"}),
    day_articles=frozenset({"el"}),
    clock_after=BEFORE_HOURS,
    dotted_after=BEFORE_HOURS,
    onward=frozenset({"a partir de", "a partir del"}),
    numbered_days=frozenset({"día", "dia"}),
    fractions=SHARES,
    describing=frozenset({"de", "y", "e"}),
    decade_articles=frozenset({"los"}),
    places=frozenset("calle avenida avda plaza paseo barrio estadio colonia".split()),
    plural_years=frozenset({"años"}),
    in_weeks=frozenset({"en"}),
    weeks_in_days={8: 1, 15: 2},
    names_after=frozenset("negro negra sangriento sangrienta rojo".split()),
    known_days={(9, 11): 2001, (3, 11): 2004},
    happenings=frozenset("atentado atentados ataque ataques".split()),
)  # fmt: skip
