"""What can happen in the harbour, in each language, and the names of its ships, quays, offices and papers.

In each sentence, `ship`, `quay` and `cargo` stand for names and goods, `n` for a number of at least two.
"""

from __future__ import annotations

from typing import NamedTuple


class Happening(NamedTuple):
    headline: str
    body: str
    quote: str


SHIPS = (
    *("Marigold", "Grey Heron", "Patience", "Blue Thistle", "Second Wind", "Juniper", "Tern", "Hazelnut"),
    *("Long Afternoon", "Silver Oar", "Clementine", "Quiet Morning", "Puffin", "Seven Knots", "Rosemary", "Wren"),
)
QUAYS = ("Lantern Quay", "North Mole", "Heron Basin", "Tide Steps", "Rope Walk", "Salt Pier")
PLACE = "Lantern Harbour"
OFFICES = {
    "office": "Lantern Harbour Office",
    "pilots": "Lantern Harbour Pilots",
    "yard": "Rope Walk Yard",
    "weather": "North Mole Weather Station",
    "market": "Salt Pier Market",
}
LOG = "Log of Lantern Harbour"
PAPERS = {
    "en": "The Lantern Harbour Gazette",
    "es": "El Noticiero de Lantern Harbour",
    "fr": "Le Courrier de Lantern Harbour",
    "de": "Lantern Harbour Anzeiger",
    "nl": "De Lantern Harbour Courant",
}
# How often, of a hundred events.
SHARES = {"en": 45, "es": 15, "fr": 15, "de": 13, "nl": 12}

# What happens: the event's kind, the tag it is filed under, the office that has to do with it, and in which role.
SORTS = {
    "arrival": ("occurred", "arrivals", "pilots", "responder"),
    "departure": ("occurred", "departures", "pilots", "responder"),
    "market": ("occurred", "market", "market", "actor"),
    "notice": ("disclosed", "notices", "office", "speaker"),
    "survey": ("detected", "surveys", "office", "actor"),
    "fog": ("occurred", "weather", "weather", "speaker"),
    "regatta": ("other", "festivities", "office", "actor"),
    "count": ("attributed", "birds", "weather", "speaker"),
    "storm": ("occurred", "weather", "weather", "speaker"),
    "repair": ("responded", "repairs", "yard", "responder"),
}
USUAL = tuple(sort for sort in SORTS if sort not in ("storm", "repair"))

CARGO = {
    "en": ("salt", "barley", "timber", "wool", "roof tiles", "cheese"),
    "es": ("sal", "cebada", "madera", "lana", "tejas", "queso"),
    "fr": ("sel", "grain", "bois", "laine", "tuiles", "fromage"),
    "de": ("Salz", "Gerste", "Holz", "Wolle", "Dachziegel", "Käse"),
    "nl": ("zout", "gerst", "hout", "wol", "dakpannen", "kaas"),
}

