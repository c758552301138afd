"""Words that tell what a sentence does: report, detect, respond, blame, look ahead. One table a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """Compiled word tables of one language.

    `reports` are the verbs of saying, `plain` those of mere comment, `voices` further verbs of speech that no sentence
    hangs on; `kinds` the verbs of each kind of event, in a group of its name; `past` tells a finite past or
    perfect, `perfect` the present perfect where that is a tense of its own, `before` the past perfect, `present` the
    verbs that tell a state of now, `ahead` what has not happened yet; `telling` the verbs that tell a change, not a
    state or a saying; `verbs` any finite verb that the table knows. `previously` are the adverbs of what came before a
    story, `earlier` those of what came before in it. A date in one of `asides` or in the comparison of a `records`
    dates nothing that is told, one behind `deferred` what is still to come; `relatives` open what is said of a noun, and
    a noun behind one of `timely` tells when. `indefinite` articles open a sentence about something new. `addressed` are the verbs of saying that
    take the one spoken to; `that` joins a saying to what is said; `fillers` may stand between a verb of saying and its
    date; `breaks` begin another clause; `lead_ins` only open a sentence; `openers` belong to the date behind them;
    `nothing` opens a sentence about what did not happen. Of a language that is `verb_second` the verb would come first
    without the date before it; only where `that` can be left out (`drops_that`) a headline does.
    """

    reports: re.Pattern[str]
    plain: re.Pattern[str]
    kinds: re.Pattern[str]
    past: re.Pattern[str]
    perfect: re.Pattern[str]
    before: re.Pattern[str]
    previously: re.Pattern[str]
    earlier: re.Pattern[str]
    voices: re.Pattern[str]
    present: re.Pattern[str]
    asides: re.Pattern[str]
    records: re.Pattern[str]
    deferred: re.Pattern[str]
    relatives: re.Pattern[str]
    timely: re.Pattern[str]
    indefinite: re.Pattern[str]
    telling: re.Pattern[str]
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
    nothing: frozenset[str]
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
        kinds=re.compile("|".join(f"(?P<{kind}>{_any_of(table[kind])})" for kind in sorted(kinds)), re.IGNORECASE),
        past=re.compile(table["past"], re.IGNORECASE),
        perfect=re.compile(table.get("perfect", r"(?!)"), re.IGNORECASE),
        before=re.compile(table["before"], re.IGNORECASE),
        previously=_words(table["previously"]),
        earlier=_words(table["earlier"]),
        voices=_words(table["voices"]),
        present=_words(table["now"]),
        asides=_words(table["asides"]),
        records=re.compile(table["records"], re.IGNORECASE),
        deferred=re.compile(table["deferred"], re.IGNORECASE),
        relatives=re.compile(table["relatives"], re.IGNORECASE),
        timely=re.compile(rf"(?<!\w)(?:{table['timely']})\s(?:[^\s,;]{{1,20}}\s){{0,4}}$", re.IGNORECASE),
        telling=_telling(table),
        ahead=_words(table["ahead"], re.NOFLAG),  # in lower case only: "May" is a month
        verbs=_verbs(table, kinds),
        addressed=_words(table.get("addressed", "-")),
        that=re.compile(table["that"], re.IGNORECASE),
        fillers=re.compile(rf"(?:\s|,|(?<!\w)(?:{table['fillers']})(?!\w))*", re.IGNORECASE),
        breaks=re.compile(table["breaks"], re.IGNORECASE),
        indefinite=_words(table["indefinite"]),
        lead_ins=re.compile(table["lead_ins"], re.IGNORECASE),
        articles=re.compile(rf"(?:{table['articles']})\s+", re.IGNORECASE),
        prepositions=frozenset(table["prepositions"].split()),
        openers=frozenset(table.get("openers", "").split()),
        pronouns=frozenset(table["pronouns"].split()),
        possessives=frozenset(table.get("possessives", "").split()),
        nothing=frozenset(table["nothing"].split("|")),
        drops_that=language == "en",
        verb_second=language in ("de", "nl"),
    )


def _telling(table: dict[str, str]) -> re.Pattern[str]:
    """Build the pattern of `telling`: the forms of the language, save those of `states`."""
    return re.compile(rf"(?<!\w)(?!(?:{table['states']})(?!\w))(?:{table['telling']})(?!\w)", re.IGNORECASE)


def _verbs(table: dict[str, str], kinds: tuple[str, ...]) -> re.Pattern[str]:
    names = ["reports", *kinds, *(["present"] if "present" in table else [])]
    choices = [table["past"], *(_any_of(table[name]) for name in names), f"(?-i:{_any_of(table['ahead'])})"]
    return re.compile(rf"(?<!\w)(?=\w)(?:{'|'.join(choices)})", re.IGNORECASE)  # looked for at words only: faster


_EN = {
    "nothing": "nobody|no|none|nothing|neither",
    "voices": "suggested|indicated|denounced|condemned|accused|called on|called for|urged|criticised|criticized|"
    "demanded|"
    "praised|blamed|denied|rejected|appealed|asked|expressed|spoke|noted|concluded|estimated|emphasised|emphasized|"
    "stressed|recalled|welcomed|pledged|vowed|apologised|apologized|commented|responded|reacted|thanked|promised|"
    "predicted|suspected|thought|believed|admitted|insisted|proposed|recommended|argued|according to",
    "now": "is|are|am|does|do|can|cannot|must|remains|remain|wants|want|seeks|seek|means|faces|hopes|hope|plans|"
    "expects|"
    "expect|believes|believe|knows|know",
    "asides": "including|such as|unlike|similar to|compared with|compared to",
    "relatives": r"(?<=\w)(?:,?\s(?:who|whom|which|whose|where)|,\s(?:first |last |then )?(?:\w{2,20}ed|built|"
    r"begun|made|held|born|set up|brought|found|taken|written|shot|sold|sent|struck))(?!\w)",
    "timely": "in|at|on|during|after|before|following|since|until|ahead of|prior to",
    "indefinite": "a|an|another|one|two|three|some|several",
    "records": r"(?<!\w)(?:\w{2,20}(?<!inter)(?<!requ)est|most \w+|least \w+|first \w+|worst|best|"
    r"only \w+)(?!\w)[^,;:]{0,80}\ssince\s[^,;:]{0,80}$",
    "deferred": r"(?<!\w)(?:backdated|postponed|delayed|moved|put off|put back|extended|brought forward|rescheduled|"
    r"adjourned|"
    r"deferred)\s(?:[^\s,;]{1,20}\s){0,3}?(?:to|until|till|by)(?:\s(?:early|late|mid))?\s?$",
    "before": r"(?<!\w)had\s+(?:(?:not|never|also|already|just|long|since|previously|earlier|"
    r"\w{2,20}ly)\s+)?(?:been\s+)?"
    r"(?:\w{2,20}(?:ed|en|wn|ung|unk|ught)|been|become|begun|come|cut|done|found|gone|had|held|hit|kept|left|lost|"
    r"made|"
    r"met|paid|put|run|said|sent|set|shot|shut|sold|stood|told|won)(?!\w)",
    "earlier": "earlier",
    "previously": "previously|formerly|beforehand|until then|up to then|before that|prior to that|in the past",
    "telling": r"\w{2,20}ed(?<!need)(?<!speed)(?<!indeed)(?<!hundred)(?<!united)(?<!alleged)|began|begun|broke|"
    r"broken|came|cut|"
    r"drew|"
    r"drove|fell|fallen|fled|found|gave|given|got|hit|left|lost|made|met|rose|sank|sent|set|shot|shut|stole|stolen|"
    r"struck|took|taken|threw|thrown|went|gone|won|withdrew|withdrawn|caught|fought|died|flew|flown|sold|bought|paid|"
    r"brought|built|burst|chose|chosen|hurt|spread|"
    r"quit|swept|beat|beaten",
    "states": "added|appeared|argued|based|believed|called|consisted|contained|described|expected|explained|feared|"
    "hoped|"
    "included|insisted|involved|known|lived|located|looked|named|needed|owned|related|remained|remarked|required|"
    "seemed|stated|supposed|used|wanted",
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
    r"\w{2,20}ed(?<!need)(?<!speed)(?<!indeed)(?<!hundred)(?<!united)(?<!supposed)|became|began|broke|brought|built|came|cut|"
    r"fell|fled|"
    r"found|gave|got|grew|held|hit|kept|knew|led|left|lost|made|met|put|ran|rose|said|sank|saw|sent|set|shot|shut|"
    r"sold|spoke|spent|stole|stood|struck|swept|took|told|went|won|wrote|withdrew|beat|caught|sought|thought|"
    r"fought|bought|died|drew|drove|flew|hurt|laid|paid|quit|read|rode|sang|spread|threw|wore)(?!\w)",
    "perfect": r"(?<!\w)(?:reported|said|believed|thought|understood|known)\s+to\s+have\s+\w|(?<!\w)(?:has|"
    r"have)\s+(?:\w+\s+)?(?:been\s+)?\w{2,20}(?:ed|en|un|ut|ade|eft|ost|one|aid)(?!\w)",
    "ahead": "will|would|shall|is expected|are expected|is scheduled|are scheduled|is due|are due|plans to|plan "
    "to|is set to|are set to|may|might|could|should|is planning|intends to|hopes to",
    "that": r"\s*,?\s*that(?!\w)",
    "fillers": "on|late|early|earlier|in|during|at|a|an|the|written|official|short|joint|press|news|statement|"
    "release|"
    "conference|briefing|interview|report|reporters|journalists|email|letter|tweet|post|with|to|its|his|her|their|"
    "by|of|this|afternoon|morning|evening|night|reuters|also|bbc|cnn|via|through|spokesman|spokeswoman",
    "breaks": r";|:(?!\d)|—|(?<=\s)[–-](?=\s)|,\s+(?:but|while|which|who|whose|where|when|after|before|until|"
    r"although|"
    r"though|as|because|since|saying|adding|accusing|using|citing|according|with|including|following|prompting|"
    r"leaving|making|causing|killing)\b|,\s+and\s+(?=(?:[^\s,]{1,30}\s+){0,7}(?:is|was|were|had|has|have|did|will|"
    r"would|said|told|took|made|began|left|went|put|gave|fell|rose|won)(?!\w)|(?:the|his|her|its|their|"
    r"(?-i:[A-Z])\w+)"
    r"\s+(?:[^\s,]{1,30}\s+){0,3}\w{2,20}ed(?!\w))|(?<!\w)(?:and|but|which)\s+(?="
    r"an?\s+(?:\w+\s+){1,3}(?:is|was|were|had|has|will|would)(?!\w)|"
    r"(?:(?:it|he|she|they|the|his|her|its|their)\s+(?:\w+\s+){0,3})?(?:is|was|were|had|has|have|did|will|would|"
    r"took|said|made|began|left|found|went|put|told|gave|assured|(?:\w{2,20}ed(?<!need)(?<!sped)))(?!\w))|"
    r"(?<!\w)(?:after|before|while|when|although|because|until|since|as)\s+(?=(?:it|he|she|they|the|a|an|his|her|its|"
    r"their|(?-i:[A-Z])\w+|\w+s)\s+(?:\w+\s+){0,3}(?:is|was|were|had|has|have|did|will|would|took|said|made|began|"
    r"left|"
    r"found|went|put|told|gave|could|fell|became|(?:\w{2,20}ed(?<!need)(?<!sped)))(?!\w))",
    "lead_ins": r"(?:so far|nevertheless|however|meanwhile|moreover|furthermore|"
    r"in addition|additionally|also|but|and|so|"
    r"then|still|yet|instead|apparently|according to (?:[^,]{1,80})|as (?:[^,]{1,60}) (?:said|reported)|in (?:a|"
    r"its|his|her|their|the) (?:[^,]{0,40})(?:statement|tweet|post|interview|report|letter|press release|briefing|"
    r"conference)[^,]{0,40}|it is understood that|"
    r"it emerged that|for (?:his|her|its|their) part|on the other hand|as a "
    r"result|at the same time|afterwards?|earlier|later|finally|first|second|third|for example|indeed|in fact|of "
    r"course)(?:,\s*|\s+(?=that\b))|(?:but|and|so(?! far\b)|yet)\s+|(?:it is understood|it emerged) that\s+",
    "articles": "the|a|an",
    "prepositions": "in on at by for from of to with since until during within between around about early late "
    "mid before after over through the as and or but that which who whose while into onto against under using a "
    "an its his her their than has have had is was were be been will would it he she they not also because if "
    "when where though although this these those involving including regarding amid",
    "pronouns": "it he she they we i there",
    "possessives": "its his her their",
}
_ES = {
    "nothing": "nadie|nada|ningún|ninguna|ninguno|no",
    "voices": "sugirió|denunció|denunciaron|condenó|condenaron|acusó|acusaron|instó|criticó|exigió|elogió|negó|"
    "rechazó|"
    "pidió|pidieron|expresó|lamentó|subrayó|destacó|concluyó|estimó|prometió|recordó|respondió|según",
    "now": "es|son|está|están|tiene|tienen|puede|pueden|debe|deben|hay|quiere|quieren|espera|esperan|sigue|siguen",
    "asides": "incluido|incluida|incluidos|incluidas|entre ellos|entre ellas|a diferencia de|en comparación con",
    "relatives": r",\s(?:que|quien|quienes|cuy[oa]s?|donde|\w{2,20}[ai]d[oa]s?)(?!\w)",
    "timely": "en|durante|tras|antes|después|desde|hasta",
    "indefinite": "un|una|unos|unas|otro|otra|dos|tres",
    "records": r"(?<!\w)(?:(?:más|menos) \w+|primer\w*|peor|mejor|mayor|"
    r"menor)(?!\w)[^,;:]{0,80}\sdesde\s[^,;:]{0,80}$",
    "deferred": r"(?<!\w)(?:aplaz\w+|pospuest\w+|retras\w+|adelant\w+|prorrog\w+|"
    r"ampli\w+)\s(?:[^\s,;]{1,20}\s){0,3}?(?:a|al|hasta|"
    r"para)(?: el)?\s?$",
    "perfect": r"(?<!\w)(?:ha|han)\s+(?:sido\s+)?\w{2,20}(?:ado|ada|ados|adas|ido|ida|idos|idas|cho|to|sto)(?!\w)",
    "before": r"(?<!\w)(?:había|habían|hubo|hubieron)\s+(?:sido\s+)?\w{2,20}(?:ado|ada|ados|adas|ido|ida|idos|idas|"
    r"cho|to|"
    r"sto)(?!\w)",
    "earlier": "más temprano|horas antes",
    "previously": "previamente|anteriormente|antes|con anterioridad|hasta entonces|en el pasado",
    "telling": r"\w{2,20}(?:ó|aron|ieron|eron)|(?:ha|han|había|habían|fue|fueron|ha sido|"
    r"han sido)\s+\w{2,20}(?:ad[oa]s?|"
    r"id[oa]s?|ch[oa]s?|t[oa]s?)|hizo|hicieron|puso|pusieron|vino|vinieron|cayó|huyó",
    "states": "dijo|dijeron|añadió|agregó|explicó|señaló|indicó|insistió|opinó|consideró|pareció|existió|permaneció|"
    "quedó|significó|pudo|quiso|supo|tuvo|estuvo|estuvieron",
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
    "voices": "suggereerde|veroordeelde|beschuldigde|riep op|eiste|prees|ontkende|verwierp|vroeg|benadrukte|"
    "concludeerde|"
    "schatte|beloofde|voegde|reageerde|sprak|volgens",
    "now": "kan|kunnen|moet|moeten|blijft|blijven|wil|willen|staat|staan|ligt|liggen|hoopt|verwacht|verwachten",
    "asides": "waaronder|inclusief|zoals|in tegenstelling tot|vergeleken met",
    "relatives": r",\s(?:die|dat|wie|wiens|waar)(?!\w)",
    "timely": "in|op|bij|tijdens|na|voor|sinds|tot",
    "indefinite": "een|twee|drie|enkele",
    "records": r"(?<!\w)(?:\w{2,20}ste|eerste)(?!\w)[^,;:]{0,80}\ssinds\s[^,;:]{0,80}$",
    "deferred": r"(?<!\w)(?:uitgesteld|verplaatst|verschoven|verlengd|opgeschort|vervroegd)\s(?:tot|naar)\s?$",
    "perfect": r"(?<!\w)(?:heeft|hebben|is|zijn)\s(?:[^\s,;]{1,30}\s){0,12}?(?:ge\w{3,20}|\w{1,6}ge\w{3,20}|(?:be|"
    r"ver|ont|her)"
    r"\w{3,20}[dt])(?!\w)",
    "before": r"(?<!\w)(?:had|hadden)\s(?:[^\s,;]{1,30}\s){0,12}?(?:ge\w{3,20}|\w{1,6}ge\w{3,20}|(?:be|ver|ont|her)"
    r"\w{3,20}[dt])(?!\w)",
    "earlier": "eerder",
    "previously": "voorheen|voordien|daarvoor|tevoren|vroeger|tot dan toe",
    "telling": r"werd|werden|\w{2,20}(?:[bcdfghjklmnpqrstvwxz]de|[bcdfghjklmnpqrtvwxz]te|eerden)|"
    r"(?:be|ver|ont|her)\w{2,20}(?:den|ten)|"
    r"(?:heeft|hebben|is|zijn)\s(?:[^\s,;]{1,30}\s){0,12}?(?:ge\w{3,20}|(?:be|ver|ont|her)\w{3,20}[dt])|begon|begonnen|"
    r"kwam|kwamen|viel|vielen|ging|gingen|nam|namen|gaf|gaven|vond|vonden|verloor|sloot|sloten|brak|braken|stal|"
    r"stalen|schoot|schoten|greep|grepen|trof|troffen|stierf|overleed|vertrok|won|wonnen|drong|drongen|drang|eiste|"
    r"plaatste|verwoestte|raakten|maakten|stopten|haalden|legden|werkten|trokken|trok|riep|riepen",
    "states": "zeiden|wilde|konde|zouden|vertelde|vertelden|waarde|einde|orde|aarde|derde|vierde|zesde|bepaalde|"
    "genoemde|zogenaamde|bekende|verschillende|volgende|beide|rente|route|verleden|bekenden|verwachten|betekende|bestonden|"
    "vormde|hoorde|bleken|gewapende",
    "nothing": "niemand|niets|geen|niet",
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
    "voices": "vermutete|verurteilte|verurteilten|beschuldigte|warf|forderte|forderten|kritisierte|lobte|bestritt|"
    "wies|"
    "betonte|betonten|schätzte|versprach|fügte|reagierte|äußerte|dankte|laut|zufolge",
    "now": "kann|können|muss|müssen|bleibt|bleiben|will|wollen|gilt|gelten|steht|stehen|liegt|hofft|erwartet|erwarten",
    "asides": "darunter|einschließlich|inklusive|anders als|im Vergleich zu",
    "relatives": r",\s(?:der|die|das|dem|den|deren|dessen|wo)(?!\w)",
    "timely": "in|im|am|an|bei|beim|während|nach|vor|seit|bis",
    "indefinite": "ein|eine|zwei|drei|einige|mehrere",
    "records": r"(?<!\w)(?:\w{2,20}st(?:e|er|es|en)|erste[rsn]?)(?!\w)[^,;:]{0,80}\sseit\s[^,;:]{0,80}$",
    "deferred": r"(?<!\w)(?:verschob|verschoben|verlegt\w*|vertagt\w*|verlänger\w+|"
    r"vorgezogen)\s(?:[^\s,;]{1,20}\s){0,4}?(?:auf|bis)"
    r"(?: den| zum)?\s?$",
    "before": r"(?<!\w)(?:hatte|hatten)\s(?:[^\s,;]{1,30}\s){0,14}?(?!gehabt|gewesen|gewusst)"
    r"(?:\w{0,8}ge\w{2,20}(?:t|en)|(?:be|ver|ent|er|"
    r"zer)\w{2,20}"
    r"(?:t|en)|\w{3,20}iert)(?!\w)",
    "earlier": "zuvor|vorher",
    "previously": "früher|ehemals|bis dahin|vormals",
    "telling": r"wurde|wurden|(?:hat|haben|ist|sind)\s(?:[^\s,;]{1,30}\s){0,14}?(?:\w{0,8}ge\w{2,20}(?:t|en)|"
    r"(?:be|ver|ent|er|zer)\w{2,20}(?:t|en)|\w{3,20}iert)|(?!ge)(?-i:[a-zäöüß])\w{1,20}[bcdfghjklmnpqrstvwxzß]ten?|begann|begannen|kam|"
    r"kamen|fiel|fielen|ging|gingen|nahm|nahmen|gab|gaben|fand|fanden|verlor|schloss|schlossen|brach|brachen|stahl|"
    r"stahlen|traf|trafen|starb|starben|verließ|griff|griffen|schoss|schossen|stieß|drang|drangen|rief|riefen",
    "states": "hatte|hatten|konnte|konnten|sollte|sollten|wollte|wollten|musste|mussten|durfte|durften|mochte|möchte|"
    "könnte|könnten|müsste|müssten|dürfte|dürften|sagte|sagten|meinte|meinten|glaubte|glaubten|hoffte|hofften|dachte|"
    "wusste|wohnte|gehörte|letzten?|ersten?|nächsten?|bekannten?|besten?|größten?|höchsten?|meisten?|gab an|ernsten?|"
    "rechten?|seiten|mitten|unten|weiten|guten|alten|harten?|leichten?|schlechten?|bestimmten?|verletzten|mindestens",
    "nothing": "niemand|nichts|kein|keine|keiner|keines",
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
    "nothing": "personne|rien|aucun|aucune|nul|nulle",
    "voices": "a suggéré|a dénoncé|ont dénoncé|a condamné|ont condamné|a accusé|ont accusé|a exhorté|a critiqué|"
    "a exigé|"
    "a salué|a nié|a rejeté|a demandé|ont demandé|a exprimé|a souligné|a estimé|a promis|a rappelé|a répondu|selon",
    "now": "est|sont|peut|peuvent|doit|doivent|reste|restent|veut|veulent|espère|espèrent|semble",
    "asides": "y compris|notamment|parmi lesquels|contrairement à|à la différence de",
    "relatives": r",\s(?:qui|que|dont|où|\w{2,20}ée?s?)(?!\w)",
    "timely": "en|dans|à|au|lors|pendant|durant|après|avant|depuis|jusqu",
    "indefinite": "un|une|des|deux|trois",
    "records": r"(?<!\w)(?:(?:le|la|les) (?:plus|moins) \w+|premi\w+|pire|"
    r"meilleur\w*)(?!\w)[^,;:]{0,80}\sdepuis\s[^,;:]{0,80}$",
    "deferred": r"(?<!\w)(?:report\w+|repouss\w+|prolong\w+|avanc\w+|ajourn\w+)\s(?:[^\s,;]{1,20}\s){0,3}?(?:à|au|"
    r"jusqu['’]en|"
    r"jusqu['’]au)\s?$",
    "before": r"(?<!\w)(?:avait|avaient|était|étaient)\s+(?:déjà\s+|été\s+|pas\s+)?\w{2,20}(?:ées?|és?|is?|it|ite|"
    r"us?|ues?|"
    r"ert|erte)(?!\w)",
    "earlier": "plus tôt",
    "previously": "auparavant|précédemment|antérieurement|jusqu'alors|jusque-là|naguère",
    "telling": r"(?:a|ont|est|sont|fut|furent|avait|avaient|était|étaient)\s+(?:été\s+|déjà\s+|également\s+|"
    r"aussi\s+)?"
    r"\w{2,20}(?:ées?|és?|is?|ises?|its?|ites?|us?|ues?|erts?|ertes?)|\w{3,20}(?:èrent|irent|urent)",
    "states": r"(?:a|ont) (?:dit|ajouté|expliqué|estimé|souligné|précisé|insisté|été un\w*|eu|pu|dû|voulu|semblé)|"
    r"(?:est|sont|était|étaient) (?:situ|connu|compos|bas)\w*",
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


def has_cues(language: str) -> bool:
    """Tell a language that has word tables of its own."""
    return language.partition("-")[0] in _TABLES
