"""Spanish words that tell what a sentence does; `Cues` says what each row is for."""

from __future__ import annotations

CUES = {
    "negated": r"\bno\s(?:se\s|lo\s|la\s|le\s)?(?=\w)",
    "nothing": "nadie|nada|ningún|ninguna|ninguno|no",
    "voices": "declinó|negaron|sugirió|denunció|denunciaron|condenó|condenaron|acusó|acusaron|"
    "instó|criticó|exigió|elogió|negó|"
    "rechazó|"
    "pidió|pidieron|expresó|lamentó|subrayó|destacó|concluyó|estimó|prometió|recordó|según",
    "now": "es|son|está|están|tiene|tienen|puede|pueden|debe|deben|hay|quiere|quieren|espera|esperan|sigue|siguen",
    "asides": "incluido|incluida|incluidos|incluidas|entre ellos|entre ellas|a diferencia de|en comparación con",
    "relatives": r",\s(?:que|quien|quienes|cuy[oa]s?|donde|\w{2,20}[ai]d[oa]s?)(?!\w)",
    "relative_words": "que(?= (?:se |l[aeo]s? )?hab)|quien|quienes|cuy[oa]s?|donde",
    "subordinate": r"(?:cuando|aunque|porque|como|mientras|si|una vez que|(?:después|antes) de que)\s",
    "since": "desde",
    "loose": r"(?:originalmente|(?:fue|fueron) (?:construid|fundad|diseñad|inventad|desarrollad|escrit|compuest|"
    r"fabricad)[oa]s? por|recientemente|últimamente|nació|nacieron|de (?:niñ[oa]s?|adolescentes?)|"
    r"cuando tenía \w+ años|(?:semanas|meses|años) (?:después|antes|más tarde)|(?P<age>a los \w+ años))(?!\w)",
    "dying": "murió|falleció|muerto|muerta",
    "measured": r"\b(?:para|correspondientes? al?)(?: el| la)?(?: (?:período|periodo|ejercicio|año|trimestre|mes)"
    r"(?: (?:de|entre))?)?\s?$",
    "to_come": r"\b(?:antes de|hasta) que\s(?:[^\s,;]{1,30}\s){0,4}?(?:sean?|(?:se\s)?\w{3,12}(?<!r)[ea]n?)\s"
    r"(?:[^\s,;]{1,30}\s){0,12}@",
    "after": "tras|después de|luego de",
    "ahead_of": "antes de",
    "soon": "poco|justo|inmediatamente",
    "nonfinite": r"(?:haber\s)?\w{2,20}[aei]r(?:l[aeo]s?|se)?(?!\w)",
    "during": "en|durante|en el marco de|como parte de",
    "timely": "como parte de|en|durante|tras|antes|después|desde|hasta",
    "indefinite": "un|una|unos|unas|otro|otra|dos|tres",
    "done_by": r"(?<!\sy\s)(?<!con\s)\b(?:el|las?|los|una?)\s(?:[\w’'-]{1,20}\s){1,3}"
    r"(?<!sido\s)(?<!fue\s)(?<!fueron\s)(?<!es\s)(?<!son\s)\w{2,20}(?:ad|id|ech|ist|iert)[oa]s?\spor\s",
    "records": r"\b(?:(?:más|menos) \w+|primer\w*|peor|mejor|mayor|"
    r"menor)(?!\w)[^,;:]{0,80}\sdesde\s[^,;:]{0,80}$",
    "deferred": r"\b(?:aplaz\w+|pospuest\w+|retras\w+|adelant\w+|prorrog\w+|"
    r"ampli\w+)\s(?:[^\s,;]{1,20}\s){0,3}?(?:a|al|hasta|"
    r"para)(?: el)?\s?$|\b(?<!es\s)(?<!son\s)(?<!está\s)(?<!están\s)(?<!estaba\s)(?<!estaban\s)(?<!sido\s)"
    r"(?:previst|programad)[oa]s?\s(?:(?:para|en)\s)?(?:el\s)?$",
    "perfect": r"\b(?:ha|han)\s+(?:sido\s+)?\w{2,20}(?:ado|ada|ados|adas|ido|ida|idos|idas|cho|to|sto)(?!\w)",
    "repeated": "siempre|jamás|nunca|a menudo|con frecuencia|repetidamente|reiteradamente|veces|a lo largo de",
    "before": r"\b(?:había|habían|hubo|hubieron)\s+(?:sido\s+)?\w{2,20}(?:ado|ada|ados|adas|ido|ida|idos|idas|"
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
    "past": r"\b(?:\w{2,20}(?:ó|aron|ieron)|fue|fueron|era|había|habían|ha|han|hizo|dijo|tuvo|estuvo|pudo|"
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
    "openers": "nuevamente",
    "pronouns": "este esta él ella ellos",
}
