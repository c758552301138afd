"""French words that tell what a sentence does; `Cues` says what each row is for."""

from __future__ import annotations

CUES = {
    "negated": r"\bn(?:e\s|['’])",
    "nothing": "personne|rien|aucun|aucune|nul|nulle",
    "voices": "a refusé|ont refusé|a décliné|a suggéré|a dénoncé|ont dénoncé|a condamné|ont condamné|a accusé|"
    "ont accusé|a exhorté|a critiqué|"
    "a exigé|"
    "a salué|a nié|a rejeté|a demandé|ont demandé|a exprimé|a souligné|a estimé|a promis|a rappelé|selon",
    "now": "est|sont|peut|peuvent|doit|doivent|reste|restent|veut|veulent|espère|espèrent|semble",
    "asides": "y compris|notamment|parmi lesquels|contrairement à|à la différence de",
    "relatives": r",\s(?:qui|que|dont|où|\w{2,20}(?:ée?s?|ite?s?|ue?s?|erte?s?))(?!\w)",
    "relative_words": "qui|dont|où",
    "subordinate": r"(?:après que|lorsque|quand|bien que|alors que|comme|puisque|si|une fois que)\s|"
    r"(?:(?:après\s|lors|bien\s|alors\s|puis|une fois\s)qu|s)['’](?:ils?|elles?|on)\s",
    "since": "depuis",
    "loose": r"(?:à l['’](?:origine|époque)|(?:a|ont) été (?:construit|fondé|conçu|inventé|développé|écrit|composé|"
    r"fabriqué)e?s? par|récemment|dernièrement|(?:est|sont|était|étaient) née?s?|naquit|"
    r"lorsqu['’](?:il|elle) avait \w+ ans|(?:semaines|mois|ans|années) (?:après|avant|plus tard)|"
    r"(?P<age>à l['’]âge de))(?!\w)",
    "dying": "mort|morte|décédé|décédée|tué|tuée",
    "measured": r"\bpour(?: (?:la |le |les )?(?:période|exercice|année|trimestre|mois)(?: (?:de|entre|allant de))?|"
    r" l['’](?:exercice|année))?\s?$",
    "to_come": r"\b(?:avant|jusqu['’]à ce) qu(?:e\s|['’])(?:[^\s,;]{1,30}\s){0,4}?(?:soit|soient|ne\s\w{3,15}e)\s"
    r"(?:[^\s,;]{1,30}\s){0,12}@",
    "after": "après",
    "ahead_of": r"avant (?:de|que|d['’]|qu['’])",
    "soon": "peu|juste|aussitôt|immédiatement",
    "nonfinite": r"(?:s[’']|l[’']|se\s)?(?:avoir|être|\w{2,20}(?:er|ir|oir|dre|tre|ire|ure))(?!\w)",
    "during": "en|dans|lors|pendant|durant|au cours|dans le cadre",
    "timely": "au cours|dans le cadre|en|dans|à|au|lors|pendant|durant|après|avant|depuis|jusqu",
    "indefinite": "un|une|des|deux|trois",
    "done_by": r"(?<!\bet\s)(?<!avec\s)\b(?:les?|la|l['’]|une?|des)\s?(?:[\w’'-]{1,20}\s){1,3}"
    r"(?<!été\s)(?<!est\s)(?<!sont\s)(?<!fut\s)(?<!furent\s)\w{2,20}(?:é|i|u|is|it)e?s?\spar\s",
    "records": r"\b(?:(?:le|la|les) (?:plus|moins) \w+|premi\w+|pire|"
    r"meilleur\w*)(?!\w)[^,;:]{0,80}\sdepuis\s[^,;:]{0,80}$",
    "deferred": r"\b(?:report\w+|repouss\w+|prolong\w+|avanc\w+|ajourn\w+)\s(?:[^\s,;]{1,20}\s){0,3}?(?:à|au|"
    r"jusqu['’]en|"
    r"jusqu['’]au)\s?$|\b(?<!est\s)(?<!sont\s)(?<!était\s)(?<!étaient\s)(?<!été\s)(?:prévu|programmé)e?s?\s"
    r"(?:(?:pour|en|à)\s)?(?:le\s)?$|"
    r"\bqui\sdev(?:ait|aient)\s(?:se\stenir|avoir\slieu|(?:s['’])?ouvrir)\s(?:en\s|le\s)?$",
    "before": r"\b(?:avait|avaient|était|étaient)\s+(?:déjà\s+|été\s+|pas\s+)?\w{2,20}(?:ées?|és?|is?|it|ite|"
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
    "past": r"\b(?:(?:a|ont|avait|avaient|est|sont|était|étaient|fut|furent)\s+\w{3,20}|\w{3,20}(?:èrent|"
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
