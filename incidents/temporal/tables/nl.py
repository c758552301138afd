"""Dutch."""

from __future__ import annotations

from . import Tables, numbered, of_orthodox_church, same
from .verbs import DUTCH, DUTCH_PARTICIPLES
from .wording_nl import WORDING

MONTHS = numbered(
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
MONTHS_SHORT = numbered("jan", "feb febr", "mrt", "apr", "", "jun", "jul", "aug", "sep sept", "okt", "nov", "dec")
WEEKDAYS = numbered("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
WEEKDAYS_SHORT = numbered("ma", "di", "wo", "do", "vr", "za")  # "zo" is "so" as often
ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
TEENS = ("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")
TENS = {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
        "negentig": 90}  # fmt: skip
UNDER_TWENTY = dict(enumerate((*ONES, *TEENS), 1))


def compounds() -> dict[int, str]:
    """Spell 21 to 99 but the tens: "eenentwintig", with a diaeresis after an e: "tweeëntwintig"."""
    return {
        ten + n: one + ("ën" if one.endswith(("ee", "ie")) else "en") + word
        for word, ten in TENS.items()
        for n, one in enumerate(ONES, 1)
    }


CARDINALS = (
    {word: n for n, word in UNDER_TWENTY.items() if n > 1}
    | TENS
    | {word: n for n, word in compounds().items()}
    | {"één": 1, "honderd": 100, "duizend": 1000}
)
ORDINALS = (
    numbered("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
             "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende",
             "negentiende")
    | {f"{word}ste": n for word, n in TENS.items()}
    | {f"{word}ste": n for n, word in compounds().items()}
    | same(-1, "laatste")
    | same(-2, "voorlaatste")
)  # fmt: skip
UNITS = (
    same("day", "dag dagen etmaal")
    | same("week", "week weken")
    | same("weekend", "weekend weekeinde weekends weekeinden")
    | same("month", "maand maanden")
    | same("quarter", "kwartaal kwartalen")
    | same("half", "halfjaar jaarhelft")
    | same("half-of", "helft")
    | same("halfyear", "half_jaar")
    | same("year", "jaar jaren schooljaar schooljaren boekjaar boekjaren kalenderjaar kalenderjaren begrotingsjaar")
    | same("decade", "decennium decennia")
    | same("century", "eeuw eeuwen")
    | same("millennium", "millennium millennia")
    | same("hour", "uur uren")
    | same("halfhour", "half_uur halfuur")
    | same("quarterhour", "kwartier")
    | same("minute", "minuut minuten")
    | same("second", "seconde seconden")
    | same("night", "nachten")
    | same("period", "periode")
)
PLURALS = "dagen weken maanden kwartalen jaren decennia eeuwen uren minuten seconden"
SEASONS = same(0, "lente voorjaar") | same(1, "zomer") | same(2, "herfst najaar") | same(3, "winter")
FUSED = (
    same("MO", "ochtend morgen voormiddag") | same("AF", "middag namiddag") | same("EV", "avond") | same("NI", "nacht")
)
DAY_PARTS = (
    same(
        "MO",
        "ochtend ochtends morgens s_ochtends s_morgens voormiddag de_morgen in_de_morgen vroege_ochtend "
        "ochtenduren vroege_ochtenduren vroege_uren vroege_uurtjes kleine_uurtjes s_voormiddags",
    )
    | same("AF", "middag namiddag s_middags s_namiddags vroege_middag late_middag middaguren")
    | same("EV", "avond s_avonds vroege_avond late_avond avonduren vroege_avonduren late_avonduren")
    | same("NI", "nacht s_nachts nachtelijke_uren")
    | same("MI", "middaguur")
)
RELATIVE_DAYS = {
    "vandaag": (0, ""), "eerder vandaag": (0, ""), "later vandaag": (0, ""), "gisteren": (-1, ""), "gister": (-1, ""),
    "morgen": (1, ""), "eergisteren": (-2, ""), "overmorgen": (2, ""), "vanochtend": (0, "MO"), "vanmorgen": (0, "MO"),
    "vanmiddag": (0, "AF"), "vanavond": (0, "EV"), "vannacht": (0, "NI"), "vandaag de dag": (0, ""),
    "morgenvroeg": (1, "MO"), "morgen vroeg": (1, "MO"), "eereergisteren": (-3, ""), "overovermorgen": (3, ""),
}  # fmt: skip
RELATIVE_DAYS |= {
    day + tail: (shift, part)
    for day, shift in (("gister", -1), ("gisteren", -1), ("morgen", 1), ("eergister", -2), ("eergisteren", -2),
                       ("overmorgen", 2))
    for tail, part in (("ochtend", "MO"), ("morgen", "MO"), ("middag", "AF"), ("namiddag", "AF"), ("avond", "EV"),
                       ("nacht", "NI"))
}  # fmt: skip
HOLIDAYS: dict[str, object] = {
    "kerstmis": ("fixed", 12, 25), "kerst": ("fixed", 12, 25), "eerste kerstdag": ("fixed", 12, 25),
    "tweede kerstdag": ("fixed", 12, 26), "kerstavond": ("fixed", 12, 24), "nieuwjaarsdag": ("fixed", 1, 1),
    "nieuwjaar": ("fixed", 1, 1), "oudejaarsavond": ("fixed", 12, 31), "oudejaarsdag": ("fixed", 12, 31),
    "oud en nieuw": ("fixed", 12, 31), "oudejaar": ("fixed", 12, 31), "oudejaarsnacht": ("fixed", 12, 31),
    "koningsdag": ("fixed", 4, 27), "koninginnedag": ("fixed", 4, 30), "bevrijdingsdag": ("fixed", 5, 5),
    "dodenherdenking": ("fixed", 5, 4), "sinterklaas": ("fixed", 12, 5), "sinterklaasavond": ("fixed", 12, 5),
    "pakjesavond": ("fixed", 12, 5), "dag van de arbeid": ("fixed", 5, 1), "allerheiligen": ("fixed", 11, 1),
    "allerzielen": ("fixed", 11, 2), "wapenstilstandsdag": ("fixed", 11, 11), "sint-maarten": ("fixed", 11, 11),
    "driekoningen": ("fixed", 1, 6), "valentijnsdag": ("fixed", 2, 14), "dierendag": ("fixed", 10, 4),
    "internationale vrouwendag": ("fixed", 3, 8), "halloween": ("fixed", 10, 31), "moederdag": ("nth", 5, 7, 2),
    "vaderdag": ("nth", 6, 7, 3), "prinsjesdag": ("nth", 9, 2, 3), "goede vrijdag": ("easter", -2),
    "witte donderdag": ("easter", -3), "aswoensdag": ("easter", -46), "palmzondag": ("easter", -7),
    "eerste paasdag": ("easter", 0), "tweede paasdag": ("easter", 1), "paaszondag": ("easter", 0),
    "paasmaandag": ("easter", 1), "pasen": ("easter", 0), "hemelvaartsdag": ("easter", 39),
    "hemelvaart": ("easter", 39), "pinksteren": ("easter", 49), "eerste pinksterdag": ("easter", 49),
    "tweede pinksterdag": ("easter", 50), "pinkstermaandag": ("easter", 50), "stille zaterdag": ("easter", -1),
    "paasfeest": ("easter", 0), "kerstnacht": ("fixed", 12, 24), "kerstfeest": ("fixed", 12, 25),
    "1e kerstdag": ("fixed", 12, 25), "2e kerstdag": ("fixed", 12, 26), "1e paasdag": ("easter", 0),
    "2e paasdag": ("easter", 1), "1e pinksterdag": ("easter", 49), "2e pinksterdag": ("easter", 50),
    "pinksterzondag": ("easter", 49), "sacramentsdag": ("easter", 60), "oudjaar": ("fixed", 12, 31),
    "oudjaarsavond": ("fixed", 12, 31), "nieuwjaarsnacht": ("fixed", 1, 1), "jaarwisseling": ("turn",),
    "sint-nicolaas": ("fixed", 12, 5), "eerste advent": ("advent", -21), "eerste adventszondag": ("advent", -21),
    "palmpasen": ("easter", -7),
}  # fmt: skip
HOLIDAYS |= of_orthodox_church(HOLIDAYS, before="orthodox orthodoxe")
PARTS = (
    same("start", "begin vroeg_in het_begin_van begin_van aan_het_begin_van in_het_begin_van bij_het_begin_van "
         "de_eerste_dagen_van aanvang")
    | same("mid", "midden half medio halverwege in_het_midden_van het_midden_van midden_in")
    | same("end", "eind einde laat_in het_einde_van het_eind_van aan_het_einde_van aan_het_eind_van eind_van "
           "einde_van op_het_einde_van op_het_eind_van tegen_het_einde_van tegen_het_eind_van de_laatste_dagen_van "
           "het_slot_van")
)  # fmt: skip
REFERENCES = (
    same("PRESENT_REF", "nu momenteel tegenwoordig op_dit_moment thans op_dit_ogenblik heden "
         "heden_ten_dage op_het_moment op_het_ogenblik")
    | same("PAST_REF", "onlangs recent recentelijk vroeger in_het_verleden het_verleden de_afgelopen_tijd "
           "de_laatste_tijd destijds indertijd toentertijd voorheen kortgeleden kort_geleden zojuist lang_geleden "
           "pas_geleden laatstelijk meer_recent")
    | same("FUTURE_REF", "binnenkort in_de_toekomst de_toekomst straks weldra spoedig in_de_nabije_toekomst "
           "op_korte_termijn op_termijn zeer_binnenkort de_komende_tijd")
)  # fmt: skip


def spoken_times() -> dict[str, object]:
    """Spell the times of day between the hours: "half drie" is 2:30, "kwart voor drie" 2:45."""
    hours = {hour: UNDER_TWENTY[hour] for hour in range(1, 13)}
    made: dict[str, object] = {}
    for hour, word in hours.items():
        before = (hour - 1) % 12 or 12
        for said in (word, str(hour)):
            made[f"half {said}"] = (before, 30, None, "")
            made[f"kwart voor {said}"] = (before, 45, None, "")
            made[f"kwart over {said}"] = (hour, 15, None, "")
    return made


def decades() -> dict[str, object]:
    """List "jaren dertig", "jaren 30", "jaren '30" and "jaren 1930"; before 50 no bare number is a decade."""
    short: dict[str, object] = {f"jaren {sign}{n}": n for n in range(10, 100, 10) for sign in ("", "'")}
    return (
        short
        | {f"jaren {w}": n for w, n in TENS.items()}
        | {f"jaren {n}": n for n in range(1700, 2050, 10)}
        | {f"{word}er jaren": n for word, n in TENS.items()}
    )


OFTEN = {
    f"{stem}{ending}": value
    for stem, value in (
        ("dagelijks", "P1D"), ("wekelijks", "P1W"), ("maandelijks", "P1M"), ("jaarlijks", "P1Y"),
        ("halfjaarlijks", "P6M"), ("driemaandelijks", "P3M"), ("tweejaarlijks", "P2Y"), ("tweewekelijks", "P2W"),
        ("vierjaarlijks", "P4Y"), ("tweemaandelijks", "P2M"),
    )
    for ending in ("", "e")
} | {f"{word}s": f"XXXX-WXX-{n}" for word, n in WEEKDAYS.items()}  # fmt: skip
PAST_TENSE = tuple(  # of weak verbs; "-nten" and "-sten" are plurals and superlatives more often ("agenten", "grootste")
    f"{sounds}{ending}"
    for ending, before in (
        ("te", "k p f t ts eis"), ("ten", "k p f t ts eis"),
        ("de", "b d f g l m r s v w z i an on un ien een ijn uin in"),
        ("den", "b d f g l m r s v w z oi aai ei oon een ijn uin"),
    )
    for sounds in before.split()
)  # fmt: skip
ROUNDED = {"een tiental": 10, "een dozijn": 12, "een vijftiental": 15, "een twintigtal": 20, "een dertigtal": 30}
SHARES = {"kwart": 4, "derde": 3, "vijfde": 5}  # of a century or a decade

TABLES = Tables(
    code="nl",
    wording=WORDING,
    hour_words="uur|u",
    adverbial_parts=frozenset(
        f"s {part}" for part in "ochtends morgens voormiddags middags namiddags avonds nachts".split()
    ),
    hour_joints=frozenset("tot en - –".split()),
    clock_after=frozenset("om rond omstreeks rondom tegen vanaf tot sinds vóór circa".split())
    | {f"{just} {side}" for just in ("kort", "even", "vlak", "net", "iets") for side in ("voor", "na")},
    month_first=False,
    ranks=True,
    fused=FUSED,
    words={
        "month": MONTHS,
        "mabbr": {word: n for word, n in MONTHS_SHORT.items() if word},
        "weekday": WEEKDAYS,
        "wabbr": WEEKDAYS_SHORT,
        "part": PARTS,
        "card": CARDINALS | ROUNDED,
        "few": same(None, "enkele een_paar enige meerdere verschillende tientallen verscheidene een_aantal vele "
                    "een_handvol"),
        "art": {"een": 1},
        "decimal": same("1.5", "anderhalf anderhalve") | {
            f"{word}{'ë' if word.endswith('e') else 'e'}n{half}": f"{n}.5"
            for n, word in enumerate(ONES, 1)
            for half in ("half", "halve")
            if n > 1
        },
        "unit": UNITS,
        "season": SEASONS,
        "relday": RELATIVE_DAYS,
        "daypart": DAY_PARTS,
        "holiday": HOLIDAYS,
        "ref": REFERENCES,
        "last": same(-1, "vorige vorig afgelopen verleden jongstleden voorbije jl j.l."),
        "next": same(1, "volgende volgend komende komend aanstaande aanstaand eerstvolgende a.s."),
        "this": same(0, "deze dit huidige huidig lopende lopend"),
        "prev": same(-1, "voorgaande voorafgaande voorafgaand voorgaand"),
        "following": same(1, "daaropvolgende daarop_volgende daaropvolgend erop_volgende aansluitende"),
        "same": same(0, "dezelfde hetzelfde diezelfde datzelfde die dat dienzelfde"),
        "ord": ORDINALS,
        "ago": same(-1, "geleden terug"),
        "hence": same(1, "vanaf_nu"),
        "earlier": same(-1, "eerder ervoor daarvoor tevoren voordien daaraan_voorafgaand"),
        "later": same(1, "later erna daarna nadien daarop erop"),
        "within": same(1, "in over"),
        "between": same(0, "tussen"),
        "since": same(0, "sinds sedert vanaf"),
        "until": same(0, "tot tot_aan"),
        "to": same(0, "tot_en_met t/m"),
        "of_from": same(0, "van"),
        "and": same(0, "en"),
        "the": same(0, "de het"),
        "on": same(0, "op om bij aan tijdens"),
        "about": same(0, "ongeveer circa rond omstreeks rondom ca plusminus"),
        "ending": same("end", "eindigend_op die_eindigt_op die_eindigde_op")
        | same("start", "die_begint_op die_begon_op beginnend_op"),
        "hedge": same(0, "meer_dan minder_dan bijna ruim krap"),
        "every": same(0, "elke elk iedere ieder per"),
        "often": OFTEN,
        "relunit": same((1, "day", "last"), "daags_daarna daags_erna daags_nadien")
        | same((-1, "day", "last"), "daags_tevoren daags_ervoor daags_daarvoor vooravond"),
        "then": same("since", "sindsdien vanaf_dat_moment sinds_dat_moment vanaf_toen sinds_toen"),
        "era": same(-1, "v.chr. v._chr. v.chr v._chr voor_christus vóór_christus v.c. v._c. voor_onze_jaartelling "
                    "vóór_onze_jaartelling v.o.j. v._o._j. voor_de_gewone_jaartelling voor_het_begin_van_onze_jaartelling")
        | same(1, "n.chr. n._chr. n.chr n._chr na_christus n.c. n._c. van_onze_jaartelling n.o.j. na_het_begin_van_onze_jaartelling"),
        "outer": same(-2, "voorvorige voorvorig eervorige eervorig"),
        "or": same(0, "of"),
        "exact": same(0, "precies exact op_de_dag_af"),
        "bound": {"vóór": (-1, False), "na": (1, False), "uiterlijk": (-1, True), "niet later dan": (-1, True),
                  "niet eerder dan": (1, True), "op zijn vroegst": (1, True)},
        "decade": decades(),
        "quarter": {"q1": 1, "q2": 2, "q3": 3, "q4": 4, "k1": 1, "k2": 2, "k3": 3, "k4": 4},
        "half": {"h1": 1, "h2": 2},
        "clock": spoken_times() | {"middernacht": (0, 0, None, "")},
        "closing": same(0, "rest sloot sloten sluit eindigde eindigden eindigt begon begonnen afsluiten loop loop_van"),
        "share": SHARES,  # the last: what is a unit or an ordinal too stays that
    },
    shy=frozenset("jan mei mrt sep".split()),
    inside=frozenset("in op van sinds tot vanaf tussen en begin eind medio half midden voor na tijdens vorige "
                     "volgende afgelopen komende deze per om rond over met tegen uit sedert vóór maand aan jaar "
                     "omstreeks halverwege rondom einde binnen of à jl".split())
    | {"tot en met", "t/m", "tot aan"},
    future=frozenset(
        "zal zullen zult gaat gaan wil willen moet moeten verwacht verwachten gepland volgende komende aanstaande "
        "komend volgend morgen overmorgen zou zouden wordt worden plaatsvindt plaatsvinden aankomende binnenkort "
        "vindt treedt komt treft stemt beslist speelt verschijnt voorziet begint beginnen duurt duren loopt lopen blijft blijven reist reizen vertrekt vergadert vergaderen debatteert opent "
        "eindigt eindigen start starten hoopt hopen belooft streeft plannen gepland uitgesteld mag mogen kan kunnen "
        "deadline uiterlijk toekomst".split()
    ),
    present_endings=("t", "en"),
    no_present=frozenset("niet kort laat slecht echt dicht zacht licht recht soort nacht acht vast eerst laatst juist best "
                         "tegen tussen boven buiten binnen samen meteen alleen geen tevoren wegens voren hoeven "
                         "iedereen open eigen eigenhandig zeven dezen bekend even soms liefst haast".split()),
    past_plurals=("ten", "den"),
    present_plurals=tuple("aten eten iten oten uten lten rten nten ouden ieden ijden oeden aden oden wachten vechten "
                          "richten vluchten gelden melden vinden binden zenden landen branden".split()),
    relative_pronouns=frozenset("die waar".split()),
    attributive=("ende",),
    reflexives=frozenset({"zich"}),
    subordinating=frozenset("dat omdat zodat indien wanneer zodra wie".split()),
    participles=r"(?!ge(?:lden|eft|ven|ldt|looft|loven|beurt|beuren|niet|nieten|bruikt|bruiken|hoort|horen)$)(?:aan|achter|af|bij|binnen|bloot|door|in|klaar|kwijt|langs|los|mee|mis|na|neer|om|onder|op|over|plaats|"
    r"rond|samen|stand|stil|stop|tegen|teleur|ten|terecht|terug|thuis|toe|uit|vast|vol|voor\w*|vrij|weer|weg|zoek)?"
    r"ge\w+(?:t|d|en|aan)|(?!\w+ingen$)(?:be|ver|er|ont|her|over|onder|door|mis|vol|weer)\w{2,}(?:t|d|en|aan)|gaan|komen|blijven|wezen",
    aimed=frozenset({"voor"}),
    backward=frozenset("sinds sedert".split()),
    local_time=(("lokale", "tijd"), ("plaatselijke", "tijd")),
    states=frozenset("open dicht gesloten geopend vrij gratis toegankelijk beschikbaar".split()),
    copulas=frozenset("is zijn".split()),
    hearsay=frozenset("zou zouden zal moet moeten kan kunnen".split()),
    hearsay_tail=r"\bhebben (?:ge|be|ver|ont|er|her|\w+ge)\w+(?:d|t|en)\b|\b(?:ge|be|ver|ont|er|her|\w+ge)\w+(?:d|t|en) hebben$",
    perfects=frozenset("is zijn heeft hebben".split()),
    closings=frozenset("hoger lager vlak onveranderd winst verlies".split()),
    after_states=frozenset("door sinds na geworden verklaard".split()),
    past=frozenset(
        "was waren werd werden had hadden heeft hebben zei zeiden ging gingen kwam kwamen gaf gaven bleek "
        "bleken vond vonden stond stonden deed deden vorige vorig afgelopen geleden begon begonnen steeg stegen viel "
        "vielen won wonnen verloor verloren kreeg kregen nam namen sprak spraken schreef schreven liet lieten bracht "
        "brachten sloot sloten verliet bood boden koos kozen trok trokken bleef bleven liep liepen sloeg sloegen "
        "stierf stierven overleed hield hielden zag zagen wist wisten vertrok vertrokken ontving zakte brak braken "
        "schoot schoten reed reden droeg kocht kochten verkocht dacht dachten hing zat zaten lag lagen gisteren "
        "eerder aangekondigd gezegd gemeld vloog vlogen besloot besloten verdween verdwenen verscheen verschenen ontstond "
        "ontstonden riep riepen vroeg vroegen wees wezen bedroeg leek leken keek keken hielp hielpen bezocht kon konden "
        "mocht mochten moest moesten dwong greep grepen dreef dreven streed streden stak staken sprong sprongen zonk "
        "zonken genoot gold golden betrof troffen trof wierp wierpen sliep sliepen at aten dronk dronken zong zongen "
        "verbood verboden verzocht bond bonden beval zwoer ontsloeg vocht vochten rees klom opende openden kende kenden "
        "erkende erkenden herkende herkenden ontkende ontkenden verkende tekende tekenden ondertekende ondertekenden "
        "rekende rekenden dienden verdienden regende miste misten paste pasten loste losten danste dansten wenste wensten "
        "viste visten lachte lachten juichte juichten".split()
    )
    | DUTCH
    | DUTCH_PARTICIPLES,
    past_endings=PAST_TENSE,
    no_past=frozenset("grootste kortste slechtste einde gemeente rente gemeenten minuten tweede derde vierde grote eerste beste laatste kosten punten "
                      "plannen gisteren bekende volgende komende beide midden zonde waarde schade buiten soorten "
                      "groepen eenheden steden landen redenen".split()),
    relatives=frozenset({"die"}),
    determiners=frozenset("de een geen elke iedere deze alle enkele veel zijn".split()),
    planned=frozenset("zou zouden wilde wilden moest moesten".split()),
    was=frozenset("was waren stond stonden werd werden had hadden".split()),
    plans=frozenset("gepland geplande voorzien ingepland vastgesteld uitgetrokken aangekondigd bedoeld verwacht".split()),
    verb_last=True,
    saying=frozenset(
        "zei zegt zeiden zeggen meldt meldde melden meldden aldus volgens laat liet bevestigt bevestigde verklaarde".split()
    ),
    had=frozenset({"was", "waren", "had", "hadden"}),
    deadline=frozenset({"vóór", "uiterlijk", "tegen", "tot"}),
    counted=frozenset(
        "mensen werknemers euro banen woningen dollar meter kilometer kilo doden gevallen leden personen arbeiders "
        "medewerkers ton man soldaten mannen vrouwen kinderen arbeidsplaatsen auto voertuigen huizen punten "
        "stemmen gezinnen vluchtelingen hectare exemplaren km kg pond stuks plaatsen deelnemers inwoners "
        "toestellen vliegtuigen procent keer huishoudens dorpen burgers scholieren leerlingen studenten betogers demonstranten "
        "passagiers gevangenen patiënten bewoners migranten dieren schepen tanks gasten bezoekers toeschouwers fans "
        "vrijwilligers strijders agenten militairen handtekeningen aandelen kaartjes boeken gebouwen bedden kamers scholen "
        "winkels bedrijven bomen koeien schapen varkens kippen gewonden slachtoffers aanvragen klachten dorpelingen".split()
    ),
    names_before=frozenset("zwarte bloedige witte goede stille cyber".split()),
    names_after=frozenset("mazda".split()),
    joining=frozenset(),
    plural_endings=("en", "s"),
    into=frozenset({"op", "naar"}),
    coming=frozenset("komend komende aanstaand aanstaande eerstvolgende a.s.".split()),
    just=frozenset("kort even vlak net iets".split()),
    before_hour=frozenset({"voor", "vóór"}),
    after_hour=frozenset({"na"}),
    fractions=SHARES,
    given_names=frozenset({"augustus"}),
    ahead=frozenset({"over"}),
    rounded=frozenset(ROUNDED),
    than=frozenset({"dan"}),
    weeks_in_days={8: 1, 14: 2},
    through=frozenset({"tot en met", "t/m"}),
    onward=frozenset({"vanaf"}),
    plurals=frozenset(PLURALS.split()),
    disagreeing={
        "het": frozenset("week weken maand maanden dag dagen jaren eeuw eeuwen nacht ochtend middag avond vorig volgend "
                         "komend helft jaarhelft zomer winter herfst lente deze".split())
        | frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(RELATIVE_DAYS),
        "de": frozenset("jaar schooljaar boekjaar kalenderjaar weekend weekeinde kwartaal halfjaar decennium voorjaar "
                        "najaar vorig volgend komend dit "
                        "uur".split()),
        "dit": frozenset("week maand dag eeuw weken maanden dagen jaren zomer winter herfst lente helft jaarhelft "
                         "nacht ochtend middag avond".split()),
        "deze": frozenset("jaar weekend weekeinde kwartaal halfjaar decennium voorjaar najaar uur".split()),
        "dat": frozenset("week maand dag eeuw weken maanden dagen jaren ochtend middag avond nacht vorig vorige volgend "
                         "volgende".split()) | frozenset(WEEKDAYS),
        "die": frozenset("jaar weekend weekeinde kwartaal halfjaar decennium uur".split()),
    },
    known_days={(9, 11): 2001},
    happenings=frozenset("aanslag aanslagen aanval aanvallen terreuraanslagen terreuraanvallen".split()),
)  # fmt: skip
