"""Words that tell what a sentence does: report, detect, respond, blame, look ahead. One table a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled word tables of one language.

    `reports` are the verbs of saying, `plain` those of mere comment; `kinds` the verbs of each kind of event, the
    most telling kind first; `past` tells a finite past or perfect, `perfect` the present perfect where that is a
    tense of its own; `ahead` what has not happened yet; `verbs` any finite verb that the table knows; `addressed`
    the verbs of saying that take the one spoken to; `that` joins a saying to what is said; `fillers` may stand
    between a verb of saying and its date; `breaks` begin another clause; `lead_ins` only open a sentence; `openers`
    belong to the date behind them. Of a language that is `verb_second` the verb would come first without the date
    before it; only where `that` can be left out (`drops_that`) a headline does.
    """

    reports: re.Pattern[str]
    plain: re.Pattern[str]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    past: re.Pattern[str]
    perfect: re.Pattern[str]
    ahead: re.Pattern[str]
    verbs: re.Pattern[str]
    addressed: re.Pattern[str]
    that: re.Pattern[str]
    fillers: re.Pattern[str]
    breaks: re.Pattern[str]
    lead_ins: re.Pattern[str]
    articles: re.Pattern[str]
    prepositions: frozenset[str]
    openers: frozenset[str]
    pronouns: frozenset[str]
    possessives: frozenset[str]
    drops_that: bool
    verb_second: bool


