"""English words that tell what a sentence does; `Cues` says what each row is for."""

from __future__ import annotations

CUES = {
    "negated": r"(?<=\w)(?: not|n['’]t)(?!\w)",
    "nothing": "nobody|no|none|nothing|neither",
    "voices": "suggested|indicated|denounced|condemned|accused|called on|called for|urged|criticised|criticized|"
    "demanded|"
    "praised|blamed|denied|rejected|appealed|asked|expressed|spoke|noted|concluded|estimated|emphasised|emphasized|"
    "stressed|recalled|welcomed|pledged|vowed|apologised|apologized|commented|thanked|promised|"
    "declined|refused|predicted|suspected|thought|believed|admitted|insisted|proposed|recommended|argued|according to",
    "now": "is|are|am|does|do|can|cannot|must|remains|remain|wants|want|seeks|seek|means|faces|hopes|hope|plans|"
    "expects|"
    "expect|believes|believe|knows|know",
    "progressive": r"(?:is|are)\s(?:now\s|still\s|currently\s)?(?:being|(?!missing|king)\w{3,20}ing)\s",
    "asides": "including|such as|unlike|similar to|compared with|compared to",
    "relatives": r"(?<=\w)(?:,?\s(?-i:who|whom|which|whose|where)|,\s(?:first |last |then )?(?:\w{2,20}ed|built|"
    r"begun|made|held|born|set up|brought|found|taken|written|shot|sold|sent|struck))(?!\w)",
    "relative_words": "who|whom|which|whose|where|that(?= had)",
    "subordinate": r"(?:when|because|although|though|while|once|if|until|whereas)\s|"
    r"(?:after|before|as|since)\s(?:[^\s,]+\s){1,3}had\s",
    "since": "since",
    "loose": r"(?:(?<!more )recently|lately|(?:was|were) born|as an? (?:child|teenager|boy|girl|baby)|(?:when|until) "
    r"(?:he|she|they) (?:was|were|turned) (?:\d+|\w{3,9}(?:teen|ty)|\w{3,6}(?= years)|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve)|(?:weeks|months|years|decades) (?:after|before|earlier|later)|(?P<age>at the age of|"
    r"(?:he|she) [^,;]{2,80}? aged \d+)|originally|at (?:the|that) time(?! of)|back then|(?:was|were) (?:first |"
    r"initially )?(?:built|founded|designed|invented|developed|written|composed|produced|manufactured|constructed) by|"
    r"(?:was|were) named after)(?!\w)",
    "dying": "died|dies|dead|killed",
    "measured": r"\bfor(?: the)?(?:(?: \w+)? (?:period|years?|months?|quarters?|season)(?: (?:of|from|between|in|"
    r"ended|ending|to))*)?\s?$",
    "to_come": r"\b(?:before|until|till|once|as soon as)\s(?:[^\s,;]{1,30}\s){1,5}?(?:is|are|(?:takes|begins|starts|"
    r"ends|opens|closes|expires|goes|comes|leaves|returns|meets|enters)(?!\s(?:was|were|had|\w+ed)\b))\s"
    r"(?:[^\s,;]{1,30}\s){0,12}@",
    "after": r"after|(?<!the\s)following",
    "ahead_of": "before|prior to|ahead of",
    "soon": "just|shortly|soon|immediately|right|moments|minutes|hours",
    "nonfinite": r"(?!morning|evening|spring|king)\w{2,20}ing(?!\w)",
    "during": "in|at|during|throughout|as part of|as a part of",
    "timely": "as part of|as a part of|throughout|in|at|on|during|after|before|following|since|until|ahead of|prior to",
    "indefinite": "a|an|another|one|two|three|some|several",
    "done_by": r"(?<!and\s)(?<!with\s)(?<!saw\s)(?<!had\s)(?<!found\s)(?<!left\s)"
    r"\b(?:the|an?)\s(?:[\w’'-]{1,20}\s){1,3}"
    r"(?<!was\s)(?<!were\s)(?<!been\s)(?<!is\s)(?<!are\s)(?<!be\s)\w{2,20}(?:ed|en|wn)\sby\s",
    "records": r"\b(?:\w{2,20}(?<!inter)(?<!requ)est|most \w+|least \w+|first \w+|worst|best|"
    r"only \w+|(?:not|never|un)\s?(?:seen|reached|matched|recorded|known))(?!\w)[^,;:]{0,80}\ssince\s[^,;:]{0,80}$",
    "deferred": r"\b(?:backdated|postponed|delayed|moved|put off|put back|extended|brought forward|rescheduled|"
    r"adjourned|"
    r"deferred)\s(?:[^\s,;]{1,20}\s){0,3}?(?:to|until|till|by)(?:\s(?:early|late|mid))?\s?$|\b(?<!is\s)"
    r"(?<!was\s)(?<!are\s)(?<!were\s)(?<!be\s)(?<!been\s)(?:set|setting|scheduled|scheduling|planned|booked|called)\s"
    r"(?:[^\s,;]{1,20}\s){1,6}?for(?:\s(?:early|late|mid))?\s?$|"
    r"\b(?:the|an?|its|his|her|their)\s(?:(?!(?:is|was|are|were|be|been|has|have|had)\s)[\w’'-]{1,20}\s){1,4}?"
    r"(?:(?:due|scheduled|planned)\s(?:(?:for|on|in)\s)?|(?:due|scheduled|set|expected)\sto\s"
    r"(?:be|take|open|begin|start|run)\s(?:[^\s,;]{1,20}\s){0,4}?)$",
    "repeated": "always|ever|never|often|frequently|repeatedly|consistently|twice|times|throughout|over the years",
    "before": r"\bhad\s+(?:(?:not|never|also|already|just|long|since|previously|earlier|"
    r"all|both|each|once|twice|first|only|\w{2,20}ly)\s+)?(?:been\s+)?"
    r"(?:\w{2,20}(?:ed|en|wn|ung|unk|ught)|been|become|begun|built|come|cut|done|felt|fled|found|gone|had|heard|held|"
    r"hit|hurt|kept|laid|led|left|lost|made|met|paid|put|quit|read|run|said|sat|sent|set|shot|shut|slept|sold|spent|"
    r"spread|stood|struck|swept|told|won)(?!\w)",
    "earlier": "earlier",
    "previously": "previously|formerly|beforehand|until then|up to then|before that|prior to that|in the past",
    "telling": r"\w{4,22}+(?<=ed)(?<!need)(?<!speed)(?<!indeed)(?<!hundred)(?<!united)(?<!alleged)|began|begun|broke|"
    r"broken|came|cut|"
    r"drew|"
    r"drove|fell|fallen|fled|found|gave|given|got|hit|left|lost|made|met|rose|sank|sent|set|shot|shut|stole|stolen|"
    r"struck|took|taken|threw|thrown|went|gone|won|withdrew|withdrawn|caught|fought|died|flew|flown|sold|bought|paid|"
    r"brought|built|burst|chose|chosen|hurt|spread|"
    r"quit|swept|beat|beaten|ate|bit|blew|bore|drank|dug|fed|froze|frozen|hid|hidden|hung|led|lit|ran|rode|"
    "shook|shrank|slid|spent|split|sprang|stuck|swam|swore|sworn|taught|tore|torn|woke|wore",
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
    "openers": "again earlier later early late approximately roughly about around nearly shortly",
    "past": r"\b(?:was|were|had|has been|have been|did|"
    r"\w{4,22}+(?<=ed)(?<!need)(?<!speed)(?<!indeed)(?<!hundred)(?<!united)(?<!supposed)|became|began|broke|brought|built|came|cut|"
    r"fell|fled|"
    r"found|gave|got|grew|held|hit|kept|knew|led|left|lost|made|met|put|ran|rose|said|sank|saw|sent|set|shot|shut|"
    r"sold|spoke|spent|stole|stood|struck|swept|took|told|went|won|wrote|withdrew|beat|caught|sought|thought|"
    r"fought|bought|died|drew|drove|flew|hurt|laid|paid|quit|read|rode|sang|spread|threw|wore|ate|bit|blew|bore|"
    r"drank|dug|fed|felt|froze|heard|hid|hung|lit|shook|shrank|slid|slept|split|sprang|stuck|swam|swore|taught|tore|"
    r"thought|woke)(?!\w)",
    "perfect": r"\b(?:reported|said|believed|thought|understood|known)\s+to\s+have\s+\w|\b(?:has|have)\s+(?:\w+\s+)?"
    r"(?:been\s+)?(?:\w{2,20}(?:ed|en|un|ut|ade|eft|ost|one|aid)|become|bought|brought|built|caught|come|cut|done|"
    r"drawn|felt|flown|fought|found|gone|grown|heard|held|hit|kept|laid|led|left|lost|made|met|paid|put|run|said|seen|"
    r"sent|set|shot|shown|shut|sold|sought|spent|stood|struck|swept|thrown|told|won)(?!\w)",
    "conditional": "would",
    "ahead": "is to|are to|will|would|shall|is expected|are expected|is scheduled|are scheduled|is due|"
    "are due|plans to|plan to|is set to|are set to|may|might|could|should|is planning|intends to|hopes to",
    "that": r"\s*,?\s*that(?!\w)",
    "fillers": "on|late|early|earlier|in|during|at|a|an|the|written|official|short|joint|press|news|statement|"
    "release|"
    "conference|briefing|interview|report|reporters|journalists|email|letter|tweet|post|with|to|its|his|her|their|"
    "by|of|this|afternoon|morning|evening|night|reuters|also|bbc|cnn|via|through|spokesman|spokeswoman",
    "breaks": r"(?=[;:—–,abwsu-])(?:;|:(?!\d)|—|(?<=\s)[–-](?=\s)|,\s+(?:but|while|which|(?-i:who)|whose|where|when|"
    r"after|before|until|although|"
    r"though|as|because|since|saying|adding|accusing|using|citing|according|with|including|following|prompting|"
    r"leaving|making|causing|killing)\b|,\s+and\s+(?=(?:[^\s,]{1,30}\s+){0,7}(?:is|was|were|had|has|have|did|will|"
    r"would|said|told|took|made|began|left|went|put|gave|fell|rose|won)(?!\w)|(?:the|his|her|its|their|"
    r"(?-i:[A-Z])\w+)"
    r"\s+(?:[^\s,]{1,30}\s+){0,3}\w{2,20}ed(?!\w))|\b(?:and|but|which)\s+(?="
    r"an?\s+(?:\w+\s+){1,3}(?:is|was|were|had|has|will|would)(?!\w)|"
    r"(?:(?:it|he|she|they|the|his|her|its|their)\s+(?:\w+\s+){0,3})?(?:is|was|were|had|has|have|did|will|would|"
    r"took|said|made|began|left|found|went|put|told|gave|assured|(?:\w{2,20}ed(?<!need)(?<!sped)))(?!\w))|"
    r"\b(?:after|before|while|when|although|because|until|since|as)\s+(?=(?:it|he|she|they|the|a|an|no|some|many|most|his|her|its|"
    r"their|(?-i:[A-Z])\w+|\w+s)\s+(?:\w+\s+){0,3}(?:is|was|were|had|has|have|did|will|would|took|said|made|began|"
    r"left|"
    r"found|went|put|told|gave|could|fell|became|(?:\w{2,20}ed(?<!need)(?<!sped)))(?!\w)))",
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
