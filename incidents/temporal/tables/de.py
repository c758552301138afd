"""German."""

from __future__ import annotations

from . import Tables, numbered, same

MONTHS = numbered(
    "januar jänner jaenner", "februar feber", "märz maerz", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "dezember",
)  # fmt: skip
MONTHS_SHORT = numbered("jan", "feb", "mär mrz", "apr", "mai", "jun", "jul", "aug", "sep sept", "okt", "nov", "dez")
WEEKDAYS = numbered(
    "montag montags", "dienstag dienstags", "mittwoch mittwochs", "donnerstag donnerstags", "freitag freitags",
    "samstag sonnabend samstags", "sonntag sonntags",
)  # fmt: skip
CARDINALS = numbered(
    "", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn",
    "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig",
) | {"dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "hundert": 100}  # fmt: skip
ENDINGS = ("e", "en", "er", "es", "em")
ORDINAL_STEMS = numbered(
    "erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt", "elft", "zwölft",
)  # fmt: skip


def inflected(value: object, stems: str) -> dict[str, object]:
    """Give all the endings of an adjective one value."""
    return {stem.replace("_", " ") + ending: value for stem in stems.split() for ending in ENDINGS}


PARTS = (
    same("start", "anfang zu_beginn beginn am_anfang früh_im")
    | same("mid", "mitte")
    | same("end", "ende am_ende gegen_ende spät_im ausgangs")
)  # fmt: skip
REFERENCES = (
    same("PRESENT_REF", "jetzt derzeit zurzeit zur_zeit momentan gegenwärtig heutzutage")
    | same("PAST_REF", "kürzlich neulich jüngst in_der_vergangenheit vor_kurzem unlängst kurz_zuvor")
    | same("FUTURE_REF", "bald demnächst in_zukunft künftig in_kürze")
)

TABLES = Tables(
    code="de",
    capitals=True,
    hour_words="uhr",
    words={
        "month": MONTHS,
        "mabbr": MONTHS_SHORT,
        "weekday": WEEKDAYS,
        "part": PARTS,
        "card": {word: n for word, n in CARDINALS.items() if word},
        "few": same(None, "einige einigen mehrere mehreren wenige wenigen ein_paar etliche"),
        "art": {"ein": 1, "eine": 1, "einem": 1, "einer": 1, "einen": 1, "eines": 1},
        "ord": {stem + e: n for stem, n in ORDINAL_STEMS.items() for e in ENDINGS},
        "unit": same("day", "tag tage tagen tages")
        | same("week", "woche wochen")
        | same("weekend", "wochenende wochenendes wochenenden")
        | same("month", "monat monate monaten monats")
        | same("quarter", "quartal quartale quartals quartalen")
        | same("half", "halbjahr halbjahres halbjahrs jahreshälfte")
        | same("year", "jahr jahre jahren jahres")
        | same("decade", "jahrzehnt jahrzehnte jahrzehnten")
        | same("century", "jahrhundert jahrhunderts jahrhunderte jahrhunderten jh")
        | same("millennium", "jahrtausend jahrtausends")
        | same("hour", "stunde stunden")
        | same("minute", "minute minuten")
        | same("second", "sekunde sekunden")
        | same("night", "nächte nächten"),
        "season": same(0, "frühling frühjahr") | same(1, "sommer") | same(2, "herbst") | same(3, "winter"),
        "relday": {
            "heute": (0, ""), "gestern": (-1, ""), "morgen": (1, ""), "vorgestern": (-2, ""), "übermorgen": (2, ""),
            "heute morgen": (0, "MO"), "heute früh": (0, "MO"), "heute abend": (0, "EV"), "gestern abend": (-1, "EV"),
            "heute nacht": (0, "NI"), "gestern nachmittag": (-1, "AF"), "gestern morgen": (-1, "MO"),
            "heute nachmittag": (0, "AF"), "heute vormittag": (0, "MO"),
        },
        "daypart": same("MO", "vormittag vormittags früh morgens frühmorgens")
        | same("AF", "nachmittag nachmittags")
        | same("EV", "abend abends")
        | same("NI", "nacht nachts")
        | same("MI", "mittag mittags"),
        "holiday": {
            "weihnachten": ("fixed", 12, 25), "heiligabend": ("fixed", 12, 24), "silvester": ("fixed", 12, 31),
            "neujahr": ("fixed", 1, 1), "allerheiligen": ("fixed", 11, 1), "karfreitag": ("easter", -2),
            "ostersonntag": ("easter", 0), "ostermontag": ("easter", 1), "pfingsten": ("easter", 49),
            "pfingstsonntag": ("easter", 49), "pfingstmontag": ("easter", 50), "christi himmelfahrt": ("easter", 39),
            "aschermittwoch": ("easter", -46), "gründonnerstag": ("easter", -3), "ostern": ("easter", 0),
            "heilige drei könige": ("fixed", 1, 6), "tag der deutschen einheit": ("fixed", 10, 3),
        },
        "ref": REFERENCES,
        "last": inflected(-1, "letzt vergangen vorig") | same(-1, "vergangene vergangenen"),
        "next": inflected(1, "nächst kommend"),
        "this": same(0, "dieser diese dieses diesem diesen heurigen heurige laufenden"),
        "prev": inflected(-1, "vorangegangen vorhergehend vorherig"),
        "following": inflected(1, "folgend darauffolgend neu"),
        "same": inflected(0, "selb") | same(0, "gleichen jener jenem jenes desselben demselben derselben"),
        "agopre": same(-1, "vor"),
        "earlier": same(-1, "zuvor vorher davor früher"),
        "later": same(1, "später danach darauf"),
        "within": same(1, "in"),
        "between": same(0, "zwischen"),
        "since": same(0, "seit"),
        "until": same(0, "bis bis_zum bis_zur bis_ende"),
        "from": same(0, "von vom"),
        "and": same(0, "und"),
        "to": same(0, "bis"),
        "the": same(0, "der die das dem den des"),
        "of": same(0, "im"),
        "on": same(0, "am an zum zur beim während"),
        "about": same(0, "um etwa rund ungefähr circa ca gegen"),
        "every": same(0, "jede jeden jeder jedes jedem pro"),
        "often": {"täglich": "P1D", "wöchentlich": "P1W", "monatlich": "P1M", "jährlich": "P1Y", "jährliche": "P1Y"},
        "era": same(-1, "v._chr. v.chr. vor_christus vor_christi_geburt") | same(1, "n._chr. n.chr. nach_christus"),
        "oclock": same(0, "uhr"),
        "decade": {f"{n}{tail}": n for n in range(20, 100, 10) for tail in ("er", "ern")}
        | {"zwanziger": 20, "dreißiger": 30, "vierziger": 40, "fünfziger": 50, "sechziger": 60, "siebziger": 70,
           "achtziger": 80, "neunziger": 90},
    },
    shy=frozenset("jan sep dez mär".split()),
    inside=frozenset("im in am seit bis von vom ab zwischen und anfang mitte ende zum zur vor nach jahr jahre jahren "
                     "sommer winter herbst um des der".split()),
    future=frozenset("wird werden soll sollen will wollen geplant plant planen erwartet nächste nächsten kommenden "
                     "kommende morgen würde würden".split()),
    past=frozenset("war waren wurde wurden hatte hatten hat haben ist sagte kam kamen gab ging gingen fiel begann "
                   "starb nahm erklärte teilte vergangenen letzten".split()),
    past_endings=("te", "ten"),
    counted=frozenset("menschen euro dollar personen mitarbeiter arbeitsplätze soldaten meter kilometer tote mann "
                      "einwohner".split()),
)  # fmt: skip
