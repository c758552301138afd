"""Dutch words that tell what a sentence does; `Cues` says what each row is for."""

from __future__ import annotations

CUES = {
    "negated": r"\bniet(?!\w)",
    "voices": "weigerde|weigerden|suggereerde|veroordeelde|beschuldigde|riep op|eiste|prees|ontkende|verwierp|"
    "vroeg|benadrukte|"
    "concludeerde|"
    "schatte|beloofde|voegde|sprak|volgens",
    "now": "kan|kunnen|moet|moeten|blijft|blijven|wil|willen|staat|staan|ligt|liggen|hoopt|verwacht|verwachten",
    "asides": "waaronder|inclusief|zoals|in tegenstelling tot|vergeleken met",
    "relatives": r",\s(?:die|dat|wie|wiens|waar)(?!\w)",
    "relative_words": "die|wie|waar|dat(?= had)",
    "subordinate": r"(?:nadat|toen|omdat|hoewel|terwijl|als|voordat|zodra)\s",
    "since": "sinds",
    "loose": r"(?:oorspronkelijk|destijds|indertijd|(?:werd|werden) door [^,;]{2,60} (?:gebouwd|opgericht|ontworpen|"
    r"uitgevonden|ontwikkeld|geschreven|vervaardigd)|onlangs|recentelijk|kortgeleden|geboren|als (?:kind|tiener)|"
    r"toen (?:hij|zij|ze) \w+ (?:jaar )?was|(?:weken|maanden|jaren|jaar) (?:later|na|eerder)|"
    r"(?P<age>op (?:\w+-jarige leeftijd|de leeftijd van)))(?!\w)",
    "dying": "overleed|overleden|stierf|gestorven|gedood",
    "measured": r"\b(?:over|voor de periode|voor het (?:jaar|boekjaar|kwartaal))(?: (?:het|de))?(?: (?:periode|jaar|"
    r"boekjaar|kwartaal|maand))?(?: (?:van|tussen))?\s?$",
    "to_come": r"\b(?:voordat|totdat|zodra)\s(?:[^\s,;]{1,30}\s){1,5}?@(?:\s[^\s,;]{1,30}){0,3}?\s(?:wordt|worden|"
    r"begint|eindigt|opent|gaat)(?!\w)",
    "after": "nadat|na",
    "ahead_of": "voordat|alvorens",
    "soon": "kort|vlak|meteen|direct|onmiddellijk",
    "during": "in|bij|tijdens|in het kader van",
    "timely": "in het kader van|in|op|bij|tijdens|na|voor|sinds|tot",
    "indefinite": "een|twee|drie|enkele",
    "records": r"\b(?:\w{2,20}ste|eerste)(?!\w)[^,;:]{0,80}\ssinds\s[^,;:]{0,80}$",
    "deferred": r"\b(?:uitgesteld|verplaatst|verschoven|verlengd|opgeschort|vervroegd)\s(?:tot|naar)\s?$",
    "put_off": r"\b(?:tot|naar) (?:\S+ ){1,4}?(?:uitgesteld|verplaatst|verschoven|verlengd|opgeschort|vervroegd)\b|"
    r"\b(?:voor|op) (?:\S+ ){1,4}?(?:geplande|vastgestelde|aangekondigde)\b",
    "perfect": r"\b(?:heeft|hebben|is|zijn)\s(?:[^\s,;]{1,30}\s){0,12}?(?:ge\w{3,20}|\w{1,6}ge\w{3,20}|(?:be|"
    r"ver|ont|her)"
    r"\w{3,20}[dt])(?!\w)",
    "repeated": "altijd|nooit|ooit|vaak|herhaaldelijk|tweemaal|driemaal|keer|in de loop der jaren",
    "before": r"\b(?:had|hadden)\s(?:[^\s,;]{1,30}\s){0,12}?(?:ge\w{3,20}|\w{1,6}ge\w{3,20}|(?:be|ver|ont|her)"
    r"\w{3,20}[dt])(?!\w)",
    "earlier": "eerder",
    "previously": "voorheen|voordien|daarvoor|tevoren|vroeger|tot dan toe",
    "telling": r"werd|werden|\w{2,20}(?:[bcdfghjklmnpqrstvwxz]de|[bcdfghjklmnpqrtvwxz]te|eerden)|"
    r"(?:be|ver|ont|her)\w{2,20}(?:den|ten)|"
    r"(?:heeft|hebben|is|zijn)\s(?:[^\s,;]{1,30}\s){0,12}?(?:ge\w{3,20}|(?:be|ver|ont|her)\w{3,20}[dt])|begon|"
    r"begonnen|verdween|verdwenen|"
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
    "past": r"\b(?:werd|werden|was|waren|had|hadden|heeft|hebben|is|zijn|\w{3,20}(?:de|te|den|ten)|kwam|ging|"
    r"zei|nam|gaf|vond)(?!\w)",
    "conditional": "zou|zouden",
    "ahead": "zal|zullen|zou|zouden|gaat|gaan|wil|willen|moet",
    "that": r"\s*,?\s*dat(?!\w)",
    "fillers": "op|in|de|het|een|aan|tegen|vandaag|persconferentie|verklaring|afgelopen",
    "breaks": r"[;:—–]|,\s+(?:en|maar|terwijl|die|dat|waar|toen|nadat|hoewel|aldus|volgens)\b",
    "lead_ins": r"(?:echter|intussen|ondertussen|bovendien|ook|volgens [^,]{1,80}),?\s+",
    "articles": "de|het|een",
    "prepositions": "in op de het een van aan bij door voor met om te naar uit over en of dat die als sinds tot tussen",
    "openers": "opnieuw",
    "pronouns": "het hij zij ze er",
}
