"""French."""

from __future__ import annotations

from . import Tables, numbered, of_orthodox_church, same
from .verbs import FRENCH
from .wording_fr import WORDING

MONTHS = numbered(
    "janvier", "février fevrier", "mars", "avril", "mai", "juin",
    "juillet", "août aout", "septembre", "octobre", "novembre", "décembre decembre",
)  # fmt: skip
MONTHS_SHORT = numbered("janv jan.", "févr fév", "", "avr", "", "", "juil", "", "sept.", "oct", "nov", "déc")
WEEKDAYS = numbered("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
ONES = numbered(
    "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
    "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80}
CARDINALS = (
    {word: n for word, n in ONES.items() if n != 1}
    | TENS
    | {"septante": 70, "huitante": 80, "nonante": 90, "quatre-vingts": 80, "cent": 100}
    | {
        f"{ten}{'_et_' if n in (1, 11) and a < 80 else '-'}{one}".replace("_", " "): a + int(str(n))
        for ten, a in TENS.items()
        for one, n in ONES.items()
        if int(str(n)) < (20 if a >= 60 else 10)
    }
    | {f"{ten}-et-{one}": a + n for ten, a in TENS.items() for one, n in (("un", 1), ("onze", 11)) if n == 1 or a == 60}
    | {f"{word} une": n + 1 for word, n in (("vingt et", 20), ("trente et", 30), ("quarante et", 40))}
)
HUNDREDS = numbered("cent", "deux_cent", "trois_cent", "quatre_cent", "cinq_cent", "six_cent", "sept_cent", "huit_cent",
                    "neuf_cent")  # fmt: skip
THOUSANDS = (
    {f"{mil} {word}": 1000 + 100 * int(str(n)) for mil in ("mille", "mil") for word, n in HUNDREDS.items()}
    | {f"{word} cent": 100 * int(str(n)) for word, n in ONES.items() if 10 < int(str(n)) < 20}
    | {"deux mille": 2000, "deux mil": 2000}
)
PARTS = (
    same("start", "début en_début au_début_de au_début_du au_début_des au_début_de_l' au_début début_de en_début_de "
         "le_début_de le_début_du début_du dès_le_début_de dès_le_début_du dès_début début_d' en_début_d' au_début_d' les_premiers_jours_de "
         "dans_les_premiers_jours_de aux_premiers_jours_de premiers_jours_de au_commencement_de au_commencement_du "
         "au_tout_début_de au_tout_début_du tout_début en_ce_début_de en_ce_début_d' à_l'aube_de à_l'orée_de")
    | same("mid", "mi mi_- courant à_la_mi milieu au_milieu_de au_milieu_du au_milieu_des en_milieu_de en_milieu_d' "
           "le_milieu_de le_milieu_du vers_le_milieu_de vers_le_milieu_du")
    | same("end", "fin en_fin à_la_fin_de à_la_fin_du à_la_fin_des à_la_fin la_fin_de la_fin_du la_fin_des "
           "à_la_fin_de_l' fin_de fin_du fin_des en_fin_de en_fin_d' la_fin_de_l' vers_la_fin_de vers_la_fin_du "
           "les_derniers_jours_de dans_les_derniers_jours_de derniers_jours_de toute_fin_de au_terme_de au_terme_du "
           "en_cette_fin_de en_cette_fin_d'")
)  # fmt: skip
REFERENCES = (
    same("PRESENT_REF", "maintenant actuellement en_ce_moment à_présent de_nos_jours aujourd'hui_encore désormais "
         "dorénavant à_l'heure_actuelle à_ce_jour pour_l'heure pour_l'instant pour_le_moment jusqu'à_présent "
         "jusqu'à_maintenant en_ces_temps par_les_temps_qui_courent à_l'heure_qu'il_est ces_jours-ci ces_temps-ci")
    | same("PAST_REF", "récemment tout_récemment auparavant autrefois dans_le_passé par_le_passé du_passé naguère jadis "
           "dernièrement il_y_a_longtemps il_y_a_peu nouvellement fraîchement anciennement ces_derniers_temps "
           "à_l'époque il_y_a_peu_de_temps il_y_a_quelque_temps")
    | same("PRESENT_REF", "à_ce_jour a_ce_jour") | same("FUTURE_REF", "bientôt très_bientôt prochainement à_l'avenir à_terme dans_l'avenir sous_peu à_court_terme "
           "à_moyen_terme à_long_terme d'ici_peu dans_un_avenir_proche dans_les_prochains_jours "
           "dans_les_jours_à_venir "
           "dans_les_semaines_à_venir dans_les_mois_à_venir dans_les_années_à_venir dans_les_prochaines_heures "
           "incessamment")
)  # fmt: skip
ROMAN = {"ier": 1, "iie": 2, "iiie": 3, "ive": 4, "ve": 5, "vie": 6, "viie": 7, "viiie": 8, "ixe": 9, "xe": 10,
         "xie": 11, "xiie": 12, "xiiie": 13, "xive": 14, "xve": 15, "xvie": 16, "xviie": 17, "xviiie": 18, "xixe": 19,
         "xxe": 20, "xxie": 21}  # fmt: skip
RELATIVE_DAYS = {
    "aujourd'hui": (0, ""), "aujourd'hui même": (0, ""), "hier": (-1, ""), "demain": (1, ""), "avant-hier": (-2, ""),
    "après-demain": (2, ""), "hier soir": (-1, "EV"), "hier au soir": (-1, "EV"), "hier matin": (-1, "MO"),
    "avant-hier soir": (-2, "EV"), "avant-hier matin": (-2, "MO"), "ce soir": (0, "EV"), "ce matin": (0, "MO"),
    "cette nuit": (0, "NI"), "hier après-midi": (-1, "AF"), "demain matin": (1, "MO"), "demain soir": (1, "EV"),
    "demain après-midi": (1, "AF"), "cet après-midi": (0, "AF"), "ce midi": (0, "MI"), "hier midi": (-1, "MI"),
    "demain midi": (1, "MI"), "la nuit dernière": (-1, "NI"), "la nuit prochaine": (0, "NI"),
    "la nuit passée": (-1, "NI"), "la journée d'hier": (-1, ""), "la journée d'aujourd'hui": (0, ""),
    "ce jour": (0, ""), "cet après midi": (0, "AF"), "hier après midi": (-1, "AF"), "demain après midi": (1, "AF"),
}  # fmt: skip
HOLIDAYS: dict[str, object] = {
    "noël": ("fixed", 12, 25), "jour de noël": ("fixed", 12, 25), "fêtes de noël": ("fixed", 12, 25),
    "veille de noël": ("fixed", 12, 24), "réveillon de noël": ("fixed", 12, 24), "jour de l'an": ("fixed", 1, 1),
    "nouvel an": ("fixed", 1, 1), "premier de l'an": ("fixed", 1, 1), "réveillon du nouvel an": ("fixed", 12, 31),
    "réveillon du jour de l'an": ("fixed", 12, 31), "saint-sylvestre": ("fixed", 12, 31), "épiphanie": ("fixed", 1, 6),
    "chandeleur": ("fixed", 2, 2), "saint-valentin": ("fixed", 2, 14), "fête du travail": ("fixed", 5, 1),
    "journée internationale des femmes": ("fixed", 3, 8), "fête de la musique": ("fixed", 6, 21),
    "saint-jean": ("fixed", 6, 24), "fête nationale": ("fixed", 7, 14), "assomption": ("fixed", 8, 15),
    "halloween": ("fixed", 10, 31), "toussaint": ("fixed", 11, 1), "armistice": ("fixed", 11, 11),
    "mardi gras": ("easter", -47), "mercredi des cendres": ("easter", -46), "dimanche des rameaux": ("easter", -7),
    "rameaux": ("easter", -7), "jeudi saint": ("easter", -3), "vendredi saint": ("easter", -2),
    "samedi saint": ("easter", -1), "dimanche de pâques": ("easter", 0), "pâques": ("easter", 0),
    "lundi de pâques": ("easter", 1), "ascension": ("easter", 39), "jeudi de l'ascension": ("easter", 39),
    "pentecôte": ("easter", 49), "dimanche de pentecôte": ("easter", 49), "lundi de pentecôte": ("easter", 50),
    "semaine sainte": ("easter-week", -6), "pâque": ("easter", 0), "fête-dieu": ("easter", 60),
    "lundi de la pentecôte": ("easter", 50), "dimanche de la pentecôte": ("easter", 49),
    "saint-nicolas": ("fixed", 12, 6), "réveillon de la saint-sylvestre": ("fixed", 12, 31),
    "premier dimanche de l'avent": ("advent", -21), "immaculée conception": ("fixed", 12, 8),
    "fête de pâques": ("easter", 0), "fêtes de pâques": ("easter", 0),
}  # fmt: skip
HOLIDAYS |= of_orthodox_church(HOLIDAYS, behind="orthodoxe orthodoxes")
SETS: dict[str, object] = {
    **same("P1D", "quotidien quotidienne quotidiens quotidiennes quotidiennement journellement"),
    **same("P1W", "hebdomadaire hebdomadaires hebdomadairement"),
    **same("P2W", "bimensuel bimensuelle bimensuels bimensuelles"),
    **same("P1M", "mensuel mensuelle mensuels mensuelles mensuellement"),
    **same("P2M", "bimestriel bimestrielle"),
    **same("P3M", "trimestriel trimestrielle trimestriels trimestrielles"),
    **same("P6M", "semestriel semestrielle semestriels semestrielles"),
    **same("P1Y", "annuel annuelle annuels annuelles annuellement"),
    **same("P2Y", "biennal biennale"),
    **{f"{word}s": f"XXXX-WXX-{n}" for word, n in WEEKDAYS.items()},
}
SHARES = {"quart": 4, "tiers": 3, "cinquième": 5}  # of a century or a decade

ROUNDED = {
    f"une {word} {of}": n
    for word, n in (("dizaine", 10), ("douzaine", 12), ("quinzaine", 15), ("vingtaine", 20), ("trentaine", 30),
                    ("quarantaine", 40), ("cinquantaine", 50), ("soixantaine", 60), ("centaine", 100))
    for of in ("de", "d'")
}  # fmt: skip

TABLES = Tables(
    code="fr",
    wording=WORDING,
    month_first=False,
    ranks=True,
    hour_words=r"h|heures?(?![ \xa0]d(?:e[ \xa0](?!l|ce)|['’](?!apr)))",  # "avant 6 heures de vol" is a length of time
    words={
        "month": MONTHS,
        "mabbr": {word: n for word, n in MONTHS_SHORT.items() if word},
        "weekday": WEEKDAYS,
        "part": PARTS,
        "card": CARDINALS | ROUNDED,
        "few": same(None, "quelques plusieurs certains certaines"),
        "art": {"un": 1, "une": 1},
        "ord": numbered(
            "premier première premiers premières 1er 1ère", "deuxième second seconde", "troisième", "quatrième", "cinquième", "sixième",
            "septième", "huitième", "neuvième", "dixième", "onzième", "douzième", "treizième", "quatorzième",
            "quinzième", "seizième", "dix-septième", "dix-huitième", "dix-neuvième", "vingtième", "vingt_et_unième",
        ) | same(-2, "avant-dernier avant-dernière avant-derniers avant-dernières"),
        "unit": same("day", "jour jours journée journées")
        | same("week", "semaine semaines")
        | same("weekend", "week-end week-ends weekend")
        | same("fortnight", "quinzaine quinzaines")
        | same("month", "mois")
        | same("quarter", "trimestre trimestres")
        | same("half", "semestre semestres")
        | same("half-of", "moitié")
        | same("year", "an ans année années")
        | same("decade", "décennie décennies")
        | same("century", "siècle siècles")
        | same("millennium", "millénaire millénaires")
        | same("hour", "heure heures")
        | same("minute", "minute minutes")
        | same("second", "secondes")
        | same("night", "nuits")
        | same("period", "période"),
        "season": same(0, "printemps") | same(1, "été") | same(2, "automne") | same(3, "hiver"),
        "relday": RELATIVE_DAYS,
        "daypart": same("MO", "matin matinée petit_matin aube premières_heures petites_heures")
        | same("AF", "après-midi d'après-midi après_midi d'après_midi")
        | same("EV", "soir soirée")
        | same("NI", "nuit"),
        "holiday": HOLIDAYS,
        "ref": REFERENCES,
        "then": same("at", "à_cette_date à_ce_moment-là à_ce_moment_là ce_moment-là ce_moment_là à_cet_instant d'ici_là "
                     "à_cette_époque à_cette_époque-là")
        | same("since", "depuis_lors depuis_ce_moment depuis_cette_date depuis_ce_jour dès_lors_que dès_ce_moment "
               "à_partir_de_ce_moment à_partir_de_cette_date")
        | same("until", "jusque-là jusqu'alors jusqu'à_cette_date jusqu'à_ce_moment"),
        "relunit": same((-1, "day", "last"), "veille") | same((-2, "day", "last"), "avant-veille")
        | same((1, "day", "last"), "lendemain") | same((2, "day", "last"), "surlendemain"),
        "there": same(0, "là"),
        "last": same(-1, "dernier dernière derniers dernières passé passée écoulé écoulée"),
        "next": same(1, "prochain prochaine prochains prochaines à_venir qui_vient"),
        "this": same(0, "ce cet cette en_cours actuel actuelle ce_même cette_même"),
        "prev": same(-1, "précédent précédente précédents précédentes d'avant"),
        "following": same(1, "suivant suivante suivants suivantes d'après"),
        "same": same(0, "même sur_l'ensemble_de_l'"),
        "agopre": same(-1, "il_y_a voici voilà"),
        "earlier": same(-1, "auparavant plus_tôt avant"),
        "later": same(1, "plus_tard après"),
        "within": same(1, "dans d'ici d'ici_à"),
        "between": same(0, "entre"),
        "since": same(0, "depuis depuis_le à_partir_de à_partir_du à_compter_de à_compter_du"),
        "until": same(0, "jusqu'au jusqu'en jusqu'à jusqu'aux"),
        "and": same(0, "et"),
        "to": same(0, "au à"),
        "the": same(0, "le la les l'"),
        "of": same(0, "de du des de_l' d'"),
        "on": same(0, "pendant durant en dès dès_le au_cours_de au_cours_du au_cours_de_l' lors_de lors_du tout_au_long_de"),
        "about": same(0, "vers environ autour_de aux_alentours_de aux_environs_de"),
        "hedge": same(0, "à_peine presque près_de près_d' plus_de plus_d' moins_de moins_d' déjà seulement un_peu_plus_de "
                      "un_peu_plus_d' un_peu_moins_de un_peu_moins_d' "
                      "tout_juste à_peu_près"),
        "every": same(0, "chaque par tous_les toutes_les"),
        "often": SETS,
        "era": same(-1, "av._j.-c. av._j.-c av._j-c. av._j-c av._jc avant_j.-c. avant_j.-c avant_j-c avant_jc avant_jésus-christ "
                    "avant_notre_ère av._n._è. avant_l'ère_chrétienne avant_l'ère_commune av._è._c.")
        | same(1, "ap._j.-c. ap._j.-c ap._j-c ap._jc après_j.-c. après_j.-c après_j-c après_jc après_jésus-christ de_notre_ère "
               "de_l'ère_chrétienne de_l'ère_commune"),
        "or": same(0, "ou"),
        "exact": same(0, "exactement jour_pour_jour précisément"),
        "roman": ROMAN | {f"{word[:-1]}ème": n for word, n in ROMAN.items() if n > 1}
        | {f"{word[:-1]}ᵉ": n for word, n in ROMAN.items() if n > 1} | {"xvième": 15},
        "bound": same((-1, True), "au_plus_tard pas_plus_tard_que") | same((1, True), "au_plus_tôt pas_avant"),
        "clock": {"midi": (12, 0, None, ""), "minuit": (0, 0, None, "")},
        "closing": same(0, "termine terminé terminer clôturé clôturer fini finir achevé achever commencé commencer débuté "
                        "débuter reste_de reste_du reste_de_l' ensemble_de ensemble_du ensemble_de_l'"),
        "share": SHARES,  # the last: what is a unit or an ordinal too stays that
    },
    thousands=THOUSANDS,
    shy=frozenset("mars mai été avr oct jan.".split()),
    inside=frozenset("en de du depuis fin début mi dans au à le jusqu'au jusqu'en entre et avril pour dès l avant après "
                     "d ce cet courant l' d' l’ d’ de_l' de_l’ d'ici d’ici cette dernier vers durant pendant".replace("_", " ").split()),
    future=frozenset("sera seront aura auront devrait devraient doit doivent va vont pourra pourrait prévu prévue prévus "
                     "prévues prévoit prévoient prochain prochaine demain serait seraient aurait auraient ferait ferai fera feront programmé programmée "
                     "programmés attendu attendue attendus envisage envisagent compte comptent espère espèrent "
                     "bientôt".split()),
    hearsay=frozenset("aurait auraient".split()),
    hearsay_tail=r"^(?!lieu|peu)(?:(?:pas|déjà|ainsi|aussi|même|notamment) )?(?!lieu|peu)\w+(?:é|u|is|it|ert|ort|eint|aint)e?s?\b",
    backward=frozenset("depuis".split()),
    local_time=(("heure", "locale"), ("heures", "locales")),
    states=frozenset("ouvert ouverte ouverts ouvertes fermé fermée fermés fermées gratuit gratuite gratuits gratuites libre".split()),
    reflexives=frozenset({"s", "se"}),
    presents=frozenset(
        "vote votent ouvre ouvrent débute débutent commence commencent reprend reprennent tient tiennent rend rendent joue "
        "jouent affronte affrontent reçoit reçoivent rencontre rencontrent réunit réunissent examine examinent accueille "
        "accueillent organise organisent élit élisent célèbre célèbrent fête fêtent inaugure inaugurent dispute disputent "
        "comparaît comparaissent déroule déroulent entame entament entre entrent part partent".split()
    ),
    copulas=frozenset("est sont reste".split()),
    after_states=frozenset("par depuis après".split()),
    past=frozenset("a ont avait avaient était étaient fut furent est sont dernier dernière passé hier avons fit firent "
                   "prit eut mit dit tint vint obtint reçu pris mis fait".split()) | FRENCH,
    future_endings=("era", "eront", "ira", "iront", "erait", "eraient", "irait", "iraient", "drait", "draient", "vrait",
                    "vraient", "ettrait", "urrait", "urraient", "dra", "dront", "vra", "vront", "ettra", "ettront", "aîtra", "aîtront",
                    "rra", "rront"),
    past_endings=("é", "ée", "és", "ées", "ait", "aient", "èrent", "irent", "urent", "a"),
    sure_endings=("aient", "èrent", "irent", "urent", "inrent"),
    no_past=frozenset("cela celà agenda caméra cinéma opéra média visa mafia pizza panda villa extra delta quota drama schéma "
                      "panorama diaspora pyjama agora soja lama soda yoga saga data zona nota zébra cobra comité côté "
                      "marché santé sécurité liberté société université moitié été".split()),
    determiners=frozenset("le la les l' l’ un une des du de d' d’ au aux ce cet cette ces son sa ses leur leurs notre nos votre "
                          "chaque quelque quelques toute aucun aucune".split()),
    names_end=("a",),
    passive=frozenset({"être"}),
    planned=frozenset("devait devaient allait allaient".split()),
    was=frozenset("était étaient avait avaient fut".split()),
    plans=frozenset("prévu prévue prévus prévues programmé programmée programmés programmées attendu attendue attendus "
                    "attendues censé censée censés censées fixé fixée annoncé annoncée convoqué convoquée".split()),
    saying=frozenset(
        "dit déclaré annoncé affirmé indiqué selon précisé expliqué confirmé annonce indique affirme déclare rapporté".split()
    ),
    had=frozenset("avait avaient était étaient".split()),
    deadline=frozenset({"d'ici", "d'ici à", "pour", "jusqu'à", "jusqu'au", "jusqu'en", "jusqu’à", "jusqu’au", "jusqu’en"}),
    counted=frozenset("personnes salariés emplois euros francs dollars mètres kilomètres morts hommes habitants "
                      "logements voitures femmes enfants soldats hectares tonnes élèves manifestants voix exemplaires "
                      "places postes visiteurs spectateurs blessés réfugiés victimes véhicules km kilos foyers villages villageois "
                      "maisons civils élus étudiants passagers prisonniers détenus patients résidents citoyens migrants "
                      "animaux navires bateaux avions chars invités supporters bénévoles combattants policiers militaires "
                      "agents signatures actions billets livres bâtiments appartements lits chambres écoles magasins "
                      "entreprises arbres vaches moutons chevaux décès cas plaintes demandes gens individus".split()),
    plurals=frozenset("jours semaines trimestres semestres ans années décennies siècles heures minutes secondes derniers dernières "
                      "prochains prochaines passés passées".split()),
    joining=frozenset({"avant", "après"}),
    plural_endings=("s", "x"),
    just=frozenset("peu juste".split()),
    before_hour=frozenset({"avant"}),
    after_hour=frozenset({"après", "passé"}),
    fractions=SHARES,
    rounded=frozenset(ROUNDED),
    than=frozenset({"que", "qu"}),
    ahead=frozenset({"dans", "d'ici", "d'ici à"}),
    day_articles=frozenset({"le"}),
    onward=frozenset({"à partir de", "à partir du", "à compter de", "à compter du"}),
    habitual=frozenset({"le"}),
    describing=frozenset({"de", "d'", "d’", "et"}),
    places=frozenset("rue place avenue boulevard square quai lycée stade caserne esplanade impasse".split()),
    plural_years=frozenset({"années"}),
    in_weeks=frozenset({"en"}),
    weeks_in_days={8: 1, 15: 2},
    clock_after=frozenset("à vers dès jusqu'à depuis avant".split()),
    names_after=frozenset("noir noire sanglant sanglante".split()),
    known_days={(9, 11): 2001, (11, 13): 2015},
    happenings=frozenset("attentat attentats attaque attaques".split()),
)  # fmt: skip
