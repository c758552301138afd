"""Irregular verbs in the past, which no ending gives away: English, Spanish, Dutch, German and French."""

from __future__ import annotations


def prefixed(prefixes: str, forms: str) -> frozenset[str]:
    """Return verb forms alone and with each prefix: "brach", "zerbrach", "ausbrach"."""
    stems = forms.split()
    return frozenset(stems) | {prefix + stem for prefix in prefixes.split() for stem in stems}


# Left out are "cut", "let", "cost" and others that are the same in the present, and "ground", "wound", "bound".
ENGLISH = frozenset(
    "arose ate awoke became began befell beheld bent bit bled blew bore bought bred broke brought built burnt came "
    "caught chose clung crept dealt did drank drew drove dug fed fell felt fled flew flung forbade foresaw foretold "
    "forgave forgot fought found froze gave got grew had held hid hung kept knelt knew laid lay led left lent lit lost "
    "made meant met misled mistook outdid outran overcame overran oversaw overthrew overtook paid partook ran rang "
    "rebuilt redid resold rode rose said sang sank sat saw sent shone shook shot shrank slept slew slid slung smelt "
    "sold sought sped spent spilt spoilt spoke sprang sprung spun stank stole stood strode strove struck "
    "stuck stung swam swept swore swung taught thought threw told took tore trod understood undertook underwent "
    "undid unveiled upheld was went wept were withdrew withheld withstood woke won wore wove wrote wrung".split()
)

_STEMS_ES = (  # of the strong preterites: -e, -o, -imos, -ieron
    "tuv estuv anduv hub pud pus sup cup quis vin hic mantuv obtuv detuv sostuv contuv retuv abstuv entretuv "
    "atuv compus descompus dispus expus impus opus propus supus repus pospus interpus depus antepus sobrepus intervin "
    "convin previn provin sobrevin contravin devin deshic rehic satisfic"
).split()
_STEMS_ES_J = (  # -e, -o, -imos, -eron
    "dij traj conduj produj reduj introduj traduj deduj induj seduj reproduj predij contradij bendij maldij "
    "desdij atraj contraj extraj distraj retraj sustraj abstraj"
).split()
SPANISH = (
    frozenset(stem + end for stem in _STEMS_ES for end in ("e", "o", "imos", "ieron"))
    | {stem + end for stem in _STEMS_ES_J for end in ("e", "o", "imos", "eron")}
    | {stem[:-1] + "zo" for stem in _STEMS_ES if stem.endswith(("hic", "fic"))}  # "hizo", "deshizo"
    | frozenset(
        "fue fui fuimos fueron dio di dimos dieron vio vi vimos vieron previo era eran iba iban "
        "abierto cubierto descubierto devuelto dicho disuelto envuelto escrito hecho impreso inscrito muerto "
        "propuesto puesto resuelto roto satisfecho suscrito visto vuelto".split()
    )
) - {"previo", "hico", "deshico", "rehico", "satisfico", "devine", "devino"}

# Left out are those that are nouns first: "week", "streek", "rook", "sloop", "goot", "boog", "leden", "mat", "bad".
DUTCH = prefixed(
    "aan achter af be bij binnen dood door her in los mee mis na neer om onder ont op over plaats rond samen stil "
    "tegen terug thuis toe tussen uit vast ver voor voort vrij weer weg",
    "beval bevalen bond bonden bleef bleven blies bliezen bood boden borg borgen bracht brachten brak braken "
    "dacht dachten deed deden dong dongen dook doken dreef dreven droeg droegen drong drongen dronk dronken droop dropen "
    "dwong dwongen floot floten gaf ging gingen gleed gleden glom glommen gold golden greep grepen groef groeven "
    "hees hesen hield hielden hief hieven hielp hielpen hing hingen joeg joegen keek keken klom klommen klonk klonken "
    "kneep knepen kocht kochten koos kozen kreeg kregen kromp krompen kroop kropen kwam kwamen lag las lazen leed leek "
    "liep liepen liet lieten loog logen nam prees prezen reed rees rezen riep riepen scheen schenen schiep schiepen "
    "schold scholden schond schonden schonk schonken schoof schoven schoor schoren schoot schoten schreef schreven "
    "schreed schreden schrok schrokken sleet sleten sliep sliepen sloeg sloegen sloot sloten smeet smeten smolt smolten "
    "sneed sneden snoof snoven spleet spleten spon sponnen spoot spoten sprak spraken sprong sprongen stak stal steeg "
    "stegen stierf stierven stond stonden stonk stonken stoof stoven streed streden trad traden trof troffen trok "
    "trokken viel vielen ving vingen vloog vlogen vocht vochten voer voeren vond vonden vroeg vroegen vroor vroren "
    "wees wezen werd werden wierf wierven wierp wierpen wist wisten won wonnen woog wogen wreef wreven wrong wrongen zag "
    "zagen zat zaten zocht zochten zond zonden zong zongen zonk zonken zoog zogen zwierf zwierven zwoer zwoeren zwol "
    "zwollen zwom zwommen zweeg zwegen",
) | frozenset(
    "at aten bedierf bedierven bedroog bedrogen begon begonnen bevond bevroor bevroren bewoog bewogen bezweek bezweken "
    "bleek bleken gaven had hadden genas genazen genoot gebood geboden kon konden lagen leken moest moesten mocht mochten "
    "namen ontweek ontweken placht reden verdween verdwenen vergat vergaten verloor verloren verslond was waren zei "
    "zeiden zwoer".split()
)