HAPPENINGS = {
    "en": {
        "arrival": Happening(
            "The {ship} arrives at {quay} with {n} tonnes of {cargo}",
            "The {ship} made fast at {quay} and began to unload {n} tonnes of {cargo}. The crane was free at once.",
            "made fast without help and asked for the crane",
        ),
        "departure": Happening(
            "The {ship} leaves {quay} with {n} passengers",
            "The {ship} cast off from {quay} with {n} passengers. Why the bell was rung twice is not recorded.",
            "cast off on the tide, bell rung twice",
        ),
        "market": Happening(
            "The market sells {n} crates of herring before noon",
            "At the Salt Pier {n} crates were sold before noon. The price was **as in the week before**.",
            "sold out before noon, price unchanged",
        ),
        "notice": Happening(
            "The harbour office gives {quay} a new timetable",
            "From now on {n} boats a week call at {quay}. The old timetable is kept on the wall beside it.",
            "the timetable on the wall holds no longer",
        ),
        "survey": Happening(
            "Divers find {n} lost anchors below {quay}",
            "A survey below {quay} found {n} anchors. Whose they were could not be said.",
            "anchors of which no owner is known",
        ),
        "fog": Happening(
            "Fog keeps {n} boats in the harbour",
            "The fog bell was rung from {quay} and {n} boats stayed in. By evening the light could be seen again.",
            "no boat went out while the bell was rung",
        ),
        "regatta": Happening(
            "The {ship} wins a regatta of {n} boats",
            "Of {n} boats the {ship} was the first to round the mole. The prize was a cheese.",
            "first around the mole by a boat's length",
        ),
        "count": Happening(
            "{n} terns are counted on {quay}",
            "The yearly count came to {n} terns on {quay}. The weather station puts it down to the mild spring.",
            "more terns than benches to sit on",
        ),
        "storm": Happening(
            "A storm breaks {n} planks of {quay}",
            "The wind turned at night and {n} planks of {quay} were broken. Nobody was there.",
            "planks broken, nobody near",
        ),
        "repair": Happening(
            "The yard repairs {quay} with {n} new planks",
            "The Rope Walk Yard laid {n} new planks at {quay}. They are lighter than the old ones.",
            "laid new planks, lighter than the old",
        ),
    },
    "es": {
        "arrival": Happening(
            "El barco {ship} llega a {quay} con {n} toneladas de {cargo}",
            "El barco {ship} atracó en {quay} y empezó a descargar {n} toneladas de {cargo}. La grúa estaba libre.",
            "atracó sin ayuda y pidió la grúa",
        ),
        "departure": Happening(
            "El barco {ship} zarpa de {quay} con {n} pasajeros",
            "El barco {ship} zarpó de {quay} con {n} pasajeros. No consta por qué la campana sonó dos veces.",
            "zarpó con la marea, la campana sonó dos veces",
        ),
        "market": Happening(
            "El mercado vende {n} cajas de arenques antes del mediodía",
            "Antes del mediodía se vendieron {n} cajas. El precio fue **el de la semana anterior**.",
            "todo vendido antes del mediodía",
        ),
        "notice": Happening(
            "La oficina del puerto da a {quay} un horario nuevo",
            "Desde ahora {n} barcos por semana hacen escala en {quay}. El horario antiguo sigue en la pared.",
            "el horario de la pared ya no vale",
        ),
        "survey": Happening(
            "Los buzos encuentran {n} anclas perdidas bajo {quay}",
            "Una revisión bajo {quay} encontró {n} anclas. No se pudo decir de quién eran.",
            "anclas sin dueño conocido",
        ),
        "fog": Happening(
            "La niebla retiene {n} barcos en el puerto",
            "La campana de niebla sonó en {quay} y {n} barcos no salieron. Al atardecer se volvió a ver el faro.",
            "ningún barco salió mientras sonaba la campana",
        ),
        "regatta": Happening(
            "El barco {ship} gana una regata de {n} barcos",
            "De {n} barcos, el {ship} fue el primero en doblar el muelle. El premio fue un queso.",
            "primero por un largo",
        ),
        "count": Happening(
            "Se cuentan {n} charranes en {quay}",
            "El recuento anual dio {n} charranes en {quay}. La estación lo atribuye a la primavera templada.",
            "más charranes que bancos",
        ),
        "storm": Happening(
            "Un temporal rompe {n} tablas de {quay}",
            "El viento cambió de noche y se rompieron {n} tablas de {quay}. No había nadie.",
            "tablas rotas, nadie cerca",
        ),
        "repair": Happening(
            "El astillero repara {quay} con {n} tablas nuevas",
            "El astillero puso {n} tablas nuevas en {quay}. Son más claras que las viejas.",
            "tablas nuevas, más claras que las viejas",
        ),
    },
    "fr": {
        "arrival": Happening(
            "Le bateau {ship} arrive à {quay} avec {n} tonnes de {cargo}",
            "Le bateau {ship} a accosté à {quay} et commencé à décharger {n} tonnes de {cargo}. La grue était libre.",
            "a accosté sans aide et demandé la grue",
        ),
        "departure": Happening(
            "Le bateau {ship} quitte {quay} avec {n} passagers",
            "Le bateau {ship} a quitté {quay} avec {n} passagers. Pourquoi la cloche a sonné deux fois n’est pas noté.",
            "parti avec la marée, la cloche sonnée deux fois",
        ),
        "market": Happening(
            "Le marché vend {n} caisses de harengs avant midi",
            "Avant midi, {n} caisses ont été vendues. Le prix était **celui de la semaine précédente**.",
            "tout vendu avant midi",
        ),
        "notice": Happening(
            "Le bureau du port donne à {quay} un nouvel horaire",
            "Désormais, {n} bateaux par semaine font escale à {quay}. L’ancien horaire reste au mur.",
            "l’horaire affiché au mur ne vaut plus",
        ),
        "survey": Happening(
            "Des plongeurs trouvent {n} ancres perdues sous {quay}",
            "Un relevé sous {quay} a trouvé {n} ancres. On n’a pu dire à qui elles étaient.",
            "des ancres sans propriétaire connu",
        ),
        "fog": Happening(
            "Le brouillard retient {n} bateaux au port",
            "La cloche de brume a sonné à {quay} et {n} bateaux sont restés. Le soir, on revoyait le phare.",
            "aucun bateau n’est sorti tant que la cloche sonnait",
        ),
        "regatta": Happening(
            "Le bateau {ship} gagne une régate de {n} bateaux",
            "Sur {n} bateaux, le {ship} a doublé le môle le premier. Le prix était un fromage.",
            "premier d’une longueur",
        ),
        "count": Happening(
            "On compte {n} sternes à {quay}",
            "Le comptage annuel a donné {n} sternes à {quay}. La station l’explique par le printemps doux.",
            "plus de sternes que de bancs",
        ),
        "storm": Happening(
            "Une tempête casse {n} planches de {quay}",
            "Le vent a tourné dans la nuit et {n} planches de {quay} se sont cassées. Il n’y avait personne.",
            "planches cassées, personne auprès",
        ),
        "repair": Happening(
            "Le chantier répare {quay} avec {n} planches neuves",
            "Le chantier a posé {n} planches neuves à {quay}. Elles sont plus claires que les anciennes.",
            "planches neuves, plus claires que les anciennes",
        ),
    },
    "de": {
        "arrival": Happening(
            "Das Schiff {ship} bringt {n} Tonnen {cargo} nach {quay}",
            "Das Schiff {ship} machte an {quay} fest und löschte {n} Tonnen {cargo}. Der Kran war gleich frei.",
            "machte ohne Hilfe fest und verlangte den Kran",
        ),
        "departure": Happening(
            "Das Schiff {ship} verlässt {quay} mit {n} Fahrgästen",
            "Das Schiff {ship} legte mit {n} Fahrgästen ab. Warum die Glocke zweimal läutete, ist nicht vermerkt.",
            "legte mit der Flut ab, Glocke zweimal geläutet",
        ),
        "market": Happening(
            "Der Markt verkauft {n} Kisten Heringe vor Mittag",
            "Vor Mittag waren {n} Kisten verkauft. Der Preis war **der der Vorwoche**.",
            "vor Mittag ausverkauft, Preis unverändert",
        ),
        "notice": Happening(
            "Das Hafenamt gibt {quay} einen neuen Fahrplan",
            "Von nun an laufen {n} Boote in der Woche {quay} an. Der alte Fahrplan bleibt daneben hängen.",
            "der Fahrplan an der Wand gilt nicht mehr",
        ),
        "survey": Happening(
            "Taucher finden {n} verlorene Anker vor {quay}",
            "Eine Vermessung vor {quay} fand {n} Anker. Wem sie gehörten, ließ sich nicht sagen.",
            "Anker, deren Eigner niemand kennt",
        ),
        "fog": Happening(
            "Nebel hält {n} Boote im Hafen",
            "Von {quay} läutete die Nebelglocke, und {n} Boote blieben im Hafen. Abends war das Licht wieder zu sehen.",
            "kein Boot lief aus, solange die Glocke läutete",
        ),
        "regatta": Happening(
            "Das Schiff {ship} gewinnt eine Regatta von {n} Booten",
            "Von {n} Booten umrundete das Schiff {ship} die Mole zuerst. Der Preis war ein Käse.",
            "eine Länge voraus",
        ),
        "count": Happening(
            "An {quay} werden {n} Seeschwalben gezählt",
            "Die jährliche Zählung ergab {n} Seeschwalben. Die Wetterstation führt es auf den milden Frühling zurück.",
            "mehr Seeschwalben als Bänke",
        ),
        "storm": Happening(
            "Ein Sturm zerbricht {n} Planken von {quay}",
            "Der Wind drehte nachts, und {n} Planken von {quay} zerbrachen. Niemand war dort.",
            "Planken zerbrochen, niemand in der Nähe",
        ),
        "repair": Happening(
            "Die Werft repariert {quay} mit {n} neuen Planken",
            "Die Werft legte {n} neue Planken an {quay}. Sie sind heller als die alten.",
            "neue Planken gelegt, heller als die alten",
        ),
    },
    "nl": {
        "arrival": Happening(
            "Het schip {ship} brengt {n} ton {cargo} naar {quay}",
            "Het schip {ship} meerde aan bij {quay} en loste {n} ton {cargo}. De kraan was meteen vrij.",
            "meerde zonder hulp aan en vroeg om de kraan",
        ),
        "departure": Happening(
            "Het schip {ship} verlaat {quay} met {n} passagiers",
            "Het schip {ship} vertrok met {n} passagiers. Waarom de bel twee keer luidde, is niet genoteerd.",
            "vertrok met het tij, bel twee keer geluid",
        ),
        "market": Happening(
            "De markt verkoopt {n} kisten haring voor de middag",
            "Voor de middag waren {n} kisten verkocht. De prijs was **die van de week ervoor**.",
            "voor de middag uitverkocht",
        ),
        "notice": Happening(
            "Het havenkantoor geeft {quay} een nieuwe dienstregeling",
            "Voortaan doen {n} boten per week {quay} aan. De oude dienstregeling blijft ernaast hangen.",
            "de dienstregeling aan de muur geldt niet meer",
        ),
        "survey": Happening(
            "Duikers vinden {n} verloren ankers bij {quay}",
            "Een meting bij {quay} vond {n} ankers. Van wie ze waren, was niet te zeggen.",
            "ankers waarvan niemand de eigenaar kent",
        ),
        "fog": Happening(
            "Mist houdt {n} boten in de haven",
            "Bij {quay} luidde de mistbel en {n} boten bleven binnen. Tegen de avond was het licht weer te zien.",
            "geen boot voer uit zolang de bel luidde",
        ),
        "regatta": Happening(
            "Het schip {ship} wint een regatta van {n} boten",
            "Van {n} boten rondde het schip {ship} de pier als eerste. De prijs was een kaas.",
            "een lengte voor",
        ),
        "count": Happening(
            "Bij {quay} worden {n} sterns geteld",
            "De jaarlijkse telling kwam op {n} sterns. Het weerstation schrijft het toe aan de zachte lente.",
            "meer sterns dan banken",
        ),
        "storm": Happening(
            "Een storm breekt {n} planken van {quay}",
            "De wind draaide 's nachts en {n} planken van {quay} braken. Er was niemand.",
            "planken gebroken, niemand in de buurt",
        ),
        "repair": Happening(
            "De werf herstelt {quay} met {n} nieuwe planken",
            "De werf legde {n} nieuwe planken bij {quay}. Ze zijn lichter dan de oude.",
            "nieuwe planken gelegd, lichter dan de oude",
        ),
    },
}
