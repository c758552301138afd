"""Dutch."""

from __future__ import annotations

from . import Tables, numbered, same

MONTHS = numbered(
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
MONTHS_SHORT = numbered("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep sept", "okt", "nov", "dec")
WEEKDAYS = numbered("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
CARDINALS = numbered(
    "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
    "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
) | {"dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "honderd": 100}  # fmt: skip
ORDINALS = numbered(
    "eerste 1e", "tweede 2e", "derde 3e", "vierde 4e", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
    "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende",
    "negentiende", "twintigste", "eenentwintigste",
) | same(-1, "laatste")  # fmt: skip
DAY_PARTS = (
    same("MO", "ochtend ochtends morgens 's_ochtends 's_morgens")
    | same("AF", "middag 's_middags")
    | same("EV", "avond 's_avonds")
    | same("NI", "nacht 's_nachts")
)
PARTS = (
    same("start", "begin vroeg_in het_begin_van begin_van aan_het_begin_van in_het_begin_van eerder_in")
    | same("mid", "midden half medio halverwege in_het_midden_van het_midden_van")
    | same("end", "eind einde laat_in het_einde_van het_eind_van aan_het_einde_van aan_het_eind_van eind_van later_in")
)
REFERENCES = (
    same("PRESENT_REF", "nu momenteel tegenwoordig op_dit_moment thans op_dit_ogenblik")
    | same("PAST_REF", "onlangs recent recentelijk vroeger in_het_verleden laatst afgelopen_jaren de_afgelopen_tijd")
    | same("FUTURE_REF", "binnenkort in_de_toekomst straks weldra")
)

TABLES = Tables(
    code="nl",
    hour_words="uur",
    words={
        "month": MONTHS,
        "mabbr": MONTHS_SHORT,
        "weekday": WEEKDAYS,
        "part": PARTS,
        "card": CARDINALS,
        "few": same(None, "enkele een_paar enige meerdere verschillende tientallen"),
        "art": {"een": 1, "'n": 1},
        "unit": same("day", "dag dagen")
        | same("week", "week weken")
        | same("weekend", "weekend weekeinde")
        | same("month", "maand maanden")
        | same("quarter", "kwartaal kwartalen")
        | same("half", "halfjaar jaarhelft")
        | same("year", "jaar jaren")
        | same("decade", "decennium decennia")
        | same("century", "eeuw eeuwen")
        | same("hour", "uur uren")
        | same("minute", "minuut minuten")
        | same("second", "seconde seconden")
        | same("night", "nachten"),
        "season": same(0, "lente voorjaar") | same(1, "zomer") | same(2, "herfst najaar") | same(3, "winter"),
        "relday": {
            "vandaag": (0, ""), "gisteren": (-1, ""), "morgen": (1, ""), "eergisteren": (-2, ""), "overmorgen": (2, ""),
            "vanochtend": (0, "MO"), "vanmorgen": (0, "MO"), "vanmiddag": (0, "AF"), "vanavond": (0, "EV"),
            "vannacht": (0, "NI"), "gisteravond": (-1, "EV"), "gisterenavond": (-1, "EV"), "gisterochtend": (-1, "MO"),
            "gistermiddag": (-1, "AF"), "morgenavond": (1, "EV"), "morgenochtend": (1, "MO"),
        },
        "daypart": DAY_PARTS,
        "holiday": {
            "kerstmis": ("fixed", 12, 25), "eerste kerstdag": ("fixed", 12, 25), "tweede kerstdag": ("fixed", 12, 26),
            "kerstavond": ("fixed", 12, 24), "nieuwjaarsdag": ("fixed", 1, 1), "oudejaarsavond": ("fixed", 12, 31),
            "koningsdag": ("fixed", 4, 27), "bevrijdingsdag": ("fixed", 5, 5), "sinterklaas": ("fixed", 12, 5),
            "goede vrijdag": ("easter", -2), "eerste paasdag": ("easter", 0), "tweede paasdag": ("easter", 1),
            "pasen": ("easter", 0), "hemelvaartsdag": ("easter", 39), "pinksteren": ("easter", 49),
        },
        "ref": REFERENCES,
        "last": same(-1, "vorige vorig afgelopen verleden jongstleden voorbije jl"),
        "next": same(1, "volgende volgend komende komend aanstaande aanstaand"),
        "this": same(0, "deze dit"),
        "prev": same(-1, "voorgaande voorafgaande"),
        "following": same(1, "daaropvolgende daarop_volgende"),
        "same": same(0, "dezelfde hetzelfde die dat"),
        "ord": ORDINALS,
        "ago": same(-1, "geleden terug"),
        "earlier": same(-1, "eerder ervoor daarvoor tevoren"),
        "later": same(1, "later erna daarna nadien"),
        "within": same(1, "over in"),
        "between": same(0, "tussen"),
        "since": same(0, "sinds sedert vanaf"),
        "until": same(0, "tot tot_en_met tot_aan t/m"),
        "from": same(0, "van"),
        "to": same(0, "tot_en_met"),
        "and": same(0, "en"),
        "the": same(0, "de het"),
        "of": same(0, "van_de van_het"),
        "on": same(0, "op om bij aan tijdens"),
        "about": same(0, "ongeveer circa rond omstreeks rondom"),
        "every": same(0, "elke elk iedere ieder per"),
        "often": {"dagelijks": "P1D", "wekelijks": "P1W", "maandelijks": "P1M", "jaarlijks": "P1Y", "jaarlijkse": "P1Y"},
        "era": same(-1, "v.chr. voor_christus v._chr.") | same(1, "n.chr. na_christus n._chr."),
        "oclock": same(0, "uur"),
        "decade": {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70,
                   "tachtig": 80, "negentig": 90},
    },
    shy=frozenset("jan mei mrt sep".split()),
    inside=frozenset("in op van sinds tot vanaf tussen en begin eind medio half midden voor na tijdens vorige "
                     "volgende afgelopen deze per om rond".split()),
    future=frozenset(
        "zal zullen gaat gaan wil willen moet moeten verwacht gepland volgende komende aanstaande morgen zou zouden".split()
    ),
    past=frozenset(
        "was waren werd werden had hadden heeft hebben is zei zeiden ging gingen kwam kwamen gaf gaven bleek bleken vond "
        "stond deed deden vorige afgelopen geleden".split()
    ),
    past_endings=("de", "te", "den", "ten"),
    deadline=frozenset({"vóór"}),
    counted=frozenset("mensen werknemers euro banen woningen dollar meter kilometer kilo doden gevallen leden".split()),
    stretches=frozenset(),
)  # fmt: skip