def _words(words: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(_any_of(words), flags)


def _any_of(words: str) -> str:
    """Give the alternatives of a pattern; `*` stands for one to eight words ("made * public")."""
    choices = "|".join(re.escape(word) for word in words.split("|"))
    choices = choices.replace(r"\ \*\ ", r"(?:\s+[^\s,;]{1,30}){1,8}?\s+").replace(r"\ ", r"\s+")
    return rf"(?<!\w)(?:{choices})(?!\w)"


def _cues(language: str, table: dict[str, str]) -> Cues:
    kinds = ("attributed", "detected", "responded", "disclosed")
    return Cues(
        reports=_words(table["reports"]),
        plain=_words(table["plain"]),
        kinds=tuple((kind, _words(table[kind])) for kind in kinds),
        past=re.compile(table["past"], re.IGNORECASE),
        perfect=re.compile(table.get("perfect", r"(?!)"), re.IGNORECASE),
        ahead=_words(table["ahead"], re.NOFLAG),  # in lower case only: "May" is a month
        verbs=_verbs(table, kinds),
        addressed=_words(table.get("addressed", "-")),
        that=re.compile(table["that"], re.IGNORECASE),
        fillers=re.compile(rf"(?:\s|,|(?<!\w)(?:{table['fillers']})(?!\w))*", re.IGNORECASE),
        breaks=re.compile(table["breaks"], re.IGNORECASE),
        lead_ins=re.compile(table["lead_ins"], re.IGNORECASE),
        articles=re.compile(rf"(?:{table['articles']})\s+", re.IGNORECASE),
        prepositions=frozenset(table["prepositions"].split()),
        openers=frozenset(table.get("openers", "").split()),
        pronouns=frozenset(table["pronouns"].split()),
        possessives=frozenset(table.get("possessives", "").split()),
        drops_that=language == "en",
        verb_second=language in ("de", "nl"),
    )


def _verbs(table: dict[str, str], kinds: tuple[str, ...]) -> re.Pattern[str]:
    names = ["reports", *kinds, *(["present"] if "present" in table else [])]
    choices = [table["past"], *(_any_of(table[name]) for name in names), f"(?-i:{_any_of(table['ahead'])})"]
    return re.compile("|".join(choices), re.IGNORECASE)


_EN = {
    "plain": "said|says|told|added|explained|insisted|argued|wrote|tweeted|described|according to",
    "reports": "said|says|announced|announces|reported|reports|confirmed|confirms|told|stated|revealed|reveals|"
    "disclosed|discloses|acknowledged|admitted|warned|declared|tweeted|testified|informed|notified|made public|"
    "made * public|publicised|publicized|published|issued a statement|alleged|alleges|allege|claimed|wrote|explained|"
    "insisted|argued",
    "attributed": "blamed|blames|attributed|attributes|accused|accuses|linked to|held responsible|claimed "
    "responsibility|pointed to|indicted|charged|named as",
    "detected": "detected|detects|discovered|discovers|noticed|spotted|uncovered|found out|found|observed|"
    "became aware|learned|learnt",
    "responded": "responded|responds|condemned|condemns|denied|denies|rejected|rejects|reacted|called on|called "
    "for|urged|urges|expelled|sanctioned|summoned|apologised|apologized|pledged|vowed|criticised|criticized|"
    "demanded|offered|launched an investigation|opened an investigation|praised|welcomed|refused|declined|"
    "ordered|suspended",
    "disclosed": "said|says|announced|announces|reported|reports|confirmed|confirms|told|stated|revealed|reveals|"
    "disclosed|discloses|acknowledged|admitted|warned|declared|published|made public|made * public|publicised|"
    "publicized|released a|released the|tweeted|testified|informed|notified|unveiled|issued a statement",
    "addressed": "told|informed|notified|assured|warned|reminded",
    "present": "is|are|am|has|have|does|do|can|cannot|must|remains|remain|knows|know|wants|want|seeks|seek|means|"
    "faces|hopes|hope|plans|expects|expect|begins|begin|believes|believe|holds|calls|gives|shows|tries|condemns|"
    "refuses|helps|leads|runs|keeps|takes|makes|goes|comes",
    "openers": "earlier later early late approximately roughly about around nearly shortly",
    "past": r"(?<!\w)(?:was|were|had|has been|have been|did|"
    r"\w{2,20}(?<!ne)(?<!spe)(?<!inde)(?<!hundr)(?<!unit)(?<!suppos)ed|became|began|broke|brought|built|came|cut|fell|fled|"
    r"found|gave|got|grew|held|hit|kept|knew|led|left|lost|made|met|put|ran|rose|said|sank|saw|sent|set|shot|shut|"
    r"sold|spoke|spent|stole|stood|struck|swept|took|told|went|won|wrote|withdrew|beat|caught|sought|thought|"
    r"fought|bought|died|drew|drove|flew|hurt|laid|paid|quit|read|rode|sang|spread|threw|wore)(?!\w)",
    "perfect": r"(?<!\w)(?:has|have)\s+(?:\w+\s+)?(?:been\s+)?\w{2,20}(?:ed|en|un|ut|ade|eft|ost|one|aid)(?!\w)",
    "ahead": "will|would|shall|is expected|are expected|is scheduled|are scheduled|is due|are due|plans to|plan "
    "to|is set to|are set to|may|might|could|should|is planning|intends to|hopes to",
    "that": r"\s*,?\s*that(?!\w)",
    "fillers": "on|late|early|earlier|in|during|at|a|an|the|written|official|short|joint|press|news|statement|release|"
    "conference|briefing|interview|report|reporters|journalists|email|letter|tweet|post|with|to|its|his|her|their|"
    "by|of|this|afternoon|morning|evening|night|reuters|also|bbc|cnn|via|through|spokesman|spokeswoman",
    "breaks": r";|:(?!\d)|—|(?<=\s)[–-](?=\s)|,\s+(?:but|while|which|who|whose|where|when|after|before|until|although|"
    r"though|as|because|since|saying|adding|accusing|using|citing|according|with|including|following|prompting|"
    r"leaving|making|causing|killing)\b|,\s+and\s+(?=(?:[^\s,]{1,30}\s+){0,7}(?:is|was|were|had|has|have|did|will|"
    r"would|said|told|took|made|began|left|went|put|gave|fell|rose|won)(?!\w)|(?:the|his|her|its|their|(?-i:[A-Z])\w+)"
    r"\s+(?:[^\s,]{1,30}\s+){0,3}\w{2,20}ed(?!\w))|(?<!\w)(?:and|but|which)\s+(?="
    r"an?\s+(?:\w+\s+){1,3}(?:is|was|were|had|has|will|would)(?!\w)|"
    r"(?:(?:it|he|she|they|the|his|her|its|their)\s+(?:\w+\s+){0,3})?(?:is|was|were|had|has|have|did|will|would|"
    r"took|said|made|began|left|found|went|put|told|gave|assured|(?:\w{2,20}(?<!ne)(?<!sp)ed))(?!\w))|"
    r"(?<!\w)(?:after|before|while|when|although|because|until|since|as)\s+(?=(?:it|he|she|they|the|a|an|his|her|its|"
    r"their|(?-i:[A-Z])\w+|\w+s)\s+(?:\w+\s+){0,3}(?:is|was|were|had|has|have|did|will|would|took|said|made|began|left|"
    r"found|went|put|told|gave|could|fell|became|(?:\w{2,20}(?<!ne)(?<!sp)ed))(?!\w))",
    "lead_ins": r"(?:nevertheless|however|meanwhile|moreover|furthermore|in addition|additionally|also|but|and|so|"
    r"then|still|yet|instead|apparently|according to (?:[^,]{1,80})|as (?:[^,]{1,60}) (?:said|reported)|in (?:a|"
    r"its|his|her|their|the) (?:[^,]{0,40})(?:statement|tweet|post|interview|report|letter|press release|briefing|"
    r"conference)[^,]{0,40}|it is understood that|"
    r"it emerged that|for (?:his|her|its|their) part|on the other hand|as a "
    r"result|at the same time|afterwards?|earlier|later|finally|first|second|third|for example|indeed|in fact|of "
    r"course)(?:,\s*|\s+(?=that\b))|(?:but|and|so|yet)\s+|(?:it is understood|it emerged) that\s+",
    "articles": "the|a|an",
    "prepositions": "in on at by for from of to with since until during within between around about early late "
    "mid before after over through the as and or but that which who whose while into onto against under using a "
    "an its his her their than has have had is was were be been will would it he she they not also because if "
    "when where though although this these those involving including regarding amid",
    "pronouns": "it he she they we i there",
    "possessives": "its his her their",
}
_ES = {
    "plain": "dijo|dicen|dice|explicó|indicó|señaló|agregó|según",
    "reports": "dijo|dicen|dice|anunció|anunciaron|informó|informaron|confirmó|confirmaron|reveló|declaró|"
    "declararon|señaló|aseguró|aseguraron|afirmó|afirmaron|explicó|comunicó|advirtió|reconoció|admitió|indicó|"
    "publicó",
    "attributed": "acusó|acusaron|atribuyó|atribuyeron|culpó|responsabilizó|imputó",
    "detected": "detectó|detectaron|descubrió|descubrieron|halló|hallaron|identificó|identificaron|encontró",
    "responded": "respondió|respondieron|condenó|condenaron|rechazó|rechazaron|negó|negaron|reaccionó|instó|"
    "pidió|exigió|expulsó",
    "disclosed": "dijo|anunció|anunciaron|informó|informaron|confirmó|confirmaron|reveló|declaró|señaló|aseguró|"
    "afirmó|comunicó",
    "past": r"(?<!\w)(?:\w{2,20}(?:ó|aron|ieron)|fue|fueron|era|había|habían|ha|han|hizo|dijo|tuvo|estuvo|pudo|"
    r"puso|vino)(?!\w)",
    "ahead": "será|serán|podría|podrían|prevé|prevén|va a|van a|planea|se espera",
    "that": r"\s*,?\s*que(?!\w)",
    "fillers": "el|la|en|un|una|este|esta|pasado|de|por|comunicado|rueda|prensa|hoy|a|los|periodistas",
    "breaks": r"[;:—–]|,\s+(?:y|pero|mientras|que|quien|donde|cuando|después|aunque|según|con|lo que)\b",
    "lead_ins": r"(?:sin embargo|no obstante|además|mientras tanto|según [^,]{1,80}|por su parte|así|también|en "
    r"un comunicado),\s*",
    "articles": "el|la|los|las|un|una",
    "prepositions": "en el la los las de del a al por para con y o que un una su sus como desde hasta entre se "
    "según sobre",
    "pronouns": "este esta él ella ellos",
}
_NL = {
    "plain": "zei|zegt|zeggen|vertelde|volgens|aldus",
    "reports": "zei|zeggen|zegt|meldde|melden|meldt|bevestigde|bevestigt|maakte bekend|maakt bekend|kondigde|"
    "verklaarde|vertelde|liet weten|laat weten|schreef|waarschuwde",
    "attributed": "beschuldigde|beschuldigt|weet|verweet|schreef toe",
    "detected": "ontdekte|ontdekt|ontdekten|merkte|constateerde|signaleerde|vond|gedetecteerd",
    "responded": "reageerde|reageert|veroordeelde|veroordeelt|ontkende|ontkent|verwierp|riep|eiste",
    "disclosed": "zei|zegt|meldde|meldt|bevestigde|bevestigt|maakte bekend|maakt bekend|kondigde|verklaarde|liet "
    "weten|laat weten",
    "past": r"(?<!\w)(?:werd|werden|was|waren|had|hadden|heeft|hebben|is|zijn|\w{3,20}(?:de|te|den|ten)|kwam|ging|"
    r"zei|nam|gaf|vond)(?!\w)",
    "ahead": "zal|zullen|zou|zouden|gaat|gaan|wil|willen|moet",
    "that": r"\s*,?\s*dat(?!\w)",
    "fillers": "op|in|de|het|een|aan|tegen|vandaag|persconferentie|verklaring|afgelopen",
    "breaks": r"[;:—–]|,\s+(?:en|maar|terwijl|die|dat|waar|toen|nadat|hoewel|aldus|volgens)\b",
    "lead_ins": r"(?:echter|intussen|ondertussen|bovendien|ook|volgens [^,]{1,80}),?\s+",
    "articles": "de|het|een",
    "prepositions": "in op de het een van aan bij door voor met om te naar uit over en of dat die als sinds tot tussen",
    "pronouns": "het hij zij ze er",
}
_DE = {
    "plain": "sagte|sagten|sagt|so|laut",
    "reports": "sagte|sagten|sagt|teilte|teilten|meldete|meldeten|meldet|bestätigte|bestätigten|erklärte|"
    "erklärten|kündigte|gab bekannt|berichtete|berichteten|berichtet|warnte|räumte|schrieb",
    "attributed": "beschuldigte|beschuldigten|warf|warfen|machte verantwortlich|schrieb zu|klagte",
    "detected": "entdeckte|entdeckten|entdeckt|bemerkte|bemerkten|stellte fest|fand|fanden|identifizierte",
    "responded": "reagierte|reagierten|verurteilte|verurteilten|wies|wiesen|dementierte|bestritt|forderte|"
    "forderten|rief",
    "disclosed": "sagte|sagten|teilte|teilten|meldete|bestätigte|bestätigten|erklärte|erklärten|kündigte|gab "
    "bekannt|berichtete",
    "past": r"(?<!\w)(?:wurde|wurden|war|waren|hatte|hatten|hat|haben|ist|sind|\w{3,20}(?:te|ten)|kam|ging|gab|"
    r"nahm|fand|starb)(?!\w)",
    "ahead": "wird|werden|soll|sollen|will|wollen|könnte|dürfte|plant",
    "that": r"\s*,?\s*dass(?!\w)",
    "fillers": "am|im|in|der|die|das|den|dem|mit|heute|einer|einem|erklärung|mitteilung|pressekonferenz",
    "breaks": r"[;:—–]|,\s+(?:und|aber|während|der|die|das|wo|als|nachdem|obwohl|so|wie|dass|weil)\b",
    "lead_ins": r"(?:allerdings|jedoch|unterdessen|zudem|außerdem|auch|nach angaben [^,]{1,80}|laut [^,]{1,60}),?\s+",
    "articles": "der|die|das|ein|eine|den|dem|des",
    "prepositions": "in im am an auf der die das den dem des von vom bei durch für mit um zu zum zur nach aus "
    "über und oder dass als seit bis zwischen ein eine einen",
    "pronouns": "es er sie",
}
_FR = {
    "plain": "a dit|ont dit|a expliqué|a ajouté|selon",
    "reports": "a dit|ont dit|a annoncé|ont annoncé|annonce|a indiqué|ont indiqué|indique|a confirmé|ont "
    "confirmé|confirme|a déclaré|déclare|a révélé|a affirmé|affirme|a expliqué|a fait savoir|a rapporté|a averti|"
    "a reconnu",
    "attributed": "a accusé|ont accusé|accuse|a attribué|ont attribué|attribue|a imputé",
    "detected": "a détecté|ont détecté|avait détecté|avaient détecté|détecte|a découvert|ont découvert|découvre|"
    "a constaté|a repéré|a identifié",
    "responded": "a réagi|ont réagi|a répondu|a condamné|ont condamné|condamne|a rejeté|a démenti|a appelé|a "
    "exigé|a expulsé",
    "disclosed": "a dit|a annoncé|ont annoncé|annonce|a indiqué|ont indiqué|a confirmé|ont confirmé|a déclaré|a "
    "révélé|a affirmé",
    "past": r"(?<!\w)(?:(?:a|ont|avait|avaient|est|sont|était|étaient|fut|furent)\s+\w{3,20}|\w{3,20}(?:èrent|"
    r"irent|urent))(?!\w)",
    "ahead": "sera|seront|devrait|devraient|pourrait|pourraient|va|vont|doit|doivent|prévoit",
    "that": r"\s*,?\s*(?:que(?!\w)|qu['’])",
    "fillers": "le|la|les|dans|un|une|ce|cette|à|au|aux|de|du|communiqué|journalistes|presse|lors|conférence",
    "breaks": r"[;:—–]|,\s+(?:et|mais|tandis|qui|que|où|lorsque|après|avant|bien|selon|dont|alors)\b",
    "lead_ins": r"(?:toutefois|cependant|néanmoins|par ailleurs|en outre|selon [^,]{1,80}|d['’]après [^,]{1,60}|"
    r"de son côté|ainsi),\s*",
    "articles": "le|la|les|un|une",
    "prepositions": "dans en le la les de du des à au aux par pour avec sur et ou que qui un une depuis entre "
    "vers son sa ses ce",
    "pronouns": "il elle ils elles",
}
_TABLES = {"en": _EN, "es": _ES, "nl": _NL, "de": _DE, "fr": _FR}


@cache
def cues_for(language: str) -> Cues:
    """Give the word tables of a language, English ones for a language without its own."""
    known = language if language in _TABLES else "en"
    return _cues(known, _TABLES[known])
