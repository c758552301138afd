"""German."""

from __future__ import annotations

from . import Tables, numbered, of_orthodox_church, same
from .verbs import GERMAN
from .wording_de import WORDING

MONTHS = numbered(
    "januar jänner jaenner januars jänners", "februar feber februars", "märz maerz", "april aprils", "mai maien mais",
    "juni junis", "juli julis", "august augusts", "september septembers", "oktober oktobers", "november novembers",
    "dezember dezembers",
)  # fmt: skip
MONTHS_SHORT = numbered("jan jän", "feb", "mär mrz", "apr", "mai", "jun", "jul", "aug", "sep sept", "okt", "nov", "dez")
WEEKDAY_NAMES = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend", "sonntag")
WEEKDAYS = {
    name + tail: n for n, names in enumerate(WEEKDAY_NAMES, 1) for name in names.split() for tail in ("", "es", "en")
}
EACH_WEEKDAY = {f"{name}s": f"XXXX-WXX-{n}" for n, names in enumerate(WEEKDAY_NAMES, 1) for name in names.split()}
ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
TENS = {"zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
        "achtzig": 80, "neunzig": 90}  # fmt: skip
COMPOUNDS = {f"{one}und{ten}": value + n for ten, value in TENS.items() for n, one in enumerate(ONES, 1)}
CARDINALS = (
    numbered(
        "", "zwei zweier", "drei dreier", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
        "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
    )
    | TENS
    | COMPOUNDS
    | same(100, "hundert einhundert")
    | same(12, "ein_dutzend")
    | same(1000, "tausend eintausend")
)  # fmt: skip
CARDINAL_OF = {n: word for word, n in CARDINALS.items() if word != "zweier" and word != "dreier"}
ENDINGS = ("e", "en", "er", "es", "em")
ORDINAL_STEMS = (
    numbered(
        "erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt siebent", "acht", "neunt", "zehnt", "elft",
        "zwölft", "dreizehnt", "vierzehnt", "fünfzehnt", "sechzehnt", "siebzehnt", "achtzehnt", "neunzehnt",
    )
    | {f"{word}st": n for word, n in (TENS | COMPOUNDS).items() if n <= 31}
)  # fmt: skip


def inflected(value: object, stems: str) -> dict[str, object]:
    """Give all the endings of an adjective one value."""
    return {stem.replace("_", " ") + ending: value for stem in stems.split() for ending in ENDINGS}


