"""French."""

from __future__ import annotations

from . import Tables, numbered, same

MONTHS = numbered(
    "janvier", "février fevrier", "mars", "avril", "mai", "juin",
    "juillet", "août aout", "septembre", "octobre", "novembre", "décembre decembre",
)  # fmt: skip
MONTHS_SHORT = numbered("janv", "févr fév", "", "avr", "", "", "juil", "", "sept", "oct", "nov", "déc")
WEEKDAYS = numbered("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
CARDINALS = numbered(
    "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
    "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
) | {"trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100}  # fmt: skip
ORDINALS = numbered(
    "premier première 1er 1ère", "deuxième second seconde", "troisième", "quatrième", "cinquième", "sixième",
    "septième", "huitième", "neuvième", "dixième",
)  # fmt: skip
PARTS = (
    same("start", "début au_début_de au_début_du au_début_des au_début_de_l' début_de le_début_de le_début_du "
         "début_du dès_le_début_de")
    | same("mid", "mi mi_- courant à_la_mi milieu au_milieu_de au_milieu_du")
    | same("end", "fin à_la_fin_de à_la_fin_du à_la_fin_des la_fin_de la_fin_du à_la_fin_de_l' fin_de fin_du "
           "la_fin_de_l'")
)  # fmt: skip
REFERENCES = (
    same("PRESENT_REF", "maintenant actuellement en_ce_moment à_présent de_nos_jours aujourd'hui_encore")
    | same("PAST_REF", "récemment auparavant autrefois dans_le_passé naguère jadis dernièrement il_y_a_longtemps")
    | same("FUTURE_REF", "bientôt prochainement à_l'avenir à_terme dans_l'avenir")
)

TABLES = Tables(
    code="fr",
    hour_words="h|heures?",
    words={
        "month": MONTHS,
        "mabbr": {word: n for word, n in MONTHS_SHORT.items() if word},
        "weekday": WEEKDAYS,
        "part": PARTS,
        "card": {word: n for word, n in CARDINALS.items() if word},
        "few": same(None, "quelques plusieurs certains"),
        "art": {"un": 1, "une": 1},
        "ord": ORDINALS,
        "unit": same("day", "jour jours journée journées")
        | same("week", "semaine semaines")
        | same("weekend", "week-end week-ends weekend")
        | same("month", "mois")
        | same("quarter", "trimestre trimestres")
        | same("half", "semestre semestres")
        | same("year", "an ans année années")
        | same("decade", "décennie décennies")
        | same("century", "siècle siècles")
        | same("hour", "heure heures")
        | same("minute", "minute minutes")
        | same("second", "secondes")
        | same("night", "nuits"),
        "season": same(0, "printemps") | same(1, "été") | same(2, "automne") | same(3, "hiver"),
        "relday": {
            "aujourd'hui": (0, ""), "hier": (-1, ""), "demain": (1, ""), "avant-hier": (-2, ""),
            "après-demain": (2, ""), "hier soir": (-1, "EV"), "hier matin": (-1, "MO"), "ce soir": (0, "EV"),
            "ce matin": (0, "MO"), "cette nuit": (0, "NI"), "hier après-midi": (-1, "AF"), "demain matin": (1, "MO"),
            "demain soir": (1, "EV"), "cet après-midi": (0, "AF"),
        },
        "daypart": same("MO", "matin matinée")
        | same("AF", "après-midi")
        | same("EV", "soir soirée")
        | same("NI", "nuit"),
        "holiday": {
            "noël": ("fixed", 12, 25), "jour de l'an": ("fixed", 1, 1), "nouvel an": ("fixed", 1, 1),
            "toussaint": ("fixed", 11, 1), "vendredi saint": ("easter", -2), "lundi de pâques": ("easter", 1),
            "dimanche de pâques": ("easter", 0), "pâques": ("easter", 0), "ascension": ("easter", 39),
            "pentecôte": ("easter", 49), "saint-sylvestre": ("fixed", 12, 31), "fête nationale": ("fixed", 7, 14),
        },
        "ref": REFERENCES,
        "last": same(-1, "dernier dernière derniers dernières passé passée"),
        "next": same(1, "prochain prochaine prochains prochaines à_venir"),
        "this": same(0, "ce cet cette en_cours"),
        "prev": same(-1, "précédent précédente d'avant"),
        "following": same(1, "suivant suivante d'après"),
        "same": same(0, "même"),
        "agopre": same(-1, "il_y_a voici voilà"),
        "earlier": same(-1, "auparavant plus_tôt avant"),
        "later": same(1, "plus_tard après"),
        "within": same(1, "dans"),
        "between": same(0, "entre"),
        "since": same(0, "depuis depuis_le"),
        "until": same(0, "jusqu'au jusqu'en jusqu'à"),
        "and": same(0, "et"),
        "to": same(0, "au à"),
        "the": same(0, "le la les l'"),
        "of": same(0, "de du des de_l' d'"),
        "on": same(0, "pendant durant"),
        "about": same(0, "vers environ autour_de"),
        "every": same(0, "chaque par tous_les toutes_les"),
        "often": {"quotidien": "P1D", "quotidienne": "P1D", "hebdomadaire": "P1W", "mensuel": "P1M", "mensuelle": "P1M",
                  "annuel": "P1Y", "annuelle": "P1Y", "trimestriel": "P3M"},
        "era": same(-1, "av._j.-c. avant_jésus-christ") | same(1, "ap._j.-c. après_jésus-christ"),
        "roman": {"xvième": 15, "xve": 15, "xvie": 16, "xviie": 17, "xviiie": 18, "xixe": 19, "xxe": 20, "xxie": 21,
                  "xixème": 19, "xxème": 20},
        "clock": {"midi": (12, 0, None, ""), "minuit": (0, 0, None, "")},
        "decade": {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60},
    },
    shy=frozenset("mars mai été avr oct sept".split()),
    inside=frozenset("en de du depuis fin début mi dans au à le jusqu'au jusqu'en entre et avril pour dès l avant après "
                     "d ce cet courant l'".split()),
    future=frozenset("sera seront aura auront devrait devraient doit doivent va vont pourra pourrait prévu prévue prévoit "
                     "prévoient prochain prochaine demain ferait ferai".split()),
    past=frozenset("a ont avait avaient était étaient fut furent est sont dernier dernière passé hier".split()),
    future_endings=("era", "eront", "ira", "iront", "rait", "raient"),
    past_endings=("é", "ée", "és", "ées", "ait", "aient"),
    counted=frozenset("personnes salariés emplois euros francs dollars mètres kilomètres morts hommes habitants "
                      "logements voitures".split()),
    stretches=frozenset("derniers dernières".split()),
    joining=frozenset({"avant", "après"}),
)  # fmt: skip
