"""German words that tell what a sentence does; `Cues` says what each row is for."""

from __future__ import annotations

CUES = {
    "negated": r"\bnicht(?!\w)",
    "voices": "vermutete|verurteilte|verurteilten|beschuldigte|warf|forderte|forderten|kritisierte|lobte|bestritt|"
    "wies|lehnte|lehnten|weigerte|"
    "betonte|betonten|schätzte|versprach|fügte|äußerte|dankte|laut|zufolge",
    "now": "kann|können|muss|müssen|bleibt|bleiben|will|wollen|gilt|gelten|steht|stehen|liegt|hofft|erwartet|erwarten",
    "asides": "darunter|einschließlich|inklusive|anders als|im Vergleich zu",
    "relatives": r",\s(?:der|die|das|dem|den|deren|dessen|wo)(?!\w)",
    "since": "seit",
    "loose": r"(?:kürzlich|jüngst|neulich|unlängst|geboren|ursprünglich|damals|(?:wurde|wurden) von [^,;]{2,60} "
    r"(?:gebaut|erbaut|gegründet|entworfen|erfunden|entwickelt|geschrieben|hergestellt)|als (?:kind|jugendliche[rn]?)|"
    r"(?:wochen|monate|jahre) (?:später|danach|zuvor|nach|vor)|(?P<age>im alter von))(?!\w)",
    "dying": "starb|gestorben|tot|getötet",
    "measured": r"\bfür(?: (?:das|den|die))?(?: (?:zeitraum|jahr|geschäftsjahr|quartal|monat)(?: (?:von|zwischen))?)?"
    r"\s?$",
    "to_come": r"\b(?:bevor|bis|sobald)\s(?:[^\s,;]{1,30}\s){1,5}?@(?:\s[^\s,;]{1,30}){0,3}?\s(?:wird|werden|beginnt|"
    r"endet|öffnet|tritt)(?!\w)",
    "after": r"nachdem|nach (?:de[mr]|den|sein\w*|ihr\w*|eine[mr])(?! (?:\w+ )?(?:angaben|worten|aussagen?|berichten?|"
    r"informationen|darstellung|einschätzung|ansicht|auskunft))",
    "ahead_of": "bevor|ehe",
    "soon": "kurz|bald|unmittelbar|gleich|direkt",
    "during": "in|im|bei|beim|während|im rahmen|im zuge",
    "timely": "im rahmen|im zuge|in|im|am|an|bei|beim|während|nach|vor|seit|bis",
    "indefinite": "ein|eine|zwei|drei|einige|mehrere",
    "records": r"\b(?:\w{2,20}st(?:e|er|es|en)|erste[rsn]?)(?!\w)[^,;:]{0,80}\sseit\s[^,;:]{0,80}$",
    "deferred": r"\b(?:verschob|verschoben|verlegt\w*|vertagt\w*|verlänger\w+|"
    r"vorgezogen)\s(?:[^\s,;]{1,20}\s){0,4}?(?:auf|bis)"
    r"(?: den| zum)?\s?$",
    "put_off": r"\b(?:auf|bis)(?: den| zum)? (?:\S+ ){1,4}?(?:verschoben|verlegt|vertagt|vorgezogen|verlängert)\b|"
    r"\b(?:für|auf)(?: den)? (?:\S+ ){1,4}?(?:geplant|angesetzt|vorgesehen|angekündigt)e\w?\b",
    "before": r"\b(?:hatte|hatten)\s(?:[^\s,;]{1,30}\s){0,14}?(?!gehabt|gewesen|gewusst)"
    r"(?:\w{0,8}ge\w{2,20}(?:t|en)|(?:be|ver|ent|er|"
    r"zer)\w{2,20}"
    r"(?:t|en)|\w{3,20}iert)(?!\w)",
    "earlier": "zuvor|vorher",
    "previously": "früher|ehemals|bis dahin|vormals",
    "telling": r"wurde|wurden|(?:hat|haben|ist|sind)\s(?:[^\s,;]{1,30}\s){0,14}?(?:\w{0,8}ge\w{2,20}(?:t|en)|"
    r"(?:be|ver|ent|er|zer)\w{2,20}(?:t|en)|\w{3,20}iert)|(?!ge)(?-i:[a-zäöüß])\w{1,20}(?:[bcdfghjklmnpqrstvwxzß]|[dt]e)ten?|"
    r"begann|begannen|verschwand|verschwanden|kam|"
    r"kamen|fiel|fielen|ging|gingen|nahm|nahmen|gab|gaben|fand|fanden|verlor|schloss|schlossen|brach|brachen|stahl|"
    r"stahlen|traf|trafen|starb|starben|verließ|griff|griffen|schoss|schossen|stieß|drang|drangen|rief|riefen",
    "states": "hatte|hatten|bedeutete|lautete|vermutete|geeignete|bewaffnete|benachbarte|"
    "konnte|konnten|sollte|sollten|wollte|wollten|musste|mussten|durfte|durften|mochte|möchte|"
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
    "past": r"\b(?:wurde|wurden|war|waren|hatte|hatten|hat|haben|ist|sind|\w{3,20}(?:te|ten)|kam|ging|gab|"
    r"nahm|fand|starb)(?!\w)",
    "ahead": "wird|werden|soll|sollen|will|wollen|könnte|dürfte|plant",
    "that": r"\s*,?\s*dass(?!\w)",
    "fillers": "am|im|in|der|die|das|den|dem|mit|heute|einer|einem|erklärung|mitteilung|pressekonferenz",
    "breaks": r"[;:—–]|,\s+(?:und|aber|während|der|die|das|wo|als|nachdem|obwohl|so|wie|dass|weil)\b",
    "lead_ins": r"(?:allerdings|jedoch|unterdessen|zudem|außerdem|auch|nach angaben [^,]{1,80}|laut [^,]{1,60}),?\s+",
    "articles": "der|die|das|ein|eine|den|dem|des",
    "prepositions": "in im am an auf der die das den dem des von vom bei durch für mit um zu zum zur nach aus "
    "über und oder dass als seit bis zwischen ein eine einen",
    "openers": "erneut nochmals",
    "pronouns": "es er sie",
}