DUTCH_PARTICIPLES = prefixed(  # those of strong verbs that end as many plurals do
    "aan achter af bij binnen door in klaar langs los mee na neer om onder op open over rond samen tegen terug thuis toe "
    "uit vast voor vrij weg",
    "gebeden gebeten geboden gebonden gegeten gegleden gegoten gehouden geleden gelaten gemeten genoten gereden gesleten "
    "gesloten gesmeten gesmolten gesneden gespleten gestoten gestreden getreden gevochten gevonden geworden gezeten "
    "gezonden geschoten verboden verbonden",
) | frozenset(
    "beklonken beschoten besloten bestreden bevonden bevochten behouden betreden overleden ondervonden "
    "onderhouden onthouden ontbonden ontbeten overtreden overreden vergeten verlaten vermeden versleten "
    "verzonden weerhouden".split()
)

_STRONG_DE = (  # the plural adds -en
    "aß band barg barst bat befahl begann beriet besaß biss blieb blies bog bot brach briet buk drang drosch empfahl "
    "empfand erlosch erschrak fand fiel fing flocht flog floh floss focht fraß fror fuhr gab galt gebar gedieh gelang "
    "genas genoss geschah gewann ging glich glitt goss griff grub half hieb hielt hieß hing hob kam klang klomm kniff "
    "kroch lag las lieh lief ließ litt log lud maß mied misslang molk nahm pfiff pries quoll rang rann rieb rief riet riss ritt "
    "roch sah sang sank sann saß schied schien schlang schlich schlief schliff schloss schlug schmiss schmolz schnitt "
    "schob schoss schrieb schritt schuf schwamm schwand schwang schwieg schwoll schwor soff sog spann sprach sprang "
    "spross stach stahl stand stank starb stieg stieß strich stritt traf trank trat trieb trog trug verdarb vergaß "
    "verlor verzieh wand warb warf war wich wies wob wog wrang wuchs wusch zog zwang"
).split()
_MIXED_DE = (
    "brachte brannte dachte durfte hatte kannte konnte mochte musste nannte rannte sandte wandte wurde wusste".split()
)
GERMAN = prefixed(
    "ab an auf aus be bei dar durch ein ent er fest fort frei heim her heran heraus hervor hin hinaus hinter hinzu los "
    "mit nach nieder statt teil über um unter ver vor voran vorbei weg weiter wider wieder zer zu zurück zusammen",
    " ".join(
        [
            *_STRONG_DE,
            *(form.replace("ss", "ß") for form in _STRONG_DE if form.endswith("ss")),  # "schloß", as it was written
            *(form + "en" for form in _STRONG_DE),
            *_MIXED_DE,
            *(form + "n" for form in _MIXED_DE),
            "schrie schrien spie spien tat taten mußte mußten wußte wußten",
        ]
    ),
)

# Left out are forms that the present has too: "finit", "choisit", "saisit", "agit", "établit", "conclut".
FRENCH = frozenset(
    "abattit accomplit acquit admit advint aperçut apparut appartint apprit assit attendit atteignit battit but combattit "
    "commit comparut comprit compromit conduisit connut conquit construisit contint contraignit convainquit convint courut "
    "couvrit craignit crut cuisit déçut découvrit défendit descendit détint détruisit devint disparut dormit dut écrivit "
    "élut émit entendit entreprit entretint entrevit éteignit étendit étreignit eut fallut feignit fit fut fondit "
    "inscrivit instruisit interdit interrompit intervint introduisit joignit lut maintint mentit mit mordit mourut naquit "
    "nuisit obtint offrit omit ouvrit parcourut partit parut parvint peignit perdit permit perçut plaignit plut poursuivit "
    "prescrivit prévint prit produisit promit prévit put recourut reconnut rejoignit reconduisit reconstruisit reçut "
    "réduisit remit rendit répondit reprit résolut retint revint revit rompit secourut sentit servit sortit souffrit "
    "soumit soutint souscrivit souvint suivit surprit survécut survint sut suspendit tendit tint tondit traduisit "
    "transmit valut vainquit vécut vendit vint vit voulut vêtit "
    "tira retira attira admira aspira expira inspira respira désira empira vira chavira déchira livra délivra navigua "
    "engendra encadra entra alla gela jeta mena leva posa vota cita pesa dura tua cria pria nia osa loua joua usa lava sema "
    "vola créa fixa garda lia mina opta orna para paya rasa rata rua tapa tria vexa vida voua avoua".split()
)