PART_NAMES = (
    ("MO", "morgen vormittag früh frühmorgen"),
    ("MI", "mittag"),
    ("AF", "nachmittag spätnachmittag"),
    ("EV", "abend spätabend"),
    ("NI", "nacht"),
)
SOFTENED = {
    f"{how} {name}{tail}": part
    for part, names in PART_NAMES
    for name in names.split()
    for how in ("frühen", "späten", "früher", "später")
    for tail in ("", "stunden")
}  # "am frühen Abend", "in den späten Abendstunden"
DAY_PARTS = {name: part for part, names in PART_NAMES for name in names.split()}
RELATIVE_DAYS = {"vorvorgestern": -3, "vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
PARTS_OF_RELATIVE_DAYS = {
    f"{day} {name}": (n, part)
    for day, n in RELATIVE_DAYS.items()
    for name, part in DAY_PARTS.items()
    if (day, name) != ("morgen", "morgen")
}
DAY_ADJECTIVES = {stem + ending: (n, "") for stem, n in (("gestrig", -1), ("heutig", 0), ("morgig", 1), ("vorgestrig", -2))
                  for ending in ENDINGS}  # fmt: skip

PARTS = (
    same("start", "anfang beginn anfangs")
    | same("mid", "mitte")
    | same("end", "ende ausgangs ausgang")
)  # fmt: skip
UNIT_PARTS = {
    whole + part + tail: (unit, name)
    for whole, unit in (("jahres", "year"), ("monats", "month"), ("wochen", "week"), ("quartals", "quarter"),
                        ("semester", "half"))
    for part, name in (("anfang", "start"), ("beginn", "start"), ("mitte", "mid"), ("ausklang", "end"), ("ende", "end"))
    for tail in ("", "s")
    if (whole, part) != ("wochen", "ende")
}  # fmt: skip
UNIT_WORDS = {  # counted from the report or from the last date given
    name + tail: (shift, unit, base)
    for prefix, shift, base in (("vor", -1, "told"), ("folge", 1, "last"))
    for noun, unit, tails in (("jahr", "year", ("", "es", "s", "e")), ("monat", "month", ("", "s", "es")),
                              ("woche", "week", ("",)), ("quartal", "quarter", ("", "s")))
    for name in (prefix + noun,)
    for tail in tails
} | same((-1, "year", "compared"), "vorjahreszeitraum vorjahreszeitraums vorjahreszeitraumes vorjahresperiode "
         "vergleichszeitraum vergleichszeitraums vergleichszeitraumes") | {
    stem + ending: (shift, "year", "report")
    for stem, shift in (("diesjährig", 0), ("letztjährig", -1), ("vorjährig", -1), ("nächstjährig", 1))
    for ending in ENDINGS
} | same((-12, "month", "last"), "vorjahresmonat vorjahresmonats vorjahresmonates") | same((-4, "quarter", "last"), "vorjahresquartal "
    "vorjahresquartals") | same((0, "year", "report"), "heuer") | same((-1, "year", "report"), "vor_jahresfrist") | same((-1, "day", "last"), "vortag vortags vortages vorabend vorabends tags_zuvor tag_zuvor "
    "tag_davor") | same((1, "day", "last"), "folgetag folgetags folgetages tags_darauf tag_darauf tag_danach")  # fmt: skip

REFERENCES = (
    same("PRESENT_REF", "jetzt aktuell zum_jetzigen_zeitpunkt nun derzeit zurzeit zur_zeit momentan gegenwärtig "
         "heutzutage im_moment im_augenblick "
         "heutiger_sicht heutigen_zeit heutigen_tag heutigen_tages dieser_tage diese_tage diesen_tagen diesen_wochen")
    | same("PAST_REF", "kürzlich neulich jüngst in_der_vergangenheit der_vergangenheit vor_kurzem vor_kurzer_zeit "
           "unlängst letztens vor_jahren vor_wochen vor_monaten vor_tagen vor_jahrzehnten vor_langer_zeit "
           "kurz_zuvor seinerzeit in_letzter_zeit in_jüngster_zeit in_der_letzten_zeit vor_einiger_zeit damals einst "
           "einstmals zuletzt")
    | same("FUTURE_REF", "bald demnächst in_nächster_zeit in_der_nächsten_zeit in_absehbarer_zeit in_naher_zukunft "
           "in_ferner_zukunft in_zukunft der_zukunft künftig zukünftig in_kürze wenig_später kurz_darauf "
           "kurz_danach kurze_zeit_später der_folgezeit kurze_zeit_darauf")
    | inflected("PRESENT_REF", "derzeitig gegenwärtig momentan jetzig")
    | inflected("FUTURE_REF", "künftig zukünftig")
)  # fmt: skip
UNITS = (
    same("day", "tag tage tagen tages tags")
    | same("week", "woche wochen")
    | same("weekend", "wochenende wochenendes wochenenden wochenends")
    | same("month", "monat monate monaten monats monates")
    | same("quarter", "quartal quartale quartals quartalen quartales vierteljahr vierteljahres vierteljahrs")
    | same("half", "halbjahr halbjahres halbjahrs jahreshälfte")
    | same("half-of", "hälfte")
    | same("halfyear", "halbes_jahr halben_jahr halben_jahres")
    | same("year", "jahr jahre jahren jahres jahrs geschäftsjahr geschäftsjahres geschäftsjahrs schuljahr schuljahres "
           "kalenderjahr kalenderjahres wirtschaftsjahr wirtschaftsjahres finanzjahr finanzjahres rechnungsjahr "
           "rechnungsjahres haushaltsjahr haushaltsjahres kriegsjahr kriegsjahres")
    | same("decade", "jahrzehnt jahrzehnte jahrzehnten jahrzehnts jahrzehntes")
    | same("century", "jahrhundert jahrhunderts jahrhunderte jahrhunderten jh jhdt")
    | same("millennium", "jahrtausend jahrtausends")
    | same("hour", "stunde stunden")
    | same("minute", "minute minuten")
    | same("second", "sekunde sekunden")
    | same("night", "nächte nächten")
    | same("period", "zeitraum zeitraums zeitraumes")
)  # fmt: skip
SEASON_NAMES = (
    ("frühling frühlings frühjahr frühjahrs frühjahres", 0),
    ("sommer sommers", 1),
    ("herbst herbsts herbstes", 2),
    ("winter winters", 3),
)
SEASONS = {
    prefix + name: n for names, n in SEASON_NAMES for name in names.split() for prefix in ("", "früh", "spät", "hoch")
}
HOLIDAYS: dict[str, object] = {
    "weihnachten": ("fixed", 12, 25), "weihnachtstag": ("fixed", 12, 25), "christtag": ("fixed", 12, 25),
    "ersten weihnachtstag": ("fixed", 12, 25), "zweiten weihnachtstag": ("fixed", 12, 26),
    "ersten weihnachtsfeiertag": ("fixed", 12, 25), "zweiten weihnachtsfeiertag": ("fixed", 12, 26),
    "stefanitag": ("fixed", 12, 26), "stephanstag": ("fixed", 12, 26), "heiligabend": ("fixed", 12, 24),
    "heiliger abend": ("fixed", 12, 24), "heiligen abend": ("fixed", 12, 24), "silvester": ("fixed", 12, 31),
    "silvesterabend": ("fixed", 12, 31), "silvesternacht": ("fixed", 12, 31), "neujahr": ("fixed", 1, 1),
    "neujahrstag": ("fixed", 1, 1), "allerheiligen": ("fixed", 11, 1),
    "allerseelen": ("fixed", 11, 2), "nikolaustag": ("fixed", 12, 6), "valentinstag": ("fixed", 2, 14),
    "reformationstag": ("fixed", 10, 31), "mariä himmelfahrt": ("fixed", 8, 15), "mariä empfängnis": ("fixed", 12, 8),
    "tag der arbeit": ("fixed", 5, 1), "tag der deutschen einheit": ("fixed", 10, 3), "muttertag": ("nth", 5, 7, 2),
    "heilige drei könige": ("fixed", 1, 6), "dreikönigstag": ("fixed", 1, 6), "dreikönig": ("fixed", 1, 6),
    "karfreitag": ("easter", -2), "karsamstag": ("easter", -1), "gründonnerstag": ("easter", -3),
    "palmsonntag": ("easter", -7), "ostern": ("easter", 0), "ostersonntag": ("easter", 0),
    "ostermontag": ("easter", 1), "christi himmelfahrt": ("easter", 39), "pfingsten": ("easter", 49),
    "pfingstsonntag": ("easter", 49), "pfingstmontag": ("easter", 50), "fronleichnam": ("easter", 60), "fronleichnamstag": ("easter", 60),
    "rosenmontag": ("easter", -48), "faschingsdienstag": ("easter", -47), "faschingssonntag": ("easter", -49),
    "aschermittwoch": ("easter", -46), "osterfest": ("easter", 0), "pfingstfest": ("easter", 49),
    "weihnachtsfest": ("fixed", 12, 25), "weiberfastnacht": ("easter", -52), "neujahrsnacht": ("fixed", 1, 1),
    "karwoche": ("easter-week", -6), "herz-jesu-sonntag": ("easter", 70), "josefitag": ("fixed", 3, 19),
    "jahreswechsel": ("turn",), "mariä lichtmess": ("fixed", 2, 2),
    "martinstag": ("fixed", 11, 11), "buß- und bettag": ("advent", -32), "totensonntag": ("advent", -28),
    "ewigkeitssonntag": ("advent", -28), "volkstrauertag": ("advent", -35),
}  # fmt: skip
HOLIDAYS |= {
    f"{word}{ending} advent{tail}": ("advent", 7 * (n - 4))
    for n, word in enumerate(("erst", "zweit", "dritt", "viert"), 1)
    for ending in ("e", "en", "er")
    for tail in ("", "ssonntag")
} | of_orthodox_church(HOLIDAYS, before="orthodoxe orthodoxen orthodoxer orthodoxes orthodoxem")
DECADES = {f"{n}{tail}": n for n in range(20, 100, 10) for tail in ("er", "ern")} | {
    f"{stem}er{tail}": n for stem, n in TENS.items() for tail in ("", "n", "jahre", "jahren")
}

FUTURE = frozenset(
    "wird werden werde soll sollen will wollen geplant plant planen erwartet nächste nächsten kommenden kommende "
    "aussicht morgen würde würden sollte sollten dürfte dürften muss müssen darf dürfen könnte könnten möchte möchten bevor findet finden beginnt "
    "beginnen startet starten endet enden dauert dauern läuft laufen bleibt bleiben reist reisen empfängt gastiert gastieren berät "
    "kommt fährt trifft stimmt entscheidet verhandelt spielt erscheint eröffnet tagt tagen lädt laden tritt stattfinden voraussichtlich vorgesehen anberaumt".split()
)
PAST = frozenset(
    "war waren wurde wurden worden gewesen hatte hatten hat haben ist sind sagte kam kamen gab gaben ging gingen fiel "
    "fielen begann begannen starb starben nahm nahmen fand fanden fuhr fuhren stieß stießen schlug schlugen traf trafen "
    "blieb blieben hielt hielten ließ ließen lag lagen stand standen sah sahen trat traten zog zogen schrieb schrieben "
    "sprach sprachen bekam bekamen erhielt erhielten verlor verloren gewann gewannen wuchs stieg stiegen sank sanken "
    "brach brachen verließ verließen griff griffen flog flogen lief liefen rief riefen schloss schlossen "
    "vergangenen vergangene letzten".split()
)
PAST_TENSE = (  # of weak verbs; "-ten" alone is also in "ersten", "-te" in "heute"
    "erte ärte örte hrte igte ngte egte agte hte lte nte ete zte ckte ffte mmte rrte ppte ßte aste iste nkte erkte".split()
)
SHARES = {"viertel": 4, "drittel": 3, "fünftel": 5, "viertels": 4, "drittels": 3}  # of a century or a decade


def spoken_times() -> dict[str, object]:
    """Spell the times of day between the hours: "halb acht" is 7:30, "Viertel vor acht" 7:45."""
    made: dict[str, object] = {}
    for hour in range(1, 13):
        before = (hour - 1) % 12 or 12
        for said in ("eins" if hour == 1 else CARDINAL_OF[hour], str(hour)):
            made[f"halb {said}"] = (before, 30, None, "")
            made[f"viertel vor {said}"] = made[f"dreiviertel {said}"] = (before, 45, None, "")
            made[f"viertel nach {said}"] = (hour, 15, None, "")
    return made


TABLES = Tables(
    code="de",
    wording=WORDING,
    capitals=True,
    month_first=False,
    articled=frozenset("am zum beim im vom übers".split()),
    fused=DAY_PARTS,
    ordinal_dot=frozenset("am vom den dem zum bis ab".split()),
    hour_words="uhr",
    adverbial_parts=frozenset("morgens vormittags mittags nachmittags abends nachts frühmorgens".split()),
    hour_joints=frozenset("bis und - –".split()),
    words={
        "month": MONTHS,
        "mabbr": MONTHS_SHORT,
        "weekday": WEEKDAYS,
        "wabbr": numbered("mo", "di", "mi", "do", "fr", "sa"),  # "so" is a word of every sentence
        "relunit": UNIT_WORDS,
        "edge": UNIT_PARTS,
        "part": PARTS,
        "card": {word: n for word, n in CARDINALS.items() if word},
        "few": same(None, "einige einigen einiger mehrere mehreren mehrerer wenige wenigen weniger ein_paar etliche "
                    "etlichen viele vielen zahlreiche zahlreichen"),
        "decimal": same("1.5", "anderthalb") | {f"{word}einhalb": f"{n}.5" for n, word in enumerate(ONES, 1)},
        "art": {"ein": 1, "eine": 1, "einem": 1, "einer": 1, "einen": 1, "eines": 1},
        "ord": {stem + e: n for stem, n in ORDINAL_STEMS.items() for e in ENDINGS},
        "unit": UNITS,
        "season": SEASONS,
        "relday": {day: (n, "") for day, n in RELATIVE_DAYS.items()} | {"über nacht": (0, "NI")}
        | PARTS_OF_RELATIVE_DAYS | DAY_ADJECTIVES,
        "daypart": same("MO", "vormittag vormittags früh morgens frühmorgens vormittages morgenstunden vormittagsstunden")
        | same("AF", "nachmittag nachmittags nachmittagsstunden")
        | same("EV", "abend abends abendstunden")
        | same("NI", "nacht nachts nachtstunden")
        | same("MI", "mittag mittags mittagsstunden")
        | SOFTENED,
        "holiday": HOLIDAYS,
        "ref": REFERENCES,
        "last": inflected(-1, "letzt vergangen vorig verwichen abgelaufen verflossen"),
        "next": inflected(1, "nächst kommend"),
        "this": same(0, "dieser diese dieses diesem diesen") | inflected(0, "heurig laufend aktuell"),
        "prev": inflected(-1, "vorangegangen vorhergehend vorherig vorausgegangen"),
        "following": inflected(1, "folgend darauffolgend nachfolgend anschließend neu"),
        "same": inflected(0, "selb gleich") | same(0, "jener jenem jenes desselben demselben derselben dasselbe dieselbe"),
        "agopre": same(-1, "vor vor_über"),
        "earlier": same(-1, "zuvor vorher davor früher"),
        "later": same(1, "später danach darauf"),
        "within": same(1, "in"),
        "between": same(0, "zwischen"),
        "since": same(0, "seit"),
        "until": same(0, "bis bis_zum bis_zur bis_ende"),
        "from": same(0, "ab"),
        "of_from": same(0, "von vom"),
        "and": same(0, "und"),
        "to": same(0, "auf"),
        "the": same(0, "der die das dem den des"),
        "of": same(0, "im"),
        "on": same(0, "am an zum zur beim während"),
        "about": same(0, "um etwa rund ungefähr circa ca gut knapp fast mehr_als weniger_als"),
        "every": same(0, "jede jeden jeder jedes jedem pro alle"),
        "often": {word + ending: value for word, value in (("täglich", "P1D"), ("wöchentlich", "P1W"),
                  ("monatlich", "P1M"), ("jährlich", "P1Y"), ("stündlich", "PT1H"), ("alljährlich", "P1Y"))
                  for ending in ("", *ENDINGS)} | EACH_WEEKDAY,
        "era": same(-1, "v._chr v.chr v._chr. v.chr. vor_christus vor_christi_geburt vor_unserer_zeitrechnung")
        | same(-1, "v._u._z. v.u.z. vor_unserer_zeit vor_der_zeitenwende v._d._z. v.d.z.")
        | same(1, "n._chr n.chr n._chr. n.chr. nach_christus nach_christi_geburt n._u._z. n.u.z. u._z. u.z. "
               "unserer_zeitrechnung nach_unserer_zeitrechnung nach_der_zeitenwende"),
        "outer": inflected(-2, "vorletzt vorvorig vorvergangen vorvorletzt") | inflected(2, "übernächst"),
        "or": same(0, "oder"),
        "exact": same(0, "genau exakt auf_den_tag_genau auf_den_tag"),
        "hedge": same(0, "nach_wie_vor"),
        "bound": same((1, False), "nach") | same((-1, True), "spätestens bis_spätestens nicht_später_als")
        | same((1, True), "frühestens nicht_vor nicht_früher_als"),
        "then": same("since", "seither seitdem seit_damals") | same("until", "bis_dahin"),
        "clock": spoken_times() | {"mitternacht": (0, 0, None, "")},
        "oclock": same(0, "uhr"),
        "closing": same(0, "laufe lauf verlauf verlaufe rest ablauf"),
        "decade": DECADES,
        "share": SHARES,  # the last: what is a unit or an ordinal too stays that
    },
    shy=frozenset("jan jun sep dez mär märz mai mais maien august".split()),
    inside=frozenset("im in am seit bis von vom ab zwischen und anfang mitte ende zum zur vor nach jahr jahre jahren "
                     "sommer winter herbst um des der über zu ins gegen an anno übers jahrgang".split()) | {"bis zum", "bis zur"},
    future=FUTURE,
    present_endings=("t", "en"),
    no_present=frozenset("nicht seit statt samt selbst zuletzt erst jetzt sonst fast dort laut acht spät verletzt weit "
                         "gegen neben wegen zwischen oben unten außen innen mitten zusammen daneben dagegen hingegen "
                         "dahingegen unterdessen indessen deswegen weswegen allen einen keinen seinen ihren meinen "
                         "unseren diesen jenen denen deren vielen wenigen anderen beiden neuen alten großen kleinen "
                         "jungen ersten zweiten dritten vierten eigenen bekannt benannt unweit damit insgesamt meist direkt "
                         "längst zunächst zumeist soweit samt mitsamt zuerst exakt "
                         "konkret gesamt".split()),
    past_plurals=("ten",),
    relative_pronouns=frozenset("der die das dem den deren dessen denen welcher welche welches".split()),
    attributive=("ende", "enden", "ender", "endes", "endem"),
    reflexives=frozenset({"sich"}),
    present_plurals=tuple("gelten halten treten bieten raten arbeiten warten leisten bitten reiten streiten kosten testen "
                          "retten richten beachten beobachten betrachten vermuten mieten falten schalten gestalten verwalten "
                          "leiten bereiten breiten fürchten flüchten starten".split()),
    subordinating=frozenset("dass daß ob weil wenn falls sobald damit sodass wer".split()),
    participles=r"(?!ge(?:lten|ben|winnen|winnt|nießen|nießt|langen|langt|hören|hört|lingen|lingt|stalten|stehen|schieht|"
    r"nügt|nügen)$)(?:ab|an|auf|aus|bei|dar|durch|ein|empor|fehl|fest|fort|frei|heim|her\w*|hin\w*|hoch|los|mit|nach|nieder|"
    r"statt|teil|tot|um|unter|vor\w*|weg|weiter|wieder|zu|zurecht|zurück|zusammen|über)?ge\w{2,}(?:t|en)|"
    r"(?:be|ver|er|ent|zer|miss|über|unter|wider|durch|um|hinter)\w{2,}(?:t|en)|\w+iert|worden",
    aimed=frozenset({"für"}),
    backward=frozenset("seit".split()),
    local_time=(("ortszeit",),),
    states=frozenset("offen zu geschlossen geöffnet frei kostenlos zugänglich".split()),
    copulas=frozenset("ist sind".split()),
    hearsay=frozenset("soll sollen will wollen dürfte dürften könnte könnten muss müssen".split()),
    hearsay_tail=r"\w(?:t|en) haben$|(?:worden|gewesen|gekommen|gegangen|gefahren|gefallen|storben|standen|gestürzt|flohen|"
    r"flüchtet|brochen|schwunden|gestiegen|geflogen|passiert|geschehen|gelaufen|gereist|gestoßen|gedrungen) sein$",
    perfects=frozenset("ist sind hat haben".split()),
    closings=frozenset("höher niedriger fester schwächer leichter tiefer unverändert".split()),
    after_states=frozenset("von seit nach worden durch".split()),
    past=PAST | GERMAN,
    nouns_capital=True,
    no_past=frozenset("schlechte schlechten leichte leichten echte echten rechte rechten dichte dichten achte achten "
                      "feuchte feuchten größte größten heute konkrete konkreten gute guten alte alten kalte kalten "
                      "rote roten weite weiten breite breiten letzte letzten nächste bunte bunten harte harten "
                      "zweite zweiten dritte dritten vierte vierten fünfte zehnte direkte direkten private privaten "
                      "gesamte gesamten mehrere weitere späte späten nette privat unten hinten".split())
    - frozenset({"letzten"}),
    determiners=frozenset("dem den des ein eine einem einen einer eines im am zum zur vom beim".split()),
    planned=frozenset({"sollte", "sollten", "wollte", "wollten"}),
    was=frozenset("war waren wurde wurden hatte hatten".split()),
    plans=frozenset("geplant vorgesehen angesetzt anberaumt terminiert erwartet angekündigt festgesetzt eingeplant".split()),
    verb_last=True,
    saying=frozenset(
        "sagte sagt sagten teilte teilten meldete meldeten meldet erklärte erklärten laut zufolge hieß berichtete berichteten bestätigte".split()
    ),
    had=frozenset({"war", "waren", "hatte", "hatten"}),
    deadline=frozenset({"bis", "bis zum", "bis zur", "spätestens"}),
    past_endings=tuple(end + tail for end in PAST_TENSE for tail in ("", "n")),
    counted=frozenset("menschen euro dollar personen mitarbeiter arbeitsplätze soldaten meter kilometer tote mann "
                      "einwohner km m kg mark franken pfund schilling lire tonnen hektar quadratmeter besucher "
                      "teilnehmer zuschauer exemplare kilogramm liter prozent stück beschäftigte stellen flüchtlinge "
                      "seiten mitglieder wohnungen einheiten meilen seemeilen haushalte haushalten häuser häusern dörfer dörfern "
                      "zivilisten schüler schülerinnen studenten studierende demonstranten fahrgäste passagiere gefangene "
                      "patienten bewohner bürger migranten tiere fahrzeuge autos schiffe flugzeuge panzer gäste fans "
                      "freiwillige kämpfer polizisten beamte einsatzkräfte unterschriften aktien karten tickets bücher "
                      "gebäude betten zimmer schulen betriebe firmen unternehmen filialen bäume kühe schafe verletzte "
                      "opfer fälle anträge frauen männer kinder männern frauen kindern soldatinnen leute leuten".split()),
    joining=frozenset({"vor"}),
    counted_large=True,
    plural_endings=("e", "en", "er", "ern", "n", "s"),
    into=frozenset("auf zu zum zur".split()),
    onward=frozenset({"ab"}),
    near_hour=frozenset({"gegen"}),
    genitive=frozenset({"des"}),
    coming=frozenset("kommende kommenden kommender kommendes kommendem".split()),
    just=frozenset("kurz knapp".split()),
    before_hour=frozenset({"vor"}),
    after_hour=frozenset({"nach"}),
    given_names=frozenset("april juni juli august mai".split()),
    titles=frozenset("herr herrn frau dr prof professor familie richter richterin kommissar kommissarin".split()),
    fractions=SHARES,
    than=frozenset({"als"}),
    weeks_in_days={8: 1, 14: 2},
    loose=frozenset("nun damals einst einstmals zuletzt".split()),
    fronted=frozenset({"nun"}),
    formerly=frozenset({"früher"}),
    plurals=frozenset("tage tagen wochen monate monaten quartale quartalen jahre jahren jahrzehnte jahrzehnten jahrhunderte "
                      "jahrhunderten stunden minuten sekunden wochenenden".split()),
    nouns={"morgen": ("daypart", "MO"), "morgens": ("daypart", "MO")},
    known_days={(9, 11): 2001},
    happenings=frozenset("anschlag anschläge anschlägen terroranschläge terroranschlägen attentate attentaten".split()),
)  # fmt: skip
